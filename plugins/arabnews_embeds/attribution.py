"""Posts without a widget: the attribution of the oEmbed fallback, picture and short links that end a post.

«… — Name (@handle) January 24, 2023» is what the platform's `blockquote` leaves when its script did not run. The
attribution may be glued to the words or stand on its own line; where line breaks split the quotation, the rest of the
words comes after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from arabnews.article import Embed, Origin, Span
from arabnews_embeds.contents import read_contents, read_status_id
from arabnews_embeds.extent import LONGEST, post_start, trim, weight
from arabnews_embeds.stamp import DAY, read_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCOUNT = re.compile(r"[(\[]\s?@([A-Za-z0-9_]{1,15})\s?[)\]]")
_DASH = re.compile(r"[—–―]|&mdash;|--?(?=\s)")
_STATUS = r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/[A-Za-z0-9_]{1,15}/status(?:es)?/\d{5,25}[^\s()\[\]]{0,200}"
_AFTER = re.compile(
    rf"\s{{0,3}}\[?(?P<day>{DAY})(?:\]\((?:{_STATUS}|\#)?\))?(?:\s{{0,3}}{_STATUS})?|\s{{0,3}}\[?(?P<address>{_STATUS})\)?"
)
_LINE_END = re.compile(r"[^\S\n]*(?:\n|$)")
_END = re.compile(r"(?<![\w.])pic\.(?:twitter|x)\.com/[A-Za-z0-9]{5,14}|https?://t\.co/[A-Za-z0-9]{5,14}")
_THIN = re.compile(r"(?:[\s…”\"»)]{1,4}|#\w{1,60}){0,6}")
_REPORT = re.compile(r"[\u0621-\u064a]\.\s")
_REPORT_ABOVE = re.compile(r"[^.\s]\s?\.[”\"»)]?[^\S\n]{0,3}\n\s{0,6}$")
_NEXT_LINE = re.compile(r"[^\S\n]{0,20}\n\s{0,3}(?=\S)")
_DASHED = re.compile(r"\s{0,4}[—–―]")
_OWN_LINE = re.compile(r"(?:^|\n)[^\S\n]*$")


@frozen
class Tail:
    """What ends a post, from the first of its closing links to its last character; the attribution is optional."""

    start: int
    end: int
    words_end: int
    author: tuple[int, int] | None = None
    handle: str | None = None
    day: tuple[int, int] | None = None
    attributed: bool = False
    status: str | None = None


def find_attributed(text: str, levelled: str, floor: int) -> Iterator[Embed]:
    """Yield the posts that end in an attribution, a picture link or a short link."""
    tails = list(_tails(levelled))
    for i, tail in enumerate(tails):
        following = tails[i + 1].start if i + 1 < len(tails) else len(text)
        embed = _embed(text, levelled, tail, floor, following)
        if embed is not None:
            floor = embed.span.end
            yield embed


def _tails(levelled: str) -> list[Tail]:
    marks = [_attribution(levelled, m) for m in _ACCOUNT.finditer(levelled)] if "@" in levelled else []
    tails = [tail for tail in marks if tail is not None]
    tails.extend(Tail(m.start(), m.end(), m.end()) for m in _END.finditer(levelled))
    tails.sort(key=lambda tail: (tail.start, -tail.end))
    merged: list[Tail] = []
    for tail in tails:
        last = merged[-1] if merged else None
        if last is not None and tail.start < last.end:
            continue  # the address inside an attribution
        if last is not None and not last.attributed and _THIN.fullmatch(levelled, last.end, tail.start):
            merged[-1] = Tail(
                last.start, tail.end, last.end if tail.attributed else tail.words_end, tail.author, tail.handle,
                tail.day, tail.attributed, tail.status or last.status,
            )  # fmt: skip
        else:
            merged.append(tail)
    return [
        tail
        for i, tail in enumerate(merged)
        if tail.attributed or (_closes(levelled, tail) and not _goes_on(levelled, merged[i : i + 2]))
    ]


def _goes_on(levelled: str, pair: list[Tail]) -> bool:
    """Tell whether the first of two ends is only a link inside the post that the second one ends."""
    if len(pair) < 2 or "pic." in levelled[pair[0].start : pair[0].end]:
        return False
    between = levelled[pair[0].end : min(pair[1].start, pair[0].end + LONGEST)]
    return pair[1].start - pair[0].end < LONGEST and "\n\n" not in between and not _REPORT.search(between)


def _closes(levelled: str, tail: Tail) -> bool:
    """Tell whether a link closes a post: pictures do, a short link only at the end of its line."""
    return "pic." in levelled[tail.start : tail.end] or _LINE_END.match(levelled, tail.end) is not None


def _attribution(levelled: str, account: re.Match[str]) -> Tail | None:
    """Return the attribution of the account in brackets: a dash before the name, a day or no more after."""
    line = max(levelled.rfind("\n", max(0, account.start() - 100), account.start()) + 1, account.start() - 100, 0)
    dashes = list(_DASH.finditer(levelled, line, account.start()))
    if not dashes:
        return None
    # a name may hold a hyphen, so a long dash is believed first
    dash = next((d for d in reversed(dashes) if not d[0].startswith("-")), dashes[-1])
    after = _AFTER.match(levelled, account.end())
    if after is None and (dash[0].startswith("-") or not _LINE_END.match(levelled, account.end())):
        return None
    name_start, name_end = trim(levelled, dash.end(), account.start())
    end = after.end() if after else account.end()
    return Tail(
        dash.start(), end, dash.start(), (name_start, name_end) if name_end > name_start else None, account[1],
        after.span("day") if after and after["day"] else None, attributed=True,
        status=read_status_id(levelled[account.end() : end]),
    )  # fmt: skip


def _embed(text: str, levelled: str, tail: Tail, floor: int, following: int) -> Embed | None:
    if tail.start < floor:
        return None
    own_line = _OWN_LINE.search(levelled, max(0, tail.words_end - 40), tail.words_end) is not None
    first = tail.start
    if tail.attributed and tail.words_end < tail.end:
        attribution = levelled.rfind("\n", 0, tail.end) + 1
        own_line = own_line or attribution > tail.words_end or not levelled[attribution : tail.words_end].strip()
    words_end = tail.words_end
    if not tail.attributed and _REPORT_ABOVE.search(levelled, max(0, first - 20), first):
        start = first  # a link on its own line under a finished sentence, which may be the report's
    else:
        start = min(post_start(levelled, floor, words_end, block=own_line and tail.attributed), first)
    end = tail.end
    _, words_end = trim(levelled, start, words_end)
    words = Span.cut(text, start, words_end) if words_end > start else None
    if tail.attributed:
        rest = _rest(levelled, tail.end, following)
        if rest is not None:
            end = rest[1]
            if words is None or not re.search(r"[#@]\w|https?://", words.text):
                start, words = min(first, start if words is None else first), Span.cut(text, *rest)
    contents = read_contents(text[start:end] if words is None else words.text)
    return Embed(
        "x",
        Span.cut(text, start, end),
        author=text[slice(*tail.author)] if tail.author else None,
        handle=tail.handle,
        text=words,
        posted=read_stamp(text, levelled, *tail.day) if tail.day else None,
        urls=contents.urls,
        mentions=contents.mentions,
        hashtags=contents.hashtags,
        status_id=tail.status,
        origin=Origin(rule="attribution" if tail.attributed else "closing-link"),
    )


def _rest(levelled: str, end: int, following: int) -> tuple[int, int] | None:
    """Return the line after an attribution when it is the rest of the post: short, and it ends in a picture link."""
    m = _NEXT_LINE.match(levelled, end)
    if m is None or not m.end() <= following < len(levelled):
        return None
    line_end = levelled.find("\n", m.end())
    line_end = len(levelled) if line_end < 0 else line_end
    picture = _END.match(levelled, following)
    if picture is None or not picture[0].startswith("pic.") or levelled[picture.end() : line_end].strip():
        return None
    if (
        _DASHED.match(levelled, picture.end())
        or weight(levelled[m.end() : picture.end()]) > LONGEST
        or "\n" in levelled[m.end() : following]
    ):
        return None
    return m.end(), picture.end()
