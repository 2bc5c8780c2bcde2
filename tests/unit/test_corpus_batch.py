"""The contract for engines: a row out for each row in, of one schema, whatever the rows hold."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import deadly_plugin
import pyarrow as pa
import pytest

from arabnews import MissingExtraError, Pipeline, RunError
from arabnews.corpus import SCHEMA, TABLES, extract_batch, record_schema, table_schemas, to_rejects, to_tables
from arabnews.corpus.batch import read_json_rows, to_batch
from arabnews.corpus.extract import Row, extract
from arabnews.corpus.published import read_published
from arabnews.corpus.record import to_rows
from arabnews.corpus.schema import ITEMS, RECORD

NEWS = """قالت وزيرة المياه سلمى الجريدي، أمس، إن السدود ستمتلئ قبل الشتاء.

وأضافت في مؤتمر صحفي: «أنفقنا أربعين مليون دينار مع وزير المالية سمير حداد منذ كانون الثاني/يناير الماضي».
"""


def batch(**columns: Any) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def test_a_row_out_for_each_row_in() -> None:
    texts = [NEWS, None, "", "   ", NEWS, "ب" * 101]
    found = extract_batch(batch(text=texts, id=list("abcdef")), max_chars=len(NEWS))
    assert found.schema.equals(record_schema(), check_metadata=True)
    assert found.schema.metadata == {b"arabnews.schema": str(SCHEMA).encode()}
    assert found["id"].to_pylist() == list("abcdef")
    assert found["error"].to_pylist() == [
        None, "there is no text: it is null or missing", "the text is empty", "the text is empty", None, None,
    ]  # fmt: skip
    too_long = extract_batch(batch(text=["ب" * 101]), max_chars=100)["error"].to_pylist()
    assert too_long == ["the text has 101 characters, more than 100 (--max-chars)"]


def test_what_is_found_stands_in_the_record() -> None:
    found = extract_batch(batch(text=[NEWS], id=[7], published=[dt.date(2024, 5, 14)], outlet=["وكالة"])).to_pylist()[0]
    assert (found["schema"], found["row"], found["id"], found["outlet"]) == (SCHEMA, None, "7", "وكالة")
    assert (found["published"], found["published_day"]) == ("2024-05-14", dt.date(2024, 5, 14))
    first, second = found["statements"]
    assert (first["speaker"], second["chain"]) == ("سلمى الجريدي", first["id"])
    assert NEWS[first["cue_start"] : first["cue_end"]] == first["cue"] == "قالت"
    assert [NEWS[s["start"] : s["end"]] for s in second["spans"]] == [second["content"]]
    for layer in ("mentions", "dates"):
        assert all(NEWS[item["start"] : item["end"]] == item["text"] for item in found[layer])
    assert {mention["entity"] for mention in found["mentions"]} == {entity["id"] for entity in found["entities"]}
    about = [(link["speaker"], link["about"], link["channel"]) for link in found["links"]]
    assert ("سلمى الجريدي", "سمير حداد", "press_conference") in about


@pytest.mark.parametrize("many", [1, 64, 65, 130])
def test_engines_may_cut_batches_as_they_like(many: int) -> None:
    pipeline = Pipeline(["dates"])
    texts = [f"وصل الوفد يوم {n % 28 + 1} مايو 2024." for n in range(many)]
    rows = batch(text=texts, row=list(range(many)))
    whole = extract_batch(rows, pipeline=pipeline)
    assert whole["row"].to_pylist() == list(range(many))
    assert whole["dates"].value_lengths().to_pylist() == [1] * many
    half = many // 2
    pieces = [extract_batch(rows.slice(0, half), pipeline=pipeline), extract_batch(rows.slice(half), pipeline=pipeline)]
    assert pa.Table.from_batches(pieces).combine_chunks().equals(pa.Table.from_batches([whole]).combine_chunks())


def test_no_rows_are_no_rows() -> None:
    found = extract_batch(batch(text=pa.array([], pa.string())))
    assert (found.num_rows, found.schema) == (0, record_schema())
    assert {name: table.num_rows for name, table in to_tables(found).items()} == dict.fromkeys(TABLES, 0)


@pytest.mark.parametrize(
    ("column", "error"),
    [
        (pa.array([NEWS.encode()]), None),
        (pa.array([b"\xc7\xe1\xff"]), "the text is bytes that are not UTF-8"),
        (pa.array([7]), "the text is a number, not a string"),
        (pa.array([["ب"]]), "the text is a list, not a string"),
        (pa.array([{"ar": "ب"}]), "the text is an object, not a string"),
        (pa.array([NEWS]).dictionary_encode(), None),
        (pa.array([NEWS], pa.large_string()), None),
        (pa.array([NEWS], pa.string_view()), None),
        (pa.nulls(1), "there is no text: it is null or missing"),
    ],
)
def test_columns_of_any_type(column: pa.Array, error: str | None) -> None:
    assert extract_batch(batch(text=column), pipeline=Pipeline(["dates"]))["error"].to_pylist() == [error]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2024-05-14", "2024-05-14"),
        (" 2024-05-14T10:30:00+03:00 ", "2024-05-14T10:30+03:00"),
        ("Tue, 14 May 2024 10:30:00 GMT", "2024-05-14T10:30+00:00"),
        (dt.datetime(2024, 5, 14, 10, 30, tzinfo=dt.UTC), "2024-05-14T10:30+00:00"),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_publication(value: Any, published: str | None) -> None:
    date, problem = read_published(value)
    assert (date.value if date else None, problem) == (published, None)


@pytest.mark.parametrize("value", ["soon", 1715680000, 1.5, ["2024-05-14"], "9999999999999", "x" * 5000])
def test_a_date_that_is_none_is_told(value: Any) -> None:
    found = extract(Row(1, "وصل الوفد.", published=value), Pipeline(["dates"])).article
    assert found is not None
    assert found.published is None
    assert [problem.hook for problem in found.problems] == ["published"]
    assert len(found.problems[0].message) < 120


def test_moments_past_what_python_holds() -> None:
    moments = pa.array([2**62, 0], pa.timestamp("s"))
    found = extract_batch(batch(text=["وصل الوفد."] * 2, published=moments), pipeline=Pipeline(["dates"]))
    assert found["published"].to_pylist() == [None, "1970-01-01T00:00"]
    nanoseconds = pa.array([1715680000_000000001], pa.timestamp("ns"))
    found = extract_batch(batch(text=["وصل الوفد."], published=nanoseconds), pipeline=Pipeline(["dates"]))
    assert found["published"].to_pylist() == ["2024-05-14T09:46:40"]


def test_names_of_columns() -> None:
    rows = batch(body=["وصل الوفد."], url=["u1"], site=["صحيفة"])
    found = extract_batch(rows, text="body", id="url", outlet="site", pipeline=Pipeline(["dates"]))
    assert (found["id"].to_pylist(), found["outlet"].to_pylist()) == (["u1"], ["صحيفة"])
    with pytest.raises(RunError, match="text: is not in the batch, which has body, url, site"):
        extract_batch(rows)
    with pytest.raises(RunError, match="when: is not in the batch"):
        extract_batch(rows, text="body", published="when")


def test_a_plugin_that_fails_fails_no_row() -> None:
    texts = [deadly_plugin.FAILING, "وصل الوفد."]
    found = extract_batch(batch(text=texts), pipeline=Pipeline([deadly_plugin]))
    assert found["error"].to_pylist() == [None, None]
    assert found["problems"].value_lengths().to_pylist() == [1, 0]
    strict = extract_batch(batch(text=texts), pipeline=Pipeline([deadly_plugin], strict=True))["error"].to_pylist()
    assert strict[1] is None
    assert "the plugin failed" in str(strict[0])


def test_a_record_that_arrow_cannot_hold_is_one_error() -> None:
    pipeline = Pipeline([deadly_plugin])
    found = extract_batch(batch(text=["وصل الوفد.", deadly_plugin.COUNTLESS], id=["a", "b"]), pipeline=pipeline)
    first, second = found["error"].to_pylist()
    assert first is None
    assert str(second).startswith("the result cannot be held by Arrow")


def test_tables_by_arrow_are_those_by_python() -> None:
    rows = [extract(Row(n, text, id=f"n{n}"), Pipeline.default()).record() for n, text in enumerate([NEWS, None, NEWS])]
    expected = defaultdict(list)
    for record in rows:
        if record["error"] is None:
            for table, row in to_rows(record):
                expected[table].append(row)
    found = to_tables([to_batch(rows[:1]), to_batch(rows[1:])])
    assert list(found) == list(TABLES) == list(table_schemas())
    assert {name: table.to_pylist() for name, table in found.items() if table.num_rows} == dict(expected)
    assert to_rejects(to_batch(rows)).to_pylist() == [
        {"row": 1, "id": "n1", "outlet": None, "error": "there is no text: it is null or missing"}
    ]


def test_a_lone_surrogate_keeps_its_place() -> None:
    record = extract(Row(1, "وصل \ud800 الوفد يوم 3 مايو 2024."), Pipeline(["dates"])).record()
    [row] = to_batch([record]).to_pylist()
    assert (row["error"], row["text"]) == (None, "وصل \ufffd الوفد يوم 3 مايو 2024.")
    assert row["text"][row["dates"][0]["start"] : row["dates"][0]["end"]] == row["dates"][0]["text"]


def test_rows_that_do_not_fit_are_told() -> None:
    with pytest.raises(RunError, match="do not fit its schema"):
        read_json_rows(b'{"row": "x"}\n', table_schemas()["dates"])


def test_every_field_is_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corpora.md").read_text(encoding="utf-8")
    names = {*RECORD, *(name for table in TABLES.values() for name in table)}
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []
    assert set(ITEMS) < set(TABLES)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, arabnews, arabnews.cli\n"
        "assert not any(m.startswith(('pyarrow', 'arabnews.corpus')) for m in sys.modules)\n"
        "import arabnews.corpus, arabnews.corpus.command, arabnews.corpus.work\n"
        "assert 'pyarrow' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own words


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    record_schema.cache_clear()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        MissingExtraError, match=r'work with Arrow and Parquet needs more packages: pip install "arabnews\[arrow\]"'
    ):
        record_schema()
