"""Dates that the calendar alone can name: day, month and year in words and digits, years, decades and centuries.

Each rule is a pattern over the letters of a run (see `vocabulary.KINDS`) and a function that reads its match. All
repeats are bounded, so that a rule's work at one place does not grow with the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from arabnews_dates.reading import Clock, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews_dates.items import Run

Found = tuple[Reading, int]
"""A reading, and the item after its last one."""

_MONTH: Final = r"(?P<month>m)(?:(?P<slash>[/\-.]?|\(|,)(?P<dual>m)\)?)?"
_YEAR: Final = r"(?:\)?[,/\-.]?(?:i?(?P<this>v)A|i?[aA]?(?P<year>y)G?|i?[aA](?P<near>r)|,?(?P<way>r)))?"
_DAY_MONTH: Final = re.compile(rf"(?P<day>[do])[/\-.]?i?s?{_MONTH}{_YEAR}")
_DAY_RANGE: Final = re.compile(rf"(?P<first>[do])(?P<join>&?g|-|&)(?P<day>[do])[/\-]?i?s?{_MONTH}{_YEAR}")
_MONTH_DAY: Final = re.compile(r"(?P<month>m)[.]?(?P<day>d)(?:[,.]?(?P<year>y))?")
_MONTH_YEAR: Final = re.compile(rf"(?P<label>s?){_MONTH}{_YEAR}")
_YEAR_FIRST: Final = re.compile(r"(?P<year>y)(?P<half>x?)[,.\-]?(?P<day>[do])[/\-]?i?(?P<month>m)")
_HIJRI: Final = re.compile(
    r"(?:(?P<day>[do])[/\-.]?i?)?(?P<label>s?)[/\-.]?(?P<month>h)"
    r"(?:[,/\-.]?i?(?:[aA]?(?P<year>y|n)H?|[aA](?P<near>r)|(?P<way>r)))?(?P<mark>H?)"
)
_NUMERIC: Final = re.compile(r"(?P<a>[dy])(?P<sep>[/\-.])(?P<b>d)(?P=sep)(?P<c>[dy])(?P<mark>[HG]?)(?![/\-.][dyn])")
_YEARS: Final = re.compile(r"[ae]?(?P<year>y)(?P<join>[/\-]|&?g[ae]?|&[ae]?)(?P<until>y)(?![/\-.][dyn])G?")
_YEAR_ALONE: Final = re.compile(r"(?P<label>[aA]?)(?P<year>y)(?P<mark>[HG]?)(?![/:.][dyn])")
_YEAR_WORDS: Final = re.compile(r"[aA](?P<words>K(?:&?K){1,5})")
_HIJRI_YEAR: Final = re.compile(r"[aA](?P<year>n)H")
_CENTURY: Final = re.compile(r"Q(?:(?P<nth>[oKd])(?P<mark>[HG]?)|(?P<way>r))")
_DECADE: Final = re.compile(r"(?P<decade>X)(?:i?Q(?:(?P<nth>[oK])|(?P<way>r)))?")
_CLOCK: Final = re.compile(r"l?(?P<hour>d):(?P<minute>d)(?::(?P<second>d))?,?(?P<half>[xG]?)(?P<zone>Z?)")
_BROKEN_CLOCK: Final = re.compile(r"d(?P<half>x)")


def read_day(run: Run, at: int) -> Found | None:
    """Read a date that begins with its day: «7 أكتوبر 2023», «السابع من أكتوبر», «13 إلى 15 يوليو», «24/01/2023»."""
    return read_numeric(run, at) or _read_day_range(run, at) or _read_day_month(run, at) or _read_hijri(run, at)


def read_month(run: Run, at: int) -> Found | None:
    """Read a month with or without its year: «تشرين الأول/أكتوبر», «شهر مارس 2023», «نوفمبر الماضي»."""
    value = run.values[at]
    if run.codes[at] == "m" and value.family == "english":
        return _read_english(run, at)
    match = _MONTH_YEAR.match(run.codes, at)
    if match is None or run.values[match.start("month")].family == "english":
        return _read_hijri(run, at)
    reading = Reading("month", grain="month")
    end = _fill(reading, run, match)
    return reading, end


def read_year(run: Run, at: int) -> Found | None:
    """Read a year or years: «عام 2015», «2013-2015», «1437هـ», «سنة ألفين وخمسة عشر», «2023-01-24»."""
    found = read_numeric(run, at) or _read_year_first(run, at) or _read_years(run, at)
    if found is not None:
        return found
    match = _YEAR_ALONE.match(run.codes, at) or _HIJRI_YEAR.match(run.codes, at)
    if match is not None:
        year, _ = run.values[match.start("year")]
        marked = match.groupdict().get("mark", "H")
        reading = Reading("year" if match.start("year") > at or marked else "bare-year", grain="year", year=year)
        if marked == "G" and match.start("year") == at and not (1550 <= year <= 2100 and year % 500):
            return None  # «5000 م» are metres
        if marked == "H" or (match.start("year") > at and 1300 <= year <= 1500 and marked != "G"):
            reading.calendar = "hijri"
        return reading, match.end()
    match = _YEAR_WORDS.match(run.codes, at)
    if match is None:
        return None
    year = sum(v for c, v in zip(run.codes[at : match.end()], run.values[at : match.end()], strict=True) if c == "K")
    return (Reading("year-words", grain="year", year=year), match.end()) if 1000 <= year < 3000 else None


def read_century(run: Run, at: int) -> Found | None:
    """Read «القرن التاسع عشر», «القرن الماضي»."""
    match = _CENTURY.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("century", grain="century")
    _fill_century(reading, run, match)
    if match["mark"] == "H":
        # a Hijri century lies across two of ours: found, without a value, as a Hijri year is
        reading.calendar = "hijri"
    return reading, match.end()


def read_decade(run: Run, at: int) -> Found | None:
    """Read «التسعينيات», «ثمانينات القرن الماضي»."""
    match = _DECADE.match(run.codes, at)
    if match is None:
        return None
    if run.codes[match.end() : match.end() + 1] == "i" and _of_a_life(run, match.end()):
        return None
    reading = Reading("decade", grain="decade", day=run.values[at])
    _fill_century(reading, run, match)
    if not run.codes[at + 1 : match.end()] and not _definite(run, at):
        return None  # «ستينات» of a person's age, or of anything else
    return reading, match.end()


def read_clock(run: Run, at: int) -> tuple[Clock, str | None, int] | None:
    """Read a clock time, its zone, and where it ends; damaged writings give a clock without an hour."""
    match = _CLOCK.match(run.codes, at)
    if match is None:
        broken = _BROKEN_CLOCK.match(run.codes, at)
        return (Clock(None, issue="damaged"), None, broken.end()) if broken else None
    (hour, _), (minute, width) = run.values[match.start("hour")], run.values[match.start("minute")]
    second = run.values[match.start("second")][0] if match["second"] else None
    half = run.values[match.start("half")] if match["half"] else None
    if half == "":
        half = 12  # «م» after a clock time is «مساء», elsewhere the Gregorian era
    if half == 12 and hour < 12:
        hour += 12
    elif half == 0 and hour == 12:
        hour = 0
    zone = run.values[match.start("zone")] if match["zone"] else None
    if width != 2:
        # «١٨:٤»: something is lost, and nothing tells which of the numbers is the hour
        clock = Clock(None, issue="damaged")
    elif hour > 23 or minute > 59 or (second or 0) > 59:
        clock = Clock(None, issue="impossible_time")
    else:
        clock = Clock(hour, minute, second)
    return clock, zone, match.end()


def read_numeric(run: Run, at: int) -> Found | None:
    """Read a date in digits: day first, or year first where the year leads."""
    match = _NUMERIC.match(run.codes, at)
    if match is None:
        return None
    (a, width_a), (b, width_b), (c, width_c) = (run.values[match.start(g)] for g in "abc")
    reading = Reading("numeric")
    if width_a == 4:
        if width_c == 4:
            return None
        reading.year, reading.month, reading.day = a, b, c
        if b > 12 >= c:
            reading.month, reading.day = c, b
    else:
        if width_c != 4 and not (width_c == 2 and width_b == width_a == 2 and match["sep"] == "/"):
            return None  # 1-2-3, 1.2.3: a score, a version, a list
        year = c if width_c == 4 else c + (2000 if c < 50 else 1900)
        if width_c == 2 and not (1 <= a <= 31 and 1 <= b <= 12):
            return None  # 16/32/64: sizes
        reading.year, reading.month, reading.day = year, b, a
        if b > 12 >= a:
            reading.month, reading.day = a, b
        else:
            reading.swapped = a <= 12 and a != b
    if match["mark"] == "H" or (1300 <= reading.year <= 1500 and match["mark"] != "G"):
        reading.calendar = "hijri"
        reading.swapped = False
    return reading, match.end()


def _read_day_month(run: Run, at: int) -> Found | None:
    match = _DAY_MONTH.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("day-month", day=_number(run, match.start("day")))
    return reading, _fill(reading, run, match)


def _read_day_range(run: Run, at: int) -> Found | None:
    match = _DAY_RANGE.match(run.codes, at)
    if match is None:
        return None
    until = Reading("day-range", day=_number(run, match.start("day")))
    end = _fill(until, run, match)
    reading = Reading("day-range", day=_number(run, at), year=until.year, month=until.month)
    reading.direction, reading.year_offset = until.direction, until.year_offset
    if match["join"] == "&":
        reading.rule = "day-list"
    reading.until = until
    return reading, end


def _read_english(run: Run, at: int) -> Found | None:
    match = _MONTH_DAY.match(run.codes, at)
    if match is None or not (month := run.values[at]):
        return None
    reading = Reading("month-day", month=month.number, day=_number(run, match.start("day")))
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    return reading, match.end()


def _read_year_first(run: Run, at: int) -> Found | None:
    match = _YEAR_FIRST.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("year-first", year=run.values[at][0], day=_number(run, match.start("day")))
    reading.month = run.values[match.start("month")].number
    if match["half"]:
        reading.issues.append("damaged")  # of a time of day only its half is left
    return reading, match.end()


def _read_years(run: Run, at: int) -> Found | None:
    match = _YEARS.match(run.codes, at)
    if match is None:
        return None
    (first, _), (last, _) = run.values[match.start("year")], run.values[match.start("until")]
    joined = match["join"]
    listed = joined.startswith("&") and "g" not in joined and run.codes[at] != "e"
    if (
        not 1000 <= first < last <= 2200
        or (joined == "/" and last != first + 1)
        or (listed and not before_is(run, at, "بين"))
    ):
        return None
    return Reading("years", grain="year", year=first, until=Reading("years", grain="year", year=last)), match.end()


def _read_hijri(run: Run, at: int) -> Found | None:
    match = _HIJRI.match(run.codes, at)
    if match is None:
        return None
    month = run.values[match.start("month")]
    reading = Reading("hijri", calendar="hijri", month=month.number, grain="month")
    if match["day"]:
        reading.day, reading.grain = _number(run, match.start("day")), "day"
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    for name in ("near", "way"):
        if match[name]:
            reading.direction = run.values[match.start(name)]
    if month.weak and not (match["day"] or match["year"] or match["label"] or match["mark"] or match["way"]):
        return None
    return reading, match.end()


def _fill(reading: Reading, run: Run, match: re.Match[str]) -> int:
    """Fill in month and year of a match and return where the reading ends."""
    first = run.values[match.start("month")]
    reading.month = first.number
    if match["dual"]:
        second = run.values[match.start("dual")]
        if second.number == first.number:
            reading.rule = "dual-month" if reading.grain == "month" else reading.rule
        elif match["slash"] in {"/", "("} and second.family != first.family and not second.weak:
            reading.other_month = second.number
            reading.issues.append("dual_mismatch")
        elif match["slash"] == "-" or (match["slash"] == "/" and reading.grain == "month"):
            return _fill_month_range(reading, run, match, second.number)
        else:
            return match.end("month")
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    elif match["this"]:
        reading.year_offset = 0
    elif match["near"]:
        reading.year_offset = run.values[match.start("near")]
    elif match["way"]:
        reading.direction = run.values[match.start("way")]
    return match.end()


def _fill_month_range(reading: Reading, run: Run, match: re.Match[str], last: int) -> int:
    if reading.grain != "month":
        return match.end("month")
    year = run.values[match.start("year")][0] if match["year"] else None
    reading.rule = "month-range"
    reading.until = Reading("month-range", grain="month", month=last, year=year)
    reading.year = year if year is None or (reading.month or 0) <= last else year - 1
    for name in ("near", "this"):
        if match[name]:
            reading.year_offset = reading.until.year_offset = run.values[match.start(name)] or 0
    if match["way"]:
        reading.direction = reading.until.direction = run.values[match.start("way")]
    return match.end()


def _fill_century(reading: Reading, run: Run, match: re.Match[str]) -> None:
    if match["nth"]:
        nth = match.start("nth")
        reading.year = (_number(run, nth) - 1) * 100
    elif match["way"]:
        reading.direction = run.values[match.start("way")]


def _of_a_life(run: Run, at: int) -> bool:
    """Tell whether «من عمره» follows: «في الستينيات من عمره» is an age."""
    following = run.tokens[at] + 1
    return following < len(run.table.forms) and run.table.forms[following].removeprefix("ال").startswith("عمر")


def _number(run: Run, at: int) -> int:
    value: Any = run.values[at]
    return int(value[0]) if run.codes[at] == "d" else int(value)


def _definite(run: Run, at: int) -> bool:
    return run.text[run.starts[at] : run.starts[at] + 2] == "ال"


def before_is(run: Run, at: int, word: str) -> bool:
    """Tell whether the word before item `at` is `word`, as it is or after a «و»."""
    token = run.tokens[at]
    return token > 0 and run.table.forms[token - 1] in {word, "و" + word}


READERS: Final[dict[str, tuple[Callable[[Run, int], Found | None], ...]]] = {
    "d": (read_day,),
    "o": (read_day,),
    "m": (read_month,),
    "s": (read_month,),
    "h": (read_month,),
    "y": (read_year,),
    "a": (read_year,),
    "A": (read_year,),
    "e": (read_year,),
    "Q": (read_century,),
    "X": (read_decade,),
}
"""The rules that may begin with a letter."""
