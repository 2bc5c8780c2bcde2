"""Where a personal name ends: units of one to three words, up to a verb, particle, date or mark of punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.closing import HOMOGRAPHS, KIN, closing, family_name, initial, preacher, sealed
from arabnews_entities.naming.nobodies import TO_ME, ends_name, to_me
from arabnews_entities.naming.surnames import (
    GIVEN_TOO,
    PARTICLES,
    apart,
    article_given,
    doubtful,
    foreign_waw,
    french_article,
    given_too,
    heads_phrase,
    honorific_surname,
    in_his_name,
    last_surname,
    month_surname,
    name_follows,
    nisba_surname,
    opens_name,
    ordinal,
    particle_follows,
    son_follows,
    strange_given,
    surname_follows,
    surname_too,
    whole,
)
from arabnews_entities.vocabulary.wordlists import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    HEAD,
    LINK,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    SPELT,
    STATUS,
    STOP,
    TITLE,
    VERB,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

MOST_UNITS: Final = 6
_KIN_OR_CLAN: Final = KIN | {"ال"}
_AFTER_LINK_BAD: Final = STOP | NUMBER | TITLE | HEAD


def read_name(words: Words, index: int, *, titled: bool = False) -> int:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a word continues a name or ends it
    """Return the index behind the name that starts at a word, or `index` when none does.

    `titled` tells that a title or a verb of speech stands before it, so that a word that no list knows
    may be a name, and an
    ambiguous one counts.

    >>> from arabnews_entities.vocabulary.wordlists import lexis
    >>> from arabnews_entities.vocabulary.words import read_words
    >>> read_name(read_words("عبد الفتاح بن راشد في المدينة", lexis()), 0)
    4
    """
    at, units, flags, count = index, 0, words.flags, words.count
    if index >= count:
        return index
    if flags[index] & FOREIGN:
        return _read_foreign(words, index)
    stem = words.words[index].stem
    if stem in _SPECIAL and (stem == "الله" or in_his_name(words, index)):
        return index
    if words.table.forms[index] in TO_ME and to_me(words, index):
        return index
    sure = False
    while at < count and units < MOST_UNITS:
        if not words.spaced[at] and (at > index or titled) and initial(words, at):
            at, units, sure = at + 1, units + 1, True
            while at < count and initial(words, at):
                at += 1
            at += 1
            continue
        if at > index and not (words.spaced[at - 1] or joined(words, at)):
            break
        flag, stem = flags[at], words.words[at].stem
        special = stem in _SPECIAL
        if at > index:
            if ends_name(words, at):
                break
            if units and not words.spaced[at - 1] and not flag & (STOP | DEFINITE | TITLE | HEAD):
                at, units = at + 1, units + 1  # behind a hyphen, whatever the word is else
                continue
        if not special and (at == index or not words.words[at].peel):
            if flag & NAMELIKE and not flag & _DOUBTFUL:
                at, units, sure = at + 1, units + 1, sure or titled or bool(flag & GIVEN)
                continue
            if flag & STOP and not flag & _SURNAMES:
                return at + (units > 0 and stem in HOMOGRAPHS and preacher(words, at))
        if at > index and words.words[at].peel and not whole(words, at, titled=titled):
            break
        if special and in_his_name(words, at):
            break  # «فلان باسمه ونيابة عن …»
        if at > index:
            unknown_waw = not flag & (NAMELIKE | WEAK | COMMON) and words.table.forms[at][0] == "و"
            if unknown_waw and not (titled and foreign_waw(words, at)):
                break  # «ومزدهر»
            if flag & TITLE and stem[-1] == "ا":
                break  # «فلان رئيسا»
        if flag & LINK or special or stem == "ود":
            may_link = flag & LINK or stem == "ولد" or (stem == "ود" and at > index)
            linked = _linked(words, at, first=at == index, titled=titled) if may_link else 0
            if not linked and at > index and stem == "لو":
                linked = french_article(words, at)
            if linked:
                at, units, sure = linked, units + 1, True
                continue
        if (
            flag & WEAK
            and 0 < units < 3
            and flag & (TITLE | CUE | PARTICLE | VERB)
            and (surname_too(words, at, units, titled=titled) or (units == 1 and month_surname(words, at)))
        ):
            return at + 1  # «ناصر الشاعر», «رضا مالك»
        if titled and units == 1 and flag & STATUS and ordinal(words, at):
            return at + 2 if at + 1 < count and words.words[at + 1].stem == "عشر" else at + 1  # «محمد السادس»
        if at == index:
            if special and (last := _eastern(words, at)):
                return last
            if article_given(words, at) or (titled and given_too(words, at)):
                at, units, sure = at + 1, 1, True
                continue
        if flag & (STOP | ABBREVIATED) or (special and stem in _LINKS and stem not in _LONE_LINKS):
            break
        ordinary = at == index and titled and flag & COMMON and not flag & (NAMELIKE | TITLE | HEAD)
        if ordinary and (son_follows(words, at) or strange_given(words, at)):
            at, units, sure = at + 1, 1, True  # «الشاعر … بن …»: whatever the word is else
            continue
        if special and at == index and stem == "علي" and flag & SPELT and not name_follows(words, at, titled=titled):
            break  # «على» with dots
        if flag & NAMELIKE and not flag & (TITLE | HEAD):
            sure = sure or bool(flag & GIVEN) or titled
        elif (
            units == 1
            and flag & TITLE
            and flag & WEAK
            and not flag & DEFINITE
            and words.flags[at - 1] & GIVEN
            and surname_follows(words, at)
        ):
            pass  # «محمد سيد طنطاوي»
        elif at > index and flag & TITLE and sure and honorific_surname(words, at):
            pass  # «سامي سلطان»
        elif titled and at == index and flag & WEAK and flag & TITLE and opens_name(words, at):
            sure = True  # «الرئيس الأسبق أمين الجميل»
        elif titled and at == index and flag & WEAK and flag & PLACE and surname_follows(words, at):
            sure = True  # «الوزير ليون بانيتا»
        elif flag & WEAK and not flag & (TITLE | HEAD | PLACE):
            # «محمد المصري» bears a surname; «جون ميلر الأمريكي» does not
            if at == index and son_follows(words, at):
                at, units, sure = at + 1, 1, True
                continue
            if (
                flag & NISBA
                and not (at == index and titled and opens_name(words, at))
                and (units != 1 or (titled and not flags[at - 1] & GIVEN and words.words[at - 1].stem not in GIVEN_TOO))
            ):
                closes = last_surname(words, index, at) and sealed(words, at)
                return at + 1 if units > 1 and (closes or family_name(words, index, at)) else at
            vouched = (units and sure) or (titled and not flag & COMMON)
            if not vouched and not (titled and (words.words[at].peel if units else opens_name(words, at))):
                break
            if units and flag & COMMON and (heads_phrase(words, at) or apart(words, at, units)):
                break
            sure = sure or (titled and not units)
        elif flag & (COMMON | NISBA | TITLE | HEAD | PLACE):
            family = units > 1 and (last_surname(words, index, at) or family_name(words, index, at))
            if family or (units > 1 and titled and nisba_surname(words, at)):
                return at + 1
            if titled and closing(words, index, at, units):
                return at + 1
            break
        elif flag & FOREIGN:
            if not _mixed(words, at):
                break
        elif not units and not titled and not particle_follows(words, at):
            break  # an unknown word opens no name by itself
        elif units and (doubtful(words, at, units) or flags[at - 1] & FAMOUS):
            if units > 1 and last_surname(words, index, at):
                return at + 1
            break
        at, units = at + 1, units + 1
    return at


def _eastern(words: Words, at: int) -> int:
    """Return the index behind «بان كي مون» or «شي جين بينغ», whose first words are other ones elsewhere, or 0."""
    stem, forms, spaced = words.words[at].stem, words.table.forms[at + 1 : at + 3], words.spaced
    if stem == "بان":
        named = forms == ("كي", "مون") and joined(words, at + 1) and joined(words, at + 2)  # not «بأن»
        return at + 3 if named else 0
    if stem != "شي" or not forms or not forms[0].startswith("جين") or not spaced[at]:
        return 0
    return at + 3 if len(forms) > 1 and forms[1].startswith("بين") and spaced[at + 1] else at + 2


def units_of(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Return the units of a name as ranges of words: «عبد الفتاح» is one, «بن راشد» is one."""
    units: list[tuple[int, int]] = []
    at = first
    while at < last:
        size = 1
        while words.flags[at + size - 1] & LINK and at + size < last and opens_unit(words.words[at + size - 1].stem):
            size += 1
        units.append((at, at + size))
        at += size
    return units


_LINKS: Final = frozenset(
    {"عبد", "ابو", "ابي", "ابا", "بن", "ابن", "بنت", "ال", "دي", "دا"}
    | {"دو", "دوس", "فان", "فون", "مك", "ديل", "دل", "بو", "ام"}
)
_SPECIAL: Final = _LINKS | {"باسمه", "ولد", "لو", "بان", "شي", "صباح", "باسم", "علي", "الله"}
"""Words with rules of their own inside names."""
_DOUBTFUL: Final = STOP | LINK | TITLE | HEAD | WEAK | STATUS | ABBREVIATED
_SURNAMES: Final = LINK | WEAK | STATUS
"""What a verb or particle may be beside, so that it may go on with a name."""
_FOREIGN_LINKS: Final = frozenset({"ام", "مك", "دي", "دا", "دو", "دل", "بو", "دوس", "ديل"})
_LONE_LINKS: Final = frozenset({"عبد", "ام", "دل"})
UNCLES: Final = frozenset({"عم", "عمه", "خال", "خاله", "اخ", "اخت", "اخيه", "اخته", "شقيق", "شقيقه"})
_FATHER: Final = frozenset({"ابو", "ابي", "ابا"})
_COMPOUND: Final = frozenset(
    {"الله", "الدين", "الاسلام", "الحق", "الرحمن", "السر", "المولي", "المنان", "الختم", "الرسول", "النبي"}
)
_HOLY: Final = frozenset({"الله", "الرسول", "النبي"})


def opens_unit(stem: str) -> bool:
    """Tell whether a word makes one unit of a name with the next."""
    return stem in _LINKS


def _linked(words: Words, at: int, *, first: bool, titled: bool) -> int:  # noqa: C901, PLR0911, PLR0912 - one case a linking word
    """Return the index behind a unit of a linking word and what it links («عبد الفتاح», «آل سعود»), or 0."""
    flag = words.flags[at]
    if at + 1 >= words.count or not words.spaced[at]:
        return 0
    if words.words[at].stem in {"ولد", "ود"} and not first and not words.words[at].peel:
        # «محمد ولد سيدي», «إدريس ود الأرباب»: son in Mauritania and on the Nile, was born or love elsewhere
        kinds = NAMELIKE | LINK | WEAK | DEFINITE * (words.words[at].stem == "ود")
        following = words.flags[at + 1]
        unlisted = not following & ~SPELT and not words.words[at + 1].peel and len(words.table.forms[at + 1]) > 3
        named = (following & kinds or unlisted) and not following & STOP
        return (_linked(words, at + 1, first=False, titled=titled) or at + 2) if named else 0
    if not flag & LINK:
        return 0
    stem, following = words.words[at].stem, words.flags[at + 1]
    if stem not in _LINKS:
        # «نور الدين», «سيف الإسلام», «حسب الله»; «فضل الله» is a name behind a title or another name
        if first and not titled and flag & COMMON and words.words[at + 1].stem in _HOLY:
            return 0
        return at + 2 if words.words[at + 1].stem in _COMPOUND and words.words[at + 1].peel == 0 else 0
    # «محمد بن وصل»: behind a name, «بن» leads to a father, whatever the word is else
    son = stem == "بن" and not first and not following & (PARTICLE | NUMBER)
    particle = not first and (stem in PARTICLES or stem == "بو")
    if words.words[at + 1].peel and not (particle or son or words.table.forms[at + 1].startswith("ال")):
        return 0
    weak = son or (following & WEAK and stem in KIN and not first)  # «علي بن طالب», a verb too
    weak = weak or (stem in _FATHER and bool(following & WEAK) and following & CUE > 0)  # «أبو طالب»
    if not weak and following & (STOP if stem in _KIN_OR_CLAN and not first else _AFTER_LINK_BAD) and stem != "عبد":
        return 0
    if stem == "ابن" and (
        words.table.forms[at + 1] in UNCLES or (following & COMMON and not following & (NAMELIKE | WEAK))
    ):
        return 0  # «ابن عمه», «ابن عم القتيل»
    if stem == "عبد":
        if not words.table.forms[at + 1].startswith("ال") and not following & GIVEN:
            return 0
        return at + 2
    if (stem in _FOREIGN_LINKS and first and not titled) or (stem == "فان" and words.text[words.begin(at) + 1] in "إأ"):
        return 0  # «فإن كيري»
    if stem == "ال" and first:
        return 0
    if (
        following & COMMON
        and not following & (NAMELIKE | WEAK)
        and (first or stem not in _KIN_OR_CLAN)
        and stem not in _FATHER
        and not (particle and words.flags[at - 1] & NAMELIKE and not following & DEFINITE)
    ):
        return 0
    if following & COMMON and not following & (NAMELIKE | WEAK) and first and not titled:
        return 0
    if stem == "فون" and words.table.forms[at + 1] == "دير" and at + 2 < words.count and words.spaced[at + 1]:
        return at + 3  # «فون دير كذا»
    if (
        following & LINK
        and words.words[at + 1].stem in {"عبد", "ابو", "ابي"}
        and at + 2 < words.count
        and words.spaced[at + 1]
    ):
        return at + 3
    return at + 2


def joined(words: Words, at: int) -> bool:
    """Tell whether a name may run on from the word before: a space, or a hyphen between parts of a foreign name."""
    if words.spaced[at - 1]:
        return True
    start, end = words.table.ends[at - 1], words.table.starts[at]
    return end - start == 1 and words.text[start] in HYPHENS and not words.flags[at] & (STOP | DEFINITE | TITLE)


HYPHENS: Final = frozenset("-\u2011")


def _mixed(words: Words, at: int) -> bool:
    """Tell whether a word of mixed scripts begins in Arabic letters («بلين肯»), more than a preposition («لـCNN»)."""
    form = words.table.forms[at]
    return len(form) > 2 and "\u0621" <= form[0] <= "\u064a" and "\u0621" <= form[1] <= "\u064a"


def _read_foreign(words: Words, index: int) -> int:
    """Return the index behind a name in Latin letters, two to four capitalised words, or a word of mixed scripts."""
    if _mixed(words, index):
        return index + 1
    at = index
    while at < words.count and at - index < 4 and words.flags[at] & FOREIGN:
        start, end = words.table.starts[at], words.table.ends[at]
        if at > index and not words.spaced[at - 1]:
            break
        if not words.text[start].isupper() or not words.text[start:end].isascii() or words.text[start:end].isupper():
            break
        at += 1
    return at if at - index >= 2 else index
