"""Quotation marks: pairs, reversed pairs, nests, strays."""

from __future__ import annotations

import pytest

from arabnews_quotes.text.marks import find_quotations


def inside(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    "pair",
    [
        "«»",
        "“”",
        '""',
        "”“",
        "»«",
        "„“",
        "„”",
        "‹›",
        ("&quot;", "&quot;"),
        ("&laquo;", "&raquo;"),
        ("((", "))"),
        (",,", "''"),
    ],
)
def test_pairs(pair: tuple[str, str] | str) -> None:
    opening, closing = pair[0], pair[1]
    assert inside(f"قال {opening}نعم نقبل{closing} ثم خرج") == ["نعم نقبل"]


@pytest.mark.parametrize("clitic", ["و", "ب", "بـ", "لـ", "فب", "ك"])
def test_a_straight_mark_behind_a_proclitic_opens(clitic: str) -> None:
    assert inside(f'فاز {clitic}"الكأس" أمس') == ["الكأس"]


def test_two_quotations_in_a_row() -> None:
    assert inside('"أولا" و"ثانيا"') == ["أولا", "ثانيا"]


def test_nested_in_other_glyphs() -> None:
    text = "قال «قرأت “رحلة الشتاء” أمس» ومضى"
    assert [(q.depth, text[q.inner_start : q.inner_end]) for q in find_quotations(text)] == [
        (0, "قرأت “رحلة الشتاء” أمس"),
        (1, "رحلة الشتاء"),
    ]


def test_nested_in_the_same_glyph() -> None:
    assert inside('وقال: "قرأت "رحلة الشتاء" أمس".') == ['قرأت "رحلة الشتاء" أمس', "رحلة الشتاء"]


def test_reversed_marks_of_one_paragraph_are_told_by_spacing() -> None:
    assert inside("قال ”نعم“ ثم ”لا“ وخرج") == ["نعم", "لا"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("زار “السد” وأضاف:” نعم نقبل به”. وخرج", ["السد", "نعم نقبل به"]),
        ("زار “السد” وأضاف: ” نعم نقبل به ”. وخرج", ["السد", "نعم نقبل به"]),
        ('زار "السد" وأضاف:" نعم نقبل به". وخرج', ["السد", "نعم نقبل به"]),
        ('كلمة "قال:" في "المعجم" أخرى', ["قال:", "المعجم"]),
    ],
)
def test_a_mark_behind_a_colon_opens_if_none_is_open(text: str, found: list[str]) -> None:
    assert [one.strip() for one in inside(text)] == found


@pytest.mark.parametrize("sign", ["،", ".", " .", ""])
def test_a_mark_before_a_stop_closes_if_one_is_open(sign: str) -> None:
    text = f"زار “السد” وأضاف “نعم نقبل به“{sign}"
    assert inside(text) == ["السد", "نعم نقبل به"]


def test_an_unclosed_quotation_ends_before_the_last_sentence_mark() -> None:
    text = 'وقال "سنعود غدا. ثم نبدأ العمل.'
    (found,) = find_quotations(text)
    assert found.unclosed
    assert text[found.inner_start : found.inner_end] == "سنعود غدا. ثم نبدأ العمل"


def test_a_stray_closing_mark_is_passed_over() -> None:
    assert inside('وقال إن العمل بدأ" وانتهى') == []


def test_a_mark_closed_by_another_family() -> None:
    assert inside('قال “نعم نقبل" وخرج') == ["نعم نقبل"]


@pytest.mark.parametrize("text", ["", "لا شيء", '"', "«", "»", '""', '" "'])
def test_odd_input(text: str) -> None:
    for found in find_quotations(text):
        assert 0 <= found.start <= found.inner_start <= found.inner_end <= found.end <= len(text)


@pytest.mark.parametrize("mark", ["«", "»", '"', "“", "((", "''", "&quot;"])
def test_a_flood_of_marks_stays_linear(mark: str) -> None:
    assert len(find_quotations(mark * 20_000)) <= 20_000
