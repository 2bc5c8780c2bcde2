"""Tells what the head of a source has to do with the mentions in it: whose it is, or who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews_entities.naming.nobodies import are_his
from arabnews_entities.vocabulary.wordlists import COMMON, NAMELIKE, TITLE

from .agreement import is_owned
from .extent import is_adjective
from .references import stem_of

if TYPE_CHECKING:
    from arabnews_entities import NounPhrase
    from arabnews_quotes.text.cast import Part

    from .phrases import Phrase, Reading


def has_field(reading: Reading, parts: list[Part]) -> bool:
    """Tell whether the second of two bodies, behind ل, tells which the first is («المديرية العامة للدفاع المدني»)."""
    if len(parts) != 2 or parts[1].first != parts[0].last:
        return False
    return reading.passage.words.forms[parts[1].first][0] == "ل" and parts[1].entity.type == "organization"


def is_of_name(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is an indefinite noun that no title list knows and the name it belongs to."""
    part = reading.cast.by_word.get(phrase.first + 1)
    flags = reading.nouns.words.flags[phrase.first]
    return (
        part is not None
        and part.entity.type == "person"
        and part.start == reading.passage.words.starts[part.first]
        and phrase.first not in reading.cast.by_word
        and (bool(flags & COMMON) or are_his(reading.nouns.words, phrase.first))
        and not flags & (TITLE | NAMELIKE)
        and not stem_of(reading, phrase.first).startswith("ال")
        and not is_owned(reading, phrase.first)
    )


def heads(reading: Reading, phrase: Phrase, part: Part) -> bool:
    """Tell whether a body is what a phrase names, not whom its head belongs to («الأمانة العامة لهيئة كذا»)."""
    lead = "بل" if reading.passage.words.forms[phrase.first].endswith("ون") else "ب"  # «مشجعون لنادي كذا»
    if part.start > reading.passage.words.starts[part.first] and reading.passage.words.forms[part.first][0] in lead:
        return False
    if part.first <= phrase.first + 1:
        return part.first == phrase.first or not is_adjective(reading, part.first, part)
    forms, head = reading.passage.words.forms, reading.passage.words.forms[phrase.first]
    return part.start == reading.passage.words.starts[part.first] and (
        head in reading.grammar.naming or forms[part.first - 1] in reading.grammar.naming
    )


def is_of_another(reading: Reading, noun: NounPhrase) -> bool:
    """Tell whether the name in a phrase is whom its head belongs to: «مساعدة بلينكن», «زوجة فلان»."""
    aide = noun.head in reading.grammar.aide
    bare = aide and not noun.office and noun.name_first == noun.first + 1 and not noun.article
    bare = bare and not stem_of(reading, noun.first).startswith("ال")
    named = noun.name_first > noun.first and is_owned(reading, noun.name_first - 1)
    return (noun.relation or bare) and not named
