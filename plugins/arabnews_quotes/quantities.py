"""Tells a number or a share of people from what else the word means: «من» or «منهم» stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.wordlists import NUMBER

from .grammar import BI_THAT, SINGULAR, THAT

if TYPE_CHECKING:
    from .phrases import Reading

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
_MOST: Final = frozenset(
    {"اغلب", "معظم", "اغلبيه", "غالبيه", "بعض", "جل", "عديد", "العديد", "عدد", "عشرات", "مييات", "الاف"}
)
"""Of these several speak: «وأعرب عدد من السكان عن …، مطالبين»."""
_ONE: Final = frozenset({"واحد", "واحده"})
OF_THEM: Final = frozenset({"منهم", "منهن", "منها", "منهما"})
_SIZES: Final = frozenset(
    {"كبير", "كبيره", "واسع", "واسعه", "صغير", "صغيره", "محدود", "لا", "باس", "اخر", "اخرون", "اخري"}
)
"""What tells how many between the number and «من»."""

_PERCENT: Final = frozenset({"الميه", "المايه", "بالميه", "بالمايه"})
_SHARES: Final = frozenset({"فقط", "في", "الميه", "المايه", "بالميه", "بالمايه", "اشخاص", "اخرين", "اخرون"})
"""What may stand between a number and «من المشاركين»."""


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
    return word in _MOST or (word.startswith("ال") and word.endswith("ون") and word not in SINGULAR)
