"""What the credits of a page name beside its authors: outlet and keywords, read from the blocks that hold them.

The functions read single strings; `Article.outlet` and `Article.keywords` put them to use.
"""

from __future__ import annotations

import re
from typing import Final

from arabnews.bylines import known_outlets, known_places
from arabnews.fold import INVISIBLE, fold

_EDGE: Final = f" \t\u00a0*:-–—ـ/|.،,؛()[]•▪◄►●{INVISIBLE}"
_MARKED = re.compile(r"[(«“\"”\[]\s?([^()«»“”\"\[\]\n]{2,40}?)\s?[)»”\"“\]]")
_STROKE = re.compile(r"([^/|:\n]{2,30}?)\s{0,3}[/|]\s{0,3}$")
_JOINT = re.compile(r"\s{0,3}[-–—ـ:/|،,]+\s*")
_ADDED = re.compile(r"\s*\n|\s?[-–—:]\s|\s?/\s?(?=(?:متابعات|متابعة|وكالات|خاص)(?!\w))|\s(?=خاص$)")
_EDITED = re.compile(r"^[^()\n]{2,20}\(([^()\n]{2,40})\)[\s.]*$")
"""Behind the editors' initials, in brackets."""

_SOURCE_LABEL = re.compile(r"^(?:المصدر|المصادر|مصدر الخبر|نقلا عن|نقلاً عن|منقول عن|عن|خدمة)(?!\w)[\s:]*\(?")
_ADDRESS = re.compile(r"رابط الخبر بصحيفة\s([^:\n]{2,30}):")
_KEYWORD_LABEL = re.compile(
    r"^[^\n:#،,]{0,30}[:：]\s*|^[^\n:]{2,30}\n\s*"
    r"|^(?:سمات|(?:ال)?وسوم|(?:ال)?كلمات (?:ال)?(?:مفتاحية|دلالية|دالة)|تاغات|[Tt]ags)\s+(?=\S)"
)
_KEYWORDS = re.compile(r"\s*(?:[،,؛;|#•▪\n\t]|\s[-–—/]\s|\s{2,})\s*")
_LONGEST: Final = 5
"""How many words a keyword may have where no separator tells."""


def read_outlet(dateline: str) -> str | None:
    """Return the outlet that a dateline names in marks or brackets, or before a stroke, or by a name of the table.

    A listed place that is no outlet's name is none, as in brackets behind a town.

    >>> read_outlet("تونس- “القدس العربي”:"), read_outlet("أمد/"), read_outlet("روما (إيطاليا) -")
    ('القدس العربي', 'أمد', None)
    >>> read_outlet("تونس - رويترز - ")
    'رويترز'
    """
    told = [found[1].strip(_EDGE) for found in (*_MARKED.finditer(dateline), *_STROKE.finditer(dateline))]
    marked = next((name for name in told if name and not _is_place(fold(name))), "")
    return (read_known_outlet(marked) if _JOINT.search(marked) else None) or marked or read_known_outlet(dateline)


def read_known_outlet(line: str) -> str | None:
    """Return the first outlet of the table that stands as a piece of a dateline or byline between its signs; or None.

    >>> read_known_outlet("سامي الحداد – رويترز"), read_known_outlet("سامي الحداد – طنجة")
    ('رويترز', None)
    """
    pieces = (piece.strip(_EDGE) for piece in _JOINT.split(line))
    return next((piece for piece in pieces if piece and _is_outlet(fold(piece))), None)


def _is_outlet(name: str) -> bool:
    return name in known_outlets() and name not in known_places()


def _is_place(name: str) -> bool:
    return name in known_places() and name not in known_outlets()


def read_source(line: str) -> str | None:
    """Return who is named as the source, the first of several lines, without the label and what a dash adds.

    >>> read_source("المصدر: الحرة"), read_source("(أ ف ب)"), read_source("النهر نت - خاص")
    ('الحرة', 'أ ف ب', 'النهر نت')
    >>> read_source("* خدمة «النهر»"), read_source("النهر/متابعات"), read_source("س.ح/ ن.ص (النهر)")
    ('النهر', 'النهر', 'النهر')
    """
    named = _SOURCE_LABEL.sub("", line.strip(f"{_EDGE}\n"), count=1).strip(_EDGE)
    marked = _MARKED.match(named) or _EDITED.match(line.strip())
    return marked[1] if marked else _ADDED.split(named, maxsplit=1)[0].strip(_EDGE) or None


def read_address(line: str) -> str | None:
    """Return the outlet that the line of the article's own address names, or None.

    >>> read_address("رابط الخبر بصحيفة النهر: السد يمتلئ"), read_address("شارك الخبر")
    ('النهر', None)
    """
    told = _ADDRESS.match(line.strip(_EDGE))
    return told[1].strip(_EDGE) if told else None


def read_keywords(block: str, body: str) -> tuple[str, ...]:
    """Return the keywords of a block, without its label.

    Where nothing separates them, runs of words that stand so in `body` are one keyword each, and other words stand
    alone.

    >>> read_keywords("كلمات مفتاحية: السد، وزارة المياه", "")
    ('السد', 'وزارة المياه')
    >>> body = "قالت وزارة المياه إن السد جاهز."
    >>> read_keywords("كلمات دلالية: السد وزارة المياه", body), read_keywords("سمات السد", body)
    (('السد', 'وزارة المياه'), ('السد',))
    """
    words = _KEYWORD_LABEL.sub("", block.strip(), count=1).strip(_EDGE)
    told = [keyword for part in _KEYWORDS.split(words) if (keyword := part.strip(_EDGE + "#"))]
    if len(told) == 1 and not block.strip().startswith("#"):
        told = _segment(told[0].split(), f" {fold(body)} ")
    return tuple(dict.fromkeys(keyword.replace("_", " ") for keyword in told))


def _segment(words: list[str], body: str) -> list[str]:
    """Return the words joined as they stand together in the folded body, the longest run first."""
    if len(words) <= 2:
        return [" ".join(words)] if words else []
    found, at = [], 0
    while at < len(words):
        end = next(
            (
                e
                for e in range(min(len(words), at + _LONGEST), at + 1, -1)
                if f" {fold(' '.join(words[at:e]))} " in body
            ),
            at + 1,
        )
        found.append(" ".join(words[at:end]))
        at = end
    return found
