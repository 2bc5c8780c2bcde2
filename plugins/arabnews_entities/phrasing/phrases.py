"""The title grammar: ROLE? NATIONALITY? NAME?, read from one word on.

MENTION := HONORIFIC* HEAD OFFICE? NATIONALITY? STATUS? (،)? NAME | NAME (،)? HEAD OFFICE …; an office
is an idafa («رئيس مجلس
النواب»), what follows باسم, or a phrase with لـ, في, لدى, إلى. A bare head is open: it asks for a
complement; the article, a
country or a name closes it. What is closed takes adjectives and prepositional phrases alone, so a bare
noun ends it. Grammar
after Badawi, Carter and Gully, Modern Written Arabic, chapter 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from arabnews_entities.naming.alone import ordinary
from arabnews_entities.naming.closing import initial
from arabnews_entities.naming.ends import spoken
from arabnews_entities.naming.framing import framed
from arabnews_entities.naming.names import read_name
from arabnews_entities.naming.nobodies import are_his
from arabnews_entities.naming.surnames import article_given, strange_given
from arabnews_entities.phrasing.definite import end_of_definite
from arabnews_entities.phrasing.institutions import foundation, read_body
from arabnews_entities.phrasing.offices import KIN, Office, read_role
from arabnews_entities.vocabulary.wordlists import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    GIVEN,
    HEAD,
    LINK,
    NAMELIKE,
    NATIONAL,
    NISBA,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

PhraseKind = Literal["person", "role", "organization", "place", "collective", "document"]
Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]


class NounPhrase(NamedTuple):
    """A noun phrase that names a person, a body, a document or a group.

    `first` and `last` are half-open word indices, `start` and `end` offsets in the text, without the
    proclitics in front.
    `head` is the lemma of the head noun («وزير» for «الوزيرة»), or None for a bare name. `role_span` is
    title and office,
    `name_span` the name alone. `country` is the code of its nationality, `status` "former", "acting", "elect" or None.
    `definite` tells whether someone already known is meant («الوزير»); `relation` that the name belongs to another
    («زوجة فلان»). `office` are the words of the office, `article` tells that the head has the article («الوزير»).
    `countries` are those of an office that several hold («وزيرا خارجية مصر والأردن»), in order.
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
    countries: tuple[str, ...] = ()


def read_noun_phrase(words: Words, index: int) -> NounPhrase | None:
    """Return the noun phrase of a speaker that starts at a word, or None. What was read once is kept with the words.

    >>> from arabnews_entities.vocabulary.wordlists import lexis
    >>> from arabnews_entities.vocabulary.words import read_words
    >>> text = "قالت وزيرة المياه الأردنية سلمى الجريدي إن السد امتلأ"
    >>> phrase = read_noun_phrase(read_words(text, lexis()), 1)
    >>> phrase.kind, text[phrase.start:phrase.end], text[slice(*phrase.name_span)], phrase.gender, phrase.country
    ('person', 'وزيرة المياه الأردنية سلمى الجريدي', 'سلمى الجريدي', 'f', 'JO')
    """
    read = words.phrases
    if index in read:
        return read[index]
    if not 0 <= index < words.count:
        return None
    phrase = read[index] = _read(words, index)
    return phrase


def _read(words: Words, index: int) -> NounPhrase | None:  # noqa: PLR0911 - one case a kind of phrase
    flag = words.flags[index]
    if flag & TITLE and not foundation(words, index):
        return _read_titled(words, index)
    if flag & ABBREVIATED and words.words[index].stem in _LETTERS:
        return _read_abbreviated(words, index)
    found = words.place(index)
    if found is not None:
        place, last = found
        kind: PhraseKind = "organization" if place.kind == "organization" else "place"
        return NounPhrase(index, last, words.begin(index), words.end(last - 1), kind, country=place.country)
    stem = words.words[index].stem
    national = end_of_definite(words, index) if flag & NATIONAL else 0
    if flag & HEAD or national:
        last = national or read_body(words, index)
        return NounPhrase(
            index, last, words.begin(index), words.end(last - 1), "organization", head=stem.removeprefix("ال"),
            gender="f" if stem.endswith("ه") else "m",
        )  # fmt: skip
    if flag & STOP or flag & NISBA or are_his(words, index):
        return None
    last = read_name(words, index, titled=True)
    if last == index:
        return None
    start, end = words.begin(index), words.end(last - 1)
    phrase = NounPhrase(index, last, start, end, "person", name_first=index, name_last=last, name_span=(start, end))
    return _with_apposition(words, phrase)


def _read_abbreviated(words: Words, index: int) -> NounPhrase | None:
    """Read «د. خالد علي», «أ.د. خالد علي»."""
    at, letters = index, ""
    while at + 1 < words.count and len(letters) < _MOST_LETTERS and words.words[at].stem in _LETTERS:
        if words.gap(at) not in (_DOTS if words.words[at].stem == "ا" else _SPACED_DOTS):
            return None
        letters += words.words[at].stem
        at += 1
    if not letters or at >= words.count:
        return None
    last = framed(words, at, read_name(words, at, titled=True), office=False, subject=index)
    flag = words.flags[at]
    verbal = words.table.forms[last - 1].endswith(("نا", "وا", "ها"))
    spoken = bool(index and words.spaced[index - 1] and words.flags[index - 1] & CUE)
    sure = not verbal and ("د" in letters or spoken)
    alone = spoken and not verbal and "د" in letters and _plausible(words, at)  # «وقال د. كارنيك إن»
    if last == at or not (
        flag & (NAMELIKE | LINK) or (flag & WEAK and last > at + 1) or (sure and not flag and (last > at + 1 or alone))
    ):
        return None
    start, name = words.begin(index), words.begin(at)
    return NounPhrase(
        index, last, start, words.end(last - 1), "person",
        head="دكتور" if "د" in letters else "مهندس" if "م" in letters else "استاذ",
        role_span=(start, words.end(at - 1)), name_first=at, name_last=last, name_span=(name, words.end(last - 1)),
    )  # fmt: skip


_LETTERS: Final = frozenset("دما")
"""Letters that stand for «الدكتور», «المهندس» or «المساعد», «الأستاذ»."""
_MOST_LETTERS: Final = 3
_DOTS: Final = frozenset({".", "/"})
_SPACED_DOTS: Final = _DOTS | {""}


def _read_titled(words: Words, index: int) -> NounPhrase | None:
    role = read_role(words, index)
    if role is None:
        return None
    title, start = role.title, words.begin(index)
    name_first, name_last = _name_after(words, role, index)
    if name_last > name_first:
        role_end = words.end(role.last - 1)
        phrase = NounPhrase(
            index, name_last, start, words.end(name_last - 1), "person", title.lemma, title.gender, title.number, True,
            (start, role_end), name_first, name_last, (words.begin(name_first), words.end(name_last - 1)),
            role.country, role.status, role.relation, role.office, countries=role.countries,
        )  # fmt: skip
        return phrase if role.relation else _with_apposition(words, phrase)
    last = role.safe
    kind: PhraseKind = title.kind if title.kind in {"collective", "document"} else "role"
    return NounPhrase(
        index, last, start, words.end(last - 1), kind, title.lemma, title.gender, title.number,
        title.definite or role.closed, (start, words.end(last - 1)), country=role.country, status=role.status,
        relation=role.relation and title.lemma in KIN, office=role.office[: role.sure], article=title.definite,
    )  # fmt: skip


def _name_after(words: Words, role: Office, index: int) -> tuple[int, int]:  # noqa: C901, PLR0911, PLR0912 - one case a way to join name and role
    """Return the words of the name that follows a role: at once, or behind one comma."""
    at = role.last
    none = (at, at)
    if words.table.forms[at : at + 2] == ("ايه", "الله") and role.closed and words.spaced[at - 1] and words.spaced[at]:
        at += 2  # «رئيس المجلس آية الله فلان»
    if at >= words.count or role.title.kind in {"collective", "document"}:
        return none
    flag, text = words.flags[at], words.text
    unknown = not flag & (NAMELIKE | LINK | FOREIGN | WEAK)
    if words.words[at].stem == "الشريف" and words.table.forms[at - 1] in _NOBLE:
        return none
    if words.table.forms[at] in _MATTERS and words.gap(at - 1) in {"،", ","}:
        return _behind_matters(words, at, none)
    if flag & ABBREVIATED and words.spaced[at - 1] and role.title.number == "s" and not initial(words, at):
        return _behind_letters(words, at, none)
    if words.words[at].peel or (unknown and text[words.end(at) - 1] == "ة" and not strange_given(words, at)):
        return none
    if words.spaced[at - 1]:
        # an open head and an unknown word: «رئيس كذا» is no name, «حكم العسكر» neither
        sure = flag & (GIVEN | LINK | FOREIGN) or (flag & NAMELIKE and not flag & (COMMON | DEFINITE))
        if not role.closed and not role.honorific and not sure:
            return none
        last = read_name(words, at, titled=True)
        if role.title.number == "p" and not flag & (GIVEN | LINK):
            return none
        if role.title.number == "s":
            last = framed(words, at, last, office=role.closed and not role.honorific, subject=index)
        alone = role.short or words.flags[at - 1] & NISBA
        if (
            last == at + 1
            and unknown
            and not (alone and _plausible(words, at) and _named_so(words, at, role.title.kind))
        ):
            return none
        return at, last
    gap = words.gap(at - 1)
    if gap in {"،", ","} and role.closed and not role.honorific and role.title.number == "s":
        last = framed(words, at, read_name(words, at, titled=True), office=True, subject=index)
        listed = any(words.flags[i] & NAMELIKE for i in range(at, last))
        given = not flag & DEFINITE or article_given(words, at)  # «رئيس المجلس، الطيب كذا،»
        if last - at >= 2 and (listed or not _runs_on(words, last)) and given:
            return at, last
    if gap in {"/", "."} and role.honorific:
        return at, framed(words, at, read_name(words, at, titled=True), office=False, subject=index)
    if gap in _MARKS and role.closed and role.title.number == "s":
        last = read_name(words, at, titled=True)
        if last > at + 1 and flag & (GIVEN | LINK) and words.gap(last - 1)[:1] == _MARKS[gap]:
            return at, last  # «المدير التنفيذي "سامي العلي"»
    return none


def _behind_letters(words: Words, at: int, none: tuple[int, int]) -> tuple[int, int]:
    """Return the words of a name behind the letters of its title: «وزير المالية د. سامي العلي», «العميد أ.د. …»."""
    for i in range(at, min(at + 3, words.count - 1)):
        letter = words.words[i].stem
        if letter not in {"د", "م", "ا"} or words.gap(i) not in {".", "/"}:
            break
        if letter != "ا" and not words.flags[i + 1] & ABBREVIATED:
            phrase = _read_abbreviated(words, i)
            return (phrase.name_first, phrase.name_last) if phrase is not None else none
    return none


_NOBLE: Final = frozenset({"النبوي", "الازهر", "القدس", "الحرم", "المكي", "المصحف", "الحديث"})
"""What «الشريف» is said of: no name behind them."""
_MARKS: Final = {'"': '"', "«": "»", "“": "”", "”": "“", "'": "'"}


_MATTERS: Final = frozenset({"لشوون", "لشيون", "لقطاع", "المكلف", "المكلفه", "المسوول", "المسووله"})


def _behind_matters(words: Words, at: int, none: tuple[int, int]) -> tuple[int, int]:
    """Return the words of a name behind what an office is for, between commas («…، لشؤون التعليم، فلان،»)."""
    for i in range(at + 1, min(at + 8, words.count - 1)):
        if not words.spaced[i]:
            last = read_name(words, i + 1, titled=True) if words.gap(i) in {"،", ","} else 0
            listed = any(words.flags[j] & NAMELIKE for j in range(i + 1, last))
            return (i + 1, last) if last - i > 2 and listed else none
        if words.flags[i] & STOP:
            break
    return none


def _runs_on(words: Words, last: int) -> bool:
    """Tell whether the sentence runs on behind a word without a mark or a particle."""
    return last < words.count and words.spaced[last - 1] and not words.flags[last] & STOP


_CLITIC_STARTS: Final = frozenset({"لا", "لت", "لي", "لل", "با", "بت", "ست", "سي"})
"""How a preposition and a noun begin more often than an unknown name does."""


def _plausible(words: Words, at: int) -> bool:
    """Tell whether an unknown word after a title can be a name: long enough, and no noun phrase goes on."""
    form = words.table.forms[at]
    if len(form) < 4 or words.flags[at] & (COMMON | STOP) or form.endswith(("ون", "ات")) or form[0] == "و":
        return False
    if (words.flags[at] & DEFINITE and form.endswith(("ين", "ه"))) or form[:2] in _CLITIC_STARTS:
        return False
    if not words.spaced[at]:
        return True
    following = words.flags[at + 1]
    return not following & DEFINITE or bool(following & NAMELIKE)


def _named_so(words: Words, at: int, kind: str) -> bool:
    """Tell whether an unknown word alone behind a title is a name: with the article it is more often an adjective.

    «الإمام الباقلاني» is named so, «اللاعب المتكاسل» and «السلطان المتجبر» are not.
    """
    form = words.table.forms[at]
    if not words.flags[at] & DEFINITE:
        return not ordinary(words, at)
    if kind == "honorific":
        return form[2] != "م" or form[-1] == "ي"
    return form[-1] == "ي" and at + 1 < words.count and spoken(words, at + 1)


_APPOSED: Final = frozenset({"،", ",", "-", "–", "—"})
"""What parts a name from the office that stands in apposition to it."""
_ENCLOSING: Final = _APPOSED | {"."}


def _with_apposition(words: Words, phrase: NounPhrase) -> NounPhrase:  # noqa: PLR0911 - conditions in order of cost
    """Add the office that follows a name, «خالد علي وزير المياه» or behind a comma; the extent stays the name's."""
    at = phrase.last
    if at >= words.count or (phrase.head is not None and phrase.office):
        return phrase
    if not words.spaced[at - 1] and words.gap(at - 1) not in _APPOSED:
        return phrase
    if not words.flags[at] & TITLE or words.words[at].peel:
        return phrase
    role = read_role(words, at)
    if role is None or not role.closed or role.title.number != "s" or role.title.kind not in {"office", "person"}:
        return phrase
    following, behind = _name_after(words, role, at)
    if role.relation or behind > following:
        return phrase  # the office of whoever is named next
    # «، المدير التنفيذي للشركة،» is closed by a second comma; «، الرئيس …» begins something else
    enclosed = role.office and words.gap(role.safe - 1)[:1] in _ENCLOSING
    if role.title.definite and not words.spaced[at - 1] and not enclosed:
        return phrase
    return phrase._replace(
        head=role.title.lemma, gender=phrase.gender if phrase.gender == "f" else role.title.gender,
        country=role.country, status=role.status, office=role.office,
        role_span=(words.begin(at), words.end(role.safe - 1)),
    )  # fmt: skip
