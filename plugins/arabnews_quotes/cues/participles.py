"""Reads what participles that carry on govern at once: «واصفا القرار بـ…», «متهما إياه بـ…», «مشيرا لوجود …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.grammar import BI_THAT

from .asides import past_asides
from .far_objects import far_object
from .government import charge_of, predicate_of
from .prepositions import is_preposition
from .scanning import Frame, scan
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading

    from .report import Report

_THAT_THING: Final = frozenset({"ذلك", "هذا", "الامر", "السبب"})
_ITSELF: Final = frozenset({"اياه", "اياها", "اياهم", "اياهما", "اياهن", "ذلك"})
"""Pronouns that are an object by themselves."""
_POINTS: Final = frozenset({"اشار", "لفت"})
"""Verbs that take ل for إلى."""
WHAT: Final = frozenset({"ما", "عدد"})
"""Objects that no list of nouns has («اعتبر الوزير ما جرى خطأ», «قدر عدد الآبار بألف»)."""
_LIABLE: Final = frozenset({"مسووليه", "المسووليه", "مسيوليه", "المسيوليه"})
_NEAR: Final = 5
"""A clause behind what a participle governs follows within so many words («مشيرا لصحيفة كذا إلى أن»)."""


def governed_frame(reading: Reading, cue: CueForm, index: int, limit: int) -> Frame | None:
    """Return the frame of a participle with the noun that it governs at once, or None.

    That is a noun with ل («لافتا لقيام …»), or one alone («مبينا وجود …»): as a finite verb the cue takes none.
    """
    words = reading.passage.words
    at = past_asides(reading, index + 1) if takes_noun(cue) else index + 1
    if at >= reading.passage.hi or words.starts[at] >= limit or not reading.is_plain(at) or at in reading.cast.by_word:
        return None
    if cue.lemma in _POINTS and reading.is_governed(at, "ل"):
        frame = Frame("preposition", None, words.starts[at])
    elif takes_noun(cue) and starts_noun(reading, at, limit):
        frame = Frame("noun", None, words.starts[at])
    else:
        return None
    return frame if scan(reading, cue, at, limit, None, reach=_NEAR) is None else None


def takes_noun(cue: CueForm) -> bool:
    """Tell whether a participle takes a noun though its verb takes a clause: «مبينا أسباب …»."""
    return cue.kind == "participle" and cue.lemma in {"بين", "ابرز"}


def is_pointed_at(reading: Reading, at: int, *, apart: bool = False) -> bool:
    """Tell whether a word is a pronoun for an object: «اعتبر الوزير ذلك …», «متهما إياه …».

    Behind an aside it may stand `apart` («اعتبر فلان، رئيس كذا، ذلك …»).
    """
    return at < reading.passage.hi and (apart or reading.is_plain(at)) and reading.passage.words.forms[at] in _ITSELF


def object_and_predicate(reading: Reading, cue: CueForm, start: int, limit: int, *, sure: bool = False) -> Frame | None:
    """Return the frame of a participle with its object: «واصفا القرار بـ…», «معتبرا الخطوة كافية».

    So a verb whose subject is `sure` to stand before it («وكان الوزير قد اتهم الشركة في تموز بـ…»).
    """
    if start >= reading.passage.hi or reading.passage.words.forms[start] in BI_THAT:
        return None
    told = cue.kind == "participle" and reading.passage.words.forms[start] in _THAT_THING
    if told and any(f.startswith("TWO ") for f in cue.frames):
        clause = scan(reading, cue, start + 1, limit, None, clause_only=True, reach=2)
        if clause is not None:
            return clause  # «مبررا ذلك بأن …»
    pointed = told or is_pointed_at(reading, start)
    pointed = pointed or reading.passage.words.forms[start] in WHAT  # «اعتبر ما جرى خطأ»
    if not pointed and start not in reading.cast.by_word and not starts_noun(reading, start, limit):
        return None
    named = reading.phrase(start)
    target = Phrase(start, named.last if named is not None else start + 1)
    if "TWO" in cue.frames:
        near = scan(reading, cue, start, limit, None, clause_only=True, reach=3)
        return near or Frame("two-part", None, reading.passage.words.starts[start])
    if "TWO!" in cue.frames:
        charged = not _LIABLE.isdisjoint(reading.passage.words.forms[start + 1 : target.last + 8])
    else:
        at = predicate_of(reading, cue, target.last, limit)
        # behind a verb in the singular what seems its object may be its subject: «اتهم رئيس كذا | الشركة بأنها …»
        far = sure or cue.kind == "participle" or cue.number == "p" or at == target.last
        charged = at is not None and (far or _is_noun_next(reading, target.last, limit))
    return Frame("two-part", None, reading.passage.words.starts[start]) if charged else None


def predicate_alone(reading: Reading, cue: CueForm, index: int, source: Phrase | None, limit: int) -> Frame | None:
    """Return the frame of a joined verb whose object is its pronoun, and whose subject is dropped, or None.

    «ووصفه بالعظيم», «واعتبرته خطوة كبيرة»; «كان الوزير قد حمل أمس الشركة مسؤولية …», whose subject stands before it.
    """
    if source is None and cue.kind == "past" and not cue.pronoun and "TWO" not in cue.frames:
        found = reading.signs.cues.get(index)
        subject = subject_before_verb(reading, index, found) if found is not None else None
        speaks = subject is not None and reading.can_speak(subject)
        far = far_object(reading, cue, index + 1, limit) if speaks else None
        return Frame("two-part", None, reading.passage.words.starts[far]) if far is not None else None
    at, words = index + 1, reading.passage.words
    if not cue.pronoun or cue.kind != "past" or words.forms[index] != "و" + cue.form or at >= reading.passage.hi:
        return None
    if (source is not None and reading.can_speak(source)) or not reading.is_plain(at) or words.starts[at] >= limit:
        return None
    told = charge_of(cue) == "ب" and is_preposition(reading, at, "ب")
    told = told or ("TWO" in cue.frames and starts_noun(reading, at, limit))
    return Frame("two-part", None, words.starts[at]) if told else None


def _is_noun_next(reading: Reading, at: int, limit: int) -> bool:
    behind = past_asides(reading, at)
    return behind in reading.cast.by_word or starts_noun(reading, behind, limit)


def carries_on(reading: Reading, report: Report) -> bool:
    """Tell whether a participle behind a comma carries on («…، مثمنا الجهود»): someone says it, whoever that is."""
    if report.form is None or report.form.kind != "participle" or report.form.lemma == "رحب":  # «مرحبا بكم»
        return False
    if report.form.strength != "A" and report.form.cue_class not in {"praise", "opinion"}:
        return False
    return not reading.is_plain(reading.passage.word_at(report.cue[0]))
