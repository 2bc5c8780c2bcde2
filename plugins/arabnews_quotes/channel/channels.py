"""Reads through which channel something was said: in the reporting clause, or told behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_quotes.cues.asides import PAUSES
from arabnews_quotes.nouns.quantities import ONE_OF, SOME_OF
from arabnews_quotes.tables import TELLING_IT
from arabnews_quotes.text.grammar import THAT, THEREBY, without_conjunction
from arabnews_quotes.text.names import folded

from .channel_outlets import is_agency
from .channel_words import NOBODY, channel_among, channel_issued, channel_therein, channel_uttered, tells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Channel
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.tables import Tables
    from arabnews_quotes.text.grammar import Grammar
    from arabnews_quotes.text.passage import Passage

HEAD_KINDS: Final = frozenset({"headline", "subheadline", "caption"})
_LONGEST: Final = 40
"""A channel is looked for among so many words of the reporting clause, a told one within so many of «جاء ذلك»."""
_TOLD: Final = 9
_NEAR: Final = 6
"""A channel stands so many words behind «وفقا لما جاء في»."""
_BEFORE: Final = 60
"""«وكتب:» is social where one of the words so far before tells of it."""
_THEREIN: Final = 25
"""«قال فيها» goes back to one of so many words before, «ألقى كلمة …، وأكد» to one of as many of its sentence."""
_SHARED: Final = frozenset({"press_conference", "speech"})
_IN_TURN: Final = 6
"""«من جهته» stands so near before the verb."""
_TURNS: Final = frozenset({"بدوره", "بدورها", "وبدوره", "وبدورها"})
_MEDIA: Final = frozenset(
    {"صحيفه", "الصحيفه", "جريده", "الجريده", "مجله", "المجله", "قناه", "القناه", "اذاعه", "الاذاعه", "تلفزيون"}
    | {"التلفزيون", "راديو", "الصحف", "صحف", "صحيفتا", "فضاييه", "وسايل"}
    | {"الصحافه", "الاعلام", "مراسلنا", "مراسلتنا", "موفدنا"}
)
"""What they say themselves is a report, and so is what they pass on."""
_SOME: Final = ONE_OF | SOME_OF | {"من", "مختلف", "جميع"}
"""Some of the press is the press («بعض وسائل الإعلام»)."""
_SITES: Final = frozenset({"موقع", "الموقع"})
_OWN_SITES: Final = frozenset({"الرسمي", "نادي", "امازون", "هييه", "وزاره", "شركه"})
"""«الموقع الرسمي للنادي» says what the club does."""
_NETWORKS: Final = frozenset({"شبكه", "محطه", "بوابه", "منصه"})
_CORRESPONDENTS: Final = frozenset({"مراسل", "مراسله", "موفد", "موفده"})
"""«مراسل كذا» reports for the outlet."""
_WHOLE: Final = 3
"""The name of an outlet behind one has no more words than this."""
_TWEET: Final = frozenset({"مغردون", "المغردون", "مغردين", "مدونون"})
_LEADS_TO_IT: Final = frozenset({"قد", "فقد", "وقد", "حيث", "وحيث"})
"""«حيث جاء ذلك في …» tells it inside a sentence."""
_MARKS: Final = "«»\"“”„()'"
_USERS: Final = frozenset({"مغردون", "مغردين", "المغردون", "رواد", "حسابات", "صفحات", "مستخدمو", "مستخدمي", "نشطاء"})
_POSTERS: Final = _USERS | {"ناشروه", "ناشروها", "ناشره", "مروجوه", "مروجوها", "متداولوه", "متداولوها", "ناشطون"}
"""Who posts what accounts pass on is one of them."""
_IT: Final = frozenset({"الامر", "الكلام", "القول", "التصريح", "الموقف"})
_POINTERS: Final = frozenset({"ذلك", "بذلك", "هذا", "بهذا"})
_ASIDE: Final = 14
"""An attribution has no more words than this."""
_ONLINE: Final = frozenset(
    {"التواصل", "تويتر", "فيسبوك", "فايسبوك", "اكس", "انستغرام", "يوتيوب", "تيليغرام", "تلغرام", "الاجتماعي"}
)


def channel_of(reading: Reading, tables: Tables, report: Report, clause: tuple[int, int], floor: int) -> Channel | None:
    """Return the channel that the reporting clause tells («في مؤتمر صحفي»), the kind of block, or None.

    `floor` is where what is told before the clause may not start: earlier statements stand there.
    """
    passage = reading.passage
    if passage.kind in HEAD_KINDS:
        return "caption" if passage.kind == "caption" else "headline"
    low, high = passage.word_at(clause[0]), passage.word_at(clause[1])
    low = max(low, high - _LONGEST)
    source = (report.source.first, report.source.last) if report.source is not None else NOBODY
    if report.closed is not None and report.rule.startswith("attribution"):
        high = _end_of_aside(reading, report.source, low, high)
    channel = channel_among(reading, tables, low, high, source)
    if channel == "social" and _is_passed_around(reading, report, low):
        channel = None
    if channel == "interview" and tells(reading, tables, low, high, "agency"):
        return "agency"  # «في حديث لوكالة كذا للأنباء»
    if channel is None and report.relay:
        return _of_relay(reading, tables, report.relay)
    if channel is None and report.form is not None and report.form.cue_class == "write":
        before = passage.word_at(report.cue[0])
        near = max(passage.lo, before - _BEFORE)
        channel = "social" if tells(reading, tables, near, before, "social") else None
    return channel or _of_source(reading, tables, report) or _before(reading, tables, report, floor)


def _end_of_aside(reading: Reading, source: Phrase | None, low: int, high: int) -> int:
    """Return where an attribution ends («…، حسب المصدر، وستعرف الدورة …»): at a pause behind its source, or soon."""
    high = min(low + _ASIDE, high)
    behind = range(max(low, source.last) if source is not None else high, high)
    pauses = (i for i in behind if reading.passage.gap_before(i).strip() in PAUSES)
    return next((i for i in pauses if not reading.is_plain(i) and i not in reading.cast.by_word), high)


def _is_passed_around(reading: Reading, report: Report, low: int) -> bool:
    """Tell whether accounts pass on what another says («تتداول حسابات على فيسبوك خبرا مفاده أن صحيفة كذا أفادت»)."""
    passage = reading.passage
    at = passage.word_at(report.cue[0])
    users = any(form in _USERS for form in passage.words.forms[low:at])
    if not users or report.form is None:
        return False
    if report.source is not None:
        return _POSTERS.isdisjoint(passage.words.forms[report.source.first : report.source.last])
    return report.form.gender == "m" and report.form.number == "s"


def _before(reading: Reading, tables: Tables, report: Report, floor: int) -> Channel | None:
    """Return the channel told before a clause that leans on it: «تصريحات قال فيها», «ألقى كلمة …، وأكد»."""
    passage = reading.passage
    at = passage.word_at(report.cue[0])
    low = max(passage.lo, at - _THEREIN)
    if not reading.grammar.therein.isdisjoint(passage.words.forms[at + 1 : at + 2]):
        return channel_therein(reading, tables, low, at)
    if report.subject == "overt" or report.closed is not None:
        return None
    start = passage.word_at(max(floor, passage.sentence_start(report.cue[0])))
    channel = channel_issued(reading, tables, max(low, start), at, start)
    if channel is not None or report.form is None:
        return channel
    if report.subject == "governed" and not report.form.finite:
        return channel_among(reading, tables, max(low, start), at)  # «حذرهم في خطبة الجمعة من …، داعيا إلى»
    return channel_uttered(reading, tables, max(low, start), at)  # «في كلمة له، تحدث عن السد، وقال إن»


def _of_relay(reading: Reading, tables: Tables, bounds: tuple[int, int]) -> Channel | None:
    """Return the channel of what was passed on: an agency's, a report of newspapers and stations, of people none."""
    passage = reading.passage
    low, high = passage.word_at(bounds[0]), passage.word_at(bounds[1])
    if tells(reading, tables, low, high, "agency"):
        return "agency"
    paper = tables.channels.get(passage.words.forms[low])
    if paper is not None and paper[0] == "statement":
        return "statement"  # «نقل البيان عن الوزير قوله»
    part = reading.cast.by_word.get(low)
    people = part.entity.type == "person" if part is not None else reading.is_group(low)
    if people:
        return None
    name = " ".join(passage.words.forms[low:high])
    return "agency" if name in tables.agencies or name.startswith("وكال") else "report"


def _of_source(reading: Reading, tables: Tables, report: Report) -> Channel | None:
    """Return the channel that a source is itself: «صحيفة كذا» reports, «مغردون» write where everybody reads."""
    if report.source is None:
        return None
    forms = reading.passage.words.forms
    first, last = report.source.first, report.source.last
    if _is_medium(tables, forms[first].removeprefix("ل"), forms[first + 1 : last]):
        return "report"
    if forms[first] in _TWEET:
        return "social"
    online = forms[first] in _USERS or reading.is_group(first)
    return "social" if online and not _ONLINE.isdisjoint(forms[first : last + 1]) else None


def _is_medium(tables: Tables, first: str, others: Sequence[str]) -> bool:
    """Tell whether a newspaper, a station or a news site has a name, by its first word and the others."""
    while first in _SOME and others:
        first, others = others[0], others[1:]
    if first in _MEDIA:
        return True
    if first in _SITES:
        return _OWN_SITES.isdisjoint(others[:2]) and _ONLINE.isdisjoint(others[:2])
    if first == "مواقع":
        return bool(others) and others[0].endswith("يه")  # «مواقع إخبارية»
    if first in _CORRESPONDENTS and others:
        names = (" ".join(others[:count]) for count in range(1, _WHOLE + 1))
        return others[0] in _MEDIA or any(name in tables.papers for name in names)
    name = " ".join(others if first in _NETWORKS else (first, *others))
    return name in tables.reporters


def channel_heard(reading: Reading, tables: Tables, subject: Phrase) -> Channel | None:
    """Return the channel that a clause tells in which somebody speaks, but of nothing that was said, or None.

    «تحدث الوزير في مؤتمر صحفي عن السد»: it tells right behind its subject.
    """
    passage = reading.passage
    low = subject.last
    high = min(low + _TOLD, passage.word_at(passage.stop_after(passage.words.ends[low - 1])))
    cues = reading.signs.cues
    high = next((i for i in range(low, high) if i in cues and "masdar" not in cues[i].kinds), high)
    return channel_among(reading, tables, low, high, (subject.first, subject.last)) if low < high else None


@lru_cache(maxsize=512)
def channel_of_speaker(tables: Tables, name: str) -> Channel | None:
    """Return the channel of a speaker who is one himself, wherever he is named («صحيفة كذا عنونت …، وقالت»)."""
    words = [word.strip(_MARKS) for word in folded(name).split()]
    if not words or _is_medium(tables, words[0], words[1:]):
        return "report" if words else None
    if is_agency(words):
        return "agency"
    return "social" if words[0] in _USERS and not _ONLINE.isdisjoint(words) else None


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


def _is_formula(reading: Reading, at: int) -> bool:
    """Tell whether «جاء ذلك» stands at a word, which tells of what was said before it wherever it stands."""
    forms = reading.passage.words.forms
    return without_conjunction(forms[at]) in reading.grammar.came and forms[at + 1 : at + 2] in {("ذلك",), ("هذا",)}


def _behind_it(reading: Reading, at: int) -> int:
    """Return the word behind «ذلك» or «هذا الأمر» near a word, or 0; «بعيد ذلك» is no object."""
    passage, forms = reading.passage, reading.passage.words.forms
    behind = range(at, min(at + _NEAR, passage.hi - 1))
    if _POINTERS.isdisjoint(forms[behind.start : behind.stop]):
        return 0
    high = passage.word_at(passage.stop_after(passage.words.ends[at]))
    for i in behind:
        if not THAT.isdisjoint(forms[i : i + 2]) or not reading.is_plain(i):
            break
        governed = forms[i - 1] in reading.grammar.preposition or forms[i - 1] in reading.grammar.governing
        it = forms[i] == "بذلك" or (forms[i] == "ذلك" and not governed)
        if it or (forms[i] in {"هذا", "بهذا"} and forms[i + 1] in _IT):
            return i + 1 if THAT.isdisjoint(forms[i + 1 : min(i + _TOLD, high)]) else 0
    return 0


def find_told_channels(  # noqa: C901 - one way to tell it a branch
    reading: Reading, tables: Tables, telling: Sequence[int], attributing: Sequence[int]
) -> Iterator[tuple[int, int, Channel]]:
    """Yield where a passage tells the channel of what was said before, and where the sentence of that starts.

    `telling` are the words of the passage that may tell it where they open a sentence, `attributing` those that may
    tell it of their own sentence.

    «جاء ذلك في مؤتمر صحفي» and «وكان الوزير يتحدث في ندوة» tell it of the statements before them, «…، وذلك في بيان» and
    «…، وفقا لما جاء في البيان» of those of their own sentence.
    """
    passage, forms, grammar = reading.passage, reading.passage.words.forms, reading.grammar
    if tables.telling.isdisjoint(forms[passage.lo : passage.hi]):
        return  # as often
    for at in telling:
        led = at > passage.lo and (forms[at - 1] in _LEADS_TO_IT or _is_formula(reading, at))
        if at + 3 >= passage.hi or not (led or passage.sentence_start(passage.words.ends[at]) >= passage.before(at)):
            continue
        word = without_conjunction(forms[at])
        if word in grammar.came and (forms[at + 1] in grammar.saying or forms[at + 1] == "هذه"):
            opens = at + 2
        elif word in grammar.kana or word in {"كان", "كانت", "ادلي", "ادلت"}:
            told = grammar.saying if word.startswith("ادل") else grammar.telling
            near = range(at + 1, min(at + 9, passage.hi))
            noun = {i: forms[i].removeprefix("ال") for i in near}
            opens = next((i + 1 for i in near if noun[i] in told or noun[i][1:] in told), 0)
        elif word in TELLING_IT:
            opens = _behind_it(reading, at + 1)
        else:
            continue
        high = min(opens + _TOLD, passage.word_at(passage.stop_after(passage.words.ends[at])))
        channel = channel_among(reading, tables, opens, high) if opens else None
        if channel is not None:
            yield passage.words.starts[at], -1, channel
    for at in attributing:
        if at + 2 >= passage.hi or at == passage.lo or forms[at] == "علي":
            continue
        if forms[at] == "كما" and forms[at + 1] not in grammar.came and at + 1 not in reading.signs.cues:
            continue  # «كما فشل في التغطية بالهاتف»
        high = min(at + (_TOLD if forms[at] == THEREBY else _NEAR), passage.hi)
        channel = channel_among(reading, tables, at + 1, high)
        if channel is not None:
            start = passage.words.starts[at]
            yield start, passage.sentence_start(start), channel
