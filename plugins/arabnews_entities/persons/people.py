"""Finds where people are named, by title, verb of speech, lists or an office behind; and role phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.closing import initial
from arabnews_entities.naming.ends import THAT
from arabnews_entities.naming.evidence import (
    RULED,
    after_nationality,
    bounded,
    convincing,
    foreign,
    foreign_starts,
    given_title,
    in_marks,
    nationality,
    once,
    told_in_marks,
    verbal,
)
from arabnews_entities.naming.framing import framed, led
from arabnews_entities.naming.manner import tells_how
from arabnews_entities.naming.names import HYPHENS, read_name, units_of
from arabnews_entities.naming.namings import Naming, naming
from arabnews_entities.naming.nobodies import TO_ME, nobody
from arabnews_entities.naming.surnames import PARTICLES, opens_name
from arabnews_entities.phrasing.institutions import proper_name
from arabnews_entities.phrasing.phrases import NounPhrase, read_noun_phrase
from arabnews_entities.phrasing.titled import from_same, idle, in_genitive, possessive, same
from arabnews_entities.vocabulary.wordforms import LEADING
from arabnews_entities.vocabulary.wordlists import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    HEAD,
    INTRODUCER,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    PLACE,
    SPELT,
    STOP,
    TITLE,
    VERB,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews_entities.vocabulary.words import Words

_STARTS: Final = GIVEN | LINK | TITLE | CUE | ABBREVIATED | FOREIGN | NAMELIKE | INTRODUCER


def find_people(words: Words) -> tuple[list[Naming], list[NounPhrase]]:
    """Return the names of people in the order of the text, and the definite role phrases that stand without a name."""
    names: list[Naming] = []
    roles: list[NounPhrase] = []
    flags, spaced, sorts, behind = words.flags, words.spaced, words.sorts, 0
    count = len(flags)
    for at in words.marked:
        flag = flags[at]
        if sorts[at] & LEADING and spaced[at]:
            behind = max(behind, _behind_listed(words, at))
        if at < behind or (flag and not flag & _STARTS):
            continue
        if flag & (TITLE | ABBREVIATED):
            behind = _titled(words, at, names, roles)
        elif flag & CUE or flag & INTRODUCER:
            behind = at + 1
            if behind + 1 < count and spaced[at] and words.table.forms[behind] in TO_ME:
                behind += 1  # «قال لي فلان»
            if behind < count and spaced[behind - 1]:
                flag = flags[behind]
                if not flag & _NO_SUBJECT or flag & _YET or flag == VERB:
                    behind = _after_cue(words, behind, names)
        elif flag & _ALONE or not _single(words, at):
            behind = _bare(words, at, names)
    return names, roles


def _behind_listed(words: Words, at: int) -> int:
    """Return the word behind a listed body of several words («وول ستريت جورنال»), or 0: it is nobody."""
    if (words.words[at].stem, words.table.forms[at + 1]) not in words.lexis.longer:
        return 0
    found = words.place(at)
    return found[1] if found is not None and found[0].kind == "organization" and found[1] > at + 1 else 0


_NO_SUBJECT: Final = STOP | TITLE | HEAD | ABBREVIATED
_YET: Final = WEAK | LINK
"""What may be a name though it is a verb, a particle or a title too."""
_OF_MYSELF: Final = frozenset({"اني", "انني", "اننا", "باني", "بانني", "لاني", "لانني", "كنت", "كنا", "لست", "لسنا"})
"""A verb follows them («أعتقد أني ألعب», «كنت ألعب»)."""
_ALONE: Final = FAMOUS | LINK
"""What may be a name by one word."""


def _single(words: Words, at: int) -> bool:
    """Tell at a glance that no name of two words begins here: nothing goes on that could be its second word.

    Most words that may be names stand alone; they are told by whoever bears them elsewhere.
    """
    flags, behind = words.flags, at + 1
    if flags[at] & COMMON and not flags[at] & NAMELIKE:
        return True
    if at and flags[at - 1] & NISBA:
        return False
    if behind >= words.count:
        return True
    if not words.spaced[at]:
        return words.text[words.table.ends[at]] not in HYPHENS
    following = flags[behind]
    if following & (NAMELIKE | WEAK | LINK) or not following & (COMMON | STOP):
        return False
    return words.words[behind].stem != "ولد" and words.table.forms[behind] != "كي"


def _titled(words: Words, at: int, names: list[Naming], roles: list[NounPhrase]) -> int:  # noqa: PLR0911 - one case a kind
    if words.flags[at] & WEAK and given_title(words, at):
        return _bare_title(words, at, names)
    if words.flags[at] & TITLE and idle(words, at):
        return at + 1
    phrase = read_noun_phrase(words, at)
    if phrase is None or in_genitive(words, at, phrase):
        return phrase.last if phrase is not None and phrase.kind == "person" else at + 1
    if phrase.kind == "person":
        names.append(naming(words, phrase.name_first, phrase.name_last, "title-name", phrase))
        if phrase.number != "s":
            names.extend(_coordinated(words, phrase))
            _distribute(names, phrase)
        return max(names[-1].last, _behind_apposition(words, phrase))
    if phrase.kind == "collective" and phrase.head == "مصدر" and phrase.number == "s" and same(words, at):
        roles.append(from_same(words, phrase))
        return phrase.last
    if phrase.kind == "role":
        if phrase.number == "s" and phrase.definite and not phrase.relation and not possessive(words, at):
            roles.append(from_same(words, phrase))
            return phrase.last
        return at + 1
    return at + 1


def _bare_title(words: Words, at: int, names: list[Naming]) -> int:
    last = read_name(words, at, titled=True)
    if last < at + 2:
        return at + 1
    names.append(naming(words, at, last, "list"))
    return last


def _behind_apposition(words: Words, phrase: NounPhrase) -> int:
    """Return the index behind an office that follows the name, so that it is not read as a mention of someone else."""
    if phrase.role_span is None or phrase.role_span[0] < phrase.end:
        return phrase.last
    return words.table.at(phrase.role_span[1] - 1) + 1


def _coordinated(words: Words, phrase: NounPhrase) -> Iterator[Naming]:
    """Yield the further names of a plural title («وزيرا خارجية مصر والأردن فلان وفلان»)."""
    at = phrase.last
    while at < words.count and words.spaced[at - 1] and words.words[at].peel == 1 and words.table.forms[at][0] == "و":
        found = words.place(at)
        if found is not None and found[0].country and words.spaced[found[1] - 1]:
            # «وزيرا خارجية مصر فلان والأردن فلان»
            at, phrase = found[1], phrase._replace(country=found[0].country)
        elif _of_nation(words, at):
            # «الرئيسان السويسري فلان والألماني فلان»
            code, _ = words.lexis.nations[words.words[at].stem.removeprefix("ال")]
            at, phrase = at + 1, phrase._replace(country=code)
        last = read_name(words, at, titled=True)
        if last == at:
            return
        yield naming(words, at, last, "title-name", phrase)
        at = last


def _of_nation(words: Words, at: int) -> bool:
    """Tell whether a nationality with the article stands before a given name."""
    flag = words.flags[at]
    return bool(flag & NISBA and flag & DEFINITE and words.spaced[at] and words.flags[at + 1] & GIVEN)


def _distribute(names: list[Naming], phrase: NounPhrase) -> None:
    """Give each of the last names the country of its place in a plural title: the first to the first."""
    count = len(phrase.countries)
    if count > 1 and all(n.phrase is phrase for n in names[-count:]):
        for i, country in enumerate(phrase.countries, start=len(names) - count):
            names[i] = names[i]._replace(phrase=phrase._replace(country=country))


def _after_cue(words: Words, at: int, names: list[Naming]) -> int:  # noqa: PLR0911 - one reason after the other
    """Read the unknown subject of a verb of speech («شدد فلان على»)."""
    flag = words.flags[at]
    if words.words[at].peel or (flag & (KNOWN | PLACE) and words.place(at) is not None):
        return at
    if flag & _NO_SUBJECT:
        last = framed(words, at, at, office=False, subject=at)
        if last > at:
            names.append(naming(words, at, last, "speech", None))
        return last
    ordinary = flag & COMMON and not flag & (NAMELIKE | LINK) and not (flag & WEAK and opens_name(words, at))
    if ordinary and not initial(words, at):
        return at
    if flag & NISBA and words.spaced[at] and words.flags[at + 1] & GIVEN:
        return at  # «سجل السويدي فلان»: a nationality
    last = framed(words, at, read_name(words, at, titled=True), office=False, subject=at)
    if last == at or (flag & DEFINITE and not flag & (NAMELIKE | WEAK) and last > at + 1):
        return at
    if last == at + 1 and flag & NAMELIKE and not flag & FAMOUS and _means_itself(words, at):
        return at
    alone = last == at + 1 and not flag & NAMELIKE
    if alone and not flag and _says_i(words, at):
        return at
    if alone and not (
        (_sure_cue(words, at - 1) or (flag == DEFINITE and words.spaced[at] and words.table.forms[last] in THAT))
        and bounded(words, last)
        and not tells_how(words, words.table.forms[at])
    ):
        return at
    phrase = read_noun_phrase(words, at)
    names.append(naming(words, at, last, "speech", phrase))
    return max(last, _behind_apposition(words, phrase)) if phrase is not None else last


_TELLING: Final = ("روا", "روي", "روت", "حك", "يروي", "تروي", "يحكي", "تحكي")


def _means_itself(words: Words, at: int) -> bool:
    """Tell whether one word that may be a name is none: a verb of other things is before it, nothing said behind it.

    «كشف عوار النظام», «تحمل صخرة»; but «وسجل لعرج أن», «رواه أحمد».
    """
    if _sure_cue(words, at - 1) or words.words[at - 1].stem.startswith(_TELLING):
        return False
    behind = at + 1 < words.count and (words.table.forms[at + 1] in THAT or ":" in words.gap(at))
    return not behind and len(words.positions(words.table.forms[at])) == 1


def _says_i(words: Words, at: int) -> bool:
    """Tell whether a word is a verb of the first person, by its third («وقال أطمح إلى»): no name."""
    form = words.table.forms[at]
    if words.text[words.table.starts[at]] != "أ" or len(form) < 4:
        return False
    return any(words.lexis.word(lead + form[1:]).flags & (COMMON | STOP) for lead in "يت")


def _sure_cue(words: Words, at: int) -> bool:
    """Tell whether a word is a verb that reports speech and hardly anything else."""
    return any(form.strength == "A" and form.finite for form in words.lexis.cues.forms.get(words.words[at].stem, ()))


def _bare(words: Words, at: int, names: list[Naming]) -> int:  # noqa: C901, PLR0911, PLR0912 - evidence in order of strength
    """Read a name that nothing introduces: a given name and a surname, both known or the second unknown."""
    flags = words.flags
    flag = flags[at]
    if (at and words.words[at - 1].stem in _OF_MYSELF) or nobody(words, at):
        return at + 1
    if flag & (TITLE | HEAD | STOP) or (flag & COMMON and not flag & (NAMELIKE | LINK)):
        return at + 1
    last = led(words, at)
    if last > at:
        names.append(naming(words, at, last, "speech"))
        return last
    if flag & FOREIGN or (not flag and (verbal(words, at) or not foreign_starts(words, at))):
        return at + 1
    if at and words.spaced[at - 1]:
        before = words.words[at - 1].stem.removeprefix("ال") if flags[at - 1] & HEAD else words.words[at - 1].stem
        headed = flags[at - 1] & HEAD and not flags[at - 1] & DEFINITE
        if before in words.lexis.place_nouns or (headed and not (before in RULED and _leads(words, at))):
            return max(at + 1, read_name(words, at), proper_name(words, at - 1))
    if (
        flag & LINK
        and at
        and (flags[at - 1] & WEAK or not flags[at - 1] & ~(DEFINITE | SPELT))
        and words.spaced[at - 1]
        and words.words[at].stem in {"بن", "بنت"}
        and words.words[at - 1].stem not in _REIGNS
        and (not names or names[-1].last < at)
    ):
        at, flag = at - 1, GIVEN  # «تركي بن مشهور»
    origin = nationality(words, at)
    last = read_name(words, at, titled=not flag or origin)
    if last == at:
        return at + 1
    if origin and after_nationality(words, at, last):
        names.append(naming(words, at, last, "nationality"))
        return last
    if last == at + 1 and not flag & (FAMOUS | LINK):
        return last  # a surname alone: it is told by whoever bears it elsewhere
    if in_marks(words, at, last) and not told_in_marks(words, at, last):
        return last
    units = units_of(words, at, last)
    listed = sum(1 for a, b in units if any(flags[i] & NAMELIKE for i in range(a, b)))
    given = bool(flag & (GIVEN | LINK))
    nouns = flag & DEFINITE and len(units) == 2 and flags[at + 1] & DEFINITE and words.table.forms[at + 1][-1] != "ي"
    if nouns and once(words, at):
        return last  # «الشافي المعزز»: adjectives, where nothing tells more
    if (
        len(units) >= 2
        and (given or listed >= 2 or words.words[at + 1].stem in PARTICLES or foreign(words, at, last, listed))
        and (listed >= 2 or not given or convincing(words, at, units))
    ):
        phrase = read_noun_phrase(words, at)
        names.append(
            naming(words, at, last, "list", phrase if phrase is not None and phrase.kind == "person" else None)
        )
        return max(last, _behind_apposition(words, phrase)) if phrase is not None else last
    if flag & LINK and len(units) == 1 and at and words.spaced[at - 1] and words.words[at - 1].stem in _REIGNS:
        names.append(naming(words, at, last, "known"))
        return last
    if words.words[at].stem == "عبد" and last == at + 2 and words.table.forms[at + 1].startswith("ال"):
        names.append(naming(words, at, last, "known"))
        return last
    if flag & FAMOUS and last == at + 1:
        names.append(naming(words, at, last, "known"))
        return last
    if _has_office(words, at, last):
        phrase = read_noun_phrase(words, at)
        if phrase is not None and phrase.kind == "person":
            names.append(naming(words, phrase.name_first, phrase.name_last, "apposition", phrase))
            return max(phrase.last, _behind_apposition(words, phrase))
    return last


def _leads(words: Words, at: int) -> bool:
    """Tell whether a name behind «حكومة» or «إدارة» is of whoever leads it."""
    flag = words.flags[at]
    return bool(flag & (FAMOUS | GIVEN)) or (bool(flag & WEAK) and opens_name(words, at))


_REIGNS: Final = frozenset(["عهد", "عصر", "نظام", "حكم", "حقبه", "زمن", "ايام"])
"""Nouns before a ruler's name («عهد بن علي»)."""


def _has_office(words: Words, at: int, last: int) -> bool:
    """Tell whether an office stands right behind a comma after a name of two words or more."""
    if last - at < 2 or last >= words.count or words.gap(last - 1) not in {"،", ",", "-", "–", "—"}:
        return False
    return bool(words.flags[last] & TITLE) and not words.words[last].peel
