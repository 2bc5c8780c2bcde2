"""Where a post begins: the walk back from its end over its own words, never over the report's.

A flattened post ends in something sure (an attribution, a picture link, counts), but nothing marks its first word when
it has no header. The walk takes what is certainly the post's: words in another script than the report's, the line of
a block-level post, or the sentences since the report's last full stop. In doubt the post is made smaller, so that no
sentence of the report is lost.
"""

from __future__ import annotations

import re
from typing import Final

from arabnews.fold import INVISIBLE

LONGEST: Final = 320
"""How much Arabic text a post may hold, as the platform counts it, with a little slack (280 is the rule)."""

WINDOW: Final = 1200
"""How far back a post is looked for, in code points."""

_BLANK = re.compile(rf"[\s{INVISIBLE}]")
_LINK = re.compile(r"(?:https?://|pic\.(?:twitter|x)\.com/)[^\s#@\u0600-\u06ff]+")
_TAGGED = re.compile(r"(?:https?://|pic\.(?:twitter|x)\.com/)[^\s#@\u0600-\u06ff]+|[#@]\w+")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")
_OPENING = re.compile(r"[^\W\d_]|[#@«“\"¿¡(\[]|[\u2190-\u2bff\U0001f000-\U0001faff]")
# one full stop ends a sentence of the report, two or more are a trait of posts; a line of the report may end in a comma
_STOP = re.compile(
    r"(?<![.\s])\s?\.(?!\.)[”\"»)\]]{0,3}(?=\s)|[”\"»)]\s?\.(?=\s)|[،؛][^\S\n]{0,3}(?=\n)|:[^\S\n]{0,3}(?=\n)"
)
_SIGN = re.compile(r"[#@]\w|https?://|pic\.(?:twitter|x)\.com|[\u2600-\u27bf\U0001f000-\U0001faff]|\.\.|[!؟?]{2}|::|…$")
_EMOJI = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]")
_REPORT_LINE = re.compile(r"(?<!\.)\.\s*$|[،,:؛]\s*$")
_CLOSING = re.compile(r"[.،؛:!؟”»\")\]]{1,4}(?=\s)")
_NAME_AT_END = re.compile(r"\s[^\W\d_][^.:\n]{0,60}[.:]\s")
_SHORT_LABEL: Final = 30
"""A line that ends in a colon and is shorter («رئيس النادي ::») is a post's own; a longer one leads up to the post."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space and invisible characters at its ends.

    >>> trim(" \u200fنص ", 0, 5)
    (2, 4)
    """
    while start < end and _BLANK.match(text, start):
        start += 1
    while end > start and _BLANK.match(text, end - 1):
        end -= 1
    return start, end


def weight(text: str) -> int:
    """Return the length of a post as its platform counts it: every link is 23 characters long.

    >>> weight("صورة https://t.co/abcdefghij"), weight("صورة")
    (28, 4)
    """
    links = [len(m[0]) for m in _LINK.finditer(text)]
    return len(text) - sum(links) + 23 * len(links)


def post_start(text: str, floor: int, end: int, *, block: bool) -> int:
    """Return the offset at which the post that ends at `end` begins; `end` itself when no word is surely its own.

    Args:
        text: the levelled text.
        floor: no post begins before this offset (the end of the post before, or of the headline).
        end: where the post's words end.
        block: whether the post ends a line of its own, so that it also began one.
    """
    start = max(floor, end - WINDOW)
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start:
        return end
    found = _foreign(text, start, end, cut_short=end - WINDOW > floor)
    if found is None and block:
        found = _own_lines(text, start, end)
    if found is None:
        found = _sentences(text, start, end, cut_short=end - WINDOW > floor)
    return trim(text, found, end)[0]


def _foreign(text: str, start: int, end: int, *, cut_short: bool) -> int | None:
    """Return where the words in another script begin, or None when the post's last words are Arabic."""
    window = text[start:end]
    bare = _TAGGED.sub(lambda m: " " * len(m[0]), window)
    last = max((m.start() for m in _ARABIC.finditer(bare)), default=-1)
    if len(_LETTER.findall(bare, last + 1)) < 8:
        return None
    if last < 0 and cut_short:
        return None  # the window ran out inside a long foreign text
    line = window.find("\n", last + 1) if last >= 0 else -1
    if line >= 0 and len(_LETTER.findall(bare, line)) >= 8:
        at = line + 1
    else:
        closing = _CLOSING.match(window, last + 1)
        at = closing.end() if closing else last + 1
        # a Latin name may end the report's sentence: «… صحيفة Daily News. The post begins»
        stop = _NAME_AT_END.match(window, at)
        if stop and last >= 0 and len(_LETTER.findall(bare, stop.end())) >= 8:
            at = stop.end()
    opening = _OPENING.search(window, at)
    return start + opening.start() if opening else None


def _own_lines(text: str, start: int, end: int) -> int | None:
    """Return where the post's line begins, and the lines of it before; None when the line is too long for a post."""
    line = text.rfind("\n", start, end) + 1
    if line <= start and start > 0 and text[start - 1] != "\n":
        return None
    line = max(line, start)
    if weight(text[line:end]) > LONGEST:
        return None
    while line > start:
        before = text.rfind("\n", start, line - 1) + 1
        above = text[max(before, start) : line - 1]
        if (
            not above.strip()
            or not _SIGN.search(above)
            or _REPORT_LINE.search(above)
            or weight(text[max(before, start) : end]) > LONGEST
        ):
            break
        line = max(before, start)
    return line


def _sentences(text: str, start: int, end: int, *, cut_short: bool) -> int:
    """Return where the sentences begin that stand between the report's last full stop and the post's end."""
    window = text[start:end]
    words_end = _words_end(window)
    stops = [] if cut_short else [0]
    for m in _STOP.finditer(window, 0, words_end):
        if m[0][0] == ":" and m.end() - max(stops[-1] if stops else 0, window.rfind("\n", 0, m.start())) < _SHORT_LABEL:
            continue
        stops.append(m.end())
    while stops and len(_LETTER.findall(window, stops[-1], words_end)) < 3:
        stops.pop()  # the full stop is the post's own
    if not stops or weight(window[stops[-1] :]) > LONGEST:
        return start + words_end
    at = len(stops) - 1
    chosen = at
    while at > 0 and weight(window[stops[at - 1] :]) <= LONGEST:
        sentence = window[stops[at - 1] : stops[at]]
        if _EMOJI.search(sentence) or (chosen == at and _SIGN.search(sentence)):
            chosen = at - 1
        at -= 1
    return start + stops[chosen]


def _words_end(window: str) -> int:
    """Return where the words end, before the hashtags, links and pictures that close the post."""
    end = len(window)
    for m in reversed(list(_TAGGED.finditer(window))):
        if _LETTER.search(window, m.end(), end) or (end - m.end() > 12):
            break
        end = m.start()
    return end
