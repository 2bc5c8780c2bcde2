"""What a reading means: its EDTF value, resolved against an anchor where the text alone does not tell.

Nothing is filled in silently: without an anchor an incomplete date has no value, and a value that took an anchor
names it. The past is the default; a word («المقبل») or the tense of the clause turns to the future (see `setting`).
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, fields_dict

from arabnews.article import DateMention, DateValue, Stated
from arabnews_dates import periods
from arabnews_dates.meaning import Meaning
from arabnews_dates.reading import Clock
from arabnews_dates.resolve_days import find_day
from arabnews_dates.resolve_hijri import check_equal, find_hijri
from arabnews_dates.resolve_periods import (
    find_century,
    find_decade,
    find_month,
    find_quarter,
    find_season,
    find_week,
    find_year,
)

if TYPE_CHECKING:
    from arabnews_dates.meaning import Tense
    from arabnews_dates.reading import Reading

_FINDERS: Final = {
    "day": find_day,
    "week": find_week,
    "month": find_month,
    "year": find_year,
    "decade": find_decade,
    "century": find_century,
    "season": find_season,
    "quarter": find_quarter,
    "half": find_quarter,
}
_UNRESOLVED: Final = {name: attribute.default for name, attribute in fields_dict(DateValue).items()}
"""The fields of a value of which nothing is known."""
_TOLD: Final = frozenset(("day", "month", "year"))
_STATED: Final = ("year", "month", "day", "weekday", "hour", "minute", "second", "zone")
_NO_DATE: Final = (None, None, None)
_NO_CLOCK: Final = Clock(None)
_ABOUT_A_WEEK: Final = 3
"""Days by which «قبل أسبوعين» may be off."""


def resolve(reading: Reading, anchor: DateMention | None = None, tense: Tense = "past") -> dict[str, Any]:
    """Return the fields of a `DateValue` for a reading, resolved against the day of the anchor."""
    meaning = Meaning(reading.grain, anchor.day if anchor is not None else None, tense, issues=[*reading.issues])
    if reading.wants_clock:
        return _from_clock(reading, anchor, meaning)
    if not reading.vague:
        _find_period(reading, meaning)
    period = meaning.period
    opened = reading.open_end if period is not None else None
    value = _with_clock(reading, meaning, period.value) if period is not None else None
    if value is not None and opened is not None:
        value = f"{value.partition('/')[0]}/.." if opened > 0 else f"../{value.rpartition('/')[2]}"
    return {
        "value": value,
        "grain": meaning.grain,
        "calendar": reading.calendar,
        "stated": _stated(reading),
        "earliest": period.first if period is not None and opened != -1 else None,
        "latest": period.last if period is not None and opened != 1 else None,
        "hijri": _hijri_fields(reading) if reading.calendar == "hijri" or reading.equal is not None else None,
        "anchor": anchor.value if anchor is not None and meaning.anchored and value is not None else None,
        "approximate": meaning.approximate or reading.part is not None,
        "alternatives": tuple(meaning.alternatives),
        "issues": tuple(dict.fromkeys(meaning.issues)) if meaning.issues else (),
    }


def _with_clock(reading: Reading, meaning: Meaning, value: str) -> str:
    clock = reading.clock
    if clock is None:
        return value
    if clock.issue is not None:
        meaning.issues.append(clock.issue)
    if clock.hour is None or meaning.grain != "day" or len(value) != len("YYYY-MM-DD"):
        return value
    meaning.grain = "minute" if clock.second is None else "second"
    second = "" if clock.second is None else f":{clock.second:02}"
    return f"{value}T{clock.hour:02}:{clock.minute or 0:02}{second}{'Z' if reading.zone == 'UTC' else ''}"


def _stated(reading: Reading) -> Stated:
    date = (reading.year, reading.month, reading.day) if reading.grain in _TOLD else _NO_DATE
    clock = reading.clock if reading.clock is not None and reading.clock.hour is not None else _NO_CLOCK
    return _stated_of(*date, reading.weekday, clock.hour, clock.minute, clock.second, reading.zone)


@lru_cache(maxsize=1024)
def _stated_of(*told: Any) -> Stated:
    """Return the fields as one value; those of an article, and of a day's news, are much alike."""
    return Stated(**dict(zip(_STATED, told, strict=True)))


def _hijri_fields(reading: Reading) -> tuple[int | None, int | None, int | None] | None:
    told = reading if reading.calendar == "hijri" else reading.equal
    if told is None or told.calendar != "hijri" or told.grain not in {"day", "month", "year"}:
        return None
    return told.year, told.month, told.day


def _from_clock(reading: Reading, anchor: DateMention | None, meaning: Meaning) -> dict[str, Any]:
    """Resolve «منذ 18 ساعة», which takes an anchor with a clock time."""
    fields: dict[str, Any] = {**_UNRESOLVED, "grain": reading.grain}
    if anchor is None or anchor.value is None or anchor.grain not in {"minute", "second"} or reading.offset is None:
        return {**fields, "issues": (*meaning.issues, "no_clock_anchor")}
    # the zone stays unsaid: the page's own clock is meant
    moment = dt.datetime.fromisoformat(anchor.value[: len("YYYY-MM-DDTHH:MM")])
    minutes = reading.offset * (60 if reading.grain == "hour" else 1)
    if periods.shifted(moment.date(), minutes // 1440 - 1) is None or periods.shifted(moment.date(), 2) is None:
        return {**fields, "issues": (*meaning.issues, "out_of_calendar")}
    moment += dt.timedelta(minutes=minutes)
    value = moment.isoformat(timespec="minutes")
    return {**fields, "value": value, "earliest": moment.date(), "latest": moment.date(), "anchor": anchor.value}


def _find_period(reading: Reading, meaning: Meaning) -> None:
    if reading.until is not None:
        _find_range(reading, reading.until, meaning)
    elif reading.calendar == "hijri":
        find_hijri(reading, meaning)
    else:
        _FINDERS[reading.grain](reading, meaning)
    if reading.rule in {"ago", "after"} and (reading.grain != "day" or reading.about):
        _loosen(reading, meaning)
    if meaning.period is not None and reading.nth is not None:
        meaning.period, meaning.grain = periods.nth_day(meaning.period, reading.nth, reading.weekday), "day"
    if meaning.period is not None and reading.slice is not None:
        meaning.period = periods.slice_of(meaning.period, *reading.slice)
        meaning.grain = "day" if meaning.grain == "month" else meaning.grain
    if meaning.period is not None and reading.part is not None:
        meaning.period = periods.part_of(meaning.period, reading.part)
    if reading.equal is not None and reading.equal.calendar == "hijri" and reading.grain == "day":
        check_equal(reading.equal, meaning)


def _loosen(reading: Reading, meaning: Meaning) -> None:
    """Mark what is not to be taken to the letter: «قبل شهرين» is not to the month, «قبل أسبوع» not to the day."""
    period, day = meaning.period, meaning.anchor()
    if period is None or day is None:
        return
    meaning.approximate = True
    if reading.grain == "day":
        first = periods.shifted(period.first, -1) or period.first
        meaning.period = periods.Period(f"{period.value}~", first, periods.shifted(period.last, 1) or period.last)
    elif reading.grain == "week":
        day = periods.shifted(day, 7 * (reading.offset or 0)) or day
        first, last = periods.shifted(day, -_ABOUT_A_WEEK) or day, periods.shifted(day, _ABOUT_A_WEEK) or day
        meaning.period, meaning.grain = periods.Period(f"{day.isoformat()}~", first, last), "day"
    else:
        meaning.period = period._replace(value=f"{period.value}~")


def _find_range(reading: Reading, until: Reading, meaning: Meaning) -> None:
    # «من اليوم إلى الأحد» looks ahead
    tense = "future" if reading.offset is not None and until.offset is None else meaning.tense
    last = Meaning(until.grain, meaning.day, tense)
    _find_period(until, last)
    meaning.issues += last.issues
    meaning.anchored = last.anchored
    if last.period is None:
        return
    # the end is the firmer one: «الماضي» or «المقبل» stands there, and the beginning is the last fitting date before it
    counted = reading.offset is not None or reading.month_offset is not None
    first = Meaning(reading.grain, meaning.day if counted else last.period.first)
    _find_period(evolve(reading, until=None, direction=None, year_offset=None, equal=None), first)
    meaning.issues += first.issues
    if first.period is not None and first.period.first <= last.period.last:
        meaning.period = periods.span_period(first.period, last.period)
    else:
        meaning.issues.append("damaged")
