"""Dask: `extract_batch` on each partition of a data frame. Needs the extra `arabnews[dask]`.

arabnews must be installed where the workers run, in the same version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arabnews.corpus.batch import record_schema, table_schemas
from arabnews.corpus.batch import to_tables as cut_tables
from arabnews.corpus.engines import Extraction, choose_columns
from arabnews.corpus.extract import MAX_CHARS
from arabnews.corpus.extras import load_arrow, load_extra
from arabnews.corpus.record import clean

if TYPE_CHECKING:
    import dask.dataframe as dd
    import pandas as pd
    import pyarrow as pa

    from arabnews.pipeline import Pipeline

__all__ = ["extract", "to_tables"]


def extract(  # noqa: PLR0913 - one name for each column
    df: dd.DataFrame,
    text: str = "text",
    *,
    id: str | None = None,  # noqa: A002 - the column is called so
    published: str | None = None,
    outlet: str | None = None,
    row: str | None = None,
    pipeline: Pipeline | None = None,
    max_chars: int = MAX_CHARS,
) -> dd.DataFrame:
    """Return what is found in the texts of a Dask DataFrame: a row for each row, of `arabnews.corpus.record_schema`.

    The arguments are those of `arabnews.corpus.extract_batch`. Nothing is computed before Dask is asked for rows. A row
    never fails the job: where `error` is not null the row gave no article. Columns have the types of Arrow
    (`pandas.ArrowDtype`); the index is kept.

    Raises:
        MissingExtraError: dask, pandas or pyarrow is not installed.
        RunError: the DataFrame has no column of a name that was given.
        PluginError: a plugin of the pipeline cannot travel to other processes.
    """
    _load()
    given = {"text": text, "id": id, "published": published, "outlet": outlet, "row": row}
    columns = choose_columns(list(df.columns), given)
    wanted = df[list(dict.fromkeys(columns.values()))]
    meta = _frame(record_schema().empty_table())
    return wanted.map_partitions(_extract, columns, Extraction(pipeline, max_chars), meta=meta)


def to_tables(found: dd.DataFrame) -> dict[str, dd.DataFrame]:
    """Return the tables that the rows of `extract` hold, by name, with the columns of `arabnews.corpus.TABLES`.

    A row with an error is in none of them. Each table is computed from `found` anew: write or persist that first.
    """
    _load()
    return {
        name: found.map_partitions(_cut, name, meta=_frame(schema.empty_table()))
        for name, schema in table_schemas().items()
    }


def _load() -> None:
    for module in ("dask.dataframe", "pandas", "pyarrow"):
        load_extra(module, "dask", "Dask")


def _extract(frame: pd.DataFrame, columns: dict[str, str], extraction: Extraction) -> pd.DataFrame:
    pa = load_arrow()
    table = pa.table({field: _column(frame[name], is_text=field == "text") for field, name in columns.items()})
    found = _frame(pa.Table.from_batches(extraction.extract(table.to_batches()), schema=record_schema()))
    found.index = frame.index
    return found


def _cut(found: pd.DataFrame, name: str) -> pd.DataFrame:
    batch = load_arrow().RecordBatch.from_pandas(found, schema=record_schema(), preserve_index=False)
    return _frame(cut_tables(batch)[name])


def _frame(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(types_mapper=load_extra("pandas", "dask", "Dask").ArrowDtype)


def _column(values: pd.Series, *, is_text: bool) -> Any:
    """Return a column as Arrow has it; one of mixed objects as bytes, since Arrow mixes no types."""
    pa = load_arrow()
    try:
        return pa.array(values, from_pandas=True)
    except (pa.ArrowException, UnicodeEncodeError, OverflowError):
        return pa.array([_bytes(value, is_text=is_text) for value in values], pa.binary())


def _bytes(value: Any, *, is_text: bool) -> bytes | None:
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return clean(value).encode()
    # a number may name an article, but is the text of none
    return None if is_text or value is None else str(value).encode()
