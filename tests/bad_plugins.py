"""Plugins that break one promise each, and good ones beside them: what `check_plugin` must tell apart."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from arabnews import Article, DateMention, Entity, Mention, Span, hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = re.compile(r"[0-9٠-٩]{1,12}")


@attrs.frozen
class Figure:
    """A number in the text."""

    span: Span
    note: str = ""


@attrs.define
class LooseFigure:
    """A number in the text, in a class whose objects can be changed."""

    span: Span


class _Figures:
    """What the plugins of this module have in common: numbers, found in the article's own prose."""

    def figures(self, article: Article, note: str = "") -> Iterator[Figure]:
        for match in NUMBER.finditer(article.prose):
            yield Figure(Span.cut(article.text, *match.span()), note)

    @hookimpl
    def annotation_types(self) -> list[type]:
        return [Figure]


class Good(_Figures):
    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        return self.figures(article)


class GoodDates:
    """Finds «يوم النخلة», on the day after publication."""

    @hookimpl
    def find_dates(self, article: Article) -> Iterator[DateMention]:
        day = article.published.earliest if article.published else None
        for match in re.finditer("يوم النخلة", article.prose):
            value = (day + dt.timedelta(days=1)).isoformat() if day else None
            yield DateMention(span=Span.cut(article.text, *match.span()), value=value)


class UntrueSpan(_Figures):
    """Strips what it cut and keeps the offsets."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        for match in re.finditer(r"[0-9]+ ", article.prose):
            yield Figure(Span(*match.span(), match[0].strip()))


class SpanInPost(_Figures):
    """Reads the whole text and not the prose."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        for match in NUMBER.finditer(article.text):
            yield Figure(Span.cut(article.text, *match.span()))


class EntityInPost:
    """Finds whom a post speaks of."""

    @hookimpl
    def find_entities(self, article: Article) -> Iterator[Entity]:
        for match in re.finditer("المعرض", article.text):
            mention = Mention(Span.cut(article.text, *match.span()))
            yield Entity(type="organization", name="المعرض", mentions=[mention])


class NotTheSameAgain(_Figures):
    """Counts its calls, and tells it."""

    calls = itertools.count()

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        return self.figures(article, note=f"call {next(self.calls)}")


class AsksClock:
    """Takes today for the day of publication."""

    @hookimpl
    def find_dates(self, article: Article) -> Iterator[DateMention]:
        for match in re.finditer("اليوم", article.prose):
            yield DateMention(span=Span.cut(article.text, *match.span()), value=self.today())

    def today(self) -> str:
        return dt.date.today().isoformat()  # noqa: DTZ011 - that is what is wrong with it


class AsksClockByName(AsksClock):
    """Asks a class that it has imported by name."""

    def today(self) -> str:
        return datetime.now().date().isoformat()  # noqa: DTZ005 - that is what is wrong with it


class AsksZone(AsksClock):
    """Reads a fixed moment in the zone of the machine."""

    def today(self) -> str:
        return time.strftime("%Y-%m-%d", time.localtime(1_700_000_000 - 1_700_000_000 % 86_400 + 11 * 3_600))


class Raises(_Figures):
    """Fails on a number with two separators."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        for match in re.finditer(r"[0-9٠-٩/.-]+", article.prose):
            if len(re.findall("/", match[0])) == 2:
                int(match[0])
        return self.figures(article)


class RaisesHalfWay(_Figures):
    """Fails while its finds are being read."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        yield from self.figures(article)
        if "مايو" in article.prose:
            msg = "no such month"
            raise LookupError(msg)


class Quits(_Figures):
    """Ends the program."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        if "مايو" in article.prose:
            raise SystemExit(3)
        return self.figures(article)


class QuadraticPattern(_Figures):
    """Tries a run of digits from each of its digits to the end."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        for match in re.finditer(r"[0-9]+ دينار", article.prose):
            yield Figure(Span.cut(article.text, *match.span()))


class QuadraticLoop(_Figures):
    """Looks through all its finds for each of them."""

    @hookimpl
    def find_annotations(self, article: Article) -> list[Figure]:
        found: list[Figure] = []
        for figure in self.figures(article):
            if all(known.span.start != figure.span.start for known in found):
                found.append(figure)
        return found


class Hangs(_Figures):
    """Does not come to an end on an unclosed mark."""

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        while "«" in article.prose and "»" not in article.prose:
            pass
        return self.figures(article)


class Remembers(_Figures):
    """Keeps results under a key that two articles may share."""

    known: ClassVar[dict[str, list[tuple[int, int]]]] = {}

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[Figure]:
        key = article.text[:1]
        if key not in self.known:
            self.known[key] = [m.span() for m in NUMBER.finditer(article.prose)]
        for start, end in self.known[key]:
            if end <= len(article.text) and NUMBER.fullmatch(article.prose[start:end]):
                yield Figure(Span.cut(article.text, start, end))


class Learns(_Figures):
    """Knows the numbers of all earlier articles."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    @hookimpl
    def find_annotations(self, article: Article) -> list[Figure]:
        found = list(self.figures(article))
        marked = [Figure(f.span, "known" if f.span.text in self.seen else "") for f in found]
        if "«" in article.text:
            self.seen.update(f.span.text for f in found)
        return marked


class NotFrozen:
    @hookimpl
    def annotation_types(self) -> list[type]:
        return [LooseFigure]

    @hookimpl
    def find_annotations(self, article: Article) -> Iterator[LooseFigure]:
        for match in NUMBER.finditer(article.prose):
            yield LooseFigure(Span.cut(article.text, *match.span()))


class WrongType:
    @hookimpl
    def find_dates(self, article: Article) -> Iterator[Any]:
        for match in NUMBER.finditer(article.prose):
            yield Span.cut(article.text, *match.span())


class Misspelt(_Figures):
    @hookimpl
    def find_annotation(self, article: Article) -> Iterator[Figure]:
        return self.figures(article)
