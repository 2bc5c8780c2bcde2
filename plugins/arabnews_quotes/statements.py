"""From reports to statements: the walk over the passages that knows who spoke before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from arabnews.article import Article, Span, Statement
from arabnews.cues import CueReading, CueTable, cue_table
from arabnews.fold import fold, tokens

from .attributions import find_attributions
from .cast import Cast
from .content import next_boundaries, read_content
from .frames import Reader
from .grammar import Grammar, grammar
from .headlines import find_headline_reports
from .link import Memory, Speaker, agrees, speaker_of_source, subject_of_sentence
from .passage import Passage, find_passages
from .reports import Report, read_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from arabnews.lexicon import Lexicon

    from .content import Content

HEAD_KINDS: Final = frozenset({"headline", "subheadline", "caption"})

_CONFIDENCE: Final = {"clause": 0.9, "colon": 0.9, "marks": 0.85, "preposition": 0.75, "noun": 0.6, "two-part": 0.65}


def channels(lexicon: Lexicon) -> dict[str, str]:
    """Return the channel that each word tells; use as `lexicon.once(channels)`."""
    return {fold(entry["form"]): entry["channel"] for entry in lexicon.entries}


def attribution_words(lexicon: Lexicon) -> dict[str, str]:
    """Return what each attributing preposition takes; use as `lexicon.once(attribution_words)`."""
    return {fold(entry["form"]): entry["takes"] for entry in lexicon.entries}


@frozen(eq=False)
class Tables:
    """The lexicons that the stages read."""

    cues: CueTable
    grammar: Grammar
    channels: dict[str, str]
    attributions: dict[str, str]


def read_tables(lexicon: Callable[[str], Lexicon]) -> Tables:
    """Return the tables made from the named lexicons."""
    return Tables(
        lexicon("cues").once(cue_table),
        lexicon("quote_grammar").once(grammar),
        lexicon("channels").once(channels),
        lexicon("attributions").once(attribution_words),
    )


@frozen(eq=False)
class Walk:
    """The state of one article's reading."""

    article: Article
    tables: Tables
    cast: Cast
    memory: Memory = field(factory=Memory)
    unknown: list[tuple[int, Report]] = field(factory=list)
    made: list[Statement] = field(factory=list)

    def read(self) -> list[Statement]:
        """Return the statements of the article's prose, in order."""
        words = tokens(self.article.prose)
        readings = {w: r for w in set(words.forms) if (r := self.tables.cues.lookup(w)) is not None}
        passages = list(find_passages(self.article))
        for number, passage in enumerate(passages):
            following = passages[number + 1] if number + 1 < len(passages) else None
            self._read_passage(number, passage, readings, following)
        self._fill_heads()
        return self.made

    def _read_passage(
        self, number: int, passage: Passage, readings: dict[str, CueReading], following: Passage | None
    ) -> None:
        reader = Reader(passage, self.cast, self.tables.grammar, self.tables.cues)
        reports = list(read_reports(reader, readings))
        if passage.kind in HEAD_KINDS:
            reports = list(find_headline_reports(reader, reports))
        else:
            reports = sorted(
                [*reports, *find_attributions(reader, self.tables.attributions, reports)], key=lambda r: r.cue
            )
        reports = _outside_speech(passage, reports)
        ends = next_boundaries(passage, reports)
        open_ones: list[tuple[int, int, Statement]] = []
        for report, end in zip(reports, ends, strict=True):
            stop = report.closed if report.closed is not None else end
            content = read_content(passage, report, stop)
            if content is None:
                continue
            self._add(number, passage, report, content, open_ones, following)

    def _add(
        self,
        number: int,
        passage: Passage,
        report: Report,
        content: Content,
        open_ones: list[tuple[int, int, Statement]],
        following: Passage | None,
    ) -> None:
        sentence = passage.sentence_start(report.cue[0])
        parent = next(
            (s for start, end, s in reversed(open_ones) if start <= report.cue[0] and content.pieces[-1][1] <= end),
            None,
        )
        speaker, chain, rule = self._speaker(number, passage, report, sentence, parent, open_ones)
        form = report.form
        text = self.article.text
        pieces = list(content.pieces)
        if content.unclosed and following is not None and passage.kind == following.kind == "paragraph":
            pieces.extend(_reopened(following))
        base = _CONFIDENCE[report.kind] if report.kind in _CONFIDENCE else 0.6
        if form is not None and form.strength != "A":
            base -= 0.05
        if speaker is None:
            base -= 0.2
        elif report.subject != "overt":
            base -= 0.1
        if content.unclosed:
            base -= 0.15
        statement = Statement(
            id=f"said:{report.cue[0]}",
            type=content.type,
            content=tuple(Span.cut(text, *piece) for piece in pieces),
            fragments=tuple(Span.cut(text, *piece) for piece in content.fragments),
            cue=Span.cut(text, *report.cue),
            cue_class=form.cue_class if form is not None else "say",
            source=Span.cut(text, *report.source) if report.source else None,
            speaker=speaker.name if speaker else None,
            entity=speaker.entity if speaker else None,
            co_speakers=speaker.co_speakers if speaker else (),
            channel=self._channel(passage, report, sentence),
            relay=_named(passage, report.relay, self.cast) if report.relay else None,
            date=self._date(report, sentence),
            parent=parent.id if parent else None,
            chain=chain if parent is None else None,
            unclosed=content.unclosed,
            confidence=round(max(base, 0.1), 2),
            origin=rule,
        )  # type: ignore[arg-type]
        if speaker is None:
            self.unknown.append((len(self.made), report))
        elif parent is None:
            self.memory.add(speaker, statement.id, number, sentence)
        self.made.append(statement)
        open_ones.append((pieces[0][0], content.pieces[-1][1], statement))

    def _speaker(
        self,
        number: int,
        passage: Passage,
        report: Report,
        sentence: int,
        parent: Statement | None,
        open_ones: list[tuple[int, int, Statement]],
    ) -> tuple[Speaker | None, str | None, str]:
        gender = report.form.gender if report.form else None
        count = report.form.number if report.form else None
        if report.source is not None:
            speaker = speaker_of_source(passage, report.source, self.cast, self.tables.grammar, gender, count)
            return self._anaphor(passage, report, speaker), None, report.rule
        last = self.memory.last(gender, count)
        if last is not None and (last[2], last[3]) == (number, sentence):
            return last[0], last[1], report.rule
        subject = subject_of_sentence(passage, sentence, report.cue[0], self.cast, self.tables.grammar, gender)
        if subject is not None:
            return subject, None, report.rule
        if last is not None and passage.kind not in HEAD_KINDS:
            return last[0], last[1], report.rule
        return None, None, report.rule

    def _anaphor(self, passage: Passage, report: Report, speaker: Speaker | None) -> Speaker | None:
        """Return who is meant by «المتحدثة», «المصدر», «البيان» when they refer back to who spoke."""
        if speaker is None or speaker.entity is not None or report.source is None:
            return speaker
        words = fold(speaker.name).split()
        if not words or len(words) > 3 or not (words[0].startswith("ال") or words[0] in {"ذات", "نفس"}):
            return speaker
        stem = words[-1] if words[0] in {"ذات", "نفس"} else words[0]
        for known, *_ in reversed(self.memory.turns[-12:]):
            heads = fold(known.name).split()
            if heads and heads[0] in {stem, stem[2:]} and known.name != speaker.name:
                return Speaker(known.name, known.entity, known.co_speakers, speaker.gender, speaker.number)
        if stem in {
            "المصدر",
            "المتحدث",
            "المتحدثه",
            "المسوول",
            "المسووله",
            "البيان",
            "التقرير",
            "الدبلوماسيه",
            "الدبلوماسي",
            "الاخير",
            "الاخيره",
        }:
            for known, *_ in reversed(self.memory.turns[-12:]):
                if agrees(known, speaker.gender, None):
                    return Speaker(known.name, known.entity, known.co_speakers, speaker.gender, speaker.number)
        return speaker

    def _channel(self, passage: Passage, report: Report, sentence: int) -> str | None:
        if passage.kind in {"headline", "subheadline"}:
            return "headline"
        if passage.kind == "caption":
            return "caption"
        start, end = sorted((min(sentence, report.cue[0]), max(report.cue[1], report.content)))
        if report.closed is not None:
            start, end = report.cue[0], passage.stop_after(report.cue[1])
        low, high = (
            passage.word_at(max(start, report.boundary if report.subject == "governed" else start)),
            passage.word_at(end),
        )
        for at in range(low, min(high, low + 60)):
            word = passage.words.forms[at]
            channel = self.tables.channels.get(word) or self.tables.channels.get(word[1:])
            if channel is not None:
                return channel
        return None

    def _date(self, report: Report, sentence: int) -> str | None:
        low, high = min(sentence, report.cue[0]), max(report.cue[1], report.content)
        for date in self.article.dates:
            if date.span is not None and low <= date.span.start and date.span.end <= high:
                return date.id
        return None

    def _fill_heads(self) -> None:
        """Give headlines whose subject is dropped the first speaker of the body who agrees."""


def _named(passage: Passage, bounds: tuple[int, int], cast: Cast) -> str:
    parts = cast.within(*bounds)
    return parts[0].entity.name if parts else passage.text[bounds[0] : bounds[1]]


def _reopened(passage: Passage) -> Iterator[tuple[int, int]]:
    first = passage.quotations[0] if passage.quotations else None
    if first is not None and not passage.text[passage.start : first.start].strip():
        yield first.inner_start, first.inner_end


def _outside_speech(passage: Passage, reports: list[Report]) -> list[Report]:
    """Drop reports whose cue lies inside a quotation and that name no source, and keep the others from ending it."""
    from attrs import evolve  # noqa: PLC0415

    kept = []
    for report in reports:
        quotation = passage.quotation_at(report.cue[0])
        if quotation is None or quotation.start == report.content:
            kept.append(report)
        elif report.source is not None and report.subject == "overt" and not quotation.unclosed:
            kept.append(evolve(report, top=False))
    return kept
