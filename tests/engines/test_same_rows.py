"""Spark, Dask and Ray give the very rows that the plain run gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from engines import ENGINES, MissingJavaError, differences, make_rows, plain, spark_session

from arabnews import Pipeline, RunError
from arabnews.testing import generate

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

DAMAGED: list[Any] = [None, "", " \n", "x\x00y", "a" * 1_000_001]


def articles() -> pa.Table:
    news = list(generate(17, 40))
    texts = [*(item.text for item in news), *DAMAGED]
    dates = [*(item.published.isoformat() for item in news), None, "soon", "", "2024-05-14T10:00:00Z", None]
    return make_rows(texts, dates)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.filterwarnings("ignore")  # engines warn of themselves
def test_the_very_same_rows(engine: str, tmp_path: Path) -> None:
    rows = articles()
    try:
        found = ENGINES[engine](rows, tmp_path)
    except (ModuleNotFoundError, MissingJavaError) as error:
        pytest.skip(str(error))
    wanted = plain(rows, tmp_path)
    assert len(wanted["statements"]) > 40
    assert len(wanted["rejects"]) == 4
    assert list(differences(wanted, found)) == []


@pytest.mark.filterwarnings("ignore")
def test_dask_takes_columns_by_name_mixed_objects_and_a_pipeline() -> None:
    pd, dd = pytest.importorskip("pandas"), pytest.importorskip("dask.dataframe")
    import dask as settings

    from arabnews import dask

    text = "قال الوزير سمير حداد إن الجسر جاهز."
    with settings.config.set({"dataframe.convert-string": False, "scheduler": "synchronous"}):
        mixed = pd.DataFrame({"body": [text, None, 3.5, text.encode(), "\ud800"], "key": ["a", 2, None, b"d", 0.5]})
        pipeline = Pipeline(["entities", "quotes"])
        found = dask.extract(dd.from_pandas(mixed, npartitions=1), "body", id="key", pipeline=pipeline).compute()
        with pytest.raises(RunError, match="body"):
            dask.extract(dd.from_pandas(mixed.rename(columns={"body": "text"}), npartitions=1), "body")
    assert list(found["id"].fillna("")) == ["a", "2", "", "d", "0.5"]
    assert [len(statements) for statements in found["statements"]] == [1, 0, 0, 1, 0]
    assert [str(error)[:16] for error in found["error"]] == ["<NA>", *["there is no text"] * 2, "<NA>", "<NA>"]


@pytest.mark.filterwarnings("ignore")
def test_spark_takes_columns_by_name_bytes_and_a_pipeline(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    from arabnews import spark

    rows = [("قال الوزير سمير حداد إن الجسر جاهز.".encode(), 7), (b"\xff", 8), (None, 9)]
    try:
        with spark_session(tmp_path) as session:
            frame = session.createDataFrame(rows, "`the.body` binary, `a key` long")
            found = spark.extract(frame, "the.body", id="a key", pipeline=Pipeline(["entities", "quotes"])).collect()
            with pytest.raises(RunError, match="text: is no column"):
                spark.extract(frame)
    except MissingJavaError as error:
        pytest.skip(str(error))
    told = {row["id"]: (len(row["statements"]), row["error"]) for row in found}
    assert told == {
        "7": (1, None),
        "8": (0, "the text is bytes that are not UTF-8"),
        "9": (0, "there is no text: it is null or missing"),
    }
