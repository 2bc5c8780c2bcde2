"""Plugins are found, ordered, isolated and reported; each failure is contained."""

from __future__ import annotations

import pickle
import re
import textwrap
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen

from arabnews import Article, Block, OptionError, Pipeline, PluginError, PluginLoadWarning, Span, hookimpl, lexicon
from arabnews.plugins import BUNDLED, HOOKS, discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "عنوان الخبر\n\nقال المدير سمير حداد إن المشروع جاهز.\n"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install a distribution with one plugin module, as pip would lay it out."""
    monkeypatch.syspath_prepend(tmp_path)

    def put(name: str, code: str, *, entry: str | None = None, distribution: str | None = None) -> None:
        module = f"{name}_plugin_module"
        (tmp_path / f"{module}.py").write_text(textwrap.dedent(code), "utf-8")
        info = tmp_path / f"{distribution or name}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution or name}\nVersion: 1.2\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[arabnews]\n{entry or name} = {module}\n", "utf-8")

    return put


FINDS = """
    from arabnews import Block, Span, hookimpl

    @hookimpl
    def find_blocks(article):
        yield Block("source", Span.cut(article.text, 0, 5), origin="first-five")
"""


def test_a_foreign_plugin_is_found_like_the_bundled_ones(install: Callable[..., None]) -> None:
    install("zz_mine", FINDS)
    plugins, rows = discover()
    assert [p.name for p in plugins] == [*BUNDLED, "zz_mine"]
    row = rows[-1]
    assert (row.name, row.state, row.hooks, row.version) == ("zz_mine", "loaded", ("find_blocks",), "1.2")
    article = Pipeline(["zz_mine"])(TEXT)
    assert [(b.kind, b.span.text, b.origin.plugin, b.origin.rule) for b in article.blocks][:2] == [
        ("source", "عنوان", "zz_mine", "first-five"),
        ("paragraph", "الخبر", "core", "rest"),
    ]


def test_a_plugin_that_cannot_be_imported_is_reported_and_the_rest_load(install: Callable[..., None]) -> None:
    install("broken", "import a_module_that_nobody_has")
    install("works", FINDS)
    with pytest.warns(PluginLoadWarning, match="broken.*cannot be imported.*a_module_that_nobody_has"):
        plugins, rows = discover()
    assert [p.name for p in plugins] == [*BUNDLED, "works"]
    broken = next(row for row in rows if row.name == "broken")
    assert broken.state == "failed"
    assert "a_module_that_nobody_has" in broken.message


def test_a_plugin_that_exits_at_import_is_contained(install: Callable[..., None]) -> None:
    install("quits", "raise SystemExit(3)")
    with pytest.warns(PluginLoadWarning, match="SystemExit"):
        plugins, _ = discover()
    assert [p.name for p in plugins] == list(BUNDLED)


def test_a_misspelt_hook_is_told_with_the_near_match(install: Callable[..., None]) -> None:
    install("typo", "from arabnews import hookimpl\n\n@hookimpl\ndef find_statement(article):\n    return []\n")
    with pytest.warns(PluginLoadWarning, match="find_statement .*did you mean find_statements"):
        plugins, _ = discover()
    assert plugins[-1].name == "typo"


def test_a_hook_with_unknown_arguments_is_refused(install: Callable[..., None]) -> None:
    install("args", "from arabnews import hookimpl\n\n@hookimpl\ndef find_dates(article, tokens):\n    return []\n")
    with pytest.warns(PluginLoadWarning, match="args.*tokens"):
        _, rows = discover()
    assert next(row for row in rows if row.name == "args").state == "failed"


def test_of_two_plugins_with_one_name_the_bundled_one_wins(install: Callable[..., None]) -> None:
    install("other", FINDS, entry="dates")
    with pytest.warns(PluginLoadWarning, match="dates.*passed over"):
        plugins, rows = discover()
    assert [p.name for p in plugins] == list(BUNDLED)
    assert [row.state for row in rows if row.name == "dates"] == ["loaded", "shadowed"]


def test_plugins_are_chosen_by_name_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Pipeline.default(disable={"quotes"}).plugins == BUNDLED[:-1]
    assert Pipeline.default(only=["page", "dates"]).plugins == ("dates", "page")
    monkeypatch.setenv("ARABNEWS_DISABLE", "quotes, page")
    assert Pipeline.default().plugins == ("dates", "embeds", "entities")
    monkeypatch.setenv("ARABNEWS_PLUGINS", "dates,quotes")
    assert Pipeline.default().plugins == ("dates",)
    monkeypatch.setenv("ARABNEWS_PLUGINS", "date")
    with pytest.warns(PluginLoadWarning, match="did you mean dates"):
        Pipeline.default()


def test_an_unknown_name_is_an_error_that_names_the_known() -> None:
    with pytest.raises(PluginError, match="did you mean dates"):
        Pipeline.default(disable={"date"})
    with pytest.raises(PluginError, match="Known: .*quotes"):
        Pipeline(["nonsense"])
    with pytest.raises(PluginError, match="given twice"):
        Pipeline(["dates", "dates"])


class Raises:
    @hookimpl
    def find_blocks(self, article: Article) -> Iterator[Block]:
        yield Block("source", Span.cut(article.text, 0, 5))
        msg = "half way\nthrough"
        raise RuntimeError(msg)


class Lies:
    @hookimpl
    def find_blocks(self) -> list[Block]:
        return [Block("source", Span(0, 5, "other"))]


def test_a_plugin_that_raises_or_lies_loses_all_it_found_for_that_hook(caplog: pytest.LogCaptureFixture) -> None:
    alone = Pipeline(["dates"])(TEXT)
    together = Pipeline(["dates", Raises(), Lies()])(TEXT)
    assert [(p.plugin, p.hook) for p in together.problems] == [("Raises", "find_blocks"), ("Lies", "find_blocks")]
    assert together.problems[0].message == "RuntimeError: half way through"
    assert "untrue" in together.problems[1].message
    assert together.blocks == alone.blocks
    assert "half way" in caplog.text
    assert "Traceback" in caplog.text


def test_strict_raises_instead() -> None:
    with pytest.raises(PluginError, match=r"Raises\.find_blocks: RuntimeError: half way") as caught:
        Pipeline([Raises()], strict=True)(TEXT)
    assert (caught.value.plugin, caught.value.hook) == ("Raises", "find_blocks")


@frozen
class Options:
    word: str = "عنوان"
    count: int = 1


class WithOptions:
    @hookimpl
    def options(self) -> type:
        return Options

    @hookimpl
    def find_blocks(self, article: Article, context: Any) -> Iterator[Block]:
        start = article.text.find(context.options.word)
        if start >= 0:
            yield Block("source", Span.cut(article.text, start, start + len(context.options.word)))


def test_options_reach_the_plugin() -> None:
    def sources(pipeline: Pipeline) -> list[str]:
        return [b.span.text for b in pipeline(TEXT).blocks if b.kind == "source"]

    assert sources(Pipeline([WithOptions()])) == ["عنوان"]
    assert sources(Pipeline([WithOptions()], options={"WithOptions": {"word": "الخبر"}})) == ["الخبر"]


def test_unknown_options_are_errors_that_name_the_known() -> None:
    with pytest.raises(OptionError, match=r"WithOptions\.wrod.*known: count, word"):
        Pipeline([WithOptions()], options={"WithOptions": {"wrod": "x"}})
    with pytest.raises(OptionError, match="Nobody.*known: WithOptions"):
        Pipeline([WithOptions()], options={"Nobody": {}})
    with pytest.raises(OptionError, match="has no options"):
        Pipeline([Raises()], options={"Raises": {"a": 1}})


def test_a_lexicon_is_extended_by_a_plugin_and_a_bad_file_is_left_out(tmp_path: Path) -> None:
    header = "# about: test\n# source: ours\n# licence: CC0-1.0\n"
    (tmp_path / "good.tsv").write_text(f"{header}form\tkind\nكلمة\tword\n", "utf-8")
    (tmp_path / "bad.tsv").write_text("form\nكلمة\n", "utf-8")
    seen: list[Any] = []

    class Names:
        @hookimpl
        def lexicons(self) -> dict[str, Path]:
            return {"mine": tmp_path / "good.tsv", "cues": tmp_path / "bad.tsv"}

        @hookimpl
        def find_blocks(self, context: Any) -> None:
            seen.append(context.lexicon("mine"))
            seen.append(context.lexicon("cues"))

    pipeline = Pipeline([Names()])
    with pytest.warns(PluginLoadWarning, match="Names.*cues is left out.*header"):
        pipeline(TEXT)
    pipeline(TEXT)
    assert [dict(e) for e in seen[0].entries] == [{"form": "كلمة", "kind": "word"}]
    assert seen[1].entries == lexicon.shared("cues").entries
    assert seen[0] is seen[2]


def test_a_column_that_a_lexicon_does_not_have_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cues.tsv"
    path.write_text("# about: test\n# source: ours\n# licence: CC0-1.0\nlemma\tpast_3m\nكال\tكال\n", "utf-8")

    class Misspelt:
        @hookimpl
        def lexicons(self) -> dict[str, Path]:
            return {"cues": path}

        @hookimpl
        def find_blocks(self, context: Any) -> None:
            context.lexicon("cues")

    with pytest.warns(
        PluginLoadWarning, match=r"Misspelt: the lexicon cues has no past_3m; its columns are .*past_3ms"
    ):
        Pipeline([Misspelt()])(TEXT)


@pytest.mark.parametrize(
    ("frames", "strength", "told"),
    [
        ("أن|فوق", "A", "nothing reads the frames فوق; known are .*أن.*بأن"),
        ("أن|بأن", "D", "nothing reads the strength D; known are A, B, C"),
        ("أن|بأن", "C", None),
    ],
)
def test_a_value_that_no_rule_reads_is_told(tmp_path: Path, frames: str, strength: str, told: str | None) -> None:
    path = tmp_path / "cues.tsv"
    header = "# about: test\n# source: ours\n# licence: CC0-1.0\nlemma\tpast_3ms\tframes\tclass\tstrength\n"
    path.write_text(f"{header}كال\tكال\t{frames}\tmutter\t{strength}\n", "utf-8")

    class Ours:
        @hookimpl
        def lexicons(self) -> dict[str, Path]:
            return {"cues": path}

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        entries = Pipeline([Ours()]).lexicon("cues").entries
    assert entries[-1]["lemma"] == "كال", "what nobody reads is told, not left out"
    assert bool(caught) == (told is not None)
    assert all(re.search(told or "", str(warning.message)) for warning in caught)


@pytest.mark.parametrize(
    ("hook", "value", "told"),
    [
        ("lexicons", {"cues": "cues.tsv"}, "cues: the file is a Path or of importlib.resources.files, not str"),
        ("lexicons", ["cues"], "a dict of names and files is needed, not list"),
        ("annotation_types", Span, "'type' object is not iterable"),
    ],
)
def test_what_a_plugin_tells_wrongly_of_itself_disturbs_nobody(hook: str, value: Any, told: str) -> None:
    wrong = type("Wrong", (), {hook: hookimpl(specname=hook)(lambda self: value)})  # noqa: ARG005 - a method
    with pytest.warns(PluginLoadWarning, match=f"plugin Wrong.{hook}: TypeError: {told}"):
        pipeline = Pipeline(["entities", "quotes", wrong()])
    article = pipeline("قال سمير حداد: نعم.")
    assert len(article.statements) == 1
    assert not article.problems


def test_a_plugin_without_a_marked_hook_is_told() -> None:
    class Unmarked:
        def find_dates(self) -> None:
            """Find nothing."""

    with pytest.warns(
        PluginLoadWarning, match=r"Unmarked: has no hooks.*find_dates: not marked with @arabnews\.hookimpl"
    ):
        Pipeline([Unmarked()])
    with pytest.warns(PluginLoadWarning, match="int: has no hooks and finds nothing; nothing in it is marked"):
        Pipeline([1])


def test_one_name_is_no_list_of_plugins() -> None:
    with pytest.raises(TypeError, match=r"plugins is a list of plugins, not one name: \['quotes'\]"):
        Pipeline("quotes")
    with pytest.raises(TypeError, match=r"only is a list of plugins, not one name"):
        Pipeline.default(only="quotes")


def test_a_pipeline_travels_as_names_and_options() -> None:
    pipeline = Pipeline(["dates", "quotes"], strict=True)
    again = pickle.loads(pickle.dumps(pipeline))  # noqa: S301 - what was just written
    assert (again.plugins, again.strict) == (pipeline.plugins, True)
    with pytest.raises(PluginError, match="Raises.*cannot travel"):
        pickle.dumps(Pipeline([Raises()]))


def test_a_module_of_an_installed_plugin_keeps_its_name() -> None:
    import arabnews_dates

    assert Pipeline([arabnews_dates]).plugins == ("dates",)


def test_every_hook_is_known_by_name() -> None:
    assert set(HOOKS) >= {"find_embeds", "find_published", "refine", "lexicons", "options", "annotation_types"}
    assert len(HOOKS) == 11
