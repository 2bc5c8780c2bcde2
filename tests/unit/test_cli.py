"""The command line: what it prints, what it refuses, and its exit codes."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import arabnews
from arabnews import ReadError, reading
from arabnews.cli import main

if TYPE_CHECKING:
    from click.testing import Result

TEXT = "قال المدير سمير حداد في بيان إن المشروع جاهز، وأضاف أن العمل على الجسر بدأ أمس.\n"


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def test_parse_shows_who_said_what(sample: Path) -> None:
    done = run("parse", sample, "--published", "2024-05-14")
    assert done.exit_code == 0
    for part in ("published 2024-05-14", "Statements", "سلمى الجريدي", "12 likes", "3 replies", "@MinEauTN"):
        assert part in done.stdout
    assert "\x1b" not in done.stdout
    assert "\u2068" not in done.stdout


def test_json_is_the_article(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", TEXT)
    done = run("parse", file, "--format", "json", "--published", "2024-05-14")
    article = arabnews.from_json(done.stdout)
    assert article.text == TEXT
    assert article.metadata["file"] == str(file)
    assert arabnews.parse(TEXT, "2024-05-14").statements == article.statements


def test_several_files_make_a_json_array_or_lines(tmp_path: Path) -> None:
    files = [write(tmp_path / name, TEXT) for name in ("b.txt", "a.txt")]
    write(tmp_path / "notes.md", "no article")
    done = run("parse", *files, "--format", "json")
    assert [a["metadata"]["file"] for a in json.loads(done.stdout)] == [str(f) for f in files]
    folder = run("parse", tmp_path, "--format", "jsonl")
    assert [json.loads(line)["metadata"]["file"] for line in folder.stdout.splitlines()] == [
        str(f) for f in sorted(files)
    ]
    assert json.loads(run("parse", tmp_path / "none", files[0], "--format", "json").stdout)[0]["text"] == TEXT


def test_options_of_plugins_are_set(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", TEXT)
    arguments = ("parse", file, "--format", "jsonl")
    assert json.loads(run(*arguments).stdout)["statements"]
    assert not json.loads(run(*arguments, "--set", "quotes.verbatim=true").stdout)["statements"]
    assert not json.loads(run(*arguments, "--set", "quotes.min_confidence=1").stdout)["statements"]


@pytest.mark.parametrize(
    ("setting", "code", "told"),
    [
        ("quotes.verbatim", 2, "is no setting like quotes.min_confidence=0.5"),
        ("verbatim=true", 2, "is no setting like quotes.min_confidence=0.5"),
        ("quotes.verbatin=true", 2, "option quotes.verbatin: is not known; known: min_confidence, verbatim"),
        ("quote.verbatim=true", 2, "plugin quote: is not part of this pipeline; known: "),
        ("quotes.verbatim=perhaps", 2, "'verbatim' must be bool, not 'perhaps'; known"),
        ("quotes.min_confidence=x", 2, "'min_confidence' must be int or float, not 'x'; known"),
        ("quotes.min_confidence=7", 2, "'min_confidence' must be <= 1: 7; known"),
    ],
)
def test_a_wrong_setting_is_told(tmp_path: Path, setting: str, code: int, told: str) -> None:
    done = run("parse", write(tmp_path / "a.txt", TEXT), "--set", setting)
    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr
    assert "Attribute(" not in done.stderr


def test_a_module_is_a_plugin_of_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import arabnews\n@arabnews.hookimpl\ndef find_dates(article):\n    raise ValueError('too late')\n"
    write(tmp_path / "late_plugin.py", code)
    write(tmp_path / "broken_plugin.py", "import nothing_of_this_name\n")
    monkeypatch.syspath_prepend(tmp_path)
    file = write(tmp_path / "a.txt", TEXT)
    done = run("parse", file, "--plugin", "late_plugin", "--format", "jsonl")
    assert [p["plugin"] for p in json.loads(done.stdout)["problems"]] == ["late_plugin"]
    for module, told in (
        ("broken_plugin", "plugin broken_plugin: cannot be imported: ModuleNotFoundError"),
        ("no_plugin_at_all", "plugin no_plugin_at_all: cannot be imported: ModuleNotFoundError"),
        ("arabnews_dates", "plugin dates: is given twice"),
    ):
        done = run("parse", file, "--plugin", module)
        assert (done.exit_code, done.stdout) == (1, "")
        assert told in done.stderr


def test_standard_input_is_a_dash() -> None:
    done = run("parse", "-", "--format", "jsonl", stdin=TEXT.encode())
    assert json.loads(done.stdout)["text"] == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256", "iso-8859-6", "utf-32"])
def test_encodings_of_archives_are_recognised(tmp_path: Path, encoding: str) -> None:
    file = write(tmp_path / "a.txt", TEXT.encode(encoding))
    done = run("parse", file, "--format", "jsonl")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["text"] == TEXT
    assert ("read as" in done.stderr) == (encoding in ("windows-1256", "iso-8859-6"))


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "خبر".encode("utf-16-le"))
    assert json.loads(run("parse", file, "--format", "jsonl", "--encoding", "utf-16-le").stdout)["text"] == "خبر"
    wrong = run("parse", write(tmp_path / "b.txt", TEXT.encode("windows-1256")), "--encoding", "utf-8")
    assert (wrong.exit_code, "is not in utf-8" in wrong.stderr, "--encoding" in wrong.stderr) == (1, True, True)


def test_newlines_are_kept_as_they_are(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "سطر\r\nسطر\rسطر\n")
    assert json.loads(run("parse", file, "--format", "jsonl").stdout)["text"] == "سطر\r\nسطر\rسطر\n"


BAD: list[tuple[str, bytes, str]] = [
    ("empty", b"", "is empty"),
    ("blank", b" \n\n", "is empty"),
    ("binary", bytes(range(256)) * 8, "binary file"),
    ("program", b"\x7fELF" + bytes(4000), "binary file"),
    ("pdf", b"%PDF-1.7 ...", "PDF"),
    ("office", b"PK\x03\x04....", "office document"),
    ("gzip", b"\x1f\x8b\x08\x00", "gzip"),
    ("html", b"<!DOCTYPE html><html><p>x</p></html>", "holds no article"),
    ("unmarked utf-16", TEXT.encode("utf-16-be"), "--encoding utf-16-le or --encoding utf-16-be"),
    ("damaged utf-16", TEXT.encode("utf-16") + b"\x00", "damaged"),
    ("unknown encoding", b"\xe9\xe8\xff" * 9, "--encoding windows-1256"),
]


@pytest.mark.parametrize(("data", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_what_is_no_text_is_refused_and_the_rest_is_done(tmp_path: Path, data: bytes, message: str) -> None:
    bad, good = write(tmp_path / "bad.txt", data), write(tmp_path / "good.txt", TEXT)
    done = run("parse", bad, good, "--format", "jsonl")
    assert done.exit_code == 1
    assert f"{bad}: " in done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["text"] == TEXT


def test_a_huge_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    file = write(tmp_path / "huge.txt", TEXT * 200_000)
    assert file.stat().st_size > 20_000_000
    done = run("parse", file)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "8 MB" in done.stderr
    assert "--max-size" in done.stderr


PAGE = (
    "<!DOCTYPE html><html><head><title>السد الجديد يمتلئ</title></head><body><article>"
    "<h1>السد الجديد يمتلئ</h1><p>قالت وزيرة المياه سلمى الجريدي، الخميس، إن السد الجديد سيمتلئ قبل نهاية الشتاء.</p>"
    "<p>وأضافت الوزيرة أن الأهالي ينتظرون الماء منذ أعوام طويلة، وأن العمل مستمر.</p></article></body></html>"
)


def test_folders_hold_texts_and_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "b.txt", TEXT.encode())
    (tmp_path / "a").mkdir()
    write(tmp_path / "a" / "c.HTML", PAGE.encode())
    write(tmp_path / "a.htm", PAGE.encode("windows-1256"))
    write(tmp_path / "picture.png", b"\x89PNG")
    done = run("parse", tmp_path, "--format", "jsonl")
    found = [json.loads(line)["metadata"]["file"] for line in done.stdout.splitlines()]
    assert found == [str(tmp_path / "a.htm"), str(tmp_path / "a" / "c.HTML"), str(tmp_path / "b.txt")]
    monkeypatch.setattr(reading, "find_spec", {}.get)
    assert reading.find_files(str(tmp_path)) == [str(tmp_path / "b.txt")]
    with pytest.raises(ReadError, match=r"arabnews\[html\]"):
        reading.find_files(str(tmp_path / "a"))


def test_missing_files_and_empty_folders_are_told(tmp_path: Path) -> None:
    done = run("parse", tmp_path / "none.txt", tmp_path, "")
    assert done.exit_code == 1
    assert "no such file" in done.stderr
    assert "'': is no name of a file" in done.stderr
    assert "no .txt, .text" in done.stderr


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who may read everything, as in a container, cannot meet one; so the folder is made to refuse."""
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "secret").mkdir()
    scan = os.scandir

    def refuse(place: str) -> object:
        if str(place).endswith("secret"):
            raise PermissionError(errno.EACCES, "Permission denied", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", refuse)
    assert reading.find_files(str(tmp_path)) == [str(tmp_path / "a.txt"), str(tmp_path / "secret")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, form: str) -> None:
    command = [sys.executable, "-m", "arabnews", "parse", str(write(tmp_path / "a.txt", TEXT)), "--format", form]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stderr) == (1, "arabnews: the output cannot be written: No space left on device\n")


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ReadError, match="standard input: is closed"):
        reading.read_text("-")


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "-", "--published", "14/05/2024"],
        ["parse", "-", "--encoding", "klingon"],
        ["parse", "-", "--encoding", "base64"],
        ["parse", "-", "--format", "xml"],
        ["parse", "-", "--max-size", "0"],
        ["parse", "-", "--max-size", "nan"],
        ["parse", "-", "--max-size", "inf"],
        ["trace", "-", "--set", "quotes.none=1"],
        ["run", "-", "-o", "out", "--set", "quotes.none=1"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    done = run(*arguments, stdin=b"")
    assert done.exit_code == 2
    assert "Traceback" not in done.stderr


def test_a_file_in_the_place_of_a_command_is_told_what_to_do(tmp_path: Path) -> None:
    file = write(tmp_path / "خبر جديد.txt", "قال الحارس إن الباب مغلق.")
    done = run(file)
    assert done.exit_code == 2
    assert f"To parse the file or folder: arabnews parse '{file}'" in done.stderr
    assert "To parse" not in run(tmp_path / "none.txt").stderr


def test_without_arrow_a_run_names_the_formats_that_need_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in ("news.txt", "news.parquet"):
        file = write(tmp_path / name, "قال الحارس إن الباب مغلق.")
        done = run("run", file, "-o", tmp_path / "out")
        assert done.exit_code == 1
        assert 'pip install "arabnews[arrow]"' in done.stderr
        assert ("or choose --format csv or jsonl" in done.stderr) is (name == "news.txt")


def test_plugins_are_listed() -> None:
    done = run("plugins")
    assert done.exit_code == 0
    assert [line.split()[:3] for line in done.stdout.splitlines()[1:6]] == [
        [name, arabnews.__version__, "loaded"] for name in ("dates", "embeds", "page", "entities", "quotes")
    ]
    rows = json.loads(run("plugins", "--format", "json").stdout)
    assert rows[4]["hooks"][-1] == "find_statements"


def test_trace_shows_hooks_and_times(tmp_path: Path) -> None:
    done = run("trace", write(tmp_path / "a.txt", TEXT))
    assert done.exit_code == 0
    assert [line.split()[:2] for line in done.stdout.splitlines() if line.startswith("find_statements")] == [
        ["find_statements", "quotes"]
    ]


def test_version() -> None:
    assert run("--version").stdout == f"arabnews {arabnews.__version__}\n"


def command(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "arabnews", *arguments]
    return subprocess.run(program, capture_output=True, check=False, **more)  # noqa: S603 - our own program


def test_a_failing_plugin_is_told_on_stderr_and_fails_only_when_strict(tmp_path: Path) -> None:
    (tmp_path / "bad_plugin.py").write_text(
        "from arabnews import hookimpl\n\n@hookimpl\ndef find_dates(article):\n    raise ValueError('odd')\n", "utf-8"
    )
    info = tmp_path / "bad-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bad\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[arabnews]\nbad = bad_plugin\n", "utf-8")
    done = command("parse", "-", "--format", "jsonl", input=TEXT.encode(), env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 0
    assert b"plugin bad failed in find_dates: ValueError: odd" in done.stderr
    assert b"Traceback" not in done.stderr
    strict = command("parse", "-", "--strict", input=TEXT.encode(), env={"PYTHONPATH": str(tmp_path)})
    assert strict.returncode == 1
    assert b"ValueError: odd" in strict.stderr
    assert b"Traceback" not in strict.stderr


def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT * 50)
    program = f"{sys.executable} -m arabnews parse --format json {tmp_path} {tmp_path} {tmp_path} | head -c 10"
    done = subprocess.run(program, shell=True, capture_output=True, check=False)  # noqa: S602 - a pipe is what is tested
    assert b"Traceback" not in done.stderr


def test_a_poor_terminal_encoding_does_not_end_the_program(sample: Path) -> None:
    done = command("parse", str(sample), env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert b"Statements" in done.stdout
