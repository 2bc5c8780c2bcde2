"""Adapter: people, organisations and places as a stanza pipeline for Arabic finds them, beside the bundled ones.

It is no entry point: it runs only where a pipeline is given it. Needs the extra `arabnews[stanza]` and models that are
on the disk already; nothing is downloaded.

* The module is a plugin with options, and loads the models at the first article:
  `Pipeline.default(extra=[arabnews_stanza], options={"arabnews_stanza": {"model": "folder"}})`.
* `Stanza(pipeline)` is a plugin around a stanza pipeline that is loaded already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from arabnews.hookspecs import hookimpl
from arabnews_entities.labelled import TYPES, ModelOptions, entities_of
from arabnews_stanza.documents import Document, Name, Tagger, find_labelled
from arabnews_stanza.loading import load_tagger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arabnews.article import Article, Entity
    from arabnews.facts import EntityType
    from arabnews.hookspecs import Context

__all__ = ["Document", "Name", "Stanza", "StanzaOptions", "Tagger"]

RULE = "stanza"


@frozen
class StanzaOptions(ModelOptions):
    """`model` is the folder into which stanza's models were downloaded (its `model_dir`)."""


@hookimpl
def options() -> type[StanzaOptions]:
    """Return the class of the options."""
    return StanzaOptions


@hookimpl
def find_entities(article: Article, context: Context) -> Iterator[Entity]:
    """Find what the models that the options name find.

    Raises:
        MissingExtraError: stanza is not installed.
        MissingModelError: the models are not on the disk.
    """
    told: StanzaOptions = context.options
    labelled = find_labelled(article.prose, lambda: load_tagger(told.model, use_gpu=told.use_gpu), told.types)
    return entities_of(article, labelled, RULE, context)


class Stanza:
    """A plugin around a pipeline that is in memory: a `stanza.Pipeline` with `tokenize` and `ner`, or its like.

    A pipeline of arabnews with it stays in its process; give the module where several processes work.
    """

    def __init__(self, tagger: Tagger, *, types: Iterable[EntityType] = TYPES) -> None:
        """Keep the pipeline of stanza; `types` are the wanted types of entities."""
        self._tagger = tagger
        self._options = StanzaOptions(types=types)

    @hookimpl
    def find_entities(self, article: Article, context: Context) -> Iterator[Entity]:
        """Find what the pipeline of stanza finds."""
        labelled = find_labelled(article.prose, lambda: self._tagger, self._options.types)
        return entities_of(article, labelled, RULE, context)
