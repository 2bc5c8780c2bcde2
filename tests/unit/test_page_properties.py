"""What an Article tells of its page: authors, outlet, keywords, body and the way back from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arabnews
from arabnews import Article, Block, Pipeline, Span
from arabnews.testing import check_article

PAGE = Pipeline(["embeds", "page"], strict=True)
LEAD = "قالت وزيرة المياه، الخميس، إن السد سيمتلئ قبل نهاية الشتاء المقبل في كل الأحوال."


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("بقلم: سلمى الجريدي", ("سلمى الجريدي",)),
        ("سامي الحداد", ("سامي الحداد",)),
        ("سامي الحداد – طنجة", ("سامي الحداد",)),
        ("طنجة - سامي الحداد", ("سامي الحداد",)),
        ("كتب: سامي الحداد، سلمى الجريدي", ("سامي الحداد", "سلمى الجريدي")),
    ],
)
def test_authors_are_the_names_of_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert PAGE(f"السد الجديد يمتلئ قبل موعده\n{line}\n\n{LEAD}").authors == authors


@pytest.mark.parametrize(
    ("start", "end", "outlet"),
    [
        ("تونس- “القدس العربي”:\n\n", "", "القدس العربي"),
        ("واشنطن (رويترز) - ", "", "رويترز"),
        ("أمد/ ", "", "أمد"),
        ("", "\n\nالمصدر: الحرة", "الحرة"),
        ("", "\n(أ ف ب)", "أ ف ب"),
        ("سبق- طنجة: ", "", "سبق"),
        ("سامي الحداد - رويترز\n", "", "رويترز"),
        ("طنجة (المغرب) - ", "", None),
        ("", "", None),
    ],
)
def test_outlet_is_what_dateline_or_source_names(start: str, end: str, outlet: str | None) -> None:
    assert PAGE(f"السد الجديد يمتلئ قبل موعده\n\n{start}{LEAD}{end}").outlet == outlet


@pytest.mark.parametrize(
    ("listed", "keywords"),
    [
        ("كلمات مفتاحية\n\nالسد\n\nوزارة المياه", ("السد", "وزارة المياه")),
        ("كلمات دلالية: السد، وزارة المياه، السد", ("السد", "وزارة المياه")),
        ("كلمات دلالية: السد الشتاء المقبل", ("السد", "الشتاء المقبل")),
        ("#السد #وزارة_المياه", ("السد", "وزارة المياه")),
        ("سمات السد الشتاء المقبل", ("السد", "الشتاء المقبل")),
    ],
)
def test_keywords_with_and_without_separators(listed: str, keywords: tuple[str, ...]) -> None:
    assert PAGE(f"السد الجديد يمتلئ قبل موعده\n\n{LEAD}\n\n{listed}").keywords == keywords


def test_metadata_come_first() -> None:
    facts = {"authors": ["سلمى"], "site_name": "المدينة", "keywords": "سد", "section": "محليات"}
    article = PAGE(Article(f"السد الجديد يمتلئ قبل موعده\nسامي الحداد\n\n{LEAD}", metadata=facts))
    assert (article.authors, article.outlet, article.keywords, article.section) == (
        ("سلمى",), "المدينة", ("سد",), "محليات",
    )  # fmt: skip


def test_lines_of_invisible_characters_are_no_body() -> None:
    article = PAGE(f"{LEAD}\n\x00\n\u202d\n{LEAD}\n\x00")
    assert article.body == f"{LEAD}\n{LEAD}"
    assert [span.text for span in article.paragraphs] == [LEAD, LEAD]
    check_article(article, article.text)


@given(st.lists(st.text("اب \n", min_size=1, max_size=6), max_size=6), st.data())
def test_body_span_leads_back(pieces: list[str], data: st.DataObject) -> None:
    text = "|".join(pieces)
    blocks, at = [], 0
    for number, piece in enumerate(pieces):
        if piece.strip() and number % 2 == 0:
            blocks.append(Block("paragraph", Span.cut(text, at, at + len(piece))))
        at += len(piece) + 1
    article = Article(text, blocks=blocks)
    start = data.draw(st.integers(0, len(article.body)))
    end = data.draw(st.integers(start, len(article.body)))
    span = article.body_span(start, end)
    assert article.text[span.start : span.end] == span.text
    wanted = article.body[start:end]
    if wanted and not any(s in wanted for s in "\n") and wanted.strip():
        assert span.text == wanted


def test_offsets_outside_the_body_are_refused() -> None:
    with pytest.raises(ValueError, match="no stretch"):
        Article("نص").body_span(0, 3)


@pytest.mark.parametrize("rule", ["/", "-", "|", "***", "–"])
def test_a_mark_between_paragraphs_is_no_paragraph(rule: str) -> None:
    text = f"أول الكلام.\n{rule}\nآخره."
    end = text.index("\n")
    blocks = [Block("paragraph", Span.cut(text, s, e)) for s, e in ((0, end), (end + 1, end + 1 + len(rule)))]
    last = len(text) - len("آخره.")
    article = Article(text, blocks=[*blocks, Block("paragraph", Span.cut(text, last, len(text)))])
    assert article.body == "أول الكلام.\nآخره."
    at = article.body.index("آخره")
    assert article.body_span(at, len(article.body)) == Span.cut(text, last, len(text))


def test_a_section_has_no_marks_beside_it() -> None:
    text = "محليات /\nنص."
    article = Article(text, blocks=[Block("section", Span.cut(text, 0, 8)), Block("paragraph", Span.cut(text, 9, 12))])
    assert article.section == "محليات"
    bare = Article("/", blocks=[Block("section", Span.cut("/", 0, 1))], metadata={"section": "رياضة"})
    assert bare.section == "رياضة"


@given(
    st.text("🇿©\u2003\u200f•_*«#\t 7", max_size=5),
    st.sampled_from(["اقرأ", "اقرأ أيضا", "تابعوا", "شارك", "المصدر", "كلمات مفتاحية"]),
)
def test_signs_before_a_marker_fail_nothing(signs: str, marker: str) -> None:
    assert PAGE(f"{LEAD}\n{signs}{marker}\n{signs}{marker}: السد يمتلئ قبل موعده").problems == ()


def test_a_vowel_mark_alone_on_its_line_fails_nothing() -> None:
    text = "بئر القرية\n\u064e\nسامي الشامي\n" + "حفرت البلدية بئرا جديدة في السوق القديم. " * 12
    assert not arabnews.parse(text).problems
