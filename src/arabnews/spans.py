"""Stretches of a text, and where a fact comes from. Imports attrs alone.

Offsets are half-open and count code points of `Article.text`, the text exactly as it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from arabnews.checks import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen(order=True)
class Span:
    """A stretch of the article's text: `article.text[start:end] == text`.

    `start` and `end` are half-open offsets in code points.

    >>> Span.cut("قال الوزير", 4, 10)
    Span(4, 10, 'الوزير')
    """

    start: int
    end: int
    text: str = field(order=False)

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """Return the span of `text` between two offsets."""
        return cls(start, end, text[start:end])

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.text!r})"

    def __len__(self) -> int:
        return self.end - self.start

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span, or is equal to it."""
        return self.start <= other.start and other.end <= self.end


@frozen
class Origin:
    """Where a fact comes from: the plugin (stamped by the core) and the plugin's own name for the rule.

    >>> import arabnews
    >>> arabnews.parse("وصل الوفد أمس.").dates[0].origin
    Origin(plugin='dates', rule='deictic')
    """

    plugin: str = field(default="", validator=TEXT)
    rule: str = field(default="", validator=TEXT)


def to_strings(items: Iterable[str]) -> tuple[str, ...]:
    """Return the strings as a tuple."""
    return tuple(items)


def to_spans(items: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans as a tuple."""
    return tuple(items)


def to_origin(value: Origin | str) -> Origin:
    """Return an origin; a plugin may write the name of its rule alone."""
    return Origin(rule=value) if isinstance(value, str) else value
