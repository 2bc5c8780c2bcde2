"""Reads the noun phrase of a source.

An Arabic construct runs on through indefinite nouns until its first definite one; after that only adjectives with the
article and names in apposition belong to it, so that an indefinite noun starts something new («أكد الوزير | رفض بلاده»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from arabnews.cues import CueTable

    from .cast import Cast
    from .grammar import Grammar
    from .passage import Passage

LONGEST: Final = 25
"""A source has no more words than this."""

_COMMAS: Final = frozenset("،,")
_INSIDE: Final = frozenset({"في", "من", "لدي", "باسم", "داخل", "علي", "عن", "الي"})


def is_definite(word: str) -> bool:
    """Tell whether a folded word carries the article, alone or after ل, ب or و."""
    return word.startswith(("ال", "لل", "بال", "وال"))


def read_phrase(passage: Passage, at: int, cast: Cast, grammar: Grammar, table: CueTable) -> int:
    """Return the index of the word after the noun phrase that starts at word `at`; `at` itself where none starts."""
    forms, high = passage.words.forms, min(passage.hi, at + LONGEST)
    anonymous = at < high and forms[at] in grammar.anonymous
    index, definite, person, inside = at, False, False, 0
    while index < high:
        part = cast.by_word.get(index)
        if index > at:
            gap = passage.gap_before(index)
            joint = part is not None and part.start > passage.words.starts[index] and forms[index][0] == "و"
            if not gap.isspace() or passage.opening_in(passage.words.ends[index - 1], passage.words.starts[index]):
                step = _over_gap(passage, index, gap, cast, grammar, person=person)
                if step == index and not (part is not None and _COMMAS & set(gap)):
                    break
                if step > index:
                    index, definite = step, True
                    continue
            elif part is not None and person and not joint:
                break
        if part is not None:
            person = person or (part.entity.type == "person" and part.form == "name")
            definite = True
            index = part.last
            continue
        word = forms[index]
        if index in cast.dates or word in THAT or word in BI_THAT or word in grammar.relative or word[0].isdigit():
            break
        if word in grammar.preposition:
            if not (
                anonymous and word in _INSIDE and inside < 2 and index > at and _place_follows(passage, index, grammar)
            ):
                break
            inside, definite = inside + 1, False
            index += 1
            continue
        if index > at:
            reading = table.lookup(word)
            if reading is not None and any(form.finite or form.kind == "participle" for form in reading.forms):
                break
            if person or (definite and not is_definite(word) and word != "باسم"):
                break
            if word[0] == "و" and not definite and not is_definite(word) and len(word) > 3 and not anonymous:
                pass
        definite = (definite or is_definite(word)) and word != "باسم"
        index += 1
    return index


def _over_gap(passage: Passage, index: int, gap: str, cast: Cast, grammar: Grammar, *, person: bool) -> int:
    """Return where the phrase goes on behind punctuation: after a name in marks, at a name behind a comma; else `index`."""
    words = passage.words
    quotation = passage.opening_in(words.ends[index - 1], words.starts[index])
    if quotation is not None:
        first, last = passage.word_at(quotation.start), passage.word_at(quotation.end)
        before = words.forms[index - 1]
        named = before in grammar.naming or before in grammar.speaker or before in grammar.preposition
        if last - first <= 5 and not quotation.unclosed and named and ":" not in gap:
            return last
        return index
    if set(gap.strip()) <= _COMMAS and not person:
        part = cast.by_word.get(index)
        if part is not None and part.entity.type == "person" and part.form == "name":
            return part.last
    return index


def _place_follows(passage: Passage, index: int, grammar: Grammar) -> bool:
    """Tell whether a preposition inside an anonymous source leads to where it belongs, not to when or how it spoke."""
    following = index + 1
    if following >= passage.hi:
        return False
    word = passage.words.forms[following]
    timely = {"تصريح", "تصريحات", "وقت", "حديث", "اتصال", "موتمر", "مقابله", "كلمه", "بيان", "لقاء"}
    return word not in timely and word not in grammar.preposition and not word[0].isdigit()
