"""Tells to which agency, newspaper or station one speaks: «في تصريح لوكالة كذا», «في حواره مع «النهر»», «لقناة كذا»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import without_conjunction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.article import Channel
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.tables import Tables

_NEAR: Final = 4
"""An outlet stands within so many words behind «حديث» and «تصريح»."""
_NAME: Final = 6
"""The name of an agency has no more words than this («وكالة النهر الوطنية للأنباء»)."""
_NEWS: Final = frozenset({"برس", "انباء", "الانباء", "للانباء", "الاخباريه", "الصحافه", "الاعلام", "للاعلام"})
_OF_AGENCIES: Final = _NEWS - {"الصحافه", "الاعلام", "للاعلام"}
"""These alone name an agency; «وسائل الإعلام» and «الصحافة» are others."""
_BELONGING: Final = frozenset(
    {"تابع", "تابعه", "التابع", "التابعه", "مراسل", "مراسله", "مدير", "مديره", "تقرير", "مقال", "ترجمه", "وفقا", "طبقا"}
    | {"خلافا", "العام", "العامه", "المالكه", "المالك", "المملوكه", "المنتمي", "المنتميه", "الموالي", "المواليه"}
    | {"رئيس", "السابق", "السابقه", "الحالي", "الحاليه", "الرسمي", "الرسميه", "الالكتروني", "الاقليمي", "الاعلامي"}
    | {"عضو", "مندوب", "مصور", "الناطق", "المتحدث", "التنفيذي", "التنفيذيه", "القيادي", "مساند", "الداعم", "الداعمه"}
)
"""«مراسل لقناة كذا» tells where he works, not to whom he spoke."""
BY_PHONE: Final = frozenset({"هاتفيه", "تليفونيه", "هاتفي"})
_ON_AIR: Final = frozenset({"تلفزيوني", "تلفزيونيه", "اذاعي", "اذاعيه", "متلفز", "متلفزه"})
"""«في تصريحات إذاعية» was told to a station."""
_LEADING: Final = frozenset({"ل", "الي"})
_ONE_OF: Final = frozenset({"لاحدي", "لاحد"})
_OUTLETS: Final = ("القنوات", "الفضاييات", "الصحف", "المواقع", "الاذاعات", "المجلات", "البرامج", "المحطات", "الجرايد")
_WITH: Final = frozenset({"مع", "الي", "ل"})
_TO_US: Final = frozenset({"لنا", "الينا", "معنا"})
_AWAY: Final = frozenset({"عن", "حول", "بشان", "بخصوص", "امام", "بين", "علي"})
"""Behind these stands no outlet that holds a talk («حديثه عن القناة»)."""
_PRESSMEN: Final = frozenset(
    {"الصحفيين", "للصحفيين", "الصحافيين", "للصحافيين", "الاعلاميين", "للاعلاميين", "المراسلين", "للمراسلين", "الصحافه"}
    | {"للصحافه", "لصحافيين", "لصحفيين", "صحفيين", "صحافيين", "بالصحفيين", "بالصحافيين", "بالاعلاميين"}
)
"""Those of many outlets, who hold no interview."""
_OF_PRESS: Final = frozenset({"صحفي", "صحافي", "اعلامي"})
_TALKS: Final = ("حوار", "حديث", "الحوار", "الحديث")
_AGENCIES: Final = frozenset(
    {"رويترز", "الاناضول", "شينخوا", "نوفوستي", "سبوتنيك", "اسوشيتد", "تاس", "بلومبرغ", "واس", "وام", "وفا", "سانا"}
    | {"بلومبيرغ", "بترا", "كونا", "قنا"}
)
_ABROAD: Final = frozenset(
    {"مهر", "تسنيم", "فارس", "ارنا", "ايسنا", "دوغان", "يونهاب", "انترفاكس", "كيودو", "انسا", "معا", "سبا"}
)
"""Agencies whose names are other words by themselves."""
_NAMED: Final = frozenset({"فرانس", "سي", "بي", "سكاي", "هسبريس", "عكاظ", "الجزيره", "العربيه", "سبق", "موزاييك"})
"""First words of the names of other outlets, behind ل."""
_MARKS: Final = frozenset("«\"“”„'’‘")
_MARKED: Final = 30
"""The name of an outlet in marks has no more characters than this."""


def is_agency(words: Sequence[str]) -> bool:
    """Tell whether the folded words of a name are a news agency's («وكالة الأناضول», «رويترز»)."""
    if words[0] in _AGENCIES:
        return True
    named = words[0].removeprefix("ال") == "وكاله"
    return named and (not (_NEWS | _AGENCIES).isdisjoint(words) or not (_ABROAD | _NAMED).isdisjoint(words[1:2]))


def names_agency(forms: Sequence[str], *, led: bool = False) -> bool:
    """Tell whether one of some words belongs to the name of a news agency, `led` by «وكالة» before them."""
    led = led or any(form.removeprefix("ل") == "وكاله" for form in forms)
    return any(form.removeprefix("ل") in _AGENCIES or form in (_NEWS if led else _OF_AGENCIES) for form in forms)


def is_medium(reading: Reading, index: int) -> bool:
    """Tell whether a word behind ل is an outlet by its kind or its name («لقناة كذا», «لرويترز»)."""
    form = reading.passage.words.forms[index]
    name = f"ال{form[2:]}" if form.startswith("لل") else form.removeprefix("ل")
    return form in reading.grammar.press or name in _AGENCIES or name in _NAMED or (name != form and name.isascii())


def is_outlet_name(reading: Reading, tables: Tables, at: int, *, marked: bool) -> bool:
    """Tell whether an outlet is named at a word: «صحيفة كذا», «القناة», a known name.

    `marked` tells that any short name in marks or brackets is one («حاورت «النهر» فلانا»).
    """
    form = reading.passage.words.forms[at]
    if _is_press(reading, form):
        return True
    name = _marked_name(reading, at) if not reading.is_plain(at) else None
    return (name or form) in tables.papers or (marked and name is not None)


def leads_to_employer(word: str) -> bool:
    """Tell whether a word before ل tells where somebody works or belongs («مراسل لقناة كذا»)."""
    return word in _BELONGING or without_conjunction(word) in _BELONGING


def told_to(reading: Reading, tables: Tables, at: int, source: tuple[int, int]) -> Channel | None:
    """Return the channel of what is told to an outlet that ل leads to at a word, or None: an agency's is its own.

    It is one in marks («قال لـ«النهر»»), or one that its word names («قال للجزيرة»). It stands right behind the verb,
    the source or a person's name, or the lists know the outlet.
    """
    passage = reading.passage
    forms = passage.words.forms
    before = at - 1
    if before < passage.lo or leads_to_employer(forms[before]):
        return None
    name = (
        (_marked_name(reading, at + 1) or _known_name(reading, tables, at + 1)) if forms[at] == "ل" else forms[at][1:]
    )
    if not name:
        return None
    if name in tables.agencies:
        return "agency"
    if at == source[1] or before in reading.signs.cues or name in tables.papers:
        return "interview"
    part = reading.cast.by_word.get(before)
    return "interview" if part is not None and part.entity.type == "person" else None


def told_by_name(reading: Reading, tables: Tables, at: int) -> Channel | None:
    """Return the channel of what is told to an outlet whose whole name stands behind ل: «لبي بي سي», «لهسبريس»."""
    passage = reading.passage
    forms = passage.words.forms
    if at > passage.lo and (leads_to_employer(forms[at - 1]) or passage.text[passage.words.starts[at] - 1] in _MARKS):
        return None
    for others, channel in tables.told_outlets.get(forms[at], ()):
        if forms[at + 1 : at + 1 + len(others)] == others:
            return channel
    return None


def _known_name(reading: Reading, tables: Tables, first: int) -> str | None:
    """Return the name of a known outlet that starts at a word behind «لـ» and a blank («لـ الأهرام»)."""
    names = (" ".join(reading.passage.words.forms[first : first + count]) for count in (3, 2, 1))
    return next((name for name in names if name in tables.papers or name in tables.agencies), None)


def declared(reading: Reading, tables: Tables, at: int) -> Channel:
    """Return the channel of «في تصريح»: to an agency, by telephone, to a newspaper or a station, or a statement."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    near = range(at + 1, min(at + 1 + _NEAR, hi))
    named = next((i for i in near if forms[i].removeprefix("ل") == "وكاله"), None)
    if names_agency(forms[at + 1 : near.stop]) or (
        named is not None and names_agency(forms[named + 1 : min(named + _NAME, hi)], led=True)
    ):
        return "agency"
    if any(forms[i] in BY_PHONE for i in near):
        return "phone_call"
    for i in near:
        known = told_by_name(reading, tables, i) or _to_known(reading, tables, i)
        if known is not None:
            return known
    on_air = at + 1 < hi and forms[at + 1] in _ON_AIR
    outlet = on_air or any(_leads_to_outlet(reading, i) or _was_given(reading, i) for i in near)
    return "interview" if outlet else "statement"


def _to_known(reading: Reading, tables: Tables, at: int) -> Channel | None:
    """Return the channel where «لـ» leads to a known outlet, or to an agency in marks: «لـ CNN», «لـ(واج)»."""
    if reading.passage.words.forms[at] != "ل":
        return None
    name = _marked_name(reading, at + 1)
    if name is None and (name := _known_name(reading, tables, at + 1)) is not None and name not in tables.agencies:
        return "interview"
    return "agency" if name in tables.agencies else None


def talked(reading: Reading, tables: Tables, at: int) -> Channel | None:
    """Return the channel of «في حوار», «في حديث», «في لقاء»: with an outlet an interview, with the press another."""
    passage, forms = reading.passage, reading.passage.words.forms
    word = forms[at]
    if word.endswith("نا") and word[:-2].lstrip("وبل").startswith(("حوار", "حديث", "لقا", "مقابل")):
        return "interview"  # «خلال حوارنا معه»: the outlet's own
    if _meets_press(forms, at, passage.hi):
        return "press_conference"
    high = min(at + 1 + _NEAR, passage.hi)
    high = next((i for i in range(at + 1, high) if forms[i] in _AWAY), high)
    if names_agency(forms[at + 1 : high]):
        return "agency"
    if any(forms[i] in _PRESSMEN and forms[i - 1] != "ل" for i in range(at + 1, high)):  # «ل(الصحافة)» is a name
        meets = word.removeprefix("ال").startswith(("لقا", "حوار"))
        return "press_conference" if meets else "statement"
    named = any(_is_press(reading, forms[i]) or _is_outlet(reading, i) for i in range(at + 1, high))
    named = named or (word.endswith(_TALKS) and _to_nobody_named(reading, at + 1))
    named = named or _with_named(reading, tables, at + 1)
    if named or (at + 1 < passage.hi and (forms[at + 1] in _TO_US or _leads_to_outlet(reading, at + 1))):
        return "interview"
    return None


def _meets_press(forms: Sequence[str], at: int, hi: int) -> bool:
    """Tell whether a meeting is with the press and no outlet («اللقاء الإعلامي الدوري», no «لقاء صحفي مع …»)."""
    near = [form.removeprefix("ال") for form in forms[at : min(at + 1 + _NEAR, hi)]]
    return len(near) > 1 and near[0].startswith("لقا") and near[1] in _OF_PRESS and _WITH.isdisjoint(near)


def _is_press(reading: Reading, form: str) -> bool:
    return form in reading.grammar.press or form.removeprefix("ال") in reading.grammar.press


def _with_named(reading: Reading, tables: Tables, at: int) -> bool:
    """Tell whether «مع» leads to an outlet by its name: a known one, or, behind «حوار», any in marks («مع «النهر»»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if at + 1 >= passage.hi or forms[at] not in _WITH:
        return False
    marked = _marked_name(reading, at + 1)
    if marked is None:
        return forms[at + 1] in tables.papers and reading.is_plain(at + 1)
    return marked in tables.papers or forms[at - 1].removeprefix("ال").startswith(("حوار", "حديث"))


def _was_given(reading: Reading, at: int) -> bool:
    """Tell whether an outlet was given something alone: «في تصريح خص به «النهر»», «في تصريحات خص بها القناة»."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if forms[at] not in {"خص", "خصت"} or at + 2 >= hi or forms[at + 1] not in {"به", "بها"}:
        return False
    return bool(_marked_name(reading, at + 2)) or _is_press(reading, forms[at + 2])


def _marked_name(reading: Reading, first: int) -> str | None:
    """Return the name in marks or brackets that starts at a word, folded: short, and no person's; or None."""
    passage = reading.passage
    if first >= passage.hi:
        return None
    start = passage.words.starts[first]
    part = reading.cast.by_word.get(first)
    if part is not None and part.entity.type == "person":
        return None
    mark = passage.text[start - 1]
    if mark == " " and passage.text[start - 2] == "(":  # «لـ( النهر )»
        mark = "("
    if mark == "(":
        end = passage.text.find(")", start, start + _MARKED)
    else:
        quotation = passage.quotation_at(start) if mark in _MARKS else None
        end = quotation.end if quotation is not None and quotation.end - quotation.start <= _MARKED else -1
    if end < 0:
        return None
    return " ".join(passage.words.forms[first : passage.word_at(end)])


def _leads_to_outlet(reading: Reading, at: int) -> bool:
    """Tell whether a word is ل with an outlet, or leads to one: «لصحيفة كذا», «لـ«النهر»», «إلى قناة كذا»."""
    passage = reading.passage
    form, following = passage.words.forms[at], " ".join(passage.words.forms[at + 1 : min(at + 2, passage.hi)])
    if form in _LEADING:
        return following in reading.grammar.press or bool(_marked_name(reading, at + 1))
    if form in _ONE_OF:
        return following.endswith(_OUTLETS)  # «لإحدى الفضائيات»
    if form == "للمصدر":
        return following in reading.grammar.reflexive
    return form[:1] == "ل" and (is_medium(reading, at) or f"ل{form[2:]}" in reading.grammar.press)


def _is_outlet(reading: Reading, index: int) -> bool:
    """Tell whether an organisation stands behind ل or مع («حديث لـ«النهر»», «حوار مع الإذاعة»)."""
    part = reading.cast.by_word.get(index)
    if part is None or part.entity.type != "organization":
        return False
    before = reading.passage.words.forms[index - 1]
    return part.start > reading.passage.words.starts[index] or before in {"مع", "الي", "ل", "عبر", "علي"}


def _to_nobody_named(reading: Reading, at: int) -> bool:
    """Tell whether a word behind «حديث» or «حوار» leads to someone who is no person of the article: to an outlet."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    if at < hi and forms[at] in {"سابق", "خاص", "حصري", "اخر"}:
        at += 1  # «في حديث سابق إلى …»
    led = at < hi and (forms[at] in {"مع", "الي", "خص", "اجرته", "ادلي", "ادلت"} or forms[at].startswith("ل"))
    parts = (reading.cast.by_word.get(i) for i in range(at, min(at + 3, hi)))
    return led and not any(part is not None and part.entity.type == "person" for part in parts)
