"""What is read: the files that were named, what each is, which of its fields count, and how to know it again."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from arabnews.corpus.cells import open_table, sample_csv
from arabnews.corpus.fields import Fields, choose_fields
from arabnews.corpus.lines import DAMAGE, PACKED, find_packing, read_lines, unpack
from arabnews.errors import MissingExtraError, RunError
from arabnews.reading import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_TEXT: Final = (*SUFFIXES, *HTML_SUFFIXES)
_KINDS: Final = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl", ".json": "jsonl",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
KNOWN: Final = "JSONL, CSV (each also .gz, .zst, .bz2, .xz), Parquet, text and HTML"
_SAMPLE: Final = 100
_END: Final = 64 * 1024


class Input(NamedTuple):
    """One file of rows, or the text files of one folder.

    Attributes:
        path: as it was named; a file in a folder that was named begins with that folder.
        kind: jsonl, csv, parquet or text.
        packing: how it is packed: gz, zst, bz2, xz or None.
        size: in bytes, of all its files.
        mark: how to know it again: size, time of change, and a digest of its beginning and end.
        fields: the fields that count; empty for text.
    """

    path: str
    kind: str
    packing: str | None
    size: int
    mark: dict[str, Any]
    fields: Fields = Fields()

    def describe(self) -> dict[str, Any]:
        """Return how a run knows this input again."""
        return {"path": self.path, "kind": self.kind, **self.mark, "fields": dict(self.fields._asdict())}


class Limits(NamedTuple):
    """How inputs are read: how long a text may be, in code points, and in which encoding lines are, if not UTF-8."""

    max_chars: int
    encoding: str | None = None

    @property
    def max_bytes(self) -> int:
        """How long a line, a cell or a file may be: no text within the limit is longer, however it is escaped."""
        return max(1 << 20, 8 * self.max_chars)


def find_inputs(paths: Sequence[str], asked: Fields, limits: Limits, output: Path) -> list[Input]:
    """Return what is to be read, in order: files as they were named, files of a folder by name.

    Of a folder come first its files of rows, then its text and HTML files, each of which is a row. The folder of the
    output is left out.

    Raises:
        RunError: there is no such file, it cannot be read, its kind is not known, or its fields are not.
        MissingExtraError: it needs an extra that is not installed.
    """
    if limits.encoding is not None and limits.encoding.startswith(("utf-16", "utf-32")):
        reason = "is not read by lines; convert the files to UTF-8 first"
        raise RunError(limits.encoding, reason)
    found = []
    for path in paths:
        try:
            found.extend(_find(path, asked, limits, output))
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            raise RunError(error.filename or path, reason) from error
    return found


def _find(path: str, asked: Fields, limits: Limits, output: Path) -> list[Input]:
    place = Path(path)
    if path == "-":
        reason = "a run can be resumed only from files; write standard input to a file first"
        raise RunError(path, reason)
    if not place.exists():
        reason = "no such file or folder"
        raise RunError(path, reason)
    if not place.is_dir():
        kind = _KINDS.get(_suffix(path)) or ("text" if _suffix(path) in _TEXT else _sniff_kind(path))
        return [_text_input(path, output)] if kind == "text" else [_file_input(path, kind, asked, limits)]
    tables, texts = [], False
    for entry in walk(path, output):
        if (known := _KINDS.get(_suffix(entry.name))) is not None:
            tables.append(_file_input(entry.path, known, asked, limits))
        texts = texts or _suffix(entry.name) in _TEXT
    if texts:
        tables.append(_text_input(path, output))
    if not tables:
        reason = f"there is nothing to read in this folder; read are {KNOWN}"
        raise RunError(path, reason)
    return tables


def walk(folder: str, output: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder by name, without hidden ones, linked folders and the output."""
    with os.scandir(folder) as entries:
        known = sorted(entries, key=lambda entry: entry.name)
    for entry in known:
        if entry.name.startswith("."):
            continue
        if entry.is_file():
            yield entry
        elif entry.is_dir(follow_symlinks=False) and Path(entry.path).resolve() != output.resolve():
            yield from walk(entry.path, output)


def walk_texts(path: str, output: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the text and HTML files below a folder, by name."""
    return (entry for entry in walk(path, output) if _suffix(entry.name) in _TEXT)


def _suffix(name: str) -> str:
    """Return the suffix that tells the kind, in small letters, whatever it is packed by."""
    stem, dot, last = name.lower().rpartition(".")
    if dot and f".{last}" in PACKED:
        last = stem.rpartition(".")[2]
    return f".{last}"


def _sniff_kind(path: str) -> str:
    with Path(path).open("rb") as raw:
        head = raw.read(8)
        raw.seek(0)
        if head.startswith(b"PAR1"):
            return "parquet"
        packing = find_packing(head)
        try:
            start = unpack(raw, packing).read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
        except DAMAGE as error:
            reason = f"cannot be unpacked: {error}"
            raise RunError(path, reason) from error
    if start.startswith(b"{"):
        return "jsonl"
    reason = f"is of no kind that its name tells; read are {KNOWN}"
    raise RunError(path, reason)


def _file_input(path: str, kind: str, asked: Fields, limits: Limits) -> Input:
    with Path(path).open("rb") as raw:
        size, mark = _mark(raw)
        raw.seek(0)
        packing = None if kind == "parquet" else find_packing(raw.read(8))
        raw.seek(0)
        if kind == "parquet":
            table = open_table(path)
            rows = [dict.fromkeys(table.schema_arrow.names)]
            table.close()
        else:
            try:
                stream = unpack(raw, packing)
                rows = sample_csv(path, stream, limits) if kind == "csv" else _sample_jsonl(path, stream, limits)
            except DAMAGE as error:
                reason = f"cannot be read: {error}"
                raise RunError(path, reason) from error
    # a file without a row has no fields to look for, and nothing to lose
    return Input(path, kind, packing, size, mark, choose_fields(path, rows, asked) if rows else Fields())


def _sample_jsonl(path: str, stream: Any, limits: Limits) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    seen = 0
    try:
        for line in read_lines(stream, limits.max_bytes):
            data = line.data.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else line.data
            if not data.strip():
                continue
            seen += 1
            if seen == 1 and data.lstrip().startswith(b"["):
                reason = "is one list of JSON, not JSONL; write an article a line, for instance by: jq -c '.[]'"
                raise RunError(path, reason)
            if (row := _to_object(data, limits)) is not None:
                rows.append(row)
            if seen == _SAMPLE:
                break
    except DAMAGE:
        if not rows:
            raise
        # what follows is missing, and will be told in its place
    if seen and not rows:
        reason = f"is no JSONL: no line of the first {seen:,} is an object of JSON"
        raise RunError(path, reason)
    return rows


def _to_object(data: bytes, limits: Limits) -> dict[str, Any] | None:
    try:
        row = json.loads(data.decode(limits.encoding or "utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _mark(raw: Any) -> tuple[int, dict[str, Any]]:
    """Return the size of an open file and how to know it again."""
    status = os.fstat(raw.fileno())
    digest = hashlib.sha256(raw.read(_END))
    raw.seek(max(0, status.st_size - _END))
    digest.update(raw.read(_END))
    mark = {"size": status.st_size, "changed": status.st_mtime_ns, "sha256 of both ends": digest.hexdigest()}
    return status.st_size, mark


def _text_input(path: str, output: Path) -> Input:
    digest, files, total = hashlib.sha256(), 0, 0
    for name, status in _texts(path, output):
        digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        files, total = files + 1, total + status.st_size
        if name.lower().endswith(HTML_SUFFIXES):
            _need_html()
    return Input(path, "text", None, total, {"files": files, "size": total, "sha256 of names": digest.hexdigest()})


def _texts(path: str, output: Path) -> Iterator[tuple[str, os.stat_result]]:
    if not Path(path).is_dir():
        yield path, Path(path).stat()
        return
    for entry in walk_texts(path, output):
        yield entry.path, entry.stat()


_HTML: Final = ("lxml", "lxml_html_clean", "trafilatura", "charset_normalizer")


def _need_html() -> None:
    if any(importlib.util.find_spec(name) is None for name in _HTML):
        extra, purpose = "html", "reading HTML"
        raise MissingExtraError(extra, purpose)
