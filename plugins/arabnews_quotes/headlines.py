"""Statements of headlines and captions: «X: …», «X لـY: …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews.fold import fold
from arabnews_entities.vocabulary.wordlists import DEFINITE, HEAD, TITLE

from .cues.report import Report
from .cues.swallowed import EVENTS
from .linking.link import speaker_of_source
from .nouns.agents import has_masdar_shape
from .nouns.kinds import SPEAKERS
from .nouns.phrases import Phrase
from .nouns.unlisted import may_be_name
from .text.definite import is_definite
from .text.memory import Speaker, agrees

if TYPE_CHECKING:
    from .nouns.phrases import Reading
    from .text.memory import Memory

LONGEST: Final = 8
"""A speaker before the colon of a headline has no more words than this."""

_IN: Final = frozenset({"في", "من", "عن", "لدي"})
_WHERE: Final = 4
"""Where an office belongs takes no more words than this."""
_NAME: Final = 3
_FIRST: Final = 300
"""A body that a headline calls by a word of its name is told of among the first so many mentions."""
_SPOKEN: Final = 4
"""Marks around so many words hold speech."""
_TO_OUTLET: Final = re.compile(r"\s(?P<to>لـ*)\s?(?:[«\"“”(]|'')[^»\"”)'\n]{2,30}(?:[»\"”“)]|'')\s*(?P<colon>:?)\s*\Z")
_LINES: Final = frozenset({"headline", "subheadline"})
_OUTLET: Final = 44
"""An outlet in marks and what stands around it have no more characters than this."""
_LONGEST_LINE: Final = 14
"""Who talks to it has no more words than this."""
_COLON: Final = re.compile(r"\s*[\"»”)]?\s*:+(?!\d)")


def find_headline_report(reading: Reading) -> Report | None:
    """Return the report that the colon of a headline makes, or the outlet in the line over it, or None.

    Whether X can be a speaker is for the reader of the body to say.
    """
    return _told_outlet(reading) or _behind_colon(reading)


def _behind_colon(reading: Reading) -> Report | None:
    passage, forms = reading.passage, reading.passage.words.forms
    starts, ends = passage.words.starts, passage.words.ends
    if passage.text.find(":", passage.start, passage.end) < 0:
        return None
    for index in range(passage.lo, min(passage.lo + LONGEST, passage.hi)):
        gap = passage.gap(index)
        if ":" not in gap:
            continue
        match = _COLON.match(gap)
        first = passage.lo
        if match is None or forms[first] in reading.grammar.furniture:
            return None
        phrase = reading.phrase(first)
        if phrase is None:
            return None
        if phrase.last <= index:
            if _tells_where(reading, phrase, index):
                cues = (i for i in range(phrase.last, index + 1) if i in reading.signs.cues)
                phrase = Phrase(first, next(cues, index + 1), phrase.noun, phrase.name)  # «نواب من كذا يقترحون: …»
            elif forms[phrase.last][0] != "ل" and passage.gap_before(phrase.last).strip() != "(":
                return None  # «X لـY: …» has an addressee, «X (نادي كذا): …» a gloss
        elif phrase.last > index + 1:
            phrase = Phrase(first, index + 1, phrase.noun)
        at, content = ends[index] + gap.index(":"), ends[index] + match.end()
        behind = starts[index + 1] if index + 1 < passage.hi else passage.end
        return Report(
            rule="headline-colon", cue=(at, at + 1), source=phrase, boundary=starts[first], content=content,
            kind="headline", quotation=passage.opening_in(content, behind),
        )  # fmt: skip
    return None


def _told_outlet(reading: Reading) -> Report | None:
    """Return the report of a line that is somebody and the outlet to which he talks, above the headline, or None.

    «فلان الفلاني مدير كذا لـ«الجريدة»», with a colon at its end or without.
    """
    passage, words = reading.passage, reading.passage.words
    match = _TO_OUTLET.search(passage.text, max(passage.start, passage.end - _OUTLET), passage.end)
    if match is None or passage.kind not in _LINES:
        return None
    index = passage.word_at(match.start() + 1)
    source = reading.phrase(passage.lo)
    if source is None or not passage.lo < index <= passage.lo + _LONGEST_LINE or not reading.can_speak(source):
        return None
    named = source.noun is not None and source.noun.name_span is not None
    if not named and source.last < index:
        return None
    after = source.noun.name_last if named and source.noun is not None else None
    if after is not None and after < index and not _is_called(reading, after):
        return None  # «فلان الفلاني يعتذر لـ«كذا»»
    source = Phrase(source.first, min(source.last, index), source.noun, source.name)
    return Report(
        rule="headline-colon", cue=match.span("colon" if match["colon"] else "to"), source=source,
        boundary=words.starts[passage.lo], content=passage.end, kind="headline",
    )  # fmt: skip


def _is_called(reading: Reading, at: int) -> bool:
    """Tell whether a word behind a name tells who he is: a title, an adjective or a noun with the article."""
    return bool(reading.nouns.words.flags[at] & (TITLE | HEAD | DEFINITE))


def _tells_where(reading: Reading, phrase: Phrase, index: int) -> bool:
    """Tell whether behind an office stands where it belongs («وزير الدولة بالتجارة: …», «عضو المجلس في القرية: …»)."""
    noun, word = phrase.noun, reading.passage.words.forms[phrase.last]
    if index + 1 - phrase.last > _WHERE:
        return False
    if reading.is_group(phrase.first):
        return True  # «عدد من أعضاء وعضوات اللجنة: …»
    return noun is not None and noun.kind in SPEAKERS and (word in _IN or reading.is_governed(phrase.last, "ب"))


def find_caption_report(reading: Reading) -> Report | None:
    """Return the report of a paragraph that is a name and a quotation («فلان الفلاني: «…»»), or None."""
    passage = reading.passage
    report = find_headline_report(reading)
    if report is None or report.source is None or not _is_person(reading, report.source):
        return None
    quotation = report.quotation
    if quotation is None:  # the quotation may be the paragraph below
        return evolve(report, kind="colon") if not passage.text[report.content : passage.end].strip() else None
    if passage.text[report.content : quotation.start].strip():
        return None
    spoken = passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) >= _SPOKEN
    alone = not passage.text[quotation.end : passage.end].strip(" .\n\u00a0")
    return evolve(report, kind="colon") if spoken and alone else None


def _is_person(reading: Reading, source: Phrase) -> bool:
    """Tell whether a phrase is somebody's name, whether a list knows it or not."""
    named = reading.cast.by_word.get(source.first)
    if named is not None:
        return named.entity.type == "person"
    words = range(source.first, source.last)
    return len(words) <= _NAME and all(may_be_name(reading, at, surname=at > source.first) for at in words)


def _body_called(reading: Reading, source: Phrase) -> Speaker | None:
    """Return the body of the article that a name in marks calls by a word or two of its own («التجارة»: …), or None."""
    words = {word.removeprefix("ال") for word in reading.passage.words.forms[source.first : source.last]}
    for part in reading.cast.parts[:_FIRST]:
        entity = part.entity
        if entity.type == "organization" and words <= {w.removeprefix("ال") for w in fold(entity.name).split()}:
            return Speaker(entity.name, entity.id, kind="body")
    return None


def _happened_there(reading: Reading, report: Report, source: Phrase) -> bool:
    """Tell whether a place stands before what happened there («القاهرة: افتتاح معرض»), not before what it says."""
    passage = reading.passage
    at = passage.word_at(report.content)
    if source.noun is None or source.noun.kind != "place" or report.quotation is not None or at >= passage.hi:
        return False
    word, judging = passage.words.forms[at], reading.grammar.negation | reading.grammar.pronoun
    event = word in EVENTS or (has_masdar_shape(word) and not is_definite(word))
    return event and judging.isdisjoint(passage.words.forms[at : passage.hi])  # «القاهرة: إغلاق المعبر غير مقبول»


def head_speaker(reading: Reading, report: Report, memory: Memory) -> Speaker | None:
    """Return who speaks in a headline: an entity or office, or someone whom the body quotes by a longer name."""
    if report.source is None:
        gender, count = (report.form.gender, report.form.number) if report.form else (None, None)
        return next((t.speaker for t in memory.turns if agrees(t.speaker, gender, count)), None)
    if report.rule == "headline-colon" and _happened_there(reading, report, report.source):
        return None
    speaker = speaker_of_source(reading, report.source, memory, report.form.gender if report.form else None, None)
    if speaker is not None and speaker.entity is not None:
        return speaker
    short = {w.removeprefix("ال") for w in fold(speaker.name).split()} if speaker is not None else set()
    for turn in memory.turns:
        if short and short <= {w.removeprefix("لل").removeprefix("ال") for w in fold(turn.speaker.name).split()}:
            return turn.speaker
    body = _body_called(reading, report.source) if reading.is_marked(report.source.first) else None
    if body is not None:
        return body
    known = report.source.noun is not None and report.source.noun.kind in {
        "person",
        "role",
        "organization",
        "place",
    }
    return speaker if known or reading.can_speak(report.source) or report.rule != "headline-colon" else None
