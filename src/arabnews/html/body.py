"""The article's text from the tree: trafilatura finds the body, posts and captions go back to their places.

A post or caption is taken out before extraction, and the pieces of text around it are marked. Where a mark comes out of
the extraction tells where it stood, so that no extractor can lose a post, or take its words for the body's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen
from trafilatura import bare_extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BRACKETS: Final = ("⟬⟭", "⟪⟫", "⦃⦄", "⦅⦆", "⧘⧙", "⧼⧽")
_NEAR: Final = 6
"""How many pieces of text on either side of a post are marked."""

_CLOSE: Final = 2
"""How many pieces of text on either side of a caption are asked whether they are the article's."""

_SHORTEST: Final = 12
"""A shorter piece (a word in bold, a button) is not marked."""

_SILENT: Final = frozenset(
    {"script", "style", "head", "title", "template", "iframe", "svg", "select", "option", "textarea"}
)
_SPACE = re.compile(r"[^\S\n]+")
_LEAVES: Final = frozenset({"p", "head", "item", "quote", "code", "cell", "fw", "ab", "note"})


@frozen
class BodyLine:
    """A line of the article: its text, what it is ("p", "head", "item" …), or the number of the part it stands for."""

    text: str
    tag: str
    part: int | None = None


def extract_lines(
    tree: HtmlElement, elements: list[HtmlElement], url: str | None, captions: frozenset[int] = frozenset()
) -> list[BodyLine]:
    """Return the lines of the article's body, with a line for each of the posts and captions that `elements` are.

    `captions` are the numbers of those that are captions: one beside no text of the article belongs to another. The
    tree is changed: the elements are taken out of it.
    """
    marks = _Marks(tree, elements, captions)
    for element in elements:
        element.drop_tree()
    document = bare_extraction(tree, url=url, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(document, "body", None)
    lines = list(_lines(body)) if body is not None else []
    return marks.place(lines)


class _Marks:
    """Marks on the pieces of text around each post: `before` it, the nearest first, and `after` it."""

    def __init__(self, tree: HtmlElement, elements: list[HtmlElement], captions: frozenset[int]) -> None:
        self.captions = captions
        self.before: list[list[int]] = [[] for _ in elements]
        self.after: list[list[int]] = [[] for _ in elements]
        self.known = 0
        self.brackets = ""
        self.outside = [_is_beside(element) for element in elements]
        if elements:
            text = tree.text_content()
            self.brackets = next((pair for pair in _BRACKETS if pair[0] not in text), _BRACKETS[0])
            self._mark(tree, elements)

    def _mark(self, tree: HtmlElement, elements: list[HtmlElement]) -> None:
        number = {element: i for i, element in enumerate(elements)}
        order = list(_pieces(tree, number))
        posts = [at for at, (_, _, post) in enumerate(order) if post is not None]
        ends: dict[int, int] = {}
        starts: dict[int, int] = {}
        for at in posts:
            post = order[at][2]
            if post is None:
                continue
            for step, marked, names in ((-1, ends, self.before[post]), (1, starts, self.after[post])):
                near = at + step
                while 0 <= near < len(order) and len(names) < _NEAR:
                    if order[near][2] is None:
                        names.append(marked.setdefault(near, self._name(marked, near)))
                    near += step
        for at in sorted({*ends, *starts}):
            owner, is_tail, _ = order[at]
            if owner is not None:
                self._write(owner, starts.get(at), ends.get(at), is_tail=is_tail)

    def _write(self, owner: HtmlElement, start: int | None, end: int | None, *, is_tail: bool) -> None:
        """Write marks at the ends of a piece of text, inside its white space."""
        text = (owner.tail if is_tail else owner.text) or ""
        lead, tail = len(text) - len(text.lstrip()), len(text.rstrip())
        text = f"{text[:lead]}{self._written(start)}{text[lead:tail]}{self._written(end)}{text[tail:]}"
        if is_tail:
            owner.tail = text
        else:
            owner.text = text

    def _name(self, marked: dict[int, int], at: int) -> int:
        if at not in marked:
            self.known += 1
        return marked.get(at, self.known)

    def _written(self, name: int | None) -> str:
        return "" if name is None else f"{self.brackets[0]}{name}{self.brackets[1]}"

    def place(self, lines: list[BodyLine]) -> list[BodyLine]:
        """Return the lines without marks, with the posts where the marks tell that they stood."""
        if not self.before:
            return lines
        mark = re.compile(rf"{self.brackets[0]}(\d{{1,6}}){self.brackets[1]}")
        clean: list[BodyLine] = []
        found: dict[int, tuple[int, int]] = {}
        for line in lines:
            text, at = "", 0
            for m in mark.finditer(line.text):
                text += line.text[at : m.start()]
                found.setdefault(int(m[1]), (len(clean), len(text)))
                at = m.end()
            text += line.text[at:]
            if text.strip():
                clean.append(BodyLine(text, line.tag))
        placed = [(self._place(post, clean, found), post) for post in range(len(self.before))]
        return _inserted(clean, sorted((at, post) for at, post in placed if at is not None))

    def _place(self, post: int, lines: list[BodyLine], found: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
        """Return line and offset where a post stood, or None for a post beside the article."""
        if self.outside[post]:
            return None
        before, after = self.before[post], self.after[post]
        caption = post in self.captions
        for i in range(_CLOSE if caption else _NEAR):
            if i < len(before) and before[i] in found:
                line, at = found[before[i]]
                return (line, at if i == 0 and not caption else len(lines[line].text))
            if i < len(after) and after[i] in found:
                line, at = found[after[i]]
                return (line, at if i == 0 and not caption else 0)
        return None if caption else (len(lines), 0)


def _inserted(lines: list[BodyLine], placed: list[tuple[tuple[int, int], int]]) -> list[BodyLine]:
    """Return the lines with posts put in, which cut a line where they stood inside it."""
    result: list[BodyLine] = []
    at = (0, 0)
    for (line, offset), post in placed:
        result += _between(lines, at, (line, offset))
        result.append(BodyLine("", "part", post))
        at = (line, offset)
    result += _between(lines, at, (len(lines), 0))
    return result


def _between(lines: list[BodyLine], start: tuple[int, int], end: tuple[int, int]) -> Iterator[BodyLine]:
    for number in range(start[0], min(end[0] + 1, len(lines))):
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(lines[number].text)
        piece = lines[number].text[first:last].strip()
        if piece:
            yield BodyLine(piece, lines[number].tag)


def _is_beside(element: HtmlElement) -> bool:
    """Tell whether an element stands beside the article, in a bar or a footer, by its surroundings."""
    surroundings = list(element.iterancestors())
    inside = any(above.tag in ("article", "main") for above in surroundings)
    return any(
        above.tag in ("footer", "nav")
        or "sidebar" in f"{above.get('class')} {above.get('id')}".lower()
        or (above.tag == "aside" and not inside and element.getroottree().find(".//article") is not None)
        for above in surroundings
    )


def _pieces(tree: HtmlElement, number: dict[HtmlElement, int]) -> Iterator[tuple[HtmlElement | None, bool, int | None]]:
    """Yield in order each piece of text (its element, whether it is the tail), and each post's number."""
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        element, is_tail = stack.pop()
        if is_tail:
            if _long_enough(element.tail):
                yield element, True, None
            continue
        if element is not tree:
            stack.append((element, True))
        if element in number:
            yield None, False, number[element]
        elif isinstance(element.tag, str) and element.tag not in _SILENT:
            if _long_enough(element.text):
                yield element, False, None
            stack.extend((child, False) for child in reversed(element))


def _long_enough(text: str | None) -> bool:
    return text is not None and len(text) >= _SHORTEST and len(text.strip()) >= _SHORTEST


def _lines(body: HtmlElement) -> Iterator[BodyLine]:
    """Yield the lines of what trafilatura extracted: one for each paragraph, heading, item and row."""
    for element in body:
        if element.tag == "row":
            cells = [" ".join(_text(cell).split()) for cell in element.iter("cell")]
            if any(cells):
                yield BodyLine(" | ".join(cell for cell in cells if cell), "row")
        elif element.tag in _LEAVES and not any(child.tag in _LEAVES for child in element.iterdescendants()):
            for piece in _text(element).split("\n"):
                if piece.strip():
                    yield BodyLine(_SPACE.sub(" ", piece).strip(), element.tag)
        else:
            if (element.text or "").strip() and element.tag != "graphic":
                yield BodyLine(_SPACE.sub(" ", element.text).strip(), "p")
            yield from _lines(element)
        if (element.tail or "").strip():
            yield BodyLine(_SPACE.sub(" ", element.tail).strip(), "p")


def _text(element: HtmlElement) -> str:
    """Return the text of an element; an `lb` ends a line, as a line break of the source does not."""
    pieces = [(element.text or "").replace("\n", " ")]
    for child in element:
        pieces.append("\n" if child.tag == "lb" else _text(child))
        pieces.append((child.tail or "").replace("\n", " "))
    return "".join(pieces)
