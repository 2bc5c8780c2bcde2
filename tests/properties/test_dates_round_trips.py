"""Dates written out and read back: all calendars, families of months, digits and signs; and what never matters."""

from __future__ import annotations

import datetime as dt
import gc
import random
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hijridate import Hijri
from hypothesis import given
from hypothesis import strategies as st

import arabnews_dates
from arabnews.fold import level, tokens
from arabnews_dates import parse_date, parse_dates, to_timex3

FAMILIES = {
    "gulf": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "tunisia": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "morocco": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "mauritania": "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر",
}
MONTHS = {family: [name.replace("_", " ") for name in names.split()] for family, names in FAMILIES.items()}
LIBYAN = "أي_النار النوار الربيع الطير الماء الصيف ناصر هانيبال الفاتح التمور الحرث الكانون".replace("_", " ")
LIBYAN_MONTHS = ["أي النار", *LIBYAN.split()[2:]]
HIJRI = [
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
    *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
ONES = [
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    *("الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر"),
    *("الثامن عشر", "التاسع عشر", "العشرين"),
]
ORDINALS = [
    *ONES,
    *(f"{one} والعشرين" for one in ["الحادي", *ONES[1:9]]),
    *("الثلاثين", "الحادي والثلاثين"),
]
TABLES = [str.maketrans("0123456789", digits) for digits in ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")]
EDTF = re.compile(
    r"(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?Z?)?)?)?|\d{3}X|\d\dXX|\d{4}-2[1-4])~?"
    r"(/(\.\.|\d{4}(-\d\d(-\d\d)?)?~?))?|\.\./\d{4}(-\d\d(-\d\d)?)?~?"
)
SENTENCES = [
    "وقع الاتفاق يوم الخميس 25 مايو 2023 الساعة 14:30 بتوقيت غرينتش",
    "التقيا الخميس الماضي، ويلتقيان في السابع من الشهر المقبل",
    "منذ السابع من تشرين الأول/أكتوبر وحتى 3 مارس 2021",
    "من 13 إلى 15 يوليو 2022 وفي 24/01/2023 وفي 2021-04-03",
    "في 15 رمضان 1445 هـ الموافق 25 مارس 2024 م، وعيد الفطر 1445",
    "النصف الأول من العام الجاري، ومطلع 2022، وثمانينيات القرن الماضي",
    "قبل يومين، وبين عامي 2011 و2013، وسنة ألفين وخمسة عشر",
]

days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
tables = st.sampled_from(TABLES)


def values(text: str, published: str | None = "2023-06-15") -> list[str | None]:
    return [date.value for date in parse_dates(text, published)]


@given(days, st.sampled_from(sorted(MONTHS)), tables, st.booleans())
def test_a_day_in_words_is_read_back(day: dt.date, family: str, table: dict[int, int], labelled: bool) -> None:  # noqa: FBT001 - a drawn value
    month = MONTHS[family][day.month - 1]
    text = f"{ORDINALS[day.day - 1]} من {'شهر ' if labelled else ''}{month} {'عام ' if labelled else ''}{day.year}"
    assert values(text.translate(table), None) == [day.isoformat()]


@given(days, st.sampled_from(sorted(MONTHS)), tables)
def test_a_date_with_its_weekday_is_read_back(day: dt.date, family: str, table: dict[int, int]) -> None:
    weekday = WEEKDAYS[day.weekday()]
    (date,) = parse_dates(f"يوم {weekday} {day.day} {MONTHS[family][day.month - 1]} {day.year}".translate(table))
    assert (date.value, date.issues, date.stated.weekday) == (day.isoformat(), (), day.isoweekday())


@given(days, tables, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_read_back(day: dt.date, table: dict[int, int], hour: int, minute: int) -> None:
    clock = f"{hour:02}:{minute:02}"
    month = MONTHS["gulf"][day.month - 1]
    for text in (f"{day.day} {month} {day.year} - {clock}", f"{clock} {day.isoformat()}", f"{day.isoformat()}T{clock}"):
        value = parse_date(text.translate(table))
        assert value is not None
        assert value.value == f"{day.isoformat()}T{clock}"


@given(st.dates(dt.date(1969, 9, 1), dt.date(2011, 8, 31)), tables)
def test_a_libyan_date_is_read_back(day: dt.date, table: dict[int, int]) -> None:
    text = f"{day.day} {LIBYAN_MONTHS[day.month - 1]} {day.year}".translate(table)
    assert values(text, None) == [day.isoformat()]


@given(st.integers(1343, 1500), st.integers(1, 12), st.data(), tables)
def test_a_hijri_date_is_read_back(year: int, month: int, data: st.DataObject, table: dict[int, int]) -> None:
    day = data.draw(st.integers(1, Hijri(year, month, 1).month_length()))
    told = Hijri(year, month, day).to_gregorian()
    for text in (
        f"{day} {HIJRI[month - 1]} {year} هـ",
        f"{day}/{month}/{year}هـ",
        f"{day} من {HIJRI[month - 1]} {year}",
    ):
        value = parse_date(text.translate(table))
        assert value is not None
        assert (value.value or "").rstrip("~") == told.isoformat()
        assert value.hijri == (year, month, day)
        assert value.approximate == (not 1420 <= year < 1450)


def test_three_hundred_hijri_dates_are_those_of_the_table() -> None:
    draw = random.Random(300)  # noqa: S311 - the same dates every time
    for _ in range(300):
        year, month = draw.randint(1343, 1500), draw.randint(1, 12)
        day = draw.randint(1, Hijri(year, month, 1).month_length())
        value = parse_date(f"{day} {HIJRI[month - 1]} {year} هـ")
        assert value is not None
        assert (value.value or "").rstrip("~") == Hijri(year, month, day).to_gregorian().isoformat()


@given(days, st.integers(1, 27), st.sampled_from(["من {a} إلى {b} {m} {y}", "بين {a} و{b} {m} {y}", "{a}-{b} {m} {y}"]))
def test_a_range_of_days_is_read_back(day: dt.date, first: int, form: str) -> None:
    last = first + 1
    text = form.format(a=first, b=last, m=MONTHS["levant"][day.month - 1], y=day.year)
    expected = f"{day.replace(day=first).isoformat()}/{day.replace(day=last).isoformat()}"
    assert values(text, None) == [expected]


@given(days)
def test_near_days_count_from_the_day_of_publication(day: dt.date) -> None:
    said = {"اليوم": 0, "أمس": -1, "غدا": 1, "أول من أمس": -2, "بعد غد": 2}
    for word, apart in said.items():
        value = parse_date(word, day)
        assert value is not None
        assert value.value == (day + dt.timedelta(days=apart)).isoformat()
    past, future = parse_dates("الأحد الماضي ثم الأحد المقبل", day)
    assert (past.value or "") < day.isoformat() < (future.value or "")


@given(st.sampled_from(SENTENCES), st.data(), tables)
def test_marks_and_digits_change_no_value(sentence: str, data: st.DataObject, table: dict[int, int]) -> None:
    plain = values(sentence)
    assert plain
    assert values(sentence.translate(table)) == plain
    letters = [i for i, (a, b) in enumerate(pairwise(sentence)) if a.isalpha() and b.isalpha()]
    marked = sentence
    for at in sorted(data.draw(st.sets(st.sampled_from(letters), max_size=5)), reverse=True):
        marked = marked[: at + 1] + data.draw(st.sampled_from("\u0640\u064e\u064f\u0651\u0652")) + marked[at + 1 :]
    assert values(marked) == plain


@given(st.sampled_from(SENTENCES), st.one_of(st.none(), days))
def test_every_value_is_edtf_inside_its_bounds(sentence: str, published: dt.date | None) -> None:
    for date in parse_dates(sentence, published):
        assert date.value is None or EDTF.fullmatch(date.value), date.value
        assert to_timex3(date).startswith('<TIMEX3 tid="t1" type="')
        if published is None:
            assert date.anchor is None


def test_no_clock_is_read() -> None:
    for file in Path(arabnews_dates.__file__).parent.glob("*.py"):
        assert not re.search(r"\b(?:today|now|utcnow|localtime|time)\(\)", file.read_text("utf-8")), file.name


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("Etc/GMT+12", "2")])
def test_a_process_of_another_zone_and_hash_seed_agrees(zone: str, seed: str) -> None:
    code = (
        "from arabnews_dates import parse_dates\n"
        f"print([d.value for s in {SENTENCES!r} for d in parse_dates(s, '2023-06-15')])"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code],
        env={"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert run.stdout.strip() == str([value for sentence in SENTENCES for value in values(sentence)])


HOSTILE = [
    "1",
    "/",
    "1/",
    "من ",
    "\u200f",
    "1 \u200f",
    "2023 ",
    "و15 ",
    "ـ ",
    "1ـ ",
    "3 مايو 1967 و",
    "12:",
    "اليوم -\n",
]


@pytest.mark.parametrize("fragment", HOSTILE)
def test_work_is_linear_up_to_a_megabyte(fragment: str) -> None:
    def cost(size: int) -> float:
        text = fragment * (size // len(fragment))
        tokens.cache_clear()
        level.cache_clear()
        gc.collect()
        gc.disable()  # what it goes over is what the tests before have left, not this text
        try:
            begun = time.process_time()
            parse_dates(text)
            return time.process_time() - begun
        finally:
            gc.enable()

    # a megabyte, or less where each of its words is a date, so that the test stays short
    large = 1_000_000 if cost(20_000) < 0.01 else 160_000
    # a suspicion is looked into again, so that a busy machine does not fail the test
    assert any(cost(large) < 8 * min(cost(large // 4) for _ in range(2)) + 0.05 for _ in range(4))
