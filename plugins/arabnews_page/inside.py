"""What the body holds beside paragraphs: captions between them, and subheadlines over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_page.joined import read_joined
from arabnews_page.matter import is_byline, is_sure_dateline
from arabnews_page.subheads import find_subheads

if TYPE_CHECKING:
    from arabnews_page.dateline import Gazetteer
    from arabnews_page.lines import Line, Part
    from arabnews_page.markers import Markers

_LONGEST_CAPTION: Final = 140
_LONGEST_PLACE: Final = 40
_SHORTEST_TITLE: Final = 20
_BELOW: Final = 90
_FEWEST_BRIEFS: Final = 2
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
    parts += _briefs(lines, body, gazetteer)
    titles = find_subheads(lines, body, markers.lead_verbs)
    return parts + [line.claim("subheadline", "subheadline-inside") for line in titles]


def _briefs(lines: list[Line], body: int, gazetteer: Gazetteer) -> list[Part]:
    """Return the titles of a column of short news, and the place with its outlet or author that stands below each."""
    found: list[tuple[Line, Line, str]] = []
    for at in range(body + 2, len(lines) - 1):
        line, title = lines[at], lines[at - 1]
        if line.end - line.start > _LONGEST_PLACE or line.kind is not None or line.words[-1] in ".؟":
            continue
        if len(lines[at + 1]) < _BELOW:
            continue
        if title.kind is not None or not _SHORTEST_TITLE <= len(title) <= _LONGEST_CAPTION or title.words[-1] in ".؟،":
            continue
        kind = "dateline" if is_sure_dateline(line, gazetteer) else read_joined(line, gazetteer)
        if kind:
            found.append((title, line, kind))
    if len(found) < _FEWEST_BRIEFS:
        return []
    return [
        part for title, line, kind in found for part in (title.claim("subheadline", "brief"), line.claim(kind, "brief"))
    ]


def _is_caption(line: Line, markers: Markers) -> bool:
    if line.words.endswith((".", "،", ":")) or not line.blank_before:
        return False
    _, meanings = markers.opening(line)
    return any(m.kind == "caption" for m in meanings)
