"""`arabnews plugins new`: what is written, what is refused, and that nothing is left half written."""

from __future__ import annotations

import importlib
import sys
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import arabnews
from arabnews import Pipeline, lexicon
from arabnews.cli import main
from arabnews.plugins import BUNDLED
from arabnews.skeleton import Names, SkeletonError, skeleton, write_skeleton

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = "ضرب زلزال قوي شمال البلاد، وتلته فيضانات في الجنوب.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["plugins", *map(str, arguments)])


def test_the_project_is_whole(tmp_path: Path) -> None:
    done = run("new", "traffic-jams", "--into", tmp_path)
    project = tmp_path / "arabnews-traffic-jams"
    assert (done.exit_code, done.stderr) == (0, "")
    assert str(project) in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == [project.name]
    assert sorted(str(path.relative_to(project)) for path in project.rglob("*") if path.is_file()) == [
        ".gitignore",
        "README.md",
        "pyproject.toml",
        "src/arabnews_traffic_jams/__init__.py",
        "src/arabnews_traffic_jams/lexicons/traffic_jams_terms.tsv",
        "src/arabnews_traffic_jams/py.typed",
        "tests/test_traffic_jams.py",
    ]
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    assert settings["project"]["entry-points"]["arabnews"] == {"traffic-jams": "arabnews_traffic_jams"}
    assert project.stat().st_mode & 0o055 == 0o055


def test_no_mark_is_left_unfilled() -> None:
    for path, text in skeleton(Names.of("weather")).items():
        for mark in ("@name@", "@words@", "@project@", "@package@", "@mention@"):
            assert mark not in path + text


def test_what_is_written_runs_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # laid out as pip would; `make example` installs it with pip and runs its tests
    source = write_skeleton("disasters", tmp_path) / "src"
    info = source / "arabnews_disasters-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: arabnews-disasters\nVersion: 0.1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[arabnews]\ndisasters = arabnews_disasters\n", "utf-8")
    monkeypatch.syspath_prepend(source)
    importlib.invalidate_caches()
    assert metadata.version("arabnews-disasters") == "0.1.0"
    pipeline = Pipeline.default(strict=True)
    assert pipeline.plugins == (*BUNDLED, "disasters")
    article = pipeline(TEXT)
    module = sys.modules["arabnews_disasters"]
    found = article.annotations_of(module.DisastersMention)
    assert [(mention.span.text, mention.kind) for mention in found] == [("زلزال", "earthquake"), ("فيضانات", "flood")]
    assert pipeline.from_dict(article.to_dict()) == article


def test_its_lexicon_is_its_own() -> None:
    # a plugin that is called like a lexicon must make one of its own, not extend that one
    for name in (*lexicon.shared_lexicons(), "date", "months", "weekdays", "channels"):
        paths = skeleton(Names.of(name))
        own = next(path.rpartition("/")[2].removesuffix(".tsv") for path in paths if path.endswith(".tsv"))
        assert own == f"{name}_terms"


@pytest.mark.parametrize(
    "name", ["", "Weather", "طقس", "1st", "a/b", "../x", "a b", "-x", "x-", "x--y", "x" * 99, "con.txt", "a\nb", "a\n"]
)
def test_a_name_that_cannot_be_is_wrong_usage(tmp_path: Path, name: str) -> None:
    done = run("new", "--into", tmp_path, "--", name)
    assert done.exit_code == 2
    assert "is no name for a plugin" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [*BUNDLED, "core"])
def test_a_name_that_arabnews_uses_is_refused(tmp_path: Path, name: str) -> None:
    done = run("new", name, "--into", tmp_path)
    assert (done.exit_code, "is taken" in done.stderr) == (2, True)


def test_an_underscore_is_a_hyphen_and_the_prefix_is_not_doubled() -> None:
    assert Names.of("arabnews_traffic_jams") == Names.of("traffic-jams") == Names.of("arabnews-traffic-jams")
    assert Names.of("none").mention == "NoneMention"


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "arabnews-weather").mkdir()
    done = run("new", "weather", "--into", tmp_path)
    assert done.exit_code == 1
    assert done.stderr == f"arabnews: {tmp_path / 'arabnews-weather'}: exists already; nothing was written\n"
    assert list((tmp_path / "arabnews-weather").iterdir()) == []


def test_nothing_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(SkeletonError, match="arabnews-weather: cannot be written: No space left on device"):
        write_skeleton("weather", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    done = run("new", "weather", "--into", tmp_path / "nowhere")
    assert (done.exit_code, "does not exist" in done.stderr) == (2, True)


def test_plugins_alone_still_lists() -> None:
    assert "loaded" in run().stdout
    assert '"name": "dates"' in run("--format", "json").stdout
    assert run("nwe").exit_code == 2
    assert arabnews.__version__ in run().stdout
