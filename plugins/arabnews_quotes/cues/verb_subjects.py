"""Finds the subject that stands before a verb of saying, and the noun that a relative pronoun stands for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import CUE, NUMBER, PARTICLE, VERB
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.presents import is_present
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import AS_FOR, BARE_THAT, COMMAS, THAT, without_conjunction

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.grammar import Grammar

_ASIDE: Final = 16
"""An aside between a subject and its verb has no more words than this."""
_CLAUSE: Final = 12
"""Nor has a relative clause more than this."""
_ENCLOSES: Final = COMMAS | {"-", "–", "—", "ـ", "("}
"""What stands before an aside."""
_ENCLOSED: Final = 26
"""But this, where commas enclose it."""
_DESCRIBED: Final = 8
"""A noun behind a preposition stands so many words before the verb that tells of it."""
_SHORTEST: Final = 3
_SEVERAL: Final = 6
"""People of no list have no more words than this before their verb."""
_REACH: Final = 28
"""A subject begins so many words before its verb."""
_WHO: Final = {"الذي": "m", "التي": "f"}
"""The relative pronouns of one, and the gender of what they stand for."""
_AGREES: Final = {"الذي": ("m", "s"), "التي": ("f", None), "الذين": ("m", "p")}
"""The gender and number of a verb whose subject is a relative pronoun."""
_LEAD_TO: Final = frozenset({"عن", "من", "الي", "مع", "ب", "ل", "لدي", "علي"})
_OPENS: Final = AS_FOR | {"لكن", "ان", "فيما", "بينما"}
_BY: Final = frozenset({"من", "ومن"})
_ANTECEDENT: Final = 14
"""The antecedent of a relative pronoun has no more words than this."""


def antecedent(reading: Reading, index: int, form: CueForm | None = None) -> Phrase | None:
    """Return whom a relative pronoun before a verb stands for («الجيش الذي أضاف أن»), or None.

    The pronoun is the subject of a verb of the given form only where the two agree.
    """
    passage = reading.passage
    at = index - 1 - (index - 1 > passage.lo and passage.words.forms[index - 1] in reading.grammar.before_verb)
    if at <= passage.lo or passage.words.forms[at] not in reading.grammar.relative:
        return None
    if passage.gap_before(at).strip() not in {"", *COMMAS} or not (form is None or _agrees(reading, at, index, form)):
        return None
    found = None
    for first in range(at - 1, max(passage.lo, at - _ANTECEDENT) - 1, -1):
        mention = reading.cast.by_word.get(first)
        phrase = reading.phrase(first) if mention is None or not mention.first < first else None
        if phrase is None:
            noun = reading.nouns.read(first)
            phrase = reading.extended(first, noun) if noun is not None else None
        if phrase is not None and phrase.last == at and reading.can_speak(phrase):
            found = phrase
        if not reading.is_plain(first):
            break
    return found


def _agrees(reading: Reading, at: int, index: int, form: CueForm) -> bool:
    """Tell whether a verb may have the relative pronoun at word `at` for its subject: «الخطة التي قال إنها …» has not.

    What is told «in it» was said by whoever stands before («تصريحات فلان التي أكد فيها أن»), and keeps him.
    """
    forms = reading.passage.words.forms
    if index + 1 < reading.passage.hi and forms[index + 1] in reading.grammar.therein:
        return True
    gender, number = _AGREES.get(without_conjunction(forms[at]), (None, None))
    apart = gender is not None and form.gender is not None and form.gender != gender
    return not apart and not (number == "s" and form.number == "p") and not (number == "p" and form.number == "s")


def described(reading: Reading, index: int, form: CueForm) -> Phrase | None:
    """Return the indefinite noun behind a preposition that a verb right behind it tells of, or None.

    «التقينا بموظف في المصنع قال إن», «عن "جهات مختصة" قالت إن».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    apart = form.number == "s" and passage.gap_before(index).strip() in COMMAS
    if form.pronoun or form.strength == "C" or apart:
        return None  # «وردا على سؤال صحفي، قال إن»
    for at in range(index - 1, max(passage.lo, index - _DESCRIBED), -1):
        apart = forms[at] in _LEAD_TO and at + 1 < index
        if not apart and not _is_led_by_letter(reading, at):
            if forms[at] in reading.grammar.relative or at in reading.signs.cues:
                return None
            continue
        phrase = _indefinite(reading, at + apart, index)
        if phrase is not None:
            return phrase if _fits(reading, phrase, form) else None
        if passage.gap_before(at).strip() in COMMAS:
            return None
    return None


def _is_led_by_letter(reading: Reading, at: int) -> bool:
    """Tell whether ب or ل leads to the noun that it is part of («بموظف»)."""
    word = reading.passage.words.forms[at]
    return word[0] in "بل" and len(word) > _SHORTEST and reading.is_governed(at, word[0])


def _indefinite(reading: Reading, first: int, index: int) -> Phrase | None:
    """Return the indefinite phrase from word `first` up to the verb at word `index`, if it can speak."""
    noun = reading.nouns.read(first)
    phrase = reading.extended(first, noun) if noun is not None else reading.phrase(first)
    if phrase is None or phrase.last != index or phrase.name is not None or not reading.can_speak(phrase):
        return None
    if phrase.noun is not None and (phrase.noun.definite or phrase.noun.name_span is not None):
        return None
    return phrase if reading.passage.words.forms[phrase.first][:2] != "ال" else None


def _fits(reading: Reading, phrase: Phrase, form: CueForm) -> bool:
    """Tell whether a verb behind a noun agrees with it: «موظفين قالوا», «جهات قالت»."""
    noun, word = phrase.noun, reading.passage.words.forms[phrase.first]
    feminine = word.endswith(("ه", "ات")) or (noun is not None and noun.gender == "f")
    several = noun is not None and noun.number != "s"
    if form.number in {"p", "d"}:
        return several or noun is None
    return several or noun is None or feminine == (form.gender == "f")


def subject_before_verb(reading: Reading, index: int, cue: CueReading) -> Phrase | None:
    """Return the subject that stands before its verb («الوزير أكد أن», «وكان الوزير قد ذكر أن»); it is read once."""
    if cue.proclitics:
        return None
    known = reading.before
    if index not in known:
        known[index] = _read_before(reading, index, cue)
    return known[index]


def _read_before(reading: Reading, index: int, cue: CueReading) -> Phrase | None:
    passage, grammar = reading.passage, reading.grammar
    forms, starts = passage.words.forms, passage.words.starts
    floor = passage.word_at(passage.sentence_start(starts[index]))
    end = index
    while end > floor and forms[end - 1] in grammar.before_verb and reading.is_plain(end):
        end -= 1
    if end > floor and forms[end - 1] in grammar.reflexive and reading.is_plain(end):
        end -= 1  # «المصادر ذاتها أوردت أن»
    if end > floor and forms[end - 1] in grammar.relative:
        return None
    found, opening, spaced = None, _opening(grammar), reading.nouns.words.spaced
    for at in range(max(floor, end - _REACH), end):
        before = forms[at - 1]
        inner = at > floor and before not in opening and (spaced[at - 1] or reading.is_plain(at))
        if inner and (before not in grammar.in_turn or at == floor + 1 or forms[at - 2] not in _BY):
            continue  # but «من جهتهم الباعة قالوا»
        phrase = reading.phrase(at) if forms[at] not in grammar.kana and forms[at] not in AS_FOR else None
        if phrase is None or phrase.last > end or _is_spoken_of(reading, phrase, index):
            continue
        if forms[phrase.last] in _WHO and not reading.can_speak(phrase):
            phrase = _told_of(reading, phrase, end, cue) or phrase
        closed = phrase.last == end and end < index and passage.gap_before(end).strip() in COMMAS  # «…، قد أكد»
        kana = at > floor and forms[at - 1] in grammar.kana
        that = at > floor and forms[at - 1] in BARE_THAT  # «إلا أن التحقيق الذي أجراه الفريق كشف أن»
        if (phrase.last == end and (reading.is_plain(end) or closed)) or (
            _only_aside(reading, phrase.last, end, kana=kana)
            and (reading.can_speak(phrase) or (that and forms[phrase.last] in grammar.relative))
        ):
            found = phrase
            break
    if (found is None or not reading.can_speak(found)) and any(f.number == "p" and f.gender == "m" for f in cue.forms):
        return people_before(reading, floor, end) or found
    return found


def led_subject(reading: Reading, index: int, cue: CueReading) -> Phrase | None:
    """Return the subject of a verb with its object in it behind «كان» or «أن» («أن المدير أبلغه أن»), or None."""
    found = subject_before_verb(reading, index, cue)
    adjacent = found is not None and found.last == index and found.first > reading.passage.lo
    if found is None or not adjacent or not reading.can_speak(found):
        return None
    noun, word = found.noun, reading.passage.words.forms[found.first]
    many = word.endswith(("ين", "ون")) or (noun is not None and noun.number == "p")
    if many and not any(form.number == "p" for form in cue.forms):
        return None  # «أن المستثمرين ينصحهم»
    led = reading.passage.words.forms[found.first - 1]
    return found if led in reading.grammar.kana or led in BARE_THAT else None


def people_before(reading: Reading, floor: int, end: int) -> Phrase | None:
    """Return the several of no list who stand right before a verb that only people take, at word `end`, or None.

    «لكن منتقدي القرار قالوا», «فخصوم الرئيس يرون», «دعاة الصحة العامة أكدوا»: things take no masculine plural.
    """
    passage, forms, flags = reading.passage, reading.passage.words.forms, reading.nouns.words.flags
    opening, first = _opening(reading.grammar), None
    for at in range(end - 1, max(floor, end - _SEVERAL) - 1, -1):
        if not reading.is_plain(at + 1) or forms[at] in reading.grammar.relative or forms[at] in opening:
            break
        verb = flags[at] & (CUE | VERB) or at in reading.signs.cues
        if flags[at] & NUMBER or at in reading.cast.dates or (verb and passage.text[passage.words.ends[at] - 1] != "ة"):
            break  # «دعاة» folds like «دعاه»
        governs = flags[at] & PARTICLE or forms[at] in reading.grammar.preposition
        if governs and (forms[at] != "من" or at - 1 < floor):
            break  # «اتسم بالحكمة رغم كثيرين يحثون على»
        if at == floor or not reading.is_plain(at) or forms[at - 1] in opening:
            first = at
    if first is None or end - first < 2 or first in reading.cast.by_word:
        return None
    word, behind = forms[first], forms[first + 1]
    noun = word not in reading.grammar.preposition and word[-1] != "ا"
    whole = behind.startswith("ال") or (behind == "من" and end - first > 2)
    noun = noun and not is_present(reading.nouns.words, first)
    if not noun or not whole or is_definite(word) or (reading.nouns.read(first) is not None and word[-1] != "ي"):
        return None
    phrase = Phrase(first, end, agent=True)
    lead = int(word[0] in "وف" and reading.nouns.words.words[first].peel == 1)
    phrase.span = passage.words.starts[first] + lead, passage.words.ends[end - 1]
    return phrase


def _told_of(reading: Reading, phrase: Phrase, end: int, cue: CueReading) -> Phrase | None:
    """Return someone no list knows, of whom a relative clause tells up to a verb that agrees, or None.

    «بشرى التي عادت من السفر قالت»: an indefinite noun takes no relative pronoun, so that it is a name;
    «محطة الجبل التي تملكها البلدية قالت».
    """
    forms, gender = reading.passage.words.forms, _WHO[reading.passage.words.forms[phrase.last]]
    form = next((form for form in cue.forms if form.kind == "past"), None)
    if form is None or form.gender != gender or form.number not in {"s", None} or form.strength != "A":
        return None
    if form.cue_class not in {"say", "continue"} or forms[phrase.first][:2] == "ال" or end - phrase.last < 2:
        return None
    if phrase.last - phrase.first > 1:
        return evolve(phrase, agent=True)
    named = not reading.nouns.words.flags[phrase.first] & (PARTICLE | NUMBER)
    return Phrase(phrase.first, phrase.last, None, (phrase.first, phrase.last)) if named else None


@lru_cache(maxsize=8)
def _opening(grammar: Grammar) -> frozenset[str]:
    """Return the words right behind which a subject may start in the midst of a clause."""
    joined = {lead + word for lead in ("", "و", "ف") for word in _OPENS}
    return THAT.union(grammar.kana, (word for word in joined if without_conjunction(word) in _OPENS))


def opens_sentence(reading: Reading, index: int, before: Phrase) -> bool:
    """Tell whether a subject stands right before its verb, and nothing before it in its sentence."""
    start = reading.passage.words.starts[before.first]
    adjacent = before.last == index and reading.is_plain(index) and not reading.cast.dates.get(before.first)
    return adjacent and reading.passage.sentence_start(start) >= start - 1


def is_one(phrase: Phrase) -> bool:
    """Tell whether a phrase is one person («أن الرئيس فلانا أبلغ الوزير أن»)."""
    return phrase.noun is not None and phrase.noun.kind in {"person", "role"} and phrase.noun.number == "s"


def _is_spoken_of(reading: Reading, phrase: Phrase, index: int) -> bool:
    """Tell whether a phrase is what someone shows or holds («مقطعا ادعت أنه», «كلمة أوضح فيها»): no subject."""
    forms = reading.passage.words.forms
    if forms[phrase.first] in reading.grammar.shown or forms[phrase.last - 1] in reading.grammar.shown:
        return True  # «تداول ناشطون مقطعا يزعم أن»: two words nobody knows are read into a name with it
    therein = index + 1 < reading.passage.hi and forms[index + 1] in reading.grammar.therein
    return therein and forms[phrase.first] in reading.grammar.address


def _only_aside(reading: Reading, start: int, end: int, *, kana: bool) -> bool:
    """Tell whether the words between a subject and its verb are an aside between commas, or a relative clause.

    Behind كان they may also be where someone holds his office («كانت سفيرة كذا لدى المنظمة حثت»).
    """
    passage = reading.passage
    if start >= end or end - start > _ENCLOSED:
        return False
    if passage.words.forms[start] in reading.grammar.relative:  # «المحطة التي تملكها الدولة قالت»
        enclosed = not reading.is_plain(end) and passage.gap_before(start).strip() in COMMAS
        return end - start <= (_ENCLOSED if enclosed else _CLAUSE)
    if kana and passage.words.forms[start] in {"لدي", "في"}:
        return all(reading.is_plain(at) for at in range(start, end + 1))
    aside = end - start <= _ASIDE and passage.gap_before(start).strip() in _ENCLOSES
    return aside and not reading.is_plain(end)
