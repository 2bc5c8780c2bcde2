"""Keeps what is known of a source while it is read on behind what has been read of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import define

from arabnews.fold import fold
from arabnews_entities.vocabulary.wordlists import HEAD, NUMBER
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import SINGULAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.cues import CueReading

    from .phrases import Phrase, Reading

_LEADING: Final = ("المشرف", "المطلع", "المسوول", "المسيول", "المنتسب", "المنتم", "القايم")
"""How participles begin that lead on by a preposition."""
LED_BY: Final = {
    article + stem + ending: preposition
    for preposition, stems in {
        "من": ("مكون", "مولف", "مشكل", "قادم", "مقرب", "مدعوم", "ممول"),
        "عن": ("منبثق", "منشق", "مدافع"),
        "ب": ("مكلف", "معني", "مختص", "مهتم", "خاص", "معترف", "موثوق", "معروف"),
    }.items()
    for stem in stems
    for ending in ("", "ه", "ون", "ين", "ات")
    for article in ("", "ال")
}
"""Participles, and the preposition without which they say nothing («اللجنة المكونة من …», «المجلس المكلف بـ…»)."""
_MATTERS: Final = {
    "المحافظه": "علي",
    "الحفاظ": "علي",
    "للحفاظ": "علي",
    "للمحافظه": "علي",
    "الرقابه": "علي",
    "للرقابه": "علي",
    "الاشراف": "علي",
    "الدفاع": "عن",
    "للدفاع": "عن",
    "البحث": "عن",
    "للبحث": "عن",
    "الكشف": "عن",
    "للكشف": "عن",
}
"""Masdars after which a body is called, and their prepositions («جمعية المحافظة على كذا», «لجنة الدفاع عن كذا»)."""
_DEFENCE: Final = frozenset({"وزاره", "وزير", "وزيره", "وزارات", "وزراء", "قوات"})
"""Of these «الدفاع» alone is the name."""
_CHIEF: Final = frozenset({"العام", "العامه", "الاول", "الاولي"})
BACK: Final = frozenset({"به", "بها", "بهم", "منه", "منها", "منهم"})
AT: Final = frozenset({"في", "لدي"})
SEVERAL: Final = frozenset({"عده", "عديده", "كثيره"})


def may_govern(forms: Sequence[str], at: int) -> bool:
    """Tell whether the word before word `at` is one that may lead on by a preposition there («المشرف العام على»)."""
    before = forms[at - 1] if forms[at - 1] not in _CHIEF else forms[at - 2]
    return before in LED_BY or before in _MATTERS or before.startswith(_LEADING)


@define
class Growth:
    """What is known of a source while it is read on.

    `definite` tells that only adjectives may follow, `group` that it is indefinite people, `seated` that «ب» may tell
    where it has its seat, `lone` that it is one definite word. `cue` is its verb.
    """

    definite: bool
    group: bool
    seated: bool
    lone: bool
    cue: CueReading | None
    held: bool
    """Whether where an office is held has been read («مدير الري في الجامعة»): the name may follow a comma."""
    inside: bool = False
    """Whether a preposition has been read: what it governs may be definite again."""
    bare: bool = False
    """Whether a noun without a preposition or و has been added: it may be an object of the verb."""
    doubtful: bool = False
    """Whether what has been added belongs to the source only if its clause follows."""
    of_matter: bool = False
    """Whether «ب» may as well lead to the matter of the verb («اعترفت الجهات المعنية | بجودة كذا»)."""
    paired: bool = False
    searching: bool = False
    """Whether what has been passed belongs to the source only if its name follows («مدير الري في الجامعة فلان»)."""
    behind_mark: int = -1
    named: bool = False
    """Whether its holder's name stands before the office."""

    @staticmethod
    def of(reading: Reading, phrase: Phrase, verb: int | None = None) -> Growth:
        """Return what is known where the words of a phrase end; its verb is word `verb`, or the one before it."""
        forms, flags, noun = reading.passage.words.forms, reading.nouns.words.flags, phrase.noun
        people = noun is not None and not noun.definite and noun.kind in {"collective", "role", "person"}
        part = reading.cast.by_last.get(phrase.last)
        whole = part is not None and (part.first > phrase.first or not flags[part.first] & HEAD)
        several = forms[phrase.first].endswith("ون") and forms[phrase.first] not in SINGULAR
        alone = phrase.last - phrase.first == 1
        cue = reading.signs.cues.get(phrase.first - 1 if verb is None else verb)
        return Growth(
            definite=whole or is_definite(forms[phrase.last - 1]),
            group=people or reading.is_group(phrase.first),
            seated=several or not alone or (noun is not None and noun.kind == "organization"),
            lone=alone and is_definite(forms[phrase.first]),
            cue=cue,
            held=not AT.isdisjoint(forms[phrase.first : phrase.last]),
            named=verb is not None,
        )

    @property
    def of_bi(self) -> bool:
        """Tell whether the verb takes «ب»."""
        return self.cue is not None and any("ب" in form.frames for form in self.cue.forms)

    @property
    def asks(self) -> bool:
        """Tell whether the verb has whom it addresses behind its subject («طالبت اللجنة | الحكومة بـ…»)."""
        return self.cue is not None and any("OBJ" in form.frames for form in self.cue.forms)

    def governs(self, reading: Reading, at: int) -> bool:
        """Tell whether a participle leads on by its preposition («المصادر المشرفة على الملف», «المعترف بها»)."""
        before, word = reading.passage.words.forms[at - 1], reading.passage.words.forms[at]
        if before in _CHIEF:  # «المشرف العام على كذا»
            before = reading.passage.words.forms[at - 2]
        if before.startswith(_LEADING) and word in {"علي", "عن", "الي"}:
            return True
        if _MATTERS.get(before) == word and not self.takes(word):
            owner = reading.passage.words.forms[at - 2]
            return before.startswith("لل") or not (is_definite(owner) or owner.removeprefix("و") in _DEFENCE)
        preposition = LED_BY.get(before)
        return preposition is not None and (preposition == word or (word in BACK and preposition[0] == word[0]))

    def takes(self, word: str) -> bool:
        """Tell whether the verb before the source takes a preposition («أعلن … عن», «حذر … من»)."""
        return self.cue is not None and any(word in _folded_frames(form.frames) for form in self.cue.forms)

    def takes_noun(self) -> bool:
        """Tell whether the verb before the source takes a noun («أكد … ضرورة كذا»)."""
        return self.cue is not None and any("NP" in form.frames for form in self.cue.forms)

    def counts(self, reading: Reading, at: int) -> bool:
        """Tell whether a number, «غير» or «تابعة» belongs to a source («وسائل إعلام عدة», «منظمات غير حكومية»)."""
        word = reading.passage.words.forms[at]
        if word in SEVERAL or word == "غير" or word.startswith(("تابع", "التابع")):
            return True
        return self.lone and bool(reading.nouns.words.flags[at] & NUMBER) and is_definite(word)


@lru_cache(maxsize=256)
def _folded_frames(frames: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, frames))
