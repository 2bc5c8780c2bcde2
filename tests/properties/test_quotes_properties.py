"""Properties: true spans inside one block, and glyphs of marks that change nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews import Article, Embed, Span, parse
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


FRAMES = (
    "وقال الوزير فؤاد حمدان: {}.",
    "قالت النائبة سلمى الجريدي إن السد {}.",
    "وأكد الوزير فؤاد حمدان أنه {}.",
    "{}، يقول الوزير فؤاد حمدان.",
    "امتلأ السد {}، بحسب الوزير فؤاد حمدان.",
)


@settings(max_examples=40)
@given(SHAPES, SHAPES, SPOKEN, SPOKEN, st.sampled_from(["«»", "“”"]))
def test_closing_an_unclosed_mark_changes_that_quotation_alone(
    first: str, second: str, words: str, others: str, pair: str
) -> None:
    """Another paragraph keeps its statements, whether the one before it closes its mark or not."""
    kept = second.format(f"{pair[0]}{others}{pair[1]}")
    opened, closed = first.format(f"{pair[0]}{words}"), first.format(f"{pair[0]}{words}{pair[1]}")

    def rows(head: str) -> list[tuple[str, ...]]:
        text = f"{head}\nوعاد الوفد إلى القرية.\n{kept}"
        later = text.rindex(kept)
        return [
            (s.type, *(span.text for span in s.content)) for s in parse(text).statements if s.content[0].start >= later
        ]

    assert rows(opened) == rows(closed)


NEUTRAL = st.sampled_from(
    [
        "وعاد الوفد إلى القرية.",
        "وهطل المطر على الوادي ليلا.",
        "وتقع القرية في شمال الوادي.",
        "وحضر الحفل عدد من الأهالي.",
    ]
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(FRAMES), SPOKEN), min_size=2, max_size=4), NEUTRAL, st.integers(0, 4))
def test_a_neutral_sentence_changes_no_other_statement(told: list[tuple[str, str]], neutral: str, place: int) -> None:
    sentences = [frame.format(f"«{words}»") for frame, words in told]
    more = [*sentences[:place], neutral, *sentences[place:]]

    def rows(lines: list[str]) -> list[tuple[object, ...]]:
        return [(s.type, s.speaker, *(span.text for span in s.content)) for s in parse("\n".join(lines)).statements]

    assert rows(sentences) == rows(more)


@given(TEXTS, SPOKEN, TEXTS)
def test_statements_keep_out_of_posts(before: str, words: str, after: str) -> None:
    text = f"{before}\nسلمى الجريدي\n{words}\n{after}"
    start = text.index("سلمى الجريدي", len(before))
    end = start + len("سلمى الجريدي\n") + len(words)
    post = Embed(
        "x", Span.cut(text, start, end), author="سلمى الجريدي", text=Span.cut(text, end - len(words), end), id="p"
    )
    for statement in parse_statements(Article(text, embeds=(post,))):
        spans = [*statement.content, *(s for s in (statement.cue, statement.source) if s is not None)]
        for span in spans:
            assert post.span.holds(span) if statement.embed else not post.span.meets(span)
