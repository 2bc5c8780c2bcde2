"""Who signs at the end of a page: an office or a body without a name, or a name of no table above one.

Under the last whole sentence stand one to four short lines; none has a verb, and each but the first names an office or
a body («رئيس التحرير», «جامعة البلدة»). The first may be a name. A newspaper alone is whom the article was taken from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import NO_NAME, OFFICES, is_author_line
from arabnews_page.text.stems import WORD, share_said

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line, Part
    from arabnews_page.text.markers import Markers

_MOST: Final = 4
_LONGEST: Final = 75
_PARAGRAPH: Final = 70
_SENTENCE_ENDS: Final = (".", "؟", "!", "…", ".»", ".”", '."', "».", '".', "”.", "؟!")
_BODY = re.compile(
    rf"[*•\s]{{0,2}}(?:و\s?)?(?:{OFFICES}|(?:ال)?(?:هييه|جمعيه|رابطه|نقابه|موسسه|مدرسه|وزاره|جامع|مسجد|منظمه|حركه|حزب|اتحاد|مجمع|قسم)(?!\w))"
)
_COUNTRY = re.compile(r"(?:الجمهوريه|جمهوريه|المملكه|دوله|سلطنه)\s[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?")
_PAPER = re.compile(
    r"[*•(\s]{0,2}(?:صحيفه|جريده|مجله|موقع|وكاله)\s[«\"“]?[^\W\d_]{3,14}(?:\s[^\W\d_]{3,14}){0,2}[»\"”]?\)?"
)
_OF = re.compile(r"لل[^\W\d_]{3,12}(?:\s[^\W\d_]{2,12}){0,5}")
"""An office's line goes on below («الأمين العام ⏎ للجمعية الخيرية»)."""

_NAME = re.compile(r"(?!اخبار\s)(?:(?:د|ا|م)\s?[./]?\s)?[\u0621-\u064a]{3,12}(?:\s[\u0621-\u064a]{2,12}){1,3}")
_SAID: Final = 0.9
_PRESENT = re.compile(r"(?<!\w)[يت][^\W\d_]{3,9}(?!\w)")


def read_signature(lines: list[Line], markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return the lines that sign the page, or nothing."""
    end = len(lines)
    while end > 1 and (lines[end - 1].kind is not None or not any(map(str.isalnum, lines[end - 1].words))):
        end -= 1
    first = end
    while first > 1 and end - first <= _MOST and _may_sign(lines[first - 1], markers):
        first -= 1
    block = lines[first:end]
    above = lines[first - 1]
    if not 0 < len(block) <= _MOST or above.kind is not None or len(above) < _PARAGRAPH:
        return []
    if not above.words.endswith(_SENTENCE_ENDS):
        return []
    if len(block) == 1 and _PAPER.fullmatch(block[0].bare):
        return [block[0].claim("source", "paper-below")]
    offices = [_is_office(line) or (at > 0 and _OF.fullmatch(line.bare) is not None) for at, line in enumerate(block)]
    named = len(block) > 1 and (is_author_line(block[0], gazetteer.given) or _NAME.fullmatch(block[0].bare) is not None)
    if not all(offices[1:]) or not (offices[0] or named) or _are_tags(block, gazetteer):
        return []
    return [line.claim("byline", "signature") for line in block]


def _are_tags(block: list[Line], gazetteer: Gazetteer) -> bool:
    """Tell whether several lines without an author's name say what the article has said: its keywords."""
    if len(block) == 1 or is_author_line(block[0], gazetteer.given):
        return False
    words = [word for line in block for word in WORD.findall(line.bare)]
    return share_said(words, block[0].levelled, block[0].start) > _SAID


def _is_office(line: Line) -> bool:
    return _BODY.match(line.bare) is not None or _COUNTRY.fullmatch(line.bare) is not None


def _may_sign(line: Line, markers: Markers) -> bool:
    """Tell whether a line is short and whole, and has neither a verb nor a sign of prose."""
    if line.kind is not None or line.size > _LONGEST or not (line.words[-1].isalpha() or line.words[-1] in ')»”"'):
        return False
    words = line.bare.split()
    if len(words) < 2 or line.words[0] in '-–«“"' or any(sign in line.words for sign in "،؛؟!:"):
        return False
    if not markers.any_verbs.isdisjoint(words) or _PRESENT.search(line.bare):
        return False
    return words[0] not in NO_NAME
