"""Tells whether what stands between a cue and what it leads to parts the two: another clause, an object, a stretch."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, VERB
from arabnews_quotes.text.grammar import BI_THAT, with_conjunction, without_conjunction

from .government import in_two_parts, prepositions_of

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.grammar import Grammar

    from .scanning import Frame

_FAR: Final = 18
"""Behind a weak cue without a source, what it leads to stands within so many words, whatever opens them."""
_NEAR: Final = 3
"""So near it may stand where nothing opens them."""
_LONG: Final = 6
"""Farther than this, a preposition may belong to another clause even behind a strong cue."""
_NAME: Final = 3
"""A name in marks has no more words than this."""
_SCORED: Final = 7
"""«سجل فلان على الفريق أن» has fewer words between; farther, a goal was scored or a record made."""
_BEFORE: Final = frozenset({"علي", "الي", "القول"})
_WHEN: Final = frozenset({"بعد", "بعدما", "لما", "حينما", "عندما"})
"""What these open tells when one said it («كشف الوزير في تصريح، بعد لقاء كذا، أن»)."""
_WHAT: Final = frozenset({"ما", "لما", "مما", "بما", "عما"})
_CLOSE: Final = frozenset({"ذكر", "افاد"})
_OPENING: Final = frozenset('-–—،,(«"“')
"""What opens an aside between a source and its clause."""


def is_parted(reading: Reading, form: CueForm, frame: Frame, index: int) -> bool:  # noqa: C901, PLR0911, PLR0912 - one test a line
    """Tell whether a cue at word `index` is parted from what its frame shows («زادت من حجمها، بالإضافة إلى أن»).

    A strong cue is parted only from a clause that hangs on another verb, and only where nobody who can speak stands
    between («هنا يجب أن»).
    """
    passage, source = reading.passage, frame.source
    if frame.via is not None:
        return _carried_from_afar(reading, form, frame, index)
    if frame.kind == "colon":
        return _lists(reading, frame)
    if frame.kind == "marks" and frame.quotation is not None and _is_told_of(reading, form, index):
        inside = passage.word_at(frame.quotation.inner_end) - passage.word_at(frame.quotation.inner_start)
        return inside <= _NAME  # «هذا ما أكده الدكتور "فلان"»
    if frame.kind not in {"clause", "preposition"}:
        return False
    start = source.last if source is not None and source.first > index else index + 1
    end = passage.word_at(frame.content) - frame.bare
    speaks = source is not None and reading.can_speak(source)
    speaks = speaks or (source is not None and passage.words.forms[source.first] in reading.grammar.paper)
    if form.lemma == "سجل" and end - start > _SCORED:
        return True
    if form.lemma == "سال" and frame.kind == "clause":
        return False  # «سائلا المولى عز وجل أن»
    if form.lemma == "قال" and frame.bare and passage.text[frame.content - 2] == "إ":
        return False  # on no verb but «قال» hangs إن
    told = _is_told_of(reading, form, index)
    two = "TWO" in form.frames or (in_two_parts(form.frames) and not speaks)
    weak = form.strength != "A" or two or told
    if source is not None and passage.words.forms[source.first] == "لو":
        return True
    if frame.kind == "preposition" and told:
        return True  # «وفقا لما ذكره موقع كذا الخاص بالأخبار»
    if frame.kind == "preposition" and not speaks and end - start > _NEAR and _is_loose(reading, form, index):
        return True
    prepositional = frame.kind == "preposition" and end - start > _LONG
    if (weak or not speaks or prepositional) and _yields(
        reading, start, end, weak=weak or prepositional, speaks=speaks
    ):
        return True
    if not weak:
        return False
    if (
        in_two_parts(form.frames)
        and frame.kind == "clause"
        and passage.words.forms[min(end, passage.hi - 1)] in BI_THAT
    ):
        return False  # «وصف السكان هذه القرارات بأنها …»
    if frame.kind == "clause" and not _takes_complementiser(reading, form, start, end):
        return True
    elative = form.lemma == "ابرز" and form.kind == "past" and reading.passage.words.forms[index] == form.form
    if elative and not speaks and end - start > 1 and reading.is_plain(start):
        return True  # «أبرز عائق أمام السوق أن»
    if in_two_parts(form.frames) and not speaks and end - start > _FAR:
        return True
    far = end - start > (1 if frame.kind == "clause" else _NEAR)
    if far and not speaks and frame.kind == "clause" and _is_subject(reading, form, frame, index, end):
        return False
    return far and not speaks and not (end - start <= _FAR and _leads_on(reading, start, end))


def _is_told_of(reading: Reading, form: CueForm, index: int) -> bool:
    """Tell whether what was said stands in a relative clause («لما قاله الوزير، لا بد أن»)."""
    first = index == reading.passage.lo or not form.pronoun
    return not first and without_conjunction(reading.passage.words.forms[index - 1]) in _WHAT


def _is_loose(reading: Reading, form: CueForm, index: int) -> bool:
    """Tell whether a cue has its preposition close by or not at all («تذكر كلمة السر ثم ادخل بالنقر»)."""
    passage = reading.passage
    if form.lemma in _CLOSE:
        return True
    adjective = form.kind == "participle" and passage.words.forms[index].endswith("ه") and reading.is_plain(index)
    return adjective and index > passage.lo and passage.words.forms[index - 1].endswith("ه")  # «حراسة مشددة في …»


def _is_subject(reading: Reading, form: CueForm, frame: Frame, index: int, end: int) -> bool:
    """Tell whether whatever stands behind a verb agrees with it, and no verb parts it from its clause.

    «أوردت النشرة سالفة الذكر الصادرة عن الوزارة أن».
    """
    source, forms, flags = frame.source, reading.passage.words.forms, reading.nouns.words.flags
    if source is None or source.first != index + 1 or form.kind != "past" or form.pronoun or in_two_parts(form.frames):
        return False
    if end - index > _FAR or (form.gender == "f") != forms[source.first].endswith("ه"):
        return False
    for at in range(source.first, end):
        cue = reading.signs.cues.get(at)
        if (flags[at] & VERB and not flags[at] & COMMON) or forms[at] in reading.grammar.pronoun:
            return False
        if cue is not None and "masdar" not in cue.kinds:
            return False
    return True


def _carried_from_afar(reading: Reading, form: CueForm, frame: Frame, index: int) -> bool:
    """Tell whether a second verb of saying has a subject of its own, far behind a cue («أمره بالعودة، يقول فلان»)."""
    source, via = frame.source, frame.via
    if via is None or form.strength == "A":
        return False
    behind = source.last if source is not None and source.first > index else index + 1
    finite = reading.passage.words.forms[via][:1] in "يت"
    speaks = source is not None and reading.can_speak(source)
    return via - behind > 1 and (finite or not speaks)


def _lists(reading: Reading, frame: Frame) -> bool:
    """Tell whether a colon opens a list of things («كشف بنود الخطة التي تشمل: …»)."""
    at = reading.passage.word_at(frame.content) - 1
    return reading.passage.words.forms[at] in reading.grammar.listing


def _takes_complementiser(reading: Reading, form: CueForm, start: int, end: int) -> bool:
    """Tell whether a cue takes the complementiser at word `end`: some only behind a preposition, or at once."""
    forms = reading.passage.words.forms
    if end - start > 1 and forms[end - 1] == "علي" and "على" not in form.frames and "على أن" not in form.frames:
        spoken = reading.signs.cues.get(end - 2)  # «اختتم كلمته بالتأكيد على أن»
        return spoken is not None and "masdar" in spoken.kinds  # «أقر الخطة على أن تبدأ غدا»
    if "أن" in form.frames or (end - start < 1 and "بأن" in form.frames):
        return True
    return forms[end] in BI_THAT or forms[end - 1] in prepositions_of(form.frames) or forms[end - 1] in _BEFORE


@lru_cache(maxsize=8)
def _modal(grammar: Grammar) -> frozenset[str]:
    return grammar.modal | with_conjunction(grammar.modal)


def _yields(reading: Reading, start: int, end: int, *, weak: bool, speaks: bool) -> bool:
    """Tell whether a verb with a complementiser of its own stands among some words, or, behind a weak cue, a clause."""
    passage, grammar = reading.passage, reading.grammar
    forms, flags = passage.words.forms, reading.nouns.words.flags
    relative, modal = False, _modal(grammar)
    if not weak and modal.isdisjoint(forms[start : min(end, passage.hi)]):
        return False
    for at in range(start, min(end, passage.hi)):
        gap = passage.gap_before(at) if not reading.is_plain(at) else ""
        paused = "،" in gap or "," in gap
        if relative and not paused:
            continue
        word = forms[at]
        relative = word in grammar.relative
        if word in modal:
            return True
        if not weak:
            continue
        turns = paused and at > start and without_conjunction(word) in grammar.turning
        if turns and not (speaks and word in _WHEN):
            return True
        verb = flags[at] & VERB and not flags[at] & COMMON
        if word[0] == "و" and at > start and verb and at not in reading.cast.by_word:
            return True
    return False


def _leads_on(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a word behind a source, or behind a cue without one, opens what tells when, where or to whom."""
    passage, grammar = reading.passage, reading.grammar
    if at in reading.cast.dates or set(passage.gap_before(at).strip()) & _OPENING:
        return True
    word = passage.words.forms[at]
    if word[0] == "و":
        return end - at <= _NEAR  # «معظم الصحف والمواقع أن»
    return (
        word in grammar.preposition
        or word in grammar.relative
        or word in grammar.between
        or word in grammar.adverbial
        or word in grammar.toward
        or word[0] in "لب"
    )
