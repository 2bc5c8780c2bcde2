"""Classes as the build of a compiled wheel rewrites them do what attrs made them do."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

ROOT = Path(__file__).resolve().parents[2]
if not (ROOT / "tools" / "native.py").exists():
    pytest.skip("the tool is no part of what is installed", allow_module_level=True)
sys.path.insert(0, str(ROOT / "tools"))
from native import NotNativeError, rewrite  # noqa: E402 - stands beside the tree

MODULES = sorted(path for folder in ("src", "plugins") for path in (ROOT / folder).rglob("*.py"))
SOURCE = '''
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import Factory, define, field

if TYPE_CHECKING:
    from nowhere import Place


@define(unsafe_hash=True)
class Road:
    """A road."""

    name: str
    lanes: int = 2
    """In both directions."""
    towns: list[str] = field(factory=list, repr=False, eq=False)
    _number: str = field(default="M1", eq=False)

    def title(self) -> str:
        return self.name


@define(eq=False, kw_only=True)
class Walk:
    """A walk."""

    road: Road
    place: Place | None = None
    steps: list[int] = field(
        default=Factory(lambda self: [self.road.lanes], takes_self=True), init=False
    )
    length: int = field(init=False)

    @length.default
    def _measure(self) -> int:
        return len(self.steps)


class Stop(NamedTuple):
    """A stop."""

    place: Place
'''


def run(source: str) -> Any:
    module = ModuleType("roads")
    sys.modules["roads"] = module
    exec(compile(source, "roads.py", "exec"), vars(module))  # noqa: S102 - the test's own source
    return module


@pytest.fixture(params=["attrs", "native"])
def roads(request: pytest.FixtureRequest) -> Any:
    return run(SOURCE if request.param == "attrs" else rewrite(SOURCE))


def test_only_the_rewritten_class_has_an_init_of_its_own() -> None:
    assert "def __init__" not in SOURCE
    assert "def __init__" in rewrite(SOURCE)
    assert "@define" not in rewrite(SOURCE)


def test_frozen_classes_freeze_by_their_twin() -> None:
    """Shown in the text alone: compiled, `__init__` goes past `__setattr__`; interpreted, it would not."""
    assert "frozen=True" in rewrite(SOURCE.replace("@define(unsafe_hash=True)", "@frozen"))


def test_objects_are_made_compared_and_shown(roads: Any) -> None:
    road = roads.Road("coast", number="M2")
    assert (road.name, road.lanes, road.towns, road._number) == ("coast", 2, [], "M2")
    assert road.towns is not roads.Road("coast").towns
    assert road == roads.Road("coast")
    assert road != roads.Road("hill")
    assert repr(road) == "Road(name='coast', lanes=2, _number='M2')"
    assert [one.name for one in attrs.fields(roads.Road)] == ["name", "lanes", "towns", "_number"]
    assert attrs.evolve(road, lanes=4) == roads.Road("coast", 4)
    assert hash(road) == hash(roads.Road("coast"))


def test_defaults_that_ask_the_object(roads: Any) -> None:
    walk = roads.Walk(road=roads.Road("coast", 3))
    assert (walk.place, walk.steps, walk.length) == (None, [3], 1)
    walk.length = 2
    assert walk.length == 2
    assert walk == walk  # noqa: PLR0124 - compared by identity
    assert walk != roads.Walk(road=walk.road)
    with pytest.raises(TypeError):
        roads.Walk(walk.road)


def test_what_attrs_alone_knows_is_left_to_it() -> None:
    with pytest.raises(NotNativeError, match="Road"):
        rewrite(SOURCE.replace('field(default="M1", eq=False)', "field(validator=print)"))


def test_lines_stay_where_they_are() -> None:
    for path in MODULES:
        source = path.read_text("utf-8")
        try:
            native = rewrite(source)
        except NotNativeError:
            continue
        assert native.count("\n") == source.count("\n"), path


def test_each_module_that_is_to_be_compiled_exists() -> None:
    listed = [line for line in (ROOT / "tools" / "hot_modules.txt").read_text("utf-8").splitlines() if line[0] != "#"]
    there = {path.relative_to(ROOT / path.relative_to(ROOT).parts[0]).as_posix() for path in MODULES}
    assert listed
    assert set(listed) <= there
