"""Finds who is described so beside his name, wherever the article tells it («فلان، مدير المهرجان … مدير المهرجان»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import HEAD, STATUS
from arabnews_quotes.nouns.references import named, plain, stem_of
from arabnews_quotes.nouns.title_names import has_surname
from arabnews_quotes.text.grammar import COMMAS
from arabnews_quotes.text.scripture import PROPHET

from .as_it_stands import source_span
from .beside_names import Description, core, cores_of, described_as, nation_of
from .named_later import named_later
from .namings import introduced_by_name
from .told_first import told_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.article import Entity
    from arabnews_entities.vocabulary.words import Words
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Memory, Speaker

_FEWEST: Final = 2
_ARTICLE: Final = ("ال", "وال", "لل", "بال")
_NOBODY: Final = frozenset({"الله", "القران", "الرسول", "النبي", "المصطفي", "اللقاء", "الاجتماع", "المؤتمر"})
_ANYBODY: Final = frozenset(
    {"المتحدث", "المتحدثه", "المسوول", "المسووله", "الاخير", "الاخيره", "المصدر", "المصرح", "المتدخل"}
)
_EPITHETS: Final = frozenset(
    {"مفدي", "راحل", "راحله", "حالي", "حاليه", "جديد", "جديده", "مذكور", "كبير", "قدير", "شاب", "شهير", "شهيره", "مكلف"}
)
"""Words that tell nothing of an office."""
_FORMER: Final = frozenset({"سابق", "سابقا", "سابقه", "اسبق"})


def as_described(  # noqa: PLR0911 - one test a line
    reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker
) -> Speaker:
    """Return a speaker without a name as whom the article says beside his name what the phrase says; else as he is.

    Before the phrase if he is named there; behind it only whom more than one word describes.
    """
    if speaker.entity is not None or speaker.sacred or speaker.name.startswith(PROPHET):
        return speaker
    person = introduced_by_name(reading, phrase)
    if person is not None:
        return named(person, speaker)
    text = reading.passage.text[slice(*source_span(reading, phrase))]
    if speaker.head == plain(stem_of(reading, phrase.first)) and speaker.name not in text:
        return speaker  # «مسؤول في الوزارة … المسؤول»
    fitting = _described(reading, phrase, speaker)
    before = [d for d in fitting if d.at < phrase.first]
    if before:
        return named(_last(before, memory), speaker)
    ahead = {d.entity.id: d.entity for d in fitting}
    sure = len(ahead) == 1 and phrase.last - phrase.first > 1
    if sure:
        return named(next(iter(ahead.values())), speaker)
    if fitting or speaker.name not in text:
        return speaker
    later = named_later(reading, phrase, speaker) if _is_somebody(reading, phrase) else None
    return named(later, speaker) if later is not None else told_first(reading, phrase, speaker)


def told_before(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who was told before to be what a phrase says, or None; «المتحدث» says only that he spoke last."""
    if stem_of(reading, phrase.first) in _ANYBODY:
        return None
    before = [d for d in _described(reading, phrase, speaker) if d.at < phrase.first]
    return named(_last(before, memory), speaker) if before else None


def _described(reading: Reading, phrase: Phrase, speaker: Speaker) -> list[Description]:
    """Return the descriptions that hold all that a phrase says; it is asked for them twice."""
    known = phrase.told
    if known is None or known[0] is not speaker:
        known = phrase.told = speaker, _fitting(reading, phrase, speaker)
    return known[1]


def _fitting(reading: Reading, phrase: Phrase, speaker: Speaker) -> list[Description]:
    """Return the descriptions of a phrase, as the article tells them."""
    if speaker.number in {"p", "d"} or not _is_somebody(reading, phrase):
        return []
    words, forms = reading.nouns.words, reading.passage.words.forms
    first = phrase.first + (forms[phrase.first] in reading.grammar.style and phrase.last - phrase.first > 1)
    own = [i for i in range(first + 1, phrase.last) if forms[i] not in reading.grammar.reflexive]
    known = [d for head in cores_of(forms[first]) for d in described_as(reading, head)]
    if not known:
        return []
    nations = {nation for i in own if (nation := nation_of(words, i)) is not None}
    rest = [cores_of(forms[i]) for i in own if _distinguishes(words, i)]
    sure = phrase.noun is not None and phrase.noun.kind == "role"
    found = [
        d
        for d in known
        if (sure or d.close or rest)
        and all(any(word in d.words for word in word_cores) for word_cores in rest)
        and (not nations or not nations.isdisjoint(d.nations) or (not d.nations and rest))
        and reading.cast.gender(d.entity) in {None, speaker.gender}
    ]
    if any(core(forms[i]) in _FORMER for i in own):
        return found
    return [d for d in found if _FORMER.isdisjoint(d.words)] or found


def _distinguishes(words: Words, i: int) -> bool:
    """Tell whether a word of an office tells which it is, but for its country."""
    plainly = not words.flags[i] & STATUS and core(words.table.forms[i]) not in _EPITHETS
    return plainly and nation_of(words, i) is None


def _last(fitting: Sequence[Description], memory: Memory) -> Entity:
    ids = {d.entity.id: d.entity for d in fitting}
    if len(ids) == 1:
        return fitting[0].entity
    spoke = next((t.speaker.entity for t in memory.latest() if t.speaker.entity in ids), None)
    return ids[spoke] if spoke is not None else max(fitting, key=lambda d: d.at).entity


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a phrase is definite, in apposition to nothing, and may mean a person."""
    noun, forms = phrase.noun, reading.passage.words.forms
    if forms[phrase.first] in _NOBODY or reading.is_marked(phrase.first) or has_surname(reading, phrase):
        return False
    apart = phrase.first > reading.passage.lo and not reading.is_plain(phrase.first)
    if apart and reading.passage.gap_before(phrase.first).strip() in COMMAS:
        return False  # «فلان، أستاذ الإحصاء»
    if noun is not None and noun.kind not in {"role", "person"}:
        return False
    if (
        phrase.last - phrase.first > 1
        and forms[phrase.first + 1] in SPEAKS_FOR
        and not forms[phrase.first].startswith(_ARTICLE)
    ):
        return False  # «متحدث باسم الوزارة»
    if noun is not None and noun.kind == "role" and noun.definite:
        return True
    if reading.is_group(phrase.first) or forms[phrase.first] in reading.grammar.document:
        return False
    if phrase.first in reading.cast.by_word or reading.nouns.words.flags[phrase.first] & HEAD:
        return False
    if forms[phrase.first] in reading.grammar.voices or forms[phrase.first].startswith(_ARTICLE):
        return forms[phrase.first] not in reading.grammar.voices
    if phrase.last - phrase.first < _FEWEST or forms[phrase.first + 1] in reading.grammar.preposition:
        return False  # «مسؤول في الوزارة»
    behind = range(phrase.first + 1, min(phrase.last, phrase.first + 6))
    return any(forms[i].startswith(_ARTICLE) or i in reading.cast.by_word for i in behind)
