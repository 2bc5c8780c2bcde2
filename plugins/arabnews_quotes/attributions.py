"""Prepositional attribution: «بحسب الوزارة، …» and «…، وفق مصادر طبية»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import BARE_THAT, without_conjunction
from .phrases import read_phrase
from .reports import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .frames import Reader


def find_attributions(reader: Reader, words: dict[str, str], reports: Sequence[Report]) -> Iterator[Report]:
    """Yield the reports of a passage that rest on a preposition. A sentence that has a report already is left to it."""
    passage, forms = reader.passage, reader.passage.words.forms
    for index in range(passage.lo, passage.hi):
        takes = words.get(forms[index])
        if takes is None:
            continue
        report = _attribution(reader, index, takes)
        if report is None:
            continue
        sentence = passage.sentence_start(report.cue[0])
        stop = passage.stop_after(report.cue[1])
        if not any(sentence <= other.cue[0] < stop and other.top for other in reports):
            yield report


def _attribution(reader: Reader, index: int, takes: str) -> Report | None:
    passage = reader.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    at = index + 1
    if at >= passage.hi:
        return None
    if forms[at] in {"ما", "لما"} or takes == "verb":
        at += takes != "verb"
        reading = reader.table.lookup(forms[at]) if at < passage.hi else None
        if reading is None or not any(f.finite for f in reading.forms):
            return None
        at += 1
    elif takes in {"الي", "عن", "إلى"}:
        if forms[at] not in {"الي", "عن"}:
            return None
        at += 1
    elif takes == "ل" and not forms[at].startswith("ل"):
        return None
    if at >= passage.hi or forms[at] in reader.grammar.legal:
        return None
    end = read_phrase(passage, at, reader.cast, reader.grammar, reader.table)
    if end == at:
        return None
    head = (
        forms[at][1:] if takes == "ل" and forms[at][1:2] != "ل" else "ا" + forms[at][1:] if takes == "ل" else forms[at]
    )
    known = any(a in reader.cast.by_word for a in range(at, end)) or reader.grammar.can_speak(head)
    if not known or head in reader.grammar.legal:
        return None
    lead = sum(
        1
        for clitic in forms[index][:1]
        if clitic == "و" and len(forms[index]) > 3 and forms[index] not in {"وفق", "وفقا"}
    )
    cue = (starts[index] + lead, ends[index])
    source_start = starts[at] + (1 if takes == "ل" and forms[at][1:2] != "ل" else 0)
    source = (source_start, ends[end - 1])
    sentence = passage.sentence_start(starts[index])
    stop = passage.stop_after(ends[end - 1])
    first = passage.word_at(sentence)
    if index <= first + 1:
        follow = end
        comma = passage.text.find("،", ends[end - 1], min(stop, ends[end - 1] + 120))
        content = ends[end - 1]
        if comma >= 0:
            content = comma + 1
        follow = passage.word_at(content)
        if follow < passage.hi and forms[follow] in BARE_THAT:
            content = ends[follow]
        return Report("attribution-before", cue, None, source, starts[index], content, "clause", top=True)
    return Report("attribution-after", cue, None, source, starts[index], sentence, "clause", closed=starts[index])


__all__ = ["find_attributions", "without_conjunction"]
