"""Tells who «ابن عم القتيل» is, where the article names him beside the same words, and whose kin somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.agreement import is_owned
from arabnews_quotes.text.grammar import COMMAS

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_UNCLES: Final = frozenset({"عم", "عمه", "خال", "خاله", "اخ", "اخت"})
_SONS: Final = frozenset({"ابن", "ابنه", "بنت", "ابناء"})
_KIN: Final = frozenset({"شقيق", "شقيقه", "زوج", "زوجه", "ارمله", "والد", "والده", "نجل", "ابنه", "عم", "خال", "جد"})
_HIS: Final = _KIN | {
    "اخو", "اخت", "ام", "ابو", "اب", "ابن", "بنت", "حفيد", "حفيده", "جده", "عمه", "خاله", "خطيبه", "صديق", "صديقه",
    "جار", "جاره", "زميل", "زميله", "محامي", "محاميه", "طبيب", "سايق", "مرافق", "طليق", "طليقه",
}  # fmt: skip
"""Who is told by whom he belongs to («محامي الممثل فلان»)."""
KIN_WORDS: Final = _HIS | _SONS
"""With these begins all that is read here."""
_REACH: Final = 1_500
"""The same words are looked for so far before and behind."""


def is_cousin(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase opens with «ابن عم» or the like: the name behind is not the speaker's."""
    forms = reading.passage.words.forms
    uncle = phrase.last > phrase.first + 2 and forms[phrase.first] in _SONS and forms[phrase.first + 1] in _UNCLES
    return uncle and not is_owned(reading, phrase.first + 1)  # «ابن عمه فلان»: he is called so


def is_kin_of_named(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is «والدة فلان», «محامي الممثل فلان»: the name is that of whom somebody belongs to.

    Behind a title it is so where the article has named him before, or the two are no men or women both.
    """
    passage = reading.passage
    forms, head = passage.words.forms, phrase.first
    if forms[head] not in _HIS or head + 1 >= passage.hi or not reading.is_plain(head + 1):
        return False
    if forms[head][-1] == "ه" and passage.text[passage.words.ends[head] - 1] != "ة":
        return False  # «ابنه فلان»
    at = head + 1
    titled = at not in reading.cast.by_word and reading.nouns.words.title(at) is not None and reading.is_plain(at + 1)
    part = reading.cast.by_word.get(at + titled)
    if part is None or part.entity.type != "person" or part.form != "name":
        return False
    if not titled:
        return True
    known = any(mention.span.start < passage.words.starts[head] for mention in part.entity.mentions)
    hers, theirs = forms[head].endswith(("ه", "ت", "ام")), reading.cast.gender(part.entity)
    return known or theirs == ("m" if hers else "f")


def relative_named(reading: Reading, phrase: Phrase) -> Entity | None:
    """Return the one person who is named beside the same words of kinship, here or elsewhere, or None."""
    words = reading.passage.words
    forms, length = words.forms, phrase.last - phrase.first
    if length < 2 or not (forms[phrase.first] in _KIN or is_cousin(reading, phrase)):
        return None
    last = reading.cast.by_last.get(phrase.last)
    named = last is not None and last.form == "name" and last.entity.type == "person" and phrase.first < last.first
    if last is not None and named and reading.passage.gap_before(last.first).strip() in COMMAS:
        return last.entity  # «زوجة الوزير، فلانة»
    wanted = forms[phrase.first : phrase.last]
    found: dict[str, Entity] = {}
    for at in range(max(0, phrase.first - _REACH), min(len(words) - length, phrase.first + _REACH)):
        if forms[at] != wanted[0] or at == phrase.first or forms[at : at + length] != wanted:
            continue
        behind, before = reading.cast.by_word.get(at + length), reading.cast.by_last.get(at)
        gap = words.text[words.ends[at + length - 1] : words.starts[at + length]].strip()
        if behind is not None and behind.entity.type == "person" and behind.form == "name" and gap in {"", *COMMAS}:
            found[behind.entity.id] = behind.entity
        gap = words.text[words.ends[at - 1] : words.starts[at]].strip() if at else ""
        if before is not None and before.entity.type == "person" and before.form == "name" and gap in COMMAS:
            found[before.entity.id] = before.entity
    return next(iter(found.values())) if len(found) == 1 else None
