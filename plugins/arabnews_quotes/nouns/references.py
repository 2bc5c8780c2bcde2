"""Finds whom a source without a name refers back to: «المصادر», «الشركة», «المتحدثة», «معاليه», «بيان للوزارة»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities import gender_of
from arabnews_entities.vocabulary.wordlists import NISBA
from arabnews_quotes.text.memory import LONG_REACH, Speaker, agrees, is_another
from arabnews_quotes.text.names import folded

from .beside_titles import person_called
from .named_beside import BOTH, both_of
from .officials import of_nation, official, other_official

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.text.memory import Memory

    from .phrases import Phrase, Reading

_SOURCE: Final = frozenset({"المصدر", "المصادر"})
_STUDIES: Final = frozenset({"الدراسه", "الاستطلاع", "التقرير"})  # no one person's word
_SOURCES: Final = frozenset({"مصدرا", "مصدر", "مصادر", "مصدران"})
_SHORTLY: Final = 6
_SPEAKERS: Final = frozenset({"المتحدثون", "المتحدثين"})  # whoever spoke
_OFFICE: Final = 6
"""A name stands within so many words behind its office («وزير العدل والحريات، فلان»)."""
_SPOKESMEN: Final = frozenset({"متحدث", "ناطق", "ممثل", "باسم"})
_INTO: Final = frozenset({"من", "الي", "مع", "عن"})
_NEAR: Final = 80
"""A source that said nothing yet is spoken of so many words before «المصدر»."""


def stem_of(reading: Reading, index: int) -> str:
    """Return a folded word without و, ب or ل in front; لل is given back as ال."""
    word = reading.passage.words.forms[index]
    if word[0] not in "لوبفك":
        return word
    if word[0] == "ل":
        return "ال" + word[2:] if word[1:2] == "ل" else word
    return word[1:] if word[1:3] == "ال" else word


def named(entity: Entity, speaker: Speaker) -> Speaker:
    """Return a speaker who is an entity; a longer noun phrase is shown where the article gives no name."""
    nameless = all(mention.form == "role" for mention in entity.mentions)
    name = speaker.name if nameless and len(entity.name) < len(speaker.name) else entity.name
    kind = "person" if entity.type == "person" else "body"
    return Speaker(
        name, entity.id, speaker.co_speakers, speaker.gender or gender_of(entity), speaker.number, speaker.head, kind,
        speaker.called,
    )  # fmt: skip


def again(known: Speaker, speaker: Speaker) -> Speaker:
    """Return a speaker who spoke before, with the gender that the source shows now."""
    return Speaker(
        known.name, known.entity, known.co_speakers, speaker.gender or known.gender, known.number, known.head,
        known.kind, known.called | speaker.called,
    )  # fmt: skip


def refer_back(  # noqa: PLR0911 - one test a line
    reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker
) -> Speaker:
    """Return whom a definite phrase refers back to («المصادر», «الشركة», «ذات المصدر»), or the speaker as it stands."""
    first = stem_of(reading, phrase.first)
    if first == "هولاء" and own_length(reading, phrase) == 1:  # whoever of several spoke last
        last = next((t.speaker for t in memory.latest() if t.speaker.number == "p" or t.speaker.co_speakers), None)
        return again(last, speaker) if last is not None else speaker
    same = first in reading.grammar.same and phrase.last - phrase.first > 1
    head = stem_of(reading, phrase.first + 1) if same else first
    if not head.startswith("ال"):
        return speaker
    found = same_head(reading, phrase, memory, speaker)
    if found is not None:
        return found
    reflexive = reading.grammar.reflexive
    words = {w.removeprefix("ال") for w in folded(speaker.name).split()[1:] if w not in reflexive}
    for turn in memory.latest(LONG_REACH):
        known = folded(turn.speaker.name).split()
        if known and known[0] in {head[2:], head} and words <= {w.removeprefix("ال") for w in known}:
            return again(turn.speaker, speaker)
    paper = head in reading.grammar.document  # «البيان» is no outlet of that name
    bodily = len(words) < 2 and not paper and speaker.kind != "person"  # «الطالبة» is no «جامعة» of hers
    entity = _body_headed(reading, head[2:], phrase) if bodily else None
    if entity is not None:
        return named(entity, speaker)
    entity = person_called(reading, phrase, speaker) if not paper else None
    if entity is not None:
        return named(entity, speaker)
    if same and memory.turns and head in reading.grammar.back:
        return again(memory.turns[-1].speaker, speaker)
    return who_spoke(reading, phrase, memory, speaker) or speaker


def who_spoke(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who spoke last, if that is all that a phrase says («المتحدثة», «المسؤول الأمريكي», «معاليه»)."""
    head = stem_of(reading, phrase.first)
    if head in reading.grammar.honorific:
        others = [t.speaker for t in memory.latest() if t.speaker.kind != "body" and not t.speaker.sacred]
        last = next((known for known in others if known.kind == "person"), next(iter(others), None))
        if last is not None:
            return again(last, speaker)
        person = _first_person(reading, phrase)
        return named(person, speaker) if person is not None else None
    two = speaker.number == "d" and head.startswith("ال")
    if (two or head in BOTH) and own_length(reading, phrase) == 1:
        return both_of(reading, phrase, memory, speaker)
    title = phrase.noun is not None and phrase.noun.kind == "role" and phrase.noun.article
    if not (title or head in reading.grammar.back) or own_length(reading, phrase) > 2:
        return None
    paper = head in reading.grammar.document
    fitting = [
        turn.speaker
        for turn in memory.latest()
        if (not paper or not turn.aside or turn.speaker.head == speaker.head)
        and agrees(turn.speaker, speaker.gender if not paper and head not in _SOURCE else None, None)
        and (_alike_in_number(turn.speaker, speaker) or (paper and speaker.number == "s"))  # a letter of many
    ]
    national = None if paper else of_nation(reading, phrase, speaker)
    if national is not None:
        return named(national, speaker)
    found = _whoever(reading, phrase, memory, speaker, fitting)
    return again(found, speaker) if found is not None and not is_another(found, speaker) else None


def _whoever(  # noqa: PLR0911 - one case a line
    reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker, fitting: list[Speaker]
) -> Speaker | None:
    """Return which of those who spoke, the last one first, an epithet, an office or a paper means."""
    head = stem_of(reading, phrase.first)
    if head in reading.grammar.document:
        study = head in _STUDIES
        same = next((known for known in fitting if known.head == speaker.head), None) if study else None
        issuers = (known for known in fitting if known.kind == "body" or known.head == speaker.head)
        return same or next(issuers, None) or (None if study else next(iter(fitting), None))
    if head in _SOURCE:  # «المصدر ذاته»: whoever told last, be it a ministry
        return None if _new_source(reading, phrase, memory) else _nameless(fitting)
    if head in reading.grammar.back:
        people = [k for k in fitting if k.kind != "body" and not (k.sacred or _is_thing(k))]
        if speaker.number == "p" and head not in _SPEAKERS:
            people = [known for known in people if known.head == speaker.head]  # «المسؤولون» are no «محققون»
        found = next((known for known in people if known.gender == speaker.gender), next(iter(people), None))
        if found is None and speaker.number not in {"p", "d"} and head not in reading.grammar.anonymous:
            person = official(reading, phrase, speaker) or _last_person(reading, phrase, speaker)
            return named(person, speaker) if person is not None else None
        holder = _holder(reading, phrase, speaker, found)
        other = other_official(reading, phrase, speaker, found, head.removeprefix("ال")) if holder is None else None
        return holder or (named(other, speaker) if other is not None else found)
    # «الوزير»: whoever spoke last, unless he holds another office
    found = next((known for known in fitting if known.kind == "person" and not known.sacred), None)
    if speaker.number in {"p", "d"} and found is not None:
        told = {plain(form) for form in reading.passage.words.forms[phrase.first + 1 : phrase.last]}
        others = any(word.endswith(("يون", "يين")) for word in told - found.called)  # «الخبراء السويسريون»
        return None if others or found.head != speaker.head else found  # «الأطباء» are no «خبراء»
    if found is None or found.head == speaker.head:
        return found
    if not _has_office(reading, found):
        one = reading.cast.holder_of(head[2:], frozenset({head[2:]})) if found.kind == "person" else None
        fits = one is not None and one.id != found.entity and reading.cast.may_be(one.id, speaker.gender)
        return named(one, speaker) if one is not None and fits else found
    return found if any(one.id == found.entity for one, _ in reading.cast.holders.get(head[2:], ())) else None


def _nameless(fitting: list[Speaker]) -> Speaker | None:
    """Return who spoke last, or a source without a name that spoke shortly before somebody known by his name did."""
    last = next(iter(fitting), None)
    if last is None or last.entity is None or last.kind != "person":
        return last
    return next((known for known in fitting[:_SHORTLY] if known.head in _SOURCES and known.entity is None), last)


def _is_thing(speaker: Speaker) -> bool:
    """Tell whether a speaker is a noun with the article that no list knows for a person's («القصر»)."""
    return speaker.kind is None and speaker.number != "p" and speaker.name.startswith("ال") and speaker.entity is None


def _holder(reading: Reading, phrase: Phrase, speaker: Speaker, found: Speaker | None) -> Speaker | None:
    """Return the one person of the office of a bare title, if who spoke last holds another («المدير» is no «خبير»)."""
    head = stem_of(reading, phrase.first).removeprefix("ال")
    if found is None or own_length(reading, phrase) != 1 or head in found.called or not _has_office(reading, found):
        return None
    entity = reading.cast.holder_of(head, frozenset({head}))
    same = entity is None or entity.id == found.entity or reading.cast.gender(entity) not in {None, speaker.gender}
    return None if same or entity is None else named(entity, speaker)


def same_head(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who was last called by the head of a bare definite phrase («متحدث باسم الوزارة … المتحدث»).

    «القوات اليمنية» are not «القوات السعودية» of before; «المتحدث الأردني» may be who had no nationality then.
    Who spoke right before, and was never called anything else, is meant by «السائق» rather than another driver.
    """
    stem = stem_of(reading, phrase.first)
    if speaker.head is None or not stem.startswith("ال") or own_length(reading, phrase) > 2:
        return None
    holder = _holder_since(reading, phrase, memory, speaker)
    if holder is not None:
        return named(holder, speaker)
    more = {plain(form) for form in reading.passage.words.forms[phrase.first + 1 : phrase.last]}
    more -= reading.grammar.reflexive
    human = stem in reading.grammar.back and speaker.kind != "body"
    # «الخبراء السويسريون» are others than «الخبراء»
    national = reading.nouns.words.flags[phrase.last - 1] & NISBA and speaker.number not in {"p", "d"}
    last = memory.turns[-1].speaker if memory.turns else None
    human = human and stem not in _SOURCE and stem not in reading.grammar.document
    one = last is not None and last.kind == "person" and last.number == "s" and speaker.number not in {"p", "d"}
    untitled = one and last is not None and not last.sacred and not _has_office(reading, last)
    if last is not None and human and not more and untitled and agrees(last, speaker.gender, None):
        return None if is_another(last, speaker) else again(last, speaker)
    for turn in memory.latest(LONG_REACH):
        alike = turn.speaker.head == speaker.head and _alike_in_number(turn.speaker, speaker)
        fits = more <= turn.speaker.called or (human and national)
        if alike and fits and agrees(turn.speaker, speaker.gender, None):
            return again(turn.speaker, speaker)
    return None


def _holder_since(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Entity | None:
    """Return who was named with the office of a bare title since the last turn.

    «قدم وزير كذا، فلان، توضيحات. وأفاد الوزير بأن», but not «التقى نظيره فلانا», nor whom a preposition or و leads to.
    """
    words, last = reading.passage.words, memory.turns[-1].sentence if memory.turns else 0
    if own_length(reading, phrase) > 1 or speaker.head in {None, *_SOURCES} or speaker.kind == "body":
        return None
    for part in reading.cast.before(words.starts[phrase.first]):
        if part.start <= last:
            break
        if part.entity.type != "person" or part.form != "name":
            continue
        near = range(max(part.first - _OFFICE, 1), part.first)
        head = next((i for i in near if words.forms[i] == folded(speaker.head)), None)
        if head is None or words.forms[head - 1] in reading.grammar.preposition:
            continue
        listed = part.start > words.starts[part.first] or not _INTO.isdisjoint(words.forms[head : part.first])
        if not listed:  # «فريق المدينة من زيد وعمرو» is nobody's office
            return part.entity
    return None


def _new_source(reading: Reading, phrase: Phrase, memory: Memory) -> bool:
    """Tell whether a source without a name was spoken of since the last turn («لكن مصدرا استغرب … وقال المصدر»)."""
    last = memory.turns[-1].sentence if memory.turns else 0
    words = reading.passage.words
    near = range(max(0, phrase.first - _NEAR), phrase.first)
    return any(words.forms[i] in _SOURCES and words.starts[i] > last for i in near)


def _last_person(reading: Reading, phrase: Phrase, speaker: Speaker) -> Entity | None:
    """Return the person named last before a phrase, of its gender: nobody has spoken yet («الفنانة»)."""
    start = reading.passage.words.starts[phrase.first]
    for part in reading.cast.before(start):
        if part.entity.type != "person" or part.form != "name":
            continue
        gender = reading.cast.gender(part.entity)
        if gender == speaker.gender or (gender is None and speaker.gender != "f"):
            return part.entity
    return None


def _has_office(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether someone has been called more than his name."""
    named_so = {plain(word) for word in folded(speaker.name).split()}
    return bool(speaker.called - named_so) or speaker.entity in reading.cast.in_office


def called_so(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return the person whose source held all the words of an office before («فلان مفتي كذا … مفتي كذا»)."""
    words = {plain(form) for form in reading.passage.words.forms[phrase.first : phrase.last]}
    if len(words) < 2:
        return None
    theirs = words - _SPOKESMEN if not words.isdisjoint(_SPOKESMEN) else frozenset()
    for turn in memory.latest(LONG_REACH):
        known = turn.speaker
        if known.kind != "person" or not agrees(known, speaker.gender, None):
            continue
        # «الناطق باسم اتحاد كذا فلان … ممثل اتحاد كذا»
        speaks = len(theirs) > 1 and theirs <= known.called and not known.called.isdisjoint(_SPOKESMEN)
        if words <= known.called or speaks:
            return again(known, speaker)
    return None


@lru_cache(maxsize=2048)
def plain(form: str) -> str:
    """Return a folded word without و, ال and ة, to compare how people are called."""
    return form.removeprefix("و").removeprefix("لل").removeprefix("ال").removesuffix("ه")


def own_length(reading: Reading, phrase: Phrase) -> int:
    """Return the number of words of a phrase, «نفسه» and «ذاتها» not counted."""
    forms, reflexive = reading.passage.words.forms, reading.grammar.reflexive
    length = phrase.last - phrase.first
    if reflexive.isdisjoint(forms[phrase.first : phrase.last]):
        return length  # as nearly always
    return length - sum(form in reflexive for form in forms[phrase.first : phrase.last])


def _alike_in_number(known: Speaker, speaker: Speaker) -> bool:
    """Tell whether several are not taken for one."""
    if speaker.number in {"p", "d"} and known.number is None and known.kind == "person" and not known.co_speakers:
        return False
    return not (speaker.number in {"p", "d"} and known.number == "s") and not (
        speaker.number == "s" and known.number in {"p", "d"} and known.kind != "body"
    )


def _body_headed(reading: Reading, stem: str, phrase: Phrase) -> Entity | None:
    """Return the body named last before a phrase whose own head is the same noun («وزارة الثقافة … الوزارة»)."""
    start = reading.passage.words.starts[phrase.first]
    for part in reading.cast.before(start):
        if part.entity.type == "organization":
            before = reading.passage.words.forms[part.first - 1] if part.first else ""
            head, *others = folded(part.entity.name).split()
            if stem in {head.removeprefix("ال"), before} and not _other_kind(reading, phrase, others):
                return part.entity
    return None


def _other_kind(reading: Reading, phrase: Phrase, others: list[str]) -> bool:
    """Tell whether an adjective sets a body apart from one with another: «الاتحاد الآسيوي», «الاتحاد الدولي»."""
    own = reading.passage.words.forms[phrase.first + 1 : phrase.last]
    adjective = next((form for form in own if form.startswith("ال") and form not in reading.grammar.reflexive), None)
    theirs = [form for form in others if form.startswith("ال") and form.endswith(("ي", "يه"))]
    return adjective is not None and bool(theirs) and adjective not in theirs


def _first_person(reading: Reading, phrase: Phrase) -> Entity | None:
    """Return the person named first before a phrase: whom the report is about."""
    start = reading.passage.words.starts[phrase.first]
    part = reading.cast.first_named
    return part.entity if part is not None and part.start < start else None
