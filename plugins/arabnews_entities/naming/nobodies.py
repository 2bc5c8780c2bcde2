"""Tells words that look like names and name nobody: «لي», «عز وجل», whom somebody spoke to, adverbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    GIVEN,
    LINK,
    NAME,
    NUMBER,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.naming.namings import Naming
    from arabnews_entities.vocabulary.words import Words

TO_ME: Final = frozenset({"لي", "لنا"})
_HIS_NAMES: Final = frozenset({"العزيز", "الحكيم", "العليم", "الخبير", "الرحيم", "الغفور", "القيوم", "العلي"})
"""Names of God, of which one follows another («وهو العزيز الحكيم»)."""
_GODS: Final = frozenset(
    ["توفيق", "رضوان", "رضا", "رضي", "عباد", "كتاب", "دين", "حمد", "اكرم", "سامح", "معاذ", "احمد", "علي", "هدي", "فضل",
     "خان", "داعي", "ربي", "اليس", "عزه", "سناء", "نذير", "صبري", "كرم", "شرع", "نصره", "وعد", "اسعد", "هبه", "ايات"]
)  # fmt: skip
"""Words that are names elsewhere, and what is God's or asked of him before «الله»."""
_NAMES_TOO: Final = frozenset({"حمد", "فضل", "هبه", "رضا", "كرم"})
_OF_GOD: Final = frozenset({("الله",), ("الرحمن",)})
_HIS_LORD: Final = frozenset({"ربه", "ربها", "ربهم", "اليك", "اليكم"})
"""Names in «عبد ربه» and «أليك» alone."""
_PRAISE: Final = "عز"
_RULES: Final = frozenset({"حكم", "نظام"})
"""Given names elsewhere, and the rule of whoever follows («حكم القذافي»)."""
CONCEPTS: Final = frozenset(
    ["الدوله", "الاسلام", "الايمان", "الدنيا", "الاخره", "الرسول", "النبي", "الفرد", "الانسان", "الشاب", "البنت",
     "الحب", "الحياه", "الليل", "التاريخ", "النص", "الدوري", "الصوم", "النقاب", "الجنيه", "الفول", "السياره", "الحكومه",
     "الشعب", "الوطن", "الامه", "المجتمع", "القران", "الثوره", "القلب", "العقل", "الموت", "العمل", "الناس"]
)  # fmt: skip
"""Nouns by which hardly anybody is called: behind a given name that is a word too they end a phrase («رضا الدولة»)."""
_COMPOUNDED: Final = frozenset({"سيف", "نور", "شمس", "ضياء", "ناصر", "حسام", "فخر", "عضد", "عبد"})
"""Of these and a noun of faith or state names are made («سيف الإسلام»)."""
_LEAGUE: Final = "الدوري"
"""A surname of Iraq too; alone it is the league («عمر الدوري», then «قمة الدوري»)."""
_CALLED_SO: Final = frozenset({"title-name", "apposition", "nationality"})
"""The rules by which somebody is introduced: whatever follows is his name."""
_AGENCY: Final = "فرانس"
_TO_OUTLETS: Final = frozenset(
    {"لفرانس", "لرويترز", "للاناضول", "لوكاله", "للوكاله", "لهسبريس", "لقناه", "للقناه", "لصحيفه", "للصحيفه", "لجريده"}
    | {"للجريده", "لمجله", "لموقع", "للموقع", "لاذاعه", "للاذاعه", "لراديو", "لتلفزيون", "للتلفزيون", "لشبكه"}
    | {"لسبوتنيك", "للصحفيين", "للصحافيين", "للاعلاميين", "لسكاي", "لبرنامج", "للبرنامج"}
)
"""To whom somebody spoke, behind his name («قال فلان لفرانس برس»)."""
_TO_LETTERS: Final = frozenset({("لبي", "بي"), ("لسي", "ان"), ("لسي", "بي"), ("لدي", "دبليو"), ("لدويتشه", "فيله")})
"""The same, of those whose names are letters («قال فلان لبي بي سي»)."""
_TANWIN: Final = "\u064b"
_SHORTEST_PLURAL: Final = 5


def nobody(words: Words, at: int) -> bool:  # noqa: PLR0911 - one reason after the other
    """Tell whether a word opens no name: «لي» is a preposition, «عز» a praise of God, «فرانس برس» an agency."""
    form = words.table.forms[at]
    if form not in _DOUBTFUL_FORMS and words.words[at].stem not in _DOUBTFUL_STEMS:
        return form[-1] == "و" and are_his(words, at)
    if words.words[at].stem == _AGENCY and words.table.forms[at + 1 : at + 2] in {("برس",), ("بريس",)}:
        return True
    if words.table.forms[at] in _HIS_LORD:
        alone = not words.spaced[at] or not words.flags[at + 1] & (GIVEN | NAME)
        return alone and not (at and words.words[at - 1].stem == "عبد")
    if words.table.forms[at] in _HIS_NAMES and at and words.table.forms[at - 1] in _HIS_NAMES:
        return True  # «العزيز الحكيم»
    if words.words[at].stem in _GODS and words.table.forms[at + 1 : at + 2] in _OF_GOD and words.spaced[at]:
        return not _a_name_still(words, at)  # «توفيق الله», «عباد الرحمن»
    if words.words[at].stem in _RULES:
        titled = at and words.spaced[at - 1] and words.flags[at - 1] & TITLE
        return not titled and words.spaced[at] and bool(words.flags[at + 1] & (FAMOUS | DEFINITE))
    if words.table.forms[at] != _PRAISE:
        return are_his(words, at) or to_me(words, at)
    if at + 1 >= words.count or not words.spaced[at]:
        return True
    return not words.table.forms[at + 1].startswith("ال") and not words.flags[at + 1] & (GIVEN | LINK)


def is_concept(words: Words, name: Naming) -> bool:
    """Tell whether what seems a name of two words is a phrase: its second is a concept («جمال الإيمان»)."""
    if name.last != name.first + 2 or words.table.forms[name.last - 1] not in CONCEPTS or name.rule in _CALLED_SO:
        return False
    return words.words[name.first].stem not in _COMPOUNDED and words.table.forms[name.last - 1] != _LEAGUE


_DOUBTFUL_FORMS: Final = _HIS_LORD | _HIS_NAMES | TO_ME | {_PRAISE}
_DOUBTFUL_STEMS: Final = _GODS | _RULES | {_AGENCY}
"""What the rules of `nobody` are about: most words are none of these."""


def _a_name_still(words: Words, at: int) -> bool:
    """Tell whether «حمد الله» and the like name somebody: behind a title, or before a surname."""
    if at and words.spaced[at - 1] and words.flags[at - 1] & TITLE:
        return True
    if words.words[at].stem not in _NAMES_TOO or not words.spaced[at + 1] or words.words[at + 2].peel:
        return False
    behind = words.flags[at + 2]
    return bool(behind & NAME or behind & (WEAK | DEFINITE) == WEAK | DEFINITE) or not behind


def are_his(words: Words, at: int) -> bool:
    """Tell whether a word is a plural before whose they are («محامو فلان»)."""
    form = words.table.forms[at]
    if form[-1] != "و" or len(form) < _SHORTEST_PLURAL or words.flags[at] & (GIVEN | NAME):
        return False
    known = words.lexis.table
    return bool(known.get(form + "ن", 0) & (COMMON | TITLE) and known.get(form[:-1] + "ين", 0) & (COMMON | TITLE))


def to_me(words: Words, at: int) -> bool:
    """Tell whether «لي» is a preposition: no name of more words follows."""
    if words.table.forms[at] not in TO_ME:
        return False
    if at + 1 >= words.count or not words.spaced[at]:
        return True
    ordinary = words.flags[at + 1] & (COMMON | STOP | TITLE | DEFINITE | GIVEN | LINK)
    return bool(ordinary or (at and words.flags[at - 1] & CUE))


def ends_name(words: Words, at: int) -> bool:
    """Tell whether a word can be no part of a name before it: an outlet behind ل, an adverb, «وسوف» before a verb."""
    before = words.flags[at - 1]
    if before & FAMOUS and words.flags[at] & GIVEN and not before & GIVEN:
        return True  # «ترامب سامي كذا»: two people
    if words.table.forms[at] in _ENDING and _ends(words, at):
        return True
    end = words.table.ends[at]
    return words.text.find(_TANWIN, end - 2, end) >= 0


def _ends(words: Words, at: int) -> bool:
    """Tell the same of a word of which a rule knows the form."""
    forms = words.table.forms
    if forms[at] in _PARTS_OF_DAY and words.spaced[at] and (forms[at + 1] in _DAYS or words.flags[at + 1] & NUMBER):
        return True  # «عمر منصور ظهر اليوم»
    if forms[at] in _SPANS and words.spaced[at] and forms[at + 1].startswith(_BYGONE):
        return True  # «هارالد كذا الأسبوع الماضي»
    if forms[at] in _TO_OUTLETS or forms[at : at + 2] in _TO_LETTERS:
        return True
    if forms[at] in _ACTING and words.spaced[at] and forms[at + 1].startswith("باعمال"):
        return True  # «فلان القائم بأعمال السفير»
    return forms[at] == _WILL and words.spaced[at] and forms[at + 1][0] in _PRESENT


_PARTS_OF_DAY: Final = frozenset(["ظهر", "عصر", "صباح", "مساء", "فجر", "ليل", "ليله", "عشيه", "صبيحه", "مطلع", "ضحي"])
_DAYS: Final = frozenset(
    ["اليوم", "امس", "الامس", "غد", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "يوم"]
)
_SPANS: Final = frozenset(["الاسبوع", "الشهر", "العام", "السنه", "الموسم", "الليله", "الاحد", "الاثنين"])
_BYGONE: Final = ("الماضي", "المقبل", "الجاري", "الحالي", "القادم", "المنصرم", "الفايت")
_ACTING: Final = frozenset(["القايم", "القايمه"])
_WILL: Final = "وسوف"
"""A singer's surname elsewhere."""
_PRESENT: Final = frozenset("يتنا")
_ENDING: Final = _PARTS_OF_DAY | _SPANS | _TO_OUTLETS | {letters[0] for letters in _TO_LETTERS} | _ACTING | {_WILL}
"""The forms that the rules of `ends_name` are about."""
