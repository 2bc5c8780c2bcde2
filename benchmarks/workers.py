"""One worker beside two: `python benchmarks/workers.py [CORPUS.jsonl.gz] [--rows N]`; needs `arabnews[arrow]`.

Two ways are measured, in seconds of the wall, start-up included: `arabnews.corpus.run` into Parquet, and
`extract_batch` on record batches in processes of one's own, as engines call it. The runs take turns, and the least of
each counts. Cores that others use show: run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
from samples import load

from arabnews.corpus import extract_batch, run

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 3
BATCH: Final = 100
"""Rows of a record batch."""


def time_run(texts: list[str], workers: int) -> float:
    """Return the seconds of a run from JSONL to Parquet."""
    with tempfile.TemporaryDirectory(prefix="workers-") as name:
        archive = Path(name, "archive.jsonl")
        archive.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
        clock = time.perf_counter()
        run([str(archive)], Path(name, "out"), workers=workers)
        return time.perf_counter() - clock


def time_batches(texts: list[str], workers: int) -> float:
    """Return the seconds of `extract_batch` on all texts, in batches."""
    batches = [
        pa.RecordBatch.from_pydict({"text": texts[first : first + BATCH]}) for first in range(0, len(texts), BATCH)
    ]
    clock = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        done = sum(result.num_rows for result in pool.map(extract_batch, batches))
    if done != len(texts):
        message = f"{done} of {len(texts)} rows came out"
        raise ValueError(message)
    return time.perf_counter() - clock


WAYS: Final[dict[str, Callable[[list[str], int], float]]] = {"run": time_run, "extract_batch": time_batches}


def main() -> None:
    """Print rows a second of both ways with one worker and two, and how many times as fast two are."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("../shared/corpus/news.jsonl.gz"))
    parser.add_argument("--rows", type=int, default=2000)
    asked = parser.parse_args()
    sample = load(asked.corpus, asked.rows)
    print(f"{len(sample.texts)} articles ({sample.kind}), the least of {ROUNDS} rounds\n")
    print(f"{'':<16}{'one: rows/s':>14}{'two: rows/s':>14}{'times':>8}")
    for name, way in WAYS.items():
        least = dict.fromkeys((1, 2), float("inf"))
        for _ in range(ROUNDS):
            for workers in least:
                least[workers] = min(least[workers], way(sample.texts, workers))
        speeds = "".join(f"{len(sample.texts) / least[workers]:>14,.0f}" for workers in (1, 2))
        print(f"{name:<16}{speeds}{least[1] / least[2]:>8.2f}")


if __name__ == "__main__":
    main()
