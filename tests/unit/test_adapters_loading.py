"""The adapters to camel-tools and stanza: how they are asked for, and how they load a model."""

from __future__ import annotations

import pickle
import textwrap
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

import arabnews_camel
import arabnews_stanza
from arabnews import MissingExtraError, MissingModelError, OptionError, Pipeline, PluginError
from arabnews.testing import check_plugin
from arabnews_camel.loading import data_folder, load_recognizer
from arabnews_stanza.loading import load_tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

TEXT = "التقى جون سكوفيلد المدير. وسكوفيلد زار جسرا، وباريس.\nوصدر بيان للخارجية الفرنسية عن باريس"

CAMEL = {
    "camel_tools/__init__.py": "",
    "camel_tools/data.py": """
        from types import SimpleNamespace

        class CATALOGUE:
            @staticmethod
            def get_dataset(component, dataset=None):
                assert component == "NamedEntityRecognition"
                return SimpleNamespace(path=FOLDER)
    """,
    "camel_tools/ner.py": """
        class NERecognizer:
            def __init__(self, model_path, use_gpu=True):
                self.told = model_path, use_gpu

            def predict(self, sentences, batch_size=32):
                return [["B-LOC" if word in ("باريس", "وباريس") else "O" for word in words] for words in sentences]
    """,
}
STANZA = {
    "stanza/__init__.py": """
        import os
        import re
        from types import SimpleNamespace

        class LanguageNotDownloadedError(FileNotFoundError):
            pass

        class Pipeline:
            def __init__(self, lang="en", dir="own", package="default", processors={}, logging_level=None,
                         verbose=None, use_gpu=None, model_dir=None, download_method="download", **kwargs):
                assert download_method is None, "this would download"
                assert processors == "tokenize,mwt,ner"
                assert not kwargs
                if not os.path.exists(os.path.join(model_dir or dir, lang)):
                    raise LanguageNotDownloadedError("Perhaps you need to run stanza.download")
                self.told = lang, model_dir, use_gpu, verbose

            def bulk_process(self, docs, *args, **kwargs):
                return [SimpleNamespace(ents=[
                    SimpleNamespace(text=m[0], type="LOC", start_char=m.start(), end_char=m.end())
                    for m in re.finditer("باريس", doc)
                ]) for doc in docs]
    """
}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Lay stand-ins for both libraries, and the folders of a model; yield the folder of the models."""
    models = tmp_path / "models"
    site = tmp_path / "site"
    for name, code in {**CAMEL, **STANZA}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(textwrap.dedent(code).replace("FOLDER", repr(str(models / "own"))), "utf-8")
    (models / "ar").mkdir(parents=True)
    (models / "catalogue.json").write_text("{}", "utf-8")
    (models / "config.json").write_text("{}", "utf-8")
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(models))
    yield models
    forget()


def travelled(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own


def forget() -> None:
    import sys

    load_recognizer.cache_clear()
    load_tagger.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("camel_tools", "stanza")]:
        del sys.modules[name]


MODULES = {"camel": arabnews_camel, "stanza": arabnews_stanza}
HOLDERS: dict[str, Callable[[Any], Any]] = {"camel": arabnews_camel.Camel, "stanza": arabnews_stanza.Stanza}


def test_they_run_only_where_they_are_given() -> None:
    assert not {"camel", "stanza", "arabnews_camel", "arabnews_stanza"} & {*Pipeline.default().plugins}
    given = Pipeline.default(only=["entities"], extra=[arabnews_camel, arabnews_stanza])
    assert given.plugins == ("entities", "arabnews_camel", "arabnews_stanza")


@pytest.mark.parametrize("name", MODULES)
def test_a_module_loads_the_model_of_its_options_and_travels(name: str, installed: Path) -> None:
    options = {f"arabnews_{name}": {"model": str(installed), "types": ["location"]}}
    pipeline = Pipeline.default(only=["entities"], extra=[MODULES[name]], options=options, strict=True)
    back = travelled(pipeline)
    assert back.plugins == pipeline.plugins
    alone = Pipeline([MODULES[name]], options=options, strict=True)
    for article in (alone(TEXT), travelled(alone)(TEXT)):
        assert [(e.name, e.origin.plugin, e.origin.rule) for e in article.entities] == [
            ("باريس", f"arabnews_{name}", name)
        ]
    with pytest.raises(PluginError, match="object in memory"):
        pickle.dumps(Pipeline([HOLDERS[name](object())]))


def test_models_are_loaded_once_and_without_a_gpu(installed: Path) -> None:
    recognizer = load_recognizer(str(installed), use_gpu=False)
    assert recognizer is load_recognizer(str(installed), use_gpu=False)
    assert recognizer.told == (str(installed), False)
    assert load_tagger(str(installed), use_gpu=False).told == ("ar", str(installed), False, False)
    own = installed / "own"
    own.mkdir()
    (own / "config.json").write_text("{}", "utf-8")
    assert load_recognizer(None, use_gpu=True).told == (str(own), True)


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.skipif(bool(find_spec("camel_tools") or find_spec("stanza")), reason="the libraries are installed")
def test_a_missing_extra_is_named(name: str) -> None:
    forget()
    (problem,) = Pipeline([MODULES[name]])(TEXT).problems
    assert problem.message.startswith("MissingExtraError")
    assert f'pip install "arabnews[{name}]"' in problem.message
    with pytest.raises(PluginError) as raised:
        Pipeline([MODULES[name]], strict=True)(TEXT)
    assert isinstance(raised.value.__cause__, MissingExtraError)


@pytest.mark.parametrize("model", [None, "missing", "a-name/on-a-hub"])
@pytest.mark.parametrize("name", MODULES)
def test_a_missing_model_is_told_with_the_command_that_fetches_it(
    name: str, model: str | None, installed: Path
) -> None:
    where = None if model is None else str(installed / model)
    (problem,) = Pipeline([MODULES[name]], options={f"arabnews_{name}": {"model": where}})(TEXT).problems
    assert problem.message.startswith("MissingModelError")
    assert ("camel_data -i ner-arabert" if name == "camel" else "stanza.download('ar'") in problem.message
    assert (where or "") in problem.message


def test_camel_tools_is_not_imported_where_that_would_download_its_catalogue(installed: Path) -> None:
    import sys

    (installed / "catalogue.json").unlink()
    with pytest.raises(MissingModelError, match="catalogue") as raised:
        load_recognizer(str(installed), use_gpu=False)
    assert "camel_tools.ner" not in sys.modules
    assert "camel_tools.data" not in sys.modules
    assert travelled(raised.value).command == raised.value.command


@pytest.mark.parametrize(("platform", "tail"), [("linux", ".camel_tools"), ("win32", "AppData/Roaming/camel_tools")])
def test_the_data_folder_of_camel_tools(platform: str, tail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    monkeypatch.setattr("sys.platform", platform)
    assert data_folder().as_posix().endswith(tail)


@pytest.mark.parametrize(("option", "value"), [("batch_size", 0), ("types", ["PER"]), ("use_gpu", "no"), ("mode", "x")])
def test_wrong_options_are_told(option: str, value: object) -> None:
    with pytest.raises(OptionError, match=option):
        Pipeline([arabnews_camel], options={"arabnews_camel": {option: value}})


@pytest.mark.parametrize("name", MODULES)
def test_every_promise_of_a_plugin_is_kept(name: str, installed: Path) -> None:
    options = {f"arabnews_{name}": {"model": str(installed)}}
    texts: Sequence[str] = [TEXT]
    report = check_plugin(MODULES[name], articles=12, texts=texts, options=options, beside=["entities"])
    assert not report.skipped
    assert report.found[f"arabnews_{name}.find_entities"] > 0
