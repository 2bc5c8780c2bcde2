"""What a word may be, as bits of one number."""

from __future__ import annotations

from typing import Final

GIVEN: Final = 1 << 0
"""A given name that is hardly anything else."""
NAME: Final = 1 << 1
"""A surname or foreign name that is hardly anything else."""
WEAK: Final = 1 << 2
"""A name that is an ordinary word too («كامل»)."""
COMMON: Final = 1 << 3
"""An ordinary word."""
PARTICLE: Final = 1 << 4
"""A particle, pronoun, day, or one of the verbs that no name continues across."""
TITLE: Final = 1 << 5
"""A head of `titles`."""
NISBA: Final = 1 << 6
"""A nationality adjective."""
PLACE: Final = 1 << 7
"""The first word of a country or place."""
HEAD: Final = 1 << 8
"""A noun that opens the name of an organisation («وزارة»)."""
KNOWN: Final = 1 << 9
"""The first word of a known organisation."""
CUE: Final = 1 << 10
"""A finite verb of speech."""
LINK: Final = 1 << 11
"""A word that makes one unit with the next («عبد», «بن», «أبو», «دي»)."""
STATUS: Final = 1 << 12
"""An adjective that tells whether an office is held («السابق»)."""
DEFINITE: Final = 1 << 13
"""Begins with the article, or with لل."""
FOREIGN: Final = 1 << 14
"""Written in another script, or in mixed scripts."""
NUMBER: Final = 1 << 15
"""Holds a digit."""
VERB: Final = 1 << 16
"""Shaped as a verb of the third person, or listed as one."""
ABBREVIATED: Final = 1 << 17
"""One letter, as «د.» for «الدكتور»."""
SPELT: Final = 1 << 19
"""A name that ends in folded ي: its last letter as written has a say."""
INTRODUCER: Final = 1 << 20
"""A word by which a name is told («اسمه», «بقلم»)."""
FAMOUS: Final = 1 << 18
"""A surname by which news calls one person without more ado."""
NATIONAL: Final = 1 << 21
"""A noun that with a nationality names a body («الحكومة البريطانية»), or, without the article, with a name in marks."""

NAMELIKE: Final = GIVEN | NAME
STOP: Final = PARTICLE | CUE | NUMBER | VERB
