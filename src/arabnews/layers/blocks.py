"""Settle blocks: every character that is no white space lies in exactly one block, whatever plugins claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from arabnews.article import Article, Block, Origin, Span
from arabnews.layers.accept import renewed
from arabnews.layers.overlap import Find, Loss, Namer, Settled, flat, overlap
from arabnews.masking import split_written

if TYPE_CHECKING:
    from collections.abc import Sequence

CORE: Final = "core"
"""The origin of the blocks that the core makes: posts, and what nobody claimed."""

_EMBED: Final = Origin(CORE, "embed")
_LINE: Final = Block("paragraph", Span(0, 0, ""), origin=Origin(CORE, "rest"))
"""What a line that nobody claimed becomes a copy of: copying skips the checks of the class."""


_START: Final = attrgetter("span.start")


def settle_blocks(article: Article, finds: Sequence[Find]) -> Settled:
    """Return blocks that cover the ink once: specific kinds cut paragraphs, posts cut all, the rest is paragraphs."""
    text = article.text
    lost: list[Loss] = []
    claims: list[Find] = []
    for rank, block, _ in finds:
        words = block.span.text
        padded = words[0].isspace() or words[-1].isspace()
        inked = _inked(text, block.span.start, block.span.end) if padded else block.span
        if block.kind == "embed":  # made below from the embeds themselves
            if block.origin.plugin != CORE:
                lost.append(Loss(block, "blocks of posts are made by the core"))
        elif inked is None:
            lost.append(Loss(block, "white space alone"))
        else:
            claims.append(Find(rank, renewed(block, span=inked) if padded else block))
    cut: list[tuple[int, int]] = sorted((e.span.start, e.span.end) for e in article.embeds)
    inks = (_inked(text, e.span.start, e.span.end) for e in article.embeds)
    pieces: list[Block] = [Block("embed", ink, origin=_EMBED) for ink in inks if ink is not None]
    for specific in (True, False):
        layer = [f for f in claims if (f.item.kind != "paragraph") == specific]
        owners, beaten = flat([(f.rank, f.item.span) for f in layer])
        lost.extend(Loss(layer[i].item, overlap(layer[w].item)) for i, w in sorted(beaten.items()))
        new = [
            block if span is block.span else renewed(block, span=span)
            for block in (layer[i].item for i in owners)
            for span in _remains(text, block.span, cut)
        ]
        pieces.extend(new)
        cut = sorted([*cut, *((b.span.start, b.span.end) for b in new)])
    pieces.extend(_rest(text, cut))
    joined = _join_neighbours(text, sorted(pieces, key=_START))
    final = {f.item.id for f in finds if f.named}
    Namer(article, "blocks").name(joined, [b.id in final for b in joined])
    return Settled(tuple(joined), tuple(lost))


def _inked(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends, or None where nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span.cut(text, start + left, start + len(piece.rstrip())) if left < len(piece) else None


def _remains(text: str, span: Span, cut: Sequence[tuple[int, int]]) -> list[Span]:
    """Return what the sorted stretches `cut` leave of an inked span, without white space at the ends."""
    remains, at = [], span.start
    first = max(0, bisect_right(cut, (span.start, span.start)) - 1)
    if all(end <= at or start >= span.end for start, end in cut[first : first + 2]):
        return [span]
    for start, end in cut[first:]:
        if start >= span.end:
            break
        if end > at:
            if start > at:
                remains.append(_inked(text, at, start))
            at = end
    if at < span.end:
        remains.append(_inked(text, at, span.end))
    return [piece for piece in remains if piece is not None]


def _rest(text: str, cut: Sequence[tuple[int, int]]) -> list[Block]:
    """Return a paragraph for every line of what nobody claimed."""
    rest, at = [], 0
    for start, end in [*cut, (len(text), len(text))]:
        gap = text[at:start]
        lines, lacking = split_written(gap) if gap and not gap.isspace() else ((), 0)
        for line in lines:
            words = line.strip()
            if words:
                first = at + line.index(words)
                rest.append(renewed(_LINE, span=Span(first, first + len(words), words)))
            at += len(line) + lacking
        at = end
    return rest


_APART: Final = ("paragraph", "embed")


def _join_neighbours(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the sorted blocks with neighbours of one kind and plugin made one; paragraphs and posts stay apart."""
    joined: list[Block] = []
    last: Block | None = None
    for block in blocks:
        if (
            block.kind not in _APART
            and last is not None
            and last.kind == block.kind
            and last.origin.plugin == block.origin.plugin
            and not text[last.span.end : block.span.start].strip()
        ):
            last = joined[-1] = renewed(last, span=Span.cut(text, last.span.start, block.span.end))
        else:
            last = block
            joined.append(block)
    return joined


def place_embeds(article: Article, finds: Sequence[Find]) -> Article:
    """Return the article with `within` set on each post that a teaser surrounds: the id of the teaser's first block."""
    claims = [f.item.span for f in finds if f.item.kind == "teaser"]
    if not claims or not article.embeds:
        return article
    teasers = [b for b in article.blocks if b.kind == "teaser"]
    starts = [b.span.start for b in teasers]
    embeds = []
    for embed in article.embeds:
        claim = next((c for c in claims if c.holds(embed.span)), None)
        at = bisect_left(starts, claim.start) if claim is not None else len(starts)
        embeds.append(renewed(embed, within=teasers[at].id) if at < len(starts) else embed)
    return renewed(article, embeds=tuple(embeds))
