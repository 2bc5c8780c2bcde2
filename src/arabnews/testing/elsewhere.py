"""Parses texts in a fresh interpreter with another hash seed and, from its start, another clock and time zone.

Run as a module it is that interpreter's program: it reads pickled texts and a pipeline, and writes signatures.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from arabnews.article import Article
from arabnews.errors import PluginError
from arabnews.testing.clock import other_clock
from arabnews.testing.comparing import signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.pipeline import Pipeline
    from arabnews.testing.probing import Sample


class ElsewhereError(Exception):
    """The other interpreter fails; the message is the last line that it printed."""


def reason_to_stay(pipeline: Pipeline) -> str | None:
    """Return why a pipeline cannot be built in another interpreter, or None where it can."""
    if "__main__" in pipeline.plugins:
        return "a plugin in the program itself cannot be imported in another process; put it into a module"
    try:
        pickle.dumps(pipeline)
    except PluginError as error:
        return str(error)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        return f"the options cannot travel to another process: {error}"
    return None


def signatures_elsewhere(pipeline: Pipeline, samples: Sequence[Sample], *, clock: bool = True) -> list[bytes]:
    """Return the signatures of the articles that another interpreter makes; `clock`: under another clock, too.

    Raises:
        ElsewhereError: the other interpreter fails.
    """
    # the plugins are unpickled, and so imported, after the clock is changed
    job = pickle.dumps((clock, [(s.text, s.published) for s in samples], pickle.dumps(pipeline)))
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, input=job, env=environment, capture_output=True, check=False)  # noqa: S603 - ourselves
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise ElsewhereError(told.rpartition("\n")[2])
    signatures: list[bytes] = pickle.loads(done.stdout)  # noqa: S301 - from our own program
    return signatures


def _main() -> None:
    clock, samples, pickled = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from our own program
    signature(Article(""))  # what the core keeps for writing JSON is made under the true clock
    with other_clock() if clock else nullcontext():
        pipeline: Pipeline = pickle.loads(pickled)  # noqa: S301 - from our own program
        signatures = [signature(pipeline(text, published)) for text, published in samples]
    sys.stdout.buffer.write(pickle.dumps(signatures))


if __name__ == "__main__":
    _main()
