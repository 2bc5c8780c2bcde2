"""Finds where, in its sentence, begins what stands before an attribution: behind a dateline, «و» and what led to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.pasts import is_past
from arabnews_quotes.nouns.verbs import is_verb

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

LONGEST_DATELINE: Final = 7
"""So many words may stand before the sign behind a dateline."""
_OUTCOME: Final = re.compile(
    r"[،,]\s*(?:مما|ما)\s+(?:[أا]سفر|[أا]د[ىي]|تسبب|خل[فّ]+|[أا]وقع|[أا]ودى)\w{0,3}\s+(?:(?:عن|[إا]لى|في|ب)\s+)?"
)
_LONGEST_RESULT: Final = 1000
"""A result and what led to it have no more characters than this."""
_THUS: Final = re.compile(r"هذا،?\s+(?=و)")
"""«هذا وكان …» opens a sentence."""
_STOPS: Final = frozenset(".…!؟?·\n\r\t \u00a0")
_OPENING: Final = frozenset({"تم", "تمت", "يتم", "هكذا", "سوف", "قد", "لقد", "سبق", "ذلك", "يجب"})
"""Verbs and particles that open a sentence behind و."""
_FEWEST: Final = 3
"""A verb has at least so many letters behind its و."""


def past_dateline(reading: Reading, sentence: int, index: int) -> int:
    """Return where a sentence starts behind a dateline («عمّان - رويترز: …»)."""
    passage = reading.passage
    first = passage.word_at(sentence)
    for at in range(first + 1, min(first + LONGEST_DATELINE, index)):
        if ":" in passage.gap_before(at):
            return passage.words.starts[at]
    return sentence


def past_and(reading: Reading, offset: int) -> int:
    """Return the offset behind the و that joins a sentence to the one before («وتعود الواقعة إلى …»)."""
    passage = reading.passage
    at = passage.word_at(offset)
    while offset < passage.words.starts[at] and passage.text[offset] in _STOPS:
        offset += 1  # a sentence starts at the stop of the one before
    if passage.words.forms[at] == "كما" and at + 1 < passage.hi and is_verb(reading, at + 1):
        return passage.words.starts[at + 1]  # «كما يتوقع نمو السوق، بحسب الدراسة»
    thus = _THUS.match(passage.text, passage.words.starts[at])
    at += thus is not None
    word, start = passage.words.forms[at], passage.words.starts[at]
    if word[0] != "و" or passage.text[start] != "و" or at in reading.cast.by_word:
        return offset
    grammar, rest = reading.grammar, word[1:]
    small = rest in grammar.preposition or rest in grammar.kana or rest in grammar.pronoun
    joined = small or rest.startswith("است") or (len(word) > 3 and reading.nouns.words.words[at].peel)
    return start + 1 if joined or _is_joined_verb(reading, word) else offset


def _is_joined_verb(reading: Reading, word: str) -> bool:
    """Tell whether و stands before a verb («وبات», «وتم»), and does not begin it («وصلت», «وجه»)."""
    rest, grammar = word[1:], reading.grammar
    if len(rest) < _FEWEST or is_past(reading, word):
        return rest in _OPENING
    return rest in _OPENING or rest in grammar.act or rest in grammar.negation or is_past(reading, rest)


def result_start(text: str, start: int, end: int) -> int:
    """Return where a result is told («اندلعت الحرب …، مما أسفر عن | مقتل مئة، وفق السلطات»), or `start`."""
    near = max(start, end - _LONGEST_RESULT)
    return max((match.end() for match in _OUTCOME.finditer(text, near, end)), default=start)
