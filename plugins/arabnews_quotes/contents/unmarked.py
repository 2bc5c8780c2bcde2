"""Finds where words end that no pair of marks bounds: behind a colon, or behind two dots that stand for a comma.

What follows a colon without marks may run to the end of its paragraph, or the reporter may go on behind a full stop
(«قال الحارس: نحن متعبون. وعاد الفريق إلى مقره»). He names the speaker, tells what others said or did, or begins with
a word of his own; the speaker says «I», «we» and «you».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, VERB
from arabnews_quotes.cues.first_person import has_me
from arabnews_quotes.nouns.unlisted import tells_of_one
from arabnews_quotes.text.grammar import THAT, with_conjunction, without_conjunction

if TYPE_CHECKING:
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.passage import Passage

_CLOSING: Final = re.compile(r"[\"”»“]")
_SPOKEN: Final = 3
"""Fewer words before a lone mark are no speech that it closes."""
_OPENS: Final = re.compile(
    r"[\s.؟?!…]*(?:و?(?:يذكر|يُذكر|يشار|يُشار|تجدر|الجدير|جدير|المعروف)\s|(?:و?من (?:جانب|جهت|ناحيت)(?:ه|ها|هم)\s))"
)
"""Behind a full stop, the reporter's own words."""
_SAID: Final = frozenset({"قال", "اضاف", "تابع", "اردف", "استطرد", "اجاب", "رد", "سال", "ختم"})
"""Verbs of saying that take the word behind a full stop, whatever they govern («فأجابه الطفل بنعم»)."""
_CONJUNCTIONS: Final = frozenset({"", "و", "ف"})
_HOLY: Final = frozenset({"تعالي", "سبحانه", "الله", "عز", "جل"})
_NEAR: Final = 4
"""The speaker is the subject of a sentence within so many words behind its verb."""
_HEARD: Final = frozenset(
    {"انا", "نحن", "لي", "لدي", "عندي", "انني", "اني", "اننا", "لنا", "لدينا", "علينا", "عندنا", "معنا", "معي", "مني"}
    | {"منا", "الينا", "بنا", "فينا", "كنا", "كنت", "لست", "لسنا", "بلادنا", "نفسي", "انفسنا", "يا", "ايها", "ايتها"}
    | {"لكم", "لك", "عليكم", "عليك", "انتم", "انت", "لديكم", "لديك", "اللهم", "باننا", "بانني", "لاننا", "لانني"}
)
"""Words of whoever says «I», «we» or «you»."""
_LED_HEARD: Final = _HEARD | with_conjunction(_HEARD)
_OUR: Final = 4
_LEANING: Final = frozenset(
    {"بل", "مما", "الذي", "التي", "الذين", "بحيث", "كي", "لكي", "حتي", "لان", "لانه", "لانها", "لانهم", "لاننا", "الخ"}
    | {"اي", "وبالتالي", "بالتالي", "وتاليا", "وليس", "وغيرها", "وغيره"}
)
"""Words that open no sentence."""
_LEANING_PAIRS: Final = frozenset(
    {("كما", "ان"), ("في", "حين"), ("الي", "ان"), ("الي", "اخر"), ("اما", "ان"), ("وذلك", "من")}
    | {("مع", "العلم"), ("كما", "انه"), ("كما", "انها"), ("كما", "انهم")}
)
_BRACKETED: Final = 60
"""Dots inside brackets stand so near before their end."""
_DOTS: Final = re.compile(r"\.{2}|.\.{2}|.…")
_BEING: Final = frozenset({"تكون", "يكون"})
_SHORTEST: Final = 2
_LINE: Final = re.compile(r"[\n\r]")
_COMING: Final = frozenset("يتسنا")
_VERB: Final = 4
_SUBJECT: Final = 4


def end_of_speech(reading: Reading, report: Report, start: int, end: int) -> int:
    """Return where words that begin at `start` behind a colon without marks end; `end` for nowhere before it."""
    passage = reading.passage
    end = _closed(passage, start, end)
    first = stop = passage.stop_after(start)
    if first >= end or passage.word_at(first) >= passage.word_at(end):
        return end
    own = speaks_himself(reading, start, first)
    while stop < end:
        following = min(passage.stop_after(stop + 1), end)
        at = passage.word_at(stop)
        if at >= passage.word_at(end):
            break
        heard = speaks_himself(reading, stop, following)
        if _OPENS.match(passage.text, stop, passage.end) or _takes_word(reading, report, at):
            return stop
        if not heard and tells_of_one(reading, at):
            return stop
        tale = passage.words.forms[at][0] == "ف" and passage.text[stop - 1] != "."  # «… . فرفع رأسه», «...»
        if (own or tale) and not heard and (_tells_deed(reading, at) or _tells_of_others(reading, at)):
            return stop
        own, stop = own or heard, following
    return end


def past_dots(reading: Reading, start: int, end: int, limit: int, *, bare: bool) -> int:
    """Return where a clause from `start` on ends, if a stop at `end` does not end it; `end` if it does.

    Two dots may stand for a comma, and «. وأن» goes on with what was said.

    `bare` tells that a complementiser opened it.
    """
    passage = reading.passage
    while end < limit and (
        (bare and _opens_with_that(passage, passage.word_at(end)))
        or (
            _DOTS.match(passage.text, end - 1, limit)
            and (_in_brackets(passage.text, start, end, limit) or _leans_on(reading, start, end, limit, bare=bare))
        )
    ):
        end = min(limit, passage.stop_after(end + 1))
    return end


def _in_brackets(text: str, start: int, dots: int, limit: int) -> bool:
    """Tell whether dots stand inside brackets («(أقلام، دفاتر ... إلخ)»)."""
    opened = text.rfind("(", max(start, dots - 2 * _BRACKETED), dots)
    closes = text.find(")", dots, min(limit, dots + _BRACKETED))
    said = opened >= 0 <= closes and text[opened + 1 : dots].strip(" .…")  # «(...)» leaves out what was said
    return bool(said) and ")" not in text[opened:dots] and "\n" not in text[opened:closes]


def _opens_with_that(passage: Passage, at: int) -> bool:
    """Tell whether a sentence opens with «وأن» or «وأنه»: it coordinates another clause with what was said before.

    «وإن» may open a condition.
    """
    if at >= passage.hi or passage.words.forms[at][:1] != "و" or passage.words.forms[at][1:] not in THAT:
        return False
    return passage.text[passage.words.starts[at] + 1] != "إ"


def _leans_on(reading: Reading, start: int, dots: int, limit: int, *, bare: bool) -> bool:
    """Tell whether what stands behind two dots goes on with the clause before them.

    «أن الأرز متوافر بسعر كذا.. ودقيق بسعر كذا», «أن البلاد لا تحتاج إلى مهلة.. بل إلى عمل»; behind a
    complementiser a subject alone is not the whole («أن اللجنة.. شكلت»).
    """
    passage = reading.passage
    at = passage.word_at(dots)
    here = passage.words.starts[at] if at < passage.hi else limit
    if here >= limit or _LINE.search(passage.text, dots, here):
        return False
    word, classified = passage.words.forms[at], reading.nouns.words.words[at]
    if word in _LEANING or (word[0] == "و" and word[1:] in THAT) or passage.words.forms[at : at + 2] in _LEANING_PAIRS:
        return True
    if at in reading.signs.cues or at in reading.cast.dates or at in reading.cast.by_word or len(word) <= _SHORTEST:
        return False
    if bare and at - passage.word_at(start) <= _SUBJECT and word[0] not in "وف":
        return word not in reading.grammar.connector and word not in reading.grammar.pronoun
    noun = bool(classified.flags & COMMON and not classified.flags & VERB and classified.peel)
    return word[0] == "و" and not word.startswith(("وال", "وب", "ول", "وك")) and noun and word[1:] not in _BEING


def _closed(passage: Passage, start: int, end: int) -> int:
    """Return the offset of a lone mark that closes the words; it hangs on a word, or another opened them."""
    text = passage.text
    lead = text[max(passage.start, start - 1) : start + 2].strip(" :")
    opened = bool(lead) and _CLOSING.match(lead) is not None
    inside = False
    for mark in _CLOSING.finditer(text, start + 1, end):
        at = mark.start()
        if passage.quotation_at(at) is not None:
            continue
        if inside or mark[0] == "“" or text[at + 1 : at + 2].isalnum():
            inside = not inside  # a lone pair that the wrong marks make («و ”كذا وكذا”»)
            continue
        hangs = not text[at - 1].isspace() or mark[0] == "”"
        if (hangs or opened) and passage.word_at(at) - passage.word_at(start) >= _SPOKEN:
            return at
    return end


def speaks_himself(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a word of the first or the second person stands in a stretch."""
    passage = reading.passage
    return any(is_heard(reading, i) for i in range(passage.word_at(start), passage.word_at(end)))


def is_heard(reading: Reading, at: int) -> bool:
    """Tell whether a word is one of the first or the second person («لدينا», «سنعمل», «أطمح», «مدينتنا»)."""
    if at in reading.cast.covered:
        return False
    word = reading.passage.words.forms[at]
    if word in _LED_HEARD and has_me(reading, at):
        return True
    if word[0] in "ان" and at not in reading.signs.cues and reading.is_first_person(at):
        return True  # «أعلن» is no first person
    bare = without_conjunction(word)
    return len(bare) > _OUR and (bare.endswith("نا") or bare.startswith(("سن", "ساع", "ساك", "ساق")))


def _takes_word(reading: Reading, report: Report, at: int) -> bool:
    """Tell whether a sentence that word `at` opens has a verb of saying, or names the speaker: the reporter goes on."""
    passage, forms = reading.passage, reading.passage.words.forms
    cue = reading.signs.cues.get(at)
    following = forms[at + 1] if at + 1 < passage.hi else ""
    if cue is not None and cue.proclitics in _CONJUNCTIONS and not forms[at].endswith("ه") and following not in _HOLY:
        says = any(form.finite and form.lemma in _SAID for form in cue.forms)
        if says:
            return True
    known = _speaker(reading, report)
    if known is None or at in reading.cast.by_word:
        return False
    return any(
        (part := reading.cast.by_word.get(i)) is not None and part.form == "name" and part.entity.id == known
        for i in range(at + 1, min(at + _NEAR, passage.hi))
    )


def _speaker(reading: Reading, report: Report) -> str | None:
    """Return the id of the person whom the source of a report names, or None."""
    if report.source is None:
        return None
    parts = (reading.cast.by_word.get(i) for i in range(report.source.first, report.source.last))
    return next((p.entity.id for p in parts if p is not None and p.entity.type == "person"), None)


def _tells_deed(reading: Reading, at: int) -> bool:
    """Tell whether a sentence opens with و or ف and a verb of the past, which tells what was done («وعاد …»)."""
    word = reading.passage.words.forms[at]
    bare = without_conjunction(word)
    if bare == word or at in reading.cast.by_word or at in reading.cast.dates:
        return False
    return (
        bare == "لم"
        or bare in reading.grammar.act
        or (bool(reading.nouns.words.flags[at] & VERB) and bare[0] not in _COMING)
    )


def _tells_of_others(reading: Reading, at: int) -> bool:
    """Tell whether a sentence opens with و and a verb of the present or future whose subject has a name."""
    passage = reading.passage
    word = passage.words.forms[at]
    if word[0] != "و" or len(word) < _VERB or word[1] not in "يتس" or at in reading.cast.by_word:
        return False
    return any(i in reading.cast.covered for i in range(at + 1, min(at + _SUBJECT, passage.hi)))
