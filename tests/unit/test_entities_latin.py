"""Names in Latin letters and authors of posts join people whom the article names in Arabic."""

from __future__ import annotations

import pytest

from arabnews.article import Embed, Entity, Mention, Span
from arabnews_entities.finding import find_all
from arabnews_entities.joining.latin import skeleton
from arabnews_entities.vocabulary.wordlists import lexis


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Michele", "ميشال"),
        ("Sisson", "سيسون"),
        ("Thomas", "توماس"),
        ("Smith", "سميث"),
        ("Khaled", "خالد"),
        ("George", "جورج"),
        ("Zidane", "زيدان"),
        ("Jeffrey", "جيفري"),
        ("Catherine", "كاثرين"),
    ],
)
def test_skeletons_agree(latin: str, arabic: str) -> None:
    assert skeleton(latin) == skeleton(arabic)


def people(text: str, prose: str, *embeds: Embed) -> dict[str, list[str]]:
    found = find_all(text, prose, lexis(), embeds)
    return {e.name: [m.span.text for m in e.mentions] for e in found if e.type == "person"}


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("Ambassador Salma Hartley", "Salma Hartley"),
        ("سلمى هارتلي", "سلمى هارتلي"),
        ("Karim Haddad", None),
        ("هارتلي", None),
    ],
)
def test_people_are_known_as_authors_of_posts(author: str, named: str | None) -> None:
    prose = "قالت السفيرة سلمى هارتلي إن العمل مستمر. "
    text = f"{prose}{author} @someone كلام"
    post = Embed("x", Span.cut(text, len(prose), len(text)), author=author)
    expected = ["سلمى هارتلي", *([named] if named else [])]
    assert people(text, prose + " " * (len(text) - len(prose)), post) == {"سلمى هارتلي": expected}


def test_a_name_that_two_have_is_nobodys() -> None:
    text = "قال نادر الحداد إنه باق. وقال نذير الحداد إنه راحل. وفي المقال اسم Nadir Alhaddad."
    assert people(text, text) == {"نادر الحداد": ["نادر الحداد"], "نذير الحداد": ["نذير الحداد"]}


def test_an_entity_acts_where_one_of_its_mentions_does() -> None:
    span = Span(0, 6, "واشنطن")
    assert Entity(type="location", name="واشنطن", mentions=[Mention(span, acts=True)]).acts
    assert not Entity(type="location", name="واشنطن", mentions=[Mention(span)]).acts
