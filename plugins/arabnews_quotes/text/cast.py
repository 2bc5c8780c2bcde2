"""The cast of an article: where its entities are mentioned, by word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import field, frozen

from arabnews_entities import gender_of
from arabnews_entities.vocabulary.wordlists import GIVEN

from .names import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from arabnews.article import Article, DateMention, Entity
    from arabnews.cues import CueReading
    from arabnews.fold import Tokens
    from arabnews_entities.vocabulary.wordforms import Lexis
    from arabnews_quotes.linking.beside_names import Description

    from .grammar import Grammar

_ON: Final = "علي"
"""Where nobody has a longer name, this is a preposition without its dots («شدد علي ضرورة»)."""
_SURE: Final = 2
"""So many verbs of men beside a woman's given name tell that a man bears it."""
_SHORT: Final = 3
"""A letter's name has no more letters."""
BACK: Final = 300
"""Whom a word refers back to is looked for among so many mentions before it."""
_BLESSING: Final = frozenset({"رضي", "كرم", "عليه"})


class Part(NamedTuple):
    """A mention of an entity: words `first` to `last`, characters `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    form: str
    entity: Entity


@frozen(eq=False)
class Cast:
    """All mentions of an article's entities, in order, and its dates by their first word."""

    parts: tuple[Part, ...]
    by_word: dict[int, Part]
    dates: dict[int, tuple[int, DateMention]]
    _starts: tuple[int, ...]
    _dated: tuple[DateMention, ...]
    people: tuple[Entity, ...] = field(default=(), repr=False)
    covered: AbstractSet[int] = field(default=frozenset(), repr=False)
    """The words that belong to mentions."""
    described: dict[str, list[Description]] = field(factory=dict, init=False, repr=False)
    """What the article tells of people beside their names, by the nouns that `beside_names` was asked for."""
    beside: dict[int, Sequence[tuple[str, Description]]] = field(factory=dict, init=False, repr=False)
    """The same by the numbers of those of the `names` that it has looked at."""
    fuller: dict[str, list[Entity]] = field(factory=dict, init=False, repr=False)
    """The bodies by parts of their names, once `fuller_bodies` has read it."""
    _found: dict[tuple[str, frozenset[str]], Entity | None] = field(factory=dict, init=False, repr=False)

    shown: dict[str, str] = field(factory=dict, init=False, repr=False)
    """The genders of people that something else than their offices shows, once `show_genders` has read it."""

    @cached_property
    def by_last(self) -> dict[int, Part]:
        """The mentions by the word behind them."""
        return {part.last: part for part in self.by_word.values()}

    @cached_property
    def names(self) -> tuple[Part, ...]:
        """The mentions of people by name."""
        return tuple([part for part in self.parts if part.form == "name" and part.entity.type == "person"])

    @cached_property
    def roles(self) -> tuple[tuple[Entity, tuple[str, ...]], ...]:
        """The offices of the people, word by word, folded and without the article."""
        return tuple(
            (entity, tuple(word.removeprefix("ال") for word in folded(role.text).split()))
            for entity in self.people
            for role in entity.roles
        )

    @cached_property
    def holders(self) -> dict[str, tuple[tuple[Entity, frozenset[str]], ...]]:
        """The people and the words of their offices, by the first of these words."""
        found: dict[str, list[tuple[Entity, frozenset[str]]]] = {}
        for entity, role in self.roles:
            if role:
                found.setdefault(role[0], []).append((entity, frozenset(role)))
        return {head: tuple(known) for head, known in found.items()}

    @cached_property
    def organizations(self) -> tuple[Entity, ...]:
        """The bodies."""
        return tuple({p.entity.id: p.entity for p in self.parts if p.entity.type == "organization"}.values())

    @cached_property
    def in_office(self) -> frozenset[str]:
        """The ids of the people who have an office."""
        return frozenset(entity.id for entity in self.people if entity.roles)

    @cached_property
    def by_ending(self) -> dict[str, Entity]:
        """The first person whose folded name has more words before these."""
        found: dict[str, Entity] = {}
        for entity in self.people:
            name = folded(entity.name)
            at = name.find(" ")
            while at >= 0:
                found.setdefault(name[at + 1 :], entity)
                at = name.find(" ", at + 1)
        return found

    @cached_property
    def by_beginning(self) -> dict[str, Entity | None]:
        """The one person whose folded name begins with a word and has more, or None where there are several."""
        found: dict[str, Entity | None] = {}
        for entity in self.people:
            first, _, rest = folded(entity.name).partition(" ")
            if rest:
                found[first] = None if found.get(first, entity) is not entity else entity
        return found

    @cached_property
    def first_named(self) -> Part | None:
        """The first mention of a person by name."""
        return next(iter(self.names), None)

    @cached_property
    def _genders(self) -> dict[str, str]:
        """The genders of the people whose offices show them, by their ids."""
        return {entity.id: gender for entity in self.people if (gender := gender_of(entity)) is not None}

    def may_be(self, entity: str | None, gender: str | None) -> bool:
        """Tell whether somebody may be the subject of a verb of a gender."""
        theirs = self.shown.get(entity) or self._genders.get(entity) if entity is not None else None
        return gender is None or theirs is None or theirs == gender

    def gender(self, entity: Entity) -> str | None:
        """Return the gender that somebody's offices, his given name or a verb of saying before it show, if any does."""
        return self.shown.get(entity.id) or self._genders.get(entity.id)

    def holder_of(self, head: str, wanted: frozenset[str]) -> Entity | None:
        """Return the one person with an office of a head that holds all the wanted words, or those and no others."""
        key = head, wanted
        if key not in self._found:
            holders = [(entity, words) for entity, words in self.holders.get(head, ()) if wanted <= words]
            found = {entity.id: entity for entity, _ in holders}
            if len(found) != 1:  # «وزير الخارجية» beside «وزير الخارجية الأردني»
                found = {entity.id: entity for entity, words in holders if wanted == words}
            self._found[key] = next(iter(found.values())) if len(found) == 1 else None
        return self._found[key]

    def before(self, offset: int) -> Iterator[Part]:
        """Yield the mentions that start before an offset, the last one first, `BACK` of them at the most."""
        high = bisect_left(self._starts, offset)
        yield from reversed(self.parts[max(0, high - BACK) : high])

    def within(self, start: int, end: int) -> list[Part]:
        """Return the mentions that lie inside a stretch of the text."""
        starts = self._starts
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] >= end:
            return []
        return [part for part in self.parts[low : bisect_left(starts, end, low)] if part.end <= end]

    def dates_within(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Return the date mentions that lie inside a stretch of the text."""
        if not self._dated:
            return ()
        first = last = bisect_left(self._dated, start, key=_DATE_START)
        while last < len(self._dated) and (span := self._dated[last].span) is not None and span.end <= end:
            last += 1
        return self._dated[first:last]


def read_cast(article: Article, words: Tokens) -> Cast:
    """Return the cast of an article whose words are given."""
    parts, starts, ends, count = [], words.starts, words.ends, len(words)
    for entity in article.entities:
        if entity.name.startswith(("لل", "لـ")):  # nobody is called «للأعمال»
            continue
        doubtful = entity.name == _ON
        for mention in entity.mentions:
            span = mention.span
            start, end = span.start, span.end
            first = bisect_right(ends, start)
            last = bisect_left(starts, end, first)
            if end - start <= _SHORT and words.text[end : end + 1] == "." and words.text[end + 1 : end + 2].isalpha():
                continue  # «سي.بي.كذا» is nobody called «سي»
            if doubtful and not (last < count and words.forms[last] in _BLESSING):
                continue
            if first < last:
                parts.append(Part(first, last, start, end, mention.form, entity))
    parts.sort(key=_END, reverse=True)
    parts.sort(key=_START)  # of those that start together the longest first
    dates: dict[int, tuple[int, DateMention]] = {}
    dated = [date for date in article.dates if date.span is not None]
    dated.sort(key=_DATE_START)
    for date in dated:
        if date.span is not None:
            first = bisect_right(ends, date.span.start)
            dates[first] = (bisect_left(starts, date.span.end, first), date)
    by_word: dict[int, Part] = {}
    deque(map(by_word.setdefault, map(_FIRST, parts), parts), maxlen=0)
    covered = set(chain.from_iterable(map(range, by_word, map(_LAST, by_word.values()))))
    people = tuple([entity for entity in article.entities if entity.type == "person"])
    return Cast(tuple(parts), by_word, dates, tuple(map(_START, parts)), tuple(dated), people, covered)


def show_genders(cast: Cast, cues: Mapping[int, CueReading], grammar: Grammar, lists: Lexis) -> None:
    """Read what verbs of saying right before their names, and their given names, show of the genders of people.

    A verb that people are also the object of («أبلغت فلانا») shows nothing.
    """
    told: dict[str, list[str]] = {}
    for index in cues.keys() & {first - 1 for first in cast.by_word}:
        part, cue = cast.by_word[index + 1], cues[index]
        if part.form != "name" or part.entity.type != "person":
            continue
        form = next((form for form in cue.forms if form.finite and not form.pronoun), None)
        if form is not None and form.gender is not None and "OBJ" not in form.frames:
            told.setdefault(part.entity.id, []).append(form.gender)
    for entity in cast.people:
        first, _, rest = folded(entity.name).partition(" ")
        verbs = told.get(entity.id, [])
        if first in grammar.woman:
            man = len(verbs) >= _SURE and "f" not in verbs  # a man's second name, or one of another language
            cast.shown[entity.id] = "m" if man else "f"
        elif len(set(verbs)) == 1:
            cast.shown[entity.id] = verbs[0]
        elif cast.gender(entity) is None and rest and first not in grammar.either and lists.word(first).flags & GIVEN:
            cast.shown[entity.id] = "m"


_DATE_START: Final = attrgetter("span.start")
_FIRST: Final = itemgetter(Part._fields.index("first"))
_LAST: Final = itemgetter(Part._fields.index("last"))
_START: Final = itemgetter(Part._fields.index("start"))
_END: Final = itemgetter(Part._fields.index("end"))
