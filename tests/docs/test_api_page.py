"""docs/api.md documents every public name, and no name that is not there."""

from __future__ import annotations

import re
from importlib import import_module

from pages import DOCS

import arabnews

PAGE = (DOCS / "api.md").read_text("utf-8")
DIRECTIVE = re.compile(r"^\.\. (?:auto\w+|py:\w+):: ([\w.]+)$", re.MULTILINE)


def test_every_public_name_is_documented() -> None:
    documented = {
        name.removeprefix("arabnews.") for name in DIRECTIVE.findall(PAGE) if re.fullmatch(r"arabnews\.\w+", name)
    }
    assert set(arabnews.__all__) <= documented


def test_every_documented_name_exists() -> None:
    for name in DIRECTIVE.findall(PAGE):
        module, _, attribute = name.rpartition(".")
        if name in ("arabnews.fold", "arabnews.lexicon"):
            import_module(name)
        else:
            assert hasattr(import_module(module), attribute), name
