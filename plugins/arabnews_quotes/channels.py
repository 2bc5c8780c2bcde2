"""Reads through which channel something was said: in the reporting clause, or told behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .grammar import THEREBY, without_conjunction
from .references import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Channel

    from .grammar import Grammar
    from .passage import Passage
    from .phrases import Reading
    from .report import Report
    from .tables import Tables

HEAD_KINDS: Final = frozenset({"headline", "subheadline", "caption"})
_LONGEST: Final = 40
"""A channel is looked for among so many words of the reporting clause, a told one within so many of «جاء ذلك»."""
_TOLD: Final = 9
_NEAR: Final = 4
"""An outlet stands within so many words behind «حديث», a channel so many behind «وفقا لما جاء في»."""
_BEFORE: Final = 60
"""«وكتب:» is social where one of the words so far before tells of it."""
_SHARED: Final = frozenset({"press_conference", "speech"})
_IN_TURN: Final = 6
"""«من جهته» stands so near before the verb."""
_TURNS: Final = frozenset({"بدوره", "بدورها", "وبدوره", "وبدورها"})
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
        "تطبيق",
        "حساب",
    }
)
_CONFERENCE: Final = frozenset({"صحفي", "صحافي", "اعلامي", "صحفيه", "صحافيه", "اعلاميه", "صحفيا", "صحافيا", "اعلاميا"})
_NEWS: Final = frozenset({"برس", "انباء", "الانباء", "للانباء", "الاخباريه", "الصحافه"})
_NOW: Final = frozenset({"هذا", "هذه", "ذلك", "ما", "لما"})
_MEDIA: Final = frozenset(
    {
        "صحيفه",
        "الصحيفه",
        "جريده",
        "الجريده",
        "مجله",
        "المجله",
        "قناه",
        "القناه",
        "اذاعه",
        "الاذاعه",
        "تلفزيون",
        "التلفزيون",
        "راديو",
        "الصحف",
        "صحف",
        "صحيفتا",
        "فضاييه",
    }
)
"""What they say themselves is a report, and so is what they pass on."""
_USERS: Final = frozenset({"مغردون", "مغردين", "المغردون", "رواد", "حسابات", "صفحات", "مستخدمو", "مستخدمي", "نشطاء"})
_ONLINE: Final = frozenset(
    {"التواصل", "تويتر", "فيسبوك", "فايسبوك", "اكس", "انستغرام", "يوتيوب", "تيليغرام", "تلغرام", "الاجتماعي"}
)
_BELONGING: Final = frozenset(
    {"تابع", "تابعه", "التابع", "التابعه", "مراسل", "مراسله", "مدير", "مديره", "تقرير", "مقال", "ترجمه", "وفقا", "طبقا"}
)
"""«مراسل لقناة كذا» tells where he works, not to whom he spoke."""
_WORKS: Final = frozenset({"مباحثات", "محادثات", "عمل", "مشاورات", "تداول", "التداول", "تداولات"})
"""«جلسة مباحثات» is no speech."""


def channel_of(reading: Reading, tables: Tables, report: Report, clause: tuple[int, int]) -> Channel | None:
    """Return the channel that the reporting clause tells («في مؤتمر صحفي»), the kind of block, or None."""
    passage = reading.passage
    if passage.kind in HEAD_KINDS:
        return "caption" if passage.kind == "caption" else "headline"
    low, high = passage.word_at(clause[0]), passage.word_at(clause[1])
    low = max(low, high - _LONGEST)
    channel = channel_among(reading, tables, low, high)
    if channel == "interview" and _all_of(reading, tables, low, high, "agency"):
        return "agency"  # «في حديث لوكالة كذا للأنباء»
    if channel is None and report.relay:
        return _of_relay(reading, tables, report.relay)
    if channel is None and report.form is not None and report.form.cue_class == "write":
        before = passage.word_at(report.cue[0])
        near = max(passage.lo, before - _BEFORE)
        channel = "social" if _all_of(reading, tables, near, before, "social") else None
    return channel or _of_source(reading, report)


def _of_relay(reading: Reading, tables: Tables, bounds: tuple[int, int]) -> Channel:
    """Return the channel of what was passed on: a report of newspapers and stations, else an agency's."""
    passage = reading.passage
    low, high = passage.word_at(bounds[0]), passage.word_at(bounds[1])
    media = not _MEDIA.isdisjoint(passage.words.forms[low:high])
    return "report" if media and not _all_of(reading, tables, low, high, "agency") else "agency"


def _of_source(reading: Reading, report: Report) -> Channel | None:
    """Return the channel that a source is itself: «صحيفة كذا» reports, «مغردون» write where everybody reads."""
    if report.source is None:
        return None
    forms = reading.passage.words.forms
    first, last = report.source.first, report.source.last
    if forms[first] in _MEDIA:
        return "report"
    online = forms[first] in _USERS or reading.is_group(first)
    return "social" if online and not _ONLINE.isdisjoint(forms[first : last + 1]) else None


def channel_of_speaker(name: str) -> Channel | None:
    """Return the channel of a speaker who is one himself, wherever he is named («صحيفة كذا عنونت …، وقالت»)."""
    return "report" if fold(name.partition(" ")[0]) in _MEDIA else None


def shared_channel(passage: Passage, grammar: Grammar, report: Report, before: Channel | None) -> Channel | None:
    """Return the channel of whoever spoke right before for one who speaks in turn («من جهته قال نظيره إن …»), or None.

    Several speak at a press conference and at a meeting, one in his own interview.
    """
    if before not in _SHARED or report.form is None or not report.form.finite:
        return None
    at = passage.word_at(report.cue[0])
    first = max(passage.word_at(passage.sentence_start(report.cue[0])), at - _IN_TURN)
    near = passage.words.forms[first:at]
    return before if any(word in grammar.in_turn or word in _TURNS for word in near) else None


def channel_among(reading: Reading, tables: Tables, low: int, high: int) -> Channel | None:
    """Return the first channel that some words tell, or, where none does, that of the event at which they were said."""
    event: Channel | None = None
    for at, told in enumerate(map(tables.glued_channels.get, reading.passage.words.forms[low:high]), low):
        if told is None:
            continue
        channel = _told(reading, at, *told)
        if channel is not None and told[1] != "event":
            return channel
        event = event or channel
    return event


def _all_of(reading: Reading, tables: Tables, low: int, high: int, wanted: Channel) -> bool:
    """Tell whether one of some words tells a certain channel."""
    forms = reading.passage.words.forms
    for at in range(low, high):
        told = tables.channels.get(forms[at]) or tables.channels.get(forms[at][1:])
        if told is not None and told[0] == wanted and _told(reading, at, *told) == wanted:
            return True
    return False


def _told(reading: Reading, at: int, channel: Channel, needs: str) -> Channel | None:  # noqa: PLR0911 - one need a line
    """Return the channel that a word tells where it stands: «ردا على بيان» tells none, «مؤتمر علمي» a speech."""
    passage = reading.passage
    forms, hi = passage.words.forms, passage.hi
    before = forms[at - 1] if at > passage.lo else ""
    if before in reading.grammar.occasioned and (before != "عن" or channel != "agency"):
        return None
    if before == "علي" and channel != "social":
        return None
    if before in _NOW and at - 2 >= passage.lo and forms[at - 2] == "علي":
        return None  # «تعليقا على هذا البيان»
    following = forms[at + 1].removeprefix("ال") if at + 1 < hi else ""
    if needs == "conference":
        return channel if following in _CONFERENCE else "speech"
    if needs == "news":
        near = range(at + 1, min(at + 4, hi))
        named = any(forms[i] in _NEWS or forms[i] in _AGENCIES for i in near)
        return channel if named else None
    if needs in {"event", "declared", "to", "by_phone"}:
        return _told_beside(reading, at, channel, needs, (before, following))
    if needs == "in":
        glued = forms[at][0] == "ب"
        return channel if glued or before in _PLACES else None
    if needs == "press":
        near = range(at + 1, min(at + 1 + _NEAR, hi))
        press = any(forms[i] in reading.grammar.press or _is_outlet(reading, i) for i in near)
        press = press or (forms[at][-4:] in {"حوار", "حديث"} and _to_nobody_named(reading, at + 1))
        return channel if press and (before in _PLACES or forms[at][0] == "ب") else None
    return channel


def _told_beside(reading: Reading, at: int, channel: Channel, needs: str, beside: tuple[str, str]) -> Channel | None:
    """Return the channel of a word that the words before and behind it allow, or make another."""
    before, following = beside
    if needs == "event":
        return channel if before in _AT and following not in _WORKS else None
    if needs == "declared":
        return _declared(reading, at) if before in _PLACES or reading.passage.words.forms[at][0] == "ب" else None
    if needs == "to":
        return channel if before not in _BELONGING else None
    return "phone_call" if following in {"هاتفيه", "تليفونيه"} else channel


_AT: Final = frozenset({"في", "خلال", "اثناء", "وخلال", "وفي", "ضمن", "لدي", "علي", "هامش"})
"""What leads to an event at which one speaks."""


def _declared(reading: Reading, at: int) -> Channel:
    """Return the channel of «في تصريح»: to an agency, to the press, or to everybody."""
    forms = reading.passage.words.forms
    near = range(at + 1, min(at + 1 + _NEAR, reading.passage.hi))
    if any(forms[i].removeprefix("ل") in _AGENCIES or forms[i] in _NEWS for i in near):
        return "agency"
    # «لـ«النهر»» is an outlet whether a list knows it or not
    to_press = any(
        forms[i][0] == "ل" and (len(forms[i]) == 1 or forms[i] in reading.grammar.press or _is_outlet(reading, i))
        for i in near
    )
    return "interview" if to_press else "statement"


_AGENCIES: Final = frozenset(
    {"رويترز", "الاناضول", "شينخوا", "نوفوستي", "سبوتنيك", "اسوشيتد", "تاس", "بلومبرغ", "واس", "وام", "وفا", "سانا"}
)


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
    led = at < hi and (forms[at] in {"مع", "الي", "خص", "اجرته", "ادلي", "ادلت"} or forms[at].startswith("ل"))
    parts = (reading.cast.by_word.get(i) for i in range(at, min(at + 3, hi)))
    return led and not any(part is not None and part.entity.type == "person" for part in parts)


def find_told_channels(
    reading: Reading, tables: Tables, telling: Sequence[int], attributing: Sequence[int]
) -> Iterator[tuple[int, int, Channel]]:
    """Yield where a passage tells the channel of what was said before, and where the sentence of that starts.

    `telling` are the words of the passage that may tell it where they open a sentence, `attributing` those that may
    tell it of their own sentence.

    «جاء ذلك في مؤتمر صحفي» and «وكان الوزير يتحدث في ندوة» tell it of the statements before them, «…، وذلك في بيان» and
    «…، وفقا لما جاء في البيان» of those of their own sentence.
    """
    passage, forms, grammar = reading.passage, reading.passage.words.forms, reading.grammar
    for at in telling:
        if at + 3 >= passage.hi or passage.sentence_start(passage.words.ends[at]) < passage.before(at):
            continue
        word = without_conjunction(forms[at])
        if word in grammar.came and forms[at + 1] in grammar.saying:
            opens = at + 2
        elif word in grammar.kana or word in {"كان", "كانت", "ادلي", "ادلت"}:
            told = grammar.saying if word.startswith("ادل") else grammar.telling
            near = range(at + 1, min(at + 9, passage.hi))
            opens = next((i + 1 for i in near if forms[i] in told or forms[i][1:] in told), 0)
        else:
            continue
        high = min(opens + _TOLD, passage.word_at(passage.stop_after(passage.words.ends[at])))
        channel = channel_among(reading, tables, opens, high) if opens else None
        if channel is not None:
            yield passage.words.starts[at], -1, channel
    for at in attributing:
        if at + 2 >= passage.hi or at == passage.lo or forms[at] == "علي":
            continue
        high = min(at + (_TOLD if forms[at] == THEREBY else _NEAR + 2), passage.hi)
        channel = channel_among(reading, tables, at + 1, high)
        if channel is not None:
            start = passage.words.starts[at]
            yield start, passage.sentence_start(start), channel
