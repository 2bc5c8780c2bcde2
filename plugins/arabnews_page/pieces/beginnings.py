"""Authors and places that begin the body's first line, before the report's first words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import ADDED, ALONE, EDGE, LONGEST, is_any_name, is_author
from arabnews_page.text.lines import MARKED, Part

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Dateline, Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers
    from arabnews_page.text.names import Names

_PAIR: Final = 2
_CHAIN_PIECE: Final = r"(?:[^\W\d_]{2,14}(?:\s[^\W\d_]{2,14}){0,3}|\(تصوير\s?:[^()]{4,30}\))"
_CHAIN = re.compile(rf"{_CHAIN_PIECE}(?:\s?[-–—/]\s?{_CHAIN_PIECE}){{1,5}}\s?:")
_LINKS = re.compile(_CHAIN_PIECE)
_PIECE = re.compile(r"[^-–—ـ:/()\[\]،|]+")
_AFTER_LABEL = re.compile(
    r"(?P<mark>\s{0,3}[-–—ـ:/])?\s{0,3}(?P<name>[^\W\d_][^:\n.،()–—-]{4,32}?)\s{0,3}[:–—-]\s{0,3}(?=\S)"
)
_SIGNED = re.compile(r"(?P<name>(?:ا\.?\s?د|د)\.\s?[^\W\d_][^:\n.،()–—-]{4,30}?)\s{0,3}[–—-]\s{0,3}(?=[^\s–—-])")
_NEAR: Final = 40
_DASH_AGAIN = re.compile(r"\s[–—-]|[–—-]\s")
_FROM = re.compile(
    r"([^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?(?:\s?[–—-])?)\s{1,3}(من\s{1,3}([^\W\d_][^:\n.،()–—-]{4,30}?)\s{0,3}:)"
)
_FROM_NAME = re.compile(r"من\s{1,3}(?P<name>[^\W\d_][^:\n.،()–—-]{4,30}?)\s{0,3}:")
_PLACE_THEN = re.compile(r"(?P<place>[^\W\d_]{3,14}(?:\s[^\W\d_]{2,14}){0,2})\s{0,2}[:–—-]\s{0,3}(?=[^\W\d_])")
_PRESENT = re.compile(r"ت(?:ت|ن|ست|ح|ش|ع)[^\W\d_]{2,6}|ي(?!و|ا|ح)[^\W\d_]{3,7}")
_NAME_WORD = re.compile(r"[^\W\d_]{2,14}\s{1,3}")
_NAME_THEN = re.compile(r"(?P<name>[^\W\d_]{3,14}(?:\s[^\W\d_]{2,14}){1,3})\s{1,3}[–—-]\s{1,3}(?=[^\W\d_]{2})")
_SHORTEST_BODY: Final = 60


def read_chain(line: Line, gazetteer: Gazetteer) -> list[Part]:
    """Return byline and dateline of «name - name - outlet - place:», whatever names and places they are, or nothing.

    What tells them is the outlet among short pieces that dashes join, and the colon after the last. Where no place
    stands beside the outlet, it is the author's («name - outlet:»).
    """
    m = _CHAIN.match(line.head)
    if m is None or len(line) < m.end() + _SHORTEST_BODY:
        return []
    at = -1
    for link in _LINKS.finditer(m[0]):
        if gazetteer.outlet.fullmatch(link[0]):
            at = link.start()
            break
        if len(link[0].split()) < 2 or gazetteer.place.fullmatch(link[0]):
            return []
    if at < 0:
        return []
    if at and all(link[0] in ADDED for link in [*_LINKS.finditer(m[0], at)][1:]):
        return [Part(line.start, line.start + m.end(), "byline", "chain")]
    parts = [Part(line.start + at, line.start + m.end(), "dateline", "chain")]
    if at:
        name = m[0][:at].rstrip(" -–—/")
        parts.insert(0, Part(line.start, line.start + len(name), "byline", "chain"))
    return parts


def split_prefix(line: Line, found: Dateline, names: Names) -> list[Part]:
    """Return byline and dateline of a prefix that holds a name between places and outlets, or nothing."""
    prefix = line.level[: found.end]
    named = next((m for m in _PIECE.finditer(prefix) if is_author(m[0], names)), None)
    if named is None or not found.ended or len(line) < found.end + _SHORTEST_BODY:
        return []
    if not found.place and not prefix[: named.start()].strip(EDGE):
        return [Part(line.start, line.start + found.end, "byline", "name-and-outlet")]
    name = prefix[named.start() : named.end()]
    start = named.start() + len(name) - len(name.lstrip())
    end = named.start() + len(name.rstrip())
    parts = [Part(line.start + start, line.start + end, "byline", "name-in-dateline")]
    if prefix[:start].strip(EDGE):
        parts.insert(0, Part(line.start, line.start + len(prefix[:start].rstrip()), "dateline", "dateline"))
    else:
        parts[0] = Part(line.start, parts[0].end, "byline", "name-in-dateline")
    rest = prefix[end:]
    if rest.strip(EDGE):
        lead = len(rest) - len(rest.lstrip(EDGE))
        if parts[-1].start == line.start:  # the dash between is the name's
            parts[-1] = Part(line.start, line.start + end + len(rest[:lead].rstrip()), "byline", "name-in-dateline")
        parts.append(Part(line.start + end + lead, line.start + found.end, "dateline", "dateline"))
    else:
        parts[-1] = Part(parts[-1].start, line.start + found.end, "byline", "name-in-dateline")
    return parts


def read_place_and_author(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return dateline and byline of «place: name Verb …», or nothing: the verb that begins the report ends the name.

    The label of an author may stand for the place.
    """
    m = _PLACE_THEN.match(line.head)
    if m is None:
        return []
    labelled = any(meaning.kind == "byline" for meaning in markers.of_line(m["place"].strip().lower()))
    strange = not labelled and not gazetteer.place.fullmatch(m["place"].strip())
    if strange and not (m["place"].startswith("ال") and " " not in m["place"].strip()):
        return []
    words = _NAME_WORD.findall(line.head, m.end())
    at = next((i for i, word in enumerate(words[_PAIR:], _PAIR) if _is_verb(word.strip(), markers, strange=strange)), 0)
    name = "".join(words[:at]).rstrip()
    if not at or not line.head.startswith(name, m.end()) or not is_author(name, gazetteer.given):
        return []
    start = line.start + m.end()
    if labelled:
        return [Part(line.start, start + len(name), "byline", "label-and-verb")]
    return [
        Part(line.start, line.start + len(m[0].rstrip()), "dateline", "place-and-author"),
        Part(start, start + len(name), "byline", "place-and-author"),
    ]


def _is_verb(word: str, markers: Markers, *, strange: bool) -> bool:
    """Tell whether a word begins a report: behind a known place or a label a noun or the present may be its verb."""
    if strange:
        return word in markers.lead_verbs
    return word in markers.any_verbs or _PRESENT.fullmatch(word) is not None


def read_name_and_dash(line: Line, names: Names) -> list[Part]:
    """Return the author whose name and a dash begin the body, or nothing."""
    m = _NAME_THEN.match(line.level)
    if m is None or not is_author(m["name"], names) or _DASH_AGAIN.search(line.level, m.end(), m.end() + _NEAR):
        return []  # «سلمى الجريدي - وزيرة المياه - أكدت …»
    return [Part(line.start, line.start + len(m[0].rstrip()), "byline", "name-and-dash")]


def inline_byline(line: Line, markers: Markers, names: Names) -> list[Part]:
    """Return the byline that begins the body's first line («كتب - فلان: …», «البلدة من فلان: …»), or nothing."""
    if line.size < _SHORTEST_BODY + LONGEST:
        return []
    head = MARKED.split(ALONE.sub(_as_dashes, line.head), maxsplit=1)[0]  # up to the first mark, offsets hold
    label, meanings = markers.at_start(head.lower())
    if any(m.kind == "byline" for m in meanings):
        m = _AFTER_LABEL.match(head, len(label))
        if m and (is_author(m["name"], names) or (m["mark"] and is_any_name(m["name"]))):
            return [Part(line.start, line.start + len(head[: m.end()].rstrip()), "byline", "label-inline")]
    m = _SIGNED.match(head)
    if m and is_author(m["name"], names) and not _DASH_AGAIN.search(head, m.end(), m.end() + _NEAR):
        return [Part(line.start, line.start + len(head[: m.end()].rstrip()), "byline", "signed-inline")]
    m = _FROM_NAME.match(head)
    if m and is_author(m["name"], names):
        return [Part(line.start, line.start + m.end(), "byline", "from-author")]
    m = _FROM.match(head)
    if m and is_author(m[3], names):
        return [
            Part(line.start, line.start + m.end(1), "dateline", "place-from-author"),
            Part(line.start + m.start(2), line.start + m.end(), "byline", "place-from-author"),
        ]
    return []


def _as_dashes(m: re.Match[str]) -> str:
    return "-" * len(m[0])
