"""Finds who answers a question where the verb names nobody: «قال زيد: هل وصلت؟ قال: نعم» is another's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews_quotes.text.memory import Speaker
from arabnews_quotes.text.scripture import PROPHET

if TYPE_CHECKING:
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.memory import Memory, Turn

_ANSWERS: Final = frozenset({"قال", "قالت", "قالوا", "اجاب", "اجابت", "اجابوا", "رد", "ردت", "يقول", "يجيب"})
_FAR: Final = 60
"""«يا» stands so few words before the verb of the answer."""
_CALLED: Final = 4
"""Whom «يا» calls has no more words than this."""
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
