"""Finds the fuller name of a body that a source calls by a part of it: «المرصد السوري», «الخارجية المصرية».

A name goes on with what tells whose it is or what it is for («المرصد السوري | لحقوق الإنسان», «وزارة الصحة |
الفلسطينية»), and may stand without the noun that tells what it is («حركة | النهضة»).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON
from arabnews_quotes.nouns.references import again, named
from arabnews_quotes.text.memory import LONG_REACH
from arabnews_quotes.text.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews.article import Entity
    from arabnews_entities.vocabulary.wordforms import Lexis
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Memory, Speaker

_GOES_ON: Final = frozenset({
    "الدولي", "الدوليه", "العالمي", "العالميه", "المركزي", "المركزيه", "الوطني", "الوطنيه", "الاسلامي", "الاسلاميه",
    "المسلمين", "العربي", "العربيه", "الاعلي", "العليا", "العامه", "الاتحادي", "الاتحاديه", "الاممي", "الخليجي",
    "الخليجيه", "الرياضي",
})  # fmt: skip
"""Adjectives that belong to names, but for those of countries."""
_HEADS: Final = frozenset({
    "وزاره", "حزب", "حركه", "جبهه", "جماعه", "منظمه", "هييه", "وكاله", "شركه", "تنظيم", "قوات", "صندوق", "الخطوط",
    "قناه", "موسسه", "مجموعه",
})  # fmt: skip
"""What a body is, without which its name may stand."""
_FEWEST: Final = 2
"""A part of a name has so many words, or stands for a body by itself."""
_ALIAS: Final = "="
"""Stands before a body's other whole names, apart from parts of its name."""


def fuller_body(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker:
    """Return a body by the one longer name that the article gives it before, or as it is.

    Of several it is that of who spoke last. A headline stands before the name.
    """
    if speaker.kind == "person" or speaker.co_speakers or not speaker.name or not reading.cast.organizations:
        return speaker
    key = folded(speaker.name)
    known = _longer(reading)
    # «فيفا» behind «الاتحاد … (فيفا)»
    called = known.get(_ALIAS + key.removeprefix("ال"), ()) if speaker.entity is None else ()
    longer = called or known.get(key, ())
    if not longer or any(one.id == speaker.entity for one in longer):
        return speaker
    words = reading.passage.words
    if not called and " " not in key and speaker.entity is None and reading.nouns.words.flags[phrase.first] & COMMON:
        return speaker  # «المعارضة», «النقل»
    headless = " " in key and not folded(longer[0].name).startswith(key)  # «الخارجية المصرية» can be no other
    start = len(words.text) if headless or reading.passage.kind == "headline" else words.starts[phrase.first]
    ids = {one.id: one for one in longer if one.mentions[0].span.start < start}
    if len(ids) == 1:
        return named(next(iter(ids.values())), speaker)
    spoke = next((t.speaker for t in memory.latest(LONG_REACH) if t.speaker.entity in ids), None)
    return again(spoke, speaker) if spoke is not None else speaker


def _longer(reading: Reading) -> dict[str, list[Entity]]:
    """Return the bodies of an article by the parts of their names that may stand for them; read once an article."""
    known = reading.cast.fuller
    if not known:
        known[""] = []  # no name is empty: this tells that the bodies are read, though none has such parts
        lexis = reading.nouns.words.lexis
        for entity in reading.cast.organizations:
            for part in _parts_of(lexis, entity.name):
                known.setdefault(part, []).append(entity)
            for alias in {folded(alias).removeprefix("ال") for alias in entity.aliases}:
                known.setdefault(_ALIAS + alias, []).append(entity)
    return known


@lru_cache(maxsize=1024)
def _parts_of(lexis: Lexis, name: str) -> tuple[str, ...]:
    """Return the parts of a name that may stand for it: those of today stand in many articles."""
    return tuple(_parts(lexis, folded(name).split()))


def _parts(lexis: Lexis, words: list[str]) -> Iterator[str]:
    """Yield the parts of a name that may stand for it."""
    headless = words[0] in _HEADS and len(words) > 1 and words[1].startswith("ال") and words[1] != "القياده"
    ends = [n for n in range(1, len(words)) if _may_end(lexis, words, n)]
    for n in ends:
        if n >= _FEWEST:
            yield " ".join(words[:n])
    if headless:
        for n in (*ends, len(words)):
            if n > 1:
                yield " ".join(words[1:n])


def _may_end(lexis: Lexis, words: list[str], n: int) -> bool:
    """Tell whether a name may end before its word `n`: an adjective, or «ل» and what it is for, goes on there."""
    for at in range(n, len(words)):
        if words[at][0] == "ل" and words[at] != "لبنان":
            return True
        if words[at] not in _GOES_ON and words[at].removeprefix("ال") not in lexis.nations:
            return False
    return True
