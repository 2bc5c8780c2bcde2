"""A second type checker agrees about the public API, where it is installed (`pip install "pyright[nodejs]"`)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PYRIGHT = shutil.which("pyright", path=str(Path(sys.executable).parent)) or shutil.which("pyright")


@pytest.mark.skipif(PYRIGHT is None, reason="pyright is not installed")
def test_pyright_agrees() -> None:
    command = [str(PYRIGHT), "--pythonpath", sys.executable, str(Path(__file__).parent / "api.py")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - a type checker
    assert done.returncode == 0, done.stdout
