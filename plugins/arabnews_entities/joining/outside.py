"""Finds where people of the article are named outside its prose: among keywords, links, and other articles' leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews.article import BLOCK_RULES
from arabnews_entities.joining.returning import find_returning
from arabnews_entities.vocabulary.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews.article import Article
    from arabnews_entities.joining.clusters import Person
    from arabnews_entities.vocabulary.wordlists import Lexis


def furniture(article: Article) -> str:
    r"""Return the text of the page's furniture alone, blanks before it so that offsets hold; posts are no part of it.

    >>> from arabnews import Article, Block, Span
    >>> furniture(Article("خبر\nوسوم", blocks=[Block("keywords", Span(4, 8, "وسوم"))]))
    '    وسوم'
    """
    pieces: list[str] = []
    at = 0
    for block in article.blocks:
        if block.kind != "embed" and not BLOCK_RULES[block.kind].prose:
            pieces += [" " * (block.span.start - at), block.span.text]
            at = block.span.end
    return "".join(pieces)


def find_outside(
    text: str, lists: Lexis, keys: Mapping[tuple[str, ...], list[Person]]
) -> Iterator[tuple[Person, int, int]]:
    """Yield where people are named in the furniture, with offsets.

    Nobody is introduced so, and no role is read: whoever stands there is known from the prose by a name of `keys`.
    """
    written = text.lstrip(" ")
    blank = len(text) - len(written)  # mostly as much as all the prose
    words = read_words(written, lists)
    for found in find_returning(words, keys, set()):
        yield found.person, blank + words.begin(found.first, found.peel), blank + words.end(found.last - 1)
