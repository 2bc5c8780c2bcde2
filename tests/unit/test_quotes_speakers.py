"""Who speaks, and through which channel: cases in a text file, and how sure a statement is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, read_cases

from arabnews import parse

if TYPE_CHECKING:
    from arabnews.article import Statement

CASES = Path(__file__).parents[1] / "cases" / "quotes"


def row(statement: Statement) -> str:
    words = statement.content[0].text.split()[:3]
    return " | ".join((str(statement.speaker), statement.channel or "-", " ".join(words)))


@pytest.mark.parametrize("case", read_cases(CASES / "speakers.txt"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert "\n".join(map(row, parse(case.input).statements)) == case.expected
