"""docs/schema.md lists every field of every type, in order, with its type in JSON and the values it may have."""

from __future__ import annotations

import datetime as dt
import types
import typing
from typing import Any, Literal

import attrs
import pytest
from pages import DOCS, sections, table

import arabnews
from arabnews import Annotation, Article, FrozenMap, Origin, Span, hookimpl, serial

SECTIONS = sections(DOCS / "schema.md")
TYPES = [name for name in SECTIONS if name not in ("Annotation", "Article")]
PLAIN = {str: "string", int: "integer", bool: "boolean", float: "number", dt.date: "date", FrozenMap: "object"}


def json_type(hint: Any) -> str:
    """Return the words of the page for the type of a field."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return " or ".join([*(json_type(a) for a in arguments if a is not type(None)), "null"])
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"list of {json_type(arguments[0])}"
    if origin is tuple:
        return f"list of {len(arguments)} ({json_type(arguments[0])})"
    if origin is Literal:
        return "string"
    return PLAIN.get(hint) or str(hint.__name__)


def fields_of(cls: type) -> list[list[str]]:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in attrs.fields(cls)]
    if "id" in names:  # what may be referred to says its id first
        names = ["id", *(name for name in names if name != "id")]
    return [[name, json_type(hints[name])] for name in names]


@pytest.mark.parametrize("name", TYPES)
def test_fields_and_types(name: str) -> None:
    assert [row[:2] for row in table(SECTIONS[name])] == fields_of(getattr(arabnews, name))


def test_the_article() -> None:
    rows = [row[:2] for row in table(SECTIONS["Article"])]
    assert rows == [["schema", "integer"], *fields_of(Article)]
    assert list(arabnews.parse("خبر").to_dict()) == [name for name, _ in rows]
    assert f"the schema: {serial.SCHEMA} |" in SECTIONS["Article"]


@attrs.frozen
class Word:
    span: Span


class Words:
    @hookimpl
    def annotation_types(self) -> list[type]:
        return [Word]

    @hookimpl
    def find_annotations(self, article: Article) -> list[Word]:
        return [Word(Span.cut(article.text, 0, 3))]


def test_an_annotation() -> None:
    article = arabnews.Pipeline([Words()])("خبر")
    assert article.annotations == (Annotation(Word(Span(0, 3, "خبر")), Origin("Words", "Word")),)
    assert list(article.to_dict()["annotations"][0]) == [row[0] for row in table(SECTIONS["Annotation"])]


def test_every_type_has_its_section() -> None:
    reached, todo = set[str](), ["Article"]
    while todo:
        name = todo.pop()
        if name in reached or not hasattr(arabnews, name):
            continue
        reached.add(name)
        for _, type_ in [] if name == "Annotation" else fields_of(getattr(arabnews, name)):
            todo.extend(type_.replace("(", "").split())
    assert reached == set(SECTIONS)


@pytest.mark.parametrize("name", TYPES)
def test_every_value_that_a_field_may_have_is_told(name: str) -> None:
    cls = getattr(arabnews, name)
    told = {row[0]: row[2] for row in table(SECTIONS[name])}
    for field, hint in typing.get_type_hints(cls).items():
        for choice in [hint, *typing.get_args(hint)]:
            if typing.get_origin(choice) is Literal:
                for value in typing.get_args(choice):
                    assert f"`{value}`" in f"`{told[field]}`", (field, value)
