"""Parts of the output: each is in its place whole, and told of in a record, or is not there at all."""

from __future__ import annotations

import csv
import io
import json
import shutil
from contextlib import suppress
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from attrs import asdict

from arabnews.corpus.batch import read_json_rows, table_schemas
from arabnews.corpus.extras import load_arrow
from arabnews.corpus.folder import UNFINISHED, put, settle, settle_folder, write_whole
from arabnews.corpus.rows import Start
from arabnews.corpus.schema import TABLES
from arabnews.corpus.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from arabnews.corpus.work import Output

RECORDS: Final = "parts"
REJECTS: Final = "rejects"
_GROUP_BYTES: Final = 16 << 20
"""What of one table is held in memory before it becomes a group of rows of Parquet."""


class Record(NamedTuple):
    """What is known of a finished part: where the next begins, how many rows were which, its files and their sizes."""

    part: int
    end: Start
    totals: Totals
    files: dict[str, int]

    def to_json(self) -> bytes:
        """Return the record as a file of JSON."""
        data = {**self._asdict(), "end": self.end._asdict(), "totals": asdict(self.totals)}
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

    @property
    def rejects(self) -> str:
        """The name of the file of the part's rejects."""
        return next(name for name in self.files if name.startswith(f"{REJECTS}/"))

    def tell(self) -> dict[str, Any]:
        """Return what the manifest tells of the part."""
        files = {name: size for name, size in self.files.items() if name != self.rejects}
        return {**asdict(self.totals), "files": files}

    @classmethod
    def from_json(cls, data: bytes) -> Record:
        """Return the record that `to_json` wrote."""
        fields = json.loads(data)
        return cls(**{**fields, "end": Start(**fields["end"]), "totals": Totals(**fields["totals"])})


class _File(Protocol):
    def add(self, data: bytes) -> None: ...
    def close(self) -> None: ...
    def abandon(self) -> None: ...


class _Lines:
    """A file of lines."""

    def __init__(self, file: IO[bytes], header: bytes = b"") -> None:
        self._file = file
        file.write(header)

    def add(self, data: bytes) -> None:
        self._file.write(data)

    def close(self) -> None:
        settle(self._file)
        self._file.close()

    def abandon(self) -> None:
        with suppress(OSError):
            self._file.close()


class _Parquet:
    """A file of Parquet; its groups of rows depend on the rows alone."""

    def __init__(self, file: IO[bytes], table: str) -> None:
        self._schema = table_schemas()[table]
        self._file = file
        self._writer = import_module("pyarrow.parquet").ParquetWriter(file, self._schema, compression="zstd")
        self._waiting: list[Any] = []
        self._bytes = 0

    def add(self, data: bytes) -> None:
        if not data:
            return
        self._waiting.append(read_json_rows(data, self._schema))
        self._bytes += len(data)
        if self._bytes >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(load_arrow().concat_tables(self._waiting))
        self._waiting, self._bytes = [], 0

    def close(self) -> None:
        self._flush()
        self._writer.close()
        settle(self._file)
        self._file.close()

    def abandon(self) -> None:
        # on a full disk neither can be closed well; both must be, before they are forgotten
        with suppress(OSError, ValueError):
            self._writer.close()
        with suppress(OSError):
            self._file.close()


def _csv_header(table: str) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(list(TABLES[table]))
    return line.getvalue().encode()


_FILES: Final[dict[str, Callable[[IO[bytes], str], _File]]] = {
    "parquet": _Parquet,
    "jsonl": lambda file, _: _Lines(file),
    "csv": lambda file, table: _Lines(file, _csv_header(table)),
}


def tables_of(form: str) -> tuple[str, ...]:
    """Return the tables that a form of the output has: JSONL holds whole articles."""
    return ("articles",) if form == "jsonl" else tuple(TABLES)


class Part:
    """A part that is being written: files beside their places, which they take all at once by `finish`."""

    def __init__(self, folder: Path, number: int, form: str) -> None:
        """Open the part's files in the folder's place for what is unfinished."""
        self._folder, self._number = folder, number
        self._names: dict[str, str] = {}
        self._files: dict[str, _File] = {}
        (folder / UNFINISHED).mkdir(exist_ok=True)
        for table in tables_of(form):
            self._files[table] = _FILES[form](self._open(table, form), table)
        self._files[REJECTS] = _Lines(self._open(REJECTS, "jsonl"))
        self._totals: list[Totals] = []

    def _open(self, table: str, suffix: str) -> IO[bytes]:
        self._names[table] = f"{table}/part-{self._number:05}.{suffix}"
        return (self._folder / UNFINISHED / f"{table}-{self._number:05}.{suffix}").open("wb")

    def add(self, output: Output) -> None:
        """Add what became of a batch."""
        for table, data in output.tables.items():
            self._files[table].add(data)
        self._files[REJECTS].add(output.rejects)
        self._totals.append(output.totals)

    def discard(self) -> None:
        """Close the files as they are; `sweep` removes them."""
        for file in self._files.values():
            file.abandon()

    def finish(self, end: Start) -> Record:
        """Put the files into their places, and then the record that tells of them."""
        sizes = {}
        for table, file in self._files.items():
            file.close()
            name = self._names[table]
            target = self._folder / name
            target.parent.mkdir(exist_ok=True)
            put(self._folder / UNFINISHED / f"{table}-{target.name.removeprefix('part-')}", target)
            sizes[name] = target.stat().st_size
        for table in self._files:
            settle_folder(self._folder / table)
        settle_folder(self._folder)
        record = Record(self._number, end, Totals.of(self._totals), sizes)
        records = self._folder / RECORDS
        records.mkdir(exist_ok=True)
        write_whole(records / f"{self._number:05}.json", record.to_json())
        return record


def read_records(folder: Path) -> Iterator[Record]:
    """Yield the records of finished parts from the first on, until one is missing or its files are."""
    number = 0
    while (path := folder / RECORDS / f"{number:05}.json").exists():
        record = Record.from_json(path.read_bytes())
        if any(not _is_whole(folder / name, size) for name, size in record.files.items()):
            return
        yield record
        number += 1


def _is_whole(path: Path, size: int) -> bool:
    return path.exists() and path.stat().st_size == size


def sweep(folder: Path) -> None:
    """Remove what a run leaves that was halted in the middle of a part."""
    shutil.rmtree(folder / UNFINISHED, ignore_errors=True)
