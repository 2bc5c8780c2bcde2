"""The data types: what arabnews says about an article. Imports attrs alone.

Offsets are half-open and count code points of `Article.text`, the text exactly as it was given. Every value is frozen,
hashable and picklable; sequences are tuples. Whatever may be referred to carries an `id`, unique in its article.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, instance_of, le, optional

if TYPE_CHECKING:
    from collections.abc import Iterable

A = TypeVar("A")

BlockKind = Literal[
    "headline", "subheadline", "caption", "paragraph", "dateline", "stamp", "section", "byline", "source",
    "keywords", "related", "teaser", "boilerplate", "embed",
]  # fmt: skip
Platform = Literal["x", "facebook", "instagram", "youtube", "telegram"]
EntityType = Literal["person", "organization", "location"]
MentionForm = Literal["name", "role"]
StatementType = Literal["direct", "indirect", "mixed"]
Channel = Literal[
    "statement", "press_conference", "interview", "social", "phone_call", "speech", "agency", "headline",
    "caption", "report",
]  # fmt: skip
Grain = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]
Calendar = Literal["gregorian", "hijri"]

LINE_BREAKS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line for `str.splitlines`; masking keeps these."""


@frozen
class BlockRule:
    """What a kind of block may hold: a row of the table in docs/design.md."""

    prose: bool
    body: bool
    dates: bool
    entities: bool
    statements: bool


_VISIBLE: Final = re.compile("[^\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")

BLOCK_RULES: Final[Mapping[str, BlockRule]] = {
    # kind                   prose  body   dates  entities statements
    "headline": BlockRule(True, False, True, True, True),
    "subheadline": BlockRule(True, False, True, True, True),
    "caption": BlockRule(True, False, True, True, True),
    "paragraph": BlockRule(True, True, True, True, True),
    "dateline": BlockRule(True, False, True, True, False),
    "stamp": BlockRule(True, False, True, True, False),
    "section": BlockRule(False, False, False, False, False),
    "byline": BlockRule(False, False, False, False, False),
    "source": BlockRule(False, False, False, False, False),
    "keywords": BlockRule(False, False, False, False, False),
    "related": BlockRule(False, False, False, False, False),
    "teaser": BlockRule(False, False, False, False, False),
    "boilerplate": BlockRule(False, False, False, False, False),
    "embed": BlockRule(False, False, False, False, False),
}

_text = instance_of(str)
_maybe_text = optional(_text)
_texts = deep_iterable(_text, instance_of(tuple))


@frozen(order=True)
class Span:
    """A stretch of the article's text: `article.text[start:end] == text`.

    `start` and `end` are half-open offsets in code points.

    >>> Span.cut("قال الوزير", 4, 10)
    Span(4, 10, 'الوزير')
    """

    start: int
    end: int
    text: str = field(order=False)

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """Return the span of `text` between two offsets."""
        return cls(start, end, text[start:end])

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.text!r})"

    def __len__(self) -> int:
        return self.end - self.start

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span, or is equal to it."""
        return self.start <= other.start and other.end <= self.end


@frozen
class Origin:
    """Where a fact comes from: the plugin (stamped by the core) and the plugin's own name for the rule."""

    plugin: str = field(default="", validator=_text)
    rule: str = field(default="", validator=_text)


def _strings(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


def _spans(items: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(items)


def _to_origin(value: Origin | str) -> Origin:
    """Return an origin; a plugin may write the name of its rule alone."""
    return Origin(rule=value) if isinstance(value, str) else value


@frozen
class Block:
    """A maximal run of one kind of text on the page: a headline, a paragraph, a list of keywords."""

    kind: BlockKind = field(validator=in_(BLOCK_RULES))
    span: Span = field(validator=instance_of(Span))
    origin: Origin = field(default=Origin(), converter=_to_origin, validator=instance_of(Origin), kw_only=True)
    id: str = field(default="", validator=_text, kw_only=True)


@frozen(kw_only=True)
class Stated:
    """What a date expression says in so many words; what it does not say is None.

    `year`, `month` and `day` are in the calendar of the date value that holds this. `weekday` counts from 1 (Monday)
    to 7. `zone` is the zone as named in the text, or an offset such as "+03:00".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None


@frozen(kw_only=True)
class DateValue:
    """What a date expression means, beside what it states.

    Attributes:
        value: ISO 8601 / EDTF level 1 ("2023-10-07", "2023-10", "199X", "2023-07-13/2023-07-15", "2023-01~"),
        Gregorian,
            or None where neither the text nor an anchor fixes one. A clock time is local to the place that wrote it.
        grain: the finest unit that is told.
        calendar: the calendar the expression is written in.
        stated: the fields as written, nothing filled in.
        earliest, latest: the first and the last day the value may mean, both included.
        hijri: year, month and day in the Islamic calendar where the text states them; what it leaves open is None.
        anchor: EDTF of the date that was used to resolve the expression; None when the text alone was enough.
        approximate: true for "early", "late", "about", and for converted dates that may be off by a day.
        alternatives: other values that the same characters may stand for (3/4/2023).
        issues: what is wrong with the expression, as short words: "impossible_day", "weekday_mismatch", "damaged" …
    """

    value: str | None = field(default=None, validator=_maybe_text)
    grain: Grain = field(default="day", validator=_text)
    calendar: Calendar = field(default="gregorian", validator=in_(("gregorian", "hijri")))
    stated: Stated = field(default=Stated(), validator=instance_of(Stated))
    earliest: dt.date | None = field(default=None, validator=optional(instance_of(dt.date)))
    latest: dt.date | None = field(default=None, validator=optional(instance_of(dt.date)))
    hijri: tuple[int | None, int | None, int | None] | None = field(
        default=None, validator=optional(instance_of(tuple))
    )
    anchor: str | None = field(default=None, validator=_maybe_text)
    approximate: bool = field(default=False, validator=instance_of(bool))
    alternatives: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts)
    issues: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts)


@frozen(kw_only=True)
class DateMention(DateValue):
    """A date in the text: its span and its value. `span` is None where the date was not read from the text."""

    span: Span | None = field(default=None, validator=optional(instance_of(Span)))
    origin: Origin = field(default=Origin(), converter=_to_origin, validator=instance_of(Origin), kw_only=True)
    id: str = field(default="", validator=_text, kw_only=True)

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
            when = dt.date.fromisoformat(when) if len(when) <= len("YYYY-MM-DD") else dt.datetime.fromisoformat(when)
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


@frozen
class Embed:
    """A social post flattened into the page, from its first character to its last.

    What the page does not tell is None; nothing is copied from a neighbouring post. `text` is the post's own words.
    `likes` and `replies` are counts; in a flattened widget «١٩٦ رد» is 196 likes beside the Reply button. `within` is
    the id of the block (a teaser) that holds the post.
    """

    platform: Platform = field(validator=in_(("x", "facebook", "instagram", "youtube", "telegram")))
    span: Span = field(validator=instance_of(Span))
    author: str | None = field(default=None, validator=_maybe_text, kw_only=True)
    handle: str | None = field(default=None, validator=_maybe_text, kw_only=True)
    text: Span | None = field(default=None, validator=optional(instance_of(Span)), kw_only=True)
    posted: DateMention | None = field(default=None, validator=optional(instance_of(DateMention)), kw_only=True)
    likes: int | None = field(default=None, validator=optional(instance_of(int)), kw_only=True)
    replies: int | None = field(default=None, validator=optional(instance_of(int)), kw_only=True)
    urls: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts, kw_only=True)
    mentions: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts, kw_only=True)
    hashtags: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts, kw_only=True)
    status_id: str | None = field(default=None, validator=_maybe_text, kw_only=True)
    within: str | None = field(default=None, validator=_maybe_text, kw_only=True)
    origin: Origin = field(default=Origin(), converter=_to_origin, validator=instance_of(Origin), kw_only=True)
    id: str = field(default="", validator=_text, kw_only=True)


@frozen
class Mention:
    """One place where an entity is spoken of.

    The span of a name is the name alone, without title or clitic. `form` is "name", or "role" for a definite phrase
    that refers to someone («الوزير الأمريكي»). `role`, `status` and `country` are what stands beside the name here.
    """

    span: Span = field(validator=instance_of(Span))
    form: MentionForm = field(default="name", validator=in_(("name", "role")))
    role: str | None = field(default=None, validator=_maybe_text, kw_only=True)
    status: str | None = field(default=None, validator=_maybe_text, kw_only=True)
    country: str | None = field(default=None, validator=_maybe_text, kw_only=True)


@frozen
class Role:
    """An office or title as said («وزير الخارجية الأمريكي»); `status` is "former", "acting", "elect" or None."""

    text: str = field(validator=_text)
    status: str | None = field(default=None, validator=_maybe_text)


def _roles(items: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(items)


def _mentions(items: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(items)


@frozen(kw_only=True)
class Entity:
    """Someone or something the article speaks of, under all its names.

    `name` is the fullest proper name in the article, or the noun phrase where there is none. `aliases` are its other
    names. `country` is an ISO 3166-1 alpha-2 code.
    """

    type: EntityType = field(validator=in_(("person", "organization", "location")))
    name: str = field(validator=_text)
    aliases: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts)
    roles: tuple[Role, ...] = field(
        default=(), converter=_roles, validator=deep_iterable(instance_of(Role), instance_of(tuple))
    )
    country: str | None = field(default=None, validator=_maybe_text)
    mentions: tuple[Mention, ...] = field(
        converter=_mentions, validator=deep_iterable(instance_of(Mention), instance_of(tuple))
    )
    origin: Origin = field(default=Origin(), converter=_to_origin, validator=instance_of(Origin), kw_only=True)
    id: str = field(default="", validator=_text, kw_only=True)


@frozen(kw_only=True)
class Statement:
    """Something that a source is reported to have said: source, cue and content.

    Attributes:
        type: direct (in the speaker's words), indirect, or mixed (indirect with fragments in quotation marks).
        content: what was said, in as many pieces as the report cuts it into («…»، قال فلان، «…»).
        fragments: of a mixed statement, the parts in quotation marks.
        cue, cue_class: the word that reports («قالت»), and its class: say, deny, warn … A post has none.
        source: the noun phrase of the speaker beside the cue; None for a dropped subject.
        speaker: the name to show: the entity's, or the noun phrase itself; None when nothing tells.
        entity: id of the speaker's entity.
        co_speakers: the other names of a joint statement.
        channel: how it was said, where the text tells.
        relay: the agency or outlet that passed it on («نقلت رويترز عن …»).
        addressee: id of the entity it was said to.
        date: id of the date mention that dates it.
        parent: id of the statement whose content holds this one.
        chain: id of the statement that this one continues («وأضاف»).
        embed: id of the post that this statement is.
        duplicate_of: id of the statement that has the same words.
        unclosed: the closing quotation mark is missing.
        confidence: from 0 to 1.
    """

    type: StatementType = field(validator=in_(("direct", "indirect", "mixed")))
    content: tuple[Span, ...] = field(converter=_spans, validator=deep_iterable(instance_of(Span), instance_of(tuple)))
    fragments: tuple[Span, ...] = field(
        default=(), converter=_spans, validator=deep_iterable(instance_of(Span), instance_of(tuple))
    )
    cue: Span | None = field(default=None, validator=optional(instance_of(Span)))
    cue_class: str = field(default="say", validator=_text)
    source: Span | None = field(default=None, validator=optional(instance_of(Span)))
    speaker: str | None = field(default=None, validator=_maybe_text)
    entity: str | None = field(default=None, validator=_maybe_text)
    co_speakers: tuple[str, ...] = field(default=(), converter=_strings, validator=_texts)
    channel: Channel | None = field(default=None, validator=_maybe_text)
    relay: str | None = field(default=None, validator=_maybe_text)
    addressee: str | None = field(default=None, validator=_maybe_text)
    date: str | None = field(default=None, validator=_maybe_text)
    parent: str | None = field(default=None, validator=_maybe_text)
    chain: str | None = field(default=None, validator=_maybe_text)
    embed: str | None = field(default=None, validator=_maybe_text)
    duplicate_of: str | None = field(default=None, validator=_maybe_text)
    unclosed: bool = field(default=False, validator=instance_of(bool))
    confidence: float = field(default=1.0, validator=[instance_of((int, float)), ge(0), le(1)])
    origin: Origin = field(default=Origin(), converter=_to_origin, validator=instance_of(Origin), kw_only=True)
    id: str = field(default="", validator=_text, kw_only=True)


@frozen
class Annotation:
    """A third party's find: an object of the plugin's own frozen attrs class, kept with its origin.

    `value` has a `span`. Read back from JSON without the plugin that declares the class, `value` is an
    `UnreadAnnotation`.
    """

    value: Any
    origin: Origin = field(validator=instance_of(Origin))


class FrozenMap(Mapping[str, Any]):
    """A mapping that cannot change and can be hashed; lists inside become tuples, dictionaries become frozen maps.

    >>> FrozenMap({"tags": ["a", "b"]})["tags"]
    ('a', 'b')
    """

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> None:
        """Freeze a copy of the items; a value that has no JSON form raises TypeError."""
        object.__setattr__(self, "_items", {_key(k): _freeze(v) for k, v in dict(items).items()})

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"a frozen map cannot be changed ({name})"
        raise AttributeError(msg)

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Mapping) else NotImplemented

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap], tuple[dict[str, Any]]]:
        return FrozenMap, (self._items,)


def _key(key: object) -> str:
    if not isinstance(key, str):
        msg = f"a key must be a str, not {type(key).__name__}"
        raise TypeError(msg)
    return key


def _freeze(value: Any) -> Any:
    if isinstance(value, Mapping):
        return value if isinstance(value, FrozenMap) else FrozenMap(value)
    if isinstance(value, (list, tuple)):
        return tuple(map(_freeze, value))
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    msg = f"{type(value).__name__} has no JSON form; use str, numbers, bool, None, lists and mappings"
    raise TypeError(msg)


@frozen
class UnreadAnnotation:
    """An annotation read from JSON whose class no loaded plugin declares; its fields are kept as they stood."""

    class_name: str = field(validator=_text)
    span: Span = field(validator=instance_of(Span))
    fields: FrozenMap = field(converter=FrozenMap)


@frozen
class Problem:
    """A failure of a plugin that was contained: what it would have found is missing, all else stands."""

    plugin: str = field(validator=_text)
    hook: str = field(validator=_text)
    message: str = field(validator=_text)


@lru_cache(maxsize=4)
def mask(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return `text` with the given stretches blanked by spaces, at the same length; line breaks stay.

    `spans` are half-open offsets, sorted and disjoint. The last few results are kept, so that all plugins of one
    article read one and the same string.
    """
    if not spans:
        return text
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        pieces.append("".join(c if c in LINE_BREAKS else " " for c in text[start:end]))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _blocks(items: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(items)


def _embeds(items: Iterable[Embed]) -> tuple[Embed, ...]:
    return tuple(items)


def _dates(items: Iterable[DateMention]) -> tuple[DateMention, ...]:
    return tuple(items)


def _entities(items: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(items)


def _statements(items: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(items)


def _annotations(items: Iterable[Annotation]) -> tuple[Annotation, ...]:
    return tuple(items)


def _problems(items: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(items)


@frozen
class Article:
    """An article's text and all that is known about it. The text is as it was given and never changes.

    A caller who knows more than the text (a front end for HTML, a user with metadata) makes the Article himself and
    gives it to a `Pipeline`: what it holds already is believed before what plugins find.
    """

    text: str = field(validator=_text)
    published: DateMention | None = field(default=None, validator=optional(instance_of(DateMention)), kw_only=True)
    blocks: tuple[Block, ...] = field(default=(), converter=_blocks, kw_only=True)
    embeds: tuple[Embed, ...] = field(default=(), converter=_embeds, kw_only=True)
    dates: tuple[DateMention, ...] = field(default=(), converter=_dates, kw_only=True)
    entities: tuple[Entity, ...] = field(default=(), converter=_entities, kw_only=True)
    statements: tuple[Statement, ...] = field(default=(), converter=_statements, kw_only=True)
    annotations: tuple[Annotation, ...] = field(default=(), converter=_annotations, kw_only=True)
    problems: tuple[Problem, ...] = field(default=(), converter=_problems, kw_only=True)
    metadata: FrozenMap = field(factory=FrozenMap, converter=FrozenMap, kw_only=True)

    def __repr__(self) -> str:
        title = self.headline or self.text.strip()[:40]
        counts = ", ".join(
            f"{len(items)} {name}"
            for name in ("blocks", "embeds", "dates", "entities", "statements", "annotations", "problems")
            if (items := getattr(self, name))
        )
        return f"<Article {title!r}: {counts or 'nothing found'}>"

    @cached_property
    def prose(self) -> str:
        """The text with all that is not the article's own prose blanked by spaces, at the same length.

        Posts are always blanked; once blocks are found, so are furniture, section, byline, source and teasers.
        """
        hidden = {(e.span.start, e.span.end) for e in self.embeds}
        hidden.update((b.span.start, b.span.end) for b in self.blocks if not BLOCK_RULES[b.kind].prose)
        return mask(self.text, _disjoint(hidden))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of the body's paragraphs, in order; a line of invisible characters alone is none."""
        return tuple(span for span in self.spans_of("paragraph") if _VISIBLE.search(span.text))

    @cached_property
    def body(self) -> str:
        """The clean text of the article: its paragraphs, joined by line breaks."""
        return "\n".join(span.text for span in self.paragraphs)

    def body_span(self, start: int, end: int) -> Span:
        r"""Return the stretch of the article's text for half-open offsets into `body`.

        Offsets that lie in several paragraphs give one span from the first to the last, and what stands between them
        in the text (a post, a link to another article) is part of it.

        Raises:
            ValueError: the offsets are no stretch of the body.

        >>> article = Article("عنوان\nنص.", blocks=[Block("paragraph", Span(6, 9, "نص."))])
        >>> article.body, article.body_span(0, 2)
        ('نص.', Span(6, 8, 'نص'))
        """
        if not 0 <= start <= end <= len(self.body):
            msg = f"offsets {start}:{end} are no stretch of a body of {len(self.body)} code points"
            raise ValueError(msg)
        first = self._text_offset(start)
        return Span.cut(self.text, first, first if start == end else self._text_offset(end - 1) + 1)

    @cached_property
    def _body_starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in the body."""
        lengths = accumulate(len(span) + 1 for span in self.paragraphs)
        return (0, *lengths)[: len(self.paragraphs)]

    def _text_offset(self, offset: int) -> int:
        """Return the offset in the text of an offset into the body; a joint of the body is its paragraph's end."""
        if not self.paragraphs:
            return 0
        at = bisect_right(self._body_starts, offset) - 1
        span = self.paragraphs[at]
        return min(span.start + offset - self._body_starts[at], span.end)

    def spans_of(self, *kinds: BlockKind) -> tuple[Span, ...]:
        """Return the spans of the blocks of these kinds, in order."""
        return tuple(b.span for b in self.blocks if b.kind in kinds)

    def _first(self, kind: BlockKind) -> str | None:
        return next((b.span.text.strip("* \t\u00a0") for b in self.blocks if b.kind == kind), None)

    @property
    def headline(self) -> str | None:
        """The headline without typographic marks, or None."""
        return self._first("headline")

    @property
    def subheadline(self) -> str | None:
        """The line under the headline, or None."""
        return self._first("subheadline")

    @property
    def section(self) -> str | None:
        """The section of the outlet that the page or its metadata name, or None."""
        told = self._first("section") or self.metadata.get("section")
        return str(told) if told else None

    @property
    def dateline(self) -> str | None:
        """Place and outlet at the start of the body, as written, or None."""
        return self._first("dateline")

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Who wrote the article, as metadata or bylines name them."""
        told = self.metadata.get("authors")
        if told:
            return (told,) if isinstance(told, str) else tuple(str(name) for name in told)
        from arabnews.credits import read_authors  # noqa: PLC0415 - the types know nothing of text

        return tuple(dict.fromkeys(name for span in self.spans_of("byline") for name in read_authors(span.text)))

    @cached_property
    def outlet(self) -> str | None:
        """Which outlet or agency the report comes from: as metadata, the dateline or the source line names it."""
        told = self.metadata.get("outlet") or self.metadata.get("site_name")
        if told:
            return str(told)
        from arabnews.credits import read_outlet, read_source  # noqa: PLC0415 - the types know nothing of text

        datelines = self.spans_of("dateline")
        marked = next((name for span in datelines if (name := read_outlet(span.text))), None)
        named = marked or next(
            (e.name for e in self.entities if e.type == "organization"
             and any(d.holds(m.span) for m in e.mentions for d in datelines)), None,
        )  # fmt: skip
        return named or next((name for span in self.spans_of("source") if (name := read_source(span.text))), None)

    @cached_property
    def keywords(self) -> tuple[str, ...]:
        """The keywords that metadata or the page's own list give."""
        told = self.metadata.get("keywords")
        if told:
            return (told,) if isinstance(told, str) else tuple(str(word) for word in told)
        from arabnews.credits import read_keywords  # noqa: PLC0415 - the types know nothing of text

        spans = self.spans_of("keywords")
        return tuple(dict.fromkeys(word for span in spans for word in read_keywords(span.text, self.body)))

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        layers = (self.blocks, self.embeds, self.dates, self.entities, self.statements)
        return {item.id: item for layer in layers for item in layer if item.id}

    def entity(self, entity_id: str | None) -> Entity | None:
        """Return the entity with this id, or None."""
        found = self._by_id.get(entity_id or "")
        return found if isinstance(found, Entity) else None

    def statement(self, statement_id: str | None) -> Statement | None:
        """Return the statement with this id, or None."""
        found = self._by_id.get(statement_id or "")
        return found if isinstance(found, Statement) else None

    def date(self, date_id: str | None) -> DateMention | None:
        """Return the date mention with this id, or None."""
        found = self._by_id.get(date_id or "")
        return found if isinstance(found, DateMention) else None

    def embed(self, embed_id: str | None) -> Embed | None:
        """Return the post with this id, or None."""
        found = self._by_id.get(embed_id or "")
        return found if isinstance(found, Embed) else None

    def speaker_of(self, statement: Statement) -> Entity | None:
        """Return the entity that speaks in the statement, or None where no entity is known."""
        return self.entity(statement.entity)

    def about(self, statement: Statement) -> tuple[Entity, ...]:
        """Return the entities that the statement's content mentions, in the order of the article's entities."""
        return tuple(
            entity
            for entity in self.entities
            if any(piece.holds(mention.span) for mention in entity.mentions for piece in statement.content)
        )

    def annotations_of(self, cls: type[A]) -> tuple[A, ...]:
        """Return the annotations of one class, in order of their spans."""
        return tuple(a.value for a in self.annotations if isinstance(a.value, cls))

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON-ready dictionaries and lists; `arabnews.from_dict` reads it back."""
        from arabnews.serial import to_dict  # noqa: PLC0415 - the types know nothing of formats

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the article as JSON text."""
        from arabnews.serial import to_json  # noqa: PLC0415 - the types know nothing of formats

        return to_json(self, indent=indent)


def _disjoint(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the union of the half-open stretches, sorted."""
    union: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], end))
        else:
            union.append((start, end))
    return tuple(union)
