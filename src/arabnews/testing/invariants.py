"""What holds for every article, whatever the text and whatever the plugins do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from arabnews.article import BLOCK_RULES, LINE_BREAKS, Article, Span, Statement
from arabnews.layers import LAYERS, check_span, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_article(article: Article, text: str) -> None:
    """Raise AssertionError unless the article keeps what is promised.

    Fidelity, order, disjointness, coverage, offsets of the prose, references. `text` is what was parsed.

    >>> import arabnews
    >>> check_article(arabnews.parse("قال الوزير سمير حداد إن الجسر جاهز."), "قال الوزير سمير حداد إن الجسر جاهز.")
    """
    _expect(article.text == text, "the text is kept as it was given")
    for layer in LAYERS:
        for item in getattr(article, layer):
            for span in spans_of(item):
                check_span(text, span)
    for annotation in article.annotations:
        check_span(text, annotation.value.span)
    _check_order(article)
    _check_blocks(article)
    _check_prose(article)
    _check_statements(article)
    _check_references(article)


def _expect(condition: object, promise: str) -> None:
    if not condition:
        raise AssertionError(promise)


def _check_order(article: Article) -> None:
    mentions = sorted((m.span for e in article.entities for m in e.mentions), key=lambda s: s.start)
    flat: dict[str, Iterable[Span]] = {
        "embeds": [e.span for e in article.embeds],
        "blocks": [b.span for b in article.blocks],
        "dates": [d.span for d in article.dates if d.span is not None],
        "mentions": mentions,
    }
    for layer, spans in flat.items():
        for before, after in pairwise(spans):
            _expect(before.end <= after.start, f"{layer} are sorted and disjoint: {before!r}, {after!r}")
    for entity in article.entities:
        _expect(list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.span.start), "mentions are sorted")
    starts = [e.mentions[0].span.start for e in article.entities if e.mentions]
    _expect(starts == sorted(starts), "entities are sorted by their first mention")
    firsts = [s.content[0].start for s in article.statements]
    _expect(firsts == sorted(firsts), "statements are sorted by their content")


def _check_blocks(article: Article) -> None:
    text, at = article.text, 0
    for block in article.blocks:
        _expect(not text[at : block.span.start].strip(), "blocks leave out white space alone")
        trimmed = block.span.text == block.span.text.strip()
        _expect(trimmed, f"no white space at the ends of a block: {block.kind} {block.span!r}")
        at = block.span.end
    _expect(not text[at:].strip(), "blocks reach the end of the ink")


def _check_prose(article: Article) -> None:
    text, prose = article.text, article.prose
    _expect(len(prose) == len(text), "prose is as long as the text")
    for before, after in zip(text, prose, strict=True):
        _expect(before == after or (after == " " and before not in LINE_BREAKS), "prose blanks, and keeps line breaks")
    hidden = [e.span for e in article.embeds]
    hidden += [b.span for b in article.blocks if not BLOCK_RULES[b.kind].prose]
    for date in article.dates:
        _expect(not any(h.meets(date.span) for h in hidden if date.span), "no date meets a post or furniture")
    authors = {e.span: e.author or "" for e in article.embeds}
    for entity in article.entities:
        spans = [m.span for m in entity.mentions]
        posts = [(span, e) for span in spans for e in authors if e.meets(span)]
        named = all(span.text in authors[e] for span, e in posts)
        _expect(named, "no mention meets a post, but for its author's name")
        shown = any(prose[span.start : span.end] == span.text for span in spans)
        _expect(shown or bool(posts) or not spans, "whoever is named in furniture is named in the prose")


def _check_statements(article: Article) -> None:
    rooms = [b.span for b in article.blocks if BLOCK_RULES[b.kind].statements]
    posts = {e.id: e.span for e in article.embeds}
    by_id = {s.id: s for s in article.statements}
    for statement in article.statements:
        homes = rooms if statement.embed is None else [posts[statement.embed]]
        for piece in statement.content:
            _expect(any(home.holds(piece) for home in homes), "a content span stays inside one block, or its post")
        parent = by_id.get(statement.parent or "")
        if parent is not None:
            held = all(any(outer.holds(inner) for outer in parent.content) for inner in statement.content)
            _expect(held, "a parent's content holds its child's")
    for a, b in _overlapping(article.statements):
        ancestors = _ancestors(a, by_id) | _ancestors(b, by_id)
        _expect(a.id in ancestors or b.id in ancestors, "contents are disjoint or nested by `parent`")


def _overlapping(statements: tuple[Statement, ...]) -> Iterable[tuple[Statement, Statement]]:
    pieces = sorted(((span, s) for s in statements for span in s.content), key=lambda row: row[0].start)
    for i, (span, statement) in enumerate(pieces):
        for other_span, other in pieces[i + 1 :]:
            if other_span.start >= span.end:
                break
            if other is not statement:
                yield statement, other


def _ancestors(statement: Statement, by_id: dict[str, Statement]) -> set[str]:
    found: set[str] = set()
    while statement.parent is not None and statement.parent not in found:
        found.add(statement.parent)
        statement = by_id[statement.parent]
    return found


def _check_references(article: Article) -> None:
    layers: dict[str, set[str]] = {layer: {item.id for item in getattr(article, layer)} for layer in LAYERS}
    everything = [item.id for layer in LAYERS for item in getattr(article, layer)]
    _expect(len(everything) == len(set(everything)) and all(everything), "every id is there and unique")
    targets = {
        "entity": "entities", "addressee": "entities", "date": "dates", "embed": "embeds", "parent": "statements",
        "chain": "statements", "duplicate_of": "statements",
    }  # fmt: skip
    for statement in article.statements:
        for name, layer in targets.items():
            reference: Any = getattr(statement, name)
            _expect(reference is None or reference in layers[layer], f"`{name}` resolves or is None")
    for embed in article.embeds:
        _expect(embed.within is None or embed.within in layers["blocks"], "`within` resolves or is None")
