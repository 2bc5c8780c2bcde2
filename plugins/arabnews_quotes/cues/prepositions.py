"""Tells whether a preposition of a frame stands at a word, and where a place stands before what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD
from arabnews_quotes.nouns.agents import has_masdar_shape
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT, without_conjunction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews_quotes.nouns.phrases import Phrase, Reading

_OFFICE: Final = 24
"""The preposition of a verb follows an office within so many words."""
_CLOSING: Final = frozenset('"»”')
SEATS: Final = frozenset({"مدينه", "محافظه", "منطقه", "ولايه", "قريه", "حي", "مقر", "منزل", "مبني", "حضور", "مناسبه"})
"""Before these the preposition tells where something is, or when."""
_GENERAL: Final = frozenset({"العام", "العامه", "الوطني", "الوطنيه", "الاعلي", "العليا", "الدولي", "الدوليه", "الملكي"})
_BELONGING: Final = frozenset({"التابع", "التابعه", "التابعين", "المنتمي", "المنتميه", "الموالي", "المواليه"})
_OF_NOUN: Final = 9
"""So is that of a verb behind the preposition of its object."""
_LEAD: Final = 6
"""A lead has no more words than this."""
_LEADS: Final = frozenset({"في", "من", "علي", "الي", "مع", "بعد", "قبل", "رغم", "خلال", "اضافه", "بالاضافه"})
_LEAD_NOUNS: Final = frozenset(
    {"ذلك", "هذا", "هذه", "ذات", "نفس", "سياق", "السياق", "جانب", "جهه", "ناحيه", "صعيد", "موضوع", "المقابل", "الوقت"}
    | {"وقت", "الاطار", "اطار", "الصدد", "الاثناء", "غضون", "خضم", "الشان", "شان", "تطور", "محور", "الختام", "الاتجاه"}
    | {
        "تصريح",
        "جهته",
        "جهتها",
        "جانبه",
        "جانبها",
        "ناحيته",
        "ناحيتها",
        "الاثر",
        "مقابل",
        "مكان",
        "بيان",
        "خبر",
        "المجال",
    }
)
_LEAD_ENDS: Final = frozenset(
    {"ذلك", "اخر", "اخري", "متصل", "متصله", "مشابه", "مماثل", "منفصل", "ذاته", "نفسه", "ذاتها", "نفسها", "ثانيه"}
    | {"المقابل", "السياق", "الاطار", "الصدد", "الاثناء", "الشان", "الخصوص", "المجال", "الاتجاه", "الختام", "الموضوع"}
    | {"جهته", "جهتها", "جانبه", "جانبها", "ناحيته", "ناحيتها", "لاحق", "سابق", "سواه", "الوقت", "الغضون"}
)
"""How a lead ends."""
GLUED: Final = {
    "عن": frozenset({"عما", "عمن"}),
    "من": frozenset({"مما", "ممن"}),
    "ب": frozenset({"بما", "بمن"}),
}
"""Prepositions with «ما» and «من» («ندد بما وصفه بـ…», «تساءل عمن يدفع»)."""
ABOUT: Final = frozenset({"بحوالي", "بنحو", "بقرابه"})
"""Before the number that somebody puts to something («قدر العدد بحوالي مئة»)."""
_PERCENT: Final = frozenset({"بالميه", "بالمايه"})
_MEASURE: Final = 8
"""Behind «بنحو عشرة بالمئة», what a verb governs follows within so many words."""
_UNGLUED: Final[frozenset[str]] = frozenset()
_GOVERNING: Final = {
    "علي": frozenset(
        {"اعتماد", "اعتداء", "اعتداءات", "حرب", "اطلاع", "حصول", "حفاظ", "محافظه", "قضاء", "سيطره", "اقبال", "هجوم"}
        | {"هجمات", "رقابه", "تعرف", "تغلب", "انفتاح", "بناء", "احتجاج", "حرص", "قدره", "ردود", "استيلاء"}
    ),
    "الي": frozenset({"انضمام", "حاجه", "انتقال", "لجوء", "اضافه", "تحول", "استماع", "استناد"}),
    "عن": frozenset({"دفاع", "كشف", "بحث", "افراج", "تعبير", "تخلي", "ابتعاد", "تنازل", "تراجع"}),
}
"""Masdars, and the prepositions that lead to their own objects («أكد عدم اطلاعهم على القرار»)."""
_OWN: Final = ("ها", "هم", "ه")


def is_of_masdar(reading: Reading, at: int, low: int) -> bool:
    """Tell whether the preposition at word `at` is that of a masdar before it, behind word `low`.

    Before a masdar it is that of the verb: «شدد بعد الهجوم على ضرورة …».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    nouns = _GOVERNING.get(forms[at])
    if nouns is None or at <= low or at + 1 >= passage.hi or not reading.is_plain(at):
        return False
    word = forms[at - 1]
    if word not in nouns:
        word = without_conjunction(word)
        word = word[1:] if word[0] == "ب" else word
        word = word[1:] if word.startswith("لل") else word.removeprefix("ال")
        owned = next((word.removesuffix(end) for end in _OWN if word.endswith(end)), word)
        if word not in nouns and owned not in nouns and owned.removesuffix("ت") + "ه" not in nouns:
            return False
    behind = forms[at + 1]
    return behind not in reading.grammar.theme and not reading.is_masdar(behind) and behind not in THAT


def is_preposition(reading: Reading, at: int, preposition: str) -> bool:
    """Tell whether a preposition stands at word `at`, alone or before its noun."""
    word = reading.passage.words.forms[at]
    if len(preposition) > 1 or word == preposition:
        return word == preposition != "ل" or word in GLUED.get(preposition, _UNGLUED)  # «لـ«الشرق»» names the outlet
    if word in GLUED.get(preposition, _UNGLUED):
        return True
    if at in reading.cast.dates or word in reading.grammar.preposition or word in _PERCENT:
        return False
    return word in BI_THAT or reading.is_governed(at, preposition)


def is_measure(reading: Reading, at: int) -> bool:
    """Tell whether by how much something changed is told at word `at`, and what the verb of saying governs behind it.

    «رحب الوزير بعد ارتفاع الأسهم | بنحو خمسة بالمئة بالقرار».
    """
    if reading.passage.words.forms[at] not in ABOUT:
        return False
    for i in range(at + 1, min(at + _MEASURE, reading.passage.hi)):
        if not reading.is_plain(i) or i in reading.signs.cues:
            return False
        if is_preposition(reading, i, "ب"):
            return True
    return False


def is_of_office(reading: Reading, at: int, prepositions: Sequence[str], source: Phrase) -> bool:
    """Tell whether a preposition before a body belongs to the office of a source, since that of the verb follows.

    «دعا الرئيس التنفيذي | لشركة كذا إلى …», «طالب أستاذ الري | بالمعهد الزراعي المزارعين بترشيد …».
    """
    passage, lexis = reading.passage, reading.nouns.words.lexis
    forms, starts = passage.words.forms, passage.words.starts
    marked = passage.gap_before(at).strip()[:1] in _CLOSING
    field = forms[at - 1] in _GENERAL and bool(reading.nouns.words.flags[at - 2] & HEAD)  # «الاتحاد العام للعمال»
    if forms[at - 1] not in _BELONGING and not marked and not field:
        titled = source.noun is not None and source.noun.kind in {"person", "role"}
        owned = at + 1 < passage.hi and (forms[at + 1].startswith("ال") or not reading.is_plain(at + 1))
        defined = forms[at][1:3] == "ال" or forms[at][:2] == "لل" or owned or at + 1 in reading.cast.by_word
        if not titled or not defined or not lexis.word(_bare(forms[at])).flags & HEAD:
            return False
    limit = passage.stop_after(passage.words.ends[at])
    for i in range(at + 1, min(at + _OFFICE, passage.hi)):
        if starts[i] >= limit or (i in reading.signs.cues and "masdar" not in reading.signs.cues[i].kinds):
            return False
        if i in reading.cast.by_word or forms[i] in reading.grammar.adverbial or forms[i][1:3] == "ال":
            continue
        if any(is_preposition(reading, i, p) for p in prepositions):
            bare = _bare(forms[i])
            return not lexis.word(bare).flags & HEAD and bare not in SEATS
    return False


def is_of_noun(reading: Reading, at: int, prepositions: Sequence[str], limit: int) -> bool:
    """Tell whether a preposition of one letter belongs to the noun before it, since the verb's own soon follows.

    «ناشدت الأسرة المسؤولين | بالوزارة بعلاج الطفل», «أوصى المشاركون في ختام مؤتمرهم | بالرياض، بأن …».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    part, word = reading.cast.by_word.get(at), forms[at]
    placed = part is not None and part.entity.type == "location"
    headed = part is None and (word[1:3] == "ال" or word[:2] == "لل")
    if not placed and not (headed and reading.nouns.words.lexis.word(_bare(word)).flags & HEAD):
        return False
    for i in range(at + 1, min(at + _OF_NOUN, passage.hi)):
        word = forms[i]
        paused = not reading.is_plain(i)
        if passage.words.starts[i] >= limit or (paused and passage.gap_before(i).strip() not in COMMAS):
            return False
        if word in BI_THAT and "ب" in prepositions:
            return True
        found = reading.signs.cues.get(i)
        if paused or word in reading.grammar.relative or (found is not None and "masdar" not in found.kinds):
            return False
        if word in reading.grammar.adverbial or not any(is_preposition(reading, i, p) for p in prepositions):
            continue
        alone = word in prepositions
        told = forms[i + 1].removeprefix("ال") if alone and i + 1 < passage.hi else _bare(word)
        return _tells(reading, told) or (placed and told == "ما")
    return False


def _tells(reading: Reading, word: str) -> bool:
    """Tell whether a noun without its article is what someone asks for or tells of («ضرورة», «إعادة»)."""
    grammar, word = reading.grammar, word.removesuffix("ها").removesuffix("هم")
    return word in grammar.theme or word in grammar.feeling or has_masdar_shape(word) or reading.is_masdar(word)


def _bare(word: str) -> str:
    """Return a folded word without its preposition of one letter and without the article."""
    return word[2:] if word.startswith("لل") else word[1:].removeprefix("ال")


def ends_lead(reading: Reading, index: int) -> bool:
    """Tell whether what leads a clause of the reporter's in ends before word `index` («إلى ذلك», «من جانب آخر»).

    A verb follows, whatever noun is written like it («إلى ذلك كشف الوزير», «وفي السياق ذاته طالب السكان بـ…»).
    """
    passage = reading.passage
    forms, start = passage.words.forms, max(passage.lo, index - _LEAD)
    if index - 1 <= passage.lo or not reading.is_plain(index):
        return False
    before = forms[index - 1]
    if before not in _LEAD_ENDS:
        return False
    for at in range(index - 2, start - 1, -1):
        if without_conjunction(forms[at]) in _LEADS:
            return forms[at + 1] in _LEAD_NOUNS
        if not reading.is_plain(at + 1) or at in reading.signs.cues:
            break
    return False


def is_place(reading: Reading, at: int) -> bool:
    """Tell whether a place stands right before what was said («أفاد مسؤول بعمان أن …», «… بعمان "أن …"»)."""
    part, passage = reading.cast.by_word.get(at), reading.passage
    if part is None or part.entity.type != "location" or part.last >= passage.hi:
        return False
    end, following = passage.words.ends[part.last - 1], passage.words.starts[part.last]
    return passage.words.forms[part.last] in THAT or passage.opening_in(end, following) is not None
