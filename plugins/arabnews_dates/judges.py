"""Whether an expression is a date where it stands: the words beside it make it one, or make it none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_dates.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews_dates.vocabulary import Word

_NO_YEAR_BEFORE, _NO_YEAR_AFTER = 1900, 2100
_VERSE: Final = re.compile(r" ?: ?\d{1,3}(?![\d:/])")
_YEAR_IN_ROW: Final = re.compile(r"و(?:19|20)\d\d(?:م)?")
_PAUSES: Final = frozenset('.،,؛)»”"\n\r')
_HEADING: Final = re.compile(r":|\s?[-–—ـ]\s{1,3}(?!\d)")
"""Between a year at the beginning of a line and what happened in it."""
_NEAR_DAY: Final = 200
_NEAR_SUMS: Final = 8
_LONGEST_NUMBERED: Final = 6
_LONGEST_ROW: Final = 8
_EXACTLY: Final = frozenset(("فقط", "واحد", "واحده", "كامل"))
"""Words between «قبل أسبوع» and the «من» of an event."""
_NO_EVENT: Final = frozenset(("الزمن", "الزمان", "الان", "اليوم"))
_BEFORE_CHRIST: Final = {("قبل", "الميلاد"), ("ق", "م")}


def is_date(setting: Setting) -> bool:
    """Tell whether the setting lets it be a date; mark the reading vague where the setting takes its value away."""
    judge = _JUDGES.get(setting.found.reading.rule)
    return judge is None or judge(setting)


def _judge_deictic(setting: Setting) -> bool:
    reading = setting.found.reading
    if reading.weekday is not None or reading.until is not None or reading.clock is not None:
        return True
    if setting.after == "القريب" or setting.after in setting.vocabulary.context["need"]:
        return False  # «بالأمس القريب» is not long ago, «في أمس الحاجة» is dire need
    if setting.table.forms[setting.found.after - 1].lstrip("وفبكل") == "غد":
        return _judge_tomorrow(setting)
    if setting.follows("today-head"):
        return False
    return _judge_today(setting) if reading.offset == 0 else not _is_future_at_large(setting)


def _judge_today(setting: Setting) -> bool:
    """«في اليوم» counts by the day, so do «لليوم العشرين» and «لليوم 181», and «اليوم العالمي» is a name."""
    if setting.is_yearly() or setting.follows("nowadays") or setting.is_at_large():
        return False  # «هذا اليوم من كل عام», «أصبح اليوم علما قائما»
    if any(word.code in "oO" for word in setting.vocabulary.words.get(setting.after, ())):
        return False
    forms, after = setting.table.forms, setting.found.after
    number = "".join(forms[after : after + 2]) if setting.after == "ال" else setting.after
    if number.removeprefix("ال")[:1].isdigit() and (number.startswith("ال") or forms[after - 1] == "لليوم"):
        return False  # «لليوم 181 على التوالي», «اليوم الـ15»
    if forms[after : after + 2] == ("قبل", "الاخير"):
        return False  # the last day but one of something
    return setting.before != "في" and setting.after not in setting.vocabulary.context["today-adjective"]


def _is_future_at_large(setting: Setting) -> bool:
    """Tell whether it is the future: «الغد المشرق»."""
    return setting.table.forms[setting.found.first].endswith("لغد") and setting.after.startswith("ال")


def _judge_tomorrow(setting: Setting) -> bool:
    """«غد» without its article is a future («غد أفضل») but for «صباح غد», «حتى غد»."""
    if setting.count > 1:
        return True
    return setting.follows("day-part") or (setting.before in {"حتي", "الي", "من", "بعد"} and not setting.after)


def _judge_weekday(setting: Setting) -> bool:
    reading = setting.found.reading
    if setting.follows("recurrent") or setting.follows("person-head"):
        return False
    forms, after = setting.table.forms, setting.found.after
    if _VERSE.match(setting.table.text, setting.found.end):
        return False  # «(الجمعة:4)» is a verse
    if forms[after + 1 : after + 3] == ("علي", "التوالي"):
        return False  # «للجمعة الثالثة على التوالي» counts Fridays
    bare = setting.count == 1 and reading.direction is None
    # «أن الاثنين ناقشا», «الاثنين معا» are two people
    context = setting.vocabulary.context
    pair = setting.before in context["pair-head"] or setting.after in context["both"]
    # «الأحد الصمد» is God, «الجمعة السوداء» a sale
    return not (bare and ((reading.weekday == 1 and pair) or setting.after in context["name-tail"]))


def _judge_month(setting: Setting) -> bool:
    reading, found = setting.found.reading, setting.found
    if reading.year is not None or reading.year_offset is not None:
        return True
    if setting.follows("name-head") or setting.after in setting.vocabulary.context["name-tail"]:
        return False
    joined = setting.last is not None and setting.last.after == found.first
    event = joined and setting.last is not None and "event_name" in setting.last.reading.issues
    named = event or setting.follows("event-head") or setting.is_told_day("event-day")
    if (named or (reading.day is not None and setting.follows("event-on"))) and reading.direction is None:
        # «حراك 22 فيفري» names an event: no year follows from when it was written, unless that was soon after
        reading.issues.append("event_name")
    if reading.day is not None and not setting.stands_free():
        return False  # the 5 of «7.5 مايو» is no day
    words = setting.vocabulary.words
    parts = [word for i in range(found.first, found.after) for word in words.get(setting.table.forms[i], ())]
    weak = all(word.value.weak for word in parts if word.code == "m")
    if not weak or reading.direction is not None or reading.until is not None:
        return True
    return _judge_weak_month(setting, parts)


def _judge_weak_month(setting: Setting, parts: list[Word]) -> bool:
    reading, found, last = setting.found.reading, setting.found, setting.last
    if last is not None and last.after == found.first and last.reading.grain == "month":
        return True  # «شهري ماي وجوان»
    if setting.table.text[found.start : found.end].endswith("إب"):
        return False  # the town of Ibb
    if reading.day is not None:
        # a day in digits is enough, and so is «غرة»; «الخامس آب» wants its «من»
        return not setting.has_definite_ordinal() or any(word.code in {"i", "s"} for word in parts)
    return found.after - found.first > 1 or setting.before in setting.vocabulary.context["preposition"]


def _judge_weak_hijri(setting: Setting) -> bool:
    # «صفر» is zero, «محرم» is forbidden, and «إلى رجب» leads to a man
    reading = setting.found.reading
    return (reading.month or 0) not in {1, 2} and setting.follows("hijri-head")


def _judge_hijri(setting: Setting) -> bool:
    # «صفر» is zero far more often than it is the month
    reading = setting.found.reading
    return reading.year is not None or reading.month != 2 or setting.has_definite_ordinal()


def _judge_old(setting: Setting) -> bool:
    """«القرن الثالث قبل الميلاد» is on no calendar of ours: found, without a value."""
    forms, after = setting.table.forms, setting.found.after
    if forms[after : after + 2] in _BEFORE_CHRIST:
        setting.found.reading.vague = True
    return True


def _judge_of_it(setting: Setting) -> bool:
    """«24 منه» is a day where a date with its month was told before it."""
    last = setting.last
    return last is not None and (last.reading.month is not None or last.reading.rule == "day-of-it")


def _judge_day_alone(setting: Setting) -> bool:
    """«يوم 27» is a day of the month of an earlier day told close before it."""
    last, reading = setting.last, setting.found.reading
    if last is None or not last.reading.month or last.reading.calendar != "gregorian":
        return False
    near = setting.found.start - last.end <= _NEAR_DAY
    return near and setting.stands_free() and (last.reading.day or 31) < (reading.day or 0) <= 31


def _judge_year(setting: Setting) -> bool:
    year = setting.found.reading.year or 0
    context, found, last = setting.vocabulary.context, setting.found, setting.last
    counted = setting.after in context["counted"] or not setting.stands_free()
    if counted or not _NO_YEAR_BEFORE <= year <= _NO_YEAR_AFTER:
        return False
    if last is not None and last.after == found.first and last.reading.grain == "year" and last.reading.month is None:
        return True  # «أعوام 1996 و2000 و2004»
    if _in_a_row(setting) or setting.found.reading.open_end is not None:
        return True
    if year == 2000 and setting.after:
        return False  # the roundest of numbers counts things more often
    return setting.follows("year-head") or _stands_as_year(setting)


def _stands_as_year(setting: Setting) -> bool:
    context, found, text = setting.vocabulary.context, setting.found, setting.table.text
    if text[max(0, found.start - 1) : found.start] == "(" and text[found.end : found.end + 1] == ")":
        following = setting.table.forms[found.after : found.after + 1]
        return setting.before not in context["numbered"] and context["counted"].isdisjoint(following)
    if setting.before == "ت" and text[max(0, setting.found.start - 3) : setting.found.start] in {"(ت ", "(ت."}:
        return True  # «(ت 1981)» tells when someone died
    return setting.follows_name_of("event-name") or _heads_a_line(setting) or _stands_apart(setting)


def _heads_a_line(setting: Setting) -> bool:
    """«1960: فاز الفريق بالكأس», «1960 - فاز الفريق» in a list of years."""
    text, start, end = setting.table.text, setting.found.start, setting.found.end
    return (start == 0 or text[start - 1] in "\n\r") and _HEADING.match(text, end) is not None


def _stands_apart(setting: Setting) -> bool:
    """Tell whether nothing that it could count follows, and nothing that numbers something goes before."""
    context = setting.vocabulary.context
    year = setting.found.reading.year or 0
    text, end = setting.table.text, setting.found.end
    if not setting.before or year % 100 == 0 or (end < len(text) and text[end] not in _PAUSES):
        return False
    return context["numbered"].isdisjoint(
        setting.table.forms[max(0, setting.found.first - _LONGEST_NUMBERED) : setting.found.first]
    )


def _judge_years(setting: Setting) -> bool:
    if setting.found.reading.calendar == "hijri":
        return True
    counted = setting.after in setting.vocabulary.context["counted"]
    return 1700 <= (setting.found.reading.year or 0) <= 2150 and not counted and setting.stands_free()


def _judge_short_year(setting: Setting) -> bool:
    """«عام 92» is a year where nothing is counted by it."""
    vocabulary = setting.vocabulary
    counted = setting.after in vocabulary.context["counted"] or setting.after in vocabulary.counted
    return not counted and setting.stands_free()


def _in_a_row(setting: Setting) -> bool:
    """Tell whether another year follows at once: «1969 و1978 و1986»."""
    table, at, found = setting.table, setting.found.after, setting.found
    for _ in range(_LONGEST_ROW):
        if at >= len(table.forms) or table.gap(at - 1) not in {" ", "، "}:
            break
        form = table.forms[at]
        if not _YEAR_IN_ROW.fullmatch(form):
            return at > found.after and form not in setting.vocabulary.context["counted"]
        at += 1
    return at > found.after


def _judge_quarter(setting: Setting) -> bool:
    """«الربع الثاني» is one of a year among sums and shares; elsewhere it is one of a match, a town or a herd."""
    forms, words = setting.table.forms, setting.vocabulary.context["economy"]
    first, after = setting.found.first, setting.found.after
    near = forms[max(0, first - _NEAR_SUMS) : after + _NEAR_SUMS]
    return setting.after != "من" and any(form in words or form.removeprefix("و") in words for form in near)


def _judge_as_before(setting: Setting) -> bool:
    """«اليوم السابق للمباراة» counts from an event."""
    reading = setting.found.reading
    if reading.looks_back and len(setting.after) > 2 and setting.after.startswith("ل"):
        reading.vague = True
        reading.issues.append("event_anchor")
    return True


def _judge_decade(setting: Setting) -> bool:
    """«خلال العقد الماضي» is a time; «العقد الحالي» elsewhere is a contract as often."""
    return setting.follows("time-head")


def _judge_interval(setting: Setting) -> bool:
    reading = setting.found.reading
    if reading.wants_clock:
        return setting.alone_on_line()
    if reading.vague and setting.after.startswith("ال"):
        return False  # «منذ أيام الدراسة»
    anchors, following = setting.vocabulary.context["event-anchor"], setting.table.forms[setting.found.after + 1 :][:1]
    if following and following[0] in _NO_EVENT:
        return True  # «قبل عقدين من الزمن»
    if setting.after in anchors or (setting.after in _EXACTLY and anchors.issuperset(following) and following):
        reading.vague = True
        reading.issues.append("event_anchor")
    return True


def _judge_bare_part(setting: Setting) -> bool:
    """«عطلة نهاية الأسبوع» is any week's."""
    return not setting.follows("holiday")


_JUDGES: Final[dict[str, Callable[[Setting], bool]]] = {
    "deictic": _judge_deictic,
    "weekday": _judge_weekday,
    "month": _judge_month,
    "day-month": _judge_month,
    "hijri": _judge_hijri,
    "weak-hijri": _judge_weak_hijri,
    "day-of-month": Setting.stands_free,
    "day-of-it": _judge_of_it,
    "day-alone": _judge_day_alone,
    "year": _judge_old,
    "century": _judge_old,
    "century-part": _judge_old,
    "decade": _judge_old,
    "bare-year": _judge_year,
    "years": _judge_years,
    "short-year": _judge_short_year,
    "near-decade": _judge_decade,
    "as-before": _judge_as_before,
    "bare-quarter": _judge_quarter,
    "numeric": Setting.stands_free,
    "clock": Setting.alone_on_line,
    "bare-part": _judge_bare_part,
    "ago": _judge_interval,
    "after": _judge_interval,
}
"""How the setting is judged, by the rule that found the expression; what is not here stands by itself."""
