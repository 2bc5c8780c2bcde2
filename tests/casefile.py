"""Reads case files; the reader lives in the testing kit, where plugin authors find it too."""

from __future__ import annotations

from arabnews.testing.cases import Case, read_cases

__all__ = ["Case", "read_cases"]
