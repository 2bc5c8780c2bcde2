"""Which month, year or other period a reading means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_dates import periods

if TYPE_CHECKING:
    from arabnews_dates.meaning import Meaning
    from arabnews_dates.reading import Reading


_OF_LAST_CENTURY: Final = 30
"""The first decade that a text of our time can only mean of the last century: «الثلاثينيات»."""


_CENTURIES: Final[dict[int | None, int]] = {-1: 1900, 0: 2000}
"""«القرن الماضي» and «القرن الحالي», as texts of our time use them."""


def find_month(reading: Reading, meaning: Meaning) -> None:
    """Find a month: named, or counted from the anchor's."""
    if reading.offset is not None:
        day = meaning.anchor()
        if day is not None:
            counted, index = divmod(day.year * 12 + day.month - 1 + reading.offset, 12)
            meaning.period = periods.month_period(counted, index + 1) if 1 <= counted <= 9999 else None
        return
    month, year = reading.month or 0, meaning.year(reading)
    if year is None:
        year = _nearest_year(reading, month, meaning)
    if year is not None and 1 <= year <= 9999:
        meaning.period = periods.month_period(year, month)
        if reading.other_month is not None:
            meaning.alternatives.append(periods.month_period(year, reading.other_month).value)


def _nearest_year(reading: Reading, month: int, meaning: Meaning) -> int | None:
    day = meaning.anchor()
    if day is None:
        return None
    # the anchor's own month is «مايو», and neither «مايو الماضي» nor «مايو المقبل»
    if reading.direction == 1 or (reading.direction is None and meaning.tense == "future"):
        return day.year + (month < day.month or (month == day.month and reading.direction == 1))
    if reading.direction == -1 or meaning.tense == "past":
        return day.year - (month > day.month or (month == day.month and reading.direction == -1))
    return day.year


def find_year(reading: Reading, meaning: Meaning) -> None:
    """Find a year: numbered, or counted from the anchor's."""
    year = reading.year
    if reading.offset is not None:
        day = meaning.anchor()
        year = day.year + reading.offset if day is not None else None
    if year is not None and 1 <= year <= 9999:
        meaning.period = periods.year_period(year)


def find_week(reading: Reading, meaning: Meaning) -> None:
    """Find a week counted from the anchor's."""
    day = meaning.anchor()
    other = periods.shifted(day, 7 * (reading.offset or 0)) if day is not None else None
    if other is not None:
        meaning.period = periods.week_period(other)


def find_decade(reading: Reading, meaning: Meaning) -> None:
    """Find a decade, of the century that is told or of the last one that has had it."""
    decade, century = reading.day or 0, reading.year
    if reading.offset is not None:
        day = meaning.anchor()
        first = day.year // 10 * 10 + 10 * reading.offset if day is not None else 0
        if 10 <= first <= 9990:
            meaning.period = periods.decade_period(first)
        return
    if century is None and meaning.day is None:
        century = _CENTURIES.get(-1 if reading.direction is None and decade >= _OF_LAST_CENTURY else reading.direction)
        if century is None:
            return
    elif century is None:
        day = meaning.anchor()
        if day is None:
            return
        century = (day.year // 100 + (reading.direction or 0)) * 100
        if reading.direction is None and century + decade > day.year:
            century -= 100
    if 0 <= century + decade <= 9990:
        meaning.period = periods.decade_period(century + decade)


def find_century(reading: Reading, meaning: Meaning) -> None:
    """Find a century: numbered, or counted from the anchor's."""
    year = reading.year
    if year is None:
        day = meaning.anchor()
        year = (
            (day.year // 100 + (reading.direction or 0)) * 100 if day is not None else _CENTURIES.get(reading.direction)
        )
    if year is not None and 0 <= year <= 9900:
        meaning.period = periods.century_period(year)


def find_season(reading: Reading, meaning: Meaning) -> None:
    """Find a season of a year, or the last or next one."""
    code, year = reading.month or 21, None if reading.direction == 0 else meaning.year(reading)
    if year is not None:
        meaning.period = periods.season_period(year, code) if 1 <= year <= 9998 else None
        return
    day = meaning.anchor()
    if day is None:
        return
    near = [periods.season_period(y, code) for y in range(max(1, day.year - 2), min(9998, day.year + 2) + 1)]
    if reading.direction == 0:
        meaning.period = min(near, key=lambda p: max(p.first - day, day - p.last))
    elif reading.direction == -1:
        meaning.period = next((p for p in reversed(near) if p.last < day), None)
    else:
        # by the sun a season begins three weeks after its months do: on 15 June «الصيف المقبل» is still to come
        begun = periods.shifted(day, -21) or day
        meaning.period = next((p for p in near if p.first > begun), None)


def find_quarter(reading: Reading, meaning: Meaning) -> None:
    """Find a quarter or a half of a year."""
    year, nth = meaning.year(reading), reading.month or 1
    if reading.rule == "bare-quarter" and year is None:
        day, months = meaning.anchor(), 3 if reading.grain == "quarter" else 6
        # the last one that has begun: results of «الربع الرابع» come out in February
        year = day.year - (months * (nth - 1) >= day.month) if day is not None else None
    if reading.offset is not None:
        day, parts = meaning.anchor(), 4 if reading.grain == "quarter" else 2
        if day is None:
            return
        counted, index = divmod(day.year * parts + (day.month - 1) * parts // 12 + reading.offset, parts)
        year, nth = counted, index + 1
    if year is not None and 1 <= year <= 9999:
        months = 3 if reading.grain == "quarter" else 6
        meaning.period = periods.months_period(year, months * (nth - 1) + 1, months * nth)
