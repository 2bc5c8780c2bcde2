"""Tells whether a word of no mention belongs to the phrase of a source, or opens what the source says or does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import HEAD, KNOWN, NAMELIKE, NISBA, NUMBER, PARTICLE, TITLE, VERB
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import SINGULAR

from .presents import is_present
from .quantities import ONE_OF, SOME_OF
from .within import TELLS_WHO, are_alike, may_seat

if TYPE_CHECKING:
    from .phrases import Reading

_JOINED_VERBS: Final = frozenset(
    {"والتقي", "والتقت", "والتقيا", "والتزم", "والتزمت", "والتحق", "والتحقت", "والقي", "والقت", "والغي", "والغت"}
    | {"والزم", "والزمت", "والتمس", "والتمست", "والمح", "والمحت", "والهب", "والتفت", "والتفتت"}
)
"""Verbs that with و look like nouns with the article."""
_WITHIN: Final = 4
"""A name stands so many words behind «بالمنطقة» at the most, where that belongs to an office."""
VEILS: Final = frozenset({"النقاب", "اللثام", "توصلت", "توصل", "تلقت", "حصلت", "اطلعت"})
"""Who unveils something is not called so («كشفت كذا النقاب عن»), nor a paper by who got it («بلاغ | توصلت به كذا»)."""
_OTHERS: Final = frozenset({"اخري", "اخرون", "اخرين"})
_KIN: Final = frozenset({"شقيق", "شقيقه", "ابن", "ابنه", "نجل", "زوج", "زوجه", "والد", "والده"})
_SOME: Final = ONE_OF | SOME_OF


def continues(  # noqa: C901, PLR0911, PLR0912, PLR0913 - the grammar, case by case
    reading: Reading, index: int, word: str, *, definite: bool, named: bool, group: bool, inner: bool
) -> bool:
    """Tell whether a word without a mention can belong to the phrase before it."""
    if index in reading.cast.dates or word in reading.grammar.no_part or word in VEILS or word in TELLS_WHO:
        return False
    classified = reading.nouns.words.words[index]
    flags = classified.flags
    if flags & (PARTICLE | NUMBER) and (flags & NUMBER or word not in {"عام", "عامه"}):
        return False
    if word in SPEAKS_FOR:
        return not named
    found = reading.signs.cues.get(index)
    if found is not None and not found.kinds <= {"masdar"}:
        return False
    if definite and not group and (found is not None or word in reading.grammar.event):  # a masdar
        return False
    if group and is_theme(reading, index, word):
        return False
    before = reading.passage.words.forms[index - 1]
    if flags & VERB and not is_definite(word) and not (before in _SOME and word[-1] == "م"):
        return False  # but «أحد زعمائهم»
    people = before.endswith(("ين", "ون")) and before not in SINGULAR
    tells = word[0] in "يت" and (group or people) and index not in reading.cast.by_word
    if tells and is_present(reading.nouns.words, index):
        return False  # «مسؤول يرافق الوزير», «صيادون يحتجزون سفينة»
    if before in _OTHERS and (word[-1] != "ه" or is_definite(word)):
        return False  # «مصادر أخرى | مشاهد الحفل», «آخرون | الجمهور»
    if word[0] == "ب" and reading.is_governed(index, "ب") and not (group and may_seat(reading, word)):
        return definite and not named and _is_region_of_office(reading, index, word)
    if classified.peel and word[0] in "كف":
        return False
    if group and (
        word in reading.grammar.asks
        or (index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] == "عدم")
    ):
        return False  # «مصدر فضل عدم ذكر اسمه»
    if group and word.endswith(("ته", "تها", "اه", "اها")) and not definite and not is_definite(word):
        return False  # «بيان أصدرته …»
    if index > 0 and _coordinates(reading, index, word, group=group, inner=inner):
        return not named
    if classified.peel and word[0] == "و" and word not in reading.grammar.voices:
        noun = reading.nouns.read(index)
        both = inner and not definite and _ends_soon(reading, index + 1)
        return (both or (noun is not None and noun.kind in {"person", "organization", "role"})) and not group
    if classified.peel and word[0] == "ل":
        return not named and not word.endswith("نا")  # «لمراسلنا»
    if named:
        return is_definite(word) and index + 1 < reading.passage.hi and bool(reading.nouns.words.flags[index] & NISBA)
    if definite and people and not word.endswith(("ين", "ون")):
        return False  # «المخرجين والفنانين | التعبير»: no adjective of the plural
    return not definite or (is_definite(word) and not reading.passage.has_hamza(index))


def is_theme(reading: Reading, index: int, word: str) -> bool:
    """Tell whether behind a source without a name its content starts («أكد خبراء | ضرورة …»)."""
    before = reading.passage.words.forms[index - 1]
    if before[-1] == "و":
        return False  # «مسؤولو مهمة الإنقاذ»
    return word in reading.grammar.theme and before in reading.grammar.anonymous and before not in _SOME


def _coordinates(reading: Reading, index: int, word: str, *, group: bool, inner: bool) -> bool:
    """Tell whether و joins to a definite word one of its kind («المخرجين والفنانين», «التقني والمهني»).

    `inner` tells that the word before is no head of the phrase: «مدير السياحة والآثار».
    """
    before = reading.passage.words.forms[index - 1]
    pair = word[1:] in reading.grammar.anonymous or (inner and are_alike(before, word))
    if group and word[0] == "و" and pair and reading.is_plain(index):
        return True  # «خبراء ومحللون», «مصادر غربية وشرقية»
    if group and not inner and word[0] == "و" and not is_definite(before) and reading.is_plain(index):
        flags = reading.nouns.words.flags
        return before not in _KIN and bool(
            flags[index - 1] & (HEAD | TITLE) and flags[index] & (HEAD | TITLE | KNOWN)
        )  # «إذاعة وتلفزيون كذا»
    if not word.startswith("وال") or not is_definite(before) or not reading.is_plain(index):
        return False
    if group:
        following = reading.passage.words.forms[index + 1] if index + 1 < reading.passage.hi else ""
        people = ("ين", "ون", "ات", "اء")  # «المحللين والنقاد الرياضيين»
        broken = following.startswith("ال") and following.endswith(people)
        return before.endswith(people) and (word.endswith(people) or broken)
    alike = (before.endswith("ي") and word.endswith("ي")) or are_alike(before, word)
    return (alike or inner) and word not in _JOINED_VERBS and reading.cast.by_word.get(index) is None


def _is_region_of_office(reading: Reading, index: int, word: str) -> bool:
    """Tell whether «بالمنطقة الشرقية» belongs to the office before it: a name stands behind it."""
    if not word.startswith("بال") or word in reading.grammar.adverbial or reading.is_masdar(word[1:]):
        return False
    if reading.nouns.words.flags[index] & TITLE and not reading.nouns.words.flags[index] & HEAD:
        return False  # «رحب مدير السد بالدكتور فلان»
    for at in range(index + 1, min(index + 1 + _WITHIN, reading.passage.hi)):
        part = reading.cast.by_word.get(at)
        if part is not None and part.entity.type == "person":
            return part.form == "name" and part.start == reading.passage.words.starts[at] and reading.is_plain(at)
        if not is_definite(reading.passage.words.forms[at]) or not reading.is_plain(at):
            return False
        if reading.nouns.words.flags[at] & TITLE and at + 1 < reading.passage.hi:
            return bool(reading.nouns.words.flags[at + 1] & NAMELIKE)
    return False


def _ends_soon(reading: Reading, at: int) -> bool:
    """Tell whether a construct ends at word `at` or behind it («تأمين وتمويل | الصادرات», «ومستخدمي كهرباء الشمال»)."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if at >= hi or not reading.is_plain(at) or is_definite(forms[at]):
        return at < hi and reading.is_plain(at)
    one = at + 1 < hi and reading.is_plain(at + 1) and forms[at] not in reading.grammar.no_start
    return one and at not in reading.signs.cues and (is_definite(forms[at + 1]) or at + 1 in reading.cast.by_word)
