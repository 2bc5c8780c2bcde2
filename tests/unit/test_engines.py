"""What engines share, without an engine; tests/engines has the engines themselves."""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pyarrow as pa
import pytest

from arabnews import MissingExtraError, Pipeline, PluginError, RunError, dask, hookimpl, spark
from arabnews.corpus import extract_batch, record_schema
from arabnews.corpus.engines import Extraction, choose_columns
from arabnews.corpus.extract import MAX_CHARS

TEXT = "قال الوزير سمير حداد إن الجسر جاهز."


@pytest.mark.parametrize(("engine", "module", "extra"), [(spark, "pyspark", "spark"), (dask, "dask.dataframe", "dask")])
def test_a_missing_extra_is_named(engine: Any, module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf'pip install "arabnews\[{extra}\]"'):
        engine.extract(None)


def test_columns_are_those_given_or_called_like_the_field() -> None:
    known = ["key", "body", "id", "published", "other"]
    assert choose_columns(known, {"text": "body", "id": "key", "published": None, "outlet": None}) == {
        "text": "body",
        "id": "key",
        "published": "published",
    }
    with pytest.raises(RunError, match="text: is no column; the columns are key, body"):
        choose_columns(known, {"text": "text"})


def test_what_travels_gives_the_rows_of_extract_batch_in_small_batches() -> None:
    pipeline = Pipeline(["entities", "quotes"])
    rows = pa.RecordBatch.from_pydict({"id": [str(n) for n in range(300)], "text": [TEXT, None, "ا"] * 100})
    packed = pickle.dumps(Extraction(pipeline, 100))
    extraction: Extraction = pickle.loads(packed)  # noqa: S301 - packed a line above
    found = list(extraction.extract([rows, rows.slice(0, 0), rows.slice(0, 3)]))
    assert [batch.num_rows for batch in found] == [256, 44, 3]
    wanted = extract_batch(rows, pipeline=pipeline, max_chars=100)
    assert pa.Table.from_batches(found[:2]).combine_chunks().equals(pa.Table.from_batches([wanted]))
    assert found[2].schema.equals(record_schema())


def test_a_pipeline_that_cannot_travel_is_told_at_once() -> None:
    class Mine:
        @hookimpl
        def find_dates(self) -> None:
            """Find nothing."""

    with pytest.raises(PluginError, match="cannot travel"):
        Extraction(Pipeline([Mine()]), MAX_CHARS)
