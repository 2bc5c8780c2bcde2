"""Trains the model of names on ANERcorp: `python tools/train_names.py DATA OUTPUT [--hold-out]`.

* DATA: JSON lines in the corpus's order, each a sentence with "text" and "entities" (start, end, type).
* OUTPUT: the file of weights, `plugins/arabnews_entities/data/names.model`.
* --hold-out: train on the first nine tenths alone, and tell how the last tenth is read.

A linear-chain conditional random field, trained by L-BFGS with L1 and L2 penalties (CRFsuite by Naoaki Okazaki through
python-crfsuite, group `train` of pyproject.toml). Weights are rounded to whole numbers of one twentieth and sorted by
name; so the same data, word lists and version of the trainer give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import zlib
from collections import Counter
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycrfsuite

from arabnews_entities.model.decoding import find_named
from arabnews_entities.model.features import VERSION, item_class, item_features
from arabnews_entities.model.plain import find_plainly
from arabnews_entities.model.scores import Model, context_features
from arabnews_entities.model.sequence import Sequence, is_mark, read_sequence
from arabnews_entities.model.weights import LABELS, read_weights
from arabnews_entities.vocabulary.wordlists import lexis
from arabnews_entities.vocabulary.words import Words, read_words

SCALE = 20
MOST = 127
"""Weights are written as whole numbers of 1/20 between -127 and 127."""
SENTENCES = 10
"""So many sentences make one text to learn from, so that ends of sentences look as they do in an article."""
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100}
KINDS = ("PER", "ORG", "LOC")
PREFIXES = ("-", "0", "+", "@")
CLASSES = Path(__file__).with_name("word_classes.tsv")

Row = dict[str, Any]
Span = tuple[int, int, str]


def read_classes() -> dict[str, str]:
    """Return the class of each word that has one."""
    lines = [line for line in CLASSES.read_text("utf-8").splitlines() if not line.startswith("#")]
    pairs = (line.split("\t") for line in lines[1:])
    return {word: name for name, words in pairs for word in words.split(" ")}


def texts_of(rows: list[Row], size: int) -> list[tuple[Words, list[Span]]]:
    """Return the words of so many sentences each, with the names in it as spans of words."""
    found = []
    for first in range(0, len(rows), size):
        text, marked = "", []
        for row in rows[first : first + size]:
            marked += [(e["start"] + len(text), e["end"] + len(text), e["type"]) for e in row["entities"]]
            text += row["text"] + "\n"
        words = read_words(text, lexis())
        at, count = words.table.at, len(words.table)
        spans = [(at(start), at(end - 1) + 1, kind) for start, end, kind in marked if at(start) < count]
        found.append((words, [span for span in spans if span[2] in KINDS]))
    return found


def labels_of(sequence: Sequence, spans: list[Span]) -> list[str]:
    """Return the label of each item; a mark inside a name belongs to it."""
    told = {}
    for first, last, kind in spans:
        told |= {k: ("B-" if k == first else "I-") + kind for k in range(first, last)}
    inner = {k: f"I-{kind}" for first, last, kind in spans for k in range(first + 1, last)}
    return [
        (inner if is_mark(item) else told).get(owner, "O")
        for item, owner in zip(sequence.items, sequence.owners, strict=True)
    ]


def features_of(items: list[str], classes: dict[str, str]) -> list[list[str]]:
    """Return the features of each item, its neighbours' included, each with a letter for its place."""
    read = [item_features(item, lexis(), classes) for item in items]
    kinds = [item_class(item, lexis()) for item in items]
    found = []
    for at in range(len(items)):
        here = [f"0{name}" for name in read[at]]
        if at:
            here += [f"-{name}" for name in read[at - 1]]
        if at + 1 < len(items):
            here += [f"+{name}" for name in read[at + 1]]
        if 0 < at < len(items) - 1:
            here += [f"@{name}" for name in context_features(*kinds[at - 1 : at + 2])]
        found.append(here)
    return found


def train(rows: list[Row], classes: dict[str, str]) -> tuple[dict[str, dict[str, int]], dict[tuple[str, str], int]]:
    """Return the weights by feature and label, and the transitions, as whole numbers."""
    trainer = pycrfsuite.Trainer("lbfgs", SETTINGS, verbose=False)
    for words, spans in texts_of(rows, SENTENCES):
        sequence = read_sequence(words)
        trainer.append(features_of(sequence.items, classes), labels_of(sequence, spans))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "model"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    weights: dict[str, dict[str, int]] = {}
    for (name, label), value in info.state_features.items():
        if rounded(value):
            weights.setdefault(name, {})[label] = rounded(value)
    return weights, {pair: rounded(value) for pair, value in info.transitions.items()}


def rounded(value: float) -> int:
    """Return a weight as a whole number."""
    return max(-MOST, min(MOST, round(value * SCALE)))


def columns(names: list[str], places: list[dict[str, dict[str, int]]]) -> dict[str, Any]:
    """Return the weights of features by place and label: the steps from one index to the next, and the values."""
    table = []
    for weights in places:
        rows = []
        for label in LABELS:
            indexes = [k for k, name in enumerate(names) if label in weights.get(name, {})]
            steps = [after - before for before, after in pairwise([0, *indexes])]
            rows.append([steps, [weights[names[k]][label] for k in indexes]])
        table.append(rows)
    return {"names": "\n".join(names), "weights": table}


def encode(
    weights: dict[str, dict[str, int]], follows: dict[tuple[str, str], int], classes: dict[str, str], data: bytes
) -> bytes:
    """Return the bytes of the file."""
    split: dict[str, dict[str, dict[str, int]]] = {prefix: {} for prefix in PREFIXES}
    for name, row in weights.items():
        split[name[0]][name[1:]] = row
    words = sorted({name for prefix in PREFIXES[:3] for name in split[prefix]})
    used = {name[1:] for name in words if name[0] in "kK"}
    grouped: dict[str, list[str]] = {}
    for word, name in classes.items():
        if not used.isdisjoint(name.split(".")):
            grouped.setdefault(name, []).append(word)
    tables = {
        "classes": {name: " ".join(sorted(row)) for name, row in sorted(grouped.items())},
        "contexts": columns(sorted(split["@"]), [split["@"]]),
        "transitions": [[follows.get((before, label), 0) for label in LABELS] for before in LABELS],
        "words": columns(words, [split[prefix] for prefix in PREFIXES[:3]]),
    }
    header = {
        "about": "weights of a linear-chain model of the names of people, organisations and places",
        "source": "trained by tools/train_names.py on ANERcorp in the split of CAMeL Lab; word lists of this plugin",
        "licence": "CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)",
        "attribution": "ANERcorp: Yassine Benajiba, Paolo Rosso and José Miguel Benedí Ruiz, 2007; its split: Ossama "
        "Obeid et al., CAMeL Tools, 2020",
        "version": VERSION,
        "data": hashlib.sha256(data).hexdigest(),
        "lists": hashlib.sha256(repr(sorted(lexis().table.items())).encode()).hexdigest(),
        "trainer": f"python-crfsuite {version('python-crfsuite')}",
    }
    head = "".join(f"# {key}: {value}\n" for key, value in header.items())
    body = json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return head.encode() + b"\n" + zlib.compress(body, 9)


def measure(model: Model, rows: list[Row]) -> None:
    """Print how the model reads sentences that it was not trained on, in texts of forty."""
    right, found, meant = Counter[str](), Counter[str](), Counter[str]()
    for words, spans in texts_of(rows, 40):
        marked = {(n.first, n.last, KINDS[n.kind]) for n in find_named(model, words)}
        if marked != {(first, last, KINDS[kind]) for first, last, kind in find_plainly(model, read_sequence(words))}:
            message = "the decoders disagree"
            raise SystemExit(message)
        right.update(span[2] for span in marked & set(spans))
        found.update(span[2] for span in marked)
        meant.update(span[2] for span in spans)
    for kind in (*KINDS, "all"):
        good, said, told = (n.total() if kind == "all" else n[kind] for n in (right, found, meant))
        precision, recall = good / max(said, 1), good / max(told, 1)
        print(f"{kind} P {precision:.3f} R {recall:.3f} F1 {2 * good / max(said + told, 1):.3f}")


def main() -> None:
    """Train, write the file, and measure where a tenth was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--hold-out", action="store_true", help="train on the first nine tenths, measure on the last")
    arguments = parser.parse_args()
    data = arguments.data.read_bytes()
    rows = [json.loads(line) for line in data.decode("utf-8").splitlines()]
    behind = len(rows) * 9 // 10 if arguments.hold_out else len(rows)
    classes = read_classes()
    encoded = encode(*train(rows[:behind], classes), classes, data)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_bytes(encoded)
    print(f"{arguments.output}: {len(encoded):,} bytes")
    if arguments.hold_out:
        measure(Model(read_weights(encoded), lexis()), rows[behind:])


if __name__ == "__main__":
    main()
