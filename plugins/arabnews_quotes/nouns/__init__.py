"""Noun phrases: where a source begins and ends, what its head is, and whom or what it names.

`phrases` reads them; `extent`, `cutting`, `agreement` and `addressed` tell how far they go, `filling` with `fitting`,
`growth` and `holders` what belongs to one up to its clause; `unlisted` and `long_offices` read names that no list
knows, `bodies`, `called` and `full_names` those of bodies; `references` tells whom a phrase refers back to, `papers`
and `issuers` who gave out a paper.
"""
