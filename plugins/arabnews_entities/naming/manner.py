"""Tells accusatives that say how somebody spoke («قال فلان ساخرا») from surnames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, TITLE, WEAK

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

_SHAPE: Final = re.compile("م(?:ت..{2,3}|[^ا]ت..|ست.{3})[اه]")
"""How participles are shaped that no list knows: «متهكما», «مفتخرا», «مستنكرا», «متسائلة»."""
_CALLED: Final = NAMELIKE | WEAK | TITLE | HEAD
_ORDINARY: Final = COMMON | NAMELIKE | WEAK


def tells_how(words: Words, form: str) -> bool:
    """Tell whether a folded word behind a name is such an accusative («قال محمد ساخرا إن»)."""
    if form[-1] == "ه":
        return form[0] == "م" and _SHAPE.fullmatch(form) is not None and not words.lexis.word(form).flags & _CALLED
    if form[-1] != "ا" or len(form) < 2:
        return False
    bare = words.lexis.word(form[:-1])
    return (bare.flags & _ORDINARY == COMMON and not bare.peel) or bool(_SHAPE.fullmatch(form))
