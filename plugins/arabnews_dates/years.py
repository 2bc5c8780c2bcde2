"""Years, decades and centuries: «عام 2015», «2013-2015», «سنة ألفين وخمسة عشر», «التسعينيات», «القرن الماضي»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates.grammar import OF_OUR_TIME, read_numeric, read_year_first
from arabnews_dates.reading import Reading

if TYPE_CHECKING:
    from arabnews.article import Calendar
    from arabnews_dates.grammar import Found
    from arabnews_dates.items import Run

_YEARS: Final = re.compile(
    r"[aAe]?(?P<year>y)G?(?P<join>[/\-]|&?gS?[aAe]?|&[aAe]?)(?P<until>y)(?![/\-.][dyn])(?P<mark>[HG]?)"
)
_YEAR_ALONE: Final = re.compile(r"(?P<label>(?:[aA][,.]?)?)(?P<year>y)(?:(?P<mark>[HG])|(?![/:.][dyn]))")
_SHORT_YEAR: Final = re.compile(r"a(?P<year>d)(?![/\-.:]?[dyn])(?P<mark>[HG]?)")
_SHORT_YEARS: Final = range(30, 100)
_YEAR_WORDS: Final = re.compile(r"[aA](?P<words>K(?:&?K){1,5})")
_HIJRI_YEAR: Final = re.compile(r"[aA](?P<year>n)H")
_CENTURY: Final = re.compile(
    r"Q(?:\^?\(?(?P<nth>[oKd])\)?(?:&\^?\(?(?P<last>[od])\)?)?(?P<mark>[HG]?)|(?P<way>r))|(?P<this>v)Q"
)
_DECADE: Final = re.compile(r"(?P<decade>X)(?:i?Q(?:(?P<nth>[oK])|(?P<way>r)))?(?P<mark>[HG]?)")
_SEASON_YEARS: Final = re.compile(r"[aA]?(?P<year>y)[/\-](?P<until>d)(?![/\-.:][dyn])")
_DECADES: Final = re.compile(r"&Xi?Q")
_NTH_DECADE: Final = re.compile(r"U(?P<nth>[oR])i(?=v?Q)")
_TWO_YEARS: Final = frozenset(("العامين", "السنتين"))
_TWO: Final = 2
_LONGEST_PLAIN: Final = len("ay")
"""Items of the longest that is a year and no more: «عام 2015»."""
_STOPS: Final = frozenset("،,.")
_SEASONS: Final = frozenset(("موسم", "الموسم", "للموسم", "لموسم", "بموسم", "وموسم"))


def read_year(run: Run, at: int) -> Found | None:
    """Read a year or years: «عام 2015», «2013-2015», «1437هـ», «سنة ألفين وخمسة عشر», «2023-01-24»."""
    if len(run.codes) - at > _LONGEST_PLAIN:
        found = read_numeric(run, at) or read_year_first(run, at) or _read_years(run, at)
        if found is not None:
            return found
    match = _YEAR_ALONE.match(run.codes, at) or _HIJRI_YEAR.match(run.codes, at)
    if match is not None:
        year, _ = run.values[match.start("year")]
        if (
            match.re is _YEAR_ALONE
            and match["label"][1:]
            and run.text[run.starts[match.start("year")] - 1] not in _STOPS
        ):
            return None  # of commas and stops that end nothing there are only those glued to the number: «عام ،2009»
        marked = "H" if match.re is _HIJRI_YEAR else match["mark"]
        reading = Reading("year" if match.start("year") > at or marked else "bare-year", grain="year", year=year)
        if marked == "G" and match.start("year") == at and not (1550 <= year <= 2100 and year % 500):
            return None  # «5000 م» are metres
        if marked == "H" and year in OF_OUR_TIME:
            reading.issues.append("damaged")
        elif marked == "H" or (match.start("year") > at and 1300 <= year <= 1500 and marked != "G"):
            reading.calendar = "hijri"
        return reading, match.end()
    match = _YEAR_WORDS.match(run.codes, at)
    if match is None:
        return _read_short_year(run, at)
    year = sum(v for c, v in zip(run.codes[at : match.end()], run.values[at : match.end()], strict=True) if c == "K")
    return (Reading("year-words", grain="year", year=year), match.end()) if 1000 <= year < 3000 else None


def _read_short_year(run: Run, at: int) -> Found | None:
    """Read «عام 92» of the last century."""
    match = _SHORT_YEAR.match(run.codes, at)
    year, width = run.values[match.start("year")] if match else (0, 0)
    if match is None or width < 2 or year not in _SHORT_YEARS:
        return None
    if match["mark"] == "H":
        return Reading("year", grain="year", calendar="hijri", year=year), match.end()
    return Reading("short-year", grain="year", year=1900 + year), match.end()


def read_century(run: Run, at: int) -> Found | None:
    """Read «القرن التاسع عشر», «القرن الماضي»."""
    match = _CENTURY.match(run.codes, at)
    if match is None:
        return None
    if match["this"]:
        return Reading("century", grain="century", direction=0), match.end()
    two = run.values[at] == _TWO
    if two and match["way"]:
        return Reading("some-time", grain="century", vague=True), match.end()
    reading = Reading("century", grain="century")
    _fill_century(reading, run, match)
    if match["last"]:
        if not two:
            return reading, match.end("nth")
        reading.until = Reading("century", grain="century", year=(run.number(match.start("last")) - 1) * 100)
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
    if match["mark"] == "H":
        reading.calendar = "hijri"
    if not run.codes[at + 1 : match.end()] and not _definite(run, at) and not _DECADES.match(run.codes, match.end()):
        return (
            None  # «ستينات» of a person's age, or of anything else; «سبعينيات وثمانينيات القرن الماضي» are two decades
        )
    return reading, match.end()


def read_nth_decade(run: Run, at: int) -> Found | None:
    """Read «العقد الأول من القرن الحالي», «العقد الأخير من القرن العشرين»."""
    match = _NTH_DECADE.match(run.codes, at)
    found = read_century(run, match.end()) if match is not None and run.values[at] == "decade" else None
    if match is None or found is None or found[0].until is not None or found[0].vague:
        return None
    nth = 10 if match["nth"] == "R" else run.values[match.start("nth")]
    reading = Reading("decade", grain="decade", day=10 * (nth - 1), year=found[0].year, direction=found[0].direction)
    return (reading, found[1]) if 1 <= nth <= 10 else None


def _read_years(run: Run, at: int) -> Found | None:
    match = _YEARS.match(run.codes, at)
    if match is None:
        return _read_season_years(run, at)
    (first, _), (last, _) = run.values[match.start("year")], run.values[match.start("until")]
    joined = match["join"]
    if joined in {"/", "-"} and last == first - 1:
        first, last = last, first  # written from the right: «موسم 2012-2011»
    listed = joined.startswith("&") and "g" not in joined and not _is_between(run, at)
    if not 1000 <= first < last <= 2200 or (joined == "/" and last != first + 1):
        return None
    if listed and (run.codes[at] != "e" or last != first + 1):
        # «عامي 2018 و2022» are two years, «عامي 2021 و2022» are one time
        return (Reading("year", grain="year", year=first), match.end("year")) if run.codes[at] == "e" else None
    calendar: Calendar = "hijri" if match["mark"] == "H" else "gregorian"
    until = Reading("years", grain="year", year=last, calendar=calendar)
    return Reading("years", grain="year", year=first, until=until, calendar=calendar), match.end()


def _is_between(run: Run, at: int) -> bool:
    """Tell whether «بين» stands before it, or before «العامين»."""
    if run.follows(at, "بين"):
        return True
    token = run.tokens[at]
    return token > 1 and run.table.forms[token - 1] in _TWO_YEARS and run.table.forms[token - 2].endswith("بين")


def _read_season_years(run: Run, at: int) -> Found | None:
    """Read «موسم 2013-14», where a word for a season stands at most two words before."""
    match = _SEASON_YEARS.match(run.codes, at)
    if match is None:
        return None
    year, last = run.values[match.start("year")][0], run.values[match.start("until")][0]
    words = run.table.forms[max(0, run.tokens[at] - 2) : run.tokens[at]]
    if not 1900 <= year <= 2100 or (year + 1) % 100 != last or not _SEASONS.intersection(words):
        return None
    return Reading("years", grain="year", year=year, until=Reading("years", grain="year", year=year + 1)), match.end()


def _fill_century(reading: Reading, run: Run, match: re.Match[str]) -> None:
    if match["nth"]:
        nth = match.start("nth")
        reading.year = (run.number(nth) - 1) * 100
    elif match["way"]:
        reading.direction = run.values[match.start("way")]


def _of_a_life(run: Run, at: int) -> bool:
    """Tell whether «من عمره» follows: «في الستينيات من عمره» is an age."""
    following = run.tokens[at] + 1
    return following < len(run.table.forms) and run.table.forms[following].removeprefix("ال").startswith("عمر")


def _definite(run: Run, at: int) -> bool:
    return run.text[run.starts[at] : run.starts[at] + 2] == "ال"
