"""Offices: a head noun with all that belongs to it, up to where a name may begin; and the names of organisations.

A bare head is open: it asks for a complement («رئيس مجلس النواب»); the article, a country or a name closes it.
What is closed takes adjectives and prepositional phrases alone, so a bare noun ends it. Grammar after Badawi,
Carter and Gully, Modern Written Arabic, chapter 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    VERB,
    WEAK,
    Title,
)

if TYPE_CHECKING:
    from arabnews_entities.words import Words

LONGEST_ROLE: Final = 14
STATUSES: Final = {
    "سابق": "former", "سابقه": "former", "اسبق": "former", "راحل": "former", "راحله": "former", "مخلوع": "former",
    "معزول": "former", "مقال": "former", "منصرف": "former", "منتخب": "elect", "منتخبه": "elect", "مكلف": "elect",
    "مكلفه": "elect", "موقت": "acting", "موقته": "acting", "انتقالي": "acting", "انتقاليه": "acting",
}  # fmt: skip
"""What the adjective after an office tells of it."""
ACTING: Final = frozenset({"بالوكاله", "بالانابه", "بالنيابه"})
KIN: Final = frozenset(["نجل", "ابن", "شقيق", "شقيقه", "زوجه", "زوج", "والد", "والده"])
"""Heads that name a person by another one; the name after them is the other's."""
_PREPOSITIONS: Final = frozenset({"في", "لدي", "الي"})


_PARTICIPLES: Final = frozenset(
    [
        "معارض",
        "مساعد",
        "منتج",
        "ممثل",
        "مشرف",
        "مقدم",
        "مراقب",
        "مرشح",
        "مسوول",
        "متهم",
        "معتقل",
        "مدافع",
        "مهاجم",
        "خبير",
        "كبير",
        "ناشط",
    ]
)

"""Heads that qualify another noun as easily."""


class Office(NamedTuple):
    """A title with office, nationality and status, as read from its head noun on."""

    last: int  # the index behind the role, when a name follows or the phrase closes
    safe: int  # the index behind its surest part, without a trailing prepositional phrase
    title: Title
    country: str | None
    status: str | None
    closed: bool
    office: tuple[str, ...]
    honorific: bool
    relation: bool
    short: bool = False  # a definite head with nothing but a nationality, status or honorific


def read_role(words: Words, index: int) -> Office | None:  # noqa: C901, PLR0912, PLR0915
    """Read title, office, nationality and status from a head noun on."""
    title = words.title(index)
    if title is None or _is_adjective(words, index, title):
        return None
    at = index + 1
    phrase = _honorific_phrase(words, index)
    if phrase:
        at = phrase
    stem = words.stem(index)
    definite = title.definite or bool(phrase)
    honorific = title.kind == "honorific"
    closed, safe = definite, at
    country: str | None = None
    status: str | None = None
    office: list[str] = []
    relation = title.lemma in KIN and not definite
    organ, governed, indefinite = False, False, False
    limit = min(len(words), index + LONGEST_ROLE)
    while at < limit and words.joined(at - 1):
        flag, word = words.flags[at], words.words[at]
        stem, form = word.stem, words.table.forms[at]
        bare = stem.removeprefix("ال")
        if form in ACTING:
            status, at = "acting", at + 1
            safe = at
            continue
        if flag & NUMBER or (flag & CUE and not flag & DEFINITE) or flag & VERB:
            break
        if closed:
            if flag & NISBA and flag & DEFINITE and not word.peel:
                code, agreement = words.lexis.nations[bare]
                if country is None or agreement[0] == (title.gender or "m"):
                    country = code
                at += 1
            elif flag & STATUS and flag & DEFINITE and not word.peel:
                status, at = STATUSES.get(bare, status), at + 1
            elif flag & TITLE and not word.peel:
                inner = words.title(at)
                if inner is not None and inner.kind == "honorific" and (inner.definite or honorific):
                    honorific, at = True, at + 1
                    safe_here = False
                    if not safe_here:
                        continue
                elif honorific and inner is not None and inner.kind in {"office", "person"}:
                    # «السيد وزير المياه»: the office is what counts
                    nested = read_role(words, at)
                    return nested._replace(honorific=False) if nested is not None else None
                elif flag & DEFINITE and inner is not None and inner.kind != "document":
                    at += 1
                else:
                    break
            elif (
                word.peel and flag & DEFINITE and flag & COMMON and not honorific
                and (form[0] in "ول" or (form[0] == "ب" and flag & (HEAD | KNOWN | PLACE)))
            ):  # fmt: skip
                office.append(bare)
                at += 1
                if form[0] == "و" and not form.startswith("ول"):
                    continue  # «والمغتربين»: only safe when a name follows
                if form[0] == "ب":
                    continue
            elif stem in _PREPOSITIONS and flag & PARTICLE and not honorific:
                if not _complement_follows(words, at):
                    break
                closed, at, organ, governed = False, at + 1, False, True
                continue
            elif form == "باسم" and not honorific:
                closed, at = False, at + 1
                continue
            elif (
                word.peel
                and form[0] == "ل"
                and not honorific
                and flag & (COMMON | PLACE | KNOWN)
                and not flag & NAMELIKE
            ):
                found = words.place(at)
                if found is not None:
                    at = found[1]
                    country = country or found[0].country
                else:
                    closed, at = False, at + 1
                    continue
            elif flag & DEFINITE and not word.peel and not (flag & NAMELIKE and not flag & COMMON) and not honorific:
                if not flag & COMMON and not _goes_on_unknown(words, at):
                    break  # unknown with the article: a surname, unless a name comes after it
                office.append(bare)
                at += 1
            elif flag & DEFINITE and flag & COMMON and not word.peel and honorific and not flag & (NAMELIKE | WEAK):
                at += 1
            else:
                break
            if not governed:
                safe = at
            continue
        if indefinite and not (flag & DEFINITE or form == "باسم" or flag & NISBA):
            break
        # open: a complement is asked for
        found = words.place(at)
        if found is not None and not word.peel:
            place, at = found
            if not governed and (place.kind == "country" or country is None):
                country = place.country
            if place.kind == "organization":
                office.extend(place.words)
            closed, safe = True, safe if governed else at
            continue
        if flag & DEFINITE and not word.peel and not (flag & NAMELIKE and not flag & COMMON and not organ):
            if flag & NISBA and not flag & WEAK and title.kind != "honorific":
                pass
            office.append(bare)
            closed, at = True, at + 1
            safe = safe if governed else at
        elif form == "باسم":
            at += 1
        elif flag & NISBA and not word.peel:  # «مسؤول أمريكي»: an adjective of what is indefinite
            country = words.lexis.nations[stem][0]
            at += 1
            safe = at
            if title.kind in {"office", "person"} and not title.definite:
                indefinite = True
                continue
        elif title.kind in {"collective", "document"} and at - index < 4 and _adjective(words, at):
            at += 1
            safe = at
        elif flag & NAMELIKE or (flag & LINK and not flag & COMMON):
            if not organ:
                break
            at += 1
            office.append(stem)
            closed, safe = True, at
        elif flag & (HEAD | TITLE) and not word.peel and not flag & PARTICLE:
            inner = words.title(at)
            if inner is not None and inner.kind == "honorific" and not flag & HEAD and inner.definite:
                break
            organ = bool(flag & HEAD)
            office.append(stem)
            at += 1
        elif flag & COMMON and not flag & STOP and not word.peel and _possessed(words, at):
            office.append(_possessed(words, at))
            closed, at = True, at + 1
            safe = at
        elif flag & COMMON and not flag & STOP and (not word.peel or form[0] == "ل"):
            if not _construct(words, at):
                break
            office.append(stem)
            at += 1
        elif not flag & (COMMON | STOP) and organ and not word.peel:
            office.append(stem)
            closed, at, organ = True, at + 1, False
            safe = at
        else:
            break
    short = definite and not office
    return Office(at, max(safe, index + 1), title, country, status, closed, tuple(office), honorific, relation, short)


def _is_adjective(words: Words, index: int, title: Title) -> bool:
    """Tell whether a head shaped as an adjective qualifies the noun before it («المجلس العسكري»)."""
    if index == 0 or words.words[index].peel or title.kind not in {"office", "person"} or not words.joined(index - 1):
        return False
    if title.lemma[-1] != "ي" and title.lemma not in _PARTICIPLES:
        return False
    before = words.flags[index - 1]
    if before & (STOP | NAMELIKE | TITLE) or not before & (COMMON | DEFINITE):
        return False
    return bool(before & DEFINITE) == words.stem(index).startswith("ال")


def _honorific_phrase(words: Words, index: int) -> int:
    """Return the index behind an honorific of several words («خادم الحرمين الشريفين»), or 0."""
    for forms in words.lexis.honorific_phrases.get(words.stem(index), ()):
        last = index + len(forms)
        alike = last <= len(words) and words.table.forms[index + 1 : last] == forms[1:]
        if alike and all(words.joined(i) for i in range(index, last - 1)):
            return last
    return 0


def _complement_follows(words: Words, at: int) -> bool:
    """Tell whether what a preposition governs can belong to an office: a place, a body, a definite noun."""
    if not words.joined(at) or at + 1 >= len(words):
        return False
    following = words.flags[at + 1]
    return (
        bool(following & (PLACE | HEAD | KNOWN) or (following & DEFINITE and following & COMMON))
        and not following & STOP
    )


def _construct(words: Words, at: int) -> bool:
    """Tell whether a bare noun governs what follows it: a definite noun, a place, or another such noun."""
    for step in (1, 2):
        if not words.joined(at + step - 1) or at + step >= len(words):
            return False
        flag, word = words.flags[at + step], words.words[at + step]
        if word.peel or flag & STOP:
            return False
        if flag & (DEFINITE | PLACE | HEAD):
            return True
        if not flag & COMMON:
            return False
    return False


def _possessed(words: Words, at: int) -> str:
    """Return the noun that carries a pronoun («خارجيتها»), without it, or ""."""
    form, known = words.words[at].stem, words.lexis.table.get
    for ending in ("ها", "هم", "ه"):
        base = form[: -len(ending)]
        if form.endswith(ending) and len(base) > 2:
            if base[-1] == "ت" and known(base[:-1] + "ه", 0) & COMMON:
                return base[:-1] + "ه"
            if ending != "ه" and known(base, 0) & COMMON:
                return base
    return ""


def _adjective(words: Words, at: int) -> bool:
    """Tell whether a word can be an indefinite adjective or genitive behind «مصادر»: ordinary, bare, no verb."""
    flag = words.flags[at]
    ordinary = flag & COMMON and not flag & (STOP | TITLE | HEAD | PLACE | KNOWN | DEFINITE)
    return bool(ordinary) and not words.words[at].peel and words.stem(at)[-1] in "هيين"


def _goes_on_unknown(words: Words, at: int) -> bool:
    """Tell whether a name follows an unknown word with the article: then that word is an adjective."""
    if not words.joined(at) or at + 1 >= len(words):
        return False
    following = words.flags[at + 1]
    return bool(following & (GIVEN | LINK)) and not following & COMMON and not words.words[at + 1].peel


def read_body(words: Words, index: int) -> int:  # noqa: C901
    """Return the index behind the name of an organisation that a head noun opens («وزارة الموارد المائية»)."""
    at, closed, safe = index + 1, words.stem(index).startswith("ال"), index + 1
    limit = min(len(words), index + LONGEST_ROLE)
    while at < limit and words.joined(at - 1):
        flag, word = words.flags[at], words.words[at]
        if flag & (STOP | LINK) and not flag & DEFINITE:
            break
        if closed:
            if flag & DEFINITE and not word.peel and flag & (COMMON | NISBA) and not flag & (STATUS | TITLE):
                at += 1
            elif word.peel and flag & DEFINITE and flag & COMMON and words.table.forms[at][0] == "و" and at == safe:
                if not (at + 1 < limit and words.joined(at) and words.flags[at + 1] & DEFINITE | 0):
                    break
                at += 1
            else:
                break
        elif (found := words.place(at)) is not None and not word.peel:
            at, closed = found[1], True
        elif flag & DEFINITE and not word.peel:
            at, closed = at + 1, True
        elif flag & COMMON and not word.peel and _construct(words, at):
            at += 1
            continue
        elif not flag & (COMMON | NAMELIKE) and not word.peel:
            at, closed = at + 1, True
        else:
            break
        safe = at
    return safe
