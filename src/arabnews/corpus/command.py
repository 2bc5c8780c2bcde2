"""`arabnews run`: the command line of a run over a corpus."""

from __future__ import annotations

import shlex
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from rich.console import Console

from arabnews.choosing import EncodingName, pipeline_options
from arabnews.corpus.extract import MAX_CHARS
from arabnews.corpus.fields import Fields
from arabnews.corpus.progress import ProgressBar
from arabnews.corpus.running import PART_ROWS, REJECTED, RunOptions
from arabnews.corpus.running import run as run_corpus
from arabnews.corpus.work import FORMATS
from arabnews.errors import ArabnewsError, MissingExtraError, OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.choosing import PipelineChoice
    from arabnews.corpus.totals import Totals

_OTHER_FORMATS: Final = ", or choose --format csv or jsonl, which need none"
HALTED: Final = 130
"""The exit code after Ctrl-C, as shells have it."""


class _Share(click.ParamType[float]):
    """A share of the rows: 0.01 or 1%."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the share, or fail as wrong usage."""
        text = str(value)
        try:
            share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        except ValueError:
            share = 0.0
        if not 0 < share <= 1:
            self.fail(f"{value!r} is no share of the rows like 0.01 or 1%", param, ctx)
        return share


def _field(name: str, what: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        f"--{name}", metavar="FIELD", help=f"The field or column that holds {what}; sniffed by default."
    )


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="The folder for the output: a new one, or with --resume that of the run to go on with.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="parquet", show_default=True,
              help="Tables in Parquet or CSV, or whole articles in JSONL.")  # fmt: skip
@_field("text", "the text")
@_field("id", "the id")
@_field("published", "the day of publication")
@_field("outlet", "the outlet")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="How many processes; all cores by default.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Take N rows at most.")
@click.option("--sample", type=_Share(), default=1.0, metavar="SHARE", help="Take a share of the rows: 0.01 or 1%.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the sample: another one draws other rows.")
@click.option("--resume", is_flag=True, help="Go on with the run that was halted in the output folder.")
@click.option("--max-chars", type=click.IntRange(min=1), default=MAX_CHARS, show_default=True, metavar="N",
              help="Reject texts that are longer, in characters.")  # fmt: skip
@click.option("--part-rows", type=click.IntRange(min=1), default=PART_ROWS, show_default=True, metavar="N",
              help="Rows of a part: what a halted run does again at most.")  # fmt: skip
@click.option("--encoding", type=EncodingName(), metavar="NAME", help="The inputs' encoding, if it is not UTF-8.")
@pipeline_options
def run(  # noqa: PLR0913, PLR0917 - a command has as many parameters as options
    inputs: tuple[str, ...],
    output: Path,
    form: str,
    text: str | None,
    id: str | None,  # noqa: A002 - the option is called so
    published: str | None,
    outlet: str | None,
    workers: int | None,
    limit: int | None,
    sample: float,
    seed: int,
    max_chars: int,
    part_rows: int,
    encoding: str | None,
    choice: PipelineChoice,
    *,
    resume: bool,
) -> None:
    """Parse a corpus into tables: JSONL, CSV, Parquet, or folders of text and HTML.

    Each row of the inputs is in the output or, with the reason, in rejects.jsonl. A run that was halted, however, goes
    on with --resume, and ends with the same output.
    """
    options = RunOptions(
        form=form, fields=Fields(text, id, published, outlet), limit=limit, sample=sample, seed=seed,
        max_chars=max_chars, part_rows=part_rows, encoding=encoding,
    )  # fmt: skip
    console = Console(stderr=True)
    # an order to end is as good as Ctrl-C: what is finished stays
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        with ProgressBar(console) as bar:
            totals = run_corpus(
                inputs, output, options, pipeline=choice.build(), workers=workers, resume=resume, listener=bar
            )
    except OptionError as error:
        raise click.BadParameter(str(error), param_hint="'--set'") from error
    except KeyboardInterrupt:
        _tell(f"arabnews: halted; what is finished stays in {output}: go on with the same command and --resume")
        sys.exit(HALTED)
    except ArabnewsError as error:
        tables = isinstance(error, MissingExtraError) and form == "parquet"
        _tell(f"arabnews: {error}{_OTHER_FORMATS if tables and not _in_arrow(inputs) else ''}")
        sys.exit(1)
    finally:
        signal.signal(signal.SIGTERM, before)
    _tell(_summary(totals, output))


def _in_arrow(inputs: tuple[str, ...]) -> bool:
    return any(name.endswith((".parquet", ".zst")) for name in inputs)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _tell(message: str) -> None:
    click.echo(message, err=True)


def _summary(totals: Totals, output: Path) -> str:
    place = shlex.quote(str(output))
    words = f"arabnews: {_counted(totals.rows, 'row')}: {_counted(totals.articles, 'article')} in {place}"
    if totals.rejected:
        words += f", {totals.rejected:,} rejected (see {REJECTED})"
    if totals.problems:
        words += f"; {_counted(totals.problems, 'problem')} told in the articles"
    return words


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
