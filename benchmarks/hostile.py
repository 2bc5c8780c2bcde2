"""Texts that a careless rule is slow on: one mark again and again, openers that never close, words without an end."""

from __future__ import annotations

from typing import Final, NamedTuple

from arabnews.testing import generate
from arabnews.testing.fragments import HOSTILE

_MORE: Final = (
    "٫", "۵", "12 ", "1-", "1:", "12:30 ", "1445 ", "2024/", "2024-05-14 ", "1/2/", "أيار/", "(1", "\t", "\r\n",
    " \n", "\u2028", "\u202b", "\u061c", "\ufeff", "َّ", "اَ", "اَ ", "ق\u064eال ", "ـا", "/", "//", "\\", "؟", "!",
    "،", "؛", ":", "…", "-", "–", "—", "*", "**", "•", "_", "#", "@", "'", "''", "’", "‹", "«»", "()", "[]", "[](",
    "](", "»«", '"ا" ', "( ا ) ", "«ا", "«ا ", "ا» ", "«قال ", "قال: «", 'قال: "', '"قال ', "- قال ", "أن ",
    "إن ", "و ", "وا ", "ال ", "بن ", "أبو ", "عبد ", "عبد الله ", "محمد ", "د. ", "الدكتور ", "رئيس ",
    "رئيس الوزراء ", "وزير ", "وزارة ", "شركة ", "مدينة ", "المتحدث باسم ", "بحسب ", "وفقا ", "وفقا لـ",
    "مشيرا إلى ", "الذي ", "الذي قال ", "أمس ", "الخميس ", "الماضي ", "قبل ", "منذ ", "بين ", "من 1 إلى ", "عام ",
    "رمضان ", "هـ ", "يوم الخميس ", "فرنسا ", "الفرنسي ", "القاهرة (رويترز) - ", "رويترز ", "المصدر: ",
    "اقرأ أيضا: ", "كلمات مفتاحية ", "رد ", "قراءة ", "https://t.co/a ", "www.", "a.b.", "a@b ", "<", "<b>", "&amp;",
    "A ", "Aa", "肯", "🇩🇿", "\x00", "\ud800",
)  # fmt: skip

_MIXED: Final = (
    "«ا» قال ب إن ج، وأضاف «د", "قال سمير حداد إن الوزير قال إن ", "سمير حداد، ليلى منصور، ",
    "الوزير سمير حداد، رئيس الوزراء، ", "12 مايو 2024 - ", "من يوم الخميس إلى ", '(أ) [ب] "ج" ',
    "http://a.b/c?d=e&f=g#h ", "قال: ا\n", "- ا: ب\n", "@a: ا\n", "#ا_ب_ج ",
)  # fmt: skip

_OPENED: Final = tuple(
    (opener, "كلمة ") for opener in ("«", '"', "“", "(", "[", "قال ", "قال إن ", "بين ", "من ", "— ", "متابعة ", "@a ")
)

_CLOSED: Final = tuple(
    ("كلمة ", closer)
    for closer in ("»", '"', "”", ")", "]", " قال", " قال سمير حداد.", " 2024", " هـ", "\nمتابعة", " @a")
)


_FEW: Final = {
    "quotes «": "«", "quotes »": "»", 'quotes "': '"', "quotes “": "“", "pairs «ا»": "«ا» ", "digits 1": "1",
    "digits ٣": "٣", "numbers": "1 ", "numbers with commas": "1,", "dates": "12 مايو 2024 - ", "days": "يوم ",
    "months": "مايو ", "spaces": " ", "no-break spaces": "\u00a0", "tabs": "\t", "line breaks": "\n",
    "line separators": "\u2028", "lines of a letter": "ا\n", "harakat": "\u064e", "letters with harakat": "ا\u064e",
    "words with harakat": "قَال ", "tatweel": "ـ", "brackets (": "(", "brackets [": "[", "links [](": "[](",
    "brackets around letters": "( ا ) ", "no sentence end": "كلمة ", "no word end": "كلمة", "slashes": "/",
    "numbers with slashes": "1/", "dashes": "- ", "stops": ".", "«من»": "من ", "«على أن»": "على أن ",
    "bidi marks": "\u200f", "byte order marks": "\ufeff", "handles": "@a ", "signs of posts": "@a",
    "hashtags": "#ا ", "addresses": "http://a ", "cues": "قال ", "cues with «": "قال «", "cues with إن": "قال إن ",
    "cues on lines": "قال:\n", "offices": "الوزير ", "names": "سمير حداد ",
    "names in a list": "سمير حداد، ليلى منصور، ", "reports": "قال سمير حداد إن ", "buttons of posts": "12 رد ",
    "signatures of posts": "— A (@a) ", "surrogates": "\ud800",
}  # fmt: skip


class Hostile(NamedTuple):
    """What is repeated, and what stands before and after it."""

    name: str
    piece: str
    before: str = ""
    after: str = ""

    def make(self, size: int) -> str:
        """Return a text of about `size` bytes of UTF-8."""
        width = len(self.piece.encode("utf-8", "surrogatepass"))
        return self.before + self.piece * max(1, size // width) + self.after


def few() -> list[Hostile]:
    """Return one text of each kind."""
    return [*(Hostile(name, piece) for name, piece in _FEW.items()), *_news()]


def many() -> list[Hostile]:
    """Return those of `few`, and all others."""
    pieces = dict.fromkeys([*HOSTILE, *_MORE, *_MIXED])
    return [
        *few(),
        *(Hostile(repr(piece), piece) for piece in pieces if piece not in _FEW.values()),
        *(Hostile(f"{opener!r} and words", piece, before=opener) for opener, piece in _OPENED),
        *(Hostile(f"words and {closer!r}", piece, after=closer) for piece, closer in _CLOSED),
    ]


def _news() -> list[Hostile]:
    line, *others = (news.text for news in generate(11, 3))
    return [
        Hostile("news on one line", line.replace("\n", " ") + " "),
        *(Hostile(f"news {number}", f"{text}\n\n") for number, text in enumerate(others, 1)),
    ]
