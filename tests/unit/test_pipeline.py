"""The walk: prior facts, layers, published, refiners, traces."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from shortpage import TEXT, span

import arabnews
from arabnews import (
    Article,
    Block,
    DateMention,
    Embed,
    Entity,
    Mention,
    Origin,
    Pipeline,
    SchemaError,
    Span,
    Statement,
    hookimpl,
)
from arabnews.testing import check_article

if TYPE_CHECKING:
    from collections.abc import Iterator


class Finds:
    """Finds what it is given, for each layer."""

    def __init__(self, **found: Any) -> None:
        self.found = found

    @hookimpl
    def find_embeds(self) -> Any:
        return self.found.get("embeds")

    @hookimpl
    def find_blocks(self) -> Any:
        return self.found.get("blocks")

    @hookimpl
    def find_dates(self) -> Any:
        return self.found.get("dates")

    @hookimpl
    def find_entities(self) -> Any:
        return self.found.get("entities")

    @hookimpl
    def find_statements(self) -> Any:
        return self.found.get("statements")


class Other(Finds):
    """A second plugin."""


def person(name: str, *parts: str, **more: Any) -> Entity:
    return Entity(type="person", name=name, mentions=[Mention(span(p)) for p in parts], **more)


def test_prior_facts_win_over_longer_finds() -> None:
    mine = Article(TEXT, blocks=[Block("caption", span("عنوان"))], metadata={"site": ["a", {"b": 1}]})
    article = Pipeline([Finds(blocks=[Block("headline", span("عنوان\n\nمنشور"))])])(mine)
    assert [(b.kind, b.origin.plugin) for b in article.blocks][:2] == [("caption", "caller"), ("paragraph", "core")]
    assert article.metadata["site"][1]["b"] == 1


def test_an_untrue_prior_fact_is_the_callers_error() -> None:
    with pytest.raises(ValueError, match="untrue"):
        Pipeline([])(Article(TEXT, blocks=[Block("caption", Span(0, 3, "xyz"))]))


def test_published_is_what_the_caller_gives() -> None:
    assert Pipeline([])(TEXT, dt.date(2024, 5, 14)).published.value == "2024-05-14"  # type: ignore[union-attr]
    at = dt.datetime(2024, 5, 14, 18, 30, tzinfo=dt.UTC)
    published = Pipeline([])(TEXT, at).published
    assert published is not None
    assert (published.value, published.grain, published.stated.zone) == ("2024-05-14T18:30+00:00", "minute", "+00:00")
    with pytest.raises(ValueError, match="'14/05/2024' is no date like 2024-03-05"):
        Pipeline([])(TEXT, "14/05/2024")
    with pytest.raises(TypeError, match="int"):
        Pipeline([])(TEXT, 20240514)  # type: ignore[arg-type]


def test_the_first_plugin_that_knows_tells_when_it_was_published() -> None:
    class Tells:
        def __init__(self, value: str | None) -> None:
            self.value = value

        @hookimpl
        def find_published(self) -> DateMention | None:
            return DateMention(value=self.value, span=span("عنوان")) if self.value else None

    class Second(Tells):
        """Comes after."""

    found = Pipeline([Tells(None), Second("2024-01-02")])(TEXT).published
    assert found is not None
    assert (found.value, found.origin.plugin) == ("2024-01-02", "Second")
    given = Pipeline([Tells("2024-01-02")])(TEXT, "2024-05-14").published
    assert given is not None
    assert given.origin == Origin("caller", "published")


def test_posts_are_blanked_and_nothing_of_the_prose_meets_them() -> None:
    embed = Embed("x", span("منشور هنا"), author="سمير")
    finds = Finds(
        embeds=[embed],
        dates=[DateMention(span=span("هنا")), DateMention(span=span("قال"))],
        statements=[Statement(type="direct", content=[span("منشور هنا")])],
    )
    article = Pipeline([finds])(TEXT)
    check_article(article, TEXT)
    assert article.prose == TEXT.replace("منشور هنا", " " * 9)
    assert [d.span.text for d in article.dates if d.span] == ["قال"]
    assert article.statements == ()
    assert [b.kind for b in article.blocks] == ["paragraph", "embed", "paragraph", "paragraph"]


def test_a_post_is_a_statement_when_it_names_the_embed() -> None:
    class Posts:
        @hookimpl
        def find_statements(self, article: Article) -> Iterator[Statement]:
            yield Statement(type="direct", content=[span("منشور")], embed=article.embeds[0].id)
            yield Statement(type="direct", content=[span("قال")], embed=article.embeds[0].id)
            yield Statement(type="direct", content=[span("هنا")], embed="nobody:1")

    article = Pipeline([Finds(embeds=[Embed("x", span("منشور هنا"))]), Posts()])(TEXT)
    assert [(s.embed, s.content[0].text) for s in article.statements] == [("Finds:1", "منشور")]


def test_a_post_inside_a_teaser_is_within_it() -> None:
    article = Pipeline(
        [Finds(embeds=[Embed("x", span("منشور"))], blocks=[Block("teaser", span("عنوان\n\nمنشور هنا"))])]
    )(TEXT)
    check_article(article, TEXT)
    kinds = [(b.kind, b.id) for b in article.blocks]
    assert kinds[:3] == [("teaser", "Finds:2"), ("embed", "core:1"), ("teaser", "Finds:3")]
    assert article.embeds[0].within == "Finds:2"


def test_entities_of_two_plugins_are_merged() -> None:
    first = person("سمير حداد", "سمير حداد", id="a")
    second = person("سَمير حداد", "منشور", aliases=["حداد"])
    third = person("حداد", "حداد")
    article = Pipeline([Finds(entities=[first]), Other(entities=[second, third])])(TEXT)
    assert [(e.id, e.name, e.aliases, [m.span.text for m in e.mentions]) for e in article.entities] == [
        ("Finds:1", "سمير حداد", ("سَمير حداد", "حداد"), ["منشور", "سمير حداد"]),
    ]


def test_nothing_is_written_into_what_a_plugin_or_caller_keeps() -> None:
    kept = Entity(type="person", name="سمير حداد", mentions=(Mention(span("سمير حداد")),), origin="kept")
    pipeline = Pipeline([Finds(entities=[kept, kept])])
    first, second = pipeline(TEXT), pipeline(TEXT)
    assert (kept.id, kept.origin.plugin) == ("", "")
    assert first == second
    bundled = arabnews.parse("قال الوزير سامي الشامي إن الخطة جاهزة.")
    before = bundled.to_json()
    arabnews.parse(bundled)
    assert bundled.to_json() == before


def test_an_entity_of_another_type_is_not_merged_and_loses_what_overlaps() -> None:
    place = Entity(type="location", name="حداد", mentions=[Mention(span("حداد"))])
    trace = Pipeline([Finds(entities=[person("سمير حداد", "سمير حداد")]), Other(entities=[place])]).trace(TEXT)
    assert [e.name for e in trace.article.entities] == ["سمير حداد"]
    lost = {step.plugin: [loss.reason for loss in step.lost] for step in trace.steps if step.hook == "find_entities"}
    assert lost["Other"] == ["overlaps Finds:", "no mention is left"]


def test_references_are_made_final_or_none() -> None:
    statements = [
        Statement(type="direct", content=[span("قال")], id="one", chain="two", date="nothing", entity="Finds:9"),
        Statement(type="direct", content=[span("نعم")], id="two", chain="one"),
    ]
    article = Pipeline([Finds(statements=statements)])(TEXT)
    assert [(s.id, s.chain, s.date, s.entity) for s in article.statements] == [
        ("Finds:1", "Finds:2", None, None),
        ("Finds:2", "Finds:1", None, None),
    ]


def test_statements_nest_and_crossings_lose() -> None:
    statements = [
        Statement(type="indirect", content=[span("سمير حداد: نعم")]),
        Statement(type="direct", content=[span("نعم")]),
        Statement(type="direct", content=[span("نعم.")]),
        Statement(type="direct", content=[span("قال سمير")]),
    ]
    article = Pipeline([Finds(statements=statements)])(TEXT)
    check_article(article, TEXT)
    assert [(s.content[0].text, s.parent) for s in article.statements] == [
        ("سمير حداد: نعم", None),
        ("نعم", "Finds:1"),
    ]


def test_a_statement_stays_inside_one_block() -> None:
    crossing = Statement(type="direct", content=[span("نعم.\nالمصدر")])
    trace = Pipeline([Finds(statements=[crossing])]).trace(TEXT)
    assert trace.article.statements == ()
    assert "one block" in next(step for step in trace.steps if step.hook == "find_statements").lost[0].reason


def test_a_refiner_enriches_and_is_settled_anew() -> None:
    class Refines:
        @hookimpl
        def refine(self, article: Article) -> Article:
            entity = evolve(article.entities[0], aliases=["أبو سامر"])
            new = DateMention(span=span("عنوان"), origin="mine")
            return evolve(article, entities=[entity], dates=[*article.dates, new], problems=())

    class Breaks:
        @hookimpl
        def find_dates(self) -> None:
            msg = "no"
            raise RuntimeError(msg)

    class Drops:
        @hookimpl
        def refine(self, article: Article) -> Article:
            return Article("other" + article.text)

    plugins = [Finds(entities=[person("سمير حداد", "سمير حداد")]), Breaks(), Refines(), Drops()]
    article = Pipeline(plugins)(TEXT)
    check_article(article, TEXT)
    assert [(e.id, e.aliases, e.origin.plugin) for e in article.entities] == [("Finds:1", ("أبو سامر",), "Finds")]
    assert [(d.id, d.origin) for d in article.dates] == [("Refines:1", Origin("Refines", "mine"))]
    assert [(p.plugin, p.hook) for p in article.problems] == [("Breaks", "find_dates"), ("Drops", "refine")]


def test_a_trace_tells_what_each_plugin_did() -> None:
    trace = Pipeline(["dates", "quotes"]).trace(TEXT)
    assert trace.article == Pipeline(["dates", "quotes"])(TEXT)
    assert {(step.hook, step.plugin) for step in trace.steps} >= {
        ("find_dates", "dates"),
        ("find_statements", "quotes"),
    }
    assert all(step.milliseconds >= 0 and step.problem is None for step in trace.steps)


def test_pipe_takes_texts_with_dates_and_articles() -> None:
    pipeline = Pipeline([])
    found = list(pipeline.pipe([TEXT, (TEXT, "2024-05-14"), Article(TEXT)]))
    assert [a.published.value if a.published else None for a in found] == [None, "2024-05-14", None]


def test_a_newer_schema_and_nonsense_are_refused() -> None:
    with pytest.raises(SchemaError, match="schema 99"):
        arabnews.from_dict({"schema": 99, "text": ""})
    with pytest.raises(SchemaError, match="no article"):
        arabnews.from_dict({"schema": 1})
    with pytest.raises(SchemaError, match="JSON object"):
        arabnews.from_dict(["text"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"text": 7}, "expected str @ $.text"),
        ({"published": "2024-05-14"}, "published"),
        ({"statements": 3}, "statements"),
        ({"embeds": [{"platform": "x", "span": {"start": 0, "end": 3, "text": "قال"}, "likes": "7"}]}, "likes"),
        ({"blocks": [{"kind": "headline", "span": {"start": False, "end": 3, "text": "قال"}}]}, "start"),
        ({"blocks": [{"kind": "headline", "span": {"start": 0, "end": 3, "text": "قالت"}}]}, "span 0:3 is untrue"),
        ({"blocks": [{"kind": "headline", "span": {"start": 0, "end": 9, "text": "قال"}}]}, "outside the text"),
        ({"published": {"span": {"start": 1, "end": 2, "text": "ق"}, "value": "2024"}}, "untrue"),
    ],
)
def test_facts_of_a_wrong_type_or_of_another_text_are_refused(data: dict[str, object], told: str) -> None:
    with pytest.raises(SchemaError, match=re.escape(told)):
        arabnews.from_dict({"schema": 1, "text": "قال", **data})


def test_a_whole_number_may_stand_for_a_confidence() -> None:
    statement = {"type": "direct", "content": [{"start": 0, "end": 3, "text": "قال"}], "confidence": 1}
    (read,) = arabnews.from_dict({"schema": 1, "text": "قال", "statements": [statement]}).statements
    assert isinstance(read.confidence, float)


def test_a_class_in_the_place_of_a_plugin_is_told() -> None:
    class Opening:
        @hookimpl
        def find_dates(self) -> list[DateMention]:
            return []

    with pytest.raises(arabnews.PluginError, match=re.escape("is a class; give an object of it: Opening()")):
        Pipeline([Opening])
    assert Pipeline([Opening()])("قال").problems == ()


def test_json_holds_any_text() -> None:
    article = Pipeline([])("قال \ud800 نعم")
    assert arabnews.from_json(article.to_json()) == article
    article.to_json().encode("utf-8")
    assert "قال" in Pipeline([])("قال").to_json()


def test_the_block_of_a_post_has_no_white_space_at_its_ends() -> None:
    article = Pipeline([Finds(embeds=[Embed("x", span("\n\nمنشور هنا\n"))])])(TEXT)
    check_article(article, TEXT)
    assert [b.span.text for b in article.blocks if b.kind == "embed"] == ["منشور هنا"]
