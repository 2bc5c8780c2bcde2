"""A sheet on which a text is written piece by piece, together with what is true of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from arabnews.article import Article, Block, DateMention, Embed, Entity, Mention, Origin, Role, Span, Statement

if TYPE_CHECKING:
    import datetime as dt

    from arabnews.article import BlockKind, MentionForm

GRAMMAR = "grammar"
"""The plugin that the truth names as its origin."""


class Sheet:
    """Text that only grows, so that every span cut from it stays true, and the facts that belong to it."""

    def __init__(self, published: dt.date) -> None:
        """Start an empty sheet for an article of this day."""
        self.text = ""
        self.published = published
        self._blocks: list[Block] = []
        self._embeds: list[Embed] = []
        self._dates: list[DateMention] = []
        self._statements: list[Statement] = []
        self._people: dict[str, tuple[list[Mention], dict[str, None]]] = {}
        self._ids = 0

    @property
    def at(self) -> int:
        """The offset at which the next piece will stand."""
        return len(self.text)

    def write(self, piece: str) -> Span:
        """Write a piece and return its span."""
        start = self.at
        self.text += piece
        return Span(start, self.at, piece)

    def since(self, start: int) -> Span:
        """Return the span from an offset to the end of what is written."""
        return Span.cut(self.text, start, self.at)

    def origin(self, rule: str) -> Origin:
        """Return the origin that names a rule of the grammar."""
        return Origin(GRAMMAR, rule)

    def new_id(self) -> str:
        """Return an id that nothing on the sheet has."""
        self._ids += 1
        return f"{GRAMMAR}:{self._ids}"

    def block(self, kind: BlockKind, start: int) -> None:
        """Note that a block reaches from an offset to the end of what is written."""
        self._blocks.append(Block(kind, self.since(start), origin=self.origin(kind), id=self.new_id()))

    def date(self, mention: DateMention) -> str:
        """Note a date and return its id."""
        self._dates.append(evolve(mention, id=self.new_id()))
        return self._dates[-1].id

    def embed(self, embed: Embed) -> str:
        """Note a post and return its id."""
        self._embeds.append(evolve(embed, id=self.new_id()))
        return self._embeds[-1].id

    def mention(self, name: str, span: Span, form: MentionForm = "name", role: str | None = None) -> None:
        """Note that a person of this full name is spoken of, and the office beside the name."""
        mentions, roles = self._people.setdefault(name, ([], {}))
        mentions.append(Mention(span, form))
        if role:
            roles[role] = None

    def statement(self, rule: str, **facts: Any) -> Statement:
        """Note a statement and return it, under its id."""
        statement = Statement(origin=self.origin(rule), id=self.new_id(), **facts)
        self._statements.append(statement)
        return statement

    def truth(self) -> Article:
        """Return all that is true of the text, in the order in which an article holds it."""
        entities = []
        for name, (mentions, roles) in self._people.items():
            mentions.sort(key=lambda mention: mention.span)
            aliases = dict.fromkeys(m.span.text for m in mentions if m.form == "name" and m.span.text != name)
            person = Entity(
                type="person",
                name=name,
                aliases=tuple(aliases),
                roles=tuple(map(Role, roles)),
                mentions=mentions,
                origin=self.origin("person"),
                id=self.new_id(),
            )
            entities.append(person)
        ids = {entity.name: entity.id for entity in entities}
        statements = [evolve(s, entity=ids.get(s.speaker or "")) for s in self._statements]
        return Article(
            self.text,
            published=DateMention.given(self.published, plugin=GRAMMAR),
            blocks=sorted(self._blocks, key=lambda block: block.span),
            embeds=sorted(self._embeds, key=lambda embed: embed.span),
            dates=sorted(self._dates, key=lambda date: date.span or Span(0, 0, "")),
            entities=sorted(entities, key=lambda entity: entity.mentions[0].span),
            statements=sorted(statements, key=lambda statement: statement.content[0]),
        )
