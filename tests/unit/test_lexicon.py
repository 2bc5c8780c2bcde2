"""Lexicon files: format, header, and that every shipped one is clean."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest

from arabnews import LexiconError, lexicon
from arabnews.context import Lexicons
from arabnews.fold import HARAKAT, INVISIBLE, fold
from arabnews.plugins import BUNDLED

HEADER = "# about: test\n# source: ours\n# licence: CC0-1.0\n"


def read(tmp_path: Path, name: str, text: str) -> lexicon.Lexicon:
    (tmp_path / name).write_text(text, "utf-8")
    return lexicon.read_lexicon(tmp_path / name)


def test_tsv_and_toml_give_entries(tmp_path: Path) -> None:
    table = read(tmp_path / ".", "a.tsv", f"{HEADER}form\tkind\tnote\nقال\tsay\n\nأكد\t\tx\n# a comment: kept out\n")
    assert [dict(e) for e in table.entries] == [{"form": "قال", "kind": "say"}, {"form": "أكد", "note": "x"}]
    assert (table.name, table.column("kind"), table.meta[0]["licence"]) == ("a", ("say",), "CC0-1.0")
    toml = '[meta]\nabout = "t"\nsource = "o"\nlicence = "CC0"\n[[entry]]\nform = "قال"\nforms = ["قالت", "يقول"]\n'
    assert dict(read(tmp_path, "b.toml", toml).entries[0]) == {"form": "قال", "forms": ("قالت", "يقول")}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.tsv", "form\nقال\n", "about, source, licence"),
        ("a.tsv", f"{HEADER}form\nقال\tx\n", "a.tsv:5: 2 cells, but 1 columns"),
        ("a.toml", "[meta\n", "no TOML"),
        ("a.toml", "entry = 5\n", r"\[\[entry\]\]"),
        ("a.csv", "", "ends in .tsv or .toml"),
    ],
)
def test_a_bad_file_is_told_by_name_and_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        read(tmp_path, name, text)


def test_a_missing_file_and_an_unknown_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        lexicon.read_lexicon(tmp_path / "none.tsv")
    with pytest.raises(LexiconError, match="known: .*cues"):
        lexicon.shared("nonsense")


def test_what_is_derived_is_made_once(tmp_path: Path) -> None:
    table = read(tmp_path, "a.tsv", f"{HEADER}form\nقال\n")
    calls: list[int] = []

    def build(_: lexicon.Lexicon) -> list[int]:
        calls.append(1)
        return calls

    assert table.once(build) is table.once(build)
    assert calls == [1]


def test_pipelines_share_what_came_with_a_package_and_not_what_another_plugin_adds(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text(f"{HEADER}form\tnumber\nخمسيس\t4\n", "utf-8")
    shipped = ("dates", files("arabnews_dates") / "lexicons" / "weekdays.tsv")
    first, second = (Lexicons({"weekdays": (shipped,)}).get("weekdays") for _ in range(2))
    assert first is second
    mine = ("mine", tmp_path / "mine.tsv")
    third, fourth = (Lexicons({"weekdays": (shipped, mine)}).get("weekdays") for _ in range(2))
    assert ["خمسيس" in each.column("form") for each in (first, third, fourth)] == [False, True, True]
    (tmp_path / "mine.tsv").write_text(f"{HEADER}form\tnumber\nسبتيس\t6\n", "utf-8")
    assert "سبتيس" in Lexicons({"weekdays": (shipped, mine)}).get("weekdays").column("form")  # read anew


def test_a_trie_finds_the_longest_word_and_nothing_for_nothing() -> None:
    words = ["قال", "قالت", "قالوا", "قائلا", "a.b", "a.c", "x"]
    pattern = re.compile(lexicon.trie(words))
    for word in words:
        match = pattern.fullmatch(word)
        assert match is not None
        assert match.group() == word
    assert pattern.fullmatch("aXb") is None
    assert re.search(lexicon.trie([]), "قال") is None
    assert re.fullmatch(lexicon.trie(["قال"]), "قال")


def test_a_very_long_word_does_not_recurse() -> None:
    word = "ا" * 5000
    assert re.fullmatch(lexicon.trie([word]), word)


def shipped() -> list[Path]:
    specs = [find_spec(package) for package in ("arabnews", *(f"arabnews_{name}" for name in BUNDLED))]
    folders = [Path(str(spec.origin)).parent / "lexicons" for spec in specs if spec is not None]
    return sorted(file for folder in folders for file in folder.glob("*.t*"))


@pytest.mark.parametrize("file", shipped(), ids=lambda file: file.name)
def test_every_shipped_lexicon_is_clean(file: Path) -> None:
    table = lexicon.read_lexicon(file)
    assert table.entries, "has entries"
    text = file.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    arabic_with_farsi = re.findall("[\u0621-\u064a][\u06cc\u06a9]|[\u06cc\u06a9][\u0621-\u064a]", text)
    assert not arabic_with_farsi, "a Farsi letter in an Arabic word"
    assert not re.search(f"[{HARAKAT}{INVISIBLE}]", text), "harakat or invisible characters"
    rows = [tuple(sorted((k, fold(v) if isinstance(v, str) else v) for k, v in e.items())) for e in table.entries]
    assert len(rows) == len(set(rows)), "two entries differ by fold alone"
