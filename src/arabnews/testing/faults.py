"""What `check_plugin` reports: that a plugin passes, or what goes wrong with it, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOADS: Final = "loads"
NO_EXCEPTION: Final = "raises nothing"
RIGHT_TYPES: Final = "right types"
TRUE_SPANS: Final = "true spans"
OWN_PROSE: Final = "no posts, no furniture"
PROMISES: Final = "promises of every article"
TRAVELS: Final = "JSON and pickle"
FROZEN: Final = "frozen annotations"
SAME_AGAIN: Final = "same result again"
CLOCK: Final = "no clock, no time zone"
ALONE: Final = "no memory of other articles"
ELSEWHERE: Final = "same in another process"
LINEAR: Final = "linear time"

CHECKS: Final[Mapping[str, str]] = {
    LOADS: "the plugin is set up without a warning",
    FROZEN: "annotation classes are frozen attrs classes with a span",
    NO_EXCEPTION: "no text makes a hook raise",
    RIGHT_TYPES: "a hook gives what its specification says",
    TRUE_SPANS: "article.text[span.start:span.end] == span.text, and no span is empty",
    OWN_PROSE: "nothing is found inside a social post or page furniture",
    PROMISES: "the article keeps order, nesting, coverage and references",
    TRAVELS: "the article is read back from JSON, hashed and pickled",
    SAME_AGAIN: "a second call gives the same",
    CLOCK: "another day and time zone give the same",
    ALONE: "articles parsed before change nothing",
    ELSEWHERE: "another process with another hash seed gives the same",
    LINEAR: "four times the text costs less than eight times the time",
}
"""The checks in order, each with what it promises."""


@frozen(kw_only=True)
class Fault:
    """One thing that goes wrong.

    Attributes:
        check: the check that fails, a key of `CHECKS`.
        plugin, hook: who is at fault; `hook` is None where no single hook is.
        message: what happened, in a sentence or two.
        text: the smallest text found on which it happens, or None where no text is needed.
        published: the day of publication that was given with the text.
        before: the text that has to be parsed before it, or None.
        count: on how many of the texts it happened.
    """

    check: str
    plugin: str
    hook: str | None
    message: str
    text: str | None = None
    published: str | None = None
    before: str | None = None
    count: int = 1

    def __str__(self) -> str:
        who = f"{self.plugin}.{self.hook}" if self.hook else self.plugin
        lines = [f"{self.check}: {who}", *_indented(self.message.split("\n"))]
        if self.before is not None:
            lines += _indented(["after this text was parsed:", *_quoted(self.before)])
        if self.text is not None:
            day = f"published {self.published}" if self.published else "no day of publication given"
            lines += _indented([f"smallest text found ({day}):", *_quoted(self.text)])
        if self.count > 1:
            lines += _indented([f"seen on {self.count} texts"])
        return "\n".join(lines)


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _quoted(text: str) -> list[str]:
    """Return the lines of a text, short enough to print; what does not show is escaped."""
    if len(text) > 2000:
        text = f"{text[:1000]} … {len(text) - 2000} characters … {text[-1000:]}"
    plain = all(char.isprintable() or char == "\n" for char in text)
    return [f"| {line}" for line in text.split("\n")] if plain and text.strip() else [f"| {text!r}"]


class PluginFault(AssertionError):  # noqa: N818 - the field's word; an assertion that did not hold
    """A plugin does not pass.

    Attributes:
        faults: what goes wrong, each on the smallest text found.
    """

    def __init__(self, faults: Iterable[Fault], summary: str) -> None:
        """Keep the faults and build the message from them."""
        self.faults = tuple(faults)
        self.summary = summary
        super().__init__(self.faults, summary)

    def __str__(self) -> str:
        told = [f"{number}. {fault}" for number, fault in enumerate(self.faults, start=1)]
        return "\n\n".join([self.summary, *told])


@frozen(kw_only=True)
class Report:
    """What a plugin passed.

    Attributes:
        plugins: the names of the plugins that were checked.
        texts: how many texts were parsed.
        seed: the seed of the generated ones.
        passed: the checks that were made.
        skipped: the checks that could not be made, with the reason.
        found: for "plugin.hook", how many things were found in all texts.
    """

    plugins: tuple[str, ...]
    texts: int
    seed: int
    passed: tuple[str, ...]
    skipped: Mapping[str, str] = field(factory=dict)
    found: Mapping[str, int] = field(factory=dict)

    def __str__(self) -> str:
        lines = [
            f"{', '.join(self.plugins)}: {len(self.passed)} checks passed on {self.texts} texts (seed {self.seed})"
        ]
        lines += [f"  passed   {name}: {CHECKS[name]}" for name in self.passed]
        lines += [f"  skipped  {name}: {reason}" for name, reason in self.skipped.items()]
        lines += [f"  found    {count} by {hook}" for hook, count in self.found.items()]
        if self.found and not any(self.found.values()):
            lines.append("  Nothing was found: give `texts` that hold what the plugin looks for.")
        return "\n".join(lines)
