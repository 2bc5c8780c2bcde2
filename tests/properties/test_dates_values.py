"""What may never change a date's value: its digits, tatweel, harakat, the family of its month, the machine's zone."""

from __future__ import annotations

import datetime as dt
import os
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from arabnews_dates import parse_date, parse_dates

FAMILIES = {
    "gulf": "يناير فبراير مارس إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "tunisia": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "morocco": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "mauritania": "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر",
}
MONTHS = {family: [name.replace("_", " ") for name in names.split()] for family, names in FAMILIES.items()}
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
TABLES = [str.maketrans("0123456789", digits) for digits in DIGITS]

days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
tables = st.sampled_from(TABLES)
SENTENCES = [
    "وقع الاتفاق في 7 أكتوبر 2023",
    "التقيا الخميس الماضي",
    "منذ السابع من تشرين الأول/أكتوبر",
    "في 15 رمضان 1445 هـ",
]
WORDS = [
    *(
        "7",
        "2023",
        "و5",
        "12:30",
        "1445",
        "99",
        "0",
        "/",
        "-",
        "(",
        ")",
        "م",
        "هـ",
        "من",
        "إلى",
        "يوم",
        "هذا",
        "قبل",
        "يومين",
    ),
    *("أكتوبر", "رمضان", "الخميس", "اليوم", "السابع", "الأول", "عام", "العام", "نهاية", "القرن", "الربع", "صيف"),
    *("الماضي", "الموافق"),
]


def values(text: str) -> list[str | None]:
    return [date.value for date in parse_dates(text, "2023-06-15")]


@given(days, st.sampled_from(sorted(MONTHS)), tables)
def test_a_written_date_is_read_back(day: dt.date, family: str, table: dict[int, int]) -> None:
    text = f"{day.day} {MONTHS[family][day.month - 1]} {day.year}".translate(table)
    value = parse_date(text)
    assert value is not None
    assert (value.value, value.earliest, value.latest) == (day.isoformat(), day, day)


@given(days, tables, st.sampled_from(["{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d}.{m}.{y}", "{d}\u200f/{m}\u200f/{y}"]))
def test_a_date_in_digits_is_read_back(day: dt.date, table: dict[int, int], form: str) -> None:
    value = parse_date(form.format(d=day.day, m=day.month, y=day.year).translate(table))
    assert value is not None
    assert value.value == day.isoformat()


@given(days, tables)
def test_a_dual_name_is_one_date(day: dt.date, table: dict[int, int]) -> None:
    names = MONTHS["levant"][day.month - 1], MONTHS["gulf"][day.month - 1]
    for first, second in (names, names[::-1]):
        for form in ("{d} {a}/{b} {y}", "{d} {a} / {b} {y}", "{d} {a} ({b}) {y}"):
            text = form.format(d=day.day, a=first, b=second, y=day.year).translate(table)
            assert [date.value for date in parse_dates(text)] == [day.isoformat()]


@given(st.sampled_from(SENTENCES), st.data())
def test_tatweel_and_harakat_change_no_value(sentence: str, data: st.DataObject) -> None:
    pairs = pairwise(sentence)
    letters = [i for i, (char, following) in enumerate(pairs) if char.isalpha() and following.isalpha()]
    at = data.draw(st.sampled_from(letters)) + 1
    mark = data.draw(st.sampled_from("\u0640\u064e\u064f\u0650\u0652"))
    assert values(sentence[:at] + mark + sentence[at:]) == values(sentence)


@given(st.text(alphabet="اليومغدامسخ من/-.:()0123٤٥ \n\u200f\u0640أكتوبر", max_size=80))
def test_any_text_has_true_disjoint_spans(text: str) -> None:
    at = 0
    for date in parse_dates(text, "2023-06-15"):
        assert date.span is not None
        assert text[date.span.start : date.span.end] == date.span.text
        assert at <= date.span.start < date.span.end
        at = date.span.end
        assert (date.value is None) or date.earliest is not None


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_of_dates_give_true_spans(words: list[str]) -> None:
    text = " ".join(words)
    for date in parse_dates(text, "2023-06-15"):
        assert date.span is not None
        assert text[date.span.start : date.span.end] == date.span.text
        assert date.earliest is None or (date.latest is not None and date.earliest <= date.latest)
    parse_date(text)


def test_the_zone_of_the_machine_does_not_matter() -> None:
    before = [values(sentence) for sentence in SENTENCES]
    old = os.environ.get("TZ")
    try:
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
            os.environ["TZ"] = zone
            time.tzset()
            assert [values(sentence) for sentence in SENTENCES] == before
    finally:
        os.environ.pop("TZ", None) if old is None else os.environ.update(TZ=old)
        time.tzset()
