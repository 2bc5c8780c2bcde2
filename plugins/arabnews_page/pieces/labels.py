"""Lines that a label makes a source or a byline: «المصدر: …», «بقلم: …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import is_author
from arabnews_page.text.dateline import LONGEST as LONGEST_DATELINE
from arabnews_page.text.names import NONE

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers
    from arabnews_page.text.names import Names

_SEPARATOR = re.compile(r"\s{0,3}[:：/|\-–—]")
_LONGEST_SOURCE: Final = 60
_LABEL_REST = re.compile(r"\s*[:/\-–—ـ]\s*|\s+")
LONGEST_BYLINE: Final = 50
LONGEST_LABEL: Final = 16
_STAFF = re.compile(
    r"(?:كتب|حوار|رساله|تحقيق|اعداد|استطلاع|تغطيه|تقرير|متابعه)(?!\w).{3,70}?(?:تصوير|عدسه|ترجمه|تحرير|موفد[ايو]?)\s?[:/–ـ-]"
)
"""Who wrote it, and who took the pictures."""

_SIGNS: Final = ' :*#•▪►◄|>«"“([©-'
"""May stand before a label."""

_AMBIGUOUS: Final = frozenset(
    {"كتب", "كتبت", "حوار", "قراءه", "ترجمه", "تحقيق", "تقرير", "تصوير", "متابعه", "رساله", "تغطيه", "راي", "رسم"}
    | {"عرض", "عرض وتلخيص", "عرض وتلخيض", "عرض وتحليل", "اعد الملف", "بواسطه", "تعليق", "تدقيق"}
)
"""Labels of bylines that are ordinary words too: a separator must follow, or a colon end the line."""

_PRESENTS: Final = frozenset({"عرض", "راي"})
"""Who presents a book, or whose opinion it is: the matter may follow too, so only a known name makes it a byline."""


def is_source(line: Line, markers: Markers) -> bool:
    """Tell whether the line names its source after a label («المصدر: …»)."""
    label, meanings = markers.opening(line)
    rest = line.bare[len(label) :]
    if not any(m.kind == "source" and m.form == "open" for m in meanings) or not _SEPARATOR.match(rest):
        return False
    return len(rest) <= _LONGEST_SOURCE and len(rest.split()) <= 8 and not rest.rstrip().endswith(("،", "؟"))


def is_byline(line: Line, markers: Markers, *, first: bool = False, names: Names = NONE) -> bool:
    """Tell whether the line names its author after a label («بقلم: …»).

    A label that is an ordinary word too needs a separator, or a name that `names` knows and nothing else.
    """
    if line.size > LONGEST_BYLINE + 20:
        return line.size <= LONGEST_DATELINE and _STAFF.match(line.bare) is not None and line.bare[-1] not in ".؟"
    label, meanings = markers.opening(line)
    if not any(m.kind == "byline" for m in meanings):
        return False
    rest = line.bare[len(label) :]
    separator = _LABEL_REST.match(rest)
    name = rest[separator.end() :] if separator else rest
    told = separator is not None and bool(separator[0].strip())
    ends = line.bare[-1] in ":-–—"
    named = (not first or ends) and is_author(name, names)
    word = " ".join(label.strip(_SIGNS).split())
    if word in _PRESENTS and not is_author(name, names):
        return False
    if word in _AMBIGUOUS and not (told or named or (ends and not first)):
        return False
    if told and len(name.split()) <= 4:
        name = name.rstrip(" .")
    return 1 <= len(name.split()) <= 7 and len(name) <= LONGEST_BYLINE and not name.rstrip().endswith((".", "،", "؟"))


def is_label_of_author(line: Line, markers: Markers) -> bool:
    """Tell whether a line is the label of an author and no more («بقلم:»)."""
    if line.size > LONGEST_LABEL:
        return False
    label, meanings = markers.opening(line)
    if not any(m.kind == "byline" and m.form == "open" for m in meanings) or line.bare[len(label) :].strip(" :/-–—"):
        return False
    return line.words[-1] in ":/" or " ".join(label.strip(_SIGNS).split()) not in _AMBIGUOUS
