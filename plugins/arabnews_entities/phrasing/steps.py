"""Reads a role word by word: what a closed head takes, and what an open one asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from arabnews_entities.naming.surnames import ORDINALS, article_given, in_name_of, son_follows
from arabnews_entities.phrasing.complements import (
    adjective,
    as_spelt,
    complement_follows,
    goes_on_unknown,
    hidden_clitic,
    possessed,
    rank_goes_on,
    whose,
)
from arabnews_entities.phrasing.institutions import MASDAR, governs, patron_end
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    DEFINITE,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    PARTICLE,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    WEAK,
    Title,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words


STATUSES: Final = {
    "سابق": "former", "سابقه": "former", "اسبق": "former", "راحل": "former", "راحله": "former", "مخلوع": "former",
    "معزول": "former", "مقال": "former", "منصرف": "former", "منتخب": "elect", "منتخبه": "elect", "مكلف": "elect",
    "مكلفه": "elect", "موقت": "acting", "موقته": "acting", "انتقالي": "acting", "انتقاليه": "acting",
    "جديد": "present", "جديده": "present", "حالي": "present", "حاليه": "present",
}  # fmt: skip
"""What the adjective after an office tells of it."""


_RANKED: Final = frozenset({"فريق", "الفريق", "ملازم", "الملازم"})
"""Ranks of which there is a first («الفريق أول فلان»)."""
STYLES: Final = frozenset(
    ["سعاده", "معالي", "سماحه", "فضيله", "دوله", "فخامه", "غبطه", "صاحب", "صاحبه", "جلاله", "سمو"]
)
"""How a style of address begins («معالي الوزير»)."""
SPEAKS_FOR: Final = frozenset({"باسم", "بلسان"})
"""What leads to whom a spokesman speaks for."""
THIS: Final = frozenset({"هذا", "هذه", "تلك", "ذلك"})
_PREPOSITIONS: Final = frozenset({"في", "لدي", "الي", "عن", "علي", "مع"})


_SOUTHERN: Final = {"افريقي": "ZA", "افريقيه": "ZA", "سوداني": "SS", "سودانيه": "SS"}
_DIVIDED: Final = {("KR", "الشمالي"): "KP", ("SD", "الجنوبي"): "SS"}
"""Nationalities that the next adjective makes another."""
RANKS: Final = frozenset({"عام", "عامه", "تنفيذي", "اقليمي", "اول", "ثاني", "تنفيذيه", "اقليميه", "فخري", "مساعد"})
"""Adjectives between a bare head and its complement («مدير عام الشركة»)."""


_ENDING: Final = NISBA | STATUS | TITLE
"""Behind these a plural with the article is no adjective of a role that one holds."""


@define(eq=False)
class RoleReading:
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
    countries: list[str] = field(factory=list)
    """The countries of an office that several hold («وزيرا خارجية مصر والأردن»), in order."""
    status: str | None = None
    office: list[str] = field(factory=list)
    sure: int = 0
    """How many words of the office belong to the role for sure."""
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

    def joined(self) -> bool:
        """Tell whether the words go on behind the one that is read."""
        return self.at + 1 < self.words.count and self.words.spaced[self.at]

    def keep(self) -> bool:
        """Note that all up to here belongs to the role for sure, where no preposition was passed."""
        if not self.governed:
            self.safe, self.sure = self.at, len(self.office)
        return True


def closed_step(role: RoleReading) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case a kind of word
    """Read one more word of a closed role: adjective, nationality, status or a prepositional phrase."""
    words, at = role.words, role.at
    flag, word, form = words.flags[at], words.words[at], words.table.forms[at]
    bare = word.stem.removeprefix("ال")
    if son_follows(words, at) or article_given(words, at) or (flag & DEFINITE and flag & PARTICLE):
        return False  # «الشاعر لبيد بن …», «الوزير الطيب صالح», «الوزير الذي», «الوزير الأحد»
    if word.peel or hidden_clitic(words, at):
        return _clitic_step(role)
    if form in _SOUTHERN and words.table.forms[at - 1] == "الجنوب":
        role.country = _SOUTHERN[form]  # «الجنوب أفريقي»
        return role.take() and role.keep()
    if flag & DEFINITE and flag & NISBA:
        code, agreement = words.lexis.nations[bare]
        if role.joined() and (split := _DIVIDED.get((code, words.words[at + 1].stem.rstrip("ه")))):
            code = split  # «الكوري الشمالي»
        if role.country is None or agreement[0] == (role.title.gender or "m"):
            role.country = code
        return role.take() and role.keep()
    if flag & DEFINITE and flag & STATUS:
        role.status = STATUSES.get(bare, role.status)
        # an ordinal tells one from another («المتهم الأول»): it counts as a word of the office
        return role.take(bare if word.stem in ORDINALS else None) and role.keep()
    if role.honorific:
        ordinary = flag & DEFINITE and flag & COMMON and not flag & (NAMELIKE | WEAK)
        rank = word.stem in {"الركن", "ركن"} or (word.stem == "اول" and words.words[at - 1].stem in _RANKED)
        return bool(ordinary or rank) and role.take() and role.keep()
    if word.stem in _PREPOSITIONS and flag & PARTICLE:
        related = words.table.forms[at - 1].endswith(("علاقات", "علاقه")) or word.stem != "مع"
        if not related or not complement_follows(words, at) or _to_another(words, at + 1):
            return False  # «رد المدير على المدرب فلان»
        role.organ, role.governed = False, True
        return role.take(closed=False)
    if form in SPEAKS_FOR:
        return in_name_of(words, at) and role.take(closed=False)
    if word.stem == "الشريف" and words.words[at - 1].stem in _HOLY:
        return role.take("شريف") and role.keep()  # «خطيب المسجد النبوي الشريف»
    if flag & DEFINITE and not (flag & NAMELIKE and not flag & COMMON):
        if not flag & COMMON and not goes_on_unknown(words, at):
            return False  # unknown with the article: a surname, unless a name comes after it
        if flag & HEAD or MASDAR.fullmatch(bare) or (form.endswith("ين") and words.flags[at - 1] & _ENDING):
            return False  # «جدد رئيس الوزراء اليوناني التأكيد», «دعا الوزير المواطنين»: objects
        return role.take(bare) and role.keep()
    return False


def _clitic_step(role: RoleReading) -> bool:  # noqa: C901, PLR0911 - one case a preposition
    """Read a phrase with ل, ب or و behind a closed role («للفريق الأول», «بجامعة كذا», «والمغتربين»)."""
    words, at = role.words, role.at
    flag, form = as_spelt(words, at), words.table.forms[at]
    bare = words.words[at].stem.removeprefix("ال")
    if role.honorific or flag & STOP or form[0] not in "ولب" or (form[0] == "ب" and flag & TITLE and not flag & HEAD):
        return False
    if form in SPEAKS_FOR:
        return in_name_of(words, at) and role.take(closed=False)
    ordinary = flag & (_NOT_ORDINARY | COMMON) == COMMON and role.joined()
    if (form[0] == "ل" and _to_another(words, at)) or (ordinary and _to_another(words, at + 1)):
        return False  # «سلم الأمين العام الجائزة للكاتب فلان», «أشاد المدير بجهود الدكتور فلان»
    found = words.place(at)
    if found is not None and form[0] == "و" and _is_second(role):
        return _place_closes(role)
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
        # «ببقيق الدكتور فلان»: a place that no list knows
        return role.take(bare, closed=bool(flag & DEFINITE) or _honoured(words, at + 1))
    if form[0] == "ب":
        role.governed, role.organ = True, bool(flag & HEAD and not flag & DEFINITE)
        return role.take(bare, closed=bool(flag & DEFINITE))
    if flag & DEFINITE and (flag & COMMON or (form.startswith("لل") and not flag & NAMELIKE)):
        role.take(bare)
        # «والمغتربين»: only safe when a name follows
        return True if form[0] == "و" and not form.startswith("ول") else role.keep()
    if form[0] == "و" and flag & COMMON and not flag & _NO_FIELD and role.office and governs(words, at):
        role.governed = True  # «رئيس لجنة كذا وأوضاع اللاعبين فلان»
        return role.take(bare, closed=False)
    if form[0] == "ل" and flag & (COMMON | PLACE | KNOWN) and not flag & NAMELIKE:
        role.organ = bool(flag & HEAD)
        return role.take(words.words[at].stem if role.organ else None, closed=False)
    return False


def _to_another(words: Words, at: int) -> bool:
    """Tell whether a style or an occupation of one stands at a word, and a name behind it: somebody else begins."""
    title = words.title(at) if words.flags[at] & TITLE and not words.flags[at] & HEAD else None
    if title is None or title.kind not in _ANOTHER or title.number != "s" or not words.flags[at] & DEFINITE:
        return False
    return at + 1 < words.count and words.spaced[at] and bool(words.flags[at + 1] & NAMELIKE)


_ANOTHER: Final = frozenset({"honorific", "person"})
_NOT_ORDINARY: Final = DEFINITE | HEAD | PLACE | KNOWN
_NO_FIELD: Final = NAMELIKE | WEAK | TITLE | HEAD | PLACE | KNOWN | DEFINITE


def _honoured(words: Words, at: int) -> bool:
    """Tell whether an honorific with the article stands at a word, and a name behind it."""
    title = words.title(at)
    if title is None or title.kind != "honorific" or not title.definite or at + 1 >= words.count:
        return False
    return words.spaced[at] and bool(words.flags[at + 1] & NAMELIKE)


def _is_second(role: RoleReading) -> bool:
    """Tell whether و adds one more place to an office that several hold."""
    return bool(role.countries) and role.words.words[role.at].peel == 1


def open_step(role: RoleReading) -> bool:
    """Read the complement that an open head asks for; with one, «أستاذ» is an office and no style of address."""
    went_on = _complement(role)
    if went_on and role.office and role.title.lemma not in STYLES:
        role.honorific = False
    return went_on


def _complement(role: RoleReading) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case a line
    """Read the complement that an open head asks for, or an adjective of an indefinite one."""
    words, at = role.words, role.at
    flag, word, form = as_spelt(words, at), words.words[at], words.table.forms[at]
    if form in THIS and role.joined() and words.flags[at + 1] & DEFINITE and not words.words[at + 1].peel:
        return role.take()  # «رئيس هذه المجموعة»
    if role.indefinite and not (flag & DEFINITE or form in SPEAKS_FOR or flag & NISBA):
        return False
    if at == role.index + 1 and word.stem in RANKS and not word.peel and rank_goes_on(words, at):
        return role.take(word.stem)
    found = words.place(at)
    if found is not None and not word.peel:
        return _place_closes(role)
    noun = at > role.index + 1 and words.words[at - 1].stem in words.lexis.place_nouns
    of_place = role.organ or noun
    # «مستشفى الملك فلان», but «رئيس بلدية كذا الدكتور فلان»
    if (noun or (role.organ and words.flags[at - 1] & HEAD)) and flag & TITLE and flag & DEFINITE and not word.peel:
        patron = patron_end(words, at)
        if patron:
            role.at, role.closed = patron, True
            return role.keep()
    if flag & DEFINITE and not word.peel and not (flag & NAMELIKE and not flag & COMMON and not role.organ):
        return role.take(word.stem.removeprefix("ال"), closed=True) and role.keep()
    if form in SPEAKS_FOR:
        return role.take()
    if flag & NISBA and not word.peel:  # «مسؤول أمريكي»: an adjective of what is indefinite
        role.country = words.lexis.nations[word.stem][0]
        role.take()
        role.safe, role.sure = role.at, len(role.office)
        role.indefinite = role.title.kind in {"office", "person"} and not role.title.definite
        return True
    if role.title.kind in {"collective", "document"} and at - role.index < 4 and adjective(words, at):
        role.take()
        role.safe, role.sure = role.at, len(role.office)
        return True
    if whose(words, at, role.title):
        return role.take(word.stem, closed=True)
    if flag & NAMELIKE or (flag & LINK and (role.organ or not flag & COMMON)):
        if role.organ and flag & LINK and role.joined() and words.flags[at + 1] & NAMELIKE:
            role.take(word.stem)  # «شركة نور مجان»
        return role.organ and role.take(word.stem, closed=True) and role.keep()
    if flag & (HEAD | TITLE) and not word.peel and not flag & PARTICLE:
        return _inner_head(role)
    if not flag & STOP and flag & COMMON:
        return _common_complement(role)
    of_noun = not flag and at > role.index + 1 and words.table.forms[at + 1 : at + 2] == ("في",)
    if not flag & (COMMON | STOP) and (of_place or of_noun) and not word.peel:
        role.organ = False
        return role.take(word.stem, closed=True) and role.keep()
    return False


_HOLY: Final = frozenset({"النبوي", "المكي", "الازهر", "القدس", "الحرم", "المصحف"})
"""Behind these «الشريف» is an epithet and no name."""


def _place_closes(role: RoleReading) -> bool:
    found = role.words.place(role.at)
    if found is None:
        return False
    place, role.at = found
    if role.title.number != "s" and place.country is not None:
        role.countries.append(place.country)
    if not role.governed and (place.kind == "country" or role.country is None):
        role.country = place.country
    if place.kind == "organization":
        role.office.extend(place.words)
    role.closed = True
    return role.keep()


def _inner_head(role: RoleReading) -> bool:
    """Read the head noun of a body, or an office over which the role stands («نائب رئيس …»)."""
    words, at = role.words, role.at
    flag, inner = as_spelt(words, at), words.title(at)
    if inner is not None and inner.kind == "honorific" and not flag & HEAD and inner.definite:
        return False
    role.organ = bool(flag & HEAD)
    return role.take(words.words[at].stem)


def _common_complement(role: RoleReading) -> bool:
    """Read an ordinary noun: one with a pronoun closes the role, one that governs what follows keeps it open."""
    words, at = role.words, role.at
    word, owned = words.words[at], possessed(words, at)
    if not word.peel and owned:
        return role.take(owned, closed=True) and role.keep()
    if word.peel and words.table.forms[at][0] != "ل":
        return False
    if word.stem in words.lexis.place_nouns and role.joined() and not words.flags[at + 1] & (STOP | COMMON):
        return role.take(word.stem)  # «حاكم ولاية …»: of a place that no list knows
    return (governs(words, at) or _governs_unknown(words, at)) and role.take(word.stem)


def _governs_unknown(words: Words, at: int) -> bool:
    """Tell whether a noun, or the next one, governs a word that no list knows («مكافحة إيبولا في»)."""
    for last in (at + 1, at + 2):
        if not words.spaced[last - 1] or last >= words.count:
            return False
        if not words.flags[last]:
            return words.table.forms[last + 1 : last + 2] == ("في",)
        if not words.flags[last] & COMMON or words.flags[last] & (STOP | DEFINITE):
            return False
    return False
