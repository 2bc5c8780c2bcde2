"""Tells by its neighbours whether a doubtful word belongs to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.closing import KIN, sealed
from arabnews_entities.naming.manner import tells_how
from arabnews_entities.vocabulary.wordlists import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

GIVEN_TOO: Final = frozenset(
    ["امينه", "امين", "اميره", "سلطان", "سلطانه", "شيخه", "سيد", "رايد", "مختار", "مالك", "خليفه"]
)
"""Titles that are given names before a father's, or a surname with the article."""
PARTICLES: Final = frozenset({"دي", "مك", "فان", "فون", "دو", "دا", "ديل"})
"""Particles of foreign names."""


def son_follows(words: Words, at: int) -> bool:
    """Tell whether «بن» shows that an ambiguous word is a given name («تركي بن مشهور»)."""
    return words.spaced[at] and words.words[at + 1].stem in KIN and not words.words[at + 1].peel


def particle_follows(words: Words, at: int) -> bool:
    """Tell whether a foreign particle and a word that is no ordinary one follow («فلان دي كذا»)."""
    if at + 2 >= words.count or not (words.spaced[at] and words.spaced[at + 1]):
        return False
    linked = words.words[at + 1].stem in PARTICLES and not words.words[at + 1].peel
    return linked and not words.flags[at + 2] & (COMMON | STOP | DEFINITE) and len(words.table.forms[at]) > 2


def article_given(words: Words, at: int) -> bool:
    """Tell whether a given name with the article, an adjective elsewhere, opens a name («الطيب صالح», «الصادق المهدي»).

    So people are called in the Maghreb and on the Nile; another name follows.
    """
    if words.words[at].stem not in _ARTICLE_GIVEN or not words.spaced[at] or words.words[at + 1].peel:
        return False
    flag = words.flags[at + 1]
    if words.words[at].stem in _OFFICE_TOO and not (flag & LINK and words.words[at + 1].stem != "بن"):
        return False
    named = bool(flag & (NAMELIKE | WEAK | LINK)) and not flag & (TITLE | HEAD | PLACE | NISBA | STOP)
    return named or flag == DEFINITE


_ARTICLE_GIVEN: Final = frozenset(
    ["الطيب", "الصادق", "المختار", "الطاهر", "البشير", "السعيد", "الهادي", "المنجي", "الزين", "الحبيب", "الشاذلي",
     "الامين", "التيجاني", "المعطي", "العياشي", "الميلود", "الجيلاني", "التهامي", "الصديق", "الباقر", "السر", "الفاتح",
     "المصطفي", "العنود", "البندري", "الهنوف", "الجازي"]
)  # fmt: skip
_OFFICE_TOO: Final = frozenset({"الامين"})
"""Before an ordinary name it is an office («الأمين محمد حسن»)."""


def opens_name(words: Words, at: int) -> bool:
    """Tell whether an ambiguous word behind a title is a given name, by the surname that follows («أمين الجميل»)."""
    if article_given(words, at):
        return True
    if not words.spaced[at] or words.words[at + 1].peel:
        return False
    flag, form = words.flags[at + 1], words.table.forms[at + 1]
    if flag & (NAMELIKE | LINK):
        return True
    if flag & (HEAD | PLACE | NUMBER) or (flag & STOP and not flag & WEAK):
        return False
    if flag & DEFINITE:
        return bool(flag & WEAK) or (not flag & COMMON and form[-1] == "ي")
    return not flag and not doubtful(words, at + 1, 1) and not words.flags[at] & TITLE


def surname_too(words: Words, at: int, units: int, *, titled: bool) -> bool:
    """Tell whether a title, verb or month behind a given name is a surname: nothing goes on that it could govern."""
    flag = words.flags[at]
    given = words.flags[at - 1] & (NAMELIKE | (WEAK if titled else 0))
    if not given or words.words[at].peel or (units > 1 and flag & TITLE and not sealed(words, at)):
        return False  # but «محمد مختار الخطيب، الأمين العام»
    if flag & PARTICLE and flag & DEFINITE:
        return False  # «قال فلان الخميس»
    ends = not words.spaced[at]
    following = 0 if ends else words.flags[at + 1]
    if flag & CUE:
        return bool(following & DEFINITE and following & (NAMELIKE | WEAK)) and words.table.forms[at + 1][-1] == "ي"
    listed = not ends and words.words[at + 1].peel == 1 and words.table.forms[at + 1][0] == "و"
    if listed and flag & DEFINITE and following & NAMELIKE:
        return True  # «رشيد الوالي ومحمد كذا»
    if titled and flag & DEFINITE and not ends:
        # «أمين كذا صالح القاضي ضرورة …»: a judge of somewhere would go on with a place or a preposition
        return not following & (DEFINITE | PLACE | HEAD | NAMELIKE) and not words.words[at + 1].peel
    return ends or bool(following & STOP and not following & NUMBER)


ORDINALS: Final = frozenset(
    ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي",
     "الثانيه", "الثالثه"]
)  # fmt: skip


def ordinal(words: Words, at: int) -> bool:
    """Tell whether an ordinal behind a given name is the number of a ruler («محمد السادس»)."""
    named = (
        not words.flags[at - 1] & COMMON or words.flags[at - 1] & NAMELIKE or (at > 1 and words.flags[at - 2] & LINK)
    )
    return bool(words.words[at].stem in ORDINALS and named and not words.words[at].peel)


def apart(words: Words, at: int, units: int) -> bool:
    """Tell whether an ordinary word behind a whole name begins something else («كمال النابلي قرار»)."""
    if units < 2 or words.flags[at] & DEFINITE:
        return False
    if sealed(words, at) or words.words[at - 2].stem == "عبد" or words.words[at - 1].stem.startswith("عبد"):
        return False  # «علي عبد الله صالح»
    return not words.flags[at - 1] & GIVEN or bool(words.flags[at - 1] & DEFINITE)


def doubtful(words: Words, at: int, units: int) -> bool:
    """Tell whether a word that no list knows may rather be the next word of the sentence than a further surname."""
    form = words.table.forms[at]
    if tells_how(words, form):
        return True
    ends = not words.spaced[at] or words.flags[at + 1] & (STOP | TITLE)
    if words.flags[at] & DEFINITE:
        return form[-1] != "ي" and not ends and (units > 1 or form[-1] in "هنت")
    if form.endswith(("ها", "هم", "كم")) or (units > 1 and form.endswith(("ات", "وا"))):
        return True
    if form[0] == "م" and form[-1] == "ه" and "و" in form:
        return True  # «مرفوقة»
    return (
        units > 1 and form[:1] in "بلكفيتنسا" and not (ends and form[:1] == "ب" and len(form) > 4 and form[-1] != "ه")
    )


def nisba_surname(words: Words, at: int) -> bool:
    """Tell whether an adjective without the article closes a name («محمد رضا نقدي»): a name takes no such adjective."""
    form, flag = words.table.forms[at], words.flags[at]
    if flag & (STOP | TITLE | HEAD | NISBA | PLACE | DEFINITE) or words.words[at].peel or len(form) < 4:
        return False
    if form[-1] != "ي" or form[0] in "يتس" or words.text[words.end(at) - 1] == "ى":
        return False
    before = words.flags[at - 1] & words.flags[at - 2]
    ends = not words.spaced[at] or words.flags[at + 1] & STOP
    return bool(ends and before & NAMELIKE and not words.flags[at - 1] & DEFINITE)


MONTH_NAMES: Final = frozenset({"رمضان", "رجب", "شعبان", "خميس", "جمعه", "صفر"})


def month_surname(words: Words, at: int) -> bool:
    """Tell whether the name of a month or day right behind a given name is a surname («إسلام رمضان»)."""
    if words.words[at].stem not in MONTH_NAMES or words.words[at].peel or not words.flags[at - 1] & GIVEN:
        return False
    follows = words.spaced[at]
    return not (follows and words.flags[at + 1] & (NUMBER | DEFINITE) and not words.flags[at + 1] & TITLE)


def french_article(words: Words, at: int) -> int:
    """Return the index behind «لو» and what it is the article of in a French name («جان إيف لو دريان»), or 0."""
    if not words.spaced[at] or words.words[at + 1].peel:
        return 0
    before, following = words.flags[at - 1], words.flags[at + 1]
    foreign = before & NAMELIKE or not before
    return at + 2 if foreign and not following & (COMMON | STOP | DEFINITE | TITLE) else 0


def given_too(words: Words, at: int) -> bool:
    """Tell whether a day, month, verb or «باسم» behind a title is a given name, by what follows («رجب طيب أردوغان»)."""
    stem = words.words[at].stem
    if words.flags[at] & CUE:  # «الجنرال الإسرائيلي دان حالوتس»
        return bool(words.flags[at] & WEAK and words.flags[at - 1] & (NISBA | TITLE)) and surname_follows(words, at)
    if stem == "صباح":
        return _of_the_house(words, at)
    if stem == "باسم":
        return not in_name_of(words, at)
    return stem in MONTH_NAMES and name_follows(words, at, titled=True)


def _of_the_house(words: Words, at: int) -> bool:
    """Tell whether «صباح» is a name: another with the article follows («صباح الأحمد»), no day."""
    follows = words.spaced[at] and not words.words[at + 1].peel
    return bool(follows and words.flags[at + 1] & NAMELIKE and words.flags[at + 1] & DEFINITE)


def surname_follows(words: Words, at: int) -> bool:
    """Tell whether the next word is a name that is hardly anything else."""
    if not words.spaced[at] or words.words[at + 1].peel:
        return False
    return bool(words.flags[at + 1] & NAMELIKE and not words.flags[at + 1] & COMMON)


def foreign_waw(words: Words, at: int) -> bool:
    """Tell whether و is a letter of a foreign surname («كارين وايز»), not a conjunction."""
    start = words.table.starts[at]
    form = words.table.forms[at]
    if form[1:2] == "و":
        return form[2:3] not in {"ا", "ي"} and len(form) < 8  # «وودكوك», but «وويليامز»
    return form[1:2] in {"ا", "ي"} and len(form) < 7 and words.text[start + 1 : start + 2] in {"ا", "ي"}


def strange_given(words: Words, at: int) -> bool:
    """Tell whether an ordinary word behind a title is a given name, by the surname behind («الدكتورة مشاعر أحمد»)."""
    flag, form, before = words.flags[at], words.table.forms[at], words.flags[at - 1]
    if flag & _NO_GIVEN or not before & DEFINITE or words.words[at].peel or not at or at + 2 > words.count:
        return False
    if not words.spaced[at - 1] or not words.spaced[at] or len(form) < 3 or form.endswith(("ات", "ك")):
        return False
    if form[-1] == "ه" and words.table.forms[at - 1][-1] != "ه":
        return False
    following = words.flags[at + 1]
    if words.words[at + 1].peel or form in words.lexis.cues.forms:
        return False
    title = words.title(at - 1) if before & TITLE and before & DEFINITE else None
    if following & NAMELIKE:
        return title is not None and title.kind == "honorific" and not following & COMMON
    # behind an office a verb's object may stand: the surname must be no other word and end the phrase
    unlisted = not following & ~DEFINITE and not doubtful(words, at + 1, 1) and len(words.table.forms[at + 1]) > 3
    ended = sealed(words, at + 1) or words.table.forms[at + 2 : at + 3] == ("ل",)
    if not ended and title is not None and title.kind == "honorific" and at + 2 < words.count and words.spaced[at + 1]:
        ended = bool(words.flags[at + 2] & TITLE) and not words.words[at + 2].peel  # «السيد خشب زعفور مدير كذا»
    return unlisted and ended


_NO_GIVEN: Final = STOP | TITLE | HEAD | PLACE | KNOWN | NISBA | DEFINITE | NUMBER | ABBREVIATED | STATUS


def last_surname(words: Words, index: int, at: int) -> bool:
    """Tell whether a noun with the article closes a name with a father in it («خالد بن عمر السند»)."""
    flag = words.flags[at]
    if flag & (STATUS | TITLE | HEAD | PLACE | STOP) or (words.words[at].peel and not _son_elsewhere(words, at)):
        return False
    if not any(words.words[i].stem in KIN for i in range(index + 1, at)) or _governed(words, at):
        return False
    before = words.flags[at - 1]
    if flag & DEFINITE and before & DEFINITE and before & NAMELIKE and words.table.forms[at - 1][-1] == "ي":
        return False  # «افتتح خالد بن سالم المزرعي المعرض»
    ends = not words.spaced[at]
    if not ends and flag & DEFINITE and not flag & NISBA and words.table.forms[at][-1] == "ي":
        return not words.flags[at + 1] & DEFINITE  # «وصفت سلمى بنت عمر المزرعي مسابقة كذا بأنها …»
    return ends or bool((flag & DEFINITE or words.words[at].peel) and words.flags[at + 1] & STOP)


def _governed(words: Words, at: int) -> bool:
    """Tell whether an ordinary noun has a pronoun or is an accusative («يوقع سامي بن علي كتابه»)."""
    form, flag = words.table.forms[at], words.flags[at]
    if flag & DEFINITE or not flag & COMMON or flag & NAMELIKE:
        return False
    return form.endswith(("ها", "هم", "ين", "ا")) or words.text[words.end(at) - 1] == "ه"


def _son_elsewhere(words: Words, at: int) -> bool:
    """Tell whether what seems a clitic and a word behind a father's name returns («مازن بن محمد بترجي … بترجي»)."""
    form = words.table.forms[at]
    son = form[0] in "بكفل" and words.words[at].peel == 1 and at > 1 and words.words[at - 2].stem in KIN
    return son and len(words.positions(form)) > 1


def whole(words: Words, at: int, *, titled: bool) -> bool:
    """Tell whether a word that could be a clitic and a name is a name itself («برايان» behind a given name)."""
    form, word = words.table.forms[at], words.words[at]
    if word.stem == "فرانس":
        return False  # «كوستاس لفرانس برس»
    if _son_elsewhere(words, at):
        return True
    if not titled or word.peel != 1 or form[:1] not in "بكفل" or word.flags & (DEFINITE | GIVEN | STOP | TITLE | PLACE):
        return False
    if not word.flags & COMMON:
        return not words.positions(word.stem)  # «بمونيكا», where «مونيكا» is named too
    if word.stem[-1] == "ه":
        return False  # «بزيادة»
    ends = not words.spaced[at] or words.flags[at + 1] & STOP
    return bool(word.flags & WEAK and ends)


_SPOKESMEN: Final = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه", "متحدثين", "متحدثان"})


def in_name_of(words: Words, at: int) -> bool:
    """Tell whether «باسم» tells for whom somebody speaks; before a surname it is a given name («الخبير باسم جميل»)."""
    if at and words.spaced[at - 1] and words.words[at - 1].stem.removeprefix("ال") in _SPOKESMEN:
        return True  # «المتحدث باسم فلانة»
    if not words.spaced[at] or words.words[at + 1].peel:
        return True
    following = words.flags[at + 1]
    title = words.title(at - 1) if at and words.spaced[at - 1] else None
    if title is not None and title.kind == "honorific" and following & WEAK and not following & _NO_GIVEN:
        return False  # «الدكتور باسم وهبة»
    if following & (NAMELIKE | WEAK) and following & DEFINITE and not following & (PLACE | KNOWN | HEAD | TITLE):
        # «وزير المياه باسم الأحمر», but «المتحدث الرسمي باسم الراعي», «باسم الدين»
        spoken = at > 1 and words.words[at - 2].stem.removeprefix("ال") in _SPOKESMEN
        return spoken or words.words[at + 1].stem == "الدين"
    return not following & NAMELIKE or bool(following & (COMMON | DEFINITE | PLACE | KNOWN | HEAD))


def in_his_name(words: Words, at: int) -> bool:
    """Tell whether «باسمه» is written, which folds like the given name «باسمة»."""
    return words.words[at].stem == "باسمه" and words.text[words.end(at) - 1] == "ه"


_PROFESSIONS: Final = frozenset({"استاذ", "دكتور", "مهندس", "داعيه", "كابتن", "بروفيسور"})


def honorific_surname(words: Words, at: int) -> bool:
    """Tell whether an honorific behind a given name is a surname («سامي سلطان»): the clause goes on or ends."""
    title = words.title(at)
    if title is None or title.kind != "honorific" or title.number != "s" or title.lemma in _PROFESSIONS:
        return False
    if not words.spaced[at] or (words.words[at + 1].peel and not words.flags[at + 1] & TITLE):
        return True  # «راج شاه لرويترز»
    return bool(words.flags[at + 1] & STOP)


def name_follows(words: Words, at: int, *, titled: bool) -> bool:
    """Tell whether the next word may be a name's; behind a title an ambiguous one will do."""
    if not words.spaced[at] or words.words[at + 1].peel:
        return False
    following = words.flags[at + 1]
    # «الدكتور علي الفرماوي», whose surname no list knows
    unlisted = following == DEFINITE and words.table.forms[at + 1][-1] == "ي"
    return bool(following & NAMELIKE or (titled and (following & (WEAK | LINK) or unlisted)))


def heads_phrase(words: Words, at: int) -> bool:
    """Tell whether an ambiguous word governs the next («محمد رئيس الوفد»): then it is no part of the name."""
    if not words.spaced[at] or words.flags[at] & DEFINITE:
        return False
    following = words.flags[at + 1]
    governed = following & DEFINITE and following & COMMON and not following & (NAMELIKE | WEAK | PARTICLE)
    if governed and following & TITLE and not words.flags[at] & (TITLE | HEAD):
        return False  # «سالم هلال الإمام»
    return bool(governed and not words.words[at + 1].peel)
