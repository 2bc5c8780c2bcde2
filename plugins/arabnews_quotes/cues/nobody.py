"""Tells which cues have nobody for their subject: passives, and what is expected («يتوقع هطول أمطار»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.wordlists import COMMON, NAMELIKE

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

    from .report import Report

_DAMMA: Final = "\u064f"


def is_passive(reading: Reading, report: Report) -> bool:
    """Tell whether the vowel signs of a cue say that it is a passive («ذُكر أن»): nobody is its subject."""
    text = reading.passage.text[slice(*report.cue)]
    return report.form is not None and report.form.finite and text[1:2] == _DAMMA and text[0] not in "يتن"


def is_foretold(reading: Reading, report: Report) -> bool:
    """Tell whether what stands behind a verb is what is expected, by nobody («يتوقع هطول أمطار»)."""
    source = report.source
    if source is None or report.form is None or report.form.lemma not in {"توقع", "رجح"}:
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
