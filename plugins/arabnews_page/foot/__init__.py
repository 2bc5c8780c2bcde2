"""What stands below a report: sources, keywords, links, boilerplate."""
