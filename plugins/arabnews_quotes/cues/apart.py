"""Parts a subject from what stands behind it without a sign: «اتهم آخرون | الشركة بأنها …», «دعا الوزير | لفتح …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, NISBA, NUMBER, TITLE, WEAK
from arabnews_quotes.nouns.noun_starts import POINTING
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.text.grammar import SINGULAR

from .prepositions import is_preposition

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_entities import NounPhrase
    from arabnews_quotes.nouns.phrases import Reading

_PEOPLE_ALONE: Final = frozenset(
    {"اخرون", "اخرين", "البعض", "الكثيرون", "كثيرون", "بعضهم", "بعضهن", "غيرهم", "جميعهم", "احدهم", "احداهن", "كلاهما"}
)
"""Nouns and pronouns that take no adjective."""
_OF_PEOPLE: Final = frozenset({"العرب", "الجدد", "الكبار", "الاجانب", "الدروز", "الاكراد"})
_FEWEST: Final = 4
"""«لفتح» has no fewer letters."""
_FEWEST_NAMES: Final = 3
"""A name of so many words may have an object at its end."""
_OF_MANY: Final = frozenset({"جميع", "كافه", "كل", "ساير", "عموم"})
"""With these begins whom one addresses («حث جميع الأطراف على …»)."""
_PLACES: Final = frozenset({"سوق", "بورصه", "مدينه", "مدرسه", "مهرجان", "معرض", "وحده", "فرع", "طاقم", "قسم"})
"""Nouns of places and parts that speak for a body called by them."""
_MEMBERS: Final = frozenset({"اصحاب", "ابناء", "افراد", "انصار", "عمال", "ملاك", "مربو", "مستخدمو"})
"""Plurals of people that a genitive makes definite."""
_BLAME: Final = frozenset(
    {"مسووليه", "المسووليه", "مسووليات", "مسيوليه", "المسيوليه", "مسيوليات", "تبعات", "تبعه", "وزر"}
)
_FEMININES: Final = frozenset(
    {"حديثه", "جديده", "كبيره", "بارزه", "مطلعه", "مستقله", "سابقه", "متخصصه", "معارضه", "رفيعه", "عده", "موثوقه"}
)
_MASCULINES: Final = frozenset({"رفيع", "كبير", "بارز", "مطلع", "مقرب", "سابق", "موثوق", "حديث", "جديد", "اخر"})
"""Adjectives that no ending tells."""
_WHOLE: Final = frozenset({"كامل", "كل", "كافه", "بعض", "جزءا", "الجزء"})
_BLAMED: Final = 16
"""What somebody is made to bear stands within so many words."""
_ASSEMBLIES: Final = frozenset({"الموتمر", "الملتقي", "المنتدي", "القمه", "الندوه", "اللقاء", "الاجتماع"})
"""Where people meet, and what speaks for them where it demands («طالب المؤتمر بـ…»)."""
_HUMAN: Final = frozenset(
    {"اعرب", "عبر", "اشاد", "اثني", "ندد", "ناشد", "تعهد", "اهاب", "رحب", "اعلن", "اوصي", "افصح", "شكا", "اشتكي"}
)
"""Verbs that only people and bodies are the subject of, in the past and before their preposition."""


def subject_alone(  # noqa: PLR0911 - one test a line
    reading: Reading, cue: CueForm, source: Phrase, charge: str
) -> Phrase:
    """Return the subject of a verb of two parts without the object that was read into it.

    «تتهم المعارضة | الحكومة بأنها …», «عزت الوزارة | التأخير إلى …»; the predicate stands right behind the two,
    with the preposition `charge`.
    """
    first, last = source.first, source.last
    if last - first < 2 or source.name is not None or cue.pronoun or not cue.finite:
        return source
    forms, hi = reading.passage.words.forms, reading.passage.hi
    closed = _behind_indefinite(reading, source)
    if closed is not None:
        return Phrase(first, closed, None, agent=True)
    if last >= hi or not is_preposition(reading, last, charge):
        return source
    named = _name_behind_many(reading, source)
    if named is not None:
        return Phrase(first, named, None, agent=True)
    if source.noun is not None and (source.noun.name_span is not None or source.noun.last > last):
        return _named_alone(reading, source, source.noun) if source.noun.last <= last else source
    at = next((i for i in range(first + 1, last) if _is_another(reading, first, i)), None)
    if at is None and charge == "الي" and last - first > 1 and _differs(reading, last - 1):
        at = last - 1  # «عزت الوزيرة | التسرب إلى …»
    at = _behind_adjective(reading, first, last) if at is None else at
    if at is None or (forms[first].endswith("ه") and cue.gender == "m"):
        return source
    noun = source.noun if source.noun is not None and source.noun.last <= at else None
    return Phrase(first, at, noun, agent=True)


def blames(reading: Reading, at: int) -> bool:
    """Tell whether somebody is made to bear something behind word `at` («حمل الوزير الشركة المسؤولية عن …»)."""
    return not _BLAME.isdisjoint(reading.passage.words.forms[at : at + _BLAMED])


def blame_at(reading: Reading, at: int) -> int | None:
    """Return the word of what somebody is made to bear behind word `at`, or None."""
    near = range(at, min(at + _BLAMED, reading.passage.hi))
    return next((i for i in near if reading.passage.words.forms[i] in _BLAME), None)


def is_borne(reading: Reading, at: int) -> bool:
    """Tell whether the subject of a verb bears himself what stands at word `at` («يحمل الوزير كامل المسؤولية»)."""
    near = reading.passage.words.forms[at : at + _BLAMED]
    return bool(near) and (near[0] in _BLAME or near[0] in _WHOLE) and "الي" not in near


def _name_behind_many(reading: Reading, source: Phrase) -> int | None:
    """Return the word at which somebody's name starts right behind people («يتهم المنتقدون | فلانا بـ…»), or None."""
    forms = reading.passage.words.forms
    for at in range(source.first + 1, source.last):
        part = reading.cast.by_word.get(at)
        if part is None or part.entity.type != "person" or part.start != reading.passage.words.starts[at]:
            continue
        before = forms[at - 1]
        several = before.startswith("ال") and (before.endswith("ون") or forms[source.first] in reading.grammar.voices)
        return at if several and before not in SINGULAR and reading.is_plain(at) else None
    return None


def _named_alone(reading: Reading, source: Phrase, noun: NounPhrase) -> Phrase:
    """Return a source with a name without the object behind it («اتهم فلان | رئيس البلدية بـ…»)."""
    words, at = reading.passage.words, noun.name_last
    if noun.name_span is None or not source.first < at <= source.last or noun.name_first >= at:
        return source
    if at == source.last:
        word, flags = words.forms[at - 1], reading.nouns.words.flags[at - 1]
        known = flags & COMMON and not flags & (NAMELIKE | NISBA | WEAK)
        if not word.startswith("ال") or not known or at - noun.name_first < _FEWEST_NAMES:
            return source
        at -= 1
    elif at - noun.name_first == 1 and words.forms[at].startswith("ال") and at + 1 < source.last:
        at += 1  # «النائب فلان الفلاني | القرار»
    span = noun.name_span[0], words.ends[at - 1]
    return Phrase(source.first, at, noun._replace(last=at, end=span[1], name_last=at, name_span=span))


_NO_PEOPLE: Final = HEAD | NUMBER
"""«تلفزيون», «ثلاثون»."""


def _behind_indefinite(reading: Reading, source: Phrase) -> int | None:
    """Return the word behind an indefinite subject that an adjective or its ending closes, or None.

    «وصفت منظمة محلية | القرار بأنه …», «عزا مسؤولون | سبب التأخير إلى …»; but «هيئة حماية الغابات» is one.
    """
    forms, first = reading.passage.words.forms, source.first
    if forms[first].startswith("ال") or first in reading.cast.by_word:
        return None
    at, feminine = first + 1, forms[first].endswith(("ه", "ات"))
    while at < source.last and _is_indefinite_adjective(reading, at, feminine=feminine):
        at += 1
    people = (
        forms[first].endswith("ون") and reading.are_many(first) and not reading.nouns.words.flags[first] & _NO_PEOPLE
    )
    closed = at > first + 1 or people
    if not closed or at >= source.last or forms[at] in reading.grammar.preposition:
        return None
    return at if forms[at][0] not in "وبلك" and at not in reading.cast.dates else None


def _is_indefinite_adjective(reading: Reading, at: int, *, feminine: bool) -> bool:
    """Tell whether a word is an adjective without the article, of a feminine or a masculine noun."""
    word = reading.passage.words.forms[at]
    if word.startswith("ال") or not reading.is_plain(at):
        return False
    if feminine:
        return (word.endswith("يه") and not word.endswith("ايه")) or word in _FEMININES
    nisba = word.endswith("ي") and bool(reading.nouns.words.flags[at] & NISBA)
    return nisba or word in _MASCULINES or word.endswith("يون")


def _behind_adjective(reading: Reading, first: int, last: int) -> int | None:
    """Return the last word of a noun, its nationality and another noun («وصفت الصحافة الألمانية | الهزيمة بأنها …»)."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    if last - first != _FEWEST_NAMES or not all(form.startswith("ال") for form in forms[first:last]):
        return None
    return last - 1 if flags[last - 2] & NISBA and not flags[last - 1] & (NISBA | NAMELIKE) else None


def _is_another(reading: Reading, first: int, at: int) -> bool:
    """Tell whether the word behind a definite one of a phrase is no adjective of it: another noun begins."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    word, before = forms[at], forms[at - 1]
    if at == first + 1 and before in _PEOPLE_ALONE:
        return True
    if not word.startswith("ال") or not before.startswith("ال") or flags[at] & NISBA:
        return False
    if word.endswith("ين") and word not in SINGULAR and not before.endswith("ين"):
        return True
    if flags[at] & HEAD or (flags[at] & TITLE and before.endswith("ه") != word.endswith("ه")):
        return True
    several = before.endswith(("اء", "ون")) and at == first + 1 and bool(flags[first] & TITLE)
    if several and not word.endswith(("ون", "ين", "ات", "اء", "ي", "ه")) and word not in _OF_PEOPLE:
        return True  # «اتهم الوزراء | المصنع»
    singular = not before.endswith(("ه", "ات", "ون", "ين", "اء")) and at == first + 1 and bool(flags[first] & TITLE)
    return singular and word.endswith("ه")


def _differs(reading: Reading, at: int) -> bool:
    """Tell whether a definite word is of another gender than the one before it, so that it is no adjective."""
    forms = reading.passage.words.forms
    word, before = forms[at], forms[at - 1]
    if not (word.startswith("ال") and before.startswith("ال")) or reading.nouns.words.flags[at] & NISBA:
        return False
    return word.endswith("ه") != before.endswith("ه") and not before.endswith(("ات", "ون", "ين", "اء"))


def without_purpose(reading: Reading, cue: CueForm, source: Phrase) -> Phrase:
    """Return the subject of a verb that takes ل without the noun that it leads to («دعا الوزير | لفتح البوابات»)."""
    if "ل" not in cue.frames or source.name is not None:
        return source
    noun, forms = source.noun, reading.passage.words.forms
    for at in range(source.first + 1, source.last):
        word = forms[at]
        if word[0] != "ل" or len(word) < _FEWEST or word.startswith("لل") or at in reading.cast.by_word:
            continue
        if not reading.is_governed(at, "ل") or reading.nouns.words.flags[at] & (HEAD | TITLE):
            continue
        kept = noun if noun is not None and noun.last <= at else None
        return evolve(source, last=at, noun=kept, agent=True)
    return source


def addresses_all(reading: Reading, cue: CueForm, source: Phrase) -> bool:
    """Tell whether a phrase behind a verb is whom it addresses, all of them («وحث جميع الأطراف على …»)."""
    word = reading.passage.words.forms[source.first]
    return word in _OF_MANY and "OBJ" in cue.frames and cue.kind == "past" and not reading.can_speak(source)


def _has_addressee(reading: Reading, source: Phrase) -> bool:
    """Tell whether whom a verb addresses stands right behind a noun («طالبت الهياكل المهنية | الوزارة بـ…»)."""
    at, flags = source.last, reading.nouns.words.flags
    if at >= reading.passage.hi or not reading.is_plain(at) or at in reading.cast.dates:
        return False
    part = reading.cast.by_word.get(at)
    if part is not None:
        return part.start == reading.passage.words.starts[at]
    word = reading.passage.words.forms[at]
    definite = word.startswith("ال") and bool(flags[at] & COMMON) and word not in reading.grammar.preposition
    return (definite or bool(flags[at] & (HEAD | TITLE))) and not flags[at] & NISBA and at not in reading.signs.cues


def as_people(reading: Reading, cue: CueForm, source: Phrase) -> Phrase:
    """Return a source no list knows as one that speaks, where only people do what the verb tells («عبر المرضى عن …»).

    It is definite or a construct, and agrees with its verb.
    """
    human = cue.lemma in _HUMAN or ("OBJ" in cue.frames and _has_addressee(reading, source))
    word, grammar = reading.passage.words.forms[source.first], reading.grammar
    human = human or (word in _ASSEMBLIES and cue.cue_class in {"directive", "warn"})
    if cue.kind != "past" or not human or cue.pronoun or reading.can_speak(source):
        return source
    if (
        (word in _OF_MANY and "OBJ" in cue.frames)
        or (word in POINTING and "OBJ" in cue.frames)
        or word in grammar.mute
        or word in grammar.data
        or word in grammar.thing
    ):
        return source
    if word in grammar.event or word in grammar.theme or reading.is_masdar(word) or word[0] in "بلفك":
        return source
    fits = cue.gender == "f" or not word.endswith("ه")
    known = source.first in reading.cast.by_word or reading.nouns.words.flags[source.first] & HEAD
    known = known or (word.endswith("ه") and reading.nouns.words.lexis.word(word[:-1]).flags & TITLE)  # «عميدة الكلية»
    definite = word.startswith("ال") or word in POINTING or word in _PLACES or bool(known)
    definite = definite or word in _MEMBERS or word in _OF_MANY
    return evolve(source, agent=True) if fits and definite else source
