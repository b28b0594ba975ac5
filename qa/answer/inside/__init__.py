"""Places and rows inside the place of one report."""
