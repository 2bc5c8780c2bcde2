"""The words of date expressions, compiled from the lexicons into tables that are looked up by folded form."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import frozen

from arabnews.fold import fold
from arabnews.lexicon import Lexicon, bundled_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

LEXICONS: Final = {
    "months": "months.tsv",
    "weekdays": "weekdays.tsv",
    "ordinals": "ordinals.tsv",
    "date_words": "date_words.tsv",
    "date_context": "date_context.tsv",
}
"""The lexicons of this plugin: name and file."""

KINDS: Final = {
    "deictic": "N",
    "day-label": "j",
    "month-label": "s",
    "year-label": "a",
    "years-label": "e",
    "year": "A",
    "period": "U",
    "direction": "r",
    "recent": "R",
    "plural": "P",
    "unit": "u",
    "ago": "z",
    "cardinal": "K",
    "part": "b",
    "season": "q",
    "from": "i",
    "to": "g",
    "and": "&",
    "hijri": "H",
    "gregorian": "G",
    "halfday": "x",
    "equals": "k",
    "clock": "l",
    "zone": "Z",
    "this": "v",
    "same": "V",
    "century": "Q",
    "decade": "X",
    "quarter": "Y",
    "that": "D",
    "following": "T",
    "epithet": "E",
    "feast": "F",
    "in": "f",
    "hour": "O",
    "fraction": "c",
    "day-part": "p",
    "now": "J",
    "onward": "I",
    "what": "M",
    "last": "C",
    "of-it": "B",
    "about": "S",
    "first": "@",
    "the-cardinal": "%",
    "few": "!",
    "article": "^",
    "year-kind": "$",
}
"""Kinds of words and the letters that stand for them in the grammar's patterns. Beside these: `m` a Gregorian month,
`h` a Hijri month, `w` a weekday, `W` one that needs «يوم», `o` an ordinal; `d` a number of one or two digits, `y` of
four, `n` any other; `t` and `Z` inside an ISO time; `L` a month of the Libyan calendar."""

STARTERS: Final = frozenset("NjsaeAUPzbqmhwoQXYvlDFOC%^")
"""Kinds that may begin an expression, beside numbers; a cardinal («ثلاثة») or a connector alone begins nothing."""

_ALONE: Final = frozenset("NmhwX")
_SECOND: Final = {
    "D": "AUNm",
    "v": "NAUqmQ",
    "z": "SKuasjm",
    "b": "imshaAUvQX",
    "C": "wWjum",
    "P": "K%^orRm",
    "%": "K&uasjP",
    "^": "",
    "U": "zrVToRm",
    "A": "zrVTKRm$GH",
    "a": "Km",
    "e": "m",
    "j": "wWm",
    "s": "mh",
    "Y": "oRrm",
    "l": "Om",
    "O": "cxp&m",
    "Q": "oK^rm",
}
"""The letters of the words that may come second, by the first, where they are few; a number may after any of them.

A month is among all: in brackets behind one of them («العام (مايو)») it is none that stands by itself.
"""
_COUNTED: Final = frozenset("AKNPejuwz")
_PROCLITICS: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_INDECLINABLE: Final = frozenset("rRHGxZVkETcfpMBS@!$")
"""Kinds that take no proclitic: they come after their noun."""
_JOINED: Final = frozenset("Kigu")
"""Kinds that take «و» alone."""


class Month(NamedTuple):
    """The value of a month's name: its number, the family of names it belongs to, whether it needs support."""

    number: int
    family: str
    weak: bool


@frozen(eq=False)
class Word:
    """What a word is in a date expression: the letter of its kind, its value, the length of its proclitics."""

    code: str
    value: Any
    clitic: int = 0
    joined: bool = False
    """«و» stands before it."""
    rest: tuple[str, ...] = ()
    """The words that must follow («الثاني» after «كانون»)."""


@frozen(eq=False)
class Vocabulary:
    """Words by the folded form of their first token, longest first, and the words that decide beside them."""

    words: Mapping[str, tuple[Word, ...]]
    starters: frozenset[str]
    needy: Mapping[str, frozenset[str]]
    """Starters that are no expression by themselves, and the words of which one must follow them."""
    seconds: frozenset[str]
    """Words that may come second in an expression."""
    rests: frozenset[str]
    """Words that come second in an entry of several words."""
    counted: frozenset[str]
    """Those of them that make nothing of a number before them: «20 عاما», «7 آلاف»."""
    context: Mapping[str, frozenset[str]]


def lexicon_files() -> dict[str, Traversable]:
    """Return the plugin's lexicon files by name."""
    folder = files("arabnews_dates") / "lexicons"
    return {name: folder / file for name, file in LEXICONS.items()}


def whole_file() -> Traversable:
    """Return the file of the words that count only where a string is a date from end to end."""
    return files("arabnews_dates") / "lexicons" / "whole_dates.tsv"


@cache
def bundled() -> Vocabulary:
    """Return the vocabulary of the bundled lexicons, without what other plugins add."""
    return compile_vocabulary(*(bundled_lexicon(resource, name) for name, resource in lexicon_files().items()))


@lru_cache(maxsize=8)
def compile_vocabulary(
    months: Lexicon, weekdays: Lexicon, ordinals: Lexicon, date_words: Lexicon, date_context: Lexicon
) -> Vocabulary:
    """Return the tables made of the five lexicons; they are compared by identity, so a Pipeline compiles once."""
    entries: list[tuple[str, str, Any]] = []
    for row in months.entries:
        month = Month(int(row["number"]), row["family"], bool(row.get("weak")))
        code = "L" if month.family == "libya" else "h" if row["calendar"] == "hijri" else "m"
        entries.append((row["form"], code, month))
    entries += [(row["form"], "W" if row.get("weak") else "w", int(row["number"])) for row in weekdays.entries]
    entries += [(row["form"], "o", int(row["number"])) for row in ordinals.entries]
    entries += [(row["form"], KINDS[row["kind"]], _typed(row.get("value", ""))) for row in date_words.entries]
    words: dict[str, dict[tuple[str, ...], Word]] = {}
    bare = {fold(form).split(" ")[0] for form, _, _ in entries}
    for form, code, value in entries:
        first, *rest = fold(form).split(" ")
        words.setdefault(first, {}).setdefault(tuple(rest), Word(code, value, 0, False, tuple(rest)))
    for form, code, value in entries:
        first, *rest = fold(form).split(" ")
        for clitic, cliticised in _with_proclitics(first, code, value):
            # «واحد» is "one", not "and a Sunday": a word that means something by itself is not taken apart
            if cliticised not in bare:
                word = Word(code, value, len(clitic), clitic.startswith("و"), tuple(rest))
                words.setdefault(cliticised, {}).setdefault(tuple(rest), word)
    table = {first: tuple(sorted(found.values(), key=_longest_first)) for first, found in words.items()}
    starters = frozenset(form for form, found in table.items() if any(word.code in STARTERS for word in found))
    seconds = {form for form, found in table.items() if any(word.code != KINDS["in"] for word in found)}
    rests = {word.rest[0] for found in table.values() for word in found if word.rest}
    seconds |= rests
    needy = _find_needy(table, starters, frozenset(seconds))
    counted = {form for form, found in table.items() if all(word.code in _COUNTED and not word.rest for word in found)}
    context: dict[str, set[str]] = {}
    for row in date_context.entries:
        context.setdefault(row["kind"], set()).add(fold(row["form"]))
    scheduled = context.get("schedule", set())
    # «لتصل» goes on with what is past, and «فيصل» is a man
    scheduled.update([clitic + form for clitic in ("و", "ف") for form in scheduled])
    scheduled -= context.get("schedule-not", set())
    kinds = {kind: frozenset(forms) for kind, forms in context.items()}
    return Vocabulary(table, starters, needy, frozenset(seconds), frozenset(rests), frozenset(counted), kinds)


def _find_needy(
    table: Mapping[str, tuple[Word, ...]], starters: frozenset[str], seconds: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Return the starters that are no expression by themselves, with the words that may follow each.

    Among these is what takes a starter into an entry of its own («يومنا هذا»), so that none is found inside of it.
    """
    by_code: dict[str, set[str]] = {}
    taking: set[str] = set()
    for form, found in table.items():
        for word in found:
            by_code.setdefault("&" if word.joined else word.code, set()).add(form)
            if not starters.isdisjoint(word.rest):
                taking.add(form)

    @cache
    def following(codes: frozenset[str], rests: frozenset[str]) -> frozenset[str]:
        if not codes <= _SECOND.keys():
            return seconds
        return rests.union(taking, *(by_code.get(letter, ()) for code in codes for letter in _SECOND[code]))

    needy: dict[str, frozenset[str]] = {}
    for form in starters:
        if all(word.rest or word.code not in _ALONE for word in table[form]):
            codes = frozenset(word.code for word in table[form] if not word.rest and word.code in STARTERS)
            needy[form] = following(codes, frozenset(word.rest[0] for word in table[form] if word.rest))
    return needy


def _longest_first(word: Word) -> int:
    return -len(word.rest)


def _typed(value: str) -> Any:
    if value.lstrip("-").isdigit():
        return int(value)
    unit, space, count = value.partition(" ")
    return (unit, int(count)) if space else value


def _with_proclitics(form: str, code: str, value: Any) -> list[tuple[str, str]]:
    """Return the pairs of proclitics and the word with them that are written as one."""
    weak_and_short = (isinstance(value, Month) and value.weak and len(form) < 3) or code == "W"
    if code in _INDECLINABLE or weak_and_short or form == "و":
        return []
    if code in _JOINED:
        return [("و", "و" + form)]
    pairs = []
    for clitic in _PROCLITICS:
        if clitic.endswith("ل") and form == "امس":
            continue  # «لامس» is "touched"
        if clitic.endswith("ل") and form.startswith("ال"):
            pairs.append((clitic, clitic + form[1:]))  # «ل» and the article are written «لل»
        else:
            pairs.append((clitic, clitic + form))
    return pairs
