"""The lines of a page, and what a line tells by its words: places and outlets, days, names, marks of furniture."""
