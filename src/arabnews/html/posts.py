"""Posts in a page's markup: found, read and taken out of the tree before any extractor sees it.

The forms are those that platforms hand out: `blockquote.twitter-tweet` (with its words, with a link alone, or rendered
by script to an `iframe`), `blockquote.instagram-media`, `div.fb-post`, the `iframe`s of YouTube, Telegram, X and
Facebook, Telegram's `script`, the elements of AMP pages, and addresses that stand alone in an element.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.article import DateMention, Embed, Origin, Span
from arabnews.fold import INVISIBLE, level
from arabnews.html.addresses import Address, read_address
from arabnews.html.metadata import ORIGIN
from arabnews_dates import parse_date
from arabnews_embeds.contents import read_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from arabnews.article import Platform

_WIDGETS: Final[dict[str, Platform]] = {
    "twitter-tweet": "x", "twitter-video": "x", "twitter-tweet-rendered": "x", "instagram-media": "instagram",
    "fb-post": "facebook", "fb-video": "facebook",
}  # fmt: skip
_AMP: Final[dict[str, str]] = {
    "amp-twitter": "https://twitter.com/i/status/{data-tweetid}",
    "amp-instagram": "https://www.instagram.com/p/{data-shortcode}/",
    "amp-youtube": "https://www.youtube.com/watch?v={data-videoid}",
    "amp-facebook": "{data-href}",
    "twitter-widget": "https://twitter.com/i/status/{data-tweet-id}",
}
_SOURCES: Final = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmp-src")
_BREAK: Final = "\x1e"
"""Stands for the end of a line while an element's text is put together; no page's text holds it."""

_ALONE: Final = frozenset({"p", "div", "figure", "li", "center", "span"})
_ADDRESS = re.compile(r"https?://[^\s<>\"]{8,300}")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_BLOCKS: Final = frozenset({"p", "div", "blockquote", "li", "figure", "section", "article", "center"})
_M: Final = rf"[\s{INVISIBLE}]*"
_ACCOUNT = re.compile(rf"(?:[—–―-]|&mdash;){_M}([^\n@]{{0,100}}?){_M}\(@([\w.]{{1,30}})\)")
_SHARED = re.compile(
    r"(?:A (?:post|video|reel|photo) (?:posted|shared) by|تمت مشاركة (?:منشور|فيديو|صورة) بواسطة)"
    rf"{_M}"
    rf"([^\n@()]{{0,100}}?){_M}(?:\(@([\w.]{{1,30}})\)|$)"
)
_WEEKDAY = re.compile(r"^[A-Za-z]{6,9}, ")
_FRAME = re.compile(
    r"View this (?:post|profile|photo|video) on Instagram|عرض هذا المنشور على (?:Instagram|انستغرام|إنستغرام)"
)
_POSTED = re.compile(rf"(?:Posted by|تم النشر بواسطة|Post by|Publiée par){_M}([^\n]{{1,100}}?){_M}(?:\s(?:on|في)\s|$)")


@frozen
class Post:
    """A post as the markup tells it; `words` are None where the page holds only its address."""

    platform: Platform
    address: Address | None = None
    words: str | None = None
    author: str | None = None
    handle: str | None = None
    posted: DateMention | None = None

    @property
    def shown(self) -> str:
        """What stands for the post in the article's text: its words, or its address."""
        return self.words or (self.address.url if self.address else "")

    def embed(self, text: str, start: int) -> Embed:
        """Return the post as an embed of the text in which it is shown at `start`."""
        span = Span.cut(text, start, start + len(self.shown))
        contents = read_contents(self.words or "")
        address = self.address
        return Embed(
            self.platform,
            span,
            author=self.author,
            handle=self.handle or (address.who if address else None),
            text=span if self.words else None,
            posted=self.posted,
            urls=contents.urls if self.words or address is None else (address.url,),
            mentions=contents.mentions,
            hashtags=contents.hashtags,
            status_id=address.number if address else None,
            origin=Origin(ORIGIN, f"{self.platform}-{'words' if self.words else 'address'}"),
        )


def find_posts(tree: HtmlElement) -> list[tuple[HtmlElement, Post]]:
    """Return the elements that are posts, in order, each with what it tells; none lies inside another."""
    found: list[tuple[HtmlElement, Post]] = []
    taken: set[HtmlElement] = set()
    copies: list[HtmlElement] = []
    for element in tree.iter("blockquote", "div", "iframe", "script", "p", "figure", "li", "center", "span", *_AMP):
        if taken and any(above in taken for above in element.iterancestors()):
            continue
        post = _read(element)
        if post is None or not post.shown:
            continue
        taken.add(element)
        if found and _same(found[-1][1].address, post.address) and _is_spare(element, found[-1][0]):
            copies.append(element)
        else:
            found.append((element, post))
    for element in copies:
        element.drop_tree()
    return found


def _is_spare(*elements: HtmlElement) -> bool:
    """Tell whether one of the elements is for browsers without scripts, beside the one for those with them."""
    return any(above.tag == "noscript" for element in elements for above in element.iterancestors())


def _same(one: Address | None, other: Address | None) -> bool:
    if one is None or other is None or one.number is None:
        return False
    return (one.platform, one.number) == (other.platform, other.number)


def _read(element: HtmlElement) -> Post | None:
    tag = element.tag
    if tag == "iframe":
        return _of_address(next((a for name in _SOURCES if (a := read_address(element.get(name) or ""))), None))
    if tag == "script":
        told = element.get("data-telegram-post")
        return _of_address(read_address(f"https://t.me/{told}")) if told else None
    if tag in _AMP:
        return _of_address(read_address(_filled(_AMP[tag], element)))
    classes = (element.get("class") or "").split()
    platform = next((_WIDGETS[name] for name in classes if name in _WIDGETS), None)
    if platform is not None:
        return {"x": _read_x, "instagram": _read_instagram, "facebook": _read_facebook}[platform](element)
    return _alone(element) if tag in _ALONE else None


def _filled(form: str, element: HtmlElement) -> str:
    return re.sub(r"\{([\w-]+)\}", lambda m: element.get(m[1]) or "", form)


def _of_address(address: Address | None) -> Post | None:
    return Post(address.platform, address) if address else None


def _alone(element: HtmlElement) -> Post | None:
    """Return the post of which an element holds the address and nothing else."""
    if len(element) > 2 or any(child.tag not in ("a", "br") for child in element):
        return None
    text = element.text_content().strip() if len(element) or element.text else ""
    return _of_address(read_address(text)) if _ADDRESS.fullmatch(text) else None


def _read_x(element: HtmlElement) -> Post | None:
    paragraphs = [p for p in element.iter("p") if p.text_content().strip()]
    words = "\n".join(line for p in paragraphs for line in _lines(p))
    links = [a for a in element.iter("a") if not any(p in paragraphs for p in a.iterancestors("p"))]
    addresses = [(a, address) for a in links if (address := read_address(a.get("href") or "")) and address.number]
    link, address = addresses[-1] if addresses else (None, None)
    if address is None:
        frames = [element, *element.iter("iframe")]
        address = next((a for f in frames for name in _SOURCES if (a := read_address(f.get(name) or ""))), None)
        number = next((n for f in frames if (n := f.get("data-tweet-id"))), None)
        if address is None and number and number.isdigit():
            address = read_address(f"https://twitter.com/i/status/{number}")
    account = _ACCOUNT.search(_text(element).rpartition(words)[2] if words else _text(element))
    day = _day(_text(link)) if link is not None and words else None
    if not words and address is None:
        return None
    return Post(
        "x",
        address,
        words or None,
        account[1].strip() or None if account else None,
        account[2] if account else None,
        day,
    )


def _read_instagram(element: HtmlElement) -> Post | None:
    links = [element.get("data-instgrm-permalink") or "", *(a.get("href") or "" for a in element.iter("a"))]
    address = next((a for link in links if (a := read_address(link))), None)
    words: list[str] = []
    author = handle = None
    shared = False
    for p in element.iter("p"):
        text = _text(p)
        m = _SHARED.search(text)
        if m:
            author, handle, shared = m[1].strip() or None, m[2], True
        elif text and not shared and not _FRAME.search(text):
            words += _lines(p)
    times = [t.get("datetime") or "" for t in element.iter("time")]
    day = next((d for when in times if (d := _day(when[:10]))), None)
    if address is None and not words and author is None:
        return None
    return Post("instagram", address, "\n".join(words) or None, author, handle, day)


def _read_facebook(element: HtmlElement) -> Post | None:
    sources = (("blockquote", "cite"), ("iframe", "src"), ("a", "href"))
    links = [element.get("data-href") or "", *(e.get(name) or "" for tag, name in sources for e in element.iter(tag))]
    address = next((a for link in links if (a := read_address(link))), None)
    words = [line for p in element.iter("p") for line in _lines(p)]
    text = _text(element)
    m = _POSTED.search(text)
    anchors = [_text(a) for a in element.iter("a")]
    day = next((d for written in reversed(anchors) if (d := _day(written))), None)
    if address is None and not words:
        return None
    author = m[1].strip(f" {INVISIBLE}") if m else None
    return Post("facebook", address, "\n".join(words) or None, author or None, None, day)


def _day(written: str) -> DateMention | None:
    """Return the day a post names; it stands in no span of the article's text."""
    value = parse_date(_WEEKDAY.sub("", _marks_out(level(written))))
    if value is None or value.earliest is None or value.earliest != value.latest:
        return None
    return DateMention(
        value=value.value, grain=value.grain, calendar=value.calendar, stated=value.stated, earliest=value.earliest,
        latest=value.latest, issues=value.issues, origin=Origin(ORIGIN, "post-day"),
    )  # fmt: skip


def _marks_out(text: str) -> str:
    return re.sub(f"[{INVISIBLE}]", "", text).replace("،", " ").strip()


def _text(element: HtmlElement) -> str:
    return _SPACE.sub(" ", element.text_content()).strip()


def _lines(element: HtmlElement) -> list[str]:
    """Return the lines of an element's text: `br` and blocks end a line, other white space is one space."""
    pieces = "".join(_pieces(element)).split(_BREAK)
    return [line for piece in pieces if (line := _SPACE.sub(" ", piece).strip())]


def _pieces(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br" or child.tag in _BLOCKS:
                yield _BREAK
            yield from _pieces(child)
        yield child.tail or ""
