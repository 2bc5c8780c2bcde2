"""Finds whom a word of attribution leads to: a source, a name in marks, a paper, people of no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.definite import is_definite

from .attributed import PAUSE, governed_phrase, latter, marked_source, source_start
from .evidence import THESE, evidence, some_of

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_WITNESSES: Final = frozenset(
    {"السلطات", "الصحافه", "الصحف", "الشهود", "الخبراء", "العلماء", "الاطباء"}
    | {"النقاد", "المعارضه", "القياده", "الدفاع"}
)
"""Of the nouns that speak, these alone are attributed to by themselves; by the others things are sorted."""
_GIVES: Final = frozenset(
    {"ادلي", "ادلت", "اطلقه", "اطلقته", "اطلقها", "اطلقتها", "قدمه", "قدمته", "قدمها", "ارسلها", "وجهه", "وجهته"}
)
"""With these verbs one gives a statement or a warning."""
_TEXT: Final = "نص"
"""«بحسب نص البيان»."""


def attributed_source(reading: Reading, index: int, takes: str) -> Phrase | None:
    """Return the phrase of whoever a word of attribution leads to, or None."""
    passage = reading.passage
    forms = passage.words.forms
    at = source_start(reading, index, takes)
    at = at + 1 if at is not None and at + 1 < passage.hi and forms[at] == _TEXT else at
    if at is not None and at + 1 < passage.hi and forms[at] in THESE and is_definite(forms[at + 1]):
        at += 1  # «ووفقا لهذه الدراسة فإن …»
    if at is None or forms[at] in reading.grammar.legal or forms[index - 1 : index] == ("علي",):
        return None  # «على وفق دراسة»
    if forms[index].endswith("براي") and reading.is_plain(at) and not _holds_views(reading, at):
        return None  # «جاء برأي جديد»
    phrase = governed_phrase(reading, at) if takes == "ل" and at == index + 1 else reading.phrase(at)
    word = forms[at].removeprefix("ل") if takes == "ل" else forms[at]
    if at + 1 < passage.hi and reading.is_plain(at + 1) and (reading.is_masdar(word) or word in reading.grammar.saying):
        led = forms[at + 1].startswith("لل")
        speaks = governed_phrase(reading, at + 1) if led else reading.phrase(at + 1)  # «حسب توضيح | فلان»
        phrase = speaks if speaks is not None and reading.can_speak(speaks) else phrase
    phrase = latter(reading, at) or phrase if at > index + 1 else phrase
    given = _given_by(reading, at)
    phrase = phrase if given is None else given
    if phrase is None or not reading.can_speak(phrase):
        named = at > index + 1 or _is_name_alone(reading, at)
        governed = takes == "ل" and at == index + 1
        phrase = (marked_source(reading, at) if named else None) or evidence(reading, at, governed=governed)
        phrase = phrase or (some_of(reading, at) if governed else None)
    if phrase is None:
        return None
    sorted_by = phrase.last - at == 1 and forms[at] in reading.grammar.voices and forms[at] not in _WITNESSES
    if sorted_by and index > passage.word_at(passage.sentence_start(passage.words.starts[index])):
        return None  # «الصادرات بحسب الدول»
    return phrase


def _given_by(reading: Reading, at: int) -> Phrase | None:
    """Return who gave what somebody said («بحسب تصريحات أدلى بها | المدير»، «حسب تحذير أطلقه | باحثون»), or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    word = forms[at].removeprefix("ل")
    if at + 2 >= passage.hi or not (word in reading.grammar.saying or reading.is_masdar(word)):
        return None
    adjective = at + 1 + (forms[at + 1].endswith(("يه", "ي", "ه")) and forms[at + 1] not in _GIVES)
    if adjective + 1 >= passage.hi or forms[adjective] not in _GIVES or not reading.is_plain(adjective):
        return None
    first = adjective + 1 + (forms[adjective + 1] in {"به", "بها"})
    source = reading.phrase(first) if first < passage.hi else None
    return source if source is not None and reading.can_speak(source) else None


def _holds_views(reading: Reading, at: int) -> bool:
    """Tell whether a word behind «برأي» is whose view it is: a name, a definite noun, «كثيرين»."""
    word = reading.passage.words.forms[at]
    return at in reading.cast.by_word or is_definite(word) or word in reading.grammar.anonymous


def _is_name_alone(reading: Reading, at: int) -> bool:
    """Tell whether marks at word `at` hold a name, with a pause or «فقد» behind them («بحسب "كذا"، فقد …»)."""
    phrase = marked_source(reading, at)
    if phrase is None or phrase.last >= reading.passage.hi:
        return phrase is not None
    return PAUSE.search(reading.passage.gap_before(phrase.last)) is not None
