"""Finds countries, places and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.body import Body
from arabnews_entities.phrasing.definite import INSTITUTIONAL, end_of_definite
from arabnews_entities.phrasing.institutions import NAMED, foundation, read_body
from arabnews_entities.phrasing.listed import CALLED, find_fatah, listed_body
from arabnews_entities.phrasing.marked import behind_kind, behind_name, behind_noun, behind_verbs
from arabnews_entities.phrasing.purposes import RAISING, SPORT, purpose
from arabnews_entities.phrasing.returned import returning, short_name, shortened
from arabnews_entities.vocabulary.wordforms import BODILY
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NATIONAL,
    NISBA,
    PLACE,
    STOP,
    TITLE,
)
from arabnews_entities.vocabulary.words import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from arabnews_entities.vocabulary.words import Words


def find_bodies(words: Words, taken: AbstractSet[int]) -> Iterator[Body]:
    """Yield countries, places and organisations in the order of the text; `taken` are words of people's names."""
    flags, behind = words.flags, 0
    found: list[Body] = []
    known: dict[tuple[str, ...], Body] = {}
    same: dict[str, str] = {}
    for at in places_of(BODILY, words.sorts):
        if at < behind or at in taken or not flags[at] & _BODILY:
            continue
        body = _read(words, at, taken)
        if body is None or not taken.isdisjoint(range(at, body.last)):
            continue
        other = _apposed(words, body, taken) if body.rule == "head-noun" else None
        if other is not None:
            same |= dict.fromkeys(_keys(words, other), body.key)
        for each in (body, other) if other is not None else (body,):
            found.append(each)
            short = short_name(words, each)
            if short:
                known.setdefault(short, each)
            behind = each.last
    covered, count = {i for body in found for i in range(body.first, body.last)}, len(found)
    found += [body for body in find_fatah(words, taken) if body.first not in covered]
    found += _announcing(words, found, known, taken | covered)
    covered.update([i for body in found[count:] for i in range(body.first, body.last)])
    if known:
        found += returning(words, known, taken, covered)
    firsts = {body.key: body.first for body in reversed(found) if body.rule in _NAMED}
    same |= shortened(words, firsts)
    if same:
        found = [b._replace(key=same.get(b.key, b.key)) if b.type == "organization" else b for b in found]
    yield from sorted(found)


def _announcing(
    words: Words, found: Sequence[Body], known: dict[tuple[str, ...], Body], taken: AbstractSet[int]
) -> list[Body]:
    """Return the bodies in marks behind the verbs that tell what they do («أعلنت "ضفاف"»); they are `known` then."""
    bodies: list[Body] = []
    parts: dict[tuple[str, ...], Body] | None = None
    for first, last, end in behind_verbs(words, taken):
        name = words.table.forms[first:last]
        if parts is None:
            parts = _by_parts(words, found)
        whole = known.get(name) or parts.get(name)
        key = whole.key if whole is not None else " ".join(name)
        body = Body(first, last, words.begin(first, 0), end - 1, "organization", key, None, "quoted", inner=first)
        known.setdefault(name, body)
        bodies.append(body)
    return bodies


_NAMED: Final = frozenset({"head-noun", "list"})


def _by_parts(words: Words, bodies: Iterable[Body]) -> dict[tuple[str, ...], Body]:
    """Return the organisations by the shorter names that their names hold («النهر للأقطان»: «شركة النهر للأقطان»)."""
    found: dict[tuple[str, ...], Body] = {}
    for body in bodies:
        if body.type != "organization":
            continue
        forms = words.table.forms[body.first + 1 : body.last]
        for at, form in enumerate(forms):
            for end in range(at + 1, min(len(forms), at + _LONGEST_PART) + 1):
                found.setdefault(forms[at:end], body)
                if form.startswith("لل"):
                    found.setdefault(("ال" + form[2:], *forms[at + 1 : end]), body)
    return found


_LONGEST_PART: Final = 6


def _read(words: Words, at: int, taken: AbstractSet[int]) -> Body | None:
    """Read the country, place or organisation that starts at a word."""
    flag = words.flags[at]
    body = listed_body(words, at) if flag & (PLACE | KNOWN) else None
    if flag & HEAD and (not flag & DEFINITE or foundation(words, at)):
        opened = _headed(words, at, taken)
        if opened is not None and (body is None or _goes_on(words, body.last, opened.last, loosely=True)):
            body = opened
    elif flag & NATIONAL and not flag & DEFINITE:
        return body or _quoted(words, at, at + 1, behind_noun(words, at))
    elif flag & (HEAD | NATIONAL):
        opened = _definite(words, at)
        if opened is not None and (body is None or _goes_on(words, body.last, opened.last)):
            body = opened
    return body


_BODILY: Final = PLACE | KNOWN | HEAD | NATIONAL


def _headed(words: Words, at: int, taken: AbstractSet[int]) -> Body | None:
    quoted = _quoted(words, at, at + 1, behind_noun(words, at))
    if quoted is not None:
        return quoted
    last = read_body(words, at)
    if last > at + 2 and at + 2 in taken and at + 1 not in taken and words.words[at].stem in NAMED:
        last = at + 2  # «شركة ميرلا سامي العلي»: who is named behind is no part of it
    if last - at < 2:
        kind = behind_kind(words, at, taken)
        return _quoted(words, at, at + 2, kind) if kind is not None else _named_after(words, at, taken)
    named = behind_name(words, last, taken) if not words.spaced[last - 1] else None
    if named is not None and words.text[named[1] - 1] != ")":
        return _quoted(words, at, last, named)  # «شركة الطاقة الفلانية "زلدران"»
    stem = words.words[at].stem
    if last - at < 3 and stem in words.lexis.ordinary_heads and _ordinary(words.flags[at + 1]):
        told = stem not in words.lexis.loose_heads or stem in _SPEAKING
        return _body(words, at, last) if told and _speaks(words, at) else None  # «موقع الحادث»
    if stem in words.lexis.loose_heads and not _proper(words, at, last):
        return None
    return _body(words, at, last)


def _quoted(words: Words, at: int, inner: int, named: tuple[int, int] | None) -> Body | None:
    """Return the body that a noun opens and a name in marks ends, which begins at the word `inner`."""
    if named is None:
        return None
    place = words.place(inner)
    if place is not None and place[1] == named[0] and place[0].kind == "organization":
        key, country = " ".join(place[0].words), place[0].country  # «صحيفة "نيويورك تايمز"»
    else:
        key, country = " ".join((words.words[at].stem, *words.table.forms[at + 1 : named[0]])), None
    return Body(at, named[0], words.begin(at), named[1], "organization", key, country, "quoted", inner=inner)


def _apposed(words: Words, body: Body, taken: AbstractSet[int]) -> Body | None:
    """Return the other name in marks that follows a body's («منظمة كذا للأغذية (زلدران)»)."""
    named = behind_name(words, body.last, taken) if not words.spaced[body.last - 1] else None
    if named is None:
        return None
    start, end = words.table.starts[body.last], words.end(named[0] - 1)
    return body._replace(first=body.last, last=named[0], start=start, end=end, rule="quoted", inner=body.last)


def _keys(words: Words, other: Body) -> Iterator[str]:
    """Yield the keys under which a body's other name is found elsewhere."""
    listed = words.place(other.first)
    if listed is not None:
        yield " ".join(listed[0].words)  # «الشرطة الأوروبية (يوروبول)»
    if other.last - other.first == 1:
        yield "ال" + words.table.forms[other.first]  # «(فيفا)», then «الفيفا»


def _definite(words: Words, at: int) -> Body | None:
    """Read a body with the article («الهيئة العامة للطيران المدني», «الحكومة البريطانية»)."""
    last = end_of_definite(words, at)
    return _body(words, at, last) if last else None


def _goes_on(words: Words, at: int, last: int, *, loosely: bool = False) -> bool:
    """Tell whether a listed body's name goes on: a nationality, or what it is for («الاتحاد الأوروبي لكرة القدم»)."""
    if last <= at:
        return False
    if words.table.forms[at][0] == "ل":
        stem = words.words[at].stem
        return words.table.forms[at] == SPORT or stem in words.lexis.fields or stem in RAISING
    return loosely or bool(last == at + 1 and words.flags[at] & NISBA)


def _body(words: Words, at: int, last: int) -> Body:
    """Return the body of a head noun; «الحكومة البريطانية» and «حكومة بريطانيا» have one key."""
    head, country, found = words.words[at].stem, None, words.place(at + 1)
    for i in range(at + 1, last):
        nation = words.lexis.nations.get(words.words[i].stem.removeprefix("ال"))
        if nation is not None:
            country = nation[0]
            break
    key = " ".join((head, *words.table.forms[at + 1 : last]))
    if country is not None and words.flags[at] & NATIONAL and words.flags[at + 1] & NISBA:
        key = " ".join((head[2:], f"country:{country}", *words.table.forms[at + 2 : last]))
    elif found is not None and found[1] == last and words.lexis.table.get("ال" + head, 0) & NATIONAL:
        place = found[0]
        if place.kind == "country" and place.country is not None:
            country, key = place.country, f"{head} country:{place.country}"
    if found is not None and found[1] == last and found[0].kind == "organization" and head in CALLED:
        key = " ".join(found[0].words)
    return Body(at, last, words.begin(at), words.end(last - 1), "organization", key, country, "head-noun")


_PROPER: Final = NISBA | PLACE | KNOWN | FOREIGN | HEAD


def _proper(words: Words, at: int, last: int) -> bool:
    """Tell whether behind a noun like «حركة» a name stands: something proper, a body, or words that return so."""
    for i in range(at + 1, last):
        if words.flags[i] & _PROPER or not words.flags[i] & COMMON or words.words[i].stem in INSTITUTIONAL:
            return True
    forms = words.table.forms
    if at and words.spaced[at - 1] and words.flags[at - 1] & CUE:
        return True
    return any(forms[i + 1] == forms[at + 1] for i in words.positions(forms[at]) if i != at and i + 1 < words.count)


_SPEAKING: Final = frozenset({"اداره", "دايره", "رياسه"})
"""Loose nouns that are bodies where they say something («قالت إدارة المكتبة»)."""


def _speaks(words: Words, at: int) -> bool:
    """Tell whether a noun and the word behind it stand right behind a verb of speech, here or elsewhere."""
    forms, stem = words.table.forms, words.words[at].stem
    if words.flags[at + 1] & TITLE or not words.flags[at + 1] & DEFINITE:
        return False  # «إدارة الرئيس فلان»
    return any(
        i and words.spaced[i - 1] and words.flags[i - 1] & CUE and forms[i + 1] == forms[at + 1]
        for i in (at, *words.positions(stem))
        if i + 1 < words.count
    )


def _ordinary(flag: int) -> bool:
    return bool(flag & COMMON and not flag & (NISBA | PLACE | KNOWN))


def _named_after(words: Words, at: int, taken: AbstractSet[int]) -> Body | None:
    """Read a body named by one listed or unknown word («شركة زين»)."""
    following = at + 1
    if following >= words.count or not words.spaced[at] or following in taken or words.words[following].peel:
        return None
    if words.flags[following] & (STOP | LINK) or not words.flags[following] & NAMELIKE:
        return None
    last = at + 2
    if words.spaced[following] and words.table.forms[last][0] == "ل" and (aim := purpose(words, at, last)):
        return _body(words, at, aim)  # «شركة زلدران للأقطان»
    start, end = words.begin(at), words.end(following)
    key = f"{words.words[at].stem} {words.words[following].stem}"
    return Body(at, last, start, end, "organization", key, None, "head-noun")
