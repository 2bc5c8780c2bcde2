r"""A plugin for pytest: the fixture `parse`, and tests from case files. Opt-in, so that nobody pays for it unasked.

In `conftest.py`:

```python
pytest_plugins = ["arabnews.testing.pytest_plugin"]
```

Which plugins `parse` runs is told by the option `arabnews_plugins` in pytest's configuration (names, or modules that
can be imported), or by a fixture of that name; without either all installed ones run:

```python
@pytest.fixture(scope="session")
def arabnews_plugins():
    return ["dates", "embeds", "page", my_plugin]
```

A test that names a case file runs once for each case in it, under the case's title:

```python
@pytest.mark.cases("cases/amounts.txt")
def test_amounts(case, parse):
    found = parse(case.input).annotations_of(Amount)
    assert "\n".join(amount.span.text for amount in found) == case.expected
```
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from arabnews import Pipeline
from arabnews.plugins import installed
from arabnews.testing.cases import read_cases

try:
    import pytest
except ModuleNotFoundError as error:
    msg = "arabnews.testing.pytest_plugin needs pytest: pip install 'arabnews[testing]'"
    raise ModuleNotFoundError(msg, name="pytest") from error

if TYPE_CHECKING:
    from collections.abc import Iterable


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `arabnews_plugins` to the configuration file."""
    parser.addini("arabnews_plugins", "plugins that the fixture `parse` runs, in order", type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest of the mark."""
    config.addinivalue_line("markers", "cases(path, ...): run for each case of case files, beside the test's module")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test of each case in the files that a test names."""
    marks = list(metafunc.definition.iter_markers("cases"))
    if not marks:
        return
    folder = metafunc.definition.path.parent
    cases = [case for mark in marks for path in mark.args for case in read_cases(folder / path)]
    metafunc.parametrize("case", cases, ids=[case.title for case in cases])


@pytest.fixture(scope="session")
def arabnews_plugins(request: pytest.FixtureRequest) -> Iterable[Any] | None:
    """Return the plugins that `parse` runs, or None for all that are installed."""
    named: list[str] = request.config.getini("arabnews_plugins")
    if not named:
        return None
    known = {entry.name for entry in installed()}
    return [name if name in known else importlib.import_module(name) for name in named]


@pytest.fixture(scope="session")
def parse(arabnews_plugins: Iterable[Any] | None) -> Pipeline:
    """Return a pipeline to parse with: `parse(text)` or `parse(text, "2024-05-14")`.

    It is strict: what a plugin raises, and what the core refuses, fails the test.
    """
    if arabnews_plugins is None:
        return Pipeline.default(strict=True)
    return Pipeline(arabnews_plugins, strict=True)
