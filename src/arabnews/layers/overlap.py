"""Overlaps, ids and references: what settling has in common in all layers."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from itertools import count, filterfalse
from operator import gt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from arabnews.article import BLOCK_RULES, Article, Span
from arabnews.layers.accept import LAYERS, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PRIOR: Final = -1
"""The rank of what the caller gave: before every plugin."""


class Find(NamedTuple):
    """An accepted item, the rank of the plugin that found it (its place in the order), and whether its id is final."""

    rank: int
    item: Any
    named: bool = False


class Loss(NamedTuple):
    """An item that was not kept, and why."""

    item: Any
    reason: str


class Settled(NamedTuple):
    """What is kept of a layer, and what is not."""

    kept: tuple[Any, ...]
    lost: tuple[Loss, ...]


_NOWHERE: Final = sys.maxsize
"""Where a stretch would start that no span meets."""


class Regions:
    """Sorted, disjoint stretches of a text, asked whether a span meets one or lies in one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Keep the stretches, half-open, sorted."""
        ordered = sorted(spans)
        self.starts = [*(s for s, _ in ordered), _NOWHERE]
        self.ends = [e for _, e in ordered]

    def met(self, spans: Sequence[Span]) -> list[bool]:
        """Tell of each span whether a stretch shares a code point with it."""
        starts, ends = self.starts, self.ends
        if not ends:
            return [False] * len(spans)
        return [starts[bisect_right(ends, span.start)] < span.end for span in spans]

    def meets(self, span: Span) -> bool:
        """Tell whether a stretch shares a code point with the span."""
        return self.starts[bisect_right(self.ends, span.start)] < span.end

    def holding(self, span: Span) -> int | None:
        """Return the index of the stretch that holds the whole span, or None."""
        at = bisect_right(self.starts, span.start) - 1
        return at if at >= 0 and span.end <= self.ends[at] else None


def are_disjoint(spans: Iterable[Span]) -> bool:
    """Tell whether no two spans meet."""
    edges = sorted([(span.start, span.end) for span in spans])
    if len(edges) < 2:
        return True
    starts, ends = zip(*edges, strict=True)
    return True not in map(gt, ends, starts[1:])


def flat(spans: Sequence[tuple[int, Span]]) -> tuple[list[int], dict[int, int]]:
    """Choose disjoint spans among (rank, span) pairs: the kept indices in text order, and for each loser its winner."""
    starts = [span.start for _, span in spans]
    in_text = sorted(range(len(spans)), key=starts.__getitem__)
    behind = -1
    for i in in_text:
        if starts[i] < behind:
            return _contested(spans)
        behind = spans[i][1].end
    return in_text, {}


def _contested(spans: Sequence[tuple[int, Span]]) -> tuple[list[int], dict[int, int]]:
    """Return what `flat` does, where spans meet."""
    order = sorted(range(len(spans)), key=lambda i: _priority(*spans[i], i))
    starts: list[int] = []
    owners: list[int] = []
    beaten: dict[int, int] = {}
    for i in order:
        span = spans[i][1]
        at = bisect_left(starts, span.start)
        if at < len(starts) and starts[at] < span.end:
            beaten[i] = owners[at]
        elif at > 0 and spans[owners[at - 1]][1].end > span.start:
            beaten[i] = owners[at - 1]
        else:
            starts.insert(at, span.start)
            owners.insert(at, i)
    return owners, beaten


def _priority(rank: int, span: Span, index: int) -> tuple[bool, int, int, int, int]:
    return rank != PRIOR, span.start - span.end, span.start, rank, index


def overlap(winner: Any) -> str:
    """Return the reason for the loss of an item against the winner."""
    return f"overlaps {winner.origin.plugin}:{winner.origin.rule}"


class Namer:
    """Gives ids that are unique in the article, and remembers what a plugin called an item itself."""

    def __init__(self, article: Article, layer: str) -> None:
        self.known: set[str] = set()
        for name in LAYERS:
            if name != layer and (items := getattr(article, name)):
                self.known.update([item.id for item in items])
        self.known.discard("")
        self.taken = set(self.known)
        self.free: dict[str, Iterator[str]] = {}
        self.final: dict[tuple[str, str], str] = {}

    def name(self, items: Sequence[Any], named: Iterable[bool]) -> None:
        """Write its final id into each item. `named` tells which may keep the id that is there, if that is unique."""
        taken, free, final = self.taken, self.free, self.final
        for item, keep in zip(items, named, strict=True):
            plugin, old = item.origin.plugin, item.id
            if keep and old and old not in taken:
                taken.add(old)
                final[plugin, old] = old
                continue
            ids = free.get(plugin)
            if ids is None:
                ids = free[plugin] = filterfalse(taken.__contains__, map(f"{plugin}:".__add__, map(str, count(1))))
            new = next(ids)
            taken.add(new)
            if old:
                final.setdefault((plugin, old), new)
            put(item, "id", new)

    def resolve(self, plugin: str, reference: str | None) -> str | None:
        """Return the final id that a reference means: one of the plugin's own first, then any of the article."""
        if reference is None:
            return None
        own = self.final.get((plugin, reference))
        return own if own is not None else reference if reference in self.taken else None


def settle_flat(article: Article, finds: Sequence[Find], layer: str) -> Settled:
    """Return the finds of a layer of disjoint spans, settled by priority."""
    owners, beaten = flat([(f.rank, f.item.span) for f in finds])
    kept = tuple([finds[i].item for i in owners])
    Namer(article, layer).name(kept, [finds[i].named for i in owners])
    return Settled(kept, tuple(Loss(finds[i].item, overlap(finds[w].item)) for i, w in sorted(beaten.items())))


HIDDEN: Final = "meets a post or furniture"


_VEILING: Final = frozenset(kind for kind, rule in BLOCK_RULES.items() if not rule.prose and kind != "embed")


def hidden_regions(article: Article) -> Regions:
    """Return what `prose` blanks."""
    if article.prose is article.text:
        return Regions(())
    hidden = [block.span for block in article.blocks if block.kind in _VEILING]
    hidden += [embed.span for embed in article.embeds]
    return Regions([(span.start, span.end) for span in hidden])
