"""Finds the questions and answers of an interview: «س: …؟», «* …؟» and what stands below them.

One paragraph that asks makes no interview: at least two ask behind the same mark, and an answer follows most of them.
Questions without a mark are an interview's where at least three ask, the head tells of one or the answers stand behind
dashes, and somebody is addressed or speaks of himself: questions and answers about an illness are nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from arabnews.article import Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Article, Entity

    from .text.cast import Cast, Part
    from .text.passage import Passage

_GOD: Final = "الله"
"""Whose words nobody who cites them says himself."""
CONFIDENCE: Final = 0.6
"""How sure a turn is: no verb tells it."""
LEAST: Final = 2
"""An interview has at least so many questions."""
_LONGEST_QUESTION: Final = 600
_SHORTEST: Final = 5
"""Further on in an answer, a paragraph of fewer words is a subheading."""

_CLOSE: Final = 12
"""A question mark stands so near to the end of its paragraph."""
_YOURS: Final = 4
"""«فريقكم», «تحدثتم» have more letters than «حكم», «مهتم»."""
_ASKING: Final = frozenset({"هل", "وهل", "فهل", "اليس", "الم"})
_LABEL: Final = re.compile(
    r"[\s\u200e\u200f]*(?:(س|سؤال|السؤال)|(ج|جواب|الجواب)|([*•●■◆▪@#¯<>{}ـ\-–—]{1,3}|\?(?=\s)))(?(3)|\s*\d{0,3}\s*[:/\-–])\s*"
)
_NAMED: Final = re.compile(r"[\s'\"«»“”¯*\-–—]*[^\s:؟?.،]{2,20}(?: [^\s:؟?.،]{2,20}){0,3}\s?:\s*")
"""A name before what its bearer says («الشعب: …؟»)."""
_FEWEST: Final = 3
"""So many questions without a mark are an interview's."""
_GUEST: Final = re.compile(r"\s*لـ?\s*[\"«“('ـ]")
"""«فلان لـ«الصحافة»: …»."""
_MET: Final = re.compile(
    r"(?<!\w)[بلو]?(?:ال)?(?:لقاء|حوار|مقابلة|حديث|دردشة)(?:نا|ها|ه|ا)?(?:\s[^\s.،:؟]{1,12}){0,3}?\sمع\s|(?<!\w)(?:التقينا|حاورنا|سألنا)\s"
)
"""«أجرت الصحيفة لقاء مع الدكتور فلان»: whom an outlet met stands behind it."""
_MARKED: Final = (
    r"(?:(?:صحيفة|جريدة|مجلة|قناة|موقع|وكالة|إذاعة|يومية|أسبوعية)\s)?"
    r"[«\"“”'’‘(]{1,2}\s?([^\W\d_][^«»\"“”'’‘()\n:،]{1,30}?)\s?[»\"”“'’‘)]{1,2}"
)
_BY: Final = re.compile(
    r"(?:حوار|مقابل[ةت]|لقاء|حديث)(?:ه|ها|هم|ا|اً)?\s(?:(?:خاص|صحفي|حصري|مطول|شامل|صريح|موسع)\s){0,2}"
    rf"(?:أجر(?:ته|تها)\s)?(?:مع(?:ه|ها|هم)?\s|إلى\s|ل?ـ?\s?){{1,2}}{_MARKED}"
    rf"|أجرت\s(?:مع(?:ه|ها)\s)?{_MARKED}[^.\n]{{0,40}}?(?:حوار|لقاء|مقابل)"
    rf"|(?:التقت(?:ه|ها|\sبه|\sبها)?|حاورت(?:ه|ها)?)\s{_MARKED}"
    rf"|\sلـ?\s?{_MARKED}\s?:?[ \u00a0]?\n"
)
"""«في حوار مع «كذا»», «أجرت صحيفة "كذا" لقاء مع», «حاورته «كذا»», «فلان لـ«كذا»:» on its line: who asks."""
_ENDED: Final = re.compile(r"[.،؟:\n]\s")
_TITLES: Final = 45
"""Titles and offices before the name have no more characters."""
_MEETS: Final = re.compile(r"[^.؛:؟\n]{0,60}?\sف[يى]\s(?:حوار|حديث|مقابلة|لقاء|دردشة)(?!\w)")
"""«فلان مدير كذا في حوار مع الصحيفة»."""
_TOLD: Final = re.compile(
    r"\b(?:ال)?(?:حوار|مقابلة|دردشة)(?:ها|ه|نا)?\b|\bحاور(?:ه|ها|ته|تها|ناه|ناها)\b|\bالتق(?:يناه|يناها|ته|تها)\b|\bسألناه"
)
_ADDRESSED: Final = frozenset(
    {"تري", "ترون", "ترين", "برايك", "رايك", "رايكم", "برايكم", "لديك", "لديكم", "حدثنا", "حدثينا", "تعتقد", "تعتقدون"}
    | {"تعتقدين", "تتوقع", "تتوقعون", "عنك", "لك", "لكم", "انت", "انتم", "انك", "انكم", "منك", "منكم", "تقول", "تقولون"}
)
_OF_HIMSELF: Final = frozenset(
    {
        "انا",
        "نحن",
        "لدي",
        "لدينا",
        "اعتقد",
        "نعتقد",
        "اننا",
        "انني",
        "لنا",
        "كنت",
        "كنا",
        "عندي",
        "عندنا",
        "شخصيا",
        "وانا",
    }
)
# behind a figure the mark stands for «%» on some pages
_ASKED: Final = re.compile(r"(?:؟|(?<!\d)\?)[\s.\"»”]*$")


@frozen
class Turn:
    """One paragraph of an interview: the number of its passage, where its words start, and whether it asks."""

    passage: int
    start: int
    asks: bool


def find_interview(passages: Sequence[Passage]) -> list[Turn]:
    """Return the questions and answers of an article, in order; none where it is no interview."""
    return _find_marked(passages) or _find_plain(passages)


def _find_plain(passages: Sequence[Passage]) -> list[Turn]:
    """Return the turns of an interview whose questions stand behind no mark, in order; none where it is none."""
    if len(passages) <= _FEWEST or not ("؟" in passages[0].text or "?" in passages[0].text):
        return []
    ends = [p.text[max(p.start, p.end - _CLOSE) : p.end] for p in passages]
    asking = [
        _ASKED.search(end) is not None and p.end - p.start <= _LONGEST_QUESTION
        for p, end in zip(passages, ends, strict=True)
    ]
    asked = [i for i, asks in enumerate(asking[:-1]) if asks and not asking[i + 1] and _answers(passages[i + 1])]
    if len(asked) < _FEWEST or len(asked) * 3 < sum(asking) * 2:
        return []
    first = asked[0]
    dashed = sum(
        _LABEL.match(passages[i + 1].text, passages[i + 1].start, passages[i + 1].end) is not None for i in asked
    )
    head = passages[0].text[passages[0].start : passages[first].start]
    named = all(_NAMED.match(passages[i].text, passages[i].start, passages[i].end) for i in (first, first + 1))
    if dashed * 3 < len(asked) * 2 and not named and _TOLD.search(head) is None:
        return []
    you = sum(_is_addressed(passages[i]) for i in asked)
    me = sum(not _OF_HIMSELF.isdisjoint(_forms(passages[i + 1])) for i in asked)
    if (you < LEAST or you * 4 < len(asked)) and me * 2 < len(asked):
        return []
    turns = []
    for place, number in enumerate(asked):
        last = place + 1 == len(asked)
        until = asked[place + 1] if not last else min(number + 2, len(passages))
        turns.append(Turn(number, _behind_name(passages[number]), asks=True))
        turns += [
            Turn(other, _behind_name(passages[other]), asks=False)
            for other in range(number + 1, until)
            if passages[other].kind == "paragraph" and not asking[other]
            if other == number + 1 or passages[other].hi - passages[other].lo >= _SHORTEST
            if ends[other].rstrip()[-1:] != ":"  # a label alone
        ]
    return turns


def _forms(passage: Passage) -> Sequence[str]:
    return passage.words.forms[passage.lo : passage.hi]


def _is_addressed(passage: Passage) -> bool:
    """Tell whether a question speaks to somebody («كيف ترى …؟», «ما رأيكم …؟»)."""
    forms = _forms(passage)
    return not _ADDRESSED.isdisjoint(forms) or any(len(form) > _YOURS and form.endswith(("كم", "تم")) for form in forms)


def _behind_name(passage: Passage) -> int:
    """Return where the words of a paragraph start, behind a dash or the name of who says them."""
    start = _words_of(passage, _LABEL.match(passage.text, passage.start, passage.end))
    name = _NAMED.match(passage.text, start, passage.end)
    return name.end() if name is not None and name.end() < passage.end else start


def _find_marked(passages: Sequence[Passage]) -> list[Turn]:
    """Return the turns of an interview whose questions stand behind a mark, in order; none where it is none."""
    match = _LABEL.match
    labels = [match(p.text, p.start, p.end) for p in passages]
    if len(labels) - labels.count(None) < LEAST:
        return []
    asking = [_asks(p, label) for p, label in zip(passages, labels, strict=True)]
    marks = Counter(mark for mark in asking if mark)
    mark, count = marks.most_common(1)[0] if marks else ("", 0)
    asked = [i for i, other in enumerate(asking) if mark and other == mark]
    answered = [
        i
        for i in asked
        if i + 1 < len(passages) and passages[i + 1].kind == "paragraph" and not asking[i + 1]
        if mark == "س" or _answers(passages[i + 1])
    ]
    if count < LEAST or len(answered) * 3 < len(asked) * 2:
        return []
    alike = sum((label := labels[i + 1]) is not None and label[3] == mark for i in answered)
    if (
        alike * 2 > len(answered)
        and _TOLD.search(passages[0].text, passages[0].start, passages[asked[0]].start) is None
    ):
        return []  # a list, or the dialogue of an essay
    turns = []
    for place, number in enumerate(asked):
        turns.append(Turn(number, _words_of(passages[number], labels[number]), asks=True))
        last = place + 1 == len(asked)
        until = asked[place + 1] if not last else min(number + 2, len(passages))
        turns += [
            Turn(other, _words_of(passages[other], labels[other]), asks=False)
            for other in range(number + 1, until)
            if passages[other].kind == "paragraph" and not asking[other]
            if other == number + 1 or passages[other].hi - passages[other].lo >= _SHORTEST
        ]
    return _behind_names(passages, turns)


def _behind_names(passages: Sequence[Passage], turns: list[Turn]) -> list[Turn]:
    """Return turns behind the names of those who ask and answer, which stand before several («- الصحيفة: …»)."""
    names = [_NAMED.match(passages[t.passage].text, t.start, passages[t.passage].end) for t in turns]
    counts = Counter(name[0].strip() for name in names if name is not None)
    return [
        evolve(turn, start=name.end()) if name is not None and counts[name[0].strip()] >= LEAST else turn
        for turn, name in zip(turns, names, strict=True)
        if name is None or name.end() < passages[turn.passage].end
    ]


def read_interview(
    article: Article, passages: Sequence[Passage], cast: Cast, made: Sequence[Statement]
) -> Iterator[Statement]:
    """Yield the statements that questions and answers are; paragraphs that name their speaker are `made` already.

    The questions are by the one author of the article, or else by its outlet, or the one in marks that met somebody;
    where none is told, by nobody known.
    """
    text = article.text
    turns = find_interview(passages)
    if not turns:
        return
    person = _interviewee(text, cast, made, passages[turns[0].passage].start)
    spoken = sorted((s.content[0].start, s.content[-1].end) for s in made if s.type == "direct" and s.parent is None)
    asker = article.authors[0] if len(article.authors) == 1 else article.outlet
    asker = asker or _outlet_met(text, passages[turns[0].passage].start)
    chain: str | None = None
    for turn in turns:
        passage = passages[turn.passage]
        end = passage.words.ends[passage.hi - 1]
        inside = spoken[bisect_left(spoken, (passage.start, 0)) : bisect_left(spoken, (passage.end, 0))]
        if end <= turn.start or any(2 * (to - at) > end - turn.start for at, to in inside):
            continue  # it names its speaker; a few words in marks are told within an answer
        while end < passage.end and text[end] in "؟?!":
            end += 1
        yield Statement(
            id=f"turn:{turn.start}",
            type="direct",
            content=(Span.cut(text, turn.start, end),),
            cue_class="ask" if turn.asks else "answer",
            channel="interview" if asker or person is not None else None,  # else they are questions about religion
            chain=None if turn.asks else chain,
            speaker=asker if turn.asks else person.name if person is not None else None,
            entity=person.id if person is not None and not turn.asks else None,
            confidence=CONFIDENCE,
            origin="interview-question" if turn.asks else "interview-answer",
        )
        chain = None if turn.asks else f"turn:{turn.start}"


def is_own(said: Statement, before: str) -> bool:
    """Tell whether an answer reports of nobody else: «أعتبر …», «متمنيا …», or someone whom it has not named."""
    if said.cue is None or said.embed is not None:
        return False
    own = said.cue.text[0] == "أ" or said.origin.rule.startswith("participle")
    return own or (said.speaker is not None and said.speaker != _GOD and said.speaker.split()[-1] not in before)


def _interviewee(text: str, cast: Cast, made: Sequence[Statement], before: int) -> Entity | None:
    """Return whom the outlet met, who speaks to it, or is the first to say something before the questions, at `before`.

    Else it is who is named most; of equals the first.
    """
    parts = [part for part in cast.within(0, before) if part.entity.type == "person" and part.form == "name"]
    named = [part.entity for part in parts]
    guest = _met(text, parts, before)
    for pattern in (_GUEST, _MEETS):
        guest = guest or next((part.entity for part in parts if pattern.match(text, part.end)), None)
    if guest is not None:
        return guest
    said = {s.entity for s in made if s.content[0].start < before and s.parent is None}
    told = next((entity for entity in named if entity.id in said), None)
    return told or max(dict.fromkeys(named), key=lambda entity: len(entity.mentions), default=None)


def _outlet_met(text: str, before: int) -> str | None:
    """Return the outlet that met somebody, by its name in marks before the questions, or None."""
    found = _BY.search(text, 0, before)
    return next((name for name in found.groups() if name), None) if found is not None else None


def _met(text: str, parts: Sequence[Part], before: int) -> Entity | None:
    """Return whom the outlet tells to have met: the first person behind «لقاء مع» and his titles."""
    starts = [part.start for part in parts]
    for met in _MET.finditer(text, 0, before):
        at = bisect_left(starts, met.end())
        if at < len(parts) and starts[at] <= met.end() + _TITLES and not _ENDED.search(text, met.end(), starts[at]):
            return parts[at].entity
    return None


def _asks(passage: Passage, label: re.Match[str] | None) -> str:
    """Return the mark behind which a passage asks, or ""."""
    if label is None or passage.end - passage.start > _LONGEST_QUESTION:
        return ""
    if label[1]:
        return "س"
    return label[3] if label[3] and _ASKED.search(passage.text[passage.start : passage.end]) else ""


def _answers(passage: Passage) -> bool:
    """Tell whether a paragraph is no mere word, and does not go on asking: a dialogue in a poem is no interview."""
    return passage.hi - passage.lo > 1 and passage.words.forms[passage.lo] not in _ASKING


def _words_of(passage: Passage, label: re.Match[str] | None) -> int:
    return label.end() if label is not None and label.end() < passage.end else passage.start
