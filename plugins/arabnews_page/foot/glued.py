"""What is glued to the end of the last paragraph: the agency in brackets, links, keywords, the end of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews.fold import Stripped, strip_levelled
from arabnews_page.pieces.authors import OFFICES, is_author
from arabnews_page.text.lines import MARKED, Part
from arabnews_page.text.sources import AGENCIES, is_agencies
from arabnews_page.text.stems import IDLE, WORD, share_said

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers
    from arabnews_page.text.names import Names

_IN_BRACKETS = re.compile(r"[-–—\s]{0,3}([(\[]\s?([^()\[\]\n]{2,60}?)\s?[)\]])\s?[.*]?$")
_OVER = re.compile(
    r"\s((?:\.{2}\s?)?//\s{0,3}انتهي\s{0,3}//.{0,12}|\((?:النهايه|انتهي)\)[\s.]{0,3}(?:\w(?:[\s./]{1,3}\w){1,5}[\s.]{0,2})?)$"
)
STOP = re.compile(r"[^.\s]\.\s+\S")
KEYWORDS = re.compile(r"\s{0,3}:?(?:\s{1,3}[\w-]{1,25}){1,20}\s{0,3}")
_DOTTED = re.compile(r"\s?\.\s?(?=\S)")
_STOPS: Final = frozenset('.؟!»”"')
_ENDS = re.compile(r"[.؟!…@]")
_LONGEST_NAME: Final = 60
_GLUED_ADDRESS = re.compile(r"[.؟!…»”\"]\s{0,3}(\w[\w.+-]{1,40}@[\w-]{2,30}(?:\.\w{2,10}){1,3})$")
_GLUED_NAME = re.compile(r"[^\W\d_]{2}\s?[؟!]?[.؟!…]\s?((?:[^\W\d_]{2,14}\s){1,3}[^\W\d_]{2,14})$")
_OFFICE = re.compile(OFFICES)
_PRESENT = re.compile(r"\s[يت][^\W\d_]{3,8}(?!\w)")
_GLUED_REST: Final = 700
_SAID: Final = 0.6
_BEFORE_NOUN: Final = IDLE | {"احدي", "ابرز", "اهم", "بعض", "لهم", "ذات", "وهي", "وهذه"}
"""After these the label is a word of the sentence."""


def label_glued(lines: list[Line], last: int, markers: Markers, gazetteer: Gazetteer) -> list[Part]:
    """Return what is glued to the end of the last paragraph: the agency in brackets, links, keywords."""
    line = lines[last]
    tail = max(line.start, line.end - _GLUED_REST)
    written = line.levelled[tail : line.end]
    signed = written[-1].isalpha() and _ENDS.search(written, max(0, len(written) - _LONGEST_NAME)) is not None
    if not signed:
        for sign in markers.glued_signs:
            if sign in written:
                break
        else:
            return []
    stripped = strip_levelled(written) if MARKED.search(written) else Stripped(written, written)
    found = _ending(stripped.text, gazetteer) or _signed(stripped.text, gazetteer.given, last=line is lines[-1])
    bare = stripped.text.lower()
    if found is None and len(bare) == len(stripped.text):  # else a small form is longer: offsets would not hold
        found = _labelled(bare, markers) or _ordered(bare, markers) or _unstopped(bare, lines, last, markers)
    if found is None:
        return []
    start, end = stripped.back(*found[:2])
    kind, rule = found[2:]
    return [Part(tail + start, tail + end if rule == "agency-glued" else line.end, kind, rule)]


def _ending(text: str, gazetteer: Gazetteer) -> tuple[int, int, str, str] | None:
    """Return start, end, kind and rule of the agency's mark at the end of a paragraph, or None."""
    over = _OVER.search(text, max(0, len(text) - 40)) if "//" in text or ")" in text[-20:] else None
    if over and over.start() > 0:
        return over.start(1), len(text.rstrip()), "boilerplate", "end-glued"
    closed = text[-4:].rstrip(" .*")[-1:] in (")", "]")
    agencies = _IN_BRACKETS.search(text, max(0, len(text) - 80)) if closed else None
    if agencies and agencies.start() > 0 and _are_agencies(agencies[2], text[: agencies.start(1)], gazetteer):
        return *agencies.span(1), "source", "agency-glued"
    return None


def _are_agencies(names: str, before: str, gazetteer: Gazetteer) -> bool:
    """Tell whether words in brackets are agencies; after a full stop a name that is an ordinary word is one too."""
    names = _DOTTED.sub(".", names)
    if is_agencies(names, gazetteer) or is_agencies(names.replace(".", " "), gazetteer):
        return True
    stopped = before.rstrip()[-1:] in _STOPS
    return stopped and (names in AGENCIES or gazetteer.outlet.fullmatch(names) is not None)


def _signed(text: str, names: Names, *, last: bool) -> tuple[int, int, str, str] | None:
    """Return the author's address, name or office glued behind the last full stop, or None."""
    signed = _GLUED_ADDRESS.search(text, max(0, len(text) - _LONGEST_NAME))
    if signed is None:
        signed = _GLUED_NAME.search(text, max(0, len(text) - _LONGEST_NAME))
        if signed is None or not (is_author(signed[1], names) or (last and _is_office(signed[1], signed[0]))):
            return None
    return *signed.span(1), "byline", "author-glued"


def _is_office(words: str, behind: str) -> bool:
    """Tell whether words behind a full stop are an office alone: behind dots or a question somebody does something."""
    stopped = behind.removesuffix(words).rstrip().endswith(".")
    return stopped and _OFFICE.match(words) is not None and _PRESENT.search(words) is None


def _labelled(bare: str, markers: Markers) -> tuple[int, int, str, str] | None:
    """Return what a label after the last sentence announces, to the end; or None."""
    for gap in markers.glued.finditer(bare):
        label = markers.glued_words.match(bare, gap.end())
        if label is None or not bare[: gap.end()].strip():
            continue
        kind, rest = markers.glued_kinds[" ".join(label[0].split())], bare[label.end() :]
        if not STOP.search(rest) and (kind != "keywords" or KEYWORDS.fullmatch(rest)):
            return gap.end(), len(bare), kind, f"{kind}-glued"
    return None


def _ordered(bare: str, markers: Markers) -> tuple[int, int, str, str] | None:
    """Return the links after «اقرأ/ي أيضا», whatever stands before it; or None."""
    for form in markers.slashed:
        at = bare.find(f" {form}")
        if at > 0 and bare[at + len(form) + 1 :][:1] in (" ", ":") and not STOP.search(bare, at):
            return at + 1, len(bare), markers.glued_kinds[form], "order-glued"
    return None


def _unstopped(bare: str, lines: list[Line], last: int, markers: Markers) -> tuple[int, int, str, str] | None:
    """Return the keywords after a last sentence without a stop: most of their words, the article has said; or None."""
    if not any(label in bare for label in markers.tagged):
        return None
    for label in markers.glued_words.finditer(bare):
        kind = markers.glued_kinds[" ".join(label[0].split())]
        told = bare[: label.start()].split()
        if kind != "keywords" or not told or told[-1] in _BEFORE_NOUN or not KEYWORDS.fullmatch(bare, label.end()):
            continue
        line = lines[last]
        before = line.end - (len(bare) - label.start())
        if share_said(WORD.findall(bare, label.end()), line.levelled, before) < _SAID:
            break
        return label.start(), len(bare), kind, "keywords-unstopped"
    return None
