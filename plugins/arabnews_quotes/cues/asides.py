"""Passes over what stands between a verb, its source and its content: dates, adverbs, occasions, turns."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NISBA

from .told_outlets import past_outlet, past_outlet_named

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.grammar import Grammar
    from arabnews_quotes.text.passage import Passage

_ON: Final = frozenset({"في", "خلال", "عبر"})
_MANNER: Final = frozenset({"بشده", "بقوه", "بوضوح", "بصراحه", "بحزم", "بحده", "بمراره", "بجديه", "بحراره"})
"""How one says something; behind these its object follows."""
_IN_MANNER: Final = frozenset({"بشكل", "بصوره", "بطريقه", "باشد", "باقسي", "بلهجه", "بكل"})
"""The same with a word more («بشكل قاطع»)."""
_SAME: Final = frozenset({"نفسه", "ذاته", "عينه", "ذات", "نفس"})
_TIMES: Final = frozenset(
    {"الوقت", "وقت", "السياق", "سياق", "الاطار", "اطار", "الصدد", "الشان", "الخصوص", "المجال", "الاتجاه", "الجانب"}
)
_THIS: Final = frozenset({"هذا", "ذلك"})
_ITS: Final = frozenset({"له", "لها", "لهم"})
OFTEN: Final = {
    "اكثر": (("اكثر", "من", "مره"), ("اكثر", "من", "مناسبه")),
    "غير": (("غير", "مره"), ("غير", "ما", "مره")),
    "ذات": (("ذات", "يوم"), ("ذات", "مره"), ("ذات", "مساء"), ("ذات", "ليله"), ("ذات", "صباح")),
    "طوال": (("طوال", "الوقت"),),
    "مره": (("مره", "اخري"), ("مره", "ثانيه")),
}
"""How often and once when, by the first word."""
_IN_TURN: Final = frozenset({"بدوره", "بدورها", "بدورهم", "بدورهما"})
_PRESSMEN: Final = frozenset({"للصحفيين", "للصحافيين", "للاعلاميين", "للمراسلين", "للصحافه"})
_AT_LAST: Final = frozenset({"المقابل", "الختام", "النهايه", "الاثناء", "الاخير"})
_OWN_SIDE: Final = frozenset({"جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته", "ناحيتها", "ناحيتهم"})
_SIDE: Final = frozenset({"جهه", "ناحيه", "جانب"})
_OTHER: Final = frozenset({"اخري", "اخر", "ثانيه", "ثالثه"})
_FIRST_TIME: Final = frozenset({"الاولي", "الثانيه", "الثالثه", "الرابعه", "الاخيره"})
_IN_ANSWER: Final = frozenset({"ردا", "تعقيبا", "تعليقا"})
_QUESTIONS: Final = frozenset({"سوال", "اسيله", "سوالين", "استفسار", "استفسارات", "تساول", "تساولات"})
_PAGES: Final = frozenset(
    {"حسابه", "حسابها", "حسابهم", "صفحته", "صفحتها", "صفحتهم", "موقعه", "موقعها", "قناته", "قناتها", "منصته", "منصتها"}
)
"""What someone publishes on."""
_PLATFORMS: Final = frozenset(
    {"تويتر", "فيسبوك", "انستغرام", "انستجرام", "انستقرام", "يوتيوب", "تيليغرام", "تلغرام", "تليجرام", "اكس", "لينكد"}
)
_PARTS: Final = frozenset(
    {"نهايه", "بدايه", "مطلع", "منتصف", "اواخر", "اوايل", "مساء", "صباح", "فجر", "ظهر", "عصر", "زوال", "ليل", "ضحي"}
)
"""Before a date they belong to it."""
PAUSES: Final = frozenset("،,-–")
_LONGEST_ASIDE: Final = 16
_BY: Final = frozenset({"عن", "من"})
_OF_IT: Final = frozenset({"عنه", "عنها", "عنهم", "عنهما"})


_FIXED: Final = frozenset({"من", "عبر", "علي", "في", *OFTEN}) | _IN_ANSWER
"""The first words of fixed expressions, but for those that begin with ل."""
_TURNS: Final = _FIXED | _IN_TURN | {"وفي"}


@lru_cache(maxsize=8)
def _openers(grammar: Grammar) -> frozenset[str]:
    """Return the words that may open an aside, but for dates and those that begin with ل."""
    joined = {"و" + word for word in grammar.adverbial}
    return _TURNS.union(grammar.between, _MANNER, _IN_MANNER, _PARTS, _ON, joined)


def past_asides(reading: Reading, index: int) -> int:  # noqa: C901, PLR0912 - one aside a line
    """Return the index behind dates and occasions between a source and its noun («نفى، أمس، في اتصال هاتفي وجود …»)."""
    passage, at = reading.passage, index
    forms, openers = passage.words.forms, _openers(reading.grammar)
    while at + 1 < passage.hi:
        date = reading.cast.dates.get(at)
        if date is None and forms[at] not in openers and forms[at][0] != "ل":
            break  # as nearly always
        if date is not None:
            at = date[0]
        elif forms[at] in reading.grammar.between or forms[at] in _IN_TURN or forms[at] in _PRESSMEN:
            at += 1
        elif forms[at] in reading.grammar.toward and forms[at][0] == "ل":
            at += 1  # «متمنيا لهم التوفيق»
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
            behind = _past_occasion(reading, at + 2)
            if behind is None:
                return index  # «في مؤتمر صحفي عقده أمس …»
            at = behind
        else:
            behind = _past_fixed(reading, at)
            if behind == at:
                break
            at = behind
    return min(at, passage.hi)


def _past_occasion(reading: Reading, at: int) -> int | None:
    """Return the index behind what tells more of an occasion («صحفي عقده أمس», «لها», «مع القناة», «صادر عنه»).

    None where a clause tells of it whose end nothing shows.
    """
    passage = reading.passage
    forms = passage.words.forms
    while at < passage.hi and reading.is_plain(at) and forms[at] in _ITS:
        at += 1  # «في بيان لها»
    while at < passage.hi and reading.is_plain(at) and forms[at] != "في" and _describes(reading, at):
        at += 1  # «في اتصال هاتفي», «في لقاء خاص»
    if at + 1 < passage.hi and reading.is_plain(at) and forms[at] in reading.grammar.issued and forms[at] not in _BY:
        at += 1 + (forms[at + 1] in _OF_IT)  # «في بيان صادر عنه»
    if at + 1 < passage.hi and reading.is_plain(at) and forms[at] in {"مع", "امام", "الي", "ل"}:
        behind = past_outlet(reading, at) if forms[at] == "ل" else past_outlet_named(reading, at + 1)
        phrase = reading.phrase(at + 1) if behind <= at + 1 else None
        at = phrase.last if phrase is not None else max(at, behind)
    if at < passage.hi and forms[at] in reading.grammar.held:
        date = reading.cast.dates.get(at + 1)
        return date[0] if date is not None and date[0] < passage.hi else None  # «في مؤتمر صحفي عقده أمس»
    return at


def _describes(reading: Reading, at: int) -> bool:
    """Tell whether a word is an adjective of an occasion («صحفي», «خاص»), and no noun («في بيان أهمية …»)."""
    word = reading.passage.words.forms[at]
    nisba = word.endswith("ي") or (word.endswith("يه") and bool(reading.nouns.words.flags[at] & NISBA))
    return (nisba and word not in reading.grammar.theme) or (word in reading.grammar.press and word[0] != "ل")


def _past_fixed(reading: Reading, at: int) -> int:  # noqa: PLR0911 - one expression a line
    """Return the index behind a fixed expression of when, through what or to whom one speaks; `at` without any."""
    forms = reading.passage.words.forms
    word, following = forms[at], forms[at + 1]
    if word in OFTEN:
        return past_times(reading, at)  # «مرة أخرى»
    if word == "للمره" and following in _FIRST_TIME:
        return at + 2
    if (word == "من" and following in _OWN_SIDE) or (word == "في" and following in _AT_LAST):
        return at + 2
    if word == "من" and following in _SIDE and forms[at + 2 : at + 3] and forms[at + 2] in _OTHER:
        return at + 3  # «من جهة أخرى»
    if word in _IN_ANSWER and following == "علي" and forms[at + 2 : at + 3] and forms[at + 2] in _QUESTIONS:
        return at + 3  # «ردا على سؤال»
    if word in {"عبر", "علي", "في"} and (following in _PAGES or following in _PLATFORMS):
        return _past_page(reading, at + 1)
    return past_outlet(reading, at) if word[0] == "ل" else at


def _past_page(reading: Reading, at: int) -> int:
    """Return the index behind the page at word `at` and where it stands («حسابه الرسمي على تويتر»)."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    paged, at = forms[at] in _PAGES, at + 1
    while paged and at < hi and reading.is_plain(at) and forms[at].startswith("ال"):
        at += 1
    if paged and at + 1 < hi and reading.is_plain(at) and forms[at] in {"في", "علي", "ب"}:
        marked = past_outlet_named(reading, at + 1)
        at = marked if marked > at + 1 else at + 2
    elif paged and at < hi and forms[at][0] == "ب" and forms[at][1:] in _PLATFORMS:
        at += 1
    return at


def past_times(reading: Reading, at: int) -> int:
    """Return the index behind how often or once when («أكثر من مرة», «ذات يوم», «طوال الوقت»); `at` without it."""
    near = reading.passage.words.forms[at : at + 3]
    if near[:1] and near[0] in OFTEN:
        length = next((len(words) for words in OFTEN[near[0]] if near[: len(words)] == words), 0)
        return min(at + length, reading.passage.hi)
    return at


def past_turn(reading: Reading, at: int) -> int:
    """Return the index behind «بدوره» and «في الوقت نفسه» between a verb and what was said; `at` without them."""
    passage = reading.passage
    forms = passage.words.forms
    while at < passage.hi and (forms[at] in _TURNS or forms[at][0] == "ل") and reading.is_plain(at):
        behind = _past_fixed(reading, at) if at + 1 < passage.hi else at
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
    if near and near[0] in _THIS:
        return near[-1] in _TIMES  # «في هذا السياق»
    return not _SAME.isdisjoint(near) and not _TIMES.isdisjoint(near)


def _is_place_alone(reading: Reading, at: int) -> bool:
    """Tell whether a place stands at word `at`, and what follows it begins something new («في اليمن في بيان»)."""
    part = reading.cast.by_word.get(at)
    if part is None or part.entity.type != "location" or part.last >= reading.passage.hi:
        return False
    return reading.passage.words.forms[part.last] in reading.grammar.preposition or part.last in reading.cast.dates


_UPON_THAT: Final = {(verb, "علي", that) for verb in ("علق", "يعلق", "وعلق", "ويعلق", "عقب") for that in ("ذلك", "هذا")}


@lru_cache(maxsize=8)
def _adverbs(grammar: Grammar) -> frozenset[str]:
    """Return the words that may stand between a verb and its subject, but for dates and those that begin with ل."""
    return grammar.between.union(grammar.toward, {"علي"})


def past_adverbs(reading: Reading, index: int) -> int:
    """Return the index behind dates and adverbs that stand between a verb and its subject («قال أمس الوزير»)."""
    passage, at, dates = reading.passage, index, reading.cast.dates
    forms, grammar = passage.words.forms, reading.grammar
    if at not in dates and (at >= passage.hi or not (forms[at][0] == "ل" or forms[at] in _adverbs(grammar))):
        return index  # as nearly always
    for _ in range(4):
        if at in dates:
            at = dates[at][0]
            continue
        if at >= passage.hi:
            break
        word = forms[at]
        if word in grammar.between or word in grammar.toward:  # «رد عليه الوزير»
            at += 1
        elif word == "علي" and forms[at - 1 : at + 2] in _UPON_THAT:
            at += 2  # «يعلق على ذلك فلان»
        else:
            behind = past_outlet(reading, at) if word[0] == "ل" else at
            if behind == at:
                break
            at = behind
    if at == index or at >= passage.hi:
        return index
    phrase = reading.phrase(at)
    return at if phrase is not None and reading.can_speak(phrase) else index


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
