"""Whether the words beside a date turn it to the future, or keep it in the past."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_dates.setting import Setting

_NEXT_WORDS: Final = 3
_PLANNED_WORDS: Final = 5
"""How many words before a verb «كان» may stand where «أن» is before it: «كان من المقرر أن يعقد»."""
_FUTURE_VERB: Final = re.compile(r"[وف]?(س[يتن][^\W\d_]{2,})")
_FIRST_PERSON: Final = re.compile(r"[وف]?سأ")
_FUTURE_LETTERS: Final = frozenset("سوف")
_PAST_VERB: Final = re.compile(r"[وف]\w{2,}[^\Wا]ت")
_PRESENT_VERB: Final = re.compile(r"[وف]?ي(?!و[من]|نا|ول)\w{3,}")
_REACH: Final = 10
_UP_TO: Final = frozenset(("الي", "حتي", "لغايه", "غايه"))
_DELIVERED: Final = frozenset(("تسليم", "لتسليم"))
_PLANNED: Final = frozenset(("المقرر", "المقرره", "مقررا", "مقرره", "المتوقع", "المفترض", "المفروض", "المزمع"))
_WAS: Final = frozenset(("كان", "كانت", "وكان", "وكانت"))
_AFTERWARDS: Final = frozenset(("بعد", "بعدما", "عقب", "اثر", "غداه", "خلال"))
_WHICH: Final = frozenset(("الذي", "التي"))
_MEASURED: Final = ("الي", "ها", "ته", "هم", "ده", "ره", "نه")
"""How words end that a height or number is told of: «إلى», «قيمتها», «نسبته», «عددهم», «سعره»."""


def is_future(setting: Setting) -> bool:
    """Tell whether the clause speaks of the future.

    A verb with «سـ», «سوف» or a word such as «المقرر» before the expression decides, unless another clause begins
    between; after it, such a word at once, or a verb where the expression opens the sentence.
    """
    if setting.before in setting.vocabulary.context["since"]:
        return False
    return _is_due(setting) or _is_announced_before(setting)


def _is_due(setting: Setting) -> bool:
    """Tell whether something is put off to it, or to be done by its end: «تأجيل المباراة إلى الأحد»."""
    if setting.before == "قبل":
        return setting.found.reading.part == "end"
    if setting.before in _DELIVERED:
        return True  # «العقود الآجلة للنفط تسليم سبتمبر»
    words = setting.table.forms[setting.begin : setting.found.first] if setting.before in _UP_TO else ()
    return not setting.vocabulary.context["deferral"].isdisjoint(words)


def _is_announced_before(setting: Setting) -> bool:
    context, forms, first = setting.vocabulary.context, setting.table.forms, setting.found.first
    future, clause_start, schedule = context["future"], context["clause-start"], context["schedule"]
    opening = True
    for index in range(first - 1, setting.begin - 1, -1):
        form = forms[index]
        if form[:1] in _FUTURE_LETTERS and _is_future_verb(setting, index):
            return True
        if form in future:
            return _is_still_planned(setting, index)
        if form in schedule and _is_scheduled(setting, index):
            return True
        opening = opening and first - index < _NEXT_WORDS and form not in clause_start
        if form in clause_start:
            if form == "ان" and index > setting.begin and forms[index - 1] in future:
                return _is_still_planned(setting, index - 1)  # «من المتوقع أن يصدر الحكم الخميس»
            break
        if _PAST_VERB.fullmatch(form):
            return False  # «وانطلقت مساء الجمعة», though its sentence began with what is to come
    return _is_announced_after(setting, opening=opening)


def _is_announced_after(setting: Setting, *, opening: bool) -> bool:
    table, after = setting.table, setting.found.after
    if setting.after in _WHICH and after + 1 < len(table.forms) and _is_future_verb(setting, after + 1):
        return True  # «شهر أبريل الذي سيشهد»
    for index in range(after, min(after + _NEXT_WORDS, len(table.forms))):
        if table.gap(index - 1)[:4].strip(" ،,"):
            break
        form = table.forms[index]
        announced = form.startswith("ال") or form == "موعدا"
        if index < after + 2 and announced and form in setting.vocabulary.context["future"]:
            return True
        if opening and form[:1] in _FUTURE_LETTERS and _is_future_verb(setting, index):
            return True
    return False


def _is_future_verb(setting: Setting, index: int) -> bool:
    form = setting.table.forms[index]
    if _FIRST_PERSON.match(setting.table.text, setting.table.starts[index]):
        return True
    match = _FUTURE_VERB.fullmatch(form)
    return match is not None and match[1] not in setting.vocabulary.context["sin-noun"]


def _is_still_planned(setting: Setting, index: int) -> bool:
    """Tell «من المقرر» from «كان من المقرر», which tells what did not come."""
    forms = setting.table.forms
    return forms[index] not in _PLANNED or _WAS.isdisjoint(forms[max(setting.begin, index - _NEXT_WORDS) : index])


def _is_scheduled(setting: Setting, index: int) -> bool:
    """Tell whether a verb of the present speaks of what is to come: «تنطلق الدورة السبت», not «كانت تنطلق»."""
    words, forms = setting.vocabulary.context["not-schedule"], setting.table.forms
    if forms[index].endswith("صل") and forms[index + 1].endswith(_MEASURED):
        return False  # «تصل إلى عشرة ملايين», «يصل عددهم»
    reach = _PLANNED_WORDS if forms[index - 1] == "ان" else _NEXT_WORDS
    return not any(forms[i] in words for i in range(max(setting.begin, index - reach), index))


def is_near(setting: Setting) -> bool:
    """Tell whether it is said to fall near the day of writing: «اليوم العالمي الذي يصادف 14 أغسطس»."""
    words, forms, first = setting.vocabulary.context["coincides"], setting.table.forms, setting.found.first
    return any(forms[index] in words for index in range(max(0, first - 2), first))


def is_present(setting: Setting) -> bool:
    """Tell whether a verb of the present is the last before it: «عندما يقابل الصناعة السبت»."""
    forms, first = setting.table.forms, setting.found.first
    for index in range(first - 1, max(setting.begin, first - _REACH) - 1, -1):
        form = forms[index]
        if _PAST_VERB.fullmatch(form) or form in setting.vocabulary.context["not-schedule"]:
            return False
        if _PRESENT_VERB.fullmatch(form):
            return True
    return False


def is_led_by_present(setting: Setting) -> bool:
    """Tell whether the verb of the present that opens its sentence is the last before it: «يكشف الرئيس السبت خطة»."""
    forms, begin, first = setting.table.forms, setting.begin, setting.found.first
    if not 0 < first - begin <= _REACH or not _PRESENT_VERB.fullmatch(forms[begin]):
        return False
    context = setting.vocabulary.context
    stops = context["clause-start"] | context["not-schedule"] | context["since"] | _AFTERWARDS
    return not any(form in stops or _PAST_VERB.fullmatch(form) or form.endswith("وا") for form in forms[begin:first])


def is_past(setting: Setting) -> bool:
    """Tell whether a word near by keeps it in the past: «منذ», «كان», «لم»; or it is a day that names an event."""
    context, forms, first = setting.vocabulary.context, setting.table.forms, setting.found.first
    if setting.is_told_day("past-day") or setting.before in context["since"]:
        return True
    return any(forms[index] in context["not-schedule"] for index in range(max(0, first - 6), first))
