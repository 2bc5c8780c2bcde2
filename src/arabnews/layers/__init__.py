"""Accept and settle: what the core does with the finds of each layer. Pure functions; nothing here knows of plugins.

To *accept* is to check what one plugin yields: right types, true spans; and to stamp the origin. To *settle* is to
decide among the finds of all plugins: overlaps, order, ids, references. In every layer what the caller gave comes
first, then the longer span, then the earlier start, then the plugin's place in the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.layers.accept import (
    LAYERS,
    accept,
    accept_annotations,
    accept_published,
    check_annotation_type,
    check_span,
    renewed,
    spans_of,
    with_layer,
)
from arabnews.layers.blocks import CORE, place_embeds, settle_blocks
from arabnews.layers.entities import settle_entities
from arabnews.layers.overlap import HIDDEN, PRIOR, Find, Loss, Settled, hidden_regions, settle_flat
from arabnews.layers.statements import settle_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from arabnews.article import Annotation, Article


def settle(article: Article, layer: str, finds: Sequence[Find]) -> tuple[Article, tuple[Loss, ...]]:
    """Return the article with one layer settled from the finds of all plugins, and what was not kept.

    The caller's own facts (`PRIOR`) are among the finds.
    """
    if not finds and layer != "blocks" and not getattr(article, layer):
        return article, ()
    settled = _SETTLERS[layer](article, finds)
    article = with_layer(article, layer, settled.kept)
    return (place_embeds(article, finds) if layer == "blocks" else article), settled.lost


def _settle_embeds(article: Article, finds: Sequence[Find]) -> Settled:
    return settle_flat(article, finds, "embeds")


def _settle_dates(article: Article, finds: Sequence[Find]) -> Settled:
    met = hidden_regions(article).met([find.item.span for find in finds])
    if True not in met:
        return settle_flat(article, finds, "dates")
    settled = settle_flat(article, [f for f, hidden in zip(finds, met, strict=True) if not hidden], "dates")
    outside = [Loss(f.item, HIDDEN) for f, hidden in zip(finds, met, strict=True) if hidden]
    return Settled(settled.kept, (*outside, *settled.lost))


_SETTLERS: Final[Mapping[str, Callable[[Article, Sequence[Find]], Settled]]] = {
    "embeds": _settle_embeds,
    "blocks": settle_blocks,
    "dates": _settle_dates,
    "entities": settle_entities,
    "statements": settle_statements,
}


def settle_annotations(found: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return the annotations sorted by span and origin; equal ones once. Different ones may overlap."""
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda a: (a.value.span.start, -a.value.span.end, a.origin.plugin, a.origin.rule)))


__all__ = [
    "CORE",
    "HIDDEN",
    "LAYERS",
    "PRIOR",
    "Find",
    "Loss",
    "accept",
    "accept_annotations",
    "accept_published",
    "check_annotation_type",
    "check_span",
    "renewed",
    "settle",
    "settle_annotations",
    "spans_of",
]
