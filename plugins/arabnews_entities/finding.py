"""Puts the entities of an article together: people with their roles, organisations, places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.joining.clusters import Person, join, settled
from arabnews_entities.joining.completing import complete
from arabnews_entities.joining.latin import find_authors, find_latin, join_latin
from arabnews_entities.joining.outside import find_outside
from arabnews_entities.joining.returning import propagate
from arabnews_entities.joining.roles import MOST_HOLDERS, Holder, holders, last_speaker, link
from arabnews_entities.joining.short_names import short_names
from arabnews_entities.joining.unnamed import Unnamed
from arabnews_entities.making import folded, make_bodies, make_person
from arabnews_entities.model.layer import read_model, with_bodies, with_people
from arabnews_entities.naming.alone import is_phrase
from arabnews_entities.naming.evidence import names_body
from arabnews_entities.naming.nobodies import is_concept, nobody
from arabnews_entities.persons.lengthening import lengthen
from arabnews_entities.persons.listing import read_lists
from arabnews_entities.persons.people import find_people
from arabnews_entities.phrasing.bodies import find_bodies
from arabnews_entities.phrasing.preceding import outside_offices, with_offices
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    HEAD,
    NAMELIKE,
    STOP,
    STYLE,
    TITLE,
    VERB,
    WEAK,
    Lexis,
)
from arabnews_entities.vocabulary.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Embed, Entity
    from arabnews_entities.naming.namings import Naming
    from arabnews_entities.phrasing.phrases import NounPhrase

_SPOKESMEN: Final = frozenset(
    c + w for w in ("متحدث", "متحدثه", "ناطق", "ناطقه", "الناطق", "الناطقه") for c in ("", "و")
)
"""Where one of these stands, «المتحدث» may mean him, not whoever spoke last."""


_SOURCES: Final = ("مصدر", "مصادر", "المصادر", "ومصادر", "ومصدر")


def find_all(text: str, prose: str, lists: Lexis, embeds: Sequence[Embed] = (), outside: str = "") -> Iterator[Entity]:
    """Yield the entities of an article's prose; spans are cut from `text`, which has the same offsets.

    In `embeds`, the article's posts, people of the prose are known as authors; in `outside`, the page's furniture at
    the same offsets, by their names.
    """
    words = read_words(prose, lists)
    names, phrases = find_people(words)
    if words.tags:
        names = [n for n in names if words.whole_tag(n.first, n.last, n.phrase.first if n.phrase else n.first)]
        phrases = [p for p in phrases if words.whole_tag(p.first, p.last, p.first)]
    if names:
        names = [n for n in names if not (names_body(words, n) or is_phrase(words, n.first, n.last))]
    named = read_model(words, names)
    names = with_people(words, names, phrases, named)
    names = [n for n in names if not (nobody(words, n.first) or is_concept(words, n))]
    names = with_offices(words, names)
    phrases = outside_offices(words, phrases, names)
    people = join(words, settled(words, read_lists(words, names)))
    taken = {i for person in people for n in person.namings for i in range(n.first, n.last)}
    complete(words, people, taken)
    lengthen(words, people, taken)
    propagate(words, people, taken)
    join_latin(people)
    people.sort(key=lambda p: min(n.start for n in p.namings))
    by_role = _linked(words, people, phrases, taken)
    if people and outside:
        for person, start, end in find_outside(outside, lists, short_names(words, people)):
            person.elsewhere.append((start, end))
    for person, start, end in (*find_latin(prose, people), *find_authors(text, embeds, people)):
        at = words.table.at(start)
        if at not in taken or words.table.starts[at] >= end:
            person.elsewhere.append((start, end))
    for person in people:
        yield make_person(text, words, person, by_role.get(id(person), []))
    yield from make_bodies(text, words, with_bodies(words, find_bodies(words, taken), named, taken))


def _linked(
    words: Words, people: list[Person], phrases: Sequence[NounPhrase], taken: set[int]
) -> dict[int, list[NounPhrase]]:
    """Return the role phrases that refer to each person, by the identity of the person; their words become taken."""
    if not phrases or not people:
        return {}
    known = holders(people)
    in_office = [holder for holder in known if holder.offices][:MOST_HOLDERS]
    starts = sorted((n.start, i) for i, person in enumerate(people) for n in person.namings if not _related(n))
    titled = [(start, i) for start, i in starts if known[i].offices]
    linked: dict[int, list[NounPhrase]] = {}
    unnamed = Unnamed(words)
    untitled = {n.first: (person, i) for person in people for i, n in enumerate(person.namings) if n.phrase is None}
    for phrase in phrases:
        if phrase.last in untitled and words.spaced[phrase.last - 1] and not words.words[phrase.last].peel:
            owner, i = untitled[phrase.last]  # «الدكتور كامل», whose surname alone is told by his full name
            owner.namings[i] = owner.namings[i]._replace(phrase=phrase)
            continue
        if not taken.isdisjoint(range(phrase.first, phrase.last)) or _names_another(words, phrase):
            continue
        if phrase.head == "مصدر":
            # where the article has sources without a name, one of them is meant
            nameless = any(words.positions(form) for form in _SOURCES)
            person = None if nameless else last_speaker(phrase, known, starts)
        elif phrase.head == "متحدث" and not phrase.office and words.types.isdisjoint(_SPOKESMEN):
            person = last_speaker(phrase, known, starts)
        elif phrase.head == STYLE:
            person = last_speaker(phrase, known, _styled(words, phrase, known, titled))
        else:
            person = link(phrase, in_office)
            if person is not None and unnamed.is_taken_up(phrase, person):
                person = None
        if person is not None:
            linked.setdefault(id(person), []).append(phrase)
            taken.update(range(phrase.first, phrase.last))
    return linked


_STYLES: Final = (
    ("سمو", frozenset(["سمو", "السمو", "امير", "اميره", "شيخ", "شيخه", "ولي"])),
    ("جلال", frozenset(["جلاله", "الجلاله", "ملك", "ملكه", "سلطان", "عاهل", "خادم"])),
)
"""Words of which one stands in the role of whoever is meant by a style of address that begins so."""


def _styled(
    words: Words, phrase: NounPhrase, known: list[Holder], titled: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the places of those whom a style of address fits: «سموه» is a prince, «جلالته» a king."""
    asked = [marks for opening, marks in _STYLES if words.words[phrase.first].stem.startswith(opening)]
    if not asked:
        return titled
    fitting: set[int] = set()
    for i in dict.fromkeys(i for _, i in titled):
        for n in known[i].person.namings:
            span = n.phrase.role_span if n.phrase is not None else None
            told = map(folded, words.text[slice(*span)].split()) if span else ()
            if any(word in asked[0] or word.removeprefix("ال") in asked[0] for word in told):
                fitting.add(i)
    return [place for place in titled if place[1] in fitting]


def _related(n: Naming) -> bool:
    """Tell whether a name only says whose relative or assistant somebody is."""
    return n.phrase is not None and n.phrase.relation


def _names_another(words: Words, phrase: NounPhrase) -> bool:
    """Tell whether a role phrase introduces somebody («الشاعر فلان», whose name was not read), or an office as such."""
    last = phrase.last
    if last < words.count and words.spaced[last - 1] and not words.words[last].peel:
        flag = words.flags[last]
        if (
            not flag
            or (flag & NAMELIKE and not flag & (COMMON | STOP))
            or (flag & WEAK and _called_by_two(words, last))
        ):
            return True
    first = phrase.first
    before = first > 0 and words.spaced[first - 1]
    if phrase.last == first + 1 and phrase.head in _THINGS_TOO:
        return not (before and words.flags[first - 1] & (CUE | VERB))
    return before and words.words[first - 1].stem in _OFFICE_AS_SUCH


def _called_by_two(words: Words, at: int) -> bool:
    """Tell whether a word that is a name too opens a name of two («النائب نعمة كذا»)."""
    if words.flags[at] & _NO_NAME or at + 1 >= words.count or not words.spaced[at] or words.words[at + 1].peel:
        return False
    behind = words.flags[at + 1]
    return not behind or (bool(behind & (NAMELIKE | WEAK)) and not behind & _NO_NAME)


_NO_NAME: Final = STOP | DEFINITE | TITLE | HEAD
_THINGS_TOO: Final = frozenset({"عالم", "حكم"})
"""«العالم» is mostly the world, «الحكم» a sentence or rule: people only where they do something."""


_OFFICE_AS_SUCH: Final = frozenset(["انتخاب", "منصب", "لقب", "رتبه", "وظيفه", "كرسي", "صفه", "بصفه", "درجه"])
"""Nouns behind which an office is meant, not whoever holds it («انتخاب رئيس الجمهورية»)."""
