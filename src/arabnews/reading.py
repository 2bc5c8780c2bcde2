"""Files as the text of an article: bytes are decoded, nothing else changes, so that offsets hold.

UTF-8 (with or without byte-order mark) and UTF-16 with its mark are read as they are. Old Arabic archives are often in
Windows-1256 and sometimes in ISO 8859-6: these are recognised by the commonest words of the language, and only by
good evidence; what stays doubtful is refused with an error that names `--encoding`.

A page of HTML is handed to `arabnews.html`, which needs the extra `arabnews[html]`.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from arabnews.article import Article
from arabnews.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT: Final = 8 * 1024 * 1024
"""The size in bytes past which a file is hardly one article."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the mark of UTF-16 and so stands before it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS: Final = (
    (b"%PDF-", "a PDF file; extract its text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document; extract its text first"),
    (b"\x1f\x8b", "compressed by gzip; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,256}(?:<!--.{0,2000}?-->\s{0,256})?<(?:!doctype html|html\b|\?xml\b)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_LEGACY: Final = ("windows-1256", "iso-8859-6")
_COMMON: Final = re.compile(r"(?<!\w)(?:في|من|على|إلى|أن|عن|مع|هذا|التي|الذي)(?!\w)")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x7f-\x9f]")
SUFFIXES: Final = (".txt", ".text")


class TextFile(NamedTuple):
    """A file's name, its text, and a note where something about it had to be guessed.

    `page` is the article with what the markup tells, where the file is a page of HTML.
    """

    name: str
    text: str
    note: str | None = None
    page: Article | None = None

    @property
    def article(self) -> Article:
        """The article for a pipeline to parse; its metadata name the file."""
        article = self.page or Article(self.text)
        return evolve(article, metadata={**article.metadata, "file": self.name})


def find_files(path: str) -> list[str]:
    """Return the files that a name on the command line means: itself, or those of a folder and below, sorted.

    Of a folder they are the text files and, where the extra `arabnews[html]` is installed, the pages of HTML. Folders
    below that may not be read are among them, so that whoever reads them is told.

    Raises:
        ReadError: there is no such file, or the folder has no such files.
    """
    if path == "-":
        return [path]
    if not path:
        raise ReadError(repr(path), "is no name of a file")
    place = Path(path)
    if place.is_dir():
        pages = reads_html()
        suffixes = (*SUFFIXES, *_HTML_SUFFIXES) if pages else SUFFIXES
        found = sorted(_find_below(place, suffixes))
        if not found:
            hint = "" if pages else '; pages of HTML need more packages: pip install "arabnews[html]"'
            raise ReadError(path, f"no {', '.join(suffixes)} files in this folder; name the files themselves{hint}")
        return found
    if not place.exists():
        raise ReadError(path, "no such file")
    return [path]


def _find_below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield the files below a folder, and the folders that cannot be listed."""
    hidden: list[str] = []
    for place, _, names in os.walk(folder, onerror=lambda error: hidden.append(error.filename)):
        for name in names:
            file = Path(place, name)
            if file.suffix.lower() in suffixes and _may_be_file(file):
                yield str(file)
    yield from hidden


def _may_be_file(path: Path) -> bool:
    try:
        return path.is_file()
    except PermissionError:
        return True  # reading it tells why it cannot be read


def reads_html() -> bool:
    """Tell whether the packages that read pages of HTML are installed."""
    return all(find_spec(name) is not None for name in ("lxml", "trafilatura"))


def read_text(path: str, encoding: str | None = None, limit: int = LIMIT) -> TextFile:
    """Read a file, or standard input for "-", as the text of an article.

    `encoding` is a name that Python's codecs know; without it the encoding is recognised. `limit` is in bytes.

    Raises:
        ReadError: the file cannot be read, is empty, too large, no text, or in an encoding that is not recognised.
    """
    name = "standard input" if path == "-" else path
    data = _read_bytes(path, name, limit)
    if not data.strip():
        raise ReadError(name, "is empty: there is nothing to parse")
    is_html = bool(_HTML.match(data)) or name.lower().endswith(_HTML_SUFFIXES)
    if encoding is not None:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            where = f"byte {error.start} ({data[error.start]:#04x})"
            raise ReadError(name, f"is not in {encoding}: {where} does not fit; try another --encoding") from error
        text = text.removeprefix("\ufeff")
        return _page(name, text) if is_html else TextFile(name, text)
    return _page(name, data) if is_html else _recognise(name, data)


def _page(name: str, html: str | bytes) -> TextFile:
    """Return the text of a page's article, with what its markup tells. Raises ReadError like `arabnews.from_html`."""
    from arabnews.html import read_html  # noqa: PLC0415 - most files are no HTML

    page = read_html(html, name=name)
    note = page.metadata.get("encoding_note")
    return TextFile(name, page.text, note, page)


def _read_bytes(path: str, name: str, limit: int) -> bytes:
    try:
        if path == "-":
            if sys.stdin is None:  # Python found it closed
                raise ReadError(name, "is closed")
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(limit + 1)
    except OSError as error:
        raise ReadError(name, f"cannot be read: {error.strerror or error}") from error
    if len(data) > limit:
        size = f"{limit / 1048576:g} MB"
        reason = f"is larger than {size}, too large for one article; split it, or allow more with --max-size"
        raise ReadError(name, reason)
    return data


def _recognise(name: str, data: bytes) -> TextFile:
    for start, kind in _KINDS:
        if data.startswith(start):
            raise ReadError(name, f"is {kind}")
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is None and b"\x00" in data:
        reason = "looks like a binary file, not text; if it is text, name its --encoding"
        if _looks_like_utf16(data):
            reason = "looks like UTF-16 without its mark; say --encoding utf-16-le or --encoding utf-16-be"
        raise ReadError(name, reason)
    try:
        return TextFile(name, data.decode(marked or "utf-8"))
    except UnicodeDecodeError as error:
        if marked is not None:
            reason = f"begins like {marked.upper()} but is damaged at byte {error.start}; name its --encoding"
            raise ReadError(name, reason) from error
        guessed = find_legacy_encoding(data)
        if guessed is None:
            reason = (
                f"is not UTF-8 (byte {error.start}) and no other encoding is evident; "
                "name it, for instance --encoding windows-1256"
            )
            raise ReadError(name, reason) from error
    note = f"is not UTF-8; read as {guessed} by its commonest words (--encoding names another)"
    return TextFile(name, data.decode(guessed), note)


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether one byte of most pairs is that of Arabic or Latin letters; of binary files both may be."""
    sample = data[:4096]
    halves = (sample[0::2], sample[1::2])
    return sum(half.count(b"\x06") + half.count(b"\x00") > 0.7 * len(half) for half in halves) == 1


def find_legacy_encoding(data: bytes) -> str | None:
    """Return the single-byte Arabic encoding in which the commonest words appear, or None without good evidence.

    >>> find_legacy_encoding("وصل الوفد إلى الميناء في المساء".encode("windows-1256"))
    'windows-1256'
    """
    scores = {}
    for encoding in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = len(text.split())
        # a tenth of the words of Arabic prose are of this short list; a third of that will do for a short text
        if not _CONTROL.search(text) and (found := len(_COMMON.findall(text))) * 30 >= words and found:
            scores[encoding] = found
    return max(scores, key=lambda e: scores[e]) if scores else None
