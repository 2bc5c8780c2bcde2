"""A small linear-chain model of names, trained on ANERcorp: a layer of its own beside grammar and lists."""
