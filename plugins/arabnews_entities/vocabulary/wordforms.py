"""What a word type may be, with its proclitics peeled: the compiled word lists at work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from attrs import Factory, define, field, frozen

from arabnews.remember import Memory
from arabnews_entities.vocabulary.flags import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NATIONAL,
    NISBA,
    NUMBER,
    PLACE,
    SPELT,
    STATUS,
    TITLE,
    VERB,
    WEAK,
)
from arabnews_entities.vocabulary.inflected import is_inflected, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from arabnews.cues import CueReading, CueTable
    from arabnews_entities.model.scores import Item

TitleKind = Literal["honorific", "office", "person", "collective", "document"]

PROCLITICS: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_CLITICS: Final = {first: tuple(clitic for clitic in PROCLITICS if clitic[0] == first) for first in "وفبلك"}
"""Proclitics by their first letter: most words begin with none."""
_AND: Final = {"و": ("و",)}
_BEFORE_GIVEN: Final = {clitic: (clitic,) for clitic in "وبل"}
_ARABIC: Final = re.compile("[\u0621-\u064a]{2,}").fullmatch


STYLE: Final = "style"
"""The lemma of styles of address with a pronoun («معاليه»)."""


class Title(NamedTuple):
    """A form of a head noun: its lemma, the agreement it asks for, and what it names."""

    lemma: str
    gender: Literal["m", "f"] | None
    number: Literal["s", "d", "p"]
    kind: TitleKind
    definite: bool


TELLING: Final = 1
"""More than an ordinary word: it may be a name, title, place, verb of speech, or is unknown."""
SPELLING: Final = 2
"""The letters as written, which folding makes alike, have a say in what it is."""
BODILY: Final = 4
"""It may begin the name of a place or an organisation."""
OPENS: Final = 8
"""The model lets it begin a name."""
REPORTS: Final = 16
"""It may be read as a cue."""
LEADING: Final = 32
"""A listed body of several words begins with it."""
UNASKED: Final = 64
"""The model was not asked yet what it makes of it."""


@define
class Word:
    """A word type: what it may be, how many letters of proclitics stand before it, and the word without them.

    Nothing of it changes, but that the shipped model notes here what it makes of it: a text's words are looked up once.
    """

    flags: int
    peel: int
    stem: str
    sorts: int = field(eq=False)
    """What it is looked at for, as bits: `TELLING`, `SPELLING`, `BODILY`, `OPENS`, `REPORTS`, `LEADING`, `UNASKED`."""
    title: Title | None = field(default=None, repr=False)
    """How it may be read as a head noun."""
    places: tuple[Place, ...] = field(default=(), repr=False)
    """The countries, places and organisations whose names begin with it."""
    cue: CueReading | None = field(default=None, repr=False)
    """How it may be read as a cue, with its proclitics."""
    item: Item | None = field(default=None, init=False, repr=False, eq=False)
    """What the model makes of it, once it was asked."""


class Place(NamedTuple):
    """A country, a place or a known organisation by its words, folded."""

    words: tuple[str, ...]
    kind: Literal["country", "place", "organization"]
    country: str | None
    name: str


Reading = tuple[int, int, str]
"""What a word may be: its flags, the letters of its proclitics, the word without them."""

_AFTER_WAW: Final = frozenset("اءيونلرهد")
"""Behind these a و that opens an unknown word is as easily a letter of a foreign name."""

_SLAVE: Final = "عبدال"
"""How names begin that are one word with the article of what follows."""
_ARTICLED: Final = ("ال", _SLAVE)
_NAMED: Final = NAMELIKE | WEAK
_ORDINARY: Final = COMMON | WEAK
_DEFINED: Final = COMMON | HEAD | STATUS | NISBA
"""What a word is with the article too."""
_INNER: Final = PLACE | KNOWN | HEAD | TITLE | CUE | NISBA
"""What a listed word may be behind a proclitic, rather than what the list says of it."""
_UNUSUAL: Final = FOREIGN | NUMBER | ABBREVIATED
_PLACED: Final = PLACE | KNOWN | _UNUSUAL
"""What the first word of a place or an organisation is, in any script."""
_TITLED: Final = TITLE | CUE | _UNUSUAL
"""What a head noun is, in any script; where it is a verb of speech too, that goes before."""
_TELLING: Final = GIVEN | NAME | WEAK | TITLE | PLACE | HEAD | KNOWN | CUE | LINK | FOREIGN | ABBREVIATED
_MOST_KNOWN: Final = 100_000
"""So many word types are kept: some 30 MB."""
_MOST_FLAGS: Final = 8_000
"""So many numbers of flags are kept: words have some hundred."""


def _alone(lexis: Lexis) -> dict[str, tuple[Place, ...]]:
    return {
        first: alone
        for first, places in lexis.places.items()
        if (alone := tuple(place for place in places if len(place.words) == 1))
    }


def _longer(lexis: Lexis) -> dict[tuple[str, str], tuple[Place, ...]]:
    found: dict[tuple[str, str], tuple[Place, ...]] = {}
    for first, places in lexis.places.items():
        for place in places:
            if len(place.words) > 1:
                pair = first, place.words[1]
                found[pair] = (*found.get(pair, ()), place)
    return found


def _sorted(flags: int) -> tuple[int, int]:
    """Return flags, and for what a word that has them is looked at."""
    sorts = UNASKED
    if flags & _TELLING or not flags & COMMON:
        sorts |= TELLING
    if flags & SPELT:
        sorts |= SPELLING
    if flags & (PLACE | KNOWN | HEAD | NATIONAL):
        sorts |= BODILY
    return flags, sorts


_SORTED: Final[Memory[int, tuple[int, int]]] = Memory(_sorted, _MOST_FLAGS)
"""Few numbers serve thousands of words: one object each keeps what a text touches small."""


def _remember(lexis: Lexis) -> Memory[str, Word]:
    return Memory(lexis.classify, _MOST_KNOWN)


@frozen(eq=False)
class Lexis:
    """All word lists, compiled. `word` classifies a folded form."""

    table: Mapping[str, int] = field(repr=False)
    titles: Mapping[str, Title] = field(repr=False)
    nations: Mapping[str, tuple[str, str]] = field(repr=False)
    places: Mapping[str, tuple[Place, ...]] = field(repr=False)
    honorific_phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(repr=False)
    cues: CueTable = field(repr=False)
    maqsura: AbstractSet[str] = field(repr=False)
    place_nouns: AbstractSet[str] = field(repr=False)
    ordinary_heads: AbstractSet[str] = field(repr=False)
    loose_heads: AbstractSet[str] = field(repr=False)
    """Head nouns that open a name only where something proper follows («حركة المرور»)."""
    pairs: AbstractSet[tuple[str, str]] = field(repr=False)
    """Nouns with the article and the adjectives with which they name a body («المحكمة الدستورية»)."""
    fields: AbstractSet[str] = field(repr=False)
    """Nouns with the article that tell what bodies are for («الزراعة»)."""
    asides: AbstractSet[str] = field(repr=False)
    """Adjectives with the article that belong to no name («التابع»)."""
    acts: AbstractSet[str] = field(repr=False)
    """Verbs of what governments do."""
    alone: Mapping[str, tuple[Place, ...]] = field(default=Factory(_alone, takes_self=True), init=False, repr=False)
    """The places of one word."""
    longer: Mapping[tuple[str, str], tuple[Place, ...]] = field(
        default=Factory(_longer, takes_self=True), init=False, repr=False
    )
    """The longer places by their first two words: a word as «صحيفة» begins dozens."""
    known: Memory[str, Word] = field(default=Factory(_remember, takes_self=True), init=False, repr=False)
    """What each folded word may be, worked out where it is asked for."""

    def word(self, form: str) -> Word:
        """Return what a folded word may be.

        >>> from arabnews_entities.vocabulary.wordlists import lexis
        >>> word = lexis().word("والوزيره")
        >>> word.stem, bool(word.flags & TITLE)
        ('الوزيره', True)
        """
        return self.known[form]

    def read(self, forms: Iterable[str]) -> list[Word]:
        """Return what each of the folded words may be."""
        return list(map(self.known.__getitem__, forms))

    def classify(self, form: str) -> Word:
        """Return what a folded word may be, without the memory of `word`."""
        flags, peel, stem = self._classify(form)
        if flags & _NAMED and stem[-1] == "ي":
            flags |= SPELT
        flags, sorts = _SORTED[flags]
        if not peel and form[0] == "و" and sorts & TELLING and len(form) > 2:
            sorts |= SPELLING
        cue = self.cues.read(form)
        if cue is not None:
            sorts |= REPORTS
        places: tuple[Place, ...] = ()
        if flags & _PLACED:
            places = self.places.get(stem, ())
            if any(place.kind == "organization" and len(place.words) > 1 for place in places):
                sorts |= LEADING
        title = self.titles.get(stem) if flags & _TITLED else None
        return Word(flags, peel, stem, sorts, title, places, cue)

    def _unusual(self, form: str) -> Reading:
        """Return what a word is that is no word of several Arabic letters: a letter, a number, one in other letters."""
        if form.isalpha() and "\u0621" <= form[0] <= "\u064a":
            return (FOREIGN if len(form) > 1 else ABBREVIATED | COMMON, 0, form)
        if any(c.isdigit() for c in form):
            return self._numbered(form)
        return (FOREIGN | self.table.get(form, 0) & KNOWN, 0, form)

    def _numbered(self, form: str) -> Reading:
        """Return what a word with digits is: a number, or the name of an outlet that ends in one («لفرانس24»)."""
        for peel in (0, 1):
            if self.table.get(form[peel:], 0) & KNOWN and (not peel or form[0] in PROCLITICS):
                return (KNOWN, peel, form[peel:])
        return (NUMBER, 0, form)

    def _classify(self, form: str) -> Reading:  # noqa: C901, PLR0911, PLR0912 - readings in order of certainty
        if not _ARABIC(form):
            return self._unusual(form)
        flags, clitics = self._bare(form), _CLITICS.get(form[0], ())
        if flags:
            if not clitics or flags | _ORDINARY != _ORDINARY or form in self.place_nouns:
                return (flags, 0, form)
            # frequent enough to be listed with its clitic («لمصر»)
            # what may also be a name gives up «و» alone: «كامل» is no «ك» and «أمل»
            inner = self._peeled(form, _INNER, _AND if flags & WEAK else _CLITICS)
            if inner is None and not flags & WEAK:
                inner = self._peeled(form, GIVEN, _BEFORE_GIVEN)
                if inner is not None and (inner[0] & COMMON or len(inner[2]) < 4):
                    inner = None
            return inner or (flags, 0, form)
        for clitic in clitics:
            if form.startswith(clitic) and len(form) > len(clitic) + 1:
                rest = form[len(clitic) :]
                if clitic[-1] == "ل" and rest[0] == "ل" and len(rest) > 2:
                    flags = self._bare("ال" + rest[1:])
                    if flags and not self._bare(rest) & (PLACE | KNOWN | GIVEN | FAMOUS):  # «للبنان»
                        return (flags | DEFINITE, len(clitic) + 1, "ال" + rest[1:])
                flags = self._bare(rest)
                if (
                    flags & (GIVEN | NAME)
                    and not flags & ~(GIVEN | NAME | WEAK | DEFINITE)
                    and len(rest) < 4 - (clitic == "و")
                ):
                    continue  # a short name behind a letter is seldom one («بعمر»)
                if flags:
                    return (flags, len(clitic), rest)
        if is_inflected(self.table, form):
            return (COMMON | DEFINITE * form.startswith("ال"), 0, form)
        if form.startswith(("وال", "بال", "فال", "كال")):
            return (DEFINITE, 1, form[1:])
        if form.startswith("لل") and len(form) > 4:
            return (DEFINITE, 2, "ال" + form[2:])
        flags = DEFINITE if form.startswith("ال") else 0
        if not flags and is_verb(self.table, form):
            flags = VERB
        if not flags and form[0] == "و" and len(form) > 4 and form[1] not in _AFTER_WAW:
            # «وغييوم», but «ويليامز»; «وسيمنح» is a verb
            return (VERB * (form[1] == "س" and is_verb(self.table, form[1:])), 1, form[1:])
        return (flags, 0, form)

    def _peeled(self, form: str, wanted: int, clitics: Mapping[str, tuple[str, ...]]) -> Reading | None:
        for clitic in clitics.get(form[0], ()):
            rest = form[len(clitic) :]
            if not form.startswith(clitic) or len(rest) < 3:
                continue
            if clitic[-1] == "ل" and rest[0] == "ل" and (flags := self._bare("ال" + rest[1:])) & wanted:
                return (flags | DEFINITE, len(clitic) + 1, "ال" + rest[1:])
            if (flags := self._bare(rest)) & wanted:
                return (flags, len(clitic), rest)
        return None

    def _bare(self, form: str) -> int:
        flags = self.table.get(form, 0)
        if not form.startswith(_ARTICLED):
            return flags
        if form[0] != "ا":
            return flags or GIVEN * (len(form) > len(_SLAVE) + 1)  # «عبدالرضا»
        if len(form) > 3:
            inner = self.table.get(form[2:], 0)
            flags |= inner & _DEFINED
            if not flags & NAMELIKE and inner & (GIVEN | NAME) and not inner & COMMON:
                flags |= WEAK
            if flags:
                flags |= DEFINITE
        return flags
