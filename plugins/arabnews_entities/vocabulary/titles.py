"""All forms of the head nouns of titles: gender and number by regular endings, broken plurals as listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from arabnews.fold import fold
from arabnews_entities.vocabulary.wordforms import Title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.lexicon import Entry, Lexicon
    from arabnews_entities.vocabulary.wordforms import TitleKind

_Form = tuple[str, Literal["m", "f"] | None, Literal["s", "d", "p"]]


_INVARIABLE: Final = frozenset({"سير", "مار", "شاه"})
"""Titles of other languages, which have no number («سيرين», «مارين» and «شاهين» are names)."""


def title_forms(lexicon: Lexicon) -> dict[str, Title]:
    """Return the forms of each head noun: bare, with the article and with pronouns («الوزيرة», «نائبها»)."""
    made: dict[str, Title] = {}
    for entry in lexicon.entries:
        lemma, kind = fold(entry["form"]), entry.get("kind", "office")
        if " " in lemma:
            continue
        feminine = fold(entry.get("feminine", ""))
        for form, gender, number in _forms(entry, lemma, kind, feminine):
            if " " in form or len(form) < 2:
                continue
            made.setdefault(form, Title(lemma, gender, number, kind, False))
            made.setdefault("ال" + form, Title(lemma, gender, number, kind, True))
            if kind in {"office", "person"} and number == "s" and len(lemma) > 3:  # «نظيره», «نائبتها»
                open_form = form[:-1] + "ت" if form.endswith("ه") else form
                for pronoun in ("ه", "ها", "هم", "نا"):
                    if open_form + pronoun not in {feminine, "محافظه"}:
                        made.setdefault(open_form + pronoun, Title(lemma, gender, number, kind, True))
    return made


def _forms(entry: Entry, lemma: str, kind: TitleKind, feminine: str) -> Iterator[_Form]:
    """Yield the bare forms of a head noun with their gender and number."""
    if kind in {"collective", "document"}:
        plural = kind == "collective" and lemma not in {"مصدر", "شاهد"}
        yield lemma, "f" if lemma.endswith("ه") else "m", "p" if plural else "s"
    elif lemma in _INVARIABLE:
        yield lemma, "m", "s"
    else:
        yield lemma, "m", "s"
        yield lemma + "ان", "m", "d"
        yield lemma + "ون", "m", "p"
        yield lemma + "ين", "m", "p"
        if kind == "office":  # «وزيرا خارجية البلدين»
            yield lemma + "ا", "m", "d"
        if feminine:
            yield feminine, "f", "s"
        if feminine.endswith("ه"):
            yield feminine[:-1] + "تان", "f", "d"
            yield feminine[:-1] + "تا", "f", "d"
            yield feminine[:-1] + "ات", "f", "p"
    for broken in filter(None, entry.get("plurals", "").split("|")):
        yield fold(broken), "m", "p"
