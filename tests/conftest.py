"""Makes the readers beside the tests importable, and sets how hypothesis searches."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# tests of engines need packages of half a gigabyte: `make engines` runs them
collect_ignore_glob = ["engines/engines.py"] if os.environ.get("ARABNEWS_ENGINES") else ["engines/*.py"]

# derandomised: a test that passes here passes there; `make fuzz` looks for what is new
settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample article of the project, which `make demo` shows."""
    return Path(__file__).parent.parent / "docs" / "sample.txt"
