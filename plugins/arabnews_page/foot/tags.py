"""Keywords without a label: short lines that end the page, whose words the article has said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.subtitles.form import ends_sentence
from arabnews_page.text.stems import IDLE, WORD, share_said

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_TAG = re.compile(r"[\"«“]?[^\W_]{2,14}(?:[\s-][^\W_]{1,14}){0,4}[\"»”]?")
_LONGEST: Final = 40
_FEWEST: Final = 2
_MOST: Final = 15
_ABOVE: Final = 60
_SAID: Final = 0.6
"""So many of their words, the article says."""


def find_tags(lines: list[Line], body: int, last: int) -> list[Line]:
    """Return the keywords that stand one a line from some line on to the last one, under a whole paragraph."""
    first = last + 1
    while first - 1 > body and last - first < _MOST and _is_tag(lines[first - 1]):
        first -= 1
    tags = lines[first : last + 1]
    above = lines[first - 1]
    if not _FEWEST <= len(tags) <= _MOST or above.kind is not None or len(above) < _ABOVE or not ends_sentence(above):
        return []
    words = [word for line in tags for word in WORD.findall(line.bare)]
    return tags if share_said(words, tags[0].levelled, tags[0].start) >= _SAID else []


def _is_tag(line: Line) -> bool:
    if line.kind is not None or line.size > _LONGEST or _TAG.fullmatch(line.bare) is None:
        return False
    return line.bare.split(None, 1)[0] not in IDLE
