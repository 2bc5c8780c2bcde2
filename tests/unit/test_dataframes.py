"""Articles as data frames: both engines hold what the articles say, and say what is missing."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from attrs import evolve

import arabnews
from arabnews import MissingExtraError, to_frames
from arabnews.corpus import TABLES
from arabnews.testing import generate

ARTICLES = [arabnews.parse(news.text, news.published) for news in generate(9, 6)]


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_every_table_holds_what_the_articles_hold(engine: Any) -> None:
    frames = to_frames(iter(ARTICLES), engine)
    assert list(frames) == list(TABLES)
    for name in ("statements", "entities", "dates", "embeds"):
        assert len(frames[name]) == sum(len(getattr(article, name)) for article in ARTICLES), name
        assert list(frames[name].columns) == list(TABLES[name])
    assert list(frames["articles"]["text"]) == [article.text for article in ARTICLES]
    assert list(frames["articles"]["id"]) == ["1", "2", "3", "4", "5", "6"]
    speakers = [statement.speaker for article in ARTICLES for statement in article.statements if statement.speaker]
    assert [name for name in frames["statements"]["speaker"] if isinstance(name, str)] == speakers


def test_both_engines_hold_the_same() -> None:
    pandas, polars = to_frames(ARTICLES), to_frames(ARTICLES, "polars")
    import polars as pl

    for name, frame in polars.items():
        assert pl.from_pandas(pandas[name]).equals(frame), name


def test_numbers_stay_whole_where_some_are_missing() -> None:
    frames = to_frames([arabnews.parse("نص بلا تاريخ"), *ARTICLES])
    assert str(frames["statements"]["cue_start"].dtype) == "int32[pyarrow]"


def test_an_article_is_called_by_its_id() -> None:
    article = evolve(ARTICLES[0], metadata={"id": "a\ud800"})
    assert list(to_frames([article])["articles"]["id"]) == ["a\ufffd"]


def test_no_articles_give_empty_frames_with_their_columns() -> None:
    assert {name: list(frame.columns) for name, frame in to_frames([], "polars").items()} == {
        name: list(fields) for name, fields in TABLES.items()
    }


@pytest.mark.parametrize(("engine", "module"), [("pandas", "pandas"), ("polars", "polars"), ("polars", "pyarrow")])
def test_a_missing_extra_is_named(engine: Any, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf'pip install "arabnews\[{engine}\]"'):
        to_frames([], engine)


def test_wrong_arguments_are_told() -> None:
    with pytest.raises(ValueError, match='"pandas" or "polars"'):
        to_frames([], "spark")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"one alone is to_frames\(\[article\]\)"):
        to_frames(ARTICLES[0])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="number 2 is no Article but str"):
        to_frames([ARTICLES[0], "text"])  # type: ignore[list-item]
