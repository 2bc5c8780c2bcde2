"""The case files of dates: what is found in a text, with which values, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, read_cases

from arabnews_dates import parse_dates

if TYPE_CHECKING:
    from arabnews.article import DateMention

CASES = [
    case
    for path in sorted(Path(__file__).parents[1].joinpath("cases/dates").glob("*.txt"))
    for case in read_cases(path)
]


def shown(date: DateMention) -> str:
    assert date.span is not None
    told = [date.span.text, date.value or "-"]
    if date.calendar == "hijri" and date.hijri is None:
        told.append("hijri")
    if date.hijri is not None:
        fields = "-".join("?" if field is None else str(field) for field in date.hijri)
        told.append(f"hijri {fields}" if date.calendar == "hijri" else f"= {fields}")
    if date.approximate:
        told.append(f"about {date.earliest}..{date.latest}")
    if date.alternatives:
        told.append("or " + " ".join(date.alternatives))
    return " | ".join([*told, *date.issues])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    published, _, text = case.input.partition("\n")
    found = parse_dates(text, None if published == "-" else published)
    assert "\n".join(map(shown, found)) == case.expected
    assert all(date.span and text[date.span.start : date.span.end] == date.span.text for date in found)
