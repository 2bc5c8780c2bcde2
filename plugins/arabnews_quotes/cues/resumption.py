"""Finds where a speaker takes the word again within his sentence («…، لكنه طمأن السكان بأن», «؛ بل رأى أن»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import (
    AS_FOR,
    BARE_BI_THAT,
    BARE_THAT,
    COMMAS,
    THAT,
    THEREBY,
    with_conjunction,
    without_conjunction,
)

from .attributed import past_receipt

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_BUT: Final = {"لكنه": "m", "لكنها": "f", "لكنهم": "p"}
_EXCEPT: Final = {"انه": "m", "انها": "f", "انهم": "p"}
_LED_BUT: Final = with_conjunction(_BUT)
_CONCEDES: Final = _LED_BUT.union(_EXCEPT)
_SAVE: Final = frozenset({"الا", "غير", "بيد"})
"""«إلا أنه», «غير أنها», «بيد أنه»."""
_DASHES: Final = frozenset({"-", "–", "—", "ـ", "ــ", "--"})
_GOES_ON: Final = frozenset({"الي", "علي"})
"""Words with which a clause goes on behind an attribution in its midst; some belong to a source if no comma ends it."""
GOES_ON_APART: Final = _GOES_ON | {"من", "في", "عن", "نحو", "قرابه", "حوالي", "اكثر", "قبل", "بعد", "مع", "بل"}
_CONCEDING: Final = frozenset({"رغم", "بالرغم", "برغم", "اذا", "لو", "لان", "حيثما", "مهما", "كلما", "لما"})
_CONCEDING_PAIRS: Final = frozenset({("علي", "الرغم"), ("وعلي", "الرغم"), ("مع", "ان"), ("ومع", "ان"), ("ان", "كان")})
_ASPECT: Final = frozenset({"قد", "لن", "سوف"})
"""Behind the subject of «كان» or a topic, before its verb («كان الرجل، وفق الشرطة، قد غادر»)."""
_PREDICATE: Final = frozenset({"هو", "هي", "هما", "هم"})
"""A subject stands before the aside («وأول الحلول حسب المهندس هو …»)."""
_BEGUN: Final = 5
"""A clause of no more words is hardly whole: what follows the aside belongs to it."""
_TURNS: Final = frozenset({"حيث", "فيما", "بينما", "كما", "لكن", "ولكن", "اذ", "الا", "غير", "مما", "ما", "لا", "في"})
"""Words that open a clause of the reporter's own behind an aside."""
_FEWEST: Final = 3
"""Marks around no more words than this may hold a name."""
_BETWEEN: Final = 4
"""«لكنه في الوقت نفسه نوه»: no more words stand between the two."""
_CLAUSE: Final = 60
"""The complementiser of what was said stands so many words before at the most."""


def find_resumption(reading: Reading, index: int, cue: CueReading, form: CueForm) -> int | None:
    """Return the word at which the clause of a verb begins that goes on with its speaker's next words, or None.

    Where someone within the clause before might be its subject, the verb may be his: None.
    """
    if not form.finite or form.pronoun or form.strength == "C":
        return None
    first = _opening(reading, index, cue, form)
    return first if first is not None and not _has_other_subject(reading, first, form) else None


def follows_pronoun(reading: Reading, index: int) -> bool:
    """Tell whether the subject of a verb is the pronoun of «لكنه»: what stands behind the verb is its object."""
    first = _conceding(reading, index)
    return first is not None


def _opening(reading: Reading, index: int, cue: CueReading, form: CueForm) -> int | None:
    forms, low = reading.passage.words.forms, reading.passage.lo
    if cue.proclitics == "ل":
        return index if form.cue_class == "continue" and form.kind == "present" else None
    if index - 1 > low and forms[index - 1] == "بل" and not cue.proclitics:
        return index - 1
    if index - 2 > low and forms[index - 1] == "ان" and forms[index - 2] == "قبل" and form.kind == "present":
        return index - 2
    return _conceding(reading, index)


def _conceding(reading: Reading, index: int) -> int | None:
    """Return the word of «لكنه» or «إلا أنه» before a verb, with a phrase of two or three words between at the most."""
    forms, low = reading.passage.words.forms, reading.passage.lo
    floor = max(low, index - 1 - _BETWEEN)
    if _CONCEDES.isdisjoint(forms[floor + 1 : index]):
        return None
    for at in range(index - 1, floor, -1):
        if at + 1 in reading.signs.cues and at + 1 < index:
            return None
        if forms[at] in _LED_BUT:
            first = at
        elif forms[at] in _EXCEPT and forms[at - 1] in _SAVE:
            first = at - 1
        else:
            continue
        between = forms[at + 1 : index]
        aside = not between or between[0] in reading.grammar.preposition or between[0] in reading.grammar.before_verb
        aside = aside or (len(between) == 1 and between[0][0] == "ك" and bool(reading.nouns.words.words[at + 1].peel))
        return first if aside else None
    return None


def _has_other_subject(reading: Reading, first: int, form: CueForm) -> bool:
    """Tell whether a clause before word `first` is of someone else, who may be the subject of a verb that agrees."""
    passage = reading.passage
    forms = passage.words.forms
    floor = max(passage.word_at(passage.sentence_start(passage.words.starts[first])), first - _CLAUSE)
    that = next((i for i in range(first - 1, floor - 1, -1) if forms[i] in THAT or forms[i] == "بان"), None)
    if that is None:
        return True
    for part in {id(p): p for i in range(that + 1, first) if (p := reading.cast.by_word.get(i))}.values():
        if part.entity.type == "person":
            return True
    subject = reading.phrase(that + 1)
    if subject is None or not reading.can_speak(subject):
        return False
    gender = subject.noun.gender if subject.noun is not None else None
    return gender is None or form.gender is None or gender == form.gender


def resumes_behind(  # noqa: PLR0911 - one test a line
    reading: Reading, index: int, phrase: Phrase
) -> int | None:
    """Return where a content goes on behind an attribution in its midst («يعود، بحسب الباحثين، إلى القرن العاشر»)."""
    passage, at = reading.passage, past_receipt(reading, phrase)
    while at < passage.hi and passage.words.forms[at] in reading.grammar.reflexive and reading.is_plain(at):
        at += 1  # «يعد السد، وفق المصدر ذاته، من …»
    if at >= passage.hi or passage.words.starts[at] > passage.stop_after(passage.words.ends[at - 1]):
        return None
    before, after, word = passage.gap_before(index).strip(), passage.gap_before(at).strip(), passage.words.forms[at]
    grammar = reading.grammar
    if before in _DASHES and after in _DASHES:
        return passage.words.starts[at]  # «ومن المقرر - بحسب الصحف - إغلاق …»
    quotation = passage.opening_in(passage.words.ends[at - 1], passage.words.starts[at])
    spoken = quotation is not None and len(passage.text[quotation.start : quotation.end].split()) > _FEWEST
    if quotation is not None and spoken and after.strip('"«“”') == before == "":
        return quotation.start  # «فالسد حسب الوزير «يكفي المدينة»»
    if after in {"", *COMMAS} and (
        word in _PREDICATE or _is_that(reading, at) or (word[0] == "ف" and len(word) > 2 and _concedes(reading, index))
    ):
        return passage.words.starts[at]
    if before != after or after not in {"", *COMMAS}:
        return None
    if not after:
        whole = at in reading.cast.dates or word in grammar.preposition
        begun = not whole and _completes(reading, index, at, apart=False)
        return passage.words.starts[at] if begun or word in _GOES_ON else None
    led = reading.is_governed(at, "ب")  # «وقامت الوزارة، وفق الوزير، بفتح …»
    opening = passage.words.forms[passage.word_at(passage.sentence_start(passage.words.starts[index]))]
    led = led or (word[0] == "ف" and opening in AS_FOR)  # «أما السد، وفق الوزير، فهو …»
    goes_on = led or word in GOES_ON_APART or _completes(reading, index, at, apart=True)
    return passage.words.starts[at] if goes_on else None


def that_behind(reading: Reading, phrase: Phrase) -> int | None:
    """Return where a clause starts whose complementiser stands right behind a source, or None."""
    passage, at = reading.passage, past_receipt(reading, phrase)
    if at >= passage.hi or passage.gap_before(at).strip() not in {"", *COMMAS} or not _is_that(reading, at):
        return None
    return passage.words.ends[at]


def _is_that(reading: Reading, at: int) -> bool:
    """Tell whether word `at` is a complementiser that the word before does not govern («وفحواه أن»)."""
    words, before = reading.passage.words, reading.passage.words.forms[at - 1]
    if before[0] == "و" and at - 1 not in reading.cast.by_word:
        return False
    that = words.forms[at] in BARE_THAT and words.text[words.starts[at]] != "إ"
    return that or words.forms[at] in BARE_BI_THAT


def _concedes(reading: Reading, index: int) -> bool:
    """Tell whether the sentence of an aside opens with what a clause with ف answers («ورغم أن …، وفق كذا، فإن …»)."""
    passage = reading.passage
    first = passage.word_at(passage.sentence_start(passage.words.starts[index]))
    words = passage.words.forms[first : first + 2]
    return without_conjunction(words[0]) in _CONCEDING or words in _CONCEDING_PAIRS


def _completes(reading: Reading, index: int, at: int, *, apart: bool) -> bool:
    """Tell whether word `at` completes what was begun before an aside at `index` («يعتبر السد، وفق كذا، أكبر سد»).

    `apart` tells that commas stand around the aside: another may stand before what was begun.
    """
    passage, grammar, word = reading.passage, reading.grammar, reading.passage.words.forms[at]
    if word in _ASPECT:
        return True
    first = passage.word_at(passage.sentence_start(passage.words.starts[index]))
    near = range(index - 1, max(first, index - _BEGUN), -1) if apart else ()
    first = next(
        (i for i in near if passage.gap_before(i).strip() in COMMAS and passage.gap_before(i)[-1:] == " "), first
    )
    if (
        index - first > _BEGUN
        or passage.words.forms[index - 1] == THEREBY
        or word in grammar.connector
        or word in grammar.relative
        or word in _TURNS
    ):
        return False
    joined = word[0] in "وف" and (bool(reading.nouns.words.words[at].peel) or at in reading.signs.cues)
    return not joined and at not in reading.signs.turning and at not in reading.signs.cues
