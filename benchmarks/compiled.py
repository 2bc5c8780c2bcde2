"""The installed wheel beside the plain source: `python benchmarks/compiled.py [CORPUS.jsonl.gz]` in its environment.

Prints the word scans of each room for both, which take turns in processes of their own; the least of each counts. The
facts of 1,000 articles are compared too: compiling changes none.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from clocks import least, scan
from rooms import Rooms, costs
from samples import load

import arabnews
from arabnews import fold

ROOT: Final = Path(__file__).resolve().parent.parent
TURNS: Final = 3
ROUNDS: Final = 4
"""How often each turn measures: the first of them fills the caches."""
ARTICLES: Final = 200
COMPARED: Final = 1000
"""The articles whose facts are compared; the speed is measured on those above."""
PLAIN: Final = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "plugins")])}


def measure(corpus: str) -> None:
    """Print as JSON what this process measures: the scans of each room, a digest of the facts, where the code lies."""
    texts = load(Path(corpus), ARTICLES).texts
    rooms, unit = costs(Rooms(), texts, ROUNDS), least(scan, texts, 10)
    found = [arabnews.parse(text).to_dict() for text in load(Path(corpus), COMPARED).texts]
    facts = json.dumps(found, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()
    scans = {room: time / unit for room, time in rooms.items()}
    print(json.dumps({"scans": scans, "facts": digest, "code": fold.__file__}))


def turn(corpus: str, environment: dict[str, str]) -> tuple[dict[str, float], str, str]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, corpus, "--measure"]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    read = json.loads(told.stdout)
    return read["scans"], read["facts"], read["code"]


def main() -> None:
    """Let both take turns, and print the least of each; fail where the facts differ or nothing is compiled."""
    corpus = next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "no corpus")
    if "--measure" in sys.argv:
        measure(corpus)
        return
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    best: list[dict[str, float]] = [{}, {}]
    facts, code = set(), ["", ""]
    for _ in range(TURNS):
        for i, environment in enumerate((PLAIN, bare)):
            scans, digest, code[i] = turn(corpus, environment)
            best[i] = {room: min(time, best[i].get(room, time)) for room, time in scans.items()}
            facts.add(digest)
    if not code[0].endswith(".py") or code[1].endswith(".py"):
        sys.exit(f"not a plain and a compiled one: {code}")
    print(f"{'word scans':<30}{'plain':>10}{'compiled':>10}{'ratio':>10}")
    for room, plain in best[0].items():
        print(f"{room:<30}{plain:>10.2f}{best[1][room]:>10.2f}{plain / best[1][room]:>10.2f}")
    if len(facts) > 1:
        sys.exit("the facts differ")


if __name__ == "__main__":
    main()
