"""What a reading means: its EDTF value, resolved against an anchor where the text alone does not tell.

Nothing is filled in silently: without an anchor an incomplete date has no value, and a value that took an anchor names it. The
past is the default; a word («المقبل») or the tense of the clause turns to the future (see `setting`).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import define, field

from arabnews.article import DateMention, Stated
from arabnews_dates import hijri, periods
from arabnews_dates.periods import Period

if TYPE_CHECKING:
    from arabnews_dates.reading import Reading

Tense = Literal["past", "future", "nearest"]
"""Which of the fitting dates is meant: the last one, the next one (the anchor's day included in both), or the nearest one."""

_LONGEST_SEARCH: Final = 9
"""Years to look for a 29 February."""


@define(eq=False)
class Meaning:
    """A value in the making."""

    period: Period | None = None
    anchored: bool = False
    approximate: bool = False
    alternatives: list[str] = field(factory=list)
    issues: list[str] = field(factory=list)


def resolve(reading: Reading, anchor: DateMention | None = None, tense: Tense = "past") -> dict[str, Any]:
    """Return the fields of a `DateValue` for a reading, resolved against the day of the anchor."""
    day = anchor.day if anchor is not None else None
    meaning = Meaning(issues=[issue for issue in reading.issues if issue != "weak"])
    if reading.wants_clock:
        return _from_clock(reading, anchor, meaning)
    if not reading.vague:
        _find_period(reading, day, tense, meaning)
    period = meaning.period
    value = period.value if period else None
    grain = reading.grain
    if period is not None and reading.clock is not None and grain == "day" and meaning.period is not None:
        clock = reading.clock
        if clock.hour is None:
            meaning.issues.append("damaged")
        elif len(period.value) == len("YYYY-MM-DD"):
            value = f"{period.value}T{clock.hour:02}:{clock.minute or 0:02}"
            grain = "minute"
            if clock.second is not None:
                value, grain = f"{value}:{clock.second:02}", "second"
            if reading.zone == "UTC":
                value += "Z"
    return {
        "value": value,
        "grain": grain,
        "calendar": reading.calendar,
        "stated": _stated(reading),
        "earliest": period.first if period else None,
        "latest": period.last if period else None,
        "hijri": _hijri_fields(reading),
        "anchor": anchor.value if anchor is not None and meaning.anchored and value is not None else None,
        "approximate": meaning.approximate or reading.part is not None,
        "alternatives": tuple(meaning.alternatives),
        "issues": tuple(dict.fromkeys(meaning.issues)),
    }


def _stated(reading: Reading) -> Stated:
    clock = reading.clock
    absolute = reading.grain in {"day", "month", "year"}
    return Stated(
        year=reading.year if absolute else None,
        month=reading.month if absolute else None,
        day=reading.day if absolute else None,
        weekday=reading.weekday,
        hour=clock.hour if clock else None,
        minute=clock.minute if clock and clock.hour is not None else None,
        second=clock.second if clock and clock.hour is not None else None,
        zone=reading.zone,
    )


def _hijri_fields(reading: Reading) -> tuple[int | None, int | None, int | None] | None:
    told = reading if reading.calendar == "hijri" else reading.equal
    return (told.year, told.month, told.day) if told is not None and told.calendar == "hijri" else None


def _from_clock(reading: Reading, anchor: DateMention | None, meaning: Meaning) -> dict[str, Any]:
    """Resolve «منذ 18 ساعة», which takes an anchor with a clock time."""
    fields: dict[str, Any] = {"value": None, "grain": reading.grain}
    if anchor is None or anchor.value is None or anchor.grain not in {"minute", "second"} or reading.offset is None:
        return {**fields, "issues": (*meaning.issues, "no_clock_anchor")}
    # the zone stays unsaid: the page's own clock is meant
    moment = dt.datetime.fromisoformat(anchor.value[: len("YYYY-MM-DDTHH:MM")])  # noqa: DTZ007 - a local time
    minutes = reading.offset * (60 if reading.grain == "hour" else 1)
    if not 1 <= moment.toordinal() + minutes // 1440 <= dt.date.max.toordinal():
        return {**fields, "issues": (*meaning.issues, "out_of_calendar")}
    moment += dt.timedelta(minutes=minutes)
    value = moment.isoformat(timespec="minutes")
    return {**fields, "value": value, "earliest": moment.date(), "latest": moment.date(), "anchor": anchor.value}


def _find_period(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:
    if reading.until is not None:
        _find_range(reading, reading.until, day, tense, meaning)
    elif reading.calendar == "hijri":
        _find_hijri(reading, day, tense, meaning)
    else:
        _FINDERS[reading.grain](reading, day, tense, meaning)
    if meaning.period is not None and reading.part is not None:
        meaning.period = periods.part_of(meaning.period, reading.part)
    if reading.equal is not None and meaning.period is not None and reading.equal.calendar == "hijri":
        _check_equal(reading.equal, meaning)


def _check_equal(told: Reading, meaning: Meaning) -> None:
    converted = hijri.to_gregorian(told.year or 0, told.month or 0, told.day or 0)
    if told.year is None or meaning.period is None:
        return
    # sightings differ from the tables by a day often enough
    if converted is None or abs((converted - meaning.period.first).days) > 1:
        meaning.issues.append("hijri_mismatch")


def _find_range(reading: Reading, until: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:
    last = Meaning()
    _find_period(until, day, tense, last)
    meaning.issues += last.issues
    if last.period is None:
        return
    first = Meaning()
    whole, reading.until = reading.until, None
    _find_period(reading, last.period.first, "past", first)
    reading.until = whole
    meaning.issues += first.issues
    meaning.anchored = last.anchored
    if first.period is not None and first.period.first <= last.period.last:
        meaning.period = periods.span_period(first.period, last.period)
    else:
        meaning.issues.append("damaged")


def _find_day(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:
    if reading.offset is not None:
        found = periods.shifted(day, reading.offset) if day else None
        meaning.anchored = True
    elif reading.day is None and reading.weekday is not None:
        found = _nearest_weekday(reading, day, tense) if day else None
        meaning.anchored = True
    else:
        found = _day_of_month(reading, day, tense, meaning)
    if found is None:
        return
    meaning.period = periods.day_period(found)
    if reading.weekday is not None and found.isoweekday() != reading.weekday:
        meaning.issues.append("weekday_mismatch")
    if reading.swapped and reading.year is not None and reading.month is not None and reading.day is not None:
        other = periods.valid_day(reading.year, reading.day, reading.month)
        meaning.alternatives += [other.isoformat()] if other else []
    if reading.other_month is not None:
        other = periods.valid_day(found.year, reading.other_month, found.day)
        meaning.alternatives += [other.isoformat()] if other else []


def _nearest_weekday(reading: Reading, day: dt.date, tense: Tense) -> dt.date | None:
    back = (day.isoweekday() - (reading.weekday or 0)) % 7
    ahead = -back % 7
    if reading.direction == -1:
        return periods.shifted(day, -(back or 7))
    if reading.direction == 1:
        return periods.shifted(day, ahead or 7)
    if reading.direction == 0:
        return periods.shifted(day, (reading.weekday or 0) - day.isoweekday())
    if tense == "nearest":
        return periods.shifted(day, ahead if ahead < back else -back)
    return periods.shifted(day, ahead if tense == "future" else -back)


def _day_of_month(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> dt.date | None:
    month, number = reading.month or 0, reading.day or 0
    year = _year(reading, day, meaning)
    if year is not None:
        found = periods.valid_day(year, month, number)
        if found is None:
            _keep_what_is_safe(year, month, number, reading, meaning)
        return found
    if periods.valid_day(2000, month, number) is None:
        meaning.issues.append("impossible_day" if 1 <= month <= 12 else "impossible_month")
        return None
    if day is None:
        return None
    meaning.anchored = True
    if tense == "nearest" and reading.direction is None:
        return periods.valid_day(day.year, month, number)
    ahead = reading.direction == 1 or (reading.direction is None and tense == "future")
    for step in range(_LONGEST_SEARCH):
        found = periods.valid_day(day.year + (step if ahead else -step), month, number)
        if (
            found is not None
            and (found != day or reading.direction is None)
            and (found >= day if ahead else found <= day)
        ):
            return found
    return None


def _keep_what_is_safe(year: int, month: int, number: int, reading: Reading, meaning: Meaning) -> None:
    """Keep month and year of an impossible day, the year of an impossible month: no day is invented."""
    if 1 <= month <= 12 and 1 <= year <= 9999:
        meaning.issues.append("impossible_day")
        meaning.period = periods.month_period(year, month)
        reading.grain = "month"
    elif 1 <= year <= 9999 and month and number:
        meaning.issues.append("impossible_month")
        meaning.period = periods.year_period(year)
        reading.grain = "year"
    else:
        meaning.issues.append("damaged")


def _year(reading: Reading, day: dt.date | None, meaning: Meaning) -> int | None:
    if reading.year is not None:
        return reading.year
    offset = reading.year_offset if reading.year_offset is not None else 0 if reading.direction == 0 else None
    if offset is None or day is None:
        return None
    meaning.anchored = True
    return day.year + offset


def _find_month(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:
    if reading.offset is not None:
        if day is not None:
            meaning.anchored = True
            year, month = divmod(day.year * 12 + day.month - 1 + reading.offset, 12)
            meaning.period = periods.month_period(year, month + 1) if 1 <= year <= 9999 else None
        return
    month, year = reading.month or 0, _year(reading, day, meaning)
    if year is None and day is not None:
        meaning.anchored = True
        year = day.year
        if tense == "future" or reading.direction == 1:
            year += month < day.month or (month == day.month and reading.direction == 1)
        elif tense == "past" or reading.direction == -1:
            year -= month > day.month or (month == day.month and reading.direction == -1)
    if year is not None and 1 <= year <= 9999:
        meaning.period = periods.month_period(year, month)
        if reading.other_month is not None:
            meaning.alternatives.append(periods.month_period(year, reading.other_month).value)


def _find_year(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:  # noqa: ARG001 - one shape
    year = reading.year
    if reading.offset is not None and day is not None:
        meaning.anchored = True
        year = day.year + reading.offset
    if year is not None and 1 <= year <= 9999:
        meaning.period = periods.year_period(year)


def _find_week(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:  # noqa: ARG001 - one shape
    other = periods.shifted(day, 7 * (reading.offset or 0)) if day else None
    if other is not None:
        meaning.anchored = True
        meaning.period = periods.week_period(other)


def _find_decade(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:  # noqa: ARG001 - one shape
    decade = reading.day or 0
    if reading.year is not None:
        year = reading.year + decade
    elif day is None:
        return
    else:
        meaning.anchored = True
        if reading.direction is not None:
            year = (day.year // 100 + reading.direction) * 100 + decade
        else:
            year = day.year // 100 * 100 + decade
            year -= 100 if year > day.year else 0
    meaning.period = periods.decade_period(year) if 0 <= year <= 9990 else None


def _find_century(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:  # noqa: ARG001 - one shape
    year = reading.year
    if year is None and day is not None:
        meaning.anchored = True
        year = (day.year // 100 + (reading.direction or 0)) * 100
    if year is not None and 0 <= year <= 9900:
        meaning.period = periods.century_period(year)


def _find_season(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:  # noqa: ARG001 - one shape
    code, year = reading.month or 21, _year(reading, day, meaning)
    if year is None and day is not None:
        meaning.anchored = True
        candidates = [periods.season_period(y, code) for y in range(max(1, day.year - 2), min(9998, day.year + 2) + 1)]
        if reading.direction == -1:
            meaning.period = max((p for p in candidates if p.last < day), default=None, key=_first_day)
        else:
            meaning.period = min((p for p in candidates if p.first > day), default=None, key=_first_day)
    elif year is not None and 1 <= year <= 9998:
        meaning.period = periods.season_period(year, code)


def _first_day(period: Period) -> dt.date:
    return period.first


def _find_quarter(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:  # noqa: ARG001 - one shape
    year, nth = _year(reading, day, meaning), reading.month or 1
    if year is not None and 1 <= year <= 9999:
        months = 3 if reading.grain == "quarter" else 6
        meaning.period = periods.months_period(year, months * (nth - 1) + 1, months * nth)


def _find_hijri(reading: Reading, day: dt.date | None, tense: Tense, meaning: Meaning) -> None:
    year, month, number = reading.year, reading.month, reading.day
    if year is None and day is not None and month and number:
        meaning.anchored = True
        year = _nearest_hijri_year(reading, day, tense)
    if year is None or not 1 <= year <= 9000:
        return
    if month is None:
        return  # a Hijri year lies across two Gregorian ones: it has its own field, and no EDTF value
    if not 1 <= month <= 12:
        meaning.issues.append("impossible_month")
        return
    first = hijri.to_gregorian(year, month, number or 1)
    if first is None:
        meaning.issues.append("impossible_day")
        reading.grain, number = "month", None
        first = hijri.to_gregorian(year, month, 1)
    last = first if number else hijri.to_gregorian(year, month, hijri.month_length(year, month))
    if first is None or last is None:
        return
    if year in hijri.UNDISPUTED:
        whole = periods.day_period(first)
        meaning.period = whole if number else periods.span_period(whole, periods.day_period(last))
    else:
        meaning.approximate = True
        value = f"{first.isoformat()}~" if number else f"{first.isoformat()}~/{last.isoformat()}~"
        earliest, latest = periods.shifted(first, -1) or first, periods.shifted(last, 1) or last
        meaning.period = Period(value, earliest, latest)
    if (
        number
        and reading.weekday is not None
        and abs((first.isoweekday() - reading.weekday + 3) % 7 - 3) > meaning.approximate
    ):
        meaning.issues.append("weekday_mismatch")


def _nearest_hijri_year(reading: Reading, day: dt.date, tense: Tense) -> int | None:
    year = hijri.year_of(day)
    ahead = reading.direction == 1 or (reading.direction is None and tense == "future")
    for candidate in range(year - 2, year + 3) if ahead else range(year + 2, year - 3, -1):
        found = hijri.to_gregorian(candidate, reading.month or 0, reading.day or 0) if candidate > 0 else None
        if found is not None and (found >= day if ahead else found <= day):
            return candidate
    return None


_FINDERS: Final = {
    "day": _find_day,
    "week": _find_week,
    "month": _find_month,
    "year": _find_year,
    "decade": _find_decade,
    "century": _find_century,
    "season": _find_season,
    "quarter": _find_quarter,
    "half": _find_quarter,
}
