"""Date values as TIMEX3, the tags of TimeML (ISO 24617-1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from arabnews.article import DateMention
from arabnews_dates.periods import day_period, month_period, week_period, year_period

if TYPE_CHECKING:
    from arabnews.article import DateValue
    from arabnews_dates.periods import Period

_SEASONS: Final = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_UNKNOWN: Final = "XXXX"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SEASON: Final = re.compile(r"(\d{4})-(2[1-4])")
_DECADE: Final = re.compile(r"(\d{3})X")
_CENTURY: Final = re.compile(r"(\d\d)XX")


def to_timex3(date: DateValue, *, tid: str = "t1") -> str:
    """Return a date as a TIMEX3 element: around its words if it is a mention, else empty.

    A week is written as 2023-W24, a quarter as 2023-Q1, a half as 2023-H1, a season as 2017-SP, a decade as 199. Any
    other range is a DURATION between two empty elements that follow it, or one where it is open. What the text leaves
    open is X: «7 أكتوبر» without an anchor is XXXX-10-07, a weekday XXXX-WXX-4.

    Args:
        date: a value of `parse_date`, or a mention of `parse_dates`.
        tid: the element's id; the ends of a range append `b` and `e` to it.

    >>> from arabnews_dates import parse_dates
    >>> (date,) = parse_dates("زار الوزير تونس أمس", "2023-06-15")
    >>> to_timex3(date)
    '<TIMEX3 tid="t1" type="DATE" value="2023-06-14" temporalFunction="true">أمس</TIMEX3>'
    """
    words = date.span.text if isinstance(date, DateMention) and date.span is not None else ""
    value = (date.value or "").replace("~", "")
    start, slash, end = value.partition("/")
    whole = _as_unit(date, start, end) if slash else None
    if whole is None and slash:
        return _duration(date, (start, end), words, tid)
    value = _plain(whole or value) if value else _stated(date)
    kind = "TIME" if "T" in value else "DATE"
    mod = _mod(date)
    extra = (f" mod={quoteattr(mod)}" if mod else "") + (' temporalFunction="true"' if date.anchor is not None else "")
    return _element(tid, kind, value, words, extra)


def _element(tid: str, kind: str, value: str, words: str, extra: str = "") -> str:
    head = f"<TIMEX3 tid={quoteattr(tid)} type={quoteattr(kind)} value={quoteattr(value)}{extra}"
    return f"{head}>{escape(words)}</TIMEX3>" if words else f"{head}/>"


def _duration(date: DateValue, ends: tuple[str, str], words: str, tid: str) -> str:
    days = (date.latest - date.earliest).days + 1 if date.earliest is not None and date.latest is not None else None
    told = [(suffix, value) for suffix, value in zip("be", ends, strict=True) if value != ".."]
    head = f'<TIMEX3 tid={quoteattr(tid)} type="DURATION" value="{"PX" if days is None else f"P{days}D"}"'
    for suffix, _ in told:
        head += f" {'beginPoint' if suffix == 'b' else 'endPoint'}={quoteattr(tid + suffix)}"
    if date.anchor is not None:
        head += ' temporalFunction="true"'
    whole = f"{head}>{escape(words)}</TIMEX3>" if words else f"{head}/>"
    return whole + "".join(_element(tid + suffix, "DATE", _plain(value), "") for suffix, value in told)


def _as_unit(date: DateValue, start: str, end: str) -> str | None:
    """Return the ISO 8601 name of a range that is one week, quarter or half."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return None
    if date.grain == "week" and _DAY.fullmatch(start):
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    months = {"quarter": 3, "half": 6}.get(date.grain)
    if months and start[:4] == end[:4]:
        return f"{start[:4]}-{date.grain[0].upper()}{(first.month - 1) // months + 1}"
    return None


def _plain(value: str) -> str:
    season = _SEASON.fullmatch(value)
    if season is not None:
        return f"{season[1]}-{_SEASONS[season[2]]}"
    short = _DECADE.fullmatch(value) or _CENTURY.fullmatch(value)
    return short[1] if short else value


def _stated(date: DateValue) -> str:
    told = date.stated
    if date.calendar != "gregorian" or (told.year, told.month, told.day, told.weekday) == (None,) * 4:
        return _UNKNOWN
    if told.month is None and told.weekday is not None:
        return f"{_UNKNOWN}-WXX-{told.weekday}"
    year = _UNKNOWN if told.year is None else f"{told.year:04}"
    month = "" if told.month is None else f"-{told.month:02}"
    return year + month + ("" if told.day is None or told.month is None else f"-{told.day:02}")


def _mod(date: DateValue) -> str:
    """Return START, MID or END for a part of a period, APPROX for what else is not exact."""
    if not date.approximate or date.value is None or date.earliest is None or date.latest is None:
        return ""
    period = _period(date)
    if period is None or "/" in date.value or (date.earliest <= period.first and date.latest >= period.last):
        return "APPROX"
    if date.earliest == period.first:
        return "START"
    return "END" if date.latest == period.last else "MID"


def _period(date: DateValue) -> Period | None:
    first = date.earliest
    if first is None:
        return None
    if date.grain == "month":
        return month_period(first.year, first.month)
    if date.grain == "year":
        return year_period(first.year)
    return week_period(first) if date.grain == "week" else day_period(first) if date.grain == "day" else None
