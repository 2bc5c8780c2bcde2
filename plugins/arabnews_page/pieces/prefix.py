"""What stands before a report's first verb: place, outlet and author in short pieces, whatever names no table knows.

«المرسى - الميناء: أعلنت …», «المرسى (نبأ) - كشف …», «سامي الحداد - النخلة - المرسى: وصل …». Three things tell it
together: short pieces that signs join, a sign behind the last, and then the verb with which reports begin. A sentence
has no such beginning, but for an insertion between two dashes («الوزير - كعادته - أعلن») and for who speaks
(«مدير السد: ارتفع …»): where two dashes end the pieces one of them must be known, and an office is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews.fold import Stripped, strip_levelled
from arabnews_page.pieces.authors import NO_NAME, is_author
from arabnews_page.text.lines import MARKED, Part
from arabnews_page.text.stems import WORD

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers
    from arabnews_page.text.names import Names

_HEAD: Final = 90
_SHORTEST_BODY: Final = 60
_WORD: Final = r"[^\W\d_]{1,14}(?:\.[^\W\d_]{1,2}){0,3}"
_WORDS: Final = rf"{_WORD}(?:\s{{1,2}}{_WORD}){{0,3}}"
_DAY: Final = r"\s{1,2}(?:في\s)?\d{1,2}(?:[-/]\d{1,2}[-/]\d{4}|\s[^\W\d_]{3,10}(?:\s\d{4}(?:\sم)?)?)"
_ENCLOSED: Final = r"\(\s?[^()\n:]{2,28}\)|«[^«»\n:]{2,28}»|\"[^\"\n:]{2,28}\"|“[^“”\n:]{2,28}”|/[^/\n:]{2,20}/"
_PIECE: Final = rf"(?:{_ENCLOSED}|{_WORDS}(?:{_DAY})?)"
_SIGN: Final = r"(?:[-–—|ـ،]|/(?!\s?[^/\s]{1,20}/))"


def _prefix(signs: str) -> re.Pattern[str]:
    joint = rf"(?:\s{{0,2}}{signs}{{1,2}}\s{{0,2}}|\s{{0,2}}(?=[(«\"“/]))"
    end = r"\s{0,3}(?:[:|]|[-–—ـ]{1,3}|/(?=\s)|(?<=/))"
    return re.compile(rf"[\s*]{{0,3}}({_PIECE}(?:{joint}{_PIECE}){{0,3}})({end})\s{{0,3}}(?=[^\W\d_]{{2}})")


_PREFIX = _prefix(rf"(?::|{_SIGN})")
_TO_COLON = _prefix(_SIGN)
"""What stands before the first colon, where more than one does."""
_LAST_SIGN = re.compile(r"[:|/ـ–—-]")
"""One of these stands behind the last piece."""

_SPLIT = re.compile(rf"{_ENCLOSED}|{_WORDS}(?:{_DAY})?")
_DASHES: Final = "-–—ـ"
_OPENERS: Final = '(«"“/'
_CLOSERS: Final = ("»", '"', "”")
_EDGE: Final = ' ()«»"“”/*'
_AGENCY = re.compile(r"\((?:[A-Za-z]{2,5}|[^\W\d_](?:[\s.]{1,2}[^\W\d_]){1,3}\.?)\)$")
"""An agency's letters in brackets («(CNN)», «(أ ف ب)»)."""

_LONE_TATWEEL = re.compile(r"(?<!\w)\u0640{1,3}(?!\w)")
_MOST_WORDS: Final = 10
_SURNAMED = re.compile(r"(?!ال)[^\W\d_]{3,10}(?:\s[^\W\d_]{2,12}){0,2}\sال[^\W\d_]{3,10}ي")
_OFFICE = re.compile(
    r"(?:ال|لل)?(?:رييس|وزير|مدير|امين|ناطق|متحدث|نايب|قايد|ملك|امير|شيخ|سفير|محافظ|عضو|مدرب|لاعب|خبير|محلل|كاتب|دكتور|استاذ"
    r"|مصدر|مصادر|مسوول|بايع|مواطن|شاهد|محامي|قاضي|عميد|عقيد|لواء|مرشد|مفتي|نقيب|مرشح|مستشار|طبيب|باحث|مهندس|احد|احدي)[هي]?(?!\w)"
    r"|(?:رحم|حفظ|رضي|صلي|عليه|اعز|كما|وهو|وهي|الذي|التي|عاجل|شاهد|فيديو|تقرير|اولا|ثانيا|ثالثا)(?:ه|ها)?(?!\w)"
)
"""Who speaks, a wish, a clause, the heading of a list: no place and nobody's name alone."""

_SOURCE = re.compile(r"(?:وكالات|الوكالات|متابعات|متابعه|خاص|عواصم|(?:وكاله|صحيفه|جريده|شبكه|موقع|قناه)\s.{3,20})")
_JOINED_ON = re.compile(r"[وف](?:[^\W\d_]{3,8}[تا]|[يت][^\W\d_]{3})(?!\w)")
"""A verb that goes on with the report («وسألت «النخلة»: …»)."""

_TAKEN: Final = frozenset({"place", "word", "outlet"})
"""Before an agency stand places alone, whether a table knows them or not."""

_NOUN = re.compile(
    r"\W{0,3}(?:ل|ال)?(?:صحيفه|جريده|مجله|قناه|وكاله|موقع|شبكه|اذاعه|نادي|فريق|حزب|حركه|شركه|مراسل|مندوب|صوره|تصوير|حسب|وفق"
    r"|نقلا|تقرير|كتب|برنامج|كتاب|فيلم|ديوان|منتخب|مجموعه|منصه|حساب|رابط)(?!\w)"
)
"""What a name in marks is the name of."""

_WIRES: Final = frozenset({"وكالات", "الوكالات", "متابعات", "خاص"})
_KNOWN: Final = frozenset({"place", "outlet", "author"})
_PERSONS: Final = frozenset({"author", "named", "signed"})
_OWN: Final = frozenset({"place", "outlet", "author", "signed"})
_PLACES: Final = frozenset({"place", "word"})
_PAIR: Final = 2
_MOST_UNKNOWN: Final = 3
SAID: Final = frozenset({"قال", "قالت"})
_PRESS = re.compile(r"[^\W\d_]{3,12}\s(?:نيوز|برس|نت|اون ?لاين|تايمز|بوست|الاخباريه?)")
"""An outlet that no table knows, by the last word of its name."""


def read_prefix(line: Line, markers: Markers, gazetteer: Gazetteer, *, titled: bool) -> list[Part]:
    """Return the datelines and bylines that stand before the first verb of a report, or nothing."""
    if line.size < _SHORTEST_BODY:
        return []
    head = line.levelled[line.start : min(line.end, line.start + _HEAD)]
    if not _LAST_SIGN.search(head):
        return []
    if "\u0640" in head:
        head = _LONE_TATWEEL.sub(lambda m: "-" * len(m[0]), head)
    stripped = strip_levelled(head) if MARKED.search(head) else Stripped(head, head)
    m = _PREFIX.match(stripped.text)
    if m is None:
        return []
    spans = _spans(m, markers, gazetteer, titled=titled)
    if not spans and ":" in m[1] and (m := _TO_COLON.match(stripped.text)):
        spans = _spans(m, markers, gazetteer, titled=titled)
    parts: list[Part] = []
    for start, end, kind in spans:
        first, last = stripped.back(start, len(stripped.text[:end].rstrip()))
        if parts and parts[-1].kind == kind:
            first = parts.pop().start - line.start
        parts.append(Part(line.start + first, line.start + last, kind, "prefix"))
    return parts


def _spans(m: re.Match[str], markers: Markers, gazetteer: Gazetteer, *, titled: bool) -> list[tuple[int, int, str]]:
    """Return start, end and kind of the pieces of a prefix as matched, or nothing."""
    text = m.string
    first = WORD.match(text, m.end())
    says = first is not None and first[0] in SAID
    begun = says or (first is not None and first[0] in markers.any_verbs)
    wired = begun or titled or _AGENCY.search(m[1]) is not None
    if not (wired or gazetteer.outlet.search(m[1]) or m[2].strip() == ":"):
        return []
    pieces = [piece.span() for piece in _SPLIT.finditer(text, m.start(1), m.end(1))]
    kinds = _kinds(text, m, pieces, markers, gazetteer)
    if "" in kinds:
        return []
    if says and not m[1].endswith(_CLOSERS) and "|" not in m[2] and _OWN.isdisjoint(kinds):
        return []  # «ليلى - الصغيرة: قالت …»
    agency = kinds[-1] == "outlet" and _is_agency(text[slice(*pieces[-1])], gazetteer)
    if agency and text[pieces[-1][0]] in _OPENERS and _NOUN.match(text):
        return []
    taken = agency and len(kinds) >= _PAIR and _TAKEN.issuperset(kinds)
    if not (taken or _is_told(m, pieces, kinds)) or not (begun or taken or _is_sure(m, pieces, kinds, wired=wired)):
        return []
    signed = [kind in _PERSONS for kind in kinds]
    if any(signed) and _PLACES.isdisjoint(kinds):
        signed = [True] * len(kinds)  # the outlet beside the name alone is the author's
    ends = [start for start, _ in pieces[1:]] + [m.end(2)]
    return [
        (start, end, "byline" if own else "dateline") for (start, _), end, own in zip(pieces, ends, signed, strict=True)
    ]


def _kinds(
    words: str, m: re.Match[str], pieces: list[tuple[int, int]], markers: Markers, gazetteer: Gazetteer
) -> list[str]:
    """Return what each piece is, alone and beside the others."""
    label, meanings = markers.at_start(words)
    if any(meaning.kind == "byline" for meaning in meanings) and len(m[1].split()) - len(label.split()) >= _PAIR:
        return ["signed" if len(pieces) == 1 else ""]
    kinds = [_kind(words[start:end], markers, gazetteer) for start, end in pieces]
    if "outlet" not in kinds:
        return kinds
    at = kinds.index("outlet")  # several words before it are a name, after it a place
    return [
        ("named" if i < at and not words.startswith("ال", pieces[i][0]) else "word") if kind == "words" else kind
        for i, kind in enumerate(kinds)
    ]


def _kind(piece: str, markers: Markers, gazetteer: Gazetteer) -> str:
    """Return what a piece is: a place, an outlet, an author, a "named" somebody, one "word" or several; or nothing."""
    bare = piece.strip(_EDGE)
    words = bare.split()
    if not words or _OFFICE.match(bare):
        return ""
    place = gazetteer.place.match(bare)
    if place and (place.end() == len(bare) or any(map(str.isdigit, bare))):
        return "place"
    if gazetteer.outlet.fullmatch(bare) or _SOURCE.fullmatch(bare) or _PRESS.fullmatch(bare):
        return "outlet"
    if not NO_NAME.isdisjoint(words) or words[0] in markers.lead_verbs or _JOINED_ON.match(bare):
        return ""
    return _stranger(bare, words, gazetteer.given)


def _stranger(bare: str, words: list[str], names: Names) -> str:
    """Return what a piece is that is neither a place nor an outlet of a table."""
    if is_author(bare, names):
        return "author"
    if len(words) == 1:
        return "word"
    return "named" if words[0] in names.known or words[0] in names.weak or _SURNAMED.fullmatch(bare) else "words"


def _is_agency(piece: str, gazetteer: Gazetteer) -> bool:
    """Tell whether an outlet is named by no ordinary word, or in marks: before it stands where it reports from."""
    bare = piece.strip(_EDGE)
    known = gazetteer.outlet.fullmatch(bare) is not None
    return (
        bare in _WIRES
        or _PRESS.fullmatch(bare) is not None
        or (known and (piece[0] in _OPENERS or bare not in gazetteer.common))
    )


def _is_sure(m: re.Match[str], pieces: list[tuple[int, int]], kinds: list[str], *, wired: bool) -> bool:
    """Tell whether pieces need no verb behind them: one place and another thing, a colon or brackets at their end.

    Several places may play against each other. Brackets may hold an agency's letters, or an outlet that a table knows.
    """
    if len(kinds) < _PAIR:
        return False
    enclosed = m.string[pieces[-1][0]] in _OPENERS
    if wired and enclosed and _AGENCY.search(m[1]):
        return "place" in kinds or kinds[-1] == "outlet"
    if wired and kinds == ["place", "word"] and m.string.startswith("ال", pieces[-1][0]):
        return True
    if enclosed and kinds[-1] == "word" and set(kinds[:-1]) == {"place"}:
        return m[2].strip() != "/"
    return (wired or kinds == ["word", "place"]) and kinds.count("place") == 1 and m[2].strip() == ":"


def _is_told(m: re.Match[str], pieces: list[tuple[int, int]], kinds: list[str]) -> bool:
    """Tell whether pieces of these kinds, by the sign behind them, are no insertion and no speaker."""
    if len(m[1].split()) > _MOST_WORDS:
        return False
    sign = m[2].strip()[:1]
    if len(kinds) == 1:
        bare = m[1].strip(_EDGE)
        told = sign == "|" or bare in _WIRES or (sign in _DASHES and _PRESS.fullmatch(bare) is not None)
        return told or kinds[0] in {"place", "signed"}
    enclosed = m.string[pieces[-1][0]] in _OPENERS
    if _KNOWN.isdisjoint(kinds):
        if len(kinds) > _MOST_UNKNOWN or any(len(m.string[start:end].split()) > _PAIR for start, end in pieces):
            return False
        # «المعارضة (اليسارية) - رفضت …»
        return not m[1].startswith("ال") if enclosed else sign not in _DASHES
    if kinds == ["place", "word"] and m.string.startswith("ال", pieces[-1][0]):
        return True  # «البلدة - الجريدة - …»
    between = "words" not in kinds and kinds.count("word") < len(kinds) - 1  # two known things at least
    return enclosed or sign not in _DASHES or between
