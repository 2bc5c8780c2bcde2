"""Finds the body whose paper it is, wherever the article tells it: «التقرير الشهري لشركة كذا … وأوضح التقرير أن»."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews.fold import fold

from .papers import ISSUED_IT, KINDS_OF_PAPERS
from .references import named, stem_of

if TYPE_CHECKING:
    from arabnews.article import Entity

    from .memory import Speaker
    from .phrases import Phrase, Reading

_PAPERS: Final = frozenset({"تقرير", "دراسه", "بيان", "نشره", "استطلاع", "بلاغ", "مذكره", "استبيان", "مسح"})
"""Papers of which an article has one as a rule; «بحث» may be a search, «تقارير» are of several."""
_REACH: Final = 1_500
"""The issuer is looked for among so many words before, and behind."""
_ADJECTIVES: Final = 3
"""A paper has no more adjectives than this before its issuer."""
_LEADS: Final = ("", "و", "ف", "ب", "ل")
_OWNER: Final = 14
"""The body whose paper it is stands so many words before «تقريرها»."""
_FROM: Final = frozenset({"عن", "من"})


def of_paper(reading: Reading, phrase: Phrase, speaker: Speaker | None) -> Speaker | None:
    """Return the body that issued a paper for the paper itself, where nothing nearer has told it."""
    if speaker is None or speaker.entity is not None or not _is_paper(fold(speaker.name.split()[0])):
        return speaker
    body = _issuer_behind(reading, phrase.first) or _issuer_elsewhere(reading, phrase.first)
    return named(body, speaker) if body is not None else speaker


def _is_paper(word: str) -> bool:
    return (word[2:] if word[:2] in {"ال", "لل"} else word) in _PAPERS


def _issuer_elsewhere(reading: Reading, first: int) -> Entity | None:
    """Return the issuer that stands with another mention of a definite paper: the nearest before it, or behind it."""
    stem = stem_of(reading, first)
    paper = stem.removeprefix("ال")
    if paper == stem or paper not in _PAPERS:
        return None
    owned = paper[:-1] + "ت" if paper[-1] == "ه" else paper
    places = reading.nouns.words.positions
    told = {at for form in _spellings(paper) for at in places(form) if at != first}
    whose = {at for pronoun in ("ها", "ه", "هم") for lead in _LEADS for at in places(lead + owned + pronoun)}
    near = sorted(at for at in told | whose if abs(at - first) < _REACH)
    split = bisect_left(near, first)
    for at in (*reversed(near[:split]), *near[split:]):
        body = _owner(reading, at) if at in whose else _issuer_behind(reading, at)
        if body is not None:
            return body
    return None


@lru_cache(maxsize=32)
def _spellings(paper: str) -> tuple[str, ...]:
    """Return how a paper may be written, with the article and what is glued to it."""
    bare = (lead + paper for lead in _LEADS)
    definite = (lead + "ال" + paper for lead in _LEADS if lead != "ل")
    return (*bare, *definite, "لل" + paper, "ولل" + paper)


def _issuer_behind(reading: Reading, at: int) -> Entity | None:
    """Return the body behind a paper: «تقرير شركة كذا», «التقرير الشهري لشركة كذا», «بيان صادر عن كذا»."""
    words, spaced = reading.passage.words, reading.nouns.words.spaced
    forms, count, grammar = words.forms, len(words.forms), reading.grammar
    if stem_of(reading, at).removeprefix("و").removeprefix("ال") not in _PAPERS:
        return None
    index = at + 1
    while index < min(at + 1 + _ADJECTIVES, count) and spaced[index - 1] and _is_adjective(reading, index):
        index += 1
    if index >= count or not spaced[index - 1]:
        return None
    led = index == at + 1 and not stem_of(reading, at).startswith("ال")  # «تقرير شركة كذا»
    index += forms[index] in grammar.relative
    if index + 1 < count and (forms[index] in grammar.issued or forms[index] in ISSUED_IT):
        index += 1 + (forms[index + 1] in _FROM)
        led = True
    if index >= count or not spaced[index - 1]:
        return None
    part = reading.cast.by_word.get(index)
    if part is None or part.first != index or part.entity.type != "organization":
        return None
    if forms[index - 1].startswith("نشر") and forms[index].removeprefix("و") in grammar.naming:
        return None  # «دراسة نشرتها صحيفة كذا» is another's
    glued = part.start > words.starts[index] and forms[index][0] == "ل"
    return part.entity if led or glued else None


def _is_adjective(reading: Reading, at: int) -> bool:
    """Tell whether a word tells the kind of a paper: no body, no preposition, no issuing."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if at in reading.cast.by_word or word in grammar.preposition or word in grammar.issued or word in ISSUED_IT:
        return False
    if word in grammar.relative or word in grammar.naming or word[0] in "لب":
        return False
    return word.startswith("ال") or word in KINDS_OF_PAPERS or word.endswith(("ي", "يه"))


def _owner(reading: Reading, at: int) -> Entity | None:
    """Return the body that «تقريرها» belongs to: the nearest before it."""
    for index in range(at - 1, max(-1, at - _OWNER), -1):
        part = reading.cast.by_last.get(index + 1)
        if part is not None and part.entity.type == "organization":
            return part.entity
    return None
