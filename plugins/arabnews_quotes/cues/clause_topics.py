"""Finds the noun that opens the clause of a verb of saying farther before it than its direct subject stands.

«إلا أن تقرير البنك قبل شهر أشار إلى …», «لكن التحقيق الذي أجراه الموقع أكد أن …», «فها هو المرصد في العاصمة يعلن أن …»:
between the two stand a relative clause, or prepositions and times alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import CUE, HEAD, NUMBER, PARTICLE, TITLE, VERB
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BARE_BI_THAT, BARE_THAT, COMMAS, THAT, without_conjunction

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Reading

_BACK: Final = 24
"""The noun that opens a clause stands so many words before its verb at the most."""
_BETWEEN: Final = 9
"""So many words of place and time at the most stand between the two."""
_ADJECTIVES: Final = 3
"""A noun and its adjectives before a verb have no more words than this."""
_TELLS: Final = frozenset(
    {"كلام", "عباره", "عبارات", "رساله", "رسايل", "معلومات", "تحقيقات", "اصوات", "اصواتا", "صوت", "شهاده", "شهادات"}
    | {"مقترح", "اسطوره", "لافته", "لافتات", "روايه", "روايات", "اشاره", "اشارات", "شايعه", "شايعات", "انباء"}
    | {"نظريه", "نظريات", "مقوله", "مذكره", "وثيقه", "وثايق", "فتوي", "حكايه", "قاعده", "مصادر", "تقارير", "دراسات"}
    | {"احصاءات", "احصاييات", "طرف", "اخرون", "منشورات", "شعارات", "توقعات", "تسريبات", "تقديرات", "استطلاعات"}
)
"""Nouns that hold words, and people without a name, in front of a verb that tells what they say."""
_BEHIND_THAT: Final = 10
"""A subject behind إن stands within so many words before its verb."""
_SHOWN: Final = frozenset({"ها", "فها", "وها"})
_HE: Final = frozenset({"هو", "هي", "هم"})
_OPENERS: Final = BARE_THAT | BARE_BI_THAT | _HE | {"لكن", "ولكن", "بينما", "فيما", "اما", "واما"}


def topic_of_clause(reading: Reading, index: int, cue: CueReading, form: CueForm) -> Phrase | None:
    """Return the noun phrase that opens the clause of the verb at word `index` and agrees with it, or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    if cue.proclitics or form.number in {"p", "d"} or index - 2 < passage.lo:
        return None
    floor = max(passage.lo, index - _BACK)
    at = next((i for i in range(index - 2, floor, -1) if forms[i - 1] in _OPENERS), floor)
    if passage.sentence_start(passage.words.starts[index]) > passage.words.starts[at]:
        return None
    if not _opens(reading, at) or passage.quotation_at(passage.words.starts[at]) is not None:
        return None
    phrase = reading.phrase(at)
    if phrase is None or not at < phrase.last < index or not _agrees(reading, phrase, form):
        return None
    if not (reading.can_speak(phrase) or (form.strength == "A" and _is_of_papers(reading, phrase))):
        return None
    return phrase if _only_asides_between(reading, phrase.last, index) else None


def noun_of_clause(reading: Reading, index: int, cue: CueReading, form: CueForm) -> Phrase | None:
    """Return the indefinite noun that a verb right behind it describes («معلومات جديدة أفادت بأن»), or None.

    It is one that tells by its nature, or someone who can speak.
    """
    passage, forms, flags = reading.passage, reading.passage.words.forms, reading.nouns.words.flags
    if cue.proclitics or form.number in {"p", "d"}:
        return None
    for at in range(index - 1, max(passage.lo, index - _ADJECTIVES) - 1, -1):
        if not reading.is_plain(at + 1) or is_definite(forms[at]):
            return None
        lead = forms[at] not in _TELLS and forms[at][0] in "وبلف"
        if forms[at][lead:] not in _TELLS:
            if flags[at] & (PARTICLE | VERB | CUE | NUMBER):
                return None
            continue
        phrase = Phrase(at, index, agent=True)
        phrase.span = passage.words.starts[at] + lead, passage.words.ends[index - 1]
        return phrase if _agrees(reading, phrase, form) and not _tells_in_it(reading, index) else None
    return None


def _tells_in_it(reading: Reading, index: int) -> bool:
    """Tell whether «فيه» behind a verb shows that someone else speaks («بكلام قال فيه»)."""
    return index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] in reading.grammar.therein


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether word `at` opens a clause: behind «أن», «لكن», «فها هو», or at the head of the passage."""
    forms = reading.passage.words.forms
    if at == reading.passage.lo:
        return True
    if forms[at - 1] in _HE:
        return forms[at - 2] in _SHOWN
    return forms[at - 1] in _OPENERS and reading.is_plain(at) and _is_nominal(reading, at)


def _is_nominal(reading: Reading, at: int) -> bool:
    """Tell whether a word is a noun for sure: behind «أن» may stand a verb too («أن يتفهموا», «أن عدد»)."""
    named = at in reading.cast.by_word or is_definite(reading.passage.words.forms[at])
    return named or bool(reading.nouns.words.flags[at] & (HEAD | TITLE)) or reading.is_marked(at)


def _is_of_papers(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase that cannot speak is a definite thing that tells («التحقيق», «المعلومات»)."""
    word = without_conjunction(reading.passage.words.forms[phrase.first])
    return is_definite(word) and word not in reading.grammar.mute and word not in reading.grammar.data


def _agrees(reading: Reading, phrase: Phrase, form: CueForm) -> bool:
    word, noun = reading.passage.words.forms[phrase.first], phrase.noun
    if noun is not None and noun.gender is not None and noun.number == "s" and form.gender is not None:
        return noun.gender == form.gender
    feminine = word.endswith(("ه", "ات"))
    return not feminine if form.gender == "m" else feminine or noun is None or noun.kind == "place"


def _only_asides_between(reading: Reading, start: int, end: int) -> bool:
    """Tell whether nothing but a relative clause, or prepositions, times and what they govern, stands in between."""
    forms, flags, by_word = reading.passage.words.forms, reading.nouns.words.flags, reading.cast.by_word
    if forms[start] in reading.grammar.relative:
        return not any(i in reading.signs.cues or forms[i] in THAT for i in range(start, end))
    if end - start > _BETWEEN or not (forms[start] in reading.grammar.preposition or start in reading.cast.dates):
        return False
    return all(
        reading.is_plain(i)
        and not (flags[i] & (VERB | CUE) and not flags[i] & (HEAD | TITLE | NUMBER))
        and forms[i] not in THAT
        and forms[i] not in reading.grammar.relative
        and forms[i] not in reading.grammar.kana
        and not (i in by_word and by_word[i].entity.type == "person")
        for i in range(start, end)
    )


def is_in_clause(reading: Reading, index: int) -> bool:
    """Tell whether a verb behind a comma has its subject behind إن: «قال إن الرئيس، فلان، قال …»."""
    passage = reading.passage
    forms = passage.words.forms
    that = next((i for i in range(index - 1, max(passage.lo, index - _BEHIND_THAT) - 1, -1) if forms[i] in THAT), None)
    if that is None:
        return False
    first = reading.phrase(that + 1)
    if first is None or not reading.can_speak(first) or first.last >= index:
        return first is not None and first.last == index
    name = reading.phrase(first.last)
    return name is not None and name.last == index and passage.gap_before(first.last).strip() in COMMAS
