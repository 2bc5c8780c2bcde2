"""From reports to statements: the walk over the passages that knows who spoke before."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from arabnews.article import Article, Channel, Span, Statement

from .channel.announced import read_waiting
from .channel.attributes import addressee_of, date_of, reporting_clause
from .channel.channel_events import event_of_opening
from .channel.channel_turns import ChannelTurns
from .channel.channels import HEAD_KINDS, channel_heard, channel_of, find_told_channels
from .confidence import confidence_of
from .contents.boundaries import find_stops, next_boundaries, within_clauses, within_speech
from .contents.content import given_back, holds, read_content
from .contents.continuation import MOST_BELOW, begin_below, carry_on
from .cues.attributions import ASIDE, find_attributions
from .cues.evidence import is_evidence
from .cues.participles import carries_on
from .cues.rejection import reporting
from .cues.report import outside_speech
from .cues.reports import assemble, read_reports
from .cues.thanks import find_thanks
from .headlines import find_caption_report, find_headline_report, head_speaker
from .interviews import is_own, read_interview
from .linking.apposition import named_by_apposition, named_in_clause
from .linking.as_it_stands import source_span
from .linking.link import speaker_of_source
from .linking.speakers import Found, find_speaker
from .making import make_statement, origin_of
from .nouns.phrases import Reading
from .same_words import name_by_words
from .text.carried import carry_quotations
from .text.cast import show_genders
from .text.memory import Memory, Turn
from .text.passage import Passage, find_passages
from .text.signs import find_signs, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.cues import CueForm
    from arabnews_entities import PhraseReader

    from .contents.content import Content
    from .cues.report import Report
    from .making import Fields
    from .nouns.phrases import Phrase
    from .tables import Tables
    from .text.cast import Cast
    from .text.signs import Signs

_ORDER: Final = attrgetter("cue", "content")
_OF_SOMEONE: Final = frozenset({"preposition", "noun", "two-part"})
"""Frames in which a verb without any subject is a passive («أُعلن عن …»): nobody said it."""
DEEPEST: Final = 4
"""Statements nest no deeper than this."""
REACH: Final = 2
"""The subject of a sentence before is looked for in so many passages before."""

_CAPTION: Final = 60
"""The name before a quotation that is a whole paragraph has no more characters than this."""
_APPOSED: Final = 8
"""A name between commas belongs to an office so many words before it."""


@frozen(eq=False)
class Walk:
    """The reading of one article, from its first passage to its last; headlines come after the body."""

    article: Article
    tables: Tables
    cast: Cast
    nouns: PhraseReader
    memory: Memory = field(factory=Memory)
    made: list[Statement] = field(factory=list)
    _readings: dict[int, Reading] = field(factory=dict, init=False)
    _by_id: dict[str, Statement] = field(factory=dict, init=False)
    _passages: list[Passage] = field(factory=list, init=False)
    _signs: Signs = field(init=False)
    _told: ChannelTurns = field(init=False)
    _latest: list[Report] = field(factory=list, init=False)

    @_signs.default
    def _find_signs(self) -> Signs:
        return find_signs(self.nouns.words, self.tables)

    @_told.default
    def _tell(self) -> ChannelTurns:
        return ChannelTurns(self.made, self._by_id, self.memory, self.tables)

    def read(self) -> list[Statement]:
        """Return the statements of the article's prose, in order."""
        show_genders(self.cast, self._signs.cues, self.tables.grammar, self.nouns.words.lexis)
        passages = self._passages
        passages.extend(find_passages(self.article, self.nouns.words.types))
        carry_quotations(passages, self._signs)
        self._told.open(event_of_opening(passages, self._signs.gathering))
        for number, passage in enumerate(passages):
            if passage.kind not in HEAD_KINDS:
                self._read_body(number, passage)
        for number, passage in enumerate(passages):
            if passage.kind in HEAD_KINDS:
                self._read_head(number, self._reading(passage))
        self._read_interview()
        name_by_words(self.made, self.article.entities)
        return sorted(self.made, key=lambda s: (s.content[0].start, -s.content[-1].end))

    def _read_interview(self) -> None:
        """Make statements of the questions and answers of an interview; what an answer reports stands inside it."""
        turns = tuple(read_interview(self.article, self._passages, self.cast, self.made))
        if not turns:
            return
        self._told.meet(turns)
        order = sorted(range(len(self.made)), key=lambda i: self.made[i].content[0].start)
        starts = [self.made[i].content[0].start for i in order]
        for turn in turns:
            span, told = turn.content[0], False
            for i in order[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                said = self.made[i]
                told = told or said.source is not None
                if said.parent is None:
                    said = evolve(said, parent=turn.id)
                if not told and is_own(said, self.article.prose[span.start : said.content[0].start]):
                    said = evolve(said, speaker=turn.speaker, entity=turn.entity, co_speakers=(), chain=None)
                self.made[i] = self._by_id[said.id] = said
            self.made.append(turn)

    def _reading(self, passage: Passage) -> Reading:
        known = self._readings.get(passage.start)
        if known is None:
            known = Reading(passage, self.cast, self.tables.grammar, self.tables.cues, self.nouns, self._signs)
            self._readings[passage.start] = known
        return known

    def _read_body(self, number: int, passage: Passage) -> None:
        signs = self._signs
        words, at = within(signs.cue_words, passage), within(signs.attributing, passage)
        tell = within(signs.telling, passage) if signs.telling else ()
        thanks = within(signs.thanks, passage) if signs.thanks else ()
        captioned = passage.text.find(":", passage.start, min(passage.start + _CAPTION, passage.end)) >= 0
        announcing = within(signs.announcing, passage) if signs.announcing else ()
        if not (words or at or tell or captioned or thanks or announcing):
            return
        reading = self._reading(passage)
        cues = dict(reporting(reading, words)) if words else {}
        reports = list(read_reports(reading, cues)) if cues else []
        caption = find_caption_report(reading) if captioned else None
        if caption is not None and not any(report.cue[0] < caption.content for report in reports):
            reports = [caption, *reports]
        if thanks:
            reports += [assemble(reading, *given) for given in find_thanks(reading, self.tables.giving, thanks)]
        if at:
            reports += find_attributions(reading, self.tables.attributions, at, reports)
        if reports:
            reports.sort(key=_ORDER)
            reports = within_clauses(reading, within_speech(reading, outside_speech(passage, reports)))
        taken = {report.cue[0] for report in reports}
        waiting = read_waiting(reading, self.tables, cues, taken, at, announcing)
        self._told.expect(find_told_channels(reading, self.tables, tell, at) if tell or at else ())
        if reports:
            stack: list[Statement] = []
            stops = find_stops(reading, cues, taken, signs.turning)
            for report, end in zip(reports, next_boundaries(passage, reports, stops), strict=True):
                while waiting and waiting[-1][0] < report.cue[0]:
                    self._hear(number, reading, *waiting.pop())
                self._told.catch_up(report.cue[0])
                self._open(number, reading, report, end, stack)
        while waiting:
            self._hear(number, reading, *waiting.pop())
        self._told.finish()

    def _open(self, number: int, reading: Reading, report: Report, end: int, stack: list[Statement]) -> None:
        """Make the statement of a report, inside those of the stack that are open at its cue."""
        while stack and stack[-1].content[-1].end <= report.cue[0]:
            stack.pop()
        if len(stack) >= DEEPEST or report.rule == ASIDE:
            return
        content = read_content(reading, report, end) or begin_below(reading.passage, report, self._below(number))
        made = self._state(number, reading, report, content, stack) if content is not None else None
        if made is None and report.top:
            made = self._give_back(reading, report, end)
        elif report.top:
            self._latest[:] = [report]
        if made is not None:
            stack.append(made)

    def _give_back(self, reading: Reading, lost: Report, end: int) -> Statement | None:
        """Let the statement before a report that nobody makes run on over it («مناشير توزع يوميا وتحث على …»)."""
        known = self.made[-1] if self.made else None
        if known is None or not self._latest or known.cue is None or known.cue.start != self._latest[0].cue[0]:
            return None
        content = given_back(reading, self._latest[0], lost, [(s.start, s.end) for s in known.content], end)
        if content is None:
            return None
        pieces, fragments = ([Span.cut(self.article.text, *p) for p in q] for q in (content.pieces, content.fragments))
        made = evolve(known, content=tuple(pieces), fragments=tuple(fragments), type=content.type)
        self.made[-1] = self._by_id[made.id] = made
        return made

    def _listen(self, number: int, reading: Reading, at: int, form: CueForm | None, phrase: Phrase) -> None:
        """Remember the subject of a verb of saying that reports nothing here; what others say tells no turn."""
        if (form is not None and form.lemma == "نقل") or (self.made and self.made[-1].content[-1].end > at):
            return
        noun = phrase.noun
        if noun is not None and not noun.definite and reading.passage.words.forms[phrase.first].endswith("ا"):
            return  # «أبدى كبيرا من السعادة»: an accusative is no subject
        gender, count = (form.gender, form.number) if form is not None else (None, None)
        speaker = speaker_of_source(reading, phrase, self.memory, gender, count)
        if speaker is not None and speaker.entity is None and phrase.noun is not None and phrase.noun.kind == "role":
            near = reading.passage.words.ends[min(phrase.last + _APPOSED, reading.passage.hi) - 1]
            speaker = named_by_apposition(reading, phrase, near, named_in_clause(reading, phrase, speaker))
        if speaker is not None and reading.passage.quotation_at(at) is None:
            channel = channel_heard(reading, self.tables, phrase)
            self.memory.turns.append(Turn(speaker, "", number, reading.passage.sentence_start(at), channel=channel))

    def _hear(  # noqa: PLR0913, PLR0917 - what is known of a turn
        self, number: int, reading: Reading, at: int, form: CueForm | None, phrase: Phrase, channel: Channel | None
    ) -> None:
        """Note whose turn a verb tells, or through what somebody is told to speak."""
        if channel is None:
            self._listen(number, reading, at, form, phrase)
            return
        speaker = speaker_of_source(reading, phrase, self.memory, None, None)
        if speaker is not None:
            self._told.announce(speaker.name, channel)

    def _read_head(self, number: int, reading: Reading) -> None:
        passage = reading.passage
        cues = dict(reporting(reading, within(self._signs.cue_words, passage)))
        colon = find_headline_report(reading)
        reports = [
            r
            for r in read_reports(reading, cues)
            if colon is None or (r.cue[0] > colon.content and r.source is not None)
        ]
        if colon is not None and head_speaker(reading, colon, self.memory) is None:
            colon = None
        if colon is not None:
            reports = [colon, *(evolve(report, top=False) for report in reports)]
        stack: list[Statement] = []
        for report, end in zip(reports, next_boundaries(passage, reports), strict=True):
            self._open(number, reading, report, end, stack)

    def _state(
        self, number: int, reading: Reading, report: Report, content: Content, earlier: list[Statement]
    ) -> Statement | None:
        """Return the statement that a report makes, and remember its turn."""
        passage, text = reading.passage, self.article.text
        sentence = passage.sentence_start(report.cue[0])
        parent = next((s for s in reversed(earlier) if holds(s.content, report, content)), None) if earlier else None
        if passage.kind in HEAD_KINDS:
            head = head_speaker(reading, report, self.memory)
            found = Found(head, "name" if head is not None and head.entity is not None else "phrase")
        else:
            found = find_speaker(
                reading, report, content, self.memory,
                passage=number, before=self._readings_before(number, reading), nested=parent is not None,
            )  # fmt: skip
        speaker, chain = found.speaker, found.chain
        known = self._by_id.get(chain) if chain is not None else None
        if speaker is None and ((report.kind in _OF_SOMEONE and not carries_on(reading, report)) or report.weak):
            return None
        floor = self._said_until(report.cue[0], passage.start)
        if parent is not None:  # what tells of the outer statement does not tell of it
            floor = max([floor, *(piece.start for piece in parent.content if piece.start <= report.cue[0])])
        clause = reporting_clause(reading, report, floor)
        addressee = addressee_of(reading, report, speaker)
        content = carry_on(passage, content, self._below(number), self._signs, clause=report.kind == "clause")
        name = f"said:{report.cue[0]}:{report.content}"
        channel = channel_of(reading, self.tables, report, clause, floor)
        if channel is None and speaker is not None and passage.kind not in HEAD_KINDS:
            channel = self._told.before(speaker, report, passage, name)
        fields: Fields = {
            "id": name,
            "type": content.type,
            "content": tuple([Span.cut(text, *piece) for piece in content.pieces]),
            "fragments": tuple([Span.cut(text, *piece) for piece in content.fragments]),
            "cue": Span.cut(text, *report.cue),
            "cue_class": report.form.cue_class if report.form is not None else "say",
            "source": Span.cut(text, *source_span(reading, report.source)) if report.source else None,
            "speaker": speaker.name if speaker else None,
            "entity": speaker.entity if speaker else None,
            "co_speakers": speaker.co_speakers if speaker else (),
            "channel": channel,
            "relay": self._relay(passage, report.relay) if report.relay else None,
            "addressee": addressee.id if addressee is not None else None,
            "date": date_of(reading, report, clause) or self._date_before(report, chain, sentence),
            "parent": parent.id if parent else None,
            "chain": chain,
            "embed": None,
            "duplicate_of": None,
            "unclosed": content.unclosed,
            "confidence": confidence_of(
                self.tables.shares,
                report,
                found,
                known.confidence if known is not None else None,
                unclosed=content.unclosed,
            ),
            "origin": origin_of(report.rule),
        }
        statement = make_statement(fields)
        self.made.append(statement)
        self._by_id[statement.id] = statement
        if speaker is not None and parent is None and passage.kind not in HEAD_KINDS:
            aside = report.rule.startswith("attribution")
            if not (aside and speaker.entity is None and report.source and is_evidence(reading, report.source)):
                if speaker.gender is None and speaker.entity is not None:
                    speaker = evolve(speaker, gender=self.cast.shown.get(speaker.entity))
                if (
                    found.way == "told" and speaker.sacred and report.source is not None
                ):  # «طالب فلان …، مستدلا بقوله تعالى»
                    speaker = speaker_of_source(reading, report.source, self.memory, None, None) or speaker
                self.memory.turns.append(Turn(speaker, statement.id, number, sentence, aside))
        return statement

    def _below(self, number: int) -> list[Passage]:
        return self._passages[number + 1 : number + 1 + MOST_BELOW]

    def _readings_before(self, number: int, reading: Reading) -> Iterator[Reading]:
        """Yield the reading of a passage and those of the passages of the body right before it, the last one first."""
        yield reading
        for passage in self._passages[max(0, number - REACH) : number][::-1]:
            if passage.kind not in HEAD_KINDS:
                yield self._reading(passage)

    def _said_until(self, cue: int, floor: int) -> int:
        """Return where the statement before a cue ends, if it does not hold the cue."""
        last = self.made[-1].content[-1].end if self.made else floor
        return max(floor, last) if last <= cue else floor

    def _date_before(self, report: Report, chain: str | None, sentence: int) -> str | None:
        """Return the date of the verb on which a participle of the same sentence hangs."""
        before = self._by_id.get(chain) if chain and report.subject == "governed" else None
        return before.date if before is not None and before.cue is not None and before.cue.start >= sentence else None

    def _relay(self, passage: Passage, bounds: tuple[int, int]) -> str:
        parts = self.cast.within(*bounds)
        return parts[0].entity.name if parts else passage.text[slice(*bounds)]
