"""The lines between the headline and the body: captions, subheadlines, what stands under a stamp."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.opening.kickers import EPISODE
from arabnews_page.opening.pulled import is_introduced, read_pulled, stands_first
from arabnews_page.opening.titles import is_head_matter, is_title, told_links
from arabnews_page.pieces.authors import is_author_below, is_role
from arabnews_page.pieces.captions import claim_caption, is_caption
from arabnews_page.pieces.joined import is_label, is_over_stamp, names_outlet, read_strange, read_under_stamp
from arabnews_page.text.lines import OUTLET_KINDS
from arabnews_page.text.stamp import is_stamp
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line, Part
    from arabnews_page.text.markers import Markers

_SHORT: Final = 45
_PARAGRAPH: Final = 2 * _SHORT
_SAID_REACH: Final = 400
_LONGEST_LATE: Final = 100
_FEWEST_LATE: Final = 4
_SIGNATURE = re.compile(r"\s?[-–—ـ]\s[^\s]{2,15}(?:\s[^\s]{2,15})?$|^[^\s]{1,15}\s?[-–—ـ]\s")
_ENDS: Final = (".", ".”", '."', ".»", "».", "”.")
_MARKS: Final = frozenset("-–—•▪*")
_ABOVE_NAME: Final = ("headline", "subheadline", "caption", *OUTLET_KINDS)


def read_below(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the caption or the late subheadline that a line below the headline is, or nothing."""
    if at + 1 >= len(lines):
        return []
    line, below = lines[at], lines[at + 1]
    shown = is_caption(line, markers, gazetteer) or _says_on(lines[:at], line)
    if shown or (told := told_links(line, markers)):
        return claim_caption(lines, at, markers) if shown else [line.claim(told, told)]
    rule = "subheadline-listed" if _is_listed(lines, at, parts) else ""
    rule = rule or ("stand-first" if stands_first(lines, at, parts, markers, gazetteer) else "")
    if rule or is_introduced(line, below, markers, gazetteer):
        return [line.claim("subheadline", rule or "introduced")]
    if kind := _kind_over_body(lines, at, parts, markers, gazetteer):
        return [line.claim(kind, "over-body")]
    if _is_late_title(lines, at, parts, markers, gazetteer) or _is_short_title(lines, at, parts, markers):
        return [line.claim("subheadline", "subheadline-late")]
    return read_pulled(lines, at, markers, gazetteer)


def _kind_over_body(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> str:
    """Return what a short line below the headline is by what stands above and below it, or nothing."""
    line, below = lines[at], lines[at + 1]
    kind = is_over_stamp(line, gazetteer) if is_stamp(below, markers, gazetteer) else ""
    kind = kind or is_label(line, below, markers, gazetteer)
    if not kind and below.size >= _PARAGRAPH:
        kind = read_strange(line, lines, at)
    if parts[-1].kind == "stamp" and names_outlet(line, gazetteer):
        kind = "source"
    elif not kind and parts[-1].kind == "stamp" and len(below) >= _PARAGRAPH:
        kind = "byline" if is_author_below(line, gazetteer.given) else read_under_stamp(line, lines, at, markers)
    elif not (kind or EPISODE.fullmatch(line.bare)) and parts[-1].kind in _ABOVE_NAME and len(below) >= _PARAGRAPH:
        kind = read_under_stamp(line, lines, at, markers) if " " in line.bare else ""
    if not kind and parts[-1].kind == "byline" and is_role(line) and len(below) >= _PARAGRAPH:
        kind = "byline"
    return kind


def _says_on(head: list[Line], line: Line) -> bool:
    """Tell whether a line is the headline and more: the words that stand for the picture, and whom it shows."""
    if line.size > _SAID_REACH:
        return False
    rests = (line.key.removeprefix(above.key) for above in head if above.kind == "headline")
    return any(rest != line.key and rest.strip()[:1].isalpha() for rest in rests)


def _is_listed(lines: list[Line], at: int, parts: list[Part]) -> bool:
    """Tell whether a line is one of several right under the headline, each with the same mark before it."""
    mark = lines[at].words[0]
    if mark not in _MARKS or len(lines[at]) > _LONGEST_LATE or lines[at].words[-1] in ".:؟":
        return False
    beside = (lines[at - 1], lines[at + 1])
    return parts[-1].kind in ("headline", "subheadline") and any(
        line.words[0] == mark and len(line) <= _LONGEST_LATE for line in beside
    )


def _is_short_title(lines: list[Line], at: int, parts: list[Part], markers: Markers) -> bool:
    """Tell whether a line of two or three words under the headline titles the body: one of the two says it again."""
    line, below = lines[at], lines[at + 1]
    words = line.words.split()
    if not 1 < len(words) < _FEWEST_LATE or parts[-1].kind not in ("headline", "subheadline", "stamp", "byline"):
        return False
    if EPISODE.fullmatch(line.bare):
        return True
    if len(below) <= len(line) + _SHORT and at + 2 < len(lines):
        below = lines[at + 2]  # another line as short may part it from the body
    if len(below) < _PARAGRAPH or not is_title(line, markers) or line.words[-1] in "؟?":
        return False
    said = {*stems_of(WORD.findall(below.bare[:_SAID_REACH])), *stems_of(WORD.findall(lines[0].bare))}
    return not said.isdisjoint(stems_of(WORD.findall(line.bare)))


def _is_late_title(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line under the stamp, author or dateline is the first title below the headline."""
    line = lines[at]
    above = parts[-1].kind if parts else "paragraph"
    if not (above in {"stamp", "byline"} or above in OUTLET_KINDS) or at + 1 >= len(lines):
        return False
    kinds = {part.kind for part in parts}
    below = lines[at + 1]
    apart = line.blank_before and below.blank_before
    ends = _ENDS if len(below) < _PARAGRAPH else (*_ENDS, "؟", "!", ":")
    announced = below.size >= 2 * line.size and below.words.endswith(ends)
    asked = below.words[0] in _MARKS and below.words.endswith("؟")
    over = is_head_matter(below, markers, gazetteer)
    return (
        "headline" in kinds
        and sum(part.kind == "subheadline" and part.rule != "kicker" for part in parts) <= (announced and apart)
        and len(line) <= _LONGEST_LATE
        and len(line.words.split()) >= _FEWEST_LATE
        and line.words[-1] not in (":" if over else ":؟?")
        and not line.words.endswith("..")
        and is_title(line, markers)
        and line.bare.split(None, 1)[0] not in markers.lead_verbs
        and not _SIGNATURE.search(line.words)
        and (announced or asked or over)
    )


def read_beside_repeated(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the piece that stands beside a repeated headline, under the picture that old pages have there."""
    following = lines[at + 1 : at + 3]
    if len(following) < 2 or not following[0].piece or following[0].blank_before or not is_title(following[0], markers):
        return []
    if is_caption(following[0], markers, gazetteer) or len(following[1]) >= 2 * len(following[0]):
        return [following[0].claim("caption", "beside-headline")]
    return []
