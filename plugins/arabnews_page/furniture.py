"""Furniture: source, keywords, related links and boilerplate, by the table of markers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews.fold import Stripped, level, strip
from arabnews_page.authors import is_address, is_author_line, is_author_note, is_name_and_place, is_role
from arabnews_page.bars import is_bar
from arabnews_page.lines import MARKED, Part
from arabnews_page.markers import Marker
from arabnews_page.matter import is_byline, is_source
from arabnews_page.stamp import is_stamp

if TYPE_CHECKING:
    from arabnews_page.dateline import Gazetteer
    from arabnews_page.lines import Line
    from arabnews_page.markers import Markers

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
_INITIALS = re.compile(
    r"(?:انتهي\s?[/-]?\s?)?\(?(?=[^\s]{0,12}[./])[\u0621-\u064a]{1,2}(?:\s?[.،/]\s?[\u0621-\u064a]{1,2}){1,5}\.?\)?"
    r"|\([\u0621-\u064a]{1,2}(?:\s[\u0621-\u064a]{1,2}){1,3}\)"
)
"""What agencies' editors sign with («ع.ش/و.أ»)."""

_ADDRESS = re.compile(r"https?://\S{4,200}")
_EDITORS = re.compile(r"\((?:اعداد|تغطيه|كتابه|اعده)\s[^()]{5,90}[-–]\s?(?:تحرير|اعداد)\s[^()]{5,110}\)")
_FROM: Final = "من "
_COLON = re.compile(r"\s{0,3}(?:[:：|>»]|\.{2,4}|…|[-–—]\s)")
_AGENCIES = re.compile(r"[-–—\s]{0,3}([(\[]\s?([^()\[\]\n]{2,60}?)\s?[)\]])\s?[.*]?$")
_OVER = re.compile(r"\s((?:\.{2}\s?)?//\s{0,3}انتهي\s{0,3}//.{0,12})$")
_AND = re.compile(r"\s*[،,/+–-]\s*|\s+و(?=\w)")
_HASHTAGS = re.compile(r"(?:#\w{2,60}[\s،,|]{0,3}){1,30}")
_LISTED = re.compile(r"[^|\n.:]{2,25}(?:\s?\|\s?[^|\n.:]{2,25}){2,12}")
_SOURCE = re.compile(r"^المصدر\s+")
_TAKEN = re.compile(
    r"(?P<mark>[*•]\s?نقلا\s)?\(?(?:نقلا\s)?عن\s(?:(?:صحيفه|جريده|موقع|وكاله|مجله|قناه)\s)?[(«\"“]{0,2}"
    r"(?P<name>[^\W_][^«»“”\"().،:\n]{2,24}?)[)»\"”]{0,2}(?:\s[^\W\d_]{4,12})?[.)]?"
)
_STOP = re.compile(r"[^.\s]\.\s+\S")
_KEYWORDS = re.compile(r"\s{0,3}:?(?:\s{1,3}[\w-]{1,25}){1,20}\s{0,3}")
_GLUED_REST: Final = 700
_LONGEST_ENDING: Final = 180
_SIGNED: Final = 70
"""Who signs at the end signs a paragraph of some length; a name after short lines may be one of a list."""


_READ = re.compile(r"اقرا(?:وا|ي|/ي)?\s(?:في|عن|من|المزيد|ايضا|كذلك|علي|مع)[^:«»\"“.]{0,25}:\s?\S")
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
        if line.kind is not None or line.end - line.start > (2 * _SHORT if tail else _SHORT):
            at += 1
            continue
        marker, rest = marked(line, markers, tail=tail)
        if marker is None:
            at += 1
            continue
        if marker.kind in ("source", "keywords"):
            ended = True
        if marker.form == "label" and not rest:
            found, at = _labelled(lines, at, marker, markers, ended=ended)
            parts += found
        else:
            parts.append(line.claim(marker.kind, f"{marker.kind}-{marker.form}"))
            at += 1
    parts += _ending(lines, body, markers, gazetteer)
    parts += _rules(lines, body)
    return parts


def marked(line: Line, markers: Markers, *, tail: bool) -> tuple[Marker | None, bool]:
    """Return the marker that makes a line furniture, and whether something follows it on the line."""
    if not _may_be_marked(line, markers, tail=tail):
        return None, False
    places = ("any", "tail") if tail else ("any",)
    if len(line) <= _ALONE:
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
        if is_source(line, markers) if marker.kind == "source" else _opens(marker, label, rest, len(line), tail=tail):
            return marker, True
    return None, False


def _by_form(line: Line, markers: Markers, *, tail: bool) -> Marker | None:
    """Return the marker of a line that its form makes furniture: buttons, an invitation, an order to read."""
    if len(line) > _ITEM or line.bare.startswith(("و", "ف")):
        return None
    if is_bar(line, markers, tail=tail):
        return _BAR
    return _LINK if _READ.match(line.bare) else None


def _may_be_marked(line: Line, markers: Markers, *, tail: bool) -> bool:
    if len(line) > (2 * _SHORT if tail else _SHORT):
        return False
    if markers.may_open(line) or line.words[0] in "©#":
        return True
    return tail and markers.holds(line) is not None


def _at_tail(line: Line, markers: Markers) -> Marker | None:
    """Return the marker that only the end of a page has: it stands inside the line, or before keywords, or alone."""
    if line.words[0] == "#" and _HASHTAGS.fullmatch(line.words):
        return Marker("keywords", "hashtags", "tail")
    m = markers.holds(line) if len(line) <= _SHORT else None
    if m is not None:
        return Marker(markers.inside_kinds[" ".join(m[0].split())], "inside", "tail")
    m = markers.glued_words.match(line.bare) if len(line) <= _ITEM else None
    if m is None:
        return None
    kind = markers.glued_kinds[" ".join(m[0].split())]
    alone = line.piece and not line.bare[m.end() :].strip(" :")
    listed = kind == "keywords" and _KEYWORDS.fullmatch(line.bare, m.end())
    return Marker(kind, "glued", "tail") if alone or listed else None


def _opens(marker: Marker, label: str, rest: str, length: int, *, tail: bool) -> bool:
    """Tell whether a line that begins with a marker, and goes on with `rest`, is furniture as a whole."""
    if marker.form == "start":
        return length <= _SHORT or tail
    if _COLON.match(rest):
        return length <= _SHORT
    return "/" in label and not _STOP.search(rest)  # «اقرأ/ي أيضا» is a label wherever it stands


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
    if kind == "related" and items and end < len(lines) and not all(_BULLET.match(item.words) for item in items):
        if ended and len(items) <= 2:
            return _teaser(lines, at, markers)
        if len(items) > 6:
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
    if words.endswith((".", "،", ":")) and not words.endswith(".."):
        return False
    return not _STOP.search(words) and not any(m.kind in _KINDS for m in markers.of_line(line.key))


def _rules(lines: list[Line], body: int) -> list[Part]:
    """Return the drawn rules that stand right above boilerplate: they belong to it."""
    return [
        above.claim("boilerplate", "rule")
        for above, below in zip(lines[body:], lines[body + 1 :], strict=False)
        if below.kind == "boilerplate" and above.kind is None and _RULE.fullmatch(above.words)
    ]


def _ending(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return what ends the page without a label: stamp, byline, agency, glued links."""
    parts: list[Part] = []
    last = len(lines) - 1
    while last > body and (lines[last].kind is not None or not any(c.isalnum() for c in lines[last].words)):
        last -= 1
    for line in reversed(lines[max(body + 1, last - 2) : last + 1]):
        if line.kind is not None:
            continue
        if len(line) > _LONGEST_ENDING and line.words[0] != "#":
            break
        kind, rule = _ending_kind(lines, line, markers, gazetteer)
        if kind is None:
            break
        parts.append(line.claim(kind, rule))
    while last > body and lines[last].kind is not None:
        last -= 1
    if lines[last].kind is None:
        parts += _glued(lines[last], markers, gazetteer)
    return parts


def _ending_kind(lines: list[Line], line: Line, markers: Markers, gazetteer: Gazetteer) -> tuple[str | None, str]:
    """Return kind and rule of a line that ends the page without a label; no kind when it may be prose."""
    if is_stamp(line, markers, gazetteer):
        return "stamp", "stamp"
    signed = is_name_and_place(line, gazetteer.given) or _signs(lines, line, gazetteer)
    if signed or is_byline(line, markers) or _EDITORS.fullmatch(line.bare):
        return "byline", "byline"
    if _HASHTAGS.fullmatch(line.words) or _LISTED.fullmatch(line.words):
        return "keywords", "hashtags"
    if len(line) <= _SOURCE_REST and (
        _is_agencies(line.words.strip(" .()[]*-–—ـ"), gazetteer)
        or _is_taken(line, gazetteer)
        or _is_enclosed(line, gazetteer)
    ):
        return "source", "agency"
    if _INITIALS.fullmatch(line.bare) or _ADDRESS.fullmatch(line.words):
        return "boilerplate", "initials-or-address"
    return None, ""


def _is_enclosed(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is one outlet's name between strokes or brackets, or after the label of a source."""
    words = line.level
    if words[0] == words[-1] == "/" or (words[0], words[-1]) in (("(", ")"), ("[", "]")):
        return gazetteer.outlet.fullmatch(words[1:-1].strip(' «»"“”')) is not None
    m = _SOURCE.match(words)
    return m is not None and gazetteer.outlet.fullmatch(words[m.end() :].strip(' .«»"“”')) is not None


def _is_taken(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line names whom the article was taken from («*نقلا عن …»), or an outlet in brackets and marks."""
    m = _TAKEN.fullmatch(line.bare)
    if m is None:
        return False
    return m["mark"] is not None or gazetteer.outlet.match(m["name"]) is not None


def _signs(lines: list[Line], line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line at the end of a page signs the article: a name, an address, or who the author is."""
    at = lines.index(line)
    above = next((other for other in reversed(lines[:at]) if other.kind is None), None)
    if is_author_note(line) or is_address(line):
        return True
    if above is not None and is_role(line) and is_author_line(above, gazetteer.given):
        return True
    if line.bare.startswith(_FROM):
        return is_author_line(line.part(len(_FROM), len(line)), gazetteer.given)
    signed = above is not None and (len(above) >= _SIGNED or above.kind == "byline")
    return signed and is_author_line(line, gazetteer.given)


def _is_agencies(words: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the words are names of agencies and outlets alone («أ ف ب، رويترز»)."""
    names = [name.strip(' «»"“”.') for name in _AND.split(level(words)) if name.strip()]
    known = [gazetteer.outlet.fullmatch(name) for name in names]
    return bool(names) and all(known) and any(name not in gazetteer.common for name in names)


def _glued(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return what is glued to the end of the last paragraph: the agency in brackets, links, keywords."""
    tail = max(line.start, line.end - _GLUED_REST)
    written = line.levelled[tail : line.end]
    if not any(sign in written for sign in markers.glued_signs):
        return []
    stripped = strip(written) if MARKED.search(written) else Stripped(written, written)
    over = _OVER.search(stripped.text, max(0, len(stripped.text) - 40)) if "//" in stripped.text else None
    if over and over.start() > 0:
        start, end = stripped.back(over.start(1), len(stripped.text.rstrip()))
        return [Part(tail + start, tail + end, "boilerplate", "end-glued")]
    closed = stripped.text[-4:].rstrip(" .*")[-1:] in (")", "]")
    agencies = _AGENCIES.search(stripped.text, max(0, len(stripped.text) - 80)) if closed else None
    if agencies and agencies.start() > 0 and _is_agencies(agencies[2], gazetteer):
        start, end = stripped.back(*agencies.span(1))
        return [Part(tail + start, tail + end, "source", "agency-glued")]
    bare = stripped.text.lower()
    if len(bare) != len(stripped.text):
        return []  # a letter whose small form is longer: offsets would not hold
    for gap in markers.glued.finditer(bare):
        label = markers.glued_words.match(bare, gap.end())
        if label is None or not bare[: gap.end()].strip():
            continue
        kind, rest = markers.glued_kinds[" ".join(label[0].split())], bare[label.end() :]
        if _STOP.search(rest) or (kind == "keywords" and not _KEYWORDS.fullmatch(rest)):
            continue
        start, _ = stripped.back(gap.end(), len(bare))
        return [Part(tail + start, line.end, kind, f"{kind}-glued")]
    return []
