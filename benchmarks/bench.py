r"""Speed of each room in word scans: `python benchmarks/bench.py CORPUS.jsonl.gz`.

A word scan is the time of `re.findall(r"\w+", text)` on the same texts in the same run: a unit that moves with the
machine. Each figure is the least of several rounds. Where no corpus lies beside the project, news is generated.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import time
from pathlib import Path

from arabnews import Pipeline

ROUNDS = 5
ARTICLES = 150


def load(path: Path) -> list[str]:
    """Return texts: a sample of the corpus, or the project's own sample article in many orders of its paragraphs."""
    rng = random.Random(7)  # noqa: S311 - the same sample every time
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            return rng.sample([json.loads(line)["text"] for line in lines], ARTICLES)
    print(f"bench: no corpus at {path}; the sample article is used")
    paragraphs = (Path(__file__).parent.parent / "docs" / "sample.txt").read_text("utf-8").split("\n\n")
    return ["\n\n".join(rng.sample(paragraphs, len(paragraphs)) * 3) for _ in range(ARTICLES)]


def main() -> None:
    """Print the table."""
    texts = load(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("none"))
    pipeline = Pipeline(["dates", "embeds", "page", "entities", "quotes"])
    pipeline(texts[0])
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        spent: dict[str, float] = {}
        clock = time.perf_counter()
        for text in texts:
            re.findall(r"\w+", text)
        spent["word scan"] = time.perf_counter() - clock
        clock = time.perf_counter()
        for text in texts:
            pipeline(text)
        spent["whole parse"] = time.perf_counter() - clock
        for text in texts:
            for step in pipeline.trace(text).steps:
                name = f"{step.plugin}.{step.hook}"
                spent[name] = spent.get(name, 0.0) + step.milliseconds / 1000
        for name, seconds in spent.items():
            best[name] = min(best.get(name, seconds), seconds)
    unit = best["word scan"]
    size = sum(len(text.encode()) for text in texts)
    rooms = sum(seconds for name, seconds in best.items() if "." in name)
    length = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} articles of {length:,.0f} characters; unit: {unit / len(texts) * 1e3:.3f} ms")
    print(f"{'':<32}{'scans':>8}{'ms':>8}")
    rows = [*best.items(), ("core (accept, settle, fold)", best["whole parse"] - rooms)]
    for name, seconds in rows:
        print(f"{name:<32}{seconds / unit:>8.1f}{seconds / len(texts) * 1e3:>8.2f}")
    whole = best["whole parse"]
    print(f"{len(texts) / whole:,.0f} articles a second, {size / whole / 1e6:.2f} MB a second")


if __name__ == "__main__":
    main()
