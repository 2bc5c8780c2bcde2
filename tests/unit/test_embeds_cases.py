"""The case files of posts: what is found, with its fields, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, read_cases

from arabnews_embeds import find_posts

if TYPE_CHECKING:
    from arabnews.article import Embed

CASES = [
    case
    for path in sorted(Path(__file__).parents[1].joinpath("cases/embeds").glob("*.txt"))
    for case in read_cases(path)
]


def shown(embed: Embed) -> list[str]:
    posted = None
    if embed.posted is not None:
        posted = " ".join((str(embed.posted.value), *embed.posted.issues))
    fields = (embed.platform, embed.author, embed.handle, posted, embed.likes, embed.replies, embed.status_id)
    words = embed.text.text if embed.text else "-"
    return [
        " | ".join("-" if value is None else str(value) for value in fields),
        "span: " + embed.span.text.replace("\n", "⏎"),
        "text: " + words.replace("\n", "⏎"),
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = find_posts(case.input)
    assert "\n".join(line for embed in found for line in shown(embed)) == case.expected


def test_contents_of_the_words() -> None:
    (post,) = find_posts(
        "شكرا @Water_Co على #سد_النخلة https://t.co/abcdefghij#مياه pic.twitter.com/abcdefghij"
        " — Water (@water) May 1, 2023"
    )
    assert post.mentions == ("Water_Co",)
    assert post.hashtags == ("سد_النخلة", "مياه")
    assert post.urls == ("https://t.co/abcdefghij", "pic.twitter.com/abcdefghij")


def test_nothing_is_copied_from_a_neighbour() -> None:
    signed = "Blue Team\n· متابعة @TeamBlue\nA good day at the dam.\n٣٨٩ رد نسخ الرابط\n"
    bare = "Another day at the dam for all of us.\n١٢ رد نسخ الرابط\n"
    first, second = find_posts(f"قال الوزير إن السد جاهز.\n{signed}وأضاف أن العمل مستمر.\n{bare}")
    assert (first.author, first.handle) == ("Blue Team", "TeamBlue")
    assert (second.author, second.handle, second.posted) == (None, None, None)


@pytest.mark.parametrize("line_break", ["\r\n", "\n"])
def test_line_breaks_of_other_systems(line_break: str) -> None:
    text = line_break.join(
        [
            "قال الوزير إن السد جاهز.",
            "Blue Team",
            "· متابعة @TeamBlue",
            "A good day at the dam.",
            "٣ رد نسخ الرابط",
            "وأضاف.",
        ]
    )
    (post,) = find_posts(text)
    assert post.author == "Blue Team"
    assert post.text is not None
    assert post.text.text == "A good day at the dam."


@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        "[",
        "@",
        "—",
        "1 ",
        "(@a) ",
        "196 رد ",
        "· متابعة @a\n",
        "٦:٣٥ ص . ٢٤ يناير ٢٠٢٣\n",
        "https://t.co/abcdefghij\n",
    ],
)
def test_hostile_repeats_are_harmless(unit: str) -> None:
    text = unit * (20_000 // len(unit)) + " @x قراءة المحادثة الكاملة على تويتر"
    for post in find_posts(text):
        assert text[post.span.start : post.span.end] == post.span.text
