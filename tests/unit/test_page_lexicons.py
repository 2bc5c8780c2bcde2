"""The tables of page markers and outlets: unique after folding, clean letters, known kinds."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files

import pytest

from arabnews.article import BLOCK_RULES
from arabnews.fold import HARAKAT, INVISIBLE, fold
from arabnews.lexicon import Lexicon, read_lexicon, shared
from arabnews_page.text.markers import compile_markers

FOREIGN_LETTERS = "\u06cc\u06a9\u06c1\u06be"


@pytest.fixture(scope="module")
def markers() -> Lexicon:
    return read_lexicon(files("arabnews_page") / "lexicons" / "page_markers.tsv")


def test_markers_are_unique_and_of_known_kinds(markers: Lexicon) -> None:
    keys = [(fold(entry["marker"]), entry["kind"], entry["form"]) for entry in markers.entries]
    assert len(keys) == len(set(keys))
    assert {entry["kind"] for entry in markers.entries} <= BLOCK_RULES.keys()
    assert {entry["form"] for entry in markers.entries} == {
        "line", "open", "start", "label", "glued", "end", "credit", "word", "kicker", "column", "inside", "share",
        "invite", "channel", "verdict", "count",
    }  # fmt: skip
    assert {entry["place"] for entry in markers.entries} == {"head", "tail", "any"}


def test_an_entry_that_is_not_whole_is_passed_over() -> None:
    broken = (
        {"marker": "خلصت"},
        {"kind": "boilerplate", "form": "line"},
        {"marker": "x", "kind": "stamp", "form": "?"},
    )
    assert compile_markers(Lexicon("page_markers", broken)).line == {}


def test_outlets_are_unique_and_of_known_kinds() -> None:
    outlets = shared("outlets")
    names = [name for e in outlets.entries for name in (e["name"], *e.get("aliases", "").split("|")) if name]
    folded = [fold(name) for name in names]
    assert sorted({name for name in folded if folded.count(name) > 1}) == []
    assert {entry["kind"] for entry in outlets.entries} == {"agency", "newspaper", "channel", "site"}
    assert all(re.fullmatch("[A-Z]{2}", entry["country"]) for entry in outlets.entries)


def test_letters_are_clean(markers: Lexicon) -> None:
    cells = [
        str(value) for lexicon in (markers, shared("outlets")) for entry in lexicon.entries for value in entry.values()
    ]
    stray = re.compile(f"[{HARAKAT}{INVISIBLE}{FOREIGN_LETTERS}\u0640]")
    assert [cell for cell in cells if stray.search(cell) and cell != "هـ"] == []
    assert all(unicodedata.is_normalized("NFC", cell) for cell in cells)
