"""Messages over a pipe: eight bytes of length, then that many bytes of pickle. Both ends are ours."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any, Final

_LENGTH: Final = struct.Struct("<Q")


def write_frame(stream: IO[bytes], message: Any) -> None:
    """Write one message; raises OSError when nobody reads any more."""
    data = pickle.dumps(message, protocol=5)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Return the next message.

    Raises:
        EOFError: the other end is closed, or died in the middle of a message.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - written by our own worker or its parent, over a pipe of theirs
