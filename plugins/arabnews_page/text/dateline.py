"""Datelines: place, outlet and day at the start of the report.

«تونس - “القدس العربي”:», «واشنطن (رويترز) -», «دبي، الإمارات العربية المتحدة (CNN)--», «أمد/», «سبق- الطائف:», and the
agencies' «الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس». A dateline is a run of such elements and separators; a
place alone is one only before a dash at the start of a body that a headline announces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from arabnews.fold import level, strip_levelled
from arabnews.lexicon import trie
from arabnews_page.text.lines import MARKED
from arabnews_page.text.names import NONE, Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from arabnews.lexicon import Lexicon
    from arabnews_page.text.lines import Line

LONGEST: Final = 110
_AROUND_OUTLET: Final = 8
"""How many characters may stand beside an outlet in its brackets («تقرير رويترز»)."""

_SEPARATOR = re.compile(r"[\s\-–—ـ:/،,|*_]{0,12}")
_ENDING = re.compile(r"[-–—ـ:/|]")
_DAY = re.compile(
    r"(?:في\s)?\d{1,2}\s[^\W\d_]{3,12}(?:\s[^\W\d_]{3,8})?\s\d{4}\s?(?:هـ|ه|م)?(?:\s?(?:-\s?)?الموافق\s\d{1,2}\s[^\W\d_]{3,12}(?:\s[^\W\d_]{3,8})?"
    r"\s\d{4}\s?م?)?(?!\w)|\d{1,2}[-/]\d{1,2}[-/]\d{4}|في\s\d{1,2}\s[^\W\d_]{3,12}(?!\w)"
    r"|\d{1,2}\s[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?(?=\s?[(/])|\d{1,2}\s?-\s?\d{1,2}(?=\s?\()"
)
_CLOSERS: Final = {"(": ")", "/": "/", "«": "»", "“": "”", '"': '"', "[": "]", "”": "“", "'": "'"}
_LONE_TATWEEL = re.compile(r"(?<!\w)\u0640{1,12}(?!\w)")
_GENERIC = re.compile(
    r"(?:وكالات|الوكالات|متابعات|ترجمات|خاص|(?:وكاله|صحيفه|جريده|شبكه|موقع|قناه)\s[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?)(?!\w)"
)
_OCCUPIED = re.compile(r"\sالمحتله(?!\w)")
_WIRES: Final = ("عواصم", "العواصم", "وطنيه", "وكالات", "الوكالات")
_AGENCIES = re.compile(r"(?:ال)?وكالات(?=\s?[-–—/|])")
_CAPITALS = re.compile(r"(?:ال)?عواصم(?!\w)")
"""Where agencies report from several of them."""

_NATIONAL = re.compile(r"وطنيه(?:(?P<place>\s[-–]\s[^\W\d_]{3,14}(?:\s[^\W\d_]{3,14}){0,2}(?=\s[-–]\s))|(?=\s[-–]\s))")
"""An agency's short name, which is an adjective elsewhere, and the place between dashes that may follow it."""

_FROM = re.compile(r"\sمن\s(?=[^\W\d_]{3})")
"""Between the outlet and the place («المدينة من لندن:»)."""

_FIRST_DASH: Final = 44
_GLUED_DAY = re.compile(r"[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12}){0,2}\s?\d{1,2}-\d{1,2}-\d{4}\s?")
"""A place and the day, apart or glued, before an agency and its dash («البلدة 5-7-2012 وفا-»)."""

_ANY_AGENCY = re.compile(r"[^\W\d_]{2,12}(?=\s?[-–])")
"""Whichever agency it is, behind a known place and the day."""

_BRACKETS = re.compile(
    r"[^\W\d_]{3,14}(?:\s[^\W\d_]{3,14}){0,2}\s?\((?P<inside>[^()\n]{2,24})\)\s{0,2}(?P<last>[-–—:/])"
    r"(?:\s?(?:الوكالات|وكالات|متابعات|خاص)\s?[-–—:])?"
)
_UNKNOWN_PLACE = re.compile(r"[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12}){0,2}\s(?=\d)")
_UNKNOWN_INLINE = re.compile(
    r"(?!(?:في|من|علي|الي|عن|مع|قال|بعد|قبل|هذا|لا|ما|عاجل)\s)[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?\s{0,2}[-–—ـ]{1,2}\s{1,3}(?=[^\W\d_]{2})"
)
_BRACKETED = re.compile(r"(?:(?:متابعات|متابعه|خاص)\s?)?\([^\W\d_]{2,12}(?:\s[^\W\d_]{2,12}){0,2}\)\s{0,2}[:–—-]{1,2}")
_DASH = re.compile(r"\s[-–—ـ]|[-–—ـ]\s")
_SEPARATED = re.compile(r"[-–—ـ:/|(\[«“\"]")
_NEAR: Final = 90
_ANYWHERE: Final = frozenset({"عواصم", "القدس عاصمه فلسطين"})
"""Where a report from several capitals comes from («البلدة - عواصم - وكالات»), and an agency's motto before a place."""

_PROBED: Final = 3
_NAME = re.compile(r"[^\W\d_]{2,14}(?:\s[^\W\d_]{2,14}){1,3}")


@frozen(eq=False)
class Gazetteer:
    """The names that datelines are made of, as patterns over levelled text."""

    place: re.Pattern[str]
    outlet: re.Pattern[str]
    common: frozenset[str]
    given: Names = NONE
    """Names of people: the evidence that a name stands among the elements."""
    openings: frozenset[str] = frozenset()
    """The first three letters of all places and outlets, small, or the two that a name has."""

    def may_stand(self, line: str, at: int) -> bool:
        """Tell whether a place or outlet may stand at an offset: most words end here, before any pattern."""
        letters = line[at : at + _PROBED].lower()
        return letters in self.openings or letters[:-1] in self.openings or not self.openings


@frozen
class Dateline:
    """A dateline found at the start of a line: its end in the line, and what it is made of."""

    end: int
    outlet: bool
    place: bool
    names: int
    ended: bool
    day: bool
    sure: bool


def compile_gazetteer(places: Lexicon, countries: Lexicon, outlets: Lexicon, authors: Names = NONE) -> Gazetteer:
    """Return the compiled names of places, countries, outlets and authors."""
    place_names = {level(form) for form in places.column("form")}
    for names in countries.column("names"):
        place_names.update(level(name) for name in names.split("|"))
    place_names.update(_ANYWHERE)
    outlet_names: set[str] = set()
    common: set[str] = set()
    for entry in outlets.entries:
        names = {level(name) for name in (entry.get("name", ""), *entry.get("aliases", "").split("|")) if name}
        outlet_names |= names
        if entry.get("common"):
            common.add(level(entry["name"]))
    openings = frozenset(name[:_PROBED].lower() for name in place_names | outlet_names)
    told = openings if min(map(len, openings), default=0) >= _PROBED - 1 else frozenset[str]()
    return Gazetteer(_words(place_names), _words(outlet_names), frozenset(common), authors, told)


def _words(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{trie(sorted(names))}(?!\w)", re.IGNORECASE)


def read_dateline(line: str, gazetteer: Gazetteer, *, names: bool = False) -> Dateline | None:
    """Return the dateline that a levelled line begins with, or None.

    Whether it may stand there (a place alone, a name) is for the caller to weigh. With `names`, a reporter's name may
    stand among the elements.
    """
    at = outlets = places = persons = days = 0
    sure = False
    separator = ""
    head = line[:LONGEST]
    glued = _GLUED_DAY.match(head) if head.find("-", 0, _FIRST_DASH) >= 0 else None
    agency = None
    if glued:
        known = gazetteer.place.match(head) is not None
        agency = gazetteer.outlet.match(head, glued.end()) or (known and _ANY_AGENCY.match(head, glued.end())) or None
    if agency and head[agency.end() : agency.end() + 2].lstrip()[:1] in ("-", "–"):
        end = agency.end() + len(head[agency.end() : agency.end() + 2].rstrip())
        return Dateline(end, outlet=True, place=True, names=0, ended=True, day=True, sure=True)
    while at < len(head) and outlets + places + persons + days < 7:
        element = _element(head, at, gazetteer) or (_name(head, at) if names else None)
        if element is None and at == 0:
            element = _dated_place(head, gazetteer)
        if element is None:
            break
        kind, end, certain = element
        gap = (_FROM.match(head, end) if kind == "outlet" and at == 0 else None) or _SEPARATOR.match(head, end)
        if kind == "name" and (
            (at > 0 and not separator.strip(" ,،"))
            or (gap and not gap[0].strip() and gap.end() < len(head) and head[gap.end()] != "(")
        ):
            break  # a name stands between separators
        outlets += kind == "outlet"
        places += kind == "place"
        persons += kind == "name"
        days += kind == "day"
        sure = sure or certain
        separator = gap[0] if gap else ""
        at = end + len(separator)
    if not outlets + places or at == 0:
        return None
    ended = bool(_ENDING.search(separator))
    end = at - len(separator) + len(separator.rstrip())
    return Dateline(end, outlets > 0, places > 0, persons, ended, days > 0, sure)


def may_begin(line: Line) -> bool:
    """Tell whether a line has, among its first words, what parts a dateline or an author from the report."""
    return _SEPARATED.search(line.levelled, line.start, min(line.end, line.start + LONGEST)) is not None


def read_line(line: Line, gazetteer: Gazetteer, *, names: bool = False) -> Dateline | None:
    """Return the dateline that a line of the page begins with; its end counts in the line as written."""
    head = line.levelled[line.start : min(line.end, line.start + LONGEST)]
    if "\u0640" in head:  # where it stands alone it is a dash, not a mark on a letter
        head = _LONE_TATWEEL.sub(lambda m: "-" * len(m[0]), head)
    if not MARKED.search(head):
        return read_dateline(head, gazetteer, names=names)
    stripped = strip_levelled(head)
    found = read_dateline(stripped.text, gazetteer, names=names)
    return None if found is None else evolve(found, end=stripped.back(0, found.end)[1])


def _element(line: str, at: int, gazetteer: Gazetteer) -> tuple[str, int, bool] | None:
    """Return the kind and end of the element that stands at an offset, and whether it is surely one."""
    first = line[at]
    closer = _CLOSERS.get(first)
    if closer:
        return _enclosed(line, at, closer, gazetteer)
    day = _DAY.match(line, at) if first == "ف" or first.isdigit() else None
    if day:
        return "day", day.end(), True
    if not gazetteer.may_stand(line, at):
        return _generic(line, at)
    outlet = gazetteer.outlet.match(line, at)
    place = gazetteer.place.match(line, at)
    if outlet and (not place or outlet.end() > place.end()):
        return "outlet", outlet.end(), outlet[0] not in gazetteer.common
    if place:
        occupied = _OCCUPIED.match(line, place.end())
        return "place", occupied.end() if occupied else place.end(), False
    return _generic(line, at)


def _generic(line: str, at: int) -> tuple[str, int, bool] | None:
    """Return what stands for a place or an outlet at an offset («عواصم», «وكالات»), or None."""
    if at:
        generic = _GENERIC.match(line, at)
        return ("outlet", generic.end(), False) if generic else None
    if not line.startswith(_WIRES):
        return None
    if capitals := _CAPITALS.match(line):
        return "place", capitals.end(), False
    if wires := _AGENCIES.match(line):
        return "outlet", wires.end(), False
    agency = _NATIONAL.match(line)
    return ("outlet", agency.end(), agency["place"] is not None) if agency else None


def _enclosed(line: str, at: int, closer: str, gazetteer: Gazetteer) -> tuple[str, int, bool] | None:
    """Return the outlet or place that stands in brackets or quotation marks."""
    close = line.find(closer, at + 1, at + 40)
    inside = line[at + 1 : close].strip() if close > 0 else ""
    outlet = gazetteer.outlet.search(inside)
    if outlet and len(inside) - len(outlet[0]) <= _AROUND_OUTLET:
        return "outlet", close + 1, True
    if _GENERIC.fullmatch(inside):
        return "outlet", close + 1, False
    return ("place", close + 1, True) if inside and gazetteer.place.fullmatch(inside) else None


def _dated_place(line: str, gazetteer: Gazetteer) -> tuple[str, int, bool] | None:
    """Return a place that no table knows, in the agencies' form: the day follows, and then the agency ends the line."""
    m = _UNKNOWN_PLACE.match(line)
    day = _DAY.match(line, m.end()) if m else None
    if m is None or day is None or not gazetteer.outlet.fullmatch(line[day.end() :].strip()):
        return None
    return "place", m.end() - 1, False


def read_bracketed(line: str, gazetteer: Gazetteer) -> int | None:
    """Return where a place of no table ends, with a known one or an outlet in brackets and a dash after it, or None."""
    m = _BRACKETS.match(line)
    if m is None:
        return None
    inside = m["inside"].strip(' «»"“”')
    outlet = gazetteer.outlet.fullmatch(inside) or _GENERIC.fullmatch(inside)
    return m.end() if outlet or (m["last"] != ":" and gazetteer.place.fullmatch(inside)) else None


def carries(words: str) -> bool:
    """Tell whether words of a dateline say that agencies or the outlet's own people carried it («متابعات»)."""
    return _GENERIC.search(words) is not None


def read_unknown(line: str) -> int | None:
    """Return where a dateline of a name that no table knows ends: «X - …» with no second dash near, or «(X):».

    Only the place on the page makes it one: the caller asks at the start of a body that a headline announces.
    """
    m = _BRACKETED.match(line)
    if m:
        return m.end()
    m = _UNKNOWN_INLINE.match(line)
    if m is None or _DASH.search(line, m.end(), m.end() + _NEAR):
        return None
    return len(m[0].rstrip())


def _name(line: str, at: int) -> tuple[str, int, bool] | None:
    m = _NAME.match(line, at)
    return ("name", m.end(), False) if m else None
