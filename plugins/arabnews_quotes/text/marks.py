"""Quotation marks: which one opens, which one closes, and what lies between them.

Arabic news uses «…», “…”, "…", and all of these reversed; a same-glyph mark opens where a space or a proclitic («و"»,
«بـ"») stands before it and a letter follows, and closes where it is the other way round.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, Final

from attrs import define, evolve

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 4
"""Quotations nest no deeper than this; a further opening mark is taken for a stray one."""

MARK: Final = re.compile(
    # one class first, so that the engine skips to its characters: three times as fast as an alternation of them
    r"[\"«»“”„‟‹›'‘’&(),]"
    r"(?:(?<![&(),'])|(?<=')'?|(?<=&)(?:quot|#34|laquo|raquo|ldquo|rdquo);|(?<=\()\(|(?<=\))\)|(?<=,),)"
)

_FAMILY: Final[dict[str, tuple[str, int]]] = {
    # glyph: family, and 1 where it opens by its shape, -1 where it closes, 0 where both sides are alike
    '"': ("straight", 0), "&quot;": ("straight", 0), "&#34;": ("straight", 0), "''": ("low", -1), ",,": ("low", 1),
    "«": ("angle", 1), "»": ("angle", -1), "&laquo;": ("angle", 1), "&raquo;": ("angle", -1),
    "“": ("curly", 1), "”": ("curly", -1), "&ldquo;": ("curly", 1), "&rdquo;": ("curly", -1),
    "„": ("curly", 1), "‟": ("curly", 1), "‹": ("inner", 1), "›": ("inner", -1),
    "'": ("single", 0), "‘": ("single", 0), "’": ("single", 0),
    "((": ("round", 1), "))": ("round", -1),
}  # fmt: skip
_BEFORE_OPENING: Final = frozenset("([،,:؛.…/-–—")
_STOPS: Final = frozenset(".…!؟?")
_NOT_INKED: Final = frozenset("،,.؛:!؟?)]")
_FARTHEST: Final = 8
"""Proclitics and tatweel before an opening mark take no more characters than this."""
_LONG: Final = 5
"""Marks around so many words hold no name."""
_SAID: Final = re.compile(r"(?<!\w)[وف]?(?:قالت?|[أا]ضافت?|[يت]قول|تابعت?)\Z")
"""Right behind these a mark opens, however it stands («وقال" سنفتح السد"»)."""

_CLOSED: Final = re.compile(r"\s{0,2}(?:[،,؛]|\.(?!\.)|\Z)")
"""What no mark opens before, whatever its shape."""


@define(unsafe_hash=True)
class Quotation:
    """A stretch in quotation marks; offsets of the text it was read from.

    `start` and `end` include the marks, `inner_start` and `inner_end` do not. `depth` is 0 for an outermost one. An
    unclosed one ends at the last sentence mark of its paragraph. A `carried` one is closed in a paragraph below.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    depth: int = 0
    unclosed: bool = False
    carried: bool = False


_Found = tuple[int, int, str, int]
"""Start and end of a mark, its family, and whether its shape opens (1), closes (-1) or does neither."""


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Return the quotations of one paragraph, `text[start:end]`, in the order of their opening marks.

    >>> [(q.inner_start, q.inner_end) for q in find_quotations('قال "نعم" ثم «لا»')]
    [(5, 8), (14, 16)]
    """
    end = len(text) if end is None else end
    found = [(m.start(), m.end(), *_FAMILY[m[0]]) for m in MARK.finditer(text, start, end)]
    if not found:
        return []
    if text.find('""', start, end) >= 0:
        found = _undoubled(found)
    plain = _plain_pairs(text, found, end)
    if plain is not None:
        return plain
    spacings = [_spacing(text, s, e, start, end) for s, e, _, _ in found]
    if any(mark[2] == "single" for mark in found):
        found, spacings = _without_apostrophes(found, spacings)
    roles = _roles(text, found, spacings, (start, end))
    paired = sorted(_pair(text, found, roles, (start, end)), key=lambda q: (q.start, -q.end))
    return list(_shortened(text, paired)) if any(q.unclosed for q in paired) else paired


def lone_closing(text: str, mark: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the mark stands that closes, in `text[start:end]`, a quotation opened by `mark` before it.

    Around words before it marks may stand in pairs, but none around a whole sentence. `(end, end)` stands for a text
    with no mark of a quotation that lacks the other one, None for one with any other.

    >>> lone_closing('فالسد امتلأ". وزاد', '"', 0, 18)
    (11, 12)
    """
    known = find_quotations(text, start, end)
    until = next((q.start for q in known if q.unclosed or is_long(text, q)), end)
    paired = {at for q in known for at in (q.start, q.inner_end)}
    for found in MARK.finditer(text, start, end):
        family, shape = _FAMILY[found[0]]
        if found.start() in paired or family == "single":
            continue
        before, behind = text[found.start() - 1], text[found.end() : min(found.end() + 1, end)]
        closes = found.start() < until and family == _FAMILY[mark][0] and (shape <= 0 or family == "curly")
        closes = closes and not before.isspace() and before not in _BEFORE_OPENING - _STOPS
        ends = not behind or behind in _NOT_INKED or (before in _STOPS and behind.isspace())
        return (found.start(), found.end()) if closes and ends else None
    return end, end


def _undoubled(found: list[_Found]) -> list[_Found]:
    """Return the marks with each straight one that is typed twice («قال ""نعم"») as one."""
    once: list[_Found] = []
    for mark in found:
        if once and mark[2] == "straight" == once[-1][2] and once[-1][1] == mark[0]:
            once[-1] = (once[-1][0], mark[1], *mark[2:])
        else:
            once.append(mark)
    return once


def _plain_pairs(text: str, found: list[_Found], end: int) -> list[Quotation] | None:
    """Return the quotations where each pair stands as it should, a space before it and a word inside; else None."""
    if len(found) % 2:
        return None
    pairs: list[Quotation] = []
    for (start, inner, family, shape), (stop, behind, other, closing) in zip(found[::2], found[1::2], strict=True):
        if (
            family != other
            or shape != -closing
            or shape < 0
            or family == "single"
            or not text[start - 1 : start].isspace()
            or not text[inner].isalnum()
            or text[stop - 1].isspace()
            or not (behind == end or text[behind] in _NOT_INKED or text[behind].isspace())
        ):
            return None
        pairs.append(Quotation(start, inner, stop, behind))
    return pairs


def _without_apostrophes(found: list[_Found], spacings: list[int]) -> tuple[list[_Found], list[int]]:
    """Return the marks and how they stand without the single ones that pair with none: they are apostrophes."""
    kept: list[bool] = [mark[2] != "single" for mark in found]
    opening: int | None = None
    for at, (mark, spacing) in enumerate(zip(found, spacings, strict=True)):
        if mark[2] != "single" or not spacing:
            continue
        if spacing > 0:
            opening = at
        elif opening is not None:
            kept[opening] = kept[at] = True
            opening = None
    return list(compress(found, kept)), list(compress(spacings, kept))


def _spacing(text: str, start: int, stop: int, low: int, high: int) -> int:
    """Return 1 where a mark stands like an opening one, -1 like a closing one, 0 where its place does not tell."""
    after = text[stop : stop + 1] if stop < high else ""
    inked_right = after != "" and after not in _NOT_INKED and not after.isspace()
    if inked_right:
        return 1 if _opens(text, start, low) else 0
    if start == low or text[start - 1].isspace():
        return 0
    return 1 if after == " " and _SAID.search(text, max(low, start - _FARTHEST), start) is not None else -1


def _opens(text: str, start: int, low: int) -> bool:
    """Tell whether a space, a boundary or a proclitic («و», «بـ») stands before a mark."""
    at, low = start, max(low, start - _FARTHEST)
    while at > low and text[at - 1] == "ـ":
        at -= 1
    for letters in ("بلك", "وف"):
        if at > low and text[at - 1] in letters:
            at -= 1
    return at == low or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING


def _roles(text: str, found: list[_Found], spacings: list[int], bounds: tuple[int, int]) -> list[int]:
    """Return for each mark 1 (opens), -1 (closes) or 0 (whatever is due)."""
    shapes: dict[str, set[int]] = {}
    votes: dict[str, int] = {}
    for (_, _, family, shape), spacing in zip(found, spacings, strict=True):
        shapes.setdefault(family, set()).add(shape)
        votes[family] = votes.get(family, 0) + shape * spacing
    roles = []
    for (start, stop, family, shape), spacing in zip(found, spacings, strict=True):
        shaped = -shape if votes[family] < 0 else shape  # »…« typed in visual order
        role = shaped if shape and len(shapes[family]) > 1 else spacing  # or one glyph for both sides
        if role < 0:
            odd = text[max(bounds[0], start - 3) : start].rstrip().endswith(":")  # «قال:” نعم”»
        else:
            odd = role > spacing and _CLOSED.match(text, stop, bounds[1]) is not None  # «“نعم “.»
        roles.append(0 if odd else role)
    return roles


def _pair(text: str, found: list[_Found], roles: list[int], bounds: tuple[int, int]) -> Iterator[Quotation]:
    closers: dict[str, int] = {}
    for (_, _, family, _), role in zip(found, roles, strict=True):
        closers[family] = closers.get(family, 0) + (role <= 0)
    stack: list[_Found] = []
    for mark, due in zip(found, roles, strict=True):
        family = mark[2]
        is_open = any(other[2] == family for other in stack)
        role = due or (-1 if is_open else 1)
        if role > 0 and is_open and mark[3] == 0 and not closers[family]:
            role = -1  # «"كلمة "ثم»: no other mark is left that could close what is open
        closers[family] -= due <= 0
        if role > 0:
            if len(stack) < MAX_DEPTH:
                stack.append(mark)
        elif is_open:
            while stack[-1][2] != family:  # an inner one was never closed
                yield _quotation(stack.pop(), mark[0], mark[0], len(stack), unclosed=True)
            yield _quotation(stack.pop(), mark[0], mark[1], len(stack))
        elif stack and not closers[stack[-1][2]]:  # “…" : closed by a mark of another family
            yield _quotation(stack.pop(), mark[0], mark[1], len(stack))
    while stack:
        opening = stack.pop()
        stop = last_sentence_end(text, opening[1], bounds[1])
        yield _quotation(opening, stop, stop, len(stack), unclosed=True)


def _shortened(text: str, paired: list[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations; one that never closes ends with the first long one in it of the same mark.

    «"قال "إن كذا وكذا وكذا" ثم» opens twice what it closes once: what stands behind is not said any more.
    """
    until = -1
    for at, quotation in enumerate(paired):
        if quotation.end <= until:
            continue
        inner = _first_within(text, paired, at) if quotation.unclosed else None
        if inner is not None:
            until = inner.end
            yield evolve(quotation, inner_end=inner.inner_end, end=inner.end, unclosed=False)
        elif quotation.depth and quotation.start >= until >= 0:
            yield evolve(quotation, depth=quotation.depth - 1)
        else:
            yield quotation


def _first_within(text: str, paired: list[Quotation], at: int) -> Quotation | None:
    """Return the first long quotation of the same mark right inside the one at `at`, or None."""
    outer = paired[at]
    mark = text[outer.start : outer.inner_start]
    for i in range(at + 1, len(paired)):
        inner = paired[i]
        if inner.start >= outer.end:
            break
        right_inside = inner.end <= outer.end and inner.depth == outer.depth + 1 and not inner.unclosed
        if right_inside and text[inner.start : inner.inner_start] == mark and is_long(text, inner):
            return inner
    return None


def is_long(text: str, quotation: Quotation) -> bool:
    """Tell whether so many words stand in a quotation that it is no name."""
    return len(text[quotation.inner_start : quotation.inner_end].split()) >= _LONG


def _quotation(opening: _Found, inner_end: int, end: int, depth: int, *, unclosed: bool = False) -> Quotation:
    return Quotation(opening[0], opening[1], max(opening[1], inner_end), max(opening[1], end), depth, unclosed)


def last_sentence_end(text: str, start: int, end: int) -> int:
    """Return where the last mark that ends a sentence begins, among the last 200 characters; `end` without one."""
    for at in range(end - 1, max(start, end - 200) - 1, -1):
        if text[at] in ".!؟?…":
            while at > start and text[at - 1] in ".…":
                at -= 1  # noqa: PLW2901 - dots at the end stand outside
            return at
    return end
