"""The stored ratios, and what is worse than they are. A ratio is better when it is less.

`baseline.json` holds them by the kind of sample, since generated news costs other rooms than real articles do.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "baseline.json"
WORSE: Final = 4 / 3
LEAST: Final = 0.2
"""What a ratio to the word scan may grow by in any case: the smallest rooms take a hundredth of a millisecond."""
SCANS: Final = "word scans"


def read(kind: str) -> dict[str, float]:
    """Return the stored ratios of a kind of sample; none where none were stored."""
    ratios: dict[str, float] = json.loads(FILE.read_text("utf-8")).get(kind, {}) if FILE.exists() else {}
    return ratios


def write(kind: str, ratios: dict[str, float]) -> None:
    """Store the ratios of a kind of sample."""
    stored = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    stored[kind] = {name: float(f"{ratio:.3g}") for name, ratio in ratios.items()}
    FILE.write_text(json.dumps(stored, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def worse(before: dict[str, float], now: dict[str, float]) -> list[str]:
    """Return the names of the ratios that are worse by more than a third."""
    return [
        name
        for name, ratio in now.items()
        if name in before and ratio > before[name] * WORSE and ratio > before[name] + LEAST * name.endswith(SCANS)
    ]
