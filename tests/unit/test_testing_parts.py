"""The parts of the kit that other parts stand on: shrinking, other processes, another clock, case files."""

from __future__ import annotations

import datetime as dt
import os
import time
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from arabnews.testing import Case, apart, read_cases
from arabnews.testing.clock import other_clock
from arabnews.testing.faults import Fault, PluginFault, Report
from arabnews.testing.shrinking import smallest

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_shrinks_by_lines_words_and_characters() -> None:
    text = "سطر أول\nقال الوزير إن 12 جسرا جاهزة\nسطر آخر\n" * 3
    assert smallest(text, lambda t: "12" in t) == "12"
    assert smallest(text, lambda t: t.count("\n") >= 2) == "\n\n"
    assert sorted(smallest(text, lambda t: "أول" in t and "آخر" in t, tries=1000)) == sorted("أولآخر")


def test_shrinking_gives_up_in_time() -> None:
    asked: list[str] = []

    def happens(text: str) -> bool:
        asked.append(text)
        return len(text) > 30

    smallest("كلمة " * 500, happens, tries=25)
    assert len(asked) == 25


def test_a_text_that_cannot_shrink_stays() -> None:
    assert smallest("قال", lambda t: t == "قال") == "قال"
    assert smallest("", lambda _: True) == ""


def test_messages_come_from_another_process() -> None:
    here = os.getpid()

    def task(send: Any) -> None:
        send(1)
        send(os.getpid() == here)

    assert list(apart.start(task, patience=20)) == [1, not apart.CAN_FORK]


def test_what_goes_wrong_there_is_told_here() -> None:
    def fails(send: Any) -> None:
        send("begun")
        msg = "no such thing"
        raise LookupError(msg)

    with pytest.raises(RuntimeError, match="LookupError: no such thing"):
        list(apart.start(fails, patience=20))


@pytest.mark.skipif(not apart.CAN_FORK, reason="tasks run in this process")
def test_silence_and_death_are_told() -> None:
    def stalls(send: Any) -> None:
        send("begun")
        time.sleep(30)

    def dies(send: Any) -> None:
        send("begun")
        os._exit(3)

    with pytest.raises(apart.StalledError) as stalled:
        list(apart.start(stalls, patience=0.2))
    assert stalled.value.last == "begun"
    with pytest.raises(apart.DiedError) as died:
        list(apart.start(dies, patience=20))
    assert died.value.last == "begun"


@pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning")  # of 3.12: plugins may still ask it
def test_another_clock_is_seen_by_every_way_to_ask() -> None:
    def ask() -> dict[str, int]:
        return {
            "time": time.gmtime(time.time()).tm_year,
            "time_ns": time.gmtime(time.time_ns() // 10**9).tm_year,
            "localtime": time.localtime().tm_year,
            "gmtime": time.gmtime().tm_year,
            "strftime": int(time.strftime("%Y")),
            "ctime": int(time.ctime()[-4:]),
            "today": dt.date.today().year,  # noqa: DTZ011 - that is what is asked
            "today by name": date.today().year,  # noqa: DTZ011
            "now": datetime.now().year,  # noqa: DTZ005
            "now in a zone": datetime.now(dt.UTC).year,
            "datetime.today": datetime.today().year,  # noqa: DTZ002
            "utcnow": datetime.utcnow().year,  # noqa: DTZ003
        }

    before = ask()
    with other_clock():
        there = ask()
        day = date(2024, 5, 14)
        assert isinstance(day, dt.date)
        assert isinstance(datetime.fromisoformat("2024-05-14T10:00"), dt.datetime)
        assert issubclass(datetime, date)
        assert time.strftime("%Y", time.gmtime(0)) == "1970"
    assert {name for name in before if there[name] <= before[name] + 9} == set()
    assert ask() == before
    assert type(day) is dt.date


def test_another_zone() -> None:
    zone = time.timezone
    with other_clock():
        assert time.timezone != zone or not hasattr(time, "tzset")
    assert time.timezone == zone


def test_case_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_bytes("# note\n\nfirst\n.\nسطر\n\nآخر\r\n.\n12\n.\n\nsecond\n.\n.\n.\n".encode())
    assert read_cases(path) == [Case("first", "سطر\n\nآخر\r", "12"), Case("second", "", "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("first\n.\nأ\n.\nب\n", "is not closed"),
        ("first\nsecond\n.\n", "no dot between"),
        ("first\n.\nأ\n.\nب\n.\n.\n", "a dot before any title, after 1 cases"),
        ("first\n", "is not closed"),
    ],
)
def test_a_case_file_with_a_missing_dot(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "cases.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=told):
        read_cases(path)


def test_faults_read_well() -> None:
    fault = Fault(
        check="true spans",
        plugin="p",
        hook="find_dates",
        message="line one\nline two",
        text="أ\nب",
        count=3,
        before="ج",
    )
    assert str(fault).split("\n") == [
        "true spans: p.find_dates",
        "    line one",
        "    line two",
        "    after this text was parsed:",
        "    | ج",
        "    smallest text found (no day of publication given):",
        "    | أ",
        "    | ب",
        "    seen on 3 texts",
    ]
    hidden = Fault(check="loads", plugin="p", hook=None, message="m", text="\u200f1")
    assert str(hidden).endswith("| '\\u200f1'")
    long = Fault(check="loads", plugin="p", hook=None, message="m", text="س" * 5000)
    assert "3000 characters" in str(long)
    assert str(PluginFault([fault], "p: 1 check failed")).startswith("p: 1 check failed\n\n1. true spans")


def test_a_report_says_when_nothing_was_found() -> None:
    report = Report(plugins=("p",), texts=5, seed=0, passed=("loads",), skipped={"linear time": "x"}, found={"p.h": 0})
    assert "Nothing was found" in str(report)
    assert "skipped  linear time: x" in str(report)
