"""The head of a page: section, headline, subheadline, byline, stamp, caption, dateline, down to the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_page.opening.claims import count_claimed
from arabnews_page.opening.columns import read_column, read_section, without_menus
from arabnews_page.opening.kickers import EPISODE
from arabnews_page.opening.pulled import is_introduced, read_pulled, stands_first
from arabnews_page.opening.titles import (
    above_matter,
    has_body,
    is_apart_title,
    is_broken_off,
    is_head_matter,
    is_one_word,
    is_page_title,
    is_title,
    read_titles,
    repeats,
    told_links,
)
from arabnews_page.pieces.authors import is_author_below, is_author_line, is_role
from arabnews_page.pieces.captions import claim_caption, is_caption, is_event, shows_officer
from arabnews_page.pieces.inline import inline_dateline, late_dateline
from arabnews_page.pieces.joined import (
    is_label,
    is_over_stamp,
    names_outlet,
    read_joined,
    read_strange,
    read_under_stamp,
)
from arabnews_page.pieces.labels import is_byline, is_label_of_author
from arabnews_page.pieces.matter import read_matter
from arabnews_page.text.bars import is_bar
from arabnews_page.text.lines import Part, Place
from arabnews_page.text.stamp import is_stamp
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers


REACH: Final = 10
"""How many lines the head of a page may have."""

_LONGEST: Final = 200
"""No headline is longer, with its typographic marks."""

_LONGEST_KICKER: Final = 45
_NAME_WORDS: Final = 3
_NAMED = re.compile(
    r"(?:ال(?:رييس|ملك|امير|شيخ|وزيره?|لاعبه?|مدرب|دكتوره?|عقيد|عميد|لواء|سفيره?|محافظ|فنانه?|مفتي)|مدير عام"
    r"|خادم الحرمين)"
    r"(?:\s(?!(?:في|من|علي|الي|عن|مع|بين|ضد|كما)\s|[وفبلك]ال|و|[يت][^\W\d_]{3})[^\W\d_]{2,12}){1,5}"
)
"""An office and a name, and no more: whom the picture shows."""

_NUMBERED = re.compile(r"[^\W\d_]{4,15}\s?\(\d{1,2}(?:\s?[-/]\s?\d{1,2})?\)")
"""One word and a number: the title of a page of a series."""

_MOST_NAME_WORDS: Final = 6
_LONGEST_LATE: Final = 100
_FEWEST_LATE: Final = 4
_SIGNATURE = re.compile(r"\s?[-–—ـ]\s[^\s]{2,15}(?:\s[^\s]{2,15})?$|^[^\s]{1,15}\s?[-–—ـ]\s")
_ALONE: Final = "outlet-alone"
_OUTLET_RULES: Final = (_ALONE, "place-below")
"""So an outlet's own pages begin, and an author may follow."""

_TOLD_OF: Final = re.compile(r"(?:ولد|ولدت|توفي|توفيت|رحل|رحلت|يواصل|تواصل|يعد|تعد|يعتبر|تعتبر)(?!\w)")
"""So begins what is told of the person whose name stands above it."""

_OUTLET: Final = ("dateline", "source")
"""The kinds of a line that names the outlet, with a place or without."""

_SIGNED: Final = ("byline", *_OUTLET)
_DASHES: Final = frozenset("-–—ـ")
_ABOVE_NAME: Final = ("headline", *_OUTLET)
_PARAGRAPH: Final = 2 * _LONGEST_KICKER
_ENDS: Final = (".", ".”", '."', ".»", "».", "”.")
_MARKS: Final = frozenset("-–—•▪*")
_STRAYS: Final = 6
_LONGEST_STRAY: Final = 90


def read_head(lines: list[Line], markers: Markers, gazetteer: Gazetteer) -> tuple[list[Part], int]:
    """Return the parts of the head and the index of the body's first line."""
    claimed, judged = count_claimed(lines, markers)
    parts: list[Part] = []
    headline: Line | None = None
    at = 0
    reach = 0 if claimed and not judged else REACH + sum(line.piece for line in lines[: 2 * REACH])
    while at < min(len(lines), reach):
        line = lines[at]
        titled = headline is not None
        place = Place(first=at == 0, titled=titled, led=bool(parts))
        matter = read_matter(line, markers, gazetteer, place)
        if not matter:
            matter = _by_company(lines, at, parts, markers, gazetteer)
        if matter:
            parts += matter
            at += matter[-1].start > line.end  # the line below belongs to it
        elif headline is None and _may_be_headline(lines, at, reach, markers, gazetteer):
            taken = read_titles(lines[: at + 1] if claimed else lines, at, markers, gazetteer)
            for piece in taken:
                parts += piece
            headline = line
            at += len(taken)
            continue
        elif headline is not None and repeats(headline, line):
            parts.append(line.claim("headline", "repeated-headline"))
            late = _late_titles(lines, at, markers, gazetteer)
            parts += late
            at += len(late)
        elif titled and (below := _below_title(lines, at, parts, markers, gazetteer)):
            parts += below
            at += len(below) - 1
            reach += len(below) - 1
        elif any(map(str.isalnum, line.words)) and not (titled and _is_stray(lines, at, markers, gazetteer)):
            break
        else:
            parts += _dash_below(line, parts)
        at += 1
    if at < len(lines) and reach:
        begun = inline_dateline(lines[at], markers, gazetteer, titled=headline is not None)
        parts += begun or late_dateline(lines, at, markers, gazetteer)
    return without_menus(parts if headline else _placed(parts)), at


def _placed(parts: list[Part]) -> list[Part]:
    """Return the parts above a body without a headline: an outlet alone stands there for the place."""
    if not parts or parts[0].rule != _ALONE:
        return parts
    return [evolve(part, kind="dateline") if part.kind == "source" else part for part in parts]


def _dash_below(line: Line, parts: list[Part]) -> list[Part]:
    """Return the dash on a line of its own that parts an author from the report, or a number alone; or nothing."""
    if parts and line.words.isdigit():
        return [line.claim("boilerplate", "count")]  # how many shared it
    told = parts and parts[-1].kind in _SIGNED and line.words in _DASHES
    return [line.claim(parts[-1].kind, "dash")] if told else []


def _is_stray(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a short line that nothing tells stands among the head's matter: a stamp or author is to come."""
    if not any(map(str.isalpha, lines[at].words)):
        return True  # how many shared it
    for line in lines[at : at + _STRAYS]:
        if line.end - line.start >= _LONGEST_STRAY or line.words.endswith((".", '."', "؟")):
            return False
        if is_stamp(line, markers, gazetteer) or is_bar(line, markers, tail=True) or read_joined(line, gazetteer):
            return True
        if is_byline(line, markers, names=gazetteer.given):
            return True
    return False


def _is_named(name: Line, body: list[Line]) -> bool:
    """Tell whether the body says a word of a name: then it is about who is named so.

    In the last line the whole name may be the author's once more.
    """
    words = [word.removeprefix("ال") for word in name.bare.split()]
    if any(word in body[0].bare for word in words):
        return True
    said = re.compile(rf"(?<!\w)[وفبلك]?(?:ال|لل)?(?:{'|'.join(map(re.escape, words))})(?!\w)")
    return any(said.search(line.bare) for line in body[1:-1]) or (
        said.search(body[-1].bare.replace(name.bare, "")) is not None
    )


def _person(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the author over the headline, or after a dateline without one, or whom the picture shows; or nothing."""
    line = lines[at]
    if line.end - line.start > 2 * _LONGEST_KICKER:
        return []
    over_body = at + 1 < len(lines) and len(lines[at + 1]) >= 2 * _LONGEST_KICKER
    if over_body and (at == 0 or (parts and parts[-1].kind == "headline")):
        shown = "person-shown" if _NAMED.fullmatch(line.bare) else "event-shown" if is_event(line, markers) else ""
        if shown:
            return [line.claim("caption", shown)]
    if over_body and parts and parts[-1].kind in ("stamp", "byline", "headline") and shows_officer(line, gazetteer):
        return [line.claim("caption", "person-shown")]
    titled = any(part.kind == "headline" for part in parts)
    if at + 2 >= len(lines) or line.words.endswith(":") or (titled and parts[-1].rule not in _OUTLET_RULES):
        return []
    words = line.words.split()
    if at == 0:
        above = is_title(lines[1], markers) and has_body(lines, 1) and len(lines[1].words.split()) > 1
        alone = over_body and _TOLD_OF.match(lines[1].bare) is None and not _is_named(line, lines[1:])
        named = (above or alone) and is_author_line(line, gazetteer.given)
    else:
        named = (
            bool(parts)
            and parts[-1].kind in _OUTLET
            and 2 <= len(words) <= _NAME_WORDS
            and all(word.isalpha() and len(word) >= _NAME_WORDS for word in words)
            and over_body
        )
    return [line.claim("byline", "author-above")] if named else []


def _by_company(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return what a line of the head is by the lines around it: an author, a place, a column's name; or nothing."""
    if at == 0 and is_page_title(lines):
        lines[0].kind = "boilerplate"
        return [Part(lines[0].start, lines[1].end, "boilerplate", "page-title")]
    matter = _labelled_below(lines, at, markers) or _place_below(lines, at, parts, markers, gazetteer)
    matter = matter or _person(lines, at, parts, markers, gazetteer)
    if matter or any(part.kind == "headline" for part in parts):
        return matter
    return read_column(lines, at, markers, gazetteer) or read_section(lines, at, parts, markers, gazetteer)


def _kind_over_body(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> str:
    """Return what a short line below the headline is by what stands above and below it, or nothing."""
    line, below = lines[at], lines[at + 1]
    kind = is_over_stamp(line, gazetteer) if is_stamp(below, markers, gazetteer) else ""
    kind = kind or is_label(line, below, markers, gazetteer)
    if not kind and len(below) >= _PARAGRAPH:
        kind = read_strange(line, lines, at)
    if parts[-1].kind == "stamp" and names_outlet(line, gazetteer):
        kind = "source"
    elif not kind and parts[-1].kind == "stamp" and len(below) >= 2 * _LONGEST_KICKER:
        kind = "byline" if is_author_below(line, gazetteer.given) else read_under_stamp(line, lines, at, markers)
    elif not (kind or EPISODE.fullmatch(line.bare)) and parts[-1].kind in _ABOVE_NAME and len(below) >= _PARAGRAPH:
        kind = read_under_stamp(line, lines, at, markers) if " " in line.bare else ""
    if not kind and parts[-1].kind == "byline" and is_role(line) and len(below) >= _PARAGRAPH:
        kind = "byline"
    return kind


def _says_on(head: list[Line], line: Line) -> bool:
    """Tell whether a line is the headline and more: the words that stand for the picture, and whom it shows."""
    if len(line) > 2 * _LONGEST:
        return False
    rests = (line.key.removeprefix(above.key) for above in head if above.kind == "headline")
    return any(rest != line.key and rest.strip()[:1].isalpha() for rest in rests)


def _labelled_below(lines: list[Line], at: int, markers: Markers) -> list[Part]:
    """Return the author whose name stands below its label («بقلم:»), or nothing."""
    if at + 2 >= len(lines) or not is_label_of_author(lines[at], markers):
        return []
    name = lines[at + 1]
    if name.kind is not None or len(name) > _LONGEST_KICKER or not 1 < len(name.words.split()) <= _MOST_NAME_WORDS:
        return []
    if name.words[-1] in ".،:؟!" or len(lines[at + 2]) <= len(name):
        return []
    return [lines[at].claim("byline", "label-above"), name.claim("byline", "label-above")]


def _place_below(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the dateline of a place alone, below the outlet's name that begins the page, or over author or stamp."""
    line = lines[at]
    kinds = [part.kind for part in parts]
    if gazetteer.place.fullmatch(line.bare) is None or not kinds:
        return []
    led = kinds[-1] in _OUTLET and all(kind == "headline" or kind in _OUTLET for kind in kinds)
    over = "headline" in kinds and at + 1 < len(lines) and is_head_matter(lines[at + 1], markers, gazetteer)
    return [line.claim("dateline", "place-below")] if led or over else []


def _below_title(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the caption or the late subheadline that a line below the headline is, or nothing."""
    if at + 1 >= len(lines):
        return []
    line, below = lines[at], lines[at + 1]
    shown = is_caption(line, markers, gazetteer) or _says_on(lines[:at], line)
    if shown or (told := told_links(line, markers)):
        return claim_caption(lines, at, markers) if shown else [line.claim(told, told)]
    rule = "subheadline-listed" if _is_listed(lines, at, parts) else ""
    rule = rule or ("stand-first" if stands_first(lines, at, parts, markers, gazetteer) else "")
    if rule or is_introduced(line, below, markers, gazetteer):
        return [line.claim("subheadline", rule or "introduced")]
    if kind := _kind_over_body(lines, at, parts, markers, gazetteer):
        return [line.claim(kind, "over-body")]
    if _is_late_title(lines, at, parts, markers, gazetteer) or _is_short_title(lines, at, parts, markers):
        return [line.claim("subheadline", "subheadline-late")]
    return read_pulled(lines, at, markers, gazetteer)


def _is_listed(lines: list[Line], at: int, parts: list[Part]) -> bool:
    """Tell whether a line is one of several right under the headline, each with the same mark before it."""
    mark = lines[at].words[0]
    if mark not in _MARKS or len(lines[at]) > _LONGEST_LATE or lines[at].words[-1] in ".:؟":
        return False
    beside = (lines[at - 1], lines[at + 1])
    return parts[-1].kind in ("headline", "subheadline") and any(
        line.words[0] == mark and len(line) <= _LONGEST_LATE for line in beside
    )


def _is_short_title(lines: list[Line], at: int, parts: list[Part], markers: Markers) -> bool:
    """Tell whether a line of two or three words under the headline titles the body: one of the two says it again."""
    line, below = lines[at], lines[at + 1]
    words = line.words.split()
    if not 1 < len(words) < _FEWEST_LATE or parts[-1].kind not in ("headline", "subheadline", "stamp", "byline"):
        return False
    if EPISODE.fullmatch(line.bare):
        return True
    if len(below) <= len(line) + _LONGEST_KICKER and at + 2 < len(lines):
        below = lines[at + 2]  # another line as short may part it from the body
    if len(below) < 2 * _LONGEST_KICKER or not is_title(line, markers) or line.words[-1] in "؟?":
        return False
    said = {*stems_of(WORD.findall(below.bare[: 2 * _LONGEST])), *stems_of(WORD.findall(lines[0].bare))}
    return not said.isdisjoint(stems_of(WORD.findall(line.bare)))


def _is_late_title(lines: list[Line], at: int, parts: list[Part], markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line under the stamp, author or dateline is the first title below the headline."""
    line = lines[at]
    above = parts[-1].kind if parts else "paragraph"
    if not (above in {"stamp", "byline"} or above in _OUTLET) or at + 1 >= len(lines):
        return False
    kinds = {part.kind for part in parts}
    below = lines[at + 1]
    apart = line.blank_before and below.blank_before
    ends = _ENDS if len(below) < 2 * _LONGEST_KICKER else (*_ENDS, "؟", "!", ":")
    announced = len(below) >= 2 * len(line) and below.words.endswith(ends)
    asked = below.words[0] in _MARKS and below.words.endswith("؟")
    over = is_head_matter(below, markers, gazetteer)
    return (
        "headline" in kinds
        and sum(part.kind == "subheadline" and part.rule != "kicker" for part in parts) <= (announced and apart)
        and len(line) <= _LONGEST_LATE
        and len(line.words.split()) >= _FEWEST_LATE
        and line.words[-1] not in (":" if over else ":؟?")
        and not line.words.endswith("..")
        and is_title(line, markers)
        and line.bare.split(None, 1)[0] not in markers.lead_verbs
        and not _SIGNATURE.search(line.words)
        and (announced or asked or over)
    )


def _may_be_headline(lines: list[Line], at: int, reach: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is a headline by its form, or by the stamp or byline right under it."""
    if len(lines[at]) > _LONGEST or not has_body(lines, at, reach):
        return False
    titled = is_title(lines[at], markers) and not is_broken_off(lines[at], lines[at + 1], markers)
    titled = titled or (at == 0 and (_NUMBERED.fullmatch(lines[at].bare) is not None or is_one_word(lines, gazetteer)))
    return titled or above_matter(lines, at, markers, gazetteer) or (at == 0 and is_apart_title(lines))


def _late_titles(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the piece that stands beside a repeated headline, under the picture that old pages have there."""
    following = lines[at + 1 : at + 3]
    if len(following) < 2 or not following[0].piece or following[0].blank_before or not is_title(following[0], markers):
        return []
    if is_caption(following[0], markers, gazetteer) or len(following[1]) >= 2 * len(following[0]):
        return [following[0].claim("caption", "beside-headline")]
    return []
