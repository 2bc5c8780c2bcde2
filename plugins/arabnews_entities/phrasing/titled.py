"""Tells how a title stands: whether it names somebody at all, belongs to another name, or takes somebody up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.offices import ACTING
from arabnews_entities.phrasing.steps import RANKS, SPEAKS_FOR, THIS
from arabnews_entities.vocabulary.wordlists import CUE, DEFINITE, HEAD, PARTICLE, STYLE

if TYPE_CHECKING:
    from arabnews_entities.phrasing.phrases import NounPhrase
    from arabnews_entities.vocabulary.words import Words


def idle(words: Words, at: int) -> bool:
    """Tell at a glance that a title names nobody here: a document, a group, or a bare head before a particle.

    Most titles of a text are such; reading their phrases would cost more than all the rest.
    """
    title = words.title(at)
    if title is None:
        return True
    if title.kind in {"collective", "document"}:
        return title.lemma != "مصدر"
    if title.definite or words.flags[at] & DEFINITE:
        if title.number == "s":
            return False
        # of several, the names must follow: «الوزراء» before a particle or at the end of a clause names nobody
        return not words.spaced[at] or bool(words.flags[at + 1] & (PARTICLE | CUE))
    if not words.spaced[at]:
        return words.gap(at) not in {"/", "."}
    form = words.table.forms[at + 1]
    return (
        bool(words.flags[at + 1] & PARTICLE)
        and form not in SPEAKS_FOR
        and form not in ACTING
        and form not in RANKS
        and form not in THIS
    )


def in_genitive(words: Words, at: int, phrase: NounPhrase) -> bool:
    """Tell whether a title belongs to the name of a place, prize or body («مطار الأمير نايف», «نقابة الأطباء»)."""
    if not at or not words.spaced[at - 1] or words.words[at].peel:
        return False
    before = words.words[at - 1].stem
    if phrase.kind == "person" and not phrase.office and words.flags[at] & DEFINITE:
        if before == "طريق" and words.table.forms[max(0, at - 2)] == "عن":
            return False  # «عن طريق المهاجم فلان»
        return before in words.lexis.place_nouns and before not in _SEATS
    return phrase.number == "p" and bool(words.flags[at - 1] & HEAD)


_SEATS: Final = frozenset({"قصر", "عائله", "ال"})
"""Nouns before which a ruler is himself («قصر الملك فلان»)."""


def same(words: Words, at: int) -> bool:
    """Tell whether «ذات» or «نفس» stands before a word: whoever was named or spoke last is meant."""
    return bool(at and words.spaced[at - 1] and words.words[at - 1].stem in {"ذات", "نفس"})


def from_same(words: Words, phrase: NounPhrase) -> NounPhrase:
    """Return the phrase with «ذات» before it («ذات المتحدث»)."""
    if not same(words, phrase.first):
        return phrase
    return phrase._replace(first=phrase.first - 1, start=words.begin(phrase.first - 1))


def possessive(words: Words, at: int) -> bool:
    """Tell whether a head carries a pronoun («رئيسها»): whose head it is, the phrase alone does not tell."""
    title = words.title(at)
    if title is None or words.words[at].stem.startswith("ال"):
        return False
    if title.lemma == STYLE:
        # «سعادته» and «سيادته» are ordinary words unless he speaks
        after_cue = at and words.spaced[at - 1] and words.flags[at - 1] & CUE
        return words.words[at].stem in _ORDINARY_STYLES and not after_cue
    return title.definite


_ORDINARY_STYLES: Final = frozenset({"سعادته", "سعادتها", "سيادته", "سيادتها", "سموه", "سموها"})
