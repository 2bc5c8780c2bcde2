"""Finds what is said behind a verb of saying without any sign: no «إن», no colon, no marks («وقال نحن سعداء»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NAMELIKE, NISBA, TITLE, VERB
from arabnews_quotes.nouns.phrases import Phrase
from arabnews_quotes.nouns.verbs import is_sure_verb
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT, THIS

from .asides import past_asides
from .first_person import has_me
from .miswritten import is_miswritten
from .scanning import Frame, clause_at
from .sources import source_behind

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Reading

_NEAR: Final = 14
"""Words without a sign are someone's only so near behind the verb."""
_LEAST: Final = 4
"""What is said without a sign has at least so many words before its sentence ends."""
_PLAIN: Final = frozenset({"قال", "اضاف", "صرح"})
"""Verbs of saying that words without a sign may follow."""
_TELLING: Final = frozenset({"اوضح", "اكد", "ذكر", "تابع", "اردف", "استطرد", "رد", "اجاب", "علق"})
"""Verbs that only what surely begins a clause may follow so."""
SAYING: Final = _PLAIN | _TELLING
_ADDRESS: Final = frozenset(
    {"يا", "اذا", "انت", "انتم", "ربما", "لماذا", "هل", "متي", "ليت", "ليتني", "نعم", "كلا", "ماذا"}
)
"""With these someone addresses another, asks, or supposes."""
_OH: Final = "يا"
_SURE: Final = _ADDRESS | {"نحن", "انا", "لقد", "لن", "لم", "ليس", "ليست", "كنا", "كنت", "اننا"}
"""What surely begins a clause, whoever says it."""
_BEGINNING: Final = _ADDRESS | frozenset(
    {"كان", "كانت", "كانوا", "تم", "تمت", "يتم", "سوف", "ربما", "لماذا", "هل", "ليس", "لولا", "مازال", "مازلنا"}
)
"""Verbs and particles with which a clause begins, and no noun phrase."""
_IS: Final = frozenset({"هو", "هي", "هم", "لا", "لم", "لن", "ليس", "ليست", "كان", "كانت", "سوف", "ما"})
"""Behind «هذا» these make a clause, and «هذا» no object of the verb."""
_AS: Final = "كما"
_SAID: Final = "قال"
_FAR: Final = 30
"""«إن» stands no farther behind whoever says it."""
_OF: Final = "من"
_WE_SHALL: Final = frozenset({"سن", "سا"})
_SHORTEST: Final = 4
_SETTING: Final = 22
"""When and where one speaks takes no more words than this."""
_SPEECH: Final = frozenset(
    {"هناك", "كلنا", "جميعنا", "بعضنا", "عندنا", "حاليا", "صحيح", "طبعا", "حتي", "عندما", "لان", "لو", "كلما", "مهما"}
    | {"لاننا", "لانني", "لانه", "رغم", "برغم", "بالرغم", "بالنسبه", "اعتقد", "اظن"}
)
"""With these right behind whoever says something begins what he says."""
_OURS: Final = frozenset({"نحن", "انا", "اننا", "انني", "كنا", "كنت", "لدينا", "هناك"})
_NOT_OURS: Final = frozenset(
    {"ربنا", "نبينا", "رسولنا", "مراسلنا", "مندوبنا", "مصدرنا", "مصادرنا", "محدثنا", "زميلنا", "ضيفنا", "بيننا"}
    | {"الدنيا", "سيدنا", "شيخنا", "مولانا", "صاحبنا", "منتخبنا", "مدربنا", "لاعبنا", "نجمنا", "حكمنا"}
)
"""Ours, and yet people of whom a reporter tells."""


def without_sign(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a verb of saying that a clause follows without a sign, or None.

    A verb opens the clause, or what nothing else begins with («وأضاف تمت الصيانة ليلا», «وقال الوزير سامي، تلقت …»).
    """
    form = next((f for f in cue.forms if f.lemma in SAYING and f.finite and not f.pronoun), None)
    if form is None:
        return _behind_participle(reading, index, cue)
    if is_miswritten(reading, index, form):
        return None
    frame = _far_clause(reading, index, form) or _clause(reading, index, form) or _rest(reading, index, form)
    return (form, frame) if frame is not None else None


def _behind_participle(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a participle of saying behind which a speaker's own words begin, or None.

    «، مضيفا لدينا وقت كاف», «قائلا نحن سعداء بكذا».
    """
    passage, at = reading.passage, index + 1
    form = next((f for f in cue.forms if f.lemma in _PLAIN and f.kind == "participle"), None)
    if form is None or at + _LEAST > passage.hi or not reading.is_plain(at):
        return None
    if not _begins_surely(reading, at) and not _is_ours_anywhere(reading, at):
        return None
    limit = passage.stop_after(passage.words.ends[index])
    last = passage.word_at(limit) if limit < passage.end else passage.hi
    return (form, Frame("clause", None, passage.words.starts[at], bare=False)) if last - at >= _LEAST else None


def _far_clause(reading: Reading, index: int, form: CueForm) -> Frame | None:
    """Return the frame of «قال» with «إن» far behind whoever says it: on no other verb hangs «إن»."""
    passage = reading.passage
    words, limit = passage.words, passage.stop_after(passage.words.ends[index])
    source, start = source_behind(reading, form, index) if form.lemma == _SAID else (None, index)
    if source is None or not reading.can_speak(source):
        return None
    for at in range(start, min(start + _FAR, passage.hi)):
        if words.starts[at] >= limit or (not reading.is_plain(at) and ":" in passage.gap_before(at)):
            break
        if words.forms[at] in THAT and words.forms[at][0] == "ا" and words.text[words.starts[at]] == "إ":
            return clause_at(reading, at, source)
        found = reading.signs.cues.get(at)
        if found is not None and any(f.finite and f.lemma == _SAID for f in found.forms):
            break
    return None


def _clause(reading: Reading, index: int, form: CueForm) -> Frame | None:
    passage = reading.passage
    limit = passage.stop_after(passage.words.ends[index])
    source, at = source_behind(reading, form, index)
    if source is not None and source.first == index + 1 and not reading.can_speak(source):
        at, source = source.first, None  # «وقال تشمل الخطة …»
    if source is not None:
        at = past_asides(reading, at)
        if not _is_definite(reading, source) and not _begins_surely(reading, at):
            return None
    elif _begins_surely(reading, past_asides(reading, at)):
        at = past_asides(reading, at)  # «وقال بصراحة نحن سعداء»
    gap = passage.gap_before(at).strip() if at < passage.hi else ":"
    if at > index + _NEAR or gap not in ({""} if source is None else {"", *COMMAS}):
        return None
    last = passage.word_at(limit) if limit < passage.end else passage.hi
    if last - at < _LEAST or not _clause_begins(reading, at):
        return None
    if source is None and passage.words.forms[at] == _OH:
        return None  # in a tale, where nothing shows the end of what is said
    if form.lemma in _TELLING and not (form.kind == "past" and _begins_surely(reading, at)):
        return None
    return Frame("clause", source, passage.words.starts[at], bare=False)


def _rest(reading: Reading, index: int, form: CueForm) -> Frame | None:
    """Return the frame of a verb of saying at the head of its clause that nothing but what was said can follow.

    «قال» takes no object: behind whoever says it, and where and when, stands what was said («وقال سامي، المفاوضات …»);
    behind «أضاف» only what surely begins a clause does («وأضاف ظهرنا بمستوى جيد»).
    """
    passage = reading.passage
    limit = passage.stop_after(passage.words.ends[index])
    last = passage.word_at(limit) if limit < passage.end else passage.hi
    if form.lemma not in _PLAIN or last - index <= _LEAST or not _heads_clause(reading, index):
        return None
    if _has_sign(reading, index, last):
        return None
    source, at = _without_speech(reading, index, *source_behind(reading, form, index))
    at = past_asides(reading, at)
    if last - at < _LEAST:
        return None
    if not _may_begin(reading, form, index, at, source):
        far = source is not None and form.lemma == _SAID
        later = _later(reading, at, min(at + _SETTING, last - _LEAST + 1)) if far else None
        if later is None:
            return None
        at = later
    return Frame("clause", source, passage.words.starts[at], bare=False)


def _heads_clause(reading: Reading, index: int) -> bool:
    """Tell whether a verb opens its sentence, or with و a clause behind a comma."""
    passage = reading.passage
    if index == passage.word_at(passage.sentence_start(passage.words.starts[index])):
        return True
    joined = passage.words.forms[index][0] in "وف" and not reading.is_plain(index)
    return joined and passage.gap_before(index).strip() in COMMAS


def _without_speech(reading: Reading, index: int, source: Phrase | None, at: int) -> tuple[Phrase | None, int]:
    """Return whoever says something without the words that were read into him, and the word behind him."""
    if source is None or source.first != index + 1:
        return source, at
    if reading.passage.words.forms[source.last : source.last + 1] and reading.passage.words.forms[source.last] in THAT:
        return source, at  # «وقالت لو باريزيان ان …»
    if reading.passage.gap_before(source.first).strip() in COMMAS or not reading.can_speak(source):
        return None, source.first  # «وأضاف، الصندوق من شأنه …»
    last = source.last - 1
    if not _begins_ours(reading, last):
        return source, at
    return Phrase(source.first, last, None, agent=True) if last > source.first else None, last  # «وأضاف ظهرنا …»


def _later(reading: Reading, at: int, stop: int) -> int | None:
    """Return the word behind when and where one speaks at which his own words begin, before word `stop`; or None."""
    for here in range(at + 1, stop):
        if here in reading.signs.cues and not reading.is_first_person(here):
            return None
        paused = not reading.is_plain(here) and reading.passage.gap_before(here).strip() in COMMAS
        if _is_ours_anywhere(reading, here) or (paused and _clause_begins(reading, here)):
            return here
    return None


def _has_sign(reading: Reading, index: int, last: int) -> bool:
    """Tell whether «إن», a colon or a mark stands somewhere behind a verb, before word `last`."""
    passage = reading.passage
    words, start, end = passage.words, passage.words.ends[index], passage.words.ends[last - 1]
    if passage.text.find(":", start, end) >= 0 or passage.opening_in(start, end) is not None:
        return True
    near = range(index + 1, min(last, index + _FAR))
    return any(words.forms[at] in THAT and words.text[words.starts[at]] == "إ" for at in near)


def _begins_ours(reading: Reading, at: int) -> bool:
    """Tell whether a word is a verb or a noun of the first person («ظهرنا», «فريقنا»): only a speaker says «ours»."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    if not word.endswith("نا") or len(word) < _SHORTEST + 1 or word in _NOT_OURS or word[0] in "وفبلك":
        return False
    if flags & (NAMELIKE | TITLE | HEAD) or at in reading.cast.by_word:
        return False
    return bool(reading.nouns.words.lexis.word(word[:-2]).flags & (COMMON | VERB))


def _is_ours_anywhere(reading: Reading, at: int) -> bool:
    """Tell whether a speaker's own words begin at a word, wherever it stands behind his name («…، سنكون على موعد»)."""
    word = reading.passage.words.forms[at]
    future = _is_ours(word) and bool(reading.nouns.words.lexis.word("ي" + word[2:]).flags & COMMON)
    return word in _OURS or future or reading.is_first_person(at)


def _may_begin(reading: Reading, form: CueForm, index: int, at: int, source: Phrase | None) -> bool:
    """Tell whether a word behind a verb and whoever says it begins what was said, and tells no more of him."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    gap = "" if reading.is_plain(at) else reading.passage.gap_before(at).strip()
    if gap not in {"", *COMMAS}:
        return False
    if source is None and gap and at == index + 1:
        return word[0] != "و" and at not in reading.signs.cues  # «وأضاف، الصندوق …»
    if word in _SPEECH or _is_ours_anywhere(reading, at) or _begins_ours(reading, at):
        return True
    if form.lemma != _SAID or source is None or not _is_definite(reading, source) or at in reading.signs.cues:
        return False
    if flags & (TITLE | NAMELIKE | NISBA) or at in reading.cast.by_word:
        return False
    return bool(gap) and word.startswith("ال") and not word.startswith("الم")


def _begins_surely(reading: Reading, at: int) -> bool:
    """Tell whether a clause surely begins at a word: a question, an address, «لن», the first person."""
    if at >= reading.passage.hi:
        return False
    return reading.passage.words.forms[at] in _SURE or reading.is_first_person(at)


def _is_definite(reading: Reading, source: Phrase) -> bool:
    """Tell whether a source is known: behind «مسؤولون» a verb may tell of them («قال مسؤولون شاركوا في …»)."""
    noun = source.noun
    if source.first in reading.cast.by_word or source.name is not None:
        return True
    return noun is not None and (noun.definite or noun.name_span is not None)


def _clause_begins(  # noqa: PLR0911 - one opening a line
    reading: Reading, at: int
) -> bool:
    """Tell whether a clause begins at a word."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    word, following = forms[at], forms[at + 1] if at + 1 < hi else ""
    if word in THAT or word in BI_THAT:
        return False
    if word in _BEGINNING or (word in reading.grammar.opener and has_me(reading, at)) or reading.is_first_person(at):
        return True
    if word in THIS:
        return following in _IS or (at + 1 < hi and is_sure_verb(reading, at + 1))
    if word == _AS:
        return at + 1 < hi and is_sure_verb(reading, at + 1) and at + 1 not in reading.signs.cues
    if word == _OF:
        return following.startswith("الم") and at + 2 < hi and forms[at + 2] in THAT  # «قال من المتوقع أن …»
    date = reading.cast.dates.get(at)
    if date is not None:
        return date[0] < hi and _is_ours(forms[date[0]])
    return is_sure_verb(reading, at)


def _is_ours(word: str) -> bool:
    """Tell whether a word is a future of the first person («قال غدا سنبدأ …»)."""
    return word[:2] in _WE_SHALL and len(word) > _SHORTEST
