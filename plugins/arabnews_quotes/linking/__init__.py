"""Speakers: whom a source means, and who is meant where a cue has none.

`speakers` puts the ways in order: `link` tells whom a source names, with `as_it_stands` for its own words,
`apposition` for a name behind an office and `descriptions` for one told elsewhere; `subjects` finds who is meant where
no source stands, `own_sentence` whom the sentence tells of, `sentences_before` those before it, `answers` who answers.
"""
