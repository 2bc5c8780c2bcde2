"""Sentences that report what someone said: the part of the grammar of news that speaks of statements.

A *report* names its speaker; a *continuation* leaves the speaker out and carries on what the same one said. Contents
follow the rules of the annotated articles: without quotation marks, colon and free-standing إن or preposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from arabnews.testing.expressions import compose_date, compose_setting, write_date
from arabnews.testing.people import write_voice
from arabnews.testing.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.article import Span, Statement
    from arabnews.testing.choice import Choice
    from arabnews.testing.expressions import Tense
    from arabnews.testing.people import Voice
    from arabnews.testing.sheet import Sheet
    from arabnews.testing.words import Verb

_MARKS: Final = (("«", "»"), ('"', '"'), ("“", "”"), ("”", "“"), ("« ", " »"))


class Reporter:
    """Writes reports of what the voices of one article say."""

    def __init__(self, sheet: Sheet, choice: Choice) -> None:
        """Write on this sheet. An article keeps to one kind of quotation marks."""
        self.sheet = sheet
        self.choice = choice
        self.marks = choice.pick(_MARKS)
        self._met: set[str] = set()

    def report(self, voice: Voice) -> Statement:
        """Write a sentence, without its full stop, that names its speaker and reports what it said."""
        return self.choice.pick(_REPORTS)(self, voice)

    def carry_on(self, voice: Voice, before: Statement) -> Statement:
        """Write `، مضيفا أن …` behind a report of the same speaker."""
        verb = self.choice.pick(words().participles)
        self.sheet.write("، ")
        cue = self.sheet.write(verb.form(voice.gender))
        return self._dropped("participle", voice, verb, cue, before)

    def follow_up(self, voice: Voice, before: Statement) -> Statement:
        """Write a sentence, without its full stop, in which the speaker of the one before goes on."""
        verb = self.choice.pick(words().continuing)
        self.sheet.write("و")
        cue = self.sheet.write(verb.form(voice.gender))
        return self._dropped("continuing", voice, verb, cue, before)

    # what the frames are made of --------------------------------------------------------------------------------------

    def source(self, voice: Voice) -> Span:
        """Write the noun phrase of a source."""
        known = voice.name in self._met
        self._met.add(voice.name)
        return write_voice(self.sheet, self.choice, voice, known=known)

    def clause(self) -> Span:
        """Write a clause that can stand after «أن», sometimes with a date at its end."""
        start = self.sheet.at
        tense = self.subject_and_predicate()
        if self.choice.chance(25):
            self.sheet.write(" ")
            write_date(self.sheet, compose_date(self.choice, self.sheet.published, tense), lead=True)
        return self.sheet.since(start)

    def subject_and_predicate(self, *, quoted: bool = False) -> Tense:
        """Write a subject and what is said of it, the latter in quotation marks if wanted; return its tense."""
        known = words()
        gender = "f" if self.choice.chance(50) else "m"
        tense: Tense = "future" if self.choice.chance(50) else "past"
        self.sheet.write(f"{self.choice.pick(known.subjects[gender])} ")
        pair = self.choice.pick(known.past if tense == "past" else known.future)
        self.sheet.write(f"{self.marks[0] if quoted else ''}{pair[gender == 'f']}")
        return tense

    def quoted(self) -> Span:
        """Write words in quotation marks and return the span of the words."""
        self.sheet.write(self.marks[0])
        span = self.sheet.write(self.choice.pick(words().utterances))
        self.sheet.write(self.marks[1])
        return span

    def verb_and_source(self, verb: Verb, voice: Voice, after: str) -> dict[str, Any]:
        """Write `قالت فلانة`, sometimes with the day and the channel, then `after`; return what is true of it."""
        opening = self.choice.pick(("", "", "و", "phrase"))
        told = words().narration["openings_f" if voice.gender == "f" else "openings"]
        self.sheet.write(self.choice.pick(told) if opening == "phrase" else opening)
        cue = self.sheet.write(verb.form(voice.gender))
        self.sheet.write(" ")
        facts: dict[str, Any] = {"cue": cue, "cue_class": verb.cue_class, "speaker": voice.name}
        facts["source"] = self.source(voice)
        if self.choice.chance(25):
            self.sheet.write("، ")
            facts["date"] = write_date(self.sheet, compose_setting(self.choice, self.sheet.published))
            self.sheet.write("" if after.startswith(":") else "،")
        elif self.choice.chance(20):
            text, facts["channel"] = self.choice.pick(words().channels)
            self.sheet.write(f" {text}")
        self.sheet.write(after)
        return facts

    def _dropped(self, rule: str, voice: Voice, verb: Verb, cue: Span, before: Statement) -> Statement:
        facts = {"cue": cue, "cue_class": verb.cue_class, "speaker": voice.name, "chain": before.id}
        if verb.marks and self.choice.chance(40):
            self.sheet.write(self.choice.pick((": ", " ")))
            return self.sheet.statement(f"{rule}-marks", type="direct", content=[self.quoted()], **facts)
        self.sheet.write(f" {verb.link} ")
        if self.choice.chance(25):
            return self._mixed(f"{rule}-mixed", facts)
        return self.sheet.statement(f"{rule}-clause", type="indirect", content=[self.clause()], **facts)

    def _mixed(self, rule: str, facts: dict[str, Any]) -> Statement:
        start = self.sheet.at
        self.subject_and_predicate(quoted=True)
        content = self.sheet.since(start)
        opened = content.start + content.text.index(self.marks[0]) + len(self.marks[0])
        fragment = self.sheet.since(opened)
        self.sheet.write(self.marks[1])
        return self.sheet.statement(rule, type="mixed", content=[content], fragments=[fragment], **facts)


# the frames, the simplest first ---------------------------------------------------------------------------------------


def _verb_clause(to: Reporter, voice: Voice) -> Statement:
    verb = to.choice.pick(words().verbs)
    facts = to.verb_and_source(verb, voice, f" {verb.link} ")
    return to.sheet.statement("verb-clause", type="indirect", content=[to.clause()], **facts)


def _verb_marks(to: Reporter, voice: Voice) -> Statement:
    verb = to.choice.pick([v for v in words().verbs if v.marks])
    facts = to.verb_and_source(verb, voice, ": ")
    return to.sheet.statement("verb-marks", type="direct", content=[to.quoted()], **facts)


def _verb_mixed(to: Reporter, voice: Voice) -> Statement:
    verb = to.choice.pick(words().verbs)
    facts = to.verb_and_source(verb, voice, f" {verb.link} ")
    return to._mixed("verb-mixed", facts)  # noqa: SLF001 - the frames are the reporter's own


def _clause_in_marks(to: Reporter, voice: Voice) -> Statement:
    verb = to.choice.pick(words().verbs)
    facts = to.verb_and_source(verb, voice, f" {verb.link} {to.marks[0]}")
    start = to.sheet.at
    to.subject_and_predicate()
    content = to.sheet.since(start)
    to.sheet.write(to.marks[1])
    # wholly in marks after a bare أن: the speaker's own words
    return to.sheet.statement("clause-in-marks", type="direct", content=[content], **facts)


def _demand(to: Reporter, voice: Voice) -> Statement:
    verb = to.choice.pick(words().demands)
    facts = to.verb_and_source(verb, voice, " ")
    # «ب» is written to its noun and part of the content; «على ضرورة» gives its noun to it
    frame, _, own = verb.link.rpartition(" ") if " " in verb.link else (verb.link, "", "")
    if frame == "ب":
        frame, own = "", "ب"
    elif own:
        own += " "
    to.sheet.write(f"{frame} " if frame else "")
    content = to.sheet.write(own + to.choice.pick(words().nouns[verb.of]))
    return to.sheet.statement("noun", type="indirect", content=[content], **facts)


def _attributed_before(to: Reporter, voice: Voice) -> Statement:
    to.sheet.write("و")
    cue = to.sheet.write(to.choice.pick(words().attribution["before"]))
    to.sheet.write(" ")
    source = to.source(voice)
    to.sheet.write("، فإن ")
    return to.sheet.statement(
        "attributed-before",
        type="indirect",
        content=[to.clause()],
        cue=cue,
        cue_class="manner",
        source=source,
        speaker=voice.name,
    )


def _attributed_after(to: Reporter, voice: Voice) -> Statement:
    content = to.clause()
    to.sheet.write("، ")
    cue = to.sheet.write(to.choice.pick(words().attribution["before"]))
    to.sheet.write(" ")
    source = to.source(voice)
    return to.sheet.statement(
        "attributed-after",
        type="indirect",
        content=[content],
        cue=cue,
        cue_class="manner",
        source=source,
        speaker=voice.name,
    )


def _relayed(to: Reporter, voice: Voice) -> Statement:
    carrier = to.choice.pick(words().attribution["carriers"])
    to.sheet.write(f"ونقلت {carrier} عن ")
    source = to.source(voice)
    to.sheet.write(" ")
    cue = to.sheet.write("قولها" if voice.gender == "f" else "قوله")
    to.sheet.write(" إن ")
    return to.sheet.statement(
        "relayed",
        type="indirect",
        content=[to.clause()],
        cue=cue,
        cue_class="say",
        source=source,
        speaker=voice.name,
        relay=carrier,
    )


def _words_first(to: Reporter, voice: Voice) -> Statement:
    content = to.quoted()
    return to.sheet.statement("words-first", type="direct", content=[content], **_says(to, voice))


def _split(to: Reporter, voice: Voice) -> Statement:
    first = to.quoted()
    facts = _says(to, voice)
    to.sheet.write("، ")
    return to.sheet.statement("split", type="direct", content=[first, to.quoted()], **facts)


def _says(to: Reporter, voice: Voice) -> dict[str, Any]:
    """Write `، يقول فلان` behind the words of someone."""
    verb, present = to.choice.pick([(v, v.present) for v in words().verbs if v.present])
    to.sheet.write("، ")
    cue = to.sheet.write(present[voice.gender == "f"])
    to.sheet.write(" ")
    return {"cue": cue, "cue_class": verb.cue_class, "source": to.source(voice), "speaker": voice.name}


_REPORTS: Final[tuple[Callable[[Reporter, Voice], Statement], ...]] = (
    _verb_clause, _verb_clause, _verb_clause, _verb_marks, _verb_marks, _verb_mixed, _demand, _clause_in_marks,
    _attributed_before, _attributed_after, _relayed, _words_first, _split,
)  # fmt: skip
