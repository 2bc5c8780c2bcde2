"""Tells events at which one speaks, and whom one speaks before: «خلال فعاليات الملتقى», «أمام البرلمان»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import without_conjunction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from arabnews.article import Channel
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.passage import Passage

PRESS: Final = frozenset({"صحفي", "صحافي", "اعلامي", "صحفيه", "صحافيه", "اعلاميه", "صحفيا", "صحافيا", "اعلاميا"})
"""Adjectives of what is held for the press («مؤتمر صحفي», «ندوة صحفية»)."""
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

_GATHERINGS: Final = ("ندوه", "حفل", "احتفال", "احتفاليه", "ملتقي", "ورشه", "امسيه")
"""An article that opens with one of these tells who spoke there."""
_HOLDS: Final = frozenset(
    {"نظم", "نظمت", "عقد", "عقدت", "انعقد", "انعقدت", "انتظم", "انتظمت", "احتضن", "احتضنت", "اقام", "اقامت", "اقيم"}
    | {"اقيمت", "احتفل", "احتفلت", "افتتح", "افتتحت", "اختتم", "اختتمت", "انطلق", "انطلقت", "استضاف", "استضافت"}
    | {"رعي", "احيا", "احيت", "التام", "التامت", "شهد", "شهدت", "حضر", "تراس"}
)
"""«نظمت الجامعة ندوة» tells of an event,"""
_HELD_BY: Final = frozenset(
    {"نظمتها", "نظمها", "نظمه", "نظمته", "اقامته", "اقامتها", "اقامها", "اقامه", "اقيم", "اقيمت", "عقدته", "عقدها"}
    | {"عقدتها", "عقده", "عقد", "عقدت", "احتضنته", "احتضنتها", "احتضنها", "احتضنه", "انعقد", "انعقدت"}
)
"""and so does «خلال ندوة نظمتها الجامعة»."""
_AHEAD: Final = frozenset({"غدا", "المقبل", "المقبله", "القادم", "القادمه", "سينظم", "ستنظم", "تنظم", "سيعقد", "ستعقد"})
"""Near these it has not been yet."""
_OPENING: Final = 2
"""So many paragraphs open an article,"""
_FIRST: Final = 70
"""or so many words of each."""
_NEAR: Final = 9


def event_of_opening(passages: Iterable[Passage], gathering: Sequence[int]) -> tuple[int, Channel] | None:
    """Return where the head or the first paragraphs of an article tell of an event, and through what one speaks there.

    «في ندوة صحفية» in the head, «نظمت الجامعة ندوة», «خلال حفل أقامته البلدية»; `gathering` are the nouns of events.
    """
    if not gathering:
        return None
    read = 0
    for passage in passages:
        head = passage.kind in {"headline", "subheadline"}
        read += not head
        if read > _OPENING:
            break
        forms = passage.words.forms
        low = bisect_right(gathering, passage.lo)
        for at in gathering[low : bisect_left(gathering, min(passage.hi - 1, passage.lo + _FIRST), low)]:
            press = forms[at + 1].removeprefix("ال") in PRESS
            if not press and not _is_gathering(forms[at]):
                continue
            if _has_been(passage, at, head=head):
                return passage.words.starts[at], "press_conference" if press else "speech"
    return None


def _is_gathering(form: str) -> bool:
    noun = form.removeprefix("ال").removesuffix("ا")
    return noun in _GATHERINGS or noun.removeprefix("ب") in _GATHERINGS


def _has_been(passage: Passage, at: int, *, head: bool) -> bool:
    """Tell whether the event of a word has been: the head says «في ندوة», the body who held it."""
    forms = passage.words.forms
    near = forms[max(passage.lo, at - _NEAR) : at]
    if not _AHEAD.isdisjoint(near) or not _AHEAD.isdisjoint(forms[at : at + _NEAR]):
        return False
    there = leads_to_event(passage, at)
    if head or (there and not _HELD_BY.isdisjoint(forms[at + 1 : at + 5])):
        return there
    return any(without_conjunction(form) in _HOLDS for form in near)


def is_event(reading: Reading, at: int) -> bool:
    """Tell whether somebody speaks at the event of a word; «جلسة مباحثات» and «جلسة مع فلان» are none."""
    forms = reading.passage.words.forms
    following = forms[at + 1].removeprefix("ال") if at + 1 < reading.passage.hi else ""
    return leads_to_event(reading.passage, at) and (following not in _WORKS or forms[at].endswith("ورشه"))


def leads_to_event(passage: Passage, at: int) -> bool:
    """Tell whether what leads to an event stands before a word: «خلال فعاليات الملتقى», «لدى إشرافه على افتتاح»."""
    forms = passage.words.forms
    for i in range(at - 1, max(passage.lo, at - _PARTED) - 1, -1):
        attends = forms[i] in _ATTENDS or (i > passage.lo and forms[i] == "علي" and forms[i - 1] in _ATTENDS)
        if not attends and forms[i] not in _PARTS_OF:
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
