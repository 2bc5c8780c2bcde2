"""What a row becomes: the fields of a record and of the tables cut from it, as plain data. Imports nothing.

A record is one row of `extract_batch`: the same fields in every engine, in this order, under this version. `SCHEMA`
grows when a field is renamed, removed, or changes its type or meaning; a field that is added at the end of a record,
or of an item, makes it grow too, since engines compare schemas strictly.

A type is the name of an Arrow type, a list of one type, or a mapping of names to types, which is a struct. A date is
a calendar day. Offsets are half-open, in code points of `text`.
"""

from __future__ import annotations

from typing import Any, Final

SCHEMA: Final = 1
"""The version of the record and of the tables."""

ORIGIN: Final = {"plugin": "string", "rule": "string"}
SPAN: Final = {"start": "int32", "end": "int32", "text": "string"}

BLOCK: Final[dict[str, Any]] = {"id": "string", "kind": "string", "start": "int32", "end": "int32", **ORIGIN}

EMBED: Final[dict[str, Any]] = {
    "id": "string",
    "platform": "string",
    "start": "int32",
    "end": "int32",
    "author": "string",
    "handle": "string",
    "text": "string",
    "text_start": "int32",
    "text_end": "int32",
    "posted": "string",
    "likes": "int64",
    "replies": "int64",
    "urls": ["string"],
    "mentions": ["string"],
    "hashtags": ["string"],
    "status_id": "string",
    "within": "string",
    **ORIGIN,
}

DATE: Final[dict[str, Any]] = {
    "id": "string",
    **SPAN,
    "value": "string",
    "grain": "string",
    "calendar": "string",
    "earliest": "date",
    "latest": "date",
    "hijri_year": "int32",
    "hijri_month": "int32",
    "hijri_day": "int32",
    "anchor": "string",
    "approximate": "bool",
    "alternatives": ["string"],
    "issues": ["string"],
    **ORIGIN,
}

ENTITY: Final[dict[str, Any]] = {
    "id": "string",
    "type": "string",
    "name": "string",
    "aliases": ["string"],
    "roles": [{"text": "string", "status": "string"}],
    "country": "string",
    "same_as": ["string"],
    **ORIGIN,
}

MENTION: Final[dict[str, Any]] = {
    "id": "string",
    "entity": "string",
    **SPAN,
    "form": "string",
    "role": "string",
    "status": "string",
    "country": "string",
    "acts": "bool",
}

STATEMENT: Final[dict[str, Any]] = {
    "id": "string",
    "type": "string",
    "content": "string",
    "spans": [SPAN],
    "fragments": [SPAN],
    "cue": "string",
    "cue_start": "int32",
    "cue_end": "int32",
    "cue_class": "string",
    "source": "string",
    "source_start": "int32",
    "source_end": "int32",
    "speaker": "string",
    "entity": "string",
    "co_speakers": ["string"],
    "channel": "string",
    "relay": "string",
    "addressee": "string",
    "date": "string",
    "parent": "string",
    "chain": "string",
    "embed": "string",
    "duplicate_of": "string",
    "about": ["string"],
    "unclosed": "bool",
    "confidence": "float64",
    **ORIGIN,
}

LINK: Final[dict[str, Any]] = {
    "statement": "string",
    "speaker_entity": "string",
    "speaker": "string",
    "about_entity": "string",
    "about": "string",
    "about_type": "string",
    "channel": "string",
    "date": "string",
}

ANNOTATION: Final[dict[str, Any]] = {
    "class": "string",
    "start": "int32",
    "end": "int32",
    "fields": "string",
    **ORIGIN,
}

PROBLEM: Final[dict[str, Any]] = {"plugin": "string", "hook": "string", "message": "string"}

RECORD: Final[dict[str, Any]] = {
    "schema": "int32",
    "row": "int64",
    "id": "string",
    "outlet": "string",
    "published": "string",
    "published_day": "date",
    "error": "string",
    "text": "string",
    "headline": "string",
    "subheadline": "string",
    "section": "string",
    "dateline": "string",
    "authors": ["string"],
    "keywords": ["string"],
    "metadata": "string",
    "blocks": [BLOCK],
    "embeds": [EMBED],
    "dates": [DATE],
    "entities": [ENTITY],
    "mentions": [MENTION],
    "statements": [STATEMENT],
    "links": [LINK],
    "annotations": [ANNOTATION],
    "problems": [PROBLEM],
}

KEYS: Final[dict[str, str]] = {"row": "row", "id": "article"}
"""What each item of a table carries of its article: field of the record, name in the table."""

LINK_KEYS: Final[dict[str, str]] = {**KEYS, "outlet": "outlet", "published": "published"}

ITEMS: Final[dict[str, dict[str, str]]] = {
    "statements": KEYS,
    "entities": KEYS,
    "mentions": KEYS,
    "dates": KEYS,
    "embeds": KEYS,
    "links": LINK_KEYS,
}
"""The tables of what is found in articles: each is a field of the record, and carries these of its article."""

ARTICLE_FIELDS: Final = tuple(name for name in RECORD if name not in ITEMS and name != "error")

TABLES: Final[dict[str, dict[str, Any]]] = {
    "articles": {name: RECORD[name] for name in ARTICLE_FIELDS},
    **{
        table: {**{key: RECORD[name] for name, key in keys.items()}, **RECORD[table][0]}
        for table, keys in ITEMS.items()
    },
}
"""The tables of a run, with the types of their columns."""
