"""Settle statements: contents disjoint or one inside the other, so that they make a forest."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from arabnews.article import BLOCK_RULES
from arabnews.layers.accept import put, spans_of
from arabnews.layers.overlap import (
    HIDDEN,
    PRIOR,
    Find,
    Loss,
    Namer,
    Regions,
    Settled,
    are_disjoint,
    hidden_regions,
    overlap,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from arabnews.article import Article, Span, Statement


NO_PARENT: Final = -1


def settle_statements(article: Article, finds: Sequence[Find]) -> Settled:
    """Return the statements of all plugins as a forest, in text order, with their references resolved."""
    lost: list[Loss] = []
    placed: list[Find] = []
    for find, reason in zip(finds, _misplacements(article, [find.item for find in finds]), strict=True):
        if reason:
            lost.append(Loss(find.item, reason))
        else:
            placed.append(find)
    alive, above = _grown(placed, lost)
    namer = Namer(article, "statements")
    kept = tuple([placed[i].item for i in alive])
    namer.name(kept, [placed[i].named for i in alive])
    for i, statement in zip(alive, kept, strict=True):
        holder = above[i]
        _link(statement, namer, placed[holder].item.id if holder != NO_PARENT else None)
    return Settled(kept, tuple(lost))


def _grown(placed: Sequence[Find], lost: list[Loss]) -> tuple[list[int], dict[int, int]]:
    """Return the indices of the statements that are kept, in text order, and the one right above each."""
    alive = list(range(len(placed)))
    if are_disjoint([span for find in placed for span in find.item.content]):
        alive.sort(key=lambda i: placed[i].item.content[0].start)
        return alive, dict.fromkeys(alive, NO_PARENT)
    ranking = sorted(alive, key=lambda i: _priority(placed[i], i))
    place = {index: at for at, index in enumerate(ranking)}
    while True:
        above, losers = _nest(placed, alive, place)
        if not losers:
            break
        lost.extend(Loss(placed[i].item, overlap(placed[winner].item)) for i, winner in losers.items())
        alive = [i for i in alive if i not in losers]
    alive.sort(key=lambda i: (_ends(placed[i].item), place[i]))
    return alive, above


def _ends(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[-1].end


def _priority(find: Find, index: int) -> tuple[bool, int, int, int, int]:
    content = find.item.content
    size = content[-1].end - content[0].start if len(content) == 1 else sum(map(len, content))
    return find.rank != PRIOR, -size, content[0].start, find.rank, index


def _misplacements(article: Article, statements: Sequence[Statement]) -> list[str | None]:
    """Return for each statement why it may not stand where it stands, or None."""
    hidden = hidden_regions(article)
    spans = [spans_of(statement) for statement in statements]
    veiled = True in hidden.met([span for own in spans for span in own])
    rooms = Regions([(b.span.start, b.span.end) for b in article.blocks if BLOCK_RULES[b.kind].statements])
    posts = {e.id: e.span for e in article.embeds}

    def reason(statement: Statement, own: Sequence[Span]) -> str | None:
        if statement.embed is not None:
            post = posts.get(statement.embed)
            inside = post is not None and all(map(post.holds, own))
            return None if inside else "is not inside the post that it names"
        if veiled and True in hidden.met(own):
            return HIDDEN
        for span in statement.content:
            if rooms.holding(span) is None:
                return "content is not inside one block that may hold statements"
        return None

    return list(map(reason, statements, spans))


def _nest(
    placed: Sequence[Find], alive: Sequence[int], place: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Sweep over the pieces of all contents, with the pieces that are open on a stack.

    Returns the statement right above each (`NO_PARENT` for a root), and the losers of crossings with their winners;
    where there are losers, the sweep is to be made again without them.
    """
    pieces = sorted((s.start, -s.end, place[i], i) for i in alive for s in placed[i].item.content)
    single = [len(find.item.content) == 1 for find in placed]
    stack: list[tuple[int, int, int]] = []
    losers: dict[int, int] = {}
    above: dict[int, int] = {}
    for start, minus_end, _, i in pieces:
        end = -minus_end
        while stack and (stack[-1][1] <= start or stack[-1][2] in losers):
            stack.pop()
        while stack and i not in losers:
            top_start, top_end, top = stack[-1]
            equal = (top_start, top_end) == (start, end) and single[i] and single[top]
            if top == i or (end <= top_end and not equal):
                break
            if place[i] > place[top]:
                losers[i] = top
            else:
                losers[top] = i
                stack.pop()
        if i in losers:
            continue
        holder = stack[-1][2] if stack else NO_PARENT
        if above.setdefault(i, holder) != holder:  # one piece inside another statement, one outside: no tree has it so
            losers[i] = max(holder, above[i])
            continue
        stack.append((start, end, i))
    return above, losers


def _link(statement: Statement, namer: Namer, parent: str | None) -> None:
    """Write all references into a statement that has its final id: None where the target is not there."""
    plugin, known, final = statement.origin.plugin, namer.known, statement.id
    for name, reference in zip(_REFERENCES, _references(statement), strict=True):
        if reference is not None:
            target = namer.resolve(plugin, reference) if name in _OWN else reference if reference in known else None
            if target != reference or target == final:
                put(statement, name, None if target == final else target)
    if statement.parent != parent:
        put(statement, "parent", parent)


_REFERENCES: Final = ("entity", "addressee", "date", "embed", "chain", "duplicate_of")
_OWN: Final = frozenset({"chain", "duplicate_of"})
_references: Final = attrgetter(*_REFERENCES)
