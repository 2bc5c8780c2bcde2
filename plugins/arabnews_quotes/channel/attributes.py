"""Reads what a reporting clause tells beside source, content and channel: date and addressee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .channel_outlets import is_medium

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.cast import Part
    from arabnews_quotes.text.memory import Speaker

_LONGEST_RELATIVE: Final = 60
"""A relative clause has no more words than this."""
_FINE: Final = frozenset({"day", "hour", "minute", "second"})
"""A date before the cue dates it only where it is as fine as this; «بعد حادث وقع العام الماضي، قال» tells no date."""
_POSTED: Final = frozenset({"مراسل", "مراسله", "موفد", "موفده", "مندوب", "مندوبه", "مصور", "محرر", "محرره"})
"""«مراسل لوكالة كذا» works there."""
_SEATS: Final = frozenset({"العاصمه", "عاصمه", "مدينه", "المدينه", "عاصمتها"})


def reporting_clause(reading: Reading, report: Report, floor: int) -> tuple[int, int]:
    """Return the offsets of the clause that reports, without what is reported and without the clauses before it.

    `floor` is where an earlier statement of the sentence ends. A cue with و, a participle and a preposition open their
    clause themselves.
    """
    passage = reading.passage
    sentence = max(passage.sentence_start(report.cue[0]), floor)
    if report.closed is not None:  # what was said stands before: the clause runs on to the end of its sentence
        return report.cue[0], passage.stop_after(report.cue[1])
    participle = report.form is not None and report.form.kind == "participle"
    opens = (report.subject == "governed" and participle) or (
        report.cue[0] > passage.start and passage.text[report.cue[0] - 1] in "وف"
    )
    return (min(report.cue[0], report.boundary) if opens else min(sentence, report.cue[0])), max(
        report.cue[1], report.content
    )


def date_of(reading: Reading, report: Report, clause: tuple[int, int]) -> str | None:
    """Return the id of the date that the reporting clause tells: «قال أمس إن», not one of a relative clause."""
    for date in reading.cast.dates_within(*clause):
        if date.span is None:
            continue
        fine = date.grain in _FINE
        if date.span.start < report.cue[0]:
            if fine and not _is_relative(reading, date.span.end, report.cue[0]):
                return date.id
        elif not fine and _is_for(reading, date.span.start):
            continue
        elif not _is_relative(reading, report.cue[1], date.span.start):
            return date.id
    return None


def _is_for(reading: Reading, start: int) -> bool:
    """Tell whether ل leads to a date: «تتوقع الشركة للعام المقبل أن …» tells what is expected, not when."""
    words, at = reading.passage.words, reading.passage.word_at(start)
    return words.forms[at][0] == "ل" or words.forms[at - 1].startswith("ل")


def _is_relative(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a relative clause («الذي تولى منصبه …») is open at the end of a stretch."""
    passage = reading.passage
    open_, last = False, passage.word_at(end)
    for index in range(max(passage.word_at(start), last - _LONGEST_RELATIVE), last):
        if open_ and not reading.is_plain(index) and "،" in passage.gap_before(index):
            open_ = False
        open_ = open_ or passage.words.forms[index] in reading.grammar.relative
    return open_


def addressee_of(reading: Reading, report: Report, speaker: Speaker | None) -> Entity | None:
    """Return to whom something was said: «أبلغ الوزير الصحفيين», «قال لرويترز», «دعا إيران إلى …»."""
    passage = reading.passage
    if report.form is None or report.source is None or report.closed is not None:
        return None
    words, first = passage.words, report.source.last
    if report.source.first <= passage.word_at(report.cue[0]):
        first = passage.word_at(report.cue[1])
    part = reading.cast.by_word.get(first)
    if part is None or part.end > report.content or not reading.is_plain(first):
        return None
    if speaker is not None and speaker.entity == part.entity.id:
        return None
    if words.forms[first][0] == "ل" and part.start > words.starts[first]:
        return part.entity if _is_spoken_to(reading, report.source, part) else None
    alone = part.start == words.starts[first] and not _is_capital(reading, report.source, part)
    return part.entity if alone and "OBJ" in report.form.frames else None


def _is_spoken_to(reading: Reading, source: Phrase, part: Part) -> bool:
    """Tell whether ل leads to whom one speaks: «قال المدير لرويترز», not «قال المدير الفني للنادي»."""
    forms = reading.passage.words.forms
    if part.entity.type == "person" or part.first <= source.first:
        return True
    if forms[source.first] in _POSTED:
        return False
    if is_medium(reading, part.first):
        return True
    before = reading.cast.by_last.get(part.first)
    return before is not None and before.entity.type == "person"


def _is_capital(reading: Reading, source: Phrase, part: Part) -> bool:
    """Tell whether a place is named behind what it is, within the source: «خبراء في العاصمة البرتغالية لشبونة»."""
    near = reading.passage.words.forms[max(source.first, part.first - 2) : part.first]
    return part.entity.type == "location" and not _SEATS.isdisjoint(near)
