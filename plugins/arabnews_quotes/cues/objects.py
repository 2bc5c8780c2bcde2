"""Tells whom a verb of saying addresses from who says it: «طالب الحكومة بـ…», «وحذر المواطنين من …» have no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, NISBA, TITLE
from arabnews_quotes.nouns.addressed import GOD_HIMSELF
from arabnews_quotes.nouns.issuers import is_paper
from arabnews_quotes.nouns.quantities import MANY
from arabnews_quotes.text.grammar import SINGULAR

from .apart import addresses_all
from .resumption import follows_pronoun
from .told_already import is_told_already
from .verb_subjects import antecedent

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

    from .report import Report
    from .scanning import Frame

_OF_MEN: Final = frozenset(
    {"لبنان", "العراق", "الاردن", "المغرب", "السودان", "اليمن", "الكرملين", "الفاتيكان", "البيت", "الغرب", "الاحتلال"}
)
"""Places that are no feminines."""
_COUNSELS: Final = frozenset({"حذر", "دعا", "حث", "ناشد", "نصح", "خاطب", "ابلغ", "اوصي"})
"""Verbs that people are oftener the object than the subject of."""
_KIN_OF: Final = frozenset({"بني", "ذوي"})
"""These are no nominatives."""
_PRAYS: Final = frozenset({"دعا", "سال", "سأل", "ناشد"})
_THINGS: Final = frozenset({"مجرد", "نظري", "نظره", "حديثه", "حديثها", "كلامه", "كلمته", "ذلك", "هذين", "رفضي"})
"""Nobody is called so."""
_MANKIND: Final = frozenset({"العالم", "المجتمع"})
"""Of these one demands."""
_THEIR_GROUPS: Final = frozenset(
    {"الكتل", "القوي", "الفصايل", "الجهات", "الاوساط", "الصحف", "الكتله", "الوفود", "الدول"}
)
"""Groups that are no people themselves: the subject of a feminine verb."""
_BROKEN: Final = frozenset({"عضو", "كتايب", "لجان", "مجالس", "مكاتب", "فروع", "اتحادات", "قوي", "اجنحه", "سرايا"})
"""Feminine of verb: plurals of bodies without an ending, and «عضو», which may be a woman."""
_GOING: Final = frozenset({"الاستقاله", "التنحي", "الرحيل", "استقالته", "تنحيه", "رحيله"})
"""To this one calls upon somebody else."""
_CARRIED: Final = 30
"""A participle that goes on with a verb follows within so many words."""
_PEOPLE: Final = frozenset(
    {"الجميع", "الناس", "الاطراف", "التجار", "الاهالي", "الشباب", "الطلاب", "الطلبه", "المجتمع", "الشعب", "الكل"}
    | {"الدول", "الاسر", "الاباء", "الجمهور", "الجهات", "القوي", "الاحزاب", "الجماهير", "السكان", "العالم", "الشركات"}
    | {"المواطنين", "الاعلام", "اولياء", "ابناء", "الموسسات", "الاخوه", "العملاء", "الزبناء", "الحجاج", "القاده"}
)
_HIS: Final = {"m": ("ه",), "f": ("ها",)}
"""The pronoun of what is the subject's own."""
_SHORT: Final = 4
_OWN_VIEW: Final = frozenset(
    noun + end
    for noun in ("راي", "موقف", "كلام", "حديث", "فكرت", "قناعت", "وجهت", "رويت", "نظريت")
    for end in ("ه", "ها", "هم")
)
"""One explains one's own view: it does not speak."""


def is_object(  # noqa: PLR0911 - one test a line
    reading: Reading, index: int, cue: CueReading, form: CueForm, frame: Frame
) -> bool:
    """Tell whether the one noun phrase behind a verb is whom it addresses («… وطالب الحلف بحماية»)."""
    source = frame.source
    if source is not None and form.finite and source.first > index and _is_thing_said(reading, form, source):
        return True
    if "OBJ" not in form.frames or not form.finite or source is None or source.first < index:
        return False
    if addresses_all(reading, form, source):
        return True
    if not agrees_with_verb(reading, index, form, source) or follows_pronoun(reading, index):
        return True
    if is_told_already(reading, index, form, source) or (form.lemma in _PRAYS and _is_god(reading, source)):
        return True
    if frame.kind == "preposition" and not reading.can_speak(source) and _is_asked(reading, index, form, source):
        return True
    word = reading.passage.words.forms[source.first]
    if _is_to_resign(reading, frame) or (frame.kind == "preposition" and _are_rulers(reading, cue, source)):
        return True
    if source.noun is None or frame.kind != "preposition" or (word.endswith("ون") and source.noun.number == "p"):
        return False
    passage = reading.passage
    start = passage.words.starts[index]
    inside = cue.proclitics == "و" and start > passage.sentence_start(start) + 2
    return (
        inside
        and form.gender == "m"
        and form.lemma != "هدد"
        and source.noun.kind in {"organization", "collective", "place"}
    )


def _is_asked(reading: Reading, index: int, form: CueForm, source: Phrase) -> bool:
    """Tell whether a noun of no known sense is whom a verb addresses, by its gender or its pronoun.

    «ودعت المجتمع الدولي إلى …»; «ودعا أنصاره إلى …»: his own.
    """
    words = reading.passage.words
    first, last = words.forms[source.first], words.forms[source.last - 1]
    if source.first != index + 1 or form.pronoun or form.number != "s" or form.kind != "past":
        return False
    if source.last == source.first + 1 and first.endswith(_HIS[form.gender or "m"]):
        return len(first) > _SHORT and words.text[words.ends[source.first] - 1] != "ة"
    two = source.last == source.first + 2 and first.startswith("ال") and last.startswith("ال")
    masculine = two and not first.endswith(("ه", "ات", "ا")) and not last.endswith(("ه", "ات"))
    return masculine and form.gender == "f"


def _is_to_resign(reading: Reading, frame: Frame) -> bool:
    """Tell whether whoever stands behind a verb is asked to go («دعا الوزير إلى الاستقالة»)."""
    source = frame.source
    if source is None or source.noun is None or source.noun.number != "s" or source.noun.kind not in {"person", "role"}:
        return False
    behind = reading.passage.words.forms[source.last : source.last + 2]
    return not _GOING.isdisjoint(form.removeprefix("ب") for form in behind)


def _are_rulers(reading: Reading, cue: CueReading, source: Phrase) -> bool:
    """Tell whether a ruler and his government, neither by name, are asked together («وطالب الرئيس والحكومة بـ…»)."""
    noun, forms = source.noun, reading.passage.words.forms[source.first : source.last]
    ruler = noun is not None and noun.kind == "role" and noun.name_span is None and source.name is None
    return ruler and cue.proclitics == "و" and any(form.startswith(("وحكوم", "والحكوم")) for form in forms[1:])


def _is_thing_said(reading: Reading, form: CueForm, source: Phrase) -> bool:
    """Tell whether an ordinary noun behind a verb is what is told of: «ويرى ضرورة …», «وصف معركة كذا بأنها»."""
    if source.noun is not None or source.name is not None or source.agent or source.first in reading.cast.by_word:
        return False
    if reading.passage.words.forms[source.first] in _OWN_VIEW and source.last == source.first + 1:
        return True  # «ويوضح رأيه بأن»
    words = reading.passage.words
    word, end = words.forms[source.first], words.ends[source.first]
    if word in reading.grammar.theme or word in _THINGS:
        return True
    if word in MANY:
        return False  # «ذهب طائفة من العلماء إلى أن»
    feminine = form.gender == "m" and words.text[end - 1] == "ة" and not word.startswith("ال")
    return feminine and bool(reading.nouns.words.flags[source.first] & COMMON) and not reading.can_speak(source)


def is_addressed(reading: Reading, at: int, phrase: Phrase) -> bool:
    """Tell whether the noun behind a verb of saying at word `at` is whom it addresses («وحذر السكان من …»)."""
    cue = reading.signs.cues.get(at)
    return cue is not None and any(
        form.finite and not agrees_with_verb(reading, at, form, phrase) for form in cue.forms
    )


def is_prayer(reading: Reading, report: Report, source: Phrase) -> bool:
    """Tell whether God is whom a verb calls upon («ودعا الله أن», «سأل المولى أن»), not its subject."""
    return report.form is not None and report.form.lemma in _PRAYS and _is_god(reading, source)


def _is_god(reading: Reading, source: Phrase) -> bool:
    return reading.passage.words.forms[source.first] in GOD_HIMSELF


def agrees_with_verb(  # noqa: C901, PLR0911, PLR0912 - one test a line
    reading: Reading, index: int, form: CueForm, source: Phrase
) -> bool:
    """Tell whether a noun phrase right behind a verb that may have an object agrees with it as its subject does.

    A verb in front of its subject is singular, and of its gender; «المواطنين» is no nominative.
    """
    noun = source.noun
    between = reading.passage.words.forms[index + 1] if source.first == index + 2 else ""
    apart = between in reading.grammar.therein or between in reading.grammar.adverb
    if "OBJ" not in form.frames or not (source.first == index + 1 or apart) or form.pronoun:
        return True  # «تدعو فيها المواطنين إلى»
    if paper_told_of(reading, index, form) is not None:
        return False  # «رسالة تطالب الحكومة بـ…»
    words, word = reading.passage.words, reading.passage.words.forms[source.first]
    advised = word in _PEOPLE and form.lemma in _COUNSELS and form.gender == "m"
    advised = advised or (word in _MANKIND and form.lemma == "طالب" and form.gender == "m")
    if advised and (_follows_report(reading, index) or _is_carried_on_by_one(reading, source.last)):
        return False
    feminine = word.endswith(("ات", "ه")) or word in _THEIR_GROUPS
    if noun is None and form.gender == "m" and word in reading.grammar.voices and feminine:
        return False  # «كما دعا السلطات إلى …»
    if noun is None:
        if _is_construct_plural(reading, source.first, word):
            return False  # «أبلغ لاعبي النادي أنهم»
        accusative = word.endswith("ين") and word not in SINGULAR and source.first not in reading.cast.by_word
        return not (accusative and bool(reading.nouns.words.flags[source.first] & DEFINITE))
    if form.number in {"p", "d"}:
        return False  # «ويطالبون الحكومة بـ…»
    people = noun.number == "p" and noun.kind in {"role", "collective", "person"}
    if people and word.endswith("ين"):
        return False
    if people and form.gender == "f" and word.endswith("اء"):
        return False  # «وجهت وزراء الكتلة بكذا»
    gender = noun.gender
    if noun.kind == "place" and noun.number == "s":
        gender = None if word in _OF_MEN else "f"
    if noun.number == "s" and gender is not None and form.gender is not None and noun.kind != "document":
        if form.gender == "m" and gender == "f":
            return False
        if (
            form.gender == "f"
            and gender == "m"
            and not word.endswith(("ه", "ات"))
            and word not in _BROKEN
            and noun.kind in {"organization", "role", "person"}
        ):
            return False
    if index > reading.passage.lo and words.forms[index - 1] in reading.grammar.relative:
        who = antecedent(reading, index)  # «المستشارة التي دعت الحكومة إلى …»
        return who is None or who.noun is None or who.noun.kind not in {"person", "role"} or who.noun.number != "s"
    return True


def _is_construct_plural(reading: Reading, at: int, word: str) -> bool:
    """Tell whether a word is a plural of people before its genitive that is no nominative («لاعبي الفريق»)."""
    if word in _KIN_OF:
        return True
    words = reading.nouns.words
    one = words.lexis.word(word[:-1]) if word[-1] == "ي" and at not in reading.cast.by_word else None
    return one is not None and bool(one.flags & TITLE) and not one.peel and not words.flags[at] & (TITLE | NISBA)


def paper_told_of(reading: Reading, index: int, form: CueForm) -> int | None:
    """Return the paper without an article of which a verb of the present right behind it tells, or None.

    «رسالة تطالب الحكومة بـ…», «بيانا مشتركا يدعو إلى …»; «رسالة تطالب فيها الحكومة» has its subject behind.
    """
    passage, forms = reading.passage, reading.passage.words.forms
    if form.kind != "present" or form.pronoun or index - 1 <= passage.lo or not reading.is_plain(index):
        return None
    if index + 1 < passage.hi and forms[index + 1] in reading.grammar.therein:
        return None
    bare = forms[index - 1].endswith(("ا", "ه", "ي"))
    at = index - 1 if is_paper(forms[index - 1].removesuffix("ا")) else index - 2 if bare else index
    word = forms[at].removesuffix("ا")
    found = at < index and word[:2] != "ال" and is_paper(word) and (at == index - 1 or reading.is_plain(index - 1))
    return at if found and (form.gender == "f") == word.endswith("ه") else None


def _is_carried_on_by_one(reading: Reading, at: int) -> bool:
    """Tell whether behind a comma of its sentence a participle of one man goes on («وحذر السكان …، مؤكدا أن»)."""
    passage, cues = reading.passage, reading.signs.cues
    limit = passage.stop_after(passage.words.ends[at - 1])
    for index in range(at, min(at + _CARRIED, passage.hi)):
        if passage.words.starts[index] >= limit:
            break
        found = cues.get(index)
        if found is not None and not reading.is_plain(index):
            return any(f.kind == "participle" and f.gender == "m" and f.number == "s" for f in found.forms)
    return False


def _follows_report(reading: Reading, index: int) -> bool:
    """Tell whether a verb with و follows another of its passage that reports."""
    passage, cues = reading.passage, reading.signs.cues
    return passage.words.forms[index][0] == "و" and any(i in cues for i in range(max(passage.lo, index - 150), index))


def has_object(reading: Reading, cue: CueForm, at: int) -> bool:
    """Tell whether a verb of saying has an object of another sense behind its subject («شدد الحارس قبضته على …»)."""
    passage = reading.passage
    if cue.kind == "participle" or cue.cue_class != "assert" or at >= passage.hi or not reading.is_plain(at):
        return False
    end = passage.words.ends[at]
    owned = passage.text[end - 1] == "ه" or passage.text[end - 2 : end] == "ها"
    word = reading.nouns.words.words[at]
    return owned and at not in reading.cast.by_word and bool(word.flags & COMMON) and not word.peel
