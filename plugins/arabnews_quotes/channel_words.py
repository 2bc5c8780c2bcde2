"""Reads which channel the words of a stretch tell: «في بيان», «لصحيفة كذا», «على حسابه»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .grammar import without_conjunction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.article import Channel

    from .phrases import Reading
    from .tables import Tables

_NEAR: Final = 4
"""An outlet stands within so many words behind «حديث» and «تصريح»."""
_ISSUED: Final = 10
"""A paper stands within so many words behind the verb that issues it («أصدرت وزارة المياه أمس بيانا»)."""
_PLACES: Final = frozenset(
    {
        "في",
        "خلال",
        "عبر",
        "اثناء",
        "ضمن",
        "وفي",
        "وخلال",
        "علي",
        "من",
        "منصه",
        "موقع",
        "بموقع",
        "مواقع",
        "شبكات",
        "شبكه",
    }
    | {"تطبيق", "حساب"}
)
_INSIDE: Final = frozenset({"في", "خلال", "عبر", "اثناء", "ضمن", "وفي", "وخلال", "وعبر", "وضمن", "لدي", "ففي"})
_BY: Final = frozenset({"حسب", "بحسب", "وحسب", "وبحسب", "وفق", "ووفق", "وفقا", "ووفقا", "طبقا", "وطبقا"})
_WITHIN: Final = _INSIDE | _BY
_FIRST: Final = frozenset(
    {"اول", "اخر", "احدث", "ثاني", "ثالث", "نص", "ختام", "بدايه", "مستهل", "مطلع", "نفس", "ذات", "هذا", "هذه", "سياق"}
    | {"اطار", "معرض", "خلال", "اثناء", "متن", "مقدمه", "حسب", "نهايه", "تفاصيل"}
)
"""Words between «في» and what was issued («في أول خطاب له»)."""
_ISSUES: Final = frozenset(
    lead + verb
    for verb in (
        *("اصدر", "اصدرت", "اصدروا", "نشر", "نشرت", "نشرا", "نشروا", "القي", "القت", "القوا", "يلقي", "وجه", "وجهت"),
        *("كتب", "كتبت", "تلا", "تلت", "عقد", "عقدت", "عقدا", "عقدوا", "وزع", "وزعت", "بث", "بثت", "عمم", "عممت"),
        *("ادلي", "ادلت", "اطلق", "اطلقت", "قدم", "قدمت", "اعد", "اعدت", "اذاع", "صدر", "القاها", "القاه", "نشره"),
        *("اجري", "اجرت", "باجراء", "باعداد", "باصدار", "بنشر"),
    )
    for lead in ("", "و", "ف")
)
"""Who does this with a paper, a speech or a conference speaks in it."""
_TAKES_PART: Final = frozenset(
    {"شارك", "شاركت", "شاركوا", "يشارك", "ساهم", "ساهمت", "ساهموا", "اسهم", "اسهمت", "المشارك", "المشاركه"}
    | {"المشاركون", "المشاركين", "مشارك", "مشاركه", "مشاركون", "مشاركين", "مشاركته", "مشاركتها", "باحث", "باحثه"}
)
"""Who took part in a study does not speak in it."""
_AT: Final = frozenset({"في", "خلال", "اثناء", "وخلال", "وفي", "ضمن", "لدي", "علي", "هامش"})
"""What leads to an event at which one speaks."""
_CONFERENCE: Final = frozenset({"صحفي", "صحافي", "اعلامي", "صحفيه", "صحافيه", "اعلاميه", "صحفيا", "صحافيا", "اعلاميا"})
_NEWS: Final = frozenset({"برس", "انباء", "الانباء", "للانباء", "الاخباريه", "الصحافه"})
_NOW: Final = frozenset({"هذا", "هذه", "ذلك", "ما", "لما"})
_BELONGING: Final = frozenset(
    {"تابع", "تابعه", "التابع", "التابعه", "مراسل", "مراسله", "مدير", "مديره", "تقرير", "مقال", "ترجمه", "وفقا", "طبقا"}
    | {"خلافا", "العام", "العامه", "المالكه", "المالك", "المملوكه", "المنتمي", "المنتميه", "الموالي", "المواليه"}
    | {"رئيس"}
    | {"عضو", "مندوب", "مصور", "الناطق", "المتحدث", "التنفيذي", "التنفيذيه", "القيادي", "مساند", "الداعم", "الداعمه"}
)
"""«مراسل لقناة كذا» tells where he works, not to whom he spoke."""
_WORKS: Final = frozenset({"مباحثات", "محادثات", "عمل", "مشاورات", "تداول", "التداول", "تداولات", "مع"})
"""«جلسة مباحثات» and «جلسة مع فلان» are no speech."""
_BY_PHONE: Final = frozenset({"هاتفيه", "تليفونيه", "هاتفي"})
_TO_US: Final = frozenset({"لنا", "الينا", "معنا"})
_LEADING: Final = frozenset({"ل", "الي"})
_ON_AIR: Final = frozenset({"برنامج", "لبرنامج", "ببرنامج", "قناه", "لقناه", "اذاعه", "تلفزيونيه", "اذاعيه", "متلفزه"})
_NOT_GLUED: Final = ("بيان", "بلاغ", "برقي", "ببلاغ")
"""No preposition, or one of a verb («تقدمت ببلاغ»)."""
_ISSUED_BY: Final = frozenset(
    {"صدر", "صدرت", "صادر", "صادره", "الصادر", "الصادره", "اصدره", "اصدرته", "اصدرها", "اصدرتها", "نشرته", "نشره"}
    | {"وزعه", "وزعته", "بثه", "بثته"}
)
"""Behind a paper they tell who speaks in it."""
_PAGES: Final = frozenset({"الاولي", "الاخيره", "الداخليه", "الرياضيه"})
"""«صفحتها الأولى» is a newspaper's."""
_AGENCIES: Final = frozenset(
    {"رويترز", "الاناضول", "شينخوا", "نوفوستي", "سبوتنيك", "اسوشيتد", "تاس", "بلومبرغ", "واس", "وام", "وفا", "سانا"}
    | {"بلومبيرغ", "بترا", "كونا", "قنا"}
)
_NAMED: Final = frozenset({"فرانس", "سي", "بي", "سكاي", "هسبريس", "عكاظ", "الجزيره", "العربيه", "سبق", "موزاييك"})
"""First words of the names of other outlets, behind ل."""
_MARKS: Final = frozenset("«\"“”„'’‘")
_MARKED: Final = 30
"""The name of an outlet in marks has no more characters than this."""
_UTTERED: Final = frozenset({"held", "declared", "conference", "by_phone"})
"""The needs of the nouns in which one says something («قال فيها»)."""
NOBODY: Final = (-1, -1)


def channel_among(
    reading: Reading, tables: Tables, low: int, high: int, source: tuple[int, int] = NOBODY
) -> Channel | None:
    """Return the first channel that some words tell, or, where none does, that of the event at which they were said.

    `source` are the words of the source: a paper may be one.
    """
    event: Channel | None = None
    for at, told in enumerate(map(tables.glued_channels.get, reading.passage.words.forms[low:high]), low):
        if told is None:
            continue
        if told[1] == "marked":
            channel = told[0] if _is_told_to(reading, tables, at, source) else None
        else:
            channel = _told(reading, at, *told, source)
        if channel is not None and told[1] != "event":
            return channel
        event = event or channel
    return event


def tells(reading: Reading, tables: Tables, low: int, high: int, wanted: Channel) -> bool:
    """Tell whether one of some words tells a certain channel."""
    forms = reading.passage.words.forms
    for at in range(low, high):
        told = tables.channels.get(forms[at]) or tables.channels.get(forms[at][1:])
        if told is not None and told[0] == wanted and _told(reading, at, *told, NOBODY) == wanted:
            return True
    return False


def channel_therein(reading: Reading, tables: Tables, low: int, high: int) -> Channel | None:
    """Return the channel of the last word of a stretch in which one says something: «تصريحات قال فيها»."""
    forms = reading.passage.words.forms
    for at in range(high - 1, low - 1, -1):
        told = tables.glued_channels.get(forms[at])
        if told is not None and told[1] in _UTTERED:
            return _kind(reading, at, *told)
    return None


def channel_issued(reading: Reading, tables: Tables, low: int, high: int, floor: int) -> Channel | None:
    """Return the channel of the last paper, speech or conference that some words say was given: «ألقى كلمة».

    The verb may stand before them, from the word `floor` on.
    """
    forms = reading.passage.words.forms
    for at in range(high - 1, low - 1, -1):
        told = tables.glued_channels.get(forms[at])
        if told is not None and told[1] in _UTTERED and _is_issued(reading, at, floor):
            return _kind(reading, at, *told)
    return None


def _kind(reading: Reading, at: int, channel: Channel, needs: str) -> Channel:
    """Return which channel a noun is where nothing but the words behind it matters."""
    hi, forms = reading.passage.hi, reading.passage.words.forms
    following = forms[at + 1].removeprefix("ال") if at + 1 < hi else ""
    if needs == "conference":
        return channel if following in _CONFERENCE else "speech"
    if needs == "by_phone":
        if following in _BY_PHONE:
            return "phone_call"
        return channel if _ON_AIR.isdisjoint(forms[at + 1 : min(at + 1 + _NEAR, hi)]) else "interview"
    return _declared(reading, at) if needs == "declared" else channel


def _told(  # noqa: C901, PLR0911, PLR0912 - one need a line
    reading: Reading, at: int, channel: Channel, needs: str, source: tuple[int, int]
) -> Channel | None:
    """Return the channel that a word tells where it stands: «ردا على بيان» tells none, «مؤتمر علمي» a speech."""
    passage = reading.passage
    forms, hi = passage.words.forms, passage.hi
    before = forms[at - 1] if at > passage.lo else ""
    if before in reading.grammar.occasioned and (before != "عن" or (channel != "agency" and not _from(reading, at))):
        return None
    if before == "علي" and channel != "social":
        return None
    if before in _NOW and at - 2 >= passage.lo and forms[at - 2] == "علي":
        return None  # «تعليقا على هذا البيان»
    following = forms[at + 1].removeprefix("ال") if at + 1 < hi else ""
    if needs in {"held", "by_phone"}:
        return _kind(reading, at, channel, needs) if _is_held(reading, at, source) else None
    if needs == "conference":
        if following in _CONFERENCE:
            return channel if _is_held(reading, at, NOBODY) else None
        return "speech" if before in _AT or forms[at][0] == "ب" or _is_issued(reading, at, passage.lo) else None
    if needs == "news":
        near = range(at + 1, min(at + 4, hi))
        named = any(forms[i] in _NEWS or forms[i] in _AGENCIES for i in near)
        return channel if named else None
    if needs == "event":
        return channel if before in _AT and following not in _WORKS else None
    if needs == "declared":
        held = (before in _PLACES and before != "من") or forms[at][0] == "ب"
        return _declared(reading, at) if held or _is_issued(reading, at, passage.lo) else None
    if needs == "to":
        return channel if _BELONGING.isdisjoint((before, without_conjunction(before))) else None
    if needs == "page":
        return channel if forms[at + 1 : at + 2] and forms[at + 1] not in _PAGES else None
    if needs == "through":
        return channel if before in {"عبر", "وعبر"} or forms[at][0] == "ب" else None
    if needs == "in":
        return channel if forms[at][0] == "ب" or before in _PLACES else None
    if needs == "press":
        near = range(at + 1, min(at + 1 + _NEAR, hi))
        press = any(forms[i] in reading.grammar.press or _is_outlet(reading, i) for i in near)
        press = press or (forms[at][-4:] in {"حوار", "حديث"} and _to_nobody_named(reading, at + 1))
        press = press or (at + 1 < hi and (forms[at + 1] in _TO_US or _leads_to_outlet(reading, at + 1)))
        return channel if press and (before in _PLACES or forms[at][0] == "ب") else None
    return channel


def _from(reading: Reading, at: int) -> bool:
    """Tell whether «نقلا عن» or «صادر عن» stands before a word."""
    return at - 2 >= reading.passage.lo and reading.passage.words.forms[at - 2] in {"نقلا", "ونقلا"}


def _is_held(reading: Reading, at: int, source: tuple[int, int]) -> bool:
    """Tell whether somebody speaks in a paper or a speech: it is the source, or stands behind «في» or who issued it.

    «سلمه خطابا», «شارك في الدراسة» and «كلمة السر» tell no channel.
    """
    passage = reading.passage
    forms, lo = passage.words.forms, passage.lo
    first = source[0]
    if first == at or (first == at - 1 and forms[first] in reading.grammar.same):
        return True
    if at + 1 < passage.hi and forms[at + 1] in _ISSUED_BY:
        return True
    place = at - 1
    if place >= lo and forms[place] in _FIRST and not (place - 1 < lo or forms[place] in _INSIDE):
        place -= 1
    before = forms[place] if place >= lo else ""
    glued = forms[at][0] == "ب" and not forms[at].startswith(_NOT_GLUED)
    if before in _WITHIN or glued or (before == "عن" and place == at - 1):
        return place - 1 < lo or forms[place - 1] not in _TAKES_PART
    return _is_issued(reading, at, lo)


def _is_issued(reading: Reading, at: int, low: int) -> bool:
    """Tell whether who issues a paper or gives a speech stands before it, in its sentence: «ألقى الوزير كلمة»."""
    passage = reading.passage
    low = max(low, at - _ISSUED)
    for index in range(at - 1, low - 1, -1):
        if passage.words.forms[index] in _ISSUES:
            return passage.sentence_start(passage.words.starts[at]) <= passage.words.starts[index]
    return False


def _is_told_to(reading: Reading, tables: Tables, at: int, source: tuple[int, int]) -> bool:
    """Tell whether ل leads to an outlet: one in marks («قال لـ«النهر»»), or one that its word names («قال لهسبريس»).

    It stands right behind the verb, the source or a person's name, or the lists know the outlet.
    """
    passage = reading.passage
    forms = passage.words.forms
    before = at - 1
    if before < passage.lo or without_conjunction(forms[before]) in _BELONGING:
        return False
    name = _marked_name(reading, at + 1) if forms[at] == "ل" else forms[at][1:]
    if not name:
        return False
    if at == source[1] or before in reading.signs.cues or name in tables.papers:
        return True
    part = reading.cast.by_word.get(before)
    return part is not None and part.entity.type == "person"


def _marked_name(reading: Reading, first: int) -> str | None:
    """Return the name in marks or brackets that starts at a word, folded: short, and no person's; or None."""
    passage = reading.passage
    if first >= passage.hi:
        return None
    start = passage.words.starts[first]
    part = reading.cast.by_word.get(first)
    if part is not None and part.entity.type == "person":
        return None
    mark = passage.text[start - 1]
    if mark == "(":
        end = passage.text.find(")", start, start + _MARKED)
    else:
        quotation = passage.quotation_at(start) if mark in _MARKS else None
        end = quotation.end if quotation is not None and quotation.end - quotation.start <= _MARKED else -1
    if end < 0:
        return None
    return " ".join(passage.words.forms[first : passage.word_at(end)])


def _declared(reading: Reading, at: int) -> Channel:
    """Return the channel of «في تصريح»: to an agency, by telephone, to a newspaper or a station, or a statement."""
    forms = reading.passage.words.forms
    near = range(at + 1, min(at + 1 + _NEAR, reading.passage.hi))
    if any(forms[i].removeprefix("ل") in _AGENCIES or forms[i] in _NEWS for i in near):
        return "agency"
    if any(forms[i] in _BY_PHONE for i in near):
        return "phone_call"
    return "interview" if any(_leads_to_outlet(reading, i) for i in near) else "statement"


def _leads_to_outlet(reading: Reading, at: int) -> bool:
    """Tell whether a word is ل with an outlet, or leads to one: «لصحيفة كذا», «لـ«النهر»», «إلى قناة كذا»."""
    passage = reading.passage
    form, following = passage.words.forms[at], " ".join(passage.words.forms[at + 1 : min(at + 2, passage.hi)])
    if form in _LEADING:
        return following in reading.grammar.press or bool(_marked_name(reading, at + 1))
    if form == "للمصدر":
        return following in reading.grammar.reflexive
    return form[:1] == "ل" and (is_medium(reading, at) or f"ل{form[2:]}" in reading.grammar.press)


def is_agency(words: Sequence[str]) -> bool:
    """Tell whether the folded words of a name are a news agency's («وكالة الأناضول», «رويترز»)."""
    return words[0] in _AGENCIES or (words[0] == "وكاله" and not (_NEWS | _AGENCIES).isdisjoint(words))


def is_medium(reading: Reading, index: int) -> bool:
    """Tell whether a word behind ل is an outlet by its kind or its name («لقناة كذا», «لرويترز»)."""
    form = reading.passage.words.forms[index]
    name = form.removeprefix("ل")
    return form in reading.grammar.press or name in _AGENCIES or name in _NAMED


def _is_outlet(reading: Reading, index: int) -> bool:
    """Tell whether an organisation stands behind ل or مع («حديث لـ«النهر»», «حوار مع الإذاعة»)."""
    part = reading.cast.by_word.get(index)
    if part is None or part.entity.type != "organization":
        return False
    before = reading.passage.words.forms[index - 1]
    return part.start > reading.passage.words.starts[index] or before in {"مع", "الي", "ل", "عبر", "علي"}


def _to_nobody_named(reading: Reading, at: int) -> bool:
    """Tell whether a word behind «حديث» or «حوار» leads to someone who is no person of the article: to an outlet."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if at < hi and forms[at] in {"سابق", "خاص", "حصري", "اخر"}:
        at += 1  # «في حديث سابق إلى …»
    led = at < hi and (forms[at] in {"مع", "الي", "خص", "اجرته", "ادلي", "ادلت"} or forms[at].startswith("ل"))
    parts = (reading.cast.by_word.get(i) for i in range(at, min(at + 3, hi)))
    return led and not any(part is not None and part.entity.type == "person" for part in parts)
