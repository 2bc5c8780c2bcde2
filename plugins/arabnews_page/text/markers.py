"""The table of markers, compiled: which words make a line section, related links, boilerplate, and so on."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.fold import fold, level
from arabnews.lexicon import trie
from arabnews.remember import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arabnews.lexicon import Entry, Lexicon
    from arabnews_page.text.lines import Line

_LETTERS = re.compile(r"[\W\d_]*([^\W\d_]{1,3})")
_PROBED: Final = 3
_MOST_TOLD: Final = 8192
_CRUMBS: Final = ("ايضا", "الرييسيه", "رييسيه", "الصفحه", "صفحه", "home")
_MOST_INVITING: Final = 8
_BETWEEN: Final = ("علي", "عبر")
"""May stand between a button and a network («شارك على …»)."""

_FORMS: Final = (
    "line",
    "open",
    "start",
    "count",
    "label",
    "glued",
    "end",
    "credit",
    "word",
    "kicker",
    "column",
    "inside",
    "share",
    "invite",
    "channel",
    "verdict",
)


@frozen
class Marker:
    """A marker's kind of block, and what follows it.

    `alone` is the kind of a label that nothing follows; `place` is where on the page the marker is believed.
    """

    kind: str
    form: str
    place: str
    items: bool = False
    alone: str = ""


@frozen(eq=False)
class Markers:
    """The compiled table. The patterns match levelled text without marks, in small letters."""

    line: dict[str, tuple[Marker, ...]]
    start: re.Pattern[str]
    starts: dict[str, tuple[Marker, ...]]
    glued: re.Pattern[str]
    glued_words: re.Pattern[str]
    glued_kinds: dict[str, str]
    tagged: tuple[str, ...]
    """The glued labels of keywords, with a space before each."""

    slashed: tuple[str, ...]
    """The glued labels with a stroke in a word («اقرأ/ي أيضا»): prose has none, whatever stands before them."""

    ends: re.Pattern[str]
    stamp_words: frozenset[str]
    inside: re.Pattern[str] | None
    inside_gate: re.Pattern[str]
    """A first word of the markers that stand inside a line, as written, or a kashida, which may part any letters."""

    glued_signs: tuple[str, ...]
    """What a paragraph's end must hold to have something glued to it: such a word, a bracket, strokes, a kashida."""
    share: re.Pattern[str]
    shares: re.Pattern[str]
    invite: re.Pattern[str]
    invites: dict[str, str]
    """The words with which an invitation begins, and the place where each is believed."""

    channel: re.Pattern[str]
    """What a page invites to: its channels, newsletters and apps, and the networks."""

    verdict: re.Pattern[str]
    """What a page's headline says of a claim that it examines."""

    denial: re.Pattern[str]
    """The same, and words that tell a verdict only where the claim stands below them («لم», «هذه»)."""

    inside_kinds: dict[str, str]
    kicker: re.Pattern[str]
    column: re.Pattern[str]
    """The words with which names of columns begin («رأي البلدة»)."""

    openings: frozenset[str]
    """The first letters of all markers that begin a line or are one."""

    short_openings: frozenset[str]
    """The whole markers of one or two letters, which other buttons may follow without a space."""

    told: Memory[str, bool | None]
    """Whether a line that begins with three characters may open; None where they alone do not tell."""

    lead_verbs: frozenset[str] = frozenset()
    """The verbs with which a report's first sentence begins, levelled."""

    any_verbs: frozenset[str] = frozenset()
    """The same with the forms that are nouns too («كشف»): behind a dateline they are verbs."""

    def of_line(self, key: str) -> tuple[Marker, ...]:
        """Return the markers that a whole line is."""
        return self.line.get(key, ())

    def may_open(self, line: Line) -> bool:
        """Tell whether a line begins as any marker does: most lines end here."""
        told = self.told[line.levelled[line.start : line.start + _PROBED]] if line.size >= _PROBED else None
        if told is not None:
            return told
        # fewer letters, marks among them, or signs before them
        first = _LETTERS.match(line.levelled, line.start, line.end)
        if first is None or not _is_plain(first, line):
            first = _LETTERS.match(line.bare)
        return first is None or _opens(first[1], self.openings, self.short_openings)

    def opening(self, line: Line) -> tuple[str, tuple[Marker, ...]]:
        """Return the marker that a line of the page begins with; it is looked up once."""
        if line.opening is None:
            line.opening = self.at_start(line.bare) if self.may_open(line) else ("", ())
        found: tuple[str, tuple[Marker, ...]] = line.opening
        return found

    def holds(self, line: Line) -> re.Match[str] | None:
        """Return the marker that stands inside a line, wherever it is, or None."""
        if self.inside_gate.search(line.levelled, line.start, line.end) is None:
            return None
        return self.inside.search(line.bare) if self.inside is not None else None

    def invites_to(self, bare: str, *, tail: bool) -> bool:
        """Tell whether words invite to one of the outlet's channels: they begin so, and name it."""
        m = self.invite.match(bare)
        if m is None:
            return False
        if self.invites[_spaced(m[1])] != "any" and (not tail or bare[-1] in ".؟" or bare.count(" ") > _MOST_INVITING):
            return False  # the order is a verb of prose too
        return self.channel.search(bare, m.end()) is not None

    def at_start(self, bare: str) -> tuple[str, tuple[Marker, ...]]:
        """Return the marker that words begin with, as matched, and what it may mean."""
        m = self.start.match(bare)
        return (m[0], self.starts[_spaced(m[1])]) if m else ("", ())


def _verdicts(found: dict[str, list[Marker]], *, weak: bool) -> re.Pattern[str]:
    return re.compile(_words(form for form, markers in found.items() if weak or markers[0].place == "head"))


def _first_letters(form: str) -> str:
    first = _LETTERS.match(form)
    return first[1] if first else ""


def _gates(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({form.split()[0] for form in forms}))


def _opens(letters: str, openings: frozenset[str], short_openings: frozenset[str]) -> bool:
    return letters in openings or letters[:2] in short_openings or letters[0] in short_openings


def _told(openings: frozenset[str], short_openings: frozenset[str]) -> Memory[str, bool | None]:
    """Return what the first three characters of lines tell, where they are plain letters."""

    def tell(letters: str) -> bool | None:
        if not letters.isalpha() or letters.isascii() or "\u0640" in letters:
            return None
        return _opens(letters, openings, short_openings)

    return Memory(tell, _MOST_TOLD)


def _is_plain(first: re.Match[str], line: Line) -> bool:
    """Tell whether the first letters of a line are those of its bare words: no capitals, no marks among them."""
    letters, end = first[1], first.end()
    if letters.isascii() or "\u0640" in letters:
        return False
    return len(letters) == _PROBED or end >= line.end or line.levelled[end] == " "


def compile_markers(lexicon: Lexicon, verbs: Lexicon | None = None) -> Markers:
    """Return the compiled table of a lexicon of markers, with the verbs that begin reports."""
    by_form: dict[str, dict[str, list[Marker]]] = {form: {} for form in _FORMS}
    for entry in lexicon.entries:
        marker = _marker(entry)
        if marker is not None:
            by_form[marker.form].setdefault(fold(entry["marker"]), []).append(marker)
    opening_forms = [by_form[name] for name in ("open", "label", "start", "count")]
    starts = {form: [marker for found in opening_forms for marker in found.get(form, ())]
              for form in chain.from_iterable(opening_forms)}  # fmt: skip
    whole = {form: (*by_form["line"].get(form, ()), *starts.get(form, ())) for form in (*by_form["line"], *starts)}
    opening = (*whole, *by_form["glued"], *by_form["share"], *by_form["invite"], *_CRUMBS)
    openings = frozenset(letters for form in opening if (letters := _first_letters(form)))
    short_openings = frozenset(form for form in by_form["share"] if len(form) < _PROBED)
    return Markers(
        line=whole,
        start=re.compile(rf"[\s:*#•▪►◄|>«\"“(\[©-]{{0,8}}({_words(starts)})"),
        starts={form: tuple(markers) for form, markers in starts.items()},
        glued=re.compile(rf"[.!?؟»\"”)…\s]\s{{1,30}}(?={_words(by_form['glued'])})"),
        glued_words=re.compile(_words(by_form["glued"])),
        tagged=tuple(f" {form}" for form, found in by_form["glued"].items() if found[0].kind == "keywords"),
        slashed=tuple(form for form in by_form["glued"] if "/" in form),
        glued_kinds={form: found[0].kind for form, found in by_form["glued"].items()},
        ends=re.compile(
            rf"[-–—ـ|/(.]\s{{0,3}}\(?{_words(by_form['end'])}\s{{0,3}}\)?$|\s{_words(by_form['credit'])}\s{{0,3}}\)?$"
        ),
        stamp_words=frozenset(by_form["word"]),
        inside=re.compile(_words(by_form["inside"])) if by_form["inside"] else None,
        inside_gate=re.compile("|".join(map(re.escape, ("\u0640", *_gates(by_form["inside"]))))),
        glued_signs=(*")]\u0640", "//", *_gates(by_form["glued"])),
        share=re.compile(trie(by_form["share"])),
        shares=re.compile(rf"[\W_]{{0,6}}(?:{trie([*by_form['share'], *_BETWEEN])}[\W\d_]{{0,6}}){{1,20}}"),
        invite=re.compile(rf"[\W_]{{0,4}}({_words(by_form['invite'])})"),
        invites={form: found[0].place for form, found in by_form["invite"].items()},
        channel=re.compile(_words([*by_form["channel"], *by_form["share"]])),
        inside_kinds={form: found[0].kind for form, found in by_form["inside"].items()},
        verdict=_verdicts(by_form["verdict"], weak=False),
        denial=_verdicts(by_form["verdict"], weak=True),
        kicker=re.compile(_words(by_form["kicker"])),
        column=re.compile(_words(by_form["column"])),
        openings=openings,
        short_openings=short_openings,
        told=_told(openings, short_openings),
        lead_verbs=frozenset(_verb_forms(verbs)) if verbs is not None else frozenset(),
        any_verbs=frozenset(_verb_forms(verbs, nouns=True)) if verbs is not None else frozenset(),
    )


def _verb_forms(verbs: Lexicon, *, nouns: bool = False) -> Iterator[str]:
    """Yield the forms of the verbs in which a sentence begins: past, present and future, of both genders.

    Those that are nouns too are left out but with `nouns`.
    """
    out = set() if nouns else {level(entry["past_3ms"]) for entry in verbs.entries if entry.get("noun")}
    for entry in verbs.entries:
        present = level(entry["pres_3ms"])
        past = {level(entry["past_3ms"]), level(entry["past_3fs"])}
        yield from (past | {present, f"ت{present[1:]}", f"س{present}", f"ست{present[1:]}"}) - out


def _marker(entry: Entry) -> Marker | None:
    """Return the marker of an entry; an entry without kind or form is a foreign plugin's slip and is passed over."""
    if not entry.get("marker") or not entry.get("kind") or entry.get("form") not in _FORMS:
        return None
    return Marker(
        entry["kind"], entry["form"], entry.get("place", "any"), entry.get("items") == "yes", entry.get("alone", "")
    )


def _words(forms: Iterable[str]) -> str:
    """Return a pattern of whole words; any white space may stand where the marker has a space."""
    return rf"(?<!\w){trie(forms)}(?!\w)".replace(r"\ ", r"\s{1,4}").replace(" ", r"\s{1,4}")


def _spaced(form: str) -> str:
    """Return the words of a marker as matched with one space between each two."""
    return " ".join(form.split())
