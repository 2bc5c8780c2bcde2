"""Tests that the work on a text grows with its length: calls of functions are counted, which no clock disturbs."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import arabnews

if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

SHORT, LONG = 8_000, 32_000
"""Characters of two texts, one four times the other."""
LIMIT = 6
"""Four times the text may take so many times the calls; quadratic work takes sixteen times as many."""
MANY = 4_000
"""Fewer calls tell nothing."""

FRAGMENTS = (
    "قال الوزير سمير حداد إن السد امتلأ. وقال الوزير أمس إن البئر جفت. ",
    "#ماء % وتابع نقلا عن جدا علي حسن مسؤول",
    "«ا» قال س إن ج، وأضاف «د",
    "قال سمير حداد إن ليلى منصور قالت إن ",
)


def count_calls(text: str) -> Counter[CodeType]:
    """Return how often each function of Python is called for a text."""
    calls: Counter[CodeType] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            calls[frame.f_code] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        arabnews.parse(text, "2024-05-14")
    finally:
        sys.setprofile(before)
    return calls


def repeated(fragment: str, size: int) -> str:
    """Return a text of a size that says one thing again and again, behind a word that it takes up."""
    return ("قال وزير سابق إن الماء كثير.\n" + fragment * (size // len(fragment) + 1))[:size]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_calls_grow_no_faster_than_the_text(fragment: str) -> None:
    arabnews.parse("قال الوزير إن السد امتلأ.")  # what is read once is read now
    short, long = (count_calls(repeated(fragment, size)) for size in (SHORT, LONG))
    fast = {code.co_qualname: (short[code], n) for code, n in long.items() if n > max(MANY, short[code] * LIMIT)}
    assert not fast
