"""What outlets print beside an article, at its head, between paragraphs or at its end; the body is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from arabnews import Pipeline

HEADLINE: Final = "وزيرة المياه تزور السد الجديد"
BODY: Final = (
    "قالت وزيرة المياه سلمى الجريدي، الخميس، إن السد الجديد سيمتلئ قبل نهاية الشتاء المقبل في كل الأحوال رغم النقص.",
    "وأضافت الوزيرة أن العمل مستمر في القرى الساحلية كلها، وأن الأهالي ينتظرون الماء منذ أعوام طويلة بلا كلل ولا ملل.",
    "من جهته أكد رئيس البلدية نادر الصافي أن العمل سيستمر طوال العام، وأن المجلس وافق على الخطة بالإجماع أمس الأول.",
)
FILE: Final = Path(__file__).parents[1] / "cases/page/chrome.tsv"
ROWS: Final = [
    tuple(row.split("\t")) for row in FILE.read_text("utf-8").splitlines() if row and not row.startswith("#")
]
PLACES: Final = {"head": 0, "mid": 1, "tail": 3, "decoy": 1}
GAPS: Final = {"head": "\n", "mid": "\n\n", "tail": "\n\n", "decoy": "\n"}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(["embeds", "page"], strict=True)


@pytest.mark.parametrize(("zone", "kind", "words"), ROWS, ids=[f"{row[0]}: {row[2]}" for row in ROWS])
def test_line(zone: str, kind: str, words: str, pipeline: Pipeline) -> None:
    parts = list(BODY)
    parts.insert(PLACES[zone], words)
    article = pipeline(f"{HEADLINE}\n\n{GAPS[zone].join(parts)}\n")
    found = {
        block.kind for block in article.blocks if any(map(str.isalnum, block.span.text)) and words in block.span.text
    }
    assert found == {kind}
    assert [line for line in article.body.split("\n") if line in BODY] == list(BODY)


@pytest.mark.parametrize("words", [row[2] for row in ROWS if row[0] == "decoy"])
def test_decoys_stay_at_the_end_too(words: str, pipeline: Pipeline) -> None:
    article = pipeline("\n".join((HEADLINE, "", *BODY, words)))
    assert article.body.split("\n") == [*BODY, words]
