"""What stands beside an expression: words that make it a date, make it none, or turn it to the future."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews.fold import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews.fold import Tokens
    from arabnews_dates.expressions import Expression
    from arabnews_dates.vocabulary import Vocabulary

    Context = Mapping[str, frozenset[str]]

_REACH: Final = 14
"""How many words before a date may tell the tense of its clause."""
_NEXT_WORDS: Final = 3
_SENTENCE_END: Final = re.compile(r"[.؟?!؛;\n\r:]")
_LINE_BREAK: Final = re.compile(r"[\n\r]")
_FUTURE_VERB: Final = re.compile(r"[وف]?س[يتن][^\W\d_]{2,}")
_GLUED_BEFORE: Final = re.compile(rf"[\w/.\-_=&?%#@:+{MARKS}]")
_GLUED_AFTER: Final = re.compile(r"[/\-_=&%#@+]|[.:]\d")


def is_date(found: Expression, table: Tokens, vocabulary: Vocabulary) -> bool:
    """Tell whether the words beside an expression let it be a date; mark the reading vague where they take its value."""
    reading, context = found.reading, vocabulary.context
    before, after = _neighbour(table, found.first - 1), _neighbour(table, found.after, after=True)
    if found.first and _SENTENCE_END.search(table.gap(found.first - 1)[:8]):
        before = ""
    gap_after = table.text[found.end : found.end + 1]
    rule = reading.rule
    if rule in {"deictic", "same-day"}:
        return _is_deictic(found, context, before, after if gap_after in {" ", "\u00a0"} else "")
    if rule in {"weekday"}:
        return before not in context["recurrent"] and before not in context["person-head"]
    if rule in {"month", "day-month", "month-day"} and reading.year is None and reading.year_offset is None:
        return _is_month(found, table, vocabulary, before)
    if rule == "bare-year":
        return _is_year(found, table, context, before, after)
    if rule == "years":
        return 1700 <= (reading.year or 0) <= 2150
    if rule == "numeric":
        return _stands_free(found, table)
    if rule in {"ago", "after"}:
        if reading.wants_clock:
            return _alone_on_line(found, table)
        if after in context["event-anchor"] and gap_after == " ":
            reading.vague = True
            reading.issues.append("event_anchor")
    elif rule == "hijri" and reading.year is None and reading.month == 2:
        return False  # «صفر» is zero far more often than it is the month
    return True


def tense_is_future(found: Expression, table: Tokens, vocabulary: Vocabulary) -> bool:
    """Tell whether the clause of an expression speaks of the future.

    A verb with «سـ», «سوف» or a word such as «المقرر» before the expression decides, unless another clause begins between them;
    after it, such a word at once, or a verb where the expression opens the sentence.
    """
    context = vocabulary.context
    future, clause_start, nouns = context["future"], context["clause-start"], context["sin-noun"]
    forms, text = table.forms, table.text
    opening = True
    for index in range(found.first - 1, max(-1, found.first - 1 - _REACH), -1):
        if _SENTENCE_END.search(text[table.ends[index] : table.starts[index + 1]][:12]):
            break
        form = forms[index]
        if form in future or (_FUTURE_VERB.fullmatch(form) and form.lstrip("وف") not in nouns):
            return True
        if form in clause_start:
            opening = False
            break
        if found.first - index > 2:
            opening = False
    for index in range(found.after, min(found.after + _NEXT_WORDS, len(forms))):
        if _SENTENCE_END.search(table.gap(index - 1)[:12]):
            break
        form = forms[index]
        if index < found.after + 2 and form in future and form.startswith("ال"):
            return True
        if opening and _FUTURE_VERB.fullmatch(form) and form.lstrip("وف") not in nouns:
            return True
    return False


def instead_of_another(found: Expression, table: Tokens, vocabulary: Vocabulary) -> bool:
    """Tell whether the expression names what another date replaces («عوضا عن الأول من يونيو»)."""
    words = vocabulary.context["instead"]
    return any(table.forms[i] in words for i in range(max(0, found.first - 3), found.first))


def _neighbour(table: Tokens, index: int, *, after: bool = False) -> str:
    if not 0 <= index < len(table.forms):
        return ""
    gap = table.gap(index - 1) if after and index else table.gap(index)
    return "" if _LINE_BREAK.search(gap[:12]) else table.forms[index]


def _is_deictic(found: Expression, context: Context, before: str, after: str) -> bool:
    reading = found.reading
    if reading.offset != 0 or reading.weekday is not None or reading.same_day:
        return before not in context["today-head"]
    # «في اليوم» counts by the day, «اليوم العالمي» is a name
    return before not in context["today-head"] and after not in context["today-adjective"] and before != "في"


def _is_month(found: Expression, table: Tokens, vocabulary: Vocabulary, before: str) -> bool:
    reading, context = found.reading, vocabulary.context
    if before in context["place-head"]:
        return False
    if before in context["event-head"] and reading.direction is None:
        # «حراك 22 فيفري» names an event; no year follows from when it was written
        reading.vague = True
        reading.issues.append("event_name")
    if reading.rule == "month-day":
        return True
    words = [word for i in range(found.first, found.after) for word in vocabulary.words.get(table.forms[i], ())]
    weak = all(word.value.weak for word in words if word.code == "m")
    if not weak or reading.direction is not None or reading.until is not None:
        return True
    if reading.day is not None:
        # a day in digits is enough; «الخامس آب» wants its «من»
        return table.forms[found.first] < ":" or any(word.code in {"i", "s"} for word in words)
    return found.after - found.first > 1 or before in context["preposition"]


def _is_year(found: Expression, table: Tokens, context: Context, before: str, after: str) -> bool:
    year = found.reading.year or 0
    if not 1900 <= year <= 2100 or after in context["counted"] or not _stands_free(found, table):
        return False
    if table.text[found.end : found.end + 1] in {"%", "$", "€", "٪"} or year == 2000:
        return False
    return before in context["year-head"] or (before.startswith(("و", "ل", "ف")) and before[1:] in context["year-head"])


def _stands_free(found: Expression, table: Tokens) -> bool:
    """Tell whether no sign is glued to the digits that makes them part of an address, a number or a sum."""
    text = table.text
    glued = found.start and _GLUED_BEFORE.match(text[found.start - 1])
    return not glued and not _GLUED_AFTER.match(text[found.end : found.end + 2])


def _alone_on_line(found: Expression, table: Tokens) -> bool:
    before = table.text[max(0, found.start - 4) : found.start].rpartition("\n")
    after = table.text[found.end : found.end + 4].partition("\n")
    opens = not before[2].strip(" \t\r*") and (bool(before[1]) or found.start <= 4)
    return opens and not after[0].strip(" \t\r*") and (bool(after[1]) or found.end + 4 >= len(table.text))
