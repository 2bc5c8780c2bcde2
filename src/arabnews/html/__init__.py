"""The front end for HTML: a page's article becomes text with what the markup tells as prior facts.

Needs the extra `arabnews[html]` (lxml, trafilatura); nothing of it is imported before a page is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from arabnews.errors import ReadError
from arabnews.pipeline import default_pipeline

if TYPE_CHECKING:
    import datetime as dt

    from arabnews.article import Article, DateMention

__all__ = ["from_html", "read_html"]

EXTRA: Final = 'reading HTML needs more packages: pip install "arabnews[html]"'
_NAME: Final = "HTML page"
_TAG = re.compile(r"<[a-zA-Z!/?]")


def from_html(
    html: str | bytes, url: str | None = None, *, published: dt.date | str | DateMention | None = None
) -> Article:
    """Return the parsed Article of a page in HTML.

    `article.text` is the article as extracted from the page: its headline, its paragraphs, and for each post its words,
    or its address where the page holds no more. Posts and the headline are facts of the page (origin "html"), and so
    is `article.published` unless `published` is given. What the page says of itself beside that is in
    `article.metadata`: url, canonical, site_name, authors, published, modified, image, section, keywords …

    Bytes are decoded as the page declares, unless its bytes contradict that.

    Raises:
        TypeError: `html` is neither str nor bytes.
        ReadError: the extra is not installed, or there is no article in the page.

    >>> article = from_html(
    ...     "<html><head><meta name='author' content='سامي الحداد'></head><body><h1>السد يمتلئ قبل الشتاء</h1>"
    ...     "<p>قالت وزيرة المياه سلمى الجريدي، الخميس، إن السد الجديد سيمتلئ قبل نهاية الشتاء المقبل.</p>"
    ...     "<p>وأضافت الوزيرة أن الأهالي ينتظرون الماء منذ أعوام، وأن العمل مستمر في القرى كلها.</p></body></html>"
    ... )
    >>> article.headline, article.authors, [statement.speaker for statement in article.statements]
    ('السد يمتلئ قبل الشتاء', ('سامي الحداد',), ['سلمى الجريدي', 'سلمى الجريدي'])
    """
    return default_pipeline()(read_html(html, url), published)


def read_html(html: str | bytes, url: str | None = None, *, name: str | None = None) -> Article:
    """Return the article of a page with the facts that its markup tells, for a `Pipeline` to parse.

    `name` is how errors call the page; `url` by default. Raises like `from_html`.
    """
    called = name or url or _NAME
    if not isinstance(html, (str, bytes, bytearray)):
        msg = f"a page is a str or bytes, not {type(html).__name__}"
        raise TypeError(msg)
    try:
        from arabnews.html.charset import decode_html  # noqa: PLC0415 - the extra may not be installed
        from arabnews.html.page import read_page  # noqa: PLC0415
    except ImportError as error:
        # lxml names no module where its cleaner, a package of its own, is missing
        if (error.name or "lxml").partition(".")[0] not in ("lxml", "trafilatura", "charset_normalizer"):
            raise
        raise ReadError(called, EXTRA) from error
    facts: dict[str, Any] = {}
    text = html
    if not isinstance(text, str):
        text, note = decode_html(bytes(text), called)
        if note:
            facts["encoding_note"] = note
    if not _TAG.search(text):
        raise ReadError(called, "is no HTML: there is no markup in it")
    return read_page(text, url, called, facts)
