"""Settle entities: mentions disjoint, and one entity under all its names, whichever plugins found them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews.layers.accept import put, renewed
from arabnews.layers.overlap import (
    HIDDEN,
    PRIOR,
    Find,
    Loss,
    Namer,
    Regions,
    Settled,
    are_disjoint,
    flat,
    hidden_regions,
    overlap,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from arabnews.article import Article, Entity, Mention, Span


_SEVERAL: Final = 2


def settle_entities(article: Article, finds: Sequence[Find]) -> Settled:
    """Return the entities of all plugins, merged, with disjoint mentions in visible text."""
    lost: list[Loss] = []
    placed = _placed(article, finds, lost)
    if PRIOR not in {find.rank for find in finds} and _of_one_plugin(finds):
        spans = [mention.span for mentions in placed for mention in mentions]
        if are_disjoint(spans):
            return Settled(_unmerged(article, finds, placed, lost), tuple(lost))
    owners = [(index, mention) for index, mentions in enumerate(placed) for mention in mentions]
    kept, beaten = flat([(finds[index].rank, mention.span) for index, mention in owners])
    groups = _merge_by_name(finds)
    for loser, winner in beaten.items():
        a, b = owners[loser][0], owners[winner][0]
        if _mergeable(finds[a].item, finds[b].item):
            groups.join(a, b)
        elif a != b:
            lost.append(Loss(owners[loser][1], overlap(finds[b].item)))
    mentions: dict[int, list[Mention]] = {}
    for i in kept:
        mentions.setdefault(groups.of(owners[i][0]), []).append(owners[i][1])
    merged: list[tuple[int, int, Entity]] = []
    for root, members in groups.all():
        best = min(members, key=lambda i: (finds[i].rank, i))
        others = [finds[i].item for i in members if i != best]
        where = mentions.get(root, [])
        if where or finds[best].rank == PRIOR:
            start = where[0].span.start if where else len(article.text)
            merged.append((start, best, _united(finds[best].item, others, where)))
        else:
            lost.extend(Loss(finds[i].item, _UNSEEN) for i in members)
    merged.sort(key=lambda row: row[:2])
    return Settled(_named(article, finds, merged), tuple(lost))


def _of_one_plugin(finds: Sequence[Find]) -> bool:
    return len({find.item.origin.plugin for find in finds}) < _SEVERAL


def _unmerged(
    article: Article, finds: Sequence[Find], placed: Sequence[Sequence[Mention]], lost: list[Loss]
) -> tuple[Entity, ...]:
    """Return the entities of one plugin whose mentions do not meet: nothing is to be merged."""
    kept: list[tuple[int, int, Entity]] = []
    for index, mentions in enumerate(placed):
        if mentions:
            entity = _united(finds[index].item, (), mentions)
            kept.append((entity.mentions[0].span.start, index, entity))
        else:
            lost.append(Loss(finds[index].item, _UNSEEN))
    kept.sort()
    return _named(article, finds, kept)


def _named(article: Article, finds: Sequence[Find], kept: Sequence[tuple[int, int, Entity]]) -> tuple[Entity, ...]:
    """Return the entities, given in order with the finds that they come from, with their ids written in."""
    entities = tuple([entity for _, _, entity in kept])
    Namer(article, "entities").name(entities, [finds[index].named for _, index, _ in kept])
    return entities


_UNSEEN: Final = "no mention is left"


def _merge_by_name(finds: Sequence[Find]) -> _Groups:
    """Return the groups of entities of different plugins that have one type and one folded name."""
    groups = _Groups(len(finds))
    if _of_one_plugin(finds):
        return groups
    first: dict[tuple[str, str], int] = {}
    for index in sorted(range(len(finds)), key=lambda i: (finds[i].rank, i)):
        entity = finds[index].item
        known = first.setdefault((entity.type, fold(entity.name)), index)
        if _mergeable(finds[known].item, entity):
            groups.join(known, index)
    return groups


def _placed(article: Article, finds: Sequence[Find], lost: list[Loss]) -> list[Sequence[Mention]]:
    """Return the mentions of each find that may stand where they do.

    Whoever is named in the prose may be named in furniture too; nobody is known from furniture alone.
    """
    hidden = hidden_regions(article)
    placed: list[Sequence[Mention]] = [find.item.mentions for find in finds]
    met = hidden.met([mention.span for mentions in placed for mention in mentions])
    if True not in met:
        return placed
    place_of = _places(article, hidden)
    seen = 0
    for index, mentions in enumerate(placed):
        own = met[seen : seen + len(mentions)]
        seen += len(mentions)
        if True not in own:
            continue
        places = [place_of(mention.span) if veiled else _SHOWN for mention, veiled in zip(mentions, own, strict=True)]
        allowed = (_SHOWN, _FURNITURE) if _SHOWN in places else ()
        lost += [Loss(mention, HIDDEN) for mention, place in zip(mentions, places, strict=True) if place not in allowed]
        placed[index] = [mention for mention, place in zip(mentions, places, strict=True) if place in allowed]
    return placed


_SHOWN: Final = "shown"
_FURNITURE: Final = "furniture"
_POST: Final = "post"


def _places(article: Article, hidden: Regions) -> Callable[[Span], str]:
    """Return what tells where a mention that meets what is hidden lies: in furniture, in a post, or where it is shown.

    The name of a post's author is shown.
    """
    posts = Regions([(e.span.start, e.span.end) for e in article.embeds])
    authors = [e.author or "" for e in sorted(article.embeds, key=lambda e: e.span.start)]

    def place_of(span: Span) -> str:
        at = posts.holding(span)
        if at is not None and span.text in authors[at]:
            return _SHOWN
        return _POST if posts.meets(span) or hidden.holding(span) is None else _FURNITURE

    return place_of


def _mergeable(a: Entity, b: Entity) -> bool:
    """Tell whether two entities may be one: of one type, and of two plugins (each keeps its own apart)."""
    return a.type == b.type and a.origin.plugin != b.origin.plugin


def _united(entity: Entity, others: Sequence[Entity], mentions: Sequence[Mention]) -> Entity:
    aliases, roles = entity.aliases, entity.roles
    if (
        not others
        and len(mentions) == len(entity.mentions)
        and (not aliases or (entity.name not in aliases and len(set(aliases)) == len(aliases)))
        and (len(roles) < _SEVERAL or len(set(roles)) == len(roles))
    ):
        if len(mentions) > 1:
            put(entity, "mentions", tuple(sorted(mentions, key=_start)))
        return entity
    names = [n for e in (entity, *others) for n in (e.name, *e.aliases)]
    aliases = tuple(dict.fromkeys(n for n in names if n != entity.name))
    roles = tuple(dict.fromkeys(r for e in (entity, *others) for r in e.roles))
    country = next((e.country for e in (entity, *others) if e.country), None)
    same_as = tuple(dict.fromkeys(address for e in (entity, *others) for address in e.same_as))
    ordered = tuple(sorted(mentions, key=_start))
    return renewed(entity, aliases=aliases, roles=roles, country=country, same_as=same_as, mentions=ordered)


_start: Final = attrgetter("span.start")


class _Groups:
    """Disjoint sets of indices."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def of(self, index: int) -> int:
        while self._up[index] != index:
            self._up[index] = self._up[self._up[index]]
            index = self._up[index]
        return index

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.of(a), self.of(b)))
        self._up[high] = low

    def all(self) -> list[tuple[int, list[int]]]:
        members: dict[int, list[int]] = {}
        for index in range(len(self._up)):
            members.setdefault(self.of(index), []).append(index)
        return sorted(members.items())
