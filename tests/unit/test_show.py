"""An article on a terminal."""

from __future__ import annotations

import io

from attrs import frozen
from rich.console import Console

from arabnews import Article, Block, Pipeline, Span, hookimpl, parse
from arabnews.show import show_article, show_trace

TEXT = "قال المدير سمير حداد إن المشروع جاهز.\nكلمات: " + "مُهِمّ " * 40


def shown(article: Article, *, terminal: bool) -> str:
    out = io.StringIO()
    show_article(
        article,
        Console(file=out, force_terminal=terminal, width=80, color_system="standard" if terminal else None),
        "a.txt",
    )
    return out.getvalue()


@frozen
class Amount:
    span: Span
    number: int


class Finds:
    @hookimpl
    def annotation_types(self) -> list[type]:
        return [Amount]

    @hookimpl
    def find_annotations(self, article: Article) -> list[Amount]:
        return [Amount(Span.cut(article.text, 0, 3), 7)]

    @hookimpl
    def find_blocks(self, article: Article) -> list[Block]:
        return [Block("keywords", Span.cut(article.text, TEXT.index("كلمات"), len(TEXT)))]


def test_a_terminal_gets_colours_and_isolates_and_a_file_neither() -> None:
    article = Pipeline([Finds()])(TEXT)
    on_terminal, in_file = shown(article, terminal=True), shown(article, terminal=False)
    assert "\x1b[" in on_terminal
    assert on_terminal.count("\u2068") == on_terminal.count("\u2069") > 0
    assert "\x1b" not in in_file
    assert "\u2068" not in in_file


def test_annotations_of_other_plugins_are_shown_with_their_fields() -> None:
    assert "Finds · Amount" in shown(Pipeline([Finds()])(TEXT), terminal=False)
    assert "number 7" in shown(Pipeline([Finds()])(TEXT), terminal=False)


def test_long_parts_are_cut_between_letters_with_their_marks() -> None:
    line = next(line for line in shown(Pipeline([Finds()])(TEXT), terminal=False).splitlines() if "keywords" in line)
    assert line.endswith("…")
    cut = TEXT.index("كلمات") + len(line.split("keywords")[1].strip()) - 1
    assert TEXT[cut] not in "\u064f\u0650\u0651"


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = "قال\x1b[31m\x07 نعم"
    article = Pipeline([])(Article(text, blocks=[Block("headline", Span.cut(text, 0, len(text)))]))
    assert "\x1b[31m" not in shown(article, terminal=False)
    assert "\x07" not in shown(article, terminal=False)


def test_a_trace_tells_of_losers() -> None:
    class Twice:
        @hookimpl
        def find_blocks(self, article: Article) -> list[Block]:
            return [Block("source", Span.cut(article.text, 0, 5)), Block("caption", Span.cut(article.text, 0, 9))]

    out = io.StringIO()
    show_trace(Pipeline([Twice()]).trace(TEXT), Console(file=out, width=80), "a.txt")
    assert "overlaps Twice" in out.getvalue()


def test_a_fact_shows_only_what_is_known() -> None:
    article = parse("قال الوزير سمير حداد إن الجسر جاهز.")
    entity, statement = article.entities[0], article.statements[0]
    assert repr(entity).startswith("Entity(type='person', name='سمير حداد', roles=(Role(text='الوزير'),), mentions=(")
    assert repr(entity.mentions[0]) == "Mention(span=Span(11, 20, 'سمير حداد'), form='name', role='الوزير')"
    assert "None" not in repr(statement)
    assert "cue_class='say'" in repr(statement)
    date = parse("وصل الوفد في 7 أكتوبر.").dates[0]
    assert repr(date.stated) == "Stated(month=10, day=7)"


def test_a_notebook_shows_who_said_what_and_escapes_it() -> None:
    article = parse("قال سمير حداد: «الجسر <b>جاهز</b> & آمن».")
    shown = article._repr_html_()
    assert '<td dir="auto" style="text-align: start">سمير حداد</td>' in shown
    assert "&lt;b&gt;جاهز&lt;/b&gt; &amp; آمن" in shown
    assert "<table>" not in parse("")._repr_html_()
