"""One row: what an archive gives becomes an article with what it is called, or a reason why not. Knows no format."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve

from arabnews.article import Article
from arabnews.corpus.published import read_published
from arabnews.corpus.record import empty_record, to_record

if TYPE_CHECKING:
    from arabnews.pipeline import Pipeline

MAX_CHARS: Final = 1_000_000
"""The length in code points past which a text is hardly one article, and is rejected."""

_log = logging.getLogger("arabnews")


class Row(NamedTuple):
    """A row of an archive as it was read: nothing is checked yet.

    `row` is its number in the inputs, from 1. `text` is a str, an Article that a front end made, or whatever stood
    there instead.
    """

    row: int | None
    text: Any
    id: Any = None
    published: Any = None
    outlet: Any = None


class Extracted(NamedTuple):
    """What became of a row: an article, or the reason why there is none."""

    row: int | None
    id: str | None
    outlet: str | None
    article: Article | None
    error: str | None

    def record(self) -> dict[str, Any]:
        """Return the record of the row; a row without article has an error."""
        if self.article is None:
            return empty_record(self.row, self.id, self.outlet, self.error or "")
        return to_record(self.article, self.row, self.id or "")


def extract(row: Row, pipeline: Pipeline, max_chars: int = MAX_CHARS) -> Extracted:
    """Return what a pipeline finds in a row; whatever is wrong with the row is an error of this row alone.

    A row without id is called by its number. A date of publication that is none is told in `article.problems`.
    """
    row_id = _name(row.id)
    if row_id is None and row.row is not None:
        row_id = str(row.row)
    outlet = _name(row.outlet)
    try:
        error = find_fault(row.text, max_chars)
        if error is None:
            return Extracted(row.row, row_id, outlet, _parse(row, row_id, outlet, pipeline), None)
    except Exception as failure:  # noqa: BLE001 - a row never takes the run with it, whatever a plugin raises
        _log.warning("row %s (%s) failed", row.row, row_id, exc_info=True)
        error = " ".join(f"{type(failure).__name__}: {failure}".split())
    return Extracted(row.row, row_id, outlet, None, error)


def find_fault(text: Any, max_chars: int) -> str | None:
    """Return why this is no text of an article, or None."""
    if isinstance(text, Article):
        text = text.text
    if text is None:
        return "there is no text: it is null or missing"
    if isinstance(text, (bytes, bytearray)):
        return "the text is bytes that are not UTF-8"
    if not isinstance(text, str):
        return f"the text is {_kind(text)}, not a string"
    if not text.strip():
        return "the text is empty"
    if len(text) > max_chars:
        return f"the text has {len(text):,} characters, more than {max_chars:,} (--max-chars)"
    return None


def _parse(row: Row, row_id: str | None, outlet: str | None, pipeline: Pipeline) -> Article:
    given = row.text if isinstance(row.text, Article) else Article(row.text)
    told = {name: value for name, value in (("id", row_id), ("outlet", outlet)) if value is not None}
    published, problem = read_published(row.published)
    changes: dict[str, Any] = {"metadata": {**given.metadata, **told}}
    if published is not None:
        changes["published"] = published
    if problem is not None:
        changes["problems"] = (*given.problems, problem)
    return pipeline(evolve(given, **changes))


def _name(value: Any) -> str | None:
    """Return an id or an outlet as a string; what names nothing is None."""
    if value is None or isinstance(value, (dict, list, bool)) or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("utf-8", "replace") or None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() or None


def _kind(value: Any) -> str:
    """Return how a reader of JSON calls a value of another type."""
    names = {dict: "an object", list: "a list", bool: "a truth value", int: "a number", float: "a number"}
    return next((name for cls, name in names.items() if isinstance(value, cls)), type(value).__name__)
