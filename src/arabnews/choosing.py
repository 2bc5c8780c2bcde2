"""What commands share: the options that choose the pipeline (`--plugin`, `--set`, `--strict`), and encodings."""

from __future__ import annotations

import codecs
import functools
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from arabnews.pipeline import Pipeline
from arabnews.plugins import load_module

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Setting(NamedTuple):
    """One option of one plugin."""

    plugin: str
    option: str
    value: Any


class _Setting(click.ParamType[Setting]):
    """PLUGIN.OPTION=VALUE: the value as JSON, or the bare string where it is none."""

    name = "setting"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Setting:
        """Return the setting, or fail as wrong usage."""
        if isinstance(value, Setting):
            return value
        key, equals, told = str(value).partition("=")
        plugin, dot, option = key.strip().rpartition(".")
        if not (equals and dot and plugin and option):
            self.fail(f"{value!r} is no setting like quotes.min_confidence=0.5", param, ctx)
        try:
            return Setting(plugin, option, json.loads(told))
        except ValueError:
            return Setting(plugin, option, told)


class EncodingName(click.ParamType[str]):
    """A name that Python's codecs know, of an encoding of text."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the codec's own name, or fail as wrong usage."""
        try:
            known = codecs.lookup(value)
            "".encode(known.name)
        except LookupError:
            self.fail(
                f"no text encoding is called {value!r}; try utf-8, windows-1256, iso-8859-6 or utf-16", param, ctx
            )
        return known.name


class PipelineChoice(NamedTuple):
    """What the command line says of the pipeline."""

    modules: tuple[str, ...]
    settings: tuple[Setting, ...]
    strict: bool

    def build(self) -> Pipeline:
        """Return the default pipeline with the modules behind it and the options set.

        Raises:
            PluginError: a module cannot be imported or is installed as a plugin already, or, when strict, a plugin
                is wrong.
            OptionError: an option or its plugin is not known, or the value is wrong.
        """
        extra = [load_module(name) for name in self.modules]
        return Pipeline.default(extra=extra, options=_by_plugin(self.settings), strict=self.strict)


def _by_plugin(settings: tuple[Setting, ...]) -> Mapping[str, Mapping[str, Any]]:
    options: dict[str, dict[str, Any]] = {}
    for setting in settings:
        options.setdefault(setting.plugin, {})[setting.option] = setting.value
    return options


def pipeline_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a command, which gets them as one argument `choice`."""

    @functools.wraps(command)
    def call(
        *arguments: Any, modules: tuple[str, ...], settings: tuple[Setting, ...], strict: bool, **others: Any
    ) -> None:
        command(*arguments, choice=PipelineChoice(modules, settings, strict), **others)

    options = (
        click.option("--plugin", "modules", multiple=True, metavar="MODULE",
                     help="Run this module too, which is no installed plugin; may be repeated."),
        click.option("--set", "settings", type=_Setting(), multiple=True, metavar="PLUGIN.OPTION=VALUE",
                     help="Set an option of a plugin: quotes.min_confidence=0.5; may be repeated."),
        click.option("--strict", is_flag=True, help="A failing plugin fails the article."),
    )  # fmt: skip
    chosen: Callable[..., None] = call
    for option in reversed(options):
        chosen = option(chosen)
    return chosen
