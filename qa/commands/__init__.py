"""The commands of ``fawen`` that are more than a few lines, one module each."""
