"""Tells which words may belong to a source behind what has been read of it: «هيئة كذا | بالمنطقة», «خبراء | ومحللون».

A definite word closes a construct: behind it stand adjectives, prepositions and what و joins, nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    HEAD,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    TITLE,
    VERB,
)
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import SINGULAR, THAT, THIS

from .addressed import PEOPLE
from .agreement import is_owned
from .continuing import VEILS
from .growth import AT, BACK, LED_BY, SEVERAL
from .holders import MAYBE, behind_marked_body, is_clause, noun_of_one
from .presents import is_present
from .seats import holds_at
from .unlisted import is_adverb
from .within import leads_within

if TYPE_CHECKING:
    from .growth import Growth
    from .phrases import Phrase, Reading

WITHIN: Final = frozenset({"في", "من", "لدي", "داخل", "وسط"})
_ACTING: Final = frozenset({"بالنيابه", "بالانابه", "بالوكاله"})
_STATUS: Final = frozenset({"المساعد", "المساعده", "المشارك", "المشاركه"})
_SUPERLATIVE: Final = frozenset({"الاكثر", "الاقل"})
_RULERS: Final = frozenset({"السلطات", "سلطات", "قوات", "القوات", "المعارضه", "الشرطه", "النيابه", "السفاره", "سفاره"})
"""Bodies that «في» tells from others of their name («السلطات في طاجيكستان»)."""
_IMPROPER: Final = frozenset(
    {"واسع", "واسعه", "واسعو", "رفيع", "رفيعه", "رفيعو", "سالف", "سالفه", "شديد", "شديده", "وثيق", "وثيقه", "وثيقو"}
)
"""Adjectives without the article before what they are said of («المصادر واسعة الاطلاع»)."""
_KNOWING: Final = frozenset({"صله", "علم", "اطلاع", "درايه", "معرفه", "الصله"})
_SEATS: Final = frozenset({"شوون", "شيون", "صحه", "قسم", "شعبه", "دايره"})
_SAME: Final = frozenset({"بنفس", "بذات", "باحد", "باحدي", "بجنوب", "بشمال", "بشرق", "بغرب", "بوسط", "بشوون"})
_MATTER: Final = 6
"""The matter of a verb follows the seat of its subject within so many words."""
_CITY: Final = frozenset({"العاصمه", "المدينه", "الدوله", "المنطقه"})
"""Their names stand right behind them («جنوب العاصمة دمشق»)."""
_SECTORS: Final = frozenset({"قطاع", "مجال", "ميدان", "سوق", "صناعه", "شمال", "جنوب", "شرق", "غرب"})
"""What people work in, and parts of the country."""
_NATIONAL: Final = NISBA | PLACE
_INTERNATIONAL: Final = frozenset({"الاوروبي", "الدولي", "العالمي", "الاممي", "العربي", "الافريقي"})


def step(  # noqa: C901, PLR0911, PLR0912 - one case a kind of word
    reading: Reading, phrase: Phrase, growth: Growth, at: int
) -> int:
    """Return the word behind what belongs to a source at word `at`; `at` where nothing does."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    word, part, hi = forms[at], reading.cast.by_word.get(at), reading.passage.hi
    over = behind_marked_body(reading, phrase, growth, at) if word in {"ل", "ب"} else at
    if over > at:
        growth.definite = True
        return over
    if word in VEILS:
        return at
    if growth.governs(reading, at) or (word in THIS and not growth.definite):
        growth.definite, growth.inside = word in BACK and growth.definite, True
        return at + 1
    if word == "غير" and at + 1 < hi and reading.is_plain(at + 1):
        return at + 2 if forms[at + 1].endswith(("ي", "يه", "يين")) else at
    if word in SEVERAL:
        return at + 1 if not growth.definite else at
    if flags[at] & NUMBER:
        return at + 1  # «المصورون العشرة»
    if word in WITHIN:
        inner = at + 1 < hi and not is_owned(reading, at + 1) and (word == "وسط" or leads_within(reading, at, word))
        held = inner and word in AT and noun_of_one(phrase) and holds_at(reading, phrase, at, named=growth.named)
        local = growth.group or held or (word == "في" and _is_local(reading, phrase, at))
        growth.searching = growth.searching or not local
        if not inner or (growth.searching and not (word in AT and noun_of_one(phrase) and _is_seat(reading, at + 1))):
            return at
        growth.definite, growth.inside, growth.held = False, True, True
        return at + 1
    if part is not None:
        return _mention(reading, growth, at)
    peel = reading.nouns.words.words[at].peel
    if word[0] == "ل" and (peel or reading.is_governed(at, "ل")):
        people = flags[at] & TITLE and not flags[phrase.first] & HEAD
        if growth.group or word.endswith("نا") or people or (growth.lone and not flags[phrase.first] & (HEAD | TITLE)):
            return at
        growth.definite = word.startswith("لل")
        return at + 1
    if word[0] == "ب" and (peel or reading.is_governed(at, "ب")):
        seated = _seat(reading, growth, at)
        if seated > at or peel:
            growth.of_matter = growth.of_matter or (seated > at and growth.of_bi and not _has_matter(reading, at + 1))
            growth.doubtful = growth.doubtful or growth.of_matter
            return seated
    if word[0] == "و" and peel:
        alike = word.startswith("وال") and forms[at - 1][-1] == word[-1]  # «العلماء والفقهاء»
        growth.paired = growth.lone
        return _past_joined(reading, growth, at) if alike or not growth.lone else at
    if word in _ACTING:
        return at + 1
    if is_adverb(reading, at) and forms[at - 1] in BACK:
        return at + 1  # «المعترف بها دوليا»
    if peel or len(word) < 2 or flags[at] & PARTICLE or is_clause(reading, at):
        return at
    if word[0] in "يت" and forms[at - 1].endswith("ون") and is_present(reading.nouns.words, at):
        return at  # «صيادون محليون يحتجزون سفينة»
    if growth.definite and _is_foreign(reading, phrase, at):
        growth.doubtful = True
        return at + 1
    if word in _IMPROPER and at + 1 < hi and is_definite(forms[at + 1]) and reading.is_plain(at + 1):
        return at + 2
    apposed = growth.named and (word in _STATUS or word.endswith(("ي", "يه")))  # «فلان أستاذ الاقتصاد السياسي»
    definite = growth.definite and not (growth.inside and is_definite(word))
    if not (apposed and is_definite(word)) and not _can_go_on(reading, at, definite=definite):
        return at
    nisba = flags[at] & NISBA or word.endswith(("ي", "يه"))
    before = forms[at - 1]
    other = (
        before == forms[phrase.first]
        and before[-1] != "ه"
        and word[-1] == "ه"
        and growth.lone
        and not before.endswith("ات")
    )
    another = (
        growth.group
        and not is_definite(word)
        and before.endswith(("يه", "يون", "يين"))
        and not word.endswith(before[-2:])
    )
    growth.doubtful = growth.doubtful or (growth.definite and is_definite(word) and not nisba) or other or another
    growth.bare = growth.bare or growth.definite or (growth.group and not growth.inside)
    growth.definite = growth.definite or is_definite(word) or _is_named_place(reading, at)
    return at + 1


def _is_local(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell whether «في» at a word tells people or bodies from others of their name («دائرة كذا في أبوظبي»).

    A nation's own stand alone: «الخارجية الأفغانية | في كابل» tells where they spoke.
    """
    forms, flags, noun = reading.passage.words.forms, reading.nouns.words.flags, phrase.noun
    if forms[phrase.first] in _RULERS:
        return True
    last = min(at, phrase.last)
    head, several = forms[phrase.first], last - phrase.first > 1
    body = several and (noun.kind == "organization" if noun is not None else head in reading.grammar.voices)
    people = not several and head.startswith("ال") and (noun is None or noun.number == "p")
    people = people and (reading.are_many(phrase.first) or head[2:] in reading.grammar.anonymous)
    if not (body or people) or (body and any(flags[i] & _NATIONAL for i in range(phrase.first + 1, last))):
        return False
    if forms[at - 1].removesuffix("ه") in _INTERNATIONAL:
        return False
    return forms[at + 1] in _SECTORS or _is_seat(reading, at + 1)


def _has_matter(reading: Reading, first: int) -> bool:
    """Tell whether «ب» follows once more: the one before tells a seat («طالبت لجنة كذا بالمنطقة السكان | بالصبر»)."""
    for at in range(first, min(first + _MATTER, reading.passage.hi)):
        if not reading.is_plain(at):
            return False
        if reading.passage.words.forms[at][0] == "ب" and reading.is_governed(at, "ب"):
            return True
    return False


def _is_named_place(reading: Reading, at: int) -> bool:
    """Tell whether a word without the article is the name of a place («منطقة حائل»): it closes a construct."""
    words, before = reading.nouns.words, at - 1
    stem = words.words[before].stem if words.words[before].peel else words.table.forms[before].removeprefix("ب")
    form = words.table.forms[at]
    return (
        form not in words.lexis.place_nouns
        and form not in _SECTORS
        and (bool(words.flags[at] & PLACE) or stem in words.lexis.place_nouns)
    )


def _mention(reading: Reading, growth: Growth, at: int) -> int:
    """Return the word behind a place or body that belongs to a source, or `at`."""
    part, word = reading.cast.by_word[at], reading.passage.words.forms[at]
    glued = part.start > reading.passage.words.starts[part.first]
    if part.entity.type == "person":
        return at
    before = reading.passage.words.forms[at - 1]
    named = before.removeprefix("ل") in _CITY or (not is_definite(before) and at not in reading.cast.by_last)
    apposed = named and part.entity.type == "location"  # «العاصمة دمشق», «جمهورية كذا»
    if growth.definite and not glued and not apposed:
        return at
    if glued:
        fits = (
            (word[0] == "ب" and (growth.group or growth.seated))
            or (word[0] == "ل" and not growth.group)
            or word[0] == "و"
        )
        if not fits or word in reading.grammar.adverbial:
            return at
    growth.definite = True
    return max(part.last, at + 1)


def _seat(reading: Reading, growth: Growth, at: int) -> int:
    """Return the word behind «ب» and where a source has its seat («بالمنطقة», «بنفس الجامعة»), or `at`."""
    word = reading.passage.words.forms[at]
    before = reading.passage.words.forms[at - 1]
    if word in _ACTING:
        return at + 1
    if LED_BY.get(before) == "ب" or before in _KNOWING:
        growth.definite, growth.inside = is_definite(word), True
        return at + 1
    if (
        not (growth.seated or growth.group)
        or word in reading.grammar.adverbial
        or reading.is_masdar(word.removeprefix("ب").removeprefix("ال"))
    ):
        return at
    if is_adverb(reading, at):
        return at
    if not _is_seat(reading, at) and word not in _SAME:
        return at
    growth.definite, growth.inside, growth.held = is_definite(word), True, True
    return at + 1


def _is_seat(reading: Reading, at: int) -> bool:
    """Tell whether a word, behind ب or not, is a body or a place."""
    words = reading.nouns.words
    if words.flags[at] & (HEAD | PLACE) or at in reading.cast.by_word:
        return True
    form = reading.passage.words.forms[at]
    bare = words.words[at].stem if words.words[at].peel else form.removeprefix("ب")
    if bare.removeprefix("ال") in _SEATS or words.lexis.word(bare.removesuffix("ات") + "ه").flags & HEAD:
        return True
    unknown = form[0] == "ب" and len(bare) > 3 and not words.lexis.word(bare).flags and not is_owned(reading, at)
    return unknown or bare.removeprefix("ال") in words.lexis.place_nouns


def _past_joined(reading: Reading, growth: Growth, at: int) -> int:
    """Return the word behind و and a noun that is joined to a source («والآثار», «ورجال الأعمال»), or `at`."""
    word, flags = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    if (flags & (VERB | CUE | PARTICLE) and not flags & DEFINITE) or word.endswith("وا"):
        return at
    if (
        not flags & (COMMON | HEAD | TITLE | NISBA)
        or word in reading.grammar.connector
        or word in reading.grammar.preposition
    ):
        return at
    if word in reading.grammar.voices or word in PEOPLE:
        return at  # «وسائل»
    if word[1:] in reading.grammar.preposition or word[1:] in reading.grammar.act or is_adverb(reading, at):
        return at
    growth.definite = is_definite(word)
    growth.group = growth.group or word[1:] in reading.grammar.anonymous
    return at + 1


def _can_go_on(  # noqa: PLR0911 - one test a line
    reading: Reading, at: int, *, definite: bool
) -> bool:
    """Tell whether a noun or adjective can go on a phrase: with the article behind one that has it, or without."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    word, before = forms[at], forms[at - 1]
    if not is_definite(word):
        if before in _SUPERLATIVE:
            return True  # «الأكثر تمثيلا»
        accusative = word[-1] == "ا" and bool(reading.nouns.words.lexis.word(word[:-1]).flags & COMMON)
        return not definite and not accusative and not flags[at] & TITLE
    if not definite:
        return True
    if before.endswith("اء") and word.endswith(("ين", "ون")):
        return True  # «الخبراء المختصين»
    if flags[at] & (HEAD | TITLE):
        return False
    plural = before.endswith(("ين", "ات", "ون")) and before not in SINGULAR
    if plural:
        return bool(flags[at] & NISBA) or not word.endswith(("ين", "ون", "ات"))
    return bool(flags[at] & NISBA) or word.endswith(("ي", "يه")) or word in _SUPERLATIVE or word in LED_BY


def _is_foreign(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell whether a word that no list knows goes on the foreign name of a body («صحيفة الموندو ديبورتيفو»)."""
    flags, part = reading.nouns.words.flags, reading.cast.by_last.get(at)
    body = phrase.noun is not None and phrase.noun.kind in {"organization", "document"} and phrase.last == at
    if part is not None and part.entity.type != "person":
        body = body or part.last - part.first > 1
    if not body or at < phrase.first + 2:
        return False
    strange = not flags[at] & ~MAYBE or not flags[at - 1] & ~(MAYBE | DEFINITE)
    if (
        not strange
        or flags[at] & (VERB | CUE | PARTICLE | DEFINITE)
        or is_adverb(reading, at)
        or is_clause(reading, at)
    ):
        return False
    behind, hi = at + 1, reading.passage.hi
    return behind >= hi or not reading.is_plain(behind) or reading.passage.words.forms[behind] in THAT
