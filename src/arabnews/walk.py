"""The walk from text to Article: hooks are called layer by layer, each plugin's finds accepted, each layer settled."""

from __future__ import annotations

import logging
import time
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import Attribute, evolve

from arabnews import layers
from arabnews.article import Article, DateMention, Problem
from arabnews.errors import PluginError
from arabnews.layers import PRIOR, Find, Loss

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from arabnews.article import Annotation
    from arabnews.context import Context

_log = logging.getLogger("arabnews")
# a program that does not care for logs finds failures in `Article.problems`, not on its standard error
_log.addHandler(logging.NullHandler())

CALLER: Final = "caller"

_HOOK_OF: Final = {layer: f"find_{layer}" for layer in layers.LAYERS}
_BARE: Final[Mapping[str, Any]] = dict.fromkeys([*layers.LAYERS, "annotations"], ())


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
    bundled: bool = False
    """Whether what it yields is made for the core alone, which may then finish it in place."""


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
    """An article and how it came about, step by step.

    >>> from arabnews import Pipeline
    >>> trace = Pipeline(["dates"]).trace("وصل الوفد أمس.")
    >>> [(step.hook, step.plugin, step.found) for step in trace.steps if step.found]
    [('find_dates', 'dates', 1)]
    """

    article: Article
    steps: tuple[Step, ...]


class Walk:
    """The hooks of a pipeline's plugins in order, to be called for one article after the other.

    `callers` are what implements each hook, `types` each plugin's classes of annotations, `ranks` its place in the
    order. `strict`: a plugin's failure is raised as `PluginError` instead of noted as a `Problem`.
    """

    def __init__(
        self,
        callers: Mapping[str, Sequence[Caller]],
        types: Mapping[str, tuple[type, ...]],
        ranks: Mapping[str, int],
        *,
        strict: bool,
    ) -> None:
        """Keep what is to be called; see the class."""
        self._callers, self._types, self._ranks, self.strict = callers, types, ranks, strict

    def __call__(
        self, text: str | Article, published: dt.date | str | DateMention | None, steps: list[Step] | None
    ) -> Article:
        """Return the Article of a text, and add a row to `steps` for each hook that was called."""
        given = _start(text, published)
        article = given if isinstance(text, str) else layers.renewed(given, **_BARE)
        priors = {layer: [] if article is given else _prior(given, layer) for layer in layers.LAYERS}
        for layer in layers.LAYERS:
            article = self._layer(article, layer, priors[layer], steps)
            if layer == "blocks" and article.published is None:
                article = self._find_published(article, steps)
        if given.annotations or self._callers["find_annotations"]:
            article = self._annotate(article, given.annotations, steps)
        for caller in self._callers["refine"]:
            article = self._refine(article, caller, steps)
        return article

    def _layer(self, article: Article, layer: str, prior: list[Find], steps: list[Step] | None) -> Article:
        hook, finds = _HOOK_OF[layer], prior
        answers = [
            self._ask(hook, caller, article, partial(layers.accept, article, layer, own=caller.bundled))
            for caller in self._callers[hook]
        ]
        for caller, found, _, _ in answers:
            finds += map(Find, repeat(caller.rank), found or ())
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
        bare: dict[str, Any] = dict.fromkeys(layers.LAYERS, ())
        settled = layers.renewed(after, **bare)
        for layer in layers.LAYERS:
            # who enriches another plugin's find does not become its finder
            finders = {item.id: item.origin.plugin for item in getattr(before, layer)}
            finds = []
            for item in getattr(after, layer):
                finder = finders.get(item.id, plugin)
                accepted = layers.accept(after, layer, (item,), finder)[0]
                finds.append(Find(self._ranks.get(finder, PRIOR), accepted, named=item.id in finders))
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
                raise PluginError(caller.plugin, hook, one_line(error)) from error
            _log.warning("plugin %s failed in %s; all it found there is left out", caller.plugin, hook, exc_info=True)
            problem = Problem(caller.plugin, hook, one_line(error))
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


def one_line(error: BaseException) -> str:
    """Return what an error is and says, in one line."""
    told: object = error
    if len(error.args) > 1 and isinstance(error.args[1], Attribute):  # validators of attrs add it behind their message
        told = error.args[0]
        if isinstance(error, TypeError) and len(error.args) == 4:  # of `instance_of`, with the types and the value
            types = error.args[2] if isinstance(error.args[2], tuple) else (error.args[2],)
            names = " or ".join(getattr(cls, "__name__", repr(cls)) for cls in types)
            told = f"{error.args[1].name!r} must be {names}, not {error.args[3]!r}"
    return " ".join(f"{type(error).__name__}: {told}".split())


_BLANK: Final = Article("")


def _start(text: str | Article, published: dt.date | str | DateMention | None) -> Article:
    if not isinstance(text, (str, Article)):
        hint = "; decode it first" if isinstance(text, (bytes, bytearray)) else ""
        msg = f"the text of an article is a str, not {type(text).__name__}{hint}"
        raise TypeError(msg)
    if published is not None and not isinstance(published, DateMention):
        published = DateMention.given(published)
    if isinstance(text, str):
        return layers.renewed(_BLANK, text=text, published=published)
    return text if published is None else evolve(text, published=published)


def _prior(article: Article, layer: str) -> list[Find]:
    """Return the caller's own facts of one layer, checked."""
    return [
        Find(PRIOR, layers.accept(article, layer, (item,), item.origin.plugin or CALLER)[0], named=True)
        for item in getattr(article, layer)
    ]
