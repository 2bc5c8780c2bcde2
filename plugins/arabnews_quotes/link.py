"""Links reports to speakers: by the source's own name, or by who spoke before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from arabnews.fold import fold

from .grammar import without_conjunction

if TYPE_CHECKING:
    from .cast import Cast, Part
    from .grammar import Grammar
    from .passage import Passage
    from .reports import Report

_MEMORY: Final = 12


@frozen
class Speaker:
    """Who speaks: the name to show, the entity, the others of a joint statement."""

    name: str
    entity: str | None = None
    co_speakers: tuple[str, ...] = ()
    gender: str | None = None
    number: str | None = None


@frozen(eq=False)
class Memory:
    """Who has spoken so far in the article, the last one last, with the id of the statement."""

    turns: list[tuple[Speaker, str, int, int]] = field(factory=list)

    def add(self, speaker: Speaker, statement: str, passage: int, sentence: int) -> None:
        """Remember a turn."""
        self.turns.append((speaker, statement, passage, sentence))

    def last(self, gender: str | None, number: str | None) -> tuple[Speaker, str, int, int] | None:
        """Return the last turn whose speaker agrees in gender (and in the plural, in number)."""
        for turn in reversed(self.turns[-_MEMORY:]):
            if agrees(turn[0], gender, number):
                return turn
        return None


def agrees(speaker: Speaker, gender: str | None, number: str | None) -> bool:
    """Tell whether a verb or participle of a gender and number may have this speaker; what is not known agrees."""
    if number in {"p", "d"}:
        return speaker.number in {"p", "d", None}
    return not (gender and speaker.gender) or gender == speaker.gender


def speaker_of_source(
    passage: Passage, source: tuple[int, int], cast: Cast, grammar: Grammar, gender: str | None, number: str | None
) -> Speaker | None:
    """Return the speaker that a source names: the entity mentioned in it, or the noun phrase itself."""
    first = passage.word_at(source[0])
    words = passage.words
    head = words.forms[first]
    if first not in cast.by_word and head[:1] == "ل" and head[1:2] == "ل":
        head = "ا" + head[1:]
    parts = cast.within(*source)
    phrase = passage.text[source[0] : source[1]].strip(' \t\u00a0،,*"“”«»')
    people = [p for p in parts if p.entity.type == "person"]
    if head in grammar.anonymous and first not in cast.by_word:
        named = [p for p in people if p.form == "name" and _is_apposed(passage, p, first, grammar)]
        if named:
            return _of(named[-1], gender, number)
        return Speaker(phrase, None, (), gender, number)
    if people:
        names = [p for p in people if p.form == "name"] or people
        chosen = names[0]
        if len(names) > 1 and names[1].entity is not names[0].entity:
            joint = words.forms[names[1].first].startswith("و") and names[1].start > words.starts[names[1].first]
            if joint:
                return _of(chosen, gender, "p", tuple(p.entity.name for p in names[1:]))
            if "،" in passage.text[names[0].end : names[1].start]:
                chosen = names[-1]  # «مساعدة الوزير فلان، فلانة»
        return _of(chosen, gender, number)
    if parts:
        organizations = [p for p in parts if p.entity.type == "organization"]
        chosen = (organizations or parts)[0]
        whole = chosen.first <= first + 2 or head in grammar.document or head in grammar.naming
        if whole and (organizations or chosen.end >= source[1] - 1 or chosen.first == first):
            others = tuple(
                p.entity.name
                for p in parts
                if p is not chosen and words.forms[p.first][0] == "و" and p.start > words.starts[p.first]
            )
            return _of(chosen, gender, number, others)
    return Speaker(phrase, None, (), gender, number) if phrase else None


def _is_apposed(passage: Passage, part: Part, first: int, grammar: Grammar) -> bool:
    """Tell whether a name stands in apposition to an anonymous head («متحدث باسم الشركة، فلان»), not inside its phrase."""
    if part.first - first <= 1:
        return True
    if passage.gap_before(part.first).strip() in {"،", ","}:
        return True
    before = passage.words.forms[part.first - 1]
    head = passage.words.forms[first]
    return (
        head.startswith(("متحدث", "ناطق", "خبير", "محلل", "باحث", "ناشط", "طبيب"))
        and not grammar.can_speak(before)
        and (without_conjunction(before) not in grammar.preposition)
        and not any(
            grammar.can_speak(w) and w in {"رييس", "وزير", "رييسه", "وزيره", "نايب", "زعيم"}
            for w in passage.words.forms[first + 1 : part.first]
        )
    )


def _of(part: Part, gender: str | None, number: str | None, others: tuple[str, ...] = ()) -> Speaker:
    return Speaker(part.entity.name, part.entity.id, others, gender, number)


def subject_of_sentence(
    passage: Passage, start: int, before: int, cast: Cast, grammar: Grammar, gender: str | None
) -> Speaker | None:
    """Return the subject of a sentence that starts with a verb and a name («استقبل الوزير فلان …، مؤكدا أن»)."""
    first = passage.word_at(start)
    for at in range(first, min(first + 4, passage.hi)):
        part = cast.by_word.get(at)
        if part is not None and part.start < before and part.entity.type != "location":
            people = [p for p in cast.within(part.start, min(before, part.end + 60)) if p.entity.type == "person"]
            gap = passage.text[part.end : people[0].start] if people else "x"
            if part.entity.type != "person" and people and not gap.strip("، "):
                part = people[0]
            return _of(part, gender, None)
        if without_conjunction(passage.words.forms[at]) in grammar.preposition and at == first:
            return None
    return None


def same_source(report: Report, speaker: Speaker) -> bool:
    """Tell whether the words of a report may be of this speaker: gender and number of its form agree."""
    form = report.form
    return form is None or agrees(speaker, form.gender, form.number)


def is_same_name(first: str, second: str) -> bool:
    """Tell whether two names are the same but for spelling."""
    return fold(first) == fold(second)
