"""Finds who issued a paper: «بيان للوزارة», «التقرير الذي نشرته …», «أصدرت الوزارة بيانا …», «صحيفة "النهر"»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, KNOWN, NAMELIKE, NISBA, PLACE, TITLE
from arabnews_quotes.text.memory import agrees

from .called import bracketed_name
from .references import again, refer_back, stem_of

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.text.memory import Memory, Speaker

    from .phrases import Phrase, Reading

_OFFICIAL: Final = frozenset({"رسمي", "صحفي", "صحافي", "اعلامي", "مقتضب", "مشترك", "عاجل", "ختامي", "لاحق"})
"""Adjectives of a document, before who issued it."""
_PASSED_ON: Final = ("نقل", "بث", "اورد", "تلا", "تلق", "اطلع", "حصل", "تناقل", "توصل", "وزعه")
"""Who does this with a document has not issued it."""
_OWN_WORD: Final = frozenset({"وثايق", "الوثايق", "مستندات", "المستندات", "تسريبات", "التسريبات", "برقيات", "البرقيات"})
"""Papers that no one issues: what leaks out of a body is not its word."""
KINDS_OF_PAPERS: Final = frozenset({
    "اعلامي", "اعلاميه", "صحفي", "صحفيه", "صحافي", "صحافيه", "اممي", "امميه", "حقوقي", "حقوقيه", "علميه", "علمي",
    "حديث", "حديثه", "جديد", "جديده", "سابق", "سابقه", "مهم", "مهمه", "اخر", "اخري", "مطول", "مطوله", "مفصل", "مفصله",
    "موسع", "موسعه", "منفصل", "منفصله", "سري", "سريه", "داخلي", "داخليه", "اولي", "اوليه", "متداول", "متداوله",
})  # fmt: skip
"""Adjectives of a paper without the article: they tell its kind, not who issued it."""
_EARLIER: Final = 1_500
"""Papers are told in full among so many words before their bare name."""
_ISSUED: Final = 80
"""Who issued a paper is told so many words before it."""
ISSUED_IT: Final = frozenset(
    lead + end
    for lead in ("اصدر", "نشر", "اعد", "وضع", "رفع", "عمم", "وزع", "اجرا", "قاد", "نفذ", "انجز")
    for end in ("ه", "ها", "ته", "تها")
).union(("اجرته", "اجرتها"))
"""«تقرير أعده معهد كذا»."""
GIVEN_OUT: Final = frozenset({"صادر", "صادره", "الصادر", "الصادره"})
"""Who issued a paper stands behind these and «عن» or «من», however far the paper's own name goes."""
OUT_OF: Final = frozenset({"عن", "من"})
_LATELY: Final = frozenset({"موخرا", "اخيرا", "حديثا", "سابقا", "لاحقا", "رسميا"})
"""When a paper was given out («الدراسة الصادرة حديثا عن …», «نشرتها مؤخرا مجلة كذا»)."""
_ISSUING: Final = frozenset((form,) for form in GIVEN_OUT)
_OF_OPINION: Final = frozenset({"راي", "الراي", "للراي", "للاراء"})
"""«استطلاع للرأي أجرته الجامعة»."""
ISSUES: Final = frozenset(
    {"اصدر", "اصدرت", "واصدر", "واصدرت", "اعد", "اعدت", "واعد", "واعدت", "وزع", "وزعت", "عمم", "عممت", "نشر", "نشرت"}
)
_INQUIRIES: Final = frozenset({"التحقيق", "التحري", "الفحص"})
_INQUIRING: Final = frozenset({"بالتحقق", "بالتحري", "بالتحقيق", "بفحص", "بالفحص"})
_DID: Final = frozenset({"قام", "قامت", "وقام", "وقامت", "يقوم", "تقوم"})
_LONGEST: Final = 14
"""Who inquired is told in so many words between «قام» and «بالتحقق»."""
_SITES: Final = frozenset({"الموقع", "موقع", "الصفحه", "صفحه", "الحساب", "حساب"})
_SITE: Final = 6
"""Whose site it is stands within so many words."""
_WRITERS: Final = frozenset({"كاتب", "كاتبه", "معد", "معده", "صاحب", "صاحبه", "مولف", "مولفه"})
_WRITTEN: Final = frozenset({"المقال", "المقاله", "التقرير", "الدراسه", "الكتاب", "التحقيق", "التدوينه", "الروايه"})


def _body_before(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker:
    """Return the body that spoke last: a paper that others passed on is its."""
    body = next((turn.speaker for turn in memory.latest() if turn.speaker.kind == "body"), None)
    return again(body, speaker) if body is not None else refer_back(reading, phrase, memory, speaker)


def issuer(  # noqa: C901, PLR0911, PLR0912 - one form of telling it a line
    reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker
) -> tuple[int, int] | Speaker:
    """Return who issued a document: the words of the issuer's name, or the speaker where none is told.

    The words are half-open indices; a bare «البيان» refers back to who spoke before.
    """
    passage = reading.passage
    forms = passage.words.forms
    out = next((i for i in range(phrase.first + 1, phrase.last + 1) if forms[i : i + 1] in _ISSUING), None)
    by = past_time(reading, out + 1) if out is not None else passage.hi
    if by + 1 < passage.hi and forms[by] in OUT_OF:
        return by + 1, max(phrase.last, by + 1)  # «تقرير أسعار الحبوب الصادر عن الوزارة»
    if _is_proper(reading, phrase):
        return speaker
    if stem_of(reading, phrase.first).startswith("ال") and phrase.last - phrase.first > 1:
        follows = forms[phrase.first + 1]
        outlet = stem_of(reading, phrase.first)[2:] in reading.grammar.naming
        if not outlet and follows not in reading.grammar.issued and not follows.startswith("ل"):
            phrase = evolve(phrase, last=phrase.first + 1)  # «الدراسة» has no genitive
            speaker = evolve(
                speaker, name=passage.text[passage.words.starts[phrase.first] : passage.words.ends[phrase.first]]
            )
    if stem_of(reading, phrase.first) in _OWN_WORD:
        return evolve(
            speaker, name=full_paper(reading, phrase) or speaker.name, kind=None
        )  # «وثائق الشركة» are no company
    at = phrase.first + 1
    made = next((i for i in range(at + 1, phrase.last) if forms[i] in ISSUED_IT), None)
    kind = made is not None and (forms[at] in KINDS_OF_PAPERS or forms[at] in _OF_OPINION)
    if made is None and forms[at : at + 1] and forms[at] in _OF_OPINION and at < phrase.last:
        return speaker  # «استطلاع للرأي»
    at = made if kind and made is not None else at  # «دراسة علمية أجرتها …», «استطلاع للرأي أجرته …»
    while at < phrase.last and (
        forms[at] in reading.grammar.issued or forms[at].endswith(("ته", "تها")) or forms[at] in ISSUED_IT
    ):
        at += 1
    while at + 1 < phrase.last and forms[at + 1][0] == "ل" and (forms[at] in _OFFICIAL or _is_of_body(reading, at)):
        at += 1  # «بيان رسمي للشركة», «دراسة ميدانية لجامعة كذا»
    if at < min(phrase.last + 1, passage.hi) and forms[at].startswith(_PASSED_ON):
        return _body_before(reading, phrase, memory, speaker)  # «بلاغ توصلت به الجريدة»
    if at >= phrase.last and forms[at - 1] in ISSUED_IT:
        at = past_time(reading, at)
        return at, at  # «دراسة أعدها | المعهد»
    if at >= phrase.last and at < passage.hi and forms[at] == "عن" and forms[at - 1] in reading.grammar.issued:
        return at + 1, at + 1  # «البيان الصادر | عن الوزارة»
    verb = phrase.last + (phrase.last < passage.hi and forms[phrase.last] in reading.grammar.relative)
    published = verb < passage.hi and forms[verb].endswith(("ته", "تها", "ه", "ها"))
    if published and forms[verb].startswith(_PASSED_ON):
        return _body_before(reading, phrase, memory, speaker)  # «بيان نقله التلفزيون»
    if at >= phrase.last and published:
        at = past_time(reading, verb + 1)  # «بيان أصدرته …», «التقرير الذي نشرته أمس …»
    if at < phrase.last or published:
        return at, max(phrase.last, at)
    return refer_back(reading, phrase, memory, speaker)


def past_time(reading: Reading, at: int) -> int:
    """Return the word behind the adverb or the date at a word, which tells when a paper was given out, or `at`."""
    if at in reading.cast.dates:
        return reading.cast.dates[at][0]
    return at + (at < reading.passage.hi and reading.passage.words.forms[at] in _LATELY)


def _is_of_body(reading: Reading, at: int) -> bool:
    """Tell whether word `at` is an adjective of a paper before the body it is of."""
    noun = reading.nouns.read(at + 1) if reading.passage.words.forms[at].endswith(("ي", "يه")) else None
    return noun is not None and noun.kind == "organization"


def full_paper(reading: Reading, phrase: Phrase) -> str | None:
    """Return what was told of papers before they are called «الوثائق» («وثائق الشركة … الوثائق»), or None."""
    words, head = reading.passage.words, stem_of(reading, phrase.first)
    if phrase.last - phrase.first > 1 or not head.startswith("ال"):
        return None
    for at in range(phrase.first - 1, max(0, phrase.first - _EARLIER), -1):
        if words.forms[at] in {head[2:], head, "و" + head[2:], "و" + head, "ب" + head[2:]}:
            noun = reading.nouns.read(at)
            last = at + 2 if noun is None else noun.last
            if last > at + 1 and at not in reading.cast.dates and reading.nouns.words.spaced[at]:
                start = words.starts[at] + (words.forms[at].endswith(head[2:]) and words.forms[at][1:] == head[2:])
                return words.text[start : words.ends[last - 1]]
    return None


def _is_proper(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a paper is called by two adjectives of its own («التقرير الاقتصادي العربي»)."""
    grammar, forms = reading.grammar, reading.passage.words.forms[phrase.first + 1 : phrase.last]
    own = [form for form in forms if form not in grammar.reflexive and form not in grammar.issued]
    definite = stem_of(reading, phrase.first).startswith("ال") and all(form.startswith("ال") for form in own)
    return definite and len(own) == len(forms) > 1


def who_issued(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return who is said to have issued something, before a bare «البيان» («أصدرت الوزارة بيانا … وأشار البيان»)."""
    if not stem_of(reading, phrase.first).startswith("ال"):
        return None
    forms, low = reading.passage.words.forms, max(reading.passage.lo, phrase.first - _ISSUED)
    for at in range(phrase.first - 2, low - 1, -1):
        if forms[at] in ISSUES:
            by = reading.phrase(at + 1)
            if by is None or not reading.can_speak(by) or (by.noun is not None and by.noun.kind == "document"):
                return None
            return by
    return None


def who_checked(reading: Reading, phrase: Phrase) -> Entity | None:
    """Return the body that is said to have inquired, before a bare «التحقيق» («قام قسم الوكالة بالتحقق من …»)."""
    if stem_of(reading, phrase.first) not in _INQUIRIES:
        return None
    words, low = reading.passage.words, max(reading.passage.lo, phrase.first - _ISSUED)
    at = next((i for i in range(phrase.first - 1, low, -1) if words.forms[i] in _INQUIRING), None)
    if at is None or _DID.isdisjoint(words.forms[max(low, at - _LONGEST) : at]):
        return None
    parts = reading.cast.within(words.starts[max(low, at - _LONGEST)], words.starts[at])
    return next((part.entity for part in reversed(parts) if part.entity.type == "organization"), None)


def owner_of_site(reading: Reading, at: int) -> Entity | None:
    """Return the body whose site or page published a paper («بيان نشره الموقع الرسمي لحزب النهر»), or None."""
    words, last = reading.passage.words, min(at + _SITE, reading.passage.hi)
    if at >= last or words.forms[at] not in _SITES:
        return None
    parts = reading.cast.within(words.starts[at], words.ends[last - 1])
    theirs = (part for part in parts if words.forms[part.first][0] == "ل" and part.start > words.starts[part.first])
    return next((part.entity for part in theirs if part.entity.type == "organization"), None)


def end_of_name(reading: Reading, first: int, last: int) -> int:
    """Return the offset at which the name of an issuer ends: before the next preposition."""
    words = reading.passage.words
    stop = next((i for i in range(first + 1, last) if words.forms[i] in reading.grammar.preposition), last)
    return words.ends[stop - 1]


def title_in_marks(reading: Reading, phrase: Phrase) -> str | None:
    """Return the proper name of an outlet or a body that stands in marks («صحيفة "النهر" المحلية»)."""
    passage = reading.passage
    if passage.words.forms[phrase.first].removeprefix("و") not in reading.grammar.naming:
        return None
    bracketed = bracketed_name(reading, phrase)
    if bracketed is not None:
        return bracketed
    start, end = passage.words.starts[phrase.first], passage.words.ends[phrase.last - 1]
    quotation = passage.opening_in(start, end)
    if quotation is None or quotation.inner_end > end:
        return None
    return passage.text[quotation.inner_start : quotation.inner_end].strip() or None


def name_in_marks_behind(reading: Reading, at: int) -> str | None:
    """Return the name in marks right behind a lone ل («تقرير لـ"النهر"»), or None."""
    words = reading.passage.words
    if at + 1 >= reading.passage.hi:
        return None
    quotation = reading.passage.opening_in(words.ends[at] - 1, words.starts[at + 1])
    if quotation is None or quotation.unclosed:
        return None
    return words.text[quotation.inner_start : quotation.inner_end].strip()


def writer(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return whom «كاتب المقال» and «معدة التقرير» mean: the person who spoke last."""
    forms = reading.passage.words.forms[phrase.first : phrase.last]
    if len(forms) != 2 or forms[0] not in _WRITERS or forms[1] not in _WRITTEN:
        return None
    known = [turn.speaker for turn in memory.latest() if turn.speaker.kind == "person"]
    alike = (who for who in known if who.gender == speaker.gender)
    last = next(alike, None) or next((who for who in known if agrees(who, speaker.gender, None)), None)
    return again(last, speaker) if last is not None else None


def tells_kind(reading: Reading, at: int) -> bool:
    """Tell whether behind a paper stands what kind it is, not who issued it («دراسة ميدانية لكذا», «وثائق مسربة»)."""
    word, behind = reading.passage.words.forms[at], reading.passage.words.forms[at + 1 : at + 2]
    adjective = word.endswith(("ي", "يه")) or bool(reading.nouns.words.flags[at] & NISBA)
    return adjective and not (behind and behind[0].startswith("لل"))


def is_of_matter(reading: Reading, first: int, at: int) -> bool:
    """Tell whether an ordinary noun behind a paper tells what it is of, not who issued it («تقرير الطب البيطري»)."""
    words, flags = reading.passage.words, reading.nouns.words.flags[at]
    ordinary = (
        flags & COMMON and words.forms[at].startswith("ال") and not flags & (HEAD | NAMELIKE | TITLE | PLACE | KNOWN)
    )
    spoken = words.forms[at] in reading.grammar.voices or at in reading.cast.by_word
    return bool(ordinary) and not spoken and words.forms[first].removeprefix("و") not in {"بيان", "بلاغ"}
