"""The walk from text to Article: hooks are called layer by layer, each plugin's finds accepted, each layer settled."""

from __future__ import annotations

import logging
import time
import warnings
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, overload

import attrs
from attrs import evolve

from arabnews import layers, lexicon, serial
from arabnews.article import Article, DateMention, Problem
from arabnews.context import Context, Lexicons
from arabnews.errors import OptionError, PluginError, PluginLoadWarning
from arabnews.layers import PRIOR, Find, Loss
from arabnews.plugins import HOOKS, Plugin, discover, load_named, load_object, load_reference

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.article import Annotation
    from arabnews.piping import Text

_log = logging.getLogger("arabnews")
# a program that does not care for logs finds failures in `Article.problems`, not on its standard error
_log.addHandler(logging.NullHandler())

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


class Caller(NamedTuple):
    """One plugin's implementation of one hook, with its place in the order and its context."""

    rank: int
    plugin: str
    call: Callable[..., Any]
    context: Context


class Answer(NamedTuple):
    """What one plugin gave for one hook: accepted finds, or the problem that it made."""

    caller: Caller
    found: tuple[Any, ...] | None
    problem: Problem | None
    milliseconds: float

    def step(self, hook: str, lost: tuple[Loss, ...] = ()) -> Step:
        """Return the row of a trace that tells of this answer."""
        message = self.problem.message if self.problem else None
        return Step(hook, self.caller.plugin, len(self.found or ()), lost, self.milliseconds, message)


class Trace(NamedTuple):
    """An article and how it came about, step by step."""

    article: Article
    steps: tuple[Step, ...]


class Pipeline:
    """An ordered set of plugins with their options, called with a text and giving an Article.

    A pipeline cannot be changed; two articles never influence each other. It pickles as the names of its plugins and
    their options, and so travels to other processes.

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
        loaded = tuple(_load(plugin) for plugin in plugins)
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
        self._callers: dict[str, list[Caller]] = {
            hook: [
                Caller(rank, p.name, p.hooks[hook], self._contexts[p.name])
                for rank, p in enumerate(loaded)
                if hook in p.hooks
            ]
            for hook in HOOKS
        }

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
        loaded, _ = discover(only=only, disable=disable)
        return cls([*loaded, *extra], strict=strict, options=options)

    @property
    def plugins(self) -> tuple[str, ...]:
        """The names of the plugins, in order."""
        return tuple(plugin.name for plugin in self._plugins)

    @property
    def loaded(self) -> tuple[Plugin, ...]:
        """The plugins themselves, in order, with their versions and what implements them."""
        return self._plugins

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

    def _tell(self, plugin: str, hook: str, error: Exception) -> None:
        failure = PluginError(plugin, hook, _one_line(error))
        if self.strict:
            raise failure from error
        warnings.warn(str(failure), PluginLoadWarning, stacklevel=5)

    def _lexicon_files(self) -> dict[str, tuple[tuple[str, Traversable], ...]]:
        known: dict[str, tuple[tuple[str, Traversable], ...]] = {
            name: ((layers.CORE, file),) for name, file in lexicon.shared_lexicons().items()
        }
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
        return self._walk(text, published, None)

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

    def _walk(
        self, text: str | Article, published: dt.date | str | DateMention | None, steps: list[Step] | None
    ) -> Article:
        given = _start(text, published)
        bare: dict[str, Any] = dict.fromkeys([*layers.LAYERS, "annotations"], ())
        article = layers.renewed(given, **bare)
        for layer in layers.LAYERS:
            article = self._layer(article, layer, _prior(given, layer), steps)
            if layer == "blocks" and article.published is None:
                article = self._find_published(article, steps)
        article = self._annotate(article, given.annotations, steps)
        for caller in self._callers["refine"]:
            article = self._refine(article, caller, steps)
        return article

    def _layer(self, article: Article, layer: str, prior: list[Find], steps: list[Step] | None) -> Article:
        hook = _HOOK_OF[layer]
        answers = [
            self._ask(hook, caller, article, partial(layers.accept, article, layer)) for caller in self._callers[hook]
        ]
        finds = [*prior, *(Find(answer.caller.rank, item) for answer in answers for item in answer.found or ())]
        settled, lost = layers.settle(article, layer, finds)
        if steps is not None:
            owners = [_owner(loss.item, finds) for loss in lost]
            for answer in answers:
                mine = tuple(loss for loss, owner in zip(lost, owners, strict=True) if owner == answer.caller.plugin)
                steps.append(answer.step(hook, mine))
        return _with_problems(settled, answers)

    def _find_published(self, article: Article, steps: list[Step] | None) -> Article:
        hook = "find_published"
        for caller in self._callers[hook]:
            answer = self._ask(hook, caller, article, partial(_accept_published, article))
            article = _with_problems(article, [answer])
            if steps is not None:
                steps.append(answer.step(hook))
            if answer.found:
                return layers.renewed(article, published=answer.found[0])
        return article

    def _annotate(self, article: Article, prior: tuple[Annotation, ...], steps: list[Step] | None) -> Article:
        hook = "find_annotations"
        answers = [
            self._ask(
                hook, caller, article, partial(layers.accept_annotations, article, declared=self._types[caller.plugin])
            )
            for caller in self._callers[hook]
        ]
        if steps is not None:
            steps.extend(answer.step(hook) for answer in answers)
        found = [*prior, *(item for answer in answers for item in answer.found or ())]
        return _with_problems(layers.renewed(article, annotations=layers.settle_annotations(found)), answers)

    def _refine(self, article: Article, caller: Caller, steps: list[Step] | None) -> Article:
        def accept(result: Any, plugin: str) -> tuple[Article, ...]:
            return (self._resettle(article, result, plugin),)

        answer = self._ask("refine", caller, article, accept)
        if steps is not None:
            steps.append(answer.step("refine"))
        return _with_problems(answer.found[0] if answer.found else article, [answer])

    def _resettle(self, before: Article, after: object, plugin: str) -> Article:
        """Return what a refiner made of the article, accepted and settled anew."""
        if not isinstance(after, Article):
            msg = f"Article is needed, not {type(after).__name__}"
            raise TypeError(msg)
        if after.text != before.text:
            msg = "the text of the article cannot be changed"
            raise ValueError(msg)
        if after.published is not None and after.published != before.published:
            after = evolve(after, published=layers.accept_published(after, after.published, plugin))
        for annotation in after.annotations:
            layers.check_span(after.text, annotation.value.span)
        ranks = {name: rank for rank, name in enumerate(self.plugins)}
        bare: dict[str, Any] = dict.fromkeys(layers.LAYERS, ())
        settled = layers.renewed(after, **bare)
        for layer in layers.LAYERS:
            # who enriches another plugin's find does not become its finder
            finders = {item.id: item.origin.plugin for item in getattr(before, layer)}
            finds = []
            for item in getattr(after, layer):
                finder = finders.get(item.id, plugin)
                accepted = layers.accept(after, layer, (item,), finder)[0]
                finds.append(Find(ranks.get(finder, PRIOR), accepted, named=item.id in finders))
            settled, _ = layers.settle(settled, layer, finds)
        kept = tuple(problem for problem in after.problems if problem not in before.problems)
        return evolve(settled, problems=(*before.problems, *kept))

    def _ask(self, hook: str, caller: Caller, article: Article, accept: Callable[..., tuple[Any, ...]]) -> Answer:
        """Call one plugin's hook and accept what it yields; a failure of either is contained, unless strict."""
        clock = time.perf_counter()
        found: tuple[Any, ...] | None = None
        problem: Problem | None = None
        try:
            result = caller.call(article=article, context=caller.context)
            found = () if result is None else accept(result, plugin=caller.plugin)
        except Exception as error:
            if self.strict:
                raise PluginError(caller.plugin, hook, _one_line(error)) from error
            _log.warning("plugin %s failed in %s; all it found there is left out", caller.plugin, hook, exc_info=True)
            problem = Problem(caller.plugin, hook, _one_line(error))
        return Answer(caller, found, problem, (time.perf_counter() - clock) * 1000)


def _with_problems(article: Article, answers: Iterable[Answer]) -> Article:
    problems = [answer.problem for answer in answers if answer.problem is not None]
    return layers.renewed(article, problems=(*article.problems, *problems)) if problems else article


def _accept_published(article: Article, found: object, plugin: str) -> tuple[DateMention, ...]:
    return (layers.accept_published(article, found, plugin),)


def _owner(item: Any, finds: list[Find]) -> str:
    """Return the plugin behind a lost item; a lost mention is looked for in its entity."""
    origin = getattr(item, "origin", None)
    if origin is not None:
        return str(origin.plugin)
    return next((f.item.origin.plugin for f in finds if any(m is item for m in f.item.mentions)), "")


def _one_line(error: BaseException) -> str:
    # validators of attrs add the whole attribute behind their message
    told = error.args[0] if len(error.args) > 1 and isinstance(error.args[1], attrs.Attribute) else error
    return " ".join(f"{type(error).__name__}: {told}".split())


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
        SchemaError: the data is of a newer schema, or is no article.
    """
    if isinstance(data, dict) and data.get("annotations"):
        return default_pipeline().from_dict(data)
    return serial.from_dict(data)


def from_json(text: str | bytes) -> Article:
    """Return the article that `Article.to_json` wrote.

    Raises:
        SchemaError: like `from_dict`, and for a text that is no JSON.
    """
    return from_dict(serial.load_json(text))
