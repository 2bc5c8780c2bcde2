"""What stands above a title: the name of a column, or of a section that no table knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.opening.titles import has_body, is_head_matter, is_title
from arabnews_page.pieces.authors import is_author_line
from arabnews_page.text.lines import Part

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_MOST_WORDS: Final = 3
_LONGEST_TITLE: Final = 45
_LONGEST_SECTION: Final = 25
_NEXT: Final = 4
_COLUMN = re.compile(r"[^\W\d_]{3,15}(?:\s?/\s?[^\W\d_]{3,15})?(?:\s?\(\d{1,2}(?:\s?[-/]\s?\d{1,2})?\))?")
"""One word over a title, or two that a stroke joins: what the column is called."""

_MENU: Final = 3
"""So many sections in a row are a menu."""

_COLUMN_REACH: Final = 6
"""Part, place and author may stand between the title and the body."""


def read_column(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the name of the column above the headline, or nothing."""
    line = lines[at]
    if at or len(lines) < 3:
        return []
    below = lines[1]
    if len(lines) > 3 and _heads_column(lines, markers, gazetteer):
        return [line.claim("section", "column"), below.claim("headline", "column-title")]
    named = markers.column.match(line.bare) is not None and _may_name(line)
    if not (named or _COLUMN.fullmatch(line.bare)):
        return []
    titled = is_title(below, markers) and has_body(lines, 1)
    if named:
        titled = titled and len(below) <= 2 * _LONGEST_TITLE and not is_head_matter(below, markers, gazetteer)
    else:
        titled = titled and 2 * len(below) <= max(map(len, lines[2:_COLUMN_REACH]))
    return [line.claim("section", "column")] if titled else []


def _heads_column(lines: list[Line], markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether the first lines are the column's name, its title, and the author right over the body."""
    name, title, author, body = lines[:4]
    if len(name.words.split()) > _MOST_WORDS or len(title) > _LONGEST_TITLE or len(body) < 2 * _LONGEST_TITLE:
        return False
    if any(line.words[-1] in ".:؟?،" or not line.bare[0].isalpha() for line in (name, title)):
        return False
    if not is_author_line(author, gazetteer.given) or any(
        is_author_line(line, gazetteer.given) for line in (name, title)
    ):
        return False
    return not is_head_matter(name, markers, gazetteer) and not is_head_matter(title, markers, gazetteer)


def read_section(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the section of no table among the page's navigation, above the headline and what stands below that."""
    if not parts or any(part.kind not in ("section", "boilerplate") for part in parts) or not _may_name(lines[at]):
        return []
    below = next((i for i in range(at + 1, min(at + _NEXT, len(lines) - 1)) if not _may_name(lines[i])), 0)
    if not below or not is_title(lines[below], markers) or not has_body(lines, below):
        return []
    told = any(is_head_matter(line, markers, gazetteer) for line in lines[below + 1 : below + _NEXT])
    return [lines[at].claim("section", "unknown-section")] if told else []


def _may_name(line: Line) -> bool:
    """Tell whether a line has the form of a section's name: one to three words and no sign."""
    return (
        len(line) <= _LONGEST_SECTION
        and all(map(str.isalpha, words := line.words.split()))
        and len(words) <= _MOST_WORDS
    )


def without_menus(parts: list[Part]) -> list[Part]:
    """Return the parts with runs of three and more sections, which are the page's menu, called boilerplate."""
    found: list[Part] = []
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].kind in ("section", "boilerplate"):
            end += 1
        menu = sum(part.kind == "section" for part in parts[at:end]) >= _MENU
        found += [Part(p.start, p.end, "boilerplate", "menu") if menu else p for p in parts[at:end]]
        found += parts[end : end + 1]
        at = end + 1
    return found
