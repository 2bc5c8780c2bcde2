"""Statements of headlines and captions: «X: …», «X لـY: …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .phrases import read_phrase
from .reports import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .frames import Reader

LONGEST: Final = 8
"""A speaker before the colon of a headline has no more words than this."""

_COLON: Final = re.compile(r"\s*[\"»”]?\s*:+(?!\d)")


def find_headline_reports(reader: Reader, reports: Sequence[Report]) -> Iterator[Report]:
    """Yield the report that the colon of a headline makes, or else those of its verbs."""
    colon = _by_colon(reader)
    if colon is None:
        yield from reports
        return
    yield colon
    for report in reports:
        if report.cue[0] > colon.content and report.source is not None:
            yield report


def _by_colon(reader: Reader) -> Report | None:
    passage, forms = reader.passage, reader.passage.words.forms
    starts, ends = passage.words.starts, passage.words.ends
    for index in range(passage.lo, min(passage.lo + LONGEST, passage.hi)):
        gap = passage.gap(index)
        match = _COLON.match(gap)
        if match is None:
            if ":" in gap:
                return None
            continue
        first = passage.lo
        if forms[first] in reader.grammar.furniture or index + 1 >= passage.hi:
            return None
        end = read_phrase(passage, first, reader.cast, reader.grammar, reader.table)
        if end == first:
            return None
        known = any(at in reader.cast.by_word for at in range(first, end)) or reader.grammar.can_speak(forms[first])
        if not known:
            return None
        if end <= index and not _addressee(forms[end]):
            return None
        last = min(end, index + 1) - 1
        at = ends[index] + gap.index(":")
        content = ends[index] + match.end()
        quotation = passage.opening_in(content - 1, starts[index + 1])
        quotations = (quotation,) if quotation is not None and quotation.start >= content - 1 else ()
        return Report(
            "headline-colon", (at, at + 1), None, (starts[first], ends[last]), starts[first], content, "headline",
            quotations,
        )  # fmt: skip
    return None


def _addressee(word: str) -> bool:
    return word[0] == "ل" and len(word) > 2
