"""Follows what is said into the paragraphs below: a quotation reopened, words below a colon, the items of a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.text.grammar import COMMAS

from .content import Content, past_that

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.text.marks import Quotation
    from arabnews_quotes.text.passage import Passage
    from arabnews_quotes.text.signs import Signs

MOST_BELOW: Final = 20
"""What is said goes on over no more paragraphs than this."""
_SPEAKS_BELOW: Final = frozenset({"say", "continue", "answer", "comment", "ask"})
"""Below a colon behind such a verb what is said needs no marks."""
_FEWEST: Final = 3
"""A paragraph of fewer words below a colon is a subheading."""
_HEADLINES: Final = frozenset({"headline", "subheadline"})
_VERSE: Final = 10
"""A line of a poem has no more words than this."""
_ENDS: Final = frozenset(".؟?:؛")
_SPEECH: Final = 8
"""A paragraph of fewer words in marks may be a title."""
_SUBJECT: Final = 3
"""A subject alone has no more words than this."""
_BLANK: Final = re.compile(r"\n[ \t\r\u00a0]*\n")
_RELATIVE: Final = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين"})
_THESE: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_CLOSED: Final = re.compile(r"[\s.؟?!…]*[\"«»“”][\s.؟?!…]*")
_ELSEWHERE: Final = frozenset(
    {"ولكن", "وقد", "وذلك", "وهو", "وهي", "والتي", "والذي", "وكان", "وكانت", "وفي", "وبحسب", "ووفق"}
)
"""With these the reporter goes on below a line that ends with a comma."""
_COLON_END: Final = re.compile(r"\s*:[\s\-–—\u200e\u200f]*")
_INK: Final = re.compile(r"\S")
_ITEM: Final = re.compile(
    r"[\s\u200e\u200f]*(?:[-–—•*●▪■◦✓#]+|\d{1,2}\s*[-–.):/]+|(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا)[ً\s]*[:،\-–]+)\s*"
)
"""The mark of an item of a list."""


def carry_on(
    passage: Passage, content: Content, below: Sequence[Passage], signs: Signs, *, clause: bool = False
) -> Content:
    """Return a content with what belongs to it in the paragraphs `below` the passage in which it ends.

    `clause` tells that a complementiser opened it.
    """
    if content.unclosed:
        pieces = list(content.pieces)
        unclosed = True
        for quotation in find_reopened(below, passage.kind):
            if quotation.inner_start >= pieces[-1][1]:  # what began below its colon holds them already
                pieces.append((quotation.inner_start, quotation.inner_end))
            unclosed = quotation.unclosed
        return evolve(content, pieces=tuple(pieces), unclosed=unclosed)
    last = content.pieces[-1][1]
    more: tuple[tuple[int, int], ...] = ()
    if _COLON_END.fullmatch(passage.text, last, passage.end):
        more = tuple(_items(below, passage.kind))
    elif content.type == "direct" and _CLOSED.fullmatch(passage.text, last, passage.end):
        more = tuple(_whole_paragraphs(below, passage.kind))
    elif content.type != "direct" and below:
        broken = clause and _is_broken(passage, content, below)
        if broken or passage.text[last : passage.end].strip() in COMMAS:
            more = tuple(_run_on(passage, last, below, signs, broken=broken))
    return evolve(content, pieces=(*content.pieces, *more)) if more else content


def _whole_paragraphs(below: Sequence[Passage], kind: str) -> Iterator[tuple[int, int]]:
    """Yield the words of the paragraphs that are one quotation and nothing else: whoever spoke goes on."""
    for passage in below:
        first = passage.quotations[0] if passage.kind == kind and passage.quotations else None
        if first is None or first.unclosed or passage.hi - passage.lo < _SPEECH:
            return
        if passage.word_at(first.start) > passage.lo or passage.word_at(first.end) < passage.hi:
            return
        end = first.inner_end
        while end > first.inner_start and passage.text[end - 1] in " .\u00a0":
            end -= 1
        yield first.inner_start, end


def _is_broken(passage: Passage, content: Content, below: Sequence[Passage]) -> bool:
    """Tell whether a line breaks in the midst of a clause: behind its bare subject, or before a relative pronoun."""
    start, end = content.pieces[-1]
    if passage.quotation_at(start) is not None or not below:
        return False
    if passage.text[end : passage.end].strip() or _BLANK.search(passage.text, end, below[0].start):
        return False
    forms, first, last = passage.words.forms, passage.word_at(start), passage.word_at(end - 1)
    if forms[below[0].lo] in _RELATIVE:
        return True
    subject = forms[last].startswith("ال") or forms[last] == "ما"
    return subject and last - first < _SUBJECT and forms[first] not in _THESE


def _run_on(
    passage: Passage, end: int, below: Sequence[Passage], signs: Signs, *, broken: bool
) -> Iterator[tuple[int, int]]:
    """Yield what goes on below a line that breaks behind a comma, up to the sentence's end or the next report.

    `broken` tells that the line breaks in the midst of a clause.
    """
    cues = signs.cue_words
    for following in below:
        words = following.words
        first = words.forms[following.lo]
        if following.kind != passage.kind:
            return
        if not broken:
            if passage.text[end : passage.end].strip() not in COMMAS:
                return
            if first[0] != "و" or first in _ELSEWHERE or first.startswith("وبال"):
                return
        stop = following.stop_after(words.starts[following.lo])
        at = bisect_left(cues, following.lo)
        while at < len(cues) and (
            words.forms[cues[at]].startswith("ال") or (broken and _is_inside(following, signs, cues[at]))
        ):
            at += 1  # «المؤيدين»: no verb
        if at < len(cues) and words.starts[cues[at]] < stop:
            stop = following.text.rfind("،", following.start, words.starts[cues[at]])
        last = following.word_at(stop)
        if stop < 0 or last <= following.lo:
            return
        end, passage, broken = words.ends[last - 1], following, False
        yield words.starts[following.lo], end


def _is_inside(passage: Passage, signs: Signs, index: int) -> bool:
    """Tell whether a cue is a noun by its form, or a word that neither و nor a comma parts from those before it."""
    cue = signs.cues[index]
    return cue.kinds <= {"masdar"} or (not cue.proclitics and not passage.gap_before(index).strip())


def begin_below(  # noqa: PLR0911 - one case a line
    passage: Passage, report: Report, below: Sequence[Passage]
) -> Content | None:
    """Return the content of a report whose colon ends its paragraph («قال الوزير:»), or None."""
    ended = _INK.search(passage.text, report.content, passage.end) is None
    if not ended or not below or report.kind not in {"colon", "headline"}:
        return None
    if passage.kind in _HEADLINES and (report.form is None or report.form.finite):
        line = below[0]
        spoken = line.kind in _HEADLINES and line.hi - line.lo >= _FEWEST
        return Content(((line.words.starts[line.lo], line.words.ends[line.hi - 1]),), (), "direct") if spoken else None
    if below[0].kind != passage.kind:
        return None
    reopened = tuple(find_reopened(below, passage.kind))
    if reopened:
        begun = past_that(passage.text, reopened[0].inner_start, reopened[0].inner_end)  # «"إن السد …"»
        pieces = (
            (begun, reopened[0].inner_end),
            *((quotation.inner_start, quotation.inner_end) for quotation in reopened[1:]),
        )
        return Content(pieces, (), "direct", reopened[-1].unclosed)
    if report.form is None or report.form.cue_class not in _SPEAKS_BELOW:
        return None
    items = _items(below, passage.kind)
    if items:
        return Content(tuple(items), (), "direct")
    lines = list(takewhile(_is_verse, below)) or below[:1]
    if lines[0].hi - lines[0].lo < _FEWEST:
        return None
    return Content(tuple((p.words.starts[p.lo], p.words.ends[p.hi - 1]) for p in lines), (), "direct")


def _is_verse(passage: Passage) -> bool:
    """Tell whether a paragraph is a line of a poem: short, and no sentence ends with it."""
    return passage.hi - passage.lo <= _VERSE and passage.text[passage.start : passage.end].rstrip()[-1:] not in _ENDS


def find_reopened(passages: Sequence[Passage], kind: str) -> Iterator[Quotation]:
    """Yield the quotations with which the next passages start: an unclosed one goes on, until one is closed."""
    for passage in passages:
        first = passage.quotations[0] if passage.kind == kind and passage.quotations else None
        if first is None or passage.text[passage.start : first.start].strip() or first.inner_end <= first.inner_start:
            return
        yield first
        if not first.unclosed:
            return


def _items(passages: Sequence[Passage], kind: str) -> list[tuple[int, int]]:
    """Return the words of the items of a list with which the next passages start; one alone is none."""
    found: list[tuple[int, int]] = []
    for passage in passages:
        mark = _ITEM.match(passage.text, passage.start, passage.end)
        if mark is None or passage.kind != kind or mark.end() >= passage.words.ends[passage.hi - 1]:
            break
        found.append((mark.end(), passage.words.ends[passage.hi - 1]))
    return found if len(found) > 1 else []
