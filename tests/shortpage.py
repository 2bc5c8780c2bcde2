"""A short page that tests of the walk share, and the spans of its parts."""

from __future__ import annotations

from typing import Final

from arabnews import Span

TEXT: Final = "عنوان\n\nمنشور هنا\n\nقال سمير حداد: نعم.\nالمصدر: وكالات\n"


def span(part: str, text: str = TEXT) -> Span:
    """Return the span of the first place where a part stands."""
    start = text.index(part)
    return Span.cut(text, start, start + len(part))
