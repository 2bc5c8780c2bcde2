"""Tells hypothesis how to make our types, so that `st.from_type(Article)` works; hypothesis finds this by itself.

Hypothesis calls `register` when it is imported, in every environment that has both. So this imports the types alone,
and the strategies only when one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arabnews.article import Article, Block, DateMention, Embed, Entity, Mention, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Register a strategy for every type of an article."""
    from hypothesis import strategies as st  # noqa: PLC0415 - called while hypothesis is being imported

    st.register_type_strategy(Article, _articles)
    for cls, parts in _PARTS.items():
        st.register_type_strategy(cls, _part_strategy(parts))


def _articles(_: type) -> SearchStrategy[Article]:
    from arabnews.testing.strategies import articles  # noqa: PLC0415 - only when it is asked for

    return articles()


def _part_strategy(parts: Callable[[Article], tuple[Any, ...]]) -> Callable[[type], SearchStrategy[Any]]:
    """Return what makes a strategy of some part of generated articles: their spans and references are true."""

    def make(_: type) -> SearchStrategy[Any]:
        from hypothesis import strategies as st  # noqa: PLC0415 - only when it is asked for

        from arabnews.testing.news import generate  # noqa: PLC0415 - only when it is asked for

        def first(seed: int) -> tuple[Any, ...]:
            # not every article has every part; to search on is faster than to have hypothesis try again
            return next(found for news in generate(seed, 1_000) if (found := parts(news.truth)))

        return st.integers(0, 2**16).map(first).flatmap(st.sampled_from)

    return make


_PARTS: dict[type, Callable[[Article], tuple[Any, ...]]] = {
    Span: lambda article: tuple(block.span for block in article.blocks),
    Block: lambda article: article.blocks,
    Embed: lambda article: article.embeds,
    DateMention: lambda article: article.dates,
    Entity: lambda article: article.entities,
    Mention: lambda article: tuple(mention for entity in article.entities for mention in entity.mentions),
    Statement: lambda article: article.statements,
}
