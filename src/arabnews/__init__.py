"""Facts with offsets from the text of Arabic news articles: who said what, about whom, when, through which channel."""

from arabnews.article import (
    Annotation,
    Article,
    Block,
    DateMention,
    DateValue,
    Embed,
    Entity,
    FrozenMap,
    Mention,
    Origin,
    Problem,
    Role,
    Span,
    Stated,
    Statement,
    UnreadAnnotation,
)
from arabnews.hookspecs import hookimpl

__all__ = [
    "Annotation",
    "Article",
    "Block",
    "DateMention",
    "DateValue",
    "Embed",
    "Entity",
    "FrozenMap",
    "Mention",
    "Origin",
    "Problem",
    "Role",
    "Span",
    "Stated",
    "Statement",
    "UnreadAnnotation",
    "hookimpl",
]
