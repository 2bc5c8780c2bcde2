"""Prepositional attribution: «بحسب الوزارة، …» and «…، وفق مصادر طبية»."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import NISBA
from arabnews_quotes.nouns.pasts import is_past
from arabnews_quotes.nouns.unlisted import COMMAS
from arabnews_quotes.nouns.verbs import is_verb
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT, THEREBY

from .attributed import PAUSE, closes_sentence, content_behind
from .attributed_to import attributed_source
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
_OUTCOME: Final = re.compile(
    r"[،,]\s*(?:مما|ما)\s+(?:[أا]سفر|[أا]د[ىي]|تسبب|خل[فّ]+|[أا]وقع|[أا]ودى)\w{0,3}\s+(?:(?:عن|[إا]لى|في|ب)\s+)?"
)
_CAME: Final = re.compile(r"[،,.]?\s*(?:و?جاء|وي?أتي) (?:ذلك|هذا)\s*[،,]?\s*$")
"""«…، جاء ذلك وفقا للوزارة»: of what was said no part."""
_LONGEST_RESULT: Final = 1000
"""A result and what led to it have no more characters than this."""
_LONGEST_CAME: Final = 16
_THUS: Final = re.compile(r"هذا،?\s+(?=و)")
"""«هذا وكان …» opens a sentence."""
_STOPS: Final = frozenset(".…!؟?·\n\r\t \u00a0")
_THEN: Final = frozenset({"فقد", *(word for word in THAT if word[0] == "ف")})
_LONGEST_DATELINE: Final = 7
_ON_THE_WORD: Final = frozenset(("حد", word) for word in ("قول", "تعبير", "وصف", "زعم", "راي"))
_COLON_APART: Final = 4
_OPENING: Final = frozenset({"تم", "تمت", "يتم", "هكذا", "سوف", "قد", "لقد", "سبق", "ذلك", "يجب"})
"""Verbs and particles that open a sentence behind و."""
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
        report = _by_pronoun(reading, index)
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


def _by_pronoun(reading: Reading, index: int) -> Report | None:
    """Return the report of «…، على حد قوله», «… حسب رأيه»: who spoke before says it."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    if forms[index] in {"حسب", "بحسب", "وفق"}:
        at = index + 1
    elif forms[index] == "علي" and index + 1 < passage.hi and forms[index + 1] == "حد":
        at = index + 2
    elif forms[index] in {"وفقا", "طبقا"}:
        at = index + 1
    else:
        return None
    lead = "ل" if forms[index].endswith("ا") else ""  # «وفقا لقوله»
    if at >= passage.hi or not forms[at].startswith(lead) or forms[at][len(lead) :] not in reading.grammar.own_words:
        return None
    sentence = passage.sentence_start(starts[index])
    if index <= passage.word_at(sentence):
        return None
    quotation = passage.quotation_at(ends[index - 1])
    near = quotation is not None and quotation.end <= starts[index] and quotation.inner_end - quotation.inner_start > 12
    return Report(
        rule="attribution-pronoun", cue=(starts[index], ends[at]), boundary=starts[index],
        content=quotation.start if near and quotation is not None else _past_and(reading, sentence), kind="clause",
        quotation=quotation if near else None,
        subject="dropped", closed=quotation.end if near and quotation is not None else starts[index],
        resumes=None if near else _resumed(reading, index, at + 1),
    )  # fmt: skip


def _resumed(reading: Reading, index: int, at: int) -> int | None:
    """Return where a clause goes on behind «حسب تعبيره» in its midst («وهذا حسب تعبيره | فشل …»)."""
    passage, grammar = reading.passage, reading.grammar
    if at >= passage.hi or not (reading.is_plain(index) and reading.is_plain(at)):
        return None
    word = passage.words.forms[at]
    told = word in grammar.preposition or word in grammar.connector or word in grammar.adverbial or word[0] in "ولف"
    told = told or word in BI_THAT or reading.is_governed(at, "ب")  # «حسب وصفه بالأمس»
    told = told or word in _ITS_ADJECTIVES or (word[:2] == "ال" and bool(reading.nouns.words.flags[at] & NISBA))
    return None if told or at in reading.cast.dates else passage.words.starts[at]


_ITS_ADJECTIVES: Final = frozenset(
    {"الخاص", "الخاصه", "الاخير", "الاخيره", "السابق", "السابقه", "الاول", "الاولي", "نفسه", "ذاته", "نفسها", "ذاتها"}
)
"""Adjectives of somebody's own words («وفق كلامه الأخير»), beside those in «-ي»."""

_PASSES: Final = frozenset({"نقل", "نقلت", "نقله", "نقلته", "ينقل", "تنقل", "اورد", "اوردت", "اورده", "اوردته"})
"""Verbs with which an outlet passes on what another said («بحسب ما نقلته الوكالة عن فلان»)."""


def _attribution(reading: Reading, index: int, takes: str) -> Report | None:
    """Return the report of an attribution to whoever stands behind it, or behind the outlet that passed it on."""
    report = _attribution_to(reading, index, takes)
    outlet = report.source if report is not None else None
    if report is None or outlet is None or outlet.first <= index + 1 or outlet.last + 1 >= reading.passage.hi:
        return report
    words = reading.passage.words
    if words.forms[outlet.last] != "عن" or words.forms[outlet.first - 1] not in _PASSES:
        return report
    source = reading.phrase(outlet.last + 1)
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
    alone = index == passage.word_at(sentence) > passage.lo and _is_alone(
        reading, phrase
    )  # «امتلأ السد. وفقا للوزارة.»
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
        else _result(passage.text, _past_and(reading, _past_dateline(reading, sentence, index)), closed)
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


def _result(text: str, start: int, end: int) -> int:
    """Return where a result is told («اندلعت الحرب …، مما أسفر عن | مقتل مئة، وفق السلطات»), or `start`."""
    near = max(start, end - _LONGEST_RESULT)
    return max((match.end() for match in _OUTCOME.finditer(text, near, end)), default=start)


def _opens_sentence(reading: Reading, index: int, sentence: int) -> bool:
    """Tell whether an attribution stands before what it attributes, behind a dateline at the most."""
    first = reading.passage.word_at(sentence)
    dated = index <= first + _LONGEST_DATELINE and _DATELINE.search(reading.passage.gap_before(index)) is not None
    return index <= first + 1 or dated


def _is_begun(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether the one word before an attribution begins what goes on behind it («والمشكلة حسب الخبير هي …»)."""
    word = reading.passage.words.forms[index - 1]
    definite = index - 1 >= reading.passage.lo and is_definite(word) and index - 1 not in reading.cast.dates
    begun = definite and that_behind(reading, phrase) is None
    return begun and resumes_behind(reading, index, phrase) is not None


def _past_dateline(reading: Reading, sentence: int, index: int) -> int:
    """Return where a sentence starts behind a dateline («عمّان - رويترز: …»)."""
    passage = reading.passage
    first = passage.word_at(sentence)
    for at in range(first + 1, min(first + _LONGEST_DATELINE, index)):
        if ":" in passage.gap_before(at):
            return passage.words.starts[at]
    return sentence


def _past_and(reading: Reading, offset: int) -> int:
    """Return the offset behind the و that joins a sentence to the one before («وتعود الواقعة إلى …»)."""
    passage = reading.passage
    at = passage.word_at(offset)
    while offset < passage.words.starts[at] and passage.text[offset] in _STOPS:
        offset += 1  # a sentence starts at the stop of the one before
    if passage.words.forms[at] == "كما" and at + 1 < passage.hi and is_verb(reading, at + 1):
        return passage.words.starts[at + 1]  # «كما يتوقع نمو السوق، بحسب الدراسة»
    thus = _THUS.match(passage.text, passage.words.starts[at])
    at += thus is not None
    word, start = passage.words.forms[at], passage.words.starts[at]
    if word[0] != "و" or passage.text[start] != "و" or at in reading.cast.by_word:
        return offset
    grammar, rest = reading.grammar, word[1:]
    small = rest in grammar.preposition or rest in grammar.kana or rest in grammar.pronoun
    joined = small or rest.startswith("است") or (len(word) > 3 and reading.nouns.words.words[at].peel)
    return start + 1 if joined or _is_joined_verb(reading, word) else offset


def _is_joined_verb(reading: Reading, word: str) -> bool:
    """Tell whether و stands before a verb («وبات», «وتم»), and does not begin it («وصلت», «وجه»)."""
    rest, grammar = word[1:], reading.grammar
    if len(rest) < _LEAST or is_past(reading, word):
        return rest in _OPENING
    return rest in _OPENING or rest in grammar.act or rest in grammar.negation or is_past(reading, rest)
