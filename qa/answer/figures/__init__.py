"""One figure of one report, or figures beside it."""
