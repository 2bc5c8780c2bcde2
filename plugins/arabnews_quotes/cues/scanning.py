"""Goes from a cue forward to the first thing that shows what was said: إن, a colon, marks, a preposition."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from attrs import define

from arabnews_quotes.text.grammar import BARE_BI_THAT, BARE_THAT, BI_THAT, IF_BEFORE, THAT, without_conjunction

from .asides import PAUSES, past_attribution
from .brackets import past_brackets
from .government import ASKING, NEAR, QUESTIONS, before_that, letters_of, prepositions_of
from .marked_speech import chants, cites, quotes, speaks, states
from .miswritten import is_miswritten
from .prepositions import GLUED, is_measure, is_of_masdar, is_of_noun, is_of_office, is_place, is_preposition
from .relatives import BEING, ends_clause, is_name, tells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.grammar import Grammar
    from arabnews_quotes.text.marks import Quotation

REACH: Final = 32
"""A complementiser, a colon or marks follow their cue within this many words."""

FrameKind = Literal["clause", "colon", "marks", "two-part", "preposition", "noun"]
RANKS: Final[tuple[FrameKind, ...]] = ("clause", "colon", "marks", "two-part", "preposition", "noun")
"""The kinds of frames, the surest first."""

_ANSWERS: Final = frozenset(
    {"رد", "رده", "ردها", "ردهم", "ردا", "تعليقه", "تعليقها", "تعليقا", "تعقيبه", "تعقيبا", "جوابه"}
)
_DOING: Final = frozenset(
    {"القيام", "الالتزام", "الاسراع", "التعجيل", "الوفاء", "السماح", "الاعتراف", "البدء", "التدخل"}
)
"""What one is asked to do, before its ب."""
_ISSUED: Final = frozenset({"صادر", "صادره", "الصادر", "الصادره", "صدر", "صدرت"})
_BESIDES: Final = frozenset({"بالاضافه", "اضافه", "والاضافه", "جانب", "ادي", "يودي", "نظرا"})  # «بالإضافة إلى أن»
_LATER: Final = frozenset({"وبعد", "وقبل", "ومنذ"})
_POINTED, _EVERY = frozenset({"ذلك", "هذا", "هذه"}), frozenset({"كل", "لكل", "البالغ", "البالغه"})
_RULES: Final = 6
"""Within so many words «نص» has the «على» that makes it a verb."""
_COLON: Final = re.compile(r":(?!\d)")
_NO_VERBS: Final = frozenset({"علي", "وعلي", "في", "عن", "الي", "ذات", "ذو", "ذي"})
"""Right behind these stands no verb."""
_CARRIED: Final = frozenset({"say", "continue", "comment", "answer", "ask", "write", "relay"})
"""Verbs that a participle right behind them carries on («صرح مؤكدا أن»); behind «هدد» it reports anew."""


@define(unsafe_hash=True)
class Frame:
    """A frame that is met.

    Attributes:
        source: the source, or None where the subject is dropped.
        content: the offset at which the content starts, marks not yet left out.
        bare: whether nothing of the complementiser belongs to the content: a quotation right after it is direct.
        quotation: the quotation with which the content starts, or None.
        via: the word of a second verb of saying («قائلا») that carries the first.
    """

    kind: FrameKind
    source: Phrase | None
    content: int
    bare: bool = True
    quotation: Quotation | None = None
    via: int | None = None


def scan(  # noqa: C901, PLR0911, PLR0912, PLR0913, PLR0915 - the grammar, case by case
    reading: Reading,
    cue: CueForm,
    index: int,
    limit: int,
    source: Phrase | None,
    *,
    clause_only: bool = False,
    near: int = NEAR,
    reach: int = REACH,
) -> Frame | None:
    """Return the first frame that is met from word `index` on, before the sentence ends at `limit`."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    via: int | None = None
    at, relative = index, False
    grammar, cues = reading.grammar, reading.signs.cues
    prepositions, letters, turning = _turning(grammar, cue.frames, clause_only)
    hi, text, spaced = passage.hi, passage.text, reading.nouns.words.spaced
    edge = bisect_left(starts, limit, index, min(index + reach + 1, hi))  # the first word behind the sentence, if near
    while at <= hi and at - index <= reach:
        if not relative and at < edge:
            first, joined = at, spaced[at - 1 : edge - 1]
            until = first + joined.index(False) if False in joined else edge
            for at, word in enumerate(forms[first:until], first):  # ordinary words only lie on the way
                if word in turning or at in cues or word[0] in letters:
                    break
            else:
                at = until
            if at - index > reach:
                return None
        here, behind = starts[at] if at < hi else passage.end, ends[at - 1]
        if behind > limit:
            return None
        gap, paused = text[behind:here], False
        if gap != " ":
            paused = "،" in gap or "," in gap
            quotation = passage.opening_in(behind, here)
            colon = _COLON.search(gap) if ":" in gap and not _is_clock(gap, text, behind, here) else None
            if colon is not None:
                return Frame("colon", source, behind + colon.end(), quotation=quotation, via=via)
            if quotation is not None and quotation.start > limit and at > index + 1:
                return None  # «أعلنت الوزارة، أمس، إغلاق السد. "…"»
            if quotation is not None and chants(passage, cue, at):
                return Frame("marks", source, quotation.start, quotation=quotation, via=via)
            if quotation is not None:
                direct = via == at - 1 or (at == index and quotes(passage, cue, quotation)) or cites(cue, source)
                if speaks(reading, quotation, at, limit, direct=direct, strong=states(cue, source, at - index)):
                    kind = "marks" if via is not None else _kind_in_marks(reading, cue, at)
                    kind = "marks" if clause_only and kind == "noun" else kind
                    return Frame(kind, source, quotation.start, quotation=quotation, via=via)
                if "OBJ" in cue.frames and at < hi and any(reading.is_governed(at, letter) for letter in letters):
                    return Frame("preposition", source, quotation.start, via=via)  # «دعا العمال "للبقاء" في القرية»
                at = max(at + 1, passage.word_at(quotation.end))
                continue
            if gap[-1:] == "(" and source is not None and via is None and at < past_brackets(passage, at, limit) < edge:
                at = past_brackets(passage, at, limit)
                continue
        if at >= hi or here >= limit:
            return None
        word = forms[at]
        that = word in THAT
        if paused and without_conjunction(word).startswith("لكن"):
            return None
        relative = (relative and not paused) or word in grammar.relative or word in BEING
        relative = relative or (at == index and tells_of(reading, at, source))
        if relative and not ((that or word in BI_THAT) and ends_clause(reading, at, cue, source)):
            at += 1
            continue
        if word == "الا" and text[here] == "أ" and at - index <= _LET_NOT:
            return Frame("clause", source, here, bare=False, via=via)  # «توقعت ألا تنتهي الأزمة»
        if word in QUESTIONS and via is None and ASKING in cue.frames and _asks(forms, at):
            first = at - (forms[at - 1] == "من" and at > index)
            return Frame("clause", source, starts[first], bare=False)  # «وتساءل لماذا لم يفتح السد»
        if that and word[0] in "وف":
            if word[0] == "ف":  # opens a clause of the reporter's own
                return None
            at += 1  # coordinates two clauses, opens none
            continue
        if gap != " " and word in grammar.according and gap.strip()[-1:] in PAUSES:
            at = max(at + 1, past_attribution(passage, at, min(limit, passage.end)))
            continue
        if (that or (word in BI_THAT and not is_name(reading, at))) and not _of_another(reading, at, index, cue.frames):
            if at > passage.lo and forms[at - 1] in _NEED and spaced[at - 1]:
                return Frame("clause", source, starts[at - 1], bare=False, via=via)
            return clause_at(reading, at, source, via)
        if word in grammar.speech and via is None:
            via = at
        elif at in cues and _another_verb(reading, at, first=at == index and cue.cue_class in _CARRIED):
            return None
        elif not clause_only and (at - index < near or paused) and not is_place(reading, at):
            of_masdar = word in prepositions and is_of_masdar(reading, at, index)
            if of_masdar and "NP" in cue.frames and at - index - (forms[index] == "عدم") == 1:
                return Frame("noun", source, starts[index], via=via)  # «أكدوا به | قدرتهم على المنافسة»
            frame = None if of_masdar else _preposition(reading, at, prepositions, source, via, first=at == index)
            if frame is not None and word in prepositions:
                return frame
            if frame is not None and not is_of_noun(reading, at, prepositions, limit):
                held = source if "OBJ" in cue.frames else None
                if held is None or not is_of_office(reading, at, prepositions, held):
                    return frame
        at += 1
    return None


def _asks(forms: Sequence[str], at: int) -> bool:
    """Tell whether a word of a question opens one: «عما إذا كان …», but «يسأله عما فعل»."""
    return not forms[at].endswith("ما") or forms[at + 1 : at + 2] == ("اذا",)


def _kind_in_marks(reading: Reading, cue: CueForm, at: int) -> FrameKind:
    """Return the kind of frame that words in marks make, the first at word `at`, whose verb takes a noun."""
    if "«»" in cue.frames:
        return "marks"
    led = any(reading.is_governed(at, preposition) for preposition in letters_of(cue.frames))
    if led or reading.passage.words.forms[at] in prepositions_of(cue.frames):
        return "preposition"  # «ينصح الخبراء "بشرب الماء"», «نبه المشاركون "إلى ضرورة …"»
    named = reading.passage.words.forms[at] in reading.grammar.relative  # «يدين الوزير «الذي …»»
    return "noun" if "NP" in cue.frames and not named else "marks"


def _is_clock(gap: str, text: str, end: int, start: int) -> bool:
    """Tell whether a colon stands between the digits of a time of day («8: 30»)."""
    return gap.strip() == ":" and text[end - 1].isdigit() and text[start : start + 1].isdigit()


@lru_cache(maxsize=512)
def _turning(
    grammar: Grammar,
    frames: tuple[str, ...],
    clause_only: bool,  # noqa: FBT001 - hashed
) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Return the words at which the way from a cue to what was said may end or turn; others only lie on it.

    Before them its prepositions, and those of one letter if more than a clause is looked for.
    """
    turning = THAT.union(
        BI_THAT,
        grammar.relative,
        grammar.speech,
        BEING,
        ("الا",),
        QUESTIONS if ASKING in frames else (),
        () if clause_only else prepositions_of(frames),
        *GLUED.values(),
    )
    return prepositions_of(frames), () if clause_only else letters_of(frames), turning


def _another_verb(  # noqa: PLR0911 - one test a line
    reading: Reading, at: int, *, first: bool
) -> bool:
    """Tell whether the cue at word `at` takes over; a verb in a relative clause («بيان أصدره») does not."""
    found = reading.signs.cues[at]
    forms = reading.passage.words.forms
    if at in reading.cast.by_word or forms[at - 1] in _NO_VERBS:
        return False  # «على وجه الخصوص»
    if forms[at] in reading.grammar.homograph and (reading.is_plain(at) or forms[at + 1 : at + 2] != ("عن",)):
        return False
    if "masdar" in found.kinds or (found.forms[0].lemma == "ادعي" and is_miswritten(reading, at, found.forms[0])):
        return False  # «قال رجل ويدعى فلان إن»
    if forms[at : at + 2] == ("يزيد", "بن"):
        return False
    if found.forms[0].lemma == "نشر" and _is_indefinite_paper(reading, at - 1):
        return False  # «في تصريح نشر على الموقع: …», «أوضحت دراسة حديثة نشرت أمس أن»
    if at > reading.passage.lo and forms[at - 1] == "ما":
        return True
    if "participle" in found.kinds:
        return not first and forms[at - 1] != "غير"  # «تقارير غير مؤكدة»
    if forms[at] == "نص" and forms[at + 1 : at + 2] and forms[at + 1].startswith("ال"):
        return "علي" in forms[at + 2 : at + _RULES]  # «وصف فلان نص الاتفاق بأنه …»
    return not any(form.pronoun for form in found.forms)


def _is_indefinite_paper(reading: Reading, at: int) -> bool:
    """Tell whether a paper without the article stands at word `at`, alone or with an adjective behind it."""
    forms = reading.passage.words.forms
    paper = forms[at] in reading.grammar.address or forms[at] in reading.grammar.shown
    if paper or forms[at] in reading.grammar.occasion or "ال" + forms[at] in reading.grammar.document:
        return True
    return at - 1 > reading.passage.lo and "ال" + forms[at - 1].removeprefix("و") in reading.grammar.document


def _of_another(  # noqa: PLR0911 - one test a line
    reading: Reading, at: int, index: int, frames: tuple[str, ...]
) -> bool:
    """Tell whether a complementiser depends on a word of its own («دون أن», «من المقرر أن»), not on the cue."""
    if at <= index and reading.passage.words.forms[at - 1] not in {"دون", "قبل", "بعد"}:
        return False
    before, forms = reading.passage.words.forms[at - 1], reading.passage.words.forms
    if not reading.is_plain(at):
        return False
    if before in reading.grammar.conjunctive or (before == "الي" and forms[at - 2] in _BESIDES):
        return True
    if reading.passage.text[reading.passage.words.starts[at]] == "إ" and (
        before in {"قبل", "بعد"} or before in _POINTED
    ):
        return False  # «قال من قبل إن …»: on a preposition hangs أن
    if before in _POINTED and forms[at] in BI_THAT and "بأن" in frames:
        return False  # «محذرا من يفعل ذلك بأن العقاب شديد»
    if before in reading.grammar.governing:
        return before not in before_that(frames) and before not in reading.grammar.between
    if before in _LATER:
        return True  # «…، وبعد أن امتلأ السد»
    people = before.endswith(("ين", "ات", "اء"))  # «طلب من المزارعين أن …», «عدد من الخبراء أن …»
    people = people or at - 1 in reading.cast.by_word
    if "من أن" in frames and at - 2 <= index:
        return False  # «طلب من الشركة أن …»
    return before.startswith("ال") and at - 2 >= index and forms[at - 2] in {"من", "ومن"} and not people


def clause_at(reading: Reading, at: int, source: Phrase | None, via: int | None = None) -> Frame:
    """Return the frame of a complementiser at word `at`: a bare one stays outside the content."""
    passage, word = reading.passage, reading.passage.words.forms[at]
    end = passage.words.ends[at]
    following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
    quotation = passage.opening_in(end, following)
    if _opens_condition(reading, at):
        return Frame("clause", source, passage.words.starts[at], via=via)
    if word in BARE_THAT or without_conjunction(word) in BARE_THAT or word in BARE_BI_THAT:
        return Frame("clause", source, end, quotation=quotation, via=via)
    if quotation is not None and ":" in passage.text[end : quotation.start]:
        return Frame("colon", source, quotation.start, quotation=quotation, via=via)
    return Frame("clause", source, passage.words.starts[at], bare=False, via=via)


def _opens_condition(reading: Reading, at: int) -> bool:
    """Tell whether the word at `at` is the «إن» of a condition: «وأضاف إن كان الماء قليلا فسنغلق البوابات»."""
    passage = reading.passage
    forms = passage.words.forms
    plain = at + 1 < passage.hi and forms[at] == "ان" and forms[at + 1] in IF_BEFORE and forms[at - 1] not in _TO
    return plain and passage.text[passage.words.starts[at]] != "أ"


_TO: Final = frozenset({"علي", "الي", "من"})
"""Behind these stands no condition («شدد على ان لم يتأخر»)."""
_NEED: Final = frozenset({"ضروره", "اهميه", "وجوب", "كيف", "وكيف"})  # «مبينا أهمية أن …», «أخبرتهم كيف أن …»
_LET_NOT: Final = 3  # «ألا» (أن لا) stands so near behind a source


def _preposition(  # noqa: PLR0911, PLR0913 - what the scan knows
    reading: Reading, at: int, prepositions: tuple[str, ...], source: Phrase | None, via: int | None, *, first: bool
) -> Frame | None:
    passage, word = reading.passage, reading.passage.words.forms[at]
    for preposition in prepositions:
        if is_preposition(reading, at, preposition):
            break
    else:
        return None
    if word == "من" and at > reading.passage.lo and passage.words.forms[at - 1] in _EVERY:
        return None  # «محذرا كل من يفعل ذلك بأن …», «البالغ من العمر …»
    if not first and is_measure(reading, at):
        return None
    if word not in prepositions:
        told = preposition == "ل" and word in reading.grammar.toward  # «متمنيا لهم التوفيق»
        if told or (word in reading.grammar.adverbial and not (first and word in reading.grammar.complement)):
            return None
        led = not first and passage.words.forms[at - 1] in _DOING and reading.is_plain(at)
        return Frame("preposition", source, passage.words.starts[at - led], via=via)
    end = passage.words.ends[at]
    if at + 1 < passage.hi and passage.words.forms[at + 1] in THAT:
        return clause_at(reading, at + 1, source, via)
    following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
    behind = passage.words.forms[at + 1] if at + 1 < passage.hi else ""
    feast = word == "الي" and behind in reading.grammar.feast  # one is asked to a feast
    answer = word == "علي" and passage.words.forms[at - 1] in _ANSWERS  # «مؤكدا في رده على سؤال أن …»
    before = passage.words.forms[at - 1]
    issued = word == "عن" and (before in _ISSUED or behind == "طريق")  # «تقرير صادر عن الوزارة», «عن طريق كذا»
    issued = issued or (before in reading.grammar.held and before.endswith("ه"))  # «في بيان نشرته على صفحتها»
    if behind in reading.grammar.aside or feast or answer or issued:
        return None
    return Frame("preposition", source, end, quotation=passage.opening_in(end, following), via=via)
