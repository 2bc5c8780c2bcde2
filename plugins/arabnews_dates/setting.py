"""What stands beside an expression, and whether it makes it a yearly day, a name, or no day at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import define, evolve

if TYPE_CHECKING:
    from arabnews.fold import Tokens
    from arabnews_dates.placing import Expression
    from arabnews_dates.reading import Reading
    from arabnews_dates.vocabulary import Vocabulary

_REACH: Final = 14
"""How many words before a date may tell the tense of its clause."""
_NEXT_WORDS: Final = 3
_LONGEST_HEADLINE: Final = 90
_LONGEST_NAME: Final = 6
_DIGITS: Final = "0123456789"
_LONGEST_CUSTOM: Final = 8
"""How many words before a date may tell that it comes every year."""
_SENTENCE_MARKS: Final = ".؟?!؛;\n\r:"
_SENTENCE_END: Final = re.compile(f"[{_SENTENCE_MARKS}]")
_GLUED_BEFORE: Final = re.compile(r"[A-Za-z0-9_/.\-=&?%#@:+,٫]")
_GLUED_AFTER: Final = re.compile(r"[/_=&%#@+$€٪]|-[A-Za-z0-9]|[.:,٫]\d")
_PRESENT: Final = frozenset("ينت")
_WHAT: Final = frozenset(("ما", "وما", "بما", "لما", "مما", "عما"))
_OF_IT: Final = frozenset(("عليه", "عليها", "فيه", "فيها"))
_WE: Final = frozenset(("هو", "هي", "نحن", "انا", "هم", "ماهي", "ماهو", "نعيش", "يعيش", "تعيش", "اعيش"))
_GOING_ON: Final = frozenset(("الي", "حتي", "وحتي", "والي", "فصاعدا"))
_AT_A_TIME: Final = frozenset(("لاحق", "سابق", "متاخر", "مبكر"))
_MORE_THAN_EVER: Final = ("اكثر", "من", "اي", "وقت")
_YEARS: Final = frozenset(("عام", "سنه"))
_OPENING: Final = frozenset("\"«“”„‘’'")
_CLOSING: Final = frozenset("\"»”“‘’'")
_DATELINE: Final = re.compile(r" ?[–—\-:/|]")
_LONGEST_OUTLET: Final = 2


@define(eq=False)
class Setting:
    """An expression with the words beside it."""

    found: Expression
    table: Tokens
    vocabulary: Vocabulary
    last: Expression | None = None
    """The date accepted before it."""
    _before: str | None = None
    _after: str | None = None
    _begin: int | None = None

    @property
    def before(self) -> str:
        """The word before, folded; "" where a sentence or line ends between."""
        if self._before is None:
            index = self.found.first - 1
            glued = self.table.forms[index + 1].rstrip(_DIGITS)
            if glued != self.table.forms[index + 1] and glued.isalpha() and glued != "ال":
                self._before = glued  # «في2009», written as one
                return self._before
            self._before = "" if index < 0 or self._ends_sentence(index) else self.table.forms[index]
        return self._before

    def _ends_sentence(self, index: int) -> bool:
        """Tell whether a sentence or line ends after a word."""
        text, end, start = self.table.text, self.table.ends[index], self.table.starts[index + 1]
        if start - end == 1 and text[end] == " ":
            return False
        return _SENTENCE_END.search(text, end, min(start, end + 12)) is not None

    @property
    def begin(self) -> int:
        """The index of the first word of its sentence, or of the last words that may tell its tense."""
        if self._begin is None:
            table, first = self.table, self.found.first
            lowest = max(0, first - _REACH)
            low, high = table.starts[lowest], table.starts[first]
            stop = max([table.text.rfind(mark, low, high) for mark in _SENTENCE_MARKS])
            self._begin = lowest if stop < 0 else bisect_right(table.starts, stop)
        return self._begin

    @property
    def after(self) -> str:
        """The word after, folded; "" unless mere space is between."""
        if self._after is None:
            self._after = self._word_after()
        return self._after

    def _word_after(self) -> str:
        index = self.found.after
        end = self.found.end
        if index >= len(self.table.forms) or self.table.text[end : end + 1] != " ":
            return ""
        return "" if self.table.gap(index - 1).strip(" ") else self.table.forms[index]

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

    def follows_name_of(self, kind: str) -> bool:
        """Tell whether a name of a kind goes before it: «كأس العالم قطر 2022», «أولمبياد ريو دي جانيرو 2016»."""
        table, first = self.table, self.found.first
        for index in range(first - 1, max(-1, first - 1 - _LONGEST_NAME), -1):
            if table.gap(index) != " ":
                return False
            if self._is_of(table.forms[index], kind):
                return True
        return False

    def is_in_headline(self) -> bool:
        """Tell whether it stands in the first line of the text, and that is a short one."""
        text, end = self.table.text, self.found.end
        stop = text.find("\n", end, end + _LONGEST_HEADLINE)
        return 0 < stop < _LONGEST_HEADLINE and "\n" not in text[:end].strip()

    def is_start(self) -> bool:
        """Tell whether something is said to begin then: «اعتبارا من 1 سبتمبر»."""
        forms, first = self.table.forms, self.found.first
        return first > 1 and self.before == "من" and forms[first - 2] in self.vocabulary.context["starting"]

    def is_yearly(self) -> bool:
        """Tell whether it comes again every year: «يحتفل به سنويا في 4 أبريل», «11 سبتمبر من كل عام»."""
        words, forms = self.vocabulary.context["yearly"], self.table.forms
        first, after = self.found.first, self.found.after
        if self.found.reading.said is not None:
            return False  # «اليوم الخميس 14 مارس»
        low = max(self.begin, first - _LONGEST_CUSTOM)
        if self.last is not None and low < self.last.after + _NEXT_WORDS < first:
            low = self.last.after + _NEXT_WORDS  # «21 مارس من كل عام» tells nothing of the date behind it
        before = forms[low:first]
        if "كل" in before or not words.isdisjoint(before):
            for index in range(low, first):
                if forms[index] in words or (forms[index] == "كل" and forms[index + 1] in _YEARS):
                    return True
        if "كل" in forms[after : after + 2]:
            for index in range(after, min(after + 2, len(forms) - 1)):
                if self._ends_sentence(index - 1):
                    break
                if forms[index] == "كل" and forms[index + 1] in _YEARS:
                    return True
        return False

    def is_told_day(self, kind: str) -> bool:
        """Tell whether its words are a day of a kind in the lexicon: «14 جانفي»."""
        forms = self.table.forms[self.found.first : self.found.after]
        return " ".join(forms) in self.vocabulary.context[kind]

    def is_bare_today(self) -> bool:
        """Tell whether it is «اليوم» and nothing else."""
        reading = self.found.reading
        return reading.rule == "deictic" and reading.offset == 0 and reading.weekday is None and self.count == 1

    @property
    def count(self) -> int:
        """The number of its words."""
        return self.found.after - self.found.first

    def is_at_large(self) -> bool:
        """Tell whether it speaks of its time: «ما تحتاجه القارة اليوم», «ما نحن عليه اليوم», «ليس وليد اليوم».

        So does «واليوم» that opens a sentence.
        """
        forms, first, after = self.table.forms, self.found.first, self.found.after
        before = forms[max(0, first - 4) : first]
        if forms[first] == "واليوم" and first == self.begin and self.count == 1:
            return True
        if self.before in _OF_IT and not _WE.isdisjoint(before[:-1]):
            return True
        if self.before == "من":
            return not (self.is_start() or self.after in _GOING_ON or not _AT_A_TIME.isdisjoint(before))
        if forms[after : after + 4] == _MORE_THAN_EVER or (self.before == "بعد" and self.count == 1):
            return True
        return any(word in _WHAT and following[:1] in _PRESENT for word, following in pairwise(before))

    def is_outlet(self) -> bool:
        """Tell whether «اليوم» ends a name: one in quotation marks («"الفجر اليوم"»), or one that opens a dateline."""
        if not self.is_bare_today() or self.found.first == 0:
            return False
        text, end = self.table.text, self.found.end
        if text[end : end + 1] in _CLOSING:
            return self._opens_a_name()
        if text[end : end + 1] == ")":
            return self._fills_brackets()
        if self.after == "يوم" and "".join(self.table.forms[self.found.after + 1 : self.found.after + 2]).isdigit():
            return True  # «نشر في بيان اليوم يوم 01 - 08 - 2012»
        return self._opens_a_dateline()

    def _opens_a_name(self) -> bool:
        """Tell whether the quotation mark that closes after it opens at it, or a word or two before it."""
        table, text, first = self.table, self.table.text, self.found.first
        for index in range(first, max(-1, first - 1 - _LONGEST_OUTLET), -1):
            if index < first and table.gap(index).strip(" "):
                return False
            if text[max(0, table.starts[index] - 1)] in _OPENING:
                return True
        return False

    def _fills_brackets(self) -> bool:
        """Tell whether it ends two words in brackets, «(الفجر اليوم)», not «(اليوم)» or «(صباح اليوم)»."""
        table, before = self.table, self.found.first - 1
        opened = table.text[max(0, table.starts[before] - 1)] == "("
        return opened and table.gap(before) == " " and not self.follows("day-part")

    def _opens_a_dateline(self) -> bool:
        table, text, first = self.table, self.table.text, self.found.first
        begin = text.rfind("\n", max(0, table.starts[first] - 40), table.starts[first]) + 1
        opens = begin > 0 or table.starts[first] < 40
        words = len(table.within(begin, table.starts[first])) if opens else 0
        return 0 < words <= _LONGEST_OUTLET and _DATELINE.match(text, self.found.end) is not None

    def is_replaced(self) -> bool:
        """Tell whether the expression names what another date replaces («عوضا عن الأول من يونيو»)."""
        words = self.vocabulary.context["instead"]
        return any(self.table.forms[i] in words for i in range(max(0, self.found.first - 3), self.found.first))

    def is_other(self, last: Setting) -> bool:
        """Tell whether «أو» joins it to the date before: «17 سبتمبر أو 28 أكتوبر المقبلين»."""
        between = last.found.after
        return between + 1 == self.found.first and self.table.forms[between] == "او"

    def share_year(self, first: Setting) -> None:
        """Let the date just before, where «و» joins them, have this one's year: «سبتمبر وأكتوبر من عام 2019».

        So with the century of «الستينات والسبعينات من القرن الماضي», and with «السبت والأحد الماضيين».
        """
        told, reading, found = self.found.reading, first.found.reading, self.found
        joined = self.table.forms[found.first].startswith("و") or self.is_other(first)
        if joined and reading.direction is None and reading.year is None and _is_alike(told, reading):
            reading.direction, reading.year = told.direction, told.year
        alike = told.grain == reading.grain and told.calendar == reading.calendar and bool(told.month and reading.month)
        if not joined or not alike or (told.day is None) != (reading.day is None) or reading.rule == "quarter":
            return
        if (reading.year, reading.year_offset, reading.direction) == (None, None, None):
            reading.year, reading.year_offset, reading.direction = told.year, told.year_offset, told.direction
            if reading.year and (reading.month or 0, reading.day or 0) > (told.month or 0, told.day or 0):
                reading.year -= 1

    def repeats(self, last: Setting) -> bool:
        """Tell whether it is the number of the year just told: «العام الجاري 2012»."""
        alone = self.found.reading.rule == "bare-year" and last.found.reading.rule == "period"
        return alone and last.found.reading.grain == "year" and self.table.gap(self.found.first - 1) == " "

    def joined_to(self, last: Setting) -> Setting:
        """Return both as one expression, which the number decides."""
        found = evolve(self.found, start=last.found.start, first=last.found.first)
        found.reading.rule, found.reading.said = "year", last.found.reading.offset
        return Setting(found, self.table, self.vocabulary, last.last)

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


def _is_alike(told: Reading, reading: Reading) -> bool:
    """Tell whether both are bare weekdays, or both decades."""
    if told.grain != reading.grain or told.until is not None or reading.until is not None:
        return False
    weekdays = told.weekday is not None and reading.weekday is not None and told.day is None and reading.day is None
    return reading.grain == "decade" or (weekdays and told.offset is None and reading.offset is None)
