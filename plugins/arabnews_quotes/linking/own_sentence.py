"""Finds whom a sentence is about where its verb of saying, or its participle, names nobody, before others are asked.

«وأضافت الوزارة أن …، لافتا إلى …» is the ministry's whatever its ending; «وقد هدد الفرع المحلي للحركة …، مؤكدا أنه …»
tells of the branch though it reports nothing; «والواقع أن فلانا بنى …، حيث رأى أن …» has its topic behind «أن».
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import TITLE
from arabnews_quotes.cues.objects import is_addressed
from arabnews_quotes.nouns.named_beside import two_told_of, with_another
from arabnews_quotes.nouns.quantities import SOME_OF
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BARE_THAT, without_conjunction
from arabnews_quotes.text.memory import Speaker, agrees
from arabnews_quotes.text.scripture import BLESSES, prophet_called

from .clause_subjects import verb_gender
from .link import speaker_of_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Memory, Turn

_TOPIC: Final = 40
"""The topic of a clause stands so many words before its verb at the most."""
_NAMED: Final = frozenset({"النبي", "الرسول"})
_BEFORE_TOPIC: Final = frozenset({"ان", "وان", "فان", "كان", "وكان", "فكان"})
_SAID: Final = 6
"""«أن» hangs on a verb of saying so many words before it."""
_CROWDS: Final = SOME_OF | {
    "عشرات", "مييات", "ميات", "الاف", "جموع", "حشود", "مجموعه", "بقيه", "جميع", "مييه", "مايتين",
    "عمال", "شبان", "ابناء", "اصحاب",
}  # fmt: skip
"""Numbers of people, and people who are called by what stands behind."""
_MULTITUDES: Final = frozenset({"العشرات", "المييات", "الميات", "الالاف", "الملايين", "الكثيرون", "كثيرون", "اخرون"})
"""Crowds who are called nothing else («تمسك العشرات باعتصامهم، مشيرين»)."""
_PLURAL: Final = ("ين", "ون")
_TOGETHER: Final = 300
"""Of two who speak together the sentence before tells so many characters before."""
_TOLD: Final = 80
"""A sentence tells of the prophet within so many words before «قال»."""
_WHEN: Final = frozenset({"حيث", "وحيث", "اذ", "حين", "حينما", "عندما"})
"""They lead a clause that tells more of whom the sentence has named."""
_NEAR: Final = 12
"""Who opens a sentence is still told of so many words behind his name; further on others act."""
_SPOKEN: Final = frozenset({"clause", "colon", "marks", "preposition"})
_LEADS: Final = 3
"""So many words may open a sentence before its verb («وفي المقابل هدد»)."""


def turn_beside(memory: Memory, number: int, sentence: int) -> Turn | None:
    """Return the last turn in a sentence, whoever's, that its participle belongs to though it does not agree."""
    for turn in reversed(memory.turns):
        if turn.sentence < sentence and turn.passage <= number:
            return None
        if (turn.passage, turn.sentence) == (number, sentence) and turn.statement and not turn.aside:
            return turn
    return None


def subject_of_saying(  # noqa: PLR0913, PLR0917 - what the walk knows
    reading: Reading,
    start: int,
    before: int,
    gender: str | None,
    count: str | None,
    memory: Memory,
    *,
    known: bool = False,
) -> Speaker | None:
    """Return the subject behind the verb of saying that opens a sentence («وعبرت أسر الغرقى عن …»).

    It is whoever stands there; where the verb may have an object alone, he must be `known` to speak and stand near.
    """
    passage, forms = reading.passage, reading.passage.words.forms
    first = passage.word_at(start)
    for at in range(first, min(first + _LEADS, passage.hi - 1)):
        cue = reading.signs.cues.get(at)
        if forms[at] in reading.grammar.relative:
            return None
        if cue is None or not any(form.finite for form in cue.forms):
            continue
        if at >= passage.word_at(before) or not reading.is_plain(at + 1):
            return None
        phrase = reading.phrase(at + 1)
        if phrase is None or phrase.first != at + 1 or not _may_be_subject(reading, at, phrase, gender):
            return None
        if is_addressed(reading, at, phrase) or (known and not _still_told_of(reading, phrase, before)):
            return None
        speaker = speaker_of_source(reading, phrase, memory, gender, None)
        fits = speaker is not None and agrees(speaker, None, count)
        return speaker if fits else None
    return None


def _still_told_of(reading: Reading, phrase: Phrase, before: int) -> bool:
    """Tell whether who can speak stands near, and no clause of another between («أشاد كثيرون، إذ سأل أحدهم وكتب»)."""
    cue, forms = reading.passage.word_at(before), reading.passage.words.forms
    near = cue - phrase.last <= _NEAR and _WHEN.isdisjoint(forms[phrase.last : cue - 1])
    return near and reading.can_speak(phrase)


def _may_be_subject(reading: Reading, verb: int, phrase: Phrase, gender: str | None) -> bool:
    """Tell whether a noun behind a verb is of the gender of the participle, and the verb too."""
    forms, words = reading.passage.words.forms, reading.passage.words.forms[phrase.first : phrase.last]
    feminine = forms[verb].endswith("ت") or without_conjunction(forms[verb]).startswith("ت")
    if gender is not None and feminine != (gender == "f"):
        return False
    if not feminine and forms[phrase.first].endswith("ه"):
        return False  # «وجدد الدعوة إلى»
    return reading.can_speak(phrase) or any(map(is_definite, words))


def topic(  # noqa: PLR0913 - what the walk knows
    reading: Reading, start: int, before: int, gender: str | None, memory: Memory, *, governed: bool
) -> Speaker | None:
    """Return the person whom «أن» or «فإن» makes the topic of the clause before a verb («أن الشيخ فلانا كان …»).

    What is `governed` may also belong to a relative clause («كان الشيخ فلان الذي انتقد كذا، قائلا»).
    """
    passage, forms = reading.passage, reading.passage.words.forms
    last = passage.word_at(before)
    for at in range(last - 3, max(passage.word_at(start), last - _TOPIC) - 1, -1):
        if governed and forms[at] in reading.grammar.relative:
            part = reading.cast.by_last.get(at)
            person = part is not None and part.entity.type == "person" and part.form == "name"
            if part is None or not person or passage.quotation_at(part.start) is not None:
                return None
            theirs = reading.cast.gender(part.entity)
            mine = not (gender and theirs and gender != theirs)
            return Speaker(part.entity.name, part.entity.id, (), gender, kind="person") if mine else None
        if forms[at] not in BARE_THAT or at + 1 >= passage.hi or not reading.is_plain(at + 1):
            continue
        if any(i in reading.signs.cues for i in range(max(passage.lo, at - _SAID), at)):
            return None  # «وأكدت أن فلانا …»: he is spoken of
        noun = reading.nouns.read(at + 1)
        if noun is None:
            continue
        person = noun.kind == "person" and (noun.role_span is not None or at + 1 in reading.cast.by_word)
        title = noun.kind == "role" and noun.article and noun.number == "s"
        if not (person or title) or passage.quotation_at(passage.words.starts[at]) is not None:
            return None
        speaker = speaker_of_source(reading, reading.extended(at + 1, noun), memory, gender, None)
        mine = speaker is not None and not (gender and noun.gender and noun.gender != gender)
        return speaker if mine else None
    return None


def told_of_when(reading: Reading, report: Report, start: int, memory: Memory) -> Speaker | None:
    """Return the person named last before «حيث», «عندما» and a verb: the clause tells more of him, or None.

    «مثل فلان أمام المحكمة حيث أكد أنه بريء», «تصريحات فلان حين قال إن», «التقينا فلانا، حيث أشار إلى أن».
    """
    passage, form = reading.passage, report.form
    at = passage.word_at(report.cue[0])
    lone = report.subject == "dropped" and form is not None and form.number in {"s", None}
    if not lone or form is None or form.lemma == "جاء" or report.kind not in _SPOKEN or at - 2 <= passage.lo:
        return None
    if passage.words.forms[at - 1] not in _WHEN or report.cue[0] != passage.words.starts[at]:
        return None
    for part in reversed(reading.cast.within(start, report.cue[0])):
        if part.entity.type != "person" or part.form != "name" or passage.quotation_at(part.start) is not None:
            continue
        if reading.cast.may_be(part.entity.id, form.gender):
            return Speaker(part.entity.name, part.entity.id, (), form.gender, "s", kind="person")
    first = passage.word_at(start)
    for i in range(at - 2, max(first, at - _TOPIC) - 1, -1):
        noun = reading.nouns.read(i)
        if noun is None or noun.kind != "role" or noun.number != "s" or passage.quotation_at(noun.start) is not None:
            continue
        phrase = reading.phrase(i) if noun.gender in {None, form.gender} else None
        if phrase is not None and phrase.last < at:
            return speaker_of_source(reading, phrase, memory, form.gender, None)
    return None


def group_told_of(reading: Reading, start: int, before: int, memory: Memory) -> Speaker | None:
    """Return the sources without a name of which a clause right behind them tells, before a feminine participle.

    «قاد البحث إلى عدة صفحات كانت قد نشرت الصورة، مبينة أن»; «عدة صفحات نشرت».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    first, last = passage.word_at(start), passage.word_at(before)
    for at in range(last - 2, max(first, last - _TOPIC) - 1, -1):
        if forms[at] not in reading.grammar.anonymous or is_definite(forms[at]):
            continue
        whole = at - 1 if at > first and reading.is_group(at - 1) and reading.is_plain(at) else at  # «عدة مصادر»
        phrase = reading.phrase(whole)
        if phrase is None or phrase.last >= last or not reading.is_plain(phrase.last):
            continue
        verb = forms[phrase.last]
        if verb in reading.grammar.kana or verb in reading.grammar.before_verb or verb.endswith("ت"):
            return speaker_of_source(reading, phrase, memory, "f", None)
    return None


def crowd_told_of(reading: Reading, start: int, before: int) -> Speaker | None:
    """Return the many of whom a sentence tells before the plural of a participle, or None.

    «خاض عشرات المزارعين وقفة، مطالبين بـ…», «تظاهر نحو مئة من الشبان …، مطالبين».
    """
    passage, forms = reading.passage, reading.passage.words.forms
    first, last = passage.word_at(start), passage.word_at(before)
    governing, apart = reading.grammar.preposition, reading.grammar.toward | {"نحو"}
    for at in range(last - 2, max(first, last - _TOPIC), -1):
        many = forms[at] in _MULTITUDES
        if not (many or forms[at] in _CROWDS) or (forms[at - 1] in governing and forms[at - 1] not in apart):
            continue
        of = forms[at + 1] == "من" or (forms[at] == "عمال" and reading.is_plain(at + 1))
        whole = at + 1 + (forms[at + 1] == "من")
        if many and forms[at + 1] != "من" and passage.quotation_at(passage.words.starts[at]) is None:
            name = passage.text[passage.words.starts[at] : passage.words.ends[at]]
            return Speaker(name, None, (), "m", "p", called=frozenset({forms[at]}))
        if whole >= last or not (of or forms[whole].startswith("ال")) or not reading.is_plain(whole):
            continue
        phrase = reading.phrase(whole)
        thing = forms[whole].endswith("ات") if is_definite(forms[whole]) else not forms[whole].endswith(_PLURAL)
        people = reading.nouns.words.flags[whole] & TITLE or (phrase is not None and reading.can_speak(phrase))
        if forms[at + 1] == "من" and thing and not people:
            continue  # «جابت عددا من شوارع المدينة»
        end = phrase.last if phrase is not None and phrase.last <= last else whole + 1
        if passage.quotation_at(passage.words.starts[at]) is not None:
            return None
        name = passage.text[passage.words.starts[at] : passage.words.ends[end - 1]]
        return Speaker(name, None, (), "m", "p", called=frozenset({forms[whole]}))
    return None


def pair_of_sentence(reading: Reading, start: int, before: int, *, governed: bool) -> Speaker | None:
    """Return the two of whom a sentence tells together, before a dual («بحث فلان مع فلان كذا، وأكدا أن»), or None.

    A participle, which is `governed`, has the form of a plural: it is theirs where no crowd stands before them.
    """
    pair = two_told_of(reading, start, before)
    if pair is None:
        return None
    forms, first = reading.passage.words.forms, reading.passage.word_at(start)
    if governed and any(form.endswith("ون") or form in _CROWDS for form in forms[first : pair[0].first]):
        return None
    return with_another(*pair)


def pair_before(reading: Reading, sentence: int, turns: Sequence[Turn]) -> Speaker | None:
    """Return the two of whom the sentence before one with a dual told together, unless two spoke since then."""
    pair = two_told_of(reading, sentence - _TOGETHER, sentence)
    since = next((t for t in turns if t.speaker.co_speakers or t.speaker.number == "d"), None)
    if pair is None or (since is not None and since.sentence > pair[0].start):
        return None
    if reading.passage.text.find("\n", reading.passage.text.find("\n", pair[1].end, sentence) + 1, sentence) >= 0:
        return None
    return with_another(*pair)


def the_woman(reading: Reading, start: int, before: int) -> Speaker | None:
    """Return the one woman whom a sentence names, by her office or style, before a feminine verb, or None."""
    women = {
        part.entity.id: part.entity
        for part in reading.cast.within(start, before)
        if part.entity.type == "person" and part.form == "name" and reading.cast.gender(part.entity) == "f"
        if reading.passage.quotation_at(part.start) is None
        if " " in part.entity.name or part.entity.roles  # «أكثر سمية»
    }
    one = next(iter(women.values())) if len(women) == 1 else None
    return Speaker(one.name, one.id, (), "f", "s", kind="person") if one is not None else None


def prophet_told_of(reading: Reading, start: int, offset: int, memory: Memory) -> Speaker | None:
    """Return the prophet where a sentence tells of him last before «قال» («خرج رسول الله … ثم أقبل فقال»), or None.

    Whom a preposition leads to is not he who speaks, nor who speaks to him.
    """
    passage, forms = reading.passage, reading.passage.words.forms
    first, cue = passage.word_at(start), passage.word_at(offset)
    for at in range(cue - 1, max(first, cue - _TOLD), -1):
        named = forms[at] in _NAMED or (forms[at] == "رسول" and forms[at + 1] == "الله")
        if not named:
            part = reading.cast.by_word.get(at)
            if part is not None and part.entity.type == "person" and part.form == "name":
                return None
            continue
        before, behind = forms[at - 1], forms[at + 1] if forms[at] in _NAMED else forms[at + 2]
        blessed = behind in BLESSES or behind in {"عليه", "ص", "صلوات"}
        moved = at == cue - 1 and forms[cue][0] in "وف" and verb_gender(reading, at - 1) == "m"  # «فغضب الرسول وقال»
        blessed = blessed or moved
        acts = before in _BEFORE_TOPIC or verb_gender(reading, at - 1) == "m"
        called = "يا" in forms[cue + 1 : min(cue + 3, passage.hi)]
        return prophet_called(reading, at + 1, memory) if blessed and acts and not called else None
    return None
