"""Finds the name that belongs to an office, where more than adjectives stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import DEFINITE, TITLE
from arabnews_quotes.text.grammar import COMMAS, THAT

from .beside_names import is_of_titled

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.cast import Part
    from arabnews_quotes.text.memory import Speaker

_FAR: Final = 12
"""A name belongs to an office so many words before it («مدير التعليم في الشمال والجنوب فلان»)."""
_ASIDE: Final = 40
"""An office, its aside and the name between commas behind it have no more words than this."""
_TITLED: Final = 8
"""A name has its title so many words before it at the most."""
ENCLOSING: Final = COMMAS | {"؛"}
"""What stands before a name in apposition."""
_OWNED: Final = 2
_WHOLE: Final = 2
"""An office, who is called by it and whose it is: each name has so many words at least."""
_OPENERS: Final = frozenset({"ان", "بان", "قايلا", "قايله", "عن", "علي", "الي", "من"})
_INNER: Final = frozenset({"في", "من", "لدي", "العام", "الغرفه"})


def named_by_apposition(reading: Reading, source: Phrase, end: int, speaker: Speaker) -> Speaker:
    """Return the speaker by the name of an office, before it or behind it up to the offset `end`; else as he is."""
    part = (
        _right_before(reading, source)
        or _behind_day(reading, source)
        or _between_commas(reading, source, end)
        or _before_frame(reading, source, end)
        or _behind_definite(reading, source, end)
    )
    return _as(part, speaker) if part is not None else speaker


def named_behind_owner(reading: Reading, source: Phrase, end: int, speaker: Speaker) -> Speaker:
    """Return who is named between a comma and what was said, behind somebody else's name that his office governs.

    «قالت مساعدة الوزير فلان، فلانة، إن …»: the first name is whose assistant she is; else the speaker as he is.
    """
    passage, at = reading.passage, source.last
    if at >= passage.hi or source.last - source.first < _OWNED or passage.gap_before(at).strip() not in COMMAS:
        return speaker
    part = reading.cast.by_word.get(at)
    if part is None or not _is_name(part) or part.start != passage.words.starts[at] or part.last - part.first < _WHOLE:
        return speaker
    definite = reading.nouns.words.flags[source.first] & DEFINITE
    if (definite and passage.words.forms[source.first + 1] not in SPEAKS_FOR) or part.entity.id == speaker.entity:
        return speaker  # «الوزيران فلان، فلان», but «المتحدث باسم الوزير فلان، فلان»
    forms = passage.words.forms[part.last : passage.word_at(end)]
    return _as(part, speaker) if all(form in _OPENERS for form in forms) else speaker


def named_in_clause(reading: Reading, phrase: Phrase, speaker: Speaker) -> Speaker:
    """Return the subject of a verb by the name that his office has some words behind it; else as he is.

    Nothing but what tells where he holds it, and one comma, may stand between.
    """
    passage, commas = reading.passage, 0
    forms = passage.words.forms
    for at in range(phrase.last, min(phrase.last + _FAR, passage.hi)):
        gap = passage.gap_before(at).strip()
        commas += gap in COMMAS
        if (gap and gap not in COMMAS) or commas > 1:
            break
        part = reading.cast.by_word.get(at)
        if part is not None and part.entity.type == "person" and part.form == "name":
            return _as(part, speaker) if part.start == passage.words.starts[at] else speaker
        word = forms[at]
        if word in reading.grammar.preposition and word not in _INNER:
            break
        if word in reading.grammar.relative or at in reading.signs.cues or _leads_to_another(reading, at):
            break
    return speaker


def _leads_to_another(reading: Reading, at: int) -> bool:
    """Tell whether ب or ل leads to somebody else: «سلم المدير الجائزة للكاتب فلان»."""
    word = reading.passage.words.forms[at]
    if word[0] not in "بل" or not (word.startswith(("بال", "لل")) or reading.is_governed(at, word[0])):
        return False
    noun = reading.nouns.read(at)
    return noun is not None and noun.kind == "person"


def _is_led_name(reading: Reading, part: Part, low: int) -> bool:
    """Tell whether a preposition leads to a name with its styles, or to what is his («رحب المدير بالدكتور فلان»)."""
    first = part.first
    while first - 1 > low and reading.is_plain(first) and reading.nouns.words.flags[first - 1] & TITLE:
        first -= 1
        if is_of_titled(reading, first):
            return True
    return first - 1 > low and is_of_titled(reading, first - 1)


def _as(part: Part, speaker: Speaker) -> Speaker:
    return evolve(speaker, name=part.entity.name, entity=part.entity.id, kind="person")


def _right_before(reading: Reading, source: Phrase) -> Part | None:
    """Return the name right before an office («فلان وكيل الوزارة الذي أشاد»)."""
    part = reading.cast.by_last.get(source.first) if source.first > reading.passage.lo else None
    return part if part is not None and _is_name(part) and reading.is_plain(source.first) else None


def _behind_day(reading: Reading, source: Phrase) -> Part | None:
    """Return the name behind an office whose body is called by a day («عضو فريق الثامن من آذار فلان»)."""
    date, forms = reading.cast.dates.get(source.last), reading.passage.words.forms
    day = source.last + 2 < reading.passage.hi and forms[source.last].isdigit()
    after = date[0] if date is not None else source.last + 2 * day
    part = reading.cast.by_word.get(after) if after > source.last else None
    return part if part is not None and _is_name(part) and reading.is_plain(part.first) else None


def _between_commas(reading: Reading, source: Phrase, end: int) -> Part | None:
    """Return the name between commas behind an office and its aside («مساعدة الوزير، لكذا، فلانة»)."""
    passage = reading.passage
    near = passage.words.ends[min(source.last + _ASIDE, passage.hi) - 1]
    for part in reading.cast.within(passage.words.ends[source.last - 1], min(end, near)):
        if not _is_name(part):
            continue
        first, low = part.first, max(source.last, part.first - _TITLED)
        while first > low and (reading.is_plain(first) or is_abbreviated(reading, first)):
            first -= 1  # «، الأمير فلان», «؛ د.فلان»
        noun = reading.nouns.read(first)
        titled = first == part.first or (noun is not None and noun.name_first == part.first)
        if titled and passage.gap_before(first).strip() in ENCLOSING:
            return part
    return None


def is_abbreviated(reading: Reading, index: int) -> bool:
    """Tell whether a title of one letter and its full stop stand before a word («د. فلان»)."""
    passage = reading.passage
    before = passage.words.forms[index - 1] if index > passage.lo else ""
    return len(before) == 1 and passage.gap_before(index).strip() == "."


def _before_frame(reading: Reading, source: Phrase, end: int) -> Part | None:
    """Return the name that stands right before what was said («قال مدير البنك في الشمال فلان: …»)."""
    parts = reading.cast.within(reading.passage.words.ends[source.last - 1], end)
    if not parts or not _is_name(parts[-1]) or parts[-1].start > reading.passage.words.starts[parts[-1].first]:
        return None
    last = parts[-1]
    if source.noun is not None and source.noun.number == "p":
        return None  # «طالب نواب الحزب فلانا بـ…»
    forms = reading.passage.words.forms
    between = forms[source.last : last.first]
    before = forms[last.first - 1] if last.first > source.last else ""
    if len(between) > _FAR or before in reading.grammar.preposition or _is_led_name(reading, last, source.first):
        return None
    if not reading.grammar.relative.isdisjoint(between) or not reading.grammar.kana.isdisjoint(between):
        return None  # «متحدثة باسم المستشفى حيث كان يعالج فلان إنه»
    # nothing but the complementiser, its preposition, a colon or marks stands between the name and the content
    rest = [form for form in forms[last.last : reading.passage.word_at(end)] if form not in _OPENERS]
    return last if not rest else None


def _behind_definite(reading: Reading, source: Phrase, end: int) -> Part | None:
    """Return the name right behind a definite word of an office («عضو المجلس ورئيس لجنة الشباب فلان أمام كذا»)."""
    passage, grammar = reading.passage, reading.grammar
    forms = passage.words.forms
    for at in range(source.first + 2, min(source.last + _FAR, passage.hi)):
        if passage.words.starts[at] >= end:
            break
        gap = passage.gap_before(at).strip() if not reading.is_plain(at) else ""
        word = forms[at]
        if (gap and gap not in COMMAS and not is_abbreviated(reading, at)) or word in grammar.relative:
            break
        if word in grammar.preposition and word not in _INNER:
            break
        part = reading.cast.by_word.get(at)
        if part is None or part.start != passage.words.starts[at] or part.entity.type != "person":
            continue
        before = forms[at - 1]
        place = reading.cast.by_last.get(at)
        apposed = before.startswith(("ال", "وال", "بال", "لل")) or is_abbreviated(reading, at)
        apposed = apposed or (place is not None and place.entity.type != "person")
        behind = forms[part.last] if part.last < passage.hi else ""
        ended = passage.words.ends[part.last - 1] >= end or part.last >= passage.hi or not reading.is_plain(part.last)
        ended = ended or behind in grammar.preposition or behind in THAT or behind[:1] in {"ل", "ب"}
        apposed = apposed and not _is_led_name(reading, part, source.first)
        return part if _is_name(part) and apposed and (ended or part.last in reading.cast.dates) else None
    return None


def _is_name(part: Part) -> bool:
    return part.entity.type == "person" and part.form == "name"
