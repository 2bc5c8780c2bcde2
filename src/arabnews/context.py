"""What a hook may consult beside the article: lexicons extended by plugins, and the plugin's own options."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from arabnews import lexicon
from arabnews.errors import LexiconError, PluginLoadWarning
from arabnews.layers import CORE
from arabnews.plugins import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from arabnews.lexicon import Lexicon


class Context:
    """What a hook may consult beside the article: named lexicons, and the plugin's own options."""

    __slots__ = ("_lexicons", "options")

    def __init__(self, lexicons: Lexicons, options: Any) -> None:
        """Bind the pipeline's lexicons to one plugin's options."""
        self._lexicons = lexicons
        self.options = options

    def lexicon(self, name: str) -> Lexicon:
        """Return the named lexicon: its bundled entries, then those of plugins.

        Raises:
            LexiconError: no lexicon has this name.
        """
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
        known: dict[str, set[str]] = {}
        closed: set[str] = set()
        for owner, resource in self._files[name]:
            if owner == CORE or owner in BUNDLED:
                part = lexicon.shared(name) if owner == CORE else lexicon.bundled_lexicon(resource, name)
                for column in {column for entry in part.entries for column in entry}:
                    known.setdefault(column, set())
                closed.update(column for meta in part.meta for column in meta.get("closed", "").split())
                for column in closed:
                    known[column].update(_values(part, column))
                yield part
                continue
            try:
                part = lexicon.read_lexicon(resource, name)
            except LexiconError as error:
                _warn(owner, f"its part of the lexicon {name} is left out: {error}")
                continue
            for fault in _unread(part, known, closed):
                _warn(owner, fault)
            yield part


def _unread(part: Lexicon, known: Mapping[str, set[str]], closed: set[str]) -> Iterator[str]:
    """Yield what nobody would ever read of a plugin's part: most often a name that is misspelt."""
    unknown = sorted({column for entry in part.entries for column in entry} - known.keys())
    if known and unknown:
        yield f"the lexicon {part.name} has no {', '.join(unknown)}; its columns are {', '.join(sorted(known))}"
    for column in sorted(closed):
        wrong = sorted(_values(part, column) - known[column])
        if wrong:
            values = ", ".join(sorted(known[column]))
            yield f"the lexicon {part.name}: nothing reads the {column} {', '.join(wrong)}; known are {values}"


def _values(part: Lexicon, column: str) -> set[str]:
    """Return the values of a closed column; several in one entry have | between them."""
    return {value for told in part.column(column) for value in str(told).split("|")}


def _warn(plugin: str, fault: str) -> None:
    warnings.warn(f"plugin {plugin}: {fault}", PluginLoadWarning, stacklevel=6)
