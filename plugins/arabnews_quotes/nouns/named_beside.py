"""Tells what a name beside a source, or elsewhere, has to do with it: its own, another's, or the longer form of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.persons.lengthening import whole_names
from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import NISBA, TITLE
from arabnews_quotes.text.grammar import without_conjunction
from arabnews_quotes.text.memory import Speaker

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.text.cast import Part
    from arabnews_quotes.text.memory import Memory

    from .phrases import Phrase, Reading

_THE_TWO: Final = frozenset({"الاثنان", "كلاهما", "الرجلان", "الاثنين"})
BOTH: Final = _THE_TWO | {"الجانبان", "الطرفان", "الجانبين", "الطرفين", "البلدان", "الدولتان", "الحكومتان"}
"""Words for two that no list knows for a dual."""
_TOGETHER: Final = 500
"""Of the two «الوزيران» mean was told so many characters before."""
_JOINED: Final = 14
"""Two who are told of together stand so near."""
_STOPS: Final = frozenset(".؟?!:\n")
_WITH: Final = frozenset({"مع", "ونظيره", "ونظيرته", "نظيره", "نظيرته", "بنظيره", "بنظيرته", "بين", "وبين"})
PROPHETS: Final = frozenset({"النبي", "الرسول"})
_EPITHETS: Final = frozenset({"الاكرم", "الكريم", "الاعظم", "المصطفي", "العظيم", "الامي", "الخاتم"})


def is_prophet(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether an epithet behind «النبي» is no name («النبي الأكرم»)."""
    forms = reading.passage.words.forms[phrase.first : phrase.last]
    return len(forms) == 2 and forms[0] in PROPHETS and forms[1] in _EPITHETS


def named_before_dash(reading: Reading, phrase: Phrase) -> Entity | None:
    """Return the person whose office stands behind a dash behind the name, or None.

    «الدكتور فلان - مستشار كذا قال»
    """
    if phrase.first <= reading.passage.lo or reading.passage.gap_before(phrase.first).strip() not in _DASHES:
        return None
    part = reading.cast.by_last.get(phrase.first)
    known = part is not None and part.entity.type == "person" and part.form == "name"
    return part.entity if part is not None and known else None


_DASHES: Final = frozenset({"-", "–", "—", "ـ", "/"})


def two_told_of(reading: Reading, start: int, before: int) -> tuple[Part, Part] | None:
    """Return the last two people, or bodies, whom و or «مع» joins between two offsets («بحث فلان مع فلان»), or None.

    Of several pairs in one stretch the last is meant, and people before bodies.
    """
    words, quoted = reading.passage.words, reading.passage.quotation_at
    for types in ({"person"}, {"organization", "location"}):
        near = [p for p in reading.cast.before(before) if p.start >= start and p.entity.type in types]
        named = [p for p in near if p.form == "name" and quoted(p.start) is None]
        for second, first in pairwise(named):
            between = words.text[first.end : second.start]
            if first.entity is second.entity or second.first - first.last > _JOINED or _STOPS.intersection(between):
                continue
            if _joins(reading, first, second):
                return first, second
    return None


def _joins(reading: Reading, first: Part, second: Part) -> bool:
    """Tell whether و before a name or its office, or a word like «مع», stands between two mentions."""
    words, classified = reading.passage.words, reading.nouns.words.words
    if second.start > words.starts[second.first] and words.forms[second.first][0] == "و":
        return True
    between = range(first.last, second.first)
    return any(words.forms[i] in _WITH or (words.forms[i][0] == "و" and classified[i].peel) for i in between)


def with_another(first: Part, second: Part, speaker: Speaker | None = None) -> Speaker:
    """Return two who speak together as one speaker, the first by name."""
    kind = "person" if first.entity.type == "person" else "body"
    head, called = (speaker.head, speaker.called) if speaker is not None else (None, frozenset[str]())
    return Speaker(first.entity.name, first.entity.id, (second.entity.name,), None, "d", head, kind, called)


def both_of(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return which two «الوزيران», «الجانبان», «الاثنان» mean: of whom was told together, or who spoke, last."""
    start, head = reading.passage.words.starts[phrase.first], reading.passage.words.forms[phrase.first]
    pair = two_told_of(reading, start - _TOGETHER, start)
    told = next((t for t in memory.latest() if t.speaker.co_speakers), None)
    if pair is not None and (told is None or pair[0].start >= told.sentence):
        return with_another(*pair, speaker)
    if told is not None:
        return evolve(told.speaker, called=told.speaker.called | speaker.called)
    last = list({t.speaker.name: t.speaker for t in memory.latest(2) if t.speaker.kind == "person"}.values())
    if without_conjunction(head) not in _THE_TWO or len(last) != 2 or any(one.number == "p" for one in last):
        return None
    return evolve(last[1], co_speakers=(last[0].name,), gender=None, number="d", head=speaker.head)


def is_child(reading: Reading, phrase: Phrase, parts: list[Part]) -> bool:
    """Tell whether the name that ends a phrase is a father's, behind what he is («ابنة مؤسس الحزب فلان»)."""
    words = reading.passage.words
    head, letter = words.forms[phrase.first], words.text[words.ends[phrase.first] - 1]
    if phrase.last - phrase.first < 3 or head not in _CHILDREN or (head[-1] == "ه" and letter != "ة"):
        return False  # «ابنه الشيخ فلان»: himself
    return any(
        p.last == phrase.last and p.first > phrase.first + 1 and p.form == "name" and reading.is_plain(p.first)
        for p in parts
        if p.entity.type == "person"
    )


_CHILDREN: Final = frozenset({"ابنه", "نجل", "كريمه", "حفيد", "حفيده", "ارمله"})


def speaks_for(reading: Reading, phrase: Phrase, parts: list[Part]) -> bool:
    """Tell whether the one name in a phrase is that of whom somebody speaks for, behind «باسم».

    It stands right behind it, or behind an office where «متحدث» has no article or the office is a woman's.
    """
    at, forms = phrase.first + 2, reading.passage.words.forms
    if at >= phrase.last or forms[at - 1] not in SPEAKS_FOR:
        return False
    named = [p for p in parts if p.last == phrase.last and p.form == "name" and p.entity.type == "person"]
    if not named or named[0].first == at:
        return bool(named)
    office, head = reading.nouns.read(at), forms[phrase.first]
    if office is None or office.kind not in {"person", "role"}:
        return False
    return not head.startswith("ال") or (office.gender == "f" and head[-1] != "ه")  # «متحدث باسم الوسيط فلان»


def named_elsewhere(reading: Reading, first: int, last: int) -> str | None:
    """Return the name that ends in a surname no list knows, where the article has it behind a given name, or None."""
    words = reading.nouns.words
    found = whole_names(words, words.words[first].stem, reading.cast.by_word) if last - first == 1 else []
    return words.text[words.begin(found[0][0]) : words.end(found[0][1] - 1)] if found else None


def named_with(reading: Reading, phrase: Phrase) -> Entity | None:
    """Return whose name stood right before or behind the same words («فلانة المثقفة الصحية … المثقفة الصحية»)."""
    words, by_word, by_last = reading.passage.words, reading.cast.by_word, reading.cast.by_last
    same, size = words.forms[phrase.first : phrase.last], phrase.last - phrase.first
    if size < _FEWEST or not all(form.startswith("ال") for form in same):
        return None
    floor = max(0, phrase.first - _EARLIER)
    if same[0] not in words.forms[floor : phrase.first]:
        return None
    for at in range(phrase.first - size, floor - 1, -1):
        if words.forms[at] != same[0] or words.forms[at : at + size] != same:
            continue
        for part in (by_last.get(at), by_word.get(at + size)):
            if part is not None and part.entity.type == "person" and part.form == "name":
                return part.entity
    return None


_CLOSED: Final = frozenset({"»", '"', "”", "“", "'", "’", "''"})
_FEWEST: Final = 2
_EARLIER: Final = 1_500
"""What somebody was called with his name is looked for among so many words before."""
_OWN_PEOPLE: Final = frozenset(
    {"عايله", "عائله", "اسره", "اقارب", "انصار", "ورثه", "زملاء", "اصدقاء", "محامو", "رفاق", "معجبو", "مويدو"}
)
"""Whose they are is told by the name behind them."""


_AT: Final = frozenset({"لدي"})
"""Prepositions within an office («سفير … لدى كذا الدكتور فلان»)."""
_WITHIN: Final = _AT | {"في", "بلا"}


def is_apposed(reading: Reading, part: Part, phrase: Phrase) -> bool:
    """Tell whether a name stands in apposition to an anonymous head («متحدث باسم الشركة، فلان»)."""
    if part.entity.type != "person" or part.form != "name" or part.first == phrase.first:
        return False
    gap = reading.passage.gap_before(part.first).strip()
    if not gap and reading.passage.words.forms[phrase.first] in _OWN_PEOPLE:
        return False  # «عائلة الفنان فلان»
    if gap in {"،", ","} or (gap in _CLOSED and part.last == phrase.last):
        return True  # «عضو جمعية "النهر" فلان»
    if part.first - phrase.first == 1 or part.first == (phrase.noun.last if phrase.noun else None):
        return True
    # «عضو الكتلة النائب فلان», but not «مصدر مقرب من رئيس الحكومة فلان»
    forms, flag = reading.passage.words.forms, reading.nouns.words.flags[part.first - 1]
    marked = reading.passage.opening_in(reading.passage.words.ends[phrase.first], part.start)
    # «رئيسة جمعية "النهر" الخيرية فلانة»
    titled = (flag & (TITLE | NISBA) or marked is not None) and forms[part.first - 1].startswith("ال")
    role = phrase.noun is not None and phrase.noun.kind == "role"
    within = _WITHIN if role and (flag & NISBA or marked is not None) else _AT
    between = [form for form in forms[phrase.first : part.first] if form not in within or not role]
    return part.last == phrase.last and bool(titled) and reading.grammar.preposition.isdisjoint(between)
