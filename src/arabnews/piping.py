"""Many texts one after another, in this process or in several: lazily, in order, no more in flight than is needed.

Worker processes are those of `arabnews.corpus`. A text is packed here, so that one that cannot travel is told at its
own place and halts no other.
"""

from __future__ import annotations

import pickle
from contextlib import closing
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, overload

from arabnews.errors import RunError
from arabnews.pipeline import default_pipeline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Generator, Iterable, Iterator

    from arabnews.article import Article
    from arabnews.pipeline import Pipeline

    Text = str | Article | tuple[str, dt.date | str | None]
    Results = Generator[Article | Exception, None, None]

Errors = Literal["raise", "return"]

# a chunk is what travels at once: some articles, or one long one; a worker's work on it is some fifty times its travel
_CHUNK_TEXTS: Final = 8
_CHUNK_BYTES: Final = 60_000


@overload
def pipe(
    texts: Iterable[Text],
    *,
    workers: int | None = 1,
    errors: Literal["raise"] = "raise",
    pipeline: Pipeline | None = None,
) -> Iterator[Article]: ...
@overload
def pipe(
    texts: Iterable[Text], *, workers: int | None = 1, errors: Literal["return"], pipeline: Pipeline | None = None
) -> Iterator[Article | Exception]: ...
def pipe(
    texts: Iterable[Text], *, workers: int | None = 1, errors: Errors = "raise", pipeline: Pipeline | None = None
) -> Iterator[Article | Exception]:
    """Yield the Article of each text, lazily and in order.

    Args:
        texts: strings, Articles, and tuples of a string and its date of publication; also without end. They are taken
            as they are needed: one by one, or up to 40 for each worker ahead of what is yielded.
        workers: how many processes work; 1 is this process itself, None as many as there are cores. They are started
            by the first text, and end with the iterator: when it is exhausted, closed, let go or interrupted.
        errors: "raise" raises what goes wrong with a text where its article would stand, and ends; "return" yields the
            exception instead, and goes on.
        pipeline: the default one, or one of your own. For several workers its plugins must be installed or be modules.

    Raises:
        TypeError: `texts` is one text.
        ValueError: `workers` is less than 1, or `errors` is neither of the two.
        PluginError: a plugin of the pipeline cannot travel to another process.
        RunError: workers cannot be started.

    >>> texts = ["قال الوزير سمير حداد إن الجسر جاهز.", None]
    >>> [type(result).__name__ for result in pipe(texts, errors="return")]
    ['Article', 'TypeError']
    """
    if errors not in ("raise", "return"):
        msg = f'errors is "raise" or "return", not {errors!r}'
        raise ValueError(msg)
    if workers is not None and workers < 1:
        msg = f"workers is 1 or more, or None for as many as there are cores, not {workers}"
        raise ValueError(msg)
    if isinstance(texts, (str, bytes)):
        msg = (
            f"texts are a list or another iterable of texts, not one {type(texts).__name__}; one alone is pipe([text])"
        )
        raise TypeError(msg)
    walk = pipeline or default_pipeline()
    if workers == 1:
        return _raise(_results(texts, walk)) if errors == "raise" else _results(texts, walk)
    pickle.dumps(walk)  # that it cannot travel is told at once
    results = _results_of_workers(texts, walk, workers)
    return _raise(results) if errors == "raise" else results


def _raise(results: Results) -> Iterator[Article]:
    with closing(results):  # its processes end with this iterator, not when the results are let go
        for result in results:
            if isinstance(result, Exception):
                raise result
            yield result


def _results(texts: Iterable[Text], pipeline: Pipeline) -> Results:
    for text in texts:
        yield _parse(text, pipeline)


def _parse(text: Text, pipeline: Pipeline) -> Article | Exception:
    try:
        if not isinstance(text, tuple):
            return pipeline(text)
        if len(text) != 2:
            return TypeError(f"a tuple is a text and its date of publication, not {len(text)} items")
        return pipeline(*text)
    except Exception as error:  # noqa: BLE001 - whatever a text or a strict plugin raises is the result of this text
        return error


# in processes ---------------------------------------------------------------------------------------------------------


class _Chunk(NamedTuple):
    """Texts that travel together: the number of the first, from 1, and each text packed, or why it cannot be."""

    first: int
    packed: list[bytes | Exception]


def _results_of_workers(texts: Iterable[Text], pipeline: Pipeline, workers: int | None) -> Results:
    from arabnews.corpus.pool import Job, Pool, cores  # noqa: PLC0415 - one process needs nothing of it

    failures: list[Exception] = []
    with Pool(Job(_build, (pipeline,)), workers or cores(), split=_split, lost=_lost) as pool:
        for answers in pool.map(_chunks(texts, failures)):
            for results in answers:
                yield from results
    if failures:
        raise failures[0]


def _chunks(texts: Iterable[Text], failures: list[Exception]) -> Iterator[_Chunk]:
    """Yield texts in chunks; what the iterable raises is kept, to be raised after all that came before it."""
    chunk, room = _Chunk(1, []), _CHUNK_BYTES
    try:
        for text in texts:
            packed = _pack(text)
            room -= len(packed) if isinstance(packed, bytes) else 0
            chunk.packed.append(packed)
            if room <= 0 or len(chunk.packed) == _CHUNK_TEXTS:
                yield chunk
                chunk, room = _Chunk(chunk.first + len(chunk.packed), []), _CHUNK_BYTES
    except Exception as error:  # noqa: BLE001 - raised later, as it is
        failures.append(error)
    if chunk.packed:
        yield chunk


def _pack(text: Text) -> bytes | Exception:
    try:
        return pickle.dumps(text, protocol=5)
    except Exception as error:  # noqa: BLE001 - a foreign object may fail in any way
        return TypeError(f"{type(text).__name__} cannot travel to another process: {error}")


def _build(pipeline: Pipeline) -> Callable[[_Chunk], list[Article | Exception]]:
    """Return what a worker does with a chunk."""

    def work(chunk: _Chunk) -> list[Article | Exception]:
        return [_parse_packed(packed, pipeline) for packed in chunk.packed]

    return work


def _parse_packed(packed: bytes | Exception, pipeline: Pipeline) -> Article | Exception:
    from arabnews.corpus.worker import portable  # noqa: PLC0415 - this is the worker

    if isinstance(packed, Exception):
        return packed
    try:
        text = pickle.loads(packed)  # noqa: S301 - packed by our parent
    except Exception as error:  # noqa: BLE001 - a class of the user's own that is not to be found here
        return portable(error)
    result = _parse(text, pipeline)
    return portable(result) if isinstance(result, Exception) else result


def _split(chunk: _Chunk) -> list[_Chunk]:
    return [_Chunk(number, [packed]) for number, packed in enumerate(chunk.packed, chunk.first)]


def _lost(chunk: _Chunk, reason: str) -> list[Article | Exception]:
    return [RunError(f"text {chunk.first}", f"a worker died over it: {reason}")]
