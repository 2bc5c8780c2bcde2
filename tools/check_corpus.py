"""Parse real articles and check them: `python tools/check_corpus.py CORPUS.jsonl.gz`.

No exception, no problem, every span true, blocks that cover the ink once, offsets of prose kept. The corpus belongs
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
from arabnews.article import LINE_BREAKS
from arabnews.layers import LAYERS, check_span, spans_of

if TYPE_CHECKING:
    from arabnews import Article


def faults(text: str, article: Article) -> list[str]:
    """Return what is wrong with an article, in words."""
    found = [f"problem: {p.plugin}.{p.hook}: {p.message}" for p in article.problems]
    if article.text != text:
        found.append("the text was changed")
    for layer in LAYERS:
        for item in getattr(article, layer):
            for span in spans_of(item):
                try:
                    check_span(text, span)
                except ValueError as error:
                    found.append(f"{layer}: {error}")
    inked = Counter(i for b in article.blocks for i in range(b.span.start, b.span.end) if not text[i].isspace())
    if inked != Counter(i for i, c in enumerate(text) if not c.isspace()):
        found.append("blocks do not cover the ink once")
    prose = article.prose
    breaks = [(i, c) for i, c in enumerate(text) if c in LINE_BREAKS]
    if len(prose) != len(text) or breaks != [(i, c) for i, c in enumerate(prose) if c in LINE_BREAKS]:
        found.append("prose does not keep offsets and line breaks")
    return found


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
            wrong = faults(row["text"], article)
            counts["articles"] += 1
            counts["faulty"] += bool(wrong)
            counts.update({layer: len(getattr(article, layer)) for layer in LAYERS})
            for fault in wrong:
                print(f"{row['id']}: {fault}")
    print(", ".join(f"{count:,} {name}" for name, count in counts.items()))
    print(f"{spent / max(1, counts['articles']) * 1000:.1f} ms an article")
    sys.exit(1 if counts["faulty"] else 0)


if __name__ == "__main__":
    main()
