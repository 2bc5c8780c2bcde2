"""Captions of pictures in a page's markup, found before extraction, which drops them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

_CLASSES: Final = frozenset({"wp-caption-text", "caption-text", "image-caption", "img-caption", "photo-caption"})
_SPACE = re.compile(r"\s+")
_LONGEST: Final = 600
"""A longer text under a picture is no caption."""


def find_captions(tree: HtmlElement, posts: Collection[HtmlElement]) -> list[tuple[HtmlElement, str]]:
    """Return the elements that hold captions of pictures, in order, each with its text; none lies in a post."""
    taken = set(posts)
    found: list[tuple[HtmlElement, str]] = []
    for element in tree.iter("figcaption", "p", "div", "span"):
        if element.tag != "figcaption" and _CLASSES.isdisjoint((element.get("class") or "").split()):
            continue
        text = _SPACE.sub(" ", element.text_content()).strip()
        if not text or len(text) > _LONGEST or any(inner in taken for inner in element.iter()):
            continue
        if not any(above in taken for above in element.iterancestors()):
            taken.add(element)
            found.append((element, text))
    return found
