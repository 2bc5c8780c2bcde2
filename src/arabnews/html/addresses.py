"""Addresses of posts: which platform, whose, and the number of the post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from attrs import frozen

if TYPE_CHECKING:
    from arabnews.article import Platform

_FORMS: Final = (
    ("x", r"(?:twitter|x)\.com/(?P<who>[A-Za-z0-9_]{1,15})/status(?:es)?/(?P<id>\d{5,25})"),
    ("x", r"platform\.(?:twitter|x)\.com/embed/(?:index|Tweet)\.html"),
    ("x", r"twitframe\.com/show"),
    (
        "instagram",
        r"(?:instagram\.com|instagr\.am)/(?:(?P<who>(?!(?:p|reels?|tv)/)[\w.]{1,30})/)?(?P<kind>p|reels?|tv)/(?P<id>[\w-]{5,40})",
    ),
    (
        "youtube",
        r"(?:youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/|youtu\.be/)(?P<id>(?!videoseries)[\w-]{6,16})",
    ),
    ("youtube", r"youtube\.com/watch"),
    ("telegram", r"(?:t|telegram)\.me/(?:s/)?(?P<who>[A-Za-z]\w{3,31})/(?P<id>\d{1,9})"),
    ("facebook", r"facebook\.com/plugins/(?:post|video)(?:/oembed)?(?:\.php)?"),
    (
        "facebook",
        r"facebook\.com/(?P<who>[\w.%-]{1,80})/(?:posts|videos|photos|reels)/(?:[\w.%-]{1,80}/){0,2}(?P<id>[\w-]{3,90})",
    ),
    (
        "facebook",
        r"facebook\.com/(?:watch/?|(?:permalink|photo|video|story)\.php|photo/?|reel/(?P<id>\d+)|share/(?:p|v|r)/\w+)",
    ),
    ("facebook", r"fb\.watch/(?P<id>[\w-]{5,20})"),
)
_PATTERNS = tuple(
    (platform, re.compile(rf"(?:https?:)?//(?:[\w-]{{1,20}}\.){{0,2}}?{form}(?![\w-])")) for platform, form in _FORMS
)


@frozen
class Address:
    """Where a post stands: its platform, its address in plain form, whose it is, its number."""

    platform: Platform
    url: str
    who: str | None = None
    number: str | None = None


def read_address(url: str) -> Address | None:
    """Return what an address tells of a post, or None where it leads to no post.

    >>> read_address("https://twitter.com/Water_Co/status/1234567890?ref_src=twsrc%5Etfw")
    Address(platform='x', url='https://twitter.com/Water_Co/status/1234567890', who='Water_Co', number='1234567890')
    >>> read_address("//www.youtube.com/embed/abcDEF12345?rel=0").url
    'https://www.youtube.com/watch?v=abcDEF12345'
    """
    url = url.strip()
    for platform, pattern in _PATTERNS:
        found = pattern.match(url)
        if found is not None:
            parts = {name: part for name, part in found.groupdict().items() if part}
            query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
            inner = (
                query.get("url") if "twitframe" in found[0] else query.get("href") if "/plugins/" in found[0] else None
            )
            return read_address(inner) if inner else _address(platform, url, parts, query)
    return None


def _address(platform: str, url: str, parts: dict[str, str], query: dict[str, str]) -> Address | None:
    who, number = parts.get("who"), parts.get("id")
    if platform == "x":
        number = number or query.get("id")
        who = None if who == "i" else who
        return Address("x", f"https://twitter.com/{who or 'i'}/status/{number}", who, number) if number else None
    if platform == "youtube":
        number = number or query.get("v")
        return Address("youtube", f"https://www.youtube.com/watch?v={number}", None, number) if number else None
    if platform == "instagram":
        kind = parts["kind"].removesuffix("s")
        return Address("instagram", f"https://www.instagram.com/{kind}/{number}/", who, number)
    if platform == "telegram":
        return Address("telegram", f"https://t.me/{who}/{number}", who, number)
    number = number or query.get("story_fbid") or query.get("v") or query.get("fbid")
    plain = url if url.startswith("http") else f"https:{url}"
    return Address("facebook", plain, who if who and not who.isdigit() else None, number)
