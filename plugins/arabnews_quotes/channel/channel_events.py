"""Tells events at which one speaks, and whom one speaks before: «خلال فعاليات الملتقى», «أمام البرلمان»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_AT: Final = frozenset({"في", "خلال", "اثناء", "وخلال", "وفي", "واثناء", "ضمن", "لدي", "ولدي", "هامش"})
"""What leads to an event at which one speaks."""
_PARTS_OF: Final = frozenset({"فعاليات", "اعمال", "ختام", "مستهل", "بدايه", "نهايه", "اشغال", "انطلاق", "اختتام"})
"""Of an event: «خلال فعاليات الملتقى», «في ختام أعمال المنتدى»."""
_ATTENDS: Final = frozenset(
    {"اشرافه", "اشرافها", "ترووسه", "تروسه", "ترووسها", "تراسه", "رعايته", "رعايتها", "حضوره", "حضورها", "افتتاحه"}
    | {"افتتاحها", "تدشينه", "تدشينها"}
)
"""Who does this at an event speaks there («خلال إشرافه على انطلاق الملتقى», «لدى ترؤسه جلسة»)."""
_PARTED: Final = 5
_WORKS: Final = frozenset({"مباحثات", "محادثات", "عمل", "مشاورات", "تداول", "التداول", "تداولات", "مع"})
"""«جلسة مباحثات» and «جلسة مع فلان» are no speech."""
_HEARERS: Final = frozenset(
    {"برلمان", "مجلس", "مجلسي", "كونغرس", "كونجرس", "كنيست", "دوما", "لجنه", "نواب", "اعضاء", "جمعيه", "محكمه", "جلسه"}
    | {"حاضرين", "حضور", "مشاركين", "مستثمرين", "انصاره", "انصارها", "مويديه", "مويديها", "مناصريه", "اتباعه", "حشد"}
    | {"حشود", "جمع", "جموع", "الاف", "عشرات", "ميات", "موتمر", "منتدي", "قمه", "طلبه", "طلاب", "جمهور", "جمهوره"}
)
"""Before these one speaks («أمام البرلمان», «أمام حشد من أنصاره»)."""
_FAR: Final = 10
"""A verb of saying stands within so many words before «أمام»."""


def is_event(reading: Reading, at: int) -> bool:
    """Tell whether somebody speaks at the event of a word; «جلسة مباحثات» and «جلسة مع فلان» are none."""
    forms = reading.passage.words.forms
    following = forms[at + 1].removeprefix("ال") if at + 1 < reading.passage.hi else ""
    return leads_to_event(reading, at) and (following not in _WORKS or forms[at].endswith("ورشه"))


def leads_to_event(reading: Reading, at: int) -> bool:
    """Tell whether what leads to an event stands before a word: «خلال فعاليات الملتقى», «لدى إشرافه على افتتاح»."""
    forms = reading.passage.words.forms
    for i in range(at - 1, max(reading.passage.lo, at - _PARTED) - 1, -1):
        if (
            forms[i] not in _PARTS_OF
            and forms[i] not in _ATTENDS
            and not (forms[i] == "علي" and forms[i - 1] in _ATTENDS)
        ):
            return forms[i] in _AT
    return False


def is_before_hearers(reading: Reading, at: int) -> bool:
    """Tell whether «أمام» leads to whom somebody speaks before: a verb of saying stands before it, or nothing."""
    passage = reading.passage
    if at + 1 >= passage.hi or passage.words.forms[at + 1].removeprefix("ال") not in _HEARERS:
        return False
    if passage.sentence_start(passage.words.starts[at]) >= passage.before(at):
        return True
    return any(i in reading.signs.cues for i in range(max(passage.lo, at - _FAR), at))
