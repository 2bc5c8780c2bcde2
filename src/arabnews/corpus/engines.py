"""`extract_batch` with its arguments, ready to travel to the workers of an engine."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from arabnews.corpus.batch import extract_batch
from arabnews.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def choose_columns(known: Sequence[str], given: Mapping[str, str | None]) -> dict[str, str]:
    """Return the column of each field of `extract_batch` that has one: the given one, or that of the field's name.

    Raises:
        RunError: there is no column of a name that was given.
    """
    for name in given.values():
        if name is not None and name not in known:
            raise RunError(name, f"is no column; the columns are {', '.join(known)}")
    return {field: name or field for field, name in given.items() if (name or field) in known}


@frozen
class Extraction:
    """What an engine's workers do with batches whose columns are named as the fields of `extract_batch` are.

    Raises:
        PluginError: a plugin of the pipeline cannot travel to another process.
    """

    pipeline: bytes | None = field(converter=_packed)
    max_chars: int

    def extract(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield what is found in batches of any size, in smaller ones."""
        pipeline = None if self.pipeline is None else _unpacked(self.pipeline)
        for batch in batches:
            for start in range(0, batch.num_rows, _LOT):
                yield extract_batch(batch.slice(start, _LOT), pipeline=pipeline, max_chars=self.max_chars)
