"""The words from which generated news is composed, read from news.toml at first use."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen


def _texts(items: list[str]) -> tuple[str, ...]:
    return tuple(items)


def _pairs(items: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in items)


@frozen(kw_only=True)
class Verb:
    """A verb of saying, or a participle: its forms, what leads on to the clause, the class of the cue.

    `marks`: words in quotation marks may follow it. `present` are the forms that may stand after the words. `of` names
    the list of nouns that may follow.
    """

    m: str
    f: str
    link: str
    cue_class: str
    present: tuple[str, str] | None = None
    marks: bool = False
    of: str = ""

    def form(self, gender: str) -> str:
        """Return the past form, or the participle, that agrees with "m" or "f"."""
        return self.f if gender == "f" else self.m


@frozen(kw_only=True)
class Office:
    """An office: as written beside its holder's name, and as the text speaks of the holder later on."""

    m: str
    f: str
    short_m: str
    short_f: str

    def form(self, gender: str) -> str:
        """Return the office as written beside a name."""
        return self.f if gender == "f" else self.m

    def short(self, gender: str) -> str:
        """Return the phrase that refers to its holder."""
        return self.short_f if gender == "f" else self.short_m


@frozen(kw_only=True)
class Words:
    """All that news.toml holds, in its order."""

    names: dict[str, list[str]]
    roles: tuple[Office, ...]
    unnamed: dict[str, list[str]]
    subjects: dict[str, list[str]]
    past: tuple[tuple[str, str], ...] = field(converter=_pairs)
    future: tuple[tuple[str, str], ...] = field(converter=_pairs)
    utterances: tuple[str, ...] = field(converter=_texts)
    nouns: dict[str, list[str]]
    verbs: tuple[Verb, ...]
    continuing: tuple[Verb, ...]
    participles: tuple[Verb, ...]
    demands: tuple[Verb, ...]
    attribution: dict[str, list[str]]
    channels: tuple[tuple[str, str], ...]
    narration: dict[str, list[str]]
    months: dict[str, list[str]]
    page: dict[str, list[str]]
    accounts: tuple[tuple[str, str], ...] = field(converter=_pairs)
    post_words: tuple[str, ...] = field(converter=_texts)
    tags: tuple[str, ...] = field(converter=_texts)


def _verb(entry: dict[str, Any]) -> Verb:
    present = entry.get("present")
    return Verb(
        m=entry["m"],
        f=entry["f"],
        link=entry["link"],
        cue_class=entry["class"],
        present=(present[0], present[1]) if present else None,
        marks=entry.get("marks", False),
        of=entry.get("of", ""),
    )


@cache
def words() -> Words:
    """Return the words, read once."""
    data = tomllib.loads((files("arabnews.testing") / "news.toml").read_text("utf-8"))
    predicates, posts = data["predicates"], data["posts"]
    return Words(
        names=data["names"],
        roles=tuple(Office(**entry) for entry in data["roles"]),
        unnamed=data["unnamed"],
        subjects=data["subjects"],
        past=predicates["past"],
        future=predicates["future"],
        utterances=predicates["utterances"],
        nouns={name: predicates[name] for name in ("wishes", "dangers", "rumours")},
        verbs=tuple(map(_verb, data["verbs"])),
        continuing=tuple(map(_verb, data["continuing"])),
        participles=tuple(map(_verb, data["participles"])),
        demands=tuple(map(_verb, data["demands"])),
        attribution=data["attribution"],
        channels=tuple((entry["text"], entry["channel"]) for entry in data["channels"]),
        narration=data["narration"],
        months=data["months"],
        page=data["page"],
        accounts=posts["accounts"],
        post_words=posts["words"],
        tags=posts["tags"],
    )
