"""Offices: a head noun with all that belongs to it, up to where a name may begin.

A bare head is open: it asks for a complement («رئيس مجلس النواب»); the article, a country or a name closes it.
What is closed takes adjectives and prepositional phrases alone, so a bare noun ends it. Grammar after Badawi,
Carter and Gully, Modern Written Arabic, chapter 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from arabnews_entities.institutions import governs
from arabnews_entities.names import opens_name
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

LONGEST_ROLE: Final = 18
STATUSES: Final = {
    "سابق": "former", "سابقه": "former", "اسبق": "former", "راحل": "former", "راحله": "former", "مخلوع": "former",
    "معزول": "former", "مقال": "former", "منصرف": "former", "منتخب": "elect", "منتخبه": "elect", "مكلف": "elect",
    "مكلفه": "elect", "موقت": "acting", "موقته": "acting", "انتقالي": "acting", "انتقاليه": "acting",
}  # fmt: skip
"""What the adjective after an office tells of it."""
ACTING: Final = frozenset({"بالوكاله", "بالانابه", "بالنيابه"})
KIN: Final = frozenset(["نجل", "ابن", "شقيق", "شقيقه", "زوجه", "زوج", "والد", "والده", "ارمله", "حفيد", "نجله"])
"""Heads that name a person by another one; the name after them is the other's."""
_PREPOSITIONS: Final = frozenset({"في", "لدي", "الي", "عن", "علي", "مع"})
_RANKS: Final = frozenset({"عام", "عامه", "تنفيذي", "اقليمي", "اول", "ثاني", "تنفيذيه", "اقليميه", "فخري", "مساعد"})
"""Adjectives between a bare head and its complement («مدير عام الشركة»)."""
_STYLES: Final = frozenset(
    ["سعاده", "معالي", "سماحه", "فضيله", "دوله", "فخامه", "غبطه", "صاحب", "صاحبه", "جلاله", "سمو"]
)
"""How a style of address begins («معالي الوزير»)."""
_PREFIXED: Final = frozenset({"مار", "انبا", "ركن"})
_PARTICIPLES: Final = frozenset(
    ["معارض", "مساعد", "منتج", "ممثل", "مشرف", "مقدم", "مراقب", "مرشح", "مسوول", "متهم", "معتقل", "مدافع", "مهاجم",
     "خبير", "كبير", "ناشط"]
)  # fmt: skip
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


@define(eq=False)
class _Reading:
    """A role being read: where the reading stands, and its state."""

    words: Words
    title: Title
    index: int
    at: int
    safe: int
    closed: bool
    """Whether the head has its complement or the article; else it is open and asks for one."""
    honorific: bool
    country: str | None = None
    status: str | None = None
    office: list[str] = field(factory=list)
    organ: bool = False
    """Whether the word before is the head noun of a body."""
    governed: bool = False
    """Whether a preposition was passed: what follows belongs to the role only if a name or mark of it comes."""
    indefinite: bool = False

    def take(self, word: str | None = None, *, closed: bool | None = None) -> bool:
        """Move behind the word, note it as one of the office, and change the state."""
        if word is not None:
            self.office.append(word)
        if closed is not None:
            self.closed = closed
        self.at += 1
        return True

    def keep(self) -> bool:
        """Note that all up to here belongs to the role for sure, where no preposition was passed."""
        if not self.governed:
            self.safe = self.at
        return True


def read_role(words: Words, index: int, depth: int = 0) -> Office | None:
    """Read title, office, nationality and status from a head noun on; `depth` counts offices that stand before it."""
    title = words.title(index)
    if title is None or _is_adjective(words, index, title) or (title.lemma == "فريق" and not _general(words, index)):
        return None
    phrase = honorific_phrase(words, index)
    definite = title.definite or bool(phrase)
    honorific = title.kind == "honorific"
    at = phrase or index + 1
    role = _Reading(words, title, index, at, at, definite, honorific)
    limit = min(len(words), index + LONGEST_ROLE)
    while role.at < limit and words.joined(role.at - 1):
        if words.table.forms[role.at] in ACTING:
            role.status = "acting"
            role.take()
            role.safe = role.at
            continue
        flag = words.flags[role.at]
        if flag & NUMBER or (flag & CUE and not flag & DEFINITE) or flag & VERB:
            break
        if role.closed and flag & TITLE and not words.words[role.at].peel:
            further = _further_title(role, depth)
            if further is None:
                break
            if isinstance(further, Office):
                return further
            continue
        if not (_closed_step(role) if role.closed else _open_step(role)):
            break
    relation = title.lemma in KIN and not definite
    short = definite and not role.office
    return Office(
        role.at, max(role.safe, index + 1), title, role.country, role.status, role.closed, tuple(role.office),
        role.honorific, relation, short,
    )  # fmt: skip


def _further_title(role: _Reading, depth: int) -> Office | bool | None:
    """Read a title behind a closed role: one more honorific, an office that counts more, or one beside it.

    True when the reading goes on, None when the role ends here, an office when that is all.
    """
    words, at = role.words, role.at
    inner = words.title(at)
    if inner is None:
        return None
    phrase = honorific_phrase(words, at)
    styled = phrase or (words.stem(at) in _STYLES and at + 1 < len(words) and words.flags[at + 1] & TITLE)
    if not inner.definite and words.flags[at] & WEAK and inner.lemma not in _PREFIXED and opens_name(words, at):
        return None  # «المشير خليفة كذا»
    if inner.kind == "honorific" and (inner.definite or role.honorific or styled):
        role.honorific, role.at = True, phrase or at + 1
        return True
    if role.honorific and inner.kind in {"office", "person"}:
        # «السيد وزير المياه»: the office is what counts
        nested = read_role(words, at, depth + 1) if depth < 3 else None
        return nested._replace(honorific=False) if nested is not None else None
    if inner.definite and inner.kind != "document":
        role.at += 1
        return role.keep()
    if inner.kind == "office" and depth < 3 and role.office:
        # «نائب رئيس المجلس وزير الداخلية فلان»: both are his
        nested = read_role(words, at, depth + 1)
        if nested is not None and nested.closed and nested.office:
            role.at, role.governed = nested.last, True
            role.country = role.country or nested.country
            role.office.extend(nested.office)
            return True
    return None


def _closed_step(role: _Reading) -> bool:
    """Read one more word of a closed role: adjective, nationality, status or a prepositional phrase."""
    words, at = role.words, role.at
    flag, word, form = words.flags[at], words.words[at], words.table.forms[at]
    bare = word.stem.removeprefix("ال")
    if word.peel or _hidden_clitic(words, at):
        return _clitic_step(role)
    if flag & DEFINITE and flag & NISBA:
        code, agreement = words.lexis.nations[bare]
        if role.country is None or agreement[0] == (role.title.gender or "m"):
            role.country = code
        return role.take() and role.keep()
    if flag & DEFINITE and flag & STATUS:
        role.status = STATUSES.get(bare, role.status)
        return role.take() and role.keep()
    if role.honorific:
        ordinary = flag & DEFINITE and flag & COMMON and not flag & (NAMELIKE | WEAK)
        return bool(ordinary) and role.take() and role.keep()
    if word.stem in _PREPOSITIONS and flag & PARTICLE:
        related = words.table.forms[at - 1].endswith(("علاقات", "علاقه")) or word.stem != "مع"
        if not related or not _complement_follows(words, at):
            return False
        role.organ, role.governed = False, True
        return role.take(closed=False)
    if form == "باسم":
        return role.take(closed=False)
    if flag & DEFINITE and not (flag & NAMELIKE and not flag & COMMON):
        if not flag & COMMON and not _goes_on_unknown(words, at):
            return False  # unknown with the article: a surname, unless a name comes after it
        return role.take(bare) and role.keep()
    return False


def _hidden_clitic(words: Words, at: int) -> bool:
    """Tell whether a word is listed with its preposition, being so frequent («لكرة»)."""
    form = words.table.forms[at]
    return form[0] in "لب" and len(form) > 3 and bool(words.lexis.table.get(form[1:], 0) & COMMON)


def _clitic_step(role: _Reading) -> bool:
    """Read a phrase with ل, ب or و behind a closed role («للفريق الأول», «بجامعة كذا», «والمغتربين»)."""
    words, at = role.words, role.at
    flag, form = words.flags[at], words.table.forms[at]
    bare = words.stem(at).removeprefix("ال")
    if role.honorific or flag & STOP or form[0] not in "ولب" or (form[0] == "ب" and flag & TITLE and not flag & HEAD):
        return False
    if form == "باسم":
        return role.take(closed=False)
    found = words.place(at)
    if found is not None and form[0] in "لب":
        role.at = found[1]
        role.governed = role.governed or form[0] == "ب"
        if form[0] == "ل":
            role.country = role.country or found[0].country
        return role.keep()
    if form[0] == "ب" and not flag & (HEAD | PLACE | KNOWN):
        if not flag & COMMON or flag & NAMELIKE or not (flag & DEFINITE or governs(words, at)):
            return False
        role.governed = True
        return role.take(bare, closed=bool(flag & DEFINITE))
    if form[0] == "ب":
        role.governed, role.organ = True, bool(flag & HEAD and not flag & DEFINITE)
        return role.take(bare, closed=bool(flag & DEFINITE))
    if flag & DEFINITE and flag & COMMON:
        role.take(bare)
        # «والمغتربين»: only safe when a name follows
        return True if form[0] == "و" and not form.startswith("ول") else role.keep()
    if form[0] == "ل" and flag & (COMMON | PLACE | KNOWN) and not flag & NAMELIKE:
        role.organ = bool(flag & HEAD)
        return role.take(closed=False)
    return False


def _open_step(role: _Reading) -> bool:
    """Read the complement that an open head asks for; with one, «أستاذ» is an office and no style of address."""
    went_on = _complement(role)
    if went_on and role.office and role.title.lemma not in _STYLES:
        role.honorific = False
    return went_on


def _complement(role: _Reading) -> bool:  # noqa: C901, PLR0911 - one case a line: what an open head may be followed by
    """Read the complement that an open head asks for, or an adjective of an indefinite one."""
    words, at = role.words, role.at
    flag, word, form = words.flags[at], words.words[at], words.table.forms[at]
    if role.indefinite and not (flag & DEFINITE or form == "باسم" or flag & NISBA):
        return False
    if at == role.index + 1 and word.stem in _RANKS and not word.peel and _rank_goes_on(words, at):
        return role.take(word.stem)
    found = words.place(at)
    if found is not None and not word.peel:
        return _place_closes(role)
    if flag & DEFINITE and not word.peel and not (flag & NAMELIKE and not flag & COMMON and not role.organ):
        return role.take(word.stem.removeprefix("ال"), closed=True) and role.keep()
    if form == "باسم":
        return role.take()
    if flag & NISBA and not word.peel:  # «مسؤول أمريكي»: an adjective of what is indefinite
        role.country = words.lexis.nations[word.stem][0]
        role.take()
        role.safe = role.at
        role.indefinite = role.title.kind in {"office", "person"} and not role.title.definite
        return True
    if role.title.kind in {"collective", "document"} and at - role.index < 4 and _adjective(words, at):
        role.take()
        role.safe = role.at
        return True
    if flag & NAMELIKE or (flag & LINK and not flag & COMMON):
        return role.organ and role.take(word.stem, closed=True) and role.keep()
    if flag & (HEAD | TITLE) and not word.peel and not flag & PARTICLE:
        return _inner_head(role)
    if not flag & STOP and flag & COMMON:
        return _common_complement(role)
    if not flag & (COMMON | STOP) and role.organ and not word.peel:
        role.organ = False
        return role.take(word.stem, closed=True) and role.keep()
    return False


def _place_closes(role: _Reading) -> bool:
    found = role.words.place(role.at)
    if found is None:
        return False
    place, role.at = found
    if not role.governed and (place.kind == "country" or role.country is None):
        role.country = place.country
    if place.kind == "organization":
        role.office.extend(place.words)
    role.closed = True
    return role.keep()


def _inner_head(role: _Reading) -> bool:
    """Read the head noun of a body, or an office over which the role stands («نائب رئيس …»)."""
    words, at = role.words, role.at
    flag, inner = words.flags[at], words.title(at)
    if inner is not None and inner.kind == "honorific" and not flag & HEAD and inner.definite:
        return False
    role.organ = bool(flag & HEAD)
    return role.take(words.stem(at))


def _common_complement(role: _Reading) -> bool:
    """Read an ordinary noun: one with a pronoun closes the role, one that governs what follows keeps it open."""
    words, at = role.words, role.at
    word, possessed = words.words[at], _possessed(words, at)
    if not word.peel and possessed:
        return role.take(possessed, closed=True) and role.keep()
    if word.peel and words.table.forms[at][0] != "ل":
        return False
    return governs(words, at) and role.take(word.stem)


def _rank_goes_on(words: Words, at: int) -> bool:
    """Tell whether what an adjective of rank stands before can be the complement of the head."""
    if at + 1 >= len(words) or not words.joined(at) or words.flags[at + 1] & STOP:
        return False
    return bool(words.flags[at + 1] & (DEFINITE | HEAD | PLACE | KNOWN) or words.table.forms[at + 1][0] == "ل")


def _general(words: Words, index: int) -> bool:
    """Tell whether «الفريق» is a rank: a name or «أول» follows; else it is a team."""
    if index + 1 >= len(words) or not words.joined(index) or words.words[index + 1].peel:
        return False
    following = words.flags[index + 1]
    rank = words.stem(index + 1) in {"اول", "ركن", "الركن"}
    return rank or bool(following & (NAMELIKE | LINK) and not following & DEFINITE)


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


def honorific_phrase(words: Words, index: int) -> int:
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
    if following & STOP or words.words[at + 1].peel:
        return False
    if following & (PLACE | HEAD | KNOWN) or (following & DEFINITE and following & COMMON):
        return True
    # «في شؤون المناخ»
    return bool(following & COMMON) and not following & NAMELIKE and words.stem(at) == "في" and governs(words, at + 1)


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
