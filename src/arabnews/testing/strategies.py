"""Hypothesis strategies that yield anything legal, and often what news sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

import arabnews

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from arabnews import Article, Pipeline

_WORDS: Final = (
    "قال", "قالت", "وأضاف", "وأضافت", "أكد", "مؤكدا", "مشيرة إلى", "أعلنت", "بحسب", "وفقا لـ", "إن", "أن",
    "بأن", "أنه", "إنها", "الوزير", "الوزيرة", "رئيس", "المتحدث باسم", "وزارة الصحة", "البيان", "سمير حداد",
    "ليلى منصور", "حداد", "سمـير", "قالَ", "فرنسا", "الفرنسي", "القاهرة", "واشنطن", "رويترز", "الاتفاق",
    "جاهز", "الجسر", "سيبدأ", "في", "من", "على", "إلى", "لم", "الذي", "أمس", "اليوم", "الخميس",
    "يوم الجمعة", "الماضي", "المقبل", "15", "١٥", "۱۵", "مايو", "أيار/مايو", "تشرين الأول", "رمضان", "2024",
    "٢٠٢٤", "1445 هـ", "الموافق", "عام", "12/09/2024", "2024-05-14", "18:30", "منذ 3 ساعات", "الخارجیة",
    "بلين肯", "Minister", "@handle", "#وسم", "https://t.co/AbC123dEf4", "pic.twitter.com/AbC123dEf4",
)  # fmt: skip
_MARKS: Final = (
    " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u200f", "\u202b", "\t", "،", "؛", ":", ".", "..", "؟",
    "!", "«", "»", '"', '"', "“", "”", "‹", "›", "(", ")", "[", "](#)", "-", "–", "—", "/", "*", "**", "•",
    "ـ", "َ", "ّ", "\x00", "\ud800", "🇩🇿", "\u2028",
)  # fmt: skip
_LINES: Final = (
    "سياسة", "قال المدير سمير حداد إن المشروع جاهز.", "وأضافت: «سنبدأ غدا».", "وأكد “أن العمل مستمر",
    "· متابعة @MinWater", "وزارة المياه", "٦:٣٥ م . ١٣ مايو ٢٠٢٤", "١٢ رد نسخ الرابط", "قراءة ٣ ردود",
    "— Ministry (@MinWater) May 13, 2024", "كلمات مفتاحية", "المصدر: وكالات", "اقرأ أيضا:",
    "تونس- “الأفق”:", "منذ ساعتين", "شارك الخبر",
)  # fmt: skip


def texts(*, max_size: int = 60) -> SearchStrategy[str]:
    """Return a strategy of texts: words, marks and lines of Arabic news in any order, and any other `str`.

    `max_size` bounds the number of pieces. Lone surrogates, NUL, bidi controls and unpaired marks occur.
    """
    piece = st.one_of(
        st.sampled_from(_WORDS).map(lambda word: f"{word} "),
        st.sampled_from(_MARKS),
        st.sampled_from(_LINES).map(lambda line: f"{line}\n"),
        st.text(max_size=4),
    )
    news = st.lists(piece, max_size=max_size).map("".join)
    return st.one_of(news, news, st.text(st.characters(), max_size=max_size))


def articles(pipeline: Pipeline | None = None, *, max_size: int = 60) -> SearchStrategy[Article]:
    """Return a strategy of parsed articles, by the default pipeline or another."""
    parse = pipeline or arabnews.parse
    published = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
    return st.builds(parse, texts(max_size=max_size), published)
