"""A mapping that cannot change: an article's metadata. Imports nothing of arabnews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class FrozenMap(Mapping[str, Any]):
    """A mapping that cannot change and can be hashed; lists inside become tuples, dictionaries become frozen maps.

    >>> FrozenMap({"tags": ["a", "b"]})["tags"]
    ('a', 'b')
    """

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> None:
        """Freeze a copy of the items; a value that has no JSON form raises TypeError."""
        object.__setattr__(self, "_items", {_key(k): _freeze(v) for k, v in dict(items).items()})

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"a frozen map cannot be changed ({name})"
        raise AttributeError(msg)

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Mapping) else NotImplemented

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap], tuple[dict[str, Any]]]:
        return FrozenMap, (self._items,)


def _key(key: object) -> str:
    if not isinstance(key, str):
        msg = f"a key must be a str, not {type(key).__name__}"
        raise TypeError(msg)
    return key


def _freeze(value: Any) -> Any:
    if isinstance(value, Mapping):
        return value if isinstance(value, FrozenMap) else FrozenMap(value)
    if isinstance(value, (list, tuple)):
        return tuple(map(_freeze, value))
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    msg = f"{type(value).__name__} has no JSON form; use str, numbers, bool, None, lists and mappings"
    raise TypeError(msg)
