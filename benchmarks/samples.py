"""The texts that are measured: real articles where a corpus lies beside the project, generated news elsewhere."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews.testing import generate

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES: Final = 150
KILOBYTE: Final = 1000


class Sample(NamedTuple):
    """Some articles, and of which kind they are: "corpus" or "generated"."""

    kind: str
    texts: list[str]

    @property
    def size(self) -> int:
        """The bytes of all texts in UTF-8."""
        return sum(len(text.encode("utf-8", "surrogatepass")) for text in self.texts)

    def of_size(self, size: int, count: int) -> list[str]:
        """Return texts of a size in bytes, cut from all articles one after another."""
        joined = "\n\n".join(self.texts).encode("utf-8", "ignore")
        joined *= 1 + size * count // len(joined)
        return [joined[i * size : (i + 1) * size].decode("utf-8", "ignore") for i in range(count)]


def load(path: Path, count: int = ARTICLES) -> Sample:
    """Return a sample of the corpus, the same every time, or as many generated articles."""
    if not path.exists():
        return Sample("generated", [news.text for news in generate(7, count)])
    rng = random.Random(7)  # noqa: S311 - the same sample every time
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        return Sample("corpus", rng.sample([json.loads(line)["text"] for line in lines], count))
