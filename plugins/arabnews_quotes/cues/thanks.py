"""Finds thanks, greetings, condolences and excuses that someone gives: «قدم شكره لـ…», «تقدم بالتهنئة إلى …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.text.grammar import BI_THAT, THAT

from .scanning import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.cues import CueForm, CueReading, CueTable
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_REACH: Final = 16
"""Between the verb and its noun stands whoever gives, with his office: no more words than this."""
_NEAR: Final = 3
"""Behind a participle, or a verb without a subject, the noun follows within so many words."""
_STEPS: Final = 3
_SO: Final = "هذا"
"""«هذا وتقدم الوزير بالشكر» opens a sentence."""
_ENDING: Final = frozenset({"ختم", "اختتم"})
_PRAISING: Final = frozenset(
    {"خالص", "جزيل", "عظيم", "اسمي", "احر", "اصدق", "وافر", "بالغ", "اطيب", "ايات", "عبارات", "كل", "عميق", "صادق"}
)
"""What stands before the noun («أسمى آيات الشكر»), alone or behind ب."""
_SPEECH: Final = frozenset(
    {"حديثه", "حديثها", "كلمته", "كلمتها", "كلامه", "كلامها", "تصريحه", "تصريحها", "تصريحاته", "خطابه", "مداخلته"}
)
"""What one ends with thanks («ختم كلمته بالشكر لـ…»)."""


def find_thanks(
    reading: Reading, giving: CueTable, nouns: Sequence[int]
) -> Iterator[tuple[int, CueReading, CueForm, Frame]]:
    """Yield the verbs that give one of the nouns of thanks of a passage, with the frame that they meet, in order."""
    done = reading.passage.lo
    for noun in nouns:
        found = _given(reading, giving, noun, done)
        if found is not None:
            done = noun + 1
            yield found


def _given(reading: Reading, giving: CueTable, noun: int, floor: int) -> tuple[int, CueReading, CueForm, Frame] | None:
    """Return the verb that gives what stands at a noun of thanks, not before word `floor`, or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    first = noun
    while first > floor and reading.is_plain(first) and noun - first < _STEPS and _praises(forms[first - 1]):
        first -= 1
    with_bi = forms[first][0] == "ب"
    start = passage.sentence_start(passage.words.starts[first])
    for index in range(first - 1, max(floor, first - _REACH) - 1, -1):
        word = forms[index]
        if passage.words.starts[index] < start or word in THAT or word in BI_THAT or word in reading.grammar.relative:
            return None
        verb = giving.lookup(word)
        if verb is not None:
            return _read(reading, index, verb, first, "ب" if with_bi else "NP")
        cue = reading.signs.cues.get(index)
        if cue is not None and "masdar" not in cue.kinds and index not in reading.cast.by_word:
            return None
    return None


def _praises(word: str) -> bool:
    return word in _PRAISING or (word[0] == "ب" and word[1:] in _PRAISING)


def _read(
    reading: Reading, index: int, cue: CueReading, content: int, frame: str
) -> tuple[int, CueReading, CueForm, Frame] | None:
    form = next((form for form in cue.forms if frame in form.frames), None)
    passage = reading.passage
    bare = passage.stop_after(passage.words.ends[content]) <= passage.words.ends[content]
    if form is None or bare or _is_unsaid(reading, index):
        return None  # «قدم لهم التعازي.»
    forms, at = reading.passage.words.forms, index + 1
    source: Phrase | None = None
    if form.kind != "participle" and at < content and forms[at] not in _SPEECH:
        while at < content and forms[at] in reading.grammar.toward:
            at += 1  # «قدم له الشكر»
        source = reading.phrase(at) if at < content else None
        if source is not None and source.last > content:
            source = evolve(source, last=content, name=None)
        if source is not None and not reading.can_speak(source):
            return None
    behind = source.last if source is not None else at
    if form.lemma in _ENDING:
        if content - 1 < behind or forms[content - 1] not in _SPEECH:
            return None
    elif content - behind > (_REACH if source is not None else _NEAR):
        return None
    return index, cue, form, Frame("noun", source, reading.passage.words.starts[content])


def _is_unsaid(reading: Reading, index: int) -> bool:
    """Tell whether the word before a verb denies, wishes or governs it («لم يقدم اعتذارا»)."""
    forms = reading.passage.words.forms
    if (
        index == reading.passage.lo
        or not reading.is_plain(index)
        or (forms[index][0] == "و" and forms[index - 1] == _SO)
    ):
        return False
    return forms[index - 1] in reading.grammar.unsaying
