"""Tells who speaks in a report: whom its source names, or who is meant where the cue has no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import define, evolve

from arabnews_entities.vocabulary.wordlists import COMMON
from arabnews_quotes.cues.nobody import is_foretold, is_passive
from arabnews_quotes.cues.objects import is_prayer
from arabnews_quotes.nouns.phrases import GATHERINGS
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.memory import Speaker, agrees
from arabnews_quotes.text.names import folded
from arabnews_quotes.text.scripture import speaker_of_citation

from .answers import answerer, answers, asked
from .apposition import named_behind_owner, named_by_apposition
from .as_it_stands import source_span
from .clause_subjects import subject_of_presenting, subject_of_verb_before
from .link import speaker_of_source
from .own_sentence import (
    crowd_told_of,
    group_told_of,
    pair_before,
    pair_of_sentence,
    prophet_told_of,
    subject_of_saying,
    the_woman,
    told_of_when,
    topic,
    turn_beside,
)
from .owners import owner_of_speech
from .sacred import sacred_speaker
from .sentences_before import are_several, is_left, subject_before, told_of_last
from .still_he import still_he
from .subjects import subject_of_clause, subject_of_sentence
from .told_beside import (
    between_commas_before,
    by_paper,
    clause_of_outlet,
    handed_down,
    introduced,
    of_whom,
    outlet_before,
    right_before,
    subject_of_circumstance,
    told_of_beside,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews_quotes.contents.content import Content
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Memory, Turn

Way = Literal[
    "name",
    "phrase",
    "reference",
    "formula",
    "told",
    "sentence",
    "subject",
    "before",
    "continued",
    "passage",
    "turn",
    "none",
]
"""How a speaker is found, the ways of sources first: see the lexicon `confidence`."""

_SACRED_CLASSES: Final = frozenset({"say", "answer", "ask", "directive", "warn", "praise", "doc"})
"""What those whom religious prose cites are told to have done."""
_SELF_MENTION: Final = 6
"""Nobody is named in the first so many words of what he says himself."""
_DURING: Final = frozenset({"خلالها", "خلاله", "فيها", "فيه"})
"""Behind a verb, words for a talk that someone gave («بإلقاء كلمة عبرت خلالها عن …»)."""
_OPENS: Final = 5
"""A verb behind «و», «كما» and the like starts so many characters behind its sentence at the most."""
_SPOKEN: Final = frozenset({"clause", "colon", "marks"})
"""Frames that are speech whoever speaks."""


@define(unsafe_hash=True)
class Found:
    """Who speaks, how he was found, and the id of the statement that this one continues."""

    speaker: Speaker | None
    way: Way
    chain: str | None = None


def find_speaker(  # noqa: PLR0913 - what the walk knows
    reading: Reading,
    report: Report,
    content: Content,
    memory: Memory,
    *,
    passage: int,
    before: Iterator[Reading],
    nested: bool,
) -> Found:
    """Return who speaks, how he was found, and which statement this one continues.

    `passage` is the number of the passage in the article, `before` are its reading and those of the passages before
    it, the last one first; `nested` tells whether the report stands inside another statement.
    """
    gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
    sacred = sacred_speaker(reading, report, memory) if report.form else None
    if sacred is not None:
        return Found(sacred, "formula")
    cited = speaker_of_citation(reading, report, memory) if report.kind in {"colon", "marks"} else None
    if cited is not None:
        return Found(cited, "told")
    if is_passive(reading, report) or (report.source is not None and is_foretold(reading, report, report.source)):
        return Found(None, "none")
    if report.source is not None and not is_prayer(reading, report, report.source):
        return _named(reading, report, report.source, memory, nested=nested)
    turns = memory.agreeing(gender, count)
    if report.form is not None and report.form.cue_class not in _SACRED_CLASSES:
        turns = [turn for turn in turns if not turn.speaker.sacred]  # «وأوضح أن» is said of today's people
    return _dropped(reading, report, content, memory, turns, passage, before)


def _named(reading: Reading, report: Report, source: Phrase, memory: Memory, *, nested: bool) -> Found:
    """Return whom the source of a report names."""
    agreed = report.form is not None and report.rule != "relay"  # «نقلت الوكالة عن المتحدث قوله»
    gender, count = (report.form.gender, report.form.number) if report.form and agreed else (None, None)
    goes_on = report.form is not None and report.form.cue_class == "continue" and not nested
    turns = memory.agreeing(gender, count) if goes_on else []
    speaker = speaker_of_source(reading, source, memory, gender, count)
    noun = source.noun
    office = noun is not None and noun.kind == "role"
    unknown = noun is None and source.name is None and not reading.is_group(source.first)
    unknown = unknown and reading.passage.words.forms[source.first] != "السلطات"
    end = report.content if report.closed is None else reading.passage.stop_after(report.cue[1])
    called = office or (unknown and speaker is not None and speaker.entity is None)
    if speaker is not None and called and source.last <= reading.passage.word_at(end):
        speaker = named_by_apposition(reading, source, end, speaker)
    elif speaker is not None and noun is not None and noun.kind == "person":
        speaker = named_behind_owner(reading, source, end, speaker)
    if goes_on and speaker is not None and speaker.entity is None:
        speaker = _same_person(reading, source, turns, speaker)
    if office and not nested and speaker is not None and speaker.entity is None:
        speaker = still_he(reading, report, source, memory, speaker)
    continues = turns[0] if goes_on and turns and speaker is not None else None
    same = continues is not None and speaker is not None and continues.speaker.name == speaker.name
    return Found(speaker, _way(reading, source, speaker), continues.statement or None if continues and same else None)


def _way(reading: Reading, source: Phrase, speaker: Speaker | None) -> Way:
    """Return how a speaker was found from a source: by its own name, by its words, or by whom it refers back to."""
    if speaker is None:
        return "none"
    span = source_span(reading, source)
    if speaker.entity is not None:
        within = any(part.entity.id == speaker.entity for part in reading.cast.within(*span))
        return "name" if within else "reference"
    return "phrase" if speaker.name in reading.passage.text[slice(*span)] else "reference"


def _dropped(  # noqa: C901, PLR0911, PLR0912, PLR0913, PLR0917 - what the walk knows, one case a line
    reading: Reading,
    report: Report,
    content: Content,
    memory: Memory,
    turns: list[Turn],
    number: int,
    before: Iterator[Reading],
) -> Found:
    """Return who is meant by a cue without a subject: the subject of its sentence, or of those before, or a turn."""
    gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
    sentence = reading.passage.sentence_start(report.cue[0])
    owner = owner_of_speech(reading, sentence, report.cue[0], memory)
    if owner is not None and not (gender and owner.gender and owner.gender != gender):
        return Found(owner, "told")
    other = asked(reading, report, memory)
    if other is not None and not (gender and other.gender and other.gender != gender):
        return Found(other, "told")
    at, dropped = reading.passage.word_at(report.cue[0]), report.subject == "dropped"
    if dropped and not reading.is_plain(at) and answers(reading, report, memory, number):
        other = answerer(reading, report.cue[0], memory, turns)
        return Found(other, "told" if other is not None else "none")
    subject = None
    if dropped and at in reading.cast.by_last:
        subject = between_commas_before(reading, report) or right_before(reading, report)
    if dropped and subject is None:
        subject = (
            handed_down(reading, report, memory)
            or by_paper(reading, report, sentence, memory)
            or subject_of_circumstance(reading, report.cue[0])
            or introduced(reading, report, sentence, memory)
        )
    fits = subject is not None and not (gender and subject.gender and subject.gender != gender)
    if subject is not None and fits and not _names_speaker(reading, subject, content):  # «وعن فلان قال: «فلان لاعبنا»»
        return Found(subject, "told")
    of_him = of_whom(reading, report)
    if of_him is not None:  # «ونقلت الوكالة عنه قوله إن»
        known = sorted((t for t in turns if agrees(t.speaker, of_him, None)), key=lambda t: t.sentence == sentence)
        return _turn(known[0], "told") if known else Found(None, "none")
    here = next((t for t in turns if (t.passage, t.sentence) == (number, sentence)), None)
    if here is not None and _names_speaker(reading, here.speaker, content):
        here = None  # «وقال الدفاع عن فلان …، وأكد أن فلانا …»
    if here is not None:
        return _turn(here, "sentence")
    found = _in_own_sentence(reading, report, sentence, memory, turns, number)
    if found is not None:
        return found
    sacred = bool(turns) and turns[0].speaker.sacred
    told = told_of_when(reading, report, sentence, memory) if not sacred else None
    if told is not None and not _names_speaker(reading, told, content):
        return Found(told, "subject")
    clause, readings = clause_of_outlet(reading, report.cue[0], gender), list(before)
    if clause is not None:
        outlet = outlet_before(readings, clause, gender, memory)
        if outlet is not None:
            return Found(outlet, "subject")
    goes_on = report.form is not None and report.form.cue_class == "continue" and turns
    floor = turns[0].sentence if turns else -1
    verbs = reading.grammar.presents if goes_on else None
    if count == "d":
        both = pair_before(reading, sentence, turns)
        if both is not None:
            return Found(both, "before")
        turns = [t for t in turns if t.speaker.co_speakers or t.speaker.number == "d"] or turns
    opens = reading.passage.words.starts[reading.passage.word_at(sentence)] < report.cue[0] <= sentence + _OPENS
    several = count in {"p", "d"}
    subject = subject_before(iter(readings), sentence, floor, verbs, gender, memory, several=several, opens=opens)
    if subject is not None and agrees(subject, None, count):
        return Found(subject, "before")
    best = next((t for t in turns if not _names_speaker(reading, t.speaker, content)), turns[0] if turns else None)
    if best is None:
        spoken = report.kind in _SPOKEN and report.subject == "dropped"
        last = told_of_last(readings, sentence, gender, count, memory) if spoken else None
        return Found(last, "before" if last is not None else "none")
    way: Way = "continued" if goes_on else "passage" if best.passage == number else "turn"
    if way == "turn" and report.kind in _SPOKEN and is_left(reading, best, memory, report.cue[0]):
        return Found(None, "none")
    return _turn(best, way)


def _in_own_sentence(  # noqa: C901, PLR0912, PLR0913, PLR0917 - what the walk knows, one case a line
    reading: Reading, report: Report, sentence: int, memory: Memory, turns: list[Turn], number: int
) -> Found | None:
    """Return whom the sentence of a cue without a subject tells of, or None."""
    gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
    governed, at = report.subject == "governed", report.cue[0]
    says = report.form is not None and report.form.lemma == "قال" and gender == "m" and count in {"s", None}
    prophet = prophet_told_of(reading, sentence, at, memory) if says and not governed else None
    if prophet is not None:
        return Found(prophet, "subject")
    several = count in {"p", "d"}
    two = pair_of_sentence(reading, sentence, at, governed=governed) if count == "d" or (several and governed) else None
    if two is not None:
        return Found(two, "subject")
    behind = reading.passage.word_at(at) + 1
    therein = behind < reading.passage.hi and reading.passage.words.forms[behind] in _DURING
    presents = (governed or therein) and count != "p"
    subject = subject_of_presenting(reading, sentence, at, gender, memory) if presents else None
    subject = subject or subject_of_sentence(reading, sentence, at, gender, memory)
    if subject is None and (governed or not (turns and turns[0].passage == number)):
        subject = subject_of_clause(reading, sentence, at, gender, memory)
    if subject is not None and not reading.cast.may_be(subject.entity, gender):
        subject = None
    one = several and subject is not None and folded(subject.name) in GATHERINGS
    if subject is not None and (one or not agrees(subject, None, count) or (count == "s" and are_several(subject))):
        subject = None  # «داعمو فلان يرفضون … ويؤكدون», «ختم المشاركون المؤتمر …، مؤكدين»
    if subject is not None and not (subject.kind == "person" and subject.entity is not None):
        nearer = subject_of_verb_before(reading, sentence, at, gender, count, memory)
        if nearer is not None and nearer.kind == "person" and nearer.entity is not None:
            subject = nearer  # «انطلق الموسم …، حيث قدمت فلانة محاضرة …، مشيرة»
    cue = reading.passage.word_at(at)
    shown = cue > reading.passage.lo and reading.passage.words.forms[cue - 1] in reading.grammar.shown
    sure = subject is not None and (subject.entity is not None or subject.kind is not None or shown)
    sure = sure or (subject is not None and several and subject.name.split()[0].endswith(("و", "ون")))
    if subject is not None and (governed or not turns or sure):
        return Found(subject, "subject")
    woman = the_woman(reading, sentence, at) if gender == "f" and not several else None
    if woman is not None:
        return Found(woman, "subject")
    subject = topic(reading, sentence, at, gender, memory, governed=governed) if not several else None
    if subject is None and (turns or governed or report.kind in _SPOKEN):
        subject = subject_of_verb_before(reading, sentence, at, gender, count, memory)
    if subject is None and not governed:
        subject = subject_of_saying(reading, sentence, at, gender, count, memory, known=True)
    if governed and subject is None:
        beside = turn_beside(memory, number, sentence) if gender == "m" and not several else None
        if beside is not None:
            return _turn(beside, "sentence")
        subject = subject_of_saying(reading, sentence, at, gender, count, memory)
        if subject is None and gender == "f":
            subject = group_told_of(reading, sentence, at, memory)
        if subject is None and several:
            subject = crowd_told_of(reading, sentence, at)
        if subject is None and not several:
            subject = told_of_beside(reading, sentence, at, gender, memory)
    if subject is None and several and not turns:
        subject = crowd_told_of(reading, sentence, at)
    return Found(subject, "subject") if subject is not None else None


def _turn(turn: Turn, way: Way) -> Found:
    """Return that whoever had a turn speaks on."""
    return Found(turn.speaker, way, turn.statement or None)


def _same_person(reading: Reading, source: Phrase, turns: list[Turn], speaker: Speaker) -> Speaker:
    """Return who spoke last for the office that goes on («وأكمل قائد المنتخب قائلا»): whoever goes on has begun."""
    noun = source.noun
    known = noun is not None or bool(reading.nouns.words.flags[source.first] & COMMON)  # «ألباريس» has no article
    single = known and (noun is None or noun.kind == "role") and speaker.number in {"s", None} and source.name is None
    definite = noun.definite if noun is not None else is_definite(reading.passage.words.forms[source.first])
    if not single or not definite or not turns or speaker.head == "مصدر":
        return speaker
    last = turns[0].speaker
    return evolve(last, gender=speaker.gender or last.gender) if last.kind == "person" else speaker


def _names_speaker(reading: Reading, speaker: Speaker, content: Content) -> bool:
    """Tell whether a content names the speaker at its beginning, or calls him («يا فلان»): he is another."""
    start = content.pieces[0][0]
    first = reading.passage.word_at(start)
    if first + 1 < reading.passage.hi and reading.passage.words.forms[first] == "يا":
        called = " ".join(reading.passage.words.forms[first + 1 : first + 4])
        if called.startswith(folded(speaker.name)):
            return True
    if speaker.entity is None:
        return False
    last = min(first + _SELF_MENTION, reading.passage.hi) - 1
    parts = reading.cast.within(start, min(reading.passage.words.ends[last], content.pieces[0][1]))
    return any(p.entity.id == speaker.entity and p.form == "name" for p in parts) if parts else False
