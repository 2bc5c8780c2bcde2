"""Texts through worker processes: the same articles in the same order, and no process is left behind."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import arabnews
from arabnews import Article, Pipeline, PluginError, RunError, hookimpl
from arabnews.corpus.pool import Pool
from arabnews.plugins import BUNDLED
from arabnews.testing import generate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "قال الوزير سمير حداد، أمس، إن الجسر جاهز."
NEWS: list[Any] = [news.text for news in generate(3, 12)]
MIXED: list[Any] = [*NEWS, (TEXT, "2024-05-14"), (TEXT, None), Article(TEXT), "", "\ud800\x00", *NEWS[:3]]

DIES = """
import os, signal
from arabnews import hookimpl

@hookimpl
def find_dates(article):
    if "DIE" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were started, by id."""
    pids: list[int] = []
    start = Pool.start

    def watched(pool: Pool[Any, Any]) -> Any:
        process = start(pool)
        pids.append(process.pid)
        return process

    monkeypatch.setattr(Pool, "start", watched)
    return pids


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_workers_give_the_very_same_articles_in_order() -> None:
    alone = [arabnews.parse(*text) if isinstance(text, tuple) else arabnews.parse(text) for text in MIXED]
    assert list(arabnews.pipe(MIXED)) == alone
    assert list(arabnews.pipe(iter(MIXED), workers=2)) == alone


def test_a_pipeline_travels_with_its_options() -> None:
    pipeline = Pipeline(["dates", "embeds"], strict=True)
    assert list(pipeline.pipe(NEWS[:5], workers=2)) == [pipeline(text) for text in NEWS[:5]]


def test_a_pipeline_that_cannot_travel_is_told_at_once() -> None:
    class Mine:
        @hookimpl
        def find_dates(self) -> None:
            """Find nothing."""

    with pytest.raises(PluginError, match="cannot travel"):
        arabnews.pipe([TEXT], workers=2, pipeline=Pipeline([*BUNDLED, Mine()]))


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_stand_in_the_place_of_articles_when_asked(workers: int) -> None:
    texts: list[Any] = [TEXT, None, b"x", (TEXT, "soon"), TEXT, lambda: TEXT]
    kinds = [type(result) for result in arabnews.pipe(texts, workers=workers, errors="return")]
    assert kinds == [Article, TypeError, TypeError, ValueError, Article, TypeError]


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_are_raised_in_their_place(workers: int) -> None:
    articles = arabnews.pipe([TEXT, TEXT, None, TEXT], workers=workers)  # type: ignore[list-item]
    assert next(articles) == next(articles) == arabnews.parse(TEXT)
    with pytest.raises(TypeError, match="not NoneType"):
        next(articles)
    assert list(articles) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_iterable_raises_comes_after_all_before_it(workers: int) -> None:
    def broken() -> Iterator[str]:
        yield TEXT
        yield TEXT
        message = "the disk is gone"
        raise OSError(message)

    articles = arabnews.pipe(broken(), workers=workers, errors="return")
    assert [type(next(articles)) for _ in range(2)] == [Article, Article]
    with pytest.raises(OSError, match="the disk is gone"):
        next(articles)


def test_texts_are_taken_as_they_are_needed(started: list[int]) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield TEXT

    articles = arabnews.pipe(endless(), workers=2)
    assert (taken, started) == (0, [])  # nothing is done before it is asked for
    for count, _ in enumerate(itertools.islice(articles, 200), 1):
        assert taken <= count + 2 * 40
    articles.close()  # type: ignore[attr-defined]
    assert started
    assert not any(map(is_alive, started))


def test_an_iterator_that_is_let_go_leaves_no_process(started: list[int]) -> None:
    for article in arabnews.pipe(itertools.repeat(TEXT), workers=2):
        assert article.text == TEXT
        break
    assert started
    assert not any(map(is_alive, started))


def test_no_process_is_left_after_an_error(started: list[int]) -> None:
    articles = arabnews.pipe([TEXT, None, *NEWS], workers=2)  # type: ignore[list-item]
    with pytest.raises(TypeError):
        list(articles)
    assert not any(map(is_alive, started))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals of POSIX")
def test_a_worker_that_dies_takes_one_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plugin_that_dies.py").write_text(DIES, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    pipeline = Pipeline(["dates", import_module("plugin_that_dies")])
    texts = [TEXT, TEXT, "DIE", TEXT]
    results = list(pipeline.pipe(texts, workers=2, errors="return"))
    assert [type(result) for result in results] == [Article, Article, RunError, Article]
    assert "text 3: a worker died over it: signal 9" in str(results[2])


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs groups of processes")
def test_an_interrupt_ends_all(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import itertools, arabnews\n"
        "from arabnews.corpus.pool import Pool\n"
        "start = Pool.start\n"
        "def watched(pool):\n"
        "    process = start(pool)\n"
        "    print(process.pid, flush=True)\n"
        "    return process\n"
        "Pool.start = watched\n"
        f"for _ in arabnews.pipe(itertools.repeat({TEXT!r}), workers=2):\n"
        "    pass\n",
        "utf-8",
    )
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:  # noqa: S603 - our own script
        assert running.stdout is not None
        pids = [int(running.stdout.readline()) for _ in range(2)]
        time.sleep(0.3)
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=20)
    assert b"KeyboardInterrupt" in told.splitlines()[-1]
    assert not any(map(is_alive, pids))


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"errors": "ignore"}])
def test_wrong_arguments_are_told_at_once(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        arabnews.pipe([TEXT], **wrong)


def test_one_text_is_no_list_of_its_letters_and_a_tuple_is_a_pair() -> None:
    with pytest.raises(TypeError, match=r"not one str; one alone is pipe\(\[text\]\)"):
        arabnews.pipe(TEXT)
    triple: Any = (TEXT, "2024-05-14", "more")
    (told,) = arabnews.pipe([triple], errors="return")
    assert isinstance(told, TypeError)
    assert "not 3 items" in str(told)
