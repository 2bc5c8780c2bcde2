"""Stretches of the Gregorian calendar with their EDTF writing, and what may be said of their parts."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from arabnews_dates.reading import Part

_DAY: Final = dt.timedelta(days=1)


class Period(NamedTuple):
    """A stretch of days, both ends included, and its EDTF value."""

    value: str
    first: dt.date
    last: dt.date


@lru_cache(maxsize=1024)
def day_period(day: dt.date) -> Period:
    """Return one day."""
    return Period(day.isoformat(), day, day)


@lru_cache(maxsize=1024)
def month_period(year: int, month: int) -> Period:
    """Return a month of a year from 1 to 9999."""
    return Period(f"{year:04}-{month:02}", dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]))


@lru_cache(maxsize=1024)
def year_period(year: int) -> Period:
    """Return a year from 1 to 9999."""
    return Period(f"{year:04}", dt.date(year, 1, 1), dt.date(year, 12, 31))


def decade_period(year: int) -> Period:
    """Return the decade that begins with a year: «198X»."""
    return Period(f"{year // 10:03}X", dt.date(max(year, 1), 1, 1), dt.date(year + 9, 12, 31))


def century_period(year: int) -> Period:
    """Return the hundred years that begin with a year: «19XX» is the twentieth century, as EDTF writes it."""
    return Period(f"{year // 100:02}XX", dt.date(max(year, 1), 1, 1), dt.date(year + 99, 12, 31))


def week_period(day: dt.date) -> Period:
    """Return the week of a day, Monday to Sunday."""
    monday = shifted(day, -day.weekday()) or day
    return span_period(day_period(monday), day_period(shifted(monday, 6) or day))


def season_period(year: int, code: int) -> Period:
    """Return a season by its EDTF code (21 spring … 24 winter), by the months of the northern hemisphere's weather."""
    if code == 24:
        # the winter of a year begins in its December: EDTF leaves this open
        return Period(f"{year:04}-24", dt.date(year, 12, 1), month_period(min(year + 1, 9999), 2).last)
    month = 3 * (code - 20)
    return Period(f"{year:04}-{code}", dt.date(year, month, 1), month_period(year, month + 2).last)


def months_period(year: int, first: int, last: int) -> Period:
    """Return several months of one year, as a range."""
    return span_period(month_period(year, first), month_period(year, last))


def span_period(start: Period, end: Period) -> Period:
    """Return the range from the beginning of one period to the end of another."""
    return Period(f"{start.value.partition('/')[0]}/{end.value.rpartition('/')[2]}", start.first, end.last)


def part_of(period: Period, part: Part) -> Period:
    """Return the beginning, middle or end third of a period, with the value marked as approximate."""
    days = (period.last - period.first).days + 1
    if days <= 31:
        cuts = [0, min(10, days), min(20, days), days]
    elif days <= 366:
        months = [month_period(period.first.year, m).first for m in (1, 5, 9)]
        cuts = [*((m - period.first).days for m in months), days]
    else:
        cuts = [0, days // 3, 2 * days // 3, days]
    index = ("start", "middle", "end").index(part)
    first, last = period.first + cuts[index] * _DAY, period.first + (cuts[index + 1] - 1) * _DAY
    return Period(f"{period.value}~", first, last)


def slice_of(period: Period, nth: int, parts: int) -> Period:
    """Return one of the equal parts of a month or year (`nth` from 1, -1 is the last); with no parts, of its weeks."""
    days = (period.last - period.first).days + 1
    if days > 31:
        months = 12 // parts
        last = parts if nth == -1 else nth
        return months_period(period.first.year, months * (last - 1) + 1, months * last)
    long = {0: 7, 2: 15, 3: 10}[parts]
    count = parts or (days + 6) // 7
    begin = days - long if nth == -1 and not parts else long * ((count if nth == -1 else nth) - 1)
    end = days if nth in {-1, parts} or begin + long > days else begin + long
    if begin >= days:
        return period
    first, last_day = period.first + begin * _DAY, period.first + (end - 1) * _DAY
    return span_period(day_period(first), day_period(last_day))


def nth_day(month: Period, nth: int, weekday: int | None) -> Period:
    """Return the nth day of a month, or the nth of its days that are a weekday; -1 is the last."""
    days = (month.last - month.first).days + 1
    places = [n for n in range(days) if weekday in {None, (month.first + n * _DAY).isoweekday()}]
    index = nth - 1 if nth > 0 else nth
    return day_period(month.first + places[index] * _DAY) if index < len(places) else month


def shifted(day: dt.date, days: int) -> dt.date | None:
    """Return the day some days later, or None beyond the calendar."""
    number = day.toordinal() + days
    return dt.date.fromordinal(number) if 1 <= number <= dt.date.max.toordinal() else None


def valid_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day of the calendar, or None where there is none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:  # of a month of fewer days
        return None
