"""One act of reporting, as a passage shows it: the value that the finders of reports yield."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import define, evolve

from arabnews_quotes.text.grammar import AS_FOR, COMMAS, without_conjunction

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.marks import Quotation
    from arabnews_quotes.text.passage import Passage

_TOPIC: Final = 20
"""«أما» stands so many words before its verb at the most."""
THEN: Final = frozenset({"هنا", "عندها", "حينها"})
"""They lead a clause of the reporter's («…، وهنا قال له سعيد: …»)."""
_AFTER: Final = frozenset({"بعد", "منذ", "قبل"})
_MADE: Final = frozenset(
    {"كتب", "كتبت", "نشر", "نشرت", "اصدر", "اصدرت", "ارسل", "ارسلت", "بعث", "بعثت", "وجه", "وجهت", "اطلق", "اطلقت"}
)
_OF_SPEAKER: Final = ("ني", "تنا")
"""«: أخبرني أنه …» is told by whoever speaks."""
_PAPER: Final = 5
"""What was made and its adjectives have no more words than this."""
_CARRYING: Final = frozenset({"say", "assert", "explain", "indicate", "continue"})
_IN: Final = frozenset({"في", "وفي"})
"""Before «حين» they make one connector of two words."""

NOUN_FRAMES: Final = frozenset({"noun", "preposition", "two-part"})
"""The kinds of frames in which a noun tells what was said, and no clause."""


@define(unsafe_hash=True, kw_only=True)
class Report:
    """One act of reporting, as a passage shows it.

    Attributes:
        rule: the name of the rule that found it.
        cue: start and end of the cue.
        form: what the cue is; None for a preposition or a colon.
        source: the source, or None where none is told.
        boundary: the offset at which it takes the word: what was open before ends here.
        content: where the content starts.
        kind: the kind of frame.
        quotation: the quotation with which the content starts, or None.
        bare: whether what was left out before the content lets a quotation be direct.
        top: whether it takes the word at its boundary; else it stands inside the content that is open.
        subject: "overt", "dropped" (who spoke before), or "governed" (the subject of its sentence).
        relay: start and end of the outlet that passed it on.
        closed: where the content ends, if the rule tells.
        resumes: where it goes on behind the source («…»، قال فلان، «…»), if it does.
    """

    rule: str
    cue: tuple[int, int]
    form: CueForm | None = None
    source: Phrase | None = None
    boundary: int
    content: int
    kind: str
    quotation: Quotation | None = None
    bare: bool = True
    top: bool = True
    subject: Literal["overt", "dropped", "governed"] = "overt"
    relay: tuple[int, int] | None = None
    closed: int | None = None
    resumes: int | None = None

    @property
    def weak(self) -> bool:
        """Tell whether it has no subject and a weak verb («بينت أن»): if nobody says it, it is none."""
        form = self.form
        clause = self.source is None and self.kind == "clause"
        by_pronoun = self.rule == "attribution-pronoun" and self.quotation is None  # «حسب وصفها»
        return by_pronoun or (clause and form is not None and form.finite and form.strength == "B")


def cue_span(reading: Reading, index: int, cue: CueReading, form: CueForm | None = None) -> tuple[int, int]:
    """Return the offsets of a cue, read as `form`, without و, ف in front."""
    words = reading.passage.words
    if form is not None and form.form == words.forms[index]:
        return words.starts[index], words.ends[index]
    lead = 1 if cue.proclitics[:1] and cue.proclitics[0] in "وف" else 0
    return words.starts[index] + lead, words.ends[index]


def boundary_of(reading: Reading, index: int) -> int:
    """Return where the clause of a cue starts: at the connectors before it («كما», «وقد», «من جهته»)."""
    passage, at = reading.passage, made_before(reading, index)
    forms = passage.words.forms
    at -= is_apart(reading, at)
    connector, kana = reading.grammar.connector, reading.grammar.kana
    while at > passage.lo:
        before = without_conjunction(forms[at - 1])
        after = before == "ان" and at - 2 >= passage.lo and forms[at - 2] in _AFTER  # «بعد أن كان فلان قد أعلن …»
        led = before in connector or before in THEN or forms[at - 1] in connector  # the ف of «فيما» is its own
        if not after and not led and not (before in kana and reading.is_plain(at)):
            break
        if not reading.is_plain(at) and passage.gap_before(at).strip() not in {"", *COMMAS}:
            break
        two = after or forms[at - 1] in reading.grammar.in_turn or (forms[at - 1] == "حين" and forms[at - 2] in _IN)
        at -= 1 + (two and at - 2 >= passage.lo)
    return passage.words.starts[_topic(reading, at) if forms[index][0] == "ف" else at]


def is_apart(reading: Reading, index: int) -> bool:
    """Tell whether و stands before a word with a space between them («و طالب بـ…»)."""
    return index > reading.passage.lo and reading.passage.words.forms[index - 1] == "و" and reading.is_plain(index)


def made_before(reading: Reading, index: int) -> int:
    """Return the verb that made the paper in which the cue at word `index` says something, or the cue.

    «…، حيث كتب مقالة قصيرة قال فيها: …»
    """
    passage = reading.passage
    forms = passage.words.forms
    if index + 1 >= passage.hi or forms[index + 1] not in reading.grammar.therein or not reading.is_plain(index):
        return index
    for at in range(index - 1, max(passage.lo, index - 1 - _PAPER), -1):
        if without_conjunction(forms[at]) in _MADE:
            return at
        if not reading.is_plain(at):
            break
    return index


def _topic(reading: Reading, index: int) -> int:
    """Return the «أما» to which the ف of a verb at word `index` answers («أما المعارضة فقالت إن …»), or the verb."""
    forms = reading.passage.words.forms
    for at in range(index - 1, max(reading.passage.lo, index - _TOPIC) - 1, -1):
        if ":" in reading.passage.gap(at):
            break
        if forms[at] in AS_FOR:
            return at if ":" not in reading.passage.gap_before(at) else index
        if at in reading.signs.cues and "masdar" not in reading.signs.cues[at].kinds:
            break
    return index


def outside_speech(passage: Passage, reports: list[Report]) -> list[Report]:
    """Keep what a quotation holds from ending it, and drop it there unless it names its source.

    Nor is what somebody's words begin with another's turn («يقول الشيخ: يرى العلماء أن …»). A participle that goes on
    is the reporter's, though the marks close behind it («: "… ، مبينا أن …"»).
    """
    kept: list[Report] = []
    for report in reports:
        before = kept[-1] if kept else None
        mine = report.form is not None and report.form.finite and report.form.form.endswith(_OF_SPEAKER)
        opens = before is not None and before.kind == "colon" and before.quotation is None
        opens = opens and (mine or (before is not None and before.source is not None))
        if before is not None and opens and (mine or report.source is not None) and report.top:
            begins = before.content <= report.boundary and not passage.text[before.content : report.boundary].strip()
            report = evolve(report, top=False) if begins else report  # noqa: PLW2901 - as it stands there
        quotation = passage.quotation_at(report.cue[0])
        outside = (
            quotation is None or (quotation.unclosed and not quotation.carried) or quotation.start >= report.cue[0]
        )
        if outside or _carries_on(passage, report):
            kept.append(report)
        elif report.source is not None:
            kept.append(evolve(report, top=False))
    return kept


def _carries_on(passage: Passage, report: Report) -> bool:
    """Tell whether a strong participle behind a comma says more in a clause («، مضيفا أن …»)."""
    form = report.form
    if form is None or form.kind != "participle" or form.strength != "A" or report.kind != "clause":
        return False
    return form.cue_class in _CARRYING and passage.gap_before(passage.word_at(report.cue[0])).strip() in COMMAS
