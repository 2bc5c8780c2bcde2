"""How a run goes: a bar with rate and time left on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, Self

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from rich.console import Console

    from arabnews.corpus.inputs import Input
    from arabnews.corpus.totals import Totals

EVERY: Final = 10.0
"""Seconds between plain lines."""


class ProgressBar:
    """Shows a run on a console; to be used in a `with` statement.

    Time left is told by the bytes of the inputs, or by rows where their number is limited. The rate is that of this
    process: what was done before a halt does not count.
    """

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare a bar where the console is a terminal."""
        self._console, self._clock = console, clock
        self._bar: Progress | None = None
        if console.is_terminal:
            columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
            self._bar = Progress(*columns, console=console, transient=True, refresh_per_second=4)
        self._task = self._bar.add_task("", total=None) if self._bar else None
        self._limit: int | None = None
        self._size = self._first_rows = 0
        self._from: tuple[float, int] | None = None
        self._begun = self._last = clock()

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def begin(self, inputs: Sequence[Input], totals: Totals, size: int, limit: int | None) -> None:
        """Tell which fields of the inputs count, and begin to measure."""
        told = None
        for source in inputs:
            if source.fields.text is not None and str(source.fields) != told:
                told = str(source.fields)
                self._console.print(f"arabnews: {source.path}: {told}", markup=False, highlight=False, soft_wrap=True)
        if totals.rows:
            self._tell(f"arabnews: {totals.rows:,} rows are there; going on")
        self._limit, self._size = limit, limit if limit is not None else size
        self._first_rows = totals.rows
        self._begun = self._last = self._clock()

    def advance(self, totals: Totals, position: int) -> None:
        """Show how many rows are done, at which rate, and how much time is left."""
        now = self._clock()
        done = totals.rows if self._limit is not None else position
        # time left is measured from the first batch on: what was read over before it took no time to speak of
        since, first = self._from = self._from or (now, done)
        rate = (totals.rows - self._first_rows) / max(now - self._begun, 0.001)
        words = f"{totals.rows:,} rows, {rate:,.0f} rows/s"
        if totals.rejected:
            words += f", {totals.rejected:,} rejected"
        if self._bar and self._task is not None:
            self._bar.update(self._task, total=max(self._size, 1), completed=done, description=words)
        elif now - self._last >= EVERY:
            self._last = now
            if done > first:
                words += f", about {_duration((now - since) * max(self._size - done, 0) / (done - first))} left"
            self._tell(f"arabnews: {words}")

    def _tell(self, words: str) -> None:
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)


def _duration(seconds: float) -> str:
    """Return a stretch of time in words.

    >>> _duration(7), _duration(100), _duration(8000)
    ('7 s', '2 min', '2 h 13 min')
    """
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
