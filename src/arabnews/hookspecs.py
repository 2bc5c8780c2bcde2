"""Every hook, typed, in the order in which they run. A plugin implements the ones it needs.

```python
from arabnews import Article, Block, Span, hookimpl

@hookimpl
def find_blocks(article: Article):
    ...
    yield Block("source", Span.cut(article.text, start, end), origin="my-rule")
```

* A hook is called once an article, never once a sentence or word. It may be a generator; None means nothing found.
* Every `find_*` hook and `refine` also gets `context` if the implementation names it: lexicons and the plugin's
  options.
* An implementation may name fewer arguments than the specification. Hooks may gain arguments; they lose them by
  deprecation.
* Read `article.prose`, not `article.text`, for what is the article's own: posts and furniture are blanked there, at the
  same offsets. Cut spans with `Span.cut(article.text, start, end)`.
* Inside a layer plugins do not see each other's finds. Overlaps: what the caller gave wins, then the longer span, then
  the earlier start, then the plugin's place in the order.
* A plugin that raises, yields a wrong type or an untrue span loses all that it yielded for that hook; the failure is in
  `article.problems` and in the log. `Pipeline(strict=True)` raises `PluginError` instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.article import Article, Block, DateMention, Embed, Entity, Statement
    from arabnews.lexicon import Lexicon

PROJECT: Final = "arabnews"
"""The name of the pluggy project and of the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Context(Protocol):
    """What a hook may consult beside the article."""

    @property
    def options(self) -> Any:
        """The plugin's own options: an instance of the class that its hook `options` returns, or None."""

    def lexicon(self, name: str) -> Lexicon:
        """Return the named lexicon: its bundled entries and those that plugins add.

        Raises:
            LexiconError: no lexicon has this name.
        """

    def __hash__(self) -> int:
        """Tell contexts apart: a plugin may keep what it compiled for one, whose lexicons stay the same."""


@hookspec
def lexicons() -> Mapping[str, Traversable] | None:
    """Name lexicon files (TSV or TOML) of the plugin. Runs once, when a Pipeline is built.

    A file under the name of a lexicon that exists extends it; under a new name it makes one.
    """


@hookspec
def options() -> type | None:
    """Return the frozen attrs class of the plugin's options, all with defaults. Runs once, like `lexicons`."""


@hookspec
def annotation_types() -> Iterable[type] | None:
    """Return the plugin's own annotation classes: frozen attrs classes with `span: Span`. Runs once, like `options`."""


@hookspec
def find_embeds(article: Article, context: Context) -> Iterable[Embed] | None:
    """Find social posts flattened into the text. Runs first; nothing but the text and the caller's facts is known."""


@hookspec
def find_blocks(article: Article, context: Context) -> Iterable[Block] | None:
    """Find headline, dateline, stamp, keywords, furniture … Runs after the embeds, which `prose` leaves out.

    What no plugin claims becomes paragraphs, one a line; a specific kind cuts the paragraph that surrounds it.
    """


@hookspec
def find_published(article: Article, context: Context) -> DateMention | None:
    """Tell when the article was published. Runs after the blocks, unless the caller gave the date; the first wins."""


@hookspec
def find_dates(article: Article, context: Context) -> Iterable[DateMention] | None:
    """Find date expressions in the prose. Sees blocks and `published`; the system clock is never asked."""


@hookspec
def find_entities(article: Article, context: Context) -> Iterable[Entity] | None:
    """Find people, organisations and places with all their mentions. Sees dates.

    Entities of several plugins are merged when mentions overlap, or when their folded names are equal, within one type.
    """


@hookspec
def find_statements(article: Article, context: Context) -> Iterable[Statement] | None:
    """Find who said what. Sees dates and entities.

    Each span of a content stays inside one block that may hold statements.
    """


@hookspec
def find_annotations(article: Article, context: Context) -> Iterable[Any] | None:
    """Find whatever the plugin declares in `annotation_types`. Sees all the layers above."""


@hookspec
def refine(article: Article, context: Context) -> Article | None:
    """Return a changed article, or None to leave it. Runs last of all.

    Refiners run in turn, each on the result of the one before. What they return is checked and settled like everything
    else; the text and the problems cannot be changed.
    """


LAYER_HOOKS: Final = (
    "find_embeds",
    "find_blocks",
    "find_dates",
    "find_entities",
    "find_statements",
    "find_annotations",
)
"""The hooks that yield finds, in the order of their layers."""
