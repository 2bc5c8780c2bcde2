"""Which day a reading means: a day of a month, a weekday, so many days from the anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_dates import periods

if TYPE_CHECKING:
    import datetime as dt

    from arabnews_dates.meaning import Meaning, Tense
    from arabnews_dates.reading import Reading

_LONGEST_SEARCH: Final = 9
"""Years to look for a 29 February."""


def find_day(reading: Reading, meaning: Meaning) -> None:
    """Find the day of a reading whose grain is the day."""
    if reading.offset is not None:
        found = _shifted_day(reading, reading.offset, meaning)
    elif reading.month_offset is not None:
        found = _day_of_counted_month(reading, reading.month_offset, meaning)
    elif reading.day is None and reading.weekday is not None:
        day = meaning.anchor()
        found = _nearest_weekday(reading, day, meaning.tense) if day is not None else None
    else:
        found = _day_of_month(reading, meaning)
    if found is None:
        return
    if reading.worded:
        found = _nth_weekday(reading, found)
    meaning.period = periods.day_period(found)
    if reading.weekday not in {None, found.isoweekday()} and reading.offset is None:
        meaning.issues.append("weekday_mismatch")
    other = None
    if reading.swapped:
        other = periods.valid_day(found.year, found.day, found.month)
    elif reading.other_month is not None:
        other = periods.valid_day(found.year, reading.other_month, found.day)
    if other is not None:
        meaning.alternatives.append(other.isoformat())


def _shifted_day(reading: Reading, offset: int, meaning: Meaning) -> dt.date | None:
    day = meaning.anchor()
    found = periods.shifted(day, offset) if day is not None else None
    if found is None or reading.weekday is None or reading.weekday == found.isoweekday():
        return found
    meaning.issues.append("weekday_mismatch")
    return _day_of_weekday(found, reading.weekday)


def _nth_weekday(reading: Reading, day: dt.date) -> dt.date:
    """Return the first Saturday for «السبت الأول من مايو», unless the first of May is a Saturday."""
    if reading.weekday in {None, day.isoweekday()} or not 1 <= (reading.day or 0) <= 5:
        return day
    nth = 1 + ((reading.weekday or 0) - day.replace(day=1).isoweekday()) % 7 + 7 * ((reading.day or 1) - 1)
    return periods.valid_day(day.year, day.month, nth) or day


def _day_of_counted_month(reading: Reading, offset: int, meaning: Meaning) -> dt.date | None:
    day = meaning.anchor()
    if day is None:
        return None
    year, index = divmod(day.year * 12 + day.month - 1 + offset, 12)
    found = periods.valid_day(reading.year or year, index + 1, reading.day or 0)
    if found is None:
        meaning.issues.append("impossible_day")
    return found


def _day_of_weekday(day: dt.date, weekday: int) -> dt.date:
    """Return what «اليوم الثلاثاء» means on a page dated a day or two off: the weekday is the reporter's own."""
    apart = (weekday - day.isoweekday() + 3) % 7 - 3
    return (periods.shifted(day, apart) or day) if abs(apart) <= 2 else day


def _nearest_weekday(reading: Reading, day: dt.date, tense: Tense) -> dt.date | None:
    if reading.week_offset is not None:
        return periods.shifted(day, (reading.weekday or 0) + 7 * reading.week_offset - day.isoweekday())
    back = (day.isoweekday() - (reading.weekday or 0)) % 7
    ahead = -back % 7
    if reading.direction is not None and reading.direction < 0:
        # «الأربعاء قبل الماضي» is a week before the last one
        return periods.shifted(day, -(back or 7) + 7 * (reading.direction + 1))
    if reading.direction is not None and reading.direction > 0:
        return periods.shifted(day, (ahead or 7) + 7 * (reading.direction - 1))
    if reading.direction == 0:
        return periods.shifted(day, (reading.weekday or 0) - day.isoweekday())
    if tense == "nearest":
        return periods.shifted(day, ahead if ahead < back else -back)
    return periods.shifted(day, ahead if tense == "future" else -back)


def _day_of_month(reading: Reading, meaning: Meaning) -> dt.date | None:
    month, number = reading.month or 0, reading.day or 0
    year = meaning.year(reading)
    if year is not None:
        found = periods.valid_day(year, month, number)
        if found is None:
            _keep_what_is_safe(year, month, number, meaning)
        return found
    if periods.valid_day(2000, month, number) is None:
        meaning.issues.append("impossible_day" if 1 <= month <= 12 else "impossible_month")
        return None
    day = meaning.anchor()
    if day is None:
        return None
    if meaning.tense == "nearest" and reading.direction is None:
        near = [found for year in (-1, 0, 1) if (found := periods.valid_day(day.year + year, month, number))]
        return min(near, key=lambda found: abs((found - day).days), default=None)
    ahead = reading.direction == 1 or (reading.direction is None and meaning.tense == "future")
    for step in range(_LONGEST_SEARCH):
        found = periods.valid_day(day.year + (step if ahead else -step), month, number)
        if found is None or (found < day if ahead else found > day):
            continue
        if found != day or reading.direction is None:  # the anchor's own day is «25 مايو», and never «25 مايو الماضي»
            return found
    return None


def _keep_what_is_safe(year: int, month: int, number: int, meaning: Meaning) -> None:
    """Keep month and year of an impossible day, the year of an impossible month: no day is invented."""
    if 1 <= month <= 12 and 1 <= year <= 9999:
        meaning.issues.append("impossible_day")
        meaning.period, meaning.grain = periods.month_period(year, month), "month"
    elif 1 <= year <= 9999 and month and number:
        meaning.issues.append("impossible_month")
        meaning.period, meaning.grain = periods.year_period(year), "year"
    else:
        meaning.issues.append("damaged")
