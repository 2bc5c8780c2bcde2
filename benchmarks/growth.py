"""How the time of each room grows with texts of 1, 2 and 4 MB: `python benchmarks/growth.py CORPUS [NAME…] [--wide]`.

The texts are hostile ones, and real articles joined to one where CORPUS is there (else generated ones).
A room may take 2.2 times as long for twice the text: the mean of the two doublings counts, in CPU time, and what looks
too slow is measured again. What takes less than MEASURABLE for the longest text tells nothing and passes. A room that
takes longer than LIMIT a megabyte is stopped, and fails. NAME chooses texts by a part of their name; `--wide` takes
many more of them. Exits with 1 when a room fails.
"""

from __future__ import annotations

import gc
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hostile import Hostile, few, many
from rooms import CORE, WHOLE, Rooms
from samples import Sample, load

from arabnews.testing import generate

if TYPE_CHECKING:
    from collections.abc import Mapping

MEGABYTE: Final = 1_000_000
SIZES: Final = (MEGABYTE, 2 * MEGABYTE, 4 * MEGABYTE)
A_DOUBLING: Final = 2.2
MEASURABLE: Final = 0.3
LIMIT: Final = 15.0
RUNS: Final = 3
ARTICLES: Final = 800
"""As many as make 4 MB."""
PUBLISHED: Final = "2024-05-14"


class Joined(NamedTuple):
    """Articles one after another, as if they were one."""

    sample: Sample
    name: str = "articles joined to one"

    def make(self, size: int) -> str:
        """Return a text of a size in bytes."""
        return self.sample.of_size(size, 1)[0]


def cost(rooms: Rooms, text: Hostile | Joined, size: int) -> Mapping[str, float]:
    """Return the seconds of each room on a text; a room that is too slow joins those that are stopped."""
    rooms.limit = LIMIT * size / MEGABYTE
    gc.collect()
    gc.disable()
    try:
        return rooms(text.make(size), PUBLISHED)
    finally:
        gc.enable()


def growth(seconds: list[float]) -> float:
    """Return by how much the time grows when the text doubles, as the mean of the doublings."""
    return math.pow(seconds[-1] / max(seconds[0], 0.001), 1 / (len(seconds) - 1))


def measure(rooms: Rooms, text: Hostile | Joined) -> tuple[dict[str, list[float]], list[str]]:
    """Return the seconds of each room for each size (infinite where it was stopped), and what is wrong, in words.

    The longest text comes first: in memory that nobody used yet the shortest would be read faster than ever after.
    """
    stopped = rooms.stopped = set()
    spent: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for at, size in reversed([*enumerate(SIZES)]):
            for room, seconds in cost(rooms, text, size).items():
                row = spent.setdefault(room, [math.inf] * len(SIZES))
                row[at] = min(row[at], seconds)
            if CORE in stopped:
                break
        if stopped or not too_slow(spent):
            break
    faults = [f"{room} is stopped after {LIMIT:.0f} s a megabyte" for room in sorted(stopped)]
    return spent, faults + [f"{room} x{growth(spent[room]):.2f} a doubling" for room in too_slow(spent)]


def is_measurable(room: str, row: list[float]) -> bool:
    """Tell whether the times of a room tell anything."""
    return room != WHOLE and math.inf not in row and row[-1] >= MEASURABLE


def too_slow(spent: Mapping[str, list[float]]) -> list[str]:
    """Return the rooms whose time grows too fast."""
    return [room for room, row in sorted(spent.items()) if is_measurable(room, row) and growth(row) > A_DOUBLING]


def main() -> None:
    """Print the table, and the faults below it."""
    corpus, *names = [word for word in sys.argv[1:] if word != "--wide"] or ["none"]
    texts: list[Hostile | Joined] = [*(many() if "--wide" in sys.argv else few()), Joined(load(Path(corpus), ARTICLES))]
    chosen = [text for text in texts if not names or any(name in text.name for name in names)]
    rooms = Rooms()
    rooms(next(generate(5)).text, PUBLISHED)  # what is read once is read now
    faults: list[str] = []
    print(
        f"{'seconds of CPU time for':<28}{'1 MB':>8}{'2 MB':>8}{'4 MB':>8}{'a doubling':>12}  slowest growth of a room"
    )
    for text in chosen:
        spent, wrong = measure(rooms, text)
        whole = spent[WHOLE]
        grown = {room: growth(row) for room, row in spent.items() if is_measurable(room, row)}
        worst = max(grown, key=lambda room: grown[room], default="")
        told = f"{worst} x{grown[worst]:.2f}" if worst else ""
        figures = "".join(f"{seconds:>8.2f}" for seconds in whole)
        doubling = growth(whole) if math.inf not in whole else math.inf
        print(f"{text.name:<28}{figures}{doubling:>12.2f}  {told}", flush=True)
        faults += [f"{text.name}: {fault}" for fault in wrong]
    for fault in faults:
        print(f"FAIL {fault}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
