"""Who speaks in generated news: people with names and offices, and sources without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from arabnews.testing.words import words

if TYPE_CHECKING:
    from arabnews.article import Span
    from arabnews.testing.choice import Choice
    from arabnews.testing.sheet import Sheet

Gender = Literal["m", "f"]


@frozen(kw_only=True)
class Voice:
    """Someone who speaks: `name` as it is shown, and what the text may say instead.

    `office` stands before the name and `short` for its holder; `surname` is what later mentions use. A source without a
    name has none of these, and its name is the noun phrase itself.
    """

    name: str
    gender: Gender
    surname: str = ""
    office: str = ""
    short: str = ""

    @property
    def is_person(self) -> bool:
        """Whether this is someone with a name."""
        return bool(self.surname)


def compose_name(choice: Choice) -> tuple[str, str, Gender]:
    """Return a given name, a surname, and the gender of who is called so."""
    names = words().names
    gender: Gender = "f" if choice.chance(40) else "m"
    given = choice.pick(names["female" if gender == "f" else "male"])
    return given, choice.pick(names["surnames"]), gender


def compose_cast(choice: Choice, size: int) -> tuple[Voice, ...]:
    """Return so many people; no two share a name, a surname, an office or the phrase for it."""
    cast: list[Voice] = []
    names = words().names
    for _ in range(size):
        surnames = [s for s in names["surnames"] if s not in {v.surname for v in cast}]
        offices = [o for o in words().roles if not {o.short_m, o.short_f} & {v.short for v in cast}]
        gender: Gender = "f" if choice.chance(40) else "m"
        given = choice.pick(names["female" if gender == "f" else "male"])
        surname = choice.pick(surnames)
        office = choice.pick(offices)
        cast.append(
            Voice(
                name=f"{given} {surname}",
                gender=gender,
                surname=surname,
                office=office.form(gender),
                short=office.short(gender),
            )
        )
    return tuple(cast)


def compose_unnamed(choice: Choice) -> Voice:
    """Return a source without a name, such as «مصدر طبي»."""
    gender: Gender = "f" if choice.chance(50) else "m"
    return Voice(name=choice.pick(words().unnamed[gender]), gender=gender)


def write_voice(sheet: Sheet, choice: Choice, voice: Voice, *, known: bool) -> Span:
    """Write the noun phrase of a source and return its span: full at the first time, then often a shorter one."""
    start = sheet.at
    if not voice.is_person:
        return sheet.write(voice.name)
    form = choice.pick(("surname", "short", "full", "office-surname")) if known else "full"
    if form == "surname":
        sheet.mention(voice.name, sheet.write(voice.surname))
    elif form == "short":
        sheet.mention(voice.name, sheet.write(voice.short), "role")
    elif form == "office-surname":
        sheet.write(f"{voice.short} ")
        sheet.mention(voice.name, sheet.write(voice.surname), role=voice.short)
    else:
        sheet.write(f"{voice.office} ")
        sheet.mention(voice.name, sheet.write(voice.name), role=voice.office)
    return sheet.since(start)
