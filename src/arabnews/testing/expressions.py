"""Date expressions with what they mean: the part of the grammar of news that speaks of dates.

Each shape is a function that chooses a day and words for it; all that is needed to read the words is in them and in the
day of publication. Dates in the Islamic calendar follow Umm al-Qura.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from attrs import frozen
from hijridate import Gregorian

from arabnews.article import DateMention
from arabnews.testing.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.article import Calendar, Grain
    from arabnews.testing.choice import Choice
    from arabnews.testing.sheet import Sheet

    _Shape = Callable[[Choice, dt.date, "Tense"], "DateExpression"]

Tense = Literal["past", "future"]

TENSES: Final[tuple[Tense, ...]] = ("past", "future")

_DAY: Final = dt.timedelta(days=1)
_DIGITS: Final = {
    "arabic": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    "persian": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
}


@frozen(kw_only=True)
class DateExpression:
    """A date in words, and what it means.

    Attributes:
        text: the expression, without a preposition before it.
        value: EDTF, in the Gregorian calendar.
        grain: the finest unit that is told.
        published: the day that a relative expression («أمس») is to be read from.
        rule: the shape of the expression.
        earliest, latest: the first and the last day that is meant.
        calendar: the calendar the expression is written in.
        lead: a word that may stand before it in a sentence, such as «في»; empty where none may.
    """

    text: str
    value: str
    grain: Grain
    published: dt.date
    rule: str
    earliest: dt.date
    latest: dt.date
    calendar: Calendar = "gregorian"
    lead: str = ""


def compose_day(choice: Choice) -> dt.date:
    """Return a day on which an article may have been published."""
    return dt.date(2010, 1, 1) + dt.timedelta(days=choice.below(5700))


def compose_date(choice: Choice, published: dt.date, tense: Tense = "past", *, relative: bool = True) -> DateExpression:
    """Return a date expression that lies before, or after, the day of publication.

    `relative`: expressions that only the day of publication makes plain may occur.
    """
    shapes = (*_ABSOLUTE, *_RELATIVE[tense]) if relative else _ABSOLUTE
    return choice.pick(shapes)(choice, published, tense)


def compose_setting(choice: Choice, published: dt.date) -> DateExpression:
    """Return an expression for the day on which someone spoke, as it stands beside a verb of saying."""
    return choice.pick((_weekday, _yesterday, _today, _yesterday_weekday))(choice, published, "past")


def write_date(sheet: Sheet, date: DateExpression, *, lead: bool = False) -> str:
    """Write an expression, with its leading word if wanted, note it, and return its id."""
    if lead and date.lead:
        sheet.write(f"{date.lead} ")
    return sheet.date(
        DateMention(
            span=sheet.write(date.text),
            value=date.value,
            grain=date.grain,
            earliest=date.earliest,
            latest=date.latest,
            calendar=date.calendar,
            origin=sheet.origin(date.rule),
        )
    )


def digits(choice: Choice, text: str) -> str:
    """Return the text with its digits in one of the systems that news is written in."""
    system = choice.pick(("ascii", "ascii", "ascii", "arabic", "arabic", "persian"))
    return text.translate(_DIGITS[system]) if system in _DIGITS else text


def month_name(choice: Choice, month: int) -> str:
    """Return a name of the month, in the usage of one of the regions, or in two with a slash between."""
    months = words().months
    family = choice.pick(("egypt", "levant", "dual", "tunisia", "morocco"))
    if family == "dual":
        return f"{months['levant'][month - 1]}/{months['egypt'][month - 1]}"
    return months[family][month - 1]


class _Meaning(NamedTuple):
    """What an expression means, apart from its words."""

    value: str
    grain: Grain
    earliest: dt.date
    latest: dt.date


def _day(day: dt.date) -> _Meaning:
    return _Meaning(day.isoformat(), "day", day, day)


def _days(first: dt.date, last: dt.date, grain: Grain = "day") -> _Meaning:
    return _Meaning(f"{first.isoformat()}/{last.isoformat()}", grain, first, last)


def _month_of(day: dt.date) -> _Meaning:
    first = day.replace(day=1)
    return _Meaning(f"{day:%Y-%m}", "month", first, (first + 31 * _DAY).replace(day=1) - _DAY)


def _year_of(year: int) -> _Meaning:
    return _Meaning(str(year), "year", dt.date(year, 1, 1), dt.date(year, 12, 31))


def _expression(text: str, meaning: _Meaning, published: dt.date, rule: str, lead: str = "") -> DateExpression:
    return DateExpression(
        text=text,
        value=meaning.value,
        grain=meaning.grain,
        published=published,
        rule=rule,
        earliest=meaning.earliest,
        latest=meaning.latest,
        calendar="hijri" if rule == "hijri" else "gregorian",
        lead=lead,
    )


def _some_day(choice: Choice, published: dt.date, tense: Tense) -> dt.date:
    away = dt.timedelta(days=choice.between(1, 2500))
    return published - away if tense == "past" else published + away


def _weekday_name(day: dt.date) -> str:
    return words().months["weekdays"][day.weekday()]


# shapes that tell the whole date -------------------------------------------------------------------------------------


def _full(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    day = _some_day(choice, published, tense)
    text = f"{day.day} {month_name(choice, day.month)} {day.year}"
    return _expression(digits(choice, text), _day(day), published, "day-month-year", "في")


def _weekday_full(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    day = _some_day(choice, published, tense)
    text = f"{_weekday_name(day)} {day.day} {month_name(choice, day.month)} {day.year}"
    text = f"يوم {text}" if choice.chance(40) else text
    return _expression(digits(choice, text), _day(day), published, "weekday-day-month-year")


def _numeric(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    day = _some_day(choice, published, tense)
    # day before month, with a day that cannot be a month: the order is plain
    day = day.replace(day=13 + choice.below(16))
    mark = choice.pick(("/", "-", "."))
    text = digits(choice, f"{day.day}{mark}{day.month:02}{mark}{day.year}")
    return _expression(text, _day(day), published, "numeric", "في")


def _iso(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    day = _some_day(choice, published, tense)
    return _expression(day.isoformat(), _day(day), published, "iso", "في")


def _month(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    day = _some_day(choice, published, tense)
    text = digits(choice, f"{month_name(choice, day.month)} {day.year}")
    return _expression(text, _month_of(day), published, "month-year", "في")


def _year(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    year = _some_day(choice, published, tense).year
    return _expression(digits(choice, f"عام {year}"), _year_of(year), published, "year", "في")


def _range(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    first = _some_day(choice, published, tense).replace(day=choice.between(1, 14))
    last = first + choice.between(2, 13) * _DAY
    text = digits(choice, f"{first.day} إلى {last.day} {month_name(choice, first.month)} {first.year}")
    return _expression(text, _days(first, last), published, "range", "من")


def _hijri(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    day = _some_day(choice, published, tense)
    hijri = Gregorian.fromdate(day).to_hijri()
    text = f"{hijri.day} {words().months['hijri'][hijri.month - 1]} {hijri.year}"
    text += choice.pick((" هـ", "هـ", " هجري"))
    if choice.chance(40):
        text += f" الموافق {day.day} {month_name(choice, day.month)} {day.year}{choice.pick((' م', 'م', ''))}"
    return _expression(digits(choice, text), _day(day), published, "hijri", "في")


# shapes that are read from the day of publication ---------------------------------------------------------------------


def _yesterday(_: Choice, published: dt.date, __: Tense) -> DateExpression:
    return _expression("أمس", _day(published - _DAY), published, "yesterday")


def _yesterday_weekday(_: Choice, published: dt.date, __: Tense) -> DateExpression:
    day = published - _DAY
    return _expression(f"أمس {_weekday_name(day)}", _day(day), published, "yesterday-weekday")


def _today(choice: Choice, published: dt.date, __: Tense) -> DateExpression:
    text = f"اليوم {_weekday_name(published)}" if choice.chance(60) else "اليوم"
    return _expression(text, _day(published), published, "today")


def _tomorrow(choice: Choice, published: dt.date, __: Tense) -> DateExpression:
    day = published + _DAY
    text = f"غدا {_weekday_name(day)}" if choice.chance(50) else "غدا"
    return _expression(text, _day(day), published, "tomorrow")


def _weekday(choice: Choice, published: dt.date, __: Tense) -> DateExpression:
    # neither the same weekday as that of publication nor a week away: then a reader would hesitate
    day = published - choice.between(1, 5) * _DAY
    text = _weekday_name(day)
    return _expression(f"يوم {text}" if choice.chance(40) else text, _day(day), published, "weekday")


def _weekday_away(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    days = choice.between(1, 6) * _DAY
    day = published - days if tense == "past" else published + days
    tail = "الماضي" if tense == "past" else choice.pick(("المقبل", "القادم"))
    text = _weekday_name(day)
    # «الجمعة» alone is feminine; after «يوم» the adjective agrees with the day
    text = f"يوم {text}" if choice.chance(50) or text == "الجمعة" else text
    return _expression(f"{text} {tail}", _day(day), published, "weekday-away")


def _week_away(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    monday = published - published.weekday() * _DAY + (-7 if tense == "past" else 7) * _DAY
    tail = "الماضي" if tense == "past" else choice.pick(("المقبل", "القادم"))
    week = _days(monday, monday + 6 * _DAY, "week")
    return _expression(f"الأسبوع {tail}", week, published, "week-away")


def _month_away(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    this = _month_of(published)
    month = _month_of(this.earliest - _DAY if tense == "past" else this.latest + _DAY)
    tail = "الماضي" if tense == "past" else choice.pick(("المقبل", "القادم"))
    return _expression(f"الشهر {tail}", month, published, "month-away")


def _year_away(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    year = published.year + (-1 if tense == "past" else 1)
    tail = "الماضي" if tense == "past" else choice.pick(("المقبل", "القادم"))
    return _expression(f"العام {tail}", _year_of(year), published, "year-away")


def _day_month(choice: Choice, published: dt.date, tense: Tense) -> DateExpression:
    away = choice.between(8, 150) * _DAY
    day = published - away if tense == "past" else published + away
    tail = "الماضي" if tense == "past" else "المقبل"
    text = digits(choice, f"{day.day} {month_name(choice, day.month)} {tail}")
    return _expression(text, _day(day), published, "day-month-away", "في")


_ABSOLUTE: Final[tuple[_Shape, ...]] = (_full, _weekday_full, _month, _year, _numeric, _iso, _range, _hijri)
_RELATIVE: Final[dict[str, tuple[_Shape, ...]]] = {
    "past": (_weekday_away, _yesterday, _week_away, _month_away, _year_away, _day_month),
    "future": (_weekday_away, _tomorrow, _week_away, _month_away, _year_away, _day_month),
}
