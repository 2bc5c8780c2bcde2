"""Runs the cases of entities: what is found in a text, one entity a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, read_cases

from arabnews_entities.finding import find_all
from arabnews_entities.vocabulary.wordlists import lexis

if TYPE_CHECKING:
    from arabnews.article import Entity

FOLDER = Path(__file__).parents[1] / "cases" / "entities"
CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]


def line(entity: Entity) -> str:
    mentions = "، ".join(
        f"[{m.span.text}]" if m.form == "role" else f"{m.span.text}*" if m.acts else m.span.text
        for m in entity.mentions
    )
    roles = "، ".join(f"{r.text} ({r.status})" if r.status else r.text for r in entity.roles)
    cells = (entity.type, entity.name, mentions, roles, entity.country or "-")
    return " | ".join(cells).replace("|  |", "| |")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    found = [line(entity) for entity in find_all(case.input, case.input, lexis())]
    assert "\n".join(found) == case.expected
