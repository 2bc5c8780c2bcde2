"""Whom a byline names: the authors among labels, places, outlets, offices, addresses and who took the pictures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from arabnews.fold import INVISIBLE, fold
from arabnews.lexicon import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

_EDGE: Final = f" \t\u00a0*:-–—ـ/|.،,؛()[]{{}}•▪◄►●{INVISIBLE}"
_NOTE = re.compile(rf"[\s{INVISIBLE}]{{0,4}}(?:[*•{{}}<>]|\(\))")
"""So a line begins that says who the author is."""

_BESIDE = re.compile(r"\([^()\n]{0,60}(?:\)|$)|\S{0,60}@\S{0,60}|\[\S{0,30}\]")
"""A place in brackets, or an address."""

_TITLED = re.compile(
    r"(?<!\w)(?:[أا]?\s?\.?\s?د|[أام]|ال(?:دكتور|شيخ|[أا]ستاذ|مهندس|مستشار|قاضي|سيد|محامي|سفير|حاج)[ةه]?)\s?\.?\s?/"
)
"""A title and the stroke that belongs to it."""

_STROKE: Final = "\ue000"
"""Stands for that stroke while the others part the line."""

_JOINT = re.compile(r"\s{0,3}(?:[:：|/،,;؛&–—-]|(?<!\S)ـ+(?!\S)|(?<!ـ)ـ+(?=\s)|(?<=\s)ـ+)[\s:|/–—ـ-]*")
_BOTH = re.compile(r"(?<=\S\s)و\s?(?=[^\W\d_]{3,14}\s[^\W\d_]{2})")
_DASHES: Final = "-–—ـ"
_WHOLE_WORD = re.compile(r"[^\W\d_]{3}")
_LETTERS = re.compile(rf"(?:[^\W\d_]|[\u064b-\u0652\u0670\s.'’ـ\ue000{INVISIBLE}])+")
_LATIN = re.compile(r"[A-Z]['’.\w]*(?:\s[\w'’.]+){1,4}")
_SURNAMED = re.compile(r"(?!ال|وال)[^\W\d_]{3,14}(?:\s[^\W\d_]{2,14}){0,2}\sال[^\W\d_]{3,12}ي")
_MOST_WORDS: Final = 8
_PAIR: Final = 2

_TAKEN: Final = frozenset({"تصوير", "عدسه", "بعدسه", "مونتاج"})
"""After these stands who took the pictures."""

_LABELS: Final = _TAKEN | frozenset(
    ("بقلم", "كتب", "كتبت", "كتبها", "كتابه", "اعداد", "اعده", "اعدته", "ترجمه", "تحرير", "تقديم", "تاليف", "حوار",
     "حاوره", "حاورته", "حاورها", "حاورهم", "حاورهما", "اجري", "اجرت", "اجراه", "اجرته", "الحوار", "اللقاء", "المقابله",
     "لقاء", "استطلاع", "الاستطلاع", "تحقيق", "التحقيق", "تقرير", "متابعه", "متابعات", "رساله", "تغطيه", "مراسل",
     "مراسلنا", "مراسلتنا", "بواسطه", "من", "خاص", "قراءه", "تعليق", "رصد", "صياغه", "المترجم", "المترجمه", "الكاتب",
     "الكاتبه", "المحرر", "المحرره", "المراسل", "اشراف", "تدقيق", "الامضاء", "التوقيع", "ت", "by",
     "صحفيه", "للنشره", "العربيه")
)  # fmt: skip
_BEHIND = re.compile(
    r"(?:و?(?:ترجمه|تصوير|تحرير|اعداد|عدسه|بعدسه)|عضو|رييس|مدير|كاتب|باحث|استاذ|خبير|محرر|مراسل|صحفي|صحافي|اعلامي|محام"
    r"|مستشار|جامعه|كليه|في|لل[^\W\d_]{3,12})(?:ه|ي)?"
)
"""With such a word ends the name before it."""

_NO_NAME = re.compile(
    r"(?:جامعه|جامع(?=\s\S+\s)|كليه|مركز|معهد|مسجد|جمعيه|رابطه|موسسه|وزاره|هييه|صحيفه|جريده|موقع|وكاله|وكالات|الوكالات|مجله|قناه|شبكه"
    r"|شبكات|صحف|(?:ال)?قسم|مكتب|دار|اسره|فريق|غرفه|الجامعه|جمهوريه|كاتبه?|باحثه?|خبيره?|استشاريه?|مديره?|رييسه?|خطيب|عضوه?"
    r"|نايب|وزير|موفد[ايو]?|طبيبه?|اخصاييه?|اكاديميه?|محلل|صحفيه?|صحافيه?|اعلاميه?|ناقده?|شاعره?|محام|محاميه?|داعيه|متخصصه?|مختصه?"
    r"|استاذه?|مستشاره?|سفير|مهندسه?)(?!\w)|ال(?:باحث|كاتب|خبير|محلل|مدير|رييس|امين|نايب)(?:ه|ي)?\s(?:ال|ب|لل)"
)
"""Bodies, and offices without the article: who the author is, not the name."""

_OUTLETS: Final = re.compile(
    r"نيوز$|(?<!\w)(?:اليوم|برس|نت|اون ?لاين|تايمز|بوست|الاخباريه|الالكترونيه)$|^ال\S+\sوال"
    r"|\sال(?:مغرب|تونس|جزاير|ليب|مصر|سعود|عراق|لبنان|سور|اردن|عرب|المان|دول)يه$"
)
"""So the names of outlets and of their sections end, or are two nouns."""


def read_authors(byline: str) -> tuple[str, ...]:
    """Return the names of a byline, without labels, the place or outlet beside them, offices and addresses.

    Of a name and what a dash joins to it the first is the author; both are where a label or a place stands before them,
    or where the second has the form of a family's name («نادر حسن الزمراني»).

    >>> read_authors("بقلم: سلمى الجريدي"), read_authors("نادر الصافي – طنجة"), read_authors("س.ج/ ن.ص")
    (('سلمى الجريدي',), ('نادر الصافي',), ())
    >>> read_authors("أجرى الحوار - نادر الصافي"), read_authors("حوار سلمى الجريدي")
    (('نادر الصافي',), ('سلمى الجريدي',))
    >>> read_authors("تونس - سلمى الجريدي - نادر الصافي"), read_authors("* خبير في شؤون الماء")
    (('سلمى الجريدي', 'نادر الصافي'), ())
    """
    whole: list[str] = []
    single: list[str] = []
    for line in byline.splitlines():
        for name in () if _NOTE.match(line) and not line.rstrip().endswith("*") else _read_line(line):
            (whole if " " in name else single).append(name)
    return tuple(dict.fromkeys(whole or single[:1]))


def _read_line(line: str) -> Iterator[str]:
    """Yield the names on a line."""
    line = line.strip(f" \t\u00a0{INVISIBLE}")
    line = line[1:-1] if line.startswith("(") and line.endswith(")") else line
    line = _TITLED.sub(lambda m: m[0].replace("/", _STROKE), _BESIDE.sub(" ", line))
    at = 0
    led = False
    names = 0
    sign = ""
    skipped = False
    for joint in (*_JOINT.finditer(line), None):
        piece = line[at : joint.start() if joint else None]
        name, taken = _cut(piece)
        beside = names and not led and sign and sign in _DASHES and not _SURNAMED.fullmatch(fold(name))
        if name and not skipped and not beside and _is_name(name):
            for one in _BOTH.split(name):
                yield one.strip(_EDGE).replace(_STROKE, "/")
            names += " " in name
        elif piece.strip(_EDGE) and not names:
            led = True
        skipped = taken
        if joint:
            at, sign = joint.end(), joint[0].strip()[:1]


def _cut(piece: str) -> tuple[str, bool]:
    """Return the name in a piece, without labels and what stands behind it; and whether a photographer follows."""
    words = piece.strip(_EDGE).split()
    first = 0
    while first < len(words) and fold(words[first].strip(_EDGE)).removeprefix("و" if first else "") in _LABELS:
        first += 1
    if first and first == len(words):
        return "", fold(words[-1].strip(_EDGE)) in _TAKEN
    if first and fold(words[0]) in _TAKEN and not any(fold(word) not in _TAKEN for word in words[:first]):
        return "", False
    name = words[first:]
    end = next((at for at in range(_PAIR, len(name)) if _BEHIND.fullmatch(fold(name[at].strip(_EDGE)))), len(name))
    taken = end < len(name) and end == len(name) - 1 and fold(name[end].strip(_EDGE)) in _TAKEN
    return " ".join(name[:end]).strip(_EDGE), taken


def _is_name(name: str) -> bool:
    """Tell whether words may be somebody's name: no place, outlet, body or office, and nothing but letters."""
    if not _WHOLE_WORD.search(name) or len(name.split()) > _MOST_WORDS:
        return False
    if name.isascii():
        return _LATIN.fullmatch(name) is not None and not name.isupper()
    bare = fold(name)
    if not _LETTERS.fullmatch(name) or _NO_NAME.match(bare) or _OUTLETS.search(bare):
        return False
    if bare in known_places() or bare in known_outlets():
        return False
    return " " in bare or not bare.startswith("ال")


@cache
def known_places() -> frozenset[str]:
    """Return the names of places and countries, folded."""
    names = {fold(form) for form in shared("places").column("form")}
    names.update(fold(name) for entry in shared("countries").entries for name in entry.get("names", "").split("|"))
    return frozenset(names)


@cache
def known_outlets() -> frozenset[str]:
    """Return the names of outlets and agencies, folded."""
    names: set[str] = set()
    for entry in shared("outlets").entries:
        names.update(fold(name) for name in (entry.get("name", ""), *entry.get("aliases", "").split("|")))
    return frozenset(names)
