"""Tells papers that report from letters and from deeds: «رسالة ماجستير», «في ورقة بحثية», «أرسل خطابا إلى»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.article import Channel

_NEAR: Final = 4
_PAPERS: Final = frozenset(
    {"نشر", "نشره", "نشرته", "نشرها", "نشرتها", "نشرت", "اجراه", "اجرته", "اجري", "اجريت", "اعده", "اعدته", "اعدها"}
    | {"اعدتها", "صادر", "صادره", "صدر", "صدرت", "حديث", "حديثه", "جديد", "جديده", "علمي", "علميه", "ميداني", "ميدانيه"}
    | {"بحثي", "بحثيه", "استقصايي", "صحفي", "صحافي", "له", "لها", "لهم", "سابق", "سابقه", "موسع", "شمل", "شملت", "عمل"}
    | {
        "قدمه",
        "قدمها",
        "قدمته",
        "قدمتها",
        "مكتوب",
        "عممه",
        "عممته",
        "وجهه",
        "وجهته",
        "وجهها",
        "وجهتها",
        "عاجل",
        "اجراها",
    }
    | {"اجراها", "اجرتها", "اكاديميه", "اكاديمي", "بعنوان"}
)
"""Words that describe a paper: «في بحث جديد» is one, «في بحث القضية» a deed."""
_THESES: Final = frozenset(
    {"ماجستير", "الماجستير", "دكتوراه", "الدكتوراه", "دكتورا", "جامعيه", "الجامعيه", "علميه", "العلميه", "تخرج"}
)
"""With these a «رسالة» is a thesis."""
_WARRANTS: Final = frozenset(
    {"تفاهم", "التفاهم", "توقيف", "اعتقال", "الاعتقال", "التوقيف", "تعاون", "جلب", "قبض", "القبض", "ايقاف", "احضار"}
    | {"ضبط", "حجز"}
)
"""«مذكرة تفاهم» and «مذكرة توقيف» tell no channel."""
_SENT: Final = frozenset({"الي", "ارسله", "ارسلته", "بعثه", "بعثته", "بعث", "رسمي", "سري", "مكتوب", "تلقته", "تلقاه"})
_SENDS: Final = frozenset({"بعث", "بعثت", "ارسل", "ارسلت", "رفع", "رفعت", "تلقي", "تلقت", "تسلم", "تسلمت"})
"""What is sent is a letter, what is given a speech."""
_SPEECHES: Final = frozenset({"الامه", "الشعب", "متلفز", "تلفزيوني", "القاه", "القته", "العالم"})
_COUNCILS: Final = frozenset({"امام", "لمجلس", "الامن", "مجلس", "البرلمان", "للبرلمان"})
"""Before these a briefing is no press conference."""
_MATCHES: Final = frozenset(
    {"الاياب", "الذهاب", "اياب", "ذهاب", "الفريق", "الفريقين", "المنتخب", "نهايي", "كاس", "الكاس", "الدوري", "دوري"}
    | {"امام", "ضد", "الافتتاح", "الديربي", "عمل"}
)
"""With these «مقابلة» is a match; «مقابلة عمل» is none of the press."""
_CROWDS: Final = frozenset(
    {"انتخابي", "حاشد", "خطابي", "جماهيري", "شعبي", "لانصاره", "لانصارها", "لمويديه", "لمويديها", "لمناصريه"}
)
_OF_OUTLET: Final = frozenset({"ل", "لصحيفه", "لجريده", "لقناه", "لموقع", "لمجله"})
_DISCOURSES: Final = frozenset({"الديني", "الاعلامي", "السياسي", "المسرحي", "الثقافي", "النقدي", "الدعوي", "ديني"})
"""«الخطاب الديني» is no speech."""
_NOTHING: Final = frozenset[str]()
_NONE: Final = {"memo": _WARRANTS, "address": _DISCOURSES, "meeting": _MATCHES, "poll": _OF_OUTLET}
"""Words right behind a noun with which it tells no channel of its own."""


def kind_of_paper(forms: Sequence[str], at: int, hi: int, channel: Channel, needs: str) -> Channel | None:
    """Return which channel a noun is that somebody holds or issues, by the words near it; None where it is none."""
    near = forms[at + 1 : min(at + 1 + _NEAR, hi)]
    following = near[0] if near else ""
    if not _NONE.get(needs, _NOTHING).isdisjoint(near[:2]):
        return None
    if needs == "letter":
        return "report" if following in _THESES else channel
    if needs == "memo":
        return "report" if following in {"بحثيه", "بحثي"} else channel
    if needs == "address":
        sent = following in _SENT or not _SENDS.isdisjoint(forms[max(0, at - _NEAR) : at])
        return "statement" if sent and _SPEECHES.isdisjoint(near) else channel
    if needs == "briefing":
        return channel if _COUNCILS.isdisjoint(near) else "speech"
    return channel


def is_described(forms: Sequence[str], at: int, hi: int) -> bool:
    """Tell whether a word of papers stands right behind a noun («في بحث جديد», «في ورقة بحثية»)."""
    behind = at + 1 + (at + 1 < hi and forms[at + 1] in {"الذي", "التي"})
    return behind < hi and forms[behind].removeprefix("ال") in _PAPERS


def is_rally(forms: Sequence[str], at: int, hi: int) -> bool:
    """Tell whether a gathering is one before which somebody speaks («في تجمع انتخابي»)."""
    return at + 1 < hi and forms[at + 1] in _CROWDS
