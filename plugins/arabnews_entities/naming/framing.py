"""Reads names between two sure ends: an office or a verb of speech before them, «أن», a colon or a preposition behind.

What no list knows, and what is an ordinary word elsewhere, is a name there, or the end of one: nothing else may stand
between «قال مدير الوكالة» and «إن» but what tells when and how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.closing import KIN
from arabnews_entities.naming.ends import BEHIND, PAUSES, SPEECHLESS, THAT, paused, spoken, up_to_end, without_object
from arabnews_entities.naming.manner import tells_how
from arabnews_entities.naming.names import UNCLES, joined
from arabnews_entities.naming.nobodies import ends_name
from arabnews_entities.naming.surnames import PARTICLES, doubtful, foreign_waw
from arabnews_entities.vocabulary.wordlists import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    SPELT,
    STATUS,
    STOP,
    TITLE,
    VERB,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

_MOST: Final = 5
"""A name has no more words than these."""
_SYLLABLES: Final = frozenset(
    ["اي", "بي", "بينغ", "تاي", "تانغ", "تسه", "تشن", "تشو", "تشي", "تو", "تي", "جن", "جونغ", "جي", "جيان", "جين",
     "دام", "دو", "دينغ", "رن", "سو", "سون", "سونغ", "سي", "شن", "شو", "شوي", "شي", "شيانغ", "فنغ", "فو", "قو", "قوه",
     "كو", "كي", "كيم", "لن", "لو", "لي", "ليو", "لين", "ما", "مون", "مين", "ني", "هوا", "هون", "هوي", "هي", "هيون",
     "وانغ", "ون", "وو", "يانغ", "يو", "يوان", "يون", "يونغ", "يي", "اون", "بارك", "تران", "نغوين", "فان", "هو", "هاي"]
)  # fmt: skip
"""Syllables of names of the East of Asia, many of them particles or verbs elsewhere."""
_PRONOUNS: Final = ("ك", "ه", "ها", "هم", "نا", "كم")
_STYLES: Final = frozenset({"سيد", "شيخ", "حاج", "معالي", "سعاده"})
_OF: Final = PARTICLES | {"دل"}
_CLITICS: Final = frozenset("وفبلك")
_VERBAL: Final = frozenset("يتنا")
"""How verbs of the present begin: an ordinary word that does is no surname."""
_RULERS: Final = frozenset({"الملك", "الملكه", "الامير", "السلطان", "الامام", "النبي", "الشيخ"})
"""Titles of those who are called by a given name alone («مكتبة الملك فلان العامة»)."""
_NO_SURNAME: Final = ("ته", "تها", "ها", "هم", "ات", "يا", "نا", "ما", "را", "دا", "لا", "ين", "ون", "كم")
"""Endings of what a verb governs, or of several: «أعلن الوزير محمد استقالته»."""
_PRONOUNS_OF: Final = ("ته", "تها", "ها", "هم", "كم", "نا")
_NEVER: Final = NUMBER | FOREIGN | ABBREVIATED | STATUS
_ELSE: Final = HEAD | PLACE | KNOWN


def led(words: Words, at: int) -> int:
    """Return the index behind a name at word `at`, by «عن» before and «قوله» behind and the like, or `at`."""
    if at and words.spaced[at - 1]:
        ends = _LEADS.get(words.words[at - 1].stem)
    else:
        ends = _SPEAKS if not at or words.text[words.table.starts[at] - 1] == "\n" else None
    if ends is None or words.words[at].peel:
        return at
    flag = words.flags[at]
    if flag & (COMMON | PARTICLE | DEFINITE) and not flag & (WEAK | NAMELIKE):
        return at
    last = framed(words, at, at, office=bool(flag & CUE), subject=-1 if ends is _ENDED else at)
    if last == at or last >= words.count:
        return at
    if ends is _SPEAKS:
        return last if words.spaced[last - 1] and words.flags[last] & CUE else at
    if not words.spaced[last - 1]:
        return last if ends is _ENDED and words.gap(last - 1).lstrip()[:1] in PAUSES else at
    return last if words.table.forms[last] in ends or (ends is _HAD and words.flags[last] & CUE) else at


_SPEAKS: Final = frozenset({""})
_ENDED: Final = frozenset({"فان", "في"})
_HAD: Final = frozenset({"قد"})
_SAYING: Final = frozenset({"قوله", "قولها", "ان", "انه", "انها", "تاكيده", "تاكيدها"})
_LEADS: Final = {
    "عن": _SAYING, "كان": _HAD, "كانت": _HAD, "وكان": _HAD, "وكانت": _HAD,
    "بحسب": _ENDED, "حسب": _ENDED, "وفق": _ENDED, "وبحسب": _ENDED, "وحسب": _ENDED, "ووفق": _ENDED,
}  # fmt: skip
"""What may stand before a name that nothing else introduces, and what must then stand behind it."""


def framed(words: Words, first: int, last: int, *, office: bool, subject: int) -> int:
    """Return the index behind the name that begins at word `first`, of which the lists read up to `last`.

    `office` tells that an office stands before it, else a verb of speech does; `subject` is the first word of the whole
    phrase, -1 where no verb is that might take an object. Nothing changes where no sure end stands behind a few words
    that may all be a name's.
    """
    end = up_to_end(words, first, last, subject)
    if end > last or words.words[first].peel or last > first + 2:
        return end
    at = last
    while at < words.count and at - first < _MOST and (at == first or joined(words, at)):
        if at > first and spoken(words, at):
            break
        if at > first and not words.spaced[at - 1]:
            at += 1  # behind a hyphen, whatever the word is else
            continue
        if not (_opens(words, first, office=office) if at == first else _goes_on(words, first, at, sure=office)):
            break
        at += 1
    if at == first and last == first and office and _alone(words, first, subject):
        return first + 1
    if at < first + 2 or at == last:
        return last
    return at if _convincing(words, first, last, at, subject) else last


def _alone(words: Words, at: int, subject: int) -> bool:
    """Tell whether a word that may be a name is a whole one behind a bare title («الناقد حرب إن»)."""
    if words.flags[at] & (WEAK | DEFINITE | STOP | TITLE | PLACE) != WEAK or not words.flags[at - 1] & TITLE:
        return False
    ends = spoken(words, at + 1) or (words.spaced[at] and words.table.forms[at + 1] in BEHIND)
    return ends and without_object(words, subject)


def _syllable(words: Words, at: int) -> bool:
    return words.table.forms[at] in _SYLLABLES


def _walter(words: Words, at: int) -> bool:
    """Tell whether «فال» begins a foreign name before another («فالتر شتاين»), no «ف» and an article."""
    return words.table.forms[at].startswith("فال") and words.spaced[at] and bool(words.flags[at + 1] & NAMELIKE)


def _uncle(words: Words, at: int) -> bool:
    return words.words[at].stem in UNCLES  # «ابن عم فلان»


def _shaped(words: Words, at: int) -> bool:
    """Tell whether an ordinary word is shaped as a verb, a participle or a phrase with a preposition: no name."""
    form = words.table.forms[at]
    if form in words.lexis.cues.forms or words.words[at].cue is not None or form in SPEECHLESS:
        return True
    return form[0] in _CLITICS or (form[0] in _VERBAL and not words.flags[at] & DEFINITE) or form[-1] in "اهت"


def _opens(words: Words, first: int, *, office: bool) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case a kind of word
    """Tell whether a word that the lists take for no name may open one here."""
    flag = words.flags[first]
    if flag & _NEVER or not words.spaced[first]:
        return False
    behind = words.flags[first + 1]
    if words.table.forms[first + 1] in THAT or words.words[first + 1].peel or flag & HEAD:
        return False
    if tells_how(words, words.table.forms[first]):
        return False
    if _syllable(words, first) and (not flag & PARTICLE or not behind & PARTICLE):
        return _syllable(words, first + 1) or (not flag & PARTICLE and not behind & ~NAMELIKE)
    named = bool(behind & NAMELIKE and not behind & (COMMON | PARTICLE)) or words.words[first + 1].stem in KIN | _OF
    if flag & TITLE:
        if words.words[first].stem in _STYLES and words.words[first + 1].stem not in KIN:
            return False  # «سيد محمد خاتمي»
        return bool(flag & WEAK and not flag & DEFINITE and named and behind & (GIVEN | LINK) and not behind & FAMOUS)
    if words.words[first].stem in words.lexis.place_nouns:
        return False
    if flag & DEFINITE:
        return office and flag & (WEAK | PARTICLE) == WEAK and not behind & ~(NAMELIKE | FAMOUS)
    if flag & _ELSE and not flag & WEAK:
        return False
    if flag & NAMELIKE:
        return words.words[first].stem not in KIN or not _uncle(words, first + 1)
    if flag & (PARTICLE | CUE):
        son = words.words[first + 1].stem in KIN  # «قال يزيد بن فلان»
        return (office or son) and bool(flag & (WEAK | LINK)) and (named or behind == 0)
    if flag & WEAK and flag & VERB and behind & GIVEN:
        return False  # «كرم محمد»
    if flag & WEAK:
        return named or not behind & ~(WEAK | DEFINITE | SPELT) or (office and behind & COMMON > 0)
    if flag & COMMON:
        return office and named and len(words.table.forms[first]) > 2 and not _shaped(words, first)  # «سيب», no «من»
    if words.table.forms[first][0] in _CLITICS and words.table.forms[first].endswith(_PRONOUNS):
        return False  # «لقائمتك»
    return not flag & ~VERB and not behind & ~(NAMELIKE | VERB) and not flag & behind & VERB


def _goes_on(words: Words, first: int, at: int, *, sure: bool) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case a kind of word
    """Tell whether a word may go on with a name."""
    flag, form, word = words.flags[at], words.table.forms[at], words.words[at]
    if flag & _NEVER or ends_name(words, at) or tells_how(words, form):
        return False
    if _syllable(words, at):
        return _syllable(words, at - 1) or not words.flags[at - 1] & ~NAMELIKE
    if form == "ال" and flag & LINK:
        return bool(words.spaced[at] and words.flags[at + 1] & NAMELIKE)  # «آل فلان»
    if word.peel:
        foreign = not flag & (TITLE | HEAD | PLACE | KNOWN | PARTICLE | CUE) and word.cue is None
        return foreign and (
            form[0] == "ك" or (form[0] == "و" and not flag & DEFINITE and foreign_waw(words, at)) or _walter(words, at)
        )
    if flag & (PARTICLE | CUE):
        return False
    if word.stem in KIN:
        father = words.flags[at + 1] if words.spaced[at] else STOP
        return bool(father & (NAMELIKE | WEAK) or not father) and not _uncle(words, at + 1)
    if flag & NAMELIKE:
        return True
    if form.endswith(_NO_SURNAME if flag & COMMON else _PRONOUNS_OF) or (
        not flag and form[0] == "و" and form[1] not in "اي"
    ):
        return False
    if not flag & ~(WEAK | DEFINITE | SPELT):
        return not doubtful(words, at, at - first)
    if flag & TITLE:
        ends = not words.spaced[at] or not words.words[at + 1].peel
        on = at > first + 1 and words.spaced[at] and words.flags[at + 1] & COMMON & ~STOP
        return bool(flag & WEAK) and ends and not on
    if flag & NISBA:
        return bool(flag & DEFINITE and words.flags[at - 1] & (GIVEN | WEAK))
    if (flag & _ELSE and not flag & WEAK) or (flag & COMMON and _shaped(words, at)):
        return False
    if at > first + 1 and form[0] == "م" and flag & COMMON and words.table.forms[at + 1 : at + 2] == ("في",):
        return False  # «فلان متخصص في كذا»
    if flag & DEFINITE and flag & WEAK and flag & COMMON:
        return any(words.flags[i] & NAMELIKE for i in range(first, at))
    if flag & DEFINITE and not flag & WEAK:
        if not sure:
            return False
        ruler = first > 0 and words.words[first - 1].stem in _RULERS
        return at == first + 1 and bool(words.flags[first] & GIVEN) and not ruler
    return True


def _convincing(words: Words, first: int, last: int, at: int, subject: int) -> bool:
    """Tell whether the words between the two ends are a name: some are hardly anything else, none speaks against it."""
    flags = words.flags[first:at]
    pauses = paused(words, at)
    if at < words.count and (spoken(words, at) or (pauses and without_object(words, subject))):
        listed = sum(1 for flag in flags if flag & (NAMELIKE | WEAK) or not flag)
        return listed > 0 or all(_syllable(words, i) for i in range(first, at))
    if any(words.flags[i] & LINK and words.words[i].stem in _OF for i in range(first + 1, at - 1)):
        return True  # «فلان دل كذا»
    if not all(words.spaced[first : at - 1]):
        return True  # «تشين مون-جون»
    if not pauses:
        return False

    # a verb's object may stand here too: none of the words may be an ordinary one
    def plain(i: int) -> bool:
        flag = words.flags[i]
        return not flag & COMMON or bool(flag & NAMELIKE) or _syllable(words, i) or _walter(words, i)

    weak = sum(1 for i in range(max(first, last), at) if not plain(i))
    sure = sum(1 for i in range(first, at) if plain(i))
    return weak == 0 or (sure > 0 and weak == 1 and bool(words.flags[first] & WEAK) and last == first)
