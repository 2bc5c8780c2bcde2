"""Blocks on any text: true spans that do not meet; prose of whole sentences is never called furniture."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews import Pipeline

PIPELINE = Pipeline(["page"], strict=True)
FURNITURE = {"section", "byline", "source", "keywords", "related", "teaser", "boilerplate"}

PIECES = [
    "المصدر: رويترز", "اقرأ أيضا:", "كلمات مفتاحية", "تونس - رويترز:", "منذ 18 ساعة", "2021-04-03", "عنوان قصير", "**",
    "قالت الوزيرة إن السد جاهز.", "•", "\n", "\n\n", "\r\n", "\u2028", "\x00", "\u200f", "\u00a0", "\ud800", "(أ ف ب)",
    "// انتهى //", "-----", "أيضـــا", "İ", "قَالَ", "آ", "نشر في المساء يوم 01 - 11 - 2012", "بقلم: سالم", "«", "(",
]  # fmt: skip
NOUNS = ["الوزير", "المجلس", "السد", "المصدر", "الطريق", "المدينة", "التعليقات", "التقرير", "الموسم", "المشروع"]
VERBS = ["وقال", "وأضاف", "وشارك", "وكتب", "وانتهى", "وتابع"]

sentences = st.tuples(st.sampled_from(VERBS), st.lists(st.sampled_from(NOUNS), min_size=10, max_size=30)).map(
    lambda drawn: f"{drawn[0]} {' '.join(drawn[1])}."
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_any_mixture_gives_true_disjoint_blocks(text: str) -> None:
    article = PIPELINE(text)
    assert article.problems == ()
    end = 0
    for block in article.blocks:
        assert text[block.span.start : block.span.end] == block.span.text
        assert block.span.start >= end
        end = block.span.end


@settings(max_examples=80, deadline=None)
@given(st.lists(sentences, min_size=1, max_size=6), st.sampled_from(["\n", "\n\n", " "]))
def test_prose_is_never_furniture(body: list[str], gap: str) -> None:
    article = PIPELINE(gap.join(body))
    assert {block.kind for block in article.blocks}.isdisjoint(FURNITURE)
    assert article.body.split() == gap.join(body).split()
