"""Speed and memory in one run: `python benchmarks/bench.py CORPUS.jsonl.gz [--store]`; needs the group `bench`.

Tells articles and megabytes a second of each room and of the whole, the ratio to the word scan (see clocks.py), how the
whole grows from articles of 1 KB to 1 MB, what others take for the same texts, and the peak of memory. Figures are of
one core, in CPU time, the least of several rounds.

The ratios are compared with baseline.json: one that is worse by more than a third, also when all is measured again,
fails the run. `--store` writes a new baseline instead: the least of several runs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import baseline
import peak
import peers
from clocks import least, scan, seconds
from html_pages import make_page
from rooms import WHOLE, Rooms, costs
from samples import KILOBYTE, load

from arabnews.html import from_html, read_html
from arabnews_dates import parse_dates

if TYPE_CHECKING:
    from samples import Sample

ROUNDS: Final = 5
RUNS_OF_A_BASELINE: Final = 3
LENGTHS: Final = {"1 KB": (1, 200), "10 KB": (10, 40), "100 KB": (100, 8), "1 MB": (1000, 2)}
SLOW: Final = 15
"""Articles for dateparser, which takes some hundred milliseconds for each."""
PAGES: Final = 40

Ratios = dict[str, float]


def measure_rooms(sample: Sample, rooms: Rooms) -> Ratios:
    """Print what each room costs, and return the ratios to the word scan."""
    best, unit = costs(rooms, sample.texts, ROUNDS), least(scan, sample.texts, ROUNDS)
    count, megabytes = len(sample.texts), sample.size / 1e6
    print(f"{count} articles ({sample.kind}) of {sample.size / count / KILOBYTE:.1f} KB; ", end="")
    print(f"a word scan takes {unit / count * 1e3:.3f} ms\n")
    print(f"{'':<36}{'word scans':>10}{'ms':>8}{'articles/s':>12}{'MB/s':>8}")
    for room, time in best.items():
        speed = f"{count / time:>12,.0f}{megabytes / time:>8.2f}"
        print(f"{room:<36}{time / unit:>10.2f}{time / count * 1e3:>8.2f}{speed}")
    return {f"{room}, {baseline.SCANS}": time / unit for room, time in best.items()}


def measure_lengths(sample: Sample, rooms: Rooms) -> Ratios:
    """Print how each room grows with the length of articles, and return the ratios of the whole to the word scan."""
    table: dict[str, dict[str, float]] = {}
    ratios = {}
    for name, (kilobytes, count) in LENGTHS.items():
        texts = sample.of_size(kilobytes * KILOBYTE, count)
        table[name] = {room: time / count / kilobytes for room, time in costs(rooms, texts, 2).items()}
        table[name]["a word scan"] = least(scan, texts, ROUNDS) / count / kilobytes
        ratios[f"{WHOLE} at {name}, {baseline.SCANS}"] = table[name][WHOLE] / table[name]["a word scan"]
    print(f"\n{'ms a KB, in articles of':<36}" + "".join(f"{name:>10}" for name in table))
    for room in table[next(iter(table))]:
        print(f"{room:<36}" + "".join(f"{column[room] * 1e3:>10.4f}" for column in table.values()))
    return ratios


def measure_peers(sample: Sample, rooms: Rooms) -> Ratios:
    """Print what others take for the same texts, and return how long arabnews takes beside them."""
    few, pages = sample.texts[:SLOW], [make_page(seed) for seed in range(PAGES)]
    peers.dateparser(few[0])
    times = {
        "parse_dates": least(parse_dates, few, ROUNDS) / SLOW,
        "dateparser": seconds(peers.dateparser, few) / SLOW,
        "read_html": least(read_html, pages, 2) / PAGES,
        "from_html": least(from_html, pages, 2) / PAGES,
        "trafilatura": least(peers.trafilatura, pages, 2) / PAGES,
        WHOLE: least(rooms, sample.texts, 2) / len(sample.texts),
    }
    others = {
        name: least(read, sample.texts, 2) / len(sample.texts)
        for name, read in peers.spacy_readers(sample.texts).items()
    }
    pairs = [("parse_dates", "dateparser"), ("read_html", "trafilatura"), ("from_html", "trafilatura")]
    pairs += [(WHOLE, name) for name in others]
    times |= others
    print(f"\n{'':<36}{'ms':>10}   arabnews: ms, times as long")
    for ours, theirs in pairs:
        told = f"{ours}: {times[ours] * 1e3:.2f}, {times[ours] / times[theirs]:.3g}"
        print(f"{theirs:<36}{times[theirs] * 1e3:>10.2f}   {told}")
    return {f"{ours} / {theirs}": times[ours] / times[theirs] for ours, theirs in pairs}


def measure_memory(corpus: Path) -> Ratios:
    """Print the peak of memory, and return it as ratios to Python alone."""
    figures = peak.measure(corpus)
    print()
    for name, megabytes in figures.items():
        print(f"{'peak of memory, ' + name:<36}{megabytes:>10.0f} MB")
    bare, *_ = figures.values()
    return {f"memory {name} / Python alone": megabytes / bare for name, megabytes in list(figures.items())[1:]}


def measure(corpus: Path, sample: Sample) -> Ratios:
    """Print all tables and return all ratios."""
    rooms = Rooms()
    rooms(sample.texts[0])
    return {
        **measure_rooms(sample, rooms),
        **measure_lengths(sample, rooms),
        **measure_peers(sample, rooms),
        **measure_memory(corpus),
    }


def main() -> None:
    """Print the tables; compare with the baseline, or store a new one."""
    corpus = Path(next((word for word in sys.argv[1:] if not word.startswith("--")), "none"))
    sample = load(corpus)
    ratios = measure(corpus, sample)
    if "--store" in sys.argv:
        for _ in range(RUNS_OF_A_BASELINE - 1):
            ratios = lesser(ratios, measure(corpus, sample))
        baseline.write(sample.kind, ratios)
        print(f"\n{len(ratios)} ratios are stored in {baseline.FILE.name}")
        return
    before = baseline.read(sample.kind)
    if baseline.worse(before, ratios):
        print("\nsome ratios are worse than the baseline; all is measured again\n")
        ratios = lesser(ratios, measure(corpus, sample))
    worse = baseline.worse(before, ratios)
    print(f"\n{len(before)} ratios of the baseline for {sample.kind} texts; {len(worse)} worse by more than a third")
    for name in worse:
        print(f"FAIL {name}: {ratios[name]:.3g}, was {before[name]:.3g}")
    sys.exit(1 if worse else 0)


def lesser(one: Ratios, other: Ratios) -> Ratios:
    """Return the lesser of each ratio."""
    return {name: min(ratio, other.get(name, ratio)) for name, ratio in one.items()}


if __name__ == "__main__":
    main()
