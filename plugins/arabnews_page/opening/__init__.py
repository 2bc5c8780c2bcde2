"""What stands above a report, down to its first sentence: section, headlines, claims, lines pulled out of it."""
