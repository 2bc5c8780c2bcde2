"""When an article was published, read from its stamps: absolute dates only, a stamp has no anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews.fold import fold, tokens
from arabnews_dates.mentions import find_mentions

if TYPE_CHECKING:
    from arabnews.article import Article, DateMention
    from arabnews_dates.vocabulary import Vocabulary

_UPDATED = ("اخر تحديث", "تم التحديث", "تاريخ التحديث")


def publication_date(article: Article, vocabulary: Vocabulary) -> DateMention | None:
    """Return the publication date that a stamp, or else the dateline, tells; None where there is none.

    A stamp of an update counts only where no other tells a day. One without a year («3 أبريل»), or relative («منذ 18
    ساعة»), gives nothing.
    """
    table = tokens(article.prose)
    updated = None
    for kind in ("stamp", "dateline"):
        for block in article.blocks:
            if block.kind != kind:
                continue
            words = table.within(block.span.start, block.span.end)
            for mention in find_mentions(article.text, vocabulary, None, prose=article.prose, words=words):
                if mention.day is None or mention.span is None:
                    continue
                lead = fold(article.text[max(block.span.start, mention.span.start - 30) : mention.span.start])
                if not any(word in lead for word in _UPDATED):
                    return mention
                updated = updated or mention
    return updated
