"""The form that a title within the body has, and the words that the paragraph below says again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.spoken import is_said
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

LONGEST_WEAK: Final = 45
_REACH: Final = 200
"""In so many characters of the paragraph below, the words of its title are said again."""

_STOPS: Final = (".", "·", ")·", '."', ".”", ".»", '".', "”.", "».", ".'", ".)", ").")
_SENTENCE_ENDS: Final = (*_STOPS, "؟", "!", "…")
_CLAUSE_ENDS: Final = (*_STOPS[1:], "،", ",", "؛", ";", "-", "–")
_OPENERS: Final = "-–—ـ•·▪*>{<([0123456789٠١٢٣٤٥٦٧٨٩@#\"“«'"
_COUNTED: Final = re.compile(r"(?:\d{1,4}(?:\.\.)?|\(\d[\d-]{0,5}\))\s(?=[^\W\d_]{3})")
ANEW: Final = re.compile(
    r"(?!في(?:روس|ديو|تامين|سبوك|صل|فري|زيا)|وتير|ويكي)[وف](?:ال|(?:في|من|علي|عن|مع|هو|هي|هم|هذا|هذه|ذلك|هكذا|قد|لا|لم|كان|كانت|ان|انه|لان|اليوم|بعد|ما)(?!\w)|[يت][^\W\d_]{3})|و\s|ولان"
)
"""So a sentence begins that goes on with the report."""

_QUOTED: Final = re.compile(r"[«“\"](?P<inside>[^«»“”\"]{1,40})[»”\"](?=\s*[^\W\d_])")
"""A title may begin with one name in quotation marks; what is quoted as a whole is said."""

_PAIRS: Final = (("«", "»"), ("(", ")"), ("“", "”"))
_PAIRED: Final = re.compile(r"[«»()“”]")


def ends_sentence(line: Line) -> bool:
    """Tell whether a line ends a sentence, or is a part of the page beside the prose."""
    return line.kind is not None or line.words.endswith(_SENTENCE_ENDS)


def has_title_form(line: Line, *, pieces: bool = False) -> bool:
    """Tell whether a line has the form of a title: whole, closed, nobody's words, no item of a list.

    On old pages it may be one of the `pieces` of a written line.
    """
    words = line.words
    if (line.piece and not pieces) or (words[0] in _OPENERS and not _QUOTED.match(words) and not _COUNTED.match(words)):
        return False
    if words.endswith(_CLAUSE_ENDS) or (words[-1] == "." and not words.endswith("..")) or words.startswith("http"):
        return False
    if _PAIRED.search(words) and any((words.count(one) + words.count(other)) % 2 for one, other in _PAIRS):
        return False
    if not any(map(str.isalpha, words)):
        return False
    goes_on = (words[0] == "و" and "،" in words) or (line.size > LONGEST_WEAK and ANEW.match(line.bare) is not None)
    return not (is_said(line) or goes_on)


def count_shared(line: Line, below: Line) -> int:
    """Return how many of a line's words the first sentences below say again."""
    said = set(stems_of(WORD.findall(below.bare[:_REACH])))
    return len(said.intersection(stems_of(WORD.findall(line.bare))))
