"""Tells a number or a share of people from what else the word means: «من» or «منهم» stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD, NUMBER, TITLE
from arabnews_quotes.text.grammar import BI_THAT, SINGULAR, THAT

if TYPE_CHECKING:
    from .phrases import Reading

ONE_OF: Final = frozenset({"احد", "احدي"})
MOST_OF: Final = frozenset({"معظم", "اغلب", "غالبيه", "اغلبيه"})
SOME_OF: Final = MOST_OF | {"بعض", "عدد", "عده", "العديد", "الكثير"}
"""Some, many or most of those whom the next noun names («بعض السكان», «عدد من السكان», «معظم السكان»).

«كثير» and «عديد» may be adjectives («كثير الكلام»): who takes them for quantities names them beside these.
"""
MANY: Final = frozenset(
    {
        "مجموعه",
        "عدد",
        "جمع",
        "نخبه",
        "لفيف",
        "عشرات",
        "مييات",
        "ميات",
        "الاف",
        "كثير",
        "فريق",
        "بعض",
        "العديد",
        "الكثير",
    }
    | {"كثيرون", "كثيرين", "البعض", "القليل", "قليل", "قليلون", "جمله", "طايفه", "فيه", "فيات", "شريحه", "شرايح"}
)
"""Of whom there are many «من» tells, and so of those whose names are groups already."""
PARTS: Final = frozenset(
    {"قسم", "جزء", "جانب", "شطر", "غالبيه", "اغلبيه", "اكثريه", "معظم", "اثنان", "اثنين", "اثنتان", "اثنتين"}
    | {"واحد", "واحده", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"}
    | {"ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"}
)
"""A part or a number of those whom «من» names («قسم من الجمهور», «اثنان من الطهاة»)."""
EACH: Final = frozenset({"كل", "كلا"})
"""«كل من فلان وفلان»."""
_SEVERAL: Final = SOME_OF | {"جل", "عديد", "عشرات", "مييات", "الاف"}
"""Of these several speak: «وأعرب عدد من السكان عن …، مطالبين»."""
_ONE: Final = frozenset({"واحد", "واحده"})
OF_THEM: Final = frozenset({"منهم", "منهن", "منها", "منهما"})
_SIZES: Final = frozenset(
    {"كبير", "كبيره", "واسع", "واسعه", "صغير", "صغيره", "محدود", "لا", "باس", "اخر", "اخرون", "اخري"}
)
"""What tells how many between the number and «من»."""

_ABOUT: Final = frozenset({"نحو", "حوالي", "زهاء", "قرابه", "قراب"})
_MORE: Final = frozenset({"اكثر", "اقل", "ازيد"})
_EXCEEDS: Final = {("يزيد",), ("يقارب",), ("يقرب",), ("يربو",)}
_PARTS_ALONE: Final = frozenset(
    {"نصف", "ثلث", "ثلثا", "ثلثي", "ربع", "خمس", "النصف", "الثلث", "الثلثين", "الثلثان", "الربع"}
    | {"عشرات", "ميات", "مييات", "الاف", "العشرات", "الميات", "الالاف"}
    | MOST_OF
)
"""Parts and numbers right before whom they count."""
_FOLDS: Final = frozenset({"ارباع", "اخماس", "الاف", "الف", "مييه", "ميه", "مليون"})
COUNTS: Final = _ABOUT | _MORE | _PARTS_ALONE | {"ما"}
_NUMBERED: Final = frozenset({"الفصل", "الماده", "البند", "الفقره", "رقم", "القرار", "الايه", "عام", "سنه", "الصفحه"})
"""What has a number of its own."""
_PEOPLE: Final = frozenset(
    {"شخص", "اشخاص", "شخصا", "مشارك", "مشاركا", "عضو", "عضوا", "اعضاء", "نايبا", "رجلا", "امراه", "طالبا", "مواطنا"}
    | {"خبيرا", "خبير", "موظفا", "ناشطا", "صحفيا", "صحافيا", "شاهدا", "شهود", "سكان", "منظمه", "دوله", "شركه", "حزبا"}
)
"""Who is counted."""
_PERCENT: Final = frozenset({"الميه", "المايه", "بالميه", "بالمايه"})
_ASKED: Final = 4
_ASKED_OF: Final = ("ال", "اراوهم", "راي")
"""Whom a survey asked is told by a verb and one of these («ممن شملهم الاستطلاع»)."""
_SHARES: Final = frozenset({"فقط", "في", "الميه", "المايه", "بالميه", "بالمايه", "اشخاص", "اخرين", "اخرون"})
"""What may stand between a number and «من المشاركين»."""


def end_of_counted(reading: Reading, at: int) -> int:
    """Return the end of people or bodies told by the number at word `at`, or `at` («نحو ثلاثة أرباع المشاركين»)."""
    word = reading.passage.words.forms[at]
    if at in reading.cast.dates:
        return at
    if at > reading.passage.lo and reading.passage.words.forms[at - 1] in _NUMBERED and reading.is_plain(at):
        return at  # «الفصل 136 من الدستور»
    number = _past_number(reading, _past_about(reading, at))
    end = _end_of_people(reading, number) if number > at else at
    if end > at:
        return end
    return end_of_more(reading, at) if word[0] == "ا" else at


def _past_about(reading: Reading, at: int) -> int:
    """Return the word behind what makes a number less exact («نحو», «أكثر من», «ما يزيد على»)."""
    forms = reading.passage.words.forms
    if forms[at] in _ABOUT:
        return at + 1
    if forms[at] in _MORE and forms[at + 1 : at + 2] == ("من",):
        return at + 2
    if forms[at] == "ما" and forms[at + 1 : at + 2] in _EXCEEDS:
        return at + 2 + (forms[at + 2 : at + 3] in {("علي",), ("عن",), ("من",)})
    return at + 4 if forms[at : at + 4] == ("ما", "لا", "يقل", "عن") else at


def _past_number(reading: Reading, at: int) -> int:
    """Return the word behind a number, a part or a percentage at word `at`; 0 where none stands."""
    passage, hi = reading.passage, reading.passage.hi
    forms = passage.words.forms
    if at >= hi:
        return 0
    end = at + 1
    if forms[at][0].isdigit():
        while end < hi and forms[end][0].isdigit() and passage.gap_before(end) in {",", "."}:
            end += 1
    elif forms[at] in _PARTS_ALONE or reading.nouns.words.flags[at] & NUMBER:
        end += end < hi and forms[end] in _FOLDS and reading.is_plain(end)
    else:
        return 0
    if end + 1 < hi and forms[end] == "في" and forms[end + 1] in _PERCENT:
        return end + 2
    return end + (end < hi and forms[end] in _PERCENT)


def _end_of_people(reading: Reading, at: int) -> int:  # noqa: PLR0911 - one case a line
    """Return the end of whoever is counted, from the word behind the number on; 0 where these are no people."""
    passage, hi = reading.passage, reading.passage.hi
    forms = passage.words.forms
    rate = at < hi and passage.gap_before(at).strip() in {"%", "٪"}
    at += at < hi and forms[at] == "فقط"
    if at >= hi or not (rate or reading.is_plain(at)):
        return 0
    if forms[at] in OF_THEM:
        return at + 1
    if forms[at] == "ممن":  # «40% ممن شملتهم الدراسة», «… ممن استطلعت آراؤهم»
        return next((i + 1 for i in range(at + 2, min(at + _ASKED, hi)) if forms[i].startswith(_ASKED_OF)), 0)
    if rate and (forms[at] in THAT or forms[at] in BI_THAT):
        return at
    first = at + (forms[at] == "من")
    if first >= hi or not (first == at or reading.is_plain(first)) or (rate and first == at):
        return 0
    word, flags, grammar = forms[first], reading.nouns.words.flags[first], reading.grammar
    if word in grammar.relative:
        return 0
    bare = word.removeprefix("ال")
    listed = word in grammar.anonymous or bare in _PEOPLE or bool(flags & (TITLE | HEAD))
    listed = listed or (first == at and word in grammar.voices)
    if not listed and not (word.startswith("ال") and word.endswith(("ين", "ون", "اء")) and word not in SINGULAR):
        return 0
    whole = reading.phrase(first)
    end = whole.last if whole is not None and whole.name is None else first + 1
    body = reading.phrase(end + 1) if first == at and end + 1 < hi and forms[end] == "من" else None
    of_body = "من" in forms[first:end] or (body is not None and reading.can_speak(body))
    return 0 if first == at and of_body else end  # «27 | عضوا من مجلس كذا»


def end_of_more(reading: Reading, at: int) -> int:
    """Return the end of «أكثر من 40% من المشاركين» at word `at`, or `at` itself."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if (
        forms[at] not in {"اكثر", "اقل", "ازيد"}
        or at + 2 >= hi
        or forms[at + 1] != "من"
        or not forms[at + 2][0].isdigit()
    ):
        return at
    end = end_of_share(reading, at + 2)
    return end if end > at + 2 else at + 3


def end_of_share(reading: Reading, at: int) -> int:
    """Return the end of a number of people out of more («46% فقط من المشاركين», «ثلاثة من الشهود») at word `at`.

    `at` itself where none stands.
    """
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if not (forms[at][0].isdigit() or reading.nouns.words.flags[at] & NUMBER) or at in reading.cast.dates:
        return at
    rate = next((i for i in range(at + 1, min(at + 3, hi)) if forms[i] in _PERCENT), None)
    if rate is not None and rate + 1 < hi and (forms[rate + 1] in THAT or forms[rate + 1] in BI_THAT):
        return rate + 1  # «قال 45 في المئة إن»
    of = next((i for i in range(at + 1, min(at + 5, hi)) if forms[i] == "من"), None)
    if of is None or not {*forms[at + 1 : of]} <= _SHARES or of + 1 >= hi:
        return at
    article = forms[of + 1].startswith(("ال", "لل", "بال", "وال"))
    whole = reading.phrase(of + 1) if article else None
    people = whole is not None and forms[of + 1].endswith(("ين", "ات", "اء", "ال"))
    return whole.last if whole is not None and people else at


def is_quantity(reading: Reading, at: int) -> bool:
    """Tell whether a word is a part or a number of people: «قسم من الجمهور», «قسم كبير منهم», no «قسم الأخبار»."""
    word = reading.passage.words.forms[at]
    if word in _ONE and at > reading.passage.lo and not reading.is_plain(at):
        return False  # «فلان، واحد من الناشطين، …»
    return word in PARTS and leads_to_whole(reading, at, at + 1)


def leads_to_whole(reading: Reading, first: int, index: int) -> bool:
    """Tell whether at word `index` behind a quantity «من» and a noun follow, or «منهم», behind its size if any."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    while index < hi and index - first <= 2 and forms[index] in _SIZES and reading.is_plain(index):
        index += 1
    if index >= hi or not reading.is_plain(index):
        return False
    return forms[index] in OF_THEM or (forms[index] == "من" and index + 1 < hi and reading.is_plain(index + 1))


def are_people(word: str) -> bool:
    """Tell whether a word means several people: by its ending («البهائيون»), or as most of a whole («أغلب النقاد»)."""
    counted = word[:1].isdigit() or word in COUNTS or (word in PARTS and word not in _ONE)
    return counted or word in _SEVERAL or (word.startswith("ال") and word.endswith("ون") and word not in SINGULAR)
