"""The bundled plugins in a pipeline that notes what each room of the house costs.

A room is one plugin's hook; `core` is what is left of the whole: accepting, settling, folding for all. Seconds are of
CPU time, since cores are shared.
"""

from __future__ import annotations

import gc
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from arabnews import Pipeline
from arabnews.plugins import BUNDLED, load_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews import Article
    from arabnews.plugins import Plugin

CORE: Final = "core"
WHOLE: Final = "whole"


class TooSlowError(Exception):
    """A room took longer than it was given; the pipeline contains it like any failure, and the walk goes on."""


class Rooms:
    """A pipeline whose calls tell the seconds of each room.

    `limit` is how many seconds of CPU time a room may take; one that takes more is stopped, and is in `stopped`: it
    is not called again.
    """

    def __init__(self) -> None:
        """Load the bundled plugins and put a clock before each of their hooks."""
        self.limit: float | None = None
        self._spent: dict[str, float] = {}
        self.article: Article | None = None
        self.stopped: set[str] = set()
        self._pipeline = Pipeline([self._watched(load_named(name)) for name in BUNDLED])

    def __call__(self, text: str, published: str | None = None) -> dict[str, float]:
        """Parse a text and return the seconds of each room, of the core and of the whole."""
        self._spent = {}
        self.article = None  # what was made before is not freed while the clock runs
        clock = time.process_time()
        self._arm()
        try:
            self.article = self._pipeline(text, published)
        except TooSlowError:
            self.stopped.add(CORE)
            self.article = None
        finally:
            self._disarm()
        whole = time.process_time() - clock
        rooms = sum(self._spent.values())
        return {**self._spent, CORE: max(0.0, whole - rooms), WHOLE: whole}

    def _watched(self, plugin: Plugin) -> Plugin:
        hooks = {name: self._watch(plugin.name, name, call) for name, call in plugin.hooks.items()}
        return evolve(plugin, hooks=hooks)

    def _watch(self, plugin: str, hook: str, call: Callable[..., Any]) -> Callable[..., Any]:
        if not hook.startswith("find_") and hook != "refine":
            return call
        room = f"{plugin}.{hook}"

        def watched(**arguments: Any) -> Any:
            if room in self.stopped:
                return None
            self._arm()
            clock = time.process_time()
            try:
                result = call(**arguments)
                if hook in {"refine", "find_published"} or result is None:
                    return result
                return tuple(result)  # a generator does its work while it is read
            except TooSlowError:
                self.stopped.add(room)
                raise
            finally:
                self._spent[room] = time.process_time() - clock
                self._arm()

        return watched

    def _arm(self) -> None:
        if self.limit is not None:
            signal.signal(signal.SIGPROF, _too_slow)
            signal.setitimer(signal.ITIMER_PROF, self.limit)

    def _disarm(self) -> None:
        if self.limit is not None:
            signal.setitimer(signal.ITIMER_PROF, 0)


def costs(rooms: Rooms, texts: list[str], rounds: int) -> dict[str, float]:
    """Return the seconds of each room for all texts, the least of several rounds."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        gc.collect()
        spent: Counter[str] = Counter()
        for text in texts:
            spent.update(rooms(text))
        for room, taken in spent.items():
            best[room] = min(best.get(room, taken), taken)
    return best


def _too_slow(*_: object) -> None:
    raise TooSlowError
