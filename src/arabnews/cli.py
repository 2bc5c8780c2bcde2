"""The command line: `arabnews parse`, `arabnews plugins`, `arabnews trace`, and `arabnews run` of `corpus.command`.

Exit codes: 0, all went well; 1, a file could not be read or parsed (the others are done, each failure is told on
standard error), or the output not be written; 2, the command was used wrongly.
"""

from __future__ import annotations

import datetime as dt
import errno
import json
import math
import os
import shlex
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import click
from rich.console import Console

from arabnews.choosing import EncodingName, pipeline_options
from arabnews.errors import ArabnewsError, OptionError, PluginLoadWarning, ReadError
from arabnews.plugins import discover
from arabnews.reading import LIMIT, TextFile, find_files, read_text
from arabnews.show import show_article, show_plugins, show_trace
from arabnews.skeleton import SkeletonError, write_skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from arabnews.choosing import PipelineChoice
    from arabnews.pipeline import Pipeline


_MEGABYTE: Final = 1024 * 1024
_UNWRITTEN: Final = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EBADF})
"""What a write to standard output may fail with; click itself sees to a pipe that is closed."""


class _Published(click.ParamType[str]):
    """A day or a moment in ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as it was written, or fail as wrong usage."""
        try:
            dt.datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date like 2024-03-05, and no time like 2024-03-05T18:30", param, ctx)
        return str(value)


class _Megabytes(click.ParamType[int]):
    """A size in MB, as a number of bytes."""

    name = "MB"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes, or fail as wrong usage."""
        try:
            size = float(value)
        except ValueError:
            size = 0.0
        if not 0 < size < math.inf:
            self.fail(f"{value!r} is no size in MB like 8 or 0.5", param, ctx)
        return int(size * _MEGABYTE)


def _tell(message: str) -> None:
    click.echo(message, err=True)


class _Run:
    """What went wrong while the inputs were gone through one by one."""

    def __init__(self) -> None:
        self.failed = False

    def fail(self, error: ArabnewsError) -> None:
        """Tell of an input that could not be done, and go on."""
        self.failed = True
        _tell(f"arabnews: {error}")

    def inputs(self, paths: tuple[str, ...], encoding: str | None, limit: int) -> Iterator[TextFile]:
        """Yield the text of every file that can be read."""
        for path in paths:
            try:
                for name in find_files(path):
                    try:
                        file = read_text(name, encoding, limit)
                    except ReadError as error:
                        self.fail(error)
                        continue
                    if file.note:
                        _tell(f"arabnews: {file.name}: {file.note}")
                    yield file
            except ReadError as error:
                self.fail(error)


@contextmanager
def _warnings_told() -> Iterator[None]:
    """Tell what is wrong with plugins on standard error, a line each, whenever it shows."""

    def show(message: Warning | str, *_: object, **__: object) -> None:
        _tell(f"arabnews: {message}")

    with warnings.catch_warnings():
        warnings.simplefilter("always", PluginLoadWarning)
        warnings.showwarning = show
        yield


def _pipeline(choice: PipelineChoice) -> Pipeline:
    """Return the chosen pipeline; end the program where it cannot be built."""
    try:
        return choice.build()
    except OptionError as error:
        raise click.BadParameter(str(error), param_hint="'--set'") from error
    except ArabnewsError as error:
        _tell(f"arabnews: {error}")
        sys.exit(1)


class _Commands(click.Group):
    """The commands; what only one of them needs is imported when it is called."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; end the program with one line where its output cannot be written, as on a full disk."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.filename is not None or error.errno not in _UNWRITTEN:
                raise
            _tell(f"arabnews: the output cannot be written: {error.strerror}")
            # what Python still holds of the output would fail once more at the very end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command that the arguments begin with; a file in its place is told what to do with it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if not Path(args[0]).exists():
                raise
            msg = f"{error.message} To parse the file or folder: arabnews parse {shlex.quote(args[0])}"
            raise click.UsageError(msg, error.ctx) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted([*super().list_commands(ctx), "run"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name != "run":
            return super().get_command(ctx, cmd_name)
        from arabnews.corpus.command import run  # noqa: PLC0415 - nobody else needs a pool of workers

        return run


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="arabnews", message="arabnews %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Who said what, about whom, when and through which channel: facts from the text of Arabic news articles."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal of another encoding shows what it can, instead of ending the program
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    ctx.with_resource(_warnings_told())


def _input_options(command: Callable[..., None]) -> Callable[..., None]:
    options = (
        click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|-"),
        click.option("--published", type=_Published(), help="The day of publication, the anchor of relative dates."),
        click.option("--encoding", type=EncodingName(), help="The files' encoding; recognised by default."),
        click.option("--max-size", type=_Megabytes(), default=f"{LIMIT // _MEGABYTE}", show_default=True,
                     metavar="MB", help="Refuse files that are larger."),
    )  # fmt: skip
    command = pipeline_options(command)
    for option in reversed(options):
        command = option(command)
    return command


@main.command()
@_input_options
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
def parse(
    files: tuple[str, ...],
    published: str | None,
    encoding: str | None,
    max_size: int,
    form: str,
    *,
    choice: PipelineChoice,
) -> None:
    """Parse articles: files (text or HTML), the files of folders, or standard input for "-"."""
    run, pipeline, console = _Run(), _pipeline(choice), Console()
    many = len(files) > 1 or Path(files[0]).is_dir()  # then JSON is one array
    written = 0
    for file in run.inputs(files, encoding, max_size):
        try:
            article = pipeline(file.article, published)
        except ArabnewsError as error:
            run.fail(ReadError(file.name, str(error)))
            continue
        for problem in article.problems:
            _tell(f"arabnews: {file.name}: plugin {problem.plugin} failed in {problem.hook}: {problem.message}")
        if form == "text":
            if written:
                console.rule()
            show_article(article, console, file.name)
        elif form == "jsonl":
            click.echo(article.to_json())
        else:
            click.echo((",\n" if written else "[\n" if many else "") + article.to_json(indent=1), nl=False)
        written += 1
    if form == "json" and (written or many):
        click.echo(("\n]" if written else "[]") if many else "")
    sys.exit(1 if run.failed else 0)


@main.command()
@_input_options
def trace(
    files: tuple[str, ...], published: str | None, encoding: str | None, max_size: int, choice: PipelineChoice
) -> None:
    """Show what each plugin did with an article: finds, losers and why, milliseconds."""
    run, pipeline, console = _Run(), _pipeline(choice), Console()
    for file in run.inputs(files, encoding, max_size):
        try:
            show_trace(pipeline.trace(file.article, published), console, file.name)
        except ArabnewsError as error:
            run.fail(ReadError(file.name, str(error)))
    sys.exit(1 if run.failed else 0)


@main.group(invoke_without_command=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def plugins(ctx: click.Context, form: str) -> None:
    """List the installed plugins: name, version, hooks, and whether they run. `new` writes one of your own."""
    if ctx.invoked_subcommand is not None:
        return
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", PluginLoadWarning)
        _, rows = discover()
    told = {row.message for row in rows}
    for warning in caught:
        if not any(message and str(warning.message).endswith(message) for message in told):
            _tell(f"arabnews: {warning.message}")
    if form == "json":
        click.echo(json.dumps([attrs.asdict(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        show_plugins(rows, Console())


@plugins.command()
@click.argument("name")
@click.option("--into", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), metavar="DIR",
              help="The folder that the project is written into; here by default.")  # fmt: skip
def new(name: str, into: Path) -> None:
    """Write the project of a new plugin: it installs, is found, and passes its own tests at once."""
    try:
        target = write_skeleton(name, into)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from error
    except SkeletonError as error:
        _tell(f"arabnews: {error}")
        sys.exit(1)
    click.echo(f"{target} is written. README.md in it tells what to change; to install and test it:")
    click.echo(f'    cd {shlex.quote(str(target))} && pip install -e ".[test]" && pytest')
