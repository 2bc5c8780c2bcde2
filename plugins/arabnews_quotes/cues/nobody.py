"""Tells which cues have nobody for their subject: passives, what is expected («يتوقع هطول أمطار»), and what you say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, TITLE

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading

    from .report import Report

_DAMMA: Final = "\u064f"
_YOUR_CLAUSE: Final = 14
"""«You» stands so many words before a verb of the second person at the most."""
_YOU: Final = frozenset({
    "انت", "وانت", "انك", "لانك", "ولانك", "لك", "عليك", "بك", "منك", "عنك", "عندك", "معك", "فيك", "لديك", "بامكانك",
    "يمكنك", "نفسك", "حولك", "امامك",
})  # fmt: skip
_LED_YOU: Final = frozenset(lead + form for form in _YOU for lead in ("", "و", "ف"))
_WHY: Final = frozenset({"لماذا", "ولماذا", "فلماذا", "لم", "علام", "كيف"})
_SHORTEST: Final = 4


def is_passive(reading: Reading, report: Report) -> bool:
    """Tell whether the vowel signs of a cue say that it is a passive («ذُكر أن»): nobody is its subject."""
    text, (start, end) = reading.passage.text, report.cue
    if report.form is None or not report.form.finite:
        return False
    return text[start + 1 : start + 2] == _DAMMA and start + 1 < end and text[start] not in "يتن"


def is_foretold(reading: Reading, report: Report, source: Phrase) -> bool:
    """Tell whether what stands behind a verb is what is expected, by nobody («يتوقع هطول أمطار»)."""
    if report.form is None or report.form.lemma not in {"توقع", "رجح"}:
        return False
    forms = reading.passage.words.forms
    feminine = report.form.gender == "f" and forms[source.first].endswith("ه")
    led = forms[source.last : source.last + 1] == ("ان",)
    if report.kind == "clause" and (feminine or led or reading.can_speak(source)):
        return False  # «تتوقع وحدة الأبحاث أن», «توقعت استطلاعات الرأي أن»
    if source.first < reading.passage.word_at(report.cue[0]) or forms[source.first][:2] == "ال":
        return False
    flags, noun = reading.nouns.words.flags[source.first], source.noun
    known = flags & COMMON or forms[source.first] in reading.grammar.theme
    if not known or flags & NAMELIKE or source.first in reading.cast.by_word or reading.is_group(source.first):
        return False
    person = noun is not None and noun.kind == "person" and noun.role_span is None
    return (noun is None or person) and not forms[source.first].endswith(("ون", "اء"))


def is_said_to_you(reading: Reading, index: int) -> bool:
    """Tell whether a verb in «ت» is of the second person: «you» stands before it, and no subject behind.

    «بإمكانك أن تقف وتقول …», «لماذا لا تحترم الإشارة ثم تشتكي من …؟».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    if index <= passage.lo:
        return False
    floor = max(passage.word_at(passage.sentence_start(passage.words.starts[index])), index - _YOUR_CLAUSE)
    before = forms[floor:index]
    yours = not _LED_YOU.isdisjoint(before)
    if not yours and "تك " in f"{' '.join(before)} ":
        long = (i for i, form in enumerate(before, floor) if form[-2:] == "تك" and len(form) > _SHORTEST)
        yours = any(i not in reading.cast.covered for i in long)
    asks = not yours and forms[floor] in _WHY
    asks = asks and any(_is_yours(reading, i) for i in range(floor + 1, min(floor + 4, index)))
    if not (yours or asks) or passage.quotation_at(passage.words.starts[index]) is not None:
        return False
    phrase = reading.phrase(index + 1) if index + 1 < passage.hi else None
    return phrase is None or not reading.can_speak(phrase)


def _is_yours(reading: Reading, at: int) -> bool:
    """Tell whether a verb in «ت» stands at a word without anybody of that gender behind it."""
    word = reading.passage.words.forms[at]
    if word[0] != "ت" or len(word) < _SHORTEST or reading.nouns.words.flags[at] & (TITLE | HEAD):
        return False
    phrase = reading.phrase(at + 1) if at + 1 < reading.passage.hi else None
    return phrase is None or not reading.can_speak(phrase)
