"""Which date an expression is counted from: the day of writing, a date told before it, a year written out elsewhere."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define, evolve

from arabnews.article import DateMention
from arabnews_dates.resolve import resolve
from arabnews_dates.tense import is_future, is_led_by_present, is_near, is_past, is_present

if TYPE_CHECKING:
    from arabnews_dates.reading import Reading
    from arabnews_dates.setting import Setting
    from arabnews_dates.telling import Stated

_LONGEST_STORY: Final = 300
_LINE_BREAK: Final = re.compile(r"[\n\r]")
_SOON_AFTER: Final = 45
"""Days after which a date that names an event («أحداث 11 سبتمبر») is no longer one of the year of writing."""
_SOON: Final = 21
"""Days ahead in which a day without a year is meant rather than the same day of eleven months ago."""
_HALF_A_YEAR: Final = 183
_DAYS_AHEAD: Final = 5
"""Days ahead in which the present speaks of a weekday: what was yesterday is hardly a week ahead."""
_NEXT_WORDS: Final = 3
_ANNIVERSARY: Final = frozenset(("ذكري", "الذكري", "ذكراه", "ذكراها"))
_A_MONTH: Final = 31
_NEXT_MONTHS: Final = 100
"""Days after a date to come in which the next one of its paragraph is to come too."""


@define
class Told:
    """What the text has told so far: years written out, the day to count from, the date and the day before."""

    stated: Stated
    anchor: DateMention | None
    last: DateMention | None = None
    year: int | None = None
    """The year that the last date states, or has from the story."""
    day: DateMention | None = None
    named: DateMention | None = None
    """The last date that names its month: «13 منه» is of that."""
    months: dict[int, DateMention] = Factory(dict)
    """The latest mention of each month."""
    story: int | None = None
    """The year that the date just resolved has from the story."""

    def put(self, mention: DateMention, *, looks_back: bool) -> None:
        """Keep a mention as the one that others may count from, but for what itself counts back from another."""
        month = mention.earliest.month if mention.earliest is not None else 0
        if month and not looks_back:
            self.last, self.year = mention, self.story or mention.stated.year
            self.named = mention if mention.stated.month is not None else self.named
        self.story = None
        named = mention.stated.month or month
        if mention.grain == "month" and named and _order(self.months.get(named, mention)) <= _order(mention):
            self.months[named] = mention
        if mention.grain == "day" and not looks_back and (mention.day is not None or mention.value is None):
            self.day = mention if mention.day is not None else None  # what follows one without a value has none


def _order(mention: DateMention) -> str:
    """Return what orders mentions of one month; one that has no value for want of an anchor is the last."""
    return mention.value or "~"


def resolve_in_place(setting: Setting, told: Told) -> dict[str, Any]:
    """Return the fields of a mention, resolved against whichever date the place of the expression makes its anchor."""
    reading, anchor = setting.found.reading, told.anchor
    if reading.as_before:
        return _as_before(reading, told)
    if reading.rule == "after" and not (anchor and is_future(setting)):
        # told of the past, «بعد يومين» counts from the event told before it
        reading.vague = True
        reading.issues.append("event_anchor")
    if reading.rule == "bare-part" and _is_in_another_year(setting, told):
        reading.vague = True
    if not _leaves_open(reading):
        return _resolve_by_day_told(setting, told) or _resolve_by_number(reading, told) or resolve(reading, anchor)
    return _resolve_open(setting, told)


def _resolve_by_day_told(setting: Setting, told: Told) -> dict[str, Any] | None:
    """Resolve «27 ماي الجاري» where no day of publication is known, and «27 ماي 2017» is told too."""
    reading = setting.found.reading
    if told.anchor is not None or reading.grain != "day" or reading.year is not None or reading.vague:
        return None
    year = told.stated.years.get((reading.month or 0, reading.day or 0))
    after = setting.found.after
    if year is None or not _ANNIVERSARY.isdisjoint(setting.table.forms[after : after + _NEXT_WORDS]):
        return None
    plain = _with_year(evolve(reading, direction=None, year_offset=None), year)
    return resolve(plain) | {"stated": resolve(reading)["stated"]}


def _resolve_by_number(reading: Reading, told: Told) -> dict[str, Any] | None:
    """Resolve by a number elsewhere in the text: the year of «العام الحالي 2012» or «الربع الثاني من 2012»."""
    stated = told.stated
    if reading.rule == "bare-quarter" and (reading.grain, reading.month or 0) in stated.quarters:
        year = stated.quarters[reading.grain, reading.month or 0]
        return resolve(evolve(reading, year=year), told.anchor)
    yearly = reading.year_offset is not None or (reading.grain == "year" and reading.offset is not None)
    if told.anchor is not None or stated.now is None or not yearly or reading.vague:
        return None
    return resolve(reading, DateMention.given(dt.date(stated.now, 7, 1))) | {"anchor": f"{stated.now:04}"}


def _resolve_open(setting: Setting, told: Told) -> dict[str, Any]:
    """Resolve a month, day or weekday that nothing in the expression places before or after the anchor."""
    reading, anchor = setting.found.reading, told.anchor
    if setting.is_yearly():
        reading.vague = True
        reading.issues = [*(issue for issue in reading.issues if issue != "event_name"), "yearly"]
        return resolve(reading, anchor)
    if "event_name" in reading.issues:
        return _resolve_event_name(setting, anchor)
    if told.day is not None and reading.grain == "day" and setting.is_replaced():
        return resolve(reading, told.day, "nearest")
    year = _year_told(setting, told)
    if year is not None:
        # the same day is written out with its year elsewhere in the text; without an anchor, the same month is enough
        return resolve(_with_year(reading, year), anchor) | {"stated": resolve(reading)["stated"]}
    if reading.weekday is not None and not reading.day and setting.is_in_headline():
        day = told.stated.weekdays.get(reading.weekday)
        if day is not None and anchor is not None:
            return resolve(evolve(reading, direction=day), anchor)
    return _resolve_by_tense(setting, told)


def _year_told(setting: Setting, told: Told) -> int | None:
    """Return the year that the text tells for a day or month without one."""
    reading, anchor = setting.found.reading, told.anchor
    year = told.stated.years.get((reading.month or 0, reading.day or 0))
    if year is None:
        year = told.story = _year_of_the_story(setting, told)
    elif anchor is not None and anchor.day is not None and year < anchor.day.year and is_future(setting):
        return None  # «سيغلق في 25 يناير», whatever was on 25 January 2011
    if year is None and anchor is None and reading.calendar == "gregorian":
        year = told.stated.months.get(reading.month or 0)
    return year


def _with_year(reading: Reading, year: int) -> Reading:
    until = reading.until
    if until is None or until.year is not None or until.month is None:
        return evolve(reading, year=year)
    later = (until.month, until.day or 0) < (reading.month or 0, reading.day or 0)
    return evolve(reading, year=year, until=evolve(until, year=year + later))


def _resolve_by_tense(setting: Setting, told: Told) -> dict[str, Any]:
    reading, anchor = setting.found.reading, told.anchor
    if anchor is not None and reading.month and (reading.said is not None or is_near(setting)):
        return resolve(reading, anchor, "nearest")
    ahead = anchor is not None and (
        is_future(setting)
        or _is_weekday_ahead(setting, told)
        or _is_soon(setting, anchor)
        or _goes_on(setting, told, anchor)
        or (setting.is_start() and _comes_within(reading, anchor, _HALF_A_YEAR))
    )
    fields = resolve(reading, anchor, "future" if ahead else "past")
    if anchor is not None and reading.weekday is not None and "weekday_mismatch" in fields["issues"]:
        # «الأربعاء 17 أكتوبر»: of the last and the next one it is the one that is a Wednesday
        other = resolve(reading, anchor, "past" if ahead else "future")
        return fields if "weekday_mismatch" in other["issues"] else other
    return fields


def _is_weekday_ahead(setting: Setting, told: Told) -> bool:
    """Tell whether a weekday is the next one: told elsewhere («غدا السبت»), or a verb of the present leads to it."""
    reading, anchor = setting.found.reading, told.anchor
    if reading.weekday is None or reading.day or anchor is None or anchor.day is None:
        return False
    if told.stated.weekdays.get(reading.weekday) == 1 and is_present(setting):
        return True
    return is_led_by_present(setting) and (reading.weekday - anchor.day.isoweekday()) % 7 <= _DAYS_AHEAD


def resolve_alone(reading: Reading, anchor: DateMention | None) -> dict[str, Any]:
    """Return the fields of an expression that no text surrounds."""
    if reading.rule == "now" and (anchor is None or anchor.grain not in {"minute", "second"}):
        return resolve(evolve(reading, grain="day"), anchor)
    if reading.rule == "bare-quarter":
        reading = evolve(reading, rule="quarter", year_offset=0)  # by itself, the one of this year
    if anchor is None or not _leaves_open(reading):
        return resolve(reading, anchor)
    past, future = resolve(reading, anchor), resolve(reading, anchor, "future")
    told, other = (future, past) if _comes_soon(reading, anchor) else (past, future)
    if other["value"] not in {None, told["value"]}:
        told["alternatives"] = (*told["alternatives"], other["value"])
    return told


def _resolve_event_name(setting: Setting, anchor: DateMention | None) -> dict[str, Any]:
    """Resolve «مظاهرات 5 مايو», with a value where it was written soon after, and «ثورة 25 يناير», without one."""
    reading = setting.found.reading
    plain = evolve(reading, issues=[issue for issue in reading.issues if issue != "event_name"])
    day_to_come = reading.day is not None and anchor is not None and _comes_soon(plain, anchor)
    if day_to_come and not setting.follows("event-head"):
        return resolve(plain, anchor, "future")
    fields = resolve(plain, anchor)
    first, day = fields["earliest"], anchor.day if anchor is not None else None
    if first is not None and day is not None and reading.day is not None and (day - first).days <= _SOON_AFTER:
        return fields
    reading.vague = True
    return resolve(reading, anchor)


def _is_soon(setting: Setting, anchor: DateMention) -> bool:
    """Tell whether a day and month without a year come within weeks, and nothing says that they are past."""
    return not is_past(setting) and _comes_soon(setting.found.reading, anchor)


def _comes_soon(reading: Reading, anchor: DateMention) -> bool:
    return (reading.day is not None or reading.grain == "month") and _comes_within(reading, anchor, _SOON)


def _comes_within(reading: Reading, anchor: DateMention, days: int) -> bool:
    whole = evolve(reading, part=None)
    first = resolve(whole, anchor, "future")["earliest"] if reading.month and anchor.day is not None else None
    return first is not None and anchor.day is not None and (first - anchor.day).days <= days


def _goes_on(setting: Setting, told: Told, anchor: DateMention) -> bool:
    """Tell whether it goes on with what is to come: «تبدأ الأشغال في نوفمبر المقبل وتنتهي في ديسمبر»."""
    reading, last, day = setting.found.reading, told.last, anchor.day
    if not reading.month or last is None or last.span is None or last.earliest is None or day is None:
        return False
    far = setting.found.start - last.span.end > _LONGEST_STORY
    if reading.calendar != "gregorian" or last.earliest < day.replace(day=1) or far or is_past(setting):
        return False
    first = resolve(reading, anchor, "future")["earliest"]
    apart = (first - last.earliest).days if first is not None else -_NEXT_MONTHS
    if last.earliest > day and -_A_MONTH <= apart <= _NEXT_MONTHS:
        return _LINE_BREAK.search(setting.table.text, last.span.end, setting.found.start) is None or apart <= _A_MONTH
    return last.grain == "month" and reading.grain == "month" and 0 < apart <= _A_MONTH


def _is_in_another_year(setting: Setting, told: Told) -> bool:
    """Tell whether the date before, in one paragraph, is of another year than that of writing."""
    last, now = told.last, told.anchor.day if told.anchor is not None else None
    if last is None or last.span is None or last.earliest is None or now is None or last.earliest.year == now.year:
        return False
    return _LINE_BREAK.search(setting.table.text, last.span.end, setting.found.start) is None


def _year_of_the_story(setting: Setting, told: Told) -> int | None:
    """Return the year of a month or day in a story of years ago, or of the month just named with its year.

    In one paragraph «في 2 مايو 1967 ... وفي 5 يونيو» stays in 1967. What was published in that year or the year after
    it counts from its own day, as all else does, but for days of the very month.
    """
    reading, last = setting.found.reading, told.last
    if last is None or last.span is None or told.year is None or not reading.month:
        return None
    if reading.calendar != "gregorian" or last.calendar != "gregorian" or last.stated.month is None:
        return None
    begin, end = last.span.end, setting.found.start
    if end - begin > _LONGEST_STORY:
        return None
    now = told.anchor.day.year if told.anchor is not None and told.anchor.day is not None else None
    if last.stated.month == reading.month and reading.day is not None and (now is None or told.year < now):
        return told.year
    distant = now is not None and told.year < now - 1
    return told.year if distant and not _LINE_BREAK.search(setting.table.text, begin, end) else None


def _as_before(reading: Reading, told: Told) -> dict[str, Any]:
    """Resolve what counts from the date told before it: «العام نفسه», «20 أكتوبر من العام ذاته», «اليوم التالي»."""
    alone = reading.rule == "as-before"
    unit = reading.grain if alone else "month" if reading.month_offset is not None else "year"
    unit = "day" if reading.weekday is not None and reading.day is None else unit
    before = told.day if unit == "day" else told.last
    if reading.rule == "day-of-it":
        before = told.named
    elif alone and unit == "month" and reading.offset == -1 and before is not None and before.grain == "month":
        # «ارتفع في حزيران 2012 مقارنة مع حزيران 2011 ... وبأسعار الشهر السابق»: the month before the one spoken of
        before = told.months.get(before.earliest.month if before.earliest is not None else 0, before)
    if alone and before is not None and (reading.year is not None or reading.year_offset is not None):
        return _of_another_year(reading, before)
    plain = evolve(reading, as_before=False)
    if before is None or before.earliest is None or before.latest is None:
        return resolve(plain)
    first, last = before.earliest, before.latest
    one = {
        "day": first == last,
        "week": first.isocalendar()[:2] == last.isocalendar()[:2],
        "month": (first.year, first.month) == (last.year, last.month),
        "year": first.year == last.year,
    }
    if not one.get(unit, False):
        return resolve(plain)
    fields = resolve(plain, DateMention.given(first))
    return fields | {"anchor": before.value} if fields["value"] is not None else fields


def _of_another_year(reading: Reading, before: DateMention) -> dict[str, Any]:
    """Resolve «الشهر نفسه من العام الماضي»: the month before it, in the year before its own."""
    first, last = before.earliest, before.latest
    same = first is not None and last is not None and (first.year, first.month) == (last.year, last.month)
    if first is None or not same or (reading.grain == "day" and first != last):
        return resolve(evolve(reading, vague=True))
    year = reading.year if reading.year is not None else first.year + (reading.year_offset or 0)
    day = first.day if reading.grain == "day" else None
    plain = evolve(reading, as_before=False, year_offset=None, offset=None, year=year, month=first.month, day=day)
    return resolve(plain) | {"anchor": before.value, "stated": resolve(evolve(reading, vague=True))["stated"]}


def _leaves_open(reading: Reading) -> bool:
    """Tell whether the expression leaves past or future open: a month, day or weekday and nothing that orders them."""
    told = (reading.year, reading.year_offset, reading.month_offset, reading.week_offset, reading.direction)
    ordered = told != (None,) * 5 or reading.offset is not None or reading.common_year is not None
    return not ordered and reading.grain in {"day", "month"} and not reading.vague
