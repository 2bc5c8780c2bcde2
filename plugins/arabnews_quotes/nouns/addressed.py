"""Cuts off whom a verb that always has an object addresses from its subject: «دعا الوزير | الأندية إلى …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, NISBA, STATUS, TITLE, VERB
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import SINGULAR, without_conjunction

from .agreement import is_nominative, is_owned
from .extent import is_adjective
from .quantities import ONE_OF, PARTS, SOME_OF

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_ADDRESSES: Final = frozenset(
    {"طالب", "طالبت", "دعا", "دعت", "حث", "حثت", "ناشد", "ناشدت", "ابلغ", "ابلغت", "اتهم", "اتهمت", "حذر", "حذرت"}
    | {"اخبر", "اخبرت", "شكر", "شكرت", "اوصي", "اوصت", "هنا", "هنات", "نصح", "نصحت", "وعد", "وعدت", "امر", "امرت"}
    | {"يطالب", "تطالب", "يدعو", "تدعو", "يحث", "تحث", "يناشد", "تناشد", "يتهم", "تتهم", "يحذر", "تحذر", "ينصح", "تنصح"}
)
"""Verbs whose subject is followed by whom they address, before the preposition of the matter."""
_TELLS: Final = frozenset(
    {"قال", "قالت", "يقول", "تقول", "قول", "رد", "ردت", "اجاب", "اجابت", "كتب", "كتبت", "همس", "همست", "صاح"}
)
"""Verbs behind whose subject ل leads to whom one speaks."""
_BLAMES: Final = frozenset({"criticise", "ask"})
"""Classes of verbs with an object."""
_DOING: Final = re.compile(r"(?:ا(?:ست|[^ل])?..ا.|ان..ا.|ت..ي.)(?:ه|ات)?\Z")
"""Masdars without the article («استبعد مسؤول محلي | اتخاذ قرار»)."""
_PLAYER: Final = "لاعب"
"""Its ل is its own («قال المدرب لاعبوه متعبون»)."""
_LISTENER: Final = 4
"""Whom one speaks to has so many letters with its ل («لابن»)."""
_SOMEONE: Final = frozenset(
    {"الله", "رجل", "امراه", "النبي", "نبي", "رسول", "ملايكه", "رب", "ربك", "شيخ", "فتي", "طفل", "ناس", "قوم", "ابن"}
)
_JUDGES: Final = _ADDRESSES | {
    "وجه",
    "وجهت",
    "وصف",
    "وصفت",
    "يصف",
    "تصف",
    "اعتبر",
    "اعتبرت",
    "يعتبر",
    "تعتبر",
    "حمل",
    "حملت",
    "تحمل",
}
"""These, and verbs whose subject is followed by what they judge."""
_ADJECTIVES: Final = frozenset(
    {
        "العام",
        "الاول",
        "المساعد",
        "الاعلي",
        "الجديد",
        "المكلف",
        "السابق",
        "الراحل",
        "الحالي",
        "الاسبق",
        "الشرفي",
        "الموقت",
    }
    | {"المنتخب", "المتحد", "المتحده", "المعارض", "الحاكم", "الاكبر", "الاصغر", "الكبير", "الشاب", "الاكرم", "المعروف"}
    | {"المشترك", "المنظم", "الاحمر", "الابيض", "الاخضر", "الازرق", "المستقل", "المستقيل", "المقبل", "الشهير", "المفدي"}
    | {
        "المنظمه",
        "الموقر",
        "القدير",
        "الفايز",
        "الزاير",
        "المحترم",
        "المفوض",
        "المنتدب",
        "المقيم",
        "المناوب",
        "المختص",
        "المعني",
    }
    | {"الحر", "العظمي", "الكبري", "الصغري", "العليا", "الدنيا", "الاولي", "الاخري", "الثاني", "الثالث", "الرابع"}
)
"""Words without an ending of their own that are adjectives behind a subject."""
_OF_ADJECTIVES: Final = ("ي", "يه", "تان", "يان", "يين", "تين")
_MASDAR: Final = 5
_FIELDS: Final = frozenset(
    {"خارجيه", "داخليه", "ماليه", "جمهوريه", "كليه", "تربيه", "جمعيه", "مديريه", "قاضي", "نادي", "قريه", "بلديه"}
    | {"قضيه", "عمليه", "اتفاقيه", "هويه", "حريه", "جنسيه", "شخصيه", "كميه", "نوعيه", "مسووليه", "ميزانيه", "ضحيه"}
    | {"اغلبيه", "اقليه", "غالبيه", "نظريه", "استراتيجيه", "رويه", "خلفيه", "بنيه", "وصيه", "منتدي", "ملتقي", "ذوي"}
)
"""Nouns with the ending of an adjective: a genitive follows («وزارة خارجية كذا»)."""
_OTHER: Final = frozenset(
    {"اخر", "اخري", "اخرون", "عيان", "سابقه", "حديثه", "جديده", "مطلعه", "متطابقه", "عليمه", "موثوقه", "مختلفه"}
    | {"متخصصه", "سابق", "كبير", "بارز", "مطلع", "حديث", "موثوق"}
)
"""Adjectives without the ending of a country or field that lead to no genitive («رفيع المستوى» does)."""
_NOUNS: Final = frozenset(
    {"الانديه", "الابنيه", "الاجهزه", "الصحافه", "الدوله", "السلطه", "القياده", "الرياسه", "المعارضه", "المحكمه"}
    | {"النيابه", "الشرطه", "الاداره", "العايله", "الاسره", "المقاومه", "الاخوه", "المجتمعات", "المواطنون"}
)
_SOME: Final = ONE_OF | SOME_OF
_ROLES: Final = frozenset({"الوزير", "الرييس", "المدرب", "المدير", "الملك", "السفير", "البابا", "المفتي"})
"""Behind a whole subject these are whom it addresses («دعا سكان الحي | الوزير»), unless a style stands before them."""
_MANY: Final = ("ين", "ات")
_MARKS: Final = ' "«»“”'
_PEERS: Final = frozenset({"نظيره", "نظيرته", "نظيرها", "نظيرتها", "نظراءه"})
GOD_HIMSELF: Final = frozenset({"الله", "المولي", "الباري"})
"""One calls upon Him: He is no subject of «دعا»."""
PEOPLE: Final = frozenset(
    {"جميع", "كافه", "كل", "اصحاب", "ذوي", "اهالي", "سكان", "رجال", "ابناء", "اعضاء", "وسايل", "اطراف", "شباب", "كبار"}
)
"""Nouns that lead on to people whom one addresses («دعا الوزير | أصحاب المنشآت»)."""


def without_addressed(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a subject without the object that its verb asks for, where the words of both stand together."""
    if phrase.last - phrase.first < 2 or phrase.name is not None or phrase.first <= reading.passage.lo:
        return phrase
    verb = without_conjunction(reading.passage.words.forms[phrase.first - 1])
    if verb in _TELLS:
        told = next((i for i in range(phrase.first + 1, phrase.last) if _is_listener(reading, phrase, i)), None)
        return _until(reading, phrase, told) if told is not None else phrase
    if not reading.is_plain(phrase.first):
        return phrase
    deed = verb not in _JUDGES and _is_deed(reading, phrase.first - 1)
    if not (deed or verb in _JUDGES):
        return _until(reading, phrase, phrase.first + 2) if _is_closed(reading, phrase) else phrase
    last = _end_of_indefinite(reading, phrase)
    if last is None:
        last = _before_another(reading, phrase)
    if last is None and (deed or verb in _ADDRESSES):
        last = _end_of_definite(reading, phrase)
    return _until(reading, phrase, last) if last is not None else phrase


def _is_deed(reading: Reading, at: int) -> bool:
    """Tell whether a word is a verb of a deed, or one that blames or asks («سأل صحفي محلي | الوزير، قائلا»)."""
    cue = reading.signs.cues.get(at)
    if cue is not None:
        return any(form.finite and not form.pronoun and form.cue_class in _BLAMES for form in cue.forms)
    listed = reading.nouns.words.flags[at] & VERB and at not in reading.cast.by_word
    return bool(listed) and reading.passage.words.forms[at] not in reading.grammar.kana


def _is_closed(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether behind an indefinite noun and its adjective a deed begins («استبعد مسؤول محلي | اتخاذ قرار»)."""
    at = phrase.first + 2
    if at >= phrase.last or _DOING.match(reading.passage.words.forms[at]) is None:
        return False
    return not is_definite(reading.passage.words.forms[at - 1]) and _is_whole(reading, phrase, at)


def _is_listener(reading: Reading, phrase: Phrase, i: int) -> bool:
    """Tell whether ل leads to whom one speaks («قال الأب لابنه»), not to what an office is for («المدير للشركة»)."""
    words, noun = reading.passage.words, phrase.noun
    head, word = words.forms[phrase.first], words.forms[i]
    if word[0] != "ل" or len(word) < _LISTENER or not reading.is_plain(i):
        return False
    # «للفريق» holds the article, «للاعبيه» a noun that begins with ل
    rest = word[2:] if word.startswith("لل") and not word.startswith("ل" + _PLAYER) else word[1:]
    named = head in _SOMEONE or (noun is not None and noun.name_span is not None)
    known = reading.nouns.words.lexis.word(rest).flags & (COMMON | TITLE)
    if is_owned(reading, i) and known and not word.startswith(_PLAYER):
        return named or is_definite(head) or (noun is not None and noun.definite)
    part = reading.cast.by_word.get(i)
    if part is not None:
        return named and part.entity.type == "person" and part.first == i and part.start > words.starts[i]
    within = noun is not None and i < noun.name_last
    called = bool(reading.nouns.words.lexis.word(rest).flags & NAMELIKE) and not within
    return named and (called or rest in _SOMEONE)


def _end_of_indefinite(reading: Reading, phrase: Phrase) -> int | None:
    """Return where an indefinite subject ends before another noun, or None."""
    at = next((i for i in range(phrase.first, phrase.last) if _begins_another(reading, i, phrase.first)), None)
    return at if at is not None and at > phrase.first and _is_whole(reading, phrase, at) else None


def _begins_another(reading: Reading, i: int, first: int) -> bool:
    """Tell whether a word is no adjective of an indefinite noun: it is definite, a body, an office, somebody's own."""
    word, flags = reading.passage.words.forms[i], reading.nouns.words.flags[i]
    if is_definite(word) or i in reading.cast.by_word:
        return True
    if i == first or word in _OTHER:
        return False
    people = word in PEOPLE or (flags & (HEAD | TITLE) and not word.endswith(("ي", "يه", "ون")))
    return bool(people) or is_owned(reading, i) or _DOING.match(word) is not None


def _end_of_definite(reading: Reading, phrase: Phrase) -> int | None:  # noqa: PLR0911 - one case a line
    """Return where a definite subject ends before whom it addresses, or None."""
    forms, by_word, noun, second = reading.passage.words.forms, reading.cast.by_word, phrase.noun, phrase.first + 1
    if noun is not None and noun.kind == "place" and noun.last < phrase.last and forms[noun.last][0] != "و":
        return noun.last  # «دعت موسكو | رئيس الحكومة»
    unnamed = noun is not None and noun.name_span is None and forms[phrase.first].startswith("ال")
    part = by_word.get(second)
    body = part is not None and part.entity.type != "person" and part.start == reading.passage.words.starts[second]
    if unnamed and reading.is_plain(second):
        if (
            part is not None
            and body
            and not is_adjective(reading, second, part)
            and not forms[second].endswith(("ي", "يه"))
        ):
            return second  # «طالب الوزير | الأمم المتحدة»
        if is_owned(reading, second):
            return second  # «دعا المدير | نظيره الفرنسي»
    closed = _closing(reading, phrase)
    for i in range(closed + 1, phrase.last):
        if not reading.is_plain(i) or not is_definite(forms[i]):
            return None
        if i in by_word:
            return i if by_word[i].start == reading.passage.words.starts[i] and not forms[i].endswith("ه") else None
        if _is_object(reading, phrase, i):
            return i
    return None


def _before_another(reading: Reading, phrase: Phrase) -> int | None:
    """Return where somebody else begins behind a whole subject («حث الرئيس فلان | فلانا», «طالب النواب | فلانا»)."""
    words, flags, by_word, noun = reading.passage.words, reading.nouns.words.flags, reading.cast.by_word, phrase.noun
    forms = words.forms
    several = reading.is_group(phrase.first) or (
        noun is not None and (noun.kind in {"organization", "collective"} or noun.number == "p")
    )
    before = by_word.get(phrase.first)
    for i in range(phrase.first + 1, phrase.last):
        part, word = by_word.get(i), forms[i]
        if reading.passage.gap_before(i).strip(_MARKS):
            continue
        if word in _PEERS or (word in GOD_HIMSELF and is_definite(forms[i - 1])):
            return i  # «حذر فلان | نظيره الفرنسي», «دعا الشيخ فلان | الله أن»
        if part is None or part.first != i or part.entity.type != "person" or part.form != "name":
            before = part or before
            continue
        if part.start != words.starts[i]:
            continue
        title = reading.nouns.words.title(i - 1) if flags[i - 1] & TITLE and is_definite(forms[i - 1]) else None
        at = i - 1 if title is not None and title.number == "s" and i - 1 > phrase.first else i
        another = before is not None and before.entity.type == "person" and before.form == "name"
        if another and before is not None and before.last == at and before.entity is not part.entity:
            return at
        if several and is_definite(forms[at - 1]):
            return at
        before = part
    return None


def _closing(reading: Reading, phrase: Phrase) -> int:
    """Return the word that closes a subject: its first definite one, or the end of a body that holds it.

    A subject with a person's name is closed by its end.
    """
    forms, by_word = reading.passage.words.forms, reading.cast.by_word
    closed = next((i for i in range(phrase.first, phrase.last) if is_definite(forms[i])), phrase.last)
    for i in range(phrase.first, phrase.last):
        part = by_word.get(i)
        if part is not None and part.entity.type == "person":
            return phrase.last
        if part is not None and part.first <= closed + 1:
            closed = max(closed, part.last - 1)
    return closed


def _until(reading: Reading, phrase: Phrase, last: int) -> Phrase:
    """Return a phrase that ends at word `last`."""
    noun = phrase.noun
    if noun is not None and noun.last > last:
        noun = noun._replace(last=last, end=reading.passage.words.ends[last - 1])
    return evolve(phrase, last=last, noun=noun)


def _is_whole(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell whether an indefinite subject is whole before a definite noun: no genitive follows its adjective or its ن.

    «وطالبت مصادر أمنية | الحكومة بـ…», «واتهم آخرون | الحراس بـ…», but «وطالب خبراء البيئة بـ…».
    """
    forms, first, noun = reading.passage.words.forms, phrase.first, phrase.noun
    named = noun is not None and noun.name_span is not None
    if not reading.is_plain(at) or named or forms[first] in PARTS or forms[first] in _SOME:
        return False  # «أحد مستخدمي كذا»
    if forms[at - 1].endswith("ون") and forms[at - 1] not in SINGULAR:
        return True
    word, flags = forms[at - 1], reading.nouns.words.flags[at - 1]
    if at < first + 2 or flags & HEAD or not (noun is not None or reading.can_speak(phrase)):
        return False
    noun_shaped = word in _FIELDS or word.endswith("ايه") or (word[0] == "ت" and len(word) == _MASDAR)  # «تنمية»
    if noun_shaped or word in reading.grammar.preposition or not (flags & NISBA or word.endswith(("ي", "يه"))):
        return word in _OTHER
    people = noun is not None and noun.kind in {"role", "person"} and noun.number == "p"
    many = (noun is not None and noun.number == "p") or forms[first] in reading.grammar.voices
    feminine = many or forms[first].endswith(("ه", "ات"))
    several = noun is not None and noun.kind == "collective"  # «وفد برلماني», «جماعات مسلحة»
    return not people and (several or word.endswith("ه") == feminine)


def _is_object(reading: Reading, phrase: Phrase, i: int) -> bool:
    """Tell whether a definite word behind a whole subject is no adjective of it."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags[i]
    word, before = forms[i], forms[i - 1]
    if (
        not word.startswith("ال")
        or flags & (NISBA | STATUS)
        or word in _ADJECTIVES
        or is_nominative(word)
        or (word.endswith(_OF_ADJECTIVES) and word not in _NOUNS)
    ):
        return False
    of_many = before.endswith(("ين", "ون", "ات")) and before not in SINGULAR
    if word.endswith(_MANY) and word not in SINGULAR:
        # «الوزير | المزارعين», «رئيس البلدية | المزارعين», «المحتجون | المزارعين»
        return (not of_many and (i <= phrase.first + 2 or before.startswith("لل"))) or before.endswith("ون")
    if word.endswith("ه"):
        return bool(flags & HEAD) or word in _NOUNS  # «البلدية | الحكومة», but «الشركة المنظمة»
    if word in _ROLES:
        return before not in reading.grammar.title and before not in {"الاخ", "المواطن"}
    return not flags & TITLE and not of_many
