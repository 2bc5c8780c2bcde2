"""Finds names that no list knows by where they stand: «المدون فلان إن», «قال فلان إن», «الوزير، فلان، عن»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    GIVEN,
    HEAD,
    LINK,
    NAMELIKE,
    NUMBER,
    PARTICLE,
    TITLE,
    VERB,
    WEAK,
)
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .agreement import is_owned
from .called import LETTERS

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_entities import NounPhrase
    from arabnews_quotes.cues.scanning import Frame

    from .phrases import Phrase, Reading

LONGEST: Final = 5
"""A name that no list knows has no more words than this."""
_NAME: Final = 4
"""A foreign name before an office has fewer words than this."""
_HAMZA_NAME: Final = 5
"""A foreign name that begins with a hamza and ل has more letters than this."""
_CALLED: Final = 3
"""So few words nobody knows may be whom a colon follows,"""
_COLON_APART: Final = 3
"""so few characters behind them."""
_SHORT_ADVERBS: Final = frozenset({"فعلا", "قولا", "حقا", "علنا", "سرا", "مثلا", "عمدا", "جهرا", "لاحقا", "حرفيا"})


def name_behind(  # noqa: C901, PLR0911 - one test a line
    reading: Reading, phrase: Phrase, *, begun: bool
) -> tuple[int, int] | None:
    """Return the words of the name that ends a phrase, where more belongs to it than the lists tell, or None.

    Behind an office, whatever else stands before إن, a colon, a mark or a comma is a name; behind a name that a list
    knows, so is an unknown word («فؤاد الجرمقاني أن»): the name is `begun` there.
    """
    noun, at, passage = phrase.noun, phrase.last, reading.passage
    forms, flags = passage.words.forms, reading.nouns.words.flags
    at = at if begun else _behind_pronoun(reading, phrase)
    high = min(passage.hi, at + LONGEST)
    while not begun and at < high and reading.is_plain(at) and forms[at] in reading.grammar.adverb:
        at += 1
    first = at
    if (
        not begun
        and at + 2 < high
        and forms[at].startswith("بن")
        and flags[at + 1] & NAMELIKE
        and forms[at + 2] in THAT
    ):
        return at, at + 2  # «مدرب الفريق بنعاشور سالم إن»: a name that begins with «بن», no «بـ»
    apart = noun is not None and not begun and at < high and not reading.is_plain(at)
    if apart and passage.gap_before(at).strip() in COMMAS:
        at += may_be_name(reading, at)  # «الرئيس، فلان، أن»
        if at == first:
            return None
    while at < high and reading.is_plain(at) and may_be_name(reading, at, surname=begun or at > first):
        at += 1
    if at == first and noun is not None and begun and _is_surname(reading, noun, at):
        return noun.name_first, at + 1
    if at == first:
        return None
    if not begun and (reading.is_governed(first, "ب") or reading.is_governed(first, "ل")):
        return None  # «أستاذ الفقه بالأزهر»
    here = passage.words.starts[at] if at < passage.hi else passage.end
    gap = passage.text[passage.words.ends[at - 1] : here]
    opened = ":" in gap or passage.opening_in(passage.words.ends[at - 1], here) is not None
    spoken = opened or (at < passage.hi and (forms[at] in THAT or forms[at] in BI_THAT))
    listed = any(flags[i] & NAMELIKE for i in range(first, at)) and (gap.strip() != "" or spoken)
    enclosed = begun or passage.gap_before(first).strip() in COMMAS
    ended = enclosed and (gap.strip()[:1] in {"،", ","} or (at < passage.hi and forms[at] in reading.grammar.governing))
    given = flags[first] & NAMELIKE or forms[first].startswith("عبد")
    titled = given and forms[first - 1] in reading.grammar.title and reading.is_plain(first)
    if titled and at - first == 1 and at < high and flags[at] & DEFINITE and reading.is_plain(at):
        at += 1  # «المهندس عبداللطيف البنيان»: behind a given name, an ordinary word with the article is a surname
    titled = titled and at - first > 1
    if not (spoken or listed or ended or titled or _is_cut(reading, noun, first, at, begun=begun)):
        return None
    return (noun.name_first if begun and noun is not None else first), at


def _behind_pronoun(reading: Reading, phrase: Phrase) -> int:
    """Return the word behind a noun with a pronoun that opens a phrase, where unknown words follow, or its end."""
    first, last = phrase.first, phrase.last
    if last - first > 1 and first not in reading.cast.by_word and is_owned(reading, first):
        ordinary = reading.nouns.words.flags[first] & COMMON  # «حليفه فلان»
        return first + 1 if ordinary and all(may_be_name(reading, i) for i in range(first + 1, last)) else last
    return last


def _is_cut(reading: Reading, noun: NounPhrase | None, first: int, at: int, *, begun: bool) -> bool:
    """Tell whether the words behind an office, or behind a name of two words at the most, end a name."""
    if begun and noun is not None:
        whole = at - noun.name_first > _NAME or reading.passage.words.forms[first - 1].startswith("ال")
        return not whole and is_closed(reading, first, at, least=1)
    return is_closed(reading, first, at, least=2)


def is_closed(reading: Reading, first: int, at: int, *, least: int) -> bool:
    """Tell whether the words of a name that no list knows, at least so many, are closed by what follows them.

    What closes them is a mark, a preposition, a verb of saying, a time, a noun of content: «الوزير فلان عن», «فلان قد».
    """
    passage, grammar = reading.passage, reading.grammar
    if at - first < least or not all(_is_unknown(reading, i) for i in range(first, at)):
        return False
    if at >= passage.hi or not reading.is_plain(at):
        gap = passage.gap_before(at).strip()[:1] if at < passage.hi else ""
        return gap in CLOSING or gap in _STOPS
    word, flags = passage.words.forms[at], reading.nouns.words.flags[at]
    if word in grammar.preposition or word in grammar.connector or word in grammar.between or word in grammar.speech:
        return True
    if at in reading.cast.dates or at in reading.signs.cues or word in grammar.theme or word.startswith("لل"):
        return True
    return bool(flags & DEFINITE and flags & (COMMON | HEAD)) or reading.is_governed(at, "ب")


def _is_unknown(reading: Reading, index: int) -> bool:
    """Tell whether a word is no ordinary one by the lists nor by its ending, which tells whose something is."""
    words = reading.passage.words
    if words.forms[index].endswith(_OWNED) or words.text[words.ends[index] - 1] == "ه":
        return False  # «فلان ونجليه»
    return not reading.nouns.words.flags[index] & COMMON or _only_seems_definite(reading, index)


def may_have_name(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is an office of one person, and has no name yet."""
    noun, by_word = phrase.noun, reading.cast.by_word
    if noun is not None and (noun.name_span is not None or noun.kind not in {"role", "person"} or noun.number != "s"):
        return False
    head = reading.passage.words.forms[phrase.first]
    if noun is None and not (head.startswith("ال") or _behind_pronoun(reading, phrase) < phrase.last):
        return False
    for index in range(phrase.first, phrase.last):
        part = by_word.get(index)
        if part is not None and part.form == "name" and (noun is None or part.entity.type == "person"):
            return False
    return True


def bare_name(reading: Reading, at: int) -> int:
    """Return where a name ends between a verb of saying and its clause («قال فلان إن»); `at` where none stands."""
    passage, grammar, words = reading.passage, reading.grammar, reading.nouns.words
    forms, last = passage.words.forms, at
    while last < passage.hi and last - at < 3 and reading.is_plain(last):
        word, flag = forms[last], words.flags[last]
        if (
            word in grammar.preposition
            or word in grammar.connector
            or word in grammar.pronoun
            or word in grammar.between
            or word in grammar.adverbial
            or word.startswith(("لل", "بال"))
            or is_adverb(reading, last)
            or leads_to_hearer(reading, last)
        ):
            break
        # «كالي» looks like «ك» and a word
        peeled = words.words[last].peel and word[0] in "كلب" and flag & COMMON and not flag & (PARTICLE | NUMBER | CUE)
        if word.endswith(("هم", "ها")) or not (may_be_name(reading, last) or peeled):
            break
        last += 1
    if last >= passage.hi or forms[last] not in THAT or not reading.is_plain(last):
        return at
    return last


def leads_to_hearer(reading: Reading, at: int) -> bool:
    """Tell whether ل leads to whom something is told («قال لصاحبه: …», «وقال لعريقات إن», «قال لبي بي سي إن»).

    What has a pronoun, or returns without ل, is no name that begins with it («لافروف»).
    """
    words, lists = reading.passage.words, reading.nouns.words
    word, mention = words.forms[at], reading.cast.by_word.get(at)
    if word[0] != "ل" or (mention is not None and mention.start == words.starts[at]):
        return False
    if mention is not None:
        return reading.is_governed(at, "ل")
    rest, behind = word[1:], words.forms[at + 1] if at + 1 < reading.passage.hi else ""
    if word == "لمن" or (rest in LETTERS and behind in LETTERS):
        return True
    if is_owned(reading, at) and not word.startswith("لاعب"):
        known = lists.lexis.word(rest).flags & (COMMON | TITLE)
        owned = next((end for end in _HIS if word.endswith(end)), "")
        whole = lists.lexis.word(word.removesuffix(owned) + "ه")  # «لجنته» is his committee
        return bool(known) or (owned != "" and (bool(whole.peel) or not whole.flags & (COMMON | HEAD | TITLE)))
    return len(rest) > _COLON_APART and not lists.flags[at] and bool(lists.positions(rest))


def _is_surname(reading: Reading, noun: NounPhrase, at: int) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether an ordinary word is the surname behind an office and a given name («المهندس محمد العمرة، …»).

    Whoever holds an office is not called by his given name alone, but for those who reign; and right behind the surname
    stands a sign that the clause goes on.
    """
    passage, grammar, words = reading.passage, reading.grammar, reading.nouns.words
    forms, flags = passage.words.forms, words.flags
    if noun.role_span is None or at + 1 >= passage.hi or not reading.is_plain(at) or at in reading.cast.dates:
        return False
    given = noun.name_last - noun.name_first
    alone = given == 1 or (given <= 4 and forms[noun.name_first + 1] == "بن")  # «إبراهيم بن حمد», «صالح بن عبد العزيز»
    if (
        not alone
        or not flags[noun.name_first] & (GIVEN | NAMELIKE)
        or not grammar.reigning.isdisjoint(forms[noun.first : at])
    ):
        return False
    word, behind = forms[at], forms[at + 1]
    if flags[at] & (PARTICLE | NUMBER | CUE | HEAD) or (flags[at] & TITLE and not flags[at] & DEFINITE):
        return False
    if word in grammar.preposition or word in grammar.theme or word in THAT or word in grammar.relative:
        return False
    if word in grammar.connector or word in grammar.speech or word in grammar.adverb or word in grammar.between:
        return False
    if word.endswith(_NO_SURNAME) or at in reading.signs.cues or (words.words[at].peel and word[0] != "ا"):
        return False
    gap, office = passage.gap_before(at + 1).strip(), bool(flags[at + 1] & TITLE and not flags[at + 1] & DEFINITE)
    return (
        gap[:1] in CLOSING if gap else behind in THAT or behind in BI_THAT or behind in {"عن", "علي", "الي"} or office
    )


_HERS: Final = frozenset(
    {"زوج", "ابن", "محامي", "اصحاب", "سكان", "اهل", "اهالي", "جيران", "والد", "شقيق", "خطيب", "جارت", "خالت"}
)
"""People who are called by whose they are, before «ها»."""
_NO_SURNAME: Final = ("ته", "تها", "ها", "هم", "ات", "يا", "نا", "ما", "را", "دا", "لا")
"""Endings of what a verb governs: «أعلن الوزير محمد استقالته عن»."""
_HIS: Final = ("تها", "تهم", "ته")
_OWNED: Final = ("ته", "تها", "ها", "هم", "هما")
"""Endings of what somebody has: no foreign name."""
_STOPS: Final = frozenset({"", ".", "؛", "؟", "!", "(", ")"})
CLOSING: Final = frozenset('،,:«»"“”')


def name_before_office(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return where a name and the office behind it end («دعا فلان فلان الأمين العام لكذا إلى …»), or None."""
    last = at
    while last < min(reading.passage.hi, at + _NAME) and (last == at or reading.is_plain(last)):
        noun = reading.nouns.read(last) if last > at + 1 else None
        if noun is not None and noun.kind == "role" and noun.number == "s" and noun.name_span is None:
            return last, min(noun.last, reading.passage.hi)
        if not may_be_name(reading, last) or is_adverb(reading, last):
            return None
        last += 1
    return None


def _is_hers(reading: Reading, word: str) -> bool:
    """Tell whether a word with «ها» is someone of hers («قال زوجها إن», «ناشروها»), no object («موظفيها»)."""
    stem = word[:-2]
    if stem in _HERS or (stem[-1] == "و" and stem[0] in "من"):
        return True
    lexis = reading.nouns.words.lexis
    noun = stem[:-1] + "ه" if stem[-1] == "ت" else stem
    paper = noun in reading.grammar.address or "ال" + noun in reading.grammar.document  # «ختمت رسالتها بـ»
    one = lexis.word(noun)
    return bool(one.flags & TITLE) and stem[-1] not in "يء" and not one.peel and not paper


def is_adverb(reading: Reading, index: int) -> bool:
    """Tell whether a word is an accusative that tells how («نفت تماما أن», «أبلغت رسميا بأن»): no name."""
    word, words = reading.passage.words.forms[index], reading.nouns.words
    if word[-1] != "ا" or words.flags[index] & NAMELIKE:
        return False
    start, end = reading.passage.words.starts[index], reading.passage.words.ends[index]
    if "\u064b" in reading.passage.text[start : end + 1] and index not in reading.cast.by_word:
        return True  # «ليضيف متهكمًا»
    own = word[1:] if word[0] == "و" and words.words[index].peel == 1 else word
    if word in _SHORT_ADVERBS:
        return True
    if len(word) < 5 or own.startswith("ال") or (word.endswith("ها") and _is_hers(reading, own)):
        return False  # «قال البابا إن», «وزوجها يقول»
    return bool(words.lexis.word(word[:-1]).flags & COMMON)


def may_be_name(reading: Reading, index: int, *, surname: bool = False) -> bool:
    """Tell whether a word can belong to a name that no list knows: no ordinary word, verb or particle.

    A surname may have the article.
    """
    word, flag, grammar = reading.passage.words.forms[index], reading.nouns.words.flags[index], reading.grammar
    if flag & (PARTICLE | NUMBER | CUE | TITLE | HEAD) or index in reading.cast.dates or reading.is_first_person(index):
        return False
    if word in THAT or word in BI_THAT or word in grammar.relative:
        return False
    if word in grammar.preposition or word in grammar.connector or word in grammar.speech or word in grammar.theme:
        return False
    if flag & (NAMELIKE | WEAK | LINK) or (word.startswith("عبد") and len(word) > 4):
        # «بزيادة» is no «زيادة»; «بالطيب» may be a surname
        glued = flag & WEAK and flag & COMMON and reading.nouns.words.words[index].peel
        return not glued or (surname and word.startswith("بال"))
    if flag & DEFINITE and not surname:
        return False
    ordinary = flag & (COMMON | VERB) and not _only_seems_definite(reading, index)
    return not ordinary and len(word) > 1 and index not in reading.signs.cues


def _only_seems_definite(reading: Reading, index: int) -> bool:
    """Tell whether a word no list knows begins with a hamza and ل: a name such as «إلينور», which folds as a noun."""
    word = reading.passage.words.forms[index]
    unknown = len(word) > _HAMZA_NAME and reading.nouns.words.lexis.word(word).flags == DEFINITE
    return unknown and reading.passage.has_hamza(index) and not word.endswith(("ه", *_OWNED))


def is_called(reading: Reading, form: CueForm, frame: Frame) -> bool:
    """Tell whether a word or two nobody knows stand between a strong verb of saying and its colon («قال شي: …»)."""
    source = frame.source
    says = form.cue_class == "answer" or (form.strength == "A" and form.cue_class in {"say", "continue"})
    if source is None or not says:
        return False
    closed = frame.content - reading.passage.words.ends[source.last - 1] <= _COLON_APART
    return closed and source.last - source.first <= _CALLED


def tells_of_one(reading: Reading, at: int) -> bool:
    """Tell whether a word is و and a verb of the past whose subject is a name right behind it («ووجه فلان …»)."""
    passage = reading.passage
    part = reading.cast.by_word.get(at + 1)
    word = passage.words.forms[at]
    if part is None or part.entity.type != "person" or part.form != "name" or at in reading.cast.by_word:
        return False
    if word[0] != "و" or len(word) < _NAME or word[1] in "يتسنا" or part.start != passage.words.starts[at + 1]:
        return False
    return bool(reading.nouns.words.lexis.word(word[1:]).flags & VERB) and word[1:] not in reading.grammar.preposition
