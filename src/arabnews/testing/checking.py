"""Tries plugins on many texts: the invariants that concern a plugin, and what failed on which smallest text.

All is done in other processes, which start as copies of this one (see `apart`): one parses the texts in order and
each of them twice; another at the same time backwards, under another clock and in another time zone. What differs is
looked into: alone, under the other clock, after other texts. Texts are shortened as long as the fault stays.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from arabnews.plugins import BUNDLED
from arabnews.testing.choice import Seeded
from arabnews.testing.elsewhere import ElsewhereError, reason_to_stay
from arabnews.testing.examination import Examination
from arabnews.testing.faults import CHECKS, ELSEWHERE, LINEAR, PluginFault, Report
from arabnews.testing.fragments import compose_mixture
from arabnews.testing.news import generate
from arabnews.testing.probing import Probe, Sample

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def check_plugin(  # noqa: PLR0913 - all but the plugins have defaults
    *plugins: Any,
    articles: int = 200,
    seed: int = 0,
    texts: Iterable[str] = (),
    beside: Iterable[Any] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    inside_posts: bool = False,
    growth: bool = True,
    patience: float = 30.0,
) -> Report:
    """Check that a plugin keeps the promises of the library, and return what it passed.

    Args:
        plugins: the plugin, or several that are checked together: names, modules or objects, as for `Pipeline`.
        articles: how many news articles are generated; a fourth as many mixtures of words and marks come on top.
        seed: another seed makes other articles.
        texts: texts of your own that hold what the plugin looks for. They are parsed too, mixed with others, and
            repeated to see how the cost grows.
        beside: the plugins that run beside; the bundled ones by default.
        options: options of the plugins, as for `Pipeline`.
        inside_posts: true for annotations that are meant to lie in social posts or page furniture.
        growth: false leaves out the check of linear time, which takes the longest.
        patience: seconds that the work on one text may take.

    Raises:
        TypeError: no plugin is given.
        PluginFault: with each thing that goes wrong, on the smallest text found. It is an AssertionError.
    """
    __tracebackhide__ = True  # pytest shows the message and not this function
    if not plugins:
        msg = "check_plugin needs a plugin: a name, a module or an object"
        raise TypeError(msg)
    own = tuple(texts)
    probe = Probe(plugins, BUNDLED if beside is None else beside, options, inside_posts=inside_posts)
    samples = _samples(articles, seed, own)
    examination = Examination(probe, samples, patience)
    faults = list(probe.faults_of_setup)
    skipped = {} if growth else {LINEAR: "growth=False"}
    if not faults:
        faults += examination.walk()
        stays = reason_to_stay(probe.plain)
        if stays:
            skipped[ELSEWHERE] = stays
        elif not faults:
            try:
                faults += examination.elsewhere()
            except ElsewhereError as error:
                skipped[ELSEWHERE] = f"it does not run there: {error}"
        if growth:
            faults += examination.growth(own)
    if faults:
        failed = len({fault.check for fault in faults})
        checks = "check" if failed == 1 else "checks"
        summary = f"{', '.join(probe.names)}: {failed} {checks} failed on {len(samples)} texts (seed {seed})"
        raise PluginFault(faults, summary)
    return Report(
        plugins=probe.names,
        texts=len(samples),
        seed=seed,
        passed=tuple(check for check in CHECKS if check not in skipped),
        skipped=skipped,
        found=examination.found,
    )


def _samples(articles: int, seed: int, own: Sequence[str]) -> list[Sample]:
    """Return the texts: the author's own first, then news with and without its day, then mixtures."""
    samples = [Sample(text, day) for text in own for day in (None, "2024-05-14")]
    for index, news in enumerate(generate(seed, articles)):
        samples.append(Sample(news.text, news.published.isoformat() if index % 3 else None))
    for index in range(articles // 4):
        choice = Seeded(-1 - seed * articles - index)
        day = dt.date(2024, 5, 14) - dt.timedelta(days=index)
        samples.append(Sample(compose_mixture(choice, own), day.isoformat() if index % 2 else None))
    return samples
