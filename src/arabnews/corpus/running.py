"""A run over a corpus: from inputs to parts in a folder, nothing lost, and resumed where it was halted."""

from __future__ import annotations

import json
import pickle
import shutil
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from attrs import asdict, field, frozen
from attrs.validators import ge, gt, in_, le, optional

from arabnews.corpus.extract import MAX_CHARS
from arabnews.corpus.extras import load_arrow
from arabnews.corpus.fields import Fields
from arabnews.corpus.folder import LOCK, UNFINISHED, locked, put, settle, settle_folder, write_whole, writing
from arabnews.corpus.identity import differences, identify
from arabnews.corpus.inputs import Limits, find_inputs
from arabnews.corpus.parts import RECORDS, REJECTS, Part, Record, read_records, sweep
from arabnews.corpus.pool import Job, Pool, cores
from arabnews.corpus.rows import Batch, Choice, Reader, Start, make_batches
from arabnews.corpus.totals import Totals
from arabnews.corpus.work import FORMATS, Output, build_work, lose
from arabnews.errors import RunError
from arabnews.pipeline import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.corpus.inputs import Input
    from arabnews.pipeline import Pipeline

IDENTITY: Final = "run.json"
MANIFEST: Final = "manifest.json"
REJECTED: Final = "rejects.jsonl"
PART_ROWS: Final = 5000
_OURS: Final = {LOCK, UNFINISHED, f"{IDENTITY}.unfinished"}


@frozen(kw_only=True)
class RunOptions:
    """What of a run decides its output.

    Attributes:
        form: parquet, jsonl or csv.
        fields: the names of the fields that count; those that are None are sniffed.
        limit: the most rows that are taken.
        sample: the share of rows that are taken, drawn by `seed`: the same rows each time.
        seed: of the sample.
        max_chars: the length in code points past which a text is rejected.
        part_rows: how many rows of the inputs are a part.
        encoding: of lines of JSONL and CSV, and of text files; UTF-8 by default, text files are recognised.

    >>> RunOptions(form="csv", sample=0.01, fields=Fields(text="body")).describe()["text"]
    'body'
    """

    form: str = field(default="parquet", validator=in_(FORMATS))
    fields: Fields = field(factory=Fields)
    limit: int | None = field(default=None, validator=optional(ge(0)))
    sample: float = field(default=1.0, validator=[gt(0), le(1)])
    seed: int = 0
    max_chars: int = field(default=MAX_CHARS, validator=ge(1))
    part_rows: int = field(default=PART_ROWS, validator=ge(1))
    encoding: str | None = None

    def describe(self) -> dict[str, Any]:
        """Return the options as they are named on the command line."""
        told = asdict(self, filter=lambda attribute, _: attribute.name not in {"fields", "form"})
        return {"format": self.form, **self.fields._asdict(), **told}


class Listener(Protocol):
    """Who is told how a run goes."""

    def begin(self, inputs: Sequence[Input], totals: Totals, size: int, limit: int | None) -> None:
        """Take note of what will be read, `size` in bytes, and of what was done before."""

    def advance(self, totals: Totals, position: int) -> None:
        """Take note of what is done; `position` is in bytes of all inputs."""


class _Silence:
    def begin(self, *_: object) -> None: ...
    def advance(self, *_: object) -> None: ...


def run(  # noqa: PLR0913 - what is read, where it goes, and how
    paths: Sequence[str],
    output: str | Path,
    options: RunOptions | None = None,
    *,
    pipeline: Pipeline | None = None,
    workers: int | None = None,
    resume: bool = False,
    listener: Listener | None = None,
) -> Totals:
    """Parse all rows of the inputs into a folder, and return how many there were.

    Each row becomes rows of the tables, or a line of `rejects.jsonl`. The folder ends with the same bytes whatever the
    number of workers, and however often the run was halted and resumed.

    Args:
        paths: files and folders.
        output: a folder that is new or empty, or with `resume` one that holds the beginning of the same run.
        options: what decides the output.
        pipeline: of installed plugins; the default one without it.
        workers: how many processes; all cores without it.
        resume: go on with what is there.
        listener: is told how it goes.

    Raises:
        RunError: the run cannot begin or go on; what was finished stays and can be resumed.
        MissingExtraError: a form of input or output needs an extra that is not installed.
        PluginError: the pipeline holds a plugin that cannot travel to another process.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     article = Path(folder, "article.txt")
    ...     _ = article.write_text("قال الوزير سمير حداد إن الجسر جاهز.", "utf-8")
    ...     run([str(article)], Path(folder, "found"), RunOptions(form="jsonl"), workers=1)
    Totals(articles=1, rejected=0, problems=0)
    """
    options, folder = options or RunOptions(), Path(output)
    walk = pipeline or default_pipeline()
    pickle.dumps(walk)
    if options.form == "parquet":
        load_arrow()
    limits = Limits(options.max_chars, options.encoding)
    inputs = find_inputs(paths, options.fields, limits, folder)
    identity = identify(walk, options.describe(), inputs)
    with locked(folder):
        if _is_done(folder, identity, resume=resume):
            return _finish(folder, None)
        with writing(folder):
            sweep(folder)
            records = list(read_records(folder))
            if not (folder / IDENTITY).exists():
                write_whole(folder / IDENTITY, _to_json(identity))
        plan = _Plan(
            folder,
            options,
            Reader(inputs, limits, folder),
            Job(build_work, (walk, inputs, options.form, limits)),
            workers or cores(),
            listener or _Silence(),
        )
        records.extend(_make_parts(plan, tuple(records)))
        return _finish(folder, records)


class _Plan(NamedTuple):
    """All that a run needs to make its parts."""

    folder: Path
    options: RunOptions
    reader: Reader
    job: Job
    workers: int
    listener: Listener


def _is_done(folder: Path, identity: dict[str, Any], *, resume: bool) -> bool:
    """Tell whether the run is finished; refuse what is not this run."""
    there = {path.name for path in folder.iterdir()}
    if IDENTITY not in there:
        if there - _OURS:
            reason = "is not empty and holds no run; name a new folder"
            raise RunError(str(folder), reason)
        return False
    done = MANIFEST in there
    if not resume:
        way = "holds a finished run;" if done else "holds a run that was halted; go on with --resume, or"
        reason = f"{way} name another folder"
        raise RunError(str(folder), reason)
    before = json.loads((folder / IDENTITY).read_bytes())
    changes = list(differences(before, identity))
    if changes:
        reason = "cannot be resumed, since its parts would not fit each other: "
        raise RunError(str(folder), reason + "; ".join(changes) + "; begin anew in another folder")
    return done


def _make_parts(plan: _Plan, done: Sequence[Record]) -> Iterator[Record]:
    """Make the parts that are missing, and yield their records."""
    folder, options, reader = plan.folder, plan.options, plan.reader
    start = end = done[-1].end if done else Start()
    totals = Totals.of(record.totals for record in done)
    choice = Choice(options.limit, options.sample, options.seed)
    sent: deque[tuple[Batch, Start]] = deque()

    def batches() -> Iterator[Batch]:
        for pair in make_batches(reader, choice, start, options.part_rows):
            sent.append(pair)
            yield pair[0]

    def lost(batch: Batch, reason: str) -> Output:
        return lose(reader.inputs, batch, reason)

    size = sum(source.size for source in reader.inputs)
    plan.listener.begin(reader.inputs, totals, size, options.limit)
    pool: Pool[Batch, Output] = Pool(plan.job, plan.workers, split=Batch.split, lost=lost)
    number = len(done)
    part: Part | None = None
    with pool:
        try:
            for outputs in pool.map(batches()):
                batch, end = sent.popleft()
                output = Output.join(outputs)
                totals = Totals.of([totals, output.totals])
                record = None
                with writing(folder):
                    part = part or Part(folder, batch.part, options.form)
                    part.add(output)
                    if batch.closes:
                        record, part, number = part.finish(end), None, number + 1
                plan.listener.advance(totals, batch.position)
                if record is not None:
                    yield record
            if part is not None or number == 0:
                with writing(folder):
                    part = part or Part(folder, 0, options.form)
                    record, part = part.finish(end._replace(part=number + 1)), None
                yield record
        finally:
            if part is not None:
                part.discard()


def _finish(folder: Path, records: list[Record] | None) -> Totals:
    """Write what tells that the run is finished, sweep up, and return what it came to.

    Without records the run was finished before.
    """
    with writing(folder):
        if records is None:
            manifest = json.loads((folder / MANIFEST).read_bytes())
            totals = Totals(manifest["articles"], manifest["rejected"], manifest["problems"])
        else:
            totals = Totals.of(record.totals for record in records)
            _join_rejects(folder, records)
            parts = [record.tell() for record in records]
            write_whole(folder / MANIFEST, _to_json({"rows": totals.rows, **asdict(totals), "parts": parts}))
        for name in (RECORDS, REJECTS, UNFINISHED):
            shutil.rmtree(folder / name, ignore_errors=True)
    return totals


def _join_rejects(folder: Path, records: list[Record]) -> None:
    temporary = folder / f"{REJECTED}.unfinished"
    with temporary.open("wb") as whole:
        for record in records:
            with (folder / record.rejects).open("rb") as piece:
                shutil.copyfileobj(piece, whole)
        settle(whole)
    put(temporary, folder / REJECTED)
    settle_folder(folder)


def _to_json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogateescape")
