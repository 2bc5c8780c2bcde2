"""Milliseconds a page of HTML beside plain trafilatura: `python benchmarks/html_pages.py [FOLDER]`.

FOLDER holds pages (`*.html`); without it, pages are made of generated news, each with menu, sidebar, JSON-LD and the
posts that the news has, in oEmbed form. Three columns: trafilatura alone, `read_html` (facts, posts, body), and
`from_html` (the whole parse). Each figure is the least of several rounds.
"""

from __future__ import annotations

import html
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clocks import least
from trafilatura import extract

from arabnews import Pipeline, ReadError
from arabnews.html import read_html
from arabnews.testing.news import generate

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
PAGES = 60


def make_page(seed: int) -> str:
    """Return a page of a generated article; its posts are blockquotes with words, author and day."""
    news = next(generate(seed))
    truth = news.truth
    pieces, at = [], 0
    for embed in truth.embeds:
        pieces.append(_paragraphs(news.text[at : embed.span.start]))
        words = html.escape(embed.text.text if embed.text else "")
        pieces.append(
            f'<blockquote class="twitter-tweet" data-lang="ar"><p lang="ar" dir="rtl">{words}</p>&mdash; '
            f'{embed.author} (@{embed.handle}) <a href="https://twitter.com/{embed.handle}/status/1617788990011223344">'
            "January 24, 2023</a></blockquote>"
        )
        at = embed.span.end
    pieces.append(_paragraphs(news.text[at:]))
    facts = {"@type": "NewsArticle", "headline": truth.headline, "datePublished": news.published.isoformat()}
    menu = "".join(f'<li><a href="/{i}">قسم {i}</a></li>' for i in range(40))
    related = "".join(f'<li><a href="/r{i}">عنوان خبر آخر في هذا الموقع {i}</a></li>' for i in range(20))
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><script type="application/ld+json">'
        f"{json.dumps(facts, ensure_ascii=False)}</script></head><body><nav><ul>{menu}</ul></nav><main><article>"
        f"<h1>{truth.headline}</h1>{''.join(pieces)}</article></main><aside><ul>{related}</ul></aside></body></html>"
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def load() -> list[str]:
    """Return the pages to be read."""
    if len(sys.argv) > 1:
        return [file.read_text("utf-8", errors="replace") for file in sorted(Path(sys.argv[1]).glob("*.html"))]
    return [make_page(seed) for seed in range(PAGES)]


def main() -> None:
    """Print the table."""
    pages, kept, posts = [], 0, 0
    pipeline = Pipeline(["dates", "embeds", "page", "entities", "quotes"])
    for page in load():
        try:
            article = pipeline(read_html(page))
        except ReadError as error:
            print(error)
            continue
        pages.append(page)
        posts += page.count('class="twitter-tweet"')
        kept += len(article.embeds)
    size = sum(map(len, pages)) / len(pages)
    print(f"{len(pages)} pages of {size:,.0f} characters; posts kept: {kept} of {posts}")
    plain = least(extract, pages, ROUNDS)
    rows: list[tuple[str, Callable[[str], object]]] = [
        ("trafilatura alone", extract),
        ("read_html: facts, posts, body", read_html),
        ("from_html: the whole parse", lambda page: pipeline(read_html(page))),
    ]
    for name, work in rows:
        seconds = least(work, pages, ROUNDS)
        print(f"{name:<32}{seconds / len(pages) * 1e3:>8.2f} ms a page{seconds / plain:>8.2f} x")


if __name__ == "__main__":
    main()
