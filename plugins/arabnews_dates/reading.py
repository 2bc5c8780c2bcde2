"""What a date expression states, before any anchor is asked: the grammar makes it, `resolve` gives it a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import define, field

if TYPE_CHECKING:
    from arabnews.article import Calendar, Grain

Part = Literal["start", "middle", "end"]


class Clock(NamedTuple):
    """A clock time as written, by twenty-four hours. `hour` is None where the writing is damaged or impossible."""

    hour: int | None
    minute: int | None = None
    second: int | None = None
    issue: str | None = None


@define(eq=False)
class Reading:
    """The fields of one expression as stated; None for what it does not say.

    Attributes:
        rule: the name of the grammar rule, for the origin.
        grain: the finest unit that is told.
        direction: -1 for «الماضي», 1 for «المقبل», 0 for «الجاري».
        common_year: the Gregorian year of a date of the Islamic calendar: «عيد الفطر 2023».
        year_offset: years from the anchor's: -1 in «أكتوبر من العام الماضي».
        month_offset: months from the anchor's: -1 in «السابع من الشهر الماضي».
        week_offset: weeks from the anchor's: -1 in «الأحد من الأسبوع الماضي».
        offset: units of `grain` from the anchor: -1 in «أمس», «الأسبوع الماضي».
        part: the part of the period that is meant («أواخر»).
        open_end: 1 where the expression says that it goes on («2011 فصاعدا»), -1 where it has no beginning.
        until: the end of a range of which this is the beginning.
        equal: the Gregorian date that a Hijri one is said to equal, or the other way round.
        other_month: the second month of a dual name that disagrees with the first.
        swapped: day and month may change places (3/4/2023).
        vague: no value can follow («الأشهر الماضية», «بعد يومين من الغارات»).
        about: it is told to be near only («قبل نحو عشرة أيام»).
        as_before: the date before it is the anchor: «العام نفسه», «اليوم التالي», «20 أكتوبر من العام ذاته».
        said: days from the anchor, told beside the full date: 0 in «اليوم الأربعاء 25 يناير 2017»; years from the
            anchor's beside a year: 0 in «العام الحالي 2012».
        worded: the day is told by an ordinal word, which may count weekdays too: «السبت الأول من مايو».
        nth: which weekday or day of the month is meant: 2 in «ثاني أحد من مايو», -1 in «آخر يوم من مايو».
        slice: which of how many parts of the period: (1, 2) in «النصف الأول من مايو».
    """

    rule: str
    grain: Grain = "day"
    calendar: Calendar = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: Clock | None = None
    zone: str | None = None
    direction: int | None = None
    common_year: int | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    week_offset: int | None = None
    offset: int | None = None
    part: Part | None = None
    open_end: int | None = None
    until: Reading | None = None
    equal: Reading | None = None
    other_month: int | None = None
    swapped: bool = False
    as_before: bool = False
    said: int | None = None
    worded: bool = False
    nth: int | None = None
    slice: tuple[int, int] | None = None
    vague: bool = False
    about: bool = False
    issues: list[str] = field(factory=list)

    @property
    def looks_back(self) -> bool:
        """Tell whether it is compared with only («من العام السابق»): what comes next does not count from it."""
        return self.rule == "as-before" and (self.offset or 0) < 0

    @property
    def wants_clock(self) -> bool:
        """Tell whether only an anchor with a clock time gives a value: «منذ 18 ساعة»."""
        return self.grain in {"hour", "minute"} and not self.vague
