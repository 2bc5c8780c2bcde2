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
from arabnews.dataframes import to_frames
from arabnews.errors import (
    ArabnewsError,
    LexiconError,
    MissingExtraError,
    MissingModelError,
    OptionError,
    PluginError,
    PluginLoadWarning,
    ReadError,
    RunError,
    SchemaError,
    SpanError,
)
from arabnews.hookspecs import Context, hookimpl
from arabnews.html import from_html
from arabnews.lexicon import Lexicon
from arabnews.pipeline import Pipeline, from_dict, from_json, parse
from arabnews.piping import pipe
from arabnews.walk import Step, Trace

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "ArabnewsError",
    "Article",
    "Block",
    "Context",
    "DateMention",
    "DateValue",
    "Embed",
    "Entity",
    "FrozenMap",
    "Lexicon",
    "LexiconError",
    "Mention",
    "MissingExtraError",
    "MissingModelError",
    "OptionError",
    "Origin",
    "Pipeline",
    "PluginError",
    "PluginLoadWarning",
    "Problem",
    "ReadError",
    "Role",
    "RunError",
    "SchemaError",
    "Span",
    "SpanError",
    "Stated",
    "Statement",
    "Step",
    "Trace",
    "UnreadAnnotation",
    "__version__",
    "from_dict",
    "from_html",
    "from_json",
    "hookimpl",
    "parse",
    "pipe",
    "to_frames",
]
