"""List the modules that a compiled wheel compiles: `python tools/hot_modules.py CORPUS.jsonl.gz`.

Parses a tenth of a corpus under the profiler, and writes into `tools/hot_modules.txt` the modules that give most time
for their length, up to so many lines that the wheel stays below its largest size. Whatever module the list does not
name stays plain, new ones too; so the list needs no care, and is made anew where `make compiled` tells less gain.
"""

from __future__ import annotations

import cProfile
import gzip
import json
import pstats
import sys
from collections import Counter
from pathlib import Path

import arabnews

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tools" / "hot_modules.txt"
SOURCES = (ROOT / "src", ROOT / "plugins")
PATTERNS = (
    "arabnews/cues.py",
    "arabnews/fold.py",
    "arabnews/layers/*.py",
    "arabnews_dates/*.py",
    "arabnews_embeds/*.py",
    "arabnews_entities/**/*.py",
    "arabnews_page/**/*.py",
    "arabnews_quotes/**/*.py",
)
"""What may be compiled. Packages themselves stay plain: pluggy inspects the arguments of their hooks."""
MOST_LINES = 28_500
"""Some 200 bytes a line are compiled, and the wheel holds 6 MB."""
HEADER = """# The modules that a compiled wheel compiles (see hatch_build.py): those with most time for their length.
# Made by tools/hot_modules.py from a profile of a tenth of a corpus of articles; any other module stays plain.
"""


def times(path: Path) -> Counter[str]:
    """Return the seconds that each module takes itself, by its path in its source folder."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in texts[1::15]:
        arabnews.parse(text)  # what is loaded once is not counted
    profile = cProfile.Profile()
    profile.enable()
    for text in texts[::10]:
        arabnews.parse(text)
    profile.disable()
    taken: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        for source in SOURCES:
            if Path(file).is_relative_to(source):
                taken[Path(file).relative_to(source).as_posix()] += own
    return taken


def main() -> None:
    """Write the list, and tell how much of the time it covers."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit("give the corpus: python tools/hot_modules.py CORPUS.jsonl.gz")
    taken = times(Path(sys.argv[1]))
    modules = {
        path.relative_to(source).as_posix(): path.read_text("utf-8").count("\n")
        for source in SOURCES
        for pattern in PATTERNS
        for path in source.glob(pattern)
        if path.name != "__init__.py"
    }
    chosen, lines = [], 0
    for module in sorted(modules, key=lambda module: -taken[module] / modules[module]):
        if taken[module] and lines + modules[module] <= MOST_LINES:
            chosen.append(module)
            lines += modules[module]
    LIST.write_text(HEADER + "".join(f"{module}\n" for module in sorted(chosen)), "utf-8")
    share = sum(taken[module] for module in chosen) / sum(taken.values())
    print(f"{LIST.name}: {len(chosen)} of {len(modules)} modules, {lines:,} lines, {share:.0%} of the time")


if __name__ == "__main__":
    main()
