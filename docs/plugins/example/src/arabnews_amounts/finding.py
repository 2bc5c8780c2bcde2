"""How amounts are found: one pattern made of the lexicons, over the text without marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from arabnews import Span
from arabnews.fold import fold, strip
from arabnews.lexicon import trie

from arabnews_amounts.amount import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews import Article
    from arabnews.hookspecs import Context
    from arabnews.lexicon import Lexicon

    from arabnews_amounts.amount import Bound, Kind

# every repeat is bounded, and a number starts only where no digit, letter or separator precedes: linear on any text
_NUMBER: Final = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,12}(?:[.,]\d{1,2})?"
_SPACE: Final = r" {1,2}"
_PROCLITIC: Final = "[وفبل]"


class Unit(NamedTuple):
    """What a counted noun stands for."""

    unit: str
    kind: Kind
    state: str | None


class Grammar(NamedTuple):
    """The lexicons, compiled: the pattern of an amount, and what its words mean, by their folded forms."""

    pattern: re.Pattern[str]
    units: dict[str, Unit]
    factors: dict[str, float]
    alone: dict[str, float]
    bounds: dict[str, Bound]


def find_amounts(article: Article, context: Context) -> Iterator[Amount]:
    """Yield the amounts in the article's prose, in order."""
    names = ("countries", "amount_units", "amount_numerals")
    grammar = read_grammar(*(context.lexicon(name) for name in names))
    prose = strip(article.prose)
    for m in grammar.pattern.finditer(prose.text):
        if m["number"]:
            number = read_number(m["number"]) * grammar.factors.get(m["scale"] or "", 1)
        else:
            number = grammar.alone[m["alone"]]
        unit, kind, state = grammar.units[m["unit"]]
        # offsets in the stripped text lead back to those of the article
        span = Span.cut(article.text, *prose.back(m.start("amount"), m.end("amount")))
        yield Amount(span, number, unit, kind, grammar.bounds.get(m["bound"] or "", "exact"), state)


def read_number(text: str) -> float:
    """Return the value of a number in digits: groups of three after a comma are thousands, else it is a decimal comma.

    >>> read_number("1,200"), read_number("2,5"), read_number("2.5")
    (1200.0, 2.5, 2.5)
    """
    grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+", text)
    return float(text.replace(",", "" if grouped else "."))


@lru_cache(maxsize=8)
def read_grammar(countries: Lexicon, units: Lexicon, numerals: Lexicon) -> Grammar:
    """Return what the three lexicons say, compiled once for each set of them."""
    counted = _peoples(countries) | _units(units)
    words = {column: _column(numerals, column) for column in ("factor", "alone", "bound")}
    bound = rf"(?:(?P<bound>{trie(words['bound'])}){_SPACE})?"
    written = rf"(?P<number>{_NUMBER})(?:{_SPACE}(?P<scale>{trie(words['factor'])}))?"
    figure = rf"(?:{written}|(?P<alone>{trie(words['alone'])}))"
    amount = rf"(?P<amount>{bound}{figure}{_SPACE}(?P<unit>{trie(counted)}))"
    pattern = re.compile(rf"(?<![\w.,]){_PROCLITIC}?{amount}(?!\w)")
    return Grammar(pattern, counted, words["factor"], words["alone"], words["bound"])


def _column(numerals: Lexicon, column: str) -> dict[str, Any]:
    return {fold(entry["form"]): entry[column] for entry in numerals.entries if column in entry}


def _units(lexicon: Lexicon) -> dict[str, Unit]:
    return {
        fold(form): Unit(entry["unit"], entry["kind"], entry.get("state"))
        for entry in lexicon.entries
        for form in entry["forms"].split("|")
    }


def _peoples(countries: Lexicon) -> dict[str, Unit]:
    """Return the nationalities as units: «37 ألف فلسطيني» are people. «فلسطينيا» and «فلسطينيين» follow from it."""
    adjectives = [fold(form) for forms in countries.column("adjectives") for form in forms.split("|")]
    return {form: Unit("person", "people", None) for a in adjectives for form in (a, f"{a}ا", f"{a}ين")}
