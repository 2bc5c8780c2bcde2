"""A pool of no processes, for tests of runs that are about something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arabnews.corpus.pool import Job


class Inline:
    """Stands in for `arabnews.corpus.pool.Pool`."""

    def __init__(self, job: Job, _workers: int, **_: object) -> None:
        self._work = job.build(*job.arguments)

    def __enter__(self) -> Inline:  # noqa: PYI034 - Self would need an import for one line
        return self

    def __exit__(self, *_: object) -> None: ...

    def map(self, payloads: Iterable[Any]) -> Iterator[list[Any]]:
        return ([self._work(payload)] for payload in payloads)
