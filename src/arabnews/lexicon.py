"""Lexicons: tables of words that rules consult. Data, not code.

A lexicon file is TSV (long lists: header comments `# key: value`, one line of column names, one entry a line) or TOML
(a table `[meta]`, entries as `[[entry]]`). Its header says what it is (`about`), where it came from (`source`) and its
`licence`. Several files under one name make one lexicon: a plugin extends a table by naming it in the hook `lexicons`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import field, frozen

from arabnews.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from importlib.resources.abc import Traversable

T = TypeVar("T")
Entry = Mapping[str, Any]

HEADER: Final = ("about", "source", "licence")
"""What the header of every lexicon file tells."""


@frozen(eq=False)
class Lexicon:
    """A table of entries under one name; each entry maps column names to values (text, in TSV; as typed, in TOML).

    A lexicon is compared by identity, so that what is derived from it can be kept with it.
    """

    name: str
    entries: tuple[Entry, ...]
    meta: tuple[Mapping[str, str], ...] = ()
    _derived: dict[Any, Any] = field(factory=dict, init=False, repr=False)

    def once(self, build: Callable[[Lexicon], T]) -> T:
        """Return `build(self)`, made at the first call and kept: the place for compiled patterns and indexes.

        >>> greetings = Lexicon("greetings", ({"form": "مرحبا"},))
        >>> greetings.once(lambda lexicon: frozenset(lexicon.column("form")))
        frozenset({'مرحبا'})
        """
        if build not in self._derived:
            self._derived[build] = build(self)
        made: T = self._derived[build]
        return made

    def column(self, name: str) -> tuple[Any, ...]:
        """Return the values of one column, in the order of the entries; entries without it are passed over."""
        return tuple(entry[name] for entry in self.entries if entry.get(name))

    def __reduce__(self) -> tuple[Any, ...]:
        plain = tuple(dict(entry) for entry in self.entries)
        return Lexicon, (self.name, plain, tuple(dict(m) for m in self.meta))


def read_lexicon(resource: Traversable, name: str | None = None) -> Lexicon:
    """Read a lexicon file (`.tsv` or `.toml`).

    Raises:
        LexiconError: the file cannot be read, its header is incomplete, or a line does not fit the columns.
    """
    try:
        text = resource.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(str(resource), None, f"cannot be read: {error}") from error
    source = resource.name
    if source.endswith(".toml"):
        meta, entries = _read_toml(source, text)
    elif source.endswith(".tsv"):
        meta, entries = _read_tsv(source, text)
    else:
        raise LexiconError(source, None, "a lexicon file ends in .tsv or .toml")
    missing = [key for key in HEADER if not meta.get(key)]
    if missing:
        raise LexiconError(source, None, f"the header does not tell: {', '.join(missing)}")
    return Lexicon(name or source.rpartition(".")[0], entries, (MappingProxyType(meta),))


_KEPT: Final[dict[tuple[str, str | None], Lexicon]] = {}


def bundled_lexicon(resource: Traversable, name: str | None = None) -> Lexicon:
    """Return what `read_lexicon` does, read once a process: for files that come with a package.

    All pipelines share the object, and so what was compiled of it: the second one costs nothing.

    Raises:
        LexiconError: as `read_lexicon` does.
    """
    key = str(resource), name
    if key not in _KEPT:
        _KEPT[key] = read_lexicon(resource, name)
    return _KEPT[key]


def _read_tsv(source: str, text: str) -> tuple[dict[str, str], tuple[Entry, ...]]:
    meta: dict[str, str] = {}
    columns: list[str] = []
    entries: list[Entry] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("#"):
            key, colon, value = line[1:].partition(":")
            if colon and not columns:
                meta[key.strip()] = value.strip()
        elif line.strip():
            cells = line.rstrip("\r").split("\t")
            if not columns:
                columns = cells
            elif len(cells) > len(columns):
                raise LexiconError(source, number, f"{len(cells)} cells, but {len(columns)} columns")
            else:
                entries.append(MappingProxyType({c: v for c, v in zip(columns, cells, strict=False) if v}))
    return meta, tuple(entries)


def _read_toml(source: str, text: str) -> tuple[dict[str, str], tuple[Entry, ...]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(source, None, f"no TOML: {error}") from error
    entries = data.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LexiconError(source, None, "entries are written as [[entry]]")
    frozen_entries = tuple(
        MappingProxyType({k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}) for entry in entries
    )
    return {key: str(value) for key, value in data.get("meta", {}).items()}, frozen_entries


def merge(name: str, lexicons: Iterable[Lexicon]) -> Lexicon:
    """Return one lexicon of the entries of several, in order."""
    parts = tuple(lexicons)
    if len(parts) == 1 and parts[0].name == name:
        return parts[0]
    return Lexicon(
        name, tuple(e for part in parts for e in part.entries), tuple(m for part in parts for m in part.meta)
    )


def shared_lexicons() -> dict[str, Traversable]:
    """Return the lexicon files that come with the core, by name.

    >>> read_lexicon(shared_lexicons()["cues"]).column("lemma")[0]
    'قال'
    """
    folder = files("arabnews") / "lexicons"
    return {
        item.name.rpartition(".")[0]: item
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.name.endswith((".tsv", ".toml"))
    }


@cache
def shared(name: str) -> Lexicon:
    """Return a lexicon that comes with the core, without what plugins add (those see `context.lexicon`).

    Raises:
        LexiconError: there is none of this name.
    """
    known = shared_lexicons()
    if name not in known:
        raise LexiconError(name, None, f"no such lexicon; known: {', '.join(known)}")
    return read_lexicon(known[name], name)


def trie(words: Iterable[str]) -> str:
    """Return a regular expression, without groups, that matches the longest of the words at a place.

    Alternatives that share a beginning share it in the pattern too, so that a long list costs little more than a short
    one. The words are taken as they are; level them first if the text is levelled. No words: a pattern that never
    matches.

    >>> import re
    >>> re.findall(trie(["قال", "قالت", "قائلا"]), "قالت قائلا")
    ['قالت', 'قائلا']
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        if word:
            node[""] = {}
    return _trie_pattern(root) if root else r"(?!)"


def _trie_pattern(node: dict[str, Any]) -> str:
    # without recursion on chains: a run of single children is written in one go
    chain = []
    while len(node) == 1 and "" not in node:
        char, node = next(iter(node.items()))
        chain.append(re.escape(char))
    branches = [re.escape(char) + _trie_pattern(child) for char, child in sorted(node.items()) if char]
    if not branches:
        tail = ""
    elif len(branches) == 1 and "" not in node:
        tail = branches[0]
    elif "" in node:
        tail = f"(?:{'|'.join(branches)})?"
    else:
        tail = f"(?:{'|'.join(branches)})"
    return "".join(chain) + tail
