"""Lines of a file, packed or not, of which none is loaded past a bound."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, cast

from arabnews.corpus.extras import load_extra

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKINGS: Final = ((b"\x1f\x8b", "gz"), (b"\x28\xb5\x2f\xfd", "zst"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "xz"))
PACKED: Final = tuple(f".{name}" for _, name in _PACKINGS)
"""The suffixes of packed files."""

DAMAGE: Final = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What reading a file raises that is cut off or damaged."""

_CHUNK: Final = 1 << 20


class Line(NamedTuple):
    """A line as it stands, without its end. A line past the bound is cut there, and `length` tells how long it is."""

    number: int
    data: bytes
    length: int


def find_packing(head: bytes) -> str | None:
    """Return how a file is packed that begins with these bytes, or None."""
    return next((name for mark, name in _PACKINGS if head.startswith(mark)), None)


def unpack(raw: IO[bytes], packing: str | None) -> IO[bytes]:
    """Return the unpacked bytes of an open file.

    Raises:
        MissingExtraError: it is packed by zstandard, and the extra `arabnews[arrow]` is not installed.
    """
    stream: Any
    if packing == "gz":
        stream = gzip.GzipFile(fileobj=raw)
    elif packing == "bz2":
        stream = bz2.BZ2File(raw)
    elif packing == "xz":
        stream = lzma.LZMAFile(raw)  # noqa: SIM115 - it ends with the file below it
    elif packing == "zst":
        arrow = load_extra("pyarrow", "arrow", "reading .zst")
        stream = io.BufferedReader(arrow.CompressedInputStream(arrow.PythonFile(raw, mode="r"), "zstd"), _CHUNK)
    else:
        stream = raw
    return cast("IO[bytes]", stream)


def read_lines(stream: IO[bytes], limit: int) -> Iterator[Line]:
    """Yield the lines of a stream, numbered from 1; what of a line lies past `limit` bytes is read over."""
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        length = len(data)
        if length > limit and not data.endswith(b"\n"):
            while rest := stream.readline(_CHUNK):
                length += len(rest)
                if rest.endswith(b"\n"):
                    break
            data = data[:limit]
        yield Line(number, data.rstrip(b"\r\n"), length)
