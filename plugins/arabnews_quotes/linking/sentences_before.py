"""Finds of whom the sentences before a cue without a subject have told last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import without_conjunction
from arabnews_quotes.text.names import folded

from .clause_subjects import subject_of_opening
from .subjects import subject_of_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.memory import Memory, Speaker, Turn

_RIGHT_BEFORE: Final = 250
"""Whoever is named so many characters before a verb may be its subject though others have spoken."""
_BACK: Final = 3
"""A dropped subject that nobody explains is looked for in so many sentences before."""
_FEMININE: Final = ("ه", "ات")
_POSTED: Final = frozenset({"تتداول", "تداولت", "تناقلت", "تتناقل", "نشرت", "تنشر", "شاركت", "بثت", "عرضت"})
_OUTLETS: Final = frozenset({"حسابات", "صفحات", "مواقع", "وسايل", "صحف", "قنوات", "منصات", "شبكات"})
"""Who posts something is not named, and goes on to tell of it («تتداول حسابات كذا مقطعا. وادعت أن»)."""


def subject_before(  # noqa: PLR0913, PLR0917 - what the walk knows
    readings: Iterator[Reading],
    sentence: int,
    floor: int,
    verbs: frozenset[str] | None,
    gender: str | None,
    memory: Memory,
    *,
    several: bool,
    opens: bool,
) -> Speaker | None:
    """Return who is the subject of one of the sentences before: of whom the report has told last.

    `readings` are the passage of the cue and those before it, from the last to the first; `sentence` is where the
    sentence of the cue starts, `floor` where that of the last turn does. `verbs`, if given, are the only ones that
    count. Of `several` people a sentence with nobody's name may tell, and so may the one right before a verb that
    `opens` its own («افتتح رئيس البلدية المعرض. وأكد أن»).
    """
    left = _BACK
    for reading in readings:
        passage = reading.passage
        end = min(sentence, passage.end)
        while left and end > max(passage.start, floor):
            at = passage.sentence_start(end - 1)
            if at <= floor and floor > passage.start - 1:
                return None
            left -= 1
            first = min(passage.word_at(at), passage.hi - 1)
            first += first + 1 < passage.hi and passage.words.forms[first] in reading.grammar.connector
            opening = passage.words.forms[first]
            past = gender == "f" and not verbs and opening[-1] == "ت"
            feminine = past or (gender == "f" and not verbs and opening in _POSTED)
            someone = several or feminine or any(part.entity.type == "person" for part in reading.cast.within(at, end))
            if someone and (verbs is None or without_conjunction(opening) in verbs):
                speaker = subject_of_sentence(reading, at, end, gender)
                known = speaker is not None and speaker.entity is not None and speaker.kind == "person"
                known = known and speaker is not None and reading.cast.may_be(speaker.entity, gender)
                if several:
                    known = speaker is not None and (speaker.number == "p" or are_several(speaker))
                body = past and speaker is not None and speaker.kind == "body"
                body = body or (feminine and speaker is not None and folded(speaker.name).split()[0] in _OUTLETS)
                if known or (body and not _is_place(reading, speaker, at, end)):
                    return speaker
            if opens and gender == "m" and not several and verbs is None and left == _BACK - 1:
                office = subject_of_opening(reading, at, gender, "s", memory)
                one = office is not None and not folded(office.name).split()[0].endswith(_FEMININE)
                if one and office is not None and office.kind is not None and not _is_place(reading, office, at, end):
                    return office
            end = at
        if not left:
            break
    return None


def is_left(reading: Reading, turn: Turn, memory: Memory, offset: int) -> bool:
    """Tell whether somebody else has spoken since a turn of a passage before, who agrees with no verb at `offset`.

    Of whom that tells is open then, unless he is named right before it, or a man and a woman speak in turn.
    """
    known, latest = turn.speaker, (each.speaker for each in memory.latest() if not each.speaker.sacred)
    last = next(latest, known)
    if last.name == known.name or known.co_speakers:
        return False
    named = known.entity is not None and last.entity is not None and known.kind == last.kind == "person"
    if named and {known.gender, last.gender} == {"f", "m"}:
        return False
    near = reading.cast.within(offset - _RIGHT_BEFORE, offset) if known.entity is not None else []
    return all(part.entity.id != known.entity for part in near)


def told_of_last(
    readings: Sequence[Reading], sentence: int, gender: str | None, count: str | None, memory: Memory
) -> Speaker | None:
    """Return the subject right behind the verb that opens the sentence before one that nobody who spoke agrees with.

    «رفض المجلس البلدي الخطة. وقال إن …», «تجمع العمال أمام المبنى. وأكدوا أن …».
    """
    reading = next((r for r in readings if r.passage.start < sentence), None)
    if reading is None:
        return None
    at = reading.passage.sentence_start(min(sentence, reading.passage.end) - 1)
    return subject_of_opening(reading, at, gender, count, memory)


def _is_place(reading: Reading, speaker: Speaker | None, start: int, end: int) -> bool:
    """Tell whether a body is a country or a town: what it signs or hosts makes it nobody who speaks on."""
    parts = reading.cast.within(start, end) if speaker is not None and speaker.entity is not None else []
    return any(part.entity.type == "location" and speaker.entity == part.entity.id for part in parts if speaker)


def are_several(speaker: Speaker) -> bool:
    """Tell whether the ending of a noun shows several people («المحققون»)."""
    return speaker.entity is None and speaker.name.startswith("ال") and speaker.name.split()[0].endswith("ون")
