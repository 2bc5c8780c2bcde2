"""Finds the body whose paper it is, wherever the article tells it: «التقرير الشهري لشركة كذا … وأوضح التقرير أن»."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews.fold import fold
from arabnews_entities.vocabulary.wordlists import NUMBER
from arabnews_quotes.text.grammar import without_conjunction

from .kinds import SPEAKERS
from .papers import GIVEN_OUT, ISSUED_IT, KINDS_OF_PAPERS, OUT_OF, past_time
from .phrases import Phrase
from .quantities import are_people
from .references import named, stem_of

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_entities import NounPhrase
    from arabnews_quotes.text.memory import Speaker

    from .phrases import Reading

_PAPERS: Final = frozenset({
    "تقرير", "دراسه", "بيان", "نشره", "استطلاع", "بلاغ", "مذكره", "استبيان", "مسح", "رساله", "وثيقه", "قرار", "مسوده",
    "عريضه", "منشور", "نص", "تعميم", "حصيله", "احصاييه",
})  # fmt: skip
"""Papers of which an article has one as a rule; «بحث» may be a search, «تقارير» are of several."""
_TEXTS: Final = ("قرار", "بيان", "مسوده", "مذكره", "وثيقه")
"""What «النص» may mean."""
_GIVES: Final = frozenset(
    {"اصدر", "نشر", "اعد", "وضع", "وزع", "عمم", "قدم", "رفع", "وجه", "بعث", "ارسل", "اعتمد", "اقر", "تبني", "صادق"}
    | {"وقع", "اجري", "نفذ", "انجز", "كتب", "صاغ", "اطلق", "تبنت", "اجرت", "صدق"}
)
"""Who does this with a paper speaks in it («وجهت الهيئة رسالة إلى …», «اعتمد المجلس القرار»)."""
_GIVEN_BY: Final = 20
"""Its verb stands so many words before a paper."""
_MADE: Final = 5
"""Behind a paper, «التي قدمتها الغرفة» begins within so many words."""
_REACH: Final = 1_500
"""The issuer is looked for among so many words before, and behind."""
_ADJECTIVES: Final = 3
"""A paper has no more adjectives than this before its issuer."""
_LEADS: Final = ("", "و", "ف", "ب", "ل")
_OWNER: Final = 14
"""The body whose paper it is stands so many words before «تقريرها»."""
_CAME_OUT: Final = frozenset({"صدر", "صدرت", "يصدر", "تصدر"})
_MENTIONS: Final = 8
"""So many mentions of a paper are asked at the most."""
_THEIRS: Final = frozenset({"من", "في", "لدي"})
_DID: Final = frozenset({"قام", "قامت", "يقوم", "تقوم", "قاموا"})
_WITH_IT: Final = frozenset({"به", "بها", "باعداده", "باعدادها", "باجرايه", "باجرايها", "باصداره", "باصدارها"})
"""«الدراسة التي قامت بها الجامعة», «… قام بإعدادها المعهد»."""
_MANY: Final = {"تقرير": "تقارير", "دراسه": "دراسات"}
"""«أحدث التقارير الصادرة عن المصرف … وأضاف التقرير أن»."""
_FIGURES: Final = frozenset(
    {"بيانات", "معطيات", "ارقام", "احصاءات", "احصاييات", "احصاييه", "نتايج", "حصيله", "تقديرات", "بحث", "تحليل"}
)
"""Findings, of which an article has several: who issued them is told right behind, or not at all."""
_NEXT: Final = 60
"""Whose «دراسة حديثة» was is told where «الدراسة» itself speaks so many words behind."""


def of_paper(reading: Reading, phrase: Phrase, speaker: Speaker | None) -> Speaker | None:
    """Return the body that issued a paper for the paper itself, where nothing nearer has told it."""
    if speaker is None or speaker.entity is not None or not is_paper(fold(speaker.name.split()[0])):
        return speaker
    body = _issuer_behind(reading, phrase.first) or _issuer_elsewhere(reading, phrase.first)
    return named(body, speaker) if body is not None else speaker


def told_issuer(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return who gave out a definite paper, told beside another mention of it, the nearest before it first; or None.

    «وجهت الهيئة رسالة … وقالت الرسالة إن», «المذكرة التي قدمتها الغرفة», «تقرير وزير النقل … وأكد التقرير أن».
    """
    stem = _without_lead(stem_of(reading, phrase.first))
    paper = stem.removeprefix("ال")
    if not (paper == "نص" or paper in _PAPERS) or (phrase.last - phrase.first > 1 and paper != stem):
        return None
    if paper == stem:
        alone = phrase.last - phrase.first == 1
        by = _maker_behind(reading, phrase.first, alone=alone) or _giver_before(reading, phrase.first)
        return by or _told_next(reading, phrase, paper)
    places = reading.nouns.words.positions
    kinds = _TEXTS if paper == "نص" else (paper,)
    told = {at for kind in kinds for form in (*_spellings(kind), kind + "ا") for at in places(form)}
    near = sorted((at for at in told if at <= phrase.first and phrase.first - at < _REACH), reverse=True)
    for at in near[:_MENTIONS]:
        by = _giver_before(reading, at) or _maker_behind(reading, at)
        if by is not None:
            return by
    several = [at for at in places("ال" + _MANY.get(paper, paper)) if 0 < phrase.first - at < _REACH]
    return _maker_behind(reading, several[-1], alone=False) if several and paper in _MANY else None


def _told_next(reading: Reading, phrase: Phrase, paper: str) -> Phrase | None:
    """Return whose a paper is by its next mention («حذرت دراسة حديثة من … وأشارت الدراسة التي أعدها المعهد إلى»)."""
    places = reading.nouns.words.positions
    again = [at for form in _spellings(paper) for at in places(form) if phrase.last <= at < phrase.last + _NEXT]
    at = min(again, default=None)
    if at is None or not stem_of(reading, at).startswith("ال"):
        return None
    cue = reading.signs.cues.get(at - 1)  # «وأشارت الدراسة إلى», but «وردت الوزارة على الدراسة»
    says = cue is not None and any(form.finite for form in cue.forms) and reading.nouns.words.spaced[at - 1]
    return _maker_behind(reading, at, alone=False) if says else None


def figures_by(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return who issued figures or findings, told right behind them («بيانات حديثة نشرتها الوزارة»), or None."""
    if reading.passage.words.forms[phrase.first].removeprefix("ال") not in _FIGURES:
        return None
    return _maker_behind(reading, phrase.first, alone=False)


def owner_of_paper(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return whose paper it is by «ل» behind its adjectives («التقرير الأسبوعي للبورصة»), or None."""
    forms, spaced = reading.passage.words.forms, reading.nouns.words.spaced
    at, last = phrase.first + 1, min(phrase.first + 2 + _ADJECTIVES, reading.passage.hi)
    while at < last and spaced[at - 1] and _tells_kind(reading, at):
        at += 1
    if at >= last or not spaced[at - 1] or forms[at][0] != "ل" or forms[phrase.first] in reading.grammar.naming:
        return None
    noun = reading.nouns.read(at)
    outlet = noun is not None and noun.kind == "document" and noun.head in reading.grammar.naming
    if noun is not None and (noun.kind == "organization" or outlet or (noun.kind == "role" and noun.number == "s")):
        return reading.extended(at, noun)
    return None


def giver_of_paper(reading: Reading, start: int, before: int) -> Phrase | None:
    """Return who gives out the paper of which a sentence tells last before word `before` («بيانا أمس جاء فيه أن»)."""
    forms = reading.passage.words.forms
    for at in range(before - 1, max(start, before - _GIVEN_BY), -1):
        if is_paper(forms[at].removesuffix("ا")):
            return _giver_before(reading, at) or _maker_behind(reading, at)
    return None


def _giver_before(reading: Reading, at: int) -> Phrase | None:
    """Return the subject of the verb that governs the paper at word `at` («وجهت الهيئة | رسالة»), or None."""
    forms, spaced = reading.passage.words.forms, reading.nouns.words.spaced
    for verb in range(at - 1, max(-1, at - _GIVEN_BY), -1):
        if not spaced[verb] and verb < at - 1:
            return None
        if not _gives(forms[verb]) and not _gives(without_conjunction(forms[verb])):
            continue
        by = _someone(reading, verb + 1)
        return by if by is not None and by.last <= at else None
    return None


def _gives(word: str) -> bool:
    return word in _GIVES or (word.endswith("ت") and word[:-1] in _GIVES)


def _maker_behind(reading: Reading, at: int, *, alone: bool = True) -> Phrase | None:
    """Return who made the paper at word `at`: «استطلاع للرأي أجرته الجامعة», «المذكرة التي قدمتها الغرفة»."""
    forms, count, spaced = reading.passage.words.forms, len(reading.passage.words.forms), reading.nouns.words.spaced
    for verb in range(at + 1, min(at + _MADE, count - 1)):
        if not spaced[verb - 1] and not (verb == at + 1 and forms[verb] in reading.grammar.relative):
            return None  # but «الدراسة، التي أعدها المعهد»
        word, behind = forms[verb], verb + 1
        if word in _DID and forms[behind] in _WITH_IT:
            return _someone(reading, behind + 1)
        if word in _CAME_OUT or word in reading.grammar.issued:
            behind = past_time(reading, behind)  # «صادر أمس عن»
            if behind < count and (forms[behind] == "عن" or (word in GIVEN_OUT and forms[behind] in OUT_OF)):
                return _someone(reading, behind + 1)
        if word == "من" and verb == at + 1:
            return _someone(reading, verb + 1)  # «تلقت الصحيفة بيانا من الوزارة»
        bare = word.removesuffix("ها").removesuffix("ه")
        if bare != word and (bare in _GIVES or bare.removesuffix("ت") in _GIVES or word in ISSUED_IT):
            return _someone(reading, verb + 1)
    of = alone and spaced[at] and not stem_of(reading, at).startswith("ال")
    by = _someone(reading, at + 1) if of else None
    return by if by is not None and by.noun is not None and by.noun.definite else None


def _someone(reading: Reading, at: int, *, counted: bool = False) -> Phrase | None:
    """Return the people or the body that a phrase at word `at` names, wherever in the article it stands, or None."""
    forms, words = reading.passage.words.forms, reading.nouns.words
    at = past_time(reading, at)
    if at + 2 >= len(forms) or not words.spaced[at - 1]:
        return None
    many = are_people(forms[at]) or forms[at][0].isdigit() or words.flags[at] & NUMBER
    if many and words.spaced[at]:  # «وقع 56 من أعضاء المجلس», «عشرات النواب»
        inner = _someone(reading, at + 1 + (forms[at + 1] == "من"), counted=True)
        return evolve(inner, first=at, noun=None, name=None, agent=True) if inner is not None else None
    noun = reading.nouns.read(at)
    if noun is None and reading.passage.lo <= at < reading.passage.hi:
        phrase = reading.phrase(at)  # «وقع خمسون نائبا رسالة»
        return phrase if phrase is not None and reading.can_speak(phrase) else None
    if noun is None or noun.kind not in SPEAKERS:
        return None
    if noun.last > reading.passage.hi:  # told in a later paragraph
        return Phrase(at, noun.last, noun) if noun.definite and noun.kind == "organization" else None
    bare = noun.kind == "person" and noun.role_span is None and at not in reading.cast.by_word
    known = noun.definite or noun.kind == "person" or counted
    return reading.extended(at, noun) if not bare and (known or are_some(reading, noun)) else None


def are_some(reading: Reading, noun: NounPhrase) -> bool:
    """Tell whether a noun phrase tells of some people of a body or a country («باحثون من جامعة كذا»)."""
    forms = reading.passage.words.forms
    some = noun.kind == "role" and noun.number == "p" and not noun.definite
    return some and noun.last < len(forms) and forms[noun.last] in _THEIRS


_OF_PRESS: Final = frozenset({"تقرير", "تحقيق", "خبر"})
"""What a newspaper publishes as its own."""


def is_of_outlet(reading: Reading, first: int, head: str | None) -> bool:
    """Tell whether a paper at word `first` is the word of an outlet («تقرير نشرته صحيفة كذا»); a study is not."""
    return head in reading.grammar.naming and stem_of(reading, first).removeprefix("ل").removeprefix("ال") in _OF_PRESS


def _without_lead(word: str) -> str:
    """Return the name of a paper without the preposition that is glued to it («لبيان», «بدراسة»), other words as is."""
    return word[1:] if word[:1] in "بل" and word[1:] in _PAPERS else word


def is_paper(word: str) -> bool:
    """Tell whether a folded word is one of the papers that a body or people issue, with the article or without it."""
    return (word[2:] if word[:2] in {"ال", "لل"} else word) in _PAPERS


def _issuer_elsewhere(reading: Reading, first: int) -> Entity | None:
    """Return the issuer that stands with another mention of a definite paper: the nearest before it, or behind it."""
    stem = stem_of(reading, first)
    paper = stem.removeprefix("ال")
    if paper == stem or paper not in _PAPERS:
        return None
    owned = paper[:-1] + "ت" if paper[-1] == "ه" else paper
    places = reading.nouns.words.positions
    told = {at for form in _spellings(paper) for at in places(form) if at != first}
    whose = {at for pronoun in ("ها", "ه", "هم") for lead in _LEADS for at in places(lead + owned + pronoun)}
    near = sorted(at for at in told | whose if abs(at - first) < _REACH)
    split = bisect_left(near, first)
    for at in (*reversed(near[:split]), *near[split:]):
        body = _owner(reading, at) if at in whose else _issuer_behind(reading, at)
        if body is not None:
            return body
    return None


@lru_cache(maxsize=32)
def _spellings(paper: str) -> tuple[str, ...]:
    """Return how a paper may be written, with the article and what is glued to it."""
    bare = (lead + paper for lead in _LEADS)
    definite = (lead + "ال" + paper for lead in _LEADS if lead != "ل")
    return (*bare, *definite, "لل" + paper, "ولل" + paper)


def _issuer_behind(reading: Reading, at: int) -> Entity | None:
    """Return the body behind a paper: «تقرير شركة كذا», «التقرير الشهري لشركة كذا», «بيان صادر عن كذا»."""
    words, spaced = reading.passage.words, reading.nouns.words.spaced
    forms, count, grammar = words.forms, len(words.forms), reading.grammar
    if _without_lead(stem_of(reading, at).removeprefix("و")).removeprefix("ال") not in _PAPERS:
        return None
    index = at + 1
    while index < min(at + 1 + _ADJECTIVES, count) and spaced[index - 1] and _tells_kind(reading, index):
        index += 1
    if index >= count or not spaced[index - 1]:
        return None
    led = index == at + 1 and not stem_of(reading, at).startswith("ال")  # «تقرير شركة كذا»
    index += forms[index] in grammar.relative
    if index + 1 < count and (forms[index] in grammar.issued or forms[index] in ISSUED_IT):
        index = past_time(reading, index + 1)
        index += index < count and forms[index] in OUT_OF
        led = True
    if index >= count or not spaced[index - 1]:
        return None
    part = reading.cast.by_word.get(index)
    if part is None or part.first != index or part.entity.type != "organization":
        return None
    if forms[index - 1].startswith("نشر") and forms[index].removeprefix("و") in grammar.naming:
        return None  # «دراسة نشرتها صحيفة كذا» is another's
    glued = part.start > words.starts[index] and forms[index][0] == "ل"
    return part.entity if led or glued else None


def _tells_kind(reading: Reading, at: int) -> bool:
    """Tell whether a word tells the kind of a paper: no body, no preposition, no issuing."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if at in reading.cast.by_word or word in grammar.preposition or word in grammar.issued or word in ISSUED_IT:
        return False
    if word in grammar.relative or word in grammar.naming or word[0] in "لب":
        return False
    return word.startswith(("ال", "مشترك")) or word in KINDS_OF_PAPERS or word.endswith(("ي", "يه"))


def _owner(reading: Reading, at: int) -> Entity | None:
    """Return the body that «تقريرها» belongs to: the nearest before it."""
    for index in range(at - 1, max(-1, at - _OWNER), -1):
        part = reading.cast.by_last.get(index + 1)
        if part is not None and part.entity.type == "organization":
            return part.entity
    return None
