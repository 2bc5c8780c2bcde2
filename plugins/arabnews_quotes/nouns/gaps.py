"""Tells where a source goes on behind a gap that is no mere space: marks around a name, brackets, a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import CUE, HEAD, NAMELIKE, NISBA, NUMBER, PARTICLE, TITLE, VERB
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .called import end_of_brackets

if TYPE_CHECKING:
    from .phrases import Reading

_NO_NOUN: Final = NISBA | NAMELIKE | VERB | CUE | PARTICLE | NUMBER
_GOVERNED: Final = frozenset({"الي", "عن", "من", "علي", "في"})
"""Prepositions before which a source may end, or a name in marks."""
_SHORTEST: Final = 3
_BY_NAME: Final = frozenset({"ضيف", "زوج", "زوجه", "والد", "والده", "ابن", "ابنه", "شقيق", "شقيقه", "نجل"})
"""What marks name behind these is not who speaks."""
_ADJECTIVE: Final = ("يه", "يون", "يين")
_MARKS: Final = " \"«»“”'"
LONGEST_NAME: Final = 6
"""A name in marks has no more words than this."""


def over_gap(reading: Reading, index: int, *, named: bool) -> int:  # noqa: C901, PLR0911 - one test a line
    """Return where the phrase goes on behind the gap before word `index`; `index` for mere space, -1 for an end."""
    passage, words = reading.passage, reading.passage.words
    gap = passage.text[words.ends[index - 1] : words.starts[index]]
    if gap in {" ", "_"}:
        return index
    if gap.strip() and words.forms[index] in THAT:
        return -1
    quotation = passage.opening_in(words.ends[index - 1], words.starts[index])
    if quotation is not None:
        first, last = passage.word_at(quotation.start), passage.word_at(quotation.end)
        before = words.forms[index - 1]
        opens_name = (
            before in reading.grammar.naming
            or before[1:] in reading.grammar.naming
            or reading.nouns.words.flags[index - 1] & HEAD
            or before in reading.grammar.anonymous
        )
        opens_name = opens_name or _describes_named(reading, index - 1, last) or _is_held(reading, index - 1, last)
        opens_name = opens_name or _is_completed(reading, index - 1, first, last)
        longest = LONGEST_NAME if before not in reading.grammar.anonymous else 3
        short = last - first <= longest and not quotation.unclosed
        return last if short and opens_name and not set(gap) & set(":،,") else -1
    if not gap.strip():
        return index
    if gap.strip() == "(":
        return end_of_brackets(reading, index) or -1
    if gap.strip() == ")" and words.forms[index].startswith("ال") and reading.nouns.words.flags[index] & NISBA:
        return index  # «صحيفة (النهر) المحلية»
    if gap.strip() in COMMAS and not named:
        part = reading.cast.by_word.get(index)
        if part is not None and part.entity.type == "person" and part.form == "name":
            return part.last
        noun = reading.nouns.read(index)
        if noun is not None and noun.kind == "person" and noun.name_first == index:
            return noun.last
    if set(gap.strip()) <= set("\"»”“«'’‘") and passage.quotation_at(words.ends[index - 1]) is not None:
        return index if not named else -1
    return -1


def _describes_named(reading: Reading, at: int, behind: int) -> bool:
    """Tell whether adjectives stand between a noun and its name in marks («الموقع الإخباري المحلي "النهر"، أن …»)."""
    forms = reading.passage.words.forms
    if behind >= reading.passage.hi or not (forms[behind] in THAT or forms[behind] in BI_THAT):
        return False
    while at > reading.passage.lo and forms[at].startswith("ال") and forms[at].endswith(("ي", "يه")):
        at -= 1
    return forms[at].startswith("ال") and forms[at] in reading.grammar.naming


def _is_held(reading: Reading, at: int, behind: int) -> bool:
    """Tell whether an office without the article is held at what marks name («مؤسس "النهر" المالية وعضو كذا فلان»)."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags
    if behind >= reading.passage.hi or not flags[at] & TITLE or word.startswith("ال"):
        return False
    part, form = reading.cast.by_word.get(behind), reading.passage.words.forms[behind]
    named = part is not None and part.entity.type == "person" and part.form == "name"
    styled = flags[behind] & TITLE and is_definite(form)  # «رئيس "حركة كذا" النائب فلان»
    return named or bool(flags[behind] & NISBA or styled) or form.endswith("يه")


def _is_completed(reading: Reading, at: int, first: int, behind: int) -> bool:
    """Tell whether what marks hold completes a noun without the article: behind them the clause of the verb begins.

    «تقرير «النهر» أن», «إحصاءات "المياه" إلى», «صحيفتا "النهر" و"البحر" إن»; but «قال مصدر "رفضنا ذلك"».
    """
    passage, flags, grammar = reading.passage, reading.nouns.words.flags, reading.grammar
    forms, word = passage.words.forms, passage.words.forms[at]
    if behind >= passage.hi or first >= behind or is_definite(word) or flags[at] & _NO_NOUN:
        return False
    if len(word) < _SHORTEST or word in grammar.aide or word in grammar.anonymous or word in _BY_NAME:
        return False  # «مصادر محلية ل«النهر» أن», «زوج "فلانة"»
    if (
        forms[first] in THAT
        or reading.is_governed(first, "ل")
        or at in reading.cast.by_word
        or ((word[-1] in "يا" or word.endswith(_ADJECTIVE)) and not word.endswith("تا"))
    ):
        return False
    gap, form = passage.gap_before(behind).strip(_MARKS), forms[behind]
    if form in grammar.relative:
        return gap in {"", *COMMAS}
    if form == "و":
        return passage.opening_in(passage.words.starts[behind], passage.words.ends[behind] + 2) is not None
    return not gap and (form in THAT or form in BI_THAT or form in _GOVERNED)


def past_marked_name(reading: Reading, last: int) -> int:
    """Return the word behind the name in marks that a noun behind ل leads to («لجنة لسوق "كذا"»), or `last`."""
    passage, words = reading.passage, reading.passage.words
    if last >= passage.hi or reading.is_plain(last) or words.forms[last - 1].startswith("لل"):
        return last
    quotation = passage.opening_in(words.ends[last - 1], words.starts[last])
    led = reading.is_governed(last - 1, "ل") or reading.is_governed(last - 1, "ب")
    if quotation is None or quotation.unclosed or not led:
        return last
    behind = passage.word_at(quotation.end)
    apart = set(passage.gap_before(last)) & set(":،,")
    return behind if behind - last <= LONGEST_NAME // 2 and not apart else last
