"""What belongs to a report and is no sentence of it: authors, datelines, captions, signatures."""
