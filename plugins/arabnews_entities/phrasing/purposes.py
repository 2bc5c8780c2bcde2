"""Reads what a body is for: a second field («وزارة كذا والإعلام»), and what ل leads to («هيئة كذا للثقافة»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    DEFINITE,
    HEAD,
    NAMELIKE,
    NISBA,
    PLACE,
    STATUS,
    STOP,
    TITLE,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

_OF_FIELDS: Final = frozenset(
    ["وزاره", "هييه", "مديريه", "دايره", "لجنه", "مجلس", "حزب", "جمعيه", "مركز", "معهد", "كليه", "رابطه", "جامعه"]
)
_OF_LISTED_FIELDS: Final = _OF_FIELDS | {
    "منظمه", "شركه", "مستشفي", "اداره", "جماعه", "نقابه", "اتحاد", "غرفه", "موسسه", "وكاله", "مصلحه", "صندوق", "شرطه",
    "مكتب", "جهاز", "اكاديميه", "جبهه", "مختبر", "هياه",
}  # fmt: skip
"""Nouns of bodies that have a second field where the lists know it («منظمة كذا والتنمية»)."""
_FIELDS: Final = frozenset({"التنميه", "التربيه", "الحريه", "الرعايه", "التوعيه", "التغذيه", "التهييه"})
"""Nouns that end as adjectives do."""
_CONSTRUCT: Final = frozenset(
    ["توعيه", "تقنيه", "حمايه", "موارد", "تنميه", "تطوير", "وقايه", "علاقات", "تكنولوجيا", "مكافحه", "رعايه", "شوون",
     "شيون", "بحوث", "سلامه", "اوضاع", "معاداه", "تدريب", "تاهيل"]
)  # fmt: skip
"""Nouns that open a second field of two words («وحماية المستهلك»)."""
_NO_FIELD: Final = NAMELIKE | NISBA | TITLE | PLACE | HEAD | STATUS | STOP


def second_field(words: Words, index: int, at: int) -> int:
    """Return the index behind a body's second field («وزارة الداخلية | والبلديات»), or 0.

    It is an ordinary noun with و and the article, an adjective as the one before it («الشرقية والإفريقية»), or a noun
    of action with its genitive («الداخلية وحماية المستهلك»). و may stand apart.
    """
    head, form = words.words[index].stem.removeprefix("ال"), words.table.forms[at]
    if form[0] != "و" or head not in _OF_LISTED_FIELDS or not words.words[at - 1].stem.startswith("ال"):
        return 0
    apart = form == "و"
    if apart and not words.spaced[at]:
        return 0
    noun = at + apart
    flag, word = words.flags[noun], words.words[noun]
    if not flag & COMMON or flag & _NO_FIELD or word.peel != (not apart):
        return 0
    stem, before = word.stem, words.words[at - 1].stem
    if not flag & DEFINITE:
        governs = stem in _CONSTRUCT and words.spaced[noun] and not words.words[noun + 1].peel
        return noun + 2 if governs and words.flags[noun + 1] & DEFINITE else 0
    alike = stem[-1] == before[-1] and stem.endswith(_RELATION) and before.endswith(_RELATION)
    if alike and stem not in _FIELDS:
        return noun + 1 if head != "وزاره" and before not in _FIELDS else 0  # «وزارة الخارجية | والداخلية»
    listed = stem in words.lexis.fields and (stem not in _AFFAIRS or head in _OF_AFFAIRS or before in _HIGHEST)
    free = head in _OF_FIELDS and not apart and (stem in _FIELDS or not stem.endswith(_RELATION))
    return noun + 1 if listed or free else 0


_RELATION: Final = ("يه", "ي")


_FOR_SOMETHING: Final = frozenset(
    ["حزب", "هييه", "منظمه", "مركز", "موسسه", "جمعيه", "معهد", "شركه", "اتحاد", "لجنه", "صندوق", "جامعه", "كليه",
     "مجلس", "وكاله", "مفوضيه", "رابطه", "محكمه", "مجموعه", "مكتب", "مرصد", "نقابه", "اداره", "مدينه", "شبكه",
      "مديريه", "رياسه", "امانه", "ديوان", "اكاديميه", "جهاز", "مصلحه", "غرفه", "نيابه", "تنسيقيه", "برنامج",
     "جبهه", "حركه", "تحالف", "ايتلاف", "بعثه"]
)  # fmt: skip
"""Head nouns whose name tells by ل what they are for («هيئة البحرين للثقافة والآثار»)."""
_AFFAIRS: Final = frozenset({"الشوون", "الشيون"})
_OF_AFFAIRS: Final = frozenset({"مديريه", "اداره", "هييه", "رياسه", "مركز", "معهد", "لجنه", "مكتب"})
_HIGHEST: Final = frozenset({"الاعلي", "العليا", "العام", "العامه"})
"""«المجلس الأعلى للشؤون الإسلامية», but «نائب رئيس مجلس الوزراء | للشؤون الاقتصادية»."""
_FOR_LISTED_FIELDS: Final = frozenset(
    ["بنك", "مصرف", "بورصه", "نادي", "مستشفي", "متحف", "منتدي", "مختبر", "تجمع", "مدرسه", "كتله"]
)
"""Those where the lists know the field («البنك الإسلامي للتنمية»)."""
_FOR_AIMS: Final = frozenset({"مركز", "معهد", "هييه", "شركه", "موسسه", "صندوق", "جمعيه", "اكاديميه", "منظمه", "برنامج"})
"""Those whose own name a noun of action may follow («معهد تونس لسياسة المياه»)."""
_OF_PEOPLE: Final = frozenset({"جمعيه", "نقابه", "اتحاد", "رابطه", "هييه", "مجلس", "صندوق"})
"""Those that are for people of one kind («الهيئة الأردنية للمهندسين»)."""
_ADDRESSED: Final = frozenset({"الصحفيين", "الصحافيين", "المواطنين", "المشاركين", "الحاضرين", "المسوولين", "المتابعين"})


def purpose(words: Words, index: int, at: int) -> int:  # noqa: C901, PLR0911, PLR0912 - one reason after the other
    """Return the index behind what a body is for («المنظمة العالمية للهجرة», «لحقوق الإنسان»), or 0."""
    head, word, flag = words.words[index].stem.removeprefix("ال"), words.words[at], words.flags[at]
    form = words.table.forms[at]
    if form[0] != "ل":
        return 0
    # some words are so frequent that the lists hold them with their ل («لكرة»)
    stem, before = word.stem if word.peel else form[1:], words.words[at - 1].stem
    sport = stem == _SPORT
    if not (word.peel or form.startswith("لل") or stem in _AIMS or stem in _GOVERNING):
        return 0
    listed = stem in words.lexis.fields and (stem not in _AFFAIRS or head in _OF_AFFAIRS or before in _HIGHEST)
    if at < index + 2 - (stem in _FIELDS_ALONE):
        return 0
    if head not in _FOR_SOMETHING and not (listed and head in _FOR_LISTED_FIELDS):
        return 0
    named = head in _FOR_AIMS and words.flags[at - 1] & (PLACE | NAMELIKE) and not words.words[at - 1].peel
    aim = stem in _AIMS and (named or (before[:2] == "ال" and before.endswith(OF_BODIES)))
    people = head in _OF_PEOPLE and form.endswith("ين") and before.endswith(OF_BODIES) and stem not in _ADDRESSED
    deed = stem in _DEEDS or "ال" + form[2:] in _DEEDS
    bad = deed or (flag & (STOP | TITLE | PLACE | HEAD | STATUS | NAMELIKE) and not listed and not people)
    if bad and stem not in _GOVERNING and not aim:
        return 0
    if not form.startswith("لل"):
        # «لحقوق الإنسان», «لتحرير السودان»: a noun that governs a definite one
        if not words.spaced[at] or words.words[at + 1].peel or not (aim or (flag & COMMON and stem in _GOVERNING)):
            return 0
        found = words.place(at + 1) if aim else None
        if found is not None:
            return found[1]
        if sport:
            return at + 2 if words.flags[at + 1] & DEFINITE else 0
        if aim and words.spaced[at + 1] and words.flags[at + 1] & (COMMON | STOP | DEFINITE) == COMMON:
            # «لنصرة قضايا الأمة»
            return at + 3 if words.flags[at + 2] & DEFINITE and not words.words[at + 2].peel else 0
        return _with_fields(words, at + 2) if words.flags[at + 1] & DEFINITE else 0
    if not flag & (COMMON | DEFINITE):
        return 0
    if form.endswith(("ين", "ون")) and not listed:
        return at + 1 if people else 0
    last = _object_end(words, _with_fields(words, at + 1))
    also = last + 1 < words.count and words.spaced[last - 1] and words.words[last].peel == 1
    if also and words.table.forms[last][0] == "و" and words.words[last].stem in _GOVERNING:
        definite = words.spaced[last] and words.flags[last + 1] & DEFINITE and not words.words[last + 1].peel
        return last + 2 if definite else last  # «للأرصاد وحماية البيئة»
    return last


def _with_fields(words: Words, last: int) -> int:
    """Return the index behind adjectives and further fields («الاجتماعية», «والأعمال الإنسانية»)."""
    limit = min(words.count, last + 3)
    while last < limit and words.spaced[last - 1]:
        more, form = words.flags[last], words.table.forms[last]
        if not more & DEFINITE or not more & COMMON or more & (STOP | TITLE | HEAD | PLACE | STATUS):
            break
        adjective = not words.words[last].peel and form.endswith(("ي", "يه"))
        field = form.startswith("وال") and words.words[last].peel == 1
        field = field and (words.words[last].stem in words.lexis.fields or not form.endswith(("ين", "ون")))
        if not adjective and not field:
            break
        last += 1
    return last


def _object_end(words: Words, at: int) -> int:
    """Return the index behind what an aim governs («للرقابة على الأسواق», «للتنسيق في مجال القضاء»), or `at`."""
    if at + 1 >= words.count or not words.spaced[at - 1] or not words.spaced[at]:
        return at
    if words.words[at - 1].stem in RAISING and words.words[at].peel and words.table.forms[at].startswith("بال"):
        return _with_fields(words, at + 1)  # «للنهوض بالمقاولات الصغرى»
    forms, noun = words.table.forms, at + 1
    area = (
        forms[at] == "في"
        and forms[noun] in _AREAS
        and words.words[at - 1].stem in _STUDIES
        and noun + 1 < words.count
        and words.spaced[noun]
    )
    if area:
        noun += 1
    elif _OF_AIMS.get(words.words[at - 1].stem) != forms[at]:
        return at
    flag = words.flags[noun]
    plain = flag & DEFINITE and not words.words[noun].peel and not flag & TITLE and (area or not flag & HEAD)
    return _with_fields(words, noun + 1) if plain else at


RAISING: Final = frozenset({"النهوض", "الارتقاء", "العنايه", "التعريف", "الرقي"})
"""Aims that lead on by «ب»."""
_AREAS: Final = frozenset({"مجال", "مجالات", "ميدان"})
_STUDIES: Final = frozenset({"التنسيق", "البحوث", "الابحاث", "الدراسات", "البحث"})
_OF_AIMS: Final = {
    "الرقابه": "علي", "الدفاع": "عن", "الاشراف": "علي", "المحافظه": "علي", "الحفاظ": "علي", "الوقايه": "من",
    "التفتيش": "علي", "التنقيب": "عن", "السيطره": "علي",
}  # fmt: skip
"""Aims of bodies, and the preposition before what they govern."""
SPORT: Final = "لكره"
_SPORT: Final = "كره"
_FIELDS_ALONE: Final = frozenset({"العلوم", "الثقافه", "الهجره", "الدراسات", "الانتخابات", "الاغاثه"})
_GOVERNING: Final = frozenset(
    {"حقوق", "شوون", "شيون", "علوم", "دراسات", "مكافحه", "رعايه", "حمايه", "علماء", "كره", "القوات"}
)
_AIMS: Final = frozenset(
    ["تحرير", "تحفيظ", "صناعه", "دول", "قصور", "سباق", "سباقات", "علم", "حفظ", "تعليم", "تنسيق", "تطوير", "اداره",
     "دعم", "نصره", "مناهضه", "مقاومه", "تنميه", "بحوث", "ابحاث", "ترقيه", "تشجيع", "صيانه", "محاربه", "تحليه",
     "سياسه", "سياسات", "سلامه", "نقابات", "توزيع", "تسويق", "انتاج", "تكنولوجيا", "العاب", "اغاثه",
     "تتبع", "مراقبه", "خيول", "تجاره", "مستخدمي", "منتجي", "معايير", "صحه", "تقنيه", "نظم"]
)  # fmt: skip
"""Nouns of action that bodies are called by, behind an adjective («الجبهة الشعبية لتحرير فلسطين»)."""
OF_BODIES: Final = ("ي", "يه", "العامه", "العام", "الاعلي", "العليا")
"""The ends of adjectives behind a body's noun («الوطني», «العامة»)."""
_DEEDS: Final = frozenset(
    ["الانعقاد", "الفوز", "التتويج", "التاهل", "السنوات", "الاعوام", "الاشهر", "المره", "العام", "الاسبوع", "الشهر",
     "اليوم", "السنه", "الموسم", "التو", "الاسف", "الغايه", "الحد", "البحث",
     "النظر", "الوقوف", "الحصول", "الكشف", "التاكد", "التحقق", "التحقيق", "التعرف", "التعبير", "الاعلان", "الرد",
     "التصدي", "الوصول", "الخروج", "الدخول", "المطالبه", "الحديث", "التحدث", "التعاون", "الافراج", "المشاركه",
     "الاطلاع", "الاستفاده", "الاستعانه", "التوصل", "التخلص", "العوده", "الضغط", "الانضمام", "الاستماع", "الاحتفال",
     "المساعده"]
)  # fmt: skip
"""Times, and what a body does for a while, not what it is for («للحد من»)."""
