"""Builds the wheel with its hot modules compiled by mypyc, where it is asked to: `HATCH_BUILD_HOOKS_ENABLE=1`.

The wheel then holds, beside the source, one extension module for each module named in `tools/hot_modules.txt`; Python
prefers them. Without the variable the wheel is plain Python and no compiler is asked for.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("src", "plugins")
HOT = "tools/hot_modules.txt"
"""What a parse spends its time in, a module a line: any other stays plain, so that the wheel keeps below its size."""
SETTINGS = """[mypy]
ignore_missing_imports = true
follow_imports = silent
disable_error_code = arg-type, attr-defined, func-returns-value, misc, type-var
"""
"""The tree is checked strictly elsewhere; what attrs knows of its classes, mypy cannot see in the native ones."""
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(
    ["--config-file", "mypy.ini", *sys.argv[1:]], opt_level="2", debug_level="0", multi_file=True, group_name="arabnews"
)
if sys.platform == "linux":  # elsewhere the wheel is larger: symbols and functions that nothing calls stay in it
    for module in modules:
        module.extra_compile_args += ["-fvisibility=hidden", "-ffunction-sections", "-fdata-sections"]
        module.extra_link_args += ["-Wl,-s", "-Wl,--gc-sections"]
setup(name="arabnews", packages=[], py_modules=[], ext_modules=modules, script_args=["-q", "build_ext", "--inplace"])
"""


class CompilingHook(BuildHookInterface[Any]):
    """Puts compiled modules into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile a copy of the source; an editable install stays plain."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="arabnews-"))
        for made in compile_tree(Path(self.root), self._folder):
            build_data["force_include"][str(made)] = made.relative_to(self._folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Remove the copy."""
        if version != "editable":
            shutil.rmtree(self._folder)


def compile_tree(root: Path, folder: Path) -> list[Path]:
    """Copy the packages into a folder, compile the hot modules there, and return the extension modules made."""
    sys.path.insert(0, str(root / "tools"))
    from native import NotNativeError, rewrite  # noqa: PLC0415 - beside the tree, not installed

    for source in SOURCES:
        shutil.copytree(root / source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    modules = []
    listed = (root / HOT).read_text("utf-8").splitlines()
    for path in [folder / line for line in listed if line and not line.startswith("#")]:
        try:
            path.write_text(rewrite(path.read_text("utf-8")), "utf-8")
        except NotNativeError as reason:
            print(f"{path.relative_to(folder)} stays plain: {reason}")  # noqa: T201 - the build tells it
            continue
        modules.append(path.relative_to(folder).as_posix())
    (folder / "mypy.ini").write_text(SETTINGS, "utf-8")
    subprocess.run([sys.executable, "-c", SETUP, *modules], cwd=folder, check=True)  # noqa: S603 - our own code
    shutil.rmtree(folder / "build")
    return sorted(path for suffix in ("*.so", "*.pyd") for path in folder.rglob(suffix))
