"""`extract_batch`, the one contract for engines: a batch of Arrow in, a batch of one fixed schema out.

Needs the extra `arabnews[arrow]`; nothing of it is imported before a function is called.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from arabnews.corpus.extract import MAX_CHARS, Row, extract
from arabnews.corpus.extras import load_arrow
from arabnews.corpus.record import empty_record
from arabnews.corpus.schema import ARTICLE_FIELDS, ITEMS, RECORD, SCHEMA, TABLES
from arabnews.errors import RunError
from arabnews.pipeline import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from arabnews.pipeline import Pipeline

# records are made into Arrow in small lots: Python objects of a whole batch of an engine would be ten times its size
_LOT: Final = 64


def _arrow_type(kind: Any) -> Any:
    pa = load_arrow()
    if isinstance(kind, list):
        return pa.list_(_arrow_type(kind[0]))
    if isinstance(kind, dict):
        return pa.struct([(name, _arrow_type(inner)) for name, inner in kind.items()])
    return {"date": pa.date32(), "bool": pa.bool_()}.get(kind) or pa.type_for_alias(kind)


def _schema(fields: dict[str, Any]) -> pa.Schema:
    pa = load_arrow()
    return pa.schema(
        [(name, _arrow_type(kind)) for name, kind in fields.items()], metadata={"arabnews.schema": str(SCHEMA)}
    )


@cache
def record_schema() -> pa.Schema:
    """Return the Arrow schema of `extract_batch`, with its version in the metadata as `arabnews.schema`.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    return _schema(RECORD)


@cache
def table_schemas() -> dict[str, pa.Schema]:
    """Return the Arrow schema of each table, by name, in order.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    return {name: _schema(fields) for name, fields in TABLES.items()}


def extract_batch(  # noqa: PLR0913 - one name for each column
    batch: pa.RecordBatch,
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002 - the column is called so
    published: str | None = None,
    outlet: str | None = None,
    row: str | None = None,
    pipeline: Pipeline | None = None,
    max_chars: int = MAX_CHARS,
) -> pa.RecordBatch:
    """Return what is found in a batch of articles: one row out for each row in, in the same order, of `record_schema`.

    The names are those of the batch's columns. A name that is not given is that of the field itself where there is such
    a column; where there is none the field stays empty. The id is what tables are joined by: give one that is unique.
    `row` is a column of numbers that is passed through. `pipeline` is the default one, or a pipeline of your own; it is
    built once for each process.

    A row never raises: where `error` is not null the row gave no article, and all beside its id is empty. `max_chars`
    is the length in code points past which a text is such an error. Binary columns are read as UTF-8. A lone surrogate,
    which Arrow cannot hold, is U+FFFD.

    Raises:
        MissingExtraError: pyarrow is not installed.
        RunError: the batch has no column of a name that was given.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": ["قال الوزير سمير حداد إن الجسر جاهز.", None]})
    >>> found = extract_batch(batch)
    >>> found["statements"][0][0]["content"].as_py(), found["error"].to_pylist()
    ('الجسر جاهز', [None, 'there is no text: it is null or missing'])
    """
    given = {"text": text, "id": id, "published": published, "outlet": outlet, "row": row}
    columns = _columns(batch, given)
    walk = pipeline or default_pipeline()
    lots = []
    for start in range(0, batch.num_rows, _LOT):
        found = (extract(r, walk, max_chars).record() for r in _rows(columns, start, min(start + _LOT, batch.num_rows)))
        lots.append(to_batch(list(found)))
    return _join(lots)


def to_batch(records: list[dict[str, Any]]) -> pa.RecordBatch:
    """Return records as a batch of `record_schema`; a record that Arrow cannot hold becomes one with an error."""
    pa = load_arrow()
    try:
        return pa.RecordBatch.from_pylist(records, schema=record_schema())
    except (pa.ArrowException, ValueError, TypeError, OverflowError) as error:
        if len(records) != 1:
            return _join([to_batch([record]) for record in records])
        [bad] = records
        reason = " ".join(f"the result cannot be held by Arrow: {error}".split())
        return to_batch([empty_record(bad["row"], bad["id"], bad["outlet"], reason)])


def to_tables(batches: pa.RecordBatch | Iterable[pa.RecordBatch]) -> dict[str, pa.Table]:
    """Return the tables that batches of `extract_batch` hold, by name.

    Each has the columns `row` and `article` (the article's id) to join by, the table of articles `row` and `id`. A row
    with an error is in no table; see `to_rejects`.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"id": ["a"], "text": ["قال الوزير سمير حداد إن الجسر جاهز."]})
    >>> tables = to_tables(extract_batch(batch))
    >>> list(tables)
    ['articles', 'statements', 'entities', 'mentions', 'dates', 'embeds', 'links']
    >>> tables["statements"].select(["article", "speaker", "content"]).to_pylist()
    [{'article': 'a', 'speaker': 'سمير حداد', 'content': 'الجسر جاهز'}]
    """
    pa = load_arrow()
    pieces: dict[str, list[Any]] = {name: [] for name in TABLES}
    for batch in [batches] if isinstance(batches, pa.RecordBatch) else batches:
        sound = batch.filter(batch["error"].is_null())
        pieces["articles"].append(sound.select(list(ARTICLE_FIELDS)))
        for name, keys in ITEMS.items():
            pieces[name].append(_unnest(sound, name, keys))
    schemas = table_schemas()
    return {
        name: pa.Table.from_batches([p.cast(schemas[name]) for p in found], schema=schemas[name])
        for name, found in pieces.items()
    }


def to_rejects(batches: pa.RecordBatch | Iterable[pa.RecordBatch]) -> pa.Table:
    """Return the rows of `extract_batch` that gave no article: row, id, outlet, error.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": ["قال سمير حداد: نعم.", None]})
    >>> to_rejects(extract_batch(batch)).to_pylist()
    [{'row': None, 'id': 'b', 'outlet': None, 'error': 'there is no text: it is null or missing'}]
    """
    pa = load_arrow()
    names = ["row", "id", "outlet", "error"]
    schema = pa.schema([record_schema().field(name) for name in names])
    found = [batches] if isinstance(batches, pa.RecordBatch) else batches
    wrong = [batch.filter(batch["error"].is_valid()).select(names).cast(schema) for batch in found]
    return pa.Table.from_batches(wrong, schema=schema)


def read_json_rows(data: bytes, schema: pa.Schema) -> pa.Table:
    """Return lines of JSON as a table, by this schema alone; a day is its number since 1970.

    Raises:
        RunError: they do not fit the schema.
    """
    arrow, reader = load_arrow(), import_module("pyarrow.json")
    try:
        return reader.read_json(
            arrow.BufferReader(data),
            # one block, and so one order of rows: a row may not lie across two
            read_options=reader.ReadOptions(use_threads=False, block_size=len(data) + 1),
            parse_options=reader.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
        )
    except arrow.ArrowException as error:
        place, reason = "a table", f"rows do not fit its schema; a plugin finds values of other types: {error}"
        raise RunError(place, reason) from error


def _unnest(batch: pa.RecordBatch, name: str, keys: dict[str, str]) -> pa.RecordBatch:
    """Return the items of one field as rows, with what they carry of their articles."""
    pa = load_arrow()
    compute = import_module("pyarrow.compute")
    column = batch[name]
    parents, items = compute.list_parent_indices(column), column.flatten()
    carried = [batch[field].take(parents) for field in keys]
    return pa.RecordBatch.from_arrays([*carried, *items.flatten()], schema=table_schemas()[name])


def _join(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    """Return batches of `record_schema` as one."""
    pa = load_arrow()
    if len(batches) == 1:
        return batches[0]
    table = pa.Table.from_batches(batches, schema=record_schema()).combine_chunks()
    return pa.RecordBatch.from_arrays(
        [c.chunk(0) if c.num_chunks else pa.array([], c.type) for c in table.columns], schema=table.schema
    )


def _columns(batch: pa.RecordBatch, given: dict[str, str | None]) -> dict[str, Any]:
    """Return the batch's column for each field that has one."""
    known = batch.schema.names
    columns = {}
    for field, name in given.items():
        wanted = name or field
        if wanted in known:
            columns[field] = batch.column(known.index(wanted))
        elif name is not None:
            reason = f"is not in the batch, which has {', '.join(known)}"
            raise RunError(name, reason)
    return {field: plain_column(column) for field, column in columns.items()}


def plain_column(column: Any) -> Any:
    """Return a column whose values Python can hold: moments to the microsecond, texts of binary as they are."""
    pa = load_arrow()
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        return column.cast(pa.timestamp("us", kind.tz), safe=False)
    return column


def _rows(columns: dict[str, Any], start: int, end: int) -> Iterator[Row]:
    """Yield the rows of columns; a value that Python cannot hold is None."""
    for at in range(start, end):
        values = {field: plain_value(column[at]) for field, column in columns.items()}
        number = values.pop("row", None)
        yield Row(row=number if isinstance(number, int) else None, **values)


def plain_value(scalar: Any) -> Any:
    """Return a value as Python has it: None where it cannot, str for bytes that are UTF-8."""
    try:
        value = scalar.as_py()
    except (ValueError, OverflowError, ArithmeticError):  # a moment past the year 9999, text that is not UTF-8
        return None
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value
    return value
