"""What the body holds beside paragraphs: captions between them, and subheadlines over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.matter import is_byline

if TYPE_CHECKING:
    from arabnews_page.lines import Line, Part
    from arabnews_page.markers import Markers

_LONGEST_CAPTION: Final = 140
_LONGEST_SUBHEADLINE: Final = 65
_LONGEST_WEAK: Final = 45
_LONG: Final = 100
_NEAR_HEAD: Final = 3
"""A labelled author may stand below the first paragraphs."""

_FEWEST_TITLES: Final = 2
_WEAK = re.compile(
    r"[\u0621-\u064a]{3,20}|(?![وف])[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15}){0,2}\s?(?:\.\.|:)"
    r"|[\u0621-\u064a]{2,15}(?:[\s.]{1,3}[\u0621-\u064a]{2,15}){1,6}\s?!{1,3}"
)
_MOST_QUESTIONS: Final = 2
_LONGEST_QUESTION: Final = 50
_YOU = re.compile(
    r"(?<!\w)(?:(?:ا?تري|تعتقد|تتوقع|تقول|تصف|تقيم|انت|انتم|برايكم?)|[^\W\d_]{3,}(?:كم|تم|يك|رك|مك))(?!\w)"
)
_QUESTION: Final = ("؟", "?")
_ABOVE: Final = 40
_BELOW: Final = 70
_REPORTS: Final = re.compile(
    r"و?(?:اضاف|قال|تابع|اوضح|اكد|ذكر|اشار|ختم|استطرد|واصل|زاد|نقل|صرح|لفت|بين|اعلن|كتب|غرد|شدد|راي|اعتبر|نفي)(?:ت|وا)?(?!\w)"
)
"""A line that begins with a verb of saying is the report's, however short it is."""

_OF_NOUNS: Final = re.compile(r"(?:نقل|بين|كتب|راي|ختم|ذكر|نفي)\sال[^\W\d_]{3,12}")
"""Two nouns that look like a verb and who says."""

_SPOKEN: Final = re.compile(
    r"(?:ال)?(?:سوال|جواب)\s?:|[سج]\s?:|.{0,30}(?<!\w)[وف]?(?:قال|قلت|قالت|قلنا|سالته?|سالتها|اجاب|اجابت)(?!\w).{0,25}:|[وف].{0,65}[؟?]$"
)
"""What somebody asks or says is no title: a label or a verb of saying before a colon, a question that goes on."""

_SENTENCE_ENDS: Final = (".", '."', ".”", ".»", '".', "”.", "».", ".'", "؟", "!")
_ANSWERS: Final = "-–—ـ•*"
_OPENERS: Final = '-–—ـ•▪*>{<([0123456789٠١٢٣٤٥٦٧٨٩@#"“«'


def label_inside(lines: list[Line], body: int, markers: Markers) -> list[Part]:
    """Return the captions and subheadlines among the lines from the body's first on."""
    parts: list[Part] = []
    titles: list[Line] = []
    weak: list[Line] = []
    for at in range(body, len(lines)):
        line = lines[at]
        if line.kind is not None or len(line) > _LONGEST_CAPTION:
            continue
        if _is_caption(line, markers):
            parts.append(line.claim("caption", "caption"))
        elif at <= body + _NEAR_HEAD and is_byline(line, markers) and not line.words.endswith((".", "؟")):
            parts.append(line.claim("byline", "byline-below"))
        elif body < at < len(lines) - 1 and _is_subheadline(lines[at - 1], line, lines[at + 1]):
            titles.append(line)
        elif body < at < len(lines) - 1 and _may_be_subheadline(lines[at - 1], line, lines[at + 1]):
            weak.append(line)
    if len(titles) >= _FEWEST_TITLES or (titles and len(weak) + len(titles) > _FEWEST_TITLES):
        titles += weak  # where lines are titled, a word alone is a title too
    keys = [line.key for line in titles]
    titles = [line for line in titles if keys.count(line.key) == 1]  # «السيد الرئيس» in a speech is said, no title
    questions = [line for line in titles if line.words.endswith(_QUESTION)]
    if len(questions) > _MOST_QUESTIONS or any(map(_is_asked, questions)):
        # an interview: they are the interviewer's words
        titles = [line for line in titles if not line.words.endswith(_QUESTION)]
    return parts + [line.claim("subheadline", "subheadline-inside") for line in titles]


def _is_asked(question: Line) -> bool:
    """Tell whether a question is put to somebody: it is long, or says you."""
    return len(question) > _LONGEST_QUESTION or _YOU.search(question.bare) is not None


def _may_be_subheadline(above: Line, line: Line, below: Line) -> bool:
    """Tell whether one word, or a short cry or label, stands between two long paragraphs."""
    return (
        len(line) <= _LONGEST_WEAK
        and len(above) >= _LONG
        and len(below) >= _LONG
        and above.kind is None
        and below.kind is None
        and above.words.endswith(_SENTENCE_ENDS)
        and not line.piece
        and _WEAK.fullmatch(line.bare) is not None
        and not _REPORTS.match(line.bare)
        and below.words[0] not in _ANSWERS
    )


def _is_caption(line: Line, markers: Markers) -> bool:
    if line.words.endswith((".", "،", ":")) or not line.blank_before:
        return False
    _, meanings = markers.opening(line)
    return any(m.kind == "caption" for m in meanings)


def _is_subheadline(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a short line without full stop stands between two paragraphs that are whole sentences."""
    words = line.words
    return (
        len(words) <= _LONGEST_SUBHEADLINE
        and 2 <= len(words.split()) <= 10
        and words[0] not in _OPENERS
        and (words[-1].isalpha() or words[-1] in '؟?"”»')
        and not words.endswith(_SENTENCE_ENDS[:-2])
        and not line.piece
        and (not _REPORTS.match(line.bare) or _OF_NOUNS.fullmatch(line.bare) is not None)
        and not _SPOKEN.match(line.bare)
        and not (words[0] == "و" and "،" in words)
        and above.kind is None
        and below.kind is None
        and len(above) >= _ABOVE
        and len(below) >= _BELOW
        and below.words[0] not in _ANSWERS
        and above.words.endswith(_SENTENCE_ENDS)
    )
