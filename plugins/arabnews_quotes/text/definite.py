"""Tells words with the article from those that only begin like it."""

from __future__ import annotations

from typing import Final

_EIGHTH: Final = frozenset({"التزام", "التقاء", "التماس", "التحاق", "التهاب", "التفات", "التباس", "التقاط"})
"""Masdars of the eighth form, whose ال is no article."""


def is_definite(word: str) -> bool:
    """Tell whether a folded word carries the article, alone or after a proclitic; «التزامه» has none."""
    return word.startswith(("ال", "لل", "بال", "وال")) and word[:6] not in _EIGHTH
