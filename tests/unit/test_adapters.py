"""The adapters to camel-tools and stanza, with models that stand in for the real ones.

The stand-ins have the signatures and the types of camel-tools 1.6.0 and stanza 1.15.0, as their sources show them.
"""

from __future__ import annotations

import pickle
import re
import textwrap
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import arabnews_camel
import arabnews_stanza
from arabnews import Article, MissingExtraError, MissingModelError, OptionError, Pipeline, PluginError
from arabnews.plugins import BUNDLED
from arabnews.testing import check_plugin
from arabnews_camel.loading import data_folder, load_recognizer
from arabnews_camel.sentences import find_sentences
from arabnews_entities.labelled import Labelled, entities_of, stretches
from arabnews_stanza.loading import load_tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

NAMES = {"سكوفيلد": "PERS", "وسكوفيلد": "PERS", "جون": "PERS", "وباريس": "LOC", "باريس": "LOC", "للخارجية": "ORG"}
TEXT = "التقى جون سكوفيلد المدير. وسكوفيلد زار جسرا، وباريس.\nوصدر بيان للخارجية الفرنسية عن باريس"


class FakeRecognizer:
    """Labels words as `camel_tools.ner.NERecognizer` does."""

    def __init__(self) -> None:
        self.given: list[list[list[str]]] = []
        self.batch_size = 0

    def predict(self, sentences: list[list[str]], batch_size: int = 32) -> list[list[str]]:
        self.given.append(sentences)
        self.batch_size = batch_size
        return [[*self._labels(words)] for words in sentences]

    @staticmethod
    def _labels(words: list[str]) -> Iterator[str]:
        before = "O"
        for word in words:
            kind = NAMES.get(word) or ("ORG" if word == "الفرنسية" and before.endswith("ORG") else None)
            before = "O" if kind is None else f"{'I' if before.endswith(kind) else 'B'}-{kind}"
            yield before


class FakeName(NamedTuple):
    text: str
    type: str
    start_char: int | None
    end_char: int | None


class FakeDocument(NamedTuple):
    ents: list[FakeName]


class FakeTagger:
    """Finds names as `stanza.Pipeline` does: by tokens, which keep their proclitics."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def bulk_process(self, docs: list[str]) -> list[FakeDocument]:
        self.given += docs
        label = {"PERS": "PER"}
        pattern = re.compile(r"(?<!\w)(?:جون سكوفيلد|وسكوفيلد|وباريس|باريس|للخارجية الفرنسية)(?!\w)")
        return [
            FakeDocument(
                [FakeName(m[0], label.get(k := NAMES[m[0].split()[0]], k), *m.span()) for m in pattern.finditer(doc)]
            )
            for doc in docs
        ]


PLUGINS: dict[str, Callable[[], Any]] = {
    "camel": lambda: arabnews_camel.Camel(FakeRecognizer()),
    "stanza": lambda: arabnews_stanza.Stanza(FakeTagger()),
}


def found(article: Article) -> list[tuple[str, str, list[str]]]:
    return [(e.type, e.name, [m.span.text for m in e.mentions]) for e in article.entities]


# what is found --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", PLUGINS)
def test_labels_become_entities_with_exact_spans(rule: str) -> None:
    article = Pipeline([PLUGINS[rule]()], strict=True)(TEXT)
    assert found(article) == [
        ("person", "جون سكوفيلد", ["جون سكوفيلد"]),
        ("person", "سكوفيلد", ["سكوفيلد"]),
        ("location", "باريس", ["باريس", "باريس"]),
        ("organization", "الخارجية الفرنسية", ["خارجية الفرنسية"]),
    ]
    assert {e.origin.rule for e in article.entities} == {rule}
    assert {e.origin.plugin for e in article.entities} == {rule.capitalize()}
    assert all(TEXT[m.span.start : m.span.end] == m.span.text for e in article.entities for m in e.mentions)


def test_a_proclitic_is_told_by_the_same_word_elsewhere() -> None:
    article = Article("جاء شتربلاخ، وشتربلاخ نائم، ووليد، ورزخلاف.")
    places = [(4, 11), (13, 21), (28, 33), (35, 42)]
    names = list(entities_of(article, [Labelled(start, end, "person") for start, end in places], "rule"))
    assert [(e.name, [m.span.text for m in e.mentions]) for e in names] == [
        ("شتربلاخ", ["شتربلاخ", "شتربلاخ"]),
        ("وليد", ["وليد"]),
        ("ورزخلاف", ["ورزخلاف"]),  # a letter of a foreign name as easily: nothing shows that it is none of it
    ]


def test_odd_stretches_become_whole_words_or_nothing() -> None:
    article = Article("«باريس» … لَنْدَن")
    odd = [(0, 7), (2, 4), (8, 9), (10, 12), (40, 50)]
    names = list(entities_of(article, [Labelled(start, end, "location") for start, end in odd], "rule"))
    assert [e.name for e in names] == ["باريس", "لَنْدَن"]


@pytest.mark.parametrize("rule", PLUGINS)
def test_the_bundled_plugin_goes_on_naming_what_both_find(rule: str) -> None:
    text = "قالت وزيرة المياه سلمى الجريدي إن باريس بعيدة. ووصل جون سكوفيلد."
    alone = Pipeline(["entities"])(text)
    both = Pipeline(["entities", PLUGINS[rule]()], strict=True)(text)
    paris = next(e for e in both.entities if e.name == "باريس")
    assert paris.origin.plugin == "entities"
    assert len(paris.mentions) == 1
    assert {e.name for e in alone.entities} <= {e.name for e in both.entities}
    assert "جون سكوفيلد" in {e.name for e in both.entities}


@pytest.mark.parametrize("rule", PLUGINS)
def test_posts_and_furniture_are_not_read(rule: str) -> None:
    text = "وصل الوفد أمس.\n\nاقرأ أيضا: جون سكوفيلد في باريس\n"
    article = Pipeline([*BUNDLED, PLUGINS[rule]()], strict=True)(text)
    assert "جون سكوفيلد" not in article.prose
    assert article.entities == ()


@pytest.mark.parametrize("rule", PLUGINS)
def test_a_model_is_not_asked_about_nothing(rule: str) -> None:
    plugin: Any = PLUGINS[rule]()
    assert Pipeline([plugin], strict=True)("  …\n\n«»").entities == ()
    model = plugin._recognizer if rule == "camel" else plugin._tagger
    assert model.given == []


def test_wanted_types_alone_are_kept() -> None:
    for plugin in (
        arabnews_camel.Camel(FakeRecognizer(), types=["location"]),
        arabnews_stanza.Stanza(FakeTagger(), types=["location"]),
    ):
        assert {e.type for e in Pipeline([plugin], strict=True)(TEXT).entities} == {"location"}
    with pytest.raises(ValueError, match="types"):
        arabnews_camel.Camel(FakeRecognizer(), types=["PER"])  # type: ignore[list-item]


# what a model is given ------------------------------------------------------------------------------------------------


def test_blanked_stretches_and_lines_are_read_apart() -> None:
    prose = "عنوان\r\nقال     نعم\u2028ثم \x85«…»"
    assert [prose[start:end] for start, end in stretches(prose)] == ["عنوان", "قال", "نعم", "ثم"]


def test_sentences_are_words_and_marks() -> None:
    text = "قَـال د. سمير: «الكلفة 2.5 مليون.» نعم!\n" + "كلمة " * 150 + "\n" + "ا" * 5000 + " نهاية \x00\ufffd"
    recognizer = FakeRecognizer()
    Pipeline([arabnews_camel.Camel(recognizer, batch_size=7)], strict=True)(text)
    ((first, second, *rest),) = recognizer.given
    assert first == ["قال", "د", ".", "سمير", ":", "«", "الكلفة", "2", ".", "5", "مليون", "."]
    assert second == ["»", "نعم", "!"]
    assert [len(sentence) for sentence in rest] == [100, 50, 1]
    assert recognizer.batch_size == 7


def test_all_sentences_of_marks_alone_are_left_out() -> None:
    assert list(find_sentences("؟! ... «»")) == []


class Misaligned(FakeRecognizer):
    """Drops the label of a word, as the real one does where its tokenizer makes nothing of a word."""

    def predict(self, sentences: list[list[str]], batch_size: int = 32) -> list[list[str]]:
        first, *others = super().predict(sentences, batch_size)
        return [first[1:], *others]


class Forgetful(FakeRecognizer):
    def predict(self, sentences: list[list[str]], batch_size: int = 32) -> list[list[str]]:
        return super().predict(sentences, batch_size)[1:]


def test_a_sentence_with_too_few_labels_is_left_out_and_lost_sentences_are_a_problem() -> None:
    article = Pipeline([arabnews_camel.Camel(Misaligned())], strict=True)(TEXT)
    assert "جون سكوفيلد" not in {e.name for e in article.entities}
    assert "باريس" in {e.name for e in article.entities}
    (problem,) = Pipeline([arabnews_camel.Camel(Forgetful())])(TEXT).problems
    assert problem.message == "ValueError: 3 sentences were given, labels of 2 came back"


def test_stanza_is_given_lines_without_what_it_cannot_read() -> None:
    tagger = FakeTagger()
    article = Pipeline([arabnews_stanza.Stanza(tagger)], strict=True)("عنوان\x00هنا\n\nزار \ud800 باريس")
    assert tagger.given == ["عنوان هنا", "زار   باريس"]
    assert article.entities[0].mentions[0].span.start == 17


class Offsetless(FakeTagger):
    def bulk_process(self, docs: list[str]) -> list[FakeDocument]:
        return [FakeDocument([FakeName("باريس", "LOC", None, None), FakeName("باريس", "MIS", 0, 5)]) for _ in docs]


def test_names_without_offsets_and_other_labels_are_passed_over() -> None:
    assert Pipeline([arabnews_stanza.Stanza(Offsetless())], strict=True)("باريس").entities == ()


class Silent(FakeTagger):
    def bulk_process(self, docs: list[str]) -> list[FakeDocument]:
        return super().bulk_process(docs)[2:]


def test_lost_documents_are_a_problem() -> None:
    (problem,) = Pipeline([arabnews_stanza.Stanza(Silent())])(TEXT).problems
    assert problem.message == "ValueError: 2 documents were given, 0 came back"


# how they are asked for and loaded ------------------------------------------------------------------------------------

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
        pickle.dumps(Pipeline([PLUGINS[name]()]))


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
