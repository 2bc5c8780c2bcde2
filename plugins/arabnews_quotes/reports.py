"""Reads a passage into reports: cue, source and the place where the content starts, in document order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from .frames import RANKS, Frame, clause_at, find_frame, scan, starts_noun
from .grammar import THAT, without_conjunction
from .rejection import is_miswritten, is_rejected
from .unlisted import COMMAS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from arabnews.cues import CueForm, CueReading

    from .marks import Quotation
    from .phrases import Phrase, Reading

_COLON_CLASSES: Final = frozenset(
    {"say", "assert", "announce", "explain", "indicate", "write", "answer", "comment", "continue", "ask"}
)

_WHO: Final = frozenset({"person", "role", "organization"})
_ANTECEDENT: Final = 8
"""The antecedent of a relative pronoun has no more words than this."""


@frozen(kw_only=True)
class Report:
    """One act of reporting, as a passage shows it.

    Attributes:
        rule: the name of the rule that found it.
        cue: start and end of the cue.
        form: what the cue is; None for a preposition or a colon.
        source: the source, or None where none is told.
        boundary: the offset at which it takes the word: what was open before ends here.
        content: where the content starts.
        kind: the kind of frame.
        quotation: the quotation with which the content starts, or None.
        bare: whether what was left out before the content lets a quotation be direct.
        top: whether it takes the word at its boundary; else it stands inside the content that is open.
        subject: "overt", "dropped" (who spoke before), or "governed" (the subject of its sentence).
        relay: start and end of the outlet that passed it on.
        closed: where the content ends, if the rule tells.
    """

    rule: str
    cue: tuple[int, int]
    form: CueForm | None = None
    source: Phrase | None = None
    boundary: int
    content: int
    kind: str
    quotation: Quotation | None = None
    bare: bool = True
    top: bool = True
    subject: Literal["overt", "dropped", "governed"] = "overt"
    relay: tuple[int, int] | None = None
    closed: int | None = None


def read_reports(reading: Reading, cues: Mapping[int, CueReading]) -> Iterator[Report]:
    """Yield the reports of the cues of one passage, given by their words in order."""
    passage = reading.passage
    done = passage.lo
    for index, cue in cues.items():
        if index < done or is_rejected(reading, index, cue):
            continue
        report = _verb(reading, index, cue) or _postposed(reading, index, cue) or _masdar(reading, index, cue)
        if report is not None:
            yield report
            # a second verb of saying («صرحت قائلة») belongs to the first
            at = passage.words.at(report.content) if report.kind in {"clause", "colon", "marks"} else index
            done = max(index + 1, min(at, passage.hi)) if report.closed is None else index + 1


def find_turns(
    reading: Reading, cues: Mapping[int, CueReading], taken: Collection[int]
) -> Iterator[tuple[int, CueForm, Phrase]]:
    """Yield verbs of saying with a subject that report nothing («وعلق متحدث بتصريح مقتضب»): what follows may be his.

    `taken` are the offsets of the cues that do report.
    """
    words = reading.passage.words
    for index, cue in cues.items():
        if words.starts[index] in taken or words.starts[index] + 1 in taken:
            continue
        form = next((f for f in cue.forms if f.finite), None)
        if form is None or form.strength == "C":
            continue
        phrase = reading.phrase(index + 1)
        named = phrase is not None and phrase.noun is not None and phrase.noun.kind in _WHO
        if phrase is not None and named and not is_rejected(reading, index, cue):
            yield index, form, phrase


def _verb(reading: Reading, index: int, cue: CueReading) -> Report | None:
    best: tuple[CueForm, Frame] | None = None
    for form in cue.forms:
        if form.kind == "masdar" or is_miswritten(reading, index, form):
            continue
        if form.lemma == "نقل":
            return _relayed(reading, index, cue, form)
        frame = _document_frame(reading, index, form) if form.cue_class == "doc" else find_frame(reading, form, index)
        if frame is None or not _admits(reading, form, frame, index):
            continue
        if best is None or RANKS.index(frame.kind) < RANKS.index(best[1].kind):
            best = form, frame
    if best is None or _is_authors_own(reading, index, *best):
        return None
    return _assemble(reading, index, cue, *best)


def _is_authors_own(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether nobody is the subject: «ويتوقع وصولهم غدا», «الذي يؤكد أن» of a thing."""
    if frame.source is not None or not form.finite:
        return False
    passage = reading.passage
    if passage.words.forms[index] in reading.grammar.impersonal:
        return frame.kind not in {"colon", "marks"}
    if index > passage.lo and passage.words.forms[index - 1] in reading.grammar.relative:
        return frame.kind != "colon" and _antecedent(reading, index) is None
    return False


def _antecedent(reading: Reading, index: int) -> Phrase | None:
    """Return whom a relative pronoun before a verb stands for («الجيش الذي أضاف أن»), or None."""
    passage = reading.passage
    at = index - 1 - (index - 1 > passage.lo and passage.words.forms[index - 1] in reading.grammar.before_verb)
    if at <= passage.lo or passage.words.forms[at] not in reading.grammar.relative:
        return None
    if passage.gap_before(at).strip() not in {"", *COMMAS}:
        return None
    found = None
    for first in range(at - 1, max(passage.lo, at - _ANTECEDENT) - 1, -1):
        mention = reading.cast.by_word.get(first)
        phrase = reading.phrase(first) if mention is None or not mention.first < first else None
        if phrase is None:
            noun = reading.nouns.read(first)
            phrase = reading.extended(first, noun) if noun is not None else None
        if phrase is not None and phrase.last == at and reading.can_speak(phrase):
            found = phrase
        if not reading.is_plain(first):
            break
    return found


def _admits(reading: Reading, form: CueForm, frame: Frame, index: int) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether the strength of a cue is enough for the frame it meets."""
    if form.cue_class == "doc" or frame.via is not None:
        return True
    if frame.kind == "clause":
        return form.strength != "C" and any(
            f.endswith("أن") or f in {"إلى", "على", "عن", "من", "ب"} for f in form.frames
        )
    if frame.kind == "colon":
        if frame.quotation is not None:
            return ":" in form.frames
        spoken = frame.source is None or reading.can_speak(frame.source)
        return spoken and form.strength != "C" and ":" in form.frames and form.cue_class in _COLON_CLASSES
    if frame.kind == "marks":
        return "«»" in form.frames and (frame.source is None or reading.can_speak(frame.source))
    if form.strength == "C":
        return False
    if frame.source is not None:
        return reading.can_speak(frame.source)
    if form.finite and _has_other_subject(reading, index):
        return False
    if form.strength == "A":
        return True
    return form.kind == "participle" or reading.passage.words.forms[index].startswith("و") or form.gender == "f"


def _has_other_subject(reading: Reading, index: int) -> bool:
    """Tell whether a noun that cannot speak stands before a verb as its subject («الاستثناء يؤكد القاعدة»)."""
    passage = reading.passage
    if index == passage.lo or not reading.is_plain(index):
        return False
    cue = reading.table.lookup(passage.words.forms[index])
    if cue is None or cue.proclitics:
        return False
    before = passage.words.forms[index - 1]
    if before in reading.grammar.connector or before in reading.grammar.kana or before in reading.grammar.preposition:
        return False
    subject = _subject_before(reading, index, cue)
    return subject is None or not reading.can_speak(subject)


def _document_frame(reading: Reading, index: int, form: CueForm) -> Frame | None:
    """Return the frame of «جاء في بيان للوزارة أن …»; «جاء ذلك في …» has none."""
    passage, at = reading.passage, index + 2
    if at >= passage.hi or passage.words.forms[index + 1] not in {"في", "ضمن"}:
        return None
    phrase = reading.phrase(at)
    if phrase is None or phrase.noun is None or phrase.noun.kind != "document":
        return None
    frame = scan(reading, form, phrase.last, passage.stop_after(passage.words.ends[index]), phrase)
    return frame if frame is not None and frame.kind in {"clause", "colon", "marks"} else None


def _relayed(reading: Reading, index: int, cue: CueReading, form: CueForm) -> Report | None:
    """Return the report of «نقلت الوكالة عن X قوله إن …»: X speaks, the agency relays."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    limit = passage.stop_after(ends[index])
    about = next((i for i in range(index + 1, min(index + 12, passage.hi)) if forms[i] == "عن"), None)
    phrase = reading.phrase(about + 1) if about is not None and starts[about] < limit else None
    if about is None or phrase is None:
        return None
    frame = scan(reading, form, phrase.last, limit, phrase, clause_only=True)
    if frame is None or frame.kind not in {"clause", "colon", "marks"}:
        return None
    near = range(phrase.last, min(phrase.last + 12, passage.hi))
    said = next((i for i in near if starts[i] < frame.content and _is_saying(reading, i)), None)
    relay = reading.phrase(index + 1)
    return Report(
        rule="relay",
        cue=(starts[said], ends[said]) if said is not None else _cue_span(reading, index, cue),
        form=form,
        source=phrase,
        boundary=_boundary(reading, index),
        content=frame.content,
        kind=frame.kind,
        quotation=frame.quotation,
        bare=frame.bare,
        relay=(starts[relay.first], ends[relay.last - 1]) if relay is not None and relay.last <= about else None,
    )


def _is_saying(reading: Reading, index: int) -> bool:
    found = reading.table.lookup(reading.passage.words.forms[index])
    return found is not None and any(form.kind == "masdar" and form.pronoun for form in found.forms)


def _assemble(reading: Reading, index: int, cue: CueReading, form: CueForm, frame: Frame) -> Report:
    passage = reading.passage
    source, subject = frame.source, "overt"
    rule = f"verb-subject-{frame.kind}"
    antecedent = _antecedent(reading, index) if source is None and form.finite else None
    boundary = _boundary(reading, index)
    if source is not None and _is_object(reading, index, cue, form, frame):
        source = None
    before = _subject_before(reading, index, cue) if source is None and form.finite and not form.pronoun else None
    if form.kind == "participle":
        rule, subject = f"participle-{frame.kind}", "governed"
    elif antecedent is not None:
        source, rule = antecedent, f"relative-{frame.kind}"
    elif before is not None:
        source, rule = before, f"subject-verb-{frame.kind}"
        boundary = min(boundary, passage.words.starts[before.first])
    elif source is None:
        rule, subject = f"dropped-{frame.kind}", "dropped"
    elif form.cue_class == "doc":
        rule = f"document-{frame.kind}"
    start, end = _cue_span(reading, index, cue)
    if frame.via is not None and frame.via == index + 1:
        end = passage.words.ends[frame.via]
    return Report(
        rule=rule, cue=(start, end), form=form, source=source, boundary=boundary, content=frame.content,
        kind=frame.kind, quotation=frame.quotation, bare=frame.bare,
        top=_takes_the_word(reading, index, cue, form, before),
        subject=subject,  # type: ignore[arg-type]
    )  # fmt: skip


def _is_object(reading: Reading, index: int, cue: CueReading, form: CueForm, frame: Frame) -> bool:
    """Tell whether the one noun phrase behind a verb is whom it addresses («… وطالب الحلف بحماية»)."""
    if "OBJ" not in form.frames or frame.kind != "preposition" or frame.source is None or frame.source.noun is None:
        return False
    passage = reading.passage
    inside = passage.words.starts[index] > passage.sentence_start(passage.words.starts[index]) + 2
    return cue.proclitics == "و" and inside and frame.source.noun.kind in {"organization", "collective", "place"}


def _cue_span(reading: Reading, index: int, cue: CueReading) -> tuple[int, int]:
    """Return the offsets of a cue without و, ف in front."""
    words = reading.passage.words
    lead = 1 if cue.proclitics[:1] and cue.proclitics[0] in "وف" else 0
    return words.starts[index] + lead, words.ends[index]


def _boundary(reading: Reading, index: int) -> int:
    """Return where the clause of a cue starts: at the connectors before it («كما», «وقد», «من جهته»)."""
    passage, at = reading.passage, index
    forms = passage.words.forms
    while at > passage.lo and without_conjunction(forms[at - 1]) in reading.grammar.connector:
        if not reading.is_plain(at) and passage.gap_before(at).strip() not in COMMAS:
            break
        at -= 1 + (forms[at - 1] in reading.grammar.in_turn and at - 2 >= passage.lo)
    return passage.words.starts[at]


def _takes_the_word(reading: Reading, index: int, cue: CueReading, form: CueForm, before: Phrase | None) -> bool:
    """Tell whether a cue ends an open content: a participle, or a verb at the head of a clause of its own."""
    if form.kind == "participle":
        return True
    passage = reading.passage
    if before is not None:
        start = passage.words.starts[before.first]
        earlier = passage.words.forms[before.first - 1] if before.first > passage.lo else ""
        return start <= passage.sentence_start(start) + 3 or earlier in reading.grammar.kana
    if cue.proclitics[:1] in {"و", "ف"} or index == passage.lo or not reading.is_plain(index):
        return True
    return passage.words.forms[index - 1] in {"كما", "فيما", "بينما", "وقد", "وكان", "وكانت", "جهته", "جهتها"}


def _subject_before(reading: Reading, index: int, cue: CueReading) -> Phrase | None:
    """Return the subject that stands before its verb («الوزير أكد أن», «وكان الوزير قد ذكر أن»)."""
    passage, grammar = reading.passage, reading.grammar
    forms, starts = passage.words.forms, passage.words.starts
    if cue.proclitics:
        return None
    floor = passage.word_at(passage.sentence_start(starts[index]))
    end = index
    while end > floor and forms[end - 1] in grammar.before_verb and reading.is_plain(end):
        end -= 1
    if end > floor and forms[end - 1] in grammar.relative:
        return None
    found = None
    for at in range(max(floor, end - 18), end):
        opens = at == floor or forms[at - 1] in grammar.kana or forms[at - 1] in THAT or not reading.is_plain(at)
        opens = opens or without_conjunction(forms[at - 1]) in {"لكن", "ان", "فيما", "بينما"}
        phrase = reading.phrase(at) if opens and forms[at] not in grammar.kana else None
        if phrase is None or phrase.last > end:
            continue
        if (phrase.last == end and reading.is_plain(end)) or (
            _only_aside(reading, phrase.last, end) and reading.can_speak(phrase)
        ):
            found = phrase
            break
    return found


def _only_aside(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words between a subject and its verb are an aside between commas, or a relative clause."""
    passage = reading.passage
    if start >= end or end - start > 12 or reading.is_plain(end):
        return False
    return passage.words.forms[start] in reading.grammar.relative or passage.gap_before(start).strip() in COMMAS


def _postposed(reading: Reading, index: int, cue: CueReading) -> Report | None:
    """Return the report of a quotation that stands before its cue: «…»، قال الوزير."""
    passage = reading.passage
    starts, ends = passage.words.starts, passage.words.ends
    form = next((f for f in cue.forms if f.finite and f.strength != "C" and "«»" in f.frames), None)
    if form is None or index == passage.lo:
        return None
    quotation = passage.quotation_at(ends[index - 1])
    if quotation is None or quotation.end > starts[index]:
        return None
    if passage.text[quotation.end : starts[index]].strip("،, .-–\u200f"):
        return None
    if passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) < 3:
        return None
    phrase = reading.phrase(index + 1)
    if phrase is None and index + 1 < passage.hi and reading.is_plain(index + 1):
        return None
    return Report(
        rule="postposed-marks", cue=_cue_span(reading, index, cue), form=form, source=phrase, boundary=quotation.start,
        content=quotation.start, kind="marks", quotation=quotation, subject="overt" if phrase else "dropped",
        closed=quotation.end,
    )  # fmt: skip


def _masdar(reading: Reading, index: int, cue: CueReading) -> Report | None:  # noqa: PLR0911 - one test a line
    """Return the report of a noun as cue: «قوله إن …», «إعلان الوزارة أن …», «بالقول: …»."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    form = next((f for f in cue.forms if f.kind == "masdar" and f.strength == "A"), None)
    if form is None or index + 1 >= passage.hi:
        return None
    limit, span = passage.stop_after(ends[index]), (starts[index] + len(cue.proclitics), ends[index])
    if form.form.startswith("ال") and (
        form.lemma == "قال" or (index > passage.lo and forms[index - 1] in reading.grammar.passive)
    ):
        frame = scan(reading, form, index + 1, limit, None, near=2, reach=4)
        if frame is None or frame.kind in {"preposition", "noun"}:
            return None
        subject: Literal["governed", "dropped"] = "governed" if form.lemma == "قال" else "dropped"
        return Report(
            rule=f"masdar-{frame.kind}", cue=(starts[index], ends[index]), form=form, boundary=starts[index],
            content=frame.content, kind=frame.kind, quotation=frame.quotation, bare=frame.bare, subject=subject,
        )  # fmt: skip
    if form.pronoun:
        following = index + 2 if forms[index + 1] in {"الي", "علي", "من"} else index + 1
        if following >= passage.hi or forms[following] not in THAT or not reading.is_plain(index + 1):
            return None
        frame = clause_at(reading, following, None)
        return Report(
            rule="masdar-clause", cue=span, form=form, boundary=starts[index], content=frame.content, kind="clause",
            quotation=frame.quotation, bare=frame.bare, top=False, subject="governed",
        )  # fmt: skip
    phrase = reading.phrase(index + 1)
    if phrase is None or not reading.can_speak(phrase) or phrase.last >= passage.hi or form.form.startswith("ال"):
        return None
    if forms[phrase.last] in THAT:
        frame = clause_at(reading, phrase.last, phrase)
        return Report(
            rule="masdar-clause", cue=span, form=form, source=phrase, boundary=starts[index], content=frame.content,
            kind="clause", quotation=frame.quotation, bare=frame.bare, top=False,
        )  # fmt: skip
    if form.lemma == "اعلن" and starts_noun(reading, phrase.last, limit) and reading.is_plain(phrase.last):
        return Report(
            rule="masdar-noun", cue=span, form=form, source=phrase, boundary=starts[index], content=starts[phrase.last],
            kind="noun", top=False,
        )  # fmt: skip
    return None
