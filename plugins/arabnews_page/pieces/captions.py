"""Captions of the head: what the picture shows, and whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.pieces.authors import OFFICES, is_author
from arabnews_page.text.sources import AGENCIES

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line, Part
    from arabnews_page.text.markers import Markers

_FROM_THIS: Final = "من خلال"
_LONGEST_TITLE: Final = 160
_LONGEST_RIGHTS: Final = 40
_LONGEST_EVENT: Final = 90
_LONGEST_BELOW: Final = 130
_CREDIT = re.compile(
    r"[^\W\d_]{2}(?:\s{0,2}(?:\((?:المصدر\s?:\s?)?(?P<name>[^()\n]{2,24})\)"
    r"|\.\s{0,2}(?P<bare>[^\s()\n][^()\n]{1,20}))|\s[-–—/|]\s(?:المصدر\s?:\s?)?(?P<dashed>[^-–—/|()\n]{2,24}))$"
)
_FEWEST_SHOWN: Final = 3
_MOST_SHOWN: Final = 8
_OFFICER = re.compile(OFFICES)
_WRITTEN = re.compile(r"(?<!\w)(?:بقلم|كتب|كتبت|ترجمه|اعداد|تحرير|مراسل|محرر)(?!\w)")
_JOINED = re.compile(r"\s[-–—]|[/|]")
_EVENT: Final = (
    r"(?:ال)?(?:مشارك|جول|لقاء|اجتماع|حفل|زيار|مبارا|تدريب|موتمر|افتتاح|مراسم|استقبال|فعالي|جلس|كلم|توقيع|مغادر|وصول|حديث"
    r"|مداخل|تسلم|تكريم|معرض|احتفال|تظاهر|مسير|اعتصام|جناز|تشييع|سباق|قرع|ندو|ملتقي|مهرجان|محاضر|خطاب)[^\W\d_]{0,4}"
)
_AT_WORK = re.compile(
    r"[^.:؟!،\d]{2,40}\s(?:متحدثا|مستقبلا|ملقيا|مصافحا|مترئسا|مكرما|متسلما|متوسطا|مفتتحا|محاطا)\s[^.:؟!،\d]{4,60}"
)
"""Somebody, and what the picture shows him at («فلان ملقيا كلمته»)."""

_SHOWN = re.compile(
    rf"[^.:؟!،\d]{{4,60}}\s(?:خلال|اثناء|لدي)\s{_EVENT}(?!\w)[^.:؟!،\d]{{0,40}}"
    rf"|{_AT_WORK.pattern}"
    r"|(?:جانب|جزء|مشهد|مشاهد|لقطه|صوره|مجموعه)\sمن\s[^.:؟!،\d]{4,60}"
)
"""What a picture shows: somebody at an event, a part of something."""

_SCENE = re.compile(rf"(?:جانب|جزء|مشهد|مشاهد|لقطه|لقطات|صوره|صور)\sمن\s{_EVENT}(?!\w)[^.:؟!،]{{0,50}}")
"""So a caption begins also right under a paragraph."""

_OF_WHOM = re.compile(r"(?<=[^\W\d_]{3})\s?(?:صوره\sمن|image|foto)\s?:\s?\S")
"""Whose the picture is, glued behind what it shows."""

_TAKER: Final = 70
_LONGEST_SHOWN: Final = 400
_TAKEN_BY = re.compile(r"\((?:تصوير\s?[:/]?|عدسه\s?[:/]?|ت\s?[.:/])\s?[^\W\d_][^()]{4,50}\)$")
_RIGHTS = re.compile(
    r"[^\W\d_]\s?[.-]?\s?(?:©(?:\s?[^\s©\d][^©\d]{1,40})?|\((?:ال)?صوره\s?:?\s[^()]{3,40}\))$"
    r"|\.\s?(?:تصوير|عدسه)\s?[:/]\s?[^\W\d_][^.:]{3,30}$"
)
"""Whose the picture is: behind the sign of rights, in brackets («(الصورة …)») or behind a full stop («. تصوير: …»)."""

_SHOWS = re.compile(r"(?:ال)?صوره\s?:\s?[^\W\d_]")
_SIGNED: Final = frozenset(")©-–—|/:")
"""One of these stands in a line that says whose the picture is."""

_PHOTO = re.compile(r"(?:تصوير|صوره|عدسه)\s?[:/-]?\s?")


def is_caption(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line of the head is the caption of the picture: a credit ends it."""
    if line.size > 200 or line.words.endswith("."):
        return False
    _, meanings = markers.opening(line)
    if any(m.kind == "caption" for m in meanings) or is_picture(line) or _OF_WHOM.search(line.bare):
        return True
    if line.words[-1] == ")" and is_photographed(line):
        return True
    if markers.ends.search(line.bare) is not None or _credited(line, gazetteer):
        return True
    shown = _SHOWN.fullmatch(line.bare) is not None
    return shown and markers.lead_verbs.isdisjoint(line.bare.split()) and _FROM_THIS not in line.bare


def _credited(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether an agency or outlet in brackets or after a full stop credits what the line shows."""
    m = _CREDIT.search(line.level)
    return (
        m is not None
        and len(line) <= _LONGEST_TITLE
        and not _WRITTEN.search(line.level)
        and (
            gazetteer.outlet.fullmatch((m["name"] or m["bare"] or m["dashed"]).strip()) is not None
            or (
                m["name"] is not None
                and line.words.count(" ") > _FEWEST_SHOWN
                and is_author(m["name"], gazetteer.given)
            )
        )
    )


def is_shown(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line under the headline says what the picture shows, and whose it is («… أمام السد (رويترز)»)."""
    m = _CREDIT.search(line.level)
    if m is None or not _credited(line, gazetteer):
        return False
    shown = line.level[: m.start() + 2].strip()
    if len(shown.split()) < _FEWEST_SHOWN or _JOINED.search(shown) or gazetteer.outlet.match(shown):
        return False
    common = m["dashed"] is not None and m["dashed"].strip() in gazetteer.common
    return not common and not is_author(shown, gazetteer.given)


def is_shown_inside(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line between paragraphs says whose the picture above it is («… أمام السد (رويترز)»)."""
    words = line.words
    if words.isascii():
        return len(line) <= _LONGEST_RIGHTS and markers.ends.match(f"({line.bare}") is not None
    if words[-1] in ".؟!:،":
        return False
    if _SCENE.fullmatch(line.bare) or _AT_WORK.fullmatch(line.bare) or is_photo_credit(line, gazetteer):
        return True
    if _SIGNED.isdisjoint(words) or line.bare[0] in "وف":
        return False
    credit = markers.ends.search(line.bare)
    told = credit is not None and credit[0].strip(" ()-–—ـ|/.") not in AGENCIES
    told = told or _RIGHTS.search(line.level[-_TAKER:]) is not None or is_shown(line, gazetteer)
    return told and markers.lead_verbs.isdisjoint(line.bare.split()[:2])


def is_photographed(line: Line) -> bool:
    """Tell whether a line ends with who took the picture, in brackets."""
    return len(line) <= _LONGEST_SHOWN and _TAKEN_BY.search(line.level[-_TAKER:]) is not None


def shows(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line under the headline names the picture's source or taker, which no author's line does."""
    if line.words[-1] == ")" and is_photographed(line):
        return True
    if is_picture(line) or _RIGHTS.search(line.level[-_TAKER:]):
        return True
    if any(m.kind == "caption" and m.form == "start" for m in markers.opening(line)[1]):
        return line.words[-1] not in ".:؟!،"
    credit = markers.ends.search(line.bare)
    if credit is None or len(line) > _LONGEST_TITLE:
        return False
    name = credit[0].strip(" ()-–—ـ|/.")
    return name not in AGENCIES and not gazetteer.outlet.fullmatch(name)


def is_event(line: Line, markers: Markers) -> bool:
    """Tell whether a short line says from what event the picture is («من حفل …»)."""
    shown = any(m.kind == "caption" and m.form == "start" for m in markers.opening(line)[1])
    return shown and len(line) <= _LONGEST_EVENT and line.words[-1] not in ".:؟!"


def shows_officer(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is an office and a name, and no more («وزيرة المياه فلانة»): whom the picture shows."""
    words = line.bare.split()
    if not _FEWEST_SHOWN < len(words) <= _MOST_SHOWN or _OFFICER.match(line.bare) is None:
        return False
    return all(map(str.isalpha, words)) and is_author(" ".join(words[-2:]), gazetteer.given)


def is_picture(line: Line) -> bool:
    """Tell whether a line is a caption by its first word («الصورة: …»)."""
    if ":" not in line.words or line.size > _LONGEST_TITLE:
        return False
    return _SHOWS.match(line.bare) is not None and line.words[-1] not in ".؟!:،"


def is_picture_label(line: Line, markers: Markers) -> bool:
    """Tell whether a line is the label of a caption and no more («التعليق على الصورة،»)."""
    label, meanings = markers.opening(line)
    return (
        any(m.kind == "caption" for m in meanings)
        and line.words[-1] in "،:"
        and not line.bare[len(label) :].strip(" ،:")
    )


def claim_caption(lines: list[Line], at: int, markers: Markers) -> list[Part]:
    """Return a caption, and the line below where the caption is a label and no more."""
    parts = [lines[at].claim("caption", "caption")]
    below = lines[at + 1] if at + 2 < len(lines) else None
    if (
        below is not None
        and below.kind is None
        and len(below) <= _LONGEST_BELOW
        and is_picture_label(lines[at], markers)
    ):
        parts.append(below.claim("caption", "caption-below"))
    return parts


def is_photo_credit(line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a line says whose the picture is, and no more («تصوير: رويترز», «© …»)."""
    m = _PHOTO.match(line.level.lstrip("("))
    if m is None and line.words[0] == "©":
        outlet = gazetteer.outlet.match(line.level[1:].lstrip())
        return outlet is not None and len(line) <= _LONGEST_RIGHTS
    return m is not None and gazetteer.outlet.fullmatch(line.level.strip("()")[m.end() :]) is not None
