"""Finds verbs of saying that report nothing here, but tell whose turn it is: «وعلق متحدث بتصريح مقتضب»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NAMELIKE
from arabnews_quotes.nouns.kinds import NO_GROUPS

from .asides import past_adverbs
from .objects import agrees_with_verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_THUS: Final = frozenset({"بذلك", "ذلك"})
_FINITE: Final = frozenset({"past", "present"})


def read_turns(
    reading: Reading, cues: Mapping[int, CueReading], taken: Collection[int], at: Sequence[int]
) -> dict[int, tuple[CueForm | None, Phrase]]:
    """Return whose turn verbs tell that report nothing, and whom someone met, by the offsets of these words."""
    starts = reading.passage.words.starts
    turns: dict[int, tuple[CueForm | None, Phrase]] = {}
    for index, form, phrase in find_turns(reading, cues, taken) if cues else ():
        turns[starts[index]] = form, phrase
    for index, phrase in find_met(reading, at) if at else ():
        turns[starts[index]] = None, phrase
    return turns


def find_met(reading: Reading, attributing: Sequence[int]) -> Iterator[tuple[int, Phrase]]:
    """Yield whom reporters say they met («التقينا بالتاجر فلان»), with the word of the verb: what follows is his."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    for index in attributing:
        if forms[index] not in reading.grammar.met:
            continue
        at = index + 1 + (index + 1 < hi and forms[index + 1] in {"مع", "الي", "من"})
        noun = reading.nouns.read(at) if at < hi and not reading.is_marked(at) else None
        if noun is None and forms[at : at + 1] and at + 1 in reading.cast.by_word and reading.is_plain(at + 1):
            at, noun = at + 1, reading.nouns.read(at + 1)  # «التقينا المورد فلانا»
        if noun is not None and noun.kind in {"person", "role"} and noun.number == "s":
            yield index, reading.extended(at, noun)


def find_turns(
    reading: Reading, cues: Mapping[int, CueReading], taken: Collection[int]
) -> Iterator[tuple[int, CueForm, Phrase]]:
    """Yield verbs of saying with a subject that report nothing («وعلق متحدث بتصريح مقتضب»): what follows may be his.

    `taken` are the offsets of the cues that do report.
    """
    words = reading.passage.words
    for index, cue in cues.items():
        start = words.starts[index]
        if start in taken or start + 1 in taken or _FINITE.isdisjoint(cue.kinds):
            continue
        form = cue.forms[0] if cue.forms[0].finite else next(form for form in cue.forms if form.finite)
        if form.strength == "C":
            continue
        aside = index + 1 < reading.passage.hi and words.forms[index + 1] in reading.grammar.pronoun
        at = index + 1 + aside
        if index + 2 < reading.passage.hi and words.forms[index + 1] in _THUS:
            at = past_adverbs(reading, index + 2)  # «صرح بذلك لـ«النهر» الدكتور فلان»
        phrase = reading.phrase_of_someone(at)  # «اعتبر فيه الوزير …»
        if phrase is not None and _is_turned_to(reading, phrase) and agrees_with_verb(reading, index, form, phrase):
            yield index, form, phrase


def _is_turned_to(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase behind a verb of saying is someone: no ordinary word with the article that might be a name.

    «توقع الأطوال» has no subject, «أضافت المصادر» has.
    """
    noun = phrase.noun
    if noun is None:
        return reading.is_group(phrase.first) and reading.passage.words.forms[phrase.first].startswith("ال")
    bare = noun.kind == "person" and noun.role_span is None and phrase.first not in reading.cast.by_word
    word = reading.passage.words.forms[phrase.first]
    unknown = bare and not reading.nouns.words.flags[phrase.first] & NAMELIKE
    if unknown and phrase.last - phrase.first == 1 and reading.is_marked(phrase.first):
        return True  # «يواصل "فلان" عرضه»
    return noun.kind in NO_GROUPS and (not unknown or (word.startswith("ال") and word.endswith("ون")))
