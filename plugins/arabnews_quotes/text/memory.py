"""Who has spoken so far in an article: the memory by which dropped subjects and «المتحدث» find their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Channel

REACH: Final = 12
"""A dropped subject is looked for among so many turns back."""
LONG_REACH: Final = 24
"""A noun that was used before is looked for among so many."""


SACRED: Final = frozenset({"الله", "رسول الله", "الرسول", "النبي", "المصطفى"})
"""Whom religious prose cites."""


@define(unsafe_hash=True)
class Speaker:
    """Who speaks: the name to show, the entity, the others of a joint statement, the head noun that called him last.

    `kind` is "person" or "body" where that is known: «الكاتبة» is no ministry. `called` are the words of the source
    as it stood, folded and without article and ة.
    """

    name: str
    entity: str | None = None
    co_speakers: tuple[str, ...] = ()
    gender: str | None = None
    number: str | None = None
    head: str | None = None
    kind: str | None = None
    called: frozenset[str] = frozenset()

    @property
    def sacred(self) -> bool:
        """Tell whether this is God or the prophet, whom no title of today means."""
        return self.entity is None and self.name in SACRED


@define(unsafe_hash=True)
class Turn:
    """Someone's turn to speak: the id of the statement, or "" where the verb reported nothing; passage and sentence.

    `aside` tells that a preposition gave it («وفق الصحيفة»), `channel` through what somebody spoke who made no
    statement («تحدث الوزير في مؤتمر صحفي عن …»).
    """

    speaker: Speaker
    statement: str
    passage: int
    sentence: int
    aside: bool = False
    channel: Channel | None = None


@frozen(eq=False)
class Memory:
    """Who has spoken so far in the article, the last one last."""

    turns: list[Turn] = field(factory=list)

    def agreeing(self, gender: str | None, number: str | None) -> list[Turn]:
        """Return the latest turns whose speakers agree with a verb or participle, the last one first.

        Whom a preposition names beside a verb that has its own subject does not speak on («بحسب الموقع قال الوزير إن»).
        Several people are the subject of a singular verb only where nobody else has spoken.
        """
        latest = self.turns[-REACH:]
        found = [turn for turn in reversed(latest) if agrees(turn.speaker, gender, number)]
        if [turn for turn in found if turn.aside]:
            told = {(turn.passage, turn.sentence) for turn in latest if not turn.aside}
            found = [turn for turn in found if not (turn.aside and (turn.passage, turn.sentence) in told)]
        if number in {"p", "d"} or gender != "m":
            return found
        return [turn for turn in found if not _several(turn.speaker)] or found

    def latest(self, count: int = REACH) -> Iterator[Turn]:
        """Return the latest turns, the last one first."""
        return reversed(self.turns[-count:])


def agrees(speaker: Speaker, gender: str | None, number: str | None) -> bool:
    """Tell whether a verb or participle of a gender and number may have this speaker; what is not known agrees."""
    if number in {"p", "d"}:
        if speaker.sacred:
            return False
        alone = speaker.kind == "person" and not speaker.co_speakers
        return speaker.number in {"p", "d"} or (speaker.number is None and not alone)
    return not (gender and speaker.gender) or gender == speaker.gender


def _several(speaker: Speaker) -> bool:
    """Tell whether several people speak, none of them by name."""
    return speaker.number in {"p", "d"} and not speaker.co_speakers and speaker.kind != "body" and speaker.gender != "f"


_ANYBODY: Final = frozenset({"مسوول", "متحدث", "مصدر", "ناطق", "رجل", "امراه", "مواطن", "سيد", "سيده", "شخص"})
"""Heads that holders of any office may be called by."""


def is_another(known: Speaker, speaker: Speaker) -> bool:
    """Tell whether two titles without names are two people: «الخبير» is no «الوزير» of before."""
    titles = known.entity is None and known.kind == speaker.kind == "person" and known.number == speaker.number == "s"
    heads = {known.head, speaker.head}
    return titles and None not in heads and len(heads) == 2 and heads.isdisjoint(_ANYBODY)
