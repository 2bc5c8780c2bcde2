"""Tells who speaks in a report: whom its source names, or who is meant where the cue has no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from .extent import is_definite
from .link import speaker_of_source
from .memory import agrees
from .scripture import speaker_by_formula
from .subjects import owner_of_speech, subject_before, subject_of_clause, subject_of_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .content import Content
    from .memory import Memory, Speaker, Turn
    from .phrases import Phrase, Reading
    from .report import Report

_SELF_MENTION: Final = 6
"""Nobody is named in the first so many words of what he says himself."""
_DAMMA: Final = "\u064f"
_ABOUT: Final = {"عنه": "m", "عنها": "f"}


def find_speaker(  # noqa: PLR0913 - what the walk knows
    reading: Reading,
    report: Report,
    content: Content,
    memory: Memory,
    *,
    passage: int,
    before: Iterator[Reading],
    nested: bool,
) -> tuple[Speaker | None, str | None]:
    """Return who speaks, and the id of the statement that this one continues.

    `passage` is the number of the passage in the article, `before` are its reading and those of the passages before
    it, the last one first; `nested` tells whether the report stands inside another statement.
    """
    gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
    turns = memory.agreeing(gender, count)
    sacred = speaker_by_formula(reading, reading.passage.word_at(report.cue[1]), memory) if report.form else None
    if sacred is not None:
        return sacred, None
    if _is_passive(reading, report):
        return None, None
    if report.source is not None:
        return _named(reading, report, memory, turns, nested=nested)
    return _dropped(reading, report, content, memory, turns, passage, before)


def _named(
    reading: Reading, report: Report, memory: Memory, turns: list[Turn], *, nested: bool
) -> tuple[Speaker | None, str | None]:
    """Return whom the source of a report names."""
    gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
    source = report.source
    if source is None:
        return None, None
    speaker = speaker_of_source(reading, source, memory, gender, count)
    noun = source.noun
    if speaker is not None and noun is not None and noun.kind == "role" and report.closed is None:
        speaker = _named_behind_date(reading, source, speaker) or named_behind(reading, source, report.content, speaker)
    goes_on = report.form is not None and report.form.cue_class == "continue" and not nested
    if goes_on and speaker is not None and speaker.entity is None:
        speaker = _same_person(reading, source, turns, speaker)
    if goes_on and turns and speaker is not None and turns[0].speaker.name == speaker.name:
        return speaker, turns[0].statement or None
    return speaker, None


def _dropped(  # noqa: PLR0913, PLR0917 - what the walk knows
    reading: Reading,
    report: Report,
    content: Content,
    memory: Memory,
    turns: list[Turn],
    number: int,
    before: Iterator[Reading],
) -> tuple[Speaker | None, str | None]:
    """Return who is meant by a cue without a subject: the subject of its sentence, or of those before, or a turn."""
    gender = report.form.gender if report.form else None
    sentence = reading.passage.sentence_start(report.cue[0])
    owner = owner_of_speech(reading, sentence, report.cue[0], memory)
    if owner is not None and not (gender and owner.gender and owner.gender != gender):
        return owner, None
    of_him = _of_whom(reading, report)
    if of_him is not None:  # «ونقلت الوكالة عنه قوله إن»
        known = [t for t in turns if t.sentence != sentence and agrees(t.speaker, of_him, None)]
        return (known[0].speaker, known[0].statement or None) if known else (None, None)
    here = next((t for t in turns if (t.passage, t.sentence) == (number, sentence)), None)
    if here is not None:
        return here.speaker, here.statement or None
    subject = subject_of_sentence(reading, sentence, report.cue[0], gender, memory)
    if subject is None and not (turns and turns[0].passage == number):
        subject = subject_of_clause(reading, sentence, report.cue[0], gender)
    sure = subject is not None and (subject.entity is not None or subject.kind is not None)
    if subject is not None and (report.subject == "governed" or not turns or sure):
        return subject, None
    goes_on = report.form is not None and report.form.cue_class == "continue" and turns
    floor = turns[0].sentence if turns else -1
    verbs = reading.grammar.presents if goes_on else None
    subject = subject_before(before, sentence, gender, floor, verbs)
    if subject is not None:
        return subject, None
    others = [t for t in turns if not _names(reading, t.speaker, content)]
    best = others or turns
    return (best[0].speaker, best[0].statement or None) if best else (None, None)


def _of_whom(reading: Reading, report: Report) -> str | None:
    """Return the gender of the pronoun in «عنه قوله», or None."""
    if report.form is None or report.form.kind != "masdar":
        return None
    at = reading.passage.word_at(report.cue[0])
    return next((_ABOUT[form] for form in reading.passage.words.forms[max(at - 2, 0) : at] if form in _ABOUT), None)


def _is_passive(reading: Reading, report: Report) -> bool:
    """Tell whether the vowel signs of a cue say that it is a passive («ذُكر أن»): nobody is its subject."""
    text = reading.passage.text[slice(*report.cue)]
    return report.form is not None and report.form.finite and text[1:2] == _DAMMA and text[0] not in "يتن"


def _same_person(reading: Reading, source: Phrase, turns: list[Turn], speaker: Speaker) -> Speaker:
    """Return who spoke last for the office that goes on («وأكمل قائد المنتخب قائلا»): whoever goes on has begun."""
    noun = source.noun
    single = (noun is None or noun.kind == "role") and speaker.number in {"s", None} and source.name is None
    definite = noun.definite if noun is not None else is_definite(reading.passage.words.forms[source.first])
    if not single or not definite or not turns:
        return speaker
    last = turns[0].speaker
    return evolve(last, gender=speaker.gender or last.gender) if last.kind == "person" else speaker


def named_behind(reading: Reading, source: Phrase, end: int, speaker: Speaker) -> Speaker:
    """Return the name between commas behind an office and its aside, before `end` («مساعدة الوزير، لكذا، فلانة»)."""
    passage = reading.passage
    for part in reading.cast.within(passage.words.ends[source.last - 1], end):
        if part.entity.type != "person" or part.form != "name":
            continue
        first = part.first
        while first > source.last and reading.is_plain(first):  # «، الأمير فلان»
            first -= 1
        noun = reading.nouns.read(first)
        titled = first == part.first or (noun is not None and noun.name_first == part.first)
        if titled and "،" in passage.gap_before(first):
            return evolve(speaker, name=part.entity.name, entity=part.entity.id, kind="person")
    return speaker


def _named_behind_date(reading: Reading, source: Phrase, speaker: Speaker) -> Speaker | None:
    """Return the name behind an office whose body is called by a day («عضو فريق الثامن من آذار فلان»)."""
    date, forms = reading.cast.dates.get(source.last), reading.passage.words.forms
    day = source.last + 2 < reading.passage.hi and forms[source.last].isdigit()
    after = date[0] if date is not None else source.last + 2 * day
    part = reading.cast.by_word.get(after) if after > source.last else None
    if part is None or part.entity.type != "person" or not reading.is_plain(part.first) or speaker.entity is not None:
        return None
    return evolve(speaker, name=part.entity.name, entity=part.entity.id, kind="person")


def _names(reading: Reading, speaker: Speaker, content: Content) -> bool:
    """Tell whether a content names the speaker at its beginning: nobody speaks so of himself."""
    start = content.pieces[0][0]
    last = min(reading.passage.word_at(start) + _SELF_MENTION, reading.passage.hi) - 1
    parts = reading.cast.within(start, min(reading.passage.words.ends[last], content.pieces[0][1]))
    return speaker.entity is not None and any(p.entity.id == speaker.entity and p.form == "name" for p in parts)
