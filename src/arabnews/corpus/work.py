"""What a worker does with a batch: rows are decoded, parsed and written in the form of the output, as bytes.

Objects of articles never leave the worker: what travels back is what will stand in the files.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from arabnews.corpus.extract import Extracted, Row, extract
from arabnews.corpus.fields import look_up
from arabnews.corpus.record import check_integers, clean, to_rows
from arabnews.corpus.schema import TABLES
from arabnews.corpus.totals import Totals
from arabnews.errors import ReadError
from arabnews.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from arabnews.corpus.inputs import Input, Limits
    from arabnews.corpus.rows import Batch, Raw
    from arabnews.pipeline import Pipeline

FORMATS: Final = {"parquet": "parquet", "jsonl": "jsonl", "csv": "csv"}
"""The forms of the output, with the suffix of their files."""


class Output(NamedTuple):
    """What became of a batch: for each table its bytes, the lines of rejects, and how many rows were which."""

    tables: dict[str, bytes]
    rejects: bytes
    totals: Totals

    @classmethod
    def join(cls, outputs: Sequence[Output]) -> Output:
        """Return the output of a batch of which the rows were worked on in pieces: the same as of the whole."""
        names = dict.fromkeys(name for output in outputs for name in output.tables)
        tables = {name: b"".join(output.tables.get(name, b"") for output in outputs) for name in names}
        rejects = b"".join(output.rejects for output in outputs)
        return cls(tables, rejects, Totals.of(output.totals for output in outputs))


def build_work(pipeline: Pipeline, inputs: list[Input], form: str, limits: Limits) -> Callable[[Batch], Output]:
    """Return the work of one worker: a function from a batch to what is written of it."""
    return partial(_work, pipeline, inputs, form, limits)


def reject(source: Input, raw: Raw, row_id: str | None, reason: str) -> bytes:
    """Return the line that tells of a row that is not in the output."""
    file = source.path if source.kind != "text" else str(raw.data or source.path)
    told = {"row": raw.row, "file": file, "number": raw.number, "id": row_id, "reason": reason}
    return (clean(json.dumps(told, ensure_ascii=False)) + "\n").encode()


def lose(inputs: Sequence[Input], batch: Batch, reason: str) -> Output:
    """Return the output of a row over which a worker died."""
    told = f"a worker died of this row: {reason}"
    lines = [reject(inputs[batch.source], raw, None, told) for raw in batch.rows]
    return Output({}, b"".join(lines), Totals(rejected=len(lines)))


def _work(pipeline: Pipeline, inputs: list[Input], form: str, limits: Limits, batch: Batch) -> Output:
    source = inputs[batch.source]
    rejects: list[tuple[Raw, str | None, str]] = []
    written: list[Any] = []
    problems = 0
    for raw in batch.rows:
        found = _extract(source, raw, pipeline, limits)
        if found.article is None:
            rejects.append((raw, found.id, found.error or ""))
            continue
        try:
            written.append(_WRITE[form](found))
        except Exception as error:  # noqa: BLE001 - what a plugin found may have no form; the row alone is lost
            reason = f"its result cannot be written: {type(error).__name__}: {error}"
            rejects.append((raw, found.id, " ".join(reason.split())))
        else:
            problems += len(found.article.problems)
    lines = b"".join(reject(source, *told) for told in rejects)
    return Output(_JOIN[form](written), lines, Totals(len(written), len(rejects), problems))


def _extract(source: Input, raw: Raw, pipeline: Pipeline, limits: Limits) -> Extracted:
    fault, row = raw.fault, Row(raw.row, None)
    if raw.data is not None:
        if source.kind == "jsonl":
            row, fault = _read_line(source, raw, limits)
        elif source.kind == "text":
            row, fault = _read_file(source, raw, limits)
        else:
            row = Row(raw.row, *raw.data)
    found = extract(row, pipeline, limits.max_chars)
    return found if fault is None else found._replace(article=None, error=fault)


def _read_line(source: Input, raw: Raw, limits: Limits) -> tuple[Row, str | None]:
    encoding, empty = limits.encoding or "utf-8", Row(raw.row, None)
    try:
        data = json.loads(raw.data.decode(encoding))
    except UnicodeDecodeError as error:
        return empty, f"is not {encoding}: byte {error.start} of the line; --encoding names another"
    except (ValueError, RecursionError) as error:
        return empty, " ".join(f"is no JSON: {error}".split())
    if not isinstance(data, dict):
        return empty, f"is no object of JSON but {json.dumps(data)[:40]}"
    values = [look_up(data, name) for name in source.fields]
    return Row(raw.row, *values), None


def _read_file(source: Input, raw: Raw, limits: Limits) -> tuple[Row, str | None]:
    name = PurePath(raw.data)
    row_id = name.name if raw.data == source.path else name.relative_to(source.path).as_posix()
    try:
        return Row(raw.row, read_text(raw.data, limits.encoding, limits.max_bytes).article, row_id), None
    except ReadError as error:
        return Row(raw.row, None, row_id), error.reason


def _line(found: Extracted) -> bytes:
    article = found.article
    return b"" if article is None else (article.to_json() + "\n").encode()


def _join_lines(lines: list[bytes]) -> dict[str, bytes]:
    return {"articles": b"".join(lines)}


def _csv_rows(found: Extracted) -> list[tuple[str, bytes]]:
    """Return the rows of each table as lines of CSV; what is a list or an object stands there in JSON."""
    lines = []
    for table, row in to_rows(found.record()):
        line = io.StringIO(newline="")
        csv.writer(line).writerow([_cell(row[name]) for name in TABLES[table]])
        lines.append((table, clean(line.getvalue()).encode()))
    return lines


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _json_rows(found: Extracted) -> list[tuple[str, bytes]]:
    """Return the rows of each table as lines of JSON that Arrow reads by its schema: a day is its number since 1970."""
    record = found.record()
    check_integers(record)
    return [
        (table, (json.dumps(row, ensure_ascii=False, default=_day) + "\n").encode()) for table, row in to_rows(record)
    ]


def _day(value: dt.date) -> int:
    return value.toordinal() - _FIRST_DAY


def _join_rows(rows: list[list[tuple[str, bytes]]]) -> dict[str, bytes]:
    lines: dict[str, list[bytes]] = {name: [] for name in TABLES}
    for row in rows:
        for table, line in row:
            lines[table].append(line)
    return {name: b"".join(written) for name, written in lines.items()}


_FIRST_DAY: Final = dt.date(1970, 1, 1).toordinal()
_WRITE: Final[Mapping[str, Callable[[Extracted], Any]]] = {
    # no worker loads pyarrow, which takes pandas along where it is installed: half as much memory again
    "parquet": _json_rows,
    "jsonl": _line,
    "csv": _csv_rows,
}
_JOIN: Final[Mapping[str, Callable[[list[Any]], dict[str, bytes]]]] = {
    "parquet": _join_rows,
    "jsonl": _join_lines,
    "csv": _join_rows,
}
