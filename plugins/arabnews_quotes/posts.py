"""Posts are statements too: in the words of their author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews.article import Statement
from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Article


def find_post_statements(article: Article) -> Iterator[Statement]:
    """Yield a direct statement for each post that has words of its own; its speaker is the author, else the handle."""
    if not article.embeds:
        return
    by_name = {fold(name): entity for entity in reversed(article.entities) for name in (entity.name, *entity.aliases)}
    for embed in article.embeds:
        if embed.text is None or not embed.text.text.strip():
            continue
        speaker = embed.author or embed.handle
        entity = by_name.get(fold(speaker)) if speaker else None
        yield Statement(
            id=f"post:{embed.span.start}",
            type="direct",
            content=(embed.text,),
            cue_class="write",
            speaker=speaker,
            entity=entity.id if entity else None,
            channel="social",
            date=None,
            embed=embed.id,
            confidence=0.9 if speaker else 0.6,
            origin="post",
        )
