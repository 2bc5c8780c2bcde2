"""What the credits of a page name: authors, outlet and keywords, read from the blocks that hold them.

The functions read single strings; `Article.authors`, `Article.outlet` and `Article.keywords` put them to use.
"""

from __future__ import annotations

import re
from typing import Final

from arabnews.fold import INVISIBLE, fold

_EDGE: Final = f" \t\u00a0*:-–—ـ/|.،,؛()[]•▪◄►●{INVISIBLE}"
_LABEL = re.compile(
    r"^[^:/|\n]{0,40}?[:：/|]\s*|^(?:بقلم|كتبها|كتبت?|إعداد|اعداد|بواسطة|أعده|أعدته|تحرير|ترجمة)\s*[-–—ـ]?\s+"
    r"|^(?:[أا]جر[ىت]\s+(?:ال)?(?:حوار|لقاء|مقابلة)|حوار|حاور(?:ه|ها|ته|تها))[\s.…–—ـ-]+"
)
_AUTHORS = re.compile(r"\s*[،,;؛&\n]\s*")
_PARTS = re.compile(r"\s*[-–—]\s*|\s+ـ\s*|\s*\n\s*")
_MARKED = re.compile(r"[(«“\"”\[]\s?([^()«»“”\"\[\]\n]{2,40}?)\s?[)»”\"“\]]")
_STROKE = re.compile(r"([^/|:\n]{2,30}?)\s*[/|]\s*$")
_ADDED = re.compile(r"\s*\n|\s?[-–—:]\s")
_WHOLE_WORD = re.compile(r"[^\W\d_]{3}")
_KEYWORD_LABEL = re.compile(r"^[^\n:#،,]{0,30}[:：]\s*|^[^\n:]{2,30}\n\s*")
_KEYWORDS = re.compile(r"\s*(?:[،,؛;|#•▪\n\t]|\s[-–—/]\s|\s{2,})\s*")
_LONGEST: Final = 5
"""How many words a keyword may have where no separator tells."""


def read_authors(byline: str) -> tuple[str, ...]:
    """Return the names of a byline, without its label and without the place beside them; editors' initials are none.

    >>> read_authors("بقلم: سلمى الجريدي"), read_authors("نادر الصافي – طنجة"), read_authors("س.ج/ ن.ص")
    (('سلمى الجريدي',), ('نادر الصافي',), ())
    >>> read_authors("أجرى الحوار - نادر الصافي"), read_authors("حوار سلمى الجريدي")
    (('نادر الصافي',), ('سلمى الجريدي',))
    """
    names = _LABEL.sub("", byline.strip(_EDGE), count=1).strip(_EDGE)
    # of a name and a place, the name has more words
    parts = [part.strip(_EDGE) for part in _PARTS.split(names)]
    names = max((part for part in parts if part), key=lambda part: min(len(part.split()), 2), default="")
    told = (part.strip(_EDGE) for part in _AUTHORS.split(names))
    return tuple(dict.fromkeys(name for name in told if _WHOLE_WORD.search(name)))


def read_outlet(dateline: str) -> str | None:
    """Return the outlet that a dateline names in marks or brackets, or before a stroke; None where none is so marked.

    >>> read_outlet("تونس- “القدس العربي”:"), read_outlet("أمد/"), read_outlet("روما -")
    ('القدس العربي', 'أمد', None)
    """
    found = _MARKED.search(dateline) or _STROKE.search(dateline)
    return found[1].strip(_EDGE) or None if found else None


def read_source(line: str) -> str | None:
    """Return who is named as the source, the first of several lines, without the label and what a dash adds.

    >>> read_source("المصدر: الحرة"), read_source("(أ ف ب)"), read_source("النهر نت - خاص")
    ('الحرة', 'أ ف ب', 'النهر نت')
    """
    named = re.sub(
        r"^(?:المصدر|المصادر|مصدر الخبر|رابط الخبر بصحيفة|نقلا عن|نقلاً عن)(?!\w)", "", line.strip(f"{_EDGE}\n")
    )
    return _ADDED.split(named.strip(_EDGE), maxsplit=1)[0].strip(_EDGE) or None


def read_keywords(block: str, body: str) -> tuple[str, ...]:
    """Return the keywords of a block, without its label.

    Where nothing separates them, runs of words that stand so in `body` are one keyword each, and other words stand
    alone.

    >>> read_keywords("كلمات مفتاحية: السد، وزارة المياه", "")
    ('السد', 'وزارة المياه')
    >>> read_keywords("كلمات دلالية: السد وزارة المياه", "قالت وزارة المياه إن السد جاهز.")
    ('السد', 'وزارة المياه')
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
