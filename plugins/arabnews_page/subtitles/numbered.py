"""Numbered and marked titles: several lines with the same mark, over whole paragraphs without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.spoken import LEADS_ON, QUESTION, is_said

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_LONGEST: Final = 65
_LONGEST_WEAK: Final = 45
_BELOW: Final = 70
_TITLES: Final = ("headline", "subheadline")
_FEWEST: Final = 2

ORDINAL: Final = re.compile(
    r"(?:و?(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|اخيرا|ختاما|اولهما|ثانيهما)(?!\w)"
    r"|ال(?:حاد[يى]|ثان[يى]|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اول)\s?(?:عشر)?\s?:|\d{1,2}\s?[-–—ـ.)/:]\s?)\W{0,3}"
    r"(?=[^\W\d_]{2})"
)
_COUNTED: Final = re.compile(r"\d{1,2}\s(?=[^\W\d_]{3}[^:\n]{2,60}:$)")
"""A number alone before a label; elsewhere it says how many."""

_ALONE: Final = re.compile(r"[(\[ـ–—*-]{0,3}\s?(?P<number>\d{1,2})\s?[)\]ـ–—*.-]{0,3}")
_LONGEST_ALONE: Final = 8
_BULLET: Final = re.compile(r"(?P<mark>[-–—ـ•·*▪<>?\[{]{1,3})\s{0,9}(?=[\"«“]?[^\W\d_])")


def join_groups(
    grouped: dict[str, list[tuple[Line, bool]]], shown: list[Line], head: list[Line] | tuple[()] = ()
) -> list[Line]:
    """Return the numbered and marked titles of which the page has several, and nothing else with their mark.

    The first of them may stand in the page's `head`.

    Where paragraphs begin with the mark too, those are titles under which they stand, each after a whole sentence.
    """
    titles: list[Line] = []
    for group, members in sorted(grouped.items()):
        if not any(_goes_on(line, group) for line in shown):
            told = [line for line, _ in members]
        elif any(line.words.endswith(QUESTION) and _goes_on(line, group) for line in shown):
            continue
        else:
            told = [line for line, whole in members if whole and len(line) <= _LONGEST_WEAK and line.words[-1] != ":"]
        led = any(line.words.startswith(group) for line in head if line.kind in _TITLES)
        if told and group != "1" and _opens_body(shown[0], group):
            told.insert(0, shown[0])
        if len(told) + led >= _FEWEST:
            titles += told
    return titles


def find_numbers(lines: list[Line]) -> list[Line]:
    """Return the numbers that stand alone, in their order, over the parts into which they divide a page.

    The first may be missing; what is counted so is longer than the lines of a table.
    """
    found: list[Line] = []
    expected, long = 0, True
    if not [line for line in lines if line.size <= _LONGEST_ALONE]:
        return found  # most pages
    for line in lines:
        m = _ALONE.fullmatch(line.words) if line.size <= _LONGEST_ALONE and line.kind is None else None
        if m is None:
            long = long or line.size >= _BELOW
            continue
        number = int(m["number"])
        if not long or number != (expected or min(number, _FEWEST)):
            return []
        found.append(line)
        expected, long = number + 1, False
    return found if long and len(found) >= _FEWEST else []


def read_group(above: Line, line: Line, below: Line) -> str:
    """Return what a line has in common with others if it is a numbered or marked title; or nothing."""
    if line.size > _LONGEST or below.size < _BELOW or below.kind is not None or line.words[-1] in "،.؟?؛":
        return ""
    mark = _BULLET.match(line.words)
    number = None if mark else ORDINAL.match(line.bare) or _COUNTED.match(line.bare)
    if number and len(above) <= _LONGEST and ORDINAL.match(above.bare):
        return ""  # the last item of a list
    found = mark or number
    if found is None or is_said(line.part(found.end(), len(line))) or LEADS_ON.search(line.bare):
        return ""
    return mark["mark"] if mark else "1"


def _opens_body(line: Line, group: str) -> bool:
    """Tell whether the body's first line is a title with the mark of a group: nothing stands above it to tell."""
    return (
        line.kind is None and line.words.startswith(group) and len(line) <= _LONGEST and line.words[-1] not in "،.؟?؛"
    )


def _goes_on(line: Line, group: str) -> bool:
    """Tell whether a line with the mark of a group is no title: an item of a list, or a turn of a talk."""
    mark = _BULLET.match(line.words)
    if group == "1":
        return False
    return mark is not None and mark["mark"] == group and (len(line) > _LONGEST or line.words.endswith(QUESTION))
