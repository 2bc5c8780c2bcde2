"""The command `arabnews run`: what it tells, what it refuses, and its exit codes."""

from __future__ import annotations

import io
import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from inline_pool import Inline
from rich.console import Console

from arabnews.cli import main
from arabnews.corpus import Totals, running
from arabnews.corpus.progress import ProgressBar

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "قال المدير سمير حداد في بيان إن المشروع جاهز، وأضاف أن العمل على الجسر بدأ أمس."


@pytest.fixture
def archive(tmp_path: Path) -> str:
    rows = [{"id": f"n{n}", "text": f"{TEXT} {n}", "published": "2024-06-01"} for n in range(30)]
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return str(path)


@pytest.fixture(autouse=True)
def _inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "Pool", Inline)


def command(*arguments: str | Path | int) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["run", *map(str, arguments)], catch_exceptions=False)
    return result.exit_code, result.output


def test_the_command(archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARABNEWS_PLUGINS", "dates")
    out = tmp_path / "out"
    code, told = command(archive, "-o", out, "--format", "jsonl", "--sample", "50%", "--limit", 9, "--workers", 1)
    assert code == 0
    assert "text from 'text', id from 'id', published from 'published'; --outlet may name more" in told
    assert "arabnews: 9 rows: " in told
    assert command(archive, "-o", out, "--format", "jsonl") == (
        1, f"arabnews: {out}: holds a finished run; name another folder\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--sample", "0"], 2, "no share of the rows like 0.01 or 1%"),
        (["--encoding", "nonsense"], 2, "no text encoding is called"),
        (["--encoding", "base64"], 2, "no text encoding is called"),
        (["--text", "body"], 1, "has no field 'body' for --text"),
    ],
)
def test_wrong_usage(arguments: list[str], code: int, told: str, archive: str, tmp_path: Path) -> None:
    found = command(archive, "-o", tmp_path / "out", *arguments)
    assert found[0] == code
    assert told in found[1]
    assert not (tmp_path / "out").exists()


def test_ctrl_c_tells_how_to_go_on(archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def halt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("arabnews.corpus.command.run_corpus", halt)
    code, told = command(archive, "-o", tmp_path / "out")
    assert (code, "go on with the same command and --resume" in told) == (130, True)


def test_progress_in_plain_lines_and_as_a_bar() -> None:
    for terminal in (False, True):
        seconds = iter([float(n) for n in range(0, 10_000, 5)])
        console = Console(record=True, force_terminal=terminal, width=100, file=io.StringIO())
        with ProgressBar(console, partial(next, seconds)) as bar:
            bar.begin([], Totals(100, 5), 1000, None)
            for n in range(1, 4):
                bar.advance(Totals(100 + 50 * n, 5), 100 + 100 * n)
            text = console.export_text()
        assert "105 rows are there; going on" in text
        if not terminal:
            assert "arabnews: 205 rows, 10 rows/s, 5 rejected, about 35 s left" in text


def test_options_of_plugins_are_part_of_the_run(archive: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = (archive, "-o", out, "--format", "csv", "--limit", 3)
    assert command(*arguments, "--set", "quotes.verbatim=true")[0] == 0
    assert len((out / "statements/part-00000.csv").read_text("utf-8").splitlines()) == 1
    assert json.loads((out / "run.json").read_bytes())["plugins"]["quotes"]["options"] == {"verbatim": True}
    (out / "manifest.json").unlink()
    code, told = command(*arguments, "--resume")
    assert (code, "options of plugin quotes was {'verbatim': True}, is {}" in told) == (1, True)
    code, told = command(archive, "-o", tmp_path / "new", "--set", "quotes.verbal=true")
    assert (code, "option quotes.verbal: is not known; known: min_confidence, verbatim" in told) == (2, True)
    code, told = command(archive, "-o", tmp_path / "new", "--plugin", "no_plugin_at_all")
    assert (code, "plugin no_plugin_at_all: cannot be imported" in told) == (1, True)
