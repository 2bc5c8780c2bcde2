"""Finds words in brackets without a colon: «قال سبحانه {…}», «يقول صلى الله عليه وسلم (…)», «فقال (…)»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.scripture import GOD

from .scanning import Frame
from .sources import source_behind

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Reading

_HOLY: Final = GOD | {"الله", "رسول", "الرسول", "النبي", "صلي", "عليه", "الحق", "المولي", "عز"}
_REACH: Final = 10
"""A formula and what tells where it is said have fewer words than this."""
_BRACKETS: Final = {"(": ")", "{": "}", "﴿": "﴾", "}": "{"}
_FARTHEST: Final = 6000
"""A bracket is closed so many characters behind its opening at the most."""
_LEAST: Final = 4
"""What is cited has at least so many words; fewer are a gloss or a blessing («(ص)»)."""
_MANY: Final = 7
"""So many words in brackets are what somebody says, whoever he is."""
_SAYING: Final = frozenset({"قال", "اضاف", "اردف", "تابع"})
_BLESSES: Final = frozenset({"صلي", "عليه", "عز", "رضي", "جل"})


def cited(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a verb of saying with words in brackets behind it, or None."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    form = next((f for f in cue.forms if f.lemma in _SAYING and f.finite and not f.pronoun), None)
    if form is None or index + 1 >= hi:
        return None
    holy = form.lemma == "قال" and forms[index + 1] in _HOLY
    source, at = source_behind(reading, form, index)
    by = at < hi and forms[at] in reading.grammar.speech
    if source is not None and not (by or form.lemma == "قال"):
        return None  # «وأضافت سلمى (ناشرة الكتاب) …»
    at += by
    first, stop, least = (index + 2, index + _REACH, _LEAST) if holy else (at, at + 1, _MANY)
    opening = _bracket(reading, first, min(stop, hi), least)
    if opening is None:
        return None
    spoken = source is not None and (reading.can_speak(source) or forms[source.first] == "الله")
    return form, Frame("colon", source if spoken else None, opening)


def _bracket(reading: Reading, first: int, stop: int, least: int) -> int | None:
    """Return the offset of the first bracket before one of some words that holds words and no blessing, or None."""
    passage = reading.passage
    words, text = passage.words, passage.text
    for at in range(first, stop):
        if reading.is_plain(at):
            continue
        gap = passage.gap_before(at)
        opening = next((i for i, letter in enumerate(gap) if letter in _BRACKETS), None)
        if opening is None:
            if gap.strip(" ،,-–ـ"):
                return None
            continue
        if words.forms[at] in _BLESSES:
            return None
        start = words.ends[at - 1] + opening
        close = text.find(_BRACKETS[gap[opening]], start + 1, min(passage.end, start + _FARTHEST))
        return start if close >= 0 and passage.word_at(close) - at >= least else None
    return None
