"""A worker process: reads a job, then payloads, from standard input, and answers each on standard output.

It is started as a plain program, not as a copy of its parent: no script of the user's is run a second time, so that no
`if __name__ == "__main__"` is needed, and no thread or lock of the parent is copied.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from arabnews.corpus.frames import read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable

READY: Final = "ready"
DONE: Final = "done"
RAISED: Final = "raised"


def main() -> None:
    """Serve the parent until it closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal; the parent decides what to do
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a plugin prints is no answer
    try:
        _serve(tasks, answers)
    except (EOFError, OSError):
        # the parent is gone: nobody is left to tell, and nothing to clean up
        os._exit(0)


def _serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    try:
        build, arguments = read_frame(tasks)
        work: Callable[[Any], Any] = build(*arguments)
    except EOFError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is told
        write_frame(answers, (RAISED, portable(error)))
        return
    gc.freeze()  # what was loaded stays: no collection need go over it again
    write_frame(answers, (READY, os.getpid()))
    while True:
        payload = read_frame(tasks)
        try:
            answer = (DONE, work(payload))
        except Exception as error:  # noqa: BLE001 - it is raised where the answer is awaited
            answer = (RAISED, portable(error))
        write_frame(answers, answer)


def portable(error: Exception) -> Exception:
    """Return an exception that can be read in another process: itself, or its words."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes, a line above
    except Exception:  # noqa: BLE001 - a foreign exception may fail in any way
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
