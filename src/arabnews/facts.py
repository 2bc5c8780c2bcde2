"""What is found in an article: blocks, posts, entities, statements, annotations, problems. Imports attrs alone.

Every value is frozen, hashable and picklable; sequences are tuples. Whatever may be referred to carries an `id`, unique
in its article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen
from attrs.validators import ge, in_, instance_of, le

from arabnews.brief import brief
from arabnews.checks import MAYBE_TEXT, TEXT, TEXTS, each, maybe, of
from arabnews.datevalue import DateMention
from arabnews.frozenmap import FrozenMap
from arabnews.spans import Origin, Span, to_origin, to_spans, to_strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BlockKind = Literal[
    "headline", "subheadline", "caption", "paragraph", "dateline", "stamp", "section", "byline", "source",
    "keywords", "related", "teaser", "boilerplate", "embed",
]  # fmt: skip
Platform = Literal["x", "facebook", "instagram", "youtube", "telegram"]
EntityType = Literal["person", "organization", "location"]
MentionForm = Literal["name", "role"]
StatementType = Literal["direct", "indirect", "mixed"]
Channel = Literal[
    "statement", "press_conference", "interview", "social", "phone_call", "speech", "agency", "headline",
    "caption", "report",
]  # fmt: skip


@frozen
class BlockRule:
    """What a kind of block may hold: a row of the table in docs/design.md."""

    prose: bool
    body: bool
    dates: bool
    entities: bool
    statements: bool


BLOCK_RULES: Final[Mapping[str, BlockRule]] = {
    # kind                   prose  body   dates  entities statements
    "headline": BlockRule(True, False, True, True, True),
    "subheadline": BlockRule(True, False, True, True, True),
    "caption": BlockRule(True, False, True, True, True),
    "paragraph": BlockRule(True, True, True, True, True),
    "dateline": BlockRule(True, False, True, True, False),
    "stamp": BlockRule(True, False, True, True, False),
    "section": BlockRule(False, False, False, False, False),
    "byline": BlockRule(False, False, False, False, False),
    "source": BlockRule(False, False, False, False, False),
    "keywords": BlockRule(False, False, False, False, False),
    "related": BlockRule(False, False, False, False, False),
    "teaser": BlockRule(False, False, False, False, False),
    "boilerplate": BlockRule(False, False, False, False, False),
    "embed": BlockRule(False, False, False, False, False),
}


@frozen
class Block:
    """A maximal run of one kind of text on the page: a headline, a paragraph, a list of keywords.

    >>> Block("headline", Span.cut("السد يمتلئ: قالت الوزيرة", 0, 10)).span.text
    'السد يمتلئ'
    """

    kind: BlockKind = field(validator=in_(BLOCK_RULES))
    span: Span = field(validator=of(Span))
    origin: Origin = field(default=Origin(), converter=to_origin, validator=of(Origin), kw_only=True)
    id: str = field(default="", validator=TEXT, kw_only=True)


@frozen
class Embed:
    """A social post flattened into the page, from its first character to its last.

    What the page does not tell is None; nothing is copied from a neighbouring post. `text` is the post's own words.
    `likes` and `replies` are counts; in a flattened widget «١٩٦ رد» is 196 likes beside the Reply button. `within` is
    the id of the block (a teaser) that holds the post.

    >>> text = "وزارة المياه @WaterMin: السد امتلأ"
    >>> post = Embed("x", Span.cut(text, 0, 34), author="وزارة المياه", handle="WaterMin", text=Span.cut(text, 24, 34))
    >>> post.text.text, post.likes
    ('السد امتلأ', None)
    """

    platform: Platform = field(validator=in_(("x", "facebook", "instagram", "youtube", "telegram")))
    span: Span = field(validator=of(Span))
    author: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    handle: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    text: Span | None = field(default=None, validator=maybe(Span), kw_only=True)
    posted: DateMention | None = field(default=None, validator=maybe(DateMention), kw_only=True)
    likes: int | None = field(default=None, validator=maybe(int), kw_only=True)
    replies: int | None = field(default=None, validator=maybe(int), kw_only=True)
    urls: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS, kw_only=True)
    mentions: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS, kw_only=True)
    hashtags: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS, kw_only=True)
    status_id: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    within: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    origin: Origin = field(default=Origin(), converter=to_origin, validator=of(Origin), kw_only=True)
    id: str = field(default="", validator=TEXT, kw_only=True)

    def __repr__(self) -> str:
        return brief(self)


@frozen
class Mention:
    """One place where an entity is spoken of.

    The span of a name is the name alone, without title or clitic. `form` is "name", or "role" for a definite phrase
    that refers to someone («الوزير الأمريكي»). `role`, `status` and `country` are what stands beside the name here.
    `acts` tells that a place stands here for who governs it («أعلنت واشنطن»).

    >>> Mention(Span.cut("الوزير سمير حداد", 7, 16), role="الوزير").form
    'name'
    """

    span: Span = field(validator=of(Span))
    form: MentionForm = field(default="name", validator=in_(("name", "role")))
    role: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    status: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    country: str | None = field(default=None, validator=MAYBE_TEXT, kw_only=True)
    acts: bool = field(default=False, validator=of(bool), kw_only=True)

    def __repr__(self) -> str:
        return brief(self)


@frozen
class Role:
    """An office or title as said («وزير الخارجية الأمريكي»); `status`: "former", "present", "acting", "elect", None."""

    text: str = field(validator=TEXT)
    status: str | None = field(default=None, validator=MAYBE_TEXT)

    def __repr__(self) -> str:
        return brief(self)


def _roles(items: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(items)


def _mentions(items: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(items)


@frozen(kw_only=True)
class Entity:
    """Someone or something the article speaks of, under all its names.

    `name` is the fullest proper name in the article, or the noun phrase where there is none. `aliases` are its other
    names. `country` is an ISO 3166-1 alpha-2 code. `same_as` are addresses that identify it elsewhere, such as
    "https://www.wikidata.org/entity/Q1399": arabnews sets none; a plugin that links entities does, in `refine`.

    >>> import arabnews
    >>> entity = arabnews.parse("وصل الوزير سمير حداد. وغادر حداد مساء.").entities[0]
    >>> entity.name, entity.roles[0].text, [mention.span.text for mention in entity.mentions]
    ('سمير حداد', 'الوزير', ['سمير حداد', 'حداد'])
    """

    type: EntityType = field(validator=in_(("person", "organization", "location")))
    name: str = field(validator=TEXT)
    aliases: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS)
    roles: tuple[Role, ...] = field(default=(), converter=_roles, validator=each(Role))
    country: str | None = field(default=None, validator=MAYBE_TEXT)
    same_as: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS)
    mentions: tuple[Mention, ...] = field(converter=_mentions, validator=each(Mention))
    origin: Origin = field(default=Origin(), converter=to_origin, validator=of(Origin), kw_only=True)
    id: str = field(default="", validator=TEXT, kw_only=True)

    def __repr__(self) -> str:
        return brief(self)

    @property
    def acts(self) -> bool:
        """Whether a place stands somewhere for who governs it («أعلنت واشنطن»)."""
        return any(mention.acts for mention in self.mentions)


@frozen(kw_only=True)
class Statement:
    """Something that a source is reported to have said: source, cue and content.

    Attributes:
        type: direct (in the speaker's words), indirect, or mixed (indirect with fragments in quotation marks).
        content: what was said, in as many pieces as the report cuts it into («…»، قال فلان، «…»).
        fragments: of a mixed statement, the parts in quotation marks.
        cue: the word that reports («قالت»). A post has none.
        cue_class: the class of the cue: say, deny, warn …
        source: the noun phrase of the speaker beside the cue; None for a dropped subject.
        speaker: the name to show: the entity's, or the noun phrase itself; None when nothing tells.
        entity: id of the speaker's entity.
        co_speakers: the other names of a joint statement.
        channel: how it was said, where the text tells.
        relay: the agency or outlet that passed it on («نقلت رويترز عن …»).
        addressee: id of the entity it was said to.
        date: id of the date mention that dates it.
        parent: id of the statement whose content holds this one.
        chain: id of the statement that this one continues («وأضاف»).
        embed: id of the post that this statement is.
        duplicate_of: id of the statement that has the same words.
        unclosed: the closing quotation mark is missing.
        confidence: from 0 to 1.

    >>> import arabnews
    >>> article = arabnews.parse("قال الوزير سمير حداد إن القرار «المتسرع» لن ينفذ. وأضاف: «سنعترض».")
    >>> [(s.type, s.speaker, s.content[0].text, s.source and s.source.text) for s in article.statements]
    [('mixed', 'سمير حداد', 'القرار «المتسرع» لن ينفذ', 'الوزير سمير حداد'), ('direct', 'سمير حداد', 'سنعترض', None)]
    """

    type: StatementType = field(validator=in_(("direct", "indirect", "mixed")))
    content: tuple[Span, ...] = field(converter=to_spans, validator=each(Span))
    fragments: tuple[Span, ...] = field(default=(), converter=to_spans, validator=each(Span))
    cue: Span | None = field(default=None, validator=maybe(Span))
    cue_class: str = field(default="say", validator=TEXT)
    source: Span | None = field(default=None, validator=maybe(Span))
    speaker: str | None = field(default=None, validator=MAYBE_TEXT)
    entity: str | None = field(default=None, validator=MAYBE_TEXT)
    co_speakers: tuple[str, ...] = field(default=(), converter=to_strings, validator=TEXTS)
    channel: Channel | None = field(default=None, validator=MAYBE_TEXT)
    relay: str | None = field(default=None, validator=MAYBE_TEXT)
    addressee: str | None = field(default=None, validator=MAYBE_TEXT)
    date: str | None = field(default=None, validator=MAYBE_TEXT)
    parent: str | None = field(default=None, validator=MAYBE_TEXT)
    chain: str | None = field(default=None, validator=MAYBE_TEXT)
    embed: str | None = field(default=None, validator=MAYBE_TEXT)
    duplicate_of: str | None = field(default=None, validator=MAYBE_TEXT)
    unclosed: bool = field(default=False, validator=of(bool))
    confidence: float = field(default=1.0, validator=[instance_of((int, float)), ge(0), le(1)])
    origin: Origin = field(default=Origin(), converter=to_origin, validator=of(Origin), kw_only=True)
    id: str = field(default="", validator=TEXT, kw_only=True)

    def __repr__(self) -> str:
        return brief(self)


@frozen
class Annotation:
    """A third party's find: an object of the plugin's own frozen attrs class, kept with its origin.

    `value` has a `span`. Read back from JSON without the plugin that declares the class, `value` is an
    `UnreadAnnotation`.
    """

    value: Any
    origin: Origin = field(validator=of(Origin))


@frozen
class UnreadAnnotation:
    """An annotation read from JSON whose class no loaded plugin declares; its fields are kept as they stood."""

    class_name: str = field(validator=TEXT)
    span: Span = field(validator=of(Span))
    fields: FrozenMap = field(converter=FrozenMap)


@frozen
class Problem:
    """A failure of a plugin that was contained: what it would have found is missing, all else stands.

    Attributes:
        plugin: the plugin's name.
        hook: the hook that failed.
        message: what happened, in one line.
    """

    plugin: str = field(validator=TEXT)
    hook: str = field(validator=TEXT)
    message: str = field(validator=TEXT)
