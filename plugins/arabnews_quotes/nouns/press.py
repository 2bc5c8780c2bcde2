"""Tells the press, to which someone speaks, from where he holds his office: «مصادر | لصحيفة كذا», «مدير لصحيفة كذا»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.steps import SPEAKS_FOR

if TYPE_CHECKING:
    from arabnews_entities import NounPhrase

    from .phrases import Reading

_PRESS: Final = frozenset(
    {"صحيفه", "قناه", "وكاله", "تلفزيون", "التلفزيون", "اذاعه", "موقع", "جريده", "مجله", "راديو", "شبكه", "محطه"}
    | {"مراسل", "مراسله", "مندوب", "فضاييه", "فرانس", "رويترز", "هسبريس", "اناضول", "عكاظ"}
)
"""To these one speaks."""
_AT_PRESS: Final = frozenset(
    {"مدير", "مديره", "رييس", "رييسه", "محرر", "تحرير", "مراسل", "مراسله", "مندوب", "ممثل", "مذيع", "مذيعه", "مالك"}
    | {"موقع", "حساب", "صفحه", "ناشر", "كاتب", "عام", "تنفيذي", "مستشار", "عضو", "صحفي", "صحافي", "ناطق", "متحدث"}
    | {"حسابات", "تقرير", "استطلاع", "مسح", "احصاء", "تحليل", "تحقيق", "بيانات", "مقابله"}
)
_PRESSMEN: Final = frozenset({"صحفيين", "صحافيين", "اعلاميين", "مراسلين"})
_UNIONS: Final = frozenset(
    {"اتحاد", "نقابه", "نادي", "لجنه", "جمعيه", "رابطه", "مركز", "منتدي", "هيئه", "موسسه", "شبكه", "مجلس", "منظمه"}
    | {"معهد", "تجمع", "ملتقي", "كونفدراليه", "فيدراليه", "فدراليه", "مكتب", "نادي", "فرع"}
)
"""Bodies of journalists: «الاتحاد الدولي للصحفيين»."""
_TIME: Final = "للمره"
_OFFICE: Final = 5
"""An office at a newspaper is told so many words before it."""


def is_told(reading: Reading, index: int, word: str) -> bool:
    """Tell whether ل leads to the press, to which someone speaks («مصادر | لصحيفة كذا»), who holds no office there.

    Or whether his word is cited («مصادر أمنية | قولها إن»).
    """
    if word[0] != "ل":
        cue = reading.signs.cues.get(index) if word[-1] in "هام" else None
        return cue is not None and any(form.kind == "masdar" and form.pronoun for form in cue.forms)
    if word == _TIME:
        return True  # «أكدت الوزارة | للمرة الأولى أن»
    stem = word[2:] if word.startswith("لل") else word[1:]
    if stem in _PRESSMEN:
        before = reading.passage.words.forms[max(reading.passage.lo, index - _OFFICE) : index]
        return _UNIONS.isdisjoint(form.removeprefix("و").removeprefix("ال") for form in before)
    if stem not in _PRESS and not ("a" <= stem[:1] <= "z"):
        return False
    forms, low = reading.passage.words.forms, max(reading.passage.lo, index - _OFFICE)
    if not SPEAKS_FOR.isdisjoint(forms[low:index]):
        return True  # «متحدث باسم الوزارة | لوكالة كذا»
    return _AT_PRESS.isdisjoint(form.removeprefix("ال").removeprefix("ل") for form in forms[low:index])


def before_told(reading: Reading, office: NounPhrase) -> int:
    """Return the word behind an office, without whom its holder tells something («وزير الري | للصحفيين»)."""
    forms, last = reading.passage.words.forms, min(office.last, reading.passage.hi)
    return next((i for i in range(office.first + 1, last) if is_told(reading, i, forms[i])), last)
