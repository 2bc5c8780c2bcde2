"""Tells where the words of a source stop agreeing with its head: «حثت المؤسسة | النظام», «هنأ المغردون | الشعب»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, HEAD, NISBA, TITLE
from arabnews_quotes.text.grammar import SINGULAR, THESE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews_entities import NounPhrase

    from .phrases import Phrase, Reading

_MASCULINE: Final = frozenset(
    {"الجيش", "الحزب", "المجلس", "البنك", "المصرف", "النادي", "الاتحاد", "المركز", "المرصد", "المعهد", "الفريق"}
    | {"البرلمان", "الديوان", "الصندوق", "الايتلاف", "التحالف", "التيار", "التنظيم", "المكتب", "المنتخب", "الحرس"}
)
"""Bodies of which a word with ة is no adjective."""
_ASKED: Final = frozenset(
    {"السلطات", "الحكومه", "الحكومات", "الدوله", "الدول", "الجهات", "الاطراف", "الوزاره", "الموسسات", "الجمهور"}
    | {
        "المواطنين",
        "المواطنات",
        "المجتمع",
        "الجماهير",
        "السكان",
        "الشركه",
        "الشركات",
        "الامم",
        "الاتحادات",
        "اللجنه",
        "البرلمان",
    }
)
"""Nouns that are no adjectives: behind a whole phrase they are who is asked («أهالي القرية | السلطات بـ…»)."""
_ELATIVE: Final = 6
"""The letters of «الأكثر», «الأكبر», which have no feminine here."""
_OWNED: Final = ("هم", "ها", "هما", "هن", "ه")
_MASDAR: Final = re.compile(r"ال(?:است..ا.|ا[^ل]..ا.|الت.ا.|ت..ي.|ت[^ي]{2}[^يهاء])\Z")
"""Masdars by their form («الاعتراف», «الاستجابة» without ة, «الالتزام», «التنفيذ», «التدخل»): no adjectives."""
_DEED: Final = re.compile(r"ال(?:است..ا.|ا[^ل]ت.ا.|ان..ا.|ت..ي.)(?:ات)?\Z")
"""Masdars of the forms II, VII, VIII and X, and their plurals."""
_FEMININE: Final = ("ه", "ات", "النساء")
_SHORT: Final = 3
"""A noun with its pronoun has more letters than this."""
_FEWEST: Final = 2
"""«عمه» has more letters."""
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "نا")
_MINE: Final = frozenset({"زميلي", "صديقي", "والدي", "والدتي", "اخي", "اختي", "ابي", "امي", "عمي", "خالي", "شقيقي"})


def is_of_adjective(reading: Reading, word: str) -> bool:
    """Tell whether a word in «يون» is the plural of an adjective that the lists know («نقابي», «نقابية»)."""
    lexis, stem = reading.nouns.words.lexis, word[:-2]
    return len(stem) > 3 and any(
        (entry := lexis.word(form)).flags & COMMON and not entry.peel for form in (stem, stem + "ه")
    )


def is_owned(reading: Reading, index: int) -> bool:
    """Tell whether a noun has a pronoun («زميله», «حكومتها»); a name behind it tells who («مدربه فلان»)."""
    words = reading.passage.words
    word, end = words.forms[index], words.ends[index]
    if word in _MINE:
        return True
    return len(word) > _FEWEST and word.endswith(_PRONOUNS) and words.text[end - 1] != "ة" and word[:2] != "ال"


def is_ministry(word: str, phrase: Phrase) -> bool:
    """Tell whether the first word of a phrase names a ministry by its field, with the adjective of a country."""
    return word in {"الداخليه", "الخارجيه"} and phrase.last == phrase.first + 2  # «الخارجية الفرنسية»


def is_thing(  # noqa: PLR0911 - one test a line
    reading: Reading, first: int, index: int
) -> bool:
    """Tell whether a definite word behind a whole phrase is an object, no adjective («أدان وزير الدولة | الاعتداء»).

    A phrase is whole behind a definite word or behind an adjective without the article («نفى مسؤول محلي | الاتهامات»).
    """
    forms = reading.passage.words.forms
    word, before = forms[index], forms[index - 1]
    if not word.startswith("ال") or index in reading.cast.by_word or is_nominative(word):
        return False
    if before.endswith("يون") and "ال" not in {before[:2], before[1:3]} and len(before) > len("تلفزيون") - 1:
        # «خبراء ساحليون وصناعيون | النقابات المحلية»
        return bool(reading.nouns.words.lexis.word(before.removeprefix("و")[:-2]).flags & (NISBA | COMMON))
    if index < first + 2:  # «طالب الرئيس | المجتمع الدولي»
        title = reading.nouns.words.title(index) if before.startswith("ال") else None
        one = (
            before.startswith("ال") and reading.nouns.words.flags[first] & (TITLE | HEAD) and not before.endswith("ون")
        )
        return bool(one) and (word in reading.grammar.thing or (title is not None and title.number == "p"))
    if not before.startswith("ال") and not (before.endswith("ي") and len(before) > _SHORT):
        return False
    if reading.nouns.words.flags[index] & NISBA:
        return False  # «التركية» is shaped as «التربية»
    if word in _ASKED:
        return True
    if word in reading.grammar.thing or _DEED.match(word) is not None:
        return True
    # «دعا وزير الصحة | المواطنين»: people who are many are no adjective of one
    several = before.endswith(("ون", "ين", "ات")) and before not in SINGULAR
    title = reading.nouns.words.title(index) if not several else None
    return (title is not None and title.number == "p") or (before[-1] == "ه" and word.endswith("ين"))


def is_nominative(word: str) -> bool:
    """Tell whether a definite plural is no object, by its ending («النواب المعارضون», «الطلبة المعتصمون»)."""
    return word.startswith("ال") and word.endswith("ون") and word not in SINGULAR


def is_of_many(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name of one, up to word `last`, is the object behind a plural («يتهم المعارضون | فلانا»)."""
    words = reading.passage.words
    if not is_nominative(words.forms[first]) or last >= reading.passage.hi or not reading.is_plain(last):
        return False
    return words.forms[last][0] != "و"  # «قال المحللون فلان وفلان»


def _ends_in_nun(words: Sequence[str]) -> bool:
    """Tell whether indefinite plurals with their ن stand alone: such a noun leads no construct on."""
    return all(word.endswith("ون") and not word.startswith("ال") and word not in SINGULAR for word in words)


def is_object_masdar(reading: Reading, index: int) -> bool:
    """Tell whether a word is a definite masdar behind a noun with a pronoun: «طالب حكومة بلادهم | الاعتراف بـ…»."""
    words = reading.passage.words
    before, end = words.forms[index - 1], words.ends[index - 1]
    owned = before.endswith(_OWNED) and not before.startswith("ال") and reading.passage.text[end - 1] != "ة"
    return owned and len(before) > _SHORT and _MASDAR.match(words.forms[index]) is not None


def disagrees(  # noqa: PLR0911 - one test a line
    reading: Reading, first: int, index: int, noun: NounPhrase | None
) -> bool:
    """Tell whether a definite word is no adjective of what it follows: «حثت المؤسسة | النظام», «أبلغ الجيش | الحكومة».

    What people are called by may be followed by a surname.
    """
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    word = forms[index]
    people = noun is None or noun.kind in {"role", "collective"}
    if people and forms[first].endswith("ون") and _ends_in_nun(forms[first:index]):
        return word.startswith("ال") or word in THESE  # «اتهم معارضون | الحكومة», «وصف محللون | هذه …»
    if not word.startswith("ال") or is_nominative(word):
        return False
    if index > first + 1 and is_object_masdar(reading, index):
        return True
    if (
        forms[first].endswith("ون")
        and index == first + 1
        and forms[first].startswith("ال")
        and forms[first] not in SINGULAR
    ):
        return not word.endswith(("ون", "ين", "ي"))  # «هنأ المغردون | الشعب»
    if noun is not None and noun.kind in {"person", "role"}:  # «يطالب الدكتور فلان | الحكومات»
        several = word.endswith("ين") and word not in SINGULAR and flags[index] & TITLE  # «أبلغ الرئيس | الصحفيين»
        another = noun.gender == "m" and word.endswith(("ه", "ات")) and flags[index] & HEAD
        return noun.article and noun.number == "s" and bool(several or another)
    if noun is None and (flags[first] & TITLE or forms[first] in reading.grammar.back):
        return False
    if noun is not None and noun.kind == "organization" and index > first + 1 and forms[index - 1].startswith("ال"):
        following = flags[index] & HEAD and not flags[index] & NISBA
        if following and forms[first].startswith("ال"):
            return True  # «طالبت اللجنة البرلمانية | الحكومة بـ…»
    if all(form.startswith(("ال", "وال")) and form.endswith(_FEMININE) for form in forms[first:index]):
        elative = word.startswith("الا") and len(word) == _ELATIVE
        return not word.endswith(("ه", "ي", "ا", "ات", "اء")) and not elative and word != "الام"
    single = noun is not None and noun.kind == "organization" and noun.number == "s" and flags[first] & HEAD
    alone = index == first + 1 and forms[first].startswith("ال") and not forms[first].endswith(("ه", "ات", "اء"))
    return bool(single) and alone and forms[first] in _MASCULINE and word.endswith("ه")
