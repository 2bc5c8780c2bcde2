"""The lines of a page: trimmed stretches of text with ink, as the rules for blocks look at them."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import define, frozen

from arabnews.fold import INVISIBLE, level
from arabnews.masking import split_written

_EDGE: Final = " \t\r\n\v\f\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
_FRAME: Final = " :.…-–—ـ|•▪◄►«»\"“”'()[]{}<>،؛,/\\#=_*!?؟+©0123456789"
_WIDE_GAP = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]{4,}")
"""Between the parts of old pages whose markup was dropped; the words of a sentence never stand so far apart."""

_ITEM_MARK = re.compile(r"[·•▪*–-]|\d{1,2}\s?[-.)]")
"""Stands before a title or an item, however far: the gap behind it parts nothing."""

_WIDE: Final = " " * 4
_FAR: Final = 200
_HEAD: Final = 80
_TOP: Final = 12000
"""So far down, lines are cut at wide gaps: where the head of a page is."""

_LONG_BODY: Final = 300
MARKED: Final = re.compile(rf"[\u064b-\u0652\u0640\u0670{INVISIBLE}]")

OUTLET_KINDS: Final = ("dateline", "source")
"""The kinds of a piece that names the outlet, with a place or without."""


@frozen
class Part:
    """A stretch of the text that a rule claims for a kind of block."""

    start: int
    end: int
    kind: str
    rule: str


@frozen
class Place:
    """Where in the head a line stands: whether it is the first, under the headline, under any other part."""

    first: bool
    titled: bool
    led: bool


UNDER: Final = Place(first=False, titled=True, led=True)
"""Where the lines below a headline stand: they are read more than once, as what they are and as what is beside them."""


@define(eq=False)
class Line:
    """A line of the page: its `words`, at `start:end` of the levelled text, without white space at its ends.

    `size` is how many characters it has. `blank_before` tells whether an empty line, or nothing, stands above it;
    `piece`, whether it is a piece of a written line that a wide gap cuts.
    """

    words: str
    levelled: str
    start: int
    end: int
    size: int
    blank_before: bool = True
    piece: bool = False
    kind: str | None = None
    stamp: bool | None = None
    """Whether the line is a stamp, once that was asked."""

    opening: Any = None
    """The marker with which the line begins, once that was asked."""

    matter: Any = None
    """What the line is under a headline, and the kind that is claimed so, once that was asked."""

    _bare: str | None = None
    _key: str | None = None

    def claim(self, kind: str, rule: str) -> Part:
        """Mark the whole line as claimed, and return the claim."""
        self.kind = kind
        return Part(self.start, self.end, kind, rule)

    def __len__(self) -> int:
        return self.size

    def part(self, start: int, end: int) -> Line:
        """Return a stretch of the line as a line of its own; the offsets count in this line."""
        words = self.words[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        at = self.start + start
        return Line(words, self.levelled, at, at + len(words), len(words), self.blank_before, piece=True)

    @property
    def level(self) -> str:
        """The line levelled: same length, same offsets."""
        return self.levelled[self.start : self.end]

    @property
    def head(self) -> str:
        """The line's first characters, levelled: as many as what stands before the report needs."""
        return self.levelled[self.start : min(self.end, self.start + _HEAD)]

    @property
    def bare(self) -> str:
        """The line levelled, without marks, in small letters: what markers are looked up in; never empty."""
        if self._bare is None:
            level = self.levelled[self.start : self.end]
            self._bare = MARKED.sub("", level).lower() or level  # a mark alone on its line is kept
        return self._bare

    @property
    def key(self) -> str:
        """The line's words alone, for comparing it as a whole."""
        if self._key is None:
            self._key = " ".join(self.bare.split()).strip(_FRAME)
        return self._key


def is_set_apart(lines: list[Line]) -> bool:
    """Tell whether an empty line stands under the first line, and none between those below: so a page's title stands.

    Of a page of two lines the second must be long.
    """
    if len(lines) < 2 or not lines[1].blank_before or lines[0].piece or lines[1].piece:
        return False
    below = lines[2:4]
    return not any(line.blank_before for line in below) if below else len(lines[1]) >= _LONG_BODY


def split_lines(prose: str) -> list[Line]:
    r"""Return the lines of a text that have ink.

    >>> [line.words for line in split_lines("  عنوان \n\n نص الخبر.\n")]
    ['عنوان', 'نص الخبر.']
    """
    lines: list[Line] = []
    levelled = level(prose)
    last_end = at = 0
    gapped = levelled.find(_WIDE) >= 0
    written, lacking = split_written(prose)
    for whole in written:
        begin, at = at, at + len(whole) + lacking
        core = whole.strip()
        if not core:
            continue
        if core[0] in _EDGE or core[-1] in _EDGE:
            core = whole.strip(_EDGE).strip()
            if not core:
                continue
        if gapped and begin < _TOP and levelled.find(_WIDE, begin, at) >= 0:
            last_end = _split_wide(lines, whole, begin, last_end, levelled)
            continue
        start = begin if len(core) == len(whole) else begin + whole.index(core)
        blank = not lines or start - last_end > _FAR or levelled.count("\n", last_end, start) > 1
        last_end = start + len(core)
        lines.append(Line(core, levelled, start, last_end, last_end - start, blank))
    return lines


def _split_wide(lines: list[Line], whole: str, begin: int, last_end: int, levelled: str) -> int:
    """Add the pieces of a written line between its wide gaps to the lines, and return where the last one ends."""
    pieces = _pieces(whole)
    for number, (first, last) in enumerate(pieces):
        written = whole[first:last]
        core = written.strip(_EDGE).strip()
        if not core:
            continue
        start = begin + first + written.index(core)
        blank = not number and (not lines or start - last_end > _FAR or levelled.count("\n", last_end, start) > 1)
        last_end = start + len(core)
        lines.append(Line(core, levelled, start, last_end, last_end - start, blank, len(pieces) > 1))
    return last_end


def _pieces(written: str) -> list[tuple[int, int]]:
    """Return the stretches of a written line between its wide gaps."""
    pieces, at = [], 0
    for gap in _WIDE_GAP.finditer(written):
        before = written[at : gap.start()].strip(_EDGE)
        if before and not _ITEM_MARK.fullmatch(before):
            pieces.append((at, gap.start()))
            at = gap.end()
        elif not before:
            at = gap.end()
    if written[at:].strip(_EDGE) or not pieces:
        pieces.append((at, len(written)))
    return pieces
