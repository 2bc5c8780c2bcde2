"""Finds the papers, figures and people of no list that an attribution leads to: «وفق إحصائية رسمية», «لـ Blue News»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities import NounPhrase
from arabnews_entities.vocabulary.wordlists import HEAD
from arabnews_quotes.nouns.extent import goes_on
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.quantities import ONE_OF, SOME_OF
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import THAT

from .attributed import marked_source

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_LONGEST: Final = 4
"""A name in foreign letters has no more words than this."""
_PRESS: Final = frozenset({"اعلام", "الاعلام"})
_MEDIA: Final = frozenset({"وسايل", "الوسايل"})
_OFFICIAL: Final = frozenset({"الرسميه", "الرسمي"})
_LATEST: Final = frozenset({"احدث", "اخر"})
_SOME: Final = ONE_OF | SOME_OF | {"كثير", "عديد"}
THESE: Final = frozenset({"هذه", "هذا", "لهذه", "لهذا", "تلك", "لتلك"})
_THEN: Final = frozenset({"فان", "فقد", *(word for word in THAT if word[0] == "ف")})
_NEAR: Final = 14
"""The clause that hangs on an attribution opens within so many words."""
_ADJECTIVES: Final = 4
_ACHIEVING: Final = "تحقيق"
"""With a definite noun it is no inquiry («وفق تحقيق الأهداف»)."""


def evidence(reading: Reading, at: int, *, governed: bool) -> Phrase | None:
    """Return the phrase at word `at` behind a preposition of attribution, behind ل where it is `governed`, or None."""
    if governed and reading.passage.words.forms[at] == "ل":
        return _name_apart(reading, at + 1)  # «وفقا لـ«كذا»»
    passage, grammar = reading.passage, reading.grammar
    forms, words = passage.words.forms, passage.words
    word = forms[at]
    lead = 0 if not governed else 2 if word.startswith("لل") else 1
    stem = word[lead:].removeprefix("ال") if lead < 2 else word[lead:]
    definite = lead == 2 or word[lead:].startswith("ال")
    following = forms[at + 1] if at + 1 < passage.hi and reading.is_plain(at + 1) else ""
    latest = stem in _LATEST and not definite
    if latest:  # «وفقا لأحدث دراسة»
        stem = following.removeprefix("ال")
        if stem not in grammar.evidence and "ال" + stem not in grammar.document:
            return None
    people = stem in grammar.officials or (stem in _MEDIA and following in _PRESS)
    if not (people or latest) and (stem not in grammar.evidence or (stem == _ACHIEVING and following.startswith("ال"))):
        return None
    told = following in _OFFICIAL or following in grammar.relative or forms[at - 1] in THESE
    told = told or (definite and _is_owned(reading, at))
    if definite and not people and not told and not _is_answered(reading, at):
        return None  # «وفق المعطيات الجديدة»: as anybody would
    last = goes_on(reading, at + latest, at + latest + 1, None)
    if latest and following.startswith("ال"):  # «حسب آخر الإحصائيات | يبلغ …»
        last = at + 2
        while last < passage.hi and reading.is_plain(last) and is_definite(forms[last]):
            if forms[last] in grammar.relative:
                break
            last += 1
    noun = NounPhrase(
        first=at, last=last, start=words.starts[at] + lead, end=words.ends[last - 1],
        kind="collective" if people else "document", head=stem,
        gender="f" if stem.endswith(("ه", "ات")) else None, number="p" if people else "s", definite=definite,
        article=definite,
    )  # fmt: skip
    return Phrase(at, last, noun)


def _is_owned(reading: Reading, at: int) -> bool:
    """Tell whether behind a noun and its adjectives ل leads to whose it is («بحسب الأرقام الأخيرة لوزارة كذا»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    behind = at + 1
    while behind < min(at + _ADJECTIVES, passage.hi) and reading.is_plain(behind) and forms[behind].startswith("ال"):
        behind += 1
    if not at + 1 < behind < passage.hi or not reading.is_plain(behind) or not reading.is_governed(behind, "ل"):
        return False
    bare = forms[behind][2:] if forms[behind].startswith("لل") else forms[behind][1:]
    return behind in reading.cast.by_word or bool(reading.nouns.words.lexis.word(bare).flags & HEAD)


def _is_answered(reading: Reading, at: int) -> bool:
    """Tell whether a clause with «فإن» or «فقد» hangs on the noun at word `at` («وطبقا للتحريات الأولية فإن …»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    stop = passage.stop_after(passage.words.ends[at])
    for index in range(at + 1, min(at + _NEAR, passage.hi)):
        if passage.words.starts[index] >= stop or index in reading.signs.cues:
            return False
        if forms[index] in _THEN:
            return True
    return False


def some_of(reading: Reading, at: int) -> Phrase | None:
    """Return some of those who speak, behind ل at word `at` («وفقا لأحد الخبراء», «لكثير من الشركات»), or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    lead = 2 if forms[at].startswith("لل") else 1
    if forms[at][lead:] not in _SOME:
        return None
    of = at + 1 + (forms[at + 1 : at + 2] == ("من",))
    whole = reading.phrase(of) if of < passage.hi else None
    if whole is None or not reading.can_speak(whole) or not all(map(reading.is_plain, range(at + 1, of + 1))):
        return None
    noun = NounPhrase(
        first=at, last=whole.last, start=passage.words.starts[at] + lead, end=passage.words.ends[whole.last - 1],
        kind="collective", head=forms[at][1:], gender=None, number="p", definite=False, article=False,
    )  # fmt: skip
    return Phrase(at, whole.last, noun)


def is_evidence(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is a paper or figures of no list: nobody who goes on to speak."""
    return phrase.noun is not None and phrase.noun.kind == "document" and phrase.noun.head in reading.grammar.evidence


def _name_apart(reading: Reading, at: int) -> Phrase | None:
    """Return the name behind a ل that stands alone: in marks, in foreign letters, or one that is known."""
    passage = reading.passage
    if at >= passage.hi:
        return None
    marked = marked_source(reading, at)
    if marked is not None:
        return marked
    last = at
    while last < min(at + _LONGEST, passage.hi) and passage.words.forms[last].isascii() and reading.is_plain(last):
        last += 1
    if last > at:
        return Phrase(at, last, None, (at, last))
    known = reading.phrase(at)
    return known if known is not None and reading.can_speak(known) else None
