"""The characters of Arabic news text: which are marks, which are unified with which.

Letter classes after the practice of Arabic information retrieval (light normalisation) and pyarabic's tables.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from pyarabic import araby

HARAKAT: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
"""Marks written above and below letters, as the inside of a regular expression's class."""

INVISIBLE: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, zero-width and bidi control characters, as the inside of a class."""

PRESENTATION: Final = "\ufb50-\ufdff\ufe70-\ufefc"
"""The shapes of single letters and the ligatures of old encodings («ﻷ»), as the inside of a class."""

MARKS: Final = HARAKAT + araby.TATWEEL + INVISIBLE
"""All that is dropped where words are compared, as the inside of a class."""

LEVEL: Final[dict[str, str]] = {
    **dict.fromkeys([araby.ALEF_HAMZA_ABOVE, araby.ALEF_HAMZA_BELOW, araby.ALEF_MADDA, "\u0671"], araby.ALEF),
    **dict.fromkeys([araby.ALEF_MAKSURA, "\u06cc", "\u06d0", araby.YEH_HAMZA], araby.YEH),
    **dict.fromkeys([araby.TEH_MARBUTA, "\u06c0", "\u06c1", "\u06be", "\u06d5"], araby.HEH),
    **dict.fromkeys(["\u06a9", "\u06aa", "\u06af"], araby.KAF),
    araby.WAW_HAMZA: araby.WAW,
    "\u067e": araby.BEH,
    "\u0686": araby.JEEM,
    "\u06a4": araby.FEH,
    "\u0698": araby.ZAIN,
    **{chr(0x0660 + d): str(d) for d in range(10)},
    **{chr(0x06F0 + d): str(d) for d in range(10)},
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": ",",
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
}
"""What each character is unified with, one for one."""

WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(["\u06cc", "\u06d0"], araby.YEH),
    **dict.fromkeys(["\u06a9", "\u06aa"], araby.KAF),
    **dict.fromkeys(["\u06c1", "\u06be", "\u06d5"], araby.HEH),
    **{space: " " for space, plain in LEVEL.items() if plain == " "},
}
"""What other keyboards and typesetters write for a letter or space of Arabic, one for one: Farsi ی and ک, the no-break
space. Unlike in `LEVEL`, what Arabic spelling keeps apart (أ ا, ي ى, ة ه) stays apart."""

_TABLE: Final = str.maketrans(LEVEL)
_SHORT: Final = 48

COMMON: Final = (
    "\0\t\n\r"
    + "".join(map(chr, range(0x20, 0x7F)))
    + "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
    + "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
    + "،؛؟٪٫٬٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
    + "\u0671\u067e\u0686\u0698\u06a4\u06a9\u06aa\u06af\u06be\u06c0\u06c1\u06cc\u06d0\u06d5"
    + "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    + "\u00a0\u2009\u202f«»“”„‘’–—−…•·×÷°″′©®™€£§"
    + "éèêëàâáãäçöôóüùúïîíşğıš"
)
"""The characters of nearly all Arabic news, at most 256: a text of these alone can be read at one byte each."""

ENCODING: Final = codecs.charmap_build(COMMON)
"""The byte of each of these characters, as `codecs.charmap_encode` reads it."""

_UNIFIED: Final = "".join(LEVEL.get(char, char) for char in COMMON)
"""What each byte is unified with."""


def unify(text: str) -> str:
    """Return `text` with its characters unified one for one.

    Where all are common, they are unified by a table of bytes, several times as fast as by a table of characters.
    """
    try:
        read, _ = codecs.charmap_encode(text, "strict", ENCODING)
    except UnicodeEncodeError:
        return _unify_any(text)
    return codecs.charmap_decode(read, "strict", _UNIFIED)[0]


def _unify_any(text: str) -> str:
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    # on long texts str.replace is some fifty times faster than str.translate, and most of these characters are absent
    for old, new in LEVEL.items():
        if old in text:
            text = text.replace(old, new)
    return text


def respell(text: str) -> str:
    """Return `text` as an Arabic keyboard writes it, one for one: the same text where nothing is written otherwise.

    Where no Arabic question mark is used, «?» may be what an encoding made of a sign it did not know: behind a number
    it is a percent sign, and inside sentences, in a text that has hardly a comma, it is the Arabic comma.
    """
    for old, new in WRITTEN.items():
        if old in text:
            text = text.replace(old, new)
    if "?" in text and "؟" not in text:
        text = _LOST_PERCENT.sub("%", text)
        commas = len(_LOST_COMMA.findall(text))
        if commas >= _FEWEST_LOST and commas > 2 * text.count("،"):
            text = _LOST_COMMA.sub("،", text)
    return text


# the sign stands first in the patterns, so that `re` skips to it
_LOST_PERCENT: Final = re.compile(r"\?(?<=[0-9\u0660-\u0669]\?)(?<!\d\d\d\d\?)(?![\w?])")  # «هل فاز عام 2012?» asks
_LOST_COMMA: Final = re.compile(
    r"\?(?:(?<=[^\W\d_]\?)(?= ?[^\W\d_])|(?<=[\"”»)]\?)(?= [^\W\d_])|(?<=[^\W\d_] \?)(?= [^\W\d_]))"
)
_FEWEST_LOST: Final = 5
"""Fewer question marks before a word may be questions with their answers."""
