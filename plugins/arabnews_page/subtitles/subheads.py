"""Subheadlines: short lines over the paragraphs that they title.

A line is one by its form (short, one clause, no full stop, no verb of saying, nobody's words) and by its company: it
stands alone between two paragraphs, and each thing that prose does not have counts for it: the paragraph above ends a
sentence, the one below says its words again, other lines of the page have the same form. Verse, lists, interviews and
speeches have short lines too: what stands among short lines, is said twice, or asks the reader is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from arabnews_page.subtitles.company import (
    find_advice,
    is_long_title,
    is_over_list,
    is_said_below,
    join_company,
    read_company,
    tells_topic,
)
from arabnews_page.subtitles.form import ANEW, LONGEST_WEAK, count_shared, ends_sentence, has_title_form
from arabnews_page.subtitles.numbered import ORDINAL, join_groups, read_group
from arabnews_page.subtitles.pairs import find_pairs, is_pair
from arabnews_page.subtitles.series import find_series
from arabnews_page.text.spoken import LEADS_ON, QUESTION, TURNS, is_asked, is_interview, is_put, is_said, is_saying

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_LONGEST: Final = 65
_LONGEST_SHARED: Final = 110
"""A longer title needs its words in the paragraph below."""

_LONGEST_DRAWN: Final = 30
_ABOVE: Final = 40
_BELOW: Final = 70
_LONG: Final = 100
_FEWEST: Final = 2
_MOST_QUESTIONS: Final = 2
_CLOSERS: Final = '؟?"”»)%'
_DRAWN: Final = ("..", "!", "…")
_GOES_ON: Final = re.compile(r"(?!(?:يقول|تقول|يري|تري|يوكد|توكد|يضيف|تضيف)(?!\w))[يت][^\W\d_]{3}")
"""A verb whose subject may stand on the line above."""

_DETAILS: Final = re.compile(
    r"(?<!\w)(?:التفاصيل|تفاصيل\s\S{2,12}|التاليه?|الاتيه?|يلي|ياتي|اهمها|ابرزها|السطور\s\S{3,10})\s?\.{0,3}\s?:$"
)
"""So a paragraph ends that leads to the titled parts of a page."""

_UNSURE: Final = ("", "led-to")
"""A number or a mark may tell such a title better."""

_LISTS: Final = "*•-–"
_ITEM: Final = re.compile(r"[*•–-]|\d{1,2}\s?[.)ـ-](?!\d)")
_WHOLE_QUOTE: Final = re.compile(
    r"[«“\"]\s?[^\s«»“”\".]{1,20}(?:\s[^\s«»“”\".]{1,20}){1,7}\s?[»”\"][!؟]?|\([\u0621-\u064a]{3,12}\s[\u0621-\u064a]{2,12}(?:\s[\u0621-\u064a]{2,12})?\)"
)
_ANSWERS: Final = "-–—ـ•*"
_RULED: Final = "-–—ـ=_*~(0123456789"
_RULE: Final = re.compile(r"[-–—ـ=_*~ ]{3,}|\(?\d{1,2}\)?")
"""A drawn line, or a number alone: what parts the pieces of a page."""

_WEAK: Final = re.compile(
    r"[\u0621-\u064a]{3,20}|(?![وف])[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15}){0,2}\s?\.\."
    r"|[\u0621-\u064a]{2,15}(?:[\s.]{1,3}[\u0621-\u064a]{2,15}){1,6}\s?!{1,3}|[\u0621-\u064a]{3,12}\s?[«(]\d{1,4}[»)]"
)
_STRETCHED: Final = re.compile(r"[\u0621-\u064a]{1,9}\u0640{2,30}[\u0621-\u064a]{1,9}")
"""One word drawn out to the width of the column, as titles are printed."""

_LABEL: Final = re.compile(r"(?![وف])(?P<words>[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15}){0,7})\s?:")


def find_subheads(lines: list[Line], body: int, verbs: frozenset[str]) -> list[Line]:
    """Return the lines of the body that title the paragraphs below them."""
    shown = [line for line in lines[body:] if line.words[0] not in _RULED or not _RULE.fullmatch(line.words)]
    sizes = [line.size for line in shown]
    last = len(shown) - 1
    if not any(sizes[at] <= _LONGEST_SHARED and shown[at].kind is None for at in range(1, last)):
        return []  # most pages: paragraphs alone, each too long for a title
    found: dict[str, list[Line]] = {
        told: [] for told in ("strong", "weak", "unended", "over-list", "over-turn", "led-to")
    }
    grouped: dict[str, list[tuple[Line, bool]]] = {}
    series = find_series(shown)
    paired = 0
    for at in range(1, last):
        if sizes[at] > _LONGEST_SHARED or at == paired:
            continue
        above, line, below = shown[at - 1], shown[at], shown[at + 1]
        if line.kind is not None or line.start in series:
            continue
        wide = sizes[at + 1] >= _BELOW or _is_marked_turn(below) or (_heads_list(line) and _is_listed(shown, at + 1))
        told = _evidence(above, line, below, verbs) if wide else ""
        group = read_group(above, line, below) if wide and told in _UNSURE else ""
        if group:
            grouped.setdefault(group, []).append((line, ends_sentence(above) and len(above) >= _BELOW))
        elif not wide and is_pair(above, line, below, shown[min(at + 2, last)], verbs):
            found["strong"] += (line, below)
            paired = at + 1
        elif told := told or _company(above, line, below):
            found.setdefault(told, []).append(line)
    strong = _with_likely(
        [*series.values(), *found["strong"], *find_pairs(shown), *join_groups(grouped, shown, lines[:body])],
        found,
        shown,
    )
    strong += join_company(strong, found)
    advice = find_advice(shown, strong)
    if advice:
        return [line for line in strong if line not in advice] + advice + found["weak"]
    if not strong and not found["weak"]:
        return []
    return _without_talk(strong, found["weak"], interview=is_interview(shown))


def _with_likely(strong: list[Line], found: dict[str, list[Line]], shown: list[Line]) -> list[Line]:
    """Return the sure titles with those that the page's other titles, or a list without questions, make sure."""
    if len(strong) >= _FEWEST:
        strong = strong + found["unended"]
    if strong or found["weak"]:
        strong = strong + found["led-to"]
    if len(found["over-turn"]) >= _FEWEST:
        strong = strong + found["over-turn"]
    if found["over-list"] and (strong or not any(line.words.endswith(QUESTION) for line in shown)):
        strong = strong + found["over-list"]
    return strong


def _evidence(above: Line, line: Line, below: Line, verbs: frozenset[str]) -> str:
    """Return how sure it is that a line stands as a title between two paragraphs, or nothing."""
    if _is_marked_turn(below):
        ended = above.kind is None and len(above) >= _BELOW and ends_sentence(above)
        titled = len(line) <= LONGEST_WEAK and (_is_plain(line) or _WEAK.fullmatch(line.bare) is not None)
        return "over-turn" if ended and titled else ""
    if _stands(above, line, below, verbs) or _is_quoted(above, line, below):
        return "strong"
    if _may_stand(above, line, below):
        return "strong" if line.words[-1] == ":" and count_shared(line, below) >= _FEWEST else "weak"
    led = above.size >= _BELOW and above.words[-1] == ":" and line.size <= LONGEST_WEAK and below.size >= _LONG
    listed = below.kind is None and _ITEM.match(below.bare) is not None
    over = above.size >= _LONG or above.words[0] in _LISTS
    led = led or (listed and over and len(line) <= LONGEST_WEAK and " " in line.words)
    if not (led or _between(above, line, below)) or not line.bare[-1:].isalnum() or not has_title_form(line):
        return ""
    if ends_sentence(above):
        return "over-list" if listed and _heads_list(line) else ""
    return _unended(above, line, below)


def _unended(above: Line, line: Line, below: Line) -> str:
    """Return as what a line may be a title where the paragraph above ends no sentence, or nothing."""
    if above.words.endswith(":") and _DETAILS.search(above.bare[-LONGEST_WEAK:]) and " " in line.words:
        return "led-to"
    goes_on = (
        " " not in line.words or below.kind is not None or _GOES_ON.match(below.bare) or below.words[0] in _ANSWERS
    )
    return "" if goes_on or above.words.endswith(("،", ":")) or is_saying(above) else "unended"


def _company(above: Line, line: Line, below: Line) -> str:
    """Return as what a line may be a title where the page has others, or nothing."""
    if above.kind is not None or below.kind is not None:
        return ""
    if not ends_sentence(above):
        titled = below.size >= _LONG and has_title_form(line) and below.words[0] not in _ANSWERS
        return "said-below" if titled and is_said_below(above, line, count_shared(line, below)) else ""
    if below.words[0] in _ANSWERS:
        return "listed" if is_over_list(above, line, below) else ""
    told = read_company(above, line, below)
    if told in ("brief", "under-brief"):
        return told if has_title_form(line) else ""
    return "" if told == "label" and LEADS_ON.search(line.bare) else told


def _heads_list(line: Line) -> bool:
    """Tell whether a line may title a list: it joins nothing, and leads to it by no word."""
    return line.bare[0] not in "وف" and LEADS_ON.search(line.bare) is None


def _is_listed(shown: list[Line], at: int) -> bool:
    """Tell whether a line begins a list: its mark stands before the line below too."""
    if _ITEM.match(shown[at].bare) is None or at + 1 >= len(shown):
        return False
    mark, next_mark = shown[at].words[0], shown[at + 1].words[0]
    return mark == next_mark or (mark.isdigit() and next_mark.isdigit())


def _is_plain(line: Line) -> bool:
    """Tell whether a line is a title of several words that no sign ends."""
    return " " in line.words and line.bare[-1:].isalnum() and has_title_form(line)


def _is_marked_turn(line: Line) -> bool:
    """Tell whether a line is a question of an interview: the mark of a turn stands before it."""
    return line.words[0] in TURNS and line.kind is None and line.words.endswith(QUESTION)


def _is_quoted(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a few words in quotation marks stand alone between two paragraphs, and nothing leads to them."""
    if above.kind is not None or below.kind is not None or above.size < _BELOW or not ends_sentence(above):
        return False
    return _WHOLE_QUOTE.fullmatch(line.words) is not None and below.words[0] not in '«“"' and not is_put(line)


def _without_talk(strong: list[Line], weak: list[Line], *, interview: bool) -> list[Line]:
    """Return the titles without those that are said: said again and again, or put to somebody."""
    labels = [line for line in weak if line.words.endswith(":")]
    words = [line for line in weak if not line.words.endswith(":")]
    titles = strong + words
    if titles or len(labels) >= _FEWEST:
        titles += labels  # where lines are titled, a label is a title too
    else:
        titles += filter(tells_topic, labels)
    keys = Counter(_key(line) for line in titles)
    # «السيد الرئيس» in a speech, and who speaks in a talk, are said again and again; a title may stand twice
    titles = [line for line in titles if keys[_key(line)] <= 1 + (not line.words.endswith(":"))]
    questions = [line for line in titles if line.words.endswith(QUESTION)]
    if interview or len(questions) > _MOST_QUESTIONS or any(map(is_asked, questions)):
        # an interview: they are the interviewer's words
        titles = [line for line in titles if not line.words.endswith(QUESTION)]
    return titles


def _key(line: Line) -> str:
    """Return what tells whether two lines say the same; parts that are counted do not."""
    return line.words if any(map(str.isdigit, line.words)) else line.key


def _stands(above: Line, line: Line, below: Line, verbs: frozenset[str]) -> bool:
    """Tell whether a line stands as a title between two paragraphs."""
    words = line.words
    pieces = line.size <= _LONGEST_DRAWN and above.piece and below.piece and " - " not in words
    if below.kind is not None or below.words[0] in _ANSWERS or not has_title_form(line, pieces=pieces):
        return False
    if not (line.bare[-1:].isalnum() or words[-1] in _CLOSERS):
        drawn = words.endswith(_DRAWN) and "؟" not in words and not ANEW.match(line.bare)
        drawn = drawn and (words[-1] == "!" or len(line) <= _LONGEST_DRAWN)  # longer, it is said and trails off
        return drawn and _between(above, line, below) and ends_sentence(above)
    if above.kind is not None:
        linked = above.kind == "related" and len(line) <= _LONGEST_DRAWN and words[-1] not in QUESTION
        apart = len(line) <= _LONGEST and len(below) >= _LONG and line.blank_before
        return ((linked or apart) and " " in words) or _STRETCHED.fullmatch(words) is not None
    if line.size > _LONGEST:
        whole = ends_sentence(above) and len(above) >= _ABOVE and len(below) >= _LONG
        shared = count_shared(line, below) if whole else 0
        led = below.bare.split(None, 1)[0] in verbs
        return shared > 0 and (is_long_title(line, shared, verbs) or (led and shared >= _FEWEST))
    if above.size >= _ABOVE and ends_sentence(above):
        clauses = line.size > LONGEST_WEAK and "،" in words
        return count_shared(line, below) >= _FEWEST if clauses else " " in words
    return _stands_unended(above, line, below)


def _stands_unended(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a line titles the paragraph below where the one above has no full stop, or leads to a list."""
    if " " not in line.words or not _between(above, line, below) or _GOES_ON.match(below.bare) or is_saying(above):
        return False
    return count_shared(line, below) > 0


def _between(above: Line, line: Line, below: Line) -> bool:
    return line.size <= LONGEST_WEAK and above.size >= _LONG and below.size >= _LONG and above.kind is None


def _may_stand(above: Line, line: Line, below: Line) -> bool:
    """Tell whether one word, or a short cry or label, stands between two long paragraphs."""
    if line.size > LONGEST_WEAK or not above.size >= _BELOW or below.size < _LONG or above.kind is not None:
        return False
    if not ends_sentence(above) or below.kind is not None or line.piece:
        return False
    if below.words[0] in _ANSWERS or is_said(line):
        return False
    label = _LABEL.fullmatch(line.bare)
    if label is None:
        return _WEAK.fullmatch(line.bare) is not None
    number = ORDINAL.match(line.bare)
    if number and number.end() >= len(line.bare.rstrip(" :")):
        return False
    told = number or " " not in label["words"] or count_shared(line, below)
    return bool(told) and LEADS_ON.search(line.bare) is None and below.words[0] not in '«“"'
