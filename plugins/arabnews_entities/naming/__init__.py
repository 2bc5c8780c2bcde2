"""Names of people: what belongs to one, where it begins and ends, what speaks for it."""
