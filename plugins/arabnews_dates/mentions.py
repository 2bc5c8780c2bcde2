"""From a text to its date mentions: expressions found, judged by their setting, resolved, cut out as spans."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve

from arabnews.article import DateMention, DateValue, Origin, Span
from arabnews.fold import tokens
from arabnews_dates.expressions import find_expressions
from arabnews_dates.judges import is_date
from arabnews_dates.periods import shifted, valid_day
from arabnews_dates.resolve import resolve
from arabnews_dates.setting import Setting
from arabnews_dates.vocabulary import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews_dates.reading import Reading
    from arabnews_dates.vocabulary import Vocabulary

_LONGEST_STORY: Final = 300
_LINE_BREAK: Final = re.compile(r"[\n\r]")
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

    A preposition may lead it: «منذ 2011» and «حتى 15 مايو 2024» are open ranges here, "2011/.." and "../2024-05-15".

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
    led = only.first == 1 and table.forms[0] in vocabulary.context["lead"]
    begin = table.starts[0] if led else only.start
    outside = text[:begin] + text[only.end :]
    if table.within(0, begin) or table.within(only.end, len(text)) or len(outside.strip()) > 2:
        return None
    if led and only.reading.until is None and only.reading.open_end is None:
        only.reading.open_end = _openness(table.forms[0], vocabulary)
    return DateValue(**resolve(only.reading, anchor))


def _openness(word: str, vocabulary: Vocabulary) -> int | None:
    """Return 1 for a word after which time runs on («منذ»), -1 for one that ends it («حتى»), None for others."""
    if word in vocabulary.context["since"]:
        return 1
    return -1 if word in vocabulary.context["until"] else None


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
    outlets: set[str] = set()
    for expression in expressions:
        setting = Setting(expression, table, vocabulary, settings[-1].found if settings else None)
        if setting.is_outlet():
            outlets.add(setting.before)
        elif is_date(setting):
            if settings:
                setting.share_year(settings[-1])
            settings.append(setting)
    if outlets:
        # what is a name once («صحيفة "الفجر اليوم"») is one wherever the two words meet
        settings = [s for s in settings if not (s.is_bare_today() and s.before in outlets)]
    anchor = published if published is not None else _told_anchor(settings)
    told = Told(_stated_years(settings, anchor), anchor)
    for setting in settings:
        fields = _resolve_in_place(setting, told)
        span = Span.cut(source, setting.found.start, setting.found.end)
        mention = DateMention(**fields, span=span, origin=Origin(rule=_rule(setting, fields)))
        if mention.earliest is not None:
            told.last, told.year = mention, told.story or mention.stated.year
        told.story = None
        told.day = mention if mention.day is not None else told.day
        yield mention


@define
class Told:
    """What the text has told so far: years written out, the day to count from, the date and the day before."""

    years: Mapping[tuple[int, int], int]
    anchor: DateMention | None
    last: DateMention | None = None
    year: int | None = None
    """The year that the last date states, or has from the story."""
    day: DateMention | None = None
    story: int | None = None
    """The year that the date just resolved has from the story."""


def _resolve_in_place(setting: Setting, told: Told) -> dict[str, Any]:
    """Return the fields of a mention, resolved against whichever date the place of the expression makes its anchor."""
    reading, anchor = setting.found.reading, told.anchor
    if reading.as_before:
        return _as_before(reading, told)
    if reading.rule == "after" and not (anchor and setting.is_future()):
        # told of the past, «بعد يومين» counts from the event told before it
        reading.vague = True
        reading.issues.append("event_anchor")
    if not _leaves_open(reading):
        return resolve(reading, anchor)
    return _resolve_open(setting, told)


def _resolve_open(setting: Setting, told: Told) -> dict[str, Any]:
    """Resolve a month, day or weekday that nothing in the expression places before or after the anchor."""
    reading, anchor = setting.found.reading, told.anchor
    if setting.is_yearly():
        reading.vague = True
        reading.issues.append("yearly")
        return resolve(reading, anchor)
    if told.day is not None and reading.grain == "day" and setting.is_replaced():
        return resolve(reading, told.day, "nearest")
    day = reading.month or 0, reading.day or 0
    if day in told.years:
        # the same day is written out with its year elsewhere in the text
        return resolve(evolve(reading, year=told.years[day]), anchor) | {"stated": resolve(reading)["stated"]}
    year = _year_of_the_story(setting, told)
    if year is not None:
        told.story = year
        return resolve(evolve(reading, year=year), anchor) | {"stated": resolve(reading)["stated"]}
    if anchor is not None and reading.month and setting.is_near():
        return resolve(reading, anchor, "nearest")
    return resolve(reading, anchor, "future" if anchor is not None and setting.is_future() else "past")


def _year_of_the_story(setting: Setting, told: Told) -> int | None:
    """Return the year of a month or day in a story of years ago, or of the month just named with its year.

    In one paragraph «في 2 مايو 1967 ... وفي 5 يونيو» stays in 1967. What was published in that year or the year after
    it counts from its own day, as all else does.
    """
    reading, last = setting.found.reading, told.last
    if last is None or last.span is None or told.year is None or not reading.month:
        return None
    if reading.calendar != "gregorian" or last.calendar != "gregorian" or last.stated.month is None:
        return None
    begin, end = last.span.end, setting.found.start
    if end - begin > _LONGEST_STORY or _LINE_BREAK.search(setting.table.text, begin, end):
        return None
    now = told.anchor.day.year if told.anchor is not None and told.anchor.day is not None else None
    same_month = last.stated.month == reading.month and reading.day is not None
    distant = now is not None and told.year < now - 1
    alike = now is None and same_month
    return told.year if distant or alike else None


def _as_before(reading: Reading, told: Told) -> dict[str, Any]:
    """Resolve what counts from the date told before it: «العام نفسه», «20 أكتوبر من العام ذاته», «اليوم التالي»."""
    alone = reading.rule == "as-before"
    unit = reading.grain if alone else "month" if reading.month_offset is not None else "year"
    unit = "day" if reading.weekday is not None and reading.day is None else unit
    before = told.day if unit == "day" else told.last
    plain = evolve(reading, as_before=False)
    if before is None or before.earliest is None or before.latest is None:
        return resolve(plain)
    first, last = before.earliest, before.latest
    one = {
        "day": first == last,
        "week": first.isocalendar()[:2] == last.isocalendar()[:2],
        "month": (first.year, first.month) == (last.year, last.month),
        "year": first.year == last.year,
    }
    if not one.get(unit, False):
        return resolve(plain)
    fields = resolve(plain, DateMention.given(first))
    return fields | {"anchor": before.value} if fields["value"] is not None else fields


def _told_anchor(settings: list[Setting]) -> DateMention | None:
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


def _leaves_open(reading: Reading) -> bool:
    """Tell whether the expression leaves past or future open: a month, day or weekday and nothing that orders them."""
    told = (reading.year, reading.year_offset, reading.month_offset, reading.week_offset, reading.direction)
    ordered = told != (None,) * 5 or reading.offset is not None or reading.common_year is not None
    return not ordered and reading.grain in {"day", "month"} and not reading.vague


def _stated_years(settings: list[Setting], anchor: DateMention | None) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that the text tells once and in no other way.

    It is told by its number («17 يونيو 2012»), or from the anchor («17 أكتوبر المقبل»).
    """
    years: dict[tuple[int, int], set[int]] = {}
    for setting in settings:
        reading = setting.found.reading
        month, day = reading.month or 0, reading.day or 0
        if reading.calendar != "gregorian" or reading.until is not None or reading.grain != "day" or not day:
            continue
        if reading.year is not None and valid_day(reading.year, month, day):
            years.setdefault((month, day), set()).add(reading.year)
        elif anchor is not None and reading.direction is not None and month and not reading.as_before:
            found = resolve(reading, anchor)["earliest"]
            if found is not None:
                years.setdefault((month, day), set()).add(found.year)
    return {key: next(iter(told)) for key, told in years.items() if len(told) == 1}


def _rule(setting: Setting, fields: Mapping[str, Any]) -> str:
    rule = setting.found.reading.rule
    way = _openness(setting.before, setting.vocabulary)
    if way is not None and fields["value"] is not None and setting.found.reading.until is None:
        # the mention names a day or year; that time is open on one side of it is told by the word before
        return f"{rule}-{'since' if way > 0 else 'until'}"
    if rule != "weekday" or fields["value"] is None or fields["anchor"] is None:
        return rule
    return "weekday-past" if fields["value"][:10] <= fields["anchor"][:10] else "weekday-future"


def _checked(text: str) -> str:
    if not isinstance(text, str):
        msg = f"text: a str is needed, not {type(text).__name__}"
        raise TypeError(msg)
    return text
