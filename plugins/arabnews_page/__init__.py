"""Tells each line's part on the page: headline, dateline, stamp, keywords, related links, boilerplate, and so on."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from arabnews.article import Block, Origin, Span
from arabnews.fold import respell
from arabnews.hookspecs import hookimpl
from arabnews_page.structure import Tables, find_structure
from arabnews_page.text.dateline import Gazetteer, compile_gazetteer
from arabnews_page.text.markers import compile_markers
from arabnews_page.text.names import compile_names, more_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.article import Article
    from arabnews.hookspecs import Context
    from arabnews.lexicon import Lexicon
    from arabnews_page.text.markers import Markers


@hookimpl
def lexicons() -> Mapping[str, Traversable]:
    """Name the tables of markers, names and verbs; a plugin that names a file so adds an outlet's own."""
    folder = files("arabnews_page") / "lexicons"
    return {
        "page_markers": folder / "page_markers.tsv",
        "author_names": folder / "given_names.tsv",
        "lead_verbs": folder / "lead_verbs.tsv",
    }


@hookimpl
def find_blocks(article: Article, context: Context) -> Iterator[Block]:
    """Find what is not the body: head matter and furniture."""
    for start, end, kind, rule in find_structure(respell(article.prose), _tables(context)):
        yield Block(kind, Span.cut(article.text, start, end), origin=Origin(rule=rule))


@lru_cache(maxsize=8)
def _tables(context: Context) -> Tables:
    """Return the compiled tables: a pipeline has one context, whose lexicons stay the same."""
    markers = _markers(context.lexicon("page_markers"), context.lexicon("lead_verbs"))
    gazetteer = _gazetteer(
        context.lexicon("places"),
        context.lexicon("countries"),
        context.lexicon("outlets"),
        context.lexicon("author_names"),
        more_names(context),
    )
    return Tables(markers, gazetteer)


@lru_cache(maxsize=8)
def _markers(markers: Lexicon, verbs: Lexicon) -> Markers:
    return compile_markers(markers, verbs)


@lru_cache(maxsize=8)
def _gazetteer(places: Lexicon, countries: Lexicon, outlets: Lexicon, own: Lexicon, more: Lexicon | None) -> Gazetteer:
    return compile_gazetteer(places, countries, outlets, compile_names(own, more))
