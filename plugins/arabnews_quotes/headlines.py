"""Statements of headlines and captions: «X: …», «X لـY: …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .phrases import Phrase
from .report import Report

if TYPE_CHECKING:
    from .phrases import Reading

LONGEST: Final = 8
"""A speaker before the colon of a headline has no more words than this."""

_COLON: Final = re.compile(r"\s*[\"»”]?\s*:+(?!\d)")


def find_headline_report(reading: Reading) -> Report | None:
    """Return the report that the colon of a headline makes, or None.

    Whether X can be a speaker is for the reader of the body to say.
    """
    passage, forms = reading.passage, reading.passage.words.forms
    starts, ends = passage.words.starts, passage.words.ends
    for index in range(passage.lo, min(passage.lo + LONGEST, passage.hi - 1)):
        gap = passage.gap(index)
        if ":" not in gap:
            continue
        match = _COLON.match(gap)
        first = passage.lo
        if match is None or forms[first] in reading.grammar.furniture:
            return None
        phrase = reading.phrase(first)
        if phrase is None:
            return None
        if phrase.last <= index:
            if forms[phrase.last][0] != "ل" or len(forms[phrase.last]) < 3:  # «X لـY: …» has an addressee
                return None
        elif phrase.last > index + 1:
            phrase = Phrase(first, index + 1, phrase.noun)
        at, content = ends[index] + gap.index(":"), ends[index] + match.end()
        return Report(
            rule="headline-colon", cue=(at, at + 1), source=phrase, boundary=starts[first], content=content,
            kind="headline", quotation=passage.opening_in(content, starts[index + 1]),
        )  # fmt: skip
    return None
