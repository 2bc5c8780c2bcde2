"""Reads what a body is called behind its bare head: a name in brackets («صحيفة (النهر)»), letters («شركة دي تي كي»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_LONGEST: Final = 4
"""A name in brackets has no more words than this."""
_CALLED: Final = frozenset(
    lead + head
    for lead in ("", "و", "ل")
    for head in (
        "صحيفه",
        "جريده",
        "مجله",
        "قناه",
        "شبكه",
        "شركه",
        "وكاله",
        "موقع",
        "مجموعه",
        "اذاعه",
        "بنك",
        "منظمه",
        "حركه",
        "مجمع",
        "مركز",
        "جمعيه",
        "موسسه",
        "نادي",
        "حزب",
        "معهد",
        "مهرجان",
        "مبادره",
        "حمله",
        "منصه",
        "تطبيق",
    )
)
"""Heads whose name may stand in brackets or be letters."""
_LETTERS: Final = frozenset({
    "اي", "ايه", "بي", "سي", "دي", "اف", "جي", "اتش", "جيه", "كي", "كيه", "ال", "ام", "ان", "او", "كيو", "ار", "اس",
    "تي", "يو", "في", "دبليو", "اكس", "واي", "زد", "تو", "بلس",
})  # fmt: skip
"""The names of Latin letters, folded."""


def end_of_brackets(reading: Reading, index: int) -> int:
    """Return the word behind the brackets that open before word `index`, if a name stands in them; else 0."""
    passage = reading.passage
    if passage.words.forms[index - 1] not in _CALLED:
        return 0
    for at in range(index + 1, min(index + 1 + _LONGEST, passage.hi)):
        gap = passage.gap_before(at).strip()
        if gap:
            return at if gap[0] == ")" else 0
    return 0


def end_of_letters(reading: Reading, index: int) -> int:
    """Return the word behind the letters that a body is called by, from word `index` on; `index` where none stand."""
    passage, at = reading.passage, index
    if index >= passage.hi or passage.words.forms[index - 1] not in _CALLED:
        return index
    while at < passage.hi and passage.words.forms[at] in _LETTERS and passage.gap_before(at).strip() in {"", ".", "-"}:
        at += 1
    return at if at - index > 1 else index


def bracketed_name(reading: Reading, phrase: Phrase) -> str | None:
    """Return the name in brackets behind the head of a phrase («القناة» is called so from then on), or None."""
    words, at = reading.passage.words, phrase.first + 1
    if at >= phrase.last or reading.passage.gap_before(at).strip() != "(":
        return None
    end = end_of_brackets(reading, at)
    return words.text[words.starts[at] : words.ends[end - 1]] if end and end <= phrase.last else None
