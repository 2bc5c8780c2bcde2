"""What a page says of itself: JSON-LD first, then OpenGraph and other `meta` elements, then what the page shows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from arabnews.article import DateMention
from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.html import HtmlElement

ORIGIN: Final = "html"

_ARTICLES: Final = ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article",
                    "BlogPosting", "LiveBlogPosting", "Report", "VideoObject", "WebPage")  # fmt: skip
"""Types of schema.org that tell of an article, the surest first."""

_PUBLISHED: Final = ("article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
                     "publish-date", "dc.date.issued", "dc.date", "dcterms.created", "parsely-pub-date",
              "date")  # fmt: skip
_MODIFIED: Final = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified")
_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SITE_AFTER = re.compile(r"\s+[|\-–—]\s+([^|\n]{2,50})$")
_COMMENT = re.compile(r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\]\]>\*/|//\]\]>|\]\]>)\s*$")
_DEEPEST: Final = 6


@frozen(kw_only=True)
class PageFacts:
    """What a page says of its article: headline, body as JSON-LD gives it, day of publication, and the rest."""

    headline: str | None = None
    body: str | None = None
    published: DateMention | None = None
    metadata: dict[str, Any] = field(factory=dict)


def read_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """Return what the page says of its article; what it does not say is left out."""
    stated = _json_ld(tree)
    metas = _metas(tree)
    site = _name(stated.get("publisher")) or _first(metas, ("og:site_name", "application-name"))
    published = _one(stated.get("datePublished")) or _first(metas, _PUBLISHED) or _time(tree)
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or _first(metas, ("og:url",))
    facts = {
        "url": url or canonical,
        "canonical": canonical,
        "site_name": site,
        "authors": _authors(stated, metas),
        "published": published,
        "modified": _one(stated.get("dateModified")) or _first(metas, _MODIFIED),
        "image": _image(stated.get("image")) or _first(metas, ("og:image", "twitter:image")),
        "section": _one(stated.get("articleSection")) or _first(metas, ("article:section", "og:article:section")),
        "keywords": _keywords(stated, metas),
        "description": _one(stated.get("description")) or _first(metas, ("og:description", "description")),
        "language": _one(stated.get("inLanguage")) or tree.get("lang"),
    }
    body = stated.get("articleBody")
    return PageFacts(
        headline=_headline(tree, stated, metas, site),
        body=body.strip() if isinstance(body, str) and body.strip() else None,
        published=_day(published),
        metadata={name: str(value) if isinstance(value, str) else value for name, value in facts.items() if value},
    )


def _json_ld(tree: HtmlElement) -> Mapping[str, Any]:
    """Return the thing of JSON-LD that is the article, or an empty mapping."""
    things = [
        thing
        for script in tree.iterfind(".//script")
        if "ld+json" in (script.get("type") or "").lower()
        for thing in _things(_loaded(script.text or ""), 0)
    ]
    ranked = [(rank, thing) for thing in things if (rank := _rank(thing)) is not None]
    return min(ranked, key=lambda pair: (pair[0], "headline" not in pair[1]))[1] if ranked else {}


def _loaded(written: str) -> Any:
    try:
        return json.loads(_COMMENT.sub("", _COMMENT.sub("", written)), strict=False)
    except (ValueError, RecursionError):
        return None  # a page's broken JSON-LD says nothing


def _things(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(name), depth + 1)


def _rank(thing: Mapping[str, Any]) -> int | None:
    kinds = thing.get("@type")
    told = kinds if isinstance(kinds, list) else [kinds]
    return min((_ARTICLES.index(kind) for kind in told if kind in _ARTICLES), default=None)


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = clean(meta.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def clean(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return _SPACE.sub(" ", text).strip()


def _one(value: Any) -> str | None:
    """Return the first string of a value that may be a list."""
    if isinstance(value, list):
        return next((text for item in value if (text := _one(item))), None)
    return clean(value) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """Return the name of a person or organisation, given as such or as a string."""
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    return _one(value.get("name")) if isinstance(value, dict) else _one(value)


def _image(value: Any) -> str | None:
    if isinstance(value, list):
        return next((url for item in value if (url := _image(item))), None)
    return _one(value.get("url")) if isinstance(value, dict) else _one(value)


def _authors(stated: Mapping[str, Any], metas: Mapping[str, list[str]]) -> list[str]:
    value = stated.get("author")
    told = [_name(item) for item in (value if isinstance(value, list) else [value])]
    names = [name for name in told if name] or [*metas.get("article:author", ()), *metas.get("author", ())]
    return list(dict.fromkeys(name for name in names if "://" not in name))


def _keywords(stated: Mapping[str, Any], metas: Mapping[str, list[str]]) -> list[str]:
    value = stated.get("keywords")
    told = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
    if isinstance(value, str):
        told = re.split(r"[,،;|]", value)
    if not told:
        told = metas.get("article:tag") or re.split(r"[,،;|]", _first(metas, ("news_keywords", "keywords")) or "")
    return list(dict.fromkeys(word for item in told if (word := clean(item))))


def _time(tree: HtmlElement) -> str | None:
    """Return when the first `time` of the page is, the article's own before others."""
    times = [*tree.xpath("//article//time[@datetime]"), *tree.xpath("//time[@datetime]")]
    chosen = sorted(times[:40], key=lambda e: e.get("itemprop") != "datePublished" and e.get("pubdate") is None)
    told = (e.get("datetime") for e in chosen)
    return next((str(when) for when in told if _DAY.match(when or "")), None)


def _day(when: str | None) -> DateMention | None:
    """Return the date of publication; what is no ISO date but begins like one gives its day."""
    for written in (when, (when or "")[:10]):
        try:
            return DateMention.given((written or "").strip().replace(" ", "T", 1), plugin=ORIGIN)
        except ValueError:
            continue
    return None


def _headline(
    tree: HtmlElement, stated: Mapping[str, Any], metas: Mapping[str, list[str]], site: str | None
) -> str | None:
    """Return the headline as the page shows it where its data agree, else as the data have it."""
    shown = [text for h1 in tree.iter("h1") if (text := clean(h1.text_content()))]
    title = next((clean(e.text_content()) for e in tree.iter("title")), None)
    told = _one(stated.get("headline")) or _first(metas, ("og:title", "twitter:title"))
    written = told or title
    if written is None:
        return shown[0] if shown else None
    for text in shown:
        if _agree(text, written):
            return text
    if not told and shown and len(shown) == 1:
        return shown[0]
    after = _SITE_AFTER.search(written)
    if after and (told is None or (site and fold(after[1]) == fold(site))):
        return written[: after.start()]
    return written


def _agree(shown: str, written: str) -> bool:
    """Tell whether a heading is the title, alone or with the site's name beside it."""
    one, other = fold(shown), fold(written)
    return len(one) > 8 and (one == other or other.startswith(one) or one.startswith(other.rstrip(". …")))
