"""Finds quotations that the reporter takes up behind them: «"…"، بهذه الكلمات بدأ فلان حديثه»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .report import Report

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_WORDS: Final = frozenset({"الكلمات", "العبارات", "الكلمه", "الجمله", "العباره", "الجمل", "المفردات"})
_CLOSING: Final = '،, .…-–—»”"\u200f'
_FEWEST: Final = 3
"""Marks that are taken up hold no fewer words."""
_SPOKE: Final = frozenset(
    form
    for verb in (
        "بدا",
        "استهل",
        "افتتح",
        "وصف",
        "عبر",
        "لخص",
        "ودع",
        "خاطب",
        "رد",
        "اختتم",
        "ختم",
        "تحدث",
        "علق",
        "اجاب",
        "نعي",
    )
    for form in (verb, verb + "ت")
) | {"يبدا", "تبدا", "يصف", "تصف", "يعبر", "تعبر", "يلخص", "تلخص", "يتحدث", "تتحدث", "يستهل", "تستهل", "يخاطب", "تخاطب"}
"""Verbs whose subject said the words; who is received or met with them did not always."""
_VERB: Final = 3
"""Behind «بهذه الكلمات» and a verb stands whoever said them, an adjective farther at the most."""


def in_these_words(reading: Reading, index: int) -> Report | None:
    """Return the report of the quotation before «بهذه الكلمات» at word `index`, by whom stands behind; or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    if not passage.lo < index < passage.hi - _VERB or forms[index + 1] not in _WORDS:
        return None
    quotation = passage.quotation_at(passage.words.ends[index - 1])
    start = passage.words.starts[index]
    if quotation is None or quotation.end > start or passage.text[quotation.end : start].strip(_CLOSING):
        return None
    if passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) < _FEWEST:
        return None
    source = _whose(reading, index + _VERB)
    if source is None:
        return None
    return Report(
        rule="postposed-marks", cue=(start, passage.words.ends[index + 1]), source=source, boundary=quotation.start,
        content=quotation.start, kind="marks", quotation=quotation, closed=quotation.end,
    )  # fmt: skip


def _whose(reading: Reading, at: int) -> Phrase | None:
    """Return who stands right behind the verb before word `at`, or one word farther; or None."""
    if reading.passage.words.forms[at - 1] not in _SPOKE:
        return None  # «بهذه الكلمات استقبل الأهالي الوزير»
    for first in (at, at + 1):
        source = reading.phrase(first) if first < reading.passage.hi and reading.is_plain(first) else None
        if source is not None and reading.can_speak(source):
            return source
    return None
