"""Posts in the form of the X widget: header, words, stamp, row of buttons, invitation to the replies.

The widget prints, in Arabic or English, plain or as markdown with dead anchors:

    Name / @handle / · متابعة          Name @handle · Follow
    the words                            the words
    ٦:٣٥ ص . ٢٤ يناير ٢٠٢٣               6:35 AM · Jan 24, 2023
    ١٩٦ رد نسخ الرابط                    196 Reply Copy link        196 *likes*, beside the buttons Reply and Copy link
    قراءة ١٤ ردًا                         Read 14 replies            14 replies

Any part may be lost, doubled in line breaks or permuted. A widget is found by its tail: at least two different parts,
or one that stands nowhere else (the invitation to the whole conversation, a count beside both buttons).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.article import Embed, Origin, Span
from arabnews.fold import INVISIBLE
from arabnews_embeds.contents import read_contents, read_status_id
from arabnews_embeds.extent import LONGEST, post_start, trim, weight
from arabnews_embeds.stamp import STAMP, STAMP_LINE, read_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

_GATES: Final = ("نسخ الرابط", "Copy link", "قراءه ", "Read ", "متابعه", "Follow")
_S: Final = rf"[ \t{INVISIBLE}]"
_W: Final = rf"[\s{INVISIBLE}\[]"
_NO_YEAR: Final = r"(?!(?:(?<=[^\W\d_]\s)|(?<=[,،]\s))(?:19|20)\d\d(?!\d))"
"""The year that ends a stamp is no count of the buttons after it."""

_COUNT: Final = r"(?<![\d.,:])\d{1,9}(?:[.,]\d{1,3}){0,2}(?:\s?(?:K|M|الف|مليون)(?!\w))?"
_ON: Final = r"(?:Twitter|X|منصه (?:X|اكس)|تويتر|اكس)(?!\w)"
_LINK: Final = r"(?:\]\((?:\#|https?://[^\s()]{0,200})?\))?"
"""What a dead anchor leaves behind its word."""

_REPLY: Final = r"رد(?:\u064bا|ا\u064b|ا|\u064b|ود)?"

_PIECE = re.compile(
    rf"""(?P<all>قراءه{_S}المحادثه{_S}الكامله{_S}علي{_S}{_ON}|Read{_S}the{_S}full{_S}conversation{_S}on{_S}{_ON})
    |(?P<more>قراءه{_S}المزيد{_S}علي{_S}{_ON}|Read{_S}more{_S}on{_S}{_ON})
    |(?P<read>قراءه{_S}{{1,3}}(?:(?P<r1>{_COUNT}){_W}{{1,3}}{_REPLY}|{_REPLY}{_W}{{1,3}}(?P<r2>{_COUNT})|رد{_S}واحد|ردين)(?!\w)
       |Read{_S}(?P<r3>{_COUNT}){_S}repl(?:y|ies)(?!\w)
       |قراءه{_S}(?:ال)?ردود(?=\]|[^\S\n]*(?:\n|$)))
    |(?P<row>(?:{_NO_YEAR}(?P<l1>{_COUNT}){_LINK}{_W}{{1,4}})?(?<!\w)(?:رد|Reply)(?!\w)(?:{_LINK}{_W}{{1,3}}(?P<l2>{_COUNT}))?(?:{_W}|[^\w\s]|\(\#\)){{1,10}}
       (?:نسخ{_S}الرابط(?:{_S}الي{_S}التغريده)?|Copy{_S}link(?:{_S}to{_S}(?:Tweet|post))?)(?!\w))
    |(?P<stamp>{STAMP})""",
    re.VERBOSE,
)
_STAMP_LINE = re.compile(STAMP_LINE)
_BETWEEN = re.compile(rf"(?:[\s{INVISIBLE}\[\].·•∙|⏪⚬,،-]|\((?:\#|https?://[^\s()]{{0,200}})?\)){{0,60}}")
_ANCHOR_END = re.compile(r"\*{0,2}\](?:\((?:#|https?://[^\s()]{0,200})?\))?")
_ANCHOR: Final = r"(?:\]\([^()\s]{0,200}\))?"
_HEADER = re.compile(
    rf"(?:(?P<a1>\[?@(?P<h1>[A-Za-z0-9_]{{1,15}}){_ANCHOR})(?!\w)[\s{INVISIBLE}]{{0,4}})?(?:(?P<dot>[·•∙.])[\s{INVISIBLE}]{{0,4}})?"
    rf"\[?(?<!\w)(?:متابعه|Follow(?:ing)?)(?!\w){_ANCHOR}{_S}{{0,3}}(?:[·•∙]{_S}?)?(?:\[?@(?P<h2>[A-Za-z0-9_]{{1,15}}){_ANCHOR})?"
)
_ACCOUNT_LINE = re.compile(rf"\[?@([A-Za-z0-9_]{{1,15}}){_ANCHOR}")
_ANCHORED = re.compile(r"\[([^\[\]\n]{2,60})\]\([^\s()]{0,200}\)")
_SENTENCE = re.compile(r"[.!?؟:؛…][”\"»)]{0,2}\s")
_NAME_ENDS: Final = '.،,:؛!؟?…"”»'
_LONGEST_NAME: Final = 60
_LONGEST_WORDS: Final = 1500
_REACH: Final = 4000
"""How far above its tail a widget's header is looked for, in code points."""


@frozen
class Piece:
    """A part of a widget: what it is and where it stands."""

    kind: str
    start: int
    end: int
    likes: str | None = None
    replies: str | None = None


@frozen
class Header:
    """The head of a widget: where it begins and ends, whose post it is."""

    start: int
    end: int
    author: tuple[int, int] | None
    handle: str | None


def find_widgets(text: str, levelled: str) -> Iterator[Embed]:
    """Yield the posts that stand in the form of the widget."""
    if not any(gate in levelled for gate in _GATES):
        return
    floor = 0
    for group in _groups(levelled, _pieces(levelled)):
        embed = _embed(text, levelled, group, floor)
        if embed is not None:
            floor = embed.span.end
            yield embed


def _pieces(levelled: str) -> list[Piece]:
    found = [
        Piece(_kind(m), m.start(), m.end(), m["l1"] or m["l2"], m["r1"] or m["r2"] or m["r3"])
        for m in _PIECE.finditer(levelled)
    ]
    pieces = list(found)
    for m in _STAMP_LINE.finditer(levelled):
        start, end = trim(levelled, m.start(), m.end())
        known = bisect_left(found, start, key=lambda piece: piece.end)
        taken = known < len(found) and found[known].start < end
        if not taken and read_stamp(levelled, levelled, start, end) is not None:
            pieces.append(Piece("stamp", start, end))
    pieces.sort(key=lambda piece: piece.start)
    return pieces


def _kind(m: re.Match[str]) -> str:
    return next(kind for kind in ("all", "more", "read", "row", "stamp") if m[kind] is not None)


def _groups(levelled: str, pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces that belong together: between them stand only space, anchors and the icons of buttons."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if (
            groups
            and _BETWEEN.fullmatch(levelled, groups[-1][-1].end, piece.start)
            and piece.kind not in {known.kind for known in groups[-1]}
        ):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _embed(text: str, levelled: str, group: list[Piece], floor: int) -> Embed | None:
    start, end = group[0].start, group[-1].end
    if start < floor:
        return None
    while start > floor and levelled[start - 1] in "[*":
        start -= 1
    anchor = _ANCHOR_END.match(levelled, end)
    end = anchor.end() if anchor else end
    header = _header(levelled, floor, start)
    kinds = {piece.kind for piece in group}
    sure = "all" in kinds or any(piece.kind == "row" and piece.likes for piece in group)
    if not sure and len(kinds) + (header is not None) < 2:
        return None
    if header is not None:
        begin, words_start = header.start, header.end
    else:
        begin = words_start = _words_start(levelled, floor, start)
    words_start, words_end = trim(levelled, words_start, start)
    words = Span.cut(text, words_start, words_end) if words_start < words_end else None
    contents = read_contents(words.text if words else "")
    stamp = next((piece for piece in group if piece.kind == "stamp"), None)
    return Embed(
        "x",
        Span.cut(text, min(begin, start), end),
        author=text[slice(*header.author)] if header and header.author else None,
        handle=header.handle if header else None,
        text=words,
        posted=read_stamp(text, levelled, stamp.start, stamp.end) if stamp else None,
        likes=_count(next((p.likes for p in group if p.likes), None)),
        replies=_replies(levelled, group),
        urls=contents.urls,
        mentions=contents.mentions,
        hashtags=contents.hashtags,
        status_id=read_status_id(text[start:end]),
        origin=Origin(rule="widget" if header else "widget-without-header"),
    )


def _words_start(levelled: str, floor: int, end: int) -> int:
    """Return where the words of a post without a header begin; Arabic words are taken only with a sign of a post."""
    begin = post_start(levelled, floor, end, block=True)
    words = levelled[begin:end]
    arabic = sum("\u0621" <= c <= "\u064a" for c in words)
    if arabic * 2 > sum(c.isalpha() for c in words) and not re.search(
        r"[#@]\w|https?://|[\U0001f000-\U0001faff]", words
    ):
        return end
    return begin


def _header(levelled: str, floor: int, tail: int) -> Header | None:
    """Return the header above the tail that begins at `tail`, or None when the post has none."""
    above = max(floor, tail - _REACH)
    if max(levelled.rfind("متابعه", above, tail), levelled.rfind("Follow", above, tail)) < 0:
        return None
    headers = [m for m in _HEADER.finditer(levelled, above, tail) if m["dot"] or m["h1"] or m["h2"]]
    if not headers or not _may_be_words(levelled, headers[-1].end(), tail):
        return None
    return _with_name(levelled, above, headers[-1])


def _may_be_words(levelled: str, start: int, end: int) -> bool:
    """Tell whether what stands between a header and a tail can be one post's words."""
    words = levelled[start:end]
    arabic = sum("\u0621" <= c <= "\u064a" for c in words)
    limit = LONGEST * 1.5 if arabic * 2 > sum(c.isalpha() for c in words) else _LONGEST_WORDS
    return weight(words.strip()) <= limit


def _with_name(levelled: str, above: int, m: re.Match[str]) -> Header:
    """Return the header with the name before it: on the same line, or on a line of its own above."""
    start, handle = m.start(), m["h1"] or m["h2"]
    line_start, line_end = _line_above(levelled, above, start)
    if m["h1"] is None and line_start < line_end:
        account = _ACCOUNT_LINE.fullmatch(levelled, line_start, line_end)
        if account:
            start, handle = line_start, account[1]
            line_start, line_end = _line_above(levelled, above, start)
    if "\n" not in levelled[line_end:start]:
        # the name shares its line with the header, and perhaps with the end of the report
        for stop in _SENTENCE.finditer(levelled, line_start, line_end):
            line_start = stop.end()
        line_start, line_end = trim(levelled, line_start, line_end)
    if not _may_be_name(levelled[line_start:line_end]):
        return Header(start, m.end(), None, handle)
    name = _ANCHORED.fullmatch(levelled, line_start, line_end)
    return Header(line_start, m.end(), name.span(1) if name else (line_start, line_end), handle)


def _line_above(levelled: str, above: int, end: int) -> tuple[int, int]:
    """Return the nearest line with ink that ends before `end`, trimmed; an empty stretch when there is none."""
    _, end = trim(levelled, above, end)
    return trim(levelled, max(above, levelled.rfind("\n", above, end) + 1), end)


def _may_be_name(line: str) -> bool:
    return (
        2 <= len(line) <= _LONGEST_NAME
        and line[-1] not in _NAME_ENDS
        and any(c.isalpha() for c in line)
        and _PIECE.search(line) is None
    )


def _replies(levelled: str, group: list[Piece]) -> int | None:
    for piece in group:
        if piece.kind == "read":
            if piece.replies:
                return _count(piece.replies)
            if levelled.startswith("ردود", piece.end - 4):
                return None  # the count is lost
            return 2 if levelled.startswith("ين", piece.end - 2) else 1
    return None


def _count(number: str | None) -> int | None:
    """Return the value of a printed count.

    >>> _count("196"), _count("1.2K"), _count("1,204"), _count(None)
    (196, 1200, 1204, None)
    """
    if number is None:
        return None
    m = re.fullmatch(r"([\d.,]+?)\s?(K|M|الف|مليون)?", number)
    if m is None:
        return None
    scale = {"K": 1000, "الف": 1000, "M": 1_000_000, "مليون": 1_000_000}.get(m[2] or "", 1)
    if scale > 1:
        whole, _, part = m[1].replace(",", ".").partition(".")
        part = part.replace(".", "")[:3]
        return int(whole) * scale + (int(part) * scale // 10 ** len(part) if part else 0)
    return int(m[1].replace(".", "").replace(",", ""))
