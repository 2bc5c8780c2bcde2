"""Finds the noun of content behind what stands between it and a source: an aside, a phrase about the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NISBA, NUMBER, PARTICLE, VERB
from arabnews_quotes.nouns.noun_starts import is_apposition, starts_noun
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .asides import past_asides
from .deeds import MOST
from .relatives import BEING

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_APART: Final = 14
"""An aside between commas takes no more words than this."""
_SEATED: Final = frozenset({"ومقره", "ومقرها", "مقره", "مقرها", "التابع", "التابعه"})
"""With these begins what tells of a body («كذا، ومقرها المدينة، …»)."""
_WITHIN: Final = frozenset({"في", "من", "عن", "لدي", "خلال", "عبر", "ضمن", "امام", "علي", "بعد", "قبل", "مع", "عقب"})
"""What opens a phrase about a source behind it."""
_LED: Final = frozenset({"برياسه", "بقياده", "بحضور", "بمشاركه"})
_CLOSING: Final = ')"»”'
"""What may close a source before the comma."""
_DASHES: Final = frozenset({"-", "–", "—"})


def behind_commas(reading: Reading, start: int, limit: int) -> int | None:
    """Return the noun behind an aside between commas («نفى فلان، رئيس كذا، وجود …», «أكد، خلال لقائه كذا، أهمية …»)."""
    passage = reading.passage
    forms, starts = passage.words.forms, passage.words.starts
    if start >= passage.hi:
        return None
    gap = passage.gap_before(start).strip().lstrip(_CLOSING).strip()
    marks = _DASHES if gap in _DASHES else COMMAS
    if gap not in marks:
        return None
    known = reading.cast.by_word.get(start + 1)
    whose = bool(reading.nouns.words.flags[start] & NISBA) and known is not None and known.entity.type == "person"
    aside = forms[start] in reading.grammar.preposition or is_apposition(reading, start) or whose
    aside = (
        aside or marks is _DASHES or forms[start] in MOST - {"من"} or forms[start] in _SEATED or forms[start] in BEING
    )
    for at in range(start + 1, min(start + _APART, passage.hi) if aside else start):
        if starts[at] >= limit or forms[at] in THAT or forms[at] in BI_THAT:
            return None
        if passage.gap_before(at).strip() in marks:
            if marks is _DASHES:  # «توقع خبراء -تحدثوا أمس- ركودا»
                return at if not reading.signs.cues.get(at) and _leads_content(reading, at) else None
            behind = past_asides(reading, at)  # «…، رئيس كذا، الجمعة انسحابه»
            joined = forms[behind][0] == "و" and bool(reading.nouns.words.words[behind].peel)
            return behind if not joined and starts_noun(reading, behind, limit) else None
    return None


def past_comma_aside(reading: Reading, start: int, limit: int) -> int:
    """Return the word behind a title or an adverbial between commas, or `start` («فلانة، مديرة كذا، | …»)."""
    passage = reading.passage
    gap = passage.gap_before(start).strip() if start < passage.hi and not reading.is_plain(start) else ""
    marks = _DASHES if gap in _DASHES else COMMAS
    if gap not in marks or not gap:
        return start
    known = passage.words.forms[start] in reading.grammar.preposition or is_apposition(reading, start)
    if not known and marks is not _DASHES:
        return start
    for at in range(start + 1, min(start + _APART, passage.hi)):
        if passage.words.starts[at] >= limit or passage.words.forms[at] in THAT or at in reading.signs.cues:
            break
        if not reading.is_plain(at):
            return at if passage.gap_before(at).strip() in marks else start
    return start


def noun_behind_title(reading: Reading, start: int, limit: int) -> int | None:
    """Return the noun behind the comma that ends an office behind a name («أعلن فلان مدير كذا، أمس، | إغلاق …»)."""
    passage = reading.passage
    for at in range(start + 1, min(start + _APART, passage.hi)):
        if passage.words.starts[at] >= limit:
            return None
        if not reading.is_plain(at):
            noun = past_asides(reading, at) if passage.gap_before(at).strip() in COMMAS else passage.hi
            joined = noun < passage.hi and passage.words.forms[noun][0] == "و"
            return noun if not joined and starts_noun(reading, noun, limit) else None
    return None


def _leads_content(reading: Reading, at: int) -> bool:
    """Tell whether a noun of content may stand behind the dash that ends an aside."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    return word not in reading.grammar.preposition and not flags & (VERB | NUMBER | PARTICLE) and word[0] != "و"


def behind_phrase(reading: Reading, start: int, limit: int) -> int | None:
    """Return the noun behind the comma that ends what belongs to a source («أوضح فلان من مجلس كذا، أهمية …»)."""
    passage, grammar = reading.passage, reading.grammar
    forms = passage.words.forms
    if start >= passage.hi or not reading.is_plain(start):
        return None
    if forms[start] not in _WITHIN and forms[start] not in grammar.issued and forms[start] not in _LED:
        return None
    for at in range(start + 1, min(start + _APART, passage.hi)):
        if passage.words.starts[at] >= limit or forms[at] in THAT or forms[at] in grammar.relative:
            return None
        gap = passage.gap_before(at).strip()
        if gap in COMMAS and gap:
            return at if forms[at][0] != "و" and starts_noun(reading, at, limit) else None
        if gap or at in reading.signs.cues:
            return None
    return None
