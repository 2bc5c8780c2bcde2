"""Count how much of the truth of generated news the bundled plugins recover: `python tools/generated.py [N] [SEED]`.

Printed by kind, and for each kind by the rules of the grammar. *found*: something of this kind stands there (for a
statement: at least half of the characters of either content are common). *right*: and says what is true (the speaker
of a statement, the value of a date, the kind and the extent of a block). *extra*: what is found where the truth has
nothing. The same figures come every time. `--misses RULE` prints what is not right of one rule, with its line.
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from arabnews import Pipeline
from arabnews.fold import fold
from arabnews.plugins import BUNDLED
from arabnews.testing import generate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews import Article, Span, Statement


EXTRA = ("statements", "dates", "posts", "persons")
"""The kinds of which it is counted, too, how many are found where the truth has nothing."""


class Row(NamedTuple):
    """One fact of the truth: its kind, groups that it belongs to, where it stands, whether it was found and right."""

    kind: str
    groups: tuple[str, ...]
    span: Span
    found: bool
    right: bool
    note: str = ""


def compare(truth: Article, article: Article) -> Iterator[Row]:
    """Yield a row for each fact of the truth."""
    yield from compare_statements(truth, article)
    yield from compare_dates(truth, article)
    yield from compare_embeds(truth, article)
    yield from compare_blocks(truth, article)
    yield from compare_persons(truth, article)


def compare_statements(truth: Article, article: Article) -> Iterator[Row]:
    """Yield a row for each true statement."""
    for true in truth.statements:
        best = max(article.statements, key=lambda s: common(true, s), default=None)
        found = best is not None and common(true, best) >= 0.5
        right = found and best is not None and fold(best.speaker or "") == fold(true.speaker or "")
        source = "post" if true.embed else "overt" if true.source else "dropped"
        note = f"speaker {best.speaker!r}, not {true.speaker!r}" if found and best and not right else ""
        groups = (f"{true.type}, {source}", true.origin.rule)
        yield Row("statements", groups, true.content[0], found, right, note)
        same = found and best is not None and best.content == true.content
        yield Row("exact content", (true.origin.rule,), true.content[0], found, same, "" if same else repr(best))


def common(a: Statement, b: Statement) -> float:
    """Return the share of characters that two contents have in common, of all that either has."""
    first = {i for span in a.content for i in range(span.start, span.end)}
    second = {i for span in b.content for i in range(span.start, span.end)}
    return len(first & second) / len(first | second)


def compare_dates(truth: Article, article: Article) -> Iterator[Row]:
    """Yield a row for each true date."""
    for true in truth.dates:
        assert true.span is not None  # noqa: S101 - the grammar writes every date down
        there = [d for d in article.dates if d.span is not None and d.span.meets(true.span)]
        right = any((d.value or "").rstrip("~") == true.value for d in there)
        note = f"{[d.value for d in there]}, not {true.value}" if there and not right else ""
        yield Row("dates", (true.origin.rule,), true.span, bool(there), right, note)


def compare_embeds(truth: Article, article: Article) -> Iterator[Row]:
    """Yield a row for each true post, and for each of its fields."""
    for true in truth.embeds:
        best = next((e for e in article.embeds if e.span.meets(true.span)), None)
        same = best is not None and best.span == true.span
        yield Row("posts", (true.origin.rule,), true.span, best is not None, same)
        for name in ("author", "handle", "text", "posted", "likes", "replies", "hashtags", "urls"):
            wanted, given = getattr(true, name), getattr(best, name, None)
            if name == "posted":
                wanted, given = wanted.value, given.value if given else None
            if wanted not in (None, ()):
                note = "" if given == wanted else f"{given!r}, not {wanted!r}"
                yield Row("fields of posts", (name,), true.span, given not in (None, ()), given == wanted, note)


def compare_blocks(truth: Article, article: Article) -> Iterator[Row]:
    """Yield a row for each true block."""
    for true in truth.blocks:
        there = [b for b in article.blocks if b.span.meets(true.span) and b.kind == true.kind]
        right = any(b.span == true.span for b in there)
        kinds = sorted({b.kind for b in article.blocks if b.span.meets(true.span)})
        yield Row("blocks", (true.kind,), true.span, bool(there), right, "" if there else ", ".join(kinds))


def compare_persons(truth: Article, article: Article) -> Iterator[Row]:
    """Yield a row for each mention of a person. Right: the entity has the person's name."""
    owners = {m.span: e for e in article.entities if e.type == "person" for m in e.mentions}
    for person in truth.entities:
        for mention in person.mentions:
            owner = owners.get(mention.span)
            right = owner is not None and fold(owner.name) == fold(person.name)
            group = "full name" if mention.span.text == person.name else "surname" if mention.form == "name" else "role"
            note = f"{owner.name!r}, not {person.name!r}" if owner is not None and not right else ""
            yield Row("persons", (group,), mention.span, owner is not None, right, note)


def extras(truth: Article, article: Article) -> Iterator[tuple[str, Span]]:
    """Yield what was found where the truth has nothing, as (kind, span)."""
    for statement in article.statements:
        if not any(common(statement, true) for true in truth.statements):
            yield "statements", statement.content[0]
    for date in article.dates:
        if date.span is not None and not any(true.span and true.span.meets(date.span) for true in truth.dates):
            yield "dates", date.span
    for embed in article.embeds:
        if not any(true.span.meets(embed.span) for true in truth.embeds):
            yield "posts", embed.span
    names = [m.span for e in truth.entities for m in e.mentions]
    for entity in article.entities:
        for mention in entity.mentions if entity.type == "person" else ():
            # «المدير» of nobody whose name is told is a person, too: names alone are extra
            if mention.form == "name" and not any(mention.span.meets(name) for name in names):
                yield "persons", mention.span


def line_of(text: str, span: Span) -> str:
    """Return the line in which a span begins."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return text[start : end if end >= 0 else len(text)].strip()


class Tally:
    """Counts of rows, for each kind and each of its groups."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.asked: Counter[tuple[str, str]] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()
        self.right: Counter[tuple[str, str]] = Counter()
        self.extra: Counter[str] = Counter()

    def add(self, row: Row) -> None:
        """Count a row in its kind and its groups."""
        for group in ("", *row.groups):
            self.asked[row.kind, group] += 1
            self.found[row.kind, group] += row.found
            self.right[row.kind, group] += row.right

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        yield f"{'':32}{'asked':>8}{'found':>9}{'right':>9}{'extra':>8}"
        for kind in dict.fromkeys(kind for kind, _ in self.asked):
            for key in sorted(key for key in self.asked if key[0] == kind):
                share = [f"{100 * part[key] / self.asked[key]:8.1f}%" for part in (self.found, self.right)]
                more = f"{self.extra[kind]:8}" if not key[1] and kind in EXTRA else ""
                yield f"{('  ' + key[1]) if key[1] else kind:32}{self.asked[key]:8}{''.join(share)}{more}"


def main() -> None:
    """Print the table, or the misses of one rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--misses", metavar="RULE", help="print what is not right of a kind, group or rule")
    parser.add_argument("--extra", metavar="KIND", help="print what is found of a kind where there is nothing")
    options = parser.parse_args()
    pipeline = Pipeline(BUNDLED)
    tally, failed = Tally(), Counter[str]()
    for news in generate(options.seed, options.count):
        article = pipeline(news.text, news.published)
        failed.update(f"{problem.plugin}.{problem.hook}: {problem.message}" for problem in article.problems)
        for row in compare(news.truth, article):
            tally.add(row)
            if options.misses in (row.kind, *row.groups) and not row.right:
                print(f"{row.kind} {row.span.text!r} {row.note}\n    {line_of(news.text, row.span)}")
        for kind, span in extras(news.truth, article):
            tally.extra[kind] += 1
            if options.extra == kind:
                print(f"{kind} {span.text!r}\n    {line_of(news.text, span)}")
    for problem, count in failed.items():
        print(f"{count} times: {problem}")
    if not options.misses and not options.extra:
        print(f"{options.count} generated articles, seed {options.seed}\n", *tally.lines(), sep="\n")


if __name__ == "__main__":
    main()
