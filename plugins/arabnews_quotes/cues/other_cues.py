"""Finds the reports whose cue is no plain verb: relays, documents, quotations before their verb, masdars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from arabnews_quotes.nouns.agents import has_masdar_shape
from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.text.grammar import COMMAS, THAT

from .anonymity import past_anonymity
from .asides import past_manner
from .behind_sources import past_comma_aside
from .citations import in_his_words
from .frames import find_frame
from .government import prepositions_of
from .report import Report, boundary_of, cue_span
from .scanning import Frame, clause_at, scan

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.marks import Quotation


RELAYS: Final = frozenset({"نقل", "نسب", "علم"})
"""A preposition behind these leads to whom a word is from: passed on («نقل عن»), ascribed to him, learned of him."""
_OF_WHOM: Final = {"نسب": "الي", "علم": "من"}
"""The preposition of those that do not take «عن»."""
_THUS: Final = frozenset({"هكذا", "كما", "هذا", "بهذا"})
"""What may stand between a quotation and the verb behind it («…». هكذا قال الوزير)."""
_THAT_IS_WHAT: Final = {("هذا", "ما"), ("وهذا", "ما"), ("وهو", "ما")}
_OF_HIM: Final = frozenset({"عنه", "عنها", "عنهم", "عنهما"})
_NEWS: Final = 60
"""What a masdar announces has no more words than this before the clause around it goes on."""
_BUT: Final = ("لكن", "الا", "فان", "فقد")
_PASSED: Final = 9
"""The verb that passes a word on stands so many words before it."""
_LONG: Final = 6
"""Marks around so many words hold speech, not a name."""
_OF_DOCUMENTS: Final = frozenset({"نص", "تضمن"})
"""Verbs that report where a document is their subject («نص البيان على أن …»)."""


def document_frame(reading: Reading, index: int, form: CueForm) -> Frame | None:
    """Return the frame of «جاء في بيان للوزارة أن …», «رسالة جاء فيها أن …»; «جاء ذلك في …» has none."""
    passage, at = reading.passage, index + 2
    if index + 1 < passage.hi and passage.words.forms[index + 1] in {"فيه", "فيها"}:
        frame = scan(reading, form, at, passage.stop_after(passage.words.ends[index]), None, clause_only=True, reach=2)
        return frame if frame is not None and frame.kind in {"clause", "colon", "marks"} else None
    if form.lemma in _OF_DOCUMENTS:
        frame = find_frame(reading, form, index)
        noun = frame.source.noun if frame is not None and frame.source is not None else None
        clause = frame is not None and frame.kind == "clause"
        return frame if clause and noun is not None and noun.kind == "document" else None
    if at >= passage.hi or passage.words.forms[index + 1] not in {"في", "ضمن"}:
        return None
    phrase, word = reading.phrase(at), passage.words.forms[at]
    listed = phrase is not None and phrase.noun is not None and phrase.noun.kind == "document"
    paper = listed or word in reading.grammar.paper or word.removeprefix("ال") in reading.grammar.evidence
    if phrase is None or not paper:
        return None
    frame = scan(reading, form, phrase.last, passage.stop_after(passage.words.ends[index]), phrase)
    return frame if frame is not None and frame.kind in {"clause", "colon", "marks"} else None


def relayed(reading: Reading, index: int, cue: CueReading, form: CueForm) -> Report | None:
    """Return the report of «نقلت الوكالة عن X قوله إن …», «نسبت الوكالة إلى X قوله …»: X speaks, the agency relays."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    limit = passage.stop_after(ends[index])
    of = _OF_WHOM.get(form.lemma, "عن")
    about = next((i for i in range(index + 1, min(index + 12, passage.hi)) if forms[i] == of), None)
    told = about is not None and starts[about] < limit
    phrase = (reading.phrase(about + 1) or reading.bare_name(about + 1)) if told and about is not None else None
    if about is None or phrase is None or (form.lemma == "علم" and not reading.can_speak(phrase)):
        return None
    behind = past_anonymity(reading, phrase.last)
    frame = scan(reading, form, behind, limit, phrase, clause_only=True)
    if frame is None or frame.kind not in {"clause", "colon", "marks"}:
        return None
    near = range(behind, min(behind + 12, passage.hi))
    said = next((i for i in near if starts[i] < frame.content and _is_saying(reading, i)), None)
    if said is None and form.lemma == "نسب":
        return None
    relay = reading.phrase(index + 1)
    passed = relay is not None and relay.last <= about and form.lemma != "علم"
    return Report(
        rule="relay",
        cue=(starts[said], ends[said]) if said is not None else cue_span(reading, index, cue),
        form=form,
        source=phrase,
        boundary=boundary_of(reading, index),
        content=frame.content,
        kind=frame.kind,
        quotation=frame.quotation,
        bare=frame.bare,
        relay=(starts[relay.first], ends[relay.last - 1]) if passed and relay is not None else None,
    )


def _is_saying(reading: Reading, index: int) -> bool:
    found = reading.signs.cues.get(index)
    return found is not None and any(form.kind == "masdar" and form.pronoun for form in found.forms)


def is_behind_quotation(reading: Reading, index: int, cue: CueReading) -> bool:
    """Tell whether a verb stands behind the quotation that opens its sentence: «…»، يقول الوزير، «…»."""
    passage = reading.passage
    if cue.proclitics or index == passage.lo or reading.is_plain(index):
        return False
    quotation = passage.quotation_at(passage.words.ends[index - 1])
    if quotation is None or not (reading.can_open(quotation.start) or _stands_alone(reading, quotation)):
        return False
    return passage.text[quotation.end : passage.words.starts[index]].strip() in {"", *COMMAS}


def _stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether nobody before a long quotation in its sentence says it («أما السد، «…»، يضيف البيان»)."""
    passage = reading.passage
    first = passage.word_at(passage.sentence_start(quotation.start))
    last = passage.word_at(quotation.start)
    long = passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) >= _LONG
    return long and not any(index in reading.signs.cues for index in range(first, last))


def postposed(reading: Reading, index: int, cue: CueReading) -> Report | None:  # noqa: PLR0911 - one test a line
    """Return the report of a quotation that stands before its cue: «…»، قال الوزير."""
    passage = reading.passage
    starts, ends = passage.words.starts, passage.words.ends
    first = index - (index > passage.lo and passage.words.forms[index - 1] in _THUS)
    if passage.words.forms[max(passage.lo, index - 2) : index] in _THAT_IS_WHAT:
        first = index - 2  # «"…"، هذا ما أكده الوزير»
    if not passage.quotations or first == passage.lo:
        return None
    form = next((f for f in cue.forms if f.finite and f.strength != "C" and "«»" in f.frames), None)
    if form is None or form.lemma == "ردد" or (form.lemma == "روي" and form.pronoun):  # «… رواه فلان»
        return None
    quotation = passage.quotation_at(ends[first - 1])
    if quotation is None or quotation.end > starts[first]:
        return None
    if passage.text[quotation.end : starts[first]].strip("،, .-–\u200f"):
        return None
    if passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) < 3:
        return None
    phrase = reading.phrase(index + 1)
    if phrase is None and index + 1 < passage.hi and reading.is_plain(index + 1):
        return None
    return Report(
        rule="postposed-marks", cue=cue_span(reading, index, cue), form=form, source=phrase, boundary=quotation.start,
        content=quotation.start, kind="marks", quotation=quotation, subject="overt" if phrase else "dropped",
        closed=quotation.end, resumes=_resumed(reading, phrase.last if phrase is not None else index + 1),
    )  # fmt: skip


def _resumed(reading: Reading, at: int) -> int | None:
    """Return where a second quotation opens right before word `at`: it goes on with the first."""
    passage = reading.passage
    if at >= passage.hi:
        return None
    end = passage.words.ends[at - 1]
    quotation = passage.opening_in(end, passage.words.starts[at])
    if quotation is None or passage.text[end : quotation.start].strip() not in {"", ":", *COMMAS}:
        return None
    return quotation.start


def _is_led_to(reading: Reading, index: int, cue: CueReading) -> bool:
    """Tell whether «القول» is what someone did («بالقول», «خلص إلى القول»), not what may be said («يمكن القول»)."""
    if "ب" in cue.proclitics:
        return True
    before = reading.passage.words.forms[index - 1] if index > reading.passage.lo else ""
    verb = reading.table.lookup(before)
    return before in {"الي", "علي"} or (verb is not None and any(form.finite for form in verb.forms))


def masdar_report(  # noqa: C901, PLR0911 - one test a line
    reading: Reading, index: int, cue: CueReading
) -> Report | None:
    """Return the report of a noun as cue: «قوله إن …», «إعلان الوزارة أن …», «بالقول: …»."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    form = next((f for f in cue.forms if f.kind == "masdar" and f.strength == "A"), None)
    if form is None or index + 1 >= passage.hi:
        return None
    limit, span = passage.stop_after(ends[index]), (starts[index] + len(cue.proclitics), ends[index])
    if form.form.startswith("ال") and (
        (form.lemma == "قال" and _is_led_to(reading, index, cue))
        or (index > passage.lo and forms[index - 1] in reading.grammar.passive)
    ):
        frame = scan(reading, form, index + 1, limit, None, near=2, reach=4)
        if frame is None or frame.kind in {"preposition", "noun"}:
            return None
        subject: Literal["governed", "dropped"] = "governed" if form.lemma == "قال" else "dropped"
        return Report(
            rule=f"masdar-{frame.kind}", cue=(starts[index], ends[index]), form=form, boundary=starts[index],
            content=frame.content, kind=frame.kind, quotation=frame.quotation, bare=frame.bare, subject=subject,
        )  # fmt: skip
    if form.pronoun:
        following = index + 2 if forms[index + 1] in {"الي", "علي", "من"} else index + 1
        if following >= passage.hi or forms[following] not in THAT or not reading.is_plain(index + 1):
            return (
                in_his_words(reading, index, form, span)
                if form.lemma == "قال"
                else _announced(reading, index, form, span)
            )
        frame = clause_at(reading, following, None)
        passed = _passed_on(reading, index)
        return Report(
            rule="masdar-clause", cue=span, form=form, content=frame.content, kind="clause", subject="governed",
            boundary=starts[index] if passed is None else boundary_of(reading, passed),
            quotation=frame.quotation, bare=frame.bare, top=passed is not None,
        )  # fmt: skip
    phrase = reading.phrase(index + 1) if not form.form.startswith("ال") else None
    if phrase is None or phrase.last >= passage.hi:
        return None
    if not (reading.can_speak(phrase) or forms[phrase.first] in {"الله", "الرسول"}):
        return None
    if form.lemma == "قال":
        told = forms[phrase.last][0] == "ل" and reading.is_plain(phrase.last)  # «قول الأب لابنه: …»
        cited = in_his_words(reading, phrase.last - 1 + told, form, span, phrase)
        if cited is not None:
            return cited
    if forms[phrase.last] in THAT and forms[phrase.last][0] != "و":
        frame = clause_at(reading, phrase.last, phrase)
        return Report(
            rule="masdar-clause", cue=span, form=form, source=phrase, boundary=starts[index], content=frame.content,
            kind="clause", quotation=frame.quotation, bare=frame.bare, top=False,
        )  # fmt: skip
    led = _behind_preposition(reading, form, phrase, limit)
    if led is not None:
        return Report(
            rule=f"masdar-{led.kind}", cue=span, form=form, source=phrase, boundary=starts[index], content=led.content,
            kind=led.kind, quotation=led.quotation, bare=led.bare, top=False,
            closed=_end_of_noun(reading, led.content, limit, whole=led.kind == "preposition"),
        )  # fmt: skip
    at = past_manner(reading, phrase.last)
    if form.lemma == "اعلن" and starts_noun(reading, at, limit) and reading.is_plain(phrase.last):
        return Report(
            rule="masdar-noun", cue=span, form=form, source=phrase, boundary=starts[index], content=starts[at],
            kind="noun", top=False,
        )  # fmt: skip
    return None


def _behind_preposition(reading: Reading, form: CueForm, phrase: Phrase, limit: int) -> Frame | None:
    """Return the frame of the preposition behind a masdar and whoever speaks («تأكيد فلان على أن», «إعلان … عن …»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    at = past_comma_aside(reading, phrase.last, limit)
    if at + 1 >= passage.hi or passage.words.starts[at + 1] >= limit or forms[at] not in prepositions_of(form.frames):
        return None
    closed = not all(map(reading.is_plain, range(phrase.first + 1, phrase.last)))  # «إعلان الرئيس، فلان، عن …»
    if not reading.is_plain(at) and at == phrase.last and not (closed and passage.gap_before(at).strip() in COMMAS):
        return None
    if forms[at + 1] in THAT:
        return clause_at(reading, at + 1, phrase)
    if phrase.noun is None and not forms[phrase.first].startswith("ال") and has_masdar_shape(forms[phrase.first]):
        return None  # «إعلان انشقاق فلان عن …»
    if form.lemma == "اعلن" and starts_noun(reading, at + 1, limit):
        return Frame("preposition", phrase, passage.words.ends[at])
    return None


def _end_of_noun(reading: Reading, content: int, limit: int, *, whole: bool) -> int | None:
    """Return where what a masdar leads to ends: the clause around it goes on behind a comma, or at «كان».

    Behind a complementiser (not `whole`) a comma ends it only before what opens another clause («…، لكنه حذر من …»).
    """
    passage, forms = reading.passage, reading.passage.words.forms
    first = passage.word_at(content)
    for at in range(first + 1, min(first + _NEWS, passage.hi)):
        if passage.words.starts[at] >= limit:
            return limit if whole else None
        paused = not reading.is_plain(at) and passage.gap_before(at).strip()[:1] in COMMAS
        turns = forms[at].startswith(_BUT) or forms[at] in reading.grammar.act
        if (paused and (turns or (whole and forms[at][0] != "و"))) or (whole and forms[at] in reading.grammar.copula):
            return passage.words.ends[at - 1]
    return limit if whole and passage.hi <= first + _NEWS else None


def _passed_on(reading: Reading, index: int) -> int | None:
    """Return the verb that passes on of someone told of before what he said («ونقلت عنه الوكالة قوله إن»), or None."""
    forms = reading.passage.words.forms
    for at in range(index - 2, max(reading.passage.lo, index - _PASSED) - 1, -1):
        cue = reading.signs.cues.get(at)
        if cue is not None and any(form.finite for form in cue.forms):
            of_him = not _OF_HIM.isdisjoint(forms[at + 1 : index])
            return at if of_him and any(form.lemma == "نقل" for form in cue.forms) else None
    return None


def _announced(reading: Reading, index: int, form: CueForm, span: tuple[int, int]) -> Report | None:
    """Return the report of what someone announced by a noun with a pronoun («بعد إعلانها إطلاق …»), or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    at = index + 1 + (forms[index + 1] == "عن")
    if form.lemma != "اعلن" or at >= passage.hi or not reading.is_plain(index + 1) or not has_masdar_shape(forms[at]):
        return None
    limit = passage.stop_after(passage.words.ends[index])
    content = passage.words.ends[at - 1] if at > index + 1 else passage.words.starts[at]
    kind: Literal["preposition", "noun"] = "preposition" if at > index + 1 else "noun"
    return Report(
        rule=f"masdar-{kind}", cue=span, form=form, boundary=passage.words.starts[index],
        content=content, kind=kind, subject="governed", top=False,
        closed=_end_of_noun(reading, content, limit, whole=True),
    )  # fmt: skip
