"""The model of names: its file, both decoders, what is shipped and what it adds to grammar and lists."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arabnews
import arabnews_entities
from arabnews.errors import LexiconError
from arabnews_entities.model import scores
from arabnews_entities.model.decoding import find_named
from arabnews_entities.model.features import VERSION, item_features
from arabnews_entities.model.plain import find_plainly
from arabnews_entities.model.scores import Model, shipped_model, unpack
from arabnews_entities.model.sequence import read_sequence
from arabnews_entities.model.weights import FILE, HEADER, LABELS, PATTERNS, ROW, Weights, read_weights, shipped_weights
from arabnews_entities.vocabulary.wordlists import lexis
from arabnews_entities.vocabulary.words import read_words

DATA = Path(arabnews_entities.__file__).parent / "data" / FILE
TRAINED_ON = Path(__file__).parents[3] / "shared" / "data" / "ner" / "anercorp_train.jsonl"

SENTENCES = (
    "وصل سعيد الكرخي إلى بغداد، ثم زار جامعة البصرة.",
    "قالت شركة نيلفون إن مبيعاتها في القاهرة والرياض ودبي ارتفعت",
    "تغلب الهلال على فالكونيا بهدفين لماركو زيلادي (الدقيقة 30) وكارلو بنزيتي",
    "محمد بن راشد بن علي آل خالد، وأحمد عبد الله ونور الدين الحسيني في لندن - باريس",
    "رأى «مجلس الأمن» والأمم المتحدة أن وزارة الخارجية الفرنسية ومنظمة الصحة تأخرتا... عاد.",
    "Kalin Brank قال في نيويورك ١٢ مرة",
    "",
    ".",
)


def names(model: Model, text: str) -> list[tuple[int, int, int]]:
    return [(n.first, n.last, n.kind) for n in find_named(model, read_words(text, lexis()))]


def plainly(model: Model, text: str) -> list[tuple[int, int, int]]:
    return find_plainly(model, read_sequence(read_words(text, lexis())))


@pytest.fixture(scope="module")
def model() -> Model:
    return shipped_model(lexis())


@pytest.mark.parametrize("text", SENTENCES)
def test_decoders_agree_on_sentences(model: Model, text: str) -> None:
    assert names(model, text) == plainly(model, text)


MORE = {"،", ".", "«", "-", "\n", "في", "بن", "الغد", "زكرتون"}
WORDS = sorted({word for text in SENTENCES for word in text.split()} | MORE)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_decoders_agree_on_any_words(model: Model, words: list[str]) -> None:
    assert names(model, " ".join(words)) == plainly(model, " ".join(words))


@given(st.integers(0, 10_000))
def test_decoders_agree_whatever_the_weights(seed: int) -> None:
    # weights that tell nothing make ties, and paths that win late
    rng = random.Random(seed)  # noqa: S311 - the same weights for the same seed
    text = " ".join(rng.choices(WORDS, k=16))
    known = {name for form in read_words(text, lexis()).table.forms for name in item_features(form, lexis(), {})}
    low, high = rng.choice([(-1, 1), (-20, 20), (-90, 60)])

    def packed() -> int:
        return sum(rng.randint(low, high) * pattern << ROW * row for row in range(3) for pattern in PATTERNS[1:])

    follows = [[rng.randint(low * 2, high * 2) for _ in LABELS] for _ in LABELS]
    follows[0][0] = 0
    features = {
        name: sum(packed() << ROW * place for place in range(3)) for name in sorted(known) if rng.random() < 0.2
    }
    model = Model(Weights({}, features, {}, tuple(map(tuple, follows)), {}), lexis())
    assert names(model, text) == plainly(model, text)


@pytest.mark.skipif(not str(scores.__file__).endswith(".py"), reason="compiled: constants cannot be replaced")
def test_memories_forget_without_changing_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [names(Model(shipped_weights(), lexis()), text) for text in SENTENCES]
    monkeypatch.setattr("arabnews_entities.model.scores.MOST_TYPES", 3)
    small = Model(shipped_weights(), lexis())
    assert [names(small, text) for text in SENTENCES] == expected
    assert len(small.items) <= 3


def test_packed_scores_add_up() -> None:
    rows = [[5, -7, 0, 120, -127, 1], [-6, 7, 3, -120, -127, -1]]
    packed = sum(value * pattern for row in rows for value, pattern in zip(row, PATTERNS[1:], strict=True))
    assert unpack(packed) == [sum(column) for column in zip(*rows, strict=True)]


def test_header_tells_source_and_licence() -> None:
    header = shipped_weights().header
    assert set(HEADER) <= set(header)
    assert "CC BY-SA 4.0" in header["licence"]
    assert "Benajiba" in header["attribution"]
    assert header["version"] == str(VERSION)
    assert DATA.stat().st_size < 2_000_000


@pytest.mark.skipif(not TRAINED_ON.exists(), reason="the training data do not lie beside the project")
def test_header_names_the_data_it_was_trained_on() -> None:
    assert shipped_weights().header["data"] == hashlib.sha256(TRAINED_ON.read_bytes()).hexdigest()


def test_file_for_other_features_is_refused() -> None:
    head, _, body = DATA.read_bytes().partition(b"\n\n")
    with pytest.raises(LexiconError, match="train anew"):
        read_weights(head.replace(b"# version: %d" % VERSION, b"# version: 0") + b"\n\n" + body)


def test_header_that_does_not_tell_the_licence_is_refused() -> None:
    with pytest.raises(LexiconError, match="licence"):
        read_weights(b"# about: nothing\n# version: 1\n\n" + zlib.compress(b"{}"))


def test_nothing_is_read_before_first_use() -> None:
    code = (
        "import arabnews, arabnews_entities.model.layer, arabnews_entities.model.weights as w\n"
        "print(w.shipped_weights.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout == "0\n"


def found(text: str) -> list[tuple[str, str, str]]:
    return [(e.type, e.name, e.origin.rule) for e in arabnews.parse(text).entities]


def test_model_adds_what_no_rule_shows() -> None:
    assert ("person", "نور الدين الحسيني", "model") in found("اجتمع الوفد أمس بحضور نور الدين الحسيني في القاعة.")


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الوفد مطار الأمير نايف وشارع الشيخ جابر.",
        "عرضت الفرقة مسرحية «سعيد فهد» مساء أمس.",
        "Bu toplantı yarın sabah büyük salonda yeniden yapılacak.",
        "وبعد ذلك، فإن كلاود أعرب عن تقديره.",
        "فاز الفريق بالمباراة في الدقيقة الأخيرة بعد هجمة سريعة.",
        "قال تعالى في كتابه الكريم وعلم الناس الخير.",
    ],
)
def test_model_names_nobody_there(text: str) -> None:
    assert [entity for entity in found(text) if entity[0] == "person"] == []
