"""Invariant 8, linear work: cost(4n) < 8·cost(n) for the whole pipeline, on repeats of hostile fragments.

CPU time, not the time on the wall; the least of several runs; and a suspicion is looked into once more, so that a busy
machine does not fail the test. What is too short to be measured tells nothing.
"""

from __future__ import annotations

import gc
import time

import pytest

from arabnews import Pipeline
from arabnews.plugins import BUNDLED
from arabnews.testing import generate
from arabnews.testing.fragments import HOSTILE

PIPELINE = Pipeline(BUNDLED)
NEWS = [f"{news.text}\n" for news in generate(5, 3)]
SHORT, LONG = 8_000, 32_000
MEASURABLE = 0.02


def cost(fragment: str, size: int, runs: int) -> float:
    """Return the least CPU time of several runs; texts differ in their last line, so that nothing is remembered."""
    least = float("inf")
    for run in range(runs):
        text = fragment * (size // len(fragment) + 1) + "\n" + "ا" * (run + 1)
        gc.collect()
        clock = time.process_time()
        PIPELINE(text, "2024-05-14")
        least = min(least, time.process_time() - clock)
    return least


@pytest.mark.parametrize("fragment", [*HOSTILE, *NEWS], ids=lambda fragment: repr(fragment[:12]))
def test_the_work_is_linear(fragment: str) -> None:  # 8
    for runs in (1, 3):
        long = cost(fragment, LONG, runs)
        if long < MEASURABLE or long < 8 * cost(fragment, SHORT, runs):
            return
    short = cost(fragment, SHORT, runs=5)
    pytest.fail(
        f"{cost(fragment, LONG, runs=5) / short:.1f} times the time for four times the text, from {short:.3f} s"
    )
