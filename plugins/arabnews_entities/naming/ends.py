"""Tells where a name ends for sure: before «أن» that its verb governs, a colon, a pause, a preposition, an outlet.

Between a name and «أن» nothing may stand but what tells when and how; all else is the rest of the name
(«قال سعد علي الزورق إن»).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.manner import tells_how
from arabnews_entities.vocabulary.flags import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    NUMBER,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

THAT: Final = frozenset(
    {"ان", "انه", "انها", "انهم", "اننا", "اني", "انني", "بان", "بانه", "بانها", "بانهم", "فان", "قوله", "قولها"}
)
"""What a verb of speech governs: before it a name ends."""
BEHIND: Final = frozenset(
    {
        "عن",
        "الي",
        "في",
        "من",
        "خلال",
        "لدي",
        "عبر",
        "امام",
        "بعد",
        "قبل",
        "عقب",
        "اثناء",
        "منذ",
        "حول",
        "ضمن",
        "عند",
        "اذا",
        "حيث",
        "كما",
        "وهو",
        "وهي",
        "بينما",
    }
)
"""Prepositions before which a name may end."""
PAUSES: Final = frozenset('،,(-–.«"“')
_GOVERNING: Final = frozenset(
    ["نايب", "نايبه", "مساعد", "مساعده", "وكيل", "وكيله", "معاون", "مستشار", "مستشاره", "مدير", "مديره", "رييس",
     "رييسه", "نجل", "والد", "والده", "شقيق", "شقيقه", "ابن", "زوج", "زوجه", "ممثل", "ممثله", "مندوب", "سكرتير",
     "حارس", "محامي", "خليفه", "متحدث", "ناطق", "امين", "عضو", "مبعوث", "صديق", "زميل"]
)  # fmt: skip
"""Titles over which another may stand: they are no surnames before one («محمد نائب رئيس كذا»)."""
SPEECHLESS: Final = frozenset({"الله", "ايضا", "جدا"})
_MOST: Final = 2
"""So many words may go on with a name that was read."""
_NO_NAME: Final = STOP | NUMBER | ABBREVIATED | FOREIGN | STATUS | HEAD | KNOWN | NISBA
_PRONOUNS: Final = ("كم", "هم", "ها")
_CLITICS: Final = frozenset("بلكفو")
_SETTING: Final = frozenset(
    ["مساء", "صباح", "صبيحه", "ظهر", "عشيه", "ليل", "فجر", "مطلع", "يوم", "انذاك", "وقتذاك", "حينذاك", "يوميذ", "حينيذ",
     "وقتيذ", "عنديذ", "فقط", "هناك", "هنا", "كذلك", "الله", "حسب", "سابق", "لاحق", "الاسبوع", "الشهر", "العام",
     "السنه",
     "الموسم", "الماضي", "المقبل", "الحالي", "القادم", "الاخير", "الثاني", "الاول", "الثالث", "المساء", "الليله"]
)  # fmt: skip
"""What tells when and how something was said."""
_NO_SURNAME: Final = re.compile("ال(?:.*(?:ين|ون|ات|يه)|م.{3,4})|[يتنا](?!ل).*|.*[اه]")
"""How ordinary words are shaped that a verb governs, or that are verbs themselves."""


def up_to_end(words: Words, first: int, last: int, subject: int) -> int:  # noqa: PLR0911 - one kind of end after the other
    """Return the index behind a name that was read from word `first` up to `last`, and goes on to a sure end.

    `subject` is the first word of the whole phrase, behind the verb.
    """
    at, ordinary = last, False
    while at < words.count and at - last < _MOST and words.spaced[at - 1]:
        if spoken(words, at) or (at > last and paused(words, at)):
            break
        if not _may_go_on(words, at):
            return last
        ordinary = ordinary or bool(words.flags[at] & COMMON and not words.flags[at] & NAMELIKE)
        at += 1
    if at == last or at >= words.count or last <= first:
        return last
    if words.spaced[at - 1] and spoken(words, at):
        named = words.flags[first] & (NAMELIKE | LINK) or not (ordinary or words.flags[first])
        about = ordinary and not without_object(words, subject) and words.table.forms[at] not in {"ان", "فان"}
        return at if named and not about and _without_addressee(words, subject) else last
    if subject < 0 or (ordinary and not (words.flags[first] & (NAMELIKE | LINK) and _only_says(words, subject))):
        return last
    if any(_is_clitic(words, i) for i in range(last, at)):
        return last
    flag = words.flags[at - 1]
    if (
        words.table.forms[at] == "في"
        and not flag & NAMELIKE
        and (flag & DEFINITE or words.table.forms[at - 1][0] == "م")
    ):
        return last  # «فلان الباحث في كذا», «فلان متخصص في كذا»
    sure = without_object(words, subject) or not (ordinary or subject < 0)
    return at if sure and (spoken(words, at) or paused(words, at)) else last


def _may_go_on(words: Words, at: int) -> bool:  # noqa: PLR0911 - one kind of word after the other
    """Tell whether a word behind a name may be the rest of it, if a sure end stands behind."""
    flag, word, form = words.flags[at], words.words[at], words.table.forms[at]
    if flag & (_NO_NAME | LINK) or word.cue is not None or form in _SETTING or tells_how(words, form):
        return False
    if word.peel or form.endswith(_PRONOUNS):
        return False
    if flag & NAMELIKE:
        return True
    if not flag & COMMON:
        if form[0] == "ب" and words.text[words.table.ends[at] - 1] == "ه":
            return False  # «اعترف فلان | بعجزه عن»
        if form[0] == "و":
            return len(form) > _LONG and form[1] in "ايو"  # «سامي وولتكين إن»
        return not (form[0] == "ف" and words.lexis.word(form[1:]).flags & COMMON)
    if (flag & TITLE and form not in _HONOURED) or (flag & PLACE and not flag & WEAK):
        return False
    return _NO_SURNAME.fullmatch(form) is None and form not in words.lexis.cues.forms


def _only_says(words: Words, subject: int) -> bool:
    """Tell whether the verb before a subject is one of speech alone («قال», «أضاف»)."""
    reading = words.words[subject - 1].cue if subject else None
    return reading is not None and any(form.finite and form.strength == "A" for form in reading.forms)


_HONOURED: Final = frozenset({"الشيخ", "الحاج", "السيد"})
"""Titles that are surnames behind a name."""


_LONG: Final = 6
"""An unknown word of so many letters begins with ب as a name does."""


def _is_clitic(words: Words, at: int) -> bool:
    """Tell whether a word may be a preposition or و and another («بضم كذا»)."""
    form, flag = words.table.forms[at], words.flags[at]
    if form[0] not in _CLITICS or flag & NAMELIKE:
        return False
    return bool(words.lexis.word(form[1:]).flags) or (not flag & COMMON and len(form) < _LONG)


def _without_addressee(words: Words, subject: int) -> bool:
    """Tell whether the verb before a subject takes no word to whom something is said."""
    if subject < 1 or not words.spaced[subject - 1] or not words.flags[subject - 1] & CUE:
        return False
    reading = words.words[subject - 1].cue
    return reading is not None and any(form.finite and "OBJ" not in form.frames for form in reading.forms)


def spoken(words: Words, at: int) -> bool:
    """Tell whether what is said begins at a word, or its sign stands before it."""
    if words.spaced[at - 1]:
        return words.table.forms[at] in THAT or words.table.forms[at] == "قد"
    return ":" in words.gap(at - 1)


def paused(words: Words, at: int) -> bool:  # noqa: PLR0911 - one case a kind of end
    """Tell whether a name may end before a word: a mark of punctuation, a preposition, whom it was said to."""
    if at >= words.count:
        return True
    if not words.spaced[at - 1]:
        return words.gap(at - 1).lstrip()[:1] in PAUSES
    form, word = words.table.forms[at], words.words[at]
    if form == "قد" or (words.flags[at] & CUE and not words.flags[at] & WEAK):
        return True
    if words.flags[at] & TITLE and not word.peel and words.words[at - 1].stem not in _GOVERNING:
        before = words.flags[at - 1]
        named = before & (NAMELIKE | WEAK) or not before
        title = words.title(at)
        if title is None or (words.flags[at] & DEFINITE and title.number != "s"):
            return False  # «فلان كبير المحاضرين»
        return bool(named) and (not before & DEFINITE or words.table.forms[at - 1][-1] == "ي")
    if form == "علي":
        return words.text[words.table.ends[at] - 1] == "ى"
    return form in BEHIND or _to_outlet(words, at)


def _to_outlet(words: Words, at: int) -> bool:
    """Tell whether ل and the name of an outlet or a body begin at a word («لـ«الوطن»», «للجزيرة نت»)."""
    form = words.table.forms[at]
    if form == "ل":
        return words.gap(at).lstrip("ـ ")[:1] in MARKS or not words.spaced[at]
    if words.words[at].peel == 0 or form[0] != "ل":
        return False
    flag = words.flags[at]
    return bool(flag & (HEAD | KNOWN) or (flag & PLACE and flag & DEFINITE))


MARKS: Final = frozenset('"«“')


def without_object(words: Words, subject: int) -> bool:
    """Tell whether the verb right before a subject takes no noun as its object («قال», «أشار إلى»)."""
    if subject < 1 or not words.spaced[subject - 1] or not words.flags[subject - 1] & CUE:
        return subject < 0
    reading = words.words[subject - 1].cue
    return reading is not None and not any(
        frame.startswith(_OBJECTS) for form in reading.forms if form.finite for frame in form.frames
    )


_OBJECTS: Final = ("NP", "OBJ", "TWO")
