"""Tells clauses that describe a source from what it says, and those that go on with it from another's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .phrases import Phrase, Reading


def tells_of(reading: Reading, at: int, source: Phrase | None) -> bool:
    """Tell whether a verb right behind an indefinite source opens a clause about it («دبلوماسي يتابع الوضع»)."""
    found = reading.signs.cues.get(at)
    if source is None or source.last != at or source.noun is None or source.noun.definite or found is None:
        return False
    return found.kinds == {"present"} and not found.proclitics and reading.is_plain(at)


def ends_clause(reading: Reading, at: int, cue: CueForm) -> bool:
    """Tell whether the complementiser at word `at` hangs on a cue rather than on a verb of the clause about its source.

    «إن» does; «أن» does behind a strong cue where a name or a mark stands before it («لـ«النهر» أن»).
    """
    if reading.passage.text[reading.passage.words.starts[at]] == "إ":
        return True
    named = at - 1 in reading.cast.by_word or not reading.is_plain(at)
    return named and cue.strength == "A" and "أن" in cue.frames and reading.passage.words.forms[at] == "ان"


def illustrates(reading: Reading, index: int, form: CueForm, source: Phrase | None) -> bool:
    """Tell whether a verb behind «حيث» goes on with what is said: «…، حيث تبرز آراء جديدة», «…، حيث قال ثلثهم إنهم».

    «…، حيث أشار إلى أن» takes the word, and so does a person or an office.
    """
    if index == reading.passage.lo or reading.passage.words.forms[index - 1] != "حيث" or not reading.is_plain(index):
        return False
    if form.kind != "past" or form.strength != "A":
        return True
    noun = source.noun if source is not None else None
    return source is not None and (noun is None or noun.kind not in {"person", "role"})


def is_name(reading: Reading, at: int) -> bool:
    """Tell whether what is written like «بأن» is a name («بان كي …»)."""
    forms = reading.passage.words.forms
    return at in reading.cast.by_word or (forms[at] == "بان" and at + 1 < reading.passage.hi and forms[at + 1] == "كي")
