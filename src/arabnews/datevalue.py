"""What a date expression states, and what it means: two things that are kept apart. Imports attrs alone."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import field, frozen
from attrs.validators import in_

from arabnews.brief import brief
from arabnews.checks import MAYBE_TEXT, TEXT, TEXTS, maybe, of
from arabnews.spans import Origin, Span, to_origin, to_strings

Grain = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]
Calendar = Literal["gregorian", "hijri"]


@frozen(kw_only=True)
class Stated:
    """What a date expression says in so many words; what it does not say is None.

    `year`, `month` and `day` are in the calendar of the date value that holds this. `weekday` counts from 1 (Monday)
    to 7. `zone` is the zone as named in the text, or an offset such as "+03:00".

    >>> from arabnews_dates import parse_date
    >>> stated = parse_date("7 أكتوبر", published="2024-05-14").stated
    >>> stated.day, stated.month, stated.year
    (7, 10, None)
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None

    def __repr__(self) -> str:
        return brief(self)


@frozen(kw_only=True)
class DateValue:
    """What a date expression means, beside what it states.

    Attributes:
        value: ISO 8601 / EDTF level 1 ("2023-10-07", "2023-10", "199X", "2023-07-13/2023-07-15", "2023-01~"), in the
            Gregorian calendar, or None where neither the text nor an anchor fixes one. A clock time is local to the
            place that wrote it.
        grain: the finest unit that is told.
        calendar: the calendar the expression is written in.
        stated: the fields as written, nothing filled in.
        earliest: the first day that the value may mean.
        latest: the last day that the value may mean, included.
        hijri: year, month and day in the Islamic calendar where the text states them; what it leaves open is None.
        anchor: EDTF of the date that was used to resolve the expression; None when the text alone was enough.
        approximate: true for "early", "late", "about", and for converted dates that may be off by a day.
        alternatives: other values that the same characters may stand for (3/4/2023).
        issues: what is wrong with the expression, as short words: "impossible_day", "weekday_mismatch", "damaged" …

    >>> from arabnews_dates import parse_date
    >>> date = parse_date("أواخر أكتوبر 2023")
    >>> date.value, date.grain, date.approximate, date.earliest.isoformat()
    ('2023-10~', 'month', True, '2023-10-21')
    """

    value: str | None = field(default=None, validator=MAYBE_TEXT)
    grain: Grain = field(default="day", validator=TEXT)
    calendar: Calendar = field(default="gregorian", validator=in_(("gregorian", "hijri")))
    stated: Stated = field(default=Stated(), validator=of(Stated))
    earliest: dt.date | None = field(default=None, validator=maybe(dt.date))
    latest: dt.date | None = field(default=None, validator=maybe(dt.date))
    hijri: tuple[int | None, int | None, int | None] | None = field(default=None, validator=maybe(tuple))
    anchor: str | None = field(default=None, validator=MAYBE_TEXT)
    approximate: bool = field(default=False, validator=of(bool))
    alternatives: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS)
    issues: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS)

    def __repr__(self) -> str:
        return brief(self)


@frozen(kw_only=True)
class DateMention(DateValue):
    """A date in the text: its span and its value. `span` is None where the date was not read from the text.

    >>> import arabnews
    >>> date = arabnews.parse("وصل الوفد أمس.", published="2024-05-14").dates[0]
    >>> date.span, date.value, date.anchor
    (Span(10, 13, 'أمس'), '2024-05-13', '2024-05-14')
    """

    span: Span | None = field(default=None, validator=maybe(Span))
    origin: Origin = field(default=Origin(), converter=to_origin, validator=of(Origin), kw_only=True)
    id: str = field(default="", validator=TEXT, kw_only=True)

    def __repr__(self) -> str:
        return brief(self)

    @property
    def day(self) -> dt.date | None:
        """The one calendar day that is meant, or None when the value is wider than a day."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None

    @classmethod
    def given(cls, when: dt.date | str, *, plugin: str = "caller") -> DateMention:
        """Return the date that a caller gives: a date, a datetime, or either in ISO 8601.

        Raises:
            TypeError: `when` is none of these.
            ValueError: the string is no ISO date.

        >>> DateMention.given("2023-01-25").value
        '2023-01-25'
        """
        if isinstance(when, str):
            when = _from_iso(when)
        if not isinstance(when, dt.date):
            msg = f"published: a date, a datetime or an ISO string is needed, not {type(when).__name__}"
            raise TypeError(msg)
        origin = Origin(plugin, "published")
        stated = Stated(year=when.year, month=when.month, day=when.day)
        if isinstance(when, dt.datetime):
            clock = "seconds" if when.second else "minutes"
            value = when.replace(microsecond=0).isoformat(timespec=clock)
            zone = value[19 if when.second else 16 :] or None
            stated = Stated(
                year=when.year, month=when.month, day=when.day, hour=when.hour, minute=when.minute,
                second=when.second or None, zone=zone,
            )  # fmt: skip
            grain: Grain = "second" if when.second else "minute"
            when = when.date()
        else:
            value, grain = when.isoformat(), "day"
        return cls(value=value, grain=grain, stated=stated, earliest=when, latest=when, origin=origin)


def _from_iso(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text) if len(text) <= len("YYYY-MM-DD") else dt.datetime.fromisoformat(text)
    except ValueError:
        msg = f"published: {text!r} is no date like 2024-03-05, and no time like 2024-03-05T18:30"
        raise ValueError(msg) from None
