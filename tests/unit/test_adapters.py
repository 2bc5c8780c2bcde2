"""The adapters to camel-tools and stanza, with models that stand in for the real ones.

The stand-ins have the signatures and the types of camel-tools 1.6.0 and stanza 1.15.0, as their sources show them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import arabnews_camel
import arabnews_stanza
from arabnews import Article, Pipeline
from arabnews.plugins import BUNDLED
from arabnews_camel.sentences import find_sentences
from arabnews_entities.labelled import Labelled, entities_of, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
