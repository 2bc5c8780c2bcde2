"""Finds words that are cited: in brackets without a colon («قال سبحانه {…}»), behind «قوله» and «قول فلان»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from arabnews_quotes.text.scripture import BLESSED, GOD

from .report import Report
from .scanning import Frame
from .sources import source_behind

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_HOLY: Final = GOD | {"الله", "رسول", "الرسول", "النبي", "صلي", "عليه", "الحق", "المولي", "عز", "ربنا", BLESSED}
_REACH: Final = 10
"""A formula and what tells where it is said have fewer words than this."""
_BRACKETS: Final = {"(": ")", "{": "}", "﴿": "﴾", "}": "{"}
_FARTHEST: Final = 6000
"""A bracket is closed so many characters behind its opening at the most."""
LEAST: Final = 4
"""What is cited has at least so many words; fewer are a gloss or a blessing («(ص)»)."""
_MANY: Final = 7
"""So many words in brackets are what somebody says, whoever he is."""
CITING: Final = frozenset({"قال", "اضاف", "اردف", "تابع"})
_BLESSES: Final = frozenset({"صلي", "عليه", "عز", "رضي", "جل"})
_BLESSING: Final = (
    GOD | {"عز", "وجل", "وتعالي", "وعلا", "صلي", "الله"} | {"عليه", "وسلم", "السلام", "الصلاه", "والسلام", BLESSED}
)
"""Formulas between «قوله» and what he said."""
_MEANS: Final = frozenset({"عبر", "في", "خلال", "علي"})
_FEW: Final = 6
_VERSE: Final = re.compile(r":\s*[({﴿]")
"""Brackets behind a colon hold scripture."""
_FORMULA: Final = 8
"""A blessing in brackets has fewer words."""
_FEWEST: Final = 3
"""Marks behind «قول فلان» hold no fewer words."""


def cited(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a verb of saying with words in brackets behind it, or None."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    form = next((f for f in cue.forms if f.lemma in CITING and f.finite and not f.pronoun), None)
    if form is None or index + 1 >= hi:
        return None
    holy = form.lemma == "قال" and forms[index + 1] in _HOLY
    source, at = source_behind(reading, form, index)
    by = at < hi and forms[at] in reading.grammar.speech
    if source is not None and not (by or form.lemma == "قال"):
        return None  # «وأضافت سلمى (ناشرة الكتاب) …»
    at += by
    first, stop, least = (index + 2, index + _REACH, LEAST) if holy else (at, at + 1, _MANY)
    opening = bracket(reading, first, min(stop, hi), least)
    if opening is None:
        return None
    spoken = source is not None and (reading.can_speak(source) or forms[source.first] == "الله")
    return form, Frame("colon", source if spoken else None, opening)


def bracket(reading: Reading, first: int, stop: int, least: int) -> int | None:
    """Return the offset of the first bracket before one of some words that holds words and no blessing, or None."""
    passage = reading.passage
    words, text = passage.words, passage.text
    for at in range(first, stop):
        if reading.is_plain(at):
            continue
        gap = passage.gap_before(at)
        opening = next((i for i, letter in enumerate(gap) if letter in _BRACKETS), None)
        if opening is None:
            if gap.strip(" ،,-–ـ"):
                return None
            continue
        if words.forms[at] in _BLESSES:
            return None
        start = words.ends[at - 1] + opening
        start += text[start + 1 : start + 2] == text[start]  # «((…))»
        close = text.find(_BRACKETS[gap[opening]], start + 1, min(passage.end, start + _FARTHEST))
        return start if close >= 0 and passage.word_at(close) - at >= least else None
    return None


def _past_brackets(reading: Reading, at: int) -> int:
    """Return the word behind a blessing in brackets («النبي (عليه السلام): …»), or `at`."""
    passage = reading.passage
    if at >= passage.hi or reading.is_plain(at) or passage.gap_before(at).strip() != "(":
        return at
    near = range(at + 1, min(at + _FORMULA, passage.hi))
    return next((i for i in near if passage.gap_before(i).lstrip()[:1] == ")"), at)


def _past_means(reading: Reading, at: int) -> int:
    """Return the word behind what tells how he said it, before a colon («قوله عبر مترجم: «…»»), or `at`."""
    passage = reading.passage
    if at >= passage.hi or not reading.is_plain(at) or passage.words.forms[at] not in _MEANS:
        return at
    near = range(at + 1, min(at + _FEW, passage.hi))
    return next((i for i in near if not reading.is_plain(i) and passage.gap_before(i).strip()[:1] == ":"), at)


def in_his_words(
    reading: Reading, index: int, form: CueForm, span: tuple[int, int], source: Phrase | None = None
) -> Report | None:
    """Return the report of «قوله: «…»», «لقوله تعالى {…}», «قول النبي (…) «…»», «بقوله: …»."""
    passage = reading.passage
    at = _past_brackets(reading, index + 1)
    while at < passage.hi and reading.is_plain(at) and passage.words.forms[at] in _BLESSING:
        at += 1
    at = _past_means(reading, at) if source is None else at
    end = passage.words.ends[at - 1]
    following = passage.words.starts[at] if at < passage.hi else passage.end
    quotation = passage.opening_in(end, following)
    subject: Literal["governed", "overt"] = "governed" if source is None else "overt"
    gap = passage.text[end:following]
    verse = ":" in gap and (_VERSE.search(gap) or (source is None and passage.text[span[0] - 1] == "ب"))
    holy = passage.words.forms[at - 1] in _BLESSING | {"النبي", "الرسول"}  # «قوله تعالى {…}»
    opening = end + gap.index(":") + 1 if verse else bracket(reading, at, at + 1, LEAST) if holy else None
    if quotation is None and opening is not None:
        return Report(
            rule="masdar-colon", cue=span, form=form, source=source, boundary=span[0],
            content=opening, kind="colon", top=False, subject=subject,
        )  # fmt: skip
    if quotation is None or passage.text[end : quotation.start].strip(" )") not in {"", ":"}:
        return None
    if source is not None and passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) < _FEWEST:
        return None
    return Report(
        rule="masdar-marks", cue=span, form=form, source=source, boundary=span[0], content=quotation.start,
        kind="marks", quotation=quotation, top=False, subject=subject,
    )  # fmt: skip
