"""Hypothesis strategies that yield anything legal, and often what news sends."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

import arabnews
from arabnews.testing.choice import Choice
from arabnews.testing.expressions import TENSES, DateExpression, compose_date, compose_day
from arabnews.testing.fragments import LINES, MARKS, WORDS
from arabnews.testing.news import NewsArticle, compose_news
from arabnews.testing.people import compose_name

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from arabnews import Article, Pipeline


def texts(*, max_size: int = 60) -> SearchStrategy[str]:
    """Return a strategy of texts: words, marks and lines of Arabic news in any order, and any other `str`.

    `max_size` bounds the number of pieces. Lone surrogates, NUL, bidi controls and unpaired marks occur.
    """
    piece = st.one_of(
        st.sampled_from(WORDS).map(lambda word: f"{word} "),
        st.sampled_from(MARKS),
        st.sampled_from(LINES).map(lambda line: f"{line}\n"),
        st.text(max_size=4),
    )
    news = st.lists(piece, max_size=max_size).map("".join)
    return st.one_of(news, news, st.text(st.characters(), max_size=max_size))


class _Drawn(Choice):
    """Decisions that hypothesis takes, and so can shrink."""

    def __init__(self, draw: DrawFn) -> None:
        self._draw = draw

    def below(self, limit: int) -> int:
        return self._draw(_below(limit))


@cache
def _below(limit: int) -> SearchStrategy[int]:
    return st.integers(0, limit - 1)


@st.composite
def names(draw: DrawFn) -> str:
    """Return a strategy of people's names: a given name and a surname, such as «ليلى بن صالح»."""
    given, surname, _ = compose_name(_Drawn(draw))
    return f"{given} {surname}"


@st.composite
def dates(draw: DrawFn, *, relative: bool = True) -> DateExpression:
    """Return a strategy of date expressions with their values and the day from which they are to be read.

    Full and partial dates, in the months of all regions and three systems of digits, Islamic dates, ranges; and, if
    `relative`, what the day of publication decides («الخميس الماضي»).
    """
    choice = _Drawn(draw)
    published = compose_day(choice)
    return compose_date(choice, published, choice.pick(TENSES), relative=relative)


@st.composite
def news_articles(draw: DrawFn) -> NewsArticle:
    """Return a strategy of generated news articles, each with the truth beside it. They shrink to one short report."""
    return compose_news(_Drawn(draw))


def articles(pipeline: Pipeline | None = None, *, max_size: int = 60) -> SearchStrategy[Article]:
    """Return a strategy of parsed articles, by the default pipeline or another, of news and of any other text."""
    parse = pipeline or arabnews.parse
    published = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
    anything = st.builds(parse, texts(max_size=max_size), published)
    return st.one_of(anything, news_articles().map(lambda news: parse(news.text, news.published)))
