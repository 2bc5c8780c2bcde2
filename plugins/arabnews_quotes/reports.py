"""Reads a passage into reports: cue, source and the place where the content starts, in document order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from .grammar import THAT, without_conjunction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.cues import CueForm, CueReading

    from .frames import Frame, Reader
    from .marks import Quotation

_WRITTEN: Final = frozenset(
    {"say", "assert", "announce", "explain", "indicate", "write", "answer", "comment", "continue"}
)


@frozen
class Report:
    """One act of reporting, as a passage shows it.

    Attributes:
        rule: the name of the rule that found it.
        cue: start and end of the cue.
        form: what the cue is.
        source: start and end of the source, or None where none is told.
        boundary: the offset at which the reporter's voice takes over for it: an open content before ends here.
        content: where the content starts.
        quotations: the quotations that are the content of direct speech; else empty and the end is found later.
        bare: whether a bare complementiser or preposition was left out before the content.
        top: whether it may end a content that is open; else it stands inside it.
        subject: "overt", "dropped", "governed" (a participle or pronoun, spoken by who spoke before).
        relay: start and end of the outlet that passed it on.
        strong: whether the cue reports by itself (strength A or a clause, colon or marks).
    """

    rule: str
    cue: tuple[int, int]
    form: CueForm | None
    source: tuple[int, int] | None
    boundary: int
    content: int
    kind: str
    quotations: tuple[Quotation, ...] = ()
    bare: bool = True
    top: bool = True
    subject: str = "overt"
    relay: tuple[int, int] | None = None
    closed: int | None = None
    pronoun: str = ""


def read_reports(reader: Reader, readings: dict[str, CueReading]) -> Iterator[Report]:
    """Yield the reports of the cues of one passage, by the position of the cue."""
    passage = reader.passage
    forms = passage.words.forms
    done = passage.lo
    for index in range(passage.lo, passage.hi):
        reading = readings.get(forms[index])
        if reading is None or index < done:
            continue
        report = _report(reader, index, reading)
        if report is not None:
            yield report
            done = max(done, passage.word_at(report.cue[1]))
            if report.kind in {"clause", "colon", "marks"}:
                done = max(done, passage.words.at(min(report.content, passage.end - 1)))


def _report(reader: Reader, index: int, reading: CueReading) -> Report | None:
    passage, grammar = reader.passage, reader.grammar
    if _is_rejected(reader, index, reading):
        return None
    best: tuple[CueForm, Frame] | None = None
    for form in reading.forms:
        if form.kind == "masdar":
            continue
        if form.strength == "C" and form.cue_class == "doc":
            frame = _document_frame(reader, index)
        elif form.lemma == "نقل":
            report = _relayed(reader, index, reading, form)
            if report is not None:
                return report
            continue
        else:
            frame = reader.frame_of(form, index)
        if frame is None or not _admits(reader, form, frame, index):
            continue
        if best is None or _rank(frame) < _rank(best[1]):
            best = form, frame
    if best is None:
        return _postposed(reader, index, reading) or _masdar(reader, index, reading)
    form, frame = best
    return _assemble(reader, index, reading, form, frame)


def _rank(frame: Frame) -> int:
    return ("clause", "colon", "marks", "two-part", "preposition", "noun").index(frame.kind)


def _is_rejected(reader: Reader, index: int, reading: CueReading) -> bool:
    """Tell whether nothing was said here: negation, a wish, a question, a name, the author's own voice."""
    passage, grammar = reader.passage, reader.grammar
    forms = passage.words.forms
    if index in reader.cast.by_word or any(
        part.first < index < part.last
        for part in (reader.cast.by_word.get(at) for at in range(max(passage.lo, index - 4), index))
        if part
    ):
        return True
    before = without_conjunction(forms[index - 1]) if index > passage.lo else ""
    plain = not passage.gap_before(index).strip()
    if plain and before in grammar.negation and not (before == "ما" and any(f.pronoun for f in reading.forms)):
        return True
    if plain and before in grammar.subjunctive and any(f.kind == "present" for f in reading.forms):
        earlier = forms[index - 2] if index - 1 > passage.lo else ""
        if earlier != "قبل":
            return True
    if "ل" in reading.proclitics and not _starts_clause(reader, index):
        return not any(":" in passage.gap(at) or forms[at] in THAT for at in range(index, min(index + 3, passage.hi)))
    following = forms[index + 1] if index + 1 < passage.hi else ""
    if forms[index] in grammar.impersonal and (following in THAT or following in {"الي", "بان", "علي"}):
        return True
    return (
        plain
        and (
            before
            in grammar.preposition
            - {
                "وقد",
                "قد",
                "حيث",
                "كما",
                "فيما",
                "بينما",
                "كان",
                "كانت",
                "ما",
                "مما",
                "لكن",
                "ثم",
                "اذ",
                "عندما",
                "فيه",
                "فيها",
                "خلاله",
                "خلالها",
                "اليوم",
                "امس",
                "او",
                "هو",
                "وهو",
                "وهي",
                "حين",
                "بل",
                "له",
                "لها",
                "به",
                "بها",
                "منه",
                "منها",
                "عنه",
                "هنا",
            }
        )
        and not any(f.finite and f.kind == "present" for f in reading.forms)
    )


def _starts_clause(reader: Reader, index: int) -> bool:
    passage = reader.passage
    return index == passage.lo or bool(passage.gap_before(index).strip())


def _admits(reader: Reader, form: CueForm, frame: Frame, index: int) -> bool:
    """Tell whether the strength of a cue is enough for the frame it meets."""
    if form.cue_class == "doc" or frame.via is not None:
        return True
    spoken = frame.kind in {"clause", "colon", "marks"}
    if frame.kind == "clause" and not any(f.endswith("أن") for f in form.frames):
        return False
    if form.strength == "C":
        return frame.kind in {"colon", "marks"} and frame.quotation is not None
    if frame.kind == "colon" and frame.quotation is None:
        return form.strength == "A" or form.cue_class in _WRITTEN
    if frame.kind == "marks":
        return form.strength == "A" or frame.quotation is not None
    if spoken or form.strength == "A":
        return True
    if frame.source is not None:
        return reader._can_speak(*frame.source)  # noqa: SLF001
    return form.kind == "participle" or (
        index > reader.passage.lo and reader.passage.words.forms[index].startswith("و")
    )


def _document_frame(reader: Reader, index: int) -> Frame | None:
    """Return the frame of «جاء في بيان للوزارة أن …»; «جاء ذلك في …» has none."""
    from .frames import Frame as _Frame  # noqa: PLC0415
    from .phrases import read_phrase  # noqa: PLC0415

    passage = reader.passage
    forms = passage.words.forms
    if (
        index + 2 >= passage.hi
        or forms[index + 1] not in {"في", "ضمن"}
        or forms[index + 2] not in reader.grammar.document
    ):
        return None
    start = index + 2
    end = read_phrase(passage, start, reader.cast, reader.grammar, reader.table)
    if end >= passage.hi or end == start:
        return None
    from arabnews.cues import CueForm as _CueForm  # noqa: PLC0415

    plain = _CueForm(forms[index], "جاء", "doc", "B", ("أن",), "past")
    frame = reader._scan(plain, end, passage.stop_after(passage.words.ends[index]), (start, end))  # noqa: SLF001
    if frame is None or frame.kind not in {"clause", "colon", "marks"}:
        return None
    return _Frame(frame.kind, (start, end), frame.content, frame.bare, frame.quotation, frame.via)


def _relayed(reader: Reader, index: int, reading: CueReading, form: CueForm) -> Report | None:
    """Return the report of «نقلت الوكالة عن X قوله إن …»: X speaks, the agency relays."""
    from arabnews.cues import CueForm as _CueForm  # noqa: PLC0415

    from .phrases import read_phrase  # noqa: PLC0415

    passage = reader.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    limit = passage.stop_after(ends[index])
    at = next((i for i in range(index + 1, min(index + 12, passage.hi)) if forms[i] == "عن"), None)
    if at is None or starts[at] >= limit or at + 1 >= passage.hi:
        return None
    end = read_phrase(passage, at + 1, reader.cast, reader.grammar, reader.table)
    if end == at + 1:
        return None
    plain = _CueForm(forms[index], form.lemma, "relay", "A", ("أن",), "past", form.gender, form.number)
    frame = reader._scan(plain, end, limit, (at + 1, end))  # noqa: SLF001
    if frame is None or frame.kind not in {"clause", "colon", "marks"}:
        return None
    said = next(
        (i for i in range(end, min(end + 12, passage.hi)) if starts[i] < frame.content and _is_saying(reader, i)), None
    )
    cue = (starts[said], ends[said]) if said is not None else (starts[index] + len(reading.proclitics), ends[index])
    relay_end = read_phrase(passage, index + 1, reader.cast, reader.grammar, reader.table)
    relay = (starts[index + 1], ends[relay_end - 1]) if relay_end > index + 1 and relay_end <= at else None
    quotations = (frame.quotation,) if frame.quotation is not None and frame.bare else ()
    return Report(
        "relay", cue, plain, (starts[at + 1], ends[end - 1]), _boundary(reader, index, reading), frame.content,
        frame.kind, quotations, bare=frame.bare, relay=relay,
    )  # fmt: skip


def _is_saying(reader: Reader, index: int) -> bool:
    reading = reader.table.lookup(reader.passage.words.forms[index])
    return reading is not None and any(f.kind == "masdar" and f.pronoun for f in reading.forms)


def _assemble(reader: Reader, index: int, reading: CueReading, form: CueForm, frame: Frame) -> Report:
    passage = reader.passage
    starts, ends = passage.words.starts, passage.words.ends
    source = frame.source
    subject = "overt"
    boundary = _boundary(reader, index, reading)
    rule = f"{form.kind}-{frame.kind}"
    before = _subject_before(reader, index, reading) if source is None and form.finite else None
    if form.kind == "participle":
        subject = "governed"
    elif before is not None:
        source, rule = before, f"subject-verb-{frame.kind}"
        if not reading.proclitics:
            boundary = min(boundary, starts[before[0]])
    elif source is None:
        subject, rule = "dropped", f"dropped-{frame.kind}"
    elif form.cue_class == "doc":
        rule = f"document-{frame.kind}"
    cue_end = ends[index]
    if frame.via is not None and frame.via == index + 1:
        cue_end = ends[frame.via]
    quotations = (frame.quotation,) if frame.quotation is not None else ()
    return Report(
        rule, (starts[index] + _clitics(passage.words.forms[index], reading), cue_end), form,
        (starts[source[0]], ends[source[1] - 1]) if source else None, boundary, frame.content, frame.kind, quotations,
        bare=frame.bare, top=_is_top(reader, index, reading, form, before), subject=subject,
    )  # fmt: skip


def _clitics(word: str, reading: CueReading) -> int:
    return sum(1 for clitic in reading.proclitics if clitic in "وف") if word else 0


def _boundary(reader: Reader, index: int, reading: CueReading) -> int:
    """Return where the clause of a cue starts: at its conjunction, or at the connectors before it («كما», «وقد»)."""
    passage, grammar = reader.passage, reader.grammar
    at = index
    while (
        at > passage.lo
        and without_conjunction(passage.words.forms[at - 1]) in grammar.connector
        and not passage.gap_before(at).strip()
    ):
        at -= 1
    if at > passage.lo + 1 and passage.words.forms[at - 1] in {"جهته", "جهتها", "جانبه", "جانبها"}:
        at -= 2
    return passage.words.starts[at]


def _is_top(reader: Reader, index: int, reading: CueReading, form: CueForm, before: tuple[int, int] | None) -> bool:
    """Tell whether a cue takes the word from an open content: a participle, or a verb at the head of a clause of its own."""
    if form.kind == "participle":
        return True
    passage = reader.passage
    if before is not None:
        return passage.words.starts[before[0]] <= passage.sentence_start(passage.words.starts[index]) + 12
    if reading.proclitics[:1] in {"و", "ف"}:
        return True
    earlier = passage.words.forms[index - 1] if index > passage.lo else ""
    return (
        bool(passage.gap_before(index).strip())
        or index == passage.lo
        or earlier in {"كما", "فيما", "بينما", "وقد", "وكان", "وكانت"}
    )


def _subject_before(reader: Reader, index: int, reading: CueReading) -> tuple[int, int] | None:
    """Return the words of a subject that stands before its verb («الوزير أكد أن», «وكان الوزير قد ذكر أن»)."""
    from .phrases import read_phrase  # noqa: PLC0415

    passage, grammar = reader.passage, reader.grammar
    forms, starts = passage.words.forms, passage.words.starts
    floor = passage.word_at(passage.sentence_start(starts[index]))
    if reading.proclitics:
        return None
    end = index
    while end > floor and forms[end - 1] in {"قد", "كان", "كانت", "ايضا", "كذلك", "انه", "انها"}:
        end -= 1
    for at in range(max(floor, end - 18), end):
        opens = (
            at == floor
            or forms[at - 1] in grammar.kana
            or forms[at - 1] in THAT
            or passage.gap_before(at).strip() in {"،", ",", ":", "-", "؛"}
        )
        if not opens:
            continue
        if forms[at] in grammar.kana:
            continue
        stop = read_phrase(passage, at, reader.cast, grammar, reader.table)
        if stop == end:
            return (at, end)
        if stop > at and _only_aside(reader, stop, end) and (at in reader.cast.by_word or grammar.can_speak(forms[at])):
            return (at, stop)
    part = next(
        (p for p in (reader.cast.by_word.get(at) for at in range(max(floor, end - 6), end)) if p and p.last == end),
        None,
    )
    return (part.first, part.last) if part is not None and part.entity.type != "location" else None


def _only_aside(reader: Reader, start: int, end: int) -> bool:
    """Tell whether the words between a subject and its verb are an aside between commas, or a relative clause."""
    passage = reader.passage
    if start >= end or end - start > 12:
        return False
    return passage.words.forms[start] in reader.grammar.relative or passage.gap_before(start).strip() in {"،", ","}


def _postposed(reader: Reader, index: int, reading: CueReading) -> Report | None:
    """Return the report of a quotation that stands before its cue: «…»، قال الوزير."""
    from .phrases import read_phrase  # noqa: PLC0415

    passage = reader.passage
    starts, ends = passage.words.starts, passage.words.ends
    form = next((f for f in reading.forms if f.finite and f.strength != "C" and "«»" in f.frames), None)
    if form is None or index == passage.lo:
        return None
    before = passage.quotation_at(max(passage.start, starts[index] - 1)) or passage.quotation_at(ends[index - 1])
    gap_start = before.end if before else 0
    if (
        before is None
        or before.end > starts[index]
        or passage.text[gap_start : starts[index]].strip("،, .-–\u200f") not in {"", "و"}
    ):
        return None
    if passage.word_at(before.inner_end) - passage.word_at(before.inner_start) < 3:
        return None
    end = read_phrase(passage, index + 1, reader.cast, reader.grammar, reader.table)
    if end == index + 1 and end < passage.hi and passage.gap(index).strip() == "":
        return None
    source = (starts[index + 1], ends[end - 1]) if end > index + 1 else None
    return Report(
        "postposed-marks", (starts[index] + _clitics(passage.words.forms[index], reading), ends[index]), form, source,
        before.start, before.start, "marks", (before,), subject="overt" if source else "dropped",
        closed=before.end,
    )  # fmt: skip


def _masdar(reader: Reader, index: int, reading: CueReading) -> Report | None:
    """Return the report of a noun as cue: «قوله إن …», «إعلان الوزارة أن …»."""
    from .phrases import read_phrase  # noqa: PLC0415

    passage = reader.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    form = next((f for f in reading.forms if f.kind == "masdar" and f.strength == "A"), None)
    if form is None or index + 1 >= passage.hi:
        return None
    cue = (starts[index] + len(reading.proclitics), ends[index])
    if form.pronoun:
        following = index + 2 if forms[index + 1] in {"الي", "علي", "من"} else index + 1
        if following < passage.hi and forms[following] in THAT and not passage.gap(index).strip():
            frame = reader._clause(following, None, None)  # noqa: SLF001
            quotations = (frame.quotation,) if frame.quotation else ()
            return Report("masdar-clause", cue, form, None, starts[index], frame.content, "clause", quotations,
                          bare=frame.bare, top=False, subject="governed")  # fmt: skip
        return None
    part = reader.cast.by_word.get(index + 1)
    if part is None and not reader.grammar.can_speak(forms[index + 1]):
        return None
    end = read_phrase(passage, index + 1, reader.cast, reader.grammar, reader.table)
    if end >= passage.hi:
        return None
    limit = passage.stop_after(ends[index])
    source = (starts[index + 1], ends[end - 1])
    if forms[end] in THAT:
        frame = reader._clause(end, None, None)  # noqa: SLF001
        quotations = (frame.quotation,) if frame.quotation else ()
        return Report("masdar-clause", cue, form, source, starts[index], frame.content, "clause", quotations,
                      bare=frame.bare, top=False)  # fmt: skip
    if form.lemma == "اعلن" and part is not None and reader._noun_at(end, limit):  # noqa: SLF001
        return Report("masdar-noun", cue, form, source, starts[index], starts[end], "noun", top=False)
    return None
