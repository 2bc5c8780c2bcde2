"""Build the wheel, install it into a clean environment, and run the tests against what was installed.

The folders of the source, the entry points and the packages of the wheel are compared first: a plugin that is in one
of them alone is a mistake that an editable install would hide.

With `--compiled [CORPUS]` the wheel is one whose hot modules are compiled; when the tests have passed, its speed and
its facts are compared with those of the plain source.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 6_000_000
"""The bytes that a wheel may have, compiled or not."""


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command; end the program where it fails."""
    print("+", *command, flush=True)
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        sys.exit(done.returncode)


def check_contents(wheel: Path, *, compiled: bool) -> None:
    """Compare the source's files with those in the wheel, and the entry points with its packages."""
    with zipfile.ZipFile(wheel) as archive:
        names = [n for n in archive.namelist() if ".dist-info/" not in n]
        entry_points = archive.read(next(n for n in archive.namelist() if n.endswith("entry_points.txt"))).decode()
    listing = ["git", "ls-files", "src", "plugins"]
    tracked = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - git, in our tree
    wanted = sorted(line.split("/", 1)[1] for line in tracked.stdout.split())
    extensions = [name for name in names if name.endswith((".so", ".pyd"))]
    if bool(extensions) != compiled:
        sys.exit(f"{len(extensions)} modules of the wheel are compiled")
    names = [name for name in names if name not in extensions]
    if sorted(names) != wanted:
        print("only in the source:", sorted(set(wanted) - set(names)))
        print("only in the wheel:", sorted(set(names) - set(wanted)))
        sys.exit(1)
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["arabnews"]
    for name, package in declared.items():
        if f"{package}/__init__.py" not in names or f"{name} = {package}" not in entry_points:
            sys.exit(f"the plugin {name} is not whole in the wheel")
    size = wheel.stat().st_size
    if size > LARGEST:
        sys.exit(f"{wheel.name} has {size:,} bytes: more than {LARGEST:,}")
    told = f"{len(names)} files, {len(extensions)} compiled, {len(declared)} plugins"
    print(f"{wheel.name}: {size / 1e6:.2f} MB, {told}")


def main() -> None:
    """Build, compare, install, test."""
    compiled = "--compiled" in sys.argv
    if compiled:
        os.environ["HATCH_BUILD_HOOKS_ENABLE"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--outdir", place / "dist", ROOT)
        wheel = next((place / "dist").glob("*.whl"))
        check_contents(wheel, compiled=compiled)
        python = place / "venv" / "bin" / "python"
        run(sys.executable, "-m", "venv", place / "venv")
        run(python, "-m", "pip", "install", "--quiet", "--upgrade", "pip>=25.1")
        run(python, "-m", "pip", "install", "--quiet", wheel)
        run(python, "-m", "pip", "install", "--quiet", "--group", f"{ROOT}/pyproject.toml:test")
        shutil.copytree(ROOT / "tests", place / "work" / "tests")
        shutil.copytree(ROOT / "docs", place / "work" / "docs")
        for name in ("README.md", "pyproject.toml"):
            shutil.copy(ROOT / name, place / "work" / name)
        run(python, "-m", "pytest", "-q", "tests", cwd=place / "work")
        if compiled:
            run(python, "-W", "ignore", ROOT / "benchmarks" / "compiled.py", *sys.argv[2:])


if __name__ == "__main__":
    main()
