"""Finds what is called needed or weighty behind a verb that else takes a clause: «يرى الوزير ضرورة …».

«ضرورة» and its like open what is said behind any verb of saying, and behind whichever preposition stands before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .asides import past_asides
from .miswritten import is_miswritten
from .scanning import Frame
from .sources import source_behind

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Reading

    from .scanning import FrameKind

_NEEDS: Final = frozenset({"ضروره", "اهميه", "وجوب", "خطوره", "لزوم", "حتميه", "وجود"})
_GLUED: Final = frozenset(letter + word for word in _NEEDS for letter in "بل")
_OPENS: Final = _NEEDS | _GLUED
_LEADS: Final = frozenset({"علي", "الي", "عن", "حول"})
_REACH: Final = 16
"""Between the verb and what it calls needed stand its subject and asides: no more words than this."""
_CLASSES: Final = frozenset(
    {"say", "continue", "assert", "explain", "indicate", "announce", "opinion", "conclude", "warn", "directive"}
)
_OF_THINGS: Final = frozenset({"زاد", "قدر", "هنا", "شهد", "نسب", "ارجع", "تحدث"})
"""Verbs that with «أهمية» tell of things («زادت أهمية المشاريع»)."""


def needed(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a verb of saying behind which stands what is called needed, or None."""
    passage = reading.passage
    forms = passage.words.forms
    if _OPENS.isdisjoint(forms[index + 1 : min(index + _REACH, passage.hi)]):
        return None
    form = next((f for f in cue.forms if f.kind != "masdar" and not f.pronoun and f.cue_class in _CLASSES), None)
    if form is None or form.strength == "C" or form.lemma in _OF_THINGS or is_miswritten(reading, index, form):
        return None
    source, start = source_behind(reading, form, index) if form.finite else (None, index + 1)
    if source is not None and not reading.can_speak(source):
        source, start = None, index + 1
    if source is None and form.finite and not (forms[index][0] in "وف" or form.kind == "past"):
        return None  # «هذه الأزمات تبرز أهمية …»
    at = past_asides(reading, start)
    behind = at + (at < passage.hi and forms[at] in _LEADS)
    opens = _OPENS if behind == at else _NEEDS
    limit = passage.stop_after(passage.words.ends[index])
    if behind >= passage.hi or forms[behind] not in opens or passage.words.starts[behind] >= limit:
        return None
    content = passage.words.starts[at] if behind == at else passage.words.ends[at]
    if form.lemma == "قال" and forms[behind].endswith("وجود"):
        return None  # «الشروط التي قال بها فلان وجود …»
    kind: FrameKind = "noun" if forms[at] in _NEEDS else "preposition"
    return (form, Frame(kind, source, content)) if reading.is_plain(behind) else None
