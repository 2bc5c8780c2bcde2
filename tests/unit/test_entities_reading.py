"""What other plugins read through: noun phrases, their people, and the spelling of names."""

from __future__ import annotations

import sys

import pytest
from attrs import evolve

import arabnews
from arabnews.article import Article, Entity, Mention, Role, Span
from arabnews_entities import gender_of, lexis, phrase_reader, read_noun_phrase, read_words
from arabnews_entities.joining.variants import fits_mixed, same_spelling


@pytest.mark.parametrize(
    ("text", "kind", "head", "gender", "country", "status"),
    [
        ("وزيرة المياه الأردنية السابقة سلمى الجريدي إن", "person", "وزير", "f", "JO", "former"),
        ("المتحدثة أن", "role", "متحدث", "f", None, None),
        ("مصادر أمنية إن", "collective", "مصدر", "m", None, None),
        ("بيان الوزارة إن", "document", "بيان", "m", None, None),
        ("وزارة الزراعة أن", "organization", "وزاره", "f", None, None),
        ("مسؤول أمريكي إن", "role", "مسوول", "m", "US", None),
        ("سلمى الجريدي، مديرة المركز، إن", "person", "مدير", "f", None, None),
    ],
)
def test_phrases(  # noqa: PLR0913, PLR0917 - a row of a table
    text: str, kind: str, head: str, gender: str, country: str | None, status: str | None
) -> None:
    phrase = read_noun_phrase(read_words(text, lexis()), 0)
    assert phrase is not None
    assert (phrase.kind, phrase.head, phrase.gender, phrase.country, phrase.status) == (
        kind,
        head,
        gender,
        country,
        status,
    )


@pytest.mark.parametrize("text", ["في", "قال", "٣", ""])
def test_no_phrase(text: str) -> None:
    assert read_noun_phrase(read_words(text, lexis()), 0) is None


def test_reader_knows_the_people_of_the_article() -> None:
    article = arabnews.parse("قال الوزير سامي زنكلاوي إنه باق. وأكد زنكلاوي موقفه.")
    reader = phrase_reader(article)
    index = reader.words.table.at(article.text.rindex("زنكلاوي"))
    phrase = reader.read(index)
    assert phrase is not None
    entity = reader.entity(phrase)
    assert entity is not None
    assert entity.name == "سامي زنكلاوي"
    assert gender_of(entity) == "m"


def test_marks_on_letters_stay_inside_the_span() -> None:
    text = "قال الوزيرُ مُحَمَّدٌ الجريدي إنه وصل"
    [entity] = [e for e in arabnews.parse(text).entities if e.type == "person"]
    assert [m.span.text for m in entity.mentions] == ["مُحَمَّدٌ الجريدي"]


def test_gender_is_unknown_without_roles() -> None:
    someone = Entity(type="person", name="سلمى", mentions=(Mention(Span(0, 4, "سلمى")),))
    assert gender_of(someone) is None
    assert gender_of(evolve(someone, roles=(Role("كذا"),))) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("اشكنازي", "اسكنازي", True),
        ("سيسون", "سنسون", True),
        ("نتنياهو", "نتانياهو", True),
        ("كريم", "سليم", False),
    ],
)
def test_spellings(a: str, b: str, same: bool) -> None:  # noqa: FBT001 - a row of a table
    assert same_spelling(a, b, both_listed=False, both_given=False) is same


def test_given_names_never_merge() -> None:
    assert not same_spelling("محمد", "محمود", both_listed=True, both_given=True)


def test_mixed_scripts() -> None:
    assert fits_mixed("بلين肯", "بلينكن")
    assert not fits_mixed("肯", "بلينكن")
    assert not fits_mixed("بلين肯", "بليغ")


def test_reader_of_bare_text() -> None:
    assert phrase_reader(Article("")).read(0) is None


def test_nothing_is_compiled_at_import() -> None:
    assert "arabnews_entities" in sys.modules
    from arabnews_entities.vocabulary import wordlists

    assert wordlists._compile.cache_info().maxsize == 4
