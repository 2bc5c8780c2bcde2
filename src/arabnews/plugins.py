"""Find, order, load, block and report plugins.

pluggy alone does not isolate: one raising plugin aborts a call for all, one failing import stops all loading, and of
two equal names one vanishes silently. So plugins are loaded here one by one, and each gets a caller of its own.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
import os
import re
import warnings
from importlib import metadata
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Literal

import pluggy
from attrs import field, frozen

from arabnews import hookspecs
from arabnews.errors import PluginError, PluginLoadWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

BUNDLED: Final = ("dates", "embeds", "page", "entities", "quotes")
"""The bundled plugins, in the order in which they run inside a layer; foreign ones follow by name."""

ONLY: Final = "ARABNEWS_PLUGINS"
DISABLE: Final = "ARABNEWS_DISABLE"

HOOKS: Final = tuple(name for name, value in vars(hookspecs).items() if hasattr(value, f"{hookspecs.PROJECT}_spec"))
"""The names of all hooks, as on the page of specifications."""

State = Literal["loaded", "disabled", "failed", "shadowed"]


@frozen(eq=False)
class Plugin:
    """A loaded plugin: its name, the module or object that implements hooks, and the hooks themselves.

    `reference` is what the plugin can be found by again in another process: "entry:NAME", "module:NAME", or None.
    """

    name: str
    implementation: Any = field(repr=False)
    hooks: Mapping[str, Callable[..., Any]] = field(repr=False)
    version: str | None = None
    distribution: str | None = None
    reference: str | None = field(default=None, repr=False)


@frozen
class PluginInfo:
    """A row of `arabnews plugins`: a plugin that is installed, whether it runs or not."""

    name: str
    state: State
    hooks: tuple[str, ...] = ()
    version: str | None = None
    distribution: str | None = None
    message: str = ""


def _is_bundled(entry: metadata.EntryPoint) -> bool:
    return entry.dist is not None and _canonical(entry.dist.name) == "arabnews"


def is_bundled(plugin: Plugin) -> bool:
    """Tell whether a plugin is one that comes with arabnews, not another of the same name."""
    return (
        plugin.name in BUNDLED
        and getattr(plugin.implementation, "__name__", "") == f"{hookspecs.PROJECT}_{plugin.name}"
    )


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def installed() -> list[metadata.EntryPoint]:
    """Return the entry points of the group `arabnews`: the bundled first in their order, then the others by name.

    Of several with one name the bundled one comes first, then they follow by distribution.
    """

    def place(entry: metadata.EntryPoint) -> tuple[int, str, str, str]:
        bundled = BUNDLED.index(entry.name) if _is_bundled(entry) and entry.name in BUNDLED else len(BUNDLED)
        return bundled, entry.name, entry.dist.name if entry.dist else "", entry.value

    # one distribution seen twice on the path (an editable install in its own folder) is one plugin
    unique = {(e.name, e.value, _canonical(e.dist.name) if e.dist else ""): e for e in _entry_points()}
    return sorted(unique.values(), key=place)


def _entry_points() -> Iterable[metadata.EntryPoint]:
    return metadata.entry_points(group=hookspecs.PROJECT)


def discover(
    *, only: Iterable[str] | None = None, disable: Iterable[str] = ()
) -> tuple[tuple[Plugin, ...], tuple[PluginInfo, ...]]:
    """Load the installed plugins one by one: those that loaded, in order, and a row for every one that is installed.

    `only` keeps these names alone, `disable` leaves names out; so do the environment variables ARABNEWS_PLUGINS and
    ARABNEWS_DISABLE (names with commas between). A plugin that cannot be loaded is told by a `PluginLoadWarning` and
    does not disturb the others.

    Raises:
        PluginError: `only` or `disable` names a plugin that is not installed.
    """
    entries = installed()
    names = {entry.name for entry in entries}
    for name in sorted({*(only or ()), *disable} - names):
        raise PluginError(name, None, _not_installed(name, names))
    wanted = (names if only is None else set(only)) & (_from_environment(ONLY, names) or names)
    unwanted = set(disable) | (_from_environment(DISABLE, names) or set())
    plugins: list[Plugin] = []
    rows: list[PluginInfo] = []
    seen: dict[str, metadata.EntryPoint] = {}
    for entry in entries:
        version = entry.dist.version if entry.dist else None
        distribution = entry.dist.name if entry.dist else None
        if entry.name in seen:
            winner = seen[entry.name]
            message = f"{entry.value} is passed over: {winner.value} has the name already"
            warnings.warn(f"plugin {entry.name}: {message}", PluginLoadWarning, stacklevel=2)
            rows.append(PluginInfo(entry.name, "shadowed", (), version, distribution, message))
            continue
        seen[entry.name] = entry
        if entry.name not in wanted or entry.name in unwanted:
            rows.append(PluginInfo(entry.name, "disabled", (), version, distribution, ""))
            continue
        try:
            plugin = load_entry(entry)
        except PluginError as error:
            warnings.warn(str(error), PluginLoadWarning, stacklevel=2)
            rows.append(PluginInfo(entry.name, "failed", (), version, distribution, error.reason))
        else:
            plugins.append(plugin)
            rows.append(PluginInfo(entry.name, "loaded", tuple(plugin.hooks), version, distribution, ""))
    return tuple(plugins), tuple(rows)


def _not_installed(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), n=1)
    hint = f"; did you mean {near[0]}?" if near else "."
    return f"no plugin of this name is installed{hint} Known: {', '.join(sorted(names)) or 'none'}"


def _from_environment(variable: str, names: set[str]) -> set[str] | None:
    value = os.environ.get(variable, "").strip()
    if not value:
        return None
    told = {name.strip() for name in value.split(",") if name.strip()}
    for name in sorted(told - names):
        warnings.warn(f"{variable}: {name}: {_not_installed(name, names)}", PluginLoadWarning, stacklevel=3)
    return told


def load_entry(entry: metadata.EntryPoint) -> Plugin:
    """Import what an entry point names and return it as a plugin.

    Raises:
        PluginError: it cannot be imported, or implements a hook in a way that cannot be called.
    """
    try:
        implementation = entry.load()
    # a module that calls exit() at import must not end the program that lists its plugins
    except (Exception, SystemExit) as error:
        raise PluginError(entry.name, None, f"cannot be imported: {type(error).__name__}: {error}") from error
    return make_plugin(
        implementation,
        name=entry.name,
        version=entry.dist.version if entry.dist else None,
        distribution=entry.dist.name if entry.dist else None,
        reference=f"entry:{entry.name}",
    )


def load_named(name: str) -> Plugin:
    """Return the installed plugin of this name.

    Raises:
        PluginError: there is none, or it cannot be loaded.
    """
    entries = installed()
    for entry in entries:
        if entry.name == name:
            return load_entry(entry)
    raise PluginError(name, None, _not_installed(name, {entry.name for entry in entries}))


def load_object(implementation: Any) -> Plugin:
    """Return a module or any object with hook implementations as a plugin.

    A module that an installed plugin's entry point names is that plugin, under its name.

    Raises:
        PluginError: a hook is implemented in a way that cannot be called.
    """
    if isinstance(implementation, ModuleType):
        module = implementation.__name__
        for entry in installed():
            if entry.value == module:
                return load_entry(entry)
        return make_plugin(implementation, name=module, reference=f"module:{module}")
    kind = implementation if isinstance(implementation, type) else type(implementation)
    return make_plugin(implementation, name=kind.__name__)


def load_reference(reference: str) -> Plugin:
    """Return the plugin that a `Plugin.reference` means, in whatever process this runs.

    Raises:
        PluginError: it is not to be found here.
    """
    how, _, name = reference.partition(":")
    return load_named(name) if how == "entry" else load_module(name)


def load_module(name: str) -> Plugin:
    """Import a module by its name and return it as a plugin.

    Raises:
        PluginError: it cannot be imported, or implements a hook in a way that cannot be called.
    """
    try:
        return load_object(importlib.import_module(name))
    except PluginError:
        raise
    # as with entry points: whatever a module does at import is its own failure
    except (Exception, SystemExit) as error:
        raise PluginError(name, None, f"cannot be imported: {type(error).__name__}: {error}") from error


def make_plugin(
    implementation: Any,
    *,
    name: str,
    version: str | None = None,
    distribution: str | None = None,
    reference: str | None = None,
) -> Plugin:
    """Register an object with a plugin manager of its own and return its hooks, each with a caller for it alone.

    Something marked as a hook that is none is told by a `PluginLoadWarning`, with the name that was probably meant; so
    is an object in which no hook is marked.

    Raises:
        PluginError: a hook names arguments that its specification does not have, or is a method of a class of which
            no object was made.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    marked = _marked(manager, implementation)
    if isinstance(implementation, type):
        for attribute in marked:
            if inspect.isfunction(inspect.getattr_static(implementation, attribute)):  # it would be called without self
                raise PluginError(name, attribute, f"is a class; give an object of it: {implementation.__name__}()")
    for attribute in marked:
        if attribute not in HOOKS:
            near = difflib.get_close_matches(attribute, HOOKS, n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]}?" if near else f"; the hooks are {', '.join(HOOKS)}"
            text = f"plugin {name}: {attribute} is marked as a hook, but there is no such hook{hint}"
            warnings.warn(text, PluginLoadWarning, stacklevel=2)
    try:
        manager.register(implementation, name=name)
    except (pluggy.PluginValidationError, ValueError, TypeError) as error:
        reason = " ".join(str(error).split())
        raise PluginError(name, None, f"cannot be registered: {reason}") from error
    if not marked:
        near = [hook for hook in HOOKS if callable(getattr(implementation, hook, None))]
        what = f"{', '.join(near)}: not marked" if near else "nothing in it is marked"
        text = f"plugin {name}: has no hooks and finds nothing; {what} with @arabnews.hookimpl"
        warnings.warn(text, PluginLoadWarning, stacklevel=2)
    hooks = {hook: getattr(manager.hook, hook) for hook in HOOKS if getattr(manager.hook, hook).get_hookimpls()}
    callers = {hook: _single(caller) for hook, caller in hooks.items()}
    return Plugin(name, implementation, callers, version, distribution, reference)


def _marked(manager: pluggy.PluginManager, implementation: Any) -> list[str]:
    """Return the names of everything that carries the mark of a hook implementation."""
    marked = []
    for attribute in dir(implementation):
        value = inspect.getattr_static(implementation, attribute, None)
        value = getattr(value, "__func__", value)
        if getattr(value, f"{manager.project_name}_impl", None) is not None:
            marked.append(attribute)
    return marked


def _single(caller: pluggy.HookCaller) -> Callable[..., Any]:
    """Return a function that calls the one implementation behind a pluggy caller and returns its result, or None."""
    first, *others = caller.get_hookimpls()
    function, names = first.function, first.argnames

    # without wrappers there is nothing that pluggy would add
    def call_directly(**arguments: Any) -> Any:
        return function(*[arguments[name] for name in names])

    if not (others or first.wrapper or first.hookwrapper):
        return call_directly

    def call(**arguments: Any) -> Any:
        results = caller(**arguments)
        return results[0] if results else None

    return call
