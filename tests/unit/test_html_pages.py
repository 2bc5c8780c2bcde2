"""Pages of HTML: what the markup tells, what becomes text, what is refused."""

from __future__ import annotations

import sys

import pytest
from htmlpages import HEADLINE, LD, PARAGRAPHS, body, facebook, instagram, page, tweet

import arabnews
from arabnews import Article, ReadError, from_html
from arabnews.html import read_html

TWEET = tweet(
    "نبدأ العمل غدا في #سد_النخلة\nشكرا لكم", "وزارة المياه", "WaterMin", 1617788990011223344, "٢٤ يناير، ٢٠٢٣"
)


def spread(text: str) -> str:
    return text.replace("\n\n", "\n")


def test_facts_of_json_ld_that_have_no_place_in_the_text_are_metadata() -> None:
    article = read_html(page(body()), "https://paper.example/1")
    assert dict(article.metadata) == {
        "url": "https://paper.example/1",
        "site_name": "جريدة المدينة",
        "authors": ("سامي الحداد",),
        "published": "2023-01-24T10:00:00+01:00",
        "modified": "2023-01-24T11:30:00Z",
        "image": "https://paper.example/dam.jpg",
        "section": "محليات",
        "keywords": ("سد", "مياه"),
        "language": "ar",
    }
    assert article.published is not None
    assert (article.published.value, article.published.origin.plugin) == ("2023-01-24T10:00+01:00", "html")
    assert (article.headline, article.section, article.outlet) == (HEADLINE, "محليات", "جريدة المدينة")
    assert (article.authors, article.keywords) == (("سامي الحداد",), ("سد", "مياه"))


def test_open_graph_serves_where_json_ld_is_missing_or_broken() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>'
        f'<meta property="og:title" content="{HEADLINE} | جريدة المدينة">'
        '<meta property="og:site_name" content="جريدة المدينة">'
        '<meta property="article:published_time" content="2023-01-24"><meta property="article:tag" content="سد">'
        '<meta property="article:tag" content="مياه"><meta property="article:section" content="محليات">'
        '<meta name="author" content="سامي الحداد"><link rel="canonical" href="https://paper.example/1">'
    )
    article = read_html(page(body(), head=head))
    assert article.headline == HEADLINE
    assert article.published is not None
    assert article.published.value == "2023-01-24"
    assert article.metadata["keywords"] == ("سد", "مياه")
    assert article.metadata["url"] == article.metadata["canonical"] == "https://paper.example/1"
    assert article.authors == ("سامي الحداد",)


def test_the_time_element_dates_a_page_that_says_nothing_else() -> None:
    html = page(f'<time datetime="2023-01-24T08:00:00+03:00">الثلاثاء</time>{body()}', head="")
    article = read_html(html)
    assert article.published is not None
    assert article.published.value == "2023-01-24T08:00+03:00"


def test_text_is_headline_and_paragraphs() -> None:
    article = from_html(page(body()))
    assert spread(article.text) == "\n".join([HEADLINE, *PARAGRAPHS])
    assert article.body == "\n".join(PARAGRAPHS)


def test_headings_inside_are_subheadlines() -> None:
    html = page(f"<p>{PARAGRAPHS[0]}</p><h2>ماذا قال الأهالي؟</h2><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>")
    article = from_html(html)
    assert article.subheadline == "ماذا قال الأهالي؟"
    assert article.body == "\n".join(PARAGRAPHS[:3])


@pytest.mark.parametrize(
    "wrap",
    [
        "{}",
        "<p>{}</p>",
        '<div class="social-embed twitter">{}</div>',
        '<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">{}</div></figure>',
        '<aside class="embed">{}</aside>',
    ],
)
def test_posts_stand_at_their_places_whatever_surrounds_them(wrap: str) -> None:
    posts = (
        TWEET,
        instagram("صباح الخير من السد", "City News", "citynews", "CaBcDeFgHiJ"),
        facebook("افتتاح السد اليوم", "City News", "citynews", 10158012345678901, "Tuesday, January 24, 2023"),
    )
    article = from_html(page(body(*posts, wrap=wrap)))
    assert article.body == "\n".join(PARAGRAPHS)
    words = ["نبدأ العمل غدا في #سد_النخلة\nشكرا لكم", "صباح الخير من السد", "افتتاح السد اليوم"]
    mixed = [line for pair in zip(PARAGRAPHS, [*words, ""], strict=True) for line in pair if line]
    assert article.text == "\n\n".join([HEADLINE, *mixed])
    x, insta, fb = article.embeds
    assert (x.platform, x.author, x.handle, x.status_id) == ("x", "وزارة المياه", "WaterMin", "1617788990011223344")
    assert x.hashtags == ("سد_النخلة",)
    assert x.posted is not None
    assert x.posted.value == "2023-01-24"
    assert (insta.platform, insta.author, insta.handle, insta.status_id) == (
        "instagram", "City News", "citynews", "CaBcDeFgHiJ",
    )  # fmt: skip
    assert (fb.platform, fb.author, fb.handle, fb.status_id) == (
        "facebook", "City News", "citynews", "10158012345678901",
    )  # fmt: skip
    assert fb.posted is not None
    assert fb.posted.value == "2023-01-24"
    assert {e.origin.plugin for e in article.embeds} == {"html"}


STATUS = 1617788990011223366
X = f"https://twitter.com/i/status/{STATUS}"
USER = f"https://twitter.com/CityNews/status/{STATUS}"
VIDEO = "https://www.youtube.com/watch?v=abcDEF12345"
POST = "https://www.facebook.com/citynews/posts/998877"
QUOTED = POST.replace(":", "%3A").replace("/", "%2F")
REEL = "https://www.instagram.com/reel/CaBcDeFgHiJ/"
MESSAGE = "https://t.me/citynews/123"
RENDERED = (
    f'<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=1&id={STATUS}" data-tweet-id="{STATUS}"></iframe>'
)
WAITING = f'<a href="https://x.com/CityNews/status/{STATUS}">تحميل التغريدة...</a>'
ADDRESSES = [
    ('<iframe src="https://www.youtube.com/embed/abcDEF12345?rel=0"></iframe>', "youtube", VIDEO),
    ('<iframe data-src="//www.youtube-nocookie.com/embed/abcDEF12345" src="about:blank"></iframe>', "youtube", VIDEO),
    ('<script async src="/w.js" data-telegram-post="citynews/123"></script>', "telegram", MESSAGE),
    ('<iframe src="https://t.me/citynews/123?embed=1"></iframe>', "telegram", MESSAGE),
    (f'<iframe src="https://www.facebook.com/plugins/post.php?href={QUOTED}&width=500"></iframe>', "facebook", POST),
    (f'<div class="twitter-tweet twitter-tweet-rendered">{RENDERED}</div>', "x", X),
    (f'<blockquote class="twitter-tweet" data-lang="ar">{WAITING}</blockquote>', "x", USER),
    (f'<amp-twitter data-tweetid="{STATUS}"></amp-twitter>', "x", X),
    (f"<p>{USER}?s=20</p>", "x", USER),
    (f'<blockquote class="instagram-media" data-instgrm-permalink="{REEL}"></blockquote>', "instagram", REEL),
]


@pytest.mark.parametrize(("markup", "platform", "url"), ADDRESSES)
def test_posts_without_words_are_their_addresses(markup: str, platform: str, url: str) -> None:
    article = from_html(page(body(markup)))
    assert article.text == "\n\n".join([HEADLINE, PARAGRAPHS[0], url, *PARAGRAPHS[1:]])
    (embed,) = article.embeds
    assert (embed.platform, embed.span.text, embed.text) == (platform, url, None)
    assert embed.status_id is not None
    assert embed.status_id in url
    assert embed.urls == (url,)
    assert article.body == "\n".join(PARAGRAPHS)


def test_a_post_inside_a_paragraph_cuts_it() -> None:
    flow = f"{PARAGRAPHS[0]}<br>{TWEET}<br>{PARAGRAPHS[1]}<br><br>{PARAGRAPHS[2]}"
    article = from_html(page(f"<div>{flow}</div>"))
    assert len(article.embeds) == 1
    before, after = article.text[: article.embeds[0].span.start], article.text[article.embeds[0].span.end :]
    assert before.rstrip().endswith(PARAGRAPHS[0])
    assert after.lstrip().startswith(PARAGRAPHS[1])


CAPTION = "أهالي القرية أمام السد (أرشيفية)"
FIGURES = [
    f'<figure><img src="/dam.jpg"><figcaption>{CAPTION}</figcaption></figure>',
    f'<figure><picture><img src="/dam.jpg"></picture><figcaption><p>{CAPTION}</p></figcaption></figure>',
    f'<div class="wp-caption aligncenter"><img src="/dam.jpg"><p class="wp-caption-text">{CAPTION}</p></div>',
]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_captions_of_pictures_stand_at_their_places(figure: str, place: int) -> None:
    pieces = [f"<p>{text}</p>" for text in PARAGRAPHS]
    pieces.insert(place, figure)
    article = from_html(page("\n".join(pieces)))
    lines = [HEADLINE, *PARAGRAPHS]
    lines.insert(place + 1, CAPTION)
    assert article.text == "\n\n".join(lines)
    assert [b.kind for b in article.blocks if b.span.text == CAPTION] == ["caption"]
    assert article.body == "\n".join(PARAGRAPHS)


def test_captions_of_posts_and_of_other_articles() -> None:
    inside = f"<figure>{TWEET}<figcaption>{CAPTION}</figcaption></figure>"
    card = '<figure><a href="/2"><img src="/2.jpg"></a><figcaption>صورة لخبر آخر في الموقع</figcaption></figure>'
    html = page(body(inside)).replace('<aside class="sidebar">', f'<aside class="sidebar">{card * 3}')
    article = from_html(html)
    kinds = [block.kind for block in article.blocks]
    assert kinds == ["headline", "paragraph", "embed", "caption", "paragraph", "paragraph", "paragraph"]
    assert "صورة لخبر آخر" not in article.text


def test_a_frame_repeated_for_browsers_without_scripts_is_one_post() -> None:
    frame = '<iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe>'
    article = from_html(page(body(f"{frame}<noscript>{frame}</noscript>")))
    assert len(article.embeds) == 1


def test_a_timeline_beside_the_article_is_no_part_of_it() -> None:
    html = page(body()).replace('<aside class="sidebar">', f'<aside class="sidebar">{TWEET}')
    assert from_html(html).embeds == ()


def test_the_body_of_json_ld_serves_a_page_made_by_scripts() -> None:
    import json

    thing = {**LD["@graph"][1], "articleBody": "\n".join(PARAGRAPHS)}  # type: ignore[dict-item]
    head = f'<script type="application/ld+json">{json.dumps(thing, ensure_ascii=False)}</script>'
    html = f'<html><head>{head}</head><body><div id="app"></div><script src="/app.js"></script></body></html>'
    article = from_html(html)
    assert article.body == "\n".join(PARAGRAPHS)


REFUSED = [
    ("", "no markup"),
    ("قال الوزير إن الجسر جاهز.", "no markup"),
    ("<html><body></body></html>", "no article"),
    ('<html><body><div id="root"></div><script>start()</script></body></html>', "built by scripts"),
    ('<html><body><ul><li><a href="/1">سياسة</a></li><li><a href="/2">رياضة</a></li></ul></body></html>', "no article"),
    ("<!-- -->", "no"),
    ("<", "no markup"),
]


@pytest.mark.parametrize(("html", "reason"), REFUSED)
def test_what_is_no_article_is_refused(html: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        from_html(html, "https://paper.example/1")


def test_broken_markup_is_read_as_browsers_do() -> None:
    html = page(body(TWEET)).replace("</p>", "").replace("</article>", "</div></div>") + "<p><b>\x00\ud800<"
    article = from_html(html)
    assert len(article.embeds) == 1
    assert PARAGRAPHS[0] in article.text


def test_no_html_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        from_html(3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("encoding", "declared", "noted"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8", "windows-1256", False),
        ("utf-8-sig", "utf-8", False),
        ("utf-16", "utf-16", False),
        ("windows-1256", "windows-1256", False),
        ("windows-1256", "iso-8859-1", True),
        ("windows-1256", "utf-8", True),
        ("windows-1256", "nonsense", True),
        ("iso-8859-6", "iso-8859-6", False),
    ],
)
def test_bytes_are_read_by_declaration_then_by_detection(encoding: str, declared: str, *, noted: bool) -> None:
    html = page(body(), charset=declared)
    article = from_html(html.encode(encoding))
    assert article.body == "\n".join(PARAGRAPHS)
    assert ("encoding_note" in article.metadata) == noted


def test_prior_facts_and_plugins_agree_and_nothing_fails() -> None:
    article: Article = from_html(page(body(TWEET)), published="2023-01-25")
    assert article.published is not None
    assert article.published.value == "2023-01-25"
    assert [b.kind for b in article.blocks] == ["headline", "paragraph", "embed", "paragraph", "paragraph", "paragraph"]


def test_reading_is_the_same_again() -> None:
    html = page(body(TWEET))
    assert read_html(html) == read_html(html)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("lxml", "trafilatura")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.startswith("arabnews.html.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadError, match=r"arabnews\[html\]"):
        arabnews.from_html("<html><p>x</p></html>")


def test_a_missing_part_of_an_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "trafilatura":
                msg = "lxml.html.clean module is now a separate project lxml_html_clean."
                raise ImportError(msg)

    for name in [name for name in sys.modules if name.startswith(("arabnews.html.", "trafilatura"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(ReadError, match=r"arabnews\[html\]"):
        arabnews.from_html("<html><p>x</p></html>")
