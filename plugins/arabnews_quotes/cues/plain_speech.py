"""Finds what is said behind a verb of saying without any sign: no «إن», no colon, no marks («وقال نحن سعداء»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, NAMELIKE, VERB
from arabnews_quotes.nouns.presents import is_present
from arabnews_quotes.nouns.unlisted import COMMAS
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .asides import past_asides
from .first_person import has_me
from .rejection import is_miswritten
from .scanning import Frame, clause_at
from .sources import source_behind

if TYPE_CHECKING:
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_NEAR: Final = 14
"""Words without a sign are someone's only so near behind the verb."""
_LEAST: Final = 4
"""What is said without a sign has at least so many words before its sentence ends."""
_PLAIN: Final = frozenset({"قال", "اضاف", "صرح"})
"""Verbs of saying that words without a sign may follow."""
_TELLING: Final = frozenset({"اوضح", "اكد", "ذكر", "تابع", "اردف", "استطرد", "رد", "اجاب", "علق"})
"""Verbs that only what surely begins a clause may follow so."""
_SAYING: Final = _PLAIN | _TELLING
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
_THIS: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_IS: Final = frozenset({"هو", "هي", "هم", "لا", "لم", "لن", "ليس", "ليست", "كان", "كانت", "سوف", "ما"})
"""Behind «هذا» these make a clause, and «هذا» no object of the verb."""
_AS: Final = "كما"
_SAID: Final = "قال"
_FAR: Final = 30
"""«إن» stands no farther behind whoever says it."""
_OF: Final = "من"
_WE_SHALL: Final = frozenset({"سن", "سا"})
_SHORTEST: Final = 4


def without_sign(reading: Reading, index: int, cue: CueReading) -> tuple[CueForm, Frame] | None:
    """Return the form and the frame of a verb of saying that a clause follows without a sign, or None.

    A verb opens the clause, or what nothing else begins with («وأضاف تمت الصيانة ليلا», «وقال الوزير سامي، تلقت …»).
    """
    form = next((f for f in cue.forms if f.lemma in _SAYING and f.finite and not f.pronoun), None)
    if form is None or is_miswritten(reading, index, form):
        return None
    frame = _far_clause(reading, index, form) or _clause(reading, index, form)
    return (form, frame) if frame is not None else None


def _far_clause(reading: Reading, index: int, form: CueForm) -> Frame | None:
    """Return the frame of «قال» with «إن» far behind whoever says it: on no other verb hangs «إن»."""
    passage = reading.passage
    words, limit = passage.words, passage.stop_after(passage.words.ends[index])
    source, start = source_behind(reading, form, index)
    if form.lemma != _SAID or source is None or not reading.can_speak(source):
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
    if last - at < _LEAST or not _opens(reading, at):
        return None
    if source is None and passage.words.forms[at] == _OH:
        return None  # in a tale, where nothing shows the end of what is said
    if form.lemma in _TELLING and not (form.kind == "past" and _begins_surely(reading, at)):
        return None
    return Frame("clause", source, passage.words.starts[at], bare=False)


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


def _opens(  # noqa: PLR0911 - one opening a line
    reading: Reading, at: int
) -> bool:
    """Tell whether a clause begins at a word."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    word, following = forms[at], forms[at + 1] if at + 1 < hi else ""
    if word in THAT or word in BI_THAT:
        return False
    if word in _BEGINNING or (word in reading.grammar.opener and has_me(reading, at)) or reading.is_first_person(at):
        return True
    if word in _THIS:
        return following in _IS or (at + 1 < hi and _is_verb(reading, at + 1))
    if word == _AS:
        return at + 1 < hi and _is_verb(reading, at + 1) and at + 1 not in reading.signs.cues
    if word == _OF:
        return following.startswith("الم") and at + 2 < hi and forms[at + 2] in THAT  # «قال من المتوقع أن …»
    date = reading.cast.dates.get(at)
    if date is not None:
        return date[0] < hi and _is_ours(forms[date[0]])
    return _is_verb(reading, at)


def _is_ours(word: str) -> bool:
    """Tell whether a word is a future of the first person («قال غدا سنبدأ …»)."""
    return word[:2] in _WE_SHALL and len(word) > _SHORTEST


def _is_verb(reading: Reading, at: int) -> bool:
    """Tell whether a word is a verb: by its prefix, by its feminine ending, or by the lists."""
    words = reading.nouns.words
    word, flags = reading.passage.words.forms[at], words.flags[at]
    if flags & NAMELIKE or at in reading.cast.by_word or at in reading.cast.dates:
        return False
    if is_present(words, at):
        return True
    if word[0] == "ت" and len(word) > 3 and word[-1] not in "هت" and word[-2] not in "يا":
        return bool(words.lexis.word("ي" + word[1:]).flags & COMMON) and at not in reading.signs.cues  # «تشمل»
    feminine = word[-1] == "ت" and len(word) > 3 and word[-2] not in "اوي" and word[0] not in "ولبكف"
    return bool(flags & VERB and not flags & COMMON) or (feminine and _is_past(reading, word))


def _is_past(reading: Reading, word: str) -> bool:
    """Tell whether a word without its feminine ending is a word («تلقت», but of «بيروت»)."""
    lexis = reading.nouns.words.lexis
    return any(lexis.word(word[:-1] + end).flags & (COMMON | VERB) for end in ("", "ي", "ا"))
