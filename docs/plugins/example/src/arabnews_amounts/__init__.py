"""A plugin of arabnews: how many people and how much money an article speaks of."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from arabnews import hookimpl

from arabnews_amounts.amount import Amount, AmountOptions
from arabnews_amounts.finding import find_amounts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from arabnews import Article
    from arabnews.hookspecs import Context

__all__ = ["Amount", "AmountOptions"]


@hookimpl
def annotation_types() -> list[type]:
    """Declare what `find_annotations` yields."""
    return [Amount]


@hookimpl
def lexicons() -> dict[str, Traversable]:
    """Name the tables of units and of numerals, so that other plugins may extend them."""
    folder = files("arabnews_amounts") / "lexicons"
    return {"amount_units": folder / "units.tsv", "amount_numerals": folder / "numerals.toml"}


@hookimpl
def options() -> type[AmountOptions]:
    """Return the class of the plugin's options."""
    return AmountOptions


@hookimpl
def find_annotations(article: Article, context: Context) -> Iterator[Amount]:
    """Yield the amounts of the kinds that are asked for."""
    for amount in find_amounts(article, context):
        if amount.kind in context.options.kinds:
            yield amount
