"""Tells verbs of saying that tell of a deed, or of what a thing shows: «معلنا فوز فريقه», «تؤكد التجربة أن»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.wordlists import COMMON

from .grammar import without_conjunction
from .verb_subjects import antecedent

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .phrases import Phrase, Reading
    from .scanning import Frame

_AS: Final = frozenset({"كما", "مثلما", "ما"})
_BY: Final = frozenset({"من", "عن"})
_POINTED: Final = frozenset({"نقطه", "ركله", "ضربه"})
"""What a referee points at."""
_IN_IT: Final = frozenset({"فيه", "فيها", "فيهم", "فيهما"})
_OF_NOUNS: Final = frozenset({"noun", "preposition", "two-part"})


def is_mute(reading: Reading, source: Phrase, form: CueForm | None = None) -> bool:
    """Tell whether a source is a thing that shows and says nothing («الأرقام», «الواقع»), unless it is called so."""
    if source.first in reading.cast.by_word or reading.is_marked(source.first):
        return False
    word = without_conjunction(reading.passage.words.forms[source.first])
    seen = form is not None and form.kind == "present"
    return word in reading.grammar.mute or (seen and word in reading.grammar.data)


def is_deed(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a verb of saying at word `index` tells of no word, by what follows it or stands before it."""
    if _is_first_person(reading, index, form, frame) or _is_adjective(reading, index, form):
        return True
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if form.lemma == "راي" and index + 1 < hi and forms[index + 1] in _IN_IT:
        return True  # «رأى فيه تهديدا: …»
    behind = frame.source.last if frame.source is not None and frame.source.first > index else index + 1
    if form.lemma == "زاد" and behind < hi and forms[behind] in _BY:
        return True  # «زادت المكتبة من …»
    if frame.kind not in _OF_NOUNS:
        return frame.kind == "colon" and form.kind == "participle" and form.form.endswith("ات")
    first = forms[min(reading.passage.word_at(frame.content), reading.passage.hi - 1)]
    if form.lemma == "اشار":
        return first in _POINTED
    if form.lemma == "شدد":
        return not reading.grammar.tightened.isdisjoint(forms[index + 1 : reading.passage.word_at(frame.content)])
    if form.lemma == "اعلن":
        return form.kind == "participle" and first in reading.grammar.outcome
    if form.lemma == "اكد":
        return first in reading.grammar.merit
    if form.lemma == "ابدي":
        return first not in reading.grammar.feeling
    return _is_of_thing(reading, index, form, frame)


def _is_of_thing(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether what stands behind a verb is its object, and its subject a thing («المشكلة التي تهدده بالإفلاس»)."""
    before = reading.passage.words.forms[index - 1] if index > reading.passage.lo else ""
    related = before in reading.grammar.relative and form.finite and not form.pronoun
    return related and frame.source is not None and form.strength == "B" and antecedent(reading, index) is None


def _is_first_person(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether «كما ذكرت» is what the author said himself: no woman or body follows, and no clause at once."""
    if form.kind != "past" or form.gender != "f" or form.number != "s" or form.pronoun or index == reading.passage.lo:
        return False
    if reading.passage.words.forms[index - 1] not in _AS or not reading.is_plain(index) or form.lemma[-2] == "ا":
        return False  # «أشارت» is no first person
    if frame.source is not None and reading.can_speak(frame.source):
        return False
    behind = frame.source.last if frame.source is not None else index + 1
    return reading.passage.word_at(frame.content) - frame.bare - behind > 1


def _is_adjective(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether a participle is the adjective of the noun before it («مصادر مطلعة», «أفكار ومقترحات»)."""
    words, passage = reading.nouns.words, reading.passage
    word = passage.words.forms[index]
    if form.kind != "participle" or form.strength == "A" or not word.endswith(("ه", "ات")):
        return False
    if word[0] == "و" and word.endswith("ات"):
        return True
    if index == passage.lo or not reading.is_plain(index) or index - 1 in reading.cast.by_word:
        return False
    before = passage.words.forms[index - 1]
    indefinite = not before.startswith(("ال", "لل", "وال", "بال")) and not before.endswith(("ها", "هم", "ته"))
    return indefinite and bool(words.flags[index - 1] & COMMON or reading.is_group(index - 1))
