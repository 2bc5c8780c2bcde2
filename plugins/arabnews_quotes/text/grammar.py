"""The function words of attribution, from the lexicon `quote_grammar`, and the forms of the complementisers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from arabnews.lexicon import Lexicon

_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم")

BARE_THAT: Final = frozenset({"ان", "فان", "وان"})
"""إنّ, أنّ and أنْ as they stand alone after folding; فإنّ opens a clause after «بحسب …»."""

THAT: Final = BARE_THAT | {lead + "ان" + p for p in _PRONOUNS for lead in ("", "ف", "و")} | {"اننا", "انني"}
"""All complementisers with their pronouns, without a preposition."""

IF_BEFORE: Final = frozenset({"كان", "كانت", "كنت", "كنا", "كنتم", "كانوا", "لم", "شاء"})
"""Right before these إن opens a condition («إن كنت متعبا فاسترح»): no verb follows إنّ."""

BARE_BI_THAT: Final = frozenset({"بان"})
BI_THAT: Final = BARE_BI_THAT | {"بان" + p for p in _PRONOUNS} | {"بالا"}
"""بأنّ with its pronouns."""

SINGULAR: Final = frozenset(
    {"الشوون", "للشوون", "القانون", "للقانون", "التعاون", "للتعاون", "الفنون", "للفنون", "التلفزيون", "للتلفزيون"}
    | {"التموين", "للتموين", "التكوين", "للتكوين", "التامين", "للتامين", "فلسطين", "الصين"}
)
"""Words that end like the plurals of people."""

_TIMES: Final = frozenset({"مرتين", "مرات"})
"""How often something was done: no source («كتبت مرتين مراعاة لكذا، موضحا»)."""
COMMAS: Final = frozenset({"،", ",", "،،"})
"""A comma, as it is written in either script, and two of them."""

THIS: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
THESE: Final = THIS | {"هولاء"}
"""The demonstratives."""

AS_FOR: Final = frozenset({"اما", "واما", "فاما"})
"""«أما فلان فقد …»."""

THEREBY: Final = "وذلك"
"""«…، وذلك في بيان»."""


def _led(words: frozenset[str]) -> frozenset[str]:
    """Return folded words, alone and behind و or ف."""
    return words.union(lead + word for word in words for lead in "وف")


@frozen(eq=False)
class Grammar:
    """Classes of folded words."""

    negation: frozenset[str]
    subjunctive: frozenset[str]
    connector: frozenset[str]
    kana: frozenset[str]
    relative: frozenset[str]
    preposition: frozenset[str]
    speech: frozenset[str]
    anonymous: frozenset[str]
    naming: frozenset[str]
    impersonal: frozenset[str]
    occasion: frozenset[str]
    adverbial: frozenset[str]
    aside: frozenset[str]
    governing: frozenset[str]
    own_words: frozenset[str]
    homograph: frozenset[str]
    lineage: frozenset[str]
    pronoun: frozenset[str]
    legal: frozenset[str]
    furniture: frozenset[str]
    adverb: frozenset[str]
    same: frozenset[str]
    reflexive: frozenset[str]
    honorific: frozenset[str]
    back: frozenset[str]
    document: frozenset[str]
    aide: frozenset[str]
    issued: frozenset[str]
    copula: frozenset[str]
    never: frozenset[str]
    before_verb: frozenset[str]
    in_turn: frozenset[str]
    passive: frozenset[str]
    conjunctive: frozenset[str]
    between: frozenset[str]
    asks: frozenset[str]
    feast: frozenset[str]
    theme: frozenset[str]
    held: frozenset[str]
    style: frozenset[str]
    came: frozenset[str]
    saying: frozenset[str]
    therein: frozenset[str]
    presents: frozenset[str]
    telling: frozenset[str]
    press: frozenset[str]
    occasioned: frozenset[str]
    address: frozenset[str]
    stance: frozenset[str]
    state: frozenset[str]
    deed: frozenset[str]
    act: frozenset[str]
    resuming: frozenset[str]
    toward: frozenset[str]
    met: frozenset[str]
    paper: frozenset[str]
    shown: frozenset[str]
    title: frozenset[str]
    reigning: frozenset[str]
    modal: frozenset[str]
    mute: frozenset[str]
    data: frozenset[str]
    outcome: frozenset[str]
    merit: frozenset[str]
    feeling: frozenset[str]
    turning: frozenset[str]
    opener: frozenset[str]
    event: frozenset[str]
    voices: frozenset[str]
    complement: frozenset[str]
    listing: frozenset[str]
    tightened: frozenset[str]
    according: frozenset[str]
    thing: frozenset[str]
    thanks: frozenset[str]
    demanded: frozenset[str]
    evidence: frozenset[str]
    officials: frozenset[str]
    announces: frozenset[str]
    hosts: frozenset[str]
    woman: frozenset[str]
    either: frozenset[str]
    no_start: frozenset[str] = field(init=False, repr=False)
    """The words with which no noun phrase starts, unless a mention does."""
    no_part: frozenset[str] = field(init=False, repr=False)
    """The words that no noun phrase goes on with."""
    doubtful: frozenset[str] = field(init=False, repr=False)
    """Cues that are not always any, with the conjunctions before them."""
    unsaying: frozenset[str] = field(init=False, repr=False)
    """Words before a cue that may govern or deny it, with the conjunctions before them."""

    @no_start.default
    def _starts(self) -> frozenset[str]:
        joined = ("و" + verb for verb in self.act)  # «استنكروه وسعوا إلى»
        led = THAT.union(BI_THAT, self.preposition, self.relative, self.connector)
        return led.union(self.between, self.pronoun, _TIMES, joined)

    @no_part.default
    def _parts(self) -> frozenset[str]:
        return THAT.union(BI_THAT, self.relative, self.connector, self.speech)

    @doubtful.default
    def _doubts(self) -> frozenset[str]:
        return self.impersonal.union(_led(self.never))

    @unsaying.default
    def _governs(self) -> frozenset[str]:
        return self.lineage.union(_led(self.negation), _led(self.subjunctive), _led(self.governing))


def grammar(lexicon: Lexicon) -> Grammar:
    """Return the classes of a lexicon of function words; use as `lexicon.once(grammar)`."""
    classes: dict[str, set[str]] = {}
    for entry in lexicon.entries:
        classes.setdefault(entry.get("class", ""), set()).add(fold(entry.get("form", "")))
    names = [field.name for field in Grammar.__attrs_attrs__ if field.init]
    return Grammar(**{name: frozenset(classes.get(name, ())) for name in names})


def with_conjunction(words: Collection[str]) -> frozenset[str]:
    """Return the folded words that are one of these without a leading و or ف: see `without_conjunction`."""
    forms = (lead + word for word in words for lead in ("", "و", "ف"))
    return frozenset(form for form in forms if without_conjunction(form) in words)


def without_conjunction(word: str) -> str:
    """Return a folded word without a leading و or ف."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word
