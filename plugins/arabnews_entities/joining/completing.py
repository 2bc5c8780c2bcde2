"""Reads names to the end that were cut: the article gives them whole elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews_entities.naming.namings import Naming, naming

if TYPE_CHECKING:
    from arabnews_entities.joining.clusters import Person
    from arabnews_entities.vocabulary.words import Words


def complete(words: Words, people: list[Person], taken: set[int]) -> None:
    """Read a name to the end that the article gives elsewhere, where it was cut («سمير» before a surname «أمين»)."""
    forms = words.table.forms
    for person in people:
        if len(person.key) < 2 or len({n.last - n.first for n in person.namings}) == 1:
            continue
        wholes = {_forms(words, n) for n in person.namings if len(n.key) > 1}
        for at, n in enumerate(person.namings):
            first, size = _forms(words, n), n.last - n.first
            for whole in sorted(wholes, key=len, reverse=True):
                last = n.first + len(whole)
                behind = range(n.last, min(last, words.count))
                if (
                    len(whole) > size
                    and whole[:size] == first
                    and forms[n.last : last] == whole[size:]
                    and taken.isdisjoint(behind)
                    and all(words.spaced[i - 1] for i in behind)
                ):
                    made = naming(words, n.first, last, n.rule, n.phrase)
                    span = n.phrase.role_span if n.phrase is not None else None
                    if span is not None and n.start < span[0] < made.end:
                        made = made._replace(phrase=None)  # the office was the rest of the name
                    person.namings[at] = made
                    taken.update(behind)
                    break


def _forms(words: Words, n: Naming) -> tuple[str, ...]:
    return (words.words[n.first].stem, *words.table.forms[n.first + 1 : n.last])
