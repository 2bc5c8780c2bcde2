"""Plugins inside a pipeline, watched: what they raise, what the core refuses, what they cost."""

from __future__ import annotations

import pickle
import time
import traceback
import warnings
from collections import Counter, defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from arabnews.article import BLOCK_RULES, Article
from arabnews.errors import PluginLoadWarning
from arabnews.layers import HIDDEN, check_annotation_type
from arabnews.pipeline import Pipeline
from arabnews.plugins import BUNDLED, Plugin, load_named, load_object
from arabnews.testing.comparing import describe, difference, signature
from arabnews.testing.faults import (
    FROZEN,
    LOADS,
    NO_EXCEPTION,
    OWN_PROSE,
    PROMISES,
    RIGHT_TYPES,
    TRAVELS,
    TRUE_SPANS,
    Fault,
)
from arabnews.testing.invariants import check_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from arabnews.walk import Step

_NOT_IN_POST: Final = "is not inside the post that it names"


@frozen
class Sample:
    """A text and the day of publication that goes with it, in ISO 8601."""

    text: str
    published: str | None = None


class Probe:
    """Some plugins under examination, with others beside them, in a pipeline that watches the former."""

    def __init__(
        self,
        plugins: Iterable[Any],
        beside: Iterable[Any],
        options: Mapping[str, Mapping[str, Any]] | None = None,
        *,
        inside_posts: bool = False,
    ) -> None:
        """Load the plugins; see `check_plugin` for the arguments."""
        self.options = options
        self.inside_posts = inside_posts
        self.spent: defaultdict[str, float] = defaultdict(float)  # seconds of CPU time
        self.found: Counter[str] = Counter()
        self._raised: dict[tuple[str, str], str] = {}
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            self.subjects = tuple(map(_load, plugins))
            self.names = tuple(plugin.name for plugin in self.subjects)
            others = [plugin for plugin in map(_load, beside) if plugin.name not in self.names]
            order = sorted([*self.subjects, *others], key=lambda plugin: _place(plugin.name))
            self.plain = Pipeline(order, options=options)
            self.pipeline = Pipeline([self._watched(p) if p in self.subjects else p for p in order], options=options)
            for plugin in self.subjects:
                self._read_lexicons(plugin)
        messages = [str(warning.message) for warning in told if _is_ours(warning.category)]
        # a class that is refused is told of in both ways; the first is the plainer
        self.faults_of_setup = tuple(self._look_at_classes()) or tuple(self._look_at_warnings(messages))

    def look(self, sample: Sample, *, deep: bool = True) -> tuple[Article | None, list[Fault]]:
        """Parse a text; return the article, unless even that fails, and the faults that one call shows.

        `deep`: the promises of every article are checked too, which takes as long again.
        """
        self._raised.clear()
        try:
            trace = self.pipeline.trace(sample.text, sample.published)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever breaks out of the pipeline is a fault
            message = f"{type(error).__name__} broke out of the pipeline: {error}"
            return None, [self._fault(NO_EXCEPTION, self.names[0], None, message, sample)]
        article, faults = trace.article, []
        for problem in article.problems:
            if problem.plugin in self.names:
                raised = self._raised.get((problem.plugin, problem.hook))
                check = NO_EXCEPTION if raised else _check_of(problem.message)
                faults.append(self._fault(check, problem.plugin, problem.hook, raised or problem.message, sample))
        for step in trace.steps:
            if step.plugin in self.names:
                self.found[f"{step.plugin}.{step.hook}"] += step.found
                faults.extend(self._hidden(step, sample))
        faults.extend(self._hidden_annotations(article, sample))
        if deep and not faults:
            faults.extend(self._broken(article, sample))
        return article, faults

    def signature(self, sample: Sample) -> bytes:
        """Parse a text and return a digest of all that came of it."""
        article, _ = self.look(sample, deep=False)
        return signature(article)

    # how the plugins are watched --------------------------------------------------------------------------------------

    def _watched(self, plugin: Plugin) -> Plugin:
        hooks = {
            name: self._watch(plugin.name, name, call) if name.startswith("find_") or name == "refine" else call
            for name, call in plugin.hooks.items()
        }
        return evolve(plugin, hooks=hooks)

    def _watch(self, plugin: str, hook: str, call: Callable[..., Any]) -> Callable[..., Any]:
        single = hook in {"refine", "find_published"}

        def watched(**arguments: Any) -> Any:
            clock = time.process_time()
            try:
                result = call(**arguments)
                # a generator does its work while it is read
                return result if single or result is None or not hasattr(result, "__iter__") else tuple(result)
            except Exception as error:
                self._raised[plugin, hook] = _told(error)
                raise
            finally:
                self.spent[f"{plugin}.{hook}"] += time.process_time() - clock

        return watched

    def _fault(self, check: str, plugin: str, hook: str | None, message: str, sample: Sample) -> Fault:
        return Fault(
            check=check, plugin=plugin, hook=hook, message=message, text=sample.text, published=sample.published
        )

    # what one look shows ----------------------------------------------------------------------------------------------

    def _look_at_classes(self) -> Iterator[Fault]:
        for plugin in self.subjects:
            if "annotation_types" not in plugin.hooks:
                continue
            try:
                for cls in plugin.hooks["annotation_types"]() or ():
                    check_annotation_type(cls)
            except Exception as error:  # noqa: BLE001 - whatever a foreign plugin raises is told
                yield Fault(check=FROZEN, plugin=plugin.name, hook="annotation_types", message=str(error))

    def _read_lexicons(self, plugin: Plugin) -> None:
        """Read the plugin's lexicons, which are else read at their first use, so that they warn now."""
        if "lexicons" in plugin.hooks:
            with suppress(Exception):  # the pipeline has warned of it
                for name in plugin.hooks["lexicons"]() or ():
                    self.plain.lexicon(name)

    def _look_at_warnings(self, messages: Iterable[str]) -> Iterator[Fault]:
        for message in dict.fromkeys(messages):
            yield Fault(check=LOADS, plugin=self.names[0], hook=None, message=message)

    def _hidden(self, step: Step, sample: Sample) -> Iterator[Fault]:
        for loss in step.lost:
            if loss.reason in {HIDDEN, _NOT_IN_POST}:
                message = (
                    f"{describe(loss.item)} {loss.reason}; the core left it out.\n"
                    "Look in article.prose, where posts and furniture are blanked at the same offsets."
                )
                yield self._fault(OWN_PROSE, step.plugin, step.hook, message, sample)

    def _hidden_annotations(self, article: Article, sample: Sample) -> Iterator[Fault]:
        if self.inside_posts:
            return
        hidden = [(e.span, "a social post") for e in article.embeds]
        hidden += [(b.span, f"furniture ({b.kind})") for b in article.blocks if not BLOCK_RULES[b.kind].prose]
        for annotation in article.annotations:
            if annotation.origin.plugin not in self.names:
                continue
            where = next((what for span, what in hidden if span.meets(annotation.value.span)), None)
            if where:
                message = (
                    f"{describe(annotation.value)} lies in {where}, which is not the article's own prose.\n"
                    "Look in article.prose; or say inside_posts=True if the plugin is about posts."
                )
                yield self._fault(OWN_PROSE, annotation.origin.plugin, "find_annotations", message, sample)

    def _broken(self, article: Article, sample: Sample) -> Iterator[Fault]:
        name = self.names[0] if len(self.names) == 1 else ", ".join(self.names)
        try:
            check_article(article, sample.text)
        except (AssertionError, LookupError, TypeError, ValueError) as error:
            yield self._fault(PROMISES, name, None, f"this does not hold: {error}", sample)
            return
        try:
            hash(article)
            pickled = pickle.loads(pickle.dumps(article))  # noqa: S301 - what was just written
            read = self.plain.from_dict(article.to_dict())
        except Exception as error:  # noqa: BLE001 - whatever a foreign class raises is told
            message = f"the article cannot be hashed, pickled or written as JSON: {type(error).__name__}: {error}"
            yield self._fault(TRAVELS, name, None, message, sample)
            return
        for form, other in (("JSON", read), ("pickle", pickled)):
            told = difference(article, other)
            if told:
                message = f"the article read back from {form} is not equal to the one written; {told}"
                yield self._fault(TRAVELS, name, None, message, sample)


def _told(error: Exception) -> str:
    """Return what was raised, and where: the innermost line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"\nin {frames[-1].filename}, line {frames[-1].lineno}: {frames[-1].line}" if frames else ""
    return f"{type(error).__name__}: {error}{where}"


def _check_of(message: str) -> str:
    return TRUE_SPANS if message.startswith("SpanError") else RIGHT_TYPES


def _is_ours(category: type[Warning]) -> bool:
    return issubclass(category, PluginLoadWarning)


def _load(plugin: Any) -> Plugin:
    if isinstance(plugin, Plugin):
        return plugin
    return load_named(plugin) if isinstance(plugin, str) else load_object(plugin)


def _place(name: str) -> int:
    return BUNDLED.index(name) if name in BUNDLED else len(BUNDLED)
