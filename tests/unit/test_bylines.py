"""Whom a byline names, and what beside a name is nobody's."""

from __future__ import annotations

import pytest

from arabnews.bylines import read_authors


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        # several authors: behind a label or a place, or by the form of the second
        ("استطلاع/ سامي الحداد - سلمى نادر", ("سامي الحداد", "سلمى نادر")),
        ("تونس - سامي الحداد- سلمى نادر الجريدي", ("سامي الحداد", "سلمى نادر الجريدي")),
        ("سامي الحداد-سلمى الجريدي", ("سامي الحداد", "سلمى الجريدي")),
        ("بقلم: سامي الحداد وسلمى الجريدي", ("سامي الحداد", "سلمى الجريدي")),
        ("سامي الحداد - حي البساتين", ("سامي الحداد",)),
        # labels, also on both sides
        ("تقديم سامي الحداد", ("سامي الحداد",)),
        ("ترجمة واعداد - سلمى الجريدي", ("سلمى الجريدي",)),
        ("بقلم سامي الحداد ترجمة - الصباح", ("سامي الحداد",)),
        ("من سامي الحداد:", ("سامي الحداد",)),
        ("تقرير - خاص", ()),
        ("المحرر الثقافي", ()),
        # who took the pictures did not write
        ("سامي الحداد- (تصوير: سلمى الجريدي)", ("سامي الحداد",)),
        ("إعداد : سامي الحداد تصوير : نادر الصافي", ("سامي الحداد",)),
        # places, outlets and sections
        ("سامي الحداد (القاهرة)", ("سامي الحداد",)),
        ("العلم والحياة/ سامي الحداد/ القاهرة -", ("سامي الحداد",)),
        ("ثقافة اليوم - سامي الحداد", ("سامي الحداد",)),
        ("سامي الحداد – هنا نيوز", ("سامي الحداد",)),
        ("DAILY INFO-سامي الحداد", ("سامي الحداد",)),
        ("بواسطة Sami Haddad", ("Sami Haddad",)),
        # who the author is, and the address
        ("سامي الحداد عضو مجلس البلدية", ("سامي الحداد",)),
        ("سامي الحداد\nsami@example.org", ("سامي الحداد",)),
        ("sami@example.org", ()),
        ("* خبير في شؤون الماء، مدير مركز", ()),
        ("جامعة البلدة", ()),
        # titles that a stroke parts from the name
        ("الشيخ / سامي الحداد", ("الشيخ / سامي الحداد",)),
        ("أ. د/ سامي الحداد", ("أ. د/ سامي الحداد",)),
    ],
)
def test_names_of_a_byline(byline: str, authors: tuple[str, ...]) -> None:
    assert read_authors(byline) == authors
