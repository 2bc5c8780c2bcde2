"""Dates told from where the speaker stands: «أمس», «الخميس المقبل», «العام الماضي», «قبل يومين», «أواخر أكتوبر»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates.grammar import read_month, stands_as_year
from arabnews_dates.reading import Reading
from arabnews_dates.years import read_century, read_decade, read_nth_decade, read_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.article import Calendar, Grain
    from arabnews_dates.grammar import Found
    from arabnews_dates.items import Run

_WEEKDAY: Final = re.compile(
    r"(?:j?(?P<day>w)|j(?P<weak>W))M?(?P<twice>z?)(?P<way>r?)(?P<next>T?)(?:i?(?:(?P<unit>U)(?P<week>r)|v(?P<this>U)))?"
)
_PERIOD: Final = re.compile(
    r"(?:v(?P<this>[AU])|(?P<unit>[AU])(?P<twice>z?)(?P<way>r))(?:[,(]?(?P<year>y)(?P<mark>[HG]?)\)?)?"
)
_AS_BEFORE: Final = re.compile(
    r"(?:(?P<unit>[AUN])(?P<way>[VTR])(?P<year>y?)|(?P<that>D)(?P<noun>[AUN]))(?P<other>i(?:A(?P<near>[rR])|(?P<this>v)A|a?(?P<number>y)))?"
)
_OF_BEFORE: Final = frozenset("VTRAUN")
_BEFORE_IT: Final = ("السابق", "السابقه", "الذي", "التي")
_DEFINITE: Final = ("ال", "وال", "لل", "بال", "فال", "كال")
"""The letters that come second in what counts from the date before: most have none, and need no pattern to tell it."""
_SLICE: Final = re.compile(r"(?P<unit>[YU])(?P<nth>[oR])i?")
_NTH: Final = re.compile(r"(?P<nth>[oC])(?P<unit>[wWju])[if]")
_SPRING: Final = 21
_PARTS: Final = {"half": 2, "third": 3, "week": 0}
_SEASON: Final = re.compile(
    r"(?P<season>q)(?:i?[aA]?(?P<year>y)(?:[-/](?P<until>y))?G?|i?[aA](?P<near>r)(?P<again>y)?|i?(?P<this>v)A|(?P<way>r))"
)
_QUARTER: Final = re.compile(
    r"(?P<unit>Y)(?P<nth>[oR])(?:i?[aA]?(?P<year>y)G?|i?[aA](?P<near>r)(?P<again>y)?|i?(?P<this>v)A|i(?P<bare>A)(?![oRTV]|,?y))"
)
_OTHER_YEAR: Final = re.compile(r"A(?P<kind>[$GH])(?P<way>[rER]?)")
_QUARTERS: Final = ("ربع", "نصف")
_OTHER_QUARTER: Final = re.compile(r"Y[oR]iA\$(?:ry?|y)(?:[/\-]y)?")
_BARE_PERIOD: Final = re.compile(r"(?P<unit>[AU])(?![oRTVr]|,?y)")


def read_deictic(run: Run, at: int) -> Found | None:
    """Read «اليوم», «أمس», «بعد غد», «هذا اليوم», «اليوم ذاته»."""
    day = at + 1 if run.codes[at] == "v" else at
    if not run.codes.startswith("N", day):
        return None
    return read_as_before(run, at) or (Reading("deictic", offset=run.values[day]), day + 1)


def read_as_before(run: Run, at: int) -> Found | None:
    """Read what counts from the date before it: «العام نفسه», «ذات الشهر», «اليوم التالي»."""
    match = _AS_BEFORE.match(run.codes, at) if run.codes[at + 1 : at + 2] in _OF_BEFORE else None
    if match is None or (match["that"] and not run.values[at]):
        return None  # «ذلك العام» refers to anything
    noun = match.start("noun" if match["that"] else "unit")
    value = run.values[noun]
    unit: Grain = "year" if run.codes[noun] == "A" else "day" if run.codes[noun] == "N" else value
    if (unit == "day" and value != 0) or unit == "decade":
        return None
    offset = int(match["way"] == "T")
    if match["way"] == "R":
        if not _is_the_one_before(run, at, noun):
            return None
        offset = -1
    if match["year"]:
        if unit != "year":
            return None
        return Reading("year", grain="year", year=run.values[match.start("year")][0]), match.end("year")
    reading = Reading("as-before", grain=unit, as_before=True, offset=offset)
    if match["other"]:
        _fill_other_year(reading, run, match)
    return reading, match.end()


def _fill_other_year(reading: Reading, run: Run, match: re.Match[str]) -> None:
    """Fill in the year of «الشهر نفسه من العام الماضي», which is another than that of the month before it."""
    if reading.grain not in {"day", "month"} or reading.offset:
        reading.vague = True
    elif match["number"]:
        reading.year = run.values[match.start("number")][0]
    elif match["near"] == "R":
        reading.year_offset = -1
    else:
        reading.year_offset = run.values[match.start("near")] if match["near"] else 0


def _is_the_one_before(run: Run, at: int, noun: int) -> bool:
    """Tell whether «السابق» orders a year or day, and is no one's former office: «الأمين العام السابق»."""
    forms, token = run.table.forms, run.tokens[at]
    office = run.codes[at] == "A" and token > 0 and forms[token - 1].startswith(_DEFINITE)
    return forms[run.tokens[noun] + 1] in _BEFORE_IT and not office


def read_weekday(run: Run, at: int) -> Found | None:
    """Read a weekday with or without «يوم», and «الماضي» or «المقبل» after it."""
    match = _WEEKDAY.match(run.codes, at)
    if match is None:
        return None
    name = "day" if match["day"] else "weak"
    reading = Reading("weekday" if match["day"] else "weak-weekday", weekday=run.values[match.start(name)])
    if match["way"]:
        reading.direction = run.values[match.start("way")] * (2 if match["twice"] else 1)
    elif match["twice"]:
        return reading, match.end("day" if match["day"] else "weak")
    if match["next"]:
        reading.as_before, reading.direction = True, 1
    if match["week"] or match["this"]:
        if run.values[match.start("unit" if match["week"] else "this")] != "week" or reading.direction is not None:
            return reading, match.end("next")
        reading.week_offset = run.values[match.start("week")] if match["week"] else 0
    return reading, match.end()


def read_this(run: Run, at: int) -> Found | None:
    """Read what begins with «هذا»: a day or a period."""
    return read_deictic(run, at) or read_period(run, at) or _read_this_season(run, at)


def _read_this_season(run: Run, at: int) -> Found | None:
    if not run.codes.startswith("vq", at) or not run.table.forms[run.tokens[at + 1]].startswith("ال"):
        return None  # «هذا صيف حار» dates nothing
    if run.values[at + 1] == _SPRING:
        return None  # «هذا الربيع» is the Arab one as often
    return Reading("season", grain="season", month=run.values[at + 1], direction=0), at + 2


def read_period(run: Run, at: int) -> Found | None:
    """Read «العام الماضي», «الأسبوع المقبل», «هذا الشهر», «العام 2015»."""
    match = _PERIOD.match(run.codes, at)
    if match is None:
        found = read_as_before(run, at) or read_slice(run, at) or read_nth_decade(run, at)
        if found is None and run.codes[at] == "A":
            return _read_other_year(run, at) or read_year(run, at)
        return found or read_century(run, at)
    name = "this" if match["this"] else "unit"
    unit: Grain = "year" if match[name] == "A" else run.values[match.start(name)]
    offset = run.values[match.start("way")] * (2 if match["twice"] else 1) if match["way"] else 0
    end = match.end(name if match["this"] else "way")
    if match["year"] and unit == "year":
        number, _ = run.values[match.start("year")]
        if 1300 <= number <= 2100 and (match["mark"] or stands_as_year(run, match.start("year"), match.end())):
            # «العام الماضي 2014» is one year, told twice; «العام الماضي 2000 شخص» counts people
            calendar: Calendar = "hijri" if match["mark"] == "H" or number <= 1500 else "gregorian"
            return Reading("year", grain="year", year=number, calendar=calendar, said=offset), match.end()
    if unit == "month" and run.codes.startswith("E", end) and not run.table.forms[run.tokens[end]].startswith("الجديد"):
        return Reading("period", grain=unit, vague=True), end + 1  # «هذا الشهر الفضيل» is Ramadan
    return Reading("near-decade" if unit == "decade" else "period", grain=unit, offset=offset), end


def read_slice(run: Run, at: int) -> Found | None:
    """Read a half, third or week of a month, and a third of a year: «النصف الأول من مايو», «الأسبوع الأخير من رجب»."""
    match = _SLICE.match(run.codes, at)
    parts = _PARTS.get(run.values[at]) if match else None
    if match is None or parts is None:
        return None
    nth = -1
    if match["nth"] == "o":
        nth = run.values[match.start("nth")]
    elif not is_last(run, match.start("nth")):
        return None
    code = run.codes[match.end() : match.end() + 1]
    found = _READERS[code](run, match.end()) if code in _READERS else None
    if found is None or nth > (parts or 5):
        return None
    reading, end = found
    whole = {"month"} if parts in {0, 2} else {"month", "year"}
    if reading.grain not in whole or reading.until is not None or reading.part is not None:
        return None
    reading.slice, reading.rule = (nth, parts), f"{reading.grain}-slice"
    return reading, end


def read_nth(run: Run, at: int) -> Found | None:
    """Read «آخر أحد من مارس», «أول أسبوع من أكتوبر 2014», «آخر يوم في الشهر الماضي»."""
    match = _NTH.match(run.codes, at)
    if match is None:
        return None
    nth, unit = -1 if match["nth"] == "C" else run.values[at], match["unit"]
    code = run.codes[match.end() : match.end() + 1]
    found = _READERS[code](run, match.end()) if code in _READERS else None
    if found is None and code == "U" and not is_qualified(run, match.end()):
        found = Reading("period", grain=run.values[match.end()], offset=0), match.end() + 1
    if found is None or found[0].grain != "month" or found[0].until is not None or found[0].part is not None:
        return None
    reading, end = found
    reading.rule = "nth"
    if unit == "u":
        if run.values[match.start("unit")] != ("week", 1) or nth > 5:
            return None
        reading.slice = (nth, 0)
        return reading, end
    reading.nth = nth
    reading.weekday = None if unit == "j" else run.values[match.start("unit")]
    return reading, end


def read_season(run: Run, at: int) -> Found | None:
    """Read a season of a year: «ربيع عام 2017», «الصيف الماضي»."""
    match = _SEASON.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("season", grain="season", month=run.values[at])
    fill_year(reading, run, match)
    if match["way"]:
        reading.direction = run.values[match.start("way")]
    if match["until"] and run.values[match.start("until")][0] != (reading.year or 0) + 1:
        return reading, match.end("year")
    return reading, match.end()


def _read_other_year(run: Run, at: int) -> Found | None:
    """Read «العام المالي 2012» and «العام الميلادي الماضي», and «العام الدراسي الماضي», which no one can place."""
    match = _OTHER_YEAR.match(run.codes, at)
    if match is None:
        return None
    found = read_year(run, match.end()) if run.codes.startswith("y", match.end()) else None
    if found is not None and found[0].grain == "year":
        if found[0].rule == "bare-year":
            found[0].rule = "year"
            if match["kind"] == "H":
                found[0].calendar = "hijri"
        return found
    if match["way"] not in {"r", "R"}:
        return None
    if match["kind"] == "G" and match["way"] == "r":
        return Reading("period", grain="year", offset=run.values[match.start("way")]), match.end()
    return Reading("some-time", grain="year", vague=True), match.end()


def read_quarter(run: Run, at: int) -> Found | None:
    """Read a quarter or a half of a year: «الربع الأول من 2023», «النصف الثاني من العام الجاري»."""
    other = _OTHER_QUARTER.match(run.codes, at)
    if other is not None:
        return Reading("quarter", grain=run.values[at], vague=True), other.end()  # a financial year begins in any month
    match = _QUARTER.match(run.codes, at)
    if match is None or run.values[at] == "third":
        return read_slice(run, at) or _read_near_quarter(run, at)
    last = 4 if run.values[at] == "quarter" else 2
    nth = last if match["nth"] == "R" else run.values[match.start("nth")]
    if nth > last or (match["nth"] == "R" and not is_last(run, match.start("nth"))):
        return None
    reading = Reading("quarter", grain=run.values[at], month=nth)
    if match["bare"]:
        if is_qualified(run, match.start("bare")):
            return None
        reading.year_offset = 0
    fill_year(reading, run, match)
    return reading, match.end()


def _read_near_quarter(run: Run, at: int) -> Found | None:
    """Read «الربع الماضي», and «الربع الثاني» of the year that is spoken of."""
    if not run.table.forms[run.tokens[at]].endswith(_QUARTERS):
        return None
    code, place = run.codes[at + 1 : at + 2], at + 1
    if code == "r" and run.values[at] == "quarter":
        return Reading("quarter", grain="quarter", offset=run.values[place]), at + 2
    last = 4 if run.values[at] == "quarter" else 2
    nth = run.values[place] if code == "o" else last if code == "R" and is_last(run, place) else 0
    if not 1 <= nth <= last or run.codes.startswith("i", at + 2):
        return None
    return Reading("bare-quarter", grain=run.values[at], month=nth), at + 2


def read_part(run: Run, at: int) -> Found | None:
    """Read the beginning, middle or end of a month, year, decade or century: «مطلع 2022», «أواخر الشهر الماضي»."""
    following = at + 1
    if run.codes[following : following + 1] == "i":
        following += 1
    code = run.codes[following : following + 1]
    reader = _READERS.get(code)
    found = reader(run, following) if reader else None
    if found is None:
        return _read_bare_part(run, at, following)
    reading, end = found
    if reading.until is None and reading.grain in {"month", "year", "decade", "century", "week"}:
        reading.part = run.values[at]
        if reading.rule not in {"dual-month", "hijri"}:
            reading.rule = f"{reading.grain}-part"
        return reading, end
    return None


def _read_bare_part(run: Run, at: int, following: int) -> Found | None:
    """Read «نهاية العام», «منتصف الشهر»: of the year or month of writing."""
    match = _BARE_PERIOD.match(run.codes, following)
    if match is None or is_qualified(run, following) or run.values[following] == "decade":
        return None  # «نهاية العقد» is of a contract as often
    unit: Grain = "year" if match["unit"] == "A" else run.values[following]
    return Reading("bare-part", grain=unit, offset=0, part=run.values[at]), match.end()


def is_qualified(run: Run, at: int) -> bool:
    """Tell whether an adjective that is no word of dates follows: «العام الدراسي» is no year of the calendar."""
    following = run.tokens[at] + 1
    return run.table.forms[following : following + 1] != () and run.table.forms[following].startswith("ال")


def is_last(run: Run, at: int) -> bool:
    """Tell whether «الأخير» means the last one, not a recent one."""
    return run.table.forms[run.tokens[at]].removeprefix("ال") in {"اخير", "اخيره"}


def fill_year(reading: Reading, run: Run, match: re.Match[str]) -> None:
    """Fill in the year that a match tells, by number or from the anchor's."""
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    elif match["near"] and "again" in match.re.groupindex and match["again"]:
        reading.year = run.values[match.start("again")][0]  # «العام المقبل 2013»
    elif match["near"]:
        reading.year_offset = run.values[match.start("near")]
    elif match["this"]:
        reading.year_offset = 0


_READERS: Final[dict[str, Callable[[Run, int], Found | None]]] = {
    "m": read_month,
    "s": read_month,
    "h": read_month,
    "y": read_year,
    "a": read_year,
    "A": read_period,
    "U": read_period,
    "v": read_period,
    "Q": read_century,
    "X": read_decade,
}
"""The rules for periods that may have parts, by the letter they begin with."""
