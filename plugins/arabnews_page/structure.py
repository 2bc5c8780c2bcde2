"""The walk over a page's lines: head matter first, then furniture, then what the body holds beside paragraphs.

Nothing that might be prose is called furniture: each rule needs a marker of the table, or a form that prose does not
have, or the company of other head matter. What no rule claims is left to the core, which makes paragraphs of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import frozen

from arabnews_page.body.inside import label_inside
from arabnews_page.body.leads import label_leads
from arabnews_page.body.links import label_links
from arabnews_page.body.parted import label_parted
from arabnews_page.body.repeats import label_glued_titles
from arabnews_page.foot.furniture import label_furniture
from arabnews_page.opening.head import read_head
from arabnews_page.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import BlockKind
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.markers import Markers


@frozen(eq=False)
class Tables:
    """The compiled lexicons that the rules consult."""

    markers: Markers
    gazetteer: Gazetteer


def find_structure(prose: str, tables: Tables) -> Iterator[tuple[int, int, BlockKind, str]]:
    """Yield start, end, kind and rule of what is not body, in no particular order; the stretches do not meet."""
    lines = split_lines(prose)
    if not lines:
        return
    parts, body = read_head(lines, tables.markers, tables.gazetteer)
    parts += label_parted(lines, body, tables.markers, tables.gazetteer)
    parts += label_furniture(lines, body, tables.markers, tables.gazetteer)
    parts += label_leads(lines, body, tables.markers)
    parts += label_links(lines, body)
    parts += label_inside(lines, body, tables.markers, tables.gazetteer)
    parts += label_glued_titles(lines, body, tables.markers, parts)
    taken: list[tuple[int, int]] = []
    for part in parts:
        if part.start < part.end and not any(s < part.end and part.start < e for s, e in taken[-6:]):
            taken.append((part.start, part.end))
            yield part.start, part.end, cast("BlockKind", part.kind), part.rule
