"""Finds the object of a verb that was read into an indefinite source («أعلن مسؤولون | مقتل خمسة جنود»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, NISBA, TITLE
from arabnews_quotes.nouns.agents import has_masdar_shape, is_construct
from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.quantities import MANY, leads_to_whole
from arabnews_quotes.text.definite import is_definite

from .government import prepositions_of
from .scanning import Frame, scan

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

_PLURALS: Final = ("ون", "ان")
"""With its ن such a plural governs no noun («مسؤولون», «مصدران»): in front of one it would lose it."""
_MATCHING: Final = ("ون", "ين", "ان", "ات", "ه")
_HEADS: Final = frozenset({"person", "role", "organization", "collective", "document"})
_MEDIA: Final = ("وسايل", "اعلام")
_RANKS: Final = frozenset({"رفيع", "كبير", "بارز", "مطلع", "مقرب", "اخر", "سابق", "موثوق", "حديث", "جديد", "خاص"})
"""Adjectives of the masculine that have no ending of their own."""
_WHERE: Final = frozenset({"القاهره", "مدينه", "محافظه", "منطقه", "ولايه", "قريه", "الخارج", "الداخل", "المنطقه"})
_SHORTEST: Final = 3
EVENTS: Final = frozenset({
    "مقتل", "اصابه", "صحه", "عوده", "تراجع", "ارتفاع", "حدوث", "غياب", "تعرض", "وفاه", "نجاح", "فشل", "تورط", "رفض",
    "توقف", "تاخر", "تدهور", "تحسن", "تقدم", "تفشي", "هروب", "فرار", "مشاركه", "زياده", "خروج", "دخول", "بدء", "قرب",
    "مصرع", "ضبط", "سقوط", "وقوع", "وصول", "وجود", "نزوح", "تجدد", "تصاعد", "تزايد", "تقلص", "دعم", "عدم", "قيام",
    "اتفاق", "فوز", "خساره", "اعتقال", "تجاوز", "انفجار", "احتجاجات", "مظاهرات", "قتلي", "جرحي", "قتيل", "هدوء",
    "اعاده", "اقامه", "اقاله", "محاوله", "مداهمه", "مصادره", "مغادره", "مقاطعه", "ضروره", "اهميه", "امكانيه", "حاجه",
})  # fmt: skip
"""Nouns of what happened or is the case: no genitive of a plural of people («خبراء», «سكان»)."""


def frame_in_source(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of a verb whose object was read into an indefinite source, or None."""
    if cue.pronoun or not _is_indefinite(reading, source):
        return None
    starts = reading.passage.words.starts
    at = _object_in(reading, source, limit) if "NP" in cue.frames else None
    if at is not None:
        noun = source.noun if source.noun is not None and source.noun.last <= at else None
        return Frame("noun", Phrase(source.first, at, noun, agent=noun is None), starts[at])
    at = _asked_in(reading, source) if "ب" in cue.frames else None
    return Frame("preposition", Phrase(source.first, at, source.noun), starts[at]) if at is not None else None


def inside_source(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of a preposition that was read into a source without a name («حذر دبلوماسي من انهيار …»)."""
    forms = reading.passage.words.forms
    object_ = cue.gender == "f" or (forms[source.first].startswith("ال") and forms[source.first].endswith("ين"))
    called = range(source.first + 1, source.last) if "ل" in prepositions_of(cue.frames) and object_ else ()
    to = next((i for i in called if forms[i].startswith("لل")), None)
    if to is not None:
        return Frame(
            "preposition", Phrase(source.first, to), reading.passage.words.starts[to]
        )  # «دعت الفصائل للنفير العام»
    paper = source.noun is not None and source.noun.kind == "document" and is_definite(forms[source.first])
    counted = not paper and leads_to_whole(reading, source.first, source.first + 1)  # «اشتكى عدد من التجار من البرد»
    noun = source.noun
    known = noun is None or noun.name_span is not None or noun.definite
    several = noun is None and reading.is_group(source.first) and not is_definite(forms[source.first])
    if known and not (counted or paper or several):
        return None  # but «حذرت الدراسة | من انهيار …», «حذر خبراء | من انهيار …»
    prepositions = prepositions_of(cue.frames)
    inside = range(source.first + 1 + 2 * counted, source.last)
    at = next((i for i in inside if forms[i] in prepositions), None)
    if at is None and counted and forms[source.first] not in MANY and source.first + 2 not in reading.cast.by_word:
        at = next((i for i in range(source.first + 1, source.last) if forms[i] in prepositions), None)
    if at is None:
        return None
    return scan(reading, cue, at, limit, Phrase(source.first, at, source.noun), reach=1)


def _is_indefinite(reading: Reading, source: Phrase) -> bool:
    named = source.name is not None or (source.noun is not None and source.noun.name_span is not None)
    return not named and not is_definite(reading.passage.words.forms[source.first])


def _object_in(reading: Reading, source: Phrase, limit: int) -> int | None:
    """Return the word inside an indefinite source at which the verb's object starts, or None.

    An indefinite head takes adjectives that match it; a noun behind these, or behind a plural that cannot govern one,
    is no part of the source. Right behind another plural only a noun of what happened is sure to be none; right behind
    another head it is whose it is («لجنة إغلاق الطرق»).
    """
    forms, noun, first = reading.passage.words.forms, source.noun, source.first
    closed = forms[first].endswith(_PLURALS) and reading.are_many(first)
    several = closed or reading.is_group(first) or (noun is not None and noun.number == "p")
    several = several or forms[first] in reading.grammar.voices
    if not several and (noun is None or noun.kind not in _HEADS):
        return None
    start = first + 1 + (forms[first : first + 2] == _MEDIA)
    for at in range(start, source.last):
        word = forms[at]
        if _ends_source(reading, at):
            told = closed and word.startswith("ال") and at not in reading.cast.by_word and reading.is_plain(at)
            return at if told and starts_noun(reading, at, limit) else None  # «أدانت منظمات حقوقية | الهجوم»
        event = word in EVENTS or word in reading.grammar.theme or word in reading.grammar.feeling
        event = (event or has_masdar_shape(word)) and (several or at > start)
        agrees = not event and _is_adjective_of(reading, forms[first], at, several=several)
        if not agrees and reading.nouns.words.flags[at] & (TITLE | NAMELIKE):
            return None
        agrees = agrees and not _is_accusative(reading, forms[first], at)
        other = closed and not agrees and (is_construct(reading, at) or word.endswith("ه"))  # «… مسؤول محلي | هدنة»
        if event or other or _is_accusative(reading, forms[first], at):
            return at if starts_noun(reading, at, limit) else None
        if not agrees:
            return None
        closed = True
    return None


def _asked_in(reading: Reading, source: Phrase) -> int | None:
    """Return the word with ب inside an indefinite plural that belongs to the verb («طالب ناشطون | بفتح السد»), or None.

    Where people work or live belongs to them («خبراء بوزارة كذا»).
    """
    forms, first = reading.passage.words.forms, source.first
    if not (reading.are_many(first) or reading.is_group(first) or (source.noun and source.noun.number == "p")):
        return None
    for at in range(first + 1, source.last):
        if not reading.is_plain(at) or at in reading.cast.by_word:
            return None
        if reading.is_governed(at, "ب"):
            rest = reading.nouns.words.lexis.word(forms[at][1:].removeprefix("ال"))
            return None if rest.flags & (HEAD | TITLE) or forms[at][1:] in _WHERE else at
        if not _is_adjective_of(reading, forms[first], at, several=True):
            return None
    return None


def _ends_source(reading: Reading, at: int) -> bool:
    word = reading.passage.words.forms[at]
    broken = not reading.is_plain(at) or is_definite(word) or word in reading.grammar.preposition
    return broken or at in reading.cast.by_word


def _is_accusative(reading: Reading, head: str, at: int) -> bool:
    """Tell whether a word is an indefinite accusative, and so no adjective of a subject («محللون | انخفاضا»)."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    if head.endswith("ون") and word.endswith("ه"):
        return True
    if word.endswith("يا") or word in reading.grammar.adverb:
        return False  # «أكد مسؤولون محليا وصول كذا»
    return word.endswith("ا") and len(word) > _SHORTEST and bool(flags & COMMON) and not flags & (TITLE | NAMELIKE)


def _is_adjective_of(reading: Reading, head: str, at: int, *, several: bool) -> bool:
    """Tell whether a word may be the adjective of an indefinite head («مصدر أمني», «منظمات حقوقية»)."""
    word = reading.passage.words.forms[at]
    if reading.nouns.words.flags[at] & NISBA or word in _RANKS:
        return True
    if head.endswith(("ه", "ات")):
        return word.endswith(("ه", "ات"))
    return word.endswith((*_MATCHING, "ي") if several else "ي") and len(word) > _SHORTEST
