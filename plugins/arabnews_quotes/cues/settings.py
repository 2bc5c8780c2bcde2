"""Finds the noun of content, or the subject, behind what tells when, where or through what someone spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NISBA, TITLE
from arabnews_quotes.nouns.agents import has_masdar_shape, is_construct
from arabnews_quotes.nouns.noun_starts import POINTING, starts_noun
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .asides import past_asides

if TYPE_CHECKING:
    from collections.abc import Collection

    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_LONGEST: Final = 12
"""A setting has no more words than this."""
_NAME: Final = 5
"""A name in marks inside a setting has no more words than this."""
_OPENERS: Final = frozenset(
    {"خلال", "عبر", "عقب", "بعد", "قبل", "قبيل", "بعيد", "اثناء", "لدي", "امام", "بمناسبه", "بهذه", "بهذا", "حول"}
    | {"في", "من", "مع", "علي", "عن", "ضمن", "لدى", "ردا", "تعقيبا", "تعليقا"}
)
"""How a setting begins («خلال اللقاء», «عبر حسابه», «ردا على سؤال»)."""
_FIXED: Final = {
    "علي": frozenset({"هامش", "صفحته", "صفحتها", "حسابه", "حسابها", "حساباته", "حساباتها", "موقعه", "موقعها"}),
    "عن": frozenset({"طريق"}),
    "من": frozenset({"خلال", "علي", "جهته", "جهتها", "جانبه", "جانبها", "ناحيته", "ناحيتها"}),
}
"""Settings that begin as the frame of a verb does («أكد على هامش اللقاء ضرورة …»)."""
_SPEAKERS: Final = frozenset({"person", "role"})
_PLACES: Final = 3
"""So many times and places stand between a verb and its subject at the most."""
_AT: Final = frozenset({"في", "من"})
_DURING: Final = frozenset({"خلال", "بعد", "عقب", "قبل", "قبيل", "اثناء", "في"})
"""A definite noun behind one of these tells when or where, and what follows is no part of it."""
_OWN: Final = ("ه", "ها", "هم", "هما", "هن")


def noun_behind_setting(reading: Reading, start: int, limit: int, prepositions: Collection[str]) -> int | None:
    """Return the noun of content behind a setting at word `start`, or None («أكد فلان خلال اللقاء | ضرورة …»).

    A setting is closed by a definite word, a name or an adjective; an indefinite noun behind these belongs to neither,
    so it is the verb's object. `prepositions` are those of the verb's own frames: they open no setting, unless a fixed
    one follows («على هامش اللقاء»).
    """
    passage = reading.passage
    forms = passage.words.forms
    high = min(start + _LONGEST, passage.hi)
    if start + 2 >= high or not reading.is_plain(start) or not _setting_begins(reading, start, prepositions):
        return None
    named = 0
    for at in range(start + 1, high):
        word = forms[at]
        if passage.words.starts[at] >= limit or word in THAT or word in BI_THAT or word in reading.grammar.relative:
            return None
        if at >= named and not reading.is_plain(at):
            quotation = passage.opening_in(passage.words.ends[at - 1], passage.words.starts[at])
            named = passage.word_at(quotation.end) if quotation is not None and not quotation.unclosed else at
            if not at < named <= at + _NAME:
                return at if named and at == named and is_content(reading, at, limit) else None
        if at < named:
            continue
        found = reading.signs.cues.get(at)
        if found is not None and "masdar" not in found.kinds and not is_definite(word):
            return None
        if (at == named or _closes(reading, at - 1, word)) and is_content(reading, at, limit):
            return at
    return None


def subject_behind_setting(reading: Reading, cue: CueForm, start: int, prepositions: Collection[str]) -> Phrase | None:
    """Return the subject behind when and where at word `start` («أكد اليوم بالقاهرة | وزير المياه فلان أن»), or None.

    Behind other settings the person is whom they tell of («أضاف بعد لقائه الرئيس فلان أن»), unless a definite noun
    closes them («قال خلال الاجتماع | وزير المياه إن»).
    """
    by_word, forms = reading.cast.by_word, reading.passage.words.forms
    at = start
    for _ in range(_PLACES):
        behind = past_asides(reading, at)
        if behind < reading.passage.hi and forms[behind] in _AT and forms[behind] not in prepositions:
            part = by_word.get(behind + 1)
            if (
                part is not None
                and part.entity.type == "location"
                and part.start == reading.passage.words.starts[part.first]
            ):
                behind = part.last  # «قال من عمّان مدير كذا»
        part = by_word.get(behind)
        if part is not None and part.entity.type == "location" and reading.is_governed(behind, "ب"):
            behind = part.last
        behind = _past_closed(reading, behind)
        if behind == at:
            break
        at = behind
    return _subject(reading, cue, at, prepositions) if at > start else None


def _past_closed(reading: Reading, at: int) -> int:
    """Return the word behind a preposition and a definite noun, alone or with its adjective, or `at`."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if at + 2 >= hi or forms[at] not in _DURING or not reading.is_plain(at) or at + 1 in reading.cast.by_word:
        return at
    if reading.nouns.words.flags[at + 1] & TITLE:
        return at  # «بعد الدكتور فلان»
    behind = at + 1
    while behind < min(hi, at + _PLACES) and reading.is_plain(behind) and forms[behind].startswith("ال"):
        behind += 1
    return behind if behind > at + 1 and behind < hi and not forms[behind].startswith("ال") else at


def _subject(reading: Reading, cue: CueForm, at: int, prepositions: Collection[str]) -> Phrase | None:
    """Return the person or office at word `at`, if what somebody said follows it.

    A preposition, a complementiser or a colon shows that it does; else a verb does that takes no addressee.
    """
    hi, passage = reading.passage.hi, reading.passage
    if (
        at >= hi
        or passage.words.forms[at - 1] in POINTING
        or not (reading.is_plain(at) or passage.gap_before(at).strip() in COMMAS)
    ):
        return None
    phrase = reading.phrase(at)
    if phrase is None or phrase.last >= hi or not _can_be_subject(reading, cue, phrase):
        return None
    behind = phrase.last
    word = passage.words.forms[behind]
    alone = "OBJ" not in cue.frames and not any(frame.startswith("TWO") for frame in cue.frames)
    if word in THAT or word in BI_THAT or ":" in passage.gap_before(behind):
        return phrase
    if word in prepositions or passage.opening_in(passage.words.ends[behind - 1], passage.words.starts[behind]):
        return phrase
    if alone and any(len(letter) == 1 and reading.is_governed(behind, letter) for letter in prepositions):
        return phrase
    return phrase if alone and "NP" in cue.frames and starts_noun(reading, behind, passage.end) else None


def _can_be_subject(reading: Reading, cue: CueForm, phrase: Phrase) -> bool:
    """Tell whether a phrase behind a setting is a person, an office, a body that agrees with the verb, or a group."""
    noun, first = phrase.noun, phrase.first
    if noun is None:
        voice = reading.passage.words.forms[first] in reading.grammar.voices
        return voice or reading.is_group(first) or reading.are_many(first)
    if noun.start != reading.passage.words.starts[first] or not noun.definite:
        return False
    return noun.kind in _SPEAKERS or (noun.kind == "organization" and cue.gender == noun.gender)


def _setting_begins(reading: Reading, at: int, prepositions: Collection[str]) -> bool:
    """Tell whether a setting begins at a word that is no preposition of the verb itself."""
    forms = reading.passage.words.forms
    word = forms[at]
    if word in prepositions:
        return forms[at + 1] in _FIXED.get(word, ())
    if word in _OPENERS:
        return True
    told = word.startswith("ل") and bool(reading.nouns.words.words[at].peel)  # «للصحفيين», «لوكالة كذا»
    return told and (word.startswith("لل") or at in reading.cast.by_word or forms[at][1:] in reading.grammar.naming)


def _closes(reading: Reading, at: int, following: str) -> bool:
    """Tell whether a setting may end with a word: it is definite, a name, a date or an adjective."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if word in grammar.preposition or word in _OPENERS:
        return False
    part = reading.cast.by_word.get(at)
    if is_definite(word) or (part is not None and part.last == at + 1) or at in reading.cast.dates:
        return True
    if word.endswith(_OWN) and reading.passage.text[reading.passage.words.ends[at] - 1] != "ة":
        # «لدى استقباله الوفد»: what follows may be whom he received
        return not reading.is_masdar(word) and (following in grammar.theme or following in grammar.feeling)
    return bool(reading.nouns.words.flags[at] & NISBA) or (word in grammar.occasion and following in grammar.feeling)


def is_content(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a noun that nothing before governs begins what was said."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if not starts_noun(reading, at, limit) or (word[0] == "و" and reading.nouns.words.words[at].peel):
        return False
    led = at + 1 < reading.passage.hi and reading.is_plain(at + 1) and starts_noun(reading, at + 1, limit)
    shaped = led and has_masdar_shape(word)  # «إطلاق خطة جديدة»
    return shaped or word in grammar.theme or word in grammar.feeling or is_construct(reading, at)
