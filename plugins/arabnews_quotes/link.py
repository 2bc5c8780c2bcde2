"""Links reports to speakers: by the source's own name, or by who spoke before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from arabnews.fold import fold as _fold
from arabnews_entities import gender_of

from .grammar import without_conjunction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Entity
    from arabnews_entities import NounPhrase

    from .cast import Part
    from .phrases import Phrase, Reading

MEMORY: Final = 12
"""A dropped subject is looked for among so many turns back."""

fold = lru_cache(maxsize=512)(_fold)
"""Names are compared again and again in one article."""

_LIKE: Final = {"ناطق": "متحدث"}
"""Heads that stand for one another."""

_CLAUSES: Final = 40
"""The subject of a clause before is looked for so many words back."""
_AIDES: Final = frozenset({"مساعد", "نائب", "مستشار", "محامي", "محام", "سكرتير", "مدرب", "وكيل"})
"""Heads that, in the construct with a name, are someone else than the name."""
_ISSUED: Final = frozenset({"صادر", "صادره", "الصادر", "الصادره", "عن", "من"})

_BACK: Final = frozenset(
    {"المصدر", "المصادر", "المتحدث", "المتحدثه", "المسوول", "المسووله", "البيان", "التقرير", "الدبلوماسي",
     "الدبلوماسيه", "الاخير", "الاخيره", "الرساله", "المتحدثون", "المسوولون"}
)  # fmt: skip
"""Heads that by themselves refer to whoever spoke last."""


@frozen
class Speaker:
    """Who speaks: the name to show, the entity, the others of a joint statement, the head noun that called him last."""

    name: str
    entity: str | None = None
    co_speakers: tuple[str, ...] = ()
    gender: str | None = None
    number: str | None = None
    head: str | None = None


@frozen
class Turn:
    """Someone's turn to speak: the id of the statement, or "" where the verb reported nothing; passage and sentence."""

    speaker: Speaker
    statement: str
    passage: int
    sentence: int


@frozen(eq=False)
class Memory:
    """Who has spoken so far in the article, the last one last."""

    turns: list[Turn] = field(factory=list)

    def agreeing(self, gender: str | None, number: str | None) -> Iterator[Turn]:
        """Yield the latest turns whose speakers agree with a verb or participle, the last one first."""
        for turn in reversed(self.turns[-MEMORY:]):
            if agrees(turn.speaker, gender, number):
                yield turn


def agrees(speaker: Speaker, gender: str | None, number: str | None) -> bool:
    """Tell whether a verb or participle of a gender and number may have this speaker; what is not known agrees."""
    if number in {"p", "d"}:
        return speaker.number in {"p", "d", None}
    return not (gender and speaker.gender) or gender == speaker.gender


def source_span(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """Return the offsets of a source, without proclitics in front and lone marks at the end."""
    words = reading.passage.words
    start = phrase.noun.start if phrase.noun is not None else words.starts[phrase.first]
    end = words.ends[phrase.last - 1]
    quotation = reading.passage.quotation_at(end - 1)
    if quotation is not None and start <= quotation.start and end == quotation.inner_end:
        end = quotation.end
    return start, end


def speaker_of_source(  # noqa: C901, PLR0911 - one test a line
    reading: Reading, phrase: Phrase, memory: Memory, gender: str | None, number: str | None
) -> Speaker | None:
    """Return the speaker that a source names: an entity, whoever it refers back to, or the noun phrase itself.

    `gender` and `number` are those of the verb; a plural noun in front of a singular verb counts more.
    """
    noun = phrase.noun
    span = source_span(reading, phrase)
    text = reading.passage.text[slice(*span)].strip(" \t\u00a0،,*")
    own = gender or (noun.gender if noun is not None else None)
    count = noun.number if noun is not None and noun.number != "s" else number
    speaker = Speaker(
        text, None, (), own, count, _LIKE.get(noun.head, noun.head) if noun is not None and noun.head else None
    )
    parts = reading.cast.within(*span)
    if noun is not None and noun.kind == "document":
        return _issuer(reading, phrase, memory, speaker)
    if noun is not None and noun.kind == "person" and _is_of_another(noun):
        turn = next((t for t in reversed(memory.turns) if t.speaker.head == speaker.head), None)
        return _again(turn.speaker, speaker) if turn is not None else speaker
    if noun is not None and noun.kind == "person":
        return _person(reading, noun, parts, speaker)
    if (noun is not None and (noun.kind == "collective" or not noun.definite)) or (
        noun is None and _is_group(reading, phrase)
    ):
        apposed = next((p for p in reversed(parts) if _is_apposed(reading, p, phrase)), None)
        if apposed is not None:
            return _named(apposed.entity, speaker)
        return _refer_back(reading, phrase, memory, speaker)
    again = _same_head(reading, phrase, memory, speaker) or _who_spoke(reading, phrase, memory, speaker)
    if again is not None:
        return again
    entity = reading.nouns.entity(noun) if noun is not None else None
    if entity is not None:
        return _with_others(reading, entity, parts, speaker)
    people = [
        p for p in parts if p.entity.type == "person" and (noun is None or p.start < noun.end or p.last == phrase.last)
    ]
    if people:
        return _named(people[-1].entity, speaker)
    back = _refer_back(reading, phrase, memory, speaker)
    if back is not speaker:
        return back
    own_parts = [p for p in parts if p.first <= phrase.first + 1 or p.last == phrase.last]
    bodies = [p for p in own_parts if p.entity.type == "organization"] or [
        p for p in own_parts if p.first == phrase.first
    ]
    if bodies and (noun is None or noun.kind in {"organization", "place"}):
        return _with_others(reading, bodies[0].entity, parts, speaker)
    return speaker if text else None


def _is_of_another(noun: NounPhrase) -> bool:
    """Tell whether the name in a phrase is whom its head belongs to: «مساعدة بلينكن», «زوجة فلان»."""
    bare = noun.head in _AIDES and not noun.office and noun.name_first == noun.first + 1 and not noun.article
    return noun.relation or bare


def _is_group(reading: Reading, phrase: Phrase) -> bool:
    return reading.passage.words.forms[phrase.first] in reading.grammar.anonymous


def _named(entity: Entity, speaker: Speaker) -> Speaker:
    nameless = all(mention.form == "role" for mention in entity.mentions)
    name = speaker.name if nameless and len(entity.name) < len(speaker.name) else entity.name
    return evolve(speaker, name=name, entity=entity.id, gender=speaker.gender or gender_of(entity))


def _with_others(reading: Reading, entity: Entity, parts: list[Part], speaker: Speaker) -> Speaker:
    """Return an entity as the speaker, with those that و joins to it."""
    words = reading.passage.words
    others = tuple(
        p.entity.name
        for p in parts
        if p.entity is not entity and words.forms[p.first][0] == "و" and p.start > words.starts[p.first]
    )
    return evolve(_named(entity, speaker), co_speakers=others, number="p" if others else speaker.number)


def _person(reading: Reading, noun: NounPhrase, parts: list[Part], speaker: Speaker) -> Speaker:
    names = [p for p in parts if p.entity.type == "person" and p.form == "name"]
    entity = reading.nouns.entity(noun) or (names[0].entity if names else None)
    later = [p for p in names if p.start >= noun.end and p.entity is not entity]
    if later and reading.passage.gap_before(later[0].first).strip() in {"،", ","}:
        return _named(later[0].entity, speaker)  # «مساعدة الوزير فلان، فلانة»
    if entity is not None:
        return _with_others(reading, entity, parts, speaker)
    span = noun.name_span or (noun.start, noun.end)
    return evolve(speaker, name=reading.passage.text[slice(*span)])


def _is_apposed(reading: Reading, part: Part, phrase: Phrase) -> bool:
    """Tell whether a name stands in apposition to an anonymous head («متحدث باسم الشركة، فلان»)."""
    if part.entity.type != "person" or part.form != "name" or part.first == phrase.first:
        return False
    if reading.passage.gap_before(part.first).strip() in {"،", ","}:
        return True
    return part.first - phrase.first == 1 or (phrase.noun is not None and part.first == phrase.noun.last)


def _issuer(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who issued a document: whom its name names, or, for a bare «البيان», who spoke before."""
    passage = reading.passage
    at = phrase.first + 1
    while at < phrase.last and (passage.words.forms[at] in _ISSUED or passage.words.forms[at].endswith(("ته", "تها"))):
        at += 1
    published = phrase.last < passage.hi and passage.words.forms[phrase.last].endswith(("ته", "تها", "ه", "ها"))
    if at >= phrase.last and published:
        at = phrase.last + 1  # «بيان أصدرته …»
    noun = reading.nouns.read(at) if at < phrase.last or published else None
    if noun is not None and noun.kind != "document" and (noun.kind != "role" or noun.definite):
        inner = speaker_of_source(reading, reading.extended(at, noun), memory, None, None)
        return evolve(inner, head=speaker.head, gender=speaker.gender) if inner is not None else None
    governed = at < phrase.last and passage.words.forms[at][0] == "ل"
    if governed and not passage.words.forms[at].startswith("لل"):
        start, end = passage.words.starts[at] + 1, _end_of_name(reading, at, phrase.last)
        parts = reading.cast.within(start, end)
        body = next((p.entity for p in parts if p.start == start), None)
        return _named(body, speaker) if body is not None else evolve(speaker, name=passage.text[start:end])
    if governed:
        rest = passage.text[passage.words.starts[at] + 2 : _end_of_name(reading, at, phrase.last)]
        return evolve(speaker, name="ال" + rest)  # «بيان للخارجية»
    return _refer_back(reading, phrase, memory, speaker)


def _end_of_name(reading: Reading, first: int, last: int) -> int:
    """Return the offset at which the name of an issuer ends: before the next preposition."""
    words = reading.passage.words
    stop = next((i for i in range(first + 1, last) if words.forms[i] in reading.grammar.preposition), last)
    return words.ends[stop - 1]


def _refer_back(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker:
    """Return whom a definite phrase refers back to («المصادر», «الشركة», «ذات المصدر»), or the speaker as it stands."""
    forms = reading.passage.words.forms
    first = forms[phrase.first]
    same = first in {"ذات", "نفس"} and phrase.last - phrase.first > 1
    head = forms[phrase.first + 1] if same else first
    if not head.startswith("ال"):
        return speaker
    words = set(fold(speaker.name).split()[1:])
    stem = head[2:]
    again = _same_head(reading, phrase, memory, speaker)
    if again is not None:
        return again
    for turn in reversed(memory.turns[-2 * MEMORY :]):
        known = fold(turn.speaker.name).split()
        if (
            known
            and known[0] in {stem, head}
            and {w.removeprefix("ال") for w in words} <= {w.removeprefix("ال") for w in known}
        ):
            return _again(turn.speaker, speaker)
    entity = _entity_headed(reading, stem, phrase) if len(words) < 2 else None
    if entity is not None:
        return _named(entity, speaker)
    if same:
        return _again(memory.turns[-1].speaker, speaker) if memory.turns else speaker
    return _who_spoke(reading, phrase, memory, speaker) or speaker


def _who_spoke(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who spoke last, if that is all that a phrase says («المتحدثة», «المسؤول الأمريكي»)."""
    if reading.passage.words.forms[phrase.first] not in _BACK or phrase.last - phrase.first > 2:
        return None
    for turn in reversed(memory.turns[-MEMORY:]):
        if agrees(turn.speaker, speaker.gender, None):
            return _again(turn.speaker, speaker)
    return None


def _same_head(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who was last called by the head of a bare definite phrase («متحدث باسم الوزارة … المتحدث»)."""
    if (
        speaker.head is None
        or not reading.passage.words.forms[phrase.first].startswith("ال")
        or phrase.last - phrase.first > 2
    ):
        return None
    for turn in reversed(memory.turns[-2 * MEMORY :]):
        if turn.speaker.head == speaker.head and agrees(turn.speaker, speaker.gender, None):
            return _again(turn.speaker, speaker)
    return None


def _again(known: Speaker, speaker: Speaker) -> Speaker:
    return evolve(known, gender=speaker.gender or known.gender)


def _entity_headed(reading: Reading, stem: str, phrase: Phrase) -> Entity | None:
    """Return the body named last before a phrase whose own head is the same noun («وزارة الثقافة … الوزارة»)."""
    start = reading.passage.words.starts[phrase.first]
    for part in reversed(reading.cast.parts):
        if part.start < start and part.entity.type == "organization":
            before = reading.passage.words.forms[part.first - 1] if part.first else ""
            if stem in {fold(part.entity.name).split()[0], before}:
                return part.entity
    return None


def subject_of_clause(reading: Reading, start: int, before: int, gender: str | None) -> Speaker | None:
    """Return the subject of the last clause of a sentence: a verb and a name («بعد ذلك، اعتذر فلان، وكتب: …»)."""
    passage = reading.passage
    first, last = passage.word_at(start), passage.word_at(before)
    for at in range(last - 2, max(first, last - _CLAUSES), -1):
        part = reading.cast.by_word.get(at + 1)
        if part is None or part.entity.type != "person" or part.form != "name" or reading.is_plain(at):
            continue
        word = passage.words.forms[at]
        known = gender_of(part.entity)
        if word in reading.grammar.preposition or not reading.is_plain(at + 1) or reading.nouns.read(at) is not None:
            continue
        if not (gender and known and gender != known) and passage.quotation_at(part.start) is None:
            return Speaker(part.entity.name, part.entity.id, (), gender)
    return None


def subject_of_sentence(reading: Reading, start: int, before: int, gender: str | None) -> Speaker | None:
    """Return the subject of a sentence that starts with a verb and a name («استقبل الوزير فلان …، مؤكدا أن»)."""
    passage = reading.passage
    first = passage.word_at(start)
    for at in range(first, min(first + 4, passage.hi)):
        if at in reading.cast.dates:
            continue
        if without_conjunction(passage.words.forms[at]) in reading.grammar.connector:
            first = at + 1
            continue
        if at > first or passage.words.forms[at] not in reading.grammar.kana:
            phrase = reading.phrase(at)
            if phrase is not None and phrase.noun is not None and passage.words.starts[at] < before:
                if phrase.noun.kind not in {"person", "role", "organization", "collective"} and at > first + 1:
                    return None
                speaker = speaker_of_source(reading, phrase, Memory(), gender, None)
                theirs = phrase.noun.gender
                return speaker if not (gender and theirs and gender != theirs) else None
        if at == first and without_conjunction(passage.words.forms[at]) in reading.grammar.preposition:
            return None
    return None
