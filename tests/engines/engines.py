"""One table of articles through each engine, and what comes out in one form: sorted tables of one schema."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet

from arabnews.corpus import extract_batch, table_schemas, to_rejects, to_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

REJECTS = "rejects"
NO_JAVA = "Spark needs Java 17 or newer, and there is none: install a JRE, or set JAVA_HOME to one"


class MissingJavaError(Exception):
    """There is no Java for Spark to run on."""


def has_java() -> bool:
    """Tell whether there is a Java for Spark to run on."""
    return bool(os.environ.get("JAVA_HOME") or shutil.which("java"))


def plain(articles: pa.Table, _workplace: Path) -> dict[str, pa.Table]:
    """Return what `extract_batch` itself gives."""
    found = [extract_batch(batch) for batch in articles.to_batches(max_chunksize=100)]
    return in_one_form({**to_tables(found), REJECTS: to_rejects(found)})


def by_spark(articles: pa.Table, workplace: Path) -> dict[str, pa.Table]:
    """Return what a Spark of two cores on this machine gives."""
    from arabnews import spark as engine

    pa.parquet.write_table(articles, workplace / "articles.parquet", row_group_size=12)
    with spark_session(workplace) as session:
        kept = str(workplace / "found.parquet")
        engine.extract(session.read.parquet(str(workplace / "articles.parquet"))).write.parquet(kept)
        found = session.read.parquet(kept)
        tables = {}
        for name, result in {**engine.to_tables(found), REJECTS: found.where("error is not null")}.items():
            result.write.parquet(str(workplace / name))
            tables[name] = pa.dataset.dataset(str(workplace / name), format="parquet").to_table()
    return in_one_form(tables)


@contextmanager
def spark_session(workplace: Path) -> Iterator[Any]:
    """Start a Spark of two cores on this machine, and stop it."""
    if not has_java():
        raise MissingJavaError(NO_JAVA)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.files.maxPartitionBytes": "256k",
        "spark.sql.warehouse.dir": str(workplace / "warehouse"),
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    try:
        yield session
    finally:
        session.stop()


def by_dask(articles: pa.Table, workplace: Path) -> dict[str, pa.Table]:
    """Return what Dask gives with two processes on this machine."""
    import dask
    import dask.dataframe as dd

    from arabnews import dask as engine

    pa.parquet.write_table(articles, workplace / "articles.parquet", row_group_size=12)
    with dask.config.set(scheduler="processes", num_workers=2):
        frame = dd.read_parquet(workplace / "articles.parquet", split_row_groups=1)
        (found,) = dask.persist(engine.extract(frame))
        frames = dask.compute({**engine.to_tables(found), REJECTS: found[~found["error"].isna()]})[0]
    return in_one_form({name: pa.Table.from_pandas(frame, preserve_index=False) for name, frame in frames.items()})


def by_ray(articles: pa.Table, _workplace: Path) -> dict[str, pa.Table]:
    """Return what Ray gives with two workers on this machine."""
    import ray

    def extract(table: pa.Table) -> pa.Table:
        found = [extract_batch(batch) for batch in table.to_batches()]
        return pa.Table.from_batches(found)

    ray.init(num_cpus=2, include_dashboard=False, logging_level="ERROR")
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        data = ray.data.from_arrow(articles).repartition(4)
        references = data.map_batches(extract, batch_format="pyarrow", batch_size=12).to_arrow_refs()
        found = [batch for table in ray.get(references) for batch in table.to_batches()]
    finally:
        ray.shutdown()
    return in_one_form({**to_tables(found), REJECTS: to_rejects(found)})


ENGINES: dict[str, Callable[[pa.Table, Path], dict[str, pa.Table]]] = {
    "spark": by_spark,
    "dask": by_dask,
    "ray": by_ray,
}


def in_one_form(tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Return tables with the columns and types of the plain run, in the order of its rows."""
    schemas = {**table_schemas(), REJECTS: to_rejects([]).schema}
    return {
        name: tables[name].select(schema.names).cast(schema).sort_by("row").combine_chunks()
        for name, schema in schemas.items()
    }


def differences(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> Iterator[str]:
    """Yield in words where two engines differ; nothing when they gave the very same rows."""
    for name, table in one.items():
        if table.equals(other[name]):
            continue
        if len(table) != len(other[name]):
            yield f"{name}: {len(table)} rows and {len(other[name])}"
            continue
        pairs = zip(table.to_pylist(), other[name].to_pylist(), strict=True)
        number, (row, its) = next((n, pair) for n, pair in enumerate(pairs) if pair[0] != pair[1])
        fields = [field for field in row if row[field] != its[field]]
        yield f"{name}: row {number} differs in {', '.join(fields)}"


def make_rows(texts: list[Any], dates: list[Any]) -> pa.Table:
    """Return texts as the table that each engine is given."""
    numbers = list(range(1, len(texts) + 1))
    return pa.table(
        {
            "row": pa.array(numbers, pa.int64()),
            "id": [f"a{number}" for number in numbers],
            "text": pa.array(texts, pa.string()),
            "published": pa.array(dates, pa.string()),
            "outlet": [("الأفق", None, "الخبر")[number % 3] for number in numbers],
            "other": [0.5] * len(texts),
        }
    )
