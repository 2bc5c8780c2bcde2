"""Reads the noun phrase of a source: what `arabnews_entities` reads, and whatever else the grammar lets stand there.

An Arabic construct runs on through indefinite nouns until its first definite one; after that only adjectives with the
article and names in apposition belong to it: an indefinite noun starts something new («أكد الوزير | رفض بلاده»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from arabnews_entities.wordlists import (
    COMMON,
    CUE,
    HEAD,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    TITLE,
    VERB,
)

from .grammar import BI_THAT, THAT
from .unlisted import COMMAS, bare_name, name_behind

if TYPE_CHECKING:
    from arabnews.cues import CueTable
    from arabnews_entities import NounPhrase, PhraseReader

    from .cast import Cast, Part
    from .grammar import Grammar
    from .passage import Passage

LONGEST: Final = 25
"""A source has no more words than this."""

_GROUPS: Final = frozenset({"collective", "document"})
_LONGEST_NAME: Final = 6


@frozen
class Phrase:
    """A noun phrase of a passage: words `first` to `last`, and what `arabnews_entities` makes of its beginning.

    `name` are the words of a name that no list knows, but the grammar shows.
    """

    first: int
    last: int
    noun: NounPhrase | None = None
    name: tuple[int, int] | None = None


@frozen(eq=False)
class Reading:
    """One passage and all that it is read with."""

    passage: Passage
    cast: Cast
    grammar: Grammar
    table: CueTable
    nouns: PhraseReader
    _phrases: dict[int, Phrase | None] = field(factory=dict, init=False, repr=False)

    def phrase(self, at: int) -> Phrase | None:
        """Return the noun phrase that starts at word `at`, or None where none does."""
        if at not in self._phrases:
            self._phrases[at] = self._read_phrase(at)
        return self._phrases[at]

    def _read_phrase(self, at: int) -> Phrase | None:
        if at >= self.passage.hi or not self._may_start(at):
            return None
        noun = self.nouns.read(at)
        if noun is None and self.passage.words.forms[at] in self.grammar.style and at + 1 < self.passage.hi:
            styled = self.phrase(at + 1)  # «فخامة الرئيس …»
            return evolve(styled, first=at) if styled is not None else None
        if noun is not None and self._is_construct(at, noun):
            noun = None
        if noun is None:
            last = self._goes_on(at, at, None)
            return self._with_name(Phrase(at, last)) if last > at else None
        return self.extended(at, noun)

    def _is_construct(self, at: int, noun: NounPhrase) -> bool:
        """Tell whether an unknown word taken for a name is a plural before its genitive («منتجو الجهاز»)."""
        bare = noun.kind == "person" and noun.role_span is None and noun.last == at + 1
        unknown = at not in self.cast.by_word and not self.nouns.words.flags[at] & NAMELIKE
        following = self.passage.words.forms[at + 1] if at + 1 < self.passage.hi else ""
        return bare and unknown and self.passage.words.forms[at].endswith("و") and is_definite(following)

    def extended(self, at: int, noun: NounPhrase) -> Phrase:
        """Return the phrase that a noun phrase at word `at` opens."""
        forms, last = self.passage.words.forms, min(noun.last, self.passage.hi)
        open_ = range(at + 1, last)
        cut = next((i for i in open_ if self._ends_before(i, forms[i])), last)
        if noun.article and noun.name_span is None:  # «الرئيس اليمني | التأكيد على …»
            cut = next((i for i in open_ if i < cut and self._is_masdar(forms[i])), cut)
        if cut < last:
            end = self.passage.words.ends[cut - 1]
            noun = noun._replace(last=cut, end=end)
            if noun.name_last > cut:
                noun = noun._replace(name_span=None, role_span=(noun.start, end))
        return self._with_name(Phrase(at, self._goes_on(at, cut, noun), noun))

    def _with_name(self, phrase: Phrase) -> Phrase:
        """Add the name behind an office that no list knows."""
        name = name_behind(self, phrase)
        return Phrase(phrase.first, name[1], phrase.noun, name) if name is not None else phrase

    def bare_name(self, at: int) -> Phrase | None:
        """Return a name that no list knows, between a verb of saying and its clause, or None."""
        last = bare_name(self, at)
        return Phrase(at, last, None, (at, last)) if last > at else None

    def is_marked(self, index: int) -> bool:
        """Tell whether a mark stands right before word `index`: what it opens has no proclitic."""
        start = self.passage.words.starts[index]
        return start > self.passage.start and self.passage.text[start - 1] in '"«»“”'

    def _is_masdar(self, word: str) -> bool:
        """Tell whether a word is a masdar of saying: no adjective."""
        found = self.table.lookup(word)
        return found is not None and any(form.kind == "masdar" for form in found.forms)

    def _ends_before(self, index: int, word: str) -> bool:
        """Tell whether a noun phrase cannot hold this word: a complementiser, a relative, a date."""
        return word in THAT or word in BI_THAT or word in self.grammar.relative or index in self.cast.dates

    def can_speak(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names someone or something that can say things."""
        if phrase.noun is not None or phrase.name is not None or self._is_group(phrase.first):
            return True
        by_word = self.cast.by_word
        if phrase.first in by_word:
            return True
        return any(
            i in by_word and by_word[i].form == "name" and by_word[i].entity.type == "person"
            for i in range(phrase.first + 1, phrase.last)
        )

    def is_plain(self, index: int) -> bool:
        """Tell whether nothing but space stands before word `index`."""
        return not self.passage.gap_before(index).strip()

    def is_governed(self, at: int, preposition: str) -> bool:
        """Tell whether the one-letter preposition stands before word `at`, as part of it."""
        word = self.passage.words.forms[at]
        if word[0] != preposition or len(word) < 3:
            return False
        mention = self.cast.by_word.get(at)
        if mention is not None:
            return mention.start > self.passage.words.starts[at]
        words = self.nouns.words
        classified = words.words[at]
        if classified.flags & (TITLE | HEAD) and not classified.peel:
            return False
        if classified.peel or not classified.flags:
            return True
        rest = words.lexis.word(word[1:])
        return len(word) > 3 and bool(rest.flags & COMMON) and not rest.peel

    def _is_group(self, at: int) -> bool:
        return self.passage.words.forms[at] in self.grammar.anonymous

    def _may_start(self, at: int) -> bool:  # noqa: PLR0911 - one test a line
        word = self.passage.words.forms[at]
        mention = self.cast.by_word.get(at)
        if mention is not None and mention.start == self.passage.words.starts[at]:
            return True
        if at in self.cast.dates or word in THAT or word in BI_THAT or len(word) < 2:
            return False
        if word in self.grammar.preposition or word in self.grammar.relative or word in self.grammar.connector:
            return False
        if word in self.grammar.pronoun or word.startswith(("لكن", "ولكن")):
            return False
        classified = self.nouns.words.words[at]
        if classified.flags & (NUMBER | VERB | CUE) and at not in self.cast.by_word and not self._is_group(at):
            return False
        if self.is_governed(at, "ب") or (classified.peel and word[0] in "لكف"):
            return False
        reading = self.table.lookup(word)
        if reading is None or classified.flags & TITLE:
            return True
        return not any(form.kind == "participle" for form in reading.forms)

    def _goes_on(self, first: int, last: int, noun: NounPhrase | None) -> int:  # noqa: C901, PLR0912, PLR0915 - the grammar, case by case
        """Return where a phrase ends whose words up to `last` are read."""
        forms, high = self.passage.words.forms, min(self.passage.hi, first + LONGEST)
        group = (noun is not None and (noun.kind in _GROUPS or not noun.definite)) or (
            noun is None and self._is_group(first)
        )
        named = noun is not None and (noun.name_span is not None or noun.kind == "place")
        definite = noun is not None and (noun.definite or named)
        if noun is not None and noun.kind == "organization" and last == first + 1 and not is_definite(forms[first]):
            definite = first in self.cast.by_word  # «وكالة أنباء كذا»
        index, inside = last, 0
        while index < high:
            part = self.cast.by_word.get(index)
            if index > first:
                step = self._over_gap(index, named=named)
                if step > index:
                    index, definite = step, True
                    named = named or (part is not None and step == part.last)
                    continue
                if step < index:
                    break
            if part is not None:
                joint = part.start > self.passage.words.starts[index] and forms[index][0] == "و"
                belongs = not joint and not named and not group and self._belongs_to_office(index, part)
                if not joint and not belongs and (named or (definite and part.entity.type != "person")):
                    break
                if self.nouns.words.words[index].peel and not joint and not belongs and forms[index][0] in "بك":
                    break
                named = named or (part.entity.type == "person" and part.form == "name")
                definite, index = True, max(part.last, index + 1)
                continue
            word = forms[index]
            if index > first and not group:
                joined = self._second_office(index, named=named)
                if joined is not None:
                    index, definite, named = joined[0], True, named or joined[1]
                    continue
            if definite and not named and word in self.grammar.adverb and self._name_near(index):
                index += 1
                continue
            if named and index > first:
                office = self._office(index)
                if office > index:
                    index = office
                    continue
            if word in self.grammar.preposition:
                if not group or inside >= 2 or index == first or not self._belongs(index, word):
                    break
                inside, definite, index = inside + 1, False, index + 1
                continue
            if index > first and not self._continues(index, word, definite=definite, named=named, group=group):
                break
            definite = (definite or is_definite(word)) and word != "باسم"
            index += 1
        return index

    def _office(self, index: int) -> int:
        """Return the word behind an office in apposition to a name («فلان وزير الدفاع»); `index` where none stands."""
        noun = self.nouns.read(index)
        if noun is None or noun.kind != "role" or not noun.definite or noun.last - index < 2:
            return index
        return noun.last

    def _belongs_to_office(self, index: int, part: Part) -> bool:
        """Tell whether a mention behind ل or ب completes an office («المتحدث الرسمي لوزارة كذا», «القنصل بالمغرب»).

        «لرويترز» does not: to an outlet one speaks.
        """
        lead = self.passage.words.forms[index][0]
        if part.start == self.passage.words.starts[index]:
            return False
        return (lead == "ل" and bool(self.nouns.words.flags[index] & HEAD)) or (
            lead in "لب" and part.entity.type == "location"
        )

    def _second_office(self, index: int, *, named: bool) -> tuple[int, bool] | None:
        """Return where an office joined by و ends, and whether it has a name («وزير كذا ورئيس كذا فلان»), or None."""
        words = self.nouns.words
        if self.passage.words.forms[index][0] != "و" or not words.words[index].peel or not self.is_plain(index):
            return None
        noun = self.nouns.read(index)
        if noun is None or noun.kind not in {"person", "role"} or noun.role_span is None or not noun.definite:
            return None
        if named and noun.name_span is None:
            return None
        last = min(noun.last, self.passage.hi)
        return (max(last, index + 1), noun.name_span is not None) if last > index else None

    def _name_near(self, index: int) -> bool:
        """Tell whether behind an adverb or two someone's name stands."""
        for at in range(index + 1, min(index + 3, self.passage.hi)):
            part = self.cast.by_word.get(at)
            if part is not None:
                return part.entity.type == "person" and part.form == "name"
            if self.passage.words.forms[at] not in self.grammar.adverb:
                return False
        return False

    def _coordinates(self, index: int, word: str, *, group: bool) -> bool:
        """Tell whether و joins to a definite word one of its kind («المخرجين والفنانين», «التقني والمهني»)."""
        before = self.passage.words.forms[index - 1]
        if group and word[0] == "و" and word[1:] in self.grammar.anonymous and self.is_plain(index):
            return True  # «خبراء ومحللون»
        if not word.startswith("وال") or not is_definite(before) or not self.is_plain(index):
            return False
        if group:
            return word.endswith(("ين", "ون", "ات", "اء")) and before.endswith(("ين", "ون", "ات", "اء"))
        alike = (before.endswith("ي") and word.endswith("ي")) or (before.endswith("يه") and word.endswith("يه"))
        return alike and self.cast.by_word.get(index) is None

    def _continues(self, index: int, word: str, *, definite: bool, named: bool, group: bool) -> bool:  # noqa: C901, PLR0911, PLR0912 - the grammar, case by case
        """Tell whether a word without a mention can belong to the phrase before it."""
        if index in self.cast.dates or word in THAT or word in BI_THAT or word in self.grammar.relative:
            return False
        classified = self.nouns.words.words[index]
        particle = classified.flags & PARTICLE and word not in {"عام", "عامه"}
        if particle or classified.flags & NUMBER or word in self.grammar.connector or word in self.grammar.speech:
            return False
        if word == "باسم":
            return not named
        reading = self.table.lookup(word)
        if reading is not None and any(form.finite or form.kind == "participle" for form in reading.forms):
            return False
        if definite and not group and self._is_masdar(word):
            return False
        if classified.flags & VERB and not is_definite(word):
            return False
        if self.is_governed(index, "ب") and not (group and word.startswith("بال")):
            return False
        if classified.peel and word[0] in "كف":
            return False
        if group and (
            word in self.grammar.asks or (index + 1 < self.passage.hi and self.passage.words.forms[index + 1] == "عدم")
        ):
            return False  # «مصدر فضل عدم ذكر اسمه»
        if group and word.endswith(("ته", "تها", "اه", "اها")) and not definite:
            return False  # «بيان أصدرته …»
        if index > 0 and self._coordinates(index, word, group=group):
            return not named
        if classified.peel and word[0] == "و":
            following = self.nouns.read(index)
            return following is not None and following.kind in {"person", "organization", "role"} and not group
        if classified.peel and word[0] == "ل":
            return not named
        if named:
            return is_definite(word) and index + 1 < self.passage.hi and bool(self.nouns.words.flags[index] & NISBA)
        before = self.passage.words.forms[index - 1]
        if definite and before.endswith(("ين", "ون")) and not word.endswith(("ين", "ون")):
            return False  # «المخرجين والفنانين | التعبير»: no adjective of the plural
        return not definite or is_definite(word)

    def _belongs(self, index: int, word: str) -> bool:
        """Tell whether a preposition inside an anonymous source leads to where it belongs, not to when it spoke."""
        if word not in {"في", "من", "لدي", "داخل"} or index + 1 >= self.passage.hi:
            return False
        following = self.passage.words.forms[index + 1]
        noun = self.nouns.read(index + 1)
        if noun is not None and noun.kind == "document":
            return False
        timely = following in self.grammar.occasion or index + 1 in self.cast.dates
        return not timely and following not in self.grammar.preposition and not following[0].isdigit()

    def _over_gap(self, index: int, *, named: bool) -> int:  # noqa: PLR0911 - one test a line
        """Return where the phrase goes on behind the gap before word `index`; `index` for mere space, -1 for an end."""
        passage, words = self.passage, self.passage.words
        gap = passage.text[words.ends[index - 1] : words.starts[index]]
        if gap == " ":
            return index
        if gap.strip() and words.forms[index] in THAT:
            return -1
        quotation = passage.opening_in(words.ends[index - 1], words.starts[index])
        if quotation is not None:
            first, last = passage.word_at(quotation.start), passage.word_at(quotation.end)
            before = words.forms[index - 1]
            opens_name = (
                before in self.grammar.naming
                or before[1:] in self.grammar.naming
                or self.nouns.words.flags[index - 1] & HEAD
                or before in self.grammar.anonymous
            )
            short = last - first <= _LONGEST_NAME and not quotation.unclosed
            return last if short and opens_name and ":" not in gap else -1
        if not gap.strip():
            return index
        if gap.strip() in COMMAS and not named:
            part = self.cast.by_word.get(index)
            if part is not None and part.entity.type == "person" and part.form == "name":
                return part.last
            noun = self.nouns.read(index)
            if noun is not None and noun.kind == "person" and noun.name_first == index:
                return noun.last
        if set(gap.strip()) <= {'"', "»", "”", "“", "«"} and passage.quotation_at(words.ends[index - 1]) is not None:
            return index if not named else -1
        return -1


def is_definite(word: str) -> bool:
    """Tell whether a folded word carries the article, alone or after a proclitic."""
    return word.startswith(("ال", "لل", "بال", "وال"))
