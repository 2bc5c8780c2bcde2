"""Finds what someone felt or said far behind the verb: «أعرب فلان الذي … عن أمله», «يعتقد خبراء، تحدثنا إليهم، بأن»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .behind_relatives import told_behind_clause
from .scanning import Frame, clause_at
from .settings import is_content

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_REACH: Final = 40
"""What is told stands no farther behind the source than so many words."""
_OF_FEELING: Final = frozenset({"اعرب", "عبر", "ابدي"})
_OWN: Final = ("ه", "ها", "هم", "هما", "هن", "نا")
_CLITICS: Final = "وبلك"


def far_frame(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of what a source that can speak feels or says far behind the verb, or None.

    Only what can be nothing else is looked for: a feeling of one's own, a clause or a thing said behind a comma.
    """
    if not cue.finite or cue.pronoun or not reading.can_speak(source) or not _is_closed(reading, source):
        return None
    frame = told_behind_clause(reading, cue, source, source.last, limit)
    if frame is not None:
        return frame
    passage = reading.passage
    for at in range(source.last, min(source.last + _REACH, passage.hi - 1)):
        if passage.words.starts[at + 1] >= limit:
            return None
        frame = _feeling_at(reading, cue, source, at) if cue.lemma in _OF_FEELING else None
        frame = frame or _told_at(reading, cue, source, at, limit)
        if frame is not None or _is_other_verb(reading, cue, at):
            return frame
    return None


def _is_closed(reading: Reading, source: Phrase) -> bool:
    """Tell whether nothing that may be the rest of a name stands right behind a source."""
    at, grammar = source.last, reading.grammar
    if at >= reading.passage.hi or not reading.is_plain(at):
        return True
    word = reading.passage.words.forms[at]
    led = word in grammar.preposition or word in grammar.relative or at in reading.cast.dates
    return led or word in grammar.occasion or (word[0] in _CLITICS and bool(reading.nouns.words.words[at].peel))


def _feeling_at(reading: Reading, cue: CueForm, source: Phrase, at: int) -> Frame | None:
    passage = reading.passage
    if passage.words.forms[at] == "عن" and _is_own_feeling(reading, at + 1):
        return Frame("preposition", source, passage.words.ends[at])
    paused = cue.lemma == "ابدي" and passage.gap_before(at).strip() in COMMAS
    return Frame("noun", source, passage.words.starts[at]) if paused and _is_own_feeling(reading, at) else None


def _is_own_feeling(reading: Reading, at: int) -> bool:
    word = reading.passage.words.forms[at]
    return word in reading.grammar.feeling and word.endswith(_OWN)


def _told_at(reading: Reading, cue: CueForm, source: Phrase, at: int, limit: int) -> Frame | None:
    """Return the frame of a clause, or of a thing said, that opens behind a comma at word `at`, or None."""
    passage = reading.passage
    word = passage.words.forms[at]
    if reading.is_plain(at) or word[0] in "وف" or passage.gap_before(at).strip() not in COMMAS:
        return None
    if word in THAT or (word in BI_THAT and "بأن" in cue.frames):
        return clause_at(reading, at, source)
    told = word in reading.grammar.theme or word in reading.grammar.feeling or reading.is_masdar(word)
    if told and "NP" in cue.frames and at > source.last and is_content(reading, at, limit):
        return Frame("noun", source, passage.words.starts[at])
    return None


def _is_other_verb(reading: Reading, cue: CueForm, at: int) -> bool:
    """Tell whether another verb of saying stands at word `at`, to which what follows may belong."""
    found = reading.signs.cues.get(at)
    others = found.forms if found is not None else ()
    if cue.lemma in _OF_FEELING:
        return any(form.finite and form.lemma in _OF_FEELING for form in others)
    return any(form.finite and "أن" in form.frames and form.lemma != "تحدث" for form in others)
