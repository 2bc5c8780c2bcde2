"""From a text to its date mentions: expressions found, judged by their setting, resolved, cut out as spans."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from arabnews.article import DateMention, DateValue, Span
from arabnews.fold import tokens
from arabnews_dates.expressions import find_expressions
from arabnews_dates.periods import valid_day
from arabnews_dates.resolve import resolve
from arabnews_dates.setting import instead_of_another, is_date, tense_is_future
from arabnews_dates.vocabulary import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.fold import Tokens
    from arabnews_dates.expressions import Expression
    from arabnews_dates.resolve import Tense
    from arabnews_dates.vocabulary import Vocabulary

Published = dt.date | str | DateMention | None
"""When a text was published: a date, a datetime, either in ISO 8601, or what `find_published` found."""


def parse_dates(text: str, published: Published = None) -> tuple[DateMention, ...]:
    """Return the dates in a text, in order, with their places and values.

    Offsets are half-open and count code points of `text`. Without `published` what depends on it («أمس», «7 أكتوبر») is found and
    has no value; the system's clock is never asked.

    Raises:
        TypeError: `text` is no str, or `published` is none of its types.
        ValueError: `published` is a string that is no ISO date.

    >>> [(date.span.text, date.value) for date in parse_dates("زار الوزير تونس أمس وفي 7 تشرين الأول/أكتوبر", "2023-10-25")]
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
    text: str, vocabulary: Vocabulary, published: DateMention | None, *, low: int = 0, high: int | None = None
) -> Iterator[DateMention]:
    """Yield the mentions among the words `low` to `high` of a text, in order."""
    table = tokens(text)
    found = [e for e in find_expressions(table, vocabulary, low, high) if is_date(e, table, vocabulary)]
    stated = _stated_years(found)
    previous: DateMention | None = None
    for expression in found:
        fields = _resolve_in_place(expression, table, vocabulary, published, previous, stated)
        span = Span.cut(text, expression.start, expression.end)
        mention = DateMention(**fields, span=span, origin=_rule(expression, fields))
        if mention.day is not None:
            previous = mention
        yield mention


def _resolve_in_place(
    expression: Expression,
    table: Tokens,
    vocabulary: Vocabulary,
    published: DateMention | None,
    previous: DateMention | None,
    stated: dict[tuple[int, int], int],
) -> dict[str, object]:
    reading = expression.reading
    anchor, tense = published, "past"
    if reading.same_day:
        return _same_day(previous)
    open_year = reading.year is None and reading.year_offset is None and reading.direction is None
    if open_year and reading.offset is None and reading.until is None and not reading.vague:
        key = (reading.month or 0, reading.day or 0)
        if previous is not None and reading.grain == "day" and instead_of_another(expression, table, vocabulary):
            return resolve(reading, previous, "nearest")
        if key in stated and reading.calendar == "gregorian":
            # the same day is written out elsewhere in the text
            anchor = DateMention.given(dt.date(stated[key], *key))
            return resolve(reading, anchor)
    if published is not None and open_year:
        asks = reading.until.month if reading.until is not None else reading.month or reading.weekday
        if asks and reading.grain in {"day", "month"} and tense_is_future(expression, table, vocabulary):
            tense = "future"
        if reading.rule == "after" and not tense_is_future(expression, table, vocabulary):
            # told of the past, «بعد يومين» counts from the event told before it
            reading.vague = True
            reading.issues.append("event_anchor")
    elif reading.rule == "after":
        reading.vague = True
    return resolve(reading, anchor, _tense(tense))


def _tense(name: str) -> Tense:
    return "future" if name == "future" else "past"


def _same_day(previous: DateMention | None) -> dict[str, object]:
    if previous is None or previous.value is None:
        return {"value": None, "grain": "day"}
    day = previous.day
    return {
        "value": day.isoformat() if day else None, "grain": "day", "earliest": day, "latest": day,
        "anchor": previous.value,
    }  # fmt: skip


def _stated_years(found: list[Expression]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that the text writes out with one year and no other."""
    years: dict[tuple[int, int], set[int]] = {}
    for expression in found:
        reading = expression.reading
        if reading.calendar == "gregorian" and reading.until is None and reading.grain == "day":
            month, day = reading.month or 0, reading.day or 0
            if reading.year is not None and valid_day(reading.year, month, day):
                years.setdefault((month, day), set()).add(reading.year)
    return {key: next(iter(told)) for key, told in years.items() if len(told) == 1}


def _rule(expression: Expression, fields: dict[str, object]) -> str:
    rule = expression.reading.rule
    if rule != "weekday" or fields.get("value") is None:
        return rule
    return "weekday-past" if str(fields["value"])[:10] <= str(fields["anchor"])[:10] else "weekday-future"


def _checked(text: str) -> str:
    if not isinstance(text, str):
        msg = f"text: a str is needed, not {type(text).__name__}"
        raise TypeError(msg)
    return text
