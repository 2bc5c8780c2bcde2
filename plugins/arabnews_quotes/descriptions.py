"""Finds who is described so beside his name, wherever the article tells it («فلان، مدير المهرجان … مدير المهرجان»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities import gender_of
from arabnews_entities.wordlists import COMMON, CUE, DEFINITE, HEAD, PARTICLE, STATUS, TITLE, VERB

from .as_it_stands import source_span
from .grammar import THAT
from .references import named, plain, stem_of
from .scripture import PROPHET
from .title_names import has_surname

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from arabnews.article import Entity
    from arabnews_entities.words import Words

    from .cast import Part
    from .memory import Memory, Speaker
    from .phrases import Phrase, Reading

_REACH: Final = 14
"""A description has no more words."""
_MOST: Final = 400
"""The names of an article that are looked at."""
_COMMAS: Final = frozenset({"،", ","})
_MARKS: Final = frozenset({'"', "«", "»", "“", "”", "'", "»،", '"،', "”،"})
"""Marks within a description («رئيسة جمعية "النهر" الخيرية»)."""
_BEFORE_NAME: Final = frozenset({"", "(", '"', "«", "“", ":", "/"}) | _COMMAS | {"- ", "-", "–"}
_BEHIND_NAME: Final = frozenset({"", "(", "-", "–", "—", "ـ", "/", '"', "»", "”", '"،', "»،", ")،", ")"}) | _COMMAS
_LINKS: Final = frozenset(
    {"هو", "هي", "وهو", "وهي", "الذي", "التي", "يشغل", "تشغل", "شغل", "شغلت", "منصب", "مهام", "مهمه", "وظيفه", "يعمل"}
    | {"تعمل", "يتولي", "تتولي", "تولي", "تولت", "بصفته", "بصفتها", "بوصفه", "بوصفها", "باعتباره", "باعتبارها", "قد"}
    | {"عين", "عينت", "انتخب", "انتخبت", "كان", "كانت", "والذي", "والتي", "حاليا", "ويشغل", "وتشغل", "اختير", "اختيرت"}
)
"""Words between a name and what somebody is («الذي يشغل منصب …», «بصفته …»)."""
_MEETS: Final = frozenset(
    {"استقبل", "استقبلت", "التقي", "التقت", "زار", "زارت", "هنا", "هنات", "دعا", "دعت", "اتهم", "اتهمت", "كلف", "شكر"}
    | {"ودع", "ودعت", "استدعي", "ابلغ", "سال", "سالت", "طالب", "طالبت", "اقال", "عزل", "خاطب", "امر", "وجه", "حاور"}
)
"""Verbs behind whose subject another person stands («استقبل فلان وزير المياه»)."""
_NEAR: Final = 6
_FEWEST: Final = 2
_FOR: Final = frozenset({"باسم"})
_ARTICLE: Final = ("ال", "وال", "لل", "بال")
_NOBODY: Final = frozenset({"الله", "القران", "الرسول", "النبي", "المصطفي", "اللقاء", "الاجتماع", "المؤتمر"})
_ANYBODY: Final = frozenset(
    {"المتحدث", "المتحدثه", "المسوول", "المسووله", "الاخير", "الاخيره", "المصدر", "المصرح", "المتدخل"}
)
_ENDS: Final = THAT | frozenset(
    {"الذي", "التي", "بان", "من", "مع", "عن", "الي", "خلال", "بعد", "قبل", "حول", "او", "حين", "عندما", "اثناء", "ضد"}
    | {"بسبب", "عقب", "منذ", "حتي", "كما", "ثم", "بل", "لكن", "حيث", "عند"}
)
"""Words that no description goes on over."""
_FORMER: Final = frozenset({"سابق", "سابقا", "سابقه", "اسبق"})
_INNER: Final = frozenset({"في", "علي", "لدي", "باسم", "بين", "عام", "غير"})
"""Function words within what somebody is called («المشرف على القسم»)."""


class Description(NamedTuple):
    """What stands beside a name: its words and nations, the index of the first of them, and whose name it is.

    `close` tells that whatever its head is, it is said of him: nothing but adjectives stands between.
    """

    words: frozenset[str]
    nations: frozenset[str]
    at: int
    entity: Entity
    close: bool


def core(form: str) -> str:
    """Return a folded word without preposition and article, to compare what people are called."""
    for lead in ("ال", "لل", "بال", "كال", "وال"):
        if form.startswith(lead) and len(form) > len(lead) + 1:
            return form[len(lead) :]
    return form[1:] if form[:1] in {"ل", "ب"} and len(form) > 4 else form


def _cores(form: str) -> tuple[str, ...]:
    """Return what a word may be compared by: with the و that may be its own, and without."""
    first = core(form)
    return (first, core(form[1:])) if form[0] == "و" and len(form) > 4 and first[0] == "و" else (first,)


def _nation(words: Words, i: int) -> str | None:
    """Return the country that a word names, or whose people it means («المصري», «مصر»)."""
    word = words.words[i]
    known = words.lexis.nations.get(word.stem) or words.lexis.nations.get(word.stem.removeprefix("ال"))
    if known is not None:
        return known[0]
    return next((place.country for place in word.places if place.kind == "country" and len(place.words) == 1), None)


def as_described(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker:
    """Return a speaker without a name as whom the article says beside his name what the phrase says; else as he is.

    Before the phrase if he is named there; behind it only whom more than one word describes.
    """
    if speaker.entity is not None or speaker.sacred or speaker.name.startswith(PROPHET):
        return speaker
    text = reading.passage.text[slice(*source_span(reading, phrase))]
    if speaker.head == plain(stem_of(reading, phrase.first)) and speaker.name not in text:
        return speaker  # «مسؤول في الوزارة … المسؤول»
    fitting = _described(reading, phrase, speaker)
    before = [d for d in fitting if d.at < phrase.first]
    if before:
        return named(_last(before, memory), speaker)
    ahead = {d.entity.id: d.entity for d in fitting}
    sure = len(ahead) == 1 and phrase.last - phrase.first > 1
    return named(next(iter(ahead.values())), speaker) if sure else speaker


def told_before(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who was told before to be what a phrase says, or None; «المتحدث» says only that he spoke last."""
    if stem_of(reading, phrase.first) in _ANYBODY:
        return None
    before = [d for d in _described(reading, phrase, speaker) if d.at < phrase.first]
    return named(_last(before, memory), speaker) if before else None


def _described(reading: Reading, phrase: Phrase, speaker: Speaker) -> list[Description]:
    """Return the descriptions that hold all that a phrase says."""
    if speaker.number in {"p", "d"} or not _is_somebody(reading, phrase):
        return []
    words, forms = reading.nouns.words, reading.passage.words.forms
    first = phrase.first + (forms[phrase.first] in reading.grammar.style and phrase.last - phrase.first > 1)
    own = [i for i in range(first + 1, phrase.last) if forms[i] not in reading.grammar.reflexive]
    known = [d for head in _cores(forms[first]) for d in _descriptions(reading).get(head, ())]
    if not known:
        return []
    nations = {nation for i in own if (nation := _nation(words, i)) is not None}
    rest = [_cores(forms[i]) for i in own if _nation(words, i) is None and not words.flags[i] & STATUS]
    sure = phrase.noun is not None and phrase.noun.kind == "role"
    found = [
        d
        for d in known
        if (sure or d.close or rest)
        and all(any(word in d.words for word in word_cores) for word_cores in rest)
        and (not nations or not nations.isdisjoint(d.nations) or (not d.nations and rest))
        and gender_of(d.entity) in {None, speaker.gender}
    ]
    if any(core(forms[i]) in _FORMER for i in own):
        return found
    return [d for d in found if _FORMER.isdisjoint(d.words)] or found


def _last(fitting: Sequence[Description], memory: Memory) -> Entity:
    ids = {d.entity.id: d.entity for d in fitting}
    if len(ids) == 1:
        return fitting[0].entity
    spoke = next((t.speaker.entity for t in memory.latest() if t.speaker.entity in ids), None)
    return ids[spoke] if spoke is not None else max(fitting, key=lambda d: d.at).entity


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a phrase is definite, in apposition to nothing, and may mean a person."""
    noun, forms = phrase.noun, reading.passage.words.forms
    if forms[phrase.first] in _NOBODY or reading.is_marked(phrase.first) or has_surname(reading, phrase):
        return False
    if phrase.first > reading.passage.lo and reading.passage.gap_before(phrase.first).strip() in _COMMAS:
        return False  # «فلان، أستاذ الإحصاء»
    if noun is not None and noun.kind not in {"role", "person"}:
        return False
    if (
        phrase.last - phrase.first > 1
        and forms[phrase.first + 1] in _FOR
        and not forms[phrase.first].startswith(_ARTICLE)
    ):
        return False  # «متحدث باسم الوزارة»
    if noun is not None and noun.kind == "role" and noun.definite:
        return True
    if reading.is_group(phrase.first) or forms[phrase.first] in reading.grammar.document:
        return False
    if phrase.first in reading.cast.by_word or reading.nouns.words.flags[phrase.first] & HEAD:
        return False
    if forms[phrase.first] in reading.grammar.voices or forms[phrase.first].startswith(_ARTICLE):
        return forms[phrase.first] not in reading.grammar.voices
    if phrase.last - phrase.first < _FEWEST or forms[phrase.first + 1] in reading.grammar.preposition:
        return False  # «مسؤول في الوزارة»
    behind = range(phrase.first + 1, min(phrase.last, phrase.first + 6))
    return any(forms[i].startswith(_ARTICLE) or i in reading.cast.by_word for i in behind)


def _descriptions(reading: Reading) -> Mapping[str, Sequence[Description]]:
    """Return what the article tells of people beside their names, by the first word of it; read once an article."""
    known = reading.cast.described
    if not known:
        known[""] = []
        people = [p for p in reading.cast.parts if p.entity.type == "person" and p.form == "name"]
        for part in people[:_MOST]:
            for head, description in (*_before(reading, part), *_behind(reading, part)):
                known.setdefault(head, []).append(description)
    return known


def _ends(reading: Reading, i: int) -> bool:
    """Tell whether a description does not go on over a word."""
    flags, form = reading.nouns.words.flags[i], reading.passage.words.forms[i]
    verb = flags & VERB or (flags & CUE and not flags & (DEFINITE | TITLE) and form[0] not in {"ل", "ب"})
    if form in _ENDS or verb:
        return True
    if form == "امام" and reading.passage.text[reading.passage.words.starts[i]] == "إ":
        return False
    return bool(flags & PARTICLE) and form not in _INNER and not form.startswith("ال")


def _before(  # noqa: C901 - one test a line
    reading: Reading, part: Part
) -> Iterator[tuple[str, Description]]:
    """Yield the descriptions before a name («مدير المهرجان الدكتور فلان», «وزير المياه، فلان،»)."""
    words = reading.nouns.words.table
    if not part.first or part.start > words.starts[part.first]:
        return
    commas, start = 0, part.start
    found: set[str] = set()
    nations: set[str] = set()
    close = True
    for i in range(part.first - 1, max(-1, part.first - 1 - _REACH), -1):
        gap = words.text[words.ends[i] : start].strip()
        if i == part.first - 1 and gap and gap not in _BEFORE_NAME:
            return
        if i < part.first - 1 and gap and gap not in _MARKS and not (gap == "." and len(words.forms[i]) == 1):
            if gap not in _COMMAS or not _titled(reading, i + 1, part.first) or words.forms[i + 1][0] == "و":
                return
            commas += 1
        if commas > 1 or _ends(reading, i) or (i == part.first - 1 and words.forms[i] in reading.grammar.preposition):
            return
        other = reading.cast.by_last.get(i + 1)
        if other is not None and other.entity.type == "person":
            return
        form = words.forms[i]
        if _is_of_titled(reading, i):
            return  # «طبيب الفريق للرئيس فلان»
        cores = _cores(form)
        found.update(cores)
        nations.update(_nations(reading, i))
        if not _is_governed(reading, i) and form[:2] != "لل":
            for head in cores:
                yield head, Description(frozenset(found), frozenset(nations), i, part.entity, close)
        close = close and form.startswith("ال")
        start = words.starts[i]


def _is_governed(reading: Reading, i: int) -> bool:
    """Tell whether a word belongs to the noun before it («مساعد | مدير المصنع», «فرع | الحزب»)."""
    words = reading.nouns.words
    if i == 0 or not words.spaced[i - 1] or words.flags[i - 1] & DEFINITE:
        return False
    flags = words.flags[i - 1]
    if words.flags[i] & TITLE:
        return bool(flags & TITLE)
    return bool(flags & (TITLE | HEAD)) or (bool(flags & COMMON) and not flags & (VERB | CUE | PARTICLE))


def _is_of_titled(reading: Reading, i: int) -> bool:
    """Tell whether a title belongs to what stands before it («طبيب | للرئيس فلان», «متحدث | باسم الوزير فلان»)."""
    words = reading.nouns.words
    form, behind = words.table.forms[i], words.flags[i + 1] if i + 1 < len(words) else 0
    return bool(words.flags[i] & TITLE and form.startswith("لل")) or bool(form in _FOR and behind & TITLE)


def _nations(reading: Reading, i: int) -> tuple[str, ...]:
    nation = _nation(reading.nouns.words, i)
    return (nation,) if nation is not None else ()


def _titled(reading: Reading, first: int, last: int) -> bool:
    """Tell whether nothing but titles stands between a comma and a name («رئيسة الاتحاد، الدكتورة فلانة»)."""
    flags, forms = reading.nouns.words.flags, reading.passage.words.forms
    return first <= last and all(flags[i] & TITLE or len(forms[i]) == 1 for i in range(first, last))


def _behind(reading: Reading, part: Part) -> Iterator[tuple[str, Description]]:
    """Yield the descriptions behind a name («فلان، مدير المهرجان،», «فلان الذي يشغل منصب مدير المهرجان»)."""
    words, flags = reading.nouns.words.table, reading.nouns.words.flags
    at, count = part.last, len(words)
    if at >= count:
        return
    gap = words.text[part.end : words.starts[at]].strip()
    if gap not in _BEHIND_NAME:
        return
    linked = at
    while at < min(count, part.last + 5) and words.forms[at] in _LINKS:
        at += 1
    if at >= count or (at == linked and not gap and _meets(reading, part)):
        return
    last = at
    limit = min(count, at + _REACH)
    while last < limit and not _ends(reading, last):
        between = words.text[words.ends[last - 1] : words.starts[last]].strip() if last > at else ""
        if (between and between not in _MARKS) or reading.cast.by_word.get(last) in _people(reading, last):
            break
        last += 1
    told = frozenset(each for i in range(at, last) for each in _cores(words.forms[i]))
    nations = frozenset(nation for i in range(at, last) for nation in _nations(reading, i))
    joined = last >= count or not _people(reading, last)  # «فلان رئيس اللجنة | ومدير الشركة فلان»
    surname = at == linked and not gap and bool(flags[at] & DEFINITE) and not flags[at] & TITLE  # «فلان النجار»
    for i in range(at, last):
        coordinate = words.forms[i][0] == "و" and flags[i] & TITLE and reading.nouns.words.words[i].peel
        if (i == at and not coordinate and not surname) or (i > at and coordinate and joined):
            for head in _cores(words.forms[i]):
                yield head, Description(told, nations, i, part.entity, i == at)


def _people(reading: Reading, at: int) -> tuple[Part, ...]:
    part = reading.cast.by_word.get(at)
    return (part,) if part is not None and part.entity.type == "person" and part.form == "name" else ()


def _meets(reading: Reading, part: Part) -> bool:
    """Tell whether a verb before a name has an object that may be a person («استقبل فلان وزير المياه»)."""
    forms = reading.passage.words.forms[max(0, part.first - _NEAR) : part.first]
    return any(form.removeprefix("و") in _MEETS for form in forms)
