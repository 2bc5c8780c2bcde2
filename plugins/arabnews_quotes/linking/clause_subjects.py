"""Finds the subject of the clause before a cue that names nobody: a verb, and whom it agrees with right behind it.

«بالمقابل عادت واشنطن ولمحت إلى …», «رفضت المدرسة التعليق، لكنها قالت إن …», «ركز العلماء على كذا وقالوا إن …»: what two
clauses of a sentence tell, they tell of one subject. Verbs are known by their form, and what cannot be a verb by the
word lists: no list of verbs is needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    HEAD,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    TITLE,
    VERB,
)
from arabnews_quotes.nouns.kinds import PLACES_TOO
from arabnews_quotes.nouns.quantities import ONE_OF
from arabnews_quotes.text.grammar import COMMAS, THAT, without_conjunction

from .link import speaker_of_source

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Memory, Speaker

_BACK: Final = 60
"""The verb of the clause before stands so many words before a cue at the most."""
_FRONTED: Final = 12
"""A phrase before the verb of its sentence has no more words than this."""
_DATE: Final = 8
"""So many words at the most has a date."""
_SHORTEST: Final = 4
"""Nouns like «صوت» and «وقت» have fewer letters than a verb with its ending."""
_UNDER: Final = THAT | {"اذا", "لو", "كي", "لكي", "هل", "ما", "ام", "لان", "بان", "كان", "لانه", "كانت"}
"""Behind these a verb tells of something else."""
_NO: Final = frozenset({"لم", "لا", "لن", "ولم", "ولا", "ولن", "قد", "وقد", "لقد", "ولقد", "فقد", "ان"})
_NOUNS: Final = ("يت", "ات")
"""Nouns end so («تصويت», «شركات»)."""
_TIMES: Final = frozenset({"بعد", "قبل", "منذ", "وبعد", "وقبل", "ومنذ"})
_GAPS: Final = frozenset({"؛", ":", "-", "–", "..", "…", "...", ";"})
_UNTOLD: Final = ONE_OF | {"كل", "كلا", "كلتا", "هذا", "هذه", "بعض", "ذات", "نفس"}
"""These begin no subject that goes on: who it is stands behind."""
_VAGUE: Final = frozenset({"وسائل", "وسايل", "الجانب", "الطرف", "القوي", "قوي", "الغرب", "الجهه", "الجهات", "الدوله"})
"""Words that mean someone who speaks, or a thing, as it comes."""
_ADJECTIVES: Final = ("ه", "ون", "ين", "ان", "ي", "اخري", "اخرون", "عده")
_MASDAR: Final = re.compile(r"ا.{1,4}ا.\Z")
"""«اجتماع», «استقبال», «إعلان»."""
_SEEM_DEFINITE: Final = frozenset(
    {"القي", "القت", "التقي", "التقت", "الغي", "الغت", "التمس", "التمست", "التزم", "التزمت"}
)
"""Verbs that begin with ال, many of them written without their hamza."""
_NOUNS_TOO: Final = frozenset({"عرض", "رد", "نشر", "شرح", "وجه", "كتب", "سرد", "عبر", "ردت"})
"""Verbs of presenting that are nouns as well («عرض المدير»)."""
NUMBERS: Final = frozenset({"الف", "الفي", "الاف", "ميه", "مايه", "ميتي", "مليون", "نصف", "ربع", "ثلث"})
"""No verbs, before what they count («لتخريج ألف ضابط»)."""
_DID: Final = frozenset({
    "بدا", "انهي", "اجري", "ابدي", "اعطي", "القي", "التقي", "نفي", "ادي", "حيي", "كرم", "تراس", "تفقد", "تسلم", "تلقي",
    "تقدم", "توجه", "تحدث", "تناول", "تطرق", "تعهد", "تمسك", "تعرض", "تمكن", "توصل", "تولي", "تابع", "تبادل", "تباحث",
    "لبي", "هنا", "مثل", "مني", "انتهي", "اكتفي", "اقتني", "احتفي", "استثني", "استدعي", "تبرع", "تكفل", "تصدي", "تراجع",
    "شن", "تاهل", "منح", "تنازل", "تخلي", "تعاقد", "تحرك", "تعامل", "بعث", "بقي", "مضي", "بث", "باشر", "التحق",
    "ادان", "ثمن", "استعان", "اعلن", "مارس", "تبني", "ابقي", "اوقف", "اخرج", "ارسل", "انهت", "تمني", "لجا", "كثف",
    "كلف", "وجه", "وضع", "وصل", "وقع", "وعد", "واجه", "واصل", "وافق",
})  # fmt: skip
"""Verbs of the past that look like names or nouns."""
_SHE_DID: Final = frozenset({
    "بدات", "شنت", "نفت", "لبت", "مدت", "ضمت", "ردت", "حثت", "عدت", "مضت", "بثت", "دعت", "رات", "جرت", "قضت", "تلقت",
    "تبنت", "تخلت", "تولت", "تصدت", "تمنت", "تسلمت", "تقدمت", "تمسكت", "تمكنت", "تابعت", "تراست", "تحدثت", "تعهدت",
    "تعرضت", "تناولت", "توجهت", "تراجعت", "تعاقدت", "توصلت", "تفقدت", "تبرعت", "تكفلت", "تنازلت", "تطرقت", "تبادلت",
    "وضعت", "وصلت", "وقعت", "وجهت", "وعدت", "واجهت", "واصلت", "وافقت", "وقفت", "وزعت", "رفعت", "لجات", "اثبتت", "ثبتت",
})  # fmt: skip
"""The same of a woman or a body."""
_SET_ABOUT: Final = frozenset({"قام", "قامت"})
"""«قامت الدكتورة فلانة بإلقاء كلمة …»."""
_NO_VERB: Final = PARTICLE | NUMBER | TITLE | HEAD | NISBA


def subject_of_verb_before(  # noqa: PLR0913, PLR0917 - what the walk knows
    reading: Reading, start: int, before: int, gender: str | None, count: str | None, memory: Memory
) -> Speaker | None:
    """Return the subject of the last clause from `start` on before a cue that it agrees with, or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    last, spaced, feminine = passage.word_at(before), reading.nouns.words.spaced, gender == "f"
    flags = reading.nouns.words.flags
    for at in range(last - 2, max(passage.word_at(start), last - _BACK) - 1, -1):
        if flags[at] & _NO_VERB or not spaced[at]:
            continue
        if feminine and forms[at][-1] != "ت" and "ت" not in forms[at][:2]:
            continue
        verb = verb_gender(reading, at)
        if verb is None or (gender is not None and verb != gender):
            continue
        behind = at + 1 + (forms[at + 1] in reading.grammar.toward and reading.is_plain(at + 2))
        phrase = reading.phrase_of_someone(behind) if behind < last else None
        if phrase is None or phrase.last > last or passage.quotation_at(passage.words.starts[behind]) is not None:
            continue
        if not _may_act(reading, phrase, verb) or not _opens_clause(reading, at, start, phrase, verb):
            continue
        speaker = speaker_of_source(reading, _trimmed(reading, phrase), memory, verb, None)
        return speaker if speaker is not None and _fits(reading, speaker, phrase, gender, count) else None
    return None


def subject_of_opening(
    reading: Reading, start: int, gender: str | None, count: str | None, memory: Memory
) -> Speaker | None:
    """Return the subject right behind the verb that opens the sentence at `start`, of a verb's gender and number."""
    passage, forms = reading.passage, reading.passage.words.forms
    first = passage.word_at(start)
    first += first + 1 < passage.hi and forms[first] in reading.grammar.connector
    behind = first + 1
    if behind + 1 >= passage.hi or reading.nouns.words.flags[first] & _NO_VERB or not reading.is_plain(behind):
        return None
    verb = verb_gender(reading, first)
    phrase = reading.phrase_of_someone(behind) if verb is not None and gender in {None, verb} else None
    if verb is None or phrase is None or not _may_act(reading, phrase, verb):
        return None
    speaker = speaker_of_source(reading, _trimmed(reading, phrase), memory, verb, None)
    return speaker if speaker is not None and _fits(reading, speaker, phrase, gender, count) else None


def subject_of_presenting(
    reading: Reading, start: int, before: int, gender: str | None, memory: Memory
) -> Speaker | None:
    """Return the person who is told to present something right before a cue, of its gender, or None.

    «وفي الحفل الذي أقيم في القاعة ألقى المدير فلان كلمة …، منوها بأن»: whoever the sentence begins with, he speaks.
    """
    passage, forms, presents = reading.passage, reading.passage.words.forms, reading.grammar.presents
    last = passage.word_at(before)
    for at in range(last - 2, max(passage.word_at(start), last - _BACK) - 1, -1):
        verb = forms[at] if forms[at] in presents else without_conjunction(forms[at])
        if not (verb in presents or verb in _SET_ABOUT) or gender not in {None, "f" if verb.endswith("ت") else "m"}:
            continue
        if verb in _NOUNS_TOO and not _opens_alone(reading, at, start):
            continue
        phrase = reading.phrase(at + 1) if reading.is_plain(at + 1) else None
        noun = phrase.noun if phrase is not None else None
        if phrase is None or phrase.last > last or passage.quotation_at(passage.words.starts[at]) is not None:
            continue
        part = reading.cast.by_word.get(phrase.first)
        named = part is not None and part.entity.type == "person" and part.form == "name"
        titled = noun is not None and noun.kind in {"person", "role"} and noun.role_span is not None and noun.definite
        if not (named or titled) or forms[at - 1] in reading.grammar.relative or forms[at - 1] in _UNDER:
            continue
        return speaker_of_source(reading, phrase, memory, gender, None)
    return None


def _opens_alone(reading: Reading, at: int, start: int) -> bool:
    """Tell whether a word that may be a noun too opens a clause, so that it is a verb («…، وعرض المدير فلان الخطة»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if at <= passage.word_at(start) or not reading.is_plain(at) or forms[at] not in reading.grammar.presents:
        return True
    return without_conjunction(forms[at - 1]) in reading.grammar.connector or forms[at - 1] in _NO


def has_article(reading: Reading, at: int) -> bool:
    """Tell whether a word has the article, which «ألقى» and «وألقى» only seem to have."""
    words = reading.passage.words
    if not words.forms[at].startswith(("ال", "وال", "لل")) or without_conjunction(words.forms[at]) in _SEEM_DEFINITE:
        return False
    return not any(letter in reading.passage.text[words.starts[at] : words.starts[at] + 2] for letter in "أإآ")


def verb_gender(reading: Reading, at: int) -> str | None:  # noqa: PLR0911 - one test a line
    """Return the gender of the verb that a word may be, or None where it is no verb of the third person."""
    form = reading.passage.words.forms[at]
    if len(form) < 3 or at in reading.cast.covered:
        return None
    classified = reading.nouns.words.words[at]
    governed = classified.peel and (form.startswith("بال") or (classified.peel > 1 and form.startswith("وب")))
    if has_article(reading, at) or governed or form in NUMBERS:
        return None  # «وبحضور فلان», «بالمسجد الحرام»
    if form in _SHE_DID or (form[1:] in _SHE_DID and form[0] in "وف"):
        return "f"
    word = classified.stem if classified.peel else without_conjunction(form) if form[0] == "و" else form
    if form in _DID or word in _DID:
        return "m"
    if len(word) >= _SHORTEST and word[-1] == "ت" and word[0] not in "يت":
        return "f" if not word.endswith(_NOUNS) or word[0] == "ا" else None
    if len(word) >= _SHORTEST and word[0] in "يت" and word[-1] not in "تها":
        sister = reading.nouns.words.lexis.word(("ت" if word[0] == "ي" else "ي") + word[1:])
        if sister.flags & (COMMON | CUE) and not sister.peel:
            return "m" if word[0] == "ي" else "f"
    noun = classified.flags & NAMELIKE or word[0] in "تمبلك" or word[-1] in "هتينا" or _MASDAR.match(word) is not None
    return "m" if not noun else None


def _opens_clause(  # noqa: PLR0911 - one test a line
    reading: Reading, at: int, start: int, phrase: Phrase, verb: str
) -> bool:
    """Tell whether a verb opens a clause: behind a comma, «و», a particle, a date; a sure verb behind a noun too."""
    passage, forms = reading.passage, reading.passage.words.forms
    if at <= passage.word_at(start) or at == passage.lo:
        return True
    earlier = forms[at - 1]
    if earlier in reading.grammar.relative or earlier == "ما":
        return phrase.first > at + 1  # «اللقاء الذي استقبل فيه الوزير …», «وهو ما أكد عليه الوزير …»
    if earlier == "ان":
        return forms[at - 2] in _TIMES
    if earlier in _UNDER:
        return False
    gap = passage.gap_before(at).strip()
    if gap:
        return gap in COMMAS or gap in _GAPS
    if forms[at][0] == "و" or earlier in _NO or without_conjunction(earlier) in reading.grammar.connector:
        return True
    word = forms[phrase.first]
    several = verb == "m" and (word.endswith("ون") or reading.is_group(phrase.first) or word in reading.grammar.voices)
    loose = several or verb == "f" or bool(reading.nouns.words.flags[at] & (VERB | CUE))
    if _is_fronted(reading, at, passage.word_at(start)):
        return True
    led = without_conjunction(earlier)  # «وفي خصوص الاتفاقية»
    return loose and led not in reading.grammar.preposition and led not in reading.grammar.governing


def _is_fronted(reading: Reading, at: int, first: int) -> bool:
    """Tell whether nothing but a date or a phrase led by a preposition stands before a verb in its sentence.

    «أمس حدد المجلس …», «وفي مواجهة الأزمة حدد المجلس …»: what has the article takes no genitive, so a verb follows.
    """
    passage, grammar = reading.passage, reading.grammar
    if at - first > _FRONTED:
        return False
    dates = reading.cast.dates
    if any(i in dates and dates[i][0] == at for i in range(max(first, at - _DATE), at)):
        return True
    forms = passage.words.forms
    led = forms[first] in grammar.preposition or without_conjunction(forms[first]) in grammar.preposition
    if not led or not (reading.nouns.words.flags[at - 1] & DEFINITE or at in reading.cast.by_last):
        return False
    return all(
        reading.is_plain(i + 1) and forms[i] not in grammar.relative and forms[i] not in _UNDER
        for i in range(first, at)
    )


def _may_act(reading: Reading, phrase: Phrase, verb: str) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a noun phrase behind a verb may be its subject: someone known who can speak, of its gender."""
    noun, word = phrase.noun, reading.passage.words.forms[phrase.first]
    if word in _UNTOLD:
        return False
    named = phrase.first in reading.cast.by_word
    if noun is None:
        group = reading.is_group(phrase.first) or (word in reading.grammar.voices and word not in _VAGUE)
        headed = word.endswith("ه") and verb == "f" and bool(reading.nouns.words.flags[phrase.first] & (HEAD | TITLE))
        return headed or group or named or (verb == "m" and word.startswith("ال") and word.endswith("ون"))
    outlet = noun.kind == "document" and noun.head in reading.grammar.naming  # «أولت الصحف اهتماما …، واعتبرت أن»
    if (noun.kind not in PLACES_TOO and not outlet) or (word.endswith("ين") and noun.number == "p"):
        return False
    if noun.kind == "person" and noun.role_span is None and not named:
        return False
    if not noun.definite and phrase.last - phrase.first < 2 and not reading.is_group(phrase.first):
        return False
    if noun.kind == "place":
        return verb == "f" and named
    if noun.kind == "organization" and noun.gender is None:
        return True
    return noun.gender is None or noun.gender == verb or noun.number == "p" or noun.kind == "collective"


def _trimmed(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a phrase without the object behind an indefinite noun («نشرت مصادر أخرى | مشاهد», «أنهت فرق | عملها»)."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    if phrase.noun is not None or phrase.name is not None or forms[phrase.first].startswith("ال"):
        return phrase
    for at in range(phrase.first + 1, phrase.last):
        if forms[at] in reading.grammar.preposition or forms[at].startswith("ال") or at in reading.cast.by_word:
            return phrase
        if not (forms[at].endswith(_ADJECTIVES) or flags[at] & NISBA):
            return evolve(phrase, last=at)
    return phrase


def _fits(reading: Reading, speaker: Speaker, phrase: Phrase, gender: str | None, count: str | None) -> bool:
    """Tell whether the subject of one clause may be that of the next: several of a plural verb, one of a singular."""
    word = reading.passage.words.forms[phrase.first]
    several = word.endswith("ون") or reading.is_group(phrase.first) or word in reading.grammar.voices
    if count in {"p", "d"}:
        return several or speaker.number in {"p", "d"} or bool(speaker.co_speakers)
    if gender == "m" and (word.endswith("ون") or (phrase.noun is not None and phrase.noun.number == "p")):
        return False
    return reading.cast.may_be(speaker.entity, gender)
