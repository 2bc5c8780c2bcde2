"""`check_plugin` tells good plugins from bad ones, and says in plain words what is wrong, on which smallest text."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import bad_plugins
import pytest

from arabnews import hookimpl
from arabnews.testing import Fault, PluginFault, apart, check_plugin
from arabnews.testing.faults import (
    ALONE,
    CLOCK,
    ELSEWHERE,
    FROZEN,
    LINEAR,
    LOADS,
    NO_EXCEPTION,
    OWN_PROSE,
    RIGHT_TYPES,
    SAME_AGAIN,
    TRAVELS,
    TRUE_SPANS,
)

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ("dates", "embeds", "page")


def fault_of(plugin: Any, **arguments: Any) -> Fault:
    """Return the one fault of a plugin."""
    given: dict[str, Any] = {"articles": 60, "beside": (), "growth": False, **arguments}
    with pytest.raises(PluginFault) as caught:
        check_plugin(plugin, **given)
    assert len(caught.value.faults) == 1, str(caught.value)
    return caught.value.faults[0]


@pytest.mark.parametrize("plugin", [bad_plugins.Good(), bad_plugins.GoodDates()])
def test_a_good_plugin_passes(plugin: Any) -> None:
    report = check_plugin(plugin, articles=30, beside=PAGE, texts=["يوم النخلة 12"])
    assert report.texts == 2 + 30 + 7
    assert set(report.skipped) == {ELSEWHERE}  # an object in memory cannot travel
    assert sum(report.found.values()) > 5
    assert "passed   true spans" in str(report)


def test_an_untrue_span() -> None:
    fault = fault_of(bad_plugins.UntrueSpan())
    assert (fault.check, fault.hook) == (TRUE_SPANS, "find_annotations")
    assert fault.text is not None
    assert len(fault.text) == 2  # a digit and a space
    assert "is untrue: the text has" in fault.message


def test_a_lexicon_that_cannot_be_read(tmp_path: Path) -> None:
    class Missing:
        @hookimpl
        def lexicons(self) -> dict[str, Path]:
            return {"cues": tmp_path / "cues.tsv"}

    fault = fault_of(Missing())
    assert fault.check == LOADS
    assert "its part of the lexicon cues is left out" in fault.message


@pytest.mark.parametrize("plugin", [bad_plugins.SpanInPost(), bad_plugins.EntityInPost()])
def test_a_span_in_a_post(plugin: Any) -> None:
    fault = fault_of(plugin, beside=PAGE)
    assert fault.check == OWN_PROSE
    assert "article.prose" in fault.message
    assert fault.text is not None
    assert len(fault.text) < 120


def test_annotations_of_posts_may_be_meant() -> None:
    check_plugin(bad_plugins.SpanInPost(), articles=30, beside=PAGE, inside_posts=True, growth=False)


@pytest.mark.parametrize("plugin", [bad_plugins.NotTheSameAgain(), bad_plugins.Learns()])
def test_another_result_at_each_call(plugin: Any) -> None:
    fault = fault_of(plugin)
    assert fault.check == SAME_AGAIN
    assert fault.text is not None
    assert len(fault.text) <= 2
    assert "annotations: first Figure" in fault.message


@pytest.mark.parametrize("plugin", [bad_plugins.AsksClock(), bad_plugins.AsksClockByName(), bad_plugins.AsksZone()])
def test_dependence_on_the_clock(plugin: Any) -> None:
    fault = fault_of(plugin)
    assert (fault.check, fault.text) == (CLOCK, "اليوم")
    assert "dates: first DateMention 0:5 'اليوم'" in fault.message


def test_a_raise() -> None:
    fault = fault_of(bad_plugins.Raises())
    assert (fault.check, fault.text) == (NO_EXCEPTION, "//")
    assert fault.message.startswith("ValueError: invalid literal for int()")
    assert "bad_plugins.py, line" in fault.message


def test_a_raise_half_way() -> None:
    fault = fault_of(bad_plugins.RaisesHalfWay())
    assert (fault.check, fault.hook, fault.text) == (NO_EXCEPTION, "find_annotations", "مايو")


def test_an_end_of_the_program() -> None:
    fault = fault_of(bad_plugins.Quits())
    assert (fault.check, fault.text) == (NO_EXCEPTION, "مايو")
    assert "SystemExit" in fault.message


def test_work_without_end() -> None:
    fault = fault_of(bad_plugins.Hangs(), patience=2)
    assert fault.check == NO_EXCEPTION
    assert "did not come to an end in 2 seconds" in fault.message
    assert fault.text is not None
    assert "«" in fault.text


@pytest.mark.parametrize("plugin", [bad_plugins.QuadraticPattern(), bad_plugins.QuadraticLoop()])
def test_quadratic_work(plugin: Any) -> None:
    fault = fault_of(plugin, growth=True, articles=4)
    assert (fault.check, fault.hook) == (LINEAR, "find_annotations")
    assert "times the time for four times the text" in fault.message


def test_a_result_that_an_earlier_call_changes() -> None:
    fault = fault_of(bad_plugins.Remembers())
    assert fault.check == ALONE
    assert fault.before is not None
    assert fault.text is not None
    assert len(fault.text) < 20
    assert "after this text was parsed" in str(fault)


def test_an_annotation_class_that_is_not_frozen() -> None:
    fault = fault_of(bad_plugins.NotFrozen())
    assert (fault.check, fault.hook) == (FROZEN, "annotation_types")
    assert fault.message == "LooseFigure is not frozen: decorate it with @attrs.frozen"


def test_a_wrong_type() -> None:
    fault = fault_of(bad_plugins.WrongType())
    assert fault.check == RIGHT_TYPES
    assert "DateMention is needed, not Span" in fault.message


@pytest.mark.filterwarnings("ignore::arabnews.PluginLoadWarning")
def test_a_misspelt_hook() -> None:
    fault = fault_of(bad_plugins.Misspelt())
    assert fault.check == LOADS
    assert "did you mean find_annotations?" in fault.message


MODULE = """
import datetime as dt
from attrs import frozen
from arabnews import Article, Span, hookimpl

@frozen
class Word:
    span: Span
    note: str

TODAY = dt.date.today().isoformat()

@hookimpl
def annotation_types():
    return [Word]

@hookimpl
def find_annotations(article: Article):
    words = set(article.prose.split()[:9])
    if words:
        note = {note}
        yield Word(Span.cut(article.text, 0, len(article.text)), note)
"""


@pytest.mark.parametrize(
    ("note", "check"), [('" ".join(words)', ELSEWHERE), ("TODAY", CLOCK), ('" ".join(sorted(words))', None)]
)
def test_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: str, check: str | None) -> None:
    name = f"plugin_{check or 'good'}".replace(" ", "_").replace(",", "")
    (tmp_path / f"{name}.py").write_text(MODULE.format(note=note), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = importlib.import_module(name)
    if check is None:
        assert check_plugin(module, articles=20, beside=(), growth=False, inside_posts=True).skipped == {
            LINEAR: "growth=False"
        }
    else:
        assert fault_of(module, articles=20, inside_posts=True).check == check


def test_a_plugin_that_does_not_run_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plugin_of_one_place.py"
    path.write_text(MODULE.format(note='"x"'), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = importlib.import_module("plugin_of_one_place")
    path.unlink()
    report = check_plugin(module, articles=8, beside=(), growth=False)
    assert "does not run there: " in report.skipped[ELSEWHERE]


@pytest.mark.parametrize("plugin", [bad_plugins.AsksClock(), bad_plugins.RaisesHalfWay(), bad_plugins.Good()])
def test_where_a_process_cannot_be_copied(monkeypatch: pytest.MonkeyPatch, plugin: Any) -> None:
    monkeypatch.setattr(apart, "CAN_FORK", False)
    if isinstance(plugin, bad_plugins.Good):
        check_plugin(plugin, articles=20, beside=(), growth=False)
    else:
        assert fault_of(plugin).text in {"اليوم", "مايو"}


def test_a_field_of_another_type_than_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plugin_of_loose_types.py").write_text(MODULE.format(note="1"), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    fault = fault_of(importlib.import_module("plugin_of_loose_types"))
    assert fault.check == TRAVELS
    assert "Word of plugin plugin_of_loose_types: invalid value for type, expected str @ $.note" in fault.message


def test_a_field_that_json_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = MODULE.format(note="'ا'").replace("import frozen", "import field, frozen")
    module = module.replace("note: str", "note: str = field(converter='<{}>'.format)")  # at reading once more
    (tmp_path / "plugin_of_changed_fields.py").write_text(module, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    fault = fault_of(importlib.import_module("plugin_of_changed_fields"))
    assert fault.check == TRAVELS
    assert "read back from JSON is not equal to the one written; annotations: first Word" in fault.message


def test_the_message_is_for_people() -> None:
    with pytest.raises(AssertionError) as caught:
        check_plugin(bad_plugins.Raises(), articles=60, beside=(), growth=False)
    lines = str(caught.value).split("\n")
    assert lines[0] == "Raises: 1 check failed on 75 texts (seed 0)"
    assert lines[2] == "1. raises nothing: Raises.find_annotations"
    assert "    | //" in lines


def test_no_plugin_is_an_error() -> None:
    with pytest.raises(TypeError, match="needs a plugin"):
        check_plugin()
