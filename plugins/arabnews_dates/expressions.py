"""Whole expressions: a date with its weekday and its clock time, ranges, a Hijri date with its Gregorian equivalent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_dates import counted, relative
from arabnews_dates.clocks import read_clock
from arabnews_dates.equivalents import extend_equal, read_dated
from arabnews_dates.grammar import read_day, read_month
from arabnews_dates.hijri_dates import read_feast
from arabnews_dates.items import find_runs
from arabnews_dates.placing import place
from arabnews_dates.reading import Reading
from arabnews_dates.years import read_century, read_decade, read_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from arabnews.fold import Tokens
    from arabnews_dates.grammar import Found
    from arabnews_dates.items import Run
    from arabnews_dates.placing import Expression
    from arabnews_dates.vocabulary import Vocabulary

_AFTER_HOUR: Final = frozenset(":xpG&c")
_BEFORE_DATE: Final = re.compile(r"[,\-(.|/]{0,2}k?[,:\-]?")
_AFTER_CLOCK: Final = re.compile(r"[,\-.|/]{0,2}[fi]?(?:j(?=[doy]))?")
_BEFORE_CLOCK: Final = re.compile(r"\)?[,\-.|(:/]{0,2}(?:f(?=[lO]|d:d))?(?=t?l?[dO])t?")
_TO: Final = re.compile(r",?(?:i?&?g|-|&)S?j?(?=[doymwahsN])")
_ONWARD: Final = re.compile(r",?(?:(?P<way>I)|&?g(?:J|N(?![a-zA-Z])))")
_LAST_YEAR: Final = 2200
_LISTING: Final = frozenset(",&")
_DEICTIC: Final = frozenset("Nv")
_ALONE: Final = frozenset("NwmhyX")
"""Letters that may be an expression by themselves."""
_LATIN_HALVES: Final = frozenset(("AM", "PM", "am", "pm"))
_DAY_ALONE: Final = re.compile(r"jd(?=[,.)]?(?:[fg]|$))")
_DAYS: Final = re.compile(r"d(?:,&?|&)d(?:(?:,&?|&)d){1,9}")


_RANGE_ENDS: Final[dict[str, Callable[[Run, int], Found | None]]] = {
    "w": relative.read_weekday,
    "m": read_month,
    "s": read_month,
    "h": read_month,
    "y": read_year,
    "a": read_year,
    "N": relative.read_deictic,
}


def find_expressions(
    table: Tokens, vocabulary: Vocabulary, low: int = 0, high: int | None = None
) -> Iterator[Expression]:
    """Yield the expressions among the words `low` to `high`, in order and disjoint, before the setting is asked."""
    for run in find_runs(table, vocabulary, low, high):
        at, codes = 0, run.codes
        while at < len(codes):
            code = codes[at]
            if code not in _READERS:
                at += 1
                continue
            if code == "d" and codes[at + 1 : at + 2] in _LISTING and (listed := _read_days(run, at)) is not None:
                for first, reading, stop in listed:
                    yield place(run, reading, first, stop)
                at = listed[-1][2]
                continue
            found = read_expression(run, at)
            if found is None:
                at += 1
                continue
            reading, end = found
            if reading.rule == "day-list" and not run.follows(at, "بين") and reading.until is not None:
                # «3 و5 مايو» are two days: the first borrows month and year
                second = codes.index("&", at) + 1
                last, reading.until = reading.until, None
                reading.rule = last.rule = "hijri" if last.calendar == "hijri" else "day-month"
                yield place(run, reading, at, at + 1)
                yield place(run, last, second, end)
            else:
                yield place(run, reading, at, end)
            at = end


def _read_days(run: Run, at: int) -> list[tuple[int, Reading, int]] | None:
    """Read three days or more of one month: «5 و6 و7 يوليو», «12، 13 و14 مايو»; each borrows month and year."""
    match = _DAYS.match(run.codes, at)
    if match is None:
        return None
    places = [place for place in range(at, match.end()) if run.codes[place] == "d"]
    numbers = [run.number(place) for place in places]
    found = read_expression(run, places[-1])
    if found is None or found[0].until is not None or numbers != sorted({*numbers}) or numbers[0] < 1:
        return None
    last, end = found
    if last.rule not in {"day-month", "hijri", "day-of-month"}:
        return None
    readings = [evolve(last, day=number, weekday=None, clock=None, issues=[]) for number in numbers[:-1]]
    return [*zip(places, readings, (place + 1 for place in places), strict=False), (places[-1], last, end)]


def read_expression(run: Run, at: int) -> Found | None:
    """Read the expression that begins at an item, with everything that belongs to it."""
    codes = run.codes
    code = codes[at]
    if at + 1 == len(codes) and code not in _ALONE:
        return None
    hour = code == "d" and codes[at + 1] in _AFTER_HOUR
    for reader in _HOUR_READERS if hour else _READERS.get(code, ()):
        found = reader(run, at)
        if found is not None:
            reading, end = found
            if end == len(codes) or reading.vague or reading.rule in {"ago", "after"}:
                return found
            return _extend(run, at, reading, end)
    return None


def _read_after_clock(run: Run, at: int) -> Found | None:
    """Read a date that its clock time precedes: «07:28 2021-04-03», «٦:٣٥ ص . ٢٤ يناير ٢٠٢٣»."""
    told = read_clock(run, at)
    if told is None:
        return None
    clock, zone, end = told
    gap = _AFTER_CLOCK.match(run.codes, end)
    following = gap.end() if gap else end
    found = read_dated(run, following)
    if found is not None and (found[0].day is None or found[0].until is not None):
        found = None
    if found is None and run.codes[following : following + 1] in {"N", "v", "j", "w"}:
        found = _read_named_day(run, following)
        found = None if found is None or found[0].grain != "day" or found[0].vague else found
        if found is not None and found[0].day is None and clock.hour is None:
            found = None
    if found is None:
        # a clock time alone is no date, but in a stamp
        named = (
            ":" in run.codes[at:end]
            and clock.hour is not None
            and (zone or not {"x", "l"}.isdisjoint(run.codes[at:end]))
        )
        return (Reading("clock", offset=0, clock=clock, zone=zone), end) if named else None
    if clock.hour is None and found[0].year is None:
        return None
    reading, end = found
    reading.clock, reading.zone = clock, zone
    return reading, end


def _read_named_day(run: Run, at: int) -> Found | None:
    """Read «اليوم», a weekday or both, and the date that follows them."""
    if run.codes[at] in _DEICTIC:
        found = relative.read_deictic(run, at)
        return found if found is None or found[1] == len(run.codes) else _with_weekday(run, *found)
    found = relative.read_weekday(run, at)
    if found is not None:
        dated = _with_date(run, *found)
        return dated if dated[0].rule != "weak-weekday" else None
    if run.codes[at] == "j":
        following = read_dated(run, at + 1)
        if following is not None and following[0].grain == "day":
            return None  # «يوم» stays outside of «7 يونيو»
        if _DAY_ALONE.match(run.codes, at):
            # «25 و26 يناير على أن يعود يوم 27»
            reading = Reading("day-alone", day=run.number(at + 1), month_offset=0, as_before=True)
            return reading, at + 2
    return None


def _with_weekday(run: Run, reading: Reading, end: int) -> Found:
    """Add the weekday and the date behind «اليوم»."""
    comma = end + 1 if run.codes[end : end + 1] in {",", "("} else end
    weekday = relative.read_weekday(run, comma)
    bracket = comma > end and run.codes[end] == "("
    if weekday is not None and weekday[0].direction is None and not reading.as_before:
        closed = run.text[run.ends[weekday[1] - 1] :][:1] == ")" if bracket else True
        if closed:
            reading.weekday, end = weekday[0].weekday, weekday[1]
        if closed and bracket and run.codes[end : end + 1] == ")":
            end += 1
    whole, after = _with_date(run, reading, end)
    if whole is not reading:
        whole.said = reading.offset
    return whole, after


def _with_date(run: Run, named: Reading, end: int) -> Found:
    if end == len(run.codes):
        return named, end
    gap = _BEFORE_DATE.match(run.codes, end)
    following = gap.end() if gap else end
    found = read_dated(run, following)
    if found is None or found[0].day is None or found[0].until is not None:
        return named, end
    reading, after = found
    reading.weekday = named.weekday
    if "(" in run.codes[end:following] and run.codes[after : after + 1] == ")":
        after += 1
    if named.direction is not None and reading.year is None and reading.direction is None:
        reading.direction = named.direction
    return reading, after


def _extend(run: Run, at: int, reading: Reading, end: int) -> Found:
    reading, end = _extend_range(run, at, reading, end)
    onward = _ONWARD.match(run.codes, end)
    if onward is not None and reading.until is None and (onward["way"] or run.follows(at, "من")):
        reading.open_end = run.values[onward.start("way")] if onward["way"] else 1
        return reading, onward.end()
    reading, end = extend_equal(run, reading, end)
    if reading.grain == "day" and reading.clock is None and reading.until is None:
        gap = _BEFORE_CLOCK.match(run.codes, end)
        if gap is not None:
            told = read_clock(run, gap.end())
            if told is not None and (told[0].hour is not None or run.codes[gap.end()] == "d"):
                clock, zone, after = told
                if clock.hour is not None or run.codes[gap.end() : gap.end() + 2] == "d:":
                    reading.clock, reading.zone, end = clock, zone, after
                    _put_month_first(run, reading, range(gap.end(), after))
    return reading, end


def _put_month_first(run: Run, reading: Reading, clock: range) -> None:
    """Read «03-01-2012 07:30 AM» as of 1 March: systems that write "AM" put the month first."""
    both = reading.rule == "numeric" and 1 <= (reading.month or 0) <= 12 and 1 <= (reading.day or 0) <= 12
    if both and any(run.text[run.starts[i] : run.ends[i]] in _LATIN_HALVES for i in clock if run.codes[i] == "x"):
        reading.month, reading.day = reading.day, reading.month


def _extend_range(run: Run, at: int, reading: Reading, end: int) -> Found:
    gap = _TO.match(run.codes, end) if reading.until is None and reading.part is None else None
    if gap is None or reading.rule in {"period", "as-before"}:
        return reading, end
    if "&" in gap[0] and "g" not in gap[0] and not run.follows(at, "بين"):
        return reading, end
    if run.codes.startswith("B", gap.end() + 1) and reading.grain == "day" and reading.month is not None:
        # «من 6 ماي إلى 11 منه»
        reading.until = evolve(reading, day=run.number(gap.end()), weekday=None, clock=None, issues=[])
        return reading, gap.end() + 2
    found = _read_range_end(run, gap.end(), named=reading.rule == "deictic")
    if found is None:
        return reading, end
    until, after = found
    alike = until.grain == reading.grain and until.until is None and until.calendar == reading.calendar
    alike = alike and (until.day is None) == (reading.day is None)
    if until.grain == "year" and not (reading.year or 0) < (until.year or 0) <= _LAST_YEAR:
        alike = False  # «من 1300 دولار عام 2000 إلى 3400 دولار»
    if not alike or (reading.grain == "month" and gap[0] == "-" and run.codes[gap.end()] != "m"):
        return reading, end
    if reading.year is None:
        if until.year is not None and reading.month is not None and until.month is not None:
            reading.year = until.year - ((until.month, until.day or 0) < (reading.month, reading.day or 0))
        if reading.year_offset is None and reading.direction is None:
            reading.year_offset, reading.direction = until.year_offset, until.direction
    reading.until = until
    return reading, after


def _read_range_end(run: Run, at: int, *, named: bool) -> Found | None:
    """Read the end of a range; «اليوم» and the like end only what they or a weekday begin."""
    code = run.codes[at]
    if (named != (code == "N") and code != "w") or (code == "N" and run.table.forms[run.tokens[at]] == "غد"):
        return None  # «من اليوم إلى غد أفضل»
    found = _RANGE_ENDS.get(code, read_day)(run, at)
    return _with_date(run, *found) if found is not None and code == "w" else found


_READERS: Final[dict[str, tuple[Callable[[Run, int], Found | None], ...]]] = {
    "d": (read_day, counted.read_plural),
    "o": (read_day, relative.read_nth, counted.read_plural),
    "%": (counted.read_plural,),
    "^": (counted.read_plural,),
    "C": (relative.read_nth,),
    "m": (read_month,),
    "s": (read_month,),
    "h": (read_month,),
    "y": (read_year,),
    "a": (read_year,),
    "e": (read_year,),
    "Q": (read_century,),
    "X": (read_decade,),
    "F": (read_feast,),
    "D": (relative.read_as_before,),
    "A": (relative.read_period,),
    "U": (relative.read_period,),
    "P": (counted.read_plural,),
    "z": (counted.read_ago,),
    "q": (relative.read_season,),
    "Y": (relative.read_quarter,),
    "b": (relative.read_part,),
    "v": (_read_named_day, relative.read_this),
    "N": (_read_named_day,),
    "j": (_read_named_day,),
    "w": (_read_named_day,),
    "l": (_read_after_clock,),
    "O": (_read_after_clock,),
}
"""The rules for expressions, by the letter they begin with."""
_HOUR_READERS: Final = (_read_after_clock, *_READERS["d"])
