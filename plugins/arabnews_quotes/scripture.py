"""Tells whose word religious prose cites by formula: «قال تعالى», «قال رسول الله», «قال عليه الصلاة والسلام»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .memory import Memory, Speaker

if TYPE_CHECKING:
    from .phrases import Reading

_GOD: Final = frozenset({"تعالي", "سبحانه", "جل"})
_PRAISE: Final = {"عليه": frozenset({"الصلاه", "السلام", "افضل"}), "صلي": frozenset({"الله"}), "عز": frozenset({"وجل"})}
PROPHET: Final = ("رسول الله", "الرسول", "النبي", "المصطفى")


def speaker_by_formula(reading: Reading, after: int, memory: Memory) -> Speaker | None:
    """Return whom a formula at word `after`, right behind the cue, means; None where there is none."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if after >= hi:
        return None
    word, following = forms[after], forms[after + 1] if after + 1 < hi else ""
    if word == "رسول" and following == "الله":
        return Speaker(PROPHET[0], gender="m", number="s", kind="person")
    if word in _GOD or (word == "عز" and following in _PRAISE["عز"]):
        return Speaker("الله", gender="m", number="s", kind="person")
    if following in _PRAISE.get(word, ()):
        return next((t.speaker for t in memory.latest() if t.speaker.name.startswith(PROPHET)), None)
    return None
