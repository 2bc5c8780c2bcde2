"""Publication stamps: lines that hold a day or a clock time and nothing else but the words that go with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates import parse_dates

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

LONGEST: Final = 110
_MOST_WORDS: Final = 22
_SHORT: Final = 30
_SENTENCE: Final = 45
"""A longer line with a full stop is a sentence."""

_ZERO: Final = "00:00"
"""A player's clock."""

_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:hH]\d{2}(?::\d{2})?(?!\d)")
_AGO = re.compile(r"(?:منذ|قبل)\s{1,3}(?:حوالي\s)?(?:\d{1,3}\s{1,3})?[^\W\d_]{3,8}")
_TOLD = re.compile(r"^(?:تم\s|اخر\s|تاريخ\s)?(?:ال)?(?:نشر|تحديث)\s?:|^اخر تحديث\s(?=منذ|قبل)")
_AGO_UNIT = re.compile(r"ثاني|ثواني|دقيق|دقائق|ساع|يوم|ايام|اسبوع|اسابيع|شهر|اشهر|سنه|سنوات|عام|اعوام|سنين")
_WORD = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_NUMERIC = re.compile(r"(?<!\d)\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}(?!\d)")
_ZONE = re.compile(r"(بتوقيت\s{1,3})[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12}){0,2}")
_DATED = re.compile(r"\d:\d\d|\d\s?[/.-]\s?\d|(?<!\d)(?:1[34]|19|20)\d\d(?!\d)")
"""A longer stamp has a clock time, a date in figures, or a year."""

_TWICE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}\s?\d{1,2}\s[^\W\d_]{3,9}(?:\s?/\s?[^\W\d_]{3,9})?\s\d{4}")
"""A day in figures and again in words, glued."""

_CUT_SHORT = re.compile(r"\s?:\s?\d{1,2}\s?[-/]\s?\d{1,2}\s?[-/]?")
"""A day and a month after the label of a date, whose year is lost."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAY = re.compile(r"(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)(?!\w)")
_MONTH_FIRST = re.compile(r"(?<!\w)([^\W\d_]{3,8})\s(\d{1,2})\s?[,،]\s?(\d{4})(?!\d)")
_LONGEST_SIGNED: Final = 60
_MOST_SIGNED: Final = 2
_MOST_OTHERS: Final = 3
"""So many words may stand beside a whole day and a clock time: the outlet's name, or a damaged weekday."""

_PUBLISHED_IN = re.compile(r"نشر\s?في\s.{2,40}?\sيوم\s[\d\s/-]{6,16}$")
_DAY_ENDS: Final = "/-"
PUBLISHED = re.compile(r"^نشر\s?في\s+")
"""So that stamp begins, before the outlet's name."""


def is_stamp(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether the line is a publication stamp: its dates, clock times and their words leave nothing over."""
    if line.stamp is None:
        line.stamp = line.size <= LONGEST and _reads_as_stamp(line.bare, markers, gazetteer)
    return line.stamp


def is_signed_stamp(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether the line is a whole day and the name of a place or outlet beside it, whatever name it is.

    Only under a headline is it one: the caller asks there.
    """
    bare = line.bare.strip(" :-–—|.")
    if (
        len(bare) > _LONGEST_SIGNED
        or published_in(line) is not None
        or not _YEAR.search(bare)
        or not (bare[0].isdigit() or bare[-1].isdigit() or _WEEKDAY.match(bare))
    ):
        return False
    return _reads_as_stamp(bare, markers, gazetteer, others=_MOST_SIGNED)


def _reads_as_stamp(bare: str, markers: Markers, gazetteer: Gazetteer, *, others: int = 0) -> bool:
    if _TWICE.fullmatch(bare) or (_AGO.fullmatch(_TOLD.sub("", bare).strip(" .:|")) and _AGO_UNIT.search(bare)):
        return True
    if (
        not (_DATED if len(bare) > _SHORT else _DIGITS).search(bare)
        or bare.count(" ") > _MOST_WORDS
        or (bare[-1] == "." and len(bare) > _SENTENCE)
        or bare == _ZERO
    ):
        return False
    label, meanings = markers.at_start(bare)
    if any(m.kind == "byline" for m in meanings) and not any(m.kind == "stamp" for m in meanings):
        return False
    labelled = any(m.kind == "stamp" for m in meanings)
    rest = bare[len(label) :] if labelled else bare
    if (labelled and _CUT_SHORT.fullmatch(rest)) or (others == 0 and _is_plain(rest, markers)):
        return True
    rest, told, whole = _without_days(_MONTH_FIRST.sub(r"\2 \1 \3", _ZONE.sub(r"\1", rest)))
    clock = _CLOCK.search(bare) is not None
    rest, clocks = _CLOCK.subn(" ", rest)
    if not told and not clocks:
        return False
    outlet = gazetteer.outlet.search(rest)
    if outlet and len(rest) - len(outlet[0]) < 40:
        rest = rest.replace(outlet[0], " ", 1)
    leftover = [word for words in _WORD.findall(rest) if words not in markers.stamp_words for word in words.split()]
    strange = sum(word not in markers.stamp_words for word in leftover)
    most = _MOST_OTHERS if whole and clock else others * whole
    return strange <= most and len(_DIGITS.findall(rest)) <= 2


def _is_plain(words: str, markers: Markers) -> bool:
    """Tell whether words are a date in figures or a clock time, or both, and words of stamps: no reading is needed."""
    rest, dates = _NUMERIC.subn(" ", words, count=1)
    rest, clocks = _CLOCK.subn(" ", rest)
    if not dates + clocks or _DIGITS.search(rest):
        return False
    return all(word in markers.stamp_words for word in _LETTERS.findall(rest))


def _without_days(words: str) -> tuple[str, bool, bool]:
    """Return words without the days they name, whether they name one, and whether one has its year."""
    told = whole = False
    numeric = _NUMERIC.search(words)
    if numeric and " " in numeric[0]:
        words = words.replace(numeric[0], "".join(numeric[0].split()), 1)
    for found in parse_dates(words):
        if found.span is not None and any(c.isdigit() for c in found.span.text):
            words = words.replace(found.span.text, " ", 1)
            told = True
            whole = whole or _YEAR.search(found.span.text) is not None
    if not told and numeric:
        return _NUMERIC.sub(" ", words), True, True
    return words, told, whole


def published_in(line: Line) -> int | None:
    """Return where, in the line, «نشر في … يوم …» begins, the stamp that some archives glue to the author's name."""
    last = line.words[-1:]
    if line.size > LONGEST or not (last.isdecimal() or last in _DAY_ENDS) or len(line.bare) != line.size:
        return None
    m = _PUBLISHED_IN.search(line.bare)
    return m.start() if m else None
