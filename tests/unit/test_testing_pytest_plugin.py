"""The plugin for pytest, as an author of a plugin uses it: in a folder of its own, in another process."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLUGIN = """
import re
from attrs import frozen
from arabnews import Span, hookimpl

@frozen
class Number:
    span: Span

@hookimpl
def annotation_types():
    return [Number]

@hookimpl
def find_annotations(article):
    if "خطأ" in article.text:
        raise ValueError("as asked")
    for match in re.finditer(r"[0-9]+", article.prose):
        yield Number(Span.cut(article.text, *match.span()))
"""

TEST = """
import pytest
from arabnews import PluginError
from numbers_plugin import Number

@pytest.mark.cases("cases/numbers.txt")
def test_numbers(case, parse):
    found = parse(case.input, "2024-05-14").annotations_of(Number)
    assert "\\n".join(number.span.text for number in found) == case.expected

def test_strict(parse):
    with pytest.raises(PluginError, match="as asked"):
        parse("خطأ")

def test_plugins(parse):
    assert parse.plugins == ("dates", "numbers_plugin")
"""

CASES = """
# numbers in prose
one number
.
في القرية 12 بيتا
.
12
.

two numbers in two lines
.
4 مدارس

و5 ملاعب
.
4
5
.

this one is wrong
.
لا شيء
.
7
.
"""


def run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(folder), "HYPOTHESIS_NO_PLUGINS": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603 - ourselves
    return done.stdout.decode("utf-8") + done.stderr.decode("utf-8")


def write(folder: Path) -> None:
    (folder / "cases").mkdir()
    (folder / "cases" / "numbers.txt").write_text(CASES, "utf-8")
    (folder / "numbers_plugin.py").write_text(PLUGIN, "utf-8")
    (folder / "test_numbers.py").write_text(TEST, "utf-8")


def test_a_fixture_and_case_files(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["arabnews.testing.pytest_plugin"]\n', "utf-8")
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\narabnews_plugins = dates numbers_plugin\naddopts = --strict-markers\n"
    )
    told = run(tmp_path, "-v")
    assert "test_numbers[one number] PASSED" in told, told
    assert "test_numbers[two numbers in two lines] PASSED" in told
    assert "test_numbers[this one is wrong] FAILED" in told
    assert "1 failed, 4 passed" in told


def test_a_fixture_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path)
    own = 'import pytest\n@pytest.fixture(scope="session")\ndef arabnews_plugins():\n    import numbers_plugin\n'
    (tmp_path / "conftest.py").write_text(
        f'pytest_plugins = ["arabnews.testing.pytest_plugin"]\n{own}    return ["dates", numbers_plugin]\n', "utf-8"
    )
    assert "1 failed, 4 passed" in run(tmp_path)
