"""News articles composed by a grammar, with the truth beside them.

What the grammar writes is simpler than what people write, but everything in it is known: where each statement, date,
post and block stands, who speaks, what is meant. So it serves to try a plugin on many texts, to count how much of the
truth is recovered, and to find the smallest text that goes wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from arabnews.article import Article, DateMention
from arabnews.testing.choice import Choice, Seeded
from arabnews.testing.expressions import TENSES, compose_date, compose_day, digits, month_name, write_date
from arabnews.testing.people import Voice, compose_cast, compose_unnamed
from arabnews.testing.posts import write_post
from arabnews.testing.reports import Reporter
from arabnews.testing.sheet import Sheet
from arabnews.testing.words import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_SEED_STEP: Final = 1_000_003
"""Seeds of neighbouring articles lie so far apart: no two runs share an article by accident."""


@frozen
class NewsArticle:
    """A generated article: its text, its day of publication, and what is true of it.

    `truth` is an Article with everything that a perfect plugin would find, made by "grammar": its rules name the shapes
    of which the text is composed. Its entities are the people; bodies and places are not among them.
    """

    text: str
    published: dt.date
    truth: Article


def generate(seed: int, count: int = 1) -> Iterator[NewsArticle]:
    """Yield generated articles: the same for the same seed, everywhere and always in one version of arabnews.

    >>> article = next(generate(7))
    >>> article.truth.text == article.text
    True
    """
    for index in range(count):
        yield compose_news(Seeded(seed * _SEED_STEP + index))


def compose_news(choice: Choice) -> NewsArticle:
    """Return an article of a few paragraphs about what some people say."""
    published = compose_day(choice)
    sheet = Sheet(published)
    writer = _Page(sheet, choice)
    writer.head()
    writer.body()
    writer.foot()
    return NewsArticle(sheet.text, published, sheet.truth())


class _Page:
    """Lays out one article: head, paragraphs and posts, foot."""

    def __init__(self, sheet: Sheet, choice: Choice) -> None:
        self.sheet = sheet
        self.choice = choice
        self.gap = choice.pick(("\n\n", "\n", "\r\n\r\n"))
        self.reporter = Reporter(sheet, choice)
        self.cast = compose_cast(choice, choice.between(1, 3))
        self.inline = False  # whether the first paragraph stands in the line of the dateline

    def line(self, text: str) -> int:
        """Write a gap, if something stands above, and the text; return where the text begins."""
        if self.sheet.at:
            self.sheet.write(self.gap)
        start = self.sheet.at
        self.sheet.write(text)
        return start

    def head(self) -> None:
        """Write what stands above the body."""
        page, choice = words().page, self.choice
        if choice.chance(30):
            self.sheet.block("section", self.line(choice.pick(page["sections"])))
        if choice.chance(85):
            self.headline()
            if choice.chance(20):
                self.sheet.block("subheadline", self.line(choice.pick(page["subheadlines"])))
        if choice.chance(30):
            self.stamp()
        if choice.chance(30):
            place, outlet = choice.pick(page["places"]), choice.pick(page["outlets"])
            shape = choice.pick(("{0} - {1}:", "{0}- «{1}»:", "{0} ({1}) -", "{0} – “{1}”:"))
            self.sheet.block("dateline", self.line(shape.format(place, outlet)))
            self.inline = choice.chance(50)

    def headline(self) -> None:
        """Write a headline; sometimes someone speaks in it."""
        if not self.choice.chance(40):
            self.sheet.block("headline", self.line(self.choice.pick(words().page["headlines"])))
            return
        start = self.line("")
        voice = self.cast[0]
        source = self.sheet.write(self.choice.pick((voice.surname, voice.name)))
        self.sheet.mention(voice.name, source)
        cue = self.sheet.write(":")
        self.sheet.write(" ")
        content_start = self.sheet.at
        self.reporter.subject_and_predicate()
        self.sheet.statement(
            "headline-colon",
            type="indirect",
            content=[self.sheet.since(content_start)],
            cue=cue,
            source=source,
            speaker=voice.name,
            channel="headline",
        )
        self.sheet.block("headline", start)

    def stamp(self) -> None:
        """Write the day of publication."""
        day, choice = self.sheet.published, self.choice
        weekday = words().months["weekdays"][day.weekday()]
        text = choice.pick(
            (
                f"{day.day} {month_name(choice, day.month)} {day.year}",
                f"{weekday} {day.day} {month_name(choice, day.month)} {day.year}",
                day.isoformat(),
            )
        )
        start = self.line("")
        span = self.sheet.write(digits(choice, text))
        origin = self.sheet.origin("stamp")
        mention = DateMention(span=span, value=day.isoformat(), earliest=day, latest=day, origin=origin)
        self.sheet.date(mention)
        self.sheet.block("stamp", start)

    def body(self) -> None:
        """Write paragraphs, with a post between two of them perhaps."""
        count = self.choice.between(1, 6)
        post = self.choice.below(count) if self.choice.chance(30) else None
        for index in range(count):
            self.paragraph(first=index == 0)
            if index == post:
                self.line("")
                start = self.sheet.at
                write_post(self.sheet, self.choice)
                self.sheet.block("embed", start)

    def paragraph(self, *, first: bool) -> None:
        """Write a paragraph: what one voice says, or what the reporter tells."""
        choice, sheet = self.choice, self.sheet
        if first and self.inline:
            sheet.write(" ")
            start = sheet.at
        else:
            start = self.line("")
        if not first and choice.chance(25):
            self.narration()
        else:
            voice = compose_unnamed(choice) if choice.chance(15) else choice.pick(self.cast)
            self.turn(voice)
            if choice.chance(15):
                sheet.write(". ")
                self.narration()
        sheet.write(".")
        sheet.block("paragraph", start)

    def turn(self, voice: Voice) -> None:
        """Write a report, and perhaps more of what the same voice says."""
        statement = self.reporter.report(voice)
        if self.choice.chance(25):
            statement = self.reporter.carry_on(voice, statement)
        if self.choice.chance(40):
            self.sheet.write(". ")
            self.reporter.follow_up(voice, statement)

    def narration(self) -> None:
        """Write a sentence, without its full stop, that nobody says."""
        told = words().narration
        if not self.choice.chance(50):
            self.sheet.write(self.choice.pick(told["plain"]))
            return
        tense = self.choice.pick(TENSES)
        self.sheet.write(f"{self.choice.pick(told[f'dated_{tense}'])} ")
        write_date(self.sheet, compose_date(self.choice, self.sheet.published, tense), lead=True)

    def foot(self) -> None:
        """Write what stands below the body."""
        page, choice, sheet = words().page, self.choice, self.sheet
        if choice.chance(15):
            start = self.line(f"{choice.pick(page['related_heads'])}")
            sheet.write(f"{self.gap}{choice.pick(page['related'])}")
            sheet.block("related", start)
        if choice.chance(20):
            start = self.line(choice.pick(page["keyword_heads"]))
            first = choice.below(len(page["keywords"]) - 1)
            for keyword in page["keywords"][first : first + 2]:
                sheet.write(f"{self.gap}{keyword}")
            sheet.block("keywords", start)
        if choice.chance(15):
            sheet.block("source", self.line(choice.pick(page["sources"])))
        if choice.chance(15):
            sheet.block("boilerplate", self.line(choice.pick(page["boilerplate"])))
