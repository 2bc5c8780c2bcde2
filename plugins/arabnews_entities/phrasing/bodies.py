"""Finds countries, places and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from arabnews_entities.phrasing.definite import INSTITUTIONAL, end_of_definite
from arabnews_entities.phrasing.institutions import NAMED, foundation, read_body
from arabnews_entities.vocabulary.wordforms import BODILY
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NATIONAL,
    NISBA,
    PARTICLE,
    PLACE,
    SPELT,
    STOP,
)
from arabnews_entities.vocabulary.words import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from arabnews_entities.vocabulary.words import Words

LONGEST_QUOTED: Final = 6
_HEADLINE: Final = 400
"""A headline names who speaks within so many characters."""
_CLAUSE_STARTS: Final = frozenset({"ان", "انه", "انها", "لن", "لم", "سوف", "قد", "ليس"})
"""Words by which what stands in quotation marks is a clause, no name."""
_OPENERS: Final = {"«": "»", '"': '"', "“": "”", "”": "“", "'": "'", "(": ")"}


class Body(NamedTuple):
    """A country, place or organisation at one place in the text; `key` joins its mentions."""

    first: int
    last: int
    start: int
    end: int
    type: Literal["organization", "location"]
    key: str
    country: str | None
    rule: str
    acts: bool = False


def find_bodies(words: Words, taken: AbstractSet[int]) -> Iterator[Body]:
    """Yield countries, places and organisations in the order of the text; `taken` are words of people's names."""
    flags, behind = words.flags, 0
    found: list[Body] = []
    known: dict[str, Body] = {}
    for at in places_of(BODILY, words.sorts):
        flag = flags[at]
        if at < behind or at in taken or not flag & _BODILY:
            continue
        body = _listed(words, at) if flag & (PLACE | KNOWN) else None
        if flag & HEAD and (not flag & DEFINITE or foundation(words, at)):
            opened = _headed(words, at, taken)
            if opened is not None and (body is None or opened.last > body.last):
                body = opened
        elif flag & (HEAD | NATIONAL):
            opened = _definite(words, at)
            if opened is not None and (body is None or _goes_on(words, body.last, opened.last)):
                body = opened
        if body is None or not taken.isdisjoint(range(at, body.last)):
            continue
        short = _short_name(words, body)
        if short:
            known.setdefault(short, body)
        found.append(body)
        behind = body.last
    covered = {i for body in found for i in range(body.first, body.last)}
    found += [body for body in _fatah(words, taken) if body.first not in covered]
    if known:
        found += _returning(words, known, taken, covered)
    yield from sorted(found)


_BODILY: Final = PLACE | KNOWN | HEAD | NATIONAL


def _fatah(words: Words, taken: AbstractSet[int]) -> Iterator[Body]:
    """Yield where «فتح», an ordinary word, is the movement: beside «حماس», or alone between marks."""
    if words.types.isdisjoint(_FATAH):
        return
    forms = words.table.forms
    for form in _FATAH:
        for at in words.positions(form):
            before, behind = forms[max(0, at - 1) : at], forms[at + 1 : at + 2]
            start, end = words.table.starts[at] + len(form) - 3, words.end(at)
            beside = (before == ("حماس",) and form == "وفتح") or (behind == ("وحماس",) and words.spaced[at])
            marks = words.text[max(0, start - 1) : start], words.text[end : end + 1]
            if at not in taken and (beside or marks in {("«", "»"), ('"', '"'), ("(", ")"), ("“", "”")}):
                yield Body(at, at + 1, start, end, "organization", "حركه فتح", "PS", "list")


_FATAH: Final = ("فتح", "وفتح", "لفتح")


def _short_name(words: Words, body: Body) -> str:
    """Return the word by which a body is named behind its noun («شركة لينكدإن»), if it is no word of any other use."""
    if body.rule not in {"head-noun", "quoted"} or body.last - body.first < 2:
        return ""
    if not all(words.flags[i] & DEFINITE for i in range(body.first + 2, body.last)):
        return ""  # but «شركة ميرلا المتحدة» is «ميرلا» too
    word = words.words[body.first + 1]
    return "" if word.flags & ~(NAME | SPELT | FOREIGN) or word.peel or len(word.stem) < 4 else word.stem


def _returning(
    words: Words, known: Mapping[str, Body], taken: AbstractSet[int], covered: AbstractSet[int]
) -> Iterator[Body]:
    """Yield the places where a body returns by its short name alone."""
    for i in words.marked:
        body = known.get(words.words[i].stem)
        if body is not None and i not in taken and i not in covered:
            start, end = words.begin(i), words.end(i)
            yield body._replace(first=i, last=i + 1, start=start, end=end, rule="returning")


def _listed(words: Words, at: int) -> Body | None:
    found = words.place(at)
    if found is None:
        return None
    place, last = found
    start, end = words.begin(at), words.end(last - 1)
    if words.flags[at] & FOREIGN and not words.text[start:end].isupper():
        return None  # «WHO», not «who»
    if words.words[at].peel and words.table.forms[at].endswith("ل" + place.words[0][2:]) and place.words[0][:2] == "ال":
        pass  # «للعراق»: the span begins behind both letters
    if place.kind == "organization":
        return Body(at, last, start, end, "organization", " ".join(place.words), place.country, "list")
    key = f"country:{place.country}" if place.kind == "country" and place.country else " ".join(place.words)
    return Body(at, last, start, end, "location", key, place.country, place.kind, _acts(words, at, last))


def _acts(words: Words, at: int, last: int) -> bool:  # noqa: PLR0911 - one case a place in the clause
    """Tell whether a place is the subject of a verb of speech or government: it stands for who governs it.

    «أعلنت واشنطن», «لكن موسكو ترفض», and a headline «موسكو: …».
    """
    peel, form = words.words[at].peel, words.table.forms[at]
    if peel > 1 or (peel and form[0] != "و"):
        return False
    joined = at > 0 and words.spaced[at - 1]
    if joined and not peel:
        before = words.words[at - 1]
        if words.flags[at - 1] & CUE or before.stem in words.lexis.acts:
            return True
        if before.stem not in _CLAUSES:
            return False
    if last >= words.count:
        return False
    if not words.spaced[last - 1]:
        if joined or words.gap(last - 1)[:1] != ":":
            return False
        start = words.table.starts[at]
        return start < _HEADLINE and "\n" not in words.text[:start].strip()
    if words.words[last].peel:
        return False
    return bool(words.flags[last] & CUE) or words.words[last].stem in words.lexis.acts


_CLAUSES: Final = frozenset(["ان", "لكن", "بينما", "فيما", "كانت", "كان", "حيث", "كما", "لان", "اذ", "وكانت", "وان"])
"""Words behind which a clause begins with its subject."""


def _headed(words: Words, at: int, taken: AbstractSet[int]) -> Body | None:
    quoted = _quoted(words, at)
    if quoted:
        start, end = words.begin(at), quoted[1]
        key = " ".join((words.words[at].stem, *words.table.forms[at + 1 : quoted[0]]))
        return Body(at, quoted[0], start, end, "organization", key, None, "quoted")
    last = read_body(words, at)
    if last > at + 2 and at + 2 in taken and at + 1 not in taken and words.words[at].stem in NAMED:
        last = at + 2  # «شركة ميرلا سامي العلي»: who is named behind is no part of it
    if last - at < 2:
        return _named_after(words, at, taken)
    if last - at < 3 and words.words[at].stem in words.lexis.ordinary_heads and _ordinary(words.flags[at + 1]):
        return None  # «موقع الحادث»
    if words.words[at].stem in words.lexis.loose_heads and not _proper(words, at, last):
        return None
    return _body(words, at, last)


def _definite(words: Words, at: int) -> Body | None:
    """Read a body with the article («الهيئة العامة للطيران المدني», «الحكومة البريطانية»)."""
    last = end_of_definite(words, at)
    return _body(words, at, last) if last else None


def _goes_on(words: Words, at: int, last: int) -> bool:
    """Tell whether a listed body's name goes on: a nationality, or what it is for («الاتحاد الأوروبي لكرة القدم»)."""
    return last > at and (words.table.forms[at][0] == "ل" or bool(last == at + 1 and words.flags[at] & NISBA))


def _body(words: Words, at: int, last: int) -> Body:
    """Return the body of a head noun; «الحكومة البريطانية» and «حكومة بريطانيا» have one key."""
    head, country, found = words.words[at].stem, None, words.place(at + 1)
    for i in range(at + 1, last):
        nation = words.lexis.nations.get(words.words[i].stem.removeprefix("ال"))
        if nation is not None:
            country = nation[0]
            break
    key = " ".join((head, *words.table.forms[at + 1 : last]))
    if country is not None and last == at + 2 and words.flags[at] & NATIONAL:
        key = f"{head[2:]} country:{country}"
    elif found is not None and found[1] == last and words.lexis.table.get("ال" + head, 0) & NATIONAL:
        place = found[0]
        if place.kind == "country" and place.country is not None:
            country, key = place.country, f"{head} country:{place.country}"
    return Body(at, last, words.begin(at), words.end(last - 1), "organization", key, country, "head-noun")


_PROPER: Final = NISBA | PLACE | KNOWN | FOREIGN | HEAD


def _proper(words: Words, at: int, last: int) -> bool:
    """Tell whether behind a noun like «حركة» a name stands: something proper, a body, or words that return so."""
    for i in range(at + 1, last):
        if words.flags[i] & _PROPER or not words.flags[i] & COMMON or words.words[i].stem in INSTITUTIONAL:
            return True
    if at and words.spaced[at - 1] and words.flags[at - 1] & CUE:
        return True
    forms = words.table.forms
    return any(forms[i + 1] == forms[at + 1] for i in words.positions(forms[at]) if i != at and i + 1 < words.count)


def _ordinary(flag: int) -> bool:
    return bool(flag & COMMON and not flag & (NISBA | PLACE | KNOWN))


def _quoted(words: Words, at: int) -> tuple[int, int] | None:
    """Return the index behind a short quoted name after a head noun, and the offset behind the mark."""
    if at + 1 >= words.count:
        return None
    gap = words.text[words.end(at) : words.table.starts[at + 1]]
    closer = _OPENERS.get(gap.strip())
    if closer is None or len(gap) > 3:
        return None
    for last in range(at + 2, min(at + 2 + LONGEST_QUOTED, words.count + 1)):
        end = words.end(last - 1)
        mark = words.text[end : end + 1]
        if mark == closer or (mark in "»”" and mark):
            plain = closer == ")" and last == at + 2 and _ordinary(words.flags[at + 1])
            return None if plain else (last, end + 1)  # «شركة (خاصة)»
        if words.flags[last - 1] & (STOP & ~PARTICLE) or words.words[last - 1].stem in _CLAUSE_STARTS:
            return None
        if last < words.count and not words.spaced[last - 1]:
            return None
    return None


def _named_after(words: Words, at: int, taken: AbstractSet[int]) -> Body | None:
    """Read a body named by one listed or unknown word («شركة زين»)."""
    following = at + 1
    if following >= words.count or not words.spaced[at] or following in taken or words.words[following].peel:
        return None
    if words.flags[following] & (STOP | LINK) or not words.flags[following] & NAMELIKE:
        return None
    start, end = words.begin(at), words.end(following)
    return Body(
        at,
        at + 2,
        start,
        end,
        "organization",
        f"{words.words[at].stem} {words.words[following].stem}",
        None,
        "head-noun",
    )
