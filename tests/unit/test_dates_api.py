"""The public functions and the hooks of the dates plugin, as a user and the pipeline meet them."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from arabnews.article import Article, Block, DateMention, Span
from arabnews.fold import fold
from arabnews.lexicon import Lexicon, merge, read_lexicon
from arabnews_dates import find_dates, find_published, lexicons, parse_date, parse_dates
from arabnews_dates.hijri import to_gregorian
from arabnews_dates.vocabulary import bundled, compile_vocabulary

if TYPE_CHECKING:
    from arabnews.article import BlockKind


class BundledContext:
    """What the pipeline hands to a hook, with the bundled lexicons and one entry more."""

    options = None

    def __init__(self, extra: Lexicon | None = None) -> None:
        self._lexicons = {name: read_lexicon(file, name) for name, file in lexicons().items()}
        if extra is not None:
            self._lexicons[extra.name] = merge(extra.name, (self._lexicons[extra.name], extra))

    def lexicon(self, name: str) -> Lexicon:
        return self._lexicons[name]


def stamped(*blocks: tuple[BlockKind, str]) -> Article:
    text = "\n".join(words for _, words in blocks)
    made, at = [], 0
    for kind, words in blocks:
        made.append(Block(kind, Span.cut(text, at, at + len(words))))
        at += len(words) + 1
    return Article(text, blocks=made)


@pytest.mark.parametrize(
    "published",
    [
        dt.date(2023, 6, 15),
        dt.datetime(2023, 6, 15, 9, 30, tzinfo=dt.UTC),
        "2023-06-15",
        "2023-06-15T09:30",
        DateMention.given("2023-06-15"),
    ],
)
def test_every_way_to_give_the_publication_date(published: dt.date | str | DateMention) -> None:
    (date,) = parse_dates("وصل الوفد أمس", published)
    assert date.value == "2023-06-14"
    assert date.anchor is not None
    assert date.anchor.startswith("2023-06-15")


def test_a_month_of_publication_is_no_day_to_count_from() -> None:
    (month,) = parse_dates("نشر في يونيو 2023")
    (date,) = parse_dates("وصل الوفد أمس", month)
    assert date.value is None


@pytest.mark.parametrize(("published", "error"), [(7, TypeError), ("June", ValueError)])
def test_what_is_no_publication_date_is_refused(published: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_dates("أمس", published)  # type: ignore[arg-type]


@pytest.mark.parametrize("function", [parse_date, parse_dates])
def test_what_is_no_text_is_refused(function: object) -> None:
    with pytest.raises(TypeError, match="a str is needed, not bytes"):
        function(b"2023")  # type: ignore[operator]


def test_parse_date_reads_the_whole_string() -> None:
    value = parse_date(" ١٥ رمضان ١٤٤٥ هـ ")
    assert value is not None
    assert (value.value, value.calendar, value.hijri) == ("2024-03-25", "hijri", (1445, 9, 15))
    assert parse_date("وصل في 7 أكتوبر 2023") is None
    assert parse_date("7 أكتوبر 2023 و8 أكتوبر 2023") is None
    assert parse_date("") is None


def test_nothing_is_filled_in() -> None:
    value = parse_date("7 أكتوبر")
    assert value is not None
    assert (value.value, value.earliest, value.latest, value.anchor) == (None, None, None, None)
    assert (value.stated.year, value.stated.month, value.stated.day) == (None, 10, 7)
    anchored = parse_date("7 أكتوبر", "2024-02-06")
    assert anchored is not None
    assert (anchored.value, anchored.anchor, anchored.stated.year) == ("2023-10-07", "2024-02-06", None)


def test_the_clock_time_is_stated_with_its_zone() -> None:
    value = parse_date("24 يناير 2023 الساعة 14:30 بتوقيت غرينتش")
    assert value is not None
    assert (value.value, value.grain, value.stated.zone) == ("2023-01-24T14:30Z", "minute", "UTC")


def test_rules_are_named() -> None:
    past, future = parse_dates("التقيا الأحد. ويلتقيان الأحد المقبل", "2023-06-15")
    assert (past.origin.rule, future.origin.rule) == ("weekday-past", "weekday-future")


def test_published_is_the_day_of_a_stamp() -> None:
    article = stamped(("headline", "افتتاح الميناء"), ("stamp", "نشر بتاريخ: ٢٠ تموز ٢٠٢٥"), ("paragraph", "قال أمس"))
    date = find_published(article, BundledContext())
    assert date is not None
    assert (date.value, date.span and date.span.text) == ("2025-07-20", "٢٠ تموز ٢٠٢٥")


@pytest.mark.parametrize("stamp", ["منذ 18 ساعة", "3 أبريل", "يوليو 2025", "أمس"])
def test_a_stamp_without_a_day_of_its_own_tells_nothing(stamp: str) -> None:
    assert find_published(stamped(("stamp", stamp)), BundledContext()) is None


def test_an_update_counts_where_nothing_else_does() -> None:
    update, stamp = ("stamp", "آخر تحديث: 02-02-2024 20:38"), ("stamp", "31-01-2024 10:00")
    both = find_published(stamped(update, ("paragraph", "نص"), stamp), BundledContext())  # type: ignore[arg-type]
    alone = find_published(stamped(update), BundledContext())  # type: ignore[arg-type]
    assert both is not None
    assert alone is not None
    assert (both.value, alone.value) == ("2024-01-31T10:00", "2024-02-02T20:38")


def test_the_dateline_serves_where_no_stamp_does() -> None:
    article = stamped(("dateline", "الرياض 12 محرم 1445 هـ الموافق 30 يوليو 2023 م"), ("paragraph", "نص"))
    date = find_published(article, BundledContext())
    assert date is not None
    assert date.value == "2023-07-30"


def test_dates_of_furniture_are_not_read() -> None:
    article = stamped(("related", "اقرأ أيضا: حصاد 3 مايو 2020"), ("paragraph", "وقع الاتفاق في 4 مايو 2021"))
    assert [date.value for date in find_dates(article, BundledContext())] == ["2021-05-04"]


def test_other_plugins_may_add_months() -> None:
    added = Lexicon("months", ({"form": "أغستو", "number": "8", "calendar": "gregorian", "family": "ladino"},))
    article = Article("صدر في 1 أغستو 1990")
    (date,) = find_dates(article, BundledContext(added))
    assert date.value == "1990-08-01"
    assert [found.value for found in parse_dates(article.text)] == ["1990"]


def test_a_vocabulary_is_compiled_once() -> None:
    context = BundledContext()
    tables = [context.lexicon(name) for name in lexicons()]
    assert compile_vocabulary(*tables) is compile_vocabulary(*tables)


@pytest.mark.parametrize("name", sorted(lexicons()))
def test_lexicon(name: str) -> None:
    seen = set()
    for entry in read_lexicon(lexicons()[name], name).entries:
        key = (fold(entry["form"]), entry.get("kind", ""))
        assert key not in seen, entry["form"]
        seen.add(key)
        assert not set(entry["form"]) & set("یکەہ\u0640\u200c\u200f"), entry["form"]


def test_every_month_of_every_family_is_a_month() -> None:
    months = {m.value.number for found in bundled().words.values() for m in found if m.code == "m"}
    assert months == set(range(1, 13))


def test_the_table_of_umm_al_qura_decides_inside_its_range() -> None:
    hijridate = pytest.importorskip("hijridate")
    for year in range(1343, 1501, 7):
        for month in range(1, 13):
            expected = hijridate.Hijri(year, month, 1).to_gregorian()
            assert to_gregorian(year, month, 1) == dt.date(expected.year, expected.month, expected.day)


def test_the_tabular_reckoning_carries_on_beyond_the_table() -> None:
    # where the table ends the reckonings are at the most two days apart
    end = to_gregorian(1342, 12, 29)
    begin = to_gregorian(1343, 1, 1)
    assert begin is not None
    assert end is not None
    assert 0 <= (begin - end).days <= 3
    assert to_gregorian(1, 1, 1) == dt.date(622, 7, 19)
    assert to_gregorian(0, 1, 1) is None
    assert to_gregorian(1445, 13, 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 7 أكتوبر 2023",
        "7 أكتوبر 2023\x00",
        "\u202e7 أكتوبر\u202c 2023",
        "\r\n7 أكتوبر 2023\r\n",
        "7\u00a0أكتوبر\u00a02023",
    ],
)
def test_odd_characters_do_not_matter(text: str) -> None:
    assert [date.value for date in parse_dates(text)] == ["2023-10-07"]


@pytest.mark.parametrize(
    "text",
    [
        "غدا",
        "العام المقبل",
        "الأسبوع المقبل",
        "الشهر المقبل",
        "الشتاء المقبل",
        "الخميس المقبل",
        "الربع الأول من العام المقبل",
    ],
)
def test_beyond_the_calendar_there_is_no_value(text: str) -> None:
    value = parse_date(text, "9999-12-31")
    assert value is not None
    assert value.value is None or text == "الأسبوع المقبل"


FRAGMENTS = [
    "1",
    "1 ",
    "2023 ",
    "/",
    "1/",
    "من ",
    "\u200f",
    "مايو/",
    "الخميس ",
    "12.",
    "و15 ",
    "(",
    "قبل ",
    "\u0640",
    "7 أكتوبر ",
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_work_is_linear_in_the_text(fragment: str) -> None:
    def cost(size: int) -> float:
        text = fragment * (size // len(fragment))
        best = float("inf")
        for _ in range(3):
            begun = time.process_time()
            parse_dates(text, "2023-06-15")
            best = min(best, time.process_time() - begun)
        return best

    cost(100)
    small, large = cost(6_000), cost(24_000)
    assert large < 8 * small + 0.02


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الآن", "2013-02-12T04:30"),
        ("بكرة", "2013-02-13"),
        ("مساء الغد", "2013-02-13"),
        ("الساعة 3 مساء", "2013-02-12T15:00"),
        ("الثالثة والربع صباحا", "2013-02-12T03:15"),
        ("غدا في الخامسة مساء", "2013-02-13T17:00"),
        ("بعد نصف ساعة", "2013-02-12T05:00"),
        ("بعد ساعتين ونصف", "2013-02-12T07:00"),
        ("خلال 60 دقيقة", "2013-02-12T05:30"),
        ("في 3 أيام", "2013-02-15"),
        ("5 أيام مضت", "2013-02-07"),
        ("منذ أسبوعين", "2013-01-29~"),
        ("بعد شهرين", "2013-04~"),
        ("الأيام الثلاثة القادمة", "2013-02-13/2013-02-15"),
        ("الأسبوعين الماضيين", "2013-01-28/2013-02-10"),
        ("آخر أسبوع", "2013-02-04/2013-02-10"),
        ("الشهر السابق", "2013-01"),
        ("اليوم التالي", "2013-02-13"),
        ("هذا الاثنين", "2013-02-18"),
        ("هذا الربع", "2013-01/2013-03"),
        ("الربع القادم", "2013-04/2013-06"),
        ("الربع الثالث", "2013-07/2013-09"),
        ("في الخامس عشر", "2013-02-15"),
        ("15 من الشهر", "2013-02-15"),
        ("خمسة عشر مايو 2020", "2020-05-15"),
        ("31-10-74", "1974-10-31"),
        ("عيد العمال 2014", "2014-05-01"),
        ("عيد الفطر", "2012-08-19"),
        ("رأس السنة", "2013-01-01"),
        ("هذا الشتاء", "2012-24"),
    ],
)
def test_parse_date_reads_what_a_text_would_not_prove(text: str, value: str | None) -> None:
    date = parse_date(text, "2013-02-12T04:30")
    assert (date.value if date is not None else None) == value


def test_parse_date_tells_the_other_reading_of_an_open_date() -> None:
    date = parse_date("الخميس", "2013-02-12")
    assert date is not None
    assert (date.value, date.alternatives) == ("2013-02-07", ("2013-02-14",))


@pytest.mark.parametrize("text", ["ساعتين", "15 دقيقة", "الربع", "الآن الآن", "15", "آخر", "مساء", "في", "الثلاثة"])
def test_parse_date_makes_no_date_of_what_is_none(text: str) -> None:
    assert parse_date(text, "2013-02-12T04:30") is None


def test_a_needy_word_names_what_may_follow_it() -> None:
    needy = bundled().needy
    assert "اليوم" not in needy
    assert {"العام", "الاسبوع"} <= needy["هذا"]
    assert "يومين" in needy["بعد"]
    assert "قال" not in needy["بعد"]
    assert [date.span.text for date in parse_dates("وذلك بعد يومين، هذا قبل العام 2015") if date.span] == [
        "بعد يومين", "العام 2015",
    ]  # fmt: skip


def test_offsets_beyond_those_that_lie_ready() -> None:
    text = "كلمة " * 8000 + "في 5 مايو 2021"
    (date,) = parse_dates(text)
    assert date.span is not None
    assert (date.value, text[date.span.start : date.span.end]) == ("2021-05-05", "5 مايو 2021")


@pytest.mark.parametrize("between", [" ", ", ", "، "])
def test_a_page_of_numbers_is_read_in_pieces_and_cuts_no_date(between: str) -> None:
    numbers = between.join(str(number % 97) for number in range(1_100))
    days = [f"{1 + at % 28}/{1 + at % 12}/2024" for at in range(700)]
    assert [date.value for date in parse_dates(f"{numbers} يوم 7 مايو 2024{between}{numbers}")] == ["2024-05-07"]
    found = parse_dates(between.join(days))
    assert [date.span.text for date in found if date.span is not None] == days
