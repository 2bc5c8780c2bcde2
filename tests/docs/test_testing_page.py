"""docs/plugins/test.md lists the checks, the arguments and the strategies of the kit as they are."""

from __future__ import annotations

import inspect
import re

from pages import DOCS, sections

from arabnews import testing
from arabnews.testing.faults import CHECKS

SECTIONS = sections(DOCS / "plugins" / "test.md")


def test_checks_and_their_promises() -> None:
    rows = re.findall(r"^\| (?!check |argument )([a-zA-Z][^|`]*) \| (.+) \|$", SECTIONS["check_plugin"], re.MULTILINE)
    assert rows == list(CHECKS.items())


def test_arguments_and_their_defaults() -> None:
    shown = re.findall(r"^\| `(\w+=[^`]*)`", SECTIONS["check_plugin"], re.MULTILINE)
    parameters = list(inspect.signature(testing.check_plugin).parameters.values())[1:]
    assert shown == [f"{parameter.name}={parameter.default!r}" for parameter in parameters]


def test_every_public_name_is_told() -> None:
    page = "".join(SECTIONS.values())
    for name in testing.__all__:
        assert re.search(rf"\b{name}\b", page), name
