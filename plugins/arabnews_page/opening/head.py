"""The head of a page, line by line: section, headline, byline, stamp, dateline, down to the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_page.opening.below_title import read_below, read_beside_repeated
from arabnews_page.opening.claims import count_claimed
from arabnews_page.opening.columns import read_column, read_section, without_menus
from arabnews_page.opening.titles import (
    above_matter,
    has_body,
    is_apart_title,
    is_broken_off,
    is_head_matter,
    is_one_word,
    is_page_title,
    is_title,
    read_titles,
    repeats,
)
from arabnews_page.pieces.authors import is_author_line
from arabnews_page.pieces.captions import is_event, shows_officer
from arabnews_page.pieces.inline import inline_dateline, late_dateline
from arabnews_page.pieces.joined import (
    is_outlet_and_place,
    read_joined,
)
from arabnews_page.pieces.labels import is_byline, is_label_of_author
from arabnews_page.pieces.matter import read_matter
from arabnews_page.text.bars import is_bar
from arabnews_page.text.lines import OUTLET_KINDS, Part, Place
from arabnews_page.text.stamp import is_stamp

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers


REACH: Final = 10
"""How many lines the head of a page may have."""

_LONGEST: Final = 200
"""No headline is longer, with its typographic marks."""

_LONGEST_KICKER: Final = 45
_NAME_WORDS: Final = 3
_NAMED = re.compile(
    r"(?:ال(?:رييس|ملك|امير|شيخ|وزيره?|لاعبه?|مدرب|دكتوره?|عقيد|عميد|لواء|سفيره?|محافظ|فنانه?|مفتي)|مدير عام"
    r"|خادم الحرمين)"
    r"(?:\s(?!(?:في|من|علي|الي|عن|مع|بين|ضد|كما)\s|[وفبلك]ال|و|[يت][^\W\d_]{3})[^\W\d_]{2,12}){1,5}"
)
"""An office and a name, and no more: whom the picture shows."""

_NUMBERED = re.compile(r"[^\W\d_]{4,15}\s?\(\d{1,2}(?:\s?[-/]\s?\d{1,2})?\)")
"""One word and a number: the title of a page of a series."""

_MOST_NAME_WORDS: Final = 6
_ALONE: Final = "outlet-alone"
_OUTLET_RULES: Final = (_ALONE, "place-below")
"""So an outlet's own pages begin, and an author may follow."""

_TOLD_OF: Final = re.compile(r"(?:ولد|ولدت|توفي|توفيت|رحل|رحلت|يواصل|تواصل|يعد|تعد|يعتبر|تعتبر)(?!\w)")
"""So begins what is told of the person whose name stands above it."""

_UNLABELLED: Final = ("bare-author", "name-and-place")
_NEAR: Final = 5
_IN_BRACKETS: Final = re.compile(r"\s?\([^()]{2,24}\)$")

_SIGNED: Final = ("byline", *OUTLET_KINDS)
_DASHES: Final = frozenset("-–—ـ")
_STRAYS: Final = 6
_LONGEST_STRAY: Final = 90


def read_head(lines: list[Line], markers: Markers, gazetteer: Gazetteer) -> tuple[list[Part], int]:
    """Return the parts of the head and the index of the body's first line."""
    claimed, judged = count_claimed(lines, markers)
    parts: list[Part] = []
    headline: Line | None = None
    at = 0
    reach = 0 if claimed and not judged else REACH + sum([line.piece for line in lines[: 2 * REACH]])
    while at < min(len(lines), reach):
        line = lines[at]
        titled = headline is not None
        place = Place(first=at == 0, titled=titled, led=bool(parts))
        matter = _read_own(lines, at, markers, gazetteer, place) or _by_company(lines, at, parts, markers, gazetteer)
        if matter:
            parts += matter
            at += matter[-1].start > line.end  # the line below belongs to it
        elif headline is None and _may_be_headline(lines, at, reach, markers, gazetteer):
            taken = read_titles(lines[: at + 1] if claimed else lines, at, markers, gazetteer)
            for piece in taken:
                parts += piece
            headline = line
            at += len(taken)
            continue
        elif headline is not None and repeats(headline, line):
            parts.append(line.claim("headline", "repeated-headline"))
            late = read_beside_repeated(lines, at, markers, gazetteer)
            parts += late
            at += len(late)
        elif titled and (below := read_below(lines, at, parts, markers, gazetteer)):
            parts += below
            at += len(below) - 1
            reach += len(below) - 1
        elif any(map(str.isalnum, line.words)) and not (titled and _is_stray(lines, at, markers, gazetteer)):
            break
        else:
            parts += _dash_below(line, parts)
        at += 1
    if at < len(lines) and reach:
        begun = inline_dateline(lines[at], markers, gazetteer, titled=headline is not None)
        parts += begun or late_dateline(lines, at, markers, gazetteer)
    return without_menus(parts if headline else _placed(parts)), at


def _placed(parts: list[Part]) -> list[Part]:
    """Return the parts above a body without headline: where an outlet alone leads, outlets stand for the place."""
    if not parts or parts[0].rule != _ALONE:
        return parts
    return [evolve(part, kind="dateline") if part.kind == "source" else part for part in parts]


def _dash_below(line: Line, parts: list[Part]) -> list[Part]:
    """Return the dash on a line of its own that parts an author from the report, or a number alone; or nothing."""
    if parts and line.words.isdigit():
        return [line.claim("boilerplate", "count")]  # how many shared it
    told = parts and parts[-1].kind in _SIGNED and line.words in _DASHES
    return [line.claim(parts[-1].kind, "dash")] if told else []


def _is_stray(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a short line that nothing tells stands among the head's matter: a stamp or author is to come."""
    if not any(map(str.isalpha, lines[at].words)):
        return True  # how many shared it
    for line in lines[at : at + _STRAYS]:
        if line.size >= _LONGEST_STRAY or line.words.endswith((".", '."', "؟")):
            return False
        if is_stamp(line, markers, gazetteer) or is_bar(line, markers, tail=True) or read_joined(line, gazetteer):
            return True
        if is_byline(line, markers, names=gazetteer.given):
            return True
    return False


def _is_named(name: Line, body: list[Line]) -> bool:
    """Tell whether the body says a name, or its last word: then it is about who is named so.

    In the last line the whole name may be the author's once more.
    """
    words = [word.removeprefix("ال") for word in name.bare.rstrip(" :.-").split()]
    if not words:
        return False  # a line of dashes
    said = re.compile(rf"(?<!\w)[وفبلك]?(?:ال|لل)?(?:{re.escape(words[-1])}|{re.escape(name.bare)})(?!\w)")
    return any(said.search(line.bare) for line in body[:-1]) or (
        said.search(body[-1].bare.replace(name.bare, "")) is not None
    )


def _read_own(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return what a line of the head is by its own form; a name alone, of whom the report tells, is a caption."""
    matter = read_matter(lines[at], markers, gazetteer, place)
    if place.titled and len(matter) == 1 and matter[0].rule in _UNLABELLED and _is_told_of(lines, at):
        return [lines[at].claim("caption", "person-shown")]
    return matter


def _is_told_of(lines: list[Line], at: int) -> bool:
    """Tell whether the report's first paragraphs say a name that stands under the title: whom the picture shows.

    No report names its own author; the last paragraph may.
    """
    name = _IN_BRACKETS.sub("", lines[at].bare)
    if " " not in name:
        return False
    below = lines[at + 1 : at + _NEAR][: len(lines) - at - 2]
    telling = [line.bare for line in below if line.size >= _LONGEST_STRAY and name in line.bare]
    if not telling:
        return False  # most names: no pattern is made
    said = re.compile(rf"(?<!\w)[ولب]?{re.escape(name)}(?!\w)")
    return any(map(said.search, telling))


def _person(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the author over the headline, or after a dateline without one, or whom the picture shows; or nothing."""
    line = lines[at]
    if line.size > 2 * _LONGEST_KICKER:
        return []
    over_body = at + 1 < len(lines) and lines[at + 1].size >= 2 * _LONGEST_KICKER
    if over_body and (at == 0 or (parts and parts[-1].kind == "headline")):
        shown = "person-shown" if _NAMED.fullmatch(line.bare) else "event-shown" if is_event(line, markers) else ""
        if shown:
            return [line.claim("caption", shown)]
    if over_body and at == 0 and is_outlet_and_place(lines, gazetteer):
        return [line.claim("dateline", "strange-outlet")]
    if over_body and parts and parts[-1].kind in ("stamp", "byline", "headline") and shows_officer(line, gazetteer):
        return [line.claim("caption", "person-shown")]
    titled = any(part.kind == "headline" for part in parts)
    if at + 2 >= len(lines) or line.words.endswith(":") or (titled and parts[-1].rule not in _OUTLET_RULES):
        return []
    words = line.words.split()
    if at == 0:
        named = is_author_line(line, gazetteer.given) and (
            (is_title(lines[1], markers) and has_body(lines, 1) and len(lines[1].words.split()) > 1)
            or (over_body and _TOLD_OF.match(lines[1].bare) is None and not _is_named(line, lines[1:]))
        )
    else:
        named = (
            bool(parts)
            and parts[-1].kind in OUTLET_KINDS
            and 2 <= len(words) <= _NAME_WORDS
            and all(word.isalpha() and len(word) >= _NAME_WORDS for word in words)
            and over_body
        )
    return [line.claim("byline", "author-above")] if named else []


def _by_company(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return what a line of the head is by the lines around it: an author, a place, a column's name; or nothing."""
    if at == 0 and is_page_title(lines):
        lines[0].kind = "boilerplate"
        return [Part(lines[0].start, lines[1].end, "boilerplate", "page-title")]
    matter = _labelled_below(lines, at, markers) or _place_below(lines, at, parts, markers, gazetteer)
    matter = matter or _person(lines, at, parts, markers, gazetteer)
    if matter or any(part.kind == "headline" for part in parts):
        return matter
    return read_column(lines, at, markers, gazetteer) or read_section(lines, at, parts, markers, gazetteer)


def _labelled_below(lines: list[Line], at: int, markers: Markers) -> list[Part]:
    """Return the author whose name stands below its label («بقلم:»), or nothing."""
    if at + 2 >= len(lines) or not is_label_of_author(lines[at], markers):
        return []
    name = lines[at + 1]
    if name.kind is not None or len(name) > _LONGEST_KICKER or not 1 < len(name.words.split()) <= _MOST_NAME_WORDS:
        return []
    if name.words[-1] in ".،:؟!" or len(lines[at + 2]) <= len(name):
        return []
    return [lines[at].claim("byline", "label-above"), name.claim("byline", "label-above")]


def _place_below(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the dateline of a place alone, below the outlet's name that begins the page, or over author or stamp."""
    line = lines[at]
    if not parts or gazetteer.place.fullmatch(line.bare) is None:
        return []
    kinds = [part.kind for part in parts]
    led = kinds[-1] in OUTLET_KINDS and all(kind == "headline" or kind in OUTLET_KINDS for kind in kinds)
    over = "headline" in kinds and at + 1 < len(lines) and is_head_matter(lines[at + 1], markers, gazetteer)
    return [line.claim("dateline", "place-below")] if led or over else []


def _may_be_headline(lines: list[Line], at: int, reach: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is a headline by its form, or by the stamp or byline right under it."""
    if lines[at].size > _LONGEST or not has_body(lines, at, reach):
        return False
    titled = is_title(lines[at], markers) and not is_broken_off(lines[at], lines[at + 1], markers)
    titled = titled or (at == 0 and (_NUMBERED.fullmatch(lines[at].bare) is not None or is_one_word(lines, gazetteer)))
    return titled or above_matter(lines, at, markers, gazetteer) or (at == 0 and is_apart_title(lines))
