"""Carries a channel from turn to turn: it is told once, of what was said before or of what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from .channels import channel_of_speaker, shared_channel
from .memory import LONG_REACH

if TYPE_CHECKING:
    from arabnews.article import Channel, Statement

    from .grammar import Grammar
    from .memory import Memory, Speaker
    from .passage import Passage
    from .report import Report

_COMES_BACK: Final = 6
"""Whoever spoke among so many turns before speaks through the same channel still."""
_TOLD_OF: Final = 100
"""A channel is told of so many statements before at the most."""
_BACK: Final = 4
"""A channel told in passing («وقال في بيان») is that of so many statements right before."""
_PASSES_ON: Final = frozenset({"report", "headline", "caption"})
_ANOTHER: Final = frozenset(
    {"سابق", "سابقه", "السابق", "السابقه", "اخر", "اخري", "لاحق", "لاحقه", "منفصل", "منفصله", "مختلف", "سابقا", "لاحقا"}
)
"""«في تصريح آخر» tells nothing of what was said before."""
_EARLIER: Final = ("كان", "وكان", "نقل", "ونقل", "تنقل", "وتنقل")
"""Before a verb of saying they tell of what was said earlier, or to an agency that passed it on."""


@frozen(eq=False)
class ChannelTurns:
    """The statements made so far, whose channels may be told later, and who made them."""

    made: list[Statement]
    by_id: dict[str, Statement]
    memory: Memory
    grammar: Grammar
    _resumed: set[str] = field(factory=set, init=False)
    """The statements of those who came back: their channel gives way to one that is told."""

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

    def tell_back(self, channel: Channel, speaker: Speaker, report: Report, passage: Passage, number: int) -> None:
        """Note the channel that a statement tells for what its speaker said right before («رحب … . وقال في بيان …»).

        Not where it tells of an earlier or another occasion («وكان قال في بيان», «في تصريح آخر»). `number` is the
        passage of the statement.
        """
        forms = passage.words.forms
        cue = passage.word_at(report.cue[0])
        start = max(passage.word_at(passage.sentence_start(report.cue[0])), cue - _COMES_BACK)
        high = min(passage.word_at(report.content) + 1, passage.hi) if report.closed is None else cue
        before = forms[start : cue + 1]
        passed = report.relay or report.rule.startswith("relay") or report.subject == "governed"
        writes = report.form is not None and report.form.cue_class == "write"  # «وكتب على حسابه» is another occasion
        if channel in _PASSES_ON or passed or writes or not _ANOTHER.isdisjoint(forms[start:high]):
            return
        if any(word in self.grammar.kana or word.startswith(_EARLIER) for word in before):
            return
        ids: set[str] = set()
        for turn in self.memory.latest(_BACK):
            known = self.by_id.get(turn.statement)
            if known is None or known.channel is not None or turn.speaker.name != speaker.name:
                break
            if number - turn.passage > 1:
                break
            ids.add(known.id)
            number = turn.passage
        for i in range(len(self.made) - 1, max(-1, len(self.made) - _TOLD_OF) if ids else len(self.made) - 1, -1):
            if self.made[i].id in ids:
                self._set(i, channel)

    def before(self, speaker: Speaker, report: Report, passage: Passage, statement: str) -> Channel | None:
        """Return the channel of whoever goes on speaking, or comes back in a statement: it is told once."""
        own = channel_of_speaker(speaker.name)
        if own is not None:
            return own
        aside = report.rule.startswith("attribution")
        writes = report.form is not None and report.form.cue_class == "write"
        reach = 1 if aside else LONG_REACH if writes else _COMES_BACK
        for back, turn in enumerate(self.memory.latest(reach)):
            if turn.statement and turn.speaker.name == speaker.name:
                channel = self.by_id[turn.statement].channel
                if not writes or channel == "social":
                    if back or turn.statement in self._resumed:
                        self._resumed.add(statement)
                    return channel
        if aside:
            return None
        last = [self.by_id[turn.statement].channel for turn in self.memory.latest(1) if turn.statement]
        return shared_channel(passage, self.grammar, report, last[0]) if last else None

    def _set(self, index: int, channel: Channel) -> None:
        known = self.made[index]
        self.made[index] = self.by_id[known.id] = evolve(known, channel=channel)
