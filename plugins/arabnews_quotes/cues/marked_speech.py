"""Tells marks behind a cue that hold what was said from those that hold a name or a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, NAMELIKE, VERB
from arabnews_quotes.nouns.within import are_alike
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.marks import Quotation
    from arabnews_quotes.text.passage import Passage

_CITING: Final = frozenset({"say", "continue", "comment", "answer"})
"""Verbs of saying alone: a mark behind them opens speech."""
_CHANTING: Final = frozenset({"هتف", "ردد"})
_CHANTS: Final = frozenset({"شعار", "شعارات", "هتاف", "هتافات", "عباره", "عبارات", "نشيد", "مقوله"})
_AMONG: Final = frozenset({"منها", "بينها", "مثل", "تقول", "كتب", "عليها"})
_GOES_ON: Final = frozenset({"واصل", "استكمل"})
_BRIEF: Final = 5
"""A clause goes on behind so many words in marks, of which they are the liveliest."""
_REMARKS: Final = frozenset(
    {"اشاره", "اعتبار", "رد", "رده", "ردها", "تعليق", "تعليقه", "حين", "وقت", "الوقت", "تصريح", "بيان", "حديث", "حديثه"}
    | {"تغريده", "مقابله", "كلمه", "كلمته", "تويتر", "حسابه", "حسابها", "صفحته", "صفحتها", "خطاب", "ختام", "عاده", "ما"}
)
"""What these tell behind a preposition is the reporter's."""
_TITLE: Final = 14
"""A title has no more words than this."""
_CLAUSE: Final = 4
_BESIDE: Final = 8
_LEADING: Final = frozenset({"في", "من", "عن", "الي"})
_LONG: Final = 6
_OWNED: Final = ("ه", "ها", "هم", "نا")
_TANWEEN: Final = "\u064b"
_REACH: Final = 32
"""What follows a name in marks follows within so many words."""


def cites(cue: CueForm, source: Phrase | None) -> bool:
    """Tell whether a few words in marks far behind a verb are said («قال فلان أمس "سنفوز غدا"», «وأضافت، "…"»)."""
    if cue.strength != "A" or cue.cue_class not in _CITING:
        return False
    return source is None or (cue.finite and (source.noun is not None or source.name is not None))


def states(cue: CueForm, source: Phrase | None, far: int) -> bool:
    """Tell whether a few words in marks that close a clause, `far` words behind a source, are a strong verb's content.

    «أكد فلان للصحفيين في القصر "سنفوز بالكأس غدا"».
    """
    plain = not any(frame.startswith("TWO") for frame in cue.frames)
    return cue.strength == "A" and source is not None and plain and far <= _BESIDE


def quotes(passage: Passage, cue: CueForm, quotation: Quotation) -> bool:
    """Tell whether a few words in marks right behind a source are his: what is announced stands behind a name.

    So does what someone goes on with («واصل "كذا" عمله»).
    """
    if cue.cue_class != "announce" and cue.lemma not in _GOES_ON:
        return True
    behind = passage.text[quotation.end : quotation.end + 3].strip()
    return not behind or not behind[0].isalnum()


def chants(passage: Passage, cue: CueForm, at: int) -> bool:
    """Tell whether the marks at word `at` hold what a crowd shouts («رددوا هتافات منها "الماء للجميع"»)."""
    if cue.lemma not in _CHANTING or at - 1 <= passage.lo:
        return False
    forms = passage.words.forms
    led = forms[at - 1] in _AMONG
    return any(form.removeprefix("ال") in _CHANTS for form in forms[max(passage.lo, at - (4 if led else 1)) : at])


_COLON: Final = 4


def speaks(  # noqa: C901, PLR0911, PLR0912, PLR0913 - one test a line
    reading: Reading, quotation: Quotation, at: int, limit: int, *, direct: bool, strong: bool = False
) -> bool:
    """Tell whether marks between a cue and what follows hold speech, not a name or a term."""
    passage, forms = reading.passage, reading.passage.words.forms
    first, last = passage.word_at(quotation.inner_start), passage.word_at(quotation.inner_end)
    before = forms[at - 1] if at > passage.lo else ""
    if direct and at - 1 in reading.signs.cues and last - first >= _CLAUSE and not reading.is_plain(at):
        gap = passage.gap_before(at)
        if "،" in gap or "," in gap:
            return True  # «وأضاف، "هذا أمر غير مألوف"، مؤكدا أن»
    if direct and last - first >= _CLAUSE and forms[first] in reading.grammar.opener:
        return True  # «قال فلان من حركة كذا "أنا هنا منذ أمس"»
    if last - first >= _CLAUSE and forms[first] in THAT:
        return True  # «روى فلان لوكالة كذا «أن السد امتلأ»»
    governs = before in reading.grammar.preposition and before not in reading.grammar.speech
    governs = governs and before not in reading.grammar.between
    names = before in reading.grammar.naming or before[1:] in reading.grammar.naming
    if governs or (names and not (before.startswith("ال") and last - first >= _CLAUSE)):
        return last - first > 8  # but «قالت الشركة "السد امتلأ قبل الشتاء"»
    if len(before) <= 2 and not passage.text[passage.words.ends[at - 1] : quotation.start]:
        return False  # «لـ"الجزيرة"»
    if (
        last < passage.hi
        and forms[last] in reading.grammar.relative
        and not passage.text[quotation.end : passage.words.starts[last]].strip()
    ):
        return last - first > _TITLE  # «كتابه الجديد "كذا" الذي صدر أمس»
    colon = passage.text[quotation.end : quotation.end + 2].lstrip()[:1] == ":"
    if colon and passage.opening_in(quotation.end, quotation.end + _COLON) is not None:
        return False  # «فلان «محام بشركة كذا»: «…»»
    if last - first > (_CLAUSE if strong and not _clause_goes_on(passage, quotation) else 6):
        return True
    if colon:
        return False  # «في كتابه "كذا": "…"»
    for following in range(last, min(last + _REACH, passage.hi)):
        if passage.words.starts[following] >= limit:
            break
        if forms[following] in THAT or forms[following] in BI_THAT:
            return False
        if not reading.is_plain(following) and ":" in passage.gap_before(following):
            return False
    return direct and last - first >= 2


def _clause_goes_on(passage: Passage, quotation: Quotation) -> bool:
    """Tell whether the clause goes on right behind marks, as behind a name («زار "السد القديم في الوادي" وقال»)."""
    behind = passage.text[quotation.end : quotation.end + 2].strip()
    return behind[:1].isalnum() or quotation.unclosed


def is_term(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether marks inside what is told hold a name or a number rather than the speaker's own words.

    «شركة "النهر"», «سفينة "إم في"» are names; «إنه "مضطر" إلى ذلك», «القرار "المفاجئ"» are words.
    """
    passage = reading.passage
    forms, first, last = passage.words.forms, passage.word_at(quotation.inner_start), passage.word_at(quotation.end)
    if quotation.unclosed or last - first > _LONG or first >= last:
        return False
    before = forms[first - 1] if first > passage.lo else ""
    adjacent = before and not passage.text[passage.words.ends[first - 1] : quotation.start].strip()
    if adjacent and not reading.grammar.naming.isdisjoint((before, before[1:], before.removeprefix("ال"))):
        return True
    part = reading.cast.by_word.get(first)
    if part is not None and part.start == passage.words.starts[first] and (part.last >= last or last - first == 1):
        return True
    if not "\u0621" <= forms[first][0] <= "\u064a" or (last - first == 2 and forms[last - 1].isdigit()):
        return True  # «"4.1 طن"», «"CNN"», «"النهر 24"»
    flags = reading.nouns.words.flags[first]
    return last - first == 1 and (bool(flags & NAMELIKE and not flags & COMMON) or _is_one_term(reading, first))


def _is_one_term(reading: Reading, at: int) -> bool:
    """Tell whether one word in marks names the thing before it («أجهزة "النهر"»), and neither qualifies nor judges."""
    passage = reading.passage
    forms, before = passage.words.forms, passage.words.forms[at - 1] if at > passage.lo else ""
    raw = passage.text[passage.words.starts[at - 1] : passage.words.ends[at - 1]] if before else ""
    definite = is_definite(before) or raw.endswith(_OWNED)
    if is_definite(forms[at]) and forms[at][0] != "ب":
        return not definite  # «شعار "التقاسم"», but «القرار "المفاجئ"»
    adverb = forms[at][0] == "ب" or _TANWEEN in passage.text[passage.words.starts[at] : passage.words.ends[at]]
    if adverb or definite or not before or at - 1 in reading.signs.cues or before in reading.grammar.preposition:
        return False
    verb = bool(reading.nouns.words.flags[at - 1] & VERB) or before in reading.grammar.kana or before in THAT
    return not verb and not are_alike(before, forms[at])


def is_part(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a few words in marks are a part of what was said («تعهد "بمزيد من العمل" في مواجهة البطالة»)."""
    passage = reading.passage
    forms, at = passage.words.forms, passage.word_at(quotation.end)
    if at + 1 >= passage.hi or at - passage.word_at(quotation.inner_start) > _BRIEF:
        return False
    if passage.text[quotation.inner_end : passage.words.starts[at]].strip('"«»“”') != " ":
        return False
    word = forms[at]
    if at in reading.signs.cues or at in reading.cast.dates or word in reading.grammar.adverbial:
        return False
    if word in _LEADING:
        return forms[at + 1] not in _REMARKS and at + 1 not in reading.cast.dates
    glued = reading.is_governed(at, "ل") or reading.is_governed(at, "ب")
    return (glued and not word.endswith("وا")) or word.startswith("ال")  # «لأسهموا»


def opens_clause(reading: Reading, quotation: Quotation | None) -> bool:
    """Tell whether words in marks begin with a complementiser («أضافت المسودة "أن …"»)."""
    at = reading.passage.word_at(quotation.inner_start) if quotation is not None else reading.passage.hi
    return at < reading.passage.hi and reading.passage.words.forms[at] in THAT


def has_words(reading: Reading, quotation: Quotation | None) -> bool:
    """Tell whether marks hold whom somebody accuses and of what («اتهم الوزير «الدول الكبرى بإهمال السد»»)."""
    if quotation is None or quotation.unclosed:
        return False
    inside = range(reading.passage.word_at(quotation.inner_start), reading.passage.word_at(quotation.inner_end))
    return len(inside) > _LONG // 2 and any(reading.is_governed(at, "ب") for at in inside[1:])


def is_long(reading: Reading, cue: CueForm, source: Phrase, quotation: Quotation | None) -> bool:
    """Tell whether so many words in marks behind a plain verb of saying are said, whatever says them.

    Its object is no subject: «قال مقالته الشهيرة …».
    """
    words = reading.passage.words
    owned = words.text[words.ends[source.first] - 1] == "ه" or words.forms[source.first].endswith("ها")
    if owned or quotation is None or not cue.finite or cue.strength != "A" or cue.cue_class not in _CITING | {"write"}:
        return False
    return reading.passage.word_at(quotation.inner_end) - reading.passage.word_at(quotation.inner_start) > _LONG
