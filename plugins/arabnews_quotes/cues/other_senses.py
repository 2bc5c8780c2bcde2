"""Tells where a word that may be a cue is another word: an adjective, a student, the author's own verb, a thing's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, NUMBER, VERB
from arabnews_quotes.nouns.agreement import is_nominative
from arabnews_quotes.text.grammar import BI_THAT, THAT, without_conjunction

from .government import prepositions_of
from .prepositions import ends_lead
from .report import NOUN_FRAMES
from .verb_subjects import antecedent, subject_before_verb

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.grammar import Grammar

    from .scanning import Frame

_AS: Final = frozenset({"كما", "مثلما", "ما"})
_OF_THINGS: Final = frozenset({"directive", "announce", "threat", "commit", "assert", "indicate"})
"""What things do too."""
_MERE: Final = frozenset({"اتهم", "ادعي"})
_PERFECT: Final = frozenset({"قد", "لقد"})
_CLOSED: Final = frozenset({"هذا"})
_OWNED: Final = ("هم", "ها", "هما")
_THEIRS: Final = ("وها", "وهم", "وهما")
_WHITHER: Final = frozenset({"الي", "نحو", "صوب", "ضد", "له", "لها", "لهم", "اليه", "اليها", "اليهم"})
_NEED: Final = frozenset({"الحاجه", "حاجه", "الضروره", "ضروره", "المصلحه", "الظروف"})
_WHEN: Final = frozenset({"عقب", "ابان"})
"""Verbs that are written like prepositions of time."""
_UPON: Final = frozenset({"علي", "عليه", "عليها", "قايلا", "قايله"})
_LEADING: Final = frozenset(
    {"تلقي", "تقديم", "تصديق", "مجرد", "لعدم", "باب", "ورد", "يرد", "شانه", "شانها", "شانهم", "ورغم", "المعقول"}
    | {"حاول", "حاولت", "حاولوا", "يحاولون", "بمجرد", "تكرار", "احاول", "تجنب", "يتجنب", "تتجنب"}
)
"""Right behind these stands a masdar, no verb («تلقي طلب العميل», «ورد ذكر النهر», «من شأنها كشف …»)."""
_TRIES: Final = frozenset(
    {"حاول", "حاولت", "يحاول", "تحاول", "اراد", "ارادت", "يريد", "تريد", "استطاع", "استطاعت", "يستطيع", "تستطيع", "بدا"}
    | {"بدات", "واصل", "واصلت", "يواصل", "تواصل", "رفض", "رفضت", "يرفض", "ترفض", "فضل", "فضلت", "تجنب", "تجنبت", "اعاد"}
    | {"اعادت", "تولي", "تولت"}
)
"""Verbs that have what one does for their object."""
_SUBJECT: Final = 6
_THEIR_TIME: Final = ("هم", "ها", "حكم", "عهد", "فتره", "الحرب", "حرب", "الثوره", "ثوره", "الازمه", "ازمه", "مرحله")
"""When it was, behind «إبان»."""
_SENT: Final = (
    "اتهام", "تهم", "انتقاد", "رسال", "رسايل", "دعو", "تحي", "شكر", "الشكر", "نداء", "سوال", "ضرب", "كلم", "لوم",
    "خطاب", "الاتهام", "بالدعو", "بالشكر", "انظار", "صفع", "تحذير",
)  # fmt: skip
"""What one directs at somebody, by how it begins; an order is told with ب alone."""
_CLAUSE: Final = 12
"""A relative clause goes on for so many words before «وتدعو»."""
_HEAD: Final = 6
"""The subject of «الحكومة مطالبة بـ…» takes no more words."""


def is_other_word(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether a word that looks like a cue is another word where it stands, or has a thing for its subject."""
    return (
        (form.kind == "past" and _is_first_person(reading, index, form, frame))
        or (form.kind == "participle" and _is_adjective(reading, index, form))
        or (form.form in _WHEN and _is_preposition(reading, index, form))
        or (form.lemma == "دعا" and form.gender == "f" and _is_called_for(reading, index))
        or (form.lemma == "كتب" and _is_books(reading, index, form, frame))
        or (form.lemma == "وجه" and _is_face(reading, index, form, frame))
        or (form.lemma == "طالب" and (_is_student(reading, index, form, frame) or _is_urged(reading, index, form)))
        or (form.lemma == "اقر" and form.kind == "participle" and _is_headquarters(reading, index))
        or (form.finite and frame.kind in NOUN_FRAMES and _is_of_thing(reading, index, form, frame))
    )


def _is_headquarters(reading: Reading, index: int) -> bool:
    """Tell whether «مقرا» is where a body sits («تتخذ من المدينة مقرا لها»)."""
    forms, lo = reading.passage.words.forms, reading.passage.lo
    if index + 1 < reading.passage.hi and (forms[index + 1] in BI_THAT or reading.is_governed(index + 1, "ب")):
        return False  # «عاد الوزير من المدينة مقرا بالفشل»
    return forms[index] == "مقرا" and ("من" in forms[max(lo, index - 3) : index] or forms[index - 1].startswith("اتخذ"))


def _is_student(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether «طالب» is a noun: it opens no clause and has no subject before it («يحصل عليها طالب الكلية»)."""
    passage, grammar = reading.passage, reading.grammar
    plain = index > passage.lo and reading.is_plain(index) and passage.words.forms[index] == form.form == "طالب"
    if plain and index + 1 < passage.hi and passage.words.forms[index + 1] in grammar.lineage:
        return True  # «وضحى بنت طالب بن جميل»
    if plain and (reading.nouns.words.flags[index - 1] & NUMBER or passage.words.forms[index - 1].isdigit()):
        return index - 1 not in reading.cast.dates  # «مئة طالب موهوب»
    if not plain or frame.source is None or index - 1 in reading.cast.dates:
        return False
    noun = frame.source.noun
    if (noun is not None and noun.kind in {"person", "role"}) or is_nominative(passage.words.forms[index + 1]):
        return False
    several = passage.words.forms[frame.source.first].endswith("ون")  # «طالب المزارعون», but «طالب الكلية»
    return not several and not _may_be_verb(reading, index)


def _is_called_for(reading: Reading, index: int) -> bool:
    """Tell whether need itself calls for something («دعت الحاجة إلى …»)."""
    return index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] in _NEED


def _is_books(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether «كتب» is the plural of a book: it opens no clause, and nobody known follows it («كتب الأطفال»)."""
    passage, source = reading.passage, frame.source
    plain = index > passage.lo and reading.is_plain(index) and passage.words.forms[index] == form.form == "كتب"
    if not plain or source is None or source.first < index or frame.kind in {"colon", "marks"}:
        return False
    known = source.name is not None or (source.noun is not None and source.noun.kind in {"person", "role"})
    return not known and not _may_be_verb(reading, index)


def _is_preposition(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether «عقب» and «إبان» tell when («عقب أن قرر …», «إبان وجودهم»)."""
    passage = reading.passage
    forms = passage.words.forms
    if index + 1 >= passage.hi:
        return False
    following = forms[index + 1]
    if forms[index] != form.form:  # «وعقب التوقيع قدم …», but «وعقب فلان على ذلك»
        noun = reading.phrase(index + 1)
        known = noun is not None and (noun.noun is not None or noun.name is not None or reading.is_group(index + 1))
        return form.form == "عقب" and forms[index] == "وعقب" and not known and following not in _UPON
    if form.form == "ابان":  # «أبان الوزير أن» is a verb
        return passage.words.text[passage.words.starts[index]] != "أ" and following.endswith(_THEIR_TIME)
    return following in THAT or following[0].isdigit() or reading.is_masdar(following)


@lru_cache(maxsize=8)
def _opening(grammar: Grammar) -> frozenset[str]:
    """Return the words right behind which a verb stands."""
    return THAT.union(grammar.connector, grammar.relative, grammar.kana, grammar.before_verb, grammar.between)


def _may_be_verb(reading: Reading, index: int) -> bool:
    """Tell whether the word before opens a clause, or a subject stands before a word that may be a noun."""
    cue = reading.signs.cues.get(index)
    opens = _opening(reading.grammar)
    if without_conjunction(reading.passage.words.forms[index - 1]) in opens or ends_lead(reading, index):
        return True
    return cue is not None and subject_before_verb(reading, index, cue) is not None


def _is_face(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether «وجه» is a face or a way («على وجه الخصوص بـ…»), or what is sent is told («وجه رسالة إلى …»)."""
    passage = reading.passage
    if form.pronoun or form.kind != "past" or (frame.source is not None and not reading.can_speak(frame.source)):
        return True
    way = passage.words.forms[index + 1 : passage.word_at(frame.content)]
    if any(word in _WHITHER or word.startswith(_SENT) for word in way):
        return True
    if index == passage.lo or not reading.is_plain(index) or index - 1 in reading.cast.dates:
        return False
    led = without_conjunction(passage.words.forms[index - 1]) in {"قد", "ايضا", "انه", "انها"}
    return not led and not _may_be_verb(reading, index)


def _is_urged(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether «مطالبة» is of whom something is asked: the predicate of a subject («الحكومة مطالبة بالعمل»)."""
    passage = reading.passage
    forms = passage.words.forms
    if form.kind != "participle" or index == passage.lo or not reading.is_plain(index) or index + 1 >= passage.hi:
        return False
    following = forms[index + 1]
    if not (reading.is_governed(index + 1, "ب") or following in THAT or following in BI_THAT):
        return False
    before = without_conjunction(forms[index - 1])
    if before in reading.grammar.pronoun or before in _THEY or (before in THAT and before != "ان"):
        return True
    first = passage.word_at(passage.sentence_start(passage.words.starts[index]))
    near = range(max(first, index - _HEAD), index)
    return index - first <= _HEAD or any(forms[i] in THAT for i in near)


_THEY: Final = frozenset({"هو", "هي", "هم", "نحن", "انا", "انت", "انتم", "الجميع", "الكل"})


def _is_of_thing(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether what stands behind a verb is its object, and its subject a thing («المشكلة التي تهدده بالإفلاس»)."""
    passage, relative = reading.passage, reading.grammar.relative
    if form.pronoun or index == passage.lo:
        return False
    if frame.source is not None:
        related = passage.words.forms[index - 1] in relative
        return related and form.strength == "B" and antecedent(reading, index) is None
    figurative = form.kind == "present" and form.cue_class in _OF_THINGS
    if not figurative or passage.words.forms[index][0] != "و" or not reading.is_plain(index):
        return False
    for at in range(index - 1, max(passage.lo, index - _CLAUSE), -1):  # «الأخبار التي تثير الناس وتدعو إلى …»
        if passage.words.forms[at] in relative:
            return antecedent(reading, at + 1) is None
        if not reading.is_plain(at):
            break
    return False


def _says(reading: Reading, index: int, frame: Frame) -> bool:
    """Tell whether someone who can speak stands behind a verb, or whatever has its clause right behind it."""
    source = frame.source
    if source is None or source.first < index:
        return False
    return reading.can_speak(source) or reading.passage.word_at(frame.content) - frame.bare - source.last <= 1


def _is_written_so(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether a verb that begins with a mere vowel («اعترف») has the hamza of the first person («أعترف»)."""
    words = reading.passage.words
    mere = form.lemma[0] == "ا" and form.form == form.lemma and (len(form.lemma) > 4 or form.lemma in _MERE)
    return mere and words.text[words.starts[index] : words.ends[index]].lstrip("وف")[:1] == "أ"


def _is_first_person(reading: Reading, index: int, form: CueForm, frame: Frame) -> bool:
    """Tell whether the author says it himself: «أعترف بأن», or «كما ذكرت» where nobody who speaks follows."""
    if _is_written_so(reading, index, form):
        hasty = frame.kind == "clause" and reading.passage.words.forms[index][0] == "و"  # «وأعتبر أن …» for «واعتبر»
        return not hasty and not _says(reading, index, frame)
    if form.gender != "f" or form.number != "s" or form.pronoun or index == reading.passage.lo:
        return False
    weak = form.lemma[-2] == "ا" or form.lemma[-1] in "اي"  # «أشارت» and «دعت» are no first person
    if weak or reading.passage.words.forms[index - 1] not in _AS or not reading.is_plain(index):
        return False
    at = reading.passage.word_at(frame.content)
    near = frame.source is None and at - frame.bare - index <= 2
    if frame.source is None and at < reading.passage.hi and reading.passage.words.forms[at].endswith(("انها", "انهم")):
        near = True  # «كما حذرت مرارا من أنها …»
    if frame.kind == "clause" and frame.source is not None and frame.source.first == index + 1:
        near = near or not reading.passage.words.forms[index + 1].endswith("ا")  # «كما خلصت نتائج المسح إلى أن»
    return not near and not _says(reading, index, frame)


def _is_adjective(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether a participle is the adjective of the noun before it («مصادر مطلعة», «أفكار ومقترحات»)."""
    words, passage = reading.nouns.words, reading.passage
    word = passage.words.forms[index]
    if not word.endswith(("ه", "ات")):
        return False
    if form.strength == "A":
        return form.lemma == "شدد" and _is_qualified(reading, index, form)
    if word[0] == "و" and word.endswith("ات"):
        return True
    if index == passage.lo or not reading.is_plain(index) or index - 1 in reading.cast.by_word:
        return False
    before = passage.words.forms[index - 1]
    indefinite = not before.startswith(("ال", "لل", "وال", "بال")) and not before.endswith(("ها", "هم", "ته"))
    return indefinite and bool(words.flags[index - 1] & COMMON or reading.is_group(index - 1))


def _is_qualified(reading: Reading, index: int, form: CueForm) -> bool:
    """Tell whether a participle tells the kind of the feminine noun before it, and leads to nothing («حراسة مشددة»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if index == passage.lo or index + 1 >= passage.hi or not reading.is_plain(index) or forms[index][0] == "و":
        return False
    before, following = forms[index - 1], forms[index + 1]
    noun = before.endswith("ه") and not before.startswith("ال") and reading.nouns.words.flags[index - 1] & COMMON
    leads = following in THAT or following in BI_THAT or following in prepositions_of(form.frames)
    return bool(noun) and not leads and reading.is_plain(index + 1) and index - 1 not in reading.cast.by_word


def is_noun(  # noqa: PLR0911 - one test a line
    reading: Reading, index: int, cue: CueReading
) -> bool:
    """Tell whether a word that may be a verb or a masdar stands behind a preposition («عن أمله في أن»)."""
    if index == reading.passage.lo or not reading.is_plain(index):
        return False
    before = reading.passage.words.forms[index - 1]
    if without_conjunction(before) in _PERFECT:
        return False  # «وكان قد نفى الأنباء», «وقد ذكر أسماءهم»
    if without_conjunction(before) in reading.grammar.modal and not cue.proclitics:
        return True  # «ينبغي حث الأطفال على»
    closed = before in _CLOSED and cue.proclitics[:1] == "و"  # «هذا وكشف الوزير»
    if closed or ends_lead(reading, index):
        return False
    if before in reading.grammar.governing:
        return before != "او"
    if not cue.proclitics and (before in _LEADING or _is_tried(reading, index)):
        return True
    return index - 1 not in reading.cast.by_word and _governs(reading, index)  # «نتائج كشف الحساب», «يرد ذكر أسمائهم»


def _is_tried(reading: Reading, index: int) -> bool:
    """Tell whether a word is what the verb before it has for its object («حاول المدير شرح الأمر»)."""
    forms = reading.passage.words.forms
    near = range(index - 2, max(reading.passage.lo, index - 1 - _SUBJECT) - 1, -1)
    at = next((i for i in near if without_conjunction(forms[i]) in _TRIES), None)
    if at is None or not all(map(reading.is_plain, range(at + 1, index + 1))):
        return False
    subject = reading.phrase(at + 1)
    return subject is not None and subject.last == index and reading.can_speak(subject)


def _governs(reading: Reading, index: int) -> bool:
    """Tell whether an indefinite noun stands right before a bare word, and a defined noun right behind it."""
    passage, before = reading.passage, reading.nouns.words.words[index - 1]
    word, hi = passage.words.forms[index], passage.hi
    governs = bool(before.flags & COMMON) and not before.flags & (DEFINITE | VERB) and word[0] not in "وف"
    if not governs or index + 1 >= hi or not reading.is_plain(index + 1) or index + 1 in reading.cast.by_word:
        return False
    source, following = reading.phrase(index + 1), passage.words.forms[index + 1]
    owned = following.endswith(_OWNED) and not following.endswith(_THEIRS)  # but «زعم ناشروها»
    joined = following[0] == "و" and bool(reading.nouns.words.words[index + 1].peel)  # «كثير تأمل وتدبر»
    return (following.startswith("ال") or owned or joined) and (source is None or not reading.can_speak(source))
