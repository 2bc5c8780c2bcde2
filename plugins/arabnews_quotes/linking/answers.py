"""Finds who answers a question where the verb names nobody: «قال زيد: هل وصلت؟ قال: نعم» is another's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.memory import Speaker
from arabnews_quotes.text.scripture import PROPHET

from .link import speaker_of_source

if TYPE_CHECKING:
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.memory import Memory, Turn

_ANSWERS: Final = frozenset({"قال", "قالت", "قالوا", "اجاب", "اجابت", "اجابوا", "رد", "ردت", "يقول", "يجيب"})
_FAR: Final = 60
"""«يا» stands so few words before the verb of the answer."""
_CALLED: Final = 4
"""Whom «يا» calls has no more words than this."""
_ASKED: Final = 30
"""A verb of asking stands so many words before the verb of the answer."""
_ASKS: Final = {
    "سال": "m", "يسال": "m", "تسال": "f", "سالت": "", "سالنا": "", "نسال": "", "اسال": "", "سالوا": "m", "يسالون": "m",
}  # fmt: skip
_SPEAK: Final = frozenset({"say", "answer", "continue", "explain", "assert"})
_OWN: Final = {
    "والدي": "m", "ابي": "m", "اخي": "m", "زوجي": "m", "جدي": "m", "صديقي": "m", "ابني": "m", "عمي": "m", "خالي": "m",
    "والدتي": "f", "امي": "f", "اختي": "f", "زوجتي": "f", "جدتي": "f", "صديقتي": "f", "ابنتي": "f", "عمتي": "f",
    "زوجه": "f", "زوجته": "f", "زوجها": "m", "امه": "f", "امها": "f", "والده": "m", "والدته": "f", "والدها": "m",
    "والدتها": "f", "ابنه": "m", "ابنته": "f", "ابنها": "m", "ابنتها": "f", "اخاه": "m", "اباه": "m",
    "جاري": "m", "جارتي": "f", "معلمي": "m", "معلمتي": "f", "صديقه": "m", "صديقتها": "f", "صاحبه": "m",
}  # fmt: skip
"""Whose someone is: the words for kin and friends with a pronoun, and their gender."""
_PROPHET: Final = ("رسول الله", "نبي الله")


def answers(reading: Reading, report: Report, memory: Memory, number: int) -> bool:
    """Tell whether a verb stands right behind the question of who spoke last; `number` is that of the passage.

    «وقال» goes on with the same speaker, «قال» and «فقال» do not.
    """
    passage = reading.passage
    at = passage.word_at(report.cue[0])
    lead = report.cue[0] - passage.words.starts[at]
    bare = lead == 0 or (lead == 1 and passage.words.forms[at][0] == "ف")
    if report.subject != "dropped" or not bare or at <= passage.lo or not memory.turns:
        return False
    gap = passage.gap_before(at)
    if "؟" not in gap and not ("?" in gap and report.kind in {"colon", "marks"}):
        return False
    last = memory.turns[-1]
    asked = passage.sentence_start(passage.words.ends[at - 1] - 1)
    mine = any("سالت" in form for form in passage.words.forms[passage.word_at(asked) : at])  # «سألت جارتي: …؟ أجابت»
    return (
        not mine
        and passage.words.forms[at][lead:] in _ANSWERS
        and bool(last.statement)
        and not last.aside
        and (last.passage, last.sentence) == (number, asked)
    )


def asked(reading: Reading, report: Report, memory: Memory) -> Speaker | None:
    """Return whom a verb of asking right before the cue names as its object: he answers, or None.

    «سألت والدي عن السبب فقال», «فسأل زوجه: من أين لك هذا؟ قالت له», «وسألت عائشة النبي …، فقال لها».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    at, form = passage.word_at(report.cue[0]), report.form
    if report.subject != "dropped" or form is None or not form.finite or at - 2 < passage.lo:
        return None
    joined = forms[at][0] == "ف" and report.cue[0] == passage.words.starts[at] + 1
    if not joined and not (report.cue[0] == passage.words.starts[at] and forms[at] in _ANSWERS):
        return None
    asks = next((i for i in range(at - 2, max(passage.lo, at - _ASKED) - 1, -1) if _asker(forms[i]) is not None), None)
    if asks is None or not _leads_to(reading, asks, at):
        return None
    first = _person(reading, asks + 1, at)
    second = _person(reading, first.last, at) if first is not None and reading.is_plain(first.last) else None
    asker = _asker(forms[asks])
    whom = (first, second) if asker != form.gender else (second,)
    if asker == "" and "؟" in passage.gap_before(at):
        whom = (first,)  # «سألت جارتي: …؟ أجابت»
    for phrase in whom:
        gender = _gender(reading, phrase) if phrase is not None else None
        if phrase is not None and gender in {None, form.gender}:
            return speaker_of_source(reading, phrase, memory, form.gender, form.number)
    return None


def _asker(word: str) -> str | None:
    """Return the gender of who asks by a verb, "" where that may be «I» too; None where it is no such verb."""
    verb = word[1:] if word[0] in "وف" and len(word) > 3 else word
    return _ASKS.get(verb)


def _leads_to(reading: Reading, asks: int, at: int) -> bool:
    """Tell whether nobody else speaks between a verb of asking and the cue, nor a sentence ends but with a question."""
    passage, cues = reading.passage, reading.signs.cues
    if any(i in cues and any(f.finite and f.cue_class in _SPEAK for f in cues[i].forms) for i in range(asks + 1, at)):
        return False
    stop = passage.stop_after(passage.words.ends[asks] - 1)
    return stop >= passage.words.starts[at] - 1 or passage.text[stop] == "؟"


def _person(reading: Reading, at: int, end: int) -> Phrase | None:
    """Return the person at word `at`: one of kin, or a phrase that can speak."""
    if at >= end or at >= reading.passage.hi or not reading.is_plain(at):
        return None
    if reading.passage.words.forms[at] in _OWN:
        return Phrase(at, at + 1, agent=True)
    phrase = reading.phrase(at)
    return phrase if phrase is not None and phrase.last <= end and reading.can_speak(phrase) else None


def _gender(reading: Reading, phrase: Phrase) -> str | None:
    own = _OWN.get(reading.passage.words.forms[phrase.first])
    part = reading.cast.by_word.get(phrase.first)
    named = reading.cast.gender(part.entity) if part is not None else None
    return own or named or (phrase.noun.gender if phrase.noun is not None else None)


def answerer(reading: Reading, offset: int, memory: Memory, turns: list[Turn]) -> Speaker | None:
    """Return whom the question before a verb calls («…، يا فلان؟ قال»), or who else spoke in its passage, or None.

    `turns` are those whose speakers agree with the verb at `offset`, the last one first.
    """
    last = memory.turns[-1]
    called = _called(reading, last.sentence, offset, memory)
    if called is not None:
        return called
    asked = last.speaker.name
    return next((t.speaker for t in turns if t.passage == last.passage and t.speaker.name != asked), None)


def _called(reading: Reading, start: int, end: int, memory: Memory) -> Speaker | None:
    """Return whom «يا» calls between two offsets: the prophet, or someone known of that name."""
    passage, forms = reading.passage, reading.passage.words.forms
    first, last = passage.word_at(start), passage.word_at(end)
    at = next((i for i in range(last - 2, max(first, last - _FAR) - 1, -1) if forms[i] == "يا"), None)
    if at is None:
        return None
    name = " ".join(forms[at + 1 : min(at + 1 + _CALLED, last)])
    if name.startswith(_PROPHET):
        known = next((t.speaker for t in memory.latest() if t.speaker.name in PROPHET), None)
        return known or Speaker(PROPHET[0], gender="m", number="s", kind="person")
    part = reading.cast.by_word.get(at + 1)
    if part is not None and part.entity.type == "person":
        return Speaker(part.entity.name, part.entity.id, number="s", kind="person")
    return next((t.speaker for t in memory.latest() if name.startswith(fold(t.speaker.name))), None)
