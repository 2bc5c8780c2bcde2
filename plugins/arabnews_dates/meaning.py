"""A value in the making: what a reading is resolved against, and what has come of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import define, field

if TYPE_CHECKING:
    import datetime as dt

    from arabnews.article import Grain
    from arabnews_dates.periods import Period
    from arabnews_dates.reading import Reading

Tense = Literal["past", "future", "nearest"]
"""Which of the fitting dates is meant: the last, the next (the anchor's day counts for both), or the nearest."""


@define(eq=False)
class Meaning:
    """The anchor's day and the tense, and the period that is found with them.

    `anchored` tells that the anchor was asked; `grain` is that of the reading, or coarser where only a part of it is
    safe.
    """

    grain: Grain
    day: dt.date | None
    tense: Tense = "past"
    period: Period | None = None
    anchored: bool = False
    approximate: bool = False
    alternatives: list[str] = field(factory=list)
    issues: list[str] = field(factory=list)

    def anchor(self) -> dt.date | None:
        """Return the anchor's day, and note that it was asked."""
        self.anchored = True
        return self.day

    def year(self, reading: Reading) -> int | None:
        """Return the year that is stated, or told from the anchor's («من العام الماضي»); None where it is open."""
        if reading.year is not None:
            return reading.year
        offset = 0 if reading.year_offset is None and reading.direction == 0 else reading.year_offset
        day = self.anchor() if offset is not None else None
        return day.year + offset if day is not None and offset is not None else None
