"""Finds the source that an attribution leads to, and whether it stands behind what it attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.kinds import PLACES_TOO
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.verbs import is_verb
from arabnews_quotes.text.grammar import BARE_THAT, BI_THAT, COMMAS, THAT

from .asides import past_asides

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

PAUSE: Final = re.compile(r"[،:؛]|,(?=\D)")
_APART: Final = 24
"""What is attributed starts within this many words behind the source."""
_CAME_TO: Final = ("توصل", "حصل", "تلق", "اطلع", "تسلم", "وصل")
"""Who does this with a paper has it («بلاغ توصلت به الصحيفة»)."""
_CLAUSE: Final = 9
"""Such a clause has no more words."""
_STANDS: Final = frozenset({"جاء", "جاءت", "ورد", "وردت", "نشر", "نشرت"})
"""What is attributed stands in a paper («وفق ما جاء في تقرير …»)."""
_IN: Final = frozenset({"امام", "في", "علي", "عبر", "ضمن", "لدي"})
_FOUND: Final = frozenset(
    {"اظهرته", "اظهره", "بينته", "شاهد", "شاهده", "شاهدته", "افادنا", "افادتنا"}
    | {"توصلت", "توصل", "نشرته", "نشره", "بثته", "بثه", "رصدته", "رصده", "كتبته", "كتبه", "تداولته"}
)
"""Verbs with which no one speaks, but tells what he found or published."""
_THERE: Final = frozenset({"به", "بها", "عنه", "عنها", "اليه", "اليها", "فيه", "له"})
_NAME: Final = 6
"""A name in marks has no more words than this."""
_LATTER: Final = frozenset({"الاخير", "الاخيره", "هولاء"})
_REST: Final = 9
"""Behind a source at the end of its sentence may stand so many words of when and where."""


def source_start(reading: Reading, index: int, takes: str) -> int | None:  # noqa: C901, PLR0911 - one form a line
    """Return the word at which the source of an attribution starts, or None."""
    forms, at = reading.passage.words.forms, index + 1
    if at >= reading.passage.hi:
        return None
    if takes == "حد":
        return index + 3 if index + 3 < reading.passage.hi else None
    if forms[at] in {"ما", "لما"} or takes in {"verb", "after"}:
        at += takes not in {"verb", "after"}
        if at >= reading.passage.hi:
            return None
        found = reading.signs.cues.get(at)
        if forms[at] not in _FOUND and (found is None or not any(form.finite for form in found.forms)):
            return None
        if takes == "على ما" and found is not None and any(form.pronoun for form in found.forms):
            return None  # «ردا على ما قاله فلان»
        at += 1
        stands = forms[at - 1] in _STANDS
        if at < reading.passage.hi and (forms[at] in _THERE or (stands and forms[at] in _IN)):
            at += 1 + (forms[at : at + 2] == ("علي", "لسان"))  # «كما جاء على لسان الوزير»
        while at < reading.passage.hi and (at in reading.cast.dates or forms[at] in reading.grammar.between):
            at = reading.cast.dates[at][0] if at in reading.cast.dates else at + 1  # «حسب ما أفاد به أمس بيان»
        at = _past_hearer(reading, at)
    elif takes in {"إلى", "عن"}:
        if forms[at] not in {"الي", "عن"}:
            return None
        at += 1
    elif takes == "ل" and not forms[at].startswith("ل"):
        return None
    return at if at < reading.passage.hi else None


def _past_hearer(reading: Reading, at: int) -> int:
    """Return the word behind to whom and in what somebody says something («حسب ما ذكره لنا فلان», «… في بيان فلان»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if at >= passage.hi or passage.words.starts[at] > passage.stop_after(passage.words.ends[at - 1]):
        return at
    behind = past_asides(reading, at)
    if behind == at and forms[at] == "ل":
        quotation = passage.opening_in(passage.words.ends[at], passage.words.ends[at] + 2)
        behind = passage.word_at(quotation.end) if quotation is not None and not quotation.unclosed else at
        behind = behind if behind <= at + _NAME else at
    elif behind == at and forms[at][0] == "ل" and reading.is_governed(at, "ل"):
        hearer = governed_phrase(reading, at)
        behind = hearer.last if hearer is not None and reading.can_speak(hearer) else at
    source = latter(reading, behind) or reading.phrase(behind) if at < behind < passage.hi else None
    return behind if source is not None and reading.can_speak(source) else at


def latter(reading: Reading, at: int) -> Phrase | None:
    """Return whoever was named last, where he stands at word `at` («حسب ما ذكر الأخير»), or None."""
    return Phrase(at, at + 1, None, agent=True) if reading.passage.words.forms[at] in _LATTER else None


def governed_phrase(reading: Reading, at: int) -> Phrase | None:
    """Return the phrase that hangs on ل at word `at` («وفقا للوزارة»)."""
    noun = reading.nouns.read(at)
    if noun is None:
        return None
    start, unlisted = reading.passage.words.starts[at], noun.name_span is not None and at not in reading.cast.by_word
    if unlisted and noun.name_span == (start, noun.end) and reading.passage.words.forms[at][0] == "ل":
        noun = noun._replace(start=start + 1, name_span=(start + 1, noun.end))  # «وفقا لديلويت»
    return reading.extended(at, noun)


def closes_sentence(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether «كما قال فلان» or «على ما قال فلان» stands behind what it attributes; «كما أكد …، …» goes on."""
    passage = reading.passage
    starts, ends = passage.words.starts, passage.words.ends
    on, plain = passage.words.forms[index] == "علي", reading.is_plain(index)
    known = phrase.first in reading.cast.by_word or (phrase.noun is not None and phrase.noun.kind in PLACES_TOO)
    paper = phrase.noun is not None and phrase.noun.kind == "document"
    if passage.word_at(passage.sentence_start(starts[index])) == index or (plain and (on or not (known or paper))):
        return False
    verb = reading.signs.cues.get(index + 1 + on)
    stands = not on and not plain and paper and passage.words.forms[index + 1] in _STANDS  # «…، كما جاء في البيان»
    stands = stands or passage.words.forms[phrase.first - 1] == "لسان"
    if verb is None or not (stands or any(":" in form.frames and form.strength != "C" for form in verb.forms)):
        return False
    stop, at = passage.stop_after(ends[phrase.last - 1]), phrase.last
    if at >= passage.hi or starts[at] > stop:
        return True
    if not plain and passage.gap_before(at).strip() in COMMAS and verb.kinds == {"present"}:
        return True  # «…، كما يقول الباحثون، …»
    return (not reading.is_plain(at) and passage.gap_before(at).strip() in COMMAS and on) or _tells_where(
        reading, at, stop
    )


def _tells_where(reading: Reading, at: int, stop: int) -> bool:
    """Tell whether nothing but when, where or to whom stands between word `at` and the end of its sentence."""
    passage = reading.passage
    forms, starts = passage.words.forms, passage.words.starts
    last = next((i for i in range(at, min(at + _REST, passage.hi)) if starts[i] > stop), min(at + _REST, passage.hi))
    if last < passage.hi and starts[last] <= stop:
        return False
    glued = (reading.is_governed(at, "ل") and at in reading.cast.by_word) or forms[at] in reading.grammar.press
    opens = forms[at] in _IN or at in reading.cast.dates or "(" in passage.gap_before(at) or glued
    return opens and not any(
        forms[i] in THAT or forms[i] in BI_THAT or _tells_more(reading, i) or passage.gap_before(i).strip() in COMMAS
        for i in range(at, last)
    )


def _tells_more(reading: Reading, at: int) -> bool:
    """Tell whether a verb of saying stands at a word («… بعد لقاء بين المسؤولين» has none)."""
    return at in reading.signs.cues and reading.passage.words.forms[at] not in reading.grammar.homograph


def marked_source(reading: Reading, at: int) -> Phrase | None:
    """Return the name in marks at word `at` behind a verb of attribution («وفق ما أوردته "الشروق"»), or None."""
    passage = reading.passage
    if at <= passage.lo or at >= passage.hi:
        return None
    quotation = passage.opening_in(passage.words.ends[at - 1], passage.words.starts[at])
    if quotation is None or quotation.unclosed:
        return None
    last = passage.word_at(quotation.inner_end)
    return Phrase(at, last, None, (at, last)) if at < last <= at + _NAME else None


def past_receipt(reading: Reading, phrase: Phrase) -> int:
    """Return the word behind what tells to whom a paper came («بلاغ للوزارة توصلت به الصحيفة، | …»); else its end."""
    passage, last = reading.passage, phrase.last
    paper = phrase.noun is not None and phrase.noun.kind == "document"
    if not paper or last >= passage.hi or not passage.words.forms[last].startswith(_CAME_TO):
        return last
    near = range(last + 1, min(last + _CLAUSE, passage.hi))
    return next((at for at in near if passage.gap_before(at).strip() in COMMAS), last)


def content_behind(reading: Reading, phrase: Phrase) -> int:
    """Return where the content starts behind the source: at «فإن», behind a comma or a colon, or at once."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    last = past_receipt(reading, phrase)
    while last < passage.hi and forms[last] in reading.grammar.reflexive and reading.is_plain(last):
        last += 1  # «بحسب المصدر ذاته …»
    stop = passage.stop_after(ends[last - 1])
    if last < passage.hi and reading.is_plain(last) and (is_verb(reading, last) or _answers(reading, last)):
        later = _then_behind(reading, last, stop)  # «بحسب مصادر حضرت اللقاء، فإن …»
        return starts[last] if later is None else later  # «بحسب التقرير يحتاج السد …», «بحسب التقرير فالسد …»
    described = False
    for at in range(last, min(last + _APART, passage.hi)):
        if starts[at] >= stop:
            break
        if (forms[at] in THAT and forms[at][0] == "ف") or forms[at] == "فقد":
            return ends[at] if forms[at] in BARE_THAT else starts[at]
        if PAUSE.search(passage.gap_before(at)) is not None:
            date = reading.cast.dates.get(at)
            if date is not None and date[0] < passage.hi and PAUSE.search(passage.gap_before(date[0])) is not None:
                continue  # «وفقا للتقرير، أمس، فإن …»
            if forms[at] in reading.grammar.relative and not described:
                described = True
                continue  # «وفقا للمدير، الذي تولى المنصب أمس، فإن …»
            later = _then_behind(reading, at, stop) if forms[at] not in BARE_THAT else ends[at]
            return ends[at - 1] if later is None else later  # «وفقا لفلان المدير، والمشرف على كذا، فإن …»
    return stop if described else ends[last - 1]


def _then_behind(reading: Reading, at: int, stop: int) -> int | None:
    """Return where a clause starts behind «فإن» with a comma before it, near behind word `at`, or None."""
    passage = reading.passage
    words = passage.words
    for i in range(at + 1, min(at + _APART, passage.hi)):
        if words.starts[i] >= stop:
            break
        if words.forms[i][0] == "ف" and words.forms[i] in THAT and passage.gap_before(i).strip() in COMMAS:
            return words.ends[i] if words.forms[i] in BARE_THAT else words.starts[i]
    return None


def _answers(reading: Reading, at: int) -> bool:
    """Tell whether ف joins the word at `at` to the attribution before it («فالسد …», «فمن المتوقع …»)."""
    word, part = reading.passage.words.forms[at], reading.cast.by_word.get(at)
    if word[0] != "ف" or word in THAT or word == "فقد":
        return False
    if part is not None:
        return part.start > reading.passage.words.starts[at]
    return bool(reading.nouns.words.words[at].peel) or word[1:] in reading.grammar.preposition
