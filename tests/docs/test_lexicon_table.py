"""docs/plugins/options-and-lexicons.md names tables that are there, with the columns that they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages import DOCS, sections, table

from arabnews import lexicon
from arabnews.plugins import load_named

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def columns_of(file: Traversable) -> str:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if not line.startswith("#")).replace("\t", " ")


def test_tables_and_columns() -> None:
    rows = table(sections(DOCS / "plugins" / "options-and-lexicons.md")["Lexicon files"])
    assert len(rows) > 9
    for name, owner, columns in rows:
        files = lexicon.shared_lexicons() if owner == "the core" else load_named(owner).hooks["lexicons"]()
        assert columns_of(files[name]) == columns, name
    assert {name for name, owner, _ in rows if owner == "the core"} <= set(lexicon.shared_lexicons())
