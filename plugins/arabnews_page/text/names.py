"""Names of people, as evidence that a short line names an author."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.errors import LexiconError
from arabnews.fold import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.hookspecs import Context
    from arabnews.lexicon import Lexicon

_MORE: Final = "names"
"""The table that another plugin may bring, with a class for each name; without it the bundled one is all."""

_GIVEN: Final = frozenset({"given", "foreign"})
_WEAK: Final = "weak"
_SHORTEST: Final = 3
_MOST: Final = 4


@frozen(eq=False)
class Names:
    """The names that begin an author's name, and those that any of its words may be.

    >>> names = Names(frozenset({"سامي"}), frozenset({"وهدان", "الترك"}), frozenset({"جهاد"}))
    >>> "سامي" in names, names.are_all(["جهاد", "الترك"]), names.are_all(["جهاد", "النفس"])
    (True, True, False)
    """

    given: frozenset[str]
    known: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    """Names that are ordinary words too: one may stand first, before others that are names alone."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is a given name and nothing else."""
        return word in self.given

    def are_all(self, words: Sequence[str]) -> bool:
        """Tell whether all of a few words are names, the first of them perhaps an ordinary word too."""
        if not 1 < len(words) <= _MOST:
            return False
        return (words[0] in self.known or words[0] in self.weak) and all(word in self.known for word in words[1:])


NONE: Final = Names(frozenset())


def more_names(context: Context) -> Lexicon | None:
    """Return the table of names of another plugin of the pipeline, or None where none brings one."""
    try:
        return context.lexicon(_MORE)
    except LexiconError:
        return None


def compile_names(own: Lexicon | None, more: Lexicon | None) -> Names:
    """Return the names of authors of the bundled table, with those of a table that tells each name's class."""
    given = {level(name) for name in own.column("name")} if own is not None else set()
    known = set(given)
    weak: set[str] = set()
    for entry in more.entries if more is not None else ():
        name, kind = level(entry.get("form", "")), entry.get("class")
        if len(name) < _SHORTEST:
            continue
        (weak if kind == _WEAK else known).add(name)
        if kind in _GIVEN and not name.startswith("ال"):
            given.add(name)
    return Names(frozenset(given), frozenset(known), frozenset(weak))
