"""Reads what stands beside names: who the article says people are («فلان، مدير المهرجان»)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import COMMON, CUE, DEFINITE, HEAD, KNOWN, PARTICLE, PLACE, TITLE, VERB
from arabnews_quotes.text.grammar import COMMAS, THAT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Entity
    from arabnews_entities.vocabulary.words import Words
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.cast import Part

_REACH: Final = 14
"""A description has no more words."""
_MOST: Final = 400
"""The names of an article that are looked at."""
_BESIDE: Final = 20
"""So many words behind a name hold what is told of it: words between both, a verb, and the description."""
_MARKS: Final = frozenset({'"', "«", "»", "“", "”", "'", "»،", '"،', "”،"})
"""Marks within a description («رئيسة جمعية "النهر" الخيرية»)."""
_BEFORE_NAME: Final = frozenset({"", "(", '"', "«", "“", ":", "/"}) | COMMAS | {"- ", "-", "–"}
_BEHIND_NAME: Final = frozenset({"", "(", "-", "–", "—", "ـ", "/", '"', "»", "”", '"،', "»،", ")،", ")", "?"}) | COMMAS
_LINKS: Final = frozenset(
    {"هو", "هي", "وهو", "وهي", "الذي", "التي", "يشغل", "تشغل", "شغل", "شغلت", "منصب", "مهام", "مهمه", "وظيفه", "يعمل"}
    | {"تعمل", "يتولي", "تتولي", "تولي", "تولت", "بصفته", "بصفتها", "بوصفه", "بوصفها", "باعتباره", "باعتبارها", "قد"}
    | {"عين", "عينت", "انتخب", "انتخبت", "كان", "كانت", "والذي", "والتي", "حاليا", "ويشغل", "وتشغل", "اختير", "اختيرت"}
    | {"ليكون", "لتكون", "مهامه", "مهامها", "منصبه", "منصبها", "عمله", "عملها"}
)
"""Words between a name and what somebody is («الذي يشغل منصب …», «بصفته …»)."""
_LEADS: Final[dict[str, tuple[str, ...]]] = {
    "يراس": ("رييس",),
    "تراس": ("رييسه",),
    "يتراس": ("رييس",),
    "تتراس": ("رييسه",),
    "يقود": ("قايد", "رييس"),
    "تقود": ("قايده", "رييسه"),
    "يدير": ("مدير",),
    "تدير": ("مديره",),
}
"""What somebody is called who does so («فلان الذي يرأس الوفد … رئيس الوفد»)."""
_ARTICLES: Final = ("ال", "لل", "بال", "كال", "وال")
_PEERS: Final = frozenset({"نظيره", "نظيرها", "نظيرته", "نظيرتها"})
_LED_PEERS: Final = frozenset(
    waw + lam + bi + peer for peer in _PEERS for waw in ("", "و") for lam in ("", "ل") for bi in ("", "ب")
)
_OFFICE_BEFORE: Final = 60
"""An office stands so many words before «نظيره»."""
_MEETS: Final = frozenset(
    {"استقبل", "استقبلت", "التقي", "التقت", "زار", "زارت", "هنا", "هنات", "دعا", "دعت", "اتهم", "اتهمت", "كلف", "شكر"}
    | {"ودع", "ودعت", "استدعي", "ابلغ", "سال", "سالت", "طالب", "طالبت", "اقال", "عزل", "خاطب", "امر", "وجه", "حاور"}
)
"""Verbs behind whose subject another person stands («استقبل فلان وزير المياه»)."""
_NEAR: Final = 6
_ENDS: Final = THAT | frozenset(
    {"الذي", "التي", "بان", "من", "مع", "عن", "الي", "خلال", "بعد", "قبل", "حول", "او", "حين", "عندما", "اثناء", "ضد"}
    | {"بسبب", "عقب", "منذ", "حتي", "كما", "ثم", "بل", "لكن", "حيث", "عند"}
)
"""Words that no description goes on over."""
_INNER: Final = SPEAKS_FOR | {"في", "علي", "لدي", "بين", "عام", "غير"}
"""Function words within what somebody is called («المشرف على القسم»)."""


class Description(NamedTuple):
    """What stands beside a name: its words and nations, the index of the first of them, and whose name it is.

    `close` tells that whatever its head is, it is said of him: nothing but adjectives stands between.
    """

    words: frozenset[str]
    nations: frozenset[str]
    at: int
    entity: Entity
    close: bool


def described_as(reading: Reading, head: str) -> Sequence[Description]:
    """Return what the article tells beside their names of people whom it calls by a noun, in order.

    Few names have the noun, or what else may tell of it, near them; only their surroundings are read.
    """
    known = reading.cast.described
    if head not in known:
        forms, signs = reading.passage.words.forms, _signs_of(head)
        near = [
            at
            for at, part in enumerate(reading.cast.names[:_MOST])
            if not signs.isdisjoint(forms[max(0, part.first - _REACH) : part.last + _BESIDE])
        ]
        known[head] = [told for at in near for called, told in _beside(reading, at) if called == head]
    return known[head]


def descriptions_of(reading: Reading, entity: Entity) -> Iterator[Description]:
    """Yield what the article tells of a person beside his name."""
    for at, part in enumerate(reading.cast.names[:_MOST]):
        if part.entity is entity:
            yield from (told for _, told in _beside(reading, at))


def _beside(reading: Reading, at: int) -> Sequence[tuple[str, Description]]:
    """Return the descriptions beside one of the cast's names, with the noun that heads each."""
    known = reading.cast.beside
    if at not in known:
        part = reading.cast.names[at]
        known[at] = (*before_name(reading, part), *behind_name(reading, part))
    return known[at]


@lru_cache(maxsize=128)
def _signs_of(head: str) -> frozenset[str]:
    """Return all words that may show a description by a noun: its own forms, verbs that tell it, «نظيره»."""
    bare = {head, *(lead + head for lead in (*_ARTICLES, "ل", "ب"))}
    verbs = (verb for verb, nouns in _LEADS.items() if head in nouns)
    return frozenset({*bare, *("و" + form for form in bare), head + "ا", "ك" + head, *verbs, *_LED_PEERS})


def core(form: str) -> str:
    """Return a folded word without preposition and article, to compare what people are called."""
    for lead in _ARTICLES:
        if form.startswith(lead) and len(form) > len(lead) + 1:
            return form[len(lead) :]
    return form[1:] if form[:1] in {"ل", "ب"} and len(form) > 4 else form


def cores_of(form: str) -> tuple[str, ...]:
    """Return what a word may be compared by: with the و that may be its own, and without."""
    first = core(form)
    if form.startswith("للج"):
        return (first, "ل" + first)  # «للجنة», written with one ل less
    return (first, core(form[1:])) if form[0] == "و" and len(form) > 4 and first[0] == "و" else (first,)


def nation_of(words: Words, i: int) -> str | None:
    """Return the country that a word names, or whose people it means («المصري», «مصر»)."""
    word = words.words[i]
    known = words.lexis.nations.get(word.stem) or words.lexis.nations.get(word.stem.removeprefix("ال"))
    if known is not None:
        return known[0]
    return next((place.country for place in word.places if place.kind == "country" and len(place.words) == 1), None)


def _ends(reading: Reading, i: int) -> bool:
    """Tell whether a description does not go on over a word."""
    flags, form = reading.nouns.words.flags[i], reading.passage.words.forms[i]
    verb = flags & VERB or (flags & CUE and not flags & (DEFINITE | TITLE) and form[0] not in {"ل", "ب"})
    if form in _ENDS or verb:
        return True
    if form == "امام" and reading.passage.text[reading.passage.words.starts[i]] == "إ":
        return False
    return bool(flags & PARTICLE) and form not in _INNER and not form.startswith("ال")


def before_name(  # noqa: C901, PLR0911 - one test a line
    reading: Reading, part: Part
) -> Iterator[tuple[str, Description]]:
    """Yield the descriptions before a name («مدير المهرجان الدكتور فلان», «وزير المياه، فلان،»)."""
    words = reading.nouns.words.table
    if not part.first or part.start > words.starts[part.first]:
        return
    commas, start = 0, part.start
    found: set[str] = set()
    nations: set[str] = set()
    close = True
    for i in range(part.first - 1, max(-1, part.first - 1 - _REACH), -1):
        gap = words.text[words.ends[i] : start].strip()
        if i == part.first - 1 and gap and gap not in _BEFORE_NAME:
            return
        if i < part.first - 1 and gap and gap not in _MARKS and not (gap == "." and len(words.forms[i]) == 1):
            if gap not in COMMAS or not _titled(reading, i + 1, part.first) or words.forms[i + 1][0] == "و":
                return
            commas += 1
        if commas > 1 or _ends(reading, i) or (i == part.first - 1 and words.forms[i] in reading.grammar.preposition):
            return
        other = reading.cast.by_last.get(i + 1)
        if other is not None and other.entity.type == "person":
            return
        form = words.forms[i]
        if is_of_titled(reading, i):
            return  # «طبيب الفريق للرئيس فلان»
        if form.removeprefix("و").removeprefix("ل").removeprefix("ب") in _PEERS:
            yield from _peer(reading, i, part, nations)
            return
        cores = cores_of(form)
        found.update(cores)
        nations.update(_nations(reading, i))
        if not _is_governed(reading, i) and form[:2] != "لل":
            for head in cores:
                yield head, Description(frozenset(found), frozenset(nations), i, part.entity, close)
        close = close and form.startswith("ال")
        start = words.starts[i]


def _is_governed(reading: Reading, i: int) -> bool:
    """Tell whether a word belongs to the noun before it («مساعد | مدير المصنع», «فرع | الحزب»)."""
    words = reading.nouns.words
    if i == 0 or not words.spaced[i - 1] or words.flags[i - 1] & DEFINITE:
        return False
    flags = words.flags[i - 1]
    if words.flags[i] & TITLE:
        return bool(flags & TITLE)
    return bool(flags & (TITLE | HEAD)) or (bool(flags & COMMON) and not flags & (VERB | CUE | PARTICLE))


def _peer(reading: Reading, at: int, part: Part, nations: set[str]) -> Iterator[tuple[str, Description]]:
    """Yield the office told last before «نظيره» as that of the one who has it elsewhere («نظيره المصري فلان»)."""
    words = reading.nouns.words
    heads: tuple[str, ...] = ()
    told: set[str] = set()
    for i in range(at - 1, max(-1, at - _OFFICE_BEFORE), -1):
        title = words.title(i) if words.flags[i] & TITLE else None
        if title is None or title.kind != "office" or _people(reading, i):
            continue
        own = cores_of(words.table.forms[i])
        if _is_governed(reading, i) or (heads and heads != own):
            continue
        heads = heads or own
        last = next((k for k in range(i + 1, at) if _stops(reading, k)), at)
        told.update(each for k in range(i, last) for each in cores_of(words.table.forms[k]))
        if last - i > 1:  # «الوزير» goes on to «وزير المياه فلان»
            break
    for head in heads:
        yield head, Description(frozenset(told), frozenset(nations), at, part.entity, close=False)


def _stops(reading: Reading, i: int) -> bool:
    return bool(_people(reading, i)) or _ends(reading, i) or not reading.nouns.words.spaced[i - 1]


_ACTS_AS: Final = frozenset({"باعمال", "بمهام"})


def is_of_titled(reading: Reading, i: int) -> bool:
    """Tell whether a title belongs to what stands before it, or what is led to belongs to whoever has the title.

    «طبيب | للرئيس فلان», «متحدث | باسم الوزير فلان», «رحب المدير | بالدكتور فلان», «أشاد المدير | بجهود الدكتور فلان».
    """
    words = reading.nouns.words
    flags, form, behind = words.flags[i], words.table.forms[i], words.flags[i + 1] if i + 1 < len(words) else 0
    if form in SPEAKS_FOR:
        return bool(behind & TITLE)
    if form in _ACTS_AS:
        return False  # «القائم بأعمال المدير الدكتور فلان» is he
    if flags & (TITLE | HEAD) == TITLE:
        return form.startswith(("لل", "بال"))
    ordinary = flags & (COMMON | HEAD | PLACE | KNOWN | DEFINITE) == COMMON and form[0] in "بل" and words.words[i].peel
    return bool(ordinary and behind & (TITLE | HEAD | DEFINITE) == TITLE | DEFINITE)


def _nations(reading: Reading, i: int) -> tuple[str, ...]:
    nation = nation_of(reading.nouns.words, i)
    return (nation,) if nation is not None else ()


def _titled(reading: Reading, first: int, last: int) -> bool:
    """Tell whether nothing but titles stands between a comma and a name («رئيسة الاتحاد، الدكتورة فلانة»)."""
    flags, forms = reading.nouns.words.flags, reading.passage.words.forms
    return first <= last and all(flags[i] & TITLE or len(forms[i]) == 1 for i in range(first, last))


def behind_name(  # noqa: C901 - one test a line
    reading: Reading, part: Part
) -> Iterator[tuple[str, Description]]:
    """Yield the descriptions behind a name («فلان، مدير المهرجان،», «فلان الذي يشغل منصب مدير المهرجان»)."""
    words, flags = reading.nouns.words.table, reading.nouns.words.flags
    at, count = part.last, len(words)
    if at >= count:
        return
    gap = words.text[part.end : words.starts[at]].strip()
    if gap not in _BEHIND_NAME:
        return
    linked = at
    while at < min(count, part.last + 5) and words.forms[at] in _LINKS:
        at += 1
    if at >= count or (at == linked and not gap and (_meets(reading, part) or _is_led_title(reading, at))):
        return
    leads = _LEADS.get(words.forms[at], ()) if at > linked or not gap else ()
    at += bool(leads)
    last = at
    limit = min(count, at + _REACH)
    while last < limit and not _ends(reading, last):
        between = words.text[words.ends[last - 1] : words.starts[last]].strip() if last > at else ""
        if (between and between not in _MARKS) or reading.cast.by_word.get(last) in _people(reading, last):
            break
        last += 1
    told = frozenset(each for i in range(at, last) for each in cores_of(words.forms[i]))
    told |= {words.forms[at].removesuffix("ا")} if leads and last > at else frozenset()  # «يقود وفدا»
    nations = frozenset(nation for i in range(at, last) for nation in _nations(reading, i))
    for head in leads:
        yield head, Description(told, nations, at, part.entity, close=False)
    joined = last >= count or not _people(reading, last)  # «فلان رئيس اللجنة | ومدير الشركة فلان»
    surname = at == linked and not gap and bool(flags[at] & DEFINITE) and not flags[at] & TITLE  # «فلان النجار»
    for i in range(at, last):
        coordinate = words.forms[i][0] == "و" and flags[i] & TITLE and reading.nouns.words.words[i].peel
        if (i == at and not coordinate and not surname) or (i > at and coordinate and joined):
            heads = cores_of(words.forms[i])
            if words.forms[i][-1] == "ا" and flags[i] & TITLE:
                heads = (words.forms[i][:-1],)  # «يعمل فلان مديرا للمصنع»
            elif words.forms[i][0] == "ك" and reading.nouns.words.words[i].peel:
                heads = (words.forms[i][1:],)  # «تسلم فلان مهامه كمدير للمصنع»
            for head in heads:
                yield head, Description(told, nations, i, part.entity, i == at)


def _people(reading: Reading, at: int) -> tuple[Part, ...]:
    part = reading.cast.by_word.get(at)
    return (part,) if part is not None and part.entity.type == "person" and part.form == "name" else ()


def _is_led_title(reading: Reading, at: int) -> bool:
    """Tell whether ب or ل leads to somebody with a title («نقل فلان لأمير البلاد تحياته»)."""
    words = reading.nouns.words
    return bool(words.flags[at] & TITLE and words.table.forms[at][0] in "بل" and words.words[at].peel)


def _meets(reading: Reading, part: Part) -> bool:
    """Tell whether a verb before a name has an object that may be a person («استقبل فلان وزير المياه»)."""
    forms = reading.passage.words.forms[max(0, part.first - _NEAR) : part.first]
    return any(form.removeprefix("و") in _MEETS for form in forms)
