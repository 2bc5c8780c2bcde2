"""From a text to its date mentions: expressions found, judged by their setting, resolved, cut out as spans."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from arabnews.article import DateMention, DateValue, Origin, Span
from arabnews.fold import tokens
from arabnews_dates.expressions import find_expressions
from arabnews_dates.periods import valid_day
from arabnews_dates.resolve import resolve
from arabnews_dates.setting import Setting
from arabnews_dates.vocabulary import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews_dates.reading import Reading
    from arabnews_dates.vocabulary import Vocabulary

Published = dt.date | str | DateMention | None
"""When a text was published: a date, a datetime, either in ISO 8601, or what `find_published` found."""


def parse_dates(text: str, published: Published = None) -> tuple[DateMention, ...]:
    """Return the dates in a text, in order, with their places and values.

    Offsets are half-open and count code points of `text`. Without `published` what depends on it («أمس», «7 أكتوبر»)
    is found and has no value; the system's clock is never asked.

    Raises:
        TypeError: `text` is no str, or `published` is none of its types.
        ValueError: `published` is a string that is no ISO date.

    >>> dates = parse_dates("زار الوزير تونس أمس وفي 7 تشرين الأول/أكتوبر", "2023-10-25")
    >>> [(date.span.text, date.value) for date in dates]
    [('أمس', '2023-10-24'), ('7 تشرين الأول/أكتوبر', '2023-10-07')]
    """
    return tuple(find_mentions(_checked(text), bundled(), as_published(published)))


def parse_date(text: str, published: Published = None) -> DateValue | None:
    """Return the value of a string that is one date expression from end to end, or None where it is none.

    Raises:
        TypeError: `text` is no str, or `published` is none of its types.
        ValueError: `published` is a string that is no ISO date.

    >>> parse_date("١٥ رمضان ١٤٤٥ هـ").value
    '2024-03-25'
    >>> parse_date("السابع من أكتوبر").value is None
    True
    """
    anchor = as_published(published)
    table = tokens(_checked(text))
    vocabulary = bundled()
    found = list(find_expressions(table, vocabulary))
    if len(found) != 1:
        return None
    only = found[0]
    outside = text[: only.start] + text[only.end :]
    if table.within(0, only.start) or table.within(only.end, len(text)) or len(outside.strip()) > 2:
        return None
    return DateValue(**resolve(only.reading, anchor))


def as_published(published: Published) -> DateMention | None:
    """Return the publication date as a mention.

    Raises:
        TypeError: it is none of the types.
        ValueError: it is a string that is no ISO date.
    """
    if published is None or isinstance(published, DateMention):
        return published
    return DateMention.given(published)


def find_mentions(
    source: str,
    vocabulary: Vocabulary,
    published: DateMention | None,
    *,
    prose: str | None = None,
    words: range | None = None,
) -> Iterator[DateMention]:
    """Yield the mentions in a text, in order.

    `prose` is the text with what is not to be read blanked at the same length; `words` are the indices of the words
    to look at.
    """
    table = tokens(source if prose is None else prose)
    expressions = find_expressions(table, vocabulary, *((words.start, words.stop) if words is not None else ()))
    settings: list[Setting] = []
    for expression in expressions:
        setting = Setting(expression, table, vocabulary, settings[-1].found if settings else None)
        if setting.is_date():
            if settings:
                setting.share_year(settings[-1])
            settings.append(setting)
    years = _stated_years(settings)
    previous: DateMention | None = None
    for setting in settings:
        fields = _resolve_in_place(setting, published, previous, years)
        span = Span.cut(source, setting.found.start, setting.found.end)
        mention = DateMention(**fields, span=span, origin=Origin(rule=_rule(setting, fields)))
        if mention.day is not None:
            previous = mention
        yield mention


def _resolve_in_place(
    setting: Setting,
    published: DateMention | None,
    previous: DateMention | None,
    years: Mapping[tuple[int, int], int],
) -> dict[str, Any]:
    """Return the fields of a mention, resolved against whichever date the place of the expression makes its anchor."""
    reading = setting.found.reading
    if reading.same_day:
        return _same_day(previous)
    if reading.rule == "after" and not (published and setting.is_future()):
        # told of the past, «بعد يومين» counts from the event told before it
        reading.vague = True
        reading.issues.append("event_anchor")
    if not _leaves_open(reading):
        return resolve(reading, published)
    if previous is not None and reading.grain == "day" and setting.is_replaced():
        return resolve(reading, previous, "nearest")
    day = reading.month or 0, reading.day or 0
    if day in years:
        # the same day is written out with its year elsewhere in the text
        return resolve(reading, DateMention.given(dt.date(years[day], *day)))
    return resolve(reading, published, "future" if published and setting.is_future() else "past")


def _leaves_open(reading: Reading) -> bool:
    """Tell whether the expression leaves past or future open: a month, day or weekday and nothing that orders them."""
    told = (reading.year, reading.year_offset, reading.direction, reading.offset)
    return told == (None, None, None, None) and reading.grain in {"day", "month"} and not reading.vague


def _same_day(previous: DateMention | None) -> dict[str, Any]:
    day = previous.day if previous is not None else None
    if previous is None or day is None:
        return {}
    return {"value": day.isoformat(), "earliest": day, "latest": day, "anchor": previous.value}


def _stated_years(settings: list[Setting]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that the text writes out with one year and no other."""
    years: dict[tuple[int, int], set[int]] = {}
    for setting in settings:
        reading = setting.found.reading
        if reading.calendar == "gregorian" and reading.until is None and reading.grain == "day":
            month, day = reading.month or 0, reading.day or 0
            if reading.year is not None and valid_day(reading.year, month, day):
                years.setdefault((month, day), set()).add(reading.year)
    return {key: next(iter(told)) for key, told in years.items() if len(told) == 1}


def _rule(setting: Setting, fields: Mapping[str, Any]) -> str:
    rule = setting.found.reading.rule
    if rule != "weekday" or fields["value"] is None or fields["anchor"] is None:
        return rule
    return "weekday-past" if fields["value"][:10] <= fields["anchor"][:10] else "weekday-future"


def _checked(text: str) -> str:
    if not isinstance(text, str):
        msg = f"text: a str is needed, not {type(text).__name__}"
        raise TypeError(msg)
    return text
