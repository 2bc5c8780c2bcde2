"""Finds whom the words right before a cue without a subject tell of: «فلان وهو يقول», «أما فلان، فقد … حيث قال».

«قاد البحث إلى الصحيفة التي نشرت الصورة …، مبينة أن» tells of the outlet, wherever its line ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import PARTICLE
from arabnews_quotes.cues.objects import paper_told_of
from arabnews_quotes.cues.verb_subjects import antecedent
from arabnews_quotes.nouns.issuers import giver_of_paper
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.unlisted import may_be_name
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import AS_FOR, COMMAS, without_conjunction
from arabnews_quotes.text.memory import LONG_REACH, Speaker
from arabnews_quotes.text.scripture import prophet_called

from .apposition import ENCLOSING, is_abbreviated
from .link import speaker_of_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.memory import Memory

_AND_HE: Final = {"وهو": "m", "وهي": "f"}
_WHO: Final = {"الذي": "m", "التي": "f", "والذي": "m", "والتي": "f"}
_PUBLISHED: Final = ("نشر", "شارك", "بث", "عرض", "اورد", "ادرج", "ارفق", "وثق")
"""Verbs of outlets and accounts begin so."""
_OUTLETS: Final = frozenset({
    "صحيفه", "جريده", "مجله", "وكاله", "قناه", "موقع", "شبكه", "اذاعه", "منصه", "حساب", "صفحه", "مدونه", "مكتبه",
    "حسابات", "صفحات", "مواقع",
})  # fmt: skip
_HAD: Final = frozenset({"كان", "كانت", "قد"})
_STOPS: Final = (".", "؟", "?", "!", "…", "\n\n")
_LINES: Final = 3
"""A line may end behind a comma or a word, and no sentence with it."""
_ABOUT_WHOM: Final = frozenset({"وعن", "وحول"})
_FROM: Final = frozenset({"عن", "وعن", "فعن"})
_OF_OLD: Final = frozenset({"ابي", "ابن", "ام"})
_SONS: Final = frozenset({"بن", "ابن", "بنت"})
_THAT_HE: Final = {"انه": "m", "انها": "f"}
_CARRIED: Final = ("روا", "روي", "اخرج")
_CARRIERS: Final = 5
"""Who carried a word stands with his verb in so many words before «عن»."""
_HANDED_DOWN: Final = ("روي", "رويت", "يروي", "حكي", "يحكي", "نقل", "ورد", "ثبت", "صح", "اثر", "جاء")
"""Verbs before «عن» and whose word is handed down begin so."""
_HANDED: Final = 7
_CALLED: Final = 3
"""A name that no list knows has no more words, behind an office."""
_PROPHETS: Final = frozenset({"النبي", "رسول", "الرسول", "الله"})
_BACK: Final = 40
"""The relative clause of an outlet begins so many words before the cue."""
_NAME: Final = 8
"""An outlet and its name have no more words."""
_FAR: Final = 60
"""«أما فلان، فقد …» is looked for so many words before a cue."""
_ABOUT: Final = {"عنه": "m", "عنها": "f"}
_PASSED: Final = 10
"""The verb that passes on what somebody said stands so many words before «قوله»."""


def subject_of_circumstance(reading: Reading, offset: int) -> Speaker | None:
    """Return whose name stands before «وهو» and a verb («خطاب للمدير فلان وهو يقول إن»), or None.

    `offset` is that of the verb.
    """
    passage = reading.passage
    at = passage.word_at(offset) - 1
    gender = _AND_HE.get(passage.words.forms[at]) if at > passage.lo else None
    part = reading.cast.by_last.get(at) if gender is not None else None
    if part is None or part.entity.type != "person" or part.form != "name" or part.first < passage.lo:
        return None
    apart = passage.gap_before(at).strip() not in {"", *COMMAS}
    if apart or reading.cast.gender(part.entity) not in {None, gender}:
        return None
    return Speaker(part.entity.name, part.entity.id, (), gender, "s", kind="person")


def told_of_beside(reading: Reading, start: int, offset: int, gender: str | None, memory: Memory) -> Speaker | None:
    """Return whom the last relative clause before a participle tells of («قلق الهيئة، التي غردت …، محذرة»), or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    cue = passage.word_at(offset)
    for at in range(cue - 2, max(passage.word_at(start), cue - _BACK), -1):
        if forms[at] not in reading.grammar.relative:
            continue
        if gender not in {None, _WHO.get(forms[at])} or passage.quotation_at(passage.words.starts[at]) is not None:
            return None
        phrase = antecedent(reading, at + 1)
        noun = phrase.noun if phrase is not None else None
        if phrase is None or noun is None or noun.kind not in {"person", "role", "organization"} or not noun.definite:
            return None
        if noun.kind == "organization" and reading.is_plain(at):
            return None  # «عرضا عن الجمعية التي تعمل في …، مشيرة»: which one it is
        held = reading.cast.by_last.get(phrase.first) if noun.kind == "role" else None
        if held is not None and reading.is_plain(phrase.first) and held.entity.type == "person" and held.form == "name":
            return Speaker(held.entity.name, held.entity.id, (), gender, "s", kind="person")  # «فلان وزير كذا الذي …»
        speaker = speaker_of_source(reading, phrase, memory, gender, None)
        return speaker if speaker is not None and reading.cast.may_be(speaker.entity, gender) else None
    return None


def clause_of_outlet(reading: Reading, offset: int, gender: str | None) -> int | None:
    """Return the relative pronoun right before a cue whose clause tells what someone published, or None.

    «قاد البحث إلى صحيفة النهر، التي نشرت الصورة في مارس، مبينة أن», though a line may end between the two.
    """
    words = reading.passage.words
    forms, text, cue = words.forms, words.text, reading.passage.word_at(offset)
    floor = max(cue - _BACK, 1)
    if _WHO.keys().isdisjoint(forms[floor + 1 : cue]):
        return None
    at = next(i for i in range(cue - 1, floor, -1) if forms[i] in _WHO)
    if gender not in {None, _WHO[forms[at]]}:
        return None
    verb = next((i for i in range(at + 1, min(at + 4, cue)) if forms[i] not in _HAD), cue)
    between = text[words.ends[at - 1] : words.starts[cue]]
    goes_on = not any(stop in between for stop in _STOPS) and between.count("\n") <= _LINES
    return at if goes_on and verb < cue and forms[verb].startswith(_PUBLISHED) else None


def outlet_before(readings: Iterable[Reading], last: int, gender: str | None, memory: Memory) -> Speaker | None:
    """Return the outlet whose name ends right before word `last` of one of the passages, or None."""
    reading = next((r for r in readings if r.passage.lo < last <= r.passage.hi), None)
    if reading is None:
        return None
    words = reading.passage.words
    for first in range(last - 1, max(reading.passage.lo, last - _NAME) - 1, -1):
        form = words.forms[first]
        glued = form[0] in "لب" and form[1:] in _OUTLETS
        if not glued and form not in _OUTLETS and not (is_definite(form) and form.removeprefix("ال") in _OUTLETS):
            continue
        phrase = reading.phrase(first) if not glued else None
        if phrase is not None and phrase.last == last:
            return speaker_of_source(reading, phrase, memory, gender, None)
        name = words.text[words.starts[first] + glued : words.ends[last - 1]]
        return Speaker(name, None, (), gender, "s", without_conjunction(form[glued:]), "body")
    return None


def between_commas_before(reading: Reading, report: Report) -> Speaker | None:
    """Return the name between commas right before a verb («رئيس الوزراء السابق وأحد كذا، فلان، قال»)."""
    passage = reading.passage
    at = passage.word_at(report.cue[0])
    if report.subject != "dropped" or report.cue[0] != passage.words.starts[at] or at - 2 <= passage.lo:
        return None
    part = reading.cast.by_last.get(at)
    if part is None or part.entity.type != "person" or part.form != "name" or part.first <= passage.lo:
        return None
    first = part.first - is_abbreviated(reading, part.first)  # «؛ د.فلان، قال»
    if passage.gap_before(at).strip() not in COMMAS or passage.gap_before(first).strip() not in ENCLOSING:
        return None
    return Speaker(part.entity.name, part.entity.id, gender=reading.cast.gender(part.entity), number="s", kind="person")


def right_before(reading: Reading, report: Report) -> Speaker | None:
    """Return whose name stands right before a verb («في إحدى رسائل فلان يقول: …», «وعن فلان قال: …»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    at = passage.word_at(report.cue[0])
    if report.subject != "dropped" or report.cue[0] != passage.words.starts[at] or not reading.is_plain(at):
        return None
    part = reading.cast.by_last.get(at)
    if part is None or part.entity.type != "person" or part.form != "name" or part.first <= passage.lo:
        return None
    if at + 1 < passage.hi and forms[at + 1] in reading.grammar.therein:
        return None
    led = not _ABOUT_WHOM.isdisjoint(forms[max(passage.lo, part.first - 2) : part.first])
    if led and report.kind == "clause":
        return None  # «وعن الفنان فلان قال إنه صديقه»
    glued = part.start > passage.words.starts[part.first] and forms[part.first][0] != "و"
    if glued or forms[part.first - 1] in {"الي", "علي"} or (report.form is not None and report.form.pronoun):
        return None
    return Speaker(part.entity.name, part.entity.id, gender=reading.cast.gender(part.entity), number="s", kind="person")


def handed_down(  # noqa: PLR0911 - one test a line
    reading: Reading, report: Report, memory: Memory
) -> Speaker | None:
    """Return whose word is handed down, though no list knows him («روي عن أبي كذا أنه قال: …»), or None.

    The last of a chain speaks («يقول فلان عن فلان بن فلان أنه قال»). «وعن» and a name of today tells what it is about.
    """
    passage, words = reading.passage, reading.passage.words
    forms, cue = words.forms, passage.word_at(report.cue[0])
    that = forms[cue - 1] in _THAT_HE
    end = cue - that
    if report.subject != "dropped" or report.cue[0] != words.starts[cue] or end - 2 < passage.lo:
        return None
    near = range(end - 2, max(passage.lo, end - _HANDED) - 1, -1)
    if _FROM.isdisjoint(forms[near.stop + 1 : end - 1]):
        return None
    about = next((i for i in near if forms[i] in _FROM), None)
    if about is None or not all(reading.is_plain(i) for i in range(about + 1, cue + 1)):
        return None
    gender = _THAT_HE.get(forms[cue - 1]) or (report.form.gender if report.form is not None else None)
    if forms[about + 1] in _PROPHETS:
        return prophet_called(reading, about + 2, memory) if that and forms[about + 1] != "الله" else None
    verbs = forms[max(passage.lo, about - 2) : about]
    told = that and any(without_conjunction(verb).startswith(_HANDED_DOWN) for verb in verbs)
    far = forms[max(passage.lo, about - _CARRIERS) : about]  # «رواه الإمام فلان عن فلان أنه قال»
    told = told or (that and any(without_conjunction(verb).startswith(_CARRIED) for verb in far))
    chain = forms[about + 1] in _OF_OLD or not _SONS.isdisjoint(forms[about + 2 : end])
    chain = chain and (that or report.kind in {"colon", "marks"})
    if not told and not (chain and (not memory.turns or any(t.speaker.sacred for t in memory.latest(LONG_REACH)))):
        return None
    part = reading.cast.by_word.get(about + 1)
    if part is not None and part.entity.type == "person" and part.last == end:
        return Speaker(part.entity.name, part.entity.id, (), gender, "s", kind="person")
    return Speaker(passage.text[words.starts[about + 1] : words.ends[end - 1]], None, (), gender, "s", kind="person")


def introduced(reading: Reading, report: Report, sentence: int, memory: Memory) -> Speaker | None:
    """Return whom «أما فلان، فقد … حيث قال» turns to, unless another verb of saying stands between."""
    passage, forms = reading.passage, reading.passage.words.forms
    if report.subject != "dropped":
        return None
    last = passage.word_at(report.cue[0])
    first = max(passage.word_at(sentence), last - _FAR)
    if AS_FOR.isdisjoint(forms[first:last]):
        return None
    for at in range(last - 2, first - 1, -1):
        if forms[at] in AS_FOR:
            phrase = reading.phrase(at + 1)
            known = phrase is not None and reading.can_speak(phrase) and phrase.last <= last
            called = _name_behind(reading, phrase, last) if phrase is not None and known else None
            if called is not None:
                return called
            gender = report.form.gender if report.form else None
            if phrase is not None and known and not _disagrees(reading, phrase, gender):
                return speaker_of_source(reading, phrase, memory, gender, None)
            return _whoever_is_turned_to(reading, report, at + 1, memory)
        cue = reading.signs.cues.get(at)
        if cue is not None and any(form.finite for form in cue.forms):
            break
    return None


def _disagrees(reading: Reading, phrase: Phrase, gender: str | None) -> bool:
    """Tell whether a word with a pronoun does not agree with the verb («أما زوجته فيقول إنها …»)."""
    words = reading.passage.words
    word, last = words.forms[phrase.first], words.text[words.ends[phrase.first] - 1]
    stem = word.removesuffix("ها").removesuffix("هم") if word.endswith(("ها", "هم")) else word[:-1] * (last == "ه")
    return bool(stem) and phrase.last - phrase.first == 1 and stem.endswith("ت") != (gender == "f")


def by_paper(reading: Reading, report: Report, sentence: int, memory: Memory) -> Speaker | None:
    """Return who gave out the paper of which a verb right behind it tells («نشر النواب رسالة تطالب بـ…»), or it."""
    if report.subject != "dropped" or report.form is None:
        return None
    passage = reading.passage
    index = passage.word_at(report.cue[0])
    at = paper_told_of(reading, index, report.form) if report.cue[0] == passage.words.starts[index] else None
    if at is None or passage.words.forms[at - 1] == "في":
        return None  # «ومضى فلان في بيان يقول»
    by = giver_of_paper(reading, passage.word_at(sentence), index) or Phrase(at, at + 1, reading.nouns.read(at))
    told = speaker_of_source(reading, by, memory, None, None)
    return evolve(told, gender=None) if told is not None else None


def _whoever_is_turned_to(reading: Reading, report: Report, first: int, memory: Memory) -> Speaker | None:
    """Return whom the words between «أما» and ف with a verb mean, whatever they are («أما البائع فقال»).

    They agree with the verb, and no verb or preposition stands among them.
    """
    passage, flags = reading.passage, reading.nouns.words.flags
    forms, last = passage.words.forms, passage.word_at(report.cue[0])
    form = report.form
    if form is None or forms[last][0] != "ف" or not 0 < last - first <= _CALLED or not form.finite:
        return None
    if any(not reading.is_plain(i) or flags[i] & PARTICLE or i in reading.signs.cues for i in range(first, last)):
        return None
    owned = passage.text[passage.words.ends[first] - 1] == "ه" or forms[first].endswith(("ها", "هم"))
    if owned:
        return None  # «أما أولاده فيقول إنه …» tells what he says of them
    feminine = forms[first].endswith(("ه", "ات", "اء"))
    if form.number not in {"p", "d"} and feminine != (form.gender == "f"):
        return None
    phrase = Phrase(first, last, reading.nouns.read(first) if last - first == 1 else None, agent=True)
    return speaker_of_source(reading, phrase, memory, form.gender, form.number)


def _passing(reading: Reading, at: int) -> Iterator[int]:
    """Yield the verbs that pass something on not far before word `at` («ونقلت عنه صحيفة كذا المحلية قوله إن»)."""
    for index in range(max(at - _PASSED, reading.passage.lo), at - 1):
        cue = reading.signs.cues.get(index)
        if cue is not None and any(form.finite and form.lemma == "نقل" for form in cue.forms):
            yield index


def _name_behind(reading: Reading, phrase: Phrase, last: int) -> Speaker | None:
    """Return who is called by the words between his office and a verb («أما عضو الحزب فلان الفلاني فيرى»), or None."""
    passage, forms = reading.passage, reading.passage.words.forms
    role = phrase.noun is not None and phrase.noun.kind == "role"
    part = reading.cast.by_last.get(last)
    if role and part is not None and part.entity.type == "person" and part.form == "name" and part.first >= phrase.last:
        return Speaker(part.entity.name, part.entity.id, (), reading.cast.gender(part.entity), "s", kind="person")
    few = phrase.name is None and 1 < last - phrase.last <= _CALLED
    plain = few and all(reading.is_plain(i) for i in range(phrase.last, last + 1))
    if not role or not plain or not all(may_be_name(reading, i) for i in range(phrase.last, last)):
        return None
    gender = phrase.noun.gender if phrase.noun is not None else None
    name = passage.text[passage.words.starts[phrase.last] : passage.words.ends[last - 1]]
    return Speaker(name, None, (), gender, "s", kind="person", called=frozenset(forms[phrase.first : last]))


def of_whom(reading: Reading, report: Report) -> str | None:
    """Return the gender of the pronoun in «عنه قوله», «وأضافت نقلا عنه أن», or None."""
    if report.form is None:
        return None
    at, forms = reading.passage.word_at(report.cue[0]), reading.passage.words.forms
    if report.form.kind == "masdar":
        near = next((_ABOUT[form] for form in forms[max(at - 2, 0) : at] if form in _ABOUT), None)
        return near or next((_ABOUT[forms[i + 1]] for i in _passing(reading, at) if forms[i + 1] in _ABOUT), None)
    return _ABOUT.get(forms[at + 2]) if at + 2 < reading.passage.hi and forms[at + 1] == "نقلا" else None
