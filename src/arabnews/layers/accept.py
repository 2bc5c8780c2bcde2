"""Accept: whether what one plugin yields has the right types and true spans; and the stamp of its origin.

What is accepted is a copy that is the core's own until the article is given out: settling writes its id and references
into it.
"""

from __future__ import annotations

from collections import deque
from functools import cache, lru_cache
from itertools import repeat
from operator import attrgetter, call
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from arabnews.article import Annotation, Article, Block, DateMention, Embed, Entity, Origin, Span, Statement
from arabnews.errors import SpanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

T = TypeVar("T", Article, Embed, Block, DateMention, Entity, Statement)

LAYERS: Final[Mapping[str, type]] = {
    "embeds": Embed,
    "blocks": Block,
    "dates": DateMention,
    "entities": Entity,
    "statements": Statement,
}
"""The article's layers in the order in which they are found, with the type of their items."""


def renewed(item: T, **changes: Any) -> T:
    """Return a copy of a checked item with some fields changed to values that the core itself made.

    Like `attrs.evolve`, without converting and checking again what was checked when the item was made: most of the
    core's time went there.
    """
    cls: Any = type(item)
    copy: T = object.__new__(cls)
    values, slots = _fields(cls)
    # each slot called with the copy and a value: a loop that stays in C
    _exhaust(map(call, slots, repeat(copy), values(item)))
    for name, value in changes.items():
        put(copy, name, value)
    return copy


put: Final = object.__setattr__
"""Writes a field of an item that is the core's own."""
_exhaust: Final = deque[None](maxlen=0).extend


@cache
def _fields(cls: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Callable[[Any, Any], None], ...]]:
    """Return what reads all fields of a frozen class at once, and what writes each into a bare object."""
    names = [field.name for field in attrs.fields(cls)]
    return attrgetter(*names), tuple(getattr(cls, name).__set__ for name in names)


_TOLD_BY_BLOCKS: Final = {name: getattr(Article, name).__get__ for name in ("prose", "paragraphs", "body")}


def with_layer(article: Article, layer: str, items: tuple[Any, ...]) -> Article:
    """Return the article with one layer put in; what it has worked out of posts and blocks stays worked out."""
    copy = renewed(article, **{layer: items})
    if layer not in {"embeds", "blocks"}:
        for name, read in _TOLD_BY_BLOCKS.items():
            try:
                put(copy, name, read(article))
            except AttributeError:  # nobody has asked yet
                continue
    return copy


def check_span(text: str, span: object) -> None:
    """Raise unless `span` is a true, non-empty stretch of the text.

    Raises:
        TypeError: it is no Span with whole-number offsets.
        SpanError: it lies outside the text, is empty, or its text is not what stands there.
    """
    if not isinstance(span, Span):
        msg = f"a Span is needed, not {type(span).__name__}"
        raise TypeError(msg)
    start, end = span.start, span.end
    if type(start) is not int or type(end) is not int:
        msg = f"offsets are whole numbers, not {type(start).__name__} and {type(end).__name__}"
        raise TypeError(msg)
    if not 0 <= start < end <= len(text):
        raise SpanError(start, end, f"is empty or outside the text of {len(text)} code points")
    if text[start:end] != span.text:
        raise SpanError(
            start, end, f"is untrue: the text has {text[start:end][:40]!r}, the span {str(span.text)[:40]!r}"
        )


def spans_of(item: Any) -> list[Span]:
    """Return every span inside an item of a layer, or its `span` where it is a foreign annotation."""
    if isinstance(item, Statement):
        spans = [*item.content, *item.fragments]
        if item.cue is not None:
            spans.append(item.cue)
        if item.source is not None:
            spans.append(item.source)
        return spans
    if isinstance(item, Entity):
        return [m.span for m in item.mentions]
    if isinstance(item, Embed):
        posted = item.posted.span if item.posted is not None else None
        return [item.span, *(s for s in (item.text, posted) if s is not None)]
    return [item.span]


def accept(article: Article, layer: str, found: Iterable[Any], plugin: str, *, own: bool = False) -> tuple[Any, ...]:
    """Return the finds of one plugin for one layer, checked, as copies stamped with the plugin's name.

    `own`: whoever yields them keeps none, so that no copy is needed.

    Raises:
        TypeError: an item is not of the layer's type.
        SpanError: a span is untrue; or an item lacks the spans that it needs.
    """
    wanted: type[Any] = LAYERS[layer]
    text, length = article.text, len(article.text)
    check = _CHECKS.get(wanted)
    accepted = []
    for item in found:
        if not isinstance(item, wanted):
            msg = f"{wanted.__name__} is needed, not {type(item).__name__}"
            raise TypeError(msg)
        spans = spans_of(item)
        for span in spans:
            # the common case is told without a call; whatever else there is, `check_span` tells
            if type(span) is Span:
                start, end = span.start, span.end
                if type(start) is type(end) is int and 0 <= start < end <= length and text[start:end] == span.text:
                    continue
            check_span(text, span)
        if check is not None:
            check(item, spans)
        origin = _origin(plugin, item.origin.rule)
        if own:
            put(item, "origin", origin)
            accepted.append(item)
        else:
            accepted.append(renewed(item, origin=origin))
    return tuple(accepted)


@lru_cache(maxsize=1024)
def _origin(plugin: str, rule: str) -> Origin:
    """Return the one origin of this plugin and rule."""
    return Origin(plugin, rule)


def _check_embed(item: Embed, spans: Sequence[Span]) -> None:
    if not all(item.span.holds(span) for span in spans):
        raise SpanError(item.span.start, item.span.end, "does not hold the post's own text and time")


def _check_entity(item: Entity, spans: Sequence[Span]) -> None:
    if not spans or not item.name:
        msg = "an entity has a name and at least one mention"
        raise TypeError(msg)


def _check_statement(item: Statement, _: Sequence[Span]) -> None:
    if not item.content:
        msg = "a statement has at least one span of content"
        raise TypeError(msg)
    for before, after in zip(item.content, item.content[1:], strict=False):
        if before.end > after.start:
            raise SpanError(after.start, after.end, "of a statement's content is out of order")


_CHECKS: Final[Mapping[type, Callable[[Any, Sequence[Span]], None]]] = {
    Embed: _check_embed,
    Entity: _check_entity,
    Statement: _check_statement,
}
"""What else must hold of an item and all its spans."""


def accept_published(article: Article, found: object, plugin: str) -> DateMention:
    """Return the publication date that one plugin found, checked and stamped. Raises like `accept`."""
    if not isinstance(found, DateMention):
        msg = f"DateMention is needed, not {type(found).__name__}"
        raise TypeError(msg)
    if found.span is not None:
        check_span(article.text, found.span)
    return renewed(found, origin=Origin(plugin, found.origin.rule))


def accept_annotations(
    article: Article, found: Iterable[Any], plugin: str, declared: Sequence[type]
) -> tuple[Annotation, ...]:
    """Return the annotations of one plugin, checked and stamped. Their classes must be among the `declared`.

    Raises:
        TypeError: an annotation is of a class that the plugin does not declare.
        SpanError: its span is untrue.
    """
    accepted = []
    for item in found:
        if type(item) not in declared:
            msg = f"{type(item).__name__} is not declared by the plugin's hook annotation_types"
            raise TypeError(msg)
        check_span(article.text, item.span)
        hash(item)
        accepted.append(Annotation(item, Origin(plugin, type(item).__name__)))
    return tuple(accepted)


def check_annotation_type(cls: object) -> None:
    """Raise TypeError unless `cls` may be a plugin's own kind of annotation: a frozen attrs class with a `span`."""
    name = getattr(cls, "__qualname__", repr(cls))
    if not isinstance(cls, type) or not attrs.has(cls):
        msg = f"{name} is no attrs class"
        raise TypeError(msg)
    # attrs gives every frozen class one and the same __setattr__
    if cls.__setattr__ is not Span.__setattr__:
        msg = f"{name} is not frozen: decorate it with @attrs.frozen"
        raise TypeError(msg)
    if "span" not in {f.name for f in attrs.fields(cls)}:
        msg = f"{name} has no field `span`"
        raise TypeError(msg)
