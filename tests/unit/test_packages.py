"""Folders, entry points and the packages of the wheel tell of the same plugins."""

from __future__ import annotations

import ast
import importlib.util
import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import arabnews
from arabnews.plugins import BUNDLED

ADAPTERS = ("camel", "stanza")
PACKAGES = tuple(f"arabnews_{name}" for name in (*BUNDLED, *ADAPTERS))
STAGES = {
    "arabnews_entities": ("vocabulary", "naming", "phrasing", "persons", "joining", "model"),
    "arabnews_page": ("text", "subtitles", "pieces", "foot", "opening", "body"),
    "arabnews_quotes": ("tables", "text", "nouns", "cues", "contents", "linking", "channel"),
}
"""The packages of a plugin, in their order: each imports from those before it alone."""
PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))


def test_entry_points_are_the_bundled_plugins() -> None:
    declared = PROJECT["project"]["entry-points"]["arabnews"]
    assert tuple(declared) == BUNDLED
    assert declared == {name: f"arabnews_{name}" for name in BUNDLED}
    found = {e.name: e.value for e in entry_points(group="arabnews") if e.dist and e.dist.name == "arabnews"}
    assert found == declared


def test_every_folder_of_a_plugin_is_in_the_wheel() -> None:
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert packages == ["src/arabnews", *(f"plugins/{package}" for package in PACKAGES)]
    folder = Path(__file__).parents[2] / "plugins"
    if folder.exists():  # in the source tree, not beside the wheel
        assert {p.name for p in folder.iterdir() if p.is_dir()} == set(PACKAGES)


def test_every_package_is_typed_and_tells_one_version() -> None:
    for package in ("arabnews", *PACKAGES):
        spec = importlib.util.find_spec(package)
        assert spec is not None
        assert (Path(str(spec.origin)).parent / "py.typed").exists()
    assert arabnews.__version__ == version("arabnews") == PROJECT["project"]["version"]


def test_adapters_are_extras_and_no_entry_points() -> None:
    assert {*ADAPTERS} <= PROJECT["project"]["optional-dependencies"].keys()
    assert PROJECT["project"]["entry-points"]["arabnews"].keys().isdisjoint(ADAPTERS)


def test_public_names_are_there() -> None:
    assert len(arabnews.__all__) == len(set(arabnews.__all__))
    for name in arabnews.__all__:
        assert hasattr(arabnews, name), name


@pytest.mark.parametrize("plugin", STAGES)
def test_stages_import_what_stands_before_them(plugin: str) -> None:
    spec = importlib.util.find_spec(plugin)
    assert spec is not None
    folder, stages = Path(str(spec.origin)).parent, STAGES[plugin]
    packages = {path.parent.name for path in folder.glob("*/*.py")}
    assert packages == {stage for stage in stages if (folder / stage).is_dir()}
    for path in folder.glob("*/*.py"):
        stage = path.parent.name
        for name in _imported(ast.parse(path.read_text("utf-8")).body):
            told = name.removeprefix(plugin).lstrip(".").split(".")[0] if name.startswith(plugin) else ""
            assert not told or told in stages[: stages.index(stage) + 1], f"{stage}/{path.name}: {name}"


@pytest.mark.parametrize("package", PACKAGES)
def test_no_private_name_is_left_over(package: str) -> None:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    for path in Path(str(spec.origin)).parent.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        bound = {name for node in tree.body for name in _bound(node) if name.startswith("_") and name[1:2] != "_"}
        read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        assert bound <= read, f"{path}: {sorted(bound - read)} stand there for nothing"


def _bound(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a module gives."""
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []


def _imported(body: list[ast.stmt]) -> list[str]:
    """Return the modules that a module imports at run time."""
    return [node.module for node in body if isinstance(node, ast.ImportFrom) and node.module is not None]
