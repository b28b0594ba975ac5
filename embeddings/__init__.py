"""Encoders of text and the vector index under them; knows nothing of reports or questions."""
