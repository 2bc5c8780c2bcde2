"""Bundled plugin: the people, organisations and places of an article, with all their mentions.

For other plugins, above all for whoever asks who speaks:

* `phrase_reader(article, context)` gives a `PhraseReader`; `reader.read(index)` reads the noun phrase
that starts at word
  `index` of `arabnews.fold.tokens(article.prose)` (title, office, nationality, name) and returns a
  `NounPhrase` or None.
  `reader.entity(phrase)` tells which of the article's entities it names.
* `NounPhrase` tells `kind` (person, role, organization, place, collective, document), extent (`first`, `last` in words,
  `start`, `end` in offsets, without proclitics), `head` (lemma), `gender`, `number`, `definite`,
  `role_span`, `name_span`,
  `country`, `status`.
* `gender_of(entity)` tells the gender that an entity's roles show.
* `read_words(text, lexis(context))` and `read_noun_phrase(words, index)` do the same for bare text.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from arabnews.hookspecs import hookimpl
from arabnews_entities.finding import find_all
from arabnews_entities.joining.outside import furniture
from arabnews_entities.phrasing.phrases import NounPhrase, read_noun_phrase
from arabnews_entities.phrasing.reading import PhraseReader, gender_of, phrase_reader
from arabnews_entities.vocabulary.wordlists import OWN, Lexis, lexis
from arabnews_entities.vocabulary.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.article import Article, Entity
    from arabnews.hookspecs import Context

__all__ = [
    "Lexis",
    "NounPhrase",
    "PhraseReader",
    "Words",
    "gender_of",
    "lexis",
    "phrase_reader",
    "read_noun_phrase",
    "read_words",
]


@hookimpl
def lexicons() -> Mapping[str, Traversable]:
    """Name the plugin's own word lists, so that others may extend them."""
    folder = files("arabnews_entities") / "lexicons"
    return {name: folder / f"{name}.tsv" for name in OWN}


@hookimpl
def find_entities(article: Article, context: Context) -> Iterator[Entity]:
    """Find people, organisations and places in the article's prose."""
    return find_all(article.text, article.prose, lexis(context), article.embeds, furniture(article))
