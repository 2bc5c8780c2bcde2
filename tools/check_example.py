"""Build the example plugin of the docs, install it beside the built wheel, and use it as its users would.

So too with the project that `arabnews plugins new` writes. Both run their own tests in the clean environment; then the
example is seen in `arabnews plugins` and in the JSON of a parsed article.
"""

from __future__ import annotations

import json
import os
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


def main() -> None:
    """Build, install, test, look."""
    for variable in ("ARABNEWS_PLUGINS", "ARABNEWS_DISABLE"):
        os.environ.pop(variable, None)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        # copies, so that nothing is imported from the source and nothing is written into it
        ignored = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info", "dist")
        example = Path(shutil.copytree(EXAMPLE, place / "example", ignore=ignored))
        check_types(example)
        core, wheel = build(ROOT, place / "core"), build(example, place / "plugin")
        shutil.rmtree(example / "src")
        bin_ = place / "venv" / "bin"
        run(sys.executable, "-m", "venv", place / "venv")
        run(bin_ / "python", "-m", "pip", "install", "--quiet", f"{core}[testing]", f"{wheel}[test]")
        run(bin_ / "python", "-m", "pytest", "-q", cwd=example)

        rows = {row["name"]: row for row in output(bin_ / "arabnews", "plugins", "--format", "json", cwd=place)}
        if rows["amounts"]["state"] != "loaded" or "find_annotations" not in rows["amounts"]["hooks"]:
            sys.exit(f"the example does not run: {rows['amounts']}")
        (place / "article.txt").write_text(TEXT, "utf-8")
        article = output(bin_ / "arabnews", "parse", "article.txt", "--format", "json", cwd=place)
        found = [(a["fields"]["number"], a["fields"]["unit"], a["fields"]["bound"]) for a in article["annotations"]]
        if found != WANTED or {(a["plugin"], a["class"]) for a in article["annotations"]} != {("amounts", "Amount")}:
            sys.exit(f"the article has other annotations: {article['annotations']}")

        run(bin_ / "arabnews", "plugins", "new", "traffic-jams", "--into", place)
        skeleton = place / "arabnews-traffic-jams"
        check_types(skeleton)
        run(bin_ / "python", "-m", "pip", "install", "--quiet", "--editable", f"{skeleton}[test]")
        run(bin_ / "python", "-m", "pytest", "-q", cwd=skeleton)
    print("the example plugin and the skeleton are built, installed and tested")


if __name__ == "__main__":
    main()
