"""Comparison forms, the way back to offsets, and the token table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabnews.fold import fold, level, respell, strip, tokens
from arabnews.letters import COMMON
from arabnews.wordscan import _split_any, split_words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أحمد", "احمد"),
        ("إسلام", "اسلام"),
        ("مصطفى", "مصطفي"),
        ("مؤتمر", "موتمر"),
        ("رئيس", "رييس"),
        ("القاهرة", "القاهره"),
        ("الخارجیة", "الخارجية"),
        ("کتاب", "كتاب"),
        ("مُحَمَّد", "محمد"),
        ("العـــراق", "العراق"),
        ("١٥/۰٣/٢٠٢٤", "15/03/2024"),
        ("سمير\u00a0حداد", "سمير  حداد"),
        ("\u200fسمير\u200e", "سمير"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("Smith", "SMITH"),
    ],
)
def test_variants_of_one_word_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), [("حسن", "حسين"), ("قال", "قالت"), ("سد", "صد")])
def test_other_words_do_not(left: str, right: str) -> None:
    assert fold(left) != fold(right)


def test_levelling_is_one_for_one() -> None:
    text = "أَكَّدَ٪ ١٬٥ ى\u00a0ـ"
    assert len(level(text)) == len(text)
    assert level("plain") == "plain"


def test_respelling_is_one_for_one_and_keeps_what_arabic_keeps_apart() -> None:
    text = "علی\u00a0کتب أإآى ة ؤئ ١"
    assert respell(text) == "علي كتب أإآى ة ؤئ ١"
    assert respell("قال") is respell("قال")
    assert tokens(text).text == respell(text)
    assert tokens(text).starts == tokens(respell(text)).starts


def test_signs_that_an_encoding_lost_are_read_again() -> None:
    assert respell("ارتفع السعر 8? في آذار، و3? في نيسان") == "ارتفع السعر 8% في آذار، و3% في نيسان"
    lost = "قال المدير? في كلمة له? إن السد امتلأ? وأضاف? أمس? أن الري بدأ"
    assert respell(lost) == lost.replace("?", "،")
    questions = "هل امتلأ السد? نعم، امتلأ، وبدأ الري. هل يكفي? لا، لن يكفي."
    assert respell(questions) == questions
    assert respell("هل فاز عام 2012?") == "هل فاز عام 2012?"
    assert respell("هل هي 8? أم 9؟") == "هل هي 8? أم 9؟"


def test_stripping_leads_back() -> None:
    text = "أكـَّد المسؤو\u200fل"
    stripped = strip(text)
    assert stripped.text == "اكد المسوول"
    start = stripped.text.index("المسوول")
    assert text[slice(*stripped.back(start, start + 7))] == "المسؤو\u200fل"
    assert text[slice(*stripped.back(0, 2))] == "أكـَّ"
    assert stripped.forward(len(text)) == len(stripped.text)
    assert stripped.back(3, 3) == (stripped.back(3, 4)[0],) * 2


def test_tokens_carry_their_marks() -> None:
    text = "قالَت: «الخـبر» #وسم_أول 15م İx"
    table = tokens(text)
    assert [text[s:e] for s, e in zip(table.starts, table.ends, strict=True)] == [
        "قالَت", "الخـبر", "وسم", "أول", "15م", "İx",
    ]  # fmt: skip
    assert table.forms[:4] == ("قالت", "الخبر", "وسم", "اول")
    assert table.gap(0) == ": «"
    assert table.gap(5) == ""
    assert list(table.within(0, 15)) == [0, 1]
    assert table.at(0) == 0
    assert table.at(5) == 1
    assert len(table) == 6


def test_common_characters_fit_one_byte() -> None:
    assert len(set(COMMON)) == len(COMMON) <= 256


@given(st.text(COMMON) | st.text("ابة ـ\u064b\u0651\u200f\ufeff.\n_A5٣"))
def test_words_at_one_byte_a_character_are_those_of_any_text(text: str) -> None:
    assert split_words(text) == _split_any(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ـ كتاب", ["كتاب"]),
        ("\u064bكتاب", ["كتاب"]),
        ("كتابٌ\u200f، قلم\u200f\u064b", ["كتابٌ", "قلم"]),
        ("كت\u200fاب", ["كت\u200fاب"]),
        ("2011ـ 2012", ["2011ـ", "2012"]),
        ("سنة ☃ 2012", ["سنة", "2012"]),
        ("كتاب\r\n\u2028قلم", ["كتاب", "قلم"]),
        ("الهلال اﻷخضر", ["الهلال", "اﻷخضر"]),
        ("ﻗﺎل ﺍلسائق", ["ﻗﺎل", "ﺍلسائق"]),
        ("", []),
    ],
)
def test_marks_at_the_edge_of_words(text: str, words: list[str]) -> None:
    starts, ends, forms = split_words(text)
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == words
    assert list(forms) == [fold(word) for word in words]
