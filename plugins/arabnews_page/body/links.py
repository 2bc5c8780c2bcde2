"""Links to other articles without a label: whole titles, one below the other, between two paragraphs.

Some outlets print them in mid-page. A report has no two lines in a row that are headlines by their form, speak of its
matter and of other things too, and stand between whole sentences. Nor does a long title stand over a paragraph that
goes on with the report and says none of its words. Where a page has such a run, or two such titles, a long title that
stands alone is a link as well; its own subheadlines are shorter.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from arabnews_page.subtitles.form import ANEW, ends_sentence, has_title_form
from arabnews_page.text.stems import WORD, stems_of

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line, Part

_SHORTEST: Final = 25
_LONGEST: Final = 100
_FEWEST_WORDS: Final = 4
_FEWEST_ALONE: Final = 6
_LONG_ALONE: Final = 60
_MEAN_WORDS: Final = 6.5
_MOST: Final = 4
_STOPS: Final = ".،:؛!»”)"
_ABOVE: Final = 60
_BELOW: Final = 80
_SAID: Final = 0.75
"""A line of whose words the article says more is its own title."""


def label_links(lines: list[Line], body: int) -> list[Part]:
    """Return the links that stand in runs between the paragraphs or are strange there, and then other single ones."""
    runs, alone = _collect(lines, body)
    runs += [[line] for line, below in alone if _is_strange(line, below)]
    if not runs:
        return []
    said = Counter(stem for line in lines for stem in stems_of(WORD.findall(line.bare)))
    linked = [run for run in runs if _tells_more(run, said)]
    if not linked:
        return []
    found = [line for run in linked for line in run]
    if len(found) > 1:
        found += [line for line, _ in alone if line not in found and _is_long_title(line)]
    return [line.claim("related", "link-unlabelled") for line in found]


def _collect(lines: list[Line], body: int) -> tuple[list[list[Line]], list[tuple[Line, Line]]]:
    """Return the runs of whole titles between paragraphs, and the single ones with the line below each."""
    runs: list[list[Line]] = []
    alone: list[tuple[Line, Line]] = []
    end = 0
    for at in range(body + 1, len(lines) - 1):
        line = lines[at]
        if at < end or not _SHORTEST <= line.size <= _LONGEST or line.words[-1] in _STOPS:
            continue
        if not _may_follow(lines[at - 1]):
            continue
        end = at
        while end < len(lines) and end - at <= _MOST and _is_link(lines[end]):
            end += 1
        if end < len(lines) and _MOST >= end - at > 0 and _is_followed(lines, end):
            run = lines[at:end]
            if len(run) == 1:
                alone.append((line, lines[end]))
            elif sum(len(line.words.split()) for line in run) > _MEAN_WORDS * len(run):
                runs.append(run)
    return runs, alone


def _is_long_title(line: Line) -> bool:
    return len(line.words.split()) >= _FEWEST_ALONE and line.words[-1] not in "؟?"


def _is_strange(line: Line, below: Line) -> bool:
    """Tell whether a long title is none of the paragraph below: that goes on with the report, without its words."""
    if len(line) < _LONG_ALONE and line.words[-1] not in "؟?":
        return False
    if not (below.words[0] == "و" or ANEW.match(below.bare)):
        return False
    return set(stems_of(WORD.findall(line.bare))).isdisjoint(stems_of(WORD.findall(below.bare)))


def _is_followed(lines: list[Line], end: int) -> bool:
    """Tell whether prose follows the links, or a title of the article itself and then prose."""
    below = lines[end]
    if len(below) < _SHORTEST and below.words[-1] not in _STOPS and end + 1 < len(lines):
        below = lines[end + 1]
    return len(below) >= _BELOW and below.kind is None


def _may_follow(above: Line) -> bool:
    return above.kind is None and above.size >= _ABOVE and ends_sentence(above)


def _is_link(line: Line) -> bool:
    """Tell whether a line has the form of another article's headline."""
    if line.kind is not None or line.blank_before or not _SHORTEST <= len(line) <= _LONGEST:
        return False
    words = line.words
    if len(words.split()) < _FEWEST_WORDS or ".." in words or ANEW.match(line.bare) or not has_title_form(line):
        return False
    if not any(letter.isalpha() and not letter.isascii() for letter in words[:_SHORTEST]):
        return False
    return line.bare[-1:].isalnum() or words[-1] in '؟?"'


def _tells_more(run: list[Line], said: Counter[str]) -> bool:
    """Tell whether each line of a run says something of the article, and something that the article does not say."""
    told = [stems_of(WORD.findall(line.bare)) for line in run]
    own = Counter(stem for stems in told for stem in stems)
    for stems in told:
        shared = sum(said[stem] > own[stem] for stem in stems)
        if not 0 < shared <= _SAID * len(stems):
            return False
    return True
