"""The Islamic calendar: Umm al-Qura by `hijridate` for 1343 to 1500 AH, the tabular calendar beyond.

Between 1420 and 1449 AH the tables in use agree on every month; outside they differ by a day on many, so that a
converted date is then right to a day either way, and said to be so.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

UMM_AL_QURA: Final = range(1343, 1501)
UNDISPUTED: Final = range(1420, 1450)
_TABULAR_EPOCH: Final = 227015
"""The day before 1 Muharram 1 AH of the civil reckoning, as a proleptic Gregorian ordinal."""


def month_length(year: int, month: int) -> int:
    """Return the number of days of a Hijri month."""
    if year in UMM_AL_QURA:
        from hijridate import Hijri  # noqa: PLC0415 - its tables are loaded when a Hijri date is met

        return int(Hijri(year, month, 1).month_length())
    return 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29


def to_gregorian(year: int, month: int, day: int) -> dt.date | None:
    """Return the Gregorian day of a Hijri date, or None where there is no such day.

    >>> to_gregorian(1445, 9, 15)
    datetime.date(2024, 3, 25)
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    if year in UMM_AL_QURA:
        from hijridate import Hijri  # noqa: PLC0415 - as above

        gregorian = Hijri(year, month, day).to_gregorian()
        return dt.date(gregorian.year, gregorian.month, gregorian.day)
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return dt.date.fromordinal(_TABULAR_EPOCH - 1 + days)


def year_of(day: dt.date) -> int:
    """Return the Hijri year in which a Gregorian day falls, to within a year at its ends."""
    return int((day.toordinal() - _TABULAR_EPOCH) / 354.367) + 1
