"""Times told by counting units: «قبل خمسة وعشرين عاما», «السنوات العشر الماضية», «الأشهر الستة الأولى من 2015»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from arabnews_dates.reading import Reading
from arabnews_dates.relative import fill_year, is_qualified

if TYPE_CHECKING:
    from arabnews.article import Grain
    from arabnews_dates.grammar import Found
    from arabnews_dates.items import Run

_COUNT: Final = r"(?:[dn]|[K%o](?:&?[K%o])?)"
_AGO: Final = re.compile(
    rf"(?P<way>z)(?P<about>S?)(?:(?P<count>{_COUNT})(?P<counted>[uasj])|(?P<unit>[uasj]))(?P<tail>c[AU]?|!|K)?"
)
_SOME_TIME: Final = re.compile(rf"(?:(?P<unit>P)\^?(?:{_COUNT})?|\^?{_COUNT}(?P<counted>[uasjP]))[rR]")
_FIRST_MONTHS: Final = re.compile(
    rf"(?:(?P<unit>P)\^?(?P<after>{_COUNT})@|\^?(?P<before>{_COUNT})(?P<counted>[uP])@|o(?P<few>{_COUNT})(?P<months>u))"
    r"i(?:[aA]?(?P<year>y)G?|[aA](?P<near>r)(?P<again>y)?|(?P<this>v)A|(?P<bare>A)(?![oRTV]|,?y))"
)
_LABELS: Final[dict[str, Grain]] = {"a": "year", "s": "month", "j": "day"}
_YEARS: Final = {"decade": 10, "century": 100}
_LEAST_TENS: Final = 20
_LONGEST_SINCE: Final = 31
_OF_TIME: Final = frozenset(("الزمن", "الزمان", "الان"))
_BEFORE_ONE: Final = re.compile(r"i|[,.:)]|$")


def read_plural(run: Run, at: int) -> Found | None:
    """Read «السنوات الخمس الماضية», at no place that could be told, and «الأشهر الستة الأولى من 2015», at one."""
    match = _SOME_TIME.match(run.codes, at)
    if match is None:
        return _read_first_months(run, at)
    counted = match.start("counted")
    if counted >= 0 and _number(run, at, counted) is None:
        return None
    unit = run.values[at] if counted < 0 else _unit(run, counted)[0]
    grain: Grain = unit
    return Reading("some-time", grain=grain, vague=True), match.end()


def _read_first_months(run: Run, at: int) -> Found | None:
    match = _FIRST_MONTHS.match(run.codes, at)
    if match is None or (match["few"] and run.values[at] != 1):
        return None
    unit = next(name for name in ("unit", "counted", "months") if match[name])
    count = next(name for name in ("after", "before", "few") if match[name])
    months = _number(run, match.start(count), match.end(count))
    if _unit(run, match.start(unit))[0] != "month" or months is None or not 2 <= months <= 11:
        return None
    reading = Reading("month-range", grain="month", month=1)
    if match["bare"]:
        if is_qualified(run, match.start("bare")):
            return None
        reading.year_offset = 0
    fill_year(reading, run, match)
    reading.until = evolve(reading, month=months)
    return reading, match.end()


def read_ago(run: Run, at: int) -> Found | None:
    """Read «قبل يومين», «بعد ثلاثة أيام», «منذ 18 ساعة», «قبل أسابيع», «قبل أكثر من عشرين عاما»."""
    match = _AGO.match(run.codes, at)
    if match is None:
        return None
    way, place = run.values[at], match.start("counted" if match["count"] else "unit")
    unit, count = _unit(run, place)
    if match["count"]:
        told = _number(run, match.start("count"), place)
        if told is None:
            return None
        count = told
    elif not _stands_alone(run, match, unit):
        return None
    about = run.values[match.start("about")] if match["about"] else None
    half, end = (match["tail"] or "").startswith("c"), match.end()
    if match["tail"] == "K" and (match["count"] or run.values[end - 1] != 1):
        end -= 1  # «قبل عام واحد», not «قبل عامين ثلاثة»
    vague = not count or about in {"more", "some"} or half
    long = about == "more" or half or (unit == "day" and count > _LONGEST_SINCE)
    if not _places(way, unit, vague=vague, long=long):
        return None
    grain: Grain = "year" if unit in _YEARS else unit
    reading = Reading("after" if way == "بعد" else "ago", grain=grain, about=about is not None or unit in _YEARS)
    if vague:
        reading.vague = True
    else:
        reading.offset = count * _YEARS.get(unit, 1) * (1 if way == "بعد" else -1)
    return reading, end


def _places(way: str, unit: str, *, vague: bool, long: bool) -> bool:
    """Tell whether it says when: «منذ 20 عاما», «منذ أكثر من شهر» and «منذ 180 يوما» are how long."""
    if way == "منذ":
        return not long and unit not in {"year", *_YEARS} and (vague or unit not in {"month", "week"})
    return way != "بعد" or not (vague or unit in {"year", "month", *_YEARS})


def _stands_alone(run: Run, match: re.Match[str], unit: str) -> bool:
    """Tell whether a unit without a number is a time: «قبل شهر», not «قبل شهر مايو» or «قبل عقد الجلسة»."""
    at = match.start("unit")
    singular = match["unit"] != "u" or run.values[at] in {("decade", 1), ("century", 1)}
    if not singular or match["about"]:
        return True
    if run.values[match.start()] != "قبل":
        return False
    if match["tail"]:
        return True
    if unit == "decade":
        return run.codes.startswith("i", at + 1) and not _OF_TIME.isdisjoint(
            run.table.forms[run.tokens[at] + 2 : run.tokens[at] + 3]
        )
    return _BEFORE_ONE.match(run.codes, match.end()) is not None


def _unit(run: Run, at: int) -> tuple[Any, int]:
    """Return the unit of an item, and how many of them it is by itself: two in «يومين»."""
    code, value = run.codes[at], run.values[at]
    if code == "u":
        return value  # type: ignore[no-any-return]
    return (_LABELS[code], 1) if code in _LABELS else (value, 0)


def _number(run: Run, at: int, end: int) -> int | None:
    """Return the number that the items tell; an ordinal is one where it is a number too («العشرين»)."""
    total = 0
    for place in range(at, end):
        code, value = run.codes[place], run.values[place]
        if code == "o" and value < _LEAST_TENS:
            return None
        if code in "dn":
            total += value[0]
        elif code in "K%o":
            total += value
    return total
