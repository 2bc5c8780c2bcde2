"""The table of cue forms: what is made of the principal parts, and how a word is looked up."""

from __future__ import annotations

import re
import unicodedata

import pytest

from arabnews.cues import CueForm, cue_table
from arabnews.fold import fold
from arabnews.lexicon import Lexicon, shared

LEXICON = shared("cues")
TABLE = LEXICON.once(cue_table)
FRAMES = {
    "أن", "بأن", "على أن", "إلى أن", "عن أن", "من أن", "في أن",
    "على", "إلى", "عن", "حول", "من", "في", "ب", "ل", ":", "«»", "NP", "NP!", "NP من", "هل؟", "OBJ",
    "TWO", "TWO!", "TWO ب", "TWO إلى",
}  # fmt: skip


def forms(word: str) -> tuple[CueForm, ...]:
    reading = TABLE.lookup(fold(word))
    return reading.forms if reading else ()


def test_entries_are_unique_after_fold() -> None:
    keys = [(fold(e["lemma"]), e["class"]) for e in LEXICON.entries]
    assert len(keys) == len(set(keys))


def test_entries_are_plain_nfc_arabic() -> None:
    for entry in LEXICON.entries:
        for column in ("lemma", "past_3ms", "past_3fs", "pres_3ms", "participle", "masdar"):
            value = entry.get(column, "")
            assert value == unicodedata.normalize("NFC", value)
            assert re.fullmatch("[\u0621-\u063a\u0641-\u064a |]*", value), value


def test_every_entry_has_class_strength_and_known_frames() -> None:
    for entry in LEXICON.entries:
        assert entry["strength"] in {"A", "B", "C"}
        assert entry["class"].isascii()
        assert set(entry["frames"].split("|")) <= FRAMES, entry["lemma"]


@pytest.mark.parametrize(
    ("word", "kind", "gender", "number"),
    [
        ("قال", "past", "m", "s"),
        ("قالت", "past", "f", "s"),
        ("قالا", "past", "m", "d"),
        ("قالتا", "past", "f", "d"),
        ("قالوا", "past", "m", "p"),
        ("قلن", "past", "f", "p"),
        ("أضفن", "past", "f", "p"),
        ("نفوا", "past", "m", "p"),
        ("يقول", "present", "m", "s"),
        ("تقول", "present", "f", "s"),
        ("يؤكدون", "present", "m", "p"),
        ("ينفون", "present", "m", "p"),
        ("يؤكدان", "present", "m", "d"),
        ("مؤكدًا", "participle", "m", "s"),
        ("مؤكدة", "participle", "f", "s"),
        ("مؤكدين", "participle", "m", "p"),
        ("داعين", "participle", "m", "p"),
        ("مشيرات", "participle", "f", "p"),
    ],
)
def test_forms_follow_from_principal_parts(word: str, kind: str, gender: str, number: str) -> None:
    assert (kind, gender, number) in {(f.kind, f.gender, f.number) for f in forms(word)}


@pytest.mark.parametrize(
    ("word", "lemma", "pronoun"),
    [
        ("قوله", "قال", "ه"),
        ("إشارتها", "اشار", "ها"),
        ("أعلنه", "اعلن", "ه"),
        ("نفاه", "نفي", "ه"),
        ("أبلغوهم", "ابلغ", "هم"),
    ],
)
def test_pronouns_are_read_off(word: str, lemma: str, pronoun: str) -> None:
    assert (lemma, pronoun) in {(f.lemma, f.pronoun) for f in forms(word)}


@pytest.mark.parametrize(
    ("word", "proclitics"), [("وأضاف", "و"), ("فقالت", "ف"), ("ليضيف", "ل"), ("وبقوله", "وب"), ("وعد", "")]
)
def test_proclitics_are_taken_off_only_where_the_word_needs_it(word: str, proclitics: str) -> None:
    reading = TABLE.lookup(fold(word))
    assert reading is not None
    assert reading.proclitics == proclitics


@pytest.mark.parametrize("word", ["", "و", "ل", "لم", "المتحدث", "متحدث", "مجددا", "للقال", "سيقول", "أقول", "يقال"])
def test_other_words_are_no_cues(word: str) -> None:
    assert TABLE.lookup(fold(word)) is None


def test_only_verbs_have_a_person() -> None:
    assert {f.person for f in forms("قالت")} == {3}
    assert {f.person for f in forms("قوله")} == {None}


def test_a_lexicon_of_a_plugin_extends_the_table() -> None:
    entry = {"lemma": "لمح", "past_3ms": "لمح", "frames": "إلى", "class": "indicate", "strength": "B"}
    table = cue_table(Lexicon("cues", (*LEXICON.entries, entry)))
    assert any(f.lemma == "لمح" for f in table.forms["لمح"])
