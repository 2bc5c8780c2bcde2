"""Finds how a cue is followed: by a source, then by a clause, a colon, marks, a preposition or a noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from .grammar import BARE_BI_THAT, BARE_THAT, BI_THAT, THAT, without_conjunction
from .phrases import read_phrase

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueTable

    from .cast import Cast
    from .grammar import Grammar
    from .marks import Quotation
    from .passage import Passage

REACH: Final = 32
"""A complementiser, a colon or marks follow their cue within this many words."""
NEAR: Final = 14
"""A preposition of the frame follows within this many words."""

_COLON: Final = re.compile(r":(?!\d)")
_ATTACHED: Final = frozenset({"علي", "الي", "عن", "من", "ب", "ل", "في"})


@frozen
class Frame:
    """A frame that is met.

    Attributes:
        kind: "clause", "colon", "marks", "preposition", "noun", "two-part".
        source: the words of the source, or None where the subject is dropped.
        content: the offset at which the content starts, marks not yet left out.
        bare: whether a bare complementiser was left out, so that a quotation right after it is direct.
        quotation: the quotation with which the content starts, or None.
        via: the words of a second verb of saying («قائلا») that carries the first.
    """

    kind: str
    source: tuple[int, int] | None
    content: int
    bare: bool = True
    quotation: Quotation | None = None
    via: int | None = None


@frozen(eq=False)
class Reader:
    """All that frames are read with: the passage, the cast, the tables."""

    passage: Passage
    cast: Cast
    grammar: Grammar
    table: CueTable

    def frame_of(self, cue: CueForm, index: int) -> Frame | None:
        """Return the frame that a cue at word `index` meets, or None."""
        passage = self.passage
        after = index + 1
        start = self._past_adverbs(after)
        source_end = (
            read_phrase(passage, start, self.cast, self.grammar, self.table) if cue.kind != "participle" else start
        )
        if cue.kind == "participle" or cue.pronoun:
            start = source_end = after
        if cue.pronoun and cue.finite:
            source_end = read_phrase(passage, start, self.cast, self.grammar, self.table)
        limit = passage.stop_after(passage.words.ends[index])
        if ":" in passage.gap(index) or self._opening_after(index):
            source_end = start = after
        strong = source_end > start and self._can_speak(start, source_end)
        source = (start, source_end) if source_end > start else None
        if "NP" in cue.frames and source is not None and not strong and self._noun_at(start, limit):
            frame = self._scan(cue, source_end, limit, source, only_clause=True)
            return frame or Frame("noun", None, self._offset(start))
        if source is not None and self._two_part(cue):
            frame = self._scan(cue, source_end, limit, source, only_clause=True)
            return frame or self._two_part_frame(cue, source, limit)
        if strong and "NP" in cue.frames and self._noun_at(source_end, limit):
            return Frame("noun", source, self._offset(source_end))
        frame = self._scan(cue, source_end, limit, source)
        if frame is None and source is None and cue.kind == "participle" and "NP" in cue.frames:
            return Frame("noun", None, self._offset(after)) if self._noun_at(after, limit) else None
        return frame

    def _past_adverbs(self, index: int) -> int:
        """Return the index behind dates and adverbs that stand between a verb and its subject («قال أمس الوزير»)."""
        passage = self.passage
        at = index
        for _ in range(4):
            if at >= passage.hi:
                break
            date = self.cast.dates.get(at)
            if date is not None:
                at = date[0]
            elif passage.words.forms[at] in {"ايضا", "كذلك", "امس", "اليوم", "مساء", "صباح", "مجددا"}:
                at += 1
            else:
                break
        known = at < passage.hi and (at in self.cast.by_word or self.grammar.can_speak(passage.words.forms[at]))
        return at if at == index or known else index

    def _opening_after(self, index: int) -> bool:
        words = self.passage.words
        following = words.starts[index + 1] if index + 1 < self.passage.hi else self.passage.end
        return self.passage.opening_in(words.ends[index], following) is not None

    def _can_speak(self, start: int, end: int) -> bool:
        forms = self.passage.words.forms
        if any(at in self.cast.by_word and self.cast.by_word[at].entity.type != "location" for at in range(start, end)):
            return True
        return (
            start in self.cast.by_word
            or self.grammar.can_speak(forms[start])
            or forms[start][2:] in self.grammar.speaker
        )

    def _noun_at(self, index: int, limit: int) -> bool:
        """Tell whether a noun of content may start at word `index`: nothing but space before it, no function word."""
        passage = self.passage
        if index >= passage.hi or passage.words.starts[index] >= limit:
            return False
        gap = passage.gap_before(index)
        if gap.strip() not in {"", "،", ","}:
            return False
        word = passage.words.forms[index]
        if word in THAT or word in BI_THAT or word in self.grammar.preposition or word in self.grammar.relative:
            return False
        if word in self.grammar.connector or word in self.grammar.negation - {"عدم"} or word in self.grammar.speech:
            return False
        if index in self.cast.dates or word[0].isdigit() or (word[0] == "ب" and word not in self.grammar.p_root):
            return False
        reading = self.table.lookup(word)
        return reading is None or not all(form.finite or form.kind == "participle" for form in reading.forms)

    @staticmethod
    def _two_part(cue: CueForm) -> bool:
        return any(frame.startswith("TWO") for frame in cue.frames)

    def _two_part_frame(self, cue: CueForm, source: tuple[int, int], limit: int) -> Frame | None:
        """Return the frame of «اتهم X Y بـ…»: its content starts at Y."""
        passage, (start, end) = self.passage, source
        preposition = next((f[4:] for f in cue.frames if f.startswith("TWO ")), "")
        at = end
        while at < passage.hi and passage.words.starts[at] < limit and at < end + NEAR:
            if preposition and self._is_preposition(at, preposition):
                break
            at += 1
        else:
            if preposition:
                return None
        if at == end and preposition:  # «واتهمته بـ…», «اتهمت الجيش بـ…»: the one noun phrase is the object
            return Frame("two-part", None, self._offset(start))
        if not self._noun_at(end, limit):
            return None
        return Frame("two-part", source, self._offset(end))

    def _is_preposition(self, at: int, preposition: str) -> bool:
        word = self.passage.words.forms[at]
        if len(preposition) > 1:
            return word == preposition
        return (
            word[0] == preposition
            and at not in self.cast.by_word
            and word not in self.grammar.p_root
            and at not in self.cast.dates
        )

    def _offset(self, index: int) -> int:
        return self.passage.words.starts[index]

    def _scan(
        self, cue: CueForm, index: int, limit: int, source: tuple[int, int] | None, *, only_clause: bool = False
    ) -> Frame | None:
        """Return the first frame met from word `index` on, before the sentence ends."""
        passage, forms = self.passage, self.passage.words.forms
        starts, ends = passage.words.starts, passage.words.ends
        prepositions = [
            f
            for f in (frame.replace("إ", "ا").replace("ى", "ي").replace("أ", "ا") for frame in cue.frames)
            if f in _ATTACHED
        ]
        via: int | None = None
        at, relative = index, False
        while at <= passage.hi and at - index <= REACH:
            before_end = ends[at - 1]
            here = starts[at] if at < passage.hi else passage.end
            if before_end > limit:
                return None
            gap = passage.text[before_end : min(here, passage.end)]
            quotation = passage.opening_in(before_end, here)
            if ":" in gap and _COLON.search(gap):
                return Frame("colon", source, before_end + gap.index(":") + 1, quotation=quotation, via=via)
            if quotation is not None:
                if self._speaks(quotation, at, limit):
                    return Frame("marks", source, quotation.start, quotation=quotation, via=via)
                at = max(at + 1, passage.word_at(quotation.end))
                continue
            if at >= passage.hi or here >= limit:
                return None
            word = forms[at]
            relative = (relative or word in self.grammar.relative) and "،" not in gap
            if word in THAT or word in BI_THAT:
                if relative:
                    at += 1
                    continue
                return self._clause(at, source, via)
            if word in self.grammar.speech and at > index - 1 and via is None:
                via = at
                at += 1
                continue
            reading = self.table.lookup(word)
            if reading is not None and at > index and not relative:
                if any(f.kind == "participle" for f in reading.forms) and not any(
                    f.kind == "masdar" for f in reading.forms
                ):
                    return None
                if any(f.finite for f in reading.forms) and reading.proclitics and at not in self.cast.by_word:
                    return None
            if not only_clause and at - index < NEAR and not relative:
                frame = self._preposition(at, prepositions, source, via)
                if frame is not None:
                    return frame
            at += 1
        return None

    def _clause(self, at: int, source: tuple[int, int] | None, via: int | None) -> Frame:
        """Return the frame of a complementiser at word `at`: a bare one stays outside the content."""
        passage, word = self.passage, self.passage.words.forms[at]
        bare = without_conjunction(word) in BARE_THAT or word in BARE_THAT or word in BARE_BI_THAT
        if not bare:
            following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
            quotation = passage.opening_in(passage.words.ends[at], following)
            if quotation is not None and ":" in passage.text[passage.words.ends[at] : quotation.start]:
                return Frame("colon", source, quotation.start, quotation=quotation, via=via)
            return Frame("clause", source, passage.words.starts[at], bare=False, via=via)
        end = passage.words.ends[at]
        following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
        return Frame("clause", source, end, quotation=passage.opening_in(end, following), via=via)

    def _preposition(
        self, at: int, prepositions: list[str], source: tuple[int, int] | None, via: int | None
    ) -> Frame | None:
        passage, word = self.passage, self.passage.words.forms[at]
        for preposition in prepositions:
            if not self._is_preposition(at, preposition):
                continue
            if word == preposition:  # it stands alone
                end = passage.words.ends[at]
                following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
                if at + 1 < passage.hi and passage.words.forms[at + 1] in THAT:
                    return self._clause(at + 1, source, via)
                return Frame("preposition", source, end, quotation=passage.opening_in(end, following), via=via)
            return Frame("preposition", source, passage.words.starts[at], via=via)
        return None

    def _speaks(self, quotation: Quotation, at: int, limit: int) -> bool:
        """Tell whether marks between a cue and whatever follows hold speech, not a name or a term."""
        passage, forms = self.passage, self.passage.words.forms
        first, last = passage.word_at(quotation.inner_start), passage.word_at(quotation.inner_end)
        before = forms[at - 1] if at > passage.lo else ""
        if before in self.grammar.naming or before in self.grammar.preposition:
            return last - first > 8
        glued = passage.text[passage.words.ends[at - 1] : quotation.start] == "" if at > passage.lo else False
        if glued and len(before) <= 2:
            return False  # «لـ"الجزيرة"»
        if last - first > 6:
            return True
        for following in range(last, min(last + REACH, passage.hi)):
            if passage.words.starts[following] >= limit:
                break
            if forms[following] in THAT or forms[following] in BI_THAT or ":" in passage.gap_before(following):
                return False
        return last - first >= 2
