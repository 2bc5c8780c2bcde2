"""Runs over a corpus: nothing lost, the same output however they were halted, and refusals that tell why."""

from __future__ import annotations

import csv
import errno
import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import deadly_plugin
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from inline_pool import Inline

from arabnews import Pipeline, PluginError, RunError, from_json, hookimpl
from arabnews.corpus import TABLES, Fields, RunOptions, Totals, extract_batch, parts, run, running, to_tables
from arabnews.corpus.folder import locked

if TYPE_CHECKING:
    from collections.abc import Sequence

SOUND = [f"وصل الوفد رقم {n} يوم {n % 28 + 1} مايو 2024." for n in range(40)]
DATES = Pipeline(["dates"])


def write(path: Path, rows: Sequence[Any]) -> str:
    lines = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return str(path)


@pytest.fixture
def archive(tmp_path: Path) -> str:
    rows: list[Any] = [{"id": f"n{n}", "text": text, "published": "2024-06-01"} for n, text in enumerate(SOUND)]
    rows[3]["text"] = None
    rows[7] = b"{damaged"
    rows[11] = b'{"id": "n11", "text": "\xc7\xe1"}'
    rows[13]["text"] = {"ar": "نص"}
    rows[17]["text"] = "ب" * 600
    rows[19]["text"] = "ب" * 10_000_000
    rows[23] = b""
    rows[29]["published"] = "soon"
    rows[31] = [1, 2]
    return write(tmp_path / "archive.jsonl", rows)


def options(form: str = "jsonl", **more: Any) -> RunOptions:
    return RunOptions(**{"form": form, "max_chars": 500, "part_rows": 9, **more})


def contents(folder: Path) -> dict[str, bytes]:
    """Return all that stands in a folder, but its lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.fixture(autouse=True)
def _code_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody who edits the code while tests run make them fail."""
    monkeypatch.setattr("arabnews.corpus.identity._digest", lambda code: getattr(code, "__version__", None))


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "Pool", Inline)


class Halting:
    """A listener that is interrupted after some batches."""

    def __init__(self, after: int) -> None:
        self.after = after

    def begin(self, *_: object) -> None: ...

    def advance(self, *_: object) -> None:
        self.after -= 1
        if self.after <= 0:
            raise KeyboardInterrupt


def test_each_row_is_in_the_output_or_rejected(archive: str, tmp_path: Path) -> None:
    totals = run([archive], tmp_path / "out", options(), pipeline=DATES, workers=2)
    assert totals == Totals(articles=32, rejected=7, problems=1)
    lines = b"".join(path.read_bytes() for path in sorted((tmp_path / "out/articles").iterdir())).splitlines()
    articles = [from_json(line) for line in lines]
    assert [a.text for a in articles] == [t for n, t in enumerate(SOUND) if n not in {3, 7, 11, 13, 17, 19, 23, 31}]
    assert articles[0].metadata["id"] == "n0"
    rejects = [json.loads(line) for line in (tmp_path / "out/rejects.jsonl").read_bytes().splitlines()]
    assert [(r["row"], r["number"], r["id"], r["reason"]) for r in rejects] == [
        (4, 4, "n3", "there is no text: it is null or missing"),
        (8, 8, "8", rejects[1]["reason"]),
        (12, 12, "12", "is not utf-8: byte 23 of the line; --encoding names another"),
        (14, 14, "n13", "the text is an object, not a string"),
        (18, 18, "n17", "the text has 600 characters, more than 500 (--max-chars)"),
        (20, 20, "20", "has 20,000,053 bytes, more than 1,048,576 (eight for each of --max-chars)"),
        (31, 32, "31", "is no object of JSON but [1, 2]"),
    ]
    assert {r["file"] for r in rejects} == {archive}
    assert set(contents(tmp_path / "out")) == {
        "manifest.json", "rejects.jsonl", "run.json", *(f"articles/part-0000{n}.jsonl" for n in range(5)),
    }  # fmt: skip


@pytest.mark.parametrize("form", ["jsonl", "parquet", "csv"])
def test_a_halted_run_ends_with_the_same_bytes(form: str, archive: str, tmp_path: Path) -> None:
    run([archive], tmp_path / "whole", options(form), pipeline=DATES, workers=1)
    halted = 0
    for after in (1, 2, 3):
        try:
            run([archive], tmp_path / "out", options(form), pipeline=DATES, workers=2, resume=True,
                listener=Halting(after))  # fmt: skip
        except KeyboardInterrupt:
            halted += 1
    totals = run([archive], tmp_path / "out", options(form), pipeline=DATES, workers=2, resume=True)
    assert halted
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert totals == run([archive], tmp_path / "whole", options(form), pipeline=DATES, workers=1, resume=True)


@pytest.mark.usefixtures("inline")
def test_forms_hold_the_same_rows(archive: str, tmp_path: Path) -> None:
    for form in ("parquet", "csv"):
        run([archive], tmp_path / form, options(form), pipeline=DATES, workers=1)
    rejects = [(tmp_path / form / "rejects.jsonl").read_bytes() for form in ("parquet", "csv")]
    assert rejects[0] == rejects[1]
    for table, fields in TABLES.items():
        rows = pq.read_table(tmp_path / "parquet" / table).to_pylist()
        with_csv: list[dict[str, str]] = []
        for path in sorted((tmp_path / "csv" / table).iterdir()):
            with path.open(encoding="utf-8", newline="") as file:
                with_csv.extend(csv.DictReader(file))
        assert len(rows) == len(with_csv)
        for row, cells in zip(rows, with_csv, strict=True):
            assert list(cells) == list(fields)
            assert [cells[n] for n in ("row",)] == [str(row["row"])]
            assert {n: cells[n] for n in fields if isinstance(row[n], str)} == {
                n: v for n, v in row.items() if isinstance(v, str)
            }
    assert pq.read_table(tmp_path / "parquet/dates").num_rows > 30


@pytest.mark.usefixtures("inline")
def test_a_run_gives_the_rows_of_extract_batch(archive: str, tmp_path: Path) -> None:
    run([archive], tmp_path / "out", options("parquet"), pipeline=DATES, workers=2)
    rows = []
    for number, line in enumerate((row for row in Path(archive).read_bytes().split(b"\n") if row), 1):
        with suppress(ValueError):
            row = json.loads(line)
            if isinstance(row, dict) and isinstance(row["text"], str):
                rows.append({"row": number, **row})
    batch = extract_batch(pa.RecordBatch.from_pylist(rows), pipeline=DATES, max_chars=500)
    for table, expected in to_tables(batch).items():
        assert pq.read_table(tmp_path / "out" / table).equals(expected), table


def test_a_worker_that_dies_takes_its_row_alone(tmp_path: Path) -> None:
    texts = [*SOUND[:5], deadly_plugin.DEADLY, *SOUND[5:9], deadly_plugin.COUNTLESS, deadly_plugin.FAILING]
    path = write(tmp_path / "a.jsonl", [{"text": text} for text in texts])
    pipeline = Pipeline([deadly_plugin])
    totals = run([path], tmp_path / "out", options("parquet"), pipeline=pipeline, workers=1)
    assert totals == Totals(articles=10, rejected=2, problems=1)
    rejects = [json.loads(line) for line in (tmp_path / "out/rejects.jsonl").read_bytes().splitlines()]
    assert [(r["row"], r["reason"]) for r in rejects] == [
        (6, "a worker died of this row: signal 9, SIGKILL"),
        (11, f"its result cannot be written: ValueError: embeds.likes is {10**30}"),
    ]


@pytest.mark.usefixtures("inline")
@pytest.mark.parametrize("at", [1, 4, 10])
def test_a_full_disk_is_told_and_resumed(
    at: int, archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([archive], tmp_path / "whole", options(), pipeline=DATES, workers=1)
    calls = 0

    def full(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(parts, "settle", full)
        with pytest.raises(RunError, match="there is no space left on the disk; make room; then go on with --resume"):
            run([archive], tmp_path / "out", options(), pipeline=DATES, workers=1)
    run([archive], tmp_path / "out", options(), pipeline=DATES, workers=1, resume=True)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.usefixtures("inline")
def test_what_does_not_fit_is_refused(archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run([archive], out, options(), pipeline=DATES, workers=1, listener=Halting(2))

    def refused(why: str, paths: Sequence[str] = (archive,), *, resume: bool = True, **more: Any) -> None:
        with pytest.raises(RunError, match=why):
            run(paths, out, options(**more), pipeline=more_pipeline, workers=1, resume=resume)

    more_pipeline = DATES
    refused("holds a run that was halted; go on with --resume", resume=False)
    refused("cannot be resumed.*--max-chars was 500, is 400", max_chars=400)
    refused("--text was not given, is text", fields=Fields("text"))
    refused("inputs were .*archive.jsonl, are .*archive.jsonl, .*archive.jsonl", [archive, archive])
    more_pipeline = Pipeline(["dates", "embeds"])
    refused("plugins were dates, are dates, embeds")
    more_pipeline = Pipeline(["dates"], strict=True)
    refused("--strict was False, is True")
    more_pipeline = DATES
    with monkeypatch.context() as patch:
        patch.setattr("arabnews.__version__", "99.1")
        refused("arabnews was .*, is 99.1")
    with monkeypatch.context() as patch:
        patch.setattr("arabnews.corpus.identity._digest", lambda _: "other")
        refused("the code of arabnews has changed; the files of plugin dates have changed")
    with locked(out):
        refused("another run is at work in this folder")
    Path(archive).write_bytes(Path(archive).read_bytes() + b"\n")
    refused(r"the input .*archive.jsonl has changed \(size, changed, sha256 of both ends\)")


@pytest.mark.usefixtures("inline")
def test_a_folder_that_holds_something_is_refused(archive: str, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is not empty and holds no run"):
        run([archive], tmp_path, options(), pipeline=DATES)
    run([archive], tmp_path / "out", options(limit=2), pipeline=DATES, workers=1)
    with pytest.raises(RunError, match="holds a finished run; name another folder"):
        run([archive], tmp_path / "out", options(limit=2), pipeline=DATES, workers=1)
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match="cannot be written to"):
        run([archive], tmp_path / "file", options(), pipeline=DATES)


def test_a_plugin_in_memory_is_refused(archive: str, tmp_path: Path) -> None:
    class Mine:
        @hookimpl
        def find_dates(self) -> None:
            """Find nothing."""

    with pytest.raises(PluginError, match="cannot travel to another process"):
        run([archive], tmp_path / "out", options(), pipeline=Pipeline([Mine()]))


@pytest.mark.usefixtures("inline")
def test_no_rows_are_empty_tables(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [])
    assert run([path], tmp_path / "out", options("parquet"), pipeline=DATES, workers=1) == Totals()
    assert {t: pq.read_table(tmp_path / "out" / t).num_rows for t in TABLES} == dict.fromkeys(TABLES, 0)
    assert (tmp_path / "out/rejects.jsonl").read_bytes() == b""


@pytest.mark.usefixtures("inline")
def test_files_of_text_and_html(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(SOUND[0], "utf-8")
    (folder / "b.txt").write_bytes(b"")
    body = "".join(f"<p>{text} {text} {text}</p>" for text in SOUND[:6])
    (folder / "sub/c.html").write_text(f"<html><body><article><h1>عنوان</h1>{body}</article></body></html>", "utf-8")
    assert run([str(folder)], tmp_path / "out", options("jsonl", max_chars=9999), pipeline=DATES, workers=1).rows == 3
    lines = (tmp_path / "out/articles/part-00000.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["metadata"]["id"] for line in lines] == ["a.txt", "sub/c.html"]
    reject = json.loads((tmp_path / "out/rejects.jsonl").read_bytes())
    assert (reject["file"], reject["id"]) == (str(folder / "b.txt"), "b.txt")


def test_kill_9(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARABNEWS_PLUGINS", "dates")
    archive = write(tmp_path / "a.jsonl", [{"text": text * 40} for text in SOUND * 4])
    out = tmp_path / "out"
    options = ["--format", "jsonl", "--part-rows", "8", "--workers", "1", "--resume"]
    command = [sys.executable, "-m", "arabnews", "run", archive, *options, "-o"]
    process = subprocess.Popen([*command, str(out)])  # noqa: S603 - ours
    while len(list((out / "parts").glob("*.json"))) < 2 and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.wait()
    assert not (out / "manifest.json").exists()
    for path in (out, tmp_path / "whole"):
        subprocess.run([*command, str(path)], check=True)  # noqa: S603 - ours
    assert contents(out) == contents(tmp_path / "whole")
