"""What the body holds beside paragraphs: captions between them, and subheadlines over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_page.matter import is_byline, is_sure_dateline
from arabnews_page.subheads import find_subheads

if TYPE_CHECKING:
    from arabnews_page.dateline import Gazetteer
    from arabnews_page.lines import Line, Part
    from arabnews_page.markers import Markers

_LONGEST_CAPTION: Final = 140
_NEAR_HEAD: Final = 3
"""A labelled author may stand below the first paragraphs."""


def label_inside(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the captions, subheadlines, and late authors and datelines among the lines from the body's first on."""
    parts: list[Part] = []
    for at, line in enumerate(lines[body:], body):
        if line.kind is not None or len(line) > _LONGEST_CAPTION:
            continue
        if _is_caption(line, markers):
            parts.append(line.claim("caption", "caption"))
        elif at <= body + _NEAR_HEAD and is_byline(line, markers) and not line.words.endswith((".", "؟")):
            parts.append(line.claim("byline", "byline-below"))
        elif at <= body + _NEAR_HEAD and line.words[-1] in ":-–" and is_sure_dateline(line, gazetteer):
            parts.append(line.claim("dateline", "dateline-below"))
    titles = find_subheads(lines, body, markers.lead_verbs)
    return parts + [line.claim("subheadline", "subheadline-inside") for line in titles]


def _is_caption(line: Line, markers: Markers) -> bool:
    if line.words.endswith((".", "،", ":")) or not line.blank_before:
        return False
    _, meanings = markers.opening(line)
    return any(m.kind == "caption" for m in meanings)
