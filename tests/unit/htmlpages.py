"""Pages of HTML for tests: a plausible news page around given paragraphs, and posts as platforms embed them."""

from __future__ import annotations

import html
import json
from typing import Final

HEADLINE: Final = "وزيرة المياه: السد يمتلئ قبل الشتاء"
PARAGRAPHS: Final = (
    "قالت وزيرة المياه سلمى الجريدي، الخميس، إن السد الجديد سيمتلئ قبل نهاية الشتاء المقبل، وإن العمل يجري كل يوم.",
    "وأضافت الوزيرة أن الأهالي ينتظرون الماء منذ أعوام طويلة، وأن السد سيغير حياتهم كلها في الشمال والجنوب معا.",
    "من جهته أكد رئيس البلدية نادر الصافي أن العمل سيستمر طوال العام، وأن المجلس وافق على الخطة بالإجماع أمس.",
    "ويشار إلى أن المشروع بدأ قبل خمسة أعوام، وتأخر بسبب نقص المواد، ثم عاد العمل فيه بعد اتفاق مع شركات محلية.",
)
LD: Final = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "موقع المدينة"},
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "datePublished": "2023-01-24T10:00:00+01:00",
            "dateModified": "2023-01-24T11:30:00Z",
            "author": [{"@type": "Person", "name": "سامي الحداد"}],
            "publisher": {"@type": "Organization", "name": "جريدة المدينة"},
            "articleSection": "محليات",
            "keywords": ["سد", "مياه"],
            "image": {"@type": "ImageObject", "url": "https://paper.example/dam.jpg"},
        },
    ],
}
SCRIPT: Final = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>'


def page(body: str, *, head: str | None = None, charset: str = "utf-8") -> str:
    """Return a page with menu, sidebar and footer around the article's body."""
    ld = f'<script type="application/ld+json">{json.dumps(LD, ensure_ascii=False)}</script>'
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}">'
        f"<title>{HEADLINE} - جريدة المدينة</title>{ld if head is None else head}</head><body>"
        '<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav></header>'
        f'<main><article><h1>{HEADLINE}</h1><div class="share">شارك الخبر</div><div class="content">{body}</div>'
        '</article></main><aside class="sidebar"><h3>الأكثر قراءة</h3><a href="/3">خبر عن الطقس</a></aside>'
        "<footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def body(*posts: str, wrap: str = "{}") -> str:
    """Return the paragraphs with one post after each of the first ones."""
    return "\n".join(
        f"<p>{text}</p>\n{wrap.format(posts[i]) if i < len(posts) else ''}" for i, text in enumerate(PARAGRAPHS)
    )


def tweet(  # noqa: PLR0913 - the parts of a post
    words: str, name: str, handle: str, number: int, day: str, *, lang: str = "ar", video: bool = False
) -> str:
    """Return a post of X as oEmbed gives it."""
    lines = "<br>".join(html.escape(line) for line in words.split("\n"))
    data = ' data-lang="ar"' if lang == "ar" else ""
    return (
        f'<blockquote class="twitter-{"video" if video else "tweet"}"{data}><p lang="{lang}" dir="rtl">{lines}</p>'
        f"&mdash; {html.escape(name)} (@{handle}) "
        f'<a href="https://twitter.com/{handle}/status/{number}?ref_src=twsrc%5Etfw">{day}</a></blockquote> {SCRIPT}'
    )


def instagram(words: str, name: str, handle: str, code: str) -> str:
    """Return a captioned post of Instagram as oEmbed gives it."""
    url = f"https://www.instagram.com/p/{code}/"
    return (
        f'<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="{url}?utm_source=ig_embed"'
        f' data-instgrm-version="14"><div><a href="{url}"><div>عرض هذا المنشور على Instagram</div></a>'
        f'<p><a href="{url}">{html.escape(words)}</a></p>'
        f"<p>تمت مشاركة منشور بواسطة \u200f{html.escape(name)}\u200f (@{handle})</p></div></blockquote>"
    )


def facebook(words: str, name: str, page_name: str, number: int, day: str) -> str:
    """Return a post of Facebook as its plugin's markup has it."""
    url = f"https://www.facebook.com/{page_name}/posts/{number}"
    return (
        f'<div class="fb-post" data-href="{url}" data-width="500">'
        f'<blockquote cite="{url}" class="fb-xfbml-parse-ignore"><p>{html.escape(words)}</p>Posted by <a href="https://www.facebook.com/{page_name}/">{html.escape(name)}</a>'
        f' on&nbsp;<a href="{url}">{day}</a></blockquote></div>'
    )
