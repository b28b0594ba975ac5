"""Words and citations of an answer while it is written."""
