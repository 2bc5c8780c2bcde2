"""Finds where a body returns by the name behind its noun alone: «شركة زلدران … زلدران», «صحيفة "النهر" … "النهر"»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.purposes import OF_BODIES, SPORT
from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, FOREIGN, NAME, SPELT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from arabnews_entities.phrasing.body import Body
    from arabnews_entities.vocabulary.words import Words


def short_name(words: Words, body: Body) -> tuple[str, ...]:
    """Return the words by which a body is named behind its noun («شركة لينكدإن»), or none where they have other uses.

    A name in marks of ordinary words returns in marks alone.
    """
    if body.inner:
        return words.table.forms[body.inner : body.last]
    if body.rule != "head-noun" or body.last - body.first < 2:
        return ()
    if not all(words.flags[i] & DEFINITE for i in range(body.first + 2, body.last)):
        return ()  # but «شركة ميرلا المتحدة» is «ميرلا» too
    word = words.words[body.first + 1]
    return () if word.flags & ~_NAMING or word.peel or len(word.stem) < _SHORTEST else (word.stem,)


_NAMING: Final = NAME | SPELT | FOREIGN
_SHORTEST: Final = 4


def returning(
    words: Words, known: Mapping[tuple[str, ...], Body], taken: AbstractSet[int], covered: AbstractSet[int]
) -> Iterator[Body]:
    """Yield the places where a body returns by its short name alone."""
    single = {name[0]: body for name, body in known.items() if len(name) == 1}
    for i in words.marked if single else ():
        body = single.get(words.words[i].stem)
        if body is None or i in taken or i in covered:
            continue
        start, end = words.begin(i), words.end(i)
        if (len(words.words[i].stem) >= _SHORTEST and not words.words[i].flags & ~_NAMING) or fills_marks(
            words, start, end
        ):
            yield body._replace(first=i, last=i + 1, start=start, end=end, rule="returning")
    several = [(name, body) for name, body in known.items() if len(name) > 1]
    others = taken | covered if several else covered
    for name, body in several:
        yield from _whole(words, name, body, others)


def _whole(words: Words, name: tuple[str, ...], body: Body, known: AbstractSet[int]) -> Iterator[Body]:
    """Yield the places where a name of several words returns whole; one of ordinary words does so in marks."""
    proper = not all(words.lexis.word(form).flags & COMMON for form in name)
    for clitic in ("", "و", "ب", "ل"):
        for i in words.positions(clitic + name[0]):
            last = i + len(name)
            if words.table.forms[i + 1 : last] != name[1:] or not all(words.spaced[i : last - 1]):
                continue
            start, end = words.begin(i, len(clitic)), words.end(last - 1)
            if known.isdisjoint(range(i, last)) and (proper or fills_marks(words, start, end)):
                yield body._replace(first=i, last=last, start=start, end=end, rule="returning")


def fills_marks(words: Words, start: int, end: int) -> bool:
    """Tell whether a stretch of text fills quotation marks or brackets."""
    return (words.text[max(0, start - 1) : start], words.text[end : end + 1]) in _PAIRS


_PAIRS: Final = {("«", "»"), ('"', '"'), ("(", ")"), ("“", "”"), ("”", "“"), ("'", "'")}


def shortened(words: Words, keys: Mapping[str, int]) -> dict[str, str]:
    """Return the keys of bodies that are named short beside one that is named whole, with the whole one's.

    «المحكمة الدستورية» is «المحكمة الدستورية العليا», «المديرية العامة» that of which the text says what it is for, if
    it names one alone; «وزارة المياه» that of the one country with which the text has named it before. `keys` have
    the words at which they stand first.
    """
    found: dict[str, str] = {}
    several: set[str] = set()
    for key in sorted(keys):
        parts = key.split(" ")
        for i in range(1, len(parts)):
            short = " ".join(parts[:i])
            if short in keys and _completes(words, parts, i, before=keys[key] < keys[short]):
                if short in found:
                    several.add(short)
                found[short] = key
    return {short: key for short, key in found.items() if short not in several}


_TEAMS: Final = frozenset({"منتخب", "المنتخب"})
"""What they are for is no part of their name («المنتخب الوطني لكرة القدم»)."""


def _completes(words: Words, parts: list[str], at: int, *, before: bool) -> bool:
    """Tell whether the words of a whole name from one on tell which body of a shorter name is meant."""
    word = parts[at]
    if word in {"العليا", "الاعلي"}:
        return True
    if word == SPORT:
        return parts[0] not in _TEAMS
    if word[0] == "ل":
        closed = parts[at - 1].startswith("country:") or (
            parts[at - 1][:2] == "ال" and parts[at - 1].endswith(OF_BODIES)
        )
        names = {place.words for place in words.lexis.places.get(parts[0], ())}
        listed = tuple(parts[:at]) in names and tuple(parts) not in names
        return closed and not listed and parts[0] not in _TEAMS and len(word) >= _SHORTEST
    return before and at == len(parts) - 1 and word[:2] == "ال" and word[2:] in words.lexis.nations
