"""Parse real articles and check them: `python tools/check_corpus.py CORPUS.jsonl.gz`.

No exception, no problem, and what `check_article` holds every article to. The corpus belongs
to its publishers and is no part of the project; where it does not lie beside it, this says so and ends well.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import arabnews
from arabnews.layers import LAYERS
from arabnews.testing import check_article

if TYPE_CHECKING:
    from arabnews import Article


def fault(text: str, article: Article) -> str | None:
    """Return what is wrong with an article, in words, or None."""
    for problem in article.problems:
        return f"problem: {problem.plugin}.{problem.hook}: {problem.message}"
    try:
        check_article(article, text)
    except (AssertionError, ValueError) as error:
        return str(error)
    return None


def main() -> None:
    """Print faults and a summary; exit with 1 when there is a fault."""
    path = Path(sys.argv[1])
    if not path.exists():
        print(f"corpus: no articles at {path}; nothing is checked")
        return
    counts: Counter[str] = Counter()
    spent = 0.0
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = json.loads(line)
            clock = time.perf_counter()
            article = arabnews.parse(row["text"])
            spent += time.perf_counter() - clock
            wrong = fault(row["text"], article)
            counts["articles"] += 1
            counts["faulty"] += wrong is not None
            counts.update({layer: len(getattr(article, layer)) for layer in LAYERS})
            if wrong is not None:
                print(f"{row['id']}: {wrong}")
    print(", ".join(f"{count:,} {name}" for name, count in counts.items()))
    print(f"{spent / max(1, counts['articles']) * 1000:.1f} ms an article")
    sys.exit(1 if counts["faulty"] else 0)


if __name__ == "__main__":
    main()
