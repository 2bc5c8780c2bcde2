"""Reports: which words report, what follows them, and what stands between.

`reports` finds the verbs that report, with `rejection`, `nobody`, `other_senses` and `deeds` of the others; `frames`
tells what follows them, found by `scanning` past `asides` and `settings`, `sources` who stands beside them, `objects`
whom they address; `other_cues`, `attributions` and `thanks` find the reports without a plain verb. What is found is a
`report`.
"""
