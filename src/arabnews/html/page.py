"""A page of HTML as an article: the facts of its markup, and the text on which they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import lxml.html
from lxml.etree import LxmlError

from arabnews.article import Article, Block, Embed, Origin, Span
from arabnews.errors import ReadError
from arabnews.fold import fold
from arabnews.html.body import BodyLine, extract_lines
from arabnews.html.captions import find_captions
from arabnews.html.metadata import ORIGIN, PageFacts, clean, read_facts
from arabnews.html.posts import Post, find_posts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_GAP: Final = "\n\n"
_FEWEST: Final = 80
"""An article has at least so many letters beside its headline; less is a notice, a menu or a page made by scripts."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SENTENCE = re.compile(r"\w\s?[.؟!…»”\"]")


def read_page(html: str, url: str | None, name: str, known: Mapping[str, Any]) -> Article:
    """Return the article of a page, not yet parsed.

    Raises:
        ReadError: the page cannot be read, or holds no article.
    """
    tree = _tree(html, name)
    facts = read_facts(tree, url)
    scripted = sum(1 for _ in tree.iter("script")) > 0
    elements, parts = _parts(tree)
    captions = frozenset(number for number, part in enumerate(parts) if isinstance(part, str))
    lines = extract_lines(tree, elements, url, captions)
    if facts.body is not None and (_letters(lines) < _FEWEST or _is_same(lines, facts.body)):
        # what the page shows is made by scripts, or behind a wall; its data hold the body, with its line breaks
        told = [BodyLine(text, "p") for line in facts.body.splitlines() if (text := clean(line))]
        lines = told + [line for line in lines if line.part is not None and line.part not in captions]
    if not _is_article(lines, parts, facts):
        hint = "; it is built by scripts: save it as the browser shows it" if scripted else ""
        raise ReadError(name, f"holds no article that can be told from the rest of the page{hint}")
    return _article(lines, parts, facts, known)


def _parts(tree: HtmlElement) -> tuple[list[HtmlElement], list[Post | str]]:
    """Return what extraction would lose, in the page's order: the elements of posts and captions, and what they say."""
    found: list[tuple[HtmlElement, Post | str]] = list(find_posts(tree))
    captions = find_captions(tree, [element for element, _ in found])
    if captions:
        order = {element: number for number, element in enumerate(tree.iter())}
        found = sorted([*found, *captions], key=lambda part: order[part[0]])
    return [element for element, _ in found], [part for _, part in found]


def _tree(html: str, name: str) -> HtmlElement:
    data = _CONTROL.sub(" ", html).encode("utf-8")
    try:
        return lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (LxmlError, AssertionError) as error:
        raise ReadError(name, "cannot be read as HTML: there is no element in it") from error


def _letters(lines: list[BodyLine]) -> int:
    return sum(map(str.isalpha, "".join(line.text for line in lines)))


def _is_same(lines: list[BodyLine], body: str) -> bool:
    """Tell whether one line was extracted from the page's data, where the body has more."""
    shown = [line.text for line in lines if line.part is None]
    return len(shown) == 1 and "\n" in body and clean(shown[0]) == clean(body)


def _is_article(lines: list[BodyLine], parts: list[Post | str], facts: PageFacts) -> bool:
    if _letters(lines) >= _FEWEST and any(_SENTENCE.search(line.text) for line in lines):
        return True
    return facts.headline is not None and any(isinstance(part, Post) and part.words for part in parts)


def _article(lines: list[BodyLine], parts: list[Post | str], facts: PageFacts, known: Mapping[str, Any]) -> Article:
    written: list[str] = []
    blocks: list[tuple[int, str, str]] = []
    embeds: list[tuple[int, Post]] = []
    at = 0

    def write(text: str) -> int:
        nonlocal at
        if written:
            written.append(_GAP)
            at += len(_GAP)
        written.append(text)
        at += len(text)
        return at - len(text)

    title = fold(facts.headline) if facts.headline else None
    if facts.headline and not any(fold(line.text) == title for line in lines[:2]):
        blocks.append((write(facts.headline), facts.headline, "headline"))
    for number, line in enumerate(lines):
        if line.part is not None:
            part = parts[line.part]
            if isinstance(part, Post):
                embeds.append((write(part.shown), part))
            else:
                blocks.append((write(part), part, "caption"))
            continue
        start = write(line.text)
        if title and number < 3 and fold(line.text) == title:
            blocks.append((start, line.text, "headline"))
        elif line.tag == "head" and number < len(lines) - 1:
            blocks.append((start, line.text, "subheadline"))
    text = "".join(written)
    return Article(
        text,
        published=facts.published,
        blocks=[_block(text, start, kind, words) for start, words, kind in blocks],
        embeds=[_embed(text, start, post) for start, post in embeds],
        metadata={**known, **facts.metadata},
    )


def _block(text: str, start: int, kind: Any, words: str) -> Block:
    return Block(kind, Span.cut(text, start, start + len(words)), origin=Origin(ORIGIN, f"html-{kind}"))


def _embed(text: str, start: int, post: Post) -> Embed:
    return post.embed(text, start)
