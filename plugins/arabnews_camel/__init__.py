"""Adapter: people, organisations and places as the recogniser of camel-tools finds them, beside the bundled ones.

It is no entry point: it runs only where a pipeline is given it. Needs the extra `arabnews[camel]` and a model that is
on the disk already; nothing is downloaded.

* The module is a plugin with options, and loads the model at the first article:
  `Pipeline.default(extra=[arabnews_camel], options={"arabnews_camel": {"model": "folder"}})`.
* `Camel(recognizer)` is a plugin around a recogniser that is loaded already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import ge, instance_of

from arabnews.hookspecs import hookimpl
from arabnews_camel.loading import Recognizer, load_recognizer
from arabnews_camel.sentences import find_labelled
from arabnews_entities.labelled import TYPES, ModelOptions, entities_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arabnews.article import Article, Entity
    from arabnews.facts import EntityType
    from arabnews.hookspecs import Context

__all__ = ["Camel", "CamelOptions", "Recognizer"]

RULE = "camel"


@frozen
class CamelOptions(ModelOptions):
    """`model` is the folder of a model of token classification; `batch_size` sentences are read at once."""

    batch_size: int = field(default=32, validator=[instance_of(int), ge(1)])


@hookimpl
def options() -> type[CamelOptions]:
    """Return the class of the options."""
    return CamelOptions


@hookimpl
def find_entities(article: Article, context: Context) -> Iterator[Entity]:
    """Find what the model that the options name finds.

    Raises:
        MissingExtraError: camel-tools is not installed.
        MissingModelError: the model is not on the disk.
    """
    told: CamelOptions = context.options
    labelled = find_labelled(
        article.prose, lambda: load_recognizer(told.model, use_gpu=told.use_gpu), told.types, told.batch_size
    )
    return entities_of(article, labelled, RULE, context)


class Camel:
    """A plugin around a recogniser that is in memory: a `camel_tools.ner.NERecognizer`, or what predicts as it does.

    A pipeline with it stays in its process; give the module where several processes work.
    """

    def __init__(self, recognizer: Recognizer, *, types: Iterable[EntityType] = TYPES, batch_size: int = 32) -> None:
        """Keep the recogniser; `types` are the wanted types of entities, `batch_size` sentences are read at once."""
        self._recognizer = recognizer
        self._options = CamelOptions(types=types, batch_size=batch_size)

    @hookimpl
    def find_entities(self, article: Article, context: Context) -> Iterator[Entity]:
        """Find what the recogniser finds."""
        told = self._options
        labelled = find_labelled(article.prose, lambda: self._recognizer, told.types, told.batch_size)
        return entities_of(article, labelled, RULE, context)
