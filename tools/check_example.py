"""Build the example plugin of the docs, install it beside the built wheel, and use it as its users would.

So too with the project that `arabnews plugins new` writes, and with the one that docs/plugins/write.md leads to. All
run their own tests in the clean environment; the example is seen in `arabnews plugins` and in a parsed article.
"""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "docs" / "plugins" / "example"
TEXT = "استقبلت المدينة أكثر من 37 ألف فلسطيني، وبلغت كلفة الإغاثة 2,5 مليار دولار.\n"
WANTED = [(37_000.0, "person", "at_least"), (2.5e9, "dollar", "exact")]


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command; end the program where it fails."""
    print("+", *command, flush=True)
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        sys.exit(done.returncode)


def output(*command: str | Path, cwd: Path) -> Any:
    """Return the JSON that a command prints; end the program where it complains on standard error."""
    print("+", *command, flush=True)
    parts = [str(part) for part in command]
    done = subprocess.run(parts, cwd=cwd, check=True, capture_output=True, text=True, encoding="utf-8")  # noqa: S603 - ours
    if done.stderr:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def build(project: Path, into: Path) -> Path:
    """Build a project's sdist, the wheel from it, and return the wheel."""
    run(sys.executable, "-m", "build", "--outdir", into, project)
    return next(into.glob("*.whl"))


def check_types(project: Path) -> None:
    """Check a project's code and tests as a strict type checker sees them."""
    run(sys.executable, "-m", "mypy", "--strict", "src", "tests", cwd=project)


def follow_guide(place: Path) -> Path:
    """Do what docs/plugins/write.md tells: lay its files over the skeleton; return the project."""
    reader = runpy.run_path(str(ROOT / "tests" / "docs" / "pages.py"))
    for snippet in reader["snippets"](ROOT / "docs" / "plugins" / "write.md"):
        if snippet.caption is not None:
            (place / snippet.caption).write_text(snippet.text, "utf-8")
    return place / "arabnews-ages"


def check_example(place: Path, bin_: Path, example: Path) -> None:
    """Run the example's tests where it is installed, and see it at work."""
    run(bin_ / "python", "-m", "pytest", "-q", cwd=example)
    rows = {row["name"]: row for row in output(bin_ / "arabnews", "plugins", "--format", "json", cwd=place)}
    if rows["amounts"]["state"] != "loaded" or "find_annotations" not in rows["amounts"]["hooks"]:
        sys.exit(f"the example does not run: {rows['amounts']}")
    (place / "article.txt").write_text(TEXT, "utf-8")
    article = output(bin_ / "arabnews", "parse", "article.txt", "--format", "json", cwd=place)
    found = [(a["fields"]["number"], a["fields"]["unit"], a["fields"]["bound"]) for a in article["annotations"]]
    if found != WANTED or {(a["plugin"], a["class"]) for a in article["annotations"]} != {("amounts", "Amount")}:
        sys.exit(f"the article has other annotations: {article['annotations']}")


def check_project(project: Path, bin_: Path) -> None:
    """Check the types of a project, install it editable and run its tests."""
    check_types(project)
    run(bin_ / "python", "-m", "pip", "install", "--quiet", "--editable", f"{project}[test]")
    run(bin_ / "python", "-m", "pytest", "-q", cwd=project)


def main() -> None:
    """Build, install, test, look."""
    for variable in ("ARABNEWS_PLUGINS", "ARABNEWS_DISABLE"):
        os.environ.pop(variable, None)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        bin_ = place / "venv" / "bin"
        # a copy, so that nothing is imported from the source and nothing is written into it
        ignored = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info", "dist")
        example = Path(shutil.copytree(EXAMPLE, place / "example", ignore=ignored))
        check_types(example)
        core, wheel = build(ROOT, place / "core"), build(example, place / "plugin")
        shutil.rmtree(example / "src")
        run(sys.executable, "-m", "venv", place / "venv")
        run(bin_ / "python", "-m", "pip", "install", "--quiet", f"{core}[testing]", f"{wheel}[test]")
        check_example(place, bin_, example)
        for name in ("traffic-jams", "ages"):
            run(bin_ / "arabnews", "plugins", "new", name, "--into", place)
        check_project(place / "arabnews-traffic-jams", bin_)
        check_project(follow_guide(place), bin_)
    print("the example, the skeleton and the guide's plugin are built, installed and tested")


if __name__ == "__main__":
    main()
