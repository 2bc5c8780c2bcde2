"""An article as a notebook shows it: its headline, and a table of who said what. Everything of the text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Article, Statement

_HEAD: Final = ("speaker", "said", "type", "cue", "channel", "date", "confidence")


def to_html(article: Article) -> str:
    """Return a piece of HTML for a notebook: the headline and the statements, from right to left where it is Arabic."""
    title = article.headline or " ".join(article.text.split())[:80]
    rows = "".join(f"<tr>{''.join(_cells(article, statement))}</tr>" for statement in article.statements)
    head = "".join(f"<th>{name}</th>" for name in _HEAD)
    counts = f"{len(article.statements)} statements, {len(article.entities)} entities, {len(article.dates)} dates"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    return f'<div><strong dir="auto">{escape(title)}</strong> <small>{counts}</small>{table}</div>'


def _cells(article: Article, statement: Statement) -> Iterator[str]:
    date = article.date(statement.date)
    speakers = ", ".join([statement.speaker or "", *statement.co_speakers])
    yield _cell(speakers)
    yield _cell(" … ".join(piece.text for piece in statement.content))
    yield _cell(statement.type)
    yield _cell(statement.cue.text if statement.cue is not None else "")
    yield _cell(statement.channel or "")
    yield _cell((date.value if date is not None else None) or "")
    yield _cell(f"{statement.confidence:.2f}")


def _cell(text: str) -> str:
    return f'<td dir="auto" style="text-align: start">{escape(text)}</td>'
