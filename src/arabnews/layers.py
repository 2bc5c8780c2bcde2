"""Accept and settle: what the core does with the finds of each layer. Pure functions; nothing here knows of plugins.

To *accept* is to check what one plugin yields: right types, true spans; and to stamp the origin. To *settle* is to decide among
the finds of all plugins: overlaps, order, ids, references. In every layer what the caller gave comes first, then the longer
span, then the earlier start, then the plugin's place in the order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import attrs
from attrs import evolve

from arabnews.article import (
    BLOCK_RULES,
    Annotation,
    Article,
    Block,
    DateMention,
    Embed,
    Entity,
    Mention,
    Origin,
    Span,
    Statement,
)
from arabnews.errors import SpanError
from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

T = TypeVar("T", Embed, Block, DateMention, Entity, Statement)

LAYERS: Final[Mapping[str, type]] = {
    "embeds": Embed,
    "blocks": Block,
    "dates": DateMention,
    "entities": Entity,
    "statements": Statement,
}
"""The article's layers in the order in which they are found, with the type of their items."""

CORE: Final = "core"
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


# accept ---------------------------------------------------------------------------------------------------------------


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
        return [*item.content, *item.fragments, *(s for s in (item.cue, item.source) if s is not None)]
    if isinstance(item, Entity):
        return [m.span for m in item.mentions]
    if isinstance(item, Embed):
        posted = item.posted.span if item.posted is not None else None
        return [item.span, *(s for s in (item.text, posted) if s is not None)]
    return [item.span]


def accept(article: Article, layer: str, found: Iterable[Any], plugin: str) -> tuple[Any, ...]:
    """Return the finds of one plugin for one layer, checked and stamped with the plugin's name.

    Raises:
        TypeError: an item is not of the layer's type.
        SpanError: a span is untrue; or an item lacks the spans that it needs.
    """
    wanted = LAYERS[layer]
    return tuple(_accepted(article.text, wanted, item, plugin) for item in found)


def _accepted(text: str, wanted: type, item: Any, plugin: str) -> Any:
    if not isinstance(item, wanted):
        msg = f"{wanted.__name__} is needed, not {type(item).__name__}"
        raise TypeError(msg)
    spans = spans_of(item)
    for span in spans:
        check_span(text, span)
    if isinstance(item, Embed) and not all(item.span.holds(span) for span in spans):
        raise SpanError(item.span.start, item.span.end, "does not hold the post's own text and time")
    if isinstance(item, Statement):
        _check_statement(item)
    if isinstance(item, Entity) and (not item.mentions or not item.name):
        msg = "an entity has a name and at least one mention"
        raise TypeError(msg)
    origin: Origin = item.origin
    return item if origin.plugin == plugin else evolve(item, origin=Origin(plugin, origin.rule))


def _check_statement(item: Statement) -> None:
    if not item.content:
        msg = "a statement has at least one span of content"
        raise TypeError(msg)
    for before, after in zip(item.content, item.content[1:], strict=False):
        if before.end > after.start:
            raise SpanError(after.start, after.end, "of a statement's content is out of order")


def accept_published(article: Article, found: object, plugin: str) -> DateMention:
    """Return the publication date that one plugin found, checked and stamped. Raises like `accept`."""
    if not isinstance(found, DateMention):
        msg = f"DateMention is needed, not {type(found).__name__}"
        raise TypeError(msg)
    if found.span is not None:
        check_span(article.text, found.span)
    return evolve(found, origin=Origin(plugin, found.origin.rule))


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


# settle ---------------------------------------------------------------------------------------------------------------


class Regions:
    """Sorted, disjoint stretches of a text, asked whether a span meets one or lies in one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Keep the stretches, half-open, sorted."""
        ordered = sorted(spans)
        self.starts = [s for s, _ in ordered]
        self.ends = [e for _, e in ordered]

    def meets(self, span: Span) -> bool:
        """Tell whether a stretch shares a code point with the span."""
        at = bisect_right(self.ends, span.start)
        return at < len(self.starts) and self.starts[at] < span.end

    def holding(self, span: Span) -> int | None:
        """Return the index of the stretch that holds the whole span, or None."""
        at = bisect_right(self.starts, span.start) - 1
        return at if at >= 0 and span.end <= self.ends[at] else None


def _flat(spans: Sequence[tuple[int, Span]]) -> tuple[list[int], dict[int, int]]:
    """Choose disjoint spans among (rank, span) pairs: the kept indices in text order, and for each loser its winner."""
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


def _overlap(winner: Any) -> str:
    return f"overlaps {winner.origin.plugin}:{winner.origin.rule}"


class _Namer:
    """Gives ids that are unique in the article, and remembers what a plugin called an item itself."""

    def __init__(self, article: Article, layer: str) -> None:
        others = (item for name in LAYERS if name != layer for item in getattr(article, name))
        self.known = {item.id for item in others if item.id}
        self.taken = set(self.known)
        self.counts: Counter[str] = Counter()
        self.final: dict[tuple[str, str], str] = {}

    def name(self, item: T, *, keep: bool) -> T:
        """Return the item under its final id. `keep`: an id that is there already and unique may stay."""
        plugin = item.origin.plugin
        if keep and item.id and item.id not in self.taken:
            self.taken.add(item.id)
            self.final[plugin, item.id] = item.id
            return item
        while True:
            self.counts[plugin] += 1
            new = f"{plugin}:{self.counts[plugin]}"
            if new not in self.taken:
                break
        self.taken.add(new)
        if item.id:
            self.final.setdefault((plugin, item.id), new)
        return evolve(item, id=new)

    def resolve(self, plugin: str, reference: str | None) -> str | None:
        """Return the final id that a reference means: one of the plugin's own first, then any of the article."""
        if reference is None:
            return None
        own = self.final.get((plugin, reference))
        return own if own is not None else reference if reference in self.taken else None


def settle(article: Article, layer: str, finds: Sequence[Find]) -> tuple[Article, tuple[Loss, ...]]:
    """Return the article with one layer settled from the finds of all plugins, and what was not kept.

    The caller's own facts (`PRIOR`) are among the finds.
    """
    settled = _SETTLERS[layer](article, finds)
    article = evolve(article, **{layer: settled.kept})
    return (_place_embeds(article, finds) if layer == "blocks" else article), settled.lost


def _settle_flat(article: Article, finds: Sequence[Find], layer: str) -> Settled:
    owners, beaten = _flat([(f.rank, f.item.span) for f in finds])
    namer = _Namer(article, layer)
    kept = tuple(namer.name(finds[i].item, keep=finds[i].named) for i in owners)
    return Settled(kept, tuple(Loss(finds[i].item, _overlap(finds[w].item)) for i, w in sorted(beaten.items())))


def _settle_embeds(article: Article, finds: Sequence[Find]) -> Settled:
    return _settle_flat(article, finds, "embeds")


def _settle_dates(article: Article, finds: Sequence[Find]) -> Settled:
    hidden = _hidden(article)
    outside = [f for f in finds if hidden.meets(f.item.span)]
    visible = [f for f in finds if not hidden.meets(f.item.span)]
    settled = _settle_flat(article, visible, "dates")
    return Settled(settled.kept, (*(Loss(f.item, _HIDDEN) for f in outside), *settled.lost))


_HIDDEN: Final = "meets a post or furniture"


def _hidden(article: Article) -> Regions:
    """Return what `prose` blanks."""
    embeds = ((e.span.start, e.span.end) for e in article.embeds)
    blocks = ((b.span.start, b.span.end) for b in article.blocks if not BLOCK_RULES[b.kind].prose and b.kind != "embed")
    return Regions([*embeds, *blocks])


# blocks: cover every non-space character once -------------------------------------------------------------------------


def _settle_blocks(article: Article, finds: Sequence[Find]) -> Settled:
    text = article.text
    lost: list[Loss] = []
    claims: list[Find] = []
    for rank, block, _ in finds:
        inked = _inked(text, block.span.start, block.span.end)
        if block.kind == "embed":  # made below from the embeds themselves
            if block.origin.plugin != CORE:
                lost.append(Loss(block, "blocks of posts are made by the core"))
        elif inked is None:
            lost.append(Loss(block, "white space alone"))
        else:
            claims.append(Find(rank, evolve(block, span=inked)))
    cut: list[tuple[int, int]] = sorted((e.span.start, e.span.end) for e in article.embeds)
    pieces: list[Block] = [Block("embed", e.span, origin=Origin(CORE, "embed")) for e in article.embeds]
    for specific in (True, False):
        layer = [f for f in claims if (f.item.kind != "paragraph") == specific]
        owners, beaten = _flat([(f.rank, f.item.span) for f in layer])
        lost.extend(Loss(layer[i].item, _overlap(layer[w].item)) for i, w in sorted(beaten.items()))
        new = [evolve(layer[i].item, span=s) for i in owners for s in _remains(text, layer[i].item.span, cut)]
        pieces.extend(new)
        cut = sorted([*cut, *((b.span.start, b.span.end) for b in new)])
    pieces.extend(_rest(text, cut))
    joined = _join_neighbours(text, sorted(pieces, key=lambda b: b.span.start))
    final = {f.item.id for f in finds if f.named}
    namer = _Namer(article, "blocks")
    return Settled(tuple(namer.name(b, keep=b.id in final) for b in joined), tuple(lost))


def _inked(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends, or None where nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span.cut(text, start + left, start + len(piece.rstrip())) if left < len(piece) else None


def _remains(text: str, span: Span, cut: Sequence[tuple[int, int]]) -> list[Span]:
    """Return what the sorted stretches `cut` leave of a span, without white space at the ends."""
    remains, at = [], span.start
    first = max(0, bisect_right(cut, (span.start, span.start)) - 1)
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
        for line in text[at:start].splitlines(keepends=True):
            inked = _inked(text, at, at + len(line))
            if inked is not None:
                rest.append(Block("paragraph", inked, origin=Origin(CORE, "rest")))
            at += len(line)
        at = end
    return rest


def _join_neighbours(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the sorted blocks with neighbours of one kind and plugin made one; paragraphs and posts stay apart."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == block.kind
            and block.kind not in ("paragraph", "embed")
            and last.origin.plugin == block.origin.plugin
            and not text[last.span.end : block.span.start].strip()
        ):
            joined[-1] = evolve(last, span=Span.cut(text, last.span.start, block.span.end))
        else:
            joined.append(block)
    return joined


def _place_embeds(article: Article, finds: Sequence[Find]) -> Article:
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
        embeds.append(evolve(embed, within=teasers[at].id) if at < len(starts) else embed)
    return evolve(article, embeds=tuple(embeds))


# entities: flat mentions, one entity under all its names --------------------------------------------------------------


def _settle_entities(article: Article, finds: Sequence[Find]) -> Settled:
    lost: list[Loss] = []
    spans: list[tuple[int, Span]] = []
    owner_of: list[tuple[int, Mention]] = []
    allowed = _mention_filter(article)
    for index, (rank, entity, _) in enumerate(finds):
        for mention in entity.mentions:
            if allowed(mention.span):
                spans.append((rank, mention.span))
                owner_of.append((index, mention))
            else:
                lost.append(Loss(mention, _HIDDEN))
    kept, beaten = _flat(spans)
    groups = _Groups(len(finds))
    for loser, winner in beaten.items():
        a, b = owner_of[loser][0], owner_of[winner][0]
        if _mergeable(finds[a].item, finds[b].item):
            groups.join(a, b)
        elif a != b:
            lost.append(Loss(owner_of[loser][1], _overlap(finds[b].item)))
    by_name: dict[tuple[str, str], int] = {}
    for index in sorted(range(len(finds)), key=lambda i: (finds[i].rank, i)):
        entity = finds[index].item
        first = by_name.setdefault((entity.type, fold(entity.name)), index)
        if _mergeable(finds[first].item, entity):
            groups.join(first, index)
    mentions: dict[int, list[Mention]] = {}
    for i in kept:
        mentions.setdefault(groups.of(owner_of[i][0]), []).append(owner_of[i][1])
    merged: list[tuple[int, int, Entity, list[Entity]]] = []
    for root, members in groups.all():
        best = min(members, key=lambda i: (finds[i].rank, i))
        rank, entity, _ = finds[best]
        others = [finds[i].item for i in members if i != best]
        where = mentions.get(root, [])
        if where or rank == PRIOR:
            start = where[0].span.start if where else len(article.text)
            merged.append((start, best, _united(entity, others, where), others))
        else:
            lost.extend(Loss(finds[i].item, "no mention is left") for i in members)
    namer = _Namer(article, "entities")
    named = []
    for _, best, entity, others in sorted(merged, key=lambda row: row[:2]):
        final = namer.name(entity, keep=finds[best].named)
        named.append(final)
        for other in others:
            if other.id:
                namer.final.setdefault((other.origin.plugin, other.id), final.id)
    return Settled(tuple(named), tuple(lost))


def _mention_filter(article: Article) -> Callable[[Span], bool]:
    """Return a test of where a mention may lie: in visible text; inside a post only as a part of its author's name."""
    hidden = _hidden(article)
    posts = Regions([(e.span.start, e.span.end) for e in article.embeds])
    authors = [e.author or "" for e in sorted(article.embeds, key=lambda e: e.span.start)]

    def allowed(span: Span) -> bool:
        if not hidden.meets(span):
            return True
        at = posts.holding(span)
        return at is not None and span.text in authors[at]

    return allowed


def _mergeable(a: Entity, b: Entity) -> bool:
    """Tell whether two entities may be one: of one type, and not from one plugin, which keeps its own apart knowingly."""
    return a.type == b.type and a.origin.plugin != b.origin.plugin


def _united(entity: Entity, others: Sequence[Entity], mentions: Sequence[Mention]) -> Entity:
    names = [n for e in (entity, *others) for n in (e.name, *e.aliases)]
    aliases = tuple(dict.fromkeys(n for n in names if n != entity.name))
    roles = tuple(dict.fromkeys(r for e in (entity, *others) for r in e.roles))
    country = next((e.country for e in (entity, *others) if e.country), None)
    ordered = tuple(sorted(mentions, key=lambda m: m.span.start))
    return evolve(entity, aliases=aliases, roles=roles, country=country, mentions=ordered)


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


# statements: a forest -------------------------------------------------------------------------------------------------


def _settle_statements(article: Article, finds: Sequence[Find]) -> Settled:
    lost: list[Loss] = []
    placed: list[Find] = []
    misplaced = _misplacement(article)
    for find in finds:
        reason = misplaced(find.item)
        if reason:
            lost.append(Loss(find.item, reason))
        else:
            placed.append(find)
    ranking = sorted(range(len(placed)), key=lambda i: _statement_priority(placed[i], i))
    place = {index: at for at, index in enumerate(ranking)}
    alive = dict.fromkeys(range(len(placed)), True)
    above: dict[int, int | None] = {}
    while True:
        above, losers = _nest(placed, [i for i in alive if alive[i]], place)
        for loser, winner in losers.items():
            alive[loser] = False
            lost.append(Loss(placed[loser].item, _overlap(placed[winner].item)))
        if not losers:
            break
    order = sorted((i for i in alive if alive[i]), key=lambda i: (_ends(placed[i].item), place[i]))
    namer = _Namer(article, "statements")
    named = {i: namer.name(placed[i].item, keep=placed[i].named) for i in order}
    kept = []
    for i in order:
        statement = named[i]
        parent = above.get(i)
        kept.append(_linked(statement, namer, named[parent].id if parent is not None else None))
    return Settled(tuple(kept), tuple(lost))


def _ends(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[-1].end


def _statement_priority(find: Find, index: int) -> tuple[bool, int, int, int, int]:
    size = sum(len(piece) for piece in find.item.content)
    return find.rank != PRIOR, -size, find.item.content[0].start, find.rank, index


def _misplacement(article: Article) -> Callable[[Statement], str | None]:
    """Return a function that tells why a statement may not stand where it stands, or None."""
    hidden = _hidden(article)
    rooms = Regions([(b.span.start, b.span.end) for b in article.blocks if BLOCK_RULES[b.kind].statements])
    posts = {e.id: e.span for e in article.embeds}

    def reason(statement: Statement) -> str | None:
        if statement.embed is not None:
            post = posts.get(statement.embed)
            inside = post is not None and all(post.holds(s) for s in spans_of(statement))
            return None if inside else "is not inside the post that it names"
        if any(hidden.meets(span) for span in spans_of(statement)):
            return _HIDDEN
        if any(rooms.holding(span) is None for span in statement.content):
            return "content is not inside one block that may hold statements"
        return None

    return reason


def _nest(
    placed: Sequence[Find], alive: Sequence[int], place: Mapping[int, int]
) -> tuple[dict[int, int | None], dict[int, int]]:
    """Sweep over the pieces of the contents: the statement above each, and the losers of crossings with their winners."""
    pieces = sorted((s.start, -s.end, place[i], i) for i in alive for s in placed[i].item.content)
    stack: list[tuple[int, int, int]] = []  # start, end, statement
    losers: dict[int, int] = {}
    above: dict[int, list[int | None]] = {}
    for start, minus_end, _, i in pieces:
        end = -minus_end
        while stack and (stack[-1][1] <= start or stack[-1][2] in losers):
            stack.pop()
        if i in losers:
            continue
        while stack:
            top_start, top_end, top = stack[-1]
            same = (top_start, top_end) == (start, end) and len(placed[i].item.content) == 1
            if top in losers:
                stack.pop()
            elif top == i:
                break
            elif top_end < end or (same and len(placed[top].item.content) == 1):
                worse, better = (i, top) if place[top] < place[i] else (top, i)
                losers[worse] = better
                if worse == i:
                    break
                stack.pop()
            else:
                break
        if i in losers:
            continue
        above.setdefault(i, []).append(stack[-1][2] if stack else None)
        stack.append((start, end, i))
    parents: dict[int, int | None] = {}
    for i, holders in above.items():
        if i in losers:
            continue
        if len(set(holders)) > 1:  # one piece inside another statement, one outside: no tree has it so
            losers[i] = next(h for h in holders if h is not None)
        parents[i] = holders[0]
    return parents, losers


def _linked(statement: Statement, namer: _Namer, parent: str | None) -> Statement:
    """Return the statement with every reference resolved, or None where its target is not there."""
    plugin = statement.origin.plugin
    changes: dict[str, str | None] = {"parent": parent}
    for name in ("entity", "addressee", "date", "embed", "chain", "duplicate_of"):
        reference = getattr(statement, name)
        own = name in ("chain", "duplicate_of")
        target = namer.resolve(plugin, reference) if own else reference if reference in namer.known else None
        changes[name] = None if target == statement.id else target
    return evolve(statement, **{k: v for k, v in changes.items() if getattr(statement, k) != v})


_SETTLERS: Final[Mapping[str, Callable[[Article, Sequence[Find]], Settled]]] = {
    "embeds": _settle_embeds,
    "blocks": _settle_blocks,
    "dates": _settle_dates,
    "entities": _settle_entities,
    "statements": _settle_statements,
}


def settle_annotations(found: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return the annotations sorted by span and origin; equal ones once. Different ones may overlap."""
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda a: (a.value.span.start, -a.value.span.end, a.origin.plugin, a.origin.rule)))
