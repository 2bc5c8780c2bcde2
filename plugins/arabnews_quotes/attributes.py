"""Reads what a reporting clause tells beside source and content: channel, date, addressee, how sure it all is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .grammar import without_conjunction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Channel, Entity

    from .content import Content
    from .memory import Speaker
    from .phrases import Reading
    from .report import Report
    from .tables import Tables

HEAD_KINDS: Final = frozenset({"headline", "subheadline", "caption"})
_FINE: Final = frozenset({"day", "hour", "minute", "second"})
"""A date before the cue dates it only where it is as fine as this; «بعد حادث وقع العام الماضي، قال» tells no date."""
_LONGEST: Final = 40
"""A channel is looked for among so many words of the reporting clause, a told one within so many of «جاء ذلك»."""
_TOLD: Final = 9

_SURENESS: Final = {
    "clause": 0.9,
    "colon": 0.9,
    "marks": 0.85,
    "headline": 0.85,
    "preposition": 0.75,
    "two-part": 0.65,
    "noun": 0.6,
}


def reporting_clause(reading: Reading, report: Report, floor: int) -> tuple[int, int]:
    """Return the offsets of the clause that reports, without what is reported and without the clauses before it.

    `floor` is where an earlier statement of the sentence ends. A cue with و, a participle and a preposition open their
    clause themselves.
    """
    passage = reading.passage
    sentence = max(passage.sentence_start(report.cue[0]), floor)
    if report.closed is not None:  # what was said stands before: the clause runs on to the end of its sentence
        return report.cue[0], passage.stop_after(report.cue[1])
    opens = report.subject == "governed" or (report.cue[0] > passage.start and passage.text[report.cue[0] - 1] in "وف")
    return (min(report.cue[0], report.boundary) if opens else min(sentence, report.cue[0])), max(
        report.cue[1], report.content
    )


def date_of(reading: Reading, report: Report, clause: tuple[int, int]) -> str | None:
    """Return the id of the date that the reporting clause tells: «قال أمس إن», not one of a relative clause."""
    for date in reading.cast.dates_within(*clause):
        if date.span is None:
            continue
        if date.span.start < report.cue[0]:
            if date.grain in _FINE:
                return date.id
        elif not _is_relative(reading, report.cue[1], date.span.start):
            return date.id
    return None


def _is_relative(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a relative clause («الذي تولى منصبه …») is open at the end of a stretch."""
    passage = reading.passage
    open_ = False
    for index in range(passage.word_at(start), passage.word_at(end)):
        if "،" in passage.gap_before(index):
            open_ = False
        open_ = open_ or passage.words.forms[index] in reading.grammar.relative
    return open_


def channel_of(reading: Reading, tables: Tables, report: Report, clause: tuple[int, int]) -> Channel | None:
    """Return the channel that the reporting clause tells («في مؤتمر صحفي»), the kind of block, or None."""
    passage = reading.passage
    if passage.kind in HEAD_KINDS:
        return "caption" if passage.kind == "caption" else "headline"
    low, high = passage.word_at(clause[0]), passage.word_at(clause[1])
    return channel_among(reading, tables, max(low, high - _LONGEST), high) or ("agency" if report.relay else None)


def channel_among(reading: Reading, tables: Tables, low: int, high: int) -> Channel | None:
    """Return the first channel that some words tell."""
    forms = reading.passage.words.forms
    for at in range(low, high):
        word = forms[at]
        channel = tables.channels.get(word) or tables.channels.get(word[1:])
        if channel is None:
            continue
        if channel == "press_conference" and word.endswith("موتمر"):
            # a conference is a place to speak at; only one of the press is a press conference
            following = forms[at + 1].removeprefix("ال") if at + 1 < len(forms) else ""
            return "press_conference" if following in {"صحفي", "صحافي", "اعلامي"} else "speech"
        return channel  # type: ignore[return-value]
    return None


def find_told_channels(reading: Reading, tables: Tables) -> Iterator[tuple[int, Channel]]:
    """Yield where a sentence tells the channel of what was said before it («جاء ذلك في مؤتمر صحفي»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    for stop in (passage.start, *passage.stops):
        at = passage.word_at(stop)
        if at + 3 >= passage.hi or without_conjunction(forms[at]) not in reading.grammar.came:
            continue
        if forms[at + 1] not in reading.grammar.saying:
            continue
        high = min(at + _TOLD, passage.word_at(passage.stop_after(passage.words.ends[at])))
        channel = channel_among(reading, tables, at + 2, high)
        if channel is not None:
            yield passage.words.starts[at], channel


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
    to = words.forms[first][0] == "ل" and part.start > words.starts[first]
    return part.entity if to or ("OBJ" in report.form.frames and part.start == words.starts[first]) else None


def confidence_of(report: Report, content: Content, speaker: Speaker | None) -> float:
    """Return how sure a statement is: by the kind of frame, the strength of the cue, and how the speaker was found."""
    sure = _SURENESS.get(report.kind, 0.6)
    sure -= 0.05 * (report.form is not None and report.form.strength != "A")
    sure -= 0.2 if speaker is None else 0.1 * (report.subject != "overt")
    sure -= 0.05 * (speaker is not None and speaker.entity is None)
    sure -= 0.15 * content.unclosed
    return round(max(sure, 0.1), 2)
