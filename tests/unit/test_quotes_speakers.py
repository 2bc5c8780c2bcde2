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


@pytest.mark.parametrize(
    "case",
    [case for name in ("speakers", "sources", "offices", "channels") for case in read_cases(CASES / f"{name}.txt")],
    ids=lambda case: case.title,
)
def test_cases(case: Case) -> None:
    assert "\n".join(map(row, parse(case.input).statements)) == case.expected


@pytest.mark.parametrize("case", read_cases(CASES / "extents.txt"), ids=lambda case: case.title)
def test_extents(case: Case) -> None:
    told = [(statement.source, statement.content[0].text.split()[:3]) for statement in parse(case.input).statements]
    assert "\n".join(f"{source and source.text} | {' '.join(words)}" for source, words in told) == case.expected


def test_confidence_orders_the_ways_to_a_speaker() -> None:
    named, dropped = parse("قال الوزير فؤاد حمدان إن السد امتلأ. وأضاف أن الماء كثير.").statements
    (nobody,) = parse("وأضاف أن الماء كثير.").statements
    (group,) = parse("قالت مصادر محلية إن السد امتلأ.").statements
    assert named.confidence > group.confidence > nobody.confidence
    assert named.confidence >= dropped.confidence > nobody.confidence


def test_whoever_speaks_on_is_no_surer_than_before() -> None:
    statements = parse("قالت مصادر محلية إن السد امتلأ. وأضافت أن الماء كثير. وأوضحت أن الصيف طويل.").statements
    sure = [statement.confidence for statement in statements]
    assert sure == sorted(sure, reverse=True)
