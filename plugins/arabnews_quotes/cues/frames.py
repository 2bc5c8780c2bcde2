"""Finds how a cue is followed: by a source, then by a clause, a colon, marks, a preposition or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import HEAD, NISBA, TITLE
from arabnews_quotes.nouns.agents import is_agent, is_construct, past_place
from arabnews_quotes.nouns.noun_starts import POINTING, is_apposition, is_word_of_speech, past_speech, starts_noun
from arabnews_quotes.text.definite import is_definite

from .apart import as_people, without_purpose
from .asides import past_asides, past_manner
from .asked import noun_asked_for, prayed_for
from .behind_relatives import told_behind_clause
from .behind_sources import behind_commas, behind_phrase, noun_behind_title
from .brackets import past_gloss
from .far import far_frame
from .first_person import in_first_person
from .government import NEAR, OF_PRONOUNS, in_two_parts, prepositions_of
from .objects import has_object
from .participles import governed_frame
from .scanning import REACH, Frame, scan
from .settings import noun_behind_setting
from .sources import source_behind
from .swallowed import frame_in_source, inside_source
from .two_parts import find_two_parts

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_ALIKE: Final = (
    "لقاء", "لجن", "لجوء", "لغ", "لاعب", "لوايح", "لحظ", "ليل", "لوم", "لقب", "لفت", "لزوم", "لمس", "لب", "لي", "لون",
)  # fmt: skip
"""So nouns begin whose ل is their own."""
_MARKS: Final = ' "«»“”'
_KANA: Final = 10
"""«وكانت الوزارة أعلنت» has so few words."""
_NEAR_PARTICIPLE: Final = NEAR // 2
"""A preposition follows a participle within so many words; behind whom it addresses within three more."""
_OF_OBJECTS: Final = frozenset({"praise", "condemn", "criticise", "deny"})
"""Verbs of which a thing is the object and no subject."""


def find_frame(  # noqa: C901, PLR0911, PLR0912 - one frame a line
    reading: Reading, cue: CueForm, index: int
) -> Frame | None:
    """Return the frame that a cue at word `index` meets, or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    limit = passage.stop_after(passage.words.ends[index])
    if cue.lemma == "سال" and "أن" in cue.frames:
        return prayed_for(reading, cue, index, limit)
    source, start = source_behind(reading, cue, index)
    spoken = in_first_person(reading, cue, index, start, source) if cue.finite and cue.strength == "A" else None
    if spoken is not None:
        return spoken
    told_of = OF_PRONOUNS.get(forms[index + 1]) if index + 1 < passage.hi else None
    if told_of is not None and cue.finite and told_of in prepositions_of(cue.frames):  # «الإضراب الذي دعت إليه النقابة»
        return scan(reading, cue, start, limit, source, clause_only=True, reach=3)
    governed = governed_frame(reading, cue, index, limit) if cue.kind == "participle" else None
    if governed is not None:
        return governed
    if in_two_parts(cue.frames):
        frame = find_two_parts(reading, cue, index, source, start, limit)
        if frame is not None or source is not None:
            return frame or (frame_in_source(reading, cue, source, limit) if source is not None else None)
    if "NP من" in cue.frames and cue.finite and not cue.pronoun:
        frame = noun_asked_for(reading, index, source, limit, cue.frames)
        if frame is not None:
            return frame
    spoken_of = start if source is None or reading.can_speak(source) else source.first  # «وجدد الدعوة إلى …»
    worded = "NP!" in cue.frames and is_word_of_speech(reading, past_asides(reading, spoken_of))
    if "NP!" in cue.frames and not worded and source is not None:
        worded = is_word_of_speech(reading, past_asides(reading, start))  # «جددت الهيئة أمس تحذيرها من …»
        source = evolve(source, agent=True) if worded else source
    if ("NP" in cue.frames and not cue.pronoun) or worded:
        frame = _find_noun(reading, cue, source, start, limit)
        if frame is not None:
            return past_speech(reading, frame) if worded else frame
    if source is not None and has_object(reading, cue, start):
        return scan(reading, cue, start, limit, source, clause_only=True)
    near = NEAR if cue.kind != "participle" else _NEAR_PARTICIPLE + 3 * ("OBJ" in cue.frames)
    frame = scan(reading, cue, start, limit, source, near=near)
    if source is None:
        told = frame is None and cue.finite and cue.strength == "A"
        return told_behind_clause(reading, cue, None, start, limit) if told else frame  # «أشاد خلال اللقاء الذي … ب»
    if frame is not None:
        people = as_people(reading, cue, source) if frame.kind == "preposition" and frame.source is source else source
        return evolve(frame, source=people) if people is not source else frame
    alone = without_purpose(reading, cue, source)
    if alone is not source:
        return Frame("preposition", alone, _start(reading, alone.last))
    frame = frame_in_source(reading, cue, source, limit) or inside_source(reading, cue, source, limit)
    return frame or far_frame(reading, cue, source, limit)


def _find_noun(  # noqa: C901, PLR0911, PLR0912, PLR0915 - one test a line
    reading: Reading, cue: CueForm, source: Phrase | None, start: int, limit: int
) -> Frame | None:
    """Return the frame of a verb that takes a noun: at once, or behind the source and asides."""
    if source is not None and is_agent(reading, cue, source, limit):
        source = evolve(source, agent=True)
    strong = source is not None and reading.can_speak(source)
    if source is not None and not strong and cue.lemma == "اعلن" and cue.kind == "past":
        at = past_asides(reading, source.last)
        told = at < reading.passage.hi and reading.passage.words.forms[at] == "عن" and reading.is_plain(at)
        if told and reading.can_speak(as_people(reading, cue, source)):
            return None  # «أعلن السوق أمس عن …»
    if source is not None and not strong:
        pointed = reading.passage.words.forms[source.first] in POINTING and cue.cue_class not in _OF_OBJECTS
        if pointed or not starts_noun(reading, source.first, limit):
            return None
        clause = scan(reading, cue, start, limit, source, clause_only=True)
        return clause or Frame("noun", None, _start(reading, source.first))
    if strong and source is not None:
        before = reading.passage.words.forms[max(reading.passage.lo, source.first - 2)]
        if before == "حسبما":
            return None  # «…، حسبما أوضح فلان، …»
        noun = behind_commas(reading, past_gloss(reading, start), limit)
        framed = start < reading.passage.hi and reading.passage.words.forms[start] in prepositions_of(cue.frames)
        noun = behind_phrase(reading, start, limit) if noun is None and not framed else noun  # «أعلن فلان عن …، …»
        if noun is None:
            noun = noun_behind_setting(reading, start, limit, prepositions_of(cue.frames))
        if noun is not None and scan(reading, cue, start, limit, source, clause_only=True) is None:
            return Frame("noun", source, _start(reading, noun))
        if is_apposition(reading, start):
            title = reading.phrase(start)
            noun = title.last if title is not None else start
            apart = noun < reading.passage.hi and reading.is_plain(noun) and is_construct(reading, noun)
            return Frame("noun", source, _start(reading, noun)) if apart and starts_noun(reading, noun, limit) else None
    if cue.kind == "participle" and source is None and reading.passage.words.forms[start : start + 1] != ("من",):
        noun = noun_behind_setting(reading, start, limit, prepositions_of(cue.frames))
        if noun is not None and scan(reading, cue, start, limit, source, clause_only=True) is None:
            return Frame("noun", None, _start(reading, noun))  # «مثمنا خلال اللقاء جهود …»
    glossed = past_gloss(reading, start) if strong else start
    if glossed > start:
        person = reading.nouns.read(glossed) if glossed < reading.passage.hi else None
        called = person is not None and person.kind == "person" and person.name_span is not None
        start = person.last if person is not None and called else start  # «رئيس الاتحاد (فيفا) فلان عن …»
    led = strong or cue.kind == "participle"
    behind = past_asides(reading, past_gloss(reading, start)) if led else past_manner(reading, start)
    if strong and (cue.cue_class in _OF_OBJECTS or cue.lemma == "ابدي") and behind < reading.passage.hi:
        marked = reading.passage.opening_in(reading.passage.words.ends[behind - 1], _start(reading, behind))
        if marked is not None and not marked.unclosed and reading.passage.gap_before(behind).strip(_MARKS) == "":
            return Frame("noun", source, marked.start)  # «أدان الوزير أمس "الإرهاب"»
    placed = past_place(reading, behind) if strong else behind
    if placed > behind and is_construct(reading, placed):
        behind = placed
    follows, kana = start < reading.passage.hi, 0
    if follows and source is None and cue.finite and cue.strength == "A" and not reading.is_plain(start):
        behind = behind_commas(reading, start, limit) or behind  # «كما أعلن، أمس، إغلاق …»
    elif source is None and cue.kind == "past" and cue.strength == "A":
        # «وأكد خلال زيارته للسد، أهمية …», «وكانت الوزارة أعلنت في بيان إغلاق …»
        kana = _behind_kana(reading, start)
        behind = behind_phrase(reading, start, limit) or kana or behind
    if behind >= reading.passage.hi or not starts_noun(reading, behind, limit):
        return None
    word = reading.passage.words.forms[behind]
    if word in POINTING and cue.cue_class not in _OF_OBJECTS | {"assert"}:
        return None  # «أوضح هذه النقطة»
    at = _start(reading, behind) + 1
    hamza = reading.passage.text.startswith(("أ", "إ", "آ"), at)  # «وإكسون»: و before a hamza joins
    joined = word[0] == "و" and (bool(reading.nouns.words.words[behind].peel) or hamza)
    if strong and behind == start and (joined or (word[0] == "ل" and not word.startswith(_ALIKE))):
        # «وكالة تأمين | وتمويل الصادرات …», «الاتحاد | لكرة القدم …»: the source goes on
        frame = scan(reading, cue, start, limit, source)
        return frame if word == "ل" else frame or Frame("noun", source, _start(reading, behind))
    surname = word.startswith("ال") and not word.endswith(("ه", "ات", "ين"))  # it may be the end of a name
    office = reading.nouns.read(behind)
    titled = office is not None and office.kind in {"person", "role"} and office.definite  # «فلان مدير كذا بأنه …»
    named = strong and source is not None and source.noun is not None and source.noun.name_span is not None
    held = named and behind == start and word not in reading.grammar.feeling  # «فلان | مدير مركز كذا أن»
    held = held and bool(reading.nouns.words.flags[behind] & TITLE) and not word.startswith("ال")
    flags = reading.nouns.words.flags[behind]
    goes_on = behind == start and strong and (flags & HEAD or (word.startswith("ال") and flags & NISBA))
    goes_on = goes_on or (
        behind == start and word[0] == "ب" and reading.is_governed(behind, "ب")
    )  # «شركة كذا الألمانية أنها»
    far = behind > start or surname or titled or held or bool(goes_on)
    far = far or not reading.is_plain(behind)  # «الرئيس، فلان، أمس، أن …»
    reach = REACH if (strong and far) or kana else 3
    clause = scan(reading, cue, start, limit, source, clause_only=True, reach=reach)
    if clause is not None and {"marks": "«»", "clause": "أن"}.get(clause.kind, "أن") not in cue.frames:
        clause = None  # «أدان الهجوم على "…"», «أبدى رفضه أن …»
    if held and clause is None:
        noun = noun_behind_title(reading, behind, limit)
        return Frame("noun", source, _start(reading, noun)) if noun is not None else None
    return clause or Frame("noun", source, _start(reading, behind))


def _behind_kana(reading: Reading, start: int) -> int:
    """Return the noun of content behind when and where, where كان and the subject stand before the verb; 0 for none.

    «وكانت الوزارة أعلنت في بيان إغلاق المعبر»; «في بيان سابق أن» has an adjective there.
    """
    near = reading.passage.words.forms[max(reading.passage.lo, start - _KANA) : start - 1]
    behind = past_asides(reading, start) if not reading.grammar.kana.isdisjoint(near) else start
    if behind == start or behind >= reading.passage.hi:
        return 0
    word = reading.passage.words.forms[behind]
    return behind if is_definite(word) or is_construct(reading, behind) else 0


def _start(reading: Reading, index: int) -> int:
    return reading.passage.words.starts[index]
