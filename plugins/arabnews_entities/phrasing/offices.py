"""Offices: a head noun with all that belongs to it, up to where a name may begin.

A bare head is open: it asks for a complement («رئيس مجلس النواب»); the article, a country or a name closes it.
What is closed takes adjectives and prepositional phrases alone, so a bare noun ends it. Grammar after Badawi,
Carter and Gully, Modern Written Arabic, chapter 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities.naming.surnames import opens_name
from arabnews_entities.phrasing.complements import (
    general,
    honorific_phrase,
    is_adjective,
)
from arabnews_entities.phrasing.steps import STYLES, RoleReading, closed_step, open_step
from arabnews_entities.vocabulary.wordlists import (
    CUE,
    DEFINITE,
    GIVEN,
    LINK,
    NUMBER,
    STYLE,
    TITLE,
    VERB,
    WEAK,
    Title,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

LONGEST_ROLE: Final = 18
ACTING: Final = frozenset({"بالوكاله", "بالانابه", "بالنيابه"})
KIN: Final = frozenset(["نجل", "ابن", "شقيق", "شقيقه", "زوجه", "زوج", "والد", "والده", "ارمله", "حفيد", "نجله"])
"""Heads that name a person by another one; the name after them is the other's."""
_ENDING: Final = NUMBER | CUE | VERB
"""What ends a role, unless it is a verb of speech that with the article is a noun."""
_PREFIXED: Final = frozenset({"مار", "انبا", "ركن"})


_BARE_RANKS: Final = frozenset(
    ["لواء", "عميد", "عقيد", "مقدم", "ملازم", "نقيب", "مشير", "مهندس", "دكتور", "استاذ", "لورد", "كابتن", "جنرال"]
)
"""Honorifics that stand without the article behind an office too («مدير الأمن لواء فلان»), and are no given names."""


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
    countries: tuple[str, ...] = ()
    short: bool = False  # a definite head with nothing but a nationality, status or honorific
    sure: int = 0  # how many words of the office stand before `safe`


def read_role(words: Words, index: int, depth: int = 0) -> Office | None:  # noqa: C901 - the grammar, case by case
    """Read title, office, nationality and status from a head noun on; `depth` counts offices that stand before it."""
    title = words.title(index)
    if title is None or is_adjective(words, index, title) or _is_other(words, index, title):
        return None
    if title.lemma == STYLE:
        return Office(
            index + 1, index + 1, title, country=None, status=None, closed=True, office=(), honorific=True,
            relation=False, short=True,
        )  # fmt: skip
    phrase = honorific_phrase(words, index)
    definite = title.definite or bool(phrase)
    honorific = title.kind == "honorific"
    at = phrase or index + 1
    if (title.lemma in STYLES or phrase) and depth < 3:
        styled = _styled_office(words, phrase - 1 if phrase else at, depth)
        if styled is not None:
            return styled
    role = RoleReading(words, title, index, at, at, definite, honorific)
    limit = min(words.count, index + LONGEST_ROLE)
    while role.at < limit and words.spaced[role.at - 1]:
        if words.table.forms[role.at] in ACTING:
            role.status = "acting"
            role.take()
            role.safe, role.sure = role.at, len(role.office)
            continue
        flag = words.flags[role.at]
        if flag & _ENDING and (flag & (NUMBER | VERB) or not flag & DEFINITE):
            break
        if role.closed and flag & TITLE and not words.words[role.at].peel:
            further = _further_title(role, depth)
            if further is None:
                break
            if isinstance(further, Office):
                return further
            continue
        if not (closed_step(role) if role.closed else open_step(role)):
            break
    # «محامي فلان», «مساعدة فلان»: an open head that a name follows at once is somebody of his
    whose = title.lemma in KIN or (not role.closed and not role.office and title.kind in {"office", "person"})
    relation = whose and not definite
    short = definite and not role.office
    return Office(
        role.at, max(role.safe, index + 1), title, role.country, role.status, role.closed, tuple(role.office),
        role.honorific, relation, tuple(role.countries), short, role.sure,
    )  # fmt: skip


def _styled_office(words: Words, at: int, depth: int) -> Office | None:
    """Return the office behind a style of address, which is what counts («معالي وزير المياه», «سعادة السفير»)."""
    inner = words.title(at) if at < words.count and words.spaced[at - 1] else None
    return read_role(words, at, depth + 1) if inner is not None and inner.kind in {"office", "person"} else None


def _is_other(words: Words, index: int, title: Title) -> bool:
    """Tell whether a head is another noun here: «الفريق», a team, or «حكم الرئيس السابق», his rule."""
    if title.lemma == "حكم":
        return words.spaced[index] and not title.definite and bool(words.flags[index + 1] & TITLE)
    return title.lemma == "فريق" and not general(words, index)


def _further_title(role: RoleReading, depth: int) -> Office | bool | None:  # noqa: PLR0911 - one case a kind of title
    """Read a title behind a closed role: one more honorific, an office that counts more, or one beside it.

    True when the reading goes on, None when the role ends here, an office when that is all.
    """
    words, at = role.words, role.at
    inner = words.title(at)
    if inner is None:
        return None
    phrase = honorific_phrase(words, at)
    styled = phrase or (words.words[at].stem in STYLES and at + 1 < words.count and words.flags[at + 1] & TITLE)
    doubtful = not styled and not inner.definite and words.flags[at] & WEAK and inner.lemma not in _PREFIXED
    if doubtful and inner.lemma not in _BARE_RANKS and opens_name(words, at):
        return None  # «المشير خليفة كذا»
    ranked = inner.lemma in _BARE_RANKS and words.spaced[at] and words.flags[at + 1] & (GIVEN | LINK | TITLE)
    if inner.kind == "honorific" and (inner.definite or role.honorific or styled or ranked):
        role.honorific, role.at = True, phrase or at + 1
        return True
    if role.honorific and inner.kind in {"office", "person"}:
        # «السيد وزير المياه»: the office is what counts
        nested = read_role(words, at, depth + 1) if depth < 3 else None
        return nested._replace(honorific=False) if nested is not None else None
    if inner.definite and inner.kind != "document":
        if inner.number != role.title.number and inner.kind != "honorific":
            return None  # «أمهل الرئيس المسؤولين»
        role.at += 1
        if inner.kind == "honorific" or not role.office:
            return role.keep()
        role.governed = True  # «شكرت رئيسة البلدية الوزير»: his too only where his name comes
        return True
    if inner.kind == "office" and depth < 3 and role.office:
        # «نائب رئيس المجلس وزير الداخلية فلان»: both are his
        nested = read_role(words, at, depth + 1)
        if nested is not None and nested.closed and nested.office:
            role.at, role.governed = nested.last, True
            role.country = role.country or nested.country
            role.office.extend(nested.office)
            return True
    return None
