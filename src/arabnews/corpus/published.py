"""The date of publication as archives write it: ISO, a day or a moment of Parquet, and what mail and feeds use."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime
from typing import Any

from arabnews.article import DateMention, Problem

_PLUGIN = "corpus"


def read_published(value: Any) -> tuple[DateMention | None, Problem | None]:
    """Return the date of publication that a field holds, or a problem that tells why it holds none.

    Read are days and moments, either in ISO 8601, and the form of mail and feeds ("Tue, 14 May 2024 10:00:00 GMT"). An
    empty field is no problem. What is not read is left out and told: nothing is guessed from numbers.

    >>> read_published("2024-05-14T10:00:00Z")[0].value
    '2024-05-14T10:00+00:00'
    >>> read_published("soon")[1].message
    "the date of publication is left out: 'soon' is no date in ISO 8601"
    """
    if value is None or value == "":
        return None, None
    if isinstance(value, dt.date):  # a moment is a date too
        return DateMention.given(value, plugin=_PLUGIN), None
    if not isinstance(value, str):
        return None, _problem(f"{type(value).__name__} is no date")
    text = value.strip()
    if not text:
        return None, None
    for read in (_read_iso, parsedate_to_datetime):
        try:
            return DateMention.given(read(text), plugin=_PLUGIN), None
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    shown = text if len(text) <= 40 else text[:40] + "…"
    return None, _problem(f"{shown!r} is no date in ISO 8601")


def _read_iso(text: str) -> dt.date:
    return dt.date.fromisoformat(text) if len(text) <= len("YYYY-MM-DD") else dt.datetime.fromisoformat(text)


def _problem(reason: str) -> Problem:
    return Problem(_PLUGIN, "published", f"the date of publication is left out: {reason}")
