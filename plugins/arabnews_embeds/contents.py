"""What a post's words hold: links, mentions of accounts, hashtags, the number of the post."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

_URL = re.compile(r"(?:https?://|(?<![\w.])pic\.(?:twitter|x)\.com/)[^\s<>\"«»\u0600-\u06ff]{1,300}")
_MENTION = re.compile(r"(?<![\w@/.])@([A-Za-z0-9_]{1,30})")
_HASHTAG = re.compile(r"(?<![\w&/])#(\w{1,100})")
_TRAILING: Final = ".,;:!?)]}'*"
_STATUS = re.compile(r"(?:twitter|x)\.com/(?:[A-Za-z0-9_]{1,15}|i/web)/status(?:es)?/(\d{5,25})")


@frozen
class Contents:
    """The links, mentioned accounts (without @) and hashtags (without #) of a post, in order, each once."""

    urls: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()


def read_contents(text: str) -> Contents:
    """Return what a post's words link to and name.

    >>> read_contents("شكرا @Water_Co على #سد_النخلة https://t.co/abcdefghij#مياه")
    Contents(urls=('https://t.co/abcdefghij',), mentions=('Water_Co',), hashtags=('سد_النخلة', 'مياه'))
    """
    urls = dict.fromkeys(m[0].partition("#")[0].rstrip(_TRAILING) for m in _URL.finditer(text))
    mentions = dict.fromkeys(_MENTION.findall(text))
    hashtags = dict.fromkeys(_HASHTAG.findall(_URL.sub(_keep_fragment, text)))
    return Contents(tuple(urls), tuple(mentions), tuple(hashtags))


def _keep_fragment(link: re.Match[str]) -> str:
    """Return what a link leaves for hashtags: on these pages a hashtag is often glued to the link before it."""
    address, mark, fragment = link[0].partition("#")
    return f" {mark}{fragment}" if address.startswith(("https://t.co/", "http://t.co/", "pic.")) else " "


def read_status_id(text: str) -> str | None:
    """Return the number of the post that an address in the text leads to, or None.

    >>> read_status_id("https://twitter.com/Water_Co/status/1234567890?s=20")
    '1234567890'
    """
    found = _STATUS.search(text)
    return found[1] if found else None
