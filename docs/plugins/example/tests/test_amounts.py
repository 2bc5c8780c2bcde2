"""What is found and what is not, offsets, options, and that every promise of a plugin is kept."""

import arabnews
import pytest
from arabnews import Article, Embed, Pipeline, Span
from arabnews.testing import Case, check_plugin

from arabnews_amounts import Amount

FOUND = [
    ("وشارك في الحملة 1200 شخص.", "1200 شخص", 1200, "person", "exact"),
    ("استقبلت المدينة أكثر من 37 ألف فلسطيني.", "أكثر من 37 ألف فلسطيني", 37_000, "person", "at_least"),
    ("تبلغ كلفة المرفأ 2,5 مليار دولار.", "2,5 مليار دولار", 2.5e9, "dollar", "exact"),
    ("الدين ١٬٢٠٠ مليون دينارٍ تونسيٍّ.", "١٬٢٠٠ مليون دينارٍ تونسيٍّ", 1.2e9, "TND", "exact"),
    ("نزح نحو مليوني مواطن.", "نحو مليوني مواطن", 2e6, "person", "about"),
    ("دفع ما لا يزيد على 3.5 ملايين جنيه مصري.", "ما لا يزيد على 3.5 ملايين جنيه مصري", 3.5e6, "EGP", "at_most"),
    ("منحة بنصف مليون يورو", "نصف مليون يورو", 5e5, "EUR", "exact"),
    ("وزعت على 20 أردنيا", "20 أردنيا", 20, "person", "exact"),
]


@pytest.mark.parametrize(("text", "words", "number", "unit", "bound"), FOUND)
def test_amounts_are_found(text: str, words: str, number: float, unit: str, bound: str) -> None:
    (amount,) = arabnews.parse(text).annotations_of(Amount)
    assert (amount.span.text, amount.number, amount.unit, amount.bound) == (words, number, unit, bound)


@pytest.mark.cases("cases.txt")
def test_cases(case: Case, parse: Pipeline) -> None:
    # a line for each amount: its words, and what befell the people
    amounts = parse(case.input).annotations_of(Amount)
    found = [f"{amount.span.text} | {amount.state or '-'}" for amount in amounts]
    assert "\n".join(found) == case.expected


def test_nothing_is_found_in_a_post() -> None:
    text = "قتل 12 شخصا.\nتغريدة: قتل 90 شخصا.\n"
    post = Embed("x", Span.cut(text, 13, 33))
    found = arabnews.parse(Article(text, embeds=[post])).annotations_of(Amount)
    assert [amount.number for amount in found] == [12]


def test_the_option_chooses_kinds() -> None:
    pipeline = Pipeline.default(options={"amounts": {"kinds": ["money"]}})
    found = pipeline("قتل 12 شخصا، والخسائر 3 ملايين دولار.").annotations_of(Amount)
    assert [amount.kind for amount in found] == ["money"]


def test_amounts_come_back_from_json() -> None:
    article = arabnews.parse("قتل 12 شخصا، والخسائر 3 ملايين دولار.")
    assert len(article.annotations_of(Amount)) == 2
    assert arabnews.from_json(article.to_json()) == article


def test_every_promise_of_a_plugin_is_kept() -> None:
    check_plugin("amounts", texts=[row[0] for row in FOUND[:3]])
