"""The word lists: compiled with and without a pipeline, and what a word may be by the letters as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from arabnews import Pipeline
from arabnews.errors import LexiconError
from arabnews.fold import fold
from arabnews.lexicon import Lexicon, shared
from arabnews_entities import lexis, read_noun_phrase, read_words
from arabnews_entities.vocabulary.wordforms import TELLING
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    GIVEN,
    NAMELIKE,
    OWN,
    PARTICLE,
    PLACE,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews.hookspecs import Context


class Without:
    """A context of a pipeline that this plugin is no part of: it knows the shared lexicons alone."""

    options = None

    def lexicon(self, name: str) -> Lexicon:
        return shared(name)


def without() -> Context:
    context: Context = Without()
    return context


def test_own_lists_are_read_where_the_pipeline_does_not_have_them() -> None:
    with pytest.raises(LexiconError):
        shared(OWN[0])
    assert lexis(without()).word(fold("سلمى")).flags & GIVEN


def test_statements_are_found_without_the_plugin() -> None:
    article = Pipeline(["dates", "quotes"])("قال الوزير سامي العلي إن السد امتلأ.")
    assert not article.problems
    assert not article.entities
    assert article.statements


@pytest.mark.parametrize(
    ("text", "index", "flag", "expected"),
    [
        ("صالح الوهيبي إيجازاً", 2, NAMELIKE | WEAK, False),  # an indefinite accusative
        ("وإلى إلياس الخوري", 1, GIVEN, True),  # the hamza tells that no article is there
        ("شدد على الأمر", 1, PARTICLE, True),
        ("على الأمر علي العمر", 2, GIVEN, True),
        ("شدد علي ضرورة وعاد إلي بيته علي عجل ", 1, GIVEN, False),  # the Egyptian spelling of على
        ("محمود المصرى فى القاهرة", 1, WEAK, True),
        ("زار جدّه أمس", 1, TITLE, False),
        ("وصل إلى جدة", 2, PLACE, True),
    ],
)
def test_letters_as_written_have_a_say(text: str, index: int, flag: int, expected: bool) -> None:  # noqa: FBT001 - a row of a table
    assert bool(read_words(text, lexis()).flags[index] & flag) is expected


def test_a_possessive_is_no_place() -> None:
    words = read_words("زار جدّه أمس", lexis())
    assert words.place(1) is None
    assert read_words("زار جدة أمس", lexis()).place(1) is not None


def test_the_memory_of_words_is_bounded_and_changes_nothing() -> None:
    lists = lexis()
    before = lists.word("سلمي")
    for number in range(70_000):
        lists.word(f"كلمه{number}")
    assert lists.word("سلمي") == before
    assert len(lists.known) <= 60_000


def test_positions_are_the_same_however_many_words_are_asked() -> None:
    text = " ".join(f"{word} كرة" for word in ("باب", "نافذة", "جدار") * 9)
    first, second = read_words(text, lexis()), read_words(text, lexis())
    early = first.positions("كره")
    for form in [*second.table.forms][:20]:
        second.positions(form)
    assert list(second.positions("كره")) == list(early)
    assert len(early) == 8
    assert list(first.positions("غائب")) == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "رئيس قسم القلب في مستشفى النور الدكتور سامي الحداد إن",
            "سامي الحداد",
            "رئيس قسم القلب في مستشفى النور الدكتور",
        ),
        ("أستاذ العلوم السياسية بجامعة القاهرة الدكتور حسن نافع إن", "حسن نافع", None),
        ("النائب عن كتلة المستقبل عمار حوري أن", "عمار حوري", "النائب عن كتلة المستقبل"),
        ("الوزير المكلف بالعلاقات مع البرلمان كمال الرامي إن", "كمال الرامي", "الوزير المكلف بالعلاقات مع البرلمان"),
        ("المشرف العام على الفريق الأول منصور البلوي أن", "منصور البلوي", "المشرف العام على الفريق الأول"),
        ("حارس مرمى المنتخب ياسين العمر أن", "ياسين العمر", "حارس مرمى المنتخب"),
        ("ولي العهد الأمير محمد بن سلمان أن", "محمد بن سلمان", "ولي العهد الأمير"),
        ("المفتي العام للمملكة الشيخ عبد العزيز آل الشيخ أن", "عبد العزيز آل الشيخ", None),
        ("الأب بولس نصر أن", "بولس نصر", "الأب"),
        ("معاون مدير التربية حسن عواد أن", "حسن عواد", "معاون مدير التربية"),
        ("المدرب الروماني زرفانوف أن", "زرفانوف", "المدرب الروماني"),
    ],
)
def test_roles_end_where_the_name_begins(text: str, name: str, role: str | None) -> None:
    phrase = read_noun_phrase(read_words(text, lexis()), 0)
    assert phrase is not None
    assert phrase.name_span is not None
    assert text[slice(*phrase.name_span)] == name
    if role is not None:
        assert phrase.role_span is not None
        assert text[slice(*phrase.role_span)] == role


def test_an_ordinary_word_is_marked_as_one() -> None:
    assert lexis().word(fold("ضرورة")).flags & COMMON
    assert not lexis().word(fold("ضرورة")).sorts & TELLING
