"""The words of a question: terms, lexicon, what narrows, what handles a table."""
