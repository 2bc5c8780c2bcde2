"""Tells whether the subject of a verb stands before it, so that the noun behind it is whom the verb addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.agreement import is_owned
from arabnews_quotes.text.grammar import without_conjunction

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_PRONOUNS: Final = {"هو": ("m", "s"), "هي": ("f", "s"), "هم": ("m", "p"), "هما": (None, "d"), "هن": ("f", "p")}
_WHO: Final = {
    lead + word: (gender, pronouns)
    for word, gender, pronouns in (("التي", "f", frozenset({"ها", "هم"})), ("الذي", "m", frozenset({"ه"})))
    for lead in ("", "و")
}
"""The gender of what a relative pronoun stands for, and the pronouns that take it up where it is no subject."""
_TIMES: Final = frozenset({"الوقت", "اليوم", "الحين", "العام", "الشهر", "اللحظه", "الليله", "المره", "السنه"})
_TAKEN_UP: Final = 8
"""«الخطة التي دعا الوزير إلى تنفيذها»: the pronoun stands within so many words."""
_LEADS: Final = frozenset({"ب", "ل", "عن", "من", "في", "الي", "علي", "عند", "لدي"})


def is_told_already(reading: Reading, index: int, form: CueForm, source: Phrase) -> bool:
    """Tell whether a pronoun, a relative pronoun or what the verb describes is its subject («وهو يدعو الناس إلى …»)."""
    passage, forms, at = reading.passage, reading.passage.words.forms, index - 1
    grammar = reading.grammar
    if form.pronoun or source.first != index + 1 or at < passage.lo:
        return False  # «التي تتهمها الشرطة بـ…», «الذي دعا إليه البعض»
    while at > passage.lo and (forms[at] in grammar.before_verb or forms[at] in grammar.kana):
        at -= 1
    if not reading.is_plain(at + 1):
        return False
    word = without_conjunction(forms[at])
    if word in _PRONOUNS:
        gender, number = _PRONOUNS[word]
        return (gender is None or form.gender in {gender, None}) and (form.number or "s") == number
    who = _WHO.get(forms[at])
    if who is not None:
        timely = at > passage.lo and forms[at - 1] in _TIMES  # «في الوقت الذي دعا فيه …»
        return form.gender in {who[0], None} and not timely and not _is_taken_up(reading, source, who[1])
    plural = at == index - 1 and form.kind == "present" and form.gender == "f" and word.endswith("ات")
    return plural and not word.startswith("ال") and at not in reading.cast.by_word


def _is_taken_up(reading: Reading, source: Phrase, pronouns: frozenset[str]) -> bool:
    """Tell whether a pronoun in a source or behind it stands for what a relative pronoun means."""
    words, text = reading.passage.words, reading.passage.text
    limit, last = reading.passage.stop_after(words.ends[source.last - 1]), source.last - 1
    for i in range(last, min(last + _TAKEN_UP, reading.passage.hi)):
        word = words.forms[i]
        if words.starts[i] >= limit:
            break
        end = next((p for p in pronouns if word.endswith(p) and len(word) > len(p)), None)
        if end is None or text[words.ends[i] - 1] == "ة":
            continue
        if word[: -len(end)] in _LEADS or is_owned(reading, i):
            return True
    return False
