"""Finds whom a formula of religion beside a cue means: «وقال عليه الصلاة والسلام: …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews_quotes.text.scripture import OPENS_FORMULA, speaker_before_formula, speaker_by_formula

if TYPE_CHECKING:
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.memory import Memory, Speaker


def sacred_speaker(reading: Reading, report: Report, memory: Memory) -> Speaker | None:
    """Return whom a formula right behind the cue means, or right before it where no subject stands behind."""
    passage = reading.passage
    after = passage.word_at(report.cue[1])
    if after < passage.hi and passage.words.forms[after] in OPENS_FORMULA:
        says = report.form is not None and report.form.cue_class == "say" and report.subject != "governed"
        behind = speaker_by_formula(reading, after, memory, says=says)
        if behind is not None:
            return behind
    if report.subject != "dropped":
        return None
    at = passage.word_at(report.cue[0])
    if report.cue[0] != passage.words.starts[at]:
        return None
    return speaker_before_formula(reading, at, memory)
