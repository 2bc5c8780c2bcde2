"""Contents: where what was said ends, what of it stands in marks, and where it goes on.

`content` reads it between the `boundaries` of a passage, `unmarked` where no marks bound it; `voice` tells where the
reporter takes the word back, `continuation` what goes on in the paragraphs below.
"""
