"""Tells whether what nothing introduces is a person's name: foreign words, nationalities, marks around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.alone import inflected, ordinary
from arabnews_entities.naming.surnames import GIVEN_TOO, PARTICLES
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NISBA,
    PARTICLE,
    PLACE,
    SPELT,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.naming.namings import Naming
    from arabnews_entities.vocabulary.words import Words


def given_title(words: Words, at: int) -> bool:
    """Tell whether a title is a given name, by the surname behind it («أمين الريحاني»): no title has one without ال."""
    flag = words.flags[at]
    if not flag & WEAK or flag & DEFINITE or not words.spaced[at]:
        return False
    if words.words[at].stem in GIVEN_TOO and _opens_surname(words, at):
        return True
    following = words.flags[at + 1]
    return not words.words[at].peel and bool(following & NAME and following & DEFINITE and not following & COMMON)


def _opens_surname(words: Words, at: int) -> bool:
    """Tell whether a father's name or a surname stands behind a word that is both a title and a given name."""
    following, joined, stem = words.flags[at + 1], words.words[at + 1].peel, words.words[at].stem
    if words.words[at + 1].stem == "بن":
        return True  # «أمينة بن فلان»
    if following & DEFINITE and words.table.forms[at + 1][-1] == "ي" and not joined:
        # «سلطان المصري», «رائد الجبوري»: no adjective stands behind a title without the article
        team = following & KNOWN and stem in _LEADS  # «مالك المصري», of a club
        return not following & COMMON or bool(following & NISBA and not team)
    if following & NAMELIKE and not joined and not following & _NO_SURNAME and stem in _OF_NOBODY:
        return words.text[words.table.ends[at] - 1] != "ه"  # «وسيد معوض», «شيخة سالم», but «شيخه سالم»
    said = at and words.spaced[at - 1] and words.flags[at - 1] & CUE and stem not in _OF_SOMEBODY
    return bool(said and not joined and not following & ~(NAMELIKE | SPELT))  # «قالت أمينة ميلر»


_NO_SURNAME: Final = COMMON | PLACE | KNOWN | TITLE | HEAD | NISBA
_LEADS: Final = frozenset({"مالك", "امين", "رايد"})
"""What somebody may be of a club."""
_OF_SOMEBODY: Final = frozenset({"مالك", "خليفه", "رايد"})
"""What somebody may be of another («خليفة فيرغسون»)."""
_OF_NOBODY: Final = GIVEN_TOO - _LEADS - _OF_SOMEBODY


def bounded(words: Words, last: int) -> bool:
    """Tell whether an unknown word stands alone, by what follows: punctuation or a particle, as after a name."""
    form, flag = words.table.forms[last - 1], words.flags[last - 1]
    if len(form) < 4 or form[0] == "و" or form[:-1] in words.lexis.titles:
        return False
    if flag & DEFINITE and (words.words[last - 1].peel or form[-1] != "ي"):
        return False
    if not flag & (DEFINITE | NAMELIKE | WEAK) and ordinary(words, last - 1):
        return False
    if last >= words.count:
        return True
    if not words.spaced[last - 1]:
        return words.gap(last - 1)[:1] in {"،", ",", "(", "«", '"', "“", ":"}
    return bool(words.flags[last] & PARTICLE)


def names_body(words: Words, name: Naming) -> bool:
    """Tell whether what seems a name is one of a body or place: elsewhere its noun stands before it («شركة لينكدإن»).

    A title, an office or a given name speaks for a person.
    """
    if words.flags[name.first] & (GIVEN | LINK | FAMOUS):
        return False
    if name.phrase is not None and name.phrase.office:
        return _ends_in_body(words, name)
    if name.rule not in _DOUBTFUL:
        return False
    for at in words.positions(words.words[name.first].stem):
        if at and words.spaced[at - 1] and not words.words[at].peel:
            before = words.flags[at - 1]
            stem = words.words[at - 1].stem
            if not before & DEFINITE and stem not in RULED and (before & HEAD or stem in words.lexis.place_nouns):
                return True
    return False


def bears(words: Words, at: int) -> bool:
    """Tell whether a body or place is called by the name that begins at a word («شركة الزعيم», «شارع محمد فريد»)."""
    return at > 0 and words.spaced[at - 1] and words.words[at - 1].stem in _BEARING and not words.words[at].peel


def _ends_in_body(words: Words, name: Naming) -> bool:
    """Tell whether the office before a name ends in a noun that asks for its own: «المدير العام لفندق كذا»."""
    at = name.first - 1
    if at < 0 or not words.spaced[at] or words.flags[at] & DEFINITE:
        return False
    return words.words[at].stem in words.lexis.place_nouns


_DOUBTFUL: Final = frozenset({"speech", "list", "nationality", "known", "listing"})
_BEARING: Final = frozenset(
    ["شركه", "موسسه", "مصنع", "معمل", "بنك", "مصرف", "فندق", "مطعم", "نادي", "موقع", "قناه", "اذاعه", "صحيفه", "مجله",
     "جامعه", "كليه", "معهد", "مدرسه", "مركز", "مستشفي", "مكتبه", "متحف", "مسرح", "قاعه", "جامع", "مسجد", "كنيسه",
     "مدينه", "بلده", "قريه", "حي", "منطقه", "محافظه", "قضاء", "مخيم", "شارع", "ميدان", "ساحه", "دوار", "جسر", "سوق",
     "حديقه", "برج", "قلعه", "ملعب", "استاد", "مطار", "ميناء", "قاعده", "معسكر", "كتيبه", "جزيره", "جبل", "وادي",
     "نهر", "بحيره", "دوره", "كاس", "جايزه", "مهرجان", "سوره"]
)  # fmt: skip
"""Nouns that take a name of their own; a ministry, a book or a project is somebody's («كتاب فلان», «وزارة فلان»)."""
RULED: Final = frozenset(["اداره", "حكومه", "رياسه", "سلطه", "حمله", "فريق", "مكتب"])
"""Head nouns that a person's name may follow as whoever leads it («إدارة فلان»)."""


def in_marks(words: Words, at: int, last: int) -> bool:
    """Tell whether a name fills quotation marks: a work, an exercise or a firm bears it, unless it returns outside."""
    size = last - at

    def marked(first: int) -> bool:
        start, end = words.table.starts[first], words.table.ends[min(first + size, words.count) - 1]
        return words.text[max(0, start - 1) : start] in _OPENING and words.text[end : end + 1] in _CLOSING

    return words.table.starts[at] > 0 and marked(at) and all(map(marked, words.positions(words.table.forms[at])))


def told_in_marks(words: Words, at: int, last: int) -> bool:
    """Tell whether a name in quotation marks is a person's, as some outlets write all names («وأوضح "سامي العلي"»).

    It is a given name and others, behind a verb of speech, a particle or a nationality, or before an office: what a
    work, a street or a firm bears stands behind its noun.
    """
    flags = words.flags
    if last < at + 2 or not flags[at] & GIVEN or any(flag & (COMMON | LINK | DEFINITE) for flag in flags[at:last]):
        return False
    before = flags[at - 1] if at else PARTICLE
    if before & (CUE | PARTICLE | NISBA) and not (before & NISBA and words.words[at - 1].peel):
        return True
    if words.table.forms[at - 1] in _TO:
        return True
    noun = before & HEAD or words.words[at - 1].stem in words.lexis.place_nouns
    return not noun and last < words.count and bool(flags[last] & TITLE) and not words.words[last].peel


_TO: Final = frozenset({"ل", "ب"})


def in_quotes(words: Words, at: int) -> bool:
    """Tell whether quotation marks stand around a word."""
    start, end = words.table.starts[at], words.table.ends[at]
    return words.text[max(0, start - 1) : start] in _OPENING and words.text[end : end + 1] in _CLOSING


def once(words: Words, at: int) -> bool:
    """Tell whether a word stands nowhere else in the text."""
    return len(words.positions(words.table.forms[at])) < 2


_OPENING: Final = frozenset("«\"“”'")


_CLOSING: Final = frozenset("»\"“”'")


def foreign_starts(words: Words, at: int) -> bool:
    """Tell whether a word that no list knows may open a name: something like it follows, or a nationality is before."""
    if nationality(words, at):
        return True
    if not words.spaced[at]:
        return False
    following = words.flags[at + 1]
    return not following or bool(following & NAMELIKE) or words.words[at + 1].stem in PARTICLES


def verbal(words: Words, at: int) -> bool:
    """Tell whether an unknown word before an Arabic given name is a verb of the present, or no name by its ending.

    «ويلخص حسن العلي», «مواطنوه حسن العلي»; «مابعد» is written for «ما بعد».
    """
    form = words.table.forms[at]
    if words.flags[at] or len(form) < _SHORTEST or not words.spaced[at]:
        return False
    following = words.flags[at + 1]
    if not following & (GIVEN | LINK) or words.words[at + 1].peel:
        return False
    if form.startswith(_PRESENT):
        return not following & NAME
    if form.startswith(_NOT) and words.lexis.table.get(form[2:], 0) & (COMMON | NAMELIKE) == COMMON:
        return True
    return inflected(words, at, _SHORTEST)


_NOT: Final = ("ما", "لا")
_PRESENT: Final = ("ي", "وي", "في", "وت", "فت")
_SHORTEST: Final = 4


def foreign(words: Words, at: int, last: int, listed: int) -> bool:
    """Tell whether a name has no word but listed names and such as no list knows, shaped as no Arabic word is.

    Where no list knows any of the words, one of them must return, and no noun may govern them («مباراة …»).
    """
    flags = words.flags[at:last]
    if any(flag & ~(NAMELIKE | SPELT | LINK) for flag in flags) or last - at > 4:
        return False
    forms = words.table.forms
    if any(not words.flags[i] and _ARABIC.search(forms[i]) for i in range(at, last)):
        return False
    before = words.flags[at - 1] if at and words.spaced[at - 1] else STOP
    if not before & (STOP | CUE | DEFINITE | TITLE) or words.words[at].peel:
        return False
    if forms[at][-1] == "ت" and words.lexis.table.get(forms[at][:-1], 0) & COMMON:
        return False  # «طالت مصابي كذا»
    return bool(listed) or any(len(words.positions(forms[i])) > 1 for i in range(at, last))


_ARABIC: Final = re.compile(
    "(?:^(?:[وف]?س[يتن]|لل|بال|[وف]ي|[وف]ا|.{1,3}$))|(?:ين|ون|ات|تان|ها|هم|هما|نا|ك|كم|تي|يه|ته|وا)$"
)
"""How words that no list knows begin or end when they are Arabic ones."""


def nationality(words: Words, at: int) -> bool:
    """Tell whether a nationality with the article stands before a word: «الإسباني» introduces players."""
    return bool(at and words.flags[at - 1] & NISBA and words.flags[at - 1] & DEFINITE and words.spaced[at - 1])


def after_nationality(words: Words, at: int, last: int) -> bool:
    """Tell whether a name behind a nationality is one: two words of a name, or one where the nationality is a noun."""
    flags = words.flags
    if any(flag & COMMON and not flag & (NAMELIKE | WEAK) for flag in flags[at:last]):
        return False
    named = sum(1 for flag in flags[at:last] if flag & NAMELIKE)
    unknown = sum(1 for flag in flags[at:last] if not flag)
    if last - at >= 2:
        return named + unknown >= 2
    if unknown and (words.table.forms[at - 1].endswith(_SEVERAL) or ordinary(words, at)):
        return False  # «اليابانيات يشاطرنها»
    if at < 2 or not words.spaced[at - 2] or words.words[at - 1].peel:
        noun = True
    else:
        noun = bool(flags[at - 2] & (STOP | CUE)) or not flags[at - 2] & (DEFINITE | NAMELIKE | WEAK | HEAD | TITLE)
    return bool(noun and (named or unknown) and flags[at] & ~SPELT & ~NAMELIKE == 0 and bounded(words, last))


_SEVERAL: Final = ("ين", "ون", "ات")


def convincing(words: Words, at: int, units: list[tuple[int, int]]) -> bool:
    """Tell whether a given name and words that no list knows make a name."""
    rest = words.flags[units[1][0]]
    return not rest & COMMON or (bool(rest & WEAK) and not words.flags[at] & WEAK)
