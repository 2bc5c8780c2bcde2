"""Sorts the words of news into classes by their neighbours: `python tools/word_classes.py CORPUS OUTPUT`.

* CORPUS: gzipped JSON lines, each with a "text". Only counts of neighbouring words are taken from it.
* OUTPUT: a file of lines "class TAB words"; the model of names is trained with it (see train_names.py).

Words without proclitics that occur four times or more are described by how much oftener than by chance each of the
2,000 most frequent words stands before and behind them (positive pointwise mutual information, the chance of a word
raised to 0.75), reduced to 100 dimensions, and sorted by k-means of cosines: 64 coarse classes, and 300 fine ones. A
class is named by the numbers of both. Needs numpy. The last bits of floating-point
sums differ from machine to machine, so that the file is kept with the project.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from arabnews_entities.model.sequence import is_mark, read_sequence
from arabnews_entities.wordlists import lexis
from arabnews_entities.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 4
MOST = 30_000
NEIGHBOURS = 2000
DIMENSIONS = 100
COARSE, FINE = 64, 300
ROUNDS = 15


def read_stems(corpus: Path) -> Iterator[list[str]]:
    """Yield the words of each article without proclitics, with the marks between them."""
    lists = lexis()
    with gzip.open(corpus, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            items = read_sequence(read_words(json.loads(line)["text"], lists)).items
            yield [item if is_mark(item) else lists.word(item).stem for item in items]


def count(texts: list[list[str]], words: list[str]) -> np.ndarray:
    """Return how often each frequent word stands before and behind each word."""
    rows, columns = [], []
    known = {word: i for i, word in enumerate(words)}
    frequent = {word: i for i, word in enumerate(words[:NEIGHBOURS])}
    for text in texts:
        near = [frequent.get(word, NEIGHBOURS) for word in text]
        for i in range(1, len(text) - 1):
            row = known.get(text[i])
            if row is not None:
                rows += (row, row)
                columns += (near[i - 1], NEIGHBOURS + 1 + near[i + 1])
    counts = np.zeros((len(words), 2 * NEIGHBOURS + 2), dtype=np.float32)
    np.add.at(counts, (rows, columns), 1)
    return counts


def reduce(counts: np.ndarray) -> np.ndarray:
    """Return the words as unit vectors of few dimensions."""
    chance = counts.sum(0, keepdims=True) ** 0.75
    chance /= chance.sum()
    share = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    with np.errstate(divide="ignore"):
        gain = np.maximum(np.log(np.where(counts > 0, share, 0) / np.maximum(chance, 1e-12)), 0).astype(np.float32)
    basis = np.random.default_rng(0).standard_normal((gain.shape[1], DIMENSIONS)).astype(np.float32)
    for _ in range(3):
        basis = np.linalg.qr(gain.T @ np.linalg.qr(gain @ basis)[0])[0]
    left, sizes, _ = np.linalg.svd(gain @ basis, full_matrices=False)
    vectors = left * np.sqrt(sizes)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def sort(vectors: np.ndarray, number: int) -> np.ndarray:
    """Return the class of each vector; the classes begin as the most frequent words."""
    centres = vectors[:number].copy()
    classes = np.zeros(len(vectors), dtype=int)
    for _ in range(ROUNDS):
        classes = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(vectors, 8)])
        for k in range(number):
            members = vectors[classes == k]
            if len(members):
                centre = members.mean(0)
                centres[k] = centre / (np.linalg.norm(centre) + 1e-9)
    return classes


def main() -> None:
    """Read the corpus and write the classes."""
    texts = list(read_stems(Path(sys.argv[1])))
    counts = Counter(word for text in texts for word in text)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    words = [word for word, number in ranked if number >= LEAST][:MOST]
    vectors = reduce(count(texts, words))
    coarse, fine = sort(vectors, COARSE), sort(vectors, FINE)
    classes: dict[str, list[str]] = {}
    for word, one, two in zip(words, coarse, fine, strict=True):
        if not is_mark(word):
            classes.setdefault(f"{one}.{two}", []).append(word)
    head = (
        "# about: words of news by the words that stand beside them; a class is a coarse one and a fine one\n"
        "# source: counts of neighbouring words in news articles; see tools/word_classes.py\n"
        "# licence: GPL-3.0-or-later\nclass\twords\n"
    )
    rows = (f"{name}\t{' '.join(sorted(row))}\n" for name, row in sorted(classes.items()))
    Path(sys.argv[2]).write_text(head + "".join(rows), "utf-8")
    print(f"{len(words):,} words, {len(classes):,} classes")


if __name__ == "__main__":
    main()
