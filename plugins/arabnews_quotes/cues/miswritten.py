"""Tells by its spelling that a word is no form of a verb it folds alike with.

«إشارة» is no «أشاره», «مذكرة» no speaker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NISBA
from arabnews_quotes.text.grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

_AROUND: Final = 1_000
_SO_SPELT: Final = re.compile(r"\b(?:فى|الذى|التى)\b")
MISWRITTEN: Final = frozenset({"ذكر", "روي", "ادعي", "ابان", "اضاف", "اعتقد", "هنا", "راي", "امل", "اقر", "هتف"})
_ADMITTING: Final = frozenset({"مقرا", "مقراً", "مقرًا", "مقرّا", "مقرة", "مقرّة", "مقرين"})
_NEAR: Final = 8
"""Within so many words «يدعى أن» comes to its clause."""


def is_miswritten(  # noqa: C901, PLR0911, PLR0912 - one verb a line
    reading: Reading, index: int, form: CueForm
) -> bool:
    """Tell whether a word's spelling excludes a form that folds alike: «إشارة» is no «أشاره», «تعهدًا» no dual verb."""
    words = reading.passage.words
    start, end = words.starts[index], words.ends[index]
    doubtful = form.lemma in MISWRITTEN
    if not doubtful and form.pronoun != "ه" and end - start == len(words.forms[index]):
        return False  # without marks there is no tanwin
    word = words.text[start:end]
    if doubtful:
        if form.lemma == "اضاف" and form.kind == "participle" and form.gender == "f" and word[-1] == "ه":
            return True  # «مضيفه»: its host
        if form.lemma == "ابان" and form.kind == "past" and "إ" in word:
            return True  # «إبان الأزمة»: at the time of it
        if form.lemma == "اعتقد" and "أ" in word:
            return True  # «وأعتقد»: the first person
        if form.lemma == "هنا" and form.form == "هنا" and "أ" not in word:
            return True  # «وهنا»: here
        if (
            form.lemma == "راي"
            and word[-1] == "ي"
            and reading.passage.text.find("ى", reading.passage.start, reading.passage.end) >= 0
        ):
            return True  # «رأي»: an opinion, but where every ى is written ي
        if form.lemma == "ذكر" and form.kind == "participle" and word[-1] == "ة" and _is_memo(reading, index):
            return True  # «مذكرة داخلية»
        if form.lemma == "روي" and form.kind == "past" and word[-1] == "ي" and words.text.startswith(":", end):
            return True  # «باولا روي: "…"»
        if form.lemma == "ادعي" and form.kind == "present" and word[-1] == "ى" and _is_called_so(reading, index):
            return True  # «ويدعى فلان»: he is called so
        if form.lemma == "اقر" and form.kind == "participle" and word.lstrip("وف") not in _ADMITTING:
            return True  # «ومقره المدينة»: its seat
        if form.lemma == "اقر" and word[-1] == "أ":
            return True  # «أقرأ»: I read
        if form.lemma == "هتف" and words.forms[index] == "هاتفا" and not words.text.startswith((":", " :"), end):
            return True  # «هاتفا "كذا"»: a telephone
        if form.lemma == "امل" and form.form == "املا" and "أ" in word:
            return True  # «أملا في أن»: in the hope
    return (form.pronoun == "ه" and word[-1] == "ة") or (form.finite and "\u064b" in word)


def _is_called_so(reading: Reading, index: int) -> bool:
    """Tell whether «يدعى» gives a name: no clause of its own follows, and the text does not write ى for every ي."""
    words = reading.passage.words
    for at in range(index + 1, min(index + _NEAR, reading.passage.hi)):
        if words.forms[at] in BI_THAT or (words.forms[at] in THAT and words.text[words.starts[at]] == "أ"):
            return False
        if at in reading.signs.cues:
            break
    start = words.starts[index]
    return _SO_SPELT.search(words.text, max(0, start - _AROUND), start + _AROUND) is None


def _is_memo(reading: Reading, index: int) -> bool:
    """Tell whether «مذكرة» at word `index` is a paper: behind «أن», or with an adjective of its own."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    adjective = index + 1 < reading.passage.hi and reading.is_plain(index + 1) and bool(flags[index + 1] & NISBA)
    return adjective or (index > reading.passage.lo and forms[index - 1] in THAT)
