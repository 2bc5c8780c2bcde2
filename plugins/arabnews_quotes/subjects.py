"""Finds the subject that a cue leaves out: that of its sentence, of the clause before, of a relative clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities import gender_of
from arabnews_entities.wordlists import NAMELIKE

from .grammar import without_conjunction
from .link import speaker_of_source
from .memory import Memory, Speaker

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_CLAUSES: Final = 40
"""The subject of a clause before is looked for so many words back."""
_BACK: Final = 3
"""A dropped subject that nobody explains is looked for in so many sentences before."""


def subject_of_clause(reading: Reading, start: int, before: int, gender: str | None) -> Speaker | None:
    """Return the subject of the last clause of a sentence: a verb and a name («بعد ذلك، اعتذر فلان، وكتب: …»)."""
    passage = reading.passage
    first, last = passage.word_at(start), passage.word_at(before)
    for at in range(last - 2, max(first, last - _CLAUSES), -1):
        part = reading.cast.by_word.get(at + 1)
        if part is None or part.entity.type != "person" or part.form != "name" or reading.is_plain(at):
            continue
        word = passage.words.forms[at]
        known = gender_of(part.entity)
        if word in reading.grammar.preposition or not reading.is_plain(at + 1) or reading.nouns.read(at) is not None:
            continue
        if not (gender and known and gender != known) and passage.quotation_at(part.start) is None:
            return Speaker(part.entity.name, part.entity.id, (), gender, kind="person")
    return None


def subject_of_sentence(reading: Reading, start: int, before: int, gender: str | None) -> Speaker | None:
    """Return the subject of a sentence that starts with a verb and a name («استقبل الوزير فلان …، مؤكدا أن»)."""
    passage = reading.passage
    first = passage.word_at(start)
    for at in range(first, min(first + 4, passage.hi)):
        if at in reading.cast.dates:
            continue
        if without_conjunction(passage.words.forms[at]) in reading.grammar.connector:
            first = at + 1
            continue
        if at > first or passage.words.forms[at] not in reading.grammar.kana:
            phrase = reading.phrase(at)
            named = phrase is not None and _is_known(reading, phrase)
            if phrase is not None and named and passage.words.starts[at] < before:
                kind = phrase.noun.kind if phrase.noun is not None else "person"
                if kind not in {"person", "role", "organization", "collective"} and at > first + 1:
                    return None
                speaker = speaker_of_source(reading, phrase, Memory(), gender, None)
                theirs = phrase.noun.gender if phrase.noun is not None else None
                return speaker if not (gender and theirs and gender != theirs) else None
        if at == first and without_conjunction(passage.words.forms[at]) in reading.grammar.preposition:
            return None
    return None


def _is_known(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is more than an unknown word that might be a name."""
    noun = phrase.noun
    if phrase.first in reading.cast.by_word:
        return True
    bare = noun is not None and noun.kind == "person" and noun.role_span is None
    return noun is not None and (not bare or bool(reading.nouns.words.flags[phrase.first] & NAMELIKE))


def subject_before(reading: Reading, sentence: int, gender: str | None) -> Speaker | None:
    """Return the subject of one of the sentences before, within the passage: of whom the report has told so far."""
    passage, at = reading.passage, sentence
    for _ in range(_BACK):
        if at <= passage.start:
            return None
        end, at = at, passage.sentence_start(at - 1) if at - 1 >= passage.start else passage.start
        speaker = subject_of_sentence(reading, at, end, gender)
        if speaker is not None and speaker.entity is not None and speaker.kind == "person":
            return speaker
    return None
