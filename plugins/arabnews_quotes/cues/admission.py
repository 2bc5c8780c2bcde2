"""Tells whether a cue with its frame reports: the stronger the cue, the weaker may be what follows it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.unlisted import is_called
from arabnews_quotes.text.grammar import THAT
from arabnews_quotes.text.scripture import is_lord, is_verse

from .deeds import estimates, finds, shows_event, talks_of
from .government import ASKING, in_two_parts
from .marked_speech import has_words, is_long, opens_clause
from .report import is_apart
from .therein import is_therein
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

    from .scanning import Frame

_COLON_CLASSES: Final = frozenset(
    {"say", "assert", "announce", "explain", "indicate", "write", "answer", "comment", "continue", "ask", "manner"}
)
_DONE_BY_THINGS: Final = frozenset({"announce", "threat", "commit"})
"""Things do so too: «وتكشف عن وحشيتها» without a subject tells what is seen."""
_BUT: Final = frozenset({"لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"})


def admits(  # noqa: C901, PLR0911, PLR0912 - one test a line
    reading: Reading, form: CueForm, frame: Frame, index: int
) -> bool:
    """Tell whether the strength of a cue is enough for the frame it meets."""
    if form.cue_class == "doc" or frame.via is not None:
        return True
    if frame.kind == "clause":
        first = reading.passage.words.forms[reading.passage.word_at(frame.content)] if ASKING in form.frames else ""
        if first and frame.bare and first != "ان":
            return False  # «سألوه أن يفتح السد» asks nothing, «سألوه إن كان …» does
        strong = form.strength != "C" or finds(reading, form, frame, index) or talks_of(reading, form, frame)
        return strong and _takes_clause(form.frames)
    if frame.kind == "colon":
        if frame.quotation is not None:
            return ":" in form.frames
        said = frame.source
        known = said is None or reading.can_speak(said) or is_called(reading, form, frame)
        known = known or is_lord(reading, said)
        told = form.lemma == "روي" and form.pronoun
        if told and reading.passage.words.forms[index - 1] not in reading.grammar.relative:
            return False  # «رواه فلان عن فلان بلفظ: …» tells who handed it down
        spoken = known and not is_verse(reading, frame) and (form.finite or form.cue_class != "manner")
        return spoken and form.strength != "C" and ":" in form.frames and form.cue_class in _COLON_CLASSES
    if frame.kind == "marks":
        source = frame.source
        known = source is None or reading.can_speak(source) or is_lord(reading, source)
        known = known or opens_clause(reading, frame.quotation)
        known = known or (source is not None and is_long(reading, form, source, frame.quotation))
        charged = in_two_parts(form.frames) and "OBJ" in form.frames and has_words(reading, frame.quotation)
        marked = "«»" in form.frames or charged or ("أن" in form.frames and opens_clause(reading, frame.quotation))
        return marked and form.strength != "C" and known
    if form.strength == "C":
        return shows_event(reading, form, frame, index)
    if form.lemma == "قدر" and not estimates(reading, frame, index):
        return False
    if frame.source is not None:
        return reading.can_speak(frame.source)
    if form.finite and is_therein(reading, index):
        return True
    if form.finite and _has_other_subject(reading, index):
        return False
    if form.strength == "A" or (form.finite and _has_speaker_before(reading, index)):
        return True
    if form.kind == "present" and form.cue_class in _DONE_BY_THINGS:
        return False
    forms = reading.passage.words.forms
    led = forms[index].startswith("و") or (index > reading.passage.lo and forms[index - 1] in reading.grammar.connector)
    return form.kind == "participle" or led or form.gender == "f"


@lru_cache(maxsize=256)
def _takes_clause(frames: tuple[str, ...]) -> bool:
    """Tell whether a clause may follow a cue of these frames, alone or behind a preposition."""
    return any(f.endswith("أن") or f in {"إلى", "على", "عن", "من", "ب", ASKING} for f in frames)


def _has_other_subject(reading: Reading, index: int) -> bool:
    """Tell whether a noun that cannot speak stands before a verb as its subject («الاستثناء يؤكد القاعدة»)."""
    passage, cue = reading.passage, reading.signs.cues.get(index)
    if index == passage.lo or not reading.is_plain(index) or cue is None or cue.proclitics:
        return False
    before, grammar = passage.words.forms[index - 1], reading.grammar
    if before in grammar.connector or before in grammar.kana or before in grammar.preposition or before in THAT:
        return False
    if before in _BUT or is_apart(reading, index):
        return False  # «إلا أنه دعا إلى …»
    pasts = [(f.number, f.gender) for f in cue.forms if f.kind == "past" and f.form != "حذرا"]  # «كن حذرا من …»
    if any(number == "d" or (number, gender) == ("p", "m") for number, gender in pasts):
        return False  # «نواب المجلس من كذا أعلنوا …»: things take no masculine plural, and seldom two agree
    subject = subject_before_verb(reading, index, cue)
    return subject is None or not reading.can_speak(subject)


def _has_speaker_before(reading: Reading, index: int) -> bool:
    """Tell whether the subject before a verb can say things («الوزراء ينددون بـ…»)."""
    cue = reading.signs.cues.get(index)
    subject = subject_before_verb(reading, index, cue) if cue is not None else None
    return subject is not None and (subject.noun is not None or subject.name is not None) and reading.can_speak(subject)
