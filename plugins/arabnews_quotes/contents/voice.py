"""Finds where the reporter takes the word back inside a sentence that began as someone else's.

A clause behind a comma may still be said («إن السد امتلأ، فيما سيمتلئ الثاني غدا») or be the reporter's own («إن السد
امتلأ، فيما نفى الوزير ذلك»). What it opens with decides, and behind some openings the verb that follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import DEFINITE, NAMELIKE, VERB
from arabnews_quotes.cues.relatives import end_of_relative
from arabnews_quotes.cues.report import NOUN_FRAMES
from arabnews_quotes.nouns.pasts import is_feminine_past, is_past
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import THAT, THEREBY, THESE, without_conjunction

if TYPE_CHECKING:
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.passage import Passage

_TURNS: Final = (
    r"(?<=[،,؛;])\s*(?:(?P<beside>و?في حين|و?فيما|و?بينما|و?في الوقت الذي|في وقت)"
    r"|(?P<known>علما|علمًا|علماً)|(?P<which>وهو ما|وهي ما)"
    r"|(?P<this>(?:وهذا|وذلك) ما)"
    r"|(?P<matter>(?:وهو )?(?:الأمر|الامر) الذي)|(?P<comment>وه[وي] (?!ال|ما\s)\w+)|(?P<deed>وقد|ثم|كما)"
    r"|(?P<author>وعلى ما يبدو|و?(?:يذكر|يُذكر|يشار|يُشار|تجدر|من الجدير|الجدير|جدير)"
    r"|(?:حيث )?و?(?:جاء|جاءت|يأتي|تأتي) (?:ذلك|هذا|هذه|إعلان|كلام|كلمة|حديث|تصريح\w*)"
    r"|(?:وذلك )?(?:وفق|وفقا|وفقاً|وفقًا|بحسب|حسب|طبقا|طبقاً|طبقًا) ل?ما"
    r"|وذلك (?:على (?:هامش|خلفية)|(?:في|خلال) (?:ال)?(?:رد(?:ه|ها|هم)?|(?:خطاب|كلم|تصريح|بيان|مؤتمر|حوار)\w*"
    r"|(?:مقابل|لقاء|حفل|جلس|حديث|[إا]شار|منشور|تغريد|تدوين|برقي|محادث|مباحث|اجتماع|مداخل|ندو|مهرجان|ملتق|زيار)\w*))"
    r"|(?:قال|يقول) (?:تعال[ىي]|سبحانه|عز وجل|جل|عليه|\(?صلى)"
    r"|و(?:اعتذر|اعتذرت|رفض|رفضت|امتنع|امتنعت) (?:عن )?(?:الإدلاء|الادلاء|التعليق|الكشف|الإفصاح|الخوض|ذكر|تقديم)"
    r"|و?(?:نشر|كتب|أرفق)ت? \S+(?: \S+)? (?:عبر|على)(?= (?:حساب|صفح|موقع|تويتر|فيسبوك|[إا]نستغرام))"
    r"|(?:رد[اًا]{1,2}|في رد(?:ه|ها)?) على (?:سؤال|أسئلة|استفسار)|(?:تعليق|تعقيب)[اًا]{1,2} على"
    r"|في (?:تصريح|تصريحات|حديث|حوار|مقابلة|لقاء) (?:صحا?في[ةه]?|خاص[ةه]?|ل(?:صحيفة|جريدة|قناة|موقع|وكالة|إذاعة)"
    r"|مع (?:صحيفة|قناة|موقع|وكالة))"
    r"|ولم (?:ي|ت)(?:وضح|ذكر|كشف|حدد|فصح|دل|ورد|عط|قدم|شر|خض|تطرق)(?:وا)?"
    r"|(?:لينتهي|لتنتهي) (?:الشوط|المباراة|اللقاء|الجدال|الجدل)|وتكرر (?:الأمر|الامر|المشهد) في"
    r"|(?:من )?دون (?:الكشف|مزيد|المزيد"
    r"|ذكر|تحديد|الإفصاح|الإدلاء|إعطاء|تقديم|توضيح|الخوض|أن يذكر|أن يكشف|أن يحدد|أن يوضح)))(?=\s)"
    r"|(?:(?<=[،,\-–])\s|(?<=\s))(?P<his>ب?حسب(?:ه|ها|هم))(?=\s*(?:\.|\n|\Z))"
    r"|(?<=\s)(?=[(جفوهدم])(?:\((?P<see>شاهد|شاهدوا|انظر|طالع|اقرأ)(?=\s)"
    r"|(?P<came>جاء (?:ذلك|هذا) (?:خلال|في|من خلال|على هامش|ضمن|أثناء|عقب))(?=\s)"
    r"|(?P<gloss>في [إا]شار[ةه](?: منه| منها| منهم| واضحة)? (?:[إا]ل[ىي](?=\s)|لل?\w))"
    r"|(?P<told>و ?هو ما|وهي ما|(?:من )?دون أن [يت](?=(?:ذكر|كشف|حدد|وضح|سم|فصح|عط|ورد|دل|فصل|خوض)))(?=\s|\w))"
)
"""What opens the reporter's own words behind the mark or the space that stands before it."""
_PHRASE_TURNS: Final = (
    r"|(?<=[،,])\s*(?:(?P<clause>(?:وهذا(?! ما\s)|وهذه|و?لكن\w{0,3}|وذلك|حيث|إذ|مما"
    r"|(?:إلا|الا|غير|بيد) [أا]ن\w{0,3}|فإن\w{0,3}|وهكذا(?=\s\w)|ولولا|وللأسف|و?[أا]ما|و(?:رغم|مع) (?:هذا|ذلك)))(?=\s)"
    r"|(?P<effect>ما)\s(?=[أا]\w)|(?P<noted>وه[وي] ال\w{3,} (?:الذي|التي))(?=\s)"
    r"|(?P<went>[وف][\w\u064b-\u0652]{3,}))"
    r"|(?<=\s)(?=[ول])(?:(?P<contrary>و?لكن(?:ه|ها|هم))(?=\s)|(?P<act>و\w{2,7})(?=\s))"
)
# one class first, so that the engine skips to its characters
_TURN: Final = re.compile(rf"[،,؛;\-–\s](?:{_TURNS})")
"""Where the reporter may take the word back."""
_PHRASE_TURN: Final = re.compile(rf"[،,؛;\-–\s](?:{_TURNS}{_PHRASE_TURNS})")
"""The same where the content is a noun phrase: a clause behind a comma is no part of it."""
_AS: Final = frozenset({"حيث", "إذ", "مما"})
_AIM: Final = re.compile(
    r"(?:ل(?!دى)\w{2,}|بهدف|بسبب|بغية|بغرض|نظرا|نظراً|من أجل|من اجل|كي"
    r"|ب(?!التزامن|مناسبة|حضور|مشاركة|رعاية|حسب|عد|ين|التوازي)\w{4,})(?=\s|$)"
    r"|(?:من خلال|عبر)\s(?!هاشتا|حساب|صفح|بيان|موقع|تصريح|مقابل|كلم|وسائل|قنا|شاش|منص|تغريد|اتصال)\w"
)
"""Behind «وذلك» an end or a means of what was said; other words tell when, where or how it was said."""
_SPOKEN: Final = 2
"""Marks around so many words hold what was said rather than a name."""
_AUXILIARY: Final = frozenset({"قد", "فقد", "كان", "كانت", "لم", "لا", "ما"})
_GROWS: Final = frozenset(
    {"بين", "زاد", "زادت", "يزيد", "تزيد", "يبلغ", "تبلغ", "يعد", "تعد", "تابع", "تابعت", "سجل", "سجلت", "قدر", "قدرت"}
    | {"ذهب", "ذهبت", "يذهب", "تذهب", "يهدد", "تهدد", "يلوحون", "حمل", "حملت", "عرف", "عرفت", "يعتبر", "تعتبر"}
)
"""Verbs of saying whose other sense is as frequent («فيما زاد عدد …», «بينما يبلغ …»)."""
_COMMENT: Final = 8
"""A comment is read for so many words."""
_SHORTEST: Final = 3
_FUTURE: Final = 4
"""A verb of the future behind و has more letters."""
_WORDS: Final = frozenset(
    {"قول", "كلام", "ادعاء", "زعم", "راي", "قرار", "تصريح", "موقف", "اتهام", "اجراء", "مطلب", "طلب", "شرط", "نفي"}
    | {"خطوه", "مناسبه", "دعوه", "اقتراح", "مقترح", "تهديد", "تحذير", "ادعاءات", "اتهامات", "تصريحات", "شروط", "مطالب"}
)
"""What is judged beside what was said («وهو قول مرسل …»)."""
_OURS: Final = frozenset(
    {"نحن", "لدينا", "علينا", "لنا", "بلادنا", "نريد", "نسعي", "نعمل", "نامل", "نحتاج", "نطمح", "نحرص", "نتطلع", "نملك"}
)
"""The first person plural."""
_HAPPENED: Final = re.compile(r"[وف]ا(?:ن|ست|[^ل]ت)\w*[^ايه][^اي]ت?")
"""The past of a derived verb joined by و or ف («وانضم», «فاستقبلت»); its masdar has an ا before its last letter."""
_EFFECT: Final = frozenset(
    {"ادي", "مكن", "اسهم", "ساهم", "رفع", "انعكس", "سمح", "ساعد", "تسبب", "خفض", "زاد", "عزز", "قلص", "حال", "ضاعف"}
    | {"سهل", "سبب", "سرع", "وفر", "جعل", "دفع", "جعلها", "جعله", "دفعه", "دفعها", "ساهمت", "اسهمت", "ادت", "اتاح"}
)
"""Verbs of an effect; others tell how it was met («وهو ما أثار غضب …»)."""
_OWNED: Final = re.compile(r"\w{4}ا\w(?:ه|ها|هم|هما)")
"""A masdar with a pronoun («واستغلاله»)."""
_BACK: Final = frozenset(
    {"بعده", "بعدها", "قبله", "عنه", "عنها", "له", "لها", "به", "بها", "اليه", "اليها", "فيه", "فيها"}
)
"""Behind «كما» and «ثم» these go back to what was said («كما أعلن عنها الناس»)."""
_NOUNS: Final = frozenset({"عبر", "كرم", "سلم", "عقد", "شهد", "حضر"})
"""Deeds that are written like other words («الحفاوة وكرم الضيافة»)."""
_COMING: Final = frozenset("يتسن")
"""Verbs of the present and the future begin with one of these."""
_FUTURE_OF: Final = frozenset({"ي", "ت", "ن", "ا"})
"""Behind س («سيهدد»; «ساهم» is past)."""
_STATES: Final = frozenset(
    {"تعد", "تعتبر", "تضم", "تشمل", "تبلغ", "تقع", "تهدف", "تشهد", "تقام", "تعمل", "تمثل", "تشكل"}
)
"""Verbs of the present that are no masdar as they are written («وتعد هذه …»; «وتقدم العلوم» may be one)."""
_GOVERNING: Final = frozenset({"حيث", "اذ", "لان", "لانه", "لانها", "اذا", "عندما", "بحيث"})
_OPENING: Final = _GOVERNING | {"الذي", "التي", "الذين"}
"""A verb with a subject of its own goes on with no relative clause («الطريق التي …، ويملك المزارع أرضا»)."""


def find_return(reading: Reading, report: Report, start: int, end: int) -> int:
    """Return the offset between `start` and `end` at which the reporter goes on in his own voice; `end` for none."""
    passage = reading.passage
    end = end_of_relative(reading, passage.word_at(report.cue[0]), start, end)
    pattern = _PHRASE_TURN if report.kind in NOUN_FRAMES else _TURN
    for turn in pattern.finditer(passage.text, start, end):
        if passage.quotation_at(turn.start()) is None and _is_reporters(reading, report, turn, end):
            return turn.start()
    return end


def _is_reporters(  # noqa: PLR0911 - one opening a line
    reading: Reading, report: Report, turn: re.Match[str], end: int
) -> bool:
    """Tell whether the clause that a turn opens is the reporter's own; no content goes on behind `end`."""
    kind, at = turn.lastgroup, reading.passage.word_at(turn.end())
    if kind in {"beside", "which", "matter", "comment"} and _follows_speech(reading.passage, turn.start(), end):
        return True
    if kind == "beside":
        return _asserts(reading, at) or (report.kind in NOUN_FRAMES and _happened(reading, at))
    if kind == "this":
        return _tells_it(reading, at)
    if kind == "which":
        return _tells_it(reading, at) or not (_is_coming(reading, at) or _follows_from_it(reading, report, at))
    if kind == "told":
        # «طالب بسجنه وهو ما يعني …»
        glossed = report.kind == "preposition" and turn["told"].endswith("ما") and not _asserts(reading, at)
        return turn["told"].endswith(("ي", "ت")) or glossed or _tells_it(reading, at)
    if kind == "matter":
        return turn["matter"].startswith("و") or _tells_it(reading, at)
    if kind == "deed":
        forms = reading.passage.words.forms
        told = at < reading.passage.hi and forms[at] in reading.grammar.deed
        done = report.kind in NOUN_FRAMES and _happened(reading, at) and _BACK.isdisjoint(forms[at : at + 2])
        return told or _opens_with_speaking(reading, at) or done
    if kind == "clause":
        nominal = turn["clause"].startswith("وهذ") and _in_clause(reading, report, at)
        return not nominal and not _explains(reading, turn["clause"], at, end)
    if kind == "contrary":
        return _asserts(reading, at)
    return kind is None or _is_apart(reading, report, kind, at)


def _is_apart(reading: Reading, report: Report, kind: str, at: int) -> bool:
    """Tell whether a clause that goes on behind a noun phrase, and judges or follows it, is the reporter's own."""
    if kind == "act":
        word = reading.passage.words.forms[at - 1][1:]
        return word in reading.grammar.deed and word not in _NOUNS
    if kind == "went":
        return (
            _tells_what_happened(reading, at - 1)
            or _takes_over(reading, at - 1)
            or (_is_state(reading, at - 1) and not _in_clause(reading, report, at - 1, _GOVERNING))
            or (_is_future(reading, at - 1) and not _in_clause(reading, report, at - 1))
        )
    if kind == "comment":
        return _had_been(reading, at) if report.kind in NOUN_FRAMES else _is_judged(reading, at - 1)
    if kind == "noted":
        return not _is_coming(reading, at)
    return kind != "effect" or (_happened(reading, at) and reading.passage.words.forms[at] not in _EFFECT)


def _follows_speech(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the speaker's own words close right before a turn, and none open behind it."""
    quotation = passage.quotation_at(start - 1)
    if quotation is None or quotation.end != start or quotation.unclosed or passage.quotations_in(start, end):
        return False
    return passage.word_at(quotation.inner_end) - passage.word_at(quotation.inner_start) >= _SPOKEN


def _asserts(reading: Reading, at: int) -> bool:
    """Tell whether the verb of a clause at word `at` says something or takes a stand («فيما نفى …», «بينما رفض …»)."""
    passage = reading.passage
    while at < passage.hi and (passage.words.forms[at] in _AUXILIARY or passage.words.forms[at] in THAT):
        at += 1
    if at >= passage.hi:
        return False
    word = passage.words.forms[at]
    if word in _GROWS:
        return False
    if word in reading.grammar.stance:
        return True
    cue = reading.signs.cues.get(at)
    return cue is not None and any(f.finite and f.strength != "C" for f in cue.forms)


def _tells_it(reading: Reading, at: int) -> bool:
    """Tell whether what was said is the object of a verb of saying («وهو ما نفته الوزارة»); «وهو ما يؤكد …» goes on."""
    return at < reading.passage.hi and reading.passage.words.forms[at].endswith(("ه", "ها")) and _asserts(reading, at)


def _opens_with_speaking(reading: Reading, at: int) -> bool:
    """Tell whether a verb of speaking, which here reports nothing, opens a clause («، كما تحدث عن …»)."""
    cue = reading.signs.cues.get(at)
    return cue is not None and any(form.finite and form.cue_class == "say" for form in cue.forms)


def _explains(reading: Reading, opening: str, at: int, end: int) -> bool:
    """Tell whether a clause behind a noun phrase gives a reason, an end or a means of what was said.

    «شدد على ترشيد الماء، حيث لا يوجد غيره», «دعا إلى بناء السد، وذلك لحماية القرى»; the past tells what happened.
    """
    passage, grammar = reading.passage, reading.grammar
    if at >= passage.hi or passage.words.ends[at] >= end:
        return False
    word = passage.words.forms[at]
    if opening == THEREBY:
        return _AIM.match(passage.text, passage.words.starts[at], passage.end) is not None
    if opening not in _AS or _asserts(reading, at):
        return False
    coming = _is_coming(reading, at) and not (word[0] == word[-1] == "ت")  # «تقدمت»
    return coming or word in THAT or word in grammar.pronoun or is_definite(word)


def _tells_what_happened(reading: Reading, at: int) -> bool:
    """Tell whether a word joined by و or ف is a verb of the past: it tells what happened next («، وعاد إلى …»)."""
    passage = reading.passage
    word, flags = passage.words.forms[at], reading.nouns.words.flags[at]
    if at in reading.cast.by_word or at in reading.cast.dates or word[1] in _COMING | {"ب"}:
        return False
    was = word[1:] in reading.grammar.kana and passage.text[passage.words.starts[at] + 2] != "أ"  # «وكأن»
    act = word[1:] in reading.grammar.act or is_feminine_past(reading, word[1:])
    return (
        act or bool(flags & VERB) or was or (_HAPPENED.fullmatch(word) is not None and _OWNED.fullmatch(word) is None)
    )


def _takes_over(reading: Reading, at: int) -> bool:
    """Tell whether a verb of saying joined by و has someone for its subject («، ونسبت بعض الصحف …»)."""
    cue = reading.signs.cues.get(at)
    if cue is None or cue.proclitics != "و" or not all(form.finite and not form.pronoun for form in cue.forms):
        return False
    source = reading.phrase(at + 1)
    if source is None or not reading.can_speak(source):
        return False
    return source.first in reading.cast.by_word or not is_definite(
        reading.passage.words.forms[source.first]
    )  # «، ونشر القراءة»


def _follows_from_it(reading: Reading, report: Report, at: int) -> bool:
    """Tell whether a verb of the past tells the effect of what a clause says («…، وهو ما أدى إلى نقص الماء»)."""
    return at < reading.passage.hi and report.kind not in NOUN_FRAMES and reading.passage.words.forms[at] in _EFFECT


def _happened(reading: Reading, at: int) -> bool:
    """Tell whether the word at `at` is a verb of the past or denies one («فيما سقط …», «بينما لم يحسم …»)."""
    passage = reading.passage
    if at >= passage.hi:
        return False
    word, following = passage.words.forms[at], passage.words.forms[min(at + 1, passage.hi - 1)]
    if word == "لم":
        return following[0] == "ي"
    if word in _GROWS or at in reading.cast.by_word or at in reading.cast.dates or _is_coming(reading, at):
        return word in reading.grammar.act
    verb = bool(reading.nouns.words.flags[at] & VERB) or word in reading.grammar.act
    return verb or (word not in reading.grammar.no_start and is_past(reading, word))


def _is_state(reading: Reading, at: int) -> bool:
    """Tell whether a word joined by و is a verb of the present with a subject of its own («، وتقضي الخطة بـ…»)."""
    passage, forms = reading.passage, reading.passage.words.forms
    if forms[at][0] != "و" or at + 1 >= passage.hi or not reading.is_plain(at + 1) or at in reading.cast.by_word:
        return False
    word, following = forms[at][1:], forms[at + 1]
    flags = reading.nouns.words.flags[at]
    if word[0] == "ت":
        if not word.startswith(("تت", "تست")) and word not in _STATES:
            return False
    elif word[0] != "ي" or len(word) < _SHORTEST:
        return False
    if flags & (NAMELIKE | DEFINITE) or word.endswith(("ون", "وا")):
        return False
    return following in THESE or (following.startswith("ال") and bool(reading.nouns.words.flags[at + 1] & DEFINITE))


def _is_future(reading: Reading, at: int) -> bool:
    """Tell whether a word joined by و is a verb of the future («، وسيترتب عليه …»)."""
    word = reading.passage.words.forms[at]
    return word.startswith(("وسي", "وست")) and len(word) > _FUTURE and not reading.nouns.words.flags[at] & NAMELIKE


def _in_clause(reading: Reading, report: Report, at: int, openings: frozenset[str] = _OPENING) -> bool:
    """Tell whether a clause of what is said was opened before word `at` («…، حيث تهب الرياح، وتنشط السحب»)."""
    passage = reading.passage
    forms = passage.words.forms[passage.word_at(report.content) : at]
    return any(word in openings or word in THAT for word in forms)


def _had_been(reading: Reading, at: int) -> bool:
    """Tell whether the verb behind «وهو» and a noun is one of the past («، وهو موقف كان واضحا …»)."""
    return at < reading.passage.hi and (
        reading.passage.words.forms[at] in reading.grammar.kana or _happened(reading, at)
    )


def _is_coming(reading: Reading, at: int) -> bool:
    """Tell whether the word at `at` is no verb of the past («وهو ما يهدد …», «وهو ما من شأنه أن …»)."""
    passage = reading.passage
    if at >= passage.hi:
        return False
    word = passage.words.forms[at]
    coming = word[0] in _COMING and (word[0] != "س" or word[1:2] in _FUTURE_OF)
    return coming or word in reading.grammar.preposition or word in reading.grammar.negation


def _is_judged(reading: Reading, at: int) -> bool:
    """Tell whether the noun at `at` behind «وهو» is what was said, judged or refused («…، وهو مطلب ترفضه القبائل»).

    Any other noun goes on with what is said («…، وهي نسبة كبيرة»).
    """
    passage = reading.passage
    forms = passage.words.forms
    near = range(at + 1, min(passage.word_at(passage.stop_after(passage.words.starts[at])), at + _COMMENT, passage.hi))
    if any(without_conjunction(forms[i]) in _OURS for i in near):
        return False
    return forms[at] in _WORDS or any(forms[i] in reading.grammar.stance for i in near)
