"""People of the prose are found in the page's furniture too; nobody is known from furniture alone."""

from __future__ import annotations

from arabnews import Article, Block, Entity, Mention, Pipeline, Span, parse
from arabnews.hookspecs import hookimpl

HEAD = "قالت وزيرة المياه سلمى الجريدي إن السدود امتلأت.\n"
TAGS = "كلمات مفتاحية: الجريدي، السدود، هاني البسيوني"


def _article() -> Article:
    text = HEAD + TAGS
    return Article(text, blocks=[Block("keywords", Span.cut(text, len(HEAD), len(text)))])


def test_known_people_are_found_among_keywords() -> None:
    article = Pipeline.default()(_article())
    (minister,) = [e for e in article.entities if e.type == "person"]
    assert [m.span.text for m in minister.mentions] == ["سلمى الجريدي", "الجريدي"]
    assert minister.mentions[1].span.start > len(HEAD)
    assert minister.aliases == ("الجريدي",)


def test_what_furniture_names_is_spoken_of_in_no_statement() -> None:
    article = Pipeline.default()(_article())
    (statement,) = article.statements
    assert article.about(statement) == ()


class _FromFurniture:
    """A plugin that names whom only the keywords name, and whom the prose names too."""

    @hookimpl
    def find_entities(self, article: Article) -> list[Entity]:
        made = []
        for name, shown in (("هاني البسيوني", False), ("السدود", True)):
            starts = [article.text.index(name)] + ([article.text.rindex(name)] if shown else [])
            mentions = [Mention(Span(at, at + len(name), name)) for at in starts]
            made.append(Entity(type="organization", name=name, mentions=mentions))
        return made


def test_nobody_is_known_from_furniture_alone() -> None:
    article = Pipeline([_FromFurniture()])(_article())
    assert [(e.name, len(e.mentions)) for e in article.entities] == [("السدود", 2)]


def test_words_of_a_post_are_no_mention() -> None:
    post = "سلمى الجريدي (@salma_j) 14 مايو 2024\nالجريدي تفتتح سدا pic.twitter.com/aaaaaaaaaa\n"
    article = parse(HEAD + post)
    for embed in article.embeds:
        inside = [m.span.text for e in article.entities for m in e.mentions if embed.span.holds(m.span)]
        assert all(name in (embed.author or "") for name in inside)
