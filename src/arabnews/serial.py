"""Articles as dictionaries, JSON and JSON-LD: the only place that knows formats.

The schema is described in docs/schema.md. `SCHEMA` grows when a reader of the old form would misread the new one;
fields that are added do not count.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.strategies import configure_union_passthrough

from arabnews.article import (
    Annotation,
    Article,
    Block,
    DateMention,
    Embed,
    Entity,
    FrozenMap,
    Origin,
    Span,
    Statement,
    UnreadAnnotation,
)
from arabnews.errors import SchemaError, SpanError
from arabnews.layers.accept import check_span, spans_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA: Final = 1

_JSONLD_TYPES: Final = {"person": "Person", "organization": "Organization", "location": "Place"}


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    configure_union_passthrough(str | int | float | bool | None, converter)
    # what fields of foreign annotations are made of, beside what JSON has itself
    converter.register_unstructure_hook(dt.datetime, lambda moment: moment.isoformat())
    converter.register_structure_hook(dt.datetime, lambda text, _: dt.datetime.fromisoformat(text))
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_unstructure_hook(dt.date, lambda day: day.isoformat())
    converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(text))
    converter.register_unstructure_hook(FrozenMap, _thaw)
    converter.register_structure_hook(FrozenMap, lambda data, _: FrozenMap(data))
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _read_plain)
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook_factory(
        attrs.has, lambda cls: _read_object(make_dict_structure_fn(cls, converter))
    )
    converter.register_unstructure_hook(Annotation, _annotation_to_dict)
    for cls in (Block, Embed, DateMention, Entity, Statement):  # what is referred to by id says so first
        names = ["id", *(a.name for a in attrs.fields(cls) if a.name != "id")]
        converter.register_unstructure_hook(cls, _ordered(make_dict_unstructure_fn(cls, converter), names))
    return converter


def _ordered(plain: Any, names: list[str]) -> Any:
    def unstructure(item: Any) -> dict[str, Any]:
        data = plain(item)
        return {name: data[name] for name in names}

    return unstructure


def _read_plain(value: Any, kind: type) -> Any:
    """Return a value of JSON that is of the very type that the field has: "7" is no number, and 7 is no text."""
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _read_float(value: Any, _: type) -> float:
    """Return a number of JSON, which may be written without a point."""
    return float(value) if type(value) is int else _read_plain(value, float)


def _read_object(plain: Any) -> Any:
    """Return what reads a class from an object of JSON; any other value would pass for one without fields."""

    def structure(data: Any, cls: type) -> Any:
        if not isinstance(data, dict):
            raise TypeError(data)
        return plain(data, cls)

    return structure


def _thaw(value: Any) -> Any:
    if isinstance(value, FrozenMap):
        return {key: _thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_thaw(item) for item in value]
    return value


def _annotation_to_dict(annotation: Annotation) -> dict[str, Any]:
    value = annotation.value
    tag = {"plugin": annotation.origin.plugin, "rule": annotation.origin.rule}
    if isinstance(value, UnreadAnnotation):
        return {**tag, "class": value.class_name, "fields": _thaw(value.fields)}
    return {**tag, "class": type(value).__qualname__, "fields": _converter().unstructure(value)}


def to_dict(article: Article) -> dict[str, Any]:
    """Return an article as JSON-ready dictionaries and lists, with the number of the schema.

    A span is {"start", "end", "text"} in code points of "text"; dates carry "value" (EDTF). Annotations of plugins are
    tagged by plugin and class.
    """
    data: dict[str, Any] = _converter().unstructure(article)
    return {"schema": SCHEMA, **data}


def to_plain(fact: Any) -> Any:
    """Return one fact of an article, or its metadata, as `to_dict` writes it."""
    return _converter().unstructure(fact)


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Return an article as JSON text.

    Arabic letters stand as they are; a lone surrogate, which no encoding holds, makes the whole text ASCII with
    escapes.
    """
    data = to_dict(article)
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, ensure_ascii=True, indent=indent)
    return text


def from_dict(data: Mapping[str, Any], types: Mapping[tuple[str, str], type] | None = None) -> Article:
    """Return the article that `to_dict` wrote.

    `types` are the annotation classes that plugins declare, by plugin and class name; annotations of other classes
    are kept as they stood. What is missing takes its default, what is unknown is passed over.

    Raises:
        SchemaError: the data is of a newer schema, or is no article; or a span does not hold what stands in the text.
    """
    if not isinstance(data, dict):
        msg = f"an article is a JSON object, not {type(data).__name__}"
        raise SchemaError(msg)
    schema = data.get("schema", SCHEMA)
    if schema != SCHEMA:
        msg = f"schema {schema!r} is not known to this version of arabnews, which reads schema {SCHEMA}"
        raise SchemaError(msg)
    try:
        annotations = tuple(_read_annotation(item, types or {}) for item in data.get("annotations", ()))
        plain = {k: v for k, v in data.items() if k not in ("schema", "annotations")}
        article = _converter().structure(plain, Article)
    except (cattrs.BaseValidationError, cattrs.StructureHandlerNotFoundError, TypeError, ValueError, KeyError) as error:
        msg = f"this is no article of schema {SCHEMA}: {_explain(error)}"
        raise SchemaError(msg) from error
    article = attrs.evolve(article, annotations=annotations)
    _check_spans(article)
    return article


def _check_spans(article: Article) -> None:
    facts = [*article.blocks, *article.embeds, *article.dates, *article.entities, *article.statements]
    if article.published is not None:
        facts.append(article.published)
    try:
        for span in chain(*map(spans_of, facts), (annotation.value.span for annotation in article.annotations)):
            if span is not None:  # a date that the caller gave stands nowhere
                check_span(article.text, span)
    except (SpanError, TypeError) as error:
        msg = f"these are no facts of this text: {error}"
        raise SchemaError(msg) from error


def check_fields(cls: type) -> None:
    """Raise TypeError unless the fields of an annotation class can be written to JSON and read back."""
    try:
        attrs.resolve_types(cls)
    except NameError as error:
        if cls.__module__ not in sys.modules or cls.__module__ == "builtins":
            # code that was run from a string: its names cannot be looked up
            return
        msg = f"{cls.__qualname__}: {error}; import what its fields are made of outside `if TYPE_CHECKING`"
        raise TypeError(msg) from error
    for attribute in attrs.fields(cls):
        if _origin_of(attribute.type) in (set, frozenset, dict, list):
            msg = f"{cls.__qualname__}.{attribute.name}: a frozen value has tuples, not {attribute.type}"
            raise TypeError(msg)
        try:
            _converter().get_structure_hook(attribute.type)
        except cattrs.StructureHandlerNotFoundError as error:
            msg = f"{cls.__qualname__}.{attribute.name}: {attribute.type} has no JSON form that can be read back"
            raise TypeError(msg) from error


def _origin_of(annotation: Any) -> Any:
    return get_origin(annotation) or annotation


def load_json(text: str | bytes) -> Any:
    """Return the data that a JSON text holds.

    Raises:
        SchemaError: it is no JSON.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        msg = f"this is no JSON: {error}"
        raise SchemaError(msg) from error


def _read_annotation(data: Mapping[str, Any], types: Mapping[tuple[str, str], type]) -> Annotation:
    origin = Origin(data["plugin"], data.get("rule", ""))
    cls = types.get((data["plugin"], data["class"]))
    if cls is not None:
        try:
            return Annotation(_converter().structure(data["fields"], cls), origin)
        except cattrs.BaseValidationError as error:
            msg = f"{data['class']} of plugin {data['plugin']}: {_explain(error)}"
            raise ValueError(msg) from error
    span = Span(**data["fields"]["span"])
    return Annotation(UnreadAnnotation(data["class"], span, data["fields"]), origin)


def _explain(error: BaseException) -> str:
    if isinstance(error, cattrs.BaseValidationError):
        return "; ".join(cattrs.transform_error(error)[:3])
    return f"missing {error}" if isinstance(error, KeyError) else str(error)


def to_jsonld(article: Article) -> dict[str, Any]:
    """Return the article as a schema.org NewsArticle with its statements as Quotations, ready for JSON-LD.

    Only what is known is there; entities are `mentions`, statements with their speakers are `hasPart`.

    >>> import arabnews
    >>> data = to_jsonld(arabnews.parse("قال الوزير سمير حداد إن الجسر جاهز.", published="2024-05-14"))
    >>> data["datePublished"], data["hasPart"][0]["text"]
    ('2024-05-14', 'الجسر جاهز')
    """
    keywords = [line.strip() for b in article.blocks if b.kind == "keywords" for line in b.span.text.splitlines()]
    speakers = {e.id: {"@type": _JSONLD_TYPES[e.type], "name": e.name} for e in article.entities}
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "inLanguage": "ar",
        "headline": article.headline,
        "alternativeHeadline": article.subheadline,
        "articleSection": article.section,
        "dateline": article.dateline,
        "datePublished": article.published.value if article.published else None,
        "articleBody": article.body or None,
        "keywords": [k for k in keywords if k],
        "mentions": [
            {**speakers[e.id], "alternateName": list(e.aliases) or None, "sameAs": list(e.same_as) or None}
            for e in article.entities
        ],
        "hasPart": [
            {
                "@type": "Quotation",
                "text": " … ".join(span.text for span in s.content),
                "spokenByCharacter": speakers.get(s.entity or "", {"@type": "Thing", "name": s.speaker})
                if s.speaker
                else None,
            }
            for s in article.statements
        ],
    }
    return {k: v for k, v in _without_none(data).items() if v not in ([], "")}


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_none(v) for v in value]
    return value
