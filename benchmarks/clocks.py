r"""Seconds of CPU time, least of several rounds; the unit is the word scan.

A word scan is the time of `re.findall(r"\w+", text)` on the same texts in the same run: a unit that moves with the
machine.
"""

from __future__ import annotations

import gc
import re
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any


def seconds(work: Callable[[Any], object], items: Iterable[Any]) -> float:
    """Return the CPU time that work on all items takes once."""
    gc.collect()
    clock = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - clock


def least(work: Callable[[Any], object], items: Iterable[Any], rounds: int) -> float:
    """Return the least CPU time of several rounds."""
    return min(seconds(work, items) for _ in range(rounds))


def scan(text: str) -> None:
    """Do what the unit is the time of."""
    re.findall(r"\w+", text)
