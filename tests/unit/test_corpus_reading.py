"""Inputs of a run: what is read, which fields count, and that reading may begin anywhere."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
from pathlib import Path
from typing import TYPE_CHECKING, Any

import deadly_plugin
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from arabnews import Pipeline, RunError
from arabnews.corpus import Fields
from arabnews.corpus.fields import choose_fields
from arabnews.corpus.identity import identify
from arabnews.corpus.inputs import Input, Limits, find_inputs
from arabnews.corpus.lines import read_lines
from arabnews.corpus.rows import Choice, Raw, Reader, Start, make_batches

if TYPE_CHECKING:
    from collections.abc import Callable

LIMITS = Limits(max_chars=1000)
ROWS = [{"id": n, "text": f"وصل الوفد رقم {n}.", "date": "2024-05-14", "source": "صحيفة"} for n in range(50)]
NOWHERE = Path("/nonexistent")


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def parquet(rows: list[dict[str, Any]]) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), file, row_group_size=7)
    return file.getvalue()


def zst(data: bytes) -> bytes:
    packed: bytes = pa.Codec("zstd").compress(data, asbytes=True)
    return packed


def find(path: Path, asked: Fields = Fields(), limits: Limits = LIMITS) -> list[Input]:  # noqa: B008 - it is frozen
    return find_inputs([str(path)], asked, limits, NOWHERE)


def read(path: Path, start: Start = Start(), limits: Limits = LIMITS) -> list[Raw]:  # noqa: B008 - it is frozen
    reader = Reader(find(path, limits=limits), limits, NOWHERE)
    return [raw for _, _, raw in reader.read(start)]


FILES: dict[str, Callable[[], bytes]] = {
    "a.jsonl": lambda: jsonl(ROWS),
    "b.ndjson.gz": lambda: gzip.compress(jsonl(ROWS)),
    "c.jsonl.zst": lambda: zst(jsonl(ROWS[:25])) + zst(jsonl(ROWS[25:])),
    "d.jsonl.bz2": lambda: bz2.compress(jsonl(ROWS)),
    "e.jsonl.xz": lambda: lzma.compress(jsonl(ROWS)),
    "f.csv": lambda: as_csv(ROWS),
    "g.csv.gz": lambda: gzip.compress(as_csv(ROWS)),
    "h.tsv": lambda: as_csv(ROWS, "\t"),
    "i.csv": lambda: b"\xef\xbb\xbf" + as_csv(ROWS, ";"),
    "j.parquet": lambda: parquet(ROWS),
    "k": lambda: gzip.compress(jsonl(ROWS)),
    "l": lambda: parquet(ROWS),
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_gives_the_same_rows_from_any_start(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    [source] = find(path)
    assert source.fields == Fields("text", "id", "date", "source")
    rows = read(path)
    assert [raw.row for raw in rows] == list(range(1, 51))
    assert not any(raw.fault for raw in rows)
    for raw, row in zip(rows, ROWS, strict=True):
        data = json.loads(raw.data) if source.kind == "jsonl" else dict(zip(("text", "id"), raw.data, strict=False))
        assert (data["text"], str(data["id"])) == (row["text"], str(row["id"]))
    for start in (1, 6, 7, 8, 20, 49, 50):
        assert read(path, Start(row=start)) == rows[start:]


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", "a.html", "c.jsonl", ".hidden.txt", "notes.pdf", "out/z.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(jsonl(ROWS[:2]))
    inputs = find_inputs([str(tmp_path)], Fields(), LIMITS, tmp_path / "out")
    assert [(Path(i.path).name, i.kind) for i in inputs] == [("c.jsonl", "jsonl"), (tmp_path.name, "text")]
    reader = Reader(inputs, LIMITS, tmp_path / "out")
    rows = [(source, before, raw) for source, before, raw in reader.read(Start())]
    assert [raw.row for _, _, raw in rows] == [1, 2, 3, 4, 5]
    assert [Path(raw.data).relative_to(tmp_path).as_posix() for _, _, raw in rows[2:]] == [
        "a.html",
        "b.txt",
        "sub/a.txt",
    ]
    assert rows[3] == next(reader.read(Start(row=3, source=1, before=2)))


def test_lines_past_the_bound_are_read_over() -> None:
    lines = list(read_lines(io.BytesIO(b"one\n" + b"x" * 3_000_000 + b"\nthree\r\n\nfive"), 10))
    assert [(line.number, line.data, line.length) for line in lines] == [
        (1, b"one", 4), (2, b"x" * 10, 3_000_001), (3, b"three", 7), (4, b"", 1), (5, b"five", 4),
    ]  # fmt: skip


def test_a_row_past_the_bound_is_a_fault_of_its_own(tmp_path: Path) -> None:
    huge = {"id": "huge", "text": "ب" * 2_000_000}
    for name, write in (("a.jsonl", jsonl), ("b.csv", as_csv), ("c.parquet", parquet)):
        path = tmp_path / name
        path.write_bytes(write([{"id": "1", "text": "أ"}, huge, {"id": "3", "text": "ج"}]))
        rows = read(path)
        assert [raw.row for raw in rows] == [1, 2, 3]
        assert [bool(raw.fault) for raw in rows] == [False, True, False], name
        assert rows[1].data is None or rows[1].data[0] is None


def test_faults_of_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        'id,text\n1,"سطر\nوسطر"\n\n2\n3,نص,زائد\n4,'.encode() + "نص".encode("cp1256") + "\n5,نص\n".encode()
    )
    rows = read(path)
    assert [(raw.number, raw.fault) for raw in rows] == [
        (2, None),
        (5, "has 1 cells, the header 2"),
        (6, "has 3 cells, the header 2"),
        (7, "is not utf-8: byte 2 of the line; --encoding names another"),
        (8, None),
    ]
    assert rows[0].data == ("سطر\nوسطر", "1", None, None)
    legacy = read(path, limits=Limits(1000, "cp1256"))
    assert legacy[3].data == ("نص", "4", None, None)


def test_a_file_that_is_cut_off_tells_so_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    # packed anew for each half, so that the first can be read whole
    whole = gzip.compress(jsonl(ROWS[:25])) + gzip.compress(jsonl(ROWS[25:]))
    path.write_bytes(whole[:-20])
    rows = read(path)
    assert "cannot be read from here on" in str(rows[-1].fault)
    assert 25 <= len(rows) - 1 < 50
    for start in (10, len(rows) - 1, len(rows)):
        assert read(path, Start(row=start)) == rows[start:]


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "missing", "no such file or folder"),
        (b"[{}]", "a.json", "is one list of JSON, not JSONL"),
        (b"nonsense\n", "a.jsonl", "no line of the first 1 is an object"),
        (b'{"id": 1}\n', "a.jsonl", "which field holds the text?.*'id'.*--text"),
        (b"PAR1 but no more", "a.parquet", "is no Parquet"),
        (b"id,title\n1,2\n", "a.csv", "which field holds the text"),
        (b"%PDF", "a.pdf", "is of no kind that its name tells"),
        (b"\x1f\x8b damaged", "a.jsonl.gz", "cannot be read"),
        (b"\xc7\xe1,text\n", "a.csv", "its header is not utf-8"),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, name: str, told: str, tmp_path: Path) -> None:
    if name != "missing":
        (tmp_path / name).write_bytes(content)
    with pytest.raises(RunError, match=told):
        find(tmp_path / name)


def test_an_empty_folder_and_standard_input_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="there is nothing to read in this folder"):
        find(tmp_path)
    with pytest.raises(RunError, match="write standard input to a file first"):
        find(Path("-"))
    with pytest.raises(RunError, match="is not read by lines"):
        find(tmp_path, limits=Limits(1000, "utf-16-le"))


def test_fields_are_sniffed_or_asked_for() -> None:
    rows = [{"Title": "ب", "Content": "نص", "URL": "u", "source": {"name": "صحيفة"}, "pubDate": ""}]
    assert choose_fields("x", rows, Fields()) == Fields("Content", "URL", "pubDate", None)
    asked = Fields(text="Title", outlet="source.name")
    assert choose_fields("x", rows, asked) == Fields("Title", "URL", "pubDate", "source.name")
    with pytest.raises(RunError, match="has no field 'Body' for --text; its fields are 'Title', 'Content'"):
        choose_fields("x", rows, Fields(text="Body"))
    assert str(Fields("a", "b")) == "text from 'a', id from 'b'; --published, --outlet may name more"


def test_a_run_is_known_by_versions_and_files() -> None:
    [first, second] = [identify(Pipeline(["dates", deadly_plugin]), {"limit": 7}, []) for _ in range(2)]
    assert first == second == json.loads(json.dumps(first))
    assert (first["options"], list(first["plugins"])) == ({"limit": 7, "strict": False}, ["dates", "deadly_plugin"])
    digests = {first["files"], *(plugin["files"] for plugin in first["plugins"].values())}
    assert {len(str(digest)) for digest in digests} == {64}
    assert len(digests) == 3


@pytest.mark.parametrize("part_rows", [1, 3, 32, 33, 64, 1000])
@pytest.mark.parametrize("choice", [Choice(), Choice(sample=0.3, seed=5), Choice(limit=20), Choice(20, 0.7)])
def test_batches_are_the_same_from_any_part(part_rows: int, choice: Choice, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.csv"):
        (tmp_path / name).write_bytes(FILES["a.jsonl" if name == "a.jsonl" else "f.csv"]())
    reader = Reader(find(tmp_path), LIMITS, NOWHERE)
    whole = list(make_batches(reader, choice, Start(), part_rows))
    taken = [raw.row for batch, _ in whole for raw in batch.rows]
    assert taken == [row for row in range(1, 101) if choice.draws(row)][: choice.limit]
    for batch, _ in whole:
        assert len({raw.row > 50 for raw in batch.rows}) == 1  # of one input
    parts = [sum(len(batch.rows) for batch, _ in whole if batch.part == part) for part in range(whole[-1][0].part + 1)]
    assert set(parts[:-1]) <= {part_rows}
    for at, (batch, start) in enumerate(whole):
        if batch.closes:
            rest = [b for b, _ in make_batches(reader, choice, start, part_rows)]
            assert [(b.part, b.rows, b.closes) for b in rest] == [
                (b.part, b.rows, b.closes) for b, _ in whole[at + 1 :]
            ]
