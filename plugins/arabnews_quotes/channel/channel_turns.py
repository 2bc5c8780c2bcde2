"""Carries a channel from turn to turn: it is told once, of what was said before or of what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from arabnews_quotes.text.grammar import without_conjunction
from arabnews_quotes.text.memory import LONG_REACH

from .channels import channel_of_speaker, shared_channel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from arabnews.article import Channel, Statement
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.tables import Tables
    from arabnews_quotes.text.memory import Memory, Speaker
    from arabnews_quotes.text.passage import Passage

_COMES_BACK: Final = 6
"""Whoever spoke among so many turns before speaks through the same channel still."""
_WAS: Final = frozenset({"كان", "كانت"})
_TOLD_OF: Final = 100
"""A channel is told of so many statements before at the most."""


@frozen(eq=False)
class ChannelTurns:
    """The statements made so far, whose channels may be told later, and who made them."""

    made: list[Statement]
    by_id: dict[str, Statement]
    memory: Memory
    tables: Tables
    _resumed: set[str] = field(factory=set, init=False)
    """The statements of those who came back: their channel gives way to one that is told."""
    _apart: set[str] = field(factory=set, init=False)
    """Statements of another time («وكان الوزير قد قال»)."""
    _opening: list[tuple[int, Channel]] = field(factory=list, init=False)
    """The event of which the article's opening tells, if it does, and where."""
    _expected: list[tuple[int, int, Channel]] = field(factory=list, init=False)
    _announced: dict[str, tuple[int, Channel]] = field(factory=dict, init=False)
    """Through what each speaker was told to speak, and how many turns stood before that."""

    def open(self, event: tuple[int, Channel] | None) -> None:
        """Take the event of which the article's opening tells: people who speak behind it speak there."""
        self._opening[:] = [event] if event is not None else []

    def expect(self, told: Iterable[tuple[int, int, Channel]]) -> None:
        """Take the channels that the sentences of a passage tell: where, from which offset on, and which."""
        self._expected[:] = sorted(told, reverse=True)

    def catch_up(self, at: int) -> None:
        """Note what is told before an offset of the statements before: who speaks on speaks through it still."""
        while self._expected and self._expected[-1][0] < at and self._expected[-1][1] < 0:
            self.tell(*self._expected.pop())

    def finish(self) -> None:
        """Note what else the passage told."""
        while self._expected:
            self.tell(*self._expected.pop())

    def announce(self, name: str, channel: Channel) -> None:
        """Note that somebody is told to speak through a channel («ألقى الوزير كلمة»), for what he says next."""
        self._announced[name] = len(self.memory.turns), channel

    def meet(self, turns: Sequence[Statement]) -> None:
        """Note that the guest of an interview said in it what is told before its first question."""
        first = turns[0].content[0].start
        guests = {turn.speaker for turn in turns if turn.cue_class == "answer"} - {None}
        for i, said in enumerate(self.made):
            if said.channel is None and said.speaker in guests and said.content[-1].end <= first:
                self._set(i, "interview")

    def tell(self, at: int, floor: int, channel: Channel) -> None:
        """Note the channel that a sentence tells for whoever spoke last before it («جاء ذلك في مؤتمر صحفي»).

        From the offset `floor` on, that is; a floor below 0 lets it tell of whole statements before alone.
        """
        first = max(0, len(self.made) - _TOLD_OF)
        earlier = [
            i
            for i, s in enumerate(self.made[first:], first)
            if (s.content[-1].end <= at if floor < 0 else s.cue is not None and floor <= s.cue.start < at)
        ]
        for i in reversed(earlier):
            known = self.made[i]
            told = known.channel is not None and known.id not in self._resumed
            if told or known.speaker != self.made[earlier[-1]].speaker:
                break
            self._set(i, channel)

    def before(self, speaker: Speaker, report: Report, passage: Passage, statement: str) -> Channel | None:
        """Return the channel of whoever goes on speaking, or comes back in a statement: it is told once."""
        own = channel_of_speaker(self.tables, speaker.name)
        if own is None and _was_before(passage, report):
            self._apart.add(statement)
        elif own is None:
            own = self._carried(speaker, report, passage, statement)
        return own

    def _carried(self, speaker: Speaker, report: Report, passage: Passage, statement: str) -> Channel | None:
        """Return the channel told of the latest turn of a speaker, or of one right before it."""
        aside = report.rule.startswith("attribution")
        writes = report.form is not None and report.form.cue_class == "write"
        reach = 1 if aside else LONG_REACH if writes else _COMES_BACK
        turns = len(self.memory.turns)
        since, announced = self._announced.get(speaker.name, (-1, None))
        for back, turn in enumerate(self.memory.latest(reach)):
            if turns - back <= since:
                break
            if turn.statement in self._apart:
                continue
            if (turn.statement or turn.channel) and turn.speaker.name == speaker.name:
                channel = self.by_id[turn.statement].channel if turn.statement else turn.channel
                if not writes or channel == "social":
                    if back or turn.statement in self._resumed:
                        self._resumed.add(statement)
                    return channel
        if aside:
            return None
        if announced is not None and turns - since <= reach:
            return announced
        last = [self.by_id[turn.statement].channel for turn in self.memory.latest(1) if turn.statement]
        shared = shared_channel(passage, self.tables.grammar, report, last[0]) if last else None
        return shared or self._there(speaker, report)

    def _there(self, speaker: Speaker, report: Report) -> Channel | None:
        """Return the channel of the event of the opening for a person who speaks behind it."""
        if not self._opening or speaker.kind != "person" or not report.top:
            return None
        start, channel = self._opening[0]
        return channel if report.cue[0] > start else None

    def _set(self, index: int, channel: Channel) -> None:
        known = self.made[index]
        self.made[index] = self.by_id[known.id] = evolve(known, channel=channel)


def _was_before(passage: Passage, report: Report) -> bool:
    """Tell whether «وكان الوزير قد قال» opens a sentence: what was said at another time."""
    if report.form is None or report.form.kind != "past" or report.source is None:
        return False
    first = passage.word_at(passage.sentence_start(report.cue[0]))
    return report.source.first == first + 1 and without_conjunction(passage.words.forms[first]) in _WAS
