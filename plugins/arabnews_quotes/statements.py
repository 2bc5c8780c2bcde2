"""From reports to statements: the walk over the passages that knows who spoke before."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from arabnews.article import Article, Span, Statement
from arabnews.fold import fold, tokens

from .attributes import (
    HEAD_KINDS,
    addressee_of,
    channel_of,
    confidence_of,
    date_of,
    find_told_channels,
    reporting_clause,
)
from .attributions import find_attributions
from .content import next_boundaries, read_content
from .headlines import find_headline_report
from .link import source_span, speaker_of_source
from .memory import Memory, Speaker, Turn, agrees
from .passage import Passage, find_passages
from .phrases import Reading, is_definite
from .reports import find_turns, read_reports
from .subjects import subject_before, subject_of_clause, subject_of_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Channel
    from arabnews.cues import CueForm, CueReading
    from arabnews_entities import PhraseReader

    from .cast import Cast
    from .content import Content
    from .phrases import Phrase
    from .report import Report
    from .tables import Tables

_OF_SOMEONE: Final = frozenset({"preposition", "noun", "two-part"})
"""Frames in which a verb without any subject is a passive («أُعلن عن …»): nobody said it."""
DEEPEST: Final = 4
"""Statements nest no deeper than this."""
_SELF_MENTION: Final = 6
"""Nobody is named in the first so many words of what he says himself."""


@frozen(eq=False)
class Walk:
    """The reading of one article, from its first passage to its last; headlines come after the body."""

    article: Article
    tables: Tables
    cast: Cast
    nouns: PhraseReader
    memory: Memory = field(factory=Memory)
    made: list[Statement] = field(factory=list)
    _cues: dict[int, CueReading] = field(factory=dict, init=False)
    _cue_words: list[int] = field(factory=list, init=False)
    _attributing: list[int] = field(factory=list, init=False)
    _by_id: dict[str, Statement] = field(factory=dict, init=False)

    def read(self) -> list[Statement]:
        """Return the statements of the article's prose, in order."""
        words = tokens(self.article.prose)
        self._cues.update(self.tables.cues.find(words.forms))
        self._cue_words.extend(self._cues)
        known = self.tables.attributions.keys() | {"علي"}
        self._attributing.extend(i for i, form in enumerate(words.forms) if form in known)
        passages = list(find_passages(self.article))
        for number, passage in enumerate(passages):
            if passage.kind not in HEAD_KINDS:
                following = passages[number + 1] if number + 1 < len(passages) else None
                self._read_body(number, self._reading(passage), following)
        for number, passage in enumerate(passages):
            if passage.kind in HEAD_KINDS:
                self._read_head(number, self._reading(passage))
        return sorted(self.made, key=lambda s: (s.content[0].start, -s.content[-1].end))

    def _reading(self, passage: Passage) -> Reading:
        return Reading(passage, self.cast, self.tables.grammar, self.tables.cues, self.nouns)

    def _cues_of(self, passage: Passage) -> dict[int, CueReading]:
        """Return the words of a passage that may be cues, in order."""
        words = self._cue_words
        return {i: self._cues[i] for i in words[bisect_left(words, passage.lo) : bisect_left(words, passage.hi)]}

    def _read_body(self, number: int, reading: Reading, following: Passage | None) -> None:
        passage = reading.passage
        cues = self._cues_of(passage)
        at = self._attributing
        at = at[bisect_left(at, passage.lo) : bisect_left(at, passage.hi)]
        if not cues and not at:
            return
        reports = list(read_reports(reading, cues))
        reports += find_attributions(reading, self.tables.attributions, at, reports)
        reports = _outside_speech(passage, sorted(reports, key=lambda r: (r.cue, r.content)))
        taken = {report.cue[0] for report in reports}
        turns = {passage.words.starts[at]: (form, phrase) for at, form, phrase in find_turns(reading, cues, taken)}
        waiting = sorted(turns, reverse=True)
        stack: list[Statement] = []
        for report, end in zip(reports, next_boundaries(passage, reports), strict=True):
            while waiting and waiting[-1] < report.cue[0]:
                self._listen(number, reading, waiting[-1], *turns[waiting.pop()])
            self._open(number, reading, report, end, stack, following)
        while waiting:
            self._listen(number, reading, waiting[-1], *turns[waiting.pop()])

        for offset, channel in find_told_channels(reading, self.tables):
            self._tell_channel(offset, channel)

    def _tell_channel(self, at: int, channel: Channel) -> None:
        """Note the channel that a sentence tells for whoever spoke last before it («جاء ذلك في مؤتمر صحفي»)."""
        earlier = [i for i, s in enumerate(self.made) if s.content[-1].end <= at]
        for i in reversed(earlier):
            known = self.made[i]
            if known.channel is not None or known.speaker != self.made[earlier[-1]].speaker:
                break
            self.made[i] = self._by_id[known.id] = evolve(known, channel=channel)

    def _open(  # noqa: PLR0913, PLR0917 - what a stage is given
        self, number: int, reading: Reading, report: Report, end: int, stack: list[Statement], following: Passage | None
    ) -> None:
        """Make the statement of a report, inside those of the stack that are open at its cue."""
        while stack and stack[-1].content[-1].end <= report.cue[0]:
            stack.pop()
        if len(stack) >= DEEPEST:
            return
        content = read_content(reading.passage, report, report.closed if report.closed is not None else end)
        made = self._state(number, reading, report, content, stack, following) if content is not None else None
        if made is not None:
            stack.append(made)

    def _listen(self, number: int, reading: Reading, at: int, form: CueForm, phrase: Phrase) -> None:
        """Remember the subject of a verb of saying that reports nothing here; what others say tells no turn."""
        if self.made and self.made[-1].content[-1].end > at:
            return
        speaker = speaker_of_source(reading, phrase, self.memory, form.gender, form.number)
        if speaker is not None and reading.passage.quotation_at(at) is None:
            self.memory.turns.append(Turn(speaker, "", number, reading.passage.sentence_start(at)))

    def _read_head(self, number: int, reading: Reading) -> None:
        passage = reading.passage
        cues = self._cues_of(passage)
        colon = find_headline_report(reading)
        reports = [
            r
            for r in read_reports(reading, cues)
            if colon is None or (r.cue[0] > colon.content and r.source is not None)
        ]
        if colon is not None and self._head_speaker(reading, colon) is None:
            colon = None
        if colon is not None:
            reports = [colon, *(evolve(report, top=False) for report in reports)]
        stack: list[Statement] = []
        for report, end in zip(reports, next_boundaries(passage, reports), strict=True):
            self._open(number, reading, report, end, stack, None)

    def _head_speaker(self, reading: Reading, report: Report) -> Speaker | None:
        """Return who speaks in a headline: an entity or office, or someone whom the body quotes by a longer name."""
        if report.source is None:
            gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
            return next((t.speaker for t in self.memory.turns if agrees(t.speaker, gender, count)), None)
        speaker = speaker_of_source(
            reading, report.source, self.memory, report.form.gender if report.form else None, None
        )
        if speaker is not None and speaker.entity is not None:
            return speaker
        short = {w.removeprefix("ال") for w in fold(speaker.name).split()} if speaker is not None else set()
        for turn in self.memory.turns:
            if short and short <= {w.removeprefix("لل").removeprefix("ال") for w in fold(turn.speaker.name).split()}:
                return turn.speaker
        known = report.source.noun is not None and report.source.noun.kind in {
            "person",
            "role",
            "organization",
            "place",
        }
        return speaker if known or reading.can_speak(report.source) or report.rule != "headline-colon" else None

    def _state(  # noqa: PLR0913, PLR0917 - what a stage is given
        self,
        number: int,
        reading: Reading,
        report: Report,
        content: Content,
        earlier: list[Statement],
        following: Passage | None,
    ) -> Statement | None:
        """Return the statement that a report makes, and remember its turn."""
        passage, text = reading.passage, self.article.text
        sentence = passage.sentence_start(report.cue[0])
        parent = next((s for s in reversed(earlier) if _holds(s, report, content)), None)
        if passage.kind in HEAD_KINDS:
            speaker, chain = self._head_speaker(reading, report), None
        else:
            speaker, chain = self._speaker(number, reading, report, content, sentence, parent)
        if speaker is None and report.kind in _OF_SOMEONE:
            return None
        clause = reporting_clause(reading, report, self._said_until(report.cue[0], passage.start))
        addressee = addressee_of(reading, report, speaker)
        pieces = list(content.pieces)
        if content.unclosed and following is not None and following.kind == passage.kind:
            pieces.extend(_reopened(following))
        statement = Statement(
            id=f"said:{report.cue[0]}:{report.content}",
            type=content.type,
            content=tuple(Span.cut(text, *piece) for piece in pieces),
            fragments=tuple(Span.cut(text, *piece) for piece in content.fragments),
            cue=Span.cut(text, *report.cue),
            cue_class=report.form.cue_class if report.form is not None else "say",
            source=Span.cut(text, *source_span(reading, report.source)) if report.source else None,
            speaker=speaker.name if speaker else None,
            entity=speaker.entity if speaker else None,
            co_speakers=speaker.co_speakers if speaker else (),
            channel=channel_of(reading, self.tables, report, clause) or self._channel_before(speaker, report, passage),
            relay=self._relay(passage, report.relay) if report.relay else None,
            addressee=addressee.id if addressee is not None else None,
            date=date_of(reading, report, clause) or self._date_before(report, chain, sentence),
            parent=parent.id if parent else None,
            chain=chain,
            unclosed=content.unclosed,
            confidence=confidence_of(report, content, speaker),
            origin=report.rule,
        )
        self.made.append(statement)
        self._by_id[statement.id] = statement
        if speaker is not None and parent is None and passage.kind not in HEAD_KINDS:
            self.memory.turns.append(Turn(speaker, statement.id, number, sentence))
        return statement

    def _speaker(  # noqa: PLR0913, PLR0917 - what a stage is given
        self, number: int, reading: Reading, report: Report, content: Content, sentence: int, parent: Statement | None
    ) -> tuple[Speaker | None, str | None]:
        """Return who speaks, and the id of the statement that this one continues."""
        gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
        turns = list(self.memory.agreeing(gender, count))
        if report.source is not None:
            speaker = speaker_of_source(reading, report.source, self.memory, gender, count)
            noun = report.source.noun
            if speaker is not None and noun is not None and noun.kind == "role":
                speaker = self._named_behind(reading, report, speaker)
            goes_on = report.form is not None and report.form.cue_class == "continue" and parent is None
            if goes_on and speaker is not None and speaker.entity is None:
                speaker = self._same_person(reading, report.source, turns, speaker)
            if goes_on and turns and speaker is not None and turns[0].speaker.name == speaker.name:
                return speaker, turns[0].statement or None
            return speaker, None
        here = next((t for t in turns if (t.passage, t.sentence) == (number, sentence)), None)
        if here is not None:
            return here.speaker, here.statement or None
        subject = subject_of_sentence(reading, sentence, report.cue[0], gender)
        if subject is None and not (turns and turns[0].passage == number):
            subject = subject_of_clause(reading, sentence, report.cue[0], gender)
        if subject is not None and (report.subject == "governed" or not turns or subject.entity is not None):
            return subject, None
        if not turns or turns[0].passage != number:
            subject = subject_before(reading, sentence, gender)
            if subject is not None:
                return subject, None
        others = [t for t in turns if not self._names(reading, t.speaker, content)]
        best = others or turns
        return (best[0].speaker, best[0].statement or None) if best else (None, None)

    @staticmethod
    def _same_person(reading: Reading, source: Phrase, turns: list[Turn], speaker: Speaker) -> Speaker:
        """Return who spoke last for the office that goes on («وأكمل قائد المنتخب قائلا»): whoever goes on has begun."""
        noun = source.noun
        single = (noun is None or noun.kind == "role") and speaker.number in {"s", None} and source.name is None
        definite = noun.definite if noun is not None else is_definite(reading.passage.words.forms[source.first])
        if not single or not definite or not turns:
            return speaker
        last = turns[0].speaker
        return evolve(last, gender=speaker.gender or last.gender) if last.kind == "person" else speaker

    def _named_behind(self, reading: Reading, report: Report, speaker: Speaker) -> Speaker:
        """Return the name between commas behind an office and its aside («مساعدة الوزير، لكذا، فلانة، إن»)."""
        words = reading.passage.words
        if report.source is None or report.closed is not None:
            return speaker
        for part in self.cast.within(words.ends[report.source.last - 1], report.content):
            if part.entity.type == "person" and part.form == "name" and "،" in reading.passage.gap_before(part.first):
                return evolve(speaker, name=part.entity.name, entity=part.entity.id)
        return speaker

    def _names(self, reading: Reading, speaker: Speaker, content: Content) -> bool:
        """Tell whether a content names the speaker at its beginning: nobody speaks so of himself."""
        start = content.pieces[0][0]
        last = min(reading.passage.word_at(start) + _SELF_MENTION, reading.passage.hi) - 1
        parts = self.cast.within(start, min(reading.passage.words.ends[last], content.pieces[0][1]))
        return speaker.entity is not None and any(p.entity.id == speaker.entity and p.form == "name" for p in parts)

    def _said_until(self, cue: int, floor: int) -> int:
        """Return where the statement before a cue ends, if it does not hold the cue."""
        last = self.made[-1].content[-1].end if self.made else floor
        return max(floor, last) if last <= cue else floor

    def _channel_before(self, speaker: Speaker | None, report: Report, passage: Passage) -> Channel | None:
        """Return the channel of whoever goes on speaking: it is told once."""
        turn = self.memory.turns[-1] if self.memory.turns else None
        if speaker is None or turn is None or not turn.statement or passage.kind in HEAD_KINDS:
            return None
        if turn.speaker.name != speaker.name or report.rule.startswith("attribution"):
            return None
        return self._by_id[turn.statement].channel

    def _date_before(self, report: Report, chain: str | None, sentence: int) -> str | None:
        """Return the date of the verb on which a participle of the same sentence hangs."""
        before = self._by_id.get(chain) if chain and report.subject == "governed" else None
        return before.date if before is not None and before.cue is not None and before.cue.start >= sentence else None

    def _relay(self, passage: Passage, bounds: tuple[int, int]) -> str:
        parts = self.cast.within(*bounds)
        return parts[0].entity.name if parts else passage.text[slice(*bounds)]


def _holds(outer: Statement, report: Report, content: Content) -> bool:
    """Tell whether a report, its cue and its content, stands inside the content of another statement."""
    return any(
        piece.start <= report.cue[0] and report.cue[1] <= piece.end and content.pieces[-1][1] <= piece.end
        for piece in outer.content
    )


def _reopened(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the quotation with which a passage starts: the one before goes on."""
    first = passage.quotations[0] if passage.quotations else None
    if (
        first is not None
        and not passage.text[passage.start : first.start].strip()
        and first.inner_end > first.inner_start
    ):
        yield first.inner_start, first.inner_end


def _outside_speech(passage: Passage, reports: list[Report]) -> list[Report]:
    """Keep what a quotation holds from ending it, and drop it there unless it names its source."""
    kept = []
    for report in reports:
        quotation = passage.quotation_at(report.cue[0])
        if quotation is None or quotation.unclosed or quotation.start >= report.cue[0]:
            kept.append(report)
        elif report.source is not None:
            kept.append(evolve(report, top=False))
    return kept
