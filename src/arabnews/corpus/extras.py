"""What the extras bring: imported when it is needed, and named when it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from arabnews.errors import MissingExtraError


def load_extra(module: str, extra: str, purpose: str) -> Any:
    """Return a module that an extra of arabnews brings.

    Raises:
        MissingExtraError: it is not installed; the message names the extra.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != module.partition(".")[0]:
            raise
        raise MissingExtraError(extra, purpose) from error


def load_arrow() -> Any:
    """Return pyarrow.

    Raises:
        MissingExtraError: the extra `arabnews[arrow]` is not installed.
    """
    return load_extra("pyarrow", "arrow", "work with Arrow and Parquet")
