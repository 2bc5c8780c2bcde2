"""Titles that a line's own form does not make sure, and the page's other titles do.

A page that titles its paragraphs titles them all alike: beside sure titles a short line over a short paragraph, a label
of several words, and a question that goes on with «and» are titles too. Questions over lists, several on one page,
are the titles of advice, not an interviewer's words: nobody answers in a list each time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.spoken import LEADS_ON, QUESTION, is_put, is_said

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_LONGEST_LABEL: Final = 45
_SHORTEST_ABOVE: Final = 70
_SHORTEST_BELOW: Final = 30
_SHORTEST_QUESTION: Final = 20
_LONG: Final = 100
_LONGEST_QUESTION: Final = 65
_LONGEST_ADVICE: Final = 110
_FEWEST: Final = 2
_MANY: Final = 3
_BELOW_LABEL: Final = 80
_MARKS: Final = "-–—ـ•*"
_LINKS: Final = frozenset(
    ("بينما", "لكن", "كما", "حيث", "عند", "عندما", "اذا", "اما", "ثم", "هذا", "هذه", "ان", "مما", "الا", "اذ")
)
_NAMED: Final = re.compile(
    r"(?:[\u0621-\u064a]\s?\.\s?)?[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15}){0,5}\s?:\s[\u0621-\u064a«\"]{3}"
)
"""Who says it, and a colon: so titles quote."""

_LABEL: Final = re.compile(
    r"(?![وف])[\u0621-\u064a]{2,15}(?:(?:\s?(?:\.{0,2}|،)\s[\u0621-\u064a]{2,15}){2,7}|\sو[\u0621-\u064a]{3,14})\s?:"
)
"""A label too long for the name of somebody who speaks, or two things side by side."""


_TOPIC: Final = re.compile(r"(?![وفيتن])[\u0621-\u064a]{2,15}(?:[\s.–-]{1,4}[\u0621-\u064a]{2,15}){2,8}\s?:")
_THINGS: Final = re.compile(r"(?!ال|[وفبلك]ال)[\u0621-\u064a]{3,12}ات(?:\s[\u0621-\u064a]{2,15}){1,4}\s?:")
"""Several of a thing, and which."""

_PAIR: Final = re.compile(r"(?![وف])[\u0621-\u064a]{2,15}\s[\u0621-\u064a]{2,15}\s?:")
"""A label of two words: a matter, or somebody's name."""

_IN_TOPIC: Final = frozenset(
    ("في", "من", "عن", "عبر", "بين", "مع", "ضد", "حول", "علي", "الي", "نحو", "بعد", "قبل", "هذه", "هذا", "بلا", "دون")
)  # fmt: skip
_LONGEST_TOLD: Final = 65
_LISTS: Final = '-–—ـ•*«“"('


def is_long_title(line: Line, shared: int, verbs: frozenset[str]) -> bool:
    """Tell whether a long line between two paragraphs titles the one below, which says `shared` of its words again.

    It begins with no verb of a report, joins nothing and asks nothing; with a name and a colon, one word is enough.
    """
    first = line.bare.split(None, 1)[0]
    if first in verbs or first[0] in "وف" or first in _LINKS or line.words.endswith(QUESTION):
        return False
    return shared > _FEWEST or (shared > 0 and _NAMED.match(line.bare) is not None)


def read_company(above: Line, line: Line, below: Line) -> str:
    """Return as what a line between two lines of prose may be a title beside others, or nothing.

    The line above ends a sentence, and the one below begins none of a list; the caller has made sure of both.
    """
    size, over, under = line.size, above.size, below.size
    if line.words.endswith(QUESTION):
        asked = line.words[0] == "و" and size <= _LONGEST_QUESTION and under > size and not is_put(line)
        return "asked" if asked and over >= _SHORTEST_ABOVE else ""
    label = line.words[-1] == ":"
    if size > (_LONGEST_TOLD if label else _LONGEST_LABEL) or is_said(line):
        return ""
    if label:
        return _read_label(line, below) if over >= _SHORTEST_ABOVE and under >= _BELOW_LABEL else ""
    return (
        ""
        if " " not in line.words or ":" in line.words
        else _read_plain(line, below, over, under, led=above.words.endswith(":"))
    )


def _read_plain(line: Line, below: Line, over: int, under: int, *, led: bool) -> str:
    """Return as what several words may be a title between lines of so many characters, or nothing."""
    if line.words.endswith("!"):
        return "brief" if under >= _LONG else ""
    if not line.bare[-1:].isalnum():
        return ""
    if over >= _SHORTEST_ABOVE:
        shortest = _SHORTEST_QUESTION if below.words.endswith(QUESTION) else _SHORTEST_BELOW
        return "brief" if shortest <= under < _SHORTEST_ABOVE and under > len(line) else ""
    return "under-brief" if under >= _LONG and not led else ""


def _read_label(line: Line, below: Line) -> str:
    """Return as what a label over a long paragraph may be a title, or nothing."""
    if tells_topic(line) and not _lists(below):
        return "topic"
    if len(line) > _LONGEST_LABEL or below.words[0] in '«“"':
        return ""
    return "label" if _LABEL.fullmatch(line.bare) else "pair" if _PAIR.fullmatch(line.bare) else ""


def is_over_list(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a line is a label of two words or more over a list, and leads to it by no word."""
    if len(line) > _LONGEST_LABEL or len(above) < _SHORTEST_ABOVE or below.words[0] not in _MARKS or is_said(line):
        return False
    label = _LABEL.fullmatch(line.bare) or _PAIR.fullmatch(line.bare)
    return label is not None and LEADS_ON.search(line.bare) is None


def is_said_below(above: Line, line: Line, shared: int) -> bool:
    """Tell whether a line under a paragraph without a full stop titles the one below, which says `shared` of its words.

    A line that a break cuts out of a sentence says none of them again so soon.
    """
    if above.words[-1] in "،,:؛-–" or len(above) < _SHORTEST_ABOVE or line.words.endswith((",", *QUESTION)):
        return False
    if LEADS_ON.search(line.bare):
        return False
    words = line.bare.split()
    return len(words) > 1 and words[0][0] not in "وف" and words[0] not in _LINKS and shared >= _MANY


def tells_topic(line: Line) -> bool:
    """Tell whether a label of several words names a matter, nobody who speaks: a preposition stands in it."""
    words = line.bare.rstrip(" :").split()
    if not _TOPIC.fullmatch(line.bare):
        return _THINGS.fullmatch(line.bare) is not None
    return not _IN_TOPIC.isdisjoint(words[1:]) and words[0] not in _IN_TOPIC and words[0] not in _LINKS


def _lists(line: Line) -> bool:
    return line.words[0] in _LISTS or line.bare[0].isdigit() or line.bare.startswith(("اول", "احد"))


def join_company(strong: list[Line], likely: dict[str, list[Line]]) -> list[Line]:
    """Return the lines that the page's sure titles make titles."""
    found: list[Line] = []
    if len(strong) >= _FEWEST:
        found += likely.get("brief", ())
    if len(strong) >= _MANY:
        found += likely.get("under-brief", ())
    found += likely.get("topic", ())
    labels = likely.get("label", [])
    if found or strong or len(labels) + sum(line.words[-1] == ":" for line in likely["weak"]) >= _FEWEST:
        found += labels
    if len(strong) >= _FEWEST:
        found += likely.get("pair", ())
        found += likely.get("listed", ())
        found += likely.get("said-below", ())
    if any(line.words.endswith(QUESTION) for line in strong):
        found += likely.get("asked", ())
    return found


def find_advice(shown: list[Line], strong: list[Line]) -> list[Line]:
    """Return the questions over lists, where a page has several of them, or one beside a sure title that asks."""
    found: list[Line] = []
    asked = listed = 0
    if not shown or not any(mark in shown[0].levelled for mark in QUESTION):
        return found
    for at in range(1, len(shown) - 1):
        line = shown[at]
        if line.kind is not None or not line.words.endswith(QUESTION) or len(line) > _LONGEST_ADVICE:
            continue
        asked += 1
        if line.words[0] in _MARKS or is_put(line) or is_said(line):
            continue
        mark = shown[at + 1].words[0]
        if mark in _MARKS and at + 2 < len(shown) and shown[at + 2].words[0] == mark:
            listed += 1
            found.append(line)
    beside = sum(line.words.endswith(QUESTION) for line in strong)
    return found if listed > 0 and listed + beside >= _FEWEST and 2 * listed >= asked - beside else []
