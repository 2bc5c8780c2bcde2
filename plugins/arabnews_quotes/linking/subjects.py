"""Finds the subject that a cue leaves out: that of its sentence, of the clause before, of the sentences before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import HEAD, NAMELIKE, TITLE
from arabnews_quotes.cues.objects import is_addressed
from arabnews_quotes.nouns.kinds import NO_GROUPS, SPEAKERS
from arabnews_quotes.nouns.papers import ISSUES
from arabnews_quotes.nouns.quantities import ONE_OF, SOME_OF
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BARE_THAT, COMMAS, SINGULAR, with_conjunction, without_conjunction
from arabnews_quotes.text.memory import Memory, Speaker
from arabnews_quotes.text.names import folded

from .apposition import named_in_clause
from .clause_subjects import NUMBERS, has_article
from .link import speaker_of_source

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.grammar import Grammar

_CLAUSES: Final = 60  # the subject of a clause before is looked for so many words back
_OPENING: Final = 30
"""Behind a fronted adverbial («وعقب التوقيع قدم فلان …») the verb comes within so many words."""
_PARTS_ALONE: Final = ONE_OF | SOME_OF | {"نفس", "كل", "اي"}  # nobody, without what follows them
_INTO: Final = frozenset({"من", "الي", "علي", "في", "مع", "لدي"})  # whom these lead to is no subject
_TALKS: Final = frozenset({"موتمر", "تصريح", "بيان", "حديث", "لقاء", "حوار", "بلاغ", "تجمع", "عمل"})
_OF_THE_PRESS: Final = frozenset({"صحافي", "صحفي", "اعلامي"})
_MORE: Final = frozenset({"اكثر", "اقل", "اشد", "اعلي", "ادني", "اول", "اخر", "اهم", "غير", "مجرد"})
"""Before a noun, no verbs («أكثر سمية»)."""
_PAPERS: Final = frozenset({"الصحف", "الصحيفه", "الصحافه", "المجله", "الجريده", "القناه", "الوكاله", "الاذاعه"})
_DAY: Final = frozenset({"مساء", "صباح", "فجر", "ظهر", "عصر", "ليل", "ليله", "عشيه", "نهار", "ضحي"})
"""Parts of the day, before a date («ومساء أمس زار فلان …»)."""
_SHOWS: Final = frozenset({"كما", "فيما", "حيث", "ايضا", "كذلك"})
"""Behind these «بين» is a verb («كما بين فلان الخطة وأكد أن»)."""
_OBJECTS: Final = ("ه", "ها", "هم", "هما")
"""A verb with its object in it belongs to a relative clause («ندوة نظمتها الوزارة»), or tells of the object."""


def subject_of_clause(reading: Reading, start: int, before: int, gender: str | None, memory: Memory) -> Speaker | None:
    """Return the subject of the last clause of a sentence: a verb and a name («بعد ذلك، اعتذر فلان، وكتب: …»).

    A body is one behind a verb with و and the ending of its gender («… ودانت الرابطة الحادثة، واصفة»).
    """
    passage = reading.passage
    first, last = passage.word_at(start), passage.word_at(before)
    for at in range(last - 2, max(first, last - _CLAUSES), -1):
        part = reading.cast.by_word.get(at + 1)
        word = passage.words.forms[at]
        named = part is not None and part.entity.type == "person" and part.form == "name"
        shows = word == "بين" and passage.words.forms[at - 1] in _SHOWS
        late = named and reading.is_plain(at) and (_comes_late(reading, at, first) or _acts_on(reading, at) or shows)
        if part is None or not named or (reading.is_plain(at) and not late):
            body = _body_behind(reading, at) if word[0] == "و" and gender == "f" and _has_gender(word, gender) else None
            acts = word[-1] in "ها" and reading.is_plain(at + 1) and _acts_on(reading, at)
            verb = _without_object(word) if acts else word
            if body is None and _has_gender(verb, gender) and (acts or _may_head_clause(reading, at)):
                body = _led_by_office(reading, at + 1, gender)
            if body is None and passage.words.forms[at + 1] in ONE_OF and _may_be_verb(reading, at):
                body = reading.phrase(at + 1)  # «طرح أحد المستخدمين سؤالا وكتب»
            if body is not None and passage.quotation_at(passage.words.starts[at]) is None:
                return _speaker(reading, body, gender, memory)
            continue
        known = reading.cast.gender(part.entity)
        if (word in reading.grammar.preposition and not shows) or word in _MORE or not reading.is_plain(at + 1):
            continue
        if reading.nouns.read(at) is not None and not late:
            continue
        if not (gender and known and gender != known) and passage.quotation_at(part.start) is None:
            return Speaker(part.entity.name, part.entity.id, (), gender, kind="person")
    return None


def _acts_on(reading: Reading, at: int) -> bool:
    """Tell whether a verb with its object in it stands before a name («تصريحاته ترجمها فلان لما قال»)."""
    word = reading.passage.words.forms[at]
    if not word.endswith(("ه", "ها", "هما")):
        return False
    led = at > reading.passage.lo and reading.passage.words.forms[at - 1] in reading.grammar.relative
    if not (led and len(word) > 3) and (word[-1] == "ه" or len(word) <= 5):
        return False
    if word in reading.grammar.preposition or word in reading.grammar.pronoun or word in reading.grammar.adverbial:
        return False
    return not reading.nouns.words.flags[at] & (TITLE | HEAD) and reading.nouns.read(at) is None


def _without_object(word: str) -> str:
    """Return a verb without the pronoun of its object («قدمتها»)."""
    return word.removesuffix("ها").removesuffix("ه")


@lru_cache(maxsize=8)
def _connectors(grammar: Grammar) -> frozenset[str]:
    return grammar.connector | with_conjunction(grammar.connector)


def _may_head_clause(reading: Reading, at: int) -> bool:
    """Tell whether a word that no list knows as a noun opens a clause («…، حيث تقدمت», «…، وقدم»)."""
    if reading.is_plain(at):
        before = reading.passage.words.forms[at - 1] if at > reading.passage.lo else ""
        if before not in _connectors(reading.grammar):
            return False
    return _may_be_verb(reading, at)


def _led_by_office(reading: Reading, at: int, gender: str | None) -> Phrase | None:
    """Return the office and the name that start at a word («رئيسة قسم كذا فلانة»), of the gender of a verb."""
    noun = reading.nouns.read(at)
    if noun is None or noun.kind not in {"person", "role"} or noun.role_span is None or not noun.definite:
        return None
    phrase = reading.phrase(at)
    if phrase is None or (noun.name_span is None and phrase.name is None):
        return None
    return phrase if not (gender and noun.gender and noun.gender != gender) else None


def _comes_late(reading: Reading, at: int, first: int) -> bool:
    """Tell whether a title and a name are the subject of the verb that opens a sentence, behind a place.

    «شارك من جامعة كذا الدكتور فلان»: what is complete takes no genitive.
    """
    noun, before = reading.nouns.read(at), reading.cast.by_last.get(at)
    if noun is None or noun.kind != "person" or noun.name_first != at + 1 or before is None or not reading.is_plain(at):
        return False
    ends = before.entity.type != "person" and at - first > 2
    return ends and reading.nouns.read(first) is None and not reading.passage.words.forms[first].startswith("ال")


def _is_listed(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a name is the first of a list («اللاعبون.. زيد، عمر، سالم»): no subject."""
    passage, last = reading.passage, phrase.last
    if last >= passage.hi or passage.gap_before(last).strip() not in COMMAS:
        return False
    part = reading.cast.by_word.get(last)
    return part is not None and part.entity.type == "person" and part.form == "name"


def _may_be_verb(reading: Reading, at: int) -> bool:
    """Tell whether a word may be a verb: no noun that a list knows, no preposition, nothing with the article."""
    word = reading.passage.words.forms[at]
    listed = word in reading.grammar.preposition or word in reading.grammar.governing or has_article(reading, at)
    listed = listed and not (word == "بين" and reading.passage.words.forms[at - 1] in _SHOWS)
    return not listed and reading.is_plain(at + 1) and reading.nouns.read(at) is None


def _is_newspaper(reading: Reading, at: int, gender: str | None) -> bool:
    """Tell whether a newspaper of the gender of a verb stands at word `at` («صحيفة النهر عنونت … وقالت»)."""
    word = reading.passage.words.forms[at]
    return gender == "f" and (word in reading.grammar.naming or word in _PAPERS)


def _body_behind(reading: Reading, at: int) -> Phrase | None:
    """Return the body behind the word `at`, if that may be a feminine verb of the past."""
    word = reading.passage.words.forms[at]
    if not word.endswith("ت") or len(word) < 5 or not reading.is_plain(at + 1) or reading.nouns.read(at) is not None:
        return None
    noun = reading.nouns.read(at + 1)
    paper = reading.passage.words.forms[at + 1] in _PAPERS
    phrase = reading.phrase(at + 1) if paper or (noun is not None and noun.kind == "organization") else None
    if paper and phrase is not None:
        return phrase
    return phrase if phrase is not None and phrase.noun is not None and phrase.noun.definite else None


def subject_of_sentence(  # noqa: C901, PLR0911, PLR0912 - one test a line
    reading: Reading, start: int, before: int, gender: str | None, memory: Memory | None = None
) -> Speaker | None:
    """Return the subject of a sentence that starts with a verb and a name («استقبل الوزير فلان …، مؤكدا أن»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    first = passage.word_at(start)
    first += _begins_with_adverb(reading, first)
    for at in range(first, min(first + 4, passage.word_at(before - 1), passage.hi)):
        if at in reading.cast.dates or (at + 1 in reading.cast.dates and without_conjunction(forms[at]) in _DAY):
            continue  # «ومساء أمس زار فلان …»
        if without_conjunction(passage.words.forms[at]) in reading.grammar.connector:
            first = at + 1
            continue
        if at > first or passage.words.forms[at] not in reading.grammar.kana:
            phrase = reading.phrase(at) if forms[at - 1] in ISSUES else reading.phrase_of_someone(at)
            if phrase is not None and at == first and _is_verb_before_person(reading, phrase):
                continue  # «طل الفنان فلان»
            known = phrase is not None and (_is_known(reading, phrase) or _issues(reading, at, first))
            if known and at == first and _hangs(reading, at):
                return _subject_behind_opening(reading, at, before, gender, memory)  # «وللشاعر فلان مكانة»
            if phrase is not None and known:
                attributed = without_conjunction(passage.words.forms[first]) == "نسب"  # «نسب إلى الوزير قوله»
                earlier = passage.words.forms[at - 1] if at > first else ""
                if earlier in _TALKS and passage.words.forms[at] in _OF_THE_PRESS:
                    continue  # «فلان، خلال مؤتمر صحافي، رد …»
                if earlier in _MORE or (earlier in _INTO and not attributed):
                    return None  # «شارك من جامعة كذا الدكتور فلان»
                if (
                    earlier in BARE_THAT and passage.words.forms[first].endswith("وا")
                ) or earlier in reading.grammar.according:
                    return None  # «وأكدوا أن الجنود …»; «وحسب المصدر»
                if at == first + 1 and (
                    not _has_gender(passage.words.forms[first], gender) or is_addressed(reading, first, phrase)
                ):
                    return None
                if at == first and _is_listed(reading, phrase):
                    return None
                kind = phrase.noun.kind if phrase.noun is not None else "person"
                # the place of a dateline says nothing, nor do «الصحفيين» whom an unknown name told
                outlet = kind == "document" and at == first and _is_newspaper(reading, at, gender)
                if not outlet and kind not in (SPEAKERS if at <= first + 1 else NO_GROUPS) and at != first + 1:
                    return None
                found = _speaker(reading, phrase, gender, memory)
                issuer = found is not None and found.kind is None and _issues(reading, at, first)
                return evolve(found, kind="body") if issuer and found is not None else found
        word = passage.words.forms[at]
        opens = at == first and word not in reading.grammar.kana
        if opens and without_conjunction(word) in reading.grammar.preposition:
            return _subject_behind_opening(reading, at, before, gender, memory)
    return None


def _is_verb_before_person(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word that might be a name opens a sentence before someone's style and name: it is his verb."""
    noun, at = phrase.noun, phrase.last
    lone = noun is not None and noun.kind == "person" and noun.role_span is None and at == phrase.first + 1
    if not lone or phrase.first in reading.cast.by_word or at >= reading.passage.hi or not reading.is_plain(at):
        return False
    person = reading.nouns.read(at)
    return person is not None and person.kind == "person" and person.role_span is not None and person.definite


def _begins_with_adverb(reading: Reading, first: int) -> bool:
    """Tell whether a sentence begins with an adverb and a comma («سياسيا، تراجعت موسكو عن …، مؤكدة»)."""
    passage, word = reading.passage, reading.passage.words.forms[first]
    if word[-1] != "ا" or len(word) <= 3 or first in reading.cast.by_word:
        return False
    return first + 1 < passage.hi and passage.gap_before(first + 1).strip() in COMMAS


def _issues(reading: Reading, at: int, first: int) -> bool:
    """Tell whether what stands behind the verb that opens its sentence issues a paper («وأصدر النادي بيانا»)."""
    phrase, forms = reading.phrase(at), reading.passage.words.forms
    if at != first + 1 or forms[first] not in ISSUES or phrase is None or not reading.is_plain(at):
        return False
    return any(map(is_definite, forms[at : phrase.last]))


def _hangs(reading: Reading, at: int) -> bool:
    """Tell whether the preposition ل stands before a noun, as part of its word."""
    word = reading.passage.words.forms[at]
    return without_conjunction(word).startswith("لل") and reading.nouns.read(at) is not None


def _subject_behind_opening(
    reading: Reading, opening: int, before: int, gender: str | None, memory: Memory | None
) -> Speaker | None:
    """Return the person behind the first verb of a sentence that opens with an adverbial («وعقب ذلك قدم فلان …»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    relative = False
    soon = without_conjunction(forms[opening]) in reading.grammar.negation  # «لم يبالغ الوزير حين قال»
    for at in range(opening + 2 - soon, min(opening + _OPENING, passage.word_at(before) - 1)):
        relative = (relative and "،" not in passage.gap_before(at)) or forms[at] in reading.grammar.relative
        governed = forms[at - 1] in reading.grammar.preposition and not (soon and at == opening + 1)
        governed = governed and at - 1 not in reading.cast.dates  # «وفي مساء أمس زار فلان …»
        if relative or governed or not reading.is_plain(at + 1):
            continue
        word = forms[at]
        if word.endswith(_OBJECTS) or has_article(reading, at) or word in reading.grammar.preposition:
            continue
        if word in NUMBERS:
            continue  # «لتخريج ألف ضابط وجندي»
        beyond = forms[at + 1] in reading.grammar.toward and reading.is_plain(at + 2)  # «وجه إليهم الوزير»
        phrase = reading.phrase_of_someone(at + 1 + beyond)
        noun = phrase.noun if phrase is not None else None
        someone = noun is not None and noun.kind == "person"
        if phrase is None or not (someone or reading.is_group(phrase.first)) or not _is_known(reading, phrase):
            continue
        if reading.nouns.read(at) is None and _has_gender(word, gender) and not _is_noun_shaped(reading, at):
            return _speaker(reading, phrase, gender, memory)
    return None


def _is_noun_shaped(reading: Reading, at: int) -> bool:
    """Tell whether a word is no verb by its ending or by a preposition in it («منح شارة فلان», «نقل جثمان فلان»)."""
    words, form = reading.passage.words, reading.passage.words.forms[at]
    led = bool(reading.nouns.words.words[at].peel) and without_conjunction(form)[0] in "لبك"
    ends = words.text[words.ends[at] - 1] == "ة" or form.endswith(("ات", "ان"))
    return (led or ends) and form not in reading.grammar.kana


def _has_gender(verb: str, gender: str | None) -> bool:
    """Tell whether a verb in front of a subject may be of a gender: «استقبلت» is no man's."""
    if gender is None or len(verb) < 4:
        return True
    if verb.endswith("ت"):
        return gender == "f"
    return not (without_conjunction(verb).startswith("ي") and gender == "f")


def _speaker(reading: Reading, phrase: Phrase, gender: str | None, memory: Memory | None = None) -> Speaker | None:
    speaker = speaker_of_source(reading, phrase, memory or Memory(), gender, None)
    theirs = phrase.noun.gender if phrase.noun is not None else None
    if speaker is not None and speaker.entity is None and phrase.noun is not None and phrase.noun.kind == "role":
        speaker = named_in_clause(reading, phrase, speaker)
    if (gender and theirs and gender != theirs) or (speaker is not None and folded(speaker.name) in _PARTS_ALONE):
        return None
    paper = speaker is not None and speaker.kind is None and phrase.noun is not None and phrase.noun.kind == "document"
    return evolve(speaker, kind="body") if speaker is not None and paper else speaker


def _is_known(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is more than an unknown word that might be a name, or the adjective of «مؤتمر صحافي»."""
    noun = phrase.noun
    if noun is not None and noun.kind == "role" and not noun.definite:
        before = reading.passage.words.forms[phrase.first - 1] if phrase.first > reading.passage.lo else ""
        if before in reading.grammar.address:
            return False
    if phrase.first in reading.cast.by_word or reading.is_group(phrase.first):
        return True
    if phrase.noun is None and reading.passage.words.forms[phrase.first] in reading.grammar.voices - {"الكتاب"}:
        return True  # «نشرت وسائل إعلامية …»
    word = reading.passage.words.forms[phrase.first]
    bare = noun is not None and noun.kind == "person" and noun.role_span is None
    if (noun is None or bare) and word.startswith("ال") and word.endswith("ون") and word not in SINGULAR:
        return True
    if noun is None and word[0] == "م" and word.endswith("و") and len(word) > 4 and phrase.last > phrase.first + 1:
        return is_definite(reading.passage.words.forms[phrase.first + 1])  # «مرشحو المعارضة الذين …، طالبوا»
    return noun is not None and (not bare or bool(reading.nouns.words.flags[phrase.first] & NAMELIKE))
