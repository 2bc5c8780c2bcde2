"""Finds how far the noun phrase of a source goes on.

An Arabic construct runs on through indefinite nouns until its first definite one; after that only adjectives with the
article and names in apposition belong to it: an indefinite noun starts something new («أكد الوزير | رفض بلاده»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import HEAD, NISBA, TITLE
from arabnews_quotes.text.definite import is_definite

from .agreement import disagrees, is_nominative, is_of_many, is_owned, is_thing
from .called import end_of_letters
from .continuing import continues
from .gaps import LONGEST_NAME, over_gap
from .noun_starts import POINTING
from .presents import is_before
from .press import before_told, is_told
from .quantities import MANY, OF_THEM, PARTS
from .within import GOVERNS, completes, leads_within, refers_within

if TYPE_CHECKING:
    from arabnews_entities import NounPhrase
    from arabnews_quotes.text.cast import Part

    from .phrases import Reading

LONGEST: Final = 25
"""A source has no more words than this."""

_GROUPS: Final = frozenset({"collective", "document"})
_GENERAL: Final = frozenset({"العامه", "العام", "الوطنيه", "الوطني", "العليا", "الاعلي"})
"""Behind these the field of a body follows («المديرية العامة للدفاع المدني»)."""
_NO_ARTICLE: Final = frozenset({"للجنه", "للجان", "للجنتي"})
_RULERS: Final = frozenset(
    {"السلطات", "القوات", "القياده", "الرياسه", "المعارضه", "الصحافه", "الصحف", "الاستخبارات", "المخابرات", "الشرطه"}
    | {"الدبلوماسيه", "الاداره", "الاوساط", "الفصايل"}
)
"""Behind these an adjective of a country tells whose they are; it is no object of the verb."""
_SAME: Final = frozenset({"ذات", "نفس"})
"""«ذات المصدر»: what follows is the source."""
_OF_THESE: Final = frozenset(
    {"نتايج", "نتيجه", "توصيات", "معطيات", "بيانات", "ارقام", "اهالي", "سكان", "ابناء", "اصحاب", "معدو", "مولفو"}
)
"""Words that say whose they are: what «هذه» points at belongs to them, and is neither an object nor a time."""


def goes_on(reading: Reading, first: int, last: int, noun: NounPhrase | None) -> int:  # noqa: C901, PLR0912, PLR0915 - the grammar, case by case
    """Return where a phrase ends whose words up to `last` are read."""
    words, by_word = reading.passage.words, reading.cast.by_word
    grammar, cues = reading.grammar, reading.signs.cues
    forms, high = words.forms, min(reading.passage.hi, first + LONGEST)
    head = forms[first]
    many = named = definite = False
    if noun is None:
        group = head not in _SAME and reading.is_group(first)
        many = head[0] == "م" and reading.are_many(first)  # «متخصصون في كذا»
    else:
        group = noun.kind in _GROUPS or not noun.definite
        named = noun.name_span is not None or noun.kind == "place"
        definite = noun.definite or named
        if noun.kind == "organization" and last == first + 1 and not is_definite(head):
            definite = first in by_word  # «وكالة أنباء كذا»
    index, inside = last, 0
    counted = head in MANY or head in PARTS
    lettered = end_of_letters(reading, last) if last == first + 1 else last
    if lettered > last:
        return lettered
    if forms[last - 1] in _NO_ARTICLE and _is_open(reading, last):
        definite = False
    while index < high:
        part, word, begun = by_word.get(index), forms[index], index > first
        if begun and words.text[words.ends[index - 1] : words.starts[index]] != " ":
            step = over_gap(reading, index, named=named)
            if step > index:
                index, definite = step, True
                named = named or (part is not None and step == part.last)
                continue
            if step < index:
                break
        if begun and (word[0] == "ل" or index in cues) and is_told(reading, index, word):
            break
        if part is not None:
            joint = part.start > words.starts[index] and word[0] == "و"
            belongs = not joint and not named and not group and _belongs_to_office(reading, index, part)
            belongs = belongs or (not named and index == first + 1 and is_adjective(reading, index, part))
            one = index == first + 1 and part.form == "name" and part.entity.type == "person"
            if one and not joint and is_of_many(reading, first, part.last):
                break
            if not joint and not belongs and (named or (definite and part.entity.type != "person")):
                break
            seated = group and word[0] == "ب" and part.entity.type != "person"  # «مصدر بوزارة كذا»
            told = word[0] in ("بكل" if group else "بك") and not seated  # «طبيبة | لرويترز»
            if told and reading.nouns.words.words[index].peel and not joint and not belongs:
                break
            named = named or (part.entity.type == "person" and part.form == "name")
            definite, index = True, max(part.last, index + 1)
            continue
        if word == "ل" and begun and head in grammar.naming:
            quotation = reading.passage.opening_in(
                reading.passage.words.ends[index], reading.passage.words.ends[index] + 2
            )
            if quotation is not None and not quotation.unclosed:  # «الموقع الرسمي لـ"المكتبة"»
                behind = reading.passage.word_at(quotation.end)
                return behind if behind - index <= LONGEST_NAME else index
        if word[0] == "و" and begun and not group:
            joined = _second_office(reading, index, named=named)
            if joined is not None:
                index, definite, named = joined[0], True, named or joined[1]
                continue
        if definite and not named and word in grammar.adverb and _name_near(reading, index):
            index += 1
            continue
        if named and begun:
            office = _office(reading, index)
            if office > index:
                index = office
                continue
        if counted:
            if word in OF_THEM and 0 < index - first <= 2:
                return index + 1  # «عدد منهم»
            if word == "من" and 0 < index - first <= 2 and index + 1 < high:
                index, definite = index + 1, False  # «مجموعة من الراهبات»
                continue
        if word == "لدي" and not named and not group and reading.nouns.words.flags[first] & TITLE:
            if index + 1 < high and is_owned(reading, index + 1):
                break  # «قال الوزير لدى استقباله»
            index, definite = index + 1, False  # «كاتب الدولة لدى وزير كذا»
            continue
        if word in POINTING and index + 1 < high and forms[index - 1].removeprefix("و") in _OF_THESE:
            index, definite = index + 2, True  # «نتائج هذه الدراسة»; but «رفضت دول هذا القرار», «قال مصدر هذا الأسبوع»
            continue
        open_ = begun and (not named or index == first + 1)
        if open_ and forms[index - 1] in GOVERNS and refers_within(reading, index, word):
            return index + 1  # «القائمون عليه»
        if word in grammar.preposition:
            governed = open_ and inside < 1 and forms[index - 1] in GOVERNS and completes(reading, index, word)
            outside = not (group or many) or inside >= 2 or index == first or not leads_within(reading, index, word)
            if outside and not governed:
                break
            inside, definite, index = inside + 1, False, index + 1
            continue
        if begun and not continues(
            reading, index, word, definite=definite, named=named, group=group, inner=index > first + 1
        ):
            break
        # nothing else parts a phrase but a definite word, or whatever follows a plural of people
        apart = begun and not named and (word[:2] == "ال" or head[-2:] == "ون")
        if apart and (is_thing(reading, first, index) or disagrees(reading, first, index, noun)):
            break
        definite = (definite or is_definite(word)) and word not in SPEAKS_FOR
        if index > first + 1 and word[0] == "ل" and not word.startswith("لل") and reading.nouns.words.words[index].peel:
            # «الوكالة الوطنية لتأمين وتمويل الصادرات», «بعثة المنظمة لمساعدة السودان», but «لأعضائه»
            definite = words.text[words.ends[index] - 1] == "ه" or word.endswith(("ها", "هم", "نا"))
        index += 1
        if word in _NO_ARTICLE and _is_open(reading, index):
            definite = False
    return index


def _is_open(reading: Reading, last: int) -> bool:
    """Tell whether a construct that ends in such a word goes on: «للجنة رصد كذا» has no article in its للـ."""
    forms = reading.passage.words.forms
    if last >= reading.passage.hi or last in reading.cast.by_word:
        return False
    return reading.is_plain(last) and not is_definite(forms[last]) and last not in reading.signs.cues


def _office(reading: Reading, index: int) -> int:
    """Return the word behind an office in apposition to a name («فلان وزير الدفاع»); `index` where none stands."""
    noun = reading.nouns.read(index) if reading.nouns.words.flags[index] & TITLE else None
    if noun is None or noun.kind != "role" or not noun.definite or noun.last - index < 2 or is_before(reading, index):
        return index
    return before_told(reading, noun)


def _belongs_to_office(reading: Reading, index: int, part: Part) -> bool:
    """Tell whether a mention behind ل or ب completes an office («المتحدث الرسمي لوزارة كذا», «القنصل بالمغرب»).

    «لرويترز» does not: to an outlet one speaks.
    """
    lead = reading.passage.words.forms[index][0]
    if part.start == reading.passage.words.starts[index]:
        return False
    general = reading.passage.words.forms[index - 1] in _GENERAL and part.entity.type == "organization"
    return (lead == "ل" and (general or bool(reading.nouns.words.flags[index] & HEAD))) or (
        lead in "لب" and part.entity.type == "location"
    )


def is_adjective(reading: Reading, index: int, part: Part) -> bool:
    """Tell whether a mention of one word is an adjective of the word before («السلطات الأردنية»)."""
    words = reading.passage.words
    word, before = words.forms[index], words.forms[index - 1]
    if part.last != index + 1 or part.start != words.starts[index] or not word.startswith("ال"):
        return False
    if is_nominative(word) and is_nominative(before):
        return True
    return before in _RULERS and word.endswith("يه") and bool(reading.nouns.words.flags[index] & NISBA)


def _second_office(reading: Reading, index: int, *, named: bool) -> tuple[int, bool] | None:
    """Return where an office joined by و ends, and whether it has a name («وزير كذا ورئيس كذا فلان»), or None."""
    if not reading.nouns.words.words[index].peel or not reading.is_plain(index):
        return None
    noun = reading.nouns.read(index)
    if noun is None or noun.kind not in {"person", "role"} or noun.role_span is None or not noun.definite:
        return None
    if named and noun.name_span is None:
        return None
    last = min(noun.last, reading.passage.hi)
    return (max(last, index + 1), noun.name_span is not None) if last > index else None


def _name_near(reading: Reading, index: int) -> bool:
    """Tell whether behind an adverb or two someone's name stands."""
    for at in range(index + 1, min(index + 3, reading.passage.hi)):
        part = reading.cast.by_word.get(at)
        if part is not None:
            return part.entity.type == "person" and part.form == "name"
        if reading.passage.words.forms[at] not in reading.grammar.adverb:
            return False
    return False
