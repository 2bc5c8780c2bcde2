"""What a run is: versions, plugins, options and inputs. A run is resumed only as the same."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import arabnews
from arabnews.corpus.schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews.corpus.inputs import Input
    from arabnews.pipeline import Pipeline


def identify(pipeline: Pipeline, options: Mapping[str, Any], inputs: list[Input]) -> dict[str, Any]:
    """Return what a run is, as values of JSON.

    Of each plugin the version counts and its files: one that is being written changes more often than its version.
    """
    _, (_, strict, plugin_options) = pipeline.__reduce__()
    plugins = {
        plugin.name: {
            "version": plugin.version,
            "files": _digest(plugin.implementation),
            "options": plugin_options.get(plugin.name, {}),
        }
        for plugin in pipeline.loaded
    }
    identity = {
        "arabnews": arabnews.__version__,
        "files": _digest(arabnews),
        "schema": SCHEMA,
        "python": platform.python_version(),
        "pyarrow": metadata.version("pyarrow") if options.get("format") == "parquet" else None,
        "plugins": plugins,
        "options": {**options, "strict": strict},
        "inputs": [source.describe() for source in inputs],
    }
    plain: dict[str, Any] = json.loads(json.dumps(identity, default=repr))
    return plain


def _digest(implementation: Any) -> str | None:
    """Return a digest of the files of the package or module of a plugin, or None where there are none."""
    name = getattr(implementation, "__name__", None) or type(implementation).__module__
    module = sys.modules.get(name)
    if module is None or not getattr(module, "__file__", None):
        return None
    root = Path(str(module.__file__))
    package = root.parent if hasattr(module, "__path__") else None
    files = sorted(f for f in package.rglob("*") if f.is_file() and f.suffix != ".pyc") if package else [root]
    digest = hashlib.sha256()
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.relative_to(root.parent).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Yield what differs between two runs, in words."""
    for name in ("arabnews", "schema", "python", "pyarrow"):
        if before.get(name) != now[name]:
            yield f"{name} was {before.get(name)}, is {now[name]}"
    if before.get("files") != now["files"]:
        yield "the code of arabnews has changed"
    yield from _plugin_differences(before.get("plugins", {}), now["plugins"])
    old, new = before.get("options", {}), now["options"]
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield f"--{name.replace('_', '-')} was {_told(old.get(name))}, is {_told(new.get(name))}"
    yield from _input_differences(before.get("inputs", []), now["inputs"])


def _plugin_differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    if list(old) != list(new):
        yield f"plugins were {', '.join(old)}, are {', '.join(new)}"
        return
    for name, plugin in new.items():
        for fact in ("version", "options"):
            if old[name].get(fact) != plugin[fact]:
                yield f"{fact} of plugin {name} was {_told(old[name].get(fact))}, is {_told(plugin[fact])}"
        if old[name].get("files") != plugin["files"]:
            yield f"the files of plugin {name} have changed"


def _input_differences(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[str]:
    if [source["path"] for source in old] != [source["path"] for source in new]:
        yield f"inputs were {_paths(old)}, are {_paths(new)}"
        return
    for before, now in zip(old, new, strict=True):
        changed = [name for name in now if before.get(name) != now[name]]
        if changed:
            yield f"the input {now['path']} has changed ({', '.join(changed)})"


def _told(value: Any) -> str:
    return "not given" if value is None else str(value)


def _paths(inputs: list[dict[str, Any]]) -> str:
    shown = ", ".join(source["path"] for source in inputs[:5])
    return f"{shown}, … ({len(inputs)})" if len(inputs) > 5 else shown
