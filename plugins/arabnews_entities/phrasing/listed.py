"""Reads the countries, places and organisations of the lists: whether a place acts, and where «فتح» is the movement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.body import Body
from arabnews_entities.phrasing.returned import fills_marks
from arabnews_entities.vocabulary.wordlists import CUE, FOREIGN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from arabnews_entities.vocabulary.words import Words

_HEADLINE: Final = 400
"""A headline names who speaks within so many characters."""

CALLED: Final = frozenset(
    ["شركه", "وكاله", "صحيفه", "مجله", "موقع", "قناه", "شبكه", "نادي", "فريق", "حركه", "جماعه", "تنظيم", "حزب", "منظمه",
     "مجموعه", "جبهه", "بنك", "موسسه", "اذاعه"]
)  # fmt: skip
"""Nouns before a name that is the body's without them too («وكالة رويترز»), not before whose it is."""


def listed_body(words: Words, at: int) -> Body | None:
    """Return the country, place or organisation of the lists that starts at a word."""
    found = words.place(at)
    if found is None:
        return None
    place, last = found
    start, end = words.begin(at), words.end(last - 1)
    if words.flags[at] & FOREIGN and not words.text[start:end].isupper():
        return None  # «WHO», not «who»
    if place.kind == "organization":
        name, rest = place.words, place.words[1:]
        if rest and name[0] in CALLED and any(other.words == rest for other in words.lexis.places.get(rest[0], ())):
            name = rest  # «وكالة رويترز» is «رويترز»
        return Body(at, last, start, end, "organization", " ".join(name), place.country, "list")
    key = f"country:{place.country}" if place.kind == "country" and place.country else " ".join(place.words)
    return Body(at, last, start, end, "location", key, place.country, place.kind, _acts(words, at, last))


def _acts(words: Words, at: int, last: int) -> bool:  # noqa: PLR0911 - one case a place in the clause
    """Tell whether a place is the subject of a verb of speech or government: it stands for who governs it.

    «أعلنت واشنطن», «لكن موسكو ترفض», and a headline «موسكو: …».
    """
    peel, form = words.words[at].peel, words.table.forms[at]
    if peel > 1 or (peel and form[0] != "و"):
        return False
    joined = at > 0 and words.spaced[at - 1]
    if joined and not peel:
        before = words.words[at - 1]
        if words.flags[at - 1] & CUE or before.stem in words.lexis.acts:
            return True
        if before.stem not in _CLAUSES:
            return False
    if last >= words.count:
        return False
    if not words.spaced[last - 1]:
        if joined or words.gap(last - 1)[:1] != ":":
            return False
        start = words.table.starts[at]
        return start < _HEADLINE and "\n" not in words.text[:start].strip()
    if words.words[last].peel:
        return False
    return bool(words.flags[last] & CUE) or words.words[last].stem in words.lexis.acts


_CLAUSES: Final = frozenset(["ان", "لكن", "بينما", "فيما", "كانت", "كان", "حيث", "كما", "لان", "اذ", "وكانت", "وان"])
"""Words behind which a clause begins with its subject."""


def find_fatah(words: Words, taken: AbstractSet[int]) -> Iterator[Body]:
    """Yield where «فتح», an ordinary word, is the movement: beside «حماس», or alone between marks."""
    if words.types.isdisjoint(_FATAH):
        return
    forms = words.table.forms
    for form in _FATAH:
        for at in words.positions(form):
            before, behind = forms[max(0, at - 1) : at], forms[at + 1 : at + 2]
            start, end = words.table.starts[at] + len(form) - 3, words.end(at)
            beside = (before == ("حماس",) and form == "وفتح") or (behind == ("وحماس",) and words.spaced[at])
            if at not in taken and (beside or fills_marks(words, start, end)):
                yield Body(at, at + 1, start, end, "organization", "حركه فتح", "PS", "list")


_FATAH: Final = ("فتح", "وفتح", "لفتح")
