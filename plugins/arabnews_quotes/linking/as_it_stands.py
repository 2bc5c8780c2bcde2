"""Reads a source as it stands: its offsets, and the noun phrase itself as the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.dangling import end_of_led
from arabnews_quotes.nouns.quantities import EACH, PARTS, SOME_OF, are_people
from arabnews_quotes.nouns.references import plain, stem_of
from arabnews_quotes.text.memory import Speaker

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_PLURAL: Final = ("ون", "ين", "ات")
_KINDS: Final = {"person": "person", "role": "person", "organization": "body", "place": "body", "document": "body"}
_OPENED_BY: Final = {"»": "«", '"': '"', "”": "“", ")": "("}
"""Marks, and what opens where they close."""
_LIKE: Final = {"ناطق": "متحدث"}
"""Heads that stand for one another."""


def source_span(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """Return the offsets of a source, without proclitics in front and lone marks at the end."""
    if phrase.span is not None:
        return phrase.span
    words, noun = reading.passage.words, phrase.noun
    start = words.starts[phrase.first] if noun is None or reading.is_marked(phrase.first) else noun.start
    start += noun is None and _is_joined(reading, phrase.first)
    if noun is not None and phrase.first < noun.first and words.forms[phrase.first] not in EACH:
        start = reading.nouns.words.begin(phrase.first)  # «جلالة الملك», «إمام وخطيب المسجد»
    ending = words.forms[phrase.last - 1]
    hangs = ending in {"ل", "في", "من", "عن", "الي"}  # «لـ«النهر»», «سكان في»
    hangs = hangs and (noun is None or noun.kind != "organization" or noun.last < phrase.last)  # «سي إن في»
    last = end_of_led(reading, phrase.first, phrase.last) - (phrase.last - phrase.first > 1 and hangs)
    end = words.ends[last - 1]
    mark, within = words.text[end : end + 1], words.text[start:end]
    if mark == "%" or (mark in _OPENED_BY and sum(map(within.count, {*_OPENED_BY[mark], mark})) % 2):
        end += 1  # «صحيفة (النهر)»
    phrase.span = start, end
    return phrase.span


def _is_joined(reading: Reading, at: int) -> bool:
    """Tell whether و joins a word of no name to what stands before («وأنصار الفريق»), and is no letter of it."""
    word = reading.passage.words.forms[at]
    peeled = word[0] == "و" and reading.nouns.words.words[at].peel == 1 and not reading.is_marked(at)
    return peeled and word not in reading.grammar.voices and at not in reading.cast.by_word


def _head_of_group(reading: Reading, phrase: Phrase) -> str:
    """Return the noun by which a source without a name may be called again («ثلاثة مصادر», «بعض السكان»)."""
    word = reading.passage.words.forms[phrase.first]
    if phrase.last - phrase.first < 2 or not (word in PARTS or word in SOME_OF):
        return stem_of(reading, phrase.first)
    noun = reading.nouns.read(phrase.first + 1)
    return (noun.head if noun is not None else None) or stem_of(reading, phrase.first + 1).removeprefix("ال")


def as_it_stands(
    reading: Reading, phrase: Phrase, span: tuple[int, int], gender: str | None, number: str | None
) -> Speaker:
    """Return the noun phrase itself, a source at `span`, as the speaker, whole."""
    noun, passage = phrase.noun, reading.passage
    styled = noun is not None and phrase.first < noun.first and noun.name_span is None
    start = noun.start if noun is not None and styled else span[0]
    span = start, span[1]
    text = passage.text[slice(*span)].strip(" \t\u00a0،,*:")
    if passage.words.forms[phrase.first].startswith("لل") and start == passage.words.starts[phrase.first] + 2:
        text = "ال" + text  # «للوزارة»
    office = _office_behind(reading, phrase) if noun is None and phrase.name is None else 0
    if office:
        text = passage.text[start : passage.words.ends[office - 1]].strip(" \t\u00a0،,*:")
    one = noun is not None and noun.number == "s" and (number is not None or noun.kind != "role")
    count = noun.number if noun is not None and not one else number  # «وفقا للخبير» has no verb
    count = "p" if are_people(passage.words.forms[phrase.first]) else count
    if count == "s" and noun is None and not reading.cast.by_word.get(phrase.first):
        count = "p" if passage.words.forms[phrase.first].endswith(_PLURAL) else None  # «أكد المشاركون»
    head, kind = None, _KINDS.get(noun.kind) if noun is not None else None
    if noun is not None:
        head = _LIKE.get(noun.head, noun.head) if noun.head else None
    elif (stem := stem_of(reading, phrase.first)).startswith("ال"):
        head = stem[2:]
    elif reading.is_group(phrase.first):
        head = _head_of_group(reading, phrase)
    called = frozenset(map(plain, passage.words.forms[phrase.first : phrase.last]))
    theirs = noun.gender if noun is not None else None
    theirs = "f" if head == "مصدر" and count == "p" else theirs  # «بحسب المصادر، …، موضحة»
    gender = "f" if theirs == "f" else gender or theirs  # «ذكر … وزارة كذا»
    return Speaker(text, None, (), gender, count, head, kind, called)


def _office_behind(reading: Reading, phrase: Phrase) -> int:
    """Return the word at which the office of a name that no list knows starts, or 0 («فلان المتحدث باسم كذا»)."""
    if reading.is_group(phrase.first):
        return 0  # «بعض الدول الصديقة»
    for at in range(phrase.first + 2, phrase.last - 1):
        noun = reading.nouns.read(at)
        if noun is not None and noun.kind == "role" and noun.article and noun.last - at > 1:
            return at
    return 0
