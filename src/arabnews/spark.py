"""Spark: `extract_batch` in the workers of a cluster, by `mapInArrow`. Needs the extra `arabnews[spark]`.

arabnews must be installed where the workers run, in the same version.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from arabnews.corpus.batch import record_schema
from arabnews.corpus.engines import Extraction, choose_columns
from arabnews.corpus.extract import MAX_CHARS
from arabnews.corpus.extras import load_extra
from arabnews.corpus.schema import ARTICLE_FIELDS, ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

    from arabnews.pipeline import Pipeline

__all__ = ["extract", "to_tables"]


def extract(  # noqa: PLR0913 - one name for each column
    df: DataFrame,
    text: str = "text",
    *,
    id: str | None = None,  # noqa: A002 - the column is called so
    published: str | None = None,
    outlet: str | None = None,
    row: str | None = None,
    pipeline: Pipeline | None = None,
    max_chars: int = MAX_CHARS,
) -> DataFrame:
    """Return what is found in the texts of a Spark DataFrame: a row for each row, of `arabnews.corpus.record_schema`.

    The arguments are those of `arabnews.corpus.extract_batch`. Nothing is computed before Spark is asked for rows. A
    row never fails the job: where `error` is not null the row gave no article. Spark keeps no order of rows; give an
    `id` to know them by.

    Raises:
        MissingExtraError: pyspark or pyarrow is not installed.
        RunError: the DataFrame has no column of a name that was given.
        PluginError: a plugin of the pipeline cannot travel to other processes.
    """
    load_extra("pyspark", "spark", "Spark")
    load_extra("pyarrow", "spark", "Spark")
    given = {"text": text, "id": id, "published": published, "outlet": outlet, "row": row}
    columns = choose_columns(df.columns, given)
    extraction = Extraction(pipeline, max_chars)

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return extraction.extract(batches)

    functions = import_module("pyspark.sql.functions")
    schema = import_module("pyspark.sql.pandas.types").from_arrow_schema(record_schema())
    # `mapInArrow` looks its columns up by bare names, so that one with a dot would not be found
    named = [functions.col(_quoted(name)).alias(field) for field, name in columns.items()]
    return df.select(*named).mapInArrow(work, schema)


def to_tables(found: DataFrame) -> dict[str, DataFrame]:
    """Return the tables that the rows of `extract` hold, by name, with the columns of `arabnews.corpus.TABLES`.

    A row with an error is in none of them. Each table is computed from `found` anew: write or persist that first.
    """
    functions = load_extra("pyspark.sql.functions", "spark", "Spark")
    sound = found.where("error is null")
    tables: dict[str, Any] = {"articles": sound.select(*ARTICLE_FIELDS)}
    for name, keys in ITEMS.items():
        carried = [functions.col(column).alias(key) for column, key in keys.items()]
        items = sound.select(*carried, functions.explode(name).alias("item"))
        tables[name] = items.select(*keys.values(), "item.*")
    return tables


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
