"""Bundled plugin: who said what.

A package for each stage, and what each imports from stands before it: `tables` compiles the lexicons, `text` is what
statements are read from, `nouns` reads noun phrases, `cues` the reports, `contents` where what was said ends,
`linking` whom a source means, `channel` what a clause tells beside. `statements` walks through them all, `headlines`
and `interviews` know those forms, `making` puts together what was found, and `confidence` tells how sure it is;
`same_words` names spokesmen whose words are given twice, `posts` makes statements of social posts, `duplicates` finds
the same words told twice.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from arabnews.fold import tokens
from arabnews.hookspecs import hookimpl
from arabnews.lexicon import Lexicon, bundled_lexicon, shared
from arabnews_entities import phrase_reader

from .duplicates import with_duplicates
from .options import QuoteOptions
from .posts import find_post_statements
from .statements import Walk
from .tables import Tables, read_tables
from .text.cast import read_cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.article import Article, Statement
    from arabnews.hookspecs import Context

__all__ = ["QuoteOptions", "parse_statements"]

_OWN = ("attributions", "channels", "confidence", "giving", "quote_grammar")


def _files() -> dict[str, Traversable]:
    folder = files("arabnews_quotes") / "lexicons"
    return {name: folder / f"{name}.tsv" for name in _OWN}


@hookimpl
def lexicons() -> Mapping[str, Traversable]:
    """Name the plugin's lexicons."""
    return _files()


@hookimpl
def options() -> type:
    """Return the class of the plugin's options."""
    return QuoteOptions


@hookimpl
def find_statements(article: Article, context: Context) -> Iterator[Statement]:
    """Find who said what."""
    wanted = context.options if isinstance(context.options, QuoteOptions) else QuoteOptions()
    return _find(article, read_tables(context.lexicon), wanted, context)


def parse_statements(article: Article, options: QuoteOptions | None = None) -> tuple[Statement, ...]:
    """Return the statements of an article whose dates and entities are known, by the bundled lexicons.

    >>> from arabnews import Article
    >>> [s.content[0].text for s in parse_statements(Article("قال الوزير إن السد امتلأ."))]
    ['السد امتلأ']
    """
    return tuple(_find(article, _bundled(), options or QuoteOptions()))


def _lexicon(name: str) -> Lexicon:
    return bundled_lexicon(_files()[name], name) if name in _OWN else shared(name)


@cache
def _bundled() -> Tables:
    return read_tables(_lexicon)


def _find(
    article: Article, tables: Tables, wanted: QuoteOptions, context: Context | None = None
) -> Iterator[Statement]:
    words = tokens(article.prose)
    walk = Walk(article, tables, read_cast(article, words), phrase_reader(article, context))
    for statement in with_duplicates(walk.read(), tuple(find_post_statements(article)), words):
        if statement.confidence >= wanted.min_confidence and (statement.type == "direct" or not wanted.verbatim):
            yield statement
