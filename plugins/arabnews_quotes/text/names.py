"""Folded names: those of one article's people and bodies are compared again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from arabnews.fold import fold

folded: Final = lru_cache(maxsize=1024)(fold)
"""Does the same as `fold`, for names alone: the names of today stand in many articles."""
