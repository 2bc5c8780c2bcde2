"""Tells where each report of a passage ends at the latest: where the next takes the word, or the reporter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import COMMON, NAMELIKE
from arabnews_quotes.cues.report import NOUN_FRAMES
from arabnews_quotes.nouns.verbs import is_verb
from arabnews_quotes.text.grammar import COMMAS, THAT
from arabnews_quotes.text.scripture import GOD

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from arabnews.cues import CueReading
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.passage import Passage

_OF_THINGS: Final = frozenset({"سجل", "تابع", "حمل", "حقق", "بلغ", "توقع"})
"""Their participles tell of things as often («، مسجلا بذلك نموا»)."""
_OPENS: Final = frozenset(':([{﴿«"“')
_TELLS: Final = ("وقال", "ويقول", "وتقول")
"""Behind a colon a tale may go on with these."""
_TO_HIM: Final = frozenset(
    {"له", "لها", "لهم", "لهما", "تعالي", "كلمته", "كلمتها", "عنه", "عنها", "فيه", "فيها", "الله", "رسول", "الرسول"}
    | {"النبي", "سبحانه", "عز"}
)
"""Behind a verb of saying these belong to a tale, or scripture follows."""
_ABOUT: Final = frozenset({"عن", "الي", "حول", "ل"})
_TO_ME: Final = frozenset({"لي", "لنا", "مني", "منا"})
_HOLY: Final = GOD | {"الله", "رسول", "الرسول", "النبي", "عليه", "صلي", "الحق", "المولي", "عز"}
"""What a verb of a clause may govern; «ويؤكد أن» takes the word."""
_CLAUSE: Final = 40
"""A verb that another goes on with stands so many words before it at the most."""
_MANY: Final = ("ون", "وا")
_RELATIVE: Final = frozenset({"الذي", "التي", "الذين", "من", "ما"})
_BETWEEN: Final = 4
"""«لكنه في الوقت نفسه أكد»: no more words stand between the two."""
_SHORTEST: Final = 3
_TAKES_WORD: Final = frozenset({"قال", "اضاف", "اردف", "استطرد"})
"""Behind these the speaker's words begin, though no complementiser, colon or mark stands before them."""


def find_stops(
    reading: Reading, cues: Mapping[int, CueReading], taken: Collection[int], turning: Sequence[int]
) -> list[int]:
    """Return the offsets at which a participle behind a comma tells of the speaker again, though it reports nothing.

    `taken` are the offsets of the cues that do report, `turning` the words that are such participles by themselves.
    """
    passage = reading.passage
    starts = passage.words.starts
    found = list(turning[bisect_left(turning, passage.lo) : bisect_left(turning, passage.hi)])
    said: list[int] = []
    for index, cue in cues.items():
        if cue.proclitics:
            if starts[index] + 1 not in taken and _begins_anew(reading, index, cue):
                said.append(starts[index])
        elif starts[index] not in taken and all(
            form.kind == "participle" and form.lemma not in _OF_THINGS for form in cue.forms
        ):
            found.append(index)
    if not found and not said:
        return []
    paused = [
        starts[i]
        for i in found
        if (passage.words.forms[i] in reading.grammar.resuming and _is_resumed(reading, i))
        or (not reading.is_plain(i) and passage.gap_before(i).strip() in COMMAS)
    ]
    return sorted(at for at in paused + said if not passage.quotation_at(at))


def _is_resumed(reading: Reading, index: int) -> bool:
    """Tell whether a verb of telling joined by و has what was told, or who did, behind it («وتحدث عن …»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if index + 1 >= passage.hi or not _OPENS.isdisjoint(passage.gap_before(index)):
        return False
    following = forms[index + 1]
    person = reading.cast.by_word.get(index + 1)
    named = person is not None and person.entity.type == "person"
    return following in _ABOUT or named or forms[index] == "وشرحت"


def _begins_anew(reading: Reading, index: int, cue: CueReading) -> bool:
    """Tell whether a verb of saying joined by و begins other words, though it reports none («واضاف هناك …»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if cue.proclitics != "و" or index + 1 >= passage.hi or forms[index].endswith("ه") or forms[index + 1] in _TO_HIM:
        return False
    if not _OPENS.isdisjoint(passage.gap_before(index)):
        return False
    return any(form.finite and form.lemma in _TAKES_WORD for form in cue.forms)


def within_speech(reading: Reading, reports: Sequence[Report]) -> list[Report]:
    """Keep what someone cites from ending his words behind a colon: scripture, and what he was told.

    «تقول اللجنة: …، وقال رسول الله: …», «قال الحارس: سألت الجيران، وأخبروني بأن …».
    """
    if len(reports) == 1:
        return [*reports]
    found, speaks, talks = [], False, False
    for given in reports:
        report = evolve(given, top=False) if talks and given.top and _is_told_me(reading, given) else given
        cites = report.top and report.kind in {"colon", "marks", "clause"} and _cites(reading, report)
        if report.top and not cites:
            talks = report.kind == "colon" and report.quotation is None
            speaks = talks and _speaks_today(report)
        found.append(evolve(report, top=False) if cites and speaks else report)
    return found


def _is_told_me(reading: Reading, report: Report) -> bool:
    """Tell whether a verb joined by و or ف tells what whoever speaks was told or asked («وأخبروني», «وطلب منا»)."""
    passage, form = reading.passage, report.form
    at = passage.word_at(report.cue[0])
    if form is None or not form.finite or passage.text[report.cue[0] - 1] not in "وف":
        return False
    word, following = passage.words.forms[at], passage.words.forms[at + 1 : at + 2]
    return word.endswith("ني") or (form.pronoun and word.endswith("نا")) or (bool(following) and following[0] in _TO_ME)


def within_clauses(reading: Reading, reports: Sequence[Report]) -> list[Report]:
    """Leave out a verb that goes on with a clause of what is said, and keep one inside that is its predicate.

    «قال الوزير إن المشروع يحمي القرى، ويطالب بصيانة الجسور»: the reporter told in the past; in the present, without a
    subject, a verb goes on with one of the clause that agrees with it. «قال الوزير إن ثلث السكان في القرى يعتقدون أن».
    """
    if len(reports) == 1:
        return [*reports]
    found: list[Report] = []
    before: Report | None = None
    for given in reports:
        report = given
        inside = before is not None and report.top and _goes_on(reading, before, report)
        if before is not None and report.top and not inside and _is_predicate(reading, before, report):
            report = evolve(report, top=False)
        before = report if report.top and not inside else before
        if not inside:
            found.append(report)
    return found


def _goes_on(reading: Reading, before: Report, report: Report) -> bool:
    """Tell whether a report goes on with a verb of the clause that is told before it."""
    passage, form, told = reading.passage, report.form, before.form
    if form is None or form.kind != "present" or report.subject != "dropped" or report.kind not in NOUN_FRAMES:
        return False
    if told is None or told.kind == "present" or before.quotation is not None or before.closed is not None:
        return False
    low, at = passage.word_at(before.content), passage.word_at(report.cue[0])
    if passage.text[report.cue[0] - 1] != "و" or not low < at or passage.stop_after(before.content) < report.cue[0]:
        return False
    word = passage.words.forms[at].removeprefix("و")
    return any(_agrees_with_verb(reading, i, word) for i in range(max(low, at - _CLAUSE), at))


def _is_predicate(reading: Reading, before: Report, report: Report) -> bool:
    """Tell whether a verb has the subject with which the clause told before it opens («إن ثلث السكان يعتقدون أن»)."""
    passage, form = reading.passage, report.form
    if form is None or not form.finite or report.subject != "dropped" or report.boundary < report.cue[0]:
        return False  # «قبل أن يؤكد»
    low, at = passage.word_at(before.content), passage.word_at(report.cue[0])
    cue = reading.signs.cues.get(at)
    if cue is None or cue.proclitics or not low < at <= low + _CLAUSE:
        return False
    if before.kind != "clause" or before.quotation is not None or before.closed is not None:
        return False
    forms, grammar = passage.words.forms, reading.grammar
    if passage.stop_after(before.content) < report.cue[0] or forms[low] in THAT or forms[low] in grammar.preposition:
        return False
    if any(word in grammar.connector or "لكن" in word for word in forms[max(low, at - _BETWEEN) : at]):
        return False
    return not any(
        forms[i] in grammar.kana or forms[i] in grammar.pronoun or forms[i] in grammar.negation or is_verb(reading, i)
        for i in range(low, at)
        if forms[i - 1] not in _RELATIVE
    )


def _agrees_with_verb(reading: Reading, index: int, other: str) -> bool:
    """Tell whether the word at `index` is a verb of the present in the person and number of another."""
    word = reading.passage.words.forms[index]
    word = word[1:] if word[0] in "وفس" else word
    if len(word) < _SHORTEST or word[0] != other[0] or index in reading.cast.covered or index in reading.cast.dates:
        return False
    if word.endswith(_MANY) != other.endswith(_MANY):
        return False
    lexis = reading.nouns.words.lexis
    return word[0] == "ي" or bool(lexis.word("ي" + word[1:]).flags & COMMON and not lexis.word(word).flags & NAMELIKE)


def _speaks_today(report: Report) -> bool:
    """Tell whether a body, or someone in the present tense, speaks: a tale of the past is told turn by turn."""
    if report.source is None or report.form is None:
        return False
    body = report.source.noun is not None and report.source.noun.kind == "organization"
    return body or report.form.kind == "present"


def _cites(reading: Reading, report: Report) -> bool:
    """Tell whether a report is of what God or His prophet said."""
    if report.form is None or report.form.cue_class != "say":
        return False
    passage = reading.passage
    forms = passage.words.forms
    behind = passage.word_at(report.cue[1])
    first = report.source.first if report.source is not None else behind
    return not _HOLY.isdisjoint((*forms[first : first + 1], *forms[behind : min(behind + 1, passage.hi)]))


def next_boundaries(passage: Passage, reports: Sequence[Report], stops: Sequence[int] = ()) -> list[int]:
    """Return for each report where it ends at the latest: where the next one takes the word, or at the next stop."""
    ends, following, his = [], passage.end, passage.end
    for report in reversed(reports):
        masculine = report.form is not None and report.form.finite and report.form.gender == "m"
        stop = passage.end
        for i in range(bisect_right(stops, report.content), len(stops)):
            tale = report.kind == "colon" and passage.text.startswith(_TELLS, stops[i])
            if not tale and not (masculine and _is_feminine(passage, stops[i])):
                stop = stops[i]
                break
        ends.append(min(his if masculine else following, stop))
        if report.top:
            following = min(following, report.boundary)
            participle = report.form is not None and report.form.kind == "participle" and report.kind == "two-part"
            if not participle or not _is_feminine(passage, report.cue[0]):
                his = min(his, report.boundary)
    ends.reverse()
    return ends


def _is_feminine(passage: Passage, offset: int) -> bool:
    """Tell whether a participle is no word of his who «ذكر» («أن الفصائل …، مبررة ذلك بـ…»)."""
    return passage.words.forms[passage.word_at(offset)].endswith("ه")
