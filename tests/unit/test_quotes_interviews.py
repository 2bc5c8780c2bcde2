"""Interviews: who asks, who answers, and what is none."""

from __future__ import annotations

import pytest

from arabnews import parse


def test_an_interview_is_questions_and_answers() -> None:
    lines = (
        "حوار مع وزير المياه فؤاد حمدان",
        "* متى يمتلئ السد؟",
        "- سيمتلئ السد قبل الشتاء، وقال الخبراء إن الماء كثير.",
        "* وماذا عن القرى؟",
        "- القرى آمنة ولا خوف عليها.",
    )
    statements = parse("\n\n".join(lines)).statements
    assert [(s.cue_class, s.speaker, s.channel) for s in statements] == [
        ("ask", None, "interview"),
        ("answer", "فؤاد حمدان", "interview"),
        ("say", "الخبراء", None),
        ("ask", None, "interview"),
        ("answer", "فؤاد حمدان", "interview"),
    ]
    assert statements[2].parent == statements[1].id
    assert statements[0].content[0].text == "متى يمتلئ السد؟"


def test_what_the_guest_is_told_to_have_said_before_was_said_there() -> None:
    lines = (
        "أكد وزير المياه فؤاد حمدان أن السد آمن. وقال الخبراء إن الماء كثير.",
        "* متى يمتلئ السد يا معالي الوزير؟",
        "- سيمتلئ السد قبل الشتاء، ونحن نحرسه.",
        "* وماذا عن القرى؟",
        "- القرى آمنة ولا خوف عليها.",
    )
    statements = parse("\n\n".join(lines)).statements
    assert [(s.speaker, s.channel) for s in statements[:2]] == [("فؤاد حمدان", "interview"), ("الخبراء", None)]


def test_an_answer_may_hold_a_few_words_of_others() -> None:
    lines = (
        "حوار مع وزير المياه فؤاد حمدان",
        "* متى يمتلئ السد؟",
        '- سيمتلئ السد قبل الشتاء، وقال الخبراء: "الماء كثير"، ونحن نصدقهم ونعمل معهم كل يوم.',
        "* وماذا عن القرى؟",
        '- القرى آمنة ولا خوف عليها، فأنا مؤمن بقوله تعالى: "إن مع العسر يسرا"، وسنحرسها جميعا.',
    )
    statements = parse("\n\n".join(lines)).statements
    assert [(s.cue_class, s.speaker) for s in statements if s.parent is None] == [
        ("ask", None),
        ("answer", "فؤاد حمدان"),
        ("ask", None),
        ("answer", "فؤاد حمدان"),
    ]
    assert [s.speaker for s in statements if s.parent is not None] == ["الخبراء", "الله"]


@pytest.mark.parametrize(
    "lead",
    [
        "أجرت صحيفة النهر لقاء مع الدكتور فؤاد حمدان رئيس الجمعية حول السد.",
        "تحدث فؤاد حمدان مدير الجمعية في حوار مع صحيفة النهر عن السد.",
        "حاورنا المهندس فؤاد حمدان عن السد.",
    ],
)
def test_who_was_met_answers(lead: str) -> None:
    head = f"قال الوزير سامي الجريدي إن السد قديم، وزار سامي الجريدي القرية.\n\n{lead}\n\n"
    text = head + "س: متى يمتلئ السد؟\nج: قبل الشتاء.\nس: وماذا عن القرى؟\nج: القرى آمنة."
    assert {s.speaker for s in parse(text).statements if s.cue_class == "answer"} == {"فؤاد حمدان"}


def test_the_one_author_asks() -> None:
    head = "سد النهر\n\nأجرى الحوار - نادر الحموي\n\nحوار مع وزير المياه فؤاد حمدان\n\n"
    text = head + "س: متى يمتلئ السد؟\nج: قبل الشتاء.\nس: وماذا عن القرى؟\nج: القرى آمنة."
    assert {s.speaker for s in parse(text).statements if s.cue_class == "ask"} == {"نادر الحموي"}


def test_names_behind_marks_are_no_words_of_theirs() -> None:
    lines = (
        "حوار مع وزير المياه فؤاد حمدان",
        "- النهر: متى يمتلئ السد؟",
        "أبو سالم: سيمتلئ السد قبل الشتاء والماء كثير.",
        "- النهر: وماذا عن القرى؟",
        "أبو سالم: القرى آمنة ولا خوف عليها.",
    )
    statements = parse("\n\n".join(lines)).statements
    assert [s.content[0].text.split()[0] for s in statements] == ["متى", "سيمتلئ", "وماذا", "القرى"]


def test_letters_mark_questions_and_answers() -> None:
    text = "س: متى يمتلئ السد؟\nج: سيمتلئ السد قبل الشتاء.\nس: وماذا عن القرى؟\nج: القرى آمنة."
    assert [s.cue_class for s in parse(text).statements] == ["ask", "answer", "ask", "answer"]


@pytest.mark.parametrize(
    "text",
    [
        "* متى يمتلئ السد؟\n* وماذا عن القرى؟\n* ومن يحرس البوابات؟",
        "متى يمتلئ السد؟\nسؤال يردده الناس في القرى.",
        "- متى يمتلئ السد؟\nسؤال يردده الناس في القرى.",
    ],
)
def test_questions_alone_are_no_interview(text: str) -> None:
    assert parse(text).statements == ()


@pytest.mark.parametrize(
    "lead",
    [
        "قال الوزير فؤاد حمدان في حواره مع «النورس» إن السد امتلأ.",
        'أجرت صحيفة "النورس" المحلية لقاء مع الوزير فؤاد حمدان.',
        "حاورته «النورس» وفؤاد حمدان وزير للمياه منذ عام.",
        "الوزير فؤاد حمدان لـ «النورس»:\nالسد يمتلئ قريبا",
    ],
)
def test_the_outlet_that_met_somebody_asks(lead: str) -> None:
    lines = (lead, "* متى يمتلئ السد؟", "- سيمتلئ السد قبل الشتاء.", "* وماذا عن القرى؟", "- القرى آمنة ولا خوف عليها.")
    asked = [s.speaker for s in parse("\n\n".join(lines)).statements if s.cue_class == "ask"]
    assert asked == ["النورس", "النورس"]


@pytest.mark.parametrize("head", ["", "حوار مع وزير المياه فؤاد حمدان\n\n"])
def test_a_dialogue_behind_one_mark_is_an_essay_unless_the_head_tells(head: str) -> None:
    lines = (
        "نظم الشيخ حديقته ومضى إلى النهر.",
        "• وهل تكفي الحديقة وحدها لأهل القرية؟",
        "• نعم، فهي ظل وثمر وماء لكل من مر بها.",
        "• فمن يسقيها إذا غاب الشيخ؟",
        "• يسقيها أبناؤه حين يعودون من الحقل.",
    )
    turns = [s for s in parse(head + "\n\n".join(lines)).statements if s.channel == "interview"]
    assert len(turns) == (4 if head else 0)


def test_figures_before_a_mark_for_percent_ask_nothing() -> None:
    lines = (
        "انتهى موسم الحصاد في الوادي.",
        "? بلغت حصة القمح من المحصول كله 60?.",
        "? نال الشعير المرتبة الثانية بين الحبوب.",
        "? لم تتجاوز حصة الذرة في الحقول 10?.",
        "? نال العدس المرتبة الأخيرة بين الحبوب.",
    )
    assert not parse("\n\n".join(lines)).statements


def test_questions_of_nobody_known_to_nobody_known_are_no_interview() -> None:
    text = (
        "أحكام الوضوء\n\nالسؤال: ما الذي يفعله من نسي غسل يده قبل أن يبدأ الصلاة؟\n\n"
        "الجواب: يعيد الوضوء من أوله ثم يصلي كما كان يصلي في كل يوم.\n\n"
        "السؤال: وهل يعيد الصلاة من صلى ثم تذكر أنه لم يغسل وجهه؟\n\n"
        "الجواب: نعم يعيدها لأن الوضوء لم يكن كاملا في المرة الأولى."
    )
    said = parse(text).statements
    assert [s.origin.rule for s in said] == ["interview-question", "interview-answer"] * 2
    assert {(s.speaker, s.channel) for s in said} == {(None, None)}
