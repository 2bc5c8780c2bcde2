"""Finds where a content ends, which parts of it stand in marks, and of what type the statement is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, evolve

from arabnews_quotes.cues.marked_speech import is_part, is_term
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT
from arabnews_quotes.text.marks import Quotation
from arabnews_quotes.text.scripture import GOD

from .unmarked import end_of_speech, is_heard, past_dots, speaks_himself
from .voice import find_return

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Span, StatementType
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.passage import Passage

LONGEST: Final = 3_000
"""A content that no marks bound has no more characters than this."""

_COLONS: Final = re.compile(r"[\s:،,.؛\-–—ـ\u200e\u200f\u202a-\u202e]*")
_COLON: Final = re.compile(r"\s*:\s*")
_MARKS: Final = frozenset("\"«»“”„‟‹›'‘’")
_ENDINGS: Final = (
    " \t\n\r\u00a0\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069،,.·؛;:!؟?…-–—(/*\"«»“”„‟‹›'‘’"
)
_LONG_DASH: Final = re.compile(r"\sـ{1,2}\Z")
_BRACKET: Final = re.compile(r"\s*([({﴿}])\s*")
_STOPS: Final = frozenset(".؟?!")
_CLOSING: Final = {"(": ")", "{": "}", "﴿": "﴾", "}": "{"}
_ENCLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_OPENED: Final = {")": "(", "]": "["}
_FEWEST: Final = 3
"""Brackets around fewer words hold no speech."""
_LONG: Final = 4
"""Brackets around so many words are no gloss, whatever follows them."""
_THAT: Final = re.compile(
    r"(?:(?:إلى|الى|على)\s+|ب(?=أن))?(?:أنّ?|[إا]ن(?:ّ|(?!\s+(?:كان|كانت|كنت|كنا|كنتم|كانوا|لم|شاء)\s)))\s+"
)
"""A complementiser, no «إن» of a condition."""
_NARRATED: Final = re.compile(
    r"\b(?:رواه|أخرجه|خرجه|رواهما)\s+(?:ال|[أا]حمد\b|مسلم\b|[أا]ب[ون]|ابن\b)"
    r"|[،,؛;]\s*(?:حيث\s+)?و?(?:جاء|يأتي)\s+(?:ذلك|هذا)\s"
)
"""Who hands a saying of the Prophet down, and when something was said, is no part of it."""
_ALSO: Final = re.compile(r"[،,]?\s*و(?:ب|إلى |على )?[أإا]ن(?:ه|ها|هم|هما|نا|ني)?\s")
_JOINED: Final = re.compile(r"[\s،,]{0,4}و?")
_NEXT_QUOTATION: Final = re.compile(r"\s*[،,]?\s*و?\s*$")


@define(unsafe_hash=True)
class Content:
    """What was said: its pieces, the parts of it in marks, the type of the statement."""

    pieces: tuple[tuple[int, int], ...]
    fragments: tuple[tuple[int, int], ...]
    type: StatementType
    unclosed: bool = False


def read_content(reading: Reading, report: Report, stop: int) -> Content | None:
    """Return the content of a report that may run on to `stop`, where another voice takes over; None for nothing."""
    report = _behind_apposition(reading.passage, report)
    passage, quotation, later = reading.passage, report.quotation, stop
    if quotation is None and report.kind == "colon":
        first = "" if report.source is None else passage.words.forms[report.source.first]
        cited = report.rule == "masdar-colon" or first in GOD or first == "الله"
        quotation = _bracketed(passage, report.content, cited=cited)
    stop = report.closed if report.closed is not None else stop
    if quotation is not None and report.bare and _is_all_quoted(reading, quotation, report, stop):
        return _direct(reading, quotation, report, stop)
    if report.resumes is not None:
        return _in_two(reading, report, stop, later)
    if report.kind == "colon" and quotation is None:
        return _plain(reading, report, stop, "direct")
    return _plain(reading, report, stop, "indirect")


def _behind_apposition(passage: Passage, report: Report) -> Report:
    """Return a report whose marks hold what the source is, and no words: these stand behind the colon that follows.

    «قال فلان "مدير المخزن": "السوق هادئة"»
    """
    quotation = report.quotation
    colon = _COLON.match(passage.text, quotation.end, passage.end) if quotation and report.kind == "marks" else None
    if colon is None or report.source is None or report.form is None or report.closed is not None:
        return report
    behind = passage.opening_in(colon.end(), colon.end() + 1)
    first = passage.word_at(colon.end())
    if behind is None and (first >= passage.hi or passage.words.forms[first] not in THAT):
        return report  # «قال الوزير "انتهى الأمر": هكذا ختم كلمته»
    return evolve(report, kind="colon", content=colon.end(), quotation=behind)


def _bracketed(passage: Passage, start: int, *, cited: bool) -> Quotation | None:
    """Return what stands in brackets behind a colon, in place of quotation marks («قال: (…)», «قال تعالى: {…}»).

    What is cited needs no stop behind it («لقوله تعالى: (…) البقرة: 9»).
    """
    opening = _BRACKET.match(passage.text, start, passage.end)
    close = passage.text.find(_CLOSING[opening[1]], opening.end(), passage.end) if opening else -1
    if opening is None or close < 0:
        return None
    if opening[1] in _ENCLOSING and passage.text.find(opening[1], opening.end(), close) >= 0:
        outer = passage.text.find(_CLOSING[opening[1]], close + 1, passage.end)
        close = outer if outer >= 0 else close  # «(… طغى (43) …)»
    words = passage.word_at(close) - passage.word_at(opening.end())
    behind = passage.text[close + 1 : passage.end].lstrip()
    ends = not behind or behind[0] in "،,.؛;!؟?…([-–"
    if words < _FEWEST or (words < _LONG and opening[1] == "(" and not ends and not cited):
        return None  # a gloss
    return Quotation(opening.start(1), opening.end(), close, close + 1)


def _is_all_quoted(reading: Reading, quotation: Quotation, report: Report, stop: int) -> bool:
    """Tell whether the content is the quotation and nothing more, not a clause that starts with a name in marks."""
    passage = reading.passage
    if report.closed is not None or quotation.unclosed or report.kind == "colon":
        return True
    if report.kind == "marks":
        spoken = report.form is not None and report.form.kind != "masdar" and quotation.inner_end < stop
        return not (spoken and is_part(reading, quotation))
    end = min(stop, passage.stop_after(quotation.end - 1), quotation.end + LONGEST)
    rest = passage.text[quotation.end : max(quotation.end, end)].strip()
    if _ALSO.match(rest):
        return False  # «أن "السد امتلأ"، وأن البوابات مفتوحة»
    if not rest or rest[0] in "،,.؛;!؟?…)":
        return passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) > 2 or len(rest) < 2
    return False


def _direct(reading: Reading, quotation: Quotation, report: Report, stop: int) -> Content | None:
    passage = reading.passage
    pieces = [(quotation.inner_start, _closed(reading, quotation, stop))]
    following = passage.opening_in(quotation.end, passage.end)
    resumed = passage.opening_in(report.resumes, passage.end) if report.resumes is not None else None
    if resumed is not None:
        pieces.append((resumed.inner_start, resumed.inner_end))
    elif (
        report.kind in {"colon", "marks"} and following is not None and following.start < stop and report.closed is None
    ):
        between = passage.text[quotation.end : following.start]
        if _NEXT_QUOTATION.fullmatch(between) and "و" in between and following.inner_end - following.inner_start > 20:
            pieces.append((following.inner_start, following.inner_end))
    trimmed = tuple(
        piece
        for piece in (
            _asked(passage.text, p, _trim(passage.text, *p, colon=report.kind in {"colon", "marks"})) for p in pieces
        )
        if piece[1] > piece[0]
    )
    if not trimmed:
        return None
    return Content(trimmed, (), "direct", quotation.unclosed or (resumed is not None and resumed.unclosed))


def _closed(reading: Reading, quotation: Quotation, stop: int) -> int:
    """Return where the words in marks end: at the latest by a participle; unclosed, at a report behind a full stop."""
    if not quotation.inner_start < stop < quotation.inner_end:
        return quotation.inner_end
    passage = reading.passage
    before = passage.text[quotation.inner_start : stop].rstrip()[-1:]
    cue = reading.signs.cues.get(passage.word_at(stop))
    if before in COMMAS and cue is not None and not cue.proclitics:
        return stop if all(form.kind == "participle" for form in cue.forms) else quotation.inner_end
    if not quotation.unclosed:
        return quotation.inner_end
    tale = passage.text[stop] == "ف"  # «فقال …» goes on with a tale
    return stop if before in _STOPS and not tale else quotation.inner_end


def _asked(text: str, whole: tuple[int, int], trimmed: tuple[int, int]) -> tuple[int, int]:
    """Return a trimmed stretch with the question or exclamation mark that belongs to the words in marks."""
    end = trimmed[1]
    while end < whole[1] and text[end] in "؟?!":
        end += 1
    return trimmed[0], end


def _in_two(reading: Reading, report: Report, stop: int, later: int) -> Content | None:
    """Return a clause that goes on behind its source («يعود، بحسب الباحثين، إلى القرن العاشر»)."""
    first = _plain(reading, report, stop, "indirect")
    if first is None or report.resumes is None:
        return first
    second = _plain(reading, evolve(report, content=report.resumes), later, "indirect")
    if second is None:
        return first
    fragments = (*first.fragments, *second.fragments)
    kind: StatementType = "mixed" if "mixed" in {first.type, second.type} else first.type
    if second.pieces[0][0] < first.pieces[-1][1]:
        return first  # an open mark reached over the source already
    return Content((*first.pieces, *second.pieces), fragments, kind, second.unclosed)


def _plain(reading: Reading, report: Report, stop: int, kind: StatementType) -> Content | None:
    passage, start = reading.passage, report.content
    opening = passage.word_at(start)
    clause = kind == "indirect" or (opening < passage.hi and passage.words.forms[opening] in THAT)
    end = _bounded(passage, start, min(stop, passage.stop_after(start) if clause else stop, passage.end))
    if clause:
        end = past_dots(reading, start, end, min(stop, passage.end), bare=report.kind == "clause")
    around = passage.quotation_at(report.cue[0]) if kind == "indirect" else None
    if around is not None and start < around.inner_end:  # told inside marks
        end = passage.stop_within(start, min(end, around.inner_end))
    if kind == "indirect" and report.closed is None:
        end = find_return(reading, report, start, end)
    inner = passage.quotations_in(start, end)
    if inner and inner[-1].end > end:
        end = max(end, inner[-1].inner_end)
    unclosed = bool(inner) and inner[-1].unclosed
    lead = _COLONS.match(passage.text, start, end)
    start = lead.end() if lead else start
    if kind == "direct":
        end = _end_of_heard(reading, report, start, end)
    start = _past_stray(passage, start, end)
    start, end = _trim(passage.text, start, end, colon=report.kind == "colon" and kind == "direct")
    said = passage.word_at(start)
    if end <= start or said == passage.hi or end < passage.words.ends[said]:
        return None  # no word ends there
    if kind == "direct" or report.closed is None:
        kind = _voice(reading, report, (start, end), told=clause)
    fragments = tuple(_fragments(reading, inner, end))
    if kind == "indirect" and fragments:
        first = fragments[0]
        if len(fragments) == 1 and first[0] <= start + 1 and first[1] >= end - 1 and report.bare:
            return Content((first,), (), "direct", unclosed)
        kind = "mixed"
    return Content(((start, end),), fragments if kind == "mixed" else (), kind, unclosed)


def _past_stray(passage: Passage, start: int, end: int) -> int:
    """Return the offset behind marks at the start that pair with none."""
    while start < end and passage.text[start] in _MARKS and passage.opening_in(start, start + 1) is None:
        start += 1
    return start


def _end_of_heard(reading: Reading, report: Report, start: int, end: int) -> int:
    """Return where words behind a colon end, which no marks bound."""
    narrated = _NARRATED.search(reading.passage.text, start, end)
    return end_of_speech(reading, report, start, narrated.start() if narrated else end)


def _voice(reading: Reading, report: Report, said: tuple[int, int], *, told: bool) -> StatementType:
    """Return whether words without marks are the speaker's own, `told` where a complementiser or a frame leads to them.

    «وقالت: إنها متعبة» is told; «وقال: إننا متعبون», «وأضاف لدينا ماء» and «فلان: سنعود غدا» are heard.
    """
    passage = reading.passage
    if report.kind == "clause":
        at = passage.word_at(said[0])
        near = passage.words.forms[max(passage.lo, at - 1) : at]
        led = THAT.isdisjoint(near) and BI_THAT.isdisjoint(near)
        return "direct" if led and is_heard(reading, at) else "indirect"
    if report.kind not in {"colon", "headline"}:
        return "indirect"
    return "indirect" if told and not speaks_himself(reading, *said) else "direct"


def _fragments(reading: Reading, inner: Sequence[Quotation], end: int) -> Iterator[tuple[int, int]]:
    """Yield the speaker's own words inside what is told: the quotations that hold no names and terms."""
    text, term, behind = reading.passage.text, False, 0
    for q in inner:
        joined = term and text[behind : q.start].strip() == "و"  # «"كذا" و"كذا"»: what one is, the other is
        term, behind = joined or is_term(reading, q), q.end
        if not term and text[q.inner_start : min(q.inner_end, end)].strip():
            yield _inked(text, q.inner_start, min(q.inner_end, end))


def _inked(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the spaces at its ends."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _bounded(passage: Passage, start: int, end: int) -> int:
    """Return the end of a content that is not marked: no more than `LONGEST` characters, whole words."""
    if end - start <= LONGEST:
        return end
    last = passage.word_at(start + LONGEST)
    return passage.words.ends[last - 1] if last > passage.lo and passage.words.ends[last - 1] > start else end


def _trim(text: str, start: int, end: int, *, colon: bool = False) -> tuple[int, int]:
    """Return a stretch without the spaces, final punctuation and lone marks at its ends."""
    while start < end and (text[start].isspace() or text[start] in "\u200e\u200f\u202a\u202b\u202c\"«»“”„‟:،,'‘’"):
        if text[start] in _MARKS and _closes_inside(text, start, end):
            break
        start += 1
    said = text[start:end].rstrip(_ENDINGS)
    end = start + len(said if said[-1:] != "ـ" else _LONG_DASH.sub("", said))
    while end > start and _is_lone(text, start, end):
        end = start + len(text[start : end - 1].rstrip(_ENDINGS))
    if end > start + 1 and text[start] in _ENCLOSING and text.find(_ENCLOSING[text[start]], start, end) < 0:
        start += 1
    if colon:
        start = past_that(text, start, end)
    return start, end


def _is_lone(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch ends with a bracket that no other in it opens."""
    opening = _OPENED.get(text[end - 1])
    return opening is not None and text.find(opening, start, end) < 0


def _closes_inside(text: str, start: int, end: int) -> bool:
    return not _MARKS.isdisjoint(text[start + 1 : end - 1])


def past_that(text: str, start: int, end: int) -> int:
    """Return the start of a quotation behind a bare complementiser inside its marks («: "إن اللجنة …"»)."""
    match = _THAT.match(text, start, end)
    return match.end() if match and match.end() < end else start


def given_back(
    reading: Reading, last: Report, lost: Report, said: Sequence[tuple[int, int]], end: int
) -> Content | None:
    """Return the content of the report before one that nobody makes, if nothing but و parts the two; else None.

    `said` is its content so far, and `end` where it may run on to.
    """
    text, low = reading.passage.text, said[-1][1]
    if len(said) > 1 or _JOINED.fullmatch(text, low, lost.cue[0]) is None:
        return None
    content = read_content(reading, last, end)
    longer = content is not None and content.pieces[-1][1] > lost.cue[1]
    return content if longer and content is not None and "\n" not in text[low : content.pieces[-1][1]] else None


def holds(pieces: Sequence[Span], report: Report, content: Content) -> bool:
    """Tell whether a report, its cue and its content, stands inside the content of another statement."""
    return any(
        piece.start <= report.cue[0] and report.cue[1] <= piece.end and content.pieces[-1][1] <= piece.end
        for piece in pieces
    )
