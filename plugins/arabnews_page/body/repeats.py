"""Titles glued into one long line: told by the paragraphs around them, which some pages print twice in a row.

«TITLE First sentence. Second. First sentence. Second. NEXT TITLE …»: a sentence that ends as a later one begins and
ends, with the sentences between repeated too, holds something before its own words, and that is a title or a caption.
A picture that stands above the title has its caption glued before it: a later caption says the title again, or the
words of the paragraph before give way to those of the one below.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.lines import Part
from arabnews_page.text.spoken import QUESTION
from arabnews_page.text.stems import IDLE, WORD, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_SENTENCE = re.compile(r"[^.!؟?…]*[.!؟?…]{1,3}[\"”»)’']{0,2}(?=\s|$)|[^.!؟?…]+[.!؟?…]?")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_GAP = re.compile(r"\s{2,}")
_SHORTEST_LINE: Final = 500
_SHORTEST_SENTENCE: Final = 40
_LONGEST_TITLE: Final = 120
_LONGEST_GLUED: Final = 600
"""A caption and a title that are glued to each other have no more characters."""
_FEWEST_WORDS: Final = 3
_PROBES: Final = 12
_PROBE: Final = 30
_FARTHEST: Final = 12
"""How many sentences a repeated paragraph may have."""

_NEARBY: Final = 500
"""So much before and after a stretch tells which of its words belong to the caption and which to the title."""

_SURE: Final = 4
_NEAR: Final = 3
"""So many stretches on, the picture under a title says the title again."""

_CLOSED: Final = 2
_CLOSE = re.compile(r"[\d)]")
"""A year or a bracket ends what a caption says."""

_QUALIFIES: Final = ("ال", "وال")
"""So begins a word that says more of the noun before it."""


def label_glued_titles(lines: list[Line], body: int, markers: Markers, found: list[Part]) -> list[Part]:
    """Return the titles and captions that stand glued between paragraphs printed twice.

    `found` are the parts of the page so far: what stands between the last paragraph and the links is a caption.
    """
    long = [line for line in lines[body:] if line.size >= _SHORTEST_LINE and line.kind is None]
    return [part for line in long if _says_again(line.words) for part in _glued(line, markers, found)]


def _says_again(words: str) -> bool:
    """Tell whether probes into a line turn up a second time: most long lines end here."""
    step = len(words) // _PROBES
    for at in range(0, len(words) - _PROBE, step):  # noqa: SIM110 - a generator takes twice as long
        if words.find(words[at : at + _PROBE], at + _PROBE) >= 0:
            return True
    return False


def _glued(line: Line, markers: Markers, found: list[Part]) -> Iterator[Part]:
    stretches, last = _between(line.words)
    links = [part.start - line.start for part in found if part.kind == "related" and last < part.start - line.start]
    pieces = [piece for start, end in stretches for piece in _pieces(line.words, start, end)]
    texts = [line.words[start : min(end, start + 2 * _LONGEST_TITLE)] for start, end in pieces]
    over = ""
    for at, (start, end) in enumerate(pieces):
        shown = max(
            (len(own) for text in texts[max(0, at - _NEAR) : at] if (own := _carried(text, texts[at]))), default=0
        )
        below = max(
            (len(own) for text in texts[at + 1 : at + 1 + _NEAR] if (own := _carried(texts[at], text))), default=0
        )
        titled = (start, end) == pieces[-1] or line.words[end : pieces[at + 1][0]].strip() != ""
        below = below or (0 if shown else _title_after(line.level, start, end))
        for s, e, kind in _split(start, end, shown, below):
            if _is_told(line.words[s:e]):
                credited = markers.ends.search(line.part(s, e).bare) is not None
                beneath = _is_beneath(line.level[s:e], over, line.level[e : e + _PROBE])
                if credited or not titled or (kind == "subheadline" and (beneath or _looks_back(line.level, s, e))):
                    kind = "caption"  # noqa: PLW2901
                over = line.level[s:e] if kind == "subheadline" else ""
                yield Part(line.start + s, line.start + e, kind, f"{kind}-glued")
    if last and len(links) == 1:
        start, end = _trimmed(line.words, last, links[0])
        if _is_told(line.words[start:end]) and not any(stop in line.words[start:end] for stop in ".؟!"):
            yield Part(line.start + start, line.start + end, "caption", "caption-glued")


def _between(words: str) -> tuple[list[tuple[int, int]], int]:
    """Return the stretches before paragraphs that are printed twice, and where the last such paragraph ends, or 0."""
    parted = _DECIMAL.sub("-", words)
    sentences = [_trimmed(words, *m.span()) for m in _SENTENCE.finditer(parted) if m[0].strip()]
    texts = [words[start:end] for start, end in sentences]
    stretches: list[tuple[int, int]] = []
    at = last = 0
    while at < len(texts):
        length = _repeated(texts, at)
        if length is None:
            at += 1
            continue
        first = at
        while first and sentences[first - 1][0] >= last > 0 and texts[first - 1].endswith(QUESTION):
            first -= 1
        start, end = sentences[first][0], sentences[at][1] - len(texts[at + length])
        if words[start:end].strip():
            stretches.append(_trimmed(words, start, end))
        at += 2 * length
        last = sentences[at - 1][1]
    return stretches, last


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
            and (glued == 0 or (glued > _FEWEST_WORDS and text[glued - 1].isspace()))
            and text.endswith(again)
            and texts[at + 1 : at + length] == texts[at + length + 1 : at + 2 * length]
        ):
            return length
    return None


def _pieces(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a stretch between its gaps."""
    at = start
    for gap in _GAP.finditer(words, start, end):
        yield at, gap.start()
        at = gap.end()
    if at < end:
        yield at, end


def _carried(one: str, other: str) -> str:
    """Return the title with which one piece ends and a later one begins, or nothing: the picture says it again."""
    first = other.split(" ", 1)[0]
    at = one.find(first) if first else -1
    while at >= 0:
        title = one[at:]
        if other.startswith(title) and other[len(title) :][:1] in ("", " ") and (not at or one[at - 1] == " "):
            return title if title.count(" ") >= _FEWEST_WORDS - 1 else ""
        at = one.find(first, at + 1)
    return ""


def _split(start: int, end: int, shown: int, below: int) -> Iterator[tuple[int, int, str]]:
    """Yield the captions and the title of a stretch, of whose first and last characters other stretches tell."""
    if shown == end - start:
        yield start, end, "caption"
        return
    if shown:
        yield start, start + shown, "caption"
        start += shown + 1
    if below and below < end - start:
        yield start, end - below - 1, "caption"
        start = end - below
    yield start, end, "subheadline"


def _title_after(words: str, start: int, end: int) -> int:
    """Return how many of a stretch's last characters title what follows, where the first say what stood before; or 0.

    The place between is where the words of the paragraph before give way to those of the one below.
    """
    told = list(WORD.finditer(words, start, min(end, start + _LONGEST_GLUED + 1)))
    if len(told) < 2 * _FEWEST_WORDS + 2 or end - start > _LONGEST_GLUED:
        return 0
    signs = [_tends(m[0], words, start, end) for m in told]
    best, cut, ended = 0, 0, False
    for at in range(_FEWEST_WORDS, len(told) - _FEWEST_WORDS + 1):
        before, after = told[at - 1][0], told[at][0]
        if not IDLE.isdisjoint((before, after)) or (before.startswith("ال") and after.startswith(_QUALIFIES)):
            continue
        score = sum(signs[at:]) - sum(signs[:at])
        closed = _CLOSE.search(words, told[at - 1].end(), told[at].start()) is not None
        score += _CLOSED * closed
        if score > best:
            best, cut, ended = score, at, closed
    fewest = 1 if ended else _FEWEST_WORDS - 1
    sure = best >= _SURE and signs[:cut].count(-1) >= fewest and signs[cut:].count(1) >= fewest
    return end - told[cut].start() if sure else 0


def _looks_back(words: str, start: int, end: int) -> bool:
    """Tell whether a stretch says what stood before it, and nothing that only stands below: a picture's caption."""
    signs = [_tends(m[0], words, start, end) for m in WORD.finditer(words, start, end)]
    return 1 not in signs and signs.count(-1) >= _FEWEST_WORDS


def _is_beneath(words: str, over: str, below: str) -> bool:
    """Tell whether a stretch says the title before it again, and the report goes on below with «and»: a caption.

    A title's own words the report says at once.
    """
    if not over or not below.lstrip().startswith("و"):
        return False
    told = set(stems_of(WORD.findall(words)))
    if len(told & set(stems_of(WORD.findall(below)[1:_FEWEST_WORDS]))) >= _FEWEST_WORDS - 1:
        return False
    return len(told & set(stems_of(WORD.findall(over)))) >= _FEWEST_WORDS


def _tends(word: str, words: str, start: int, end: int) -> int:
    """Return 1 for a word that only what follows a stretch says, -1 for one of what stands before it, 0 for others."""
    if len(word) < _FEWEST_WORDS or word in IDLE:
        return 0
    bare = stem(word)
    after = words.find(bare, end, end + _NEARBY) >= 0
    return after - (words.find(bare, max(0, start - _NEARBY), start) >= 0)


def _is_told(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and len(words.split()) >= _FEWEST_WORDS and words[-1] not in "،,:؛"
