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
from arabnews_page.subtitles.numbered import ORDINAL, join_groups, read_group
from arabnews_page.subtitles.series import find_series
from arabnews_page.text.spoken import LEADS_ON, is_asked, is_put, is_said, is_saying
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_LONGEST: Final = 65
_LONGEST_SHARED: Final = 110
"""A longer title needs its words in the paragraph below."""

_LONGEST_DRAWN: Final = 30
_LONGEST_WEAK: Final = 45
_ABOVE: Final = 40
_BELOW: Final = 70
_LONG: Final = 100
_FEWEST: Final = 2
_SAYS: Final = frozenset({"قال", "قالت"})
_CARRIES: Final = frozenset({"في", "من", "عن", "علي", "الي", "مع", "بعد", "قبل", "بين", "ضد"})
"""With these the second line of a title that is broken in two begins."""

_MOST_QUESTIONS: Final = 2
_MOST_ASKED: Final = 2
"""A page with more questions put to somebody is an interview, whatever their form."""

_REACH: Final = 200
"""In so many characters of the paragraph below, the words of its title are said again."""

_STOPS: Final = (".", "·", ")·", '."', ".”", ".»", '".', "”.", "».", ".'", ".)", ").")
_SENTENCE_ENDS: Final = (*_STOPS, "؟", "!", "…")
_CLAUSE_ENDS: Final = (*_STOPS[1:], "،", ",", "؛", ";", "-", "–")
_QUESTION: Final = ("؟", "?")
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
_WHOLE_QUOTE: Final = re.compile(
    r"[«“\"][^\s«»“”\".]{1,20}(?:\s[^\s«»“”\".]{1,20}){1,7}[»”\"][!؟]?|\([\u0621-\u064a]{3,12}\s[\u0621-\u064a]{2,12}(?:\s[\u0621-\u064a]{2,12})?\)"
)
_ANSWERS: Final = "-–—ـ•*"
_TURNS: Final = "-–—ـ•*?؟><×"
_OPENERS: Final = "-–—ـ•·▪*>{<([0123456789٠١٢٣٤٥٦٧٨٩@#\"“«'"
_COUNTED: Final = re.compile(r"(?:\d{1,4}|\(\d[\d-]{0,5}\))\s(?=[^\W\d_]{3})")
ANEW: Final = re.compile(
    r"(?!في(?:روس|ديو|تامين|سبوك|صل|فري|زيا)|وتير|ويكي)[وف](?:ال|(?:في|من|علي|عن|مع|هو|هي|هم|هذا|هذه|ذلك|هكذا|قد|لا|لم|كان|كانت|ان|انه|لان|اليوم|بعد|ما)(?!\w)|[يت][^\W\d_]{3})|و\s|ولان"
)
"""So a sentence begins that goes on with the report."""

_RULED: Final = "-–—ـ=_*~"
_RULE: Final = re.compile(r"[-–—ـ=_*~ ]{3,}")
_QUOTED: Final = re.compile(r"[«“\"](?P<inside>[^«»“”\"]{1,40})[»”\"](?=\s*[^\W\d_])")
"""A title may begin with one name in quotation marks; what is quoted as a whole is said."""

_PAIRS: Final = (("«", "»"), ("(", ")"), ("“", "”"))
_WEAK: Final = re.compile(
    r"[\u0621-\u064a]{3,20}|(?![وف])[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15}){0,2}\s?\.\."
    r"|[\u0621-\u064a]{2,15}(?:[\s.]{1,3}[\u0621-\u064a]{2,15}){1,6}\s?!{1,3}"
)
_STRETCHED: Final = re.compile(r"[\u0621-\u064a]{1,9}\u0640{2,30}[\u0621-\u064a]{1,9}")
"""One word drawn out to the width of the column, as titles are printed."""

_LABEL: Final = re.compile(r"(?![وف])(?P<words>[\u0621-\u064a]{2,15}(?:\s[\u0621-\u064a]{2,15}){0,7})\s?:")


def find_subheads(lines: list[Line], body: int, verbs: frozenset[str]) -> list[Line]:
    """Return the lines of the body that title the paragraphs below them."""
    shown = [line for line in lines[body:] if line.words[0] not in _RULED or not _RULE.fullmatch(line.words)]
    sizes = [line.end - line.start for line in shown]
    last = len(shown) - 1
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
        wide = sizes[at + 1] >= _BELOW or _is_marked_turn(below)
        told = _evidence(above, line, below, verbs) if wide else ""
        group = read_group(above, line, below) if wide and told in _UNSURE else ""
        if group:
            grouped.setdefault(group, []).append((line, ends_sentence(above) and len(above) >= _BELOW))
        elif not wide and _is_pair(above, line, below, shown[min(at + 2, last)], verbs):
            found["strong"] += (line, below)
            paired = at + 1
        elif told := told or _company(above, line, below):
            found.setdefault(told, []).append(line)
    strong = _with_likely(
        [*series.values(), *found["strong"], *join_groups(grouped, shown, lines[:body])], found, shown
    )
    strong += join_company(strong, found)
    advice = find_advice(shown)
    if advice:
        return [line for line in strong if line not in advice] + advice + found["weak"]
    if not strong and not found["weak"]:
        return []
    return _without_talk(strong, found["weak"], interview=sum(map(_is_turn, shown)) > _MOST_ASKED)


def _with_likely(strong: list[Line], found: dict[str, list[Line]], shown: list[Line]) -> list[Line]:
    """Return the sure titles with those that the page's other titles, or a list without questions, make sure."""
    if len(strong) >= _FEWEST:
        strong = strong + found["unended"]
    if strong or found["weak"]:
        strong = strong + found["led-to"]
    if len(found["over-turn"]) >= _FEWEST:
        strong = strong + found["over-turn"]
    if found["over-list"] and (strong or not any(line.words.endswith(_QUESTION) for line in shown)):
        strong = strong + found["over-list"]
    return strong


def _evidence(above: Line, line: Line, below: Line, verbs: frozenset[str]) -> str:
    """Return how sure it is that a line stands as a title between two paragraphs, or nothing."""
    if _is_marked_turn(below):
        ended = above.kind is None and len(above) >= _LONG and ends_sentence(above)
        titled = len(line) <= _LONGEST_WEAK and (_is_plain(line) or _WEAK.fullmatch(line.bare) is not None)
        return "over-turn" if ended and titled else ""
    if _stands(above, line, below, verbs) or _is_quoted(above, line, below):
        return "strong"
    if _may_stand(above, line, below):
        return "strong" if line.words[-1] == ":" and _shared(line, below) >= _FEWEST else "weak"
    led = len(above) >= _BELOW and above.words[-1] == ":" and len(line) <= _LONGEST_WEAK and len(below) >= _LONG
    if not (led or _between(above, line, below)) or not line.bare[-1:].isalnum() or not has_title_form(line):
        return ""
    if ends_sentence(above):
        return "over-list" if below.kind is None and below.words[0] in _LISTS else ""
    return _unended(above, line, below)


def _unended(above: Line, line: Line, below: Line) -> str:
    """Return as what a line may be a title where the paragraph above ends no sentence, or nothing."""
    if above.words.endswith(":") and _DETAILS.search(above.bare[-_LONGEST_WEAK:]) and " " in line.words:
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
        titled = len(below) >= _LONG and has_title_form(line) and below.words[0] not in _ANSWERS
        return "said-below" if titled and is_said_below(above, line, _shared(line, below)) else ""
    if below.words[0] in _ANSWERS:
        return "listed" if is_over_list(above, line, below) else ""
    told = read_company(above, line, below)
    if told in ("brief", "under-brief"):
        return told if has_title_form(line) else ""
    return "" if told == "label" and LEADS_ON.search(line.bare) else told


def _is_plain(line: Line) -> bool:
    """Tell whether a line is a title of several words that no sign ends."""
    return " " in line.words and line.bare[-1:].isalnum() and has_title_form(line)


def _is_marked_turn(line: Line) -> bool:
    """Tell whether a line is a question of an interview: the mark of a turn stands before it."""
    return line.words[0] in _TURNS and line.kind is None and line.words.endswith(_QUESTION)


def _is_quoted(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a few words in quotation marks stand alone between two paragraphs, and nothing leads to them."""
    if above.kind is not None or below.kind is not None or len(above) < _BELOW or not ends_sentence(above):
        return False
    return _WHOLE_QUOTE.fullmatch(line.words) is not None and below.words[0] not in '«“"' and not is_put(line)


def _is_turn(line: Line) -> bool:
    """Tell whether a line is a question put to somebody: with the mark of a turn before it, or to a «you»."""
    if line.kind is not None or not line.words.endswith(_QUESTION) or len(line) > _REACH:
        return False
    return line.words[0] in _TURNS or is_put(line)


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
    questions = [line for line in titles if line.words.endswith(_QUESTION)]
    if interview or len(questions) > _MOST_QUESTIONS or any(map(is_asked, questions)):
        # an interview: they are the interviewer's words
        titles = [line for line in titles if not line.words.endswith(_QUESTION)]
    return titles


def _key(line: Line) -> str:
    """Return what tells whether two lines say the same; parts that are counted do not."""
    return line.words if any(map(str.isdigit, line.words)) else line.key


def ends_sentence(line: Line) -> bool:
    """Tell whether a line ends a sentence, or is a part of the page beside the prose."""
    return line.kind is not None or line.words.endswith(_SENTENCE_ENDS)


def has_title_form(line: Line, *, pieces: bool = False) -> bool:
    """Tell whether a line has the form of a title: whole, closed, nobody's words, no item of a list.

    On old pages it may be one of the `pieces` of a written line.
    """
    words = line.words
    if (line.piece and not pieces) or (words[0] in _OPENERS and not _QUOTED.match(words) and not _COUNTED.match(words)):
        return False
    if words.endswith(_CLAUSE_ENDS) or (words[-1] == "." and not words.endswith("..")):
        return False
    if any((words.count(one) + words.count(other)) % 2 for one, other in _PAIRS) or not any(map(str.isalpha, words)):
        return False
    goes_on = (words[0] == "و" and "،" in words) or (len(line) > _LONGEST_WEAK and ANEW.match(line.bare) is not None)
    return not (is_said(line) or goes_on)


def _stands(above: Line, line: Line, below: Line, verbs: frozenset[str]) -> bool:
    """Tell whether a line stands as a title between two paragraphs."""
    words = line.words
    pieces = len(line) <= _LONGEST_DRAWN and above.piece and below.piece and " - " not in words
    if below.kind is not None or below.words[0] in _ANSWERS or not has_title_form(line, pieces=pieces):
        return False
    if not (line.bare[-1:].isalnum() or words[-1] in _CLOSERS):
        drawn = words.endswith(_DRAWN) and "؟" not in words and not ANEW.match(line.bare)
        drawn = drawn and (words[-1] == "!" or len(line) <= _LONGEST_DRAWN)  # longer, it is said and trails off
        return drawn and _between(above, line, below) and ends_sentence(above)
    if above.kind is not None:
        linked = above.kind == "related" and len(line) <= _LONGEST_DRAWN and words[-1] not in _QUESTION
        apart = len(line) <= _LONGEST and len(below) >= _LONG and line.blank_before
        return ((linked or apart) and " " in words) or _STRETCHED.fullmatch(words) is not None
    if len(line) > _LONGEST:
        whole = ends_sentence(above) and len(above) >= _ABOVE and len(below) >= _LONG
        shared = _shared(line, below) if whole else 0
        led = below.bare.split(None, 1)[0] in verbs
        return shared > 0 and (is_long_title(line, shared, verbs) or (led and shared >= _FEWEST))
    if len(above) >= _ABOVE and ends_sentence(above):
        clauses = len(line) > _LONGEST_WEAK and "،" in words
        return _shared(line, below) >= _FEWEST if clauses else " " in words
    return _stands_unended(above, line, below)


def _stands_unended(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a line titles the paragraph below where the one above has no full stop, or leads to a list."""
    if " " not in line.words or not _between(above, line, below) or _GOES_ON.match(below.bare) or is_saying(above):
        return False
    return _shared(line, below) > 0


def _between(above: Line, line: Line, below: Line) -> bool:
    return len(line) <= _LONGEST_WEAK and len(above) >= _LONG and len(below) >= _LONG and above.kind is None


def _may_stand(above: Line, line: Line, below: Line) -> bool:
    """Tell whether one word, or a short cry or label, stands between two long paragraphs."""
    if len(line) > _LONGEST_WEAK or not len(above) >= _BELOW or len(below) < _LONG or above.kind is not None:
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
    told = number or " " not in label["words"] or _shared(line, below)
    return bool(told) and LEADS_ON.search(line.bare) is None and below.words[0] not in '«“"'


def _is_pair(above: Line, first: Line, second: Line, below: Line, verbs: frozenset[str]) -> bool:
    """Tell whether two lines title the paragraph below together: the first over the second, which it announces."""
    if (
        max(len(first), len(second) - _LONGEST_WEAK) > _LONGEST
        or len(below) < _LONG
        or len(above) < _BELOW
        or any(line.kind is not None for line in (above, second, below))
        or above.words.endswith(("،", ":"))
        or not (ends_sentence(above) or first.blank_before)
        or second.blank_before
        or second.words.endswith(":")
        or not (has_title_form(first) and has_title_form(second))
    ):
        return False
    one, other, next_one = (line.bare.split(None, 1)[0] for line in (first, second, below))
    if other in (one, next_one):
        return False  # verse, or a litany
    label = first.words.endswith(":")
    if label and (ANEW.match(first.bare) or LEADS_ON.search(first.bare)):
        return False
    if label and (next_one in verbs or next_one in _SAYS):
        return _shared(first, below) + _shared(second, below) > 0
    apart = first.blank_before or label or len(first.words.split()) <= _FEWEST or other in _CARRIES
    return apart and _shared(second, below) > 0 and _shared(first, below) + _shared(second, below) >= _FEWEST


def _shared(line: Line, below: Line) -> int:
    """Return how many of a line's words the first sentences below say again."""
    said = set(stems_of(WORD.findall(below.bare[:_REACH])))
    return len(said.intersection(stems_of(WORD.findall(line.bare))))
