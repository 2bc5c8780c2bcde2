"""The promises of docs/design.md, for any text (numbers as there; 8 is tested by tests/properties/test_growth.py)."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arabnews
from arabnews import Article, Block, DateMention, Embed, Entity, Mention, Pipeline, Span, Statement, from_dict, hookimpl
from arabnews.fold import fold, level, strip, tokens
from arabnews.testing import check_article, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUNDLED = ("dates", "embeds", "page", "entities", "quotes")
PIPELINE = Pipeline(BUNDLED)


@given(texts(), st.sampled_from([None, "2024-05-14", "2024-05-14T18:30"]))
def test_fidelity_order_coverage_and_references(text: str, published: str | None) -> None:  # 1, 2, 5, 6
    article = PIPELINE(text, published)
    check_article(article, text)
    assert article.problems == ()


@pytest.mark.parametrize("fragment", ["«", '"', "\ud800", "\x00", "\u202b", "ـ", "قال ", "٣", "- ", "\n", "و"])
def test_a_long_run_of_anything_gives_an_article(fragment: str) -> None:  # 2
    text = fragment * (100_000 // len(fragment))
    article = PIPELINE(text)
    assert article.text == text
    assert article.problems == ()


@pytest.mark.parametrize("value", [None, b"text", 7, ["text"]])
def test_what_is_no_text_is_a_type_error(value: Any) -> None:  # 2
    with pytest.raises(TypeError, match="str"):
        PIPELINE(value)


@given(texts(max_size=20), texts(max_size=20))
def test_the_same_again_whatever_was_parsed_before(text: str, other: str) -> None:  # 3
    first = PIPELINE(text, "2024-05-14")
    PIPELINE(other)
    assert PIPELINE(text, "2024-05-14") == first


_PROGRAM = """
import sys, arabnews
data = open(sys.argv[1], encoding="utf-8", newline="").read()
articles = [arabnews.Pipeline(sys.argv[2:])(data), arabnews.Pipeline(sys.argv[2:])(data, "2024-05-14")]
sys.stdout.write("\\n".join(article.to_json() for article in articles))
"""


def test_the_same_under_other_seeds_zones_and_locales(sample: Any) -> None:  # 3
    seen = set()
    settings = (("0", "UTC", "C.UTF-8"), ("1", "Pacific/Kiritimati", "C"), ("77", "America/Lima", "POSIX"))
    for seed, zone, locale in settings:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", _PROGRAM, str(sample), *BUNDLED]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603 - our own program
        seen.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(seen) == 1


@given(texts())
def test_what_is_written_is_read_back(text: str) -> None:  # 4
    article = PIPELINE(text, "2024-05-14")
    assert from_dict(article.to_dict()) == article


@given(texts())
def test_folding_is_idempotent_and_levelling_keeps_offsets(text: str) -> None:  # 4
    assert fold(fold(text)) == fold(text)
    assert len(level(text)) == len(text)
    table = tokens(text)
    for start, end, form in zip(table.starts, table.ends, table.forms, strict=True):
        assert fold(text[start:end]).replace(" ", "") in (form.casefold(), fold(form)), (text[start:end], form)


@given(texts())
def test_stripped_offsets_lead_back(text: str) -> None:
    stripped = strip(text)
    for index, char in enumerate(stripped.text):
        start, end = stripped.back(index, index + 1)
        assert start < end <= len(text)
        assert level(text[start]) == char
        assert stripped.forward(start) == index


class Liar:
    """Yields true finds and then one that is untrue, or dies half way."""

    def __init__(self, how: str) -> None:
        self.how = how

    def lie(self, article: Article, kind: type) -> Iterator[Any]:
        text = article.text
        span = Span.cut(text, 0, len(text))
        if text:
            yield make(kind, span)
        if self.how == "raises":
            msg = "half way"
            raise RuntimeError(msg)
        if self.how == "lies":
            yield make(kind, Span(0, len(text) + 1, text + "?"))
        if self.how == "wrong type":
            yield "a string"

    @hookimpl
    def find_embeds(self, article: Article) -> Iterator[Any]:
        return self.lie(article, Embed)

    @hookimpl
    def find_blocks(self, article: Article) -> Iterator[Any]:
        return self.lie(article, Block)

    @hookimpl
    def find_dates(self, article: Article) -> Iterator[Any]:
        return self.lie(article, DateMention)

    @hookimpl
    def find_entities(self, article: Article) -> Iterator[Any]:
        return self.lie(article, Entity)

    @hookimpl
    def find_statements(self, article: Article) -> Iterator[Any]:
        return self.lie(article, Statement)

    @hookimpl
    def find_published(self, article: Article) -> Any:
        return next(x for x in self.lie(article, str) if not isinstance(x, DateMention))

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Any]:
        return self.lie(article, Block)

    @hookimpl
    def refine(self, article: Article) -> Any:
        if self.how == "raises":
            msg = "at the end"
            raise RuntimeError(msg)
        return Article(article.text + "?") if self.how == "lies" else "a string"


def make(kind: type, span: Span) -> Any:
    if kind is Embed:
        return Embed("x", span)
    if kind is Block:
        return Block("headline", span)
    if kind is DateMention:
        return DateMention(span=span)
    if kind is Entity:
        return Entity(type="person", name="سمير", mentions=[Mention(span)])
    return Statement(type="direct", content=[span])


@cache
def with_a_liar(how: str) -> Pipeline:
    """Return a pipeline that compiles its lexicons once, however many texts it reads."""
    return Pipeline([*BUNDLED, Liar(how)])


@given(texts(), st.sampled_from(["raises", "lies", "wrong type"]))
def test_a_failing_plugin_changes_only_problems(text: str, how: str) -> None:  # 7
    alone = PIPELINE(text, "2024-05-14")
    together = with_a_liar(how)(text, "2024-05-14")
    hooks = [problem.hook for problem in together.problems]
    layers = ("embeds", "blocks", "dates", "entities", "statements", "annotations")
    assert hooks == [*(f"find_{layer}" for layer in layers), "refine"]
    assert all(problem.plugin == "Liar" for problem in together.problems)
    data = together.to_dict() | {"problems": []}
    assert data == alone.to_dict()


@given(texts())
def test_articles_are_values(text: str) -> None:  # 9
    article = PIPELINE(text, "2024-05-14")
    assert hash(article) == hash(PIPELINE(text, "2024-05-14"))
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - what was just written
    with pytest.raises(AttributeError):
        article.text = "other"  # type: ignore[misc]


@given(st.lists(texts(max_size=15), max_size=4))
def test_a_pipe_is_a_pipeline_for_each(many: list[str]) -> None:  # 9
    assert list(PIPELINE.pipe(many)) == [PIPELINE(text) for text in many]


class Overlapping:
    """Yields two statements on each pair of cuts of a text, to be settled."""

    def __init__(self, cuts: list[tuple[int, int]]) -> None:
        self.cuts = cuts

    @hookimpl
    def find_statements(self, article: Article) -> Iterator[Statement]:
        for start, end in self.cuts:
            first, last = sorted((start % len(article.text), end % len(article.text)))
            yield Statement(type="direct", content=[Span.cut(article.text, first, last + 1)], chain="nobody")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12))
def test_statements_end_as_a_forest_whatever_is_found(cuts: list[tuple[int, int]]) -> None:  # 5
    text = "كلمة " * 10
    article = Pipeline([Overlapping(cuts)])(text)
    check_article(article, text)
    assert bool(article.statements) == bool(cuts)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_the_order_of_finds_does_not_matter(cuts: list[tuple[int, int]]) -> None:  # 3
    text = "كلمة " * 10
    contents = set()
    for order in list(permutations(set(cuts)))[:6]:
        article = Pipeline([Overlapping(list(order))])(text)
        contents.add(tuple((s.start, s.end) for statement in article.statements for s in statement.content))
    assert len(contents) == 1


def test_the_default_pipeline_is_the_five_bundled_plugins() -> None:
    assert arabnews.Pipeline.default(only=BUNDLED).plugins == BUNDLED


@pytest.mark.parametrize("left_out", BUNDLED)
def test_a_bundled_plugin_can_be_left_out(left_out: str, sample: Path) -> None:
    text = sample.read_bytes().decode("utf-8")
    names = [name for name in BUNDLED if name != left_out]
    without, whole = Pipeline(names)(text, "2024-05-14"), PIPELINE(text, "2024-05-14")
    check_article(without, text)
    assert without.problems == ()
    layers = {"embeds": "embeds", "page": "blocks", "dates": "dates", "entities": "entities", "quotes": "statements"}
    earlier = list(layers.values())[: list(layers).index(left_out)]
    assert [getattr(without, layer) for layer in earlier] == [getattr(whole, layer) for layer in earlier]
