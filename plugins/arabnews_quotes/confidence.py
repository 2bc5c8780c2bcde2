"""Tells how sure a statement is: by the shares of right ones among judged statements, in the lexicon `confidence`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews.lexicon import Lexicon

    from .cues.report import Report
    from .linking.speakers import Found

Shares = dict[str, dict[str, float]]
"""The share of right statements by what is known of them, for each kind of knowledge («frame»: «clause» …)."""

_LEAST: Final = 0.1
_MOST: Final = 0.98
_TURN: Final = 0.85
"""Of whoever had a turn that made no statement."""
_UNKNOWN: Final = 0.5
"""Of what nobody has judged."""


def shares(lexicon: Lexicon) -> Shares:
    """Return the shares of a lexicon; use as `lexicon.once(shares)`."""
    found: Shares = {known: {} for known in ("follow", "way", "frame", "strength", "mark")}
    for entry in lexicon.entries:
        found.setdefault(entry["known"], {})[entry["value"]] = float(entry["share"])
    return found


def confidence_of(
    table: Mapping[str, Mapping[str, float]], report: Report, found: Found, before: float | None, *, unclosed: bool
) -> float:
    """Return how sure a statement is, from 0 to 1.

    It is the share of right speakers among those found the same way, times that of the frame and of the strength of
    the cue, relative to all; a quotation that nobody closed counts less. Whoever speaks on is at most as sure as he
    was `before`.
    """
    most = _MOST
    sure = table["follow"].get(found.way)
    if sure is None:
        sure = table["way"].get(found.way, _UNKNOWN)
    else:
        most = _TURN if before is None else before
        sure *= most
    sure *= table["frame"].get(report.kind, 1.0)
    sure *= table["strength"].get(report.form.strength if report.form is not None else "A", 1.0)
    sure *= table["mark"].get("unclosed", 1.0) if unclosed else 1.0
    return round(min(max(sure, _LEAST), most), 2)
