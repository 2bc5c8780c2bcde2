"""Compares what came of one text twice: by a digest across processes, and in words."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import attrs

from arabnews.article import Span

if TYPE_CHECKING:
    from arabnews.article import Article


def signature(article: Article | None) -> bytes:
    """Return a digest of all that an article holds, the same in every process."""
    if article is None:
        return b""
    try:
        told = article.to_json()
    except Exception:  # noqa: BLE001 - told by the check of JSON; here any form will do
        told = repr((article.dates, article.entities, article.statements, article.annotations, article.problems))
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).digest()


def difference(first: Article | None, second: Article | None) -> str | None:
    """Return where two articles of one text differ, in words, or None where they are equal."""
    if first is None or second is None:
        return None if first is second else "one call breaks out of the pipeline, another does not"
    for layer in ("embeds", "blocks", "published", "dates", "entities", "statements", "annotations", "problems"):
        a, b = getattr(first, layer), getattr(second, layer)
        if a == b:
            continue
        if not isinstance(a, tuple):
            return f"{layer}: first {describe(a)}, then {describe(b)}"
        only_a = [item for item in a if item not in b]
        only_b = [item for item in b if item not in a]
        return f"{layer}: first {_list(only_a)}, then {_list(only_b)}"
    return None


def _list(items: list[Any]) -> str:
    if not items:
        return "nothing of it"
    more = f" and {len(items) - 1} more" if len(items) > 1 else ""
    return f"{describe(items[0])}{more}"


def describe(item: Any) -> str:
    """Return what an item is and where, and what else it says, in a line."""
    item = getattr(item, "value", item) if type(item).__name__ == "Annotation" else item
    span = getattr(item, "span", None)
    if not isinstance(span, Span) or not attrs.has(type(item)):
        return repr(item)[:160]
    told = [
        f"{a.name}={repr(value)[:40]}"
        for a in attrs.fields(type(item))
        if a.name not in {"span", "origin", "id"} and (value := getattr(item, a.name)) != a.default
    ]
    return " ".join([f"{type(item).__name__} {span.start}:{span.end} {span.text[:60]!r}", *told[:4]])
