"""The places and years that a question names."""
