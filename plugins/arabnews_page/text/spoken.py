"""Words that somebody says: what a short line must not be to title a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

TURNS: Final = "-–—ـ•*?؟><×"
"""May stand before a question of an interview."""

_LONGEST_QUESTION: Final = 50
_LONGEST_TURN: Final = 200
_MOST_PUT: Final = 2
_MOST_ALONE: Final = 3
"""A page with more questions on lines of their own is an interview, whatever their form."""

QUESTION: Final = ("؟", "?")
_YOU = re.compile(
    r"(?<!\w)(?:(?:ا?تري|تعتقد|تتوقع|تقول|تصف|تقيم|انت|انتم|برايكم?)|[^\W\d_]{3,}(?:كم|تم|يك|رك|مك))(?!\w)"
)
_REPORTS: Final = re.compile(
    r"و?(?:اضاف|قال|تابع|اوضح|اكد|ذكر|اشار|ختم|استطرد|واصل|زاد|نقل|صرح|لفت|بين|اعلن|كتب|غرد|شدد|راي|اعتبر|نفي)(?:ت|وا)?(?!\w)"
)
"""A line that begins with a verb of saying is the report's, however short it is."""

_OF_NOUNS: Final = re.compile(
    r"(?:نقل|بين|كتب|راي|ختم|ذكر|نفي)\sال[^\W\d_]{3,12}|بين\sال[^\W\d_]{3,12}\sو(?:بين\s)?ال[^\W\d_]{3,12}(?:\s[^\W\d_]{2,12}){0,2}"
    r"|(?:نقل|ختم)\s[^\W\d_]{3,12}ي"
)
"""Two nouns that look like a verb and who says."""

_REPORTED: Final = re.compile(r"[^\W\d_]{3,9}(?:\s[^\W\d_]{2,12}){0,3}\s[ابل]?(?:ان|انه|انها|انهم)(?!\w)")
"""So a clause of what somebody reports begins: a verb, and before long «that»."""

_SPOKEN: Final = re.compile(
    r"(?:ال)?(?:سوال|جواب)\s?:|[سج]\s?:|.{0,30}(?<!\w)[وف]?(?:قال|قلت|قالت|قلنا|سالته?|سالتها|اجاب|اجابت)(?!\w).{0,25}:|[وف].{0,65}[؟?]$"
)
"""What somebody asks or says is no title: a label or a verb of saying before a colon, a question that goes on."""

_ADDRESSED: Final = re.compile(
    r"(?:ا[يى]ها|ايتها|يا|ياا[^\W\d_]{2,8}|ال(?:سيده?|سيدات|ساده|اخوه|اخوات|اخوان|حضور)(?!\s[يت][^\W\d_]{3})"
    r"|(?:سيد|سيدات|ساد|ساده|اخو|اخوت|اخوات|اخوان)(?:ي|نا)|(?:معالي|سعاده|فخامه|جلاله|سمو|دوله)\sال[^\W\d_]{3,10}"
    r"|(?:اصحاب|صاحبه?)\sال(?:معالي|سعاده|فخامه|جلاله|سمو|دوله|فضيله|سماحه|سياده|نيافه|غبطه)"
    r"|بسم الله|الحمد لله|السلام عليكم|والسلام|اما بعد|وبعد|شكرا)(?!\w)(?:\s\S{1,15}){0,5}"
)
"""So a speech turns to the hall."""

_SAYING: Final = re.compile(
    r"(?<!\w)[وفي]?(?:قال|قالت|يقول|تقول|قوله|قولها|قايلا|قايله|كتب|كتبت|غرد|غردت|اضاف|اضافت|تابع|تابعت|صرح|صرحت|رد|ردت"
    r"|جاء فيها?|نصه|نصها|يلي)(?!\w)[^.]{0,80}:$"
)
"""So a paragraph ends that leads to what somebody says."""

LEADS_ON: Final = re.compile(
    r"(?<!\w)(?:التالي|التاليه|كالتالي|الاتي|الاتيه|كالاتي|يلي|ياتي|منها|منهم|ومنها|وهي|وهم|هي|هم|هو|وهو|نصه|نصها|نصهما"
    r"|بينها|ابرزها|اهمها|بقوله|بقولها|قايلا|قايله|مثل|ان|علي|الي|في|من|عن|مع|التي|الذي)\s?:?$"
)
"""So ends a line that goes on with a list or somebody's words."""


def is_asked(question: Line) -> bool:
    """Tell whether a question is put to somebody: it is long, or says you."""
    return len(question) > _LONGEST_QUESTION or is_put(question)


def is_put(question: Line) -> bool:
    """Tell whether a question says you."""
    return _YOU.search(question.bare) is not None


def is_said(line: Line) -> bool:
    """Tell whether a line is said: it begins with a verb of saying, asks or answers, or turns to the hall."""
    bare = line.bare
    if _REPORTS.match(bare) and not _OF_NOUNS.fullmatch(bare):
        return True
    if _REPORTED.match(bare):
        return True
    return _SPOKEN.match(bare) is not None or _ADDRESSED.fullmatch(bare) is not None


def is_saying(line: Line) -> bool:
    """Tell whether a paragraph ends by leading to what somebody says."""
    return _SAYING.search(line.bare[-160:]) is not None


def is_interview(lines: list[Line]) -> bool:
    """Tell whether more than a few questions are put to somebody, or stand on lines of their own."""
    put = alone = 0
    for line in lines:
        if line.kind is None and line.words.endswith(QUESTION) and len(line) <= _LONGEST_TURN:
            put += line.words[0] in TURNS or is_put(line)
            alone += 1
    return put > _MOST_PUT or alone > _MOST_ALONE
