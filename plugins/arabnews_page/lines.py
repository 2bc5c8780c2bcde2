"""The lines of a page: trimmed stretches of text with ink, as the rules for blocks look at them."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field, frozen

from arabnews.article import LINE_BREAKS
from arabnews.fold import INVISIBLE, level

_LINE = re.compile(f"[^{LINE_BREAKS}]+")
_EDGE: Final = " \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
_FRAME: Final = " :.…-–—ـ|•▪◄►«»\"“”'()[]{}<>،؛,/\\#=_*!?؟+©0123456789"
_SPACES = re.compile(r"\s+")
MARKED: Final = re.compile(rf"[\u064b-\u0652\u0640\u0670{INVISIBLE}]")


@frozen
class Part:
    """A stretch of the text that a rule claims for a kind of block."""

    start: int
    end: int
    kind: str
    rule: str


@define(eq=False)
class Line:
    """A line of the page: its `words`, at `start:end` of the levelled text, without white space at its ends.

    `blank_before` tells whether an empty line, or nothing, stands above it.
    """

    words: str
    levelled: str
    start: int
    end: int
    blank_before: bool = True
    kind: str | None = field(default=None, init=False)
    _bare: str | None = field(default=None, init=False)
    _key: str | None = field(default=None, init=False)

    def claim(self, kind: str, rule: str) -> Part:
        """Mark the whole line as claimed, and return the claim."""
        self.kind = kind
        return Part(self.start, self.end, kind, rule)

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def level(self) -> str:
        """The line levelled: same length, same offsets."""
        return self.levelled[self.start : self.end]

    @property
    def bare(self) -> str:
        """The line levelled, without marks, in small letters: what markers are looked up in."""
        if self._bare is None:
            self._bare = MARKED.sub("", self.levelled[self.start : self.end]).lower()
        return self._bare

    @property
    def key(self) -> str:
        """The line's words alone, for comparing it as a whole."""
        if self._key is None:
            self._key = _SPACES.sub(" ", self.bare).strip(_FRAME)
        return self._key


def split_lines(prose: str) -> list[Line]:
    r"""Return the lines of a text that have ink.

    >>> [line.words for line in split_lines("  عنوان \n\n نص الخبر.\n")]
    ['عنوان', 'نص الخبر.']
    """
    lines: list[Line] = []
    levelled = level(prose)
    last_end = 0
    for m in _LINE.finditer(prose):
        written = m[0]
        core = written.strip(_EDGE).strip()
        if not core:
            continue
        start = m.start() + written.index(core)
        gap = prose.count("\n", last_end, start) if start - last_end < 200 else 2
        lines.append(Line(core, levelled, start, start + len(core), gap > 1 or not lines))
        last_end = start + len(core)
    return lines
