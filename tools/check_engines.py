"""Spark, Dask and Ray beside the plain run on many articles: `python tools/check_engines.py [CORPUS.jsonl.gz [ROWS]]`.

Prints the seconds of each engine on two cores and whether its tables are the very same. Where the corpus does not lie
beside the project, news is generated. Exits with 1 when an engine differs; one that is not installed is told.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
import warnings
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "engines"))

from engines import ENGINES, MissingJavaError, differences, make_rows, plain

from arabnews.testing import generate

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 3000


def load(path: Path, rows: int) -> pa.Table:
    """Return so many articles as the table that each engine is given."""
    if not path.exists():
        print(f"engines: no articles at {path}; news is generated")
        news = list(generate(1, rows))
        return make_rows([item.text for item in news], [item.published.isoformat() for item in news])
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, rows)]
    return make_rows(texts, [None] * len(texts))


def main() -> None:
    """Print a line for each engine."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("none")
    articles = load(corpus, int(sys.argv[2]) if len(sys.argv) > 2 else ROWS)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        clock = time.perf_counter()
        wanted = plain(articles, Path(folder))
        print(f"{'plain':<8}{time.perf_counter() - clock:>8.1f} s in one process")
        print("; ".join(f"{len(table):,} {name}" for name, table in wanted.items()), flush=True)
        for name, run in ENGINES.items():
            workplace = Path(folder) / name
            workplace.mkdir()
            clock = time.perf_counter()
            try:
                found = run(articles, workplace)
            except (ModuleNotFoundError, MissingJavaError) as error:
                print(f"{name:<8}is passed over: {error}")
                continue
            faults = list(differences(wanted, found))
            failed |= bool(faults)
            told = "; ".join(faults) or "the very same rows"
            print(f"{name:<8}{time.perf_counter() - clock:>8.1f} s with two; {told}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":  # Dask's processes import this file anew
    warnings.simplefilter("ignore")
    main()
