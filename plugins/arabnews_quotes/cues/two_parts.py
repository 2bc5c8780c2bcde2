"""Finds the frame of verbs that take an object and what is said of it: «اتهم الوزير الشركة بـ…», «اعتبر القرار خطأ»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.nouns.agents import is_followed, past_place
from arabnews_quotes.nouns.noun_starts import POINTING, starts_noun
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .apart import blames, is_borne, subject_alone
from .asides import past_asides
from .behind_sources import past_comma_aside
from .brackets import past_gloss
from .deeds import MOST
from .far_objects import far_object
from .government import charge_of, predicate_of
from .participles import WHAT, is_pointed_at, object_and_predicate, predicate_alone
from .prepositions import is_preposition
from .scanning import Frame, scan
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

_ASIDES: Final = 2
_NAME: Final = 4
"""A name in marks behind its noun has no more words than this."""


def find_two_parts(  # noqa: PLR0913, PLR0917 - what the frame knows
    reading: Reading, cue: CueForm, index: int, source: Phrase | None, start: int, limit: int
) -> Frame | None:
    """Return the frame of a verb that takes an object and what is said of it, or a clause."""
    if cue.pronoun and source is not None and _is_second_object(reading, cue, source):
        return predicate_alone(reading, cue, index, None, limit)
    if source is not None and charge_of(cue):
        source = subject_alone(reading, cue, source, charge_of(cue))
    if source is not None and cue.kind == "past" and is_followed(reading, cue, source):
        source = evolve(source, agent=True)
    if "TWO" in cue.frames and source is not None:
        clause = scan(reading, cue, max(start, source.last), limit, source, clause_only=True)
        if clause is not None and clause.kind == "clause":
            return clause
    told = source is None and cue.kind == "past" and not cue.pronoun and _points_behind(reading, cue, index)
    if cue.kind == "participle" or told or _is_no_subject(reading, cue, index, source):
        sure = source is not None and _has_subject_before(reading, index)
        behind = max(source.first, index + 1) if sure and source is not None else index + 1
        behind = past_asides(reading, index + 1) if cue.kind == "participle" else behind
        frame = object_and_predicate(reading, cue, behind, limit, sure=sure)
        if frame is not None:
            return frame
    alone = predicate_alone(reading, cue, index, source, limit)
    if alone is not None or source is None:
        return alone
    if cue.pronoun and charge_of(cue):  # «ووصفها الوزير بأنها …»: its object is the pronoun
        return _behind_subject(reading, cue, source, limit)
    frame = scan(reading, cue, source.last, limit, source, clause_only=True)
    object_first = (
        frame is not None
        and bool(charge_of(cue))
        and (frame.kind == "clause" or (frame.kind == "marks" and _is_charged(reading, cue, frame)))
    )
    return (_two_part(reading, cue, source, limit) if object_first or frame is None else None) or frame


def _behind_subject(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «ووصفها الوزير بأنها …»: its object is the pronoun."""
    at = predicate_of(reading, cue, source.first + 1, limit)
    if at is None:
        return None
    relative = source.last < at and reading.passage.words.forms[source.last] in reading.grammar.relative
    last = source.last if relative else at  # «ووصفه أحد الأطباء الذين … بأنه …»
    return Frame("two-part", Phrase(source.first, last, source.noun, source.name), _start(reading, at))


def _is_second_object(reading: Reading, cue: CueForm, source: Phrase) -> bool:
    """Tell whether a noun behind a verb and its object is what that is taken for («تعتبرها إحدى الركائز»)."""
    forms, first = reading.passage.words.forms, source.first
    if forms[first] in MOST:
        people = not charge_of(cue) or not (first + 1 < source.last and is_definite(forms[first + 1]))
        return people or forms[first - 2] in reading.grammar.relative
    known = source.name is not None or first in reading.cast.by_word or reading.is_group(first)
    named = source.noun is not None and source.noun.name_span is not None
    several = forms[first].endswith("ون") or forms[first] in reading.grammar.voices
    return not (known or named or several) and not any(map(is_definite, forms[first : source.last]))


def _is_charged(reading: Reading, cue: CueForm, frame: Frame) -> bool:
    """Tell whether marks open with the preposition of a charge («اتهم الوزير الشركة "بإهدار المياه"»)."""
    return is_preposition(reading, reading.passage.word_at(frame.content), charge_of(cue))


def _is_no_subject(reading: Reading, cue: CueForm, index: int, source: Phrase | None) -> bool:
    """Tell whether what follows a verb is no subject: it cannot speak, or the subject stands before the verb."""
    forms = reading.passage.words.forms
    if source is None or cue.pronoun:
        return False
    if source.last < reading.passage.hi and (forms[source.last] in THAT or forms[source.last] in BI_THAT):
        return False
    if cue.number == "p" or (not reading.can_speak(source) and cue.kind == "past"):
        return True  # «يعتبر» is passive as a rule; «اعتبروا القرار خطوة»
    return _has_subject_before(reading, index)


def _points_behind(reading: Reading, cue: CueForm, index: int) -> bool:
    """Tell whether a pronoun for an object stands behind a verb («اعتبر ذلك خطوة», «وعزا هذا التأخير إلى …»)."""
    if "TWO" in cue.frames and is_pointed_at(reading, index + 1):
        return True
    at = index + 1
    pointed = at + 1 < reading.passage.hi and reading.passage.words.forms[at] in POINTING and reading.is_plain(at)
    return pointed and is_definite(reading.passage.words.forms[at + 1])


def _has_subject_before(reading: Reading, index: int) -> bool:
    """Tell whether who says something stands before the verb at word `index`."""
    found = reading.signs.cues.get(index)
    subject = subject_before_verb(reading, index, found) if found is not None else None
    return subject is not None and reading.can_speak(subject)


def _start(reading: Reading, index: int) -> int:
    return reading.passage.words.starts[index]


def _past_marked_name(reading: Reading, at: int, limit: int) -> int:
    """Return the word behind asides and a name in marks that stand between a subject and its object.

    «وصفت فلانة، مديرة كذا، في بيان، القرار بـ…», «حمل الحزب "كذا" الحكومة مسؤولية …».
    """
    passage = reading.passage
    at = past_gloss(reading, at)
    for _ in range(_ASIDES):
        quotation = passage.opening_in(passage.words.ends[at - 1], _start(reading, at)) if at < passage.hi else None
        if quotation is not None and not quotation.unclosed and ":" not in passage.gap_before(at):
            behind = passage.word_at(quotation.end)
            return behind if at < behind <= at + _NAME else at
        behind = past_comma_aside(reading, at, limit)
        if behind == at:
            break
        at = behind
    return past_asides(reading, at)


def _two_part(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «اتهم X Y بـ…»: its content starts at Y."""
    if charge_of(cue):
        at = predicate_of(reading, cue, source.last, limit)
        if at is None or at == source.last:  # «اتهمت الجيش بـ…»: the one noun phrase is the object
            return Frame("two-part", None, _start(reading, source.first)) if at is not None else None
    if "TWO!" in cue.frames and not blames(reading, source.last):
        return None
    behind = _past_marked_name(reading, source.last, limit)
    if behind == source.last and source.noun is None:
        behind = past_place(reading, behind)  # «اتهم المتمردون الحوثيون في الشمال الحكومة بـ…»
    if "TWO!" in cue.frames and is_borne(reading, behind):
        return None
    what = behind < reading.passage.hi and reading.passage.words.forms[behind] in WHAT and reading.is_plain(behind)
    known = behind in reading.cast.by_word or is_pointed_at(reading, behind, apart=behind > source.last)
    far: int | None = behind
    if not known and not what and not starts_noun(reading, behind, limit):  # «اعتبر الوزير ما جرى خطأ»
        far = far_object(reading, cue, behind, limit)
    return Frame("two-part", source, _start(reading, far)) if far is not None else None
