"""Where expressions stand in the text, with distances from Greenwich and clock times that are written oddly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define

from arabnews.fold import INVISIBLE
from arabnews_dates.reading import Clock, Reading

if TYPE_CHECKING:
    from arabnews_dates.items import Run

_OFFSET: Final = re.compile(r"(?P<hours>[+-]\d{1,2})(?::?(?P<minutes>\d\d))?(?!\d)")
_BARE_OFFSET: Final = re.compile(r" ?(?P<hours>[+-]\d\d):?(?P<minutes>\d\d)(?![\d:])")
_CLOCK_BEFORE: Final = re.compile(
    r"(?<!\d)(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d) ?\(GMT(?P<hours>[+-]\d\d):?(?P<minutes>\d\d)?\) ?- $"
)
_LONGEST_LABEL: Final = 12
_LONGEST_CLOCK: Final = 24
_TRAILING: Final = re.compile(f"[{INVISIBLE}]+$")


@define(eq=False)
class Expression:
    """A reading and where it stands: offsets in the text, the indices of its first word and the word after."""

    reading: Reading
    start: int
    end: int
    first: int
    after: int


def place(run: Run, reading: Reading, at: int, end: int) -> Expression:
    """Return a reading of the items `at` to `end` as it stands in the text, with what of it was read into no item."""
    text, tokens, start, last = run.table.text, run.tokens, run.starts[at], end - 1
    while tokens[last] < 0:
        last -= 1
    stop = run.ends[last]
    if not text[stop - 1].isalnum():
        tail = _TRAILING.search(text, max(start, stop - 8), stop)
        stop = tail.start() if tail else stop
    if run.codes[at] == "l":
        start = max(start, text.find("الساعة", start, start + _LONGEST_LABEL))  # «عند» stays outside
    if reading.zone == "UTC" or (reading.clock is not None and reading.zone is None):
        stop = _past_offset(reading, text, stop)
    elif reading.grain == "day" and reading.clock is None and text.endswith("- ", 0, start):
        start = _before_stamp(reading, text, start)
    if run.codes.find("(", at, end) >= 0:
        inside = text[start:stop]
        if inside.count("(") > inside.count(")") and text[stop : stop + 1] == ")":
            stop += 1
    final, following = tokens[last], end
    while following < len(tokens) and tokens[following] <= final:
        following += 1
    after = tokens[following] if following < len(tokens) else run.after
    return Expression(reading, start, stop, tokens[at], after)


def _past_offset(reading: Reading, text: str, stop: int) -> int:
    """Return where «GMT+04:00», or «11:55:00+03:00», ends, and tell the reading of it."""
    offset = (_OFFSET if reading.zone else _BARE_OFFSET).match(text, stop)
    seconds = reading.clock is not None and reading.clock.second is not None
    if offset is None or (reading.zone is None and offset["hours"][0] == "-" and not seconds):  # «10:00-12:00»
        return stop
    reading.zone = f"{offset['hours'][0]}{offset['hours'][1:]:0>2}:{offset['minutes'] or '00'}"
    return offset.end()


def _before_stamp(reading: Reading, text: str, start: int) -> int:
    """Return where the clock time of «1300 (GMT+04:00) - 15/06/09» begins, and tell the reading of it."""
    told = _CLOCK_BEFORE.search(text, max(0, start - _LONGEST_CLOCK), start)
    if told is None:
        return start
    reading.clock = Clock(int(told["hour"]), int(told["minute"]))
    reading.zone = f"{told['hours']}:{told['minutes'] or '00'}"
    return told.start()
