"""Tells which statements have the words of another: a post that the prose quotes, a paragraph that stands twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.article import Statement
    from arabnews.fold import Tokens

FEWEST: Final = 4
"""Fewer words are alike by chance."""
_MOST_ALIKE: Final = 64
"""Posts that begin to be alike in the same words: more of them are one that was glued again and again."""

_WORD: Final = re.compile(r"[^\W_]+")


def with_duplicates(spoken: Sequence[Statement], posts: Sequence[Statement], words: Tokens) -> list[Statement]:
    """Return the statements of the prose and of the posts; the later of two with the same words names the first.

    What the prose quotes of a post names the post, though it may be a part of it and stand before it.
    """
    written = [tuple(_WORD.findall(fold(" ".join(p.text for p in post.content)))) for post in posts]
    find_post = _Quotable(written).find
    first: dict[tuple[str, ...], str] = {}
    found = []
    for statement in spoken:
        first_piece, *others = statement.content
        said = _forms(words, first_piece.start, first_piece.end)
        for piece in others:
            said += _forms(words, piece.start, piece.end)
        known = None
        if len(said) >= FEWEST:
            post = find_post(said)
            known = posts[post].id if post is not None else first.get(said)
            first.setdefault(said, statement.id)
        found.append(evolve(statement, duplicate_of=known) if known is not None else statement)
    earlier: dict[tuple[str, ...], str] = {}
    for own, text in zip(posts, written, strict=True):
        known = earlier.get(text) if len(text) >= FEWEST else None
        earlier.setdefault(text, own.id)
        found.append(evolve(own, duplicate_of=known) if known is not None else own)
    return found


class _Quotable:
    """The words of posts, by every few of them in a row: an article may hold as many posts as quotations of them."""

    def __init__(self, written: Sequence[tuple[str, ...]]) -> None:
        self.texts = [f" {' '.join(words)} " for words in written]
        self.holding: dict[tuple[str, ...], list[int]] = {}
        for post, words in enumerate(written):
            for at in range(len(words) - FEWEST + 1):
                posts = self.holding.setdefault(words[at : at + FEWEST], [])
                if len(posts) < _MOST_ALIKE and post not in posts[-1:]:
                    posts.append(post)

    def find(self, said: tuple[str, ...]) -> int | None:
        """Return the index of the first post that holds these words in a row, or None."""
        likely = self.holding.get(said[:FEWEST])
        if likely is None:
            return None
        quoted = f" {' '.join(said)} "
        return next((post for post in likely if quoted in self.texts[post]), None)


def _forms(words: Tokens, start: int, end: int) -> tuple[str, ...]:
    within = words.within(start, end)
    return words.forms[within.start : within.stop]
