"""Passes over what stands between a verb, its source and its content: dates, adverbs, occasions, the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .passage import Passage
    from .phrases import Reading

_ON: Final = frozenset({"في", "خلال", "عبر"})
_MANNER: Final = frozenset({"بشده", "بقوه", "بوضوح", "بصراحه", "بحزم", "بحده", "بمراره", "بجديه", "بحراره"})
"""How one says something; behind these its object follows."""
_IN_MANNER: Final = frozenset({"بشكل", "بصوره", "بطريقه", "باشد", "باقسي", "بلهجه", "بكل"})
"""The same with a word more («بشكل قاطع»)."""
_SAME: Final = frozenset({"نفسه", "ذاته", "عينه", "ذات", "نفس"})
_TIMES: Final = frozenset({"الوقت", "وقت", "السياق", "الاطار", "الصدد"})
_ITS: Final = frozenset({"له", "لها", "لهم"})
_OFTEN: Final = {
    "اكثر": (("اكثر", "من", "مره"), ("اكثر", "من", "مناسبه")),
    "غير": (("غير", "مره"), ("غير", "ما", "مره")),
    "ذات": (("ذات", "يوم"), ("ذات", "مره"), ("ذات", "مساء"), ("ذات", "ليله"), ("ذات", "صباح")),
    "طوال": (("طوال", "الوقت"),),
    "مره": (("مره", "اخري"), ("مره", "ثانيه")),
}
"""How often and once when, by the first word."""
_IN_TURN: Final = frozenset({"بدوره", "بدورها", "بدورهم", "بدورهما"})
_GLOSS: Final = 6
"""A gloss in brackets has fewer words than this."""
_PARTS: Final = frozenset({"نهايه", "بدايه", "مطلع", "منتصف", "اواخر", "اوايل", "مساء", "صباح"})
"""Before a date they belong to it."""
_IDENTITY: Final = frozenset({
    "اسمه", "اسمها", "اسمهم", "اسماءهم", "اسمايهم", "هويته", "هويتها", "هويتهم", "هوياتهم", "تسمه", "تسمها", "تسمهم",
    "يسمه", "تسمهما",
})  # fmt: skip
"""With these ends what a source without a name asks («طلب عدم ذكر اسمه») or keeps («لم تكشف هويته»)."""
_KEEPS: Final = frozenset({"لم", "الذي", "التي", "شريطه", "بشرط", "دون"})
_BECAUSE: Final = frozenset({
    "لانه", "لانها", "لانهم", "لكونه", "لكونها", "كونه", "كونها", "نظرا", "بسبب", "حفاظا", "خشيه", "خوفا", "لاسباب",
    "لعدم", "لحساسيه",
})  # fmt: skip
_LONGEST_CONDITION: Final = 10
PAUSES: Final = frozenset("،,-–")
_LONGEST_ASIDE: Final = 16
_OUTLET: Final = 5
"""The name of an outlet in marks has no more words than this."""


def past_asides(reading: Reading, index: int) -> int:  # noqa: C901, PLR0912 - one aside a line
    """Return the index behind dates and occasions between a source and its noun («نفى، أمس، في اتصال هاتفي وجود …»)."""
    passage, at = reading.passage, index
    forms = passage.words.forms
    while at + 1 < passage.hi:
        date = reading.cast.dates.get(at)
        if date is not None:
            at = date[0]
        elif forms[at] in reading.grammar.between:
            at += 1
        elif forms[at] in _MANNER or (forms[at][0] == "و" and forms[at][1:] in reading.grammar.adverbial):
            at += 1  # «أدانت الهيئة بشدة العمل …», «… وبشدة العمل …»
        elif forms[at] in _IN_MANNER or (forms[at] == "في" and forms[at + 1] == "وقت"):
            at += 2 + (forms[at] == "في")  # «بأشد العبارات», «في وقت سابق»
        elif (forms[at] == "في" and at + 1 in reading.cast.dates) or (
            forms[at] in _PARTS and at + 1 in reading.cast.dates
        ):
            at = reading.cast.dates[at + 1][0]
        elif forms[at] in {"في", "وفي"} and _is_meanwhile(reading, at + 1):
            at += 3  # «مؤكدا في الوقت نفسه دعم …»
        elif forms[at] == "في" and _is_place_alone(reading, at + 1):
            at = reading.cast.by_word[at + 1].last
        elif forms[at] in _ON and forms[at + 1] in reading.grammar.occasion:
            at += 2
            while at < passage.hi and reading.is_plain(at) and forms[at] in _ITS:
                at += 1  # «في بيان لها»
            while at < passage.hi and reading.is_plain(at) and forms[at].endswith(("ي", "يه")) and forms[at] != "في":
                at += 1  # «في اتصال هاتفي»
            if at + 1 < passage.hi and reading.is_plain(at) and forms[at] in {"مع", "امام", "الي", "ل"}:
                phrase = reading.phrase(at + 1)
                at = phrase.last if phrase is not None else at
            if at < passage.hi and forms[at] in reading.grammar.held:
                return index  # «في مؤتمر صحفي عقده أمس …»
        else:
            break
    return at


def past_times(reading: Reading, at: int) -> int:
    """Return the index behind how often or once when («أكثر من مرة», «ذات يوم», «طوال الوقت»); `at` without it."""
    near = reading.passage.words.forms[at : at + 3]
    if near[:1] and near[0] in _OFTEN:
        length = next((len(words) for words in _OFTEN[near[0]] if near[: len(words)] == words), 0)
        return min(at + length, reading.passage.hi)
    return at


def past_turn(reading: Reading, at: int) -> int:
    """Return the index behind «بدوره» and «في الوقت نفسه» between a verb and what was said; `at` without them."""
    passage = reading.passage
    forms = passage.words.forms
    while at < passage.hi and reading.is_plain(at):
        behind = past_times(reading, at)
        if behind > at:
            at = behind
        elif forms[at] in _IN_TURN:
            at += 1
        elif forms[at] in {"في", "وفي"} and _is_meanwhile(reading, at + 1):
            at += 3
        else:
            break
    return min(at, passage.hi)


def _is_meanwhile(reading: Reading, at: int) -> bool:
    """Tell whether «الوقت نفسه» or «ذات السياق» stands at word `at`."""
    near = reading.passage.words.forms[at : at + 2]
    return not _SAME.isdisjoint(near) and not _TIMES.isdisjoint(near)


def _is_place_alone(reading: Reading, at: int) -> bool:
    """Tell whether a place stands at word `at`, and what follows it begins something new («في اليمن في بيان»)."""
    part = reading.cast.by_word.get(at)
    if part is None or part.entity.type != "location" or part.last >= reading.passage.hi:
        return False
    return reading.passage.words.forms[part.last] in reading.grammar.preposition or part.last in reading.cast.dates


def past_adverbs(reading: Reading, index: int) -> int:
    """Return the index behind dates and adverbs that stand between a verb and its subject («قال أمس الوزير»)."""
    passage, at = reading.passage, index
    for _ in range(4):
        date = reading.cast.dates.get(at)
        if date is not None:
            at = date[0]
        elif at < passage.hi and (
            passage.words.forms[at] in reading.grammar.between or passage.words.forms[at] in reading.grammar.toward
        ):  # «رد عليه الوزير»
            at += 1
        else:
            behind = _past_outlet(reading, at)
            if behind == at:
                break
            at = behind
    if at == index or at >= passage.hi:
        return index
    phrase = reading.phrase(at)
    return at if phrase is not None and reading.can_speak(phrase) else index


def _past_outlet(reading: Reading, at: int) -> int:
    """Return the index behind the outlet that ل leads to («قال لـ«النهر» مصدر»); `at` where none stands."""
    passage = reading.passage
    if at >= passage.hi:
        return at
    if passage.words.forms[at] == "ل":
        quotation = passage.opening_in(passage.words.ends[at], passage.words.ends[at] + 2)
        if quotation is not None and not quotation.unclosed:
            behind = passage.word_at(quotation.end)
            return behind if behind - at <= _OUTLET else at
    part = reading.cast.by_word.get(at)
    glued = part is not None and part.start > passage.words.starts[at] and passage.words.forms[at][0] == "ل"
    return part.last if part is not None and glued and part.entity.type == "organization" else at


def past_gloss(reading: Reading, index: int) -> int:
    """Return the index behind a gloss in brackets right behind a source («ذكرت الباحثة (الجريدي 1991) إمكانية …»)."""
    passage = reading.passage
    if index >= passage.hi or passage.gap_before(index).strip() != "(":
        return index
    near = range(index + 1, min(index + _GLOSS, passage.hi))
    return next((i for i in near if passage.gap_before(i).strip()[:1] == ")"), index)


def past_anonymity(reading: Reading, at: int) -> int:
    """Return the index behind what keeps a source's name back («مصدر | طلب عدم ذكر اسمه | إن»); `at` without it."""
    passage = reading.passage
    forms = passage.words.forms
    if at >= passage.hi or not (forms[at] in reading.grammar.asks or forms[at] in _KEEPS):
        return at
    high = min(at + _LONGEST_CONDITION, passage.hi)
    named = next((i + 1 for i in range(at + 1, high) if forms[i] in _IDENTITY), at)
    if named == at or passage.stop_after(passage.words.ends[at]) < passage.words.ends[named - 1]:
        return at
    if named < passage.hi and reading.is_plain(named) and forms[named] in _BECAUSE:
        # «… هويته لأنه غير مخول بالحديث، إن»
        return past_attribution(passage, named, passage.stop_after(passage.words.ends[named - 1])) or named
    return named


def past_manner(reading: Reading, index: int) -> int:
    """Return the index behind an adverb right behind a verb («يثمنون عاليا الجهود …»)."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    return index + 1 if index + 1 < hi and forms[index] in reading.grammar.between else index


def past_attribution(passage: Passage, at: int, limit: int) -> int:
    """Return the word behind the aside that a word of attribution opens («شدد، حسبما نقلت الصحيفة، على»), or 0."""
    for index in range(at + 1, min(at + _LONGEST_ASIDE, passage.hi)):
        if passage.words.starts[index] >= limit:
            break
        if passage.gap_before(index).strip(' "«»“”')[:1] in PAUSES:
            return index
    return 0
