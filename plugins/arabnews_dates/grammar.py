"""Dates by day and month, in words and digits: «7 أكتوبر 2023», «السابع من الشهر الماضي», «24/01/2023».

Each rule is a pattern over the letters of a run (see `vocabulary.KINDS`) and a function that reads its match. All
repeats are bounded, so that a rule's work at one place does not grow with the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_dates.hijri_dates import read_hijri
from arabnews_dates.reading import Reading

if TYPE_CHECKING:
    from arabnews_dates.items import Run

Found = tuple[Reading, int]
"""A reading, and the item after its last one."""

_MONTH: Final = r"\(?(?P<month>m)(?:(?P<slash>[/\-.]?|\(|,)(?P<dual>m)\)?)?"
_YEAR: Final = (
    r"(?:\)?[,/\-.]?(?:i?(?P<same>A[VT]|DA)|i?[aA]?(?P<year>y)G?|"
    r"(?:i?(?P<this>v)A|i?[aA](?P<near>r)|,?(?P<way>r))(?:(?P<again>y)G?)?))?"
)
_DAY_MONTH: Final = re.compile(rf"(?P<day>[do])(?P<gap>[/\-.,]?)i?s?{_MONTH}{_YEAR}")
_DAY_RANGE: Final = re.compile(rf"(?P<first>[do])(?P<join>&?g|-|&)(?P<day>[do])[/\-]?i?s?{_MONTH}{_YEAR}")
_DAY_OF_MONTH: Final = re.compile(
    r"(?:(?P<first>[do])(?P<join>&?g|-|&))?(?P<day>[do])(?P<of>i?)"
    r"(?:(?P<unit>U)(?:(?P<way>r)|(?P<same>[VT]))|v(?P<this>U)|D(?P<that>U))(?:ia(?P<year>y))?"
)
_BARE_DAY: Final = re.compile(r"(?:d(?P<it>B)|(?:d|(?P<word>o)i)(?P<way>r))")
_DAY_TO_NUMERIC: Final = re.compile(r"d(?:&?g|-)(?=d[/\-.]d[/\-.]y)")
_LIBYAN: Final = re.compile(r"(?P<day>[do])i?s?(?P<month>[Lqo])(?:[/(]?(?P<dual>m)\)?)?i?a?(?P<year>y)G?")
OF_OUR_TIME: Final = range(1900, 2100)
"""Years of the common calendar that are none of the Hijri one yet."""
_PARTICLES: Final = frozenset(("في", "من", "علي", "الي", "عن", "مع", "بعد", "قبل", "ان", "بان", "او", "كما", "حيث"))
_CLOSED: Final = re.compile(r"\s*(?:$|[^\w\s]|\n)")
_LIBYAN_YEARS: Final = range(1969, 2012)
_LIBYAN_WORDS: Final = {("q", 21): 3, ("q", 22): 6, ("o", 1): 9}
"""«الربيع», «الصيف» and «الفاتح» were months of that calendar too: March, June and September."""
_MONTH_DAY_YEAR: Final = re.compile(r"(?P<month>m)(?P<day>d),?(?P<year>y)(?![/\-.:]?[dyn](?!:d))")
_MONTH_DAY: Final = re.compile(r"(?P<month>m)[.]?(?P<day>d)(?:[,.]?(?P<year>y))?")
_MONTH_YEAR: Final = re.compile(rf"(?P<label>s?){_MONTH}{_YEAR}")
_YEAR_FIRST: Final = re.compile(
    r"(?P<year>y)(?P<half>x?)[,.\-]?(?P<day>[do])[/\-]?i?(?P<month>m)(?!\)?[,/\-.]?i?[aA]?y)"
)
_NUMERIC: Final = re.compile(
    r"(?P<a>[dy])(?P<sep>[/\-.])(?P<b>d)(?P=sep)(?P<c>[dy])(?:(?P<mark>[HG])|(?![/\-.][dyn](?!:d)))"
)


def read_day(run: Run, at: int) -> Found | None:
    """Read a date that begins with its day: «7 أكتوبر 2023», «السابع من أكتوبر», «13 إلى 15 يوليو», «24/01/2023»."""
    for reader in _DAY_READERS.get(run.codes[at + 1 : at + 2], _PLAIN_DAY_READERS):
        found = reader(run, at)
        if found is not None:
            return found
    return None


def read_month(run: Run, at: int) -> Found | None:
    """Read a month with or without its year: «تشرين الأول/أكتوبر», «شهر مارس 2023», «نوفمبر الماضي»."""
    value = run.values[at]
    if run.codes[at] == "m" and value.family == "english":
        return _read_english(run, at)
    if run.codes.startswith("md", at):
        match = _MONTH_DAY_YEAR.match(run.codes, at)
        if match is not None and 1 <= run.number(at + 1) <= 31:
            year = run.values[match.start("year")][0]
            return Reading("month-day", year=year, month=value.number, day=run.number(at + 1)), match.end()
    match = _MONTH_YEAR.match(run.codes, at)
    if match is not None and run.codes[match.start("month") - 1] == "(" and not match["label"]:
        match = None
    if match is None or run.values[match.start("month")].family == "english":
        return read_hijri(run, at)
    reading = Reading("month", grain="month")
    end = _fill(reading, run, match)
    return reading, end


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
    if match["mark"] == "H" and reading.year in OF_OUR_TIME:
        reading.issues.append("damaged")  # «12/8/2015هـ»: a slip of the sign, not of the year
    elif match["mark"] == "H" or (1300 <= reading.year <= 1500 and match["mark"] != "G"):
        reading.calendar = "hijri"
        reading.swapped = False
    return reading, match.end()


def _read_day_to_numeric(run: Run, at: int) -> Found | None:
    """Read «من 1 إلى 30/11/1436»: the first day borrows month and year."""
    match = _DAY_TO_NUMERIC.match(run.codes, at)
    found = read_numeric(run, match.end()) if match else None
    if found is None or not 1 <= run.number(at) < (found[0].day or 0):
        return None
    until, end = found
    until.swapped = False
    return evolve(until, rule="day-range", day=run.number(at), until=until, issues=[]), end


def _read_day_month(run: Run, at: int) -> Found | None:
    match = _DAY_MONTH.match(run.codes, at)
    if match is None or (match["gap"] == "," and run.values[match.start("month")].family != "english"):
        return None
    reading = Reading("day-month", day=run.number(match.start("day")), worded=match["day"] == "o")
    return reading, _fill(reading, run, match)


def _read_day_of_month(run: Run, at: int) -> Found | None:
    """Read «27 من الشهر الجاري», «السابع من هذا الشهر», «3 إلى 7 من الشهر المقبل»."""
    match = _DAY_OF_MONTH.match(run.codes, at)
    if match is None:
        return None
    unit = next(name for name in ("unit", "this", "that") if match[name])
    if run.values[match.start(unit)] != "month":
        return None
    if not match["of"] and not (match["day"] == "d" and (run.follows(at, "في") or run.follows(at, "يوم"))):
        return None  # «22 الشهر الجاري» after its preposition; elsewhere they may be twenty-two of anything
    reading = Reading("day-of-month", day=run.number(match.start("day")), month_offset=0)
    if match["way"]:
        reading.month_offset = run.values[match.start("way")]
    elif match["same"] or match["that"]:
        reading.as_before, reading.month_offset = True, int(match["same"] == "T")
    if match["year"]:
        reading.year = run.values[match.start("year")][0]  # «السابع من هذا الشهر من عام 1963»
    if match["first"]:
        reading.until = evolve(reading)
        reading.day = run.number(at)
        reading.rule = "day-list" if match["join"] == "&" else reading.rule
    return reading, match.end()


def _read_bare_day(run: Run, at: int) -> Found | None:
    """Read «24 منه» of the month told before, «23 الجاري» and «الخامس من الجاري» of the month of writing."""
    match = _BARE_DAY.match(run.codes, at)
    if match is None or not (match["word"] or run.follows(at, "في") or run.follows(at, "يوم")):
        return None
    reading = Reading("day-of-month", day=run.number(at), month_offset=0)
    if match["it"]:
        reading.rule, reading.as_before = "day-of-it", True
        return reading, match.end()
    reading.month_offset = run.values[match.start("way")]
    # «الخامس من الماضي» is no day, nor is «20 المقبلة»
    plain = reading.month_offset == 0 or not match["word"]
    masculine = not run.table.forms[run.tokens[match.start("way")]].endswith("ه")
    return (reading, match.end()) if plain and masculine else None


def _read_libyan(run: Run, at: int) -> Found | None:
    """Read a date by the months that Libya used from 1969 to 2011: «5 ناصر 1985», «1 الفاتح (سبتمبر) 1969»."""
    match = _LIBYAN.match(run.codes, at)
    year = run.values[match.start("year")][0] if match else 0
    if match is None or year not in _LIBYAN_YEARS:
        return None
    name = run.values[match.start("month")]
    month = name.number if match["month"] == "L" else _LIBYAN_WORDS.get((match["month"], name))
    if month is None:
        return None
    reading = Reading("day-month", day=run.number(at), month=month, year=year)
    if match["dual"] and run.values[match.start("dual")].number != month:
        reading.other_month = run.values[match.start("dual")].number
        reading.issues.append("dual_mismatch")
    return reading, match.end()


def _read_day_range(run: Run, at: int) -> Found | None:
    match = _DAY_RANGE.match(run.codes, at)
    if match is None:
        return None
    until = Reading("day-range", day=run.number(match.start("day")))
    end = _fill(until, run, match)
    reading = Reading("day-range", day=run.number(at), year=until.year, month=until.month)
    reading.direction, reading.year_offset = until.direction, until.year_offset
    reading.as_before = until.as_before
    if match["join"] == "&":
        reading.rule = "day-list"
    reading.until = until
    return reading, end


def _read_english(run: Run, at: int) -> Found | None:
    match = _MONTH_DAY.match(run.codes, at)
    if match is None or not (month := run.values[at]):
        return None
    reading = Reading("month-day", month=month.number, day=run.number(match.start("day")))
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    return reading, match.end()


def read_year_first(run: Run, at: int) -> Found | None:
    """Read a date with its year first and its month in words: «2023, 24 يناير»."""
    match = _YEAR_FIRST.match(run.codes, at)
    if match is None:
        return None
    reading = Reading("year-first", year=run.values[at][0], day=run.number(match.start("day")))
    reading.month = run.values[match.start("month")].number
    if match["half"]:
        reading.issues.append("damaged")  # of a time of day only its half is left
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
    return _fill_year(reading, run, match)


def _fill_year(reading: Reading, run: Run, match: re.Match[str]) -> int:
    if match["year"]:
        reading.year = run.values[match.start("year")][0]
    elif match["this"]:
        reading.year_offset = 0
    elif match["same"]:
        reading.as_before, reading.year_offset = True, int(match["same"] == "AT")
    elif match["near"]:
        reading.year_offset = run.values[match.start("near")]
    elif match["way"]:
        reading.direction = run.values[match.start("way")]
    if match["again"]:
        year = run.values[match.start("again")][0]
        if year not in OF_OUR_TIME or not stands_as_year(run, match.start("again"), match.end()):
            return match.start("again")
        reading.year = year  # «يونيو الماضي 2011»
    return match.end()


def stands_as_year(run: Run, at: int, end: int) -> bool:
    """Tell whether a number counts nothing: «العام الماضي 2014» is a year told twice, «العام الماضي 2000 شخص» not."""
    after = run.tokens[at] + 1
    if _CLOSED.match(run.text, run.ends[end - 1], run.ends[end - 1] + 2):
        return True
    return not _PARTICLES.isdisjoint(run.table.forms[after : after + 1])


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


_PLAIN_DAY_READERS: Final = (_read_day_month, read_hijri, _read_day_of_month, _read_bare_day, _read_libyan)
_NUMERIC_DAY_READERS: Final = (read_numeric, *_PLAIN_DAY_READERS)
_RANGE_DAY_READERS: Final = (_read_day_to_numeric, _read_day_range, *_PLAIN_DAY_READERS)
_DAY_READERS: Final = {
    "/": _NUMERIC_DAY_READERS,
    ".": _NUMERIC_DAY_READERS,
    "-": (read_numeric, *_RANGE_DAY_READERS),
    "&": _RANGE_DAY_READERS,
    "g": _RANGE_DAY_READERS,
    **dict.fromkeys(("", *"#:AKNPdejnuwxyz"), ()),
}
"""The rules for what begins with a day, by the letter that follows it."""
