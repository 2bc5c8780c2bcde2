"""Makes entities of stretches that a foreign model of names has labelled: what adapters to such models share.

A model reads `stretches` of the prose, and `entities_of` makes entities of what it labels. Spans hold whole words
without proclitics, as they do everywhere in arabnews. `ModelOptions` are the options that adapters have in common.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from attrs import field, frozen
from attrs.validators import deep_iterable, in_, instance_of, min_len, optional

from arabnews.article import LINE_BREAKS
from arabnews.facts import Entity, EntityType, Mention
from arabnews.fold import fold
from arabnews.spans import Span
from arabnews_entities.vocabulary.wordlists import KNOWN, NAMELIKE, PLACE, WEAK, lexis
from arabnews_entities.vocabulary.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from arabnews.article import Article
    from arabnews.hookspecs import Context

TYPES: Final[tuple[EntityType, ...]] = get_args(EntityType)

TYPE_OF: Final[Mapping[str, EntityType]] = {
    "PER": "person",
    "PERS": "person",
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "location",
    "GPE": "location",
}
"""What the labels of ANERcorp, AQMAR, CoNLL and OntoNotes mean; others (MISC, NORP …) are no entities here."""

_STRETCH: Final = re.compile(rf"\S+(?:[^\S{LINE_BREAKS}]{{1,2}}\S+)*")
_WORD: Final = re.compile(r"[^\W_]")
_PROCLITICS: Final = frozenset("وفبلك")


class Labelled(NamedTuple):
    """A stretch of the article's text, in half-open offsets, and what a model says is named there."""

    start: int
    end: int
    type: EntityType


def _types(items: Iterable[EntityType]) -> tuple[EntityType, ...]:
    return tuple(items)


@frozen
class ModelOptions:
    """What adapters to models of names can be told.

    Attributes:
        model: the folder of the model; None for the place where the library itself keeps its models.
        types: which types of entities are wanted.
        use_gpu: work on a GPU where there is one. Not by default: several processes seldom fit on it.
    """

    model: str | None = field(default=None, validator=optional(instance_of(str)))
    types: tuple[EntityType, ...] = field(
        default=TYPES, converter=_types, validator=[deep_iterable(in_(TYPES)), min_len(1)]
    )
    use_gpu: bool = field(default=False, validator=instance_of(bool))


def stretches(prose: str) -> Iterator[tuple[int, int]]:
    r"""Yield the half-open offsets of what a model may read as running text, in order.

    A line break ends a stretch, and so do three spaces: what is blanked in the prose (a post, furniture) joins nothing.
    Each stretch holds a letter or digit.

    >>> list(stretches("عنوان\nقال  فلان     نعم. \n…"))
    [(0, 5), (6, 15), (20, 24)]
    """
    for match in _STRETCH.finditer(prose):
        if _WORD.search(prose, match.start(), match.end()):
            yield match.span()


def entities_of(
    article: Article, labelled: Iterable[Labelled], rule: str, context: Context | None = None
) -> Iterator[Entity]:
    """Yield the entities of an article that labelled stretches name; equal names of one type are one entity.

    A stretch becomes whole words. Proclitics (و, ف, ب, ل, ك) of its first word stay outside where the word lists, or
    the same word in another stretch, show that they are some; of ل with the article the span holds what
    is left, and the name is whole. Stretches without a word are passed over.

    >>> from arabnews import Article
    >>> article = Article("التقى الوزير وفدا من باريس ولندن.")
    >>> labelled = [Labelled(21, 26, "location"), Labelled(27, 31, "location")]
    >>> [(e.name, e.mentions[0].span) for e in entities_of(article, labelled, "mine")]
    [('باريس', Span(21, 26, 'باريس')), ('لندن', Span(28, 32, 'لندن'))]
    """
    words = read_words(article.prose, lexis(context))
    ranges = [(*_words_in(words, find), find.type) for find in sorted(set(labelled))]
    ranges = [(first, last, kind) for first, last, kind in ranges if first < last]
    named = {form for first, last, _ in ranges for form in words.table.forms[first:last]}
    found: dict[tuple[EntityType, str], tuple[str, list[Mention]]] = {}
    taken = 0
    for first, last, kind in ranges:
        start, end = _begin(words, first, named), words.end(last - 1)
        if start < taken:
            continue
        taken = end
        name = " ".join(words.named(start, end, first).split())
        _, mentions = found.setdefault((kind, fold(name)), (name, []))
        mentions.append(Mention(Span.cut(article.text, start, end)))
    for (kind, _), (name, mentions) in found.items():
        yield Entity(type=kind, name=name, mentions=mentions, origin=rule)


def _words_in(words: Words, find: Labelled) -> tuple[int, int]:
    """Return the first word that a stretch touches, and the one behind the last."""
    first = last = words.table.at(find.start)
    while last < len(words) and words.table.starts[last] < find.end:
        last += 1
    return first, last


def _begin(words: Words, first: int, named: set[str]) -> int:
    """Return where a name starts whose first word is given, behind its proclitics.

    A word that no list knows gives up a letter where the rest stands in another name.
    """
    word, form = words.words[first], words.table.forms[first]
    unlisted = not word.peel and not words.flags[first] & (NAMELIKE | WEAK | PLACE | KNOWN)
    if unlisted and form[0] in _PROCLITICS and form[1:] in named:
        return words.begin(first, 1)
    return words.begin(first)
