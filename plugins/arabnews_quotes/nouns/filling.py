"""Reads the noun phrase of a source on to where a setting, its clause, a colon or a mark shows that it ends.

What stands between a source and «أن» is the source's, unless it is an adverb, a setting or another noun phrase: «أكدت
الهيئة الوطنية | لنصرة قضايا الأمة أن», «قال مسؤول | بارز في الحركة إن». All up to such a sign must fit, or nothing is
taken. Behind an office what fits nothing else is its holder's name: «مدير الري | بالمنطقة فلان الفلاني أن».
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    HEAD,
    NAMELIKE,
    NUMBER,
    PLACE,
    TITLE,
    VERB,
    WEAK,
)
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT, without_conjunction
from arabnews_quotes.text.scripture import GOD

from .addressed import PEOPLE
from .agreement import is_owned
from .fitting import WITHIN, step
from .gaps import past_marked_name
from .growth import AT, SEVERAL, Growth, may_govern
from .holders import holder_at, name_behind_style, noun_of_one
from .presents import is_before, is_present
from .press import before_told, is_told
from .unlisted import is_adverb, may_have_name

if TYPE_CHECKING:
    from arabnews_entities import NounPhrase
    from arabnews_quotes.text.grammar import Grammar

    from .phrases import Phrase, Reading

FARTHEST: Final = 12
"""No more words are added to a source."""
_STYLED: Final = 4
"""A source that ends in a style and a name of two words has more words than this."""
_OPENING: Final = frozenset(':«"“(،,')
_ENDS: Final = frozenset({"", ".", "؛"})


def filled(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a phrase with the words behind it, if all of them up to where a source ends can be its own."""
    noun, head = phrase.noun, reading.passage.words.forms[phrase.first]
    paper = noun is not None and noun.kind == "document" and head not in reading.grammar.naming
    if phrase.name is not None or paper:
        return phrase
    if noun is not None and noun.name_span is not None:
        return _with_office(reading, phrase, noun)
    return _read_on(reading, phrase)


def _read_on(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a phrase without a name with the words behind it, and the name that stands behind these."""
    noun, at, forms = phrase.noun, phrase.last, reading.passage.words.forms
    if at - phrase.first > _STYLED:
        styled = name_behind_style(reading, phrase)
        if styled is not None:
            return evolve(phrase, name=styled)
    if at >= reading.passage.hi or _is_closed(reading, phrase, at) or forms[phrase.first] in GOD:
        return phrase
    end, name = _grown(reading, phrase, Growth.of(reading, phrase))
    if end <= at:
        return phrase
    if name is not None:
        return evolve(phrase, last=name[1], name=name)
    end = past_marked_name(reading, end)
    outlet = noun is not None and noun.kind == "document" and not is_definite(forms[phrase.first])
    headed = noun is None and bool(reading.nouns.words.flags[phrase.first] & HEAD)
    body = headed or outlet or (noun is not None and noun.kind == "organization")
    return evolve(phrase, last=end, whole=body)


@lru_cache(maxsize=8)
def _closing(grammar: Grammar) -> frozenset[str]:
    """Return the words before which a source ends, whatever its verb takes; «ل» may lead on."""
    more = (grammar.speech, grammar.adverb, grammar.between, grammar.connector, grammar.relative)
    return THAT.union(BI_THAT, *more) - {"ل"}


@lru_cache(maxsize=8)
def _parting(grammar: Grammar) -> frozenset[str]:
    """Return the prepositions before which a source ends unless its last word leads on by them."""
    counting = SEVERAL | {"غير"}
    parting = grammar.preposition - WITHIN - counting - {"ل"}
    return frozenset(word for word in parting if not (is_definite(word) or word.startswith(("تابع", "التابع"))))


def _is_closed(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell at once whether nothing of a source stands behind its end, before word `at`; of most that is true."""
    if reading.is_plain(at):
        forms, grammar = reading.passage.words.forms, reading.grammar
        if forms[at] in _closing(grammar) or at in reading.cast.dates:
            return True
        return forms[at] in _parting(grammar) and not may_govern(forms, at)
    return not noun_of_one(phrase) or reading.passage.gap_before(at).strip() not in COMMAS


def _with_office(reading: Reading, phrase: Phrase, noun: NounPhrase) -> Phrase:
    """Return a name with the whole of the office behind it («فلان مدير الري | بالمنطقة الشرقية إن»)."""
    first, hi = noun.name_last, reading.passage.hi
    if not phrase.first < first <= phrase.last or first >= hi or not reading.is_plain(first):
        return phrase
    office = reading.nouns.read(first) if reading.nouns.words.flags[first] & TITLE else None
    if (
        office is None
        or is_before(reading, first)
        or office.kind != "role"
        or office.number != "s"
        or not office.definite
        or office.relation
    ):
        return phrase
    read = max(phrase.last, before_told(reading, office))
    titled = evolve(phrase, first=first, last=read, noun=office)
    growth = Growth.of(reading, titled, verb=phrase.first - 1)
    if read > phrase.last and growth.asks:
        return phrase  # «طالب فلان | رئيس البلدية بـ…»
    end, _ = _grown(reading, titled, growth)
    if end == read and read > phrase.last:
        closed = read >= hi or not reading.is_plain(read) or reading.passage.words.forms[read] in THAT
        return evolve(phrase, last=read) if closed else phrase
    return evolve(phrase, last=end) if end > phrase.last else phrase


def _grown(reading: Reading, phrase: Phrase, growth: Growth) -> tuple[int, tuple[int, int] | None]:
    """Return the last word before which a source may end and all words are its own, and its name if it has one."""
    best = phrase.last
    at, high = phrase.last, min(reading.passage.hi, phrase.last + FARTHEST)
    named = not growth.named and noun_of_one(phrase) and may_have_name(reading, phrase)
    while True:
        ends, goes_on = _ends(reading, phrase, growth, at)
        if ends and not growth.searching:
            best = at
        comma = named and not goes_on and at < high and reading.passage.gap_before(at).strip() in COMMAS
        if not (goes_on or comma) or at >= high:
            return best, None
        name = holder_at(reading, growth, at) if named and (goes_on or growth.held) else None
        if name is not None:
            return name[1], name
        behind = step(reading, phrase, growth, at) if goes_on else at
        if behind <= at or behind > high:
            return best, None
        at = behind


def _ends(  # noqa: C901, PLR0911 - one case a sign
    reading: Reading, phrase: Phrase, growth: Growth, at: int
) -> tuple[bool, bool]:
    """Tell whether a source may end before word `at`, and whether it may go on there."""
    passage, grammar, grown = reading.passage, reading.grammar, at > phrase.last
    if at >= passage.hi or not reading.is_plain(at):
        return grown and _gap_ends(reading, phrase, growth, at), at == growth.behind_mark
    word, flags = passage.words.forms[at], reading.nouns.words.flags[at]
    if word in THAT or word in BI_THAT or word in grammar.speech:
        return True, False
    if (word[0] == "ل" or at in reading.signs.cues) and is_told(reading, at, word):
        return True, False
    if word == "ل":
        return grown and reading.shows(at), True
    if word in grammar.adverb or word in grammar.between or word in grammar.connector or at in reading.cast.dates:
        return grown and reading.shows(at), False
    if word in grammar.relative:
        return grown and not growth.doubtful and reading.shows(at), False
    if flags & (NUMBER | CUE) or (flags & VERB and not flags & DEFINITE):
        says = grown and growth.cue is None and at in reading.signs.cues and not growth.doubtful
        if says:  # «لجنة كذا بالمنطقة | أكدت أن»
            says = reading.can_speak(phrase) and not reading.is_masdar(passage.words.forms[phrase.first])
        return says, growth.counts(reading, at)
    if word in grammar.preposition:
        if growth.governs(reading, at):
            return False, True
        apart = growth.doubtful or growth.paired or (growth.bare and growth.asks)
        return grown and not apart and (growth.takes(word) or reading.shows(at)), word in WITHIN
    if grown and growth.cue is None and not growth.doubtful and _is_predicate(reading, phrase, at):
        return True, False
    apart = growth.cue is None or growth.doubtful or growth.paired
    return grown and not apart and _begins_matter(reading, growth, at), True


def _is_predicate(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell whether behind a subject its verb stands, or an accusative: «المسؤولون في القطاع | يتخذون نهجا»."""
    word = reading.passage.words.forms[at]
    if reading.passage.words.forms[phrase.last] not in AT or at in reading.cast.by_word or at < phrase.last + 2:
        return False
    return (word[0] in "يت" and is_present(reading.nouns.words, at)) or is_adverb(reading, at)


def _begins_matter(reading: Reading, growth: Growth, at: int) -> bool:
    """Tell whether a word is what the verb before a source has behind it: «ب», an object or whom it addresses."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    if growth.bare:
        return False
    if word[0] == "ب" and growth.takes("ب") and reading.is_governed(at, "ب"):
        return True  # «رحب رئيس لجنة كذا وكذا | بانتهاء …»
    if not growth.definite or reading.nouns.words.words[at].peel:
        return False
    part = reading.cast.by_word.get(at)
    if growth.asks and (part is not None or is_definite(word) or flags & (HEAD | TITLE) or word in PEOPLE):
        return not word.endswith(("ي", "يه")) and (part is None or part.start == reading.passage.words.starts[at])
    if growth.asks and is_owned(reading, at):
        return True
    opens = word in reading.grammar.theme or not flags & (NAMELIKE | WEAK | PLACE)
    return opens and bool(flags & COMMON) and not flags & (DEFINITE | TITLE) and growth.takes_noun()


def _gap_ends(reading: Reading, phrase: Phrase, growth: Growth, at: int) -> bool:
    """Tell whether a mark before word `at` ends a source: what was said follows, or the source is cited."""
    passage = reading.passage
    gap = passage.gap_before(at).strip()[:1] if at < passage.hi else ""
    if gap == ":" or (gap in _OPENING and gap not in COMMAS and gap != "(" and not growth.of_matter):
        return True
    if growth.doubtful:
        return False
    if _is_cited(reading, phrase.first):
        return gap in COMMAS or gap in _ENDS
    if gap in COMMAS or gap == "(":
        return (growth.definite and not growth.group) or reading.shows(at - 1)
    return False


def _is_cited(reading: Reading, first: int) -> bool:
    """Tell whether a source stands behind a preposition of attribution («بحسب …», «كما قال …», «وفقا لما ذكره …»)."""
    low, cited = reading.passage.lo, reading.grammar.according
    near = reading.passage.words.forms[max(low, first - 3) : first]
    return any(form in cited or form == "كما" or without_conjunction(form) in cited for form in near)
