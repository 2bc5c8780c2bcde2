"""Flattened social posts: the part of the grammar of news that writes widgets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from arabnews.article import DateMention, Embed, Span
from arabnews.testing.expressions import digits
from arabnews.testing.words import words

if TYPE_CHECKING:
    from arabnews.testing.choice import Choice
    from arabnews.testing.sheet import Sheet

_DAY: Final = dt.timedelta(days=1)


def write_post(sheet: Sheet, choice: Choice) -> None:
    """Write a post as the page's widget leaves it behind, or as its embedding code does."""
    choice.pick((_arabic_widget, _arabic_widget, _english_widget, _attributed))(sheet, choice)


def _arabic_widget(sheet: Sheet, choice: Choice) -> None:
    start = sheet.at
    author, handle = choice.pick(words().accounts)
    sheet.write(choice.pick((f"{author}\n@{handle}\n· متابعة\n", f"{author} @{handle} · متابعة\n")))
    text, tags = _words(sheet, choice)
    sheet.write("\n")
    when = _moment(sheet, choice)
    hour = when.hour % 12 or 12
    month = words().months["egypt"][when.month - 1]
    stamp = f"{hour}:{when.minute:02} {'م' if when.hour >= 12 else 'ص'} . {when.day} {month} {when.year}"
    posted = _posted(sheet, when, digits(choice, stamp))
    likes, replies = choice.between(2, 900), None
    sheet.write(digits(choice, f"\n{likes} رد نسخ الرابط"))
    if choice.chance(60):
        replies = choice.between(3, 10)
        sheet.write(digits(choice, f"\nقراءة {replies} ردود"))
    _note(
        sheet, start, "widget-ar", author=author, handle=handle, text=text, posted=posted, likes=likes, replies=replies,
        hashtags=tags,
    )  # fmt: skip


def _english_widget(sheet: Sheet, choice: Choice) -> None:
    start = sheet.at
    author, handle = choice.pick(words().accounts)
    sheet.write(f"{author}\n@{handle}\n· Follow\n")
    text, tags = _words(sheet, choice)
    when = _moment(sheet, choice)
    hour = when.hour % 12 or 12
    month = words().months["english"][when.month - 1][:3]
    stamp = f"{hour}:{when.minute:02} {'PM' if when.hour >= 12 else 'AM'} · {month} {when.day}, {when.year}"
    sheet.write("\n")
    posted = _posted(sheet, when, stamp)
    likes, replies = choice.between(2, 900), choice.between(3, 90)
    sheet.write(f"\n{likes} Reply Copy link\nRead {replies} replies")
    _note(
        sheet, start, "widget-en", author=author, handle=handle, text=text, posted=posted, likes=likes, replies=replies,
        hashtags=tags,
    )  # fmt: skip


def _attributed(sheet: Sheet, choice: Choice) -> None:
    start = sheet.at
    author, handle = choice.pick(words().accounts)
    text, tags = _words(sheet, choice)
    address = "pic.twitter.com/Ab3dE6gH1j"
    urls: tuple[str, ...] = ()
    if choice.chance(50):
        sheet.write(f" {address}")
        text, urls = sheet.since(start), (address,)
    day = _moment(sheet, choice).date()
    sheet.write(f"\n— {author} (@{handle}) ")
    span = sheet.write(f"{words().months['english'][day.month - 1]} {day.day}, {day.year}")
    posted = DateMention(span=span, value=day.isoformat(), grain="day", earliest=day, latest=day)
    _note(sheet, start, "attributed", author=author, handle=handle, text=text, posted=posted, hashtags=tags, urls=urls)


def _words(sheet: Sheet, choice: Choice) -> tuple[Span, tuple[str, ...]]:
    start = sheet.at
    sheet.write(choice.pick(words().post_words))
    tags = (choice.pick(words().tags),) if choice.chance(60) else ()
    for tag in tags:
        sheet.write(f" #{tag}")
    return sheet.since(start), tags


def _moment(sheet: Sheet, choice: Choice) -> dt.datetime:
    day = sheet.published - choice.between(0, 20) * _DAY
    return dt.datetime.combine(day, dt.time(choice.below(24), choice.below(60)))


def _posted(sheet: Sheet, when: dt.datetime, stamp: str) -> DateMention:
    return DateMention(
        span=sheet.write(stamp),
        value=when.isoformat(timespec="minutes"),
        grain="minute",
        earliest=when.date(),
        latest=when.date(),
    )


def _note(sheet: Sheet, start: int, rule: str, **facts: Any) -> None:
    origin = sheet.origin(rule)
    facts["posted"] = evolve(facts["posted"], origin=origin)
    name = sheet.embed(Embed("x", sheet.since(start), origin=origin, **facts))
    # what is posted is said
    said = {"content": [facts["text"]], "speaker": facts["author"], "cue_class": "write"}
    sheet.statement("post", type="direct", channel="social", embed=name, **said)
