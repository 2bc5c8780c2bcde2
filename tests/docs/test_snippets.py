"""What the pages of docs/ show is what happens: examples, files and commands are run as they stand there."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pages import DOCS, PAGES, snippets

from arabnews.cli import main
from arabnews.pipeline import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages import Snippet

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
PASSED_OVER = ("python -m venv .venv", ". .venv/bin/activate", "pip install arabnews", "pip install arabnews[testing]")
IDS = [str(page.relative_to(DOCS)) for page in PAGES]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield an empty folder to work in, where plugins may be laid as if they were installed."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(site)
    monkeypatch.syspath_prepend(DOCS / "plugins" / "example" / "src")
    monkeypatch.setenv("COLUMNS", "120")
    for variable in ("ARABNEWS_PLUGINS", "ARABNEWS_DISABLE"):
        monkeypatch.delenv(variable, raising=False)
    forget(tmp_path)
    yield tmp_path
    forget(tmp_path)


def forget(folder: Path) -> None:
    """Forget what was imported from a folder and the plugins that were loaded: the next one sees what is there now."""
    default_pipeline.cache_clear()
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(str(folder)):
            del sys.modules[name]
    importlib.invalidate_caches()


def install(folder: Path, site: Path) -> None:
    """Lay a project as pip lays an editable one: a path to its source, its metadata and its entry points."""
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    source = folder / "src" if (folder / "src").is_dir() else folder
    sys.path.insert(0, str(source))
    info = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(exist_ok=True)
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(metadata, "utf-8")
    points = project["entry-points"]["arabnews"]
    lines = ["[arabnews]", *(f"{name} = {module}" for name, module in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    forget(site.parent)


def compare(wanted: str, got: str, snippet: Snippet) -> None:
    if not doctest.OutputChecker().check_output(wanted, got, OPTIONS):
        pytest.fail(f"line {snippet.line}: the page shows\n{wanted}\nbut this is printed\n{got}")


def run_console(snippet: Snippet, monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    """Run the commands of a block, and compare what they print with what follows them.

    `arabnews` runs in this process; pip's installing of a folder is played; what sets up an environment is passed over.
    """
    for part in f"\n{snippet.text}".split("\n$ ")[1:]:
        command, _, wanted = part.partition("\n")
        words = shlex.split(command, comments=True)
        environment = {}
        while "=" in words[0]:
            key, _, value = words.pop(0).partition("=")
            environment[key] = value
        if words[0] == "arabnews":
            done = CliRunner(env=environment).invoke(main, words[1:])
            got = "\n".join(line.rstrip() for line in done.output.splitlines())
            compare(wanted.strip() + "\n", got.strip() + "\n", snippet)
        elif words[0] == "cd":
            monkeypatch.chdir(words[1])
        elif words[:2] == ["pip", "install"] and words[-1].startswith("."):
            install(Path(re.sub(r"\[.*\]$", "", words[-1])).resolve(), site)
        elif words[0] == "pytest":
            path = os.pathsep.join([str(Path.cwd() / "src"), str(site)])
            # the check of all promises takes its time; `make example` runs it
            run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not promise"]
            subprocess.run(run, check=True, env={**os.environ, "PYTHONPATH": path})  # noqa: S603 - our own page's tests
        elif " ".join(words) not in PASSED_OVER:
            pytest.fail(f"line {snippet.line}: nobody runs {command!r}")


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_snippets_run(page: Path, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: dict[str, object] = {"Path": Path}
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    report: list[str] = []
    for snippet in snippets(page):
        if snippet.needs is not None:
            continue  # it needs an engine: tests/engines run it
        if snippet.caption is not None:
            file = workplace / snippet.caption
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(snippet.text, "utf-8")
            forget(workplace)
        elif snippet.language == "console":
            run_console(snippet, monkeypatch, workplace / "site")
        elif snippet.language == "python" and ">>>" in snippet.text:
            example = doctest.DocTestParser().get_doctest(snippet.text, names, page.name, str(page), snippet.line)
            runner.run(example, out=report.append, clear_globs=False)
            names = example.globs
            assert not runner.failures, "".join(report)
        elif snippet.language == "python":
            # annotations are not evaluated: a signature may be shown alone
            code = compile(snippet.text, str(page), "exec", annotations.compiler_flag)
            exec(code, names)  # noqa: S102 - what the project's own page shows


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_python_block_is_one_that_is_run(page: Path) -> None:
    # a block of another info string ("py", "pycon", "python3") would be shown and never run
    known = {"python", "console", "tsv", "toml", "json", "text", "", "{include}", "{eval-rst}", "{toctree}", "{note}"}
    assert {snippet.language.split(" ")[0] for snippet in snippets(page)} <= known
