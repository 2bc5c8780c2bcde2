"""Work in processes: answers in order, no more in flight than is needed, and a worker that dies takes one payload.

A job is a function that builds the work, and its arguments: both travel by pickle, once for each worker. What a
payload is, only the job knows.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from arabnews.corpus.frames import read_frame, write_frame
from arabnews.corpus.worker import RAISED
from arabnews.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

P = TypeVar("P")
A = TypeVar("A")

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from arabnews.corpus.worker import main; main()"
)
_AHEAD: Final = 4
"""Payloads in flight for each worker: so many may be done out of turn before a slow one halts the others."""
_DEATHS: Final = 100
"""So many deaths with no answer between them are no fault of the payloads."""

_PLACE: Final = "workers"
_ENDED: Final = "the run was ended"
_LAST_BREATH: Final = 10
"""Seconds for a process to end after it closed its pipe."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Job(NamedTuple):
    """What workers do: `build(*arguments)` is called once in each, and what it returns once for each payload."""

    build: Callable[..., Callable[[Any], Any]]
    arguments: tuple[Any, ...] = ()


class DiedError(Exception):
    """A worker died over a payload; `reason` tells how."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


class Pool(Generic[P, A]):
    """Worker processes that do one job, each started when it is first needed; to be used in a `with` statement.

    When a worker dies over a payload (killed for its memory, a crash of native code) the payload is tried once more
    by a new worker. When it dies again the payload is cut by `split`, and each piece tried once: so one bad row takes
    nothing with it but itself. `lost(piece, reason)` is the answer for a piece over which a worker died.

    Args:
        job: what workers do.
        workers: how many; each is a process of about 150 MB.
        split: cuts a payload into pieces that are payloads themselves; one piece when it cannot be cut.
        lost: gives the answer for a piece over which a worker died.
    """

    def __init__(self, job: Job, workers: int, *, split: Callable[[P], list[P]], lost: Callable[[P, str], A]) -> None:
        """Prepare threads; no process is started yet."""
        self._job = job
        self._split, self._lost = split, lost
        self._tasks: queue.SimpleQueue[tuple[P, Future[list[A]]] | None] = queue.SimpleQueue()
        self._workers = workers
        self._lock = threading.Lock()
        self._running: set[_Process] = set()
        self._stopped = False
        self._deaths = 0
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(workers)]

    def __enter__(self) -> Pool[P, A]:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End all workers at once, whatever they are doing."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                process.kill()
        for _thread in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    @property
    def pids(self) -> list[int]:
        """The processes that run now."""
        with self._lock:
            return sorted(process.pid for process in self._running)

    def map(self, payloads: Iterable[P]) -> Iterator[list[A]]:
        """Yield the answers for each payload, in order: one, or one for each piece where a worker died twice.

        Payloads are taken only as workers need them.

        Raises:
            RunError: workers cannot be started, or die one after another.
        """
        flying: deque[Future[list[A]]] = deque()
        for payload in payloads:
            answer: Future[list[A]] = Future()
            flying.append(answer)
            self._tasks.put((payload, answer))
            while len(flying) >= self._workers * _AHEAD or (flying and flying[0].done()):
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()

    def _serve(self) -> None:
        """Give tasks to one worker process after another, until told to end."""
        seat = _Seat(self)
        while (task := self._tasks.get()) is not None:
            payload, answer = task
            if self._stopped:
                continue
            try:
                answer.set_result(self._answers(seat, payload))
            except BaseException as error:  # noqa: BLE001 - raised where the answer is awaited
                answer.set_exception(error)
        seat.leave()

    def _answers(self, seat: _Seat, payload: P) -> list[A]:
        for _attempt in range(2):
            try:
                return [self._ask(seat, payload)]
            except DiedError as died:
                reason = died.reason
        pieces = self._split(payload)
        if len(pieces) == 1:
            return [self._lost(payload, reason)]
        answers = []
        for piece in pieces:
            try:
                answers.append(self._ask(seat, piece))
            except DiedError as died:
                answers.append(self._lost(piece, died.reason))
        return answers

    def _ask(self, seat: _Seat, payload: P) -> A:
        try:
            answer: A = seat.ask(payload)
        except DiedError as died:
            with self._lock:
                self._deaths += 1
                if self._deaths > _DEATHS and not self._stopped:
                    reason = f"died {self._deaths} times one after another ({died.reason}): is there memory for them?"
                    raise RunError(_PLACE, reason) from None
            raise
        with self._lock:
            self._deaths = 0
        return answer

    def start(self) -> _Process:
        """Return a new worker process that is ready for payloads.

        Raises:
            RunError: it cannot be started.
        """
        with self._lock:
            if self._stopped:
                raise DiedError(_ENDED)
            process = _Process()
            self._running.add(process)
        try:
            process.tell((self._job.build, self._job.arguments))
        except BaseException:
            self.drop(process)
            raise
        return process

    def drop(self, process: _Process) -> None:
        """End a process and forget it."""
        process.end()
        with self._lock:
            self._running.discard(process)


class _Seat:
    """The place of one worker: a process at a time, a new one where the last one died."""

    def __init__(self, pool: Pool[Any, Any]) -> None:
        self._pool = pool
        self._process: _Process | None = None

    def ask(self, payload: Any) -> Any:
        """Return the worker's answer; raises what it raised, or DiedError."""
        if self._process is None:
            self._process = self._pool.start()
        try:
            return self._process.ask(payload)
        except DiedError:
            self.leave()
            raise

    def leave(self) -> None:
        """End the worker."""
        if self._process is not None:
            self._pool.drop(self._process)
            self._process = None


class _Process:
    """A worker process and the pipes to it."""

    def __init__(self) -> None:
        path = json.dumps([str(entry) for entry in sys.path])
        command = [sys.executable, "-c", _START, path]
        try:
            self._popen = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
        except OSError as error:
            reason = f"cannot be started: {error.strerror or error}"
            raise RunError(_PLACE, reason) from error

    @property
    def pid(self) -> int:
        return self._popen.pid

    def tell(self, job: tuple[Any, ...]) -> None:
        """Give the job and wait until the work is built; raises RunError when it cannot be."""
        try:
            self.ask(job)
        except DiedError as died:
            reason = f"cannot be started: {died.reason}; what they wrote on standard error may tell why"
            raise RunError(_PLACE, reason) from None

    def ask(self, message: Any) -> Any:
        stdin, stdout = self._popen.stdin, self._popen.stdout
        if stdin is None or stdout is None:  # pragma: no cover - both were asked for
            raise DiedError(_ENDED)
        try:
            write_frame(stdin, message)
            kind, answer = read_frame(stdout)
        except (EOFError, OSError, ValueError) as error:
            raise DiedError(self._end()) from error
        if kind == RAISED:
            raise answer
        return answer

    def _end(self) -> str:
        """Return how the process ended."""
        try:
            code = self._popen.wait(_LAST_BREATH)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            code = self._popen.wait()
        if code >= 0:
            return f"exit code {code}"
        try:
            return f"signal {-code}, {signal.Signals(-code).name}"
        except ValueError:
            return f"signal {-code}"

    def kill(self) -> None:
        """Kill the process, if it still runs; who waits for its answer is told that it died."""
        self._popen.kill()

    def end(self) -> None:
        """Kill the process, if it still runs, and close the pipes."""
        self._popen.kill()
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout):
            if stream is not None:
                with suppress(OSError):  # what could not be written to it is of no interest any more
                    stream.close()
