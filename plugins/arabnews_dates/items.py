"""Runs of the words, numbers and separators that date expressions are made of, as one letter each.

The grammar's patterns read the string of letters: «السابع من أكتوبر 2023» is `oimy`. A run ends at a line break, at a
word of no date expression and at any separator that none has, so most of an article is passed over by one look-up a
word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import define
from pyarabic.araby import TATWEEL

from arabnews.fold import MARKS

Piece = tuple[str, Any, int, int]
"""The letter, value, start and end of an item."""
Item = tuple[str, Any, int, int, int]
"""A piece, and the index of its (first) word in the token table, or -1 for a separator."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.fold import Tokens
    from arabnews_dates.vocabulary import Vocabulary, Word

_MUTE: Final = "dnu#&g.,-()"
"""Letters that tell no date among themselves: «4.5», «3 أيام», «12-10»."""
_LONGEST_GAP: Final = 12
_HOUR_WIDTH: Final = 2
_GAP_SYMBOLS: Final = {
    **dict.fromkeys("/\\⁄", "/"),
    **dict.fromkeys("-‐‑‒–—−", "-"),  # every dash
    **dict.fromkeys(".·•", "."),
    **dict.fromkeys("،,", ","),
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    ":": ":",
    "|": "|",
}
_SPACED: Final = re.compile(rf"[ \t{MARKS}]+")
_TATWEELS: Final = re.compile(f"{TATWEEL}+")
_NUMBER_OR_DASH: Final = re.compile(rf"\d+|{TATWEEL}+")
_PIECES: Final = re.compile(r"\d+|\D+")
_ENGLISH_ORDINAL: Final = frozenset(("st", "nd", "rd", "th"))
_DIGITS_AND_TATWEEL: Final = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" + TATWEEL)
_YEAR_WIDTH: Final = 4
_NUMBERS: Final = "nddny"
"""The letter of a number by its width."""
_LONGEST_GLUED: Final = 32
_LONG: Final = 500
"""Items after which a run ends where one number follows another: a page of numbers is not held as one."""
_BEFORE_NEXT: Final = frozenset("dnuy,")
_MOST_PIECES: Final = 5
_LINE_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


@define(eq=False)
class Run:
    """A run of items: the letter of item i is `codes[i]`, its value `values[i]`, its place `starts[i]:ends[i]`.

    `tokens[i]` is the index of its (first) word in the token table, or -1 for a separator.
    """

    table: Tokens
    codes: str = ""
    values: Sequence[Any] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    tokens: Sequence[int] = ()
    after: int = 0
    """The index of the first word after the run."""

    @property
    def text(self) -> str:
        """The text that the run is part of."""
        return self.table.text

    def number(self, at: int) -> int:
        """Return the value of a number or ordinal."""
        value = self.values[at]
        return int(value[0]) if self.codes[at] == "d" else int(value)

    def follows(self, at: int, word: str) -> bool:
        """Tell whether the word before item `at` is `word`, as it is or after a «و»."""
        token = self.tokens[at]
        return token > 0 and self.table.forms[token - 1] in {word, "و" + word}


def find_runs(table: Tokens, vocabulary: Vocabulary, low: int = 0, high: int | None = None) -> Iterator[Run]:
    """Yield the runs that begin with a word or number that may begin a date, among the words `low` to `high`."""
    forms = table.forms
    high = len(forms) if high is None else high
    at = low
    for index in _find_hits(table, vocabulary, low, high):
        if index < at:
            continue
        form = forms[index]
        if form.isdecimal() and len(form) != _YEAR_WIDTH and _is_mere_number(table, vocabulary, index, high):
            continue
        run = read_run(table, vocabulary, index, high)
        at = max(run.after, index + 1)
        if run.codes.strip(_MUTE):
            yield run


def _find_hits(table: Tokens, vocabulary: Vocabulary, low: int, high: int) -> list[int]:
    """Return the indices of the words that may begin a date, in order: known ones, and those with digits."""
    forms, starters, needy = (*table.forms[low:high], ""), vocabulary.starters, vocabulary.needy
    # «العام», «بعد» or «الثانية» is no date without a second word, which may be a number
    return [
        low + index
        for index, form in enumerate(forms[:-1])
        if (form in starters or not form.isalpha())
        and (
            (wanted := needy.get(form)) is None or (following := forms[index + 1]) in wanted or not following.isalpha()
        )
    ]


def _is_mere_number(table: Tokens, vocabulary: Vocabulary, index: int, high: int) -> bool:
    """Tell whether numbers that are no years stand before a word that makes no date of them: «4.5 مليون», «20 عاما»."""
    forms, starts, ends = table.forms, table.starts, table.ends
    if table.text[ends[index] : ends[index] + 1] == ":" and ends[index] - starts[index] <= _HOUR_WIDTH:
        return False  # «11:55 الجمعة 18 مايو»
    for place in range(index, min(index + _MOST_PIECES, high)):
        form = forms[place]
        if not form.isdecimal():
            # «14:30 في 3 أبريل» is one expression, «14 في» begins none
            following = vocabulary.words if place > index + 1 else vocabulary.seconds
            return form.isalpha() and (form not in following or form in vocabulary.counted)
        if len(form) == _YEAR_WIDTH or ends[place] - starts[place] != len(form):
            return False
    return False


def read_run(table: Tokens, vocabulary: Vocabulary, index: int, high: int) -> Run:  # noqa: C901, PLR0912 - one loop
    """Return the run that begins with a word, as far as it goes before the word `high`."""
    text, forms, starts, ends, words = table.text, table.forms, table.starts, table.ends, vocabulary.words
    items: list[Item] = []
    first = index
    while index < high:
        form = forms[index]
        found = words.get(form)
        if found is not None:
            word, odd = found[0], None
            if word.rest:
                matched = _match_word(table, vocabulary, index, high)
                if matched is None:
                    break
                word = matched
        elif form.isalpha() or not (odd := _split(table, vocabulary, index)):
            break
        start = starts[index]
        if index > first:
            end = ends[index - 1]
            if start - end != 1 or text[end] != " " or text[end - 1] == TATWEEL:
                symbols = _between(table, index)
                if symbols is None:
                    break
                items += [(symbol, None, end, start, -1) for symbol in symbols]
        if odd:
            if len(items) > _LONG and items[-1][0] in _BEFORE_NEXT:
                break
            items += odd
            index += 1
            continue
        if word.clitic:
            begin, marked = start, ends[index] - start != len(form)
            start = _after_letters(text, begin, word.clitic) if marked else begin + word.clitic
            if word.joined:
                items.append(("&", None, begin, start, index))
        following = index + 1 + len(word.rest)
        items.append((word.code, word.value, start, ends[following - 1], index))
        index = following
    if not items:
        return Run(table, after=index)
    codes, values, begins, stops, indices = zip(*items, strict=True)
    return Run(table, "".join(codes), values, begins, stops, indices, index)


def _match_word(table: Tokens, vocabulary: Vocabulary, index: int, high: int) -> Word | None:
    """Return the longest entry that begins with a word, and whose other words follow it on its line."""
    forms, found = table.forms, vocabulary.words[table.forms[index]]
    if index + 1 == high or forms[index + 1] not in vocabulary.rests:
        return None if found[-1].rest else found[-1]
    for word in found:
        last = index + len(word.rest)
        if last < high and forms[index + 1 : last + 1] == word.rest:
            gaps = (table.text[table.ends[i] : table.starts[i + 1]] for i in range(index, last))
            if all(gap.isspace() and "\n" not in gap for gap in gaps):
                return word
    return None


def _between(table: Tokens, index: int) -> str | None:
    """Return the letters of what stands before a word, "" for mere space, None for what ends a run."""
    text, start, end = table.text, table.ends[index - 1], table.starts[index]
    # a tatweel that stands apart, or after digits, is a dash: «2011ـ 2012», «2011 ــ 2012»
    while text[start - 1] == TATWEEL and start > 1 and text[start - 2] in _DIGITS_AND_TATWEEL:
        start -= 1
    if end - start == 1 and text[start] == " ":
        return ""
    if end - start > _LONGEST_GAP:
        return None
    symbols = []
    gap = text[start:end]
    if TATWEEL in gap:
        gap = _TATWEELS.sub("-", gap)
    for char in _SPACED.sub("", gap):
        symbol = _GAP_SYMBOLS.get(char)
        if symbol is not None:
            symbols.append(symbol)
        elif not char.isspace() or char in _LINE_BREAKS:
            return None
    return "".join(symbols)


def _after_letters(text: str, at: int, count: int) -> int:
    """Return the offset after `count` letters and the marks they carry."""
    while count and at < len(text):
        at += 1
        while at < len(text) and _SPACED.match(text[at]):
            at += 1
        count -= 1
    return at


def _split(table: Tokens, vocabulary: Vocabulary, index: int) -> Sequence[Item] | None:
    """Return the items of a word with digits in it («1437هـ», «20يناير2021»), or None where there are too many."""
    form, start, end = table.forms[index], table.starts[index], table.ends[index]
    if not form.isdecimal():
        pieces = _split_glued(table, vocabulary, index)
    elif end - start != len(form) and TATWEEL in table.text[start + 1 : end - 1] and end - start <= _LONGEST_GLUED:
        pieces = _split_numbers(table.text, start, end)
    else:
        code, value = _number(form)
        return ((code, value, start, end, index),)
    return [(*piece, index) for piece in pieces] if pieces is not None else None


def _split_glued(table: Tokens, vocabulary: Vocabulary, index: int) -> list[Piece] | None:
    """Return the pieces of a word of digits and letters, or None where there are too many."""
    form, start, end = table.forms[index], table.starts[index], table.ends[index]
    parts = _PIECES.findall(form) if len(form) <= _LONGEST_GLUED else []
    if len(parts) > _MOST_PIECES:
        return None
    items: list[Piece] = []
    for place, part in enumerate(parts):
        stop = _after_letters(table.text, start, len(part)) if place < len(parts) - 1 else end
        if part.isdecimal():
            items.append((*_number(part), start, stop))
        elif part == "h" and 0 < place < len(parts) - 1:
            items.append((":", None, start, stop))  # «21h18»
        elif part in _ENGLISH_ORDINAL and place == 1:
            code, value, began, _ = items.pop()
            items.append((code, value, began, stop))
        else:
            items += _split_letters(table, vocabulary, part, start, stop)
        start = stop
    return items


def _split_numbers(text: str, start: int, end: int) -> list[Piece]:
    """Return the items of numbers with a tatweel for a dash between them: «18ـ19»."""
    items: list[Piece] = []
    for match in _NUMBER_OR_DASH.finditer(text, start, end):
        digits = match[0][0] != TATWEEL
        code, value = _number(match[0]) if digits else ("-", None)
        items.append((code, value, *match.span()))
    return items[:-1] if items[-1][0] == "-" else items


def _split_letters(table: Tokens, vocabulary: Vocabulary, part: str, start: int, stop: int) -> list[Piece]:
    """Return the items of letters glued to digits; `#`, which nothing crosses, for what is no word of dates."""
    if part in {"t", "z"}:
        return [("t" if part == "t" else "Z", "UTC", start, stop)]
    if part in {"و", "وال"}:
        return [("&", None, start, stop)]
    if part in {"ل", "ب", "في", "ال"}:
        return []
    word = next((w for w in vocabulary.words.get(part, ()) if not w.rest), None)
    if word is None:
        return [("#", None, start, stop)]
    begin = _after_letters(table.text, start, word.clitic)
    items: list[Piece] = [("&", None, start, begin)] if word.joined else []
    return [*items, (word.code, word.value, begin, stop)]


def _number(digits: str) -> tuple[str, tuple[int, int]]:
    """Return the letter of a number, and its value with its width."""
    width = len(digits)
    return _short_number(digits) if width <= _YEAR_WIDTH else ("n", (0, width))


@lru_cache(maxsize=4096)
def _short_number(digits: str) -> tuple[str, tuple[int, int]]:
    # in a text of numbers alone a million of them are held at once
    width = len(digits)
    return _NUMBERS[width], (int(digits), width)
