"""How the cost of a hook grows with the text: CPU time on repeats of a fragment, at sizes four times apart.

Linear work quadruples, quadratic work takes sixteen times as long; the limit is eight. Times too short to be measured
are passed over, so sizes grow until they can be, or until the longest text is reached. Each suspicion is confirmed by
the least of several runs.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews.testing.probing import Probe

SIZES: Final = (500, 2_000, 8_000, 32_000)
"""Characters of the texts, each four times the one before."""

LIMIT: Final = 8.0
MEASURABLE: Final = 0.03
"""Seconds of CPU time below which the longer text tells nothing."""

_LEAST: Final = 0.0005
_ENOUGH: Final = 2.0
_RUNS: Final = 3


@frozen
class Growth:
    """One hook that costs too much: the lengths of two texts and the seconds that each took."""

    plugin: str
    hook: str
    fragment: str
    short: int
    long: int
    short_seconds: float
    long_seconds: float

    def __str__(self) -> str:
        ratio = self.long_seconds / max(self.short_seconds, _LEAST)
        return (
            f"{ratio:.0f} times the time for four times the text: {self.short_seconds:.3f} s of CPU time for "
            f"{self.short:,} characters, {self.long_seconds:.3f} s for {self.long:,}.\n"
            f"The text is {self.fragment[:80]!r} again and again."
        )


def find_growth(probe: Probe, fragment: str) -> Growth | None:
    """Return the hook whose cost on repeats of the fragment grows faster than the text, or None."""
    before: Mapping[str, float] = {}
    for short, long in zip((0, *SIZES), SIZES, strict=False):
        costs = _costs(probe, fragment, long, run=0)
        for hook in sorted(costs, key=lambda hook: -costs[hook]):
            if short and _suspicious(before.get(hook, 0.0), costs[hook]):
                growth = _confirm(probe, fragment, hook, short, long)
                if growth:
                    return growth
        if sum(costs.values()) > _ENOUGH:
            break
        before = costs
    return None


def _suspicious(short: float, long: float) -> bool:
    return long >= MEASURABLE and long > LIMIT * max(short, _LEAST)


def _confirm(probe: Probe, fragment: str, hook: str, short: int, long: int) -> Growth | None:
    least = [
        min(_costs(probe, fragment, size, run).get(hook, 0.0) for run in range(1, _RUNS + 1)) for size in (short, long)
    ]
    plugin, _, name = hook.rpartition(".")
    return Growth(plugin, name, fragment, short, long, *least) if _suspicious(*least) else None


def _costs(probe: Probe, fragment: str, size: int, run: int) -> Mapping[str, float]:
    """Return the CPU time of each watched hook; texts of different runs differ, so that nothing is remembered."""
    text = fragment * max(1, size // len(fragment)) + "\n" + "ا" * run
    probe.spent.clear()
    collecting = gc.isenabled()
    gc.disable()
    try:
        probe.pipeline(text, "2024-05-14")
    finally:
        if collecting:
            gc.enable()
    return dict(probe.spent)
