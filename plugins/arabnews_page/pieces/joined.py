"""Lines under a headline that hold no more than a place, an outlet or an author, whatever names no table knows.

Their form tells them: two to four short pieces that dashes or strokes join, one of which is known; a few words with a
colon or dash after them, right above the body; a word right above the stamp.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import NO_NAME, dashed, is_author
from arabnews_page.text.sources import AGENCIES, FOLLOW_UPS
from arabnews_page.text.spoken import is_said
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_LONGEST: Final = 60
_LONGEST_LABEL: Final = 30
_MOST_PIECES: Final = 4
_MOST_LABEL_WORDS: Final = 3
_BODY: Final = 100
_EDGE: Final = " \t\u00a0:.*-–—ـ|()[]«»\"“”'"
_COUNTRY = re.compile(r"(?<=[^\W\d_])\s?\([^\W\d_]{3,14}\)(?=\s?-)")
"""After a place, in brackets."""

_ADDED: Final = FOLLOW_UPS | AGENCIES
"""What an outlet adds to its name, or gives for an agency's."""

_JOINT = re.compile(r"\s{0,3}[-–—/|_]{1,2}\s{0,3}")
_COLON = re.compile(r"\s{0,3}[:،]\s{0,3}")
_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?)?[^\W\d_]{1,16}(?:\s[^\W\d_]{1,16}){0,4}")
_ROLE = re.compile(
    r"(?:ال)?(?:محرر|مراسل|موفد|مندوب|مكتب|ترجمه|متابعه|متابعات|اعداد|كتب|كتبت|تقرير|حوار|هييه تحرير)(?!\w)"
)
_SHORT_OUTLET = re.compile(r"ال[^\W\d_]{3,14}|[^\W\d_]{1,2}")
"""A newspaper's name, or what is left of an agency's, after a place."""

_INITIAL = re.compile(r"[^\W\d_]{1,2}")
_SAID_REACH: Final = 2500
_SPACED = re.compile(r"\s?[-–—/|]{1,2}\s|\s[-–—/|]{1,2}\s?")
_BESIDE_MARKS = re.compile(
    r"[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?\s?:?\s?[(«\"“](?P<name>[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12}){0,2})[)»\"”]\s?:?"
)
_FEWEST_PIECES: Final = 2
_STRANGE_PLACE = re.compile(r"(?!ال)[^\W\d_]{4,12}")
"""One word before an author's name and a colon: no office, which has the article."""

_LONGEST_STRANGE: Final = 45
_NAME_ALONE = re.compile(r"(?:(?:د|ا)\.\s?)?[\u0621-\u064a]{3,12}(?:\s[\u0621-\u064a]{2,12}){0,2}")
_PAPER = re.compile(
    r"(?:موقع|صحيفه|جريده|وكاله|مجله|قناه|شبكه|اذاعه|خاص)\s"
    r"|[^\W\d_]{3,12}\s(?:نيوز|برس|نت|اون ?لاين|تايمز|بوست|تي في|تيفي)$"
)
"""An outlet by its first word or its last."""

_LABEL = re.compile(r"[^\W\d_]{3,14}(?:\s[^\W\d_]{3,14}){0,2}\s?(?:[–—-]{0,2}\s?:|[–—-]{1,2})")


def read_joined(line: Line, gazetteer: Gazetteer, *, sure: bool = False) -> str:
    """Return "byline" or "dateline" for pieces joined by dashes or strokes, or by a colon; or nothing.

    If it must be `sure`, as at a page's top, authors and known places or outlets fill the line, or a place with
    initials or an agency.
    """
    if line.size > _LONGEST:
        return ""
    words = _COUNTRY.sub("", dashed(line)).strip(_EDGE)
    pieces = [piece.strip(_EDGE) for piece in _JOINT.split(words)]
    coloned = len(pieces) == 1
    if coloned:
        pieces = [piece.strip(_EDGE) for piece in _COLON.split(words)]
    if not 2 <= len(pieces) <= _MOST_PIECES or not all(map(_is_piece, pieces)):
        return ""
    places = [gazetteer.place.fullmatch(piece) is not None for piece in pieces]
    authors = sum(is_author(piece, gazetteer.given) and not place for piece, place in zip(pieces, places, strict=True))
    outlets = [
        gazetteer.outlet.fullmatch(piece) is not None or piece in _ADDED or _PAPER.match(piece) is not None
        for piece in pieces
    ]
    if coloned:
        return "" if sure else _read_coloned(pieces, authors, places, outlets, told=":" in words)
    if sure:
        wired = _INITIAL.fullmatch(pieces[1]) is not None or (outlets[1] and pieces[1] not in gazetteer.common)
        return _read_sure(pieces, authors, places, outlets, wired=wired)
    if authors or any(map(_ROLE.match, pieces)):
        return "byline"
    known = len(pieces) == len(words.split()) - 1 == _FEWEST_PIECES or any(outlets)  # «البلدة - الشركة»
    if not known and sum(places) == 1:
        pair = len(pieces) == _FEWEST_PIECES
        known = bool(_SHORT_OUTLET.fullmatch(pieces[1])) if pair else places[0] and line.words[-1] == ":"
    return "dateline" if known else ""


def _read_coloned(pieces: list[str], authors: int, places: list[bool], outlets: list[bool], *, told: bool) -> str:
    """Return what pieces before and behind a comma or, as `told`, a colon are: an author, or an outlet, and a place."""
    pair = told and len(pieces) == _FEWEST_PIECES
    if authors:
        return "byline" if any(outlets) or any(places) or (pair and _STRANGE_PLACE.fullmatch(pieces[0])) else ""
    taken = pair and outlets == [False, True] and pieces[1] not in _ADDED
    return "dateline" if taken and pieces[0].count(" ") <= 1 and not _ROLE.match(pieces[0]) else ""


def _read_sure(pieces: list[str], authors: int, places: list[bool], outlets: list[bool], *, wired: bool) -> str:
    """Return what pieces at a page's top surely are; `wired` tells whether the second are initials or an agency."""
    pair = len(pieces) == _FEWEST_PIECES
    if authors:
        return "byline" if any(outlets) or (pair and authors + sum(places) == len(pieces)) else ""
    return "dateline" if pair and wired and (places[0] or any(outlets)) else ""


def _is_piece(piece: str) -> bool:
    return _LETTERS.fullmatch(piece) is not None and NO_NAME.isdisjoint(piece.split())


def is_label(line: Line, below: Line, markers: Markers, gazetteer: Gazetteer) -> str:
    """Return the kind of a few words and a colon or dash between the head and the body, or nothing."""
    if line.size > _LONGEST_LABEL or below.size < _BODY or below.words[0] in '«“"':
        return ""
    if not _LABEL.fullmatch(line.bare) or is_said(line):
        return ""
    words = line.bare.strip(_EDGE)
    first = words.split()[0]
    if first in markers.lead_verbs or first in NO_NAME:
        return ""
    return "byline" if is_author(words, gazetteer.given) else "dateline"


def is_over_stamp(line: Line, gazetteer: Gazetteer) -> str:
    """Return the kind of a line of one to three words right above the stamp: the author, or the outlet."""
    words = line.bare.strip(" *-–—|")
    if len(line) > _LONGEST_LABEL or not _is_piece(words) or len(words.split()) > _MOST_LABEL_WORDS:
        return ""
    named = " " not in words or _is_foreign(words) or gazetteer.outlet.fullmatch(words)
    return _kind(words, gazetteer) if named else "byline"


def _kind(words: str, gazetteer: Gazetteer) -> str:
    """Return what a few words that are nobody's name are: a place is a dateline, an outlet the source."""
    return "dateline" if gazetteer.place.match(words) is not None else "source"


def _is_foreign(words: str) -> bool:
    return any(letter.isascii() and letter.isalpha() for letter in words)


def is_paper(words: str) -> bool:
    """Tell whether a few words are an outlet by the first of them or the last («صحيفة …», «… نت»)."""
    return len(words) <= _LONGEST_LABEL and _PAPER.match(words) is not None


def names_outlet(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line of two or three words right under the stamp begins with an outlet's name."""
    words = line.bare.strip(_EDGE)
    if len(line) > _LONGEST_LABEL or not _is_piece(words):
        return False
    outlet = gazetteer.outlet.match(words)
    return outlet is not None and len(words[outlet.end() :].split()) <= 1


def read_strange(line: Line, lines: list[Line], at: int) -> str:
    """Return "byline" for two or three short pieces joined by dashes, one of them a name that the page says nowhere.

    One or two words and others in marks or brackets, which the page says nowhere, are a "dateline". What a title
    joins, the body speaks of.
    """
    if line.size > _LONGEST_STRANGE or line.words[-1] in ".؟!،":
        return ""
    outlet = _BESIDE_MARKS.fullmatch(line.bare)
    if outlet:
        return "dateline" if _said(lines, at).isdisjoint(stems_of(WORD.findall(outlet["name"]))) else ""
    pieces = [piece.strip(_EDGE) for piece in _SPACED.split(dashed(line).strip(_EDGE))]
    if not _FEWEST_PIECES <= len(pieces) < _MOST_PIECES or not all(map(_is_piece, pieces)):
        return ""
    if any(len(piece.split()) > _MOST_LABEL_WORDS for piece in pieces):
        return ""
    named = [WORD.findall(piece) for piece in pieces if " " in piece and not piece.startswith("ال")]
    said = _said(lines, at) if named else set()
    return "byline" if any(len(stems := stems_of(words)) > 1 and said.isdisjoint(stems) for words in named) else ""


def is_outlet_and_place(lines: list[Line], gazetteer: Gazetteer) -> bool:
    """Tell whether a page's first line is an outlet of no table, a word that the page says nowhere, and a place."""
    line = lines[0]
    if len(line) > _LONGEST_LABEL:
        return False
    pieces = [piece.strip(_EDGE) for piece in _SPACED.split(dashed(line).strip(_EDGE))]
    if len(pieces) != _FEWEST_PIECES or not pieces[0].isalpha() or gazetteer.place.fullmatch(pieces[0]):
        return False
    return gazetteer.place.fullmatch(pieces[1]) is not None and _said(lines, 0).isdisjoint(stems_of([pieces[0]]))


def _said(lines: list[Line], at: int) -> set[str]:
    """Return the stems that the page says in its first line and below a line."""
    below = lines[at + 1]
    page = [
        lines[0].bare if at else "",
        below.levelled[below.start : min(below.start + _SAID_REACH, len(below.levelled))],
    ]
    return {stem for part in page for stem in stems_of(WORD.findall(part))}


def read_under_stamp(line: Line, lines: list[Line], at: int, markers: Markers) -> str:
    """Return "byline" or "source" for one to three words between stamp and body that the page says nowhere else.

    A title's words the body says; what stands there besides is who wrote it, or, in one word, what outlet.
    """
    words = WORD.findall(line.bare)
    if (
        len(line) > _LONGEST_LABEL
        or not 0 < len(words) <= _MOST_LABEL_WORDS
        or not _NAME_ALONE.fullmatch(line.bare.rstrip(" *"))
    ):
        return ""
    if words[0] in markers.lead_verbs or not NO_NAME.isdisjoint(words) or words[0].startswith(("و", "بال", "لل")):
        return ""
    if not _said(lines, at).isdisjoint(stems_of(words)):
        return ""
    return "byline" if len(words) > 1 and not _PAPER.match(" ".join(words)) else "source"
