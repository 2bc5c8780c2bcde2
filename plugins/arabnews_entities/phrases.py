"""The title grammar: ROLE? NATIONALITY? NAME?, read from one word on.

MENTION := HONORIFIC* HEAD OFFICE? NATIONALITY? STATUS? (،)? NAME | NAME (،)? HEAD OFFICE …; an office is an idafa («رئيس مجلس
النواب»), what follows باسم, or a phrase with لـ, في, لدى, إلى. A bare head is open: it asks for a complement; the article, a
country or a name closes it. What is closed takes adjectives and prepositional phrases alone, so a bare noun ends it. Grammar
after Badawi, Carter and Gully, Modern Written Arabic, chapter 2.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from arabnews_entities.names import read_name
from arabnews_entities.words import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
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
    Words,
)

PhraseKind = Literal["person", "role", "organization", "place", "collective", "document"]
Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]

LONGEST_ROLE: Final = 14
STATUSES: Final = {
    "سابق": "former", "سابقه": "former", "اسبق": "former", "راحل": "former", "راحله": "former", "مخلوع": "former",
    "معزول": "former", "مقال": "former", "منصرف": "former", "منتخب": "elect", "منتخبه": "elect", "مكلف": "elect",
    "مكلفه": "elect", "موقت": "acting", "موقته": "acting", "انتقالي": "acting", "انتقاليه": "acting",
}  # fmt: skip
"""What the adjective after an office tells of it."""
ACTING: Final = frozenset({"بالوكاله", "بالانابه", "بالنيابه"})
KIN: Final = frozenset("نجل ابن شقيق شقيقه زوجه زوج والد والده".split())
"""Heads that name a person by another one; the name after them is the other's."""
_PREPOSITIONS: Final = frozenset({"في", "لدي", "الي"})


_PARTICIPLES: Final = frozenset("معارض مساعد منتج ممثل مشرف مقدم مراقب مرشح مسوول متهم معتقل مدافع مهاجم خبير كبير ناشط".split())
"""Heads that qualify another noun as easily."""


class NounPhrase(NamedTuple):
    """A noun phrase that names a person, a body, a document or a group.

    `first` and `last` are half-open word indices, `start` and `end` offsets in the text, without the proclitics in front.
    `head` is the lemma of the head noun («وزير» for «الوزيرة»), or None for a bare name. `role_span` is title and office,
    `name_span` the name alone. `country` is the code of its nationality, `status` "former", "acting", "elect" or None.
    `definite` tells whether someone already known is meant («الوزير»); `relation` that the name belongs to another
    («زوجة فلان»). `office` are the words of the office, `article` tells that the head has the article («الوزير»).
    """

    first: int
    last: int
    start: int
    end: int
    kind: PhraseKind
    head: str | None = None
    gender: Gender | None = None
    number: Number = "s"
    definite: bool = True
    role_span: tuple[int, int] | None = None
    name_first: int = -1
    name_last: int = -1
    name_span: tuple[int, int] | None = None
    country: str | None = None
    status: str | None = None
    relation: bool = False
    office: tuple[str, ...] = ()
    article: bool = False


class _Role(NamedTuple):
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


def read_noun_phrase(words: Words, index: int) -> NounPhrase | None:
    """Return the noun phrase of a speaker that starts at a word, or None.

    >>> from arabnews_entities.words import lexis, read_words
    >>> text = "قالت وزيرة المياه الأردنية سلمى الجريدي إن السد امتلأ"
    >>> phrase = read_noun_phrase(read_words(text, lexis()), 1)
    >>> phrase.kind, text[phrase.start:phrase.end], text[slice(*phrase.name_span)], phrase.gender, phrase.country
    ('person', 'وزيرة المياه الأردنية سلمى الجريدي', 'سلمى الجريدي', 'f', 'JO')
    """
    if not 0 <= index < len(words):
        return None
    flag = words.flags[index]
    if flag & TITLE:
        return _read_titled(words, index)
    if flag & ABBREVIATED and words.stem(index) in {"د", "م"}:
        return _read_abbreviated(words, index)
    found = words.place(index)
    if found is not None:
        place, last = found
        kind: PhraseKind = "organization" if place.kind == "organization" else "place"
        return NounPhrase(index, last, words.begin(index), words.end(last - 1), kind, country=place.country)
    if flag & HEAD:
        last = read_body(words, index)
        stem = words.stem(index)
        return NounPhrase(
            index, last, words.begin(index), words.end(last - 1), "organization", head=stem.removeprefix("ال"),
            gender="f" if stem.endswith("ه") else "m",
        )  # fmt: skip
    if flag & STOP or flag & NISBA:
        return None
    last = read_name(words, index, titled=True)
    if last == index:
        return None
    start, end = words.begin(index), words.end(last - 1)
    phrase = NounPhrase(
        index, last, start, end, "person", name_first=index, name_last=last, name_span=(start, end)
    )
    return _with_apposition(words, phrase)


def _read_abbreviated(words: Words, index: int) -> NounPhrase | None:
    """Read «د. خالد علي»."""
    if words.gap(index) not in {".", "/", ""} or index + 1 >= len(words):
        return None
    last = read_name(words, index + 1, titled=True)
    if last == index + 1 or not words.flags[index + 1] & (NAMELIKE | LINK):
        return None
    start, name = words.begin(index), words.begin(index + 1)
    return NounPhrase(
        index, last, start, words.end(last - 1), "person", head="دكتور" if words.stem(index) == "د" else "مهندس",
        role_span=(start, words.end(index)), name_first=index + 1, name_last=last, name_span=(name, words.end(last - 1)),
    )  # fmt: skip


def _read_titled(words: Words, index: int) -> NounPhrase | None:
    role = read_role(words, index)
    if role is None:
        return None
    title, start = role.title, words.begin(index)
    name_first, name_last = _name_after(words, role)
    if name_last > name_first:
        role_end = words.end(role.last - 1)
        phrase = NounPhrase(
            index, name_last, start, words.end(name_last - 1), "person", title.lemma, title.gender, title.number, True,
            (start, role_end), name_first, name_last, (words.begin(name_first), words.end(name_last - 1)),
            role.country, role.status, role.relation, role.office,
        )  # fmt: skip
        return phrase if role.relation else _with_apposition(words, phrase)
    last = role.safe
    kind: PhraseKind = title.kind if title.kind in {"collective", "document"} else "role"  # type: ignore[assignment]
    return NounPhrase(
        index, last, start, words.end(last - 1), kind, title.lemma, title.gender, title.number,
        title.definite or role.closed, (start, words.end(last - 1)), country=role.country, status=role.status,
        relation=role.relation, office=role.office, article=title.definite,
    )  # fmt: skip


def read_role(words: Words, index: int) -> _Role | None:
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
        if flag & NUMBER or flag & CUE and not flag & DEFINITE or flag & VERB:
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
                and (form[0] in "ول" or form[0] == "ب" and flag & (HEAD | KNOWN | PLACE))
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
            elif word.peel and form[0] == "ل" and not honorific and flag & (COMMON | PLACE | KNOWN) and not flag & NAMELIKE:
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
        elif flag & NAMELIKE or flag & LINK and not flag & COMMON:
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
    return _Role(at, max(safe, index + 1), title, country, status, closed, tuple(office), honorific, relation, short)


def _is_adjective(words: Words, index: int, title: Title) -> bool:
    """Tell whether a head that is shaped as an adjective qualifies the noun before it («المجلس العسكري», «حل سياسي»)."""
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
        if last <= len(words) and words.table.forms[index + 1 : last] == forms[1:]:
            if all(words.joined(i) for i in range(index, last - 1)):
                return last
    return 0


def _complement_follows(words: Words, at: int) -> bool:
    """Tell whether what a preposition governs can belong to an office: a place, a body, a definite noun."""
    if not words.joined(at) or at + 1 >= len(words):
        return False
    following = words.flags[at + 1]
    return bool(following & (PLACE | HEAD | KNOWN) or following & DEFINITE and following & COMMON) and not following & STOP


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


def _name_after(words: Words, role: _Role) -> tuple[int, int]:
    """Return the words of the name that follows a role: at once, or behind one comma."""
    at = role.last
    none = (at, at)
    if at >= len(words) or role.title.kind in {"collective", "document"}:
        return none
    flag, text = words.flags[at], words.text
    unknown = not flag & (NAMELIKE | LINK | FOREIGN | WEAK)
    if words.words[at].peel or unknown and text[words.end(at) - 1] in "ةا" and text[words.end(at) - 1] == "ة":
        return none
    if words.joined(at - 1):
        if not role.closed and not role.honorific:
            # an open head and an unknown word: «رئيس كذا» is no name, «حكم العسكر» neither
            if not flag & (GIVEN | LINK | FOREIGN) and not (flag & NAMELIKE and not flag & (COMMON | DEFINITE)):
                return none
        last = read_name(words, at, titled=True)
        if role.title.number == "p" and not flag & (GIVEN | LINK):
            return none
        if last == at + 1 and unknown and not (role.short and _plausible(words, at)):
            return none
        return at, last
    gap = words.gap(at - 1)
    if gap in {"،", ","} and role.closed and not role.honorific and role.title.number == "s":
        last = read_name(words, at, titled=True)
        listed = any(words.flags[i] & NAMELIKE for i in range(at, last))
        if last - at >= 2 and (listed or not _runs_on(words, last)) and not flag & DEFINITE:
            return at, last
    if gap in {"/", "."} and role.honorific:
        return at, read_name(words, at, titled=True)
    return none


def _runs_on(words: Words, last: int) -> bool:
    """Tell whether the sentence runs on behind a word without a mark or a particle."""
    return last < len(words) and words.joined(last - 1) and not words.flags[last] & STOP


_CLITIC_STARTS: Final = frozenset({"لا", "لت", "لي", "لل", "با", "بت", "ست", "سي"})
"""How a preposition and a noun begin more often than an unknown name does."""


def _plausible(words: Words, at: int) -> bool:
    """Tell whether an unknown word after a title can stand as a name: long enough, and no noun phrase goes on behind it."""
    form = words.table.forms[at]
    if len(form) < 4 or words.flags[at] & (COMMON | STOP) or form.endswith(("ون", "ات")) or form[0] == "و":
        return False
    if words.flags[at] & DEFINITE and form.endswith(("ين", "ه")) or form[:2] in _CLITIC_STARTS:
        return False
    if at + 1 >= len(words) or not words.joined(at):
        return True
    following = words.flags[at + 1]
    return not following & DEFINITE or bool(following & NAMELIKE)


def _with_apposition(words: Words, phrase: NounPhrase) -> NounPhrase:
    """Add the office that follows a name, «خالد علي وزير المياه» or behind a comma; the extent stays the name's."""
    at = phrase.last
    if at >= len(words) or phrase.head is not None and phrase.office:
        return phrase
    if not words.joined(at - 1) and words.gap(at - 1) not in {"،", ","}:
        return phrase
    if not words.flags[at] & TITLE or words.words[at].peel:
        return phrase
    role = read_role(words, at)
    if role is None or not role.closed or role.title.number != "s" or role.title.kind not in {"office", "person"}:
        return phrase
    if role.relation:
        return phrase
    if role.title.definite and not words.joined(at - 1):
        # «، المدير التنفيذي للشركة،» is closed by a second comma; «، الرئيس …» begins something else
        if not role.office or words.gap(role.safe - 1)[:1] not in {"،", ",", "."}:
            return phrase
    return phrase._replace(
        head=role.title.lemma, gender=role.title.gender, country=role.country, status=role.status, office=role.office,
        role_span=(words.begin(at), words.end(role.safe - 1)),
    )  # fmt: skip


def read_body(words: Words, index: int) -> int:
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


__all__ = ["NounPhrase", "read_body", "read_noun_phrase", "read_role"]
_ = WEAK
