"""Furniture: source, keywords, related links and boilerplate, by the table of markers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.foot.glued import KEYWORDS, STOP, label_glued
from arabnews_page.foot.tags import find_tags
from arabnews_page.pieces.authors import NO_NAME, is_address, is_author_line, is_author_note, is_name_and_place, is_role
from arabnews_page.pieces.joined import is_paper, read_joined
from arabnews_page.pieces.labels import is_byline, is_source
from arabnews_page.pieces.signature import read_signature
from arabnews_page.text.bars import is_bar
from arabnews_page.text.lines import Part
from arabnews_page.text.markers import Marker
from arabnews_page.text.sources import INITIALS, OWN_WORK, is_agencies, is_edited, is_enclosed, is_followed_up, is_taken
from arabnews_page.text.stamp import is_signed_stamp, is_stamp

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_SHORT: Final = 160
"""A longer line is prose, whatever it begins with."""

_TAIL: Final = 14
"""How many of the last lines are the tail of a page."""

_ALONE: Final = 60
_ITEM: Final = 130
_KEYWORD: Final = 45
_MOST_ITEMS: Final = 60
_SOURCE_REST: Final = 60
_BULLET = re.compile(r"\s*(?:[•▪◄►●■○-]|\d{1,2}[.)-])\s")
_RULE = re.compile(r"[-–—ـ=_*]{3,}")
_SHORT_RULE = re.compile(r"[-–—ـ=_*]{1,80}")
_RULED: Final = "-–—ـ=_*"
_BELOW_RULE: Final = ("boilerplate", "byline")
_INITIALS = re.compile(INITIALS)
_OVER: Final = "انتهي"

_ADDRESS = re.compile(r"https?://\S{4,200}")
_EDITORS = re.compile(r"\((?:اعداد|تغطيه|كتابه|اعده)\s[^()]{5,90}[-–]\s?(?:تحرير|اعداد)\s[^()]{5,110}\)")
_FROM: Final = "من "
_SURNAMED = re.compile(
    r"(?!ال|[وفبلك]ال|جامع\s|مسجد\s)[\u0621-\u064a]{3,9}\s(?!ال|[وفبلك]ال|[يت][\u0621-\u064a]{3})[\u0621-\u064a]{3,9}\sال[\u0621-\u064a]{3,9}ي"
)
"""Three words, the last with the article and the ending of a family's name: so authors sign whom no table knows."""

_TWO_NAMES = re.compile(r"(?!ال)[\u0621-\u064a]{3,12}(?:\s[\u0621-\u064a]{2,12}\.?){1,2}")
_COLON = re.compile(r"\s{0,3}(?:[:：|>»]|\.{2,4}|…|[-–—]\s)")
_COUNT = re.compile(r"\W{0,4}\d[\d.,]{0,12}\W{0,4}")
_HASHTAGS = re.compile(r"(?:#\w{2,60}[\s،,|]{0,3}){1,30}")
_NUMBERED = re.compile(r"list (?:of )?\d{1,2}(?: items?| of \d{1,2})|end of list")
"""What screen readers are told of a list."""

_LISTED = re.compile(r"[^|\n.:]{2,25}(?:\s?\|\s?[^|\n.:]{2,25}){2,12}")
_LONGEST_ENDING: Final = 180
_SIGNED: Final = 70
"""Who signs at the end signs a paragraph of some length; a name after short lines may be one of a list."""

_SHORT_SIGNED: Final = 25
"""So may a shorter one, above the very last line, that ends a sentence."""

_SENTENCE_ENDS: Final = (".", "؟", "!", "…", ".»", ".”", '."', "».", '".', "”.")
_TRANSLATED = re.compile(r"ت\s?[:–-]\s?(?=[^\W\d_]{2})")
"""The translator's label."""

_READ = re.compile(r"اقرا(?:وا|ي|/ي)?\s(?:في|عن|من|المزيد|ايضا|كذلك|علي|مع)[^:«»\"“.]{0,25}:\s?\S|ايضا\s?\.{2,3}\s?\S")
"""An order to read, before long a colon, and a title."""

_LINK: Final = Marker("related", "open", "any")
_BAR: Final = Marker("boilerplate", "share", "any")


def label_furniture(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the parts of the page that markers tell to be furniture, from the body's first line on."""
    parts: list[Part] = []
    at = body
    last = len(lines) - _TAIL
    ended = False
    while at < len(lines):
        line = lines[at]
        tail = at >= last
        if line.kind is not None or line.size > (2 * _SHORT if tail else _SHORT):
            at += 1
            continue
        marker, rest = marked(line, markers, tail=tail)
        if marker is None:
            at += 1
            continue
        if marker.kind in ("source", "keywords"):
            ended = True
        if marker.kind == "source" and not rest and _is_named_below(lines, at, gazetteer):
            parts += [line.claim("source", "source-label"), lines[at + 1].claim("source", "source-item")]
            at += 2
        elif marker.form == "label" and not rest:
            found, at = _labelled(lines, at, marker, markers, ended=ended)
            parts += found
        else:
            parts.append(line.claim(marker.kind, f"{marker.kind}-{marker.form}"))
            at += 1
    parts += _ending(lines, body, markers, gazetteer)
    parts += _rules(lines, body)
    return parts


def _is_named_below(lines: list[Line], at: int, gazetteer: Gazetteer) -> bool:
    """Tell whether an outlet stands alone below the label of the source."""
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    return _is_agencies_line(below, gazetteer) or (below.kind is None and is_paper(below.bare.rstrip(" .")))


def _is_agencies_line(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is one outlet's name, also one that is an ordinary word, or names of agencies."""
    if line.kind is not None or len(line) > _SOURCE_REST:
        return False
    return gazetteer.outlet.fullmatch(line.key) is not None or is_agencies(line.words.strip(" ."), gazetteer)


def marked(line: Line, markers: Markers, *, tail: bool) -> tuple[Marker | None, bool]:
    """Return the marker that makes a line furniture, and whether something follows it on the line."""
    if not _may_be_marked(line, markers, tail=tail):
        return None, False
    places = ("any", "tail") if tail else ("any",)
    if line.size <= _ALONE:
        for marker in markers.of_line(line.key):
            if marker.place in places and marker.kind in _KINDS:
                return marker, False
    found = (_at_tail(line, markers) if tail else None) or _by_form(line, markers, tail=tail)
    if found is not None:
        return found, True
    label, meanings = markers.opening(line)
    rest = line.bare[len(label) :]
    for marker in meanings:
        if marker.kind not in _KINDS or marker.place not in places:
            continue
        labelled = marker.kind == "source" and marker.form == "open"
        if is_source(line, markers) if labelled else _opens(marker, label, rest, len(line), tail=tail):
            return marker, True
    return None, False


def _by_form(line: Line, markers: Markers, *, tail: bool) -> Marker | None:
    """Return the marker of a line that its form makes furniture: buttons, an invitation, an order to read."""
    if line.size > _ITEM or (line.bare.startswith(("و", "ف")) and not markers.share.match(line.bare)):
        return None
    if is_bar(line, markers, tail=tail):
        return _BAR
    return _LINK if _READ.match(line.bare) else None


def _may_be_marked(line: Line, markers: Markers, *, tail: bool) -> bool:
    if line.size > (2 * _SHORT if tail else _SHORT):
        return False
    if markers.may_open(line) or line.words[0] in "©#":
        return True
    return tail and markers.holds(line) is not None


def _at_tail(line: Line, markers: Markers) -> Marker | None:
    """Return the marker that only the end of a page has: it stands inside the line, or before keywords, or alone."""
    if line.words[0] == "#" and _HASHTAGS.fullmatch(line.words):
        return Marker("keywords", "hashtags", "tail")
    m = markers.holds(line) if line.size <= _SHORT else None
    if m is not None:
        return Marker(markers.inside_kinds[" ".join(m[0].split())], "inside", "tail")
    m = markers.glued_words.match(line.bare) if line.size <= _ITEM else None
    if m is None:
        return None
    kind = markers.glued_kinds[" ".join(m[0].split())]
    alone = line.piece and not line.bare[m.end() :].strip(" :")
    listed = kind == "keywords" and KEYWORDS.fullmatch(line.bare, m.end())
    return Marker(kind, "glued", "tail") if alone or listed else None


def _opens(marker: Marker, label: str, rest: str, length: int, *, tail: bool) -> bool:
    """Tell whether a line that begins with a marker, and goes on with `rest`, is furniture as a whole."""
    if marker.form == "start":
        return length <= _SHORT or tail
    if marker.form == "count":
        return _COUNT.fullmatch(rest) is not None
    if _COLON.match(rest):
        return length <= _SHORT
    return "/" in label and not STOP.search(rest)  # «اقرأ/ي أيضا» is a label wherever it stands


_KINDS: Final = frozenset({"source", "keywords", "related", "boilerplate"})


def _labelled(lines: list[Line], at: int, marker: Marker, markers: Markers, *, ended: bool) -> tuple[list[Part], int]:
    """Return the parts of a label and the lines it announces, and the index of the line after them.

    `ended` tells whether the article was over before the label, so that what follows may be another article.
    """
    kind = marker.kind
    longest = _KEYWORD if kind == "keywords" else _ITEM
    end = at + 1
    while end < len(lines) and end - at <= _MOST_ITEMS and _is_item(lines[end], longest, markers):
        end += 1
    items = lines[at + 1 : end]
    counted = sum(_NUMBERED.fullmatch(item.bare) is None for item in items)
    if kind == "related" and items and end < len(lines) and not all(_BULLET.match(item.words) for item in items):
        if ended and len(items) <= 2 and marked(lines[end], markers, tail=True)[0] is None:
            return _teaser(lines, at, markers)
        if counted > 6:
            end = at + 1  # so many short lines before a longer one may be the body's own
    if marker.alone and at + 1 == len(lines):
        kind = marker.alone
    parts = [lines[at].claim(kind, f"{marker.kind}-label")]
    parts += [line.claim(kind, f"{marker.kind}-item") for line in lines[at + 1 : end]]
    return parts, end


def _teaser(lines: list[Line], at: int, markers: Markers) -> tuple[list[Part], int]:
    """Return the label and the other article after it, which runs to the next marker."""
    parts = [lines[at].claim("related", "related-label")]
    end = at + 1
    while end < len(lines) and marked(lines[end], markers, tail=True)[0] is None:
        end += 1
    parts.append(Part(lines[at + 1].start, lines[end - 1].end, "teaser", "article-below"))
    for line in lines[at + 1 : end]:
        line.kind = "teaser"
    return parts, end


def _is_item(line: Line, longest: int, markers: Markers) -> bool:
    """Tell whether a line can be an item of a list of keywords or links: short, no sentence, no marker."""
    words = line.words
    if line.kind is not None or len(words) > longest + 30 * bool(_BULLET.match(words)):
        return False
    if (words.endswith((".", "،", ":")) and not words.endswith("..")) or is_bar(line, markers, tail=True):
        return False
    return not STOP.search(words) and not any(m.kind in _KINDS for m in markers.of_line(line.key))


def _rules(lines: list[Line], body: int) -> list[Part]:
    """Return the drawn rules that stand right above boilerplate or the editors' initials: they belong to it."""
    return [
        above.claim(below.kind, "rule")
        for above, below in zip(lines[body:], lines[body + 1 :], strict=False)
        if below.kind in _BELOW_RULE
        and above.kind is None
        and above.words[0] in _RULED
        and (
            (_RULE.fullmatch(above.words) and below.kind == "boilerplate")
            or (_SHORT_RULE.fullmatch(above.words) and below.kind == "byline" and _INITIALS.fullmatch(below.bare))
        )
    ]


def _ending(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return what ends the page without a label: stamp, byline, agency, glued links."""
    parts: list[Part] = []
    last = len(lines) - 1
    while last > body and (lines[last].kind is not None or not any(map(str.isalnum, lines[last].words))):
        last -= 1
    left = 3
    for line in reversed(lines[body + 1 : last + 1]):
        if line.kind is not None:
            continue
        left -= 1
        if left < 0 or (line.size > _LONGEST_ENDING and line.words[0] != "#"):
            break
        kind, rule = _ending_kind(lines, line, markers, gazetteer)
        if kind is None:
            break
        parts.append(line.claim(kind, rule))
    parts += read_signature(lines, markers, gazetteer)
    while last > body and lines[last].kind is not None:
        last -= 1
    tags = find_tags(lines, body, last)
    parts += [line.claim("keywords", "keywords-unlabelled") for line in tags]
    last -= len(tags)
    if lines[last].kind is None:
        parts += label_glued(lines, last, markers, gazetteer)
    return parts


def _ending_kind(lines: list[Line], line: Line, markers: Markers, gazetteer: Gazetteer) -> tuple[str | None, str]:
    """Return kind and rule of a line that ends the page without a label; no kind when it may be prose."""
    if is_stamp(line, markers, gazetteer) or (line is lines[-1] and is_signed_stamp(line, markers, gazetteer)):
        return "stamp", "stamp"
    signed = is_name_and_place(line, gazetteer.given) or _signs(lines, line, gazetteer)
    signed = signed or read_joined(line, gazetteer) == "byline"
    if signed or is_byline(line, markers, names=gazetteer.given) or _EDITORS.fullmatch(line.bare):
        return "byline", "byline"
    if _HASHTAGS.fullmatch(line.words) or _LISTED.fullmatch(line.words):
        return "keywords", "hashtags"
    if line.size <= _SOURCE_REST and (
        is_agencies(line.words.strip(" .()[]*-–—ـ"), gazetteer)
        or is_taken(line, gazetteer)
        or is_enclosed(line, gazetteer)
        or is_edited(line, gazetteer)
        or (line is lines[-1] and (is_followed_up(line) or line.key in OWN_WORK))
        or (line is lines[-1] and _is_outlet_alone(lines, line, gazetteer))
    ):
        return "source", "agency"
    if _INITIALS.fullmatch(line.bare) or (line.bare[0] in "=_ـ" and _INITIALS.fullmatch(line.bare.lstrip("=_ـ "))):
        return ("boilerplate" if line.bare.startswith(_OVER) else "byline"), "initials"
    return ("boilerplate", "address") if _ADDRESS.fullmatch(line.words) else (None, "")


def _is_outlet_alone(lines: list[Line], line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether the page's last line is an outlet's name that is a word too, under a whole paragraph."""
    above = lines[-2] if len(lines) > 1 else line
    if len(above) < _SIGNED or not above.words.endswith(_SENTENCE_ENDS):
        return False
    return gazetteer.outlet.fullmatch(line.level.strip(" .()-–—")) is not None


def _is_over_source(lines: list[Line], at: int, above: Line) -> bool:
    """Tell whether a name under the last sentence stands right above the source or the translator: the author's."""
    if (
        at + 1 >= len(lines)
        or lines[at + 1].kind not in ("source", "byline")
        or not _TWO_NAMES.fullmatch(lines[at].bare)
    ):
        return False
    return len(above) >= _SIGNED and above.words.endswith(_SENTENCE_ENDS) and NO_NAME.isdisjoint(lines[at].bare.split())


def _signs(lines: list[Line], line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line at the end of a page signs the article: a name, an address, or who the author is."""
    at = lines.index(line)
    above = next((other for other in reversed(lines[:at]) if other.kind is None), None)
    if is_author_note(line) or is_address(line):
        return True
    if above is not None and is_role(line) and is_author_line(above, gazetteer.given):
        return True
    if line.kind is None and above is not None and _is_over_source(lines, at, above):
        return True
    label = len(_FROM) if line.bare.startswith(_FROM) else m.end() if (m := _TRANSLATED.match(line.bare)) else 0
    if label:
        return is_author_line(line.part(label, len(line)), gazetteer.given)
    last = (
        line is lines[-1] and above is not None and len(above) >= _SHORT_SIGNED and above.words.endswith(_SENTENCE_ENDS)
    )
    if last and _SURNAMED.fullmatch(line.bare) and NO_NAME.isdisjoint(line.bare.split()):
        return True
    signed = last or (above is not None and (len(above) >= _SIGNED or above.kind == "byline"))
    return signed and is_author_line(line, gazetteer.given)
