"""Finds the source that stands right behind a cue: «قال الوزير …», «وكشف أمس مصدر …», «وطلبت منها المديرة …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.nouns.gaps import LONGEST_NAME
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.unlisted import name_before_office
from arabnews_quotes.text.definite import is_definite

from .anonymity import past_anonymity
from .apart import without_purpose
from .asides import OFTEN, past_adverbs, past_times, past_turn
from .asked import is_asked
from .government import ASKING, QUESTIONS, in_two_parts, prepositions_of
from .marked_names import behind_outlet, name_behind_nouns, name_in_marks
from .settings import subject_behind_setting
from .therein import is_therein

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

_OBJECTS: Final = {
    "لفت": frozenset({"الانتباه", "النظر", "الانظار", "انتباه", "نظر", "انظار"}),
    "كشف": frozenset({"النقاب", "اللثام", "الستار"}),
}
"""No subjects of their verbs («لفت الانتباه إلى …», «كشف النقاب عن …»)."""
_THESE: Final = {
    "هذا": ("m",),
    "هذان": ("m",),
    "ذلك": ("m",),
    "هذه": ("f",),
    "هاتان": ("f",),
    "تلك": ("f",),
    "هولاء": ("m", "f"),
    "اوليك": ("m", "f"),
}
"""Demonstratives, and the genders of a verb whose subject they lead."""
_THEY: Final = frozenset({"هولاء", "الاخير", "الاخيره"})
_HIS_WORD: Final = frozenset({"قوله", "قولها", "قولهم", "قولهما", "القول"})


def source_behind(  # noqa: C901, PLR0911 - one case a line
    reading: Reading, cue: CueForm, index: int
) -> tuple[Phrase | None, int]:
    """Return the source behind a cue, or None where none stands, and the word behind it."""
    after, hi = index + 1, reading.passage.hi
    source, forms = None, reading.passage.words.forms
    word = forms[after] if after < hi else ""
    if word in _HIS_WORD or (cue.lemma in _OBJECTS and word in _OBJECTS[cue.lemma]):
        return None, after + 1  # «وأضاف قوله: …», «لفت الانتباه إلى …»
    if word == "الا" or (cue.lemma == "ابدي" and word in reading.grammar.feeling):
        return None, after  # «توقعت ألا …», «أبدى سعادته»: no excellency
    if word in QUESTIONS and ASKING in cue.frames:
        return None, after  # «يسأل هل …»
    led = ("NP من" in cue.frames and not cue.pronoun and is_asked(reading, after)) or (
        cue.finite and word in reading.grammar.therein and is_therein(reading, index)
    )
    if led and not _subject_may_follow(reading, after):
        return None, after + 1  # «كلمة قال فيها: «…»»
    often = past_times(reading, after) if word in OFTEN else after
    if often > after:
        behind = reading.phrase(often)
        return (None, often) if behind is None or not reading.can_speak(behind) else (behind, behind.last)
    alone = cue.finite and cue.number in {"p", "d"}  # before its subject a verb is singular
    alone = alone and "OBJ" not in cue.frames and not in_two_parts(cue.frames)
    if cue.kind != "participle" and not alone and _subject_may_follow(reading, index):
        first = past_adverbs(reading, after + led)
        source = reading.phrase(first) if first == after or _is_reached(reading, first) else None
    if source is None and cue.finite and not alone:
        source = _without_noun(reading, cue, index, after + led)
    if source is not None and cue.finite and cue.strength != "C" and not reading.can_speak(source):
        named = name_before_office(reading, after)
        source = Phrase(after, named[1], None, (after, named[0])) if named is not None else source
    if source is not None and source.last + 2 < hi and forms[source.last] == "لكره":
        return source, source.last + 2  # «الاتحاد الأوروبي لكرة القدم»
    if source is None:
        return None, past_turn(reading, after + led)
    source = _these_alone(reading, cue, without_purpose(reading, cue, source))
    return source, past_anonymity(reading, _past_reflexive(reading, source.last))


def _without_noun(reading: Reading, cue: CueForm, index: int, at: int) -> Phrase | None:
    """Return the source behind the cue at word `index` where no noun phrase opens at word `at`, or None."""
    pointed = _pointed_at(reading, cue, at) if not cue.pronoun else None
    source = pointed or behind_outlet(reading, cue, index) or name_in_marks(reading, cue, index)
    if source is not None or cue.strength == "C":
        return source
    if not cue.pronoun:
        source = reading.bare_name(at) or name_behind_nouns(reading, at)
    if source is None and index + 2 < reading.passage.hi:
        source = subject_behind_setting(reading, cue, index + 1, prepositions_of(cue.frames))
    return source


def _these_alone(reading: Reading, cue: CueForm, source: Phrase) -> Phrase:
    """Return «هؤلاء», «الأخير» by themselves as who speaks («وتساءل هؤلاء عن …»); whom a verb addresses does not."""
    forms, at = reading.passage.words.forms, source.last
    if forms[source.first] not in _THEY or at - source.first > 1 or "OBJ" in cue.frames or in_two_parts(cue.frames):
        return source
    led = at < reading.passage.hi and forms[at] in reading.grammar.relative  # «انتقد هؤلاء الذين …»
    return source if led or not cue.finite or cue.pronoun else evolve(source, agent=True)


def _past_reflexive(reading: Reading, at: int) -> int:
    """Return the word behind what tells that a source is the one named before («شدد المصدر نفسه على …»)."""
    forms = reading.passage.words.forms
    return at + (at < reading.passage.hi and forms[at] in reading.grammar.reflexive and reading.is_plain(at))


def _pointed_at(reading: Reading, cue: CueForm, at: int) -> Phrase | None:
    """Return the source that a demonstrative of the gender of a verb points at («وأضافت هذه المصادر أن»), or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    if at + 1 >= passage.hi or cue.gender not in _THESE.get(forms[at], ()) or not _subject_may_follow(reading, at - 1):
        return None
    if not reading.is_plain(at + 1) or not is_definite(forms[at + 1]):
        return None
    source = reading.phrase(at + 1)
    noun = source.noun if source is not None else None
    if "TWO" in cue.frames and (noun is None or noun.kind not in {"person", "role", "collective"}):
        return None  # «واعتبر هذا النص متواضعا»
    return source if source is not None and reading.can_speak(source) else None


def _is_reached(reading: Reading, first: int) -> bool:
    """Tell if a word behind «له» or «أيضا» is no speech: no colon before it, nor marks around more than a name."""
    passage = reading.passage
    if first >= passage.hi or _subject_may_follow(reading, first - 1):
        return True
    quotation = passage.opening_in(passage.words.ends[first - 1], passage.words.starts[first])
    if ":" in passage.gap(first - 1) or quotation is None:
        return False
    return not quotation.unclosed and passage.word_at(quotation.end) - first <= LONGEST_NAME


def _subject_may_follow(reading: Reading, index: int) -> bool:
    """Tell whether no colon and no mark separates a verb from the next word."""
    passage = reading.passage
    if index + 1 < passage.hi and reading.nouns.words.spaced[index]:
        return True
    following = passage.words.starts[index + 1] if index + 1 < passage.hi else passage.end
    return ":" not in passage.gap(index) and passage.opening_in(passage.words.ends[index], following) is None
