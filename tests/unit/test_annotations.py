"""Own annotations of plugins: typed by their class, read back, refused where they cannot be."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen
from shortpage import TEXT, span

import arabnews
from arabnews import (
    Pipeline,
    Span,
    UnreadAnnotation,
    hookimpl,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Money:
    span: Span
    amount: int


@frozen
class Undeclared:
    span: Span


class FindsMoney:
    @hookimpl
    def annotation_types(self) -> list[type]:
        return [Money]

    @hookimpl
    def find_annotations(self) -> Iterator[Any]:
        yield Money(span("نعم"), 7)
        yield Money(span("قال"), 5)
        yield Money(span("قال"), 5)


def test_own_annotations_are_typed_by_their_class_and_read_back() -> None:
    pipeline = Pipeline([FindsMoney()])
    article = pipeline(TEXT)
    assert article.annotations_of(Money) == (Money(span("قال"), 5), Money(span("نعم"), 7))
    data = article.to_dict()
    assert data["annotations"][0]["class"] == "Money"
    assert pipeline.from_dict(data) == article
    elsewhere = arabnews.from_dict(data)
    assert [a.class_name for a in elsewhere.annotations_of(UnreadAnnotation)] == ["Money", "Money"]
    assert elsewhere.to_dict() == data


def test_an_annotation_that_is_not_declared_or_not_frozen_is_refused() -> None:
    class Yields(FindsMoney):
        @hookimpl
        def find_annotations(self) -> Iterator[Any]:
            yield Undeclared(span("قال"))

    article = Pipeline([Yields()])(TEXT)
    assert "Undeclared is not declared" in article.problems[0].message

    class Declares:
        @hookimpl
        def annotation_types(self) -> list[type]:
            return [dict]

    with pytest.warns(arabnews.PluginLoadWarning, match="dict is no attrs class"):
        Pipeline([Declares()])


@frozen
class Odd:
    span: Span
    words: list[str]


@frozen
class Rich:
    span: Span
    when: dt.datetime
    amount: Decimal
    ratio: int | float | None
    words: tuple[str, ...] = ()


def test_fields_of_annotations_are_read_back_or_refused_at_once() -> None:
    class FindsRich:
        @hookimpl
        def annotation_types(self) -> list[type]:
            return [Rich]

        @hookimpl
        def find_annotations(self) -> Iterator[Any]:
            yield Rich(span("قال"), dt.datetime(2024, 5, 14, 18, 30, tzinfo=dt.UTC), Decimal("2.50"), 0.5, ("نعم",))
            yield Rich(span("نعم"), dt.datetime(2024, 5, 14, 18, 30, tzinfo=dt.UTC), Decimal(3), None)

    pipeline = Pipeline([FindsRich()])
    article = pipeline(TEXT)
    assert pipeline.from_dict(json.loads(article.to_json())) == article

    class DeclaresOdd:
        @hookimpl
        def annotation_types(self) -> list[type]:
            return [Odd]

    with pytest.warns(arabnews.PluginLoadWarning, match="Odd.words: a frozen value has tuples, not list"):
        Pipeline([DeclaresOdd()])
