"""What each word of a text may be: the word lists, compiled, and the words of a text read by them."""
