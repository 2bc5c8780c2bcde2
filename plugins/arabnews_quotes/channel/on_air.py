"""Tells whether somebody speaks on the air: «في برنامج كذا على قناة كذا», «ضيفا على القناة», «عبر أثير الإذاعة»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_WAVES: Final = frozenset({"اثير", "امواج", "هواء", "شاشه"})
"""Over these a station speaks."""
_THROUGH: Final = frozenset({"عبر", "وعبر", "علي", "وعلي", "من"})
_SHOWN: Final = frozenset({"يبث", "تبث", "بث", "بثت", "يعرض", "تعرض", "عرض", "عرضت", "المعروض", "يذاع", "تذاع"})
"""What is shown on a station is no speech («مسلسل يعرض على شاشة القناة»)."""
_GUESTS: Final = frozenset({"ضيفا", "ضيفه", "استضافته", "استضافتها"})
_STATIONS: Final = frozenset(
    form
    for noun in ("قناه", "اذاعه", "تلفزيون", "راديو", "فضاييه", "شاشه", "تليفزيون", "اذاعي", "اذاعيه", "تلفزيوني")
    for form in (noun, "ال" + noun, "ب" + noun, "بال" + noun)
) | frozenset({"للاذاعه", "للقناه", "التلفزيونيه", "التلفزي", "الحواري", "اثير", "امواج"})
_SHOWS: Final = frozenset(
    {"برنامج", "برنامجه", "برنامجها", "البرنامج", "حصه", "حلقه", "نشره", "بودكاست", "استوديو", "بلاتو"}
)
_IN: Final = frozenset({"في", "ضمن", "عبر", "خلال", "وفي", "وضمن", "وعبر", "وخلال", "من"})
_BY_NAME: Final = frozenset({"في", "وفي", "ضمن", "عبر", "وعبر"})
"""Behind these a programme is told by its name alone; «خلال برنامج «كذا»» may be another programme."""
_OPENING: Final = frozenset("\"«“”„'’‘")
_NEAR: Final = 4
_GUEST: Final = 6
"""Where someone is a guest stands within so many words."""
_SHOW: Final = 9
"""The station of a programme stands within so many words."""


def is_on_air(reading: Reading, at: int, before: str) -> bool:
    """Tell whether the word at `at`, behind the word `before`, tells that somebody speaks on the air."""
    passage = reading.passage
    forms = passage.words.forms
    limit = passage.word_at(passage.stop_after(passage.words.ends[at]))
    behind = frozenset(forms[at + 1 : min(at + (_GUEST if forms[at] in _GUESTS else _SHOW), limit)])
    if forms[at] in _GUESTS:
        return not (_STATIONS | _SHOWS).isdisjoint(behind)
    if forms[at] in _WAVES:
        shown = not _SHOWN.isdisjoint(forms[max(passage.lo, at - _NEAR) : at])
        return before in _THROUGH and not shown and not _STATIONS.isdisjoint(forms[at + 1 : at + 2])
    if before not in _IN:
        return False
    named = before in _BY_NAME and at + 1 < limit and not _OPENING.isdisjoint(passage.gap_before(at + 1))
    episode = forms[at] == "حلقه" and forms[at + 1 : at + 2] == ("من",) and not _SHOWS.isdisjoint(behind)
    return named or episode or not _STATIONS.isdisjoint(behind)
