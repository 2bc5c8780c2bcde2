"""Reads the names of bodies whole: their field, a foreign name with its nationality, and what a bare head means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities import NounPhrase
from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, HEAD, NISBA, PARTICLE, VERB
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT
from arabnews_quotes.text.memory import LONG_REACH
from arabnews_quotes.text.names import folded

from .references import again, own_length, stem_of

if TYPE_CHECKING:
    from arabnews_quotes.text.cast import Part
    from arabnews_quotes.text.memory import Memory, Speaker

    from .phrases import Phrase, Reading

_FOREIGN: Final = 4
"""A foreign name between the head of a body and its nationality has no more words than this."""
_EARLIER: Final = 1_500
"""The full name of a body is looked for among so many words before its bare head."""
_PROGRAMMES: Final = frozenset({"برنامج", "مركز", "مشروع", "مبادره", "مجموعه"})
"""Of these a body is the owner («برنامج الأمم المتحدة»), a name without the article what they are called."""
_KNOWN_FOR: Final = frozenset({"المتخصص", "المتخصصه", "المعني", "المعنيه", "التابع", "التابعه", "المختص", "المختصه"})
"""Adjectives that lead on to what is no part of the name («المتخصص في كذا»)."""
_MARKS: Final = frozenset('"«»“”')
_ISSUERS: Final = frozenset(
    {"المغرب", "الجزاير", "لبنان", "انجلترا", "انكلترا", "اليابان", "اسراييل", "كندا", "روسيا", "السودان", "اليونان"}
    | {"ايطاليا", "فرنسا", "اسبانيا", "سوريا", "ليبيا", "كوريا", "البرتغال", "ايرلندا", "المكسيك"}
)
"""Countries by which a central bank is called."""
_SPORT: Final = "لكره"
_GENERAL: Final = frozenset({"المنظمه", "الموسسه", "الهييه"})
_ASSOCIATIONS: Final = frozenset({"رابطه", "جمعيه", "شبكه", "مركز", "اتحاد", "معهد", "مرصد"})
"""Bodies that the general nouns may mean («الرابطة … المنظمة»)."""
_OUTLETS: Final = frozenset({"المجله", "الصحيفه", "الجريده", "القناه", "الشبكه", "الوكاله", "المحطه", "اليوميه"})
_CALLED: Final = frozenset({"باسم", "تدعي", "تسمي", "اسمها", "بعنوان"})
_LONGEST_NAME: Final = 60
"""A name in marks has no more characters than this."""
_STATE: Final = frozenset(
    {"الحكومه", "السلطه", "السلطات", "الشرطه", "الجيش", "المحكمه", "السفاره", "البلديه", "البرلمان"}
)
"""No brand or club is meant by these."""
_FIRMS: Final = frozenset({"الشركه", "المنصه"})
"""The press, whose names often stand without these heads («كتبت "النهر" أن … وأضافت المجلة الفرنسية»)."""


def body_in_marks(reading: Reading, at: int) -> NounPhrase | None:
    """Return the body with a name in marks that starts at a word («وكالة أنباء "النهر"», «أعلنت «النهر»»), or None."""
    part = reading.cast.by_word.get(at)
    if part is None or part.entity.origin.rule != "quoted" or part.last > reading.passage.hi:
        return None
    noun = reading.nouns.read(at)
    head, gender = (noun.head, noun.gender) if noun is not None and noun.kind != "person" else (None, None)
    return NounPhrase(at, part.last, part.start, part.end, "organization", head=head, gender=gender)


def body_of(parts: list[Part], start: int, end: int) -> Part | None:
    """Return the mention of a body that fills a stretch of the text, or None."""
    return next((p for p in parts if (p.start, p.end) == (start, end) and p.entity.type == "organization"), None)


def is_in_marks(part: Part, noun: NounPhrase) -> bool:
    """Tell whether a mention is the body with a name in marks that a noun phrase was read as."""
    return part.entity.origin.rule == "quoted" and noun.last == part.last


def end_of_body(reading: Reading, last: int, noun: NounPhrase) -> int:  # noqa: PLR0911 - one test a line
    """Return the word behind the name of a body of which the words up to `last` are read; `last` for no more.

    «الاتحاد الدولي لكرة القدم» has its sport, «محكمة كذا كذا البريطانية» its nationality.
    """
    if noun.kind != "organization" or last >= reading.passage.hi:
        return last
    forms = reading.passage.words.forms
    if forms[last] == _SPORT and reading.is_plain(last):
        behind = last + 1
        return last + 2 if behind < reading.passage.hi and is_definite(forms[behind]) else last
    if _has_two_fields(reading, last):
        return last + 2  # «الرئاسة العامة للأرصاد وحماية البيئة»
    bare = not is_definite(forms[noun.first]) and not any(map(is_definite, forms[noun.first : last]))
    if not bare or not reading.nouns.words.flags[noun.first] & HEAD:
        return last
    for at in range(last, min(last + _FOREIGN, reading.passage.hi)):
        if not reading.is_plain(at) or at in reading.cast.dates:
            return last
        if is_definite(forms[at]):
            national = reading.nouns.words.flags[at] & NISBA and at - noun.first > 1
            agrees = forms[at].endswith("ه") == forms[noun.first].endswith("ه")
            return at + 1 if national and agrees and forms[at].startswith("ال") else last
        if not _may_be_foreign(reading, at):
            return last
    return last


def _has_two_fields(reading: Reading, last: int) -> bool:
    """Tell whether و joins a second field to the one behind لل with which the words up to `last` end."""
    words, forms = reading.passage.words, reading.passage.words.forms
    if last + 1 >= reading.passage.hi or not forms[last - 1].startswith("لل") or forms[last][0] != "و":
        return False
    plain = reading.is_plain(last) and reading.is_plain(last + 1) and last not in reading.signs.cues
    joined = bool(reading.nouns.words.words[last].peel) and not is_definite(forms[last])
    return plain and joined and words.text[words.ends[last] - 1] in "ةم" and is_definite(forms[last + 1])


def _may_be_foreign(reading: Reading, at: int) -> bool:
    """Tell whether a word without the article is none that Arabic knows."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    known = word in THAT or word in BI_THAT or word in reading.grammar.preposition or at in reading.signs.cues
    return not known and not flags & (COMMON | PARTICLE | VERB)


def whole_body(reading: Reading, phrase: Phrase, part: Part) -> str | None:
    """Return the name of a body of which a mention holds a part alone, or None where it holds all that matters.

    «بعثة الأمم المتحدة لمساعدة كذا» is not the United Nations, «المديرية العامة | للشؤون الصحية» has its field; but
    «صحيفة "النهر" المحلية» and «شركة النهر» are who is mentioned.
    """
    words = reading.passage.words
    forms, flags = words.forms, reading.nouns.words.flags
    if part.entity.type == "person" or phrase.noun is None or phrase.noun.kind != "organization" or phrase.whole:
        return None
    head = forms[phrase.first].removeprefix("و")
    called = head in reading.grammar.naming and not (head in _PROGRAMMES and part.entity.name.startswith("ال"))
    if not flags[phrase.first] & HEAD or called or head in reading.grammar.document:
        return None
    last, start = phrase.last, phrase.noun.start
    if part.first == phrase.first:
        behind = forms[part.last] if part.last < last else ""
        field = behind.startswith("لل") or (behind[:1] == "و" and bool(flags[part.last] & DEFINITE))
        # «اللجنة الوطنية | لحماية مستهلكي الماء»
        aim = behind[:1] == "ل" and last > part.last + 1 and reading.nouns.words.words[part.last].peel
        seat = behind[:1] == "ب" and part.last in reading.cast.by_word  # «شركة الطرق | بالمغرب»
        if not (field or aim or seat) or not reading.is_plain(part.last) or part.entity.name.count(" ") > 2:
            return None
    elif part.start != words.starts[part.first]:
        return None
    name = reading.passage.text[start : words.ends[last - (forms[last - 1] in _KNOWN_FOR) - 1]]
    return name.strip() if _MARKS.isdisjoint(name) else None


def proper_body(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return the body that spoke last under a name without a head noun, which «النادي», «الشركة الكندية» may mean."""
    stem, length = stem_of(reading, phrase.first), own_length(reading, phrase)
    outlet, firm = stem in _OUTLETS, stem in _FIRMS
    body = phrase.noun is not None and phrase.noun.kind == "organization" and stem not in _STATE
    if not (outlet or firm or body):
        return None
    national = length == 2 and reading.nouns.words.flags[phrase.first + 1] & NISBA and (outlet or firm)
    if not (length == 1 or national):
        return None
    called = _called_in_marks(reading, phrase, stem) if outlet else None
    if called is not None:
        return evolve(speaker, name=called, kind="body")
    known = (turn.speaker for turn in memory.latest())
    last = next((k for k in known if k.kind == "body" or ((outlet or firm) and _is_brand(reading, k))), None)
    if outlet and _is_headed(reading, phrase, stem):
        return None
    if last is None or (last.kind == "body" and (last.entity is None or (length > 1 and _is_place(reading, last)))):
        return None
    head = folded(last.name).split()[0].removeprefix("ال")
    headed = reading.nouns.words.lexis.word(head).flags & HEAD
    return again(last, speaker) if not headed or (stem in _GENERAL and head in _ASSOCIATIONS) else None


def _called_in_marks(reading: Reading, phrase: Phrase, stem: str) -> str | None:
    """Return the name in marks that the head of an outlet led to before («قناة باسم «النهر» … القناة»), or None."""
    words, head = reading.passage.words, stem.removeprefix("ال")
    for at in range(phrase.first - 3, max(0, phrase.first - _EARLIER) - 1, -1):
        if words.forms[at] not in {head, "ل" + head, "ب" + head} or words.forms[at + 1] not in _CALLED:
            continue
        start = words.starts[at + 2]
        if not _MARKS.isdisjoint(words.text[words.ends[at + 1] : start]):
            end = min(words.text.find(mark, start, start + _LONGEST_NAME) % (len(words.text) + 1) for mark in _MARKS)
            return words.text[start:end].strip() if end < len(words.text) else None
    return None


def _is_headed(reading: Reading, phrase: Phrase, stem: str) -> bool:
    """Tell whether an outlet was called by its head before («مجلة «النهر» … المجلة»)."""
    head = stem.removeprefix("ال")
    before = reading.passage.words.forms[max(0, phrase.first - _EARLIER) : phrase.first]
    return not {head, "ل" + head, "ب" + head, "و" + head}.isdisjoint(before)


def _is_brand(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether a speaker is a name alone that no list knows: it may be a company's or an outlet's («ريفرسوفت»)."""
    if speaker.entity is not None or speaker.head is not None or speaker.gender != "f":
        return False
    first = folded(speaker.name).split()[0]
    return not first.startswith("ال") and not reading.nouns.words.lexis.word(first).flags & COMMON


def _is_place(reading: Reading, speaker: Speaker) -> bool:
    entity = next((part.entity for part in reading.cast.parts if part.entity.id == speaker.entity), None)
    return entity is not None and entity.type == "location"


def central_bank(phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return the bank of a country that spoke, for a bare «البنك المركزي» («بنك المغرب … البنك المركزي»)."""
    words = folded(speaker.name).split()
    if words[1:] != ["المركزي"] or phrase.last - phrase.first != 2:
        return None
    for turn in memory.latest(LONG_REACH):
        name = folded(turn.speaker.name).split()
        if len(name) == 2 and name[0] in {"بنك", "مصرف"} and name[1] in _ISSUERS:
            return again(turn.speaker, speaker)
    return None
