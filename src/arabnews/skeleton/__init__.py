"""The skeleton of a plugin: a project that installs, is found by arabnews, and passes its own tests.

`arabnews plugins new NAME` writes it. What is written lies under `files`, with `@word@` where a name goes.
"""

from __future__ import annotations

import re
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.errors import ArabnewsError
from arabnews.plugins import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Mapping

_PREFIX: Final = "arabnews-"
_LEGAL: Final = re.compile(r"[a-z][a-z0-9]{0,29}(?:-[a-z0-9]{1,30}){0,3}")

_FILES: Final[Mapping[str, str]] = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "plugin.py": "src/@package@/__init__.py",
    "words.tsv": "src/@package@/lexicons/@words@_terms.tsv",
    "py.typed": "src/@package@/py.typed",
    "test_plugin.py": "tests/test_@words@.py",
}


class SkeletonError(ArabnewsError):
    """The skeleton of a plugin could not be written.

    Attributes:
        path: the folder that was to be written.
        reason: why it was not.
    """

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the facts and build the message from them."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@frozen
class Names:
    """What the parts of a plugin's project are called.

    >>> names = Names.of("traffic-jams")
    >>> names.project, names.package, names.mention
    ('arabnews-traffic-jams', 'arabnews_traffic_jams', 'TrafficJamsMention')
    """

    name: str
    project: str
    package: str
    mention: str

    @classmethod
    def of(cls, name: str) -> Names:
        """Return the names of a plugin's parts. An underscore counts as a hyphen, a leading "arabnews-" is left out.

        Raises:
            ValueError: the name cannot be a plugin's, or a bundled plugin has it.
        """
        plain = name.replace("_", "-").removeprefix(_PREFIX)
        if not _LEGAL.fullmatch(plain):
            msg = (
                f"{name!r} is no name for a plugin: small letters a-z and digits, a letter first, "
                "hyphens between words, such as weather or traffic-jams"
            )
            raise ValueError(msg)
        if plain in (*BUNDLED, "core", "caller"):
            msg = f"{plain!r} is taken: arabnews itself uses this name"
            raise ValueError(msg)
        words = plain.split("-")
        return cls(plain, _PREFIX + plain, "_".join(["arabnews", *words]), "".join(map(str.title, words)) + "Mention")


def write_skeleton(name: str, into: Path) -> Path:
    """Write the project of a new plugin into a folder and return its path, `into` / "arabnews-NAME".

    The project is put together beside its place and moved there whole: nothing is left half written.

    Raises:
        ValueError: the name cannot be a plugin's, or a bundled plugin has it.
        SkeletonError: the project's folder exists already, or cannot be written.
    """
    names = Names.of(name)
    target = into / names.project
    if target.exists() or target.is_symlink():
        raise SkeletonError(target, "exists already; nothing was written")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{names.project}-", dir=into) as staging:
            project = Path(staging) / names.project
            for path, text in skeleton(names).items():
                file = project / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode("utf-8"))
            project.rename(target)
    except OSError as error:
        raise SkeletonError(target, f"cannot be written: {error.strerror or error}") from error
    return target


def skeleton(names: Names) -> dict[str, str]:
    """Return the files of a new plugin's project: their text by path."""
    folder = files("arabnews") / "skeleton" / "files"
    fill = {
        "@name@": names.name,
        "@words@": names.name.replace("-", "_"),
        "@project@": names.project,
        "@package@": names.package,
        "@mention@": names.mention,
    }
    made = {}
    for source, path in _FILES.items():
        text = (folder / f"{source}.in").read_text(encoding="utf-8")
        for mark, word in fill.items():
            path, text = path.replace(mark, word), text.replace(mark, word)  # noqa: PLW2901 - filled in step by step
        made[path] = text
    return made
