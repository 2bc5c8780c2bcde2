"""Leads of other articles below the body: paragraphs at a page's end that each begin anew, and share no words with it.

Most begin with a verb and name a day; where there are many, some begin with anything but what goes on with a report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.lines import MARKED
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from arabnews_page.text.lines import Line, Part

_CARRIES_ON: Final = "وف"
_SAYS: Final = frozenset({"قال", "قالت"})
_SHORTEST_LEAD: Final = 60
_LONGEST_LEAD: Final = 420
_FEWEST_LEADS: Final = 2
_FEWEST_MIXED: Final = 4
_FEWEST_BEFORE: Final = 2
_NOT_ANEW: Final = "-–—ـ*•?؟{<(0123456789"
_GOES_ON: Final = frozenset(
    ("كما", "يذكر", "يشار", "اما", "من", "هذا", "هذه", "لكن", "غير", "بينما", "حيث", "الي", "كذلك", "ايضا", "ثم", "هو",
     "هي", "اضاف", "اضافت", "بحسب", "حسب", "تجدر", "جدير", "الجدير", "يضاف", "تابع", "تابعت", "اوضح", "اشار", "لفت",
     "ان", "انه", "لذلك", "لذا", "هكذا", "ذلك", "الا", "مضيفا", "مشيرا", "موكدا", "حتي", "اضافه", "علاوه", "هنا")
)  # fmt: skip
"""So a paragraph of a report goes on."""

_OWN_FIRST: Final = frozenset(
    ("في", "فاز", "فتح", "فرض", "فريق", "وزير", "وزيره", "وزاره", "وكاله", "وفد", "ولي", "وصل", "وافق", "وقع", "وجه",
     "واصل", "وصف")
)  # fmt: skip
"""Words that begin with the letters of «and» and «so»."""

_SHARED: Final = 0.45
_SHARED_BY_ALL: Final = 0.26
_SHARED_BY_FIRST: Final = 0.3
_DAY = re.compile(r"(?<!\w)(?:ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|يوم)|امس)(?!\w)")


def find_leads_below(lines: list[Line], body: int, verbs: frozenset[str]) -> list[Part]:
    """Return the leads of other articles that end the page: each begins with a verb, or all of many begin anew."""
    last = len(lines) - 1
    while last > body and lines[last].kind is not None:
        last -= 1

    def are_begun(leads: list[Line]) -> bool:
        days = _days(leads)
        return days > 0 and days + (begun := sum(_is_lead(line, verbs) for line in leads)) > _FEWEST_LEADS and begun > 0

    def are_dated(leads: list[Line]) -> bool:
        return _days(leads) >= (1 if len(leads) > _FEWEST_LEADS else _FEWEST_LEADS)

    leads = _tail(lines, body, last, _begins_anew, are_begun, _FEWEST_MIXED) or _tail(
        lines, body, last, lambda line: _is_lead(line, verbs), are_dated, _FEWEST_LEADS
    )
    return [line.claim("teaser", "leads-below") for line in leads]


def _tail(  # noqa: PLR0913, PLR0917 - the lines, and what makes leads of them
    lines: list[Line],
    body: int,
    last: int,
    like: Callable[[Line], bool],
    told: Callable[[list[Line]], bool],
    fewest: int,
) -> list[Line]:
    """Return the lines up to the last that are like leads and share little with those before them, or nothing.

    What tells them is asked of all such lines first: most pages end there, before any word is compared.
    """
    first = last + 1
    while first - 1 > body and like(lines[first - 1]):
        first -= 1
    if last - first + 1 < fewest or not told(lines[first : last + 1]):
        return []
    before = [line for line in lines[body:first] if line.kind is None and len(line) >= _SHORTEST_LEAD]
    if len(before) < _FEWEST_BEFORE:
        return []
    said = {stem for line in before for stem in _words(line)}
    while first < last and _share(lines[first], said) > _SHARED_BY_FIRST:
        said.update(_words(lines[first]))
        first += 1
    leads = lines[first : last + 1]
    shares = [_share(line, said) for line in leads]
    mean = sum(shares) / len(shares)
    apart = len(leads) >= fewest and max(shares) <= _SHARED and mean <= _SHARED_BY_ALL
    return leads if apart and told(leads) and _hold_together(before, mean) else []


def _days(leads: list[Line]) -> int:
    return sum(_DAY.search(line.bare) is not None for line in leads)


def _begins_anew(line: Line) -> bool:
    """Tell whether a line of a lead's length goes on with nothing that stands before it."""
    if line.kind is not None or not _SHORTEST_LEAD <= line.size <= _LONGEST_LEAD or line.words[0] in _NOT_ANEW:
        return False
    first = WORD.search(MARKED.sub("", line.head))
    if first is None or first[0] in _GOES_ON:
        return False
    return first[0][0] not in _CARRIES_ON or first[0] in _OWN_FIRST


def _hold_together(before: list[Line], least: float) -> bool:
    """Tell whether the article's paragraphs share more than `least` with its first: a column of short news does not."""
    said = set(_words(before[0]))
    return any(_share(line, said) > least for line in before[1:])


def _is_lead(line: Line, verbs: frozenset[str]) -> bool:
    if line.kind is not None or not _SHORTEST_LEAD <= line.size <= _LONGEST_LEAD:
        return False
    first = WORD.match(MARKED.sub("", line.head))
    return first is not None and (first[0] in verbs or first[0] in _SAYS)


def _share(line: Line, said: set[str]) -> float:
    words = set(_words(line))
    return len(words & said) / len(words) if words else 1.0


def _words(line: Line) -> Iterable[str]:
    return stems_of(WORD.findall(line.bare))
