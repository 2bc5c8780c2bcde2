"""What stands beside an expression: words that make it a date, make it none, or turn it to the future."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.fold import Tokens
    from arabnews_dates.expressions import Expression
    from arabnews_dates.vocabulary import Vocabulary, Word

_REACH: Final = 14
"""How many words before a date may tell the tense of its clause."""
_NEXT_WORDS: Final = 3
_SENTENCE_END: Final = re.compile(r"[.؟?!؛;\n\r:]")
_LINE_BREAK: Final = re.compile(r"[\n\r]")
_FUTURE_VERB: Final = re.compile(r"[وف]?(س[يتن][^\W\d_]{2,})")
_GLUED_BEFORE: Final = re.compile(r"[A-Za-z0-9_/.\-=&?%#@:+,٫]")
_GLUED_AFTER: Final = re.compile(r"[/\-_=&%#@+$€٪]|[.:,٫]\d")
_NO_YEAR_BEFORE, _NO_YEAR_AFTER = 1900, 2100


@define(slots=False, eq=False)
class Setting:
    """An expression with the words beside it."""

    found: Expression
    table: Tokens
    vocabulary: Vocabulary
    last: Expression | None = None
    """The date accepted before it."""

    @cached_property
    def before(self) -> str:
        """The word before, folded; "" where a sentence or line ends between."""
        index = self.found.first - 1
        if index < 0 or _SENTENCE_END.search(self.table.gap(index)[:12]):
            return ""
        return self.table.forms[index]

    @cached_property
    def after(self) -> str:
        """The word after, folded; "" unless mere space is between."""
        index = self.found.after
        end = self.found.end
        if index >= len(self.table.forms) or self.table.text[end : end + 1] not in {" ", "\u00a0"}:
            return ""
        return "" if self.table.gap(index - 1).strip(" \u00a0") else self.table.forms[index]

    def follows(self, kind: str) -> bool:
        """Tell whether the word before is of a kind, as it is or behind «و», «ف», «ب», «ل», «ك»."""
        return self._is_of(self.before, kind)

    def _is_of(self, word: str, kind: str) -> bool:
        words = self.vocabulary.context[kind]
        if word in words:
            return True
        if word.startswith("لل") and "ا" + word[1:] in words:
            return True
        return word[:1] in {"و", "ف", "ب", "ل", "ك"} and word[1:] in words

    def follows_at_one_remove(self, kind: str) -> bool:
        """Tell whether the last word but one before it is of a kind."""
        return self.found.first > 1 and self._is_of(self.table.forms[self.found.first - 2], kind)

    def is_date(self) -> bool:
        """Tell whether the setting lets it be a date; mark the reading vague where the setting takes its value away."""
        judge = _JUDGES.get(self.found.reading.rule)
        return judge is None or judge(self)

    def is_future(self) -> bool:
        """Tell whether the clause speaks of the future.

        A verb with «سـ», «سوف» or a word such as «المقرر» before the expression decides, unless another clause begins
        between; after it, such a word at once, or a verb where the expression opens the sentence.
        """
        context = self.vocabulary.context
        table, first = self.table, self.found.first
        opening = True
        for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if _SENTENCE_END.search(table.gap(index)[:12]):
                break
            form = table.forms[index]
            if form in context["future"] or self._is_future_verb(form):
                return True
            opening = first - index < _NEXT_WORDS and form not in context["clause-start"] and opening
            if form in context["clause-start"]:
                break
        return self._is_future_after(opening=opening)

    def _is_future_after(self, *, opening: bool) -> bool:
        table, after = self.table, self.found.after
        for index in range(after, min(after + _NEXT_WORDS, len(table.forms))):
            if table.gap(index - 1)[:4].strip(" \u00a0،"):
                break
            form = table.forms[index]
            if index < after + 2 and form.startswith("ال") and form in self.vocabulary.context["future"]:
                return True
            if opening and self._is_future_verb(form):
                return True
        return False

    def _is_future_verb(self, form: str) -> bool:
        match = _FUTURE_VERB.fullmatch(form)
        return match is not None and match[1] not in self.vocabulary.context["sin-noun"]

    def is_replaced(self) -> bool:
        """Tell whether the expression names what another date replaces («عوضا عن الأول من يونيو»)."""
        words = self.vocabulary.context["instead"]
        return any(self.table.forms[i] in words for i in range(max(0, self.found.first - 3), self.found.first))

    def share_year(self, first: Setting) -> None:
        """Let the first of two joined dates have the year of the second: «سبتمبر وأكتوبر من عام 2019»."""
        told, reading, found = self.found.reading, first.found.reading, self.found
        joined = first.found.after == found.first and self.table.forms[found.first].startswith("و")
        alike = told.grain == reading.grain and told.calendar == reading.calendar and bool(told.month and reading.month)
        if not joined or not alike or (told.day is None) != (reading.day is None) or reading.rule == "quarter":
            return
        if (reading.year, reading.year_offset, reading.direction) == (None, None, None):
            reading.year, reading.year_offset = told.year, told.year_offset
            if reading.year and (reading.month or 0, reading.day or 0) > (told.month or 0, told.day or 0):
                reading.year -= 1

    def stands_free(self) -> bool:
        """Tell whether no sign is glued to the digits that makes them part of an address, a number or a sum."""
        text, start, end = self.table.text, self.found.start, self.found.end
        glued = start and text[start].isdigit() and _GLUED_BEFORE.match(text[start - 1])
        return not glued and not _GLUED_AFTER.match(text[end : end + 2])

    def has_definite_ordinal(self) -> bool:
        """Tell whether one of its words is an ordinal with its article («السابع»)."""
        words, forms = self.vocabulary.words, self.table.forms
        return any(
            word.code == "o" and forms[i].lstrip("وفبك").startswith(("ال", "لل"))
            for i in range(self.found.first, self.found.after)
            for word in words.get(forms[i], ())
        )

    def alone_on_line(self) -> bool:
        """Tell whether nothing else stands on the expression's line, as with a page's stamp."""
        text, start, end = self.table.text, self.found.start, self.found.end
        before, after = text[max(0, start - 6) : start], text[end : end + 6]
        opens = "\n" in before or start <= len(before)
        closes = "\n" in after or end + len(after) >= len(text)
        left, right = before.rpartition("\n")[2], after.partition("\n")[0]
        return opens and closes and not left.strip(" \t\r\u00a0*") and not right.strip(" \t\r\u00a0*")


def _judge_deictic(setting: Setting) -> bool:
    reading = setting.found.reading
    if setting.follows("today-head"):
        return False
    if reading.offset != 0 or reading.weekday is not None or reading.same_day:
        return True
    # «في اليوم» counts by the day, «اليوم العالمي» is a name
    return setting.before != "في" and setting.after not in setting.vocabulary.context["today-adjective"]


def _judge_weekday(setting: Setting) -> bool:
    reading = setting.found.reading
    if setting.follows("recurrent") or setting.follows("person-head"):
        return False
    bare = setting.found.after - setting.found.first == 1 and reading.direction is None
    # «أن الاثنين ناقشا» are two people
    return not (bare and reading.weekday == 1 and setting.before in setting.vocabulary.context["pair-head"])


def _judge_month(setting: Setting) -> bool:
    reading, found = setting.found.reading, setting.found
    if reading.year is not None or reading.year_offset is not None:
        return True
    if setting.follows("name-head") or setting.after in setting.vocabulary.context["name-tail"]:
        return False
    if setting.follows("event-head") and reading.direction is None:
        # «حراك 22 فيفري» names an event; no year follows from when it was written
        reading.vague = True
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
    reading, found = setting.found.reading, setting.found
    if setting.table.text[found.start : found.end].endswith("إب"):
        return False  # the town of Ibb
    if reading.day is not None:
        # a day in digits is enough, and so is «غرة»; «الخامس آب» wants its «من»
        return not setting.has_definite_ordinal() or any(word.code in {"i", "s"} for word in parts)
    return found.after - found.first > 1 or setting.before in setting.vocabulary.context["preposition"]


def _judge_hijri(setting: Setting) -> bool:
    # «صفر» is zero far more often than it is the month
    reading = setting.found.reading
    return reading.year is not None or reading.month != 2 or setting.has_definite_ordinal()


def _judge_year(setting: Setting) -> bool:
    year = setting.found.reading.year or 0
    context, found, last = setting.vocabulary.context, setting.found, setting.last
    counted = setting.after in context["counted"] or not setting.stands_free()
    if counted or not _NO_YEAR_BEFORE <= year <= _NO_YEAR_AFTER:
        return False
    if last is not None and last.after == found.first and last.reading.grain == "year" and last.reading.month is None:
        return True  # «أعوام 1996 و2000 و2004»
    if year == 2000 and setting.after:
        return False  # the roundest of numbers counts things more often
    if setting.follows("year-head"):
        return True
    text = setting.table.text
    if text[max(0, found.start - 1) : found.start] == "(" and text[found.end : found.end + 1] == ")":
        return setting.before not in context["numbered"]
    # «كأس العالم 2010», «أولمبياد لندن 2012»
    return bool(setting.before) and setting.follows_at_one_remove("event-name")


def _judge_years(setting: Setting) -> bool:
    counted = setting.after in setting.vocabulary.context["counted"]
    return 1700 <= (setting.found.reading.year or 0) <= 2150 and not counted and setting.stands_free()


def _judge_interval(setting: Setting) -> bool:
    reading = setting.found.reading
    if reading.wants_clock:
        return setting.alone_on_line()
    if reading.vague and setting.after.startswith("ال"):
        return False  # «منذ أيام الدراسة»
    if setting.after in setting.vocabulary.context["event-anchor"]:
        reading.vague = True
        reading.issues.append("event_anchor")
    return True


_JUDGES: Final[dict[str, Callable[[Setting], bool]]] = {
    "deictic": _judge_deictic,
    "same-day": _judge_deictic,
    "weekday": _judge_weekday,
    "month": _judge_month,
    "day-month": _judge_month,
    "hijri": _judge_hijri,
    "bare-year": _judge_year,
    "years": _judge_years,
    "numeric": Setting.stands_free,
    "clock": Setting.alone_on_line,
    "ago": _judge_interval,
    "after": _judge_interval,
}
"""How the setting is judged, by the rule that found the expression; what is not here stands by itself."""
