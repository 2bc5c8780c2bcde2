"""Authors without a label: a short line that begins with a given name, or a name glued before the first words.

A line of two to four words may be anything; what makes it an author is a given name at its beginning, no word that
names do not have, and its place: right above the body, right below it, or in the dateline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.dateline import read_line
from arabnews_page.text.lines import MARKED, Part
from arabnews_page.text.sources import OWN_WORK

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Dateline, Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.names import Names

LONGEST: Final = 34
_TITLE = re.compile(
    r"(?:(?:ا\.?\s?د|د|ا|م|الدكتوره?|الاستاذه?|المهندسه?|الشيخ|السفير|دكتوره?)(?:\s?\.\s?/?\s?|\s?[/:]\s?|\s))"
)
_WORD = re.compile(r"[^\W\d_]{2,14}$|[^\W\d_]{1,2}\.$")
NO_NAME: Final = frozenset(
    ("في", "من", "الي", "عن", "مع", "بين", "بعد", "قبل", "حول", "ضد", "او", "ثم", "لكن", "ان", "هل", "ما", "لا",
     "عبر", "حسب", "وفق", "لدي", "منذ", "كيف", "لماذا", "متي", "خلال", "حتي",
     "لم", "لن", "هذا", "هذه", "كل", "عند", "تحت", "فوق", "قال", "يقول", "كان", "هو", "هي")
)  # fmt: skip
_JOINED: Final = frozenset({"عبد", "ابو", "ابي", "ام", "بن", "ابن"})
_PRESENT = re.compile(r"[يت][^\W\d_]{3}")
_PREFIXED: Final = ("بال", "لل", "وال", "كال", "فال")
"""A preposition or conjunction before the article: such a word is no part of a name."""

_JOINED_BY: Final = frozenset("-–—/ـ")
_APART = re.compile(r"\s?[-–—/]\s|\s[-–—/]\s?")
_NAME_IN = re.compile(r"(?P<name>[^()،:]{5,34}?)\s?\([^\W\d_]{3,14}(?:\s[^\W\d_]{2,14}){0,2}\)")
"""A name, and in brackets a place or an outlet."""

_PAIR: Final = 2
_BOTH = re.compile(r"\s?،\s?|\sو\s?(?=[^\W\d_]{3})")
"""Between the names of two authors."""
_LONGEST_PLAIN: Final = 5
EDGE: Final = " \t\u00a0:*-–—ـ/.،|"
ADDED: Final = OWN_WORK | {"وكالات"}
"""What an outlet adds to its name."""

_ADDRESS = re.compile(
    r"\W{0,3}(?:(?:[A-Za-z][\w.]{0,20}\s){0,2}[\w.+-]{2,40}@[\w-]{2,30}(?:\.\w{2,10}){1,3}|@[A-Za-z]\w{2,20}|[A-Za-z]\w{2,20}@)\W{0,3}"
)
_HANDLE = re.compile(r"(?<!\S)(?:@[a-z]\w{2,20}|[a-z]\w{2,20}@)(?!\S)")
OFFICES: Final = (
    r"(?:ال)?(?:كاتب|باحث|صحفي|صحافي|اعلامي|محلل|اكاديمي|استاذ|خبير|مفكر|ناقد|شاعر|روائي|روايي|محامي|سفير|دبلوماسي|رئيس|رييس"
    r"|نايب|مساعد|امين|استشاري|طبيب|مستشار|مهندس|مدير|عضو|مدرس|زميل|مولف|موسس|وزير|جامعه|كليه|معهد|مركز|خطيب|داعيه|قاض"
    r"|عميد|نقيب|مخرج|فنان|ناشط|متخصص|اخصايي|مختص|مسوول)(?:ه|ي|يه)?(?!\w)"
)
_NOTE = re.compile(rf"(?:[*•{{}}<>]|\(\))\s?{OFFICES}")
_ROLE = re.compile(OFFICES)
_WROTE_IN = re.compile(r"كتبت?\s[^:«\"“]{5,40}\sفي\s[«\"“(][^«»\"“”()]{2,25}[»\"”)]\s?:?")
_BY: Final = "من "
_WRITER = re.compile(
    r"(?:كاتب|باحث|صحفي|صحافي|اكاديمي|محلل|شاعر|ناقد)(?:ه|ي|يه)?(?!\w)(?:\s(?!(?:قال|يقول|ان|انه)\s)[^\s.،:«»\"]{1,14}){0,9}"
)
_AFTER_PLACE = re.compile(r"\s{0,3}[-–—ـ:/]{1,2}\s{0,3}(?=[^\W\d_])(?!مكتب\s)")
_JOINED_ON = re.compile(r"[-–—ـ:/()]\s{0,3}[^\W\d_]")
ALONE = re.compile(r"(?<=\s)\u0640{1,3}(?=\s)")
_MOST_WORDS: Final = 4


def is_author(words: str, names: Names) -> bool:
    """Tell whether words are a name: two to four of them, a given name first, after an academic title or none.

    >>> from arabnews_page.text.names import Names
    >>> names = Names(frozenset({"سامي"}))
    >>> is_author("د. سامي الحداد", names), is_author("سامي في البلدة", names)
    (True, False)
    """
    return _is_author(words, names, alone=True)


def _is_author(words: str, names: Names, *, alone: bool) -> bool:
    """Tell whether words are a name; standing alone, it may begin with a word that is a name among others."""
    words = words.strip(EDGE).removesuffix("()").rstrip()
    title = _TITLE.match(words)
    tokens = words[title.end() if title else 0 :].split()
    if not 2 <= len(tokens) <= 6 or not NO_NAME.isdisjoint(tokens) or not all(map(_WORD.match, tokens)):
        return False
    if not _is_built(tokens, names):
        return False
    if title is not None and ("." in title[0] or "/" in title[0]):
        return True  # «د.» and «الاستاذ /» stand before a name and nothing else
    first = tokens[0]
    if first in names or first == "عبد" or (first.startswith("عبدال") and len(first) > 6):
        return True
    return alone and names.are_all(tokens)


def _is_built(tokens: list[str], names: Names) -> bool:
    """Tell whether words may follow each other in a name: few enough, no preposition, no verb after the first."""
    if any(token.startswith(_PREFIXED) for token in tokens[1:]):
        return False
    if len(tokens) > _PAIR and _PRESENT.match(tokens[1]) and tokens[1] not in names.known:
        return False  # «فلان يطالب …»
    joined = tokens[0] in _JOINED
    if joined and len(tokens) <= _PAIR and tokens[0] != "ابو":
        return False
    return sum(token not in _JOINED for token in tokens) <= _MOST_WORDS


def is_any_name(words: str) -> bool:
    """Tell whether words after a label and its mark may be a name: few, and none that names do not have."""
    tokens = words.split()
    return 2 <= len(tokens) <= 5 and NO_NAME.isdisjoint(tokens) and all(map(_WORD.match, tokens))


def is_author_line(line: Line, names: Names) -> bool:
    """Tell whether a line is an author's name and no more, or the author's address."""
    if line.size <= LONGEST and is_author(line.bare, names):
        return True
    both = _BOTH.split(line.bare) if line.size <= 2 * LONGEST else ()
    return (len(both) == _PAIR and all(_is_author(name, names, alone=False) for name in both)) or is_address(line)


def is_author_below(line: Line, names: Names) -> bool:
    """Tell whether a line right under a stamp is a name, by less: two words, a name first, then the article."""
    words = line.bare.split()
    if len(line) > LONGEST or len(words) != _PAIR or not all(map(_WORD.match, words)):
        return False
    first, last = words
    known = first in names.known or first in names.weak
    return known and first not in NO_NAME and last.startswith("ال") and len(last) > _LONGEST_PLAIN


def is_address(line: Line) -> bool:
    """Tell whether a line is an author's address and no more."""
    return line.size <= 2 * LONGEST and _ADDRESS.fullmatch(line.bare) is not None


def is_author_note(line: Line) -> bool:
    """Tell whether a line at the end of a page says who the author is («* كاتب وباحث»)."""
    if line.size > 3 * LONGEST:
        return False
    return _NOTE.match(line.bare) is not None or (line.words[-1].isalpha() and _WRITER.fullmatch(line.bare) is not None)


def is_reprinted(line: Line, names: Names) -> bool:
    """Tell whether a line tells who wrote it for another paper («كتب فلان في «الميناء»:»), or reported («من فلان»)."""
    if line.bare.startswith(_BY) and is_author(line.bare[len(_BY) :], names):
        return True
    return _WROTE_IN.fullmatch(line.level) is not None


def is_role(line: Line) -> bool:
    """Tell whether a line under an author's name says who that is («باحث في شؤون الماء», «جامعة البلدة»)."""
    return line.size <= 3 * LONGEST and line.words[-1] not in ".؟!:" and _ROLE.match(line.bare) is not None


def is_name_and_place(line: Line, names: Names) -> bool:
    """Tell whether a line is authors' names and one more short element, in any order, whatever place it is."""
    if line.size > LONGEST + 16:
        return False
    if "@" in line.words and (bare := _HANDLE.sub(" ", line.bare).strip()) != line.bare:
        return _is_author(m["name"] if (m := _NAME_IN.fullmatch(bare)) else bare, names, alone=False)
    if line.words[-1] == ")" and (m := _NAME_IN.fullmatch(line.bare)):
        return _is_author(m["name"], names, alone=False)
    if _JOINED_BY.isdisjoint(line.words):
        return False
    pieces = [piece.strip(EDGE) for piece in _APART.split(dashed(line).rstrip(" :"))]
    named = sum(all(_is_author(name, names, alone=False) for name in _BOTH.split(piece)) for piece in pieces)
    return (
        2 <= len(pieces) <= _MOST_WORDS
        and named == len(pieces) - 1
        and all(1 <= len(piece.split()) <= _MOST_WORDS * len(_BOTH.split(piece)) for piece in pieces)
    )


def signed_from(line: Line, gazetteer: Gazetteer, rule: str) -> list[Part]:
    """Return the byline that a line is, and the dateline where a place stands before the one name («البلدة: فلان»)."""
    found = read_line(line, gazetteer)
    if found is not None and found.place:
        if found.outlet and found.end == len(line):
            return [line.claim("dateline", "place-and-outlet")]
        if found.day and found.ended:
            return beside_outlet(line, found, gazetteer)
        name = line.part(found.end, len(line))
        if found.ended and name.words and is_author_line(name, gazetteer.given):
            line.kind = "byline"
            return [line.part(0, found.end).claim("dateline", "place-and-name"), name.claim("byline", "place-and-name")]
    at = gazetteer.place.match(line.level)
    joint = _AFTER_PLACE.match(line.level, at.end()) if at else None
    if at is None or joint is None or _JOINED_ON.search(line.level, joint.end()):
        return [line.claim("byline", rule)]
    if gazetteer.outlet.match(line.level, joint.end()) or gazetteer.place.match(line.level, joint.end()):
        return [line.claim("byline", rule)]
    line.kind = "byline"
    return [
        Part(line.start, line.start + len(joint[0].rstrip()) + at.end(), "dateline", "place-and-name"),
        Part(line.start + joint.end(), line.end, "byline", "place-and-name"),
    ]


def beside_outlet(line: Line, found: Dateline, gazetteer: Gazetteer) -> list[Part]:
    """Return what a line is that goes on after an outlet and a dash: one or two words, none a name, are a place."""
    words = line.level[found.end :].split()
    names = gazetteer.given
    if not found.place and words and ADDED.issuperset(words):
        return [line.claim("source", "outlet-followed-up")]
    # behind place, day and agency stands who signs, whoever it is
    sure = found.place and found.day and found.outlet and is_any_name(" ".join(words))
    named = sure or any(w in names.known or w in names.weak or w in ADDED for w in words)
    if len(words) <= _PAIR and not named:
        return [line.claim("dateline", "outlet-and-place")]
    if not (sure or (found.place and is_author(" ".join(words), names))):
        return [line.claim("byline", "outlet-and-name")]
    author = line.part(found.end, len(line))
    line.kind = "byline"
    return [
        Part(line.start, line.start + found.end, "dateline", "place-and-name"),
        author.claim("byline", "place-and-name"),
    ]


def dashed(line: Line) -> str:
    """Return the line's bare words, with a dash for a tatweel that stands alone."""
    return MARKED.sub("", ALONE.sub("-", line.level)).lower() if "\u0640" in line.level else line.bare
