"""Finds the words of an article that its reports are read from: cues, complementisers, prepositions of attribution."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews_entities.vocabulary.wordforms import REPORTS
from arabnews_entities.vocabulary.words import places_of
from arabnews_quotes.tables import ANNOUNCES, ATTRIBUTES, GATHERS, IS_THAT, ON, TELLS, THANKS, TURNS

from .grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from arabnews.cues import CueReading
    from arabnews_entities.vocabulary.words import Words
    from arabnews_quotes.tables import Tables

    from .passage import Passage


_ON_WHAT: Final = {("حد",), ("ما",)}
"""«على حد قوله», «على ما قال»."""
_LEARNED: Final = "علم"
ARRIVING: Final = frozenset({"انتهي", "توصل"})  # «توصلت الدراسة إلى أن», but «بلاغ توصلت به الصحيفة»
_SELDOM: Final = frozenset({_LEARNED, "وجد", "اثبت", "اكتشف"}) | ARRIVING
"""Verbs that report only what one learns or finds out, and are no cue without what tells so behind them."""
_FOUND: Final = 16
"""What one finds out stands behind the verb within so many words."""
_OF_WHOM: Final = 8
"""Of whom somebody learned stands behind the verb within so many words."""
_CLASSES: Final = (IS_THAT, ATTRIBUTES, TELLS, THANKS, ANNOUNCES, TURNS, GATHERS)
"""The classes of words in the order of the fields of `Signs`."""
_ATTRIBUTING: Final = _CLASSES.index(ATTRIBUTES)


@frozen(eq=False)
class Signs:
    """Where the words of an article stand that its reports are read from; all indices in order.

    Attributes:
        cues: the words that may report, and how each may be read.
        cue_words: their indices alone.
        thats: إنّ, أنّ and بأنّ with their pronouns.
        attributing: words that may lead to a source, tell whom someone met, or of a channel.
        telling: words that may open a sentence that tells the channel of what was said before.
        thanks: nouns of thanks, which someone may give.
        announcing: verbs that may announce through what somebody goes on to speak.
        turning: participles that, behind a comma, tell of the speaker and end what he says.
        gathering: nouns of events at which one speaks.
    """

    cues: Mapping[int, CueReading]
    cue_words: Sequence[int]
    thats: Sequence[int]
    attributing: Sequence[int]
    telling: Sequence[int]
    thanks: Sequence[int]
    announcing: Sequence[int]
    turning: Sequence[int]
    gathering: Sequence[int]


def find_signs(words: Words, tables: Tables) -> Signs:
    """Return where the signs stand among the words of an article."""
    forms = words.table.forms
    cues = _cues_among(words) if words.lexis.cues is tables.cues else tables.cues.find(forms)
    cues = {i: cue for i, cue in cues.items() if cue.forms[0].lemma not in _SELDOM or _is_found(cue, forms, i)}
    found: list[list[int]] = [[] for _ in _CLASSES]
    classes = list(map(tables.words.get, forms))
    for index, known in zip(compress(range(len(classes)), classes), filter(None, classes), strict=True):
        if known != ON:
            for place in _places_of(known):
                found[place].append(index)
        elif forms[index + 1 : index + 2] in _ON_WHAT:
            found[_ATTRIBUTING].append(index)
    return Signs(cues, list(cues), *found)


@lru_cache(maxsize=256)
def _places_of(known: int) -> tuple[int, ...]:
    """Return which of the classes a word belongs to: they come in few combinations."""
    return tuple(place for place, one in enumerate(_CLASSES) if known & one)


def _is_found(cue: CueReading, forms: Sequence[str], index: int) -> bool:
    """Tell whether what someone learned or found out stands behind one of the verbs that seldom report."""
    lemma, near = cue.forms[0].lemma, forms[index + 1 : index + _FOUND]
    if lemma == _LEARNED:
        return "من" in near[: _OF_WHOM - 1]  # «علمت أن»; but «علمت "كذا" من مصدر أن»
    if all(form.pronoun for form in cue.forms):
        return False
    if lemma in ARRIVING:
        return any(word == "الي" and that in THAT for word, that in pairwise(near))
    return not (THAT.isdisjoint(near) and BI_THAT.isdisjoint(near))


def _cues_among(words: Words) -> dict[int, CueReading]:
    """Return the cues among classified words: what each may be was looked up already."""
    known = words.words
    return {index: cue for index in places_of(REPORTS, words.sorts) if (cue := known[index].cue) is not None}


def within(words: Sequence[int], passage: Passage) -> Sequence[int]:
    """Return those of some words, given in order, that stand in a passage."""
    if not words:
        return words
    low = bisect_left(words, passage.lo)
    return words[low : bisect_left(words, passage.hi, low)]
