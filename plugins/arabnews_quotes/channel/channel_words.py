"""Reads which channel the words of a stretch tell: «في بيان», «لصحيفة كذا», «على حسابه»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .channel_events import PRESS, is_before_hearers, is_event, leads_to_event
from .channel_outlets import BY_PHONE, declared, leads_to_employer, names_agency, talked, told_by_name, told_to
from .channel_papers import is_described, is_rally, kind_of_paper
from .on_air import is_on_air

if TYPE_CHECKING:
    from arabnews.article import Channel
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.tables import Tables

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
        "واثناء",
        "علي",
        "وعبر",
        "وعلي",
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
_INSIDE: Final = frozenset(
    {"في", "خلال", "عبر", "اثناء", "ضمن", "وفي", "وخلال", "وعبر", "وضمن", "واثناء", "لدي", "ففي"}
)
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
        *("اجري", "اجرت", "باجراء", "باعداد", "باصدار", "بنشر", "ارسل", "ارسلت", "بعث", "بعثت", "نشط", "نشطت"),
        *("تنشيطه", "تنشيطها", "عقده", "عقدها"),
    )
    for lead in ("", "و", "ف")
)
"""Who does this with a paper, a speech or a conference speaks in it."""
_TAKES_PART: Final = frozenset(
    {"شارك", "شاركت", "شاركوا", "يشارك", "ساهم", "ساهمت", "ساهموا", "اسهم", "اسهمت", "المشارك", "المشاركه"}
    | {"المشاركون", "المشاركين", "مشارك", "مشاركه", "مشاركون", "مشاركين", "مشاركته", "مشاركتها", "باحث", "باحثه"}
)
"""Who took part in a study does not speak in it."""
_NOW: Final = frozenset({"هذا", "هذه", "ذلك", "ما", "لما"})
_ON_AIR: Final = frozenset({"برنامج", "لبرنامج", "ببرنامج", "قناه", "لقناه", "اذاعه", "تلفزيونيه", "اذاعيه", "متلفزه"})
_NOT_GLUED: Final = ("بيان", "بلاغ", "برقي", "ببلاغ")
"""No preposition, or one of a verb («تقدمت ببلاغ»)."""
_ISSUED_BY: Final = frozenset(
    {"صدر", "صدرت", "صادر", "صادره", "الصادر", "الصادره", "اصدره", "اصدرته", "اصدرها", "اصدرتها", "نشرته", "نشره"}
    | {"وزعه", "وزعته", "بثه", "بثته"}
)
"""Behind a paper they tell who speaks in it."""
_OF_PAPER: Final = frozenset({"نتايج", "خلاصه", "مسوده", "ملخص", "نص", "معطيات"})
"""«نتائج الدراسة» speak for it."""
_PAGES: Final = frozenset({"الاولي", "الاخيره", "الداخليه", "الرياضيه"})
"""«صفحتها الأولى» is a newspaper's."""
_HELD: Final = frozenset({"held", "letter", "memo", "address", "briefing", "meeting", "poll", "by_phone"})
_WHICH: Final = frozenset({"الذي", "التي"})
_EVENTS: Final = frozenset({"event", "rally"})
_UTTERED: Final = _HELD | {"declared", "conference", "paper"}
"""The needs of the nouns in which one says something («قال فيها»)."""
_OWN_WORDS: Final = frozenset(
    {"held", "letter", "address", "briefing", "meeting", "declared", "press", "marked", "conference", ""}
)
"""The needs of nouns and verbs by which somebody says something himself."""
NOBODY: Final = (-1, -1)


def channel_among(
    reading: Reading, tables: Tables, low: int, high: int, source: tuple[int, int] = NOBODY
) -> Channel | None:
    """Return the first channel that some words tell, or, where none does, that of the event at which they were said.

    `source` are the words of the source: a paper may be one.
    """
    event: Channel | None = None
    forms = reading.passage.words.forms
    if tables.telling.isdisjoint(forms[low:high]):
        return None  # as nearly always
    for at, told in enumerate(map(tables.glued_channels.get, forms[low:high]), low):
        if told is None:
            if forms[at] in tables.told_outlets:
                named = told_by_name(reading, tables, at)
                if named is not None:
                    return named
            continue
        if told[1] == "marked":
            channel = told_to(reading, tables, at, source)
        else:
            channel = _told(reading, tables, at, *told, source)
        if channel is not None and told[1] not in _EVENTS:
            return channel
        event = event or channel
    return event


def tells(reading: Reading, tables: Tables, low: int, high: int, wanted: Channel) -> bool:
    """Tell whether one of some words tells a certain channel."""
    forms = reading.passage.words.forms
    for at in range(low, high):
        told = tables.channels.get(forms[at]) or tables.channels.get(forms[at][1:])
        if told is not None and told[0] == wanted and _told(reading, tables, at, *told, NOBODY) == wanted:
            return True
    return False


def channel_uttered(reading: Reading, tables: Tables, low: int, high: int) -> Channel | None:
    """Return the first channel that some words tell of somebody's own words, no event and no network's name."""
    forms, told = reading.passage.words.forms, tables.glued_channels
    if told.keys().isdisjoint(forms[low:high]):
        return None  # as nearly always
    for at in range(low, high):
        known = told.get(forms[at])
        if known is None or known[1] not in _OWN_WORDS or (known[1] == "" and forms[at - 1] not in _PLACES):
            continue
        channel = channel_among(reading, tables, at, at + 1)
        if channel is not None and channel != "report" and (known[1] != "conference" or channel != "speech"):
            return channel
    return None


def channel_therein(reading: Reading, tables: Tables, low: int, high: int) -> Channel | None:
    """Return the channel of the last word of a stretch in which one says something: «تصريحات قال فيها»."""
    forms = reading.passage.words.forms
    for at in range(high - 1, low - 1, -1):
        told = tables.glued_channels.get(forms[at])
        if told is not None and told[1] in _UTTERED:
            return _kind(reading, tables, at, *told)
    return None


def channel_issued(reading: Reading, tables: Tables, low: int, high: int, floor: int) -> Channel | None:
    """Return the channel of the last paper, speech or conference that some words say was given: «ألقى كلمة».

    The verb may stand before them, from the word `floor` on.
    """
    forms = reading.passage.words.forms
    if tables.glued_channels.keys().isdisjoint(forms[low:high]):
        return None  # as nearly always
    for at in range(high - 1, low - 1, -1):
        told = tables.glued_channels.get(forms[at])
        if told is not None and told[1] in _UTTERED and _is_issued(reading, at, floor):
            return _kind(reading, tables, at, *told)
    return None


def _kind(reading: Reading, tables: Tables, at: int, channel: Channel, needs: str) -> Channel | None:
    """Return which channel a noun is where nothing but the words behind it matters."""
    hi, forms = reading.passage.hi, reading.passage.words.forms
    following = forms[at + 1].removeprefix("ال") if at + 1 < hi else ""
    if needs == "conference":
        return channel if following in PRESS else "speech"
    if needs == "by_phone":
        if following in BY_PHONE:
            return "phone_call"
        return channel if _ON_AIR.isdisjoint(forms[at + 1 : min(at + 1 + _NEAR, hi)]) else "interview"
    if needs == "declared":
        return declared(reading, tables, at)
    if needs == "meeting" and names_agency(forms[at + 1 : min(at + 1 + _NEAR, hi)]):
        return "agency"
    return kind_of_paper(forms, at, hi, channel, needs)


def _told(  # noqa: C901, PLR0911, PLR0912, PLR0913, PLR0917 - one need a line
    reading: Reading, tables: Tables, at: int, channel: Channel, needs: str, source: tuple[int, int]
) -> Channel | None:
    """Return the channel that a word tells where it stands: «ردا على بيان» tells none, «مؤتمر علمي» a speech."""
    passage = reading.passage
    forms, hi = passage.words.forms, passage.hi
    before = forms[at - 1] if at > passage.lo else ""
    of_paper = before in _OF_PAPER and source[0] == at - 1
    if (
        before in reading.grammar.occasioned
        and not of_paper
        and (before != "عن" or (channel != "agency" and not _from(reading, at)))
    ):
        return None
    if before == "علي" and channel != "social" and needs not in {"air", "event"}:
        return None
    if before in _NOW and at - 2 >= passage.lo and forms[at - 2] == "علي":
        return None  # «تعليقا على هذا البيان»
    if before == "بهذه":
        return None  # «أدلى بهذه التصريحات في مؤتمر صحفي»: the words that were told
    following = forms[at + 1].removeprefix("ال") if at + 1 < hi else ""
    if needs in _HELD:
        held = _speaks_there(reading, at, source) or (needs == "meeting" and before in _PLACES)
        return _kind(reading, tables, at, channel, needs) if held else None
    if needs == "paper":
        return channel if _is_paper(reading, at, before, source) else None
    if needs == "papers":
        return channel if _speaks_itself(at, before, source) else None
    if needs == "conference":
        if following in PRESS:
            return channel if _speaks_there(reading, at, NOBODY) else None
        there = leads_to_event(passage, at) or forms[at][0] == "ب" or _is_issued(reading, at, passage.lo)
        return "speech" if there else None
    if needs == "news":
        return channel if names_agency(forms[at + 1 : min(at + 4, hi)], led=True) else None
    if needs == "event":
        return channel if is_event(reading, at) else None
    if needs == "hearers":
        return channel if is_before_hearers(reading, at) else None
    if needs == "rally":
        return channel if leads_to_event(passage, at) and is_rally(forms, at, hi) else None
    if needs == "declared":
        led = _led_by(reading, at)
        held = (led in _PLACES and led != "من") or forms[at][0] == "ب"
        return declared(reading, tables, at) if held or _is_issued(reading, at, passage.lo) else None
    if needs == "air":
        return channel if is_on_air(reading, at, before) else None
    if needs == "newsmen":
        return channel if following in PRESS else None
    if needs == "to":
        return None if leads_to_employer(before) else channel
    if needs == "page":
        return channel if forms[at + 1 : at + 2] and forms[at + 1] not in _PAGES else None
    if needs == "through":
        return channel if before in {"عبر", "وعبر"} or forms[at][0] == "ب" else None
    if needs == "in":
        return channel if forms[at][0] == "ب" or before in _PLACES else None
    if needs == "press":
        place = _led_by(reading, at) in _PLACES or forms[at][0] == "ب" or _is_issued(reading, at, passage.lo)
        return talked(reading, tables, at) if place else None
    return channel


def _from(reading: Reading, at: int) -> bool:
    """Tell whether «نقلا عن» or «صادر عن» stands before a word."""
    return at - 2 >= reading.passage.lo and reading.passage.words.forms[at - 2] in {"نقلا", "ونقلا"}


def _place_before(reading: Reading, at: int) -> int:
    """Return the word that leads to a paper, past «أول», «ختام» and their like («في ختام تصريحه»)."""
    forms, lo, place = reading.passage.words.forms, reading.passage.lo, at - 1
    return place - (place > lo and forms[place] in _FIRST and forms[place] not in _INSIDE)


def _led_by(reading: Reading, at: int) -> str:
    place = _place_before(reading, at)
    return reading.passage.words.forms[place] if place >= reading.passage.lo else ""


def _speaks_there(reading: Reading, at: int, source: tuple[int, int]) -> bool:
    """Tell whether somebody speaks in a paper or a speech: it is the source, or stands behind «في» or who issued it.

    «سلمه خطابا», «شارك في الدراسة» and «كلمة السر» tell no channel.
    """
    passage = reading.passage
    forms, lo = passage.words.forms, passage.lo
    first = source[0]
    if first == at or (first == at - 1 and (forms[first] in _OF_PAPER or forms[first] in reading.grammar.same)):
        return True
    if at + 1 < passage.hi and forms[at + 1] in _ISSUED_BY:
        return True
    place, before = _place_before(reading, at), _led_by(reading, at)
    glued = forms[at][0] == "ب" and not forms[at].startswith(_NOT_GLUED)
    if before in _WITHIN or glued or (before == "عن" and place == at - 1):
        return place - 1 < lo or forms[place - 1] not in _TAKES_PART
    return _is_issued(reading, at, lo)


def _is_paper(reading: Reading, at: int, before: str, source: tuple[int, int]) -> bool:
    """Tell whether a noun that may tell a deed is a paper: the source, accorded with, issued, or described as one."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if _speaks_itself(at, before, source) or _is_issued(reading, at, reading.passage.lo):
        return True
    # «في البحث العلمي» is no paper
    plain = not forms[at].startswith("ال") or (at + 1 < hi and forms[at + 1] in _WHICH)
    return before in _INSIDE and plain and is_described(forms, at, hi)


def _speaks_itself(at: int, before: str, source: tuple[int, int]) -> bool:
    """Tell whether a paper is the source, or accorded with: «أظهرت الدراسات», «وفق نتائج البحث»."""
    return source[0] == at or before in _BY or (before in _OF_PAPER and source[0] == at - 1)


def _is_issued(reading: Reading, at: int, low: int) -> bool:
    """Tell whether who issues a paper or gives a speech stands before it, in its sentence: «ألقى الوزير كلمة»."""
    passage = reading.passage
    low = max(low, at - _ISSUED)
    for index in range(at - 1, low - 1, -1):
        if passage.words.forms[index] in _ISSUES:
            return passage.sentence_start(passage.words.starts[at]) <= passage.words.starts[index]
    return False
