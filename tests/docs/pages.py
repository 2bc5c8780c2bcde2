"""Reads the pages of docs/: their code blocks, in order, with what each is for.

A block in a fence of backticks is of one of these kinds, by its info string and its first line:

* `python` with `>>>`: an example; what it prints is compared. All examples of a page share their names.
* `python` without: run before the examples that follow.
* any language with `:caption: path`: a file of the project that the page writes; it is laid there.
* `python` with `:class: engine`: an example that needs an engine; tests/engines run it.
* `python` with `:class: adapter`: an example that needs a foreign model; nobody runs it.
* `console`: commands after `$ `. Those of `arabnews` are run and their output is compared; others are told only.
* anything else is not looked at.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS: Final = Path(__file__).parent.parent.parent / "docs"
PAGES: Final = tuple(sorted(p for p in DOCS.rglob("*.md") if "example" not in p.parts))

_FENCE = re.compile(
    r"^```(?P<info>[^\n`]*)\n(?P<options>(?::[\w-]+:[^\n]*\n)*)\n?(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Snippet(NamedTuple):
    """A code block: its language, its caption (the path of a file) if it has one, its text, its line in the page.

    `needs` is what it needs to be run beside the project and its tests: an engine, a model, or None.
    """

    language: str
    caption: str | None
    text: str
    line: int
    needs: str | None


def snippets(page: Path) -> Iterator[Snippet]:
    """Yield the code blocks of a page in order."""
    source = page.read_text("utf-8")
    for m in _FENCE.finditer(source):
        language = m["info"].replace("{code-block}", "").strip()
        options = dict(re.findall(r"^:([\w-]+): (.+)$", m["options"], re.MULTILINE))
        line = source.count("\n", 0, m.start()) + 1
        yield Snippet(language, options.get("caption"), m["body"], line, options.get("class"))


def sections(page: Path) -> dict[str, str]:
    """Return the text under each heading of the second level, by the heading without backticks."""
    parts = re.split(r"^## (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {title.strip().strip("`"): text for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def table(text: str) -> list[list[str]]:
    """Return the rows of the first table in a text, without its head; cells lose their backticks."""
    rows = re.findall(r"^\|(.+)\|$", text.replace("\\|", "\0"), re.MULTILINE)
    return [[cell.strip().strip("`").replace("\0", "|") for cell in row.split("|")] for row in rows[2:]]
