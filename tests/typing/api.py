# pyright: strict
"""The public API as a user's strict type checker sees it. Checked by mypy; nothing of it is run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, assert_type

from attrs import evolve, frozen

import arabnews
import arabnews_dates
from arabnews import (
    Annotation,
    Article,
    Block,
    DateMention,
    DateValue,
    Embed,
    Entity,
    FrozenMap,
    LexiconError,
    Mention,
    OptionError,
    Origin,
    Pipeline,
    PluginError,
    Problem,
    ReadError,
    Role,
    Span,
    SpanError,
    Stated,
    Statement,
    Step,
    Trace,
    UnreadAnnotation,
    fold,
    hookimpl,
    lexicon,
)
from arabnews.lexicon import Lexicon

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from arabnews.hookspecs import Context

TEXT = "قال المدير سمير حداد، أمس، إن الجسر جاهز."


def parsing() -> None:
    """Parsing."""
    article = assert_type(arabnews.parse(TEXT), Article)
    arabnews.parse(TEXT, "2024-05-14")
    arabnews.parse(TEXT, published=dt.date(2024, 5, 14))
    arabnews.parse(TEXT, published=dt.datetime(2024, 5, 14, tzinfo=dt.UTC))
    arabnews.parse(article)
    arabnews.parse(TEXT.encode())  # type: ignore[arg-type]
    arabnews.parse(TEXT, 2024)  # type: ignore[arg-type]

    assert_type(arabnews.pipe([TEXT, article, (TEXT, "2024-05-14"), (TEXT, None)]), Iterator[Article])
    assert_type(arabnews.pipe([TEXT], workers=2, errors="return"), Iterator[Article | Exception])
    arabnews.pipe([TEXT], errors="ignore")  # type: ignore[call-overload]
    arabnews.to_frames([article], "polars")
    arabnews.to_frames([article], "spark")  # type: ignore[arg-type]
    assert_type(arabnews.from_dict(article.to_dict()), Article)
    assert_type(arabnews.from_json(article.to_json(indent=1)), Article)
    assert_type(arabnews.from_json(b"{}"), Article)
    assert_type(arabnews.__version__, str)


def the_article(article: Article) -> None:
    """The article."""
    assert_type(article.text, str)
    assert_type(article.prose, str)
    assert_type(article.body, str)
    assert_type(article.paragraphs, tuple[Span, ...])
    assert_type(article.headline, str | None)
    assert_type(article.subheadline, str | None)
    assert_type(article.section, str | None)
    assert_type(article.dateline, str | None)
    assert_type(article.published, DateMention | None)
    assert_type(article.blocks, tuple[Block, ...])
    assert_type(article.embeds, tuple[Embed, ...])
    assert_type(article.dates, tuple[DateMention, ...])
    assert_type(article.entities, tuple[Entity, ...])
    assert_type(article.statements, tuple[Statement, ...])
    assert_type(article.annotations, tuple[Annotation, ...])
    assert_type(article.problems, tuple[Problem, ...])
    assert_type(article.metadata, FrozenMap)
    assert_type(article.to_dict(), dict[str, Any])
    assert_type(article.to_json(), str)
    assert_type(article.spans_of("headline", "caption"), tuple[Span, ...])
    article.spans_of("title")  # type: ignore[arg-type]
    article.text = ""  # type: ignore[misc]
    article.statements.append  # type: ignore[attr-defined]  # noqa: B018


def what_is_in_it(article: Article) -> None:
    """What is in it."""
    statement = article.statements[0]
    assert_type(statement.type, Literal["direct", "indirect", "mixed"])
    assert_type(statement.content, tuple[Span, ...])
    assert_type(statement.cue, Span | None)
    assert_type(statement.speaker, str | None)
    assert_type(statement.co_speakers, tuple[str, ...])
    assert_type(statement.confidence, float)
    assert_type(statement.origin, Origin)
    assert_type(article.speaker_of(statement), Entity | None)
    assert_type(article.about(statement), tuple[Entity, ...])
    assert_type(article.entity(statement.entity), Entity | None)
    assert_type(article.statement(statement.chain), Statement | None)
    assert_type(article.date(statement.date), DateMention | None)
    assert_type(article.embed(statement.embed), Embed | None)
    statement.cue.text  # type: ignore[union-attr]  # noqa: B018

    entity = article.entities[0]
    assert_type(entity.type, Literal["person", "organization", "location"])
    assert_type(entity.mentions, tuple[Mention, ...])
    assert_type(entity.mentions[0].form, Literal["name", "role"])
    assert_type(entity.roles, tuple[Role, ...])

    date = article.dates[0]
    assert_type(date.value, str | None)
    assert_type(date.earliest, dt.date | None)
    assert_type(date.day, dt.date | None)
    assert_type(date.hijri, tuple[int | None, int | None, int | None] | None)
    assert_type(date.stated, Stated)
    assert_type(date.span, Span | None)
    assert_type(value_of(date), DateValue)

    span = Span.cut(TEXT, 0, 3)
    assert_type(span, Span)
    assert_type(len(span), int)
    assert_type(span.meets(span), bool)
    assert_type(span.holds(span), bool)
    assert_type(sorted([span, span]), list[Span])
    span.start = 1  # type: ignore[misc]

    embed = article.embeds[0]
    assert_type(embed.likes, int | None)
    assert_type(embed.posted, DateMention | None)
    assert_type(embed.hashtags, tuple[str, ...])


def value_of(date: DateValue) -> DateValue:
    """A date mention is a date value."""
    return date


def what_a_caller_makes(article: Article, span: Span) -> None:
    """What a caller makes."""
    Article(TEXT, blocks=[Block("caption", span)], metadata={"url": "x"}, published=DateMention.given("2024-05-14"))
    Article(TEXT, embeds=[Embed("x", span, author="سمير", likes=3)])
    Article(TEXT, entities=[Entity(type="person", name="سمير", mentions=[Mention(span)])])
    Article(TEXT, statements=[Statement(type="direct", content=[span], origin="by-hand")])
    Block("title", span)  # type: ignore[arg-type]
    Statement(type="said", content=[span])  # type: ignore[arg-type]
    assert_type(evolve(article, metadata=FrozenMap({"url": "x"})), Article)


def pipelines() -> None:
    """Pipelines."""
    pipeline = Pipeline(["dates", "quotes", arabnews_dates], strict=True, options={"quotes": {"verbatim": True}})
    assert_type(pipeline(TEXT, "2024-05-14"), Article)
    assert_type(pipeline.plugins, tuple[str, ...])
    assert_type(Pipeline.default(only=["dates"], disable={"quotes"}), Pipeline)
    assert_type(pipeline.pipe([TEXT]), Iterator[Article])
    assert_type(pipeline.from_dict({}), Article)
    trace = assert_type(pipeline.trace(TEXT), Trace)
    assert_type(trace.article, Article)
    assert_type(trace.steps, tuple[Step, ...])
    assert_type(trace.steps[0].milliseconds, float)
    assert_type(trace.steps[0].problem, str | None)


@frozen
class Money:
    """A sum."""

    span: Span
    amount: float


@frozen
class Options:
    """What the plugin is asked for."""

    least: float = 0.0


@hookimpl
def annotation_types() -> list[type]:
    """Declare the class."""
    return [Money]


@hookimpl
def options() -> type[Options]:
    """Return the class of the options."""
    return Options


@hookimpl
def lexicons() -> Mapping[str, Traversable]:
    """Name a table."""
    return {"money": files("money") / "money.tsv"}


@hookimpl
def find_annotations(article: Article, context: Context) -> Iterator[Money]:
    """Yield sums."""
    table = assert_type(context.lexicon("money"), Lexicon)
    assert_type(table.once(lambda entries: len(entries.entries)), int)
    assert_type(table.column("form"), tuple[Any, ...])
    yield Money(Span.cut(article.text, 0, 1), 1.0)


@hookimpl
def find_dates(article: Article) -> Iterable[DateMention]:
    """Return dates."""
    return [DateMention(value="2024", grain="year", span=Span.cut(article.text, 0, 1), origin="rule")]


def the_annotations(article: Article) -> None:
    """A hook keeps its type for those who call it; annotations have the type of their class."""
    assert_type(find_dates(article), Iterable[DateMention])

    assert_type(article.annotations_of(Money), tuple[Money, ...])
    assert_type(article.annotations_of(Money)[0].amount, float)
    assert_type(article.annotations_of(UnreadAnnotation)[0].fields, FrozenMap)


def arabic_text_lexicons_and_dates() -> None:
    """Arabic text, lexicons, dates."""
    assert_type(fold.fold(TEXT), str)
    assert_type(fold.level(TEXT), str)
    assert_type(fold.strip(TEXT).back(0, 1), tuple[int, int])
    assert_type(fold.tokens(TEXT).forms, tuple[str, ...])
    assert_type(lexicon.shared("cues"), Lexicon)
    assert_type(lexicon.trie(["قال"]), str)
    assert_type(arabnews_dates.parse_date("١٥ مايو ٢٠٢٤"), DateValue | None)


def errors_carry_their_facts(pipeline: Pipeline) -> None:
    """Errors carry their facts."""
    try:
        pipeline(TEXT)
    except PluginError as error:
        assert_type(error.plugin, str)
        assert_type(error.hook, str | None)
    except OptionError as error:
        assert_type(error.known, tuple[str, ...])
    except LexiconError as error:
        assert_type(error.line, int | None)
    except SpanError as error:
        assert_type(error.reason, str)
    except ReadError as error:
        assert_type(error.path, str)
