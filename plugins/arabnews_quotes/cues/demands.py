"""Finds what is asked of others without the preposition of its verb: «مطالبا الحكومة توفير …», «طالب الهيئة إلى …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.agents import has_masdar_shape, is_construct
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .scanning import Frame
from .sources import source_behind

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

CALLS_UPON: Final = frozenset({"طالب", "ناشد", "حث", "دعا"})
"""Verbs that name whom they ask before what they ask for."""
_REACH: Final = 12
"""Between the verb and what is asked for stands who asks and who is asked: no more words than this."""
_OWN: Final = ("ه", "ها", "هم")
_TO: Final = "الي"
_PRESENT: Final = "الحضور"
_DEMAND: Final = "طالب"


def demanded(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a verb of asking behind whose object stands what is asked for, or None.

    Where only one noun phrase stands between, it is asked and does not ask («وطالب السائقين أخذ الحذر»).
    """
    form = next((f for f in cue.forms if f.lemma in CALLS_UPON and f.kind != "masdar" and not f.pronoun), None)
    if form is None or index + 1 >= reading.passage.hi or not reading.is_plain(index + 1):
        return None
    passage = reading.passage
    forms, starts = passage.words.forms, passage.words.starts
    source, start = source_behind(reading, form, index) if form.finite else (None, index + 1)
    if source is not None and not reading.can_speak(source):
        source, start = None, index + 1
    limit = passage.stop_after(passage.words.ends[index])
    for at in range(start, min(start + _REACH, passage.hi)):
        word = forms[at]
        if starts[at] >= limit or not reading.is_plain(at) or word in THAT or word in BI_THAT:
            break
        closed = at > index + 1 and _closes(reading, at - 1)
        if closed and (_is_asked_for(reading, at) or (word == _TO and form.lemma == _DEMAND)):
            asker = source if at > start or (source is not None and _asks_himself(word, source)) else None
            content = passage.words.ends[at] if word == _TO else starts[at]
            return form, Frame("noun", asker, content)
        found = reading.signs.cues.get(at)
        if found is not None and "masdar" not in found.kinds and at not in reading.cast.by_word:
            break
        if word in reading.grammar.preposition or word in reading.grammar.relative or reading.is_governed(at, "ب"):
            break  # «طالب الوزير بوقف كذا»
    return None


def _asks_himself(word: str, source: Phrase) -> bool:
    """Tell whether one person alone before what is to be done asks for it («طالب المدرب إنهاء المباراة»)."""
    noun = source.noun
    return noun is not None and noun.number == "s" and noun.kind in {"person", "role"} and not is_definite(word)


def _closes(reading: Reading, at: int) -> bool:
    """Tell whether whom one asks may end with a word: it is definite, a name or somebody's own («حكومة بلادهم»)."""
    words, word = reading.passage.words, reading.passage.words.forms[at]
    own = word.endswith(_OWN) and words.text[words.ends[at] - 1] != "ة"
    return own or is_definite(word) or at in reading.cast.covered


def _is_asked_for(reading: Reading, at: int) -> bool:
    """Tell whether what is asked for begins at a word, alone or behind ل: whoever is asked is definite."""
    words, asked = reading.passage.words, reading.grammar.demanded
    word = words.forms[at]
    called = at in reading.cast.covered and at - 1 in reading.cast.covered
    if called or (word == _PRESENT and words.forms[at + 1 : at + 2] == (_TO,)):
        return False  # «مطالبين وزارة | العمل بـ…», «دعا الحضور إلى …»
    if word in asked or (word[0] == "ل" and (word[1:] in asked or "ال" + word[2:] in asked)):
        return True
    bare = word[1:] if word[0] == "ل" and reading.is_governed(at, "ل") else word
    people = words.text[words.starts[at]] == "أ"  # «أصحاب المنشآت»
    return not people and has_masdar_shape(bare) and is_construct(reading, at)  # «مطالبا الجهات المعنية تسهيل عملهم»
