"""A run that is halted at any one step of its writing, and resumed, ends with the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_pool import Inline

from arabnews import Pipeline
from arabnews.corpus import RunOptions, Totals, folder, parts, run, running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PIPELINE = Pipeline(["dates"])
STEPS = ("put", "settle", "settle_folder", "write_whole")


class CrashError(BaseException):
    """The end of the process, as far as files are concerned."""


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "Pool", Inline)
    monkeypatch.setattr("os.fsync", lambda _: None)  # no power is lost here
    # whoever edits the code while tests run would have them fail
    monkeypatch.setattr("arabnews.corpus.identity._digest", lambda _: "digest")


def write(path: Path, rows: int) -> str:
    texts = [None if n % 7 == 3 else f"وصل الوفد رقم {n} يوم {n % 28 + 1} مايو 2024." for n in range(rows)]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    return str(path)


def contents(place: Path) -> dict[str, bytes]:
    return {str(p.relative_to(place)): p.read_bytes() for p in sorted(place.rglob("*")) if p.is_file()}


def crashing(monkeypatch: pytest.MonkeyPatch, at: int, *, before: bool) -> Callable[[], int]:
    """Crash before or after the step of this number; return how many steps there were."""
    count = 0

    def wrap(step: Callable[..., None]) -> Callable[..., None]:
        def wrapped(*arguments: Any) -> None:
            nonlocal count
            count += 1
            if count == at and before:
                raise CrashError
            step(*arguments)
            if count >= at and not before:
                raise CrashError

        return wrapped

    for name in STEPS:
        wrapped = wrap(getattr(folder, name))
        for module in (folder, parts, running):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, wrapped)
    return lambda: count


@pytest.mark.usefixtures("inline")
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_crash_at_any_step(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = write(tmp_path / "a.jsonl", 20)
    options = RunOptions(form=form, part_rows=8)
    with monkeypatch.context() as patch:
        steps = crashing(patch, 10**9, before=True)
        whole = run([archive], tmp_path / "whole", options, pipeline=PIPELINE)
        total = steps()
    assert (whole, total > 30) == (Totals(articles=17, rejected=3), True)
    expected = contents(tmp_path / "whole")
    for at in range(1, total + 1, 1 if form == "jsonl" else 6):
        # after a step is before the next one, but for what the step leaves in memory alone
        for before in (True, False) if at % 5 == 0 else (True,):
            out = tmp_path / f"out{at}{before}"
            with monkeypatch.context() as patch:
                crashing(patch, at, before=before)
                with pytest.raises(CrashError):
                    run([archive], out, options, pipeline=PIPELINE)
            assert run([archive], out, options, pipeline=PIPELINE, resume=True) == whole
            assert contents(out) == expected, (at, before)


@pytest.mark.usefixtures("inline")
def test_crash_upon_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = write(tmp_path / "a.jsonl", 30)
    options = RunOptions(form="jsonl", part_rows=4)
    run([archive], tmp_path / "whole", options, pipeline=PIPELINE)
    for at in (1, 2, 3, 5, 7, 9, 12, 15, 17, 23):
        with monkeypatch.context() as patch:
            crashing(patch, at, before=at % 2 == 0)
            with pytest.raises(CrashError):
                run([archive], tmp_path / "out", options, pipeline=PIPELINE, resume=True)
    run([archive], tmp_path / "out", options, pipeline=PIPELINE, resume=True)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


LINES = st.one_of(
    st.binary(max_size=30).map(lambda data: data.replace(b"\n", b" ")),
    st.builds(
        lambda row: json.dumps(row).encode(),
        st.one_of(
            st.dictionaries(
                st.sampled_from(["text", "id", "published", "outlet"]),
                st.one_of(st.none(), st.text(max_size=20), st.integers(), st.floats(), st.lists(st.text(max_size=3))),
            ),
            st.integers(),
            st.text(max_size=5),
        ),
    ),
)


@settings(max_examples=40)
@given(lines=st.lists(LINES, max_size=12), form=st.sampled_from(["jsonl", "csv", "parquet"]))
def test_any_line_is_an_article_or_a_reject(
    lines: list[bytes], form: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("lines")
    (place / "a.jsonl").write_bytes(b'{"text": "", "id": ""}\n' + b"\n".join(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "Pool", Inline)
        totals = run([str(place / "a.jsonl")], place / "out", RunOptions(form=form, part_rows=5), pipeline=PIPELINE)
    rows = 1 + sum(bool(line.rstrip(b"\r\n").strip()) for line in b"\n".join(lines).split(b"\n"))
    rejects = (place / "out/rejects.jsonl").read_bytes().splitlines()
    assert totals.rows == rows
    assert len(rejects) == totals.rejected == len({json.loads(line)["row"] for line in rejects})
