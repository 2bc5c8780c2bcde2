"""Finds the full name that a bare «الدائرة» or «المجمع» stands for, wherever the article gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, HEAD, NISBA, STOP, TITLE
from arabnews_quotes.text.definite import is_definite

from .called import span_in_marks
from .references import own_length, stem_of

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_EARLIER: Final = 1_500
"""The full name of a body is looked for among so many words before its bare head, and behind it."""
_BODIES: Final = frozenset({
    "مجمع", "عماده", "برنامج", "شبكه", "حمله", "شعبه", "قياده", "مختبر", "منصه", "مبادره", "مجموعه", "كتله", "مشروع",
    "قسم", "مصلحه", "سلطه", "غرفه", "مكتب", "مركز", "دار", "تنظيم", "حركه", "تيار", "جماعه", "فريق", "صندوق", "بعثه",
    "اداره", "قطاع", "وحده", "دايره", "جهاز", "مهرجان", "مندوبيه", "ولايه", "جهه", "تعاونيه",
})  # fmt: skip
"""Nouns that call a body where a name follows them, and no list of heads has, or not always."""
_ALIKE: Final = {"مصرف": ("بنك",), "بنك": ("مصرف",), "جريده": ("صحيفه",), "صحيفه": ("جريده",)}
"""What else a noun may be called where the article gives its name."""
_LEADS: Final = ("", "و", "ل", "ب", "ف", "ول", "وب")
_ABROAD: Final = frozenset({"سفاره", "قنصليه", "بعثه"})
"""Bodies that are told apart by where they are."""
_WORDS: Final = 4
"""A name without marks has no more words than this behind its head."""


def full_name(reading: Reading, phrase: Phrase) -> str | None:
    """Return the one full name that has the head of a bare «الدائرة», before it or else behind it, or None."""
    head = stem_of(reading, phrase.first)
    if not head.startswith("ال") or own_length(reading, phrase) != 1:
        return None
    stem, flag = head[2:], reading.nouns.words.flags[phrase.first]
    if not (flag & HEAD or stem in _BODIES):
        return None
    places = reading.nouns.words.positions
    stems = (stem, *_ALIKE.get(stem, ()))
    forms = [lead + one for one in stems for lead in _LEADS]
    forms += [head, "و" + head] if flag & HEAD else []
    at = sorted({at for form in forms for at in places(form) if abs(at - phrase.first) < _EARLIER})
    before = _longest(_names(reading, [i for i in at if i < phrase.first]))
    if before:
        return next(iter(before.values())) if len(before) == 1 else None
    behind = _longest(_names(reading, [i for i in at if i >= phrase.last]))
    return next(iter(behind.values())) if len(behind) == 1 else None


def _names(reading: Reading, places: list[int]) -> dict[str, str]:
    """Return the full names that begin with a head at some words, by their folded form."""
    found: dict[str, str] = {}
    for at in places:
        name = _name_read(reading, at) or _name_behind(reading, at)
        if name is not None:
            found.setdefault(fold(name).removeprefix("ال"), name)
    return found


def _longest(names: dict[str, str]) -> dict[str, str]:
    """Return the names without those that are the beginning of another."""
    return {key: name for key, name in names.items() if not any(o != key and o.startswith(key) for o in names)}


def _name_read(reading: Reading, at: int) -> str | None:
    """Return the body whose name the reader of noun phrases finds at a word («دائرة كذا في كذا»), or None."""
    words, flags = reading.passage.words, reading.nouns.words.flags
    noun = reading.nouns.read(at)
    if noun is None or noun.last <= at + 1 or noun.kind != "organization":
        return None
    second = words.forms[at + 1]
    adjective = flags[at + 1] & NISBA or (second.endswith(("ي", "يه")) and not second.startswith("الم"))
    if is_definite(words.forms[at]) and noun.last == at + 2 and not adjective:
        return None  # «اللجنة المشكلة» is no name
    end, behind = noun.end, noun.last + 1
    abroad = words.forms[at].removeprefix("و") in _ABROAD and behind < len(words.forms)
    if abroad and words.forms[noun.last] == "في":
        seat = reading.cast.by_word.get(behind)  # «سفارة كذا | في باريس»
        end = seat.end if seat is not None and seat.entity.type == "location" else end
    return reading.passage.text[noun.start : end].strip(' \t،,*:«»"')


def _name_behind(reading: Reading, at: int) -> str | None:
    """Return a head with the name that stands behind it, in marks («مجمع (كذا)») or of definite nouns, or None."""
    words, noun = reading.passage.words, reading.nouns.words
    if at + 1 >= len(words.forms) or is_definite(words.forms[at]):
        return None
    start = noun.begin(at)
    marked = span_in_marks(words, at)
    if marked is not None:
        return words.text[start : marked[1] + 1]
    last = at + 1
    while last < min(at + 1 + _WORDS, len(words.forms)) and noun.spaced[last - 1] and _is_part(reading, at, last):
        last += 1
    return words.text[start : words.ends[last - 1]] if last > at + 1 else None


def _is_part(reading: Reading, head: int, at: int) -> bool:
    """Tell whether a word goes on with the name of the body whose head is given: definite nouns, also behind و."""
    form, flag = reading.passage.words.forms[at], reading.nouns.words.flags[at]
    joined = form.startswith("وال") and at > head + 1
    if at in reading.cast.dates or at in reading.signs.cues or flag & (STOP if joined else STOP | TITLE):
        return False
    return joined or (form.startswith("ال") and bool(flag & (DEFINITE | COMMON | NISBA)))
