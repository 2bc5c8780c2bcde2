"""An article: its text, and all that is known about it. Imports attrs alone.

Offsets are half-open and count code points of `Article.text`, the text exactly as it was given. Every value is frozen,
hashable and picklable; sequences are tuples. Whatever may be referred to carries an `id`, unique in its article.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, frozen

from arabnews.checks import TEXT, maybe
from arabnews.datevalue import Calendar, DateMention, DateValue, Grain, Stated
from arabnews.facts import (
    BLOCK_RULES,
    Annotation,
    Block,
    BlockKind,
    BlockRule,
    Channel,
    Embed,
    Entity,
    EntityType,
    Mention,
    MentionForm,
    Platform,
    Problem,
    Role,
    Statement,
    StatementType,
    UnreadAnnotation,
)
from arabnews.frozenmap import FrozenMap
from arabnews.masking import LINE_BREAKS, disjoint, mask
from arabnews.spans import Origin, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

A = TypeVar("A")


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


def _metadata(items: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> FrozenMap:
    return items if isinstance(items, FrozenMap) else FrozenMap(items)


@frozen
class Article:
    """An article's text and all that is known about it. The text is as it was given and never changes.

    A caller who knows more than the text (a front end for HTML, a user with metadata) makes the Article himself and
    gives it to a `Pipeline`: what it holds already is believed before what plugins find.

    Attributes:
        text: the text as it was given; all offsets count its code points.
        published: when the article was published, given or read from the page; None where nothing tells.
        blocks: the parts of the page, in order; every character that is no white space lies in one.
        embeds: social posts that were flattened into the text.
        dates: date expressions and their values.
        entities: people, organisations and places, each with all its mentions.
        statements: who said what; one may lie inside another's content (`parent`).
        annotations: what plugins found that declare classes of their own.
        problems: failures of plugins that were contained.
        metadata: what the caller knows beside the text: `authors`, `outlet`, `keywords`, `section`, or anything else.

    >>> import arabnews
    >>> article = arabnews.parse("قالت وزيرة المياه سلمى الجريدي، أمس، إن السد امتلأ.", published="2024-05-14")
    >>> statement = article.statements[0]
    >>> statement.content[0].text, article.speaker_of(statement).name, article.date(statement.date).value
    ('السد امتلأ', 'سلمى الجريدي', '2024-05-13')
    """

    text: str = field(validator=TEXT)
    published: DateMention | None = field(default=None, validator=maybe(DateMention), kw_only=True)
    blocks: tuple[Block, ...] = field(default=(), converter=_blocks, kw_only=True)
    embeds: tuple[Embed, ...] = field(default=(), converter=_embeds, kw_only=True)
    dates: tuple[DateMention, ...] = field(default=(), converter=_dates, kw_only=True)
    entities: tuple[Entity, ...] = field(default=(), converter=_entities, kw_only=True)
    statements: tuple[Statement, ...] = field(default=(), converter=_statements, kw_only=True)
    annotations: tuple[Annotation, ...] = field(default=(), converter=_annotations, kw_only=True)
    problems: tuple[Problem, ...] = field(default=(), converter=_problems, kw_only=True)
    metadata: FrozenMap = field(default=FrozenMap(), converter=_metadata, kw_only=True)

    def __repr__(self) -> str:
        title = self.headline or self.text.strip()[:40]
        counts = ", ".join(
            f"{len(items)} {name}"
            for name in ("blocks", "embeds", "dates", "entities", "statements", "annotations", "problems")
            if (items := getattr(self, name))
        )
        return f"<Article {title!r}: {counts or 'nothing found'}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the headline, and a table of who said what."""
        from arabnews.notebook import to_html  # noqa: PLC0415 - the types know nothing of formats

        return to_html(self)

    @cached_property
    def prose(self) -> str:
        """The text with all that is not the article's own prose blanked by spaces, at the same length.

        Posts are always blanked; once blocks are found, so are furniture, section, byline, source and teasers.
        """
        hidden = {(e.span.start, e.span.end) for e in self.embeds}
        hidden.update((b.span.start, b.span.end) for b in self.blocks if not BLOCK_RULES[b.kind].prose)
        return mask(self.text, disjoint(hidden)) if hidden else self.text

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of the body's paragraphs, in order; a line without a letter or digit is none."""
        return tuple(span for span in self.spans_of("paragraph") if any(map(str.isalnum, span.text)))

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
        """The line under the headline, or None; a number that counts the page's parts is none."""
        titles = (span.text.strip("* \t\u00a0") for span in self.spans_of("subheadline"))
        return next((title for title in titles if any(map(str.isalpha, title))), None)

    @property
    def section(self) -> str | None:
        """The section of the outlet that the page or its metadata name, without the marks beside it, or None."""
        told = (self._first("section") or "").strip("/| -*\t\u00a0") or self.metadata.get("section")
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
        from arabnews.bylines import read_authors  # noqa: PLC0415 - the types know nothing of text

        return tuple(dict.fromkeys(name for span in self.spans_of("byline") for name in read_authors(span.text)))

    @cached_property
    def outlet(self) -> str | None:
        """Which outlet or agency the report comes from: as metadata, dateline, source line or byline name it."""
        told = self.metadata.get("outlet") or self.metadata.get("site_name")
        if told:
            return str(told)
        from arabnews.credits import read_address, read_known_outlet, read_outlet, read_source  # noqa: PLC0415 - the types know nothing of text

        datelines = self.spans_of("dateline")
        marked = next((name for span in datelines if (name := read_outlet(span.text))), None)
        named = marked or next(
            (e.name for e in self.entities if e.type == "organization"
             and any(d.holds(m.span) for m in e.mentions for d in datelines)), None,
        )  # fmt: skip
        named = named or next((name for span in self.spans_of("source") if (name := read_source(span.text))), None)
        named = named or next((name for s in self.spans_of("byline") if (name := read_known_outlet(s.text))), None)
        return named or next((name for s in self.spans_of("boilerplate") if (name := read_address(s.text))), None)

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


__all__ = [
    "BLOCK_RULES",
    "LINE_BREAKS",
    "Annotation",
    "Article",
    "Block",
    "BlockKind",
    "BlockRule",
    "Calendar",
    "Channel",
    "DateMention",
    "DateValue",
    "Embed",
    "Entity",
    "EntityType",
    "FrozenMap",
    "Grain",
    "Mention",
    "MentionForm",
    "Origin",
    "Platform",
    "Problem",
    "Role",
    "Span",
    "Stated",
    "Statement",
    "StatementType",
    "UnreadAnnotation",
    "mask",
]
