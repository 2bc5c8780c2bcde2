"""Cue words: every form of the verbs that report speech, made from the lexicon `cues`.

The lexicon lists principal parts; the other forms follow mechanically (Wright, A Grammar of the Arabic Language, I: the
strong, hollow and defective verb). First and second persons are left out: a reporter writes of third persons, and what
a speaker says of himself stands inside his content. Jussives are left out too: they stand after «لم», where nothing was
said.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from attrs import field, frozen

from arabnews.fold import fold
from arabnews.remember import Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from arabnews.lexicon import Entry, Lexicon

CueKind = Literal["past", "present", "participle", "masdar"]
Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]
Strength = Literal["A", "B", "C"]

OBJECT_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
"""Pronouns of the third person that a verb or a masdar carries."""

NEAR_PRONOUNS: Final = ("ني", "نا", "ك", "كم")
"""Pronouns of who speaks and who is spoken to: verbs that take an addressee carry them too («أخبرتنا», «ينصحكم»).

None of them can be the subject or what was said, so the forms count as those without a pronoun.
"""

_CONJUNCTIONS: Final = "وف"
_LEADS: Final = frozenset("وفلب")
"""Proclitics before which a cue may stand."""
_TO_US: Final = ("ني", "نا")
_TO_ME: Final = ("ني",)
"""«حذرنا» and «أعلمتك» may be of the first person: of the past only these are sure."""
_ADDRESSING: Final = frozenset({"say", "ask", "directive", "warn"})
"""Only who speaks says «يخبرنا», but a thing too «يذكرنا بـ»."""
_MOST_KNOWN: Final = 60_000


@frozen
class CueForm:
    """One form of a cue word and what it means.

    Attributes:
        form: the folded word, without proclitics.
        lemma: the past of the verb in the third person, masculine singular.
        cue_class: say, assert, deny …
        strength: A, B or C, see the lexicon.
        frames: how the content may follow, see the lexicon.
        kind: past, present, participle (accusative: «مؤكدا») or masdar («قول»).
        gender, number, person: of the subject the form agrees with; None where the form does not tell.
        pronoun: the pronoun it carries («قوله», «أبلغته»), or "".
        finite: whether it is a verb with a subject of its own.
    """

    form: str
    lemma: str
    cue_class: str
    strength: Strength
    frames: tuple[str, ...]
    kind: CueKind
    gender: Gender | None = None
    number: Number | None = None
    pronoun: str = ""
    finite: bool = field(init=False, repr=False, eq=False)

    @finite.default
    def _is_verb(self) -> bool:
        return self.kind in {"past", "present"}

    @property
    def person(self) -> int | None:
        """The grammatical person: 3 for verbs, None for nouns."""
        return 3 if self.finite else None


class CueReading(NamedTuple):
    """How a word of the text may be read as a cue: the proclitics in front of it, the forms it may be, their kinds."""

    proclitics: str
    forms: tuple[CueForm, ...]
    kinds: frozenset[CueKind]

    @classmethod
    def of(cls, proclitics: str, forms: tuple[CueForm, ...]) -> CueReading:
        """Return the reading of some forms behind their proclitics."""
        return cls(proclitics, forms, frozenset(form.kind for form in forms))


@frozen(eq=False)
class CueTable:
    """All forms of all cues, by folded form."""

    forms: Mapping[str, tuple[CueForm, ...]] = field(repr=False)
    _known: Memory[str, CueReading | None] = field(init=False, repr=False)

    @_known.default
    def _no_words(self) -> Memory[str, CueReading | None]:
        return Memory(self.read, _MOST_KNOWN)

    def lookup(self, word: str) -> CueReading | None:
        """Return the readings of a folded word, with its proclitics و ف ل ب, or None when it is no cue.

        ل stands before a present («ليضيف») or a masdar, ب before a masdar («بقوله»). A reading without proclitics wins.

        >>> from arabnews.lexicon import shared
        >>> reading = shared("cues").once(cue_table).lookup("واضافت")
        >>> reading.proclitics, reading.forms[0].lemma, reading.forms[0].gender
        ('و', 'اضاف', 'f')
        """
        return self._known[word]

    def find(self, words: Sequence[str]) -> dict[int, CueReading]:
        """Return the readings of those of some folded words that are cues, by their index.

        >>> from arabnews.lexicon import shared
        >>> list(shared("cues").once(cue_table).find(("ثم", "قالت", "الوزيره")))
        [1]
        """
        found = list(map(self._known.__getitem__, words))  # word by word in C: most words of a text are no cues
        return {index: reading for index in compress(range(len(found)), found) if (reading := found[index]) is not None}

    def read(self, word: str) -> CueReading | None:
        """Return the same as `lookup`, without remembering it."""
        found, first = self.forms.get(word), word[:1]
        if found is None and first not in _LEADS:
            return None
        if found is not None:
            joined = self.forms.get(word[1:], ()) if first in _CONJUNCTIONS else ()
            if joined and all(form.cue_class == "doc" for form in found):  # «ورد في البيان», and «ورد الوزير: …»
                return CueReading.of(first, (*found, *joined))
            return CueReading.of("", found)
        if first in _CONJUNCTIONS:
            found = self.forms.get(word[1:])
            if found is not None:
                return CueReading.of(first, found)
            lead, rest = first, word[1:]
        else:
            lead, rest = "", word
        if rest[:1] == "ل":
            kinds: tuple[CueKind, ...] = ("present", "masdar")
        elif rest[:1] == "ب":
            kinds = ("masdar",)
        else:
            return None
        found = self.forms.get(rest[1:], ())
        forms = tuple([form for form in found if form.kind in kinds]) if found else ()
        return CueReading.of(lead + rest[0], forms) if forms else None


def cue_table(lexicon: Lexicon) -> CueTable:
    """Return the table of all forms of a lexicon of cues; use as `lexicon.once(cue_table)`.

    >>> from arabnews.lexicon import shared
    >>> table = shared("cues").once(cue_table)
    >>> [(form.kind, form.gender, form.number) for form in table.forms["قالوا"]]
    [('past', 'm', 'p')]
    """
    forms: dict[str, dict[CueForm, None]] = {}
    for entry in lexicon.entries:
        for form in _entry_forms(entry):
            forms.setdefault(form.form, {})[form] = None
    return CueTable({word: tuple(found) for word, found in forms.items()})


def _entry_forms(entry: Entry) -> Iterator[CueForm]:
    lemma, cue_class = fold(entry.get("lemma", "")), entry.get("class", "say")
    strength: Strength = entry.get("strength", "B")
    frames = tuple(entry.get("frames", "").split("|"))
    addressed = "OBJ" in frames and cue_class in _ADDRESSING
    for kind, form, gender, number, pronoun in (
        *_past(entry.get("past_3ms", ""), fold(entry.get("past_3fs", "")), addressed=addressed),
        *_present(fold(entry.get("pres_3ms", "")), addressed=addressed),
        *_participles(fold(entry.get("participle", ""))),
        *(made for masdar in entry.get("masdar", "").split("|") for made in _masdars(masdar)),
    ):
        yield CueForm(form, lemma, cue_class, strength, frames, kind, gender, number, pronoun)


_Made = tuple[CueKind, str, Gender | None, Number | None, str]


def _past(spelling: str, feminine: str, *, addressed: bool) -> Iterator[_Made]:
    made: list[tuple[str, Gender, Number]] = []
    masculine = fold(spelling)
    if masculine:
        defective = spelling[-1] in "ىا"  # نفى, دعا: the last root letter is a vowel; in هنأ it is not
        root = masculine[:-1] if defective else masculine
        weak = ("ي" if masculine[-1] == "ي" else "و") if defective else ""
        made += [(masculine, "m", "s"), (root + weak + "ا", "m", "d"), (root + "وا", "m", "p")]
        hollow = len(masculine) > 2 and masculine[-2] == "ا"  # قال, أضاف: قلن, أضفن
        made.append(((masculine[:-2] + masculine[-1] if hollow else root + weak) + "ن", "f", "p"))
    if feminine:
        made += [(feminine, "f", "s"), (feminine + "ا", "f", "d")]
    for form, gender, number in dict.fromkeys(made):
        yield "past", form, gender, number, ""
        carrier = form[:-1] if form.endswith("وا") else form[:-1] + "ا" if form.endswith("ي") else form
        for pronoun in OBJECT_PRONOUNS:
            yield "past", carrier + pronoun, gender, number, pronoun
        for pronoun in _TO_US if addressed and gender == "f" and number == "s" else _TO_ME if addressed else ():
            yield "past", carrier + pronoun, gender, number, ""


def _present(masculine: str, *, addressed: bool) -> Iterator[_Made]:
    if not masculine.startswith("ي"):
        return
    defective = masculine[-1] in "يو"  # ينفي, يدعو, يرى
    root = masculine[:-1] if defective else masculine
    endings: tuple[tuple[str, Number], ...] = ((masculine, "s"), (masculine + "ان", "d"), (root + "ون", "p"))
    for form, number in endings:
        genders: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))
        for prefix, gender in genders:
            if number == "p" and gender == "f":
                continue  # تقولون is a second person
            word = prefix + form[1:]
            yield "present", word, gender, number, ""
            for pronoun in OBJECT_PRONOUNS if number != "d" else ():
                yield "present", word + pronoun, gender, number, pronoun
            for pronoun in NEAR_PRONOUNS if addressed and number != "d" else ():
                yield "present", word + pronoun, gender, number, ""


def _participles(accusative: str) -> Iterator[_Made]:
    if not accusative.endswith("ا"):
        return
    stem = accusative[:-1]
    yield "participle", accusative, "m", "s", ""
    yield "participle", stem + "ه", "f", "s", ""
    yield "participle", stem + "ين", "m", "p", ""  # the dual is written alike
    yield "participle", stem + "تين", "f", "d", ""
    yield "participle", stem + "ات", "f", "p", ""
    if stem.endswith("ي"):
        yield "participle", stem[:-1] + "ين", "m", "p", ""  # داعين


def _masdars(masdar: str) -> Iterator[_Made]:
    form = fold(masdar)
    if not form:
        return
    yield "masdar", form, None, None, ""
    yield "masdar", "ال" + form, None, None, ""
    carrier = form[:-1] + "ت" if masdar.endswith("ة") else form
    for pronoun in OBJECT_PRONOUNS:
        gender: Gender | None = "m" if pronoun == "ه" else "f" if pronoun == "ها" else None
        number: Number = "s" if len(pronoun) == 1 or pronoun == "ها" else "d" if pronoun == "هما" else "p"
        yield "masdar", carrier + pronoun, gender, number, pronoun
