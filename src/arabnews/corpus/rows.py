"""The rows of all inputs in order, numbered, chosen, and put together into batches and parts.

Where a batch and a part begin depends on the rows alone: not on the number of workers, nor on where a run was halted.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from arabnews.corpus.cells import Cells, count_rows, read_csv, read_parquet, too_long
from arabnews.corpus.extract import find_fault
from arabnews.corpus.inputs import walk_texts
from arabnews.corpus.lines import DAMAGE, read_lines, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.corpus.inputs import Input, Limits

_BATCH_ROWS: Final = 32
_BATCH_BYTES: Final = 256 * 1024


class Raw(NamedTuple):
    """A row as it was read.

    `row` counts all rows of all inputs from 1. `number` is its place in its file: the line of JSONL and CSV, the row of
    Parquet, 1 for a file that is one article. `data` is the bytes of a line, the cells (text, id, published, outlet),
    or the path of a file; None where a fault tells why it was not read.
    """

    row: int
    number: int
    data: Any
    fault: str | None = None


class Batch(NamedTuple):
    """Rows of one input and one part, for a worker. `closes` the part; `position` is in bytes of all inputs."""

    source: int
    rows: list[Raw]
    part: int
    closes: bool
    position: int

    def split(self) -> list[Batch]:
        """Return a batch for each row."""
        return [self._replace(rows=[row]) for row in self.rows]


class Start(NamedTuple):
    """Where reading begins: the next part, how many rows lie before it, in which input, and how many before that."""

    part: int = 0
    row: int = 0
    source: int = 0
    before: int = 0


class Choice(NamedTuple):
    """Which rows count: at most `limit`, and of all a share drawn by `seed` and the number of the row."""

    limit: int | None = None
    sample: float = 1.0
    seed: int = 0

    def draws(self, row: int) -> bool:
        """Tell whether a row is drawn; the same rows for the same seed, wherever reading begins."""
        if self.sample >= 1:
            return True
        digest = hashlib.blake2b(f"{self.seed}:{row}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") < self.sample * 2**64


class Reader:
    """Reads inputs from a start on, row by row, and knows how far it is."""

    def __init__(self, inputs: Sequence[Input], limits: Limits, output: Path) -> None:
        """Nothing is opened yet."""
        self.inputs, self._limits, self._output = inputs, limits, output
        self._raw: BinaryIO | None = None
        self._passed = 0

    def position(self, source: int) -> int:
        """Return how many bytes of all inputs were read, while `source` is being read."""
        before = sum(i.size for i in self.inputs[:source])
        try:
            return before + (self._raw.tell() if self._raw else self._passed)
        except (OSError, ValueError):  # it was closed: it is at its end
            return before + self.inputs[source].size

    def read(self, start: Start) -> Iterator[tuple[int, int, Raw]]:
        """Yield rows as (input, rows before that input, row), after the first `start.row`."""
        before = start.before
        for source in range(start.source, len(self.inputs)):
            skip, seen, last = max(0, start.row - before), 0, 0
            try:
                for raw in self._open(self.inputs[source], skip):
                    seen += 1
                    if raw is None:
                        continue
                    last = raw.number
                    if seen > skip:
                        yield source, before, raw._replace(row=before + seen)
            except DAMAGE as error:
                seen += 1
                if seen > skip:
                    reason = " ".join(f"{type(error).__name__} {error}".split())
                    fault = f"cannot be read from here on, and what follows is missing: {reason}"
                    yield source, before, Raw(before + seen, last + 1, None, fault)
            before += seen

    def _open(self, source: Input, skip: int) -> Iterator[Raw | None]:
        """Yield the rows of one input; a row that will be skipped may be None."""
        self._raw, self._passed = None, 0
        if source.kind == "text":
            yield from self._files(source)
        elif source.kind == "parquet":
            rows = count_rows(source.path)
            for cells in read_parquet(source.path, source.fields, skip):
                if cells is not None:
                    self._passed = source.size * cells.number // rows
                yield None if cells is None else self._cells(source, cells)
        else:
            with Path(source.path).open("rb") as raw:
                self._raw = raw
                stream = unpack(raw, source.packing)
                if source.kind == "jsonl":
                    yield from self._lines(stream)
                else:
                    yield from (self._cells(source, cells) for cells in read_csv(stream, self._limits))

    def _lines(self, stream: Any) -> Iterator[Raw]:
        limit = self._limits.max_bytes
        for line in read_lines(stream, limit):
            data = line.data.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else line.data
            if line.length > limit:
                yield Raw(0, line.number, None, too_long(line.length, limit))
            elif data and not data.isspace():  # an empty line is no row
                yield Raw(0, line.number, data)

    def _cells(self, source: Input, cells: Cells) -> Raw:
        data = tuple(cells.values.get(name) if name is not None else None for name in source.fields)
        fault = cells.fault
        if fault is None and isinstance(data[0], (str, bytes)) and len(data[0]) > self._limits.max_chars:
            # what will be refused need not travel; its id is told
            fault = find_fault(data[0], self._limits.max_chars)
        if fault is not None:
            data = (None, *data[1:])
        return Raw(0, cells.number, data, fault)

    def _files(self, source: Input) -> Iterator[Raw]:
        if not Path(source.path).is_dir():
            yield Raw(0, 1, source.path)
            return
        for entry in walk_texts(source.path, self._output):
            with suppress(OSError):  # it was there a moment ago; reading it will tell
                self._passed += entry.stat().st_size
            yield Raw(0, 1, entry.path)


def make_batches(reader: Reader, choice: Choice, start: Start, part_rows: int) -> Iterator[tuple[Batch, Start]]:
    """Yield the batches from a start on, each with where the next one would begin."""
    count = start.part * part_rows  # parts before the start are full
    rows: list[Raw] = []
    size = 0
    ready: tuple[int, int] | None = None
    end = start
    for source, before, raw in reader.read(start):
        if choice.limit is not None and count >= choice.limit:
            break
        if rows and ready is not None and source != ready[0]:
            yield _batch(reader, ready, rows, end, closes=False)
            rows, size = [], 0
        ready = (source, before)
        end = Start(count // part_rows, raw.row, source, before)
        if not choice.draws(raw.row):
            continue
        rows.append(raw)
        count += 1
        size += _size(raw)
        closes = count % part_rows == 0
        if closes or len(rows) == _BATCH_ROWS or size >= _BATCH_BYTES:
            yield _batch(reader, ready, rows, end, closes=closes)
            rows, size = [], 0
    if rows and ready is not None:
        yield _batch(reader, ready, rows, end, closes=False)


def _batch(reader: Reader, where: tuple[int, int], rows: list[Raw], end: Start, *, closes: bool) -> tuple[Batch, Start]:
    source, _ = where
    batch = Batch(source, rows, end.part, closes, reader.position(source))
    return batch, end._replace(part=end.part + 1)


def _size(raw: Raw) -> int:
    """Return about how many bytes a row is."""
    if isinstance(raw.data, bytes):
        return len(raw.data)
    if isinstance(raw.data, tuple):
        return sum(2 * len(value) for value in raw.data if isinstance(value, (str, bytes)))
    return 2048
