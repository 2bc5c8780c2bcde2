"""Titles: headlines with the section beside them, subheadlines, the line over the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews.fold import level
from arabnews_page.foot.furniture import marked
from arabnews_page.opening.kickers import LONGEST_KICKER, begins, is_kicker
from arabnews_page.pieces.captions import is_caption
from arabnews_page.pieces.joined import read_strange
from arabnews_page.pieces.labels import is_byline
from arabnews_page.pieces.matter import MARKUP, read_matter
from arabnews_page.text.lines import UNDER, Part, is_set_apart
from arabnews_page.text.spoken import LEADS_ON
from arabnews_page.text.stamp import is_stamp, published_in
from arabnews_page.text.stems import stems_of

if TYPE_CHECKING:
    from arabnews_page.text.dateline import Gazetteer
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers


REACH: Final = 10
"""How many lines the head of a page may have."""

_LONGEST_TITLE: Final = 160
_LONG_TITLE: Final = 90
_LONGEST_SUBTITLE: Final = 120
_MOST_TITLES: Final = 12
_FEWEST_VERSES: Final = 4
_SHORTEST_VERSE: Final = 15
_LONGEST_VERSE: Final = 42
_FEWEST_WORDS: Final = 4
"""A second title of fewer words may as well be the author's name."""

_BODY: Final = 80
"""A line of so many characters may be the body that a headline announces."""

_SAID_REACH: Final = 400
_LEAD: Final = 110
_LONG_LEAD: Final = 200
"""A body as long follows its titles whatever ends it."""

_STOPS: Final = (".", "؟", '."', "».", "”.")
_SENTENCE: Final = 45
"""So may a shorter one that is a whole sentence."""

_SENTENCES = re.compile(r"[^\W_]{3}[\"”»)]?\s?[.؟!]\s+(?!\.)\S[^\n]{25}")
_BULLET = re.compile(r"\s*(?:[-–—ـ•▪*>{<]\s|\d{1,2}\s?[-.)](?!\d)|\((?![^()\n]{1,60}\)(?:$|\W{0,3}[^\W\d_])))")
_LISTED: Final = 6
"""A list shows its mark again so soon."""

_TWO_PARTS = re.compile(r"[^-–—ـ:.،\d]{5,30}\s[-–—ـ]\s[^-–—ـ:.،\d]{2,25}")
_SHOWING = re.compile(r"(?:بال)?(?:فيديو|صور|صوره)(?!\w)|شاهد(?!\w)|عاجل(?!\w)|خاص(?!\w)|حصري(?!\w)")
"""What a headline may say of itself before a dash."""

_ASKED = re.compile(r"(?:(?:ال)?سوال|س\s?\d{1,2})\s?:")
"""What a reader asks, before its answer."""

_SAYS = re.compile(r"(?:ي|ت)?(?:قال|قالت|قول|قولون|نشد|روي|حكي)(?!\w)")
_THAT = re.compile(
    r"^\S+\s\S+\s.{3,80}(?<!بعد)(?<!قبل)(?<!دون)(?<!منذ)(?<!الي)(?<!علي)\s[بلو]?(?:ان|انه|انها|انهم)(?!\w)"
)
"""After a verb and who says it: the report's first sentence, broken off."""

_AND_THAT = re.compile(r"[وف]|[بلك]?ان(?:ه|ها|هم)?(?!\w)")
_GOES_ON = re.compile(r"(?:من خلال|التي|الذي|الذين|مما|والتي|والذي|الي ان|علي ان|حيث|بحيث)(?!\w)")
"""So no report begins: it goes on with the line above."""

_DRAWN_OUT = re.compile(r"([اويهلم])\1{3}")
"""Letters drawn out, as nobody writes them but in posts."""

_TRAILING = re.compile(r"(?:\S{1,20}\s){3,30}[^\s–-]{1,20}(?P<dash>\s?[-–])")
"""Some outlets print a dash after each title."""

_SITE_BEFORE = re.compile(r"[A-Za-z][A-Za-z0-9]{2,20}\.(?:com|net|org)\s{1,3}[-–|]\s{1,3}(?=\S)")
_SECTION_BEFORE = re.compile(r"([^/|:\n]{2,25}?)\s*[/|]\s+(?=\S)")
_SECTION_AFTER = re.compile(r"\s[-–—|]\s?([^-–—|\n]{2,25})$")
_DATED = re.compile(
    r"\W{0,3}(?:[^\W\d_]{3,9}[,،]?\s)?(?:\d{1,2}\s[^\W\d_]{3,10}[,،]?\s\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
)
_LONGEST_NAME_AND_PLACE: Final = 35
_SAYS_ON = re.compile(r"(?:او|الي)\s|وال(?!(?:د(?:ه|ي|ته)?|ي)(?!\w))")
"""With these a headline goes on that is broken in two."""

_PAIRS: Final = (("«", "»"), ("(", ")"), ("“", "”"))


def is_title(line: Line, markers: Markers) -> bool:
    """Tell whether a line has the form of a headline: short, one clause, no full stop at its end."""
    words = line.words.strip("* \t")
    if words.endswith(("-", "–")) and (trailing := _TRAILING.fullmatch(words)):
        words = words[: trailing.start("dash")]
    if not words or len(words) > _LONGEST_TITLE or len(words.split()) < 2:
        return False
    if words[-1] in "،,؛;-–" or (words[-1] == "." and not words.endswith("..")):
        return False
    if len(words) <= _LONGEST_NAME_AND_PLACE and _TWO_PARTS.fullmatch(words) and not _SHOWING.match(line.bare):
        return False  # «فلان – البلدة»
    if _is_said(line, words, markers) or _SENTENCES.search(words):
        return False
    if _BULLET.match(words) and not line.words.startswith("**"):
        return False
    return any(map(str.isalpha, words))


def _is_said(line: Line, words: str, markers: Markers) -> bool:
    """Tell whether a line is a post's words, leads to what somebody says, asks, or is a sentence without full stop."""
    return (
        words.startswith("#")
        or (len(words) > _LONG_TITLE and words.endswith(("..", "…")) and words.count("،") > 1)
        or _DRAWN_OUT.search(words) is not None
        or _ASKED.match(line.bare) is not None
        or (words.endswith(":") and (_SAYS.match(line.bare) or LEADS_ON.search(line.bare)) is not None)
        or (words.startswith("و") and words.endswith(("؟", "?")))
        or (len(words) > _LONG_TITLE and begins(line, markers))
    )


def is_broken_off(line: Line, below: Line, markers: Markers) -> bool:
    """Tell whether a line is the report's first sentence, which goes on below: who says that, «and that …»."""
    if line.size > _LONG_TITLE and not below.blank_before and _GOES_ON.match(below.bare):
        return True
    return begins(line, markers) and _THAT.search(line.bare) is not None and _AND_THAT.match(below.bare) is not None


def above_matter(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line of a headline's length, whatever its stops, stands right above a stamp or a byline."""
    if at + 1 >= len(lines) or len(lines[at]) > _LONGEST_TITLE or len(lines[at].words.split()) < _FEWEST_WORDS:
        return False
    if _BULLET.match(lines[at].words) or lines[at].words.endswith(("،", ":")):
        return False
    below = lines[at + 1]
    return (
        is_stamp(below, markers, gazetteer)
        or is_byline(below, markers, names=gazetteer.given)
        or published_in(below) is not None
    )


def has_body(lines: list[Line], at: int, reach: int = REACH) -> bool:
    """Tell whether a body follows: a longer line of some length, or a full sentence."""
    title = lines[at].size
    for line in lines[at + 1 : at + reach]:
        size = line.size
        if (size >= _BODY and size > title) or (size >= _SENTENCE and line.words.endswith(_STOPS)):
            return True
    return False


def read_titles(lines: list[Line], at: int, markers: Markers, gazetteer: Gazetteer) -> list[list[Part]]:
    """Return the parts of each line of the titles that begin at a line: headline, repeated headline, subheadlines."""
    first = lines[at]
    taken = [_headline(first, markers)]
    following = lines[at + 1 : at + 1 + _MOST_TITLES]
    run = 0
    while run < len(following) and is_title(following[run], markers):
        run += 1
    run = next((i for i in range(run) if following[i].blank_before and _is_verse(following[i:run])), run)
    for i, line in enumerate(following[:run]):
        if line.key == first.key or (len(line.key) > LONGEST_KICKER // 2 and first.key.endswith(line.key)):
            taken.append([line.claim("headline", "repeated-headline")])
            continue
        if (
            not has_body(lines, at + 1 + i)
            or read_matter(line, markers, gazetteer, UNDER)
            or told_links(line, markers)
            or read_strange(line, lines, at + 1 + i)
            or is_caption(line, markers, gazetteer)
        ):
            break
        if i <= 1 and taken[-1][-1].kind == "headline" and _continues(following[i - 1] if i else first, line):
            taken.append([line.claim("headline", "headline-goes-on")])
            continue
        if i == 0 and not first.words.startswith("**") and is_kicker(lines, at, markers, gazetteer):
            taken = [[first.claim("subheadline", "kicker")], [line.claim("headline", "headline")]]
            continue
        if (
            line.blank_before
            and not _announces(lines, at + 1 + i)
            and not _leads(lines, at, run)
            and not any(is_head_matter(below, markers, gazetteer) for below in lines[at + 2 + i : at + 2 + run])
        ):
            break
        if len(line) > _LONGEST_SUBTITLE or len(line.words.split()) < _FEWEST_WORDS or _DATED.search(line.words):
            break
        taken.append([line.claim("subheadline", "subheadline")])
    if not run and first.words.endswith((":", "…", "..")) and above_matter(lines, at + 1, markers, gazetteer):
        taken = [[first.claim("subheadline", "kicker")], [following[0].claim("headline", "headline")]]
    return taken


def _continues(first: Line, line: Line) -> bool:
    """Tell whether a line goes on with the headline above it: a mark that is opened there closes here, or «or»."""
    if _SAYS_ON.match(line.bare):
        return True
    for one, other in _PAIRS:
        closed = line.words.find(other)
        if closed >= 0 and one not in line.words[:closed] and first.words.count(one) > first.words.count(other):
            return True
    return False


def told_links(line: Line, markers: Markers) -> str:
    """Return the kind of a line that begins with the label of links or keywords («اقرأ أيضا: …»), or nothing."""
    marker, follows = marked(line, markers, tail=True)
    return marker.kind if marker and follows and marker.kind in {"related", "keywords"} else ""


def repeats(headline: Line, line: Line) -> bool:
    """Tell whether a line is the headline again; the page's title may name the outlet before it."""
    if line.size > 2 * LONGEST_KICKER + 2 * headline.size:
        return False  # the body's first paragraph, most often
    return line.key == headline.key or (len(line.key) > LONGEST_KICKER / 2 and headline.key.endswith(line.key))


def is_page_title(lines: list[Line]) -> bool:
    """Tell whether the first line is what the browser shows as the page's title: mark-up, and below the headline."""
    if len(lines) <= 2 or not MARKUP.match(lines[1].words):
        return False
    return any(len(line) > LONGEST_KICKER // 2 and repeats(lines[0], line) for line in lines[2 : 2 * REACH])


def _is_verse(run: list[Line]) -> bool:
    """Tell whether lines under a headline are verse: several, all short, and alike in length."""
    sizes = [line.size for line in run if line.size > _SHORTEST_VERSE]
    return _FEWEST_VERSES <= len(sizes) == len(run) and max(sizes) <= min(_LONGEST_VERSE, 2 * min(sizes))


def is_apart_title(lines: list[Line]) -> bool:
    """Tell whether the first line is a headline because an empty line sets it apart, whatever its form."""
    words = lines[0].words
    if len(words) > _LONGEST_TITLE or words[-1] in "،,؛:":
        return False
    if _BULLET.match(words) and (words[0] not in "-–•" or any(line.words[0] == words[0] for line in lines[1:_LISTED])):
        return False
    return (words[-1] != "." or len(words) <= _LEAD) and any(map(str.isalpha, words)) and is_set_apart(lines)


def is_one_word(lines: list[Line], gazetteer: Gazetteer) -> bool:
    """Tell whether the first line is one word, no place, that the paragraph below says again: a headline may be so."""
    word, below = lines[0].bare, lines[1]
    if not word.isalpha() or len(below) < _BODY or gazetteer.place.fullmatch(word):
        return False
    return any(stem in below.bare[:_SAID_REACH] for stem in stems_of([word]))


def is_head_matter(line: Line, markers: Markers, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is a stamp, author or dateline: what stands between it and the headline are titles."""
    kind = line.kind
    matter = read_matter(line, markers, gazetteer, UNDER)
    line.kind = kind
    return any(part.kind in ("stamp", "byline", "dateline", "source") for part in matter)


def _leads(lines: list[Line], at: int, run: int) -> bool:
    """Tell whether the titles from `at` on lead to a body: a longer, whole sentence after the run of them."""
    body = lines[at + 1 + run] if at + 1 + run < len(lines) else None
    if body is None or body.size < _LEAD or body.size <= max(line.size for line in lines[at + 1 : at + 1 + run]):
        return False
    return len(body) >= _LONG_LEAD or body.words.endswith((".", ".”", '."', "».", "”.", '".'))


def _announces(lines: list[Line], at: int) -> bool:
    """Tell whether a line that stands by itself is a second title: short, and a far longer line follows after a gap."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    return following is not None and following.blank_before and len(following) >= 2 * len(line)


def _headline(line: Line, markers: Markers) -> list[Part]:
    """Return a headline's parts: a section may stand before it («عام / …») or after it («… - أخبار محلية»)."""
    words = line.words
    site = _SITE_BEFORE.match(words)
    if site:
        line.kind = "headline"
        return [
            Part(line.start, line.start + len(site[0].rstrip()), "boilerplate", "site-before-headline"),
            Part(line.start + site.end(), line.end, "headline", "headline"),
        ]
    before = _SECTION_BEFORE.match(words)
    if before and _is_section(before[1], markers):
        line.kind = "headline"
        return [
            Part(line.start, line.start + len(before[1]), "section", "section-before-headline"),
            Part(line.start + before.end(), line.end, "headline", "headline"),
        ]
    after = _SECTION_AFTER.search(words)
    if after and _is_section(after[1], markers):
        line.kind = "headline"
        return [
            Part(line.start, line.start + len(words[: after.start()].rstrip()), "headline", "headline"),
            Part(line.start + after.start(1), line.end, "section", "section-after-headline"),
        ]
    return [line.claim("headline", "headline")]


def _is_section(words: str, markers: Markers) -> bool:
    key = " ".join(level(words).lower().split())
    return any(m.kind == "section" for m in markers.of_line(key))
