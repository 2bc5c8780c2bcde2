"""Functions whose calls grow faster than the text: `python benchmarks/calls.py [FRAGMENTS] [SEED]`.

Texts are fragments of a few random words and signs, again and again, at two lengths of which one is four times the
other. Calls are counted, not timed: the same seed tells the same on any machine, and how busy it is does not matter.
Exits with 1 when a function is called more than LIMIT times as often; one that comes into play late (it needs a mark
that pairs, say) is told too, and is for the reader to judge.
"""

from __future__ import annotations

import gc
import random
import sys
from cProfile import Profile
from pstats import Stats
from typing import Final

import arabnews

SHORT: Final = 40_000
LONG: Final = 4 * SHORT
LIMIT: Final = 6.0
FEW: Final = 500
"""Fewer calls for the short text tell nothing."""
MANY: Final = 15_000
LONGEST: Final = 7
"""A fragment has no more words."""
FRAGMENTS: Final = 100
PUBLISHED: Final = "2024-05-14"

VOCABULARY: Final = """
    قال وأضاف أكد مؤكدا قائلا وتابع دعا طالب أعلن أعلنت كان وقد هو يقول نقلا عن وفق بحسب
    الوزير وزير الرئيس رئيس محمد سالم الدكتور السيدة بن أبو آل مسؤول المسؤول مصدر المصدر
    مصر القاهرة وكالة رويترز بيان شركة حزب جامعة لجنة الحكومة القرار البلدية
    إن أن أنه من إلى على و التي الذي حيث لكن كما بعد قبل منذ لا ما هذا بدوره جدا بـ لـ ا
    2024 ١٢ يوم مايو الاثنين عام شهر هـ م 2023/5/1 10:30 % 5
    @user #وسم https://t.co/abc pic.twitter.com/x RT متابعة
    ، . : " « » ( ) - ؟ ! ... .. س: ج: * «كتاب»
    """
WORDS: Final = tuple(VOCABULARY.split())


def fragment(rng: random.Random) -> str:
    """Return a few random words and signs, as a part of a text."""
    words = " ".join(rng.choice((*WORDS, "\n", "\n\n")) for _ in range(rng.randint(1, LONGEST)))
    return rng.choice(["", " ", "\n"]) + words + rng.choice([" ", ". ", "\n", "، ", ": ", ""])


def count(text: str) -> dict[str, int]:
    """Return how often each function is called for a text, by its name and place."""
    profile = Profile()
    gc.collect()
    profile.runcall(arabnews.parse, text, PUBLISHED)
    stats = Stats(profile).stats  # type: ignore[attr-defined]
    return {f"{name} ({file.rpartition('/')[2]}:{line})": calls[0] for (file, line, name), calls in stats.items()}


def main() -> None:
    """Print the functions whose calls grow too fast, each once, with the fragment that shows it."""
    fragments = int(sys.argv[1]) if len(sys.argv) > 1 else FRAGMENTS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)  # noqa: S311 - no secret
    arabnews.parse("قال الوزير إن السد امتلأ.", PUBLISHED)  # what is read once is read now
    told: set[str] = set()
    for _ in range(fragments):
        piece = fragment(rng)
        short, long = (count((piece * (size // len(piece) + 1))[:size]) for size in (SHORT, LONG))
        for name, calls in long.items():
            before = short.get(name, 0)
            if calls > MANY and before > FEW and calls > before * LIMIT and name not in told:
                told.add(name)
                print(f"{name}: {before:,} calls, then {calls:,}, on {piece!r}", flush=True)
    print(f"{fragments} fragments, {len(told)} functions")
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
