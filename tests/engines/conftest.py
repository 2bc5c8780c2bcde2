"""Keeps the tests of engines out of plain pytest: they need packages of half a gigabyte. `make engines` runs them."""

from __future__ import annotations

import os

collect_ignore_glob = ["engines.py"] if os.environ.get("ARABNEWS_ENGINES") else ["*.py"]
