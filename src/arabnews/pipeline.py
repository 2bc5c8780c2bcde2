"""The walk from text to Article: hooks are called layer by layer, each plugin's finds accepted, each layer settled."""

from __future__ import annotations

import datetime as dt
import logging
import time
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs
from attrs import evolve

from arabnews import layers, lexicon, plugins, serial
from arabnews.article import Article, DateMention, Problem
from arabnews.errors import LexiconError, OptionError, PluginError, PluginLoadWarning
from arabnews.layers import PRIOR, Find, Loss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.lexicon import Lexicon
    from arabnews.plugins import Plugin

_log = logging.getLogger("arabnews")

CALLER: Final = "caller"

_HOOK_OF: Final = {layer: f"find_{layer}" for layer in layers.LAYERS}


class Step(NamedTuple):
    """What one plugin did in one hook: a row of a trace.

    `found` counts what was accepted; `lost` are the finds that settling did not keep, with the reason; `problem` is the
    failure that was contained, if any. Milliseconds are of wall-clock time.
    """

    hook: str
    plugin: str
    found: int
    lost: tuple[Loss, ...]
    milliseconds: float
    problem: str | None = None


class Trace(NamedTuple):
    """An article and how it came about, step by step."""

    article: Article
    steps: tuple[Step, ...]


class Context:
    """What a hook may consult beside the article: named lexicons, and the plugin's own options."""

    __slots__ = ("_lexicons", "options")

    def __init__(self, lexicons: Lexicons, options: Any) -> None:
        """Bind the pipeline's lexicons to one plugin's options."""
        self._lexicons = lexicons
        self.options = options

    def lexicon(self, name: str) -> Lexicon:
        """Return the named lexicon: its bundled entries, then those of plugins. Raises LexiconError where none has the name."""
        return self._lexicons.get(name)


class Lexicons:
    """The lexicons of one pipeline, each read at its first use."""

    def __init__(self, files: Mapping[str, tuple[tuple[str, Traversable], ...]]) -> None:
        """Keep the files of each lexicon, with the plugin that names each (or the core)."""
        self._files = dict(files)
        self._read: dict[str, Lexicon] = {}

    def get(self, name: str) -> Lexicon:
        """Return the lexicon of this name. A plugin's file that cannot be read is told by a warning and left out."""
        if name not in self._read:
            if name not in self._files:
                raise LexiconError(name, None, f"no such lexicon; known: {', '.join(sorted(self._files))}")
            self._read[name] = lexicon.merge(name, self._parts(name))
        return self._read[name]

    def _parts(self, name: str) -> Iterator[Lexicon]:
        for owner, resource in self._files[name]:
            if owner == layers.CORE:
                yield lexicon.shared(name)
                continue
            try:
                yield lexicon.read_lexicon(resource, name)
            except LexiconError as error:
                if owner in plugins.BUNDLED:
                    raise
                text = f"plugin {owner}: its part of the lexicon {name} is left out: {error}"
                warnings.warn(text, PluginLoadWarning, stacklevel=4)


class Pipeline:
    """An ordered set of plugins with their options, called with a text and giving an Article.

    A pipeline cannot be changed; two articles never influence each other. It pickles as the names of its plugins and their
    options, and so travels to other processes.

    Args:
        plugins: names of installed plugins, modules, or any objects with hook implementations, in order.
        strict: raise `PluginError` where a plugin fails, instead of noting a `Problem`.
        options: for each plugin's name the options that differ from its defaults.

    Raises:
        PluginError: a plugin is not installed or cannot be loaded.
        OptionError: an option or the plugin that it is meant for is not known.
    """

    def __init__(
        self,
        plugins: Iterable[Any],
        *,
        strict: bool = False,
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Load the plugins and read their options; see the class."""
        self._setup(tuple(_load(plugin) for plugin in plugins), strict=strict, options=options)

    def _setup(
        self, loaded: tuple[Plugin, ...], *, strict: bool, options: Mapping[str, Mapping[str, Any]] | None
    ) -> None:
        names = [plugin.name for plugin in loaded]
        for name in names:
            if names.count(name) > 1:
                raise PluginError(name, None, "is given twice")
        self._plugins = loaded
        self.strict = strict
        self._options = {name: dict(given) for name, given in (options or {}).items()}
        for name in sorted(self._options.keys() - set(names)):
            raise OptionError(name, None, "is not part of this pipeline", names)
        lexicons = Lexicons(self._lexicon_files())
        self._contexts = {p.name: Context(lexicons, self._read_options(p)) for p in loaded}
        self._types = {p.name: self._annotation_types(p) for p in loaded}
        self._calls: dict[str, list[tuple[int, str, Callable[..., Any], Context]]] = {
            hook: [(i, p.name, p.hooks[hook], self._contexts[p.name]) for i, p in enumerate(loaded) if hook in p.hooks]
            for hook in plugins.HOOKS
        }

    @classmethod
    def default(
        cls,
        *,
        only: Iterable[str] | None = None,
        disable: Iterable[str] = (),
        strict: bool = False,
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> Pipeline:
        """Return a pipeline of all installed plugins: the bundled ones, then the others by name.

        `only` and `disable` choose among them by name, beside the environment variables ARABNEWS_PLUGINS and
        ARABNEWS_DISABLE. A plugin that cannot be loaded is told by a `PluginLoadWarning` and left out.
        """
        loaded, _ = plugins.discover(only=only, disable=disable)
        made = cls.__new__(cls)
        made._setup(loaded, strict=strict, options=options)
        return made

    @property
    def plugins(self) -> tuple[str, ...]:
        """The names of the plugins, in order."""
        return tuple(plugin.name for plugin in self._plugins)

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
        except Exception as error:
            self._tell(plugin.name, hook, error)
            return None

    def _tell(self, plugin: str, hook: str, error: Exception) -> None:
        failure = PluginError(plugin, hook, _one_line(error))
        if self.strict:
            raise failure from error
        warnings.warn(str(failure), PluginLoadWarning, stacklevel=5)

    def _lexicon_files(self) -> dict[str, tuple[tuple[str, Traversable], ...]]:
        known = {name: ((layers.CORE, file),) for name, file in lexicon.shared_lexicons().items()}
        for plugin in self._plugins:
            told = self._told(plugin, "lexicons")
            for name, file in dict(told).items() if told else ():
                known[name] = (*known.get(name, ()), (plugin.name, file))
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
                raise OptionError(plugin.name, ", ".join(sorted(given)), _one_line(error), known) from error
            self._tell(plugin.name, "options", error)
            return None

    def _annotation_types(self, plugin: Plugin) -> tuple[type, ...]:
        types = []
        for cls in self._told(plugin, "annotation_types") or ():
            try:
                layers.check_annotation_type(cls)
            except TypeError as error:
                self._tell(plugin.name, "annotation_types", error)
            else:
                types.append(cls)
        return tuple(types)

    # the walk ---------------------------------------------------------------------------------------------------------

    def __call__(self, text: str | Article, published: dt.date | str | DateMention | None = None) -> Article:
        """Return the Article of a text.

        `text` is kept as it is. `published` (a date, a datetime, or either in ISO 8601) anchors relative dates; without it
        the page's own stamp is used, and never the clock. An Article as input is taken on from where it stands: what it
        holds is believed before what plugins find.

        Raises:
            TypeError: `text` is neither str nor Article.
            ValueError: `published` is no ISO date, or a fact in the given Article has an untrue span.
            PluginError: a plugin failed and the pipeline is strict.
        """
        return self._walk(text, published, None)

    def trace(self, text: str | Article, published: dt.date | str | DateMention | None = None) -> Trace:
        """Return the Article and what each plugin did on the way: finds, losers and why, milliseconds. Raises like a call."""
        steps: list[Step] = []
        article = self._walk(text, published, steps)
        return Trace(article, tuple(steps))

    def pipe(self, texts: Iterable[str | Article | tuple[str, dt.date | str | None]]) -> Iterator[Article]:
        """Yield the Article of each text, lazily and in order. A tuple is a text with its date of publication."""
        for text in texts:
            if isinstance(text, tuple):
                yield self(*text)
            else:
                yield self(text)

    def from_dict(self, data: Mapping[str, Any]) -> Article:
        """Return the article that `to_dict` wrote, with the annotations of this pipeline's plugins rebuilt."""
        types = {(name, cls.__qualname__): cls for name, declared in self._types.items() for cls in declared}
        return serial.from_dict(data, types)

    def _walk(
        self, text: str | Article, published: dt.date | str | DateMention | None, steps: list[Step] | None
    ) -> Article:
        article = _start(text, published)
        prior = {layer: _prior(article, layer) for layer in layers.LAYERS}
        prior_annotations = article.annotations
        article = evolve(article, **dict.fromkeys(layers.LAYERS, ()), annotations=())
        for layer in layers.LAYERS:
            article = self._layer(article, layer, prior[layer], steps)
            if layer == "blocks" and article.published is None:
                article = self._find_published(article, steps)
        article = self._annotate(article, prior_annotations, steps)
        for rank, name, call, context in self._calls["refine"]:
            article = self._refine(article, (rank, name, call, context), steps)
        return article

    def _layer(self, article: Article, layer: str, prior: list[Find], steps: list[Step] | None) -> Article:
        hook = _HOOK_OF[layer]
        finds, problems, started = list(prior), list[Problem](), list[tuple[str, int, float, str | None]]()
        for rank, name, call, context in self._calls[hook]:
            clock = time.perf_counter() if steps is not None else 0.0
            found, problem = self._contained(
                name, hook, lambda call=call, name=name, context=context: layers.accept(  # type: ignore[misc]
                    article, layer, call(article=article, context=context) or (), name
                ),
            )  # fmt: skip
            finds.extend(Find(rank, item) for item in found or ())
            if problem is not None:
                problems.append(problem)
            if steps is not None:
                spent = (time.perf_counter() - clock) * 1000
                started.append((name, len(found or ()), spent, problem.message if problem else None))
        settled, lost = layers.settle(article, layer, finds)
        if steps is not None:
            for name, count, spent, message in started:
                mine = tuple(loss for loss in lost if _owner(loss.item, finds) == name)
                steps.append(Step(hook, name, count, mine, spent, message))
        return evolve(settled, problems=(*settled.problems, *problems)) if problems else settled

    def _find_published(self, article: Article, steps: list[Step] | None) -> Article:
        hook = "find_published"
        for _, name, call, context in self._calls[hook]:
            clock = time.perf_counter()

            def ask(call: Callable[..., Any] = call, name: str = name, context: Context = context) -> Any:
                found = call(article=article, context=context)
                return None if found is None else layers.accept_published(article, found, name)

            found, problem = self._contained(name, hook, ask)
            if steps is not None:
                spent = (time.perf_counter() - clock) * 1000
                steps.append(Step(hook, name, int(found is not None), (), spent, problem.message if problem else None))
            if problem is not None:
                article = evolve(article, problems=(*article.problems, problem))
            if found is not None:
                return evolve(article, published=found)
        return article

    def _annotate(self, article: Article, prior: tuple[Any, ...], steps: list[Step] | None) -> Article:
        hook = "find_annotations"
        found_all, problems = list(prior), list(article.problems)
        for _, name, call, context in self._calls[hook]:
            clock = time.perf_counter()
            found, problem = self._contained(
                name, hook, lambda call=call, name=name, context=context: layers.accept_annotations(  # type: ignore[misc]
                    article, call(article=article, context=context) or (), name, self._types[name]
                ),
            )  # fmt: skip
            found_all.extend(found or ())
            if problem is not None:
                problems.append(problem)
            if steps is not None:
                spent = (time.perf_counter() - clock) * 1000
                steps.append(Step(hook, name, len(found or ()), (), spent, problem.message if problem else None))
        if not found_all and len(problems) == len(article.problems):
            return article
        return evolve(article, annotations=layers.settle_annotations(found_all), problems=tuple(problems))

    def _refine(
        self, article: Article, caller: tuple[int, str, Callable[..., Any], Context], steps: list[Step] | None
    ) -> Article:
        _, name, call, context = caller
        clock = time.perf_counter()

        def refined() -> Article:
            result = call(article=article, context=context)
            return article if result is None else self._resettle(article, result, name)

        result, problem = self._contained(name, "refine", refined)
        if steps is not None:
            spent = (time.perf_counter() - clock) * 1000
            steps.append(
                Step("refine", name, int(result is not article), (), spent, problem.message if problem else None)
            )
        if problem is not None:
            return evolve(article, problems=(*article.problems, problem))
        return result if result is not None else article

    def _resettle(self, before: Article, after: object, plugin: str) -> Article:
        """Return what a refiner made of the article, accepted and settled anew."""
        if not isinstance(after, Article):
            msg = f"Article is needed, not {type(after).__name__}"
            raise TypeError(msg)
        if after.text != before.text:
            msg = "the text of the article cannot be changed"
            raise ValueError(msg)
        if after.published is not None and after.published is not before.published:
            after = evolve(after, published=layers.accept_published(after, after.published, plugin))
        for annotation in after.annotations:
            layers.check_span(after.text, annotation.value.span)
        ranks = {name: rank for rank, name in enumerate(self.plugins)}
        settled = evolve(after, **dict.fromkeys(layers.LAYERS, ()))
        for layer in layers.LAYERS:
            old = {item.id: item.origin.plugin for item in getattr(before, layer)}
            finds = []
            for item in getattr(after, layer):
                owner = old.get(item.id, plugin)
                accepted = layers.accept(after, layer, (item,), owner)[0]
                finds.append(Find(ranks.get(owner, PRIOR), accepted, named=item.id in old))
            settled, _ = layers.settle(settled, layer, finds)
        lost = tuple(problem for problem in before.problems if problem not in after.problems)
        return evolve(settled, problems=(*lost, *after.problems))

    def _contained(self, plugin: str, hook: str, work: Callable[[], Any]) -> tuple[Any, Problem | None]:
        """Return the result of a plugin's work, or the problem that it made."""
        try:
            return work(), None
        except Exception as error:
            if self.strict:
                raise PluginError(plugin, hook, _one_line(error)) from error
            _log.warning("plugin %s failed in %s; all it found there is left out", plugin, hook, exc_info=True)
            return None, Problem(plugin, hook, _one_line(error))


def _owner(item: Any, finds: list[Find]) -> str:
    """Return the plugin behind a lost item; a lost mention is looked for in its entity."""
    origin = getattr(item, "origin", None)
    if origin is not None:
        return str(origin.plugin)
    return next((f.item.origin.plugin for f in finds if any(m is item for m in f.item.mentions)), "")


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def _start(text: str | Article, published: dt.date | str | DateMention | None) -> Article:
    if isinstance(text, Article):
        article = text
    elif isinstance(text, str):
        article = Article(text)
    else:
        hint = "; decode it first" if isinstance(text, (bytes, bytearray)) else ""
        msg = f"the text of an article is a str, not {type(text).__name__}{hint}"
        raise TypeError(msg)
    if published is None:
        return article
    return evolve(article, published=published if isinstance(published, DateMention) else DateMention.given(published))


def _prior(article: Article, layer: str) -> list[Find]:
    """Return the caller's own facts of one layer, checked."""
    return [
        Find(PRIOR, layers.accept(article, layer, (item,), item.origin.plugin or CALLER)[0], named=True)
        for item in getattr(article, layer)
    ]


def _load(plugin: Any) -> Plugin:
    if isinstance(plugin, plugins.Plugin):
        return plugin
    return plugins.load_named(plugin) if isinstance(plugin, str) else plugins.load_object(plugin)


def _rebuild(references: tuple[str, ...], strict: bool, options: Mapping[str, Mapping[str, Any]]) -> Pipeline:  # noqa: FBT001 - called by pickle alone
    return Pipeline([plugins.load_reference(r) for r in references], strict=strict, options=options)


@cache
def default_pipeline() -> Pipeline:
    """Return the pipeline that `parse` uses, built at the first call."""
    return Pipeline.default()


def parse(text: str | Article, published: dt.date | str | DateMention | None = None) -> Article:
    """Return the Article of a text: statements, entities, dates, posts and blocks, with offsets into that very text.

    `published` (a date, a datetime, or either in ISO 8601) anchors relative dates such as «أمس»; without it the page's own
    stamp is used, and never the clock. Uses all installed plugins; see `Pipeline` for other choices.

    Raises:
        TypeError: `text` is not a str.
        ValueError: `published` is no ISO date.

    >>> article = parse("قال الوزير سمير حداد إن الجسر جاهز.", published="2024-03-05")
    >>> article.text[:3]
    'قال'
    """
    return default_pipeline()(text, published)


def pipe(texts: Iterable[str | Article | tuple[str, dt.date | str | None]]) -> Iterator[Article]:
    """Yield the Article of each text, lazily and in order. A tuple is a text with its date of publication."""
    return default_pipeline().pipe(texts)


def from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that `Article.to_dict` wrote.

    Annotations are rebuilt where an installed plugin declares their class, and kept as they stood elsewhere.

    Raises:
        SchemaError: the data is of a newer schema, or is no article.
    """
    if isinstance(data, dict) and data.get("annotations"):
        return default_pipeline().from_dict(data)
    return serial.from_dict(data)
