"""Posts of Instagram, Facebook, YouTube, Telegram and X of which a frame sentence or the bare address is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from arabnews.article import Embed, Origin, Platform, Span
from arabnews.fold import INVISIBLE
from arabnews_embeds.contents import read_contents
from arabnews_embeds.extent import trim
from arabnews_embeds.stamp import DAY, STAMP, read_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESSES: Final = ("://", "t.me/", ".com/", "youtu.be/", "fb.watch/")
_GATES: Final = (
    *_ADDRESSES,
    "nstagram",
    "نستغرام",
    "نستجرام",
    "نستقرام",
    "Posted by",
    "تم النشر بواسطه",
    "post shared by",
)
_M: Final = rf"[{INVISIBLE}]{{0,3}}"
_URL_LINE = re.compile(
    rf"""(?m:^)[^\S\n]{{0,8}}{_M}(?P<url>(?:https?://)?(?:www\.|m\.|mobile\.|ar-ar\.)?(?:
      (?P<youtube>youtube\.com/(?:watch\?(?:[\w=&%-]{{0,80}}&)?v=|shorts/|live/|embed/)|youtu\.be/)(?P<video>[\w-]{{6,16}})
     |(?P<instagram>instagram\.com/(?:[\w.]{{1,30}}/)?(?:p|reel|tv)/)(?P<shortcode>[\w-]{{5,40}})
     |(?P<facebook>(?:facebook\.com/(?:(?P<page>[\w.-]{{1,60}})/(?:posts|videos|photos)/|watch/?\?v=|permalink\.php\?|reel/)|fb\.watch/))
     |(?P<telegram>t\.me/(?:s/)?(?P<channel>[A-Za-z]\w{{3,31}})/)(?P<message>\d{{1,9}})
     |(?P<x>(?:twitter|x)\.com/(?P<user>[A-Za-z0-9_]{{1,15}})/status(?:es)?/)(?P<status>\d{{5,25}})
    )[^\s<>«»"]{{0,300}}){_M}[^\S\n]{{0,8}}(?m:$)""",
    re.VERBOSE,
)
_VIEW = re.compile(
    r"(?P<view>View this post on Instagram|عرض هذا المنشور علي (?:Instagram|انستغرام|انستجرام|انستقرام)(?!\w))"
    rf"|(?P<shared>(?:A post shared by|تمت مشاركه منشور بواسطه){_M}[^\S\n]{{1,3}}{_M}"
    rf"(?P<name>[^\n()@]{{0,80}}?){_M}[^\S\n]{{0,3}}"
    rf"\(@(?P<handle>[\w.]{{1,30}})\)(?:{_M}[^\S\n](?:on|في){_M}[^\S\n](?P<at>{STAMP}|{DAY})(?:{_M}[^\S\n]P[SD]T)?)?)"
)
_POSTED = re.compile(
    rf"(?m:^)[^\S\n]{{0,8}}(?P<all>(?:Posted by|تم النشر بواسطه){_M}[^\S\n]{{1,3}}{_M}"
    rf"(?P<name>[^\n]{{1,80}}?){_M}[^\S\n]{{1,3}}"
    rf"(?:on|في){_M}[^\S\n]{_M}(?:[^\W\d_]{{3,10}}[,،][^\S\n])?(?P<at>{STAMP}|{DAY}))[^\S\n]{{0,8}}(?m:$)"
)
_BETWEEN_LONGEST: Final = 800


def find_frames(text: str, levelled: str) -> Iterator[Embed]:
    """Yield the posts of which a frame sentence or the address on its own line is left."""
    if not any(gate in levelled for gate in _GATES):
        return
    if any(gate in levelled for gate in _ADDRESSES):
        for m in _URL_LINE.finditer(levelled):
            platform = next(name for name in ("youtube", "instagram", "facebook", "telegram", "x") if m[name])
            yield Embed(
                cast("Platform", platform),
                Span.cut(text, *m.span("url")),
                handle=m["user"] or m["channel"] or m["page"],
                urls=(text[slice(*m.span("url"))],),
                status_id=m["video"] or m["shortcode"] or m["message"] or m["status"],
                origin=Origin(rule="address"),
            )
    yield from _instagram(text, levelled)
    for m in _POSTED.finditer(levelled):
        yield Embed(
            "facebook",
            Span.cut(text, *m.span("all")),
            author=text[slice(*trim(text, *m.span("name")))] or None,
            posted=read_stamp(text, levelled, *m.span("at")),
            origin=Origin(rule="frame"),
        )


def _instagram(text: str, levelled: str) -> Iterator[Embed]:
    view: re.Match[str] | None = None
    for m in _VIEW.finditer(levelled):
        if m["view"]:
            if view is not None:
                yield Embed("instagram", Span.cut(text, *view.span()), origin=Origin(rule="frame"))
            view = m
            continue
        near = view is not None and m.start() - view.end() <= _BETWEEN_LONGEST
        if view is not None and not near:
            yield Embed("instagram", Span.cut(text, *view.span()), origin=Origin(rule="frame"))
        start = view.start() if view is not None and near else m.start()
        words = _words(text, view.end(), m.start()) if view is not None and near else None
        contents = read_contents(words.text if words else "")
        yield Embed(
            "instagram",
            Span.cut(text, start, m.end()),
            author=text[slice(*trim(text, *m.span("name")))] or None,
            handle=m["handle"],
            text=words,
            posted=read_stamp(text, levelled, *m.span("at")) if m["at"] else None,
            urls=contents.urls,
            mentions=contents.mentions,
            hashtags=contents.hashtags,
            origin=Origin(rule="frame"),
        )
        view = None
    if view is not None:
        yield Embed("instagram", Span.cut(text, *view.span()), origin=Origin(rule="frame"))


def _words(text: str, start: int, end: int) -> Span | None:
    start, end = trim(text, start, end)
    return Span.cut(text, start, end) if start < end else None
