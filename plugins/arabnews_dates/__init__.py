"""Dates in Arabic news text: every way it places a thing on the calendar, with offsets and EDTF values.

Serves alone too: `parse_dates` gives the mentions in a text, `parse_date` the value of one expression.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from arabnews.hookspecs import hookimpl
from arabnews_dates.mentions import find_mentions, parse_date, parse_dates
from arabnews_dates.published import publication_date
from arabnews_dates.timex import to_timex3
from arabnews_dates.vocabulary import LEXICONS, compile_vocabulary, lexicon_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from arabnews.article import Article, DateMention
    from arabnews.hookspecs import Context
    from arabnews_dates.vocabulary import Vocabulary

__all__ = ["find_dates", "find_published", "lexicons", "parse_date", "parse_dates", "to_timex3"]


@hookimpl
def lexicons() -> dict[str, Traversable]:
    """Name the tables of months, weekdays, ordinals and other words of dates, which other plugins may extend."""
    return lexicon_files()


@hookimpl
def find_published(article: Article, context: Context) -> DateMention | None:
    """Tell when the article was published, from its stamps."""
    return publication_date(article, _vocabulary(context))


@hookimpl
def find_dates(article: Article, context: Context) -> Iterator[DateMention]:
    """Find the dates in the article's prose, resolved against the day of its publication."""
    return find_mentions(article.text, _vocabulary(context), article.published, prose=article.prose)


@lru_cache(maxsize=8)
def _vocabulary(context: Context) -> Vocabulary:
    """Return the compiled vocabulary: a pipeline has one context, whose lexicons stay the same."""
    return compile_vocabulary(*(context.lexicon(name) for name in LEXICONS))
