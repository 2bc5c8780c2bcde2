"""Finds how a cue is followed: by a source, then by a clause, a colon, marks, a preposition or a noun."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from arabnews.fold import fold
from arabnews_entities.wordlists import COMMON, NUMBER, PARTICLE

from .grammar import BARE_BI_THAT, BARE_THAT, BI_THAT, THAT, without_conjunction
from .phrases import Phrase

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .marks import Quotation
    from .phrases import Reading

REACH: Final = 32
"""A complementiser, a colon or marks follow their cue within this many words."""
NEAR: Final = 14
"""A preposition of the frame follows within this many words; behind a participle within half of it."""

FrameKind = Literal["clause", "colon", "marks", "two-part", "preposition", "noun"]
RANKS: Final[tuple[FrameKind, ...]] = ("clause", "colon", "marks", "two-part", "preposition", "noun")
"""The kinds of frames, the surest first."""

_ON: Final = frozenset({"في", "خلال", "عبر"})
_COLON: Final = re.compile(r":(?!\d)")


@frozen
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


def find_frame(reading: Reading, cue: CueForm, index: int) -> Frame | None:
    """Return the frame that a cue at word `index` meets, or None."""
    after = index + 1
    limit = reading.passage.stop_after(reading.passage.words.ends[index])
    if cue.kind == "participle" or not _subject_may_follow(reading, index):
        source, start = None, after
    else:
        source = reading.phrase(_past_adverbs(reading, after))
        start = source.last if source is not None else after
    if source is None and cue.finite:
        source = _name_in_marks(reading, index)
        start = source.last if source is not None else start
    if source is None and cue.finite and not cue.pronoun and cue.strength != "C":
        source = reading.bare_name(after)
        start = source.last if source is not None else start
    strong = source is not None and reading.can_speak(source)
    takes_noun = ("NP" in cue.frames and not cue.pronoun) or (
        "NP!" in cue.frames and _is_word_of_speech(reading, start)
    )
    if source is not None and any(frame.startswith("TWO") for frame in cue.frames):
        frame = scan(reading, cue, start, limit, source, clause_only=True)
        object_first = frame is not None and frame.kind == "clause" and any(f.startswith("TWO ") for f in cue.frames)
        return (_two_part(reading, cue, source, limit) if object_first or frame is None else None) or frame
    if takes_noun and source is not None and not strong and starts_noun(reading, source.first, limit):
        return scan(reading, cue, start, limit, source, clause_only=True) or Frame(
            "noun", None, _start(reading, source.first)
        )
    if takes_noun and strong and _is_apposition(reading, start):
        takes_noun = False
    behind = _past_asides(reading, start) if takes_noun and strong else start
    if (
        takes_noun
        and (strong or source is None)
        and behind < reading.passage.hi
        and starts_noun(reading, behind, limit)
    ):
        near = scan(reading, cue, start, limit, source, clause_only=True, reach=3 + behind - start)
        return near or Frame("noun", source, _start(reading, behind))
    if source is not None and _has_object(reading, cue, start):
        return scan(reading, cue, start, limit, source, clause_only=True)
    frame = scan(reading, cue, start, limit, source, near=NEAR // 2 if cue.kind == "participle" else NEAR)
    return frame if frame is not None or source is None else _inside_source(reading, cue, source, limit)


def _has_object(reading: Reading, cue: CueForm, at: int) -> bool:
    """Tell whether a verb of saying has an object of another sense behind its subject («شدد الحارس قبضته على …»)."""
    passage = reading.passage
    if cue.kind == "participle" or cue.cue_class != "assert" or at >= passage.hi or not reading.is_plain(at):
        return False
    end = passage.words.ends[at]
    owned = passage.text[end - 1] == "ه" or passage.text[end - 2 : end] == "ها"
    word = reading.nouns.words.words[at]
    return owned and at not in reading.cast.by_word and bool(word.flags & COMMON) and not word.peel


def _past_asides(reading: Reading, index: int) -> int:
    """Return the index behind dates and occasions between a source and its noun («نفى، أمس، في اتصال هاتفي وجود …»)."""
    passage, at = reading.passage, index
    forms = passage.words.forms
    while at + 1 < passage.hi:
        date = reading.cast.dates.get(at)
        if date is not None:
            at = date[0]
        elif forms[at] in reading.grammar.between:
            at += 1
        elif forms[at] in _ON and forms[at + 1] in reading.grammar.occasion:
            at += 2
            while at < passage.hi and reading.is_plain(at) and forms[at].endswith(("ي", "يه")):
                at += 1  # «في اتصال هاتفي»
            if at + 1 < passage.hi and reading.is_plain(at) and forms[at] in {"مع", "امام", "الي", "ل"}:
                phrase = reading.phrase(at + 1)
                at = phrase.last if phrase is not None else at
            if at < passage.hi and forms[at] in reading.grammar.held:
                return index  # «في مؤتمر صحفي عقده أمس …»
        else:
            break
    return at


def _inside_source(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of a preposition that was read into a source without a name («حذر دبلوماسي من انهيار …»)."""
    if source.noun is None or source.noun.name_span is not None or source.noun.definite:
        return None
    prepositions = _prepositions(cue.frames)
    forms = reading.passage.words.forms
    at = next((i for i in range(source.first + 1, source.last) if forms[i] in prepositions), None)
    if at is None:
        return None
    return scan(reading, cue, at, limit, Phrase(source.first, at, source.noun), reach=1)


def scan(  # noqa: C901, PLR0911, PLR0912, PLR0913 - the grammar, case by case
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
    prepositions = _prepositions(cue.frames)
    via: int | None = None
    at, relative = index, False
    while at <= passage.hi and at - index <= reach:
        here = starts[at] if at < passage.hi else passage.end
        if ends[at - 1] > limit:
            return None
        gap = passage.text[ends[at - 1] : here]
        quotation = None if gap == " " else passage.opening_in(ends[at - 1], here)
        colon = _COLON.search(gap) if ":" in gap and not _is_clock(gap, passage.text, ends[at - 1], here) else None
        if colon is not None:
            return Frame("colon", source, ends[at - 1] + colon.end(), quotation=quotation, via=via)
        if quotation is not None:
            if _speaks(reading, quotation, at, limit, direct=at == index or via == at - 1):
                return Frame("marks", source, quotation.start, quotation=quotation, via=via)
            at = max(at + 1, passage.word_at(quotation.end))
            continue
        if at >= passage.hi or here >= limit:
            return None
        word = forms[at]
        if "،" in gap and without_conjunction(word).startswith("لكن"):
            return None
        relative = (relative or word in reading.grammar.relative) and "،" not in gap
        if relative and not (word in THAT and passage.text[here] == "إ"):  # «إن» is no part of it: «أن» may be
            at += 1
            continue
        if word in THAT and word[0] == "ف":  # opens a clause of the reporter's own
            return None
        if word in THAT and word[0] == "و":  # coordinates two clauses, opens none
            at += 1
            continue
        if (word in THAT or word in BI_THAT) and not _of_another(reading, at, index, prepositions):
            return clause_at(reading, at, source, via)
        if word in reading.grammar.speech and via is None:
            via = at
        elif _another_verb(reading, at, first=at == index):
            return None
        elif not clause_only and (at - index < near or "،" in gap):
            frame = _preposition(reading, at, prepositions, source, via)
            if frame is not None:
                return frame
        at += 1
    return None


def _is_clock(gap: str, text: str, end: int, start: int) -> bool:
    """Tell whether a colon stands between the digits of a time of day («8: 30»)."""
    return gap.strip() == ":" and text[end - 1].isdigit() and text[start : start + 1].isdigit()


@lru_cache(maxsize=256)
def _prepositions(frames: tuple[str, ...]) -> tuple[str, ...]:
    """Return the prepositions among the frames of a cue, folded."""
    return tuple(f for f in map(fold, frames) if len(f) <= 3 and f.isalpha() and f not in {"ان", "بان"})


def _another_verb(reading: Reading, at: int, *, first: bool) -> bool:
    """Tell whether another cue takes over at word `at`; a verb in a relative clause («بيان أصدره») is none."""
    found = reading.table.lookup(reading.passage.words.forms[at])
    if found is None or at in reading.cast.by_word:
        return False
    if reading.passage.words.forms[at] in reading.grammar.homograph and reading.is_plain(at):
        return False
    kinds = {form.kind for form in found.forms}
    if "masdar" in kinds:
        return False
    if at > reading.passage.lo and reading.passage.words.forms[at - 1] == "ما":
        return True
    if "participle" in kinds:
        return not first
    return not any(form.pronoun for form in found.forms)


def _of_another(reading: Reading, at: int, index: int, prepositions: tuple[str, ...]) -> bool:
    """Tell whether a complementiser depends on a word of its own («دون أن», «من المقرر أن»), not on the cue."""
    if at <= index and reading.passage.words.forms[at - 1] not in {"دون", "قبل", "بعد"}:
        return False
    before, forms = reading.passage.words.forms[at - 1], reading.passage.words.forms
    if not reading.is_plain(at):
        return False
    if before in reading.grammar.conjunctive:
        return True
    if before in reading.grammar.governing:
        return before not in prepositions and before not in reading.grammar.between and before not in {"علي", "الي"}
    return before.startswith("ال") and at - 2 >= index and forms[at - 2] in {"من", "ومن"}


def clause_at(reading: Reading, at: int, source: Phrase | None, via: int | None = None) -> Frame:
    """Return the frame of a complementiser at word `at`: a bare one stays outside the content."""
    passage, word = reading.passage, reading.passage.words.forms[at]
    end = passage.words.ends[at]
    following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
    quotation = passage.opening_in(end, following)
    if word in BARE_THAT or without_conjunction(word) in BARE_THAT or word in BARE_BI_THAT:
        return Frame("clause", source, end, quotation=quotation, via=via)
    if quotation is not None and ":" in passage.text[end : quotation.start]:
        return Frame("colon", source, quotation.start, quotation=quotation, via=via)
    return Frame("clause", source, passage.words.starts[at], bare=False, via=via)


def starts_noun(reading: Reading, index: int, limit: int) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a noun of content may start at word `index`: no function word, verb, number or preposition."""
    passage = reading.passage
    if index >= passage.hi or passage.words.starts[index] >= limit:
        return False
    if passage.text[passage.words.ends[index - 1] : passage.words.starts[index]].strip() not in {"", "،", ","}:
        return False
    word, classified = passage.words.forms[index], reading.nouns.words.words[index]
    grammar = reading.grammar
    if word in grammar.negation:
        return word in {"عدم", "ما"}  # «نفى ما قيل عن …»
    if word in THAT or word in BI_THAT or word in grammar.preposition or word in grammar.relative:
        return False
    if word in grammar.connector or word in grammar.speech or word in grammar.between or index in reading.cast.dates:
        return False
    if classified.flags & (NUMBER | PARTICLE):
        return False
    if reading.is_governed(index, "ب") or (classified.peel and word[0] in "لكف"):
        return False
    found = reading.table.lookup(word)
    return found is None or any(form.kind == "masdar" for form in found.forms) or word.startswith("ال")


def _is_apposition(reading: Reading, index: int) -> bool:
    """Tell whether behind a comma another title or name of the source follows («وزير الدفاع، الأمير فلان، أن»)."""
    if index >= reading.passage.hi or reading.is_plain(index):
        return False
    noun = reading.nouns.read(index)
    return noun is not None and noun.kind in {"person", "role"} and noun.definite


def _is_word_of_speech(reading: Reading, index: int) -> bool:
    """Tell whether a word is a masdar of saying, as «جدد تأكيده» needs."""
    if index >= reading.passage.hi:
        return False
    found = reading.table.lookup(reading.passage.words.forms[index])
    return found is not None and any(form.kind == "masdar" for form in found.forms)


def _start(reading: Reading, index: int) -> int:
    return reading.passage.words.starts[index]


def _subject_may_follow(reading: Reading, index: int) -> bool:
    """Tell whether no colon and no mark separates a verb from the next word."""
    passage = reading.passage
    following = passage.words.starts[index + 1] if index + 1 < passage.hi else passage.end
    return ":" not in passage.gap(index) and passage.opening_in(passage.words.ends[index], following) is None


def _name_in_marks(reading: Reading, index: int) -> Phrase | None:
    """Return a source that is a short name in marks, with its clause behind it («وأفادت "عين الماء" أن»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    following = passage.words.starts[index + 1] if index + 1 < passage.hi else passage.end
    quotation = passage.opening_in(passage.words.ends[index], following)
    if quotation is None or quotation.unclosed or ":" in passage.gap(index):
        return None
    first, last = passage.word_at(quotation.inner_start), passage.word_at(quotation.inner_end)
    if not first < last <= first + 5 or last >= passage.hi or reading.is_governed(first, "ب"):
        return None
    framed = forms[last] in THAT or forms[last] in BI_THAT or forms[last] in reading.grammar.governing
    return Phrase(first, last, None, (first, last)) if framed else None


def _past_adverbs(reading: Reading, index: int) -> int:
    """Return the index behind dates and adverbs that stand between a verb and its subject («قال أمس الوزير»)."""
    passage, at = reading.passage, index
    for _ in range(4):
        date = reading.cast.dates.get(at)
        if date is not None:
            at = date[0]
        elif at < passage.hi and (
            passage.words.forms[at] in reading.grammar.between or passage.words.forms[at] in reading.grammar.toward
        ):  # «رد عليه الوزير»
            at += 1
        else:
            break
    if at == index or at >= passage.hi:
        return index
    phrase = reading.phrase(at)
    return at if phrase is not None and reading.can_speak(phrase) else index


def _two_part(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of «اتهم X Y بـ…»: its content starts at Y."""
    passage = reading.passage
    preposition = next((fold(f[4:]) for f in cue.frames if f.startswith("TWO ")), "")
    if preposition:
        reach = range(source.last, min(source.last + NEAR, passage.hi))
        at = next((i for i in reach if _is_preposition(reading, i, preposition)), None)
        if at is None or passage.words.starts[at] >= limit:
            return None
        if at == source.last:  # «اتهمت الجيش بـ…»: the one noun phrase is the object
            return Frame("two-part", None, _start(reading, source.first))
    if "TWO!" in cue.frames and "مسووليه" not in passage.words.forms[source.last : source.last + 8]:
        return None
    if not starts_noun(reading, source.last, limit) and source.last not in reading.cast.by_word:
        return None
    return Frame("two-part", source, _start(reading, source.last))


def _is_preposition(reading: Reading, at: int, preposition: str) -> bool:
    word = reading.passage.words.forms[at]
    if len(preposition) > 1 or word == preposition:
        return word == preposition != "ل"  # «لـ«الشرق»» names the outlet
    if at in reading.cast.dates or word in reading.grammar.preposition:
        return False
    return word in BI_THAT or reading.is_governed(at, preposition)


def _preposition(
    reading: Reading, at: int, prepositions: tuple[str, ...], source: Phrase | None, via: int | None
) -> Frame | None:
    passage, word = reading.passage, reading.passage.words.forms[at]
    if not any(_is_preposition(reading, at, preposition) for preposition in prepositions):
        return None
    if word not in prepositions:
        return (
            None
            if word in reading.grammar.adverbial
            else Frame("preposition", source, passage.words.starts[at], via=via)
        )
    end = passage.words.ends[at]
    if at + 1 < passage.hi and passage.words.forms[at + 1] in THAT:
        return clause_at(reading, at + 1, source, via)
    following = passage.words.starts[at + 1] if at + 1 < passage.hi else passage.end
    if at + 1 < passage.hi and passage.words.forms[at + 1] in reading.grammar.aside:
        return None
    if word == "الي" and at + 1 < passage.hi and passage.words.forms[at + 1] in reading.grammar.feast:
        return None  # one is asked to a feast
    return Frame("preposition", source, end, quotation=passage.opening_in(end, following), via=via)


def _speaks(reading: Reading, quotation: Quotation, at: int, limit: int, *, direct: bool) -> bool:
    """Tell whether marks between a cue and what follows hold speech, not a name or a term."""
    passage, forms = reading.passage, reading.passage.words.forms
    first, last = passage.word_at(quotation.inner_start), passage.word_at(quotation.inner_end)
    before = forms[at - 1] if at > passage.lo else ""
    if (
        before in reading.grammar.naming
        or before[1:] in reading.grammar.naming
        or before in reading.grammar.preposition
    ):
        return last - first > 8
    if len(before) <= 2 and not passage.text[passage.words.ends[at - 1] : quotation.start]:
        return False  # «لـ"الجزيرة"»
    if last - first > 6:
        return True
    for following in range(last, min(last + REACH, passage.hi)):
        if passage.words.starts[following] >= limit:
            break
        if forms[following] in THAT or forms[following] in BI_THAT or ":" in passage.gap_before(following):
            return False
    return direct and last - first >= 2
