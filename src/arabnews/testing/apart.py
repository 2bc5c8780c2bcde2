"""Runs a task in a process of its own, which starts as a copy of this one and leaves no trace in it.

What a plugin remembers, breaks, or waits for for ever stays there. Where the system cannot copy a process (Windows),
the task runs here.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import traceback
import warnings
from typing import TYPE_CHECKING, Any, Final

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    Send = Callable[[Any], None]
    Task = Callable[[Send], None]

CAN_FORK: Final = hasattr(os, "fork")


class StalledError(Exception):
    """The task said nothing for too long, and was ended.

    Attributes:
        last: the last message before the silence, or None.
    """

    def __init__(self, last: Any) -> None:
        """Keep the last message."""
        super().__init__(last)
        self.last = last


class DiedError(Exception):
    """The process ended in the middle of the task.

    Attributes:
        last: the last message before, or None.
    """

    def __init__(self, last: Any) -> None:
        """Keep the last message."""
        super().__init__(last)
        self.last = last


@define
class _Finished:
    error: str | None


@define
class Apart:
    """A task that runs in its own process; its messages are read one by one."""

    _messages: Iterator[Any]
    _process: BaseProcess | None = None

    def __iter__(self) -> Iterator[Any]:
        return self._messages

    def stop(self) -> None:
        """End the process, if it still runs."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def start(task: Task, *, patience: float) -> Apart:
    """Start a task. `patience` is how many seconds may pass between two of its messages.

    Reading the messages raises StalledError or DiedError, and RuntimeError where the task itself raises.
    """
    if not CAN_FORK:
        return Apart(_here(task))
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(task, theirs), daemon=True)
    with warnings.catch_warnings():
        # a program with threads is warned that its copy has none; the task needs none
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    theirs.close()
    return Apart(_read(mine, process, patience), process)


def first_answer(task: Task, *, patience: float) -> Any:
    """Return the first message of a task that runs apart. Raises like `start`'s messages."""
    running = start(task, patience=patience)
    try:
        return next(iter(running))
    finally:
        running.stop()


def _run(task: Task, pipe: Connection) -> None:
    logging.getLogger("arabnews").disabled = True  # what a plugin does wrong is told by faults
    error = None
    try:
        task(pipe.send)
    except Exception:  # noqa: BLE001 - told to the other process, which raises
        error = traceback.format_exc()
    pipe.send(_Finished(error))
    pipe.close()


def _read(pipe: Connection, process: BaseProcess, patience: float) -> Iterator[Any]:
    last = None
    try:
        while True:
            if not pipe.poll(patience):
                raise StalledError(last)
            try:
                message = pipe.recv()
            except EOFError:
                raise DiedError(last) from None
            if isinstance(message, _Finished):
                if message.error is not None:
                    raise RuntimeError(message.error)
                return
            last = message
            yield message
    finally:
        pipe.close()
        process.kill()
        process.join()


def _here(task: Task) -> Iterator[Any]:
    messages: list[Any] = []
    task(messages.append)
    yield from messages
