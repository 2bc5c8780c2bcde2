"""Finds sources whose head tells nothing: names in marks, the source behind an outlet, a name behind «أستاذنا»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD, NISBA, TITLE
from arabnews_quotes.nouns.agents import has_masdar_shape, is_construct
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .government import prepositions_of

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

_OFFICIALLY: Final = frozenset({"رسميا", "امس", "اليوم", "موخرا", "اخيرا", "انها", "عزمها", "نيتها"})
"""Behind a name in marks («أعلنت "الشرق" رسميا إطلاق …»)."""
_MARKS: Final = ' "«»“”'
_BELONGS: Final = frozenset(
    {"وهي", "وهو", "ايضا", "كذلك", "التي", "الذي", "في", "خلال", "عبر", "التابع", "التابعه", "احدي", "احد"}
)
"""What may go on with a name in marks («أعلن "مجلس كذا"، التابع لكذا، أن»)."""
_ASIDE: Final = 12
"""What tells of such a name between commas has no more words than this."""
_ASKED: Final = 5
"""Whom a verb addresses has fewer words than this («السلطات المحلية المعنية»)."""
_OURS: Final = ("نا", "ي", "ه", "ها", "هم")
_OF_EVENTS: Final = frozenset({"announce", "predict"})
"""Of these verbs no word in marks is the object."""
_TITLES: Final = 4
"""So many titles stand before a name at the most («أستاذنا الكبير الدكتور فلان»)."""


def name_in_marks(reading: Reading, cue: CueForm, index: int) -> Phrase | None:
    """Return a source that is a short name in marks, with its clause behind it («وأفادت "عين الماء" أن»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    following = passage.words.starts[index + 1] if index + 1 < passage.hi else passage.end
    quotation = passage.opening_in(passage.words.ends[index], following)
    if quotation is None or quotation.unclosed or ":" in passage.gap(index):
        return None
    first, last = passage.word_at(quotation.inner_start), passage.word_at(quotation.inner_end)
    if not first < last <= first + 5 or last >= passage.hi or reading.is_governed(first, "ب"):
        return None
    framed = forms[last] in THAT or forms[last] in BI_THAT or forms[last] in reading.grammar.governing
    framed = framed or (last <= first + 2 and forms[last] in _OFFICIALLY)
    known = last in reading.cast.by_word or reading.nouns.words.flags[last] & (HEAD | TITLE)
    framed = framed or ("OBJ" in cue.frames and bool(known))
    body = bool(reading.nouns.words.flags[first] & HEAD)
    gap_closed = passage.gap_before(last).strip(_MARKS) == ""
    plain = gap_closed
    asks = "OBJ" in cue.frames and plain and _asks(reading, cue, last)
    plain = plain and (body or reading.is_plain(last))
    framed = framed or ("NP" in cue.frames and (body or cue.kind == "past") and plain and is_construct(reading, last))
    framed = framed or ("NP" in cue.frames and forms[last] == "ما")  # «نفى «صالح» ما تردد عن …»
    framed = framed or (gap_closed and _announces(reading, cue, first, last))
    framed = framed or asks or _is_person(reading, first, last)
    if not framed and _goes_on_behind_name(reading, last):
        framed = reading.shows(last) and passage.words.at(passage.stop_after(passage.words.ends[last])) > last
        framed = framed or _leads_on_behind_aside(reading, cue, last)
    return Phrase(first, last, None, (first, last)) if framed else None


def _announces(reading: Reading, cue: CueForm, first: int, last: int) -> bool:
    """Tell whether what a verb announces or expects stands behind a name in marks («أعلنت "كذا" إطلاق الجهاز»)."""
    opens = reading.passage.words.forms[first]
    named = opens not in reading.grammar.theme and opens not in reading.grammar.event and not reading.is_masdar(opens)
    word = reading.passage.words.forms[last]
    event = has_masdar_shape(word) or reading.is_masdar(word) or word in reading.grammar.event
    told = cue.cue_class in _OF_EVENTS and "NP" in cue.frames
    return told and named and (event or is_construct(reading, last))


def _asks(reading: Reading, cue: CueForm, last: int) -> bool:
    """Tell whether whom a verb addresses stands behind a name in marks («طالب "كذا" السلطات بـ…»)."""
    forms, prepositions = reading.passage.words.forms, prepositions_of(cue.frames)
    if not forms[last].startswith("ال"):
        return False
    near = range(last + 1, min(last + _ASKED, reading.passage.hi))
    at = next((i for i in near if not forms[i].startswith("ال") or not reading.is_plain(i)), None)
    glued = [letter for letter in ("ب", "ل") if letter in prepositions]
    return at is not None and (forms[at] in prepositions or any(reading.is_governed(at, letter) for letter in glued))


def _leads_on_behind_aside(reading: Reading, cue: CueForm, last: int) -> bool:
    """Tell whether an aside about a name ends before a preposition of its verb («أعلنت «كذا»، إحدى …، عن …»)."""
    prepositions = prepositions_of(cue.frames)
    near = range(last + 1, min(last + _ASIDE, reading.passage.hi))
    at = next((i for i in near if not reading.is_plain(i)), None)
    return at is not None and reading.passage.words.forms[at] in prepositions


def _is_person(reading: Reading, first: int, last: int) -> bool:
    """Tell whether marks hold the name of a person, with his title or without («وأشار "الحداد" ردا على سؤال إلى …»).

    So do a few words before an office («وقال "فلان الفلاني"، رئيس الاتحاد، إن»).
    """
    if first + 1 < last < reading.passage.hi and reading.passage.gap_before(last).strip(_MARKS) in {"", *COMMAS}:
        office = reading.nouns.read(last)
        if office is not None and office.kind == "role" and office.definite and office.number == "s":
            return True
    part = reading.cast.by_word.get(last - 1)
    if part is None or part.last != last or part.entity.type != "person" or part.form != "name":
        return False
    return all(i in reading.cast.by_word or reading.nouns.words.flags[i] & TITLE for i in range(first, last))


def behind_outlet(reading: Reading, cue: CueForm, index: int) -> Phrase | None:
    """Return the source behind the outlet in marks that was told («أبلغ "النهر" مصدر في الوزارة أن»)."""
    passage = reading.passage
    if cue.lemma not in {"ابلغ", "أبلغ", "اخبر", "أخبر"} or index + 1 >= passage.hi:
        return None
    quotation = passage.opening_in(passage.words.ends[index], passage.words.starts[index + 1])
    if quotation is None or quotation.unclosed or ":" in passage.gap(index):
        return None
    last = passage.word_at(quotation.inner_end)
    if not index + 1 < last <= index + 4 or last >= passage.hi or not reading.is_group(last):
        return None
    source = reading.phrase(last)
    return source if source is not None and reading.can_speak(source) else None


def _goes_on_behind_name(reading: Reading, last: int) -> bool:
    """Tell whether what stands behind a name in marks goes on with it: «قالت "عين الماء" المحلية …», «…، وهي …»."""
    word, flags = reading.passage.words.forms[last], reading.nouns.words.flags[last]
    gap = "" if reading.is_plain(last) else reading.passage.gap_before(last).strip(_MARKS)
    if gap not in {"", *COMMAS}:
        return gap == "("  # «أشار "بنك كذا" (كذا) في تقريره إلى أن»
    return (
        word in _BELONGS
        or (word.startswith("ال") and (bool(flags & NISBA) or (not gap and word.endswith("يه"))))
        or last in reading.cast.dates
    )


def name_behind_nouns(reading: Reading, at: int) -> Phrase | None:  # noqa: PLR0911 - one test a line
    """Return the source whose head a pronoun hides, by the name it leads to («قال أستاذنا الكبير فلان إن»)."""
    forms = reading.passage.words.forms
    if at >= reading.passage.hi or not forms[at].endswith(_OURS) or not reading.is_plain(at):
        return None
    word, grammar = forms[at], reading.grammar
    if word in THAT or word in BI_THAT or word in grammar.preposition or word in grammar.pronoun:
        return None
    if reading.is_masdar(word) or reading.is_governed(at, "ب"):
        return None
    for behind in range(at + 1, min(at + 1 + _TITLES, reading.passage.hi)):
        if not reading.is_plain(behind):
            return None
        part = reading.cast.by_word.get(behind)
        if part is not None:
            own = part.entity.type == "person" and part.start == reading.passage.words.starts[behind]
            return Phrase(at, part.last, None, (part.first, part.last)) if own else None
        if not forms[behind].startswith("ال"):
            return None
    return None
