"""What a line of the head is by its own form: stamp, byline, dateline, source, section, caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews.fold import level
from arabnews_page.pieces.authors import (
    beside_outlet,
    is_author_line,
    is_name_and_place,
    is_reprinted,
    signed_from,
)
from arabnews_page.pieces.captions import is_photo_credit, is_shown, shows
from arabnews_page.pieces.joined import read_joined
from arabnews_page.pieces.labels import LONGEST_BYLINE, LONGEST_LABEL, is_byline, is_source
from arabnews_page.text.bars import is_bar
from arabnews_page.text.dateline import LONGEST as LONGEST_DATELINE
from arabnews_page.text.dateline import may_begin, read_line
from arabnews_page.text.lines import UNDER, Part
from arabnews_page.text.sources import OWN_WORK, is_edited, is_followed_up, is_taken
from arabnews_page.text.stamp import PUBLISHED, is_signed_stamp, is_stamp, published_in

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Dateline, Gazetteer
    from arabnews_page.text.lines import Line, Place
    from arabnews_page.text.markers import Markers


_TWO_PARTS = re.compile(r"[^-–—ـ:.،\d]{5,30}\s[-–—ـ]\s[^-–—ـ:.،\d]{2,25}")
_UNKNOWN_OUTLET = re.compile(r"\s{0,3}ال[^\W\d_]{3,10}\s?:?")
"""One word with the article, after a place and its dash: a newspaper's name."""

_AND_OUTLET = re.compile(r"(?:\s?[-–—/]\s?|\s)[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?\s?:")
"""After a place and its agency, who took it from there."""

_OUTLET_LAST = re.compile(r"[^\W\d_][^:«»\"“”]{2,44}:\s?[«\"“(](?P<name>[^«»“”\"()]{3,24})[»\"”)]\W{0,2}")
"""Any place, and the outlet in marks, which ends the line."""

_PRESS = re.compile(
    r"(?:\s{0,3}[^\W\d_]{3,12}\s?[/–-])?\s{0,3}[^\W\d_]{2,12}\s(?:برس|نيوز|نت|اون ?لاين|تايمز|بوست|تي في)\s?:?"
)
"""An outlet that no table knows, by the last word of its name; another place may stand before it."""

_OUTLETS_OWN: Final = frozenset({"outlet-alone", "followed-up"})
"""Where no place stands beside it, an outlet on a line of its own is the source."""

_AGENCIES: Final = "وكالات"
"""What stands beside it is a place, whether a table knows it or not."""

MARKUP = re.compile(r"content=[\"']|[^<]{0,400}/>$|<!--")
_NEXT: Final = "next"
_SLIDER = re.compile(r"next previous\s{1,3}(?=\S)")
_LISTED = re.compile(r"[,،/|]")
_JOINS: Final = ":-–—ـ/"
_CENTURIES: Final = (" 20", " 14", " 19")
_SITE = re.compile(r"[A-Za-z][A-Za-z0-9. -]+")
"""A name in Latin letters over a page in Arabic."""

_SITE_ENCLOSED = re.compile(r"\([A-Z][A-Za-z]{2,14}(?:[ -]{1,3}[A-Za-z]{2,14}){0,4}\)")
"""So a site that gathers news names whose they are."""

_DIGIT = re.compile(r"(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)\s?[،,]?\s{1,2}\d|\d")
_ACCOUNT = re.compile(r"\s@[A-Za-z_]\w{2,20}$")
_STROKE = re.compile(r"\s[/|]\s")
_ARCHIVED: Final = ("ارشيفيه", "ارشيف", "الارشيف", "تعبيريه")
"""So ends what a picture of old shows."""

_INITIALS = re.compile(r"[\u0621-\u064a](?:(?:\s?[./-]\s?|\s)[\u0621-\u064a]){1,3}\W{0,5}")
"""An agency's letters, whichever it is («و م ع»)."""

_DAY_FIRST = re.compile(
    r"(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)\s?[،,]?\s\d{1,2}\s[^\W\d_]{3,9}\s(?:19|20)\d\d\s?(?=[^\W\d_]{3})"
)
"""A whole day, and what is glued behind it."""

_PLACED = re.compile(r"[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?\s?[:/–-]{1,2}\s?(?=\S)")
_BREAKING: Final = "عاجل"
"""An outlet's name, and what stands over any sudden news."""

_ADDED: Final = OWN_WORK | {"وكالات", "خدمه"}
"""What an outlet adds to its name on a line of its own."""


def read_matter(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the part that a line of the head is by its own form, or nothing."""
    if line.piece and MARKUP.match(line.words):
        return [line.claim("boilerplate", "markup")]
    after = _SLIDER.match(line.bare) if line.words[:4].lower() == _NEXT else None
    if after and len(line.bare) == len(line):
        return _behind_slider(line, after.end(), markers, gazetteer, place)
    if line.size > LONGEST_DATELINE + 20 or (place.titled and _is_archived(line)):
        return []
    if place != UNDER:
        return _by_form(line, markers, gazetteer, place)
    if line.matter is None:
        parts = _by_form(line, markers, gazetteer, place)
        line.matter = parts, line.kind
    parts, kind = line.matter
    if parts:
        line.kind = kind
    return [*parts]


def _is_archived(line: Line) -> bool:
    """Tell whether a line ends as what an old picture shows: whom it names is no author."""
    return line.size > LONGEST_LABEL and line.bare.rstrip(" )").endswith(_ARCHIVED)


def _by_form(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the part that a line is by its words, or by the names it joins; or nothing."""
    shown = place.titled and shows(line, markers, gazetteer)
    kind = "caption" if shown else _told_kind(line, markers, gazetteer, place)
    if kind is not None:
        signed = _signed_and_stamped(line, markers, gazetteer) if kind == "byline" else None
        return signed or [line.claim(kind, kind)]
    bare = place.led and not place.first and is_author_line(line, gazetteer.given)
    if bare or is_name_and_place(line, gazetteer.given):
        return signed_from(line, gazetteer, "bare-author" if bare else "name-and-place")
    found = (
        _glued_stamp(line)
        or _signed_and_stamped(line, markers, gazetteer)
        or _stamp_first(line, markers, gazetteer)
        or _own_dateline(line, gazetteer, place)
        or _stroked(line, markers, gazetteer, place)
    )
    if not found and place.first and line.size <= LONGEST_LABEL and _SITE.fullmatch(line.words):
        return [line.claim("boilerplate", "site-name")]
    if not found and line.words[0] == "(" and _SITE_ENCLOSED.fullmatch(line.words):
        return [line.claim("source", "site-name")]
    joined = "" if found or not (place.titled or place.first) else read_joined(line, gazetteer, sure=not place.titled)
    if joined == "byline":
        return signed_from(line, gazetteer, "joined")
    return [line.claim(joined, "joined")] if joined else found


def _behind_slider(line: Line, end: int, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the buttons of a picture slider that begin a line, and what stands behind them."""
    line.kind = "boilerplate"
    buttons = Part(line.start, line.start + len(line.words[:end].rstrip()), "boilerplate", "slider")
    return [buttons, *read_matter(line.part(end, len(line)), markers, gazetteer, evolve(place, first=False))]


def _told_kind(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> str | None:
    """Return the kind of block that a line's words alone tell, or None."""
    forms = ("line",) if place.titled else ("line", "label")
    told = next((m.kind for m in markers.of_line(line.key) if m.form in forms and m.place != "tail"), None)
    if told is not None:
        lone = place.titled and told == "section" and line.words[-1] in _JOINS
        return "dateline" if lone and gazetteer.place.fullmatch(line.key) else told
    if place.first and _are_sections(line, markers, gazetteer):
        return "section"
    if _is_agency_line(line, gazetteer):
        return "dateline"
    if is_stamp(line, markers, gazetteer) or (
        (place.titled or (place.first and line.bare[-1].isalpha())) and is_signed_stamp(line, markers, gazetteer)
    ):
        return "stamp"
    if is_bar(line, markers, tail=place.titled):
        return "boilerplate"
    return _named_kind(line, markers, gazetteer, place)


def _is_agency_line(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is a place, a day and the agency, which ends it («البلدة 25 شوال 1436 هـ … م واس»)."""
    words = line.level
    if not any(century in words for century in _CENTURIES):
        return False
    if words[-1].isdigit() or not gazetteer.outlet.fullmatch(words[words.rfind(" ") + 1 :]):
        return False
    found = read_line(line, gazetteer) if gazetteer.place.match(words) else None
    return found is not None and found.end == len(line) and found.day


def _are_sections(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether the first line is several sections in a row («دولي، تركيا»)."""
    names = [name.strip() for name in _LISTED.split(line.key)]
    if line.size > LONGEST_BYLINE or len(names) < 2:
        return False
    known = [any(m.kind == "section" for m in markers.of_line(name)) for name in names]
    return any(known) and all(
        told or gazetteer.place.fullmatch(name) is not None for told, name in zip(known, names, strict=True)
    )


def _named_kind(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> str | None:
    """Return the kind of a line that names its source, picture or author, or what the outlet adds to its name."""
    if is_source(line, markers):
        return "source"
    if not place.first and (_INITIALS.fullmatch(line.bare) or is_edited(line, gazetteer) or is_taken(line, gazetteer)):
        return "source"
    if is_photo_credit(line, gazetteer) or (place.titled and is_shown(line, gazetteer)):
        return "caption"
    if is_byline(line, markers, first=place.first, names=gazetteer.given) or is_reprinted(line, gazetteer.given):
        return "byline"
    return "dateline" if place.led and not place.first and line.key in _ADDED else None


def _stroked(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the stamp and what a stroke parts from it («… 2012 / البلدة - فلان»), or nothing."""
    stroke = _STROKE.search(line.words)
    if stroke is None or line.piece:
        return []
    one, other = line.part(0, stroke.start()), line.part(stroke.end(), len(line))
    if not one.words or not other.words:
        return []
    stamps = [is_stamp(piece, markers, gazetteer) for piece in (one, other)]
    if sum(stamps) != 1:
        return []
    stamp, rest = (one, other) if stamps[0] else (other, one)
    beside = read_matter(rest, markers, gazetteer, evolve(place, first=False))
    line.kind = "stamp" if beside else None
    return sorted([stamp.claim("stamp", "stamp"), *beside], key=lambda part: part.start) if beside else []


def _signed_and_stamped(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the labelled author and the stamp on one line («بواسطة: فلان 12 مارس 2024»), or nothing."""
    if not any(m.kind == "byline" for m in markers.opening(line)[1]):
        return []
    digit = _DIGIT.search(line.level)
    if digit is None:
        return []
    name, stamp = line.part(0, digit.start()), line.part(digit.start(), len(line))
    if not name.words or not is_byline(name, markers, names=gazetteer.given) or not is_stamp(stamp, markers, gazetteer):
        return []
    line.kind = "stamp"
    return [name.claim("byline", "signed-and-stamped"), stamp.claim("stamp", "signed-and-stamped")]


def _stamp_first(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the stamp that begins a line, with the place and the author glued behind it, or nothing."""
    m = _DAY_FIRST.match(line.level)
    if m is None:
        return []
    behind = line.part(m.end(), len(line))
    placed = _PLACED.match(behind.level)
    name = behind.part(placed.end(), len(behind)) if placed else behind
    if placed and name.words and is_byline(name, markers, names=gazetteer.given):
        beside = [behind.part(0, placed.end()).claim("dateline", "stamp-first"), name.claim("byline", "stamp-first")]
    else:
        beside = read_matter(behind, markers, gazetteer, UNDER)
    if beside:
        beside.insert(0, line.part(0, m.end()).claim("stamp", "stamp-first"))
        line.kind = "stamp"
    return beside


def _glued_stamp(line: Line) -> list[Part]:
    """Return the author's or outlet's name and the stamp «نشر في … يوم …» that archives glue to it, or nothing."""
    at = published_in(line)
    if at is None:
        return []
    line.kind = "stamp"
    stamp = Part(line.start + at, line.end, "stamp", "published-in")
    name = line.words[:at].rstrip()
    if not name:
        return [stamp]
    own = PUBLISHED.sub("", line.level[at:]).startswith(level(name))  # the outlet's name, for an author that it lacks
    return [Part(line.start, line.start + len(name), "source" if own else "byline", "published-in"), stamp]


def _unknown_outlet(line: Line, found: Dateline | None, place: Place, gazetteer: Gazetteer) -> str:
    """Return the rule by which a line names an outlet that no table need know; empty where it names none."""
    if is_followed_up(line):
        return "followed-up"
    last = _OUTLET_LAST.fullmatch(line.level) if place.titled else None
    if last is not None and gazetteer.outlet.fullmatch(last["name"]):
        return "outlet-last"
    if found is None:
        return ""
    if found.outlet and found.place:
        account = _ACCOUNT.match(line.words, found.end)
        taken = found.sure and _AND_OUTLET.fullmatch(line.bare, found.end)
        return "outlet-and-account" if account else "outlet-and-outlet" if taken else ""
    if found.place:
        unknown = _UNKNOWN_OUTLET.fullmatch(line.bare, found.end)
        unknown = unknown or (_PRESS.fullmatch(line.bare, found.end) if found.ended else None)
        return "unknown-outlet" if unknown else ""
    alone = (place.led or place.first) and found.end == len(line) and line.key != _BREAKING
    return "outlet-alone" if alone else ""


def _own_dateline(line: Line, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the dateline or byline that fills a line: place and outlet, or a name with one of them."""
    titled = place.titled
    found = read_line(line, gazetteer)
    rule = _unknown_outlet(line, found, place, gazetteer)
    if rule:
        alone = rule in _OUTLETS_OWN and not (found is not None and found.place) and _AGENCIES not in line.bare
        alone = alone and not (titled and line.words[-1] in _JOINS)
        return [line.claim("source" if alone else "dateline", rule)]
    if found is not None and found.end >= len(line.words.rstrip(" ./")):
        sure = found.outlet and (found.place or found.sure or found.day)
        dated = found.place and (found.day or (titled and found.ended))
        kind = "dateline" if found.place or found.day else "source"  # an outlet or agency alone
        return [line.claim(kind, "dateline")] if sure or dated else []
    if (
        found is not None
        and found.sure
        and found.outlet
        and len(line) <= LONGEST_BYLINE
        and line.words[found.end - 1] in "-–—"
    ):
        return beside_outlet(line, found, gazetteer)  # «OUTLET - خاص - بقلم: …»
    named = line.size <= LONGEST_BYLINE + 10 and may_begin(line)
    found = read_line(line, gazetteer, names=True) if named else None
    if found is None or found.end != len(line) or found.names != 1 or not (found.sure or found.place):
        return []
    if not (found.sure or titled or _TWO_PARTS.fullmatch(line.words)):
        return []
    return signed_from(line, gazetteer, "name-and-place")


def is_sure_dateline(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is a place and an outlet, and no more."""
    found = read_line(line, gazetteer)
    return found is not None and found.end == len(line) and found.place and found.outlet
