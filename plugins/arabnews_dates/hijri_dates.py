"""Dates of the Islamic calendar as written: «15 رمضان 1445 هـ», «10 إلى 13 ذي الحجة», «عيد الفطر 1445»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates.reading import Reading

if TYPE_CHECKING:
    from arabnews_dates.grammar import Found
    from arabnews_dates.items import Run

_WHEN: Final = r"[,/\-.]?i?(?:(?:[aA]H?E?)?(?P<year>y|n)H?|[aA]H?(?P<near>r)|(?P<way>r))"
_MONTH: Final = rf"(?P<label>s?)[/\-.]?(?P<month>h)(?:E(?={_WHEN.replace('?P<', '?P<next_')}))?(?:{_WHEN})?(?P<mark>H?)"
_HIJRI: Final = re.compile(rf"(?:(?P<day>[do])[/\-.]?i?)?{_MONTH}")
_RANGE: Final = re.compile(rf"(?P<first>[do])(?P<join>&?g|-|&)(?P<day>[do])[/\-.]?i?{_MONTH}")
_FEAST: Final = re.compile(rf"(?P<feast>F)E?{_WHEN}(?P<mark>[HG]?)")
_CENTURY_OF_OURS: Final = range(1300, 1501)
"""A year in this range is one of the Hijri calendar where it stands beside a Hijri month."""


def read_hijri(run: Run, at: int) -> Found | None:
    """Read a Hijri date, month or range of days; a month that is another word too needs something beside it."""
    match = _RANGE.match(run.codes, at)
    if match is not None:
        return _read_range(run, at, match)
    match = _HIJRI.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("hijri", calendar="hijri", grain="month")
    _fill(reading, run, match)
    weak = run.values[match.start("month")].weak
    if weak and match["day"] == "o" and not {"i", "s"}.intersection(run.codes[at : match.start("month")]):
        begin = run.starts[at]
        if run.text[begin : begin + 2] == "ال":
            return None  # «الشوط الأول صفر»
    if match["day"]:
        reading.day, reading.grain = run.number(match.start("day")), "day"
    if weak and not any(match[name] for name in ("day", "year", "label", "mark", "way", "near")):
        reading.rule = "weak-hijri"
    return reading, match.end()


def _read_range(run: Run, at: int, match: re.Match[str]) -> Found:
    until = Reading("hijri", calendar="hijri", day=run.number(match.start("day")))
    _fill(until, run, match)
    reading = Reading("hijri", calendar="hijri", day=run.number(at), year=until.year, month=until.month)
    reading.direction, reading.until = until.direction, until
    if match["join"] == "&":
        reading.rule = "day-list"
    return reading, match.end()


def read_feast(run: Run, at: int) -> Found | None:
    """Read a feast whose year is told: «عيد الفطر 1445», «رأس السنة الهجرية 1446», «عيد الأضحى الماضي»."""
    match = _FEAST.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("feast", calendar="hijri")
    reading.month, reading.day = divmod(abs(run.values[at]), 100)
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
        if not (match["mark"] == "H" or reading.year in _CENTURY_OF_OURS):
            reading.common_year, reading.year = reading.year, None
    if run.values[at] < 0:
        reading.calendar = "gregorian"
        reading.year, reading.common_year = reading.common_year, None
        if reading.year is None and match["year"]:
            return None
    for name in ("near", "way"):
        if match[name]:
            reading.direction = run.values[match.start(name)]
    return reading, match.end()


def _fill(reading: Reading, run: Run, match: re.Match[str]) -> None:
    reading.month = run.values[match.start("month")].number
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    for name in ("near", "way"):
        if match[name]:
            reading.direction = run.values[match.start(name)]
