"""Makes entities of the people, bodies and places that were found.

The classes of facts convert and check what foreign plugins give them. Here all values are of the right types, and an
article has scores of mentions: their fields are written at once. The core looks at every span again.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from arabnews.article import Entity, EntityType, Mention, MentionForm, Origin, Role, Span
from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from arabnews_entities.joining.clusters import Person
    from arabnews_entities.phrasing.body import Body
    from arabnews_entities.phrasing.phrases import NounPhrase
    from arabnews_entities.vocabulary.words import Words


def make_person(text: str, words: Words, person: Person, phrases: Sequence[NounPhrase]) -> Entity:
    """Return the entity of a person: his names, what stands elsewhere, and the role phrases that mean him."""
    namings = person.namings
    if len(namings) > 1:
        namings = sorted(namings, key=_START)
    # what a hashtag adds to a full name is a call («#ادعم_فلان»)
    plain = [n for n in namings if len(n.key) > 1 and n.first not in words.tags] if words.tags else namings
    best = max(plain or namings, key=lambda n: len(n.key))
    surfaces = dict.fromkeys([words.named(n.start, n.end, n.first) for n in namings])
    name = words.named(best.start, best.end, best.first)
    mentions: list[Mention] = []
    roles: dict[str, Role] = {}
    country: str | None = None
    for n in namings:
        phrase = n.phrase
        if phrase is None or phrase.role_span is None or phrase.relation:
            mentions.append(_mention(text, n.start, n.end))
            continue
        said = text[slice(*phrase.role_span)]
        roles.setdefault(folded(said), Role(said, phrase.status))
        country = country or phrase.country
        mentions.append(_mention(text, n.start, n.end, "name", said, phrase.status, phrase.country))
    if person.elsewhere:
        mentions += [_mention(text, start, end) for start, end in dict.fromkeys(person.elsewhere)]
        surfaces |= dict.fromkeys([text[start:end] for start, end in person.elsewhere])
    for p in phrases:
        mentions.append(_mention(text, p.start, p.end, "role", text[p.start : p.end], p.status, p.country))
    if person.elsewhere or phrases:
        mentions.sort(key=_SPAN)
    return _entity("person", name, surfaces, tuple(roles.values()), country, mentions, namings[0].rule)


def make_bodies(text: str, words: Words, bodies: Iterable[Body]) -> Iterator[Entity]:
    """Yield the entities of bodies and places: one for each type and key."""
    found: dict[tuple[EntityType, str], list[Body]] = {}
    for body in bodies:
        found.setdefault((body.type, body.key), []).append(body)
    for (kind, _), group in found.items():
        first = group[0]
        mentions = [_mention(text, b.start, b.end, acts=b.acts) for b in group]
        name = words.named(first.start, first.end, first.first)
        surfaces: Iterable[str] = ()
        if len(group) > 1:
            surfaces = dict.fromkeys([name, *[words.named(b.start, b.end, b.first) for b in group[1:]]])
            listed = [b for b in group if b.rule == "list"] and [b for b in group if not b.inner]
            plain = [words.named(b.start, b.end, b.first) for b in listed] or surfaces
            name = max(plain, key=_fullness)
        yield _entity(kind, name, surfaces, (), first.country, mentions, first.rule)


def _fullness(name: str) -> tuple[bool, int]:
    """Return what makes one name of a body better than another: Arabic letters, then length."""
    return not name.isascii(), len(name)


_SPAN: Final = attrgetter("span")
_START: Final = attrgetter("start")


folded = lru_cache(maxsize=2048)(fold)


def _mention(  # noqa: PLR0913, PLR0917 - as many as the fields of a mention
    text: str,
    start: int,
    end: int,
    form: MentionForm = "name",
    role: str | None = None,
    status: str | None = None,
    country: str | None = None,
    *,
    acts: bool = False,
) -> Mention:
    span = _new(Span)
    _put_start(span, start)
    _put_end(span, end)
    _put_text(span, text[start:end])
    made = _new(Mention)
    _put_span(made, span)
    _put_form(made, form)
    _put_role(made, role)
    _put_status(made, status)
    _put_country(made, country)
    _put_acts(made, acts)
    return made


def _entity(  # noqa: PLR0913, PLR0917 - as many as the fields of an entity
    kind: EntityType,
    name: str,
    surfaces: Iterable[str],
    roles: tuple[Role, ...],
    country: str | None,
    mentions: Iterable[Mention],
    rule: str,
) -> Entity:
    made = _new(Entity)
    _put_type(made, kind)
    _put_name(made, name)
    _put_aliases(made, tuple([s for s in surfaces if s != name]))
    _put_roles(made, roles)
    _put_home(made, country)
    _put_ids(made, ())
    _put_mentions(made, tuple(mentions))
    _put_origin(made, _origin(rule))
    _put_id(made, "")
    return made


@lru_cache(maxsize=64)
def _origin(rule: str) -> Origin:
    return Origin(rule=rule)


def _setters(cls: Any) -> tuple[Callable[[Any, Any], None], ...]:
    """Return what writes each field into a bare object of a class."""
    return tuple(getattr(cls, field.name).__set__ for field in attrs.fields(cls))


_new: Final = object.__new__
_put_start, _put_end, _put_text = _setters(Span)
_put_span, _put_form, _put_role, _put_status, _put_country, _put_acts = _setters(Mention)
(
    _put_type, _put_name, _put_aliases, _put_roles, _put_home, _put_ids, _put_mentions, _put_origin, _put_id
) = _setters(Entity)  # fmt: skip
