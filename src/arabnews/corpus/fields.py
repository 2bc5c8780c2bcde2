"""Which field of an archive holds the text, the id, the day of publication and the outlet: asked for, or sniffed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from arabnews.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Sequence

# names that archives, crawlers and feeds give these fields, the likeliest first
_USUAL: Final = {
    "text": (
        "text", "body", "content", "article", "article_text", "articlebody", "article_body", "maintext", "main_text",
        "full_text", "fulltext", "story", "plain_text", "clean_text", "raw_text", "document", "النص", "نص",
    ),
    "id": ("id", "_id", "article_id", "articleid", "doc_id", "document_id", "guid", "uuid", "key", "url", "link"),
    "published": (
        "published", "published_at", "published_date", "date_published", "datepublished", "publication_date",
        "publish_date", "publishdate", "pub_date", "pubdate", "date_publish", "date", "datetime", "timestamp",
        "التاريخ",
    ),
    "outlet": ("outlet", "source", "publisher", "site", "site_name", "newspaper", "agency", "domain", "المصدر"),
}  # fmt: skip


class Fields(NamedTuple):
    """The names of the fields in which an archive keeps what is needed; None where it has none.

    >>> str(Fields(text="body", id="url"))
    "text from 'body', id from 'url'; --published, --outlet may name more"
    """

    text: str | None = None
    id: str | None = None
    published: str | None = None
    outlet: str | None = None

    def __str__(self) -> str:
        told = [f"{field} from {name!r}" for field, name in self._asdict().items() if name is not None]
        missing = [f"--{field}" for field, name in self._asdict().items() if name is None]
        return ", ".join(told) + (f"; {', '.join(missing)} may name more" if missing else "")


def look_up(row: Any, name: str | None) -> Any:
    """Return a field of an object of JSON, or None; a dotted name that is no field leads into objects.

    >>> look_up({"article": {"body": "نص"}}, "article.body")
    'نص'
    """
    if name is None or not isinstance(row, dict):
        return None
    if name in row:
        return row[name]
    for step in name.split("."):
        if not isinstance(row, dict) or step not in row:
            return None
        row = row[step]
    return row


def choose_fields(place: str, rows: Sequence[dict[str, Any]], asked: Fields) -> Fields:
    """Return the fields for an archive of which these rows were seen: those asked for, and the usual ones.

    Raises:
        RunError: a field that was asked for is in no row, or none looks like the text.

    >>> choose_fields("a.jsonl", [{"url": "…", "Body": "نص"}], Fields())
    Fields(text='Body', id='url', published=None, outlet=None)
    """
    names = list(dict.fromkeys(str(name) for row in rows for name in row))
    found: dict[str, str | None] = {}
    for field, name in asked._asdict().items():
        if name is None:
            found[field] = _usual(field, names, rows)
        elif all(look_up(row, name) is None and name not in row for row in rows):
            reason = f"has no field {name!r} for --{field}; its fields are {_listed(names)}"
            raise RunError(place, reason)
        else:
            found[field] = name
    if found["text"] is None:
        reason = f"which field holds the text? none has a usual name: {_listed(names)}; say --text NAME"
        raise RunError(place, reason)
    return Fields(**found)


def _usual(field: str, names: Sequence[str], rows: Sequence[dict[str, Any]]) -> str | None:
    """Return the field with the likeliest name that holds single values; a damaged row more or less does not count."""
    by_lower = {name.lower(): name for name in reversed(names)}
    for usual in _USUAL[field]:
        name = by_lower.get(usual)
        if name is None:
            continue
        values = [row.get(name) for row in rows]
        if 2 * sum(isinstance(value, (dict, list)) for value in values) <= sum(v is not None for v in values):
            return name
    return None


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:20])
    return (shown + ", …" if len(names) > 20 else shown) or "none"
