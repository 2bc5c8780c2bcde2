"""Titles glued into one long line: told by the paragraphs around them, which some pages print twice in a row.

«TITLE First sentence. Second. First sentence. Second. NEXT TITLE …»: a sentence that ends as a later one begins and
ends, with the sentences between repeated too, holds something before its own words, and that is a title or a caption.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.lines import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews_page.lines import Line

_SENTENCE = re.compile(r"[^.!؟?…]*[.!؟?…]{1,3}[\"”»)’']{0,2}(?=\s|$)|[^.!؟?…]+[.!؟?…]?")
_GAP = re.compile(r"\s{2,}")
_SHORTEST_LINE: Final = 500
_SHORTEST_SENTENCE: Final = 40
_LONGEST_TITLE: Final = 120
_FEWEST_WORDS: Final = 3
_PROBES: Final = 12
_PROBE: Final = 30
_FARTHEST: Final = 12
"""How many sentences a repeated paragraph may have."""


def label_glued_titles(lines: list[Line], body: int) -> list[Part]:
    """Return the titles and captions that stand glued before paragraphs printed twice."""
    long = (line for line in lines[body:] if line.kind is None and line.end - line.start >= _SHORTEST_LINE)
    return [part for line in long if _says_again(line.words) for part in _glued(line)]


def _says_again(words: str) -> bool:
    """Tell whether probes into a line turn up a second time: most long lines end here."""
    step = len(words) // _PROBES
    return any(words.find(words[at : at + _PROBE], at + _PROBE) >= 0 for at in range(0, len(words) - _PROBE, step))


def _glued(line: Line) -> Iterator[Part]:
    sentences = [_trimmed(line.words, *m.span()) for m in _whole(line.words)]
    texts = [line.words[start:end] for start, end in sentences]
    for at, text in enumerate(texts):
        length = _repeated(texts, at)
        if length is None:
            continue
        start = sentences[at][0]
        end = start + len(text) - len(texts[at + length])
        yield from _titles(line, start, end)


def _whole(words: str) -> Iterator[re.Match[str]]:
    return (m for m in _SENTENCE.finditer(words) if m[0].strip())


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    piece = words[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _repeated(texts: list[str], at: int) -> int | None:
    """Return how many sentences on the sentence at `at` is said again, without what is glued before it."""
    text = texts[at]
    for length in range(1, min(_FARTHEST + 1, len(texts) - at)):
        again = texts[at + length]
        glued = len(text) - len(again)
        if (
            len(again) >= _SHORTEST_SENTENCE
            and glued > _FEWEST_WORDS
            and text.endswith(again)
            and text[glued - 1].isspace()
            and texts[at + 1 : at + length] == texts[at + length + 1 : at + 2 * length]
        ):
            return length
    return None


def _titles(line: Line, start: int, end: int) -> Iterator[Part]:
    """Yield a part for each title in a glued stretch: the last is the paragraph's, those before it are captions."""
    pieces: list[tuple[int, int]] = []
    at = start
    for gap in _GAP.finditer(line.words, start, end):
        pieces.append((at, gap.start()))
        at = gap.end()
    pieces.append(_trimmed(line.words, at, end))
    pieces = [(s, e) for s, e in pieces if s < e]
    for s, e in pieces:
        words = line.words[s:e]
        if len(words) <= _LONGEST_TITLE and len(words.split()) >= _FEWEST_WORDS and words[-1] not in "،,:؛":
            kind = "subheadline" if (s, e) == pieces[-1] else "caption"
            yield Part(line.start + s, line.start + e, kind, f"{kind}-glued")
