"""Leads of other articles on the page, and titles glued before a lead.

A title and the lead under it say the same words, the title as a noun clause and the lead from its verb on: no sentence
of a report says most of its first words again right after a verb («TITLE Verb … the title's words …»). What is glued so
is a title; alone on its line in mid-page it is another article's, with its lead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.body.below import find_leads_below
from arabnews_page.text.lines import MARKED, Part
from arabnews_page.text.stems import IDLE, WORD, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_SENTENCE_END = re.compile(r"[.؟!…][\"”»)]{0,2}\s{1,30}(?=\S)")
_STOPS: Final = ".؟!…"
_WIDE = re.compile(r"(?<!\s)\s{3,30}(?=\S)")
_CLAUSE_END = re.compile(r"[،,؛]|\.(?!\.)")
_CLOSERS: Final = ' \t\u00a0"”»)'
_SHORTEST: Final = 90
"""A shorter sentence is no title with its lead."""

_LONG_LINE: Final = 500
"""Only lines as long may hold glued titles between their sentences."""

_CARRIES_ON: Final = "وف"
"""A sentence that begins with one of these goes on with the report."""

_WINDOW: Final = 700
_FIRST: Final = 50
_HEAD: Final = 220
_PROBED: Final = 8
_PROBE: Final = 4
"""How many of a sentence's first words are looked for again, by how many of their last letters: most end here."""

_FEWEST: Final = 3
_MOST: Final = 17
"""How many words a glued title may have."""

_LEAD: Final = 40
"""Among so many of the lead's words the title's are looked for."""

_AGAIN: Final = 0.6
"""Which part of the title's words the lead says again at least."""

_RUN: Final = 3
"""So many words in the same order are the title said again; else the title needs a verb of its own, and more words."""

_OWN_VERB = re.compile(r"[يت][^\W\d_]{2,}(?:ان|ون)")
_BOUND: Final = frozenset(
    ("ان", "انه", "انها", "التي", "الذي", "الذين", "حيث", "كما", "لكن", "اذ", "وهو", "وهي", "مما", "وقد", "بان", "فيما",
     "عندما", "كان", "كانت", "وقال", "وقالت", "قال", "قالت", "يذكر", "يشار", "ما", "هناك")
)  # fmt: skip
"""Titles have none of these: a verb after them goes on with the sentence."""

_MORE = re.compile(
    r"(?<!\w)(?:(?:اقرا|شاهد|طالع)(?:/ي|وا|ي)?\s{1,3}ايضا\u064b?|للمزيد|قد يهمك(?:\s{1,3}ايضا\u064b?)?)\s{0,3}:\s{0,3}"
)
_MORE_GATES: Final = (" ايضا", "للمزيد", "قد يهمك")
_LABEL: Final = 20
_BEFORE_MORE = re.compile(r"[.؟!»”\")…]\s{1,30}$|\s{2,30}$")
_GAPPED = re.compile(r"(?P<title>[^.،\n]{20,130}[^\s.،:؛])[ \t\u00a0]{2,8}(?P<verb>[^\W\d_]{3,12})\s")
_TITLE_END = re.compile(r"(?<=[^.\s]\.)(?=\s)|(?<=[؟!])(?=\s)|\s{2}")
_LONGEST_TITLE: Final = 160
_LONGEST_LEAD: Final = 420
_SHORTEST_HEADLINE: Final = 25


def label_leads(lines: list[Line], body: int, markers: Markers) -> list[Part]:
    """Return the leads of other articles, the titles glued before leads, and the links glued between sentences."""
    titled = any(line.kind == "headline" for line in lines[:body])
    parts = find_leads_below(lines, body, markers.lead_verbs)
    parts += _said_in_links(lines, body)
    verbs, levelled = markers.lead_verbs, lines[0].levelled
    linked = _holds_link(levelled)
    first = True
    for line in lines[body:]:
        size = line.size
        if line.kind is not None or size < _SHORTEST:
            continue
        if first and not titled:
            parts += _wide_headline(line, verbs)
        start = line.start
        if size >= _LONG_LINE or (
            levelled[start] not in _CARRIES_ON and _says_again(levelled, start, min(line.end, start + _WINDOW), verbs)
        ):
            parts += _glued_titles(line, verbs, first=first, titled=titled)
        if linked:
            parts += _glued_links(line)
        first = False
    return parts


def _wide_headline(line: Line, verbs: frozenset[str]) -> list[Part]:
    """Return the headline that a wide gap parts from the lead on the first line."""
    m = _GAPPED.match(line.level)
    if m is None or _bare(m["verb"]) not in verbs or len(m["title"].split()) < _FEWEST:
        return []
    return [Part(line.start, line.start + m.end("title"), "headline", "headline-glued")]


def _glued_titles(line: Line, verbs: frozenset[str], *, first: bool, titled: bool) -> Iterator[Part]:
    """Yield the titles glued before leads in a line; alone in mid-page, title and lead are another article's."""
    levelled = line.level
    starts = [0]
    if len(levelled) >= _LONG_LINE:
        starts += _sentences(levelled)
        if "   " in levelled:
            starts = sorted({*starts, *(m.end() for m in _WIDE.finditer(levelled))})
    for start, end in zip(starts, [*starts[1:], len(levelled)], strict=True):
        if end - start < _SHORTEST or levelled[start] in _CARRIES_ON:
            continue
        split = _split(levelled, start, min(end, start + _WINDOW), verbs)
        if split is None:
            continue
        title = len(levelled[start : start + split].rstrip())
        if first and start == 0:
            yield Part(line.start, line.start + title, "subheadline" if titled else "headline", "title-glued")
        elif start == 0 and _SENTENCE_END.search(levelled, split, len(levelled) - 1) is None:
            line.kind = "teaser"
            yield Part(line.start, line.end, "teaser", "title-and-lead")
            return
        else:
            yield Part(line.start + start, line.start + start + title, "subheadline", "title-glued")


def _sentences(levelled: str) -> list[int]:
    """Return where sentences begin after the first: what `_SENTENCE_END` finds, looked for stop by stop."""
    starts = []
    for stop in _STOPS:
        at = levelled.find(stop)
        while at >= 0:
            m = _SENTENCE_END.match(levelled, at)
            if m is not None:
                starts.append(m.end())
            at = levelled.find(stop, at + 1)
    return sorted(starts)


def _split(levelled: str, start: int, end: int, verbs: frozenset[str]) -> int | None:
    """Return where, in a sentence, the lead begins under the title glued before it; None where there is no title."""
    if not _says_again(levelled, start, end, verbs):
        return None
    head = levelled[start : min(end, start + _HEAD)].split(None, _MOST)
    if verbs.isdisjoint(head[_FEWEST:]):
        return None
    sentence = levelled[start:end]
    if not _says_some_again(sentence, head[:_PROBED]):
        return None
    matches = list(WORD.finditer(sentence))
    words = [_bare(m[0]) for m in matches]
    if len(words) < _FEWEST + 5 or words[0] in verbs or not _BOUND.isdisjoint(words[:_FEWEST]):
        return None
    clause = _CLAUSE_END.search(sentence)
    limit = clause.start() if clause else len(sentence)
    best: tuple[float, int] | None = None
    for at in range(_FEWEST, min(_MOST + 1, len(words) - 5)):
        if matches[at].start() > limit or words[at - 1] in _BOUND:
            break
        if words[at] not in verbs or words[at - 1] in IDLE:
            continue
        if sentence[matches[at - 1].end() : matches[at].start()].strip(_CLOSERS):
            continue
        again = _said_again(words[:at], words[at + 1 : at + 1 + _LEAD], verbs)
        if again and (best is None or again > best[0]):
            best = again, matches[at].start()
    return best[1] if best else None


def _says_again(levelled: str, start: int, end: int, verbs: frozenset[str]) -> bool:
    """Tell whether a sentence begins with no verb, and soon says one of its first words again: most end here."""
    first = levelled[start : start + _FIRST].split(None, _FEWEST)
    if first[0] in verbs:
        return False
    start += _FIRST // 2
    for word in first[:_FEWEST]:  # noqa: SIM110 - asked of each sentence: no generator
        if len(word) >= _PROBE and levelled.find(word[-_PROBE:], start, end) >= 0:
            return True
    return False


def _says_some_again(sentence: str, first: list[str]) -> bool:
    """Tell whether a sentence says some of its first words again."""
    lacking = _FEWEST - 1
    for word in first:
        if len(word) >= _PROBE and sentence.find(word[-_PROBE:], sentence.find(word) + len(word)) >= 0:
            lacking -= 1
            if not lacking:
                return True
    return False


def _said_again(title: list[str], lead: list[str], verbs: frozenset[str]) -> float:
    """Return which part of a title's words the lead says again; 0 where it is too small to tell a title."""
    told = dict.fromkeys(stems_of(title))
    said = [stem(word) for word in lead]
    known = set(said)
    hits = sum(stem in known for stem in told)
    if hits < _FEWEST or hits / len(told) < _AGAIN:
        return 0.0
    in_order = _longest_run([stem(word) for word in title], said) >= _RUN
    own_verb = any(word in verbs or _OWN_VERB.fullmatch(word) for word in title[1:])
    return hits / len(told) if in_order or (own_verb and hits > _FEWEST) else 0.0


def _longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words stand in the same order in both."""
    longest = 0
    before = [0] * (len(other) + 1)
    for word in one:
        row = [0]
        for j, another in enumerate(other):
            row.append(before[j] + 1 if word == another else 0)
        longest = max(longest, *row)
        before = row
    return longest


def _said_in_links(lines: list[Line], body: int) -> list[Part]:
    """Return the lines of the body that are titles listed among the page's links, with the leads glued to them."""
    listed = sorted({line.key for line in lines if line.kind == "related" and len(line.key) >= _SHORTEST_HEADLINE})
    parts: list[Part] = []
    if not listed:
        return parts
    for line in lines[body + 1 :]:
        if line.kind is not None or len(line) > _LONGEST_LEAD + _LONGEST_TITLE:
            continue
        title = next((key for key in listed if line.key.startswith(key)), None)
        if title is not None:
            parts.append(line.claim("related" if len(line.key) == len(title) else "teaser", "listed-title"))
    return parts


def _glued_links(line: Line) -> Iterator[Part]:
    """Yield the links between a line's sentences: the label and the title after it, to its end or full stop."""
    levelled = line.level
    for at in _places(levelled):
        m = _MORE.search(levelled, max(0, at - _LABEL), at + _LABEL)
        if m is None or m.start() == 0 or not _BEFORE_MORE.search(levelled, max(0, m.start() - 32), m.start()):
            continue
        stop = _TITLE_END.search(levelled, m.end(), m.end() + _LONGEST_TITLE)
        end = stop.start() if stop else len(levelled)
        if m.end() < end <= m.end() + _LONGEST_TITLE:
            yield Part(line.start + m.start(), line.start + len(levelled[:end].rstrip()), "related", "link-glued")


def _holds_link(levelled: str) -> bool:
    """Tell whether a page holds the label of a link."""
    if ":" not in levelled:
        return False
    for at in _places(levelled):  # noqa: SIM110 - asked of each page: no generator
        if _MORE.search(levelled, max(0, at - _LABEL), at + _LABEL):
            return True
    return False


def _places(levelled: str) -> Iterator[int]:
    """Yield where a text may hold the label of a link."""
    for gate in _MORE_GATES:
        at = levelled.find(gate)
        while at >= 0:
            yield at
            at = levelled.find(gate, at + len(gate))


def _bare(word: str) -> str:
    return word if word.isalpha() and "\u0640" not in word else MARKED.sub("", word)
