"""What a string may say that is a date from end to end, and that nothing would prove a date amid other words.

«الربع الثالث», «الساعة 3 مساء», «بعد نصف ساعة», «الأيام الثلاثة القادمة», «عيد الفطر»: `parse_date` reads them, a text
is not searched for them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews.lexicon import Lexicon, bundled_lexicon
from arabnews_dates.clocks import read_clock
from arabnews_dates.expressions import read_expression
from arabnews_dates.grammar import read_month
from arabnews_dates.items import read_run
from arabnews_dates.reading import Clock, Reading
from arabnews_dates.vocabulary import compile_vocabulary, lexicon_files, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.article import Grain
    from arabnews.fold import Tokens
    from arabnews_dates.items import Run
    from arabnews_dates.vocabulary import Vocabulary

_LABELS: Final[dict[str, Grain]] = {"j": "day", "s": "month", "a": "year"}
_DUALS: Final = ("ين", "ان")
_LAST_OF_NEAR_CENTURY: Final = 50


def read_whole(table: Tokens) -> Reading | None:
    """Return the reading of a string whose words are all of one expression, or None."""
    words = len(table.forms)
    run = read_run(table, _vocabulary(), 0, words)
    if run.after < words or not run.codes:
        return None
    readings = (_read_clock(run), _read_part_of_day(run), *(
        reader(run, match) for pattern, reader in _RULES if (match := pattern.fullmatch(run.codes))
    ))  # fmt: skip
    return next((reading for reading in readings if reading is not None), None)


@cache
def _vocabulary() -> Vocabulary:
    """Return the bundled vocabulary with the words that only whole strings may have."""
    parts = {name: bundled_lexicon(resource, name) for name, resource in lexicon_files().items()}
    entries = (*bundled_lexicon(whole_file(), "whole_dates").entries, *parts["date_words"].entries)
    return compile_vocabulary(**{**parts, "date_words": Lexicon("date_words", entries)})


def _read_plain(run: Run, match: re.Match[str]) -> Reading | None:
    """Read what the grammar of running text knows, in everyday words."""
    found = read_expression(run, 0)
    return found[0] if found is not None and found[1] == match.end() and not found[0].vague else None


def _read_clock(run: Run) -> Reading | None:
    """Read «الساعة 3 مساء», «15:30»: of the anchor's day."""
    told = read_clock(run, 0)
    if told is None or told[2] < len(run.codes) or told[0].hour is None:
        return None
    return Reading("clock", offset=0, clock=told[0], zone=told[1])


def _read_part_of_day(run: Run) -> Reading | None:
    """Read «مساء الغد», «صباح الخميس», «غدا صباحا»: the part of the day is not in the value."""
    for start, end in ((1, len(run.codes)), (0, len(run.codes) - 1)):
        outside = run.codes[:start] + run.codes[end:]
        found = read_expression(run, start) if outside in {"x", "p", "a"} and end > start else None
        if found is not None and found[1] == end and found[0].grain == "day":
            return found[0]
    return None


def _read_now(_run: Run, _match: re.Match[str]) -> Reading:
    return Reading("now", grain="minute", offset=0)


def _read_counted(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «بعد ساعتين ونصف», «خلال 3 أيام», «منذ ثلاثة أشهر», «5 أيام مضت»."""
    way = run.values[match.start("way")]
    unit, count = _counted(run, match)
    grain: Grain = unit  # type: ignore[assignment]
    if match["fraction"]:
        if grain != "hour":
            return None
        grain, count = "minute", 60 * count + run.values[match.start("fraction")]
    sign = -1 if way in {"قبل", "منذ"} else 1
    return Reading("after" if sign > 0 else "ago", grain=grain, offset=sign * count) if count else None


def _counted(run: Run, match: re.Match[str]) -> tuple[str, int]:
    """Return the unit and the number of units."""
    code = match["unit"]
    unit, count = (_LABELS[code], 1) if code in _LABELS else run.values[match.start("unit")]
    if match["count"]:
        told = range(match.start("count"), match.end("count"))
        count *= 0 if not count else 1
        count = sum(run.number(i) if run.codes[i] == "d" else run.values[i] for i in told if run.codes[i] in "dK")
    return unit, count


def _read_near(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «الأيام الثلاثة القادمة», «الأسبوعين الماضيين», «آخر 3 أيام»: the units right before or after the anchor."""
    if match["last"]:
        way = -1
        unit, count = _counted(run, match)
    else:
        way, unit = run.values[match.start("way")] or -1, run.values[match.start("plural")]
        form = run.table.forms[run.tokens[match.start("plural")]]
        dual = 2 if form.endswith(_DUALS) and form != "السنين" else 0
        count = run.values[match.start("many")] if match["many"] else dual
    if not count or unit not in {"day", "week", "month", "year"}:
        return None
    grain: Grain = unit  # type: ignore[assignment]
    first, last = (-count, -1) if way < 0 else (1, count)
    if first == last:
        return Reading("near", grain=grain, offset=first)
    return Reading("near", grain=grain, offset=first, until=Reading("near", grain=grain, offset=last))


def _read_feast(run: Run, _match: re.Match[str]) -> Reading:
    """Read a feast without a year: the one nearest to the anchor that is past."""
    month, day = divmod(abs(run.values[0]), 100)
    return Reading("feast", calendar="gregorian" if run.values[0] < 0 else "hijri", month=month, day=day)


def _read_quarter(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «الربع الثالث», «هذا الربع», «الربع القادم»."""
    grain: Grain = run.values[match.start("unit")]
    if grain not in {"quarter", "half"} or len(run.codes) < 2:
        return None
    if match["nth"]:
        nth = run.values[match.start("nth")]
        alike = nth <= (4 if grain == "quarter" else 2)
        return Reading("quarter", grain=grain, month=nth, year_offset=0) if alike else None
    return Reading("quarter", grain=grain, offset=run.values[match.start("way")] if match["way"] else 0)


def _read_bare_day(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «في الخامس عشر», «15 من الشهر»: of the anchor's month."""
    if not match["lead"] and not match["month"]:
        return None
    return Reading("day-of-month", day=run.number(match.start("day")), month_offset=0)


def _read_this_weekday(run: Run, match: re.Match[str]) -> Reading:
    weekday = run.values[match.start("day")]
    return Reading("weekday", weekday=weekday, direction=1)


def _read_before(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «الشهر السابق», «اليوم التالي»: without a date before it the anchor is meant."""
    code = match["unit"]
    unit: Grain = "year" if code == "A" else "day" if code == "N" else run.values[match.start("unit")]
    if match["before"] and not run.table.forms[run.tokens[match.start("before")]].startswith("السابق"):
        return None
    if code == "N" and run.values[match.start("unit")] != 0:
        return None
    return Reading("period", grain=unit, offset=-1 if match["before"] else 1)


def _read_worded_day(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «ثلاثة من مارس», «خمسة عشر مايو 2020»."""
    count = sum(value for value in run.values[: match.end("count")] if isinstance(value, int))
    found = read_month(run, match.start("rest"))
    if found is None or found[1] < len(run.codes) or not 1 <= count <= 31 or found[0].grain != "month":
        return None
    return evolve(found[0], rule="day-month", grain="day", day=count)


def _read_short(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «3/3/15», «31-10-74»."""
    day, month, short = (run.number(match.start(name)) for name in ("day", "month", "year"))
    year = short + (2000 if short < _LAST_OF_NEAR_CENTURY else 1900)
    return Reading("numeric", year=year, month=month, day=day, swapped=day <= 12 and day != month)


def _read_ambiguous_hour(run: Run, match: re.Match[str]) -> Reading | None:
    """Read «الساعة الثالثة» by the clock of twelve hours as it stands."""
    hour = run.values[1] if run.codes[1] == "O" else run.number(1)
    minute = run.values[match.start("fraction")] if match["fraction"] else 0
    minutes = 60 * hour + minute
    return Reading("clock", offset=0, clock=Clock(minutes // 60 % 24, minutes % 60)) if hour <= 24 else None


_COUNT: Final = r"(?P<count>d|K(?:&?K)*)?(?P<unit>[ujsa])K?"
_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[Run, re.Match[str]], Reading | None]], ...]] = (
    (re.compile(".*"), _read_plain),
    (re.compile("f?J"), _read_now),
    (re.compile(rf"(?P<way>[zf]){_COUNT}(?P<fraction>c?)"), _read_counted),
    (re.compile(rf"{_COUNT}(?P<fraction>c?)(?P<way>z)"), _read_counted),
    (re.compile(rf"(?:(?P<last>C){_COUNT}|(?P<plural>P)(?P<many>[K%]?)(?P<way>[rR]))"), _read_near),
    (re.compile("F"), _read_feast),
    (re.compile("v?(?P<unit>Y)(?:(?P<nth>o)|(?P<way>r))?"), _read_quarter),
    (re.compile("(?P<lead>f{0,2})(?P<day>[do])(?P<month>iU)?"), _read_bare_day),
    (re.compile("vj?(?P<day>w)"), _read_this_weekday),
    (re.compile("(?P<unit>[AUN])(?:(?P<before>R)|T)"), _read_before),
    (re.compile("(?P<count>K(?:&?K)?)i?s?(?P<rest>m.*)"), _read_worded_day),
    (re.compile("(?P<day>d)(?P<gap>[/.-])(?P<month>d)(?P=gap)(?P<year>d)"), _read_short),
    (re.compile("l[Od](?P<fraction>c?)"), _read_ambiguous_hour),
)
