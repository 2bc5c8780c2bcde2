"""Finds how a cue is followed: by a source, then by a clause, a colon, marks, a preposition or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.wordlists import NISBA

from .agents import is_agent, is_construct, is_followed, past_place
from .asides import past_adverbs, past_asides, past_gloss, past_manner
from .extent import is_definite
from .grammar import BI_THAT, THAT
from .noun_starts import is_apposition, is_word_of_speech, starts_noun
from .objects import has_object
from .participles import governed_frame, is_pointed_at, object_and_predicate
from .phrases import Phrase
from .quantities import leads_to_whole
from .scanning import NEAR, REACH, Frame, charge_of, in_two_parts, predicate_of, prepositions_of, scan
from .unlisted import COMMAS
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .phrases import Reading

_ATTENTION: Final = frozenset({"الانتباه", "النظر", "الانظار", "انتباه", "نظر", "انظار"})
_OURS: Final = ("نا", "ي", "ه", "ها", "هم")
_TITLES: Final = 4
"""So many titles stand before a name at the most («أستاذنا الكبير الدكتور فلان»)."""
_MARKS: Final = ' "«»“”'
_ALIKE: Final = (
    "لقاء",
    "لجن",
    "لجوء",
    "لغ",
    "لاعب",
    "لوايح",
    "لحظ",
    "ليل",
    "لوم",
    "لقب",
    "لفت",
    "لزوم",
    "لمس",
    "لب",
    "لي",
    "لون",
)
"""So nouns begin whose ل is their own."""
_APART: Final = 14
"""An aside between commas takes no more words than this."""


def _plain_speech(reading: Reading, cue: CueForm, start: int, source: Phrase | None) -> Frame | None:
    """Return the frame of words that begin in the first person right behind a verb of saying («قال نحن سعداء»)."""
    if cue.cue_class not in {"say", "continue"} or cue.strength != "A" or not cue.finite or cue.pronoun:
        return None
    if start >= reading.passage.hi or reading.passage.words.forms[start] not in reading.grammar.opener:
        return None
    spoken = source is None or reading.can_speak(source)
    plain = reading.passage.gap_before(start).strip() in {"", *COMMAS}
    return Frame("clause", source, _start(reading, start), bare=False) if spoken and plain else None


def find_frame(reading: Reading, cue: CueForm, index: int) -> Frame | None:
    """Return the frame that a cue at word `index` meets, or None."""
    limit = reading.passage.stop_after(reading.passage.words.ends[index])
    source, start = _source_behind(reading, cue, index)
    spoken = _plain_speech(reading, cue, start, source)
    if spoken is not None:
        return spoken
    governed = governed_frame(reading, cue, index, limit) if cue.kind == "participle" else None
    if governed is not None:
        return governed
    if in_two_parts(cue.frames):
        frame = _find_two_parts(reading, cue, index, source, limit)
        if frame is not None or source is not None:
            return frame
    if ("NP" in cue.frames and not cue.pronoun) or ("NP!" in cue.frames and is_word_of_speech(reading, start)):
        frame = _find_noun(reading, cue, source, start, limit)
        if frame is not None:
            return frame
    if source is not None and has_object(reading, cue, start):
        return scan(reading, cue, start, limit, source, clause_only=True)
    frame = scan(reading, cue, start, limit, source, near=NEAR // 2 if cue.kind == "participle" else NEAR)
    return frame if frame is not None or source is None else _inside_source(reading, cue, source, limit)


def _source_behind(reading: Reading, cue: CueForm, index: int) -> tuple[Phrase | None, int]:
    """Return the source behind a cue, or None where none stands, and the word behind it."""
    after = index + 1
    if cue.lemma == "لفت" and after < reading.passage.hi and reading.passage.words.forms[after] in _ATTENTION:
        return None, after + 1  # «لفت الانتباه إلى …»
    source = None
    if cue.kind != "participle" and _subject_may_follow(reading, index):
        source = reading.phrase(past_adverbs(reading, after))
    if source is None and cue.finite:
        source = _behind_outlet(reading, cue, index) or _name_in_marks(reading, index)
    if source is None and cue.finite and not cue.pronoun and cue.strength != "C":
        source = reading.bare_name(after) or _name_behind_nouns(reading, after)
    if (
        source is not None
        and source.last + 2 < reading.passage.hi
        and reading.passage.words.forms[source.last] == "لكره"
    ):
        return source, source.last + 2  # «الاتحاد الأوروبي لكرة القدم»
    return source, source.last if source is not None else after


def _name_behind_nouns(reading: Reading, at: int) -> Phrase | None:  # noqa: PLR0911 - one test a line
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


def _find_two_parts(reading: Reading, cue: CueForm, index: int, source: Phrase | None, limit: int) -> Frame | None:
    """Return the frame of a verb that takes an object and what is said of it, or a clause."""
    if source is not None and cue.kind == "past" and is_followed(reading, cue, source):
        source = evolve(source, agent=True)
    if "TWO" in cue.frames and source is not None:
        clause = scan(reading, cue, source.last, limit, source, clause_only=True)
        if clause is not None and clause.kind == "clause":
            return clause
    told = source is None and cue.kind == "past" and "TWO" in cue.frames and is_pointed_at(reading, index + 1)
    if cue.kind == "participle" or told or _is_object(reading, cue, index, source):
        frame = object_and_predicate(reading, cue, index + 1, limit)
        if frame is not None:
            return frame
    if source is None:
        return None
    if cue.pronoun and charge_of(cue):  # «ووصفها الوزير بأنها …»: its object is the pronoun
        at = predicate_of(reading, cue, source.first + 1, limit)
        return (
            Frame("two-part", Phrase(source.first, at, source.noun, source.name), _start(reading, at)) if at else None
        )
    frame = scan(reading, cue, source.last, limit, source, clause_only=True)
    object_first = frame is not None and frame.kind == "clause" and any(f.startswith("TWO ") for f in cue.frames)
    return (_two_part(reading, cue, source, limit) if object_first or frame is None else None) or frame


def _find_noun(  # noqa: C901, PLR0911 - one test a line
    reading: Reading, cue: CueForm, source: Phrase | None, start: int, limit: int
) -> Frame | None:
    """Return the frame of a verb that takes a noun: at once, or behind the source and asides."""
    if source is not None and is_agent(reading, cue, source, limit):
        source = evolve(source, agent=True)
    strong = source is not None and reading.can_speak(source)
    if source is not None and not strong:
        if not starts_noun(reading, source.first, limit):
            return None
        clause = scan(reading, cue, start, limit, source, clause_only=True)
        return clause or Frame("noun", None, _start(reading, source.first))
    if strong:
        noun = _behind_commas(reading, start, limit)
        if noun is not None and scan(reading, cue, start, limit, source, clause_only=True) is None:
            return Frame("noun", source, _start(reading, noun))
        if is_apposition(reading, start):
            return None
    behind = past_asides(reading, past_gloss(reading, start)) if strong else past_manner(reading, start)
    placed = past_place(reading, behind) if strong else behind
    if placed > behind and is_construct(reading, placed):
        behind = placed
    if behind >= reading.passage.hi or not starts_noun(reading, behind, limit):
        return None
    word = reading.passage.words.forms[behind]
    spelled = reading.passage.text[_start(reading, behind) + 1]  # «وإكسون»: و before a hamza joins
    joined = word[0] == "و" and (bool(reading.nouns.words.words[behind].peel) or spelled in "أإآ")
    if strong and behind == start and (joined or (word[0] == "ل" and not word.startswith(_ALIKE))):
        # «وكالة تأمين | وتمويل الصادرات …», «الاتحاد | لكرة القدم …»: the source goes on
        frame = scan(reading, cue, start, limit, source)
        return frame or Frame("noun", source, _start(reading, behind))
    surname = word.startswith("ال") and not word.endswith(("ه", "ات", "ين"))  # it may be the end of a name
    office = reading.nouns.read(behind)
    titled = office is not None and office.kind in {"person", "role"} and office.definite  # «فلان مدير كذا بأنه …»
    far = behind > start or surname or titled
    clause = scan(reading, cue, start, limit, source, clause_only=True, reach=REACH if strong and far else 3)
    if clause is not None and clause.kind == "marks" and "«»" not in cue.frames:
        clause = None  # «أدان الهجوم على "…"»
    return clause or Frame("noun", source, _start(reading, behind))


def _is_object(reading: Reading, cue: CueForm, index: int, source: Phrase | None) -> bool:
    """Tell whether what follows a verb is no subject: it cannot speak, or the subject stands before the verb."""
    forms = reading.passage.words.forms
    clause = source is not None and source.last < reading.passage.hi and forms[source.last] in THAT | BI_THAT
    if source is None or cue.pronoun or clause:
        return False
    if not reading.can_speak(source) and cue.kind == "past":
        return True  # «يعتبر» is passive as a rule
    found = reading.signs.cues.get(index)
    subject = subject_before_verb(reading, index, found) if found is not None else None
    return subject is not None and reading.can_speak(subject)


def _behind_commas(reading: Reading, start: int, limit: int) -> int | None:
    """Return the noun behind an aside between commas («نفى فلان، رئيس كذا، وجود …», «أكد، خلال لقائه كذا، أهمية …»)."""
    passage = reading.passage
    forms, starts = passage.words.forms, passage.words.starts
    if start >= passage.hi or passage.gap_before(start).strip() not in COMMAS:
        return None
    known = reading.cast.by_word.get(start + 1)
    whose = bool(reading.nouns.words.flags[start] & NISBA) and known is not None and known.entity.type == "person"
    aside = forms[start] in reading.grammar.preposition or is_apposition(reading, start) or whose
    for at in range(start + 1, min(start + _APART, passage.hi) if aside else start):
        if starts[at] >= limit or forms[at] in THAT or forms[at] in BI_THAT:
            return None
        if passage.gap_before(at).strip() in COMMAS:
            return at if forms[at][0] != "و" and starts_noun(reading, at, limit) else None
    return None


def _inside_source(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of a preposition that was read into a source without a name («حذر دبلوماسي من انهيار …»)."""
    counted = leads_to_whole(reading, source.first, source.first + 1)  # «اشتكى عدد من التجار من البرد»
    if not counted and (source.noun is None or source.noun.name_span is not None or source.noun.definite):
        return None
    prepositions = prepositions_of(cue.frames)
    forms = reading.passage.words.forms
    inside = range(source.first + 1 + 2 * counted, source.last)
    at = next((i for i in inside if forms[i] in prepositions), None)
    if at is None:
        return None
    return scan(reading, cue, at, limit, Phrase(source.first, at, source.noun), reach=1)


def _start(reading: Reading, index: int) -> int:
    return reading.passage.words.starts[index]


def _subject_may_follow(reading: Reading, index: int) -> bool:
    """Tell whether no colon and no mark separates a verb from the next word."""
    passage = reading.passage
    if index + 1 < passage.hi and reading.nouns.words.spaced[index]:
        return True
    following = passage.words.starts[index + 1] if index + 1 < passage.hi else passage.end
    return ":" not in passage.gap(index) and passage.opening_in(passage.words.ends[index], following) is None


def _name_in_marks(reading: Reading, index: int) -> Phrase | None:
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
    if not framed and _goes_on_behind_name(reading, last):
        framed = reading.shows(last) and passage.words.at(passage.stop_after(passage.words.ends[last])) > last
    return Phrase(first, last, None, (first, last)) if framed else None


def _behind_outlet(reading: Reading, cue: CueForm, index: int) -> Phrase | None:
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
    if not reading.is_plain(last) and reading.passage.gap_before(last).strip(_MARKS) not in {"", *COMMAS}:
        return False
    return (
        word in {"وهي", "وهو", "ايضا", "كذلك", "التي", "الذي"}
        or (is_definite(word) and bool(flags & NISBA))
        or last in reading.cast.dates
    )


def _two_part(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «اتهم X Y بـ…»: its content starts at Y."""
    passage = reading.passage
    if charge_of(cue):
        at = predicate_of(reading, cue, source.last, limit)
        if at is None:
            return None
        if at == source.last:  # «اتهمت الجيش بـ…»: the one noun phrase is the object
            return Frame("two-part", None, _start(reading, source.first))
    if "TWO!" in cue.frames and "مسووليه" not in passage.words.forms[source.last : source.last + 8]:
        return None
    behind = past_asides(reading, source.last)
    if (
        not starts_noun(reading, behind, limit)
        and behind not in reading.cast.by_word
        and not is_pointed_at(reading, behind)
    ):
        return None
    return Frame("two-part", source, _start(reading, behind))
