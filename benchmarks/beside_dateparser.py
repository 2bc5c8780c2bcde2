"""Dates beside dateparser in one run: how fast, and how right. `make dates`, or with two paths: a corpus and gold.

Speed: both search all the articles as often, in turns; the least time of each counts, and the run fails where
`parse_dates` is less than 40 times as fast. Where no corpus lies beside the project, generated news serves.

Accuracy: both read the articles of a folder of gold. A date counts as found where the words overlap by half, as right
where the calendar day, month or year is that of the gold. dateparser gives strings without places, so each is looked
for after the one before it, and its fields are always a full day: it is right where the day begins with the value of
the gold. It is given the day of publication as its base.

Needs the dependency group `bench`.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from samples import load

from arabnews_dates import parse_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
ARTICLES: Final = 40
ROUNDS: Final = 6
TIMES_AS_FAST: Final = 40
Found = tuple[int, int, str | None]


def main() -> None:
    """Print both tables."""
    try:
        from dateparser.search import search_dates  # noqa: PLC0415 - only this script needs it
    except ImportError:
        sys.exit("beside_dateparser: install the dependency group `bench` (dateparser)")
    paths = [Path(word) for word in sys.argv[1:]]
    corpus, gold = paths if len(paths) == 2 else (SHARED / "corpus" / "news.jsonl.gz", SHARED / "gold" / "dev")
    times = _compare_speed(search_dates, corpus)
    print()
    if gold.is_dir():
        print(f"{'':<14}{'found P':>10}{'R':>8}{'F1':>8}{'right of found':>16}{'right end to end':>18}{'invented':>10}")
        for name, reader in (("parse_dates", _ours), ("search_dates", lambda *a: _theirs(search_dates, *a))):
            print(f"{name:<14}" + _accuracy(gold, reader))
    else:
        print("no gold lies beside the project: accuracy is not measured")
    sys.exit(f"FAIL parse_dates is {times:.0f} times as fast" if times < TIMES_AS_FAST else 0)


def _compare_speed(search: Callable[..., Any], corpus: Path) -> float:
    """Print the least times of both, and return how many times as fast ours is."""
    sample = load(corpus, ARTICLES)
    readers: dict[str, Callable[[str], object]] = {
        "parse_dates": parse_dates,
        "search_dates": lambda text: search(text, languages=["ar"]),
    }
    best = dict.fromkeys(readers, float("inf"))
    gc.collect()
    for _ in range(ROUNDS):
        for name, read in readers.items():
            best[name] = min(best[name], _seconds(read, sample.texts))
    ours, theirs = (told / len(sample.texts) for told in best.values())
    print(f"{len(sample.texts)} articles ({sample.kind}) of {sample.size / len(sample.texts) / 1000:.1f} KB")
    print(f"{'parse_dates':<14}{ours * 1e3:>10.3f} ms an article")
    print(f"{'search_dates':<14}{theirs * 1e3:>10.3f} ms an article: {theirs / ours:.1f} times as long")
    return theirs / ours


def _seconds(read: Callable[[str], object], texts: list[str]) -> float:
    clock = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - clock


def _ours(text: str, published: str | None) -> Iterator[Found]:
    for date in parse_dates(text, published):
        if date.span is not None:
            yield date.span.start, date.span.end, date.value


def _theirs(search: Callable[..., Any], text: str, published: str | None) -> Iterator[Found]:
    settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(published)} if published else {}
    at = 0
    for words, moment in search(text, languages=["ar"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, moment.isoformat()[:16]


def _accuracy(gold: Path, read: Callable[[str, str | None], Iterator[Found]]) -> str:
    right = asked = hit = extra = missed = invented = 0
    for file in sorted(gold.glob("*.gold.json")):
        told = json.loads(file.read_text("utf-8"))
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        found, free = list(read(text, told.get("published"))), set[int]()
        for date in told.get("dates", []):
            at = next((i for i, one in enumerate(found) if i not in free and _meets(date["span"], one)), None)
            if at is not None:
                free.add(at)
            if date.get("optional") or date.get("role") == "embed":
                continue
            asked += date["value"] is not None
            if at is None:
                missed += date["value"] is not None
                continue
            hit += 1
            value = found[at][2]
            if date["value"] is None:
                invented += value is not None
            else:
                right += _same(date["value"], value, days_only=read is not _ours)
        extra += len(found) - len(free)
    precision, recall = hit / max(1, hit + extra), hit / max(1, hit + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    of_found = right / max(1, asked - missed)
    return f"{precision:>10.2f}{recall:>8.2f}{f1:>8.2f}{of_found:>16.2f}{right / max(1, asked):>18.2f}{invented:>10}"


def _meets(span: list[int], found: Found) -> bool:
    start, end = span
    shared = min(end, found[1]) - max(start, found[0])
    return shared * 2 >= max(end, found[1]) - min(start, found[0])


def _same(gold: str, value: str | None, *, days_only: bool) -> bool:
    plain = (value or "").replace("~", "")
    if days_only:
        return "/" not in gold and bool(plain) and plain[: min(10, len(gold))] == gold[:10]
    return plain == gold or (len(gold) >= 10 and "/" not in gold + plain and plain[:10] == gold[:10])


if __name__ == "__main__":
    main()
