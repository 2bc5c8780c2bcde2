"""Finds which source or outlet «المصدر», «الصحيفة» mean where it has said nothing yet («علمنا من مصدر مسؤول»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import CUE, NUMBER, PARTICLE, VERB
from arabnews_quotes.nouns.called import span_in_marks
from arabnews_quotes.nouns.references import named, own_length
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import without_conjunction

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Speaker

_OUTLETS: Final = {
    "الصحيفه": "صحيفه", "الجريده": "جريده", "المجله": "مجله", "الموقع": "موقع", "القناه": "قناه", "الوكاله": "وكاله",
    "الاذاعه": "اذاعه", "الشبكه": "شبكه", "المنصه": "منصه",
}  # fmt: skip
_SOURCES: Final = {"المصدر": "مصدر"}
_BACK: Final = 300
"""It is told so many words before at the most."""
_WHERE: Final = frozenset({"في", "من", "داخل", "لدي"})
_NO_ADJECTIVE: Final = PARTICLE | CUE | VERB | NUMBER


def told_first(reading: Reading, phrase: Phrase, speaker: Speaker) -> Speaker:
    """Return a bare definite source or outlet by what the article called it before, or as it is.

    Of outlets one alone may have been named.
    """
    forms = reading.passage.words.forms
    word = without_conjunction(forms[phrase.first])
    noun = _OUTLETS.get(word) or _SOURCES.get(word)
    if noun is None or own_length(reading, phrase) > 1:
        return speaker
    outlets: dict[str, Speaker] = {}
    for at in range(phrase.first - 1, max(0, phrase.first - _BACK), -1):
        if forms[at] != noun and not (forms[at][1:] == noun and forms[at][0] in "وفبل"):
            continue
        if word in _SOURCES:
            told = _source(reading, at)
            if told is not None:
                return evolve(speaker, name=told)
            continue
        outlet = _outlet(reading, at, speaker)
        if outlet is not None:
            outlets.setdefault(outlet.name, outlet)
    return next(iter(outlets.values())) if len(outlets) == 1 else speaker


def _outlet(reading: Reading, at: int, speaker: Speaker) -> Speaker | None:
    """Return the outlet of the name behind the word at `at`, in marks or known."""
    words = reading.passage.words
    title = span_in_marks(words, at)
    if title is not None:
        return evolve(speaker, name=words.text[slice(*title)].strip(), kind="body")
    part = reading.cast.by_word.get(at) or reading.cast.by_word.get(at + 1)
    body = part is not None and reading.is_plain(at + 1) and part.entity.type == "organization"
    return named(part.entity, speaker) if part is not None and body else None


def _source(reading: Reading, at: int) -> str | None:
    """Return the words of an indefinite source at word `at` («مصدر مسؤول», «مصدر في الوزارة»), or None."""
    words, flags, spaced = reading.passage.words, reading.nouns.words.flags, reading.nouns.words.spaced
    last = at + 1
    if last < len(words) and spaced[at] and not flags[last] & _NO_ADJECTIVE and not is_definite(words.forms[last]):
        last += 1
    if last + 1 < len(words) and spaced[last - 1] and spaced[last] and words.forms[last] in _WHERE:
        noun = reading.nouns.read(last + 1)
        last = noun.last if noun is not None else last
    start = words.starts[at] + len(words.forms[at]) - len("مصدر")
    return words.text[start : words.ends[last - 1]] if last > at + 1 else None
