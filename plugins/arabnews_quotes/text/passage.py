"""Passages: the blocks that may hold statements, with their words, marks and sentence ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from arabnews.article import BLOCK_RULES
from arabnews.fold import Tokens, tokens

from .marks import MARK, Quotation, find_quotations

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from arabnews.article import Article, Block

_STOP: Final = re.compile(
    # one class first, so that the engine skips to its characters
    r"[.!؟?…·\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<![.!؟?…])|(?=[\s\"«»“”)\]\u200b-\u200f]|$|[^\W\d_]))"
)
_HARAKAT: Final = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ـ")
"""«أيضًا.» does not end in a single letter."""
_LETTER: Final = 3
"""The name of a letter takes no more letters than this («بي», «إس»)."""
_SHORT_END: Final = re.compile(r"(?:^|[\s.(\"«“])[^\W\d_]{1,3}$")
_SHORT_START: Final = re.compile(r"[^\W\d_]{1,3}(?:[\s.,،)\"»”]|$)")
_APART: Final = re.compile(r"(?<!\w)[دأ] $")
_BIDI: Final = dict.fromkeys((*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")
"""Marks of direction around a comma hide it: each is read as a space."""
_WITH_BIDI: Final = 3
_LETTER_END: Final = re.compile(r"[^\W\d_و]\)")
"""«(سعاد.ب)»: a surname by its letter."""
_LINE: Final = re.compile(r"[^\n\r]+")
_THAT: Final = re.compile(r"(?:(?:إلى|على|من) )?ب?[أإا]ن(?:ه|ها|هم)?\b")
_STATION: Final = re.compile(r"سي[ .][أإا]ن[ .-](?:[أإا]ن|بي)\b|\b[أإا]ن[ .](?:بي|تي)[ .](?:سي|في|إيه|ايه)\b")
_ANNE: Final = re.compile(r"(?<=\s)آنا?\b")
_AN: Final = "ان"
_SPELT_ENDS: Final = frozenset("هو")
_SPELT_OUT: Final = re.compile(r"[^\W\d_]{3} (?:كيه|جيه|دبليو)$")
"""Names of letters that hardly end an abbreviation, behind a word that is none."""
_SURNAME: Final = re.compile(r" (?!و)[^\W\d_]{3}")
_LONGEST_SPELT: Final = 10
_AN_LETTER: Final = "ان_"
_BEHIND_AN: Final = frozenset({"بي", "تي"})
_BREAK: Final = 4
"""Spaces and breaks between two lines."""
_LONGEST_THAT: Final = 9
_COMMAS: Final = frozenset({"،", ","})
_HEADLINES: Final = frozenset({"headline", "subheadline"})
_LONGEST_TITLE: Final = 140


class Passage:
    """One block of prose: `words.text[start:end]`, its words `lo` to `hi`, its quotations.

    `text` is the whole prose of the article; the passage's offsets count in it.
    """

    # no attrs class: an article has dozens, and most are asked for nothing but their words
    __slots__ = ("_opens", "_quotations", "_stops", "end", "hi", "kind", "lo", "start", "text", "words")

    def __init__(self, kind: str, start: int, end: int, words: Tokens, lo: int, hi: int) -> None:  # noqa: PLR0913, PLR0917
        """Keep a block's kind, its offsets, the words of the article and which of them are its own."""
        self.kind, self.start, self.end = kind, start, end
        self.words, self.lo, self.hi = words, lo, hi
        self.text = words.text
        self._quotations: tuple[Quotation, ...] | None = None
        self._opens: Sequence[int] = ()
        self._stops: Sequence[int] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order."""
        return self._quotations if self._quotations is not None else self._pair_marks()

    def _pair_marks(self) -> tuple[Quotation, ...]:
        """Read the quotations when they are first asked for."""
        found: tuple[Quotation, ...] = ()
        if MARK.search(self.text, self.start, self.end) is not None:
            found = tuple([q for q in find_quotations(self.text, self.start, self.end) if q.depth == 0])
            self._opens = [q.start for q in found]
        self._quotations = found
        return found

    def requote(self, quotations: tuple[Quotation, ...]) -> None:
        """Take other outermost quotations than those that the marks of the passage alone show."""
        self._quotations = quotations
        self._opens = [q.start for q in quotations]
        self._stops = ()

    @property
    def stops(self) -> Sequence[int]:
        """The offsets at which sentences end: of full stops outside quotation marks, and the passage's end."""
        return self._stops or self._find_stops()

    def _find_stops(self) -> Sequence[int]:
        """Read the stops when they are first asked for; there is one at least."""
        found: list[int] = []
        marked, text = bool(self.quotations), self.text
        for match in _STOP.finditer(text, self.start, self.end):
            at = match.start()
            if (
                text[at] in "\r\n"
                and text[max(self.start, at - _BREAK) : at].rstrip()[-1:] in _COMMAS
                and self._leads(at)
            ):
                continue  # «…،» ends the line, and «أن …» begins the next
            quotation = self.quotation_at(at) if marked else None
            if quotation is not None:
                # «… .» closes the sentence with the quotation, unless it is a word or two
                if at >= quotation.inner_end - 2 and quotation.inner_end - quotation.inner_start > 20:
                    at = quotation.end
                else:
                    continue
            elif text[at] == ".":
                # behind a word and before none, as nearly all stand, it ends the sentence
                ends = at - self.start > 1 and text[at - 2 : at].isalpha() and not text[at + 1 : at + 2].isalpha()
                if (text[at - 1] in _SPELT_ENDS and self._spelt(at)) if ends else self._initial(at):
                    continue
            if not found or found[-1] < at:
                found.append(at)
        if not found or found[-1] < self.end:
            found.append(self.end)
        self._stops = found
        return found

    def _leads(self, at: int) -> bool:
        """Tell whether a complementiser begins the line behind the break at `at`."""
        return _THAT.match(self.text[at : at + _BREAK + _LONGEST_THAT].lstrip()) is not None

    def _initial(self, at: int) -> bool:
        """Tell whether the full stop at `at` follows a single letter («د. سالم») or stands in the midst of a word."""
        text = self.text
        if text[at - 1 : at] == " " and _APART.match(text, max(self.start, at - 2), at) is not None:
            return True  # «د .سالم»
        if at - self.start < 1 or not text[at - 1].isalpha():
            return False
        if at - self.start > 1 and text[at - 2].isalpha() and (at + 1 >= self.end or not text[at + 1].isalpha()):
            return False  # as nearly all do
        alone = at - 2 < self.start or not (text[at - 2].isalpha() or text[at - 2] in _HARAKAT)
        if alone and text[max(self.start, at - 3) : at - 1].strip()[-1:].isdigit():
            return False  # «2015م.»
        glued = at + 1 < self.end and text[at + 1].isalpha()
        if glued and (self._abbreviates(at) or _LETTER_END.match(text, at + 1) is not None):
            return True
        return alone or (glued and not ("\u0600" <= text[at + 1] <= "\u06ff"))

    def _spelt(self, at: int) -> bool:
        """Tell whether the full stop at `at` follows the name of a letter before a surname («قال كيه. كذا»)."""
        spelt = _SPELT_OUT.search(self.text[max(self.start, at - _LONGEST_SPELT) : at])
        return spelt is not None and _SURNAME.match(self.text, at + 1, self.end) is not None

    def _abbreviates(self, at: int) -> bool:
        """Tell whether the stop at `at` stands between the names of letters («بي.في.ام»)."""
        before = self.text[max(self.start, at - _LETTER - 1) : at]
        behind = self.text[at + 1 : min(self.end, at + _LETTER + 2)]
        return _SHORT_END.search(before) is not None and _SHORT_START.match(behind) is not None

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that covers `offset`, or None."""
        quotations = self._quotations if self._quotations is not None else self._pair_marks()
        if not quotations:
            return None
        at = bisect_right(self._opens, offset) - 1
        if at >= 0 and offset < quotations[at].end:
            return quotations[at]
        return None

    def opening_in(self, start: int, end: int) -> Quotation | None:
        """Return the first outermost quotation that opens in a stretch of the text, or None."""
        quotations = self._quotations if self._quotations is not None else self._pair_marks()
        if not quotations:
            return None
        at = bisect_left(self._opens, start)
        if at < len(quotations) and self._opens[at] < end:
            return quotations[at]
        return None

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Return the outermost quotations that open in a stretch of the text."""
        quotations = self._quotations if self._quotations is not None else self._pair_marks()
        return quotations[bisect_left(self._opens, start) : bisect_left(self._opens, end)] if quotations else ()

    def stop_after(self, offset: int) -> int:
        """Return the offset of the sentence end at or after `offset`."""
        stops = self._stops or self._find_stops()
        return stops[bisect_left(stops, offset)] if offset <= stops[-1] else self.end

    def stop_within(self, start: int, end: int) -> int:
        """Return the offset of the first sentence end in a stretch inside marks, or its end."""
        for match in _STOP.finditer(self.text, start, end):
            if self.text[match.start()] != "." or not self._initial(match.start()):
                return match.start()
        return end

    def sentence_start(self, offset: int) -> int:
        """Return the offset at which the sentence of `offset` starts."""
        stops = self._stops or self._find_stops()
        at = bisect_left(stops, offset)
        return stops[at - 1] if at else self.start

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the next, inside the passage."""
        following = self.words.starts[index + 1] if index + 1 < self.hi else self.end
        gap = self.text[self.words.ends[index] : following]
        return gap if len(gap) < _WITH_BIDI else gap.translate(_BIDI)

    def gap_before(self, index: int) -> str:
        """Return what stands before word `index`, back to the word before it or the passage's start."""
        before = self.words.ends[index - 1] if index > self.lo else self.start
        gap = self.text[before : self.words.starts[index]]
        return gap if len(gap) < _WITH_BIDI else gap.translate(_BIDI)

    def before(self, index: int) -> int:
        """Return the offset at which the word before word `index` ends, or the passage's start."""
        return self.words.ends[index - 1] if index > self.lo else self.start

    def has_hamza(self, index: int) -> bool:
        """Tell whether a word is written with a hamza at its head: «إلينور» has no article, though it folds so."""
        return self.text[self.words.starts[index]] in "أإآ"

    def word_at(self, offset: int) -> int:
        """Return the index of the first word of the passage that ends after `offset`."""
        return bisect_right(self.words.ends, offset, self.lo, self.hi)


def _lines(blocks: Iterable[Block], text: str) -> Iterator[tuple[str, int, int]]:
    """Yield blocks, those of headlines line by line: each may be somebody's own («فلان: …» below another headline).

    A long line under the headline is a paragraph that sums up the report, and is read as one.
    """
    for block in blocks:
        kind, span = block.kind, block.span
        if not BLOCK_RULES[kind].statements:
            continue
        start, end = span.start, span.end
        if kind not in _HEADLINES:
            yield kind, start, end
            continue
        for line in _LINE.finditer(text, start, end):
            long = kind == "subheadline" and line.end() - line.start() > _LONGEST_TITLE
            yield "paragraph" if long else kind, line.start(), line.end()


def _joined(bounds: Iterable[tuple[str, int, int]], text: str) -> Iterator[tuple[str, int, int]]:
    """Yield blocks, two paragraphs as one where a line breaks behind a comma and before a complementiser.

    «وأفادت الوزارة في بيان نشرته أمس،» and «أن السد امتلأ.»; each item of a list may begin so.
    """
    held: tuple[str, int, int] | None = None
    for kind, start, end in bounds:
        if held is not None and kind == "paragraph" and _THAT.match(text, start, end) is not None:
            broken = text[held[2] - 1] in _COMMAS and _THAT.match(text, held[1], held[2]) is None
            if broken and not text[held[2] : start].strip():
                held = kind, held[1], end
                continue
        if held is not None:
            yield held
        held = (kind, start, end) if kind == "paragraph" else None
        if held is None:
            yield kind, start, end
    if held is not None:
        yield held


def _with_letters(words: Tokens, types: Container[str]) -> Tokens:
    """Return the words of a text, the names of letters in a station's name marked: «سي إن إن», «سي.ان.بي.سي».

    No complementiser is folded so; nor are «آن» and «آنا», who are women, «أن» and «أنا». `types` holds each word once.
    """
    stations = ("سي" in types or "تي" in types) and _STATION.search(words.text) is not None
    if not stations and " آن" not in words.text:
        return words  # few texts name one
    forms = list(words.forms)
    for found in _ANNE.finditer(words.text):
        at = words.at(found.start())
        forms[at] = found.group() if words.starts[at] == found.start() else forms[at]
    if not stations:
        return Tokens(words.text, words.starts, words.ends, tuple(forms))
    for at in range(1, len(forms) - 1):
        if forms[at] != _AN:
            continue
        if forms[at - 1] == "سي" and forms[at + 1] == _AN:
            forms[at] = forms[at + 1] = _AN_LETTER
        elif forms[at + 1] in _BEHIND_AN and (forms[at - 1] == "سي" or forms[at + 2 : at + 3] != [_AN]):
            forms[at] = _AN_LETTER
    return Tokens(words.text, words.starts, words.ends, tuple(forms))


def find_passages(article: Article, types: Container[str]) -> Iterator[Passage]:
    """Yield the passages of an article of these words: its blocks, or its lines where no block was found yet."""
    words = _with_letters(tokens(article.prose), types)
    text, starts, ends = words.text, words.starts, words.ends
    bounds: Iterable[tuple[str, int, int]]
    if article.blocks:
        bounds = _lines(article.blocks, text)
    else:
        bounds = (("paragraph", m.start(), m.end()) for m in _LINE.finditer(text))
    for kind, start, end in _joined(bounds, text):
        low, high = bisect_left(starts, start), bisect_right(ends, end)
        if low < high:
            yield Passage(kind, start, end, words, low, high)
