"""Bundled plugin: who said what.

The stages, each a module that can be read alone: `marks` pairs quotation marks; `passage` cuts the prose into blocks
with words, marks and sentence ends; `signs` finds the words to start from; `reports` finds the verbs that report,
with `rejection` of the others, `frames`, `first_person` and `plain_speech` for what follows them, found by `scanning`
and `noun_starts` past `asides`, `phrases`, their `extent`, `cutting` and `agreement`, `called`, `within`, `press` and
`presents` for their sources, `apart` and `objects` for what stands beside them, `unlisted` for names that no list
knows, `long_offices` for those far behind an office, `filling` with `fitting`, `growth` and `holders` for what belongs
to a source up to its clause, and `between` and `deeds` for verbs that report nothing;
`other_cues`, `thanks`, `attributions`, `headlines` and `interviews` find the reports without a plain verb; `content`
tells where what was said ends, `voice` where the reporter takes the word back, `continuation` what goes on in the
paragraphs below; `link` tells whom a source names, `as_it_stands` what its words are, `references` whom it refers
back to, `papers` who issued one, `apposition` whose name stands behind an office, `subjects` who is meant where none
stands, `own_sentence` whom the sentence itself tells of, from the `memory` of who spoke, `turns` who spoke without a
report, `scripture` whom a formula means, and `speakers` puts them in order; `channels`, by their `channel_words`, and
`attributes` read channel, date and addressee, `channel_turns` carries a channel from turn to turn, `confidence` tells
how sure it all is; `same_words` names spokesmen whose words are given twice; `statements` walks through it all,
`making` puts together what it found.
`posts` makes statements of social posts, `duplicates` finds the same words told twice.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from arabnews.fold import tokens
from arabnews.hookspecs import hookimpl
from arabnews.lexicon import Lexicon, bundled_lexicon, shared
from arabnews_entities import phrase_reader

from .cast import read_cast
from .duplicates import with_duplicates
from .options import QuoteOptions
from .posts import find_post_statements
from .statements import Walk
from .tables import Tables, read_tables

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
