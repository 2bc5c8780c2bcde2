"""Which days a Hijri date means in the Gregorian calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews_dates import hijri, periods

if TYPE_CHECKING:
    from arabnews_dates.meaning import Meaning
    from arabnews_dates.reading import Reading


def find_hijri(reading: Reading, meaning: Meaning) -> None:
    """Convert a Hijri date. A year alone lies across two Gregorian ones: it keeps its own field and gets no value."""
    year, month, number = reading.year, reading.month, reading.day
    if reading.common_year is not None and month and number:
        year = _year_within(reading.common_year, month, number)
    if year is None and month and (number or reading.direction is not None):
        year = _nearest_year(reading, meaning)
    if year is None or month is None or not 1 <= year <= 9000:
        return
    if not 1 <= month <= 12:
        meaning.issues.append("impossible_month")
        return
    day = hijri.to_gregorian(year, month, number or 1)
    if day is None:
        meaning.issues.append("impossible_day")
        meaning.grain, number = "month", None
        day = hijri.to_gregorian(year, month, 1)
    last = day if number else hijri.to_gregorian(year, month, hijri.month_length(year, month))
    if day is None or last is None:
        return
    if year in hijri.UNDISPUTED:
        whole = periods.day_period(day)
        meaning.period = whole if number else periods.span_period(whole, periods.day_period(last))
    else:
        meaning.approximate = True
        value = f"{day.isoformat()}~" if number else f"{day.isoformat()}~/{last.isoformat()}~"
        meaning.period = periods.Period(value, periods.shifted(day, -1) or day, periods.shifted(last, 1) or last)
    if number and reading.weekday is not None:
        apart = abs((day.isoweekday() - reading.weekday + 3) % 7 - 3)
        if apart > (1 if meaning.approximate else 0):
            meaning.issues.append("weekday_mismatch")


def check_equal(told: Reading, meaning: Meaning) -> None:
    """Note where the Hijri date that a Gregorian one is said to equal is another day."""
    if told.year is None or meaning.period is None:
        return
    converted = hijri.to_gregorian(told.year, told.month or 0, told.day or 0)
    # a sighting differs from the tables by a day often enough
    if converted is None or abs((converted - meaning.period.first).days) > 1:
        meaning.issues.append("hijri_mismatch")


def _year_within(common: int, month: int, number: int) -> int | None:
    """Return the Hijri year whose date lies in a Gregorian year; None where two do, or none."""
    first = periods.valid_day(common, 1, 1)
    if first is None:
        return None
    about = hijri.year_of(first)
    days = [(year, hijri.to_gregorian(year, month, number)) for year in range(max(1, about - 1), about + 3)]
    found = [year for year, day in days if day is not None and day.year == common]
    return found[0] if len(found) == 1 else None


def _nearest_year(reading: Reading, meaning: Meaning) -> int | None:
    day = meaning.anchor()
    if day is None:
        return None
    year = hijri.year_of(day)
    if reading.direction == 0:
        begun = hijri.to_gregorian(year, 1, 1)
        return year if begun is not None and begun <= day else year - 1
    # the month in which the anchor lies is neither the last one nor the next one
    number = reading.day or (29 if reading.direction == -1 else 1)
    ahead = reading.direction == 1 or (reading.direction is None and meaning.tense == "future")
    for candidate in range(year - 2, year + 3) if ahead else range(year + 2, year - 3, -1):
        found = hijri.to_gregorian(candidate, reading.month or 0, number)
        if found is not None and (found >= day if ahead else found <= day):
            return candidate
    return None
