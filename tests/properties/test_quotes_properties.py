"""Properties: true spans inside one block, and glyphs of marks that change nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arabnews import Article, parse
from arabnews_quotes import parse_statements

WORDS = st.sampled_from(
    [
        *(
            "قال",
            "قالت",
            "وأضاف",
            "أكد",
            "مشيرا",
            "إلى",
            "أن",
            "إن",
            "أنه",
            "الوزير",
            "سلمى",
            "الجريدي",
            "فؤاد",
            "حمدان",
        ),
        *(
            "بحسب",
            "وفق",
            "وزارة",
            "المياه",
            "على",
            "ضرورة",
            "السد",
            "«",
            "»",
            '"',
            "“",
            "”",
            ":",
            "،",
            ".",
            "\n",
            "نقلت",
        ),
        *("عن", "قوله", "لم", "الذي", "«نعم»", 'و"لا"', "ـقالَـ", "وقال:", "في", "مؤتمر", "صحفي", "الأربعاء"),
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@given(TEXTS | st.text(max_size=80))
def test_spans_are_true_and_stay_in_one_block(text: str) -> None:
    article = parse(text)
    assert not article.problems
    for statement in article.statements:
        spans = [*statement.content, *statement.fragments]
        spans += [span for span in (statement.cue, statement.source) if span is not None]
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert span.text.strip()
            assert any(block.span.holds(span) for block in article.blocks)
        assert 0 <= statement.confidence <= 1
        assert statement.origin.rule


@given(TEXTS | st.text(max_size=80))
def test_reading_alone_never_fails(text: str) -> None:
    assert parse_statements(Article(text)) == parse_statements(Article(text))


SPEECH = ("السد", "امتلأ", "والماء", "كثير", "هذا", "العام", "في", "الوادي")
SPOKEN = st.lists(st.sampled_from(SPEECH), min_size=3, max_size=9).map(" ".join)
SHAPES = st.sampled_from(
    [
        "قال الوزير فؤاد حمدان إن {}.",
        "وقال الوزير فؤاد حمدان: {}.",
        "{}، قال الوزير فؤاد حمدان.",
        "أكد الوزير فؤاد حمدان أنه {} اليوم.",
    ]
)


@given(SHAPES, SPOKEN, st.sampled_from(["«»", "“”", '""', "”“", "»«"]))
def test_glyphs_of_well_paired_marks_change_no_span(shape: str, words: str, pair: str) -> None:
    def spans(opening: str, closing: str) -> list[tuple[int, int]]:
        text = shape.format(f"{opening}{words}{closing}")
        return [(piece.start, piece.end) for s in parse(text).statements for piece in s.content]

    assert spans(pair[0], pair[1]) == spans("«", "»")
