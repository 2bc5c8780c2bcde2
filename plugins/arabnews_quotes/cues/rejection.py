"""Tells where what looks like a cue reports nothing: negation, wishes, names, homographs, the author's own voice."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD, NUMBER, TITLE
from arabnews_quotes.text.grammar import BI_THAT, THAT, without_conjunction
from arabnews_quotes.text.marks import MARK

from .nobody import is_said_to_you
from .prepositions import ends_lead

_TENS: Final = ("عشر", "عشره", "ون", "ين")
_PAUSE: Final = re.compile("[.،:؛!؟\n]")

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.cues import CueReading
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.grammar import Grammar


def reporting(reading: Reading, words: Sequence[int]) -> Iterator[tuple[int, CueReading]]:
    """Yield the cues at some words of a passage that may report.

    Where nothing was said stands a negation, a wish, a part of a name or the author's own voice.
    """
    passage, cues, covered = reading.passage, reading.signs.cues, reading.cast.covered
    forms, low, hi, spaced = passage.words.forms, passage.lo, passage.hi, reading.nouns.words.spaced
    doubtful, homograph, unsaying = _doubtful(reading.grammar), reading.grammar.homograph, _unsaying(reading.grammar)
    tongue = "لسان" in reading.nouns.words.types
    for index in words:
        if index in covered:
            continue
        cue, word = cues[index], forms[index]
        kind = cue.forms[0].kind
        following = forms[index + 1] if index + 1 < hi else ""
        if following in _ENDS and _is_fixed(word, following, cue):
            continue
        if kind == "present" and "ت" in word[:2] and is_said_to_you(reading, index):
            continue
        if (word in doubtful or word[-2:] == "عد") and _has_other_sense(reading, index, cue, following):
            continue
        near = index > low and spaced[index - 1]
        if not near and (index == low or _PAUSE.search(passage.gap_before(index)) is not None):
            yield index, cue
            continue
        if (word in homograph and following != "عن" and not _expresses(reading, index)) or (
            word == "وبين" and _follows_between(reading, index)
        ):
            continue
        looks = (  # at nothing else `_is_unsaid` does
            forms[index - 1] in unsaying
            or kind == "participle"
            or "ل" in cue.proclitics
            or (tongue and "لسان" in forms[max(low, index - _TONGUE) : index])
        )
        if not (looks and (near or reading.is_plain(index)) and _is_unsaid(reading, index, cue)):
            yield index, cue


@lru_cache(maxsize=8)
def _doubtful(grammar: Grammar) -> frozenset[str]:
    """Return the words that may be no cues in another sense, but for those in عد."""
    return grammar.doubtful | _AMBIGUOUS


@lru_cache(maxsize=8)
def _unsaying(grammar: Grammar) -> frozenset[str]:
    """Return the words before a cue at which one has to look."""
    return grammar.unsaying | _UNSAYING


def _is_fixed(word: str, following: str, cue: CueReading) -> bool:
    """Tell whether a word and the next one are a fixed expression: «رد فعل», «طلب عدم ذكر اسمه», «سأل نفسه»."""
    asks = (following == "عدم" and cue.forms[0].lemma == "طلب") or (following in _SELF and cue.forms[0].lemma == "سال")
    return (
        asks
        or (following == "بن" and word == "يزيد")
        or following in {"فعل", "الفعل"}
        or (word[-3:], following) in _FIXED
    )


def _has_other_sense(reading: Reading, index: int, cue: CueReading, following: str) -> bool:  # noqa: C901, PLR0911 - one word a line
    """Tell whether a word that is not always a cue is none here."""
    passage, grammar = reading.passage, reading.grammar
    forms = passage.words.forms
    word = forms[index]
    if word in grammar.impersonal and (following in THAT or following in {"الي", "بان", "علي"}):
        return True
    if word in grammar.never or without_conjunction(word) in grammar.never:
        return True
    if word[-2:] == "عد" and (not following.startswith("ب") or following == "برايه") and _promises(cue):
        return True  # «يعد» counts among, more often than it promises
    if word not in _AMBIGUOUS:
        return False
    if word in _TWO_MEN:
        return following != "علي"  # «لاعبين اثنين»
    if word == "بين" and _parts_two(reading, index):
        return True
    if word in _REACHES:  # «شاب يبلغ الثلاثين»
        near = forms[index + 1 : min(index + _MEASURE, passage.hi)]
        if not _ABOUT.isdisjoint(near) or not _speech_follows(reading, index):
            return True
    if word.endswith("عبر") and _CROSSES.isdisjoint(forms[index + 1 : min(index + _TWO, passage.hi)]):
        return True  # «عبر حسابه»: through it
    if word.endswith("تعلق") and following.startswith("ب") and following not in BI_THAT:
        return following not in grammar.speech  # «كما تعلق قلبه بالماء»
    if word.endswith("دان") and not (following.startswith("ال") or _source_begins(reading, index + 1)):
        return True  # «دان كلينتون»: a name
    # «مركزا تابعا للوزارة», «بمسجد تابع لها»
    belongs = word == "تابعا" or (word == "تابع" and index > passage.lo and reading.is_plain(index))
    return belongs and following.startswith("ل") and following not in grammar.speech


def _is_unsaid(  # noqa: C901, PLR0911, PLR0912 - one test a line
    reading: Reading, index: int, cue: CueReading
) -> bool:
    """Tell whether the word right before a cue denies, wishes or governs it."""
    passage, grammar = reading.passage, reading.grammar
    forms = passage.words.forms
    if forms[index - 1] in grammar.lineage:
        return True
    before = without_conjunction(forms[index - 1])
    if cue.forms[0].kind == "participle" and (_counts(reading, index - 1) or _follows_copula(reading, index, cue)):
        return True  # «عشرين متهما», «كما كان متوقعا»
    if cue.forms[0].kind == "participle" and forms[index - 1] in _KNOWN and forms[index].endswith("ه"):
        return True  # «حقيقة مؤكدة، هي أن»
    if cue.forms[0].kind == "participle" and cue.forms[0].lemma == _URGENT:
        return True  # «حاجة ملحة على الأرض»; behind a comma one urges
    if before in _BEING and index - 2 >= passage.lo and without_conjunction(forms[index - 2]) in grammar.negation:
        return True  # «لم يكن يتوقع أحد أن»
    if "لسان" in forms[max(passage.lo, index - _TONGUE) : index]:
        return True  # «وكان لسان حاله يقول: …»
    if forms[index - 1] in _WORTH:
        return True  # «الجدير ذكره أن»
    if before in _MAY and all(form.kind == "present" for form in cue.forms):
        return True  # «قد يقول قائل إن»
    if before == "كان" and not _was_said(reading, index, cue):
        return True
    if before in grammar.negation:
        return not (before == "ما" and any(form.pronoun for form in cue.forms))
    if before in grammar.subjunctive and "present" in cue.kinds:
        return index - 1 == passage.lo or forms[index - 2] != "قبل"
    if "ل" in cue.proclitics and "masdar" not in cue.kinds:
        # «ليؤكد»: a purpose, unless what was said follows at once
        return not any(":" in passage.gap(at) or forms[at] in THAT for at in range(index, min(index + 3, passage.hi)))
    earlier = forms[index - 2] if index - 2 >= passage.lo else ""
    if before == "اخر" and earlier in _OTHER:
        return False  # «على صعيد آخر قال الوزير»
    if before == "اخر" and cue.forms[0].finite and reading.nouns.words.flags[index - 2] & TITLE:
        return False  # «مواطن آخر قال»
    if cue.forms[0].finite and ends_lead(reading, index):
        return False  # «في غضون ذلك قال الوزير»
    if before in _POINTED and cue.forms[0].finite and without_conjunction(earlier) in grammar.preposition:
        return False  # «إلى ذلك أكد الوزير», «وعن هذا يقول»
    if before in _POINTED and cue.forms[0].kind == "participle":
        return False  # «رفض الوزير ذلك قائلا …»
    if forms[index - 1] in _ANOTHER and "present" in cue.kinds:
        return False  # «وآخر يقول: «…»»
    if before == "حتي" and cue.kinds == _PAST:
        return False  # «حتى قال عنه أحدهم إن»
    if cue.proclitics[:1] == "و" and "past" in cue.kinds and before in _CLOSED:
        return False  # «هذا وقال الوزير»
    if before not in grammar.governing or "masdar" in cue.kinds:
        return False
    return not (index in reading.cast.by_last or index - 1 in reading.cast.by_word)  # «سامي علي قال إن»


_UNSAID: Final = frozenset({"ما", "لو", "لولا", "اذا", "سواء", "هل", "من", "لمن"})
"""Before «كان» these tell of what may not have been."""
_ANSWERED: Final = 6
"""What somebody's answer was stands behind the noun within so many words («كان رد الوزير الجديد أن»)."""


def _was_said(reading: Reading, index: int, cue: CueReading) -> bool:
    """Tell whether a cue behind «كان», which «كأن» folds as, tells what was said («كان أعلن أن», «كان رد فلان أن»).

    Nothing was said where a condition, a question or «ما» stands before it, nor where a masdar is what was so and so.
    """
    passage = reading.passage
    words, forms = passage.words, passage.words.forms
    if "أ" in words.text[words.starts[index - 1] : words.ends[index - 1]] or forms[index] == "قدر":
        return False  # «كأن», and «كان قدر فلان أن»: his fate
    before = forms[index - 2] if index - 2 >= passage.lo else ""
    if without_conjunction(before) in _UNSAID or (before == "ان" and words.text[words.starts[index - 2]] == "إ"):
        return False  # «لا يعرف إن كان قال», but «بعد أن كان قال» and «وإن كان أشار إلى»
    if cue.forms[0].finite:
        return True
    return any(forms[at] in THAT for at in range(index + 1, min(index + _ANSWERED, passage.hi)) if reading.is_plain(at))


def _follows_copula(reading: Reading, index: int, cue: CueReading) -> bool:
    """Tell whether a copula stands before a participle, or its subject between a copula and a weak one."""
    reach = _PREDICATE if cue.forms[0].strength == "B" else 1
    forms, first = reading.passage.words.forms, max(reading.passage.lo, index - reach)
    for at in range(index - 1, first - 1, -1):
        if at < index - 1 and not reading.is_plain(at + 1):
            return False
        if without_conjunction(forms[at]) in reading.grammar.copula:
            return True
    # a past copula may have its reporter for a subject («كان الوزير مؤكدا أن»)
    return index - 2 >= reading.passage.lo and forms[index - 2] in _IS and reading.is_plain(index - 1)


def _counts(reading: Reading, index: int) -> bool:
    """Tell whether a word is a number that takes its noun in the accusative singular."""
    word = reading.passage.words.forms[index]
    if word in _TENS or (word.isdigit() and index not in reading.cast.dates):
        return reading.passage.words.forms[index + 1].endswith("ا")  # «أربعة عشر متهما», «24 متهما»
    return bool(reading.nouns.words.flags[index] & NUMBER) and word.endswith(_TENS)


def _promises(cue: CueReading) -> bool:
    return any(form.lemma == "وعد" and form.kind == "present" for form in cue.forms)


_URGENT: Final = "الح"
_OTHER: Final = frozenset(
    {"جانب", "صعيد", "سياق", "مجال", "شان", "موضوع", "وقت", "محور", "تصريح", "اتجاه", "مكان", "حديث"}
)
_FIXED: Final = frozenset(
    {("قدر", "المستطاع"), ("قدر", "الامكان"), ("تري", "هل"), ("تري", "ماذا"), ("تري", "لماذا"), ("تري", "كيف")}
    | {("ثني", "عشر"), ("ثني", "عشره"), ("زيد", "بن")}
)
"""«قدر المستطاع», «يا ترى هل», «اثني عشر», «يزيد بن كذا»."""
_SELF: Final = frozenset({"نفسه", "نفسها", "نفسي", "انفسهم"})
"""Who asks himself thinks."""
_ENDS: Final = frozenset(word for _, word in _FIXED) | _SELF | {"فعل", "الفعل", "عدم", "بن"}
_KNOWN: Final = frozenset({"حقيقه", "معلومات", "انباء", "اخبار", "نتيجه", "ادله", "فرصه", "خساره", "بيانات", "هزيمه"})
"""Behind these a participle with ة is an adjective."""
_POINTED: Final = frozenset({"ذلك", "هذا"})
_PAST: Final = frozenset({"past"})
_ANOTHER: Final = frozenset({"واخر", "واخري"})
_CLOSED: Final = frozenset({"هذا", "اخر", "اخري"})
"""Behind these a verb with و opens a clause."""
_ABOUT: Final = frozenset({"حوالي", "نحو", "قرابه", "زهاء", "اكثر", "اقل", "مجموع", "عدد", "عددهم", "عددها", "نسبه"})
_BEING: Final = frozenset({"يكن", "تكن", "يعد", "تعد", "يكونوا", "اكن", "نكن"})
_WORTH: Final = frozenset({"الجدير", "والجدير", "جدير", "وجدير", "يمكن", "ويمكن", "المفيد"})
_TONGUE: Final = 4
_MEASURE: Final = 5
_MAY: Final = frozenset({"قد", "ربما"})
"""Before a present, what may be said; before a past, what was."""
_UNSAYING: Final = _WORTH | {lead + word for word in _BEING | _MAY | {"كان"} for lead in ("", "و", "ف")}
"""Words before a cue at which one has to look; more are in the lexicon."""
_IS: Final = frozenset({"يكون", "تكون"})
"""What is to be so says nothing («أن يكون القرار معبرا عن الناس»)."""
_PREDICATE: Final = 3
_TWO: Final = 24
"""«وبين» continues a «بين» so many words before it."""
_REACHES: Final = frozenset({"يبلغ", "تبلغ", "ويبلغ", "وتبلغ"})
_LEADS: Final = frozenset({"بدوره", "كما", "حيث", "قد", "فيها", "فيه", "خلالها", "خلاله", "كان", "الذي"})
_FAR_FROM: Final = frozenset({"بعيدا", "بعيده", "عوضا", "فضلا", "بدلا", "نيابه", "بمعزل"})
_CROSSING: Final = 16
"""«عبر» has its «عن» within so many words."""
_CROSSES: Final = frozenset({"عن", "عما", "عنه", "عنها", "قايلا", "قايله", "بالقول", "بقوله", "بقولها"})
"""Without one of these near it «عبر» puts nothing into words."""
_TWO_MEN: Final = frozenset({"اثنين", "واثنين"})
_AMBIGUOUS: Final = _REACHES | _TWO_MEN | {"بين", "تابعا", "عبر", "وعبر", "دان", "ودان", "تعلق", "وتعلق", "تابع"}
"""Words that what follows them makes no cues."""
_NEAR: Final = 8
"""Within so many words «بين أهل المدينة وأهل الريف» goes on, and «يبلغ الوزارة أن» comes to its clause."""


def _expresses(reading: Reading, index: int) -> bool:
    """Tell whether a homograph behind what leads a verb reports («كما عبر الوزير عن أمله», «من جهته بين المدير أن»)."""
    forms, grammar = reading.passage.words.forms, reading.grammar
    before = without_conjunction(forms[index - 1])
    led = before in grammar.in_turn or before in grammar.connector or before in grammar.before_verb or before in _LEADS
    led = led or ends_lead(reading, index)
    near = range(index + 1, min(index + _CROSSING, reading.passage.hi - 1))
    if not led or before == "فيما":
        return False
    if forms[index] == "عبر":
        about = next((at for at in near if forms[at] == "عن" and reading.is_plain(at)), None)
        return about is not None and forms[about - 1] not in _FAR_FROM
    if forms[index] == "بين":
        that = next((at for at in near[:_NEAR] if forms[at] in THAT or forms[at][0] == "و"), None)
        two = any(forms[at].startswith("ال") and forms[at].endswith("ين") for at in near[:1])  # «بين الفريقين»
        return that is not None and forms[that] in THAT and forms[that][0] not in "وف" and not two
    return forms[index] == "عقب" and any(forms[at] in grammar.speech or forms[at] in BI_THAT for at in near)


def _source_begins(reading: Reading, index: int) -> bool:
    """Tell whether an office or a body begins at word `index`."""
    return index < reading.passage.hi and bool(reading.nouns.words.flags[index] & (HEAD | TITLE))


def _parts_two(reading: Reading, index: int) -> bool:
    """Tell whether «بين», without its doubling sign, is followed by two things rather than by a clause."""
    words, passage = reading.passage.words, reading.passage
    if words.text[words.starts[index] : words.ends[index]] != "بين":
        return False
    for form in words.forms[index + 1 : min(index + _NEAR, passage.hi)]:
        if form in THAT:
            return False
        if form[0] == "و":
            return True
    return False


def _speech_follows(reading: Reading, index: int) -> bool:
    """Tell whether a clause, a colon or a quotation mark follows near."""
    passage = reading.passage
    for at in range(index, min(index + _NEAR, passage.hi)):
        form, gap = passage.words.forms[at], passage.gap(at)
        clause = form in THAT or form.removeprefix("ب") in THAT
        if clause and passage.words.forms[at - 1] in reading.grammar.governing:
            continue  # «كاد أن»
        if clause or ":" in gap or MARK.search(gap) is not None:
            return True
    return False


def _follows_between(reading: Reading, index: int) -> bool:
    """Tell whether «وبين» continues an earlier «بين»."""
    forms = reading.passage.words.forms
    return any(forms[i].startswith("بين") for i in range(max(reading.passage.lo, index - _TWO), index))
