"""`extract_batch` with its arguments, ready to travel to the workers of an engine."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from arabnews.corpus.batch import extract_batch
from arabnews.corpus.extract import MAX_CHARS
from arabnews.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa

    from arabnews.pipeline import Pipeline

# engines give batches of ten thousand rows, which would be some gigabyte of results at once
_LOT: Final = 256


def _packed(pipeline: Pipeline | None) -> bytes | None:
    return None if pipeline is None else pickle.dumps(pipeline)


@lru_cache(maxsize=4)
def _unpacked(pipeline: bytes) -> Pipeline:
    # built once for each process, not once for each task
    loaded: Pipeline = pickle.loads(pipeline)  # noqa: S301 - packed by `Extraction`, carried by the user's own engine
    return loaded


@frozen(kw_only=True)
class Extraction:
    """What is extracted from the rows of an engine: the names of its columns as for `extract_batch`, and a pipeline.

    Raises:
        PluginError: a plugin of the pipeline cannot travel to another process.
    """

    text: str = "text"
    id: str | None = None
    published: str | None = None
    outlet: str | None = None
    row: str | None = None
    pipeline: bytes | None = field(default=None, converter=_packed)
    max_chars: int = MAX_CHARS

    def columns(self, known: Sequence[str]) -> list[str]:
        """Return those of the known columns that are read.

        Raises:
            RunError: there is no column of a name that was given.
        """
        given = {"text": self.text, "id": self.id, "published": self.published, "outlet": self.outlet, "row": self.row}
        for name in given.values():
            if name is not None and name not in known:
                raise RunError(name, f"is no column; the columns are {', '.join(known)}")
        return list(dict.fromkeys(name or usual for usual, name in given.items() if (name or usual) in known))

    def extract(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield what is found in batches of any size, in smaller ones."""
        pipeline = None if self.pipeline is None else _unpacked(self.pipeline)
        for batch in batches:
            for start in range(0, batch.num_rows, _LOT):
                yield extract_batch(
                    batch.slice(start, _LOT),
                    text=self.text,
                    id=self.id,
                    published=self.published,
                    outlet=self.outlet,
                    row=self.row,
                    pipeline=pipeline,
                    max_chars=self.max_chars,
                )
