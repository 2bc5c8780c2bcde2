"""Every verb of the lexicon reports in each of its forms and frames."""

from __future__ import annotations

from arabnews import Pipeline
from arabnews.cues import cue_table
from arabnews.fold import tokens
from arabnews.lexicon import Lexicon, shared

FORMS = [
    (entry["lemma"], entry["class"], form)
    for entry in shared("cues").entries
    if entry["strength"] != "C" and entry["class"] not in {"doc", "relay"}
    for readings in cue_table(Lexicon("cues", (entry,))).forms.values()
    for form in readings
    if form.kind in {"past", "present"} and not form.pronoun
]
TAILS = {
    "أن": "أن السد امتلأ قبل الشتاء", "بأن": "بأن السد امتلأ قبل الشتاء", "على": "على ضرورة فتح السد",
    "إلى": "إلى ضرورة فتح السد", "عن": "عن قلقه من فتح السد", "حول": "حول موعد فتح السد", "من": "من انهيار السد القديم",
    "ب": "بدور المزارعين في الوادي", ":": ": «السد امتلأ قبل الشتاء»", "«»": "«السد امتلأ قبل الشتاء»",
    "NP": "ضرورة فتح السد", "NP من": "من السكان الابتعاد عن السد", "NP!": "دعوته إلى فتح السد",
    "هل؟": "لماذا لم يفتح السد قبل الشتاء",
    "TWO": "القرار خطوة كبيرة", "TWO ب": "القرار بالخطأ الكبير",
    "TWO إلى": "التأخير إلى قلة المال", "TWO!": "الشركة مسؤولية التأخير", "على أن": "على أن السد امتلأ",
    "إلى أن": "إلى أن السد امتلأ", "من أن": "من المزارعين أن يفتحوا السد", "في أن": "في أن يمتلئ السد",
}  # fmt: skip
SUBJECTS = {
    ("m", "s"): "الوزير فؤاد حمدان", ("f", "s"): "الوزيرة سلمى الجريدي", ("m", "d"): "الوزيران",
    ("f", "d"): "الوزيرتان", ("m", "p"): "الوزراء", ("f", "p"): "الوزيرات",
}  # fmt: skip


READERS = Pipeline(["entities", "quotes"])


def reports(sentence: str, cue: str) -> bool:
    return any(s.cue is not None and tokens(s.cue.text).forms[0] == cue for s in READERS(sentence).statements)


AMBIGUOUS = {
    "رد", "دون",  # «ردا», «دونا»
    "رأى", "اعتقد",  # «رأيا», «أعتقد» fold alike
    "هنأ",  # «هنا»
    "دان",  # a name, where no office or body follows
    "وعد",  # «يعد» counts
    "ألمح", "ألح",  # «المحا», «الحوا»: the folded form has an article
    "جدد",  # needs a noun of its own
    "شهد",
    "قدر",  # needs a number
    "أبدى",  # needs a noun of feeling
    "ظن",  # «ظنا منهم»
}  # fmt: skip
"""Verbs of which a form is more often another word."""


def test_every_verb_reports_in_every_form() -> None:
    silent = set()
    for lemma, _, form in FORMS:
        if lemma in AMBIGUOUS:
            continue
        subject = SUBJECTS[form.gender or "m", form.number or "s"]
        verb_first = form.number == "s"  # before its subject, the verb is singular
        for frame in form.frames:
            if frame not in TAILS or (frame == "بأن" and "TWO ب" in form.frames):
                continue
            if (lemma, frame) == ("سأل", "أن"):
                continue  # who is asked stands before it: «سأل الله أن …»
            words = (form.form, subject) if verb_first else (subject, form.form)
            if not reports(f"{' '.join(words)} {TAILS[frame]}.".replace(" :", ":"), form.form):
                silent.add((lemma, frame, form.kind, form.number))
    assert silent == set()
