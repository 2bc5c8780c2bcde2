"""Posts of every platform and serialisation, whole and damaged, between paragraphs; and decoys in prose."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from arabnews.article import mask
from arabnews_embeds import find_posts

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NOUNS = ["الوزير", "المجلس", "السد", "الفريق", "الطريق", "المدينة", "العمل", "التقرير", "المشروع", "القرى"]
VERBS = ["وقال", "وأضاف", "وأكد", "وزار", "وناقش", "وافتتح"]
PARAGRAPHS = st.lists(st.sampled_from(NOUNS), min_size=8, max_size=25).flatmap(
    lambda nouns: st.sampled_from(VERBS).map(lambda verb: f"{verb} {' '.join(nouns)}.")
)
BODIES = st.lists(PARAGRAPHS, min_size=2, max_size=4)
NAMES = st.sampled_from(["Blue Team", "Water Ministry", "وزارة المياه", "Sahel Radio", "نادي الساحل"])
HANDLES = st.from_regex(r"[A-Z][a-z]{3,8}_[0-9]{2}", fullmatch=True)
LATIN = st.lists(st.sampled_from("good day team dam water visit today work".split()), min_size=4, max_size=20)  # noqa: SIM905
ARABIC = st.lists(st.sampled_from("صباح الخير يوم جميل شكرا للجميع في العمل".split()), min_size=4, max_size=20)  # noqa: SIM905
WORDS = st.one_of(LATIN, ARABIC).map(" ".join)
COUNTS = st.tuples(st.integers(1, 99_999), st.integers(3, 999))
STAMPS = st.sampled_from(
    [
        ("6:35 ص . 24 يناير 2023", "2023-01-24T06:35"),
        ("6:35 ص · 24 يناير 2023", "2023-01-24T06:35"),
        ("11:05 م . 3 تموز 2022", "2022-07-03T23:05"),
        ("18:4 ص . 23 يناير 2023", "2023-01-23"),
        ("24 ص . 23 يناير 2023", "2023-01-23"),
        ("2023 ص 23 يناير", "2023-01-23"),
    ]
)


@settings(max_examples=80, deadline=None)
@given(
    BODIES, NAMES, HANDLES, WORDS, COUNTS, STAMPS,
    st.sampled_from(["follow-first", "handle-first", "one-line", "three-lines"]),
    st.sampled_from(["plain", "anchors", "arrow", "permuted"]),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
    st.booleans(),
)  # fmt: skip
def test_arabic_widgets_whole_and_damaged(  # noqa: PLR0913, PLR0917 - drawn by hypothesis
    body: list[str], name: str, handle: str, words: str, counts: tuple[int, int], stamp: tuple[str, str], head: str,
    tail: str, gap: str, eastern: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:  # fmt: skip
    likes, replies = counts
    header = {
        "follow-first": [name, f"· متابعة @{handle}"],
        "handle-first": [name, f"@{handle}", "· متابعة"],
        "one-line": [f"{name} @{handle} · متابعة"],
        "three-lines": [name, f"@{handle} · متابعة"],
    }[head]
    copy = {"plain": "نسخ الرابط", "anchors": "[نسخ الرابط](#)", "arrow": "⏪ نسخ الرابط", "permuted": "⚬ نسخ الرابط"}[
        tail
    ]
    read = f"قراءة ردًا {replies}" if tail == "permuted" else f"قراءة {replies} ردًا"
    counted = [f"{likes} رد {copy}", f"[{read}](#)" if tail == "anchors" else read]
    written = [stamp[0], *counted]
    if eastern:
        written = [line.translate(EASTERN) for line in written]
    widget = gap.join([*header, words, *written])
    text = gap.join([body[0], "", widget, "", *body[1:]])
    (post,) = find_posts(text)
    assert post.span.text == widget
    assert (post.author, post.handle, post.likes, post.replies) == (name, handle, likes, replies)
    assert post.text is not None
    assert post.text.text == words
    assert post.posted is not None
    assert post.posted.value == stamp[1]
    assert ("damaged" in post.posted.issues) == ("T" not in stamp[1])
    assert left(text, post.span.start, post.span.end) == body


def left(text: str, start: int, end: int) -> list[str]:
    """Return the lines that stay when a post is lifted out."""
    return [line for line in mask(text, ((start, end),)).splitlines() if line.strip()]


@settings(max_examples=60, deadline=None)
@given(BODIES, NAMES, HANDLES, st.sampled_from(["\u200f", "", "\u200e"]))
def test_frames_of_instagram_and_facebook(body: list[str], name: str, handle: str, mark: str) -> None:
    shared = f"تمت مشاركة منشور بواسطة {mark}{name}{mark} (@{handle})"
    posted = f"تم النشر بواسطة {mark}{name}{mark} في 24 يناير 2023"
    for frame, platform in ((f"عرض هذا المنشور على Instagram\n{shared}", "instagram"), (posted, "facebook")):
        text = f"{body[0]}\n\n{frame}\n\n" + "\n\n".join(body[1:])
        (post,) = find_posts(text)
        assert (post.platform, post.author, post.span.text) == (platform, name, frame)
        assert post.handle == (handle if platform == "instagram" else None)
        assert left(text, post.span.start, post.span.end) == body


ADDRESSES = [
    ("youtube", "https://www.youtube.com/watch?v=abcDEF12345"),
    ("telegram", "https://t.me/citynews/123"),
    ("instagram", "https://www.instagram.com/p/CaBcDeFgHiJ/"),
    ("facebook", "https://www.facebook.com/citynews/posts/998877"),
    ("x", "https://twitter.com/CityNews/status/1617788990011223366"),
    ("x", "https://x.com/CityNews/status/1617788990011223366?s=20"),
]


@settings(max_examples=40, deadline=None)
@given(BODIES, st.sampled_from(ADDRESSES))
def test_addresses_on_lines_of_their_own(body: list[str], address: tuple[str, str]) -> None:
    text = f"{body[0]}\n{address[1]}\n" + "\n".join(body[1:])
    (post,) = find_posts(text)
    assert (post.platform, post.span.text) == address
    assert left(text, post.span.start, post.span.end) == body


DECOYS = st.sampled_from(
    [
        "وقالت الوزيرة إن متابعة العمل مستمرة، وإن رد الأهالي كان سريعا.",
        "وكتب @CityNews على حسابه أن السد جاهز، وانتشر وسم #سد_النخلة في المدينة كلها.",
        "وبلغ عدد من قرأ الخبر 196 قارئا، وجاء رد الوزارة في 24 يناير 2023.",
        "المصدر الأول للماء هو المطر، ونسخ الرابط بين القريتين ليس سهلا.",
        "وأعلنت الوزارة في 6:35 ص . 24 يناير 2023 أن القراءة الأولى للعداد كانت 14.",
        "وقراءة ردود الأهالي تحتاج إلى وقت، كما قال رئيس المجلس - نادر الصافي - أمس.",
        "ونشر الموقع على العنوان https://paper.example/1 تفاصيل الخطة كاملة.",
        "وراسل الأهالي الوزارة على info@water.example قبل نهاية الشهر.",
        "وقال في مقابلة مع Sahel Radio إن المشروع (المرحلة 2) بدأ في January 24, 2023.",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(DECOYS, PARAGRAPHS), min_size=1, max_size=8), st.sampled_from(["\n", "\n\n", " "]))
def test_decoys_in_prose_stay_prose(body: list[str], gap: str) -> None:
    assert find_posts(gap.join(body)) == ()
