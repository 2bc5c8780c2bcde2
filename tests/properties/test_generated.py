"""The bundled plugins on generated news: what `check_plugin` checks, and what the truth says."""

from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from arabnews import Article, Pipeline
from arabnews.plugins import BUNDLED
from arabnews.testing import DateExpression, NewsArticle, check_article, check_plugin, dates, generate, news_articles

PIPELINE = Pipeline(BUNDLED)
ARTICLES = 20_000 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 2_000


def test_the_bundled_plugins_pass_the_checks_that_authors_run() -> None:  # 1, 3 to 7, 9
    # growth is looked at by test_growth.py; a seed of its own, so that fuzzing sees other articles than the table does
    report = check_plugin(*BUNDLED, articles=ARTICLES, seed=2024, growth=False, patience=60)
    assert report.texts == ARTICLES + ARTICLES // 4
    for hook in ("embeds.find_embeds", "page.find_blocks", "dates.find_dates", "quotes.find_statements"):
        assert report.found[hook] > ARTICLES // 4, str(report)


@given(news_articles())
def test_the_truth_is_an_article_like_any_other(news: NewsArticle) -> None:
    check_article(news.truth, news.text)
    assert {item.origin.plugin for item in news.truth.statements} == {"grammar"}


@given(news_articles())
def test_news_is_parsed_without_problems(news: NewsArticle) -> None:
    article = PIPELINE(news.text, news.published)
    check_article(article, news.text)
    assert article.problems == ()


OTHER_KEYBOARDS = ({"ي": "ی"}, {"ك": "ک"}, {" ": "\u00a0"}, {" ": "\u2009"}, {"ي": "ی", "ك": "ک", " ": "\u00a0"})


@given(news_articles(), st.sampled_from(OTHER_KEYBOARDS))
def test_letters_and_spaces_of_other_keyboards_change_no_fact(news: NewsArticle, letters: dict[str, str]) -> None:
    plain = PIPELINE(news.text, news.published)
    other = PIPELINE("".join(letters.get(letter, letter) for letter in news.text), news.published)
    assert _places(other) == _places(plain)


def _places(article: Article) -> list[tuple[object, ...]]:
    places: list[tuple[object, ...]] = [(b.kind, b.span.start, b.span.end) for b in article.blocks]
    places += [(e.platform, e.span.start, e.span.end, e.likes) for e in article.embeds]
    places += [(d.value, d.span.start, d.span.end) for d in article.dates if d.span is not None]
    places += [(e.id, m.form, m.span.start, m.span.end) for e in article.entities for m in e.mentions]
    places += [
        (
            s.entity,
            s.channel,
            s.type,
            *((c.start, c.end) for c in s.content),
            s.source and (s.source.start, s.source.end),
        )
        for s in article.statements
    ]
    return places


@given(dates())
def test_a_date_is_read_wherever_it_stands(date: DateExpression) -> None:
    """What is told of one expression holds at the beginning of a text, and of a paragraph."""
    alone = PIPELINE(f"افتتح المعرض {date.text}.", date.published).dates
    below = PIPELINE(f"لا شيء هنا.\n\nافتتح المعرض {date.text}.", date.published).dates
    assert [(d.value, d.grain) for d in alone] == [(d.value, d.grain) for d in below]


@given(st.integers(0, 2**32))
def test_a_seed_is_an_article(seed: int) -> None:
    first, second = next(generate(seed)), next(generate(seed))
    assert first == second
    check_article(first.truth, first.text)
