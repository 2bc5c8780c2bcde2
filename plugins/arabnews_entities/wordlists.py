"""The word lists, compiled: what a word type may be, with its proclitics peeled."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from attrs import field, frozen

from arabnews.cues import CueTable, cue_table
from arabnews.fold import fold
from arabnews.lexicon import Lexicon, read_lexicon, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from arabnews.hookspecs import Context

TitleKind = Literal["honorific", "office", "person", "collective", "document"]

GIVEN: Final = 1 << 0
"""A given name that is hardly anything else."""
NAME: Final = 1 << 1
"""A surname or foreign name that is hardly anything else."""
WEAK: Final = 1 << 2
"""A name that is an ordinary word too («كامل»)."""
COMMON: Final = 1 << 3
"""An ordinary word."""
PARTICLE: Final = 1 << 4
"""A particle, pronoun, day, or one of the verbs that no name continues across."""
TITLE: Final = 1 << 5
"""A head of `titles`."""
NISBA: Final = 1 << 6
"""A nationality adjective."""
PLACE: Final = 1 << 7
"""The first word of a country or place."""
HEAD: Final = 1 << 8
"""A noun that opens the name of an organisation («وزارة»)."""
KNOWN: Final = 1 << 9
"""The first word of a known organisation."""
CUE: Final = 1 << 10
"""A finite verb of speech."""
LINK: Final = 1 << 11
"""A word that makes one unit with the next («عبد», «بن», «أبو», «دي»)."""
STATUS: Final = 1 << 12
"""An adjective that tells whether an office is held («السابق»)."""
DEFINITE: Final = 1 << 13
"""Begins with the article, or with لل."""
FOREIGN: Final = 1 << 14
"""Written in another script, or in mixed scripts."""
NUMBER: Final = 1 << 15
"""Holds a digit."""
VERB: Final = 1 << 16
"""Shaped as a verb of the third person, or listed as one."""
ABBREVIATED: Final = 1 << 17
"""One letter, as «د.» for «الدكتور»."""
SPELT: Final = 1 << 19
"""A name that ends in folded ي: its last letter as written has a say."""
INTRODUCER: Final = 1 << 20
"""A word by which a name is told («اسمه», «بقلم»)."""
FAMOUS: Final = 1 << 18
"""A surname by which news calls one person without more ado."""

NAMELIKE: Final = GIVEN | NAME
STOP: Final = PARTICLE | CUE | NUMBER | VERB

PROCLITICS: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_ENDINGS: Final = (
    ("ها", 3), ("هم", 3), ("هما", 3), ("ته", 3), ("ه", 4), ("نا", 4), ("ا", 4), ("ات", 4), ("ين", 4), ("ون", 4),
    ("ان", 5), ("تي", 4), ("وا", 3), ("يه", 4), ("ت", 4),
)  # fmt: skip
"""Pronouns and regular endings, with the least length of what must stand before them."""


class Title(NamedTuple):
    """A form of a head noun: its lemma, the agreement it asks for, and what it names."""

    lemma: str
    gender: Literal["m", "f"] | None
    number: Literal["s", "d", "p"]
    kind: TitleKind
    definite: bool


class Word(NamedTuple):
    """A word type: what it may be, how many letters of proclitics stand before it, and the word without them."""

    flags: int
    peel: int
    stem: str


class Place(NamedTuple):
    """A country, a place or a known organisation by its words, folded."""

    words: tuple[str, ...]
    kind: Literal["country", "place", "organization"]
    country: str | None
    name: str


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
    _known: dict[str, Word] = field(factory=dict, init=False, repr=False)

    def word(self, form: str) -> Word:
        """Return what a folded word may be.

        >>> word = lexis().word("والوزيره")
        >>> word.stem, bool(word.flags & TITLE)
        ('الوزيره', True)
        """
        known = self._known.get(form)
        if known is None:
            known = self._classify(form)
            if known.flags & (GIVEN | NAME | WEAK) and known.stem[-1] == "ي":
                known = known._replace(flags=known.flags | SPELT)
            # bounded by starting anew: the result depends on the form alone
            if len(self._known) > 60_000:
                self._known.clear()
            self._known[form] = known
        return known

    def read(self, forms: Iterable[str]) -> tuple[Word, ...]:
        """Return what each of the folded words may be."""
        known, word = self._known.get, self.word
        return tuple([known(form) or word(form) for form in forms])

    def _classify(self, form: str) -> Word:  # noqa: C901, PLR0911, PLR0912
        if not form.isalpha() or not "\u0621" <= form[0] <= "\u064a":
            if any(c.isdigit() for c in form):
                return Word(NUMBER, 0, form)
            return Word(FOREIGN, 0, form)
        if any(not "\u0621" <= c <= "\u064a" for c in form):
            return Word(FOREIGN, 0, form)
        if len(form) == 1:
            return Word(ABBREVIATED | COMMON, 0, form)
        flags = self._bare(form)
        if flags and not flags & ~(COMMON | WEAK):  # frequent enough to be listed with its clitic («لمصر»)
            # what may also be a name gives up «و» alone: «كامل» is no «ك» and «أمل»
            inner = self._peeled(form, PLACE | KNOWN | TITLE | CUE | NISBA, ("و",) if flags & WEAK else PROCLITICS)
            if inner is not None:
                return inner
        if flags:
            return Word(flags, 0, form)
        for clitic in PROCLITICS:
            if form.startswith(clitic) and len(form) > len(clitic) + 1:
                rest = form[len(clitic) :]
                if clitic[-1] == "ل" and rest[0] == "ل" and len(rest) > 2:
                    flags = self._bare("ال" + rest[1:])
                    if flags and not self._bare(rest) & (PLACE | KNOWN | GIVEN | FAMOUS):  # «للبنان»
                        return Word(flags | DEFINITE, len(clitic) + 1, "ال" + rest[1:])
                flags = self._bare(rest)
                if flags & (GIVEN | NAME) and not flags & ~(GIVEN | NAME | WEAK | DEFINITE) and len(rest) < 4:
                    continue  # a short name behind a letter is seldom one («بعمر»)
                if flags:
                    return Word(flags, len(clitic), rest)
        if self._is_inflected(form):
            return Word(COMMON | DEFINITE * form.startswith("ال"), 0, form)
        if form.startswith(("وال", "بال", "فال", "كال")):
            return Word(DEFINITE, 1, form[1:])
        if form.startswith("لل") and len(form) > 4:
            return Word(DEFINITE, 2, "ال" + form[2:])
        flags = DEFINITE if form.startswith("ال") else 0
        if not flags and self._is_verb(form):
            flags = VERB
        return Word(flags, 0, form)

    def _is_verb(self, form: str) -> bool:
        """Tell whether an unlisted word is a sister of a listed verb: «يتسلم» of «تتسلم» or «تسلم»."""
        if form.endswith(("وا", "هم", "هما")):
            return True
        known = self.table.get
        first, rest = form[0], form[1:]
        if first == "س" and known(rest, 0) & COMMON:
            return True
        return first in "يتن" and bool(
            known(rest, 0) & COMMON or any(known(other + rest, 0) & COMMON for other in "يت" if other != first)
        )

    def _is_inflected(self, form: str) -> bool:
        """Tell whether an unlisted word is a listed one with a pronoun or a regular ending: no name is."""
        known = self.table.get
        for clitic in ("", "و", "ب", "ل", "ك", "ف", "ال", "وال", "بال", "لل"):
            if not form.startswith(clitic):
                continue
            rest = form[len(clitic) :]
            for ending, least in _ENDINGS:
                base = rest[: -len(ending)]
                if not rest.endswith(ending) or len(base) < least:
                    continue
                if known(base, 0) & COMMON or (base[-1] == "ت" and known(base[:-1] + "ه", 0) & COMMON):
                    return True
        return False

    def _peeled(self, form: str, wanted: int, clitics: tuple[str, ...]) -> Word | None:
        for clitic in clitics:
            rest = form[len(clitic) :]
            if form.startswith(clitic) and len(rest) > 2 and (flags := self._bare(rest)) & wanted:
                return Word(flags, len(clitic), rest)
        return None

    def _bare(self, form: str) -> int:
        flags = self.table.get(form, 0)
        if form.startswith("ال") and len(form) > 3:
            inner = self.table.get(form[2:], 0)
            flags |= inner & (COMMON | HEAD | STATUS | NISBA)
            if not flags & NAMELIKE and inner & (GIVEN | NAME) and not inner & COMMON:
                flags |= WEAK
            if flags:
                flags |= DEFINITE
        return flags


OWN: Final = ("names", "vocabulary", "particles")
SHARED: Final = ("titles", "countries", "places", "organizations", "cues")


@lru_cache(maxsize=1)
def _own() -> dict[str, Lexicon]:
    folder = files("arabnews_entities") / "lexicons"
    return {name: read_lexicon(folder / f"{name}.tsv") for name in OWN}


def lexis(context: Context | None = None) -> Lexis:
    """Return the compiled word lists: with what plugins add where a hook's context is given, else as bundled."""
    if context is None:
        return _compile(*(_own()[name] for name in OWN), *(shared(name) for name in SHARED))
    return _compile(*(context.lexicon(name) for name in (*OWN, *SHARED)))


@lru_cache(maxsize=4)
def _compile(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917
    names: Lexicon,
    vocabulary: Lexicon,
    particles: Lexicon,
    titles: Lexicon,
    countries: Lexicon,
    places: Lexicon,
    organizations: Lexicon,
    cues: Lexicon,
) -> Lexis:
    table: dict[str, int] = dict.fromkeys(map(fold, vocabulary.column("form")), COMMON)
    kinds = {"given": GIVEN, "name": NAME, "weak": WEAK, "famous": NAME | FAMOUS}
    for entry in names.entries:
        form = fold(entry["form"])
        table[form] = table.get(form, 0) | kinds.get(entry.get("class", "name"), NAME)

    def add(form: str, flag: int) -> None:
        table[form] = table.get(form, 0) | flag

    def weaken(form: str) -> None:
        """Let what a word is otherwise go before the name that it may be."""
        if table.get(form, 0) & NAMELIKE:
            table[form] = table[form] & ~NAMELIKE | WEAK

    heads = dict(_titles(titles))
    for form, title in heads.items():
        add(form, TITLE | COMMON | (DEFINITE if title.definite else 0))
        weaken(form)
    nations: dict[str, tuple[str, str]] = {}
    gazetteer: dict[str, list[Place]] = {}

    def add_place(name: str, kind: Literal["country", "place", "organization"], country: str | None) -> None:
        forms = tuple(fold(name).split())
        if forms:
            gazetteer.setdefault(forms[0], []).append(Place(forms, kind, country, name))

    for entry in countries.entries:
        code = entry["code"]
        for name in entry.get("names", "").split("|"):
            add_place(name, "country", code)
        for adjective in filter(None, entry.get("adjectives", "").split("|")):
            masculine = fold(adjective)
            for ending, agreement in (("", "ms"), ("ه", "fs"), ("ون", "mp"), ("ين", "mp"), ("ان", "md"), ("ات", "fp")):
                nations.setdefault(masculine + ending, (code, agreement))
    for form in nations:
        add(form, NISBA | COMMON)
        # a nationality is a surname now and then («المصري»): weak evidence at the best
        weaken(form)
        weaken("ال" + form)
    for entry in places.entries:
        add_place(entry["form"], "place", entry.get("country"))
    for entry in organizations.entries:
        if entry.get("kind") == "head":
            add(fold(entry["form"]), HEAD | COMMON)
        else:
            add_place(entry["form"], "organization", entry.get("country"))
    for first, found in gazetteer.items():
        single = any(len(place.words) == 1 for place in found)
        add(first, (KNOWN if found[0].kind == "organization" else PLACE) | (COMMON if single else 0))
        if single:
            weaken(first)
    maqsura, place_nouns = set[str](), set[str]()
    for entry in particles.entries:
        form, kind = fold(entry["form"]), entry.get("kind")
        if kind == "maqsura":
            maqsura.add(form)
        elif kind == "place-noun":
            place_nouns.add(form)
        elif kind == "link":
            add(form, LINK)
        elif kind == "introducer":
            add(form, INTRODUCER | COMMON)
            weaken(form)
        elif kind in {"status", "ordinal"}:
            for whole in (form, "ال" + form):
                table[whole] = table.get(whole, 0) & ~(NAMELIKE | WEAK)
            add(form, STATUS | COMMON)
        elif kind == "verb":
            weaken(form)  # «محمد كرم»
            add(form, COMMON | VERB)
        elif kind == "month":
            weaken(form)
            add(form, COMMON | PARTICLE)
        elif form != "علي":
            table[form] = table.get(form, 0) & ~(GIVEN | NAME | WEAK) | COMMON | PARTICLE
    speech = cues.once(cue_table)
    for form, readings in speech.forms.items():
        if not any(r.finite for r in readings) or table.get(form, 0) & PARTICLE:
            continue
        if any(r.strength == "A" for r in readings) or not table.get(form, 0) & (GIVEN | NAME):
            add(form, CUE | COMMON)
            weaken(form)
            table[form] &= ~TITLE  # «طالب» demands more often than he studies
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in titles.entries:
        forms = tuple(fold(entry["form"]).split())
        if len(forms) > 1 and entry.get("kind") == "honorific":
            phrases.setdefault(forms[0], []).append(forms)
            add(forms[0], TITLE | COMMON)
            heads.setdefault(forms[0], Title(forms[0], "m", "s", "honorific", True))
    return Lexis(
        table,
        heads,
        nations,
        {first: tuple(sorted(set(found), key=lambda p: (-len(p.words), p))) for first, found in gazetteer.items()},
        {first: tuple(sorted(set(found), key=lambda p: (-len(p), p))) for first, found in phrases.items()},
        speech,
        frozenset(maqsura),
        frozenset(place_nouns),
    )


def _titles(lexicon: Lexicon) -> list[tuple[str, Title]]:  # noqa: C901, PLR0912
    """Return all forms of the head nouns: gender and number by regular endings, broken plurals as listed."""
    made: dict[str, Title] = {}
    for entry in lexicon.entries:
        lemma, kind = fold(entry["form"]), entry.get("kind", "office")
        if " " in lemma:
            continue
        feminine = fold(entry.get("feminine", ""))
        forms: list[tuple[str, Literal["m", "f"] | None, Literal["s", "d", "p"]]] = []
        if kind in {"honorific", "office", "person"}:
            forms.append((lemma, "m", "s"))
            forms += [(lemma + "ان", "m", "d"), (lemma + "ون", "m", "p"), (lemma + "ين", "m", "p")]
            if kind == "office":  # «وزيرا خارجية البلدين»
                forms.append((lemma + "ا", "m", "d"))
            if feminine:
                forms.append((feminine, "f", "s"))
                if feminine.endswith("ه"):
                    forms += [
                        (feminine[:-1] + "تان", "f", "d"),
                        (feminine[:-1] + "تا", "f", "d"),
                        (feminine[:-1] + "ات", "f", "p"),
                    ]
        else:
            plural = kind == "collective" and lemma not in {"مصدر", "شاهد"}
            forms.append((lemma, "f" if lemma.endswith("ه") else "m", "p" if plural else "s"))
        for broken in filter(None, entry.get("plurals", "").split("|")):
            forms.append((fold(broken), "m", "p"))
        for form, gender, number in forms:
            if " " in form or len(form) < 2:
                continue
            made.setdefault(form, Title(lemma, gender, number, kind, False))
            made.setdefault("ال" + form, Title(lemma, gender, number, kind, True))
            if kind in {"office", "person"} and number == "s" and len(lemma) > 3:  # «نظيره», «نائبتها»
                open_form = form[:-1] + "ت" if form.endswith("ه") else form
                for pronoun in ("ه", "ها", "هم", "نا"):
                    if open_form + pronoun != feminine:
                        made.setdefault(open_form + pronoun, Title(lemma, gender, number, kind, True))
    return list(made.items())
