"""Lines that name whom the article was taken from: agencies, outlets in brackets, «نقلا عن …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews.fold import level

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line

AGENCIES: Final = frozenset({"وكالات", "الوكالات"})
"""These stand for agencies that are not named."""

FOLLOW_UPS: Final = frozenset({"متابعات", "متابعه"})
OWN_WORK: Final = FOLLOW_UPS | {"خاص"}
"""What an outlet adds to its name, or signs with alone: it followed the matter up, or has the report for itself."""

_AND = re.compile(r"\s*[،,/+–ـ-]\s*|\s+و(?=\w)")
_SOURCE = re.compile(r"^المصدر\s+")
_TAKEN = re.compile(
    r"(?P<mark>[*•]\s?نقلا\s|\(?(?:نقلا|منقول)\s(?=عن\s))?\(?(?:نقلا\s)?عن\s(?:(?:صحيفه|جريده|موقع|وكاله|مجله|قناه)\s)?[(«\"“]{0,2}"
    r"(?P<name>[^\W_][^«»“”\"().،:\n]{2,24}?)[)»\"”]{0,2}(?:\s[^\W\d_]{4,12})?[.)]?"
)
INITIALS: Final = (
    r"(?:انتهي\s?[/-]?\s?)?\(?(?=[^\s]{0,12}[./])[\u0621-\u064a]{1,2}(?:\s?[.،/]\s?[\u0621-\u064a]{1,2}){1,5}\.?\)?"
    r"|\([\u0621-\u064a]{1,2}(?:\s[\u0621-\u064a]{1,2}){1,3}\)|-\s[\u0621-\u064a]{1,3}\s-"
    r"|(?:[\u0621-\u064a]\.\s?){2}[\u0621-\u064a]{3,12}|[\u0621-\u064a](?:\s[\u0621-\u064a]){0,2}(?:\s?/\s?[\u0621-\u064a](?:\s[\u0621-\u064a]){0,2}){1,3}|[\u0621-\u064a](?:\s[\u0621-\u064a]){1,2}"
)
"""What agencies' editors sign with («ع.ش/و.أ»)."""

_EDITED = re.compile(rf"(?:{INITIALS})\s?\((?P<names>[^()\n]{{2,60}})\)")
_SENT = re.compile(rf"[-–=]{{0,3}}\s?\((?P<names>[^()\n]{{2,30}})\)\s?(?:{INITIALS})")
"""The agency first, and who edited it."""

_FROM_LATIN = re.compile(r"\W{0,3}(?:نقلا\s)?عن\s?\W{0,4}[A-Z][A-Za-z]{1,14}(?:\s[A-Za-z]{2,14}){0,3}\W{0,4}")
"""A paper in another language."""

_WITH_ADDITION = re.compile(
    r"[^\W_][^:/|\n]{1,28}?\s{0,2}[-–—ـ:/|]{1,2}\s{0,2}(?:متابعات|متابعه|خاص|وكالات|الوكالات|خدمه)\s?[:.\-–—/]{0,2}"
)
"""An outlet that no table knows, and what it adds to its name."""

_SERVICE = re.compile(r"[*•]?\s?خدمه\s?:?\s?[«\"“(](?P<name>[^«»“”\"().،:\n]{3,24})[»\"”)]\W{0,2}")


def is_agencies(words: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the words are names of agencies and outlets alone («أ ف ب، رويترز»)."""
    names = [name.strip(' «»"“”.') for name in _AND.split(level(words)) if name.strip()]
    known = [gazetteer.outlet.fullmatch(name) for name in names]
    return bool(names) and all(known) and any(name not in gazetteer.common for name in names)


def is_edited(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is the editors' initials and the agencies they took from («س.ح/ن.ص (رويترز)»)."""
    if line.words[-1] == ")":
        m = _EDITED.fullmatch(line.bare)
    else:
        m = _SENT.fullmatch(line.bare) if line.words[0] in "(-–=" else None
    return m is not None and is_agencies(m["names"], gazetteer)


def is_enclosed(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is one outlet's name between strokes or brackets, or after the label of a source."""
    words = line.level
    if words[0] == words[-1] == "/" or (words[0], words[-1]) in (("(", ")"), ("[", "]")):
        return gazetteer.outlet.fullmatch(words[1:-1].strip(' «»"“”')) is not None
    m = _SOURCE.match(words)
    return m is not None and gazetteer.outlet.fullmatch(words[m.end() :].strip(' .«»"“”')) is not None


def is_taken(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line names whom the article was taken from («*نقلا عن …»), or an outlet in brackets and marks.

    So does «* خدمة «…»», under what newspapers buy of others.
    """
    if _SERVICE.fullmatch(line.bare) or _FROM_LATIN.fullmatch(line.words):
        return True
    m = _TAKEN.fullmatch(line.bare)
    if m is None:
        return False
    return m["mark"] is not None or gazetteer.outlet.match(m["name"]) is not None


def is_followed_up(line: Line) -> bool:
    """Tell whether a line is an outlet, known or not, and what it adds to its name («النخلة - متابعات»)."""
    return _WITH_ADDITION.fullmatch(line.bare.lstrip("*")) is not None
