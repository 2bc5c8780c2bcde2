"""Pieces of news in no order: what is mixed to texts that no grammar would write, and what is repeated to tell growth.

A plugin meets such texts: pages cut in the middle, lists, markup, damaged marks, other scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.testing.choice import Choice

WORDS: Final = (
    "قال", "قالت", "وأضاف", "وأضافت", "أكد", "مؤكدا", "مشيرة إلى", "أعلنت", "بحسب", "وفقا لـ", "إن", "أن",
    "بأن", "أنه", "إنها", "الوزير", "الوزيرة", "رئيس", "المتحدث باسم", "وزارة الصحة", "البيان", "سمير حداد",
    "ليلى منصور", "حداد", "سمـير", "قالَ", "فرنسا", "الفرنسي", "القاهرة", "واشنطن", "رويترز", "الاتفاق",
    "جاهز", "الجسر", "سيبدأ", "في", "من", "على", "إلى", "لم", "الذي", "أمس", "اليوم", "الخميس",
    "يوم الجمعة", "الماضي", "المقبل", "15", "١٥", "۱۵", "مايو", "أيار/مايو", "تشرين الأول", "رمضان", "2024",
    "٢٠٢٤", "1445 هـ", "الموافق", "عام", "12/09/2024", "2024-05-14", "18:30", "منذ 3 ساعات", "الخارجیة",
    "بلين肯", "Minister", "@handle", "#وسم", "https://t.co/AbC123dEf4", "pic.twitter.com/AbC123dEf4",
)  # fmt: skip
MARKS: Final = (
    " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u200f", "\u202b", "\t", "،", "؛", ":", ".", "..", "؟",
    "!", "«", "»", '"', '"', "“", "”", "‹", "›", "(", ")", "[", "](#)", "-", "–", "—", "/", "*", "**", "•",
    "ـ", "َ", "ّ", "\x00", "\ud800", "🇩🇿", "\u2028",
)  # fmt: skip
LINES: Final = (
    "سياسة", "قال المدير سمير حداد إن المشروع جاهز.", "وأضافت: «سنبدأ غدا».", "وأكد “أن العمل مستمر",
    "· متابعة @MinWater", "وزارة المياه", "٦:٣٥ م . ١٣ مايو ٢٠٢٤", "١٢ رد نسخ الرابط", "قراءة ٣ ردود",
    "— Ministry (@MinWater) May 13, 2024", "كلمات مفتاحية", "المصدر: وكالات", "اقرأ أيضا:",
    "تونس- “الأفق”:", "منذ ساعتين", "شارك الخبر",
)  # fmt: skip

HOSTILE: Final = (
    "«", "»", '"', "“", "(", "[", "ـ", "َ", " ", "\n", "\u00a0", "\u200f", "ا", "و", "1", "٣", "1 ", "1,", "1/", ".",
    "، ", "- ", "@a", "#ا ", "http://a", "«ا» ", "قال ", "قال «", "قال إن ", "الوزير ", "سمير حداد ", "يوم ", "في عام ",
    "وأضاف: ", "ا\n", "قال:\n", "— A (@a) ", "متابعة ", "12 رد ", "مايو ", "من ", "على أن ",
)  # fmt: skip
"""What is repeated to see how the cost grows: openers that never close, runs that a pattern may try at every place."""


def compose_mixture(choice: Choice, more: Sequence[str] = ()) -> str:
    """Return a text of words, marks and lines in any order, and of what `more` holds."""
    pieces = []
    for _ in range(choice.between(0, 60)):
        kind = choice.below(5 if more else 4)
        if kind < 2:
            pieces.append(f"{choice.pick(WORDS)} ")
        elif kind == 2:
            pieces.append(choice.pick(MARKS))
        elif kind == 3:
            pieces.append(f"{choice.pick(LINES)}\n")
        else:
            pieces.append(f"{choice.pick(more)} ")
    return "".join(pieces)
