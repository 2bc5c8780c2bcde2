"""Finds what was said behind a relative clause that no comma ends («كشفت الدراسة التي أعدت أمس | وجود …»)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD, NISBA, TITLE
from arabnews_quotes.nouns.agents import has_masdar_shape, is_construct
from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .government import prepositions_of
from .prepositions import SEATS, is_measure, is_preposition
from .scanning import Frame

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_LONGEST: Final = 22
"""A relative clause and its antecedent's verb lie within so many words."""
_DURING: Final = frozenset({"خلال", "في", "اثناء", "لدي", "عقب", "قبيل"})
"""What tells of the occasion opens with these."""
_OCCASION: Final = 9
"""So near behind them its clause opens."""
_OF: Final = frozenset({"من", "عن"})
_FIXED: Final = frozenset({"جانب", "جهه", "طرف", "قبل", "اجل", "خلال", "طريق", "بين", "ضمن", "بعد"})
"""With these the prepositions are no verb's."""
_OWN: Final = ("ه", "ها", "هم")
_FEWEST: Final = 3
"""The clause has no fewer words: behind its verb alone its own object or preposition stands."""
_TAKES: Final = {
    "الي": re.compile(r"[ايتن]?(?:سع|هدف|طمح|اد|ود|نتم|انضم|وصل|صل|تحول|دع|رم)"),
    "عن": re.compile(r"[ايتن]?(?:سفر|نتج|دافع|تحدث|عبر|بحث|كشف|اعلن|علن|تخل|صدر)"),
    "من": re.compile(r"[ايتن]?(?:تمكن|عان|تكون|خرج|حذر|تالف)"),
    "علي": re.compile(r"[ايتن]?(?:عمل|شرف|حرص|قدم|حصل|حاز|وافق|عتمد|نص|قوم)"),
    "ب": re.compile(r"[ايتن]?(?:قام|قوم|عن|تعلق|اهتم|هتم|طالب|سمح|تسبب|فاز|توج|قض)"),
}
"""How verbs begin that take these prepositions themselves («التي تسعى منذ عام إلى فتح …»)."""


def told_behind_clause(reading: Reading, cue: CueForm, source: Phrase | None, start: int, limit: int) -> Frame | None:
    """Return the frame of what a verb governs behind a relative clause of its source, or of an occasion, or None.

    The clause opens at word `start`, or behind an occasion that does («خلال اللقاء الذي جمعهما أمس»).

    The clause ends at a definite word, a name, a date or an adjective; behind it stands the verb's own preposition,
    which the verb of the clause does not take, or, where the verb takes a noun, a masdar that leads to another one.
    """
    passage, forms = reading.passage, reading.passage.words.forms
    first = _clause_of_occasion(reading, start) if forms[start : start + 1] and forms[start] in _DURING else start
    if first + _FEWEST >= passage.hi or forms[first] not in reading.grammar.relative:
        return None
    prepositions = prepositions_of(cue.frames)
    for at in range(first + 2, min(first + _LONGEST, passage.hi - 1)):
        word = forms[at]
        if passage.words.starts[at] >= limit or word in THAT or word in BI_THAT or _is_other(reading, at):
            return None
        if at < first + _FEWEST or not reading.is_plain(at) or not _closes(reading, at - 1):
            continue
        led = next((p for p in prepositions if is_preposition(reading, at, p)), None)
        if led is not None and is_measure(reading, at):
            continue
        if led is not None:
            alone = len(led) > 1
            if _takes_preposition(forms[first + 1], led) or not _content_follows(reading, at, led, limit):
                continue
            return Frame("preposition", source, passage.words.ends[at] if alone else passage.words.starts[at])
        found = word in reading.grammar.theme and cue.lemma == "كشف"  # «كشفت الدراسة التي أعدت أمس | وجود …»
        if found or ("NP" in cue.frames and _is_object(reading, at, limit)):
            return Frame("noun", source, passage.words.starts[at])
    return None


def _clause_of_occasion(reading: Reading, start: int) -> int:
    """Return the word at which the relative clause of the occasion at word `start` opens, or `start`."""
    for at in range(start + 2, min(start + _OCCASION, reading.passage.hi)):
        if not reading.is_plain(at) or at in reading.signs.cues:
            break
        if reading.passage.words.forms[at] in reading.grammar.relative:
            return at
    return start


def _is_other(reading: Reading, at: int) -> bool:
    """Tell whether another verb of saying stands at word `at`, to which what follows may belong."""
    found = reading.signs.cues.get(at)
    return found is not None and any(form.finite and form.strength == "A" for form in found.forms)


def _takes_preposition(verb: str, preposition: str) -> bool:
    """Tell whether the verb of a clause takes a preposition itself («التي تسعى إلى …»)."""
    takes = _TAKES.get(preposition)
    return takes is not None and takes.match(verb) is not None


def _closes(reading: Reading, at: int) -> bool:
    """Tell whether a clause may end with a word: it is definite, a name, a date, an adverb or an adjective."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if word in grammar.preposition or word in grammar.relative or reading.is_masdar(word):
        return at in reading.cast.dates or word in grammar.between
    part = reading.cast.by_word.get(at)
    named = part is not None and part.last == at + 1
    own = word.endswith(_OWN) and reading.passage.text[reading.passage.words.ends[at] - 1] != "ة"
    return own or is_definite(word) or named or _is_dated(reading, at) or bool(reading.nouns.words.flags[at] & NISBA)


def _is_dated(reading: Reading, at: int) -> bool:
    """Tell whether a date ends with a word, or an adverb stands there («أمس», «منذ عام 1985», «حاليا»)."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    return at in reading.cast.dates or word in grammar.between or word in grammar.adverb or word.isdigit()


def _content_follows(reading: Reading, at: int, preposition: str, limit: int) -> bool:
    """Tell whether what is told stands behind the preposition at a word: a masdar, a feeling, one's own."""
    passage, grammar = reading.passage, reading.grammar
    apart = len(preposition) > 1
    told = at + apart
    if told >= passage.hi or passage.words.starts[told] >= limit or told in reading.cast.by_word:
        return False
    word = passage.words.forms[told]
    bare = (word if apart or word == preposition else word[1:]).removeprefix("ال")
    masdar = bare in grammar.theme or bare in grammar.feeling or bare in grammar.demanded or reading.is_masdar(bare)
    if masdar or has_masdar_shape(bare):
        return True
    if preposition == "ب":
        doubled = told + 1 < passage.hi and reading.is_governed(told + 1, "ب")  # «… بالمدينة بفتح …»
        if word in grammar.adverbial or doubled:
            return False
        return not reading.nouns.words.lexis.word(bare).flags & (HEAD | TITLE) and bare not in SEATS
    if preposition not in _OF or word in _FIXED:
        return False
    return is_construct(reading, told) or (preposition == "عن" and word.endswith(_OWN))


def _is_object(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a noun that tells of something done or being the case stands at a word, with its genitive."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if word in grammar.theme:
        return True
    return word[0] != "و" and starts_noun(reading, at, limit) and has_masdar_shape(word) and is_construct(reading, at)
