"""Whether confidence means something: `python benchmarks/confidence.py GOLD_FOLDER...`.

Every statement found in the articles of a folder of gold counts, what the gold leaves free apart. It is right where its
content overlaps that of a gold statement by half of the words and its speaker is right. Told are five bins, and how
many are right above the median confidence and below: the program fails where those above are not right more often. The
annotated articles are no part of the project; where they do not lie beside it, this says so and ends well.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import arabnews

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
BINS = ((0.0, 0.7), (0.7, 0.8), (0.8, 0.88), (0.88, 0.94), (0.94, 1.0))


def main() -> None:
    """Print the tables of the folders named, else of those beside the project."""
    folders = [Path(name) for name in sys.argv[1:]] or [GOLD / "seeds", GOLD / "dev"]
    scorer = _scorer(folders[0])
    if scorer is None:
        print(f"confidence: no annotated articles at {folders[0]}; nothing is judged")
        return
    judged = [pair for folder in folders for pair in _judged(folder, scorer)]
    for low, high in BINS:
        here = [pair for pair in judged if low <= pair[0] < high]
        mean = sum(sure for sure, _ in here) / max(1, len(here))
        print(f"{low:.2f} to {high:.2f}: {len(here):4} statements, mean {mean:.2f}, right {_share(here):.2f}")
    middle = median(sure for sure, _ in judged)
    below = _share([pair for pair in judged if pair[0] < middle])
    above = _share([pair for pair in judged if pair[0] > middle])
    print(f"median {middle:.2f}: right {below:.3f} below, {above:.3f} above")
    sys.exit(above <= below)


def _share(pairs: Sequence[tuple[float, bool]]) -> float:
    return sum(right for _, right in pairs) / max(1, len(pairs))


def _scorer(folder: Path) -> Any:
    """Return the scorer that lies beside the gold, or None."""
    path = folder.resolve().parents[1] / "tools" / "score.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _judged(folder: Path, scorer: Any) -> Iterator[tuple[float, bool]]:
    """Yield confidence and rightness of each statement that counts."""
    for annotated in sorted(folder.glob("*.gold.json")):
        gold = json.loads(annotated.read_text("utf-8"))
        text = annotated.with_name(annotated.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        day = gold.get("published")
        article = arabnews.parse(text, dt.date.fromisoformat(day[:10]) if day else None)
        tokens, folded = scorer.tokens(text), scorer.fold(text)
        asked = gold.get("statements", [])
        wanted = [_words(tokens, [scorer.ends(span) for span in one["content"]]) for one in asked]
        free = _words(
            tokens,
            [scorer.ends(block["span"]) for block in gold.get("blocks", []) if block["kind"] in scorer.FURNITURE]
            + [scorer.ends(embed["span"]) for embed in gold.get("embeds", [])],
        )
        made = [statement for statement in article.statements if statement.embed is None]
        found = [_words(tokens, [(piece.start, piece.end) for piece in statement.content]) for statement in made]

        def right(one: int, two: int) -> bool:
            name = asked[one]["speaker"]  # noqa: B023 - called in this turn alone
            names = gold["speakers"].get(name, [])  # noqa: B023
            said = (made[two].speaker, *made[two].co_speakers)  # noqa: B023
            return any(scorer.right_speaker(name, names, each, folded) for each in said)  # noqa: B023

        pairs = {two: one for one, two in scorer.pair(wanted, found, tie=right)}
        for index, statement in enumerate(made):
            if 2 * len(found[index] & free) >= len(found[index]):
                continue
            if index in pairs:
                yield statement.confidence, right(pairs[index], index)
            elif statement.parent is None:
                yield statement.confidence, False


def _words(tokens: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> set[int]:
    """Return the indices of the words that spans meet."""
    return {i for i, (start, end) in enumerate(tokens) for low, high in spans if start < high and low < end}


if __name__ == "__main__":
    main()
