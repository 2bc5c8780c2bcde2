"""Links definite role phrases («الوزير الأمريكي») to the people whose office they name."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews_entities.joining.clusters import Person
    from arabnews_entities.phrasing.phrases import NounPhrase

GENERAL: Final = {
    "مسوول": frozenset(
        [
            "رييس",
            "وزير",
            "نايب",
            "وكيل",
            "سفير",
            "مبعوث",
            "مندوب",
            "متحدث",
            "ناطق",
            "امين",
            "مدير",
            "مستشار",
            "محافظ",
            "مفوض",
            "منسق",
            "مساعد",
            "قايد",
            "ممثل",
        ]
    ),
    "دبلوماسي": frozenset(["سفير", "مبعوث", "مندوب", "قنصل", "وزير", "مستشار", "قايم", "ممثل", "مساعد", "وكيل"]),
    "مبعوث": frozenset({"ممثل", "مندوب"}),
    "زعيم": frozenset({"رييس", "امين", "مرشد"}),
    "عاهل": frozenset({"ملك"}),
    "ملك": frozenset({"عاهل"}),
    "ناطق": frozenset({"متحدث"}),
    "متحدث": frozenset({"ناطق"}),
    "لاعب": frozenset({"مهاجم", "مدافع", "حارس", "نجم", "كابتن"}),
    "نجم": frozenset({"لاعب", "مهاجم", "مدافع", "حارس", "فنان", "ممثل"}),
    "فنان": frozenset({"ممثل", "مطرب", "مغني"}),
    "كاتب": frozenset({"روايي", "اديب"}),
    "روايي": frozenset({"كاتب", "اديب"}),
    "اديب": frozenset({"كاتب", "روايي", "شاعر", "قاص"}),
    "صحافي": frozenset({"صحفي", "كاتب", "مراسل"}),
    "صحفي": frozenset({"صحافي", "كاتب", "مراسل"}),
    "عسكري": frozenset({"لواء", "عميد", "جنرال", "قايد", "فريق", "عقيد"}),
}
"""Heads that may take up a more special one."""
_ALIASES: Final[dict[tuple[str, tuple[str, ...]], str]] = {("مدير", ("فني",)): "مدرب"}
"""Heads with their office that stand for another head: «المدير الفني» is the trainer."""

_SAME_OFFICE: Final = {"نواب": "برلمان", "برلمان": "برلمان", "شعب": "برلمان"}
_FILLERS: Final = frozenset(
    [
        "مجلس",
        "وزاره",
        "عام",
        "عامه",
        "رسمي",
        "تنفيذي",
        "اعلي",
        "دوله",
        "جمهوريه",
        "اممي",
        "شخصي",
        "خاص",
        "باسم",
        "لجنه",
        "هييه",
        "حزب",
        "حركه",
        "شركه",
        "نادي",
        "جامعه",
        "جمعيه",
        "منظمه",
        "مركز",
        "موسسه",
        "اتحاد",
        "فريق",
        "منتخب",
        "بنك",
        "اداره",
        "مديريه",
        "نقابه",
        "وكاله",
    ]
)


_BODIES: Final = frozenset(
    ["لجنه", "هييه", "حزب", "حركه", "شركه", "نادي", "جامعه", "جمعيه", "منظمه", "مركز", "موسسه", "اتحاد", "بنك", "نقابه"]
)
"""Nouns of bodies that alone tell of an office whose holder is called by the whole name of the body elsewhere."""


class HeldOffice(NamedTuple):
    """What a person is known to be: head noun, gender, country, words of the office, status."""

    head: str
    gender: str | None
    country: str | None
    words: frozenset[str]
    status: str | None
    said: frozenset[str] = frozenset()


class Holder(NamedTuple):
    """A person with the offices that stand beside his names, and where he is named first."""

    person: Person
    offices: tuple[HeldOffice, ...]
    genders: frozenset[str]
    first: int
    heads: frozenset[str]
    """The head nouns of the offices."""


LATELY: Final = 250
"""How many characters back somebody must be named so that a role that others have too means him."""
MOST_HOLDERS: Final = 100
"""How many people with an office a phrase is compared with."""


def holders(people: Sequence[Person]) -> list[Holder]:
    """Return the people with their offices; those without one too."""
    return [_holder(person) for person in people]


def _holder(person: Person) -> Holder:
    found = dict.fromkeys(
        HeldOffice(
            n.phrase.head,
            n.phrase.gender,
            n.phrase.country,
            office_words(n.phrase.office),
            n.phrase.status,
            frozenset(n.phrase.office),
        )
        for n in person.namings
        if n.phrase is not None and n.phrase.head is not None and not n.phrase.relation
    )
    genders = frozenset([office.gender for office in found if office.gender])
    offices = tuple(found)[:8]
    heads = frozenset([office.head for office in offices])
    return Holder(person, offices, genders, min([n.start for n in person.namings]), heads)


@lru_cache(maxsize=1024)
def office_words(office: tuple[str, ...]) -> frozenset[str]:
    """Return the telling words of an office; «رئيس الوزراء» is «رئيس الحكومة» too."""
    words = frozenset(_SAME_OFFICE.get(w, w) for w in office if w not in _FILLERS)
    return words | {"حكومه"} if "وزراء" in words and "مجلس" not in office else words


def link(phrase: NounPhrase, known: Sequence[Holder]) -> Person | None:
    """Return the one person whom a role phrase means, or None when nobody fits or two fit equally.

    `known` are people with an office (`holders`). Of two who fit equally, one is meant whom the text named in the
    lines before, if the other was not named there.
    """
    best: list[Person] = []
    score = 0.0
    alias = _ALIASES.get((phrase.head or "", phrase.office))
    if alias is not None:
        phrase = phrase._replace(head=alias, office=())
    heads = heads_of(phrase.head)
    for holder in known:
        if holder.heads.isdisjoint(heads):
            continue
        ahead = holder.first > phrase.start
        if ahead and not phrase.office:
            continue  # a bare «الوزير» looks back
        # whose country is not told is not meant beforehand by one that has a country
        offices = [o for o in holder.offices if o.head in heads and (o.country or not (ahead and phrase.country))]
        fit = max([_fit(phrase, office) for office in offices], default=0.0)
        if fit <= 0 or (phrase.gender and holder.genders and phrase.gender not in holder.genders):
            continue
        if ahead:
            fit -= 0.5
        if fit > score:
            best, score = [holder.person], fit
        elif fit == score:
            best.append(holder.person)
    if len(best) > 1:
        best = [p for p in best if any(phrase.start - LATELY < n.start < phrase.start for n in p.namings)]
    return best[0] if len(best) == 1 else None


@lru_cache(maxsize=256)
def heads_of(head: str | None) -> frozenset[str]:
    """Return the head nouns that one may take up, folded and without the article, itself too.

    >>> "سفير" in heads_of("دبلوماسي"), heads_of("خباز")
    (True, frozenset({'خباز'}))
    """
    return frozenset() if head is None else GENERAL.get(head, frozenset()) | {head}


def last_speaker(phrase: NounPhrase, known: Sequence[Holder], starts: Sequence[tuple[int, int]]) -> Person | None:
    """Return whom «المتحدث» means where nobody is a spokesman: the one named last before it, of fitting gender.

    `starts` are where people are named, in order, with their places in `known`. Most are men: a woman is looked for
    among those whose roles show one before those whose roles show nothing.
    """
    at = bisect_left(starts, (phrase.start, -1))
    unknown: Person | None = None
    for _, index in reversed(starts[max(0, at - 8) : at]):
        genders = known[index].genders
        if phrase.gender is None or phrase.gender in genders or (not genders and phrase.gender == "m"):
            return known[index].person
        if not genders and unknown is None:
            unknown = known[index].person
    return unknown


def _fit(phrase: NounPhrase, office: HeldOffice) -> float:  # noqa: C901 - one clause a feature that agrees
    """Return how well an office answers to a phrase whose head may take it up; nought or less when it does not."""
    fit = 2.0 if phrase.head == office.head else 1.0
    if phrase.country and office.country:
        if phrase.country != office.country:
            return 0.0
        fit += 1.0
    elif phrase.country:
        fit -= 0.5
    if (phrase.status == "former") != (office.status == "former") and phrase.status is not None:
        return 0.0
    if office.status == "former" and phrase.status is None:
        fit -= 1.0
    asked = office_words(phrase.office)
    if phrase.head in GENERAL and phrase.office and not asked and not office.said.isdisjoint(phrase.office):
        fit += 0.5  # «المسؤول الأممي», of «مبعوث أممي» and «وزير كذا»
    if phrase.office and not asked and not phrase.article and office.said.isdisjoint(phrase.office):
        return 0.0  # «رئيس الجمهورية» is not any «رئيس»
    if office.words and not asked and phrase.head == office.head:
        fit -= 0.25
    elif phrase.head == "مسوول" and office.head == "رييس" and not office.words:
        fit -= 0.5  # a head of state is seldom called an official
    if asked:
        shared = asked & office.words
        if not shared:
            # «الأمين العام لهيئة كذا» behind «الأمين العام للهيئة فلان»
            whole = not office.words and office.said & _BODIES and office.said <= frozenset(phrase.office)
            return fit - 0.5 if whole and phrase.head == office.head else 0.0
        fit += len(shared) / len(asked | office.words)
    return fit
