"""Tells whose word religious prose cites by formula: «قال تعالى», «قال رسول الله», «قال عليه الصلاة والسلام»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .memory import Memory, Speaker

if TYPE_CHECKING:
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.cues.scanning import Frame
    from arabnews_quotes.nouns.phrases import Phrase, Reading

GOD: Final = frozenset({"تعالي", "سبحانه", "جل", "تبارك", "عزوجل", "تعلي"})
_LORD: Final = frozenset({"الحق", "المولي", "الباري", "ربنا", "الله"})
_PRAISE: Final = {
    "عليه": frozenset({"الصلاه", "السلام", "افضل"}),
    "صلي": frozenset({"الله"}),
    "عز": frozenset({"وجل", "شانه", "وعلا", "من"}),
}
BLESSED: Final = "ﷺ"
"""A blessing of the prophet in one character."""
_HE: Final = frozenset({"انه", "انها", "انهم", "انهما"})
_AS: Final = frozenset({"اذ", "حين", "حيث", "عندما"})
_TRUE: Final = frozenset({"صدق", "وصدق", "فصدق"})
_ENDS: Final = frozenset({"وسلم", "سلم", "وسلامه", "عنه", "عنها", "عنهما", "عنهم", "تعالي", "وجل", "السلام", "والسلام"})
"""The words with which a formula ends."""
BLESSES: Final = frozenset({"صلي", "رضي", "رحمه", "رحمها"})
_SAYINGS: Final = frozenset({"قول", "بقول", "لقول", "وقول", "كقول", "فقول"})
_SAYS: Final = frozenset({"يقول", "قال", "ويقول", "فيقول", "فقال"})
OPENS_FORMULA: Final = GOD.union(_LORD, _PRAISE, ("رسول", BLESSED))
"""With these begins every formula behind a verb."""
_GODLY: Final = 4
"""«قوله تعالى», «يقول الله عز وجل» have no more words."""
_FORMULA: Final = 10
"""A formula and whom it follows have no more words than this."""
_FAR: Final = 6
"""A name before a blessing and its «عن» have no more words than this."""
_CALLED: Final = frozenset({"رسول", "ورسول", "الرسول", "والرسول", "النبي", "والنبي", "المصطفي", "للنبي"})
_FROM: Final = frozenset({"عن", "وعن", "ان", "فعن"})
PROPHET: Final = ("رسول الله", "الرسول", "النبي", "المصطفى")


def speaker_by_formula(reading: Reading, after: int, memory: Memory, *, says: bool = True) -> Speaker | None:
    """Return whom a formula at word `after`, right behind the cue, means; None where there is none.

    `says` tells that the cue is a verb of saying: «داعيا المولى عز وجل أن» calls upon him.
    """
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if after >= hi:
        return None
    word, following = forms[after], forms[after + 1] if after + 1 < hi else ""
    if word == "رسول" and following == "الله":
        return Speaker(PROPHET[0], gender="m", number="s", kind="person")
    if word in GOD or (word == "عز" and following in _PRAISE["عز"]):
        return Speaker("الله", gender="m", number="s", kind="person")
    if says and word in _LORD and following in GOD | {"عز"}:
        return Speaker("الله", gender="m", number="s", kind="person")  # «قال الحق سبحانه»
    if following in _PRAISE.get(word, ()) or word == BLESSED:
        known = next((t.speaker for t in memory.latest() if t.speaker.name.startswith(PROPHET)), None)
        return known or (
            Speaker(PROPHET[0], gender="m", number="s", kind="person")
            if word in {"صلي", BLESSED} or following == "الصلاه"
            else None
        )
    return None


def speaker_of_citation(reading: Reading, report: Report, memory: Memory) -> Speaker | None:
    """Return whose word is cited between a cue and the colon or the marks behind it, or None.

    «مستشهدا بقوله تعالى: …», «بينة لقوله عليه السلام: …»: whoever cites it.
    """
    forms, at = reading.passage.words.forms, reading.passage.word_at(report.content)
    low = reading.passage.word_at(report.cue[1])
    for index in range(at - 2, max(low, at - _FORMULA) - 1, -1):
        word = forms[index]
        if word in _SAYS or word.removesuffix("ه") in _SAYINGS:
            found = speaker_by_formula(reading, index + 1, memory)
            near = found is not None and (found.name != "الله" or at - index <= _GODLY)
            return found if near else None
    return None


def speaker_before_formula(  # noqa: PLR0911 - one formula a line
    reading: Reading, index: int, memory: Memory
) -> Speaker | None:
    """Return whom a formula right before the verb at word `index` means («أن النبي صلى الله عليه وسلم قال»), or None.

    Whom God may be pleased with is named before the formula («عن فلان رضي الله عنه قال»).
    """
    passage, forms = reading.passage, reading.passage.words.forms
    at = index - (index > passage.lo and forms[index - 1] in _HE)
    low = max(passage.lo, at - _FORMULA)
    if at > low + 2 and forms[at - 1] in _AS:  # «صدق الله تعالى إذ يقول»
        at -= 1
        true = forms[at - 1] == "الله" or (forms[at - 1] == "العظيم" and forms[at - 2] == "الله")
        if true and not _TRUE.isdisjoint(forms[max(passage.lo, at - 3) : at]):
            return Speaker("الله", gender="m", number="s", kind="person")
    if at <= low + 1 or not (forms[at - 1] in _ENDS or (forms[at - 1] == "الله" and forms[at - 2] in BLESSES)):
        return None
    if forms[at - 1] in {"تعالي", "وجل"}:
        god = forms[at - 2] in {"الله", "فالله", "والله", "عز", "وعز", "سبحانه", "ربنا"}
        return Speaker("الله", gender="m", number="s", kind="person") if god else None
    for opening in range(at - 2, low - 1, -1):
        word = forms[opening]
        if word in BLESSES and "الله" in forms[opening:at]:
            if word == "صلي":
                return prophet_called(reading, opening, memory)
            return _blessed(reading, opening, named=True)
        if word == "عليه" and forms[opening - 1] != "الله":
            return _blessed(reading, opening, named=False)
    return None


def _blessed(reading: Reading, opening: int, *, named: bool) -> Speaker | None:
    """Return who stands before a blessing; where `named`, by the words behind «عن» if no list knows the name."""
    passage, words = reading.passage, reading.passage.words
    part = reading.cast.by_last.get(opening)
    if part is not None and part.entity.type == "person":
        return Speaker(part.entity.name, part.entity.id, number="s", kind="person")
    near = range(opening - 2, max(passage.lo, opening - _FAR) - 1, -1)
    about = next((i for i in near if words.forms[i] in _FROM), None) if named else None
    if about is None:
        return None
    return Speaker(passage.text[words.starts[about + 1] : words.ends[opening - 1]], number="s", kind="person")


def prophet_called(reading: Reading, opening: int, memory: Memory) -> Speaker:
    """Return the prophet by the name that stands before his blessing, or by which he spoke before."""
    forms, low = reading.passage.words.forms, reading.passage.lo
    near = range(opening - 1, max(low, opening - 4) - 1, -1)
    called = next((forms[i] for i in near if forms[i] in _CALLED), None)
    if called is None:
        known = next((t.speaker for t in memory.latest() if t.speaker.name in PROPHET), None)
        return known or Speaker(PROPHET[0], gender="m", number="s", kind="person")
    name = next((name for name in PROPHET[1:] if called.endswith(name[2:])), PROPHET[0])
    return Speaker(PROPHET[0] if called in {"رسول", "ورسول"} else name, gender="m", number="s", kind="person")


def is_lord(reading: Reading, source: Phrase | None) -> bool:
    """Tell whether a source is God under one of His names («قال ربنا "…"»)."""
    return source is not None and reading.passage.words.forms[source.first] in _LORD


def is_verse(reading: Reading, frame: Frame) -> bool:
    """Tell whether a verse of scripture stands behind a colon without marks: nothing shows where it ends."""
    forms, text = reading.passage.words.forms, reading.passage.text
    scripture = frame.source is not None and forms[frame.source.first] in GOD | {"الله"}
    return scripture and text[frame.content : reading.passage.end].lstrip()[:1] not in {"(", "{", "﴿", "}"}
