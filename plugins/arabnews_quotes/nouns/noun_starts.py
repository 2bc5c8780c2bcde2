"""Tells whether a noun of content starts at a word, or one of a source, or a word of speech or feeling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import NUMBER, PARTICLE
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT, THESE

if TYPE_CHECKING:
    from arabnews_quotes.cues.scanning import Frame

    from .phrases import Reading


_OWN: Final = frozenset({"بدء", "بناء", "بقاء", "بيع", "برنامج", "بطلان", "بروز", "بلوغ", "بعض"})
"""Nouns whose ب is their own."""
_THESE: Final = frozenset({"هذا", "هذه", "هولاء", "تلك", "كل", "كافه", "جميع", "اي", "ايه", "كون"})
"""Words that lead a noun of content («نفى هذه الأنباء», «نفى كل ما قيل»), though function words."""
_TO: Final = frozenset({"علي", "الي"})
POINTING: Final = THESE - {"ذلك"}
"""Demonstratives: what they point at may be the subject as well as the object («تقترح هذه الرؤية …»)."""
_ESPECIALLY: Final = frozenset({"خاصه", "خصوصا", "لاسيما", "فضلا", "اضافه", "نظرا", "تحت", "وسط", "عقب", "جاء", "سواء"})
"""What stands behind a comma without being a noun of content."""


def starts_noun(reading: Reading, index: int, limit: int) -> bool:  # noqa: C901, PLR0911, PLR0912 - one test a line
    """Tell whether a noun of content may start at word `index`: no function word, verb, number or preposition."""
    passage = reading.passage
    if index >= passage.hi or passage.words.starts[index] >= limit:
        return False
    gap = passage.text[passage.words.ends[index - 1] : passage.words.starts[index]]
    if gap.lstrip('"»”').strip(" )\u00a0") not in {
        "",
        "،",
        ",",
        "-",
        "–",
    }:
        return False
    word, classified = passage.words.forms[index], reading.nouns.words.words[index]
    grammar = reading.grammar
    if word in grammar.negation:
        return word in {"عدم", "ما"}  # «نفى ما قيل عن …»
    if word in _ESPECIALLY:
        return False
    if word in _THESE:
        behind = passage.words.forms[index + 1] if index + 1 < passage.hi and reading.is_plain(index + 1) else ""
        if word in POINTING:
            return behind.startswith("ال")
        return bool(behind) and not behind.startswith("من")  # «أعلن كل منهما …»
    if word in THAT or word in BI_THAT or word in grammar.preposition or word in grammar.relative:
        return False
    if word in grammar.held and word.endswith(("ه", "ها")):
        return False  # «دراسة أجراها باحثون»
    if word in grammar.connector or word in grammar.speech or word in grammar.between or index in reading.cast.dates:
        return False
    if word in grammar.adverbial:
        return word in _OWN
    if classified.flags & (NUMBER | PARTICLE):
        return False
    if reading.is_governed(index, "ب") or (classified.peel and word[0] in "لكف"):
        return False
    found = reading.signs.cues.get(index)
    if found is None or "masdar" in found.kinds or word.startswith("ال") or word in grammar.feeling:
        return True
    # «إعادة فتح …» is no «أعاده»
    written_so = word[0] == "ا" and passage.text[passage.words.ends[index] - 1] == "ة"
    return written_so and all(form.pronoun for form in found.forms)


def is_apposition(reading: Reading, index: int) -> bool:
    """Tell whether behind a comma another title or name of the source follows («وزير الدفاع، الأمير فلان، أن»)."""
    if index >= reading.passage.hi or reading.is_plain(index):
        return False
    noun = reading.nouns.read(index)
    return noun is not None and noun.kind in {"person", "role"} and noun.definite


def past_speech(reading: Reading, frame: Frame) -> Frame:
    """Return the frame of what a word of speech with the article leads to («جدد الدعوة إلى | …», «… | بفتح …»)."""
    passage = reading.passage
    at = passage.word_at(frame.content)
    if frame.kind != "noun" or at + 1 >= passage.hi or not is_definite(passage.words.forms[at]):
        return frame
    if passage.words.forms[at + 1] in _TO:
        return evolve(frame, kind="preposition", content=passage.words.ends[at + 1])
    return evolve(frame, content=passage.words.starts[at + 1]) if reading.is_governed(at + 1, "ب") else frame


def is_word_of_speech(reading: Reading, index: int) -> bool:
    """Tell whether a word is a masdar of saying or a feeling, as «جدد تأكيده» needs."""
    if index >= reading.passage.hi:
        return False
    word = reading.passage.words.forms[index]
    found = reading.signs.cues.get(index)
    return word in reading.grammar.feeling or (found is not None and "masdar" in found.kinds)
