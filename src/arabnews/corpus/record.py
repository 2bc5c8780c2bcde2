"""An article as a record: plain values in the fields of `arabnews.corpus.schema`, for Arrow, CSV and engines alike."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from arabnews.corpus.schema import ARTICLE_FIELDS, ITEMS, RECORD, SCHEMA
from arabnews.serial import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Annotation, Article, Block, DateMention, Embed, Entity, Origin, Span, Statement

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
JOINT: Final = " … "
"""What stands between the pieces of a content that the report cuts apart."""


def clean(text: str) -> str:
    """Return a text that UTF-8 can hold: U+FFFD for each lone surrogate, one for one, so that offsets hold."""
    return _SURROGATE.sub("\ufffd", text)


def empty_record(row: int | None, row_id: str | None, outlet: str | None, error: str) -> dict[str, Any]:
    """Return the record of a row that gave no article: what it is called, and why."""
    record: dict[str, Any] = {name: [] if isinstance(kind, list) else None for name, kind in RECORD.items()}
    return record | {
        "schema": SCHEMA,
        "row": row,
        "id": None if row_id is None else clean(row_id),
        "outlet": None if outlet is None else clean(outlet),
        "error": clean(error),
    }


def to_record(article: Article, row: int | None, row_id: str) -> dict[str, Any]:
    """Return an article as a record; `row` is its number in the inputs, `row_id` how others refer to it."""
    published, metadata = article.published, to_plain(article.metadata)
    record = {
        "schema": SCHEMA,
        "row": row,
        "id": row_id,
        "outlet": article.outlet,
        "published": published.value if published else None,
        "published_day": published.day if published else None,
        "error": None,
        "text": article.text,
        "headline": article.headline,
        "subheadline": article.subheadline,
        "section": article.section,
        "dateline": article.dateline,
        "authors": list(article.authors),
        "keywords": list(article.keywords),
        "metadata": json.dumps(metadata, ensure_ascii=False) if metadata else None,
        "blocks": [_block(block) for block in article.blocks],
        "embeds": [_embed(embed) for embed in article.embeds],
        "dates": [_date(date) for date in article.dates],
        "entities": [_entity(entity) for entity in article.entities],
        "mentions": [mention for entity in article.entities for mention in _mentions(entity)],
        "statements": [_statement(statement, article) for statement in article.statements],
        "links": [link for statement in article.statements for link in _links(statement, article)],
        "annotations": [_annotation(annotation) for annotation in article.annotations],
        "problems": [{"plugin": p.plugin, "hook": p.hook, "message": p.message} for p in article.problems],
    }
    # what an article says is of its text, its id or its metadata: if these are clean, so is all the rest
    told = (article.text, row_id, str(record["metadata"]), *(p.message for p in article.problems))
    return _cleaned(record) if any(_SURROGATE.search(text) for text in told) else record


def to_rows(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of a record as (table, row): the article first, then what was found in it."""
    yield "articles", {name: record[name] for name in ARTICLE_FIELDS}
    for table, keys in ITEMS.items():
        carried = {key: record[name] for name, key in keys.items()}
        for item in record[table]:
            yield table, {**carried, **item}


_BITS: Final = {"int32": 31, "int64": 63}
_INTEGERS: Final = {
    field: tuple(
        (name, 2 ** _BITS[inner]) for name, inner in kind[0].items() if isinstance(inner, str) and inner in _BITS
    )
    for field, kind in RECORD.items()
    if isinstance(kind, list) and isinstance(kind[0], dict)
}


def check_integers(record: dict[str, Any]) -> None:
    """Raise ValueError where a number is none, or too large for its field: what a page counts may be anything."""
    for field, names in _INTEGERS.items():
        for item in record[field]:
            for name, bound in names:
                value = item[name]
                if value is not None and (type(value) is not int or not -bound <= value < bound):
                    msg = f"{field}.{name} is {value!r}"
                    raise ValueError(msg)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {name: _cleaned(item) for name, item in value.items()}
    return value


def _origin(origin: Origin) -> dict[str, Any]:
    return {"plugin": origin.plugin, "rule": origin.rule}


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _named(name: str, span: Span | None) -> dict[str, Any]:
    """Return the text and the offsets of a span under names of their own."""
    if span is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: span.text, f"{name}_start": span.start, f"{name}_end": span.end}


def _block(block: Block) -> dict[str, Any]:
    start, end = block.span.start, block.span.end
    return {"id": block.id, "kind": block.kind, "start": start, "end": end, **_origin(block.origin)}


def _embed(embed: Embed) -> dict[str, Any]:
    return {
        "id": embed.id,
        "platform": embed.platform,
        "start": embed.span.start,
        "end": embed.span.end,
        "author": embed.author,
        "handle": embed.handle,
        **_named("text", embed.text),
        "posted": embed.posted.value if embed.posted else None,
        "likes": embed.likes,
        "replies": embed.replies,
        "urls": list(embed.urls),
        "mentions": list(embed.mentions),
        "hashtags": list(embed.hashtags),
        "status_id": embed.status_id,
        "within": embed.within,
        **_origin(embed.origin),
    }


def _date(date: DateMention) -> dict[str, Any]:
    year, month, day = date.hijri or (None, None, None)
    span = date.span
    return {
        "id": date.id,
        **(_span(span) if span else {"start": None, "end": None, "text": None}),
        "value": date.value,
        "grain": date.grain,
        "calendar": date.calendar,
        "earliest": date.earliest,
        "latest": date.latest,
        "hijri_year": year,
        "hijri_month": month,
        "hijri_day": day,
        "anchor": date.anchor,
        "approximate": date.approximate,
        "alternatives": list(date.alternatives),
        "issues": list(date.issues),
        **_origin(date.origin),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "roles": [{"text": role.text, "status": role.status} for role in entity.roles],
        "country": entity.country,
        "same_as": list(entity.same_as),
        **_origin(entity.origin),
    }


def _mentions(entity: Entity) -> Iterator[dict[str, Any]]:
    for number, mention in enumerate(entity.mentions, 1):
        yield {
            "id": f"{entity.id}.{number}",
            "entity": entity.id,
            **_span(mention.span),
            "form": mention.form,
            "role": mention.role,
            "status": mention.status,
            "country": mention.country,
            "acts": mention.acts,
        }


def _statement(statement: Statement, article: Article) -> dict[str, Any]:
    return {
        "id": statement.id,
        "type": statement.type,
        "content": JOINT.join(span.text for span in statement.content),
        "spans": [_span(span) for span in statement.content],
        "fragments": [_span(span) for span in statement.fragments],
        **_named("cue", statement.cue),
        "cue_class": statement.cue_class,
        **_named("source", statement.source),
        "speaker": statement.speaker,
        "entity": statement.entity,
        "co_speakers": list(statement.co_speakers),
        "channel": statement.channel,
        "relay": statement.relay,
        "addressee": statement.addressee,
        "date": statement.date,
        "parent": statement.parent,
        "chain": statement.chain,
        "embed": statement.embed,
        "duplicate_of": statement.duplicate_of,
        "about": [entity.id for entity in article.about(statement)],
        "unclosed": statement.unclosed,
        "confidence": float(statement.confidence),
        **_origin(statement.origin),
    }


def _links(statement: Statement, article: Article) -> Iterator[dict[str, Any]]:
    """Yield who is quoted about whom: a row for each entity in what a known speaker says."""
    if statement.speaker is None:
        return
    date = article.date(statement.date)
    for entity in article.about(statement):
        yield {
            "statement": statement.id,
            "speaker_entity": statement.entity,
            "speaker": statement.speaker,
            "about_entity": entity.id,
            "about": entity.name,
            "about_type": entity.type,
            "channel": statement.channel,
            "date": date.value if date else None,
        }


def _annotation(annotation: Annotation) -> dict[str, Any]:
    data = to_plain(annotation)
    span = annotation.value.span
    return {
        "class": data["class"],
        "start": span.start,
        "end": span.end,
        "fields": json.dumps(data["fields"], ensure_ascii=False),
        **_origin(annotation.origin),
    }
