"""The folder of a run: one run at a time in it, and files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Final

from arabnews.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK: Final = ".lock"
UNFINISHED: Final = ".unfinished"
"""The folder in which files are written before they take their places."""

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_TAKEN: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for one run; it is made where there is none.

    The lock is the operating system's: it ends with the process, however that ends.

    Raises:
        RunError: another run is at work in it, or it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("ab")
    except OSError as error:
        reason = f"cannot be written to: {error.strerror or error}"
        raise RunError(str(folder), reason) from error
    with file:
        try:
            _lock(file)
        except OSError as error:
            reason = "another run is at work in this folder; wait for it, or name another folder"
            if error.errno not in _TAKEN:
                reason = f"cannot be locked: {error.strerror or error}; name a folder on a disk of this machine"
            raise RunError(str(folder), reason) from error
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - each system has its own

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Tell what to do where writing to a folder fails.

    Raises:
        RunError: in place of an OSError.
    """
    try:
        yield
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        if error.errno in _FULL:
            reason = "there is no space left on the disk; make room"
        raise RunError(str(folder), f"{reason}; then go on with --resume") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, even after a loss of power."""
    temporary = path.with_name(f"{path.name}.unfinished")
    with temporary.open("wb") as file:
        file.write(data)
        settle(file)
    put(temporary, path)
    settle_folder(path.parent)


def settle(file: IO[bytes]) -> None:
    """Wait until what was written to a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def put(temporary: Path, path: Path) -> None:
    """Give a file its name; `settle_folder` makes that last."""
    temporary.replace(path)


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can tell."""
    with suppress(PermissionError):  # Windows opens no folders, and keeps names by itself
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
