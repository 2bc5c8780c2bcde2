"""An article on a terminal: who said what, who is who, when, and what was taken out of the text.

Arabic runs stand between directional isolates, so that a terminal that knows right-to-left text keeps them apart from
numbers and labels. Where the output is no terminal, there are neither colours nor isolates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import regex
from rich.text import Text

from arabnews.article import UnreadAnnotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from arabnews.article import Annotation, Article, DateMention, Embed, Entity, Statement
    from arabnews.plugins import PluginInfo
    from arabnews.walk import Trace

_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_END: Final = "\N{POP DIRECTIONAL ISOLATE}"
_LABEL: Final = 10
_SHORT: Final = regex.compile(r"\X{0,70}")


class Writer:
    """Writes labelled lines to a console, with foreign text isolated where the console is a terminal."""

    def __init__(self, console: Console) -> None:
        """Write to this console."""
        self.console = console

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Write a line of plain and (text, style) parts; it is wrapped by the terminal, never cut."""
        self.console.print(Text.assemble(*parts), soft_wrap=True, highlight=False)

    def foreign(self, text: str) -> str:
        """Return a run of the article's text on one line, isolated from what stands around it."""
        flat = " ".join(text.split())
        flat = "".join(c if c.isprintable() or c in "\u200e\u200f" else "\ufffd" for c in flat)
        return f"{_ISOLATE}{flat}{_END}" if self.console.is_terminal else flat

    def title(self, text: str, count: int | None = None) -> None:
        """Write the title of a part."""
        self.line()
        self.line((text, "bold cyan"), (f"  {count}" if count is not None else "", "cyan"))

    def row(self, label: str, *parts: str | tuple[str, str]) -> None:
        """Write a label and what belongs to it."""
        self.line("    ", (f"{label:<{_LABEL}}", "dim"), *parts)


def show_article(article: Article, console: Console, name: str | None = None) -> None:
    """Write a readable summary of an article."""
    out = Writer(console)
    if name:
        out.line((name, "bold"))
    if article.headline:
        out.line((out.foreign(article.headline), "bold green"))
    if article.subheadline:
        out.line((out.foreign(article.subheadline), "green"))
    head = [out.foreign(t) for t in (article.section, article.dateline) if t]
    if article.published is not None:
        how = "given" if article.published.span is None else out.foreign(article.published.span.text)
        head.append(f"published {article.published.value} ({how})")
    if head:
        out.line(" · ".join(head))
    _show_statements(article, out)
    _show_entities(article.entities, out)
    _show_dates(article.dates, out)
    _show_embeds(article.embeds, out)
    _show_annotations(article.annotations, out)
    _show_blocks(article, out)
    for problem in article.problems:
        out.line(("problem  ", "bold red"), f"{problem.plugin}.{problem.hook}: {problem.message}")


def _show_statements(article: Article, out: Writer) -> None:
    out.title("Statements", len(article.statements))
    for statement in article.statements:
        out.line("  ", *_statement_head(article, statement, out))
        out.row("said", (out.foreign(" … ".join(s.text for s in statement.content)), _TYPE_STYLE[statement.type]))
        about = [e.name for e in article.about(statement) if e.id != statement.entity]
        if about:
            out.row("about", _list(about, out))


_TYPE_STYLE: Final = {"direct": "yellow", "mixed": "yellow", "indirect": ""}


def _statement_head(article: Article, statement: Statement, out: Writer) -> Iterator[str | tuple[str, str]]:
    speakers = [statement.speaker, *statement.co_speakers] if statement.speaker else []
    yield (_list(speakers, out) if speakers else "speaker unknown", "bold" if speakers else "italic")
    facts = [statement.type, statement.cue_class]
    if statement.cue is not None:
        facts.append(out.foreign(statement.cue.text))
    if statement.channel:
        facts.append(statement.channel.replace("_", " "))
    if statement.relay:
        facts.append(f"via {out.foreign(statement.relay)}")
    date = article.date(statement.date)
    if date is not None and date.value:
        facts.append(date.value)
    if statement.unclosed:
        facts.append("unclosed")
    yield (f"  {' · '.join(facts)}  {statement.confidence:.2f}", "dim")


def _list(names: Iterable[str], out: Writer) -> str:
    return ", ".join(out.foreign(name) for name in names)


def _show_entities(entities: tuple[Entity, ...], out: Writer) -> None:
    out.title("Entities", len(entities))
    for entity in entities:
        parts: list[str | tuple[str, str]] = [("  ", ""), (out.foreign(entity.name), "bold")]
        facts = [entity.type, *([entity.country] if entity.country else []), f"{len(entity.mentions)}×"]
        parts.append((f"  {' · '.join(facts)}", "dim"))
        out.line(*parts)
        if entity.roles:
            out.row("as", _list([r.text for r in entity.roles], out))
        if entity.aliases:
            out.row("also", _list(entity.aliases, out))


def _show_dates(dates: tuple[DateMention, ...], out: Writer) -> None:
    out.title("Dates", len(dates))
    for date in dates:
        text = out.foreign(date.span.text) if date.span is not None else ""
        facts = [f"from {date.anchor}"] if date.anchor else []
        facts.extend(issue.replace("_", " ") for issue in date.issues)
        out.line("  ", text, "  ", (date.value or "no value", "magenta" if date.value else "italic"),
                 (f"  {' · '.join(facts)}" if facts else "", "dim"))  # fmt: skip


def _show_embeds(embeds: tuple[Embed, ...], out: Writer) -> None:
    if embeds:
        out.title("Posts taken out of the text", len(embeds))
    for embed in embeds:
        who = [out.foreign(embed.author)] if embed.author else []
        who.extend([f"@{embed.handle}"] if embed.handle else [])
        facts: list[str] = [embed.platform]
        if embed.posted is not None and embed.posted.value:
            facts.append(embed.posted.value)
        facts.extend(f"{n} {what}" for n, what in ((embed.likes, "likes"), (embed.replies, "replies")) if n is not None)
        out.line("  ", (" ".join(who) or "author unknown", "bold"), (f"  {' · '.join(facts)}", "dim"))
        if embed.text is not None:
            out.row("text", out.foreign(embed.text.text))


def _show_annotations(annotations: tuple[Annotation, ...], out: Writer) -> None:
    if annotations:
        out.title("Annotations of other plugins", len(annotations))
    for annotation in annotations:
        value = annotation.value
        if isinstance(value, UnreadAnnotation):
            name, fields = value.class_name, dict(value.fields)
        else:
            name = type(value).__name__
            fields = {a.name: getattr(value, a.name) for a in attrs.fields(type(value))}
        facts = [
            f"{key} {out.foreign(str(item))}" for key, item in fields.items() if key != "span" and item is not None
        ]
        out.line("  ", (out.foreign(value.span.text), "bold"), (f"  {annotation.origin.plugin} · {name}", "dim"))
        if facts:
            out.row("", " · ".join(facts))


def _show_blocks(article: Article, out: Writer) -> None:
    shown = ("paragraph", "embed", "headline", "subheadline", "section", "dateline")
    others = [b for b in article.blocks if b.kind not in shown]
    if others:
        out.title("Other parts of the page", len(others))
    for block in others:
        text = " ".join(block.span.text.split())
        out.row(block.kind, out.foreign(_shortened(text)))
    out.line()
    count = len(article.paragraphs)
    out.line((f"{len(article.text):,} characters · {count} paragraph{'s' * (count != 1)} of body", "dim"))


def show_trace(trace: Trace, console: Console, name: str | None = None) -> None:
    """Write what each plugin did: hook, finds, milliseconds; losers and why."""
    out = Writer(console)
    if name:
        out.line((name, "bold"))
    out.line((f"{'hook':<18}{'plugin':<16}{'finds':>6}{'lost':>6}{'ms':>9}", "bold cyan"))
    for step in trace.steps:
        out.line(f"{step.hook:<18}{step.plugin:<16}{step.found:>6}{len(step.lost):>6}{step.milliseconds:>9.2f}")
        if step.problem:
            out.row("problem", (step.problem, "red"))
        for loss in step.lost:
            out.row("lost", out.foreign(_text_of(loss.item)), (f"  {loss.reason}", "dim"))
    total = sum(step.milliseconds for step in trace.steps)
    out.line((f"{'plugins together':<46}{total:>9.2f}", "dim"))


def _text_of(item: object) -> str:
    """Return the text of a lost item, shortened: of its span, or of what it contains."""
    span = getattr(item, "span", None)
    if span is not None:
        return _shortened(str(span.text))
    pieces = getattr(item, "content", None) or [m.span for m in getattr(item, "mentions", ())]
    return _shortened(" … ".join(piece.text for piece in pieces))


def _shortened(text: str) -> str:
    """Return the beginning of a text, cut between two letters as a reader sees them: marks stay with their letter."""
    beginning = _SHORT.match(text)
    return text if beginning is None or beginning.end() == len(text) else f"{beginning.group()}…"


def show_plugins(rows: Iterable[PluginInfo], console: Console) -> None:
    """Write a table of the installed plugins: name, version, state, hooks."""
    out = Writer(console)
    listed = list(rows)
    width = max([len(row.name) for row in listed], default=4) + 2
    out.line((f"{'plugin':<{width}}{'version':<10}{'state':<10}hooks", "bold cyan"))
    for row in listed:
        style = {"loaded": "green", "disabled": "dim"}.get(row.state, "red")
        out.line(
            (f"{row.name:<{width}}", "bold"), f"{row.version or '-':<10}", (f"{row.state:<10}", style),
            ", ".join(row.hooks),
        )  # fmt: skip
        if row.message:
            out.row("", (row.message, "red"))
