"""Any posts in any order and wrapping, in real oEmbed form: each is an Embed, none of its words are in the body."""

from __future__ import annotations

from htmlpages import PARAGRAPHS, body, facebook, instagram, page, tweet
from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews.errors import ReadError
from arabnews.html import read_html
from arabnews.pipeline import Pipeline

WORDS = st.lists(
    st.sampled_from(["صباح", "السد", "الخير", "اليوم", "افتتاح", "good", "water", "#سد", "& <b>", "@CityNews", "؟"]),
    min_size=2, max_size=30,
).map(" ".join)  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
NAMES = st.sampled_from(["وزارة المياه", "City News", "نادر – الصافي", "R&D (press)"])
HANDLES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{3,10}", fullmatch=True)
NUMBERS = st.integers(10**17, 10**18)
DAYS = st.sampled_from(["January 24, 2023", "٢٤ يناير، ٢٠٢٣", "24 janvier 2023"])
POSTS = st.one_of(
    st.builds(tweet, LINES, NAMES, HANDLES, NUMBERS, DAYS, lang=st.sampled_from(["ar", "en"]), video=st.booleans()),
    st.builds(instagram, WORDS, NAMES.filter(lambda name: "(" not in name), HANDLES, HANDLES.map("{}_12345".format)),
    st.builds(facebook, WORDS, NAMES, HANDLES, NUMBERS, st.just("Tuesday, January 24, 2023")),
    NUMBERS.map(lambda n: f'<iframe src="https://platform.twitter.com/embed/Tweet.html?id={n}"></iframe>'),
    st.just('<iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe>'),
    st.just('<script data-telegram-post="citynews/123" src="/w.js"></script>'),
)
WRAPS = st.sampled_from(
    ["{}", "<p>{}</p>", '<div class="embed"><div>{}</div></div>', "<figure>{}<figcaption></figcaption></figure>"]
)
PIPELINE = Pipeline(["dates", "embeds", "page"], strict=True)


@settings(max_examples=30, deadline=None)
@given(st.lists(POSTS, max_size=4), WRAPS)
def test_every_post_is_an_embed_and_none_of_it_is_body(posts: list[str], wrap: str) -> None:
    article = PIPELINE(read_html(page(body(*posts, wrap=wrap))))
    assert len(article.embeds) == len(posts)
    assert article.body == "\n".join(PARAGRAPHS)
    for embed in article.embeds:
        assert article.text[embed.span.start : embed.span.end] == embed.span.text
        assert embed.origin.plugin == "html"


@settings(max_examples=40, deadline=None)
@given(LINES, NAMES, HANDLES, NUMBERS, DAYS)
def test_fields_of_a_post_are_right(words: str, name: str, handle: str, number: int, day: str) -> None:
    article = read_html(page(body(tweet(words, name, handle, number, day))))
    (embed,) = article.embeds
    assert embed.text is not None
    assert embed.text.text == words
    assert (embed.author, embed.handle, embed.status_id) == (name, handle, str(number))
    if day != "24 janvier 2023":
        assert embed.posted is not None
        assert embed.posted.value == "2023-01-24"


SOUP = """<p> </p> <div> </div> <blockquote_class=twitter-tweet> </blockquote> <iframe_src='//t.me/a_bc/1'> <script>
    </script> <a_href='https://x.com/ab/status/12345'> </a> نص_من_كلمات. &#0; \x00 <!-- --> <br> <table><tr><td>
    <time_datetime="2023"> <meta_charset=x> ⟬1⟭ ]]> \ud800""".split()  # noqa: SIM905 - markup is read more easily without quotes


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=40).map(lambda soup: "".join(soup).replace("_", " ")))
def test_any_soup_gives_an_article_or_a_clear_error(soup: str) -> None:
    try:
        article = read_html(f"<html>{soup}{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}")
    except ReadError:
        return
    for span in (*(e.span for e in article.embeds), *(b.span for b in article.blocks)):
        assert article.text[span.start : span.end] == span.text
