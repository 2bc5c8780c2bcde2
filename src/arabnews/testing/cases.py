"""Case files: tests that people who write no code can add to.

A case is a title line, a line with a dot, the input, a dot, what is expected of it, a dot; then the next case. What
the expected lines mean is for the test to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Case(NamedTuple):
    """One case: what it shows, the input text, and what is expected of it."""

    title: str
    input: str
    expected: str


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file; blank lines and lines with # between cases are passed over.

    Raises:
        ValueError: a dot is missing.
    """
    cases: list[Case] = []
    title, parts = "", list[list[str]]()
    # bytes, so that no line break of the input is changed
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line == ".":
            if not title:
                msg = f"{path}: a dot before any title, after {len(cases)} cases"
                raise ValueError(msg)
            parts.append([])
            if len(parts) == 3:
                cases.append(Case(title, "\n".join(parts[0]), "\n".join(parts[1])))
                title, parts = "", []
        elif parts:
            parts[-1].append(line)
        elif line.strip() and not line.startswith("#"):
            if title:
                msg = f"{path}: no dot between {title!r} and {line!r}"
                raise ValueError(msg)
            title = line.strip()
    if title or parts:
        msg = f"{path}: the case {title!r} is not closed by a dot"
        raise ValueError(msg)
    return cases
