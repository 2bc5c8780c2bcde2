"""Statements: cases and negatives in text files, and what a statement tells beside its words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casefile import Case, read_cases

from arabnews import Article, Block, Embed, Pipeline, Span, parse
from arabnews.cues import cue_table
from arabnews.fold import tokens
from arabnews.lexicon import Lexicon, shared
from arabnews_entities import phrase_reader
from arabnews_quotes import QuoteOptions, _bundled, parse_statements
from arabnews_quotes.statements import Walk
from arabnews_quotes.text.cast import read_cast

if TYPE_CHECKING:
    from arabnews.article import Statement

CASES = Path(__file__).parents[1] / "cases" / "quotes"


def row(statement: Statement) -> str:
    content = " .. ".join(piece.text for piece in statement.content)
    return " | ".join((statement.type, str(statement.speaker), statement.cue.text if statement.cue else "-", content))


@pytest.mark.parametrize(
    "case", [*read_cases(CASES / "statements.txt"), *read_cases(CASES / "cues.txt")], ids=lambda case: case.title
)
def test_cases(case: Case) -> None:
    article = parse(case.input)
    assert "\n".join(map(row, article.statements)) == case.expected
    assert article.problems == ()  # a failure gives no statements either


@pytest.mark.parametrize(
    "text",
    ["أعلن", "أكد\n", "قالت الوزيرة إن السد جاهز. أعلن", "« أبو سامي بحسب رئيس علي", "ناشد المدير في تقريره ال",
     "أكد المدير في لا السد", "وكانت بين", "قال وفق الدكتور وزير وتوصل", "وصل الحرس. #حرس_", "الوزير " * 16_000],
    ids=lambda text: text[:30],
)  # fmt: skip
def test_what_looks_ahead_may_end_the_text(text: str) -> None:
    assert not parse(text).problems


def test_negatives() -> None:
    lines = [line for line in (CASES / "negatives.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert len(lines) >= 250
    articles = {line: parse(line) for line in lines}
    assert not [line for line, article in articles.items() if article.problems]
    wrong = {line: [row(s) for s in article.statements] for line, article in articles.items()}
    taken = {line: rows for line, rows in wrong.items() if rows}
    assert len(taken) <= 3, taken


def test_a_clause_broken_behind_its_subject_goes_on_in_the_next_line() -> None:
    head = "جائزة القرية\n\nزار المدير فؤاد حمدان القرية أمس وتجول في شوارعها مع أهلها.\n"
    (said,) = parse(
        head + "وقال المدير فؤاد حمدان إن جائزة الكتاب\nتمنح في الخريف، ولا تمنح في الربيع. وهي قديمة."
    ).statements
    assert [piece.text for piece in said.content] == ["جائزة الكتاب", "تمنح في الخريف، ولا تمنح في الربيع"]


def test_a_clause_may_begin_the_line_behind_a_comma() -> None:
    head = "سد الوادي\n\nتداول السكان خبرا عن السد الجديد في القرية أمس.\n\n"
    (said,) = parse(
        head + "وأفادت وزارة الري في بيان نشرته أمس،\n\nأن السد امتلأ قبل الشتاء.\n\nوزار الوفد القرية."
    ).statements
    assert (said.speaker, said.content[0].text) == ("وزارة الري", "السد امتلأ قبل الشتاء")


def test_who_told_the_speaker_stands_within_his_words() -> None:
    outer, *inner = parse("قالت سلمى الجريدي: أخبرني أنه سيعود غدا فانتظرته عند الباب.").statements
    assert outer.content[0].text == "أخبرني أنه سيعود غدا فانتظرته عند الباب"
    assert all(said.parent == outer.id for said in inner)


def test_a_chain_names_the_statement_that_goes_on() -> None:
    first, second = parse("قالت الوزيرة سلمى الجريدي إن السد امتلأ. وأضافت أن الماء كثير.").statements
    assert second.chain == first.id


def test_a_statement_within_another_has_a_parent() -> None:
    outer, inner = parse("قال المتحدث فؤاد حمدان إن الوزيرة سلمى الجريدي أكدت أن السد امتلأ.").statements
    assert (outer.speaker, inner.speaker) == ("فؤاد حمدان", "سلمى الجريدي")
    assert inner.parent == outer.id


def test_channel_and_relay() -> None:
    (told,) = parse("وقال الوزير فؤاد حمدان في مؤتمر صحفي إن السد امتلأ.").statements
    assert told.channel == "press_conference"
    (relayed,) = parse("ونقلت وكالة رويترز عن الوزير فؤاد حمدان قوله إن السد امتلأ.").statements
    assert relayed.relay is not None
    assert "رويترز" in relayed.relay


def test_the_date_of_the_reporting_clause() -> None:
    article = parse("قال الوزير فؤاد حمدان، الأربعاء، إن السد سيمتلئ في الخميس المقبل.", published="2023-10-05")
    (statement,) = article.statements
    date = article.date(statement.date)
    assert date is not None
    assert date.span is not None
    assert date.span.text == "الأربعاء"


def test_an_unclosed_mark_is_told() -> None:
    (statement,) = parse('وقال الوزير فؤاد حمدان: "سنعمل ليلا ونهارا حتى يعود الماء.').statements
    assert statement.unclosed


def test_fragments_of_a_mixed_statement() -> None:
    (statement,) = parse("قال الوزير فؤاد حمدان إن السد «أكبر سد في البلاد كلها» هذا العام.").statements
    assert statement.type == "mixed"
    assert [f.text for f in statement.fragments] == ["أكبر سد في البلاد كلها"]


def test_every_statement_tells_its_rule_and_confidence() -> None:
    (sure,) = parse("قال الوزير فؤاد حمدان إن السد امتلأ.").statements
    (unsure,) = parse("وأضافت أن السد امتلأ.").statements
    assert sure.origin.rule == "verb-subject-clause"
    assert unsure.origin.rule == "dropped-clause"
    assert sure.confidence > unsure.confidence


def test_options_choose() -> None:
    article = Article("قال الوزير إن السد امتلأ.\nوقال الوزير: «سنعود غدا إلى العمل».")
    assert len(parse_statements(article)) == 2
    assert [s.type for s in parse_statements(article, QuoteOptions(verbatim=True))] == ["direct"]
    assert parse_statements(article, QuoteOptions(min_confidence=1.0)) == ()


@pytest.mark.parametrize("values", [{"verbatim": 1}, {"min_confidence": 2.0}, {"min_confidence": "high"}])
def test_options_are_checked(values: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        QuoteOptions(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", ["«", '"', "قال ", "قالت إن ", "،", "وأضاف، ", "بحسب ", "قال الوزير ", "نقلت عن "])
def test_floods_are_read_in_passing(unit: str) -> None:
    parse_statements(Article(unit * (20_000 // len(unit))))


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800قال إن", "قال", "قال إن", "قال:", "«»", ":", "وقال: «»", "بحسب", "قال\u202eإن ا"]
)
def test_odd_input(text: str) -> None:
    for statement in parse_statements(Article(text)):
        assert all(text[piece.start : piece.end] == piece.text for piece in statement.content)


def test_a_headline_speaks_by_its_colon() -> None:
    text = "حمدان: السد يمتلئ قبل الشتاء\n\nقال وزير المياه فؤاد حمدان إن السد سيمتلئ قبل الشتاء."
    head = Block("headline", Span.cut(text, 0, text.index("\n")))
    statement = Pipeline.default()(Article(text, blocks=(head,))).statements[0]
    assert (statement.speaker, statement.channel) == ("فؤاد حمدان", "headline")
    assert statement.content[0].text == "السد يمتلئ قبل الشتاء"


def _headline(text: str, kind: str = "headline") -> Block:
    return Block(kind, Span.cut(text, 0, text.index("\n\n")))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "speaker", "said"),
    [
        ("السد في خطر\nحمدان: القرية آمنة حتى الشتاء", "فؤاد حمدان", "القرية آمنة حتى الشتاء"),
        ("حمدان لـ «النهر»: القرية آمنة", "فؤاد حمدان", "القرية آمنة"),
        ("مدير السد بالمحافظة: القرية آمنة", "مدير السد بالمحافظة", "القرية آمنة"),
        ("«المياه»: القرية آمنة", "وزارة المياه", "القرية آمنة"),
    ],
)
def test_each_line_of_a_headline_may_speak(head: str, speaker: str, said: str) -> None:
    text = head + "\n\nقال فؤاد حمدان إن السد سيمتلئ قبل الشتاء. وأكدت وزارة المياه أنه متين."
    statement = Pipeline.default()(Article(text, blocks=(_headline(text),))).statements[0]
    assert (statement.speaker, statement.content[0].text, statement.channel) == (speaker, said, "headline")


@pytest.mark.parametrize(
    ("head", "speaks"),
    [
        ("تونس: افتتاح معرض للنخيل في الجنوب", False),
        ("تونس: اعتقال ثلاثة من مهربي الوقود", False),
        ("تونس: إغلاق المعبر غير مقبول", True),
        ("وزارة المياه: افتتاح السد قريبا", True),
    ],
)
def test_a_place_before_what_happened_there_says_nothing(head: str, speaks: bool) -> None:  # noqa: FBT001
    text = f"{head}\n\nشهدت المدينة أمس يوما هادئا."
    article = Pipeline.default()(Article(text, blocks=(_headline(text),)))
    assert bool(article.statements) is speaks


def test_a_line_with_a_colon_speaks_in_the_headline_below() -> None:
    text = "فؤاد حمدان:\nالسد يمتلئ قبل الشتاء\n\nقال وزير المياه فؤاد حمدان إن السد سيمتلئ قبل الشتاء."
    statement = Pipeline.default()(Article(text, blocks=(_headline(text),))).statements[0]
    assert (statement.speaker, statement.content[0].text) == ("فؤاد حمدان", "السد يمتلئ قبل الشتاء")


def test_a_post_is_a_statement() -> None:
    text = "سلمى\nنحن هنا"
    embed = Embed("x", Span.cut(text, 0, len(text)), author="سلمى", text=Span.cut(text, 5, len(text)), id="e")
    (statement,) = parse_statements(Article(text, embeds=(embed,)))
    assert (statement.type, statement.speaker, statement.channel) == ("direct", "سلمى", "social")
    assert (statement.embed, statement.cue) == ("e", None)


def test_a_plugin_extends_the_cues() -> None:
    entry = {
        "lemma": "اتكلم", "past_3ms": "اتكلم", "past_3fs": "اتكلمت", "frames": "أن|:|«»",
        "class": "say", "strength": "A",
    }  # fmt: skip
    bundled = shared("cues")
    tables = evolve(_bundled(), cues=cue_table(Lexicon("cues", (*bundled.entries, entry))))
    article = Article("اتكلمت الوزيرة سلمى الجريدي: «السد امتلأ قبل الشتاء».")
    (statement,) = Walk(article, tables, read_cast(article, tokens(article.prose)), phrase_reader(article)).read()
    assert statement.cue is not None
    assert statement.cue.text == "اتكلمت"


def test_a_date_within_what_is_said_dates_no_statement() -> None:
    text = "قالت الوزيرة سلمى الجريدي إن الإنتاج انخفض منذ كانون الثاني/يناير الماضي، داعية المزارعين إلى الصبر."
    for statement in parse(text, published="2023-10-05").statements:
        assert statement.date is None


def test_a_date_of_a_relative_clause_dates_no_statement() -> None:
    text = "وقال الوزير فؤاد حمدان الذي تولى منصبه العام الماضي إن السد امتلأ."
    (statement,) = parse(text, published="2023-10-05").statements
    assert statement.date is None


def test_a_participle_shares_the_date_of_its_verb() -> None:
    text = "أكد الوزير فؤاد حمدان أمس أن السد امتلأ، مشيرا إلى أن الأمطار كانت غزيرة."
    first, second = parse(text, published="2023-10-05").statements
    assert first.date is not None
    assert second.date == first.date


def test_a_paragraph_that_sums_up_the_report_is_read_as_prose() -> None:
    text = (
        "حكم جديد في البلدة بحق التاجر\n"
        "دخل التاجر السجن مع أربعين من عماله، وبينهم المحاسب الذي أخفى دفاتر المتجر أعواما طويلة في قبو بيته القديم"
        " عند طرف السوق، بحسب ما أعلن القاضي سامي الحداد من المحكمة.\n"
        "كتب: نادر الصافي\n"
        "أنهت المحكمة جلساتها قبل الظهر، وكان التاجر قد سافر قبل أعوام إلى بلاد بعيدة ثم عاد منها فقيرا كما ذهب.\n"
    )
    article = parse(text)
    assert article.blocks[1].kind == "subheadline"
    assert [(s.speaker, s.channel) for s in article.statements] == [("سامي الحداد", None)]


def test_the_channel_is_told_in_the_next_sentence() -> None:
    text = "قال الوزير فؤاد حمدان إن السد امتلأ. جاء ذلك في مؤتمر صحفي عقده الأربعاء.\nوأضاف أن الماء كثير."
    assert [s.channel for s in parse(text).statements] == ["press_conference", "press_conference"]


@pytest.mark.parametrize(
    ("told", "channel"),
    [
        ("وأوضح حمدان هذا الأمر في تصريحات صحفية أعقبت الافتتاح.", "statement"),
        ("وقال ذلك في خطاب أمام البرلمان.", "speech"),
        ("وجاء حديث الوزير في مؤتمر صحفي.", "press_conference"),
        ("وقالت الجمعية بعد ذلك في تقرير جديد لها إن القانون غامض.", None),
    ],
)
def test_a_sentence_that_refers_back_tells_the_channel(told: str, channel: str | None) -> None:
    assert parse("قال الوزير فؤاد حمدان إن السد امتلأ. " + told).statements[0].channel == channel


def test_a_conference_is_no_press_conference() -> None:
    (statement,) = parse("وقال الوزير فؤاد حمدان خلال مؤتمر المياه إن السد امتلأ.").statements
    assert statement.channel == "speech"


def test_to_whom_it_was_said() -> None:
    article = parse("وقال الوزير فؤاد حمدان لرويترز إن السد امتلأ. وعاد فؤاد حمدان إلى رويترز.")
    addressee = next((e for e in article.entities if e.id == article.statements[0].addressee), None)
    assert addressee is None or addressee.name == "رويترز"


@pytest.mark.parametrize(
    "text",
    [
        "وقال العميد السابق لكلية الزراعة فؤاد حمدان إن الحقل واسع.",
        "وحذر خبراء في العاصمة البرتغالية لشبونة من أن الثلج كثير.",
        "وأشارت مراسلة دائمة لوكالة الأنباء الإيطالية إلى أن القاعة امتلأت.",
    ],
)
def test_where_somebody_works_is_not_to_whom_it_was_said(text: str) -> None:
    assert [s.addressee for s in parse(text).statements] == [None]


@pytest.mark.parametrize(
    "text",
    ["تتوقع الشركة للعام المقبل أن ترتفع المبيعات.", "القرار الصادر اليوم يعجب الوزير الذي قال إن الطريق سالكة."],
)
def test_a_date_of_something_else_dates_no_statement(text: str) -> None:
    assert [s.date for s in parse(text, published="2024-05-14").statements] == [None]


def test_the_same_words_told_twice() -> None:
    line = "وقال الوزير فؤاد حمدان إن السد امتلأ قبل موعده بشهرين.\n"
    first, second = parse(line + "وعاد الوفد إلى المدينة.\n" + line).statements
    assert (first.duplicate_of, second.duplicate_of) == (None, first.id)


def test_a_quoted_post_is_a_duplicate_of_the_post() -> None:
    text = "وكتبت سلمى الجريدي: «السد امتلأ قبل الشتاء».\nسلمى\nالسد امتلأ قبل الشتاء"
    start = text.index("سلمى\nالسد")
    embed = Embed(
        "x", Span.cut(text, start, len(text)), author="سلمى", text=Span.cut(text, start + 5, len(text)), id="e"
    )
    said, post = parse_statements(Article(text, embeds=(embed,)))
    assert post.embed == "e"
    assert said.duplicate_of == post.id


def test_of_posts_that_begin_alike_the_quoted_one_is_named() -> None:
    posts = ["السد امتلأ قبل الشتاء بأسبوع", "السد امتلأ قبل الشتاء وفاض على القرى", "القرى بخير"]
    text = "وكتبت سلمى الجريدي: «امتلأ قبل الشتاء وفاض».\nوقالت: «القرى بخير»\n" + "\n".join(posts)
    spans = [Span.cut(text, text.rindex(post), text.rindex(post) + len(post)) for post in posts]
    embeds = tuple(Embed("x", span, author="سلمى", text=span, id=f"e{at}") for at, span in enumerate(spans))
    long, short, *of_posts = parse_statements(Article(text, embeds=embeds))
    assert [post.embed for post in of_posts] == ["e0", "e1", "e2"]
    assert long.duplicate_of == of_posts[1].id
    assert short.duplicate_of is None, "two words are alike by chance"
