"""Cuts prose into sentences of words, as camel-tools wants them, and leads its labels back to offsets."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from arabnews.fold import MARKS, tokens
from arabnews_entities.labelled import TYPE_OF, Labelled, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from arabnews.facts import EntityType
    from arabnews_camel.loading import Recognizer

Token = tuple[int, int]
"""The half-open offsets of a word or mark."""

_MARKS: Final = re.compile(f"[{MARKS}]+")
_STOPS: Final = frozenset(".!?؟؛…")
_CLOSING: Final = frozenset("»\"”')]")
_MOST_TOKENS: Final = 100
"""A sentence is cut behind so many: the model reads 254 pieces of words at once."""
_LONGEST: Final = 100
"""What has more characters is no word, and the model fails on a word of more pieces than it reads at once."""


def find_labelled(
    prose: str, recognizer: Callable[[], Recognizer], types: Collection[EntityType], batch_size: int
) -> Iterator[Labelled]:
    """Yield what the recogniser labels in prose; it is asked for only where there is something to read.

    Words are given without harakat and tatweel. A sentence that comes back with more or fewer labels than it has words
    cannot be aligned, and is left out.

    Raises:
        ValueError: the recogniser returns labels for more or fewer sentences than it was given.
    """
    sentences = list(find_sentences(prose))
    if not sentences:
        return
    written = [[_MARKS.sub("", prose[start:end]) for start, end in sentence] for sentence in sentences]
    predicted = recognizer().predict(written, batch_size=batch_size)
    if len(predicted) != len(sentences):
        msg = f"{len(sentences)} sentences were given, labels of {len(predicted)} came back"
        raise ValueError(msg)
    for sentence, labels in zip(sentences, predicted, strict=True):
        if len(labels) == len(sentence):
            yield from (find for find in read_labels(sentence, labels) if find.type in types)


def find_sentences(prose: str) -> Iterator[list[Token]]:
    """Yield the words and punctuation marks of each sentence: cut at stops, line breaks and blanked stretches.

    >>> [[("قال: نعم. ثم صمت"[i:j]) for i, j in sentence] for sentence in find_sentences("قال: نعم. ثم صمت")]
    [['قال', ':', 'نعم', '.'], ['ثم', 'صمت']]
    """
    for start, end in stretches(prose):
        sentence: list[Token] = []
        for token in _tokens(prose, start, end):
            short = token[1] - token[0] <= _LONGEST
            if short:
                sentence.append(token)
            if not short or len(sentence) == _MOST_TOKENS or _is_stop(prose, sentence, end):
                yield from _with_words(prose, sentence)
                sentence = []
        yield from _with_words(prose, sentence)


def _with_words(prose: str, sentence: list[Token]) -> Iterator[list[Token]]:
    if any(prose[start].isalnum() for start, _ in sentence):
        yield sentence


def _tokens(prose: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words of a stretch and the single marks between them, as in the corpus of the model.

    What is neither (a control character, a lone haraka) is left out: the model's own tokenizer would drop it, and with
    it the place of a label.
    """
    table, at = tokens(prose), start
    for i in table.within(start, end):
        yield from _punctuation(prose, at, table.starts[i])
        at = table.ends[i]
        yield table.starts[i], at
    yield from _punctuation(prose, at, end)


def _punctuation(prose: str, start: int, end: int) -> Iterator[Token]:
    for at in range(start, end):
        if unicodedata.category(prose[at])[0] in "PS" and prose[at] != "\ufffd":
            yield at, at + 1


def _is_stop(prose: str, sentence: list[Token], end: int) -> bool:
    """Tell whether a sentence ends with its last token; «د.» before a name is an abbreviation, «2.5» a number."""
    start, behind = sentence[-1]
    if prose[start] not in _STOPS or not (behind == end or prose[behind].isspace() or prose[behind] in _CLOSING):
        return False
    before = sentence[-2] if len(sentence) > 1 else None
    return before is None or before[1] != start or before[1] - before[0] > 1


def read_labels(sentence: Sequence[Token], labels: Sequence[str]) -> Iterator[Labelled]:
    """Yield the stretches that labels of the kind B-PERS, I-PERS, O tell, one label a token.

    An I without its B before it begins a stretch too. Labels of types that arabnews does not have are passed over.

    >>> list(read_labels([(0, 4), (5, 9), (10, 14)], ["B-PERS", "I-PERS", "B-MISC"]))
    [Labelled(start=0, end=9, type='person')]
    """
    run: Labelled | None = None
    for (start, end), label in zip(sentence, labels, strict=True):
        prefix, _, name = label.partition("-")
        kind = TYPE_OF.get(name)
        if run is not None and prefix == "I" and kind == run.type:
            run = run._replace(end=end)
            continue
        if run is not None:
            yield run
        run = Labelled(start, end, kind) if kind is not None else None
    if run is not None:
        yield run
