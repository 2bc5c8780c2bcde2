"""docs/plugins/hooks.md names every hook, in order, with its exact arguments and types, and says what must be said."""

from __future__ import annotations

import inspect
import re

from pages import DOCS, sections

from arabnews import hookspecs
from arabnews.plugins import HOOKS

PAGE = DOCS / "plugins" / "hooks.md"


def test_every_hook_has_its_section_in_order() -> None:
    titles = list(sections(PAGE))
    assert titles == ["Rules for all", *HOOKS]


def test_signatures_are_those_of_the_specifications() -> None:
    for hook, text in sections(PAGE).items():
        if hook in HOOKS:
            shown = re.search(rf"^def ({hook}\(.*\) -> .*): \.\.\.$", text, re.MULTILINE)
            assert shown is not None, hook
            assert shown[1] == f"{hook}{inspect.signature(getattr(hookspecs, hook))}".replace("'", "")


def test_every_section_tells_the_four_things() -> None:
    for hook, text in sections(PAGE).items():
        if hook in HOOKS:
            assert re.findall(r"^- \*\*(Runs|May read|Overlaps|Failures)\b", text, re.MULTILINE) == [
                "Runs",
                "May read",
                "Overlaps",
                "Failures",
            ], hook
