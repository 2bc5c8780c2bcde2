"""Gives prose to stanza, line by line in one call, and leads the names that it finds back to offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from arabnews_entities.labelled import TYPE_OF, Labelled, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from arabnews.facts import EntityType

_ODD: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
"""Control characters and lone surrogates, which tokenizers drop or refuse."""


class Name(Protocol):
    """A name in a document, as `stanza.models.common.doc.Span` tells of it; offsets are those of the document."""

    @property
    def type(self) -> str:
        """The label: "PER", "ORG", "LOC", …."""

    @property
    def start_char(self) -> int | None:
        """Where its first token starts."""

    @property
    def end_char(self) -> int | None:
        """Where its last token ends."""


class Document(Protocol):
    """What stanza makes of a text."""

    @property
    def ents(self) -> Sequence[Name]:
        """The names in it."""


class Tagger(Protocol):
    """What reads texts as `stanza.Pipeline` does."""

    def bulk_process(self, docs: list[str]) -> Sequence[Document]:
        """Return a document for each text."""


def find_labelled(prose: str, tagger: Callable[[], Tagger], types: Collection[EntityType]) -> Iterator[Labelled]:
    """Yield what stanza labels in prose; it is asked for only where there is something to read.

    Each line is a document of its own, since stanza sees no end of a sentence in a line break; it cuts lines into
    sentences itself, and makes batches of them all.

    Raises:
        ValueError: more or fewer documents come back than were given.
    """
    places = list(stretches(prose))
    if not places:
        return
    documents = tagger().bulk_process([_ODD.sub(" ", prose[start:end]) for start, end in places])
    if len(documents) != len(places):
        msg = f"{len(places)} documents were given, {len(documents)} came back"
        raise ValueError(msg)
    for (offset, end), document in zip(places, documents, strict=True):
        for name in document.ents:
            kind = TYPE_OF.get(name.type)
            if kind is None or kind not in types or name.start_char is None or name.end_char is None:
                continue  # offsets are missing where a text was given as tokens
            yield Labelled(offset + name.start_char, min(offset + name.end_char, end), kind)
