"""Score the default pipeline on annotated articles: `python tools/score.py GOLD_FOLDER [--errors SET]`.

The annotated articles belong to their publishers and are no part of the project; where they do not lie beside it,
this says so and ends well. Each set is parsed with the gold's date of publication, which is the figure that counts,
and once without.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import arabnews

SETS = ("seeds", "dev", "check")


def write_predictions(gold: Path, out: Path, *, dated: bool) -> None:
    """Parse every article of a set and write what was found beside each other in a folder."""
    for annotated in sorted(gold.glob("*.gold.json")):
        name = annotated.name.removesuffix(".gold.json")
        day = json.loads(annotated.read_text("utf-8")).get("published") if dated else None
        # bytes, so that no newline changes and offsets hold
        text = (gold / f"{name}.txt").read_bytes().decode("utf-8")
        article = arabnews.parse(text, dt.date.fromisoformat(day[:10]) if day else None)
        for problem in article.problems:
            print(f"{name}: {problem}", file=sys.stderr)
        (out / f"{name}.json").write_text(article.to_json(), "utf-8")


def main() -> None:
    """Print the scorer's table for each set."""
    gold = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/gold")
    scorer = gold.parent / "tools" / "score.py"
    if not scorer.exists():
        print(f"score: no annotated articles at {gold}; nothing is scored")
        return
    errors = sys.argv[3] if len(sys.argv) > 3 and sys.argv[2] == "--errors" else None
    for name in SETS if errors is None else (errors,):
        for dated in (True, False) if errors is None else (True,):
            with tempfile.TemporaryDirectory() as out:
                write_predictions(gold / name, Path(out), dated=dated)
                print(f"\n== {name}, {'with' if dated else 'without'} the date of publication", flush=True)
                arguments = [str(scorer), str(gold / name), out, *(["--errors"] if errors else [])]
                subprocess.run([sys.executable, *arguments], check=True)  # noqa: S603 - the scorer beside the gold


if __name__ == "__main__":
    main()
