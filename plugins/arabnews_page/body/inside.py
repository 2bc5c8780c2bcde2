"""What the body holds beside paragraphs: captions between them, and subheadlines over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import signed_from
from arabnews_page.pieces.captions import (
    claim_caption,
    is_photographed,
    is_picture,
    is_picture_label,
    is_shown_inside,
)
from arabnews_page.pieces.inline import inline_dateline
from arabnews_page.pieces.joined import read_joined
from arabnews_page.pieces.labels import is_byline
from arabnews_page.pieces.matter import is_sure_dateline
from arabnews_page.subtitles.numbered import find_numbers
from arabnews_page.subtitles.subheads import find_subheads
from arabnews_page.text.spoken import LEADS_ON

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line, Part
    from arabnews_page.text.markers import Markers

_LONGEST_CAPTION: Final = 140
_LONGEST_PLACE: Final = 40
_SHORTEST_TITLE: Final = 12
_BELOW: Final = 90
_LONGEST_OVER: Final = 60
_FEWEST_BRIEFS: Final = 2
_PICTURE: Final = "صوره"
_NEAR_HEAD: Final = 3
"""A labelled author may stand below the first paragraphs."""


def label_inside(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the captions, subheadlines, and late authors and datelines among the lines from the body's first on."""
    parts: list[Part] = []
    last = len(lines) - 1
    for at, line in enumerate(lines[body:], body):
        if line.kind is not None:
            continue
        if line.words[-1] == ")" and is_photographed(line):
            parts.append(line.claim("caption", "photographed"))
            continue
        if line.size > _LONGEST_CAPTION:
            continue
        if _is_caption(line, markers):
            parts += claim_caption(lines, at, markers)
        elif body < at < last and len(lines[at + 1]) >= _BELOW and is_shown_inside(line, markers, gazetteer):
            parts.append(line.claim("caption", "shown-inside"))
        elif (
            at <= body + _NEAR_HEAD
            and is_byline(line, markers, names=gazetteer.given)
            and not line.words.endswith((".", "؟"))
        ):
            parts.append(line.claim("byline", "byline-below"))
        elif at <= body + _NEAR_HEAD and line.words[-1] in ":-–" and (kind := _joined_below(line, gazetteer)):
            parts.append(line.claim(kind, "dateline-below"))
    parts += _briefs(lines, body, gazetteer)
    titles = find_subheads(lines, body, markers.lead_verbs) + find_numbers(lines)
    parts += [line.claim("subheadline", "subheadline-inside") for line in titles]
    return parts + (_led_briefs(lines, body, markers, gazetteer) if len(titles) >= _FEWEST_BRIEFS else [])


def _joined_below(line: Line, gazetteer: Gazetteer) -> str:
    """Return the kind of a line below the first paragraphs that holds a place and its outlet, or an author's."""
    if is_sure_dateline(line, gazetteer):
        return "dateline"
    return read_joined(line, gazetteer) if line.words[-1] == ":" and "-" in line.words else ""


def _led_briefs(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the datelines of short news, each of which stands under its title."""
    parts: list[Part] = []
    for title, line in zip(lines[body:], lines[body + 1 :], strict=False):
        if title.kind == "subheadline" and line.kind is None and line.size >= _BELOW:
            parts += [
                part for part in inline_dateline(line, markers, gazetteer, titled=False) if part.kind == "dateline"
            ]
    return parts


def _briefs(lines: list[Line], body: int, gazetteer: Gazetteer) -> list[Part]:
    """Return the titles of a column of short news, and the place with its outlet or author that stands below each."""
    found: list[tuple[int, str]] = []
    for at in range(body + 2, len(lines) - 1):
        line = lines[at]
        if line.size > _LONGEST_PLACE or line.kind is not None or line.words[-1] in ".؟":
            continue
        if lines[at + 1].size < _BELOW:
            continue
        title = lines[at - 1]
        if title.kind is not None or not _SHORTEST_TITLE <= title.size <= _LONGEST_CAPTION or title.words[-1] in ".؟،":
            continue
        kind = "dateline" if is_sure_dateline(line, gazetteer) else read_joined(line, gazetteer)
        if kind:
            found.append((at, kind))
    if len(found) < _FEWEST_BRIEFS:
        return []
    parts: list[Part] = []
    for at, kind in found:
        over, title, line = lines[at - 2 : at + 1]
        if at - 2 > body and over.kind is None and len(over) <= _LONGEST_OVER and _may_title(over):
            parts.append(over.claim("subheadline", "over-brief"))
        parts.append(title.claim("subheadline", "brief"))
        parts += signed_from(line, gazetteer, "brief") if kind == "byline" else [line.claim(kind, "brief")]
    return parts


def _may_title(line: Line) -> bool:
    """Tell whether a line over a title may be one too: it ends with a word, joins nothing and leads to no list."""
    return line.words[-1].isalpha() and line.bare[0] not in "وف" and LEADS_ON.search(line.bare) is None


def _is_caption(line: Line, markers: Markers) -> bool:
    """Tell whether a line says what the picture shows: after an empty line, without a full stop, or by two words."""
    if line.words.endswith(("،", ":")):
        return is_picture_label(line, markers)
    if is_picture(line):
        return True
    label, meanings = markers.opening(line)
    if not line.blank_before and _PICTURE not in label:
        return False
    shown = any(m.kind == "caption" for m in meanings)
    return shown and (line.words[-1] != "." or (" " in label.strip() and "." not in line.words[:-1]))
