"""Tells from the frames of a cue which prepositions it governs, and what it needs behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews.fold import fold

from .prepositions import ABOUT, is_preposition

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

ASKING: Final = "هل؟"
"""The frame of a question that no sign opens."""
QUESTIONS: Final = frozenset({"هل", "لماذا", "كيف", "متي", "ماذا", "اين", "عما", "فيما"})
"""Words that open one, the last two before «إذا»."""
OF_PRONOUNS: Final = {
    lead + end: preposition
    for preposition, lead in (("عن", "عن"), ("ب", "ب"), ("الي", "الي"), ("علي", "علي"), ("من", "من"))
    for end in ("ه", "ها", "هم", "هما")
}
"""Prepositions with a pronoun: right behind its verb one is what the verb governs."""
NEAR: Final = 14
"""A preposition of the frame follows within this many words; behind a participle within half of it."""


@lru_cache(maxsize=256)
def prepositions_of(frames: tuple[str, ...]) -> tuple[str, ...]:
    """Return the prepositions among the frames of a cue, folded."""
    return tuple(f for f in map(fold, frames) if len(f) <= 3 and f.isalpha() and f not in {"ان", "بان"})


@lru_cache(maxsize=256)
def letters_of(frames: tuple[str, ...]) -> tuple[str, ...]:
    """Return the prepositions of one letter among the frames of a cue."""
    return tuple(preposition for preposition in prepositions_of(frames) if len(preposition) == 1)


@lru_cache(maxsize=256)
def needs_sign(frames: tuple[str, ...]) -> bool:
    """Tell whether a cue reports only before a complementiser, a colon or marks."""
    return not prepositions_of(frames) and not any(frame.startswith(("NP", "TWO", "هل")) for frame in frames)


@lru_cache(maxsize=256)
def in_two_parts(frames: tuple[str, ...]) -> bool:
    """Tell whether a cue takes an object and what is said of it."""
    return any(frame.startswith("TWO") for frame in frames)


@lru_cache(maxsize=256)
def before_that(frames: tuple[str, ...]) -> frozenset[str]:
    """Return the prepositions that may stand between a cue and its complementiser, folded."""
    return frozenset({*prepositions_of(frames), *(fold(f.split()[0]) for f in frames if " " in f), "علي", "الي"})


def charge_of(cue: CueForm) -> str:
    """Return the preposition between an object and what is said of it («اتهم … بـ …»), folded; "" for none."""
    return _charge(cue.frames)


@lru_cache(maxsize=256)
def _charge(frames: tuple[str, ...]) -> str:
    return next((fold(f[4:]) for f in frames if f.startswith("TWO ")), "")


def predicate_of(reading: Reading, cue: CueForm, start: int, limit: int) -> int | None:
    """Return the word with the preposition behind the object of a verb, from word `start` on; None where none is."""
    passage, preposition = reading.passage, charge_of(cue)
    if not preposition:
        return None
    far = 1 + (passage.words.forms[start : start + 1] == ("ما",))  # «وصفت ما يجري في … بأنه …»
    reach = range(start, min(start + NEAR * far, passage.hi))
    about = ABOUT if cue.lemma == "قدر" else frozenset()
    at = next((i for i in reach if is_preposition(reading, i, preposition) or passage.words.forms[i] in about), None)
    return at if at is not None and passage.words.starts[at] < limit else None
