"""Tells unlisted words that are forms of listed ones: verbs by a sister of another person, nouns by their endings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.flags import COMMON

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDINGS: Final = (
    ("ها", 3), ("هم", 3), ("هما", 3), ("ته", 3), ("ه", 4), ("نا", 4), ("ا", 4), ("ات", 4), ("ين", 4), ("ون", 4),
    ("ان", 5), ("تي", 4), ("وا", 3), ("يه", 4), ("ت", 4),
)  # fmt: skip
"""Pronouns and regular endings, with the least length of what must stand before them."""
_BY_LAST: Final = {last: tuple(one for one in _ENDINGS if one[0][-1] == last) for last in {e[-1] for e, _ in _ENDINGS}}
_BEFORE_INFLECTED: Final = ("", "و", "ب", "ل", "ك", "ف", "ال", "وال", "بال", "لل")
_OPEN_CLITICS: Final = frozenset(clitic[0] for clitic in _BEFORE_INFLECTED if clitic)


def is_verb(table: Mapping[str, int], form: str) -> bool:
    """Tell whether an unlisted word is a sister of a listed verb: «يتسلم» of «تتسلم» or «تسلم»."""
    if form.endswith(("وا", "هم", "هما")):
        return True
    known = table.get
    first, rest = form[0], form[1:]
    if first == "س" and known(rest, 0) & COMMON:
        return True
    return first in "يتن" and bool(
        known(rest, 0) & COMMON or any(known(other + rest, 0) & COMMON for other in "يت" if other != first)
    )


def is_inflected(table: Mapping[str, int], form: str) -> bool:
    """Tell whether an unlisted word is a listed one with a pronoun or a regular ending: no name is."""
    known = table.get
    bases = [(form[: -len(ending)], least) for ending, least in _BY_LAST.get(form[-1], ()) if form.endswith(ending)]
    if not bases:
        return False
    for clitic in _BEFORE_INFLECTED if form[0] in _OPEN_CLITICS else ("",):
        if not form.startswith(clitic):
            continue
        for stem, least in bases:
            base = stem[len(clitic) :]
            if len(base) < least:
                continue
            if known(base, 0) & COMMON or (base[-1] == "ت" and known(base[:-1] + "ه", 0) & COMMON):
                return True
    return False
