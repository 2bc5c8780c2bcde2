"""What others do with the same texts: dateparser, trafilatura, spaCy. Needs the dependency group `bench`."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import spacy
from dateparser.search import search_dates
from spacy.matcher import Matcher, PhraseMatcher
from trafilatura import extract

if TYPE_CHECKING:
    from collections.abc import Callable

PATTERNS: Final = 1000


def dateparser(text: str) -> object:
    """Look for dates with dateparser."""
    return search_dates(text, languages=["ar"])


def trafilatura(page: str) -> object:
    """Take the article out of a page with trafilatura."""
    return extract(page)


def spacy_readers(texts: list[str]) -> dict[str, Callable[[str], object]]:
    """Return spaCy's blank("ar"): its tokenizer, and that with matchers of a thousand patterns of two words."""
    nlp = spacy.blank("ar")
    nlp.max_length = 10_000_000
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        words = text.split()
        pairs.update(pairwise(words))
    common = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:PATTERNS]
    matcher, phrases = Matcher(nlp.vocab), PhraseMatcher(nlp.vocab)
    for number, (first, second) in enumerate(common):
        matcher.add(f"pair {number}", [[{"LOWER": first.lower()}, {"LOWER": second.lower()}]])
    phrases.add("pairs", [nlp.make_doc(" ".join(pair)) for pair in common])
    return {
        'spaCy blank("ar")': nlp.make_doc,
        f"spaCy, PhraseMatcher of {len(common):,}": lambda text: phrases(nlp.make_doc(text)),
        f"spaCy, Matcher of {len(common):,}": lambda text: matcher(nlp.make_doc(text)),
    }
