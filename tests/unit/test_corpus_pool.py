"""Processes that work in order, die, and are replaced."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from arabnews import RunError
from arabnews.corpus.pool import Job, Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def build_square() -> Callable[[list[int]], list[int]]:
    return square


def square(numbers: list[int]) -> list[int]:
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    if 17 in numbers:
        os._exit(7)
    if 19 in numbers:
        msg = "nineteen"
        raise ValueError(msg)
    sys.stdout.write("a plugin that prints breaks nothing\n")
    return [n * n for n in numbers]


def build_nothing() -> Callable[[list[int]], list[int]]:
    msg = "no such model"
    raise FileNotFoundError(msg)


def build_death() -> Callable[[list[int]], list[int]]:
    os._exit(3)


def split(numbers: list[int]) -> list[list[int]]:
    return [[n] for n in numbers]


def lost(numbers: list[int], reason: str) -> str:
    return f"{numbers[0]} {reason}"


def pool(build: Callable[[], Callable[[list[int]], list[int]]], workers: int = 2) -> Pool[list[int], list[int] | str]:
    return Pool(Job(build), workers, split=split, lost=lost)


def test_answers_come_in_order() -> None:
    payloads = [[n, n + 1] for n in range(20, 60)]
    with pool(build_square) as workers:
        assert list(workers.map(payloads)) == [[[a * a, b * b]] for a, b in payloads]


def test_no_more_is_taken_than_is_needed() -> None:
    taken = []

    def payloads() -> Iterator[list[int]]:
        for n in range(100, 200):
            taken.append(n)
            yield [n]

    with pool(build_square, workers=1) as workers:
        answers = workers.map(payloads())
        assert next(answers) == [[10000]]
        assert len(taken) <= 5


def test_a_death_takes_the_guilty_row_alone() -> None:
    with pool(build_square) as workers:
        answers = list(workers.map([[1, 2], [3, 13, 4], [5], [17], [6]]))
    assert answers == [
        [[1, 4]],
        [[9], "13 signal 9, SIGKILL", [16]],
        [[25]],
        ["17 exit code 7"],
        [[36]],
    ]


def test_what_the_work_raises_is_raised_in_its_turn() -> None:
    with pool(build_square) as workers:
        answers = workers.map([[1], [19], [2]])
        assert next(answers) == [[1]]
        with pytest.raises(ValueError, match="nineteen"):
            next(answers)


def test_work_that_cannot_be_built_is_told() -> None:
    with pool(build_nothing) as workers, pytest.raises(FileNotFoundError, match="no such model"):
        list(workers.map([[1]]))


def test_workers_that_cannot_start_are_told() -> None:
    with pool(build_death) as workers, pytest.raises(RunError, match="cannot be started: exit code 3"):
        list(workers.map([[1]]))


def test_nothing_runs_after_the_end() -> None:
    with pool(build_square) as workers:
        answers = workers.map([[n] for n in range(50, 90)])
        next(answers)
        pids = workers.pids
        assert pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
