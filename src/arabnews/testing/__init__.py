"""A kit for testing with Arabic news: generated articles with the truth beside them, and checks of plugins.

* `check_plugin(plugin)` tries a plugin on many texts and tells in plain words what goes wrong, on which smallest text.
* `generate(seed, count)` yields generated articles with their truth, without hypothesis.
* `texts`, `names`, `dates`, `news_articles` and `articles` are strategies for hypothesis, which arabnews itself does
  not need: install `arabnews[testing]`.
* `check_article` raises unless an article keeps what the library promises for every text.
* `read_cases` reads case files; `arabnews.testing.pytest_plugin` brings them, and a fixture `parse`, to pytest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arabnews.testing.cases import Case, read_cases
    from arabnews.testing.checking import check_plugin
    from arabnews.testing.expressions import DateExpression
    from arabnews.testing.faults import Fault, PluginFault, Report
    from arabnews.testing.invariants import check_article
    from arabnews.testing.news import NewsArticle, generate
    from arabnews.testing.strategies import articles, dates, names, news_articles, texts

__all__ = [
    "Case",
    "DateExpression",
    "Fault",
    "NewsArticle",
    "PluginFault",
    "Report",
    "articles",
    "check_article",
    "check_plugin",
    "dates",
    "generate",
    "names",
    "news_articles",
    "read_cases",
    "texts",
]

_HOMES = {
    "cases": ("Case", "read_cases"),
    "checking": ("check_plugin",),
    "expressions": ("DateExpression",),
    "faults": ("Fault", "PluginFault", "Report"),
    "invariants": ("check_article",),
    "news": ("NewsArticle", "generate"),
    "strategies": ("articles", "dates", "names", "news_articles", "texts"),
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is: importing hypothesis finds this package and must not pay for all of it."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(_module(home, name), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def _module(home: str, name: str) -> Any:
    try:
        return import_module(f"{__name__}.{home}")
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        msg = f"arabnews.testing.{name} needs hypothesis: pip install 'arabnews[testing]'"
        raise ModuleNotFoundError(msg, name="hypothesis") from error
