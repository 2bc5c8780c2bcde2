"""Rows of cells: CSV and Parquet, read a few rows at a time."""

from __future__ import annotations

import csv
from importlib import import_module
from itertools import repeat
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

from arabnews.corpus.batch import plain_column, plain_value
from arabnews.corpus.extras import load_arrow
from arabnews.corpus.lines import read_lines
from arabnews.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.corpus.fields import Fields
    from arabnews.corpus.inputs import Limits

_DELIMITERS: Final = ",;\t|"
_LOT: Final = 16
"""Rows of Parquet that are read at once: a row may be large."""


class Cells(NamedTuple):
    """The cells of a row by column, or what is wrong with it; `number` is its line in CSV, its row in Parquet."""

    number: int
    values: dict[str, Any]
    fault: str | None = None


class _Lines:
    """Lines of CSV as text; remembers what was wrong with those of the row that is being read."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self._lines = read_lines(stream, limits.max_bytes)
        self._encoding = limits.encoding or "utf-8"
        self._limit = limits.max_bytes
        self.number = 0
        self.fault: str | None = None

    def begin_row(self) -> int:
        """Forget what was wrong with the row before, and return the number of the next line."""
        self.fault = None
        return self.number + 1

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number = line.number
            data = line.data.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else line.data
            if line.length > self._limit:
                self.fault = too_long(line.length, self._limit)
            try:
                text = data.decode(self._encoding)
            except UnicodeDecodeError as error:
                if line.length <= self._limit:
                    self.fault = f"is not {self._encoding}: byte {error.start} of the line; --encoding names another"
                text = data.decode(self._encoding, "replace")
            yield text + "\n"


def too_long(length: int, limit: int) -> str:
    """Return why a row of this many bytes is not read."""
    return f"has {length:,} bytes, more than {limit:,} (eight for each of --max-chars)"


def read_csv(stream: IO[bytes], limits: Limits) -> Iterator[Cells]:
    """Yield the rows of a file of CSV below its header.

    The delimiter is the commonest of comma, semicolon, tab and bar in the header. A row whose lines are not in the
    encoding, are too long, or do not have as many cells as the header has a fault.
    """
    # a limit of the whole process, which other readers of CSV may need to be higher than ours
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_bytes))
    lines = _Lines(stream, limits)
    texts = iter(lines)
    first = next(texts, "")
    delimiter = max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    rows = csv.reader(texts, delimiter=delimiter)
    while True:
        number = lines.begin_row()
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Cells(number, {}, f"is no CSV, in lines {number} to {lines.number}: {error}")
            continue
        if not cells:
            continue  # an empty line
        fault = lines.fault
        if fault is None and len(cells) != len(header):
            fault = f"has {len(cells)} cells, the header {len(header)}"
        yield Cells(number, dict(zip(header, cells, strict=False)), fault)


def sample_csv(path: str, stream: IO[bytes], limits: Limits) -> list[dict[str, Any]]:
    """Return the columns of a file of CSV, as a row without values.

    Raises:
        RunError: its header cannot be read.
    """
    lines = _Lines(stream, limits)
    first = next(iter(lines), "")
    if lines.fault is not None:
        reason = f"its header {lines.fault}"
        raise RunError(path, reason)
    header = next(csv.reader([first], delimiter=max(_DELIMITERS, key=first.count)), [])
    return [dict.fromkeys(header)] if header else []


def open_table(path: str) -> Any:
    """Return an open file of Parquet, of which no more is held than is being read.

    Raises:
        MissingExtraError: pyarrow is not installed.
        RunError: it is no Parquet.
    """
    arrow = load_arrow()
    try:
        return import_module("pyarrow.parquet").ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
    except arrow.ArrowException as error:
        reason = f"is no Parquet that can be read: {error}"
        raise RunError(path, reason) from error


def count_rows(path: str) -> int:
    """Return how many rows a file of Parquet says that it has."""
    table = open_table(path)
    rows: int = table.metadata.num_rows
    table.close()
    return rows


def read_parquet(path: str, fields: Fields, skip: int = 0) -> Iterator[Cells | None]:
    """Yield the rows of a file of Parquet, with the columns that are fields.

    Groups of rows that lie within the first `skip` are not read: their rows are None.
    """
    arrow = load_arrow()
    table = open_table(path)
    wanted = [name for name in dict.fromkeys(fields._asdict().values()) if name is not None]
    groups, number = list(range(table.num_row_groups)), 0
    while groups and number + table.metadata.row_group(groups[0]).num_rows <= skip:
        number += table.metadata.row_group(groups.pop(0)).num_rows
    try:
        yield from repeat(None, number)
        for batch in table.iter_batches(_LOT, row_groups=groups, columns=wanted) if groups else ():
            columns = {name: plain_column(batch.column(name)) for name in wanted}
            for at in range(batch.num_rows):
                number += 1
                yield Cells(number, {name: plain_value(column[at]) for name, column in columns.items()})
    except arrow.ArrowException as error:
        raise OSError(str(error)) from error
    finally:
        table.close()
