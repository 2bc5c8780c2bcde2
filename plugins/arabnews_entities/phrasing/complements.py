"""Tells what may go on an office: complements, adjectives, clitics, styles of address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.institutions import governs
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    DEFINITE,
    FAMOUS,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    PLACE,
    SPELT,
    STOP,
    TITLE,
    VERB,
    Title,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words


_PARTICIPLES: Final = frozenset(
    ["معارض", "مساعد", "منتج", "ممثل", "مشرف", "مقدم", "مراقب", "مرشح", "مسوول", "متهم", "معتقل", "مدافع", "مهاجم",
     "خبير", "كبير", "ناشط", "محقق", "متطوع", "مطور", "نازح", "لاجي", "موظف", "مغامر", "متسلق", "مستكشف",
     "واعظ", "محاسب"]
)  # fmt: skip
"""Heads that qualify another noun as easily."""


def hidden_clitic(words: Words, at: int) -> bool:
    """Tell whether a word is listed with its preposition, being so frequent («لكرة»)."""
    form = words.table.forms[at]
    return form[0] in "لب" and len(form) > 3 and bool(words.lexis.table.get(form[1:], 0) & COMMON)


def rank_goes_on(words: Words, at: int) -> bool:
    """Tell whether what an adjective of rank stands before can be the complement of the head."""
    if not words.spaced[at] or words.flags[at + 1] & STOP:
        return False
    return bool(words.flags[at + 1] & (DEFINITE | HEAD | PLACE | KNOWN) or words.table.forms[at + 1][0] == "ل")


def general(words: Words, index: int) -> bool:
    """Tell whether «الفريق» is a rank: «أول» follows, or a name where it has the article; else it is a team."""
    if not words.spaced[index] or words.words[index + 1].peel:
        return False
    following = words.flags[index + 1]
    rank = words.words[index + 1].stem in {"اول", "ركن", "الركن"}
    named = words.flags[index] & DEFINITE and following & (NAMELIKE | LINK) and not following & DEFINITE
    return rank or bool(named)


def is_adjective(words: Words, index: int, title: Title) -> bool:
    """Tell whether a head shaped as an adjective qualifies the noun before it («المجلس العسكري»)."""
    if index == 0 or words.words[index].peel or title.kind not in {"office", "person"} or not words.spaced[index - 1]:
        return False
    if title.lemma[-1] != "ي" and title.lemma not in _PARTICIPLES:
        return False
    before = words.flags[index - 1]
    if before & (STOP | NAMELIKE | TITLE) or not before & (COMMON | DEFINITE):
        return False
    behind = words.flags[index + 1] if words.spaced[index] and index + 1 < words.count else 0
    if behind & DEFINITE and not behind & STOP and not words.flags[index] & DEFINITE:
        return False  # «عين محامي الدفاع», «حدد ولي العهد»
    return bool(before & DEFINITE) == words.words[index].stem.startswith("ال")


def honorific_phrase(words: Words, index: int) -> int:
    """Return the index behind an honorific of several words («خادم الحرمين الشريفين»), or 0."""
    for forms in words.lexis.honorific_phrases.get(words.words[index].stem, ()):
        last = index + len(forms)
        alike = last <= words.count and words.table.forms[index + 1 : last] == forms[1:]
        if alike and all(words.spaced[i] for i in range(index, last - 1)):
            return last
    return 0


def complement_follows(words: Words, at: int) -> bool:
    """Tell whether what a preposition governs can belong to an office: a place, a body, a definite noun."""
    if not words.spaced[at]:
        return False
    following = words.flags[at + 1]
    if following & STOP or words.words[at + 1].peel:
        return False
    if following & (PLACE | HEAD | KNOWN) or (following & DEFINITE and following & COMMON):
        return True
    if words.words[at + 1].stem in words.lexis.place_nouns:
        return True  # «عن ولاية كذا»
    # «في شؤون المناخ»
    return (
        bool(following & COMMON)
        and not following & NAMELIKE
        and words.words[at].stem == "في"
        and governs(words, at + 1)
    )


def possessed(words: Words, at: int) -> str:
    """Return the noun that carries a pronoun («خارجيتها»), without it, or ""."""
    form, known = words.words[at].stem, words.lexis.table.get
    for ending in ("ها", "هم", "ه"):
        base = form[: -len(ending)]
        if form.endswith(ending) and len(base) > 2:
            if base[-1] == "ت" and known(base[:-1] + "ه", 0) & COMMON:
                return base[:-1] + "ه"
            if known(base, 0) & COMMON and (ending != "ه" or _is_his(words, at)):
                return base
    return ""


def _is_his(words: Words, at: int) -> bool:
    """Tell whether a final ه is a pronoun and no ة: a name follows («وكيل أعماله فلان», but «مواطن اسمه فلان»)."""
    if words.table.forms[at] in {"اسمه", "لقبه", "كنيته"}:
        return False
    return words.text[words.table.ends[at] - 1] == "ه" and words.may_be_called(at + 1)


def adjective(words: Words, at: int) -> bool:
    """Tell whether a word can be an indefinite adjective or genitive behind «مصادر»: ordinary, bare, no verb."""
    flag = words.flags[at]
    ordinary = flag & COMMON and not flag & (STOP | TITLE | HEAD | PLACE | KNOWN | DEFINITE)
    return bool(ordinary) and not words.words[at].peel and words.words[at].stem[-1] in "هيين"


def goes_on_unknown(words: Words, at: int) -> bool:
    """Tell whether a name follows an unknown word with the article: then that word is an adjective."""
    if not words.spaced[at]:
        return False
    following = words.flags[at + 1]
    return bool(following & (GIVEN | LINK)) and not following & COMMON and not words.words[at + 1].peel


def whose(words: Words, at: int, title: Title) -> bool:
    """Tell whether a bare head has one word for its complement, behind which a name begins.

    It is a surname that needs no given name («محامي ترامب سامي كذا»), or a club or firm that no list has
    («مدرب كذا سامي»).
    """
    flag = words.flags[at]
    if flag & ~(VERB | FAMOUS | NAME | SPELT) or (flag & NAME and not flag & FAMOUS) or words.words[at].peel:
        return False
    if title.kind not in {"office", "person"} or not words.spaced[at] or words.words[at + 1].peel:
        return False
    behind = words.flags[at + 1]
    if flag & FAMOUS and not behind and words.spaced[at + 1]:
        return not words.flags[at + 2] & ~(NAMELIKE | SPELT)  # «المتحدث باسم ترامب أوفير كذا», whom no list has
    return bool(behind & GIVEN) and not behind & COMMON


def as_spelt(words: Words, at: int) -> int:
    """Return what a word may be; «مؤسسة», spelt so, is a body and has no pronoun of a title («مؤسسه»)."""
    flag = words.flags[at]
    if flag & HEAD and flag & DEFINITE and not words.words[at].stem.startswith("ال") and words.title(at) is None:
        return flag & ~(DEFINITE | TITLE)
    return flag
