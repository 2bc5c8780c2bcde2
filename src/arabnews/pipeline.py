"""An ordered set of plugins with their options: what turns a text into an Article."""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, overload

import attrs

from arabnews import layers, lexicon, serial
from arabnews.context import Context, Lexicons
from arabnews.errors import OptionError, PluginError, PluginLoadWarning
from arabnews.plugins import HOOKS, Plugin, discover, is_bundled, load_named, load_object, load_reference
from arabnews.walk import Caller, Step, Trace, Walk, one_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.article import Article, DateMention
    from arabnews.lexicon import Lexicon
    from arabnews.piping import Text


class Pipeline:
    """An ordered set of plugins with their options, called with a text and giving an Article.

    A pipeline cannot be changed; two articles never influence each other. It pickles as the names of its plugins and
    their options, and so travels to other processes.

    Args:
        plugins: names of installed plugins, modules, or any objects with hook implementations, in order.
        strict: raise `PluginError` where a plugin fails, instead of noting a `Problem`.
        options: for each plugin's name the options that differ from its defaults.

    Raises:
        TypeError: `plugins` is one name and no list.
        PluginError: a plugin is not installed or cannot be loaded.
        OptionError: an option or the plugin that it is meant for is not known.

    >>> pipeline = Pipeline(["dates", "entities", "quotes"], options={"quotes": {"verbatim": True}})
    >>> article = pipeline("قال المدير إن الجسر جاهز. وأضاف: «سنفتحه غدا».")
    >>> [statement.content[0].text for statement in article.statements]
    ['سنفتحه غدا']
    """

    def __init__(
        self,
        plugins: Iterable[Any],
        *,
        strict: bool = False,
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Load the plugins and read their options; see the class."""
        loaded = tuple(_load(plugin) for plugin in _several("plugins", plugins))
        names = [plugin.name for plugin in loaded]
        for name in names:
            if names.count(name) > 1:
                raise PluginError(name, None, "is given twice")
        self._plugins = loaded
        self.strict = strict
        self._options = {name: dict(given) for name, given in (options or {}).items()}
        for name in sorted(self._options.keys() - set(names)):
            raise OptionError(name, None, "is not part of this pipeline", names)
        self._lexicons = Lexicons(self._lexicon_files())
        self._contexts = {p.name: Context(self._lexicons, self._read_options(p)) for p in loaded}
        self._types = {p.name: self._annotation_types(p) for p in loaded}
        callers = {
            hook: [
                Caller(rank, p.name, p.hooks[hook], self._contexts[p.name], is_bundled(p))
                for rank, p in enumerate(loaded)
                if hook in p.hooks
            ]
            for hook in HOOKS
        }
        ranks = {name: rank for rank, name in enumerate(names)}
        self._walk = Walk(callers, self._types, ranks, strict=strict)

    @classmethod
    def default(
        cls,
        *,
        only: Iterable[str] | None = None,
        disable: Iterable[str] = (),
        extra: Iterable[Any] = (),
        strict: bool = False,
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> Pipeline:
        """Return a pipeline of all installed plugins: the bundled ones, then the others by name.

        `only` and `disable` choose among them by name, beside the environment variables ARABNEWS_PLUGINS and
        ARABNEWS_DISABLE. A plugin that cannot be loaded is told by a `PluginLoadWarning` and left out. `extra` are
        more plugins, as for a `Pipeline`, that follow the installed ones: modules or objects that are no entry points.
        """
        only = None if only is None else _several("only", only)
        loaded, _ = discover(only=only, disable=_several("disable", disable))
        return cls([*loaded, *extra], strict=strict, options=options)

    @property
    def plugins(self) -> tuple[str, ...]:
        """The names of the plugins, in order."""
        return tuple(plugin.name for plugin in self._plugins)

    @property
    def loaded(self) -> tuple[Plugin, ...]:
        """The plugins themselves, in order, with their versions and what implements them."""
        return self._plugins

    def lexicon(self, name: str) -> Lexicon:
        """Return the lexicon of this name as hooks see it: with what the plugins add.

        Raises:
            LexiconError: no lexicon has this name.
        """
        return self._lexicons.get(name)

    def __repr__(self) -> str:
        return f"Pipeline({list(self.plugins)!r}{', strict=True' if self.strict else ''})"

    def __reduce__(self) -> tuple[Any, ...]:
        for plugin in self._plugins:
            if plugin.reference is None:
                reason = (
                    "cannot travel to another process: it is an object in memory; install it as an entry point of the "
                    "group arabnews, or give its module"
                )
                raise PluginError(plugin.name, None, reason)
        return _rebuild, (tuple(p.reference for p in self._plugins), self.strict, self._options)

    # what plugins tell when the pipeline is built ---------------------------------------------------------------------

    def _told(self, plugin: Plugin, hook: str) -> Any:
        """Return what a plugin tells by a hook without article; a failure is a warning, or an error when strict."""
        if hook not in plugin.hooks:
            return None
        try:
            return plugin.hooks[hook]()
        except Exception as error:  # noqa: BLE001 - whatever a foreign plugin raises is contained
            self._tell(plugin.name, hook, error)
            return None

    def _told_list(self, plugin: Plugin, hook: str) -> list[Any]:
        try:
            return list(self._told(plugin, hook) or ())
        except Exception as error:  # noqa: BLE001 - a generator raises only when it is gone through
            self._tell(plugin.name, hook, error)
            return []

    def _tell(self, plugin: str, hook: str, error: Exception) -> None:
        failure = PluginError(plugin, hook, one_line(error))
        if self.strict:
            raise failure from error
        warnings.warn(str(failure), PluginLoadWarning, stacklevel=5)

    def _lexicon_files(self) -> dict[str, tuple[tuple[str, Traversable], ...]]:
        known: dict[str, tuple[tuple[str, Traversable], ...]] = {
            name: ((layers.CORE, file),) for name, file in lexicon.shared_lexicons().items()
        }
        for plugin in self._plugins:
            told = self._told(plugin, "lexicons") or {}
            if not hasattr(told, "items"):
                self._tell(
                    plugin.name, "lexicons", TypeError(f"a dict of names and files is needed, not {_kind(told)}")
                )
                continue
            for name, file in told.items():
                if hasattr(file, "read_text"):
                    known[name] = (*known.get(name, ()), (plugin.name, file))
                else:
                    reason = f"{name}: the file is a Path or of importlib.resources.files, not {_kind(file)}"
                    self._tell(plugin.name, "lexicons", TypeError(reason))
        return known

    def _read_options(self, plugin: Plugin) -> Any:
        given = self._options.get(plugin.name, {})
        cls = self._told(plugin, "options")
        if cls is None:
            for option in sorted(given):
                raise OptionError(plugin.name, option, "the plugin has no options")
            return None
        if not attrs.has(cls):
            self._tell(plugin.name, "options", TypeError(f"{cls!r} is no attrs class"))
            return None
        known = [a.name for a in attrs.fields(cls)]
        for option in sorted(given.keys() - set(known)):
            raise OptionError(plugin.name, option, "is not known", known)
        try:
            return cls(**given)
        except Exception as error:
            if given:
                raise OptionError(plugin.name, ", ".join(sorted(given)), one_line(error), known) from error
            self._tell(plugin.name, "options", error)
            return None

    def _annotation_types(self, plugin: Plugin) -> tuple[type, ...]:
        types = []
        for cls in self._told_list(plugin, "annotation_types"):
            try:
                layers.check_annotation_type(cls)
                serial.check_fields(cls)
            except TypeError as error:
                self._tell(plugin.name, "annotation_types", error)
            else:
                types.append(cls)
        return tuple(types)

    # the walk ---------------------------------------------------------------------------------------------------------

    def __call__(self, text: str | Article, published: dt.date | str | DateMention | None = None) -> Article:
        """Return the Article of a text.

        `text` is kept as it is. `published` (a date, a datetime, or either in ISO 8601) anchors relative dates;
        without it the page's own stamp is used, and never the clock. An Article as input is taken on from where it
        stands: what it holds is believed before what plugins find.

        Raises:
            TypeError: `text` is neither str nor Article.
            ValueError: `published` is no ISO date, or a fact in the given Article has an untrue span.
            PluginError: a plugin failed and the pipeline is strict.
        """
        return self._walk(text, published, steps=None)

    def trace(self, text: str | Article, published: dt.date | str | DateMention | None = None) -> Trace:
        """Return the Article and what each plugin did on the way: finds, losers and why, milliseconds.

        Raises like a call of the pipeline.
        """
        steps: list[Step] = []
        article = self._walk(text, published, steps)
        return Trace(article, tuple(steps))

    @overload
    def pipe(
        self, texts: Iterable[Text], *, workers: int | None = 1, errors: Literal["raise"] = "raise"
    ) -> Iterator[Article]: ...
    @overload
    def pipe(
        self, texts: Iterable[Text], *, workers: int | None = 1, errors: Literal["return"]
    ) -> Iterator[Article | Exception]: ...
    def pipe(
        self, texts: Iterable[Text], *, workers: int | None = 1, errors: Literal["raise", "return"] = "raise"
    ) -> Iterator[Article | Exception]:
        """Yield the Article of each text, lazily and in order; see `arabnews.pipe`."""
        from arabnews.piping import pipe  # noqa: PLC0415 - it builds on this module

        return pipe(texts, workers=workers, errors=errors, pipeline=self)

    def from_dict(self, data: Mapping[str, Any]) -> Article:
        """Return the article that `to_dict` wrote, with the annotations of this pipeline's plugins rebuilt."""
        types = {(name, cls.__qualname__): cls for name, declared in self._types.items() for cls in declared}
        return serial.from_dict(data, types)


def _several(argument: str, plugins: Iterable[Any]) -> Iterable[Any]:
    """Return the plugins; one name, whose letters would be taken for names, is refused."""
    if isinstance(plugins, str):
        msg = f"{argument} is a list of plugins, not one name: [{plugins!r}]"
        raise TypeError(msg)
    return plugins


def _kind(value: object) -> str:
    return type(value).__name__


def _load(plugin: Any) -> Plugin:
    if isinstance(plugin, Plugin):
        return plugin
    return load_named(plugin) if isinstance(plugin, str) else load_object(plugin)


def _rebuild(references: tuple[str, ...], strict: Any, options: Mapping[str, Mapping[str, Any]]) -> Pipeline:
    return Pipeline([load_reference(r) for r in references], strict=strict, options=options)


@cache
def default_pipeline() -> Pipeline:
    """Return the pipeline that `parse` uses, built at the first call."""
    return Pipeline.default()


def parse(text: str | Article, published: dt.date | str | DateMention | None = None) -> Article:
    """Return the Article of a text: statements, entities, dates, posts and blocks, with offsets into that very text.

    `published` (a date, a datetime, or either in ISO 8601) anchors relative dates such as «أمس»; without it the
    page's own stamp is used, and never the clock. Uses all installed plugins; see `Pipeline` for other choices.

    Raises:
        TypeError: `text` is not a str.
        ValueError: `published` is no ISO date.

    >>> article = parse("قال الوزير سمير حداد إن الجسر جاهز.", published="2024-03-05")
    >>> article.text[:3]
    'قال'
    """
    return default_pipeline()(text, published)


def from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that `Article.to_dict` wrote.

    Annotations are rebuilt where an installed plugin declares their class, and kept as they stood elsewhere.

    Raises:
        SchemaError: the data is of a newer schema, or is no article; or a span does not hold what stands in the text.

    >>> article = parse("قال الوزير سمير حداد إن الجسر جاهز.")
    >>> from_dict(article.to_dict()) == article
    True
    """
    if isinstance(data, dict) and data.get("annotations"):
        return default_pipeline().from_dict(data)
    return serial.from_dict(data)


def from_json(text: str | bytes) -> Article:
    """Return the article that `Article.to_json` wrote.

    Raises:
        SchemaError: like `from_dict`, and for a text that is no JSON.

    >>> article = parse("قال الوزير سمير حداد إن الجسر جاهز.")
    >>> from_json(article.to_json()) == article
    True
    """
    return from_dict(serial.load_json(text))
