"""The case files of pages: which blocks are found beside paragraphs, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from casefile import Case, read_cases

from arabnews import Article, Pipeline, hookimpl

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES = [
    case for path in sorted(Path(__file__).parents[1].joinpath("cases/page").glob("*.txt")) for case in read_cases(path)
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(["embeds", "page"], strict=True)


def shown(article: Article) -> str:
    return "\n".join(
        f"{block.kind}: {block.span.text}".replace("\n", "⏎") for block in article.blocks if block.kind != "paragraph"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case, pipeline: Pipeline) -> None:
    assert shown(pipeline(case.input)) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_line_breaks_of_other_systems(case: Case, pipeline: Pipeline) -> None:
    article = pipeline(case.input.replace("\n", "\r\n"))
    assert shown(article).replace("\r", "") == case.expected


def test_bidi_controls_and_no_break_spaces_change_nothing(pipeline: Pipeline) -> None:
    text = (
        "\u200fسياسة دولية\u200e\n\n\u200fوزيرة\u00a0المياه تزور السد\n\n"
        "قالت الوزيرة إن السد سيمتلئ قبل نهاية الشتاء المقبل في كل الأحوال.\n\n\u200fالمصدر:\u00a0الحرة\n"
    )
    kinds = [block.kind for block in pipeline(text).blocks if any(map(str.isalnum, block.span.text))]
    assert kinds == ["section", "headline", "paragraph", "source"]


def test_the_title_of_the_browser_window_over_mark_up_is_no_headline(pipeline: Pipeline) -> None:
    headline, gap = "مكتبة البلدة تفتح أبوابها للأطفال", " " * 16
    body = "تفتح مكتبة البلدة أبوابها للأطفال صباح الغد، وفيها ألف كتاب مصور وقاعة للرسم وحديقة صغيرة للقراءة."
    text = f'الضفة - العالم - {headline}{gap}content="تفتح المكتبة أبوابها." />{gap}{headline}{gap}{body}'
    blocks = [(block.kind, block.span.text) for block in pipeline(text).blocks]
    assert blocks[0][0] == "boilerplate"
    assert blocks[1:] == [("headline", headline), ("paragraph", body)]


def test_an_outlet_adds_its_markers_by_a_file(tmp_path: Path) -> None:
    file = tmp_path / "page_markers.tsv"
    file.write_text(
        "# about: markers of one outlet\n# source: its pages\n# licence: CC0-1.0\n"
        "marker\tkind\tform\tplace\n"
        "خلصت الحكاية\tboilerplate\tline\tany\n",
        "utf-8",
    )

    class Outlet:
        @hookimpl
        def lexicons(self) -> Mapping[str, Any]:
            return {"page_markers": file}

    text = "قالت وزيرة المياه، الخميس، إن السد سيمتلئ قبل نهاية الشتاء المقبل في كل الأحوال.\nخلصت الحكاية\n"
    assert shown(Pipeline(["page"], strict=True)(text)) == ""
    assert shown(Pipeline(["page", Outlet()], strict=True)(text)) == "boilerplate: خلصت الحكاية"


def test_posts_are_no_part_of_the_structure(pipeline: Pipeline) -> None:
    text = (
        "عنوان خبر السد الجديد\n\nقالت الوزيرة إن السد سيمتلئ قبل نهاية الشتاء المقبل في كل الأحوال.\n"
        "Blue Team\n· متابعة @TeamBlue\nA good day at the dam.\n٣ رد نسخ الرابط\n"
    )
    article = pipeline(text)
    assert [block.kind for block in article.blocks] == ["headline", "paragraph", "embed"]


def test_names_of_another_plugin_tell_authors() -> None:
    text = (
        "وزيرة المياه تزور السد الجديد\nجهاد الخوري\n"
        "قالت وزيرة المياه سلمى الخوري، الخميس، إن السد سيمتلئ قبل نهاية الشتاء المقبل في كل الأحوال.\n"
    )
    assert "byline" not in shown(Pipeline(["page"], strict=True)(text))
    assert "byline: جهاد الخوري" in shown(Pipeline(["entities", "page"], strict=True)(text))
