"""The line over a headline, which comes before it: a time, an occasion, a label, a lesser piece of the news.

Which of two titles is the headline is told by how the first ends or begins, or by the news: its first paragraph says
the words of the headline again, and those of the line over it nowhere.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import OFFICES
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

LONGEST_KICKER: Final = 45
_LONGEST_TRAILING: Final = 45
_SAID: Final = frozenset({"قال", "قالت", "يقول", "تقول"})
_TOLD_TO = re.compile(r"\sلـ?\s?(?:[«\"“(]|'{1,2})[^«»\"“”()']{2,25}(?:[»\"”)]|'{1,2})$")
"""So ends the line that says who spoke to the outlet."""

_LONGEST_EVENT: Final = 50
_EVENT = re.compile(
    r"(?:(?:ال)?بطول(?:ه|ات)|كاس|(?:ال)?دوري|تصفيات|مونديال|دوره|اولمبياد)(?!\w)[^:.،؟!]{3,45}|(?:اليوم|غدا|امس|الليله)\s?\.\.[^:،؟!]{4,40}"
)
_DATED = re.compile(r"\s?\([^()]{2,35}\)$")
"""When it is played, in brackets."""

_PRESENT = re.compile(r"(?!تمام|تونس|تركيا|يورو|يوم|يد)[يت][^\W\d_]{3,8}")
_DOES: Final = (
    "اجتذب يجتذب", "احتفي يحتفي", "اختزل يختزل", "ارتبط يرتبط", "استعاد يستعيد", "استعرض يستعرض", "استغرق يستغرق",
    "استلهم يستلهم", "استمر يستمر", "استند يستند", "استهدف يستهدف", "اشتمل يشتمل", "امتد يمتد", "اعتمد يعتمد",
    "تجاوز يتجاوز", "تحول يتحول", "تخلل يتخلل", "تراوح يتراوح", "تزامن يتزامن", "تضاعف يتضاعف", "تضمن يتضمن",
    "تعدد يتعدد", "تفاوت يتفاوت", "تكاثر يتكاثر", "تكرر يتكرر", "تميز يتميز", "تناول يتناول", "تنوع يتنوع",
    "توارث يتوارث", "توزع يتوزع", "جسد يجسد", "جمع يجمع", "حمل يحمل", "خدم يخدم", "رجع يرجع", "رصد يرصد", "ساعد يساعد",
    "ساهم يساهم", "شمل يشمل", "صور يصور", "ضم يضم", "عالج يعالج", "عكس يعكس", "عمل يعمل", "لازم يلازم", "مزج يمزج",
    "وثق يوثق", "وفر يوفر",
)  # fmt: skip


def _forms(verb: str) -> tuple[str, ...]:
    past, present = verb.split()
    root = present[1:]
    return f"{past.removesuffix('ي')}ت", present, f"ت{root}", f"{present}ان", f"ت{root}ان"


_ACTS: Final = frozenset(form for verb in _DOES for form in _forms(verb))
"""Verbs of what something is like or does, beside those with which reports begin."""

_OFFICE = re.compile(OFFICES)
_MARKS: Final = ' «"“('

_FOR = re.compile(
    r"ل(?:بحث|دعم|منع|عدم|ضمان|حل|خفض|رفع|حمايه|مواجهه|مناقشه|مكافحه|معالجه|ا(?:لزام|صحاب|نقاذ|نهاء|عاده|ستكمال|جراء|يجاد|نشاء|حتواء|قامه|قرار|ختيار|ثبات)"
    r"|ت(?:عزيز|طوير|حقيق|وفير|سهيل|نظيم|حسين|شجيع|جنب|خفيف|فادي|قديم|نفيذ|مويل|مكين|قليل|كريم|وسيع|غطيه|لبيه|نميه|نشيط|ذليل|شكيل))(?!\w)"
)
"""What for: the headline below tells it."""

EPISODE = re.compile(r"\W{0,2}(?:الحلقه|الجزء|القسم|الفصل)\s[^\W_]{1,9}(?:\s(?:عشره?|والاخيره?))?\W{0,2}")
"""Which part of a series the page is."""

_LEAD: Final = 110
_LEAD_REACH: Final = 300
"""So many characters of the first paragraph, which has as many as the other at least, say what the headline does."""

_LONGEST_HEADLINE: Final = 120
_AT_ONCE: Final = 150
_SURELY_AT_ONCE: Final = 2
"""By so many words more of the headline the first sentence says at once."""

_BODY_REACH: Final = 6000
_TIMES: Final = 1.5
_TIMES_ABOVE: Final = 2.5
_LINES: Final = 6
_FEWEST_SAID: Final = 3
_SURELY: Final = 0.35
"""By so much the share of the headline's words is higher that the first paragraph says."""

_MOST_SAID: Final = 0.75
"""Of the words of the line over it the body says no more."""

_DRAWN = re.compile(r"[^\W\d_]\u0640{1,30}[^\W\d_]")
_FEWEST_DRAWN: Final = 2
_LEANS = re.compile(
    r"(?:من|في|علي|الي|عن|مع|بين|ضد|حول|بعد|قبل|خلال|عبر|رغم|وسط|ضمن|عقب|قبيل|عشيه|بسبب|بدون|دون|حتي|منذ|تحت|عند|لدي|باسم|نحو"
    r"|بانتظار|بمناسبه|بحضور|خوفا|متاثر[اه]|اثر|حسب|وفق|بحسب|كما|حيث|لم|لن|لا|ما|انه|انها|هو|هي|هذا|هذه)(?!\w)"
    r"|و|[^\w«“\"'‘]|\d|(?!تمام|تونس|تركيا|يورو|يوم|يد)[يت][^\W\d_]{3,8}"
)
"""So a title goes on with the one above it; a number and brackets begin lesser pieces of the news."""

_BELOW: Final = 3
_VERB_REACH: Final = 5
_LESS_AT_ONCE: Final = 0.1
_LESS_IN_ALL: Final = 0.35
"""So much less of the headline's words than of the other's the news may say at once, and in all."""


def begins(line: Line, markers: Markers) -> bool:
    """Tell whether a line begins with a verb that begins reports."""
    first = line.bare.split(None, 1)[0]
    return first in markers.lead_verbs or first in _SAID


def is_kicker(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether the first of the two titles from `at` on is the line over the headline.

    Where an empty line parts them, its form must tell more.
    """
    first, second = lines[at], lines[at + 1]
    apart = _are_apart(lines, at)
    if _ends_over(first, apart=apart):
        return EPISODE.fullmatch(second.bare) is None
    longest = _longest_act(lines, at, markers, gazetteer, apart=apart)
    if longest:
        return len(first) <= len(second) * longest
    if _names_event(first, markers) and not _names_event(second, markers):
        return True
    if markers.kicker.match(first.bare) is not None and EPISODE.fullmatch(second.bare) is None:
        return len(first) <= LONGEST_KICKER or len(second) <= len(first) * _TIMES
    if begins(second, markers) or markers.kicker.match(second.bare) is not None:
        return False
    alike = not apart and (_is_drawn(first, second) or _is_alike(lines, at, markers, gazetteer))
    return alike or _is_beside(lines, at)


def _are_apart(lines: list[Line], at: int) -> bool:
    """Tell whether an empty line parts two titles: on a page with one under each line it parts nothing."""
    return lines[at + 1].blank_before and not all(line.blank_before for line in lines[at + 2 : at + 2 + _BELOW])


def _ends_over(line: Line, *, apart: bool) -> bool:
    """Tell whether a title ends as those do that stand over the headline: with a colon, an outlet spoken to, dots."""
    words = line.words
    if words.endswith(":" if apart else (":", "...", "…")) or _TOLD_TO.search(line.level):
        return True
    return not apart and words.endswith("..") and len(line) <= _LONGEST_TRAILING


def _longest_act(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer, *, apart: bool) -> float:
    """Return how many times as long as the headline a title may be that tells what is done, or what for; or 0.

    «أثار جدلا …», «يستلهم تراث …»: who or what it is about stands below, and not behind the verb.
    """
    first, second = lines[at], lines[at + 1]
    if _FOR.match(first.bare):
        return _TIMES_ABOVE
    verb, below = (line.bare.split(None, 1)[0] for line in (first, second))
    reports = verb in markers.lead_verbs
    if not (reports or verb in _ACTS) or begins(second, markers) or below in _ACTS:
        return 0
    if _has_subject(first, gazetteer) and not _is_said_below(lines, at):
        return 0
    if reports and verb[0] not in "يت":
        return 1 if apart else _TIMES
    return _TIMES_ABOVE


def _has_subject(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether the word behind a verb may be who acts: definite, an office, a known name, place or outlet."""
    rest = line.bare.partition(" ")[2].lstrip(_MARKS)
    if not rest:
        return False
    return (
        any(word.lstrip(_MARKS).startswith("ال") for word in line.words.split(None, 2)[1:2])  # «آلاف» is indefinite
        or rest.split(None, 1)[0] in gazetteer.given.known
        or _OFFICE.match(rest) is not None
        or gazetteer.place.match(rest) is not None
        or gazetteer.outlet.match(rest) is not None
    )


def _is_said_below(lines: list[Line], at: int) -> bool:
    """Tell whether the report begins with the words of the second of two titles, and not the word behind the verb."""
    lead = next((line for line in lines[at + 2 : at + 2 + _LINES] if len(line) >= _LEAD), None)
    if lead is None:
        return False
    over, title, said = (WORD.findall(words) for words in (lines[at].bare, lines[at + 1].bare, lead.bare[:_LEAD_REACH]))
    told = set(stems_of(said))
    return told.isdisjoint(stems_of(over[1:2])) and len(told.intersection(stems_of(title))) >= _FEWEST_SAID


def _names_event(line: Line, markers: Markers) -> bool:
    """Tell whether a line names a competition, or when it is played, and no more: no verb, no clause, no colon."""
    bare = _DATED.sub("", line.bare)
    if len(bare) > _LONGEST_EVENT or _EVENT.match(bare) is None or not bare[-1].isalnum():
        return False
    words = bare.split()
    return markers.any_verbs.isdisjoint(words[1:]) and not any(_PRESENT.fullmatch(word) for word in words[1:])


def _is_drawn(first: Line, second: Line) -> bool:
    """Tell whether the second of two titles alone is drawn out to its column's width by kashidas: so headlines are."""
    return len(_DRAWN.findall(second.words)) >= _FEWEST_DRAWN and _DRAWN.search(first.words) is None


def _is_whole(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a title begins with who acts and soon has a verb behind it: so headlines do."""
    bare = line.bare.lstrip(_MARKS)
    words = bare.split()
    known = any(word.startswith("ال") for word in words[:2]) or words[0] in gazetteer.given.known
    if not (known or _OFFICE.match(bare) or gazetteer.place.match(bare) or gazetteer.outlet.match(bare)):
        return False
    return any(_PRESENT.fullmatch(word) or word in markers.lead_verbs for word in words[1:_VERB_REACH])


def _is_alike(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether the news begins and goes on with the words of both titles alike: then the second is the headline.

    That holds where it leans on nothing above it: no verb begins it whose subject stands there, no preposition.
    """
    first, second = lines[at], lines[at + 1]
    if _LEANS.match(second.bare) or _names_event(second, markers) or _is_whole(first, markers, gazetteer):
        return False
    if second.bare.count(" ") < _FEWEST_SAID - 1 or second.key in first.key or len(second) > _TIMES_ABOVE * len(first):
        return False
    lead = next((line for line in lines[at + 2 : at + 2 + _LINES] if len(line) >= _LEAD), None)
    if lead is None:
        return False
    over, title = (set(stems_of(WORD.findall(line.bare))) for line in lines[at : at + 2])
    if not over or not title:
        return False
    said = set(stems_of(WORD.findall(lead.bare[:_AT_ONCE])))
    if len(title & said) / len(title) - len(over & said) / len(over) < -_LESS_AT_ONCE:
        return False
    body = lead.levelled[lead.start : min(lead.start + _BODY_REACH, lines[-1].end)]
    counts = Counter(stems_of(WORD.findall(body)))
    weights = [sum(math.log1p(counts[stem]) for stem in stems) / len(stems) for stems in (over, title)]
    return weights[1] > 0 and weights[1] - weights[0] >= -_LESS_IN_ALL


def _is_beside(lines: list[Line], at: int) -> bool:
    """Tell whether the first paragraph is about the second of two titles alone, and the body hardly about the first.

    What the body tells later may stand over the headline too where it is the longer of the two.
    """
    below = lines[at + 2 :]
    lead = next((line for line in below[:_LINES] if len(line) >= _LEAD), None)
    if lead is None:
        return False
    over, title = (set(stems_of(WORD.findall(line.bare))) for line in lines[at : at + 2])
    at_once = set() if len(lines[at + 1]) > _LONGEST_HEADLINE else set(stems_of(WORD.findall(lead.bare[:_AT_ONCE])))
    if len(over & at_once) <= 1 and len(title & at_once) - len(over & at_once) >= _SURELY_AT_ONCE:
        return True
    said = set(stems_of(WORD.findall(lead.bare[:_LEAD_REACH])))
    if len(over & said) > 1 or len(title & said) < _FEWEST_SAID:
        return False
    if len(title & said) / len(title) - len(over & said) / max(1, len(over)) < _SURELY:
        return False
    if len(lines[at]) > len(lines[at + 1]):
        return True  # a lesser piece of the news, which the body tells later
    body = lead.levelled[lead.start : min(lead.start + _BODY_REACH, below[-1].end)]
    told = set(stems_of(WORD.findall(body)))
    return len(over & told) <= _MOST_SAID * len(over)
