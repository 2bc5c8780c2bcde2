"""What the body holds beside its paragraphs: captions, subheadlines, leads of other articles."""
