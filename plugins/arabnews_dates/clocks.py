"""Clock times in digits and words: «07:28», «الساعة 8 مساء», «الخامسة والنصف مساء»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates.reading import Clock

if TYPE_CHECKING:
    from arabnews_dates.items import Run

_CLOCK: Final = re.compile(
    r"l?(?P<hour>d)(?::|(?<=ld)\.)(?P<minute>d)(?::(?P<second>d))?,?(?P<half>[xpG]?)(?:\(?(?P<zone>Z)\)?)?"
)
_HOUR: Final = re.compile(
    r"(?P<label>l?)(?:(?P<word>O)|(?P<digits>d))"
    r"(?:&(?P<part>Y)|(?P<fraction>c)|&(?P<minute>d)u)?(?P<half>[xp]?)(?:\(?(?P<zone>Z)\)?)?"
)
_BROKEN_CLOCK: Final = re.compile(r"d(?P<half>x)")
_FRACTIONS: Final = {"half": 30, "quarter": 15, "third": 20}
_ERA: Final = ""
"""«م» has no value as the mark of the Gregorian era; after a clock time it is «مساء»."""
_MORNING, _EVENING, _NOON, _NIGHT = 0, 12, 13, 21


def read_clock(run: Run, at: int) -> tuple[Clock, str | None, int] | None:
    """Read a clock time, its zone, and where it ends; damaged writings give a clock without an hour."""
    match = _CLOCK.match(run.codes, at)
    if match is None:
        return _read_hour(run, at)
    (hour, _), (minute, width) = run.values[match.start("hour")], run.values[match.start("minute")]
    second = run.values[match.start("second")][0] if match["second"] else None
    hour = _by_day(hour, run.values[match.start("half")]) if match["half"] else hour
    zone = run.values[match.start("zone")] if match["zone"] else None
    if width != 2:
        # «١٨:٤»: something is lost, and nothing tells which of the numbers is the hour
        clock = Clock(None, issue="damaged")
    elif hour > 23 or minute > 59 or (second or 0) > 59:
        clock = Clock(None, issue="impossible_time")
    else:
        clock = Clock(hour, minute, second)
    return clock, zone, match.end()


def _read_hour(run: Run, at: int) -> tuple[Clock, str | None, int] | None:
    """Read an hour without minutes in digits, which must tell its half of the day or «الساعة»."""
    broken = _BROKEN_CLOCK.match(run.codes, at)
    if broken is not None and (run.ends[at + 1] - run.starts[at + 1] == 1 or run.values[at][0] > 12):
        return Clock(None, issue="damaged"), None, broken.end()
    match = _HOUR.match(run.codes, at)
    if match is None:
        return None
    hour = run.values[match.start("word")] if match["word"] else run.values[match.start("digits")][0]
    if not match["half"] and not (match["label"] and hour > 12):
        return None  # «الساعة الثامنة» may be of the morning or of the evening
    if hour > 23:
        return None
    hour = _by_day(hour, run.values[match.start("half")]) if match["half"] else hour
    minute = 0
    if match["part"]:
        minute = _FRACTIONS[run.values[match.start("part")]]
    elif match["fraction"]:
        minute = run.values[match.start("fraction")]
    elif match["minute"]:
        minute = run.values[match.start("minute")][0]
    if minute > 59:
        return None
    minutes = (60 * hour + minute) % 1440
    zone = run.values[match.start("zone")] if match["zone"] else None
    return Clock(minutes // 60, minutes % 60), zone, match.end()


def _by_day(hour: int, half: int | str) -> int:
    """Return the hour by twenty-four, from what is said of its half of the day."""
    if half == _ERA:
        half = _EVENING
    if half == _NIGHT:
        half = _MORNING if hour == 12 or hour <= 4 else _EVENING
    elif half == _NOON:
        half = _EVENING if hour < 10 else hour
    if half == _EVENING and hour < 12:
        return hour + 12
    return 0 if half == _MORNING and hour == 12 else hour
