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

_WORD: Final = re.compile(r"[^\W_]+")


def with_duplicates(spoken: Sequence[Statement], posts: Sequence[Statement], words: Tokens) -> list[Statement]:
    """Return the statements of the prose and of the posts; the later of two with the same words names the first.

    What the prose quotes of a post names the post, though it may be a part of it and stand before it.
    """
    written = [
        (post.id, f" {' '.join(_WORD.findall(fold(' '.join(p.text for p in post.content))))} ") for post in posts
    ]
    first: dict[tuple[str, ...], str] = {}
    found = []
    for statement in spoken:
        first_piece, *others = statement.content
        said = _forms(words, first_piece.start, first_piece.end)
        for piece in others:
            said += _forms(words, piece.start, piece.end)
        known = None
        if len(said) >= FEWEST:
            if written:
                quoted = f" {' '.join(said)} "
                known = next((post for post, text in written if quoted in text), None)
            known = known or first.get(said)
            first.setdefault(said, statement.id)
        found.append(evolve(statement, duplicate_of=known) if known is not None else statement)
    earlier: dict[str, str] = {}
    for post, (_, text) in zip(posts, written, strict=True):
        known = earlier.get(text) if len(text.split()) >= FEWEST else None
        earlier.setdefault(text, post.id)
        found.append(evolve(post, duplicate_of=known) if known is not None else post)
    return found


def _forms(words: Tokens, start: int, end: int) -> tuple[str, ...]:
    within = words.within(start, end)
    return words.forms[within.start : within.stop]
