"""Reads what a body is called behind its bare head: a name in brackets («صحيفة (النهر)»), letters («شركة دي تي كي»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from arabnews.fold import Tokens

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
_CLOSING: Final = {"«": "»", "“": "“”", '"': '"', "”": "“”", "'": "'", "(": ")", "‘": "’"}
"""What opens a name, and what may close it: some outlets open with the mark that closes."""
_LONGEST_IN_MARKS: Final = 50
"""A name in marks has no more characters than this."""
LETTERS: Final = frozenset({
    "اي", "ايه", "بي", "سي", "دي", "اف", "جي", "اتش", "جيه", "كي", "كيه", "ال", "ام", "ان", "او", "كيو", "ار", "اس",
    "تي", "يو", "في", "دبليو", "اكس", "واي", "زد", "تو", "بلس", "زي",
})  # fmt: skip
"""The names of Latin letters, folded."""


_JOINTS: Final = frozenset({"", ".", "-"})
_AMBIGUOUS: Final = frozenset({"ان", "في", "او", "ال", "اي", "ام", "تو", "بلس"})
"""Words before they are letters."""
_FEWEST: Final = 3
"""So many letters are a name, whatever stands before them."""


def span_in_marks(words: Tokens, at: int) -> tuple[int, int] | None:
    """Return the offsets of what marks or brackets hold right behind word `at`, without them; None where none open."""
    start = words.ends[at]
    gap = words.text[start : words.starts[at + 1]].strip()
    closing = _CLOSING.get(gap)
    if closing is None:
        return None
    start = words.text.index(gap, start) + 1
    ends = (words.text.find(mark, start, start + _LONGEST_IN_MARKS) for mark in closing)
    end = min((end for end in ends if end > start), default=-1)
    return (start, end) if end > 0 and "\n" not in words.text[start:end] else None


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
    if index >= reading.passage.hi or reading.passage.words.forms[index - 1] not in _CALLED:
        return index
    return _past_letters(reading, index) if reading.passage.gap_before(index).strip() in _JOINTS else index


def _past_letters(reading: Reading, index: int) -> int:
    """Return the word behind two letters or more from word `index` on, or `index`.

    The last «إن» is no letter where a clause follows («شركة سي بي آر إي | إن السوق مغلقة», but «سي إن إن»).
    """
    passage, at = reading.passage, index
    forms = passage.words.forms
    while at < passage.hi and forms[at] in LETTERS and (at == index or passage.gap_before(at).strip() in _JOINTS):
        at += 1
    plain = at < passage.hi and reading.is_plain(at) and forms[at] not in THAT and forms[at] not in BI_THAT
    if at - index > 2 and forms[at - 1] == "ان" and forms[at - 2] != "ان" and plain:
        at -= 1
    return at if at - index > 1 else index


def read_letters(reading: Reading, at: int) -> int:
    """Return the word behind a name of letters that stands alone («وبحسب سي بي آر إي، …»), or `at`.

    Letters before a surname are a person's («جيه كيه فلان»).
    """
    if at + 1 >= reading.passage.hi or reading.passage.words.forms[at + 1] not in LETTERS:
        return at
    last, by_word = _past_letters(reading, at), reading.cast.by_word
    parts = [by_word[i] for i in range(at, last) if i in by_word]
    words = reading.passage.words.forms[at:last]
    known = last - at >= _FEWEST or bool(parts)
    if not known or _AMBIGUOUS.issuperset(words) or any(part.entity.type == "person" for part in parts):
        return at
    return max([last, *(part.last for part in parts)])


def cuts_letters(reading: Reading, at: int, last: int) -> bool:
    """Tell whether a mention at word `at` ends inside the letters with which a phrase ends before word `last`."""
    part = reading.cast.by_word.get(at)
    return part is not None and part.last < last and reading.passage.words.forms[last - 1] in LETTERS


def bracketed_name(reading: Reading, phrase: Phrase) -> str | None:
    """Return the name in brackets behind the head of a phrase («القناة» is called so from then on), or None."""
    words, at = reading.passage.words, phrase.first + 1
    if at >= phrase.last or reading.passage.gap_before(at).strip() != "(":
        return None
    end = end_of_brackets(reading, at)
    return words.text[words.starts[at] : words.ends[end - 1]] if end and end <= phrase.last else None
