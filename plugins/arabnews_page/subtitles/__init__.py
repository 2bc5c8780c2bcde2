"""Short lines over the paragraphs that they title."""
