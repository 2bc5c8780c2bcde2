"""Reads noun phrases in the light of the people already found in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from arabnews.fold import fold
from arabnews_entities.phrasing.phrases import Gender, NounPhrase, read_noun_phrase
from arabnews_entities.vocabulary.wordlists import Lexis, lexis
from arabnews_entities.vocabulary.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews.article import Article, Entity, Mention
    from arabnews.hookspecs import Context


@frozen(eq=False)
class PhraseReader:
    """Reads the noun phrases of one article: `words` are its classified words, indexed like `arabnews.fold.tokens`."""

    words: Words
    _starts: Mapping[int, tuple[Entity, Mention]] = field(repr=False)
    _read: dict[int, NounPhrase | None] = field(factory=dict, init=False, repr=False)

    def read(self, index: int) -> NounPhrase | None:
        """Return the noun phrase that starts at a word, or None where no person, body or document is named.

        Proclitics of the word (و, ل, ب …) are left out of the phrase. A name that the article's entities know is read
        to its end, even where the word lists do not know it. What was read once is kept.
        """
        if index in self._read:
            return self._read[index]
        phrase = self._read[index] = self._read_anew(index)
        return phrase

    def _read_anew(self, index: int) -> NounPhrase | None:
        phrase = self._to_the_end(read_noun_phrase(self.words, index))
        known = self._known(index) if 0 <= index < self.words.count else None
        if known is None:
            return phrase
        entity, mention = known
        if phrase is not None and phrase.kind not in {"person", "place"}:
            # whom the article knows by the name «النادي» is no club
            named = entity.type == "person" and mention.form == "name" and mention.span.end >= phrase.end
            if not named or phrase.name_span is not None:
                return phrase
            phrase = None
        if phrase is not None and phrase.kind == "person" and mention.form == "name" and phrase.role_span is not None:
            before = phrase.role_span[0] == mention.span.start and mention.span.end >= phrase.end
            phrase = None if before else phrase  # «صديق العلي», whose name the article knows, is nobody's friend
        if phrase is not None and phrase.end >= mention.span.end and phrase.start <= mention.span.start:
            return phrase  # «برايس» whom the article knows is not «رايس»
        last = self.words.table.at(mention.span.end - 1) + 1
        span = (mention.span.start, mention.span.end)
        if entity.type == "person":
            return NounPhrase(
                index, last, *span, "person", gender=gender_of(entity), name_first=index, name_last=last, name_span=span
            )
        return NounPhrase(index, last, *span, "place" if entity.type == "location" else "organization")

    def _to_the_end(self, phrase: NounPhrase | None) -> NounPhrase | None:
        """Return a phrase with the whole name of whom it names, as the article knows it."""
        if phrase is None or phrase.name_span is None or phrase.kind != "person":
            return phrase
        start, end = phrase.name_span
        known = self._starts.get(start)
        if known is None or known[1].form != "name" or known[1].span.end <= end or end != phrase.end:
            return phrase
        end = known[1].span.end
        last = self.words.table.at(end - 1) + 1
        return phrase._replace(last=last, end=end, name_last=last, name_span=(start, end))

    def entity(self, phrase: NounPhrase) -> Entity | None:
        """Return the entity that the phrase names or refers to, or None when the article knows none."""
        for start in (phrase.name_span or (phrase.start,))[:1]:
            found = self._starts.get(start)
            if found is not None and found[1].span.start < phrase.end:
                return found[0]
        return None

    def _known(self, index: int) -> tuple[Entity, Mention] | None:
        start, end = self.words.table.starts[index], self.words.table.ends[index]
        offsets = range(start, min(start + 4, end))
        if self._starts.keys().isdisjoint(offsets):
            return None  # as nearly always
        return self._starts[next(offset for offset in offsets if offset in self._starts)]


def phrase_reader(article: Article, context: Context | None = None) -> PhraseReader:
    """Return a reader of the article's noun phrases that knows the entities found so far.

    >>> from arabnews.article import Article
    >>> reader = phrase_reader(Article("وأكدت المتحدثة باسم الوزارة أن المشروع مستمر"))
    >>> phrase = reader.read(1)
    >>> phrase.kind, phrase.head, phrase.gender, phrase.definite, reader.entity(phrase)
    ('role', 'متحدث', 'f', True, None)
    """
    words = read_words(article.prose, lexis(context))
    starts = {m.span.start: (entity, m) for entity in article.entities for m in entity.mentions}
    return PhraseReader(words, starts)


_HIS_PEER: Final = "نظيره"
"""His peer may be a man; once folded it is «نظيرة», a woman."""


def gender_of(entity: Entity, lists: Lexis | None = None) -> Gender | None:
    """Return the gender that an entity's roles tell («وزيرة»), or None where they tell nothing.

    >>> from arabnews.article import Entity, Mention, Role, Span
    >>> mention = Mention(Span(0, 4, "سلمى"))
    >>> someone = Entity(type="person", name="سلمى", roles=(Role("وزيرة المياه"),), mentions=(mention,))
    >>> gender_of(someone)
    'f'
    """
    titles, found = (lists or lexis()).titles, None
    for role in entity.roles:
        head = role.text.split(" ")[0]
        if head == _HIS_PEER:
            continue
        title = titles.get(fold(head))
        if title is not None and title.gender == "f":
            return "f"  # a woman may be called «مدير», no man is «مديرة»
        found = found or (title.gender if title is not None else None)
    return found
