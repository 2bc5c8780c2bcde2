"""The head of a page: section, headline, subheadline, byline, stamp, caption, dateline, down to the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from arabnews.fold import level
from arabnews_page.authors import inline_byline, is_author_line, is_name_and_place, split_prefix
from arabnews_page.dateline import LONGEST as LONGEST_DATELINE
from arabnews_page.dateline import read_line, read_unknown
from arabnews_page.lines import Part
from arabnews_page.stamp import is_stamp, published_in

if TYPE_CHECKING:
    from arabnews_page.dateline import Dateline, Gazetteer
    from arabnews_page.lines import Line
    from arabnews_page.markers import Markers

REACH: Final = 10
"""How many lines the head of a page may have."""

_LONGEST_TITLE: Final = 160
_LONGEST_SUBTITLE: Final = 120
_MOST_TITLES: Final = 6
_FEWEST_WORDS: Final = 4
"""A second title of fewer words may as well be the author's name."""

_BODY: Final = 80
"""A line of so many characters may be the body that a headline announces."""

_SENTENCE: Final = 45
"""So may a shorter one that is a whole sentence."""

_SENTENCES = re.compile(r"[^\W_]{3}[\"”»)]?\s?[.؟!]\s+\S[^\n]{25}")
_BULLET = re.compile(r"\s*(?:[-–—ـ•▪*>{<]\s|\d{1,2}\s?[-.)](?!\d)|\()")
_SECTION_BEFORE = re.compile(r"([^/|:\n]{2,25}?)\s*[/|]\s+(?=\S)")
_SECTION_AFTER = re.compile(r"\s[-–—|]\s?([^-–—|\n]{2,25})$")
_TWO_PARTS = re.compile(r"[^-–—ـ:.،\d]{5,30}\s[-–—ـ]\s[^-–—ـ:.،\d]{2,25}")
_DATED = re.compile(
    r"\W{0,3}(?:[^\W\d_]{3,9}[,،]?\s)?(?:\d{1,2}\s[^\W\d_]{3,10}[,،]?\s\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
)
_SEPARATOR = re.compile(r"\s{0,3}[:：/|\-–—]")
_LONGEST_SOURCE: Final = 60
_LABEL_REST = re.compile(r"\s*[:/\-–—ـ]\s*|\s+")
_LONGEST_BYLINE: Final = 50
_LONGEST_NAME_AND_PLACE: Final = 35
_LONGEST_KICKER: Final = 45
_MENU: Final = 3
"""So many sections in a row are a menu."""

_MARKUP = re.compile(r"content=[\"']|[^<]{0,400}/>$|<!--")
_STROKE = re.compile(r"\s[/|]\s")
_CARRIED: Final = frozenset({"متابعه", "متابعات", "خاص", "وكالات", "خدمه"})
"""What an outlet adds to its name on a line of its own."""

_AMBIGUOUS: Final = frozenset(
    {"كتب", "كتبت", "حوار", "ترجمه", "تحقيق", "تقرير", "تصوير", "متابعه", "رساله", "تغطيه", "اعد الملف", "بواسطه"}
)
"""Labels of bylines that are ordinary words too: a separator must follow, or a colon end the line."""


@frozen
class Place:
    """Where in the head a line stands: whether it is the first, under the headline, under any other part."""

    first: bool
    titled: bool
    led: bool


def read_head(lines: list[Line], markers: Markers, gazetteer: Gazetteer) -> tuple[list[Part], int]:
    """Return the parts of the head and the index of the body's first line."""
    parts: list[Part] = []
    headline: Line | None = None
    at = 0
    reach = REACH + sum(line.piece for line in lines[: 2 * REACH])
    while at < min(len(lines), reach):
        line = lines[at]
        titled = headline is not None
        place = Place(first=at == 0, titled=titled, led=bool(parts))
        matter = _matter(line, markers, gazetteer, place)
        if matter:
            parts += matter
        elif headline is None and _is_title(line) and _has_body(lines, at, reach):
            taken = _titles(lines, at, markers, gazetteer)
            for piece in taken:
                parts += piece
            headline = line
            at += len(taken)
            continue
        elif headline is not None and _repeats(headline, line):
            parts.append(line.claim("headline", "repeated-headline"))
            late = _late_titles(lines, at, markers)
            parts += late
            at += len(late)
        elif titled and at + 1 < len(lines) and _is_caption(line, markers):
            parts.append(line.claim("caption", "caption"))
        elif any(map(str.isalnum, line.words)):
            break
        at += 1
    if at < len(lines):
        parts += _inline_dateline(lines[at], markers, gazetteer, titled=headline is not None)
    return _without_menus(parts), at


def _repeats(headline: Line, line: Line) -> bool:
    """Tell whether a line is the headline again; the page's title may name the outlet before it."""
    return line.key == headline.key or (len(line.key) > _LONGEST_KICKER / 2 and headline.key.endswith(line.key))


def _late_titles(lines: list[Line], at: int, markers: Markers) -> list[Part]:
    """Return the piece under a repeated headline that stands on its line and leads to the body below."""
    following = lines[at + 1 : at + 3]
    if len(following) < 2 or not following[0].piece or following[0].blank_before or not _is_title(following[0]):
        return []
    if _is_caption(following[0], markers):
        return [following[0].claim("caption", "caption")]
    return [following[0].claim("subheadline", "subheadline")] if len(following[1]) >= 2 * len(following[0]) else []


def _without_menus(parts: list[Part]) -> list[Part]:
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


def _matter(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the part that a line of the head is by its own form, or nothing."""
    if line.piece and _MARKUP.match(line.words):
        return [line.claim("boilerplate", "markup")]
    if len(line) > LONGEST_DATELINE + 20:
        return []
    kind = next((m.kind for m in markers.of_line(line.key) if m.form == "line" and m.place != "tail"), None)
    if kind is None and is_stamp(line, markers, gazetteer):
        kind = "stamp"
    if kind is None and not place.first and is_source(line, markers):
        kind = "source"
    if kind is None and is_byline(line, markers, first=place.first):
        kind = "byline"
    if kind is None and place.led and not place.first and line.key in _CARRIED:
        kind = "dateline"
    if kind is not None:
        return [line.claim(kind, kind)]
    if place.led and not place.first and is_author_line(line, gazetteer.given):
        return [line.claim("byline", "bare-author")]
    if is_name_and_place(line, gazetteer.given):
        return [line.claim("byline", "name-and-place")]
    found = _glued_stamp(line) or _own_dateline(line, gazetteer, titled=place.titled)
    return found or _stroked(line, markers, gazetteer, place)


def _stroked(line: Line, markers: Markers, gazetteer: Gazetteer, place: Place) -> list[Part]:
    """Return the stamp and what stands beside it after a stroke («… 2012 / البلدة - فلان»), or nothing."""
    stroke = _STROKE.search(line.words)
    if stroke is None or line.piece:
        return []
    one, other = line.part(0, stroke.start()), line.part(stroke.end(), len(line))
    if not one.words or not other.words or not is_stamp(one, markers, gazetteer):
        return []
    beside = _matter(other, markers, gazetteer, evolve(place, first=False))
    line.kind = "stamp" if beside else None
    return [one.claim("stamp", "stamp"), *beside] if beside else []


def _glued_stamp(line: Line) -> list[Part]:
    """Return the author's name and the stamp «نشر في … يوم …» that archives glue to it, or nothing."""
    at = published_in(line)
    if at is None:
        return []
    line.kind = "stamp"
    stamp = Part(line.start + at, line.end, "stamp", "published-in")
    name = line.words[:at].rstrip()
    return [Part(line.start, line.start + len(name), "byline", "published-in"), stamp] if name else [stamp]


def is_source(line: Line, markers: Markers) -> bool:
    """Tell whether the line names its source after a label («المصدر: …»)."""
    label, meanings = markers.at_start(line.bare)
    rest = line.bare[len(label) :]
    if not any(m.kind == "source" and m.form == "open" for m in meanings) or not _SEPARATOR.match(rest):
        return False
    return len(rest) <= _LONGEST_SOURCE and len(rest.split()) <= 8 and not rest.rstrip().endswith(("،", "؟"))


def is_byline(line: Line, markers: Markers, *, first: bool = False) -> bool:
    """Tell whether the line names its author after a label («بقلم: …»)."""
    if len(line) > _LONGEST_BYLINE + 20:
        return False
    label, meanings = markers.at_start(line.bare)
    if not any(m.kind == "byline" for m in meanings):
        return False
    rest = line.bare[len(label) :]
    separator = _LABEL_REST.match(rest)
    name = rest[separator.end() :] if separator else rest
    told = separator is not None and bool(separator[0].strip())
    ends = line.bare[-1] in ":-–—"
    if " ".join(label.split()) in _AMBIGUOUS and not (told or (ends and not first)):
        return False
    if told and len(name.split()) <= 4:
        name = name.rstrip(" .")
    return 1 <= len(name.split()) <= 7 and len(name) <= _LONGEST_BYLINE and not name.rstrip().endswith((".", "،", "؟"))


def _own_dateline(line: Line, gazetteer: Gazetteer, *, titled: bool) -> list[Part]:
    """Return the dateline or byline that fills a line: place and outlet, or a name with one of them."""
    found = read_line(line, gazetteer)
    if found is not None and found.end == len(line):
        sure = found.outlet and (found.place or found.sure or found.day)
        dated = found.place and (found.day or (titled and found.ended))
        return [line.claim("dateline", "dateline")] if sure or dated else []
    if (
        found is not None
        and found.sure
        and found.outlet
        and len(line) <= _LONGEST_BYLINE
        and line.words[found.end - 1] in "-–—"
    ):
        return [line.claim("byline", "outlet-and-name")]  # «OUTLET - خاص - بقلم: …»
    found = read_line(line, gazetteer, names=True) if len(line) <= _LONGEST_BYLINE + 10 else None
    if found is None or found.end != len(line) or found.names != 1 or not (found.sure or found.place):
        return []
    if not (found.sure or titled or _two_parts(line.words)):
        return []
    return [line.claim("byline", "name-and-place")]


def _two_parts(words: str) -> bool:
    return _TWO_PARTS.fullmatch(words) is not None


def _inline_dateline(line: Line, markers: Markers, gazetteer: Gazetteer, *, titled: bool) -> list[Part]:
    """Return the dateline and the byline that the body's first line begins with, or nothing."""
    if len(line) < 60:
        return []
    byline = inline_byline(line, markers, gazetteer.given)
    if byline:
        return byline
    named = read_line(line, gazetteer, names=True)
    if named is not None and named.names == 1 and (named.place or named.sure):
        parts = split_prefix(line, named, gazetteer.given)
        if parts:
            return parts
    found = read_line(line, gazetteer)
    if found is None:
        labelled = any(m.kind == "byline" for m in markers.at_start(line.bare)[1])
        end = read_unknown(line.level) if titled and not line.piece and not labelled else None
        return [Part(line.start, line.start + end, "dateline", "unknown-place")] if end else []
    if found.end >= len(line) - 30:
        return []
    written = line.words[: found.end]
    if found.outlet:
        believed = _outlet_believed(found, written[-1])
    else:
        believed = (
            found.place and found.ended and written[-1] in "-–—ـ" and (titled or len(line) > 2 * LONGEST_DATELINE)
        )
    return [Part(line.start, line.start + found.end, "dateline", "dateline")] if believed else []


def _outlet_believed(found: Dateline, last: str) -> bool:
    """Tell whether a run of names with an outlet, after which the line goes on, is a dateline."""
    if last in "/|" or found.day:
        return True
    if found.place:
        return found.ended or (found.sure and last in ")»”")
    return found.sure and found.ended and last != ":"  # «رويترز: …» names a source


def _is_title(line: Line) -> bool:
    """Tell whether a line has the form of a headline: short, one clause, no full stop at its end."""
    words = line.words.strip("* \t")
    if not words or len(words) > _LONGEST_TITLE or len(words.split()) < 2:
        return False
    if words[-1] in "،,؛;-–" or (words[-1] == "." and not words.endswith("..")):
        return False
    if len(words) <= _LONGEST_NAME_AND_PLACE and _two_parts(words):
        return False  # «فلان – البلدة»
    if _SENTENCES.search(words) or (_BULLET.match(words) and not line.words.startswith("**")):
        return False
    return any(c.isalpha() for c in words)


def _has_body(lines: list[Line], at: int, reach: int = REACH) -> bool:
    """Tell whether a body follows: a longer line of some length, or a full sentence."""
    title = len(lines[at])
    return any(
        (len(line) >= _BODY and len(line) > title)
        or (len(line) >= _SENTENCE and line.words.endswith((".", "؟", '."', "».", "”.")))
        for line in lines[at + 1 : at + reach]
    )


def _titles(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[list[Part]]:
    """Return the parts of each line of the titles that begin at a line: headline, repeated headline, subheadlines."""
    first = lines[at]
    taken = [_headline(first, markers)]
    following = lines[at + 1 : at + 1 + _MOST_TITLES]
    run = next((i for i, line in enumerate(following) if not _is_title(line)), len(following))
    for i, line in enumerate(following[:run]):
        if line.key == first.key:
            taken.append([line.claim("headline", "repeated-headline")])
            continue
        if (
            not _has_body(lines, at + 1 + i)
            or _matter(line, markers, gazetteer, Place(first=False, titled=True, led=True))
            or _is_caption(line, markers)
        ):
            break
        if i == 0 and not line.blank_before and not first.words.startswith("**") and _is_kicker(first, line, markers):
            taken = [[first.claim("subheadline", "kicker")], [line.claim("headline", "headline")]]
            continue
        if line.blank_before and not _announces(lines, at + 1 + i) and not _leads(lines, at, run):
            break
        if len(line) > _LONGEST_SUBTITLE or len(line.words.split()) < _FEWEST_WORDS or _DATED.search(line.words):
            break
        taken.append([line.claim("subheadline", "subheadline")])
    return taken


def _leads(lines: list[Line], at: int, run: int) -> bool:
    """Tell whether the titles from `at` on lead to a body: a far longer, whole sentence after the run of them."""
    body = lines[at + 1 + run] if at + 1 + run < len(lines) else None
    return body is not None and len(body) >= 2 * _BODY and body.words.endswith((".", ".”", '."'))


def _announces(lines: list[Line], at: int) -> bool:
    """Tell whether a line that stands by itself is a second title: short, and a far longer line follows after a gap."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    return following is not None and following.blank_before and len(following) >= 2 * len(line)


def _is_kicker(first: Line, second: Line, markers: Markers) -> bool:
    """Tell whether the first of two adjoining titles is the line over the headline."""
    if first.words.endswith((":", "...", "…")):
        return True
    return markers.kicker.match(first.bare) is not None and (
        len(first) <= _LONGEST_KICKER or len(second) <= len(first) * 1.5
    )


def _headline(line: Line, markers: Markers) -> list[Part]:
    """Return a headline's parts: a section may stand before it («عام / …») or after it («… - أخبار محلية»)."""
    words = line.words
    before = _SECTION_BEFORE.match(words)
    if before and _is_section(before[1], markers):
        line.kind = "headline"
        return [
            Part(line.start, line.start + len(before[1]), "section", "section-before-headline"),
            Part(line.start + before.end(), line.end, "headline", "headline"),
        ]
    after = _SECTION_AFTER.search(words)
    if after and _is_section(after[1], markers):
        line.kind = "headline"
        return [
            Part(line.start, line.start + len(words[: after.start()].rstrip()), "headline", "headline"),
            Part(line.start + after.start(1), line.end, "section", "section-after-headline"),
        ]
    return [line.claim("headline", "headline")]


def _is_section(words: str, markers: Markers) -> bool:
    key = " ".join(level(words).lower().split())
    return any(m.kind == "section" for m in markers.of_line(key))


def _is_caption(line: Line, markers: Markers) -> bool:
    """Tell whether a line of the head is the caption of the picture: a credit ends it."""
    if len(line) > 200 or line.words.endswith("."):
        return False
    _, meanings = markers.at_start(line.bare)
    if any(m.kind == "caption" for m in meanings):
        return True
    return markers.ends.search(line.bare) is not None
