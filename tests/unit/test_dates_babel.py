"""The month names, short forms and digits of the Unicode CLDR, by Babel, for the locales of Arabic news."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from arabnews_dates import parse_date

babel_dates = pytest.importorskip("babel.dates")
babel_localedata = pytest.importorskip("babel.core")

LOCALES = ["ar", "ar_EG", "ar_DZ", "ar_TN", "ar_MA", "ar_SY", "ar_IQ", "ar_LB", "ar_MR", "ar_SA"]
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
DRAW = random.Random(1445)  # noqa: S311 - the same days every time
DAYS = [dt.date(2023, month, DRAW.randint(1, 28)) for month in range(1, 13)] + [
    dt.date.fromordinal(DRAW.randint(dt.date(1951, 1, 1).toordinal(), dt.date(2049, 12, 31).toordinal()))
    for _ in range(40)
]


def written(day: dt.date, form: str, locale: str) -> str:
    text: str = babel_dates.format_date(day, format=form, locale=locale)
    return text


@pytest.mark.parametrize("digits", [ARABIC, WESTERN], ids=["arabic-indic", "western"])
@pytest.mark.parametrize("form", ["full", "long", "medium", "short"])
@pytest.mark.parametrize("locale", LOCALES)
def test_dates_as_the_cldr_writes_them(locale: str, form: str, digits: dict[int, int]) -> None:
    for day in DAYS:
        text = written(day, form, locale).translate(digits)
        value = parse_date(text)
        assert value is not None, text
        assert value.value == day.isoformat(), text
        assert "weekday_mismatch" not in value.issues, text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("context", ["format", "stand-alone"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_names_of_months(locale: str, context: str, width: str) -> None:
    names = babel_dates.get_month_names(width, context=context, locale=locale)
    for number in range(1, 13):
        value = parse_date(f"{names[number]} 2023")
        assert value is not None, names[number]
        assert value.value == f"2023-{number:02}"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_names_of_weekdays(locale: str, context: str) -> None:
    names = babel_dates.get_day_names("wide", context=context, locale=locale)
    for number in range(7):
        value = parse_date(f"{names[number]} الماضي", "2023-06-15")
        assert value is not None, names[number]
        assert value.stated.weekday == number + 1


@pytest.mark.parametrize("locale", LOCALES)
def test_clock_times(locale: str) -> None:
    moment = dt.datetime(2023, 5, 25, 16, 24, 5, tzinfo=dt.UTC)
    for form in ("medium", "short"):
        text = babel_dates.format_datetime(moment, format=form, locale=locale)
        value = parse_date(text)
        assert value is not None, text
        assert value.value is not None
        assert value.value.startswith("2023-05-25T16:24"), text
