"""A date written twice, in both calendars: «15 رمضان 1445 هـ الموافق 25 مارس 2024 م», «عام 1433 هـ (2012 م)»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates import relative
from arabnews_dates.grammar import read_day, read_month
from arabnews_dates.years import read_year

if TYPE_CHECKING:
    from arabnews_dates.grammar import Found
    from arabnews_dates.items import Run
    from arabnews_dates.reading import Reading

_EQUALS: Final = re.compile(r"[,)]?[\-(/,]{0,2}k?[,:\-]?\(?")

_MARKS: Final = frozenset("HG")


def read_dated(run: Run, at: int) -> Found | None:
    """Read a date of the calendar with its day, or a month of words; None for all else."""
    code = run.codes[at : at + 1]
    if code in {"d", "o"}:
        return read_day(run, at)
    if code == "y":
        found = read_year(run, at)
        return found if found and found[0].grain == "day" else None
    return read_month(run, at) if code == "m" else None


def extend_equal(run: Run, reading: Reading, end: int) -> Found:
    """Add the other calendar's writing of the same date: «15 رمضان 1445 هـ الموافق 25 مارس 2024 م»."""
    if reading.grain == "year" and reading.until is None and reading.calendar == "hijri":
        return _extend_equal_year(run, reading, end)
    if reading.grain != "day" or reading.until is not None or reading.day is None:
        return reading, end
    gap = _EQUALS.match(run.codes, end)
    if gap is None or not (gap[0] or run.codes[end - 1] in _MARKS):
        return reading, end
    following = gap.end()
    weekday = relative.read_weekday(run, following)
    if weekday is not None:
        following = weekday[1]
    code = run.codes[following : following + 1]
    found = read_dated(run, following) if code in {"d", "o", "y"} else None
    if found is None or found[0].calendar == reading.calendar or found[0].day is None:
        return reading, end
    other, after = found
    if run.codes[after : after + 1] == ")" and "(" in gap[0]:
        after += 1
    if reading.calendar == "hijri":
        reading, other = other, reading
        reading.weekday = other.weekday
    reading.rule, reading.equal = "equivalent", other
    return reading, after


def _extend_equal_year(run: Run, reading: Reading, end: int) -> Found:
    """Add the Gregorian year that a Hijri one is said to equal: «عام 1433 هـ الموافق لعام 2012 م»."""
    gap = _EQUALS.match(run.codes, end)
    if gap is None:
        return reading, end
    found = read_year(run, gap.end()) if run.codes[gap.end() : gap.end() + 1] in {"a", "y", "A"} else None
    if found is None or found[0].calendar == "hijri" or found[0].grain != "year" or found[0].until is not None:
        return reading, end
    other, after = found
    if "k" not in gap[0] and run.codes[after - 1] != "G":
        return reading, end
    if run.codes[after : after + 1] == ")" and "(" in gap[0]:
        after += 1
    other.rule, other.equal = "equivalent", reading
    return other, after
