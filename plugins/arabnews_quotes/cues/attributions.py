"""Prepositional attribution: «بحسب الوزارة، …» and «…، وفق مصادر طبية»."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.nouns.verbs import is_verb
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT, THEREBY

from .attributed import PAUSE, closes_sentence, content_behind
from .attributed_start import LONGEST_DATELINE, past_and, past_dateline, result_start
from .attributed_to import attributed_source
from .by_pronoun import report_by_pronoun
from .evidence import is_evidence
from .report import Report
from .resumption import GOES_ON_APART, resumes_behind, that_behind
from .these_words import in_these_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from arabnews_quotes.nouns.phrases import Phrase, Reading

ASIDE: Final = "aside"
"""The rule of an attribution that only ends what is reported before it."""
_DATELINE: Final = re.compile(r":|\s[-–—]\s")
_CAME: Final = re.compile(r"[،,.]?\s*(?:و?جاء|وي?أتي) (?:ذلك|هذا)\s*[،,]?\s*$")
"""«…، جاء ذلك وفقا للوزارة»: of what was said no part."""
_LONGEST_CAME: Final = 16
_THEN: Final = frozenset({"فقد", *(word for word in THAT if word[0] == "ف")})
_ON_THE_WORD: Final = frozenset(("حد", word) for word in ("قول", "تعبير", "وصف", "زعم", "راي"))
_COLON_APART: Final = 4
_YOURS: Final = frozenset({"قولك", "رايك", "كلامك", "زعمك"})
_QUOTING: Final = "نقلا"
_TOLD: Final = frozenset({"ذكر", "نشر", "افاد", "اورد", "نقل", "كتب", "قال", "اعلن", "تناقل"})
_LEAST: Final = 3
"""What is attributed has at least so many words before the next report."""


def find_attributions(
    reading: Reading, words: Mapping[str, str], at: Sequence[int], reports: Sequence[Report]
) -> Iterator[Report]:
    """Yield the reports of a passage that rest on a preposition, one of the words `at`.

    What someone is already reported to have said is left to him («قال فلان إن …، وفق الصحيفة»).
    """
    forms = reading.passage.words.forms
    reports = sorted(reports, key=_cue_of)
    cues = {report.cue for report in reports}
    for index in at:
        takes = words.get(forms[index])
        if takes == "words":
            taken = in_these_words(reading, index)
            if taken is not None and taken.cue not in cues:
                yield taken
            continue
        report = report_by_pronoun(reading, index)
        if report is not None and report.quotation is not None:
            yield report
            continue
        if report is None and forms[index] == "علي":
            said = forms[index + 1 : index + 2] == ("ما",)
            takes = "حد" if forms[index + 1 : index + 3] in _ON_THE_WORD else "على ما" if said else None
        if report is None and takes is not None:
            report = _attribution(reading, index, takes)
        if report is None or (forms[index] == _QUOTING and _is_outlets_own(reading, report)):
            continue
        if not _is_anothers(reading, report, reports):
            yield report
        elif _ends_clause(reading, report) and report.cue not in cues:
            yield evolve(report, rule=ASIDE)


def _is_outlets_own(reading: Reading, report: Report) -> bool:
    """Tell whether an outlet's own verb stands where what is attributed would («أفادت الوكالة، نقلا عن فلان، …»)."""
    found = reading.signs.cues.get(reading.passage.word_at(report.content)) if report.closed is not None else None
    return found is not None and found.forms[0].lemma in _TOLD


def _ends_clause(reading: Reading, report: Report) -> bool:
    """Tell whether an attribution stands at the end of what is reported («إن السد امتلأ، وفق الصحيفة.»)."""
    if report.closed is None or report.resumes is not None:
        return False
    passage = reading.passage
    index = passage.word_at(report.cue[0])
    if index > passage.lo and passage.words.forms[index - 1] in THAT:
        return False  # «أنه، وفقا للتقرير، …»
    at = report.source.last if report.source is not None else passage.word_at(report.cue[1])
    if at >= passage.hi or passage.words.starts[at] > passage.stop_after(passage.words.ends[at - 1]):
        return True
    following = passage.words.forms[at]
    if following[0] == "ف" and at not in reading.cast.by_word:
        return False  # «أما الهدف، وفق فلان، فهو …»
    return not reading.is_plain(at) and following not in THAT | BI_THAT and following not in GOES_ON_APART


def _cue_of(report: Report) -> int:
    return report.cue[0]


def _is_anothers(reading: Reading, report: Report, reports: Sequence[Report]) -> bool:
    """Tell whether another report of the sentence says what an attribution would attribute.

    Behind the attribution someone may go on («بحسب الوزارة، …، مضيفة أن …»): a participle, or a verb of its own clause.
    """
    passage = reading.passage
    sentence = (
        min(passage.sentence_start(report.cue[0]), report.content) if report.closed is not None else report.boundary
    )
    stop = passage.stop_after(report.cue[1])
    cited = passage.opening_in(report.content, report.content + _COLON_APART) if report.closed is None else None
    if cited is not None and ":" in passage.text[report.content : cited.start]:
        stop = cited.start  # «بحسب الوكالة: «…»»
    low, high = (bisect_left(reports, at, key=_cue_of) for at in (sentence, stop))
    for other in reports[low:high]:
        if other.cue[0] <= report.cue[0]:
            return True
        if report.source is not None and other.cue[0] < passage.words.starts[report.source.first]:
            return True  # «كما قال الوزير إن …»
        if report.closed is not None or not other.top:
            continue  # its content stands before it
        said = passage.word_at(other.boundary) - passage.word_at(report.content)
        governed = other.subject == "governed"
        joined = passage.words.forms[passage.word_at(other.cue[0])][0] == "و"
        if said < (1 if governed else _LEAST) or not (governed or joined):
            return True
    return False


_PASSES: Final = frozenset({"نقل", "نقلت", "نقله", "نقلته", "ينقل", "تنقل", "اورد", "اوردت", "اورده", "اوردته"})
"""Verbs with which an outlet passes on what another said («بحسب ما نقلته الوكالة عن فلان»)."""


def _attribution(reading: Reading, index: int, takes: str) -> Report | None:
    """Return the report of an attribution to whoever stands behind it, or behind the outlet that passed it on."""
    report = _attribution_to(reading, index, takes)
    outlet = report.source if report is not None else None
    if report is None or outlet is None or outlet.first <= index + 1 or outlet.last + 1 >= reading.passage.hi:
        return report
    words, dates = reading.passage.words, reading.cast.dates
    at = dates[outlet.last][0] if outlet.last in dates else outlet.last  # «بحسب ما نقلته الوكالة أمس عن فلان»
    if at + 1 >= reading.passage.hi or words.forms[at] != "عن" or words.forms[outlet.first - 1] not in _PASSES:
        return report
    source = reading.phrase(at + 1)
    if source is None or not reading.can_speak(source):
        return report
    content = report.content if report.rule == "attribution-after" else content_behind(reading, source)
    return evolve(
        report, source=source, content=content, relay=(words.starts[outlet.first], words.ends[outlet.last - 1])
    )


def _attribution_to(reading: Reading, index: int, takes: str) -> Report | None:
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    phrase = attributed_source(reading, index, takes)
    if phrase is None or (takes in {"after", "على ما"} and not closes_sentence(reading, index, phrase)):
        return None
    if takes == "إلى" and phrase.last < passage.hi and forms[phrase.last] in THAT and reading.is_plain(phrase.last):
        return None  # «ذكرت الصحيفة استنادا إلى كذا أن …»: the verb's
    conjunct = forms[index][1:] in {"بحسب", "حسب", "وفق", "وفقا", "طبقا", "حسبما", "تبعا"}
    lead = int(forms[index][0] == "ف" or (forms[index][0] == "و" and conjunct))
    cue = (starts[index] + lead, ends[index + 2 if takes == "حد" else index])
    sentence = passage.sentence_start(starts[index])
    thereby = forms[index - 1] == THEREBY and index - 1 == passage.word_at(sentence)
    # «امتلأ السد. وفقا للوزارة.»
    alone = index == passage.word_at(sentence) > passage.lo and _is_alone(reading, phrase)
    content = that_behind(reading, phrase) if takes == "عن" else None  # «وأوردت خبرا نقلا عن الوزارة، أن …»
    opens = _opens_sentence(reading, index, sentence) and not _is_begun(reading, index, phrase)
    if content is None and not thereby and not alone and (opens or _leads_content(reading, index, phrase)):
        content = content_behind(reading, phrase)
        open_ = content == ends[phrase.last - 1] and phrase.last < passage.hi and reading.is_plain(phrase.last)
        if open_ and is_evidence(reading, phrase):
            return None  # «وطبقا لسجلات كذا مع أطراف …»
    if content is not None:
        return Report(
            rule="attribution-before", cue=cue, source=phrase, boundary=starts[index], content=content, kind="clause",
        )  # fmt: skip
    if thereby or alone:
        sentence = passage.sentence_start(sentence)  # «امتلأ السد. وذلك وفقا للوزارة»
    return (
        _behind_content(reading, index, phrase, cue, sentence) if passage.word_at(sentence) < index - thereby else None
    )


def _is_alone(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether nothing but a source stands in the sentence of an attribution."""
    passage, last = reading.passage, phrase.last
    if passage.words.forms[phrase.first] in _YOURS:
        return False
    return last >= passage.hi or passage.words.starts[last] > passage.stop_after(passage.words.ends[last - 1])


def _behind_content(reading: Reading, index: int, phrase: Phrase, cue: tuple[int, int], sentence: int) -> Report:
    """Return the report of an attribution behind what it attributes, in the sentence that starts at an offset."""
    passage = reading.passage
    forms, starts = passage.words.forms, passage.words.starts
    closed = starts[index - (forms[index - 1] == THEREBY)]
    came = _CAME.search(passage.text, max(sentence, closed - _LONGEST_CAME), closed)
    closed = closed if came is None else came.start()
    quotation = passage.opening_in(sentence, starts[index])
    whole = quotation is not None and not passage.text[quotation.end : starts[index]].strip("،, -")
    content = (
        quotation.start
        if whole and quotation is not None and quotation.inner_end - quotation.inner_start > 20
        else result_start(passage.text, past_and(reading, past_dateline(reading, sentence, index)), closed)
    )
    return Report(
        rule="attribution-after", cue=cue, source=phrase, boundary=closed, content=content, kind="clause",
        closed=closed, resumes=resumes_behind(reading, index, phrase),
    )  # fmt: skip


def _leads_content(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether an attribution in the midst of a sentence stands before what it attributes.

    «…، ووفقا للتقرير فإن السد امتلأ»: its و joins no attribution to what stands before it.
    """
    passage, last = reading.passage, phrase.last
    if last >= passage.hi or passage.words.starts[last] > passage.stop_after(passage.words.ends[last - 1]):
        return False
    following, word = passage.words.forms[last], passage.words.forms[index]
    if word[0] == "ف":
        return True  # «…، فبحسب الخبراء فإن …»
    if word[0] != "و" or word in {"وفق", "وفقا"}:
        return False
    before, behind = passage.gap_before(index).strip(), passage.gap_before(last)
    if following in _THEN and reading.passage.words.forms[index - 1] in THAT:
        return True  # «غير أنه وفقا لخبراء فإن …»
    paused = before in COMMAS or (not before and PAUSE.search(behind) is not None)
    return paused or following in _THEN or (reading.is_plain(last) and is_verb(reading, last))


def _opens_sentence(reading: Reading, index: int, sentence: int) -> bool:
    """Tell whether an attribution stands before what it attributes, behind a dateline at the most."""
    first = reading.passage.word_at(sentence)
    dated = index <= first + LONGEST_DATELINE and _DATELINE.search(reading.passage.gap_before(index)) is not None
    return index <= first + 1 or dated


def _is_begun(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether the one word before an attribution begins what goes on behind it («والمشكلة حسب الخبير هي …»)."""
    word = reading.passage.words.forms[index - 1]
    definite = index - 1 >= reading.passage.lo and is_definite(word) and index - 1 not in reading.cast.dates
    begun = definite and that_behind(reading, phrase) is None
    return begun and resumes_behind(reading, index, phrase) is not None
