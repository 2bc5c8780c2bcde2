"""The model's names as a layer of the plugin: people, bodies and places where grammar and lists found none.

Grammar and lists win over the model, with exceptions that were measured: what ends a body behind its head noun, and
whether a listed place is a body here («الشرق الأوسط», the newspaper), the model knows better where it is sure; and a
name of a person is as long as the model reads it, where it holds all that grammar and lists have read.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal

from arabnews_entities.model.decoding import Named, find_named
from arabnews_entities.model.scores import shipped_model
from arabnews_entities.naming.alone import ordinary
from arabnews_entities.naming.evidence import in_marks, verbal
from arabnews_entities.naming.manner import tells_how
from arabnews_entities.naming.names import UNCLES, opens_unit
from arabnews_entities.naming.namings import Naming, naming
from arabnews_entities.naming.nobodies import ends_name
from arabnews_entities.naming.surnames import in_his_name
from arabnews_entities.phrasing.body import Body
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    PARTICLE,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    VERB,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from arabnews_entities.phrasing.phrases import NounPhrase
    from arabnews_entities.vocabulary.words import Words

RULE: Final = "model"
_KINDS: Final[tuple[Literal["person", "organization", "location"], ...]] = ("person", "organization", "location")
_LEAST: Final = (50, 15, 15)
"""How much better than none a name must be, by type, in twentieths of natural logarithms.

Chosen on news: a wrong person costs more than a missing one.
"""
_IN_MARKS: Final = 60
"""The same for people in quotation marks, where works and products stand too."""
_SURE: Final = 30
"""The same where the model overrules a body or place that grammar or lists found."""
_YIELDING: Final = frozenset({"head-noun", "place", "country"})
_MOST_TITLES: Final = 4
"""So many titles may stand between a street and whoever gives it the name."""
_NEVER_INSIDE: Final = STOP | FOREIGN
_MOST_PLACES: Final = 40
"""So many places of a surname are looked at: keeps the work linear where a text repeats one name."""
_SONS: Final = frozenset({"ابن", "ابو", "ابي", "دل", "دي", "دا", "دو", "فون"})
_THAT: Final = ("إن", "أن", "إنّ", "أنّ")
_MOST_FOREIGN: Final = 4
"""More words of another script in a row are a sentence in another language."""


def read_model(words: Words, names: Iterable[Naming] = ()) -> list[Named]:
    """Return the names that the shipped model finds in a text and is sure enough of, in order.

    Stretches in which `names`, the people that grammar and lists found, stand alone need not be among them.
    """
    settled = {name.first: name.last for name in names if not _strange_front(words, name)}
    named = find_named(shipped_model(words.lexis), words, settled)
    return [name for name in named if name.gain >= _LEAST[name.kind]]


def _strange_front(words: Words, name: Naming) -> bool:
    """Tell whether a word that no list knows, right behind another, opens a name which nothing introduces."""
    first = name.first
    if name.rule not in _BARE or name.last < first + 2 or words.flags[first] & ~VERB:
        return False
    return words.words[first].peel > 0 or (first > 0 and words.spaced[first - 1])


_BARE: Final = frozenset({"list", "known"})


def _likely(words: Words, name: Named) -> bool:  # noqa: PLR0911 - one reason after the other
    """Tell whether nothing that grammar and lists know speaks against a name."""
    first, last = name.first, name.last
    flags = words.flags[first:last]
    if flags[0] & PARTICLE or any(flag & CUE for flag in flags):
        return False  # «على عباس»
    if words.text[words.table.starts[first] : words.table.ends[first]].endswith(_THAT):
        return False  # «فإن كلاود», not «فان كلاود»
    if words.tags and not words.whole_tag(first, last, first):
        return False
    if len(flags) == 1 and words.words[first].stem in words.lexis.cues.forms:
        return False
    if len(flags) > _MOST_FOREIGN and all(flag & FOREIGN for flag in flags):
        return False
    kind = _KINDS[name.kind]
    if kind == "location":
        return len(flags) > 1 or not flags[0] & (PLACE | KNOWN)  # the lists have refused «جدّه», his grandfather
    return kind != "person" or _likely_person(words, name)


def _likely_person(words: Words, name: Named) -> bool:
    first, last = name.first, name.last
    if "دوت" in words.table.forms[first:last]:
        return False  # «دي دوت كوم», the address of a site
    if in_marks(words, first, last):
        introduced = first and words.flags[first - 1] & (CUE | TITLE)
        if not introduced or name.gain < _IN_MARKS:
            return False
    if last - first == 1 and _no_name_alone(words, first):
        return False
    if last - first == 1 and any(_gives_its_name(words, at) for at in words.positions(words.table.forms[first])):
        return False  # «زنكلاود», if there is a «شركة زنكلاود»
    return not _gives_its_name(words, first) and not _capital(words, first)


_WORDS_TOO: Final = frozenset(
    ["ايمان", "انيس", "رضا", "فريد", "الحكيم", "هناء", "الحسن", "المحسن", "محسن", "رفيق", "سرور", "عزيز", "كريمه",
     "احسان", "محفوظ", "محروس", "ويام", "سودد", "مبروك", "ميلاد", "برهان", "صالح", "عدوي", "صبري", "العبد", "قبطي",
     "ذخاير", "شجعنا"]
)  # fmt: skip
"""Words that mean something before they name somebody."""


def _no_name_alone(words: Words, at: int) -> bool:
    """Tell whether one word is a listed place («السودان»), an accusative or an ordinary word («معاتباً», «أصدقائك»)."""
    flag = words.flags[at]
    if words.words[at].stem in _WORDS_TOO and not (at and words.spaced[at - 1] and words.flags[at - 1] & TITLE):
        return True  # «بعزيمة وإيمان»
    if flag & (PLACE | KNOWN) and not flag & NAMELIKE and words.place(at) is not None:
        return True
    return not flag & (NAMELIKE | WEAK | DEFINITE) and (ends_name(words, at) or ordinary(words, at))


def _capital(words: Words, at: int) -> bool:
    """Tell whether a place is told before what seems a person («العاصمة الليبيرية مونروفيا»)."""
    if at < 2 or not (words.spaced[at - 1] and words.spaced[at - 2] and words.flags[at - 1] & NISBA):
        return False
    noun = words.words[at - 2].stem.removeprefix("ال")
    return noun == "عاصمه" or noun in words.lexis.place_nouns


def _gives_its_name(words: Words, at: int) -> bool:
    """Tell whether whoever is named here gives the name to a body, a street or a prize («مطار الأمير فلان»)."""
    titled = False
    for _ in range(_MOST_TITLES):
        if not at or not words.spaced[at - 1]:
            break
        at -= 1
        flag, stem = words.flags[at], words.words[at].stem
        if flag & HEAD or stem in words.lexis.place_nouns:
            return True
        if not flag & TITLE:
            return titled and bool(flag & COMMON) and not flag & (STOP | NISBA | DEFINITE | STATUS)
        titled = True
    return False


def with_people(
    words: Words, names: list[Naming], phrases: Iterable[NounPhrase], named: Iterable[Named]
) -> list[Naming]:
    """Return the names of people with those that the model adds, in the order of the text."""
    owners = {i: name for name in names for i in range(name.first, name.last)}
    roles = {i for phrase in phrases for i in range(phrase.first, phrase.last)}
    known = owners.keys() | roles
    more: list[Naming] = []
    cut: set[int] = set()
    for name in named:
        if _KINDS[name.kind] != "person":
            continue
        end = next((i for i in range(name.first + 1, name.last) if ends_name(words, i) or in_his_name(words, i)), 0)
        if end:
            name = name._replace(last=end)  # noqa: PLW2901 - «فلان لفرانس برس»
        if name.last > name.first + 1 and verbal(words, name.first):
            name = name._replace(first=name.first + 1)  # noqa: PLW2901 - «ويلخص سامي العلي»
        extent = range(name.first, name.last)
        parts = list({id(owners[i]): owners[i] for i in extent if i in owners}.values())
        if not roles.isdisjoint(extent):
            continue
        if not parts:
            if _likely(words, name):
                more.append(naming(words, _with_father(words, name.first, known), name.last, RULE))
        elif longer := _longer(words, name, parts, owners) or _shorter(words, name, parts):
            cut.update(map(id, parts))
            more.append(longer)
    if cut:
        names = [name for name in names if id(name) not in cut]
    return sorted([*names, *more], key=lambda name: name.start) if more else names


def _longer(  # noqa: PLR0911 - one reason after the other
    words: Words, name: Named, parts: list[Naming], owners: Mapping[int, Naming]
) -> Naming | None:
    """Return the name of which grammar and lists have read parts alone («كوفي» of «كوفي عنان»), or None."""
    first, last = name.first, name.last
    known, ends = parts[0], parts[-1].last
    if known.first < first or ends > last or last - first == known.last - known.first:
        return None
    if any(words.words[part.first].peel for part in parts if part.first > first):
        return None  # «كمال وسامي»
    span = known.phrase.role_span if known.phrase is not None else None
    if known.first > first and span is not None and span[0] < known.start:
        return None  # behind its title a name begins
    if words.flags[last - 1] & LINK and opens_unit(words.words[last - 1].stem):
        if last >= words.count or not words.spaced[last - 1] or last in owners:
            return None
        last += 1  # «خالد بو وشل»
    if last == ends + 1 > known.first + 2 and _ends_elsewhere(words, ends - 1):
        return None
    inside = [i for i in range(first, last) if i not in owners]
    if words.flags[last - 1] & DEFINITE and words.flags[last - 1] & COMMON and _gives_its_name(words, first):
        return None  # «مكتبة الملك فلان العامة»
    if not all(_belongs(words, i, i == first) for i in inside) or False in words.spaced[first : last - 1]:
        return None
    made = naming(words, first, last, known.rule, known.phrase)
    return made._replace(phrase=None) if span is not None and known.start < span[0] < made.end else made


def _shorter(words: Words, name: Named, parts: list[Naming]) -> Naming | None:
    """Return a name without the strange word before it, at which none begins for the model («تفاداه | جورج ميلر»)."""
    known = parts[0]
    if len(parts) > 1 or name.first != known.first + 1 or not _strange_front(words, known):
        return None
    return naming(words, name.first, known.last, known.rule, known.phrase)


def _ends_elsewhere(words: Words, at: int) -> bool:
    """Tell whether a surname stands elsewhere without the ordinary word that the model takes for the next."""
    forms, behind = words.table.forms, words.flags[at + 1]
    if not behind & DEFINITE or not behind & COMMON or behind & STATUS:
        return False
    places = words.positions(words.words[at].stem)[:_MOST_PLACES]
    return any(forms[i + 1 : i + 2] != forms[at + 1 : at + 2] for i in places if i != at)


def _belongs(words: Words, at: int, opens: bool) -> bool:  # noqa: FBT001 - private, one call
    """Tell whether a word that the model takes for part of a name may be one."""
    flag, form, word = words.flags[at], words.table.forms[at], words.words[at]
    if flag & _NEVER_INSIDE or (flag & NISBA and flag & DEFINITE) or word.stem in UNCLES:
        return False
    if flag & TITLE and (flag & DEFINITE or not flag & WEAK):
        return False
    if opens:
        return not (flag & DEFINITE and flag & COMMON)
    written = words.text[words.table.starts[at] : words.end(at)]
    owned = form.endswith(_PRONOUNS) and not flag & (NAMELIKE | WEAK | DEFINITE)
    if word.peel or owned or written.endswith(_ENDINGS) or (not flag & NAMELIKE and tells_how(words, form)):
        return False
    # «بسامي», where «سامي» is named too
    return bool(flag & NAMELIKE) or not (form[0] == "و" or (form[0] in "بلفك" and words.positions(form[1:])))


_PRONOUNS: Final = ("ها", "هم", "جني", "دك", "تك", "ته")
_ENDINGS: Final = ("اً", "ًا", "كى")
"""How accusatives and comparatives end as they are written: «رئيساً», «أذكى»."""


def _with_father(words: Words, at: int, taken: AbstractSet[int]) -> int:
    """Return where a name begins whose «ابن», «أبو» or «دي» the model left out («لابن هشام»)."""
    son = at and words.spaced[at - 1] and at - 1 not in taken and words.words[at - 1].stem in _SONS
    return at - 1 if son else at


def with_bodies(
    words: Words, bodies: Iterable[Body], named: Iterable[Named], taken: AbstractSet[int]
) -> Iterator[Body]:
    """Yield bodies and places with those that the model adds or overrules; `taken` are words of people's names."""
    found = list(bodies)
    owners = {i: body for body in found for i in range(body.first, body.last)}
    dropped: set[Body] = set()
    for name in named:
        extent = range(name.first, name.last)
        if _KINDS[name.kind] == "person" or not taken.isdisjoint(extent):
            continue
        met = {owners[i] for i in extent if i in owners}
        if met and (name.gain < _SURE or not all(_yields(words, body, name) for body in met)):
            continue
        if not _likely(words, name):
            continue
        dropped |= met
        found.append(_body(words, name, met))
    if dropped:
        found = [body for body in found if body not in dropped]
    found.sort(key=_START)
    yield from found


_START: Final = attrgetter("start")


def _yields(words: Words, body: Body, name: Named) -> bool:
    """Tell whether a body or place gives way to a name that the model is sure of.

    Of a body's end the model cuts a nationality alone: «والتنمية», «الدولية» belong to it; of its beginning no organ
    («الأمانة العامة | لمنظمة كذا»).
    """
    if body.rule == "head-noun" and body.first + 1 < name.first and name.last <= body.last:
        return False
    if body.rule == "head-noun" and body.first == name.first and body.last > name.last:
        return bool(words.flags[name.last] & NISBA)
    return body.rule in _YIELDING and _KINDS[name.kind] == "organization"


def _body(words: Words, name: Named, met: AbstractSet[Body]) -> Body:
    start, end = words.begin(name.first), words.end(name.last - 1)
    key = " ".join((words.words[name.first].stem, *words.table.forms[name.first + 1 : name.last]))
    kind: Literal["organization", "location"] = "organization" if name.kind == 1 else "location"
    country = next((body.country for body in sorted(met, key=lambda body: body.start) if body.type == kind), None)
    return Body(name.first, name.last, start, end, kind, key, country, RULE)
