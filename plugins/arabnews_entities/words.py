"""The words of a text and what each may be: name, title, nationality, place, organisation, or an ordinary word.

A word is classified once a type (`Lexis.word`); a text becomes `Words`, parallel tuples over the shared token table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.fold import Tokens, strip, tokens
from arabnews_entities.wordlists import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    SPELT,
    STATUS,
    STOP,
    TITLE,
    VERB,
    WEAK,
    Lexis,
    Place,
    Title,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


@frozen(eq=False)
class Words:
    """The words of a text as parallel sequences over its token table."""

    text: str
    table: Tokens
    flags: tuple[int, ...]
    words: tuple[Word, ...]
    lexis: Lexis
    marked: tuple[int, ...]
    """The words that are more than ordinary ones: what may be a name, title, place, verb of speech or unknown."""

    def __len__(self) -> int:
        return len(self.flags)

    def stem(self, index: int) -> str:
        """Return the folded word without proclitics; لل is given back as ال."""
        return self.words[index].stem

    def begin(self, index: int, peel: int | None = None) -> int:
        """Return the offset at which a word starts, behind its proclitics (or behind `peel` letters)."""
        peel = self.words[index].peel if peel is None else peel
        start = self.table.starts[index]
        if not peel:
            return start
        end = self.table.ends[index]
        if end - start == len(self.table.forms[index]):
            return start + peel
        return start + strip(self.text[start:end]).back(peel, peel + 1)[0]

    def end(self, index: int) -> int:
        """Return the offset behind a word."""
        return self.table.ends[index]

    def joined(self, index: int) -> bool:
        """Tell whether nothing but a space or two stands between a word and the next."""
        if index + 1 >= len(self.flags):
            return False
        end, start = self.table.ends[index], self.table.starts[index + 1]
        return 0 < start - end <= 2 and self.text[end:start] in _SPACES

    def gap(self, index: int) -> str:
        """Return up to eight characters between a word and the next, without spaces at the ends."""
        end = self.table.ends[index]
        start = self.table.starts[index + 1] if index + 1 < len(self.flags) else len(self.text)
        return self.text[end : min(start, end + 8)].strip(" \u00a0")

    def named(self, start: int, end: int) -> str:
        """Return what a stretch of text names: «للوزارة» cut behind both letters is «الوزارة» again."""
        cut = self.text[start:end]
        i = self.table.at(start)
        lost = i < len(self.flags) and self.words[i].peel and self.words[i].stem.startswith("ال")
        return "ال" + cut if lost and not cut.startswith("ا") and self.table.starts[i] < start else cut

    def title(self, index: int) -> Title | None:
        """Return the reading of a word as a head noun, or None."""
        if not self.flags[index] & TITLE:
            return None
        stem = self.words[index].stem
        title = self.lexis.titles.get(stem)
        if title is None or title.number != "s" or not stem.endswith("ه"):
            return title
        pronoun = self.text[self.table.ends[index] - 1] == "ه"
        if title.gender == "f" and title.kind == "office" and not title.definite and pronoun:
            return title._replace(gender="m", definite=True)  # «نائبه», not «نائبة»
        if title.definite and not stem.startswith("ال") and not pronoun:
            return None  # «جراحة», not «جراحه»
        return title

    def _possessive(self, index: int) -> bool:
        return self.text[self.table.starts[index] : self.table.ends[index]].rstrip(_CASES).endswith("ه")

    def place(self, index: int) -> tuple[Place, int] | None:
        """Return the longest country, place or known organisation that starts at a word, and the index behind it."""
        if not self.flags[index] & (PLACE | KNOWN):
            return None
        forms = self.table.forms
        for place in self.lexis.places.get(self.words[index].stem, ()):
            last = index + len(place.words)
            alike = last <= len(forms) and forms[index + 1 : last] == place.words[1:]
            if len(place.words) == 1 and place.name[-1] == "ة" and place.name[:2] != "ال" and self._possessive(index):
                continue  # «جده», not «جدة»
            if alike and all(self.joined(i) for i in range(index, last - 1)):
                return place, last
        return None


_CASES: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_SPACES: Final = frozenset({" ", "\u00a0", "  ", " \u00a0", "\u00a0 "})


def read_words(prose: str, lexis: Lexis) -> Words:
    """Return the classified words of a text."""
    table = tokens(prose)
    words = lexis.read(table.forms)
    flags = [word.flags for word in words]
    egyptian, two_ya = "فى " in prose and "في " not in prose, "على " in prose
    marked = [i for i, flag in enumerate(flags) if flag & _TELLING or not flag & COMMON]
    forms = table.forms
    for i in marked:
        if forms[i][0] == "و" and not words[i].peel and prose[table.starts[i] + 1 : table.starts[i] + 2] in _HAMZA:
            # «وآصف» is no «واصف»: a hamza on its alif opens a word
            bare = lexis.word(forms[i][1:])
            words = (*words[:i], bare._replace(peel=bare.peel + 1), *words[i + 1 :])
            flags[i] = bare.flags
        if flags[i] & SPELT:
            last = prose[table.ends[i] - 1]
            if words[i].stem == "علي":
                # where both letters are kept apart, «علي» is a name
                flags[i] = flags[i] & ~SPELT if last != "ى" and two_ya else _by_spelling(last, words[i], lexis.maqsura)
            elif not (egyptian and last == "ى"):  # «السيسى»
                flags[i] = _by_spelling(last, words[i], lexis.maqsura)
    if "\u064b" in prose:
        _drop_tanwin(prose, table, flags)
    if "علي" in table.forms and _without_maqsura(prose):
        _drop_ali(table, flags)
    for match in _HAMZA_LAM.finditer(prose):
        i = table.at(match.start())
        if i < len(flags) and flags[i] & DEFINITE and not words[i].peel and table.starts[i] == match.start():
            flags[i] = flags[i] & ~DEFINITE or COMMON  # «ألمح» has no article
            if flags[i] & WEAK and not flags[i] & (NISBA | TITLE | PLACE):
                flags[i] = flags[i] & ~(WEAK | COMMON) | GIVEN  # «إلياس», not «اليأس»
    return Words(prose, table, tuple(flags), words, lexis, tuple(marked))


_TELLING: Final = GIVEN | NAME | WEAK | TITLE | PLACE | HEAD | KNOWN | CUE | LINK | FOREIGN | ABBREVIATED


_HAMZA_LAM: Final = re.compile("[أإآ]ل")
_HAMZA: Final = frozenset("أإآ")
_TANWIN: Final = re.compile("\u064bا?(?!\\w)|ا\u064b")


def _drop_tanwin(prose: str, table: Tokens, flags: list[int]) -> None:
    """Let no indefinite accusative be a name («إيجازاً»)."""
    for match in _TANWIN.finditer(prose):
        i = table.at(match.start())
        if i < len(flags) and table.starts[i] < match.start() and table.ends[i] <= match.end() and not flags[i] & TITLE:
            flags[i] = flags[i] & ~(GIVEN | NAME | WEAK | FAMOUS | SPELT | PLACE | KNOWN) | COMMON


def _without_maqsura(prose: str) -> bool:
    """Tell whether a text writes ي where others write ى, as in Egypt: «علي» is then a preposition."""
    return prose.count("علي ") > 1 and "على " not in prose and ("إلي " in prose or "الي " in prose)


def _drop_ali(table: Tokens, flags: list[int]) -> None:
    """Let «علي» be a name only beside one."""
    for i, form in enumerate(table.forms):
        if form == "علي":
            behind = i + 1 < len(flags) and flags[i + 1] & (GIVEN | NAME)
            before = i and flags[i - 1] & GIVEN and not flags[i - 1] & COMMON
            if not behind and not (before and i + 1 < len(flags) and flags[i + 1] & (CUE | VERB)):
                flags[i] = flags[i] & ~(GIVEN | NAME | WEAK) | COMMON | PARTICLE


def _by_spelling(last: str, word: Word, maqsura: AbstractSet[str]) -> int:
    """Return what a name that folds to ي at its end may be, by the letter that stands there: «على» is no name."""
    flag, stem = word.flags, word.stem
    if last == "ى":
        if stem not in maqsura:
            return flag & ~(GIVEN | NAME | WEAK) | COMMON | (PARTICLE if stem == "علي" else 0)
    elif stem in maqsura and stem not in _EITHER:
        return flag & ~(GIVEN | NAME) | WEAK
    return flag


_EITHER: Final = frozenset({"مصطفي", "موسي", "عيسي", "يحيي", "ليلي"})
"""Names that are hardly anything else when spelt with ي, as in Egypt."""


__all__ = [
    "ABBREVIATED",
    "COMMON",
    "CUE",
    "DEFINITE",
    "FAMOUS",
    "FOREIGN",
    "GIVEN",
    "HEAD",
    "KNOWN",
    "LINK",
    "NAME",
    "NAMELIKE",
    "NISBA",
    "NUMBER",
    "PARTICLE",
    "PLACE",
    "SPELT",
    "STATUS",
    "STOP",
    "TITLE",
    "VERB",
    "WEAK",
    "Lexis",
    "Place",
    "Title",
    "Word",
    "Words",
    "read_words",
]
