"""Quotations over several paragraphs: opened in one, closed in a later one, with no mark set again between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from .grammar import BI_THAT, THAT
from .marks import Quotation, is_long, last_sentence_end, lone_closing
from .signs import within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .passage import Passage
    from .signs import Signs

FARTHEST: Final = 6
"""A quotation is carried over no more paragraphs than this."""
_FIRST: Final = 3
"""A verb of saying among so many words at a paragraph's start tells that the reporter speaks again."""
_CLAUSE: Final = 12
"""The clause of a verb of saying opens within so many words behind it («أكد وزير العدل فلان أن»)."""
_LAST: Final = 2
"""Behind a verb of saying that is so near a mark opens, however it stands."""


def carry_quotations(passages: Sequence[Passage], signs: Signs) -> None:
    """Let a quotation that its paragraph does not close go on up to the mark that closes it further down.

    Each paragraph that it reaches then begins with a quotation, as if the mark had been set again, which careful
    newspapers do. Nothing is carried over a further unpaired mark, nor over a paragraph that begins with a verb of
    saying or holds one with its clause: there the opening mark of another quotation is missing.
    """
    for at, passage in enumerate(passages):
        quotations = passage.quotations
        if not quotations:
            continue
        opening = quotations[-1]
        if not opening.unclosed or opening.carried or passage.kind != "paragraph":
            continue
        if not is_long(passage.text, opening):
            continue
        closing = _closing(passages, at, passage.text[opening.start : opening.inner_start], signs)
        if closing is None:
            continue
        last, (start, end) = closing
        passage.requote((*quotations[:-1], evolve(opening, carried=True)))
        for below in passages[at + 1 : last]:
            stop = last_sentence_end(below.text, below.start, below.end)
            whole = Quotation(below.start, below.start, stop, stop, unclosed=True, carried=True)
            below.requote((whole,))
        below = passages[last]
        rest = [q for q in below.quotations if q.start >= end]
        below.requote((Quotation(below.start, below.start, start, end), *rest))


def _closing(passages: Sequence[Passage], at: int, mark: str, signs: Signs) -> tuple[int, tuple[int, int]] | None:
    """Return the paragraph that closes the quotation opened by `mark` in the one at `at`, and its mark; or None."""
    for number in range(at + 1, min(at + 1 + FARTHEST, len(passages))):
        above, passage = passages[number - 1], passages[number]
        apart = passage.kind != "paragraph" or passage.text[above.end : passage.start].strip()
        if apart or _reports(passage.lo, min(passage.lo + _FIRST, passage.hi), signs):
            return None
        closing = lone_closing(passage.text, mark, passage.start, passage.end)
        if closing is None or _tells_clause(passage, closing[0], signs):
            return None
        if closing[0] < passage.end:
            behind = passage.word_at(closing[0])
            return None if _reports(max(passage.lo, behind - _LAST), behind, signs) else (number, closing)
    return None


def _tells_clause(passage: Passage, end: int, signs: Signs) -> bool:
    """Tell whether somebody said something in a clause before `end`: the reporter speaks; «أعتقد أن» may be speech."""
    forms, behind = passage.words.forms, passage.word_at(end)
    for i in within(signs.cue_words, passage):
        told = "past" in signs.cues[i].kinds and signs.cues[i].forms[0].strength == "A"
        clause = forms[i + 1 : min(i + _CLAUSE, behind)] if told else ()
        if not (THAT.isdisjoint(clause) and BI_THAT.isdisjoint(clause)):
            return True
    return False


def _reports(first: int, behind: int, signs: Signs) -> bool:
    """Tell whether one of some words is a verb of saying."""
    cues = (signs.cues[i] for i in range(first, behind) if i in signs.cues)
    return any(not cue.kinds.isdisjoint({"past", "present"}) for cue in cues)
