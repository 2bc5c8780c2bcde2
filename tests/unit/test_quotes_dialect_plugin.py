"""A plugin that brings Egyptian and Gulf verbs of saying, and a way to attribute, by the hook `lexicons` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from arabnews import Pipeline, hookimpl

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

CUES = """\
# about: verbs of saying in Cairo and in the Gulf, as reporters spell them
# source: written for this test
# licence: CC0-1.0
lemma	past_3ms	past_3fs	pres_3ms	participle	masdar	frames	class	strength
اتكلم	اتكلم	اتكلمت	يتكلم			أن|:|«»	say	A
حكالنا	حكالنا	حكتلنا				أن|:|«»	say	A
وضح	وضح	وضحت	يوضح			أن|:|«»	explain	A
صرخ	صرخ	صرخت	يصرخ			أن	manner	B
زعل	زعل	زعلت	يزعل			من	express	A
خبر	خبر	خبرت	يخبر			أن|:|«»|OBJ	say	A
عاتب	عاتب	عاتبت	يعاتب	معاتبا		:|«»|OBJ	criticise	B
هرج	هرج	هرجت	يهرج			أن|:|«»	say	A
علوم	علوم					:	announce	B
"""
ATTRIBUTIONS = """\
# about: how a dialect says «according to»
# source: written for this test
# licence: CC0-1.0
form	takes
علىكلام	np
عقولة	np
"""


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    """A pipeline with the bundled plugins and the dialect's words."""
    files = {"cues": CUES, "attributions": ATTRIBUTIONS}
    for name, text in files.items():
        (tmp_path / f"{name}.tsv").write_text(text, "utf-8")

    class Dialects:
        @hookimpl
        def lexicons(self) -> dict[str, Traversable]:
            return {name: tmp_path / f"{name}.tsv" for name in files}

    return Pipeline(["dates", "embeds", "page", "entities", "quotes", Dialects()])


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("واتكلم الوزير فؤاد حمدان: «السد امتلأ كله».", "فؤاد حمدان", "اتكلم", "السد امتلأ كله"),
        ("حكتلنا الوزيرة سلمى الجريدي أن السد امتلأ.", "سلمى الجريدي", "حكتلنا", "السد امتلأ"),
        ("ووضحت الوزيرة سلمى الجريدي: «السد امتلأ كله».", "سلمى الجريدي", "وضحت", "السد امتلأ كله"),
        ("وخبر الوزير فؤاد حمدان أن السد امتلأ.", "فؤاد حمدان", "خبر", "السد امتلأ"),
        ("وهرج الوزير فؤاد حمدان أن السد امتلأ.", "فؤاد حمدان", "هرج", "السد امتلأ"),
        ("وزعلت الوزيرة سلمى الجريدي من تأخير السد.", "سلمى الجريدي", "زعلت", "تأخير السد"),
        ("امتلأ السد كله، عقولة الوزير فؤاد حمدان.", "فؤاد حمدان", "عقولة", "امتلأ السد كله"),
    ],
)
def test_the_words_of_the_dialects_report(pipeline: Pipeline, text: str, speaker: str, cue: str, content: str) -> None:
    (statement,) = pipeline(text).statements
    assert statement.cue is not None
    assert (statement.speaker, statement.cue.text, statement.content[0].text) == (speaker, cue, content)
    assert statement.origin.plugin == "quotes"


def test_a_dropped_subject_agrees_with_a_verb_of_the_dialect(pipeline: Pipeline) -> None:
    text = "قال الوزير فؤاد حمدان إن السد امتلأ. وقالت الوزيرة سلمى الجريدي إن الماء كثير. وهرج أن القرى آمنة."
    assert [s.speaker for s in pipeline(text).statements] == ["فؤاد حمدان", "سلمى الجريدي", "فؤاد حمدان"]


def test_without_the_plugin_they_are_plain_words() -> None:
    assert Pipeline.default()("وهرج الوزير فؤاد حمدان أن السد امتلأ.").statements == ()
