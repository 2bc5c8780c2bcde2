"""Lines pulled out of the report and set above it: several whole clauses without a stop, right over its author or body.

Interviews and long reports print them under the headline: what was said best, one below the other. They are longer than
titles and shorter than paragraphs; what tells them is that none ends a sentence, and that the author's line or a far
longer paragraph follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.matter import read_matter
from arabnews_page.subtitles.form import ANEW
from arabnews_page.text.lines import UNDER
from arabnews_page.text.spoken import is_said

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line, Part
    from arabnews_page.text.markers import Markers

_FEWEST: Final = 2
_MOST: Final = 10
_SHORTEST: Final = 20
_LONGEST: Final = 140
_LEAST_MEAN: Final = 45
"""Shorter on the whole, the lines may be verse."""

_BODY: Final = 300
_TIMES: Final = 2.5
_LONGEST_LABEL: Final = 80
_ON = re.compile(r"و?(?:اضاف|تابع|اوضح|اشار)ت?(?!\w)|و(?:قال|اكد)ت?(?!\w)|[وف](?:ال|[يت][^\W\d_]{3})")
"""So a report goes on that began above its author."""

_LONGEST_STAND_FIRST: Final = 450
_PARAGRAPH: Final = 90
_FEWEST_WORDS: Final = 4
_STOPS: Final = ".،,؛;:·"
_OPENERS: Final = '(«“"'


def read_pulled(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the lines from one under the headline on that are pulled out of the report, or nothing."""
    end = at
    while end < len(lines) and end - at <= _MOST and _may_be_pulled(lines[end]):
        if _kind(lines[end], markers, gazetteer):
            break
        end += 1
    run = lines[at:end]
    if not _FEWEST <= len(run) <= _MOST or end >= len(lines):
        return []
    sizes = [len(line) for line in run]
    if sum(sizes) < _LEAST_MEAN * len(run):
        return []
    below = lines[end]
    announced = len(below) >= max(_BODY, int(_TIMES * max(sizes))) and not (
        below.words[0] == "ف" or ANEW.match(below.bare)
    )
    announced = announced or _kind(below, markers, gazetteer) == "byline"
    return [line.claim("subheadline", "pulled") for line in run] if announced else []


def stands_first(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a paragraph right under the headline sums up the report: place or author stand below it."""
    if at + 2 >= len(lines) or lines[at].size > _LONGEST_STAND_FIRST or lines[at].words[-1] in ":؟":
        return False
    if (
        parts[-1].kind not in ("headline", "subheadline", "stamp", "caption", "source")
        or len(lines[at + 2]) < _PARAGRAPH
    ):
        return False
    if _ON.match(lines[at + 2].bare) or len(lines[at].words.split()) < _FEWEST_WORDS:
        return False
    return _kind(lines[at + 1], markers, gazetteer) in ("byline", "dateline")


def is_introduced(line: Line, below: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line under the headline says who speaks in it, above the line of who asked («مدير السد فلان:»)."""
    if line.size > _LONGEST_LABEL or not line.words.rstrip("\u200e\u200f ").endswith(":") or is_said(line):
        return False
    return " " in line.words and _kind(below, markers, gazetteer) == "byline"


def _may_be_pulled(line: Line) -> bool:
    words = line.words
    if line.kind is not None or line.piece or not _SHORTEST <= line.size <= _LONGEST:
        return False
    if words[-1] in _STOPS or not (words[0] in _OPENERS or (words[0].isalnum() and words[0] != "\u0640")):
        return False
    if words.endswith(('."', '".', ".»", "».", ".)")):
        return False
    return not (ANEW.match(line.bare) or is_said(line))


def _kind(line: Line, markers: Markers, gazetteer: Gazetteer) -> str:
    """Return the kind of head matter that a line is, or ends with, or nothing; the line is not claimed."""
    kind = line.kind
    matter = read_matter(line, markers, gazetteer, UNDER)
    line.kind = kind
    return matter[-1].kind if matter else ""
