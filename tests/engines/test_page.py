"""What docs/engines.md shows of Spark, Dask and Ray is what happens."""

from __future__ import annotations

import doctest
import sys
from pathlib import Path

import pytest
from engines import NO_JAVA, has_java

sys.path.insert(0, str(Path(__file__).parents[1] / "docs"))

from pages import DOCS, snippets

PAGE = DOCS / "engines.md"


@pytest.mark.parametrize("engine", ["pyspark", "dask", "ray"])
@pytest.mark.filterwarnings("ignore")
def test_examples_run(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(engine)
    if engine == "pyspark" and not has_java():
        pytest.skip(NO_JAVA)
    monkeypatch.chdir(tmp_path)
    shown = [snippet for snippet in snippets(PAGE) if ">>>" in snippet.text]
    (example,) = [
        snippet for snippet in shown if snippet.needs and f"import {engine}" in snippet.text.replace("from ", "import ")
    ]
    runner = doctest.DocTestRunner()
    report: list[str] = []
    names: dict[str, object] = {}
    for snippet in (shown[0], example):
        test = doctest.DocTestParser().get_doctest(snippet.text, names, PAGE.name, str(PAGE), snippet.line)
        runner.run(test, out=report.append, clear_globs=False)
        names = test.globs
    assert not runner.failures, "".join(report)
