"""Finds how a cue is followed: by a source, then by a clause, a colon, marks, a preposition or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews_entities.wordlists import COMMON, NUMBER, PARTICLE

from .grammar import BI_THAT, THAT
from .phrases import Phrase
from .scanning import NEAR, Frame, is_preposition, prepositions_of, scan
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .phrases import Reading

_ON: Final = frozenset({"في", "خلال", "عبر"})

_OUTLET: Final = 5
"""The name of an outlet in marks has no more words than this."""


def find_frame(reading: Reading, cue: CueForm, index: int) -> Frame | None:  # noqa: C901 - the grammar, case by case
    """Return the frame that a cue at word `index` meets, or None."""
    after = index + 1
    limit = reading.passage.stop_after(reading.passage.words.ends[index])
    if cue.kind == "participle" or not _subject_may_follow(reading, index):
        source, start = None, after
    else:
        source = reading.phrase(_past_adverbs(reading, after))
        start = source.last if source is not None else after
    if source is None and cue.finite:
        source = _name_in_marks(reading, index)
        start = source.last if source is not None else start
    if source is None and cue.finite and not cue.pronoun and cue.strength != "C":
        source = reading.bare_name(after)
        start = source.last if source is not None else start
    strong = source is not None and reading.can_speak(source)
    takes_noun = ("NP" in cue.frames and not cue.pronoun) or (
        "NP!" in cue.frames and _is_word_of_speech(reading, start)
    )
    two_parts = any(frame.startswith("TWO") for frame in cue.frames)
    if two_parts and (cue.kind == "participle" or _is_object(reading, cue, index, source)):
        frame = _object_and_predicate(reading, cue, after, limit)
        if frame is not None:
            return frame
    if source is not None and two_parts:
        frame = scan(reading, cue, start, limit, source, clause_only=True)
        object_first = frame is not None and frame.kind == "clause" and any(f.startswith("TWO ") for f in cue.frames)
        return (_two_part(reading, cue, source, limit) if object_first or frame is None else None) or frame
    if takes_noun and source is not None and not strong and starts_noun(reading, source.first, limit):
        return scan(reading, cue, start, limit, source, clause_only=True) or Frame(
            "noun", None, _start(reading, source.first)
        )
    if takes_noun and strong and _is_apposition(reading, start):
        takes_noun = False
    behind = _past_asides(reading, start) if takes_noun and strong else start
    if (
        takes_noun
        and (strong or source is None)
        and behind < reading.passage.hi
        and starts_noun(reading, behind, limit)
    ):
        near = scan(reading, cue, start, limit, source, clause_only=True, reach=3 + behind - start)
        return near or Frame("noun", source, _start(reading, behind))
    if source is not None and _has_object(reading, cue, start):
        return scan(reading, cue, start, limit, source, clause_only=True)
    frame = scan(reading, cue, start, limit, source, near=NEAR // 2 if cue.kind == "participle" else NEAR)
    return frame if frame is not None or source is None else _inside_source(reading, cue, source, limit)


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


def _object_and_predicate(reading: Reading, cue: CueForm, start: int, limit: int) -> Frame | None:
    """Return the frame of a participle with its object: «واصفا القرار بـ…», «معتبرا الخطوة كافية»."""
    if start >= reading.passage.hi or reading.passage.words.forms[start] in BI_THAT:
        return None
    if start not in reading.cast.by_word and not starts_noun(reading, start, limit):
        return None
    named = reading.phrase(start)
    target = Phrase(start, named.last if named is not None else start + 1)
    if "TWO" in cue.frames:
        near = scan(reading, cue, start, limit, None, clause_only=True, reach=3)
        return near or Frame("two-part", None, _start(reading, start))
    if "TWO!" in cue.frames:
        charged = "مسووليه" in reading.passage.words.forms[target.last : target.last + 8]
    else:
        charged = _two_part(reading, cue, target, limit) is not None
    return Frame("two-part", None, _start(reading, start)) if charged else None


def _has_object(reading: Reading, cue: CueForm, at: int) -> bool:
    """Tell whether a verb of saying has an object of another sense behind its subject («شدد الحارس قبضته على …»)."""
    passage = reading.passage
    if cue.kind == "participle" or cue.cue_class != "assert" or at >= passage.hi or not reading.is_plain(at):
        return False
    end = passage.words.ends[at]
    owned = passage.text[end - 1] == "ه" or passage.text[end - 2 : end] == "ها"
    word = reading.nouns.words.words[at]
    return owned and at not in reading.cast.by_word and bool(word.flags & COMMON) and not word.peel


def _past_asides(reading: Reading, index: int) -> int:
    """Return the index behind dates and occasions between a source and its noun («نفى، أمس، في اتصال هاتفي وجود …»)."""
    passage, at = reading.passage, index
    forms = passage.words.forms
    while at + 1 < passage.hi:
        date = reading.cast.dates.get(at)
        if date is not None:
            at = date[0]
        elif forms[at] in reading.grammar.between:
            at += 1
        elif forms[at] in _ON and forms[at + 1] in reading.grammar.occasion:
            at += 2
            while at < passage.hi and reading.is_plain(at) and forms[at].endswith(("ي", "يه")):
                at += 1  # «في اتصال هاتفي»
            if at + 1 < passage.hi and reading.is_plain(at) and forms[at] in {"مع", "امام", "الي", "ل"}:
                phrase = reading.phrase(at + 1)
                at = phrase.last if phrase is not None else at
            if at < passage.hi and forms[at] in reading.grammar.held:
                return index  # «في مؤتمر صحفي عقده أمس …»
        else:
            break
    return at


def _inside_source(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of a preposition that was read into a source without a name («حذر دبلوماسي من انهيار …»)."""
    if source.noun is None or source.noun.name_span is not None or source.noun.definite:
        return None
    prepositions = prepositions_of(cue.frames)
    forms = reading.passage.words.forms
    at = next((i for i in range(source.first + 1, source.last) if forms[i] in prepositions), None)
    if at is None:
        return None
    return scan(reading, cue, at, limit, Phrase(source.first, at, source.noun), reach=1)


def starts_noun(reading: Reading, index: int, limit: int) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a noun of content may start at word `index`: no function word, verb, number or preposition."""
    passage = reading.passage
    if index >= passage.hi or passage.words.starts[index] >= limit:
        return False
    if passage.text[passage.words.ends[index - 1] : passage.words.starts[index]].strip() not in {"", "،", ","}:
        return False
    word, classified = passage.words.forms[index], reading.nouns.words.words[index]
    grammar = reading.grammar
    if word in grammar.negation:
        return word in {"عدم", "ما"}  # «نفى ما قيل عن …»
    if word in THAT or word in BI_THAT or word in grammar.preposition or word in grammar.relative:
        return False
    if word in grammar.connector or word in grammar.speech or word in grammar.between or index in reading.cast.dates:
        return False
    if classified.flags & (NUMBER | PARTICLE):
        return False
    if reading.is_governed(index, "ب") or (classified.peel and word[0] in "لكف"):
        return False
    found = reading.table.lookup(word)
    return found is None or any(form.kind == "masdar" for form in found.forms) or word.startswith("ال")


def _is_apposition(reading: Reading, index: int) -> bool:
    """Tell whether behind a comma another title or name of the source follows («وزير الدفاع، الأمير فلان، أن»)."""
    if index >= reading.passage.hi or reading.is_plain(index):
        return False
    noun = reading.nouns.read(index)
    return noun is not None and noun.kind in {"person", "role"} and noun.definite


def _is_word_of_speech(reading: Reading, index: int) -> bool:
    """Tell whether a word is a masdar of saying, as «جدد تأكيده» needs."""
    if index >= reading.passage.hi:
        return False
    found = reading.table.lookup(reading.passage.words.forms[index])
    return found is not None and any(form.kind == "masdar" for form in found.forms)


def _start(reading: Reading, index: int) -> int:
    return reading.passage.words.starts[index]


def _subject_may_follow(reading: Reading, index: int) -> bool:
    """Tell whether no colon and no mark separates a verb from the next word."""
    passage = reading.passage
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
    return Phrase(first, last, None, (first, last)) if framed else None


def _past_adverbs(reading: Reading, index: int) -> int:
    """Return the index behind dates and adverbs that stand between a verb and its subject («قال أمس الوزير»)."""
    passage, at = reading.passage, index
    for _ in range(4):
        date = reading.cast.dates.get(at)
        if date is not None:
            at = date[0]
        elif at < passage.hi and (
            passage.words.forms[at] in reading.grammar.between or passage.words.forms[at] in reading.grammar.toward
        ):  # «رد عليه الوزير»
            at += 1
        else:
            behind = _past_outlet(reading, at)
            if behind == at:
                break
            at = behind
    if at == index or at >= passage.hi:
        return index
    phrase = reading.phrase(at)
    return at if phrase is not None and reading.can_speak(phrase) else index


def _past_outlet(reading: Reading, at: int) -> int:
    """Return the index behind the outlet that ل leads to («قال لـ«النهر» مصدر»); `at` where none stands."""
    passage = reading.passage
    if at >= passage.hi:
        return at
    if passage.words.forms[at] == "ل":
        quotation = passage.opening_in(passage.words.ends[at], passage.words.ends[at] + 2)
        if quotation is not None and not quotation.unclosed:
            behind = passage.word_at(quotation.end)
            return behind if behind - at <= _OUTLET else at
    part = reading.cast.by_word.get(at)
    glued = part is not None and part.start > passage.words.starts[at] and passage.words.forms[at][0] == "ل"
    return part.last if part is not None and glued and part.entity.type == "organization" else at


def _two_part(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «اتهم X Y بـ…»: its content starts at Y."""
    passage = reading.passage
    preposition = next((fold(f[4:]) for f in cue.frames if f.startswith("TWO ")), "")
    if preposition:
        reach = range(source.last, min(source.last + NEAR, passage.hi))
        at = next((i for i in reach if is_preposition(reading, i, preposition)), None)
        if at is None or passage.words.starts[at] >= limit:
            return None
        if at == source.last:  # «اتهمت الجيش بـ…»: the one noun phrase is the object
            return Frame("two-part", None, _start(reading, source.first))
    if "TWO!" in cue.frames and "مسووليه" not in passage.words.forms[source.last : source.last + 8]:
        return None
    if not starts_noun(reading, source.last, limit) and source.last not in reading.cast.by_word:
        return None
    return Frame("two-part", source, _start(reading, source.last))
