"""From a text to its date mentions: expressions found, judged by their setting, resolved, cut out as spans."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from arabnews.article import DateMention, DateValue, Origin, Span
from arabnews.fold import Tokens, respell, tokens
from arabnews.wordscan import split_words
from arabnews_dates.anchoring import Told, resolve_alone, resolve_in_place
from arabnews_dates.expressions import find_expressions
from arabnews_dates.judges import is_date
from arabnews_dates.setting import Setting
from arabnews_dates.telling import stated, told_anchor
from arabnews_dates.vocabulary import bundled
from arabnews_dates.whole import read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews_dates.placing import Expression
    from arabnews_dates.reading import Reading
    from arabnews_dates.vocabulary import Vocabulary

Published = dt.date | str | DateMention | None
"""When a text was published: a date, a datetime, either in ISO 8601, or what `find_published` found."""

_MOST_JOINED: Final = 6
_ALWAYS: Final = [("deictic", -1), ("deictic", 0), ("deictic", 1)]


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
    only = found[0] if len(found) == 1 else None
    reading = _read_alone(text, table, only) if only is not None else None
    if reading is None or reading.vague:
        reading = read_whole(table) or reading
    return DateValue(**resolve_alone(reading, anchor)) if reading is not None else None


def _read_alone(text: str, table: Tokens, only: Expression) -> Reading | None:
    """Return the reading of an expression that nothing but a preposition precedes and nothing follows."""
    vocabulary = bundled()
    led = only.first == 1 and table.forms[0] in vocabulary.context["lead"]
    begin = table.starts[0] if led else only.start
    outside = text[:begin] + text[only.end :]
    if table.within(0, begin) or table.within(only.end, len(text)) or len(outside.strip()) > 2:
        return None
    if led and only.reading.until is None and only.reading.open_end is None:
        only.reading.open_end = _openness(table.forms[0], vocabulary)
    return only.reading


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
    # a text that is read for its dates alone is not read again: its table need not be kept, nor looked for
    table = _own_table(source) if prose is None else tokens(prose)
    expressions = find_expressions(table, vocabulary, *((words.start, words.stop) if words is not None else ()))
    settings: list[Setting] = []
    outlets: set[str] = set()
    for expression in expressions:
        last = settings[-1] if settings else None
        setting = Setting(expression, table, vocabulary, _last_before(expression, settings))
        if expression.reading.rule == "deictic" and setting.is_outlet():
            outlets.add(setting.before)
        elif is_date(setting):
            if last is not None and (last.found.after == expression.first or setting.is_other(last)):
                if setting.repeats(last):
                    settings[-1] = setting.joined_to(last)
                    continue
                _share_year(setting, settings)
            settings.append(setting)
    if outlets:
        # what is a name once («صحيفة "الفجر اليوم"») is one wherever the two words meet
        settings = [s for s in settings if not (s.is_bare_today() and s.before in outlets)]
    settings = _without_sayings(settings)
    anchor = published if published is not None else told_anchor(settings)
    told = Told(stated(settings, anchor), anchor)
    for setting in settings:
        fields = resolve_in_place(setting, told)
        span = Span.cut(source, setting.found.start, setting.found.end)
        mention = _mention(fields, span, _origin(_rule(setting, fields)))
        told.put(mention, looks_back=setting.found.reading.looks_back)
        yield mention


def _last_before(expression: Expression, settings: list[Setting]) -> Expression | None:
    """Return the expression before; for «13 منه» the last that tells a month, close before it."""
    if expression.reading.rule == "day-of-it":
        for setting in settings[: -1 - _MOST_JOINED : -1]:
            found = setting.found
            if found.reading.month is not None or found.reading.rule == "day-of-it":
                return found
    return settings[-1].found if settings else None


def _own_table(source: str) -> Tokens:
    written = respell(source)
    return Tokens(written, *split_words(written))


def _without_sayings(settings: list[Setting]) -> list[Setting]:
    """Leave out «أمس واليوم وغدا», which is always."""
    said: set[int] = set()
    for at in range(len(settings) - 2):
        if settings[at].found.after + 2 != settings[at + 2].found.after:
            continue
        readings = [setting.found.reading for setting in settings[at : at + 3]]
        if [(reading.rule, reading.offset) for reading in readings] == _ALWAYS:
            said.update(range(at, at + 3))
    return [setting for at, setting in enumerate(settings) if at not in said] if said else settings


def _share_year(setting: Setting, before: list[Setting]) -> None:
    """Let all that are joined to an expression have its year: «أكتوبر ونوفمبر وديسمبر 2015»."""
    for earlier in before[: -1 - _MOST_JOINED : -1]:
        if earlier.found.after != setting.found.first and not setting.is_other(earlier):
            break
        setting.share_year(earlier)
        setting = earlier


@cache
def _origin(rule: str) -> Origin:
    return Origin(rule=rule)


class _Draft(DateMention):
    """A mention whose fields may be put in."""

    __slots__ = ()
    __setattr__, __delattr__ = object.__setattr__, object.__delattr__  # both, or each goes through a call


def _mention(fields: Mapping[str, Any], span: Span, origin: Origin) -> DateMention:
    """Return a mention of fields that `resolve` made, in the order of the class.

    Their types are right, and checking them again takes as long as finding the values.
    """
    draft: Any = object.__new__(_Draft)
    (
        draft.value, draft.grain, draft.calendar, draft.stated, draft.earliest, draft.latest, draft.hijri,
        draft.anchor, draft.approximate, draft.alternatives, draft.issues,
    ) = fields.values()  # fmt: skip
    draft.span, draft.origin, draft.id = span, origin, ""
    draft.__class__ = DateMention
    mention: DateMention = draft
    return mention


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
