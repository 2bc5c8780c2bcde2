"""Finds social posts that scraping flattened into an article's text: whose, when, with which words and counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from arabnews.fold import level
from arabnews.hookspecs import hookimpl
from arabnews_embeds.attribution import find_attributed
from arabnews_embeds.frame import find_frames
from arabnews_embeds.widget import find_widgets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from arabnews.article import Article, Embed

__all__ = ["find_posts"]

_FIRST_LINE = re.compile(r"\s{0,80}[^\n]{1,160}\n")

_SIGN = re.compile(r"[#@]\w|://|pic\.")
_GATES: Final[dict[str, tuple[str, ...]]] = {
    "@": ("@",),
    "/": ("://", ".com/", "t.me/", "youtu.be/", "fb.watch/"),
    "p": ("pic.",),
    "C": ("Copy link",),
    "m": ("nstagram",),
    "P": ("Posted by",),
    "نسخ الرابط": ("نسخ الرابط",),
    "نستغرام": ("نستغرام",),
    "تم النشر": ("تم النشر",),
}
"""What a text with a post must hold, by a sign of it that most texts lack: one character is found ten times as fast."""

_READ: Final[dict[str, tuple[str, ...]]] = {"قراءة ": ("قراءة ",), "R": ("Read ",)}
_INVITATION = re.compile(r"قراءة (?:[\d\u0660-\u0669]|رد|المحادثة|المزيد على)|Read (?:\d|the full|more on)")


@hookimpl
def find_embeds(article: Article) -> Iterable[Embed]:
    """Find the posts in the article's text."""
    return find_posts(article.text)


def find_posts(text: str) -> tuple[Embed, ...]:
    r"""Return the social posts flattened into a text, in order.

    A post is found by its evidence: two different parts of the platform's widget, or one that stands nowhere else (an
    attribution with handle and day, a picture link, the post's own address). What the text does not tell is None.

    >>> post, = find_posts("وافق المجلس على الخطة.\nنبدأ غدا! — Water Board (@WaterBoard) January 24, 2023\n")
    >>> post.author, post.handle, post.posted.value, post.text.text
    ('Water Board', 'WaterBoard', '2023-01-24', 'نبدأ غدا!')
    """
    if not _holds(text, _GATES) and not (_holds(text, _READ) and _INVITATION.search(text)):
        return ()
    levelled = level(text)
    # the headline is nobody's post: the walk back from a post's end stops below it
    head = _FIRST_LINE.match(text)
    floor = head.end() if head and ". " not in head[0] and _SIGN.search(head[0]) is None else 0
    found = [*find_widgets(text, levelled), *find_attributed(text, levelled, floor), *find_frames(text, levelled)]
    return _disjoint(found)


def _holds(text: str, gates: dict[str, tuple[str, ...]]) -> bool:
    for sign, words in gates.items():
        if sign in text:
            for word in words:
                if word in text:
                    return True
    return False


def _disjoint(found: list[Embed]) -> tuple[Embed, ...]:
    """Return the finds that do not meet, the longer before the shorter."""
    kept: list[Embed] = []
    for embed in sorted(found, key=lambda embed: (-len(embed.span), embed.span.start)):
        at = bisect_left(kept, embed.span.start, key=lambda other: other.span.end - 1)
        if at == len(kept) or not embed.span.meets(kept[at].span):
            kept.insert(at, embed)
    return tuple(kept)
