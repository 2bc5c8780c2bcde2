"""Generated widgets between generated paragraphs: the body comes back exactly, and each post's fields are right."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews.article import mask
from arabnews_embeds import find_posts

NOUNS = ["الوزير", "المجلس", "السد", "الفريق", "الطريق", "المدينة", "العمل", "التقرير", "الموسم", "المشروع"]
VERBS = ["وقال", "وأضاف", "وأكد", "وزار", "وناقش", "وافتتح"]
WORDS = ["good", "day", "team", "dam", "water", "visit", "today", "report", "people", "work"]
NAMES = ["Blue Team", "Water Ministry", "City News", "Sahel Radio"]
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

paragraphs = st.lists(st.sampled_from(NOUNS), min_size=8, max_size=30).flatmap(
    lambda nouns: st.sampled_from(VERBS).map(lambda verb: f"{verb} {' '.join(nouns)}.")
)
posts = st.tuples(
    st.sampled_from(NAMES),
    st.from_regex(r"[A-Z][a-z]{3,8}_[0-9]{2}", fullmatch=True),
    st.lists(st.sampled_from(WORDS), min_size=5, max_size=25).map(" ".join),
    st.integers(1, 99_999),
    st.integers(3, 999),
)


def arabic(post: tuple[str, str, str, int, int], *, gap: str, anchors: bool) -> str:
    name, handle, words, likes, replies = post
    copy, read = "نسخ الرابط", f"قراءة {str(replies).translate(DIGITS)} ردًا"
    lines = [
        name, f"· متابعة @{handle}", words, "٦:٣٥ ص . ٢٤ يناير ٢٠٢٣",
        f"{str(likes).translate(DIGITS)} رد {f'[{copy}](#)' if anchors else copy}", f"[{read}](#)" if anchors else read,
    ]  # fmt: skip
    return gap.join(lines)


def english(post: tuple[str, str, str, int, int], *, gap: str) -> str:
    name, handle, words, likes, replies = post
    lines = [
        f"{name} @{handle} · Follow",
        words,
        "6:35 AM · Jan 24, 2023",
        f"{likes} Reply Copy link",
        f"Read {replies} replies",
    ]
    return gap.join(lines)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(paragraphs, min_size=2, max_size=4),
    posts,
    st.sampled_from(["\n", "\n\n", "\n\n\n"]),
    st.sampled_from(["arabic", "anchors", "english"]),
)
def test_widget_is_lifted_and_body_stays(
    body: list[str], post: tuple[str, str, str, int, int], gap: str, form: str
) -> None:
    widget = english(post, gap=gap) if form == "english" else arabic(post, gap=gap, anchors=form == "anchors")
    text = "\n\n".join([body[0], widget, *body[1:]])
    (found,) = find_posts(text)
    name, handle, words, likes, replies = post
    assert found.span.text == widget
    assert (found.author, found.handle, found.likes, found.replies) == (name, handle, likes, replies)
    assert found.text is not None
    assert found.text.text == words
    assert found.posted is not None
    assert found.posted.value == "2023-01-24T06:35"
    left = mask(text, ((found.span.start, found.span.end),))
    assert [line for line in left.split("\n") if line.strip()] == body


@settings(max_examples=60, deadline=None)
@given(st.lists(paragraphs, min_size=2, max_size=4), posts, st.booleans())
def test_attributed_post_is_lifted_and_body_stays(
    body: list[str],
    post: tuple[str, str, str, int, int],
    glued: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    name, handle, words, _, _ = post
    rendered = f"{words} pic.twitter.com/abcdeFGH12{' ' if glued else chr(10)}— {name} (@{handle}) January 24, 2023"
    text = f"{body[0]}{' ' if glued else chr(10)}{rendered}\n\n" + "\n\n".join(body[1:])
    (found,) = find_posts(text)
    assert found.span.text == rendered
    assert (found.author, found.handle) == (name, handle)


PIECES = [
    "— ", "@a", "(@abc)", "pic.twitter.com/abcdefghij", "\n", " ", "رد", "نسخ الرابط", "١٩٦", "قراءة", "متابعة", "·",
    "٦:٣٥ ص", "٢٤ يناير ٢٠٢٣", "نص.", "«", "[", "](#)", "\u200f", "\r", "\x00", "\ud800", "https://t.co/abcdefghij",
    "View this post on Instagram", "A post shared by x (@y)", "January 24, 2023", "word", "#وسم",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_mixture_gives_true_disjoint_spans(text: str) -> None:
    end = 0
    for post in find_posts(text):
        assert text[post.span.start : post.span.end] == post.span.text
        assert post.span.start >= end
        end = post.span.end
        if post.text is not None:
            assert post.span.holds(post.text)
            assert text[post.text.start : post.text.end] == post.text.text
        if post.posted is not None and post.posted.span is not None:
            assert post.span.holds(post.posted.span)
