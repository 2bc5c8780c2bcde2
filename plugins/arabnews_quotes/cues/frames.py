"""Finds how a cue is followed: by a source, then by a clause, a colon, marks, a preposition or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import TITLE
from arabnews_quotes.nouns.agents import is_agent, is_construct, is_followed, past_place
from arabnews_quotes.nouns.noun_starts import POINTING, is_apposition, is_word_of_speech, past_speech, starts_noun
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .apart import as_people, blames, is_borne, subject_alone, without_purpose
from .asides import past_asides, past_manner
from .asked import noun_asked_for, prayed_for
from .behind_sources import behind_commas, behind_phrase, noun_behind_title, past_comma_aside
from .brackets import past_gloss
from .deeds import MOST
from .far import far_frame
from .far_objects import far_object
from .first_person import in_first_person
from .government import NEAR, charge_of, in_two_parts, predicate_of, prepositions_of
from .objects import has_object
from .participles import WHAT, governed_frame, is_pointed_at, object_and_predicate, predicate_alone
from .prepositions import is_preposition
from .scanning import REACH, Frame, scan
from .settings import noun_behind_setting
from .sources import source_behind
from .swallowed import frame_in_source, inside_source
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

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
_MARKS: Final = ' "«»“”'
_KANA: Final = 10
"""«وكانت الوزارة أعلنت» has so few words."""
_NEAR_PARTICIPLE: Final = NEAR // 2
"""A preposition follows a participle within so many words; behind whom it addresses within three more."""
_OF_OBJECTS: Final = frozenset({"praise", "condemn", "criticise", "deny"})
"""Verbs of which a thing is the object and no subject."""
_ASIDES: Final = 2
_NAME: Final = 4
"""A name in marks behind its noun has no more words than this."""


def find_frame(  # noqa: C901, PLR0911, PLR0912 - one frame a line
    reading: Reading, cue: CueForm, index: int
) -> Frame | None:
    """Return the frame that a cue at word `index` meets, or None."""
    limit = reading.passage.stop_after(reading.passage.words.ends[index])
    if cue.lemma == "سال" and "أن" in cue.frames:
        return prayed_for(reading, cue, index, limit)
    source, start = source_behind(reading, cue, index)
    spoken = in_first_person(reading, cue, index, start, source)
    if spoken is not None:
        return spoken
    governed = governed_frame(reading, cue, index, limit) if cue.kind == "participle" else None
    if governed is not None:
        return governed
    if in_two_parts(cue.frames):
        frame = _find_two_parts(reading, cue, index, source, start, limit)
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
        return frame
    if frame is not None:
        people = frame.kind == "preposition" and frame.source is source
        return evolve(frame, source=as_people(reading, cue, source)) if people else frame
    alone = without_purpose(reading, cue, source)
    if alone is not source:
        return Frame("preposition", alone, _start(reading, alone.last))
    frame = frame_in_source(reading, cue, source, limit) or inside_source(reading, cue, source, limit)
    return frame or far_frame(reading, cue, source, limit)


def _find_two_parts(  # noqa: PLR0913, PLR0917 - what the frame knows
    reading: Reading, cue: CueForm, index: int, source: Phrase | None, start: int, limit: int
) -> Frame | None:
    """Return the frame of a verb that takes an object and what is said of it, or a clause."""
    if cue.pronoun and source is not None and _is_second_object(reading, cue, source):
        return predicate_alone(reading, cue, index, None, limit)
    if source is not None and charge_of(cue):
        source = subject_alone(reading, cue, source, charge_of(cue))
    if source is not None and cue.kind == "past" and is_followed(reading, cue, source):
        source = evolve(source, agent=True)
    if "TWO" in cue.frames and source is not None:
        clause = scan(reading, cue, max(start, source.last), limit, source, clause_only=True)
        if clause is not None and clause.kind == "clause":
            return clause
    told = source is None and cue.kind == "past" and not cue.pronoun and _points_behind(reading, cue, index)
    if cue.kind == "participle" or told or _is_no_subject(reading, cue, index, source):
        sure = source is not None and _has_subject_before(reading, index)
        behind = max(source.first, index + 1) if sure and source is not None else index + 1
        behind = past_asides(reading, index + 1) if cue.kind == "participle" else behind
        frame = object_and_predicate(reading, cue, behind, limit, sure=sure)
        if frame is not None:
            return frame
    alone = predicate_alone(reading, cue, index, source, limit)
    if alone is not None or source is None:
        return alone
    if cue.pronoun and charge_of(cue):  # «ووصفها الوزير بأنها …»: its object is the pronoun
        return _behind_subject(reading, cue, source, limit)
    frame = scan(reading, cue, source.last, limit, source, clause_only=True)
    object_first = (
        frame is not None
        and bool(charge_of(cue))
        and (frame.kind == "clause" or (frame.kind == "marks" and _is_charged(reading, cue, frame)))
    )
    return (_two_part(reading, cue, source, limit) if object_first or frame is None else None) or frame


def _behind_subject(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «ووصفها الوزير بأنها …»: its object is the pronoun."""
    at = predicate_of(reading, cue, source.first + 1, limit)
    if at is None:
        return None
    relative = source.last < at and reading.passage.words.forms[source.last] in reading.grammar.relative
    last = source.last if relative else at  # «ووصفه أحد الأطباء الذين … بأنه …»
    return Frame("two-part", Phrase(source.first, last, source.noun, source.name), _start(reading, at))


def _is_second_object(reading: Reading, cue: CueForm, source: Phrase) -> bool:
    """Tell whether a noun behind a verb and its object is what that is taken for («تعتبرها إحدى الركائز»)."""
    forms, first = reading.passage.words.forms, source.first
    if forms[first] in MOST:
        people = not charge_of(cue) or not (first + 1 < source.last and is_definite(forms[first + 1]))
        return people or forms[first - 2] in reading.grammar.relative
    known = source.name is not None or first in reading.cast.by_word or reading.is_group(first)
    named = source.noun is not None and source.noun.name_span is not None
    several = forms[first].endswith("ون") or forms[first] in reading.grammar.voices
    return not (known or named or several) and not any(map(is_definite, forms[first : source.last]))


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
    far = behind > start or surname or titled or held or not reading.is_plain(behind)  # «الرئيس، فلان، أمس، أن …»
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


def _is_charged(reading: Reading, cue: CueForm, frame: Frame) -> bool:
    """Tell whether marks open with the preposition of a charge («اتهم الوزير الشركة "بإهدار المياه"»)."""
    return is_preposition(reading, reading.passage.word_at(frame.content), charge_of(cue))


def _is_no_subject(reading: Reading, cue: CueForm, index: int, source: Phrase | None) -> bool:
    """Tell whether what follows a verb is no subject: it cannot speak, or the subject stands before the verb."""
    forms = reading.passage.words.forms
    if source is None or cue.pronoun:
        return False
    if source.last < reading.passage.hi and (forms[source.last] in THAT or forms[source.last] in BI_THAT):
        return False
    if cue.number == "p" or (not reading.can_speak(source) and cue.kind == "past"):
        return True  # «يعتبر» is passive as a rule; «اعتبروا القرار خطوة»
    return _has_subject_before(reading, index)


def _points_behind(reading: Reading, cue: CueForm, index: int) -> bool:
    """Tell whether a pronoun for an object stands behind a verb («اعتبر ذلك خطوة», «وعزا هذا التأخير إلى …»)."""
    if "TWO" in cue.frames and is_pointed_at(reading, index + 1):
        return True
    at = index + 1
    pointed = at + 1 < reading.passage.hi and reading.passage.words.forms[at] in POINTING and reading.is_plain(at)
    return pointed and is_definite(reading.passage.words.forms[at + 1])


def _has_subject_before(reading: Reading, index: int) -> bool:
    """Tell whether who says something stands before the verb at word `index`."""
    found = reading.signs.cues.get(index)
    subject = subject_before_verb(reading, index, found) if found is not None else None
    return subject is not None and reading.can_speak(subject)


def _start(reading: Reading, index: int) -> int:
    return reading.passage.words.starts[index]


def _past_marked_name(reading: Reading, at: int, limit: int) -> int:
    """Return the word behind asides and a name in marks that stand between a subject and its object.

    «وصفت فلانة، مديرة كذا، في بيان، القرار بـ…», «حمل الحزب "كذا" الحكومة مسؤولية …».
    """
    passage = reading.passage
    at = past_gloss(reading, at)
    for _ in range(_ASIDES):
        quotation = passage.opening_in(passage.words.ends[at - 1], _start(reading, at)) if at < passage.hi else None
        if quotation is not None and not quotation.unclosed and ":" not in passage.gap_before(at):
            behind = passage.word_at(quotation.end)
            return behind if at < behind <= at + _NAME else at
        behind = past_comma_aside(reading, at, limit)
        if behind == at:
            break
        at = behind
    return past_asides(reading, at)


def _two_part(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «اتهم X Y بـ…»: its content starts at Y."""
    if charge_of(cue):
        at = predicate_of(reading, cue, source.last, limit)
        if at is None or at == source.last:  # «اتهمت الجيش بـ…»: the one noun phrase is the object
            return Frame("two-part", None, _start(reading, source.first)) if at is not None else None
    if "TWO!" in cue.frames and not blames(reading, source.last):
        return None
    behind = _past_marked_name(reading, source.last, limit)
    if behind == source.last and source.noun is None:
        behind = past_place(reading, behind)  # «اتهم المتمردون الحوثيون في الشمال الحكومة بـ…»
    if "TWO!" in cue.frames and is_borne(reading, behind):
        return None
    what = behind < reading.passage.hi and reading.passage.words.forms[behind] in WHAT and reading.is_plain(behind)
    known = behind in reading.cast.by_word or is_pointed_at(reading, behind, apart=behind > source.last)
    far: int | None = behind
    if not known and not what and not starts_noun(reading, behind, limit):  # «اعتبر الوزير ما جرى خطأ»
        far = far_object(reading, cue, behind, limit)
    return Frame("two-part", source, _start(reading, far)) if far is not None else None
