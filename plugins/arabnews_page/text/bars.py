"""Bars: buttons and names of networks in a row, breadcrumbs, invitations, rights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_CRUMBS = re.compile(
    r"(?:(?:ال)?(?:صفحه ال)?رييسيه|home)(?:\s{0,3}[»«>›|/\\:]\s{0,3}|\s[-–—]\s|\s{2,3})\S"
    r"|(?:قراءه\s)?\d{1,2}\sدق[^\W\d_]{2,4}$|(?:قراءه\s)?دقيقت[اي]ن$|قراءه\sدقيقه(?:\sواحده)?$"
)
_LONGEST_BAR: Final = 120
_LONGEST_INVITATION: Final = 140
_LONGEST_FONT: Final = 40
_FONT = re.compile(
    r"(?:حجم الخط|الخط)?[\s:]{0,4}(?:(?:[aعتط]|font size)[\s+\-–|=]{0,4}){2,8}|[-+–]\s?[aعت]\s?[-+–]|[aع][-+]|[-+][aع]"
    r"|[-+]\s?الخط\s?[-+]"
)
"""The buttons that make the letters larger and smaller."""

_TEMPLATE: Final = "{{"
"""What a script was to fill in."""

_TIMER = re.compile(r"\W{0,3}\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d\W{0,3}|00:00")
_BEGIN: Final = ("http", "تابع")
_FOLLOW = re.compile(r"تابع(?:وا|ونا|نا)?\s.{2,30}\s(?:علي|عبر)\s?:?")
"""An invitation whose networks are pictures."""

_RIGHTS = re.compile(r"(?:©|\(c\)|&copy;)\s?(?=.{0,60}(?:(?:19|20)\d\d|محفوظ|rights))")


def is_bar(line: Line, markers: Markers, *, tail: bool = False) -> bool:
    """Tell whether a line is navigation: names of networks and buttons in a row, breadcrumbs, an invitation."""
    bare, size = line.bare, line.size
    if bare.startswith(_BEGIN) and (_FOLLOW.fullmatch(bare) or (bare[0] == "h" and " " not in bare)):
        return True
    if _CRUMBS.match(bare) or _TEMPLATE in bare or (size <= _LONGEST_BAR and _RIGHTS.match(bare)):
        return True
    if size <= _LONGEST_BAR and markers.shares.fullmatch(bare):
        return len(markers.share.findall(bare)) > 1 or "+" in bare or "|" in bare
    if size <= _LONGEST_FONT and (_FONT.fullmatch(bare) or _TIMER.fullmatch(bare)):
        return True
    meanings = markers.opening(line)[1]
    return (meanings != () and any(m.form == "start" and m.kind == "boilerplate" for m in meanings)) or (
        size <= _LONGEST_INVITATION and markers.invites_to(bare, tail=tail)
    )
