"""Finds the object of a verb of two parts right before what is said of it, behind any when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NISBA
from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.text.definite import is_definite

from .apart import blame_at
from .government import charge_of, predicate_of

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

_OWN: Final = ("ه", "ها", "هم")


def far_object(reading: Reading, cue: CueForm, start: int, limit: int) -> int | None:
    """Return the word at which the noun phrase starts that ends right before what is said of it, or None.

    «وصف الوزير خلال الاجتماع | الحادث بأنه …», «حمل في مؤتمر صحفي عقده أمس | الشركة مسؤولية …»: behind a preposition,
    or as a date or an adjective, a noun is no object.
    """
    end = predicate_of(reading, cue, start, limit) if charge_of(cue) else blame_at(reading, start)
    return _phrase_before(reading, start, end, limit) if end is not None and "TWO" not in cue.frames else None


def _phrase_before(reading: Reading, start: int, end: int, limit: int) -> int | None:
    passage, forms = reading.passage, reading.passage.words.forms
    for at in range(start, end):
        if forms[at] in reading.grammar.relative:
            return None
        part = reading.cast.by_word.get(at)
        named = part is not None and part.start == passage.words.starts[at]
        if not (named or is_definite(forms[at])) or at in reading.cast.dates:
            continue
        before = forms[at - 1]
        governed = before in reading.grammar.preposition or before in reading.grammar.between
        dated = at - 1 in reading.cast.dates
        adjective = not named and bool(reading.nouns.words.flags[at] & NISBA) and reading.is_plain(at)
        if (governed and not dated) or forms[at][0] in "بول" or at in reading.signs.cues or adjective:
            continue
        closed = dated or is_definite(before) or before.endswith(_OWN) or reading.nouns.words.flags[at - 1] & NISBA
        if not closed and reading.is_plain(at):
            continue  # «على فراش الموت»
        if not named and not starts_noun(reading, at, limit):
            continue
        phrase = reading.phrase(at)
        if phrase is not None and phrase.last == end:
            return at
    return None
