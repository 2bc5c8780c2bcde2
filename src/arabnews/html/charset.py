"""Bytes of a page as text: by its declaration where that holds, else by detection.

Old Arabic pages are in Windows-1256, and many declare nothing, or declare something else. A declaration is believed
unless the bytes contradict it: text that is well-formed UTF-8 with Arabic letters is UTF-8, and what is declared as a
Western encoding while the commonest Arabic words appear in another is in that other.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from arabnews.errors import ReadError
from arabnews.reading import find_legacy_encoding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,30})""", re.IGNORECASE
)
_HEAD: Final = 8192
"""Where a declaration is looked for; browsers read 1024 bytes, but long comments stand before it on old pages."""

_WESTERN: Final = frozenset({"ascii", "iso8859-1", "cp1252", "iso8859-15"})
_MARKUP = re.compile(rb"<(?:script|style)\b.{0,200000}?</(?:script|style)>|<[^<>]{0,4000}>", re.IGNORECASE | re.DOTALL)
_ARABIC_UTF8 = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")
_ENOUGH: Final = 10
_DAMAGE: Final = 0.002
"""How much of a page in UTF-8 may be damaged before another encoding is thought of."""


def decode_html(data: bytes, name: str) -> tuple[str, str | None]:
    """Return a page's text, and a note where its encoding had to be guessed.

    Raises:
        ReadError: no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), None
    declared = _declared(data)
    if _is_utf8(data):
        return data.decode("utf-8"), None
    if declared not in (None, *_WESTERN):
        text = data.decode(declared or "utf-8", errors="replace")
        if text.count("\ufffd") <= max(2, len(text) * _DAMAGE):
            return text, None
    return _detected(data, declared, name)


def _declared(data: bytes) -> str | None:
    """Return the codec that the page declares, or None where Python knows none of that name."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii")).name
        "".encode(known)
    except LookupError:
        return None
    # a declaration that could be read as ASCII does not stand in UTF-16
    return "utf-8" if known.startswith(("utf-16", "utf-32")) else known


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(_ARABIC_UTF8.findall(data)) >= _ENOUGH or data.isascii()


def _detected(data: bytes, declared: str | None, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - comes with the extra

    words = _MARKUP.sub(b" ", data)
    guessed = find_legacy_encoding(words)
    if guessed is None:
        best = from_bytes(words).best()
        guessed = best.encoding if best is not None else declared
    if guessed is None:
        reason = "is in no encoding that can be recognised; decode it and give the text, or name its --encoding"
        raise ReadError(name, reason)
    return data.decode(
        guessed, errors="replace"
    ), f"read as {guessed} by its words; it declares {declared or 'nothing'}"
