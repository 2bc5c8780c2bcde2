"""Tells verbs of saying that tell of a deed, or of what a thing shows: «معلنا فوز فريقه», «تؤكد التجربة أن»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NAMELIKE, NUMBER, VERB
from arabnews_quotes.nouns.agents import has_masdar_shape
from arabnews_quotes.nouns.kinds import PEOPLE
from arabnews_quotes.nouns.pasts import is_past
from arabnews_quotes.nouns.quantities import ONE_OF, SOME_OF
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, without_conjunction
from arabnews_quotes.text.signs import ARRIVING

from .other_senses import is_other_word
from .report import NOUN_FRAMES
from .swallowed import EVENTS
from .verb_subjects import subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

    from .scanning import Frame

_BY: Final = frozenset({"من", "عن"})
_BY_NAME: Final = frozenset({"بالاسم", "باسمه", "باسمها", "باسمايهم", "بالاسماء", "بالخير", "بالسوء"})
_OPENS_OBJECT: Final = SOME_OF | {
    "كثير", "كل", "جميع", "هذه", "تلك", "هذا", "ذلك", "سير", "مجمل", "لغه", "كافه", "احدث",
}  # fmt: skip
_TOLD: Final = frozenset(
    {"خبر", "اخبار", "تصريح", "تصريحات", "تصريحا", "كلام", "كلاما", "قول", "اقوال", "اقوالا", "معلومات", "حديث", "نبا"}
    | {"انباء", "فضل", "هدف", "عمل", "قصيده", "كتاب", "نفسه", "نفسها", "معلوماته", "معلوماتها", "بيت", "ابيات"}
)
"""What is put down to somebody as his word or his work."""
_POINTED: Final = frozenset({"نقطه", "ركله", "ضربه"})
"""What a referee points at."""
_SCRIPTURE: Final = frozenset({"القران", "الايه", "الايات", "السوره", "السور", "سوره", "الاحلام", "الحلم", "الروي"})
_COSTS: Final = frozenset({"يبلغ", "بلغ", "كان", "يكون", "يصل", "وصل", "ارتفع", "يرتفع", "يساوي", "انخفض"})
_STUDIES: Final = frozenset(
    {"دراسه", "دراسات", "ابحاث", "بحث", "بحوث", "تقرير", "تقارير", "استطلاع", "استطلاعات", "استبيان", "استبيانات"}
    | {"مسح", "مسوح", "تحقيق", "تحقيقات", "احصاييه", "احصاييات", "احصاء", "احصاءات", "مراجعات"}
)
_FIGURES: Final = frozenset({"بيانات", "ارقام", "وثيقه", "وثايق"})
"""These show something where they are somebody's («أظهرت بيانات الوزارة أن»), of this or that kind («بيانات رسمية»)."""
_OUTCOMES: Final = frozenset({"نتايج", "النتايج", "خلاصه", "بيانات"})
_SHOWING: Final = frozenset({"اظهر", "اثبت", "وجد", "اكتشف"})
_SEEKERS: Final = frozenset({"باحث", "باحثه", "باحثون", "باحثين", "علماء", "دارسون", "اطباء", "خبراء", "محققون"})
"""Who finds something out («وجد باحثون أن»), or proves it; what they let appear is no word."""
_QUANTITIES: Final = ONE_OF | SOME_OF | {"كثير", "من", "احدث", "اخر", "سلسله"}
_MOST_QUANTITIES: Final = 2
_ABOUT: Final = frozenset({"بحوالي", "بنحو", "بقرابه", "باكثر", "باقل"})
_NUMBER: Final = 14
"""The number put to something follows within so many words."""
_SHOWN: Final = 10
"""What a study shows follows within so many words («أثبت العلماء نفعه، ولو قيل إن …» shows no clause)."""
_IN_IT: Final = frozenset({"فيه", "فيها", "فيهم", "فيهما"})
MOST: Final = frozenset({"اكبر", "اهم", "اول", "احد", "احدي", "ابرز", "اعلي", "اقدم", "اكثر", "اطول", "اضخم", "من"})
"""With one of these a predicate begins, and no object."""
_PASSIVE: Final = {"الذي": "يعتبر", "والذي": "يعتبر", "التي": "تعتبر", "والتي": "تعتبر"}
_MORE: Final = frozenset({"في", "من", "عن", "علي"})
_HEREIN: Final = frozenset({"بهذا", "بهذه"})
_SHORTEST: Final = 3
_REFEREES: Final = frozenset({"الحكم", "حكم", "الحكام", "الحكمان"})
_COURTS: Final = frozenset({"محكمه", "المحكمه", "محاكم", "القضاء", "القاضي", "قاض", "هييه"})
"""Who convicts rather than condemns."""


def is_mute(reading: Reading, source: Phrase, form: CueForm | None = None) -> bool:
    """Tell whether a source is a thing that shows and says nothing («الأرقام», «الواقع»), unless it is called so."""
    forms, at = reading.passage.words.forms, source.first
    if forms[at] in _OPENS_OBJECT and at + 1 < source.last:
        at += 1  # «بعض الشواهد», «هذه الآية»
    if at in reading.cast.by_word or reading.is_marked(at):
        return False
    word = without_conjunction(forms[at])
    seen = form is not None and form.kind == "present"
    return word in reading.grammar.mute or (seen and word in reading.grammar.data)


def finds(reading: Reading, form: CueForm, frame: Frame, index: int) -> bool:
    """Tell whether a study or who made it shows something («أظهرت دراسة أن», «كانت دراسات قد وجدت أن»).

    A picture or a figure that does says nothing.
    """
    if form.lemma not in _SHOWING and form.lemma not in ARRIVING:
        return False
    source = frame.source or subject_before_verb(reading, index, reading.signs.cues[index])
    if source is None or max(source.last, index) + _SHOWN < reading.passage.word_at(frame.content):
        return False
    if form.lemma in ARRIVING:  # «انتهى التقرير إلى أن», but «انتهى الأمر إلى أن», «الاتفاق الذي توصل إليه …»
        at = reading.passage.word_at(frame.content) - frame.bare
        told = reading.passage.words.forms[at - 1] == "الي" and not _is_deed(reading, at + 1)
        return reading.can_speak(source) and told
    if form.pronoun:
        return False
    forms, at = reading.passage.words.forms, source.first
    for _ in range(_MOST_QUANTITIES):  # «أثبتت كثير من الدراسات أن»
        at += forms[at] in _QUANTITIES and at + 1 < reading.passage.hi
    figure = forms[at] in _FIGURES and source.last - at > 1 and form.lemma == "اظهر"
    at += forms[at] in _OUTCOMES and at + 1 < reading.passage.hi  # «أظهرت نتائج الاستطلاع أن»
    word = forms[at].removeprefix("ال")
    return figure or word in _STUDIES or (form.lemma != "اظهر" and word in _SEEKERS)


def _is_deed(reading: Reading, at: int) -> bool:
    """Tell whether a verb stands behind «إلى أن»: until he did it, or that they do it, and nothing found out."""
    if at >= reading.passage.hi:
        return False
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    return (
        bool(flags & VERB)
        or is_past(reading, word)
        or (word[0] == "ي" and len(word) > _SHORTEST and not flags & NAMELIKE)
    )


def shows_event(reading: Reading, form: CueForm, frame: Frame, index: int) -> bool:
    """Tell whether a study shows that something happened or is the case («أظهرت دراسة الوزارة ارتفاع …»)."""
    word = reading.passage.words.forms[min(reading.passage.word_at(frame.content), reading.passage.hi - 1)]
    event = word in EVENTS or has_masdar_shape(word) or word in reading.grammar.event
    return frame.kind == "noun" and event and finds(reading, form, frame, index)


def estimates(reading: Reading, frame: Frame, index: int) -> bool:
    """Tell whether someone puts a number to something («قدر فلان عدد السكان بمئة»); a thing is measured by another."""
    if frame.kind != "two-part":
        return True
    if frame.source is None or frame.source.first < index:
        return False  # «قدر عدد الضحايا بمئة»: nobody is told
    first = reading.passage.word_at(frame.content)
    return any(_is_number(reading, at) for at in range(first + 1, min(first + _NUMBER, reading.passage.hi)))


def _is_number(reading: Reading, at: int) -> bool:
    """Tell whether a number stands at word `at` behind ب, alone or behind «نحو»."""
    forms = reading.passage.words.forms
    if forms[at] in _ABOUT:
        return True
    following = forms[at + 1] if at + 1 < reading.passage.hi else ""
    if forms[at] == "ب" or forms[at][:1] != "ب":
        return forms[at] == "ب" and following[:1].isdigit()
    return forms[at][1:2].isdigit() or bool(reading.nouns.words.lexis.word(forms[at][1:]).flags & NUMBER)


def talks_of(reading: Reading, form: CueForm, frame: Frame) -> bool:
    """Tell whether people talk of what is the case («يتحدث متابعون عن أن السد امتلأ»)."""
    at = reading.passage.word_at(frame.content)
    way = reading.passage.words.forms[at - 1 - frame.bare : at + 1 - frame.bare]
    told = "عن" in way or not BI_THAT.isdisjoint(way)
    return form.lemma == "تحدث" and told and frame.source is not None and reading.can_speak(frame.source)


def shows(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether a thing stands right before a verb without another subject («هذه الأرقام تؤكد أن»)."""
    if not form.finite or index == reading.passage.lo or not reading.is_plain(index):
        return False
    if index - 1 in reading.cast.by_word or reading.is_marked(index - 1):
        return False
    if reading.passage.words.forms[index] == "و" + form.form:
        return False  # «انتقد الحكم في المباراة وقال إنه …»
    led = without_conjunction(reading.passage.words.forms[index - 2]) if index - 2 >= reading.passage.lo else ""
    if led in reading.grammar.preposition and led not in _OPENS_OBJECT:
        return False  # «وعن المباراة قال: …»
    word, grammar = without_conjunction(reading.passage.words.forms[index - 1]), reading.grammar
    return word in grammar.mute or (form.kind == "present" and word in grammar.data)


_DEEDS: Final = frozenset(
    {"راي", "زاد", "اقر", "اعتبر", "ذكر", "نسب", "ادان", "فسر", "ثمن", "اشار", "عبر", "شدد", "اعلن", "اكد", "ابدي"}
)
"""Verbs that may tell of a deed: those that `is_deed` and `_is_done` ask by name."""


def is_deed(  # noqa: PLR0911 - one test a line
    reading: Reading, index: int, form: CueForm, frame: Frame
) -> bool:
    """Tell whether a verb of saying at word `index` tells of no word, by what follows it or stands before it."""
    if is_other_word(reading, index, form, frame):
        return True
    if frame.kind == "colon" and form.kind == "participle" and form.form.endswith("ات"):
        return True
    if form.lemma not in _DEEDS:
        return False
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if form.lemma == "راي" and frame.kind != "clause" and index + 1 < hi and forms[index + 1] in _IN_IT:
        return True  # «رأى فيه تهديدا: …»
    behind = frame.source.last if frame.source is not None and frame.source.first > index else index + 1
    if form.lemma == "زاد" and frame.kind != "colon" and index + 1 < hi and forms[index + 1] in _MORE:
        return True  # «ويزيد في أهميته أنه …», «لمدة تزيد عن عام»
    if form.lemma == "زاد" and frame.source is not None:
        by = behind < hi and forms[behind] in _BY
        if by or not reading.can_speak(frame.source):
            return True  # «زادت المكتبة من …», «زاد الاعتقاد بأن»
    if form.lemma == "اقر" and frame.kind == "preposition" and _is_approved(reading, form, frame, behind):
        return True
    return frame.kind in NOUN_FRAMES and _is_done(reading, index, form, frame)


def _is_done(  # noqa: C901, PLR0911 - one verb a line
    reading: Reading, index: int, form: CueForm, frame: Frame
) -> bool:
    """Tell whether the noun that follows a verb is nothing that one says."""
    passage, grammar = reading.passage, reading.grammar
    at = min(passage.word_at(frame.content), passage.hi - 1)
    first = passage.words.forms[at]
    if form.lemma == "اعتبر" and form.kind == "present" and not form.pronoun and frame.kind == "two-part":
        return _is_passive(reading, index, frame, first)
    if form.lemma == "ذكر":
        return first in _BY_NAME
    if form.lemma == "نسب":
        return first.removeprefix("ال") in _TOLD  # «نسبت الصحف الخبر إلى مدربه»
    if form.lemma == "ادان":
        source = frame.source
        before = passage.words.forms[index - 1] if index > passage.lo else ""
        return before in _COURTS or (source is not None and passage.words.forms[source.first] in _COURTS)
    if form.lemma == "فسر":
        return first in _SCRIPTURE  # a commentary
    if form.lemma == "ثمن":
        return _is_price(reading, index)
    if form.lemma == "اشار":
        return first in _POINTED
    if form.lemma == "عبر":
        return first == "طريق"  # «عبرت القوافل عن طريق الصحراء»
    if form.lemma == "شدد":
        return not grammar.tightened.isdisjoint(passage.words.forms[index + 1 : at])
    if form.lemma == "اعلن":
        source = frame.source
        judged = source is not None and passage.words.forms[source.first] in _REFEREES
        return (form.kind == "participle" or judged) and (judged or first in grammar.outcome)
    if form.lemma == "اكد":
        return first in grammar.merit
    return form.lemma == "ابدي" and first not in grammar.feeling


def _is_approved(reading: Reading, form: CueForm, frame: Frame, behind: int) -> bool:
    """Tell whether something is approved, not owned to: an object stands before «ب» («أقر المجلس الخطة … بكذا»)."""
    passage, grammar = reading.passage, reading.grammar
    at = passage.word_at(frame.content)
    if form.pronoun or at >= passage.hi or passage.words.forms[at] in _HEREIN:
        return True  # «التي أقرها المجلس», «أقر المجلس بهذا الشأن كذا»
    word = passage.words.forms[behind]
    if frame.source is None or behind >= at or not reading.is_plain(behind) or behind in reading.cast.dates:
        return False
    if word in grammar.preposition or word in grammar.between or word in grammar.adverb:
        return False
    return word not in grammar.reflexive and word[0] != "و"


def _is_price(reading: Reading, index: int) -> bool:
    """Tell whether a verb stands right before «ثمن», which is its subject («يبلغ ثمن الساعة»)."""
    if index == reading.passage.lo or not reading.is_plain(index) or reading.passage.words.forms[index] != "ثمن":
        return False
    return without_conjunction(reading.passage.words.forms[index - 1]) in _COSTS


def _is_passive(reading: Reading, index: int, frame: Frame, first: str) -> bool:
    """Tell whether «يعتبر» is a passive («يعتبر فلان رائدا»): to consider takes a definite object."""
    forms = reading.passage.words.forms
    if first in MOST:
        return True  # «تعتبر الشركة أكبر …»
    related = forms[index - 1] if index > reading.passage.lo else ""
    thing = frame.source is not None and (frame.source.noun is None or frame.source.noun.kind not in PEOPLE)
    if thing and _PASSIVE.get(related) == forms[index]:
        return True  # «الإعلان الذي يعتبر إنجيل …», «الصحافة التي تعتبر الحاضن …»
    found = reading.signs.cues.get(index)
    subject = subject_before_verb(reading, index, found) if found is not None else None
    known = subject is not None and (subject.noun is not None or subject.name is not None)
    speaks = subject is not None and known and reading.can_speak(subject)
    if frame.source is None or speaks:
        return not speaks  # «اللقاء يعتبر تحصيل حاصل»
    if not reading.can_speak(frame.source):
        return True
    at = reading.passage.word_at(frame.content)
    definite = at in reading.cast.by_word or is_definite(first) or first in reading.grammar.governing
    return not definite and not first.endswith(("ه", "ها", "هم"))
