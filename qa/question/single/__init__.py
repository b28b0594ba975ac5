"""One question by itself: what it wants, and of what."""
