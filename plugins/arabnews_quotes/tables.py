"""The lexicons that the stages read, compiled."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.cues import CueTable, cue_table
from arabnews.fold import fold

from .confidence import Shares, shares
from .text.grammar import BI_THAT, THAT, THEREBY, Grammar, grammar, without_conjunction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from arabnews.article import Channel
    from arabnews.lexicon import Lexicon


_PROCLITICS: Final = "ولبف"
_SUFFIXES: Final = ("ه", "ها", "هم", "هما", "نا", "ين", "ان")
_BEFORE_SUFFIX: Final = {"ة": "ت", "ء": "ئ"}
"""What a noun ends in before a pronoun («كلمته», «لقائه»)."""


def channels(lexicon: Lexicon) -> dict[str, tuple[Channel, str]]:
    """Return the channel that each word tells, and what it needs beside it; use as `lexicon.once(channels)`."""
    told: dict[str, tuple[Channel, str]] = {}
    for entry in lexicon.entries:
        channel = (entry["channel"], entry.get("needs", ""))
        told.update((fold(form), channel) for form in _inflected(entry["form"]) if entry.get("inflected"))
        told[fold(entry["form"])] = channel
    return told


def _inflected(noun: str) -> Iterator[str]:
    """Yield the forms of a noun in the singular and the dual: with the article, with a pronoun, in the accusative."""
    yield f"ال{noun}"
    stem = noun[:-1] + _BEFORE_SUFFIX.get(noun[-1], noun[-1])
    yield from (stem + suffix for suffix in _SUFFIXES)
    if noun[-1] not in _BEFORE_SUFFIX:
        yield f"{noun}ا"


def glued_channels(lexicon: Lexicon) -> dict[str, tuple[Channel, str]]:
    """Return the same for each word alone and behind a proclitic; use as `lexicon.once(glued_channels)`."""
    told = lexicon.once(channels)
    led = {lead + word: channel for lead in _PROCLITICS for word, channel in told.items()}
    led.update((f"لل{word[2:]}", channel) for word, channel in told.items() if word.startswith("ال"))
    return led | told


def agencies(lexicon: Lexicon) -> frozenset[str]:
    """Return the names of the news agencies among the outlets, folded; use as `lexicon.once(agencies)`."""
    return frozenset(_names(lexicon, agency=True))


def papers(lexicon: Lexicon) -> frozenset[str]:
    """Return the names of the other outlets, folded; use as `lexicon.once(papers)`."""
    return frozenset(_names(lexicon, agency=False))


def reporters(lexicon: Lexicon) -> frozenset[str]:
    """Return those of them whose names are no ordinary words as well; use as `lexicon.once(reporters)`."""
    return frozenset(_names(lexicon, agency=False, common=False))


def _names(lexicon: Lexicon, *, agency: bool, common: bool = True) -> Iterator[str]:
    for entry in lexicon.entries:
        if (entry["kind"] == "agency") == agency and (common or not entry.get("common")):
            yield from (fold(name) for name in (entry["name"], *entry.get("aliases", "").split("|")) if name)


def told_outlets(lexicon: Lexicon) -> dict[str, list[tuple[tuple[str, ...], Channel]]]:
    """Return the outlets behind ل by the first word of their names; use as `lexicon.once(told_outlets)`.

    With each stand the other words of the name and the channel of what is told to it («لبي بي سي», «لهسبريس»). Names
    that are ordinary words too are none of them.
    """
    told: dict[str, list[tuple[tuple[str, ...], Channel]]] = {}
    for entry in lexicon.entries:
        if entry.get("common"):
            continue
        channel: Channel = "agency" if entry["kind"] == "agency" else "interview"
        for name in filter(None, (entry["name"], *entry.get("aliases", "").split("|"))):
            first, *others = fold(name).split()
            led = f"لل{first[2:]}" if first.startswith("ال") else f"ل{first}"
            told.setdefault(led, []).append((tuple(others), channel))
    return told


def attribution_words(lexicon: Lexicon) -> dict[str, str]:
    """Return what each attributing preposition takes; use as `lexicon.once(attribution_words)`."""
    return {fold(entry["form"]): entry["takes"] for entry in lexicon.entries}


IS_THAT: Final = 1
"""A complementiser."""
ATTRIBUTES: Final = 2
"""May lead to a source, or tells whom someone met, or of a channel."""
TELLS: Final = 4
"""May open a sentence that tells the channel of what was said before."""
TELLING_IT: Final = frozenset(
    {"اوضح", "اوضحت", "اكد", "اكدت", "قال", "قالت", "ذكر", "ذكرت", "اعلن", "اعلنت", "كشف", "كشفت", "صرح", "صرحت"}
)
"""With «ذلك» or «هذا الأمر» these tell of what was said before («وأوضح الوزير هذا الأمر في تصريحات صحفية»)."""
TURNS: Final = 8
"""Behind a comma, tells of the speaker, and ends what he says."""
THANKS: Final = 32
"""A noun of thanks, which someone may give."""
ANNOUNCES: Final = 64
"""A verb that may announce through what somebody goes on to speak («ألقى كلمة. وقال إن»)."""
GATHERS: Final = 128
"""A noun of an event at which one speaks («الندوة», «بمؤتمر»)."""
EVENTS: Final = frozenset({"conference", "event"})
"""What such nouns need beside them in the lexicon of channels."""
ON: Final = 16
"""Attributes where «حد» stands behind it («على حد قوله»)."""


@lru_cache(maxsize=8)
def word_classes(words: Grammar, attributions: Lexicon, telling: Lexicon) -> dict[str, int]:
    """Return which of these each folded word is that is any."""
    found = dict.fromkeys(THAT | BI_THAT, IS_THAT)
    for word in (*attributions.once(attribution_words), *words.met, THEREBY):
        found[word] = found.get(word, 0) | ATTRIBUTES
    for word in words.state.union(words.resuming):
        found[word] = found.get(word, 0) | TURNS
    for word in words.thanks:
        found[word] = found.get(word, 0) | THANKS
    for word in words.announces | words.hosts:
        for form in (word, "و" + word, "ف" + word):
            found[form] = found.get(form, 0) | ANNOUNCES
    events = (word for word, (_, needs) in telling.once(glued_channels).items() if needs in EVENTS)
    for word in events:
        found[word] = found.get(word, 0) | GATHERS
    found.setdefault("علي", ON)
    tellers = words.came | words.kana | {"كان", "كانت", "ادلي", "ادلت"} | TELLING_IT
    for word in tellers:
        for form in (word, "و" + word, "ف" + word):
            if without_conjunction(form) in tellers:
                found[form] = found.get(form, 0) | TELLS
    return found


@frozen(eq=False)
class Tables:
    """The lexicons that the stages read."""

    cues: CueTable
    giving: CueTable
    grammar: Grammar
    channels: dict[str, tuple[Channel, str]]
    glued_channels: dict[str, tuple[Channel, str]]
    agencies: frozenset[str]
    papers: frozenset[str]
    reporters: frozenset[str]
    told_outlets: dict[str, list[tuple[tuple[str, ...], Channel]]]
    telling: frozenset[str]
    """The words of `glued_channels` and `told_outlets`: a channel is told by one of them."""
    attributions: dict[str, str]
    shares: Shares
    words: dict[str, int]


def read_tables(lexicon: Callable[[str], Lexicon]) -> Tables:
    """Return the tables made from the named lexicons."""
    names = ("cues", "giving", "quote_grammar", "channels", "outlets", "attributions", "confidence")
    return _compile(*map(lexicon, names))


@lru_cache(maxsize=8)
def _compile(  # noqa: PLR0913, PLR0917 - one lexicon each
    cues: Lexicon,
    giving: Lexicon,
    function: Lexicon,
    telling: Lexicon,
    outlets: Lexicon,
    attributing: Lexicon,
    judged: Lexicon,
) -> Tables:
    words, glued, led = function.once(grammar), telling.once(glued_channels), outlets.once(told_outlets)
    return Tables(
        cues.once(cue_table),
        giving.once(cue_table),
        words,
        telling.once(channels),
        glued,
        outlets.once(agencies),
        outlets.once(papers),
        outlets.once(reporters),
        led,
        frozenset(glued).union(led),
        attributing.once(attribution_words),
        judged.once(shares),
        word_classes(words, attributing, telling),
    )
