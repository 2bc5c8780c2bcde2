"""Datelines and authors with which the body's first line begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_page.pieces.authors import is_author
from arabnews_page.pieces.beginnings import (
    inline_byline,
    read_chain,
    read_name_and_dash,
    read_place_and_author,
    split_prefix,
)
from arabnews_page.pieces.prefix import SAID, read_prefix
from arabnews_page.text.dateline import LONGEST, carries, may_begin, read_bracketed, read_line, read_unknown
from arabnews_page.text.lines import MARKED, Part

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Dateline, Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_ADDITION = re.compile(r"(?:متابعات|متابعه|وكالات)\s?\([^\W\d_]{2,12}(?:\s[^\W\d_]{2,12}){0,2}\)\s{0,2}[:–-]")
"""What an outlet adds to its name, and the name in brackets."""

_LATE: Final = 4
_JOINED = re.compile(r"[^\s:]\s?[-–—/(|«]")
_SHORTEST: Final = 60
"""A shorter line does not begin the body."""


def inline_dateline(line: Line, markers: Markers, gazetteer: Gazetteer, *, titled: bool) -> list[Part]:
    """Return the dateline and the byline that the body's first line begins with, or nothing."""
    if line.size < _SHORTEST or not may_begin(line):
        return []
    signed = inline_byline(line, markers, gazetteer.given) or read_prefix(line, markers, gazetteer, titled=titled)
    signed = signed or read_chain(line, gazetteer)
    signed = signed or _named(line, markers, gazetteer)
    return signed or _dateline(line, markers, gazetteer, titled=titled)


def late_dateline(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the dateline and byline that begin one of the next lines, where lines of the page's head stand before it.

    Only a place and more beside it, and then the report's first verb, tell them so far down.
    """
    for line in lines[at + 1 : at + 1 + _LATE]:
        parts = read_prefix(line, markers, gazetteer, titled=False) if line.kind is None and may_begin(line) else []
        if any(part.kind == "dateline" for part in parts) and _JOINED.search(line.words, 0, parts[-1].end - line.start):
            return parts
    return []


def _named(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the dateline with the author's name among its elements, or nothing."""
    named = read_line(line, gazetteer, names=True)
    if named is not None and not named.ended and named.place:
        named = evolve(named, ended=_tells(line, named.end, markers, named=named.names > 0))
    if named is not None and named.names == 1 and (named.place or named.sure):
        parts = split_prefix(line, named, gazetteer.given)
        if parts:
            return parts
    return read_place_and_author(line, markers, gazetteer)


def _dateline(line: Line, markers: Markers, gazetteer: Gazetteer, *, titled: bool) -> list[Part]:
    """Return the dateline of places and outlets alone, or what its place on the page tells; or nothing."""
    found = read_line(line, gazetteer)
    followed = _ADDITION.match(line.level) if found is None else None
    if followed:
        return [Part(line.start, line.start + followed.end(), "dateline", "followed-up")]
    if found is None:
        return _unknown(line, markers, gazetteer) if titled and not line.piece else []
    if found.end >= len(line) - _SHORTEST // 2:
        return []
    written = line.words[: found.end]
    tells = _tells(line, found.end, markers)
    dashed = written[-1] in "-–—ـ"
    if found.outlet:
        told = tells and (found.place or dashed or carries(line.level[: found.end]))
        believed = _outlet_believed(found, written[-1]) or written[0] == "(" or told or (titled and dashed)
    else:
        believed = found.place and (
            (found.ended and dashed and (titled or tells or len(line) > 2 * LONGEST))
            or (written[0] == "(" and written[-1] == ")")
        )
    return [Part(line.start, line.start + found.end, "dateline", "dateline")] if believed else []


def _unknown(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the dateline, or the author, of no table, that the body begins with before a dash; or nothing."""
    labelled = any(m.kind == "byline" for m in markers.at_start(MARKED.sub("", line.head).lower())[1])
    end = None if labelled else read_unknown(line.level) or read_bracketed(line.level, gazetteer)
    if not end:
        return read_name_and_dash(line, gazetteer.given)
    kind = "byline" if is_author(MARKED.sub("", line.level[:end]), gazetteer.given) else "dateline"
    return [Part(line.start, line.start + end, kind, "unknown-place")]


def _outlet_believed(found: Dateline, last: str) -> bool:
    """Tell whether a run of names with an outlet, after which the line goes on, is a dateline."""
    if last in "/|" or found.day:
        return True
    if found.place:
        return found.ended or (found.sure and last in ")»”")
    return found.sure and found.ended and last != ":"  # «رويترز: …» names a source


def _tells(line: Line, end: int, markers: Markers, *, named: bool = False) -> bool:
    """Tell whether the verb of a report's first sentence follows: behind an author's name it may be a noun too."""
    following = line.level[end : end + LONGEST].split(None, 1)
    verb = MARKED.sub("", following[0]) if following else ""
    return verb in (markers.any_verbs if named else markers.lead_verbs) or verb in SAID
