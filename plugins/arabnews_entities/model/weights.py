"""The file of weights: a header that people can read, and compressed tables behind it.

The header is lines `# key: value` (about, source, licence, attribution, version, data …) up to an empty line. The rest
is JSON under zlib: the features in sorted order, for each place and label the weights that are not zero (whole
numbers), the transitions, and the classes of words that stand among the same neighbours. `tools/train_names.py` writes
it; the same data give the same bytes.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from arabnews.errors import LexiconError
from arabnews_entities.model.features import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FILE: Final = "names.model"
HEADER: Final = ("about", "source", "licence", "attribution", "version", "data")


LABELS: Final = ("O", "B-PER", "B-ORG", "B-LOC", "I-PER", "I-ORG", "I-LOC")
"""Outside; the beginning of a name of each type; what goes on with it. Among equals the earlier wins."""

PLACES: Final = ("before", "at", "behind", "context")
"""Where a feature stands: at the item before the labelled one, at itself, behind it; or the classes of all three."""

WIDTH: Final = 24
"""Bits of one field of a packed score: each score lies well within 2 ** 20 of nought."""
FIELDS: Final = 6
"""A packed score is one whole number that holds the scores of all labels but O, against O: one addition adds them."""

PATTERNS: Final = (
    -sum(1 << WIDTH * k for k in range(FIELDS)),
    *(1 << WIDTH * k for k in range(FIELDS)),
)
"""What a weight of one counts for each label in a packed score: what speaks for O speaks against the others."""

ROW: Final = WIDTH * FIELDS
"""Bits of one packed score. A feature of a word has three of them in one number: as it stands in its name's `PLACES`,
the item before the labelled one lowest."""


@frozen(eq=False)
class Weights:
    """The weights of the model, as packed scores by feature."""

    header: Mapping[str, str]
    words: Mapping[str, int] = field(repr=False)
    """The three packed scores of a feature of a word: for the item behind it, for itself, for the item before it."""
    contexts: Mapping[str, int] = field(repr=False)
    """Packed scores of the classes of neighbours."""
    transitions: Sequence[Sequence[int]] = field(repr=False)
    """What it counts that one label follows another, in the order of `LABELS`, against O after O."""
    classes: Mapping[str, str] = field(repr=False)


def read_weights(data: bytes, source: str = FILE) -> Weights:
    """Read a file of weights.

    Raises:
        LexiconError: the header is incomplete, or the file was made for other features than these.
    """
    head, _, body = data.partition(b"\n\n")
    pairs = (line[1:].partition(":") for line in head.decode("utf-8").split("\n"))
    header = {key.strip(): value.strip() for key, _, value in pairs}
    missing = [key for key in HEADER if not header.get(key)]
    if missing:
        raise LexiconError(source, None, f"the header does not tell: {', '.join(missing)}")
    if header["version"] != str(VERSION):
        raise LexiconError(source, None, f"made for features of version {header['version']}, not {VERSION}: train anew")
    tables = json.loads(zlib.decompress(body))
    neutral = tables["transitions"][0][0]
    return Weights(
        header,
        _packed(tables["words"]),
        _packed(tables["contexts"]),
        tuple(tuple(value - neutral for value in row) for row in tables["transitions"]),
        {word: kind for kind, row in tables["classes"].items() for word in row.split(" ")},
    )


def _packed(table: Mapping[str, Any]) -> dict[str, int]:
    """Return the packed scores of all features, by name: one number a feature, whatever its places."""
    names = table["names"].split("\n")
    packed = [0] * len(names)
    for row, place in enumerate(table["weights"]):
        for pattern, (steps, values) in zip(PATTERNS, place, strict=True):
            shifted = pattern << ROW * row
            for index, value in zip(accumulate(steps), values, strict=True):
                packed[index] += value * shifted
    return dict(zip(names, packed, strict=True))


@cache
def shipped_weights() -> Weights:
    """Return the weights that come with the plugin; they are read at the first call."""
    return read_weights((files("arabnews_entities") / "data" / FILE).read_bytes())
