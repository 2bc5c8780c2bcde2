"""Tells clauses that describe a source from what it says, and those that go on with it from another's word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews_entities.vocabulary.wordlists import COMMON, VERB
from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import COMMAS

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_CLAUSE: Final = 16
"""A relative clause about a source has no more words than this,"""
_LONG: Final = 4
"""and where its end is told by its length alone, no fewer than this."""
BEING: Final = frozenset({"وهو", "وهي", "وهم"})
"""With these a clause tells of the source («الوزير وهو رئيس لجنة تدعو إلى …: «…»»)."""
_VIEWED: Final = "اطلع"
_TALKS: Final = frozenset({"تحدث", "تكلم"})
_THAT: Final = frozenset({"ان", "انه", "انها", "انهم"})
_BI_THAT: Final = frozenset({"بان", "بانه", "بانها", "بانهم"})
_NEAR: Final = 3
"""A verb so near before a complementiser takes it."""
_HE: Final = frozenset({"هو", "هي", "هم", "هما"})
_LIKE: Final = frozenset(
    {"مثل", "منها", "منهم", "منهما", "خاصه", "خصوصا", "لاسيما", "بينها", "بينهم", "سواء", "نظرا", "بعضهم"}
)
"""Nouns and the like with which a clause goes on behind a comma."""


def tells_of(reading: Reading, at: int, source: Phrase | None) -> bool:
    """Tell whether a verb right behind an indefinite source opens a clause about it («دبلوماسي يتابع الوضع»)."""
    found = reading.signs.cues.get(at)
    if source is None or source.last != at or source.noun is None or source.noun.definite or found is None:
        return False
    viewed = found.forms[0].lemma == _VIEWED and "past" in found.kinds  # «مصدر اطلع على الملف»
    return (viewed or found.kinds == {"present"}) and not found.proclitics and reading.is_plain(at)


def ends_clause(reading: Reading, at: int, cue: CueForm, source: Phrase | None) -> bool:
    """Tell whether the complementiser at word `at` hangs on a cue rather than on a verb of the clause about its source.

    «إن» does; «أن» does behind a strong cue where a name or a mark stands before it («لـ«النهر» أن»), or where no verb
    of the clause takes it («كشفت الدراسة التي نشرت أمس في مجلة كذا أن»).
    """
    if reading.passage.text[reading.passage.words.starts[at]] == "إ":
        return True
    word = reading.passage.words.forms[at]
    strong, told = cue.strength == "A", "أن" in cue.frames and word in _THAT
    if "إلى أن" in cue.frames and reading.passage.words.forms[at - 1] == "الي":
        return word in _THAT and _is_over(reading, at - 1, cue)  # «خلصت الدراسة التي نشرت أمس إلى أن»
    if strong and told and (at - 1 in reading.cast.by_word or not reading.is_plain(at)):
        return True
    if (
        cue.finite
        and (strong or (cue.strength == "B" and source is not None))
        and not any(frame.startswith("TWO ") for frame in cue.frames)
    ):
        told = told or ("بأن" in cue.frames and word in _BI_THAT)
    else:
        told = told and strong
    return told and _is_over(reading, at, cue)


def _is_over(reading: Reading, at: int, cue: CueForm) -> bool:
    """Tell whether a relative clause is over at word `at`: it is long, and no word in it takes the complementiser.

    «أكد الرئيس في المقابلة التي أجرتها معه صحيفة محلية أن».
    """
    forms, flags, cues = reading.passage.words.forms, reading.nouns.words.flags, reading.signs.cues
    closed = is_definite(forms[at - 1])
    for index in range(at - 1, max(reading.passage.lo, at - _CLAUSE) - 1, -1):
        if forms[index] in reading.grammar.relative or (cue.strength == "A" and forms[index] in BEING):
            return at - index >= _LONG - closed
        found = cues.get(index)
        taking = found is not None and "masdar" not in found.kinds and any(map(_takes_that, found.forms))
        if taking or forms[index] in reading.grammar.modal:
            return False
        if index == at - 1 and forms[index] in reading.grammar.governing and forms[index] not in map(fold, cue.frames):
            return False
        if index > at - _NEAR + closed and flags[index] & VERB and not flags[index] & COMMON:
            return False
    return False


def _takes_that(form: CueForm) -> bool:
    """Tell whether a verb takes a complementiser: «نشر» and «تحدث» take none."""
    return form.lemma not in _TALKS and any(frame.endswith("أن") for frame in form.frames)


def illustrates(reading: Reading, index: int, form: CueForm, source: Phrase | None) -> bool:
    """Tell whether a verb behind «حيث» goes on with what is said: «…، حيث تبرز آراء جديدة», «…، حيث قال ثلثهم إنهم».

    «…، حيث أشار إلى أن» takes the word, and so does a person or an office.
    """
    if index == reading.passage.lo or reading.passage.words.forms[index - 1] != "حيث" or not reading.is_plain(index):
        return False
    if form.kind != "past" or form.strength != "A":
        return True
    noun = source.noun if source is not None else None
    return source is not None and (noun is None or noun.kind not in {"person", "role"})


def is_name(reading: Reading, at: int) -> bool:
    """Tell whether what is written like «بأن» is a name («بان كي …»)."""
    forms = reading.passage.words.forms
    return at in reading.cast.by_word or (forms[at] == "بان" and at + 1 < reading.passage.hi and forms[at + 1] == "كي")


def end_of_relative(reading: Reading, cue: int, start: int, end: int) -> int:
    """Return where the relative clause of a cue ends before its sentence goes on («رسالة، التي قال فيها إن …، وصلت»).

    That is a comma before a verb without و, before «هو», or, where a comma stands before the relative pronoun too
    («ووجه فلان، الذي أعلن …، انتقادات»), before a noun. No such comma: `end`.
    """
    passage, forms = reading.passage, reading.passage.words.forms
    led = forms[cue - 1] in reading.grammar.before_verb or forms[cue - 1] in reading.grammar.kana
    at = cue - 1 - (cue - 1 > passage.lo and led)
    if at <= passage.lo or forms[at].removeprefix("و") not in reading.grammar.relative:
        return end
    apart = passage.gap_before(at).strip() in COMMAS and not reading.is_plain(at)
    for index in range(passage.word_at(start) + 1, passage.word_at(end)):
        if reading.is_plain(index) or passage.gap_before(index).strip(' "”»') not in COMMAS:
            continue
        if passage.quotation_at(passage.words.starts[index]) is not None:
            continue
        if _goes_on_with_main(reading, index, end, apart=apart):
            return passage.words.ends[index - 1]
    return end


def _goes_on_with_main(reading: Reading, index: int, end: int, *, apart: bool) -> bool:
    """Tell whether behind the comma before word `index` the clause goes on in which a relative clause stands."""
    word = reading.passage.words.forms[index]
    if word in _LIKE or word in reading.grammar.connector or word in reading.grammar.negation:
        return False
    verb = bool(reading.nouns.words.flags[index] & VERB) and not reading.nouns.words.words[index].peel
    if verb or word in _HE or (word[0] == "س" and word[1:2] in {"ي", "ت"} and len(word) > len("سيرة")):
        return True
    return apart and (starts_noun(reading, index, end) or reading.is_governed(index, "ب")) and word[0] != "و"
