"""Reads the noun phrase of a source: what `arabnews_entities` reads, and whatever else the grammar lets stand there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, NISBA, NUMBER, TITLE, VERB
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import SINGULAR
from arabnews_quotes.text.scripture import GOD

from .addressed import without_addressed
from .agents import is_masdar_of_two
from .agreement import is_ministry, is_of_adjective
from .bodies import body_in_marks, end_of_body
from .called import LETTERS, cuts_letters, read_letters
from .continuing import is_theme
from .cutting import cut_short
from .extent import goes_on
from .filling import filled
from .long_offices import HOLDERS, name_far_behind, office_behind_style
from .presents import is_before
from .quantities import COUNTS, EACH, MANY, PARTS, end_of_counted, end_of_share, is_quantity, leads_to_whole
from .starting import may_start
from .unlisted import bare_name, may_have_name, name_behind
from .within import GOVERNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.cues import CueTable
    from arabnews_entities import NounPhrase, PhraseReader
    from arabnews_quotes.linking.beside_names import Description
    from arabnews_quotes.text.cast import Cast
    from arabnews_quotes.text.grammar import Grammar
    from arabnews_quotes.text.memory import Speaker
    from arabnews_quotes.text.passage import Passage
    from arabnews_quotes.text.signs import Signs

_LONGEST_DATELINE: Final = 7
GATHERINGS: Final = frozenset(
    {"اللقاء", "الاجتماع", "المؤتمر", "الملتقي", "المنتدي", "القمه", "الندوه", "الجلسه", "القران"} | GOD
)
"""What people come to says what they all say; God and the Book speak too."""
_NO_PLURALS: Final = frozenset({"مليون", "مضمون", "مجنون", "مدفون", "مرهون", "مسكون", "موزون", "مخزون", "ماكرون"})
"""Words with م and ون that are no plurals of people."""
_OWN_LETTER: Final = frozenset({"بناء", "بناءه", "بناءها", "بطوله", "بنود", "بقاء", "بريق", "بلوغ"})
"""Nouns that would be others without their ب («اقترح فلان بناء السد»)."""
_COUNTING: Final = PARTS | MANY | {"عده"}
"""Words that count those who speak («عدد من الخبراء», «عدة مصادر»)."""
_SHORT: Final = frozenset({"حل", "ضم", "مد"})  # masdars so short that with ب they may be other words («بحل المشكلة»)
_LETTERS: Final = frozenset({"د", "م", "ا"})  # they stand for titles
_LEADING: Final = EACH | HOLDERS | {"امام"}
"""Behind these the noun of a phrase may stand."""
_FARTHEST: Final = 2_000  # a colon or a mark shows what was said within so many characters behind its cue
_BEHIND_STOP: Final = 8  # a colon or a mark may stand so far behind the stop at which a sentence ends


@define(unsafe_hash=True)
class Phrase:
    """A noun phrase of a passage: words `first` to `last`, and what `arabnews_entities` makes of its beginning.

    `name` are the words of a name that no list knows, but the grammar shows; `agent` tells that it shows the subject of
    a verb of saying, whatever the noun; `whole` that a body is called by all of it, whatever its mention holds.
    """

    first: int
    last: int
    noun: NounPhrase | None = None
    name: tuple[int, int] | None = None
    agent: bool = False
    whole: bool = False
    span: tuple[int, int] | None = field(default=None, init=False, eq=False, repr=False)
    """Its offsets as a source, once `link.source_span` has read them."""
    speaks: bool | None = field(default=None, init=False, eq=False, repr=False)
    """Whether it can say things, once `Reading.can_speak` was asked."""
    told: tuple[Speaker, list[Description]] | None = field(default=None, init=False, eq=False, repr=False)
    """What the article tells of a speaker that it names, once `as_described` has read it."""


@define(eq=False)
class Reading:
    """One passage and all that it is read with."""

    passage: Passage
    cast: Cast
    grammar: Grammar
    table: CueTable
    nouns: PhraseReader
    signs: Signs
    _phrases: dict[int, Phrase | None] = field(factory=dict, init=False, repr=False)
    _spaced: Sequence[bool] = field(init=False, repr=False)
    before: dict[int, Phrase | None] = field(factory=dict, init=False, repr=False)
    """The subjects before verbs that `subject_before_verb` was asked for."""

    @_spaced.default
    def _gaps(self) -> Sequence[bool]:
        return self.nouns.words.spaced

    def phrase(self, at: int) -> Phrase | None:
        """Return the noun phrase that starts at word `at`, or None where none does."""
        known = self._phrases
        if at in known:
            return known[at]
        found = self._read_phrase(at)
        found = known[at] = without_addressed(self, found) if found is not None else None
        return found

    def phrase_of_someone(self, at: int) -> Phrase | None:
        """Return the noun phrase at word `at` where a known noun, a group or a plural of people heads it, or None.

        It is no other than `phrase` returns, but spares the reading of unknown words.
        """
        if at in self._phrases:
            return self._phrases[at]
        if at >= self.passage.hi:
            return None
        word = self.passage.words.forms[at]
        led = word in _LEADING or word in self.grammar.style or at in self.cast.by_word or self.is_group(at)
        led = led or word in self.grammar.voices or word.endswith(("ون", "و"))
        led = led or bool(self.nouns.words.flags[at] & (TITLE | HEAD))
        return self.phrase(at) if led or (may_start(self, at) and self.nouns.read(at) is not None) else None

    def _read_phrase(self, at: int) -> Phrase | None:  # noqa: C901, PLR0911 - one case a line
        if at >= (hi := self.passage.hi):
            return None
        word = self.passage.words.forms[at]
        if word in EACH and at + 2 < hi and self._is_of(at + 1):
            first = self.phrase(at + 2)  # «كل من فرنسا وألمانيا»
            return evolve(first, first=at, whole=False) if first is not None and self.can_speak(first) else None
        if word == "امام" and at + 1 < hi and not is_before(self, at):
            apart = self.passage.words.forms[at + 1] == "و" and at + 2 < hi
            led, noun = self.phrase(at + 1 + apart), self.nouns.read(at)  # «إمام وخطيب المسجد», but «إمام الحرم المكي»
            if noun is not None and (led is None or noun.last >= led.last):
                return self.extended(at, noun)
            return evolve(led, first=at) if led is not None else None
        if word in _LETTERS and at + 1 < hi:
            surname = self._abbreviated(at)
            if surname is not None:
                return surname
        number = word[0].isdigit() or self.nouns.words.flags[at] & NUMBER
        more = end_of_counted(self, at) if number or word in COUNTS else at
        more = read_letters(self, at) if word in LETTERS else more
        if more > at:
            return filled(self, Phrase(at, more, agent=True, whole=word in LETTERS))
        if not may_start(self, at):
            last = end_of_share(self, at) if number else at
            return filled(self, Phrase(at, last, agent=True)) if last > at else None
        noun = (body_in_marks(self, at) if at in self.cast.by_word else None) or self.nouns.read(at)
        styled = word in self.grammar.style or word in HOLDERS
        office = office_behind_style(self, at, noun) if styled else at
        if office > at:
            titled = self.phrase(office)  # «فخامة الرئيس …»
            if noun is None or (titled is not None and self.can_speak(titled)):
                return evolve(titled, first=at) if titled is not None else None
        if noun is not None and noun.kind == "person" and noun.role_span is None and self._is_construct(at, noun):
            noun = None
        if noun is None:
            last = goes_on(self, at, at, None)
            return self._with_name(Phrase(at, last)) if last > at else None
        return self.extended(at, noun)

    def _abbreviated(self, at: int) -> Phrase | None:
        """Return a title of one letter and a surname that ends a name of the article («د. الفلاح»), or None."""
        stopped = self.passage.gap_before(at + 1).strip() == "."
        known = self.nouns.read(at) is None and self.passage.words.forms[at + 1] in self.cast.by_ending
        return Phrase(at, at + 2, None, (at + 1, at + 2)) if stopped and known else None

    def _is_of(self, at: int) -> bool:
        return self.passage.words.forms[at] == "من" and self.is_plain(at) and self.is_plain(at + 1)

    def is_first_person(self, at: int) -> bool:
        """Tell whether a word is a verb of the first person («أطمح», «نتوقع»): no noun that a list knows."""
        words = self.passage.words
        word = words.forms[at]
        if word[0] not in "ان" or len(word) < 4 or words.text[words.starts[at]] not in "أن":
            return False
        flags = self.nouns.words.flags[at]
        if flags & (NAMELIKE | TITLE | HEAD):
            return False
        other = "ي" + word[1:]
        if self.table.lookup(other) is not None:
            return True
        return not flags & COMMON and bool(self.nouns.words.lexis.word(other).flags & COMMON)

    def _is_construct(self, at: int, noun: NounPhrase) -> bool:
        """Tell whether an unknown word taken for a bare name is a plural before its genitive («منتجو الجهاز»)."""
        bare = noun.last == at + 1
        unknown = at not in self.cast.by_word and not self.nouns.words.flags[at] & NAMELIKE
        following = self.passage.words.forms[at + 1] if at + 1 < self.passage.hi else ""
        if bare and unknown and is_definite(following) and is_masdar_of_two(self.passage.words.forms[at]):
            return True  # «وأكد تنكيس الأعلام»
        if not bare or not unknown or not self.passage.words.forms[at].endswith("و"):
            return bare and unknown and self.passage.words.forms[at] in GOVERNS  # «الداعون إليها»
        flags = self.nouns.words.flags[at + 1] if following else 0
        # «ممثلو هيئات كذا», «مطورو هذه التقنية»
        goes_on = following in {"هذه", "هذا"} or flags & HEAD or (flags & COMMON and following.endswith("ات"))
        goes_on = goes_on or self.passage.words.forms[at] in self.grammar.anonymous  # «ممثلو «كذا»»
        return is_definite(following) or bool(goes_on and not flags & VERB)

    def extended(self, at: int, noun: NounPhrase) -> Phrase:
        """Return the phrase that a noun phrase at word `at` opens."""
        forms, last = self.passage.words.forms, min(noun.last, self.passage.hi)
        cut, whole = cut_short(self, at, last, noun) if last > at + 1 else (last, False)
        if cut > at + 1 and is_theme(self, at + 1, forms[at + 1]):
            cut, noun = at + 1, noun._replace(definite=False)
        if cut < last:
            end = self.passage.words.ends[cut - 1]
            noun = noun._replace(last=cut, end=end)
            if noun.name_last > cut:
                noun = noun._replace(name_span=None, role_span=(noun.start, end))
        end = end_of_body(self, cut, noun)
        if end > cut:
            return Phrase(at, end, noun, whole=True)
        if whole:
            return Phrase(at, cut, noun, whole=True)
        last = goes_on(self, at, cut, noun)
        if last > at + 2 and forms[at + 1] in LETTERS and cuts_letters(self, at + 1, last):
            return Phrase(at, last, noun, whole=True)  # «شركة سي بي آر | إي»
        return self._with_name(Phrase(at, last, noun))

    def _with_name(self, phrase: Phrase) -> Phrase:
        """Add the name behind an office that no list knows."""
        noun, may = phrase.noun, may_have_name(self, phrase)
        begun = noun is not None and noun.kind == "person" and noun.name_last == phrase.last
        name = name_behind(self, phrase, begun=begun) if begun or may else None
        if may and name is None and noun is not None and noun.kind == "role":
            name = name_far_behind(self, phrase, noun)
        return Phrase(phrase.first, name[1], phrase.noun, name) if name is not None else filled(self, phrase)

    def bare_name(self, at: int) -> Phrase | None:
        """Return a name that no list knows, between a verb of saying and its clause, or None."""
        last = bare_name(self, at)
        return Phrase(at, last, None, (at, last)) if last > at else None

    def is_marked(self, index: int) -> bool:
        """Tell whether a mark stands right before word `index`: what it opens has no proclitic."""
        start = self.passage.words.starts[index]
        return start > self.passage.start and self.passage.text[start - 1] in '"«»“”'

    def is_masdar(self, word: str) -> bool:
        """Tell whether a word is a masdar of saying: no adjective."""
        found = self.table.lookup(word)
        return found is not None and "masdar" in found.kinds

    def can_speak(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names someone or something that can say things."""
        if phrase.speaks is None:
            phrase.speaks = self._can_speak(phrase)
        return phrase.speaks

    def _can_speak(self, phrase: Phrase) -> bool:
        if phrase.noun is not None or phrase.name is not None or phrase.agent or self.is_group(phrase.first):
            return True
        word, by_word = self.passage.words.forms[phrase.first], self.cast.by_word
        if word in self.grammar.voices or self.are_many(phrase.first) or is_ministry(word, phrase):
            return True
        if phrase.first in by_word or word in GATHERINGS:
            return True
        return any(
            i in by_word and by_word[i].form == "name" and by_word[i].entity.type == "person"
            for i in range(phrase.first + 1, phrase.last)
        )

    def are_many(self, index: int) -> bool:
        """Tell whether a word is a plural of people, as a subject has it («المزارعون», «عراقيون»)."""
        word = self.passage.words.forms[index]
        if word.endswith("يون") and (self.nouns.words.flags[index] & NISBA or is_of_adjective(self, word)):
            return True  # «عراقيون», «نقابيون»
        if word.startswith("م") and word.endswith("ون") and len(word) > 4 and word not in _NO_PLURALS:
            return True  # «مختصون»
        if word.endswith("و") and index + 1 < self.passage.hi and is_definite(self.passage.words.forms[index + 1]):
            one = self.nouns.words.lexis.word(word[:-1])  # «سائقو الحافلات»
            return bool(one.flags & (COMMON | TITLE)) and not one.peel and index not in self.cast.by_word
        return len(word) > 6 and word.startswith("ال") and word.endswith("ون") and word not in SINGULAR

    def can_open(self, offset: int) -> bool:
        """Tell whether what stands at `offset` opens its sentence, alone or behind a dateline («عمّان - رويترز: …»)."""
        passage = self.passage
        start = passage.sentence_start(offset)
        first, at = passage.word_at(start), passage.word_at(offset)
        if first >= at:
            return True
        dated = at - first <= _LONGEST_DATELINE and passage.text[start:offset].rstrip()[-1:] in {":", "-", "–", "—"}
        return dated and not any(i in self.signs.cues for i in range(first, at))

    def shows(self, index: int) -> bool:
        """Tell whether a complementiser, a colon or a mark follows word `index` before its sentence ends."""
        passage = self.passage
        end = passage.words.ends[index]
        limit = passage.stop_after(end)
        at = bisect_right(self.signs.thats, index)
        if at < len(self.signs.thats) and passage.words.starts[self.signs.thats[at]] < limit:
            return True
        high = min(limit + _BEHIND_STOP, passage.end, end + _FARTHEST)
        return passage.text.find(":", end, high) >= 0 or passage.opening_in(end, high) is not None

    def is_plain(self, index: int) -> bool:
        """Tell whether nothing but space stands before word `index`."""
        return self._spaced[index - 1] or not self.passage.gap_before(index).strip()

    def is_governed(self, at: int, preposition: str) -> bool:
        """Tell whether the one-letter preposition stands before word `at`, as part of it."""
        word = self.passage.words.forms[at]
        if word[0] != preposition or len(word) < 3 or word in _OWN_LETTER:
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
        return word[1:] in _SHORT or (len(word) > 3 and bool(rest.flags & COMMON) and not rest.peel)

    def is_group(self, at: int) -> bool:
        """Tell whether a word heads a source without a name («مصدر», «خبراء»)."""
        word = self.passage.words.forms[at]
        if word in self.grammar.anonymous:
            return True
        if word not in _COUNTING:
            return False
        if word in PARTS and is_quantity(self, at):
            return True
        if word in MANY and leads_to_whole(self, at, at + 1):
            return True  # «فريق من الباحثين»
        counted = (word == "عده" or word in PARTS) and at + 1 < self.passage.hi
        return counted and self.passage.words.forms[at + 1] in self.grammar.anonymous

    def is_function(self, word: str) -> bool:
        """Tell whether no noun phrase starts with a word behind و: «وعلى سبيل المثال», «ولذلك»."""
        return word in self.grammar.preposition or word in self.grammar.pronoun
