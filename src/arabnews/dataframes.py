"""Articles as data frames: the tables of `arabnews.corpus`, for pandas and polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from arabnews.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    import pyarrow as pa

Engine = Literal["pandas", "polars"]

_ENGINES: Final = ("pandas", "polars")
# Python objects of an article take some ten times the room of its Arrow form: few articles at a time
_LOT: Final = 64


def to_frames(articles: Iterable[Article], engine: Engine = "pandas") -> dict[str, Any]:
    """Return what articles hold as data frames, by name.

    The frames are articles, statements, entities, mentions, dates, embeds and links (who is quoted about whom), with
    the columns of `arabnews.corpus.TABLES`. They are joined by `row`, the number of the article from 1, or by the
    article's id: `metadata["id"]`, or its number where there is none. Frames of pandas have the types of Arrow, so that
    numbers stay whole and days stay days where some are missing.

    Args:
        articles: articles as `parse` and `pipe` give them; they are taken one by one.
        engine: "pandas" (needs the extra `arabnews[pandas]`) or "polars" (`arabnews[polars]`).

    Raises:
        MissingExtraError: the extra is not installed.
        TypeError: one of the articles is none, or it is no list of them but one alone.
        ValueError: the engine is neither of the two, or Arrow cannot hold what an article says.

    >>> from arabnews import parse, to_frames
    >>> frames = to_frames([parse("قال الوزير سمير حداد إن الجسر جاهز.")], "polars")
    >>> frames["statements"].select("row", "speaker", "content").rows()
    [(1, 'سمير حداد', 'الجسر جاهز')]
    """
    from arabnews.corpus.batch import to_tables  # noqa: PLC0415 - most who import arabnews want no tables
    from arabnews.corpus.extras import load_extra  # noqa: PLC0415

    if engine not in _ENGINES:
        msg = f'the engine is "pandas" or "polars", not {engine!r}'
        raise ValueError(msg)
    if isinstance(articles, Article):
        msg = "articles are a list or another iterable of Articles, not one; one alone is to_frames([article])"
        raise TypeError(msg)
    module = load_extra(engine, engine, f"A data frame of {engine}")
    load_extra("pyarrow", engine, f"A data frame of {engine}")
    return {name: _frame(table, engine, module) for name, table in to_tables(_batches(articles)).items()}


def _frame(table: pa.Table, engine: Engine, module: ModuleType) -> Any:
    return table.to_pandas(types_mapper=module.ArrowDtype) if engine == "pandas" else module.from_arrow(table)


def _batches(articles: Iterable[Article]) -> Iterator[pa.RecordBatch]:
    from arabnews.corpus.record import clean, to_record  # noqa: PLC0415 - see `to_frames`

    lot: list[dict[str, Any]] = []
    for number, article in enumerate(articles, 1):
        if not isinstance(article, Article):
            msg = f"number {number} is no Article but {type(article).__name__}"
            raise TypeError(msg)
        lot.append(to_record(article, number, clean(str(article.metadata.get("id", number)))))
        if len(lot) == _LOT:
            yield _batch(lot)
            lot = []
    if lot:
        yield _batch(lot)


def _batch(lot: list[dict[str, Any]]) -> pa.RecordBatch:
    from arabnews.corpus.batch import to_batch, to_rejects  # noqa: PLC0415 - see `to_frames`

    batch = to_batch(lot)
    for reject in to_rejects(batch).to_pylist():
        msg = f"article {reject['id']}: {reject['error']}"
        raise ValueError(msg)
    return batch
