"""Reads the word lists and compiles them into one table: what each word may be."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from attrs import define, field

from arabnews.cues import cue_table
from arabnews.errors import LexiconError
from arabnews.fold import fold
from arabnews.lexicon import Lexicon, bundled_lexicon, shared
from arabnews_entities.vocabulary.flags import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    HEAD,
    INTRODUCER,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NATIONAL,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    SPELT,
    STATUS,
    STOP,
    TITLE,
    VERB,
    WEAK,
)
from arabnews_entities.vocabulary.titles import title_forms
from arabnews_entities.vocabulary.wordforms import PROCLITICS, STYLE, Lexis, Place, Title, Word

if TYPE_CHECKING:
    from arabnews.hookspecs import Context

__all__ = [
    "ABBREVIATED",
    "COMMON",
    "CUE",
    "DEFINITE",
    "FAMOUS",
    "FOREIGN",
    "GIVEN",
    "HEAD",
    "INTRODUCER",
    "KNOWN",
    "LINK",
    "NAME",
    "NAMELIKE",
    "NATIONAL",
    "NISBA",
    "NUMBER",
    "OWN",
    "PARTICLE",
    "PLACE",
    "PROCLITICS",
    "SPELT",
    "STATUS",
    "STOP",
    "STYLE",
    "TITLE",
    "VERB",
    "WEAK",
    "Lexis",
    "Place",
    "Title",
    "Word",
    "lexis",
]

OWN: Final = ("names", "vocabulary", "particles")
SHARED: Final = ("titles", "countries", "places", "organizations", "outlets", "cues")
_ALL: Final = (*OWN, *SHARED)
_AGENCY: Final = ("وكالة ", "الوكالة ")
_OUTLET: Final = re.compile(r"[ء-ي]{3,}\d*(?: [ء-ي]{2,}\d*){0,5}(?: \d+)?")
"""An outlet's name that can be looked up by words: no letters of an abbreviation; it may end in a number."""
_CLASSES: Final = {"given": GIVEN, "name": NAME, "weak": WEAK, "famous": NAME | FAMOUS, "foreign": GIVEN | NAME}
_NISBA_ENDINGS: Final = (("", "ms"), ("ه", "fs"), ("ون", "mp"), ("ين", "mp"), ("ان", "md"), ("ات", "fp"))
PlaceKind = Literal["country", "place", "organization"]


def lexis(context: Context | None = None) -> Lexis:
    """Return the compiled word lists: with what plugins add where a hook's context is given, else as bundled.

    Where this plugin is no part of the context's pipeline, its own lists are read as bundled.
    """
    return _of_context(context)


@lru_cache(maxsize=8)
def _of_context(context: Context | None) -> Lexis:
    """Return the same, read once: a pipeline has one context, whose lexicons stay the same."""
    return _compile(*[_lexicon(context, name) for name in _ALL])


def _lexicon(context: Context | None, name: str) -> Lexicon:
    if context is not None:
        try:
            return context.lexicon(name)
        except LexiconError:
            if name not in OWN:
                raise
    if name in OWN:
        return bundled_lexicon(files("arabnews_entities") / "lexicons" / f"{name}.tsv", name)
    return shared(name)


@lru_cache(maxsize=4)
def _compile(*lexicons: Lexicon) -> Lexis:
    """Return the word lists compiled; later lists may weaken what the earlier ones say is a name."""
    named = dict(zip(_ALL, lexicons, strict=True))
    draft = _Draft()
    draft.table |= dict.fromkeys(map(fold, named["vocabulary"].column("form")), COMMON)
    draft.add_names(named["names"])
    draft.add_titles(named["titles"])
    draft.add_countries(named["countries"])
    for entry in named["places"].entries:
        draft.add_place(entry["form"], "place", entry.get("country"))
    draft.add_organizations(named["organizations"])
    draft.add_outlets(named["outlets"])
    draft.mark_places()
    draft.add_particles(named["particles"])
    draft.add_cues(named["cues"])
    draft.add_honorific_phrases(named["titles"])
    return draft.finished(named["cues"])


@define(eq=False)
class _Draft:
    """The word lists while they are put together."""

    table: dict[str, int] = field(factory=dict)
    heads: dict[str, Title] = field(factory=dict)
    nations: dict[str, tuple[str, str]] = field(factory=dict)
    gazetteer: dict[str, list[Place]] = field(factory=dict)
    phrases: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    maqsura: set[str] = field(factory=set)
    place_nouns: set[str] = field(factory=set)
    ordinary_heads: set[str] = field(factory=set)
    loose_heads: set[str] = field(factory=set)
    fields: set[str] = field(factory=set)
    pairs: set[tuple[str, str]] = field(factory=set)
    asides: set[str] = field(factory=set)
    acts: set[str] = field(factory=set)

    def add(self, form: str, flag: int) -> None:
        self.table[form] = self.table.get(form, 0) | flag

    def weaken(self, form: str) -> None:
        """Let what a word is otherwise go before the name that it may be."""
        if self.table.get(form, 0) & NAMELIKE:
            self.table[form] = self.table[form] & ~NAMELIKE | WEAK

    def add_names(self, lexicon: Lexicon) -> None:
        for entry in lexicon.entries:
            self.add(fold(entry["form"]), _CLASSES.get(entry.get("class", "name"), NAME))

    def add_titles(self, lexicon: Lexicon) -> None:
        self.heads.update(title_forms(lexicon))
        for form, title in self.heads.items():
            self.add(form, TITLE | COMMON | (DEFINITE if title.definite else 0))
            self.weaken(form)

    def add_place(self, name: str, kind: PlaceKind, country: str | None) -> None:
        forms = tuple(fold(name).split())
        if forms:
            self.gazetteer.setdefault(forms[0], []).append(Place(forms, kind, country, name))

    def add_countries(self, lexicon: Lexicon) -> None:
        for entry in lexicon.entries:
            code = entry["code"]
            for name in entry.get("names", "").split("|"):
                self.add_place(name, "country", code)
            for adjective in filter(None, entry.get("adjectives", "").split("|")):
                for ending, agreement in _NISBA_ENDINGS:
                    self.nations.setdefault(fold(adjective) + ending, (code, agreement))
        for form in self.nations:
            self.add(form, NISBA | COMMON)
            # a nationality is a surname now and then («المصري»): weak evidence at the best
            self.weaken(form)
            self.weaken("ال" + form)

    def add_organizations(self, lexicon: Lexicon) -> None:
        for entry in lexicon.entries:
            if entry.get("kind") == "national":
                self.add(fold(entry["form"]), NATIONAL | COMMON)
            elif entry.get("kind") == "pair":
                noun, adjective = fold(entry["form"]).split()
                self.pairs.add((noun, adjective))
                self.add(noun, NATIONAL * (not self.table.get(noun[2:], 0) & HEAD) | COMMON)
            elif entry.get("kind") == "field":
                self.fields.add(fold(entry["form"]))
            elif entry.get("kind") not in {"head", "ordinary-head", "loose-head"}:
                self.add_place(entry["form"], "organization", entry.get("country"))
            else:
                self.add(fold(entry["form"]), HEAD | COMMON)
                if entry["kind"] != "head":
                    self.ordinary_heads.add(fold(entry["form"]))
                if entry["kind"] == "loose-head":
                    self.loose_heads.add(fold(entry["form"]))

    def add_outlets(self, lexicon: Lexicon) -> None:
        for entry in lexicon.entries:
            common, whole = entry.get("common"), entry["kind"] == "agency"
            for name in (entry["name"], *filter(None, entry.get("aliases", "").split("|"))):
                if common and not (whole and name.startswith(_AGENCY)):
                    continue
                if _OUTLET.fullmatch(fold(name)):
                    self.add_place(name, "organization", entry.get("country"))

    def mark_places(self) -> None:
        for first, found in self.gazetteer.items():
            single = any(len(place.words) == 1 for place in found)
            self.add(first, (KNOWN if found[0].kind == "organization" else PLACE) | (COMMON if single else 0))
            if single:
                self.weaken(first)

    def add_particles(self, lexicon: Lexicon) -> None:  # noqa: C901 - one case a kind
        for entry in lexicon.entries:
            form, kind = fold(entry["form"]), entry.get("kind")
            if kind == "maqsura":
                self.maqsura.add(form)
            elif kind == "place-noun":
                self.place_nouns.add(form)
                self.add(form, COMMON)
            elif kind == "link":
                self.add(form, LINK)
            elif kind == "act":
                self.acts.add(form)
            elif kind == "aside":
                self.asides.add("ال" + form)
            elif kind == "style":
                self.add_style(form)
            elif kind in _WEAKENING:
                self.weaken(form)  # «محمد كرم», «طه رمضان»
                self.add(form, COMMON | _WEAKENING[kind])
            elif kind in {"status", "ordinal"}:
                for whole in (form, "ال" + form):
                    self.table[whole] = self.table.get(whole, 0) & ~(NAMELIKE | WEAK)
                self.add(form, STATUS | COMMON)
            elif form != "علي":
                self.table[form] = self.table.get(form, 0) & ~(NAMELIKE | WEAK) | COMMON | PARTICLE

    def add_style(self, form: str) -> None:
        gender: Literal["m", "f"] = "f" if form.endswith("ها") else "m"
        self.heads[form] = Title(STYLE, gender, "s", "honorific", True)
        self.add(form, TITLE | COMMON)

    def add_cues(self, lexicon: Lexicon) -> None:
        for form, readings in lexicon.once(cue_table).forms.items():
            flag = self.table.get(form, 0)
            if flag & PARTICLE or not any(r.finite for r in readings):
                continue
            if any(r.strength == "A" for r in readings) or not flag & NAMELIKE:
                self.add(form, CUE | COMMON)
                self.weaken(form)
                self.table[form] &= ~TITLE  # «طالب» demands more often than he studies

    def add_honorific_phrases(self, lexicon: Lexicon) -> None:
        for entry in lexicon.entries:
            forms = tuple(fold(entry["form"]).split())
            if len(forms) > 1 and entry.get("kind") == "honorific":
                self.phrases.setdefault(forms[0], []).append(forms)
                self.add(forms[0], TITLE | COMMON)
                self.heads.setdefault(forms[0], Title(forms[0], "m", "s", "honorific", True))

    def finished(self, cues: Lexicon) -> Lexis:
        return Lexis(
            table=self.table,
            titles=self.heads,
            nations=self.nations,
            places={first: tuple(sorted(set(found), key=_longest_first)) for first, found in self.gazetteer.items()},
            honorific_phrases={
                first: tuple(sorted(set(found), key=lambda p: (-len(p), p))) for first, found in self.phrases.items()
            },
            cues=cues.once(cue_table),
            maqsura=frozenset(self.maqsura),
            place_nouns=frozenset(self.place_nouns),
            ordinary_heads=frozenset(self.ordinary_heads),
            loose_heads=frozenset(self.loose_heads),
            fields=frozenset(self.fields),
            pairs=frozenset(self.pairs),
            asides=frozenset(self.asides),
            acts=frozenset(self.acts),
        )


_WEAKENING: Final = {"introducer": INTRODUCER, "verb": VERB, "month": PARTICLE}
"""Kinds of particles that leave a word the name that it may be."""


def _longest_first(place: Place) -> tuple[int, tuple[str, ...], str, str]:
    return -len(place.words), place.words, place.kind, place.country or ""
