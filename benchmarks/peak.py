"""Peak memory, measured in a process of its own: `python benchmarks/peak.py CORPUS.jsonl.gz`, started by bench.py.

Prints as JSON the megabytes of the process after its start, after parsing the sample, and after parsing one article of
a megabyte.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path


def measure(corpus: Path) -> dict[str, float]:
    """Return what a process of its own tells."""
    told = subprocess.run([sys.executable, __file__, str(corpus)], check=True, capture_output=True, text=True)  # noqa: S603 - this very file
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


def _megabytes() -> float:
    status = Path("/proc/self/status")
    if status.exists():  # what `resource` tells there is also the peak of the process that started this one
        peak = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1e3
    peak_of_all = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak_of_all / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Print the figures."""
    figures = {"Python alone": _megabytes()}
    from samples import KILOBYTE, load  # noqa: PLC0415 - what it takes is measured

    import arabnews  # noqa: PLC0415

    sample = load(Path(sys.argv[1]))
    for text in sample.texts:
        arabnews.parse(text)
    figures["after the sample"] = _megabytes()
    arabnews.parse(sample.of_size(1000 * KILOBYTE, 1)[0])
    figures["after 1 MB at once"] = _megabytes()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
