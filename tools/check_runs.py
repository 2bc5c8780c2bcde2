"""Halt a run over a corpus by kill -9 at random moments, resume it, and compare with an undisturbed one.

`python tools/check_runs.py` writes a corpus of generated news with one damaged row in a hundred (null, bytes, huge,
wrong types), runs over it undisturbed, then once more killed again and again, and ends with an error when the outputs
differ by one byte, or a row is neither in the output nor rejected. With `--corpus` the articles of a file of JSONL are
taken instead, as often as rows are asked for:

    python tools/check_runs.py --corpus news.jsonl.gz --rows 60000 --kills 10 --part-rows 2000 --single 2000
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arabnews.testing import generate

if TYPE_CHECKING:
    from collections.abc import Iterator

HUGE = 50_000_000


def articles(corpus: Path | None) -> Iterator[dict[str, Any]]:
    """Yield rows without end: generated news, or the rows of a file again and again."""
    if corpus is None:
        for number, news in enumerate(generate(seed=8, count=300)):
            yield {"id": f"g{number}", "text": news.text}
        yield from articles(None)
        return
    with gzip.open(corpus, "rt", encoding="utf-8", newline="\n") as lines:
        known = [json.loads(line) for line in lines]
    yield from itertools.cycle(known)


def damage(row: dict[str, Any], number: int) -> bytes:
    """Return a row that no article can come of, damaged in one of many ways."""
    wrong: list[Any] = [None, 7, ["نص"], {"ar": "نص"}, True, "", "ب" * 2_000_000]
    if number == 0:
        row = {**row, "text": "ب" * (HUGE // 2)}
    elif number % 10 < len(wrong):
        row = {**row, "text": wrong[number % 10]}
    elif number % 10 == 7:
        return json.dumps(row, ensure_ascii=False).encode("cp1256", "replace") + b"\xff\n"
    elif number % 10 == 8:
        return json.dumps(row).encode()[:-9] + b"\n"
    else:
        row = {"id": row["id"]}
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def write_corpus(path: Path, rows: int, corpus: Path | None) -> int:
    """Write a corpus in which one row of a hundred is damaged, and return how many are."""
    draw, damaged = random.Random(8), 0  # noqa: S311 - the same corpus each time
    with path.open("wb") as file:
        for row in itertools.islice(articles(corpus), rows):
            if draw.random() < 0.01:
                file.write(damage(row, damaged))
                damaged += 1
            else:
                file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
    return damaged


class Run:
    """One call of `arabnews run`, with the time that it took and the most memory of a worker, where that is told."""

    def __init__(self, *arguments: object) -> None:
        """Start the run."""
        command = [sys.executable, "-m", "arabnews", "run", *map(str, arguments)]
        self.begun = time.monotonic()
        self.memory: dict[int, int] = {}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603 - ours
        threading.Thread(target=self._watch, daemon=True).start()

    def wait(self) -> float:
        """Return the seconds that it took; end the program when it failed."""
        _, told = self.process.communicate()
        if self.process.returncode:
            sys.exit(f"runs: exit code {self.process.returncode}\n{told}")
        return time.monotonic() - self.begun

    def kill(self, folder: Path, parts: int, after: float) -> bool:
        """Kill it some seconds after there are so many parts in the folder; tell whether it was still at work."""
        while count_parts(folder) < parts and self.process.poll() is None:
            time.sleep(0.01)
        time.sleep(after)
        at_work = self.process.poll() is None
        self.process.kill()
        self.process.communicate()
        return at_work

    def _watch(self) -> None:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        while self.process.returncode is None:
            try:
                for task in children.parent.parent.iterdir():  # each thread has children of its own
                    for pid in (task / "children").read_text().split():
                        status = Path(f"/proc/{pid}/status").read_text()
                        self.memory[int(pid)] = int(status.split("VmHWM:")[1].split()[0])
            except (OSError, IndexError):
                pass  # it has ended, or this is no Linux
            time.sleep(0.2)

    @property
    def peak(self) -> str:
        """The most memory that a worker took."""
        return f"{max(self.memory.values()) / 1024:.0f} MB" if self.memory else "unknown"


def count_parts(folder: Path) -> int:
    """Return how many parts of a run are finished."""
    return len(list((folder / "parts").glob("*.json")))


def contents(folder: Path) -> dict[str, bytes]:
    """Return what stands in the files of a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def compare(one: Path, other: Path) -> None:
    """End the program when two outputs differ."""
    first, second = contents(one), contents(other)
    wrong = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    if wrong:
        sys.exit(f"runs: outputs differ in {', '.join(wrong[:10])}")


def check_rows(folder: Path, rows: int, damaged: int) -> None:
    """End the program when a row is lost, comes twice, or is rejected without being damaged."""
    rejects = [json.loads(line)["row"] for line in (folder / "rejects.jsonl").read_bytes().splitlines()]
    if (folder / "statements").exists():
        import pyarrow.parquet as pq  # noqa: PLC0415 - only for Parquet

        there = pq.read_table(folder / "articles", columns=["row"])["row"].to_pylist()
    else:
        lines = sum(path.read_bytes().count(b"\n") for path in (folder / "articles").iterdir())
        there = sorted(set(range(1, rows + 1)) - set(rejects))[:lines]
    if sorted(there + rejects) != list(range(1, rows + 1)) or len(rejects) != damaged:
        sys.exit(f"runs: {rows} rows, {len(there)} articles, {len(rejects)} rejects, {damaged} damaged")


def main() -> None:
    """Print figures; exit with 1 when something is not as it should be."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--part-rows", type=int, default=50)
    parser.add_argument("--single", type=int, default=500, help="rows of the runs with one and two workers")
    parser.add_argument("--format", default="parquet")
    parser.add_argument("--seed", type=int, default=8)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)  # noqa: S311 - moments to kill at
    with tempfile.TemporaryDirectory(prefix="runs-") as name:
        folder = Path(name)
        corpus = folder / "corpus.jsonl"
        damaged = write_corpus(corpus, asked.rows, asked.corpus)
        size = corpus.stat().st_size / 1e6
        print(f"runs: {asked.rows} rows, {damaged} damaged, {size:.0f} MB, {asked.format}", flush=True)
        common = (corpus, "--format", asked.format, "--part-rows", asked.part_rows)
        limit = min(asked.single, asked.rows)
        spent = {}
        for workers in (1, 2):
            run = Run(*common, "-o", folder / f"single{workers}", "--workers", workers, "--limit", limit)
            spent[workers] = run.wait()
            print(f"  {workers} worker(s): {limit / spent[workers]:.0f} rows/s, a worker {run.peak}", flush=True)
        print(f"  two workers are {spent[1] / spent[2]:.2f} times one, start-up included")
        compare(folder / "single1", folder / "single2")
        run = Run(*common, "-o", folder / "whole", "--workers", 2)
        took = run.wait()
        print(f"  undisturbed: {took:.0f} s, {asked.rows / took:.0f} rows/s, a worker {run.peak}", flush=True)
        check_rows(folder / "whole", asked.rows, damaged)
        killed = folder / "killed"
        parts = -(-asked.rows // asked.part_rows)
        moments = []
        # the last quarter is left to the run that ends it, so that no run is over before it is killed
        for wanted in sorted(draw.choices(range(1 + parts * 3 // 4), k=asked.kills)):
            after = draw.uniform(0, took / parts)
            if Run(*common, "-o", killed, "--workers", 2, "--resume").kill(killed, wanted, after):
                moments.append(count_parts(killed))
        run = Run(*common, "-o", killed, "--workers", 2, "--resume")
        told = ", ".join(map(str, moments))
        print(f"  killed {len(moments)} times of {asked.kills}, at {told} of {parts} parts", end="; ")
        print(f"the rest took {run.wait():.0f} s")
        compare(folder / "whole", killed)
        print("  all outputs are the same, byte for byte")


if __name__ == "__main__":
    main()
