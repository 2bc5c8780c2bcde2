"""Links a source to its speaker: by its own name, its apposition, or whom it refers back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import HEAD
from arabnews_quotes.nouns.beside_titles import person_called
from arabnews_quotes.nouns.bodies import body_of, central_bank, is_in_marks, proper_body, whole_body
from arabnews_quotes.nouns.full_names import full_name
from arabnews_quotes.nouns.heads import has_field, heads, is_of_another, is_of_name
from arabnews_quotes.nouns.issuers import (
    are_some,
    figures_by,
    is_of_outlet,
    is_paper,
    of_paper,
    owner_of_paper,
    told_issuer,
)
from arabnews_quotes.nouns.named_beside import (
    PROPHETS,
    is_apposed,
    is_child,
    is_prophet,
    named_before_dash,
    named_elsewhere,
    named_with,
    speaks_for,
)
from arabnews_quotes.nouns.papers import (
    ISSUED_IT,
    KINDS_OF_PAPERS,
    end_of_name,
    is_of_matter,
    issuer,
    name_in_marks_behind,
    owner_of_site,
    tells_kind,
    title_in_marks,
    who_checked,
    who_issued,
    writer,
)
from arabnews_quotes.nouns.references import (
    again,
    called_so,
    named,
    refer_back,
    same_head,
    stem_of,
    who_spoke,
)
from arabnews_quotes.nouns.title_names import bearer_of, called_by_surname
from arabnews_quotes.text.memory import LONG_REACH, Memory, Speaker
from arabnews_quotes.text.names import folded
from arabnews_quotes.text.scripture import PROPHET

from .as_it_stands import as_it_stands, source_span
from .descriptions import as_described, told_before
from .fuller_bodies import fuller_body
from .kin import KIN_WORDS, is_cousin, is_kin_of_named, relative_named

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_entities import NounPhrase
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.cast import Part

_NO_SURNAMES: Final = frozenset({"الله", "الدين", "الرحمن", "الإسلام"})  # they end names, and are none alone


def speaker_of_source(
    reading: Reading, phrase: Phrase, memory: Memory, gender: str | None, number: str | None
) -> Speaker | None:
    """Return the speaker that a source names: an entity, whoever it refers back to, or the noun phrase itself.

    `gender` and `number` are those of the verb; a plural noun in front of a singular verb counts more.
    """
    speaker = _as_read(reading, phrase, memory, gender, number)
    if speaker is None:
        return None
    return fuller_body(reading, phrase, memory, as_described(reading, phrase, memory, speaker))


def _as_read(  # noqa: C901, PLR0911, PLR0912 - one test a line
    reading: Reading, phrase: Phrase, memory: Memory, gender: str | None, number: str | None
) -> Speaker | None:
    noun, passage = phrase.noun, reading.passage
    span = source_span(reading, phrase)
    speaker = as_it_stands(reading, phrase, span, gender, number)
    parts = reading.cast.within(*span)
    body = next((p for p in parts if p.first == phrase.first and p.entity.type == "organization"), None)
    if noun is not None and body is not None and (noun.kind == "document" or is_in_marks(body, noun)):
        return named(body.entity, speaker)  # «صحيفة «النهر»»
    word = passage.words.forms[phrase.first]
    if word in KIN_WORDS:
        kin = relative_named(reading, phrase)
        if kin is not None or is_cousin(reading, phrase) or is_kin_of_named(reading, phrase):
            return named(kin, speaker) if kin is not None else speaker
    if parts and (speaks_for(reading, phrase, parts) or is_child(reading, phrase, parts)):
        return speaker  # «المتحدث باسم فلان»
    holder = named_before_dash(reading, phrase) if noun is not None and noun.kind == "role" else None
    if holder is not None:
        return named(holder, speaker)
    if word in PROPHETS and is_prophet(reading, phrase):
        return evolve(speaker, name=speaker.name.split()[0], kind="person")
    if phrase.whole:
        return evolve(named(body.entity, speaker) if body is not None else speaker, name=speaker.name, kind="body")
    titled = title_in_marks(reading, phrase)
    if titled is not None and noun is not None and noun.kind == "document" and titled in speaker.name:
        return evolve(speaker, name=titled, kind="body")  # «صحيفة (النهر)»
    maker = figures_by(reading, phrase) if titled is None else None
    made = speaker_of_source(reading, maker, memory, None, None) if maker is not None else None
    if made is not None:
        return evolve(made, head=speaker.head, gender=None, number="p")
    paper = noun is None and (word in reading.grammar.paper or (word[:2] != "ال" and is_paper(word)))
    if (paper or (noun is not None and noun.kind == "document")) and titled is None:
        return _of_paper(reading, phrase, memory, speaker)
    if noun is not None and noun.kind == "person" and is_of_another(reading, noun):
        turn = next((t for t in memory.latest(LONG_REACH) if t.speaker.head == speaker.head), None)
        return evolve(turn.speaker, gender=speaker.gender or turn.speaker.gender) if turn is not None else speaker
    if phrase.name is not None:
        return _unlisted(reading, phrase.name, parts, memory, speaker)
    if noun is not None and noun.kind == "person":
        return _person(reading, noun, parts, memory, speaker)
    if _is_group(reading, phrase) or (noun is not None and (noun.kind == "collective" or not noun.definite)):
        apposed = next((p for p in reversed(parts) if is_apposed(reading, p, phrase)), None)
        return named(apposed.entity, speaker) if apposed is not None else refer_back(reading, phrase, memory, speaker)
    return _by_mention(reading, phrase, memory, speaker, parts, titled)


def _of_paper(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return who issued a paper, wherever it is told; whatever verb follows agrees with the paper or with him."""
    found = of_paper(reading, phrase, _issuer(reading, phrase, memory, speaker))
    if found is None or found.entity is not None or not (found.name and is_paper(folded(found.name.split()[0]))):
        return found
    by = owner_of_paper(reading, phrase) or told_issuer(reading, phrase)
    told = speaker_of_source(reading, by, memory, None, None) if by is not None else None
    return evolve(told, head=speaker.head, gender=None, number=told.number or "s") if told is not None else found


def _by_mention(  # noqa: C901, PLR0911, PLR0912, PLR0913, PLR0917 - one test a line
    reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker, parts: list[Part], titled: str | None
) -> Speaker | None:
    """Return whom an office, a body or a phrase of unknown words means: who spoke before, or who is mentioned in it."""
    noun = phrase.noun
    if speaker.name.startswith(PROPHET):
        return evolve(speaker, kind="person")
    role = noun is not None and noun.kind == "role"
    surnamed = called_by_surname(reading, phrase, memory, speaker)
    if surnamed is not None:
        return surnamed
    author = writer(reading, phrase, memory, speaker)
    if author is not None:
        return author
    found = (
        central_bank(phrase, memory, speaker)
        or same_head(reading, phrase, memory, speaker)
        or told_before(reading, phrase, memory, speaker)
        or who_spoke(reading, phrase, memory, speaker)
        or (called_so(reading, phrase, memory, speaker) if role else None)
    )
    if found is not None:
        return found
    entity = reading.nouns.entity(noun) if noun is not None else None
    if entity is None and noun is not None and role and noun.definite:
        entity = person_called(reading, phrase, speaker)
    if entity is not None and role and entity.type == "location":
        entity = None  # «عضو اللجنة لمتابعة كذا»
    if entity is not None and (entity.type != "person" or noun is None or noun.kind not in {"organization", "place"}):
        full = next((whole_body(reading, phrase, p) for p in parts if p.entity is entity), None)
        if full is not None:
            return evolve(named(entity, speaker), name=full)
        return _with_others(reading, entity, parts, speaker)
    bodily = noun is not None and noun.kind in {"organization", "place"}
    if noun is None and is_of_name(reading, phrase):
        return speaker  # «أصدقاء فلان»
    people = [
        p
        for p in parts
        if p.entity.type == "person"
        and not (bodily and p.form != "name")
        and not (titled is not None and p.entity.name != titled and p.entity.name in titled)
        and (noun is None or p.start < noun.end or p.last == phrase.last)
    ]
    if people and not bodily:
        return named(people[-1].entity, speaker)
    back = refer_back(reading, phrase, memory, speaker)
    if back is not speaker:
        return back
    body = proper_body(reading, phrase, memory, speaker)
    if body is not None:
        return body
    called = named_with(reading, phrase) if not bodily else None
    if called is not None:
        return named(called, speaker)
    whole_name = full_name(reading, phrase)
    if whole_name is not None:
        return evolve(speaker, name=whole_name, kind="body")
    surname = noun is None and phrase.last - phrase.first == 1 and not parts and speaker.name not in _NO_SURNAMES
    whole = bearer_of(reading, memory, speaker, speaker.name) if surname else None
    if whole is not None:
        return whole  # «أكد الفلاح»
    lone = (
        surname
        and reading.passage.words.forms[phrase.first] not in reading.grammar.voices
        and not reading.can_speak(phrase)
    )
    longer = named_elsewhere(reading, phrase.first, phrase.last) if lone else None
    if longer is not None:
        return evolve(speaker, name=longer, kind="person")
    own_parts = [p for p in parts if p.first <= phrase.first + 1 or p.last == phrase.last]
    bodies = [p for p in own_parts if p.entity.type == "organization" and heads(reading, phrase, p)] or [
        p for p in own_parts if p.first == phrase.first and p.entity.type != "person"
    ]
    if bodies and (noun is None or bodily):
        full = whole_body(reading, phrase, bodies[0])
        if full is not None:
            return evolve(named(bodies[0].entity, speaker), name=full)
        return _with_others(reading, bodies[0].entity, parts, speaker)
    if titled is not None:
        return evolve(speaker, name=titled, kind="body")
    return speaker if speaker.name else None


def _is_group(reading: Reading, phrase: Phrase) -> bool:
    return phrase.noun is None and reading.is_group(phrase.first)


def _with_others(reading: Reading, entity: Entity, parts: list[Part], speaker: Speaker) -> Speaker:
    """Return an entity as the speaker, with those that و joins to it."""
    words = reading.passage.words
    if has_field(reading, parts) and parts[0].entity is entity:
        return evolve(named(entity, speaker), name=speaker.name)
    others = tuple(
        p.entity.name
        for before, p in zip([None, *parts], parts, strict=False)
        if p.entity is not entity
        and ((words.forms[p.first][0] == "و" and p.start > words.starts[p.first]) or _joins_office(reading, before, p))
    )
    told = named(entity, speaker)
    if not others and not told.co_speakers:
        return told
    return evolve(told, co_speakers=others, number="p" if others else told.number)


def _joins_office(reading: Reading, before: Part | None, part: Part) -> bool:
    """Tell whether و stands before the office of a person behind another («وزير كذا فلان ووزير كذا فلان»)."""
    if before is None or part.entity.type != "person" or before.entity.type != "person" or part.form != "name":
        return False
    words = reading.nouns.words
    return any(words.table.forms[i][0] == "و" and words.words[i].peel for i in range(before.last, part.first))


def _person(reading: Reading, noun: NounPhrase, parts: list[Part], memory: Memory, speaker: Speaker) -> Speaker:
    names = [p for p in parts if p.entity.type == "person" and p.form == "name"]
    entity = reading.nouns.entity(noun) or (names[0].entity if names else None)
    later = [p for p in names if p.start >= noun.end and p.entity is not entity]
    if later and reading.passage.gap_before(later[0].first).strip() in {"،", ","}:
        return named(later[0].entity, speaker)  # «مساعدة الوزير فلان، فلانة»
    if entity is not None:
        return _with_others(reading, entity, parts, speaker)
    span = noun.name_span or (noun.start, noun.end)
    name = reading.passage.text[slice(*span)]
    return bearer_of(reading, memory, speaker, name) or evolve(speaker, name=name, kind="person")


def _unlisted(
    reading: Reading, bounds: tuple[int, int], parts: list[Part], memory: Memory, speaker: Speaker
) -> Speaker:
    """Return the speaker whose name no list knows, but the grammar shows («المدون فلان إن …»)."""
    words = reading.passage.words
    start, end = words.starts[bounds[0]], words.ends[bounds[1] - 1]
    known = next((p for p in parts if p.start < end and start < p.end and p.entity.type == "person"), None)
    whole = known if known is not None and len(known.entity.name) >= end - start else body_of(parts, start, end)
    if whole is not None:
        return named(whole.entity, speaker)
    name = reading.passage.text[start:end]
    if (bearer := bearer_of(reading, memory, speaker, name)) is not None:
        return bearer
    longer = named_elsewhere(reading, *bounds) if known is None else None
    if longer is not None:
        return evolve(speaker, name=longer, kind="person")
    kind = "person" if known is not None or not reading.is_marked(bounds[0]) else None
    return evolve(speaker, name=name, entity=known.entity.id if known is not None else None, kind=kind)


def _issuer(  # noqa: C901, PLR0911 - one case a line
    reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker
) -> Speaker | None:
    """Return who issued a document: whom its name names, or, for a bare «البيان», who spoke before."""
    found = issuer(reading, phrase, memory, speaker)
    if isinstance(found, Speaker):
        open_ = found.name == speaker.name and found.entity is None
        if open_ and (checked := who_checked(reading, phrase)) is not None:
            return named(checked, speaker)
        outlet = proper_body(reading, phrase, memory, speaker) if open_ else None
        told = who_issued(reading, phrase) if open_ and outlet is None else None
        gave = speaker_of_source(reading, told, memory, None, None) if told is not None else None
        return outlet or (evolve(gave, gender=None) if gave is not None else None) or found
    passage, (at, last) = reading.passage, found
    bare = at < last and not stem_of(reading, phrase.first).startswith("ال")
    if bare and (passage.words.forms[at] in KINDS_OF_PAPERS):
        return speaker  # «تقرير إعلامي», «دراسة حديثة أجريت في …»
    if (owner := owner_of_site(reading, at)) is not None:
        return named(owner, speaker)
    beyond = last <= at < passage.hi and reading.is_governed(at, "ب")  # «اهتمت الصحف | بقرار …»
    noun = reading.nouns.read(at) if not beyond else None
    press = noun is not None and is_of_outlet(reading, phrase.first, noun.head)
    if (
        noun is not None
        and (noun.kind != "document" or press)
        and (noun.kind != "role" or noun.definite or are_some(reading, noun))
    ):
        inner = speaker_of_source(reading, reading.extended(at, noun), memory, None, None)
        return evolve(inner, head=speaker.head, gender=None) if inner is not None else None  # «أضاف», «أضافت»: either
    before = passage.words.forms[at - 1]
    part = reading.cast.by_word.get(at) if noun is None and before == "عن" else None
    if part is not None and part.entity.type == "organization":
        return named(part.entity, speaker)  # «تقرير صادر عن (ضفاف)»
    by = at >= last and (before == "عن" or before in ISSUED_IT or before.startswith(("اصدر", "نشر")))
    issued = reading.phrase(at) if noun is None and by else None
    if issued is not None:  # «بيان صادر | عن أبناء المدينة»
        return evolve(speaker, name=passage.text[slice(*source_span(reading, issued))], kind="body", gender=None)
    word = passage.words.forms[at] if at < last else ""
    if word.startswith("لل"):  # «بيان للخارجية», and «للجنة», which stands for «للّجنة»
        twice = reading.nouns.words.lexis.word(word[1:]).flags & HEAD
        lead = "الل" if twice else "ال"
        name = lead + passage.text[passage.words.starts[at] + 2 : end_of_name(reading, at, last)]
        known = next((t.speaker for t in memory.latest() if folded(t.speaker.name).startswith(folded(name))), None)
        return again(known, speaker) if known is not None else evolve(speaker, name=name, kind="body")
    if word.startswith("ل") or (word and reading.is_governed(at, "ب")):  # «تقرير بموقع "النهر"»
        start, end = passage.words.starts[at] + 1, end_of_name(reading, at, last)
        body = next((p.entity for p in reading.cast.within(start, end) if p.start == start), None)
        called = passage.text[start:end].strip(" ـ") or name_in_marks_behind(reading, at) or speaker.name
        return named(body, speaker) if body is not None else evolve(speaker, name=called)
    if bare and tells_kind(reading, at):
        return evolve(speaker, gender="f") if speaker.number == "p" else speaker
    if bare and is_of_matter(reading, phrase.first, at):
        return speaker  # «تقرير الطب البيطري»
    if bare and passage.words.forms[last - 1][:2] == "ال":
        name = passage.text[passage.words.starts[at] : passage.words.ends[last - 1]]
        return evolve(speaker, name=name, kind="body", gender=None)  # «بلاغ بيت الحكمة»
    back = refer_back(reading, phrase, memory, speaker)
    return (proper_body(reading, phrase, memory, speaker) if back is speaker else None) or back
