"""Reads a passage into reports: cue, source and the place where the content starts, in document order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.text.grammar import THAT, without_conjunction

from .admission import admits
from .between import is_parted
from .citations import CITING, cited
from .clause_topics import is_in_clause, noun_of_clause, topic_of_clause
from .deeds import is_deed, is_mute, shows
from .demands import CALLS_UPON, demanded
from .first_person import is_near
from .frames import find_frame
from .government import in_two_parts, needs_sign
from .miswritten import MISWRITTEN, is_miswritten
from .needs import needed
from .objects import is_object
from .other_cues import RELAYS, document_frame, is_behind_quotation, masdar_report, postposed, relayed
from .other_senses import is_noun
from .participles import takes_noun
from .plain_speech import SAYING, without_sign
from .relatives import illustrates
from .report import THEN, Report, boundary_of, cue_span, is_apart, made_before
from .resumption import find_resumption
from .scanning import RANKS, Frame
from .verb_subjects import antecedent, described, is_one, led_subject, opens_sentence, subject_before_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_WITHOUT_FRAME: Final = CITING | SAYING
"""Verbs that what is said may follow without any sign."""
_MASDAR: Final = frozenset({"masdar"})
_TOLD: Final = frozenset({"روي", "حكي"})  # «روي عن فلان أنه قال»
_ANOTHERS: Final = frozenset({"علي", "عن", "عنه", "عنها", "عنهم", "قوله", "قولها", "قولهم"})
_QUOTED: Final = "نقلا"
_QUOTING: Final = 9
_FRONTED: Final = 8
"""What stands before a verb behind a preposition has no more words than this."""
_MOREOVER: Final = frozenset({"وفي", "وعن", "وحول", "وبشان", "لكن", "ولكن"})
"""Behind a comma these open a clause of the reporter's too («…، وفي هذا الإطار يقول فلان: …»)."""
_OPENING: Final = frozenset({"كما", "فيما", "بينما", "وقد", "وكان", "وكانت", "حيث"})
"""Before a verb of saying these open a clause of the reporter's («…، حيث أشار إلى أن …»); «إذ» behind a comma."""


def read_reports(reading: Reading, cues: Mapping[int, CueReading]) -> Iterator[Report]:
    """Yield the reports of the cues of one passage, given by their words in order."""
    passage = reading.passage
    done, marked = passage.lo, bool(passage.quotations)
    for index, cue in cues.items():
        if index < done:
            continue
        report = None
        if cue.kinds != _MASDAR:
            report = (
                (postposed(reading, index, cue) if marked and is_behind_quotation(reading, index, cue) else None)
                or _verb(reading, index, cue)
                or (postposed(reading, index, cue) if marked else None)
            )
        if report is None and "masdar" in cue.kinds:
            report = masdar_report(reading, index, cue)
        if report is not None:
            yield report
            # a second verb of saying («صرحت قائلة») belongs to the first
            at = passage.words.at(report.content) if report.kind in {"clause", "colon", "marks"} else index
            done = max(index + 1, min(at, passage.hi)) if report.closed is None else index + 1


def _verb(  # noqa: C901, PLR0912 - one test a line
    reading: Reading, index: int, cue: CueReading
) -> Report | None:
    best: tuple[CueForm, Frame] | None = None
    shown: bool | None = None
    noun = "masdar" in cue.kinds and is_noun(reading, index, cue)
    words, hi = reading.passage.words, reading.passage.hi
    forms = words.forms
    marked = words.ends[index] - words.starts[index] != len(forms[index])  # its spelling has signs that fold away
    felt = forms[index] in reading.grammar.feeling  # «أبدى أسفه لـ…»: no «أسفه»
    for form in cue.forms:
        if noun or form.kind == "masdar" or (felt and form.pronoun):
            continue
        if (marked or form.pronoun == "ه" or form.lemma in MISWRITTEN) and is_miswritten(reading, index, form):
            continue
        if form.cue_class != "doc" and form.lemma not in RELAYS and needs_sign(form.frames) and not takes_noun(form):
            shown = reading.shows(index) or is_near(reading, index) if shown is None else shown
            if not shown:
                continue
        if form.lemma in RELAYS or (form.lemma in _TOLD and index + 1 < hi and forms[index + 1] == "عن"):
            passed = relayed(reading, index, cue, form) or _of_itself(reading, index, cue, form)
            if passed is not None or form.lemma != "نسب":
                return passed
            if not in_two_parts(form.frames):
                continue  # «نسب الوزير الحريق إلى …»
        if form.finite and form.strength != "C" and _QUOTED in reading.nouns.words.types:
            report = _quoting_another(reading, index, cue, form)
            if report is not None:
                return report
        frame = document_frame(reading, index, form) if form.cue_class == "doc" else find_frame(reading, form, index)
        if frame is None or is_parted(reading, form, frame, index):
            continue
        alone = evolve(frame, source=None) if is_object(reading, index, cue, form, frame) else frame
        admitted = admits(reading, form, frame, index)
        if not admitted and not (alone is not frame and admits(reading, form, alone, index)):
            continue
        frame = alone
        if best is None or RANKS.index(frame.kind) < RANKS.index(best[1].kind):
            best = form, frame
    if best is None and not noun:
        lemmas = {form.lemma for form in cue.forms}
        if not _WITHOUT_FRAME.isdisjoint(lemmas):
            best = cited(reading, index, cue) or without_sign(reading, index, cue)
        if best is None and not CALLS_UPON.isdisjoint(lemmas):
            best = demanded(reading, index, cue)
        best = best or needed(reading, index, cue)
    elif best is not None and best[0].lemma in CALLS_UPON and best[1].kind in {"noun", "preposition"}:
        asked = demanded(reading, index, cue)
        # «ناشد التجار حماية …»: whom he calls upon stands outside; «طالب الهيئة الاعتراف صراحة بكذا» begins sooner
        later = asked[1].content - best[1].content if asked is not None else 0
        best = asked if asked is not None and (later > 0 if best[1].kind == "noun" else later < 0) else best
    if best is None or _is_authors_own(reading, index, *best) or is_deed(reading, index, *best):
        return None
    report = assemble(reading, index, cue, *best)
    if report.source is None:
        return None if shows(reading, index, best[0]) else report
    return None if is_mute(reading, report.source, report.form) else report


def _of_itself(reading: Reading, index: int, cue: CueReading, form: CueForm) -> Report | None:
    """Return the report of what an outlet passes on of nobody («نقلت الصحيفة أن السد امتلأ»), or None."""
    if form.lemma != "نقل" or form.kind != "past":
        return None
    bare = evolve(form, frames=("أن", "بأن"))
    frame = find_frame(reading, bare, index)
    if frame is None or frame.kind != "clause" or frame.source is None or not reading.can_speak(frame.source):
        return None
    way = reading.passage.words.forms[index + 1 : reading.passage.word_at(frame.content)]
    return (
        None
        if not _ANOTHERS.isdisjoint(way) or is_parted(reading, bare, frame, index)
        else assemble(reading, index, cue, bare, frame)
    )


def _quoting_another(reading: Reading, index: int, cue: CueReading, form: CueForm) -> Report | None:
    """Return the report of what someone tells at once of another («ذكرت الوكالة نقلا عن الوزير أن»), or None."""
    words = reading.passage.words
    near = range(index + 2, min(index + _QUOTING, reading.passage.hi - 1))
    if _QUOTED not in words.forms[near.start : near.stop]:
        return None
    at = next((i for i in near if words.forms[i] == _QUOTED and words.forms[i + 1] == "عن"), None)
    report = relayed(reading, index, cue, form) if at is not None else None
    if report is None or at is None or report.cue[0] > words.starts[at]:
        return report
    return evolve(report, cue=(words.starts[at], words.ends[at]))


def _is_authors_own(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether nobody is the subject: «ويتوقع وصولهم غدا», «الذي يؤكد أن» of a thing."""
    if frame.source is not None or not form.finite:
        return False
    passage = reading.passage
    if passage.words.forms[index] in reading.grammar.impersonal:
        return frame.kind not in {"colon", "marks"}
    if index > passage.lo and passage.words.forms[index - 1] in reading.grammar.relative:
        return frame.kind != "colon" and antecedent(reading, index) is None
    return False


def assemble(  # noqa: C901 - one case a line
    reading: Reading, index: int, cue: CueReading, form: CueForm, frame: Frame
) -> Report:
    """Return the report of the cue at word `index`, read as `form`, that meets a frame."""
    passage = reading.passage
    source, subject = frame.source, "overt"
    rule = f"verb-subject-{frame.kind}"
    relative = antecedent(reading, index, form) if source is None and form.finite else None
    boundary = boundary_of(reading, index)
    before = None
    weak = (
        source is not None and source.name == (source.first, source.last) and source.first not in reading.cast.by_word
    )
    if weak and form.finite and not form.pronoun and not reading.is_marked(source.first if source is not None else 0):
        earlier = subject_before_verb(reading, index, cue)
        source = None if earlier is not None and reading.can_speak(earlier) else source
    if form.finite and not form.pronoun and (source is None or "OBJ" in form.frames):
        before = subject_before_verb(reading, index, cue)
        if source is not None and before is not None:
            # «وكان فلان دعا الوزير إلى …»: the noun behind the verb is its object
            led = passage.words.forms[before.first - 1] if before.first > passage.lo else ""
            topic = led in THAT and (before.last == index or (is_one(before) and is_one(source)))
            ours = led in reading.grammar.kana or topic  # «ذكر أن الهيئة أبلغت اللجنة أنها …»
            ours = ours or opens_sentence(reading, index, before)  # «المعارضة تدعو الهيئة إلى …»
            before, source = (before, None) if ours and reading.can_speak(before) else (None, source)
    if source is None and relative is None and form.finite and form.pronoun:
        before = led_subject(reading, index, cue)
    if source is None and before is None and relative is None and form.finite and not form.pronoun:
        before = topic_of_clause(reading, index, cue, form) or noun_of_clause(reading, index, cue, form)
    if form.kind == "participle":
        rule, subject = f"participle-{frame.kind}", "governed"
    elif relative is not None:
        source, rule = relative, f"relative-{frame.kind}"
    elif before is not None:
        source, rule = before, f"subject-verb-{frame.kind}"
        boundary = min(boundary, boundary_of(reading, before.first))
    elif source is None:
        source = described(reading, index, form) if form.finite and not cue.proclitics else None
        rule, subject = ("dropped", "dropped") if source is None else ("described", "overt")
        rule = f"{rule}-{frame.kind}"
    elif form.cue_class == "doc":
        rule = f"document-{frame.kind}"
    fronted = _fronted(reading, index) if form.finite and before is None else None
    resumed = find_resumption(reading, index, cue, form) if source is None or source is before else None
    boundary = boundary if fronted is None else fronted
    boundary = boundary if resumed is None else min(boundary, passage.words.starts[resumed])
    start, end = cue_span(reading, index, cue, form)
    if frame.via is not None and frame.via == index + 1:
        end = passage.words.ends[frame.via]
    return Report(
        rule=rule, cue=(start, end), form=form, source=source, boundary=boundary, content=frame.content,
        kind=frame.kind, quotation=frame.quotation, bare=frame.bare,
        top=resumed is not None
        or (_takes_the_word(reading, index, cue, form, before) and not illustrates(reading, index, form, frame.source)),
        subject=subject,  # type: ignore[arg-type]
    )  # fmt: skip


def _takes_the_word(reading: Reading, index: int, cue: CueReading, form: CueForm, before: Phrase | None) -> bool:
    """Tell whether a cue ends an open content: a participle, or a verb at the head of a clause of its own."""
    if form.kind == "participle":
        return True
    passage = reading.passage
    if before is not None:
        start = passage.words.starts[before.first]
        earlier = passage.words.forms[before.first - 1] if before.first > passage.lo else ""
        return start <= passage.sentence_start(start) + 3 or earlier in reading.grammar.kana
    opens = is_apart(reading, index) or made_before(reading, index) < index
    if opens or cue.proclitics[:1] in {"و", "ف"} or index == passage.lo:
        return True
    if not reading.is_plain(index):
        told = ":" in passage.gap_before(index) and not (form.lemma == "قال" and form.kind == "past")
        return not told and not is_in_clause(reading, index)  # «قال: أخبرني أخي أن», but «عن فلان قال: قال فلان»
    word = passage.words.forms[index - 1]
    if word == "اذ" or without_conjunction(word) in THEN:  # «والهيئة إذ تعبر عن …» goes on
        return not reading.is_plain(index - 1)
    return word in reading.grammar.in_turn or word in _OPENING or _fronted(reading, index) is not None


def _fronted(reading: Reading, index: int) -> int | None:
    """Return the offset of the preposition that opens the sentence of a verb («وعن السد قال الوزير: …»), or None.

    Nobody speaks between the two.
    """
    passage = reading.passage
    if index <= passage.lo or not reading.is_plain(index):
        return None
    first, forms = passage.word_at(passage.sentence_start(passage.words.starts[index])), passage.words.forms
    floor = max(first, index - 1 - _FRONTED)
    if not _MOREOVER.isdisjoint(forms[floor + 1 : max(floor + 1, index - 1)]):
        near = range(index - 2, floor, -1)
        first = next((i for i in near if forms[i] in _MOREOVER and not reading.is_plain(i)), first)
    if not passage.lo < first < index <= first + _FRONTED:
        return None
    opening = without_conjunction(forms[first])
    if opening == "لكن":  # «…، لكن بعد تحقيق طويل قالت الشرطة إن»
        source = reading.phrase(index + 1)
        opening = passage.words.forms[first + 1] if source is not None and reading.can_speak(source) else ""
    if opening not in reading.grammar.preposition or any(i in reading.signs.cues for i in range(first, index)):
        return None
    return passage.words.starts[first]
