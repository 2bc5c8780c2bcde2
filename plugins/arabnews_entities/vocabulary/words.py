"""The words of a text and what each may be: name, title, nationality, place, organisation, or an ordinary word.

A word is classified once a type (`Lexis.word`); a text becomes `Words`, parallel tuples over the shared token table.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Final

from attrs import define, field

from arabnews.fold import Tokens, strip, tokens
from arabnews_entities.vocabulary.spacing import MARKS, read_hashtags, read_spaces
from arabnews_entities.vocabulary.spelling import (
    drop_article,
    drop_tanwin,
    drop_then,
    mind_waw,
    mind_yeh,
    see_ali,
    see_particles,
)
from arabnews_entities.vocabulary.wordforms import BODILY, OPENS, REPORTS, SPELLING, TELLING, UNASKED
from arabnews_entities.vocabulary.wordlists import (
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
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from arabnews_entities.phrasing.phrases import NounPhrase

_BEFORE: Final = "امام"
"""«أمام», and «إمام» where no hamza is written."""


@define(eq=False)
class Words:
    """The words of a text as parallel sequences over its token table."""

    text: str
    table: Tokens
    flags: Sequence[int]
    words: Sequence[Word]
    lexis: Lexis
    sorts: bytes
    """What each word is looked at for: see `Word.sorts`."""
    marked: Sequence[int]
    """The words that are more than ordinary ones: what may be a name, title, place, verb of speech or unknown."""
    spaced: Sequence[bool]
    """Whether nothing but a space or two stands between a word and the next: never behind the last, nor further on."""
    count: int
    tags: Mapping[int, tuple[int, int]]
    """The hashtag in which a word stands, as its first word and the one behind its last."""
    _types: set[str] = field(factory=set, init=False, repr=False)
    _positions: dict[str, list[int]] = field(factory=dict, init=False, repr=False)
    _asked: list[str] = field(factory=list, init=False, repr=False)
    phrases: dict[int, NounPhrase | None] = field(factory=dict, init=False, repr=False)
    """The noun phrases that were read, by the word at which they start."""

    def __len__(self) -> int:
        return self.count

    @property
    def types(self) -> AbstractSet[str]:
        """Return the words that stand in the text, folded."""
        if not self._types:
            self._types.update(self.table.forms)
        return self._types

    def positions(self, form: str) -> Sequence[int]:
        """Return where a folded word stands as it is: the first few places."""
        if form not in self.types:
            return ()
        if not self._positions and len(self._asked) < _FEW:
            self._asked.append(form)
            return _find_positions(self.table.forms, form)
        if not self._positions:
            known = defaultdict[str, list[int]](list)
            for i, each in enumerate(self.table.forms):
                known[each].append(i)
            self._positions = known
        return self._positions[form][:_MOST_POSITIONS]

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
        return index < self.count and self.spaced[index]

    def gap(self, index: int) -> str:
        """Return up to eight characters between a word and the next, without spaces at the ends."""
        end = self.table.ends[index]
        start = self.table.starts[index + 1] if index + 1 < len(self.flags) else len(self.text)
        return self.text[end : min(start, end + 8)].strip(" ")

    def named(self, start: int, end: int, first: int) -> str:
        """Return what a stretch of text names: of «للوزارة» «الوزارة», of a hashtag its words with spaces.

        `first` is the word in which it starts.
        """
        cut = self.text[start:end].replace("_", " ") if self.tags else self.text[start:end]
        if not cut.isprintable():
            cut = cut.translate(_NO_MARKS)
        if "  " in cut or "\n" in cut:
            cut = " ".join(cut.split())
        word = self.words[first]
        if not word.peel:
            return cut
        lost = self.table.starts[first] < start and (word.stem.startswith("ال") or self._slip(first))
        assimilated = self.table.forms[first][: word.peel].endswith("لل")  # «للإدارة», but «لألمانيا»
        return "ال" + cut if lost and (assimilated or cut[:1] not in _ALIF) else cut

    def _slip(self, index: int) -> bool:
        """Tell whether a body's noun lost its alif («لهيئة العامة»): an adjective with the article follows."""
        return bool(self.flags[index] & HEAD and self.spaced[index] and self.words[index + 1].stem in _OF_OFFICE)

    def whole_tag(self, first: int, last: int, start: int) -> bool:
        """Tell whether a name of words `first` to `last`, with a title from `start` on, fills the hashtags it is in.

        «#زين_الدين_زيدان» and «#الرئيس_فلان» name somebody; «#حملة_زيدان» does not.
        """
        behind = self.tags.get(last - 1)
        if behind is not None and behind[1] != last:
            return False
        before = self.tags.get(first)
        return before is None or start <= before[0]

    def title(self, index: int) -> Title | None:
        """Return the reading of a word as a head noun, or None."""
        if not self.flags[index] & TITLE:
            return None
        word = self.words[index]
        stem, title = word.stem, word.title
        if title is None or stem[-1] != "ه" or title.number != "s":
            # «والى جانب», not «والي»
            to = stem == "والي" and self.text[self.table.ends[index] - 1] == "ى" and "على " in self.text
            return None if to or (stem == _BEFORE and self._stands_before(index)) else title
        pronoun = self.text[self.table.ends[index] - 1] == "ه"
        if title.gender == "f" and title.kind == "office" and not title.definite and pronoun:
            return title._replace(gender="m", definite=True)  # «نائبه», not «نائبة»
        if title.kind == "person" and not title.definite and pronoun and self.may_be_called(index + 1):
            lemma = title.lemma.removesuffix("ه") if title.lemma == stem else title.lemma
            return title._replace(lemma=lemma, gender="m", definite=True)  # «مدربه فلان», «نجله فلان»
        if title.definite and not stem.startswith("ال") and not pronoun:
            return None  # «جراحة», not «جراحه»
        return title

    def _stands_before(self, index: int) -> bool:
        """Tell whether a word is «أمام», not «إمام»: by its hamza, or where none is written by what follows.

        «إمام» has the article or a complement with it («إمام المسجد»), and no name behind it.
        """
        at = self.begin(index)
        if self.text[at] in "أإ":
            return self.text[at] == "أ"
        return index + 1 < self.count and not self.flags[index + 1] & (COMMON | DEFINITE)

    def may_be_called(self, index: int) -> bool:
        """Tell whether a word behind a noun with a pronoun may begin the name of whom both mean."""
        if index >= self.count or not self.spaced[index - 1]:
            return False
        flag = self.flags[index]
        return bool(flag & NAMELIKE) or not flag & (COMMON | DEFINITE | TITLE | HEAD | PARTICLE | NUMBER | VERB | CUE)

    def _possessive(self, index: int) -> bool:
        return self.text[self.table.starts[index] : self.table.ends[index]].rstrip(_CASES).endswith("ه")

    def place(self, index: int) -> tuple[Place, int] | None:
        """Return the longest country, place or known organisation that starts at a word, and the index behind it."""
        if not self.flags[index] & _LISTED:
            return None
        stem = self.words[index].stem
        if self.spaced[index]:
            forms = self.table.forms
            for place in self.lexis.longer.get((stem, forms[index + 1]), ()):
                parts = place[0]
                last = index + len(parts)
                whole = forms[index + 1 : last] == parts[1:] and all(self.spaced[index : last - 1])
                if whole and not (parts[-1].isdigit() and self._is_counted(index, last)):
                    return place, last
        for place in self.lexis.alone.get(stem, ()):
            if place.name[-1] != "ة" or place.name[:2] == "ال" or not self._possessive(index):
                return place, index + 1
            # «جده», not «جدة»
        return None

    def _is_counted(self, first: int, last: int) -> bool:
        """Tell whether what stands behind a place and a number is counted («في القاهرة 24 سفينة», «لبنان 24 من صفر»).

        What is no place without its number is an outlet («فرانس 24 من باريس»).
        """
        if last >= self.count or not self.spaced[last - 1] or all(len(p.words) > 1 for p in self.words[first].places):
            return False
        return self.table.forms[last] in _COUNTS or not self.flags[last] & (STOP | DEFINITE | FOREIGN)


_LISTED: Final = PLACE | KNOWN
_COUNTS: Final = frozenset({"من", "بالمئه", "بالمائه"})
_OF_OFFICE: Final = frozenset({"العامه", "العام", "العليا", "الاعلي"})
_ALIF: Final = frozenset("اأإآ")
_NO_MARKS: Final = dict.fromkeys(map(ord, MARKS))
_CASES: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


@lru_cache(maxsize=2)
def read_words(prose: str, lexis: Lexis) -> Words:
    """Return the classified words of a text; the last few are kept, so that statements are read with the same."""
    table = tokens(prose)
    prose = table.text
    words = lexis.read(table.forms)
    flags = [word.flags for word in words]
    sorts = bytearray([word.sorts for word in words])
    spelt = places_of(SPELLING, sorts)
    seen = mind_waw(prose, table, words, flags, spelt, lexis)
    seen += see_ali(prose, table, words, flags, lexis)
    seen += see_particles(prose, table, words, flags)
    if seen:
        for i in seen:
            sorts[i] = words[i].sorts
        spelt = places_of(SPELLING, sorts)
    mind_yeh(prose, table, words, flags, lexis.maqsura, spelt)
    if "\u064b" in prose:
        drop_tanwin(prose, table, flags)
    drop_article(prose, table, words, flags)
    drop_then(prose, table, flags)
    spaced = read_spaces(prose, table)
    tags = read_hashtags(prose, table, spaced, flags) if "#" in prose else {}
    telling = places_of(TELLING, sorts)
    return Words(prose, table, flags, words, lexis, bytes(sorts), telling, spaced, len(words), tags)


def places_of(sort: int, sorts: bytes | bytearray) -> list[int]:
    """Return where the words of a sort stand (`TELLING` …), by the sorts of all words."""
    return [*compress(range(len(sorts)), sorts.translate(_IS[sort]))]


_SORTS: Final = (TELLING, SPELLING, BODILY, OPENS, REPORTS, UNASKED)
_IS: Final = {sort: bytes(sorts & sort > 0 for sorts in range(256)) for sort in _SORTS}


_MOST_POSITIONS: Final = 8
_FEW: Final = 12
"""How many words are looked for one by one before all are listed: keeps the work linear for any text."""


def _find_positions(forms: tuple[str, ...], form: str) -> list[int]:
    """Return the first few places of a word that stands there."""
    found = [at := forms.index(form)]
    try:
        while len(found) < _MOST_POSITIONS:
            at = forms.index(form, at + 1)
            found.append(at)
    except ValueError:
        return found
    return found


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
