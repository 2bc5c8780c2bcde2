"""Properties of the entities plugin: true and disjoint spans for any text, the same result again, linear work."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews import fold
from arabnews.article import Article
from arabnews_entities import phrase_reader
from arabnews_entities.finding import find_all
from arabnews_entities.vocabulary.wordlists import lexis

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = (
    "قال", "وزير", "الوزير", "الخارجية", "الأمريكي", "محمد", "وخالد", "بن", "عبد", "الله", "أبو", "آل", "دي",
    "بلين肯", "John", "في", "باسم", "المتحدثة", "وزارة", "حزب", "لـ", "،", ".", ":", "«", "»", '"', "\n",
    "\u0640", "\u064e", "٣", "د.", "السيد", "رئيس",
    "نيويورك", "لبنان", "للبنان", "السابق", "\u200f", "\u00a0", "-", "_",
)  # fmt: skip

newsy = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda glue: glue.join(words))
)
texts = newsy | st.text(max_size=60)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_spans_are_true_and_disjoint(text: str) -> None:
    found = list(find_all(text, text, lexis()))
    spans = sorted(m.span for entity in found for m in entity.mentions)
    assert all(text[s.start : s.end] == s.text and s.text.strip() == s.text and s.text for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(entity.mentions for entity in found)
    assert found == list(find_all(text, text, lexis()))


@given(texts)
@settings(max_examples=80, deadline=None)
def test_phrases_of_any_word_are_well_formed(text: str) -> None:
    reader = phrase_reader(Article(text))
    assert reader.read(-1) is None
    assert reader.read(len(reader.words)) is None
    for index in range(len(reader.words)):
        phrase = reader.read(index)
        if phrase is not None:
            assert phrase.first <= phrase.last <= len(reader.words)
            assert 0 <= phrase.start < phrase.end <= len(text)
            assert reader.entity(phrase) is None


@pytest.mark.parametrize(
    "piece",
    ["«", "7", " ", "\u0640", "ا", "عبد ", "بن ", "محمد ", "وزير ", "الوزير ", "وزير الخارجية ", "قال ", "حزب ",
     'صحيفة "', "السيد ", "محمد علي ", "د. ", "المتحدثة باسم ", "بلين肯 ", "John ", "الوزير خالد فوزي، ",
     "وآصف ", "«سعيد فهد» ", "الإسباني زرفانوف ", "علي إلي ", "إيجازاً ",
     "زرفانوف كلانديف ", "جامعة الملك سعود بن ", "الشاعر خميس قلم ", "نائب رئيس المجلس وزير الداخلية ", "ذات المصدر "],
)  # fmt: skip
def test_work_is_linear(piece: str) -> None:
    def cost(count: int) -> float:
        text = piece * count
        best = 9.0
        for _ in range(2):
            fold.tokens.cache_clear()
            fold.level.cache_clear()
            start = time.process_time()
            for _entity in find_all(text, text, lexis()):
                pass
            best = min(best, time.process_time() - start)
        return best

    _is_linear(cost)


def test_work_is_linear_in_people() -> None:
    """Thousands of names, each of somebody else, and as many role phrases."""
    letters = "بتجدرسعفقلمنهك"

    def cost(count: int) -> float:
        names = ("".join(letters[(i * 7 + i // 13**k) % 14] for k in range(5)) for i in range(count))
        text = "\n".join(f"قال الوزير محمد {name} إنه وصل. وأكد الوزير والمتحدث." for name in names)
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            for _entity in find_all(text, text, lexis()):
                pass
            best = min(best, time.process_time() - start)
        return best

    _is_linear(cost, 800)


def _is_linear(cost: Callable[[int], float], count: int = 1000) -> None:
    cost(count)
    while cost(count) < 0.01 and count < 32_000:
        count *= 2
    # a suspicion is looked into again, so that a busy machine does not fail the test
    growths = (cost(4 * count) / max(cost(count), 0.005) for _ in range(3))
    assert any(growth < 8 for growth in growths)
