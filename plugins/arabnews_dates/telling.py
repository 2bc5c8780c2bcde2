"""What a text tells in full: the day or year of writing, and the years of days, months and quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import define

from arabnews.article import DateMention
from arabnews_dates.periods import shifted, valid_day
from arabnews_dates.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews_dates.reading import Reading
    from arabnews_dates.setting import Setting

_Key = TypeVar("_Key")


@define
class Stated:
    """What is told once and in no other way; what a text tells in two ways is left out.

    Attributes:
        years: the year of a month and day: by its number («17 يونيو 2012»), or from the anchor («17 أكتوبر المقبل»).
        months: the year of a month, with or without a day: «ديسمبر 2019».
        quarters: the year of a quarter or half, by its grain and number: «الربع الثاني من 2012».
        weekdays: whether a weekday is the last (-1) or the next one (1): «الأحد المقبل», «غدا السبت».
        now: the year of writing: «العام الحالي 2012».
    """

    years: Mapping[tuple[int, int], int]
    months: Mapping[int, int]
    quarters: Mapping[tuple[str, int], int]
    weekdays: Mapping[int, int]
    now: int | None


def stated(settings: list[Setting], anchor: DateMention | None) -> Stated:
    """Return what a text's expressions tell of themselves."""
    years: list[tuple[tuple[int, int], int]] = []
    months: list[tuple[int, int]] = []
    quarters: list[tuple[tuple[str, int], int]] = []
    weekdays: list[tuple[int, int]] = []
    now: list[tuple[None, int]] = []
    for setting in settings:
        reading = setting.found.reading
        year, month = reading.year, reading.month or 0
        if reading.calendar != "gregorian":
            continue
        if reading.grain in {"day", "month"}:
            year_of_day = _year_of_day(reading, anchor) if reading.day else None
            if year_of_day is not None:
                years.append(((month, reading.day or 0), year_of_day))
            if year is not None and month and reading.grain in {"day", "month"} and 1 <= year <= 9999:
                months.append((month, year))
            elif reading.weekday is not None and (reading.direction or reading.offset):
                weekdays.append((reading.weekday, reading.direction or (1 if (reading.offset or 0) > 0 else -1)))
        elif reading.grain in {"quarter", "half"}:
            if year is not None and not reading.vague:
                quarters.append(((reading.grain, month or 1), year))
        elif reading.grain == "year" and reading.said is not None and year is not None:
            now.append((None, year - reading.said))
    return Stated(_once(years), _once(months), _once(quarters), _once(weekdays), _once(now).get(None))


def _once(told: list[tuple[_Key, int]]) -> dict[_Key, int]:
    """Return what is told with one value only."""
    if not told:
        return {}
    values: dict[_Key, set[int]] = {}
    for key, value in told:
        values.setdefault(key, set()).add(value)
    return {key: next(iter(found)) for key, found in values.items() if len(found) == 1}


def _year_of_day(reading: Reading, anchor: DateMention | None) -> int | None:
    month, day = reading.month or 0, reading.day or 0
    if reading.grain != "day" or reading.until is not None:
        return None
    if reading.year is not None:
        return reading.year if valid_day(reading.year, month, day) else None
    if anchor is None or reading.direction is None or not month or reading.as_before:
        return None
    found = resolve(reading, anchor)["earliest"]
    return found.year if found is not None else None


def told_anchor(settings: list[Setting]) -> DateMention | None:
    """Return the day of writing where the text tells it once: «اليوم الأربعاء 25 يناير 2017»."""
    days = set()
    for setting in settings:
        reading = setting.found.reading
        if reading.said is not None and reading.year is not None and reading.calendar == "gregorian":
            day = valid_day(reading.year, reading.month or 0, reading.day or 0)
            shifted_day = shifted(day, -reading.said) if day is not None else None
            if shifted_day is not None:
                days.add(shifted_day)
    return DateMention.given(days.pop()) if len(days) == 1 else None
