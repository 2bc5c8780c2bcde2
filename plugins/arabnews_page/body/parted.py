"""Several articles on one page, which drawn rules part («=====», «+++++»).

Below the rule stand a title or two, and then prose. Where the page has a headline, what follows the rule is another
article's; where it has none, the page is a column of news, each piece of which has its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.matter import read_matter
from arabnews_page.text.lines import UNDER, Part

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_RULE = re.compile(r"[=+]{5,80}")
_MOST_TITLES: Final = 3
_LONGEST_TITLE: Final = 120
_BODY: Final = 90
_HEAD: Final = 5
"""Between the rule and the prose stand no more lines."""


def label_parted(lines: list[Line], body: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the articles below the first drawn rule, or the titles and datelines of a column of news; or nothing."""
    if not lines or not ("=====" in lines[0].levelled or "+++++" in lines[0].levelled):
        return []
    rules = [at for at in range(body + 1, len(lines) - 2) if _RULE.fullmatch(lines[at].words)]
    titled = [(at, titles) for at in rules if (titles := _titles_below(lines, at, markers, gazetteer))]
    if not titled:
        return []
    if any(line.kind == "headline" for line in lines[:body]):
        return _article_below(lines, titled[0][0])
    return [part for at, titles in titled for part in _piece(lines, at, titles, markers, gazetteer)]


def _titles_below(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> int:
    """Return how many lines below a rule are titles; 0 where no prose follows them."""
    end = at + 1
    while end < len(lines) and end - at <= _HEAD and len(lines[end]) <= _LONGEST_TITLE:
        if len(lines[end]) >= _BODY and lines[end].words.endswith((".", ".»", '."')):
            break
        if end > at + 1 and _matter(lines[end], markers, gazetteer):
            break
        end += 1
    titles = lines[at + 1 : end]
    below = next((line for line in lines[end : end + 2] if len(line) >= _BODY), None)
    if below is None or not 0 < len(titles) <= _MOST_TITLES:
        return 0
    plain = all(len(line) <= _LONGEST_TITLE and line.words[-1] not in ".،؛" for line in titles)
    return len(titles) if plain and any(map(str.isalpha, titles[0].words)) else 0


def _matter(line: Line, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the dateline or author that a line is, or nothing; the line is not claimed."""
    kind = line.kind
    found = read_matter(line, markers, gazetteer, UNDER)
    line.kind = kind
    return [part for part in found if part.kind in ("dateline", "byline")]


def _article_below(lines: list[Line], at: int) -> list[Part]:
    """Return the other articles, from the first rule to the end of the page."""
    last = max(i for i in range(at, len(lines)) if any(map(str.isalpha, lines[i].words)))
    for line in lines[at : last + 1]:
        line.kind = "teaser"
    return [Part(lines[at].start, lines[last].end, "teaser", "article-parted")]


def _piece(lines: list[Line], at: int, titles: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the titles of a piece of news below a rule, and the dateline or author under them."""
    parts = [line.claim("headline", "piece-parted") for line in lines[at + 1 : at + 1 + titles]]
    under = lines[at + 1 + titles]
    matter = _matter(under, markers, gazetteer)
    if matter:
        under.kind = matter[-1].kind
    return parts + matter
