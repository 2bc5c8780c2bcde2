"""Sorts the words of news into classes by their neighbours: `python tools/word_classes.py CORPUS OUTPUT`.

* CORPUS: gzipped JSON lines, each with a "text". Only counts of neighbouring words are taken from it.
* OUTPUT: a file of lines "class TAB words"; the model of names is trained with it (see train_names.py).

Words without proclitics that occur four times or more are described by how much oftener than by chance each of the
2,000 most frequent words stands before and behind them (positive pointwise mutual information, the chance of a word
raised to 0.75), reduced to 100 dimensions by the directions in which they differ most, and sorted by k-means of
cosines: 64 coarse classes, and 300 fine ones. A class is named by the numbers of both. Needs numpy.

The same corpus and word lists give the same bytes on any machine: what is added up are whole numbers that floats hold
exactly, in whatever order a machine adds; all else is done number by number (+, -, *, / and roots), which the standard
of floating point fixes to the last bit.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from arabnews_entities.model.sequence import is_mark, read_sequence
from arabnews_entities.vocabulary.wordlists import lexis
from arabnews_entities.vocabulary.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 4
MOST = 30_000
NEIGHBOURS = 2000
DIMENSIONS = 100
COARSE, FINE = 64, 300
ROUNDS = 30
TURNS = 6
SWEEPS = 8


def read_stems(corpus: Path) -> Iterator[list[str]]:
    """Yield the words of each article without proclitics, with the marks between them."""
    lists = lexis()
    with gzip.open(corpus, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            items = read_sequence(read_words(json.loads(line)["text"], lists)).items
            yield [item if is_mark(item) else lists.word(item).stem for item in items]


def count(texts: list[list[str]], words: list[str]) -> np.ndarray:
    """Return how often each frequent word stands before and behind each word."""
    rows, columns = [], []
    known = {word: i for i, word in enumerate(words)}
    frequent = {word: i for i, word in enumerate(words[:NEIGHBOURS])}
    for text in texts:
        near = [frequent.get(word, NEIGHBOURS) for word in text]
        for i in range(1, len(text) - 1):
            row = known.get(text[i])
            if row is not None:
                rows += (row, row)
                columns += (near[i - 1], NEIGHBOURS + 1 + near[i + 1])
    counts = np.zeros((len(words), 2 * NEIGHBOURS + 2), dtype=np.float32)
    np.add.at(counts, (rows, columns), 1)
    return counts


def whole(numbers: np.ndarray, bits: int, axis: int | None = None) -> np.ndarray:
    """Return numbers as whole ones below 2 ** bits, all (or each row, or each column) enlarged alike."""
    most = np.maximum(np.abs(numbers).max(axis, keepdims=axis is not None), 1e-300)
    return np.rint(numbers * (2.0**bits / most))


def gains(counts: np.ndarray) -> np.ndarray:
    """Return how much oftener than by chance the words stand together, in eighths of a logarithm of two."""
    total = counts.sum(0, dtype=np.float64)
    chance = np.sqrt(total) * np.sqrt(np.sqrt(total))
    chance = np.maximum(chance / math.fsum(chance.tolist()), 1e-12)
    for part in blocks(counts):
        share = part / np.maximum(part.sum(1, dtype=np.float64, keepdims=True), 1) / chance
        mantissa, exponent = np.frexp(np.maximum(share, 1e-300))
        # between powers of two a straight line stands for the logarithm
        part[:] = np.maximum(np.rint(8 * (exponent - 2 + 2 * mantissa)), 0)
    return counts


def blocks(matrix: np.ndarray) -> list[np.ndarray]:
    """Return a matrix in parts of so many rows that one fits in the memory several times."""
    return [matrix[first : first + 2000] for first in range(0, len(matrix), 2000)]


def times(matrix: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Return a product of whole numbers."""
    return np.concatenate([part.astype(np.float64) @ vectors for part in blocks(matrix)])


def back(matrix: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Return the product of a turned matrix and vectors, of whole numbers."""
    pairs = zip(blocks(matrix), blocks(vectors), strict=True)
    return np.sum([part.astype(np.float64).T @ rows for part, rows in pairs], axis=0)


def upright(vectors: np.ndarray) -> np.ndarray:
    """Return columns that span the same and stand at right angles, all as long (Gram and Schmidt), in whole numbers."""
    made = np.zeros_like(vectors)
    for k in range(vectors.shape[1]):
        column = whole(vectors[:, k], 20)
        for known in 2 * list(made.T[:k]):
            column = np.rint(column - known * ((known @ column) / (known @ known)))
        made[:, k] = whole(column, 17)
    return unit(made.T).T


def unit(rows: np.ndarray, bits: int = 15) -> np.ndarray:
    """Return rows as whole numbers, each 2 ** bits long."""
    rows = whole(rows, 19, axis=1)
    return np.rint(rows * (2.0**bits / np.sqrt(np.maximum((rows * rows).sum(1, keepdims=True), 1))))


def axes(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the eigenvalues of a symmetric matrix and its eigenvectors as columns (Jacobi's rotations)."""
    matrix, size = matrix.copy(), len(matrix)
    vectors = np.eye(size)
    for _ in range(SWEEPS):
        for i in range(size):
            for j in range(i + 1, size):
                if matrix[i, j] == 0:
                    continue
                slope = (matrix[j, j] - matrix[i, i]) / (2 * matrix[i, j])
                tangent = (1 if slope >= 0 else -1) / (abs(slope) + math.sqrt(slope * slope + 1))
                cosine = 1 / math.sqrt(tangent * tangent + 1)
                sine = tangent * cosine
                for turned in (matrix.T, matrix, vectors.T):
                    one, two = turned[i].copy(), turned[j].copy()
                    turned[i], turned[j] = cosine * one - sine * two, sine * one + cosine * two
                matrix[i, j] = matrix[j, i] = 0
    return np.diag(matrix), vectors


def reduce(counts: np.ndarray) -> np.ndarray:
    """Return the words as vectors of few dimensions, all as long, in whole numbers."""
    gain, size = gains(counts), counts.shape[1]
    chosen = random.Random(3)  # noqa: S311 - the same numbers each time are what is wanted
    basis = np.array([[chosen.choice((-1.0, 1.0)) for _ in range(DIMENSIONS)] for _ in range(size)])
    for _ in range(TURNS):
        basis = upright(back(gain, whole(times(gain, basis), 20, axis=0)))
    spread = whole(times(gain, basis), 17)
    sizes, turned = axes(spread.T @ spread)
    vectors = (spread @ whole(turned, 15)) / np.sqrt(np.sqrt(np.maximum(sizes, 1)))
    return unit(vectors)


def sort(vectors: np.ndarray, number: int) -> np.ndarray:
    """Return the class of each vector; the classes begin as the most frequent words."""
    centres = vectors[:number].copy()
    classes = np.zeros(len(vectors), dtype=int)
    for _ in range(ROUNDS):
        classes = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(vectors, 8)])
        for k in range(number):
            members = vectors[classes == k]
            if len(members):
                centres[k] = unit(members.sum(0, keepdims=True))[0]
    return classes


def main() -> None:
    """Read the corpus and write the classes."""
    texts = list(read_stems(Path(sys.argv[1])))
    counts = Counter(word for text in texts for word in text)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    words = [word for word, number in ranked if number >= LEAST][:MOST]
    vectors = reduce(count(texts, words))
    coarse, fine = sort(vectors, COARSE), sort(vectors, FINE)
    classes: dict[str, list[str]] = {}
    for word, one, two in zip(words, coarse, fine, strict=True):
        if not is_mark(word):
            classes.setdefault(f"{one}.{two}", []).append(word)
    head = (
        "# about: words of news by the words that stand beside them; a class is a coarse one and a fine one\n"
        "# source: counts of neighbouring words in news articles; see tools/word_classes.py\n"
        "# licence: GPL-3.0-or-later\nclass\twords\n"
    )
    rows = (f"{name}\t{' '.join(sorted(row))}\n" for name, row in sorted(classes.items()))
    Path(sys.argv[2]).write_text(head + "".join(rows), "utf-8")
    print(f"{len(words):,} words, {len(classes):,} classes")


if __name__ == "__main__":
    main()
