"""Errors and warnings of arabnews. Each carries its facts as attributes; `ArabnewsError` is the base of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ArabnewsError(Exception):
    """Base of every error that arabnews raises on purpose."""


class SpanError(ArabnewsError, ValueError):
    """A span does not say what stands in the text at its offsets.

    Attributes:
        start, end: the offsets the span claims, half-open, in code points.
        reason: what is wrong with them.
    """

    def __init__(self, start: object, end: object, reason: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(start, end, reason)
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        return f"span {self.start}:{self.end} {self.reason}"


class PluginError(ArabnewsError):
    """A plugin failed: it raised, lied about a span, yielded a wrong type, or is not to be found.

    Attributes:
        plugin: the plugin's name.
        hook: the hook that was called, or None when the plugin never got so far.
        reason: what happened, in one line.
    """

    def __init__(self, plugin: str, hook: str | None, reason: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(plugin, hook, reason)
        self.plugin = plugin
        self.hook = hook
        self.reason = reason

    def __str__(self) -> str:
        where = f"{self.plugin}.{self.hook}" if self.hook else self.plugin
        return f"plugin {where}: {self.reason}"


class PluginLoadWarning(UserWarning):
    """A plugin could not be loaded, or was loaded with something in it that will never run."""


class OptionError(ArabnewsError, ValueError):
    """An option, or the plugin it is meant for, does not exist or has a value that does not fit.

    Attributes:
        plugin: the plugin's name.
        option: the option's name, or None when the plugin itself is unknown.
        known: the names that would have been understood.
    """

    def __init__(self, plugin: str, option: str | None, reason: str, known: Iterable[str] = ()) -> None:
        """Keep the facts and build the message from them."""
        self.plugin = plugin
        self.option = option
        self.reason = reason
        self.known = tuple(sorted(known))
        super().__init__(plugin, option, reason, self.known)

    def __str__(self) -> str:
        what = f"option {self.plugin}.{self.option}" if self.option else f"plugin {self.plugin}"
        tail = f"; known: {', '.join(self.known)}" if self.known else ""
        return f"{what}: {self.reason}{tail}"


class LexiconError(ArabnewsError, ValueError):
    """A lexicon file cannot be read as a lexicon.

    Attributes:
        source: the file.
        line: the line, counted from 1, or None where the whole file is meant.
        reason: what is wrong.
    """

    def __init__(self, source: str, line: int | None, reason: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(source, line, reason)
        self.source = source
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.reason}"


class SchemaError(ArabnewsError, ValueError):
    """A dictionary or JSON text is not an article of a schema that this version reads."""


class ReadError(ArabnewsError):
    """A file could not be read as the text of an article.

    Attributes:
        path: the file as it was named.
        reason: what is wrong and what can be done.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class MissingExtraError(ArabnewsError, ImportError):
    """Packages are needed that an extra of arabnews brings, and they are not installed.

    Attributes:
        extra: the name of the extra.
        purpose: what it is needed for.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f'{self.purpose} needs more packages: pip install "arabnews[{self.extra}]"'


class MissingModelError(ArabnewsError):
    """A model that an adapter needs is not on the disk. Nothing is downloaded unasked.

    Attributes:
        model: what is missing.
        place: where it was looked for.
        command: what fetches it.
    """

    def __init__(self, model: str, place: str, command: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(model, place, command)
        self.model = model
        self.place = place
        self.command = command

    def __str__(self) -> str:
        return f"{self.model}: not found in {self.place}; this fetches it: {self.command}"


class RunError(ArabnewsError):
    """A run over a corpus cannot begin or go on; the message tells why, and what can be done.

    Attributes:
        place: the file or folder that it is about.
        reason: what is wrong and what can be done.
    """

    def __init__(self, place: str, reason: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(place, reason)
        self.place = place
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
